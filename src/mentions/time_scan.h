/* What the readers of time expressions share. Inside the module. */
#ifndef CHY_MENTIONS_TIME_SCAN_H
#define CHY_MENTIONS_TIME_SCAN_H

#include "mentions/calendar.h"
#include "mentions/time_terms.h"
#include "mentions/words.h"

#define CHY_TIME_VALUE_BYTES 40

/* One expression being read. */
typedef struct chy_time_draft {
    uint32_t end; /* the word after it */
    uint8_t type; /* chy_time_type */
    bool anchored;
    bool silent;   /* read and left out: an age */
    chy_date date; /* a DATE as far as it is known */
    char value[CHY_TIME_VALUE_BYTES];
} chy_time_draft;

/* Where the scan stands. */
typedef struct chy_time_scan {
    const chy_tree *tree;
    const chy_word *words;
    const chy_term *terms; /* [word_count] */
    chy_date reference;    /* year 0: unknown */
    int32_t reference_days;
    chy_date last;       /* the last day named; year 0: none yet */
    uint32_t start, end; /* the sentence */
} chy_time_scan;

bool chy_time_is(const chy_time_scan *scan, uint32_t at, const char *form);
bool chy_time_has(const chy_time_scan *scan, uint32_t at, chy_term_class class);
/* A run of digits as a number, -1 for anything else. `digits` receives how many. */
int32_t chy_time_digits(const chy_time_scan *scan, uint32_t at, int32_t *digits);
/* -1 where the clause around a word is told as past, 1 as to come, 0 where it does not say. */
int chy_time_direction(const chy_time_scan *scan, uint32_t at);
void chy_time_put(chy_time_draft *draft, chy_time_type type, uint32_t end, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* A DATE with the value of `draft->date`: parts that are not known are X or left out. */
void chy_time_put_date(chy_time_draft *draft, uint32_t end);
/* A DATE of whole days since 1970. */
void chy_time_put_days(chy_time_draft *draft, uint32_t end, int32_t days);
/* A length of time: "PT2H30M". `unit` as in chy_term; a count below 0 is not known: "PXD". */
void chy_time_put_duration(chy_time_draft *draft, uint32_t end, double count, char unit);

/* The readers. Each looks at words[at ...] and says whether an expression starts there. */
bool chy_time_read_calendar(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_relative(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_duration(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_set(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_clock(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
/* A day part ("morning") or a time of day after a day, joined to it. */
void chy_time_read_part_of_day(const chy_time_scan *scan, chy_time_draft *draft);
/* A year as a word of four digits that is not a count of something; 0 otherwise. */
int32_t chy_time_year(const chy_time_scan *scan, uint32_t at);

#endif
