/* What parties tell of each other: "its leader" is of the body, "his counterpart" holds his office,
 * "the ministers of A and B, X and Y" have names, negotiators their senders. */
#include "mentions/cast.h"
#include "mentions/nouns.h"

#include <string.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

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

/* "President Ana Ruiz of Peru", "Captain Ana Ruiz of the Peruvian navy". */
static void learn_country(chy_casting *c, const chy_draft *of, const chy_draft *name) {
    bool party = of->says.kind == CHY_ENTITY_COUNTRY || of->says.kind == CHY_ENTITY_ORGANISATION ||
                 of->says.kind == CHY_ENTITY_ARMED_GROUP;
    bool person = name->kind == CHY_MENTION_NAME && name->says.kind == CHY_ENTITY_PERSON &&
                  name->character != CHY_NONE && of->says.country[0] && party;
    chy_profile *is = person ? &c->cast[name->character].is : NULL;
    if (person && !is->country[0] && c->cast[name->character].role_count > 0) {
        is->country = of->says.country;
        c->cast[name->character].words_country = true;
    }
}

/* The name right before "of" and a mention, whatever the parser hung that from; CHY_NONE: none. */
static uint32_t name_before_of(const chy_casting *c, const chy_draft *draft) {
    uint32_t of = draft->first;
    for (int steps = 0; steps < 2 && of > 0 && strcmp(c->words[of].form, "of") != 0; steps++)
        of--;
    bool found = of > 0 && of < draft->first && strcmp(c->words[of].form, "of") == 0 &&
                 (draft->first - of == 1 || chy_same(c->words[of + 1].form, "the"));
    return found ? c->name_of_word[of - 1] : CHY_NONE;
}

/* The draft of the description that a mention is the possessor of, which learns its country;
 * CHY_NONE: none. */
static uint32_t servant_of(chy_casting *c, const chy_draft *draft) {
    const chy_word *word = &c->words[draft->head];
    uint32_t named = name_before_of(c, draft);
    if (named != CHY_NONE) learn_country(c, draft, &c->drafts[named]);
    const char *preposition = chy_tree_case(&c->tree, draft->head);
    bool of = word->deprel == CHY_DEPREL_NMOD &&
              (strcmp(preposition, "of") == 0 || strcmp(preposition, "for") == 0);
    uint32_t other = c->draft_of_head[word->head];
    if (other == CHY_NONE) other = office_around(c, word->head);
    if (of && other != CHY_NONE) learn_country(c, draft, &c->drafts[other]);
    bool serves = other != CHY_NONE && (of || word->deprel == CHY_DEPREL_NMOD_POSS) &&
                  c->drafts[other].character != CHY_NONE &&
                  c->drafts[other].kind == CHY_MENTION_DESCRIPTION;
    return serves ? other : CHY_NONE;
}

/* "The rebels' fighters", "the general's men". */
static void learn_forces(chy_character *servant, const chy_profile *says,
                         const chy_profile *owner) {
    uint32_t armed = SECTOR(MIL) | SECTOR(UAF) | SECTOR(PRM);
    bool free = servant->name_draft == CHY_NONE ||
                (servant->is.kind == CHY_ENTITY_PERSON && servant->office_count == 0);
    if (owner->sectors & SECTOR(REB) && servant->is.sectors && !(servant->is.sectors & ~armed) &&
        free)
        servant->is.sectors = SECTOR(REB);
    uint32_t forces = owner->sectors & (SECTOR(MIL) | SECTOR(REB) | SECTOR(COP));
    if (forces && says->number == 2 && strcmp(says->role, "man") == 0 && servant->member_count == 0)
        servant->is.sectors = forces;
}

/* What a possessor tells of whoever serves it. */
static void learn_service(chy_character *servant, const chy_profile *says,
                          const chy_profile *owner) {
    /* "UNICEF's representative in Chad" is the fund's, a union's president no state's. */
    static const char *const posts[] = {"chief",     "coordinator",  "delegate",   "director",
                                        "envoy",     "head",         "official",   "representative",
                                        "spokesman", "spokesperson", "spokeswoman"};
    uint32_t abroad = SECTOR(IGO) | SECTOR(NGO);
    bool post = owner->country[0] && owner->sectors & abroad &&
                chy_is_one_of(says->role, posts, CHY_COUNT_OF(posts));
    bool posted = owner->kind == CHY_ENTITY_ORGANISATION &&
                  (post || chy_leads_private(says, owner->sectors)) &&
                  servant->is.sectors == SECTOR(GOV) && servant->office_count == 0;
    /* "The congress's chairman" of a workers' congress. */
    if (owner->sectors & SECTOR(LAB) && servant->is.sectors == SECTOR(LEG))
        servant->is.sectors = SECTOR(LAB);
    if (posted) {
        servant->is.country = owner->country;
        servant->is.sectors = owner->sectors;
    }
    bool mixed = says->flags & CHY_SAYS_MIXED;
    if (!servant->is.country[0] && !mixed) servant->is.country = owner->country;
    if (!servant->is.sectors) servant->is.sectors = owner->sectors;
}

/* A person or group that somebody has: "his Ugandan counterpart" holds the office of the possessor;
 * "its leader", "Otieno's spokesman", "a lawyer for the union" serve the possessor. */
static void learn_human(chy_character *servant, const chy_profile *says, const chy_profile *owner) {
    bool colleague = strcmp(says->role, "colleague") == 0 && says->country[0] &&
                     strcmp(says->country, owner->country) != 0;
    if (strcmp(says->role, "counterpart") == 0 || colleague) {
        servant->is.flags |= CHY_SAYS_LOOSE;
        chy_character_learn_role(servant, owner);
        servant->is.sectors = owner->sectors ? owner->sectors : servant->is.sectors;
        return;
    }
    /* "The president invited his colleague", who was named before. */
    if (strcmp(says->role, "colleague") == 0 && servant->name_draft != CHY_NONE) return;
    static const char *const others[] = {
        "adversary", "ally",      "enemy",    "foe",     "guest", "host",   "interlocutor",
        "neighbor",  "neighbour", "opponent", "partner", "rival", "visitor"};
    if (chy_is_one_of(says->role, others, CHY_COUNT_OF(others))) return;
    bool family = (says->role_class[0] == '\0' || strcmp(says->role_class, "family") == 0) &&
                  owner->kind == CHY_ENTITY_PERSON;
    if (family)
        learn_family(servant, says, owner);
    else if (owner->kind != CHY_ENTITY_PLACE)
        learn_service(servant, says, owner);
}

void chy_learn_possessor(chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    const chy_word *word = &c->words[draft->head];
    if (draft->character == CHY_NONE || word->head == CHY_NONE) return;
    uint32_t other = servant_of(c, draft);
    if (other == CHY_NONE) return;
    const chy_profile owner = c->cast[draft->character].is;
    chy_character *servant = &c->cast[c->drafts[other].character];
    const chy_profile *says = &c->drafts[other].says;
    if (says->kind == CHY_ENTITY_COUNTRY && says->number == 1) {
        /* "His country" is the one that he is of. */
        uint32_t country = chy_find_country(c, owner.country);
        if (country != CHY_NONE) c->drafts[other].character = country;
        return;
    }
    if (strcmp(says->role, "counterpart") == 0)
        c->cast[draft->character].other_country = says->country;
    learn_forces(servant, says, &owner);
    if (says->flags & CHY_SAYS_BODY && word->deprel == CHY_DEPREL_NMOD_POSS) {
        /* "Her government", "the minister's office". */
        servant->is.country = servant->is.country[0] ? servant->is.country : owner.country;
        servant->is.sectors = servant->is.sectors ? servant->is.sectors : owner.sectors;
        /* "The exporters' chamber" makes no laws. */
        const uint32_t trades = SECTOR(AGR) | SECTOR(BUS) | SECTOR(LAB) | SECTOR(MED);
        if (servant->is.sectors == SECTOR(LEG) && owner.sectors && !(owner.sectors & ~trades))
            servant->is.sectors = owner.sectors;
        return;
    }
    bool human = says->kind == CHY_ENTITY_PERSON || says->kind == CHY_ENTITY_GROUP;
    if (servant == &c->cast[draft->character] || !human || says->flags & CHY_SAYS_PEOPLE) return;
    learn_human(servant, says, &owner);
    if (chy_character_has_role(servant, "spokesperson"))
        servant->presumed_country = chy_country_known(&c->cast[draft->character]);
}

/* Whether a word is what a verb of leading, today and not once, has for its object: "who chairs
 * | it |", "presides over | it |". */
static bool is_led(const chy_casting *c, uint32_t at) {
    static const char *const leads[] = {"chair", "command",   "direct", "head",
                                        "lead",  "represent", "run"};
    const chy_word *word = &c->words[at], *verb = &c->words[word->head];
    if (verb->feat_bits & CHY_FEAT_PAST) return false;
    if (word->deprel == CHY_DEPREL_OBL)
        return strcmp(verb->lemma, "preside") == 0 &&
               strcmp(chy_tree_case(&c->tree, at), "over") == 0;
    return word->deprel == CHY_DEPREL_OBJ && chy_is_one_of(verb->lemma, leads, CHY_COUNT_OF(leads));
}

/* "Who speaks for | Perera |". */
static bool is_spoken_for(const chy_casting *c, uint32_t at) {
    const chy_word *word = &c->words[at], *verb = &c->words[word->head];
    return word->deprel == CHY_DEPREL_OBL && !(verb->feat_bits & CHY_FEAT_PAST) &&
           strcmp(verb->lemma, "speak") == 0 && strcmp(chy_tree_case(&c->tree, at), "for") == 0;
}

/* "X, who chairs Chad's water committee", "who speaks for Perera": of a leader or spokesman told by
 * a verb alone the body or person tells the country and the sector. */
void chy_learn_led(chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    const chy_word *word = &c->words[draft->head];
    if (draft->character == CHY_NONE || word->head == CHY_NONE) return;
    const chy_character *body = &c->cast[draft->character];
    bool leading = body->is.kind == CHY_ENTITY_ORGANISATION && is_led(c, draft->head);
    bool spoken = !leading && is_spoken_for(c, draft->head);
    uint32_t subject = body->is.sectors && (leading || spoken)
                           ? chy_tree_child(&c->tree, word->head, CHY_DEPREL_NSUBJ)
                           : CHY_NONE;
    uint32_t leader = subject == CHY_NONE ? CHY_NONE : c->draft_of_head[subject];
    if (leader == CHY_NONE) leader = subject == CHY_NONE ? CHY_NONE : c->name_of_word[subject];
    if (leader == CHY_NONE || c->drafts[leader].character == CHY_NONE) return;
    chy_character *is = &c->cast[c->drafts[leader].character];
    if (is->is.kind != CHY_ENTITY_PERSON || is->is.sectors || is->role_count > 0) return;
    if (spoken) is->roles[is->role_count++] = "spokesperson";
    is->is.sectors = body->is.sectors;
    if (!is->is.country[0]) is->is.country = body->is.country;
    if (!is->is.country[0]) is->presumed_country = chy_country_known(body);
}

/* The name before "of", "from" or "with" and a body, "Ana Ruiz | of the Green Party", "Ana Ruiz, |
 * from the teachers' union"; CHY_NONE: none. */
static uint32_t name_before_body(const chy_casting *c, const chy_draft *body) {
    static const char *const within[] = {"from", "of", "with"};
    uint32_t at = body->first;
    if (at > 0 && chy_same(c->words[at - 1].form, "the")) at--;
    if (at < 2 || !chy_is_one_of(c->words[at - 1].form, within, CHY_COUNT_OF(within)))
        return CHY_NONE;
    at -= 2;
    if (at > 0 && strcmp(c->words[at].form, ",") == 0) at--;
    return c->words[at].sentence == c->words[body->head].sentence ? c->name_of_word[at] : CHY_NONE;
}

/* "Ana Ruiz of the Green Party": of whom nothing else is told the body tells country and sector. */
void chy_learn_membership(chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    const chy_profile *body = draft->character == CHY_NONE ? NULL : &c->cast[draft->character].is;
    if (!body || body->kind != CHY_ENTITY_ORGANISATION || !body->sectors) return;
    uint32_t name = name_before_body(c, draft);
    bool person = name != CHY_NONE && c->drafts[name].says.kind == CHY_ENTITY_PERSON &&
                  c->drafts[name].character != CHY_NONE;
    chy_character *is = person ? &c->cast[c->drafts[name].character] : NULL;
    if (!is || is->is.kind != CHY_ENTITY_PERSON || is->is.sectors || is->role_count > 0) return;
    is->is.sectors = body->sectors;
    if (!is->is.country[0]) is->is.country = body->country;
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

uint32_t chy_plural_office(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    if (draft->kind != CHY_MENTION_NAME || draft->says.kind != CHY_ENTITY_PERSON || draft->nested)
        return CHY_NONE;
    uint32_t word = first_of_names(c, at);
    bool apposed = c->words[word].deprel == CHY_DEPREL_APPOS && c->words[word].head < word;
    uint32_t noun =
        apposed ? c->words[word].head : chy_tree_child(&c->tree, word, CHY_DEPREL_NMOD_DESC);
    uint32_t outer = noun == CHY_NONE ? CHY_NONE : c->draft_of_head[noun];
    if (outer == CHY_NONE) return CHY_NONE;
    const chy_profile *says = &c->drafts[outer].says;
    bool plural = c->drafts[outer].kind == CHY_MENTION_DESCRIPTION &&
                  says->kind == CHY_ENTITY_GROUP && says->number == 2 && says->role_class[0] &&
                  !(says->flags & CHY_SAYS_PEOPLE);
    return plural ? outer : CHY_NONE;
}

/* "The ministers of Chad and Niger, A and B", "ministers A and B": each name that stands at a
 * plural office holds it, and is one of its group. */
void chy_learn_apposed(chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t outer = draft->character == CHY_NONE ? CHY_NONE : chy_plural_office(c, at);
    if (outer == CHY_NONE || c->drafts[outer].character == CHY_NONE) return;
    const chy_profile *says = &c->drafts[outer].says;
    chy_character *group = &c->cast[c->drafts[outer].character];
    chy_character *holder = &c->cast[draft->character];
    chy_character_learn_role(holder, says);
    /* A table's former office yields to the one told. */
    bool past = holder->is.sectors == SECTOR(ELI) && !holder->words_sectors &&
                !(says->flags & CHY_SAYS_FORMER);
    if (!holder->is.sectors || past) {
        holder->is.sectors = group->is.sectors;
        holder->words_sectors = true;
    }
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

/* The plural of envoys that a party sent, the first of "of", "for" or "from" or one beside it:
 * "negotiators for the government and the Northern Front"; CHY_NONE for others. `*first`: the head
 * of the first sender. */
static uint32_t envoys_of(const chy_casting *c, uint32_t at, uint32_t *first) {
    static const char *const sent[] = {"delegate", "delegation", "emissary",      "envoy",
                                       "mediator", "negotiator", "representative"};
    static const char *const from[] = {"for", "from", "of"};
    uint32_t word = c->drafts[at].head;
    if (c->words[word].deprel == CHY_DEPREL_CONJ) word = c->words[word].head;
    if (word == CHY_NONE || c->words[word].deprel != CHY_DEPREL_NMOD ||
        !chy_is_one_of(chy_tree_case(&c->tree, word), from, CHY_COUNT_OF(from)))
        return CHY_NONE;
    *first = word;
    uint32_t outer = c->draft_of_head[c->words[word].head];
    if (outer == CHY_NONE || c->drafts[outer].character == CHY_NONE) return CHY_NONE;
    const chy_profile *says = &c->drafts[outer].says;
    bool many = says->kind == CHY_ENTITY_GROUP && says->number == 2;
    return many && chy_is_one_of(says->role, sent, CHY_COUNT_OF(sent)) ? outer : CHY_NONE;
}

static bool sends(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    uint8_t kind = draft->says.kind;
    bool party = kind == CHY_ENTITY_COUNTRY || kind == CHY_ENTITY_ORGANISATION ||
                 kind == CHY_ENTITY_ARMED_GROUP;
    return party && draft->character != CHY_NONE && !(draft->says.flags & CHY_SAYS_ADJECTIVE);
}

/* "Negotiators for the government and the Northern Front": each sender is one of the group, whose
 * country and sectors are those that they have. */
void chy_learn_senders(chy_casting *c, uint32_t at) {
    uint32_t head;
    uint32_t outer = sends(c, at) ? envoys_of(c, at, &head) : CHY_NONE;
    uint32_t first = outer == CHY_NONE ? CHY_NONE : c->draft_of_head[head];
    if (first == CHY_NONE) first = outer == CHY_NONE ? CHY_NONE : c->name_of_word[head];
    if (first == CHY_NONE || first == at || !sends(c, first)) return;
    chy_character *group = &c->cast[c->drafts[outer].character];
    const uint32_t members[] = {c->drafts[first].character, c->drafts[at].character};
    bool shares = group->member_count > 0 && chy_is_share(&c->cast[group->members[0]]);
    if (shares || members[0] == members[1]) return;
    if (group->member_count == 0) group->is.sectors = 0;
    for (size_t i = 0; i < CHY_COUNT_OF(members); i++) {
        const chy_profile *member = &c->cast[members[i]].is;
        bool known = false;
        for (uint32_t k = 0; k < group->member_count; k++)
            known = known || group->members[k] == members[i];
        if (known || group->member_count == CHY_MEMBERS_MOST) continue;
        if (group->member_count == 0)
            group->is.country = member->country;
        else if (strcmp(group->is.country, member->country) != 0)
            group->is.country = "";
        uint32_t country = SECTOR(GOV) * (member->kind == CHY_ENTITY_COUNTRY);
        group->is.sectors |= member->sectors ? member->sectors : country;
        group->members[group->member_count++] = members[i];
    }
    group->is.flags |= CHY_SAYS_MIXED;
}
