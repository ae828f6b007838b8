#include "events/scene.h"

#include <stdio.h>

static const char grammar[] = "shared set embeds-future: agree\n"
                              "type CONSULT\n"
                              "rule meet\n"
                              "  verb meet\n"
                              "  recipient object | with\n"
                              "  mutual\n";

/* A time expression over words, counted from 1. */
static void add_time(scene *s, uint32_t first, uint32_t last, chy_time_type type,
                     const char *value) {
    uint32_t index = s->found.time_count++;
    const chy_word *words = s->fixture.words;
    s->times[index] = (chy_time){.span = {words[first - 1].span.start, words[last - 1].span.end},
                                 .first_word = first - 1,
                                 .end_word = last,
                                 .type = (uint8_t)type,
                                 .value = value};
    for (uint32_t i = first - 1; i < last; i++)
        s->time_of_word[i] = index;
}

/* "Peru met Chile WORDS": `tree` goes on from word 4. */
static void open_meeting(scene *s, const char *rest) {
    char tree[1024];
    snprintf(tree, sizeof tree,
             "1 Peru Peru NNP 2 nsubj B-LOC\n2 met meet VBD 0 root\n3 Chile Chile NNP 2 obj B-LOC\n"
             "%s",
             rest);
    scene_open(s, tree);
    scene_party(s, 1, CHY_ENTITY_COUNTRY, "PER");
    scene_party(s, 3, CHY_ENTITY_COUNTRY, "CHL");
    scene_clause(s, 2, "meet", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_argument(s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
}

static void the_shape_of_a_value_is_its_precision(void **state) {
    (void)state;
    static const struct {
        const char *value, *date, *precision;
    } cases[] = {
        {"2024-03-12", "2024-03-12", "day"},
        {"2024-03-12TMO", "2024-03-12", "day"},
        {"2024-03-12T15:30Z", "2024-03-12", "day"},
        {"XXXX-03-12", "XXXX-03-12", "day"},
        {"XXXX-WXX-2", "XXXX-WXX-2", "day"},
        {"2024-W10", "2024-W10", "week"},
        {"2024-W10-WE", "2024-W10-WE", "week"},
        {"2024-03", "2024-03", "month"},
        {"2023-Q3", "2023-Q3", "quarter"},
        {"2023-H1", "2023-H1", "half-year"},
        {"2023-SU", "2023-SU", "season"},
        {"2023-WI", "2023-WI", "season"},
        {"2023", "2023", "year"},
        {"FY2023", "FY2023", "year"},
        {"199X", "199X", "decade"},
        {"18XX", "18XX", "century"},
        {"2024-03-05/2024-03-07", "2024-03-05/2024-03-07", "range"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        scene s;
        open_meeting(&s, "4 then then RB 2 advmod\n");
        bool clock = strchr(cases[i].value, 'T') != NULL;
        add_time(&s, 4, 4, clock ? CHY_TIME_TIME : CHY_TIME_DATE, cases[i].value);
        scene_read(&s, grammar);
        const chy_event *event = &s.events.events[0];
        assert_string_equal(event->date, cases[i].date);
        assert_string_equal(event->date_precision, cases[i].precision);
        assert_string_equal(event->date_evidence, "clause");
        assert_int_equal(event->date_span.start, s.fixture.words[3].span.start);
        scene_close(&s);
    }
}

static void two_dates_make_a_range(void **state) {
    (void)state;
    static const struct {
        const char *lead, *join, *first, *last, *date;
    } cases[] = {
        {"from", "to", "2010", "2014", "2010/2014"},
        {"between", "and", "2010", "2014", "2010/2014"},
        {"from", "until", "2024-03-01", "2024-03-09", "2024-03-01/2024-03-09"},
        {"in", "and", "2010", "2014", "2010"},
        {"from", "to", "2014", "2010", "2014"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        scene s;
        char rest[256];
        snprintf(rest, sizeof rest,
                 "4 %s %s IN 5 case\n5 A a CD 2 obl\n6 %s %s IN 7 case\n7 B b CD 5 nmod\n",
                 cases[i].lead, cases[i].lead, cases[i].join, cases[i].join);
        open_meeting(&s, rest);
        add_time(&s, 5, 5, CHY_TIME_DATE, cases[i].first);
        add_time(&s, 7, 7, CHY_TIME_DATE, cases[i].last);
        scene_read(&s, grammar);
        const chy_event *event = &s.events.events[0];
        assert_string_equal(event->date, cases[i].date);
        bool range = strchr(cases[i].date, '/') != NULL;
        assert_string_equal(event->date_precision, range ? "range" : "year");
        assert_int_equal(event->date_span.end, s.fixture.words[range ? 6 : 4].span.end);
        scene_close(&s);
    }
}

static void a_bound_is_no_date(void **state) {
    (void)state;
    static const char *const bounds[] = {"since", "by", "before", "until", "after"};
    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        scene s;
        char rest[128];
        snprintf(rest, sizeof rest, "4 %s %s IN 5 case\n5 Friday Friday NNP 2 obl\n", bounds[i],
                 bounds[i]);
        open_meeting(&s, rest);
        add_time(&s, 5, 5, CHY_TIME_DATE, "2024-03-08");
        scene_read(&s, grammar);
        assert_string_equal(s.events.events[0].date, "2024-03-15");
        assert_string_equal(s.events.events[0].date_evidence, "published");
        scene_close(&s);
    }
}

static void a_dateline_takes_the_year_of_publication(void **state) {
    (void)state;
    static const struct {
        const char *dateline, *published, *date, *evidence;
    } cases[] = {
        {"2024-03-14", "2024-03-15", "2024-03-14", "dateline"},
        {"XXXX-03-14", "2024-03-15", "2024-03-14", "dateline"},
        {"XXXX-12-31", "2024-01-01", "2023-12-31", "dateline"},
        {"XXXX-01-01", "2023-12-31T23:30:00Z", "2024-01-01", "dateline"},
        {"XXXX-03-14", "", "XXXX-03-14", "dateline"},
        {"", "2024-03-15", "2024-03-15", "published"},
        {"", "", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        scene s;
        open_meeting(&s, "4 . . . 2 punct\n");
        s.dateline.date = cases[i].dateline;
        s.report.published = cases[i].published;
        scene_read(&s, grammar);
        assert_string_equal(s.events.events[0].date, cases[i].date);
        assert_string_equal(s.events.events[0].date_evidence, cases[i].evidence);
        assert_string_equal(s.events.events[0].date_precision, *cases[i].date ? "day" : "");
        scene_close(&s);
    }
}

static void a_day_is_counted_from_that_of_another_deed(void **state) {
    (void)state;
    static const struct {
        const char *day, *length, *conjunction, *date;
    } cases[] = {
        {"2024-03-11", "P2D", "after", "2024-03-09"},
        {"2024-03-11", "P1W", "before", "2024-03-18"},
        /* Beyond the years that are written the day itself is all that is told. */
        {"0001-01-09", "P9W", "after", "0001-01-09"},
        {"9998-12-30", "P2D", "before", "9998-12-30"},
    };
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        scene s;
        char rest[256];
        snprintf(rest, sizeof rest,
                 "4 Monday Monday NNP 2 obl\n5 days day NNS 2 obl\n6 %s %s IN 2 mark\n",
                 cases[i].conjunction, cases[i].conjunction);
        open_meeting(&s, rest);
        s.report.published = "";
        s.found.reference_date = 0;
        add_time(&s, 4, 4, CHY_TIME_DATE, cases[i].day);
        add_time(&s, 5, 5, CHY_TIME_DURATION, cases[i].length);
        scene_read(&s, grammar);
        assert_string_equal(s.events.events[0].date, cases[i].date);
        assert_string_equal(s.events.events[0].date_precision, "day");
        assert_string_equal(s.events.events[0].date_evidence, "clause");
        scene_close(&s);
    }
}

static void a_stretch_tells_how_long(void **state) {
    (void)state;
    static const struct {
        const char *from, *to, *duration;
    } cases[] = {
        {"2024-03-11T10:00", "2024-03-11T12:00", "PT2H"},
        {"2024-03-11T10:15", "2024-03-11T10:45", "PT30M"},
        {"2024-03-11T22:00", "2024-03-12T00:30", "PT2H30M"},
        {"2024-03-11T22:00", "2024-03-11T01:00", "PT3H"},
        /* Not within a day and a night. */
        {"2024-03-11T10:00", "2024-03-13T12:00", ""},
        {"2024-03-11T10:00", "2024-03-11T10:00", ""},
        {"2024-03-11TMO", "2024-03-11T12:00", ""},
    };
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        scene s;
        open_meeting(&s, "4 from from IN 5 case\n5 ten ten CD 2 obl\n"
                         "6 until until IN 7 case\n7 noon noon NN 2 obl\n");
        add_time(&s, 5, 5, CHY_TIME_TIME, cases[i].from);
        add_time(&s, 7, 7, CHY_TIME_TIME, cases[i].to);
        scene_read(&s, grammar);
        assert_string_equal(s.events.events[0].duration, cases[i].duration);
        scene_close(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shape_of_a_value_is_its_precision),
        cmocka_unit_test(two_dates_make_a_range),
        cmocka_unit_test(a_bound_is_no_date),
        cmocka_unit_test(a_dateline_takes_the_year_of_publication),
        cmocka_unit_test(a_day_is_counted_from_that_of_another_deed),
        cmocka_unit_test(a_stretch_tells_how_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
