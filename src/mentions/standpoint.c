/* From whose side a description is told: the speaker's, the possessor's, the clause's. */
#include "mentions/groups.h"
#include "mentions/pairs.h"

#include <string.h>

/* How many steps up the tree a speaker is looked for. */
#define STEPS 12

static uint32_t subject_of(const chy_casting *c, uint32_t verb) {
    uint32_t subject = chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ);
    if (subject == CHY_NONE) return CHY_NONE;
    uint32_t draft = c->draft_of_head[subject];
    return draft != CHY_NONE ? draft : c->name_of_word[subject];
}

uint32_t chy_speaker_over(const chy_casting *c, uint32_t word) {
    for (int steps = 0; steps < STEPS && c->words[word].head != CHY_NONE; steps++) {
        const chy_word *w = &c->words[word];
        if (w->deprel == CHY_DEPREL_CCOMP || w->deprel == CHY_DEPREL_PARATAXIS)
            return subject_of(c, w->head);
        word = w->head;
    }
    for (uint32_t w = c->tree.first_child[word]; w != CHY_NONE; w = c->tree.next_sibling[w]) {
        bool aside = c->words[w].deprel == CHY_DEPREL_PARATAXIS && w > word &&
                     c->words[w].upos == CHY_UPOS_VERB;
        uint32_t subject = aside ? subject_of(c, w) : CHY_NONE;
        if (subject != CHY_NONE && c->drafts[subject].says.kind == CHY_ENTITY_PERSON)
            return subject;
    }
    return CHY_NONE;
}

uint32_t chy_character_told(const chy_casting *c, uint32_t draft) {
    const chy_draft *told = &c->drafts[draft];
    if (told->character != CHY_NONE) return told->character;
    return told->kind == CHY_MENTION_NAME ? chy_find_named(c, told) : CHY_NONE;
}

const char *chy_speaker_side(const chy_casting *c, uint32_t at, uint32_t *speaker) {
    *speaker = CHY_NONE;
    uint32_t draft = chy_speaker_over(c, c->drafts[at].head);
    if (draft == CHY_NONE || draft == at) return "";
    *speaker = chy_character_told(c, draft);
    const chy_profile *is = *speaker == CHY_NONE ? &c->drafts[draft].says : &c->cast[*speaker].is;
    if (is->kind != CHY_ENTITY_PERSON) return "";
    if (is->country[0]) return is->country;
    const char *unit = c->drafts[chy_unit(c, draft)].unit_says.country;
    bool state = is->sectors & 1u << CHY_SECTOR_GOV;
    return unit[0] ? unit : state ? c->home_country : "";
}

const char *chy_owner_country(const chy_casting *c, const chy_draft *draft) {
    uint32_t owner = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_NMOD_POSS);
    uint32_t told = owner == CHY_NONE ? CHY_NONE : c->draft_of_head[owner];
    if (told == CHY_NONE) return "";
    if (c->drafts[told].kind != CHY_MENTION_PRONOUN) {
        uint32_t character = chy_character_told(c, told);
        return character == CHY_NONE ? c->drafts[told].says.country : c->cast[character].is.country;
    }
    /* "Warsaw recalled its ambassador": the subject's. */
    uint32_t verb = chy_governor(c, draft->head);
    uint32_t subject = verb == CHY_NONE ? CHY_NONE : subject_of(c, verb);
    if (subject == CHY_NONE || c->drafts[subject].head >= owner) return "";
    uint32_t character = c->drafts[subject].character;
    if (character == CHY_NONE) return "";
    const chy_profile *is = &c->cast[character].is;
    const chy_profile *says = &c->drafts[told].says;
    bool person = is->kind == CHY_ENTITY_PERSON;
    bool suits = says->number == is->number && (says->gender == 'n') != person;
    return suits ? is->country : "";
}

/* Whether a country is one of those of the agents of a clause, or of whoever stands beside them. */
static bool is_agents(const chy_casting *c, const chy_member_list *agents, const char *country) {
    for (uint32_t i = 0; i < agents->count; i++)
        if (strcmp(c->cast[agents->members[i]].is.country, country) == 0) return true;
    return false;
}

/* The agents of a clause with those coordinated with its subject. */
static void agents_beside(const chy_casting *c, uint32_t at, chy_member_list *agents) {
    chy_agents_of(c, at, agents);
    uint32_t verb = chy_governor(c, c->drafts[at].head);
    for (int steps = 0; steps < 4 && verb != CHY_NONE; steps++) {
        uint32_t subject = chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ);
        for (uint32_t w = subject == CHY_NONE ? CHY_NONE : c->tree.first_child[subject];
             w != CHY_NONE; w = c->tree.next_sibling[w]) {
            uint32_t other = c->draft_of_head[w];
            if (c->words[w].deprel == CHY_DEPREL_CONJ && other != CHY_NONE &&
                c->drafts[other].character != CHY_NONE)
                chy_member_insert(agents, c->drafts[other].character);
        }
        verb = c->words[verb].head;
    }
}

uint32_t chy_find_neighbour(const chy_casting *c, uint32_t at) {
    static const char *const nouns[] = {"neighbor", "neighbour"};
    const chy_draft *draft = &c->drafts[at];
    const chy_profile *says = &draft->says;
    bool owned = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_NMOD_POSS) != CHY_NONE;
    if (!owned || says->number != 1 || says->country[0] ||
        !chy_is_one_of(c->words[draft->head].lemma, nouns, CHY_COUNT_OF(nouns)))
        return CHY_NONE;
    chy_member_list agents = {.count = 0};
    agents_beside(c, at, &agents);
    const char *owner = chy_owner_country(c, draft);
    bool nations = owner[0];
    for (uint32_t i = 0; i < agents.count; i++)
        nations = nations || c->cast[agents.members[i]].is.country[0];
    if (!nations) return CHY_NONE;
    uint32_t home = is_agents(c, &agents, c->home_country) || strcmp(owner, c->home_country) == 0
                        ? CHY_NONE
                        : chy_find_country(c, c->home_country);
    if (home != CHY_NONE) return home;
    uint32_t sentence = c->words[draft->head].sentence;
    for (uint32_t back = 1; back <= CHY_GROUP_WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > CHY_GROUP_SENTENCES) break;
        if (other->character == CHY_NONE || other->says.flags & CHY_SAYS_ADJECTIVE) continue;
        const chy_profile *is = &c->cast[other->character].is;
        if (is->kind == CHY_ENTITY_COUNTRY && is->country[0] && strcmp(is->country, owner) != 0 &&
            !is_agents(c, &agents, is->country))
            return other->character;
    }
    return CHY_NONE;
}
