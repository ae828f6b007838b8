/* Writes keys a piece at a time. Inside the module. */
#ifndef CHY_LEXICON_KEY_H
#define CHY_LEXICON_KEY_H

#include "base/base.h"

typedef struct chy_key_writer {
    char *key;
    size_t capacity, size;
    bool blank; /* white space waits to be written before the next character */
    bool full;  /* something did not fit: the key is worthless */
} chy_key_writer;

void chy_key_begin(chy_key_writer *writer, char *key, size_t capacity);
/* Appends text in key form. Bytes that are not UTF-8 become '?'. */
void chy_key_append(chy_key_writer *writer, chy_slice text);
/* White space, if something stands before and after it. */
void chy_key_blank(chy_key_writer *writer);

/* Room for the key of a code, with its NUL. */
#define CHY_CODE_KEY_BYTES 16

/* "iso:KEN", "capital:KEN": the form, which no text has, under which the row of a state or of its
 * capital is found by three letters. Returns its length. */
size_t chy_code_key(bool capital, const char *letters, char form[CHY_CODE_KEY_BYTES]);

#endif
