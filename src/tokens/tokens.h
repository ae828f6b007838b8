/* Sentences and words by the conventions of Universal Dependencies for English (docs/tokeniser.md).
 */
#ifndef CHY_TOKENS_TOKENS_H
#define CHY_TOKENS_TOKENS_H

#include "base/base.h"
#include "nn/learned.h"
#include "text/text.h"

/* Weights of a decision's features: entries of a hashed table. */
#define CHY_TOKEN_TABLE_SIZE ((size_t)1 << 17)

/* The learned help. A decision is the sign of a sum of int8 weights, so it is the same everywhere.
 */
typedef struct chy_token_model {
    const int8_t *word;     /* [CHY_TOKEN_TABLE_SIZE] a word ends between two characters */
    const int8_t *sentence; /* [CHY_TOKEN_TABLE_SIZE] a sentence ends between two words */
    const int8_t
        *one_case; /* likewise in a text in capitals, or without any; NULL: as `sentence` */
} chy_token_model;

/* Points `model` at the tensors `tokens.word.weight`, `tokens.sentence.weight` and, where it is
 * there, `tokens.one_case.weight` of the learned file, which must outlive it. CHY_ERROR_LEARNED:
 * one of the first two is missing, or one has another shape. */
CHY_MUST_USE chy_status chy_token_model_bind(const chy_learned *learned, chy_token_model *model,
                                             chy_error *err);

/* The words and sentences of a text, in the arena. Of each word `span`, `form`, `sentence`,
 * `space_after` and `multiword` are set, `head` is CHY_NONE, the rest is zero. */
typedef struct chy_tokens {
    chy_word *words;
    uint32_t word_count;
    chy_sentence *sentences;
    uint32_t sentence_count;
} chy_tokens;

/* Finds sentences and words. `model` NULL: by rules alone (tests, and before there is a learned
 * file). `keep_dateline`: its words are read too, as UD treebanks have them; otherwise they stand
 * in no sentence. Takes time linear in the text. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_tokens_split(const chy_text *text, const chy_token_model *model,
                                         bool keep_dateline, chy_arena *arena, chy_tokens *tokens,
                                         chy_error *err);

/* Takes the caller's words and sentences instead. A word with the span of the one before it is the
 * next word of the same multi-word token; the token's characters are then shared out where the
 * forms spell them, else each word keeps the whole span. Sentences over CHY_LIMIT_SENTENCE_WORDS
 * are cut. CHY_ERROR_ARGUMENT: spans that are empty, unordered or out of bounds, or a first word
 * that starts no sentence. CHY_ERROR_TEXT: a form that is empty or not UTF-8. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_tokens_given(const chy_text *text, const chy_given_word *given,
                                         size_t count, chy_arena *arena, chy_tokens *tokens,
                                         chy_error *err);

#endif
