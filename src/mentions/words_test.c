#include "mentions/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void capitals_are_told(void **state) {
    static const char *const capitals[] = {"Accra", "\xC3\x89vian", "\xC5\xBB\x61ry",
                                           "\xD0\x9E\xD1\x88"};
    static const char *const small[] = {"", "accra", "\xC3\xA9vian", "\xC5\xBC\x61ry", "\xD1\x88"};
    (void)state;
    for (size_t i = 0; i < CHY_COUNT_OF(capitals); i++)
        assert_true(chy_capitalised(capitals[i]));
    for (size_t i = 0; i < CHY_COUNT_OF(small); i++)
        assert_false(chy_capitalised(small[i]));
    assert_true(chy_all_capitals("CGT"));
    assert_false(chy_all_capitals("CGt"));
    assert_false(chy_all_capitals("C"));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(capitals_are_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
