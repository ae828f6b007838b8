#include "mentions/cast.h"

#include <string.h>

uint32_t chy_unit(const chy_casting *c, uint32_t draft) {
    while (c->drafts[draft].unit != draft) {
        /* Halving the path keeps the walk short. */
        c->drafts[draft].unit = c->drafts[c->drafts[draft].unit].unit;
        draft = c->drafts[draft].unit;
    }
    return draft;
}

static bool kinds_agree(uint8_t a, uint8_t b) {
    if (a == b || a == CHY_ENTITY_KIND_COUNT || b == CHY_ENTITY_KIND_COUNT) return true;
    uint32_t pair = 1u << a | 1u << b;
    uint32_t bodies = 1u << CHY_ENTITY_ORGANISATION | 1u << CHY_ENTITY_ARMED_GROUP |
                      1u << CHY_ENTITY_OTHER | 1u << CHY_ENTITY_GROUP;
    return (pair & ~bodies) == 0;
}

bool chy_profiles_agree(const chy_profile *a, const chy_profile *b) {
    bool countries = !a->country[0] || !b->country[0] || strcmp(a->country, b->country) == 0;
    bool genders = !a->gender || !b->gender || a->gender == b->gender;
    bool numbers = !a->number || !b->number || a->number == b->number;
    return countries && genders && numbers && kinds_agree(a->kind, b->kind);
}

/* Joins two mentions of one who. The earlier one leads. */
static void join(const chy_casting *c, uint32_t a, uint32_t b) {
    a = chy_unit(c, a);
    b = chy_unit(c, b);
    if (a == b) return;
    if (a < b)
        c->drafts[b].unit = a;
    else
        c->drafts[a].unit = b;
}

static bool may_join(const chy_casting *c, uint32_t a, uint32_t b) {
    const chy_draft *x = &c->drafts[a], *y = &c->drafts[b];
    if (x->kind == CHY_MENTION_NAME && y->kind == CHY_MENTION_NAME &&
        (x->says.kind == CHY_ENTITY_PLACE || x->says.kind == CHY_ENTITY_COUNTRY ||
         x->says.kind == CHY_ENTITY_PERSON))
        return false;
    return chy_profiles_agree(&x->says, &y->says);
}

/* Whether a name in brackets may be the short form of the other. */
static bool is_bracketed(const chy_casting *c, const chy_draft *draft) {
    return draft->first > 0 && strcmp(c->words[draft->first - 1].form, "(") == 0;
}

/* A title belongs to the name it stands at; a name after a description in apposition likewise. */
static void link_head(const chy_casting *c, uint32_t i) {
    const chy_draft *draft = &c->drafts[i];
    const chy_word *word = &c->words[draft->head];
    if (word->head == CHY_NONE) return;
    uint32_t other = c->draft_of_head[word->head];
    if (other == CHY_NONE) other = c->name_of_word[word->head];
    if (other == CHY_NONE || other == i) return;
    bool title = draft->says.flags & CHY_SAYS_TITLE || word->deprel == CHY_DEPREL_NMOD_DESC;
    if (title && c->drafts[other].says.kind == CHY_ENTITY_PERSON) {
        join(c, i, other);
        return;
    }
    bool named_after = word->deprel == CHY_DEPREL_FLAT && draft->kind == CHY_MENTION_NAME;
    if ((word->deprel == CHY_DEPREL_APPOS || named_after) && may_join(c, i, other)) {
        join(c, i, other);
        return;
    }
    if (word->deprel == CHY_DEPREL_APPOS && is_bracketed(c, draft) &&
        c->drafts[other].says.kind != CHY_ENTITY_PLACE &&
        c->drafts[other].says.kind != CHY_ENTITY_COUNTRY && draft->end - draft->first == 1 &&
        chy_all_capitals(c->words[draft->head].form))
        join(c, i, other);
}

/* "X is the president of Y", "X, who was a lawmaker": the predicate noun is X. */
static void link_copula(const chy_casting *c, uint32_t i) {
    chy_draft *draft = &c->drafts[i];
    if (draft->kind != CHY_MENTION_DESCRIPTION) return;
    uint32_t copula = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_COP);
    uint32_t subject = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_NSUBJ);
    if (copula == CHY_NONE || subject == CHY_NONE) return;
    for (uint32_t w = c->tree.first_child[draft->head]; w != CHY_NONE; w = c->tree.next_sibling[w])
        if (c->words[w].feat_bits & CHY_FEAT_NEGATIVE ||
            (c->words[w].deprel == CHY_DEPREL_AUX && w < draft->head &&
             !chy_same(c->words[w].lemma, "have")))
            return;
    draft->says.flags |= CHY_SAYS_PREDICATE;
    uint32_t other = c->draft_of_head[subject];
    if (other == CHY_NONE || (c->drafts[other].kind == CHY_MENTION_PRONOUN &&
                              !(c->words[subject].feat_bits & CHY_FEAT_RELATIVE)))
        return;
    if (may_join(c, i, other)) join(c, i, other);
}

/* "who", "which": the noun that the clause modifies. */
static void link_relative(const chy_casting *c, uint32_t i) {
    const chy_draft *draft = &c->drafts[i];
    if (draft->kind != CHY_MENTION_PRONOUN ||
        !(c->words[draft->head].feat_bits & CHY_FEAT_RELATIVE))
        return;
    uint32_t at = draft->head;
    for (int steps = 0; steps < 8 && at != CHY_NONE; steps++) {
        if (c->words[at].deprel == CHY_DEPREL_ACL_RELCL) {
            uint32_t noun = c->words[at].head;
            uint32_t other = noun == CHY_NONE ? CHY_NONE : c->draft_of_head[noun];
            if (other == CHY_NONE && noun != CHY_NONE) other = c->name_of_word[noun];
            if (other != CHY_NONE) join(c, i, other);
            return;
        }
        at = c->words[at].head;
    }
}

void chy_links_read(chy_casting *c) {
    for (uint32_t i = 0; i < c->draft_count; i++) {
        link_head(c, i);
        link_copula(c, i);
        link_relative(c, i);
    }
}
