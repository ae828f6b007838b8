#include "text/reader.h"

#include "text/unicode.h"

#include <stdio.h>
#include <string.h>

static const char *const months[12] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};

static const char *const weekdays[7] = {"monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday"};

uint32_t chy_reader_peek(const chy_reader *r, size_t at, uint32_t *size) {
    *size = 0;
    return at < r->size ? chy_utf8_next(r->data + at, size) : 0;
}

bool chy_reader_at_letter(const chy_reader *r, size_t at) {
    uint32_t size;
    uint32_t c = chy_reader_peek(r, at, &size);
    chy_class class = size == 0 ? CHY_CLASS_SPACE : chy_class_of(c);
    return class == CHY_CLASS_LOWER || class == CHY_CLASS_UPPER || class == CHY_CLASS_LETTER;
}

bool chy_reader_skip_space(chy_reader *r) {
    size_t start = r->at;
    uint32_t size;
    uint32_t c = chy_reader_peek(r, r->at, &size);
    while (size > 0 && chy_class_of(c) == CHY_CLASS_SPACE) {
        r->at += size;
        c = chy_reader_peek(r, r->at, &size);
    }
    return r->at > start;
}

bool chy_reader_skip(chy_reader *r, char c) {
    if (r->at < r->size && r->data[r->at] == c) {
        r->at++;
        return true;
    }
    return false;
}

/* Lower-cases ASCII into `out`; empty when it does not fit. */
void chy_reader_lower(const chy_reader *r, size_t first, size_t end, char *out, size_t room) {
    size_t size = end - first < room ? end - first : 0;
    for (size_t i = 0; i < size; i++) {
        out[i] = chy_ascii_lower(r->data[first + i]);
    }
    out[size] = '\0';
}

/* Letters with single hyphens, apostrophes and periods between them ("Port-au-Prince", "U.N"). */
bool chy_reader_word(chy_reader *r, chy_reader_letters *w) {
    memset(w, 0, sizeof *w);
    w->first = r->at;
    while (chy_reader_at_letter(r, r->at)) {
        uint32_t size;
        chy_class class = chy_class_of(chy_reader_peek(r, r->at, &size));
        w->upper = w->upper || (w->letters == 0 && class == CHY_CLASS_UPPER);
        w->letters++;
        w->capitals += class == CHY_CLASS_UPPER;
        r->at += size;
        uint32_t c = chy_reader_peek(r, r->at, &size);
        bool joins = c == '-' || c == '\'' || c == '.' || c == 0x2019;
        if (joins && chy_reader_at_letter(r, r->at + size)) {
            r->at += size;
        }
    }
    w->end = r->at;
    return w->letters > 0;
}

static bool read_number(chy_reader *r, uint32_t digits_max, uint32_t *value) {
    size_t at = r->at;
    uint32_t number = 0;
    while (at < r->size && r->data[at] >= '0' && r->data[at] <= '9' && at - r->at < digits_max) {
        number = number * 10 + (uint32_t)(r->data[at] - '0');
        at++;
    }
    bool more = at < r->size && r->data[at] >= '0' && r->data[at] <= '9';
    if (at == r->at || more) {
        return false;
    }
    r->at = at;
    *value = number;
    return true;
}

/* 1 to 12 for "May", "Sept.", "JANUARY"; 0 otherwise. The period is taken. */
static uint32_t read_month(chy_reader *r) {
    chy_reader start = *r;
    chy_reader_letters w;
    if (!chy_reader_word(r, &w) || !w.upper || w.letters < 3) {
        *r = start;
        return 0;
    }
    char lower[16];
    chy_reader_lower(r, w.first, w.end, lower, sizeof lower);
    size_t size = strlen(lower);
    for (uint32_t i = 0; i < 12; i++) {
        bool whole = strcmp(lower, months[i]) == 0;
        bool cut = (size == 3 || (size == 4 && (i == 8 || i == 5 || i == 6))) &&
                   strncmp(lower, months[i], size) == 0;
        if (whole || cut) {
            (void)(!whole && chy_reader_skip(r, '.'));
            return i + 1;
        }
    }
    *r = start;
    return 0;
}

static bool read_weekday(chy_reader *r) {
    chy_reader start = *r;
    chy_reader_letters w;
    if (chy_reader_word(r, &w) && w.upper) {
        char lower[16];
        chy_reader_lower(r, w.first, w.end, lower, sizeof lower);
        if (chy_is_listed(lower, weekdays, 7)) {
            return true;
        }
    }
    *r = start;
    return false;
}

static bool read_day(chy_reader *r, uint32_t *day) {
    chy_reader start = *r;
    if (read_number(r, 2, day) && *day >= 1 && *day <= 31) {
        static const char *const endings[] = {"st", "nd", "rd", "th"};
        for (size_t i = 0; i < 4; i++) {
            if (r->at + 2 <= r->size && memcmp(r->data + r->at, endings[i], 2) == 0) {
                r->at += 2;
                break;
            }
        }
        if (!chy_reader_at_letter(r, r->at)) {
            return true;
        }
    }
    *r = start;
    return false;
}

/* ", 2024" or " 2024"; 0 when no year follows. */
static uint32_t read_year(chy_reader *r) {
    chy_reader start = *r;
    (void)chy_reader_skip(r, ',');
    uint32_t year;
    if (chy_reader_skip_space(r) && read_number(r, 4, &year) && year >= 1700 && year <= 2199) {
        return year;
    }
    *r = start;
    return 0;
}

static bool read_iso_date(chy_reader *r, char *date) {
    chy_reader start = *r;
    uint32_t year;
    uint32_t month;
    uint32_t day;
    if (read_number(r, 4, &year) && year >= 1700 && year <= 2199 && chy_reader_skip(r, '-') &&
        read_number(r, 2, &month) && month >= 1 && month <= 12 && chy_reader_skip(r, '-') &&
        read_number(r, 2, &day) && day >= 1 && day <= 31) {
        (void)snprintf(date, 16, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
        return true;
    }
    *r = start;
    return false;
}

/* "May 16", "16 May 2024", "Wednesday, May 16, 2024", "2024-05-16", "Wednesday". A weekday alone is
 * a date without a value. */
bool chy_reader_date(chy_reader *r, char *date) {
    chy_reader start = *r;
    bool weekday = read_weekday(r);
    chy_reader after_weekday = *r;
    if (weekday) {
        (void)chy_reader_skip(r, ',');
        (void)chy_reader_skip_space(r);
    }
    if (read_iso_date(r, date)) {
        return true;
    }
    uint32_t day = 0;
    uint32_t month = read_month(r);
    bool complete = false;
    if (month > 0) {
        complete = chy_reader_skip_space(r) && read_day(r, &day);
    } else if (read_day(r, &day)) {
        complete = chy_reader_skip_space(r) && (month = read_month(r)) > 0;
    }
    if (!complete) {
        *r = weekday ? after_weekday : start;
        return weekday;
    }
    uint32_t year = read_year(r);
    if (year > 0) {
        (void)snprintf(date, 16, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
    } else {
        (void)snprintf(date, 16, "XXXX-%02u-%02u", month % 100, day % 100);
    }
    return true;
}
