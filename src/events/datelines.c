/* What a report is datelined from is where an event was only when nothing speaks against it: it is
 * of the report's own days, and who does it belongs there or is told to be there. */
#include "events/join.h"

#include "events/plover.h"
#include "lexicon/lexicon.h"
#include "mentions/calendar.h"

#include <string.h>

/* Days before the report's that its news is still of. */
#define NEWS_DAYS 6
/* Steps from a clause up to the first of those it is coordinated with. */
#define CONJUNCTS 4u

/* How a party stands to the dateline's country. */
typedef enum standing { UNKNOWN, HOME, BODY, FOREIGN } standing;

static standing standing_of_country(const char *of, const char *country) {
    if (of[0] == '\0') return UNKNOWN;
    if (strcmp(of, country) == 0) return HOME;
    return chy_code_is_state(of) ? FOREIGN : BODY;
}

/* Of a party or, where it has no country, of its members: one that is at home is enough. */
static standing standing_of(const chy_view *view, uint32_t entity, const char *country) {
    const chy_entity *of = &view->mentions->entities[entity];
    standing found = standing_of_country(of->country, country);
    for (uint32_t m = 0; m < of->member_count && found != HOME; m++) {
        const chy_entity *member = &view->mentions->entities[of->members[m]];
        standing other = standing_of_country(member->country, country);
        if (other == HOME || found == UNKNOWN) found = other;
    }
    return found;
}

/* The best standing among parties: home before unknown, that before bodies and foreigners. */
static standing standing_among(const chy_view *view, const chy_fillings *parties,
                               const char *country) {
    standing best = parties->count == 0 ? UNKNOWN : FOREIGN;
    for (uint32_t i = 0; i < parties->count; i++) {
        standing of = standing_of(view, parties->items[i].entity, country);
        if (of == HOME) return HOME;
        if (of < best) best = of;
    }
    return best;
}

bool chy_is_by_phone(uint8_t type, uint32_t modes) {
    uint32_t phone = chy_plover_mode(CHY_CONSULT, chy_slice_of("phone"));
    return type == CHY_CONSULT && phone != CHY_NONE && (modes >> phone & 1u) != 0;
}

/* Who telephones is in no one place, whatever comes of it: "agreed by telephone on a truce". */
static bool is_by_phone(const chy_view *view, const chy_telling *telling) {
    if (chy_is_by_phone(telling->type, telling->modes)) return true;
    const chy_clause *clauses = view->clauses->clauses;
    uint32_t at = telling->clause;
    for (uint32_t steps = 0; at != CHY_NONE && steps < CONJUNCTS; steps++) {
        const chy_clause *of = &clauses[at];
        for (uint32_t i = 0; i < of->argument_count; i++) {
            const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
            const char *lemma = argument->word < view->input->word_count
                                    ? view->input->words[argument->word].lemma
                                    : NULL;
            if (argument->role == CHY_ROLE_OBLIQUE && lemma != NULL &&
                (strcmp(lemma, "phone") == 0 || strcmp(lemma, "telephone") == 0))
                return true;
        }
        at = of->link == CHY_LINK_CONJUNCT ? of->parent : CHY_NONE;
    }
    return false;
}

/* Whether an event is of the report's own days. */
static bool is_news(const chy_view *view, const chy_telling *telling) {
    if (chy_is_told_back(view, telling->clause)) return false;
    if (strcmp(telling->date_precision, "day") != 0) return telling->date[0] == '\0';
    int32_t today = view->mentions->reference_date;
    chy_date date;
    /* "XXXX-WXX-2" is of an unknown week. */
    if (today <= 0 || !chy_date_read(telling->date, &date)) return true;
    int32_t back = chy_date_days(chy_date_of_number(today)) - chy_date_days(date);
    return back >= -1 && back <= NEWS_DAYS;
}

/* Whether a telling stands in the sentence that the dateline stands before. */
static bool is_lead(const chy_view *view, const chy_telling *telling) {
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    for (uint32_t s = 0; s < sentence; s++)
        if (view->input->sentences[s].part == CHY_PART_BODY) return false;
    return view->input->sentences[sentence].part == CHY_PART_BODY;
}

/* Notes the parties of a meeting that was at a place. `met`: [entity_count]. */
static void note_meeting(const chy_telling *telling, uint32_t place, bool *met) {
    if (telling->place != place || telling->type != CHY_CONSULT ||
        telling->status != CHY_ASSERTED) {
        return;
    }
    for (uint32_t i = 0; i < telling->actors.count; i++)
        met[telling->actors.items[i].entity] = true;
    for (uint32_t i = 0; i < telling->recipients.count; i++)
        met[telling->recipients.items[i].entity] = true;
}

/* Whether an actor, other than a country, is among those who met there. */
static bool is_told_there(const chy_view *view, const chy_telling *telling, const bool *met) {
    for (uint32_t i = 0; i < telling->actors.count; i++) {
        uint32_t entity = telling->actors.items[i].entity;
        bool state = view->mentions->entities[entity].kind == CHY_ENTITY_COUNTRY;
        if (!state && met[entity]) return true;
    }
    return false;
}

/* Whether a state or those who lead it, no province's, say something: they sit in the capital. */
static bool is_said_by_leaders(const chy_view *view, const chy_telling *telling) {
    static const char *const leads[] = {"minister", "ministry", "premier", "president"};
    if (!chy_is_verbal(telling->type) || telling->actors.count == 0) return false;
    for (uint32_t i = 0; i < telling->actors.count; i++) {
        const chy_entity *actor = &view->mentions->entities[telling->actors.items[i].entity];
        bool leader = actor->kind == CHY_ENTITY_COUNTRY;
        for (size_t l = 0; l < CHY_COUNT_OF(leads); l++)
            leader = leader || strstr(actor->role, leads[l]) != NULL;
        if (!leader || strcmp(actor->role, "chief minister") == 0) return false;
    }
    return true;
}

/* Whether a telling is at a dateline's place. Those who meet may all be guests there, and help
 * comes from abroad, where the report begins with it; a body is at its seat. */
static bool is_there(const chy_view *view, const chy_telling *telling, uint32_t place,
                     const bool *met) {
    const char *country = view->mentions->entities[place].country;
    if (country[0] == '\0') return true;
    standing actors = standing_among(view, &telling->actors, country);
    standing recipients = standing_among(view, &telling->recipients, country);
    const chy_place *town = view->mentions->entities[place].place;
    bool away = town != NULL && town->feature != NULL && strncmp(town->feature, "PPL", 3) == 0 &&
                strcmp(town->feature, "PPLC") != 0 && is_said_by_leaders(view, telling) &&
                !is_lead(view, telling);
    if (away && !is_told_there(view, telling, met)) return false;
    bool meets = telling->type == CHY_CONSULT;
    if (actors == HOME || (meets && recipients == HOME)) return true;
    if (actors == UNKNOWN && recipients != FOREIGN) return true;
    if (is_told_there(view, telling, met)) return true;
    bool comes = meets || telling->type == CHY_AID || actors == BODY;
    return comes && is_lead(view, telling);
}

/* The dateline's place; of two, "KYIV/WARSAW", the one of whose country an actor is. */
static uint32_t place_of(const chy_view *view, const chy_telling *telling, const bool *met) {
    const chy_mentions *mentions = view->mentions;
    uint32_t first = mentions->dateline_place;
    uint32_t other = mentions->dateline_other;
    if (other >= mentions->entity_count)
        return is_there(view, telling, first, met) ? first : CHY_NONE;
    const chy_entity *entities = mentions->entities;
    bool of_first = standing_among(view, &telling->actors, entities[first].country) == HOME;
    bool of_other = standing_among(view, &telling->actors, entities[other].country) == HOME;
    if (of_first == of_other) return CHY_NONE;
    return of_first ? first : other;
}

void chy_tellings_take_dateline(chy_view *view, chy_tellings *tellings) {
    uint32_t here = view->mentions->dateline_place;
    if (here >= view->mentions->entity_count) return;
    bool *met = chy_arena_alloc(view->arena, view->mentions->entity_count, sizeof *met);
    if (met == NULL) {
        view->no_memory = true;
        return;
    }
    for (uint32_t t = 0; t < tellings->count; t++)
        note_meeting(&tellings->items[t], here, met);
    for (uint32_t t = 0; t < tellings->count; t++) {
        chy_telling *telling = &tellings->items[t];
        if (telling->place != CHY_NONE || telling->elsewhere || telling->generic) continue;
        if (telling->status != CHY_ASSERTED || is_by_phone(view, telling)) continue;
        if (!is_news(view, telling)) continue;
        telling->place = place_of(view, telling, met);
        if (telling->place != CHY_NONE) telling->place_evidence = "dateline";
        note_meeting(telling, here, met);
    }
}
