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

/* "Maria da Silva and Ana met" with "Silva" hung from "Ana" or from "da"; a part from which the
 * word before it hangs stays. */
static void the_parts_of_a_name_hang_from_its_first_word(void **state) {
    (void)state;
    for (uint32_t head = 1; head < 5; head += 3) {
        chy_word words[] = {
            word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
            word(0, CHY_DEPREL_FLAT, CHY_UPOS_PROPN),
            word(head, CHY_DEPREL_FLAT, CHY_UPOS_PROPN),
            word(4, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
            word(0, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        chy_tree_mend(words, 0, 6);
        assert_int_equal(words[2].head, 0);
    }
    chy_word turned[] = {
        word(1, CHY_DEPREL_FLAT, CHY_UPOS_PROPN),
        word(2, CHY_DEPREL_FLAT, CHY_UPOS_PROPN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    chy_tree_mend(turned, 0, 3);
    assert_int_equal(turned[1].head, 2);
}

/* "In Port Vila" with "In" hung from "Vila". */
static void a_preposition_hangs_from_a_names_first_word(void **state) {
    (void)state;
    chy_word words[] = {
        word(2, CHY_DEPREL_CASE, CHY_UPOS_ADP),
        word(3, CHY_DEPREL_OBL, CHY_UPOS_PROPN),
        word(1, CHY_DEPREL_FLAT, CHY_UPOS_PROPN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    chy_tree_mend(words, 0, 4);
    assert_int_equal(words[0].head, 1);
    assert_int_equal(words[2].head, 1);
}

/* "Idris Abdoulaye and Ana met" with "Ana" hung from "Abdoulaye". */
static void a_conjunct_hangs_from_a_names_first_word(void **state) {
    (void)state;
    chy_word words[] = {
        word(4, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),      word(0, CHY_DEPREL_FLAT, CHY_UPOS_PROPN),
        word(3, CHY_DEPREL_CC, CHY_UPOS_CCONJ),         word(1, CHY_DEPREL_CONJ, CHY_UPOS_PROPN),
        word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    chy_tree_mend(words, 0, 5);
    assert_int_equal(words[3].head, 0);
    assert_int_equal(words[1].head, 0);
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

/* "talks dealt with gas , an aide told her" with the aide in apposition to the gas, and her read as
 * who tells. */
static void who_tells_stands_beside_no_thing_told(void **state) {
    (void)state;
    for (int tells = 0; tells < 2; tells++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_NOUN),
            word(7, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
            word(3, CHY_DEPREL_CASE, CHY_UPOS_ADP),
            word(1, CHY_DEPREL_OBL, CHY_UPOS_NOUN),
            word(6, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(6, CHY_DEPREL_DET, CHY_UPOS_DET),
            word(3, CHY_DEPREL_APPOS, CHY_UPOS_NOUN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(7, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
        };
        words[7].lemma = tells ? "tell" : "ring";
        chy_tree_mend(words, 0, 9);
        assert_int_equal(words[6].head, tells ? 7 : 3);
        assert_int_equal(words[6].deprel, tells ? CHY_DEPREL_NSUBJ : CHY_DEPREL_APPOS);
        assert_int_equal(words[8].deprel, tells ? CHY_DEPREL_IOBJ : CHY_DEPREL_NSUBJ);
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
    static const uint8_t hung[] = {CHY_DEPREL_CONJ, CHY_DEPREL_ACL};
    for (int i = 0; i < 2; i++) {
        chy_word words[] = {
            word(4, CHY_DEPREL_NSUBJ, CHY_UPOS_PROPN),
            word(2, CHY_DEPREL_CC, CHY_UPOS_CCONJ),
            word(0, hung[i], CHY_UPOS_VERB),
            word(2, CHY_DEPREL_OBJ, CHY_UPOS_NOUN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        words[2].lemma = "visit";
        words[2].xpos = "VBG";
        chy_tree_mend(words, 0, 5);
        assert_int_equal(words[3].head, 0);
        assert_int_equal(words[3].deprel, CHY_DEPREL_CONJ);
        assert_int_equal(words[2].head, 3);
        assert_int_equal(words[1].head, 3);
    }
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

/* "Word spread that they lost" */
static void news_that_spread_is_no_spread(void **state) {
    (void)state;
    for (int told = 0; told < 2; told++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_COMPOUND, CHY_UPOS_NOUN),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_NOUN),
            word(4, CHY_DEPREL_MARK, CHY_UPOS_SCONJ),
            word(4, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
            word(1, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
        };
        words[1].xpos = "NN";
        words[1].lemma = "spread";
        words[2].form = told ? "that" : "while";
        chy_tree_mend(words, 0, 5);
        assert_int_equal(words[0].deprel, told ? CHY_DEPREL_NSUBJ : CHY_DEPREL_COMPOUND);
        assert_int_equal(words[1].upos, told ? CHY_UPOS_VERB : CHY_UPOS_NOUN);
        assert_string_equal(words[1].xpos, told ? "VBD" : "NN");
    }
}

/* "they stood ready , he said" */
static void who_tells_has_no_state(void **state) {
    (void)state;
    for (int clause = 0; clause < 2; clause++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
            word(5, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
            word(5, clause ? CHY_DEPREL_CCOMP : CHY_DEPREL_XCOMP, CHY_UPOS_ADJ),
            word(1, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
        };
        chy_tree_mend(words, 0, 6);
        assert_int_equal(words[2].head, 1);
        assert_int_equal(words[2].deprel, CHY_DEPREL_XCOMP);
        assert_int_equal(words[1].head, 5);
    }
}

/* "talks end , she said in it", and the same with "in it" hung from the saying. */
static void behind_the_saying_a_phrase_is_of_the_saying(void **state) {
    (void)state;
    for (uint32_t head = 0; head <= 3; head += 3) {
        chy_word words[] = {
            word(3, CHY_DEPREL_CCOMP, CHY_UPOS_VERB),
            word(0, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(3, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(5, CHY_DEPREL_CASE, CHY_UPOS_ADP),
            word(head, CHY_DEPREL_OBL, CHY_UPOS_PRON),
        };
        chy_tree_mend(words, 0, 6);
        assert_int_equal(words[5].head, 3);
    }
    /* "talks end in it , she said" */
    chy_word inside[] = {
        word(5, CHY_DEPREL_CCOMP, CHY_UPOS_VERB), word(2, CHY_DEPREL_CASE, CHY_UPOS_ADP),
        word(0, CHY_DEPREL_OBL, CHY_UPOS_PRON),   word(0, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
        word(5, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON), word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
    };
    chy_tree_mend(inside, 0, 6);
    assert_int_equal(inside[2].head, 0);
}

/* "they left after her aide spoke"; "they left after her aide while he spoke" */
static void a_noun_behind_after_is_the_subject(void **state) {
    (void)state;
    for (int marked = 0; marked < 2; marked++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(4, CHY_DEPREL_CASE, CHY_UPOS_ADP),
            word(4, CHY_DEPREL_NMOD_POSS, CHY_UPOS_PRON),
            word(6, CHY_DEPREL_OBL, CHY_UPOS_NOUN),
            word(6, marked ? CHY_DEPREL_MARK : CHY_DEPREL_ADVMOD, CHY_UPOS_SCONJ),
            word(1, CHY_DEPREL_ADVCL, CHY_UPOS_VERB),
        };
        words[2].form = "after";
        words[6].xpos = "VBD";
        chy_tree_mend(words, 0, 7);
        assert_int_equal(words[4].deprel, marked ? CHY_DEPREL_OBL : CHY_DEPREL_NSUBJ);
        assert_int_equal(words[2].deprel, marked ? CHY_DEPREL_CASE : CHY_DEPREL_MARK);
        assert_int_equal(words[2].head, marked ? 4 : 6);
    }
}

/* "they met , freezing it"; "they met , and freezing it" */
static void a_participle_behind_a_comma_stands_around(void **state) {
    (void)state;
    for (int joined = 0; joined < 2; joined++) {
        chy_word words[] = {
            word(1, CHY_DEPREL_NSUBJ, CHY_UPOS_PRON),
            word(CHY_NONE, CHY_DEPREL_ROOT, CHY_UPOS_VERB),
            word(4, joined ? CHY_DEPREL_CC : CHY_DEPREL_ADVMOD, CHY_UPOS_CCONJ),
            word(4, CHY_DEPREL_PUNCT, CHY_UPOS_PUNCT),
            word(1, CHY_DEPREL_CONJ, CHY_UPOS_VERB),
            word(4, CHY_DEPREL_OBJ, CHY_UPOS_PRON),
        };
        words[1].xpos = "VBD";
        words[3].form = ",";
        words[4].xpos = "VBG";
        chy_tree_mend(words, 0, 6);
        assert_int_equal(words[4].deprel, joined ? CHY_DEPREL_CONJ : CHY_DEPREL_ADVCL);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reported_clause_gets_its_subject_back),
        cmocka_unit_test(the_parts_of_a_name_hang_from_its_first_word),
        cmocka_unit_test(a_preposition_hangs_from_a_names_first_word),
        cmocka_unit_test(a_conjunct_hangs_from_a_names_first_word),
        cmocka_unit_test(a_second_subject_is_the_object),
        cmocka_unit_test(a_tree_without_fault_stays),
        cmocka_unit_test(a_finite_verb_does_not_go_with_a_noun),
        cmocka_unit_test(nothing_before_that_is_of_its_clause),
        cmocka_unit_test(a_past_without_auxiliary_has_a_subject),
        cmocka_unit_test(a_note_is_not_to_be_read),
        cmocka_unit_test(news_that_spread_is_no_spread),
        cmocka_unit_test(a_past_like_its_base_has_a_tense),
        cmocka_unit_test(between_commas_a_past_is_said_of_the_subject),
        cmocka_unit_test(what_is_told_in_the_passive_does_not_act),
        cmocka_unit_test(a_visiting_guest_is_met),
        cmocka_unit_test(a_visiting_guest_meets),
        cmocka_unit_test(who_says_it_is_not_what_is_done),
        cmocka_unit_test(who_tells_stands_beside_no_thing_told),
        cmocka_unit_test(who_says_it_is_no_second_subject),
        cmocka_unit_test(who_tells_has_no_state),
        cmocka_unit_test(behind_the_saying_a_phrase_is_of_the_saying),
        cmocka_unit_test(a_noun_behind_after_is_the_subject),
        cmocka_unit_test(a_participle_behind_a_comma_stands_around),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
