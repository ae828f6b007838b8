#include "syntax/inflection.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct row {
    const char *form, *xpos, *learned, *lemma;
} row;

static const row rows[] = {
    {"imposed", "VBD", "impos", "impose"},
    {"submitted", "VBN", "submitt", "submit"},
    {"carried", "VBD", "carri", "carry"},
    {"awarded", "VBD", "awarde", "award"},
    {"staging", "VBG", "stag", "stage"},
    {"violating", "VBG", "violat", "violate"},
    {"Argued", "VBD", "argu", "argue"},
    {"recalled", "VBD", "recalle", "recall"},
    {"focused", "VBD", "focuse", "focus"},
    {"interfered", "VBD", "interfere", "interfere"},
    {"created", "VBD", "create", "create"},
    {"visited", "VBD", "visit", "visit"},
    {"joined", "VBD", "joine", "join"},
    {"quoted", "VBD", "quot", "quote"},
    {"planned", "VBN", "plann", "plan"},
    {"fought", "VBD", "fight", "fight"},
    {"red", "JJ", "red", "red"},
    {"united", "VBN", "unite", "unite"},
    {"bring", "VB", "bring", "bring"},
    {"d\xC3\xA9"
     "buted",
     "VBD", "x", "x"},
};

static void spelling_mends_lemmas(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    assert_non_null(arena);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(chy_inflection_mend(rows[i].form, rows[i].xpos, rows[i].learned, arena),
                            rows[i].lemma);
    }
    chy_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(spelling_mends_lemmas)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
