#include "mentions/cast.h"
#include "mentions/nouns.h"

#include <string.h>

/* How far back the members of a group are looked for. */
#define WINDOW         120
#define MOST_SENTENCES 5

typedef struct member_list {
    uint32_t members[CHY_MEMBERS_MOST];
    uint32_t count;
} member_list;

static bool listed(const member_list *list, uint32_t character) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->members[i] == character) return true;
    return false;
}

/* In order of index, so that equal groups compare equal. */
static void insert(member_list *list, uint32_t character) {
    if (listed(list, character) || list->count == CHY_MEMBERS_MOST) return;
    uint32_t at = list->count++;
    for (; at > 0 && list->members[at - 1] > character; at--)
        list->members[at] = list->members[at - 1];
    list->members[at] = character;
}

static bool role_named(const chy_draft *draft, const chy_character *character) {
    for (uint32_t i = 0; i < character->role_count; i++)
        if (chy_role_covers(draft->says.role, character->roles[i])) return true;
    for (uint32_t i = 0; i < character->office_count; i++)
        if (chy_role_covers(draft->says.role, character->offices[i].role)) return true;
    return false;
}

/* Who meets as one of "the two leaders", "the two men": holders of high office, no spokesmen. */
static bool leads(const chy_character *character) {
    if (chy_character_has_role(character, "spokesperson")) return false;
    for (uint32_t i = 0; i < character->role_count; i++)
        if (chy_role_leads(character->roles[i])) return true;
    return character->office_count > 0;
}

/* "The two men", "the two statesmen": words that say of a pair of leaders only that they are two.
 */
static bool says_pair(const chy_draft *draft) {
    static const char *const nouns[] = {"leader",     "man",       "people", "person",
                                        "politician", "statesman", "woman"};
    return draft->says.count == 2 && chy_is_one_of(draft->says.role, nouns, CHY_COUNT_OF(nouns));
}

/* Whether a character can be one of those that a plural names. `pass` widens for "both sides":
 * first countries, then persons, then bodies. */
static bool can_belong(const chy_draft *draft, const chy_character *character, int pass) {
    const chy_profile *says = &draft->says;
    uint8_t kind = character->is.kind;
    /* "The two ministers" may be two that have no name. */
    bool named = character->name_draft != CHY_NONE || chy_is_share(character) ||
                 (kind == CHY_ENTITY_PERSON && says->count > 0 && character->is.country[0]);
    if ((character->is.number == 2 && !chy_is_share(character)) || !named) return false;
    if (says->country[0] && character->is.country[0] &&
        strcmp(says->country, character->is.country) != 0)
        return false;
    if (says->flags & CHY_SAYS_COUNTRY || strcmp(says->role, "government") == 0)
        return kind == CHY_ENTITY_COUNTRY;
    if (says->flags & CHY_SAYS_SIDE) {
        bool body = kind == CHY_ENTITY_ORGANISATION || kind == CHY_ENTITY_ARMED_GROUP;
        bool acts = character->is.sectors != 0;
        return pass == 0 ? acts && (kind == CHY_ENTITY_COUNTRY || body) : kind == CHY_ENTITY_PERSON;
    }
    bool gender = !says->gender || !character->is.gender || says->gender == character->is.gender;
    bool leaders = says_pair(draft) && gender && leads(character);
    return kind == CHY_ENTITY_PERSON && (leaders || role_named(draft, character));
}

/* The verb that a party stands at, past the coordination of nouns. */
static uint32_t governor(const chy_casting *c, uint32_t word) {
    for (int steps = 0; steps < 6 && c->words[word].deprel == CHY_DEPREL_CONJ; steps++)
        word = c->words[word].head;
    return c->words[word].head;
}

/* Whether a word stands above another in its tree. */
static bool above(const chy_casting *c, uint32_t upper, uint32_t word) {
    for (int steps = 0; steps < 12 && word != CHY_NONE; steps++) {
        if (word == upper) return true;
        word = c->words[word].head;
    }
    return false;
}

static void collect(const chy_casting *c, uint32_t at, int pass, member_list *list) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence;
    /* "The two presidents": the two last named. "The leaders": all that the last sentences named.
     */
    uint32_t wanted = draft->says.count                   ? draft->says.count
                      : draft->says.flags & CHY_SAYS_SIDE ? 2
                                                          : CHY_MEMBERS_MOST;
    for (uint32_t back = 1; back <= WINDOW && back <= at && list->count < wanted; back++) {
        const chy_draft *other = &c->drafts[at - back];
        uint32_t distance = sentence - c->words[other->head].sentence;
        uint32_t most = draft->says.count ? 2 * MOST_SENTENCES : MOST_SENTENCES;
        if (distance > most) break;
        if (other->character == CHY_NONE || listed(list, other->character)) continue;
        bool adjective =
            other->says.flags & CHY_SAYS_ADJECTIVE && other->reading != CHY_READING_METONYMIC;
        bool within = draft->first <= other->first && other->end <= draft->end;
        uint32_t verb = governor(c, other->head);
        bool agent = distance == 0 && verb != CHY_NONE && above(c, verb, draft->head);
        if (!within && !adjective && !agent && other->kind != CHY_MENTION_PRONOUN &&
            can_belong(draft, &c->cast[other->character], pass))
            insert(list, other->character);
    }
    if (list->count < (wanted == CHY_MEMBERS_MOST ? 2 : wanted)) list->count = 0;
}

static bool is_party(const chy_casting *c, const chy_draft *draft) {
    uint8_t kind = draft->character == CHY_NONE ? (uint8_t)CHY_ENTITY_OTHER
                                                : c->cast[draft->character].is.kind;
    bool acts = kind == CHY_ENTITY_PERSON || kind == CHY_ENTITY_COUNTRY ||
                kind == CHY_ENTITY_ORGANISATION || kind == CHY_ENTITY_ARMED_GROUP;
    if (!acts || draft->reading == CHY_READING_LITERAL || draft->kind == CHY_MENTION_PRONOUN ||
        draft->says.flags & CHY_SAYS_ADJECTIVE || c->cast[draft->character].is.number == 2)
        return false;
    uint32_t word = draft->head;
    for (int steps = 0; steps < 6 && c->words[word].deprel == CHY_DEPREL_CONJ; steps++)
        word = c->words[word].head;
    switch (c->words[word].deprel) {
    case CHY_DEPREL_NSUBJ:
    case CHY_DEPREL_NSUBJ_PASS:
    case CHY_DEPREL_OBJ:
        return true;
    case CHY_DEPREL_OBL:
    case CHY_DEPREL_NMOD: {
        const char *preposition = chy_tree_case(&c->tree, word);
        return strcmp(preposition, "with") == 0 || strcmp(preposition, "between") == 0;
    }
    default:
        return false;
    }
}

/* Whether a plural can go on from a party of several nations: "the two leaders" from "the
 * presidents of Chad and Niger", "both sides" from "Chadian and Nigerien troops". */
static bool goes_on(const chy_casting *c, const chy_draft *draft, const chy_character *group) {
    uint32_t count = draft->says.count;
    if (group->member_count < 2 || (count ? group->member_count != count : false)) return false;
    for (uint32_t i = 0; i < group->member_count; i++) {
        const chy_character *member = &c->cast[group->members[i]];
        bool side = draft->says.flags & CHY_SAYS_SIDE && !(draft->says.flags & CHY_SAYS_COUNTRY);
        if (!chy_is_share(member) || !(side || can_belong(draft, member, 0))) return false;
    }
    return true;
}

/* The members of the last party of several nations, where no other that would do stands nearer. */
static void collect_joint(const chy_casting *c, uint32_t at, member_list *list) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence;
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > MOST_SENTENCES) return;
        if (other->character == CHY_NONE || other->kind == CHY_MENTION_PRONOUN) continue;
        const chy_character *character = &c->cast[other->character];
        bool person = character->is.kind == CHY_ENTITY_PERSON;
        if (person && can_belong(draft, character, 1)) return;
        if (!goes_on(c, draft, character)) continue;
        for (uint32_t i = 0; i < character->member_count; i++)
            insert(list, character->members[i]);
        return;
    }
}

/* "Both sides": the two parties of the last act that had two: "A met B", "A and B signed", "talks
 * between A and B". */
static void collect_pair(const chy_casting *c, uint32_t at, member_list *list) {
    uint32_t sentence = c->words[c->drafts[at].head].sentence;
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *second = &c->drafts[at - back];
        if (sentence - c->words[second->head].sentence > MOST_SENTENCES) return;
        if (!is_party(c, second)) continue;
        uint32_t verb = governor(c, second->head);
        /* Who calls on both sides is neither. */
        if (verb == CHY_NONE || above(c, verb, c->drafts[at].head)) continue;
        for (uint32_t more = back + 1; more <= back + 16 && more <= at; more++) {
            const chy_draft *first = &c->drafts[at - more];
            if (is_party(c, first) && governor(c, first->head) == verb &&
                first->character != second->character) {
                insert(list, first->character);
                insert(list, second->character);
                return;
            }
        }
    }
}

/* "The two nations" of leaders just named: their countries. */
static void collect_countries(const chy_casting *c, uint32_t at, member_list *list) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence;
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > MOST_SENTENCES) return;
        if (other->character == CHY_NONE) continue;
        const chy_character *group = &c->cast[other->character];
        list->count = 0;
        if (group->member_count == 2 && group->is.kind == CHY_ENTITY_GROUP)
            for (uint32_t i = 0; i < 2; i++) {
                uint32_t country = chy_find_country(c, c->cast[group->members[i]].is.country);
                if (country != CHY_NONE) insert(list, country);
            }
        if (list->count == 2) return;
    }
    list->count = 0;
}

/* The subject of the clause that a word stands in, its own phrase aside. */
static uint32_t clause_subject(const chy_casting *c, uint32_t word) {
    for (int steps = 0; steps < 12 && c->words[word].head != CHY_NONE; steps++) {
        uint32_t verb = c->words[word].head;
        uint32_t subject = chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ);
        if (subject != CHY_NONE && subject != word) return c->draft_of_head[subject];
        word = verb;
    }
    return CHY_NONE;
}

/* 1 where a mention arrives or is received, -1 where it receives, 0 otherwise. */
static int guest_or_host(const chy_casting *c, const chy_draft *draft) {
    static const char *const receive[] = {"greet", "host", "receive", "welcome"};
    static const char *const arrive[] = {"arrive", "fly", "land", "travel", "visit"};
    uint32_t verb = governor(c, draft->head);
    if (verb == CHY_NONE) return 0;
    const char *lemma = c->words[verb].lemma;
    uint8_t deprel = c->words[draft->head].deprel;
    if (chy_is_one_of(lemma, receive, CHY_COUNT_OF(receive)))
        return deprel == CHY_DEPREL_NSUBJ                                    ? -1
               : deprel == CHY_DEPREL_OBJ || deprel == CHY_DEPREL_NSUBJ_PASS ? 1
                                                                             : 0;
    bool comes = chy_is_one_of(lemma, arrive, CHY_COUNT_OF(arrive));
    return comes && deprel == CHY_DEPREL_NSUBJ ? 1 : 0;
}

/* "His guest", "her interlocutor": the leader last named who is not the subject of the clause;
 * "the visitor", "the host": the one who came, or who received. CHY_NONE for other words. */
uint32_t chy_find_reciprocal(const chy_casting *c, uint32_t at) {
    static const char *const nouns[] = {"counterpart", "guest", "host", "interlocutor", "visitor"};
    const chy_draft *draft = &c->drafts[at];
    const chy_profile *says = &draft->says;
    bool definite = says->flags & CHY_SAYS_DEFINITE && !(says->flags & CHY_SAYS_OTHER);
    if (!definite || says->number == 2 || says->country[0] ||
        !chy_is_one_of(says->role, nouns, CHY_COUNT_OF(nouns)))
        return CHY_NONE;
    bool owned = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_NMOD_POSS) != CHY_NONE;
    int wanted = strcmp(says->role, "host") == 0 ? -1 : 1;
    uint32_t subject = clause_subject(c, draft->head);
    uint32_t owner = subject == CHY_NONE ? CHY_NONE : c->drafts[subject].character;
    if (owned && (owner == CHY_NONE || c->cast[owner].is.kind != CHY_ENTITY_PERSON))
        return CHY_NONE;
    uint32_t sentence = c->words[draft->head].sentence;
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > 2 * MOST_SENTENCES) break;
        if (other->character == CHY_NONE || other->character == owner) continue;
        const chy_character *character = &c->cast[other->character];
        bool leader = character->is.kind == CHY_ENTITY_PERSON && character->is.number != 2 &&
                      character->name_draft != CHY_NONE && leads(character);
        if (leader && (owned || guest_or_host(c, other) == wanted)) return other->character;
    }
    return CHY_NONE;
}

/* Groups already made of the same members. */
static uint32_t find_group(const chy_casting *c, const member_list *list) {
    for (uint32_t i = c->cast_count; i-- > 0 && c->cast_count - i < WINDOW;) {
        const chy_character *group = &c->cast[i];
        if (group->member_count == list->count &&
            memcmp(group->members, list->members, list->count * sizeof *list->members) == 0)
            return i;
    }
    return CHY_NONE;
}

static chy_status make_group(chy_casting *c, const member_list *list, uint32_t *character) {
    *character = find_group(c, list);
    if (*character != CHY_NONE) return CHY_OK;
    chy_character *group = chy_character_add(c, character);
    if (!group) return chy_fail_memory(c->err);
    group->is.kind = CHY_ENTITY_GROUP;
    group->is.number = 2;
    memcpy(group->members, list->members, sizeof group->members);
    group->member_count = list->count;
    /* What all members share is the group's. */
    for (uint32_t i = 0; i < list->count; i++) {
        const chy_character *member = &c->cast[list->members[i]];
        if (i == 0)
            group->is.country = member->is.country;
        else if (strcmp(group->is.country, member->is.country) != 0)
            group->is.country = "";
        group->is.sectors |= member->is.sectors;
    }
    return CHY_OK;
}

/* "They" after "Chad and Niger": the coordination that stands as the last subject. */
static void collect_conjuncts(const chy_casting *c, uint32_t at, int points, member_list *list) {
    const chy_draft *pronoun = &c->drafts[at];
    uint32_t sentence = c->words[pronoun->head].sentence;
    uint32_t best = CHY_NONE;
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        uint32_t distance = sentence - c->words[other->head].sentence;
        if (distance > 2) break;
        uint32_t conjunct = chy_tree_child(&c->tree, other->head, CHY_DEPREL_CONJ);
        bool within = other->first <= pronoun->first && pronoun->end <= other->end;
        if (conjunct == CHY_NONE || other->character == CHY_NONE || within ||
            conjunct > pronoun->head)
            continue;
        /* Two together suit "they" better than one of them would: hence the two points. */
        int found = chy_antecedent_points(c, at, at - back, distance) + 2;
        if (found > points) {
            best = at - back;
            points = found;
        }
    }
    if (best == CHY_NONE) return;
    uint32_t head = c->drafts[best].head;
    insert(list, c->drafts[best].character);
    for (uint32_t w = c->tree.first_child[head]; w != CHY_NONE; w = c->tree.next_sibling[w]) {
        uint32_t other = c->draft_of_head[w];
        if (c->words[w].deprel == CHY_DEPREL_CONJ && other != CHY_NONE && other < at &&
            c->drafts[other].character != CHY_NONE)
            insert(list, c->drafts[other].character);
    }
    if (list->count < 2) list->count = 0;
}

chy_status chy_find_group(chy_casting *c, uint32_t at, int points, uint32_t *character) {
    const chy_draft *draft = &c->drafts[at];
    member_list list = {.count = 0};
    *character = CHY_NONE;
    if (draft->kind == CHY_MENTION_PRONOUN) {
        if (draft->says.number != 2) return CHY_OK;
        collect_conjuncts(c, at, points, &list);
    } else {
        bool many = draft->says.number == 2 && !(draft->says.flags & CHY_SAYS_OTHER);
        bool pointed = draft->says.flags & CHY_SAYS_DEFINITE || draft->says.flags & CHY_SAYS_SIDE;
        if (!many || !pointed || draft->says.flags & CHY_SAYS_PEOPLE) return CHY_OK;
        bool sides = draft->says.flags & CHY_SAYS_SIDE && draft->says.count <= 2;
        bool countries =
            draft->says.flags & CHY_SAYS_COUNTRY || strcmp(draft->says.role, "government") == 0;
        collect_joint(c, at, &list);
        if (sides && list.count == 0) collect_pair(c, at, &list);
        if (countries && list.count == 0 && draft->says.count <= 2) collect_countries(c, at, &list);
        for (int pass = 0; pass < 2 && list.count == 0; pass++)
            collect(c, at, pass, &list);
    }
    return list.count > 0 ? make_group(c, &list, character) : CHY_OK;
}
