#include "tokens/tokens.h"

chy_status chy_token_model_bind(const chy_learned *learned, chy_token_model *model,
                                chy_error *err) {
    const size_t shape[] = {CHY_TOKEN_TABLE_SIZE};
    const void *word;
    const void *sentence;
    const void *one_case = NULL;
    chy_status status =
        chy_learned_tensor(learned, "tokens.word.weight", CHY_TENSOR_I8, 1, shape, &word, err);
    if (status == CHY_OK) {
        status = chy_learned_tensor(learned, "tokens.sentence.weight", CHY_TENSOR_I8, 1, shape,
                                    &sentence, err);
    }
    if (status == CHY_OK && chy_learned_has(learned, "tokens.one_case.weight")) {
        status = chy_learned_tensor(learned, "tokens.one_case.weight", CHY_TENSOR_I8, 1, shape,
                                    &one_case, err);
    }
    if (status == CHY_OK) {
        model->word = word;
        model->sentence = sentence;
        model->one_case = one_case;
    }
    return status;
}
