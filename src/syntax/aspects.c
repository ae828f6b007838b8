#include "syntax/aspects.h"

static const char *const head_names[CHY_ASPECT_COUNT] = {"readings", "coreference.words"};

/* How many rows a head has: the file says how wide the comparison of mentions is. */
static chy_status rows_of(const chy_learned *learned, chy_aspect aspect, size_t *rows,
                          chy_error *err) {
    *rows = CHY_READING_ROWS;
    if (aspect == CHY_ASPECT_READINGS) return CHY_OK;
    size_t shape[2];
    bool known = chy_learned_shape(learned, "coreference.words.weight", 2, shape);
    *rows = known ? shape[0] : 0;
    if (*rows >= 2 && *rows % 2 == 0 && *rows <= 2 * CHY_COREFERENCE_MOST) return CHY_OK;
    return chy_fail(err, CHY_ERROR_LEARNED, "learned file", CHY_NOWHERE, CHY_NOWHERE,
                    "matrix \"coreference.words\" has %zu rows, not an even number up to %u", *rows,
                    2 * CHY_COREFERENCE_MOST);
}

chy_status chy_aspect_heads_open(const chy_learned *learned, const chy_kernels *kernels,
                                 size_t width, chy_arena *arena, chy_aspect_heads *heads,
                                 chy_error *err) {
    static const char *const weights[CHY_ASPECT_COUNT] = {"readings.weight",
                                                          "coreference.words.weight"};
    *heads = (chy_aspect_heads){0};
    for (chy_aspect aspect = 0; aspect < CHY_ASPECT_COUNT; aspect++) {
        if (!chy_learned_has(learned, weights[aspect])) continue;
        size_t rows;
        chy_status status = rows_of(learned, aspect, &rows, err);
        if (status == CHY_OK)
            status = chy_linear_open(learned, kernels, head_names[aspect], rows, width, arena,
                                     &heads->linear[aspect], err);
        if (status != CHY_OK) return status;
        heads->shape.offset[aspect] = heads->shape.stride;
        heads->shape.count[aspect] = rows;
        heads->shape.stride += chy_round_up(rows, CHY_LANES);
    }
    return CHY_OK;
}

void chy_aspect_rows(const chy_aspect_heads *heads, const chy_kernels *kernels,
                     const chy_quantised *vectors, size_t first, size_t count, float *values) {
    const chy_aspects *shape = &heads->shape;
    for (chy_aspect aspect = 0; aspect < CHY_ASPECT_COUNT; aspect++)
        if (shape->count[aspect] > 0)
            kernels->multiply(&heads->linear[aspect], vectors, first, count,
                              values + shape->offset[aspect], shape->stride);
}
