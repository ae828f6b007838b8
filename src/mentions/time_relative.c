#include "mentions/numbers.h"
#include "mentions/time_scan.h"

#include <stdio.h>
#include <string.h>

static const char *season_code(int season) {
    static const char *const codes[] = {"SP", "SU", "FA", "WI"};
    return season >= 0 && season < (int)CHY_COUNT_OF(codes) ? codes[season] : "";
}

static const char *daypart_code(int part) {
    static const char *const codes[] = {"MO", "MI", "AF", "EV", "NI", "DT"};
    return part >= 0 && part < (int)CHY_COUNT_OF(codes) ? codes[part] : "";
}

/* The day that "the next day" and "a week later" count from. */
static bool base_days(const chy_time_scan *scan, bool of_text, char unit, int32_t *days) {
    chy_date last = scan->last;
    /* A year alone is enough for "a year later", a month for "the following month". */
    if (of_text && last.year > 0 && last.day == 0 &&
        (unit == 'Y' || unit == 'E' || last.month > 0)) {
        bool enough = unit == 'Y' || unit == 'E' || unit == 'M' || unit == 'Q';
        last.month = last.month ? last.month : 1;
        last.day = enough ? 1 : 0;
    }
    if (of_text && last.year > 0 && last.day > 0) {
        *days = chy_date_days(last);
        return true;
    }
    if (scan->reference.year > 0)
        *days = scan->reference_days;
    else
        return false;
    return true;
}

/* The day, week, month ... that lies `shift` units from a day. */
static void put_unit(chy_time_draft *draft, uint32_t end, int32_t days, char unit, int32_t shift) {
    chy_date date = chy_date_of_days(days);
    int32_t year = 0;
    draft->anchored = true;
    switch (unit) {
    case 'D':
        chy_time_put_days(draft, end, days + shift);
        break;
    case 'O':
        draft->date = chy_date_of_days(days + shift);
        chy_time_put_date(draft, end);
        snprintf(draft->value + 10, sizeof draft->value - 10, "TNI");
        draft->type = CHY_TIME_TIME;
        break;
    case 'W':
    case 'N':
    case 'F': {
        int32_t week = chy_date_week(days + shift * (unit == 'F' ? 14 : 7), &year);
        chy_time_put(draft, CHY_TIME_DATE, end, "%04d-W%02d%s", (int)year, (int)week,
                     unit == 'N' ? "-WE" : "");
        break;
    }
    case 'M':
        date.day = 1;
        draft->date = chy_date_add_months(date, shift);
        draft->date.day = 0;
        chy_time_put_date(draft, end);
        break;
    case 'Q': {
        int32_t quarter = date.year * 4 + (date.month - 1) / 3 + shift;
        chy_time_put(draft, CHY_TIME_DATE, end, "%04d-Q%d", (int)(quarter / 4),
                     (int)(quarter % 4) + 1);
        break;
    }
    case 'Y':
        draft->date = (chy_date){.year = date.year + shift};
        chy_time_put_date(draft, end);
        break;
    case 'E':
        chy_time_put(draft, CHY_TIME_DATE, end, "%03dX", (int)(date.year / 10 + shift));
        break;
    case 'C':
        chy_time_put(draft, CHY_TIME_DATE, end, "%02dXX", (int)(date.year / 100 + shift));
        break;
    default:
        draft->date = date;
        chy_time_put_date(draft, end);
        break;
    }
}

/* "last week", "this month", "next year", "last summer", "last March", "last night", "this
 * morning". */
static bool read_shifted(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    bool last = chy_time_has(scan, at, CHY_TERM_LAST), next = chy_time_has(scan, at, CHY_TERM_NEXT);
    if (!last && !next && !chy_time_has(scan, at, CHY_TERM_THIS)) return false;
    int32_t shift = last ? -1 : next ? 1 : 0;
    uint32_t unit = at + 1;
    int32_t days = 0;
    bool known = base_days(scan, false, 'D', &days);
    if (unit >= scan->end) return false;
    if (!known) {
        /* Of a report without a day: which way, and no more. */
        bool time = chy_time_has(scan, unit, CHY_TERM_UNIT) && !scan->terms[unit].plural;
        if (time)
            chy_time_put(draft, CHY_TIME_DATE, unit + 1,
                         last   ? "PAST_REF"
                         : next ? "FUTURE_REF"
                                : "PRESENT_REF");
        return time;
    }
    if (chy_time_has(scan, unit, CHY_TERM_UNIT) && !scan->terms[unit].plural) {
        char letter = (char)scan->terms[unit].value;
        /* "The next day", "the following week" and "the previous year" count from the story's day.
         */
        bool told = chy_time_is(scan, at, "following") || chy_time_is(scan, at, "previous") ||
                    chy_time_is(scan, at, "preceding") || letter == 'D';
        if (letter == 's' || letter == 'm' || letter == 'h') return false;
        if (chy_time_is(scan, at, "past") && letter != 'D') {
            chy_time_put_duration(draft, unit + 1, 1, letter);
            return true;
        }
        base_days(scan, told && shift != 0, letter, &days);
        put_unit(draft, unit + 1, days, letter, shift);
        return true;
    }
    if (chy_time_has(scan, unit, CHY_TERM_DAYPART)) {
        draft->date = chy_date_of_days(days + shift);
        chy_time_put_date(draft, unit + 1);
        draft->anchored = true;
        chy_time_put(draft, CHY_TIME_TIME, unit + 1, "%04d-%02d-%02dT%s", (int)draft->date.year,
                     (int)draft->date.month, (int)draft->date.day,
                     daypart_code(scan->terms[unit].value));
        return true;
    }
    if (chy_time_has(scan, unit, CHY_TERM_SEASON)) {
        chy_time_put(draft, CHY_TIME_DATE, unit + 1, "%04d-%s", (int)(scan->reference.year + shift),
                     season_code(scan->terms[unit].value));
        draft->anchored = true;
        return true;
    }
    if (chy_time_has(scan, unit, CHY_TERM_MONTH)) {
        int32_t month = scan->terms[unit].value, now = scan->reference.month;
        int32_t year = scan->reference.year;
        year += last && month >= now ? -1 : next && month <= now ? 1 : 0;
        draft->date = (chy_date){.year = year, .month = month};
        chy_time_put_date(draft, unit + 1);
        draft->anchored = true;
        return true;
    }
    return false;
}

/* "the past two months", "the next few days", "recent weeks": lengths up to or from the report. */
static bool read_span(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    bool shifted = chy_time_has(scan, at, CHY_TERM_LAST) || chy_time_has(scan, at, CHY_TERM_NEXT) ||
                   chy_time_is(scan, at, "recent");
    if (!shifted) return false;
    chy_number number;
    uint32_t unit = at + 1;
    bool counted = chy_number_read(scan->words, unit, scan->end, &number);
    if (counted) unit = number.end_word;
    if (!chy_time_has(scan, unit, CHY_TERM_UNIT) || !scan->terms[unit].plural) return false;
    chy_time_put_duration(draft, unit + 1, counted && !number.vague ? number.value : -1,
                          (char)scan->terms[unit].value);
    return true;
}

static bool read_day_word(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (chy_time_has(scan, at, CHY_TERM_DAY)) {
        int32_t shift = scan->terms[at].value;
        if (scan->reference.year == 0)
            chy_time_put(draft, CHY_TIME_DATE, at + 1, "XXXX-XX-XX");
        else if (shift == 10)
            put_unit(draft, at + 1, scan->reference_days, 'O', 0);
        else
            chy_time_put_days(draft, at + 1, scan->reference_days + shift);
        return true;
    }
    if (chy_time_has(scan, at, CHY_TERM_NOW) && scan->words[at].upos == CHY_UPOS_ADV) {
        static const char *const values[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
        chy_time_put(draft, CHY_TIME_DATE, at + 1, "%s", values[scan->terms[at].value]);
        draft->anchored = true;
        return true;
    }
    /* "At the weekend": the one before or to come. */
    if (at > scan->start && chy_time_is(scan, at, "weekend") && chy_time_is(scan, at - 1, "the") &&
        scan->reference.year > 0) {
        bool past = chy_time_direction(scan, at) <= 0 && chy_date_weekday(scan->reference_days) < 6;
        put_unit(draft, at + 1, scan->reference_days, 'N', past ? -1 : 0);
        return true;
    }
    bool same = chy_time_is(scan, at, "same") || chy_time_is(scan, at, "that");
    int32_t days = 0;
    if (same && chy_time_is(scan, at + 1, "day") && base_days(scan, true, 'D', &days)) {
        chy_time_put_days(draft, at + 2, days);
        return true;
    }
    return false;
}

/* "second quarter of 2025", "17th century", "first half of the year". */
static bool read_ordinal(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t ordinal = chy_ordinal_value(scan->words[at].form);
    uint32_t unit = at + 1;
    if (chy_time_is(scan, unit, "-")) unit++;
    if (ordinal == 0 || unit >= scan->end) return false;
    char letter = ' ';
    if (chy_time_has(scan, unit, CHY_TERM_UNIT)) letter = (char)scan->terms[unit].value;
    if (letter == 'C' && ordinal <= 30) {
        chy_time_put(draft, CHY_TIME_DATE, unit + 1, "%02dXX", (int)ordinal - 1);
        return true;
    }
    bool half = chy_time_is(scan, unit, "half") && ordinal <= 2;
    if (!half && (letter != 'Q' || ordinal > 4)) return false;
    uint32_t end = unit + 1,
             year_at = chy_time_is(scan, end, "of") || chy_time_is(scan, end, "in") ? end + 1 : end;
    int32_t year = chy_time_year(scan, year_at);
    bool of_year = chy_time_is(scan, year_at, "the") || chy_time_is(scan, year_at, "this") ||
                   chy_time_is(scan, year_at, "last");
    if (year > 0) {
        end = year_at + 1;
    } else if (of_year && chy_time_is(scan, year_at + 1, "year")) {
        year = scan->reference.year - (chy_time_is(scan, year_at, "last") ? 1 : 0);
        end = year_at + 2;
        draft->anchored = true;
    } else if (half) {
        return false;
    } else {
        year = scan->reference.year;
        draft->anchored = true;
    }
    char code = half ? 'H' : 'Q';
    if (year > 0)
        chy_time_put(draft, CHY_TIME_DATE, end, "%04d-%c%d", (int)year, code, (int)ordinal);
    else
        chy_time_put(draft, CHY_TIME_DATE, end, "XXXX-%c%d", code, (int)ordinal);
    return true;
}

/* "Q3 2025" */
static bool read_quarter_code(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    const char *form = scan->words[at].form;
    if ((form[0] != 'Q' && form[0] != 'H') || form[1] < '1' || form[1] > '4' || form[2])
        return false;
    int32_t year = chy_time_year(scan, at + 1);
    if (year == 0) return false;
    chy_time_put(draft, CHY_TIME_DATE, at + 2, "%04d-%c%c", (int)year, form[0], form[1]);
    return true;
}

/* "early summer 2024", "summer of 2024". */
static bool read_season(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_has(scan, at, CHY_TERM_SEASON)) return false;
    uint32_t next = chy_time_is(scan, at + 1, "of") ? at + 2 : at + 1;
    int32_t year = chy_time_year(scan, next);
    if (year == 0) return false;
    chy_time_put(draft, CHY_TIME_DATE, next + 1, "%04d-%s", (int)year,
                 season_code(scan->terms[at].value));
    return true;
}

bool chy_time_read_relative(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (read_span(scan, at, draft) || read_ordinal(scan, at, draft) ||
        read_quarter_code(scan, at, draft) || read_season(scan, at, draft))
        return true;
    if (!read_shifted(scan, at, draft) && !read_day_word(scan, at, draft)) return false;
    if (draft->type == CHY_TIME_DATE && draft->date.day > 0) chy_time_read_part_of_day(scan, draft);
    return true;
}

/* "two weeks ago", "three days later", "a year earlier": after the length itself. */
static bool finish_offset(const chy_time_scan *scan, uint32_t end, double count, char unit,
                          chy_time_draft *draft) {
    bool ago = chy_time_has(scan, end, CHY_TERM_AGO) && scan->terms[end].value == 0;
    bool earlier = chy_time_has(scan, end, CHY_TERM_AGO) && !ago;
    bool later = chy_time_is(scan, end, "later") || chy_time_is(scan, end, "hence");
    /* "two days before the vote", "an hour after": a length that hangs from an event, kept as one.
     */
    if (earlier && !chy_time_is(scan, end, "earlier")) return false;
    if (!ago && !earlier && !later) return false;
    int32_t days = 0;
    if (count < 0 || !base_days(scan, !ago, unit, &days)) {
        chy_time_put(draft, CHY_TIME_DATE, end + 1, later ? "FUTURE_REF" : "PAST_REF");
        return true;
    }
    int32_t shift = (int32_t)(count < 10000 ? count + 0.5 : 10000);
    if (unit == 'h' || unit == 'm' || unit == 's') shift = 0;
    put_unit(draft, end + 1, days, unit, later ? shift : -shift);
    return true;
}

static bool is_age(const chy_time_scan *scan, uint32_t end) {
    uint32_t next = chy_time_is(scan, end, "-") ? end + 1 : end;
    return chy_time_is(scan, next, "old") || chy_time_is(scan, next, "olds");
}

/* "three-day", "40-year" in one word. */
static bool read_joined(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    const char *form = scan->words[at].form, *dash = strchr(form, '-');
    char head[16];
    if (!dash || dash == form || (size_t)(dash - form) >= sizeof head || strlen(dash) > 12)
        return false;
    memcpy(head, form, (size_t)(dash - form));
    head[dash - form] = '\0';
    chy_word part = scan->words[at];
    part.form = head;
    chy_number number;
    chy_term unit = chy_term_of(dash + 1);
    if (unit.class == CHY_TERM_UNIT && chy_number_read(&part, 0, 1, &number)) {
        chy_time_put_duration(draft, at + 1, number.value, (char)unit.value);
        return true;
    }
    chy_term long_unit = chy_term_of(head);
    if (long_unit.class == CHY_TERM_UNIT && chy_same(dash + 1, "long")) {
        chy_time_put_duration(draft, at + 1, long_unit.plural ? -1 : 1, (char)long_unit.value);
        return true;
    }
    return false;
}

/* "a week", "an hour and a half": an article counts one only where a length is meant. */
static bool read_article(const chy_time_scan *scan, uint32_t at, double *count, uint32_t *unit) {
    if (!chy_time_is(scan, at, "a") && !chy_time_is(scan, at, "an")) return false;
    *unit = at + 1;
    if (!chy_time_has(scan, *unit, CHY_TERM_UNIT) || scan->terms[*unit].plural) return false;
    static const char *const openers[] = {"about", "after",   "almost", "around",  "every",
                                          "for",   "half",    "in",     "lasting", "nearly",
                                          "over",  "roughly", "than",   "under",   "within"};
    bool opened =
        at > scan->start && chy_is_one_of(scan->words[at - 1].form, openers, CHY_COUNT_OF(openers));
    uint32_t next = *unit + 1;
    bool closed = chy_time_has(scan, next, CHY_TERM_AGO) || chy_time_is(scan, next, "later") ||
                  (chy_time_is(scan, next, "and") && chy_time_is(scan, next + 1, "a") &&
                   chy_time_is(scan, next + 2, "half"));
    /* "For a second consecutive day": an ordinal. */
    bool ordinal =
        scan->terms[*unit].value == 's' && next < scan->end &&
        (scan->words[next].upos == CHY_UPOS_ADJ || scan->words[next].upos == CHY_UPOS_NOUN);
    *count = 1;
    return !ordinal && (opened || closed);
}

/* "half an hour", "half a year". */
static bool read_half(const chy_time_scan *scan, uint32_t at, double *count, uint32_t *unit) {
    if (!chy_time_is(scan, at, "half")) return false;
    bool article = chy_time_is(scan, at + 1, "a") || chy_time_is(scan, at + 1, "an") ||
                   chy_time_is(scan, at + 1, "-");
    *unit = article ? at + 2 : at + 1;
    *count = 0.5;
    return chy_time_has(scan, *unit, CHY_TERM_UNIT);
}

bool chy_time_read_duration(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (read_joined(scan, at, draft)) {
        draft->silent = is_age(scan, draft->end) || strstr(scan->words[at].form, "-old");
        return true;
    }
    chy_number number = {0};
    double count;
    uint32_t unit;
    if (!read_half(scan, at, &count, &unit) && !read_article(scan, at, &count, &unit)) {
        if (!chy_number_read(scan->words, at, scan->end, &number)) {
            /* "weeks of talks": a length without a count. */
            bool bare = chy_time_has(scan, at, CHY_TERM_UNIT) && scan->terms[at].plural &&
                        chy_time_is(scan, at + 1, "of") && scan->terms[at].value != 's';
            bool stretch = chy_time_has(scan, at, CHY_TERM_UNIT) &&
                           chy_time_is(scan, at + 1, "-") && chy_time_is(scan, at + 2, "long");
            if (stretch)
                chy_time_put_duration(draft, at + 3, scan->terms[at].plural ? -1 : 1,
                                      (char)scan->terms[at].value);
            else if (bare)
                chy_time_put_duration(draft, at + 1, -1, (char)scan->terms[at].value);
            return bare || stretch;
        }
        count = number.vague ? -1 : number.value;
        unit = number.end_word;
        static const char *const fillers[] = {"-",    "business", "consecutive", "full",   "long",
                                              "more", "straight", "trading",     "working"};
        if (unit < scan->end &&
            chy_is_one_of(scan->words[unit].form, fillers, CHY_COUNT_OF(fillers)))
            unit++;
    }
    if (!chy_time_has(scan, unit, CHY_TERM_UNIT)) return false;
    char letter = (char)scan->terms[unit].value;
    uint32_t end = unit + 1;
    if (count > 0 && chy_time_is(scan, end, "and") && chy_time_is(scan, end + 1, "a") &&
        chy_time_is(scan, end + 2, "half")) {
        count += 0.5;
        end += 3;
    }
    if (finish_offset(scan, end, count, letter, draft)) return true;
    if (is_age(scan, end)) {
        draft->silent = true;
        draft->end = end;
        return true;
    }
    chy_time_put_duration(draft, end, count, letter);
    /* "two hours and 30 minutes". */
    uint32_t more = chy_time_is(scan, end, "and") || chy_time_is(scan, end, ",") ? end + 1 : end;
    chy_number minutes;
    if (letter == 'h' && count > 0 && chy_number_read(scan->words, more, scan->end, &minutes) &&
        chy_time_has(scan, minutes.end_word, CHY_TERM_UNIT) &&
        scan->terms[minutes.end_word].value == 'm')
        chy_time_put_duration(draft, minutes.end_word + 1, count + minutes.value / 60, 'h');
    return true;
}
