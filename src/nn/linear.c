#include "nn/linear.h"

#include <stdio.h>
#include <string.h>

/* Finds the tensor `name``suffix`. */
static chy_status find_part(const chy_learned *learned, const char *name, const char *suffix,
                            chy_tensor_type type, size_t rank, const size_t *shape,
                            const void **data, chy_error *err) {
    char full[128];
    int size = snprintf(full, sizeof full, "%s%s", name, suffix);
    if (size < 0 || (size_t)size >= sizeof full)
        return chy_fail(err, CHY_ERROR_ARGUMENT, "learned file", CHY_NOWHERE, CHY_NOWHERE,
                        "the tensor name \"%s%s\" is longer than 127 bytes", name, suffix);
    return chy_learned_tensor(learned, full, type, rank, shape, data, err);
}

/* A copy of `rows` floats, padded with zeros to a whole panel. */
static const float *padded_copy(const void *data, size_t rows, chy_arena *arena) {
    float *copy = chy_arena_alloc(arena, chy_round_up(rows, CHY_PANEL), sizeof *copy);
    if (copy != NULL && data != NULL) memcpy(copy, data, rows * sizeof *copy);
    return copy;
}

chy_status chy_linear_open(const chy_learned *learned, const chy_kernels *kernels, const char *name,
                           size_t rows, size_t columns, chy_arena *arena, chy_linear *linear,
                           chy_error *err) {
    if (columns % CHY_LANES != 0 || columns > CHY_LINEAR_COLUMNS)
        return chy_fail(err, CHY_ERROR_LEARNED, "learned file", CHY_NOWHERE, CHY_NOWHERE,
                        "matrix \"%s\" has %zu columns, not a multiple of 16 up to %u", name,
                        columns, CHY_LINEAR_COLUMNS);
    const size_t shape[2] = {rows, columns};
    const void *weight = NULL, *scale = NULL, *bias = NULL;
    chy_status status = find_part(learned, name, ".weight", CHY_TENSOR_I8, 2, shape, &weight, err);
    if (status == CHY_OK)
        status = find_part(learned, name, ".scale", CHY_TENSOR_F32, 1, shape, &scale, err);
    if (status == CHY_OK)
        status = find_part(learned, name, ".bias", CHY_TENSOR_F32, 1, shape, &bias, err);
    if (status != CHY_OK) return status;
    void *packed = chy_arena_alloc(arena, kernels->packed_size(rows, columns), 1);
    *linear = (chy_linear){.packed = packed,
                           .scale = padded_copy(scale, rows, arena),
                           .bias = padded_copy(bias, rows, arena),
                           .rows = rows,
                           .columns = columns};
    if (packed == NULL || linear->scale == NULL || linear->bias == NULL)
        return chy_fail_memory(err);
    kernels->pack(weight, rows, columns, packed);
    return CHY_OK;
}

chy_status chy_norm_open(const chy_learned *learned, const char *name, size_t width, chy_norm *norm,
                         chy_error *err) {
    const void *gain = NULL, *bias = NULL;
    chy_status status = find_part(learned, name, ".gain", CHY_TENSOR_F32, 1, &width, &gain, err);
    if (status == CHY_OK)
        status = find_part(learned, name, ".bias", CHY_TENSOR_F32, 1, &width, &bias, err);
    if (status == CHY_OK) *norm = (chy_norm){.gain = gain, .bias = bias};
    return status;
}

bool chy_quantised_new(const chy_kernels *kernels, size_t rows, size_t columns, chy_arena *arena,
                       chy_quantised *quantised) {
    *quantised = (chy_quantised){.columns = columns};
    size_t count;
    if (!chy_multiply(rows, columns, &count)) return false;
    quantised->values = chy_arena_alloc(arena, count, kernels->value_size);
    quantised->scales = chy_arena_alloc(arena, rows, sizeof(float));
    quantised->sums = chy_arena_alloc(arena, rows, sizeof(int32_t));
    return quantised->values != NULL && quantised->scales != NULL && quantised->sums != NULL;
}
