/* The words that time expressions are made of. Inside the module. */
#ifndef CHY_MENTIONS_TIME_TERMS_H
#define CHY_MENTIONS_TIME_TERMS_H

#include "base/base.h"

/* Values of CHY_TERM_DAY that are no days. */
#define CHY_TIME_TONIGHT   10
#define CHY_TIME_OVERNIGHT 11

typedef enum chy_term_class {
    CHY_TERM_NONE = 0,
    CHY_TERM_MONTH,   /* value: 1 to 12 */
    CHY_TERM_WEEKDAY, /* 1 Monday to 7 Sunday */
    CHY_TERM_UNIT,    /* a letter: s m h D W M Q Y, E decade, C century, N weekend, O night */
    CHY_TERM_SEASON,  /* 0 SP, 1 SU, 2 FA, 3 WI */
    CHY_TERM_DAYPART, /* 0 MO, 1 MI, 2 AF, 3 EV, 4 NI, 5 DT */
    CHY_TERM_LAST,    /* last, past, previous */
    CHY_TERM_NEXT,    /* next, coming, following */
    CHY_TERM_THIS,    /* this, current */
    CHY_TERM_AGO,     /* ago; earlier, before with value 1 */
    CHY_TERM_LATER,   /* later, after, hence */
    CHY_TERM_DAY,     /* today, yesterday, tomorrow: days from the reference, or CHY_TIME_TONIGHT */
    CHY_TERM_NOW,     /* 0 PRESENT_REF, 1 PAST_REF, 2 FUTURE_REF */
    CHY_TERM_EVERY,
    CHY_TERM_FREQUENCY, /* daily, weekly: a unit letter; H half a year, 4 four years; common: two of
                           it */
    CHY_TERM_EDGE,      /* early, late, mid, end, beginning, start */
    CHY_TERM_TENS,      /* twenties ... nineties: 2 to 9 */
    CHY_TERM_MERIDIEM,  /* 0 a.m., 12 p.m. */
    CHY_TERM_CLOCK,     /* noon 12, midnight 0 */
    CHY_TERM_ZONE       /* GMT, UTC, EST ... */
} chy_term_class;

typedef struct chy_term {
    uint8_t class; /* chy_term_class */
    int16_t value;
    bool plural; /* days, Fridays */
    bool common; /* an ordinary word unless it is a proper noun: may, march, sat */
} chy_term;

/* The term of a word, by its form without regard to ASCII capitals. */
chy_term chy_term_of(const char *form);

#endif
