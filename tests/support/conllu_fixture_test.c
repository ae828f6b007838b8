#include "support/conllu_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const char compact[] = "1 Kenya Kenya NNP 4 nsubj:pass B-LOC\n"
                              "2 was be VBD 4 aux:pass\n"
                              "3 not not RB 4 advmod\n"
                              "4 asked ask VBN 0 root -\n"
                              "5 . . . 4 punct\n"
                              "\n"
                              "# newpar\n"
                              "1 She she PRP 2 nsubj\n"
                              "2 left leave VBD 0 root\n";

static const char full[] = "1-2\tdon\xE2\x80\x99t\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                           "1\tdo\tdo\tAUX\tVBP\tMood=Ind|VerbForm=Fin\t3\taux\t_\t_\n"
                           "2\tn\xE2\x80\x99t\tnot\tPART\tRB\tPolarity=Neg\t3\tadvmod\t_\t_\n"
                           "3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tNER=B-OTH\n";

static void test_compact(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_fixture f;
    assert_int_equal(chy_fixture_read(compact, strlen(compact), arena, &f, NULL), CHY_OK);
    assert_string_equal(f.text, "Kenya was not asked.\n\nShe left");
    assert_int_equal(f.word_count, 7);
    assert_int_equal(f.sentence_count, 2);
    assert_int_equal(f.words[0].head, 3);
    assert_int_equal(f.words[0].name_tag, CHY_NAME_B_LOC);
    assert_int_equal(f.words[1].upos, CHY_UPOS_AUX);
    assert_true(f.words[3].feat_bits & CHY_FEAT_PASSIVE);
    assert_int_equal(f.words[3].head, CHY_NONE);
    assert_false(f.words[3].space_after);
    assert_true(f.words[5].feat_bits & CHY_FEAT_FEMININE);
    assert_int_equal(f.words[5].head, 6);
    assert_int_equal(f.words[5].sentence, 1);
    assert_int_equal(f.words[5].span.start, 22);
    assert_int_equal(f.sentences[1].paragraph, 1);
    assert_int_equal(f.sentences[0].span.end, 20);
    chy_arena_free(arena);
}

static void test_conllu(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_fixture f;
    assert_int_equal(chy_fixture_read(full, strlen(full), arena, &f, NULL), CHY_OK);
    assert_string_equal(f.text, "don\xE2\x80\x99tgo");
    assert_int_equal(f.words[0].multiword, 2);
    assert_int_equal(f.words[1].span.start, 2);
    assert_int_equal(f.words[1].span.end, 5);
    assert_true(f.words[1].feat_bits & CHY_FEAT_NEGATIVE);
    assert_int_equal(f.words[2].name_tag, CHY_NAME_B_OTH);
    chy_arena_free(arena);
}

static void test_refuses(void **state) {
    (void)state;
    static const char *const bad[] = {"1 a a DT 2\n",           "1 a a DT 9 det\n",
                                      "1 a a DT 1 det\n",       "1 a a DT 2 det\n2 b b NN 1 obj\n",
                                      "1 a a DT 0 nothing\n",   "2 a a DT 0 root\n",
                                      "1 a a DT 0 root B-XYZ\n"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        chy_arena *arena = chy_arena_new();
        chy_fixture f;
        chy_error err;
        assert_int_equal(chy_fixture_read(bad[i], strlen(bad[i]), arena, &f, &err), CHY_ERROR_TEXT);
        chy_arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_compact),
                                       cmocka_unit_test(test_conllu),
                                       cmocka_unit_test(test_refuses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
