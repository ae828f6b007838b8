/* Parties of several nations told by one noun: "Indian and Pakistani troops", "the presidents of
 * Kenya and Uganda". Each nation has its share in them, a member with its country and the party's
 * sectors. */
#include "mentions/cast.h"
#include "mentions/nouns.h"

#include <stdio.h>
#include <string.h>

/* How many characters back a share is looked for that is told again. */
#define WINDOW 64

bool chy_is_share(const chy_character *character) {
    return character->joint_draft != CHY_NONE;
}

bool chy_role_leads(const char *role_class) {
    static const char *const classes[] = {"head_of_government", "head_of_state", "leader",
                                          "minister",           "monarch",       "president",
                                          "vice_president"};
    return chy_is_one_of(role_class, classes, CHY_COUNT_OF(classes));
}

/* Whether a name stands before a noun, or in its of-phrase, alone or coordinated. */
static bool is_attached(const chy_casting *c, uint32_t name_head, uint32_t noun) {
    uint32_t word = name_head;
    for (int steps = 0; steps < CHY_MEMBERS_MOST && word != CHY_NONE; steps++) {
        if (word == noun) return true;
        switch (c->words[word].deprel) {
        case CHY_DEPREL_AMOD:
        case CHY_DEPREL_COMPOUND:
        case CHY_DEPREL_CONJ:
        case CHY_DEPREL_NMOD_DESC:
        case CHY_DEPREL_NMOD_POSS:
            break;
        case CHY_DEPREL_NMOD: {
            static const char *const of[] = {"for", "from", "of"};
            const char *preposition = chy_tree_case(&c->tree, word);
            if (preposition[0] && !chy_is_one_of(preposition, of, CHY_COUNT_OF(of))) return false;
            break;
        }
        default:
            return false;
        }
        word = c->words[word].head;
    }
    return false;
}

/* Whether words [first, end) between two nations' names coordinate them. */
static bool coordinates(const chy_casting *c, uint32_t first, uint32_t end) {
    static const char *const links[] = {"&", ",", "-", "and"};
    static const char *const others[] = {"'s", "both", "for", "from", "of", "the"};
    bool linked = false;
    for (uint32_t w = first; w < end; w++) {
        bool link = chy_is_one_of(c->words[w].form, links, CHY_COUNT_OF(links));
        if (!link && !chy_is_one_of(c->words[w].form, others, CHY_COUNT_OF(others))) return false;
        linked = linked || link;
    }
    return linked;
}

/* The names of the nations that a description's noun is of, none twice; 0 where they are not
 * coordinated. */
static uint32_t nations_of(const chy_casting *c, uint32_t at, uint32_t nations[CHY_MEMBERS_MOST]) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t count = 0;
    for (uint32_t i = at + 1; i < c->draft_count && c->drafts[i].first < draft->end; i++) {
        const chy_draft *name = &c->drafts[i];
        if (name->kind != CHY_MENTION_NAME || name->says.kind != CHY_ENTITY_COUNTRY ||
            !name->says.country[0] || !is_attached(c, name->head, draft->head))
            continue;
        if (count == CHY_MEMBERS_MOST) break;
        if (count > 0 && !coordinates(c, c->drafts[nations[count - 1]].end, name->first)) return 0;
        for (uint32_t k = 0; k < count; k++)
            if (strcmp(c->drafts[nations[k]].says.country, name->says.country) == 0) return 0;
        nations[count++] = i;
    }
    return count;
}

/* The share that was told before of the same nation and office, or CHY_NONE. */
static uint32_t find_share(const chy_casting *c, const chy_profile *says, const char *country) {
    for (uint32_t i = c->cast_count; i-- > 0 && c->cast_count - i < WINDOW;) {
        const chy_character *share = &c->cast[i];
        if (chy_is_share(share) && strcmp(share->is.country, country) == 0 &&
            strcmp(share->is.role, says->role) == 0 && share->is.sectors == says->sectors)
            return i;
    }
    return CHY_NONE;
}

/* Whether a named person holds the office that a share is told by: "the minister of Angola". */
static bool holds_share(const chy_character *person, const chy_profile *says, const char *country) {
    if (person->is.kind != CHY_ENTITY_PERSON || person->name_draft == CHY_NONE ||
        person->is.flags & CHY_SAYS_FORMER || strcmp(chy_country_known(person), country) != 0)
        return false;
    /* A nation's leader is no minister. */
    if (strcmp(says->role, "leader") == 0)
        return chy_character_has_role(person, "head_of_state") ||
               chy_character_has_role(person, "head_of_government");
    for (uint32_t i = 0; i < person->role_count; i++)
        if (chy_role_covers(person->roles[i], says->role)) return true;
    return chy_character_covered(person, says->role);
}

void chy_joint_name(chy_casting *c, uint32_t person) {
    uint32_t last = c->cast_count > WINDOW ? c->cast_count - WINDOW : 0;
    for (uint32_t i = last; i < c->cast_count; i++) {
        chy_character *share = &c->cast[i];
        if (!chy_is_share(share) || !chy_role_leads(share->is.role_class) ||
            !holds_share(&c->cast[person], &share->is, share->is.country))
            continue;
        /* Whoever is named takes the share's place in every group. */
        for (uint32_t k = last; k < c->cast_count; k++)
            for (uint32_t m = 0; m < c->cast[k].member_count; m++)
                if (c->cast[k].members[m] == i) c->cast[k].members[m] = person;
        share->joint_draft = CHY_NONE;
    }
}

static chy_status add_share(chy_casting *c, uint32_t joint, uint32_t nation, uint32_t *index) {
    const chy_profile *says = &c->drafts[joint].says;
    const char *country = c->drafts[nation].says.country;
    for (uint32_t i = c->cast_count; chy_role_leads(says->role_class) && i-- > 0;) {
        if (c->cast_count - i >= WINDOW) break;
        if (!holds_share(&c->cast[i], says, country)) continue;
        *index = i;
        return CHY_OK;
    }
    *index = find_share(c, says, country);
    if (*index != CHY_NONE) return CHY_OK;
    chy_character *share = chy_character_add(c, index);
    if (!share) return chy_fail_memory(c->err);
    bool one = chy_role_leads(says->role_class);
    share->is = *says;
    share->is.country = country;
    share->is.kind = (uint8_t)(one ? CHY_ENTITY_PERSON : CHY_ENTITY_GROUP);
    share->is.number = one ? 1 : 2;
    share->is.flags &= ~(uint32_t)CHY_SAYS_MIXED;
    share->words_country = share->words_sectors = true;
    share->joint_draft = joint;
    share->nation_draft = nation;
    if (says->role[0]) share->roles[share->role_count++] = says->role;
    if (says->role_class[0]) share->roles[share->role_count++] = says->role_class;
    return CHY_OK;
}

chy_status chy_joint_members(chy_casting *c, uint32_t character, uint32_t draft) {
    uint32_t nations[CHY_MEMBERS_MOST];
    if (!(c->drafts[draft].says.flags & CHY_SAYS_MIXED) || c->cast[character].member_count > 0)
        return CHY_OK;
    uint32_t count = nations_of(c, draft, nations);
    for (uint32_t i = 0; count > 1 && i < count; i++) {
        uint32_t share;
        chy_status status = add_share(c, draft, nations[i], &share);
        if (status != CHY_OK) return status;
        c->cast[character].members[c->cast[character].member_count++] = share;
    }
    return CHY_OK;
}

chy_status chy_joint_owned(chy_casting *c, uint32_t draft, uint32_t owner) {
    uint32_t group = c->drafts[draft].character;
    const chy_profile *says = &c->drafts[draft].says;
    if (group == CHY_NONE || says->number != 2 || !chy_role_leads(says->role_class) ||
        c->cast[group].member_count > 0 || c->cast[owner].member_count < 2)
        return CHY_OK;
    uint32_t count = c->cast[owner].member_count, nations[CHY_MEMBERS_MOST];
    for (uint32_t i = 0; i < count; i++) {
        const chy_character *member = &c->cast[c->cast[owner].members[i]];
        if (member->is.kind != CHY_ENTITY_COUNTRY || member->name_draft == CHY_NONE) return CHY_OK;
        nations[i] = member->name_draft;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t share;
        chy_status status = add_share(c, draft, nations[i], &share);
        if (status != CHY_OK) return status;
        c->cast[group].members[c->cast[group].member_count++] = share;
    }
    return CHY_OK;
}

const char *chy_share_name(const chy_casting *c, const chy_character *share) {
    const chy_draft *joint = &c->drafts[share->joint_draft];
    const chy_draft *nation = &c->drafts[share->nation_draft];
    bool one = share->is.kind == CHY_ENTITY_PERSON;
    const char *noun = one ? share->is.role : chy_phrase_of(c, joint->core_first, joint->core_end);
    const char *country = chy_phrase_of(c, nation->first, nation->end);
    bool behind = nation->first > joint->head;
    if (!noun || !country) return NULL;
    size_t size = strlen(noun) + strlen(country) + sizeof " of ";
    char *name = chy_arena_alloc(c->arena, size, 1);
    if (!name) return NULL;
    snprintf(name, size, "%s%s%s", behind ? noun : country, behind ? " of " : " ",
             behind ? country : noun);
    return name;
}
