/* Who fills a rule's slots. */
#include "events/join.h"

#include <string.h>

/* Arguments of one clause that are looked at for one place. */
#define MOST 32u

bool chy_filler_fits(const chy_view *view, const chy_filler *filler, uint32_t entity) {
    const chy_entity *of = &view->mentions->entities[entity];
    if ((filler->kinds & CHY_FILL_ANY) != 0) return true;
    if ((filler->kinds & CHY_FILL_PARTY) != 0 && chy_entity_acts(of)) return true;
    if (of->kind < CHY_ENTITY_KIND_COUNT &&
        (filler->kinds & (uint32_t)CHY_FILL_KIND << of->kind) != 0) {
        return true;
    }
    for (uint32_t i = 0; chy_filler_codes[i] != NULL; i++) {
        if ((filler->kinds >> i & CHY_FILL_CODES) != 0 && of->country != NULL &&
            strcmp(of->country, chy_filler_codes[i]) == 0) {
            return true;
        }
    }
    return (filler->sectors & of->sectors) != 0;
}

/* "said that | it would send boats": the first word of what somebody says, meaning himself. */
static bool opens_with_self(const chy_statement *said, const chy_word *word) {
    return said->directness == CHY_INDIRECT && said->content_count > 0 &&
           said->contents[0].start == word->span.start && word->lemma != NULL &&
           strcmp(word->lemma, "it") == 0;
}

/* A quoted "we" or "I" is whoever speaks, as is an "it" that nothing else explains. */
static bool speaker_party(const chy_view *view, uint32_t word, chy_filled *party) {
    const chy_word *of = &view->input->words[word];
    uint32_t statement = view->statements->statement_of_word[word];
    if (of->upos != CHY_UPOS_PRON || statement == CHY_NONE) return false;
    const chy_statement *said = &view->statements->statements[statement];
    bool own = (of->feat_bits & CHY_FEAT_FIRST) != 0 || opens_with_self(said, of);
    if (!own || said->speaker == CHY_NONE) return false;
    *party = (chy_filled){said->speaker, said->speaker_mention, of->span, true};
    return true;
}

bool chy_slot_party(const chy_view *view, uint32_t word, chy_filled *party) {
    uint32_t mention = view->mentions->mention_of_head[word];
    if (mention == CHY_NONE) return speaker_party(view, word, party);
    const chy_mention *of = &view->mentions->mentions[mention];
    if (of->entity >= view->mentions->entity_count) return false;
    *party = (chy_filled){of->entity, mention, of->span, true};
    return true;
}

static void add_party(chy_fillings *filled, const chy_filled *party) {
    for (uint32_t i = 0; i < filled->count; i++) {
        if (filled->items[i].entity == party->entity) return;
    }
    if (filled->count < CHY_SLOT_PARTIES) filled->items[filled->count++] = *party;
}

static bool is_whither(const chy_argument *argument) {
    static const char *const whither[] = {"in", "to", "at", "into", NULL};
    for (const char *const *w = whither; *w != NULL; w++) {
        if (strcmp(argument->preposition, *w) == 0) return true;
    }
    return false;
}

static bool at_position(const chy_view *view, const chy_argument *argument, uint32_t index,
                        uint8_t kind, uint8_t role, uint32_t preposition) {
    uint8_t of = view->roles[index];
    if (of == CHY_ROLE_COUNT) return false;
    if (kind == CHY_AT_ANY) return of != CHY_ROLE_PURPOSE;
    if (kind == CHY_AT_ROLE) return of == role;
    if (kind == CHY_AT_HOST) {
        return of == CHY_ROLE_OBJECT || (of == CHY_ROLE_OBLIQUE && is_whither(argument));
    }
    /* "accused of arming": a clause may stand behind a preposition too. */
    bool behind = of == CHY_ROLE_OBLIQUE || of == CHY_ROLE_COMPLEMENT;
    return kind == CHY_AT_PREPOSITION && behind && preposition != 0 &&
           view->prepositions[index] == preposition;
}

static uint32_t arguments_in_role(const chy_view *view, uint32_t clause, uint8_t kind, uint8_t role,
                                  uint32_t preposition, const chy_argument **arguments,
                                  uint32_t most) {
    const chy_clause *of = &view->clauses->clauses[clause];
    uint32_t count = 0;
    for (uint32_t i = 0; i < of->argument_count && count < most; i++) {
        uint32_t index = of->first_argument + i;
        const chy_argument *argument = &view->clauses->arguments[index];
        if (argument->word >= view->input->word_count) continue;
        if (at_position(view, argument, index, kind, role, preposition)) {
            arguments[count++] = argument;
        }
    }
    return count;
}

static uint32_t direct_arguments(const chy_view *view, uint32_t clause, uint8_t kind, uint8_t role,
                                 uint32_t preposition, const chy_argument **arguments,
                                 uint32_t most) {
    uint32_t count = arguments_in_role(view, clause, kind, role, preposition, arguments, most);
    /* Someone warned, told or asked is an object to rules, and an indirect one to some trees. */
    if (count == 0 && kind == CHY_AT_ROLE && role == CHY_ROLE_OBJECT) {
        count = arguments_in_role(view, clause, kind, CHY_ROLE_RECIPIENT, 0, arguments, most);
    }
    return count;
}

uint32_t chy_arguments_at(const chy_view *view, uint32_t clause, const chy_position *position,
                          const chy_argument **arguments, uint32_t most) {
    const chy_argument *outer[MOST];
    uint32_t count = 0;
    if (position->step_kind == CHY_AT_NOWHERE || position->step_kind == CHY_AT_OWNER ||
        position->step_kind == CHY_AT_HOST) {
        return direct_arguments(view, clause, position->kind, position->role, position->preposition,
                                arguments, most);
    }
    uint32_t found = direct_arguments(view, clause, position->kind, position->role,
                                      position->preposition, outer, MOST);
    for (uint32_t i = 0; i < found; i++) {
        uint32_t inner = chy_view_argument_clause(view, outer[i]);
        if (inner == CHY_NONE || inner == clause) continue;
        count += direct_arguments(view, inner, position->step_kind, position->step_role,
                                  position->step_preposition, arguments + count, most - count);
    }
    return count;
}

/* A slot being filled. */
typedef struct filling {
    chy_fillings *found;
    const chy_fillings *taken; /* the actors of the deed whose recipients are looked for, or NULL */
    uint8_t type;              /* of the rule whose recipients are looked for, or none */
} filling;

/* Whether an entity is the state that a party governs: "Croatia would close its ports, its foreign
 * minister warned" warns others. Azerbaijan does not govern a part that is its own party. */
static bool is_governed_by(const chy_entity *state, const chy_entity *party) {
    const uint32_t official = 1u << CHY_SECTOR_GOV | 1u << CHY_SECTOR_MIL;
    return (state->sectors & ~official) == 0 &&
           chy_acts_for_state(party, state, 1u << CHY_SECTOR_GOV);
}

/* "The king and the premier reviewed | their trade": whether a group is of actors alone. */
static bool are_taken(const filling *to, const chy_entity *group) {
    for (uint32_t m = 0; m < group->member_count; m++) {
        bool taken = false;
        for (uint32_t i = 0; to->taken != NULL && i < to->taken->count && !taken; i++)
            taken = to->taken->items[i].entity == group->members[m];
        if (!taken) return false;
    }
    return group->member_count > 0;
}

static bool is_taken(const chy_view *view, const filling *to, uint32_t entity) {
    const chy_entity *entities = view->mentions->entities;
    for (uint32_t i = 0; to->taken != NULL && i < to->taken->count; i++) {
        uint32_t actor = to->taken->items[i].entity;
        if (actor == entity || is_governed_by(&entities[entity], &entities[actor])) return true;
    }
    return are_taken(to, &entities[entity]);
}

/* "agreed to open | its market", "threatened to recall | his ambassador": what belongs to those who
 * promise or threaten is not whom they do it to. */
static bool is_own_thing(const chy_view *view, uint32_t word, uint32_t entity, const filling *to) {
    bool thing = view->mentions->entities[entity].kind == CHY_ENTITY_ORGANISATION;
    bool words = to->type == CHY_THREATEN || (to->type == CHY_AGREE && thing);
    chy_filled owner;
    for (uint32_t c = view->child[word]; words && c != CHY_NONE; c = view->sibling[c]) {
        if (view->input->words[c].deprel == CHY_DEPREL_NMOD_POSS && chy_slot_party(view, c, &owner))
            return is_taken(view, to, owner.entity);
    }
    return false;
}

static bool add_fitting(chy_view *view, uint32_t word, const chy_filler *filler, bool direct,
                        filling *to) {
    chy_filled party;
    if (!chy_slot_party(view, word, &party)) return false;
    if (is_taken(view, to, party.entity) || is_own_thing(view, word, party.entity, to))
        return false;
    if (!chy_filler_fits(view, filler, party.entity)) return false;
    party.direct = direct;
    add_party(to->found, &party);
    return true;
}

static bool is_owner(uint8_t deprel) {
    return deprel == CHY_DEPREL_NMOD_POSS || deprel == CHY_DEPREL_AMOD ||
           deprel == CHY_DEPREL_COMPOUND || deprel == CHY_DEPREL_NMOD ||
           deprel == CHY_DEPREL_NMOD_DESC || deprel == CHY_DEPREL_FLAT;
}

bool chy_is_object_of(const chy_view *view, uint32_t clause, uint32_t word) {
    if (clause == CHY_NONE) return false;
    const chy_clause *of = &view->clauses->clauses[clause];
    for (uint32_t i = of->first_argument; i < of->first_argument + of->argument_count; i++) {
        if (view->clauses->arguments[i].word == word && view->roles[i] == CHY_ROLE_OBJECT) {
            return true;
        }
    }
    return false;
}

/* Words from an owner up to the deed. */
#define OWNER_STEPS 4u

/* Whether a phrase is of who suffers a deed: "the attack | on Israel". */
static bool is_led_against(const chy_view *view, uint32_t word) {
    return chy_is_led_by(view, word, "on") || chy_is_led_by(view, word, "against") ||
           chy_is_led_by(view, word, "upon");
}

/* "condemned the attack | on Israel": who suffers the deed that is spoken of. */
static bool suffers(const chy_view *view, const chy_argument *argument) {
    uint32_t head = view->input->words[argument->word].head;
    uint32_t deed = head == CHY_NONE ? CHY_NONE : view->clauses->clause_of_word[head];
    return argument->inherited && argument->role == CHY_ROLE_OBLIQUE &&
           is_led_against(view, argument->word) && deed != CHY_NONE &&
           view->clauses->clauses[deed].kind == CHY_CLAUSE_NOUN &&
           view->clauses->clauses[deed].light == NULL;
}

/* Whether a word stands deeper in what hangs from a deed as who suffers it: "the attack on | Tamil
 * | students". */
static bool is_suffered_by(const chy_view *view, uint32_t deed, uint32_t word) {
    if (view->clauses->clause_of_word[deed] == CHY_NONE) return false;
    for (uint32_t steps = 0; word != CHY_NONE && word != deed && steps < OWNER_STEPS; steps++) {
        if (is_led_against(view, word)) return true;
        word = view->input->words[word].head;
    }
    return false;
}

/* "Egyptian and Sudanese jets" */
static void add_owner_conjuncts(chy_view *view, uint32_t word, const chy_filler *filler,
                                filling *to) {
    for (uint32_t c = view->child[word]; c != CHY_NONE; c = view->sibling[c]) {
        if (view->input->words[c].deprel != CHY_DEPREL_CONJ) continue;
        (void)add_fitting(view, c, filler, false, to);
    }
}

/* Whether a word says between what a thing lies: "a cable | between Malta and Libya"; not between
 * whom a deed is done: "the pact | between Malta and Libya". */
static bool lies_between(const chy_view *view, uint32_t head, uint32_t word) {
    for (uint32_t steps = 0; word != CHY_NONE && word != head && steps < OWNER_STEPS; steps++) {
        uint32_t above = view->input->words[word].head;
        if (chy_is_led_by(view, word, "between")) {
            return above != CHY_NONE && view->clauses->clause_of_word[above] == CHY_NONE;
        }
        word = above;
    }
    return false;
}

/* Possessor, nationality, of-phrase inside the phrase of `head`: what hangs from the head itself
 * first. In "the arrest of a lawyer" the lawyer is no owner: `clause` is the arrest's, or CHY_NONE.
 */
static bool add_owner(chy_view *view, uint32_t head, uint32_t clause, const chy_filler *filler,
                      filling *to) {
    const chy_phrase *phrase = chy_view_phrase(view, head);
    const chy_word *words = view->input->words;
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < phrase->count; i++) {
            uint32_t word = phrase->words[i];
            bool own = (words[word].head == head) == (pass == 0);
            if (word != head && own && is_owner(words[word].deprel) &&
                !chy_is_object_of(view, clause, word) && !is_suffered_by(view, head, word) &&
                !chy_is_object_of(view, view->clauses->clause_of_word[words[word].head], word) &&
                !lies_between(view, head, word) && add_fitting(view, word, filler, false, to)) {
                add_owner_conjuncts(view, word, filler, to);
                return true;
            }
        }
    }
    return false;
}

static bool add_role(chy_view *view, uint32_t clause, uint8_t role, const chy_filler *filler,
                     filling *to) {
    const chy_argument *arguments[MOST];
    uint32_t count = direct_arguments(view, clause, CHY_AT_ROLE, role, 0, arguments, MOST);
    bool any = false;
    for (uint32_t i = 0; i < count; i++) {
        any = add_fitting(view, arguments[i]->word, filler, false, to) || any;
    }
    return any;
}

/* Whether a mention begins with "a" or "an": something just made up of, not a party known of. */
static bool is_indefinite(const chy_view *view, const chy_filled *party) {
    if (party->mention == CHY_NONE) return false;
    const chy_mention *mention = &view->mentions->mentions[party->mention];
    const char *lemma = view->input->words[mention->first_word].lemma;
    return lemma != NULL && strcmp(lemma, "a") == 0;
}

static bool makes(const chy_word *verb) {
    static const char *const verbs[] = {"create", "establish", "form", "found", "launch", "set"};
    return chy_is_listed(verb->lemma, verbs, CHY_COUNT_OF(verbs));
}

/* "agreed to set up | joint patrols", "a commission | that they would set up": what is only made,
 * or is to be. */
static bool is_made(const chy_view *view, uint32_t word) {
    const chy_word *words = view->input->words;
    uint32_t verb = words[word].head;
    bool made = verb != CHY_NONE && words[word].deprel == CHY_DEPREL_OBJ && makes(&words[verb]);
    for (uint32_t c = view->child[word]; c != CHY_NONE; c = view->sibling[c])
        made = made || (words[c].deprel == CHY_DEPREL_ACL_RELCL && makes(&words[c]));
    return made;
}

/* "agreed to set up a commission": a body that is only to be made is no party. */
static bool is_made_up(const chy_view *view, uint32_t word) {
    chy_filled party;
    return chy_slot_party(view, word, &party) &&
           (is_indefinite(view, &party) || is_made(view, word)) &&
           (view->mentions->entities[party.entity].kind == CHY_ENTITY_ORGANISATION ||
            is_made(view, word));
}

/* The country of a place in the phrase: "arrived in Muscat" is received by Oman, or by Muscat where
 * the report does not name Oman. */
static void add_host(chy_view *view, uint32_t head, const chy_filler *filler, filling *to) {
    const chy_phrase *phrase = chy_view_phrase(view, head);
    for (uint32_t i = 0; i < phrase->count; i++) {
        uint32_t mention = view->mentions->mention_of_head[phrase->words[i]];
        if (mention == CHY_NONE) continue;
        const chy_mention *of = &view->mentions->mentions[mention];
        if (of->entity >= view->mentions->entity_count) continue;
        if (of->kind == CHY_MENTION_PRONOUN) continue; /* "its embassy in Muscat" */
        uint8_t kind = view->mentions->entities[of->entity].kind;
        if (kind != CHY_ENTITY_PLACE && kind != CHY_ENTITY_COUNTRY) continue;
        uint32_t state = chy_view_state_of(view, of->entity);
        /* "the closure of the border": a place that is no country's hosts nobody. */
        if (state == CHY_NONE && of->kind != CHY_MENTION_NAME &&
            view->mentions->entities[of->entity].country[0] == '\0')
            continue;
        if (state == CHY_NONE) state = of->entity;
        if (is_taken(view, to, state) || !chy_filler_fits(view, filler, state)) continue;
        chy_filled party = {state, state == of->entity ? mention : CHY_NONE, of->span, false};
        add_party(to->found, &party);
        return;
    }
}

/* "in reprisal for the murder of a monk", "in response to the ban": the phrase is why it is
 * done, and who stands in it is no party to it. */
static bool tells_why(const chy_view *view, const chy_argument *argument) {
    static const char *const reasons[] = {"revenge", "retaliation", "reprisal",   "response",
                                          "protest", "solidarity",  "connection", "retribution"};
    bool in = argument->role == CHY_ROLE_OBLIQUE && strcmp(argument->preposition, "in") == 0;
    return in &&
           chy_is_listed(view->input->words[argument->word].lemma, reasons, CHY_COUNT_OF(reasons));
}

/* "closed the visit with a song by Brel": a thing made up, with which it is done; nobody in its
 * phrase is whom it is done with. */
static bool tells_how(const chy_view *view, uint32_t inner, const chy_argument *argument) {
    bool with = argument->role == CHY_ROLE_OBLIQUE && strcmp(argument->preposition, "with") == 0;
    if (!with || inner != CHY_NONE) return false;
    for (uint32_t c = view->child[argument->word]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *of = &view->input->words[c];
        if (of->deprel == CHY_DEPREL_NMOD && chy_is_led_by(view, c, "by")) return true;
    }
    return false;
}

/* "shells | fired by the army | struck a market", "a report that the union published": whoever sent
 * out or wrote what acts. */
static bool add_sender(chy_view *view, uint32_t thing, const chy_filler *filler, filling *to) {
    static const char *const sends[] = {"adopt",   "detonate", "draft",   "drop",    "fire",
                                        "hurl",    "issue",    "launch",  "lay",     "pass",
                                        "plant",   "post",     "publish", "release", "send",
                                        "set_off", "sign",     "throw",   "write"};
    for (uint32_t c = view->child[thing]; c != CHY_NONE; c = view->sibling[c]) {
        uint8_t deprel = view->input->words[c].deprel;
        uint32_t clause = view->clauses->clause_of_word[c];
        bool modifies = deprel == CHY_DEPREL_ACL || deprel == CHY_DEPREL_ACL_RELCL;
        if (modifies && chy_is_object_of(view, clause, thing) &&
            chy_is_listed(view->clauses->clauses[clause].lemma, sends, CHY_COUNT_OF(sends)) &&
            add_role(view, clause, CHY_ROLE_SUBJECT, filler, to))
            return true;
    }
    return false;
}

/* The subject of the clause that stands there, then whoever owns it, then, in a complement, its
 * object. */
static void fall_back(chy_view *view, uint32_t clause, const chy_argument *argument,
                      const chy_filler *filler, filling *to) {
    uint32_t inner = chy_view_argument_clause(view, argument);
    bool own = inner != CHY_NONE && inner != clause;
    if (tells_why(view, argument) || tells_how(view, inner, argument)) return;
    if (own && add_role(view, inner, CHY_ROLE_SUBJECT, filler, to)) return;
    if (add_owner(view, argument->word, own ? inner : CHY_NONE, filler, to)) return;
    if (argument->role == CHY_ROLE_SUBJECT && add_sender(view, argument->word, filler, to)) return;
    uint32_t count = to->found->count;
    if (own && argument->role == CHY_ROLE_COMPLEMENT) {
        (void)add_role(view, inner, CHY_ROLE_OBJECT, filler, to);
    }
    /* "agreed to set up a commission": what is only to be made is no party. */
    for (uint32_t i = count; i < to->found->count; i++) {
        const chy_filled *party = &to->found->items[i];
        uint32_t mention = party->mention;
        if (is_indefinite(view, party) ||
            (mention != CHY_NONE && is_made(view, view->mentions->mentions[mention].head_word)))
            to->found->items[i--] = to->found->items[--to->found->count];
    }
}

/* A phrase whose preposition the tree has lost may stand for any: "spoke by phone with Chad" where
 * "with" hangs elsewhere. */
static void add_unmarked(chy_view *view, uint32_t clause, const chy_filler *filler, filling *to) {
    const chy_argument *arguments[MOST];
    uint32_t count =
        direct_arguments(view, clause, CHY_AT_ROLE, CHY_ROLE_OBLIQUE, 0, arguments, MOST);
    for (uint32_t i = 0; i < count; i++) {
        if (arguments[i]->preposition[0] != '\0') continue;
        (void)add_fitting(view, arguments[i]->word, filler, false, to);
    }
}

/* "had promised | four patrol boats": things, and no party to the promise. */
static bool is_promised(const chy_view *view, uint32_t clause, const chy_argument *argument,
                        const filling *to) {
    static const char *const promising[] = {"guarantee", "offer", "pledge", "promise", "vow"};
    const chy_clause *of = &view->clauses->clauses[clause];
    chy_filled party;
    if (to->type != CHY_AGREE || argument->role != CHY_ROLE_OBJECT ||
        !chy_is_listed(of->lemma, promising, CHY_COUNT_OF(promising)) ||
        !chy_slot_party(view, argument->word, &party))
        return false;
    for (uint32_t i = 0; i < of->argument_count; i++)
        if (view->clauses->arguments[of->first_argument + i].role == CHY_ROLE_COMPLEMENT)
            return false;
    uint8_t kind = view->mentions->entities[party.entity].kind;
    return kind != CHY_ENTITY_PERSON && kind != CHY_ENTITY_COUNTRY;
}

/* "condemned the attack on Israel" names no culprit; "blamed the raid on the militia" does. */
static bool seeks_culprit(const chy_view *view, uint32_t clause, const filling *to) {
    const char *lemma = view->clauses->clauses[clause].lemma;
    return to->type == CHY_ACCUSE && strcmp(lemma, "blame") != 0 && strcmp(lemma, "pin") != 0;
}

static void fill_line(chy_view *view, uint32_t clause, const chy_slot_line *line, bool fallback,
                      filling *to) {
    static const char *const with[] = {"with", NULL};
    const chy_argument *arguments[MOST];
    /* "attacked a bus near Kano": a place stands for itself alone. */
    bool place = line->filler.kinds == (uint32_t)CHY_FILL_KIND << CHY_ENTITY_PLACE;
    if (fallback && place && line->filler.sectors == 0) return;
    for (uint32_t p = 0; p < line->at.count && to->found->count == 0; p++) {
        const chy_position *position = &line->at.items[p];
        uint32_t count = chy_arguments_at(view, clause, position, arguments, MOST);
        for (uint32_t i = 0; i < count; i++) {
            if (position->step_kind == CHY_AT_OWNER) {
                (void)add_owner(view, arguments[i]->word, CHY_NONE, &line->filler, to);
            } else if (position->kind == CHY_AT_HOST || position->step_kind == CHY_AT_HOST) {
                add_host(view, arguments[i]->word, &line->filler, to);
            } else if ((seeks_culprit(view, clause, to) && suffers(view, arguments[i])) ||
                       is_promised(view, clause, arguments[i], to) ||
                       (chy_has_preposition(arguments[i], with) &&
                        chy_is_on_agenda(view, arguments[i]->word))) {
                continue;
            } else if (fallback) {
                fall_back(view, clause, arguments[i], &line->filler, to);
            } else if (position->step_kind == CHY_AT_NOWHERE
                           ? !is_made(view, arguments[i]->word)
                           : !is_made_up(view, arguments[i]->word)) {
                (void)add_fitting(view, arguments[i]->word, &line->filler, true, to);
            }
        }
        bool unmarked = fallback && count == 0 && position->kind == CHY_AT_PREPOSITION;
        if (unmarked) add_unmarked(view, clause, &line->filler, to);
    }
}

void chy_slot_fill(chy_view *view, uint32_t clause, const chy_slot *slot, const chy_rule *rule,
                   const chy_fillings *taken, chy_fillings *filled) {
    filling to = {filled, taken, rule == NULL ? CHY_EVENT_TYPE_COUNT : rule->type};
    filled->count = 0;
    for (uint32_t pass = 0; pass < 2 && filled->count == 0; pass++) {
        for (uint32_t i = 0; i < slot->count && filled->count == 0; i++) {
            fill_line(view, clause, &slot->lines[i], pass == 1, &to);
        }
    }
}
