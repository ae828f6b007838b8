/* Times that are counted from the report or the text: "last week", "the past two months",
 * "yesterday". */
#include "mentions/numbers.h"
#include "mentions/time_scan.h"

#include <string.h>

bool chy_time_base(const chy_time_scan *scan, bool of_text, char unit, int32_t *days) {
    chy_date last = scan->last;
    /* A year alone is enough for "a year later", a month for "the following month". */
    if (of_text && last.year > 0 && last.day == 0) {
        bool years = unit == 'Y' || unit == 'E' || unit == 'C';
        bool enough = years || (last.month > 0 && (unit == 'M' || unit == 'Q'));
        last.month = last.month ? last.month : 1;
        last.day = enough ? 1 : 0;
    }
    if (of_text && unit == 'W' && scan->last_week != 0) {
        *days = scan->last_week;
        return true;
    }
    if (of_text && last.year > 0 && last.day > 0) {
        *days = chy_date_days(last);
        return true;
    }
    *days = scan->reference_days;
    return scan->reference.year > 0;
}

/* "It may last weeks", "is to last six weeks". */
static bool is_verb(const chy_time_scan *scan, uint32_t at) {
    static const char *const modals[] = {"can",   "could",  "may",  "might", "must",
                                         "shall", "should", "will", "would"};
    if (!chy_time_is(scan, at, "last")) return false;
    if (scan->words[at].upos == CHY_UPOS_VERB) return true;
    if (at == scan->start) return false;
    /* "To last week" may be a span's end, "to last six weeks" not. */
    chy_number number;
    bool to = chy_time_is(scan, at - 1, "to") &&
              (scan->words[at - 1].upos == CHY_UPOS_PART ||
               chy_number_read(scan->words, at + 1, scan->end, &number));
    return to || chy_is_one_of(scan->words[at - 1].lemma, modals, CHY_COUNT_OF(modals));
}

/* "last", "this past", "next", "this": which way, and the word after. False for any other word. */
static bool read_pointer(const chy_time_scan *scan, uint32_t *at, int32_t *shift) {
    uint32_t next = *at;
    bool pointed = chy_time_has(scan, next, CHY_TERM_THIS);
    next += pointed;
    bool last = chy_time_has(scan, next, CHY_TERM_LAST) && !is_verb(scan, next);
    bool coming = chy_time_has(scan, next, CHY_TERM_NEXT);
    if (last || coming) next++;
    *shift = last ? -1 : coming ? 1 : 0;
    bool read = next > *at;
    *at = next;
    return read;
}

/* "last week" in a report without a day: which way, and no more. */
static bool put_unknown(const chy_time_scan *scan, uint32_t unit, int32_t shift,
                        chy_time_draft *draft) {
    if (!chy_time_unit(scan, unit)) return false;
    chy_time_put(draft, CHY_TIME_DATE, unit + 1,
                 shift < 0   ? "PAST_REF"
                 : shift > 0 ? "FUTURE_REF"
                             : "PRESENT_REF");
    return true;
}

static bool shift_unit(const chy_time_scan *scan, uint32_t at, uint32_t unit, int32_t shift,
                       chy_time_draft *draft) {
    char letter = chy_time_unit(scan, unit);
    if (letter == 's' || letter == 'm' || letter == 'h' || letter == 0) return false;
    /* "The next day", "the following week" and "the previous year" count from the story's day. */
    static const char *const told[] = {"following", "preceding", "previous"};
    bool of_text = chy_time_is_in(scan, at, told, CHY_COUNT_OF(told)) ||
                   (letter == 'D' && !chy_time_has(scan, at, CHY_TERM_THIS));
    /* "The past decade" is ten years, "the past year" the last one. */
    if (chy_time_is(scan, unit - 1, "past") && (letter == 'E' || letter == 'C')) {
        chy_time_put_duration(draft, unit + 1, 1, letter);
        return true;
    }
    int32_t days;
    if (!chy_time_base(scan, of_text && shift != 0, letter, &days)) return false;
    chy_time_put_unit(draft, unit + 1, days, letter, shift);
    return true;
}

/* "the following autumn": from the last date told; of no known year where none is. */
static void shift_told_season(const chy_time_scan *scan, int32_t first, int32_t shift,
                              int32_t *year) {
    chy_date last = scan->last;
    *year = last.year;
    if (last.year == 0 || last.month == 0) return;
    if (shift > 0 && last.month >= first) (*year)++;
    if (shift < 0 && last.month <= first + 2) (*year)--;
}

/* "last summer" is of last year; "this past spring" the last one that is over. */
static bool shift_season(const chy_time_scan *scan, uint32_t at, uint32_t unit, int32_t shift,
                         chy_time_draft *draft) {
    if (!chy_time_has(scan, unit, CHY_TERM_SEASON)) return false;
    static const char *const told[] = {"following", "preceding", "previous"};
    int32_t season = scan->terms[unit].value, year = scan->reference.year;
    int32_t first = season * 3 + 3; /* the month in which it begins */
    bool over = first + 2 < scan->reference.month;
    if (chy_time_is_in(scan, at, told, CHY_COUNT_OF(told)))
        shift_told_season(scan, first, shift, &year);
    else if (shift < 0 && (!over || !chy_time_has(scan, at, CHY_TERM_THIS)))
        year--;
    else if (shift > 0 && first <= scan->reference.month)
        year++;
    chy_time_put_period(draft, unit + 1, year, chy_time_season_code(season));
    draft->anchored = year > 0;
    return true;
}

/* "last March", "this January". */
static bool shift_month(const chy_time_scan *scan, uint32_t unit, int32_t shift,
                        chy_time_draft *draft) {
    if (!chy_time_has(scan, unit, CHY_TERM_MONTH)) return false;
    int32_t month = scan->terms[unit].value, now = scan->reference.month;
    int32_t year = scan->reference.year;
    year += shift < 0 && month >= now ? -1 : shift > 0 && month <= now ? 1 : 0;
    draft->date = (chy_date){.year = year, .month = month};
    chy_time_put_date(draft, unit + 1);
    draft->anchored = true;
    return true;
}

/* "last week", "this month", "next year", "last summer", "last March", "last night", "this
 * morning". */
static bool read_shifted(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t unit = at;
    int32_t shift, days = scan->reference_days;
    if (!read_pointer(scan, &unit, &shift) || unit >= scan->end) return false;
    bool fiscal = chy_time_is_fiscal(scan, unit);
    if (fiscal || chy_time_is(scan, unit, "calendar")) unit++;
    if (scan->reference.year == 0) return put_unknown(scan, unit, shift, draft);
    if (fiscal && chy_time_unit(scan, unit) == 'Y') {
        chy_time_put_fiscal(draft, unit + 1, scan->reference.year + shift);
        draft->anchored = scan->reference.year < CHY_TIME_OPEN_YEAR - 1;
        return true;
    }
    if (shift_unit(scan, at, unit, shift, draft)) return true;
    if (chy_time_has(scan, unit, CHY_TERM_DAYPART) && !scan->terms[unit].plural) {
        if (chy_time_is(scan, at, "following") || chy_time_is(scan, at, "next") ||
            chy_time_is(scan, at, "previous"))
            chy_time_base(scan, true, 'D', &days);
        draft->date = chy_date_of_days(days + shift);
        draft->anchored = true;
        chy_time_put_part(draft, unit + 1, chy_time_daypart_code(scan->terms[unit].value));
        return true;
    }
    return shift_season(scan, at, unit, shift, draft) || shift_month(scan, unit, shift, draft);
}

/* "the past two months", "the next few days", "recent weeks", "the first nine months", "the days
 * ahead": lengths. */
static bool read_span(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    static const char *const leads[] = {"early",  "entire",  "final",  "first",
                                        "latest", "opening", "recent", "whole"};
    bool lead = chy_time_is_in(scan, at, leads, CHY_COUNT_OF(leads));
    uint32_t unit = at;
    int32_t shift = 0;
    if (lead)
        unit++;
    else if (!read_pointer(scan, &unit, &shift) || shift == 0)
        return false;
    chy_number number;
    bool counted = chy_number_read(scan->words, unit, scan->end, &number);
    if (counted) unit = number.end_word;
    static const char *const fillers[] = {"business", "consecutive", "fiscal", "full",
                                          "straight", "trading",     "working"};
    if (chy_time_is_in(scan, unit, fillers, CHY_COUNT_OF(fillers))) unit++;
    char letter = chy_time_units(scan, unit);
    if (letter == 0) return false;
    /* "Recent years", "past years" and "coming weeks" are a time rather than a length. */
    bool past = chy_time_is(scan, at, "recent") || chy_time_is(scan, at, "past");
    bool coming = chy_time_is(scan, at, "coming") || chy_time_is(scan, at, "upcoming");
    uint32_t end = chy_time_second_units(scan, unit + 1);
    if (!counted && (coming || (past && strchr("DYEC", letter)))) {
        chy_time_put(draft, CHY_TIME_DATE, end, past ? "PAST_REF" : "FUTURE_REF");
        return true;
    }
    bool range = counted && chy_time_is_range(scan, &number);
    bool exact =
        counted && !range && (!number.vague || (number.low == number.value && number.high < 4));
    chy_time_put_duration(draft, counted ? unit + 1 : end, exact ? number.value : -1, letter);
    return true;
}

/* "Overnight shelling" was last night; "an overnight train" runs on any night. */
static bool is_any_night(const chy_time_scan *scan, uint32_t at) {
    static const char *const nouns[] = {
        "accommodation", "ban",         "bus",     "camp",    "curfew", "delivery",
        "ferry",         "flight",      "guest",   "journey", "loan",   "parking",
        "rate",          "sensation",   "shelter", "shift",   "stay",   "stop",
        "success",       "temperature", "train",   "travel",  "trip"};
    uint32_t head = scan->words[at].head;
    return chy_time_modifies(scan, at) &&
           chy_is_one_of(scan->words[head].lemma, nouns, CHY_COUNT_OF(nouns));
}

/* "today", "yesterday", "tonight", "overnight". */
static bool read_day_word(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_has(scan, at, CHY_TERM_DAY)) return false;
    int32_t shift = scan->terms[at].value;
    if (shift == CHY_TIME_OVERNIGHT && is_any_night(scan, at)) return false;
    if (scan->reference.year == 0) {
        chy_time_put(draft, CHY_TIME_DATE, at + 1, "XXXX-XX-XX");
        return true;
    }
    if (shift == CHY_TIME_TONIGHT)
        chy_time_put_unit(draft, at + 1, scan->reference_days, 'O', 0);
    else if (shift == CHY_TIME_OVERNIGHT)
        chy_time_put_unit(draft, at + 1, scan->reference_days, 'O', -1);
    else
        chy_time_put_days(draft, at + 1, scan->reference_days + shift);
    return true;
}

/* "day after tomorrow", "day before yesterday". */
static bool read_second_day(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    bool after = chy_time_is(scan, at + 1, "after") && chy_time_is(scan, at + 2, "tomorrow");
    bool before = chy_time_is(scan, at + 1, "before") && chy_time_is(scan, at + 2, "yesterday");
    if (chy_time_unit(scan, at) != 'D' || (!after && !before) || scan->reference.year == 0)
        return false;
    chy_time_put_days(draft, at + 3, scan->reference_days + (after ? 2 : -2));
    return true;
}

bool chy_time_read_relative(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (read_span(scan, at, draft)) return true;
    if (!read_shifted(scan, at, draft) && !read_second_day(scan, at, draft) &&
        !read_day_word(scan, at, draft))
        return false;
    if (draft->type == CHY_TIME_DATE && draft->date.day > 0) chy_time_read_part_of_day(scan, draft);
    return true;
}
