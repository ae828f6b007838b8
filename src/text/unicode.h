/* UTF-8 and the classes of code points that words and sentences are found by. */
#ifndef CHY_TEXT_UNICODE_H
#define CHY_TEXT_UNICODE_H

#include "base/base.h"

/* Unicode general categories, gathered (Unicode 15, by utf8proc). */
typedef enum chy_class {
    CHY_CLASS_SPACE,  /* Zs, Zl, Zp, Cc, U+200B, U+FEFF */
    CHY_CLASS_LOWER,  /* Ll */
    CHY_CLASS_UPPER,  /* Lu, Lt */
    CHY_CLASS_LETTER, /* Lo, Lm and marks: no case */
    CHY_CLASS_CJK,    /* Han, kana, hangul */
    CHY_CLASS_DIGIT,  /* Nd */
    CHY_CLASS_NUMBER, /* Nl, No */
    CHY_CLASS_PUNCT,  /* P* */
    CHY_CLASS_SYMBOL, /* S* */
    CHY_CLASS_OTHER   /* the rest: format, private use, unassigned */
} chy_class;

chy_class chy_class_of(uint32_t code_point);

/* The code point that starts at data[0] of `size` > 0 bytes, with its length in `*length` (1 to 4),
 * or UINT32_MAX where the bytes are not UTF-8: `*length` is then that of the maximal bad part
 * (Unicode 15, section 3.9, table 3-8), at least 1. A NUL is a code point like others here. */
uint32_t chy_utf8_read(const char *data, size_t size, uint32_t *length);
/* The same for text known to be valid. */
uint32_t chy_utf8_next(const char *data, uint32_t *length);
/* Writes a code point to `out` (4 bytes' room); its length. */
uint32_t chy_utf8_write(uint32_t code_point, char *out);
/* Lower case by Unicode's simple mapping. */
uint32_t chy_lower(uint32_t code_point);
/* Whether a person sees the two code points as one character (a base and its accent, the parts of
 * an emoji). `*state` is 0 before the first pair of a run. */
bool chy_same_character(uint32_t left, uint32_t right, int32_t *state);

#endif
