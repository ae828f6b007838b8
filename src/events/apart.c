/* The day of a deed that is told by how far it lies from another: "They met on Monday, two days
 * after herders killed nine people", "Two days after the earthquake of 3 May, Chile sent ...". */
#include "events/telling.h"

#include "mentions/calendar.h"

#include <string.h>

/* "P2D", "P3W": days; "PT5H", "PTXH": none; false for other lengths. */
static bool read_days(const char *value, int32_t *days) {
    *days = 0;
    if (value == NULL || value[0] != 'P') return false;
    if (value[1] == 'T') return true;
    const char *at = value + 1;
    for (*days = 0; *at >= '0' && *at <= '9' && *days < 1000; at++)
        *days = *days * 10 + (*at - '0');
    if ((at[0] != 'D' && at[0] != 'W') || at[1] != '\0' || *days == 0) return false;
    if (at[0] == 'W') *days *= 7;
    return true;
}

/* The conjunction that hangs from the verb of a clause and counts from it: 1 for "after", -1 for
 * "before", 0 for none. */
static int32_t direction_of(const chy_view *view, uint32_t verb, uint32_t *marker) {
    for (uint32_t c = view->child[verb]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *word = &view->input->words[c];
        if (word->deprel != CHY_DEPREL_MARK || word->lemma == NULL) continue;
        *marker = c;
        if (strcmp(word->lemma, "after") == 0) return 1;
        if (strcmp(word->lemma, "before") == 0) return -1;
    }
    return 0;
}

/* Gives a telling the day that lies `days` from another. */
static bool take_day(chy_view *view, chy_telling *telling, const chy_time *day, int32_t days,
                     chy_span span) {
    chy_date date;
    bool whole = day->type == CHY_TIME_DATE && day->value != NULL && strlen(day->value) == 10 &&
                 chy_date_read(day->value, &date);
    if (!whole) return false;
    date = chy_date_of_days(chy_date_days(date) + days);
    char value[CHY_DATE_BYTES];
    (void)chy_date_write(chy_date_number(date), value);
    if (value[0] == '\0') return false; /* of a year that is not written */
    const char *kept = chy_arena_string(view->arena, value, strlen(value));
    if (kept == NULL) view->no_memory = true;
    if (kept == NULL) return false;
    telling->date = kept;
    telling->date_precision = "day";
    telling->date_span = span;
    telling->date_evidence = "clause";
    return true;
}

/* "Two days | after the earthquake of 3 May": the length, its preposition, and the day that hangs
 * from what the preposition is of. */
static bool take_from_noun(chy_view *view, chy_telling *telling, uint32_t first) {
    const chy_mentions *mentions = view->mentions;
    const chy_word *words = view->input->words;
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    for (uint32_t i = first; i + 1 < mentions->time_count; i++) {
        const chy_time *length = &mentions->times[i], *day = &mentions->times[i + 1];
        uint32_t marker = length->end_word;
        if (day->first_word >= view->input->word_count ||
            words[day->first_word].sentence != sentence)
            return false;
        const chy_word *preposition = &words[marker];
        bool after = strcmp(preposition->form, "after") == 0;
        if (length->type != CHY_TIME_DURATION || preposition->deprel != CHY_DEPREL_CASE ||
            (!after && strcmp(preposition->form, "before") != 0))
            continue;
        uint32_t noun = preposition->head;
        uint32_t verb = words[noun].head;
        int32_t days;
        bool of_noun = false;
        for (uint32_t w = day->first_word; w < day->end_word; w++)
            of_noun = of_noun || words[w].head == noun;
        if (verb == CHY_NONE || view->clauses->clause_of_word[verb] != telling->clause ||
            !of_noun || !read_days(length->value, &days))
            continue;
        return take_day(view, telling, day, after ? days : -days,
                        (chy_span){length->span.start, day->span.end});
    }
    return false;
}

/* Steps up from what is told to who tells it. */
#define TOLD_STEPS 4u

/* Whether the day of a time is that of a clause that reports a telling: above it, or behind it as
 * in "Chile sent aid, its ministry said on Monday". */
static bool is_of_report(const chy_view *view, const chy_telling *telling, const chy_time *time) {
    const chy_clause *clauses = view->clauses->clauses;
    uint32_t of = chy_view_clause_above(view, time->first_word);
    if (of == CHY_NONE ||
        !chy_view_lemma_in(view, clauses[of].lemma, &view->grammar->sets[CHY_SET_EMBEDS_FACT]))
        return false;
    bool behind = view->input->words[clauses[of].word].deprel == CHY_DEPREL_PARATAXIS;
    if (behind && clauses[of].parent == telling->clause) return true;
    uint32_t at = clauses[telling->clause].parent;
    for (uint32_t steps = 0; steps < TOLD_STEPS && at < view->clauses->clause_count; steps++) {
        if (at == of) return true;
        at = clauses[at].parent;
    }
    return false;
}

void chy_telling_take_day(chy_view *view, chy_telling *telling, const chy_time *time) {
    const char *kept = chy_arena_string(view->arena, time->value, 10);
    if (kept == NULL) {
        view->no_memory = true;
        return;
    }
    telling->date = kept;
    telling->date_precision = "day";
    telling->date_span = time->span;
    telling->date_evidence = "context";
}

bool chy_take_told(chy_view *view, chy_telling *telling, uint32_t first) {
    const chy_mentions *mentions = view->mentions;
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    for (uint32_t i = first; i < mentions->time_count; i++) {
        const chy_time *time = &mentions->times[i];
        chy_date date;
        if (view->input->words[time->first_word].sentence != sentence) return false;
        bool day = (time->type == CHY_TIME_DATE || time->type == CHY_TIME_TIME) &&
                   time->value != NULL && strlen(time->value) >= 10 &&
                   chy_date_read(time->value, &date);
        if (!day || chy_date_number(date) > mentions->reference_date ||
            !is_of_report(view, telling, time))
            continue;
        chy_telling_take_day(view, telling, time);
        return true;
    }
    return false;
}

bool chy_take_apart(chy_view *view, chy_telling *telling, uint32_t first) {
    if (take_from_noun(view, telling, first)) return true;
    const chy_mentions *mentions = view->mentions;
    uint32_t verb = view->clauses->clauses[telling->clause].verb;
    uint32_t marker = CHY_NONE;
    int32_t direction = verb == CHY_NONE ? 0 : direction_of(view, verb, &marker);
    if (direction == 0) return false;
    /* The length stands right before the conjunction, the day it is counted from before the length.
     */
    for (uint32_t i = first + 1; i < mentions->time_count; i++) {
        const chy_time *length = &mentions->times[i], *day = &mentions->times[i - 1];
        int32_t days;
        if (length->first_word > marker) return false;
        if (length->end_word != marker || length->type != CHY_TIME_DURATION) continue;
        return read_days(length->value, &days) &&
               take_day(view, telling, day, -direction * days,
                        (chy_span){day->span.start, length->span.end});
    }
    return false;
}
