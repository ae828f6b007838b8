/* A decision between two characters or two words: its features, and who decides. */
#ifndef CHY_TOKENS_DECIDE_H
#define CHY_TOKENS_DECIDE_H

#include "tokens/tokens.h"

#define CHY_TOKEN_FEATURES 48u

/* Entries of the table of weights. */
typedef struct chy_token_features {
    uint32_t items[CHY_TOKEN_FEATURES];
    uint32_t count;
} chy_token_features;

typedef enum chy_decision {
    CHY_DECISION_WORD,
    CHY_DECISION_SENTENCE,
    CHY_DECISION_SENTENCE_ONE_CASE /* of a text in capitals, or without any */
} chy_decision;

/* Decides whether a word or a sentence ends at `byte` of the text. `by_rule`: what the rules would
 * say. Training puts the gold answer here and keeps the features. */
typedef bool chy_decide(void *context, chy_decision decision, uint32_t byte,
                        const chy_token_features *features, bool by_rule);

typedef struct chy_decider {
    chy_decide *decide;
    void *context;
} chy_decider;

/* Adds the feature `name` with up to three values. */
void chy_feature_add(chy_token_features *features, uint32_t name, uint32_t a, uint32_t b,
                     uint32_t c);

/* The decider of a model (which is its context): the rule's answer where it is NULL. */
chy_decider chy_decider_of(const chy_token_model *model);

/* chy_tokens_split with a decider of one's own. */
CHY_MUST_USE chy_status chy_tokens_split_by(const chy_text *text, const chy_decider *decider,
                                            bool keep_dateline, chy_arena *arena,
                                            chy_tokens *tokens, chy_error *err);

#endif
