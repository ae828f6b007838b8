/* An attack told again: its toll, who claims it, "the assault on the base". */
#include "events/join.h"

#include "clauses/tables.h"

#include <math.h>
#include <string.h>

/* Degrees between towns of which one is no part of the other. */
#define TOWN_DEGREES 0.4

/* Sentences back of a blow that who struck it owns up to. */
#define OWNED_SENTENCES 3u

/* Whether a sentence tells of an attack by somebody. */
static bool has_attacker(const chy_view *view, uint32_t sentence) {
    const chy_sentence *of = &view->input->sentences[sentence];
    for (uint32_t w = of->first_word; w < of->first_word + of->word_count; w++) {
        uint32_t clause = view->clauses->clause_of_word[w];
        if (clause != CHY_NONE && chy_match_is_attack(&view->matches[clause])) return true;
    }
    return false;
}

/* Whether a clause tells whom it befell and not who did it: "were killed", "one of them died". */
static bool befalls(const chy_view *view, const chy_clause *clause) {
    if (clause->passive) return true;
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        uint8_t role = view->clauses->arguments[clause->first_argument + i].role;
        if (role == CHY_ROLE_OBJECT) return false;
    }
    return clause->kind == CHY_CLAUSE_VERB;
}

/* "died | in the strike": what befell them is the attack told before. */
static bool befalls_in_attack(const chy_view *view, const chy_telling *telling) {
    const chy_clauses *clauses = view->clauses;
    const chy_clause *clause = &clauses->clauses[telling->clause];
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &clauses->arguments[clause->first_argument + i];
        uint32_t inner = chy_view_argument_clause(view, argument);
        if (argument->role != CHY_ROLE_OBLIQUE || inner == CHY_NONE ||
            clauses->clauses[inner].kind != CHY_CLAUSE_NOUN) {
            continue;
        }
        const chy_match *match = &view->matches[inner];
        if (match->rule != NULL && match->rule->type == CHY_ASSAULT &&
            chy_points_back(view, argument->word)) {
            return true;
        }
    }
    return false;
}

/* The noun that is the subject of a clause, or CHY_NONE. */
static uint32_t subject_noun(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        if (argument->role == CHY_ROLE_SUBJECT) return view->stands_for[argument->word];
    }
    return CHY_NONE;
}

bool chy_is_toll_count(const chy_telling *telling) {
    for (uint32_t i = 0; i < telling->count_count; i++) {
        uint8_t kind = telling->counts[i].kind;
        if (kind == CHY_COUNT_DEAD || kind == CHY_COUNT_INJURED) return true;
    }
    return false;
}

/* "A bomb went off near a bank and | wounded four", "A blast tore through the inn. It | killed
 * nine": what the same thing does. */
static bool is_by_same_thing(const chy_view *view, const chy_tellings *tellings,
                             const chy_gathered *event, const chy_telling *telling) {
    uint32_t thing = subject_noun(view, telling->clause);
    return event->type == CHY_ASSAULT && telling->type == CHY_ASSAULT && thing != CHY_NONE &&
           view->clauses->clauses[telling->clause].sentence - event->sentence <= 1 &&
           chy_is_toll_count(telling) &&
           subject_noun(view, tellings->items[event->last_telling].clause) == thing &&
           chy_parties_agree(view, &event->actors, &telling->actors) &&
           !chy_dates_clash(event, telling) && !chy_places_clash(view, event, telling);
}

/* Whether both are said to have been in towns, and in different ones. */
static bool are_towns_apart(const chy_view *view, const chy_gathered *event,
                            const chy_telling *telling) {
    if (event->place == CHY_NONE || telling->place == CHY_NONE || event->place == telling->place ||
        !chy_is_stated(event->place_evidence) || strcmp(telling->place_evidence, "clause") != 0)
        return false;
    const chy_place *a = view->mentions->entities[event->place].place;
    const chy_place *b = view->mentions->entities[telling->place].place;
    return a != NULL && b != NULL && strncmp(a->feature, "PPL", 3) == 0 &&
           strncmp(b->feature, "PPL", 3) == 0 &&
           (fabs(a->latitude - b->latitude) > TOWN_DEGREES ||
            fabs(a->longitude - b->longitude) > TOWN_DEGREES);
}

/* "A bomb went off in the market. Nine people were killed": the toll of the attack told just
 * before, unless its own sentence has one. */
static bool is_toll(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    uint32_t sentence = clause->sentence;
    if (telling->type != CHY_ASSAULT || !chy_may_be_same(view, event, telling) ||
        are_towns_apart(view, event, telling) || telling->actors.count > 0 ||
        !befalls(view, clause)) {
        return false;
    }
    bool in_attack = befalls_in_attack(view, telling);
    return (telling->count_count > 0 || in_attack) &&
           sentence - event->sentence <= (in_attack ? CHY_NEAR_SENTENCES : 1u) &&
           (sentence == event->sentence || !has_attacker(view, sentence)) &&
           !chy_sets_apart(view, sentence);
}

/* Whether the words for those attacked stand in the sentence that first told of the event: "a
 * road gang on the bridge", "the bridge workers". */
static bool shares_words(const chy_view *view, uint32_t sentence, const chy_fillings *attacked) {
    const chy_word *words = view->input->words;
    const chy_sentence *of = &view->input->sentences[sentence];
    for (uint32_t i = 0; i < attacked->count; i++) {
        if (attacked->items[i].mention == CHY_NONE) continue;
        const chy_mention *mention = &view->mentions->mentions[attacked->items[i].mention];
        for (uint32_t m = mention->first_word; m < mention->end_word; m++) {
            if (words[m].upos != CHY_UPOS_NOUN && words[m].upos != CHY_UPOS_PROPN) continue;
            for (uint32_t w = of->first_word; w < of->first_word + of->word_count; w++) {
                if (strcmp(words[w].lemma, words[m].lemma) == 0) return true;
            }
        }
    }
    return false;
}

/* "The militia claimed responsibility for the attack", "claimed the bombing": the attack told
 * before, and its actor. */
bool chy_is_claimed(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                    const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    uint32_t first = view->clauses->clauses[tellings->items[event->first_telling].clause].sentence;
    bool deed = telling->type == CHY_ASSAULT && chy_may_be_same(view, event, telling) &&
                clause->kind == CHY_CLAUSE_NOUN && telling->actors.count > 0 &&
                chy_points_back(view, clause->word) &&
                clause->parent < view->clauses->clause_count &&
                (telling->recipients.count == 0 ||
                 chy_parties_agree(view, &event->recipients, &telling->recipients) ||
                 shares_words(view, first, &telling->recipients));
    return deed && chy_claiming_verb(view->clauses->clauses[clause->parent].lemma) &&
           clause->sentence - event->sentence <= CHY_NEAR_SENTENCES;
}

/* Whether no other attack has been told near enough for "the attack" to mean it. */
static bool is_only_attack(const chy_gathering *gathering, const chy_gathered *event,
                           uint32_t sentence) {
    uint32_t near = 0;
    for (uint32_t e = gathering->count; e > 0 && gathering->count - e < CHY_JOIN_WINDOW; e--) {
        const chy_gathered *other = &gathering->items[e - 1];
        near += other->type == CHY_ASSAULT && other->status == event->status &&
                sentence - other->sentence <= CHY_NEAR_SENTENCES;
    }
    return near == 1;
}

static bool has_person(const chy_view *view, const chy_fillings *parties) {
    for (uint32_t i = 0; i < parties->count; i++) {
        if (view->mentions->entities[parties->items[i].entity].kind == CHY_ENTITY_PERSON) {
            return true;
        }
    }
    return false;
}

/* "Drones struck a camp. The assault on the base was the first of its kind": an attack that the
 * article says is known, by nobody else. */
static bool is_assault_again(const chy_view *view, const chy_tellings *tellings,
                             const chy_gathering *gathering, const chy_gathered *event,
                             const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    uint32_t first = view->clauses->clauses[tellings->items[event->first_telling].clause].sentence;
    bool again =
        telling->type == CHY_ASSAULT && chy_may_be_same(view, event, telling) &&
        clause->kind == CHY_CLAUSE_NOUN && clause->sentence > first &&
        clause->sentence - event->sentence <= CHY_NEAR_SENTENCES &&
        chy_points_back(view, clause->word) && !chy_sets_apart(view, clause->sentence) &&
        (telling->actors.count == 0 || chy_parties_agree(view, &event->actors, &telling->actors));
    if (!again) return false;
    if (shares_words(view, first, &telling->recipients)) return true;
    return !has_person(view, &telling->recipients) &&
           is_only_attack(gathering, event, clause->sentence);
}

/* Whether all of them are among the others, or act for a state among them. */
static bool are_of(const chy_view *view, const chy_fillings *some, const chy_fillings *others) {
    const uint32_t forces = (uint32_t)1 << CHY_SECTOR_GOV | (uint32_t)1 << CHY_SECTOR_MIL |
                            (uint32_t)1 << CHY_SECTOR_COP;
    const chy_entity *entities = view->mentions->entities;
    for (uint32_t i = 0; i < some->count; i++) {
        const chy_entity *one = &entities[some->items[i].entity];
        bool found = chy_party_among(view, others, some->items[i].entity);
        for (uint32_t k = 0; k < others->count && !found; k++)
            found = chy_acts_for_state(one, &entities[others->items[k].entity], forces);
        if (!found) return false;
    }
    return some->count > 0;
}

/* "A strike killed nine people. The army said that it | had struck | a commander": who attacked
 * tells whom the blow was meant for. */
static bool is_owned_up(const chy_view *view, const chy_gathered *event,
                        const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (telling->type != CHY_ASSAULT || !chy_may_be_same(view, event, telling) ||
        clause->link != CHY_LINK_COMPLEMENT || clause->kind != CHY_CLAUSE_VERB ||
        clause->parent >= view->clauses->clause_count || clause->sentence == event->sentence ||
        clause->sentence - event->sentence > OWNED_SENTENCES ||
        !chy_is_pluperfect(view, clause->verb) || chy_sets_apart(view, clause->sentence)) {
        return false;
    }
    const chy_clause *parent = &view->clauses->clauses[clause->parent];
    for (uint32_t i = 0; i < parent->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[parent->first_argument + i];
        chy_filled speaker;
        if (argument->role == CHY_ROLE_SUBJECT && chy_slot_party(view, argument->word, &speaker) &&
            telling->actors.count == 1 && telling->actors.items[0].entity == speaker.entity) {
            return are_of(view, &telling->actors, &event->actors);
        }
    }
    return false;
}

bool chy_is_attack_again(const chy_view *view, const chy_tellings *tellings,
                         const chy_gathering *gathering, const chy_gathered *event,
                         const chy_telling *telling) {
    return is_toll(view, event, telling) || is_by_same_thing(view, tellings, event, telling) ||
           is_owned_up(view, event, telling) || chy_is_claimed(view, tellings, event, telling) ||
           is_assault_again(view, tellings, gathering, event, telling);
}
