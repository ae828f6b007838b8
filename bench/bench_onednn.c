/* The rate of oneDNN's int8 matrix products on the shapes of the encoder, one thread, beside our
 * kernels': the yardstick of docs/accuracy.md. Built only where oneDNN (Debian's libdnnl-dev) is
 * found. oneDNN is given its easiest case: unsigned rows of x, a scale for each output, floats out.
 *
 *     OMP_NUM_THREADS=1 bench_onednn [seconds for each figure, default 0.3]
 */
#include <oneapi/dnnl/dnnl.h>
#include <stdio.h>

#include "bench.h"

enum { ROWS = 240, MOST_WIDTH = 1536, SAMPLES = 301 };

static float *floats(size_t count) {
    float *result = bench_memory(count * sizeof *result);
    for (size_t i = 0; i < count; i++)
        result[i] = 0.01f;
    return result;
}

static void must(dnnl_status_t status) {
    if (status != dnnl_success) {
        (void)fprintf(stderr, "oneDNN: status %d\n", (int)status);
        exit(1);
    }
}

/* ---- oneDNN -------------------------------------------------------------------------------------
 */

typedef struct product {
    dnnl_engine_t engine;
    dnnl_stream_t stream;
    dnnl_primitive_t primitive;
    dnnl_memory_t x, weight, bias, y;
    void *x_data, *bias_data, *y_data;
} product;

static dnnl_memory_t memory_of(const dnnl_memory_desc_t *description, dnnl_engine_t engine,
                               void *data) {
    dnnl_memory_t result = NULL;
    must(dnnl_memory_create(&result, description, engine, data));
    return result;
}

/* The weights in the layout that oneDNN likes best. */
static dnnl_memory_t packed_weight(const product *p, const_dnnl_primitive_desc_t description) {
    dnnl_memory_t result = NULL;
    const dnnl_memory_desc_t *wanted =
        dnnl_primitive_desc_query_md(description, dnnl_query_weights_md, 0);
    must(dnnl_memory_create(&result, wanted, p->engine, DNNL_MEMORY_ALLOCATE));
    void *data = NULL;
    must(dnnl_memory_get_data_handle(result, &data));
    memset(data, 1, dnnl_memory_desc_get_size(wanted));
    return result;
}

static product make_product(dnnl_dim_t inputs, dnnl_dim_t outputs) {
    product p = {0};
    const dnnl_dims_t x_shape = {ROWS, inputs}, weight_shape = {inputs, outputs};
    const dnnl_dims_t bias_shape = {1, outputs}, y_shape = {ROWS, outputs};
    dnnl_memory_desc_t x, weight, bias, y;
    dnnl_matmul_desc_t description;
    dnnl_primitive_attr_t attributes = NULL;
    dnnl_primitive_desc_t primitive = NULL;
    float *scales = floats((size_t)outputs);
    must(dnnl_engine_create(&p.engine, dnnl_cpu, 0));
    must(dnnl_stream_create(&p.stream, p.engine, dnnl_stream_default_flags));
    must(dnnl_memory_desc_init_by_tag(&x, 2, x_shape, dnnl_u8, dnnl_ab));
    must(dnnl_memory_desc_init_by_tag(&weight, 2, weight_shape, dnnl_s8, dnnl_format_tag_any));
    must(dnnl_memory_desc_init_by_tag(&bias, 2, bias_shape, dnnl_f32, dnnl_ab));
    must(dnnl_memory_desc_init_by_tag(&y, 2, y_shape, dnnl_f32, dnnl_ab));
    must(dnnl_matmul_desc_init(&description, &x, &weight, &bias, &y));
    must(dnnl_primitive_attr_create(&attributes));
    must(dnnl_primitive_attr_set_output_scales(attributes, outputs, 1 << 1, scales));
    must(dnnl_primitive_desc_create(&primitive, &description, attributes, p.engine, NULL));
    must(dnnl_primitive_create(&p.primitive, primitive));
    p.x_data = bench_memory((size_t)(ROWS * inputs));
    p.bias_data = floats((size_t)outputs);
    p.y_data = bench_memory((size_t)(ROWS * outputs) * sizeof(float));
    p.x = memory_of(&x, p.engine, p.x_data);
    p.weight = packed_weight(&p, primitive);
    p.bias = memory_of(&bias, p.engine, p.bias_data);
    p.y = memory_of(&y, p.engine, p.y_data);
    dnnl_primitive_desc_destroy(primitive);
    dnnl_primitive_attr_destroy(attributes);
    free(scales);
    return p;
}

static void free_product(product *p) {
    dnnl_memory_destroy(p->x);
    dnnl_memory_destroy(p->weight);
    dnnl_memory_destroy(p->bias);
    dnnl_memory_destroy(p->y);
    dnnl_primitive_destroy(p->primitive);
    dnnl_stream_destroy(p->stream);
    dnnl_engine_destroy(p->engine);
    free(p->x_data);
    free(p->bias_data);
    free(p->y_data);
}

static void run_onednn(const product *p) {
    const dnnl_exec_arg_t arguments[4] = {{DNNL_ARG_SRC, p->x},
                                          {DNNL_ARG_WEIGHTS, p->weight},
                                          {DNNL_ARG_BIAS, p->bias},
                                          {DNNL_ARG_DST, p->y}};
    must(dnnl_primitive_execute(p->primitive, p->stream, 4, arguments));
    must(dnnl_stream_wait(p->stream));
}

/* ---- Ours ---------------------------------------------------------------------------------------
 */

typedef struct ours {
    chy_kernels kernels;
    chy_linear linear;
    chy_quantised x;
    float *y;
    float *scale;
    void *packed;
} ours;

static ours make_ours(size_t inputs, size_t outputs) {
    ours o = {0};
    if (chy_kernels_choose(CHY_ISA_BEST, &o.kernels, NULL) != CHY_OK) abort();
    int8_t *weight = bench_memory(inputs * outputs);
    o.packed = bench_memory(o.kernels.packed_size(outputs, inputs));
    o.scale = floats(chy_round_up(outputs, CHY_PANEL));
    o.kernels.pack(weight, outputs, inputs, o.packed);
    o.linear = (chy_linear){o.packed, o.scale, o.scale, outputs, inputs};
    o.x = (chy_quantised){.values = bench_memory(ROWS * inputs * o.kernels.value_size),
                          .scales = floats(ROWS),
                          .sums = bench_memory(ROWS * sizeof(int32_t)),
                          .columns = inputs};
    o.y = bench_memory(ROWS * outputs * sizeof(float));
    free(weight);
    return o;
}

static void free_ours(ours *o) {
    free(o->packed);
    free(o->scale);
    free(o->x.values);
    free(o->x.scales);
    free(o->x.sums);
    free(o->y);
}

static void run_ours(const ours *o) {
    o->kernels.multiply(&o->linear, &o->x, 0, ROWS, o->y, o->linear.rows);
}

/* ---- Measuring ----------------------------------------------------------------------------------
 */

/* Both take turns, so that what else the machine does meets both. */
static void measure(size_t inputs, size_t outputs, double seconds) {
    static double times[2][SAMPLES];
    product theirs = make_product((dnnl_dim_t)inputs, (dnnl_dim_t)outputs);
    ours mine = make_ours(inputs, outputs);
    size_t count = 0;
    const double start = bench_now();
    run_onednn(&theirs);
    do {
        double first = bench_now();
        for (int i = 0; i < 8; i++)
            run_onednn(&theirs);
        double second = bench_now();
        for (int i = 0; i < 8; i++)
            run_ours(&mine);
        times[0][count] = (second - first) / 8;
        times[1][count++] = (bench_now() - second) / 8;
    } while (count < SAMPLES && (count < 5 || bench_now() - start < seconds));
    const double operations = 2.0 * ROWS * (double)inputs * (double)outputs;
    double rates[2];
    for (int i = 0; i < 2; i++)
        rates[i] = operations / bench_median(times[i], count) * 1e-9;
    printf("%4d  %6zu  %7zu  %8.0f  %8.0f  %6.0f%%\n", ROWS, inputs, outputs, rates[0], rates[1],
           100 * rates[1] / rates[0]);
    free_product(&theirs);
    free_ours(&mine);
}

int main(int argc, char **argv) {
    static const size_t shapes[4][2] = {
        {384, 1152}, {384, 384}, {384, MOST_WIDTH}, {MOST_WIDTH, 384}};
    double seconds = argc > 1 ? strtod(argv[1], NULL) : 0.3;
    printf("rows  inputs  outputs    oneDNN      ours   ratio   (GOP/s)\n");
    for (size_t i = 0; i < 4; i++)
        measure(shapes[i][0], shapes[i][1], seconds);
    return 0;
}
