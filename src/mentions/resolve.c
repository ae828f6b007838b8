#include "mentions/cast.h"
#include "mentions/nouns.h"

#include <limits.h>
#include <string.h>

/* How far back one is looked for whom the report first tells by an office alone. */
#define UNNAMED_WINDOW    80u
#define UNNAMED_SENTENCES 12u

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
    *index = c->cast_count++;
    return character;
}

bool chy_character_has_role(const chy_character *character, const char *role) {
    for (uint32_t i = 0; i < character->role_count; i++)
        if (strcmp(character->roles[i], role) == 0) return true;
    return false;
}

static void learn_role(chy_character *character, const chy_profile *says) {
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
        character->words_country = !name || !draft->has_fact;
    }
    is->flags |= says->flags & (CHY_SAYS_HUMAN | CHY_SAYS_BODY | CHY_SAYS_PEOPLE);
    if (draft->kind == CHY_MENTION_DESCRIPTION) {
        learn_role(character, says);
        /* A body's row says more than "the agency" does of it. */
        bool settled = is->sectors && character->has_row &&
                       (is->kind == CHY_ENTITY_ORGANISATION || is->kind == CHY_ENTITY_ARMED_GROUP);
        settled = settled || (is->sectors && character->member_count > 0);
        if (says->sectors && !character->words_sectors && !settled) {
            is->sectors = says->sectors;
            character->words_sectors = true;
            character->agent_table = says->table;
        }
        /* "The rebels" said of a front that by its name could be a party. */
        if (says->sectors & SECTOR(REB) && is->sectors == SECTOR(PTY)) is->sectors = 0;
        /* A general who is a rebel negotiator too. */
        is->sectors |= says->sectors & (SECTOR(REB) | SECTOR(OPP) | SECTOR(PRE));
    } else if (!is->sectors) {
        is->sectors = says->sectors;
    }
    if (is->kind == CHY_ENTITY_ORGANISATION && is->sectors & SECTOR(REB))
        is->kind = CHY_ENTITY_ARMED_GROUP;
    uint32_t at = (uint32_t)(draft - c->drafts);
    if (draft->coded && chy_code_better(c, character, at)) character->code_draft = at;
    chy_code_apply(c, character);
    if (!name) return;
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
 * of names the longest. */
static uint32_t leader_of(const chy_casting *c, const uint32_t *next_in_unit, uint32_t root) {
    uint32_t best = root;
    for (uint32_t i = root; i != CHY_NONE; i = next_in_unit[i]) {
        const chy_draft *draft = &c->drafts[i], *old = &c->drafts[best];
        bool longer = draft->kind == CHY_MENTION_NAME && draft->kind == old->kind &&
                      draft->end - draft->first > old->end - old->first;
        if (draft->kind < old->kind || longer) best = i;
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

/* "The governor said ... Governor Ode", "a lawmaker ... the deputy, Ana Ruiz": who was told before
 * by an office alone and is named now, or CHY_NONE. */
static uint32_t find_unnamed(const chy_casting *c, const uint32_t *next_in_unit, uint32_t root,
                             const chy_draft *name) {
    for (uint32_t i = root; i != CHY_NONE; i = next_in_unit[i]) {
        const chy_draft *draft = &c->drafts[i];
        if (draft->kind != CHY_MENTION_DESCRIPTION || !draft->says.role_class[0] ||
            draft->says.flags & (CHY_SAYS_INDEFINITE | CHY_SAYS_OTHER | CHY_SAYS_POSSESSED))
            continue;
        uint32_t sentence = c->words[draft->head].sentence;
        for (uint32_t back = 1; back <= UNNAMED_WINDOW && back <= i; back++) {
            const chy_draft *other = &c->drafts[i - back];
            if (sentence - c->words[other->head].sentence > UNNAMED_SENTENCES) break;
            if (other->character == CHY_NONE || other->kind != CHY_MENTION_DESCRIPTION) continue;
            const chy_character *character = &c->cast[other->character];
            /* One of the two must point: "the". */
            bool pointed = (draft->says.flags | other->says.flags) & CHY_SAYS_DEFINITE;
            bool office = chy_character_has_role(character, draft->says.role) ||
                          chy_role_covers(draft->says.role, other->says.role);
            /* The minister of elsewhere is not ours; an envoy is always from elsewhere. */
            const char *country = character->is.country;
            const char *told_country = country[0] ? country : draft->says.country;
            bool home = !c->dateline_country[0] || strcmp(told_country, c->dateline_country) == 0;
            bool ours = strcmp(country, draft->says.country) == 0 ||
                        (strcmp(told_country, c->main_country) == 0 && home) ||
                        strcmp(draft->says.role_class, "diplomat") == 0 ||
                        strcmp(draft->says.role, "ambassador") == 0;
            ours = ours && chy_name_may_be_of(c, name, country);
            bool same = ours && ((character->is.flags ^ draft->says.flags) & CHY_SAYS_FORMER) == 0;
            if (pointed && office && same && character->name_draft == CHY_NONE &&
                character->is.kind == CHY_ENTITY_PERSON && character->is.number == 1 &&
                chy_profiles_agree(&draft->says, &character->is) &&
                !(other->first <= draft->first && draft->end <= other->end))
                return other->character;
        }
    }
    return CHY_NONE;
}

static chy_status find_character(chy_casting *c, const uint32_t *next_in_unit, uint32_t root,
                                 uint32_t leader, uint32_t *found) {
    const chy_draft *draft = &c->drafts[leader];
    *found = CHY_NONE;
    switch (draft->kind) {
    case CHY_MENTION_NAME: {
        bool anyone = draft->says.flags & CHY_SAYS_HUMAN && draft->has_fact &&
                      draft->fact.kind == CHY_FACT_DEMONYM;
        *found = chy_find_whole_name(c, leader);
        if (*found != CHY_NONE) {
            c->drafts[leader].has_fact = false;
            c->drafts[leader].says.country = "";
            c->drafts[leader].says.kind = CHY_ENTITY_ORGANISATION;
            return CHY_OK;
        }
        *found = anyone ? chy_find_countryman(c, leader) : chy_find_named(c, draft);
        if (*found != CHY_NONE && !unit_agrees(c, next_in_unit, root, *found)) *found = CHY_NONE;
        if (*found == CHY_NONE && !anyone && draft->says.kind == CHY_ENTITY_PERSON)
            *found = find_unnamed(c, next_in_unit, root, draft);
        return CHY_OK;
    }
    case CHY_MENTION_DESCRIPTION: {
        *found = chy_find_reciprocal(c, leader);
        if (*found == CHY_NONE) *found = chy_find_neighbour(c, leader);
        if (*found != CHY_NONE) return CHY_OK;
        *found = chy_find_described(c, leader);
        if (*found != CHY_NONE) return CHY_OK;
        chy_status status = chy_find_group(c, leader, INT_MIN, false, found);
        if (status != CHY_OK || *found != CHY_NONE) return status;
        uint32_t earlier = chy_rank(c, leader);
        /* "His troops" are no two neighbours. */
        uint32_t whole = earlier == CHY_NONE ? CHY_NONE : c->drafts[earlier].character;
        if (whole != CHY_NONE && c->cast[whole].member_count > 0 &&
            !chy_same_head(c, &c->drafts[leader], &c->drafts[earlier]))
            return CHY_OK;
        if (earlier != CHY_NONE) *found = chy_character_of(c, earlier);
        return earlier != CHY_NONE && *found == CHY_NONE ? chy_fail_memory(c->err) : CHY_OK;
    }
    default: {
        int points;
        uint32_t earlier = chy_find_pronoun(c, leader, &points);
        if (earlier != CHY_NONE) *found = chy_character_of(c, earlier);
        if (earlier != CHY_NONE && *found == CHY_NONE) return chy_fail_memory(c->err);
        const chy_character *one = *found == CHY_NONE ? NULL : &c->cast[*found];
        bool alone = one && one->is.kind == CHY_ENTITY_PERSON && one->is.number == 1 &&
                     one->name_draft != CHY_NONE;
        /* "They were shelled": islands and towns are no "they". */
        if (one && one->is.kind == CHY_ENTITY_PLACE && draft->says.number == 2) *found = CHY_NONE;
        uint32_t group;
        chy_status status = chy_find_group(c, leader, points, alone, &group);
        *found = group != CHY_NONE ? group : *found;
        return status;
    }
    }
}

/* "The president's son": families of those in office are of the elite. */
static void learn_family(chy_character *relative, const chy_profile *says,
                         const chy_profile *owner) {
    static const char *const kin[] = {"brother", "cousin", "daughter", "father", "husband",
                                      "mother",  "nephew", "niece",    "sister", "son",
                                      "uncle",   "widow",  "wife"};
    uint32_t office = SECTOR(GOV) | SECTOR(LEG) | SECTOR(JUD) | SECTOR(MIL) | SECTOR(ELI);
    if (!(owner->sectors & office) || !chy_is_one_of(says->role, kin, CHY_COUNT_OF(kin))) return;
    if (!relative->is.country[0]) relative->is.country = owner->country;
    if (!relative->is.sectors) relative->is.sectors = SECTOR(ELI);
}

/* "The Minister for Foreign | Affairs | of Peru": the office that a word of its title stands in. */
static uint32_t office_around(const chy_casting *c, uint32_t word) {
    uint32_t head = word;
    for (int steps = 0; steps < 3 && c->words[head].deprel == CHY_DEPREL_NMOD; steps++) {
        head = c->words[head].head;
        uint32_t draft = c->draft_of_head[head];
        if (draft == CHY_NONE) continue;
        const chy_draft *of = &c->drafts[draft];
        bool inside = of->core_first <= word && word < of->core_end;
        return inside && of->kind == CHY_MENTION_DESCRIPTION ? draft : CHY_NONE;
    }
    return CHY_NONE;
}

/* "President Ana Ruiz of Peru" */
static void learn_country(chy_casting *c, const chy_draft *country, const chy_draft *name) {
    bool person = name->kind == CHY_MENTION_NAME && name->says.kind == CHY_ENTITY_PERSON &&
                  name->character != CHY_NONE && country->says.kind == CHY_ENTITY_COUNTRY;
    chy_profile *is = person ? &c->cast[name->character].is : NULL;
    if (person && !is->country[0] && c->cast[name->character].role_count > 0) {
        is->country = country->says.country;
        c->cast[name->character].words_country = true;
    }
}

/* "His Ugandan counterpart" holds the office of the possessor; "its leader", "Otieno's spokesman",
 * "a lawyer for the union" serve the possessor. Known once the possessor is. */
static void learn_possessor(chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    const chy_word *word = &c->words[draft->head];
    if (draft->character == CHY_NONE || word->head == CHY_NONE) return;
    /* Whatever the parser hung the country from. */
    bool behind = draft->first > 1 && draft->kind == CHY_MENTION_NAME &&
                  strcmp(c->words[draft->first - 1].form, "of") == 0 &&
                  c->name_of_word[draft->first - 2] != CHY_NONE;
    if (behind) learn_country(c, draft, &c->drafts[c->name_of_word[draft->first - 2]]);
    const char *preposition = chy_tree_case(&c->tree, draft->head);
    bool of = word->deprel == CHY_DEPREL_NMOD &&
              (strcmp(preposition, "of") == 0 || strcmp(preposition, "for") == 0);
    uint32_t other = c->draft_of_head[word->head];
    if (other == CHY_NONE) other = office_around(c, word->head);
    if (of && other != CHY_NONE) learn_country(c, draft, &c->drafts[other]);
    if ((word->deprel != CHY_DEPREL_NMOD_POSS && !of) || other == CHY_NONE ||
        c->drafts[other].character == CHY_NONE || c->drafts[other].kind != CHY_MENTION_DESCRIPTION)
        return;
    const chy_profile owner = c->cast[draft->character].is;
    chy_character *servant = &c->cast[c->drafts[other].character];
    const chy_profile *says = &c->drafts[other].says;
    if (says->kind == CHY_ENTITY_COUNTRY && says->number == 1) {
        /* "His country" is the one that he is of. */
        uint32_t country = chy_find_country(c, owner.country);
        if (country != CHY_NONE) c->drafts[other].character = country;
        return;
    }
    uint32_t armed = SECTOR(MIL) | SECTOR(UAF) | SECTOR(PRM);
    bool free = servant->name_draft == CHY_NONE ||
                (servant->is.kind == CHY_ENTITY_PERSON && servant->office_count == 0);
    if (owner.sectors & SECTOR(REB) && servant->is.sectors && !(servant->is.sectors & ~armed) &&
        free)
        servant->is.sectors = SECTOR(REB);
    /* "The general's men". */
    uint32_t forces = owner.sectors & (SECTOR(MIL) | SECTOR(REB) | SECTOR(COP));
    if (forces && says->number == 2 && strcmp(says->role, "man") == 0 && servant->member_count == 0)
        servant->is.sectors = forces;
    if (says->flags & CHY_SAYS_BODY && word->deprel == CHY_DEPREL_NMOD_POSS) {
        /* "Her government", "the minister's office". */
        servant->is.country = servant->is.country[0] ? servant->is.country : owner.country;
        servant->is.sectors = servant->is.sectors ? servant->is.sectors : owner.sectors;
        return;
    }
    bool human = says->kind == CHY_ENTITY_PERSON || says->kind == CHY_ENTITY_GROUP;
    if (servant == &c->cast[draft->character] || !human || says->flags & CHY_SAYS_PEOPLE) return;
    bool colleague = strcmp(says->role, "colleague") == 0 && says->country[0] &&
                     strcmp(says->country, owner.country) != 0;
    if (strcmp(says->role, "counterpart") == 0 || colleague) {
        servant->is.flags |= CHY_SAYS_LOOSE;
        learn_role(servant, &owner);
        servant->is.sectors = owner.sectors ? owner.sectors : servant->is.sectors;
        return;
    }
    static const char *const others[] = {
        "adversary", "ally",      "enemy",    "foe",     "guest", "host",   "interlocutor",
        "neighbor",  "neighbour", "opponent", "partner", "rival", "visitor"};
    if (chy_is_one_of(says->role, others, CHY_COUNT_OF(others))) return;
    bool family = (says->role_class[0] == '\0' || strcmp(says->role_class, "family") == 0) &&
                  owner.kind == CHY_ENTITY_PERSON;
    if (family) learn_family(servant, says, &owner);
    if (owner.kind == CHY_ENTITY_PLACE || family) return;
    /* "UNICEF's representative in Chad" is the fund's. */
    static const char *const posts[] = {
        "chief",    "coordinator",    "director",  "envoy",        "head",
        "official", "representative", "spokesman", "spokesperson", "spokeswoman"};
    bool posted = owner.kind == CHY_ENTITY_ORGANISATION && owner.country[0] &&
                  owner.sectors & (SECTOR(IGO) | SECTOR(NGO)) &&
                  chy_is_one_of(says->role, posts, CHY_COUNT_OF(posts)) &&
                  servant->is.sectors == SECTOR(GOV) && servant->office_count == 0;
    if (posted) {
        servant->is.country = owner.country;
        servant->is.sectors = owner.sectors;
    }
    bool mixed = says->flags & CHY_SAYS_MIXED;
    if (!servant->is.country[0] && !mixed) servant->is.country = owner.country;
    if (!servant->is.sectors) servant->is.sectors = owner.sectors;
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

/* The head of the first of persons' names in a row, "A and B", wherever the parser hung the later
 * ones. */
static uint32_t first_of_names(const chy_casting *c, uint32_t at) {
    uint32_t word = c->drafts[at].head, first = c->drafts[at].first;
    for (int steps = 0; steps < 6 && c->words[word].deprel == CHY_DEPREL_CONJ && first > 1;
         steps++) {
        uint32_t before = c->name_of_word[first - 2];
        const char *link = c->words[first - 1].form;
        bool joined = strcmp(link, "and") == 0 || strcmp(link, ",") == 0;
        if (!joined || before == CHY_NONE || c->drafts[before].says.kind != CHY_ENTITY_PERSON)
            break;
        word = c->drafts[before].head;
        first = c->drafts[before].first;
    }
    return word;
}

/* Of "the ministers of Chad and Niger" the country of the nth; "" where none is named. */
static const char *nth_country(const chy_casting *c, const chy_draft *group, uint32_t nth) {
    uint32_t at = 0;
    for (uint32_t w = group->head; w < group->end; w++) {
        uint32_t name = c->name_of_word[w];
        bool country = name != CHY_NONE && c->drafts[name].says.kind == CHY_ENTITY_COUNTRY &&
                       c->drafts[name].head == w;
        if (country && at++ == nth) return c->drafts[name].says.country;
    }
    return "";
}

/* "The ministers of Chad and Niger, A and B": each name in apposition to a plural office holds it,
 * and is one of its group. */
static void learn_apposed(chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    bool name = draft->kind == CHY_MENTION_NAME && draft->says.kind == CHY_ENTITY_PERSON;
    if (!name || draft->nested || draft->character == CHY_NONE) return;
    uint32_t word = first_of_names(c, at);
    bool apposed = c->words[word].deprel == CHY_DEPREL_APPOS && c->words[word].head < word;
    uint32_t outer = apposed ? c->draft_of_head[c->words[word].head] : CHY_NONE;
    if (outer == CHY_NONE || c->drafts[outer].character == CHY_NONE) return;
    const chy_profile *says = &c->drafts[outer].says;
    chy_character *group = &c->cast[c->drafts[outer].character];
    if (c->drafts[outer].kind != CHY_MENTION_DESCRIPTION || says->kind != CHY_ENTITY_GROUP ||
        says->number != 2 || !says->role_class[0] || says->flags & CHY_SAYS_PEOPLE)
        return;
    chy_character *holder = &c->cast[draft->character];
    learn_role(holder, says);
    if (!holder->is.sectors) holder->is.sectors = group->is.sectors;
    /* The nth name takes the place of the nth nation's share. */
    uint32_t nth = 0;
    while (nth < group->member_count && !chy_is_share(&c->cast[group->members[nth]]))
        nth++;
    const char *country = nth_country(c, &c->drafts[outer], nth);
    if (!holder->is.country[0]) holder->is.country = *country ? country : group->is.country;
    for (uint32_t i = 0; i < nth; i++)
        if (group->members[i] == draft->character) return;
    if (nth == CHY_MEMBERS_MOST) return;
    group->members[nth] = draft->character;
    if (nth == group->member_count) group->member_count++;
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
    chy_status status = find_character(c, next_in_unit, root, leader, &found);
    if (status != CHY_OK) return status;
    if (found == CHY_NONE && c->drafts[leader].kind == CHY_MENTION_PRONOUN) return CHY_OK;
    if (found == CHY_NONE && !chy_character_add(c, &found)) return chy_fail_memory(c->err);
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

/* Pronouns that stand before their noun: "After his visit, the minister said". The subject of the
 * sentence's top clause, if it comes later and agrees. */
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
        uint32_t later = chy_fronted_subject(c, i);
        if (later == CHY_NONE && subject != CHY_NONE && subject > draft->head)
            later = c->draft_of_head[subject];
        uint32_t character = later == CHY_NONE ? CHY_NONE : c->drafts[later].character;
        if (character == CHY_NONE || !chy_profiles_agree(&draft->says, &c->cast[character].is))
            continue;
        bool person = c->cast[character].is.kind == CHY_ENTITY_PERSON;
        bool human = draft->says.gender == 'm' || draft->says.gender == 'f';
        if (human != person && draft->says.number != 2) continue;
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
    if (!next_in_unit) return chy_fail_memory(c->err);
    chy_context_read(c);
    uint32_t *unit_character = next_in_unit + c->draft_count;
    uint32_t *unit_last = unit_character + c->draft_count;
    for (uint32_t i = 0; i < c->draft_count; i++) {
        next_in_unit[i] = unit_character[i] = CHY_NONE;
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
            chy_status status = resolve_unit(c, next_in_unit, root, &unit_character[root]);
            if (status != CHY_OK) return status;
        }
        bool person =
            c->drafts[i].kind == CHY_MENTION_NAME && c->drafts[i].says.kind == CHY_ENTITY_PERSON;
        if (person && c->first_person == CHY_NONE) c->first_person = unit_character[root];
        if (unit_character[root] != CHY_NONE) chy_character_take(c, unit_character[root], i);
        learn_possessor(c, i);
        learn_apposed(c, i);
        uint32_t owned = c->drafts[i].character == CHY_NONE ? CHY_NONE : owned_by(c, i);
        if (owned != CHY_NONE) {
            chy_status status = chy_joint_owned(c, owned, c->drafts[i].character);
            if (status != CHY_OK) return status;
        }
    }
    resolve_forward(c);
    chain_again(c);
    for (uint32_t i = 0; i < c->cast_count; i++)
        chy_code_apply(c, &c->cast[i]);
    chy_context_learn(c);
    /* "Her interior minister": now that she is known to be of the report's country. */
    for (uint32_t i = 0; i < c->draft_count; i++)
        learn_possessor(c, i);
    return CHY_OK;
}
