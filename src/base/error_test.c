#include "base/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void fail_fills_every_field(void **state) {
    (void)state;
    chy_error err;
    memset(&err, 0x5A, sizeof err);
    assert_int_equal(
        chy_fail(&err, CHY_ERROR_LIMIT, "text", 7, 2, "%d words, at most %d", 300, 256),
        CHY_ERROR_LIMIT);
    assert_int_equal(err.code, CHY_ERROR_LIMIT);
    assert_int_equal(err.byte, 7);
    assert_int_equal(err.line, 2);
    assert_true(err.column == CHY_NOWHERE);
    assert_string_equal(err.source, "text");
    assert_string_equal(err.message, "300 words, at most 256");
}

static void long_words_are_cut(void **state) {
    (void)state;
    char big[1000];
    memset(big, 'x', sizeof big - 1);
    big[sizeof big - 1] = '\0';
    chy_error err;
    (void)chy_fail(&err, CHY_ERROR_FACTS, big, CHY_NOWHERE, CHY_NOWHERE, "%s", big);
    assert_int_equal(strlen(err.source), sizeof err.source - 1);
    assert_int_equal(strlen(err.message), sizeof err.message - 1);
}

static void its_own_message_may_be_passed_on(void **state) {
    (void)state;
    chy_error err;
    (void)chy_fail(&err, CHY_ERROR_FACTS, "places", 0, 1, "no name");
    (void)chy_fail(&err, CHY_ERROR_FACTS, err.source, 0, 1, "row 3: %s", err.message);
    assert_string_equal(err.message, "row 3: no name");
    assert_string_equal(err.source, "places");
}

static void no_error_wanted(void **state) {
    (void)state;
    assert_int_equal(chy_fail(NULL, CHY_ERROR_TEXT, NULL, 0, 0, "x"), CHY_ERROR_TEXT);
    assert_int_equal(chy_fail_memory(NULL), CHY_ERROR_MEMORY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fail_fills_every_field),
        cmocka_unit_test(long_words_are_cut),
        cmocka_unit_test(its_own_message_may_be_passed_on),
        cmocka_unit_test(no_error_wanted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
