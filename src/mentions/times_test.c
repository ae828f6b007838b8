#include "mentions/times.h"

#include "mentions/numbers.h"
#include "support/conllu_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Words parted by blanks, "word/TAG" where the tag matters: a flat tree under the first verb. */
static void read_flat(const char *sentence, chy_arena *arena, chy_fixture *fixture) {
    char lines[4096] = "";
    size_t used = 0;
    char copy[512];
    snprintf(copy, sizeof copy, "%s", sentence);
    const char *forms[64];
    const char *tags[64];
    unsigned count = 0, root = 0;
    for (char *at = copy, *next; at && *at && count < 64; at = next) {
        next = strchr(at, ' ');
        if (next) *next++ = '\0';
        char *slash = strrchr(at, '_');
        tags[count] = "NN";
        if (slash) {
            *slash = '\0';
            tags[count] = slash + 1;
        }
        if (strncmp(tags[count], "VB", 2) == 0 && root == 0) root = count + 1;
        forms[count++] = at;
    }
    if (root == 0) root = 1;
    for (unsigned i = 0; i < count; i++) {
        const char *relation = i + 1 == root                ? "root"
                               : strcmp(tags[i], "MD") == 0 ? "aux"
                               : strcmp(tags[i], "CD") == 0 ? "nummod"
                                                            : "dep";
        used += (size_t)snprintf(lines + used, sizeof lines - used, "%u %s %s %s %u %s\n", i + 1,
                                 forms[i], forms[i], tags[i], i + 1 == root ? 0 : root, relation);
    }
    chy_error err = {0};
    if (chy_fixture_read(lines, used, arena, fixture, &err) != CHY_OK)
        fail_msg("%s: %s", sentence, err.message);
}

typedef struct time_case {
    const char *sentence;
    const char *words; /* of the expression */
    uint8_t type;
    const char *value;
} time_case;

/* The report's day is Monday 2025-03-10. */
static const time_case cases[] = {
    {"They met_VBD on Tuesday", "Tuesday", CHY_TIME_DATE, "2025-03-04"},
    {"They will_MD meet_VB on Tuesday", "Tuesday", CHY_TIME_DATE, "2025-03-11"},
    {"They met_VBD on Monday", "Monday", CHY_TIME_DATE, "2025-03-10"},
    {"They met_VBD last Monday", "last Monday", CHY_TIME_DATE, "2025-03-03"},
    {"They left_VBD last week", "last week", CHY_TIME_DATE, "2025-W10"},
    {"They left_VBD yesterday", "yesterday", CHY_TIME_DATE, "2025-03-09"},
    {"They left_VBD earlier this month", "earlier this month", CHY_TIME_DATE, "2025-03"},
    {"It began_VBD in the 1940s", "the 1940s", CHY_TIME_DATE, "194X"},
    {"It began_VBD in the late 1980s", "the late 1980s", CHY_TIME_DATE, "198X"},
    {"It lasted_VBD roughly two and a half hours", "roughly two and a half hours",
     CHY_TIME_DURATION, "PT2H30M"},
    {"It was_VBD a three - day_NN visit", "three - day", CHY_TIME_DURATION, "P3D"},
    {"It was_VBD a three-day visit", "three-day", CHY_TIME_DURATION, "P3D"},
    {"It lasted_VBD more than two decades", "more than two decades", CHY_TIME_DURATION, "P20Y"},
    {"It lasted_VBD an hour and a half", "an hour and a half", CHY_TIME_DURATION, "PT1H30M"},
    {"It lasted_VBD for a week", "a week", CHY_TIME_DURATION, "P1W"},
    {"It took_VBD half an hour", "half an hour", CHY_TIME_DURATION, "PT30M"},
    {"It took_VBD several months", "several months", CHY_TIME_DURATION, "PXM"},
    {"They meet_VBP every Friday", "every Friday", CHY_TIME_SET, "XXXX-WXX-5"},
    {"They meet_VBP twice a week", "twice a week", CHY_TIME_SET, "P1W"},
    {"They meet_VBP every two years", "every two years", CHY_TIME_SET, "P2Y"},
    {"They met_VBD on 16_CD January_NNP 2024_CD", "16 January 2024", CHY_TIME_DATE, "2024-01-16"},
    {"They met_VBD on January_NNP 16_CD , 2024_CD", "January 16 , 2024", CHY_TIME_DATE,
     "2024-01-16"},
    {"They met_VBD on December_NNP 16_CD", "December 16", CHY_TIME_DATE, "2024-12-16"},
    {"They will_MD meet_VB on April_NNP 2nd_CD", "April 2nd", CHY_TIME_DATE, "2025-04-02"},
    {"They met_VBD in June_NNP 2023_CD", "June 2023", CHY_TIME_DATE, "2023-06"},
    {"They met_VBD in June_NNP", "June", CHY_TIME_DATE, "2024-06"},
    {"They may_MD meet_VB in May_NNP", "May", CHY_TIME_DATE, "2025-05"},
    {"They met_VBD on May_NNP 5_CD - 7_CD , 2024_CD", "May 5 - 7 , 2024", CHY_TIME_DATE,
     "2024-05-05/2024-05-07"},
    {"It fell_VBD in the second quarter of 2024_CD", "the second quarter of 2024", CHY_TIME_DATE,
     "2024-Q2"},
    {"It fell_VBD in 2019_CD", "2019", CHY_TIME_DATE, "2019"},
    {"It was_VBD built in the 17th century", "the 17th century", CHY_TIME_DATE, "16XX"},
    {"They left_VBD two weeks ago", "two weeks ago", CHY_TIME_DATE, "2025-02-24"},
    {"They left_VBD three days ago", "three days ago", CHY_TIME_DATE, "2025-03-07"},
    {"They left_VBD at 3_CD p.m. on Tuesday", "3 p.m. on Tuesday", CHY_TIME_TIME,
     "2025-03-04T15:00"},
    {"They left_VBD Tuesday at 15:30", "Tuesday at 15:30", CHY_TIME_TIME, "2025-03-04T15:30"},
    {"They left_VBD on Friday morning", "Friday morning", CHY_TIME_TIME, "2025-03-07TMO"},
    {"They spoke_VBD last night", "last night", CHY_TIME_TIME, "2025-03-09TNI"},
    {"It rose_VBD in the past two months", "the past two months", CHY_TIME_DURATION, "P2M"},
    {"They speak_VBP daily_RB", "daily", CHY_TIME_SET, "P1D"},
    {"They are_VBP now_RB here", "now", CHY_TIME_DATE, "PRESENT_REF"},
    {"It ends_VBZ at the end of next year", "the end of next year", CHY_TIME_DATE, "2026"},
    {"They left_VBD on Christmas_NNP Eve_NNP", "Christmas Eve", CHY_TIME_DATE, "2024-12-24"},
};

static const chy_date reference = {2025, 3, 10};

static void words_of(const chy_fixture *f, const chy_time *time, char *out, size_t size) {
    size_t used = 0;
    out[0] = '\0';
    for (uint32_t i = time->first_word; i < time->end_word && used < size; i++)
        used +=
            (size_t)snprintf(out + used, size - used, "%s%s", used ? " " : "", f->words[i].form);
}

static void read(const char *sentence, chy_date day, chy_arena *arena, chy_fixture *fixture,
                 chy_times *times) {
    read_flat(sentence, arena, fixture);
    chy_tree tree;
    assert_int_equal(chy_tree_build(fixture->words, fixture->word_count, arena, &tree, NULL),
                     CHY_OK);
    chy_times_input input = {.tree = &tree,
                             .sentences = fixture->sentences,
                             .sentence_count = fixture->sentence_count,
                             .reference = day,
                             .country = ""};
    assert_int_equal(chy_times_read(&input, arena, times, NULL), CHY_OK);
}

static void test_values(void **state) {
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        chy_arena *arena = chy_arena_new();
        chy_fixture f;
        chy_times times;
        read(cases[i].sentence, reference, arena, &f, &times);
        char words[256] = "";
        if (times.count > 0) words_of(&f, &times.times[0], words, sizeof words);
        bool right = times.count == 1 && strcmp(words, cases[i].words) == 0 &&
                     times.times[0].type == cases[i].type &&
                     strcmp(times.times[0].value, cases[i].value) == 0;
        if (!right) {
            wrong++;
            print_message("%s: %u, '%s' %s\n", cases[i].sentence, times.count, words,
                          times.count ? times.times[0].value : "");
        }
        chy_arena_free(arena);
    }
    assert_int_equal(wrong, 0);
}

static void test_without_reference(void **state) {
    (void)state;
    static const time_case open[] = {
        {"They met_VBD on Tuesday", "", 0, "XXXX-WXX-2"},
        {"They met_VBD on June_NNP 3_CD", "", 0, "XXXX-06-03"},
        {"They met_VBD at 15:30", "", 0, "XXXX-XX-XXT15:30"},
    };
    for (size_t i = 0; i < CHY_COUNT_OF(open); i++) {
        chy_arena *arena = chy_arena_new();
        chy_fixture f;
        chy_times times;
        read(open[i].sentence, (chy_date){0}, arena, &f, &times);
        assert_int_equal(times.count, 1);
        assert_string_equal(times.times[0].value, open[i].value);
        assert_false(times.times[0].anchored);
        chy_arena_free(arena);
    }
}

/* What looks like a time and is none. */
static void test_none(void **state) {
    (void)state;
    static const char *const none[] = {
        "They may_MD march_VB on",
        "The 70 - year - old leader left_VBD",
        "A 30-year-old man left_VBD",
        "About 2000_CD people left_VBD",
        "They spring_VBP a second surprise",
        "The price was_VBD $ 1900_CD",
        "Nurses joined_VBD a march_NN in Lima",
    };
    for (size_t i = 0; i < CHY_COUNT_OF(none); i++) {
        chy_arena *arena = chy_arena_new();
        chy_fixture f;
        chy_times times;
        read(none[i], reference, arena, &f, &times);
        if (times.count) fail_msg("%s: %s", none[i], times.times[0].value);
        chy_arena_free(arena);
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
        read_flat(numbers[i].words, arena, &f);
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
    for (int32_t days = -200000; days < 200000; days += 37)
        assert_int_equal(chy_date_days(chy_date_of_days(days)), days);
    assert_int_equal(chy_date_add_months((chy_date){2024, 3, 31}, -1).day, 29);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_values),
                                       cmocka_unit_test(test_without_reference),
                                       cmocka_unit_test(test_none), cmocka_unit_test(test_numbers),
                                       cmocka_unit_test(test_calendar)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
