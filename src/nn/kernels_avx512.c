/* Kernels for AVX-512 with VNNI. vpdpbusd multiplies unsigned by signed bytes: weights are packed
 * as weight + 128, and 128 times the sum of the row of x is taken off at the end. */
#include "nn/kernels.h"

#if defined(__AVX512VNNI__) && defined(__AVX512BW__) && defined(__AVX512VL__) &&                   \
    defined(__AVX512DQ__)

#include <string.h>

#include "nn/lanes_avx512.h"

#include "nn/float_kernels.h"

#define ROWS    6 /* rows of x in a tile */
#define VECTORS 4 /* registers of 16 outputs in a tile: 24 sums, 4 weights, 1 row of x */
#define OUTPUTS ((size_t)VECTORS * CHY_LANES)

/* [panels of 64 outputs][groups of 4 columns][64 outputs][4 columns] */
static size_t packed_size(size_t rows, size_t columns) {
    return chy_round_up(rows, OUTPUTS) * columns;
}

static void pack(const int8_t *weight, size_t rows, size_t columns, void *packed) {
    uint8_t *to = packed;
    for (size_t panel = 0; panel < rows; panel += OUTPUTS)
        for (size_t c = 0; c < columns; c += 4)
            for (size_t r = panel; r < panel + OUTPUTS; r++, to += 4) {
                uint32_t four = 0;
                if (r < rows) memcpy(&four, weight + r * columns + c, sizeof four);
                four ^= 0x80808080u; /* adds 128 to each */
                memcpy(to, &four, sizeof four);
            }
}

static inline void finish(__m512i sum, const chy_quantised *x, size_t row, const chy_linear *linear,
                          size_t output, float *y) {
    __m512i exact = _mm512_sub_epi32(sum, _mm512_set1_epi32(128 * x->sums[row]));
    __m512 scale =
        _mm512_mul_ps(_mm512_set1_ps(x->scales[row]), _mm512_loadu_ps(linear->scale + output));
    __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(exact), scale);
    _mm512_storeu_ps(y, _mm512_add_ps(scaled, _mm512_loadu_ps(linear->bias + output)));
}

static inline __attribute__((always_inline)) void multiply_tile(const chy_linear *linear,
                                                                const chy_quantised *x, size_t row,
                                                                size_t rows, size_t output,
                                                                float *y, size_t stride) {
    const size_t columns = linear->columns;
    const uint8_t *weight = (const uint8_t *)linear->packed + output * columns;
    const int8_t *from = (const int8_t *)x->values + row * columns;
    __m512i sum[ROWS][VECTORS];
    for (size_t r = 0; r < rows; r++)
        for (size_t v = 0; v < VECTORS; v++)
            sum[r][v] = _mm512_setzero_si512();
    for (size_t c = 0; c < columns; c += 4, weight += 4 * OUTPUTS) {
        __m512i w[VECTORS];
        for (size_t v = 0; v < VECTORS; v++)
            w[v] = _mm512_loadu_si512(weight + v * 64);
        for (size_t r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, from + r * columns + c, sizeof four);
            __m512i all = _mm512_set1_epi32(four);
            for (size_t v = 0; v < VECTORS; v++)
                sum[r][v] = _mm512_dpbusd_epi32(sum[r][v], w[v], all);
        }
    }
    const size_t end = chy_round_up(linear->rows, CHY_LANES);
#pragma GCC unroll 8
    for (size_t v = 0; v < VECTORS; v++)
        if (output + v * CHY_LANES < end)
#pragma GCC unroll 8
            for (size_t r = 0; r < rows; r++)
                finish(sum[r][v], x, row + r, linear, output + v * CHY_LANES,
                       y + r * stride + v * CHY_LANES);
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

bool chy_kernels_avx512(chy_kernels *kernels) {
    *kernels = (chy_kernels){.isa = CHY_ISA_AVX512_VNNI, .name = "avx512vnni"};
    set_float_kernels(kernels);
    kernels->packed_size = packed_size;
    kernels->pack = pack;
    kernels->multiply = multiply;
    return true;
}

#else

bool chy_kernels_avx512(chy_kernels *kernels) {
    (void)kernels;
    return false;
}

#endif
