/* Quarters, halves and seasons of a year: "the third quarter of 2023", "the 1988 second quarter",
 * "Q3", "the year-ago quarter", "the first half of last year", "early summer 2024". */
#include "mentions/numbers.h"
#include "mentions/time_scan.h"

#include <stdio.h>
#include <string.h>

/* The year of a quarter without one: of the last that has begun, of the next where the clause tells
 * what is to come. */
static int32_t nearest_period(const chy_time_scan *scan, uint32_t at, int32_t first_month) {
    int32_t year = scan->reference.year;
    if (year == 0) return 0;
    if (chy_time_direction(scan, at) > 0)
        return year + (first_month + 2 < scan->reference.month ? 1 : 0);
    return year - (first_month > scan->reference.month ? 1 : 0);
}

/* The quarter that was over when the report was written: 1 to 4. */
static int32_t last_quarter(const chy_time_scan *scan) {
    return (scan->reference.month + 8) / 3 % 4 + 1;
}

/* "1988", "last year's", "2023's" before a quarter: the year and the word after it. */
static int32_t year_before(const chy_time_scan *scan, uint32_t at, uint32_t *end, bool *relative) {
    int32_t digits, year = chy_time_digits(scan, at, &digits);
    *relative = false;
    uint32_t next = at + 1;
    if (digits == 4 && year >= CHY_TIME_FIRST_YEAR && year <= CHY_TIME_LAST_YEAR) {
        *end = chy_time_is(scan, next, "'s") ? next + 1 : next;
        return year;
    }
    int32_t shift = chy_time_has(scan, at, CHY_TERM_LAST)   ? -1
                    : chy_time_has(scan, at, CHY_TERM_NEXT) ? 1
                                                            : 0;
    if (!shift && !chy_time_has(scan, at, CHY_TERM_THIS) && !chy_time_is(scan, at, "the")) return 0;
    if (chy_time_unit(scan, next) != 'Y' || scan->reference.year == 0) return 0;
    if (!chy_time_is(scan, next + 1, "'s") && !chy_time_is(scan, next + 1, "\xE2\x80\x99s"))
        return 0;
    *relative = true;
    *end = next + 2;
    return scan->reference.year + shift;
}

/* "third", "last" of halves; 0 where it counts none. `unit` receives the word after. */
static uint32_t which(const chy_time_scan *scan, uint32_t at, uint32_t *unit) {
    static const char *const adjectives[] = {"calendar", "financial", "fiscal"};
    if (chy_time_is_in(scan, at, adjectives, CHY_COUNT_OF(adjectives))) at++;
    if (at >= scan->end) return 0;
    uint32_t ordinal = chy_ordinal_value(scan->words[at].form);
    *unit = at + 1;
    if (chy_time_is_dash(scan, *unit)) (*unit)++;
    if (chy_time_is_in(scan, *unit, adjectives, CHY_COUNT_OF(adjectives))) (*unit)++;
    if (ordinal == 0 && (chy_time_is(scan, at, "last") || chy_time_is(scan, at, "final"))) {
        if (chy_time_is(scan, *unit, "half")) return 2;
        /* "The last quarter" alone is the one before this. */
        uint32_t end;
        bool relative;
        if (chy_time_unit(scan, *unit) == 'Q' &&
            chy_time_year_after(scan, *unit + 1, &end, &relative) > 0)
            return 4;
    }
    return ordinal;
}

/* The year after a period: "of 2023", "of fiscal 2023", "of last year". */
static int32_t year_after_period(const chy_time_scan *scan, uint32_t at, uint32_t *end,
                                 bool *relative) {
    uint32_t next = at;
    if (chy_time_is(scan, at, "of") && chy_time_is(scan, at + 1, "fiscal")) next = at + 2;
    if (chy_time_is(scan, at, "fiscal")) next = at + 1;
    return chy_time_year_after(scan, next, end, relative);
}

/* "half of the 1980s": the decade itself. */
static bool half_of_decade(const chy_time_scan *scan, uint32_t end, chy_time_draft *draft) {
    uint32_t next = chy_time_is(scan, end, "of") ? end + 1 : end;
    bool of = next > end;
    if (chy_time_is(scan, next, "the")) next++;
    return of && next < scan->end && chy_time_read_years(scan, next, draft);
}

static bool read_ordinal(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t first = at, unit = at;
    bool relative = false, anchored = false;
    int32_t year = year_before(scan, at, &first, &relative);
    uint32_t ordinal = which(scan, first, &unit);
    /* "The 1988 quarter" is the one that the report speaks of. */
    if (ordinal == 0 && year > 0 && chy_time_unit(scan, first) == 'Q' && scan->reference.year > 0) {
        ordinal = (uint32_t)last_quarter(scan);
        unit = first;
    }
    bool half = chy_time_is(scan, unit, "half") && ordinal <= 2;
    bool quarter =
        (chy_time_unit(scan, unit) == 'Q' || chy_time_units(scan, unit) == 'Q') && ordinal <= 4;
    if (ordinal == 0 || (!half && !quarter)) return false;
    uint32_t end = unit + 1;
    anchored = relative;
    if (year == 0) {
        year = year_after_period(scan, end, &end, &relative);
        anchored = relative && year > 0;
    }
    if (half && year == 0) return half_of_decade(scan, end, draft);
    char code[4];
    (void)snprintf(code, sizeof code, "%c%c", half ? 'H' : 'Q', (char)('0' + ordinal % 10));
    if (quarter && year == 0 && chy_time_units(scan, unit)) {
        char value[16];
        (void)snprintf(value, sizeof value, "XXXX-%s", code);
        chy_time_put(draft, CHY_TIME_SET, end, "%s", value);
        return true;
    }
    if (year == 0) {
        year = nearest_period(scan, at, (int32_t)ordinal * 3 - 2);
        anchored = year > 0 && year < CHY_TIME_OPEN_YEAR - 1;
    }
    draft->anchored = anchored;
    chy_time_put_period(draft, end, year, code);
    return true;
}

/* "the first two quarters of 2023": its first half. */
static bool read_two_quarters(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    bool first = chy_time_is(scan, at, "first");
    if (!first && !chy_time_has(scan, at, CHY_TERM_LAST) && !chy_time_is(scan, at, "final"))
        return false;
    if (!chy_time_is(scan, at + 1, "two") || chy_time_units(scan, at + 2) != 'Q') return false;
    uint32_t end = at + 3;
    bool relative;
    int32_t year = year_after_period(scan, end, &end, &relative);
    if (year == 0) return false;
    draft->anchored = relative;
    chy_time_put_period(draft, end, year, first ? "H1" : "H2");
    return true;
}

/* "year-ago", "year-earlier" before "quarter" or "period": a year before the last quarter; before
 * "nine months" a length. */
static bool read_year_ago(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (chy_time_unit(scan, at) != 'Y' || !chy_time_is_dash(scan, at + 1)) return false;
    if (!chy_time_is(scan, at + 2, "ago") && !chy_time_is(scan, at + 2, "earlier")) return false;
    if (scan->reference.year == 0) return false;
    uint32_t end = at + 3, unit = end;
    chy_number number;
    if (chy_number_read(scan->words, end, scan->end, &number) && !number.vague &&
        chy_time_units(scan, number.end_word)) {
        chy_time_put_duration(draft, number.end_word + 1, number.value,
                              chy_time_units(scan, number.end_word));
        return true;
    }
    uint32_t ordinal = which(scan, end, &unit);
    bool quarter = chy_time_unit(scan, unit) == 'Q';
    if (ordinal >= 1 && ordinal <= 4 && quarter) {
        char code[3] = {'Q', (char)('0' + ordinal), '\0'};
        int32_t year = nearest_period(scan, at, (int32_t)ordinal * 3 - 2);
        chy_time_put_period(draft, unit + 1, year > 0 ? year - 1 : 0, code);
        draft->anchored = year > 0;
    } else if (chy_time_unit(scan, end) == 'Q' || chy_time_is(scan, end, "period")) {
        chy_time_put_unit(draft, end + 1, scan->reference_days, 'Q', -5);
    } else {
        chy_time_put_unit(draft, end, scan->reference_days, 'Y', -1);
    }
    return true;
}

/* "Q3 2025", "3Q 2025", "H1 2020", "1H 2020". */
static bool read_code(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    const char *form = scan->words[at].form;
    if (strlen(form) != 2 && !(strlen(form) == 1 && at + 1 < scan->end)) return false;
    uint32_t end = at + 1;
    char letter = form[0], figure = form[1];
    if (form[1] == '\0') {
        /* "Q" and "3" as two tokens without a gap. */
        if (scan->words[end].span.start != scan->words[at].span.end ||
            scan->words[end].form[1] != '\0')
            return false;
        figure = scan->words[end].form[0];
        end++;
    }
    if (letter >= '1' && letter <= '4') {
        char swap = letter;
        letter = figure;
        figure = swap;
    }
    if ((letter != 'Q' && letter != 'H') || figure < '1' || figure > (letter == 'Q' ? '4' : '2'))
        return false;
    char code[3] = {letter, figure, '\0'};
    bool relative;
    int32_t year = year_after_period(scan, end, &end, &relative);
    if (year == 0 && letter == 'H') return false;
    if (year == 0) year = nearest_period(scan, at, (figure - '0') * 3 - 2);
    if (year == 0) return false;
    chy_time_put_period(draft, end, year, code);
    return true;
}

/* "summer 2024", "the winter of 1776-77", "in spring": a bare one only where a word leads it. */
static bool read_season(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_has(scan, at, CHY_TERM_SEASON) || scan->terms[at].plural) return false;
    uint32_t end = at + 1;
    bool relative;
    const char *code = chy_time_season_code(scan->terms[at].value);
    int32_t year = chy_time_year_after(scan, end, &end, &relative), digits;
    if (year > 0) {
        bool over = (chy_time_is_dash(scan, end) || chy_time_is(scan, end, "/")) &&
                    chy_time_digits(scan, end + 1, &digits) >= 0 && (digits == 2 || digits == 4);
        draft->anchored = relative;
        chy_time_put_period(draft, over ? end + 2 : end, year, code);
        return true;
    }
    static const char *const leads[] = {"by",   "during",     "each", "every", "in",
                                        "last", "early",      "late", "of",    "since",
                                        "the",  "throughout", "until"};
    bool led = false;
    for (size_t i = 0; at > scan->start && i < CHY_COUNT_OF(leads); i++)
        led = led || chy_time_is(scan, at - 1, leads[i]);
    /* "Spring" and "fall" are other things too. */
    bool plain =
        scan->terms[at].value == 1 || scan->terms[at].value == 3 || chy_time_is(scan, at, "autumn");
    if ((!led && !plain) || chy_time_modifies(scan, at) || scan->words[at].upos == CHY_UPOS_VERB)
        return false;
    /* "Summer is dry", "Summers are": of every year. "In summer they left", "It is summer": of one.
     */
    int direction = chy_time_direction(scan, at);
    uint32_t first_word =
        at > scan->start && chy_time_has(scan, at - 1, CHY_TERM_EDGE) ? at - 1 : at;
    bool article = first_word > scan->start && chy_time_is(scan, first_word - 1, "the");
    bool told = chy_tree_child(scan->tree, at, CHY_DEPREL_COP) != CHY_NONE;
    bool one = article || told || direction < 0 || direction > 1;
    int32_t first = scan->terms[at].value * 3 + 3;
    year = one ? chy_time_choose_year(scan, at, first, 0) : 0;
    /* "It opens in the spring": of the next one, once this year's is over. */
    if (direction == 1 && year == scan->reference.year && first + 2 < scan->reference.month) year++;
    draft->anchored = year > 0 && year < CHY_TIME_OPEN_YEAR - 1;
    chy_time_put_period(draft, end, year, code);
    return true;
}

bool chy_time_read_period(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    return read_year_ago(scan, at, draft) || read_two_quarters(scan, at, draft) ||
           read_ordinal(scan, at, draft) || read_code(scan, at, draft) ||
           read_season(scan, at, draft);
}
