/* What an event under way takes from the tellings that are joined to it. */
#include "events/join.h"

#include <string.h>

static void add_parties(const chy_view *view, const chy_fillings *from, const chy_fillings *other,
                        chy_fillings *to) {
    for (uint32_t i = 0; i < from->count; i++) {
        uint32_t entity = from->items[i].entity;
        bool there = other != NULL && chy_party_among(view, other, entity);
        for (uint32_t k = 0; k < to->count && !there; k++) {
            uint32_t held = to->items[k].entity;
            there = chy_party_same(view, held, entity);
            /* Its members are named: they take a group's place. */
            if (there && chy_party_names(view, held, entity)) {
                to->items[k] = from->items[i];
            }
        }
        if (!there && to->count < CHY_SLOT_PARTIES) to->items[to->count++] = from->items[i];
    }
}

/* "Troops raid northern Mali ... in Kidal", "a tour of the Sahel ... Niamey": whether one place is
 * a town of the country, division, island or region of several that the other is. */
static bool is_town_of(const chy_view *view, uint32_t town, uint32_t wider) {
    const chy_place *a = view->mentions->entities[town].place;
    const chy_place *b = view->mentions->entities[wider].place;
    bool wide = b != NULL && (b->feature[0] == 'A' || strncmp(b->feature, "ISL", 3) == 0 ||
                              strcmp(b->feature, "PCLI") == 0 || strcmp(b->feature, "RGN") == 0);
    return wide && a != NULL && a->feature[0] == 'P' && strcmp(a->feature, "PCLI") != 0 &&
           (strcmp(a->country, b->country) == 0 || b->country[0] == '\0');
}

static void take_place_and_date(const chy_view *view, chy_gathered *event,
                                const chy_telling *telling) {
    bool placed = event->place != CHY_NONE && strcmp(event->place_evidence, "clause") == 0;
    if (placed && telling->place != CHY_NONE && strcmp(telling->place_evidence, "clause") == 0)
        placed = !is_town_of(view, telling->place, event->place);
    bool better = strcmp(telling->place_evidence, "clause") == 0 || event->place == CHY_NONE ||
                  (strcmp(event->place_evidence, "dateline") == 0 && telling->place != CHY_NONE);
    if (!placed && better && telling->place != CHY_NONE) {
        event->place = telling->place;
        event->place_evidence = telling->place_evidence;
    }
    /* "the third kidnapping this year" says less than the day that is known. */
    size_t told = strlen(telling->date);
    bool coarse = strlen(event->date) > told && strncmp(event->date, telling->date, told) == 0;
    if (!chy_is_stated(event->date_evidence) && !coarse &&
        (chy_is_stated(telling->date_evidence) || event->date[0] == '\0')) {
        event->date = telling->date;
        event->date_evidence = telling->date_evidence;
    }
}

/* Leaves out of a headline's parties those that the report names. */
static void drop_headlined(const chy_view *view, chy_fillings *headline, const chy_fillings *body) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < headline->count; i++) {
        bool named = false;
        for (uint32_t k = 0; k < body->count && !named; k++) {
            named = chy_party_headlined(view, headline->items[i].entity, body->items[k].entity);
        }
        if (!named) headline->items[kept++] = headline->items[i];
    }
    headline->count = kept;
}

/* "raid in Uganda": not the state, once the report tells whom there. */
static void drop_states_hit(const chy_view *view, chy_fillings *headline,
                            const chy_fillings *body) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < headline->count; i++) {
        uint32_t state = headline->items[i].entity;
        bool told = false;
        for (uint32_t k = 0; k < body->count; k++) {
            uint32_t hit = body->items[k].entity;
            told = told || (view->mentions->entities[state].kind == CHY_ENTITY_COUNTRY &&
                            hit != state && chy_party_hit(view, state, hit));
        }
        if (!told) headline->items[kept++] = headline->items[i];
    }
    headline->count = kept;
}

/* What the report itself says takes the place of its headline's words. */
static void take_from_body(const chy_view *view, chy_gathered *event, uint32_t index,
                           const chy_telling *telling) {
    if (event->type != telling->type) event->modes = 0;
    event->type = telling->type;
    event->told_by = index;
    /* "Peru, Chile discuss gas", and in the report one is the other's guest. */
    drop_headlined(view, &event->actors, &telling->actors);
    drop_headlined(view, &event->actors, &telling->recipients);
    if (event->type == CHY_ASSAULT) drop_states_hit(view, &event->recipients, &telling->recipients);
    drop_headlined(view, &event->recipients, &telling->actors);
    drop_headlined(view, &event->recipients, &telling->recipients);
}

/* "gunmen", "unknown attackers": not once somebody claims the deed. */
static void drop_unnamed(const chy_view *view, chy_fillings *actors) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < actors->count; i++) {
        const chy_entity *entity = &view->mentions->entities[actors->items[i].entity];
        bool named = entity->kind == CHY_ENTITY_PERSON || entity->kind == CHY_ENTITY_COUNTRY;
        if (named || chy_view_is_named(view, actors->items[i].entity)) {
            actors->items[kept++] = actors->items[i];
        }
    }
    actors->count = kept;
}

/* "raided a camp. Four rebels and a soldier were killed": not those of the attacker's own side. */
static void drop_own_side(const chy_view *view, const chy_fillings *actors, chy_fillings *hit) {
    const uint32_t forces = (uint32_t)1 << CHY_SECTOR_MIL | (uint32_t)1 << CHY_SECTOR_COP;
    const chy_entity *entities = view->mentions->entities;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < hit->count; i++) {
        const chy_entity *one = &entities[hit->items[i].entity];
        bool own = false;
        for (uint32_t k = 0; k < actors->count; k++) {
            const chy_entity *actor = &entities[actors->items[k].entity];
            own = own || ((one->sectors & actor->sectors & forces) != 0 &&
                          one->country[0] != '\0' && strcmp(one->country, actor->country) == 0);
        }
        if (!own) hit->items[kept++] = hit->items[i];
    }
    hit->count = kept;
}

/* Adds whom a telling names to the parties of an event. `again`: whom it was done to has been told.
 */
static void take_parties(const chy_view *view, chy_gathered *event, chy_telling *telling,
                         bool again) {
    /* "the protesters": who they are has been told. */
    bool known = event->actors.count > 0 && chy_are_the_protesters(view, &telling->actors);
    if (!known) add_parties(view, &telling->actors, &event->recipients, &event->actors);
    bool open = event->recipients.count > 0 && chy_is_open(view, &telling->recipients);
    if (telling->type == CHY_ASSAULT && telling->actors.count == 0)
        drop_own_side(view, &event->actors, &telling->recipients);
    if (!again && !open)
        add_parties(view, &telling->recipients, &event->actors, &event->recipients);
    double left = (1.0 - event->confidence) * (1.0 - telling->confidence);
    event->confidence = left < 0.02 ? 0.98 : 1.0 - left;
}

void chy_event_take(const chy_view *view, chy_tellings *tellings, uint32_t index,
                    chy_gathering *gathering, uint32_t to, chy_joint joint) {
    chy_gathered *event = &gathering->items[to];
    chy_telling *telling = &tellings->items[index];
    /* Of what is taken up, and of what the body tells, the other reasons have not been looked at.
     */
    bool unseen = joint == CHY_JOINT_HEADLINE || joint == CHY_JOINT_TAKEN_UP;
    if (joint == CHY_JOINT_HEADLINE ||
        (unseen && chy_is_headlined(view, tellings, event, telling))) {
        take_from_body(view, event, index, telling);
    }
    bool attack = joint == CHY_JOINT_ATTACK ||
                  (unseen && chy_is_attack_again(view, tellings, gathering, event, telling));
    if (attack && chy_is_claimed(view, tellings, event, telling))
        drop_unnamed(view, &event->actors);
    if (chy_is_welcome_to(view, tellings, event, telling)) {
        event->told_by = index;
        event->actors = telling->actors;
        event->recipients = telling->recipients;
    }
    /* "the attack on the bridge workers": whom it hit, and where, has been told. */
    bool again = (view->clauses->clauses[telling->clause].kind == CHY_CLAUSE_NOUN &&
                  event->recipients.count > 0 && attack) ||
                 chy_is_same_stay(view, tellings, event, telling);
    telling->event = to;
    gathering->next_of[event->last_telling] = index;
    event->last_telling = index;
    event->sentence = view->clauses->clauses[telling->clause].sentence;
    if (telling->passing) return;
    bool again_all = telling->type == CHY_CONSULT && chy_are_just_people(view, event, telling);
    if (!telling->generic && !telling->soft && !again_all)
        take_parties(view, event, telling, again);
    /* "the bombing": how it was done has been told. */
    bool named = again && event->modes != 0;
    /* "called on the king ... the 40-minute call": nobody telephoned. */
    named = named || (telling->generic && chy_is_visit(event->type, event->modes));
    if (event->type == telling->type && !named) event->modes |= telling->modes;
    if (!again || strcmp(telling->place_evidence, "clause") == 0) {
        take_place_and_date(view, event, telling);
    }
}

bool chy_event_begin(chy_view *view, chy_tellings *tellings, uint32_t index,
                     chy_gathering *gathering) {
    chy_telling *telling = &tellings->items[index];
    void *items = gathering->items;
    if (!chy_arena_room(view->arena, &items, sizeof *gathering->items, gathering->count,
                        &gathering->capacity)) {
        return false;
    }
    gathering->items = items;
    chy_gathered *event = &gathering->items[gathering->count];
    memset(event, 0, sizeof *event);
    telling->event = gathering->count++;
    event->first_telling = index;
    event->last_telling = index;
    event->told_by = index;
    event->type = telling->type;
    event->status = telling->status;
    event->modes = telling->modes;
    event->actors = telling->actors;
    event->recipients = telling->recipients;
    event->place = telling->place;
    event->place_evidence = telling->place_evidence;
    event->date = telling->date;
    event->date_evidence = telling->date_evidence;
    event->sentence = view->clauses->clauses[telling->clause].sentence;
    event->confidence = telling->confidence;
    return true;
}
