/* Times that the text has told or that go without saying: "that year", "the same day", "the end of
 * the month", "the week before". */
#include "mentions/time_scan.h"

#include <string.h>

/* "that day", "the same month", "that same night": of the last date told. */
static bool read_same(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t unit = at;
    bool that = chy_time_is(scan, unit, "that");
    unit += that;
    bool same = chy_time_is(scan, unit, "same") || chy_time_is(scan, unit, "very");
    unit += same;
    if (!that && !same) return false;
    int32_t days;
    if (chy_time_has(scan, unit, CHY_TERM_DAYPART) && chy_time_base(scan, true, 'D', &days)) {
        draft->date = chy_date_of_days(days);
        draft->anchored = true;
        chy_time_put_part(draft, unit + 1, chy_time_daypart_code(scan->terms[unit].value));
        return true;
    }
    char letter = chy_time_unit(scan, unit);
    if (letter == 0 || letter == 's' || letter == 'm' || letter == 'h') return false;
    if (chy_time_modifies(scan, unit)) return false;
    if (letter == 'Y' && scan->named_year > 0)
        days = chy_date_days((chy_date){scan->named_year, 1, 1});
    else if (!chy_time_base(scan, true, letter, &days))
        return false;
    chy_time_put_unit(draft, unit + 1, days, letter, 0);
    return true;
}

/* Whether "the day" is told as a time: after a preposition that such a day has, after an edge ("the
 * start of the day"), or as what begins and ends. */
static bool leads_day(const chy_time_scan *scan, uint32_t the) {
    static const char *const verbs[] = {"begin", "close", "end", "finish", "open", "start"};
    if (the > scan->start && scan->words[the - 1].upos == CHY_UPOS_VERB &&
        chy_is_one_of(scan->words[the - 1].lemma, verbs, CHY_COUNT_OF(verbs)))
        return true;
    if (the > scan->start + 1 && chy_time_is(scan, the - 1, "of") &&
        chy_time_has(scan, the - 2, CHY_TERM_EDGE))
        return true;
    static const char *const leads[] = {"during", "earlier", "for",        "in",    "late",
                                        "later",  "on",      "throughout", "within"};
    return the > scan->start && chy_time_is_in(scan, the - 1, leads, CHY_COUNT_OF(leads));
}

/* Whether what follows makes another thing of "the week": "the week of the vote", "the year that
 * he died", "the day after the vote". */
static bool goes_on(const chy_time_scan *scan, uint32_t unit) {
    static const char *const more[] = {"after", "before", "of",   "prior",
                                       "since", "that",   "when", "which"};
    return chy_time_is_in(scan, unit + 1, more, CHY_COUNT_OF(more)) ||
           chy_time_modifies(scan, unit) || chy_time_is_dash(scan, unit + 1) ||
           chy_time_is(scan, unit + 1, "'s");
}

/* The quarter that a report speaks of: the last one that was over. */
static void put_last_quarter(const chy_time_scan *scan, uint32_t end, chy_time_draft *draft) {
    chy_time_put_unit(draft, end, scan->reference_days, 'Q', -1);
}

/* "the day", "the full year", "the fiscal year", "the quarter", "the latest quarter", "the
 * weekend": the report's, the day that of the text. */
static bool read_the_unit(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (at == scan->start || !chy_time_is(scan, at - 1, "the") || scan->reference.year == 0)
        return false;
    static const char *const wholes[] = {"entire", "full", "latest", "present", "whole"};
    uint32_t unit = chy_time_is_in(scan, at, wholes, CHY_COUNT_OF(wholes)) ? at + 1 : at;
    /* "The latest period" of a report on figures is its quarter. */
    char letter = chy_time_unit(scan, unit);
    if (chy_time_is(scan, at, "latest") && chy_time_is(scan, unit, "period")) letter = 'Q';
    /* "The latest fiscal year" is the last one that is over. */
    bool over = chy_time_is(scan, at, "latest");
    uint32_t noun = over ? at + 1 : at;
    bool fiscal = chy_time_is_fiscal(scan, noun);
    if (fiscal && chy_time_unit(scan, noun + 1) == 'Y' && !goes_on(scan, noun + 1)) {
        chy_time_put_fiscal(draft, noun + 2, scan->reference.year - over);
        draft->anchored = scan->reference.year < CHY_TIME_OPEN_YEAR - 1;
        return true;
    }
    if (letter == 0 || !strchr("DWMQYN", letter) || goes_on(scan, unit)) return false;
    if (letter == 'D' && !leads_day(scan, at - 1)) return false;
    int32_t days = scan->reference_days;
    if (letter == 'Q' && !chy_time_is(scan, at, "present")) {
        put_last_quarter(scan, unit + 1, draft);
        return true;
    }
    int32_t shift = 0;
    if (letter == 'N')
        shift = chy_time_direction(scan, unit) <= 0 && chy_date_weekday(days) < 6 ? -1 : 0;
    else if (letter == 'D')
        chy_time_base(scan, true, 'D', &days);
    chy_time_put_unit(draft, unit + 1, days, letter, shift);
    return true;
}

/* "the same month last year", "the corresponding period of 2023", "the quarter a year ago": of the
 * text's month, of the report's quarter; a period is as long as what the text tells, of which the
 * year alone is known. */
static bool read_same_of_year(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    static const char *const likes[] = {"comparable", "corresponding", "equivalent", "same"};
    bool like = chy_time_is_in(scan, at, likes, CHY_COUNT_OF(likes));
    uint32_t unit = at + like, end = unit + 1;
    bool period = like && chy_time_is(scan, unit, "period");
    char letter = (char)(period ? 'Y' : chy_time_unit(scan, unit));
    bool year_ago = chy_time_is(scan, end, "a") && chy_time_unit(scan, end + 1) == 'Y' &&
                    (chy_time_is(scan, end + 2, "ago") || chy_time_is(scan, end + 2, "earlier") ||
                     chy_time_is(scan, end + 2, "before"));
    bool known = (letter && strchr("DMQ", letter)) || period;
    if (!known || (!like && (letter != 'Q' || !year_ago)) || scan->reference.year == 0)
        return false;
    bool relative = true;
    int32_t year = scan->reference.year - 1, days;
    if (year_ago)
        end += 3;
    else
        year = chy_time_year_after(scan, end, &end, &relative);
    if (year == 0 || !chy_time_base(scan, letter != 'Q' && !period, letter, &days)) return false;
    chy_date base = chy_date_of_days(days);
    if (letter == 'Q') base = chy_date_add_months((chy_date){base.year, base.month, 1}, -3);
    if (year_ago || relative) year = base.year + year - scan->reference.year;
    base = chy_date_add_months(base, 12 * (year - base.year));
    chy_time_put_unit(draft, end, chy_date_days(base), letter, 0);
    draft->anchored = true;
    return true;
}

/* "the day before", "the week before that", "the year after": of the text, where no event follows
 * from which it is counted. */
static bool read_before(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (at == scan->start || !chy_time_is(scan, at - 1, "the")) return false;
    bool part = chy_time_has(scan, at, CHY_TERM_DAYPART) && scan->terms[at].value == 4;
    char letter = chy_time_unit(scan, at);
    if (part) letter = 'O';
    if (letter == 0 || letter == 's' || letter == 'm' || letter == 'h') return false;
    bool before = chy_time_is(scan, at + 1, "before") || chy_time_is(scan, at + 1, "earlier");
    if (!before && !chy_time_is(scan, at + 1, "after")) return false;
    bool that = chy_time_is(scan, at + 2, "that");
    uint32_t end = that ? at + 3 : at + 2;
    bool closed = end >= scan->end || scan->words[end].upos == CHY_UPOS_PUNCT ||
                  scan->words[end].upos == CHY_UPOS_CCONJ;
    int32_t days;
    if ((!that && !closed) || !chy_time_base(scan, true, letter, &days)) return false;
    chy_time_put_unit(draft, end, days, letter, before ? -1 : 1);
    return true;
}

/* "the second day", "a third consecutive day", "for the second night in a row": the day that the
 * text tells of where it is "the", else the report's, where nothing follows that it is a day of.
 * "Its third day" is counted from what began. */
static bool read_ordinal_day(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    static const char *const owners[] = {"'s", "her", "his", "its", "our", "their"};
    bool a = chy_time_is(scan, at, "a");
    uint32_t ordinal = a || chy_time_is(scan, at, "the") ? at + 1 : at, unit = ordinal + 1;
    if (ordinal >= scan->end || chy_ordinal_value(scan->words[ordinal].form) < 2 ||
        (at > scan->start && chy_time_is_in(scan, at - 1, owners, CHY_COUNT_OF(owners))))
        return false;
    static const char *const rows[] = {"consecutive", "running", "straight", "successive"};
    bool row = chy_time_is_in(scan, unit, rows, CHY_COUNT_OF(rows));
    unit += row;
    uint32_t end = unit + 1;
    if (chy_time_is(scan, end, "in") && chy_time_is(scan, end + 1, "a") &&
        chy_time_is(scan, end + 2, "row")) {
        end += 3;
        row = true;
    } else if (chy_time_is(scan, end, "running")) {
        end++;
        row = true;
    }
    bool night = row && chy_time_has(scan, unit, CHY_TERM_DAYPART) && scan->terms[unit].value == 4;
    int32_t days;
    if (!night && (chy_time_unit(scan, unit) != 'D' || goes_on(scan, end - 1))) return false;
    if (!chy_time_base(scan, !a && !row, 'D', &days)) return false;
    if (night)
        chy_time_put_unit(draft, end, days, 'O', chy_time_direction(scan, unit) < 0 ? -1 : 0);
    else
        chy_time_put_days(draft, end, days);
    return true;
}

/* "year-end": the last day of the report's year. "Year's end": as the end of the year, no day. */
static bool read_year_end(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (chy_time_unit(scan, at) != 'Y' || scan->reference.year == 0) return false;
    bool genitive = chy_time_is(scan, at + 1, "'s");
    uint32_t end = genitive || chy_time_is_dash(scan, at + 1) ? at + 2 : at + 1;
    if (!chy_time_is(scan, end, "end") || chy_time_modifies(scan, end)) return false;
    uint32_t after = end + 1;
    int32_t year = chy_time_year(scan, end + 1, &after);
    draft->anchored = year == 0;
    draft->date = (chy_date){.year = year ? year : scan->reference.year};
    if (!genitive) draft->date = (chy_date){draft->date.year, 12, 31};
    chy_time_put_date(draft, year ? after : end + 1);
    return true;
}

bool chy_time_read_definite(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    return read_same_of_year(scan, at, draft) || read_same(scan, at, draft) ||
           read_before(scan, at, draft) || read_year_end(scan, at, draft) ||
           read_the_unit(scan, at, draft) || read_ordinal_day(scan, at, draft);
}
