#include "io/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* CSV as RFC 4180 has it; TSV with its quotation marks told apart from those of news text: a field
 * of TSV that begins with one is quoted only where the mark that closes it stands at the field's
 * end. */

/* From this size on a row that is not complete is looked at again only when its window has doubled,
 * which keeps the work linear; below it at once, so that rows typed into a pipe come through. */
#define REREAD_FREELY ((size_t)1024 * 1024)

typedef enum scan { SCAN_DONE, SCAN_MORE, SCAN_BROKEN } scan;

typedef struct field {
    size_t start, end; /* in the window; inside the quotation marks */
    bool quoted;
} field;

typedef struct row {
    field fields[CHY_IO_FIELD_COUNT]; /* those a column is known for */
    size_t count;                     /* fields of the row */
    size_t size;                      /* bytes, line end included */
} row;

typedef struct source {
    const char *data;
    size_t size;
    bool end; /* nothing comes after data[size - 1] */
    char delimiter;
    bool tabs;
} source;

static bool ends_field(const source *s, size_t at) {
    return at >= s->size || s->data[at] == s->delimiter || s->data[at] == '\n' ||
           (s->data[at] == '\r' && (at + 1 >= s->size || s->data[at + 1] == '\n'));
}

/* A field that begins with a quotation mark at `at`. `*literal`: it is no quoted field. */
static scan scan_quoted(const source *s, size_t at, field *f, bool *literal) {
    size_t from = at + 1;
    *literal = false;
    for (;;) {
        const char *mark = from < s->size ? memchr(s->data + from, '"', s->size - from) : NULL;
        size_t place = mark != NULL ? (size_t)(mark - s->data) : s->size;
        if (place + 2 > s->size && !s->end) {
            return SCAN_MORE;
        }
        if (mark == NULL || (!ends_field(s, place + 1) && s->data[place + 1] != '"')) {
            *literal = s->tabs;
            return s->tabs ? SCAN_DONE : SCAN_BROKEN;
        }
        if (place + 1 < s->size && s->data[place + 1] == '"') {
            from = place + 2;
            continue;
        }
        *f = (field){at + 1, place, true};
        return SCAN_DONE;
    }
}

static scan scan_literal(const source *s, size_t at, field *f) {
    size_t place = at;
    while (place < s->size && s->data[place] != s->delimiter && s->data[place] != '\n') {
        place++;
    }
    if (place == s->size && !s->end) {
        return SCAN_MORE;
    }
    bool carriage =
        place > at && s->data[place - 1] == '\r' && (place == s->size || s->data[place] == '\n');
    *f = (field){at, place - (carriage ? 1 : 0), false};
    return SCAN_DONE;
}

/* One field at `*at`, which moves to the character after it. */
static scan scan_field(const source *s, size_t *at, field *f) {
    if (*at < s->size && s->data[*at] == '"') {
        bool literal;
        scan result = scan_quoted(s, *at, f, &literal);
        if (result != SCAN_DONE || !literal) {
            *at = f->end + 1;
            return result;
        }
    }
    scan result = scan_literal(s, *at, f);
    *at = f->end;
    return result;
}

/* The row at the start of the window. `columns`: which column each field stands in. */
static scan scan_row(const source *s, const size_t columns[CHY_IO_FIELD_COUNT], row *r) {
    size_t at = 0;
    r->count = 0;
    for (;;) {
        field f = {0, 0, false};
        scan result = scan_field(s, &at, &f);
        if (result != SCAN_DONE) {
            return result;
        }
        for (int i = 0; i < CHY_IO_FIELD_COUNT; i++) {
            if (columns[i] == r->count) {
                r->fields[i] = f;
            }
        }
        r->count++;
        if (at < s->size && s->data[at] == s->delimiter) {
            at++;
            continue;
        }
        if (at < s->size && s->data[at] == '\r') {
            at++;
        }
        r->size = at < s->size ? at + 1 : at;
        return SCAN_DONE;
    }
}

/* Takes the doubled quotation marks of a quoted field apart; the copy is the caller's. */
static char *decode(const char *data, const field *f, size_t *size) {
    char *copy = chy_io_copy(data + f->start, f->end - f->start);
    *size = f->end - f->start;
    if (copy == NULL || !f->quoted) {
        return copy;
    }
    size_t to = 0;
    for (size_t from = 0; from < *size; from++) {
        copy[to++] = copy[from];
        from += copy[from] == '"' ? 1 : 0;
    }
    copy[to] = '\0';
    *size = to;
    return copy;
}

static chy_io_result fill(chy_io_reader *reader, bool *end, chy_error *err) {
    size_t before;
    size_t size;
    (void)chy_io_stream_window(reader->stream, &before);
    do {
        if (!chy_io_stream_fill(reader->stream, end, err)) {
            return err->code == CHY_OK ? CHY_IO_INTERRUPTED : CHY_IO_UNREADABLE;
        }
        (void)chy_io_stream_window(reader->stream, &size);
    } while (!*end && before > REREAD_FREELY && size < 2 * before);
    return CHY_IO_ITEM;
}

/* Drops the line a broken row starts with, so that reading goes on after it. */
static chy_io_result reject_row(chy_io_reader *reader, chy_status code, size_t line,
                                const char *reason, chy_error *err) {
    size_t size;
    const char *window = chy_io_stream_window(reader->stream, &size);
    const char *found = memchr(window, '\n', size);
    chy_io_stream_consume(reader->stream, found != NULL ? (size_t)(found - window) + 1 : size);
    (void)chy_io_fail(err, code, reader->source, CHY_NOWHERE, line, "%s", reason);
    return CHY_IO_REJECTED;
}

/* Scans the next row that is not blank; it stays in the window. */
static chy_io_result next_row(chy_io_reader *reader, row *r, source *s, chy_error *err) {
    bool end = false;
    s->delimiter = reader->delimiter;
    s->tabs = reader->container == CHY_IO_TSV;
    for (;;) {
        s->data = chy_io_stream_window(reader->stream, &s->size);
        s->end = end;
        if (s->size == 0 && end) {
            return CHY_IO_END;
        }
        scan result = s->size == 0 ? SCAN_MORE : scan_row(s, reader->columns, r);
        size_t line = chy_io_stream_line(reader->stream);
        if (result == SCAN_BROKEN) {
            return reject_row(reader, CHY_ERROR_TEXT, line,
                              "This row has a quotation mark that is neither doubled nor closed.",
                              err);
        }
        if (result == SCAN_MORE && s->size > CHY_IO_LIMIT_ITEM) {
            return reject_row(reader, CHY_ERROR_LIMIT, line,
                              "This row is longer than any report may be.", err);
        }
        if (result == SCAN_MORE) {
            chy_io_result filled = fill(reader, &end, err);
            if (filled != CHY_IO_ITEM) {
                return filled;
            }
        } else if (r->count == 1 && (s->data[0] == '\n' || s->data[0] == '\r')) {
            chy_io_stream_consume(reader->stream, r->size);
        } else {
            return CHY_IO_ITEM;
        }
    }
}

/* The names of the header as a message lists them: "id, Text". */
typedef struct names_seen {
    char list[160];
    size_t size;
} names_seen;

static void add_name(names_seen *seen, const char *name) {
    if (seen->size < sizeof seen->list) {
        int size = snprintf(seen->list + seen->size, sizeof seen->list - seen->size, "%s%s",
                            seen->size > 0 ? ", " : "", name);
        seen->size += size > 0 ? (size_t)size : 0;
    }
}

/* Which column a field stands in: the one of its name, else the first of its name in other case. */
static void map_column(chy_io_reader *reader, const char *name, bool *exact) {
    for (int i = 0; i < CHY_IO_FIELD_COUNT; i++) {
        const char *wanted = chy_io_column(reader->options, (chy_io_field)i);
        bool same = strcmp(wanted, name) == 0;
        bool take = same ? !exact[i] : reader->columns[i] == CHY_NOWHERE;
        if (take && (same || strcasecmp(wanted, name) == 0)) {
            reader->columns[i] = reader->column_count;
            exact[i] = same;
        }
    }
}

/* The text's column has to be there, and every one that --column names. */
static chy_io_result check_columns(const chy_io_reader *reader, const names_seen *seen,
                                   chy_error *err) {
    for (int i = 0; i < CHY_IO_FIELD_COUNT; i++) {
        bool wanted = i == CHY_IO_FIELD_TEXT || reader->options->columns[i] != NULL;
        if (wanted && reader->columns[i] == CHY_NOWHERE) {
            const char *hint = reader->options->columns[i] == NULL
                                   ? " --column text=NAME says which holds the text."
                                   : "";
            (void)chy_io_fail(err, CHY_ERROR_TEXT, reader->source, CHY_NOWHERE, 1,
                              "There is no column \"%.60s\"; the columns are: %.*s%s.%s",
                              chy_io_column(reader->options, (chy_io_field)i),
                              (int)sizeof seen->list, seen->list,
                              seen->size >= sizeof seen->list ? "..." : "", hint);
            return CHY_IO_UNREADABLE;
        }
    }
    return CHY_IO_ITEM;
}

static chy_io_result map_columns(chy_io_reader *reader, const source *s, chy_error *err) {
    size_t at = 0;
    bool exact[CHY_IO_FIELD_COUNT] = {false};
    names_seen seen = {.size = 0};
    for (reader->column_count = 0;; reader->column_count++) {
        field f = {0, 0, false};
        if (scan_field(s, &at, &f) != SCAN_DONE) {
            break;
        }
        size_t size;
        char *name = decode(s->data, &f, &size);
        if (name == NULL) {
            return chy_io_no_memory(reader, err);
        }
        map_column(reader, name, exact);
        add_name(&seen, name);
        free(name);
        if (at >= s->size || s->data[at] != s->delimiter) {
            reader->column_count++;
            break;
        }
        at++;
    }
    return check_columns(reader, &seen, err);
}

/* What stands between the header's names. A CSV whose header has no comma is one of the kind some
 * spreadsheets write, with semicolons, or has tabs and is TSV. */
static void set_delimiter(chy_io_reader *reader) {
    size_t size;
    const char *window = chy_io_stream_window(reader->stream, &size);
    const char *line_end = size > 0 ? memchr(window, '\n', size) : NULL;
    size_t length = line_end != NULL ? (size_t)(line_end - window) : size;
    bool commas = length > 0 && memchr(window, ',', length) != NULL;
    if (!commas && length > 0 && memchr(window, '\t', length) != NULL) {
        reader->container = CHY_IO_TSV;
    }
    bool semicolons = !commas && length > 0 && memchr(window, ';', length) != NULL;
    reader->delimiter = semicolons ? ';' : ',';
    if (reader->container == CHY_IO_TSV) {
        reader->delimiter = '\t';
    }
}

chy_io_result chy_io_read_header(chy_io_reader *reader, chy_error *err) {
    row r = {0};
    source s = {0};
    set_delimiter(reader);
    for (int i = 0; i < CHY_IO_FIELD_COUNT; i++) {
        reader->columns[i] = CHY_NOWHERE;
    }
    chy_io_result result = next_row(reader, &r, &s, err);
    if (result == CHY_IO_REJECTED) {
        return CHY_IO_UNREADABLE;
    }
    if (result == CHY_IO_ITEM) {
        result = map_columns(reader, &s, err);
        chy_io_stream_consume(reader->stream, r.size);
    }
    return result;
}

static chy_io_result wrong_count(chy_io_reader *reader, const row *r, size_t line, chy_error *err) {
    chy_io_stream_consume(reader->stream, r->size);
    (void)chy_io_fail(err, CHY_ERROR_TEXT, reader->source, CHY_NOWHERE, line,
                      "This row has %zu field%s; the header has %zu.", r->count,
                      r->count == 1 ? "" : "s", reader->column_count);
    return CHY_IO_REJECTED;
}

chy_io_result chy_io_next_row(chy_io_reader *reader, chy_io_item *item, chy_error *err) {
    row r = {0};
    source s = {0};
    chy_io_result result = next_row(reader, &r, &s, err);
    if (result != CHY_IO_ITEM) {
        return result;
    }
    item->line = chy_io_stream_line(reader->stream);
    if (r.count != reader->column_count) {
        return wrong_count(reader, &r, item->line, err);
    }
    for (int i = 0; i < CHY_IO_FIELD_COUNT; i++) {
        if (reader->columns[i] == CHY_NOWHERE) {
            continue;
        }
        size_t size;
        char *value = decode(s.data, &r.fields[i], &size);
        if (value == NULL) {
            return chy_io_no_memory(reader, err);
        }
        free(item->fields[i]);
        item->fields[i] = value;
        item->report.text_size = i == CHY_IO_FIELD_TEXT ? size : item->report.text_size;
    }
    chy_io_stream_consume(reader->stream, r.size);
    return CHY_IO_ITEM;
}
