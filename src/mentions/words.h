/* Words and trees: small questions that every part of this module asks. Inside the module. */
#ifndef CHY_MENTIONS_WORDS_H
#define CHY_MENTIONS_WORDS_H

#include "base/base.h"

/* Whether the first letter is a capital. Letters beyond ASCII count as capitals where they are the
 * upper case letters of Latin-1, Latin Extended-A, Greek or Cyrillic. */
bool chy_capitalised(const char *form);
/* Whether all letters are ASCII capitals, and there are two or more. */
bool chy_all_capitals(const char *form);

/* The children of each word, in text order, and how far its noun phrase reaches. */
typedef struct chy_tree {
    const chy_word *words;
    uint32_t word_count;
    uint32_t *first_child;  /* [word_count] CHY_NONE where none */
    uint32_t *next_sibling; /* [word_count] */
    uint32_t *left,
        *right;      /* [word_count] the noun phrase [left, right) without relative clauses,
                        appositions, coordination, its preposition, copula and outer punctuation */
    uint32_t *order; /* [ordered] all words that hang from a root, children before their heads */
    uint32_t ordered;
} chy_tree;

CHY_MUST_USE chy_status chy_tree_build(const chy_word *words, uint32_t word_count, chy_arena *arena,
                                       chy_tree *tree, chy_error *err);

/* The first child with a relation, or CHY_NONE. */
uint32_t chy_tree_child(const chy_tree *tree, uint32_t word, chy_deprel deprel);
/* The lower-case preposition of a phrase ("of"), "" where it has none. */
const char *chy_tree_case(const chy_tree *tree, uint32_t word);
/* The word of [first, end) whose head lies outside; the last one where several do. */
uint32_t chy_span_head(const chy_word *words, uint32_t first, uint32_t end);

#endif
