#include "mentions/time_fixture.h"

enum { D = CHY_TIME_DATE, T = CHY_TIME_TIME, P = CHY_TIME_DURATION, S = CHY_TIME_SET };

typedef struct time_case {
    const char *sentence; /* as time_fixture_flat reads it */
    const char *words;    /* of the expression */
    uint8_t type;
    const char *value;
} time_case;

/* The report's day is Monday 2025-03-10. */
static const chy_date reference = {2025, 3, 10};

static const time_case days[] = {
    {"They met_VBD on Tuesday", "Tuesday", D, "2025-03-04"},
    {"They will_MD meet_VB on Tuesday", "Tuesday", D, "2025-03-11"},
    {"They met_VBD on Monday", "Monday", D, "2025-03-10"},
    {"They met_VBD on Sunday", "Sunday", D, "2025-03-09"},
    {"They met_VBD last Monday", "last Monday", D, "2025-03-03"},
    {"They will_MD meet_VB next Monday", "next Monday", D, "2025-03-17"},
    {"They will_MD meet_VB this Friday", "this Friday", D, "2025-03-14"},
    {"They will_MD meet_VB this coming Sunday", "this coming Sunday", D, "2025-03-16"},
    {"They met_VBD this past Saturday", "this past Saturday", D, "2025-03-08"},
    {"They met_VBD Thurs. in Oslo", "Thurs.", D, "2025-03-06"},
    {"They met_VBD early Tuesday", "early Tuesday", D, "2025-03-04"},
    {"They met_VBD late on Tuesday", "late on Tuesday", D, "2025-03-04"},
    {"They met_VBD on Tuesday , March_NNP 4_CD", "Tuesday , March 4", D, "2025-03-04"},
    {"They met_VBD on Friday the 7th of March_NNP", "Friday the 7th of March", D, "2025-03-07"},
    {"They left_VBD yesterday", "yesterday", D, "2025-03-09"},
    {"They leave_VBP today", "today", D, "2025-03-10"},
    {"They will_MD leave_VB tomorrow", "tomorrow", D, "2025-03-11"},
    {"They will_MD leave_VB the day after tomorrow", "the day after tomorrow", D, "2025-03-12"},
    {"They left_VBD the day before yesterday", "the day before yesterday", D, "2025-03-08"},
    {"They met_VBD on 16_CD January_NNP 2024_CD", "16 January 2024", D, "2024-01-16"},
    {"They met_VBD on January_NNP 16_CD , 2024_CD", "January 16 , 2024", D, "2024-01-16"},
    {"They met_VBD on the 16th of January_NNP 2024_CD", "the 16th of January 2024", D,
     "2024-01-16"},
    {"They met_VBD on January_NNP the 16th", "January the 16th", D, "2025-01-16"},
    {"They met_VBD on Feb._NNP 3_CD", "Feb. 3", D, "2025-02-03"},
    {"They met_VBD on the third of February_NNP", "the third of February", D, "2025-02-03"},
    {"They met_VBD on December_NNP 16_CD", "December 16", D, "2024-12-16"},
    {"They will_MD meet_VB on December_NNP 16_CD", "December 16", D, "2025-12-16"},
    {"They will_MD meet_VB on January_NNP 2_CD", "January 2", D, "2026-01-02"},
    {"They will_MD meet_VB on April_NNP 2nd_CD", "April 2nd", D, "2025-04-02"},
    {"They met_VBD on March_NNP 10_CD", "March 10", D, "2025-03-10"},
    {"They met_VBD after the March_NNP 4_CD talks_NN", "the March 4", D, "2025-03-04"},
    {"They met_VBD on 5_CD May_NNP last year", "5 May last year", D, "2024-05-05"},
    {"They met_VBD on 5_CD May_NNP of this year", "5 May of this year", D, "2025-05-05"},
    {"They met_VBD on 29_CD February_NNP 2024_CD", "29 February 2024", D, "2024-02-29"},
    {"They met_VBD on 8_CD - May_NNP - 2006_CD", "8 - May - 2006", D, "2006-05-08"},
    {"They met_VBD on July_NNP 4_CD nineteen ninety - six", "July 4 nineteen ninety - six", D,
     "1996-07-04"},
    {"They met_VBD on May_NNP 5_CD - 7_CD , 2024_CD", "May 5 - 7 , 2024", D,
     "2024-05-05/2024-05-07"},
    {"They met_VBD on March_NNP 3_CD to 5_CD", "March 3 to 5", D, "2025-03-03/2025-03-05"},
    {"They met_VBD from 3_CD to 5_CD May_NNP 2024_CD", "3 to 5 May 2024", D,
     "2024-05-03/2024-05-05"},
    {"They met_VBD on 3_CD - 5_CD May_NNP 2024_CD", "3 - 5 May 2024", D, "2024-05-03/2024-05-05"},
    {"They met_VBD on 3_CD and 4_CD May_NNP 2024_CD", "3 and 4 May 2024", D,
     "2024-05-03/2024-05-04"},
};

static const time_case figures[] = {
    {"They met_VBD on 2024-05-16_CD", "2024-05-16", D, "2024-05-16"},
    {"They met_VBD on 2024-05-16T14:30:00Z_CD", "2024-05-16T14:30:00Z", T, "2024-05-16T14:30:00Z"},
    {"They met_VBD on 2024-05-16T14:30+02:00_CD", "2024-05-16T14:30+02:00", T,
     "2024-05-16T14:30+02:00"},
    {"They met_VBD on 2024-05-16T14:30_CD", "2024-05-16T14:30", T, "2024-05-16T14:30"},
    {"They met_VBD on 03/04/2020_CD", "03/04/2020", D, "2020-03-04"},
    {"They met_VBD on 13/04/2020_CD", "13/04/2020", D, "2020-04-13"},
    {"They met_VBD on 4/13/2020_CD", "4/13/2020", D, "2020-04-13"},
    {"They met_VBD on 4/13/20_CD", "4/13/20", D, "2020-04-13"},
    {"They met_VBD on 4/13/98_CD", "4/13/98", D, "1998-04-13"},
    {"They met_VBD on 03.04.2020_CD", "03.04.2020", D, "2020-04-03"},
    {"They met_VBD on 3-4-2020_CD", "3-4-2020", D, "2020-04-03"},
    {"It fell_VBD in 2023-Q3_CD", "2023-Q3", D, "2023-Q3"},
    {"It fell_VBD in 2023-H1_CD", "2023-H1", D, "2023-H1"},
    {"It fell_VBD in 2023-W05_CD", "2023-W05", D, "2023-W05"},
};

static const time_case months_and_years[] = {
    {"They met_VBD in June_NNP 2023_CD", "June 2023", D, "2023-06"},
    {"They met_VBD in June_NNP of 2023_CD", "June of 2023", D, "2023-06"},
    {"They met_VBD in June_NNP , 2023_CD", "June , 2023", D, "2023-06"},
    {"They met_VBD in June_NNP", "June", D, "2024-06"},
    {"They met_VBD in March_NNP", "March", D, "2025-03"},
    {"They may_MD meet_VB in May_NNP", "May", D, "2025-05"},
    {"They will_MD meet_VB in January_NNP", "January", D, "2026-01"},
    {"They met_VBD last August_NNP", "last August", D, "2024-08"},
    {"They met_VBD last March_NNP", "last March", D, "2024-03"},
    {"They will_MD meet_VB next February_NNP", "next February", D, "2026-02"},
    {"They met_VBD this January_NNP", "this January", D, "2025-01"},
    {"They met_VBD in June_NNP last year", "June last year", D, "2024-06"},
    {"They will_MD meet_VB in June_NNP next year", "June next year", D, "2026-06"},
    {"They met_VBD in mid-November_NNP", "mid-November", D, "2024-11"},
    {"They met_VBD in mid - November_NNP 2022_CD", "mid - November 2022", D, "2022-11"},
    {"They met_VBD in early September_NNP 2022_CD", "early September 2022", D, "2022-09"},
    {"They met_VBD at the end of September_NNP 2022_CD", "the end of September 2022", D, "2022-09"},
    {"They met_VBD in January_NNP - June_NNP 2016_CD", "January - June 2016", D, "2016-01/2016-06"},
    {"It fell_VBD in 2019_CD", "2019", D, "2019"},
    {"It fell_VBD in 1066_CD", "1066", D, "1066"},
    {"It fell_VBD in mid-2011_CD", "mid-2011", D, "2011"},
    {"It fell_VBD in late 2011_CD", "late 2011", D, "2011"},
    {"It fell_VBD in the year 2000_CD", "the year 2000", D, "2000"},
    {"It fell_VBD in nineteen ninety - six", "nineteen ninety - six", D, "1996"},
    {"It fell_VBD in nineteen ninety-six", "nineteen ninety-six", D, "1996"},
    {"It fell_VBD in two thousand and eight", "two thousand and eight", D, "2008"},
    {"It fell_VBD in twenty fourteen", "twenty fourteen", D, "2014"},
    {"It fell_VBD in '82_CD", "'82", D, "1982"},
    {"It fell_VBD in '19_CD", "'19", D, "2019"},
    {"It fell_VBD in 44_CD BC", "44 BC", D, "BC0044"},
    {"It fell_VBD in 3000_CD BCE", "3000 BCE", D, "BC3000"},
    {"It fell_VBD in AD 842_CD", "AD 842", D, "0842"},
    {"It fell_VBD in 900_CD CE", "900 CE", D, "0900"},
    {"It fell_VBD in fiscal 2023_CD", "fiscal 2023", D, "FY2023"},
    {"It fell_VBD in the fiscal year", "the fiscal year", D, "FY2025"},
    {"It fell_VBD from the very start of the financial year",
     "the very start of the financial year", D, "FY2025"},
    {"It fell_VBD in fiscal year 2023_CD", "fiscal year 2023", D, "FY2023"},
    {"It fell_VBD in FY2023_CD", "FY2023", D, "FY2023"},
    {"It fell_VBD in FY 24_CD", "FY 24", D, "FY2024"},
    {"It began_VBD in the 1940s", "the 1940s", D, "194X"},
    {"It began_VBD in the late 1980s", "the late 1980s", D, "198X"},
    {"It began_VBD in the mid-1990s", "the mid-1990s", D, "199X"},
    {"It began_VBD in the '90s", "the '90s", D, "199X"},
    {"It began_VBD in the early 2000s", "the early 2000s", D, "200X"},
    {"It began_VBD in the 1980 's", "the 1980 's", D, "198X"},
    {"It began_VBD in the seventies", "the seventies", D, "197X"},
    {"It began_VBD in the 1600s", "the 1600s", D, "16XX"},
    {"It was_VBD built in the 17th century", "the 17th century", D, "16XX"},
    {"It was_VBD built in the nineteenth century", "the nineteenth century", D, "18XX"},
    {"It was_VBD built in the late 19th - century", "the late 19th - century", D, "18XX"},
    {"It was_VBD built in the twenty - first century", "the twenty - first century", D, "20XX"},
    {"It was_VBD built in the 5th century BC", "the 5th century BC", D, "BC04XX"},
};

static const time_case periods[] = {
    {"It fell_VBD in the second quarter of 2024_CD", "the second quarter of 2024", D, "2024-Q2"},
    {"It fell_VBD in the third - quarter", "the third - quarter", D, "2024-Q3"},
    {"It fell_VBD in the first quarter", "the first quarter", D, "2025-Q1"},
    {"It fell_VBD in the fourth quarter", "the fourth quarter", D, "2024-Q4"},
    {"It will_MD fall_VB in the third quarter", "the third quarter", D, "2025-Q3"},
    {"It fell_VBD in the fiscal first quarter of 2023_CD", "the fiscal first quarter of 2023", D,
     "2023-Q1"},
    {"It fell_VBD in the fourth quarter of last year", "the fourth quarter of last year", D,
     "2024-Q4"},
    {"It fell_VBD in last year 's third quarter", "last year 's third quarter", D, "2024-Q3"},
    {"It fell_VBD in the 2021_CD second quarter", "the 2021 second quarter", D, "2021-Q2"},
    {"It fell_VBD in Q3 2023_CD", "Q3 2023", D, "2023-Q3"},
    {"It fell_VBD in 3Q 2023_CD", "3Q 2023", D, "2023-Q3"},
    {"It fell_VBD in H1 2020_CD", "H1 2020", D, "2020-H1"},
    {"It fell_VBD in 1H 2020_CD", "1H 2020", D, "2020-H1"},
    {"It fell_VBD in the first half of 2020_CD", "the first half of 2020", D, "2020-H1"},
    {"It fell_VBD in the second half of last year", "the second half of last year", D, "2024-H2"},
    {"It fell_VBD in the last half of 1989_CD", "the last half of 1989", D, "1989-H2"},
    {"It fell_VBD in the first half of the 1980s", "the first half of the 1980s", D, "198X"},
    {"It fell_VBD in the quarter", "the quarter", D, "2024-Q4"},
    {"It fell_VBD in the latest quarter", "the latest quarter", D, "2024-Q4"},
    {"It fell_VBD against the year - ago quarter", "the year - ago quarter", D, "2023-Q4"},
    {"It fell_VBD against the year - earlier third quarter", "the year - earlier third quarter", D,
     "2023-Q3"},
    {"It fell_VBD last quarter", "last quarter", D, "2024-Q4"},
    {"It will_MD fall_VB next quarter", "next quarter", D, "2025-Q2"},
    {"They left_VBD in the summer of 2012_CD", "the summer of 2012", D, "2012-SU"},
    {"They left_VBD in early summer 2012_CD", "early summer 2012", D, "2012-SU"},
    {"They left_VBD in the winter of 1776_CD - 77_CD", "the winter of 1776 - 77", D, "1776-WI"},
    {"They left_VBD last summer", "last summer", D, "2024-SU"},
    {"They left_VBD last fall", "last fall", D, "2024-FA"},
    {"They will_MD leave_VB next spring", "next spring", D, "2026-SP"},
    {"They will_MD leave_VB this summer", "this summer", D, "2025-SU"},
    {"They left_VBD in the autumn", "the autumn", D, "2024-FA"},
    {"They leave_VBP in summer", "summer", D, "XXXX-SU"},
    {"It is_COP summer", "summer", D, "2025-SU"},
    {"They left_VBD the following autumn", "the following autumn", D, "XXXX-FA"},
    {"They left_VBD in spring of last year", "spring of last year", D, "2024-SP"},
    {"It rose_VBD in the latest period", "the latest period", D, "2024-Q4"},
    {"It rose_VBD in the first two quarters of 2019_CD", "the first two quarters of 2019", D,
     "2019-H1"},
    {"It rose_VBD in the final two quarters of last year", "the final two quarters of last year", D,
     "2024-H2"},
    {"It rose_VBD in the first two quarters", "the first two quarters", P, "P6M"},
    {"It opened_VBD in the early summer", "the early summer", D, "2024-SU"},
};

static const time_case relative[] = {
    {"They left_VBD last week", "last week", D, "2025-W10"},
    {"They leave_VBP this week", "this week", D, "2025-W11"},
    {"They will_MD leave_VB next week", "next week", D, "2025-W12"},
    {"They left_VBD early this week", "early this week", D, "2025-W11"},
    {"They left_VBD earlier this month", "earlier this month", D, "2025-03"},
    {"They left_VBD last month", "last month", D, "2025-02"},
    {"They left_VBD late last year", "late last year", D, "2024"},
    {"It ends_VBZ at the end of next year", "the end of next year", D, "2026"},
    {"It ends_VBZ later this year", "later this year", D, "2025"},
    {"It ends_VBZ by the end of the year", "the end of the year", D, "2025"},
    {"It ends_VBZ by the end of the month", "the end of the month", D, "2025-03"},
    {"It ends_VBZ by year - end", "year - end", D, "2025-12-31"},
    {"It ends_VBZ by year 's end", "year 's end", D, "2025"},
    {"They left_VBD three years prior", "three years prior", D, "2022"},
    {"They left_VBD two days earlier", "two days earlier", D, "2025-03-08"},
    {"They left_VBD in April_NNP of fifteen eighteen", "April of fifteen eighteen", D, "1518-04"},
    {"It rises_VBZ in the next 12_CD to 18_CD months", "the next 12 to 18 months", P, "PXM"},
    {"It ended_VBD last decade", "last decade", D, "201X"},
    {"It began_VBD this century", "this century", D, "20XX"},
    {"They met_VBD last weekend", "last weekend", D, "2025-W10-WE"},
    {"They met_VBD over the weekend", "the weekend", D, "2025-W10-WE"},
    {"They will_MD meet_VB next weekend", "next weekend", D, "2025-W12-WE"},
    {"They left_VBD two weeks ago", "two weeks ago", D, "2025-02-24"},
    {"They left_VBD a week ago", "a week ago", D, "2025-03-03"},
    {"They left_VBD six weeks ago", "six weeks ago", D, "2025-W05"},
    {"They left_VBD three days ago", "three days ago", D, "2025-03-07"},
    {"They left_VBD 24_CD hours ago", "24 hours ago", D, "2025-03-09"},
    {"They left_VBD five months ago", "five months ago", D, "2024-10"},
    {"They left_VBD a year ago", "a year ago", D, "2024"},
    {"They left_VBD nearly two years ago", "nearly two years ago", D, "2023"},
    {"They left_VBD a year and a half ago", "a year and a half ago", D, "2023-09"},
    {"They left_VBD two decades ago", "two decades ago", D, "2005"},
    {"They left_VBD a century ago", "a century ago", D, "1925"},
    {"They left_VBD several years ago", "several years ago", D, "PAST_REF"},
    {"They left_VBD years ago", "years ago", D, "PAST_REF"},
    {"They left_VBD a fortnight ago", "a fortnight ago", D, "2025-02-24"},
    {"They will_MD leave_VB two days later", "two days later", D, "2025-03-12"},
    {"It left_VBD in the near future", "the near future", D, "FUTURE_REF"},
    {"It left_VBD in the past", "the past", D, "PAST_REF"},
    {"It left_VBD in the near term", "the near term", D, "FUTURE_REF"},
    {"They are_VBP now_RB here", "now", D, "PRESENT_REF"},
    {"They are_VBP currently_RB here", "currently", D, "PRESENT_REF"},
    {"They left_VBD recently_RB", "recently", D, "PAST_REF"},
    {"They leave_VBP soon_RB", "soon", D, "FUTURE_REF"},
    {"They leave_VBP these days", "these days", D, "PRESENT_REF"},
    {"The current_JJ crisis grew_VBD", "current", D, "PRESENT_REF"},
    {"The recent_JJ talks failed_VBD", "recent", D, "PAST_REF"},
    {"It rose_VBD in recent years", "recent years", D, "PAST_REF"},
    {"It rose_VBD in past years", "past years", D, "PAST_REF"},
    {"It will_MD rise_VB in coming years", "coming years", D, "FUTURE_REF"},
    {"It rose_VBD over the past year", "the past year", D, "2024"},
    {"It rose_VBD this past month", "this past month", D, "2025-02"},
    {"It rose_VBD for a third consecutive day", "a third consecutive day", D, "2025-03-10"},
    {"They left_VBD on the second day", "the second day", D, "2025-03-10"},
    {"It rose_VBD on the day", "the day", D, "2025-03-10"},
};

static const time_case clocks[] = {
    {"They left_VBD at 3_CD p.m. on Tuesday", "3 p.m. on Tuesday", T, "2025-03-04T15:00"},
    {"They left_VBD Tuesday at 15:30", "Tuesday at 15:30", T, "2025-03-04T15:30"},
    {"They left_VBD at 15:30", "15:30", T, "2025-03-10T15:30"},
    {"They left_VBD at 14:30 GMT", "14:30 GMT", T, "2025-03-10T14:30Z"},
    {"They left_VBD at 1430 GMT", "1430 GMT", T, "2025-03-10T14:30Z"},
    {"They left_VBD at 14:30 UTC + 3", "14:30 UTC + 3", T, "2025-03-10T14:30+03:00"},
    {"They left_VBD at 6:40 p.m. ( GMT + 8 )", "6:40 p.m. ( GMT + 8 )", T,
     "2025-03-10T18:40+08:00"},
    {"They left_VBD at 9_CD a.m. local time", "9 a.m. local time", T, "2025-03-10T09:00"},
    {"They left_VBD at 9.15_CD pm", "9.15 pm", T, "2025-03-10T21:15"},
    {"They left_VBD at 7pm_CD yesterday", "7pm yesterday", T, "2025-03-09T19:00"},
    {"They left_VBD at 12_CD a.m.", "12 a.m.", T, "2025-03-10T00:00"},
    {"They left_VBD at 12_CD p.m.", "12 p.m.", T, "2025-03-10T12:00"},
    {"They left_VBD at three o'clock", "three o'clock", T, "2025-03-10T03:00"},
    {"They left_VBD at noon", "noon", T, "2025-03-10T12:00"},
    {"They left_VBD at midnight on May_NNP 5_CD 2024_CD", "midnight on May 5 2024", T,
     "2024-05-05T00:00"},
    {"They left_VBD on Friday morning", "Friday morning", T, "2025-03-07TMO"},
    {"They left_VBD on Monday night", "Monday night", T, "2025-03-10TNI"},
    {"They left_VBD early Tuesday morning", "early Tuesday morning", T, "2025-03-04TMO"},
    {"They left_VBD yesterday evening", "yesterday evening", T, "2025-03-09TEV"},
    {"They will_MD leave_VB tomorrow afternoon", "tomorrow afternoon", T, "2025-03-11TAF"},
    {"They spoke_VBD last night", "last night", T, "2025-03-09TNI"},
    {"They spoke_VBD this morning", "this morning", T, "2025-03-10TMO"},
    {"They will_MD speak_VB tonight", "tonight", T, "2025-03-10TNI"},
    {"They spoke_VBD overnight_RB", "overnight", T, "2025-03-09TNI"},
    {"They spoke_VBD in the evening", "the evening", T, "2025-03-10TEV"},
    {"They spoke_VBD on the morning of May_NNP 5_CD 2024_CD", "the morning of May 5 2024", T,
     "2024-05-05TMO"},
    {"They spoke_VBD on the night of March_NNP 3_CD", "the night of March 3", T, "2025-03-03TNI"},
    {"They spoke_VBD in mid-afternoon yesterday", "mid-afternoon yesterday", T, "2025-03-09TAF"},
    {"They spoke_VBD on May_NNP 5_CD 2024_CD at 6_CD p.m.", "May 5 2024 at 6 p.m.", T,
     "2024-05-05T18:00"},
};

static const time_case durations[] = {
    {"It lasted_VBD roughly four and a half hours", "roughly four and a half hours", P, "PT4H30M"},
    {"It was_VBD a three - day_NN visit", "three - day", P, "P3D"},
    {"It was_VBD a three-day visit", "three-day", P, "P3D"},
    {"It was_VBD a two - and - a - half - year war", "two - and - a - half - year", P, "P2Y6M"},
    {"It lasted_VBD more than two decades", "more than two decades", P, "P20Y"},
    {"It lasted_VBD a decade", "a decade", P, "P10Y"},
    {"It lasted_VBD two centuries", "two centuries", P, "P200Y"},
    {"It lasted_VBD an hour and a half", "an hour and a half", P, "PT1H30M"},
    {"It lasted_VBD for a week", "a week", P, "P1W"},
    {"It lasted_VBD over a year", "over a year", P, "P1Y"},
    {"It lasted_VBD less than a month", "less than a month", P, "P1M"},
    {"It lasted_VBD another year", "another year", P, "P1Y"},
    {"It lasted_VBD all day", "all day", P, "P1D"},
    {"It lasted_VBD a full day", "a full day", P, "P1D"},
    {"It took_VBD half an hour", "half an hour", P, "PT30M"},
    {"It took_VBD half a year", "half a year", P, "P6M"},
    {"It took_VBD several months", "several months", P, "PXM"},
    {"It took_VBD a few minutes", "a few minutes", P, "PTXM"},
    {"It took_VBD a couple of years", "a couple of years", P, "P2Y"},
    {"It took_VBD 2_CD 1/2_CD years", "2 1/2 years", P, "P2Y6M"},
    {"It took_VBD 2.5_CD hours", "2.5 hours", P, "PT2H30M"},
    {"It took_VBD two hours and 30_CD minutes", "two hours and 30 minutes", P, "PT2H30M"},
    {"It took_VBD three years and two months", "three years and two months", P, "P3Y2M"},
    {"It took_VBD a day and a half", "a day and a half", P, "P1DT12H"},
    {"It took_VBD two to three weeks", "two to three weeks", P, "P2W"},
    {"It took_VBD 12_CD to 18_CD months", "12 to 18 months", P, "PXM"},
    {"It took_VBD 90_CD seconds", "90 seconds", P, "PT90S"},
    {"It took_VBD a minute and a half", "a minute and a half", P, "PT1M30S"},
    {"It took_VBD a fortnight", "a fortnight", P, "P2W"},
    {"It took_VBD two quarters", "two quarters", P, "P6M"},
    {"It took_VBD five consecutive days", "five consecutive days", P, "P5D"},
    {"It took_VBD three more years", "three more years", P, "P3Y"},
    {"It took_VBD the six months", "the six months", P, "P6M"},
    {"It rose_VBD in the past two months", "the past two months", P, "P2M"},
    {"It rose_VBD in the next few days", "the next few days", P, "PXD"},
    {"It rose_VBD over the past decade", "the past decade", P, "P10Y"},
    {"It rose_VBD over the last five trading days", "the last five trading days", P, "P5D"},
    {"It rose_VBD in the first nine months", "the first nine months", P, "P9M"},
    {"It rose_VBD in recent weeks", "recent weeks", P, "PXW"},
    {"It rises_VBZ in the weeks ahead", "the weeks ahead", P, "PXW"},
    {"It rose_VBD after weeks of talks", "weeks", P, "PXW"},
    {"It rose_VBD for decades", "decades", P, "PXE"},
    {"It was_VBD a week - long visit", "week - long", P, "P1W"},
    {"It was_VBD a yearlong visit", "yearlong", P, "P1Y"},
    {"It was_VBD a decades-long war", "decades-long", P, "PXE"},
    {"It was_VBD the single-day_JJ record", "single-day", P, "P1D"},
    {"It was_VBD a half-hour call", "half-hour", P, "PT30M"},
};

static const time_case sets[] = {
    {"They meet_VBP every Friday", "every Friday", S, "XXXX-WXX-5"},
    {"They meet_VBP each Friday evening", "each Friday evening", S, "XXXX-WXX-5TEV"},
    {"They meet_VBP on Fridays", "Fridays", S, "XXXX-WXX-5"},
    {"They meet_VBP on Friday nights", "Friday nights", S, "XXXX-WXX-5TNI"},
    {"They meet_VBP twice a week", "twice a week", S, "P1W"},
    {"They meet_VBP three times a year", "three times a year", S, "P1Y"},
    {"They meet_VBP once every four years", "once every four years", S, "P4Y"},
    {"They meet_VBP twice daily_RB", "twice daily", S, "P1D"},
    {"They meet_VBP every two years", "every two years", S, "P2Y"},
    {"They meet_VBP every other week", "every other week", S, "P2W"},
    {"They meet_VBP every second day", "every second day", S, "P2D"},
    {"They meet_VBP every day", "every day", S, "P1D"},
    {"They meet_VBP every single day", "every single day", S, "P1D"},
    {"They meet_VBP every few hours", "every few hours", S, "PTXH"},
    {"They meet_VBP every December_NNP", "every December", S, "XXXX-12"},
    {"They meet_VBP every May_NNP 9_CD", "every May 9", S, "XXXX-05-09"},
    {"They meet_VBP every morning", "every morning", S, "XXXX-XX-XXTMO"},
    {"They meet_VBP every weekend", "every weekend", S, "XXXX-WXX-WE"},
    {"They meet_VBP every summer", "every summer", S, "XXXX-SU"},
    {"They meet_VBP most evenings", "most evenings", S, "XXXX-XX-XXTEV"},
    {"They meet_VBP most days", "most days", S, "P1D"},
    {"They speak_VBP daily_RB", "daily", S, "P1D"},
    {"They speak_VBP annually_RB", "annually", S, "P1Y"},
    {"The annual_JJ talks failed_VBD", "annual", S, "P1Y"},
    {"They speak_VBP quarterly_RB", "quarterly", S, "P3M"},
    {"They speak_VBP fortnightly_RB", "fortnightly", S, "P2W"},
    {"The biennial_JJ talks failed_VBD", "biennial", S, "P2Y"},
    {"The semi-annual_JJ talks failed_VBD", "semi-annual", S, "P6M"},
    {"It makes_VBZ 40_CD barrels per day", "per day", S, "P1D"},
    {"It costs_VBZ $ 40_CD a week", "a week", S, "P1W"},
};

static const time_case holidays[] = {
    {"They left_VBD on Christmas_NNP Eve_NNP", "Christmas Eve", D, "2024-12-24"},
    {"They left_VBD on Christmas_NNP Day_NNP", "Christmas Day", D, "2024-12-25"},
    {"They left_VBD on Boxing_NNP Day_NNP", "Boxing Day", D, "2024-12-26"},
    {"They left_VBD on New_NNP Year_NNP 's Eve_NNP", "New Year 's Eve", D, "2024-12-31"},
    {"They left_VBD on New_NNP Year_NNP 's Day_NNP", "New Year 's Day", D, "2025-01-01"},
    {"They left_VBD on May_NNP Day_NNP", "May Day", D, "2024-05-01"},
    {"They will_MD leave_VB on May_NNP Day_NNP", "May Day", D, "2025-05-01"},
    {"They left_VBD on Christmas_NNP Day_NNP 2014_CD", "Christmas Day 2014", D, "2014-12-25"},
    {"They left_VBD on Christmas_NNP Day_NNP last year", "Christmas Day last year", D,
     "2024-12-25"},
    {"They left_VBD on Easter_NNP Sunday_NNP 2016_CD", "Easter Sunday 2016", D, "2016-03-27"},
    {"They left_VBD on Easter_NNP Monday_NNP 2024_CD", "Easter Monday 2024", D, "2024-04-01"},
    {"They left_VBD on Good_NNP Friday_NNP 2023_CD", "Good Friday 2023", D, "2023-04-07"},
    {"They will_MD leave_VB on Good_NNP Friday_NNP", "Good Friday", D, "2025-04-18"},
    {"They left_VBD on Orthodox_NNP Easter_NNP 2024_CD", "Orthodox Easter 2024", D, "2024-05-05"},
    {"They left_VBD on Ash_NNP Wednesday_NNP", "Ash Wednesday", D, "2025-03-05"},
    {"They left_VBD on Bastille_NNP Day_NNP", "Bastille Day", D, "2024-07-14"},
    {"They left_VBD on International_NNP Women_NNP 's Day_NNP", "International Women 's Day", D,
     "2025-03-08"},
    {"They left_VBD on Valentine_NNP 's Day_NNP", "Valentine 's Day", D, "2025-02-14"},
    {"They left_VBD on Ukraine_NNP 's Independence_NNP Day_NNP", "Independence Day", D,
     "2024-08-24"},
    {"They left_VBD on American_JJ Independence_NNP Day_NNP", "Independence Day", D, "2024-07-04"},
    {"They left_VBD on Canadian_JJ Thanksgiving_NNP", "Thanksgiving", D, "2024-10-14"},
    {"They left_VBD on Chinese_JJ National_NNP Day_NNP", "National Day", D, "2024-10-01"},
};

static bool check(const time_case *c, const char *country) {
    chy_arena *arena = chy_arena_new();
    chy_fixture f;
    chy_times times;
    time_fixture_read(c->sentence, reference, country, arena, &f, &times);
    char words[256] = "";
    if (times.count > 0) time_fixture_words(&f, &times.times[0], words, sizeof words);
    bool right = times.count == 1 && strcmp(words, c->words) == 0 &&
                 times.times[0].type == c->type && strcmp(times.times[0].value, c->value) == 0;
    if (!right)
        print_message("%s: %u, '%s' %s\n", c->sentence, times.count, words,
                      times.count ? times.times[0].value : "");
    chy_arena_free(arena);
    return right;
}

static void check_all(const time_case *cases, size_t count) {
    size_t right = 0;
    for (size_t i = 0; i < count; i++)
        right += check(&cases[i], "");
    assert_int_equal(right, count);
}

#define TABLE_TEST(table)                                                                          \
    static void test_##table(void **state) {                                                       \
        (void)state;                                                                               \
        check_all(table, sizeof(table) / sizeof(table)[0]);                                        \
    }

TABLE_TEST(days)
TABLE_TEST(figures)
TABLE_TEST(months_and_years)
TABLE_TEST(periods)
TABLE_TEST(relative)
TABLE_TEST(clocks)
TABLE_TEST(durations)
TABLE_TEST(sets)
TABLE_TEST(holidays)

/* Holidays of the country that the report was written in. */
static void test_holidays_at_home(void **state) {
    (void)state;
    static const struct {
        time_case c;
        const char *country;
    } cases[] = {
        {{"They left_VBD on Independence_NNP Day_NNP", "Independence Day", D, "2024-07-04"}, "USA"},
        {{"They left_VBD on Independence_NNP Day_NNP", "Independence Day", D, "2024-08-15"}, "IND"},
        {{"They left_VBD on Labor_NNP Day_NNP", "Labor Day", D, "2024-09-02"}, "USA"},
        {{"They left_VBD on Memorial_NNP Day_NNP", "Memorial Day", D, "2024-05-27"}, "USA"},
        {{"They left_VBD on Thanksgiving_NNP", "Thanksgiving", D, "2024-11-28"}, "USA"},
        {{"They left_VBD on Victory_NNP Day_NNP", "Victory Day", D, "2024-05-09"}, "RUS"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_true(check(&cases[i].c, cases[i].country));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_months_and_years),
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_relative),
        cmocka_unit_test(test_clocks),
        cmocka_unit_test(test_durations),
        cmocka_unit_test(test_sets),
        cmocka_unit_test(test_holidays),
        cmocka_unit_test(test_holidays_at_home),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
