#include "syntax/labels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void names_are_read_back(void **state) {
    (void)state;
    uint32_t code;
    for (unsigned i = 0; i < CHY_UPOS_COUNT; i++) {
        assert_true(chy_upos_read(chy_slice_of(chy_upos_name((chy_upos)i)), &code));
        assert_int_equal(code, i);
    }
    for (unsigned i = 0; i < CHY_DEPREL_COUNT; i++) {
        assert_true(chy_deprel_read(chy_slice_of(chy_deprel_name((chy_deprel)i)), &code));
        assert_int_equal(code, i);
    }
    for (unsigned i = 0; i <= CHY_NAME_I_OTH; i++) {
        assert_true(chy_name_tag_read(chy_slice_of(chy_name_tag_name((chy_name_tag)i)), &code));
        assert_int_equal(code, i);
    }
    assert_false(chy_upos_read(chy_slice_of("NOUNS"), &code));
    assert_false(chy_deprel_read(chy_slice_of(""), &code));
    assert_false(chy_name_tag_read(chy_slice_of("B-GPE"), &code));
    assert_string_equal(chy_upos_name((chy_upos)200), "");
    assert_string_equal(chy_deprel_name((chy_deprel)200), "");
}

/* Some names against the constants, should the order of either change. */
static void names_fit_their_constants(void **state) {
    (void)state;
    assert_string_equal(chy_upos_name(CHY_UPOS_ADJ), "ADJ");
    assert_string_equal(chy_upos_name(CHY_UPOS_PROPN), "PROPN");
    assert_string_equal(chy_upos_name(CHY_UPOS_X), "X");
    assert_string_equal(chy_deprel_name(CHY_DEPREL_ACL_RELCL), "acl:relcl");
    assert_string_equal(chy_deprel_name(CHY_DEPREL_COMPOUND_PRT), "compound:prt");
    assert_string_equal(chy_deprel_name(CHY_DEPREL_EXPL), "expl");
    assert_string_equal(chy_deprel_name(CHY_DEPREL_NSUBJ_PASS), "nsubj:pass");
    assert_string_equal(chy_deprel_name(CHY_DEPREL_OBL_AGENT), "obl:agent");
    assert_string_equal(chy_deprel_name(CHY_DEPREL_ROOT), "root");
    assert_string_equal(chy_deprel_name(CHY_DEPREL_XCOMP), "xcomp");
    assert_string_equal(chy_name_tag_name(CHY_NAME_I_ORG), "I-ORG");
    assert_string_equal(chy_name_tag_name(CHY_NAME_B_OTH), "B-OTH");
}

static void features_become_bits(void **state) {
    (void)state;
    uint32_t bits;
    assert_true(chy_feats_read(chy_slice_of("_"), &bits));
    assert_int_equal(bits, 0);
    assert_true(chy_feats_read(
        chy_slice_of("Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"), &bits));
    assert_int_equal(bits, CHY_FEAT_SINGULAR | CHY_FEAT_THIRD | CHY_FEAT_PAST | CHY_FEAT_FINITE);
    assert_true(chy_feats_read(chy_slice_of("Tense=Past|VerbForm=Part|Voice=Pass"), &bits));
    assert_int_equal(bits, CHY_FEAT_PAST | CHY_FEAT_PARTICIPLE | CHY_FEAT_PASSIVE);
    assert_true(chy_feats_read(chy_slice_of("Gender=Masc,Neut|PronType=Prs"), &bits));
    assert_int_equal(bits, 0);
    assert_false(chy_feats_read(chy_slice_of("Plural"), &bits));
    assert_false(chy_feats_read(chy_slice_of("Number=Plur|"), &bits));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_read_back),
        cmocka_unit_test(names_fit_their_constants),
        cmocka_unit_test(features_become_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
