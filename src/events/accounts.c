/* Accounts of what was told before: "the two leaders reviewed the quotas", "fish was at the top of
 * the agenda". By itself such a clause tells no event; beside a meeting it says what went on there.
 */
#include "events/join.h"

#include <string.h>

/* Sentences back that a clause which names no party, or only "they", may speak of. */
#define NEXT_TO 2u

/* Whether both parties of a meeting, or all that are known of it where nobody travels, are among
 * those who are told to do the rest: a side alone may do it anywhere. */
static bool holds_all(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    uint32_t held = 0;
    const chy_fillings *sides[] = {&event->actors, &event->recipients};
    for (size_t s = 0; s < CHY_COUNT_OF(sides); s++) {
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            uint32_t party = sides[s]->items[i].entity;
            held += chy_party_among(view, &telling->actors, party) ||
                    chy_party_among(view, &telling->recipients, party);
        }
    }
    uint32_t known = event->actors.count + event->recipients.count;
    bool visit = (event->modes & 1u) != 0;
    return held >= 2 || (held == 1 && known == 1 && !visit);
}

/* Whether more than one side is known to have met. */
static bool is_of_several(const chy_view *view, const chy_gathered *event) {
    if (event->actors.count + event->recipients.count > 1) return true;
    return event->actors.count == 1 &&
           view->mentions->entities[event->actors.items[0].entity].kind == CHY_ENTITY_GROUP;
}

/* In the paragraph of the meeting, or in the words of somebody who tells of it. */
static bool is_near(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentences = view->input->sentences;
    return sentences[clause->sentence].paragraph == sentences[event->sentence].paragraph ||
           view->statements->statement_of_word[clause->word] != CHY_NONE;
}

bool chy_is_account(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    if (event->type != telling->type || event->status != telling->status ||
        chy_sets_apart(view, sentence) || chy_places_clash(view, event, telling) ||
        (strcmp(telling->date_evidence, "clause") == 0 && chy_dates_clash(event, telling))) {
        return false;
    }
    if (!telling->generic && !telling->soft) return holds_all(view, event, telling);
    return sentence - event->sentence <= NEXT_TO && is_of_several(view, event) &&
           is_near(view, event, telling);
}
