#include "mentions/nouns.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void general_words_cover_roles(void **state) {
    (void)state;
    assert_true(chy_role_covers("leader", "president"));
    assert_true(chy_role_covers("victim", "hostage"));
    assert_false(chy_role_covers("president", "leader"));
    assert_false(chy_role_covers("spokesman", "president"));
}

static void workers_are_named(void **state) {
    (void)state;
    assert_true(chy_names_workers("Doctors"));
    assert_true(chy_names_workers("labour"));
    assert_false(chy_names_workers("doctor"));
    assert_false(chy_names_workers("states"));
    assert_false(chy_names_workers(""));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(general_words_cover_roles),
                                       cmocka_unit_test(workers_are_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
