/* Deeds other than attacks told again in other words: what "the protesters" did, who found guilty
 * whom the court sentenced, who put a name to "the deal". */
#include "events/join.h"

#include <string.h>

/* Sentences back that a verdict or a signing is told again of. */
#define CLOSE_SENTENCES 3u

/* "resigned", and later "I have decided to step down": who has gone does not go again. */
bool chy_is_same_resignation(const chy_view *view, const chy_tellings *tellings,
                             const chy_gathered *event, const chy_telling *telling) {
    return event->type == CHY_RETREAT && telling->type == CHY_CONCEDE &&
           strcmp(tellings->items[event->told_by].cameo, "083") == 0 &&
           telling->rule == tellings->items[event->told_by].rule && event->status == CHY_ASSERTED &&
           event->actors.count > 0 && telling->actors.count > 0 &&
           chy_parties_agree(view, &event->actors, &telling->actors);
}

/* "The strike, called by the union, shut the schools": who called for the protest that the noun
 * takes up. */
static bool is_called_by(const chy_view *view, const chy_tellings *tellings,
                         const chy_gathered *event, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    uint32_t last = tellings->items[event->last_telling].clause;
    return telling->type == CHY_PROTEST && event->type == CHY_PROTEST &&
           clause->link == CHY_LINK_RELATIVE && clause->parent == last &&
           view->clauses->clauses[last].kind == CHY_CLAUSE_NOUN && event->status == telling->status;
}

/* Whether the telling may be of an event told some sentences before it. */
static bool may_be_of(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                      const chy_telling *telling, uint32_t most) {
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    uint32_t first = view->clauses->clauses[tellings->items[event->first_telling].clause].sentence;
    return chy_may_be_same(view, event, telling) && sentence > first &&
           sentence - event->sentence <= most && !chy_sets_apart(view, sentence);
}

bool chy_are_the_protesters(const chy_view *view, const chy_fillings *parties) {
    static const char *const protesters[] = {"protester", "protestor", "demonstrator", "marcher",
                                             "striker",   "rioter",    "picketer"};
    for (uint32_t i = 0; i < parties->count; i++) {
        if (parties->items[i].mention == CHY_NONE) return false;
        const chy_mention *mention = &view->mentions->mentions[parties->items[i].mention];
        if (!chy_is_listed(view->input->words[mention->head_word].lemma, protesters,
                           CHY_COUNT_OF(protesters)) ||
            !chy_points_back(view, mention->head_word)) {
            return false;
        }
    }
    return parties->count > 0;
}

/* Whether both are said to have been at a place, and at different ones. */
static bool are_elsewhere(const chy_gathered *event, const chy_telling *telling) {
    return event->place != telling->place && strcmp(event->place_evidence, "clause") == 0 &&
           strcmp(telling->place_evidence, "clause") == 0;
}

/* "the demonstration was called by the union", "miners joined it": the noun that says which
 * protest, or CHY_NONE. */
static uint32_t protest_noun(const chy_view *view, const chy_clause *clause) {
    if (clause->kind == CHY_CLAUSE_NOUN) return clause->word;
    bool of_noun = clause->passive || strcmp(clause->lemma, "join") == 0;
    for (uint32_t i = 0; of_noun && i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        uint32_t noun = view->stands_for[argument->word];
        uint32_t inner = view->clauses->clause_of_word[noun];
        if (argument->role != CHY_ROLE_OBJECT || inner == CHY_NONE) continue;
        const chy_rule *rule = view->matches[inner].rule;
        if (rule != NULL && rule->type == CHY_PROTEST) return noun;
    }
    return CHY_NONE;
}

static bool is_protest_again(const chy_view *view, const chy_tellings *tellings,
                             const chy_gathered *event, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (telling->type != CHY_PROTEST || are_elsewhere(event, telling) ||
        !may_be_of(view, tellings, event, telling, CHY_NEAR_SENTENCES)) {
        return false;
    }
    if (chy_are_the_protesters(view, &telling->actors)) return true;
    uint32_t noun = protest_noun(view, clause);
    return noun != CHY_NONE && chy_points_back(view, noun) && (event->modes & telling->modes) != 0;
}

/* "jailed a singer", then "Ana Luz was convicted": somebody described, and somebody who is named
 * and of the same calling. */
static bool is_named_later(const chy_view *view, const chy_fillings *first,
                           const chy_fillings *later) {
    if (first->count != 1 || later->count != 1) return false;
    const chy_entity *a = &view->mentions->entities[first->items[0].entity];
    const chy_entity *b = &view->mentions->entities[later->items[0].entity];
    return a->kind == CHY_ENTITY_PERSON && b->kind == CHY_ENTITY_PERSON &&
           !chy_view_is_named(view, first->items[0].entity) && (a->sectors & b->sectors) != 0;
}

/* "A court jailed the singer for a year. Judge Ana Ruiz found her guilty": courts and judges stand
 * for each other. */
static bool is_verdict_again(const chy_view *view, const chy_tellings *tellings,
                             const chy_gathered *event, const chy_telling *telling) {
    const uint32_t judges = (uint32_t)1 << CHY_SECTOR_JUD;
    if (telling->type != CHY_SANCTION || strcmp(telling->cameo, "116") != 0 ||
        strcmp(tellings->items[event->told_by].cameo, "116") != 0 ||
        telling->recipients.count == 0 || event->recipients.count == 0 ||
        !may_be_of(view, tellings, event, telling, CLOSE_SENTENCES) ||
        (!chy_parties_agree(view, &event->recipients, &telling->recipients) &&
         !is_named_later(view, &event->recipients, &telling->recipients))) {
        return false;
    }
    bool courts = true;
    for (uint32_t i = 0; i < event->actors.count; i++)
        courts = courts &&
                 (view->mentions->entities[event->actors.items[i].entity].sectors & judges) != 0;
    for (uint32_t i = 0; i < telling->actors.count; i++)
        courts = courts &&
                 (view->mentions->entities[telling->actors.items[i].entity].sectors & judges) != 0;
    return courts;
}

/* "signed a truce. General Ali signed the deal for the army": the paper that the article says is
 * known. */
static bool is_signing_again(const chy_view *view, const chy_tellings *tellings,
                             const chy_gathered *event, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (telling->type != CHY_SUPPORT || strcmp(telling->cameo, "057") != 0 ||
        strcmp(tellings->items[event->told_by].cameo, "057") != 0 ||
        strcmp(clause->lemma, "sign") != 0 ||
        !may_be_of(view, tellings, event, telling, CLOSE_SENTENCES)) {
        return false;
    }
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->role == CHY_ROLE_OBJECT && chy_points_back(view, argument->word)) return true;
    }
    return false;
}

bool chy_is_deed_again(const chy_view *view, const chy_tellings *tellings,
                       const chy_gathered *event, const chy_telling *telling) {
    return is_called_by(view, tellings, event, telling) ||
           is_protest_again(view, tellings, event, telling) ||
           is_verdict_again(view, tellings, event, telling) ||
           is_signing_again(view, tellings, event, telling);
}
