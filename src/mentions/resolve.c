#include "mentions/cast.h"
#include "mentions/nouns.h"

#include <limits.h>
#include <string.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

chy_character *chy_character_add(chy_casting *c, uint32_t *index) {
    void *items = c->cast;
    if (!chy_arena_room(c->scratch, &items, sizeof(chy_character), c->cast_count,
                        &c->cast_capacity))
        return NULL;
    c->cast = items;
    chy_character *character = &c->cast[c->cast_count];
    *character = (chy_character){.first_draft = CHY_NONE,
                                 .last_draft = CHY_NONE,
                                 .name_draft = CHY_NONE,
                                 .code_draft = CHY_NONE,
                                 .joint_draft = CHY_NONE,
                                 .nation_draft = CHY_NONE};
    character->is.kind = CHY_ENTITY_KIND_COUNT;
    character->is.country = character->is.role = character->is.role_class = "";
    character->other_country = character->presumed_country = "";
    *index = c->cast_count++;
    return character;
}

bool chy_character_has_role(const chy_character *character, const char *role) {
    for (uint32_t i = 0; i < character->role_count; i++)
        if (strcmp(character->roles[i], role) == 0) return true;
    return false;
}

const chy_profile *chy_known_of(const chy_casting *c, const chy_draft *draft) {
    return draft->character == CHY_NONE ? &draft->says : &c->cast[draft->character].is;
}

bool chy_character_covered(const chy_character *character, const char *general) {
    for (uint32_t i = 0; i < character->role_count; i++)
        if (chy_role_covers(general, character->roles[i])) return true;
    for (uint32_t i = 0; i < character->office_count; i++)
        if (chy_role_covers(general, character->offices[i].role)) return true;
    return false;
}

/* Whether an office is a minister's of one matter: "finance minister". */
static bool is_of_one_matter(const char *role, const char *role_class) {
    return strcmp(role_class, "minister") == 0 && strchr(role, ' ') != NULL;
}

bool chy_offices_apart(const chy_profile *says, const chy_character *character) {
    if (!is_of_one_matter(says->role, says->role_class) ||
        chy_character_covered(character, says->role))
        return false;
    const chy_profile *is = &character->is;
    return is_of_one_matter(is->role, is->role_class) ||
           chy_character_has_role(character, "head_of_state") ||
           chy_character_has_role(character, "head_of_government");
}

void chy_character_learn_role(chy_character *character, const chy_profile *says) {
    if (!says->role[0]) return;
    const char *const names[] = {says->role, says->role_class};
    for (size_t i = 0; i < 2; i++)
        if (names[i][0] && !chy_character_has_role(character, names[i]) &&
            character->role_count < CHY_ROLES_KEPT)
            character->roles[character->role_count++] = names[i];
    bool better = !character->is.role[0] ||
                  (character->is.flags & CHY_SAYS_LOOSE && !(says->flags & CHY_SAYS_LOOSE));
    if (!better) return;
    character->is.role = says->role;
    character->is.role_class = says->role_class;
    uint32_t office = CHY_SAYS_FORMER | CHY_SAYS_ACTING | CHY_SAYS_DESIGNATE |
                      CHY_SAYS_SELF_DECLARED | CHY_SAYS_LOOSE;
    character->is.flags =
        (character->is.flags & ~(uint32_t)CHY_SAYS_LOOSE) | (says->flags & office);
}

/* The fuller of two names: more words, but a word before its acronym. */
static bool fuller(const chy_casting *c, const chy_draft *draft, const chy_draft *name) {
    uint32_t new_words = draft->end - draft->first, old_words = name->end - name->first;
    if (draft->says.kind == CHY_ENTITY_COUNTRY && draft->has_fact && name->has_fact &&
        (draft->fact.kind == CHY_FACT_COUNTRY) != (name->fact.kind == CHY_FACT_COUNTRY))
        return draft->fact.kind == CHY_FACT_COUNTRY;
    bool adjective = draft->says.flags & CHY_SAYS_ADJECTIVE;
    bool old_adjective = name->says.flags & CHY_SAYS_ADJECTIVE;
    if (adjective != old_adjective) return old_adjective;
    if (new_words == old_words)
        return chy_all_capitals(c->words[name->first].form) &&
               !chy_all_capitals(c->words[draft->first].form);
    return new_words > old_words;
}

/* "Malaysians", "the Finn": people told by their nation alone. */
static bool tells_nation(const chy_draft *draft) {
    return draft->kind == CHY_MENTION_NAME && draft->says.flags & CHY_SAYS_HUMAN &&
           draft->has_fact && draft->fact.kind == CHY_FACT_DEMONYM;
}

/* "A sociologist by training", "a former footballer": what somebody does or did beside an office.
 */
static bool is_calling(const chy_draft *draft) {
    const uint32_t callings = SECTOR(AGR) | SECTOR(BUS) | SECTOR(CVL) | SECTOR(EDU) | SECTOR(JRN) |
                              SECTOR(LAB) | SECTOR(MED) | SECTOR(REL) | SECTOR(SOC);
    const chy_profile *says = &draft->says;
    bool one = draft->kind == CHY_MENTION_DESCRIPTION && says->kind == CHY_ENTITY_PERSON &&
               says->number == 1 && says->flags & CHY_SAYS_INDEFINITE;
    return one && !(says->flags & CHY_SAYS_TITLE) &&
           (says->flags & CHY_SAYS_FORMER || !(says->sectors & ~callings));
}

/* The sectors and the role that a description tells. */
static void learn_description(chy_character *character, const chy_draft *draft) {
    chy_profile *is = &character->is;
    const chy_profile *says = &draft->says;
    const uint32_t offices = SECTOR(COP) | SECTOR(GOV) | SECTOR(IGO) | SECTOR(JUD) | SECTOR(LEG) |
                             SECTOR(MIL) | SECTOR(SPY);
    bool calling = is_calling(draft);
    if (calling && character->office_count > 0) return;
    if (character->by_calling && !calling && says->sectors & offices) {
        is->role = is->role_class = "";
        is->sectors = 0;
        is->flags &= ~(uint32_t)CHY_SAYS_FORMER;
        character->by_calling = character->words_sectors = false;
    }
    bool first = !character->words_sectors && character->role_count == 0 && !is->sectors;
    chy_character_learn_role(character, says);
    /* A body's row says more than "the agency" does of it. */
    bool settled = is->sectors && character->has_row &&
                   (is->kind == CHY_ENTITY_ORGANISATION || is->kind == CHY_ENTITY_ARMED_GROUP);
    settled = settled || (is->sectors && character->member_count > 0);
    /* "The congress" of the workers. */
    settled = settled || (is->sectors & SECTOR(LAB) && says->sectors == SECTOR(LEG));
    if (says->sectors && !character->words_sectors && !settled) {
        is->sectors = says->sectors;
        character->words_sectors = true;
        character->agent_table = says->table;
    }
    character->by_calling = character->by_calling || (calling && first);
    /* "The rebels" said of a front that by its name could be a party. */
    if (says->sectors & SECTOR(REB) && is->sectors == SECTOR(PTY)) is->sectors = 0;
    /* A general who is a rebel negotiator too. */
    if (!(says->flags & CHY_SAYS_FORMER))
        is->sectors |= says->sectors & (SECTOR(REB) | SECTOR(OPP) | SECTOR(PRE));
}

/* What a mention tells of a character: words about the same party add up, the first ones win. */
static void learn(chy_casting *c, uint32_t index, const chy_draft *draft) {
    chy_character *character = &c->cast[index];
    chy_profile *is = &character->is;
    const chy_profile *says = &draft->says;
    bool name = draft->kind == CHY_MENTION_NAME;
    if (is->kind == CHY_ENTITY_KIND_COUNT ||
        (name && character->name_draft == CHY_NONE && says->kind != CHY_ENTITY_OTHER))
        is->kind = says->kind != CHY_ENTITY_KIND_COUNT ? says->kind : is->kind;
    if (!is->number) is->number = says->number;
    if (!is->gender) is->gender = says->gender;
    if (!is->country[0] && says->country[0]) {
        is->country = says->country;
        character->from_context = draft->of_scene;
        character->words_country = !draft->of_scene && (!name || !draft->has_fact);
    }
    is->flags |= says->flags & (CHY_SAYS_HUMAN | CHY_SAYS_BODY | CHY_SAYS_PEOPLE);
    if (draft->kind == CHY_MENTION_DESCRIPTION) {
        learn_description(character, draft);
    } else if (!is->sectors) {
        is->sectors = says->sectors;
    }
    if (is->kind == CHY_ENTITY_ORGANISATION && is->sectors & SECTOR(REB))
        is->kind = CHY_ENTITY_ARMED_GROUP;
    uint32_t at = (uint32_t)(draft - c->drafts);
    if (draft->coded && chy_code_better(c, character, at)) character->code_draft = at;
    chy_code_apply(c, character);
    /* "A woman, | an Austrian |". */
    if (!name || (tells_nation(draft) && character->role_count > 0)) return;
    if (character->name_draft == CHY_NONE || fuller(c, draft, &c->drafts[character->name_draft]))
        character->name_draft = at;
    bool truer = character->has_row && character->row.kind != CHY_FACT_COUNTRY && draft->has_fact &&
                 draft->fact.kind == CHY_FACT_COUNTRY;
    /* A person's rows are tenures: offices.c chooses among them. */
    bool person = draft->has_fact && draft->fact.kind == CHY_FACT_PERSON;
    if (draft->has_fact && !person && (!character->has_row || truer)) {
        character->row = draft->fact;
        character->has_row = true;
    }
}

void chy_character_take(chy_casting *c, uint32_t index, uint32_t at) {
    chy_character *character = &c->cast[index];
    chy_draft *draft = &c->drafts[at];
    draft->character = index;
    draft->next = CHY_NONE;
    if (character->last_draft == CHY_NONE)
        character->first_draft = at;
    else
        c->drafts[character->last_draft].next = at;
    character->last_draft = at;
    character->told++;
    character->recent_word = draft->head;
    character->recent_sentence = c->words[draft->head].sentence;
}

/* The mention of a unit that decides who it is: a name before a description before a pronoun, and
 * of names the longest; but "the fishermen, all of them | Malaysians |". */
static uint32_t leader_of(const chy_casting *c, const uint32_t *next_in_unit, uint32_t root) {
    uint32_t best = root;
    for (uint32_t i = root; i != CHY_NONE; i = next_in_unit[i]) {
        const chy_draft *draft = &c->drafts[i], *old = &c->drafts[best];
        bool longer = draft->kind == CHY_MENTION_NAME && draft->kind == old->kind &&
                      draft->end - draft->first > old->end - old->first;
        bool nation =
            tells_nation(draft) && draft->says.number == 2 && old->kind == CHY_MENTION_DESCRIPTION;
        if ((draft->kind < old->kind && !nation) || longer) best = i;
    }
    return best;
}

/* Whether what the other mentions of a unit say can hold of a character found by its name. */
static bool unit_agrees(const chy_casting *c, const uint32_t *next_in_unit, uint32_t root,
                        uint32_t found) {
    for (uint32_t i = root; i != CHY_NONE; i = next_in_unit[i])
        if (c->drafts[i].kind == CHY_MENTION_DESCRIPTION &&
            !chy_profiles_agree(&c->drafts[i].says, &c->cast[found].is))
            return false;
    return true;
}

/* The country of a named holder of power, or spokesman, whose title says none; "" for others. */
static const char *presume_country(const chy_casting *c, const uint32_t *next_in_unit,
                                   uint32_t root, uint32_t name) {
    if (c->drafts[name].says.kind != CHY_ENTITY_PERSON || c->drafts[root].unit_says.country[0])
        return "";
    for (uint32_t i = root; i != CHY_NONE; i = next_in_unit[i]) {
        const chy_profile *says = &c->drafts[i].says;
        if (c->drafts[i].kind != CHY_MENTION_DESCRIPTION) continue;
        if (chy_holds_power(says)) return chy_country_of_leader(c, name, says, CHY_NONE);
        if (strcmp(says->role_class, "spokesperson") == 0 && !(says->flags & CHY_SAYS_POSSESSED))
            return chy_country_of_account(c, name);
    }
    uint32_t plural = chy_plural_office(c, name);
    const chy_profile *office = plural == CHY_NONE ? NULL : &c->drafts[plural].says;
    bool open = office && chy_holds_power(office) && !office->country[0];
    return open ? chy_country_of_leader(c, name, office, CHY_NONE) : "";
}

/* Who is meant by a unit with a name; CHY_NONE: nobody told before. `*presumed`: the country of one
 * whom nobody told before, "" unknown. */
static uint32_t find_by_name(chy_casting *c, const uint32_t *next_in_unit, uint32_t root,
                             uint32_t name, const char **presumed) {
    chy_draft *draft = &c->drafts[name];
    uint32_t found = chy_find_whole_name(c, name);
    if (found != CHY_NONE) {
        draft->has_fact = false;
        draft->says.country = "";
        draft->says.kind = CHY_ENTITY_ORGANISATION;
        return found;
    }
    bool anyone = tells_nation(draft);
    found = anyone ? chy_find_countryman(c, name) : chy_find_named(c, draft);
    if (found != CHY_NONE && !unit_agrees(c, next_in_unit, root, found)) found = CHY_NONE;
    if (found == CHY_NONE) found = chy_find_headed(c, name);
    if (found != CHY_NONE || anyone) return found;
    *presumed = presume_country(c, next_in_unit, root, name);
    found = chy_find_unnamed(c, next_in_unit, root, draft, *presumed);
    return found != CHY_NONE ? found : chy_find_spokesman_named(c, name);
}

static chy_status find_by_description(chy_casting *c, uint32_t at, uint32_t *found) {
    *found = chy_find_reciprocal(c, at);
    if (*found == CHY_NONE) *found = chy_find_neighbour(c, at);
    if (*found == CHY_NONE) *found = chy_find_described(c, at);
    if (*found != CHY_NONE) return CHY_OK;
    chy_status status = chy_find_group(c, at, INT_MIN, false, found);
    if (status != CHY_OK || *found != CHY_NONE) return status;
    uint32_t earlier = chy_rank(c, at);
    /* "His troops" are no two neighbours. */
    uint32_t whole = earlier == CHY_NONE ? CHY_NONE : c->drafts[earlier].character;
    if (whole != CHY_NONE && c->cast[whole].member_count > 0 &&
        !chy_same_head(c, &c->drafts[at], &c->drafts[earlier]))
        return CHY_OK;
    if (earlier != CHY_NONE) *found = chy_character_of(c, earlier);
    return earlier != CHY_NONE && *found == CHY_NONE ? chy_fail_memory(c->err) : CHY_OK;
}

static chy_status find_by_pronoun(chy_casting *c, uint32_t at, uint32_t *found) {
    const chy_draft *draft = &c->drafts[at];
    int points;
    uint32_t earlier = chy_find_pronoun(c, at, &points);
    /* "They agreed to it, the minister said": one person is no "they". */
    if (earlier != CHY_NONE && earlier > at && draft->says.number == 2 &&
        c->drafts[earlier].says.kind == CHY_ENTITY_PERSON && c->drafts[earlier].says.number != 2)
        earlier = CHY_NONE;
    bool awaits = earlier != CHY_NONE && c->drafts[earlier].character == CHY_NONE &&
                  (earlier > at || c->awaited[earlier] != CHY_NONE);
    if (awaits) c->awaited[at] = earlier > at ? earlier : c->awaited[earlier];
    if (awaits) return CHY_OK;
    if (earlier != CHY_NONE) *found = chy_character_of(c, earlier);
    if (earlier != CHY_NONE && *found == CHY_NONE) return chy_fail_memory(c->err);
    const chy_character *one = *found == CHY_NONE ? NULL : &c->cast[*found];
    /* "A received B. They agreed": nobody else is told of. */
    bool nobody = !one && c->words[draft->head].deprel == CHY_DEPREL_NSUBJ;
    bool alone = nobody || (one && one->is.kind == CHY_ENTITY_PERSON && one->is.number == 1 &&
                            one->name_draft != CHY_NONE);
    /* "They were shelled": islands and towns are no "they". */
    if (one && one->is.kind == CHY_ENTITY_PLACE && draft->says.number == 2) *found = CHY_NONE;
    uint32_t group;
    chy_status status = chy_find_group(c, at, points, alone, &group);
    *found = group != CHY_NONE ? group : *found;
    return status;
}

static chy_status find_character(chy_casting *c, const uint32_t *next_in_unit, uint32_t root,
                                 uint32_t leader, uint32_t *found, const char **presumed) {
    *found = CHY_NONE;
    *presumed = "";
    switch (c->drafts[leader].kind) {
    case CHY_MENTION_NAME:
        *found = find_by_name(c, next_in_unit, root, leader, presumed);
        return CHY_OK;
    case CHY_MENTION_DESCRIPTION:
        return find_by_description(c, leader, found);
    default:
        return find_by_pronoun(c, leader, found);
    }
}

/* The draft of the noun that a mention is the possessor of, "the two nations' | leaders", "the
 * leaders | of the two nations"; or CHY_NONE. */
static uint32_t owned_by(const chy_casting *c, uint32_t at) {
    const chy_word *word = &c->words[c->drafts[at].head];
    bool of = word->deprel == CHY_DEPREL_NMOD &&
              strcmp(chy_tree_case(&c->tree, c->drafts[at].head), "of") == 0;
    bool owner = word->head != CHY_NONE && (of || word->deprel == CHY_DEPREL_NMOD_POSS);
    return owner ? c->draft_of_head[word->head] : CHY_NONE;
}

/* A thing is of a character only once it is told again. */
static bool resolve_thing(chy_casting *c, uint32_t at) {
    uint32_t earlier = chy_rank(c, at);
    if (earlier == CHY_NONE) return true;
    uint32_t character = chy_character_of(c, earlier);
    if (character == CHY_NONE) return false;
    chy_character_take(c, character, at);
    return true;
}

static chy_status resolve_unit(chy_casting *c, const uint32_t *next_in_unit, uint32_t root,
                               uint32_t *character) {
    uint32_t leader = leader_of(c, next_in_unit, root);
    uint32_t found;
    const char *presumed;
    chy_status status = find_character(c, next_in_unit, root, leader, &found, &presumed);
    if (status != CHY_OK) return status;
    if (found == CHY_NONE && c->drafts[leader].kind == CHY_MENTION_PRONOUN) return CHY_OK;
    if (found == CHY_NONE && !chy_character_add(c, &found)) return chy_fail_memory(c->err);
    if (*presumed) c->cast[found].presumed_country = presumed;
    learn(c, found, &c->drafts[leader]);
    for (uint32_t i = root; i != CHY_NONE; i = next_in_unit[i])
        if (i != leader) learn(c, found, &c->drafts[i]);
    for (uint32_t i = root; i != CHY_NONE; i = next_in_unit[i]) {
        if (c->drafts[i].kind != CHY_MENTION_NAME) continue;
        if (!chy_index_name(c, found, &c->drafts[i])) return chy_fail_memory(c->err);
        chy_actor_learn_name(c, &c->cast[found], &c->drafts[i]);
    }
    *character = found;
    if (c->cast[found].is.kind == CHY_ENTITY_PERSON) chy_joint_name(c, found);
    return chy_joint_members(c, found, leader);
}

/* Pronouns that stand before their noun: "After his visit, the minister said". The one ahead that
 * was found, or the subject of the sentence's top clause, if it comes later and agrees. */
static void resolve_forward(chy_casting *c) {
    for (uint32_t i = 0; i < c->draft_count; i++) {
        chy_draft *draft = &c->drafts[i];
        if (draft->kind != CHY_MENTION_PRONOUN || draft->character != CHY_NONE ||
            c->words[draft->head].feat_bits & CHY_FEAT_RELATIVE ||
            draft->says.flags & CHY_SAYS_THING)
            continue;
        uint32_t top = draft->head;
        while (c->words[top].head != CHY_NONE)
            top = c->words[top].head;
        uint32_t subject = chy_tree_child(&c->tree, top, CHY_DEPREL_NSUBJ);
        uint32_t later = c->awaited[i];
        if (later == CHY_NONE && subject != CHY_NONE && subject > draft->head)
            later = c->draft_of_head[subject];
        uint32_t character = later == CHY_NONE ? CHY_NONE : c->drafts[later].character;
        if (character == CHY_NONE || !chy_profiles_agree(&draft->says, &c->cast[character].is))
            continue;
        bool person = c->cast[character].is.kind == CHY_ENTITY_PERSON;
        bool human = draft->says.gender == 'm' || draft->says.gender == 'f';
        if (human != person && draft->says.number != 2) continue;
        if (human && chy_is_quoter(c, draft, &c->drafts[later])) continue;
        /* Kept out of the chain until it is sorted at the end. */
        draft->character = character;
    }
}

/* Chains every character's mentions again, in text order, forward references among them. */
static void chain_again(chy_casting *c) {
    for (uint32_t i = 0; i < c->cast_count; i++)
        c->cast[i].first_draft = c->cast[i].last_draft = CHY_NONE, c->cast[i].told = 0;
    for (uint32_t i = 0; i < c->draft_count; i++)
        if (c->drafts[i].character != CHY_NONE) chy_character_take(c, c->drafts[i].character, i);
}

chy_status chy_resolve(chy_casting *c) {
    uint32_t *next_in_unit =
        chy_arena_alloc(c->scratch, (size_t)c->draft_count * 3, sizeof(uint32_t));
    c->awaited = chy_arena_alloc(c->scratch, c->draft_count, sizeof *c->awaited);
    if (!next_in_unit || !c->awaited) return chy_fail_memory(c->err);
    chy_context_read(c);
    chy_status status = chy_scenes_read(c);
    if (status != CHY_OK) return status;
    uint32_t *unit_character = next_in_unit + c->draft_count;
    uint32_t *unit_last = unit_character + c->draft_count;
    for (uint32_t i = 0; i < c->draft_count; i++) {
        next_in_unit[i] = unit_character[i] = c->awaited[i] = CHY_NONE;
        unit_last[i] = i;
        uint32_t root = chy_unit(c, i);
        if (root != i) {
            next_in_unit[unit_last[root]] = i;
            unit_last[root] = i;
        }
    }
    for (uint32_t i = 0; i < c->draft_count; i++) {
        uint32_t root = chy_unit(c, i);
        if (c->drafts[i].says.flags & CHY_SAYS_THING) {
            if (!resolve_thing(c, i)) return chy_fail_memory(c->err);
            continue;
        }
        if (root == i) {
            status = resolve_unit(c, next_in_unit, root, &unit_character[root]);
            if (status != CHY_OK) return status;
        }
        bool person =
            c->drafts[i].kind == CHY_MENTION_NAME && c->drafts[i].says.kind == CHY_ENTITY_PERSON;
        if (person && c->first_person == CHY_NONE) c->first_person = unit_character[root];
        if (unit_character[root] != CHY_NONE) chy_character_take(c, unit_character[root], i);
        chy_learn_possessor(c, i);
        chy_learn_led(c, i);
        chy_learn_apposed(c, i);
        chy_learn_senders(c, i);
        uint32_t owned = c->drafts[i].character == CHY_NONE ? CHY_NONE : owned_by(c, i);
        if (owned != CHY_NONE) {
            status = chy_joint_owned(c, owned, c->drafts[i].character);
            if (status != CHY_OK) return status;
        }
    }
    resolve_forward(c);
    chain_again(c);
    for (uint32_t i = 0; i < c->cast_count; i++)
        chy_code_apply(c, &c->cast[i]);
    chy_groups_ahead(c);
    chy_context_learn(c);
    /* "Her interior minister": now that she is known to be of the report's country. */
    for (uint32_t i = 0; i < c->draft_count; i++)
        chy_learn_possessor(c, i);
    for (uint32_t i = 0; i < c->draft_count; i++) {
        chy_learn_led(c, i);
        chy_learn_membership(c, i);
    }
    return chy_join_speakers(c);
}
