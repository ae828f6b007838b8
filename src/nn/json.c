#include "nn/json.h"

#include <string.h>

chy_json chy_json_of(chy_slice text) {
    return (chy_json){.data = text.data, .size = text.size, .at = 0};
}

static void skip_space(chy_json *json) {
    while (json->at < json->size) {
        char c = json->data[json->at];
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') break;
        json->at++;
    }
}

bool chy_json_take(chy_json *json, char c) {
    skip_space(json);
    if (json->at >= json->size || json->data[json->at] != c) return false;
    json->at++;
    return true;
}

bool chy_json_at_end(chy_json *json) {
    skip_space(json);
    return json->at == json->size;
}

static bool read_hex(chy_json *json, uint32_t *code) {
    if (json->size - json->at < 4) return false;
    uint32_t value = 0;
    for (size_t i = 0; i < 4; i++) {
        char c = json->data[json->at + i];
        uint32_t digit;
        if (c >= '0' && c <= '9')
            digit = (uint32_t)(c - '0');
        else if (c >= 'a' && c <= 'f')
            digit = (uint32_t)(c - 'a') + 10;
        else if (c >= 'A' && c <= 'F')
            digit = (uint32_t)(c - 'A') + 10;
        else
            return false;
        value = value * 16 + digit;
    }
    json->at += 4;
    *code = value;
    return true;
}

/* The code point of \uXXXX, of which "\u" is already taken. */
static bool read_code_point(chy_json *json, uint32_t *code) {
    if (!read_hex(json, code) || *code == 0) return false;
    if (*code < 0xd800 || *code > 0xdfff) return true;
    uint32_t low;
    if (*code > 0xdbff || json->size - json->at < 6 || json->data[json->at] != '\\' ||
        json->data[json->at + 1] != 'u')
        return false;
    json->at += 2;
    if (!read_hex(json, &low) || low < 0xdc00 || low > 0xdfff) return false;
    *code = 0x10000 + ((*code - 0xd800) << 10) + (low - 0xdc00);
    return true;
}

static size_t write_utf8(uint32_t code, char *out) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xc0 | (code >> 6));
        out[1] = (char)(0x80 | (code & 63));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xe0 | (code >> 12));
        out[1] = (char)(0x80 | ((code >> 6) & 63));
        out[2] = (char)(0x80 | (code & 63));
        return 3;
    }
    out[0] = (char)(0xf0 | (code >> 18));
    out[1] = (char)(0x80 | ((code >> 12) & 63));
    out[2] = (char)(0x80 | ((code >> 6) & 63));
    out[3] = (char)(0x80 | (code & 63));
    return 4;
}

/* Writes what the escape after a backslash stands for. Returns its bytes, 0 if it is none. */
static size_t read_escape(chy_json *json, char *out) {
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    if (json->at >= json->size) return 0;
    char c = json->data[json->at++];
    if (c == 'u') {
        uint32_t code;
        return read_code_point(json, &code) ? write_utf8(code, out) : 0;
    }
    for (size_t i = 0; letters[i] != '\0'; i++)
        if (letters[i] == c) {
            *out = meanings[i];
            return 1;
        }
    return 0;
}

/* The bytes up to the closing quotation mark; SIZE_MAX where there is none. */
static size_t string_size(const chy_json *json) {
    for (size_t i = json->at; i < json->size; i++) {
        if (json->data[i] == '"') return i - json->at;
        if (json->data[i] == '\\') i++;
    }
    return SIZE_MAX;
}

bool chy_json_string(chy_json *json, chy_arena *arena, chy_slice *string) {
    if (!chy_json_take(json, '"')) return false;
    size_t limit = string_size(json);
    if (limit == SIZE_MAX) return false;
    /* No escape is shorter than what it stands for. */
    char *out = chy_arena_alloc(arena, limit + 1, 1);
    if (out == NULL) {
        json->no_memory = true;
        return false;
    }
    size_t end = json->at + limit;
    size_t count = 0;
    while (json->at < end) {
        char c = json->data[json->at];
        if ((unsigned char)c < 0x20) return false;
        json->at++;
        if (c != '\\') {
            out[count++] = c;
            continue;
        }
        size_t written = read_escape(json, out + count);
        if (written == 0) return false;
        count += written;
    }
    json->at = end + 1;
    *string = (chy_slice){.data = out, .size = count};
    return true;
}

bool chy_json_size(chy_json *json, size_t *number) {
    skip_space(json);
    size_t start = json->at;
    size_t value = 0;
    while (json->at < json->size && json->data[json->at] >= '0' && json->data[json->at] <= '9') {
        size_t digit = (size_t)(json->data[json->at] - '0');
        if (!chy_multiply(value, 10, &value) || !chy_add(value, digit, &value)) return false;
        json->at++;
    }
    size_t digits = json->at - start;
    if (digits == 0 || (digits > 1 && json->data[start] == '0')) return false;
    *number = value;
    return true;
}

bool chy_json_next(chy_json *json, char close, bool *first, bool *done) {
    *done = chy_json_take(json, close);
    if (*done) return false;
    if (!*first && !chy_json_take(json, ',')) return false;
    *first = false;
    return true;
}
