/* The float kernels, written once on the lanes of whichever lanes_*.h is included before, so that
 * all instruction sets do the same operations in the same order. Included by kernels_*.c alone. */
#ifndef CHY_NN_FLOAT_KERNELS_H
#define CHY_NN_FLOAT_KERNELS_H

#include <math.h>

#include "nn/kernels.h"

#define TILE_ROWS 4 /* rows of a float product that are worked on at once */

/* Adding it and taking it away again rounds a float of small size to the nearest whole number, ties
 * to even. */
static const float round_magic = 12582912.0f;

/* ---- Quantising ---------------------------------------------------------------------------------
 */

static inline void store_quantised(const float *x, float largest, const chy_quantised *out,
                                   size_t row) {
    size_t columns = out->columns;
    value *to = (value *)out->values + row * columns;
    const lanes inverse = lanes_all(largest > 0.0f ? 127.0f / largest : 0.0f);
    const lanes magic = lanes_all(round_magic);
    lanes sum = lanes_all(0.0f);
    for (size_t c = 0; c < columns; c += CHY_LANES) {
        lanes y = lanes_multiply(lanes_load(x + c), inverse);
        /* A hostile model can make numbers that are not finite; they too become whole numbers here.
         */
        y = lanes_min(lanes_max(y, lanes_all(-127.0f)), lanes_all(127.0f));
        y = lanes_subtract(lanes_add(y, magic), magic);
        sum = lanes_add(sum, y);
        lanes_store_values(to + c, y);
    }
    out->scales[row] = largest > 0.0f ? largest / 127.0f : 1.0f;
    out->sums[row] = (int32_t)lanes_sum(sum); /* exact: at most 16384 columns of at most 127 */
}

static void quantise(const float *x, size_t stride, size_t count, const chy_quantised *out,
                     size_t first) {
    for (size_t i = 0; i < count; i++) {
        const float *row = x + i * stride;
        lanes largest = lanes_all(0.0f);
        for (size_t c = 0; c < out->columns; c += CHY_LANES)
            largest = lanes_max(largest, lanes_abs(lanes_load(row + c)));
        store_quantised(row, lanes_largest(largest), out, first + i);
    }
}

/* ---- GELU ---------------------------------------------------------------------------------------
 */

/* gelu(x) = max(x, 0) - |x| * q(|x|), where q is the normal distribution's upper tail. Its
 * sixteenth root is so smooth that a polynomial of degree 5, fitted by least squares on [0, 5.5],
 * gives gelu within 1e-6; beyond 5.5 the term is under 1e-7. */
static inline lanes gelu_lanes(lanes x) {
    const lanes size = lanes_abs(x);
    const lanes a = lanes_min(size, lanes_all(5.5f));
    lanes q = lanes_all(-0x1.7ade5p-15f);
    q = lanes_add(lanes_multiply(q, a), lanes_all(0x1.69807p-11f));
    q = lanes_add(lanes_multiply(q, a), lanes_all(-0x1.6c0926p-10f));
    q = lanes_add(lanes_multiply(q, a), lanes_all(-0x1.233fd4p-6f));
    q = lanes_add(lanes_multiply(q, a), lanes_all(-0x1.875f42p-5f));
    q = lanes_add(lanes_multiply(q, a), lanes_all(0x1.ea4b2ep-1f));
    q = lanes_multiply(q, q);
    q = lanes_multiply(q, q);
    q = lanes_multiply(q, q);
    q = lanes_multiply(q, q);
    const lanes positive = lanes_multiply(lanes_add(x, size), lanes_all(0.5f));
    return lanes_subtract(positive, lanes_multiply(a, q));
}

static void gelu(float *x, size_t count) {
    for (size_t i = 0; i < count; i += CHY_LANES)
        lanes_store(x + i, gelu_lanes(lanes_load(x + i)));
}

static void gelu_quantise(float *x, size_t stride, size_t count, const chy_quantised *out,
                          size_t first) {
    for (size_t i = 0; i < count; i++) {
        float *row = x + i * stride;
        lanes largest = lanes_all(0.0f);
        for (size_t c = 0; c < out->columns; c += CHY_LANES) {
            lanes y = gelu_lanes(lanes_load(row + c));
            largest = lanes_max(largest, lanes_abs(y));
            lanes_store(row + c, y);
        }
        store_quantised(row, lanes_largest(largest), out, first + i);
    }
}

/* ---- Layer norm ---------------------------------------------------------------------------------
 */

/* Normalises a row in place; `sum` is its sum. Returns the largest absolute value of the result. */
static inline float norm_row(float *x, float sum, const chy_norm *norm, size_t width) {
    const lanes mean = lanes_all(sum / (float)width);
    lanes squares = lanes_all(0.0f);
    for (size_t c = 0; c < width; c += CHY_LANES) {
        lanes difference = lanes_subtract(lanes_load(x + c), mean);
        squares = lanes_add(squares, lanes_multiply(difference, difference));
    }
    float variance = lanes_sum(squares) / (float)width;
    const lanes scale = lanes_all(1.0f / sqrtf(variance + 1e-12f));
    lanes largest = lanes_all(0.0f);
    for (size_t c = 0; c < width; c += CHY_LANES) {
        lanes y = lanes_multiply(lanes_subtract(lanes_load(x + c), mean), scale);
        y = lanes_add(lanes_multiply(y, lanes_load(norm->gain + c)), lanes_load(norm->bias + c));
        largest = lanes_max(largest, lanes_abs(y));
        lanes_store(x + c, y);
    }
    return lanes_largest(largest);
}

static void embed(const int8_t *piece, float scale, const float *position, const float *shape,
                  const chy_norm *norm, size_t width, float *out) {
    const lanes factor = lanes_all(scale);
    lanes sum = lanes_all(0.0f);
    for (size_t c = 0; c < width; c += CHY_LANES) {
        lanes y = lanes_multiply(lanes_of_bytes(piece + c), factor);
        y = lanes_add(lanes_add(y, lanes_load(position + c)), lanes_load(shape + c));
        sum = lanes_add(sum, y);
        lanes_store(out + c, y);
    }
    (void)norm_row(out, lanes_sum(sum), norm, width);
}

static void add_norm(float *x, const float *added, size_t count, const chy_norm *norm,
                     const chy_quantised *out, size_t first) {
    size_t width = out->columns;
    for (size_t i = 0; i < count; i++) {
        float *row = x + i * width;
        lanes sum = lanes_all(0.0f);
        for (size_t c = 0; c < width; c += CHY_LANES) {
            lanes y = lanes_add(lanes_load(row + c), lanes_load(added + i * width + c));
            sum = lanes_add(sum, y);
            lanes_store(row + c, y);
        }
        float largest = norm_row(row, lanes_sum(sum), norm, width);
        store_quantised(row, largest, out, first + i);
    }
}

/* ---- Float products -----------------------------------------------------------------------------
 */

/* c[0..TILE_ROWS) x `vectors` of 16 columns. `a` points at the rows, which need not be different.
 */
static inline __attribute__((always_inline)) void tile(const float *const a[TILE_ROWS],
                                                       const float *b, size_t b_stride,
                                                       size_t depth, float *c, size_t c_stride,
                                                       size_t rows, size_t vectors) {
    lanes sum[TILE_ROWS][TILE_VECTORS];
    for (size_t r = 0; r < TILE_ROWS; r++)
        for (size_t v = 0; v < vectors; v++)
            sum[r][v] = lanes_all(0.0f);
    for (size_t k = 0; k < depth; k++) {
        lanes column[TILE_VECTORS];
        for (size_t v = 0; v < vectors; v++)
            column[v] = lanes_load(b + k * b_stride + v * CHY_LANES);
        for (size_t r = 0; r < TILE_ROWS; r++) {
            const lanes factor = lanes_all(a[r][k]);
            for (size_t v = 0; v < vectors; v++)
                sum[r][v] = lanes_add(sum[r][v], lanes_multiply(factor, column[v]));
        }
    }
    for (size_t r = 0; r < TILE_ROWS && r < rows; r++)
        for (size_t v = 0; v < vectors; v++)
            lanes_store(c + r * c_stride + v * CHY_LANES, sum[r][v]);
}

static void product(const float *a, size_t a_stride, size_t rows, const float *b, size_t b_stride,
                    size_t depth, size_t columns, float *c, size_t c_stride) {
    const size_t wide = (size_t)TILE_VECTORS * CHY_LANES;
    for (size_t row = 0; row < rows; row += TILE_ROWS) {
        size_t left = rows - row;
        const float *from[TILE_ROWS];
        for (size_t r = 0; r < TILE_ROWS; r++)
            from[r] = a + (row + (r < left ? r : left - 1)) * a_stride;
        size_t column = 0;
        for (; column + wide <= columns; column += wide)
            tile(from, b + column, b_stride, depth, c + row * c_stride + column, c_stride, left,
                 TILE_VECTORS);
        for (; column < columns; column += CHY_LANES)
            tile(from, b + column, b_stride, depth, c + row * c_stride + column, c_stride, left, 1);
    }
}

/* ---- Attention ----------------------------------------------------------------------------------
 */

/* e^x for x <= 0, within 1e-7 of it; below -60, where nothing is left to see in a softmax, e^-60.
 */
static inline lanes exponential(lanes x) {
    x = lanes_max(x, lanes_all(-60.0f));
    const lanes magic = lanes_all(round_magic);
    const lanes power = lanes_add(lanes_multiply(x, lanes_all(0x1.715476p0f)), magic);
    const lanes whole = lanes_subtract(power, magic);
    /* ln 2 in two parts, the first of few digits, so that their products are exact. */
    lanes rest = lanes_subtract(x, lanes_multiply(whole, lanes_all(0.693359375f)));
    rest = lanes_subtract(rest, lanes_multiply(whole, lanes_all(-2.12194440e-4f)));
    lanes y = lanes_all(0.008291713893413544f);
    y = lanes_add(lanes_multiply(y, rest), lanes_all(0.04191511869430542f));
    y = lanes_add(lanes_multiply(y, rest), lanes_all(0.16667664051055908f));
    y = lanes_add(lanes_multiply(y, rest), lanes_all(0.49998897314071655f));
    y = lanes_add(lanes_multiply(y, rest), lanes_all(0.9999996423721313f));
    y = lanes_add(lanes_multiply(y, rest), lanes_all(1.0000001192092896f));
    return lanes_multiply(y, lanes_power(power));
}

/* From here on 16 - n floats: n that let a score pass and the rest that push it far below all
 * others. */
static const float score_limits[2 * CHY_LANES] = {
    3e38f,  3e38f,  3e38f,  3e38f,  3e38f,  3e38f,  3e38f,  3e38f,  3e38f,  3e38f,  3e38f,
    3e38f,  3e38f,  3e38f,  3e38f,  3e38f,  -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f,
    -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f};

/* The scores of one query to their softmax. What lies in the padding after it is too small to
 * change the sum. */
static inline void soften(float *scores, size_t length, size_t padded) {
    float *last = scores + padded - CHY_LANES;
    const float *limits = score_limits + (padded - length);
    lanes_store(last, lanes_min(lanes_load(last), lanes_load(limits)));
    lanes largest = lanes_load(scores);
    for (size_t j = CHY_LANES; j < padded; j += CHY_LANES)
        largest = lanes_max(largest, lanes_load(scores + j));
    const lanes top = lanes_all(lanes_largest(largest));
    lanes sum = lanes_all(0.0f);
    for (size_t j = 0; j < padded; j += CHY_LANES) {
        lanes y = exponential(lanes_subtract(lanes_load(scores + j), top));
        sum = lanes_add(sum, y);
        lanes_store(scores + j, y);
    }
    const lanes inverse = lanes_all(1.0f / lanes_sum(sum));
    for (size_t j = 0; j < padded; j += CHY_LANES)
        lanes_store(scores + j, lanes_multiply(lanes_load(scores + j), inverse));
}

/* keys[d][j] = from[j * stride + d], and 0 for the padding after the last of `length` rows. */
static inline void turn_keys(const float *from, size_t stride, size_t length, size_t size,
                             float *keys) {
    const size_t padded = chy_round_up(length, CHY_LANES);
    for (size_t j = 0; j < padded; j += CHY_LANES)
        for (size_t d = 0; d < size; d += CHY_LANES) {
            lanes block[CHY_LANES];
            for (size_t r = 0; r < CHY_LANES; r++)
                block[r] =
                    j + r < length ? lanes_load(from + (j + r) * stride + d) : lanes_all(0.0f);
            lanes_turn(block);
            for (size_t r = 0; r < CHY_LANES; r++)
                lanes_store(keys + (d + r) * padded + j, block[r]);
        }
}

/* One head: `in` and `out` point at its first query and its first result. */
static void attend_head(const chy_attention *attention, const float *in, float *out) {
    const size_t width = attention->heads * attention->head_size;
    const size_t size = attention->head_size;
    const size_t length = attention->length;
    const size_t padded = chy_round_up(length, CHY_LANES);
    float *keys = attention->scratch; /* [size, padded], transposed */
    float *scores = keys + size * padded;
    turn_keys(in + width, 3 * width, length, size, keys);
    for (size_t i = 0; i < length; i += TILE_ROWS) {
        size_t rows = length - i < TILE_ROWS ? length - i : TILE_ROWS;
        product(in + i * 3 * width, 3 * width, rows, keys, padded, size, padded, scores, padded);
        for (size_t r = 0; r < rows; r++)
            soften(scores + r * padded, length, padded);
        product(scores, padded, rows, in + 2 * width, 3 * width, length, size, out + i * width,
                width);
    }
}

static void attend(const chy_attention *attention) {
    for (size_t head = 0; head < attention->heads; head++)
        attend_head(attention, attention->in + head * attention->head_size,
                    attention->out + head * attention->head_size);
}

static void add(float *x, const float *y, size_t count) {
    for (size_t i = 0; i < count; i += CHY_LANES)
        lanes_store(x + i, lanes_add(lanes_load(x + i), lanes_load(y + i)));
}

/* ---- The table ----------------------------------------------------------------------------------
 */

static void set_float_kernels(chy_kernels *kernels) {
    kernels->value_size = sizeof(value);
    kernels->quantise = quantise;
    kernels->gelu_quantise = gelu_quantise;
    kernels->gelu = gelu;
    kernels->embed = embed;
    kernels->add_norm = add_norm;
    kernels->attend = attend;
    kernels->product = product;
    kernels->add = add;
}

#endif
