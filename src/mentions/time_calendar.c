/* Days by name: "May 16, 2026", "16th of May", "from 3 to 5 May", "last Tuesday morning". */
#include "mentions/numbers.h"
#include "mentions/time_scan.h"

#include <string.h>

/* "16", "16th", "sixteenth"; 0 where it is no day of a month. */
static int32_t day_at(const chy_time_scan *scan, uint32_t at, uint32_t *end) {
    if (at >= scan->end) return 0;
    const char *form = scan->words[at].form;
    int32_t day = 0;
    size_t i = 0;
    for (; i < 2 && form[i] >= '0' && form[i] <= '9'; i++)
        day = day * 10 + (form[i] - '0');
    const char *rest = form + i;
    bool suffix = chy_same(rest, "st") || chy_same(rest, "nd") || chy_same(rest, "rd") ||
                  chy_same(rest, "th");
    if (i == 0) day = (int32_t)chy_ordinal_value(form);
    if ((i > 0 && *rest && !suffix) || day < 1 || day > 31) return 0;
    *end = at + 1;
    return day;
}

/* "May and June 1981", "8 February to 3 March 1782": the year of a later date that serves the first
 * one too; 0 where there is none. */
static int32_t shared_year(const chy_time_scan *scan, uint32_t at, int32_t month) {
    static const char *const joins[] = {"and", "or", "through", "to", "until"};
    static const char *const edges[] = {"early", "late", "mid"};
    if (!chy_time_is_in(scan, at, joins, CHY_COUNT_OF(joins)) && !chy_time_is_dash(scan, at))
        return 0;
    uint32_t next = at + 1, end;
    if (chy_time_is_in(scan, next, edges, CHY_COUNT_OF(edges))) next++;
    if (day_at(scan, next, &end) > 0) next = end;
    if (!chy_time_has(scan, next, CHY_TERM_MONTH)) return 0;
    int32_t last = scan->terms[next].value;
    next++;
    if (day_at(scan, next, &end) > 0) next = end;
    bool relative;
    int32_t year = chy_time_year_after(scan, next, &end, &relative);
    return year > 0 && month > last ? year - 1 : year;
}

static bool finish_month(const chy_time_scan *scan, uint32_t at, uint32_t end,
                         chy_time_draft *draft) {
    uint32_t after = end;
    bool relative;
    draft->date.year = chy_time_year_after(scan, end, &after, &relative);
    draft->anchored = relative && draft->date.year > 0;
    if (draft->date.year == 0) draft->date.year = shared_year(scan, end, draft->date.month);
    if (draft->date.year == 0) {
        draft->date.year = chy_time_choose_year(scan, at, draft->date.month, draft->date.day);
        draft->anchored = draft->date.year > 0 && draft->date.year < CHY_TIME_OPEN_YEAR - 1;
    }
    if (!chy_date_valid((chy_date){0, draft->date.month, draft->date.day})) return false;
    chy_time_put_date(draft, after);
    return true;
}

static bool joins_range(const chy_time_scan *scan, uint32_t at) {
    return chy_time_is_dash(scan, at) || chy_time_is(scan, at, "to") ||
           chy_time_is(scan, at, "through") || chy_time_is(scan, at, "until");
}

/* "May 5-7": after the first day. */
static bool finish_day_range(const chy_time_scan *scan, uint32_t at, uint32_t end,
                             chy_time_draft *draft) {
    uint32_t after = end;
    bool between =
        at > scan->start && chy_time_is(scan, at - 1, "between") && chy_time_is(scan, end, "and");
    int32_t first = draft->date.day,
            last = between || joins_range(scan, end) ? day_at(scan, end + 1, &after) : 0;
    if (last <= first || chy_time_has(scan, after, CHY_TERM_MERIDIEM)) return false;
    if (!finish_month(scan, at, after, draft)) return false;
    chy_date from = draft->date, to = draft->date;
    to.day = last;
    if (!chy_date_valid((chy_date){0, to.month, to.day})) return false;
    chy_time_put_range(draft, draft->end, from, to);
    return true;
}

/* "January-June 2016". */
static bool finish_month_range(const chy_time_scan *scan, uint32_t at, uint32_t end,
                               chy_time_draft *draft) {
    bool range = chy_time_is_dash(scan, end) && chy_time_has(scan, end + 1, CHY_TERM_MONTH) &&
                 scan->terms[end + 1].value > draft->date.month;
    if (!range) return false;
    chy_date first = draft->date, last = {.month = scan->terms[end + 1].value};
    draft->date = last;
    if (!finish_month(scan, at, end + 2, draft)) return false;
    last.year = first.year = draft->date.year;
    chy_time_put_range(draft, draft->end, first, last);
    return true;
}

/* "May 16, 2026", "May 2026", "May". */
static bool read_month_first(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_has(scan, at, CHY_TERM_MONTH)) return false;
    /* "Joined a march": a common noun that is written like a month. */
    if (strcmp(scan->words[at].form, "march") == 0) return false;
    draft->date = (chy_date){.month = scan->terms[at].value};
    uint32_t day_word = chy_time_is(scan, at + 1, "the") ? at + 2 : at + 1, end = at + 1;
    int32_t day = day_at(scan, day_word, &end);
    /* "In May 16 people died": the number counts the noun that follows; not so "the May 16 talks".
     */
    bool the =
        at > scan->start && (chy_time_is(scan, at - 1, "the") || chy_time_is(scan, at - 1, "'s"));
    if (day > 0 && ((chy_time_modifies(scan, day_word) && !the) ||
                    (day_word > at + 1 && chy_ordinal_value(scan->words[day_word].form) == 0))) {
        day = 0;
        end = at + 1;
    }
    draft->date.day = day;
    if (day > 0 && finish_day_range(scan, at, end, draft)) return true;
    if (day == 0 && scan->words[at].upos == CHY_UPOS_VERB) return false;
    /* "Theresa May", "May said": a person. */
    uint8_t tag = scan->words[at].name_tag;
    if (day == 0 && (tag == CHY_NAME_B_PER || tag == CHY_NAME_I_PER)) return false;
    if (day == 0 && finish_month_range(scan, at, end, draft)) return true;
    return finish_month(scan, at, end, draft);
}

/* "16 May 2026", "16th of May", "3-5 May", "from 3 to 5 May". */
static bool read_day_first(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t end = at;
    int32_t day = day_at(scan, at, &end), last = 0;
    if (day == 0) return false;
    if (joins_range(scan, end) || chy_time_is(scan, end, "and")) {
        uint32_t after = end;
        last = day_at(scan, end + 1, &after);
        if (last > day) end = after;
        if (last <= day) last = 0;
    }
    bool joined = chy_time_is(scan, end, "of") || chy_time_is_dash(scan, end);
    uint32_t month = joined ? end + 1 : end;
    if (!chy_time_has(scan, month, CHY_TERM_MONTH)) return false;
    draft->date = (chy_date){.month = scan->terms[month].value, .day = day};
    if (!chy_date_valid((chy_date){0, draft->date.month, last ? last : day})) return false;
    /* "8-May-2006". */
    uint32_t after = month + 1;
    if (chy_time_is_dash(scan, after) && chy_time_year(scan, after + 1, &after) > 0) {
        draft->date.year = chy_time_year(scan, month + 2, &after);
        chy_time_put_date(draft, after);
    } else if (!finish_month(scan, at, month + 1, draft)) {
        return false;
    }
    if (last > 0)
        chy_time_put_range(draft, draft->end, draft->date,
                           (chy_date){draft->date.year, draft->date.month, last});
    return true;
}

/* ---- Weekdays ----------------------------------------------------------------------------------
 */

/* The weekday nearest to a day: before it where `direction` <= 0, after it otherwise. */
static int32_t nearest_weekday(int32_t from, int32_t weekday, int direction, bool other_day) {
    int32_t ahead = (weekday - chy_date_weekday(from) + 7) % 7;
    int32_t days = from + ahead;
    if (direction <= 0 && ahead > 0) days -= 7;
    /* "last Friday" told on a Friday is a week ago; "next Friday" a week ahead. */
    if (other_day && ahead == 0) days += direction < 0 ? -7 : 7;
    return days;
}

/* Whether a weekday closes a span of days that the one just told opens: "from Monday to Friday",
 * "between Friday and Sunday"; of two joined by "and" the day after. */
static bool closes_span(const chy_time_scan *scan, uint32_t at, int32_t weekday) {
    if (at < scan->start + 2 || scan->last_end != at - 1 || scan->last.day == 0) return false;
    if (joins_range(scan, at - 1) || chy_time_is(scan, at - 1, "into") ||
        chy_time_is(scan, at - 1, "till"))
        return true;
    if (!chy_time_is(scan, at - 1, "and")) return false;
    bool between = at >= scan->start + 3 && chy_time_is(scan, at - 3, "between");
    return between || weekday == chy_date_weekday(chy_date_days(scan->last) + 1);
}

static void put_weekday(const chy_time_scan *scan, uint32_t at, uint32_t day, int shift,
                        chy_time_draft *draft) {
    int32_t weekday = scan->terms[day].value, base;
    static const char *const told[] = {"following", "preceding", "previous"};
    bool of_text = chy_time_is_in(scan, at, told, CHY_COUNT_OF(told));
    if (scan->reference.year == 0 || scan->reference.year >= CHY_TIME_OPEN_YEAR) {
        chy_time_put(draft, CHY_TIME_DATE, day + 1, "XXXX-WXX-%d", (int)weekday);
        return;
    }
    /* "last week on Tuesday" */
    if (shift == 0 && at > scan->start && scan->last_end == at - 1 && scan->last_week != 0 &&
        chy_time_is(scan, at - 1, "on")) {
        chy_time_put_days(draft, day + 1, scan->last_week + weekday - 1);
        return;
    }
    if (shift == 0 && closes_span(scan, at, weekday)) {
        chy_time_put_days(draft, day + 1,
                          nearest_weekday(chy_date_days(scan->last), weekday, 1, true));
        return;
    }
    chy_time_base(scan, of_text, 'D', &base);
    int direction = shift ? shift : chy_time_direction(scan, day);
    chy_time_put_days(draft, day + 1, nearest_weekday(base, weekday, direction, shift != 0));
}

/* "Tuesday last week", "Tuesday of next week". */
static bool put_day_of_week(const chy_time_scan *scan, uint32_t day, chy_time_draft *draft) {
    uint32_t pointer = chy_time_is(scan, day + 1, "of") ? day + 2 : day + 1;
    bool last = chy_time_is(scan, pointer, "last"), next = chy_time_is(scan, pointer, "next");
    if ((!last && !next && !chy_time_is(scan, pointer, "this")) ||
        chy_time_unit(scan, pointer + 1) != 'W' || scan->reference.year == 0 ||
        scan->reference.year >= CHY_TIME_OPEN_YEAR)
        return false;
    int32_t monday = scan->reference_days - chy_date_weekday(scan->reference_days) + 1;
    int32_t days = monday + 7 * ((int32_t)next - (int32_t)last) + scan->terms[day].value - 1;
    chy_time_put_days(draft, pointer + 2, days);
    return true;
}

/* Which way "last", "this past", "next", "this coming" point, and the word after them. */
static int read_shift(const chy_time_scan *scan, uint32_t *at) {
    if (chy_time_has(scan, *at, CHY_TERM_THIS) &&
        (chy_time_has(scan, *at + 1, CHY_TERM_LAST) || chy_time_has(scan, *at + 1, CHY_TERM_NEXT)))
        (*at)++;
    int shift = chy_time_has(scan, *at, CHY_TERM_LAST)   ? -1
                : chy_time_has(scan, *at, CHY_TERM_NEXT) ? 1
                                                         : 0;
    if (shift != 0 || chy_time_is(scan, *at, "this") || chy_time_is(scan, *at, "that")) (*at)++;
    return shift;
}

/* "Tuesday", "last Tuesday", "Tuesday, May 19", "Tuesdays", "Tuesday nights". */
static bool read_weekday(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t day = at;
    int shift = read_shift(scan, &day);
    if (!chy_time_has(scan, day, CHY_TERM_WEEKDAY)) return false;
    uint32_t next = day + 1;
    bool nights = chy_time_has(scan, next, CHY_TERM_DAYPART) && scan->terms[next].plural;
    if (scan->terms[day].plural || nights) {
        chy_time_put(draft, CHY_TIME_SET, next + nights, "XXXX-WXX-%d%s%s",
                     (int)scan->terms[day].value, nights ? "T" : "",
                     nights ? chy_time_daypart_code(scan->terms[next].value) : "");
        return true;
    }
    if (chy_time_is(scan, next, ",")) next++;
    if (chy_time_is(scan, next, "the")) next++;
    if (next < scan->end && ((read_month_first(scan, next, draft) && draft->date.day > 0) ||
                             read_day_first(scan, next, draft)))
        return true;
    *draft = (chy_time_draft){.end = day + 1};
    if (!put_day_of_week(scan, day, draft)) put_weekday(scan, at, day, shift, draft);
    return true;
}

/* "the first Monday of June", "the last Friday in May 2023"; "of every month" is a set. */
static bool read_nth_weekday(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (at >= scan->end) return false;
    bool last = chy_time_is(scan, at, "last") || chy_time_is(scan, at, "final");
    int32_t nth = last ? 5 : (int32_t)chy_ordinal_value(scan->words[at].form);
    uint32_t month = at + 3, end = at + 4;
    if (nth < 1 || nth > 5 || !chy_time_has(scan, at + 1, CHY_TERM_WEEKDAY) ||
        (!chy_time_is(scan, at + 2, "of") && !chy_time_is(scan, at + 2, "in")))
        return false;
    if (chy_time_has(scan, month, CHY_TERM_EVERY) && chy_time_unit(scan, end) == 'M') {
        chy_time_put(draft, CHY_TIME_SET, end + 1, "P1M");
        return true;
    }
    if (!chy_time_has(scan, month, CHY_TERM_MONTH)) return false;
    draft->date = (chy_date){.month = scan->terms[month].value};
    if (!finish_month(scan, at, end, draft)) return false;
    int32_t year = draft->date.year;
    if (year <= 0 || year >= CHY_TIME_OPEN_YEAR - 1) return true;
    bool anchored = draft->anchored;
    chy_time_put_days(
        draft, draft->end,
        chy_date_nth_weekday(year, draft->date.month, scan->terms[at + 1].value, nth));
    draft->anchored = anchored;
    return true;
}

bool chy_time_read_day(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (at >= scan->end) return false;
    return chy_time_read_holiday(scan, at, draft) || read_nth_weekday(scan, at, draft) ||
           read_weekday(scan, at, draft) || read_month_first(scan, at, draft) ||
           read_day_first(scan, at, draft) || chy_time_read_figures(scan, at, draft);
}

bool chy_time_read_calendar(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_read_day(scan, at, draft)) return false;
    if (draft->type == CHY_TIME_DATE) chy_time_read_part_of_day(scan, draft);
    return true;
}
