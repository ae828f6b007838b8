#include "mentions/times.h"

#include "mentions/time_scan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool chy_time_is(const chy_time_scan *scan, uint32_t at, const char *form) {
    return at < scan->end && chy_same(scan->words[at].form, form);
}

bool chy_time_has(const chy_time_scan *scan, uint32_t at, chy_term_class class) {
    if (at >= scan->end || scan->terms[at].class != class) return false;
    /* "may", "march", "sat": a name only where the tagger says so, or written as one with its stop.
     */
    return !scan->terms[at].common || scan->words[at].upos == CHY_UPOS_PROPN ||
           (class == CHY_TERM_SEASON && scan->words[at].upos == CHY_UPOS_NOUN);
}

int32_t chy_time_digits(const chy_time_scan *scan, uint32_t at, int32_t *digits) {
    *digits = 0;
    if (at >= scan->end) return -1;
    const char *form = scan->words[at].form;
    int32_t value = 0;
    for (const char *c = form; *c; c++) {
        if (*c < '0' || *c > '9' || *digits == 6) return -1;
        value = value * 10 + (*c - '0');
        (*digits)++;
    }
    return *digits ? value : -1;
}

/* What an auxiliary, or the verb itself, says of a clause's time. */
static int verb_direction(const chy_time_scan *scan, uint32_t verb) {
    const chy_word *word = &scan->words[verb];
    bool past = false, present = false;
    static const char *const ahead[] = {"due", "expect", "plan", "schedule", "set", "slate"};
    if (chy_is_one_of(word->lemma, ahead, CHY_COUNT_OF(ahead)) &&
        chy_tree_child(scan->tree, verb, CHY_DEPREL_AUX_PASS) != CHY_NONE)
        return 1;
    for (uint32_t c = scan->tree->first_child[verb]; c != CHY_NONE;
         c = scan->tree->next_sibling[c]) {
        const chy_word *child = &scan->words[c];
        if (child->deprel == CHY_DEPREL_MARK && chy_same(child->form, "to")) return 1;
        if (child->deprel != CHY_DEPREL_AUX && child->deprel != CHY_DEPREL_AUX_PASS &&
            child->deprel != CHY_DEPREL_COP)
            continue;
        if (chy_same(child->lemma, "will") || chy_same(child->lemma, "shall") ||
            chy_same(child->lemma, "would") || chy_same(child->lemma, "may") ||
            chy_same(child->lemma, "might") || chy_same(child->lemma, "should"))
            return 1;
        past = past || child->feat_bits & CHY_FEAT_PAST || chy_same(child->lemma, "have");
        present = present || child->feat_bits & CHY_FEAT_PRESENT;
    }
    if (past || (word->feat_bits & CHY_FEAT_PAST && word->feat_bits & CHY_FEAT_FINITE)) return -1;
    return present || (word->feat_bits & CHY_FEAT_PRESENT && word->feat_bits & CHY_FEAT_FINITE) ? 1
                                                                                                : 0;
}

int chy_time_direction(const chy_time_scan *scan, uint32_t at) {
    /* A participle or a noun says nothing itself: its own clause does. The steps are bounded by the
     * depth of a tree that a reader can follow. */
    for (int steps = 0; steps < 8; steps++) {
        at = scan->words[at].head;
        if (at == CHY_NONE) return 0;
        int direction = verb_direction(scan, at);
        if (direction != 0) return direction;
    }
    return 0;
}

void chy_time_put(chy_time_draft *draft, chy_time_type type, uint32_t end, const char *format,
                  ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(draft->value, sizeof draft->value, format, arguments);
    va_end(arguments);
    draft->type = (uint8_t)type;
    draft->end = end;
}

void chy_time_put_date(chy_time_draft *draft, uint32_t end) {
    chy_date d = draft->date;
    char year[8] = "XXXX";
    if (d.year > 0) snprintf(year, sizeof year, "%04d", (int)(d.year % 10000));
    if (d.month == 0)
        chy_time_put(draft, CHY_TIME_DATE, end, "%s", year);
    else if (d.day == 0)
        chy_time_put(draft, CHY_TIME_DATE, end, "%s-%02d", year, (int)d.month);
    else
        chy_time_put(draft, CHY_TIME_DATE, end, "%s-%02d-%02d", year, (int)d.month, (int)d.day);
}

void chy_time_put_days(chy_time_draft *draft, uint32_t end, int32_t days) {
    draft->date = chy_date_of_days(days);
    draft->anchored = true;
    chy_time_put_date(draft, end);
}

void chy_time_put_duration(chy_time_draft *draft, uint32_t end, double count, char unit) {
    const char *time = unit == 's' || unit == 'm' || unit == 'h' ? "T" : "";
    char letter = unit;
    if (unit == 's' || unit == 'm' || unit == 'h')
        letter = (char)(unit == 's' ? 'S' : unit == 'm' ? 'M' : 'H');
    double factor = unit == 'E' ? 10 : unit == 'C' ? 100 : unit == 'F' ? 2 : unit == 'Q' ? 3 : 1;
    if (unit == 'E' || unit == 'C') letter = 'Y';
    if (unit == 'F') letter = 'W';
    if (unit == 'Q') letter = 'M';
    if (unit == 'N' || unit == 'O') letter = 'D';
    if (count < 0) {
        chy_time_put(draft, CHY_TIME_DURATION, end, "P%sX%s%c", time, factor == 10 ? "0" : "",
                     letter);
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
    long tenths = (long)(part * 10 + 0.5);
    if (tenths > 0 && tenths < 10)
        chy_time_put(draft, CHY_TIME_DURATION, end, "P%s%ld.%ld%c", time, whole, tenths, letter);
    else
        chy_time_put(draft, CHY_TIME_DURATION, end, "P%s%ld%c", time, whole, letter);
}

/* The longest expression at a word. */
static bool read_core(const chy_time_scan *scan, uint32_t at, chy_time_draft *best) {
    static bool (*const readers[])(const chy_time_scan *, uint32_t, chy_time_draft *) = {
        chy_time_read_clock, chy_time_read_calendar, chy_time_read_relative, chy_time_read_set,
        chy_time_read_duration};
    best->end = at;
    for (size_t i = 0; i < CHY_COUNT_OF(readers); i++) {
        chy_time_draft draft = {.end = at};
        if (readers[i](scan, at, &draft) && draft.end > best->end) *best = draft;
    }
    return best->end > at;
}

/* "early", "the end of", "mid-", "later": they narrow what follows without changing its value. */
static uint32_t skip_edge(const chy_time_scan *scan, uint32_t at) {
    bool relative = chy_time_has(scan, at, CHY_TERM_AGO) || chy_time_has(scan, at, CHY_TERM_LATER);
    if (relative) {
        uint32_t next = at + 1;
        if (chy_time_is(scan, next, "on")) next++;
        bool follows =
            chy_time_has(scan, next, CHY_TERM_THIS) || chy_time_has(scan, next, CHY_TERM_LAST) ||
            chy_time_has(scan, next, CHY_TERM_DAY) || chy_time_has(scan, next, CHY_TERM_WEEKDAY);
        return follows ? next : at;
    }
    if (!chy_time_has(scan, at, CHY_TERM_EDGE)) return at;
    at++;
    while (chy_time_is(scan, at, "of") || chy_time_is(scan, at, "-") ||
           chy_time_is(scan, at, "in") || chy_time_is(scan, at, "the"))
        at++;
    return at;
}

/* "The end of the year": of the report's. */
static bool read_edge_unit(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_has(scan, at, CHY_TERM_UNIT) || scan->terms[at].plural ||
        scan->reference.year == 0)
        return false;
    char unit = (char)scan->terms[at].value;
    if (unit != 'Y' && unit != 'M') return false;
    draft->date = scan->reference;
    draft->date.day = 0;
    draft->date.month = unit == 'M' ? draft->date.month : 0;
    draft->anchored = true;
    chy_time_put_date(draft, at + 1);
    return true;
}

/* "mid-2011" in one word. */
static bool read_joined_edge(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    const char *form = scan->words[at].form, *dash = strchr(form, '-');
    if (!dash || dash - form > 5 || strlen(dash + 1) != 4) return false;
    int32_t year = 0;
    for (const char *c = dash + 1; *c; c++) {
        if (*c < '0' || *c > '9') return false;
        year = year * 10 + (*c - '0');
    }
    bool edge = (form[0] == 'm' || form[0] == 'M' || form[0] == 'e' || form[0] == 'E' ||
                 form[0] == 'l' || form[0] == 'L') &&
                year > 1000 && year < 2200;
    draft->date = (chy_date){.year = year};
    if (edge) chy_time_put_date(draft, at + 1);
    return edge;
}

static bool read_expression(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t start = at;
    if (chy_time_is(scan, at, "the")) start++;
    uint32_t core = skip_edge(scan, start);
    if (core > start + 1 && core < scan->end && read_edge_unit(scan, core, draft)) return true;
    if (start < scan->end && read_joined_edge(scan, start, draft)) return true;
    if (core < scan->end && read_core(scan, core, draft))
        return core == start || draft->type == CHY_TIME_DATE || draft->type == CHY_TIME_TIME;
    return start != at && core == start && read_core(scan, at, draft);
}

static bool keep(const chy_time_scan *scan, chy_arena *arena, uint32_t first,
                 const chy_time_draft *draft, chy_times *times, uint32_t *capacity) {
    void *items = times->times;
    if (!chy_arena_room(arena, &items, sizeof(chy_time), times->count, capacity)) return false;
    times->times = items;
    const char *value = chy_arena_string(arena, draft->value, strlen(draft->value));
    if (!value) return false;
    times->times[times->count] = (chy_time){
        .span = {scan->words[first].span.start, scan->words[draft->end - 1].span.end},
        .first_word = first,
        .end_word = draft->end,
        .type = draft->type,
        .value = value,
        .anchored = draft->anchored,
    };
    for (uint32_t i = first; i < draft->end; i++)
        times->of_word[i] = times->count;
    times->count++;
    return true;
}

chy_status chy_times_read(const chy_tree *tree, const chy_sentence *sentences,
                          uint32_t sentence_count, chy_date reference, chy_arena *arena,
                          chy_times *times, chy_error *err) {
    *times = (chy_times){0};
    times->of_word = chy_arena_alloc(arena, tree->word_count, sizeof *times->of_word);
    chy_term *terms = chy_arena_alloc(arena, tree->word_count, sizeof *terms);
    if (!times->of_word || !terms) return chy_fail_memory(err);
    for (uint32_t i = 0; i < tree->word_count; i++) {
        times->of_word[i] = CHY_NONE;
        terms[i] = chy_term_of(tree->words[i].form);
    }
    chy_time_scan scan = {.tree = tree, .words = tree->words, .terms = terms};
    scan.reference = reference;
    scan.reference_days = reference.year > 0 ? chy_date_days(reference) : 0;
    uint32_t capacity = 0;
    for (uint32_t s = 0; s < sentence_count; s++) {
        scan.start = sentences[s].first_word;
        scan.end = scan.start + sentences[s].word_count;
        for (uint32_t at = scan.start; at < scan.end;) {
            chy_time_draft draft = {.end = at};
            if (!read_expression(&scan, at, &draft)) {
                at++;
                continue;
            }
            if (!draft.silent && !keep(&scan, arena, at, &draft, times, &capacity))
                return chy_fail_memory(err);
            if (draft.date.year > 0 && draft.type != CHY_TIME_SET) scan.last = draft.date;
            at = draft.end;
        }
    }
    return CHY_OK;
}
