#include "record/json.h"

#include <string.h>

void chy_put_start(chy_json_writer *json, chy_out *out, bool pretty) {
    json->out = out;
    json->pretty = pretty;
    json->first = true;
    json->depth = 0;
    json->flat = false;
}

static void new_line(chy_json_writer *json) {
    if (json->pretty && !json->flat) {
        chy_out_char(json->out, '\n');
        chy_out_repeat(json->out, ' ', (size_t)json->depth * 2);
    }
}

static void escape(chy_out *out, unsigned char c) {
    static const char hexadecimal[] = "0123456789abcdef";
    switch (c) {
    case '"':
        chy_out_string(out, "\\\"");
        return;
    case '\\':
        chy_out_string(out, "\\\\");
        return;
    case '\n':
        chy_out_string(out, "\\n");
        return;
    case '\r':
        chy_out_string(out, "\\r");
        return;
    case '\t':
        chy_out_string(out, "\\t");
        return;
    default:
        chy_out_string(out, "\\u00");
        chy_out_char(out, hexadecimal[c >> 4]);
        chy_out_char(out, hexadecimal[c & 15]);
    }
}

/* The characters of a string between its quotation marks. */
static void write_escaped(chy_out *out, const char *data, size_t size) {
    size_t done = 0; /* before it everything is written */
    size_t at = 0;
    while (at < size) {
        unsigned char c = (unsigned char)data[at];
        size_t length = 1;
        bool plain = c >= 0x20 && c != '"' && c != '\\' && c != 0x7F;
        bool broken =
            c >= 0x80 && chy_out_decode(data + at, size - at, &length) == 0xFFFD && length == 1;
        if (!plain || broken) {
            chy_out_bytes(out, data + done, at - done);
            done = at + 1;
            if (broken) {
                chy_out_string(out, "\xEF\xBF\xBD");
            } else {
                escape(out, c);
            }
        }
        at += length;
    }
    if (size > done) {
        chy_out_bytes(out, data + done, size - done);
    }
}

static void quote(chy_out *out, const char *data, size_t size) {
    chy_out_char(out, '"');
    write_escaped(out, data, size);
    chy_out_char(out, '"');
}

/* What comes before any value: a comma, the line's indentation, the key. */
static void before(chy_json_writer *json, const char *key) {
    if (json->depth > 0) {
        if (!json->first) {
            chy_out_string(json->out, json->pretty && json->flat ? ", " : ",");
        }
        new_line(json);
    }
    json->first = false;
    if (key != NULL) {
        quote(json->out, key, strlen(key));
        chy_out_string(json->out, json->pretty ? ": " : ":");
    }
}

static void open_with(chy_json_writer *json, const char *key, char bracket) {
    before(json, key);
    chy_out_char(json->out, bracket);
    json->depth++;
    json->first = true;
}

static void close_with(chy_json_writer *json, char bracket) {
    json->depth--;
    if (!json->first) {
        new_line(json);
    }
    chy_out_char(json->out, bracket);
    json->first = false;
}

void chy_put_open_object(chy_json_writer *json, const char *key) {
    open_with(json, key, '{');
}

void chy_put_close_object(chy_json_writer *json) {
    close_with(json, '}');
}

void chy_put_open_flat(chy_json_writer *json, const char *key) {
    chy_put_open_object(json, key);
    json->flat = true;
}

void chy_put_close_flat(chy_json_writer *json) {
    chy_put_close_object(json);
    json->flat = false;
}

void chy_put_open_array(chy_json_writer *json, const char *key) {
    open_with(json, key, '[');
}

void chy_put_close_array(chy_json_writer *json) {
    close_with(json, ']');
}

void chy_put_string(chy_json_writer *json, const char *key, const char *value) {
    if (value == NULL) {
        chy_put_null(json, key);
    } else {
        chy_put_slice(json, key, chy_slice_of(value));
    }
}

void chy_put_slice(chy_json_writer *json, const char *key, chy_slice value) {
    before(json, key);
    quote(json->out, value.data, value.size);
}

void chy_put_text(chy_json_writer *json, const char *key, bool marked, chy_slice value) {
    before(json, key);
    chy_out_string(json->out, marked ? "\"\xEF\xBB\xBF" : "\"");
    write_escaped(json->out, value.data, value.size);
    chy_out_char(json->out, '"');
}

void chy_put_known(chy_json_writer *json, const char *key, const char *value) {
    chy_put_string(json, key, value != NULL && value[0] != '\0' ? value : NULL);
}

void chy_put_uint(chy_json_writer *json, const char *key, uint64_t value) {
    before(json, key);
    chy_out_uint(json->out, value);
}

void chy_put_decimal(chy_json_writer *json, const char *key, double value, unsigned decimals) {
    before(json, key);
    chy_out_decimal(json->out, value, decimals);
}

void chy_put_bool(chy_json_writer *json, const char *key, bool value) {
    before(json, key);
    chy_out_string(json->out, value ? "true" : "false");
}

void chy_put_null(chy_json_writer *json, const char *key) {
    before(json, key);
    chy_out_string(json->out, "null");
}

void chy_put_id(chy_json_writer *json, const char *key, const char *prefix, uint32_t index) {
    if (index == CHY_NONE) {
        chy_put_null(json, key);
        return;
    }
    before(json, key);
    chy_out_char(json->out, '"');
    chy_out_string(json->out, prefix);
    chy_out_uint(json->out, (uint64_t)index + 1);
    chy_out_char(json->out, '"');
}
