/* Sentences for the tests of time expressions. */
#ifndef CHY_MENTIONS_TIME_FIXTURE_H
#define CHY_MENTIONS_TIME_FIXTURE_H

#include "mentions/times.h"

#include "support/conllu_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

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

static inline void time_fixture_read(const char *sentence, chy_date day, const char *country,
                                     chy_arena *arena, chy_fixture *fixture, chy_times *times) {
    time_fixture_flat(sentence, arena, fixture);
    chy_tree tree;
    assert_int_equal(chy_tree_build(fixture->words, fixture->word_count, arena, &tree, NULL),
                     CHY_OK);
    chy_times_input input = {.tree = &tree,
                             .sentences = fixture->sentences,
                             .sentence_count = fixture->sentence_count,
                             .reference = day,
                             .country = country};
    assert_int_equal(chy_times_read(&input, arena, times, NULL), CHY_OK);
}

#endif
