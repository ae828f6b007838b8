/* Sixteen floats in two AVX registers; see lanes_portable.h. */
#ifndef CHY_NN_LANES_AVX2_H
#define CHY_NN_LANES_AVX2_H

#include <immintrin.h>
#include <stdint.h>

typedef struct lanes {
    __m256 a, b;
} lanes;
typedef int16_t value;

#define TILE_VECTORS 1

static inline lanes lanes_load(const float *from) {
    return (lanes){_mm256_loadu_ps(from), _mm256_loadu_ps(from + 8)};
}

static inline void lanes_store(float *to, lanes x) {
    _mm256_storeu_ps(to, x.a);
    _mm256_storeu_ps(to + 8, x.b);
}

static inline lanes lanes_all(float x) {
    return (lanes){_mm256_set1_ps(x), _mm256_set1_ps(x)};
}

static inline lanes lanes_of_bytes(const int8_t *from) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)from);
    return (lanes){_mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes)),
                   _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_srli_si128(bytes, 8)))};
}

static inline lanes lanes_add(lanes x, lanes y) {
    return (lanes){_mm256_add_ps(x.a, y.a), _mm256_add_ps(x.b, y.b)};
}

static inline lanes lanes_subtract(lanes x, lanes y) {
    return (lanes){_mm256_sub_ps(x.a, y.a), _mm256_sub_ps(x.b, y.b)};
}

static inline lanes lanes_multiply(lanes x, lanes y) {
    return (lanes){_mm256_mul_ps(x.a, y.a), _mm256_mul_ps(x.b, y.b)};
}

static inline lanes lanes_max(lanes x, lanes y) {
    return (lanes){_mm256_max_ps(x.a, y.a), _mm256_max_ps(x.b, y.b)};
}

static inline lanes lanes_min(lanes x, lanes y) {
    return (lanes){_mm256_min_ps(x.a, y.a), _mm256_min_ps(x.b, y.b)};
}

static inline lanes lanes_abs(lanes x) {
    const __m256 sign = _mm256_set1_ps(-0.0f);
    return (lanes){_mm256_andnot_ps(sign, x.a), _mm256_andnot_ps(sign, x.b)};
}

static inline __m256 power_of_eight(__m256 x) {
    __m256i exponent = _mm256_add_epi32(_mm256_castps_si256(x), _mm256_set1_epi32(127));
    return _mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23));
}

static inline lanes lanes_power(lanes x) {
    return (lanes){power_of_eight(x.a), power_of_eight(x.b)};
}

static inline float lanes_sum(lanes x) {
    __m256 eight = _mm256_add_ps(x.a, x.b);
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}

static inline float lanes_largest(lanes x) {
    __m256 eight = _mm256_max_ps(x.a, x.b);
    __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(two, _mm_movehdup_ps(two)));
}

static inline void turn_eight(__m256 row[8]) {
    __m256 pairs[8], fours[8];
    for (int i = 0; i < 8; i += 2) {
        pairs[i] = _mm256_unpacklo_ps(row[i], row[i + 1]);
        pairs[i + 1] = _mm256_unpackhi_ps(row[i], row[i + 1]);
    }
    for (int i = 0; i < 8; i += 4)
        for (int j = 0; j < 2; j++) {
            fours[i + 2 * j] = _mm256_shuffle_ps(pairs[i + j], pairs[i + j + 2], 0x44);
            fours[i + 2 * j + 1] = _mm256_shuffle_ps(pairs[i + j], pairs[i + j + 2], 0xee);
        }
    for (int i = 0; i < 4; i++) {
        row[i] = _mm256_permute2f128_ps(fours[i], fours[i + 4], 0x20);
        row[i + 4] = _mm256_permute2f128_ps(fours[i], fours[i + 4], 0x31);
    }
}

static inline void lanes_turn(lanes block[16]) {
    __m256 quarter[4][8];
    for (int i = 0; i < 8; i++) {
        quarter[0][i] = block[i].a;
        quarter[1][i] = block[i + 8].a;
        quarter[2][i] = block[i].b;
        quarter[3][i] = block[i + 8].b;
    }
    for (int i = 0; i < 4; i++)
        turn_eight(quarter[i]);
    for (int i = 0; i < 8; i++) {
        block[i] = (lanes){quarter[0][i], quarter[1][i]};
        block[i + 8] = (lanes){quarter[2][i], quarter[3][i]};
    }
}

static inline void lanes_store_values(value *to, lanes x) {
    __m256i mixed = _mm256_packs_epi32(_mm256_cvtps_epi32(x.a), _mm256_cvtps_epi32(x.b));
    _mm256_storeu_si256((__m256i *)(void *)to, _mm256_permute4x64_epi64(mixed, 0xd8));
}

#endif
