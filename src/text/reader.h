/* A cursor over a few words of text, and the dates that can be read with it. */
#ifndef CHY_TEXT_READER_H
#define CHY_TEXT_READER_H

#include "base/base.h"

typedef struct chy_reader {
    const char *data; /* valid UTF-8 */
    size_t size;
    size_t at;
} chy_reader;

/* A run of letters: its bytes, and how many letters and capitals it has. */
typedef struct chy_reader_letters {
    size_t first, end;
    uint32_t letters, capitals;
    bool upper; /* starts with a capital */
} chy_reader_letters;

/* The code point at byte `at` and its size; size 0 at the end. */
uint32_t chy_reader_peek(const chy_reader *r, size_t at, uint32_t *size);
bool chy_reader_at_letter(const chy_reader *r, size_t at);
/* Skips white space, or the character `c`; whether there was any. */
bool chy_reader_skip_space(chy_reader *r);
bool chy_reader_skip(chy_reader *r, char c);
/* Bytes [first, end) in lower case (ASCII alone) to `out`; empty when they do not fit in `room`. */
void chy_reader_lower(const chy_reader *r, size_t first, size_t end, char *out, size_t room);
/* Letters with single hyphens, apostrophes and periods between them ("Port-au-Prince", "U.N"). */
bool chy_reader_word(chy_reader *r, chy_reader_letters *w);
/* "May 16", "16 May 2024", "Wednesday, May 16, 2024", "2024-05-16", "Wednesday". ISO 8601 to `date`
 * [16], with XXXX for an unknown year; a weekday alone is a date without a value and leaves `date`
 * as it was. */
bool chy_reader_date(chy_reader *r, char *date);

#endif
