/* Promise 1: the same bytes whatever the instruction set, the number of threads and the order of
 * the reports. */
#include "setup.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define REPORTS 13
#define THREADS 8
/* Of the reports, what each thread reads: under ThreadSanitizer every word takes long. */
#define SHARED_REPORTS 3

static const char *const names[REPORTS] = {
    "aid",       "call",   "dispute", "election", "protest", "raid", "resignation",
    "sanctions", "strike", "summit",  "trial",    "truce",   "visit"};

static setup_data data;
static chy_io_map texts[REPORTS];

static void code_one(const chy_coder *coder, chy_workspace *workspace, size_t report,
                     setup_bytes *bytes, chy_error *err) {
    const chy_report given = {.text = texts[report].data,
                              .text_size = texts[report].size,
                              .id = names[report],
                              .published = "2026-03-10"};
    const chy_write_options options = {.text = true};
    chy_doc *doc = NULL;
    bytes->size = 0;
    err->code = CHY_OK;
    chy_status status = chy_code(coder, workspace, &given, CHY_DEPTH_RECORD, &doc, err);
    if (status == CHY_OK) {
        status = chy_write(doc, CHY_FORMAT_JSON, &options, setup_collect, bytes, err);
    }
    if (status == CHY_OK) {
        status = chy_write(doc, CHY_FORMAT_CONLLU, &options, setup_collect, bytes, err);
    }
    err->code = status;
    chy_doc_free(doc);
}

#ifndef __SANITIZE_THREAD__
static void code_all(const chy_coder *coder, bool backwards, setup_bytes *results) {
    chy_workspace *workspace = NULL;
    chy_error err;
    assert_int_equal(chy_workspace_new(coder, &workspace, &err), CHY_OK);
    for (size_t i = 0; i < REPORTS; i++) {
        size_t report = backwards ? REPORTS - 1 - i : i;
        code_one(coder, workspace, report, &results[report], &err);
        assert_int_equal(err.code, CHY_OK);
    }
    chy_workspace_free(workspace);
}

#endif

static void assert_same(const setup_bytes *a, const setup_bytes *b, size_t count) {
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(a[i].size, b[i].size);
        assert_memory_equal(a[i].data, b[i].data, a[i].size);
    }
}

static void free_results(setup_bytes *results) {
    for (size_t i = 0; i < REPORTS; i++) {
        free(results[i].data);
    }
}

#ifndef __SANITIZE_THREAD__
static void every_instruction_set_and_order(void **state) {
    (void)state;
    setup_bytes first[REPORTS] = {0};
    chy_coder *coder = setup_coder(&data, CHY_ISA_PORTABLE);
    code_all(coder, false, first);
    chy_coder_free(coder);
    for (chy_isa isa = CHY_ISA_BEST; isa <= CHY_ISA_AVX512_VNNI; isa++) {
        setup_bytes other[REPORTS] = {0};
        chy_error err;
        data.parts.isa = isa;
        chy_status status = chy_coder_open(&data.parts, &coder, &err);
        if (status == CHY_ERROR_ARGUMENT) {
            print_message("this processor has no instruction set %d\n", (int)isa);
            continue;
        }
        assert_int_equal(status, CHY_OK);
        code_all(coder, true, other);
        assert_same(first, other, REPORTS);
        free_results(other);
        chy_coder_free(coder);
    }
    free_results(first);
}

#endif

typedef struct worker {
    const chy_coder *coder;
    setup_bytes results[REPORTS];
    size_t first;
    chy_error err;
    pthread_t thread;
} worker;

/* Each thread reads the same reports, beginning with another one. */
static void *work(void *context) {
    worker *w = context;
    chy_workspace *workspace = NULL;
    if (chy_workspace_new(w->coder, &workspace, &w->err) != CHY_OK) {
        return NULL;
    }
    w->err.code = CHY_OK;
    for (size_t i = 0; i < SHARED_REPORTS && w->err.code == CHY_OK; i++) {
        size_t report = (w->first + i) % SHARED_REPORTS;
        code_one(w->coder, workspace, report, &w->results[report], &w->err);
    }
    chy_workspace_free(workspace);
    return NULL;
}

static void threads_share_one_coder(void **state) {
    (void)state;
    static worker workers[THREADS];
    chy_coder *coder = setup_coder(&data, CHY_ISA_BEST);
    for (size_t i = 0; i < THREADS; i++) {
        workers[i].coder = coder;
        workers[i].first = i;
        assert_int_equal(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(workers[i].thread, NULL), 0);
        assert_int_equal(workers[i].err.code, CHY_OK);
        assert_same(workers[0].results, workers[i].results, SHARED_REPORTS);
    }
    for (size_t i = 0; i < THREADS; i++) {
        free_results(workers[i].results);
    }
    chy_coder_free(coder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
#ifndef __SANITIZE_THREAD__ /* it starts no thread, and would take ten minutes */
        cmocka_unit_test(every_instruction_set_and_order),
#endif
        cmocka_unit_test(threads_share_one_coder),
    };
    setup_open(&data);
    for (size_t i = 0; i < REPORTS; i++) {
        char path[512];
        chy_error err;
        (void)snprintf(path, sizeof path, "%s/examples/%s.txt", CHY_SOURCE_DIR, names[i]);
        if (chy_io_map_open(path, &texts[i], &err) != CHY_OK) {
            print_error("%s\n", err.message);
            return 1;
        }
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    for (size_t i = 0; i < REPORTS; i++) {
        chy_io_map_close(&texts[i]);
    }
    setup_close(&data);
    return failed;
}
