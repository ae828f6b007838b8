/* What the verbs of the command share. */
#ifndef CHY_CLI_CLI_H
#define CHY_CLI_CLI_H

#include "io/io.h"

#include <stdio.h>

/* Exit statuses; docs of the command name them. */
enum {
    CHY_EXIT_DONE = 0,
    CHY_EXIT_NOTHING = 1, /* nothing found, or a check failed */
    CHY_EXIT_USAGE = 2,
    CHY_EXIT_SOME_FAILED = 3, /* the other reports are coded */
    CHY_EXIT_UNREADABLE = 4,
    CHY_EXIT_OUTPUT = 5,
    CHY_EXIT_DATA = 6, /* learned file, facts or grammar */
    CHY_EXIT_INTERRUPTED = 130
};

#define CHY_CLI_GRAMMARS 64 /* --grammar files at most */
#define CHY_CLI_TABLES   64 /* --facts at most */
#define CHY_CLI_THREADS  256

/* ---- Options ------------------------------------------------------------------------------------
 */

/* What every option of every verb writes to. */
typedef struct chy_cli_settings {
    const char *data;                  /* --data */
    const char *model;                 /* --model */
    const char *facts[CHY_CLI_TABLES]; /* --facts */
    size_t facts_count;
    const char *on; /* --on */
    const char *grammars[CHY_CLI_GRAMMARS];
    size_t grammar_count;
    const char *to;
    const char *output;
    const char *rejects;
    const char *compare;
    unsigned threads; /* 0: as many as the machine has processors */
    unsigned width;
    unsigned repeat;
    bool line_buffered;
    bool with_text;
    bool json;
    bool quiet;
    chy_io_options input;
    char *renames[CHY_IO_FIELD_COUNT]; /* owned: what input.columns points to */
    char *const *files;                /* what is left on the command line */
    size_t file_count;
} chy_cli_settings;

typedef enum chy_cli_option {
    CHY_OPTION_HELP,
    CHY_OPTION_DATA,
    CHY_OPTION_MODEL,
    CHY_OPTION_FACTS,
    CHY_OPTION_GRAMMAR,
    CHY_OPTION_FROM,
    CHY_OPTION_TO,
    CHY_OPTION_OUTPUT,
    CHY_OPTION_THREADS,
    CHY_OPTION_LINE_BUFFERED,
    CHY_OPTION_REJECTS,
    CHY_OPTION_LENIENT,
    CHY_OPTION_PUBLISHED,
    CHY_OPTION_COLUMN,
    CHY_OPTION_TEXT,
    CHY_OPTION_WIDTH,
    CHY_OPTION_QUIET,
    CHY_OPTION_JSON,
    CHY_OPTION_REPEAT,
    CHY_OPTION_COMPARE,
    CHY_OPTION_ON,
    CHY_OPTION_COUNT
} chy_cli_option;

typedef struct chy_cli_verb chy_cli_verb;
struct chy_cli_verb {
    const char *name;
    const char *arguments; /* "[options] [FILE...]" */
    const char *summary;   /* one line of `chancery help` */
    const char *about;     /* lines of `--help` */
    const char *example;   /* a command that runs where the project was unpacked */
    const char *formats;   /* names that --to takes, blanks between; NULL: none */
    unsigned accepted;     /* containers it reads, bits */
    uint64_t options;      /* bits 1 << chy_cli_option */
    int (*run)(const chy_cli_verb *verb, const chy_cli_settings *settings);
};

/* Every verb has these. */
#define CHY_BIT(option)    (UINT64_C(1) << (option))
#define CHY_OPTIONS_OF_ALL CHY_BIT(CHY_OPTION_HELP)
#define CHY_OPTIONS_OF_CODER                                                                       \
    (CHY_OPTIONS_OF_ALL | CHY_BIT(CHY_OPTION_DATA) | CHY_BIT(CHY_OPTION_MODEL) |                   \
     CHY_BIT(CHY_OPTION_FACTS) | CHY_BIT(CHY_OPTION_GRAMMAR))
#define CHY_OPTIONS_OF_INPUT                                                                       \
    (CHY_BIT(CHY_OPTION_FROM) | CHY_BIT(CHY_OPTION_LENIENT) | CHY_BIT(CHY_OPTION_PUBLISHED) |      \
     CHY_BIT(CHY_OPTION_COLUMN))
#define CHY_OPTIONS_OF_MANY                                                                        \
    (CHY_BIT(CHY_OPTION_OUTPUT) | CHY_BIT(CHY_OPTION_THREADS) |                                    \
     CHY_BIT(CHY_OPTION_LINE_BUFFERED) | CHY_BIT(CHY_OPTION_REJECTS) | CHY_BIT(CHY_OPTION_QUIET))

extern const chy_cli_verb chy_cli_code;
extern const chy_cli_verb chy_cli_parse;
extern const chy_cli_verb chy_cli_relate;
extern const chy_cli_verb chy_cli_explain;
extern const chy_cli_verb chy_cli_eval;
extern const chy_cli_verb chy_cli_bench;
extern const chy_cli_verb chy_cli_grammar;
extern const chy_cli_verb chy_cli_facts;
extern const chy_cli_verb chy_cli_version;

/* Reads the command line of a verb. True: go on; false: `*status` is the exit status (help was
 * shown, or what is wrong was said). chy_cli_settings_free afterwards in any case. */
bool chy_cli_options_read(const chy_cli_verb *verb, int argc, char **argv,
                          chy_cli_settings *settings, int *status);
void chy_cli_settings_free(chy_cli_settings *settings);
void chy_cli_help(const chy_cli_verb *verb, FILE *to);

/* ---- Messages -----------------------------------------------------------------------------------
 */

/* "chancery: ..." on standard error, with a line end. */
void chy_cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The word nearest to `word` among `count` ones, or NULL when none is near. */
const char *chy_cli_nearest(const char *word, const char *const *words, size_t count);
/* Whether text for people may have colour there: a terminal, and NO_COLOR is not set. */
bool chy_cli_colour(int descriptor);
/* Columns of the terminal, 0 where it is none. */
unsigned chy_cli_width(int descriptor);
/* Seconds on a clock that never goes back. */
double chy_cli_now(void);

/* ---- Growing output -----------------------------------------------------------------------------
 */

typedef struct chy_cli_buffer {
    char *data;
    size_t size, capacity;
    bool no_memory;
} chy_cli_buffer;

/* A chy_sink; `context` is the buffer. */
bool chy_cli_buffer_write(void *context, const char *data, size_t size);
void chy_cli_buffer_free(chy_cli_buffer *buffer);
/* A JSON string; bytes that are not UTF-8 become U+FFFD. */
void chy_cli_buffer_json(chy_cli_buffer *buffer, const char *string);
void chy_cli_buffer_text(chy_cli_buffer *buffer, const char *string);

/* ---- The coder ----------------------------------------------------------------------------------
 */

/* A coder and the files mapped for it. */
typedef struct chy_cli_coder {
    chy_coder *coder;
    chy_io_map learned, facts;
    chy_io_map *grammar;
    chy_io_tables tables; /* the user's */
    chy_grammar_source *sources;
    char **names;
    size_t source_count;
} chy_cli_coder;

/* The instruction set that CHANCERY_ISA names, to compare them; the best one where it is not set.
 * False: there is none of that name, and it has said so (exit status CHY_EXIT_USAGE). */
bool chy_cli_isa(chy_isa *isa);

/* Opens what the settings name, or what is found in the data folder: --data, CHANCERY_DATA_DIR,
 * ../share/chancery from the executable. False: it has said why (exit status CHY_EXIT_DATA). */
bool chy_cli_coder_open(const chy_cli_settings *settings, chy_cli_coder *coder);
void chy_cli_coder_close(chy_cli_coder *coder);

/* Maps the compiled facts file that the settings name or the data folder holds. False: it has said
 * why. */
bool chy_cli_facts_open(const chy_cli_settings *settings, chy_io_map *facts);
/* An error with file, line and column on standard error. */
void chy_cli_say_error(const chy_error *err);

/* Whether a file is a compiled facts file, by its first bytes. */
bool chy_cli_is_compiled(const char *path);
/* Adds tables of the user's; false: it has said why. */
bool chy_cli_tables_add(chy_io_tables *tables, const char *path);
/* A chy_facts_report: names lines that cannot be used, at most twenty. `context` is a size_t that
 * counts them. */
void chy_cli_tables_report(void *context, const chy_error *problem, bool doubt);
/* Says how many were not named. */
void chy_cli_tables_end(size_t errors);

/* ---- Many reports -------------------------------------------------------------------------------
 */

/* Reads one report and writes what came of it. Called by several threads at once, each with a
 * workspace of its own. CHY_ERROR_OUTPUT ends the run. */
typedef chy_status chy_cli_process(const void *context, const chy_coder *coder,
                                   chy_workspace *workspace, const chy_io_item *item,
                                   chy_cli_buffer *out, chy_error *err);

typedef struct chy_cli_job {
    const chy_cli_settings *settings;
    chy_cli_process *process;
    const void *context;
    const char *header; /* written before the first result; or NULL */
    bool json_array;    /* several results become one JSON array */
} chy_cli_job;

/* Runs the job over the input and returns the exit status. */
int chy_cli_run(const chy_cli_job *job);

/* Whether the verb would read a terminal: it then shows a short help. */
bool chy_cli_no_input(const chy_cli_verb *verb, const chy_cli_settings *settings);

/* Ctrl-C removes the temporary files of these outputs (at most 2; NULL forgets) and exits with 130.
 */
void chy_cli_guard(int place, const chy_io_output *output);
/* Whether a progress line stands on the terminal. */
void chy_cli_progress_shown(bool shown);

#endif
