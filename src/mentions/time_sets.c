/* What comes again: "every Friday", "twice a week", "annually", "most evenings". */
#include "mentions/numbers.h"
#include "mentions/time_scan.h"

static void put_repeated(chy_time_draft *draft, uint32_t end, double count, char unit) {
    chy_time_put_duration(draft, end, count, unit);
    draft->type = CHY_TIME_SET;
}

/* A weekday, a month, a day of the year, a season or a part of the day that comes again. */
static bool read_named(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (at >= scan->end) return false;
    int value = scan->terms[at].value;
    if (chy_time_has(scan, at, CHY_TERM_WEEKDAY)) {
        bool part = chy_time_has(scan, at + 1, CHY_TERM_DAYPART);
        chy_time_put(draft, CHY_TIME_SET, at + 1 + part, "XXXX-WXX-%d%s%s", value, part ? "T" : "",
                     part ? chy_time_daypart_code(scan->terms[at + 1].value) : "");
        return true;
    }
    if (chy_time_has(scan, at, CHY_TERM_MONTH)) {
        int32_t digits, day = chy_time_digits(scan, at + 1, &digits);
        if (day >= 1 && day <= 31)
            chy_time_put(draft, CHY_TIME_SET, at + 2, "XXXX-%02d-%02d", value, (int)day);
        else
            chy_time_put(draft, CHY_TIME_SET, at + 1, "XXXX-%02d", value);
        return true;
    }
    if (chy_time_has(scan, at, CHY_TERM_DAYPART)) {
        chy_time_put(draft, CHY_TIME_SET, at + 1, "XXXX-XX-XXT%s", chy_time_daypart_code(value));
        return true;
    }
    if (chy_time_has(scan, at, CHY_TERM_SEASON)) {
        chy_time_put(draft, CHY_TIME_SET, at + 1, "XXXX-%s", chy_time_season_code(value));
        return true;
    }
    bool weekend = chy_time_unit(scan, at) == 'N' || chy_time_units(scan, at) == 'N';
    if (weekend) chy_time_put(draft, CHY_TIME_SET, at + 1, "XXXX-WXX-WE");
    return weekend;
}

/* "every Friday", "each year", "every two weeks", "every other day", "every May". */
static bool read_every(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_has(scan, at, CHY_TERM_EVERY)) return false;
    uint32_t next = at + 1;
    if (chy_time_is(scan, next, "single")) next++;
    if (read_named(scan, next, draft)) return true;
    double count = 1;
    chy_number number;
    if (chy_time_is(scan, next, "other")) {
        count = 2;
        next++;
    } else if (next < scan->end && chy_ordinal_value(scan->words[next].form) > 1) {
        count = chy_ordinal_value(scan->words[next].form);
        next++;
    } else if (chy_number_read(scan->words, next, scan->end, &number)) {
        count = number.vague ? -1 : number.value;
        next = number.end_word;
    }
    /* "every second Tuesday" */
    if (count > 1 && read_named(scan, next, draft)) return true;
    char unit = chy_time_any_unit(scan, next);
    if (unit == 0) return false;
    put_repeated(draft, next + 1, count, unit);
    return true;
}

/* "most days", "some evenings", "most Fridays". */
static bool read_most(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    bool most = chy_time_is(scan, at, "most") || chy_time_is(scan, at, "some");
    if (!most || at + 1 >= scan->end || !scan->terms[at + 1].plural) return false;
    if (read_named(scan, at + 1, draft)) return true;
    if (!chy_time_is(scan, at, "most") || !chy_time_units(scan, at + 1)) return false;
    put_repeated(draft, at + 2, 1, chy_time_units(scan, at + 1));
    return true;
}

/* "twice a week", "once every four years", "three times a year", "twice daily". */
static bool read_times_a(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t next = at;
    chy_number number;
    if (chy_time_is(scan, at, "once") || chy_time_is(scan, at, "twice"))
        next = at + 1;
    else if (chy_number_read(scan->words, at, scan->end, &number) &&
             chy_time_is(scan, number.end_word, "times"))
        next = number.end_word + 1;
    else
        return false;
    if (chy_time_has(scan, next, CHY_TERM_EVERY)) return read_every(scan, next, draft);
    if (chy_time_has(scan, next, CHY_TERM_FREQUENCY)) {
        put_repeated(draft, next + 1, 1, (char)scan->terms[next].value);
        return true;
    }
    if (!chy_time_is(scan, next, "a") && !chy_time_is(scan, next, "an") &&
        !chy_time_is(scan, next, "per"))
        return false;
    if (!chy_time_unit(scan, next + 1)) return false;
    put_repeated(draft, next + 2, 1, chy_time_unit(scan, next + 1));
    return true;
}

/* "$4 a week", "300,000 barrels per day": how often. */
static bool read_rate(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    char unit = chy_time_unit(scan, at + 1);
    if (unit == 0 || unit == 'Q' || at == scan->start) return false;
    const chy_word *before = &scan->words[at - 1];
    bool counted = before->upos == CHY_UPOS_NUM || before->upos == CHY_UPOS_SYM ||
                   (before->upos == CHY_UPOS_NOUN && before->feat_bits & CHY_FEAT_PLURAL &&
                    chy_tree_child(scan->tree, at - 1, CHY_DEPREL_NUMMOD) != CHY_NONE);
    bool per = chy_time_is(scan, at, "per");
    bool article = (chy_time_is(scan, at, "a") || chy_time_is(scan, at, "an")) && counted &&
                   unit != 's' && !chy_time_modifies(scan, at + 1);
    if (!per && !article) return false;
    put_repeated(draft, at + 2, 1, unit);
    return true;
}

bool chy_time_read_set(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (read_every(scan, at, draft) || read_most(scan, at, draft) ||
        read_times_a(scan, at, draft) || read_rate(scan, at, draft))
        return true;
    if (chy_time_has(scan, at, CHY_TERM_SEASON) && scan->terms[at].plural)
        return read_named(scan, at, draft);
    uint8_t upos = scan->words[at].upos;
    if (!chy_time_has(scan, at, CHY_TERM_FREQUENCY) ||
        (upos != CHY_UPOS_ADJ && upos != CHY_UPOS_ADV))
        return false;
    double count = scan->terms[at].common ? 2 : 1;
    char unit = (char)scan->terms[at].value;
    if (unit == '4')
        put_repeated(draft, at + 1, 4, 'Y');
    else
        put_repeated(draft, at + 1, count, unit);
    return true;
}
