/* Days of the proleptic Gregorian calendar. */
#ifndef CHY_MENTIONS_CALENDAR_H
#define CHY_MENTIONS_CALENDAR_H

#include "base/base.h"

typedef struct chy_date {
    int32_t year;  /* 0: not known */
    int32_t month; /* 1 to 12; 0: not known */
    int32_t day;   /* 1 to 31; 0: not known */
} chy_date;

/* Days since 1970-01-01 of a whole date. */
int32_t chy_date_days(chy_date date);
chy_date chy_date_of_days(int32_t days);
/* 1 Monday to 7 Sunday. */
int32_t chy_date_weekday(int32_t days);
/* ISO 8601 week and the year it belongs to. */
int32_t chy_date_week(int32_t days, int32_t *year);
/* Easter Sunday of a Gregorian year, in days since 1970. */
int32_t chy_date_easter(int32_t year);
/* The same of the Orthodox churches, which keep the Julian calendar. */
int32_t chy_date_pascha(int32_t year);
/* The nth weekday (1 Monday to 7 Sunday) of a month, in days since 1970; the last where it has
 * fewer.
 */
int32_t chy_date_nth_weekday(int32_t year, int32_t month, int32_t weekday, int32_t nth);
int32_t chy_month_days(int32_t year, int32_t month);
/* The date moved by months, the day cut to the month's length. */
chy_date chy_date_add_months(chy_date date, int32_t months);
/* Whether the parts given make a date. */
bool chy_date_valid(chy_date date);

/* The leading YYYY-MM-DD of an ISO 8601 string; false where there is none or it is no date. */
bool chy_date_read(const char *iso, chy_date *date);
/* The same of XXXX-MM-DD: the year is then 0. */
bool chy_date_read_open(const char *iso, chy_date *date);
/* yyyymmdd, with 00 for an unknown month or day, and back. */
int32_t chy_date_number(chy_date date);
chy_date chy_date_of_number(int32_t number);
/* Such a number to ISO 8601 as far as it is known; "" for 0 and for the year 9999 of an open end.
 * Returns `text`. */
#define CHY_DATE_BYTES 16
const char *chy_date_write(int32_t number, char text[CHY_DATE_BYTES]);

#endif
