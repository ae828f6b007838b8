#include "base/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void products_and_sums_are_checked(void **state) {
    (void)state;
    size_t result = 99;
    assert_true(chy_multiply(6, 7, &result));
    assert_int_equal(result, 42);
    assert_true(chy_multiply(0, SIZE_MAX, &result));
    assert_int_equal(result, 0);
    result = 99;
    assert_false(chy_multiply(SIZE_MAX / 2 + 1, 2, &result));
    assert_false(chy_multiply(2, SIZE_MAX / 2 + 1, &result));
    assert_false(chy_add(SIZE_MAX, 1, &result));
    assert_int_equal(result, 99);
    assert_true(chy_add(SIZE_MAX - 1, 1, &result));
    assert_true(result == SIZE_MAX);
}

/* Values of the published FNV-1a test suite. */
static void hash_is_fnv_1a(void **state) {
    (void)state;
    assert_true(chy_hash("", 0) == UINT64_C(0xcbf29ce484222325));
    assert_true(chy_hash("a", 1) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(chy_hash("foobar", 6) == UINT64_C(0x85944171f73967e8));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_and_sums_are_checked),
        cmocka_unit_test(hash_is_fnv_1a),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
