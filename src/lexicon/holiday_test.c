#include "lexicon/holiday.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void reads_days(void **state) {
    (void)state;
    static const struct {
        const char *text;
        chy_holiday day;
    } cases[] = {
        {"12-25", {.rule = CHY_HOLIDAY_FIXED, .month = 12, .day = 25}},
        {"02-29", {.rule = CHY_HOLIDAY_FIXED, .month = 2, .day = 29}},
        {"2024-02-10", {.rule = CHY_HOLIDAY_ONCE, .year = 2024, .month = 2, .day = 10}},
        {"first Monday of September",
         {.rule = CHY_HOLIDAY_NTH, .month = 9, .weekday = 1, .nth = 1}},
        {"last Sunday of July", {.rule = CHY_HOLIDAY_NTH, .month = 7, .weekday = 7, .nth = 5}},
        {"Monday before 05-25", {.rule = CHY_HOLIDAY_BEFORE, .month = 5, .day = 25, .weekday = 1}},
        {"Saturday from 06-20", {.rule = CHY_HOLIDAY_FROM, .month = 6, .day = 20, .weekday = 6}},
        {"easter", {.rule = CHY_HOLIDAY_EASTER}},
        {"easter-46", {.rule = CHY_HOLIDAY_EASTER, .shift = -46}},
        {"pascha+1", {.rule = CHY_HOLIDAY_PASCHA, .shift = 1}},
    };
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        chy_holiday day;
        if (!chy_holiday_read(chy_slice_of(cases[i].text), &day)) fail_msg("%s", cases[i].text);
        assert_int_equal(day.rule, cases[i].day.rule);
        assert_int_equal(day.year, cases[i].day.year);
        assert_int_equal(day.month, cases[i].day.month);
        assert_int_equal(day.day, cases[i].day.day);
        assert_int_equal(day.weekday, cases[i].day.weekday);
        assert_int_equal(day.nth, cases[i].day.nth);
        assert_int_equal(day.shift, cases[i].day.shift);
    }
}

static void refuses_others(void **state) {
    (void)state;
    static const char *const texts[] = {"",
                                        "12",
                                        "12-",
                                        "13-01",
                                        "02-30",
                                        "1-1",
                                        "12-25 ",
                                        "2024-02",
                                        "0000-02-10",
                                        "easter-",
                                        "easter2",
                                        "easter+100",
                                        "eastern",
                                        "fifth Monday of May",
                                        "first Monday",
                                        "first Monday of Maytime",
                                        "first Monday in May",
                                        "Monday",
                                        "Monday before May",
                                        "monday before 05-25",
                                        "last"};
    for (size_t i = 0; i < CHY_COUNT_OF(texts); i++) {
        chy_holiday day;
        if (chy_holiday_read(chy_slice_of(texts[i]), &day)) fail_msg("%s", texts[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_days),
                                       cmocka_unit_test(refuses_others)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
