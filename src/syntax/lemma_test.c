#include "syntax/lemma.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void rules_are_applied_by_code_points(void **state) {
    (void)state;
    static const struct {
        const char *rule, *form, *lemma;
    } cases[] = {
        {"l;0;", "Harvests", "harvests"},
        {"l;1;", "Harvests", "harvest"},
        {"=;0;", "Bergen", "Bergen"},
        {"=;1;", "Celts", "Celt"},
        {"l;3;y", "ferries", "ferry"},
        {"!;0;be", "were", "be"},
        {"!;0;;", "x", ";"},
        {"t;0;", "BERGEN", "Bergen"},
        {"t;0;", "\xc3\x89VORA", "\xc3\x89vora"},
        {"l;0;", "\xc3\x89VORA", "\xc3\xa9vora"},
        {"l;1;", "\xc3\x89T\xc3\x89", "\xc3\xa9t"},
        {"l;4;", "tea", "tea"},
        {"l;3;", "tea", "tea"},
        {"l;1;;a;", "tea", "te;a;"},
        {"=;0;", "", ""},
        {"l;0;", "\xe6\xb1\xbd", "\xe6\xb1\xbd"},
        {"l;0;", "\xc8\xba", "\xe2\xb1\xa5"}, /* lower case takes more bytes */
    };
    chy_arena *arena = chy_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        chy_lemma_rule rule;
        assert_true(chy_lemma_rule_read(chy_slice_of(cases[i].rule), &rule));
        assert_string_equal(chy_lemma_apply(&rule, cases[i].form, arena), cases[i].lemma);
    }
    chy_arena_free(arena);
}

static void other_texts_are_no_rules(void **state) {
    (void)state;
    static const char *const texts[] = {"",     "l",    "l;",    "l;0",    "l0;",
                                        "l;;y", "x;0;", "l;-1;", "l;1 ;y", "l;9999999;"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        chy_lemma_rule rule;
        assert_false(chy_lemma_rule_read(chy_slice_of(texts[i]), &rule));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_applied_by_code_points),
        cmocka_unit_test(other_texts_are_no_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
