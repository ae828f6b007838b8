/* Billions of operations a second (a multiply and an add are two) of the int8 matrix products, for
 * each shape of the encoder and each instruction set this processor has, beside a plain loop in C.
 *
 *     bench_kernels [seconds for each figure, default 0.2]
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "nn/kernels.h"

typedef struct bench_data {
    int8_t *weight;
    void *packed;
    float *scale, *bias, *x, *y;
    chy_quantised quantised;
} bench_data;

enum { MOST_ROWS = 512, MOST_WIDTH = 1536 };

static double now(void) {
    struct timespec time;
    timespec_get(&time, TIME_UTC);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void *memory(size_t size) {
    void *result = aligned_alloc(64, chy_round_up(size, 64));
    if (result == NULL) abort();
    return result;
}

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void fill(bench_data *data) {
    uint32_t state = 1;
    const size_t weights = (size_t)MOST_WIDTH * MOST_WIDTH;
    const size_t values = (size_t)MOST_ROWS * MOST_WIDTH;
    data->weight = memory(weights);
    data->packed = memory(2 * weights);
    data->scale = memory(MOST_WIDTH * sizeof(float));
    data->bias = memory(MOST_WIDTH * sizeof(float));
    data->x = memory(values * sizeof(float));
    data->y = memory(values * sizeof(float));
    data->quantised.values = memory(values * sizeof(int16_t));
    data->quantised.scales = memory(MOST_ROWS * sizeof(float));
    data->quantised.sums = memory(MOST_ROWS * sizeof(int32_t));
    for (size_t i = 0; i < weights; i++)
        data->weight[i] = (int8_t)((int)(next_random(&state) % 255) - 127);
    for (size_t i = 0; i < values; i++)
        data->x[i] = (float)next_random(&state) / (float)(1 << 23) - 1.0f;
    for (size_t i = 0; i < MOST_WIDTH; i++) {
        data->scale[i] = 0.01f;
        data->bias[i] = 0.5f;
    }
}

static void release(const bench_data *data) {
    free(data->weight);
    free(data->packed);
    free(data->scale);
    free(data->bias);
    free(data->x);
    free(data->y);
    free(data->quantised.values);
    free(data->quantised.scales);
    free(data->quantised.sums);
}

static void plain_multiply(const bench_data *data, size_t rows, size_t inputs, size_t outputs) {
    const int8_t *x = data->weight; /* any bytes will do */
    for (size_t i = 0; i < rows; i++)
        for (size_t r = 0; r < outputs; r++) {
            int32_t sum = 0;
            for (size_t c = 0; c < inputs; c++)
                sum += x[i * inputs + c] * data->weight[r * inputs + c];
            data->y[i * outputs + r] = (float)sum * data->scale[r] + data->bias[r];
        }
}

/* The best of several goes, in GOP/s; `kernels` NULL: the plain loop. */
static double measure(const chy_kernels *kernels, bench_data *data, size_t rows, size_t inputs,
                      size_t outputs, double seconds) {
    chy_linear linear = {.packed = data->packed,
                         .scale = data->scale,
                         .bias = data->bias,
                         .rows = outputs,
                         .columns = inputs};
    data->quantised.columns = inputs;
    if (kernels != NULL) {
        kernels->pack(data->weight, outputs, inputs, data->packed);
        kernels->quantise(data->x, inputs, rows, &data->quantised, 0);
    }
    double best = 1e9;
    const double start = now();
    do {
        double before = now();
        if (kernels != NULL)
            kernels->multiply(&linear, &data->quantised, 0, rows, data->y, outputs);
        else
            plain_multiply(data, rows, inputs, outputs);
        double taken = now() - before;
        if (taken < best) best = taken;
    } while (now() - start < seconds);
    return 2e-9 * (double)rows * (double)inputs * (double)outputs / best;
}

int main(int argc, char **argv) {
    static const size_t shapes[4][2] = {{384, 1152}, {384, 384}, {384, 1536}, {1536, 384}};
    static const size_t rows[4] = {32, 96, 256, 512};
    static const chy_isa sets[3] = {CHY_ISA_PORTABLE, CHY_ISA_AVX2, CHY_ISA_AVX512_VNNI};
    double seconds = argc > 1 ? strtod(argv[1], NULL) : 0.2;
    bench_data data;
    fill(&data);
    printf("rows  inputs  outputs  kernel        GOP/s\n");
    for (size_t s = 0; s < 4; s++)
        for (size_t m = 0; m < 4; m++)
            for (size_t k = 0; k <= 3; k++) {
                chy_kernels kernels;
                if (k > 0 && chy_kernels_choose(sets[k - 1], &kernels, NULL) != CHY_OK) continue;
                double rate = measure(k > 0 ? &kernels : NULL, &data, rows[m], shapes[s][0],
                                      shapes[s][1], seconds);
                printf("%4zu  %6zu  %7zu  %-10s  %7.1f\n", rows[m], shapes[s][0], shapes[s][1],
                       k > 0 ? kernels.name : "plain", rate);
            }
    release(&data);
    return 0;
}
