/* Persons told by where they stand to others, or by their nation: "his guest", "the Finn". */
#include "mentions/groups.h"
#include "mentions/nouns.h"
#include "mentions/pairs.h"

#include <string.h>

/* The sentences within which a report tells where it is set. */
#define OPENING_SENTENCES 3u

/* The subject of the clause that a word stands in, its own phrase aside; of the clause above where
 * it is the subject itself, and somebody is its `owned` one. */
static uint32_t clause_subject(const chy_casting *c, uint32_t word, bool owned) {
    for (int steps = 0; steps < 12 && c->words[word].head != CHY_NONE; steps++) {
        uint32_t verb = c->words[word].head;
        uint32_t subject = chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ);
        if (subject != CHY_NONE && subject != word) return c->draft_of_head[subject];
        if (subject == word && !owned) return CHY_NONE;
        word = verb;
    }
    return CHY_NONE;
}

int chy_guest_or_host(const chy_casting *c, const chy_draft *draft) {
    static const char *const receive[] = {"greet", "host", "receive", "welcome"};
    static const char *const arrive[] = {"arrive", "come", "fly", "land", "travel", "visit"};
    uint32_t verb = chy_governor(c, draft->head), word = draft->head;
    if (verb == CHY_NONE) return 0;
    const char *lemma = c->words[verb].lemma;
    for (int steps = 0; steps < 6 && c->words[word].deprel == CHY_DEPREL_CONJ; steps++)
        word = c->words[word].head;
    uint8_t deprel = c->words[word].deprel;
    if (chy_is_one_of(lemma, receive, CHY_COUNT_OF(receive)))
        return deprel == CHY_DEPREL_NSUBJ || deprel == CHY_DEPREL_OBL_AGENT  ? -1
               : deprel == CHY_DEPREL_OBJ || deprel == CHY_DEPREL_NSUBJ_PASS ? 1
                                                                             : 0;
    bool comes = chy_is_one_of(lemma, arrive, CHY_COUNT_OF(arrive));
    return comes && deprel == CHY_DEPREL_NSUBJ ? 1 : 0;
}

/* Where leaders meet: the report's own country, else that of the first place that it is set in. */
static const char *country_of_meeting(const chy_casting *c) {
    static const char *const at[] = {"at", "in", "to"};
    const char *home = chy_home_of_officers(c);
    if (!*home) home = c->dateline_country;
    if (*home) return home;
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *place = &c->drafts[i];
        if (c->words[place->head].sentence >= OPENING_SENTENCES) break;
        bool named = place->kind == CHY_MENTION_NAME && place->says.kind == CHY_ENTITY_PLACE &&
                     place->reading == CHY_READING_LITERAL;
        if (named && chy_code_is_state(place->says.country) &&
            chy_is_one_of(chy_tree_case(&c->tree, place->head), at, CHY_COUNT_OF(at)))
            return place->says.country;
    }
    return "";
}

/* Whether a leader is from elsewhere than home, or, of a host, from there. */
static bool is_away(const char *home, const chy_character *leader, bool abroad) {
    const char *country = chy_country_known(leader);
    return *home && *country && (strcmp(country, home) != 0) == abroad;
}

/* Whether two hold offices of one kind: both presidents, both ministers. */
static bool are_equals(const chy_character *a, const chy_character *b) {
    for (uint32_t i = 0; i < a->role_count; i++)
        if (chy_character_has_role(b, a->roles[i])) return true;
    return a->has_row && b->has_row && a->row.role[0] && strcmp(a->row.role, b->row.role) == 0;
}

/* "The | visiting | minister". */
static bool is_visiting(const chy_casting *c, const chy_draft *draft) {
    for (uint32_t w = draft->first; w < draft->head; w++)
        if (chy_same(c->words[w].form, "visiting")) return true;
    return false;
}

/* "His guest", "her interlocutor": the leader last named who is not the subject of the clause;
 * "the visitor", "the host": the one who came, or who received, else the only one from abroad, or
 * from here. CHY_NONE for other words. */
uint32_t chy_find_reciprocal(const chy_casting *c, uint32_t at) {
    static const char *const nouns[] = {"colleague", "counterpart",  "guest",
                                        "host",      "interlocutor", "visitor"};
    const chy_draft *draft = &c->drafts[at];
    const chy_profile *says = &draft->says;
    bool definite = says->flags & CHY_SAYS_DEFINITE && !(says->flags & CHY_SAYS_OTHER);
    bool equal = chy_role_is_equal(says->role);
    bool visiting = is_visiting(c, draft) && !(says->flags & CHY_SAYS_TITLE);
    if (!definite || says->number == 2 ||
        !(visiting || chy_is_one_of(says->role, nouns, CHY_COUNT_OF(nouns))))
        return CHY_NONE;
    bool owned = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_NMOD_POSS) != CHY_NONE;
    int wanted = strcmp(says->role, "host") == 0 ? -1 : 1;
    uint32_t subject = clause_subject(c, draft->head, owned);
    uint32_t owner = subject == CHY_NONE ? CHY_NONE : c->drafts[subject].character;
    /* "| His guest | said": no subject tells whose; but "its guests" are no leader's. */
    owned = owned && owner != CHY_NONE;
    if (owned && c->cast[owner].is.kind != CHY_ENTITY_PERSON) return CHY_NONE;
    /* Others have colleagues too. */
    if (equal && !(owned && chy_leads(&c->cast[owner]))) return CHY_NONE;
    uint32_t sentence = c->words[draft->head].sentence, away = CHY_NONE;
    const char *home = country_of_meeting(c);
    bool several = false;
    for (uint32_t back = 1; back <= CHY_GROUP_WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > 2 * CHY_GROUP_SENTENCES) break;
        if (other->character == CHY_NONE || other->character == owner) continue;
        const chy_character *character = &c->cast[other->character];
        bool leader = character->is.kind == CHY_ENTITY_PERSON && character->is.number != 2 &&
                      character->name_draft != CHY_NONE && chy_leads(character) &&
                      (!equal || are_equals(character, &c->cast[owner])) &&
                      (!visiting || chy_character_covered(character, says->role));
        /* "The Angolan guest" needs no other sign. */
        if (leader && says->country[0]) {
            if (strcmp(says->country, chy_country_known(character)) == 0) return other->character;
            continue;
        }
        if (leader && (owned || chy_guest_or_host(c, other) == wanted)) return other->character;
        if (!leader || !is_away(home, character, wanted > 0)) continue;
        several = several || (away != CHY_NONE && away != other->character);
        away = other->character;
    }
    return several ? CHY_NONE : away;
}

uint32_t chy_find_countryman(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t article = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_DET);
    if (draft->says.kind != CHY_ENTITY_PERSON || article == CHY_NONE ||
        !chy_same(c->words[article].form, "the"))
        return CHY_NONE;
    uint32_t stranger = CHY_NONE;
    chy_member_list agents = {.count = 0};
    chy_agents_of(c, at, &agents);
    uint32_t sentence = c->words[draft->head].sentence;
    for (uint32_t back = 1; back <= CHY_GROUP_WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > 2 * CHY_GROUP_SENTENCES) break;
        if (other->character == CHY_NONE || chy_member_listed(&agents, other->character)) continue;
        const chy_character *character = &c->cast[other->character];
        bool person = character->is.kind == CHY_ENTITY_PERSON && character->is.number != 2 &&
                      character->name_draft != CHY_NONE;
        if (person && strcmp(chy_country_known(character), draft->says.country) == 0)
            return other->character;
        /* An official of whom no country is known may be the one. */
        bool official =
            person && !character->is.country[0] && character->is.sectors & 1u << CHY_SECTOR_GOV;
        if (official && stranger == CHY_NONE) stranger = other->character;
    }
    return stranger;
}
