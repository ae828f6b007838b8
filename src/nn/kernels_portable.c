/* Kernels in plain C. Weights are kept as int16, row by row: compilers make multiply-add
 * instructions of the inner loop. */
#include "nn/lanes_portable.h"

#include "nn/float_kernels.h"

static size_t packed_size(size_t rows, size_t columns) {
    return rows * columns * sizeof(int16_t);
}

static void pack(const int8_t *weight, size_t rows, size_t columns, void *packed) {
    int16_t *to = packed;
    for (size_t i = 0; i < rows * columns; i++)
        to[i] = (int16_t)weight[i]; /* keeps its sign */
}

static int32_t dot(const int16_t *a, const int16_t *b, size_t count) {
    int32_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += a[i] * b[i];
    return sum;
}

static void multiply(const chy_linear *linear, const chy_quantised *x, size_t first, size_t count,
                     float *y, size_t stride) {
    const size_t columns = linear->columns;
    const int16_t *weight = linear->packed;
    const int16_t *values = x->values;
    for (size_t r = 0; r < linear->rows; r++)
        for (size_t i = 0; i < count; i++) {
            int32_t sum = dot(values + (first + i) * columns, weight + r * columns, columns);
            float scale = x->scales[first + i] * linear->scale[r];
            y[i * stride + r] = (float)sum * scale + linear->bias[r];
        }
    for (size_t i = 0; i < count; i++)
        for (size_t r = linear->rows; r < chy_round_up(linear->rows, CHY_LANES); r++)
            y[i * stride + r] = 0.0f;
}

bool chy_kernels_portable(chy_kernels *kernels) {
    *kernels = (chy_kernels){.isa = CHY_ISA_PORTABLE, .name = "portable"};
    set_float_kernels(kernels);
    kernels->packed_size = packed_size;
    kernels->pack = pack;
    kernels->multiply = multiply;
    return true;
}
