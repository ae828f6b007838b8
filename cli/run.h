/* One run over many reports: what the thread that reads, the workers and the writing share. */
#ifndef CHY_CLI_RUN_H
#define CHY_CLI_RUN_H

#include "cli.h"

/* A report on its way. */
typedef struct slot {
    chy_io_item item;
    chy_cli_buffer result;
    chy_status status;
    chy_error error;
    bool unreadable; /* the file, not one report of it */
    double share;    /* of the input that was read with it; negative: not known */
    bool done;
} slot;

/* Messages on standard error of one kind; the rest is only counted. */
#define CHY_RUN_SAID 20

/* What is told of reports that were coded, how often it was met. */
typedef struct chy_run_notes {
    size_t blank;   /* without text */
    size_t doubled; /* with an id that came before */
    size_t foreign; /* not in English, it seems */
    uint64_t *ids;  /* [id_room] hashes of the ids met; 0: empty */
    size_t id_room, id_count;
} chy_run_notes;

typedef struct run {
    const chy_cli_job *job;
    chy_cli_coder coder;
    chy_io_reader *reader;
    chy_io_output *output;
    chy_io_output *rejects; /* or NULL */
    chy_cli_buffer held;    /* the first of several JSON objects */
    size_t read, coded, failed, written;
    chy_run_notes notes;
    bool headed;      /* the job's header is written */
    bool rows_failed; /* among what failed are lines or rows of a file that could be read */
    bool bad_bytes;   /* something was not UTF-8 */
    bool output_failed;
    bool progress, progress_shown;
    double progress_at;
} run;

/* Reads the next report into a slot; false at the end. */
bool chy_run_read(run *r, slot *s);
/* Codes it. Touches nothing of the run that others write. */
void chy_run_process(const run *r, chy_workspace *workspace, slot *s);
/* Writes what came of it, counts it and empties the slot. */
void chy_run_emit(run *r, slot *s);
/* Counts and names a report that failed. */
void chy_run_failure(run *r, const chy_io_item *item, const chy_error *err);

/* Says something of a report, with where it stands. */
void chy_run_say(run *r, const chy_io_item *item, const char *message);
/* Looks at a report that was coded, and tells what is odd (notes.c). */
void chy_run_note(run *r, const chy_io_item *item);
/* Tells how much more was met, and frees what the notes hold. */
void chy_run_end_notes(run *r);

/* The same with several threads: this one reads, `count` others code, and whoever finishes the
 * oldest report writes. False when no thread could be started. */
bool chy_run_together(run *r, unsigned count);

#endif
