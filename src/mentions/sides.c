/* Groups of two: the parties of the last act that had two, "A met B", "talks between A and B". */
#include "mentions/groups.h"
#include "mentions/pairs.h"

#include <string.h>

/* How far before the second party the first may stand. */
#define PARTIES_APART 16u

/* How many mentions back the leaders are looked for who met. */
#define ENCOUNTER_WINDOW 400u

/* The verb that a party stands at, past the coordination of nouns and past its titles, and past
 * what it is done with: "held talks | with B". */
static uint32_t governor(const chy_casting *c, uint32_t word) {
    for (int steps = 0; steps < 6; steps++) {
        uint8_t deprel = c->words[word].deprel;
        bool passes = deprel == CHY_DEPREL_APPOS || deprel == CHY_DEPREL_FLAT ||
                      deprel == CHY_DEPREL_NMOD_DESC;
        if (!passes || c->words[word].head == CHY_NONE) break;
        word = c->words[word].head;
    }
    uint32_t above = chy_governor(c, word);
    bool with = above != CHY_NONE && c->words[word].deprel == CHY_DEPREL_NMOD &&
                c->words[above].deprel == CHY_DEPREL_OBJ &&
                strcmp(chy_tree_case(&c->tree, word), "with") == 0;
    return with ? c->words[above].head : above;
}

static uint32_t subject_of(const chy_casting *c, uint32_t verb) {
    uint32_t subject = chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ);
    return subject != CHY_NONE ? subject : chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ_PASS);
}

void chy_agents_of(const chy_casting *c, uint32_t at, chy_member_list *agents) {
    uint32_t word = c->drafts[at].head;
    for (int steps = 0; steps < 12 && c->words[word].head != CHY_NONE; steps++) {
        /* A clause beside another, with a subject of its own, is nobody else's: "A met B, and the
         * two sides agreed". */
        static const uint8_t beside[] = {CHY_DEPREL_ADVCL, CHY_DEPREL_CONJ, CHY_DEPREL_PARATAXIS};
        bool own = subject_of(c, word) != CHY_NONE;
        for (size_t i = 0; own && i < CHY_COUNT_OF(beside); i++)
            if (c->words[word].deprel == beside[i]) return;
        uint32_t verb = c->words[word].head, subject = subject_of(c, verb);
        uint32_t draft =
            subject == CHY_NONE || subject == word ? CHY_NONE : c->draft_of_head[subject];
        if (draft != CHY_NONE && c->drafts[draft].character != CHY_NONE)
            chy_member_insert(agents, c->drafts[draft].character);
        word = verb;
    }
}

/* "Negotiators for A and B", "the governments of A and B". */
static bool sends(const chy_casting *c, uint32_t word, const char *preposition) {
    uint32_t sent = c->words[word].deprel == CHY_DEPREL_NMOD ? c->words[word].head : CHY_NONE;
    bool of = strcmp(preposition, "of") == 0 || strcmp(preposition, "for") == 0;
    uint32_t draft = sent == CHY_NONE ? CHY_NONE : c->draft_of_head[sent];
    return of && draft != CHY_NONE && c->drafts[draft].kind == CHY_MENTION_DESCRIPTION &&
           c->drafts[draft].says.number == 2 &&
           c->drafts[draft].says.flags & (CHY_SAYS_HUMAN | CHY_SAYS_BODY);
}

/* Whether a mention stands where the parties of an act stand. */
static bool is_placed(const chy_casting *c, const chy_draft *draft) {
    static const char *const with[] = {"between", "by", "from", "with"};
    uint32_t word = draft->head;
    for (int steps = 0; steps < 6 && c->words[word].deprel == CHY_DEPREL_CONJ; steps++)
        word = c->words[word].head;
    switch (c->words[word].deprel) {
    case CHY_DEPREL_NSUBJ:
    case CHY_DEPREL_NSUBJ_PASS:
    case CHY_DEPREL_OBJ:
    case CHY_DEPREL_IOBJ:
    case CHY_DEPREL_OBL_AGENT:
        return true;
    case CHY_DEPREL_OBL:
    case CHY_DEPREL_NMOD: {
        const char *preposition = chy_tree_case(&c->tree, word);
        return chy_is_one_of(preposition, with, CHY_COUNT_OF(with)) || sends(c, word, preposition);
    }
    default:
        return false;
    }
}

static bool coordinated(const chy_casting *c, const chy_draft *first, const chy_draft *second) {
    uint32_t word = second->head;
    for (int steps = 0; steps < 6 && c->words[word].deprel == CHY_DEPREL_CONJ; steps++) {
        word = c->words[word].head;
        if (word == first->head) return true;
    }
    return false;
}

static bool has_role_of(const chy_draft *draft, const chy_character *character) {
    for (uint32_t i = 0; i < character->role_count; i++)
        if (strcmp(character->roles[i], draft->says.role) == 0 ||
            (draft->says.role_class[0] && strcmp(character->roles[i], draft->says.role_class) == 0))
            return true;
    return draft->says.role_class[0] && character->has_row &&
           strcmp(character->row.role, draft->says.role_class) == 0;
}

/* Whether a mention can be one of the two that a plural names. */
static bool is_party(const chy_casting *c, const chy_draft *plural, chy_group_kind wanted,
                     const chy_draft *draft) {
    if (draft->character == CHY_NONE || draft->says.flags & CHY_SAYS_THING) return false;
    const chy_character *character = &c->cast[draft->character];
    uint8_t kind = character->is.kind;
    bool adjective =
        draft->says.flags & CHY_SAYS_ADJECTIVE && draft->reading != CHY_READING_METONYMIC;
    bool pronoun = draft->kind == CHY_MENTION_PRONOUN && wanted != CHY_GROUP_PERSONS &&
                   plural->kind != CHY_MENTION_PRONOUN;
    if (adjective || pronoun || character->is.number == 2) return false;
    bool body = kind == CHY_ENTITY_ORGANISATION || kind == CHY_ENTITY_ARMED_GROUP;
    switch (wanted) {
    case CHY_GROUP_PERSONS:
        return kind == CHY_ENTITY_PERSON &&
               (chy_person_belongs(plural, character) ||
                (chy_says_people_alone(plural) && character->name_draft != CHY_NONE &&
                 !chy_character_has_role(character, "spokesperson")));
    case CHY_GROUP_COUNTRIES:
        return kind == CHY_ENTITY_COUNTRY;
    case CHY_GROUP_BODIES: {
        /* "The two groups" of bodies by whatever name. */
        static const char *const any[] = {"group", "movement", "organisation", "organization"};
        bool general = chy_is_one_of(plural->says.role, any, CHY_COUNT_OF(any));
        return body &&
               ((general && character->name_draft != CHY_NONE) || has_role_of(plural, character));
    }
    case CHY_GROUP_SIDES:
        break;
    }
    /* "The two navies" are no persons. */
    const uint32_t forces = 1u << CHY_SECTOR_MIL | 1u << CHY_SECTOR_COP;
    if (plural->says.sectors & forces && plural->says.flags & CHY_SAYS_BODY)
        return kind == CHY_ENTITY_COUNTRY || (body && character->is.sectors & forces);
    return kind == CHY_ENTITY_PERSON || kind == CHY_ENTITY_COUNTRY ||
           (body && !chy_is_press(character));
}

/* "Chad opened | its market |": a body that one has is no second party. */
static bool has(const chy_casting *c, const chy_draft *first, const chy_draft *second) {
    uint32_t owner = chy_tree_child(&c->tree, second->head, CHY_DEPREL_NMOD_POSS);
    uint32_t told = owner == CHY_NONE ? CHY_NONE : c->draft_of_head[owner];
    return told != CHY_NONE && c->drafts[told].character == first->character &&
           second->says.kind != CHY_ENTITY_PERSON;
}

/* Whether two countries are told of together as those who act or deal with each other: "| Chad and
 * Niger | closed", "between | Chad and Niger |"; not "lorries from | Chad and Niger |". */
static bool act_together(const chy_casting *c, const chy_draft *first) {
    static const char *const two[] = {"between", "of"};
    uint32_t word = first->head;
    for (int steps = 0; steps < 6 && c->words[word].deprel == CHY_DEPREL_CONJ; steps++)
        word = c->words[word].head;
    switch (c->words[word].deprel) {
    case CHY_DEPREL_OBL:
    case CHY_DEPREL_NMOD:
        return chy_is_one_of(chy_tree_case(&c->tree, word), two, CHY_COUNT_OF(two));
    default:
        return true;
    }
}

/* Whether two mentions stand at one verb, or the first is the subject that a verb behind "and" goes
 * on with: "X | flew to Rabat and met | Y". */
static bool share_act(const chy_casting *c, const chy_draft *first, const chy_draft *second) {
    uint32_t of_first = governor(c, first->head), verb = governor(c, second->head);
    if (of_first == verb) return true;
    bool goes_on = verb != CHY_NONE && c->words[verb].deprel == CHY_DEPREL_CONJ &&
                   c->words[verb].head == of_first && subject_of(c, verb) == CHY_NONE;
    return goes_on && c->words[first->head].deprel == CHY_DEPREL_NSUBJ;
}

/* Whether two mentions are the parties of one act, or stand side by side. */
static bool are_pair(const chy_casting *c, const chy_draft *plural, chy_group_kind wanted,
                     const chy_draft *first, const chy_draft *second) {
    if (!is_party(c, plural, wanted, first) || first->character == second->character ||
        has(c, first, second))
        return false;
    bool anywhere = wanted == CHY_GROUP_COUNTRIES;
    if (coordinated(c, first, second))
        return anywhere ? act_together(c, first) : is_placed(c, first);
    bool literal = !anywhere && (first->reading == CHY_READING_LITERAL ||
                                 second->reading == CHY_READING_LITERAL);
    return !literal && is_placed(c, first) && is_placed(c, second) && share_act(c, first, second);
}

void chy_collect_pair(const chy_casting *c, uint32_t at, chy_group_kind wanted,
                      const chy_member_list *agents, chy_member_list *list) {
    const chy_draft *plural = &c->drafts[at];
    uint32_t sentence = c->words[plural->head].sentence;
    for (uint32_t back = 1; back <= CHY_GROUP_WINDOW && back <= at; back++) {
        const chy_draft *second = &c->drafts[at - back];
        if (sentence - c->words[second->head].sentence > chy_group_reach(plural)) return;
        if (!is_party(c, plural, wanted, second) || governor(c, second->head) == CHY_NONE ||
            chy_member_listed(agents, second->character))
            continue;
        for (uint32_t more = back + 1; more <= back + PARTIES_APART && more <= at; more++) {
            const chy_draft *first = &c->drafts[at - more];
            if (!are_pair(c, plural, wanted, first, second) ||
                chy_member_listed(agents, first->character))
                continue;
            chy_member_insert(list, first->character);
            chy_member_insert(list, second->character);
            return;
        }
    }
}

/* Whether a mention is of one who leads a state: "Chad's president", not his spokesman. */
static bool leads_state(const chy_casting *c, const chy_draft *draft) {
    if (draft->character == CHY_NONE || draft->says.flags & CHY_SAYS_THING) return false;
    const chy_character *character = &c->cast[draft->character];
    return character->is.kind == CHY_ENTITY_PERSON && chy_leads(character) &&
           chy_code_is_state(chy_country_known(character));
}

void chy_collect_leaders(const chy_casting *c, uint32_t at, chy_member_list *list) {
    const chy_draft *plural = &c->drafts[at];
    for (uint32_t back = 1; back <= ENCOUNTER_WINDOW && back <= at; back++) {
        const chy_draft *second = &c->drafts[at - back];
        if (!leads_state(c, second) || governor(c, second->head) == CHY_NONE) continue;
        const char *country = chy_country_known(&c->cast[second->character]);
        for (uint32_t more = back + 1; more <= back + PARTIES_APART && more <= at; more++) {
            const chy_draft *first = &c->drafts[at - more];
            if (!leads_state(c, first) ||
                strcmp(chy_country_known(&c->cast[first->character]), country) == 0 ||
                !are_pair(c, plural, CHY_GROUP_SIDES, first, second))
                continue;
            chy_member_insert(list, first->character);
            chy_member_insert(list, second->character);
            return;
        }
    }
}

/* Whether a plural can go on from a party of several nations: "the two leaders" from "the
 * presidents of Chad and Niger", "both sides" from "Chadian and Nigerien troops". */
static bool goes_on(const chy_casting *c, const chy_draft *draft, const chy_character *group) {
    uint32_t count = draft->says.count;
    bool side = chy_group_kind_of(draft) == CHY_GROUP_SIDES;
    if (group->member_count < 2 || (count && group->member_count != count)) return false;
    for (uint32_t i = 0; i < group->member_count; i++) {
        const chy_character *member = &c->cast[group->members[i]];
        if (!chy_is_share(member) || !(side || chy_person_belongs(draft, member))) return false;
    }
    return true;
}

void chy_collect_joint(const chy_casting *c, uint32_t at, chy_member_list *list) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence;
    for (uint32_t back = 1; back <= CHY_GROUP_WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > CHY_GROUP_SENTENCES) return;
        if (other->character == CHY_NONE || other->kind == CHY_MENTION_PRONOUN) continue;
        const chy_character *character = &c->cast[other->character];
        bool person = character->is.kind == CHY_ENTITY_PERSON;
        if (person && chy_person_belongs(draft, character)) return;
        if (!goes_on(c, draft, character)) continue;
        for (uint32_t i = 0; i < character->member_count; i++)
            chy_member_insert(list, character->members[i]);
        return;
    }
}
