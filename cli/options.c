#include "cli.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

typedef struct option_text {
    const char *name;
    char letter;
    const char *value; /* NULL: takes none */
    const char *help;
} option_text;

static const option_text texts[CHY_OPTION_COUNT] = {
    [CHY_OPTION_HELP] = {"help", 'h', NULL, "this text"},
    [CHY_OPTION_DATA] = {"data", 'd', "DIR",
                         "folder of the learned file, facts and grammar (else CHANCERY_DATA_DIR)"},
    [CHY_OPTION_MODEL] = {"model", 0, "FILE", "another learned file"},
    [CHY_OPTION_FACTS] = {"facts", 'F', "PATH",
                          "tables of your own (a folder or file), over ours; or another compiled "
                          "facts file; may be repeated"},
    [CHY_OPTION_GRAMMAR] = {"grammar", 'g', "FILE",
                            "rules of your own, over ours; may be repeated"},
    [CHY_OPTION_FROM] = {"from", 'f', "CONTAINER", "what the input is; otherwise it is sniffed"},
    [CHY_OPTION_TO] = {"to", 't', "FORMAT", "what is written"},
    [CHY_OPTION_OUTPUT] = {"output", 'o', "FILE", "written under a temporary name, then renamed"},
    [CHY_OPTION_THREADS] =
        {"threads", 'j', "N",
         "reports read at once; 0 for one a processor [1]; the bytes stay the same"},
    [CHY_OPTION_LINE_BUFFERED] = {"line-buffered", 0, NULL, "each result is written at once"},
    [CHY_OPTION_REJECTS] = {"rejects", 0, "FILE",
                            "reports that could not be read, as JSON Lines with the reason"},
    [CHY_OPTION_LENIENT] = {"lenient", 0, NULL, "replace bytes that are not UTF-8 by U+FFFD"},
    [CHY_OPTION_PUBLISHED] =
        {"published", 0, "DATE",
         "date of reports that give none of their own or in a dateline (2024-03-31)"},
    [CHY_OPTION_COLUMN] = {"column", 'c', "FIELD=NAME",
                           "the column or key that holds a field: text=body; may be repeated"},
    [CHY_OPTION_TEXT] = {"text", 0, NULL, "put the report's text into the record"},
    [CHY_OPTION_WIDTH] = {"width", 'w', "N", "columns of text for people, 40 to 1000"},
    [CHY_OPTION_QUIET] = {"quiet", 'q', NULL, "no progress"},
    [CHY_OPTION_JSON] = {"json", 0, NULL, "figures as JSON"},
    [CHY_OPTION_REPEAT] = {"repeat", 'n', "N", "times the text is read [3]"},
    [CHY_OPTION_COMPARE] = {"compare", 0, "FILE", "a second output to be scored beside the first"},
    [CHY_OPTION_ON] = {"on", 0, "DATE", "the day that is asked about (2012-05-01)"},
};

static bool has(const chy_cli_verb *verb, int option) {
    return (verb->options >> option & 1u) != 0;
}

static void help_values(const chy_cli_verb *verb, int option, FILE *to) {
    static const char *const containers[] = {"text", "jsonl", "csv", "tsv", "conllu"};
    if (option == CHY_OPTION_TO && verb->formats != NULL) {
        fprintf(to, ": %s", verb->formats);
    }
    if (option == CHY_OPTION_FROM) {
        fputs(":", to);
        for (int i = CHY_IO_TEXT; i < CHY_IO_CONTAINER_COUNT; i++) {
            if ((verb->accepted >> i & 1u) != 0) {
                fprintf(to, " %s", containers[i - CHY_IO_TEXT]);
            }
        }
    }
}

void chy_cli_help(const chy_cli_verb *verb, FILE *to) {
    fprintf(to, "usage: chancery %s %s\n\n%s\n", verb->name, verb->arguments, verb->about);
    for (int i = 0; i < CHY_OPTION_COUNT; i++) {
        if (has(verb, i)) {
            char left[48];
            const option_text *text = &texts[i];
            (void)snprintf(left, sizeof left, "%s%s%s--%s%s%s", text->letter != 0 ? "-" : "  ",
                           text->letter != 0 ? (char[]){text->letter, '\0'} : "",
                           text->letter != 0 ? ", " : "  ", text->name,
                           text->value != NULL ? " " : "", text->value != NULL ? text->value : "");
            fprintf(to, "  %-24s %s", left, text->help);
            help_values(verb, i, to);
            fputc('\n', to);
        }
    }
    fprintf(to, "\nexample: %s\n", verb->example);
}

/* ---- Values
 * --------------------------------------------------------------------------------------- */

static bool read_number(const char *value, unsigned most, unsigned *number) {
    *number = 0;
    for (const char *at = value; *at != '\0'; at++) {
        if (*at < '0' || *at > '9' || *number > most) {
            return false;
        }
        *number = *number * 10 + (unsigned)(*at - '0');
    }
    return value[0] != '\0' && *number <= most;
}

static bool format_known(const chy_cli_verb *verb, const char *value) {
    size_t size = strlen(value);
    const char *at = verb->formats;
    while (at != NULL && *at != '\0') {
        size_t width = strcspn(at, " ");
        if (width == size && memcmp(at, value, size) == 0) {
            return true;
        }
        at += width + strspn(at + width, " ");
    }
    return false;
}

static bool set_column(chy_cli_settings *settings, const char *value) {
    const char *equals = strchr(value, '=');
    chy_io_field field =
        equals == NULL ? CHY_IO_FIELD_COUNT : chy_io_field_of(value, (size_t)(equals - value));
    if (field == CHY_IO_FIELD_COUNT || equals[1] == '\0') {
        chy_cli_say(
            "--column wants FIELD=NAME, with a field text, id, title, published, publisher, "
            "url, dateline or language; it got \"%s\".",
            value);
        return false;
    }
    free(settings->renames[field]);
    settings->renames[field] = strdup(equals + 1);
    settings->input.columns[field] = settings->renames[field];
    return settings->renames[field] != NULL;
}

static bool set_from(const chy_cli_verb *verb, chy_cli_settings *settings, const char *value) {
    settings->input.from = chy_io_container_of(value);
    if (settings->input.from == CHY_IO_CONTAINER_COUNT ||
        (verb->accepted >> settings->input.from & 1u) == 0) {
        chy_cli_say("%s does not read \"%s\"; `chancery %s --help` lists what it reads.",
                    verb->name, value, verb->name);
        return false;
    }
    return true;
}

static bool set_number(const char *name, const char *value, unsigned least, unsigned most,
                       unsigned *number) {
    if (!read_number(value, most, number) || *number < least) {
        chy_cli_say("--%s wants a number from %u to %u; it got \"%s\".", name, least, most, value);
        return false;
    }
    return true;
}

static bool set_to(const chy_cli_verb *verb, chy_cli_settings *settings, const char *value) {
    settings->to = value;
    if (!format_known(verb, value)) {
        chy_cli_say("%s does not write \"%s\"; --to takes: %s.", verb->name, value, verb->formats);
        return false;
    }
    return true;
}

static bool set_day(const char *name, const char *value, const char **day) {
    *day = value;
    if (!chy_published_valid(value)) {
        chy_cli_say(
            "--%s wants a day: 2024-03-31, 20240331 or 2024-03-31T08:30:00Z, not a month or "
            "year alone; it got \"%s\".",
            name, value);
        return false;
    }
    return true;
}

static bool add_facts(chy_cli_settings *settings, const char *value) {
    if (settings->facts_count == CHY_CLI_TABLES) {
        chy_cli_say("--facts is given more than %d times.", CHY_CLI_TABLES);
        return false;
    }
    settings->facts[settings->facts_count++] = value;
    return true;
}

static bool add_grammar(chy_cli_settings *settings, const char *value) {
    if (settings->grammar_count == CHY_CLI_GRAMMARS) {
        chy_cli_say("there are more than %d --grammar files.", CHY_CLI_GRAMMARS);
        return false;
    }
    settings->grammars[settings->grammar_count++] = value;
    return true;
}

static bool set(const chy_cli_verb *verb, chy_cli_settings *settings, int option,
                const char *value) {
    switch ((chy_cli_option)option) {
    case CHY_OPTION_DATA:
        settings->data = value;
        return true;
    case CHY_OPTION_MODEL:
        settings->model = value;
        return true;
    case CHY_OPTION_FACTS:
        return add_facts(settings, value);
    case CHY_OPTION_ON:
        return set_day("on", value, &settings->on);
    case CHY_OPTION_GRAMMAR:
        return add_grammar(settings, value);
    case CHY_OPTION_FROM:
        return set_from(verb, settings, value);
    case CHY_OPTION_TO:
        return set_to(verb, settings, value);
    case CHY_OPTION_OUTPUT:
        settings->output = value;
        return true;
    case CHY_OPTION_THREADS:
        return set_number("threads", value, 0, CHY_CLI_THREADS, &settings->threads);
    case CHY_OPTION_LINE_BUFFERED:
        settings->line_buffered = true;
        return true;
    case CHY_OPTION_REJECTS:
        settings->rejects = value;
        return true;
    case CHY_OPTION_LENIENT:
        settings->input.lenient = true;
        return true;
    case CHY_OPTION_PUBLISHED:
        return set_day("published", value, &settings->input.published);
    case CHY_OPTION_COLUMN:
        return set_column(settings, value);
    case CHY_OPTION_TEXT:
        settings->with_text = true;
        return true;
    case CHY_OPTION_WIDTH:
        return set_number("width", value, 40, 1000, &settings->width);
    case CHY_OPTION_QUIET:
        settings->quiet = true;
        return true;
    case CHY_OPTION_JSON:
        settings->json = true;
        return true;
    case CHY_OPTION_REPEAT:
        return set_number("repeat", value, 1, 10000, &settings->repeat);
    case CHY_OPTION_COMPARE:
        settings->compare = value;
        return true;
    case CHY_OPTION_HELP:
    case CHY_OPTION_COUNT:
    default:
        return true;
    }
}

/* ---- The command line
 * ------------------------------------------------------------------------------- */

static void unknown_option(const chy_cli_verb *verb, const char *given) {
    const char *names[CHY_OPTION_COUNT];
    size_t count = 0;
    for (int i = 0; i < CHY_OPTION_COUNT; i++) {
        if (has(verb, i)) {
            names[count++] = texts[i].name;
        }
    }
    char word[64];
    (void)snprintf(word, sizeof word, "%.*s", (int)strcspn(given, "="), given);
    const char *name = strncmp(word, "--", 2) == 0 ? word + 2 : word + 1;
    const char *near = strncmp(word, "--", 2) == 0 ? chy_cli_nearest(name, names, count) : NULL;
    if (near != NULL) {
        chy_cli_say("%s has no option \"%s\"; did you mean \"--%s\"?", verb->name, word, near);
    } else {
        chy_cli_say("%s has no option \"%s\"; `chancery %s --help` lists them.", verb->name, word,
                    verb->name);
    }
}

/* The verb's options in getopt's form; `letters` needs 2 * CHY_OPTION_COUNT + 2. */
static void build(const chy_cli_verb *verb, struct option *options, char *letters) {
    size_t count = 0;
    *letters++ = ':';
    for (int i = 0; i < CHY_OPTION_COUNT; i++) {
        if (!has(verb, i)) {
            continue;
        }
        int argument = texts[i].value != NULL ? required_argument : no_argument;
        options[count++] = (struct option){texts[i].name, argument, NULL, 256 + i};
        if (texts[i].letter != 0) {
            *letters++ = texts[i].letter;
        }
        if (texts[i].letter != 0 && argument == required_argument) {
            *letters++ = ':';
        }
    }
    options[count] = (struct option){NULL, 0, NULL, 0};
    *letters = '\0';
}

static int option_of(int answer) {
    for (int i = 0; i < CHY_OPTION_COUNT; i++) {
        if (answer == 256 + i || (answer != 0 && answer == texts[i].letter)) {
            return i;
        }
    }
    return CHY_OPTION_COUNT;
}

bool chy_cli_options_read(const chy_cli_verb *verb, int argc, char **argv,
                          chy_cli_settings *settings, int *status) {
    struct option options[CHY_OPTION_COUNT + 1];
    char letters[2 * CHY_OPTION_COUNT + 2];
    memset(settings, 0, sizeof *settings);
    settings->threads = 1;
    settings->repeat = 3;
    settings->input.accepted = verb->accepted;
    build(verb, options, letters);
    *status = CHY_EXIT_USAGE;
    for (;;) {
        int at = optind; /* where getopt stands, to name what it stumbles on */
        int answer = getopt_long(argc, argv, letters, options, NULL);
        if (answer == -1) {
            break;
        }
        if (answer == '?') {
            unknown_option(verb, argv[at < argc ? at : argc - 1]);
            return false;
        }
        if (answer == ':') {
            chy_cli_say("\"%s\" needs a value.", argv[at < argc ? at : argc - 1]);
            return false;
        }
        int option = option_of(answer);
        if (option == CHY_OPTION_HELP) {
            chy_cli_help(verb, stdout);
            *status = CHY_EXIT_DONE;
            return false;
        }
        if (!set(verb, settings, option, optarg)) {
            return false;
        }
    }
    settings->files = argv + optind;
    settings->file_count = (size_t)(argc - optind);
    return true;
}

void chy_cli_settings_free(chy_cli_settings *settings) {
    for (int i = 0; i < CHY_IO_FIELD_COUNT; i++) {
        free(settings->renames[i]);
    }
}
