#include "mentions/test_world.h"

/* A report from Nairobi. */
static void read_from_nairobi(const world *w, const char *source, reading *r) {
    chy_error err = {0};
    r->arena = chy_arena_new();
    assert_non_null(r->arena);
    if (chy_fixture_read(source, strlen(source), r->arena, &r->fixture, &err) != CHY_OK)
        fail_msg("line %zu: %s", err.line, err.message);
    chy_report report = {.published = "2024-05-22"};
    chy_dateline dateline = {.date = NULL, .text = ""};
    chy_mentions_input input = {.lexicon = w->lexicon,
                                .text = r->fixture.text,
                                .report = &report,
                                .dateline = &dateline,
                                .dateline_place = "Nairobi",
                                .words = r->fixture.words,
                                .word_count = r->fixture.word_count,
                                .sentences = r->fixture.sentences,
                                .sentence_count = r->fixture.sentence_count};
    assert_int_equal(chy_mentions_read(&input, r->arena, &r->mentions, &err), CHY_OK);
}

/* The entity whose mention ends with a word of the given form, the first where there is none. */
static const chy_entity *entity_of(const reading *r, const char *form) {
    assert_true(r->mentions.entity_count > 0);
    for (uint32_t i = 0; i < r->mentions.mention_count; i++) {
        const chy_mention *mention = &r->mentions.mentions[i];
        if (strcmp(r->fixture.words[mention->end_word - 1].form, form) == 0)
            return &r->mentions.entities[mention->entity];
    }
    return &r->mentions.entities[0];
}

#define VOTE                                                                                       \
    "1 Kenya Kenya NNP 2 nsubj B-LOC\n"                                                            \
    "2 voted vote VBD 0 root\n\n"
#define WARNING                                                                                    \
    "1 Envoys envoy NNS 2 nsubj\n"                                                                 \
    "2 warned warn VBD 0 root\n"                                                                   \
    "3 in in IN 4 case\n"                                                                          \
    "4 Lima Lima NNP 2 obl B-LOC\n"                                                                \
    "5 that that IN 7 mark\n"                                                                      \
    "6 Peru Peru NNP 7 nsubj B-LOC\n"                                                              \
    "7 answered answer VBD 2 ccomp\n\n"
#define FIGHT                                                                                      \
    "1 Soldiers soldier NNS 2 nsubj\n"                                                             \
    "2 fought fight VBD 0 root\n"                                                                  \
    "3 in in IN 4 case\n"                                                                          \
    "4 Ica Ica NNP 2 obl B-LOC\n\n"
#define MARCH(town)                                                                                \
    "1 Students student NNS 2 nsubj\n"                                                             \
    "2 marched march VBD 0 root\n"                                                                 \
    "3 in in IN 5 case\n"                                                                          \
    "4 the the DT 5 det\n"                                                                         \
    "5 " town " " town " NN 2 obl\n"

/* Of what is told around it, not of where somebody spoke in the paragraph before. */
static void the_capital_is_that_of_the_country_told_of(void **state) {
    static const struct {
        const char *source, *capital;
    } reports[] = {{VOTE "# newpar\n" WARNING "# newpar\n" MARCH("capital"), "Nairobi"},
                   {VOTE "# newpar\n" WARNING MARCH("capital"), "Lima"},
                   {VOTE "# newpar\n" FIGHT "# newpar\n" MARCH("capital"), "Lima"},
                   {VOTE "# newpar\n" MARCH("capital"), "Nairobi"}};
    for (size_t i = 0; i < sizeof reports / sizeof reports[0]; i++) {
        reading r;
        read_from_nairobi(*state, reports[i].source, &r);
        const chy_entity *capital = entity_of(&r, "capital");
        assert_non_null(capital->place);
        assert_string_equal(capital->place->name, reports[i].capital);
        chy_arena_free(r.arena);
    }
}

static void the_city_is_the_datelines(void **state) {
    reading r;
    read_from_nairobi(*state, VOTE "# newpar\n" MARCH("city"), &r);
    const chy_entity *city = entity_of(&r, "city");
    assert_non_null(city->place);
    assert_string_equal(city->place->name, "Nairobi");
    assert_string_equal(city->country, "KEN");
    chy_arena_free(r.arena);
}

/* Not of the country that the report comes from, nor of a little namesake's. */
static void a_towns_police_are_of_its_country(void **state) {
    static const char source[] = "1 Lagos Lagos NNP 2 compound B-ORG\n"
                                 "2 Police Police NNP 3 nsubj I-ORG\n"
                                 "3 freed free VBD 0 root\n"
                                 "4 them they PRP 3 obj\n";
    reading r;
    read_from_nairobi(*state, source, &r);
    assert_string_equal(entity_of(&r, "Police")->country, "NGA");
    chy_arena_free(r.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_capital_is_that_of_the_country_told_of),
        cmocka_unit_test(the_city_is_the_datelines),
        cmocka_unit_test(a_towns_police_are_of_its_country),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
