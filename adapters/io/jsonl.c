#include "io/reader.h"

#include <string.h>
#include <yajl/yajl_parse.h>

/* Reads one object of one line; only its top level is looked at. */
typedef struct line_state {
    chy_io_reader *reader;
    chy_io_item *item;
    uint32_t depth;
    bool object; /* the top level is an object */
    bool no_memory;
    bool bad_type;      /* the text is not a string */
    chy_io_field field; /* of the key just read; CHY_IO_FIELD_COUNT: of no interest */
} line_state;

static int on_string(void *context, const unsigned char *value, size_t size) {
    line_state *state = context;
    if (state->depth == 1 && state->field != CHY_IO_FIELD_COUNT &&
        !chy_io_item_set(state->item, state->field, (const char *)value, size)) {
        state->no_memory = true;
        return 0;
    }
    return 1;
}

/* A number is taken as it is written where a name is expected: {"id": 17}. */
static int on_number(void *context, const char *value, size_t size) {
    line_state *state = context;
    if (state->depth == 1 && state->field == CHY_IO_FIELD_TEXT) {
        state->bad_type = true;
        return 0;
    }
    return on_string(context, (const unsigned char *)value, size);
}

static int on_other(void *context) {
    line_state *state = context;
    if (state->depth == 1 && state->field == CHY_IO_FIELD_TEXT) {
        state->bad_type = true;
        return 0;
    }
    return state->depth > 0;
}

static int on_bool(void *context, int value) {
    (void)value;
    return on_other(context);
}

static int on_open_object(void *context) {
    line_state *state = context;
    if (state->depth > 0 && !on_other(context)) {
        return 0;
    }
    state->object = state->object || state->depth == 0;
    state->depth++;
    return 1;
}

static int on_open_array(void *context) {
    line_state *state = context;
    if (!on_other(context)) {
        return 0;
    }
    state->depth++;
    return 1;
}

static int on_close(void *context) {
    line_state *state = context;
    state->depth--;
    return 1;
}

static int on_key(void *context, const unsigned char *key, size_t size) {
    line_state *state = context;
    if (state->depth != 1) {
        return 1;
    }
    state->field = CHY_IO_FIELD_COUNT;
    for (int i = 0; i < CHY_IO_FIELD_COUNT; i++) {
        const char *name = chy_io_column(state->reader->options, (chy_io_field)i);
        if (strlen(name) == size && memcmp(name, key, size) == 0) {
            state->field = (chy_io_field)i;
            state->reader->fields_met |= 1u << i;
        }
    }
    return 1;
}

static chy_io_result reject(const line_state *state, size_t byte, const char *reason,
                            chy_error *err) {
    (void)chy_io_fail(err, CHY_ERROR_TEXT, state->item->source, byte, state->item->line, "%s",
                      reason);
    return CHY_IO_REJECTED;
}

/* What yajl stopped at, in one line and without the excerpt it can add. */
static chy_io_result reject_parse(const line_state *state, yajl_handle parser, chy_error *err) {
    if (state->no_memory) {
        return chy_io_no_memory(state->reader, err);
    }
    if (state->bad_type) {
        return reject(state, CHY_NOWHERE, "The text of this line is not a string.", err);
    }
    if (!state->object) {
        return reject(state, 0, "This line does not hold a JSON object.", err);
    }
    size_t byte = yajl_get_bytes_consumed(parser);
    unsigned char *message = yajl_get_error(parser, 0, NULL, 0);
    const char *reason = message != NULL ? (const char *)message : "error";
    (void)chy_io_fail(err, CHY_ERROR_TEXT, state->item->source, byte, state->item->line,
                      "This line is not JSON near its byte %zu: %.*s.", byte,
                      (int)strcspn(reason, ".\n"), reason);
    yajl_free_error(parser, message);
    return CHY_IO_REJECTED;
}

static chy_io_result parse(line_state *state, const char *line, size_t size, chy_error *err) {
    static const yajl_callbacks callbacks = {
        .yajl_null = on_other,
        .yajl_boolean = on_bool,
        .yajl_number = on_number,
        .yajl_string = on_string,
        .yajl_start_map = on_open_object,
        .yajl_map_key = on_key,
        .yajl_end_map = on_close,
        .yajl_start_array = on_open_array,
        .yajl_end_array = on_close,
    };
    const char *feed = memchr(line, '\f', size);
    if (feed != NULL) { /* yajl takes a form feed for white space; JSON does not */
        return reject(state, (size_t)(feed - line), "This line is not JSON: it holds a form feed.",
                      err);
    }
    yajl_handle parser = yajl_alloc(&callbacks, NULL, state);
    if (parser == NULL) {
        return chy_io_no_memory(state->reader, err);
    }
    if (state->reader->options->lenient) {
        yajl_config(parser, yajl_dont_validate_strings, 1);
    }
    yajl_status status = yajl_parse(parser, (const unsigned char *)line, size);
    if (status == yajl_status_ok) {
        status = yajl_complete_parse(parser);
    }
    chy_io_result result = CHY_IO_ITEM;
    if (status != yajl_status_ok) {
        result = reject_parse(state, parser, err);
    } else if (state->item->fields[CHY_IO_FIELD_TEXT] == NULL) {
        const char *name = chy_io_column(state->reader->options, CHY_IO_FIELD_TEXT);
        (void)chy_io_fail(err, CHY_ERROR_TEXT, state->item->source, CHY_NOWHERE, state->item->line,
                          "This line has no field \"%s\".", name);
        result = CHY_IO_REJECTED;
    }
    yajl_free(parser);
    return result;
}

static bool blank(const char *data, size_t size) {
    for (size_t i = 0; i < size; i++) {
        if (data[i] != ' ' && data[i] != '\t' && data[i] != '\r' && data[i] != '\n') {
            return false;
        }
    }
    return true;
}

/* Drops the rest of a line that is too long. */
static chy_io_result skip_line(chy_io_reader *reader, chy_io_item *item, chy_error *err) {
    bool end = false;
    for (;;) {
        size_t size;
        const char *window = chy_io_stream_window(reader->stream, &size);
        const char *found = size > 0 ? memchr(window, '\n', size) : NULL;
        chy_io_stream_consume(reader->stream, found != NULL ? (size_t)(found - window) + 1 : size);
        if (found != NULL || end) {
            (void)chy_io_fail(err, CHY_ERROR_LIMIT, item->source, CHY_NOWHERE, item->line,
                              "This line has more than %zu bytes.", CHY_IO_LIMIT_ITEM);
            return CHY_IO_REJECTED;
        }
        if (!chy_io_stream_fill(reader->stream, &end, err)) {
            return err->code == CHY_OK ? CHY_IO_INTERRUPTED : CHY_IO_UNREADABLE;
        }
    }
}

/* At the end of a file: a field that --column names and no object had is a slip. */
static chy_io_result check_fields(chy_io_reader *reader, chy_error *err) {
    for (int i = 0; reader->objects > 0 && i < CHY_IO_FIELD_COUNT; i++) {
        bool missing = i != CHY_IO_FIELD_TEXT && reader->options->columns[i] != NULL &&
                       (reader->fields_met >> i & 1u) == 0;
        if (missing) {
            (void)chy_io_fail(err, CHY_ERROR_TEXT, reader->source, CHY_NOWHERE, CHY_NOWHERE,
                              "No line has a field \"%s\", which --column names.",
                              reader->options->columns[i]);
            return CHY_IO_UNREADABLE;
        }
    }
    return CHY_IO_END;
}

chy_io_result chy_io_next_jsonl(chy_io_reader *reader, chy_io_item *item, chy_error *err) {
    for (;;) {
        chy_io_result result;
        item->line = chy_io_stream_line(reader->stream);
        size_t size = chy_io_next_line(reader, &result, err);
        if (result == CHY_IO_REJECTED) {
            return skip_line(reader, item, err);
        }
        if (result != CHY_IO_ITEM) {
            return result == CHY_IO_END ? check_fields(reader, err) : result;
        }
        size_t have;
        const char *line = chy_io_stream_window(reader->stream, &have);
        if (!blank(line, size)) {
            line_state state = {.reader = reader, .item = item, .field = CHY_IO_FIELD_COUNT};
            result = parse(&state, line, size, err);
            reader->objects += state.object;
            chy_io_stream_consume(reader->stream, size);
            return result;
        }
        chy_io_stream_consume(reader->stream, size);
    }
}
