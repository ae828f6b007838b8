/* What is looked at in each mention of a pair: what words it is made of, and where they stand. */
#include "mentions/pairs.h"

static chy_word_kind pronoun_kind(const chy_word *word) {
    uint32_t bits = word->feat_bits;
    uint32_t possessive = word->deprel == CHY_DEPREL_NMOD_POSS || bits & CHY_FEAT_POSSESSIVE;
    if (bits & CHY_FEAT_REFLEXIVE) return CHY_WORD_REFLEXIVE;
    bool many = bits & CHY_FEAT_PLURAL;
    if (bits & CHY_FEAT_FIRST)
        return many ? (possessive ? CHY_WORD_OUR : CHY_WORD_WE)
                    : (possessive ? CHY_WORD_MY : CHY_WORD_I);
    if (bits & CHY_FEAT_SECOND) return possessive ? CHY_WORD_YOUR : CHY_WORD_YOU;
    if (many) return possessive ? CHY_WORD_THEIR : CHY_WORD_THEY;
    if (bits & CHY_FEAT_MASCULINE) return possessive ? CHY_WORD_HIS : CHY_WORD_HE;
    if (bits & CHY_FEAT_FEMININE) return possessive ? CHY_WORD_HERS : CHY_WORD_SHE;
    if (bits & CHY_FEAT_NEUTER) return possessive ? CHY_WORD_ITS : CHY_WORD_IT;
    return CHY_WORD_OTHER_PRONOUN;
}

static chy_word_kind noun_kind(const chy_casting *c, const chy_draft *draft) {
    static const char *const pointing[] = {"that", "these", "this", "those"};
    chy_word_kind thing =
        draft->says.flags & CHY_SAYS_THING ? CHY_WORD_THING_DEFINITE - CHY_WORD_DEFINITE : 0;
    uint32_t det = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_DET);
    if (det != CHY_NONE && chy_is_one_of(c->words[det].form, pointing, CHY_COUNT_OF(pointing)))
        return CHY_WORD_POINTED + thing;
    if (draft->says.flags & CHY_SAYS_POSSESSED) return CHY_WORD_POSSESSED + thing;
    if (draft->says.flags & CHY_SAYS_DEFINITE) return CHY_WORD_DEFINITE + thing;
    return (det != CHY_NONE ? CHY_WORD_INDEFINITE : CHY_WORD_BARE) + thing;
}

static chy_word_kind kind_of(const chy_casting *c, const chy_draft *draft) {
    if (draft->kind == CHY_MENTION_PRONOUN) return pronoun_kind(&c->words[draft->head]);
    if (draft->kind == CHY_MENTION_DESCRIPTION) return noun_kind(c, draft);
    if (draft->says.flags & CHY_SAYS_ADJECTIVE) return CHY_WORD_ADJECTIVE;
    switch (draft->says.kind) {
    case CHY_ENTITY_PERSON:
        return CHY_WORD_PERSON_NAME;
    case CHY_ENTITY_ORGANISATION:
    case CHY_ENTITY_ARMED_GROUP:
        return CHY_WORD_BODY_NAME;
    case CHY_ENTITY_PLACE:
    case CHY_ENTITY_COUNTRY:
        return CHY_WORD_PLACE_NAME;
    default:
        return CHY_WORD_OTHER_NAME;
    }
}

static chy_stand stand_of(const chy_casting *c, uint32_t word) {
    /* A title carries the relation of its name's phrase, a conjunct that of its first. */
    for (int steps = 0; steps < 4; steps++) {
        uint8_t deprel = c->words[word].deprel;
        bool passes = deprel == CHY_DEPREL_CONJ || deprel == CHY_DEPREL_NMOD_DESC ||
                      deprel == CHY_DEPREL_FLAT;
        if (!passes || c->words[word].head == CHY_NONE) break;
        word = c->words[word].head;
    }
    switch (c->words[word].deprel) {
    case CHY_DEPREL_NSUBJ:
    case CHY_DEPREL_NSUBJ_OUTER:
        return CHY_STAND_SUBJECT;
    case CHY_DEPREL_NSUBJ_PASS:
        return CHY_STAND_PASSIVE_SUBJECT;
    case CHY_DEPREL_OBJ:
    case CHY_DEPREL_IOBJ:
        return CHY_STAND_OBJECT;
    case CHY_DEPREL_OBL_AGENT:
        return CHY_STAND_AGENT;
    case CHY_DEPREL_OBL:
        return CHY_STAND_OBLIQUE;
    case CHY_DEPREL_NMOD:
    case CHY_DEPREL_COMPOUND:
    case CHY_DEPREL_AMOD:
        return CHY_STAND_MODIFIER;
    case CHY_DEPREL_NMOD_POSS:
        return CHY_STAND_POSSESSOR;
    case CHY_DEPREL_ROOT:
        return CHY_STAND_PREDICATE;
    case CHY_DEPREL_APPOS:
        return CHY_STAND_APPOSED;
    default:
        return CHY_STAND_ELSEWHERE;
    }
}

uint32_t chy_governor(const chy_casting *c, uint32_t word) {
    for (int steps = 0; steps < 6; steps++) {
        const chy_word *w = &c->words[word];
        if (w->head == CHY_NONE || w->deprel != CHY_DEPREL_CONJ) return w->head;
        word = w->head;
    }
    return c->words[word].head;
}

static uint32_t depth_of(const chy_casting *c, uint32_t word) {
    uint32_t depth = 0;
    while (depth + 1 < CHY_DEPTHS && c->words[word].head != CHY_NONE) {
        word = c->words[word].head;
        depth++;
    }
    return depth;
}

bool chy_stances_read(chy_casting *c) {
    c->stances = chy_arena_alloc(c->scratch, c->draft_count, sizeof *c->stances);
    uint32_t *clauses = chy_arena_alloc(c->scratch, c->word_count, sizeof *clauses);
    if (!c->stances || !clauses) return false;
    for (uint32_t i = 0; i < c->word_count; i++)
        clauses[i] = CHY_NONE;
    /* Heads before what hangs from them. */
    for (uint32_t i = c->tree.ordered; i-- > 0;) {
        uint32_t word = c->tree.order[i], head = c->words[word].head;
        if (head == CHY_NONE) continue;
        const chy_word *w = &c->words[head];
        bool rules = w->upos == CHY_UPOS_VERB || w->upos == CHY_UPOS_AUX || w->head == CHY_NONE;
        clauses[word] = rules ? head : clauses[head];
    }
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        uint32_t clause = clauses[draft->head];
        c->stances[i] = (chy_stance){.kind = (uint8_t)kind_of(c, draft),
                                     .stand = (uint8_t)stand_of(c, draft->head),
                                     .depth = (uint8_t)depth_of(c, draft->head),
                                     .clause = clause,
                                     .above = clause == CHY_NONE ? CHY_NONE : clauses[clause]};
    }
    return true;
}
