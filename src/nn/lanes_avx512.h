/* Sixteen floats in one AVX-512 register; see lanes_portable.h. */
#ifndef CHY_NN_LANES_AVX512_H
#define CHY_NN_LANES_AVX512_H

#include <immintrin.h>
#include <stdint.h>

typedef __m512 lanes;
typedef int8_t value;

#define TILE_VECTORS 2

static inline lanes lanes_load(const float *from) {
    return _mm512_loadu_ps(from);
}

static inline void lanes_store(float *to, lanes x) {
    _mm512_storeu_ps(to, x);
}

static inline lanes lanes_all(float x) {
    return _mm512_set1_ps(x);
}

static inline lanes lanes_of_bytes(const int8_t *from) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)from);
    return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(bytes));
}

static inline lanes lanes_add(lanes x, lanes y) {
    return _mm512_add_ps(x, y);
}

static inline lanes lanes_subtract(lanes x, lanes y) {
    return _mm512_sub_ps(x, y);
}

static inline lanes lanes_multiply(lanes x, lanes y) {
    return _mm512_mul_ps(x, y);
}

static inline lanes lanes_max(lanes x, lanes y) {
    return _mm512_max_ps(x, y);
}

static inline lanes lanes_min(lanes x, lanes y) {
    return _mm512_min_ps(x, y);
}

static inline lanes lanes_abs(lanes x) {
    return _mm512_andnot_ps(_mm512_set1_ps(-0.0f), x);
}

static inline lanes lanes_power(lanes x) {
    __m512i exponent = _mm512_add_epi32(_mm512_castps_si512(x), _mm512_set1_epi32(127));
    return _mm512_castsi512_ps(_mm512_slli_epi32(exponent, 23));
}

static inline __m256 high_half(__m512 x) {
    return _mm512_extractf32x8_ps(x, 1);
}

static inline float lanes_sum(lanes x) {
    __m256 eight = _mm256_add_ps(_mm512_castps512_ps256(x), high_half(x));
    __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}

static inline float lanes_largest(lanes x) {
    __m256 eight = _mm256_max_ps(_mm512_castps512_ps256(x), high_half(x));
    __m128 four = _mm_max_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
    __m128 two = _mm_max_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_max_ss(two, _mm_movehdup_ps(two)));
}

static inline void lanes_turn(lanes block[16]) {
    __m512 pairs[16], fours[16];
    for (int i = 0; i < 16; i += 2) {
        pairs[i] = _mm512_unpacklo_ps(block[i], block[i + 1]);
        pairs[i + 1] = _mm512_unpackhi_ps(block[i], block[i + 1]);
    }
    for (int i = 0; i < 16; i += 4)
        for (int j = 0; j < 2; j++) {
            fours[i + 2 * j] = _mm512_shuffle_ps(pairs[i + j], pairs[i + j + 2], 0x44);
            fours[i + 2 * j + 1] = _mm512_shuffle_ps(pairs[i + j], pairs[i + j + 2], 0xee);
        }
    /* Each quarter of fours[4 * i + j] now has column 4 * quarter + j of rows 4 * i to 4 * i + 3.
     */
    for (int j = 0; j < 4; j++) {
        __m512 even_low = _mm512_shuffle_f32x4(fours[j], fours[j + 4], 0x88);
        __m512 odd_low = _mm512_shuffle_f32x4(fours[j], fours[j + 4], 0xdd);
        __m512 even_high = _mm512_shuffle_f32x4(fours[j + 8], fours[j + 12], 0x88);
        __m512 odd_high = _mm512_shuffle_f32x4(fours[j + 8], fours[j + 12], 0xdd);
        block[j] = _mm512_shuffle_f32x4(even_low, even_high, 0x88);
        block[j + 4] = _mm512_shuffle_f32x4(odd_low, odd_high, 0x88);
        block[j + 8] = _mm512_shuffle_f32x4(even_low, even_high, 0xdd);
        block[j + 12] = _mm512_shuffle_f32x4(odd_low, odd_high, 0xdd);
    }
}

static inline void lanes_store_values(value *to, lanes x) {
    _mm_storeu_si128((__m128i *)(void *)to, _mm512_cvtepi32_epi8(_mm512_cvtps_epi32(x)));
}

#endif
