#include "run.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PROGRESS_PERIOD 0.25

/* ---- Results, in the order of the reports ----------------------------------------------- */

static bool write_out(run *r, const char *data, size_t size) {
    if (!chy_io_output_write(r->output, data, size)) {
        r->output_failed = true;
    }
    return !r->output_failed;
}

/* One JSON object stays one; several become an array. The first is kept back until it is known. */
static void write_json(run *r, chy_cli_buffer *result) {
    if (result->size > 0 && result->data[result->size - 1] == '\n') {
        result->size--;
    }
    if (r->written == 0) {
        r->held = *result;
        memset(result, 0, sizeof *result);
        return;
    }
    if (r->written == 1) {
        (void)write_out(r, "[\n", 2);
        (void)write_out(r, r->held.data, r->held.size);
    }
    (void)write_out(r, ",\n", 2);
    (void)write_out(r, result->data, result->size);
}

static void finish_json(run *r) {
    if (r->written == 1) {
        (void)write_out(r, r->held.data, r->held.size);
        (void)write_out(r, "\n", 1);
    } else {
        (void)write_out(r, r->written == 0 ? "[]\n" : "\n]\n", 3);
    }
    chy_cli_buffer_free(&r->held);
}

static void write_header(run *r) {
    if (r->job->header != NULL && !r->headed) {
        r->headed = true;
        (void)write_out(r, r->job->header, strlen(r->job->header));
    }
}

static void write_reject(run *r, const chy_io_item *item, const chy_error *err) {
    chy_cli_buffer line = {0};
    char number[32];
    chy_cli_buffer_text(&line, "{\"id\":");
    chy_cli_buffer_json(&line, item->fields[CHY_IO_FIELD_ID]);
    chy_cli_buffer_text(&line, ",\"source\":");
    chy_cli_buffer_json(&line, item->source);
    chy_cli_buffer_text(&line, ",\"line\":");
    (void)snprintf(number, sizeof number, "%zu", item->line);
    chy_cli_buffer_text(&line, item->line == CHY_NOWHERE ? "null" : number);
    chy_cli_buffer_text(&line, ",\"byte\":");
    (void)snprintf(number, sizeof number, "%zu", err->byte);
    chy_cli_buffer_text(&line, err->byte == CHY_NOWHERE ? "null" : number);
    chy_cli_buffer_text(&line, ",\"reason\":");
    chy_cli_buffer_json(&line, err->message);
    chy_cli_buffer_text(&line, "}\n");
    if (line.no_memory || !chy_io_output_write(r->rejects, line.data, line.size)) {
        r->output_failed = true;
    }
    chy_cli_buffer_free(&line);
}

static void clear_progress(run *r) {
    if (r->progress_shown) {
        fputs("\r\033[K", stderr);
        r->progress_shown = false;
        chy_cli_progress_shown(false);
    }
}

void chy_run_say(run *r, const chy_io_item *item, const char *message) {
    clear_progress(r);
    if (item->line != CHY_NOWHERE) {
        chy_cli_say("%s:%zu: %s", item->source, item->line, message);
    } else {
        chy_cli_say("%s: %s", item->source, message);
    }
}

void chy_run_failure(run *r, const chy_io_item *item, const chy_error *err) {
    r->failed++;
    r->bad_bytes = r->bad_bytes || strstr(err->message, "not UTF-8") != NULL;
    if (r->failed <= CHY_RUN_SAID) {
        chy_run_say(r, item, err->message);
    }
    if (r->rejects != NULL) {
        write_reject(r, item, err);
    }
}

static void show_progress(run *r, double share) {
    double now = chy_cli_now();
    if (!r->progress || now - r->progress_at < PROGRESS_PERIOD) {
        return;
    }
    r->progress_at = now;
    if (share >= 0) {
        fprintf(stderr, "\r%zu reports, %zu failed, %d %%\033[K", r->coded, r->failed,
                (int)(share * 100));
    } else {
        fprintf(stderr, "\r%zu reports, %zu failed\033[K", r->coded, r->failed);
    }
    r->progress_shown = true;
    chy_cli_progress_shown(true);
}

void chy_run_emit(run *r, slot *s) {
    if (s->status == CHY_OK) {
        r->coded++;
        chy_run_note(r, &s->item);
        write_header(r);
        if (r->job->json_array) {
            write_json(r, &s->result);
        } else {
            (void)write_out(r, s->result.data, s->result.size);
        }
        r->written++;
    } else if (s->status == CHY_ERROR_OUTPUT) {
        r->output_failed = true;
    } else {
        r->rows_failed = r->rows_failed || (!s->unreadable && s->item.line != CHY_NOWHERE);
        chy_run_failure(r, &s->item, &s->error);
    }
    if (r->job->settings->line_buffered && !r->output_failed && !chy_io_output_flush(r->output)) {
        r->output_failed = true;
    }
    show_progress(r, s->share);
    chy_io_item_free(&s->item);
    chy_cli_buffer_free(&s->result);
}

void chy_run_process(const run *r, chy_workspace *workspace, slot *s) {
    if (s->status != CHY_OK) {
        return; /* it was rejected when it was read, and waits for its turn to be named */
    }
    s->status = r->job->process(r->job->context, r->coder.coder, workspace, &s->item, &s->result,
                                &s->error);
    if (s->status == CHY_OK && s->result.no_memory) {
        s->status = chy_io_fail(&s->error, CHY_ERROR_MEMORY, s->item.source, CHY_NOWHERE,
                                s->item.line, "There is no memory for this record.");
    }
}

/* ---- Reports ---------------------------------------------------------------------------- */

bool chy_run_read(run *r, slot *s) {
    memset(s, 0, sizeof *s);
    chy_io_result result;
    do {
        result = chy_io_reader_next(r->reader, &s->item, &s->error);
    } while (result == CHY_IO_INTERRUPTED);
    s->share = r->progress ? chy_io_reader_progress(r->reader) : -1;
    if (result == CHY_IO_END) {
        return false;
    }
    r->read++;
    s->unreadable = result == CHY_IO_UNREADABLE;
    if (result != CHY_IO_ITEM) {
        s->status = s->error.code != CHY_OK ? s->error.code : CHY_ERROR_TEXT;
    }
    return true;
}

static bool run_alone(run *r) {
    chy_workspace *workspace = NULL;
    chy_error err;
    slot s;
    if (chy_workspace_new(r->coder.coder, &workspace, &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
        return false;
    }
    while (!r->output_failed && chy_run_read(r, &s)) {
        chy_run_process(r, workspace, &s);
        chy_run_emit(r, &s);
    }
    chy_workspace_free(workspace);
    return true;
}

/* ---- Start and end ---------------------------------------------------------------------- */

static bool open_outputs(run *r) {
    const chy_cli_settings *settings = r->job->settings;
    chy_error err;
    if (chy_io_output_open(settings->output, &r->output, &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
        return false;
    }
    chy_cli_guard(0, r->output);
    if (settings->rejects != NULL) {
        if (chy_io_output_open(settings->rejects, &r->rejects, &err) != CHY_OK) {
            chy_cli_say("%s", err.message);
            return false;
        }
        chy_cli_guard(1, r->rejects);
    }
    return true;
}

static bool close_one(chy_io_output **output) {
    chy_error err;
    if (*output != NULL && chy_io_output_close(*output, &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
        *output = NULL;
        return false;
    }
    *output = NULL;
    return true;
}

/* What came of the reports, all written well. */
static int status_of(const run *r, bool good, size_t blank) {
    if (!good) {
        return CHY_EXIT_UNREADABLE;
    }
    if (r->failed > 0) {
        return r->coded > 0 || r->rows_failed ? CHY_EXIT_SOME_FAILED : CHY_EXIT_UNREADABLE;
    }
    return r->coded > blank ? CHY_EXIT_DONE : CHY_EXIT_NOTHING;
}

/* A run that failed leaves no half-written file behind, and one that coded nothing of what it was
 * given leaves the file that was there. */
static int finish(run *r, bool good) {
    bool keep = good && (r->coded > 0 || r->failed == 0);
    bool watched = r->progress_shown;
    clear_progress(r);
    if (watched) {
        chy_cli_say("%zu reports, %zu failed", r->coded, r->failed);
    }
    if (keep && !r->output_failed) {
        write_header(r);
    }
    if (keep && r->job->json_array && !r->output_failed) {
        finish_json(r);
    }
    chy_cli_buffer_free(&r->held);
    if (r->bad_bytes && !r->job->settings->input.lenient) {
        chy_cli_say("--lenient replaces bytes that are not UTF-8 by U+FFFD.");
    }
    if (r->failed > CHY_RUN_SAID) {
        chy_cli_say("%zu more reports could not be read%s.", r->failed - CHY_RUN_SAID,
                    r->rejects != NULL ? "" : "; --rejects FILE names them all");
    }
    size_t blank = r->notes.blank;
    chy_run_end_notes(r);
    if (good && r->failed == 0 && r->coded == 0) {
        chy_cli_say("the input holds no report.");
    }
    if (!keep && !r->output_failed) {
        chy_io_output_discard(r->output);
        r->output = NULL;
    }
    /* A failed write is said with the system's reason by closing. */
    bool written = close_one(&r->output);
    chy_cli_guard(0, NULL);
    written = close_one(&r->rejects) && written;
    chy_cli_guard(1, NULL);
    return written && !r->output_failed ? status_of(r, good, blank) : CHY_EXIT_OUTPUT;
}

static unsigned thread_count(const chy_cli_settings *settings) {
    if (settings->threads > 0) {
        return settings->threads;
    }
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 1                 ? 1
           : processors > CHY_CLI_THREADS ? CHY_CLI_THREADS
                                          : (unsigned)processors;
}

/* Where a path leads: the folder it lies in and its own name there. False: no such folder. */
static bool place_of(const char *path, struct stat *folder, const char **name) {
    char parent[4096];
    const char *slash = strrchr(path, '/');
    *name = slash != NULL ? slash + 1 : path;
    int size = slash == NULL ? snprintf(parent, sizeof parent, ".")
                             : snprintf(parent, sizeof parent, "%.*s/", (int)(slash - path), path);
    return size > 0 && (size_t)size < sizeof parent && stat(parent, folder) == 0;
}

/* Whether both would be written to one place: the one written last would be all that is left. */
static bool same_place(const char *output, const char *rejects) {
    struct stat a, b;
    const char *a_name, *b_name;
    bool a_standard = output == NULL || strcmp(output, "-") == 0;
    bool b_standard = strcmp(rejects, "-") == 0;
    if (a_standard || b_standard) {
        return a_standard && b_standard;
    }
    if (stat(output, &a) == 0 && !S_ISREG(a.st_mode)) {
        return false; /* a device, a pipe */
    }
    return place_of(output, &a, &a_name) && place_of(rejects, &b, &b_name) &&
           a.st_dev == b.st_dev && a.st_ino == b.st_ino && strcmp(a_name, b_name) == 0;
}

/* The report that a file to be written, NULL for standard output, would go over; NULL for none. */
static const char *written_over(const chy_cli_job *job, const char *output) {
    struct stat out, in;
    if (output == NULL || strcmp(output, "-") == 0 || stat(output, &out) != 0 ||
        !S_ISREG(out.st_mode)) {
        return NULL;
    }
    for (size_t i = 0; i < job->settings->file_count; i++) {
        const char *path = job->settings->files[i];
        if (stat(path, &in) == 0 && in.st_dev == out.st_dev && in.st_ino == out.st_ino) {
            return path;
        }
    }
    return NULL;
}

int chy_cli_run(const chy_cli_job *job) {
    const char *over = written_over(job, job->settings->output);
    if (over == NULL) {
        over = written_over(job, job->settings->rejects);
    }
    if (over != NULL) {
        chy_cli_say("%s is read, and would be written over.", over);
        return CHY_EXIT_USAGE;
    }
    const char *rejects = job->settings->rejects;
    if (rejects != NULL && same_place(job->settings->output, rejects)) {
        chy_cli_say("results and --rejects would both go to %s.",
                    strcmp(rejects, "-") == 0 ? "standard output" : rejects);
        return CHY_EXIT_USAGE;
    }
    run r = {.job = job};
    chy_error err;
    const char *const *paths = (const char *const *)job->settings->files;
    if (!chy_cli_coder_open(job->settings, &r.coder)) {
        return CHY_EXIT_DATA;
    }
    int status = CHY_EXIT_OUTPUT;
    if (!open_outputs(&r)) {
        chy_io_output_discard(r.output);
        chy_io_output_discard(r.rejects);
    } else if (chy_io_reader_new(paths, job->settings->file_count, &job->settings->input, &r.reader,
                                 &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
        status = finish(&r, false);
    } else {
        r.progress = !job->settings->quiet && isatty(STDERR_FILENO) &&
                     (job->settings->output != NULL || !isatty(STDOUT_FILENO));
        r.progress_at = chy_cli_now();
        unsigned threads = thread_count(job->settings);
        bool good = threads < 2 ? run_alone(&r) : chy_run_together(&r, threads);
        status = finish(&r, good);
    }
    chy_io_reader_free(r.reader);
    chy_cli_coder_close(&r.coder);
    return status;
}

bool chy_cli_no_input(const chy_cli_verb *verb, const chy_cli_settings *settings) {
    if (settings->file_count > 0 || !isatty(STDIN_FILENO)) {
        return false;
    }
    fprintf(
        stderr,
        "usage: chancery %s %s\nexample: %s\n`chancery %s --help` says more; with \"-\" it reads "
        "what you type.\n",
        verb->name, verb->arguments, verb->example, verb->name);
    return true;
}
