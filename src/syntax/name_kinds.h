/* One name, one kind: what the whole report says of the kind of each name. */
#ifndef CHY_SYNTAX_NAME_KINDS_H
#define CHY_SYNTAX_NAME_KINDS_H

#include "base/base.h"

#define CHY_NAME_KINDS 4u /* PER, ORG, LOC, OTH, in the order of chy_name_tag */

/* What a word inside a name says of each kind: its score for beginning such a name where it is the
 * name's `first` word, for going on with it elsewhere. `scores` and `tags` as for chy_name_decode.
 * A kind without a class has the lowest score. */
void chy_name_kind_scores(const float *scores, const uint32_t *tags, size_t class_count, bool first,
                          float kinds[CHY_NAME_KINDS]);

/* Gives every name of words[0, count) the kind that it and its fellows speak for: a name's own
 * score, the mean over its words, and the mean of the other names of the same words; a single word
 * that ends longer names of people has their mean besides. The weights, one each, were chosen on
 * EWT dev. Reads and rewrites name_tag; where a name begins and ends stays. `scores` is [count],
 * filled for the words inside names. False where there is no memory; then nothing is changed. */
CHY_MUST_USE bool chy_names_agree(chy_word *words, size_t count,
                                  const float (*scores)[CHY_NAME_KINDS], chy_arena *scratch);

#endif
