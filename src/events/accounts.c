/* Accounts of what was told before: "the two leaders reviewed the quotas", "fish was at the top of
 * the agenda". By itself such a clause tells no event; beside a meeting it says what went on there.
 */
#include "events/join.h"

#include "events/plover.h"

#include <string.h>

/* Sentences back that a clause which names no party, or only "they", may speak of. */
#define NEXT_TO 2u

/* Whether an event is a visit to a country or place: who sits there is met besides. */
static bool is_journey(const chy_view *view, const chy_gathered *event) {
    bool visit = chy_is_visit(event->type, event->modes);
    for (uint32_t i = 0; visit && i < event->recipients.count; i++) {
        uint8_t kind = view->mentions->entities[event->recipients.items[i].entity].kind;
        if (kind == CHY_ENTITY_COUNTRY || kind == CHY_ENTITY_PLACE) return true;
    }
    return false;
}

bool chy_is_same_meeting(const chy_view *view, const chy_gathered *event,
                         const chy_telling *telling) {
    bool inside =
        chy_parties_covered(view, &telling->actors, &event->actors, &event->recipients) &&
        chy_parties_covered(view, &telling->recipients, &event->actors, &event->recipients);
    bool around =
        chy_parties_covered(view, &event->actors, &telling->actors, &telling->recipients) &&
        chy_parties_covered(view, &event->recipients, &telling->actors, &telling->recipients);
    return inside || around;
}

bool chy_is_after_welcome(const chy_view *view, const chy_tellings *tellings,
                          const chy_gathered *event, const chy_telling *telling) {
    bool talks = tellings->items[event->told_by].visit && !telling->visit &&
                 telling->rule->type == CHY_CONSULT && event->type == telling->type;
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    uint32_t first = view->clauses->clauses[tellings->items[event->first_telling].clause].sentence;
    bool both =
        event->recipients.count > 0 && telling->actors.count > 0 &&
        (telling->actors.count + telling->recipients.count > 1 ||
         view->mentions->entities[telling->actors.items[0].entity].kind == CHY_ENTITY_GROUP);
    return talks && both && !is_journey(view, event) && event->status == telling->status &&
           sentence > first && !chy_is_told_apart(view, telling->clause) &&
           !chy_dates_clash(event, telling) && !chy_places_clash(view, event, telling) &&
           chy_is_same_meeting(view, event, telling);
}

bool chy_adds_mediator(const chy_gathered *event, const chy_telling *telling) {
    uint32_t third = chy_plover_mode(CHY_CONSULT, chy_slice_of("third-party"));
    bool clause = telling->rule->body.mutual; /* "met on neutral ground" */
    return telling->type == CHY_CONSULT && !clause &&
           (telling->modes & ~event->modes & (uint32_t)1 << third) != 0;
}

/* Whether both parties of a meeting, or all that are known of it where nobody travels, are among
 * those who are told to do the rest: a side alone may do it anywhere. */
static bool holds_all(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    uint32_t held = 0;
    bool visit = chy_is_visit(event->type, event->modes);
    if (is_journey(view, event)) return false;
    const chy_fillings *sides[] = {&event->actors, &event->recipients};
    for (size_t s = 0; s < CHY_COUNT_OF(sides); s++) {
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            uint32_t party = sides[s]->items[i].entity;
            held += chy_party_among(view, &telling->actors, party) ||
                    chy_party_among(view, &telling->recipients, party);
        }
    }
    uint32_t known = event->actors.count + event->recipients.count;
    return held >= 2 || (held == 1 && known == 1 && !visit);
}

/* Whether more than one side is known to have met. */
static bool is_of_several(const chy_view *view, const chy_gathered *event) {
    if (event->actors.count + event->recipients.count > 1) return true;
    return event->actors.count == 1 &&
           view->mentions->entities[event->actors.items[0].entity].kind == CHY_ENTITY_GROUP;
}

/* In the paragraph of the meeting or the next sentence, or in the words of somebody who tells of
 * it.
 */
static bool is_near(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentences = view->input->sentences;
    return sentences[clause->sentence].paragraph == sentences[event->sentence].paragraph ||
           clause->sentence == event->sentence + 1 ||
           view->statements->statement_of_word[clause->word] != CHY_NONE;
}

bool chy_is_account(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    if (event->type != telling->type || event->status != telling->status ||
        chy_is_told_apart(view, telling->clause) || chy_places_clash(view, event, telling) ||
        (strcmp(telling->date_evidence, "clause") == 0 && chy_dates_clash(event, telling))) {
        return false;
    }
    if (!telling->generic && !telling->soft) return holds_all(view, event, telling);
    return sentence - event->sentence <= NEXT_TO && is_of_several(view, event) &&
           is_near(view, event, telling);
}
