#include "mentions/groups.h"

#include "mentions/nouns.h"

#include <string.h>

/* How many sentences on the members of a plural are looked for that opens a report. */
#define AHEAD_SENTENCES 3u

#define ARMED                                                                                      \
    (1u << CHY_SECTOR_MIL | 1u << CHY_SECTOR_COP | 1u << CHY_SECTOR_REB | 1u << CHY_SECTOR_UAF)

bool chy_member_listed(const chy_member_list *list, uint32_t character) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->members[i] == character) return true;
    return false;
}

void chy_member_insert(chy_member_list *list, uint32_t character) {
    if (chy_member_listed(list, character) || list->count == CHY_MEMBERS_MOST) return;
    uint32_t at = list->count++;
    for (; at > 0 && list->members[at - 1] > character; at--)
        list->members[at] = list->members[at - 1];
    list->members[at] = character;
}

/* ---- What a plural says ------------------------------------------------------------------------
 */

chy_group_kind chy_group_kind_of(const chy_draft *draft) {
    /* Bodies that stand for whoever sent them. */
    static const char *const sent[] = {"air force",   "army",       "border guard", "camp",
                                       "coast guard", "delegation", "force",        "military",
                                       "navy",        "side",       "team"};
    const chy_profile *says = &draft->says;
    if (draft->kind == CHY_MENTION_PRONOUN) return CHY_GROUP_SIDES;
    if (says->flags & CHY_SAYS_COUNTRY || strcmp(says->role, "government") == 0)
        return CHY_GROUP_COUNTRIES;
    bool persons = says->flags & CHY_SAYS_HUMAN && !(says->flags & CHY_SAYS_SIDE);
    if (chy_is_one_of(says->role, sent, CHY_COUNT_OF(sent))) return CHY_GROUP_SIDES;
    if (persons || chy_says_people_alone(draft)) return CHY_GROUP_PERSONS;
    return says->flags & CHY_SAYS_SIDE ? CHY_GROUP_SIDES : CHY_GROUP_BODIES;
}

uint32_t chy_group_reach(const chy_draft *draft) {
    if (draft->kind == CHY_MENTION_PRONOUN) return 2;
    return draft->says.count ? 2 * CHY_GROUP_SENTENCES : CHY_GROUP_SENTENCES;
}

bool chy_says_people_alone(const chy_draft *draft) {
    static const char *const nouns[] = {"duo",       "interlocutor", "leader", "man",
                                        "pair",      "people",       "person", "politician",
                                        "statesman", "woman"};
    return draft->says.count >= 2 && chy_is_one_of(draft->says.role, nouns, CHY_COUNT_OF(nouns));
}

bool chy_is_press(const chy_character *character) {
    return character->is.sectors == 1u << CHY_SECTOR_JRN;
}

bool chy_leads(const chy_character *character) {
    if (chy_character_has_role(character, "spokesperson")) return false;
    for (uint32_t i = 0; i < character->role_count; i++)
        if (chy_role_leads(character->roles[i])) return true;
    return character->office_count > 0;
}

/* Whether a character has a name, or may do without: "the two ministers" may be two that have none.
 */
static bool may_be_member(const chy_draft *draft, const chy_character *character) {
    const chy_profile *says = &draft->says;
    bool named =
        character->name_draft != CHY_NONE || chy_is_share(character) ||
        (character->is.kind == CHY_ENTITY_PERSON && says->count > 0 && character->is.country[0]);
    bool countries = !says->country[0] || !character->is.country[0] ||
                     strcmp(says->country, character->is.country) == 0;
    return named && countries && (character->is.number != 2 || chy_is_share(character));
}

bool chy_person_belongs(const chy_draft *draft, const chy_character *character) {
    const chy_profile *says = &draft->says;
    if (character->is.kind != CHY_ENTITY_PERSON || !may_be_member(draft, character)) return false;
    bool gender = !says->gender || !character->is.gender || says->gender == character->is.gender;
    bool side = says->flags & CHY_SAYS_SIDE;
    /* Of two the leaders meet; of three or more nobody is passed over. */
    bool leads = chy_leads(character) || says->count > 2;
    return side || (chy_says_people_alone(draft) && gender && leads) ||
           chy_character_covered(character, says->role);
}

/* ---- The last named ----------------------------------------------------------------------------
 */

/* Whether a character can be one of those that a plural names. `pass` widens for "both sides":
 * first countries and bodies, then persons. */
static bool can_belong(const chy_draft *draft, const chy_character *character, int pass) {
    uint8_t kind = character->is.kind;
    bool body = kind == CHY_ENTITY_ORGANISATION || kind == CHY_ENTITY_ARMED_GROUP;
    switch (chy_group_kind_of(draft)) {
    case CHY_GROUP_COUNTRIES:
        return kind == CHY_ENTITY_COUNTRY && may_be_member(draft, character);
    case CHY_GROUP_SIDES:
        if (pass > 0) return chy_person_belongs(draft, character);
        /* "The two navies" are of no two charities. */
        if (body && draft->says.sectors & ARMED && !(character->is.sectors & ARMED)) return false;
        return character->is.sectors && may_be_member(draft, character) &&
               (kind == CHY_ENTITY_COUNTRY || (body && !chy_is_press(character)));
    case CHY_GROUP_PERSONS: {
        /* "The two women", where no women lead: those whose names say so. */
        char gender = draft->says.gender;
        bool alike = pass > 0 && chy_says_people_alone(draft) && gender &&
                     character->is.gender == gender && kind == CHY_ENTITY_PERSON &&
                     character->name_draft != CHY_NONE;
        return alike || chy_person_belongs(draft, character);
    }
    case CHY_GROUP_BODIES:
        break;
    }
    return false;
}

static void collect(const chy_casting *c, uint32_t at, int pass, const chy_member_list *agents,
                    chy_member_list *list) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence;
    /* "The two presidents": the two last named. "The leaders": all that the last sentences named.
     */
    uint32_t wanted = draft->says.count                   ? draft->says.count
                      : draft->says.flags & CHY_SAYS_SIDE ? 2
                                                          : CHY_MEMBERS_MOST;
    for (uint32_t back = 1; back <= CHY_GROUP_WINDOW && back <= at && list->count < wanted;
         back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > chy_group_reach(draft)) break;
        if (other->character == CHY_NONE) continue;
        bool adjective =
            other->says.flags & CHY_SAYS_ADJECTIVE && other->reading != CHY_READING_METONYMIC;
        bool within = draft->first <= other->first && other->end <= draft->end;
        if (!within && !adjective && other->kind != CHY_MENTION_PRONOUN &&
            !chy_member_listed(agents, other->character) &&
            can_belong(draft, &c->cast[other->character], pass))
            chy_member_insert(list, other->character);
    }
    if (list->count < (wanted == CHY_MEMBERS_MOST ? 2 : wanted)) list->count = 0;
}

/* The countries of those listed, told of or not, where each is of another one; else none. */
static chy_status take_countries(chy_casting *c, chy_member_list *list) {
    const char *codes[CHY_MEMBERS_MOST];
    uint32_t count = list->count;
    for (uint32_t i = 0; i < count; i++)
        codes[i] = c->cast[list->members[i]].is.country;
    list->count = 0;
    for (uint32_t i = 0; i < count && chy_code_is_state(codes[i]); i++) {
        uint32_t country = chy_country_of(c, codes[i]);
        if (country == CHY_NONE) return chy_fail_memory(c->err);
        chy_member_insert(list, country);
    }
    if (list->count < count) list->count = 0;
    return CHY_OK;
}

/* "The two nations" of the two leaders who were told of as a pair, or met. */
static chy_status collect_countries(chy_casting *c, uint32_t at, const chy_member_list *agents,
                                    chy_member_list *list) {
    uint32_t sentence = c->words[c->drafts[at].head].sentence;
    for (uint32_t back = 1; back <= CHY_GROUP_WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > CHY_GROUP_SENTENCES) break;
        const chy_character *group =
            other->character == CHY_NONE ? NULL : &c->cast[other->character];
        if (!group || group->member_count != 2 || group->is.kind != CHY_ENTITY_GROUP) continue;
        for (uint32_t i = 0; i < 2; i++)
            chy_member_insert(list, group->members[i]);
        chy_status status = take_countries(c, list);
        if (status != CHY_OK || list->count > 0) return status;
    }
    chy_collect_leaders(c, at, list);
    chy_status status = take_countries(c, list);
    if (status != CHY_OK || list->count > 0) return status;
    chy_collect_pair(c, at, CHY_GROUP_SIDES, agents, list);
    return take_countries(c, list);
}

/* Groups already made of the same members. */
static uint32_t find_group(const chy_casting *c, const chy_member_list *list) {
    for (uint32_t i = c->cast_count; i-- > 0 && c->cast_count - i < CHY_GROUP_WINDOW;) {
        const chy_character *group = &c->cast[i];
        if (group->member_count == list->count &&
            memcmp(group->members, list->members, list->count * sizeof *list->members) == 0)
            return i;
    }
    return CHY_NONE;
}

static chy_status make_group(chy_casting *c, const chy_member_list *list, uint32_t *character) {
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

/* A mention and those joined to it before mention `end`, where there are two at least. */
static void list_conjuncts(const chy_casting *c, uint32_t first, uint32_t end,
                           chy_member_list *list) {
    uint32_t head = c->drafts[first].head;
    chy_member_insert(list, c->drafts[first].character);
    for (uint32_t w = c->tree.first_child[head]; w != CHY_NONE; w = c->tree.next_sibling[w]) {
        uint32_t other = c->draft_of_head[w];
        if (c->words[w].deprel == CHY_DEPREL_CONJ && other != CHY_NONE && other < end &&
            c->drafts[other].character != CHY_NONE)
            chy_member_insert(list, c->drafts[other].character);
    }
    if (list->count < 2) list->count = 0;
}

/* "They" after "Chad and Niger": the coordination that stands as the last subject. */
static void collect_conjuncts(const chy_casting *c, uint32_t at, int points,
                              chy_member_list *list) {
    const chy_draft *pronoun = &c->drafts[at];
    uint32_t sentence = c->words[pronoun->head].sentence;
    uint32_t best = CHY_NONE;
    for (uint32_t back = 1; back <= CHY_GROUP_WINDOW && back <= at; back++) {
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
    list_conjuncts(c, best, at, list);
}

/* "The three" of "three diplomats", "the two men" of "two brothers": the group last told by that
 * number. CHY_NONE where so many persons, told since, would do; not those who tell it. */
static uint32_t find_counted(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence, count = chy_count_said(c, draft);
    bool human = draft->says.kind == CHY_ENTITY_GROUP && draft->says.flags & CHY_SAYS_HUMAN;
    if (!human || count < 2) return CHY_NONE;
    bool bare = strcmp(draft->says.role, "people") == 0 || chy_says_people_alone(draft);
    chy_member_list agents = {.count = 0}, persons = {.count = 0};
    chy_agents_of(c, at, &agents);
    for (uint32_t back = 1; back <= CHY_GROUP_WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > CHY_GROUP_SENTENCES) break;
        if (other->character == CHY_NONE || chy_member_listed(&agents, other->character)) continue;
        if (other->kind == CHY_MENTION_NAME &&
            chy_person_belongs(draft, &c->cast[other->character]))
            chy_member_insert(&persons, other->character);
        if (persons.count >= count) break;
        const chy_profile *says = &other->says;
        bool genders = !draft->says.gender || !says->gender || draft->says.gender == says->gender;
        if (other->kind != CHY_MENTION_PRONOUN && says->number == 2 &&
            says->flags & CHY_SAYS_HUMAN && genders && chy_count_said(c, other) == count &&
            (bare || chy_role_covers(draft->says.role, says->role)))
            return other->character;
    }
    return CHY_NONE;
}

/* "The two delegations" of presidents who met: of their countries. */
static chy_status take_senders(chy_casting *c, chy_member_list *list) {
    chy_member_list senders = *list;
    for (uint32_t i = 0; i < list->count; i++)
        if (c->cast[list->members[i]].is.kind != CHY_ENTITY_PERSON) return CHY_OK;
    chy_status status = take_countries(c, &senders);
    if (senders.count > 0) *list = senders;
    return status;
}

/* "Norway's envoy urged both sides", "Chile's president rang both of his neighbours": nor is it the
 * country of whoever acts upon the group. */
static void take_third(const chy_casting *c, const chy_draft *draft, chy_member_list *agents) {
    uint8_t deprel = c->words[draft->head].deprel;
    bool neighbours =
        strcmp(draft->says.role, "neighbour") == 0 || strcmp(draft->says.role, "neighbor") == 0;
    bool upon = deprel == CHY_DEPREL_OBJ || deprel == CHY_DEPREL_IOBJ;
    if (!upon && !(neighbours && draft->says.flags & CHY_SAYS_POSSESSED)) return;
    const chy_member_list persons = *agents;
    for (uint32_t i = 0; i < persons.count; i++) {
        const chy_profile *is = &c->cast[persons.members[i]].is;
        uint32_t country =
            is->kind == CHY_ENTITY_PERSON ? chy_find_country(c, is->country) : CHY_NONE;
        if (country != CHY_NONE) chy_member_insert(agents, country);
    }
}

/* "The minister said | the two | had dined": the speaker, or his side, may be one, where no two
 * others are told. */
static void collect_with_speaker(const chy_casting *c, uint32_t at, chy_group_kind kind,
                                 chy_member_list *list) {
    const chy_member_list nobody = {.count = 0};
    chy_collect_pair(c, at, kind, &nobody, list);
    if (list->count == 0) collect(c, at, 0, &nobody, list);
}

/* The members of a group told by a noun. */
static chy_status collect_members(chy_casting *c, uint32_t at, chy_member_list *list) {
    const chy_draft *draft = &c->drafts[at];
    chy_group_kind kind = chy_group_kind_of(draft);
    bool pair = draft->says.flags & CHY_SAYS_SIDE || kind == CHY_GROUP_COUNTRIES;
    bool two = draft->says.count == 2 || (draft->says.count == 0 && pair);
    chy_member_list agents = {.count = 0};
    chy_agents_of(c, at, &agents);
    take_third(c, draft, &agents);
    chy_collect_joint(c, at, list);
    if (two && list->count == 0) chy_collect_pair(c, at, kind, &agents, list);
    /* "The two navies" of two countries that were told of together. */
    bool forces = kind == CHY_GROUP_SIDES && draft->says.sectors & ARMED;
    if (two && (kind == CHY_GROUP_COUNTRIES || forces) && list->count == 0) {
        chy_status status = collect_countries(c, at, &agents, list);
        if (status != CHY_OK) return status;
    }
    for (int pass = 0; pass < (forces ? 1 : 2) && list->count == 0; pass++)
        collect(c, at, pass, &agents, list);
    bool speaks = kind == CHY_GROUP_PERSONS || (kind == CHY_GROUP_SIDES && !forces);
    if (speaks && draft->says.count == 2 && list->count == 0)
        collect_with_speaker(c, at, kind, list);
    bool sent = kind == CHY_GROUP_SIDES && draft->says.flags & CHY_SAYS_BODY;
    return sent ? take_senders(c, list) : CHY_OK;
}

/* Bodies stand for the two who dealt with each other only where two are spoken of: "both armies";
 * and "its soldiers" are nobody told before. */
static bool counts_members(const chy_draft *draft) {
    chy_group_kind kind = chy_group_kind_of(draft);
    bool bodies = kind == CHY_GROUP_BODIES ||
                  (kind == CHY_GROUP_SIDES && !(draft->says.flags & CHY_SAYS_SIDE));
    return draft->says.count > 0 || (!bodies && !(draft->says.flags & CHY_SAYS_POSSESSED));
}

chy_status chy_find_group(chy_casting *c, uint32_t at, int points, bool alone,
                          uint32_t *character) {
    const chy_draft *draft = &c->drafts[at];
    chy_member_list list = {.count = 0};
    *character = CHY_NONE;
    if (draft->kind == CHY_MENTION_PRONOUN) {
        if (draft->says.number != 2) return CHY_OK;
        collect_conjuncts(c, at, points, &list);
        chy_member_list agents = {.count = 0};
        if (alone && list.count == 0) {
            chy_agents_of(c, at, &agents);
            chy_collect_pair(c, at, CHY_GROUP_SIDES, &agents, &list);
            /* "They agreed to it, the minister said": the minister may be one of them. */
            const chy_member_list nobody = {.count = 0};
            if (list.count == 0) chy_collect_pair(c, at, CHY_GROUP_SIDES, &nobody, &list);
        }
    } else {
        bool many = draft->says.number == 2 && !(draft->says.flags & CHY_SAYS_OTHER);
        bool pointed = draft->says.flags & CHY_SAYS_DEFINITE || draft->says.flags & CHY_SAYS_SIDE;
        if (!many || !pointed || draft->says.flags & CHY_SAYS_PEOPLE || !counts_members(draft))
            return CHY_OK;
        *character = find_counted(c, at);
        if (*character != CHY_NONE) return CHY_OK;
        chy_status status = collect_members(c, at, &list);
        if (status != CHY_OK) return status;
    }
    return list.count > 0 ? make_group(c, &list, character) : CHY_OK;
}

/* "Party | leader | and premier Bo Lind said": one person of two titles. */
static bool is_title(const chy_casting *c, const chy_draft *draft) {
    return draft->kind == CHY_MENTION_DESCRIPTION && draft->says.flags & CHY_SAYS_HUMAN &&
           draft->says.number != 2 &&
           chy_tree_child(&c->tree, draft->head, CHY_DEPREL_DET) == CHY_NONE &&
           chy_tree_child(&c->tree, draft->head, CHY_DEPREL_NMOD_POSS) == CHY_NONE;
}

/* "| Chad and Niger | said": whether all of a coordination could speak. */
static bool may_speak(const chy_casting *c, const chy_member_list *list) {
    for (uint32_t i = 0; i < list->count; i++) {
        const chy_character *member = &c->cast[list->members[i]];
        bool country = member->is.kind == CHY_ENTITY_COUNTRY;
        if (member->first_draft == CHY_NONE || (!member->is.sectors && !country) ||
            member->is.kind == CHY_ENTITY_PLACE)
            return false;
    }
    return list->count > 0;
}

chy_status chy_join_speakers(chy_casting *c) {
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        chy_member_list list = {.count = 0};
        if (draft->character == CHY_NONE || c->draft_of_head[draft->head] != i ||
            is_title(c, draft) || !chy_voices(c, draft))
            continue;
        list_conjuncts(c, i, c->draft_count, &list);
        if (!may_speak(c, &list)) continue;
        uint32_t group;
        chy_status status = make_group(c, &list, &group);
        if (status != CHY_OK) return status;
        c->cast[group].joint_speaker = true;
    }
    return CHY_OK;
}

/* "Both presidents smiled. President X of Chad had met ...": the first two of different countries
 * who are named within some sentences behind a plural that nobody was told for. */
static void look_ahead(const chy_casting *c, uint32_t at, chy_member_list *list) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence;
    for (uint32_t i = at + 1; i < c->draft_count && list->count < 2; i++) {
        const chy_draft *other = &c->drafts[i];
        if (c->words[other->head].sentence - sentence > AHEAD_SENTENCES) break;
        const chy_character *one = other->character == CHY_NONE ? NULL : &c->cast[other->character];
        if (one && one->name_draft != CHY_NONE && *chy_country_known(one) &&
            chy_person_belongs(draft, one))
            chy_member_insert(list, other->character);
    }
    if (list->count == 2 && strcmp(chy_country_known(&c->cast[list->members[0]]),
                                   chy_country_known(&c->cast[list->members[1]])) == 0)
        list->count = 0;
}

void chy_groups_ahead(chy_casting *c) {
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        if (draft->kind != CHY_MENTION_DESCRIPTION || draft->says.count != 2 ||
            draft->character == CHY_NONE || !chy_role_leads(draft->says.role_class))
            continue;
        chy_character *group = &c->cast[draft->character];
        chy_member_list list = {.count = 0};
        if (group->member_count == 0 && group->first_draft == i) look_ahead(c, i, &list);
        if (list.count < 2) continue;
        memcpy(group->members, list.members, sizeof group->members);
        group->member_count = list.count;
        group->is.country = "";
    }
}
