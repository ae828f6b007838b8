/* Sixteen floats in plain C; lanes_avx2.h and lanes_avx512.h give the same with vector registers.
 */
#ifndef CHY_NN_LANES_PORTABLE_H
#define CHY_NN_LANES_PORTABLE_H

#include <math.h>
#include <stdint.h>
#include <string.h>

typedef struct lanes {
    float v[16];
} lanes;
typedef int16_t value; /* a quantised value */

/* Vectors of 16 columns that one tile of a float product takes at once. */
#define TILE_VECTORS 1

#define EACH(result, expression)                                                                   \
    lanes result;                                                                                  \
    for (int i = 0; i < 16; i++)                                                                   \
        result.v[i] = (expression);                                                                \
    return result

static inline lanes lanes_load(const float *from) {
    lanes x;
    memcpy(x.v, from, sizeof x.v);
    return x;
}

static inline void lanes_store(float *to, lanes x) {
    memcpy(to, x.v, sizeof x.v);
}

static inline lanes lanes_all(float x) {
    EACH(result, x);
}

static inline lanes lanes_of_bytes(const int8_t *from) {
    EACH(result, (float)from[i]);
}

static inline lanes lanes_add(lanes a, lanes b) {
    EACH(result, a.v[i] + b.v[i]);
}

static inline lanes lanes_subtract(lanes a, lanes b) {
    EACH(result, a.v[i] - b.v[i]);
}

static inline lanes lanes_multiply(lanes a, lanes b) {
    EACH(result, a.v[i] * b.v[i]);
}

/* b where either is not a number, as the vector instructions have it. */
static inline lanes lanes_max(lanes a, lanes b) {
    EACH(result, a.v[i] > b.v[i] ? a.v[i] : b.v[i]);
}

static inline lanes lanes_min(lanes a, lanes b) {
    EACH(result, a.v[i] < b.v[i] ? a.v[i] : b.v[i]);
}

static inline lanes lanes_abs(lanes a) {
    EACH(result, fabsf(a.v[i]));
}

/* 2^n for a float that holds 1.5 * 2^23 + n, -126 <= n <= 127. */
static inline lanes lanes_power(lanes a) {
    lanes result;
    for (int i = 0; i < 16; i++) {
        uint32_t bits;
        memcpy(&bits, &a.v[i], sizeof bits);
        bits = (bits + 127) << 23;
        memcpy(&result.v[i], &bits, sizeof bits);
    }
    return result;
}

static inline float lanes_sum(lanes a) {
    for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; i++)
            a.v[i] = a.v[i] + a.v[i + half];
    return a.v[0];
}

static inline float lanes_largest(lanes a) {
    for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; i++)
            a.v[i] = a.v[i] > a.v[i + half] ? a.v[i] : a.v[i + half];
    return a.v[0];
}

/* A block of 16 rows becomes the block of its 16 columns. */
static inline void lanes_turn(lanes block[16]) {
    for (int i = 1; i < 16; i++)
        for (int j = 0; j < i; j++) {
            float kept = block[i].v[j];
            block[i].v[j] = block[j].v[i];
            block[j].v[i] = kept;
        }
}

/* Whole numbers in [-127, 127]. */
static inline void lanes_store_values(value *to, lanes a) {
    for (int i = 0; i < 16; i++)
        to[i] = (value)a.v[i];
}

#endif
