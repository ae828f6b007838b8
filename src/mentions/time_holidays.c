/* Holidays: on a fixed day, on the nth weekday of a month, or counted from Easter. */
#include "mentions/time_scan.h"

#include <string.h>

#define MOST_WORDS 4

/* How a holiday's day is found. */
typedef enum feast_kind {
    FEAST_FIXED,  /* month, day */
    FEAST_NTH,    /* month, weekday, nth: 5 is the last */
    FEAST_EASTER, /* day: days after Easter Sunday */
    FEAST_PASCHA  /* the same of the Orthodox churches */
} feast_kind;

typedef struct feast {
    const char *words[MOST_WORDS];
    const char *country; /* only there, ""; everywhere */
    uint8_t kind;        /* feast_kind */
    int8_t month, day;
    int8_t nth;
} feast;

/* Where one name begins another, the longer comes first. A possessive "'s" is left out. */
static const feast feasts[] = {
    {{"christmas", "eve"}, "", FEAST_FIXED, 12, 24, 0},
    {{"christmas", "day"}, "", FEAST_FIXED, 12, 25, 0},
    {{"orthodox", "christmas"}, "", FEAST_FIXED, 1, 7, 0},
    {{"christmas"}, "", FEAST_FIXED, 12, 25, 0},
    {{"boxing", "day"}, "", FEAST_FIXED, 12, 26, 0},
    {{"new", "year", "eve"}, "", FEAST_FIXED, 12, 31, 0},
    {{"new", "year", "day"}, "", FEAST_FIXED, 1, 1, 0},
    {{"new", "years", "eve"}, "", FEAST_FIXED, 12, 31, 0},
    {{"new", "years", "day"}, "", FEAST_FIXED, 1, 1, 0},
    {{"may", "day"}, "", FEAST_FIXED, 5, 1, 0},
    {{"halloween"}, "", FEAST_FIXED, 10, 31, 0},
    {{"valentine", "day"}, "", FEAST_FIXED, 2, 14, 0},
    {{"st.", "patrick", "day"}, "", FEAST_FIXED, 3, 17, 0},
    {{"international", "women", "day"}, "", FEAST_FIXED, 3, 8, 0},
    {{"all", "saints", "day"}, "", FEAST_FIXED, 11, 1, 0},
    {{"armistice", "day"}, "", FEAST_FIXED, 11, 11, 0},
    {{"human", "rights", "day"}, "", FEAST_FIXED, 12, 10, 0},
    {{"orthodox", "easter"}, "", FEAST_PASCHA, 0, 0, 0},
    {{"easter", "sunday"}, "", FEAST_EASTER, 0, 0, 0},
    {{"easter", "monday"}, "", FEAST_EASTER, 0, 1, 0},
    {{"easter"}, "", FEAST_EASTER, 0, 0, 0},
    {{"good", "friday"}, "", FEAST_EASTER, 0, -2, 0},
    {{"maundy", "thursday"}, "", FEAST_EASTER, 0, -3, 0},
    {{"palm", "sunday"}, "", FEAST_EASTER, 0, -7, 0},
    {{"ash", "wednesday"}, "", FEAST_EASTER, 0, -46, 0},
    {{"ascension", "day"}, "", FEAST_EASTER, 0, 39, 0},
    {{"pentecost"}, "", FEAST_EASTER, 0, 49, 0},
    {{"bastille", "day"}, "", FEAST_FIXED, 7, 14, 0},
    {{"juneteenth"}, "", FEAST_FIXED, 6, 19, 0},
    {{"australia", "day"}, "", FEAST_FIXED, 1, 26, 0},
    {{"anzac", "day"}, "", FEAST_FIXED, 4, 25, 0},
    {{"canada", "day"}, "", FEAST_FIXED, 7, 1, 0},
    {{"memorial", "day"}, "USA", FEAST_NTH, 5, 1, 5},
    {{"labor", "day"}, "USA", FEAST_NTH, 9, 1, 1},
    {{"labour", "day"}, "CAN", FEAST_NTH, 9, 1, 1},
    {{"thanksgiving", "day"}, "USA", FEAST_NTH, 11, 4, 4},
    {{"thanksgiving"}, "USA", FEAST_NTH, 11, 4, 4},
    {{"thanksgiving", "day"}, "CAN", FEAST_NTH, 10, 1, 2},
    {{"thanksgiving"}, "CAN", FEAST_NTH, 10, 1, 2},
    {{"martin", "luther", "king", "day"}, "USA", FEAST_NTH, 1, 1, 3},
    {{"columbus", "day"}, "USA", FEAST_NTH, 10, 1, 2},
    {{"veterans", "day"}, "USA", FEAST_FIXED, 11, 11, 0},
    {{"remembrance", "sunday"}, "GBR", FEAST_NTH, 11, 7, 2},
    {{"republic", "day"}, "IND", FEAST_FIXED, 1, 26, 0},
    {{"republic", "day"}, "TUR", FEAST_FIXED, 10, 29, 0},
    {{"republic", "day"}, "ITA", FEAST_FIXED, 6, 2, 0},
    {{"national", "day"}, "CHN", FEAST_FIXED, 10, 1, 0},
    {{"national", "day"}, "TWN", FEAST_FIXED, 10, 10, 0},
    {{"national", "day"}, "FRA", FEAST_FIXED, 7, 14, 0},
    {{"national", "day"}, "ESP", FEAST_FIXED, 10, 12, 0},
    {{"national", "day"}, "SGP", FEAST_FIXED, 8, 9, 0},
    {{"victory", "day"}, "RUS", FEAST_FIXED, 5, 9, 0},
    {{"independence", "day"}, "USA", FEAST_FIXED, 7, 4, 0},
    {{"independence", "day"}, "UKR", FEAST_FIXED, 8, 24, 0},
    {{"independence", "day"}, "IND", FEAST_FIXED, 8, 15, 0},
    {{"independence", "day"}, "PAK", FEAST_FIXED, 8, 14, 0},
    {{"independence", "day"}, "BGD", FEAST_FIXED, 3, 26, 0},
    {{"independence", "day"}, "MEX", FEAST_FIXED, 9, 16, 0},
    {{"independence", "day"}, "BRA", FEAST_FIXED, 9, 7, 0},
    {{"independence", "day"}, "POL", FEAST_FIXED, 11, 11, 0},
    {{"independence", "day"}, "FIN", FEAST_FIXED, 12, 6, 0},
    {{"independence", "day"}, "KEN", FEAST_FIXED, 12, 12, 0},
    {{"independence", "day"}, "NGA", FEAST_FIXED, 10, 1, 0},
    {{"independence", "day"}, "GHA", FEAST_FIXED, 3, 6, 0},
    {{"independence", "day"}, "IDN", FEAST_FIXED, 8, 17, 0},
    {{"independence", "day"}, "PHL", FEAST_FIXED, 6, 12, 0},
    {{"independence", "day"}, "GEO", FEAST_FIXED, 5, 26, 0},
    {{"independence", "day"}, "MDA", FEAST_FIXED, 8, 27, 0},
    {{"independence", "day"}, "KAZ", FEAST_FIXED, 12, 16, 0},
};

/* Countries of the table by the words before a holiday's name: "the American Independence Day",
 * "Ukraine's Independence Day". */
static const struct {
    const char *word, *country;
} lands[] = {
    {"american", "USA"},    {"america", "USA"},    {"u.s.", "USA"},       {"us", "USA"},
    {"canadian", "CAN"},    {"canada", "CAN"},     {"british", "GBR"},    {"britain", "GBR"},
    {"indian", "IND"},      {"india", "IND"},      {"turkish", "TUR"},    {"turkey", "TUR"},
    {"italian", "ITA"},     {"italy", "ITA"},      {"chinese", "CHN"},    {"china", "CHN"},
    {"taiwanese", "TWN"},   {"taiwan", "TWN"},     {"french", "FRA"},     {"france", "FRA"},
    {"spanish", "ESP"},     {"spain", "ESP"},      {"singapore", "SGP"},  {"russian", "RUS"},
    {"russia", "RUS"},      {"soviet", "RUS"},     {"ukrainian", "UKR"},  {"ukraine", "UKR"},
    {"pakistani", "PAK"},   {"pakistan", "PAK"},   {"bangladesh", "BGD"}, {"mexican", "MEX"},
    {"mexico", "MEX"},      {"brazilian", "BRA"},  {"brazil", "BRA"},     {"polish", "POL"},
    {"poland", "POL"},      {"finnish", "FIN"},    {"finland", "FIN"},    {"kenyan", "KEN"},
    {"kenya", "KEN"},       {"nigerian", "NGA"},   {"nigeria", "NGA"},    {"ghanaian", "GHA"},
    {"ghana", "GHA"},       {"indonesian", "IDN"}, {"indonesia", "IDN"},  {"philippine", "PHL"},
    {"philippines", "PHL"}, {"georgian", "GEO"},   {"georgia", "GEO"},    {"moldovan", "MDA"},
    {"moldova", "MDA"},     {"kazakh", "KAZ"},     {"kazakhstan", "KAZ"},
};

static bool is_possessive(const chy_time_scan *scan, uint32_t at) {
    return chy_time_is(scan, at, "'s") || chy_time_is(scan, at, "\xE2\x80\x99s") ||
           chy_time_is(scan, at, "'") || chy_time_is(scan, at, "\xE2\x80\x99");
}

/* The country of a holiday: named before it, else that of the report. */
static const char *land_of(const chy_time_scan *scan, uint32_t at) {
    uint32_t before = at;
    if (before > scan->start && is_possessive(scan, before - 1)) before--;
    if (before > scan->start)
        for (size_t i = 0; i < CHY_COUNT_OF(lands); i++)
            if (chy_time_is(scan, before - 1, lands[i].word)) return lands[i].country;
    return scan->country;
}

/* The word after the name, `at` where it is another. */
static uint32_t match(const chy_time_scan *scan, uint32_t at, const feast *of) {
    uint32_t next = at;
    for (size_t n = 0; n < MOST_WORDS && of->words[n]; n++) {
        if (n > 0 && is_possessive(scan, next)) next++;
        if (!chy_time_is(scan, next, of->words[n])) return at;
        next++;
    }
    return next;
}

static int32_t nth_weekday(const feast *of, int32_t year) {
    int32_t first = chy_date_days((chy_date){year, of->month, 1});
    int32_t days = first + (of->day - chy_date_weekday(first) + 7) % 7 + 7 * (of->nth - 1);
    int32_t length = chy_month_days(year, of->month);
    return days >= first + length ? days - 7 : days;
}

static chy_date day_in(const feast *of, int32_t year) {
    switch ((feast_kind)of->kind) {
    case FEAST_NTH:
        return chy_date_of_days(nth_weekday(of, year));
    case FEAST_EASTER:
        return chy_date_of_days(chy_date_easter(year) + of->day);
    case FEAST_PASCHA:
        return chy_date_of_days(chy_date_pascha(year) + of->day);
    case FEAST_FIXED:
        break;
    }
    return (chy_date){year, of->month, of->day};
}

/* The year of a holiday without one: as of a day of its month. */
static int32_t nearest_year(const chy_time_scan *scan, uint32_t at, const feast *of) {
    if (of->kind == FEAST_FIXED) return chy_time_choose_year(scan, at, of->month, of->day);
    if (scan->reference.year == 0 || scan->reference.year >= CHY_TIME_OPEN_YEAR) return 0;
    chy_date now = day_in(of, scan->reference.year);
    return chy_time_choose_year(scan, at, now.month, now.day);
}

bool chy_time_read_holiday(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_capitalised(scan->words[at].form)) return false;
    const char *land = NULL;
    for (size_t i = 0; i < CHY_COUNT_OF(feasts); i++) {
        const feast *of = &feasts[i];
        uint32_t end = match(scan, at, of);
        if (end == at) continue;
        if (*of->country && land == NULL) land = land_of(scan, at);
        if (*of->country && strcmp(of->country, land) != 0) continue;
        bool relative;
        int32_t year = chy_time_year_after(scan, end, &end, &relative);
        draft->anchored = year == 0 || relative;
        if (year == 0) year = nearest_year(scan, at, of);
        if (year == 0 && of->kind != FEAST_FIXED) {
            chy_time_put(draft, CHY_TIME_DATE, end, "XXXX-XX-XX");
            draft->anchored = false;
            return true;
        }
        draft->date = day_in(of, year);
        draft->anchored = draft->anchored && year > 0 && year < CHY_TIME_OPEN_YEAR - 1;
        chy_time_put_date(draft, end);
        return true;
    }
    return false;
}
