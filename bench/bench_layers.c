/* Where the time of one batch goes, layer kind by layer kind: the kernels on the shapes of the
 * learned file's encoder and heads, for each instruction set, with the share of the processor's own
 * peak for integer products. Times are of the processor, not of the clock on the wall, and the
 * median of several goes: other programs matter little.
 *
 *     bench_layers [seconds for each figure, default 0.1]
 */
#include <stdio.h>

#include "bench.h"

/* A batch of eight sentences of newspaper length. */
enum {
    SENTENCES = 8,
    LENGTH = 30, /* pieces of a sentence, [CLS] and [SEP] counted */
    PIECES = SENTENCES * LENGTH,
    WORDS = SENTENCES * 22,
    LAYERS = 6,
    WIDTH = 384,
    HIDDEN = 1536,
    ATTENTION_HEADS = 12,
    TAGS = 606,
    SMALL = 256
};

typedef struct bench_state {
    chy_kernels kernels;
    chy_linear linear;
    int8_t *weight;
    void *packed;
    float *scale, *bias, *x, *y, *scratch;
    chy_quantised quantised;
    chy_norm norm;
} bench_state;

typedef struct layer_kind {
    const char *name;
    void (*run)(bench_state *state, size_t rows);
    size_t rows, inputs, outputs; /* of an integer product; outputs 0: of floats */
    double times;                 /* in a batch */
} layer_kind;

static void run_multiply(bench_state *state, size_t rows) {
    state->kernels.multiply(&state->linear, &state->quantised, 0, rows, state->y,
                            chy_round_up(state->linear.rows, CHY_LANES));
}

static void run_attend(bench_state *state, size_t rows) {
    for (size_t first = 0; first < rows; first += LENGTH) {
        const chy_attention attention = {.in = state->x + first * 3 * WIDTH,
                                         .out = state->y + first * WIDTH,
                                         .length = LENGTH,
                                         .heads = ATTENTION_HEADS,
                                         .head_size = WIDTH / ATTENTION_HEADS,
                                         .scratch = state->scratch};
        state->kernels.attend(&attention);
    }
}

static void run_gelu(bench_state *state, size_t rows) {
    state->kernels.gelu_quantise(state->y, state->quantised.columns, rows, &state->quantised, 0);
}

static void run_norm(bench_state *state, size_t rows) {
    state->kernels.add_norm(state->y, state->x, rows, &state->norm, &state->quantised, 0);
}

static void run_quantise(bench_state *state, size_t rows) {
    state->kernels.quantise(state->x, state->quantised.columns, rows, &state->quantised, 0);
}

/* The scores of arcs, sentence by sentence. */
static void run_arcs(bench_state *state, size_t rows) {
    const size_t words = rows / SENTENCES;
    const size_t columns = chy_round_up(words + 1, CHY_LANES);
    for (size_t i = 0; i < SENTENCES; i++)
        state->kernels.product(state->x + i * words * WIDTH, WIDTH, words, state->x, columns, WIDTH,
                               columns, state->y, columns);
}

static const layer_kind kinds[] = {
    {"attention in", run_multiply, PIECES, WIDTH, 3 * WIDTH, LAYERS},
    {"attention out", run_multiply, PIECES, WIDTH, WIDTH, LAYERS},
    {"feedforward in", run_multiply, PIECES, WIDTH, HIDDEN, LAYERS},
    {"feedforward out", run_multiply, PIECES, HIDDEN, WIDTH, LAYERS},
    {"attention, softmax", run_attend, PIECES, WIDTH, 0, LAYERS},
    {"gelu, quantise", run_gelu, PIECES, HIDDEN, 0, LAYERS},
    {"norm, quantise", run_norm, PIECES, WIDTH, 0, 2.0 * LAYERS},
    {"quantise", run_quantise, PIECES, WIDTH, 0, LAYERS},
    {"tags", run_multiply, WORDS, WIDTH, TAGS, 1},
    {"arcs", run_multiply, WORDS, WIDTH, WIDTH, 3},
    {"arcs, float", run_arcs, WORDS, WIDTH, 0, 1},
    {"relations, names", run_multiply, WORDS, WIDTH, SMALL, 3},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static void fill(bench_state *state) {
    const size_t floats = (size_t)PIECES * HIDDEN;
    state->weight = bench_memory((size_t)HIDDEN * HIDDEN);
    state->packed = bench_memory((size_t)2 * HIDDEN * HIDDEN);
    state->scale = bench_memory(HIDDEN * sizeof(float));
    state->bias = bench_memory(HIDDEN * sizeof(float));
    state->x = bench_memory(floats * sizeof(float));
    state->y = bench_memory(floats * sizeof(float));
    state->scratch =
        bench_memory(chy_attention_scratch(LENGTH, WIDTH / ATTENTION_HEADS) * sizeof(float));
    state->quantised.values = bench_memory(floats * sizeof(int16_t));
    state->quantised.scales = bench_memory(PIECES * sizeof(float));
    state->quantised.sums = bench_memory(PIECES * sizeof(int32_t));
    uint32_t random = 1;
    for (size_t i = 0; i < (size_t)HIDDEN * HIDDEN; i++) {
        random = random * 1664525u + 1013904223u;
        state->weight[i] = (int8_t)((int)((random >> 8) % 255) - 127);
    }
    for (size_t i = 0; i < floats; i++)
        state->x[i] = state->y[i] = (float)state->weight[i] / 64.0f;
    for (size_t i = 0; i < HIDDEN; i++)
        state->scale[i] = 0.01f;
    state->norm = (chy_norm){.gain = state->scale, .bias = state->bias};
}

static void release(const bench_state *state) {
    void *const all[] = {state->weight,
                         state->packed,
                         state->scale,
                         state->bias,
                         state->x,
                         state->y,
                         state->quantised.values,
                         state->scratch,
                         state->quantised.scales,
                         state->quantised.sums};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        free(all[i]);
}

/* ---- Measuring ----------------------------------------------------------------------------------
 */

enum { SAMPLES = 201, GOES = 8 };

/* The median of the seconds that one call of `run` takes. */
static double median_of(void (*run)(bench_state *state, size_t rows), bench_state *state,
                        size_t rows, double seconds) {
    double times[SAMPLES];
    size_t count = 0;
    const double start = bench_now();
    do {
        double before = bench_now();
        for (int i = 0; i < GOES; i++)
            run(state, rows);
        times[count++] = (bench_now() - before) / GOES;
    } while (count < SAMPLES && (count < 5 || bench_now() - start < seconds));
    return bench_median(times, count);
}

static double measure(bench_state *state, const layer_kind *kind, double seconds) {
    state->quantised.columns = kind->inputs;
    state->linear = (chy_linear){.packed = state->packed,
                                 .scale = state->scale,
                                 .bias = state->bias,
                                 .rows = kind->outputs,
                                 .columns = kind->inputs};
    if (kind->outputs > 0) {
        state->kernels.pack(state->weight, kind->outputs, kind->inputs, state->packed);
        state->kernels.quantise(state->x, kind->inputs, kind->rows, &state->quantised, 0);
    }
    return median_of(kind->run, state, kind->rows, seconds);
}

/* ---- The peak -----------------------------------------------------------------------------------
 */

enum { PEAK_STEPS = 1 << 16, PEAK_SUMS = 12 };

/* A loop of nothing but the instructions that multiply and add, in registers. */
static void run_peak(bench_state *state, size_t steps) {
#if defined(__x86_64__)
    for (size_t i = 0; i < steps; i++)
        if (state->kernels.isa == CHY_ISA_AVX512_VNNI)
            __asm__ volatile(".irp r,0,1,2,3,4,5,6,7,8,9,10,11\n"
                             "vpdpbusd %%zmm30,%%zmm31,%%zmm\\r\n"
                             ".endr" ::
                                 : "memory");
        else
            __asm__ volatile(".irp r,0,1,2,3,4,5,6,7,8,9,10,11\n"
                             "vpmaddwd %%ymm14,%%ymm15,%%ymm13\n"
                             "vpaddd %%ymm13,%%ymm\\r,%%ymm\\r\n"
                             ".endr" ::
                                 : "memory");
#else
    (void)state;
    (void)steps;
#endif
}

/* Operations a second, a multiply and an add counted as two; 0 where it is not known. */
static double peak(bench_state *state, double seconds) {
    const chy_isa isa = state->kernels.isa;
    if (isa == CHY_ISA_PORTABLE) return 0;
    const double operations = isa == CHY_ISA_AVX512_VNNI ? 128 : 32;
    return operations * PEAK_STEPS * PEAK_SUMS / median_of(run_peak, state, PEAK_STEPS, seconds);
}

static void print_kinds(bench_state *state, double seconds) {
    double times[KINDS], all = 0;
    const double most = peak(state, seconds);
    for (size_t i = 0; i < KINDS; i++) {
        times[i] = kinds[i].times * measure(state, &kinds[i], seconds);
        all += times[i];
    }
    printf("%s: %d pieces, %d words, %.0f words/s; peak %.0f GOP/s\n", state->kernels.name, PIECES,
           WORDS, WORDS / all, most * 1e-9);
    printf("%-20s %8s %7s %8s %7s\n", "kind", "us", "share", "GOP/s", "of peak");
    for (size_t i = 0; i < KINDS; i++) {
        const layer_kind *kind = &kinds[i];
        double rate = 2.0 * (double)kind->rows * (double)kind->inputs * (double)kind->outputs *
                      kind->times / times[i];
        printf("%-20s %8.0f %6.1f%%", kind->name, times[i] * 1e6, 100 * times[i] / all);
        if (kind->outputs > 0) printf(" %8.0f", rate * 1e-9);
        if (kind->outputs > 0 && most > 0) printf(" %6.0f%%", 100 * rate / most);
        printf("\n");
    }
    printf("\n");
}

int main(int argc, char **argv) {
    static const chy_isa sets[3] = {CHY_ISA_AVX512_VNNI, CHY_ISA_AVX2, CHY_ISA_PORTABLE};
    double seconds = argc > 1 ? strtod(argv[1], NULL) : 0.1;
    bench_state state;
    memset(&state, 0, sizeof state);
    fill(&state);
    for (size_t i = 0; i < 3; i++)
        if (chy_kernels_choose(sets[i], &state.kernels, NULL) == CHY_OK)
            print_kinds(&state, seconds);
    release(&state);
    return 0;
}
