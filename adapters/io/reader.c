#include "io/reader.h"

#include <stdlib.h>
#include <string.h>

/* Sniffing looks at no more than this. */
#define SNIFF_SIZE ((size_t)64 * 1024)

static const char *const standard_input[] = {"-"};

chy_status chy_io_reader_new(const char *const *paths, size_t path_count,
                             const chy_io_options *options, chy_io_reader **reader,
                             chy_error *err) {
    chy_io_reader *r = calloc(1, sizeof *r);
    *reader = r;
    if (r == NULL) {
        return chy_io_fail(err, CHY_ERROR_MEMORY, "input", CHY_NOWHERE, CHY_NOWHERE,
                           "There is no memory to read.");
    }
    r->paths = path_count > 0 ? paths : standard_input;
    r->path_count = path_count > 0 ? path_count : 1;
    r->options = options;
    r->source = "input";
    return CHY_OK;
}

void chy_io_reader_free(chy_io_reader *reader) {
    if (reader != NULL) {
        chy_io_stream_close(reader->stream);
        free(reader);
    }
}

static void close_file(chy_io_reader *reader) {
    chy_io_stream_close(reader->stream);
    reader->stream = NULL;
}

/* Reads until the window holds `size` bytes or the input ends. */
static chy_io_result fill_to(chy_io_reader *reader, size_t size, chy_error *err) {
    size_t have;
    bool end = false;
    while ((void)chy_io_stream_window(reader->stream, &have), have < size && !end) {
        if (!chy_io_stream_fill(reader->stream, &end, err)) {
            return err->code == CHY_OK ? CHY_IO_INTERRUPTED : CHY_IO_UNREADABLE;
        }
    }
    return CHY_IO_ITEM;
}

/* What a person types is looked at as soon as a line is there; waiting for more would hang a pipe.
 */
static chy_io_result fill_line(chy_io_reader *reader, chy_error *err) {
    bool end = false;
    for (;;) {
        size_t have;
        const char *window = chy_io_stream_window(reader->stream, &have);
        if (end || have >= SNIFF_SIZE || (have > 0 && memchr(window, '\n', have) != NULL)) {
            return CHY_IO_ITEM;
        }
        if (!chy_io_stream_fill(reader->stream, &end, err)) {
            return err->code == CHY_OK ? CHY_IO_INTERRUPTED : CHY_IO_UNREADABLE;
        }
    }
}

/* Whether lines begin with a party as `relate` has them marked: only their header is missing. */
static bool is_marked(const char *window, size_t size) {
    return size >= 3 && (memcmp(window, "<s>", 3) == 0 || memcmp(window, "<t>", 3) == 0);
}

/* Decides what the file is. CHY_IO_UNREADABLE: nothing that can be read here. */
static chy_io_result choose_container(chy_io_reader *reader, const char *window, size_t size,
                                      chy_error *err) {
    const chy_io_options *options = reader->options;
    reader->container = options->from;
    if (reader->container == CHY_IO_SNIFF) {
        reader->container = chy_io_sniff(options, reader->source, window, size);
        bool headless = reader->container == CHY_IO_SNIFF && is_marked(window, size);
        bool prose = reader->container == CHY_IO_TEXT || reader->container == CHY_IO_SNIFF;
        const char *wrong = prose && !headless ? chy_io_no_text(window, size) : NULL;
        if (wrong != NULL) {
            (void)chy_io_fail(err, CHY_ERROR_TEXT, reader->source, CHY_NOWHERE, CHY_NOWHERE,
                              "This looks like %s.", wrong);
            return CHY_IO_UNREADABLE;
        }
    }
    if (reader->container == CHY_IO_SNIFF) {
        (void)chy_io_fail(err, CHY_ERROR_TEXT, reader->source, CHY_NOWHERE, CHY_NOWHERE,
                          "This is neither JSON Lines nor a table whose first line names a "
                          "column \"%s\".",
                          chy_io_column(options, CHY_IO_FIELD_TEXT));
        return CHY_IO_UNREADABLE;
    }
    bool columns = reader->container != CHY_IO_TEXT && reader->container != CHY_IO_CONLLU;
    for (int i = 0; !columns && i < CHY_IO_FIELD_COUNT; i++) {
        if (options->columns[i] != NULL) {
            (void)chy_io_fail(err, CHY_ERROR_TEXT, reader->source, CHY_NOWHERE, CHY_NOWHERE,
                              "This has no columns, so none \"%s\"; --from says what it is.",
                              options->columns[i]);
            return CHY_IO_UNREADABLE;
        }
    }
    return CHY_IO_ITEM;
}

static chy_io_result begin_file(chy_io_reader *reader, chy_error *err) {
    size_t size;
    chy_io_result result = fill_line(reader, err);
    if (result != CHY_IO_ITEM) {
        return result;
    }
    const char *window = chy_io_stream_window(reader->stream, &size);
    result = choose_container(reader, window, size, err);
    if (result != CHY_IO_ITEM) {
        return result;
    }
    bool marked = size >= 3 && memcmp(window, "\xEF\xBB\xBF", 3) == 0;
    if (marked && reader->container != CHY_IO_TEXT) {
        chy_io_stream_consume(reader->stream, 3); /* of a text it is a character of the report */
    }
    reader->part = 0;
    reader->objects = 0;
    reader->fields_met = 0;
    if (reader->container == CHY_IO_CSV || reader->container == CHY_IO_TSV) {
        return chy_io_read_header(reader, err);
    }
    return CHY_IO_ITEM;
}

static chy_io_result open_next(chy_io_reader *reader, chy_error *err) {
    const char *path = reader->paths[reader->next_path++];
    reader->source = strcmp(path, "-") == 0 ? "stdin" : path;
    if (chy_io_stream_open(path, &reader->stream, err) != CHY_OK) {
        return CHY_IO_UNREADABLE;
    }
    chy_io_result result = begin_file(reader, err);
    if (result != CHY_IO_ITEM) {
        close_file(reader);
    }
    return result;
}

static chy_io_result next_of_file(chy_io_reader *reader, chy_io_item *item, chy_error *err) {
    switch (reader->container) {
    case CHY_IO_JSONL:
        return chy_io_next_jsonl(reader, item, err);
    case CHY_IO_CSV:
    case CHY_IO_TSV:
        return chy_io_next_row(reader, item, err);
    case CHY_IO_CONLLU:
        return chy_io_next_conllu(reader, item, err);
    case CHY_IO_TEXT:
    case CHY_IO_SNIFF:
    case CHY_IO_CONTAINER_COUNT:
    default:
        return chy_io_next_text(reader, item, err);
    }
}

chy_io_result chy_io_reader_next(chy_io_reader *reader, chy_io_item *item, chy_error *err) {
    for (;;) {
        memset(item, 0, sizeof *item);
        if (reader->stream == NULL) {
            if (reader->next_path == reader->path_count) {
                return CHY_IO_END;
            }
            chy_io_result opened = open_next(reader, err);
            if (opened == CHY_IO_END) {
                continue; /* an empty table */
            }
            if (opened != CHY_IO_ITEM) {
                item->source = reader->source;
                item->line = CHY_NOWHERE;
                return opened;
            }
        }
        item->source = reader->source;
        item->line = chy_io_stream_line(reader->stream);
        chy_io_result result = next_of_file(reader, item, err);
        if (result == CHY_IO_ITEM) {
            result = chy_io_item_finish(reader, item, err);
        }
        if (result == CHY_IO_END || result == CHY_IO_UNREADABLE) {
            close_file(reader);
        }
        if (result != CHY_IO_END) {
            return result;
        }
        chy_io_item_free(item);
    }
}

double chy_io_reader_progress(const chy_io_reader *reader) {
    if (reader->stream == NULL) {
        return (double)reader->next_path / (double)reader->path_count;
    }
    uint64_t size;
    uint64_t position = chy_io_stream_position(reader->stream, &size);
    if (size == 0) {
        return -1;
    }
    double share = position >= size ? 1.0 : (double)position / (double)size;
    return ((double)reader->next_path - 1 + share) / (double)reader->path_count;
}

size_t chy_io_next_line(chy_io_reader *reader, chy_io_result *result, chy_error *err) {
    size_t searched = 0;
    bool end = false;
    *result = CHY_IO_ITEM;
    for (;;) {
        size_t size;
        const char *window = chy_io_stream_window(reader->stream, &size);
        const char *found =
            size > searched ? memchr(window + searched, '\n', size - searched) : NULL;
        if (found != NULL) {
            return (size_t)(found - window) + 1;
        }
        searched = size;
        if (end) {
            *result = size == 0 ? CHY_IO_END : CHY_IO_ITEM;
            return size == 0 ? 0 : size;
        }
        if (size > CHY_IO_LIMIT_ITEM) {
            *result = CHY_IO_REJECTED;
            return size;
        }
        if (!chy_io_stream_fill(reader->stream, &end, err)) {
            *result = err->code == CHY_OK ? CHY_IO_INTERRUPTED : CHY_IO_UNREADABLE;
            return 0;
        }
    }
}

chy_io_result chy_io_next_text(chy_io_reader *reader, chy_io_item *item, chy_error *err) {
    if (reader->part > 0) {
        return CHY_IO_END;
    }
    reader->part = 1;
    item->line = CHY_NOWHERE;
    /* One byte over the limit is enough for the core to refuse it with its own words. */
    size_t most = (size_t)CHY_LIMIT_TEXT_BYTES + 4;
    chy_io_result result = fill_to(reader, most, err);
    if (result != CHY_IO_ITEM) {
        return result;
    }
    size_t size;
    const char *window = chy_io_stream_window(reader->stream, &size);
    size = size < most ? size : most;
    if (!chy_io_item_set(item, CHY_IO_FIELD_TEXT, window, size)) {
        return chy_io_no_memory(reader, err);
    }
    return CHY_IO_ITEM;
}
