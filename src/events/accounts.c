/* Accounts of what was told before: "the two leaders reviewed the quotas", "fish was at the top of
 * the agenda". By itself such a clause tells no event; beside a meeting it says what went on there.
 */
#include "events/join.h"

#include "events/plover.h"

#include <string.h>

/* Sentences back that a clause which names no party, or only "they", may speak of. */
#define NEXT_TO 2u

/* ---- Tellings that only take up what was told ---------------------------------------------------
 */

/* "The spokesman confirmed the call", "he ended the conversation with a joke": light verbs whose
 * subject need not be all who met. */
static bool is_of_one_side(const char *light) {
    static const char *const sides[] = {"confirm", "end",   "conclude", "close",
                                        "finish",  "begin", "start",    "open"};
    return light == NULL || chy_is_listed(light, sides, CHY_COUNT_OF(sides));
}

/* "After the session the minister left": the minister is only lent to the session. */
static bool is_soft(const chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (clause->kind != CHY_CLAUSE_NOUN || !is_of_one_side(clause->light) ||
        telling->rule->type != CHY_CONSULT || telling->actors.count != 1 ||
        telling->recipients.count > 0) {
        return false;
    }
    for (uint32_t child = view->child[clause->word]; child != CHY_NONE;
         child = view->sibling[child]) {
        const chy_word *word = &view->input->words[child];
        if (word->deprel == CHY_DEPREL_DET && (word->feat_bits & CHY_FEAT_DEFINITE) != 0) {
            return true;
        }
    }
    return false;
}

static bool are_journalists(const chy_view *view, const chy_fillings *parties) {
    const uint32_t press = (uint32_t)1 << CHY_SECTOR_JRN;
    for (uint32_t i = 0; i < parties->count; i++) {
        if (view->mentions->entities[parties->items[i].entity].sectors != press) return false;
    }
    return parties->count > 0;
}

/* The lemma of the pronoun that is a clause's subject, "" for none. */
static const char *subject_pronoun(const chy_view *view, const chy_clause *clause) {
    const uint32_t heads[] = {clause->verb, clause->word};
    for (size_t i = 0; i < CHY_COUNT_OF(heads); i++) {
        if (heads[i] == CHY_NONE) continue;
        for (uint32_t c = view->child[heads[i]]; c != CHY_NONE; c = view->sibling[c]) {
            const chy_word *word = &view->input->words[c];
            bool subject =
                word->deprel == CHY_DEPREL_NSUBJ || word->deprel == CHY_DEPREL_NSUBJ_PASS;
            if (subject && word->upos == CHY_UPOS_PRON && word->lemma != NULL) return word->lemma;
        }
    }
    return "";
}

/* "We talked about fish", an aide says: those who met, whom the report has told; the subject is
 * "they" or "we", and nobody, one person alone or those whom he tells it are known by it. */
static bool is_of_those_who_met(const chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (telling->rule->type != CHY_CONSULT || telling->visit || telling->recipients.count > 0 ||
        telling->actors.count > 1 || clause->verb == CHY_NONE || clause->tense != CHY_TENSE_PAST ||
        telling->status != CHY_ASSERTED) {
        return false;
    }
    const char *pronoun = subject_pronoun(view, clause);
    bool they = strcmp(pronoun, "they") == 0;
    if (telling->actors.count == 0) return they;
    uint32_t one = telling->actors.items[0].entity;
    bool person = view->mentions->entities[one].kind == CHY_ENTITY_PERSON;
    return ((they || strcmp(pronoun, "we") == 0) && person) ||
           (they && are_journalists(view, &telling->actors));
}

/* "Their talks", told to reporters: of those who met, though the reporters stand nearer. */
static bool is_theirs_not_the_press(const chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (clause->kind != CHY_CLAUSE_NOUN || telling->rule->type != CHY_CONSULT ||
        telling->recipients.count > 0 || !are_journalists(view, &telling->actors))
        return false;
    for (uint32_t c = view->child[clause->word]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *of = &view->input->words[c];
        if (of->deprel == CHY_DEPREL_NMOD_POSS && of->upos == CHY_UPOS_PRON) return true;
    }
    return false;
}

/* Whether an argument says of what kind something was: "called it | an encounter", "described it |
 * as one", "spoke | of one". */
static bool tells_kind(const chy_clause *said, const chy_argument *argument) {
    static const char *const as[] = {"as", NULL};
    static const char *const of[] = {"of", NULL};
    static const char *const speaking[] = {"speak", "talk"};
    return argument->role == CHY_ROLE_PREDICATE || chy_has_preposition(argument, as) ||
           (chy_has_preposition(argument, of) &&
            chy_is_listed(said->lemma, speaking, CHY_COUNT_OF(speaking)));
}

/* "called it an encounter between friends": of what kind a meeting was, not who met. */
static bool only_characterises(const chy_view *view, const chy_telling *telling) {
    static const char *const articles[] = {"a", "an"};
    const chy_clauses *clauses = view->clauses;
    const chy_clause *clause = &clauses->clauses[telling->clause];
    if (telling->rule->type != CHY_CONSULT || clause->kind != CHY_CLAUSE_NOUN ||
        clause->light != NULL || clause->parent >= clauses->clause_count)
        return false;
    bool predicate = false, indefinite = false;
    const chy_clause *said = &clauses->clauses[clause->parent];
    for (uint32_t i = 0; i < said->argument_count; i++) {
        const chy_argument *argument = &clauses->arguments[said->first_argument + i];
        predicate = predicate || (argument->word == clause->word && tells_kind(said, argument));
    }
    for (uint32_t c = view->child[clause->word]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *word = &view->input->words[c];
        indefinite = indefinite || chy_is_listed(word->lemma, articles, CHY_COUNT_OF(articles));
    }
    const chy_fillings *sides[] = {&telling->actors, &telling->recipients};
    for (size_t s = 0; predicate && indefinite && s < CHY_COUNT_OF(sides); s++) {
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            uint32_t mention = sides[s]->items[i].mention;
            if (mention == CHY_NONE || chy_view_is_named(view, sides[s]->items[i].entity) ||
                chy_points_back(view, view->mentions->mentions[mention].head_word))
                return false;
        }
    }
    return predicate && indefinite;
}

bool chy_telling_take_up(const chy_view *view, chy_telling *telling) {
    bool met = is_of_those_who_met(view, telling);
    bool kind = only_characterises(view, telling);
    bool open = telling->rule->body.retells && chy_is_open(view, &telling->actors);
    telling->soft = met || kind || open || is_soft(view, telling);
    bool spokesman = telling->soft && telling->actors.count == 1 &&
                     chy_entity_speaks(&view->mentions->entities[telling->actors.items[0].entity]);
    if (kind || spokesman || is_theirs_not_the_press(view, telling) ||
        (met && are_journalists(view, &telling->actors))) {
        telling->actors.count = 0;
        telling->recipients.count = 0;
        telling->generic = true;
    }
    return met;
}

/* ---- Whether it is the event that they tell of --------------------------------------------------
 */

bool chy_has_ground(const chy_view *view, const chy_fillings *parties) {
    for (uint32_t i = 0; i < parties->count; i++) {
        uint8_t kind = view->mentions->entities[parties->items[i].entity].kind;
        if (kind == CHY_ENTITY_COUNTRY || kind == CHY_ENTITY_PLACE) return true;
    }
    return false;
}

bool chy_is_journey(const chy_view *view, const chy_gathered *event) {
    return chy_is_visit(event->type, event->modes) && chy_has_ground(view, &event->recipients);
}

/* Whether more than one side is known to have met. */
static bool is_of_several(const chy_view *view, const chy_gathered *event) {
    if (event->actors.count + event->recipients.count > 1) return true;
    return event->actors.count == 1 &&
           view->mentions->entities[event->actors.items[0].entity].kind == CHY_ENTITY_GROUP;
}

/* In the paragraph of the meeting or the next sentence, or in the words of somebody who tells of
 * it.
 */
static bool is_near(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentences = view->input->sentences;
    return sentences[clause->sentence].paragraph == sentences[event->sentence].paragraph ||
           clause->sentence == event->sentence + 1 ||
           view->statements->statement_of_word[clause->word] != CHY_NONE;
}

static bool are_persons(const chy_view *view, const chy_fillings *parties) {
    for (uint32_t i = 0; i < parties->count; i++) {
        if (view->mentions->entities[parties->items[i].entity].kind != CHY_ENTITY_PERSON)
            return false;
    }
    return true;
}

bool chy_are_just_people(const chy_view *view, const chy_gathered *event,
                         const chy_telling *telling) {
    static const char *const people[] = {"colleague", "diplomat", "interlocutor", "leader",
                                         "man",       "officer",  "official",     "politician",
                                         "statesman", "woman"};
    const chy_mentions *mentions = view->mentions;
    if (telling->actors.count != 1 || telling->recipients.count > 0 ||
        telling->actors.items[0].mention == CHY_NONE || !is_of_several(view, event) ||
        !is_near(view, event, telling) || !are_persons(view, &event->actors) ||
        !are_persons(view, &event->recipients))
        return false;
    const chy_entity *entity = &mentions->entities[telling->actors.items[0].entity];
    const chy_mention *mention = &mentions->mentions[telling->actors.items[0].mention];
    bool told = entity->country[0] != '\0' && strcmp(entity->evidence, "context") != 0;
    return entity->kind == CHY_ENTITY_GROUP && entity->member_count == 0 && !told &&
           chy_is_listed(view->input->words[mention->head_word].lemma, people,
                         CHY_COUNT_OF(people)) &&
           chy_points_back(view, mention->head_word);
}

bool chy_is_same_meeting(const chy_view *view, const chy_gathered *event,
                         const chy_telling *telling) {
    bool inside =
        chy_parties_covered(view, &telling->actors, &event->actors, &event->recipients) &&
        chy_parties_covered(view, &telling->recipients, &event->actors, &event->recipients);
    bool around =
        chy_parties_covered(view, &event->actors, &telling->actors, &telling->recipients) &&
        chy_parties_covered(view, &event->recipients, &telling->actors, &telling->recipients);
    return inside || around || chy_are_just_people(view, event, telling);
}

bool chy_is_after_welcome(const chy_view *view, const chy_tellings *tellings,
                          const chy_gathered *event, const chy_telling *telling) {
    bool talks = tellings->items[event->told_by].visit && !telling->visit &&
                 telling->rule->type == CHY_CONSULT;
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    uint32_t first = view->clauses->clauses[tellings->items[event->first_telling].clause].sentence;
    bool both =
        event->recipients.count > 0 && telling->actors.count > 0 &&
        (telling->actors.count + telling->recipients.count > 1 ||
         view->mentions->entities[telling->actors.items[0].entity].kind == CHY_ENTITY_GROUP);
    return talks && both && !chy_is_journey(view, event) && sentence > first &&
           chy_may_be_same(view, event, telling) && !chy_is_told_apart(view, telling->clause) &&
           chy_is_same_meeting(view, event, telling);
}

bool chy_is_welcome_to(const chy_view *view, const chy_tellings *tellings,
                       const chy_gathered *event, const chy_telling *telling) {
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    uint32_t first = view->clauses->clauses[tellings->items[event->first_telling].clause].sentence;
    return telling->visit && strcmp(telling->cameo, "043") == 0 && event->modes == 0 &&
           !chy_has_ground(view, &telling->recipients) && sentence > first &&
           sentence - event->sentence <= CHY_NEAR_SENTENCES &&
           chy_may_be_same(view, event, telling) && !chy_is_told_apart(view, telling->clause) &&
           event->actors.count + event->recipients.count > 0 &&
           chy_parties_covered(view, &event->actors, &telling->actors, &telling->recipients) &&
           chy_parties_covered(view, &event->recipients, &telling->actors, &telling->recipients);
}

bool chy_adds_mediator(const chy_gathered *event, const chy_telling *telling) {
    uint32_t third = chy_plover_mode(CHY_CONSULT, chy_slice_of("third-party"));
    bool clause = telling->rule->body.mutual; /* "met on neutral ground" */
    return telling->type == CHY_CONSULT && !clause &&
           (telling->modes & ~event->modes & (uint32_t)1 << third) != 0;
}

/* Whether both parties of a meeting, or all that are known of it where nobody travels, are among
 * those who are told to do the rest: a side alone may do it anywhere. */
static bool holds_all(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    uint32_t held = 0;
    bool visit = chy_is_visit(event->type, event->modes);
    if (chy_is_journey(view, event)) return false;
    if (chy_are_just_people(view, event, telling)) return true;
    const chy_fillings *sides[] = {&event->actors, &event->recipients};
    for (size_t s = 0; s < CHY_COUNT_OF(sides); s++) {
        for (uint32_t i = 0; i < sides[s]->count; i++) {
            uint32_t party = sides[s]->items[i].entity;
            held += chy_party_among(view, &telling->actors, party) ||
                    chy_party_among(view, &telling->recipients, party);
        }
    }
    uint32_t known = event->actors.count + event->recipients.count;
    return held >= 2 || (held == 1 && known == 1 && !visit);
}

bool chy_is_account(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    if (event->type != telling->type || event->status != telling->status ||
        chy_is_told_apart(view, telling->clause) || chy_places_clash(view, event, telling) ||
        (strcmp(telling->date_evidence, "clause") == 0 && chy_dates_clash(event, telling))) {
        return false;
    }
    if (!telling->generic && !telling->soft) return holds_all(view, event, telling);
    return sentence - event->sentence <= NEXT_TO && is_of_several(view, event) &&
           !chy_is_journey(view, event) && is_near(view, event, telling);
}
