/* An attack told again: its toll, who claims it, "the assault on the base". */
#include "events/join.h"

#include "clauses/tables.h"

#include <string.h>

/* Whether a sentence tells of an attack by somebody. */
static bool has_attacker(const chy_view *view, uint32_t sentence) {
    const chy_sentence *of = &view->input->sentences[sentence];
    for (uint32_t w = of->first_word; w < of->first_word + of->word_count; w++) {
        uint32_t clause = view->clauses->clause_of_word[w];
        if (clause != CHY_NONE && chy_match_is_attack(&view->matches[clause])) return true;
    }
    return false;
}

/* "A bomb went off in the market. Nine people were killed": the toll of the attack told just
 * before, unless its own sentence has one. */
static bool is_toll(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    uint32_t sentence = clause->sentence;
    return event->type == CHY_ASSAULT && telling->type == CHY_ASSAULT &&
           event->status == telling->status && telling->actors.count == 0 && clause->passive &&
           telling->count_count > 0 && sentence - event->sentence <= 1 &&
           (sentence == event->sentence || !has_attacker(view, sentence)) &&
           !chy_sets_apart(view, sentence) && !chy_dates_clash(event, telling) &&
           !chy_places_clash(view, event, telling);
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
    bool deed = event->type == CHY_ASSAULT && telling->type == CHY_ASSAULT &&
                clause->kind == CHY_CLAUSE_NOUN && event->status == telling->status &&
                telling->actors.count > 0 && chy_points_back(view, clause->word) &&
                clause->parent < view->clauses->clause_count &&
                (telling->recipients.count == 0 ||
                 chy_parties_agree(view, &event->recipients, &telling->recipients) ||
                 shares_words(view, first, &telling->recipients));
    return deed && chy_claiming_verb(view->clauses->clauses[clause->parent].lemma) &&
           clause->sentence - event->sentence <= CHY_NEAR_SENTENCES &&
           !chy_dates_clash(event, telling) && !chy_places_clash(view, event, telling);
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
        event->type == CHY_ASSAULT && telling->type == CHY_ASSAULT &&
        event->status == telling->status && clause->kind == CHY_CLAUSE_NOUN &&
        clause->sentence > first && clause->sentence - event->sentence <= CHY_NEAR_SENTENCES &&
        chy_points_back(view, clause->word) && !chy_sets_apart(view, clause->sentence) &&
        !chy_dates_clash(event, telling) && !chy_places_clash(view, event, telling) &&
        (telling->actors.count == 0 || chy_parties_agree(view, &event->actors, &telling->actors));
    if (!again) return false;
    if (shares_words(view, first, &telling->recipients)) return true;
    return !has_person(view, &telling->recipients) &&
           is_only_attack(gathering, event, clause->sentence);
}

bool chy_is_attack_again(const chy_view *view, const chy_tellings *tellings,
                         const chy_gathering *gathering, const chy_gathered *event,
                         const chy_telling *telling) {
    return is_toll(view, event, telling) || chy_is_claimed(view, tellings, event, telling) ||
           is_assault_again(view, tellings, gathering, event, telling);
}
