/* The arithmetic of the encoder and its heads, written for three instruction sets that all give the
 * same bytes: integer sums are exact, and every float operation is done in one order laid down
 * here, in 16 lanes that are folded 8 + 8, 4 + 4, 2 + 2, 1 + 1, without fused multiply-add. */
#ifndef CHY_NN_KERNELS_H
#define CHY_NN_KERNELS_H

#include "base/base.h"

/* Floats are handled 16 at a time: widths and strides of all rows are multiples of it. */
#define CHY_LANES 16u
/* Outputs of a matrix are padded to a multiple of this, with scale and bias 0. */
#define CHY_PANEL 64u

/* `count` rounded up to a multiple of `step`. */
static inline size_t chy_round_up(size_t count, size_t step) {
    return (count + step - 1) / step * step;
}

/* Rows of whole numbers in [-127, 127] that stand for floats: value * scale. */
typedef struct chy_quantised {
    void *values;   /* [rows, columns] of int8_t or int16_t, as the kernels like it */
    float *scales;  /* [rows] */
    int32_t *sums;  /* [rows] sum of the values of a row */
    size_t columns; /* a multiple of CHY_LANES */
} chy_quantised;

/* A matrix of the learned file, laid out for the kernels. */
typedef struct chy_linear {
    const void *packed;
    const float *scale; /* [rows rounded up to CHY_PANEL] */
    const float *bias;  /* likewise */
    size_t rows;        /* outputs */
    size_t columns;     /* inputs, a multiple of CHY_LANES */
} chy_linear;

/* Layer norm. */
typedef struct chy_norm {
    const float *gain; /* [width] */
    const float *bias;
} chy_norm;

/* One sentence's attention. */
typedef struct chy_attention {
    const float *in; /* [length, 3 * heads * head_size]: queries, keys, values */
    float *out;      /* [length, heads * head_size] */
    size_t length;   /* pieces */
    size_t heads;
    size_t head_size; /* a multiple of CHY_LANES */
    float *scratch;   /* chy_attention_scratch(length, head_size) floats */
} chy_attention;

static inline size_t chy_attention_scratch(size_t length, size_t head_size) {
    return (head_size + 4) * chy_round_up(length, CHY_LANES);
}

typedef struct chy_kernels {
    chy_isa isa;
    const char *name;  /* "portable", "avx2", "avx512vnni" */
    size_t value_size; /* bytes of a quantised value */

    /* Bytes of a packed matrix; packing it from row-major int8. */
    size_t (*packed_size)(size_t rows, size_t columns);
    void (*pack)(const int8_t *weight, size_t rows, size_t columns, void *packed);

    /* y[i][r] = (x[first + i] . weight[r]) * (x's scale * scale[r]) + bias[r] for `count` rows of x
     * and all r below the number of rows rounded up to CHY_LANES. `stride`: floats from one row of
     * y to the next. */
    void (*multiply)(const chy_linear *linear, const chy_quantised *x, size_t first, size_t count,
                     float *y, size_t stride);
    /* Row i of `x` (floats, `stride` apart) to row first + i of `out`. */
    void (*quantise)(const float *x, size_t stride, size_t count, const chy_quantised *out,
                     size_t first);
    /* The same of gelu(x); x itself is overwritten by gelu(x). */
    void (*gelu_quantise)(float *x, size_t stride, size_t count, const chy_quantised *out,
                          size_t first);
    /* x = gelu(x), the erf form, within 2e-6; `count` a multiple of CHY_LANES. */
    void (*gelu)(float *x, size_t count);
    /* out = norm(piece * scale + position + shape), one row of `width`. */
    void (*embed)(const int8_t *piece, float scale, const float *position, const float *shape,
                  const chy_norm *norm, size_t width, float *out);
    /* x[i] = norm(x[i] + added[i]), rows of out->columns floats, and the same quantised to row
     * first + i. */
    void (*add_norm)(float *x, const float *added, size_t count, const chy_norm *norm,
                     const chy_quantised *out, size_t first);
    /* out = softmax(queries . keys) . values, head by head. */
    void (*attend)(const chy_attention *attention);
    /* c[i][j] = sum over k of a[i][k] * b[k][j], k in order; `columns` a multiple of CHY_LANES. */
    void (*product)(const float *a, size_t a_stride, size_t rows, const float *b, size_t b_stride,
                    size_t depth, size_t columns, float *c, size_t c_stride);
    /* x[i] += y[i]; `count` a multiple of CHY_LANES. */
    void (*add)(float *x, const float *y, size_t count);
} chy_kernels;

/* The kernels of one instruction set; false where this build or this processor has them not. */
bool chy_kernels_portable(chy_kernels *kernels);
bool chy_kernels_avx2(chy_kernels *kernels);
bool chy_kernels_avx512(chy_kernels *kernels);

/* The kernels for `isa`; CHY_ISA_BEST: the fastest that the processor has. CHY_ERROR_ARGUMENT when
 * it lacks the one asked for. */
CHY_MUST_USE chy_status chy_kernels_choose(chy_isa isa, chy_kernels *kernels, chy_error *err);

#endif
