/* The day of a deed that is told by how far it lies from another: "They met on Monday, two days
 * after herders killed nine people". */
#include "events/telling.h"

#include "mentions/calendar.h"

#include <string.h>

/* "P2D", "P3W": days; false for other lengths. */
static bool read_days(const char *value, int32_t *days) {
    if (value == NULL || value[0] != 'P') return false;
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

bool chy_take_apart(chy_view *view, chy_telling *telling, uint32_t first) {
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
        chy_date date;
        if (length->first_word > marker) return false;
        if (length->end_word != marker || length->type != CHY_TIME_DURATION) continue;
        bool whole = day->type == CHY_TIME_DATE && day->value != NULL && strlen(day->value) == 10 &&
                     chy_date_read(day->value, &date);
        if (!whole || !read_days(length->value, &days)) return false;
        date = chy_date_of_days(chy_date_days(date) - direction * days);
        char value[CHY_DATE_BYTES];
        (void)chy_date_write(chy_date_number(date), value);
        if (value[0] == '\0') return false; /* of a year that is not written */
        const char *kept = chy_arena_string(view->arena, value, strlen(value));
        if (kept == NULL) view->no_memory = true;
        if (kept == NULL) return false;
        telling->date = kept;
        telling->date_precision = "day";
        telling->date_span = (chy_span){day->span.start, length->span.end};
        telling->date_evidence = "clause";
        return true;
    }
    return false;
}
