#include "base/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void slices_compare_by_characters(void **state) {
    (void)state;
    chy_slice empty = chy_slice_of(NULL);
    assert_int_equal(empty.size, 0);
    assert_true(chy_slice_equal(empty, chy_slice_of("")));
    assert_true(chy_slice_is((chy_slice){"Accra talks", 5}, "Accra"));
    assert_false(chy_slice_is((chy_slice){"Accra talks", 5}, "Accra talks"));
    assert_false(chy_slice_is(chy_slice_of("Accra"), "Accrb"));
    assert_false(chy_slice_equal(chy_slice_of("a"), empty));
}

static void strings_are_found_in_a_list(void **state) {
    static const char *const list[] = {"b", "a", "ab"};
    (void)state;
    assert_true(chy_is_listed("ab", list, 3));
    assert_true(chy_is_listed("b", list, 1));
    assert_false(chy_is_listed("a", list, 1));
    assert_false(chy_is_listed("A", list, 3));
    assert_false(chy_is_listed("", list, 3));
    assert_false(chy_is_listed(NULL, list, 3));
}

static void words_are_found_in_a_sorted_list(void **state) {
    static const char *const list[] = {"a", "an", "the"};
    (void)state;
    for (size_t i = 0; i < CHY_COUNT_OF(list); i++)
        assert_true(chy_is_one_of(list[i], list, CHY_COUNT_OF(list)));
    assert_true(chy_is_one_of("The", list, CHY_COUNT_OF(list)));
    assert_false(chy_is_one_of("these", list, CHY_COUNT_OF(list)));
    assert_false(chy_is_one_of("", list, CHY_COUNT_OF(list)));
}

static void strings_are_compared_without_capitals(void **state) {
    (void)state;
    assert_true(chy_same("Talks", "talks"));
    assert_false(chy_same("Talks", "Talks")); /* the second is written small */
    assert_false(chy_same("talk", "talks"));
    assert_false(chy_same("talks", "talk"));
    assert_false(chy_same(NULL, "talks"));
    assert_int_equal(chy_ascii_lower('Z'), 'z');
    assert_int_equal(chy_ascii_lower('['), '[');
    assert_true(chy_same_letters("Bank", "bANK"));
    assert_true(chy_same_letters("", ""));
    assert_false(chy_same_letters("bank", "banks"));
    assert_false(chy_same_letters("banks", "bank"));
}

static void strings_are_copied_small_where_they_fit(void **state) {
    char lower[6];
    (void)state;
    assert_true(chy_lower_string("TaLKS", lower, sizeof lower));
    assert_string_equal(lower, "talks");
    assert_false(chy_lower_string("Banker", lower, sizeof lower));
    assert_string_equal(lower, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(slices_compare_by_characters),
                                       cmocka_unit_test(strings_are_found_in_a_list),
                                       cmocka_unit_test(words_are_found_in_a_sorted_list),
                                       cmocka_unit_test(strings_are_compared_without_capitals),
                                       cmocka_unit_test(strings_are_copied_small_where_they_fit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
