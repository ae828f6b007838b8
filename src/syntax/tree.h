/* The best tree of a sentence from the scores of all arcs. */
#ifndef CHY_SYNTAX_TREE_H
#define CHY_SYNTAX_TREE_H

#include "base/base.h"

/* One thread's scratch for sentences of up to `limit` words. */
typedef struct chy_tree_scratch chy_tree_scratch;

/* In `arena`: 12 * (limit + 1)^2 bytes and a little. NULL when there is no memory. */
chy_tree_scratch *chy_tree_scratch_new(size_t limit, chy_arena *arena);

/* The maximum spanning arborescence with exactly one dependent of the root (Chu and Liu 1965,
 * Edmonds 1967; in quadratic time, after Tarjan 1977). `scores[d * stride + h]` is the score of
 * head h for word d + 1, where h is 0 for the root and else a word, counted from 1; `count` >= 1
 * words, at most the scratch's limit. Writes heads[d], 0 to count. Scores count to a millionth and
 * within 10,000 of zero; of heads that score the same the first wins. */
void chy_tree_decode(chy_tree_scratch *scratch, const float *scores, size_t stride, size_t count,
                     uint32_t *heads);

#endif
