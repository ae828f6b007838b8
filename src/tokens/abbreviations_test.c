#include "tokens/atoms.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static chy_abbreviation of(const char *word) {
    return chy_abbreviation_of(word, strlen(word));
}

/* Words of every list, its first and last among them: a list out of order would lose some. */
static void every_list_is_found(void **state) {
    (void)state;
    static const char *const titles[] = {"adm",    "brig", "col", "gen",  "gov", "lt",
                                         "messrs", "mr",   "mrs", "prof", "rep", "sen",
                                         "sgt",    "sr",   "st",  "supt"};
    static const char *const months[] = {"apr", "dec", "jan", "mon", "sept", "thurs", "wed"};
    static const char *const numbers[] = {"art", "ch", "fig", "nos", "pp", "vol", "vols"};
    static const char *const companies[] = {"assn", "co", "corp", "inc", "jr", "ltd", "plc"};
    static const char *const others[] = {"al", "calif", "fla", "ill", "ret", "retd", "wyo"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        assert_int_equal(of(titles[i]), CHY_ABBREVIATION_TITLE);
    }
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        assert_int_equal(of(months[i]), CHY_ABBREVIATION_MONTH);
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        assert_int_equal(of(numbers[i]), CHY_ABBREVIATION_NUMBER);
    }
    for (size_t i = 0; i < sizeof companies / sizeof *companies; i++) {
        assert_int_equal(of(companies[i]), CHY_ABBREVIATION_COMPANY);
    }
    static const char *const sure[] = {"approx", "etc", "excl", "incl", "vs"};
    for (size_t i = 0; i < sizeof sure / sizeof *sure; i++) {
        assert_int_equal(of(sure[i]), CHY_ABBREVIATION_SURE);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_int_equal(of(others[i]), CHY_ABBREVIATION_OTHER);
    }
    assert_int_equal(of(""), CHY_ABBREVIATION_NONE);
    assert_int_equal(of("ge"), CHY_ABBREVIATION_NONE);
    assert_int_equal(of("general"), CHY_ABBREVIATION_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_list_is_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
