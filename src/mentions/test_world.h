/* For tests: the small tables of fixtures/facts as a lexicon, and reports read with it. */
#ifndef CHY_MENTIONS_TEST_WORLD_H
#define CHY_MENTIONS_TEST_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lexicon/builder.h"
#include "mentions/heads.h"
#include "support/conllu_fixture.h"

#define FOLDER CHY_SOURCE_DIR "/src/mentions/fixtures/"

/* The small tables of fixtures/facts, compiled once. */
typedef struct world {
    chy_facts_builder *builder;
    chy_lexicon *lexicon;
} world;

/* A report read. */
typedef struct reading {
    chy_arena *arena;
    chy_fixture fixture;
    chy_mentions mentions;
} reading;

static inline char *read_file(const char *name, size_t *size) {
    char path[512];
    snprintf(path, sizeof path, "%s%s", FOLDER, name);
    FILE *file = fopen(path, "rb");
    if (!file) fail_msg("%s is missing", path);
    char *data = malloc(1 << 16);
    assert_non_null(data);
    *size = fread(data, 1, (1 << 16) - 1, file);
    data[*size] = '\0';
    fclose(file);
    return data;
}

static inline int open_world(void **state) {
    static const char *const tables[] = {"capitals", "countries", "demonyms",      "given_names",
                                         "offices",  "org_nouns", "organisations", "places",
                                         "roles",    "seats"};
    world *w = calloc(1, sizeof *w);
    if (!w) return -1;
    w->builder = chy_facts_builder_new();
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        char name[64];
        size_t size;
        snprintf(name, sizeof name, "facts/%s.tsv", tables[i]);
        char *text = read_file(name, &size);
        chy_error err;
        if (chy_facts_builder_add(w->builder, tables[i], (chy_slice){text, size}, &err) != CHY_OK) {
            fail_msg("%s: %s", name, err.message);
        }
        free(text);
    }
    const void *data;
    size_t size;
    if (chy_facts_builder_finish(w->builder, &data, &size, NULL) != CHY_OK ||
        chy_lexicon_open(data, size, &w->lexicon, NULL) != CHY_OK)
        fail_msg("%s", "the tables do not make a lexicon");
    *state = w;
    return 0;
}

static inline int close_world(void **state) {
    world *w = *state;
    chy_lexicon_free(w->lexicon);
    chy_facts_builder_free(w->builder);
    free(w);
    return 0;
}

/* Reads a report with learned heads, or with rules alone. */
static inline void read_input(const world *w, const char *source, size_t size,
                              const char *published, const chy_mention_heads *heads,
                              const chy_aspects *aspects, reading *r) {
    r->arena = chy_arena_new();
    assert_non_null(r->arena);
    chy_error err = {0};
    if (chy_fixture_read(source, size, r->arena, &r->fixture, &err) != CHY_OK)
        fail_msg("line %zu: %s", err.line, err.message);
    chy_report report = {.published = published};
    chy_dateline dateline = {.date = NULL, .text = ""};
    chy_mentions_input input = {.lexicon = w->lexicon,
                                .text = r->fixture.text,
                                .report = &report,
                                .dateline = &dateline,
                                .words = r->fixture.words,
                                .word_count = r->fixture.word_count,
                                .sentences = r->fixture.sentences,
                                .sentence_count = r->fixture.sentence_count,
                                .heads = heads,
                                .aspects = aspects};
    assert_int_equal(chy_mentions_read(&input, r->arena, &r->mentions, &err), CHY_OK);
}

static inline void read_report(const world *w, const char *source, size_t size,
                               const char *published, reading *r) {
    read_input(w, source, size, published, NULL, NULL, r);
}

static inline void read_learned(const world *w, const char *source, size_t size,
                                const chy_mention_heads *heads, const chy_aspects *aspects,
                                reading *r) {
    read_input(w, source, size, NULL, heads, aspects, r);
}

#endif
