/* What the containers share. */
#ifndef CHY_IO_READER_H
#define CHY_IO_READER_H

#include "io/io.h"

struct chy_io_reader {
    const char *const *paths;
    size_t path_count;
    size_t next_path;
    const chy_io_options *options;
    chy_io_stream *stream; /* of the file being read, or NULL */
    const char *source;
    chy_io_container container;
    char delimiter;                     /* CSV and TSV */
    size_t columns[CHY_IO_FIELD_COUNT]; /* which column holds the field; CHY_NOWHERE for none */
    size_t column_count;
    uint32_t part; /* CoNLL-U: documents of the file so far */
    /* JSON Lines: objects of the file so far, and the fields that one of them had, bits. */
    size_t objects;
    unsigned fields_met;
};

/* Bytes of the next line, its end included, now at the start of the window; 0 at the end of the
 * input, with
 * `*result` CHY_IO_END. On a failure 0 with another `*result`. A line over CHY_IO_LIMIT_ITEM is
 * skipped: CHY_IO_REJECTED. `*from` tells how far the window was searched already: 0 at first. */
size_t chy_io_next_line(chy_io_reader *reader, chy_io_result *result, chy_error *err);

/* The name of the field's column in the input. */
const char *chy_io_column(const chy_io_options *options, chy_io_field field);
/* Copies `size` bytes with a NUL after them; NULL when there is no memory. */
char *chy_io_copy(const char *data, size_t size);
/* Puts a field into the item; the text keeps its size, others end at a NUL. False: no memory. */
bool chy_io_item_set(chy_io_item *item, chy_io_field field, const char *data, size_t size);
/* Fills what the input did not say: the id ("file:line"), the date of the options. */
CHY_MUST_USE chy_io_result chy_io_item_finish(const chy_io_reader *reader, chy_io_item *item,
                                              chy_error *err);
chy_io_result chy_io_no_memory(const chy_io_reader *reader, chy_error *err);

/* One item each; as chy_io_reader_next. */
chy_io_result chy_io_next_text(chy_io_reader *reader, chy_io_item *item, chy_error *err);
chy_io_result chy_io_next_jsonl(chy_io_reader *reader, chy_io_item *item, chy_error *err);
chy_io_result chy_io_next_row(chy_io_reader *reader, chy_io_item *item, chy_error *err);
chy_io_result chy_io_next_conllu(chy_io_reader *reader, chy_io_item *item, chy_error *err);
/* Reads the header of CSV or TSV. CHY_IO_ITEM: done. */
chy_io_result chy_io_read_header(chy_io_reader *reader, chy_error *err);
/* What the first characters of a file look like; CHY_IO_SNIFF: nothing that the options accept. */
chy_io_container chy_io_sniff(const chy_io_options *options, const char *path, const char *data,
                              size_t size);
/* What is wrong with characters that would be read as text and are none: markup, JSON over several
 * lines. NULL: nothing. */
const char *chy_io_no_text(const char *data, size_t size);

#endif
