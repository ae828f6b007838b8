/* Times of day: "15:30", "3 p.m. on Tuesday", "noon Saturday", "1400 GMT". */
#include "mentions/time_scan.h"

#include <stdio.h>
#include <string.h>

typedef struct clock_time {
    int32_t hour, minute;
    char zone[8]; /* "Z" for GMT and UTC, "+08:00", "" where it is not told or has no one meaning */
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
        *clock = (clock_time){.hour = value / 100, .minute = value % 100};
        return c;
    }
    if (digits == 0 || digits > 2) return NULL;
    *clock = (clock_time){.hour = value};
    if ((*c == ':' || *c == '.') && c[1] >= '0' && c[1] <= '5' && c[2] >= '0' && c[2] <= '9') {
        clock->minute = (c[1] - '0') * 10 + (c[2] - '0');
        *split = *c == ':';
        c += 3;
    }
    return c;
}

/* "GMT", "UTC+3", "(GMT +8)", "local time": the word after it, `at` where there is none. */
static uint32_t read_zone(const chy_time_scan *scan, uint32_t at, clock_time *clock) {
    if (chy_time_is(scan, at, "local") && chy_time_is(scan, at + 1, "time")) return at + 2;
    bool bracket = chy_time_is(scan, at, "(");
    uint32_t zone = at + bracket, end = zone + 1;
    if (!chy_time_has(scan, zone, CHY_TERM_ZONE)) return at;
    bool universal = chy_time_is(scan, zone, "gmt") || chy_time_is(scan, zone, "utc");
    if (universal) (void)snprintf(clock->zone, sizeof clock->zone, "Z");
    int32_t digits, hours = chy_time_digits(scan, end + 1, &digits);
    bool plus = chy_time_is(scan, end, "+"), minus = chy_time_is_dash(scan, end);
    if (universal && (plus || minus) && hours >= 0 && hours <= 14 && digits <= 2) {
        (void)snprintf(clock->zone, sizeof clock->zone, "%c%02d:00", plus ? '+' : '-', (int)hours);
        end += 2;
    }
    if (!bracket) return chy_time_is(scan, end, "time") ? end + 1 : end;
    return chy_time_is(scan, end, ")") ? end + 1 : at;
}

/* "in the morning", "at night": the word after it, `at` where there is none; what it adds. */
static uint32_t read_part(const chy_time_scan *scan, uint32_t at, int32_t *half) {
    bool in = chy_time_is(scan, at, "in") && chy_time_is(scan, at + 1, "the");
    bool morning = in && chy_time_is(scan, at + 2, "morning");
    bool later =
        in && (chy_time_is(scan, at + 2, "afternoon") || chy_time_is(scan, at + 2, "evening"));
    bool night = chy_time_is(scan, at, "at") && chy_time_is(scan, at + 1, "night");
    *half = morning ? 0 : 12;
    uint32_t end = night ? at + 2 : at + 3;
    /* "one in the morning rush" */
    bool noun = end < scan->end && scan->words[end].upos == CHY_UPOS_NOUN;
    return (morning || later || night) && !noun ? end : at;
}

/* Whether what stands there is told as a time: "at ten", "until ten", not "killed ten". */
static bool is_led(const chy_time_scan *scan, uint32_t at) {
    static const char *const leads[] = {"about",   "after", "around", "at",   "before",
                                        "between", "by",    "from",   "past", "since",
                                        "till",    "to",    "until"};
    return at > scan->start && chy_time_is_in(scan, at - 1, leads, CHY_COUNT_OF(leads));
}

/* "three o'clock", "ten in the morning": the word after it, `at` where there is none. */
static uint32_t read_spelled(const chy_time_scan *scan, uint32_t at, clock_time *clock) {
    static const char *const hours[] = {"one",   "two",   "three", "four", "five",   "six",
                                        "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
    int32_t half;
    bool oclock = chy_time_is(scan, at + 1, "o'clock");
    uint32_t next = oclock ? at + 2 : at + 1;
    uint32_t end = oclock || is_led(scan, at) ? read_part(scan, next, &half) : next;
    if (!oclock && end == next) return at;
    for (size_t i = 0; i < CHY_COUNT_OF(hours); i++) {
        if (!chy_time_is(scan, at, hours[i])) continue;
        *clock = (clock_time){.hour = (int32_t)i + 1};
        if (end > next) clock->hour = clock->hour % 12 + half;
        return end;
    }
    return at;
}

/* A time of day and the word after it; `at` where there is none. */
static uint32_t read_time_of_day(const chy_time_scan *scan, uint32_t at, clock_time *clock) {
    if (chy_time_has(scan, at, CHY_TERM_CLOCK)) {
        *clock = (clock_time){.hour = scan->terms[at].value};
        return at + 1;
    }
    if (at >= scan->end) return at;
    bool split;
    const char *form = scan->words[at].form, *rest = read_clock_figures(form, clock, &split);
    if (!rest) return read_spelled(scan, at, clock);
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
    uint32_t part = !meridiem && (oclock || is_led(scan, at)) ? read_part(scan, end, &half) : end;
    meridiem = meridiem || part > end;
    end = part;
    uint32_t after = read_zone(scan, end, clock);
    bool four = rest - form == 4 && !split;
    if (!meridiem && !oclock && !split && !(four && after > end)) return at;
    if (meridiem && clock->hour > 12) return at;
    if (meridiem) clock->hour = clock->hour % 12 + half;
    return clock->hour <= 24 && clock->minute < 60 ? after : at;
}

static void put_clock(chy_time_draft *draft, uint32_t end, chy_date date, clock_time clock) {
    char value[16];
    (void)snprintf(value, sizeof value, "%02d:%02d%s", (int)(clock.hour % 100),
                   (int)(clock.minute % 100), clock.zone);
    draft->date = date;
    if (date.day > 0)
        chy_time_put_part(draft, end, value);
    else
        chy_time_put(draft, CHY_TIME_TIME, end, "XXXX-XX-XXT%s", value);
}

/* "(0117 GMT)": the word after what stands in brackets, `at` where nothing does. */
static uint32_t skip_brackets(const chy_time_scan *scan, uint32_t at) {
    if (!chy_time_is(scan, at, "(")) return at;
    for (uint32_t close = at + 1; close < scan->end && close < at + 6; close++)
        if (chy_time_is(scan, close, ")")) return close + 1;
    return at;
}

/* The day that follows a time of day: "on Tuesday", "yesterday", ", May 5". */
static bool read_day_after(const chy_time_scan *scan, uint32_t at, chy_time_draft *day) {
    uint32_t next = at;
    if (chy_time_is(scan, next, "on") || chy_time_is(scan, next, ",") ||
        chy_time_is(scan, next, "of"))
        next++;
    return chy_time_read_whole_day(scan, next, day);
}

/* "Midnight Friday" closes the Friday, as the press has it; "from midnight Friday" and "shortly
 * after midnight" begin it. */
static bool closes_day(const chy_time_scan *scan, uint32_t at) {
    static const char *const starts[] = {"after", "from", "past", "since"};
    return chy_time_is(scan, at, "midnight") &&
           (at == scan->start || !chy_time_is_in(scan, at - 1, starts, CHY_COUNT_OF(starts)));
}

bool chy_time_read_clock(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    clock_time clock;
    uint32_t end = read_time_of_day(scan, at, &clock);
    if (end == at) return false;
    chy_time_draft day;
    uint32_t after = skip_brackets(scan, end);
    bool dated = read_day_after(scan, after, &day);
    if (dated && closes_day(scan, at)) clock.hour = 24;
    chy_date date = dated ? day.date : chy_time_day_of_hour(scan, at);
    draft->anchored = dated ? day.anchored : date.year > 0 && date.year < CHY_TIME_OPEN_YEAR - 1;
    put_clock(draft, dated && after == end ? day.end : end, date, clock);
    return true;
}

void chy_time_read_part_of_day(const chy_time_scan *scan, chy_time_draft *draft) {
    uint32_t next = draft->end;
    if (draft->date.day == 0 || strchr(draft->value, '/')) return;
    if (chy_time_is(scan, next, "in") && chy_time_is(scan, next + 1, "the") &&
        chy_time_has(scan, next + 2, CHY_TERM_DAYPART))
        next += 2;
    if (chy_time_has(scan, next, CHY_TERM_DAYPART) && !scan->terms[next].plural) {
        chy_time_put_part(draft, next + 1, chy_time_daypart_code(scan->terms[next].value));
        return;
    }
    if (chy_time_unit(scan, next) == 'O') {
        chy_time_put_part(draft, next + 1, "NI");
        return;
    }
    if (chy_time_is(scan, next, ",")) next++;
    if (chy_time_is(scan, next, "at")) next++;
    clock_time clock;
    uint32_t end = read_time_of_day(scan, next, &clock);
    if (end == next) return;
    if (closes_day(scan, next)) clock.hour = 24;
    put_clock(draft, end, draft->date, clock);
}
