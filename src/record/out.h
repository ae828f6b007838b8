/* Bytes on their way to a sink: a small buffer, numbers that no locale changes, safe strings. */
#ifndef CHY_RECORD_OUT_H
#define CHY_RECORD_OUT_H

#include "base/base.h"

#define CHY_OUT_BUFFER 4096u

/* Lives on the caller's stack. Once the sink refuses, everything later is dropped. */
typedef struct chy_out {
    chy_sink *sink;
    void *context;
    size_t used;
    bool refused;
    char buffer[CHY_OUT_BUFFER];
} chy_out;

void chy_out_start(chy_out *out, chy_sink *sink, void *context);
/* Hands over what is buffered. CHY_ERROR_OUTPUT when the sink refused now or before. */
CHY_MUST_USE chy_status chy_out_finish(chy_out *out, chy_error *err);

void chy_out_bytes(chy_out *out, const char *data, size_t size);
void chy_out_string(chy_out *out, const char *string);
void chy_out_char(chy_out *out, char c);
/* `count` times the same character. */
void chy_out_repeat(chy_out *out, char c, size_t count);
void chy_out_uint(chy_out *out, uint64_t value);
/* A number with at most `decimals` (0 to 6) decimals, trailing zeros dropped, rounded half away
 * from zero: "4", "-3.5", "0.125". From 1e12 on without decimals. Not finite: "null". */
void chy_out_decimal(chy_out *out, double value, unsigned decimals);

/* The code point at data[0] of `size` > 0 bytes, U+FFFD for a byte that starts no UTF-8 character;
 * its length in `*length`. */
uint32_t chy_out_decode(const char *data, size_t size, size_t *length);

#endif
