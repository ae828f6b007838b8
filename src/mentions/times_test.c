#include "mentions/time_fixture.h"

#include "mentions/numbers.h"

#include <stdlib.h>
#include <time.h>

static const chy_date reference = {2025, 3, 10};

static void test_without_reference(void **state) {
    (void)state;
    static const time_text_case open[] = {
        {"They met_VBD on Tuesday", {"XXXX-WXX-2"}},
        {"They met_VBD on June_NNP 3_CD", {"XXXX-06-03"}},
        {"They met_VBD in June_NNP", {"XXXX-06"}},
        {"They met_VBD at 15:30", {"XXXX-XX-XXT15:30"}},
        {"They met_VBD yesterday", {"XXXX-XX-XX"}},
        {"They met_VBD last week", {"PAST_REF"}},
        {"They will_MD meet_VB next year", {"FUTURE_REF"}},
        {"They met_VBD two days ago", {"PAST_REF"}},
        {"They met_VBD on Christmas_NNP Day_NNP", {"XXXX-12-25"}},
        {"They met_VBD on Good_NNP Friday_NNP", {"XXXX-XX-XX"}},
        {"They met_VBD on 5_CD May_NNP 2020_CD and a year later", {"2020-05-05", "2021"}},
        {"They met_VBD in the third quarter", {"XXXX-Q3"}},
    };
    time_expect_all(open, CHY_COUNT_OF(open), (chy_date){0});
}

/* A dateline that names the day without the year: days can be counted, the year stays open. */
static void test_open_year(void **state) {
    (void)state;
    static const time_text_case open[] = {
        {"They met_VBD yesterday", {"XXXX-03-09"}},
        {"They met_VBD today", {"XXXX-03-10"}},
        {"They met_VBD three days ago", {"XXXX-03-07"}},
        {"They met_VBD last month", {"XXXX-02"}},
        {"They met_VBD last night", {"XXXX-03-09TNI"}},
        {"They met_VBD at 15:30", {"XXXX-03-10T15:30"}},
        {"They met_VBD on Tuesday", {"XXXX-WXX-2"}},
        {"They met_VBD last week", {"XXXX-WXX"}},
        {"They met_VBD last year", {"XXXX"}},
        {"They met_VBD in June_NNP", {"XXXX-06"}},
        {"They met_VBD in June_NNP 2020_CD", {"2020-06"}},
        {"They met_VBD last quarter", {"XXXX-Q4"}},
    };
    time_expect_all(open, CHY_COUNT_OF(open), (chy_date){0, 3, 10});
}

/* What is counted from the last date told. */
static void test_told(void **state) {
    (void)state;
    static const time_text_case told[] = {
        {"It began_VBD on 5_CD May_NNP 2020_CD and ended hours later",
         {"2020-05-05", "2020-05-05"}},
        {"It ended_VBD hours later", {"FUTURE_REF"}},
        {"It began_VBD on 5_CD May_NNP 2020_CD and ended two days later",
         {"2020-05-05", "2020-05-07"}},
        {"It began_VBD on 5_CD May_NNP 2020_CD and ended the next day",
         {"2020-05-05", "2020-05-06"}},
        {"It began_VBD on 5_CD May_NNP 2020_CD and ended that night",
         {"2020-05-05", "2020-05-05TNI"}},
        {"It began_VBD on 5_CD May_NNP 2020_CD and ended the same day",
         {"2020-05-05", "2020-05-05"}},
        {"It began_VBD on 5_CD May_NNP 2020_CD and ended at 6_CD p.m.",
         {"2020-05-05", "2020-05-05T18:00"}},
        {"It began_VBD on 5_CD May_NNP 2020_CD , planned the day before ._.",
         {"2020-05-05", "2020-05-04"}},
        {"It began_VBD on 5_CD May_NNP 2020_CD , planned the week before that",
         {"2020-05-05", "2020-W18"}},
        {"It began_VBD in May_NNP 2015_CD . In March_NNP it ended", {"2015-05", "2015-03"}},
        {"It ran_VBD since May_NNP 2015_CD . In March_NNP it ended", {"2015-05", "2025-03"}},
        {"It began_VBD in 2015_CD and ended a year later", {"2015", "2016"}},
        {"It began_VBD in 2015_CD and ended a year earlier", {"2015", "2014"}},
        {"It began_VBD in 2015_CD and ended that year", {"2015", "2015"}},
        {"It began_VBD in October_NNP 2015_CD and ended the following autumn",
         {"2015-10", "2016-FA"}},
        {"It began_VBD in May_NNP 2015_CD and ended the following autumn", {"2015-05", "2015-FA"}},
        {"It began_VBD in 2015_CD and ended the following year", {"2015", "2016"}},
        {"It began_VBD in May_NNP 2015_CD and ended the following month", {"2015-05", "2015-06"}},
        {"It began_VBD in May_NNP 2015_CD and ended that same month", {"2015-05", "2015-05"}},
        {"It began_VBD in May_NNP 2015_CD and ended in July_NNP", {"2015-05", "2015-07"}},
        {"It began_VBD in May_NNP and July_NNP 2015_CD", {"2015-05", "2015-07"}},
        {"It ran_VBD from May_NNP to July_NNP 2015_CD", {"2015-05", "2015-07"}},
        {"It ran_VBD from 8_CD December_NNP to 3_CD March_NNP 2015_CD",
         {"2014-12-08", "2015-03-03"}},
        {"It ended_VBD last week , not the week before that", {"2025-W10", "2025-W09"}},
        {"It ended_VBD last week , the week before that or the week before that",
         {"2025-W10", "2025-W09", "2025-W08"}},
        {"It began_VBD last week on May_NNP 7_CD 2015_CD and ended the following week",
         {"2025-W10", "2015-05-07", "2015-W20"}},
        {"It ran_VBD between 2010_CD and 2014_CD", {"2010", "2014"}},
        {"It ran_VBD in 2010_CD - 2014_CD", {"2010", "2014"}},
        {"It ran_VBD in 1990_CD - 91_CD", {"1990", "1991"}},
        {"It ran_VBD in 2019_CD / 20_CD", {"2019", "2020"}},
        {"It ran_VBD in 2015_CD until today and that year ended", {"2015", "2025-03-10", "2015"}},
    };
    time_expect_all(told, CHY_COUNT_OF(told), reference);
}

/* What its clause says of a time: what somebody is invited to and a limit that is set lie ahead,
 * what somebody was forced to do does not. The report's day is a Monday. */
static void test_direction(void **state) {
    (void)state;
    static const struct {
        const char *tree, *value;
    } cases[] = {
        {"1 She she PRP 2 nsubj\n2 invited invite VBD 0 root\n3 them they PRP 2 obj\n"
         "4 to to IN 5 case\n5 talks talk NNS 2 obl\n6 on on IN 7 case\n"
         "7 Friday Friday NNP 2 obl\n",
         "2025-03-14"},
        {"1 She she PRP 2 nsubj\n2 invited invite VBD 0 root\n3 them they PRP 2 obj\n"
         "4 to to IN 7 case\n5 a a DT 7 det\n6 Friday Friday NNP 7 compound\n"
         "7 dinner dinner NN 2 obl\n",
         "2025-03-14"},
        {"1 The the DT 2 det\n2 invitation invitation NN 8 nsubj:pass\n3 to to IN 6 case\n"
         "4 a a DT 6 det\n5 Friday Friday NNP 6 compound\n6 meeting meeting NN 2 nmod\n"
         "7 was be VBD 8 aux:pass\n8 sent send VBN 0 root\n",
         "2025-03-14"},
        {"1 She she PRP 2 nsubj\n2 invited invite VBD 0 root\n3 them they PRP 2 obj\n"
         "4 on on IN 5 case\n5 Friday Friday NNP 2 obl\n",
         "2025-03-07"},
        {"1 She she PRP 2 nsubj\n2 invited invite VBD 0 root\n3 them they PRP 2 obj\n"
         "4 to to IN 5 case\n5 Lima Lima NNP 2 obl\n6 in in IN 7 case\n7 May May NNP 2 obl\n",
         "2025-05"},
        {"1 She she PRP 2 nsubj\n2 invited invite VBD 0 root\n3 them they PRP 2 obj\n"
         "4 to to IN 5 case\n5 Lima Lima NNP 2 obl\n6 on on IN 7 case\n"
         "7 Friday Friday NNP 2 obl\n",
         "2025-03-07"},
        {"1 It it PRP 3 nsubj:pass\n2 was be VBD 3 aux:pass\n3 put put VBN 0 root\n"
         "4 off off RP 3 compound:prt\n5 until until IN 6 case\n6 Friday Friday NNP 3 obl\n",
         "2025-03-14"},
        {"1 Talks talk NNS 7 nsubj\n2 due due JJ 4 mark\n3 to to IN 2 fixed\n"
         "4 start start VB 1 acl\n5 on on IN 6 case\n6 Friday Friday NNP 4 obl\n"
         "7 ended end VBD 0 root\n",
         "2025-03-14"},
        {"1 She she PRP 2 nsubj\n2 vowed vow VBD 0 root\n3 to to TO 4 mark\n"
         "4 punish punish VB 2 xcomp\n5 those those DT 4 obj\n6 who who WP 7 nsubj\n"
         "7 stayed stay VBD 5 acl:relcl\n8 by by IN 9 case\n9 Friday Friday NNP 7 obl\n",
         "2025-03-14"},
        {"1 They they PRP 2 nsubj\n2 left leave VBD 0 root\n3 by by IN 4 case\n"
         "4 Friday Friday NNP 2 obl\n",
         "2025-03-07"},
        {"1 They they PRP 3 nsubj:pass\n2 were be VBD 3 aux:pass\n3 forced force VBN 0 root\n"
         "4 to to TO 5 mark\n5 leave leave VB 3 xcomp\n6 in in IN 7 case\n"
         "7 June June NNP 5 obl\n",
         "2024-06"},
        {"1 They they PRP 2 nsubj\n2 planned plan VBD 0 root\n3 to to TO 4 mark\n"
         "4 leave leave VB 2 xcomp\n5 in in IN 6 case\n6 June June NNP 4 obl\n",
         "2025-06"},
        {"1 They they PRP 2 nsubj\n2 announced announce VBD 0 root\n3 talks talk NNS 2 obj\n"
         "4 in in IN 5 case\n5 May May NNP 2 obl\n",
         "2025-05"},
        {"1 They they PRP 2 nsubj\n2 announced announce VBD 0 root\n3 talks talk NNS 2 obj\n"
         "4 in in IN 5 case\n5 January January NNP 2 obl\n",
         "2025-01"},
        {"1 They they PRP 2 nsubj\n2 agreed agree VBD 0 root\n3 on on IN 4 case\n"
         "4 talks talk NNS 2 obl\n5 in in IN 6 case\n6 July July NNP 2 obl\n",
         "2025-07"},
        {"1 They they PRP 2 nsubj\n2 agreed agree VBD 0 root\n3 on on IN 4 case\n"
         "4 talks talk NNS 2 obl\n5 on on IN 6 case\n6 Friday Friday NNP 2 obl\n",
         "2025-03-07"},
        {"1 They they PRP 2 nsubj\n2 held hold VBD 0 root\n3 talks talk NNS 2 obj\n"
         "4 in in IN 5 case\n5 May May NNP 2 obl\n",
         "2024-05"},
        {"1 They they PRP 2 nsubj\n2 set set VBD 0 root\n3 a a DT 4 det\n"
         "4 deadline deadline NN 2 obj\n5 of of IN 6 case\n6 Friday Friday NNP 4 nmod\n",
         "2025-03-14"},
    };
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        chy_arena *arena = chy_arena_new();
        chy_fixture f;
        chy_times times;
        assert_int_equal(chy_fixture_read(cases[i].tree, strlen(cases[i].tree), arena, &f, NULL),
                         CHY_OK);
        time_fixture_times(&f, reference, "", arena, &times);
        assert_int_equal(times.count, 1);
        assert_string_equal(times.times[0].value, cases[i].value);
        chy_arena_free(arena);
    }
}

/* What looks like a time and is none. */
static void test_none(void **state) {
    (void)state;
    static const time_text_case none[] = {
        {"They may_MD march_VB on", {NULL}},
        {"The 70 - year - old leader left_VBD", {NULL}},
        {"A 30-year-old man left_VBD", {NULL}},
        {"A man 30 years of age left_VBD", {NULL}},
        {"A woman in her 40s left_VBD", {NULL}},
        {"About 2000_CD people left_VBD", {NULL}},
        {"They spring_VBP a second surprise", {NULL}},
        {"The price was_VBD $ 1900_CD", {NULL}},
        {"Nurses joined_VBD a march_NN in Lima", {NULL}},
        {"They fall_VBP often", {NULL}},
        {"They sat_VBD down", {NULL}},
        {"The sun_NN rose_VBD", {NULL}},
        {"It scored_VBD 3-2", {NULL}},
        {"It lies_VBZ at 99/99/2020_CD", {NULL}},
        {"It lies_VBZ at 2020-13-45_CD", {NULL}},
        {"A quarter of them left_VBD", {NULL}},
        {"A second man left_VBD", {NULL}},
        {"They left_VBD on Independence_NNP Day_NNP", {NULL}},
        {"They left_VBD on Peruvian_JJ Republic_NNP Day_NNP", {NULL}},
        {"The Good_NNP Friday_JJ Agreement_NNP held_VBD", {NULL}},
        {"It was_VBD the day of the vote", {NULL}},
        {"It was_VBD the second day of the talks", {NULL}},
        {"It was_VBD the latest period of calm", {NULL}},
        {"An overnight_JJ train left_VBD", {NULL}},
        {"They spoke_VBD of its future", {NULL}},
        {"It came_VBD no earlier_RB than that", {NULL}},
        {"It was_VBD the moment of truth", {NULL}},
        {"It rose_VBD by 1.5_CD points", {NULL}},
    };
    time_expect_all(none, CHY_COUNT_OF(none), reference);
}

/* Words that begin expressions without end, a sentence of each: no reader looks far ahead. */
static double seconds_for(const char *word, size_t count) {
    chy_arena *arena = chy_arena_new();
    chy_word *words = chy_arena_alloc(arena, count, sizeof *words);
    assert_non_null(words);
    for (size_t i = 0; i < count; i++)
        words[i] = (chy_word){.form = word,
                              .lemma = word,
                              .upos = CHY_UPOS_NOUN,
                              .head = i == 0 ? CHY_NONE : 0,
                              .span = {(uint32_t)i * 8, (uint32_t)i * 8 + 8}};
    chy_sentence sentence = {.first_word = 0, .word_count = (uint32_t)count};
    chy_tree tree;
    assert_int_equal(chy_tree_build(words, (uint32_t)count, arena, &tree, NULL), CHY_OK);
    chy_times_input input = {.tree = &tree,
                             .sentences = &sentence,
                             .sentence_count = 1,
                             .reference = reference,
                             .country = "",
                             .lexicon = time_lexicon};
    chy_times times;
    clock_t start = clock();
    assert_int_equal(chy_times_read(&input, arena, &times, NULL), CHY_OK);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    for (uint32_t i = 0; i < times.count; i++)
        assert_true(times.times[i].end_word > times.times[i].first_word &&
                    (i == 0 || times.times[i].first_word >= times.times[i - 1].end_word));
    chy_arena_free(arena);
    return seconds;
}

static void test_linear(void **state) {
    (void)state;
    static const char *const words[] = {"late", "of",   "the",  "-",  "May",  "5",    "twenty",
                                        "and",  "last", "year", "a",  "half", "next", "to",
                                        "1990", "on",   "mid-", "'s", ",",    "every"};
    for (size_t i = 0; i < CHY_COUNT_OF(words); i++) {
        double seconds = seconds_for(words[i], 50000);
        if (seconds > 2.0) fail_msg("'%s' 50,000 times: %.1f s", words[i], seconds);
    }
}

static void test_numbers(void **state) {
    (void)state;
    static const struct {
        const char *words;
        double value, low, high;
    } numbers[] = {{"three dozen", 36, 36, 36},
                   {"1.2 million", 1.2e6, 1.2e6, 1.2e6},
                   {"at least 40", 40, 40, 1e300},
                   {"twenty - three", 23, 23, 23},
                   {"twenty-three", 23, 23, 23},
                   {"two hundred and five", 205, 205, 205},
                   {"1,250", 1250, 1250, 1250},
                   {"half a million", 5e5, 5e5, 5e5},
                   {"dozens", 24, 24, 119},
                   {"tens of thousands", 20000, 20000, 99999},
                   {"20 to 30", 25, 20, 30},
                   {"between 20 and 30", 25, 20, 30},
                   {"up to 500", 500, 0, 500},
                   {"a hundred", 100, 100, 100},
                   {"several hundred", 300, 300, 900},
                   {"two and a half", 2.5, 2.5, 2.5}};
    for (size_t i = 0; i < CHY_COUNT_OF(numbers); i++) {
        chy_arena *arena = chy_arena_new();
        chy_fixture f;
        time_fixture_flat(numbers[i].words, arena, &f);
        chy_number number;
        if (!chy_number_read(f.words, 0, f.word_count, &number))
            fail_msg("%s: none", numbers[i].words);
        double high = number.high > 1e300 ? 1e300 : number.high;
        if (number.end_word != f.word_count || number.value < numbers[i].value * 0.999999 ||
            number.value > numbers[i].value * 1.000001 || number.low < numbers[i].low - 1e-6 ||
            number.low > numbers[i].low + 1e-6 || high < numbers[i].high * 0.999999 ||
            high > numbers[i].high * 1.000001)
            fail_msg("%s: %g (%g to %g), %u words", numbers[i].words, number.value, number.low,
                     number.high, number.end_word);
        chy_arena_free(arena);
    }
    assert_int_equal(chy_ordinal_value("third"), 3);
    assert_int_equal(chy_ordinal_value("21st"), 21);
    assert_int_equal(chy_ordinal_value("three"), 0);
}

static void test_calendar(void **state) {
    (void)state;
    int32_t year;
    assert_int_equal(chy_date_days((chy_date){1970, 1, 1}), 0);
    assert_int_equal(chy_date_weekday(chy_date_days((chy_date){2024, 2, 29})), 4);
    assert_int_equal(chy_date_week(chy_date_days((chy_date){2021, 1, 3}), &year), 53);
    assert_int_equal(year, 2020);
    for (int32_t days = -50000; days < 50000; days += 37)
        assert_int_equal(chy_date_days(chy_date_of_days(days)), days);
    assert_int_equal(chy_date_add_months((chy_date){2024, 3, 31}, -1).day, 29);
    assert_int_equal(chy_date_number((chy_date){1848, 3, 0}), 18480300);
    assert_int_equal(chy_date_number(chy_date_of_number(20241105)), 20241105);
    assert_int_equal(chy_date_of_number(20241105).month, 11);
    static const chy_date easters[] = {{1961, 4, 2},  {1981, 4, 19}, {2000, 4, 23}, {2008, 3, 23},
                                       {2011, 4, 24}, {2024, 3, 31}, {2038, 4, 25}};
    for (size_t i = 0; i < CHY_COUNT_OF(easters); i++)
        assert_int_equal(chy_date_easter(easters[i].year), chy_date_days(easters[i]));
    static const chy_date paschas[] = {{2000, 4, 30}, {2011, 4, 24}, {2023, 4, 16}, {2024, 5, 5}};
    for (size_t i = 0; i < CHY_COUNT_OF(paschas); i++)
        assert_int_equal(chy_date_pascha(paschas[i].year), chy_date_days(paschas[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_without_reference),
                                       cmocka_unit_test(test_open_year),
                                       cmocka_unit_test(test_told),
                                       cmocka_unit_test(test_direction),
                                       cmocka_unit_test(test_none),
                                       cmocka_unit_test(test_linear),
                                       cmocka_unit_test(test_numbers),
                                       cmocka_unit_test(test_calendar)};
    return cmocka_run_group_tests(tests, time_fixture_open, time_fixture_close);
}
