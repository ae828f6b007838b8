#include "mentions/cast.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { ANA, AIDE, HE, DRAFTS, WORDS = 9 };

/* "Ana 's aide said so . He added that": the aide is Ana's, and goes on speaking. */
typedef struct scene {
    chy_word words[WORDS];
    chy_draft drafts[DRAFTS];
    chy_character cast[2];
    chy_sentence sentences[2];
    bool quoted[WORDS];
    chy_mentions_input in;
    chy_casting c;
    chy_arena *arena;
} scene;

static const char *const forms[] = {"Ana", "'s", "aide", "said", "so", ".", "He", "added", "that"};
static const char *const lemmas[] = {"Ana", "'s", "aide", "say", "so", ".", "he", "add", "that"};
static const uint32_t heads[] = {2, 0, 3, CHY_NONE, 3, 3, 7, CHY_NONE, 7};

static void build_tree(scene *s) {
    assert_int_equal(chy_tree_build(s->words, WORDS, s->arena, &s->c.tree, NULL), CHY_OK);
}

static void open_scene(scene *s) {
    *s = (scene){.arena = chy_arena_new()};
    assert_non_null(s->arena);
    for (uint32_t i = 0; i < WORDS; i++)
        s->words[i] = (chy_word){.form = forms[i],
                                 .lemma = lemmas[i],
                                 .upos = CHY_UPOS_NOUN,
                                 .deprel = CHY_DEPREL_DEP,
                                 .head = heads[i],
                                 .sentence = i > 5};
    s->words[3].upos = s->words[7].upos = CHY_UPOS_VERB;
    s->words[3].feat_bits = s->words[7].feat_bits = CHY_FEAT_PAST;
    s->words[3].deprel = s->words[7].deprel = CHY_DEPREL_ROOT;
    s->words[0].deprel = CHY_DEPREL_NMOD_POSS;
    s->words[2].deprel = s->words[6].deprel = CHY_DEPREL_NSUBJ;
    static const uint32_t at[] = {0, 2, 6};
    for (uint32_t i = 0; i < DRAFTS; i++)
        s->drafts[i] = (chy_draft){
            .first = at[i], .end = at[i] + 1, .head = at[i], .character = i == HE ? CHY_NONE : i};
    s->drafts[HE].says.gender = 'm';
    for (uint32_t i = 0; i < 2; i++)
        s->cast[i] =
            (chy_character){.is = {.kind = CHY_ENTITY_PERSON, .number = 1}, .name_draft = CHY_NONE};
    s->sentences[0].part = s->sentences[1].part = CHY_PART_BODY;
    s->in = (chy_mentions_input){.sentences = s->sentences, .sentence_count = 2};
    s->c = (chy_casting){.in = &s->in,
                         .words = s->words,
                         .word_count = WORDS,
                         .drafts = s->drafts,
                         .draft_count = DRAFTS,
                         .cast = s->cast,
                         .cast_count = 2,
                         .quoted = s->quoted};
    build_tree(s);
}

static void the_aide_goes_on_speaking(void **state) {
    (void)state;
    scene s;
    open_scene(&s);
    assert_int_equal(chy_last_speaker(&s.c, HE), AIDE);
    s.cast[AIDE].is.gender = 'f';
    assert_int_equal(chy_last_speaker(&s.c, HE), CHY_NONE);
    chy_arena_free(s.arena);
}

static void a_subject_hung_elsewhere_stands_before_its_verb(void **state) {
    (void)state;
    scene s;
    open_scene(&s);
    s.words[2].deprel = CHY_DEPREL_OBJ;
    build_tree(&s);
    assert_int_equal(chy_last_speaker(&s.c, HE), AIDE);
    chy_arena_free(s.arena);
}

static void who_does_not_speak_is_left_to_others(void **state) {
    (void)state;
    scene s;
    open_scene(&s);
    /* "The aide left. He added" */
    s.words[3].lemma = "leave";
    assert_int_equal(chy_last_speaker(&s.c, HE), CHY_NONE);
    /* "The aide said so. He left" */
    s.words[3].lemma = "say";
    s.words[7].lemma = "leave";
    assert_int_equal(chy_last_speaker(&s.c, HE), CHY_NONE);
    /* Within quotation marks another speaks. */
    s.words[7].lemma = "add";
    s.quoted[6] = true;
    assert_int_equal(chy_last_speaker(&s.c, HE), CHY_NONE);
    chy_arena_free(s.arena);
}

static void a_source_speaks_too(void **state) {
    (void)state;
    scene s;
    open_scene(&s);
    /* "According to the aide, Ana left. He added" */
    s.words[0].deprel = CHY_DEPREL_NSUBJ;
    s.words[0].head = 3;
    s.words[3].lemma = "leave";
    s.words[2].deprel = CHY_DEPREL_OBL;
    s.words[1].form = "According";
    s.words[1].deprel = CHY_DEPREL_CASE;
    s.words[1].head = 2;
    build_tree(&s);
    assert_int_equal(chy_last_speaker(&s.c, HE), AIDE);
    chy_arena_free(s.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_aide_goes_on_speaking),
        cmocka_unit_test(a_subject_hung_elsewhere_stands_before_its_verb),
        cmocka_unit_test(who_does_not_speak_is_left_to_others),
        cmocka_unit_test(a_source_speaks_too)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
