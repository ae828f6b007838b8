/* The best row of name tags. */
#ifndef CHY_SYNTAX_NAMES_H
#define CHY_SYNTAX_NAMES_H

#include "base/base.h"

#define CHY_NAME_CLASSES 16u

/* One thread's scratch for sentences of up to `limit` words. */
typedef struct chy_name_scratch chy_name_scratch;

/* NULL when there is no memory. */
chy_name_scratch *chy_name_scratch_new(size_t limit, chy_arena *arena);

/* The classes of the words of a sentence whose scores sum highest, where I-X follows B-X or I-X
 * alone (Viterbi). `scores` is [count, stride], its first `class_count` <= CHY_NAME_CLASSES columns
 * in use; `tags` says which chy_name_tag each class is, CHY_NAME_O among them. Of equal rows the
 * one with lower classes wins, decided from the end. */
void chy_name_decode(chy_name_scratch *scratch, const float *scores, size_t stride, size_t count,
                     const uint32_t *tags, size_t class_count, uint32_t *classes);

#endif
