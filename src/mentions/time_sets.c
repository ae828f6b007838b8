#include "mentions/numbers.h"
#include "mentions/time_scan.h"

#include <string.h>

static const char *const daypart_codes[] = {"MO", "MI", "AF", "EV", "NI", "DT"};

/* "every Friday", "each year", "every two weeks", "every May". */
static bool read_every(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_has(scan, at, CHY_TERM_EVERY)) return false;
    uint32_t next = at + 1;
    if (chy_time_has(scan, next, CHY_TERM_WEEKDAY)) {
        chy_time_put(draft, CHY_TIME_SET, next + 1, "XXXX-WXX-%d", (int)scan->terms[next].value);
        return true;
    }
    if (chy_time_has(scan, next, CHY_TERM_MONTH)) {
        chy_time_put(draft, CHY_TIME_SET, next + 1, "XXXX-%02d", (int)scan->terms[next].value);
        return true;
    }
    if (chy_time_has(scan, next, CHY_TERM_DAYPART)) {
        chy_time_put(draft, CHY_TIME_SET, next + 1, "XXXX-XX-XXT%s",
                     daypart_codes[scan->terms[next].value]);
        return true;
    }
    double count = 1;
    chy_number number;
    if (next < scan->end && chy_ordinal_value(scan->words[next].form) > 1) {
        count = chy_ordinal_value(scan->words[next].form);
        next++;
    } else if (chy_number_read(scan->words, next, scan->end, &number)) {
        count = number.vague ? -1 : number.value;
        next = number.end_word;
    }
    if (!chy_time_has(scan, next, CHY_TERM_UNIT)) return false;
    chy_time_put_duration(draft, next + 1, count, (char)scan->terms[next].value);
    draft->type = CHY_TIME_SET;
    return true;
}

/* "twice a week", "once every month", "three times a year". */
static bool read_times_a(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t next = at;
    chy_number number;
    if (chy_time_is(scan, at, "once") || chy_time_is(scan, at, "twice"))
        next = at + 1;
    else if (chy_number_read(scan->words, at, scan->end, &number) &&
             chy_time_is(scan, number.end_word, "times"))
        next = number.end_word + 1;
    else
        return false;
    if (!chy_time_is(scan, next, "a") && !chy_time_is(scan, next, "per") &&
        !chy_time_has(scan, next, CHY_TERM_EVERY))
        return false;
    if (!chy_time_has(scan, next + 1, CHY_TERM_UNIT) || scan->terms[next + 1].plural) return false;
    chy_time_put_duration(draft, next + 2, 1, (char)scan->terms[next + 1].value);
    draft->type = CHY_TIME_SET;
    return true;
}

bool chy_time_read_set(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (read_every(scan, at, draft) || read_times_a(scan, at, draft)) return true;
    uint8_t upos = scan->words[at].upos;
    if (!chy_time_has(scan, at, CHY_TERM_FREQUENCY) ||
        (upos != CHY_UPOS_ADJ && upos != CHY_UPOS_ADV))
        return false;
    chy_time_put_duration(draft, at + 1, 1, (char)scan->terms[at].value);
    draft->type = CHY_TIME_SET;
    return true;
}

typedef struct clock_time {
    int32_t hour, minute;
    bool universal; /* GMT or UTC */
} clock_time;

/* "15:30", "3", "3.30", "1530": hours and minutes, and where they end in the word. */
static const char *read_clock_figures(const char *form, clock_time *clock, bool *split) {
    const char *c = form;
    int32_t value = 0;
    int digits = 0;
    for (; *c >= '0' && *c <= '9' && digits < 5; c++, digits++)
        value = value * 10 + (*c - '0');
    *split = false;
    if (digits == 4) {
        *clock = (clock_time){value / 100, value % 100, false};
        return c;
    }
    if (digits == 0 || digits > 2) return NULL;
    *clock = (clock_time){value, 0, false};
    if ((*c == ':' || *c == '.') && c[1] >= '0' && c[1] <= '5' && c[2] >= '0' && c[2] <= '9') {
        clock->minute = (c[1] - '0') * 10 + (c[2] - '0');
        *split = *c == ':';
        c += 3;
    }
    return c;
}

/* A time of day and the word after it; `at` where there is none. */
static uint32_t read_time_of_day(const chy_time_scan *scan, uint32_t at, clock_time *clock) {
    if (chy_time_has(scan, at, CHY_TERM_CLOCK)) {
        *clock = (clock_time){scan->terms[at].value, 0, false};
        return at + 1;
    }
    if (at >= scan->end) return at;
    bool split;
    const char *form = scan->words[at].form, *rest = read_clock_figures(form, clock, &split);
    if (!rest) return at;
    uint32_t end = at + 1;
    chy_term glued = *rest ? chy_term_of(rest) : (chy_term){0};
    bool meridiem = glued.class == CHY_TERM_MERIDIEM;
    int32_t half = glued.value;
    if (!meridiem && *rest) return at;
    if (!meridiem && chy_time_has(scan, end, CHY_TERM_MERIDIEM)) {
        meridiem = true;
        half = scan->terms[end].value;
        end++;
    }
    bool oclock = chy_time_is(scan, end, "o'clock");
    end += oclock;
    bool zone = chy_time_has(scan, end, CHY_TERM_ZONE) ||
                (chy_time_is(scan, end, "local") && chy_time_is(scan, end + 1, "time"));
    bool four = rest - form == 4 && !split;
    if (!meridiem && !oclock && !split && !(four && zone)) return at;
    clock->universal = chy_time_is(scan, end, "gmt") || chy_time_is(scan, end, "utc");
    if (chy_time_has(scan, end, CHY_TERM_ZONE))
        end++;
    else if (zone)
        end += 2;
    if (meridiem && clock->hour > 12) return at;
    if (meridiem) clock->hour = clock->hour % 12 + half;
    return clock->hour <= 24 && clock->minute < 60 ? end : at;
}

static void put_clock(chy_time_draft *draft, uint32_t end, chy_date date, clock_time clock) {
    const char *zone = clock.universal ? "Z" : "";
    if (date.year > 0 && date.day > 0)
        chy_time_put(draft, CHY_TIME_TIME, end, "%04d-%02d-%02dT%02d:%02d%s", (int)date.year,
                     (int)date.month, (int)date.day, (int)clock.hour, (int)clock.minute, zone);
    else
        chy_time_put(draft, CHY_TIME_TIME, end, "XXXX-XX-XXT%02d:%02d%s", (int)clock.hour,
                     (int)clock.minute, zone);
}

bool chy_time_read_clock(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    clock_time clock;
    uint32_t end = read_time_of_day(scan, at, &clock);
    if (end == at) return false;
    /* "at 3 p.m. on Tuesday": the day that follows is part of it; else the report's. */
    uint32_t next = end;
    if (chy_time_is(scan, next, "on") || chy_time_is(scan, next, ",")) next++;
    chy_time_draft day = {.end = next};
    bool dated =
        next < scan->end && !chy_time_has(scan, next, CHY_TERM_CLOCK) &&
        (chy_time_read_calendar(scan, next, &day) ||
         (chy_time_has(scan, next, CHY_TERM_DAY) && chy_time_read_relative(scan, next, &day))) &&
        day.type == CHY_TIME_DATE && day.date.day > 0;
    draft->date = dated ? day.date : scan->reference;
    draft->anchored = dated ? day.anchored : scan->reference.year > 0;
    put_clock(draft, dated ? day.end : end, draft->date, clock);
    return true;
}

void chy_time_read_part_of_day(const chy_time_scan *scan, chy_time_draft *draft) {
    uint32_t next = draft->end;
    if (draft->date.year == 0 || draft->date.day == 0) return;
    if (chy_time_has(scan, next, CHY_TERM_DAYPART) && !scan->terms[next].plural) {
        chy_time_put(draft, CHY_TIME_TIME, next + 1, "%04d-%02d-%02dT%s", (int)draft->date.year,
                     (int)draft->date.month, (int)draft->date.day,
                     daypart_codes[scan->terms[next].value]);
        return;
    }
    if (chy_time_has(scan, next, CHY_TERM_UNIT) && scan->terms[next].value == 'O') {
        chy_time_put(draft, CHY_TIME_TIME, next + 1, "%04d-%02d-%02dTNI", (int)draft->date.year,
                     (int)draft->date.month, (int)draft->date.day);
        return;
    }
    if (chy_time_is(scan, next, "at")) next++;
    clock_time clock;
    uint32_t end = read_time_of_day(scan, next, &clock);
    if (end > next) put_clock(draft, end, draft->date, clock);
}
