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
    int32_t first = draft->date.day,
            last = joins_range(scan, end) ? day_at(scan, end + 1, &after) : 0;
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

static void put_weekday(const chy_time_scan *scan, uint32_t at, uint32_t day, int shift,
                        chy_time_draft *draft) {
    int32_t weekday = scan->terms[day].value, base;
    static const char *const told[] = {"following", "preceding", "previous"};
    bool of_text = chy_time_is_in(scan, at, told, CHY_COUNT_OF(told));
    if (scan->reference.year == 0 || scan->reference.year >= CHY_TIME_OPEN_YEAR) {
        chy_time_put(draft, CHY_TIME_DATE, day + 1, "XXXX-WXX-%d", (int)weekday);
        return;
    }
    chy_time_base(scan, of_text, 'D', &base);
    int direction = shift ? shift : chy_time_direction(scan, day);
    chy_time_put_days(draft, day + 1, nearest_weekday(base, weekday, direction, shift != 0));
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
    put_weekday(scan, at, day, shift, draft);
    return true;
}

bool chy_time_read_day(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (at >= scan->end) return false;
    return chy_time_read_holiday(scan, at, draft) || read_weekday(scan, at, draft) ||
           read_month_first(scan, at, draft) || read_day_first(scan, at, draft) ||
           chy_time_read_figures(scan, at, draft);
}

bool chy_time_read_calendar(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_read_day(scan, at, draft)) return false;
    if (draft->type == CHY_TIME_DATE) chy_time_read_part_of_day(scan, draft);
    return true;
}
