/* Years, decades and centuries: "2026", "nineteen ninety-six", "44 BC", "the 1940s". */
#include "mentions/numbers.h"
#include "mentions/time_scan.h"

#include <string.h>

/* Where a preposition leads it, an older number of four digits is a year too. */
#define FIRST_OLD_YEAR 1000
/* How many sentences a year that was told holds for the months after it. */
#define TOLD_SENTENCES 2
/* Two digits up to this many years after the report's are of its century. */
#define SHORT_YEARS_AHEAD 10
/* The same where the report's year is not known. */
#define SHORT_YEAR_LAST 2040

int32_t chy_time_digits(const chy_time_scan *scan, uint32_t at, int32_t *digits) {
    *digits = 0;
    if (at >= scan->end) return -1;
    int32_t value = 0;
    for (const char *c = chy_time_form(&scan->words[at]); *c; c++) {
        if (*c < '0' || *c > '9' || *digits == 6) return -1;
        value = value * 10 + (*c - '0');
        (*digits)++;
    }
    return *digits ? value : -1;
}

/* A word, after a hyphen where `hyphen`, as a number; -1 for anything else. */
static int32_t number_word(const chy_time_scan *scan, uint32_t at, uint32_t *end) {
    chy_number number;
    if (at >= scan->end || !chy_number_read(scan->words, at, at + 1, &number) || number.vague)
        return -1;
    *end = at + 1;
    double tens = number.value;
    uint32_t ones = chy_time_is_dash(scan, at + 1) ? at + 2 : at + 1;
    chy_number small;
    if (tens >= 20 && tens <= 90 && ones < scan->end &&
        chy_number_read(scan->words, ones, ones + 1, &small) && small.value >= 1 &&
        small.value <= 9) {
        *end = ones + 1;
        tens += small.value;
    }
    return tens < 100 ? (int32_t)tens : -1;
}

/* "nineteen ninety-six", "two thousand", "two thousand and eight", "twenty fourteen". */
static int32_t spelled_year(const chy_time_scan *scan, uint32_t at, uint32_t *end) {
    if (at + 1 >= scan->end) return 0;
    const char *form = scan->words[at].form;
    if (chy_same(form, "two") && chy_time_is(scan, at + 1, "thousand")) {
        uint32_t next = chy_time_is(scan, at + 2, "and") ? at + 3 : at + 2, after = 0;
        int32_t rest = number_word(scan, next, &after);
        bool digits = next < scan->end && strpbrk(scan->words[next].form, "0123456789");
        *end = rest > 0 && !digits ? after : at + 2;
        return rest > 0 && !digits ? 2000 + rest : 2000;
    }
    static const struct {
        const char *word;
        int32_t century;
    } centuries[] = {{"fourteen", 1400}, {"fifteen", 1500},  {"sixteen", 1600}, {"seventeen", 1700},
                     {"eighteen", 1800}, {"nineteen", 1900}, {"twenty", 2000}};
    for (size_t i = 0; i < CHY_COUNT_OF(centuries); i++) {
        if (!chy_same(form, centuries[i].word)) continue;
        uint32_t after = 0;
        int32_t rest = number_word(scan, at + 1, &after);
        bool digits = strpbrk(scan->words[at + 1].form, "0123456789") != NULL;
        if (rest < 10 || digits) return 0;
        *end = after;
        return centuries[i].century + rest;
    }
    return 0;
}

int32_t chy_time_full_year(const chy_time_scan *scan, int32_t two) {
    bool known = scan->reference.year > 0 && scan->reference.year < CHY_TIME_OPEN_YEAR;
    int32_t last = known ? scan->reference.year + SHORT_YEARS_AHEAD : SHORT_YEAR_LAST;
    int32_t year = last / 100 * 100 + two;
    return year > last ? year - 100 : year;
}

static bool leads_year(const chy_time_scan *scan, uint32_t at) {
    static const char *const leads[] = {"after", "around", "before", "by",    "circa", "from",
                                        "in",    "of",     "since",  "until", "year"};
    return at > scan->start && chy_time_is_in(scan, at - 1, leads, CHY_COUNT_OF(leads));
}

int32_t chy_time_year(const chy_time_scan *scan, uint32_t at, uint32_t *end) {
    int32_t digits, year = chy_time_digits(scan, at, &digits);
    if (digits == 0) {
        year = spelled_year(scan, at, end);
        return year > 0 && year <= CHY_TIME_LAST_YEAR && !chy_time_modifies(scan, *end - 1) ? year
                                                                                            : 0;
    }
    int32_t first = leads_year(scan, at) ? FIRST_OLD_YEAR : CHY_TIME_FIRST_YEAR;
    if (digits != 4 || year < first || year > CHY_TIME_LAST_YEAR) return 0;
    *end = at + 1;
    return year;
}

/* "last year", "of the same year", "of next year": the number of years from `at`. */
static int32_t relative_year(const chy_time_scan *scan, uint32_t at, uint32_t *end) {
    uint32_t next = chy_time_is(scan, at, "of") ? at + 1 : at;
    bool the = chy_time_is(scan, next, "the");
    next += the;
    static const char *const told[] = {"following", "preceding", "previous", "same", "that"};
    bool of_text = chy_time_is_in(scan, next, told, CHY_COUNT_OF(told));
    int32_t shift = chy_time_has(scan, next, CHY_TERM_LAST)   ? -1
                    : chy_time_has(scan, next, CHY_TERM_NEXT) ? 1
                                                              : 0;
    bool pointed = shift != 0 || of_text || chy_time_has(scan, next, CHY_TERM_THIS);
    next += pointed;
    if ((!pointed && !the) || chy_time_unit(scan, next) != 'Y') return 0;
    /* "June the year" is none; "in June of the year" is of the report's. */
    if (!pointed && !chy_time_is(scan, at, "of")) return 0;
    int32_t year = of_text && scan->last.year > 0 ? scan->last.year : scan->reference.year;
    if (year <= 0) return 0;
    *end = next + 1;
    return year + shift;
}

int32_t chy_time_year_after(const chy_time_scan *scan, uint32_t at, uint32_t *end, bool *relative) {
    *relative = true;
    int32_t year = relative_year(scan, at, end);
    if (year > 0) return year;
    *relative = false;
    uint32_t next = at;
    if (chy_time_is(scan, next, ",") || chy_time_is(scan, next, "of") ||
        chy_time_is(scan, next, "in"))
        next++;
    uint32_t after = next;
    year = chy_time_year(scan, next, &after);
    /* "in May, 2000 soldiers": the number counts what follows it. */
    if (year == 0 || (next != at && chy_time_modifies(scan, next))) return 0;
    *end = after;
    return year;
}

int32_t chy_time_choose_year(const chy_time_scan *scan, uint32_t at, int32_t month, int32_t day) {
    int direction = chy_time_direction(scan, at);
    /* "They left on 3 March 2003. In May they came back." */
    bool told = scan->told_year > 0 && scan->sentence - scan->told_sentence <= TOLD_SENTENCES;
    bool known = scan->reference.year > 0;
    if (told && direction <= 0 && (!known || scan->told_year + 1 < scan->reference.year))
        return scan->told_year;
    if (!known) return 0;
    int32_t best = 0, best_gap = INT32_MAX;
    for (int32_t year = scan->reference.year - 1; year <= scan->reference.year + 1; year++) {
        chy_date date = {year, month, day ? day : 1};
        if (!chy_date_valid(date)) continue;
        int32_t gap = chy_date_days(date) - scan->reference_days;
        if (day == 0 && year == scan->reference.year && month == scan->reference.month) gap = 0;
        /* A day's grace: reports are dated in another time zone. The present tense says nothing. */
        if ((direction < 0 && gap > 1) || (direction > 1 && gap < -1)) continue;
        /* Where the tense is silent: news looks back more often than ahead. */
        if (gap < 0)
            gap = -gap;
        else if (direction == 0)
            gap *= 2;
        if (gap < best_gap) {
            best_gap = gap;
            best = year;
        }
    }
    return best;
}

/* ---- Years alone -------------------------------------------------------------------------------
 */

/* "AD 842", "900 CE", "3000 BC": after or before the figures. */
static bool read_era(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    static const char *const before_christ[] = {"b.c.", "b.c.e.", "bc", "bce"};
    static const char *const after_christ[] = {"a.d.", "ad", "c.e.", "ce"};
    bool led = chy_time_is(scan, at, "ad") || chy_time_is(scan, at, "a.d.");
    uint32_t figures = led ? at + 1 : at, end = figures + 1;
    chy_number number;
    if (figures >= scan->end || !chy_number_read(scan->words, figures, end, &number) ||
        number.vague || number.value < 1 || number.value > 99999)
        return false;
    int32_t year = (int32_t)number.value;
    bool old = chy_time_is_in(scan, end, before_christ, CHY_COUNT_OF(before_christ));
    if (!led && !old && !chy_time_is_in(scan, end, after_christ, CHY_COUNT_OF(after_christ)))
        return false;
    draft->date = (chy_date){.year = old ? -year : year};
    chy_time_put_date(draft, led ? end : end + 1);
    draft->date = (chy_date){.year = old ? 0 : year};
    return true;
}

/* "'82": an apostrophe and two digits, no feet and inches. */
static bool read_short_year(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    const char *form = scan->words[at].form;
    if (strncmp(form, "\xE2\x80\x99", 3) == 0 || strncmp(form, "\xE2\x80\x98", 3) == 0)
        form += 3;
    else if (*form == '\'')
        form++;
    else
        return false;
    bool led =
        leads_year(scan, at) || (at > scan->start && (chy_time_has(scan, at - 1, CHY_TERM_MONTH) ||
                                                      chy_time_has(scan, at - 1, CHY_TERM_SEASON)));
    if (!led || strspn(form, "0123456789") != 2 || form[2]) return false;
    draft->date =
        (chy_date){.year = chy_time_full_year(scan, (form[0] - '0') * 10 + form[1] - '0')};
    chy_time_put_date(draft, at + 1);
    return true;
}

/* "1940s", "'90s", "1980's", "nineties": after "the" or with four digits. */
static bool read_decade(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    const char *form = chy_time_form(&scan->words[at]);
    bool led = at > scan->start &&
               (chy_time_is(scan, at - 1, "the") || chy_time_has(scan, at - 1, CHY_TERM_EDGE));
    if (chy_time_has(scan, at, CHY_TERM_TENS) && (led || form != scan->words[at].form)) {
        chy_time_put(draft, CHY_TIME_DATE, at + 1, "19%dX", (int)scan->terms[at].value);
        return true;
    }
    bool apostrophe = true;
    if (strncmp(form, "\xE2\x80\x99", 3) == 0 || strncmp(form, "\xE2\x80\x98", 3) == 0)
        form += 3;
    else if (*form == '\'')
        form++;
    else
        apostrophe = false;
    size_t digits = strspn(form, "0123456789");
    const char *rest = form + digits;
    uint32_t end = at + 1;
    bool split = *rest == '\0' && (chy_time_is(scan, end, "'s") || chy_time_is(scan, end, "s"));
    bool plural =
        strcmp(rest, "s") == 0 || strcmp(rest, "'s") == 0 || strcmp(rest, "\xE2\x80\x99s") == 0;
    if ((digits != 4 && digits != 2) || form[digits - 1] != '0' || (!plural && !split))
        return false;
    /* "In her 40s" is an age. */
    static const char *const owners[] = {"her", "his", "its", "my", "our", "their", "your"};
    if (at > scan->start && chy_time_is_in(scan, at - 1, owners, CHY_COUNT_OF(owners)))
        return false;
    if (digits == 2 && form[0] < '2' && !apostrophe) return false;
    /* "2010's budget" is that year's. */
    if (split && (digits == 4 && !led)) return false;
    if (digits == 4 && form[2] == '0' && strncmp(form, "19", 2) < 0)
        chy_time_put(draft, CHY_TIME_DATE, end + split, "%.2sXX", form); /* "the 1600s" */
    else if (digits == 4)
        chy_time_put(draft, CHY_TIME_DATE, end + split, "%.3sX", form);
    else
        chy_time_put(draft, CHY_TIME_DATE, end + split, "%s%cX", form[0] >= '3' ? "19" : "20",
                     form[0]);
    return true;
}

/* "91" of "1990-91", "20" of "2019/20": the second year, an expression of its own as "1994" of
 * "1990-1994" is. */
static bool read_second_year(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    int32_t digits, year = chy_time_digits(scan, at, &digits), first_digits;
    if (digits != 2 || at < scan->start + 2 ||
        (!chy_time_is_dash(scan, at - 1) && !chy_time_is(scan, at - 1, "/")))
        return false;
    int32_t first = chy_time_digits(scan, at - 2, &first_digits);
    if (first_digits != 4 || first < CHY_TIME_FIRST_YEAR || first > CHY_TIME_LAST_YEAR)
        return false;
    draft->date = (chy_date){.year = first / 100 * 100 + year};
    if (draft->date.year <= first) return false;
    chy_time_put_date(draft, at + 1);
    return true;
}

/* "fiscal 2023", "FY 2023", "the financial year 2023". */
static bool read_fiscal_year(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    bool fiscal = chy_time_is_fiscal(scan, at);
    const char *form = scan->words[at].form;
    bool code = form[0] == 'F' && form[1] == 'Y';
    uint32_t next = fiscal && chy_time_unit(scan, at + 1) == 'Y' ? at + 2 : at + 1, end = 0;
    if (!fiscal && !code) return false;
    size_t figures = code ? strspn(form + 2, "0123456789") : 0;
    int32_t year = 0;
    if (code && form[2]) {
        if (form[2 + figures] || (figures != 2 && figures != 4)) return false;
        for (const char *c = form + 2; *c; c++)
            year = year * 10 + (*c - '0');
        end = at + 1;
    } else {
        int32_t digits;
        year = chy_time_digits(scan, next, &digits);
        if (digits != 4 && !(code && digits == 2)) return false;
        end = next + 1;
    }
    if (year < 100) year = chy_time_full_year(scan, year);
    /* "FY2024-25" is counted by its first year. */
    int32_t digits,
        second = chy_time_is_dash(scan, end) ? chy_time_digits(scan, end + 1, &digits) : -1;
    if (second == (year + 1) % 100) end += 2;
    if (year < CHY_TIME_FIRST_YEAR || year > CHY_TIME_LAST_YEAR) return false;
    chy_time_put_fiscal(draft, end, year);
    return true;
}

/* Whether a number counts the noun that follows: "2000 people", but "a 2014 survey", "the 2012
 * elections". */
static bool counts(const chy_time_scan *scan, uint32_t at) {
    static const char *const owners[] = {"'s", "her", "his", "its", "my", "our", "the", "their"};
    const chy_word *noun = &scan->words[scan->words[at].head];
    if (chy_same(noun->form, "people") || chy_same(noun->form, "percent")) return true;
    if (noun->feat_bits & CHY_FEAT_SINGULAR) return false;
    return at == scan->start || !chy_time_is_in(scan, at - 1, owners, CHY_COUNT_OF(owners));
}

/* A year alone. A number that counts things ("2000 people") is none. */
static bool read_year(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t first = chy_time_unit(scan, at) == 'Y' ? at + 1 : at, end = first;
    int32_t year = chy_time_year(scan, first, &end);
    if (year == 0) return false;
    if (chy_time_modifies(scan, end - 1) && first == at && counts(scan, at)) return false;
    if (at > scan->start && strcmp(scan->words[at - 1].form, "$") == 0) return false;
    draft->date = (chy_date){.year = year};
    chy_time_put_date(draft, end);
    return true;
}

/* "17th century", "late nineteenth-century", "the 5th century BC". */
static bool read_century(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t last = at;
    uint32_t ordinal = chy_ordinal_value(chy_time_form(&scan->words[at]));
    /* "twenty-first" stands as three words. */
    if (chy_time_is(scan, at, "twenty") && chy_time_is_dash(scan, at + 1) && at + 2 < scan->end) {
        ordinal = 20 + chy_ordinal_value(scan->words[at + 2].form);
        last = at + 2;
    }
    uint32_t unit = chy_time_is_dash(scan, last + 1) ? last + 2 : last + 1;
    bool century = chy_time_unit(scan, unit) == 'C' || chy_time_units(scan, unit) == 'C';
    if (ordinal == 0 || ordinal > 30 || !century) return false;
    bool old = chy_time_is(scan, unit + 1, "bc") || chy_time_is(scan, unit + 1, "bce");
    chy_time_put(draft, CHY_TIME_DATE, unit + 1 + old, "%s%02dXX", old ? "BC" : "",
                 (int)ordinal - 1);
    return true;
}

bool chy_time_read_years(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    return read_era(scan, at, draft) || read_fiscal_year(scan, at, draft) ||
           read_short_year(scan, at, draft) || read_decade(scan, at, draft) ||
           read_second_year(scan, at, draft) || read_century(scan, at, draft) ||
           read_year(scan, at, draft);
}
