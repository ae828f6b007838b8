#include "nn/kernels.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SETS = 3 };
static const chy_isa sets[SETS] = {CHY_ISA_PORTABLE, CHY_ISA_AVX2, CHY_ISA_AVX512_VNNI};

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* A float in [-range, range), of any size below it. */
static float random_float(uint32_t *state, float range) {
    float unit = (float)next_random(state) / (float)(1 << 23) - 1.0f;
    return range * unit * unit * unit;
}

static void *memory(size_t count, size_t size) {
    void *result = calloc(count + 1, size);
    assert_non_null(result);
    return result;
}

static chy_quantised new_rows(size_t rows, size_t columns) {
    return (chy_quantised){.values = memory(rows * columns, sizeof(int16_t)),
                           .scales = memory(rows, sizeof(float)),
                           .sums = memory(rows, sizeof(int32_t)),
                           .columns = columns};
}

static void free_rows(const chy_quantised *rows) {
    free(rows->values);
    free(rows->scales);
    free(rows->sums);
}

static int value_at(const chy_kernels *kernels, const chy_quantised *rows, size_t place) {
    return kernels->value_size == 1 ? ((const int8_t *)rows->values)[place]
                                    : ((const int16_t *)rows->values)[place];
}

/* ---- Whole products -----------------------------------------------------------------------------
 */

typedef struct chy_product_case {
    size_t rows, inputs, outputs;
    int extreme; /* 1: all weights and values 127; 2: of alternating sign; 3: weights -128 */
} chy_product_case;

static int8_t weight_of(const chy_product_case *shape, size_t i, uint32_t *seed) {
    switch (shape->extreme) {
    case 1:
        return 127;
    case 2:
        return i % 2 == 0 ? 127 : -127;
    case 3:
        return -128;
    default:
        return (int8_t)((int)(next_random(seed) % 255) - 127);
    }
}

static void check_product(const chy_kernels *kernels, const chy_product_case *shape) {
    const size_t padded = chy_round_up(shape->outputs, CHY_PANEL);
    uint32_t seed = 11;
    int8_t *weight = memory(shape->outputs * shape->inputs, 1);
    float *scale = memory(padded, sizeof(float)), *bias = memory(padded, sizeof(float));
    float *x = memory(shape->rows * shape->inputs, sizeof(float));
    float *y = memory(shape->rows * padded, sizeof(float));
    for (size_t i = 0; i < shape->outputs * shape->inputs; i++)
        weight[i] = weight_of(shape, i, &seed);
    for (size_t i = 0; i < shape->outputs; i++) {
        scale[i] = random_float(&seed, 0.1f);
        bias[i] = random_float(&seed, 3.0f);
    }
    for (size_t i = 0; i < shape->rows * shape->inputs; i++)
        x[i] = shape->extreme == 0 ? random_float(&seed, 4.0f) : i % 2 == 0 ? 2.0f : -2.0f;
    chy_quantised rows = new_rows(shape->rows, shape->inputs);
    void *packed = memory(kernels->packed_size(shape->outputs, shape->inputs), 1);
    kernels->pack(weight, shape->outputs, shape->inputs, packed);
    kernels->quantise(x, shape->inputs, shape->rows, &rows, 0);
    chy_linear linear = {packed, scale, bias, shape->outputs, shape->inputs};
    size_t first = shape->rows > 3 ? 2 : 0;
    kernels->multiply(&linear, &rows, first, shape->rows - first, y, padded);
    for (size_t i = first; i < shape->rows; i++)
        for (size_t r = 0; r < shape->outputs; r++) {
            int32_t sum = 0;
            for (size_t c = 0; c < shape->inputs; c++)
                sum +=
                    value_at(kernels, &rows, i * shape->inputs + c) * weight[r * shape->inputs + c];
            float factor = rows.scales[i] * scale[r];
            float product = (float)sum * factor;
            float wanted = product + bias[r];
            assert_memory_equal(&y[(i - first) * padded + r], &wanted, sizeof wanted);
        }
    free(weight);
    free(scale);
    free(bias);
    free(x);
    free(y);
    free(packed);
    free_rows(&rows);
}

static void products_are_exact(void **state) {
    (void)state;
    static const chy_product_case shapes[] = {
        {1, 16, 1, 0},    {2, 32, 9, 0},    {3, 48, 17, 0},   {7, 64, 51, 0},   {13, 384, 65, 0},
        {31, 80, 130, 0}, {5, 1536, 64, 0}, {8, 256, 529, 0}, {6, 1536, 70, 1}, {6, 1536, 70, 2},
        {6, 1536, 70, 3}, {4, 16384, 3, 1}, {4, 16384, 3, 3}};
    for (size_t set = 0; set < SETS; set++) {
        chy_kernels kernels;
        if (chy_kernels_choose(sets[set], &kernels, NULL) != CHY_OK) continue;
        for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
            check_product(&kernels, &shapes[i]);
    }
}

/* ---- Quantising ---------------------------------------------------------------------------------
 */

static void quantised_rows_are_as_the_contract_says(void **state) {
    (void)state;
    enum { COLUMNS = 48, ROWS = 6 };
    float x[ROWS * COLUMNS];
    uint32_t seed = 5;
    for (size_t i = 0; i < ROWS * COLUMNS; i++)
        x[i] = random_float(&seed, 9.0f);
    for (size_t i = 0; i < COLUMNS; i++) {
        x[COLUMNS + i] = 0.0f;                                     /* all zero */
        x[2 * COLUMNS + i] = i == 0 ? 127.0f : (float)i + 0.5f;    /* ties */
        x[3 * COLUMNS + i] = i == 7 ? -1e-30f : 0.0f;              /* small */
        x[4 * COLUMNS + i] = i % 2 == 0 ? 3e38f : -3e38f;          /* large */
        x[5 * COLUMNS + i] = i == 3 ? INFINITY : i == 4 ? NAN : 1; /* of a hostile model */
    }
    for (size_t set = 0; set < SETS; set++) {
        chy_kernels kernels;
        if (chy_kernels_choose(sets[set], &kernels, NULL) != CHY_OK) continue;
        chy_quantised rows = new_rows(ROWS, COLUMNS);
        kernels.quantise(x, COLUMNS, ROWS, &rows, 0);
        for (size_t r = 0; r < ROWS; r++) {
            float largest = 0;
            int32_t sum = 0;
            for (size_t c = 0; c < COLUMNS; c++)
                largest = fabsf(x[r * COLUMNS + c]) > largest ? fabsf(x[r * COLUMNS + c]) : largest;
            for (size_t c = 0; c < COLUMNS; c++) {
                int value = value_at(&kernels, &rows, r * COLUMNS + c);
                sum += value;
                assert_in_range(value + 127, 0, 254);
                if (r < 5 && largest > 0.0f)
                    assert_int_equal(value, (int)rintf(x[r * COLUMNS + c] * (127.0f / largest)));
            }
            assert_int_equal(rows.sums[r], sum);
            if (r < 5) assert_true(rows.scales[r] == (largest > 0.0f ? largest / 127.0f : 1.0f));
        }
        free_rows(&rows);
    }
}

/* ---- Float kernels ------------------------------------------------------------------------------
 */

static void gelu_is_close(void **state) {
    (void)state;
    chy_kernels kernels;
    assert_int_equal(chy_kernels_choose(CHY_ISA_PORTABLE, &kernels, NULL), CHY_OK);
    for (int i = -4000; i < 4000; i++) {
        float x[16];
        for (size_t lane = 0; lane < 16; lane++)
            x[lane] = (float)i * 0.005f + (float)lane * 0.0003f;
        float before = x[5];
        kernels.gelu(x, 16);
        double wanted = (double)before * 0.5 * erfc(-(double)before / sqrt(2.0));
        assert_true(fabs((double)x[5] - wanted) < 2e-6);
    }
}

/* Attention in double, the plain way. */
static double attend_plainly(const chy_attention *a, size_t i, size_t head, size_t d) {
    const size_t width = a->heads * a->head_size;
    double scores[64], largest = -1e300, sum = 0, result = 0;
    for (size_t j = 0; j < a->length; j++) {
        scores[j] = 0;
        for (size_t k = 0; k < a->head_size; k++)
            scores[j] += (double)a->in[i * 3 * width + head * a->head_size + k] *
                         (double)a->in[j * 3 * width + width + head * a->head_size + k];
        largest = scores[j] > largest ? scores[j] : largest;
    }
    for (size_t j = 0; j < a->length; j++)
        sum += exp(scores[j] - largest);
    for (size_t j = 0; j < a->length; j++)
        result += exp(scores[j] - largest) / sum *
                  (double)a->in[j * 3 * width + 2 * width + head * a->head_size + d];
    return result;
}

static void attention_is_close(void **state) {
    (void)state;
    enum { HEADS = 3, SIZE = 32, LENGTH = 37 };
    const size_t width = (size_t)HEADS * SIZE;
    float *in = memory(LENGTH * 3 * width, sizeof(float));
    float *out = memory(LENGTH * width, sizeof(float));
    float *scratch = memory(chy_attention_scratch(LENGTH, SIZE), sizeof(float));
    uint32_t seed = 8;
    for (size_t i = 0; i < LENGTH * 3 * width; i++)
        in[i] = random_float(&seed, 4.0f);
    chy_kernels kernels;
    assert_int_equal(chy_kernels_choose(CHY_ISA_PORTABLE, &kernels, NULL), CHY_OK);
    for (size_t length = 1; length <= LENGTH; length += 4) {
        chy_attention attention = {in, out, length, HEADS, SIZE, scratch};
        kernels.attend(&attention);
        for (size_t i = 0; i < length; i++)
            for (size_t head = 0; head < HEADS; head++) {
                double wanted = attend_plainly(&attention, i, head, 11);
                double found = (double)out[i * width + head * SIZE + 11];
                assert_true(fabs(found - wanted) < 1e-4);
            }
    }
    free(in);
    free(out);
    free(scratch);
}

static void norm_is_close(void **state) {
    (void)state;
    enum { WIDTH = 96 };
    float x[WIDTH], added[WIDTH], gain[WIDTH], bias[WIDTH], wanted[WIDTH];
    uint32_t seed = 4;
    double mean = 0, variance = 0;
    for (size_t c = 0; c < WIDTH; c++) {
        x[c] = random_float(&seed, 5.0f);
        added[c] = random_float(&seed, 5.0f);
        gain[c] = random_float(&seed, 2.0f);
        bias[c] = random_float(&seed, 2.0f);
        wanted[c] = x[c] + added[c];
        mean += (double)wanted[c] / WIDTH;
    }
    for (size_t c = 0; c < WIDTH; c++)
        variance += ((double)wanted[c] - mean) * ((double)wanted[c] - mean) / WIDTH;
    chy_kernels kernels;
    assert_int_equal(chy_kernels_choose(CHY_ISA_PORTABLE, &kernels, NULL), CHY_OK);
    chy_quantised rows = new_rows(1, WIDTH);
    const chy_norm norm = {gain, bias};
    kernels.add_norm(x, added, 1, &norm, &rows, 0);
    for (size_t c = 0; c < WIDTH; c++) {
        double value =
            ((double)wanted[c] - mean) / sqrt(variance) * (double)gain[c] + (double)bias[c];
        assert_true(fabs((double)x[c] - value) < 1e-4);
    }
    free_rows(&rows);
}

/* ---- The same bytes -----------------------------------------------------------------------------
 */

/* Runs every float kernel on random rows, the results in `out`. Returns the floats written. */
static size_t run_all(const chy_kernels *kernels, float *out, float range) {
    enum { HEADS = 2, SIZE = 32, LENGTH = 21, WIDTH = HEADS * SIZE };
    static float in[LENGTH * 3 * WIDTH], scratch[(SIZE + 4) * 32];
    static int8_t piece[WIDTH];
    uint32_t seed = 99;
    for (size_t i = 0; i < LENGTH * 3 * WIDTH; i++)
        in[i] = random_float(&seed, range);
    for (size_t i = 0; i < WIDTH; i++)
        piece[i] = (int8_t)(next_random(&seed) % 255 - 127);
    float *to = out;
    const chy_attention attention = {in, to, LENGTH, HEADS, SIZE, scratch};
    kernels->attend(&attention);
    to += LENGTH * WIDTH;
    memcpy(to, in, LENGTH * WIDTH * sizeof *to);
    chy_quantised rows = new_rows(LENGTH, WIDTH);
    const chy_norm norm = {in + 64, in + 128};
    kernels->add_norm(to, in + 512, LENGTH, &norm, &rows, 0);
    memcpy(to + LENGTH * WIDTH, rows.scales, LENGTH * sizeof *to);
    to += LENGTH * WIDTH + LENGTH;
    memcpy(to, in, LENGTH * WIDTH * sizeof *to);
    kernels->gelu_quantise(to, WIDTH, LENGTH, &rows, 0);
    to += LENGTH * WIDTH;
    for (size_t i = 0; i < LENGTH * WIDTH; i++)
        *to++ = (float)value_at(kernels, &rows, i);
    kernels->embed(piece, in[3], in + 256, in + 384, &norm, WIDTH, to);
    to += WIDTH;
    kernels->product(in, WIDTH, LENGTH, in + 700, 48, 37, 48, to, 48);
    to += LENGTH * 48;
    memcpy(to, in, WIDTH * sizeof *to);
    kernels->gelu(to, WIDTH);
    kernels->add(to, in + 11, WIDTH);
    to += WIDTH;
    free_rows(&rows);
    return (size_t)(to - out);
}

static void all_sets_give_the_same_bytes(void **state) {
    (void)state;
    enum { ROOM = 16384 };
    float *first = memory(ROOM, sizeof(float)), *other = memory(ROOM, sizeof(float));
    static const float ranges[] = {0.01f, 0.3f, 2.0f, 30.0f, 4000.0f, 1e5f};
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        chy_kernels kernels;
        assert_int_equal(chy_kernels_choose(CHY_ISA_PORTABLE, &kernels, NULL), CHY_OK);
        size_t count = run_all(&kernels, first, ranges[i]);
        assert_in_range(count, 5000, ROOM);
        for (size_t set = 1; set < SETS; set++) {
            if (chy_kernels_choose(sets[set], &kernels, NULL) != CHY_OK) continue;
            assert_int_equal(run_all(&kernels, other, ranges[i]), count);
            assert_memory_equal(first, other, count * sizeof *first);
        }
    }
    free(first);
    free(other);
}

static void unknown_sets_are_refused(void **state) {
    (void)state;
    chy_kernels kernels;
    chy_error err;
    assert_int_equal(chy_kernels_choose((chy_isa)77, &kernels, &err), CHY_ERROR_ARGUMENT);
    assert_int_equal(chy_kernels_choose(CHY_ISA_BEST, &kernels, &err), CHY_OK);
    assert_int_not_equal(kernels.isa, CHY_ISA_BEST);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_are_exact),
        cmocka_unit_test(quantised_rows_are_as_the_contract_says),
        cmocka_unit_test(gelu_is_close),
        cmocka_unit_test(attention_is_close),
        cmocka_unit_test(norm_is_close),
        cmocka_unit_test(all_sets_give_the_same_bytes),
        cmocka_unit_test(unknown_sets_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
