#include "syntax/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SMALL = 6, LONG = 256 };

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Whether heads make a tree in which the root has one dependent. */
static bool is_tree(const uint32_t *heads, size_t count) {
    size_t roots = 0;
    for (size_t word = 1; word <= count; word++) {
        size_t at = word, steps = 0;
        for (; at != 0; steps++) {
            if (steps > count || heads[at - 1] > count) return false;
            at = heads[at - 1];
        }
        roots += heads[word - 1] == 0;
    }
    return roots == 1;
}

static double total(const float *scores, size_t stride, size_t count, const uint32_t *heads) {
    double sum = 0;
    for (size_t d = 0; d < count; d++)
        sum += (double)scores[d * stride + heads[d]];
    return sum;
}

/* The best total of all trees, by trying each. */
static double best_total(const float *scores, size_t stride, size_t count) {
    uint32_t heads[SMALL] = {0};
    double best = -1e30;
    for (;;) {
        if (is_tree(heads, count)) {
            double sum = total(scores, stride, count, heads);
            best = sum > best ? sum : best;
        }
        size_t digit = 0;
        while (digit < count && ++heads[digit] > count)
            heads[digit++] = 0;
        if (digit == count) return best;
    }
}

static void same_as_brute_force(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_tree_scratch *scratch = chy_tree_scratch_new(SMALL, arena);
    assert_non_null(scratch);
    uint32_t seed = 7;
    for (size_t trial = 0; trial < 600; trial++) {
        size_t count = 1 + trial % (trial < 560 ? 5 : SMALL);
        float scores[SMALL * (SMALL + 2)];
        /* Few different values make many cycles and ties. */
        uint32_t values = trial % 3 == 0 ? 4 : 100000;
        for (size_t i = 0; i < sizeof scores / sizeof scores[0]; i++)
            scores[i] = (float)(next_random(&seed) % values) / 64.0f - 20.0f;
        uint32_t heads[SMALL];
        chy_tree_decode(scratch, scores, SMALL + 2, count, heads);
        assert_true(is_tree(heads, count));
        double found = total(scores, SMALL + 2, count, heads);
        double wanted = best_total(scores, SMALL + 2, count);
        assert_true(found > wanted - 1e-4 && found < wanted + 1e-4);
    }
    chy_arena_free(arena);
}

static void greedy_answer_where_it_is_a_tree(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_tree_scratch *scratch = chy_tree_scratch_new(4, arena);
    const float scores[4 * 5] = {0, 0, 9, 1, 1, /**/ 8, 1, 0, 1, 1,
                                 1, 1, 9, 0, 1, /**/ 1, 1, 1, 9, 0};
    uint32_t heads[4];
    chy_tree_decode(scratch, scores, 5, 4, heads);
    const uint32_t wanted[4] = {2, 0, 2, 3};
    assert_memory_equal(heads, wanted, sizeof wanted);
    chy_arena_free(arena);
}

/* Long chains of nested cycles, all scores equal, and scores that are not numbers. */
static void worst_cases(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_tree_scratch *scratch = chy_tree_scratch_new(LONG, arena);
    const size_t stride = LONG + 1;
    float *scores = calloc(LONG * stride, sizeof *scores);
    uint32_t heads[LONG];
    assert_non_null(scores);
    uint32_t seed = 3;
    for (size_t kind = 0; kind < 5; kind++) {
        for (size_t d = 0; d < LONG; d++)
            for (size_t h = 0; h <= LONG; h++) {
                float *to = &scores[d * stride + h];
                double gap = (double)d + 1 - (double)h;
                if (kind == 0)
                    *to = 0;
                else if (kind == 1) /* each pair of neighbours a cycle, and so on up */
                    *to = (float)(-gap * gap) - (h == 0 ? 1000.0f : 0.0f);
                else if (kind == 2) /* one cycle after another grows by a word */
                    *to = h > d + 1 ? (float)h : -(float)(d - h);
                else if (kind == 3)
                    *to = (float)(next_random(&seed) % 1000) - (h == 0 ? 5e5f : 0.0f);
                else
                    *to = h % 3 == 0 ? strtof("nan", NULL) : h % 3 == 1 ? 1e38f : -1e38f;
            }
        chy_tree_decode(scratch, scores, stride, LONG, heads);
        assert_true(is_tree(heads, LONG));
    }
    free(scores);
    chy_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_as_brute_force),
        cmocka_unit_test(greedy_answer_where_it_is_a_tree),
        cmocka_unit_test(worst_cases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
