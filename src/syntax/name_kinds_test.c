#include "syntax/name_kinds.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct row {
    const char *form;
    uint8_t tag;
    float kinds[CHY_NAME_KINDS];
    uint8_t wanted;
} row;

enum { MOST = 12 };

static void agree(const row *rows, size_t count) {
    chy_word words[MOST] = {0};
    float kinds[MOST][CHY_NAME_KINDS];
    for (size_t i = 0; i < count; i++) {
        words[i] = (chy_word){.form = rows[i].form, .name_tag = rows[i].tag};
        for (size_t k = 0; k < CHY_NAME_KINDS; k++)
            kinds[i][k] = rows[i].kinds[k];
    }
    chy_arena *arena = chy_arena_new();
    assert_true(chy_names_agree(words, count, (const float(*)[CHY_NAME_KINDS])kinds, arena));
    for (size_t i = 0; i < count; i++)
        assert_int_equal(words[i].name_tag, rows[i].wanted);
    chy_arena_free(arena);
}

static void fellows_of_the_same_words_decide_a_doubtful_one(void **state) {
    (void)state;
    const row rows[] = {
        {"Rudaw", CHY_NAME_B_ORG, {0, 5, 1, 0}, CHY_NAME_B_ORG},
        {"said", CHY_NAME_O, {0}, CHY_NAME_O},
        {"Rudaw", CHY_NAME_B_PER, {2, 1.5f, 0, 0}, CHY_NAME_B_ORG},
        {"Sofia", CHY_NAME_B_PER, {2, 1.5f, 0, 0}, CHY_NAME_B_PER},
    };
    agree(rows, sizeof rows / sizeof rows[0]);
}

static void a_sure_name_keeps_its_kind(void **state) {
    (void)state;
    const row rows[] = {
        {"Jordan", CHY_NAME_B_PER, {6, 0, 0, 0}, CHY_NAME_B_PER},
        {"Jordan", CHY_NAME_B_LOC, {0, 0, 9, 0}, CHY_NAME_B_LOC},
        {"Jordan", CHY_NAME_B_PER, {6, 0, 0, 0}, CHY_NAME_B_PER},
    };
    agree(rows, sizeof rows / sizeof rows[0]);
}

static void longer_names_of_people_speak_for_their_last_word(void **state) {
    (void)state;
    const row rows[] = {
        {"Amina", CHY_NAME_B_PER, {6, 0, 1, 0}, CHY_NAME_B_PER},
        {"Phoenix", CHY_NAME_I_PER, {6, 0, 1, 0}, CHY_NAME_I_PER},
        {"in", CHY_NAME_O, {0}, CHY_NAME_O},
        {"Phoenix", CHY_NAME_B_LOC, {2, 0, 4, 0}, CHY_NAME_B_PER},
        {"Amina", CHY_NAME_B_LOC, {2, 0, 4, 0}, CHY_NAME_B_LOC},
    };
    agree(rows, sizeof rows / sizeof rows[0]);
}

static void names_keep_their_bounds(void **state) {
    (void)state;
    const row rows[] = {
        {"Omdurman", CHY_NAME_B_PER, {1, 0, 0, 0}, CHY_NAME_B_LOC},
        {"Hills", CHY_NAME_I_PER, {1, 0, 0, 0}, CHY_NAME_I_LOC},
        {"Omdurman", CHY_NAME_B_LOC, {0, 0, 3, 0}, CHY_NAME_B_LOC},
        {"Hills", CHY_NAME_I_LOC, {0, 0, 3, 0}, CHY_NAME_I_LOC},
        {"Omdurman", CHY_NAME_B_PER, {1, 0, 0, 0}, CHY_NAME_B_PER},
    };
    agree(rows, sizeof rows / sizeof rows[0]);
}

static void scores_of_a_kind_come_from_its_own_class(void **state) {
    (void)state;
    const uint32_t tags[] = {CHY_NAME_O, CHY_NAME_I_LOC, CHY_NAME_B_PER, CHY_NAME_B_LOC,
                             CHY_NAME_I_PER};
    const float scores[] = {9, 1, 2, NAN, 4};
    float kinds[CHY_NAME_KINDS];
    chy_name_kind_scores(scores, tags, 5, true, kinds);
    assert_true(kinds[0] == 2.0f && kinds[1] < -1e29f && kinds[2] < -1e29f);
    chy_name_kind_scores(scores, tags, 5, false, kinds);
    assert_true(kinds[0] == 4.0f && kinds[2] == 1.0f && kinds[3] < -1e29f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fellows_of_the_same_words_decide_a_doubtful_one),
        cmocka_unit_test(a_sure_name_keeps_its_kind),
        cmocka_unit_test(longer_names_of_people_speak_for_their_last_word),
        cmocka_unit_test(names_keep_their_bounds),
        cmocka_unit_test(scores_of_a_kind_come_from_its_own_class),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
