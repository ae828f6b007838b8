#include "syntax/irregular.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void irregular_forms_are_found(void **state) {
    (void)state;
    assert_string_equal(chy_irregular_lemma("arisen"), "arise");
    assert_string_equal(chy_irregular_lemma("Fled"), "flee");
    assert_string_equal(chy_irregular_lemma("fought"), "fight");
    assert_string_equal(chy_irregular_lemma("WITHDREW"), "withdraw");
    assert_string_equal(chy_irregular_lemma("written"), "write");
    assert_string_equal(chy_irregular_lemma("forsook"), "forsake");
    assert_string_equal(chy_irregular_lemma("overheard"), "overhear");
    assert_string_equal(chy_irregular_lemma("wound"), "wind");
    assert_null(chy_irregular_lemma("walked"));
    assert_null(chy_irregular_lemma(""));
    assert_null(chy_irregular_lemma("misunderstandings-and-more"));
}

static void some_are_base_forms_too(void **state) {
    (void)state;
    assert_true(chy_irregular_base("found"));
    assert_true(chy_irregular_base("Found"));
    assert_true(chy_irregular_base("SAW"));
    assert_false(chy_irregular_base("overthrew"));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(irregular_forms_are_found),
                                       cmocka_unit_test(some_are_base_forms_too)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
