/* A mention and an earlier one that it may go on from: what is looked at, and what the learned head
 * says. Inside the module. */
#ifndef CHY_MENTIONS_PAIRS_H
#define CHY_MENTIONS_PAIRS_H

#include "mentions/cast.h"

/* What can be said of a pair, each in one of a few values. The learned file's table has a row for
 * each value of each, in this order, so that any change here wants the head fitted anew. */
#define CHY_PAIR_MARKS 27u

/* Where `later` and `earlier`, indices of drafts, stand among the mentions compared. Of a pronoun
 * and the subject behind the phrase that it stands in ("On his return | the minister"), `later` is
 * the pronoun all the same. */
typedef struct chy_pair {
    uint32_t later, earlier;
    uint32_t character; /* whom `earlier` belongs to, so far as is known; CHY_NONE */
    uint32_t rivals;    /* candidates between them that suit too */
    bool first_subject; /* no subject that suits stands between them */
    bool most_told;     /* no candidate was told of more often so far */
    bool favoured;      /* of a pronoun's candidates none stands better by the rules' points */
} chy_pair;

/* What kind of words a mention is made of. */
typedef enum chy_word_kind {
    CHY_WORD_HE,
    CHY_WORD_HIS,
    CHY_WORD_SHE,
    CHY_WORD_HERS,
    CHY_WORD_IT,
    CHY_WORD_ITS,
    CHY_WORD_THEY,
    CHY_WORD_THEIR,
    CHY_WORD_REFLEXIVE,
    CHY_WORD_I,
    CHY_WORD_MY,
    CHY_WORD_WE,
    CHY_WORD_OUR,
    CHY_WORD_YOU,
    CHY_WORD_YOUR,
    CHY_WORD_OTHER_PRONOUN,
    CHY_WORD_DEFINITE, /* nouns; of parties, then of things */
    CHY_WORD_POINTED,  /* "this", "those" */
    CHY_WORD_POSSESSED,
    CHY_WORD_INDEFINITE,
    CHY_WORD_BARE,
    CHY_WORD_THING_DEFINITE,
    CHY_WORD_THING_POINTED,
    CHY_WORD_THING_POSSESSED,
    CHY_WORD_THING_INDEFINITE,
    CHY_WORD_THING_BARE,
    CHY_WORD_LATER_KINDS,
    CHY_WORD_PERSON_NAME = CHY_WORD_LATER_KINDS,
    CHY_WORD_BODY_NAME,
    CHY_WORD_PLACE_NAME,
    CHY_WORD_ADJECTIVE,
    CHY_WORD_OTHER_NAME,
    CHY_WORD_KINDS
} chy_word_kind;

/* How a mention stands in its clause. */
typedef enum chy_stand {
    CHY_STAND_SUBJECT,
    CHY_STAND_PASSIVE_SUBJECT,
    CHY_STAND_OBJECT,
    CHY_STAND_AGENT,
    CHY_STAND_OBLIQUE,
    CHY_STAND_MODIFIER,
    CHY_STAND_POSSESSOR,
    CHY_STAND_PREDICATE,
    CHY_STAND_APPOSED,
    CHY_STAND_ELSEWHERE,
    CHY_STANDS
} chy_stand;

/* How deep in its tree a mention is still told apart. */
#define CHY_DEPTHS 5u

/* What is looked at in each mention of a pair, read once. */
typedef struct chy_stance {
    uint8_t kind;  /* chy_word_kind */
    uint8_t stand; /* chy_stand */
    uint8_t depth; /* in its tree, at most CHY_DEPTHS - 1 */
    uint32_t clause,
        above; /* the verb or root above its head, and the one above that, or CHY_NONE */
} chy_stance;

/* stances.c: reads the stances of all drafts. False: no memory. */
bool chy_stances_read(chy_casting *c);

/* Rows of the table for a pair, one for each mark. */
void chy_pair_marks(const chy_casting *c, const chy_pair *pair, uint16_t marks[CHY_PAIR_MARKS]);
/* Rows of the table. */
uint32_t chy_pair_rows(void);

/* The head's score of a pair whose mentions have these aspects, [pair_width] each (ranker.c). */
float chy_pair_score(const chy_mention_heads *heads, const float *later, const float *earlier,
                     const uint16_t *marks, float bias);

/* bars.c: whether the verb of a pronoun keeps it from meaning an earlier mention. */
bool chy_verb_bars(const chy_casting *c, uint32_t pronoun, uint32_t earlier);

/* Whether the earlier mention, which belongs to `character` or nobody (CHY_NONE), can be what the
 * later one refers to, whatever speaks for it. */
bool chy_pair_possible(const chy_casting *c, uint32_t later, uint32_t earlier, uint32_t character);

/* stances.c: the verb or predicate that a word is a party of, past coordination; CHY_NONE for a
 * root. */
uint32_t chy_governor(const chy_casting *c, uint32_t word);

#endif
