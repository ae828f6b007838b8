/* Parts of a day and of a month: "in the evening", "the morning of May 5", "the early hours of
 * Sunday", "at dawn", "the first week of June", "the last day of 2023". */
#include "mentions/numbers.h"
#include "mentions/time_scan.h"

#include <string.h>

bool chy_time_read_whole_day(const chy_time_scan *scan, uint32_t at, chy_time_draft *day) {
    *day = (chy_time_draft){.end = at};
    if (at >= scan->end) return false;
    bool the = chy_time_is(scan, at, "the");
    bool dated =
        chy_time_read_day(scan, at, day) || ((chy_time_has(scan, at, CHY_TERM_DAY) || the) &&
                                             chy_time_read_relative(scan, at + the, day));
    return dated && day->type == CHY_TIME_DATE && day->date.day > 0;
}

static void put_part_of(chy_time_draft *draft, uint32_t end, chy_date date, bool anchored,
                        const char *part) {
    draft->date = date;
    draft->anchored = anchored;
    chy_time_put_part(draft, end, part);
}

/* "in the evening", "the morning of May 5", "mid-afternoon yesterday". */
static bool read_daypart(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_has(scan, at, CHY_TERM_DAYPART) || scan->terms[at].plural) return false;
    const char *part = chy_time_daypart_code(scan->terms[at].value);
    uint32_t next = chy_time_is(scan, at + 1, "of") || chy_time_is(scan, at + 1, "on") ||
                            chy_time_is(scan, at + 1, ",")
                        ? at + 2
                        : at + 1;
    chy_time_draft day;
    if (chy_time_read_whole_day(scan, next, &day)) {
        put_part_of(draft, day.end, day.date, day.anchored, part);
        return true;
    }
    static const char *const leads[] = {"during", "in", "into", "on", "throughout"};
    bool the = at > scan->start && chy_time_is(scan, at - 1, "the");
    bool led =
        the && at - 1 > scan->start && chy_time_is_in(scan, at - 2, leads, CHY_COUNT_OF(leads));
    bool edge = chy_time_form(&scan->words[at]) != scan->words[at].form ||
                (at > scan->start && chy_time_has(scan, at - 1, CHY_TERM_EDGE));
    int32_t days;
    if ((!led && !edge) || chy_time_modifies(scan, at) || !chy_time_base(scan, true, 'D', &days))
        return false;
    put_part_of(draft, at + 1, chy_date_of_days(days), true, part);
    return true;
}

/* "the early hours of Sunday", "the early morning hours of May 3", "in the small hours". */
static bool read_hours(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    bool named = chy_time_has(scan, at, CHY_TERM_DAYPART);
    bool small = chy_time_is(scan, at, "small") || chy_time_is(scan, at, "predawn") ||
                 chy_time_is(scan, at, "pre-dawn");
    bool edge = at > scan->start && chy_time_has(scan, at - 1, CHY_TERM_EDGE);
    uint32_t hours = named || small ? at + 1 : at, end = hours + 1;
    if ((!small && !edge) || !chy_time_is(scan, hours, "hours")) return false;
    bool late = edge && chy_time_is(scan, at - 1, "late");
    const char *part = chy_time_daypart_code(named ? scan->terms[at].value : late ? 4 : 0);
    bool of = chy_time_is(scan, end, "of") || chy_time_is(scan, end, "on");
    chy_time_draft day;
    if (chy_time_read_whole_day(scan, end + of, &day)) {
        if (chy_time_has(scan, day.end, CHY_TERM_DAYPART)) day.end++;
        put_part_of(draft, day.end, day.date, day.anchored, part);
        return true;
    }
    uint32_t first = edge ? at - 1 : at;
    bool the = first > scan->start && chy_time_is(scan, first - 1, "the");
    int32_t days;
    if (of || !the || !chy_time_base(scan, true, 'D', &days)) return false;
    put_part_of(draft, end, chy_date_of_days(days), true, part);
    return true;
}

/* "at dawn", "by nightfall": of the day that is told, else of the report's. */
static bool read_dawn(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    static const char *const leads[] = {"after", "at", "before", "by", "since", "until"};
    static const char *const dawns[] = {"dawn",      "daybreak", "dusk",    "lunchtime", "midday",
                                        "nightfall", "sundown",  "sunrise", "sunset"};
    if (at == scan->start || !chy_time_is_in(scan, at - 1, leads, CHY_COUNT_OF(leads)) ||
        !chy_time_is_in(scan, at, dawns, CHY_COUNT_OF(dawns)) || chy_time_modifies(scan, at))
        return false;
    chy_date day = chy_time_day_of_hour(scan, at);
    if (day.year == 0) return false;
    put_part_of(draft, at + 1, day, true, chy_time_daypart_code(scan->terms[at].value));
    return true;
}

/* "first", "last", "opening": which part of a month or year; 0 for any other word, -1 for the last
 * one. */
static int32_t which_part(const chy_time_scan *scan, uint32_t at) {
    static const char *const firsts[] = {"early", "opening"};
    static const char *const lasts[] = {"closing", "dying", "final", "last", "latter"};
    if (at >= scan->end) return 0;
    if (chy_time_is_in(scan, at, lasts, CHY_COUNT_OF(lasts))) return -1;
    if (chy_time_is_in(scan, at, firsts, CHY_COUNT_OF(firsts))) return 1;
    return (int32_t)chy_ordinal_value(scan->words[at].form);
}

/* The first or last months of a year: "2023-01/2023-09". */
static void put_months(chy_time_draft *draft, int32_t year, int32_t which, int32_t count) {
    chy_date first = {.year = year, .month = which > 0 ? 1 : 13 - count};
    chy_date last = {.year = year, .month = which > 0 ? count : 12};
    chy_time_put_range(draft, draft->end, first, last);
}

/* "the first week of June", "the last days of 2023": the month or year itself; "the last day of
 * June" the day, "the first nine months of 2023" from month to month. */
static bool read_part_of_month(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    int32_t which = which_part(scan, at);
    chy_number number;
    uint32_t unit = at + 1;
    bool counted = which != 0 && chy_number_read(scan->words, unit, scan->end, &number);
    if (counted) unit = number.end_word;
    char letter = (char)(chy_time_is(scan, unit, "half") ? 'H' : chy_time_any_unit(scan, unit));
    if (which == 0 || letter == 0 || !strchr("HDWNM", letter) || !chy_time_is(scan, unit + 1, "of"))
        return false;
    uint32_t of = unit + 2;
    if (of >= scan->end ||
        (!chy_time_read_calendar(scan, of, draft) && !chy_time_read_years(scan, of, draft) &&
         !chy_time_read_relative(scan, of, draft)) ||
        draft->type != CHY_TIME_DATE || draft->date.day > 0 || draft->date.year == 0)
        return false;
    chy_date date = draft->date;
    bool anchored = draft->anchored, year = date.month == 0;
    if (letter == 'M' && year && counted && !number.vague && number.value >= 2 &&
        number.value < 12 && (which == 1 || which == -1))
        put_months(draft, date.year, which, (int32_t)number.value);
    if (letter != 'D' || chy_time_units(scan, unit)) return true;
    if (which > 31 || (year && which != 1 && which != -1)) return true;
    date.month = !year ? date.month : which > 0 ? 1 : 12;
    date.day = which > 0 ? which : chy_month_days(date.year, date.month);
    if (!chy_date_valid(date)) return false;
    draft->date = date;
    draft->anchored = anchored;
    chy_time_put_date(draft, draft->end);
    return true;
}

/* "on the 28th": of the month that the sentence tells, else of the nearest one. */
static bool read_day_of_month(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    static const char *const leads[] = {"by", "on", "until"};
    static const char *const joins[] = {"and", "of", "or", "to"};
    if (at < scan->start + 2 || !chy_time_is(scan, at - 1, "the") ||
        !chy_time_is_in(scan, at - 2, leads, CHY_COUNT_OF(leads)) || chy_time_modifies(scan, at))
        return false;
    const char *form = scan->words[at].form;
    int32_t day = (int32_t)chy_ordinal_value(form);
    bool closed = at + 1 >= scan->end || scan->words[at + 1].upos != CHY_UPOS_NOUN;
    if (form[0] < '1' || form[0] > '9' || day < 1 || day > 31 || !closed ||
        chy_time_is_in(scan, at + 1, joins, CHY_COUNT_OF(joins)))
        return false;
    bool told = chy_time_day_told(scan);
    if (!told && scan->reference.year == 0) return false;
    chy_date base = told ? scan->last : scan->reference;
    int direction = told ? (day > base.day ? 0 : 2) : chy_time_direction(scan, at);
    int32_t shift = direction > 0 ? day < base.day : !told && day > base.day ? -1 : 0;
    base.day = 1;
    base = chy_date_add_months(base, shift);
    base.day = day;
    if (!chy_date_valid(base)) return false;
    draft->date = base;
    draft->anchored = base.year < CHY_TIME_OPEN_YEAR - 1;
    chy_time_put_date(draft, at + 1);
    return true;
}

bool chy_time_read_part(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    return read_hours(scan, at, draft) || read_daypart(scan, at, draft) ||
           read_dawn(scan, at, draft) || read_part_of_month(scan, at, draft) ||
           read_day_of_month(scan, at, draft);
}
