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
    for (uint32_t i = from; i < to; i++) {
        /* Only what needs no guess itself: countries, nationalities, capitals. */
        const chy_draft *other = &c->drafts[i];
        bool sure = i != at && other->kind == CHY_MENTION_NAME && other->has_fact &&
                    other->fact.kind <= CHY_FACT_CAPITAL;
        if (sure && strcmp(other->says.country, country) == 0) weight += 1;
    }
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
    /* Continents, seas, regions and first-order divisions before little towns of their name. */
    if (fact->feature[0] && fact->feature[0] != 'P') score += 8;
    /* Two other names of the country weigh as much as a hundred times the people. */
    score += 2.0 * fmin(country_weight(c, at, fact->country), 6);
    score += 2.0 * log10((double)fact->population + 1);
    return score;
}

static bool resolve_place(const chy_casting *c, const chy_draft *draft, uint32_t container,
                          chy_fact *best) {
    uint32_t first, rows = 0, length = draft->end - draft->first;
    uint32_t at = (uint32_t)(draft - c->drafts);
    bool found = false;
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
        found = true;
    }
    if (length > CHY_LEXICON_LONGEST) return found;
    if (chy_lexicon_match(c->in->lexicon, c->forms + draft->first, c->space_after + draft->first,
                          length, &first, &rows) != length)
        return found;
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
            found = true;
        }
    }
    return found;
}

static bool is_place(const chy_draft *draft) {
    return draft->kind == CHY_MENTION_NAME && draft->says.kind == CHY_ENTITY_PLACE;
}

/* The slot of a place's name in a table of drafts by name. */
static uint32_t *place_slot(const chy_casting *c, uint32_t *slots, uint32_t mask,
                            const chy_draft *draft) {
    uint64_t hash = 0;
    for (uint32_t w = draft->first; w < draft->end; w++)
        hash = hash * 31 + chy_hash(c->forms[w].data, c->forms[w].size);
    for (uint32_t at = (uint32_t)(hash >> 20) & mask;; at = (at + 1) & mask) {
        if (slots[at] == CHY_NONE) return &slots[at];
        const chy_draft *other = &c->drafts[slots[at]];
        bool same = other->end - other->first == draft->end - draft->first;
        for (uint32_t w = 0; same && w < draft->end - draft->first; w++)
            same = strcmp(c->words[other->first + w].form, c->words[draft->first + w].form) == 0;
        if (same) return &slots[at];
    }
}

static void take_place(chy_draft *draft, const chy_fact *fact) {
    draft->fact = *fact;
    draft->has_fact = true;
    draft->says.country = fact->country;
}

chy_status chy_places_resolve(chy_casting *c) {
    uint32_t size = 64;
    while (size < c->draft_count * 2)
        size *= 2;
    uint32_t *slots = chy_arena_alloc(c->scratch, size, sizeof *slots);
    if (!slots) return chy_fail_memory(c->err);
    for (uint32_t i = 0; i < size; i++)
        slots[i] = CHY_NONE;
    /* One name means one place throughout; the mention that says where it lies decides. */
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < c->draft_count; i++) {
            chy_draft *draft = &c->drafts[i];
            if (!is_place(draft)) continue;
            uint32_t container = container_of(c, draft);
            uint32_t *slot = place_slot(c, slots, size - 1, draft);
            if (pass == 0 && (container == CHY_NONE || *slot != CHY_NONE)) continue;
            chy_fact fact;
            if (*slot != CHY_NONE && *slot != i && c->drafts[*slot].has_fact) {
                take_place(draft, &c->drafts[*slot].fact);
            } else if (*slot != i && resolve_place(c, draft, container, &fact)) {
                take_place(draft, &fact);
                *slot = i;
            }
        }
    }
    return CHY_OK;
}
