#include "syntax/mend.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static chy_word word(uint32_t head, uint8_t deprel, uint8_t upos) {
    return (chy_word){.head = head, .deprel = deprel, .upos = upos};
}

/* "By X , the spokesman , the minister received Z": the minister, an apposition in the tree. */
static void an_apposition_before_a_bare_verb_acts(void **state) {
    (void)state;
    chy_word words[] = {
        word(1, CHY_DEPREL_CASE, CHY_UPOS_ADP),         word(6, CHY_DEPREL_OBL, CHY_UPOS_PROPN),
        word(3, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),      word(1, CHY_DEPREL_APPOS, CHY_UPOS_NOUN),
        word(5, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),      word(1, CHY_DEPREL_APPOS, CHY_UPOS_NOUN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB), word(6, CHY_DEPREL_OBJ, CHY_UPOS_PROPN),
    };
    words[6].xpos = "VBD";
    chy_subjects_mend(words, 0, 8);
    assert_int_equal(words[5].head, 6);
    assert_int_equal(words[5].deprel, CHY_DEPREL_NSUBJ);
    assert_int_equal(words[3].head, 1);
    /* One with a subject of its own keeps it. */
    words[5].head = 1;
    words[5].deprel = CHY_DEPREL_APPOS;
    words[7].deprel = CHY_DEPREL_NSUBJ;
    chy_subjects_mend(words, 0, 8);
    assert_int_equal(words[5].head, 1);
}

/* "A member , Y said , we met", with the member for a subject of "met". */
static void who_tells_is_no_subject_of_what_is_told(void **state) {
    (void)state;
    chy_word words[] = {
        word(5, CHY_DEPREL_NSUBJ_OUTER, CHY_UPOS_NOUN),
        word(2, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
        word(0, CHY_DEPREL_APPOS, CHY_UPOS_PROPN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
        word(3, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
    };
    words[3].xpos = "VBD";
    chy_subjects_mend(words, 0, 6);
    assert_int_equal(words[0].head, 3);
    assert_int_equal(words[0].deprel, CHY_DEPREL_NSUBJ);
    assert_int_equal(words[2].head, 0);
    assert_int_equal(words[4].head, 5);
}

/* "ministers of Fiji and Tonga , X and Y", with X and Y for more states; three states and a fourth
 * stay. */
static void names_behind_two_states_are_the_holders(void **state) {
    (void)state;
    for (int list = 0; list < 2; list++) {
        chy_word words[] = {
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN),
            word(2, CHY_DEPREL_CASE, CHY_UPOS_ADP),
            word(0, CHY_DEPREL_NMOD, CHY_UPOS_PROPN),
            word(4, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
            word(2, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
            word(6, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(2, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
            word(8, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
            word(2, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
        };
        words[0].xpos = "NNS";
        if (list) words[3].deprel = CHY_DEPREL_PUNCT;
        chy_subjects_mend(words, 0, 9);
        assert_int_equal(words[6].head, list ? 2 : 0);
        assert_int_equal(words[6].deprel, list ? CHY_DEPREL_CONJ : CHY_DEPREL_APPOS);
        assert_int_equal(words[8].head, list ? 2 : 6);
    }
}

/* "A meeting with X , which took place", with the clause hung from X. */
static void a_meeting_takes_place(void **state) {
    (void)state;
    chy_word words[] = {
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN), word(2, CHY_DEPREL_CASE, CHY_UPOS_ADP),
        word(0, CHY_DEPREL_NMOD, CHY_UPOS_PROPN),       word(4, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
        word(2, CHY_DEPREL_ACL_RELCL, CHY_UPOS_VERB),   word(4, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
    };
    words[4].lemma = "take";
    words[5].form = "place";
    chy_subjects_mend(words, 0, 6);
    assert_int_equal(words[4].head, 0);
}

/* "In a mood called sober , the envoy , X , met" with the envoy for who calls it so; "called sober
 * by the envoy , X met" stays. */
static void nobody_acts_without_by(void **state) {
    (void)state;
    for (int by = 0; by < 2; by++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_CASE, CHY_UPOS_ADP),
            word(7, CHY_DEPREL_OBL, CHY_UPOS_NOUN),
            word(1, CHY_DEPREL_ACL, CHY_UPOS_VERB),
            word(2, CHY_DEPREL_OBL, CHY_UPOS_ADJ),
            word(5, by ? CHY_DEPREL_CASE : CHY_DEPREL_DET, CHY_UPOS_ADP),
            word(2, CHY_DEPREL_OBL_AGENT, CHY_UPOS_NOUN),
            word(7, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        words[7].xpos = "VBD";
        chy_subjects_mend(words, 0, 8);
        assert_int_equal(words[5].head, by ? 2 : 7);
        assert_int_equal(words[6].head, by ? 7 : 5);
    }
}

/* "They called talks frank". */
static void what_one_calls_a_thing_is_said_of_it(void **state) {
    (void)state;
    chy_word words[] = {
        word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        word(1, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
        word(2, CHY_DEPREL_AMOD, CHY_UPOS_ADJ),
    };
    words[1].lemma = "call";
    chy_subjects_mend(words, 0, 4);
    assert_int_equal(words[3].head, 1);
    assert_int_equal(words[3].deprel, CHY_DEPREL_XCOMP);
    words[1].lemma = "find";
    words[3].head = 2;
    words[3].deprel = CHY_DEPREL_AMOD;
    chy_subjects_mend(words, 0, 4);
    assert_int_equal(words[3].head, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_apposition_before_a_bare_verb_acts),
        cmocka_unit_test(names_behind_two_states_are_the_holders),
        cmocka_unit_test(a_meeting_takes_place),
        cmocka_unit_test(nobody_acts_without_by),
        cmocka_unit_test(what_one_calls_a_thing_is_said_of_it),
        cmocka_unit_test(who_tells_is_no_subject_of_what_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
