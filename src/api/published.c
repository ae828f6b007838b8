#include "api/doc.h"

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

static unsigned month_days(const char *date) {
    static const unsigned char days[12] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    unsigned year = (unsigned)(date[0] - '0') * 1000 + (unsigned)(date[1] - '0') * 100 +
                    (unsigned)(date[2] - '0') * 10 + (unsigned)(date[3] - '0');
    unsigned month = (unsigned)(date[5] - '0') * 10 + (unsigned)(date[6] - '0');
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && !leap ? 28 : days[month - 1];
}

bool chy_published_valid(const char *published) {
    const char *at = published;
    if (!digits(&at, 4, 1, 9999) || !sign(&at, "-") || !digits(&at, 2, 1, 12) || !sign(&at, "-") ||
        !digits(&at, 2, 1, month_days(published))) {
        return false;
    }
    if (*at == '\0') {
        return true;
    }
    if (!sign(&at, "Tt ") || !digits(&at, 2, 0, 24) || !sign(&at, ":") || !digits(&at, 2, 0, 59)) {
        return false;
    }
    if (sign(&at, ":") && !digits(&at, 2, 0, 60)) {
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
