#include "syntax/regular.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void spelling_is_undone(void **state) {
    (void)state;
    static const struct {
        const char *form, *xpos, *lemma;
    } cases[] = {{"arrested", "VBN", "arrest"},
                 {"praised", "VBD", "praise"},
                 {"carried", "VBD", "carry"},
                 {"died", "VBD", "die"},
                 {"planned", "VBN", "plan"},
                 {"cancelled", "VBD", "cancel"},
                 {"called", "VBD", "call"},
                 {"passed", "VBD", "pass"},
                 {"agreed", "VBD", "agree"},
                 {"imposed", "VBN", "impose"},
                 {"staged", "VBD", "stage"},
                 {"changed", "VBD", "change"},
                 {"hanged", "VBN", "hang"},
                 {"resigned", "VBD", "resign"},
                 {"angered", "VBD", "anger"},
                 {"restored", "VBD", "restore"},
                 {"recruited", "VBN", "recruit"},
                 {"evacuated", "VBN", "evacuate"},
                 {"defeated", "VBD", "defeat"},
                 {"created", "VBD", "create"},
                 {"rescued", "VBD", "rescue"},
                 {"vetoed", "VBD", "veto"},
                 {"Kidnapped", "VBD", "kidnap"},
                 {"added", "VBD", "add"},
                 {"mimicked", "VBD", "mimic"},
                 {"mend", "VBD", "mend"},
                 {"Wander", "VBN", "wander"},
                 {"ok", "VBD", NULL},
                 {"fled", "VBD", NULL},
                 {"shelling", "VBG", "shell"},
                 {"bombing", "VBG", "bomb"},
                 {"making", "VBG", "make"},
                 {"dying", "VBG", "die"},
                 {"flying", "VBG", "fly"},
                 {"being", "VBG", "be"},
                 {"agreeing", "VBG", "agree"},
                 {"withdrawing", "VBG", "withdraw"},
                 {"requiring", "VBG", "require"},
                 {"bring", "VBG", NULL},
                 {"condemns", "VBZ", "condemn"},
                 {"denies", "VBZ", "deny"},
                 {"reaches", "VBZ", "reach"},
                 {"closes", "VBZ", "close"},
                 {"focuses", "VBZ", "focus"},
                 {"goes", "VBZ", "go"},
                 {"has", "VBZ", NULL},
                 {"ration", "VB", "ration"},
                 {"are", "VBP", NULL},
                 {"arrests", "NNS", NULL},
                 {"clashes", "NNS", "clash"},
                 {"headaches", "NNS", NULL},
                 {"lorries", "NNS", "lorry"},
                 {"ferries", "NNS", "ferry"},
                 {"movies", "NNS", NULL},
                 {"species", "NNS", NULL},
                 {"ties", "NNS", NULL},
                 {"co-signed", "VBD", NULL},
                 {"", "VBD", NULL},
                 {"ed", "VBD", NULL},
                 {"ing", "VBG", NULL},
                 {"s", "VBZ", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char lemma[CHY_REGULAR_LONGEST];
        if (cases[i].lemma == NULL) {
            assert_false(chy_regular_lemma(cases[i].form, cases[i].xpos, lemma));
        } else {
            assert_true(chy_regular_lemma(cases[i].form, cases[i].xpos, lemma));
            assert_string_equal(lemma, cases[i].lemma);
        }
    }
}

static void long_forms_are_left_alone(void **state) {
    (void)state;
    char form[4 * CHY_REGULAR_LONGEST];
    char lemma[CHY_REGULAR_LONGEST];
    for (size_t size = 1; size + 3 < sizeof form; size++) {
        memset(form, 'a', size);
        memcpy(form + size, "ed", 3);
        bool fits = chy_regular_lemma(form, "VBD", lemma);
        assert_true(!fits || strlen(lemma) < CHY_REGULAR_LONGEST);
        assert_false(fits && size + 3 >= CHY_REGULAR_LONGEST);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(spelling_is_undone),
                                       cmocka_unit_test(long_forms_are_left_alone)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
