/* Time expressions and their TIMEX3 values. */
#ifndef CHY_MENTIONS_TIMES_H
#define CHY_MENTIONS_TIMES_H

#include "mentions/calendar.h"
#include "mentions/words.h"

typedef struct chy_times {
    chy_time *times; /* in text order, apart from each other */
    uint32_t count;
    uint32_t *of_word; /* [word_count] the expression the word stands in, or CHY_NONE */
} chy_times;

/* Reads the time expressions of a document. Relative ones are resolved against `reference`, the day
 * of the report (year 0: not known; they then keep X for what is open). A weekday or a month alone
 * is the nearest one in the direction of its clause's tense. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_times_read(const chy_tree *tree, const chy_sentence *sentences,
                                       uint32_t sentence_count, chy_date reference,
                                       chy_arena *arena, chy_times *times, chy_error *err);

#endif
