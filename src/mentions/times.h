/* Time expressions and their TIMEX3 values. */
#ifndef CHY_MENTIONS_TIMES_H
#define CHY_MENTIONS_TIMES_H

#include "lexicon/lexicon.h"
#include "mentions/calendar.h"
#include "mentions/words.h"

typedef struct chy_times {
    chy_time *times; /* in text order, apart from each other */
    uint32_t count;
    uint32_t *of_word; /* [word_count] the expression the word stands in, or CHY_NONE */
} chy_times;

typedef struct chy_times_input {
    const chy_tree *tree;
    const chy_sentence *sentences;
    uint32_t sentence_count;
    chy_date reference;  /* the day of the report; all 0: not known; the year alone may be 0 */
    const char *country; /* ISO 3166-1 alpha-3 of where it was written, or "": for its holidays */
    const chy_lexicon *lexicon; /* its holidays are read, and their countries; NULL: none */
} chy_times_input;

/* Reads the time expressions of a document. Relative ones are resolved against the report's day;
 * what that leaves open is X in the value. A weekday, a month or a holiday alone is the nearest one
 * in the direction of its clause's tense. `input` and what it points to outlive `times`.
 * CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_times_read(const chy_times_input *input, chy_arena *arena,
                                       chy_times *times, chy_error *err);

#endif
