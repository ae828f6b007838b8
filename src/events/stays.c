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
    bool next = view->clauses->clauses[telling->clause].sentence != event->sentence;
    if (!telling->visit || telling->recipients.count == 0) return false;
    bool journey = chy_is_journey(view, event);
    if (event->recipients.count > 0 && !journey)
        return next && chy_has_ground(view, &telling->recipients);
    return (next || journey) && view->clauses->clauses[telling->clause].kind == CHY_CLAUSE_VERB &&
           entities[telling->recipients.items[0].entity].kind == CHY_ENTITY_PERSON;
}

/* Whether a phrase of a visit's noun names the land, or the party of a known state, that it goes
 * to: "to Tonga", not "to the islands" or "to the South Pacific". */
static bool names_land(const chy_view *view, const chy_telling *telling, uint32_t noun) {
    static const char *const leading[] = {"in", "of", "to"};
    bool known = false;
    for (uint32_t i = 0; i < telling->recipients.count; i++)
        known |= view->mentions->entities[telling->recipients.items[i].entity].country[0] != '\0';
    for (uint32_t c = view->child[noun]; known && c != CHY_NONE; c = view->sibling[c]) {
        if (view->input->words[c].upos != CHY_UPOS_PROPN) continue;
        for (size_t i = 0; i < CHY_COUNT_OF(leading); i++)
            if (chy_is_led_by(view, c, leading[i])) return true;
    }
    return false;
}

bool chy_is_stay_beside(const chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    return telling->visit && telling->type == CHY_CONSULT && telling->status == CHY_ASSERTED &&
           clause->kind == CHY_CLAUSE_NOUN && clause->light == NULL && telling->actors.count > 0 &&
           view->input->words[clause->word].deprel != CHY_DEPREL_NSUBJ &&
           !names_land(view, telling, clause->word);
}

bool chy_is_of_guest(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    bool stay = clause->kind == CHY_CLAUSE_NOUN;
    bool told =
        stay || chy_is_visit(event->type, event->modes) || event->sentence < clause->sentence;
    return told && event->type == telling->type && event->status == CHY_ASSERTED &&
           !(stay && chy_dates_clash(event, telling)) &&
           chy_parties_covered(view, &telling->actors, &event->actors, &event->recipients);
}
