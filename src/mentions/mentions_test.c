#include "mentions/heads.h"

#include "mentions/test_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static void append(char *out, size_t size, const char *text) {
    size_t used = strlen(out);
    snprintf(out + used, size - used, "%s", text);
}

/* An entity as the fixtures write it: "person KEN GOV president | mention; mention = member;
 * member". */
static void describe(const reading *r, uint32_t at, char *out, size_t size) {
    const chy_entity *entity = &r->mentions.entities[at];
    out[0] = '\0';
    append(out, size, chy_entity_kind_name((chy_entity_kind)entity->kind));
    append(out, size, " ");
    append(out, size, entity->country[0] ? entity->country : "-");
    append(out, size, " ");
    bool any = false;
    for (int s = 0; s < CHY_SECTOR_COUNT; s++) {
        if (!(entity->sectors >> s & 1u)) continue;
        append(out, size, any ? "+" : "");
        append(out, size, chy_sector_name((chy_sector)s));
        any = true;
    }
    append(out, size, any ? " " : "- ");
    append(out, size, entity->role[0] ? entity->role : "-");
    append(out, size, " |");
    for (uint32_t i = 0; i < entity->mention_count; i++) {
        const chy_mention *mention = &r->mentions.mentions[entity->mentions[i]];
        append(out, size, i ? ";" : "");
        for (uint32_t w = mention->first_word; w < mention->end_word; w++) {
            append(out, size, " ");
            append(out, size, r->fixture.words[w].form);
        }
    }
    for (uint32_t i = 0; i < entity->member_count; i++) {
        append(out, size, i ? "; " : " = ");
        append(out, size, r->mentions.entities[entity->members[i]].name);
    }
}

/* Every entity of a fixture, in order, is as its "# expect" lines say, and no other. */
static void check_fixture(const world *w, const char *name) {
    size_t size;
    char *source = read_file(name, &size);
    reading r;
    read_report(w, source, size, "2024-05-22", &r);
    uint32_t at = 0;
    int wrong = 0;
    for (char *line = strtok(source, "\n"); line; line = strtok(NULL, "\n")) {
        if (strncmp(line, "# expect ", 9) != 0) continue;
        char found[1024] = "";
        if (at < r.mentions.entity_count) describe(&r, at, found, sizeof found);
        if (strcmp(found, line + 9) != 0) {
            print_message("%s\n  expected: %s\n  found:    %s\n", name, line + 9, found);
            wrong++;
        }
        at++;
    }
    assert_int_equal(wrong, 0);
    assert_int_equal(at, r.mentions.entity_count);
    chy_arena_free(r.arena);
    free(source);
}

#define FIXTURE_TEST(name)                                                                         \
    static void test_##name(void **state) {                                                        \
        check_fixture(*state, #name ".txt");                                                       \
    }
FIXTURE_TEST(summit)
FIXTURE_TEST(offices)
FIXTURE_TEST(metonymy)
FIXTURE_TEST(bodies)
FIXTURE_TEST(attack)
FIXTURE_TEST(ministers)
FIXTURE_TEST(cataphora)
FIXTURE_TEST(sovereigns)
FIXTURE_TEST(pairs)
FIXTURE_TEST(guests)
FIXTURE_TEST(links)

static const char kiprono[] = "1 Samuel Samuel NNP 3 nsubj B-PER\n"
                              "2 Kiprono Kiprono NNP 1 flat I-PER\n"
                              "3 left leave VBD 0 root\n";

/* The office is the one held on the report's day; none where the day is not known. */
static void test_office_by_date(void **state) {
    static const struct {
        const char *published, *title, *country;
        uint32_t sectors;
    } days[] = {
        {"2012-01-01", "finance minister", "KEN", 1u << CHY_SECTOR_GOV},
        {"2020-01-01", "president", "KEN", 1u << CHY_SECTOR_GOV},
        {"2016-01-01", NULL, "KEN", 1u << CHY_SECTOR_ELI},
        /* Some years before the first office the country is known, much earlier nothing. */
        {"2001-01-01", NULL, "KEN", 0},
        {"1985-01-01", NULL, "", 0},
    };
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        reading r;
        read_report(*state, kiprono, strlen(kiprono), days[i].published, &r);
        assert_int_equal(r.mentions.entity_count, 1);
        const chy_entity *entity = &r.mentions.entities[0];
        assert_string_equal(entity->country, days[i].country);
        assert_int_equal(entity->sectors, days[i].sectors);
        assert_int_equal(entity->office_count, days[i].title ? 1 : 0);
        if (days[i].title) {
            assert_string_equal(entity->offices[0].title, days[i].title);
            assert_string_equal(entity->offices[0].source, "table:offices");
            assert_string_equal(entity->wikidata, "Q900001");
        }
        chy_arena_free(r.arena);
    }
    reading r;
    read_report(*state, kiprono, strlen(kiprono), NULL, &r);
    assert_int_equal(r.mentions.entities[0].office_count, 0);
    chy_arena_free(r.arena);
}

/* A named officer without a country is of the one whose capital the dateline names, where two are
 * spoken of. */
static void test_home(void **state) {
    static const char source[] = "1 Nairobi Nairobi NNP 8 obl B-LOC\n"
                                 "2 Minister minister NNP 3 nmod:desc\n"
                                 "3 Odhiambo Odhiambo NNP 4 nsubj B-PER\n"
                                 "4 told tell VBD 0 root\n"
                                 "5 Peruvian Peruvian JJ 6 amod B-OTH\n"
                                 "6 reporters reporter NNS 4 obj\n"
                                 "7 Kenya Kenya NNP 8 nsubj B-LOC\n"
                                 "8 trusted trust VBD 4 ccomp\n"
                                 "9 Peruvian Peruvian JJ 11 amod B-OTH\n"
                                 "10 and and CC 11 cc\n"
                                 "11 Kenyan Kenyan JJ 8 obj B-OTH\n";
    const world *w = *state;
    chy_arena *arena = chy_arena_new();
    chy_error err = {0};
    chy_fixture f;
    chy_mentions mentions;
    assert_int_equal(chy_fixture_read(source, strlen(source), arena, &f, &err), CHY_OK);
    chy_report report = {.published = "2024-05-22"};
    chy_dateline dateline = {.date = NULL, .text = ""};
    chy_mentions_input input = {.lexicon = w->lexicon,
                                .text = f.text,
                                .report = &report,
                                .dateline = &dateline,
                                .dateline_place = "Nairobi",
                                .words = f.words,
                                .word_count = f.word_count,
                                .sentences = f.sentences,
                                .sentence_count = f.sentence_count};
    assert_int_equal(chy_mentions_read(&input, arena, &mentions, &err), CHY_OK);
    bool found = false;
    for (uint32_t i = 0; i < mentions.entity_count; i++)
        if (mentions.entities[i].kind == CHY_ENTITY_PERSON &&
            strcmp(mentions.entities[i].name, "Odhiambo") == 0) {
            assert_string_equal(mentions.entities[i].country, "KEN");
            assert_string_equal(mentions.entities[i].evidence, "context");
            found = true;
        }
    assert_true(found);
    chy_arena_free(arena);
}

/* "Former" before a title hangs from the name: the office is over. */
static void test_former_title(void **state) {
    static const char source[] = "1 former former JJ 4 amod\n"
                                 "2 Peruvian Peruvian JJ 4 amod B-OTH\n"
                                 "3 President president NNP 4 nmod:desc\n"
                                 "4 Okello Okello NNP 5 nsubj B-PER\n"
                                 "5 left leave VBD 0 root\n"
                                 "\n"
                                 "1 The the DT 4 det\n"
                                 "2 former former JJ 4 amod\n"
                                 "3 President president NNP 4 nmod:desc\n"
                                 "4 Barasa Barasa NNP 5 nsubj B-PER\n"
                                 "5 stayed stay VBD 0 root\n";
    reading r;
    read_report(*state, source, strlen(source), "2020-01-01", &r);
    bool found = false;
    for (uint32_t i = 0; i < r.mentions.entity_count; i++)
        if (strcmp(r.mentions.entities[i].name, "Barasa") == 0) {
            assert_int_equal(r.mentions.entities[i].sectors, 1u << CHY_SECTOR_ELI);
            found = true;
        }
    assert_true(found);
    chy_arena_free(r.arena);
}

/* Words win: a person called minister of another country is not the table's. */
static void test_words_win(void **state) {
    static const char source[] = "1 Peruvian Peruvian JJ 2 amod B-OTH\n"
                                 "2 President president NNP 3 nmod:desc\n"
                                 "3 Samuel Samuel NNP 5 nsubj B-PER\n"
                                 "4 Kiprono Kiprono NNP 3 flat I-PER\n"
                                 "5 left leave VBD 0 root\n";
    reading r;
    read_report(*state, source, strlen(source), "2020-01-01", &r);
    const chy_entity *entity = &r.mentions.entities[0];
    assert_string_equal(entity->country, "PER");
    assert_string_equal(entity->wikidata, "");
    assert_int_equal(entity->office_count, 1);
    assert_string_equal(entity->offices[0].source, "words");
    chy_arena_free(r.arena);
}

/* A million words in no time: a long sentence, many sentences of one noun, deep chains. */
static void test_pathological(void **state) {
    enum { WORDS = 60000 };
    static const char *const words[][3] = {{"minister minister NN", "nmod", ""},
                                           {"Kenya Kenya NNP", "conj", "B-LOC"},
                                           {"he he PRP", "nsubj", ""},
                                           {"they they PRP", "dep", ""}};
    char *source = malloc(WORDS * 64u);
    assert_non_null(source);
    for (size_t kind = 0; kind < sizeof words / sizeof words[0]; kind++) {
        size_t used = 0;
        for (unsigned sentence = 0; sentence < WORDS / 250; sentence++) {
            for (unsigned word = 1; word <= 250; word++) {
                char line[80];
                int length =
                    word == 1 ? snprintf(line, sizeof line, "1 ministers minister NNS 0 root\n")
                              : snprintf(line, sizeof line, "%u %s %u %s %s\n", word,
                                         words[kind][0], word - 1, words[kind][1], words[kind][2]);
                memcpy(source + used, line, (size_t)length);
                used += (size_t)length;
            }
            source[used++] = '\n';
        }
        clock_t begin = clock();
        reading r;
        read_report(*state, source, used, "2024-05-22", &r);
        double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
        if (seconds > 10) fail_msg("kind %zu took %.1f s", kind, seconds);
        chy_arena_free(r.arena);
    }
    free(source);
}

/* The readings' head against the rules: aspects of the name, its governor and the root and the
 * rules' own word add up; "in" leaves no doubt. */
static void test_learned_readings(void **state) {
    static const char source[] = "1 Lima Lima NNP 2 nsubj B-LOC\n"
                                 "2 waits wait VBZ 0 root\n"
                                 "3 in in IN 4 case\n"
                                 "4 Nairobi Nairobi NNP 2 obl B-LOC\n";
    static const struct {
        float name, governor, root, rules;
        chy_reading expected;
    } cases[] = {{-3, 0, 0, 1, CHY_READING_LITERAL},   {-3, 4, 0, 0, CHY_READING_METONYMIC},
                 {-3, 0, 4, 0, CHY_READING_METONYMIC}, {-3, 0, 0, 4, CHY_READING_METONYMIC},
                 {3, -2, -2, 0, CHY_READING_LITERAL},  {3, -1, -1, -2, CHY_READING_LITERAL}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        float values[5][CHY_READING_ROWS] = {0};
        values[0][0] = cases[i].name;
        values[1][1] = cases[i].governor;
        values[4][2] = cases[i].root;
        values[3][0] = 100;
        chy_aspects aspects = {.values = values[0], .stride = CHY_READING_ROWS};
        aspects.count[CHY_ASPECT_READINGS] = CHY_READING_ROWS;
        chy_mention_heads heads = {.reading_rules = &cases[i].rules};
        reading r;
        read_learned(*state, source, strlen(source), &heads, &aspects, &r);
        assert_int_equal(r.mentions.mention_count, 2);
        assert_int_equal(r.mentions.mentions[0].reading, cases[i].expected);
        assert_int_equal(r.mentions.mentions[1].reading, CHY_READING_LITERAL);
        chy_arena_free(r.arena);
    }
}

static void test_empty(void **state) {
    reading r;
    read_report(*state, "", 0, NULL, &r);
    assert_int_equal(r.mentions.mention_count, 0);
    assert_int_equal(r.mentions.entity_count, 0);
    assert_int_equal(r.mentions.reference_date, 0);
    assert_int_equal(r.mentions.dateline_place, CHY_NONE);
    chy_arena_free(r.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_summit),       cmocka_unit_test(test_offices),
        cmocka_unit_test(test_metonymy),     cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_attack),       cmocka_unit_test(test_ministers),
        cmocka_unit_test(test_cataphora),    cmocka_unit_test(test_office_by_date),
        cmocka_unit_test(test_words_win),    cmocka_unit_test(test_pathological),
        cmocka_unit_test(test_empty),        cmocka_unit_test(test_sovereigns),
        cmocka_unit_test(test_pairs),        cmocka_unit_test(test_guests),
        cmocka_unit_test(test_links),        cmocka_unit_test(test_home),
        cmocka_unit_test(test_former_title), cmocka_unit_test(test_learned_readings)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
