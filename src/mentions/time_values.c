#include "mentions/time_scan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define YEAR_BYTES 12

/* "2024", "XXXX" where it is not known, "BC0044". */
static const char *year_text(int32_t year, char text[YEAR_BYTES]) {
    /* An open year may have been moved by the length of an expression. */
    bool open = year == 0 || year > CHY_TIME_OPEN_YEAR - 1000;
    if (open)
        (void)snprintf(text, YEAR_BYTES, "XXXX");
    else if (year < 0)
        (void)snprintf(text, YEAR_BYTES, "BC%04d", (int)(-year % 100000));
    else
        (void)snprintf(text, YEAR_BYTES, "%04d", (int)(year % 10000));
    return text;
}

const char *chy_time_season_code(int season) {
    static const char *const codes[] = {"SP", "SU", "FA", "WI"};
    return season >= 0 && season < (int)CHY_COUNT_OF(codes) ? codes[season] : "";
}

const char *chy_time_daypart_code(int part) {
    static const char *const codes[] = {"MO", "MI", "AF", "EV", "NI", "DT"};
    return part >= 0 && part < (int)CHY_COUNT_OF(codes) ? codes[part] : "";
}

void chy_time_put(chy_time_draft *draft, chy_time_type type, uint32_t end, const char *format,
                  ...) {
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(draft->value, sizeof draft->value, format, arguments);
    va_end(arguments);
    draft->type = (uint8_t)type;
    draft->end = end;
}

/* Long enough for "BC00044-12-31". */
#define DATE_BYTES 32

static const char *date_text(chy_date date, char text[DATE_BYTES]) {
    char year[YEAR_BYTES];
    year_text(date.year, year);
    if (date.month == 0)
        (void)snprintf(text, DATE_BYTES, "%s", year);
    else if (date.day == 0)
        (void)snprintf(text, DATE_BYTES, "%s-%02d", year, (int)(date.month % 100));
    else
        (void)snprintf(text, DATE_BYTES, "%s-%02d-%02d", year, (int)(date.month % 100),
                       (int)(date.day % 100));
    return text;
}

void chy_time_put_date(chy_time_draft *draft, uint32_t end) {
    char text[DATE_BYTES];
    chy_time_put(draft, CHY_TIME_DATE, end, "%s", date_text(draft->date, text));
}

void chy_time_put_days(chy_time_draft *draft, uint32_t end, int32_t days) {
    draft->date = chy_date_of_days(days);
    draft->anchored = true;
    chy_time_put_date(draft, end);
}

void chy_time_put_range(chy_time_draft *draft, uint32_t end, chy_date first, chy_date last) {
    char from[DATE_BYTES], to[DATE_BYTES];
    draft->date = first;
    chy_time_put(draft, CHY_TIME_DATE, end, "%s/%s", date_text(first, from), date_text(last, to));
}

void chy_time_put_period(chy_time_draft *draft, uint32_t end, int32_t year, const char *code) {
    char text[YEAR_BYTES];
    chy_time_put(draft, CHY_TIME_DATE, end, "%s-%s", year_text(year, text), code);
}

void chy_time_put_fiscal(chy_time_draft *draft, uint32_t end, int32_t year) {
    char text[YEAR_BYTES];
    draft->date = (chy_date){.year = year};
    chy_time_put(draft, CHY_TIME_DATE, end, "FY%s", year_text(year, text));
}

void chy_time_put_part(chy_time_draft *draft, uint32_t end, const char *part) {
    char text[DATE_BYTES];
    chy_time_put(draft, CHY_TIME_TIME, end, "%sT%s", date_text(draft->date, text), part);
}

static void put_week(chy_time_draft *draft, uint32_t end, int32_t days, bool weekend) {
    int32_t year = 0, week = chy_date_week(days, &year);
    if (year > CHY_TIME_OPEN_YEAR - 1000)
        chy_time_put(draft, CHY_TIME_DATE, end, "XXXX-WXX%s", weekend ? "-WE" : "");
    else
        chy_time_put(draft, CHY_TIME_DATE, end, "%04d-W%02d%s", (int)year, (int)week,
                     weekend ? "-WE" : "");
    if (!weekend) draft->week = days - chy_date_weekday(days) + 1;
}

void chy_time_put_unit(chy_time_draft *draft, uint32_t end, int32_t days, char unit,
                       int32_t shift) {
    chy_date date = chy_date_of_days(days);
    bool open = date.year > CHY_TIME_OPEN_YEAR - 1000;
    char code[3] = "Q1";
    int32_t quarter = date.year * 4 + (date.month - 1) / 3 + shift;
    switch (unit) {
    case 'D':
        draft->date = chy_date_of_days(days + shift);
        chy_time_put_date(draft, end);
        break;
    case 'O':
        draft->date = chy_date_of_days(days + shift);
        chy_time_put_part(draft, end, "NI");
        break;
    case 'W':
    case 'N':
    case 'F':
        put_week(draft, end, days + shift * (unit == 'F' ? 14 : 7), unit == 'N');
        break;
    case 'M':
        date.day = 1;
        draft->date = chy_date_add_months(date, shift);
        draft->date.day = 0;
        chy_time_put_date(draft, end);
        break;
    case 'Q':
        code[1] = (char)('1' + quarter % 4);
        chy_time_put_period(draft, end, quarter / 4, code);
        break;
    case 'E':
    case 'C':
        if (open)
            chy_time_put(draft, CHY_TIME_DATE, end, "XXXX");
        else if (unit == 'E')
            chy_time_put(draft, CHY_TIME_DATE, end, "%03dX", (int)(date.year / 10 + shift));
        else
            chy_time_put(draft, CHY_TIME_DATE, end, "%02dXX", (int)(date.year / 100 + shift));
        break;
    default:
        draft->date = (chy_date){.year = date.year + (unit == 'Y' ? shift : 0)};
        if (draft->date.year <= 0) draft->date.year--; /* there is no year 0 */
        chy_time_put_date(draft, end);
        break;
    }
    draft->anchored = !open;
}

/* Units that TIMEX3 has no letter for, in the unit that it has. */
static char written_unit(char unit, double *factor) {
    *factor = 1;
    switch (unit) {
    case 's':
        return 'S';
    case 'm':
        return 'M';
    case 'h':
        return 'H';
    case 'E':
        *factor = 10;
        return 'Y';
    case 'C':
        *factor = 100;
        return 'Y';
    case 'F':
        *factor = 2;
        return 'W';
    case 'Q':
        *factor = 3;
        return 'M';
    case 'H':
        *factor = 6;
        return 'M';
    case 'N':
    case 'O':
        return 'D';
    default:
        return unit;
    }
}

void chy_time_put_duration(chy_time_draft *draft, uint32_t end, double count, char unit) {
    const char *time = unit == 's' || unit == 'm' || unit == 'h' ? "T" : "";
    double factor;
    char letter = written_unit(unit, &factor);
    draft->unit = unit;
    if (count < 0) {
        bool own = unit == 'E' || unit == 'C' || unit == 'Q';
        chy_time_put(draft, CHY_TIME_DURATION, end, "P%sX%c", time, own ? unit : letter);
        return;
    }
    count *= factor;
    if (count > 99999999) count = 99999999;
    long whole = (long)count;
    double part = count - (double)whole;
    static const struct {
        char letter, smaller;
        const char *between;
        double size;
    } smaller[] = {{'H', 'M', "", 60}, {'D', 'H', "T", 24}, {'Y', 'M', "", 12}};
    for (size_t i = 0; part > 0.001 && i < CHY_COUNT_OF(smaller); i++) {
        if (smaller[i].letter != letter) continue;
        long rest = (long)(part * smaller[i].size + 0.5);
        if (whole == 0)
            chy_time_put(draft, CHY_TIME_DURATION, end, "P%s%s%ld%c", time, smaller[i].between,
                         rest, smaller[i].smaller);
        else
            chy_time_put(draft, CHY_TIME_DURATION, end, "P%s%ld%c%s%ld%c", time, whole, letter,
                         smaller[i].between, rest, smaller[i].smaller);
        return;
    }
    if (part > 0.001 && letter == 'M' && *time) {
        long seconds = (long)(part * 60 + 0.5);
        chy_time_put(draft, CHY_TIME_DURATION, end, "PT%ldM%ldS", whole, seconds);
        return;
    }
    long tenths = (long)(part * 10 + 0.5);
    if (tenths > 0 && tenths < 10)
        chy_time_put(draft, CHY_TIME_DURATION, end, "P%s%ld.%ld%c", time, whole, tenths, letter);
    else
        chy_time_put(draft, CHY_TIME_DURATION, end, "P%s%ld%c", time, whole, letter);
}
