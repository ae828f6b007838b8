/* Lengths of time and what is counted by them: "two and a half hours", "three-day", "two weeks
 * ago", "a year later". */
#include "mentions/numbers.h"
#include "mentions/time_scan.h"

#include <string.h>

/* A week ago is a day that a reader can name; six weeks ago is a week. */
#define EXACT_WEEKS 2

/* "two weeks ago", "three days later", "a year earlier": after a length that ends at `end`. */
static bool finish_offset(const chy_time_scan *scan, uint32_t end, double count, char unit,
                          chy_time_draft *draft) {
    bool ago = chy_time_is(scan, end, "ago") || chy_time_is(scan, end, "back");
    bool earlier = chy_time_is(scan, end, "earlier") || chy_time_is(scan, end, "previously") ||
                   (chy_time_is(scan, end, "prior") && !chy_time_is(scan, end + 1, "to"));
    bool later = chy_time_is(scan, end, "later") || chy_time_is(scan, end, "hence") ||
                 chy_time_is(scan, end, "afterwards");
    /* "two weeks from now" */
    bool now = chy_time_is(scan, end, "from") &&
               (chy_time_is(scan, end + 1, "now") || chy_time_is(scan, end + 1, "today"));
    ago = ago || now;
    /* "two days before the vote", "an hour after": a length that hangs from an event, kept as one.
     */
    if (!ago && !earlier && !later) return false;
    if (chy_time_is(scan, end, "back") && scan->words[end].upos != CHY_UPOS_ADV) return false;
    int32_t days = 0, sign = later || now ? 1 : -1;
    end += now;
    /* "hours later": on the day that was told. */
    bool clock = unit == 'h' || unit == 'm' || unit == 's';
    if (count < 0 && clock && later && scan->last.day > 0) count = 0;
    if (count < 0 || !chy_time_base(scan, !ago, unit, &days)) {
        chy_time_put(draft, CHY_TIME_DATE, end + 1, sign > 0 ? "FUTURE_REF" : "PAST_REF");
        return true;
    }
    /* "They will leave on Friday. A day earlier, they met": earlier than what was told before. */
    bool ahead = scan->reference_days > 0 && days > scan->reference_days;
    if (earlier && ahead && chy_time_direction(scan, end) < 0)
        days = scan->past.year > 0 ? chy_date_days(scan->past) : scan->reference_days;
    if (count > 10000) count = 10000;
    int32_t whole = (int32_t)count;
    if (clock) {
        whole = unit == 'h' ? whole / 24 : 0;
        unit = 'D';
    } else if (count > whole && (unit == 'Y' || unit == 'M')) {
        whole = (int32_t)(unit == 'Y' ? count * 12 : count);
        unit = 'M';
    } else if (unit == 'W' && whole <= EXACT_WEEKS) {
        whole *= 7;
        unit = 'D';
    } else if (unit == 'F') {
        whole *= 14;
        unit = 'D';
    }
    /* "20 years ago" and "two decades ago" are as exact as that. */
    if (unit == 'E' || unit == 'C') {
        whole = (int32_t)(count * (unit == 'E' ? 10 : 100));
        unit = 'Y';
    }
    chy_time_put_unit(draft, end + 1, days, unit, sign * whole);
    return true;
}

static bool is_age(const chy_time_scan *scan, uint32_t end) {
    uint32_t next = chy_time_is_dash(scan, end) ? end + 1 : end;
    return chy_time_is(scan, next, "old") || chy_time_is(scan, next, "olds") ||
           (chy_time_is(scan, next, "of") && chy_time_is(scan, next + 1, "age"));
}

/* "three-day", "40-year", "week-long", "yearlong" in one word. */
static bool read_joined(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    const char *form = scan->words[at].form, *dash = strchr(form, '-');
    char head[16];
    size_t size = strlen(form);
    bool longer = !dash && size > 6 && size < sizeof head && strcmp(form + size - 4, "long") == 0;
    size_t cut = longer ? size - 4 : dash ? (size_t)(dash - form) : 0;
    if (cut == 0 || cut >= sizeof head || size - cut > 12) return false;
    memcpy(head, form, cut);
    head[cut] = '\0';
    const char *rest = longer ? form + cut : dash + 1;
    chy_term length = chy_term_of(head);
    if (length.class == CHY_TERM_UNIT && length.value != 's' && chy_same(rest, "long")) {
        chy_time_put_duration(draft, at + 1, length.plural ? -1 : 1, (char)length.value);
        return true;
    }
    chy_word part = scan->words[at];
    part.form = head;
    chy_number number;
    chy_term unit = chy_term_of(rest);
    bool counted = chy_number_read(&part, 0, 1, &number);
    if (chy_same(head, "single") || chy_same(head, "half")) {
        counted = true;
        number = (chy_number){.value = chy_same(head, "half") ? 0.5 : 1};
    }
    if (unit.class != CHY_TERM_UNIT || !counted) return false;
    chy_time_put_duration(draft, at + 1, number.vague ? -1 : number.value, (char)unit.value);
    return true;
}

/* "about", "more than", "over": the word after words that bound a length. */
static uint32_t skip_bound(const chy_time_scan *scan, uint32_t at) {
    static const char *const words[] = {"about",  "almost", "approximately", "around", "just",
                                        "nearly", "over",   "roughly",       "under"};
    if (chy_time_is_in(scan, at, words, CHY_COUNT_OF(words))) at++;
    if ((chy_time_is(scan, at, "more") || chy_time_is(scan, at, "less")) &&
        chy_time_is(scan, at + 1, "than"))
        return at + 2;
    if (chy_time_is(scan, at, "at") &&
        (chy_time_is(scan, at + 1, "least") || chy_time_is(scan, at + 1, "most")))
        return at + 2;
    if (chy_time_is(scan, at, "up") && chy_time_is(scan, at + 1, "to")) return at + 2;
    return at;
}

/* Whether "a week" follows what it counts: "$4 a week", "three barrels a day", "twice a year". */
static bool is_rate(const chy_time_scan *scan, uint32_t at) {
    if (at == scan->start) return false;
    const chy_word *before = &scan->words[at - 1];
    if (before->upos == CHY_UPOS_NUM || before->upos == CHY_UPOS_SYM) return true;
    return before->upos == CHY_UPOS_NOUN && before->feat_bits & CHY_FEAT_PLURAL &&
           chy_tree_child(scan->tree, at - 1, CHY_DEPREL_NUMMOD) != CHY_NONE;
}

/* "a very good | hour", "a tense | hour": an hour or minute may be of any kind; not "at a late
 * hour".
 */
static uint32_t skip_kind(const chy_time_scan *scan, uint32_t at) {
    static const char *const of_day[] = {"early", "eleventh",  "late",
                                         "small", "unearthly", "ungodly"};
    uint32_t next = at;
    while (next < scan->end && next < at + 3 &&
           (scan->words[next].upos == CHY_UPOS_ADJ || chy_time_is(scan, next, "very")) &&
           !chy_time_is_in(scan, next, of_day, CHY_COUNT_OF(of_day)))
        next++;
    char letter = chy_time_unit(scan, next);
    bool when = at >= scan->start + 2 && chy_time_is(scan, at - 2, "at");
    return !when && (letter == 'h' || letter == 'm') ? next : at;
}

/* "a week", "over an hour and a half", "another year", "the whole day", "one more year". */
static bool read_article(const chy_time_scan *scan, uint32_t at, double *count, uint32_t *unit) {
    uint32_t next = skip_bound(scan, at);
    static const char *const counters[] = {"a", "all", "an", "another", "single"};
    if (!chy_time_is_in(scan, next, counters, CHY_COUNT_OF(counters))) return false;
    bool all = chy_time_is(scan, next, "all");
    next++;
    static const char *const fillers[] = {"additional", "entire", "extra", "full",
                                          "further",    "single", "whole"};
    if (chy_time_is_in(scan, next, fillers, CHY_COUNT_OF(fillers))) next++;
    if (!all) next = skip_kind(scan, next);
    bool joined = chy_time_is_dash(scan, next);
    next += joined;
    char letter = chy_time_unit(scan, next);
    if (letter == 0 || strchr(all ? "smhQNO" : "sQNO", letter)) return false;
    /* "A day trip" is no length. */
    if ((chy_time_modifies(scan, next) && !joined) || is_rate(scan, at)) return false;
    if (chy_time_is_dash(scan, next + 1)) return false;
    *unit = next;
    *count = 1;
    return true;
}

/* "a quarter of a century", "three-quarters of an hour". */
static bool read_quarters(const chy_time_scan *scan, uint32_t at, double *count, uint32_t *unit) {
    uint32_t quarter = chy_time_is_dash(scan, at + 1) ? at + 2 : at + 1;
    bool three = chy_time_is(scan, at, "three") && chy_time_units(scan, quarter) == 'Q';
    bool one = chy_time_is(scan, at, "a") && chy_time_unit(scan, quarter) == 'Q';
    bool article = chy_time_is(scan, quarter + 2, "a") || chy_time_is(scan, quarter + 2, "an");
    *unit = quarter + 3;
    *count = three ? 0.75 : 0.25;
    return (three || one) && chy_time_is(scan, quarter + 1, "of") && article &&
           chy_time_unit(scan, *unit) != 0;
}

/* "half an hour", "half a year", "half-hour". */
static bool read_half(const chy_time_scan *scan, uint32_t at, double *count, uint32_t *unit) {
    if (!chy_time_is(scan, at, "half")) return false;
    bool article = chy_time_is(scan, at + 1, "a") || chy_time_is(scan, at + 1, "an") ||
                   chy_time_is_dash(scan, at + 1);
    *unit = article ? at + 2 : at + 1;
    *count = 0.5;
    return chy_time_unit(scan, *unit) != 0;
}

/* "two-and-a-half-year", "two and a half years", "an hour and three quarters": the word behind the
 * fraction, `at` where none is told. */
static uint32_t skip_fraction(const chy_time_scan *scan, uint32_t at, double *fraction) {
    static const struct {
        const char *words[3];
        double value;
    } fractions[] = {{{"and", "a", "half"}, 0.5},
                     {{"and", "a", "quarter"}, 0.25},
                     {{"and", "three", "quarter"}, 0.75},
                     {{"and", "three", "quarters"}, 0.75}};
    *fraction = 0;
    for (size_t f = 0; f < CHY_COUNT_OF(fractions); f++) {
        uint32_t next = chy_time_is_dash(scan, at) ? at + 1 : at;
        size_t read = 0;
        for (; read < 3 && chy_time_is(scan, next, fractions[f].words[read]); read++)
            next += chy_time_is_dash(scan, next + 1) ? 2 : 1;
        if (read < 3) continue;
        *fraction = fractions[f].value;
        return next;
    }
    return at;
}

bool chy_time_is_range(const chy_time_scan *scan, const chy_number *number) {
    if (number->vague || !(number->low < number->value && number->value < number->high))
        return false;
    for (uint32_t i = number->core_word; i < number->end_word; i++) {
        /* Figures, not "twenty-three". */
        bool dash =
            chy_time_is_dash(scan, i) && i > number->core_word && scan->words[i - 1].form[0] <= '9';
        if (dash || chy_time_is(scan, i, "to") || chy_time_is(scan, i, "or")) return true;
    }
    return chy_time_is(scan, number->first_word, "between");
}

/* "2 1/2 years": the word after the fraction, `at` where none follows. */
static uint32_t read_small_fraction(const chy_time_scan *scan, uint32_t at, double *count) {
    static const struct {
        const char *form;
        double value;
    } fractions[] = {{"1/2", 0.5},      {"1/4", 0.25},      {"3/4", 0.75},
                     {"\xC2\xBD", 0.5}, {"\xC2\xBC", 0.25}, {"\xC2\xBE", 0.75}};
    for (size_t i = 0; i < CHY_COUNT_OF(fractions); i++) {
        if (!chy_time_is(scan, at, fractions[i].form)) continue;
        *count += fractions[i].value;
        return at + 1;
    }
    return at;
}

/* "two hours", "the 20 trading days": a number, what may stand between, a unit. */
static bool read_counted(const chy_time_scan *scan, uint32_t at, double *count, uint32_t *unit) {
    chy_number number;
    static const char *const fillers[] = {"additional", "business", "consecutive", "extra",
                                          "full",       "further",  "long",        "more",
                                          "straight",   "trading",  "working"};
    static const char *const idle[] = {"exactly", "just", "only"};
    if (chy_time_is(scan, at, "another")) at++;
    if (chy_time_is_in(scan, at, idle, CHY_COUNT_OF(idle)) ||
        !chy_number_read(scan->words, at, scan->end, &number))
        return false;
    bool few = number.vague && number.low == number.value && number.high < 4;
    *count = number.vague && !few ? -1 : number.value;
    *unit = number.end_word;
    /* "Two to three weeks" is at least two; "12 to 18 months" no figure. */
    if (chy_time_is_range(scan, &number)) *count = number.high > number.low + 1 ? -1 : number.low;
    if (*count >= 0) *unit = read_small_fraction(scan, *unit, count);
    double fraction;
    uint32_t behind = skip_fraction(scan, *unit, &fraction);
    if (*count > 0) {
        *count += fraction;
        *unit = behind;
    }
    if (chy_time_is_dash(scan, *unit)) (*unit)++;
    if (chy_time_is_in(scan, *unit, fillers, CHY_COUNT_OF(fillers))) (*unit)++;
    return true;
}

uint32_t chy_time_second_units(const chy_time_scan *scan, uint32_t at) {
    bool joined = chy_time_is(scan, at, "or") || chy_time_is(scan, at, "and");
    return joined && chy_time_units(scan, at + 1) ? at + 2 : at;
}

/* "weeks of talks", "for years", "weeks or months", "days after": a length without a count; of two
 * the first, which is the least. */
static bool read_bare(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    char plural = chy_time_units(scan, at), letter = chy_time_any_unit(scan, at);
    if (letter == 0 || letter == 's') return false;
    if (chy_time_is_dash(scan, at + 1) && chy_time_is(scan, at + 2, "long")) {
        chy_time_put_duration(draft, at + 3, plural ? -1 : 1, letter);
        return true;
    }
    if (plural == 0 || letter == 'Q' || letter == 'N' || is_age(scan, at + 1)) return false;
    if (chy_time_modifies(scan, at)) return false;
    /* "the second in as many days" */
    if (at > scan->start + 1 && chy_time_is(scan, at - 1, "many") &&
        chy_time_is(scan, at - 2, "as"))
        return false;
    if (finish_offset(scan, at + 1, -1, letter, draft)) return true;
    uint32_t end = chy_time_second_units(scan, at + 1);
    if (chy_time_is(scan, end, "ahead")) end++;
    chy_time_put_duration(draft, end, -1, letter);
    return true;
}

/* "and a quarter", "and 30 minutes", "and two months": the length after the first part of it. */
static uint32_t finish_length(const chy_time_scan *scan, uint32_t end, double *count, char letter) {
    static const struct {
        char letter, smaller;
        double size;
    } parts[] = {{'h', 'm', 60}, {'Y', 'M', 12}, {'D', 'h', 24}};
    double fraction;
    uint32_t behind = skip_fraction(scan, end, &fraction);
    *count += fraction;
    if (behind != end) return behind;
    chy_number number;
    bool joined = chy_time_is(scan, end, "and") || chy_time_is(scan, end, ",");
    uint32_t next = joined ? end + 1 : end;
    if (!chy_number_read(scan->words, next, scan->end, &number) || number.vague) return end;
    char smaller = chy_time_any_unit(scan, number.end_word);
    for (size_t i = 0; i < CHY_COUNT_OF(parts); i++) {
        if (parts[i].letter != letter || parts[i].smaller != smaller) continue;
        if (number.value >= parts[i].size) return end;
        *count += number.value / parts[i].size;
        return number.end_word + 1;
    }
    return end;
}

/* "planned for an hour, it lasted | two and a half": a number of what the sentence has told. */
static bool read_short(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    static const char *const verbs[] = {"continue", "drag", "extend",  "go",
                                        "last",     "run",  "stretch", "take"};
    chy_number number;
    if (scan->last_unit == 0 || scan->words[at].upos != CHY_UPOS_NUM ||
        !chy_number_read(scan->words, at, scan->end, &number) || number.vague)
        return false;
    const chy_word *last = &scan->words[number.core_word];
    uint32_t verb = last->head;
    if (verb == CHY_NONE || verb >= at || last->deprel == CHY_DEPREL_NUMMOD ||
        !chy_is_one_of(scan->words[verb].lemma, verbs, CHY_COUNT_OF(verbs)))
        return false;
    double fraction;
    uint32_t end = skip_fraction(scan, number.end_word, &fraction);
    chy_time_put_duration(draft, end, number.value + fraction, scan->last_unit);
    return true;
}

bool chy_time_read_duration(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (read_joined(scan, at, draft)) {
        draft->silent = is_age(scan, draft->end) || strstr(scan->words[at].form, "-old");
        return true;
    }
    double count;
    uint32_t unit;
    if (!read_half(scan, at, &count, &unit) && !read_quarters(scan, at, &count, &unit) &&
        !read_article(scan, at, &count, &unit) && !read_counted(scan, at, &count, &unit))
        return read_bare(scan, at, draft);
    char letter = chy_time_any_unit(scan, unit);
    if (letter == 0) return read_short(scan, at, draft);
    /* "The 1988 second quarter" has no seconds, "in 2018, day five" no days. */
    bool single = chy_time_unit(scan, unit) != 0;
    if (single && (count > 999 || (letter == 's' && count != 1))) return false;
    uint32_t end = unit + 1;
    if (count > 0) end = finish_length(scan, end, &count, letter);
    if (chy_time_is(scan, end, "or") && chy_time_is(scan, end + 1, "so")) end += 2;
    if (finish_offset(scan, end, count, letter, draft)) return true;
    draft->silent = is_age(scan, end);
    chy_time_put_duration(draft, end, count, letter);
    return true;
}
