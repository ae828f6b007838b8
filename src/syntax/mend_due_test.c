#include "syntax/mend.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static chy_word word(uint32_t head, uint8_t deprel, uint8_t upos) {
    return (chy_word){.head = head, .deprel = deprel, .upos = upos};
}

/* "She is due to travel" with "due to" hung from "travel", and that taken for a noun. */
static void what_is_due_is_an_infinitive(void **state) {
    (void)state;
    chy_word words[] = {
        word(4, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON), word(4, CHY_DEPREL_COP, CHY_UPOS_AUX),
        word(4, CHY_DEPREL_CASE, CHY_UPOS_ADJ), word(2, CHY_DEPREL_FIXED, CHY_UPOS_ADP),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN)};
    words[1].lemma = "be";
    words[2].form = "due";
    words[3].form = "to";
    words[4].form = "travel";
    chy_tree_mend(words, 0, 5);
    assert_int_equal(words[2].head, CHY_NONE);
    assert_int_equal(words[0].head, 2);
    assert_int_equal(words[4].head, 2);
    assert_int_equal(words[4].deprel, CHY_DEPREL_XCOMP);
    assert_int_equal(words[4].upos, CHY_UPOS_VERB);
    assert_int_equal(words[3].deprel, CHY_DEPREL_MARK);
}

/* "The loss was due to rain" */
static void what_is_due_to_a_thing_stays(void **state) {
    (void)state;
    chy_word words[] = {
        word(4, CHY_DEPREL_NSUBJ, CHY_UPOS_NOUN), word(4, CHY_DEPREL_COP, CHY_UPOS_AUX),
        word(4, CHY_DEPREL_CASE, CHY_UPOS_ADJ), word(2, CHY_DEPREL_FIXED, CHY_UPOS_ADP),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN)};
    words[1].lemma = "be";
    words[2].form = "due";
    words[3].form = "to";
    words[4].form = "rain";
    chy_tree_mend(words, 0, 5);
    assert_int_equal(words[2].head, 4);
    assert_int_equal(words[0].head, 4);
}

/* "they are due to visit him", "a vote is due to visit of him" with the infinitive for a noun */
static void what_is_due_is_done(void **state) {
    (void)state;
    for (int reason = 0; reason < 2; reason++) {
        chy_word words[] = {
            word(4, CHY_DEPREL_NSUBJ, reason ? CHY_UPOS_NOUN : CHY_UPOS_PRON),
            word(4, CHY_DEPREL_COP, CHY_UPOS_AUX),
            word(4, CHY_DEPREL_CASE, CHY_UPOS_ADJ),
            word(2, CHY_DEPREL_FIXED, CHY_UPOS_ADP),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN),
            word(6, CHY_DEPREL_CASE, CHY_UPOS_ADP),
            word(4, CHY_DEPREL_NMOD, CHY_UPOS_PRON),
        };
        words[2].form = "due";
        words[4].form = "visit";
        words[5].form = reason ? "of" : "to";
        chy_tree_mend(words, 0, 7);
        assert_int_equal(words[4].upos, reason ? CHY_UPOS_NOUN : CHY_UPOS_VERB);
        assert_int_equal(words[2].deprel, reason ? CHY_DEPREL_CASE : CHY_DEPREL_MARK);
        assert_int_equal(words[6].deprel, reason ? CHY_DEPREL_NMOD : CHY_DEPREL_OBL);
    }
}

/* "He is due in Suva today", with "due" and "in" hung from "Suva", and "He" from "due". */
static void who_is_due_somewhere_is_due(void **state) {
    (void)state;
    chy_word words[] = {
        word(2, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
        word(4, CHY_DEPREL_COP, CHY_UPOS_AUX),
        word(4, CHY_DEPREL_CASE, CHY_UPOS_ADP),
        word(4, CHY_DEPREL_CASE, CHY_UPOS_ADP),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_PROPN),
        word(4, CHY_DEPREL_OBL_UNMARKED, CHY_UPOS_NOUN),
    };
    words[1].lemma = "be";
    words[2].form = "due";
    words[3].form = "in";
    chy_tree_mend(words, 0, 6);
    assert_int_equal(words[0].head, 2);
    assert_int_equal(words[1].head, 2);
    assert_int_equal(words[2].head, CHY_NONE);
    assert_int_equal(words[2].deprel, CHY_DEPREL_ROOT);
    assert_int_equal(words[2].upos, CHY_UPOS_ADJ);
    assert_int_equal(words[3].head, 4);
    assert_int_equal(words[4].head, 2);
    assert_int_equal(words[4].deprel, CHY_DEPREL_OBL);
    assert_int_equal(words[5].head, 2);
}

/* "is due to V", "is due in X", where the parser hung the rest from "to" or "in". */
static void what_stands_above_both_stays_there(void **state) {
    (void)state;
    chy_word doing[] = {
        word(1, CHY_DEPREL_COP, CHY_UPOS_AUX),
        word(2, CHY_DEPREL_ADVMOD, CHY_UPOS_ADJ),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_ADP),
        word(1, CHY_DEPREL_XCOMP, CHY_UPOS_VERB),
    };
    doing[0].lemma = "be";
    doing[1].form = "due";
    doing[2].form = "to";
    chy_due_mend(doing, 0, 4);
    assert_int_equal(doing[2].head, CHY_NONE);
    assert_int_equal(doing[1].head, 2);
    chy_word going[] = {
        word(3, CHY_DEPREL_COP, CHY_UPOS_AUX),
        word(3, CHY_DEPREL_CASE, CHY_UPOS_ADP),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_ADP),
        word(2, CHY_DEPREL_OBL, CHY_UPOS_PROPN),
    };
    going[0].lemma = "be";
    going[1].form = "due";
    going[2].form = "in";
    chy_due_mend(going, 0, 4);
    assert_int_equal(going[2].head, CHY_NONE);
    assert_int_equal(going[3].head, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_due_is_an_infinitive),
        cmocka_unit_test(what_is_due_to_a_thing_stays),
        cmocka_unit_test(what_is_due_is_done),
        cmocka_unit_test(who_is_due_somewhere_is_due),
        cmocka_unit_test(what_stands_above_both_stays_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
