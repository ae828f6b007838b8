#include "api/doc.h"

#include <stdio.h>
#include <string.h>

/* `count` digits at *at, as a number from `least` to `most`. */
static bool digits(const char **at, unsigned count, unsigned least, unsigned most) {
    unsigned value = 0;
    for (unsigned i = 0; i < count; i++, (*at)++) {
        if (**at < '0' || **at > '9') {
            return false;
        }
        value = value * 10 + (unsigned)(**at - '0');
    }
    return value >= least && value <= most;
}

static bool sign(const char **at, const char *any) {
    if (**at == '\0' || strchr(any, **at) == NULL) {
        return false;
    }
    (*at)++;
    return true;
}

/* "Z", "+02:00", "+0200", "+02" or nothing. */
static bool zone(const char **at) {
    if (**at == '\0' || sign(at, "Zz")) {
        return true;
    }
    if (!sign(at, "+-") || !digits(at, 2, 0, 14)) {
        return false;
    }
    if (**at == '\0') {
        return true;
    }
    (void)sign(at, ":");
    return digits(at, 2, 0, 59);
}

/* Of a date whose month's digits begin at `month_at`. */
static unsigned month_days(const char *date, const char *month_at) {
    static const unsigned char days[12] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    unsigned year = (unsigned)(date[0] - '0') * 1000 + (unsigned)(date[1] - '0') * 100 +
                    (unsigned)(date[2] - '0') * 10 + (unsigned)(date[3] - '0');
    unsigned month = (unsigned)(month_at[0] - '0') * 10 + (unsigned)(month_at[1] - '0');
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && !leap ? 28 : days[month - 1];
}

/* "2024-05-06" or, in ISO's basic form, "20240506"; `*basic` tells which. */
static bool day(const char **at, bool *basic) {
    const char *start = *at;
    if (!digits(at, 4, 1, 9999)) {
        return false;
    }
    *basic = !sign(at, "-");
    const char *month_at = *at;
    return digits(at, 2, 1, 12) && (*basic || sign(at, "-")) &&
           digits(at, 2, 1, month_days(start, month_at));
}

/* "08:30", "08:30:00", of the basic form "083000" too. */
static bool clock_time(const char **at, bool basic) {
    if (!digits(at, 2, 0, 24)) {
        return false;
    }
    bool packed = !sign(at, ":");
    if ((packed && !basic) || !digits(at, 2, 0, 59)) {
        return false;
    }
    bool seconds = packed ? **at >= '0' && **at <= '9' : sign(at, ":");
    return !seconds || digits(at, 2, 0, 60);
}

bool chy_published_valid(const char *published) {
    const char *at = published;
    bool basic;
    if (!day(&at, &basic)) {
        return false;
    }
    if (*at == '\0') {
        return true;
    }
    if (!sign(&at, "Tt ") || !clock_time(&at, basic)) {
        return false;
    }
    if (sign(&at, ".,")) {
        if (!digits(&at, 1, 0, 9)) {
            return false;
        }
        while (digits(&at, 1, 0, 9)) {
        }
    }
    return zone(&at) && *at == '\0';
}

const char *chy_published_extended(const char *published, chy_arena *arena) {
    const char *at = published;
    bool basic;
    size_t size = strlen(published) + 1;
    if (!day(&at, &basic) || !basic) {
        return chy_arena_string(arena, published, size - 1);
    }
    char *out = chy_arena_alloc(arena, size + 2, 1);
    if (out != NULL) {
        (void)snprintf(out, size + 2, "%.4s-%.2s-%s", published, published + 4, published + 6);
    }
    return out;
}
