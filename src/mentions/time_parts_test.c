/* Parts of days, weeks, months and years, and days that hang from others. */
#include "mentions/time_fixture.h"

/* A Monday. */
static const chy_date reference = {2025, 3, 10};

static void test_parts_of_days(void **state) {
    (void)state;
    static const time_text_case cases[] = {
        {"They left_VBD in the early hours of Sunday", {"2025-03-09TMO"}},
        {"They left_VBD in the early morning hours of March_NNP 3_CD", {"2025-03-03TMO"}},
        {"They left_VBD in the small hours of Saturday morning", {"2025-03-08TMO"}},
        {"They left_VBD in the late hours of Friday", {"2025-03-07TNI"}},
        {"They left_VBD in the early hours", {"2025-03-10TMO"}},
        {"It began_VBD on May_NNP 5_CD 2024_CD and ended in the early hours of the next day",
         {"2024-05-05", "2024-05-06TMO"}},
        {"They left_VBD at dawn", {"2025-03-10TMO"}},
        {"They left_VBD on May_NNP 5_CD 2024_CD before dusk", {"2024-05-05", "2024-05-05TEV"}},
        {"They left_VBD by nightfall", {"2025-03-10TEV"}},
        {"A new dawn came_VBD", {NULL}},
        {"They met_VBD earlier in the day", {"2025-03-10"}},
        {"It began_VBD on May_NNP 5_CD 2024_CD , planned earlier that day",
         {"2024-05-05", "2024-05-05"}},
        {"They met_VBD for a third straight night", {"2025-03-09TNI"}},
        {"They met_VBD for the second day in a row", {"2025-03-10"}},
        {"It began_VBD on May_NNP 5_CD 2024_CD and entered its third day", {"2024-05-05"}},
        {"They left_VBD at 4:17 ( 0117 GMT ) on Sunday",
         {"2025-03-09T04:17", "2025-03-09T01:17Z", "2025-03-09"}},
    };
    time_expect_all(cases, CHY_COUNT_OF(cases), reference);
}

static void test_parts_of_months(void **state) {
    (void)state;
    static const time_text_case cases[] = {
        {"They met_VBD in the first week of June_NNP 2024_CD", {"2024-06"}},
        {"They met_VBD in the second half of June_NNP 2024_CD", {"2024-06"}},
        {"They met_VBD in the last days of 2023_CD", {"2023"}},
        {"They met_VBD on the last day of 2023_CD", {"2023-12-31"}},
        {"They met_VBD on the first day of June_NNP 2024_CD", {"2024-06-01"}},
        {"They met_VBD on the last day of February_NNP 2024_CD", {"2024-02-29"}},
        {"They met_VBD on the first day of the war", {NULL}},
        {"It rose_VBD in the first nine months of 2023_CD", {"2023-01/2023-09"}},
        {"It rose_VBD in the last three months of last year", {"2024-10/2024-12"}},
        {"It rose_VBD in the last quarter of 2023_CD", {"2023-Q4"}},
        {"They met_VBD on the first Monday of June_NNP 2024_CD", {"2024-06-03"}},
        {"They met_VBD on the last Sunday in March_NNP 2023_CD", {"2023-03-26"}},
        {"They meet_VBP on the first Monday of every month", {"P1M"}},
        {"They meet_VBP every second Tuesday", {"XXXX-WXX-2"}},
        {"They met_VBD on the 3rd", {"2025-03-03"}},
        {"They met_VBD on the 28th", {"2025-02-28"}},
        {"They will_MD meet_VB on the 3rd", {"2025-04-03"}},
        {"They will_MD meet_VB on May_NNP 26_CD and on the 28th", {"2025-05-26", "2025-05-28"}},
        {"They met_VBD in FY2024_CD - 25_CD", {"FY2024"}},
    };
    time_expect_all(cases, CHY_COUNT_OF(cases), reference);
}

/* What is counted from the expression before. */
static void test_spans(void **state) {
    (void)state;
    static const time_text_case cases[] = {
        {"It will_MD run_VB from Wednesday to Monday", {"2025-03-12", "2025-03-17"}},
        {"It ran_VBD from Friday night into Saturday", {"2025-03-07TNI", "2025-03-08"}},
        {"It will_MD run_VB between Friday and Sunday", {"2025-03-14", "2025-03-16"}},
        {"They will_MD meet_VB on Monday and Tuesday", {"2025-03-10", "2025-03-11"}},
        {"They met_VBD on Friday and Wednesday", {"2025-03-07", "2025-03-05"}},
        {"They met_VBD between May_NNP 6_CD and 10_CD 2024_CD", {"2024-05-06/2024-05-10"}},
        {"They met_VBD last week on Tuesday", {"2025-W10", "2025-03-04"}},
        {"They met_VBD on Tuesday last week", {"2025-03-04"}},
        {"They will_MD meet_VB on Tuesday of next week", {"2025-03-18"}},
        {"They will_MD meet_VB two weeks from now", {"2025-03-24"}},
        {"They will_MD meet_VB 30_CD days from today", {"2025-04-09"}},
        {"They set_VBD it for Friday", {"2025-03-14"}},
        {"They left_VBD it for Friday", {"2025-03-07"}},
    };
    time_expect_all(cases, CHY_COUNT_OF(cases), reference);
}

static void test_lengths(void **state) {
    (void)state;
    static const time_text_case cases[] = {
        {"It will_MD last_VB ten days", {"P10D"}},
        {"It is_VBZ to_TO last_JJ six weeks", {"P6W"}},
        {"It was_VBD to_IN last_JJ six weeks", {"P6W"}},
        {"It began_VBD half a century ago", {"1975"}},
        {"It began_VBD a quarter of a century ago", {"2000"}},
        {"It lasted_VBD three quarters of an hour", {"PT45M"}},
        {"It lasted_VBD another 90_CD days", {"P90D"}},
        {"It was_VBD the second attack in as many days", {NULL}},
        {"They left_VBD shortly_RB after the vote", {NULL}},
    };
    time_expect_all(cases, CHY_COUNT_OF(cases), reference);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_of_days), cmocka_unit_test(test_parts_of_months),
        cmocka_unit_test(test_spans), cmocka_unit_test(test_lengths)};
    return cmocka_run_group_tests(tests, time_fixture_open, time_fixture_close);
}
