/* Where reports come from and where records go: files, standard input, gzip, and the containers
 * that hold reports. Built on the public header alone. Not thread-safe: one thread reads, one
 * writes. */
#ifndef CHY_IO_IO_H
#define CHY_IO_IO_H

#include "chancery.h"

/* ---- Errors -------------------------------------------------------------------------------------
 */

/* How a step of reading ended. */
typedef enum chy_io_result {
    CHY_IO_ITEM,       /* a report was read */
    CHY_IO_END,        /* there is no more */
    CHY_IO_REJECTED,   /* one report cannot be read; the next ones may */
    CHY_IO_UNREADABLE, /* the file cannot be read (any further); the next files may */
    CHY_IO_INTERRUPTED /* a signal came while waiting for input */
} chy_io_result;

/* Fills `err` and returns `code`. Line and byte: CHY_NOWHERE where there is none. */
chy_status chy_io_fail(chy_error *err, chy_status code, const char *source, size_t byte,
                       size_t line, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* ---- Whole files --------------------------------------------------------------------------------
 */

/* A file mapped to memory, read-only. */
typedef struct chy_io_map {
    const char *data;
    size_t size;
} chy_io_map;

/* Maps a file. An empty file has size 0 and no data. CHY_ERROR_ARGUMENT with the system's reason.
 */
CHY_MUST_USE chy_status chy_io_map_open(const char *path, chy_io_map *map, chy_error *err);
void chy_io_map_close(chy_io_map *map);

/* ---- Tables -------------------------------------------------------------------------------------
 */

/* Tables of a user's own, mapped: what chy_coder_parts takes. Zeroed before the first one. */
typedef struct chy_io_tables {
    chy_facts_source *sources;
    size_t count;
    chy_io_map *maps;
    char **names;
} chy_io_tables;

/* Adds a file, or the .tsv and .txt of a folder in order of their names. CHY_ERROR_ARGUMENT with
 * the system's reason, or for a folder without any; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_io_tables_add(chy_io_tables *tables, const char *path, chy_error *err);
void chy_io_tables_close(chy_io_tables *tables);

/* ---- Bytes in -----------------------------------------------------------------------------------
 */

/* A file or standard input, unpacked where it is gzip, with a window of what was read. */
typedef struct chy_io_stream chy_io_stream;

/* `path` "-": standard input. CHY_ERROR_ARGUMENT with the system's reason; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_io_stream_open(const char *path, chy_io_stream **stream,
                                           chy_error *err);
void chy_io_stream_close(chy_io_stream *stream);
/* The bytes at hand, not consumed yet. Valid until the next call. */
const char *chy_io_stream_window(const chy_io_stream *stream, size_t *size);
/* Reads more into the window; `*end` becomes true when there is no more. False: `err` says why
 * (CHY_ERROR_ TEXT for damaged gzip, CHY_ERROR_MEMORY, CHY_ERROR_ARGUMENT for the system's reason)
 * or, with `*end` false and err->code CHY_OK, a signal came. */
CHY_MUST_USE bool chy_io_stream_fill(chy_io_stream *stream, bool *end, chy_error *err);
/* Drops the first `size` bytes of the window. */
void chy_io_stream_consume(chy_io_stream *stream, size_t size);
/* Line number, from 1, of the window's first byte. */
size_t chy_io_stream_line(const chy_io_stream *stream);
/* Bytes read from the file so far and its size (0 where it has none), for progress. */
uint64_t chy_io_stream_position(const chy_io_stream *stream, uint64_t *size);

/* ---- Reports in ---------------------------------------------------------------------------------
 */

typedef enum chy_io_container {
    CHY_IO_SNIFF = 0,
    CHY_IO_TEXT,  /* a file is a report */
    CHY_IO_JSONL, /* an object a line */
    CHY_IO_CSV,
    CHY_IO_TSV,
    CHY_IO_CONLLU,
    CHY_IO_CONTAINER_COUNT
} chy_io_container;
/* By its name ("jsonl"); CHY_IO_CONTAINER_COUNT for an unknown one. */
chy_io_container chy_io_container_of(const char *name);

/* What a row or object may hold. */
typedef enum chy_io_field {
    CHY_IO_FIELD_TEXT,
    CHY_IO_FIELD_ID,
    CHY_IO_FIELD_TITLE,
    CHY_IO_FIELD_PUBLISHED,
    CHY_IO_FIELD_PUBLISHER,
    CHY_IO_FIELD_URL,
    CHY_IO_FIELD_DATELINE,
    CHY_IO_FIELD_LANGUAGE,
    CHY_IO_FIELD_COUNT
} chy_io_field;
const char *chy_io_field_name(chy_io_field field);
/* CHY_IO_FIELD_COUNT for an unknown name. */
chy_io_field chy_io_field_of(const char *name, size_t size);

typedef struct chy_io_options {
    chy_io_container from;
    unsigned accepted;                       /* bits 1 << container that sniffing may answer */
    const char *columns[CHY_IO_FIELD_COUNT]; /* its name in the input; NULL: its own */
    const char *published;                   /* chy_report.published_else; or NULL */
    bool lenient;                            /* as in chy_report */
} chy_io_options;

/* A row, an object or a text file longer than this is refused: room for a text of the limit with
 * every character escaped. */
#define CHY_IO_LIMIT_ITEM ((size_t)6 * CHY_LIMIT_TEXT_BYTES + 65536)

/* A report as read. Owns all that `report` points to. */
typedef struct chy_io_item {
    chy_report report;
    const char *source; /* the file's name, borrowed from the caller's paths; "stdin" */
    size_t line;        /* where it starts, from 1; CHY_NOWHERE for a file that is one report */
    char *fields[CHY_IO_FIELD_COUNT];
    chy_given_word *words;
    char *forms;
} chy_io_item;
void chy_io_item_free(chy_io_item *item);

/* Reads the reports of several files one after another. */
typedef struct chy_io_reader chy_io_reader;

/* Paths and options are borrowed until the reader is freed. No path: standard input.
 * CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_io_reader_new(const char *const *paths, size_t path_count,
                                          const chy_io_options *options, chy_io_reader **reader,
                                          chy_error *err);
void chy_io_reader_free(chy_io_reader *reader);
/* CHY_IO_ITEM: `item` is the caller's, to be freed. CHY_IO_REJECTED: `item` holds source, line and,
 * where it could be read, the id, to be freed likewise; `err` says why. CHY_IO_UNREADABLE: `err`
 * says why. */
CHY_MUST_USE chy_io_result chy_io_reader_next(chy_io_reader *reader, chy_io_item *item,
                                              chy_error *err);
/* Share of the input that was read, 0 to 1; negative where it cannot be known. */
double chy_io_reader_progress(const chy_io_reader *reader);

/* ---- Records out --------------------------------------------------------------------------------
 */

/* Standard output, or a file under a temporary name that takes its own when all is well. */
typedef struct chy_io_output chy_io_output;

/* `path` NULL or "-": standard output. CHY_ERROR_OUTPUT with the system's reason; CHY_ERROR_MEMORY.
 */
CHY_MUST_USE chy_status chy_io_output_open(const char *path, chy_io_output **output,
                                           chy_error *err);
/* A chy_sink: `context` is the output. False when writing failed. */
bool chy_io_output_write(void *context, const char *data, size_t size);
/* The name of the temporary file, for a signal handler to remove; NULL for none. Valid until
 * closed. */
const char *chy_io_output_temporary(const chy_io_output *output);
/* Hands what is buffered to the system. */
CHY_MUST_USE bool chy_io_output_flush(chy_io_output *output);
/* Flushes, gives the file its name, and frees. CHY_ERROR_OUTPUT with the system's reason, also for
 * a failure of an earlier write; the temporary file is then removed. */
CHY_MUST_USE chy_status chy_io_output_close(chy_io_output *output, chy_error *err);
/* Frees and removes the temporary file. NULL is allowed. */
void chy_io_output_discard(chy_io_output *output);

#endif
