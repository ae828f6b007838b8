/* Meetings to come that somebody agrees to, plans or is invited to: their day, and the clause that
 * tells them again. */
#include "events/join.h"

#include <string.h>

/* Clauses from a meeting up to the promise of it: "accepted | an invitation | to visit". */
#define STEPS 3u

static bool is_by_rule_of(const chy_view *view, uint32_t clause, uint8_t type) {
    const chy_match *match = &view->matches[clause];
    return match->rule != NULL && match->complete && match->rule->type == type;
}

bool chy_opens_with_where(const chy_view *view, uint32_t clause) {
    uint32_t word = view->clauses->clauses[clause].word;
    for (uint32_t c = view->child[word]; c != CHY_NONE; c = view->sibling[c]) {
        const char *lemma = view->input->words[c].lemma;
        if (lemma != NULL && strcmp(lemma, "where") == 0) return true;
    }
    return false;
}

/* Whether each of `parties` is of a country of one of `others`. */
static bool are_countrymen(const chy_view *view, const chy_fillings *parties,
                           const chy_fillings *others) {
    const chy_entity *entities = view->mentions->entities;
    for (uint32_t i = 0; i < parties->count; i++) {
        const chy_entity *party = &entities[parties->items[i].entity];
        bool found = false;
        for (uint32_t k = 0; k < others->count && !found; k++) {
            const char *country = entities[others->items[k].entity].country;
            found = country != NULL && party->country != NULL && country[0] != '\0' &&
                    strcmp(country, party->country) == 0;
        }
        if (!found) return false;
    }
    return true;
}

bool chy_is_told_with_promise(const chy_view *view, uint32_t clause) {
    const chy_clause *clauses = view->clauses->clauses;
    bool comes =
        is_by_rule_of(view, clause, CHY_AGREE) ||
        (is_by_rule_of(view, clause, CHY_CONSULT) && (view->flags[clause] & CHY_FLAG_FUTURE) != 0);
    if (!comes || clauses[clause].link != CHY_LINK_RELATIVE ||
        !chy_opens_with_where(view, clause)) {
        return false;
    }
    uint32_t above = clauses[clause].parent;
    if (above != CHY_NONE && clauses[above].link == CHY_LINK_ARGUMENT)
        above = clauses[above].parent;
    return above != CHY_NONE && is_by_rule_of(view, above, CHY_AGREE) &&
           chy_parties_agree(view, view->matches[clause].actors, view->matches[above].actors) &&
           are_countrymen(view, view->matches[clause].recipients, view->matches[above].recipients);
}

bool chy_is_named_again(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    if (of->kind != CHY_CLAUSE_NOUN || !is_by_rule_of(view, clause, CHY_CONSULT) ||
        view->input->words[of->word].deprel != CHY_DEPREL_APPOS || of->parent == CHY_NONE)
        return false;
    return is_by_rule_of(view, of->parent, CHY_CONSULT) &&
           (view->flags[of->parent] & CHY_FLAG_FUTURE) != 0;
}

bool chy_is_of_promised(const chy_view *view, const chy_telling *telling, uint32_t clause) {
    const chy_clause *clauses = view->clauses->clauses;
    if (telling->rule->type != CHY_AGREE || telling->type != CHY_AGREE) return false;
    bool again = chy_is_told_with_promise(view, clause);
    if (!again && !is_by_rule_of(view, clause, CHY_CONSULT)) return false;
    /* "extended an invitation to her | to visit": the light verb's is the noun's. */
    const chy_clause *of = &clauses[telling->clause];
    uint32_t light = of->light != NULL && of->link == CHY_LINK_ARGUMENT ? of->parent : CHY_NONE;
    uint32_t at = again ? clauses[clause].parent : clause;
    for (uint32_t steps = 0; at != telling->clause && steps < STEPS; steps++) {
        uint8_t link = clauses[at].link;
        if (link != CHY_LINK_COMPLEMENT && link != CHY_LINK_PURPOSE && link != CHY_LINK_ARGUMENT)
            return false;
        at = clauses[at].parent;
        if (at == CHY_NONE || at == light) break;
    }
    return at == telling->clause || (light != CHY_NONE && at == light);
}
