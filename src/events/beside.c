/* Where and when something was that is told by another deed: "burned two houses during the raid",
 * "left after the talks", "had thanked her host, an aide said", "dispersed those who marched on
 * Monday", "marched outside the hotel". */
#include "events/join.h"

#include "events/plover.h"

#include <string.h>

/* Tellings looked back at for the deed. */
#define LOOKED 48u

/* The last telling before a sentence of a deed of the type, of one that the doers of a telling had
 * a part in if there is any; CHY_NONE for none. `first`: the first telling of the sentence. */
static uint32_t deed_before(const chy_view *view, const chy_tellings *tellings, uint32_t first,
                            uint8_t type, const chy_telling *telling) {
    uint32_t last = CHY_NONE;
    for (uint32_t back = 1; back <= LOOKED && back <= first; back++) {
        const chy_telling *deed = &tellings->items[first - back];
        if (deed->type != type || deed->status != CHY_ASSERTED || deed->generic) continue;
        if (last == CHY_NONE) last = first - back;
        if (telling->actors.count > 0 &&
            chy_parties_covered(view, &telling->actors, &deed->actors, &deed->recipients))
            return first - back;
    }
    return last;
}

/* How a noun that takes a deed up places what its verb tells: in the course of the deed, or on its
 * day, as before and after talks. */
typedef enum beside { APART, WITHIN, ON_ITS_DAY } beside;

static beside place_beside(const chy_view *view, const chy_telling *noun,
                           const chy_telling *telling) {
    static const char *const around[] = {"after", "at", "before", "following"};
    uint32_t word = view->clauses->clauses[noun->clause].word;
    if (chy_is_led_by(view, word, "during")) return WITHIN;
    /* "charged two men in the attack" was later. */
    bool there = noun->rule->type == CHY_PROTEST || telling->type == CHY_ASSAULT;
    if (there && chy_is_led_by(view, word, "in")) return WITHIN;
    for (size_t i = 0; noun->rule->type == CHY_CONSULT && i < CHY_COUNT_OF(around); i++)
        if (chy_is_led_by(view, word, around[i])) return ON_ITS_DAY;
    return APART;
}

/* The deed that a noun beside a telling's verb takes up, in the sentence of the tellings [first,
 * end); CHY_NONE for none. */
static uint32_t deed_of_noun(const chy_view *view, const chy_tellings *tellings, uint32_t first,
                             uint32_t end, const chy_telling *telling, beside *how) {
    for (uint32_t i = first; i < end; i++) {
        const chy_telling *noun = &tellings->items[i];
        const chy_clause *of = &view->clauses->clauses[noun->clause];
        bool back = (noun->generic || noun->soft) && chy_points_back(view, of->word);
        if (!back || of->kind != CHY_CLAUSE_NOUN || of->light != NULL ||
            of->parent != telling->clause)
            continue;
        *how = place_beside(view, noun, telling);
        if (*how != APART) return deed_before(view, tellings, first, noun->rule->type, telling);
    }
    return CHY_NONE;
}

/* "dispersed those who marched on Monday": the protest of those to whom it is done. */
static uint32_t protest_of(const chy_view *view, const chy_tellings *tellings, uint32_t end,
                           uint32_t index) {
    const chy_telling *telling = &tellings->items[index];
    if (telling->type != CHY_COERCE && telling->type != CHY_ASSAULT) return CHY_NONE;
    for (uint32_t i = index + 1; i < end; i++) {
        const chy_telling *other = &tellings->items[i];
        const chy_clause *of = &view->clauses->clauses[other->clause];
        if (other->type == CHY_PROTEST && of->link == CHY_LINK_RELATIVE &&
            of->parent == telling->clause &&
            chy_parties_covered(view, &other->actors, &telling->recipients, NULL))
            return i;
    }
    return CHY_NONE;
}

/* "had thanked her host", "had promised to come": what was said before it was told of. */
static bool was_said_then(const chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    uint32_t verb = clause->verb;
    if (verb == CHY_NONE || view->statements->statement_of_word[verb] == CHY_NONE ||
        telling->status != CHY_ASSERTED ||
        !(chy_is_verbal(telling->rule->type) || chy_is_verbal(telling->type)))
        return false;
    uint32_t above = clause->link == CHY_LINK_COMPLEMENT && clause->parent != CHY_NONE
                         ? view->clauses->clauses[clause->parent].verb
                         : CHY_NONE;
    return chy_is_pluperfect(view, verb) || (above != CHY_NONE && chy_is_pluperfect(view, above));
}

/* Whether somebody met there, and not only went to a country or a place. */
static bool is_meeting(const chy_view *view, const chy_telling *met) {
    for (uint32_t i = 0; met->visit && i < met->recipients.count; i++) {
        uint8_t kind = view->mentions->entities[met->recipients.items[i].entity].kind;
        if (kind != CHY_ENTITY_PERSON && kind != CHY_ENTITY_GROUP) return false;
    }
    return met->type == CHY_CONSULT && met->status == CHY_ASSERTED && !met->soft &&
           met->actors.count + met->recipients.count > 1;
}

/* The last meeting before a sentence in which the doers of a telling, where one is given, had a
 * part, and rather one whose place is told; CHY_NONE for none. */
static uint32_t meeting_before(const chy_view *view, const chy_tellings *tellings, uint32_t first,
                               const chy_telling *telling) {
    uint32_t last = CHY_NONE;
    for (uint32_t back = 1; back <= LOOKED && back <= first; back++) {
        const chy_telling *met = &tellings->items[first - back];
        if (!is_meeting(view, met) ||
            (telling != NULL &&
             !chy_parties_covered(view, &telling->actors, &met->actors, &met->recipients)))
            continue;
        if (met->place != CHY_NONE) return first - back;
        if (last == CHY_NONE) last = first - back;
    }
    return last;
}

/* "marched outside the hotel": the last meeting before, where a crowd stands at a house that nobody
 * names; CHY_NONE for none. */
static uint32_t meeting_at_house(const chy_view *view, const chy_tellings *tellings, uint32_t first,
                                 const chy_telling *telling) {
    static const char *const at[] = {"outside", "near", "around", "in_front_of", "at", NULL};
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    bool there = false;
    for (uint32_t i = 0; telling->type == CHY_PROTEST && i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        there = there ||
                (argument->word < view->input->word_count && chy_has_preposition(argument, at) &&
                 chy_is_house(view, argument->word) && chy_points_back(view, argument->word));
    }
    return there ? meeting_before(view, tellings, first, NULL) : CHY_NONE;
}

void chy_telling_stand_beside(const chy_view *view, chy_tellings *tellings, uint32_t first,
                              uint32_t end, uint32_t index) {
    chy_telling *telling = &tellings->items[index];
    beside how = WITHIN;
    bool then = telling->actors.count > 0 && was_said_then(view, telling);
    uint32_t deed = then ? meeting_before(view, tellings, first, telling) : CHY_NONE;
    bool said = deed != CHY_NONE;
    if (deed == CHY_NONE) deed = deed_of_noun(view, tellings, first, end, telling, &how);
    if (deed == CHY_NONE) deed = protest_of(view, tellings, end, index);
    if (deed == CHY_NONE) deed = meeting_at_house(view, tellings, first, telling);
    if (deed == CHY_NONE) return;
    const chy_telling *of = &tellings->items[deed];
    if (how == WITHIN && telling->place == CHY_NONE && of->place != CHY_NONE) {
        telling->place = of->place;
        telling->place_evidence = "context";
    }
    /* Who tells of it on Monday tells of a day before. */
    bool later = said && strcmp(telling->date_evidence, "context") == 0;
    if (chy_is_day(of) && (chy_is_by_default(telling->date_evidence) || later))
        chy_telling_share_day(telling, of);
}
