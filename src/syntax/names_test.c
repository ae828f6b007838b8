#include "syntax/names.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { CLASSES = 5, STRIDE = 16 };
static const uint32_t tags[CLASSES] = {CHY_NAME_O, CHY_NAME_B_PER, CHY_NAME_I_PER, CHY_NAME_B_LOC,
                                       CHY_NAME_I_LOC};

static bool allowed(uint32_t class, uint32_t before) {
    return (class != 2 && class != 4) || before == class || before + 1 == class;
}

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* The best total over all rows of classes, by trying each. */
static double best_total(const float *scores, size_t count) {
    uint32_t classes[4] = {0};
    double best = -1e30;
    for (;;) {
        double sum = 0;
        bool fine = allowed(classes[0], 0);
        for (size_t i = 0; i < count; i++) {
            sum += (double)scores[i * STRIDE + classes[i]];
            fine = fine && (i == 0 || allowed(classes[i], classes[i - 1]));
        }
        best = fine && sum > best ? sum : best;
        size_t digit = 0;
        while (digit < count && ++classes[digit] == CLASSES)
            classes[digit++] = 0;
        if (digit == count) return best;
    }
}

static void the_best_allowed_row_wins(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_name_scratch *scratch = chy_name_scratch_new(4, arena);
    uint32_t seed = 1;
    for (size_t trial = 0; trial < 500; trial++) {
        float scores[4 * STRIDE];
        size_t count = 1 + trial % 4;
        for (size_t i = 0; i < 4 * STRIDE; i++)
            scores[i] = (float)(next_random(&seed) % 2000) / 100.0f - 10.0f;
        uint32_t classes[4];
        chy_name_decode(scratch, scores, STRIDE, count, tags, CLASSES, classes);
        double sum = 0;
        for (size_t i = 0; i < count; i++) {
            assert_true(allowed(classes[i], i == 0 ? 0 : classes[i - 1]));
            sum += (double)scores[i * STRIDE + classes[i]];
        }
        assert_true(fabs(sum - best_total(scores, count)) < 1e-4);
    }
    chy_arena_free(arena);
}

static void scores_that_are_no_numbers_still_give_a_row(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_name_scratch *scratch = chy_name_scratch_new(3, arena);
    static const float values[3] = {NAN, -INFINITY, 1e38f};
    for (size_t v = 0; v < 3; v++) {
        float scores[3 * STRIDE];
        for (size_t i = 0; i < 3 * STRIDE; i++)
            scores[i] = values[v];
        uint32_t classes[3];
        chy_name_decode(scratch, scores, STRIDE, 3, tags, CLASSES, classes);
        for (size_t i = 0; i < 3; i++)
            assert_true(allowed(classes[i], i == 0 ? 0 : classes[i - 1]));
    }
    chy_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_allowed_row_wins),
        cmocka_unit_test(scores_that_are_no_numbers_still_give_a_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
