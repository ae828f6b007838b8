#include "mentions/time_scan.h"

#include <string.h>

/* Years from before the modern states to a century ahead: other numbers of four digits are counts.
 */
#define FIRST_YEAR 1400
#define LAST_YEAR  2150

int32_t chy_time_year(const chy_time_scan *scan, uint32_t at) {
    int32_t digits, year = chy_time_digits(scan, at, &digits);
    return digits == 4 && year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

/* "16", "16th"; 0 where it is no day of a month. */
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
    if (i == 0 || (*rest && !suffix) || day < 1 || day > 31) return 0;
    *end = at + 1;
    return day;
}

/* The year in which a month (and day) without one falls: the nearest before or after the report, as
 * the tense says; where it does not, the nearest of all. */
static int32_t choose_year(const chy_time_scan *scan, uint32_t at, int32_t month, int32_t day) {
    if (scan->reference.year == 0) return 0;
    int direction = chy_time_direction(scan, at);
    int32_t best = 0, best_gap = INT32_MAX;
    for (int32_t year = scan->reference.year - 1; year <= scan->reference.year + 1; year++) {
        chy_date date = {year, month, day ? day : 1};
        if (!chy_date_valid(date)) continue;
        int32_t gap = chy_date_days(date) - scan->reference_days;
        if (day == 0 && year == scan->reference.year && month == scan->reference.month) gap = 0;
        /* A day's grace: reports are dated in another time zone. */
        if ((direction < 0 && gap > 1) || (direction > 0 && gap < -1)) continue;
        if (gap < 0) gap = -gap;
        if (gap < best_gap) {
            best_gap = gap;
            best = year;
        }
    }
    return best;
}

/* A year after a date: ", 2026", "of 2026", "2026". Returns 0 where none follows. */
static int32_t year_after(const chy_time_scan *scan, uint32_t at, bool of, uint32_t *end) {
    uint32_t next = at;
    if (chy_time_is(scan, next, ",") || (of && chy_time_is(scan, next, "of"))) next++;
    int32_t year = chy_time_year(scan, next);
    if (year == 0) return 0;
    /* "in May, 2000 soldiers": the number counts what follows it. */
    if (scan->words[next].deprel == CHY_DEPREL_NUMMOD && scan->words[next].head > next &&
        scan->words[next].head != CHY_NONE && next != at)
        return 0;
    *end = next + 1;
    return year;
}

static bool finish_month(const chy_time_scan *scan, uint32_t at, uint32_t end,
                         chy_time_draft *draft) {
    uint32_t after = end;
    draft->date.year = year_after(scan, end, draft->date.day == 0, &after);
    if (draft->date.year == 0) {
        draft->date.year = choose_year(scan, at, draft->date.month, draft->date.day);
        draft->anchored = draft->date.year > 0;
    }
    if (!chy_date_valid(draft->date)) return false;
    chy_time_put_date(draft, after);
    return true;
}

/* "May 5 - 7": after the first day. */
static bool finish_day_range(const chy_time_scan *scan, uint32_t at, uint32_t end,
                             chy_time_draft *draft) {
    bool dash = chy_time_is(scan, end, "-") || chy_time_is(scan, end, "\xE2\x80\x93") ||
                chy_time_is(scan, end, "to");
    uint32_t after = end;
    int32_t last = dash ? day_at(scan, end + 1, &after) : 0;
    if (last <= draft->date.day || !finish_month(scan, at, after, draft)) return false;
    chy_date first = draft->date;
    char year[8] = "XXXX";
    if (first.year > 0)
        for (int i = 3, y = (int)first.year; i >= 0; i--, y /= 10)
            year[i] = (char)('0' + y % 10);
    chy_time_put(draft, CHY_TIME_DATE, draft->end, "%s-%02d-%02d/%s-%02d-%02d", year,
                 (int)first.month, (int)first.day, year, (int)first.month, (int)last);
    return true;
}

/* "May 16, 2026", "May 2026", "May". */
static bool read_month_first(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_has(scan, at, CHY_TERM_MONTH)) return false;
    /* "Joined a march": a common noun that is written like a month. */
    if (strcmp(scan->words[at].form, "march") == 0) return false;
    draft->date = (chy_date){.month = scan->terms[at].value};
    uint32_t end = at + 1;
    int32_t day = day_at(scan, at + 1, &end);
    /* "In May 16 people died": the number counts the noun that follows. */
    if (day > 0 && scan->words[at + 1].deprel == CHY_DEPREL_NUMMOD &&
        scan->words[at + 1].head != CHY_NONE && scan->words[at + 1].head > at + 1 &&
        scan->words[scan->words[at + 1].head].upos == CHY_UPOS_NOUN) {
        day = 0;
        end = at + 1;
    }
    draft->date.day = day;
    if (day > 0 && finish_day_range(scan, at, end, draft)) return true;
    if (day == 0 && scan->words[at].upos == CHY_UPOS_VERB) return false;
    return finish_month(scan, at, end, draft);
}

/* "16 May 2026", "16th of May". */
static bool read_day_first(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t end = at;
    int32_t day = day_at(scan, at, &end);
    if (day == 0) return false;
    bool joined = chy_time_is(scan, end, "of") || chy_time_is(scan, end, "-");
    uint32_t month = joined ? end + 1 : end;
    if (!chy_time_has(scan, month, CHY_TERM_MONTH)) return false;
    /* "8-May-2006". */
    int32_t year = chy_time_is(scan, month + 1, "-") ? chy_time_year(scan, month + 2) : 0;
    if (year > 0) {
        draft->date = (chy_date){year, scan->terms[month].value, day};
        if (!chy_date_valid(draft->date)) return false;
        chy_time_put_date(draft, month + 3);
        return true;
    }
    draft->date = (chy_date){.month = scan->terms[month].value, .day = day};
    return finish_month(scan, at, month + 1, draft);
}

/* "2026-05-16", "16/05/2026", "5/16/2026" in one word. */
static bool read_figures(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    const char *form = scan->words[at].form;
    size_t size = strlen(form);
    if (size == 10 && chy_date_read(form, &draft->date)) {
        chy_time_put_date(draft, at + 1);
        return true;
    }
    int32_t part[3] = {0, 0, 0};
    int parts = 0;
    for (size_t i = 0; i < size && size <= 10; i++) {
        if (form[i] == '/' && i > 0 && parts < 2)
            parts++;
        else if (form[i] >= '0' && form[i] <= '9')
            part[parts] = part[parts] * 10 + (form[i] - '0');
        else
            return false;
    }
    if (parts != 2 || part[2] < FIRST_YEAR || part[2] > LAST_YEAR) return false;
    bool day_first = part[0] > 12;
    draft->date = (chy_date){part[2], day_first ? part[1] : part[0], day_first ? part[0] : part[1]};
    if (!chy_date_valid(draft->date) || draft->date.month == 0 || draft->date.day == 0)
        return false;
    chy_time_put_date(draft, at + 1);
    return true;
}

static void resolve_weekday(const chy_time_scan *scan, uint32_t at, int32_t weekday, int shift,
                            uint32_t end, chy_time_draft *draft) {
    if (scan->reference.year == 0) {
        chy_time_put(draft, CHY_TIME_DATE, end, "XXXX-WXX-%d", (int)weekday);
        return;
    }
    int32_t today = chy_date_weekday(scan->reference_days);
    int32_t ahead = (weekday - today + 7) % 7;
    int direction = shift ? shift : chy_time_direction(scan, at);
    int32_t days = scan->reference_days + ahead;
    if (direction <= 0 && ahead > 0) days -= 7;
    /* "last Friday" told on a Friday is a week ago; "next Friday" a week ahead. */
    if (shift < 0 && ahead == 0) days -= 7;
    if (shift > 0 && ahead == 0) days += 7;
    chy_time_put_days(draft, end, days);
}

/* "Tuesday", "last Tuesday", "Tuesday, May 19", "Tuesday morning". */
static bool read_weekday(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    int shift = chy_time_has(scan, at, CHY_TERM_LAST)   ? -1
                : chy_time_has(scan, at, CHY_TERM_NEXT) ? 1
                                                        : 0;
    uint32_t day = shift || chy_time_is(scan, at, "this") ? at + 1 : at;
    if (!chy_time_has(scan, day, CHY_TERM_WEEKDAY)) return false;
    if (scan->terms[day].plural) {
        chy_time_put(draft, CHY_TIME_SET, day + 1, "XXXX-WXX-%d", (int)scan->terms[day].value);
        return true;
    }
    uint32_t next = day + 1;
    if (chy_time_is(scan, next, ",") || chy_time_is(scan, next, "the")) next++;
    if (next < scan->end && ((read_month_first(scan, next, draft) && draft->date.day > 0) ||
                             read_day_first(scan, next, draft)))
        return true;
    *draft = (chy_time_draft){.end = day + 1};
    resolve_weekday(scan, day, scan->terms[day].value, shift, day + 1, draft);
    return true;
}

/* "1940s", "'90s", "nineties": after "the" or with four digits. */
static bool read_decade(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    const char *form = scan->words[at].form;
    if (chy_time_has(scan, at, CHY_TERM_TENS) && at > scan->start &&
        (chy_time_is(scan, at - 1, "the") || chy_time_has(scan, at - 1, CHY_TERM_EDGE))) {
        chy_time_put(draft, CHY_TIME_DATE, at + 1, "19%dX", (int)scan->terms[at].value);
        return true;
    }
    if (strncmp(form, "\xE2\x80\x99", 3) == 0)
        form += 3;
    else if (*form == '\'')
        form++;
    size_t digits = strspn(form, "0123456789");
    if ((digits != 4 && digits != 2) || form[digits - 1] != '0' || strcmp(form + digits, "s") != 0)
        return false;
    if (digits == 4)
        chy_time_put(draft, CHY_TIME_DATE, at + 1, "%.3sX", form);
    else
        chy_time_put(draft, CHY_TIME_DATE, at + 1, "%s%cX", form[0] >= '3' ? "19" : "20", form[0]);
    return true;
}

/* A year alone. A number that counts things ("2000 people") is none. */
static bool read_year(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    int32_t year = chy_time_year(scan, at);
    const chy_word *word = &scan->words[at];
    if (year == 0) return false;
    if (word->deprel == CHY_DEPREL_NUMMOD && word->head != CHY_NONE && word->head > at) {
        const chy_word *noun = &scan->words[word->head];
        bool dated = at > scan->start &&
                     (chy_time_is(scan, at - 1, "the") || chy_time_is(scan, at - 1, "'s"));
        if (!dated || chy_same(noun->form, "people")) return false;
    }
    if (at > scan->start && strcmp(scan->words[at - 1].form, "$") == 0) return false;
    draft->date = (chy_date){.year = year};
    chy_time_put_date(draft, at + 1);
    return true;
}

/* Fixed feasts, in the order in which a longer name comes first. */
static const struct {
    const char *words[4];
    int8_t month, day;
} feasts[] = {{{"christmas", "eve", NULL, NULL}, 12, 24},
              {{"christmas", "day", NULL, NULL}, 12, 25},
              {{"christmas", NULL, NULL, NULL}, 12, 25},
              {{"new", "year", "'s", "eve"}, 12, 31},
              {{"new", "year", "'s", "day"}, 1, 1},
              {{"new", "year", "\xE2\x80\x99s", "eve"}, 12, 31},
              {{"new", "year", "\xE2\x80\x99s", "day"}, 1, 1},
              {{"may", "day", NULL, NULL}, 5, 1},
              {{"halloween", NULL, NULL, NULL}, 10, 31}};

static bool read_feast(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_capitalised(scan->words[at].form)) return false;
    for (size_t i = 0; i < CHY_COUNT_OF(feasts); i++) {
        uint32_t n = 0;
        while (n < 4 && feasts[i].words[n] && chy_time_is(scan, at + n, feasts[i].words[n]))
            n++;
        if (n < 4 && feasts[i].words[n]) continue;
        draft->date = (chy_date){.month = feasts[i].month, .day = feasts[i].day};
        return finish_month(scan, at, at + n, draft);
    }
    return false;
}

bool chy_time_read_calendar(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    bool read = read_feast(scan, at, draft) || read_weekday(scan, at, draft) ||
                read_month_first(scan, at, draft) || read_day_first(scan, at, draft) ||
                read_figures(scan, at, draft) || read_decade(scan, at, draft) ||
                read_year(scan, at, draft);
    if (read && draft->type == CHY_TIME_DATE) chy_time_read_part_of_day(scan, draft);
    return read;
}
