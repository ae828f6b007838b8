/* Kernels for AVX2. Weights and activations are int16: vpmaddwd does 16 products an instruction,
 * where the bytes of vpmaddubsw would first have to be given a sign apart, which takes longer. */
#include "nn/kernels.h"

#if defined(__AVX2__)

#include <string.h>

#include "nn/lanes_avx2.h"

#include "nn/float_kernels.h"

#define ROWS                                                                                       \
    4 /* rows of x in a tile: 8 sums, 2 weights, and registers to spare for the compiler           \
       */
#define OUTPUTS 16 /* outputs in a tile: two registers */

/* [panels of 16 outputs][pairs of columns][16 outputs][2 columns] */
static size_t packed_size(size_t rows, size_t columns) {
    return chy_round_up(rows, OUTPUTS) * columns * sizeof(int16_t);
}

static void pack(const int8_t *weight, size_t rows, size_t columns, void *packed) {
    int16_t *to = packed;
    for (size_t panel = 0; panel < rows; panel += OUTPUTS)
        for (size_t c = 0; c < columns; c += 2)
            for (size_t r = panel; r < panel + OUTPUTS; r++, to += 2) {
                to[0] = to[1] = 0;
                if (r < rows) {
                    to[0] = (int16_t)weight[r * columns + c];
                    to[1] = (int16_t)weight[r * columns + c + 1];
                }
            }
}

static inline void finish(__m256i sum, float x_scale, const chy_linear *linear, size_t output,
                          float *y) {
    __m256 scale = _mm256_mul_ps(_mm256_set1_ps(x_scale), _mm256_loadu_ps(linear->scale + output));
    __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sum), scale);
    _mm256_storeu_ps(y, _mm256_add_ps(scaled, _mm256_loadu_ps(linear->bias + output)));
}

static inline __attribute__((always_inline)) void multiply_tile(const chy_linear *linear,
                                                                const chy_quantised *x, size_t row,
                                                                size_t rows, size_t output,
                                                                float *y, size_t stride) {
    const size_t columns = linear->columns;
    const int16_t *weight = (const int16_t *)linear->packed + output * columns;
    const int16_t *from = (const int16_t *)x->values + row * columns;
    __m256i sum[ROWS][2];
    for (size_t r = 0; r < rows; r++)
        sum[r][0] = sum[r][1] = _mm256_setzero_si256();
#pragma GCC unroll 4
    for (size_t c = 0; c < columns; c += 2, weight += 2 * OUTPUTS) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)weight);
        __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(weight + OUTPUTS));
        for (size_t r = 0; r < rows; r++) {
            int32_t pair;
            memcpy(&pair, from + r * columns + c, sizeof pair);
            __m256i both = _mm256_set1_epi32(pair);
            sum[r][0] = _mm256_add_epi32(sum[r][0], _mm256_madd_epi16(both, low));
            sum[r][1] = _mm256_add_epi32(sum[r][1], _mm256_madd_epi16(both, high));
        }
    }
    for (size_t r = 0; r < rows; r++) {
        finish(sum[r][0], x->scales[row + r], linear, output, y + r * stride);
        finish(sum[r][1], x->scales[row + r], linear, output + 8, y + r * stride + 8);
    }
}

static void multiply(const chy_linear *linear, const chy_quantised *x, size_t first, size_t count,
                     float *y, size_t stride) {
    for (size_t output = 0; output < linear->rows; output += OUTPUTS) {
        size_t i = 0;
        for (; i + ROWS <= count; i += ROWS)
            multiply_tile(linear, x, first + i, ROWS, output, y + i * stride + output, stride);
        for (; i + 2 <= count; i += 2)
            multiply_tile(linear, x, first + i, 2, output, y + i * stride + output, stride);
        for (; i < count; i++)
            multiply_tile(linear, x, first + i, 1, output, y + i * stride + output, stride);
    }
}

bool chy_kernels_avx2(chy_kernels *kernels) {
    *kernels = (chy_kernels){.isa = CHY_ISA_AVX2, .name = "avx2"};
    set_float_kernels(kernels);
    kernels->packed_size = packed_size;
    kernels->pack = pack;
    kernels->multiply = multiply;
    return true;
}

#else

bool chy_kernels_avx2(chy_kernels *kernels) {
    (void)kernels;
    return false;
}

#endif
