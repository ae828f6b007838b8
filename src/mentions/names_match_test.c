#include "mentions/cast.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#define SLOTS  64u
#define JOHNS  600u
#define PEOPLE (JOHNS * 2)

/* Whether one of two names of these words can be the other: each name is words up to a NULL. */
static bool contained(const char *const *small, const char *const *large) {
    chy_word words[8] = {{.form = NULL}};
    uint32_t count = 0, first;
    for (; *small; small++)
        words[count++].form = *small;
    for (first = count; *large; large++)
        words[count++].form = *large;
    chy_casting c = {.words = words, .word_count = count};
    chy_draft a = {.first = 0, .end = first}, b = {.first = first, .end = count};
    assert_int_equal(chy_names_contained(&c, &a, &b), chy_names_contained(&c, &b, &a));
    return chy_names_contained(&c, &a, &b);
}

static void shorter_names_stand_in_longer_ones(void **state) {
    (void)state;
    static const char *const full[] = {"Ana", "Maria", "Ruiz", NULL};
    assert_true(contained((const char *const[]){"Ruiz", NULL}, full));
    assert_true(contained((const char *const[]){"ANA", "RUIZ", NULL}, full));
    assert_true(contained((const char *const[]){"A.", "M.", "Ruiz", NULL}, full));
    assert_false(contained((const char *const[]){"Ruiz", "Ana", NULL}, full));
    assert_false(contained((const char *const[]){"B.", "Ruiz", NULL}, full));
    assert_false(contained((const char *const[]){"Diaz", NULL}, full));
}

static void open_casting(chy_casting *c, uint32_t heads[SLOTS]) {
    for (uint32_t i = 0; i < SLOTS; i++)
        heads[i] = CHY_NONE;
    *c = (chy_casting){.scratch = chy_arena_new(), .token_heads = heads, .token_mask = SLOTS - 1};
    assert_non_null(c->scratch);
}

static void a_country_is_made_once(void **state) {
    (void)state;
    uint32_t heads[SLOTS];
    chy_casting c;
    open_casting(&c, heads);
    assert_int_equal(chy_find_country(&c, "KEN"), CHY_NONE);
    uint32_t kenya = chy_country_of(&c, "KEN");
    assert_int_not_equal(kenya, CHY_NONE);
    assert_int_equal(c.cast[kenya].is.kind, CHY_ENTITY_COUNTRY);
    assert_int_not_equal(chy_country_of(&c, "PER"), kenya);
    assert_int_equal(chy_country_of(&c, "KEN"), kenya);
    assert_int_equal(chy_find_country(&c, "KEN"), kenya);
    assert_int_equal(chy_find_country(&c, ""), CHY_NONE);
    assert_int_equal(c.cast_count, 2);
    chy_arena_free(c.scratch);
}

/* A surname is found among any number of people with the same first name. */
static void surnames_are_found_among_many_johns(void **state) {
    (void)state;
    static char surnames[JOHNS][8];
    static chy_word words[PEOPLE];
    static chy_draft drafts[JOHNS];
    uint32_t heads[SLOTS];
    chy_casting c;
    open_casting(&c, heads);
    for (uint32_t i = 0; i < JOHNS; i++) {
        snprintf(surnames[i], sizeof surnames[i], "Ox%c%c%c", 'a' + (int)(i % 26),
                 'a' + (int)(i / 26 % 26), 'a' + (int)(i / 676));
        words[i * 2] = (chy_word){.form = "John", .upos = CHY_UPOS_PROPN};
        words[i * 2 + 1] = (chy_word){.form = surnames[i], .upos = CHY_UPOS_PROPN};
        drafts[i] = (chy_draft){.first = i * 2,
                                .end = i * 2 + 2,
                                .head = i * 2 + 1,
                                .says = {.kind = CHY_ENTITY_PERSON, .country = ""}};
    }
    c.words = words, c.word_count = PEOPLE, c.drafts = drafts, c.draft_count = JOHNS;
    for (uint32_t i = 0; i < JOHNS; i++) {
        uint32_t index;
        assert_int_equal(chy_find_named(&c, &drafts[i]), CHY_NONE);
        chy_character *john = chy_character_add(&c, &index);
        assert_non_null(john);
        john->is.kind = CHY_ENTITY_PERSON;
        john->name_draft = i;
        assert_true(chy_index_name(&c, index, &drafts[i]));
    }
    for (uint32_t i = 0; i < JOHNS; i++)
        assert_int_equal(chy_find_named(&c, &drafts[i]), i);
    chy_arena_free(c.scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(shorter_names_stand_in_longer_ones),
                                       cmocka_unit_test(a_country_is_made_once),
                                       cmocka_unit_test(surnames_are_found_among_many_johns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
