#include "mentions/heads.h"

#include "mentions/pairs.h"

/* `columns` 0 for one dimension. */
static chy_status bind(const chy_learned *learned, const char *name, size_t rows, size_t columns,
                       const float **values, chy_error *err) {
    const size_t shape[2] = {rows, columns};
    const void *data = NULL;
    chy_status status =
        chy_learned_tensor(learned, name, CHY_TENSOR_F32, columns ? 2 : 1, shape, &data, err);
    if (status == CHY_OK) *values = data;
    return status;
}

static chy_status bind_ranker(const chy_learned *learned, chy_mention_heads *heads,
                              chy_error *err) {
    size_t shape[2];
    if (!chy_learned_shape(learned, "coreference.words.weight", 2, shape)) return CHY_OK;
    size_t width = shape[0] / 2;
    chy_status status =
        bind(learned, "coreference.pairs", chy_pair_rows(), width, &heads->pair_table, err);
    if (status == CHY_OK)
        status = bind(learned, "coreference.score", width, 0, &heads->pair_score, err);
    if (status == CHY_OK) status = bind(learned, "coreference.bias", 2, 0, &heads->pair_bias, err);
    heads->pair_width = status == CHY_OK ? width : 0;
    return status;
}

chy_status chy_mention_heads_open(const chy_learned *learned, chy_arena *arena,
                                  const chy_mention_heads **heads, chy_error *err) {
    *heads = NULL;
    chy_mention_heads *made = chy_arena_alloc(arena, 1, sizeof *made);
    if (!made) return chy_fail_memory(err);
    chy_status status = CHY_OK;
    if (chy_learned_has(learned, "readings.weight"))
        status = bind(learned, "readings.rules", 1, 0, &made->reading_rules, err);
    if (status == CHY_OK) status = bind_ranker(learned, made, err);
    if (status == CHY_OK) *heads = made;
    return status;
}
