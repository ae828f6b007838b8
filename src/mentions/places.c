#include "mentions/cast.h"

#include <math.h>
#include <string.h>

/* Rows of one name that are looked at: "San Pedro" has hundreds. */
#define MOST_ROWS 64

/* The country or division that a name is said to lie in: "Ica, Peru", "a town in Peru". */
static uint32_t container_of(const chy_casting *c, const chy_draft *draft) {
    uint32_t at = (uint32_t)(draft - c->drafts);
    for (uint32_t next = at + 1; next < c->draft_count && next < at + 3; next++) {
        const chy_draft *other = &c->drafts[next];
        if (other->first < draft->end) continue;
        bool comma = other->first == draft->end + 1 &&
                     strcmp(c->words[draft->end].form, ",") == 0 &&
                     c->words[other->head].deprel != CHY_DEPREL_CONJ;
        bool in = other->first == draft->end + 1 && chy_same(c->words[draft->end].form, "in");
        bool place = other->kind == CHY_MENTION_NAME && (other->says.kind == CHY_ENTITY_COUNTRY ||
                                                         other->says.kind == CHY_ENTITY_PLACE);
        if ((comma || in) && place) return next;
        break;
    }
    return CHY_NONE;
}

/* How often the document's other names speak of a country; looked at near the name first. */
static double country_weight(const chy_casting *c, uint32_t at, const char *country) {
    double weight = 0;
    uint32_t from = at > 40 ? at - 40 : 0;
    uint32_t to = at + 40 < c->draft_count ? at + 40 : c->draft_count;
    for (uint32_t i = from; i < to; i++)
        if (i != at && c->drafts[i].kind == CHY_MENTION_NAME &&
            strcmp(c->drafts[i].says.country, country) == 0)
            weight += 1;
    return weight;
}

static double row_score(const chy_casting *c, uint32_t at, const chy_fact *fact,
                        const chy_draft *container) {
    double score = 0;
    if (container) {
        bool inside = (container->says.kind == CHY_ENTITY_COUNTRY &&
                       strcmp(container->says.country, fact->country) == 0) ||
                      (container->has_fact && fact->admin1[0] &&
                       strcmp(container->fact.name, fact->admin1) == 0);
        score += inside ? 1000 : 0;
    }
    if (fact->kind == CHY_FACT_CAPITAL || fact->kind == CHY_FACT_SEAT) score += 12;
    /* Two other names of the country weigh as much as a hundred times the people. */
    score += 2.0 * fmin(country_weight(c, at, fact->country), 6);
    score += 2.0 * log10((double)fact->population + 1);
    return score;
}

void chy_place_resolve(const chy_casting *c, const chy_draft *draft, chy_fact *best, bool *found) {
    uint32_t first, rows = 0, length = draft->end - draft->first;
    uint32_t at = (uint32_t)(draft - c->drafts);
    uint32_t container = container_of(c, draft);
    *found = false;
    /* A town that no table knows still lies where the words say: "Ica, Peru". */
    if (container != CHY_NONE && c->drafts[container].says.kind == CHY_ENTITY_COUNTRY) {
        *best = (chy_fact){.kind = CHY_FACT_PLACE,
                           .name = "",
                           .country = c->drafts[container].says.country,
                           .surface = "",
                           .role = "",
                           .wikidata = "",
                           .geonames = "",
                           .latitude = (double)NAN,
                           .longitude = (double)NAN,
                           .feature = "",
                           .admin1 = "",
                           .city = "",
                           .source = "words"};
        *found = true;
    }
    if (length > CHY_LEXICON_LONGEST) return;
    if (chy_lexicon_match(c->in->lexicon, c->forms + draft->first, c->space_after + draft->first,
                          length, &first, &rows) != length)
        return;
    double best_score = -1;
    for (uint32_t i = 0; i < rows && i < MOST_ROWS; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, first + i, &fact);
        if (fact.kind != CHY_FACT_PLACE && fact.kind != CHY_FACT_CAPITAL &&
            fact.kind != CHY_FACT_SEAT)
            continue;
        double score =
            row_score(c, at, &fact, container == CHY_NONE ? NULL : &c->drafts[container]);
        if (score > best_score) {
            *best = fact;
            best_score = score;
            *found = true;
        }
    }
}
