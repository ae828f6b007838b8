#include "tokens/decide.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Other machines and the trained weights rely on these indexes. */
static void features_have_fixed_places(void **state) {
    (void)state;
    chy_token_features f = {.count = 0};
    chy_feature_add(&f, 0, 0, 0, 0);
    chy_feature_add(&f, 1, 2, 3, 4);
    chy_feature_add(&f, 138, UINT32_MAX, 7, UINT32_MAX);
    assert_int_equal(f.count, 3);
    assert_int_equal(f.items[0], 120388);
    assert_int_equal(f.items[1], 119125);
    assert_int_equal(f.items[2], 112874);
    for (uint32_t i = 0; i < 100; i++) {
        chy_feature_add(&f, i, i, i, i);
    }
    assert_int_equal(f.count, CHY_TOKEN_FEATURES);
    for (uint32_t i = 0; i < f.count; i++) {
        assert_true(f.items[i] < CHY_TOKEN_TABLE_SIZE);
    }
}

static void a_model_sums_weights(void **state) {
    (void)state;
    int8_t *tables = calloc(3 * CHY_TOKEN_TABLE_SIZE, 1);
    assert_non_null(tables);
    chy_token_model model = {tables, tables + CHY_TOKEN_TABLE_SIZE, NULL};
    chy_decider decider = chy_decider_of(&model);
    chy_token_features f = {.items = {5, 6}, .count = 2};
    assert_false(decider.decide(decider.context, CHY_DECISION_WORD, 0, &f, true));
    tables[5] = 127;
    tables[6] = -126;
    assert_true(decider.decide(decider.context, CHY_DECISION_WORD, 0, &f, false));
    assert_false(decider.decide(decider.context, CHY_DECISION_SENTENCE, 0, &f, true));
    tables[CHY_TOKEN_TABLE_SIZE + 6] = 1;
    assert_true(decider.decide(decider.context, CHY_DECISION_SENTENCE, 0, &f, false));
    assert_true(decider.decide(decider.context, CHY_DECISION_SENTENCE_ONE_CASE, 0, &f, false));
    model.one_case = tables + 2 * CHY_TOKEN_TABLE_SIZE;
    assert_false(decider.decide(decider.context, CHY_DECISION_SENTENCE_ONE_CASE, 0, &f, true));
    tables[2 * CHY_TOKEN_TABLE_SIZE + 6] = 1;
    assert_true(decider.decide(decider.context, CHY_DECISION_SENTENCE_ONE_CASE, 0, &f, false));
    free(tables);
}

static void without_a_model_the_rules_decide(void **state) {
    (void)state;
    chy_decider decider = chy_decider_of(NULL);
    chy_token_features f = {.count = 0};
    assert_true(decider.decide(decider.context, CHY_DECISION_WORD, 0, &f, true));
    assert_false(decider.decide(decider.context, CHY_DECISION_WORD, 0, &f, false));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(features_have_fixed_places),
        cmocka_unit_test(a_model_sums_weights),
        cmocka_unit_test(without_a_model_the_rules_decide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
