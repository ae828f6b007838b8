/* Times that say no more than before, now or to come: "currently", "these days", "at the moment",
 * "in future", "a later date". */
#include "mentions/time_scan.h"

/* Values of CHY_TERM_NOW. */
enum { PRESENT, PAST, FUTURE };

static bool put_reference(chy_time_draft *draft, uint32_t end, int which) {
    static const char *const references[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
    chy_time_put(draft, CHY_TIME_DATE, end, "%s", references[which]);
    draft->anchored = true;
    return true;
}

/* "these days": now. */
static bool read_these(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    return chy_time_is(scan, at, "these") && chy_time_units(scan, at + 1) == 'D' &&
           put_reference(draft, at + 2, PRESENT);
}

/* "Earlier, police said", "had earlier said": with no length before it and nothing after it that it
 * is earlier than. */
static bool read_earlier(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    static const char *const more[] = {"in", "on", "than"};
    return chy_time_is(scan, at, "earlier") && scan->words[at].upos == CHY_UPOS_ADV &&
           !chy_time_is_in(scan, at + 1, more, CHY_COUNT_OF(more)) &&
           put_reference(draft, at + 1, PAST);
}

/* "currently", "the current crisis", "the then current rules", "recent talks", "future talks". */
static bool read_now(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint8_t upos = scan->words[at].upos;
    /* "Shortly after the vote" was not to come. */
    bool hangs = chy_time_is(scan, at + 1, "after") || chy_time_is(scan, at + 1, "before") ||
                 chy_time_is(scan, at + 1, "afterwards");
    if (upos == CHY_UPOS_ADV && chy_time_has(scan, at, CHY_TERM_NOW) && !hangs)
        return put_reference(draft, at + 1, scan->terms[at].value);
    if (chy_time_is(scan, at, "then")) {
        uint32_t current = chy_time_is_dash(scan, at + 1) ? at + 2 : at + 1;
        return chy_time_is(scan, current, "current") && put_reference(draft, current + 1, PAST);
    }
    if (upos != CHY_UPOS_ADJ || chy_time_is(scan, at + 1, "future") ||
        chy_time_is(scan, at + 1, "past"))
        return false;
    if (chy_time_is(scan, at, "current")) return put_reference(draft, at + 1, PRESENT);
    if (chy_time_is(scan, at, "recent")) return put_reference(draft, at + 1, PAST);
    return chy_time_is(scan, at, "future") && put_reference(draft, at + 1, FUTURE);
}

/* "this moment", "this crucial moment", "at the moment", "for the time being". */
static bool read_moment(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    bool pointed = chy_time_is(scan, at, "this");
    bool the = at > scan->start && chy_time_is(scan, at - 1, "the");
    if (the && chy_time_is(scan, at, "time") && chy_time_is(scan, at + 1, "being"))
        return put_reference(draft, at + 2, PRESENT);
    uint32_t noun = at + pointed;
    if (pointed && noun < scan->end && scan->words[noun].upos == CHY_UPOS_ADJ) noun++;
    bool led = pointed || (the && at - 1 > scan->start && chy_time_is(scan, at - 2, "at"));
    return led && chy_time_is(scan, noun, "moment") && !chy_time_is(scan, noun + 1, "of") &&
           put_reference(draft, noun + 1, PRESENT);
}

/* "a later date", "a future date": of what is put off. */
static bool read_later_date(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    static const char *const nouns[] = {"date", "stage", "time"};
    bool led = chy_time_is(scan, at, "a") &&
               (chy_time_is(scan, at + 1, "later") || chy_time_is(scan, at + 1, "future"));
    return led && chy_time_is_in(scan, at + 2, nouns, CHY_COUNT_OF(nouns)) &&
           put_reference(draft, at + 3, FUTURE);
}

/* "in future": no one's future and no thing's. */
static bool read_bare_future(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_is(scan, at, "future") || scan->words[at].upos != CHY_UPOS_NOUN) return false;
    uint8_t before = at > scan->start ? scan->words[at - 1].upos : CHY_UPOS_PUNCT;
    bool led = before == CHY_UPOS_ADP || before == CHY_UPOS_PUNCT;
    return led && !chy_time_is(scan, at + 1, "of") && !chy_time_modifies(scan, at) &&
           put_reference(draft, at + 1, FUTURE);
}

/* "the future", "the near future", "the recent past", "the near term". */
static bool read_outlook(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    static const char *const nears[] = {"distant", "foreseeable", "immediate", "near", "recent"};
    bool near = chy_time_is_in(scan, at, nears, CHY_COUNT_OF(nears));
    uint32_t noun = near ? at + 1 : at;
    if (at == scan->start || !chy_time_is(scan, at - 1, "the") || noun >= scan->end) return false;
    bool term = chy_time_is(scan, at, "near") || chy_time_is(scan, at, "short");
    if (term && chy_time_is(scan, at + 1, "term")) return put_reference(draft, at + 2, FUTURE);
    if (scan->words[noun].upos != CHY_UPOS_NOUN) return false;
    if (chy_time_is(scan, noun, "past")) return put_reference(draft, noun + 1, PAST);
    return chy_time_is(scan, noun, "future") && put_reference(draft, noun + 1, FUTURE);
}

bool chy_time_read_reference(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    return read_these(scan, at, draft) || read_now(scan, at, draft) ||
           read_moment(scan, at, draft) || read_later_date(scan, at, draft) ||
           read_outlook(scan, at, draft) || read_bare_future(scan, at, draft) ||
           read_earlier(scan, at, draft);
}
