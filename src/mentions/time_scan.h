/* What the readers of time expressions share. Inside the module. */
#ifndef CHY_MENTIONS_TIME_SCAN_H
#define CHY_MENTIONS_TIME_SCAN_H

#include "lexicon/lexicon.h"
#include "mentions/calendar.h"
#include "mentions/numbers.h"
#include "mentions/time_terms.h"
#include "mentions/words.h"

#define CHY_TIME_VALUE_BYTES 40
/* Stands for the year of a report of which only the month and day are known: its days can be
 * counted, and it is written XXXX. No leap year, and far from every year that a text names. */
#define CHY_TIME_OPEN_YEAR 9001
/* Years from before the modern states to a century ahead: other numbers of four digits are counts.
 */
#define CHY_TIME_FIRST_YEAR 1400
#define CHY_TIME_LAST_YEAR  2150

/* One expression being read. */
typedef struct chy_time_draft {
    uint32_t end; /* the word after it */
    uint8_t type; /* chy_time_type */
    bool anchored;
    bool silent;   /* read and left out: an age, a part of a name */
    chy_date date; /* a DATE as far as it is known */
    int32_t week;  /* the Monday of a DATE that is a week, in days since 1970; 0: none */
    char value[CHY_TIME_VALUE_BYTES];
    char unit; /* of a length, as in chy_term; 0 otherwise */
} chy_time_draft;

/* Where the scan stands. */
typedef struct chy_time_scan {
    const chy_tree *tree;
    const chy_word *words;
    const chy_term *terms; /* [word_count] */
    chy_date reference;    /* year 0: unknown; CHY_TIME_OPEN_YEAR: its month and day are known */
    int32_t reference_days;
    const chy_lexicon *lexicon; /* of holidays and countries; NULL: none */
    const char *country;        /* ISO 3166-1 alpha-3 of where the report was written, or "" */
    chy_date last;              /* the last date told; year 0: none yet */
    chy_date past;              /* the last day told that is not after the report; year 0: none */
    uint32_t last_end;          /* the word after the last expression */
    int32_t last_week;          /* its Monday where a week was told since; 0: none */
    int32_t named_year;         /* the last year told outright; 0: none yet */
    int32_t told_year; /* of the last month or day told with its year, or within reach of it; 0 */
    uint32_t day_sentence;            /* in which sentence the last day was told */
    uint32_t told_sentence, sentence; /* in which sentence, and which this one is */
    uint32_t start, end;              /* the sentence */
    char last_unit;                   /* of the last length told in it; 0: none */
} chy_time_scan;

/* ---- Words (times.c) --------------------------------------------------------------------------*/

/* The word without a leading "mid-", "early-" or "late-". */
const char *chy_time_form(const chy_word *word);
bool chy_time_is(const chy_time_scan *scan, uint32_t at, const char *form);
/* Whether the word is one of a sorted list. */
bool chy_time_is_in(const chy_time_scan *scan, uint32_t at, const char *const *sorted,
                    size_t count);
bool chy_time_is_dash(const chy_time_scan *scan, uint32_t at);
bool chy_time_has(const chy_time_scan *scan, uint32_t at, chy_term_class class);
/* The letter of a unit in the singular ("week" W), 0 for anything else. */
char chy_time_unit(const chy_time_scan *scan, uint32_t at);
/* The letter of a unit in the plural ("weeks" W), 0 for anything else. */
char chy_time_units(const chy_time_scan *scan, uint32_t at);
char chy_time_any_unit(const chy_time_scan *scan, uint32_t at);
/* Whether the word is a modifier of a noun that follows it: "the day shift", "2000 people". */
bool chy_time_modifies(const chy_time_scan *scan, uint32_t at);
/* -1 where the clause around a word is told as past, 2 as to come, 1 in the present tense, 0 where
 * it does not say. */
int chy_time_direction(const chy_time_scan *scan, uint32_t at);
/* "fiscal", "financial": of a year. */
bool chy_time_is_fiscal(const chy_time_scan *scan, uint32_t at);
/* Whether the sentence has told a day so far: `last`. */
bool chy_time_day_told(const chy_time_scan *scan);
/* The day of an hour at a word that names none: the one its sentence has told, in the past tense
 * that of the sentence before, else the report's. */
chy_date chy_time_day_of_hour(const chy_time_scan *scan, uint32_t at);
/* The day that "the next day" and "a week later" count from: of the text where `of_text`, else of
 * the report. `unit`: how exact the text's date must be. False where it is not known. */
bool chy_time_base(const chy_time_scan *scan, bool of_text, char unit, int32_t *days);

/* ---- Values (time_values.c) --------------------------------------------------------------------
 */

const char *chy_time_season_code(int season);
const char *chy_time_daypart_code(int part);
void chy_time_put(chy_time_draft *draft, chy_time_type type, uint32_t end, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* A DATE with the value of `draft->date`: parts that are not known are X or left out. */
void chy_time_put_date(chy_time_draft *draft, uint32_t end);
/* A DATE of whole days since 1970. */
void chy_time_put_days(chy_time_draft *draft, uint32_t end, int32_t days);
/* A DATE from `first` to `last`, both as far as they are known. */
void chy_time_put_range(chy_time_draft *draft, uint32_t end, chy_date first, chy_date last);
/* A DATE of a part of a year: "Q3", "H1", "SU". */
void chy_time_put_period(chy_time_draft *draft, uint32_t end, int32_t year, const char *code);
/* A fiscal year: "FY2024". */
void chy_time_put_fiscal(chy_time_draft *draft, uint32_t end, int32_t year);
/* A TIME: the part of `draft->date`, "MO". */
void chy_time_put_part(chy_time_draft *draft, uint32_t end, const char *part);
/* The day, week, month ... that lies `shift` units from a day. */
void chy_time_put_unit(chy_time_draft *draft, uint32_t end, int32_t days, char unit, int32_t shift);
/* A length of time: "PT2H30M". `unit` as in chy_term; a count below 0 is not known: "PXD". */
void chy_time_put_duration(chy_time_draft *draft, uint32_t end, double count, char unit);

/* ---- Years (time_years.c) ----------------------------------------------------------------------
 */

/* A run of digits as a number, -1 for anything else. `digits` receives how many. */
int32_t chy_time_digits(const chy_time_scan *scan, uint32_t at, int32_t *digits);
/* A year in figures or words that is not a count of something, and where it ends; 0 otherwise. */
int32_t chy_time_year(const chy_time_scan *scan, uint32_t at, uint32_t *end);
/* The year of two digits: of the report's century unless that lies far ahead of it. */
int32_t chy_time_full_year(const chy_time_scan *scan, int32_t two);
/* The year that a date, a season or a quarter is of: ", 2026", "of 2026", "last year", "of the same
 * year". 0 where none follows. `*relative`: counted from the report or the text. */
int32_t chy_time_year_after(const chy_time_scan *scan, uint32_t at, uint32_t *end, bool *relative);
/* The year in which a month (and day, or 0) without one falls: the nearest before or after the
 * report, as the tense says; 0 where the report's is not known. */
int32_t chy_time_choose_year(const chy_time_scan *scan, uint32_t at, int32_t month, int32_t day);

/* ---- Readers. Each looks at words[at ...] and says whether an expression starts there. ---------
 */

bool chy_time_read_calendar(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_figures(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_years(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_holiday(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_relative(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_reference(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_definite(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_part(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_period(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_duration(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_set(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
bool chy_time_read_clock(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
/* A day in full: a date, a weekday, "yesterday", a holiday. */
bool chy_time_read_day(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft);
/* A day and nothing else: as above, "yesterday", "the next day"; `day` receives it. */
bool chy_time_read_whole_day(const chy_time_scan *scan, uint32_t at, chy_time_draft *day);
/* A day part ("morning") or a time of day after a day, joined to it. */
void chy_time_read_part_of_day(const chy_time_scan *scan, chy_time_draft *draft);
/* "or months" after "weeks": the word after it, `at` where there is none. */
uint32_t chy_time_second_units(const chy_time_scan *scan, uint32_t at);
/* Whether a number is told as a range: "two to three", "between 10 and 12". */
bool chy_time_is_range(const chy_time_scan *scan, const chy_number *number);

#endif
