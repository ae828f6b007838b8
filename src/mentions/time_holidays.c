/* Holidays of the tables: on a fixed day, on a weekday of a month, counted from Easter, or on the
 * days that the table gives year by year. */
#include "lexicon/holiday.h"
#include "lexicon/lexicon.h"
#include "mentions/numbers.h"
#include "mentions/time_scan.h"

#include <string.h>

/* The longest name of a country before a holiday's, in words. */
#define COUNTRY_WORDS 4

/* The rows of one name. */
typedef struct feast {
    const chy_lexicon *lexicon;
    uint32_t first, rows;
    const char *country; /* whose rows count: "" those of every country, NULL all */
} feast;

/* A possessive stands at the word before it, whatever the text has between them. */
static bool is_possessive(const chy_time_scan *scan, uint32_t at) {
    return chy_time_is(scan, at, "'s") || chy_time_is(scan, at, "\xE2\x80\x99s") ||
           chy_time_is(scan, at, "'") || chy_time_is(scan, at, "\xE2\x80\x99");
}

/* The longest run of words with rows from `at`, `most` at most; 0 where there is none. */
static uint32_t match(const chy_time_scan *scan, uint32_t at, uint32_t most, uint32_t *first,
                      uint32_t *rows) {
    chy_slice forms[CHY_LEXICON_LONGEST];
    bool space_after[CHY_LEXICON_LONGEST];
    uint32_t count = 0;
    for (; count < most && count < CHY_LEXICON_LONGEST && at + count < scan->end; count++) {
        forms[count] = chy_slice_of(scan->words[at + count].form);
        space_after[count] =
            scan->words[at + count].space_after && !is_possessive(scan, at + count + 1);
    }
    return chy_lexicon_match(scan->lexicon, forms, space_after, count, first, rows);
}

/* The country that words [at, end) name or belong to; NULL where they are none. */
static const char *country_of(const chy_time_scan *scan, uint32_t at, uint32_t end) {
    uint32_t first, rows;
    if (!chy_capitalised(scan->words[at].form) ||
        match(scan, at, end - at, &first, &rows) != end - at)
        return NULL;
    for (uint32_t i = 0; i < rows; i++) {
        chy_fact fact;
        chy_lexicon_fact(scan->lexicon, first + i, &fact);
        if (fact.kind == CHY_FACT_COUNTRY || fact.kind == CHY_FACT_DEMONYM ||
            fact.kind == CHY_FACT_CAPITAL)
            return fact.country;
    }
    return NULL;
}

/* The country of a holiday: named before it ("South Korea's 75th Liberation Day") or after it
 * ("Republic Day in Italy"), else that of the report. */
static const char *land_of(const chy_time_scan *scan, uint32_t at, uint32_t end) {
    const char *land = NULL;
    uint32_t before = at;
    if (before > scan->start && chy_ordinal_value(scan->words[before - 1].form) > 0) before--;
    if (before > scan->start && is_possessive(scan, before - 1)) before--;
    for (uint32_t n = COUNTRY_WORDS; land == NULL && n > 0; n--)
        if (before >= scan->start + n) land = country_of(scan, before - n, before);
    bool led = chy_time_is(scan, end, "in") || chy_time_is(scan, end, "of");
    uint32_t after = chy_time_is(scan, end + 1, "the") ? end + 2 : end + 1;
    for (uint32_t n = COUNTRY_WORDS; led && land == NULL && n > 0; n--)
        if (after + n <= scan->end) land = country_of(scan, after, after + n);
    return land != NULL ? land : scan->country;
}

/* Row `i` of a name, where it is a holiday of the country. */
static bool holiday_at(const feast *of, uint32_t i, chy_fact *fact, chy_holiday *day) {
    chy_lexicon_fact(of->lexicon, of->first + i, fact);
    return fact->kind == CHY_FACT_HOLIDAY &&
           (of->country == NULL || strcmp(fact->country, of->country) == 0) &&
           chy_holiday_read(chy_slice_of(fact->role), day);
}

static bool has_rows(const feast *of) {
    for (uint32_t i = 0; i < of->rows; i++) {
        chy_fact fact;
        chy_holiday day;
        if (holiday_at(of, i, &fact, &day)) return true;
    }
    return false;
}

static chy_date day_of_rule(const chy_holiday *of, int32_t year) {
    int32_t days = chy_date_days((chy_date){year, of->month, of->day});
    int32_t ahead = (of->weekday - chy_date_weekday(days) + 7) % 7;
    switch ((chy_holiday_rule)of->rule) {
    case CHY_HOLIDAY_NTH:
        return chy_date_of_days(chy_date_nth_weekday(year, of->month, of->weekday, of->nth));
    case CHY_HOLIDAY_BEFORE:
        return chy_date_of_days(days + ahead - 7);
    case CHY_HOLIDAY_FROM:
        return chy_date_of_days(days + ahead);
    case CHY_HOLIDAY_EASTER:
        return chy_date_of_days(chy_date_easter(year) + of->shift);
    case CHY_HOLIDAY_PASCHA:
        return chy_date_of_days(chy_date_pascha(year) + of->shift);
    case CHY_HOLIDAY_FIXED:
    case CHY_HOLIDAY_ONCE:
        break;
    }
    return (chy_date){year, of->month, of->day};
}

/* Its day in a year, or without the year where that is not known; month 0 where no row tells. */
static chy_date day_in(const feast *of, int32_t year) {
    for (uint32_t i = 0; i < of->rows; i++) {
        chy_fact fact;
        chy_holiday day;
        if (!holiday_at(of, i, &fact, &day)) continue;
        if (year == 0 && day.rule != CHY_HOLIDAY_FIXED) continue;
        if (day.rule == CHY_HOLIDAY_ONCE && day.year != year) continue;
        bool kept =
            year == 0 || (year >= fact.from / 10000 && (fact.to == 0 || year <= fact.to / 10000));
        chy_date date = kept ? day_of_rule(&day, year) : (chy_date){0};
        if (kept && chy_date_valid(date)) return date;
    }
    return (chy_date){.year = year};
}

/* The year of a holiday without one, as of a day of its month: 0 where it is not known. */
static int32_t nearest_year(const chy_time_scan *scan, uint32_t at, const feast *of) {
    int32_t year = scan->reference.year;
    chy_date now = day_in(of, year < CHY_TIME_OPEN_YEAR ? year : 0);
    return now.month > 0 ? chy_time_choose_year(scan, at, now.month, now.day) : 0;
}

bool chy_time_read_holiday(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    const chy_word *word = &scan->words[at];
    bool person = word->name_tag == CHY_NAME_B_PER || word->name_tag == CHY_NAME_I_PER;
    if (scan->lexicon == NULL || person || !chy_capitalised(word->form)) return false;
    feast of = {.lexicon = scan->lexicon};
    uint32_t end = at + match(scan, at, CHY_LEXICON_LONGEST, &of.first, &of.rows);
    if (end == at || !has_rows(&of)) return false;
    of.country = land_of(scan, at, end);
    if (!has_rows(&of)) of.country = "";
    if (!has_rows(&of)) return false;
    /* "The Good Friday Agreement", "the Yom Kippur War": a part of another name. */
    draft->end = end;
    draft->silent = chy_time_modifies(scan, end - 1) && chy_capitalised(scan->words[end].form);
    if (draft->silent) return true;
    bool relative;
    int32_t year = chy_time_year_after(scan, end, &end, &relative);
    draft->anchored = year == 0 || relative;
    if (year == 0) year = nearest_year(scan, at, &of);
    draft->date = day_in(&of, year < CHY_TIME_OPEN_YEAR - 1 ? year : 0);
    draft->anchored = draft->anchored && year > 0 && year < CHY_TIME_OPEN_YEAR - 1;
    if (draft->date.month == 0 && draft->date.year == 0)
        chy_time_put(draft, CHY_TIME_DATE, end, "XXXX-XX-XX");
    else
        chy_time_put_date(draft, end);
    return true;
}
