#include "mentions/epithets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { ANA, BO, DESCRIPTION, DRAFTS };

/* "Ana, 58, met Bo. The 58-year-old judge left." */
typedef struct scene {
    chy_word words[16];
    chy_draft drafts[DRAFTS];
    chy_character cast[2];
    chy_casting c;
    chy_arena *arena;
} scene;

static const char *const forms[] = {"Ana", ",", "58",   ",", "met", "Bo",    ".",   "The",
                                    "58",  "-", "year", "-", "old", "judge", "left"};
static const uint32_t heads[] = {4, 0, 0, 0, CHY_NONE, 4, 4, 13, 10, 10, 12, 12, 13, 14, CHY_NONE};

static chy_draft draft_of(uint32_t first, uint32_t end, chy_mention_kind kind, uint32_t character) {
    return (chy_draft){.first = first,
                       .end = end,
                       .head = end - 1,
                       .core_first = end - 1,
                       .core_end = end,
                       .kind = (uint8_t)kind,
                       .character = character,
                       .says = {.kind = CHY_ENTITY_PERSON,
                                .number = 1,
                                .country = "",
                                .role = kind == CHY_MENTION_DESCRIPTION ? "judge" : "",
                                .role_class = ""}};
}

static void open_scene(scene *s) {
    *s = (scene){.arena = chy_arena_new()};
    assert_non_null(s->arena);
    for (uint32_t i = 0; i < CHY_COUNT_OF(forms); i++)
        s->words[i] = (chy_word){.form = forms[i],
                                 .lemma = forms[i],
                                 .upos = CHY_UPOS_NOUN,
                                 .deprel = CHY_DEPREL_DEP,
                                 .head = heads[i],
                                 .sentence = i > 6};
    s->words[2].upos = CHY_UPOS_NUM;
    s->words[4].upos = s->words[14].upos = CHY_UPOS_VERB;
    s->words[0].deprel = s->words[13].deprel = CHY_DEPREL_NSUBJ;
    s->words[5].deprel = CHY_DEPREL_OBJ;
    s->words[7].deprel = CHY_DEPREL_DET;
    s->drafts[ANA] = draft_of(0, 1, CHY_MENTION_NAME, 0);
    s->drafts[BO] = draft_of(5, 6, CHY_MENTION_NAME, 1);
    s->drafts[DESCRIPTION] = draft_of(7, 14, CHY_MENTION_DESCRIPTION, CHY_NONE);
    s->drafts[DESCRIPTION].says.flags = CHY_SAYS_DEFINITE;
    for (uint32_t i = 0; i < 2; i++)
        s->cast[i] = (chy_character){.is = s->drafts[i].says, .name_draft = i};
    s->c = (chy_casting){.words = s->words,
                         .word_count = CHY_COUNT_OF(forms),
                         .drafts = s->drafts,
                         .draft_count = DRAFTS,
                         .cast = s->cast,
                         .cast_count = 2};
    assert_int_equal(chy_tree_build(s->words, s->c.word_count, s->arena, &s->c.tree, NULL), CHY_OK);
}

/* Whom the description tells by age or former calling. */
static uint32_t told_by(const scene *s) {
    chy_member_list others;
    uint32_t found = chy_find_of_age(&s->c, DESCRIPTION, &others);
    return found != CHY_NONE ? found : chy_find_epithet(&s->c, DESCRIPTION, &others);
}

static void who_was_said_to_be_so_old_is_meant(void **state) {
    (void)state;
    scene s;
    open_scene(&s);
    chy_member_list others;
    assert_int_equal(chy_find_of_age(&s.c, DESCRIPTION, &others), 0);
    /* Not who is of another age, but the other one named. */
    s.words[2].form = "44";
    assert_int_equal(chy_find_of_age(&s.c, DESCRIPTION, &others), CHY_NONE);
    assert_int_equal(told_by(&s), 1);
    /* Whoever was named as a subject, where no age was said. */
    s.words[2].upos = CHY_UPOS_NOUN;
    assert_int_equal(told_by(&s), 0);
    s.drafts[DESCRIPTION].says.flags |= CHY_SAYS_POSSESSED;
    assert_int_equal(told_by(&s), CHY_NONE);
    chy_arena_free(s.arena);
}

static void former_callings_are_of_those_without_office(void **state) {
    (void)state;
    scene s;
    open_scene(&s);
    s.words[12].form = "tall";
    assert_int_equal(told_by(&s), CHY_NONE);
    s.drafts[DESCRIPTION].says.flags |= CHY_SAYS_FORMER;
    assert_int_equal(told_by(&s), 0);
    /* Whoever is a judge today was not meant. */
    s.cast[0].roles[0] = "judge";
    s.cast[0].role_count = 1;
    assert_int_equal(told_by(&s), 1);
    s.cast[0].is.flags |= CHY_SAYS_FORMER;
    assert_int_equal(told_by(&s), 0);
    /* Of two with an office, nobody knows which. */
    s.cast[0].is.flags = 0;
    s.cast[0].roles[0] = "minister";
    s.cast[1].roles[0] = "mayor";
    s.cast[1].role_count = 1;
    assert_int_equal(told_by(&s), CHY_NONE);
    chy_arena_free(s.arena);
}

static void ages_are_read_before_their_head(void **state) {
    (void)state;
    scene s;
    open_scene(&s);
    s.words[7].head = 12;
    assert_int_equal(chy_tree_build(s.words, s.c.word_count, s.arena, &s.c.tree, NULL), CHY_OK);
    assert_int_equal(chy_age_before(&s.c, 12), 8);
    assert_int_equal(chy_age_before(&s.c, 13), CHY_NONE);
    s.words[10].form = "month";
    assert_int_equal(chy_age_before(&s.c, 12), CHY_NONE);
    chy_arena_free(s.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_was_said_to_be_so_old_is_meant),
        cmocka_unit_test(former_callings_are_of_those_without_office),
        cmocka_unit_test(ages_are_read_before_their_head)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
