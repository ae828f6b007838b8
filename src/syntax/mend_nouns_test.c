#include "syntax/mend.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static chy_word word(uint32_t head, uint8_t deprel, uint8_t upos) {
    return (chy_word){.head = head, .deprel = deprel, .upos = upos};
}

/* "Mali and Chad 's ministers met", and what hangs behind; "Mali and Chad 's minister" may be a
 * country and a minister. */
static void two_may_possess_one_noun(void **state) {
    (void)state;
    for (int plural = 0; plural < 2; plural++) {
        chy_word words[] = {
            word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
            word(4, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
            word(0, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
            word(2, CHY_DEPREL_CASE, CHY_UPOS_PART),
            word(0, CHY_DEPREL_CONJ, CHY_UPOS_NOUN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(0, CHY_DEPREL_ACL, CHY_UPOS_VERB),
        };
        words[3].xpos = "POS";
        words[4].xpos = plural ? "NNS" : "NN";
        chy_tree_mend(words, 0, 7);
        assert_int_equal(words[4].head, plural ? 5 : 0);
        assert_int_equal(words[4].deprel, plural ? CHY_DEPREL_NSUBJ : CHY_DEPREL_CONJ);
        assert_int_equal(words[0].head, plural ? 4 : 5);
        assert_int_equal(words[0].deprel, plural ? CHY_DEPREL_NMOD_POSS : CHY_DEPREL_NSUBJ);
        assert_int_equal(words[1].head, plural ? 2 : 4);
        assert_int_equal(words[6].head, plural ? 4 : 0);
    }
    chy_word named[] = {
        /* "in old Sierra Leone and Chad 's towns" */
        word(2, CHY_DEPREL_CASE, CHY_UPOS_ADP),          word(2, CHY_DEPREL_AMOD, CHY_UPOS_ADJ),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_PROPN), word(2, CHY_DEPREL_FLAT, CHY_UPOS_PROPN),
        word(5, CHY_DEPREL_CC, CHY_UPOS_CCONJ),          word(2, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
        word(5, CHY_DEPREL_CASE, CHY_UPOS_PART),         word(2, CHY_DEPREL_CONJ, CHY_UPOS_NOUN),
    };
    named[6].xpos = "POS";
    named[7].xpos = "NNS";
    chy_tree_mend(named, 0, 8);
    assert_int_equal(named[0].head, 7);
    assert_int_equal(named[1].head, 2);
    assert_int_equal(named[2].head, 7);
    assert_int_equal(named[3].head, 2);
    assert_int_equal(named[7].deprel, CHY_DEPREL_ROOT);
}

/* "called on Chad 's president X" with "on" hung from the president. */
static void a_preposition_hangs_from_whom_a_title_names(void **state) {
    (void)state;
    chy_word words[] = {
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB), word(4, CHY_DEPREL_CASE, CHY_UPOS_ADP),
        word(4, CHY_DEPREL_NMOD_POSS, CHY_UPOS_PROPN),  word(2, CHY_DEPREL_CASE, CHY_UPOS_PART),
        word(5, CHY_DEPREL_NMOD_DESC, CHY_UPOS_NOUN),   word(0, CHY_DEPREL_OBL, CHY_UPOS_PROPN),
    };
    chy_tree_mend(words, 0, 6);
    assert_int_equal(words[1].head, 5);
    assert_int_equal(words[3].head, 2);
}

/* "Talk in town was odd", "There had been whispering about it", with verbs for the nouns. */
static void what_there_is_is_a_noun(void **state) {
    (void)state;
    chy_word talk[] = {
        word(4, CHY_DEPREL_NSUBJ, CHY_UPOS_VERB),      word(2, CHY_DEPREL_CASE, CHY_UPOS_ADP),
        word(0, CHY_DEPREL_OBL, CHY_UPOS_NOUN),        word(4, CHY_DEPREL_COP, CHY_UPOS_AUX),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_ADJ),
    };
    talk[0].xpos = "VB";
    chy_tree_mend(talk, 0, 5);
    assert_int_equal(talk[0].upos, CHY_UPOS_NOUN);
    assert_int_equal(talk[2].deprel, CHY_DEPREL_NMOD);
    chy_word there[] = {
        word(3, CHY_DEPREL_EXPL, CHY_UPOS_PRON), word(3, CHY_DEPREL_AUX, CHY_UPOS_AUX),
        word(3, CHY_DEPREL_AUX, CHY_UPOS_AUX),   word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        word(5, CHY_DEPREL_CASE, CHY_UPOS_ADP),  word(3, CHY_DEPREL_OBL, CHY_UPOS_PRON),
    };
    there[0].xpos = "EX";
    there[2].lemma = "be";
    there[3].xpos = "VBG";
    chy_tree_mend(there, 0, 6);
    assert_int_equal(there[2].deprel, CHY_DEPREL_ROOT);
    assert_int_equal(there[3].upos, CHY_UPOS_NOUN);
    assert_int_equal(there[3].head, 2);
    assert_int_equal(there[0].head, 2);
    assert_int_equal(there[5].head, 3);
}

/* "Chad 's ministry" with the mark hung from the ministry. */
static void the_mark_is_of_the_possessor(void **state) {
    (void)state;
    chy_word words[] = {
        word(2, CHY_DEPREL_NMOD_POSS, CHY_UPOS_PROPN),
        word(2, CHY_DEPREL_CASE, CHY_UPOS_PART),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN),
    };
    words[1].xpos = "POS";
    chy_tree_mend(words, 0, 3);
    assert_int_equal(words[1].head, 0);
}

/* "met counterpart Petr and President Peter", with the second hung from the first. */
static void one_with_a_title_is_not_apposed(void **state) {
    (void)state;
    for (int singular = 0; singular < 2; singular++) {
        chy_word words[] = {
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(0, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
            word(1, CHY_DEPREL_APPOS, CHY_UPOS_PROPN),
            word(5, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
            word(5, CHY_DEPREL_NMOD_DESC, CHY_UPOS_PROPN),
            word(2, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
        };
        words[1].xpos = singular ? "NN" : "NNS";
        chy_tree_mend(words, 0, 6);
        assert_int_equal(words[5].head, singular ? 1 : 2);
        assert_int_equal(words[5].deprel, CHY_DEPREL_CONJ);
    }
}

/* "talks between Petr and a guest", with the guest hung from the talks or, rightly, from Petr. */
static void who_is_between_has_another_beside_him(void **state) {
    (void)state;
    for (int right = 0; right < 2; right++) {
        chy_word words[] = {
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN),
            word(2, CHY_DEPREL_CASE, CHY_UPOS_ADP),
            word(0, CHY_DEPREL_NMOD, CHY_UPOS_PROPN),
            word(4, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
            word(right ? 2 : 0, CHY_DEPREL_CONJ, CHY_UPOS_NOUN),
        };
        words[1].lemma = "between";
        chy_tree_mend(words, 0, 5);
        assert_int_equal(words[4].head, 2);
        words[1].lemma = "with";
        words[4].head = 0;
        chy_tree_mend(words, 0, 5);
        assert_int_equal(words[4].head, 0);
    }
}

/* "Kenyan and Ugandan officials", all hung from the noun; "old and officials" has but one modifier.
 */
static void coordinated_modifiers_are_joined(void **state) {
    (void)state;
    chy_word words[] = {
        word(3, CHY_DEPREL_AMOD, CHY_UPOS_ADJ),
        word(3, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
        word(3, CHY_DEPREL_AMOD, CHY_UPOS_ADJ),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN),
    };
    chy_tree_mend(words, 0, 4);
    assert_int_equal(words[0].head, 3);
    assert_int_equal(words[1].head, 2);
    assert_int_equal(words[2].head, 0);
    assert_int_equal(words[2].deprel, CHY_DEPREL_CONJ);
    chy_word bare[] = {
        word(2, CHY_DEPREL_AMOD, CHY_UPOS_ADJ),
        word(2, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN),
    };
    chy_tree_mend(bare, 0, 3);
    assert_int_equal(bare[1].head, 2);
}

/* "Thai and Malay border guards met" with all hung from "Thai"; "Chad and young guards" are two. */
static void nations_before_a_noun_modify_it(void **state) {
    (void)state;
    chy_word words[] = {
        word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN), word(4, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
        word(0, CHY_DEPREL_CONJ, CHY_UPOS_ADJ),    word(4, CHY_DEPREL_COMPOUND, CHY_UPOS_NOUN),
        word(0, CHY_DEPREL_CONJ, CHY_UPOS_NOUN),   word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    chy_tree_mend(words, 0, 6);
    assert_int_equal(words[4].head, 5);
    assert_int_equal(words[4].deprel, CHY_DEPREL_NSUBJ);
    assert_int_equal(words[0].head, 4);
    assert_int_equal(words[0].deprel, CHY_DEPREL_AMOD);
    assert_int_equal(words[1].head, 2);
    assert_int_equal(words[2].head, 0);
    chy_word named[] = {
        /* "the North Korean and Thai guards met" */
        word(2, CHY_DEPREL_DET, CHY_UPOS_DET),
        word(2, CHY_DEPREL_COMPOUND, CHY_UPOS_PROPN),
        word(6, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
        word(4, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
        word(2, CHY_DEPREL_CONJ, CHY_UPOS_ADJ),
        word(2, CHY_DEPREL_CONJ, CHY_UPOS_NOUN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    chy_tree_mend(named, 0, 7);
    assert_int_equal(named[0].head, 5);
    assert_int_equal(named[1].head, 2);
    assert_int_equal(named[2].head, 5);
    chy_word two[] = {
        word(4, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),      word(3, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
        word(3, CHY_DEPREL_AMOD, CHY_UPOS_ADJ),         word(0, CHY_DEPREL_CONJ, CHY_UPOS_NOUN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    chy_tree_mend(two, 0, 5);
    assert_int_equal(two[3].head, 0);
}

/* "the union SMAQ said", the name before another beside it; "Burkina Faso , Mali said" */
static void two_subjects_side_by_side_are_one(void **state) {
    (void)state;
    for (int noun = 0; noun < 2; noun++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_DET, CHY_UPOS_DET),
            word(5, CHY_DEPREL_NSUBJ, noun ? CHY_UPOS_NOUN : CHY_UPOS_PROPN),
            word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
            word(4, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
            word(2, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        chy_tree_mend(words, 0, 6);
        assert_int_equal(words[0].head, noun ? 1 : 2);
        assert_int_equal(words[1].head, noun ? 5 : 2);
        assert_int_equal(words[1].deprel, noun ? CHY_DEPREL_NSUBJ : CHY_DEPREL_COMPOUND);
        assert_int_equal(words[2].head, noun ? 1 : 5);
        assert_int_equal(words[2].deprel, noun ? CHY_DEPREL_APPOS : CHY_DEPREL_NSUBJ);
        assert_int_equal(words[4].head, noun ? 1 : 2);
    }
    /* "all Lula said" */
    chy_word apart[] = {
        word(2, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
        word(2, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    chy_tree_mend(apart, 0, 3);
    assert_int_equal(apart[0].deprel, CHY_DEPREL_NSUBJ);
    assert_int_equal(apart[1].head, 2);
}

/* "mediated between Burkina Faso and Ghana", the name hung in halves; "met in Lima Monday". */
static void halves_of_a_name_behind_a_preposition_are_one(void **state) {
    (void)state;
    chy_word words[] = {
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),   word(2, CHY_DEPREL_CASE, CHY_UPOS_ADP),
        word(0, CHY_DEPREL_OBL, CHY_UPOS_PROPN),          word(0, CHY_DEPREL_OBL, CHY_UPOS_PROPN),
        word(5, CHY_DEPREL_CC, CHY_UPOS_CCONJ),           word(3, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
        word(0, CHY_DEPREL_OBL_UNMARKED, CHY_UPOS_PROPN),
    };
    chy_tree_mend(words, 0, 7);
    assert_int_equal(words[1].head, 3);
    assert_int_equal(words[2].head, 3);
    assert_int_equal(words[2].deprel, CHY_DEPREL_COMPOUND);
    assert_int_equal(words[3].deprel, CHY_DEPREL_OBL);
    assert_int_equal(words[5].head, 3);
    assert_int_equal(words[6].head, 0);
}

/* "X met with the premier", "X received the premier", "X met , the premier", the last hung from X.
 */
static void no_apposition_reaches_over_the_verb(void **state) {
    (void)state;
    static const uint8_t between[] = {CHY_UPOS_ADP, CHY_UPOS_DET, CHY_UPOS_PUNCT};
    static const uint8_t became[] = {CHY_DEPREL_OBL, CHY_DEPREL_OBJ, CHY_DEPREL_APPOS};
    for (int i = 0; i < 3; i++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(3, i == 0 ? CHY_DEPREL_CASE : CHY_DEPREL_DET, between[i]),
            word(0, CHY_DEPREL_APPOS, CHY_UPOS_NOUN),
        };
        chy_tree_mend(words, 0, 4);
        assert_int_equal(words[3].deprel, became[i]);
        assert_int_equal(words[3].head, i == 2 ? 0 : 1);
    }
}

/* "Ana and Peru 's Luis met" with Peru beside the two */
static void an_owner_beside_what_it_has_possesses_it(void **state) {
    (void)state;
    chy_word words[] = {
        word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN), word(2, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
        word(0, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),  word(2, CHY_DEPREL_CASE, CHY_UPOS_PART),
        word(0, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),  word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    words[3].xpos = "POS";
    chy_tree_mend(words, 0, 6);
    assert_int_equal(words[2].head, 4);
    assert_int_equal(words[2].deprel, CHY_DEPREL_NMOD_POSS);
    assert_int_equal(words[1].head, 4);
}

/* "President Ana , Premier Luis and Omar met" with Luis in apposition to Ana and his title hers;
 * without a title of his own he is */
static void one_of_a_list_with_a_title_is_not_apposed(void **state) {
    (void)state;
    for (int titled = 0; titled < 2; titled++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_NMOD_DESC, CHY_UPOS_PROPN),
            word(7, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
            word(4, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(1, titled ? CHY_DEPREL_NMOD_DESC : CHY_DEPREL_AMOD, CHY_UPOS_PROPN),
            word(1, CHY_DEPREL_APPOS, CHY_UPOS_PROPN),
            word(6, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
            word(4, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        chy_tree_mend(words, 0, 8);
        assert_int_equal(words[4].deprel, titled ? CHY_DEPREL_CONJ : CHY_DEPREL_APPOS);
        assert_int_equal(words[3].head, titled ? 4 : 1);
        assert_int_equal(words[6].head, titled ? 1 : 4);
    }
}

/* "the president and the premier , Luis met"; "the president and chair , Luis" may be one */
static void the_noun_right_before_a_name_is_named(void **state) {
    (void)state;
    for (int own = 0; own < 2; own++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_DET, CHY_UPOS_DET),
            word(7, CHY_DEPREL_NSUBJ, CHY_UPOS_NOUN),
            word(4, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
            word(4, own ? CHY_DEPREL_DET : CHY_DEPREL_AMOD, CHY_UPOS_DET),
            word(1, CHY_DEPREL_CONJ, CHY_UPOS_NOUN),
            word(6, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(1, CHY_DEPREL_APPOS, CHY_UPOS_PROPN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        words[1].xpos = words[4].xpos = "NN";
        chy_tree_mend(words, 0, 8);
        assert_int_equal(words[6].head, own ? 4 : 1);
    }
}

/* "They held what she called talks" with the talks beneath what she calls */
static void what_is_called_talks_is_talks(void **state) {
    (void)state;
    chy_word words[] = {
        word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        word(1, CHY_DEPREL_OBJ, CHY_UPOS_PRON),
        word(4, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
        word(2, CHY_DEPREL_ACL_RELCL, CHY_UPOS_VERB),
        word(4, CHY_DEPREL_XCOMP, CHY_UPOS_NOUN),
    };
    words[2].form = "what";
    words[4].lemma = "call";
    chy_tree_mend(words, 0, 6);
    assert_int_equal(words[5].head, 1);
    assert_int_equal(words[5].deprel, CHY_DEPREL_OBJ);
    assert_int_equal(words[4].head, 5);
    assert_int_equal(words[2].head, 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_may_possess_one_noun),
        cmocka_unit_test(a_preposition_hangs_from_whom_a_title_names),
        cmocka_unit_test(what_there_is_is_a_noun),
        cmocka_unit_test(the_mark_is_of_the_possessor),
        cmocka_unit_test(one_with_a_title_is_not_apposed),
        cmocka_unit_test(who_is_between_has_another_beside_him),
        cmocka_unit_test(coordinated_modifiers_are_joined),
        cmocka_unit_test(nations_before_a_noun_modify_it),
        cmocka_unit_test(two_subjects_side_by_side_are_one),
        cmocka_unit_test(halves_of_a_name_behind_a_preposition_are_one),
        cmocka_unit_test(no_apposition_reaches_over_the_verb),
        cmocka_unit_test(an_owner_beside_what_it_has_possesses_it),
        cmocka_unit_test(one_of_a_list_with_a_title_is_not_apposed),
        cmocka_unit_test(the_noun_right_before_a_name_is_named),
        cmocka_unit_test(what_is_called_talks_is_talks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
