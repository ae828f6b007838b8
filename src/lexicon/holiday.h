/* The day of a holiday as tables write it. */
#ifndef CHY_LEXICON_HOLIDAY_H
#define CHY_LEXICON_HOLIDAY_H

#include "base/base.h"

typedef enum chy_holiday_rule {
    CHY_HOLIDAY_FIXED,  /* "12-25": month, day */
    CHY_HOLIDAY_ONCE,   /* "2024-02-10": of that year alone */
    CHY_HOLIDAY_NTH,    /* "first Monday of September": month, weekday, nth (5: the last) */
    CHY_HOLIDAY_BEFORE, /* "Monday before 05-25": the last one before that day */
    CHY_HOLIDAY_FROM,   /* "Saturday from 06-20": that day or the next one after it */
    CHY_HOLIDAY_EASTER, /* "easter-2": days after Easter Sunday */
    CHY_HOLIDAY_PASCHA  /* "pascha+1": the same of the Orthodox churches */
} chy_holiday_rule;

typedef struct chy_holiday {
    uint8_t rule;             /* chy_holiday_rule */
    int32_t year, month, day; /* as far as the rule has them, else 0 */
    int32_t weekday;          /* 1 Monday to 7 Sunday */
    int32_t nth, shift;       /* shift: days, -99 to 99 */
} chy_holiday;

/* False where the text is no such day. */
bool chy_holiday_read(chy_slice text, chy_holiday *holiday);

#endif
