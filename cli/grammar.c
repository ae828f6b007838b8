#include "cli.h"

#include <string.h>

static void report(void *context, const chy_error *problem) {
    size_t *count = context;
    ++*count;
    if (problem->line == CHY_NOWHERE) {
        printf("%s: %s\n", problem->source, problem->message);
    } else if (problem->column == CHY_NOWHERE) {
        printf("%s:%zu: %s\n", problem->source, problem->line, problem->message);
    } else {
        printf("%s:%zu:%zu: %s\n", problem->source, problem->line, problem->column,
               problem->message);
    }
}

/* Checks one file; its exit status. */
static int check_file(const chy_coder *coder, const char *path) {
    chy_io_map map;
    chy_error err;
    size_t problems = 0;
    if (chy_io_map_open(path, &map, &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
        return CHY_EXIT_UNREADABLE;
    }
    chy_grammar_source source = {path, map.size > 0 ? map.data : "", map.size};
    chy_status status = chy_grammar_check(coder, &source, report, &problems, &err);
    chy_io_map_close(&map);
    if (status != CHY_OK && status != CHY_ERROR_GRAMMAR) {
        chy_cli_say("%s: %s", path, err.message);
        return CHY_EXIT_UNREADABLE;
    }
    if (problems == 0 && status == CHY_OK) {
        printf("%s: all examples are coded as they say\n", path);
        return CHY_EXIT_DONE;
    }
    printf("%s: %zu problem%s\n", path, problems, problems == 1 ? "" : "s");
    return CHY_EXIT_NOTHING;
}

static int run_grammar(const chy_cli_verb *verb, const chy_cli_settings *settings) {
    if (settings->file_count < 2 || strcmp(settings->files[0], "check") != 0) {
        chy_cli_say("grammar wants: check FILE...; `chancery %s --help` says more.", verb->name);
        return CHY_EXIT_USAGE;
    }
    chy_cli_coder coder;
    if (!chy_cli_coder_open(settings, &coder)) {
        return CHY_EXIT_DATA;
    }
    int worst = CHY_EXIT_DONE;
    for (size_t i = 1; i < settings->file_count; i++) {
        int status = check_file(coder.coder, settings->files[i]);
        worst = status > worst ? status : worst;
    }
    chy_cli_coder_close(&coder);
    return worst;
}

const chy_cli_verb chy_cli_grammar = {
    .name = "grammar",
    .arguments = "check [options] FILE...",
    .summary = "checks rules: their form, and that their examples are coded as they say",
    .about =
        "Checks files of rules: what is wrong with their form, with line and column, and whether\n"
        "each example is coded as it says and each counter-example is not. Rules may use the\n"
        "shared sets of our grammar.\n",
    .example = "chancery grammar check grammar/CONSULT.grammar",
    .options = CHY_OPTIONS_OF_CODER,
    .run = run_grammar,
};
