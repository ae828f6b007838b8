#include "cli.h"

#include <string.h>
#include <unistd.h>

/* What one run of `code` writes. */
typedef struct writing {
    chy_format format;
    chy_depth depth;
    chy_write_options options;
} writing;

static const struct {
    const char *name;
    chy_format format;
} formats[] = {{"jsonl", CHY_FORMAT_JSON},    {"json", CHY_FORMAT_PRETTY},
               {"show", CHY_FORMAT_SHOW},     {"cameo", CHY_FORMAT_CAMEO},
               {"plover", CHY_FORMAT_PLOVER}, {"conllu", CHY_FORMAT_CONLLU}};

static chy_status process(const void *context, const chy_coder *coder, chy_workspace *workspace,
                          const chy_io_item *item, chy_cli_buffer *out, chy_error *err) {
    const writing *w = context;
    chy_doc *doc = NULL;
    chy_status status = chy_code(coder, workspace, &item->report, w->depth, &doc, err);
    if (status == CHY_OK) {
        status = chy_write(doc, w->format, &w->options, chy_cli_buffer_write, out, err);
        if (status == CHY_ERROR_OUTPUT && out->no_memory) {
            status = CHY_ERROR_MEMORY;
        }
    }
    chy_doc_free(doc);
    return status;
}

static chy_format format_of(const char *name) {
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (strcmp(formats[i].name, name) == 0) {
            return formats[i].format;
        }
    }
    return CHY_FORMAT_JSON;
}

/* Text for people fits the terminal, and 100 columns at most are pleasant to read. */
static chy_write_options options_of(const chy_cli_settings *settings) {
    bool terminal = settings->output == NULL || strcmp(settings->output, "-") == 0;
    unsigned width = settings->width;
    if (width == 0 && terminal) {
        width = chy_cli_width(STDOUT_FILENO);
        width = width > 100 ? 100 : width;
    }
    return (chy_write_options){.text = settings->with_text,
                               .colour = terminal && chy_cli_colour(STDOUT_FILENO),
                               .width = width};
}

static int run_writing(const chy_cli_settings *settings, const char *format, chy_depth depth) {
    writing w = {format_of(format), depth, options_of(settings)};
    chy_cli_buffer header = {0};
    chy_error err;
    if (chy_write_header(w.format, chy_cli_buffer_write, &header, &err) != CHY_OK ||
        !chy_cli_buffer_write(&header, "", 1)) {
        chy_cli_say("there is no memory.");
        chy_cli_buffer_free(&header);
        return CHY_EXIT_OUTPUT;
    }
    chy_cli_job job = {.settings = settings,
                       .process = process,
                       .context = &w,
                       .header = header.data,
                       .json_array = w.format == CHY_FORMAT_PRETTY};
    int status = chy_cli_run(&job);
    chy_cli_buffer_free(&header);
    return status;
}

static int run_code(const chy_cli_verb *verb, const chy_cli_settings *settings) {
    if (chy_cli_no_input(verb, settings)) {
        return CHY_EXIT_USAGE;
    }
    const char *usual = settings->output == NULL && isatty(STDOUT_FILENO) ? "show" : "jsonl";
    return run_writing(settings, settings->to != NULL ? settings->to : usual, CHY_DEPTH_RECORD);
}

static int run_parse(const chy_cli_verb *verb, const chy_cli_settings *settings) {
    if (chy_cli_no_input(verb, settings)) {
        return CHY_EXIT_USAGE;
    }
    return run_writing(settings, "conllu", CHY_DEPTH_SYNTAX);
}

const chy_cli_verb chy_cli_code = {
    .name = "code",
    .arguments = "[options] [FILE...]",
    .summary = "reads reports and writes their records",
    .about =
        "Reads reports and writes the record of each: events, statements, who took part, when and\n"
        "where. A text file is one report; of JSON Lines, CSV and TSV each line or row is one, "
        "with\n"
        "its text in \"text\" and, if there, \"id\", \"title\", \"published\", \"publisher\", "
        "\"url\",\n"
        "\"dateline\" and \"language\"; a title is read as the headline. Input may be gzip. "
        "Without\n"
        "--to it writes \"show\" on a terminal and \"jsonl\" elsewhere; \"cameo\" and \"plover\" "
        "are\n"
        "tables, an event a line.\n",
    .example = "chancery code --to json examples/summit.txt",
    .formats = "jsonl json show cameo plover",
    .accepted = 1u << CHY_IO_TEXT | 1u << CHY_IO_JSONL | 1u << CHY_IO_CSV | 1u << CHY_IO_TSV,
    .options = CHY_OPTIONS_OF_CODER | CHY_OPTIONS_OF_INPUT | CHY_OPTIONS_OF_MANY |
               CHY_BIT(CHY_OPTION_TO) | CHY_BIT(CHY_OPTION_TEXT) | CHY_BIT(CHY_OPTION_WIDTH),
    .run = run_code,
};

const chy_cli_verb chy_cli_parse = {
    .name = "parse",
    .arguments = "[options] [FILE...]",
    .summary = "writes words, tags, trees and names as CoNLL-U",
    .about =
        "Writes CoNLL-U: sentences and words, lemmas, tags, features and the dependency tree of\n"
        "Universal Dependencies; in MISC the names (NER=B-PER, I-PER, ... with PER, ORG, LOC, "
        "OTH)\n"
        "and the offsets of each word (Start=, End=, code points). Of CoNLL-U input the sentences\n"
        "and words are kept and the other columns are made anew.\n",
    .example = "echo 'Peru and Chile signed a treaty.' | chancery parse",
    .formats = "conllu",
    .accepted = 1u << CHY_IO_TEXT | 1u << CHY_IO_CONLLU | 1u << CHY_IO_JSONL | 1u << CHY_IO_CSV |
                1u << CHY_IO_TSV,
    .options =
        CHY_OPTIONS_OF_CODER | CHY_OPTIONS_OF_INPUT | CHY_OPTIONS_OF_MANY | CHY_BIT(CHY_OPTION_TO),
    .run = run_parse,
};

static int run_explain(const chy_cli_verb *verb, const chy_cli_settings *settings) {
    if (chy_cli_no_input(verb, settings)) {
        return CHY_EXIT_USAGE;
    }
    writing w = {CHY_FORMAT_EXPLAIN, CHY_DEPTH_RECORD, options_of(settings)};
    chy_cli_job job = {.settings = settings, .process = process, .context = &w};
    return chy_cli_run(&job);
}

const chy_cli_verb chy_cli_explain = {
    .name = "explain",
    .arguments = "[options] [FILE...]",
    .summary = "draws how a report was read, and why events were coded or not",
    .about =
        "Draws for a person how a report was read: each sentence's tree, who and what was found\n"
        "and why, the clauses with their parties, the rule that made an event, those that lost\n"
        "to it, and where none did those that came near, with the condition that failed.\n",
    .example = "echo 'Peru sent doctors to Haiti.' | chancery explain",
    .accepted = 1u << CHY_IO_TEXT | 1u << CHY_IO_JSONL | 1u << CHY_IO_CSV | 1u << CHY_IO_TSV,
    .options = CHY_OPTIONS_OF_CODER | CHY_OPTIONS_OF_INPUT | CHY_BIT(CHY_OPTION_OUTPUT) |
               CHY_BIT(CHY_OPTION_WIDTH),
    .run = run_explain,
};
