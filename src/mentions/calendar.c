#include "mentions/calendar.h"

#include <stdio.h>
#include <string.h>

/* Howard Hinnant's day algorithms: eras of 400 years that start on 1 March. */
int32_t chy_date_days(chy_date date) {
    int32_t year = date.year - (date.month <= 2);
    int32_t era = (year >= 0 ? year : year - 399) / 400;
    int32_t year_of_era = year - era * 400;
    int32_t month = date.month + (date.month > 2 ? -3 : 9);
    int32_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

chy_date chy_date_of_days(int32_t days) {
    days += 719468;
    int32_t era = (days >= 0 ? days : days - 146096) / 146097;
    int32_t day_of_era = days - era * 146097;
    int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t month = (5 * day_of_year + 2) / 153;
    chy_date date = {.day = day_of_year - (153 * month + 2) / 5 + 1,
                     .month = month + (month < 10 ? 3 : -9)};
    date.year = year_of_era + era * 400 + (date.month <= 2);
    return date;
}

int32_t chy_date_weekday(int32_t days) {
    /* 1970-01-01 was a Thursday. */
    int32_t weekday = (days + 3) % 7;
    return (weekday < 0 ? weekday + 7 : weekday) + 1;
}

int32_t chy_date_week(int32_t days, int32_t *year) {
    /* A week belongs to the year that its Thursday falls in. */
    int32_t thursday = days - chy_date_weekday(days) + 4;
    chy_date date = chy_date_of_days(thursday);
    *year = date.year;
    return (thursday - chy_date_days((chy_date){date.year, 1, 1})) / 7 + 1;
}

static bool is_leap(int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int32_t chy_month_days(int32_t year, int32_t month) {
    static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 31;
    return lengths[month - 1] + (month == 2 && (year == 0 || is_leap(year)));
}

chy_date chy_date_add_months(chy_date date, int32_t months) {
    int32_t month = date.year * 12 + date.month - 1 + months;
    date.year = month >= 0 ? month / 12 : (month - 11) / 12;
    date.month = month - date.year * 12 + 1;
    int32_t length = chy_month_days(date.year, date.month);
    if (date.day > length) date.day = length;
    return date;
}

int32_t chy_date_easter(int32_t year) {
    /* Meeus, Jones and Butcher. */
    int32_t golden = year % 19, century = year / 100, rest = year % 100;
    int32_t moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int32_t week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    int32_t shift = (golden + 11 * moon + 22 * week) / 451;
    int32_t days = moon + week - 7 * shift + 114;
    return chy_date_days((chy_date){year, days / 31, days % 31 + 1});
}

int32_t chy_date_pascha(int32_t year) {
    /* Meeus: the Julian date, moved to the Gregorian calendar. */
    int32_t moon = (19 * (year % 19) + 15) % 30;
    int32_t week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    int32_t days = moon + week + 114;
    int32_t gap = year / 100 - year / 400 - 2;
    return chy_date_days((chy_date){year, days / 31, days % 31 + 1}) + gap;
}

int32_t chy_date_nth_weekday(int32_t year, int32_t month, int32_t weekday, int32_t nth) {
    int32_t first = chy_date_days((chy_date){year, month, 1});
    int32_t days = first + (weekday - chy_date_weekday(first) + 7) % 7 + 7 * (nth - 1);
    return days >= first + chy_month_days(year, month) ? days - 7 : days;
}

bool chy_date_valid(chy_date date) {
    return date.year >= 0 && date.year <= 9999 && date.month >= 0 && date.month <= 12 &&
           date.day >= 0 && date.day <= chy_month_days(date.year, date.month);
}

bool chy_date_read(const char *iso, chy_date *date) {
    if (!iso) return false;
    int32_t part[3] = {0, 0, 0};
    static const int widths[] = {4, 2, 2};
    for (int p = 0; p < 3; p++) {
        for (int i = 0; i < widths[p]; i++, iso++) {
            if (*iso < '0' || *iso > '9') return false;
            part[p] = part[p] * 10 + (*iso - '0');
        }
        if (p < 2 && *iso++ != '-') return false;
    }
    *date = (chy_date){part[0], part[1], part[2]};
    return date->year > 0 && date->month > 0 && date->day > 0 && chy_date_valid(*date);
}

bool chy_date_read_open(const char *iso, chy_date *date) {
    if (!iso || strncmp(iso, "XXXX-", 5) != 0) return false;
    char year[16];
    if (snprintf(year, sizeof year, "2000%.6s", iso + 4) != 10 || !chy_date_read(year, date))
        return false;
    date->year = 0;
    return true;
}

int32_t chy_date_number(chy_date date) {
    return date.year * 10000 + date.month * 100 + date.day;
}

chy_date chy_date_of_number(int32_t number) {
    return (chy_date){number / 10000, number / 100 % 100, number % 100};
}

const char *chy_date_write(int32_t number, char text[CHY_DATE_BYTES]) {
    chy_date date = chy_date_of_number(number);
    int year = (int)date.year, month = (int)date.month, day = (int)date.day;
    text[0] = '\0';
    if (year <= 0 || year >= 9999) return text;
    if (month == 0)
        (void)snprintf(text, CHY_DATE_BYTES, "%04d", year);
    else if (day == 0)
        (void)snprintf(text, CHY_DATE_BYTES, "%04d-%02d", year, month);
    else
        (void)snprintf(text, CHY_DATE_BYTES, "%04d-%02d-%02d", year, month, day);
    return text;
}
