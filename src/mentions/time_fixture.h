/* Sentences for the tests of time expressions. */
#ifndef CHY_MENTIONS_TIME_FIXTURE_H
#define CHY_MENTIONS_TIME_FIXTURE_H

#include "mentions/times.h"

#include "lexicon/builder.h"
#include "support/conllu_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The project's own holidays and countries, compiled once for the tests of a file. */
static chy_facts_builder *time_builder;
static chy_lexicon *time_lexicon;

static inline int time_fixture_open(void **state) {
    static const char *const tables[] = {"countries", "demonyms", "holidays", "movable_holidays"};
    enum { MOST_BYTES = 1 << 20 };
    (void)state;
    time_builder = chy_facts_builder_new();
    char *text = malloc(MOST_BYTES);
    if (!time_builder || !text) return -1;
    for (size_t i = 0; i < CHY_COUNT_OF(tables); i++) {
        char path[512];
        snprintf(path, sizeof path, CHY_SOURCE_DIR "/facts/%s.tsv", tables[i]);
        FILE *file = fopen(path, "rb");
        if (!file) return -1;
        size_t size = fread(text, 1, MOST_BYTES, file);
        fclose(file);
        chy_error err;
        if (size == MOST_BYTES ||
            chy_facts_builder_add(time_builder, tables[i], (chy_slice){text, size}, &err) != CHY_OK)
            return -1;
    }
    free(text);
    const void *data;
    size_t size;
    if (chy_facts_builder_finish(time_builder, &data, &size, NULL) != CHY_OK) return -1;
    return chy_lexicon_open(data, size, &time_lexicon, NULL) == CHY_OK ? 0 : -1;
}

static inline int time_fixture_close(void **state) {
    (void)state;
    chy_lexicon_free(time_lexicon);
    chy_facts_builder_free(time_builder);
    return 0;
}

/* Words parted by blanks, "word_TAG" where the tag matters: a flat tree under the first verb, an
 * adjective under the word after it, so too a copula ("is_COP"). */
static inline void time_fixture_flat(const char *sentence, chy_arena *arena, chy_fixture *fixture) {
    char lines[4096] = "";
    size_t used = 0;
    char copy[512];
    snprintf(copy, sizeof copy, "%s", sentence);
    const char *forms[64];
    const char *tags[64];
    unsigned count = 0, root = 0;
    for (char *at = copy, *next; at && *at && count < 64; at = next) {
        next = strchr(at, ' ');
        if (next) *next++ = '\0';
        char *slash = strrchr(at, '_');
        tags[count] = "NN";
        if (slash) {
            *slash = '\0';
            tags[count] = slash + 1;
        }
        if (strncmp(tags[count], "VB", 2) == 0 && root == 0) root = count + 1;
        forms[count++] = at;
    }
    if (root == 0) root = 1;
    for (unsigned i = 0; i < count; i++) {
        bool adjective = strcmp(tags[i], "JJ") == 0 && i + 1 < count;
        bool copula = strcmp(tags[i], "COP") == 0 && i + 1 < count;
        const char *relation = i + 1 == root                ? "root"
                               : copula                     ? "cop"
                               : adjective                  ? "amod"
                               : strcmp(tags[i], "MD") == 0 ? "aux"
                               : strcmp(tags[i], "CD") == 0 ? "nummod"
                                                            : "dep";
        unsigned head = i + 1 == root ? 0 : adjective || copula ? i + 2 : root;
        used += (size_t)snprintf(lines + used, sizeof lines - used, "%u %s %s %s %u %s\n", i + 1,
                                 forms[i], forms[i], copula ? "VBZ" : tags[i], head, relation);
    }
    chy_error err = {0};
    if (chy_fixture_read(lines, used, arena, fixture, &err) != CHY_OK)
        fail_msg("%s: %s", sentence, err.message);
}

static inline void time_fixture_words(const chy_fixture *f, const chy_time *time, char *out,
                                      size_t size) {
    size_t used = 0;
    out[0] = '\0';
    for (uint32_t i = time->first_word; i < time->end_word && used < size; i++)
        used +=
            (size_t)snprintf(out + used, size - used, "%s%s", used ? " " : "", f->words[i].form);
}

static inline void time_fixture_times(const chy_fixture *fixture, chy_date day, const char *country,
                                      chy_arena *arena, chy_times *times) {
    chy_tree tree;
    assert_int_equal(chy_tree_build(fixture->words, fixture->word_count, arena, &tree, NULL),
                     CHY_OK);
    chy_times_input input = {.tree = &tree,
                             .sentences = fixture->sentences,
                             .sentence_count = fixture->sentence_count,
                             .reference = day,
                             .country = country,
                             .lexicon = time_lexicon};
    assert_int_equal(chy_times_read(&input, arena, times, NULL), CHY_OK);
}

static inline void time_fixture_read(const char *sentence, chy_date day, const char *country,
                                     chy_arena *arena, chy_fixture *fixture, chy_times *times) {
    time_fixture_flat(sentence, arena, fixture);
    time_fixture_times(fixture, day, country, arena, times);
}

/* The values of the expressions of a sentence, in order. */
static inline void time_expect(const char *sentence, chy_date day, const char *const *values,
                               size_t count) {
    chy_arena *arena = chy_arena_new();
    chy_fixture f;
    chy_times times;
    time_fixture_read(sentence, day, "", arena, &f, &times);
    for (size_t i = 0; i < count && i < times.count; i++)
        if (strcmp(times.times[i].value, values[i]) != 0)
            fail_msg("%s: %s, not %s", sentence, times.times[i].value, values[i]);
    if (times.count != count) fail_msg("%s: %u expressions", sentence, times.count);
    chy_arena_free(arena);
}

#define TIME_MOST_VALUES 4

typedef struct time_text_case {
    const char *sentence;
    const char *values[TIME_MOST_VALUES];
} time_text_case;

static inline void time_expect_all(const time_text_case *cases, size_t count, chy_date day) {
    for (size_t i = 0; i < count; i++) {
        size_t values = 0;
        while (values < TIME_MOST_VALUES && cases[i].values[values])
            values++;
        time_expect(cases[i].sentence, day, cases[i].values, values);
    }
}

#endif
