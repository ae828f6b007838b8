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

typedef struct run {
    const chy_cli_job *job;
    chy_cli_coder coder;
    chy_io_reader *reader;
    chy_io_output *output;
    chy_io_output *rejects; /* or NULL */
    chy_cli_buffer held;    /* the first of several JSON objects */
    size_t read, coded, failed, written;
    size_t blank;     /* of those coded: without text */
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

/* The same with several threads: this one reads, `count` others code, and whoever finishes the
 * oldest report writes. False when no thread could be started. */
bool chy_run_together(run *r, unsigned count);

#endif
