#include "tokens/decide.h"

void chy_feature_add(chy_token_features *features, uint32_t name, uint32_t a, uint32_t b,
                     uint32_t c) {
    if (features->count == CHY_TOKEN_FEATURES) {
        return;
    }
    /* Multiply and fold after each value, so that all bits of all values reach the index. */
    uint32_t hash = (name + 1) * UINT32_C(0x9E3779B1);
    hash = (hash ^ a) * UINT32_C(0x85EBCA6B);
    hash ^= hash >> 15;
    hash = (hash ^ b) * UINT32_C(0xC2B2AE35);
    hash ^= hash >> 13;
    hash = (hash ^ c) * UINT32_C(0x27D4EB2F);
    hash ^= hash >> 16;
    features->items[features->count++] = hash & (uint32_t)(CHY_TOKEN_TABLE_SIZE - 1);
}

static bool decide_by_rule(void *context, chy_decision decision, uint32_t byte,
                           const chy_token_features *features, bool by_rule) {
    (void)context;
    (void)decision;
    (void)byte;
    (void)features;
    return by_rule;
}

/* The context of a decider is writable for training's sake; a model is only read. */
typedef union context {
    const chy_token_model *model;
    void *pointer;
} context;

static bool decide_by_model(void *pointer, chy_decision decision, uint32_t byte,
                            const chy_token_features *features, bool by_rule) {
    (void)byte;
    (void)by_rule;
    context c = {.pointer = pointer};
    const int8_t *weights = c.model->sentence;
    if (decision == CHY_DECISION_WORD) {
        weights = c.model->word;
    } else if (decision == CHY_DECISION_SENTENCE_ONE_CASE && c.model->one_case != NULL) {
        weights = c.model->one_case;
    }
    int32_t sum = 0;
    for (uint32_t i = 0; i < features->count; i++) {
        sum += weights[features->items[i]];
    }
    return sum > 0;
}

chy_decider chy_decider_of(const chy_token_model *model) {
    if (model == NULL) {
        return (chy_decider){decide_by_rule, NULL};
    }
    context c = {.model = model};
    return (chy_decider){decide_by_model, c.pointer};
}
