/* Every allocation on the way from opening to writing fails once: each time the answer is
 * CHY_ERROR_MEMORY and nothing stays behind. Linked with --wrap for the malloc family. */
#include "setup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* NOLINTBEGIN(readability-identifier-naming): the names are the linker's. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *data, size_t size);
void __real_free(void *data);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *data, size_t size);
void __wrap_free(void *data);

static size_t asked;   /* allocations since start() */
static size_t refused; /* the one that fails; 0: none */
static long live;      /* allocations not freed yet */

static bool refuse(void) {
    return ++asked == refused;
}

static void *count(void *data) {
    live += data != NULL;
    return data;
}

void *__wrap_malloc(size_t size) {
    return refuse() ? NULL : count(__real_malloc(size));
}

void *__wrap_calloc(size_t items, size_t size) {
    return refuse() ? NULL : count(__real_calloc(items, size));
}

void *__wrap_realloc(void *data, size_t size) {
    if (refuse()) {
        return NULL;
    }
    void *moved = __real_realloc(data, size);
    live += data == NULL && moved != NULL;
    return moved;
}

void __wrap_free(void *data) {
    live -= data != NULL;
    __real_free(data);
}

/* NOLINTEND(readability-identifier-naming) */

static void start(size_t at) {
    asked = 0;
    refused = at;
}

static setup_data data;

/* Tables of a user's own in every form, one of them with lines that cannot be used. */
static const char actors[] =
    "LUCIA_BENITEZ_ [PRYGOV >20200101]<!-- so -->[PRYELI]\n+BENITEZ_\nBAD\n";
static const char agents[] = "!MARK! = AN, EN\nENGINEER [~AGR]\nOARSM!MARK! [~AGR]\n";
static const char country[] = "<Country>\n<CountryCode>PRY</CountryCode>\n<Leaders>\n<Presidents>\n"
                              "HUGO_SOSA_ [>20010203]\n</Presidents>\n</Leaders>\n</Country>\n";
static const char people[] = "# kind: person\nname\taliases\tcountry\tsectors\trole\n"
                             "Tomas Neto\tT. Neto|Neto\tAGO\tGOV\tfishing minister\n\t\t\t\t\n";
static const chy_facts_source tables[] = {
    {"a", actors, sizeof actors - 1, CHY_FACTS_FORM_ACTORS, false},
    {"b", agents, sizeof agents - 1, CHY_FACTS_FORM_AGENTS, false},
    {"c", country, sizeof country - 1, CHY_FACTS_FORM_COUNTRY_INFO, false},
    {"d", people, sizeof people - 1, CHY_FACTS_FORM_TSV, false},
};

static void checking_tables_survives(void **state) {
    (void)state;
    for (size_t at = 1;; at++) {
        chy_error err = {0};
        long before = live;
        start(at);
        chy_status status =
            chy_facts_check(data.facts.data, data.facts.size, tables, 4, NULL, NULL, NULL, &err);
        bool done = asked < at;
        start(0);
        assert_int_equal(live, before);
        assert_int_equal(status, done ? CHY_ERROR_FACTS : CHY_ERROR_MEMORY);
        if (done) {
            return;
        }
    }
}

static void opening_survives(void **state) {
    (void)state;
    for (size_t at = 1;; at++) {
        chy_coder *coder = NULL;
        chy_error err = {0};
        long before = live;
        start(at);
        chy_status status = chy_coder_open(&data.parts, &coder, &err);
        bool done = asked < at;
        start(0);
        if (done) {
            assert_int_equal(status, CHY_OK);
            chy_coder_free(coder);
            assert_int_equal(live, before);
            return;
        }
        if (status != CHY_ERROR_MEMORY || err.code != CHY_ERROR_MEMORY) {
            fail_msg("allocation %zu: %s: %s", at, err.source, err.message);
        }
        assert_null(coder);
        assert_int_equal(live, before);
    }
}

static bool discard(void *context, const char *bytes, size_t size) {
    (void)context;
    (void)bytes;
    (void)size;
    return true;
}

/* A workspace, a report read, and written in every format. */
static chy_status code_and_write(const chy_coder *coder, chy_error *err) {
    static const chy_format formats[] = {CHY_FORMAT_JSON,    CHY_FORMAT_PRETTY, CHY_FORMAT_SHOW,
                                         CHY_FORMAT_EXPLAIN, CHY_FORMAT_CAMEO,  CHY_FORMAT_PLOVER,
                                         CHY_FORMAT_CONLLU};
    const chy_report report = {.text = setup_report,
                               .text_size = strlen(setup_report),
                               .id = "r1",
                               .published = "2025-06-04"};
    chy_workspace *workspace = NULL;
    chy_doc *doc = NULL;
    chy_relation relation;
    chy_status status = chy_workspace_new(coder, &workspace, err);
    if (status == CHY_OK) {
        status = chy_code(coder, workspace, &report, CHY_DEPTH_RECORD, &doc, err);
    }
    for (size_t i = 0; status == CHY_OK && i < sizeof formats / sizeof formats[0]; i++) {
        status = chy_write(doc, formats[i], NULL, discard, NULL, err);
    }
    if (status == CHY_OK) {
        status = chy_relate(doc, (chy_span){74, 106}, (chy_span){111, 142}, &relation, err);
    }
    chy_doc_free(doc);
    chy_workspace_free(workspace);
    return status;
}

static void coding_and_writing_survive(void **state) {
    (void)state;
    chy_coder *coder = setup_coder(&data, CHY_ISA_BEST);
    for (size_t at = 1;; at++) {
        chy_error err = {0};
        long before = live;
        start(at);
        chy_status status = code_and_write(coder, &err);
        bool done = asked < at;
        start(0);
        assert_int_equal(live, before);
        if (done) {
            assert_int_equal(status, CHY_OK);
            break;
        }
        if (status != CHY_ERROR_MEMORY || err.code != CHY_ERROR_MEMORY) {
            fail_msg("allocation %zu: %s: %s", at, err.source, err.message);
        }
    }
    chy_coder_free(coder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checking_tables_survives),
        cmocka_unit_test(opening_survives),
        cmocka_unit_test(coding_and_writing_survive),
    };
    setup_open(&data);
    data.parts.tables = tables;
    data.parts.table_count = 4;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    setup_close(&data);
    return failed;
}
