#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct example {
    const char *text;
    const char *place;
    const char *date;
    const char *agency;
    const char *rest; /* where the sentence begins */
} example;

static const example datelines[] = {
    {"ACCRA, May 16 (Volta News) -- The vote", "ACCRA", "XXXX-05-16", "Volta News", "The vote"},
    {"NAIROBI (Reuters) - The bank", "NAIROBI", "", "Reuters", "The bank"},
    {"QUITO, Ecuador \xE2\x80\x94 The court", "QUITO, Ecuador", "", "", "The court"},
    {"QUITO, Ecuador (AP) \xE2\x80\x94 The court", "QUITO, Ecuador", "", "AP", "The court"},
    {"Geneva, 3 June 2024: Envoys met", "Geneva", "2024-06-03", "", "Envoys met"},
    {"RIO DE JANEIRO, Sept. 2 (EFE) - Police", "RIO DE JANEIRO", "XXXX-09-02", "EFE", "Police"},
    {"Dar es Salaam, Wednesday, July 4, 2018 \xE2\x80\x93 Ships", "Dar es Salaam", "2018-07-04", "",
     "Ships"},
    {"ST. JOHN'S, Antigua -- A storm", "ST. JOHN'S, Antigua", "", "", "A storm"},
    {"WASHINGTON, D.C. \xE2\x80\x94 The Senate", "WASHINGTON, D.C.", "", "", "The Senate"},
    {"TASHKENT, March 9. /UZA/. The president", "TASHKENT", "XXXX-03-09", "UZA", "The president"},
    {"ISLAMABAD: The foreign office", "ISLAMABAD", "", "", "The foreign office"},
    {"NEW DELHI, 2019-11-30 (PTI): The army", "NEW DELHI", "2019-11-30", "PTI", "The army"},
    {"HANOI, Jan 12 (VNA) Viet Nam", "HANOI", "XXXX-01-12", "VNA", "Viet Nam"},
    {"(CNN) -- Rescuers", "", "", "CNN", "Rescuers"},
    {"M\xC3\x89XICO (EFE) - La", "M\xC3\x89XICO", "", "EFE", "La"},
    {"Port-au-Prince, Haiti \xE2\x80\x94 Gangs", "Port-au-Prince, Haiti", "", "", "Gangs"},
    {"Kampala \xE2\x80\x94 Uganda's parliament", "Kampala", "", "", "Uganda's parliament"},
    {"LAGOS/ABUJA (Reuters) - Two", "LAGOS/ABUJA", "", "Reuters", "Two"},
    {"SEOUL, Monday (Yonhap) -- The", "SEOUL", "", "Yonhap", "The"},
    {"SUVA, 3 June 2021. Envoys met", "SUVA", "2021-06-03", "", "Envoys met"},
    {"SUVA. 3 June 2021. PACNEWS - Envoys met", "SUVA", "2021-06-03", "PACNEWS", "Envoys met"},
    {"SUVA, 3 June, PNN - Envoys met", "SUVA", "XXXX-06-03", "PNN", "Envoys met"},
    {"Suva - 3 June 2021: Envoys met", "Suva", "2021-06-03", "", "Envoys met"},
    {"SUVA | Monday, 3 June 2021 | Envoys met", "SUVA", "2021-06-03", "", "Envoys met"},
    {"APIA, 3 June (Pacnews). Envoys met", "APIA", "XXXX-06-03", "Pacnews", "Envoys met"},
};

/* Datelines that only a gazetteer tells. */
static const example known[] = {
    {"Quito: The court", "Quito", "", "", "The court"},
    {"Quito, Ecuador: The court", "Quito, Ecuador", "", "", "The court"},
    {"Quito, 3 June. The court", "Quito", "XXXX-06-03", "", "The court"},
    {"3 June 2021 - Quito - The court", "Quito", "2021-06-03", "", "The court"},
    {"June 3, 2021 - Quito, Ecuador \xE2\x80\x94 The court", "Quito, Ecuador", "2021-06-03", "",
     "The court"},
};

static uint32_t know(const void *data, chy_slice name) {
    (void)data;
    if (chy_slice_is(name, "Quito")) return CHY_NAMES_TOWN;
    if (chy_slice_is(name, "Paz")) return CHY_NAMES_TOWN | CHY_NAMES_ELSE;
    return chy_slice_is(name, "Ecuador") ? CHY_NAMES_AREA : 0;
}

static const chy_gazetteer gazetteer = {know, NULL};

static void expect(const char *text, size_t first, size_t end, const char *characters) {
    assert_true(chy_slice_is((chy_slice){text + first, end - first}, characters));
}

static void check_dateline(const example *e, const chy_gazetteer *towns) {
    chy_dateline_parts parts = chy_dateline_read(chy_slice_of(e->text), false, towns);
    if (parts.end == 0) {
        fail_msg("no dateline in: %s", e->text);
    }
    expect(e->text, parts.place_first, parts.place_end, e->place);
    expect(e->text, parts.agency_first, parts.agency_end, e->agency);
    assert_string_equal(parts.date, e->date);
    assert_string_equal(e->text + parts.end, e->rest);
}

static void datelines_are_read(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof datelines / sizeof *datelines; i++)
        check_dateline(&datelines[i], NULL);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        assert_int_equal(chy_dateline_read(chy_slice_of(known[i].text), false, NULL).end, 0);
        check_dateline(&known[i], &gazetteer);
    }
}

static void other_beginnings_are_left_alone(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        "The president said on Monday - again - that he would resign.",
        "President Keita - who took office in May - resigned.",
        "WARNING: The road is closed.",
        "Note \xE2\x80\x94 The office is closed.",
        "On May 16 (a Tuesday) - the court sat.",
        "Peru, Chile and Bolivia signed it.",
        "May 16 -- The court sat.",
        "In Accra (Ghana) - the vote was held.",
        "well (then) - The",
        "A \xE2\x80\x94 The",
        "MOGADISHU",
        "Minister: We will go.",
        "Summary: The talks failed.",
        "Tripoli",
        "12 (twelve) - The",
        "Ecuador: The court sat.",
        "Quito: we went there.",
        "Paz: We went there.",
        "Peru, 3 June. The court sat.",
        "LIVE: The court sits.",
        "Suva - 3 June was a holiday.",
        "Suva. 3 June 2021 was a holiday.",
        "Suva | The court sat.",
        "3 June 2021 - Quito - the court sat.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (chy_dateline_read(chy_slice_of(texts[i]), false, &gazetteer).end != 0) {
            fail_msg("a dateline in: %s", texts[i]);
        }
    }
}

static void a_report_gives_its_dateline(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_text text;
    chy_error err;
    const char *words =
        "Ferry sinks off Tonga coast\r\n\r\nNUKU'ALOFA, Aug. 5 (Pacnews) -- A ferry "
        "with forty people aboard sank on Saturday, police said.";
    chy_report report = {.text = words, .text_size = strlen(words)};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    assert_string_equal(text.dateline.text, "NUKU'ALOFA, Aug. 5 (Pacnews)");
    assert_string_equal(text.dateline.date, "XXXX-08-05");
    assert_string_equal(text.dateline_place, "NUKU'ALOFA");
    assert_string_equal(text.dateline_agency, "Pacnews");
    assert_int_equal(text.dateline.span.start, 31);
    assert_true(chy_slice_is(chy_text_slice(&text, text.dateline.place), "NUKU'ALOFA"));
    assert_true(chy_slice_is(chy_text_slice(&text, text.dateline.agency), "Pacnews"));
    assert_int_equal(text.paragraph_count, 2);
    assert_int_equal(text.data[text.paragraphs[1].body], 'A');
    chy_arena_free(arena);
}

static void the_callers_dateline_wins(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_text text;
    chy_error err;
    const char *words = "SUVA (Pacnews) -- A ferry sank on Saturday.";
    chy_report report = {
        .text = words, .text_size = strlen(words), .dateline = "Apia, Samoa, 6 August 2023"};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    assert_string_equal(text.dateline.text, "Apia, Samoa, 6 August 2023");
    assert_string_equal(text.dateline.date, "2023-08-06");
    assert_string_equal(text.dateline_place, "Apia, Samoa");
    assert_int_equal(text.dateline.span.end, 0);
    assert_int_equal(text.paragraphs[0].body, 18);
    assert_string_equal(text.dateline_agency, "Pacnews"); /* what it leaves out is the text's */
    assert_true(chy_slice_is(chy_text_slice(&text, text.dateline.agency), "Pacnews"));
    report.dateline = "7 August 2023 (Radio Apia)";
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    assert_string_equal(text.dateline.date, "2023-08-07");
    assert_string_equal(text.dateline_agency, "Radio Apia");
    assert_string_equal(text.dateline_place, "SUVA");
    assert_int_equal(text.dateline.place.end, 4);
    report.dateline = "apia";
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    assert_string_equal(text.dateline_place, "apia");
    assert_int_equal(text.dateline.place.end, 0);
    report.dateline = "Apia, Samo\xC3";
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_ERROR_TEXT);
    assert_string_equal(err.source, "dateline");
    report.lenient = true;
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    assert_string_equal(text.dateline.text, "Apia, Samo\xEF\xBF\xBD");
    chy_arena_free(arena);
}

static void a_date_may_stand_alone(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_text text;
    chy_error err;
    const char *words = "Friday, March 4, 2016\n\nA ferry sank on Saturday.";
    chy_report report = {.text = words, .text_size = strlen(words)};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    assert_string_equal(text.dateline.date, "2016-03-04");
    assert_int_equal(text.paragraphs[0].body, text.paragraphs[0].end);
    report = (chy_report){.text = "No dateline here.", .text_size = 17};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    assert_string_equal(text.dateline.text, "");
    assert_null(text.dateline.date);
    assert_string_equal(text.dateline_place, "");
    chy_arena_free(arena);
}

/* "Vilnius, 17 March 2025" at the top of a release. */
static void a_heading_is_a_dateline(void **state) {
    (void)state;
    static const struct {
        const char *text, *place, *date;
    } reports[] = {
        {"Tbilisi, 4 June 2024\n\nThe minister received the envoy.", "Tbilisi", "2024-06-04"},
        {"FOREIGN MINISTRY\nPRESS RELEASE\nVilnius, 17 March 2025\n\nThe minister left.", "Vilnius",
         "2025-03-17"},
        {"Ministry of Roads\n\nNew Delhi, India, 2 May 2023\n\nA bridge was opened.",
         "New Delhi, India", "2023-05-02"},
        {"TBILISI | Tuesday, 4 June 2024\n\nThe minister left.", "TBILISI", "2024-06-04"},
        {"Road News\n4 June 2024 - Quito, Ecuador\n\nA bridge was opened.", "Quito, Ecuador",
         "2024-06-04"},
        {"4 June 2024 - Press Release\n\nA bridge was opened.", "", NULL},
        {"Tbilisi, Tuesday\n\nThe minister left.", "", NULL},
        {"The minister arrived on 4 June 2024\n\nShe left again.", "", NULL},
    };
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
        chy_arena *arena = chy_arena_new();
        chy_text text;
        chy_error err;
        chy_report report = {.text = reports[i].text, .text_size = strlen(reports[i].text)};
        assert_int_equal(chy_text_read(&report, &gazetteer, arena, &text, &err), CHY_OK);
        assert_string_equal(text.dateline_place, reports[i].place);
        if (reports[i].date == NULL) {
            assert_null(text.dateline.date);
        } else {
            assert_string_equal(text.dateline.date, reports[i].date);
        }
        chy_arena_free(arena);
    }
}

/* "Quito, Ecuador" or "By Ana Ruiz in Quito" above the story. */
static void a_town_alone_is_a_dateline(void **state) {
    (void)state;
    static const char body[] = "The court sat for three hours on Tuesday and freed the two "
                               "brothers, their lawyer said outside.";
    static const struct {
        const char *line, *place;
    } lines[] = {
        {"Quito, Ecuador", "Quito, Ecuador"},
        {"Quito", "Quito"},
        {"By Ana Ruiz in Quito", "Quito"},
        {"Ecuador", ""},
        {"Quito, Peru", ""},
        {"Quito freed the two", ""},
        {"Paz, Ecuador", "Paz, Ecuador"},
        {"Paz", ""},
        {"By Ana Ruiz in Lima", ""},
        {"By the sea in winter", ""},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        chy_arena *arena = chy_arena_new();
        chy_text text;
        chy_error err;
        char words[256];
        int size = snprintf(words, sizeof words, "%s\n\n%s", lines[i].line, body);
        chy_report report = {.text = words, .text_size = (size_t)size};
        assert_int_equal(chy_text_read(&report, &gazetteer, arena, &text, &err), CHY_OK);
        assert_string_equal(text.dateline_place, lines[i].place);
        if (lines[i].place[0]) {
            assert_int_equal(text.paragraphs[0].body, text.paragraphs[0].end);
            assert_int_equal(text.paragraphs[0].part, CHY_PART_BODY);
        }
        assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
        assert_string_equal(text.dateline_place, "");
        chy_arena_free(arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(datelines_are_read),
        cmocka_unit_test(other_beginnings_are_left_alone),
        cmocka_unit_test(a_report_gives_its_dateline),
        cmocka_unit_test(the_callers_dateline_wins),
        cmocka_unit_test(a_date_may_stand_alone),
        cmocka_unit_test(a_heading_is_a_dateline),
        cmocka_unit_test(a_town_alone_is_a_dateline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
