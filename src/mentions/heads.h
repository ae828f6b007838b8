/* What the learned file holds for this stage, beside the aspects of the words. Inside the module.
 */
#ifndef CHY_MENTIONS_HEADS_H
#define CHY_MENTIONS_HEADS_H

#include "mentions/mentions.h"

/* Each pointer is NULL where the learned file lacks the head, and rules alone decide. */
struct chy_mention_heads {
    const float *reading_rules; /* [1] what the rules' word counts beside the readings' aspects */
    /* The ranker of antecedents: rows of marks, scores of the hidden units, biases. */
    const float *pair_table; /* [chy_pair_rows(), pair_width] */
    const float *pair_score; /* [pair_width] */
    const float *pair_bias;  /* [2] of parties and pronouns; of things, "I", "we", "you" */
    size_t pair_width;
};

#endif
