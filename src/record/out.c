#include "record/out.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* From here on doubles hold no thousandths that mean anything; 10^12 * 10^6 still fits int64. */
#define WHOLE_FROM 1e12

void chy_out_start(chy_out *out, chy_sink *sink, void *context) {
    out->sink = sink;
    out->context = context;
    out->used = 0;
    out->refused = false;
}

static void flush(chy_out *out) {
    if (out->used > 0 && !out->refused) {
        out->refused = !out->sink(out->context, out->buffer, out->used);
    }
    out->used = 0;
}

chy_status chy_out_finish(chy_out *out, chy_error *err) {
    flush(out);
    if (out->refused) {
        return chy_fail(err, CHY_ERROR_OUTPUT, "output", CHY_NOWHERE, CHY_NOWHERE,
                        "The output could not be written.");
    }
    return CHY_OK;
}

void chy_out_bytes(chy_out *out, const char *data, size_t size) {
    if (size > sizeof out->buffer - out->used) {
        flush(out);
        if (size > sizeof out->buffer) {
            if (!out->refused) {
                out->refused = !out->sink(out->context, data, size);
            }
            return;
        }
    }
    if (size > 0) {
        memcpy(out->buffer + out->used, data, size);
        out->used += size;
    }
}

void chy_out_string(chy_out *out, const char *string) {
    if (string != NULL) {
        chy_out_bytes(out, string, strlen(string));
    }
}

void chy_out_char(chy_out *out, char c) {
    chy_out_bytes(out, &c, 1);
}

void chy_out_repeat(chy_out *out, char c, size_t count) {
    for (size_t i = 0; i < count; i++) {
        chy_out_char(out, c);
    }
}

void chy_out_uint(chy_out *out, uint64_t value) {
    char digits[20];
    size_t first = sizeof digits;
    do {
        digits[--first] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    chy_out_bytes(out, digits + first, sizeof digits - first);
}

void chy_out_decimal(chy_out *out, double value, unsigned decimals) {
    if (!isfinite(value)) {
        chy_out_string(out, "null");
        return;
    }
    if (fabs(value) >= WHOLE_FROM) {
        char digits[320]; /* the largest double has 309 */
        int length = snprintf(digits, sizeof digits, "%.0f", value);
        chy_out_bytes(out, digits, length > 0 ? (size_t)length : 0);
        return;
    }
    uint64_t unit = 1;
    for (unsigned i = 0; i < decimals; i++) {
        unit *= 10;
    }
    uint64_t scaled = (uint64_t)floor(fabs(value) * (double)unit + 0.5);
    if (value < 0 && scaled > 0) {
        chy_out_char(out, '-');
    }
    chy_out_uint(out, scaled / unit);
    uint64_t rest = scaled % unit;
    if (rest > 0) {
        chy_out_char(out, '.');
    }
    while (rest > 0) {
        unit /= 10;
        chy_out_char(out, (char)('0' + rest / unit));
        rest %= unit;
    }
}

/* The smallest code point that may be written with so many bytes: shorter forms only. */
static bool well_formed(uint32_t code, size_t length) {
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    return code >= least[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

uint32_t chy_out_decode(const char *data, size_t size, size_t *length) {
    unsigned char first = (unsigned char)data[0];
    *length = 1;
    if (first < 0x80) {
        return first;
    }
    size_t wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || wanted > size) {
        return 0xFFFD;
    }
    uint32_t code = first & (0x7Fu >> wanted);
    for (size_t i = 1; i < wanted; i++) {
        unsigned char next = (unsigned char)data[i];
        if ((next & 0xC0u) != 0x80u) {
            return 0xFFFD;
        }
        code = code << 6 | (next & 0x3Fu);
    }
    if (!well_formed(code, wanted)) {
        return 0xFFFD;
    }
    *length = wanted;
    return code;
}
