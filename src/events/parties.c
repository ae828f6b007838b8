/* Whether two parties are the same: one is the other, its member, its state, or a headline's words
 * for it. */
#include "events/join.h"

#include <string.h>

static bool is_member(const chy_entity *group, uint32_t entity) {
    for (uint32_t i = 0; i < group->member_count; i++) {
        if (group->members[i] == entity) return true;
    }
    return false;
}

bool chy_acts_for_state(const chy_entity *other, const chy_entity *state, uint32_t sectors) {
    return state->kind == CHY_ENTITY_COUNTRY && other->kind != CHY_ENTITY_COUNTRY &&
           (other->sectors & sectors) != 0 && state->country[0] != '\0' &&
           strcmp(other->country, state->country) == 0;
}

static bool speaks_for(const chy_entity *person, const chy_entity *country) {
    return chy_acts_for_state(person, country, (uint32_t)1 << CHY_SECTOR_GOV);
}

/* Whether a group whose members are not known may hold a person: "the Omani and Swiss ministers".
 */
static bool may_hold(const chy_view *view, uint32_t group, uint32_t entity) {
    const chy_mentions *mentions = view->mentions;
    const chy_entity *of = &mentions->entities[group];
    const chy_entity *person = &mentions->entities[entity];
    if (of->kind != CHY_ENTITY_GROUP || of->mention_count == 0 ||
        person->kind != CHY_ENTITY_PERSON) {
        return false;
    }
    /* "the two presidents", of somebody of whom nothing else is known */
    bool unknown = person->sectors == 0 && (of->sectors & (uint32_t)1 << CHY_SECTOR_GOV) != 0;
    if (of->sectors != 0 && (of->sectors & person->sectors) == 0 && !unknown) return false;
    for (uint32_t i = 0; i < of->member_count; i++) {
        const chy_entity *member = &mentions->entities[of->members[i]];
        /* "the two delegations", of presidents who met: of the states that they speak for */
        if (speaks_for(person, member)) return true;
        /* The share of a nation is one that no words name by itself. */
        if (member->mention_count == 0 && strcmp(member->country, person->country) == 0)
            return true;
    }
    if (of->member_count > 0) return false;
    bool told = of->country[0] != '\0' && strcmp(of->evidence, "context") != 0;
    if (told && strcmp(of->country, person->country) == 0) return true;
    const chy_mention *named = &mentions->mentions[of->mentions[0]];
    const char *lead = view->input->words[named->first_word].lemma;
    bool definite = lead != NULL && (strcmp(lead, "the") == 0 || strcmp(lead, "both") == 0);
    bool open = definite && !told;
    for (uint32_t w = named->first_word; w < named->end_word; w++) {
        uint32_t inner = mentions->mention_of_head[w];
        if (inner == CHY_NONE || mentions->mentions[inner].entity == group) continue;
        const chy_entity *state = &mentions->entities[mentions->mentions[inner].entity];
        open = false;
        if (state->country[0] != '\0' && strcmp(state->country, person->country) == 0) return true;
    }
    return open;
}

static bool in_headline(const chy_view *view, const chy_mention *mention) {
    return chy_in_heading(view, view->input->words[mention->head_word].sentence);
}

/* Whether a headline's words ("students", "Omani minister") may be those the report tells of. */
static bool echoes(const chy_view *view, uint32_t headline, uint32_t body) {
    const chy_mentions *mentions = view->mentions;
    const chy_entity *a = &mentions->entities[headline];
    const chy_entity *b = &mentions->entities[body];
    if (a->mention_count == 0 || b->mention_count == 0) return false;
    const chy_mention *first = &mentions->mentions[a->mentions[0]];
    const chy_mention *other = &mentions->mentions[b->mentions[0]];
    if (!in_headline(view, first)) return false;
    bool countries = a->country[0] != '\0' && b->country[0] != '\0';
    if (countries && strcmp(a->country, b->country) != 0) return false;
    /* "Guinea junta", then "Guinea's military rulers". */
    bool persons = a->kind == CHY_ENTITY_PERSON || b->kind == CHY_ENTITY_PERSON;
    bool rulers = a->sectors == b->sectors && (a->sectors & (uint32_t)1 << CHY_SECTOR_GOV) != 0;
    if (countries && rulers && !persons) return true;
    if (a->kind != b->kind || first->kind != CHY_MENTION_DESCRIPTION) return false;
    if (a->kind == CHY_ENTITY_PERSON) return countries && (a->sectors & b->sectors) != 0;
    return strcmp(view->input->words[first->head_word].lemma,
                  view->input->words[other->head_word].lemma) == 0;
}

/* "the Colombian army", then "Colombian soldiers": a force, and men of it that nobody counts. */
static bool is_force_of(const chy_view *view, uint32_t a, uint32_t b) {
    const uint32_t forces = (uint32_t)1 << CHY_SECTOR_MIL | (uint32_t)1 << CHY_SECTOR_COP;
    const chy_entity *force = &view->mentions->entities[a];
    const chy_entity *men = &view->mentions->entities[b];
    if (force->kind != CHY_ENTITY_ORGANISATION || men->kind != CHY_ENTITY_GROUP ||
        (force->sectors & men->sectors & forces) == 0 || force->country[0] == '\0' ||
        strcmp(force->country, men->country) != 0 || men->mention_count == 0) {
        return false;
    }
    uint32_t head = view->mentions->mentions[men->mentions[0]].head_word;
    for (uint32_t c = view->child[head]; c != CHY_NONE; c = view->sibling[c]) {
        if (view->input->words[c].deprel == CHY_DEPREL_NUMMOD) return false;
    }
    return true;
}

/* Whether each member of a group is, or speaks for, one of another as large. */
static bool is_covered_group(const chy_view *view, uint32_t a, uint32_t b) {
    const chy_entity *entities = view->mentions->entities;
    const chy_entity *one = &entities[a], *other = &entities[b];
    if (one->kind != CHY_ENTITY_GROUP || one->member_count == 0 ||
        one->member_count != other->member_count)
        return false;
    for (uint32_t i = 0; i < one->member_count; i++) {
        const chy_entity *member = &entities[one->members[i]];
        bool held = false;
        for (uint32_t k = 0; k < other->member_count && !held; k++) {
            const chy_entity *its = &entities[other->members[k]];
            held = member == its || speaks_for(member, its) || speaks_for(its, member);
        }
        if (!held) return false;
    }
    return true;
}

/* "the two delegations", sent by states, and the group of the ministers who met. */
static bool are_same_group(const chy_view *view, uint32_t a, uint32_t b) {
    return is_covered_group(view, a, b) && is_covered_group(view, b, a);
}

/* Whether two entities may be the same party: one is the other, its member, or its state. */
bool chy_party_same(const chy_view *view, uint32_t a, uint32_t b) {
    const chy_entity *entities = view->mentions->entities;
    return a == b || is_member(&entities[a], b) || is_member(&entities[b], a) ||
           speaks_for(&entities[a], &entities[b]) || speaks_for(&entities[b], &entities[a]) ||
           is_force_of(view, a, b) || is_force_of(view, b, a) || may_hold(view, a, b) ||
           may_hold(view, b, a) || are_same_group(view, a, b) || echoes(view, a, b) ||
           echoes(view, b, a);
}

bool chy_party_among(const chy_view *view, const chy_fillings *parties, uint32_t entity) {
    for (uint32_t i = 0; i < parties->count; i++) {
        if (chy_party_same(view, parties->items[i].entity, entity)) return true;
    }
    return false;
}

/* Whether each of `a` is among `b` or `more`. */
bool chy_parties_covered(const chy_view *view, const chy_fillings *a, const chy_fillings *b,
                         const chy_fillings *more) {
    for (uint32_t i = 0; i < a->count; i++) {
        uint32_t entity = a->items[i].entity;
        if (!chy_party_among(view, b, entity) &&
            (more == NULL || !chy_party_among(view, more, entity))) {
            return false;
        }
    }
    return true;
}

bool chy_party_names(const chy_view *view, uint32_t held, uint32_t entity) {
    return is_member(&view->mentions->entities[held], entity) || may_hold(view, held, entity) ||
           echoes(view, held, entity);
}

bool chy_parties_agree(const chy_view *view, const chy_fillings *a, const chy_fillings *b) {
    return chy_parties_covered(view, a, b, NULL) || chy_parties_covered(view, b, a, NULL);
}

bool chy_is_open(const chy_view *view, const chy_fillings *parties) {
    for (uint32_t i = 0; i < parties->count; i++) {
        uint32_t told = view->told_as[parties->items[i].entity];
        if ((told & ~(1u << CHY_MENTION_PRONOUN)) != 0) return false;
    }
    return parties->count > 0;
}

bool chy_sides_agree(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    bool actors = event->actors.count > 0 && telling->actors.count > 0;
    bool recipients = event->recipients.count > 0 && telling->recipients.count > 0;
    /* "convicted the mayor and sentenced him": "him" may be anybody told of. */
    bool open = actors && recipients && chy_is_open(view, &telling->recipients);
    return (actors || recipients) && chy_parties_agree(view, &event->actors, &telling->actors) &&
           (open || chy_parties_agree(view, &event->recipients, &telling->recipients));
}
