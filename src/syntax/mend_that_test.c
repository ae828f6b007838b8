#include "syntax/mend.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static chy_word word(uint32_t head, uint8_t deprel, uint8_t upos) {
    return (chy_word){.head = head, .deprel = deprel, .upos = upos};
}

/* "ministry posted on it that they met", taken for a ministry that they met. */
static void no_relative_reaches_over_a_verb(void **state) {
    (void)state;
    for (int subject = 0; subject < 2; subject++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_NOUN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(3, CHY_DEPREL_CASE, CHY_UPOS_ADP),
            word(1, CHY_DEPREL_OBL, CHY_UPOS_PRON),
            word(6, CHY_DEPREL_OBJ, CHY_UPOS_PRON),
            word(6, subject ? CHY_DEPREL_NSUBJ : CHY_DEPREL_ADVMOD, CHY_UPOS_PRON),
            word(0, CHY_DEPREL_ACL_RELCL, CHY_UPOS_VERB),
        };
        words[4].xpos = "WDT";
        words[4].form = "that";
        chy_tree_mend(words, 0, 7);
        assert_int_equal(words[6].head, subject ? 1 : 0);
        assert_int_equal(words[6].deprel, subject ? CHY_DEPREL_CCOMP : CHY_DEPREL_ACL_RELCL);
        assert_int_equal(words[4].deprel, subject ? CHY_DEPREL_MARK : CHY_DEPREL_OBJ);
    }
    chy_word passive[] = {
        /* "position that it is shared" */
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN), word(4, CHY_DEPREL_OBJ, CHY_UPOS_PRON),
        word(4, CHY_DEPREL_NSUBJ_PASS, CHY_UPOS_PRON),  word(4, CHY_DEPREL_AUX_PASS, CHY_UPOS_AUX),
        word(0, CHY_DEPREL_ACL_RELCL, CHY_UPOS_VERB),
    };
    passive[1].xpos = "WDT";
    passive[1].form = "that";
    chy_tree_mend(passive, 0, 5);
    assert_int_equal(passive[1].deprel, CHY_DEPREL_MARK);
    assert_int_equal(passive[4].deprel, CHY_DEPREL_ACL);
}

/* "Claims that he fled were denied .", taken for somebody who claims. */
static void a_third_person_that_opens_is_a_noun(void **state) {
    (void)state;
    for (int subject = 0; subject < 2; subject++) {
        chy_word words[] = {
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(5, CHY_DEPREL_MARK, CHY_UPOS_SCONJ),
            word(subject ? 0 : 3, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
            word(0, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
            word(5, CHY_DEPREL_AUX_PASS, CHY_UPOS_AUX),
            word(0, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
            word(0, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
        };
        words[0].xpos = "VBZ";
        words[1].form = "that";
        chy_tree_mend(words, 0, 7);
        assert_int_equal(words[0].head, subject ? CHY_NONE : 5);
        if (subject) continue;
        assert_int_equal(words[0].deprel, CHY_DEPREL_NSUBJ_PASS);
        assert_int_equal(words[0].upos, CHY_UPOS_NOUN);
        assert_int_equal(words[1].head, 3);
        assert_int_equal(words[3].head, 0);
        assert_int_equal(words[3].deprel, CHY_DEPREL_ACL);
        assert_int_equal(words[5].head, CHY_NONE);
        assert_int_equal(words[6].head, 5);
    }
}

/* "Rumours that he fled swept it .", taken for one who fled and swept. */
static void a_noun_that_opens_has_its_verb(void **state) {
    (void)state;
    for (int subject = 0; subject < 2; subject++) {
        chy_word words[] = {
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN),
            word(3, CHY_DEPREL_MARK, CHY_UPOS_SCONJ),
            word(3, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
            word(0, CHY_DEPREL_ACL, CHY_UPOS_VERB),
            word(3, CHY_DEPREL_XCOMP, CHY_UPOS_VERB),
            word(4, subject ? CHY_DEPREL_NSUBJ : CHY_DEPREL_OBJ, CHY_UPOS_PRON),
            word(0, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
        };
        words[1].form = "that";
        words[4].xpos = "VBD";
        chy_tree_mend(words, 0, 7);
        assert_int_equal(words[0].head, subject ? CHY_NONE : 4);
        assert_int_equal(words[4].head, subject ? 3 : CHY_NONE);
        assert_int_equal(words[6].head, subject ? 0 : 4);
        assert_int_equal(words[3].head, 0);
    }
}

/* "Claims that fled", with "that" for the first of two clauses that are claimed. */
static void that_is_no_clause_that_it_opens(void **state) {
    (void)state;
    chy_word words[] = {
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        word(0, CHY_DEPREL_CCOMP, CHY_UPOS_PRON),
        word(0, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
    };
    words[0].xpos = "VBZ";
    words[1].form = "that";
    chy_that_mend(words, 0, 3);
    assert_int_equal(words[0].head, CHY_NONE);
    assert_int_equal(words[1].head, 0);
}

/* "cited a Swahili saying that it rains" with a Swahili who says it; "the Herald saying" stays. */
static void a_people_has_a_saying(void **state) {
    (void)state;
    for (int herald = 0; herald < 2; herald++) {
        chy_word words[] = {
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(2, CHY_DEPREL_DET, CHY_UPOS_DET),
            word(0, CHY_DEPREL_OBJ, CHY_UPOS_PROPN),
            word(0, CHY_DEPREL_ADVCL, CHY_UPOS_VERB),
            word(6, CHY_DEPREL_MARK, CHY_UPOS_SCONJ),
            word(6, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
            word(3, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
        };
        words[0].lemma = "cite";
        words[1].form = herald ? "the" : "a";
        words[3].form = "saying";
        words[3].xpos = "VBG";
        chy_tree_mend(words, 0, 7);
        assert_int_equal(words[3].upos, herald ? CHY_UPOS_VERB : CHY_UPOS_NOUN);
        assert_int_equal(words[3].deprel, herald ? CHY_DEPREL_ADVCL : CHY_DEPREL_OBJ);
        assert_int_equal(words[2].head, herald ? 0 : 3);
        assert_int_equal(words[1].head, herald ? 2 : 3);
        assert_int_equal(words[6].deprel, herald ? CHY_DEPREL_CCOMP : CHY_DEPREL_ACL);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_people_has_a_saying),
        cmocka_unit_test(no_relative_reaches_over_a_verb),
        cmocka_unit_test(a_third_person_that_opens_is_a_noun),
        cmocka_unit_test(a_noun_that_opens_has_its_verb),
        cmocka_unit_test(that_is_no_clause_that_it_opens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
