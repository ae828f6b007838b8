#include "syntax/mend.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static chy_word word(uint32_t head, uint8_t deprel, uint8_t upos) {
    return (chy_word){.head = head, .deprel = deprel, .upos = upos};
}

/* "Lula met Modi , Brasilia said" with both names hung from "said". */
static void a_reported_clause_gets_its_subject_back(void **state) {
    (void)state;
    chy_word words[] = {
        word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN), word(5, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
        word(1, CHY_DEPREL_OBJ, CHY_UPOS_PROPN),   word(5, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
        word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN), word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    chy_tree_mend(words, 0, 6);
    assert_int_equal(words[0].head, 1);
    assert_int_equal(words[4].head, 5);
    assert_int_equal(words[0].deprel, CHY_DEPREL_NSUBJ);
}

/* "Chad accused Mali" */
static void a_second_subject_is_the_object(void **state) {
    (void)state;
    chy_word words[] = {
        word(2, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
        word(2, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        word(2, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
    };
    chy_tree_mend(words, 1, 3);
    assert_int_equal(words[0].deprel, CHY_DEPREL_NSUBJ);
    assert_int_equal(words[1].deprel, CHY_DEPREL_NSUBJ);
    assert_int_equal(words[3].deprel, CHY_DEPREL_OBJ);
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
        words[1].lemma = right ? "with" : "between";
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

static void a_tree_without_fault_stays(void **state) {
    (void)state;
    chy_word words[] = {
        word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        word(1, CHY_DEPREL_OBJ, CHY_UPOS_PROPN),
    };
    chy_tree_mend(words, 0, 3);
    assert_int_equal(words[0].deprel, CHY_DEPREL_NSUBJ);
    assert_int_equal(words[2].deprel, CHY_DEPREL_OBJ);
    chy_tree_mend(words, 0, 0);
}

/* "said on Sunday that rebels struck on Friday", both days hung from "struck" */
static void nothing_before_that_is_of_its_clause(void **state) {
    (void)state;
    chy_word words[] = {
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB), word(2, CHY_DEPREL_CASE, CHY_UPOS_ADP),
        word(5, CHY_DEPREL_OBL, CHY_UPOS_PROPN),        word(5, CHY_DEPREL_MARK, CHY_UPOS_SCONJ),
        word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_NOUN),       word(0, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
        word(5, CHY_DEPREL_OBL, CHY_UPOS_PROPN),
    };
    chy_tree_mend(words, 0, 7);
    assert_int_equal(words[2].head, 0);
    assert_int_equal(words[6].head, 5);
    words[2].head = 5;
    words[3].deprel = CHY_DEPREL_ADVMOD;
    chy_tree_mend(words, 0, 7);
    assert_int_equal(words[2].head, 5);
}

/* '" Go , " read a card', "the envoy put": not where an auxiliary or no mark stands before. */
static void a_past_like_its_base_has_a_tense(void **state) {
    (void)state;
    for (int quoted = 0; quoted < 2; quoted++) {
        chy_word words[] = {
            word(3, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
            word(0, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(0, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(3, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
        };
        words[1].form = ",";
        words[2].xpos = quoted ? "''" : ":";
        words[3].xpos = "VB";
        words[3].lemma = "read";
        chy_tree_mend(words, 0, 5);
        assert_string_equal(words[3].xpos, quoted ? "VBD" : "VB");
        assert_int_equal(words[3].feat_bits, quoted ? CHY_FEAT_PAST | CHY_FEAT_FINITE : 0);
    }
    for (int helped = 0; helped < 2; helped++) {
        chy_word words[] = {
            word(2, CHY_DEPREL_NSUBJ, CHY_UPOS_NOUN),
            word(2, helped ? CHY_DEPREL_AUX : CHY_DEPREL_ADVMOD, CHY_UPOS_AUX),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        words[2].xpos = "VB";
        words[2].lemma = "put";
        chy_tree_mend(words, 0, 3);
        assert_string_equal(words[2].xpos, helped ? "VB" : "VBD");
    }
}

/* "opens , the two announced"; "was announced"; a headline's "ministers accused" */
static void a_past_without_auxiliary_has_a_subject(void **state) {
    (void)state;
    for (int i = 0; i < 3; i++) {
        chy_word words[] = {
            word(i == 2 ? 3 : CHY_NONE, i == 2 ? CHY_DEPREL_PARATAXIS : CHY_DEPREL_ROOT,
                 CHY_UPOS_VERB),
            word(3, CHY_DEPREL_NSUBJ_PASS, CHY_UPOS_NOUN),
            word(3, i == 1 ? CHY_DEPREL_AUX_PASS : CHY_DEPREL_ADVMOD, CHY_UPOS_AUX),
            word(i == 2 ? CHY_NONE : 0, i == 2 ? CHY_DEPREL_ROOT : CHY_DEPREL_PARATAXIS,
                 CHY_UPOS_VERB),
        };
        words[3].xpos = "VBD";
        chy_tree_mend(words, 0, 4);
        assert_int_equal(words[1].deprel, i == 0 ? CHY_DEPREL_NSUBJ : CHY_DEPREL_NSUBJ_PASS);
    }
}

/* "the note read : ..." with the note for an object */
static void a_note_is_not_to_be_read(void **state) {
    (void)state;
    chy_word words[] = {
        word(1, CHY_DEPREL_DET, CHY_UPOS_DET),
        word(2, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        word(2, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
    };
    words[2].xpos = "VB";
    words[2].lemma = "read";
    chy_tree_mend(words, 0, 4);
    assert_int_equal(words[1].deprel, CHY_DEPREL_NSUBJ);
    assert_string_equal(words[2].xpos, "VBD");
}

/* "note , slipped under , said"; "note , it slipped under , said" */
static void between_commas_a_past_is_said_of_the_subject(void **state) {
    (void)state;
    for (int own = 0; own < 2; own++) {
        chy_word words[] = {
            word(6, CHY_DEPREL_NSUBJ, CHY_UPOS_NOUN),
            word(0, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(6, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
            word(2, CHY_DEPREL_ADVMOD, CHY_UPOS_ADV),
            word(2, own ? CHY_DEPREL_NSUBJ : CHY_DEPREL_OBJ, CHY_UPOS_PRON),
            word(2, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        words[1].form = words[5].form = ",";
        words[2].xpos = words[6].xpos = "VBD";
        chy_tree_mend(words, 0, 7);
        assert_int_equal(words[2].head, own ? 6 : 0);
        assert_int_equal(words[2].deprel, own ? CHY_DEPREL_CCOMP : CHY_DEPREL_ACL);
        assert_string_equal(words[2].xpos, own ? "VBD" : "VBN");
    }
}

/* "argued it was set , and called" */
static void what_is_told_in_the_passive_does_not_act(void **state) {
    (void)state;
    chy_word words[] = {
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        word(3, CHY_DEPREL_NSUBJ_PASS, CHY_UPOS_PRON),
        word(3, CHY_DEPREL_AUX_PASS, CHY_UPOS_AUX),
        word(0, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
        word(6, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
        word(6, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
        word(3, CHY_DEPREL_CONJ, CHY_UPOS_VERB),
    };
    words[0].xpos = "VBD";
    chy_tree_mend(words, 0, 7);
    assert_int_equal(words[6].head, 3); /* "was set, and closed" */
    words[6].feat_bits = CHY_FEAT_FINITE;
    chy_tree_mend(words, 0, 7);
    assert_int_equal(words[6].head, 0);
}

/* "rejected demands and accused" */
static void a_finite_verb_does_not_go_with_a_noun(void **state) {
    (void)state;
    chy_word words[] = {
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        word(0, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
        word(3, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
        word(1, CHY_DEPREL_CONJ, CHY_UPOS_VERB),
    };
    words[0].xpos = "VBD";
    words[3].xpos = "VBG"; /* "rejected demands and shouting" */
    chy_tree_mend(words, 0, 4);
    assert_int_equal(words[3].head, 1);
    words[3].xpos = "VBD";
    chy_tree_mend(words, 0, 4);
    assert_int_equal(words[3].head, 0);
}

/* "talks with visiting premier", taken for talks that visit him; "by visiting him" stays. */
static void a_visiting_guest_is_met(void **state) {
    (void)state;
    chy_word words[] = {
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN),
        word(2, CHY_DEPREL_MARK, CHY_UPOS_ADP),
        word(0, CHY_DEPREL_ACL, CHY_UPOS_VERB),
        word(2, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
    };
    words[1].lemma = "by";
    words[2].lemma = "visit";
    words[2].xpos = "VBG";
    chy_tree_mend(words, 0, 4);
    assert_int_equal(words[3].head, 2);
    words[1].lemma = "with";
    chy_tree_mend(words, 0, 4);
    assert_int_equal(words[1].head, 3);
    assert_int_equal(words[1].deprel, CHY_DEPREL_CASE);
    assert_int_equal(words[2].head, 3);
    assert_int_equal(words[2].deprel, CHY_DEPREL_AMOD);
    assert_int_equal(words[3].head, 0);
    assert_int_equal(words[3].deprel, CHY_DEPREL_NMOD);
}

/* "They read maps , an aide said" with the aide read as well; with nothing to set him off he is. */
static void who_says_it_is_not_what_is_done(void **state) {
    (void)state;
    for (int comma = 0; comma < 2; comma++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
            word(6, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
            word(1, CHY_DEPREL_OBL, CHY_UPOS_NOUN),
            word(5, CHY_DEPREL_PUNCT, comma ? CHY_UPOS_PUNCT : CHY_UPOS_ADV),
            word(5, CHY_DEPREL_DET, CHY_UPOS_DET),
            word(1, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        chy_tree_mend(words, 0, 7);
        assert_int_equal(words[5].head, comma ? 6 : 1);
        assert_int_equal(words[5].deprel, comma ? CHY_DEPREL_NSUBJ : CHY_DEPREL_OBJ);
    }
}

/* "He fled and two were held , an aide said" with the aide for a second subject of "held", which
 * stands beside what is told or has the place itself; he stays where "held" has no other. */
static void who_says_it_is_no_second_subject(void **state) {
    (void)state;
    for (int two = 0; two < 2; two++) {
        for (int beside = 0; beside < 2; beside++) {
            chy_word words[] = {
                word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
                word(beside ? 8 : 5, beside ? CHY_DEPREL_CCOMP : CHY_DEPREL_ADVCL, CHY_UPOS_VERB),
                word(5, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
                word(5, two ? CHY_DEPREL_NSUBJ_PASS : CHY_DEPREL_OBL, CHY_UPOS_NOUN),
                word(5, CHY_DEPREL_AUX_PASS, CHY_UPOS_AUX),
                word(beside ? 1 : 8, beside ? CHY_DEPREL_CONJ : CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
                word(7, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
                word(5, CHY_DEPREL_NSUBJ_PASS, CHY_UPOS_NOUN),
                word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            };
            chy_tree_mend(words, 0, 9);
            bool his = two || beside;
            assert_int_equal(words[7].head, his ? 8 : 5);
            assert_int_equal(words[7].deprel, his ? CHY_DEPREL_NSUBJ : CHY_DEPREL_NSUBJ_PASS);
        }
    }
}

/* "Saar and visiting premier met", taken for one who visits: the premier meets as well; "Visiting
 * premier met" without anybody else. */
static void a_visiting_guest_meets(void **state) {
    (void)state;
    chy_word words[] = {
        word(4, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),      word(2, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
        word(0, CHY_DEPREL_CONJ, CHY_UPOS_VERB),        word(2, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    words[2].lemma = "visit";
    words[2].xpos = "VBG";
    chy_tree_mend(words, 0, 5);
    assert_int_equal(words[3].head, 0);
    assert_int_equal(words[3].deprel, CHY_DEPREL_CONJ);
    assert_int_equal(words[2].head, 3);
    assert_int_equal(words[1].head, 3);
    for (int comma = 0; comma < 2; comma++) {
        chy_word alone[] = {
            word(3, CHY_DEPREL_ADVCL, CHY_UPOS_VERB),
            word(0, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
            word(3, comma ? CHY_DEPREL_PUNCT : CHY_DEPREL_ADVMOD,
                 comma ? CHY_UPOS_PUNCT : CHY_UPOS_ADV),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        alone[0].lemma = "visit";
        alone[0].xpos = "VBG";
        chy_tree_mend(alone, 0, 4);
        assert_int_equal(alone[1].head, comma ? 0 : 3);
        assert_int_equal(alone[1].deprel, comma ? CHY_DEPREL_OBJ : CHY_DEPREL_NSUBJ);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reported_clause_gets_its_subject_back),
        cmocka_unit_test(a_second_subject_is_the_object),
        cmocka_unit_test(one_with_a_title_is_not_apposed),
        cmocka_unit_test(who_is_between_has_another_beside_him),
        cmocka_unit_test(two_may_possess_one_noun),
        cmocka_unit_test(coordinated_modifiers_are_joined),
        cmocka_unit_test(nations_before_a_noun_modify_it),
        cmocka_unit_test(a_tree_without_fault_stays),
        cmocka_unit_test(a_finite_verb_does_not_go_with_a_noun),
        cmocka_unit_test(nothing_before_that_is_of_its_clause),
        cmocka_unit_test(a_past_without_auxiliary_has_a_subject),
        cmocka_unit_test(a_note_is_not_to_be_read),
        cmocka_unit_test(a_past_like_its_base_has_a_tense),
        cmocka_unit_test(between_commas_a_past_is_said_of_the_subject),
        cmocka_unit_test(what_is_told_in_the_passive_does_not_act),
        cmocka_unit_test(a_visiting_guest_is_met),
        cmocka_unit_test(a_visiting_guest_meets),
        cmocka_unit_test(who_says_it_is_not_what_is_done),
        cmocka_unit_test(who_says_it_is_no_second_subject),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
