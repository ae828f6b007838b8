/* Kernels in plain C. Weights are kept as int16, row by row: compilers make multiply-add
 * instructions of the inner loop. */
#include <string.h>

#include "nn/lanes_portable.h"

#include "nn/float_kernels.h"

#define OUTPUTS 4u /* outputs worked on at once */

static size_t packed_size(size_t rows, size_t columns) {
    return chy_round_up(rows, OUTPUTS) * columns * sizeof(int16_t);
}

static void pack(const int8_t *weight, size_t rows, size_t columns, void *packed) {
    int16_t *to = packed;
    for (size_t i = 0; i < rows * columns; i++)
        to[i] = (int16_t)weight[i]; /* keeps its sign */
    memset(to + rows * columns, 0, packed_size(rows, columns) - rows * columns * sizeof *to);
}

/* `sums` of two rows of x by OUTPUTS rows of weights: each value is loaded once for several sums.
 */
static inline void dots(const int16_t *x, const int16_t *other, const int16_t *weight,
                        size_t columns, int32_t sums[2][OUTPUTS]) {
    int32_t a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
    for (size_t i = 0; i < columns; i++) {
        a += x[i] * weight[i];
        b += x[i] * weight[columns + i];
        c += x[i] * weight[2 * columns + i];
        d += x[i] * weight[3 * columns + i];
        e += other[i] * weight[i];
        f += other[i] * weight[columns + i];
        g += other[i] * weight[2 * columns + i];
        h += other[i] * weight[3 * columns + i];
    }
    const int32_t all[2][OUTPUTS] = {{a, b, c, d}, {e, f, g, h}};
    memcpy(sums, all, sizeof all);
}

static void multiply(const chy_linear *linear, const chy_quantised *x, size_t first, size_t count,
                     float *y, size_t stride) {
    const size_t columns = linear->columns;
    const int16_t *weight = linear->packed;
    const int16_t *values = (const int16_t *)x->values + first * columns;
    for (size_t output = 0; output < linear->rows; output += OUTPUTS)
        for (size_t row = 0; row < count; row += 2) {
            size_t other = row + 1 < count ? row + 1 : row;
            int32_t sums[2][OUTPUTS];
            dots(values + row * columns, values + other * columns, weight + output * columns,
                 columns, sums);
            for (size_t i = row; i <= other; i++)
                for (size_t r = 0; r < OUTPUTS; r++) {
                    float scale = x->scales[first + i] * linear->scale[output + r];
                    y[i * stride + output + r] =
                        (float)sums[i - row][r] * scale + linear->bias[output + r];
                }
        }
    for (size_t i = 0; i < count; i++)
        for (size_t r = chy_round_up(linear->rows, OUTPUTS);
             r < chy_round_up(linear->rows, CHY_LANES); r++)
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
