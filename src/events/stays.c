/* Visits: what belongs to a stay told before, and what is another deed. */
#include "events/join.h"

#include <string.h>

bool chy_is_on_visit(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                     const chy_telling *telling) {
    const chy_telling *visit = &tellings->items[event->first_telling];
    return visit->visit && telling->rule->type == CHY_CONSULT && event->type == telling->type &&
           view->clauses->clauses[telling->clause].parent == visit->clause &&
           view->clauses->clauses[telling->clause].link == CHY_LINK_ARGUMENT &&
           event->status == telling->status && telling->actors.count > 1 &&
           chy_parties_covered(view, &telling->actors, &event->actors, &event->recipients) &&
           chy_parties_covered(view, &telling->recipients, &event->actors, &event->recipients);
}

bool chy_is_same_stay(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                      const chy_telling *telling) {
    const chy_telling *first = &tellings->items[event->told_by];
    const chy_entity *entities = view->mentions->entities;
    if (strcmp(first->cameo, "043") != 0 || !telling->visit || event->type != telling->type ||
        event->status != telling->status || telling->actors.count == 0 ||
        view->clauses->clauses[telling->clause].sentence != event->sentence) {
        return false;
    }
    for (uint32_t i = 0; i < telling->recipients.count; i++) {
        uint8_t kind = entities[telling->recipients.items[i].entity].kind;
        if (kind != CHY_ENTITY_COUNTRY && kind != CHY_ENTITY_PLACE) return false;
    }
    return chy_parties_agree(view, &event->actors, &telling->actors);
}

bool chy_is_call_on_stay(const chy_view *view, const chy_gathered *event,
                         const chy_telling *telling) {
    const chy_entity *entities = view->mentions->entities;
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    if (!telling->visit || (event->recipients.count > 0 && !chy_is_journey(view, event)) ||
        telling->recipients.count == 0 || sentence == event->sentence)
        return false;
    return view->clauses->clauses[telling->clause].kind == CHY_CLAUSE_VERB &&
           entities[telling->recipients.items[0].entity].kind == CHY_ENTITY_PERSON;
}

bool chy_is_of_guest(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    bool told = chy_is_visit(event->type, event->modes) || event->sentence < sentence;
    return told && event->type == telling->type && event->status == CHY_ASSERTED &&
           chy_parties_covered(view, &telling->actors, &event->actors, &event->recipients);
}
