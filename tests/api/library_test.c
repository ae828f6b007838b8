/* The library's rules, as chancery.h states them. */
#include "check_doc.h"
#include "setup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static setup_data data;
static chy_coder *coder;
static chy_workspace *workspace;

static chy_status code(const chy_report *report, chy_doc **doc, chy_error *err) {
    return chy_code(coder, workspace, report, CHY_DEPTH_RECORD, doc, err);
}

static chy_status code_text(const char *text, size_t size, bool lenient, chy_doc **doc,
                            chy_error *err) {
    const chy_report report = {.text = text, .text_size = size, .lenient = lenient};
    return code(&report, doc, err);
}

static void a_report_gives_a_sound_record(void **state) {
    (void)state;
    chy_doc *doc = NULL;
    chy_error err;
    assert_int_equal(code_text(setup_report, strlen(setup_report), false, &doc, &err), CHY_OK);
    const chy_doc_content *content = chy_doc_view(doc);
    assert_null(check_doc(content));
    assert_true(content->event_count > 0);
    assert_true(content->statement_count > 0);
    assert_string_equal(content->dateline.date, "XXXX-06-03");
    chy_doc_free(doc);
}

/* Where a heading, or a title given beside the text, ends with who speaks, and the text begins with
 * the name, which has offsets before the title's. */
static void a_speaker_stands_in_one_sentence(void **state) {
    (void)state;
    static const char heading[] = "The tax will stay, says the Malian finance minister";
    static const char body[] = "Ana Ruiz, the Malian finance minister, flew home on Monday.";
    char whole[sizeof heading + sizeof body + 1];
    snprintf(whole, sizeof whole, "%s\n\n%s", heading, body);
    const chy_report reports[] = {{.text = whole, .text_size = strlen(whole)},
                                  {.title = heading, .text = body, .text_size = strlen(body)}};
    for (size_t i = 0; i < sizeof reports / sizeof reports[0]; i++) {
        chy_doc *doc = NULL;
        chy_error err;
        assert_int_equal(code(&reports[i], &doc, &err), CHY_OK);
        const chy_doc_content *content = chy_doc_view(doc);
        const char *problem = check_doc(content);
        if (problem != NULL) fail_msg("report %zu: %s", i, problem);
        assert_int_equal(content->statement_count, 1);
        assert_int_not_equal(content->statements[0].speaker, CHY_NONE);
        chy_doc_free(doc);
    }
}

static void nothing_is_a_record_too(void **state) {
    (void)state;
    static const char *const texts[] = {"", " ", "\n\n", "\xEF\xBB\xBF", "?"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        chy_doc *doc = NULL;
        chy_error err;
        assert_int_equal(code_text(texts[i], strlen(texts[i]), false, &doc, &err), CHY_OK);
        assert_null(check_doc(chy_doc_view(doc)));
        assert_int_equal(chy_doc_view(doc)->event_count, 0);
        chy_doc_free(doc);
    }
}

static void bad_text_is_named_with_its_byte(void **state) {
    (void)state;
    chy_doc *doc = NULL;
    chy_error err;
    assert_int_equal(code_text("Peru met\xFF Chile.", 15, false, &doc, &err), CHY_ERROR_TEXT);
    assert_int_equal(err.byte, 8);
    assert_null(doc);
    assert_int_equal(code_text("Peru\0met", 8, false, &doc, &err), CHY_ERROR_TEXT);
    assert_int_equal(err.byte, 4);
    assert_int_equal(code_text("Peru met\xFF Chile.", 15, true, &doc, &err), CHY_OK);
    assert_int_equal(chy_doc_view(doc)->text_length, 15);
    chy_doc_free(doc);
}

static void dates_and_languages_are_checked(void **state) {
    (void)state;
    static const struct {
        const char *published;
        chy_status status;
    } dates[] = {{"2024-02-29", CHY_OK},
                 {"2023-02-29", CHY_ERROR_TEXT},
                 {"2024-13-01", CHY_ERROR_TEXT},
                 {"2024-03-31T23:59:60Z", CHY_OK},
                 {"2024-03-31 08:30", CHY_OK},
                 {"2024-03-31T08:30:00.125+05:30", CHY_OK},
                 {"2024-03-31T08", CHY_ERROR_TEXT},
                 {"20240331", CHY_OK},
                 {"20240331T083000Z", CHY_OK},
                 {"20240331T0830", CHY_OK},
                 {"20240230", CHY_ERROR_TEXT},
                 {"202403", CHY_ERROR_TEXT},
                 {"2024-0331", CHY_ERROR_TEXT},
                 {"202403310830", CHY_ERROR_TEXT},
                 {"2024-03-31T0830", CHY_ERROR_TEXT},
                 {"31.03.2024", CHY_ERROR_TEXT},
                 {"2024-03-31x", CHY_ERROR_TEXT},
                 {"", CHY_OK}};
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        chy_doc *doc = NULL;
        chy_error err;
        chy_report report = {.text = "Rain.", .text_size = 5, .published = dates[i].published};
        assert_int_equal(code(&report, &doc, &err), dates[i].status);
        if (doc != NULL &&
            dates[i].published[0] != '\0') { /* a day in the basic form is extended */
            assert_int_equal(chy_doc_view(doc)->report.published[4], '-');
        }
        chy_doc_free(doc);
    }
    chy_doc *doc = NULL;
    chy_error err;
    chy_report french = {.text = "Pluie.", .text_size = 6, .language = "fr"};
    assert_int_equal(code(&french, &doc, &err), CHY_ERROR_TEXT);
    assert_null(doc);
}

static void a_text_over_the_limit_is_refused(void **state) {
    (void)state;
    size_t size = (size_t)CHY_LIMIT_TEXT_BYTES + 1;
    char *text = malloc(size);
    assert_non_null(text);
    memset(text, 'a', size);
    chy_doc *doc = NULL;
    chy_error err;
    assert_int_equal(code_text(text, size, false, &doc, &err), CHY_ERROR_LIMIT);
    free(text);
}

/* Offsets count code points of the text as given, so slicing gives the words back. */
static void offsets_are_code_points_of_the_text_as_given(void **state) {
    (void)state;
    const char *text = "\xEF\xBB\xBF\xF0\x9F\x8C\x8D Caf\xC3\xA9.\r\nChad met Togo.";
    chy_doc *doc = NULL;
    chy_error err;
    assert_int_equal(code_text(text, strlen(text), false, &doc, &err), CHY_OK);
    const chy_doc_content *content = chy_doc_view(doc);
    bool found = false;
    for (uint32_t i = 0; i < content->word_count; i++) {
        if (strcmp(content->words[i].form, "Togo") == 0) {
            found = true;
            assert_int_equal(content->words[i].span.start, 19);
            assert_int_equal(content->words[i].span.end, 23);
        }
    }
    assert_true(found);
    assert_int_equal(content->text_length, 24);
    chy_doc_free(doc);
}

/* The words of a title stand first, with offsets behind the text's. */
static void a_title_is_read_as_the_headline(void **state) {
    (void)state;
    const chy_report report = {
        .text = "Rain fell in Lima.", .text_size = 18, .title = "Peru attacked Chile"};
    chy_doc *doc = NULL;
    chy_error err;
    chy_relation relation;
    assert_int_equal(code(&report, &doc, &err), CHY_OK);
    const chy_doc_content *content = chy_doc_view(doc);
    assert_string_equal(content->text, report.text);
    assert_int_equal(content->text_length, 18);
    assert_int_equal(content->sentences[0].part, CHY_PART_HEADLINE);
    assert_int_equal(content->words[0].span.start, 19);
    assert_int_equal(content->words[3].span.start, 0);
    assert_int_equal(chy_relate(doc, (chy_span){19, 23}, (chy_span){33, 38}, &relation, &err),
                     CHY_OK);
    assert_int_equal(relation.type, CHY_ASSAULT);
    assert_int_equal(chy_relate(doc, (chy_span){13, 17}, (chy_span){33, 39}, &relation, &err),
                     CHY_ERROR_ARGUMENT);
    chy_doc_free(doc);
}

static void a_long_sentence_is_cut_and_the_record_says_so(void **state) {
    (void)state;
    char text[4 * 300 + 1];
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = "war "[i % 4];
    }
    chy_doc *doc = NULL;
    chy_error err;
    assert_int_equal(code_text(text, 4 * 300, false, &doc, &err), CHY_OK);
    assert_int_equal(chy_doc_view(doc)->warning_count, 1);
    assert_string_equal(chy_doc_view(doc)->warnings[0], "Sentence 1 was cut after 256 words.");
    chy_doc_free(doc);
}

static void given_words_are_kept(void **state) {
    (void)state;
    const chy_given_word words[] = {{"Peru", 0, 4, true},
                                    {"did", 5, 11, false},
                                    {"n't", 5, 11, false},
                                    {"meet", 12, 16, false},
                                    {"Chile", 17, 22, true}};
    const chy_report report = {.text = "Peru didn't meet Chile",
                               .text_size = 22,
                               .given_words = words,
                               .given_word_count = 5};
    chy_doc *doc = NULL;
    chy_error err;
    assert_int_equal(chy_code(coder, workspace, &report, CHY_DEPTH_SYNTAX, &doc, &err), CHY_OK);
    const chy_doc_content *content = chy_doc_view(doc);
    assert_int_equal(content->sentence_count, 2);
    assert_int_equal(content->word_count, 5);
    assert_string_equal(content->words[2].form, "n't");
    assert_int_equal(content->words[1].multiword, 2);
    chy_write_options options = {0};
    setup_bytes bytes = {0};
    assert_int_equal(chy_write(doc, CHY_FORMAT_JSON, &options, setup_collect, &bytes, &err),
                     CHY_ERROR_ARGUMENT);
    assert_int_equal(chy_write(doc, CHY_FORMAT_CONLLU, NULL, setup_collect, &bytes, &err), CHY_OK);
    assert_true(setup_collect(&bytes, "", 1));
    assert_non_null(strstr(bytes.data, "2-3\tdidn't\t_"));
    free(bytes.data);
    chy_doc_free(doc);
}

static bool refuse(void *context, const char *bytes, size_t size) {
    (void)context;
    (void)bytes;
    (void)size;
    return false;
}

static void a_refusing_sink_is_an_error(void **state) {
    (void)state;
    chy_doc *doc = NULL;
    chy_error err;
    assert_int_equal(code_text("Peru met Chile.", 15, false, &doc, &err), CHY_OK);
    for (int format = CHY_FORMAT_JSON; format <= CHY_FORMAT_EXPLAIN; format++) {
        assert_int_equal(chy_write(doc, (chy_format)format, NULL, refuse, NULL, &err),
                         CHY_ERROR_OUTPUT);
    }
    chy_doc_free(doc);
}

static void spans_outside_the_text_relate_nothing(void **state) {
    (void)state;
    chy_doc *doc = NULL;
    chy_error err;
    chy_relation relation;
    assert_int_equal(code_text("Peru thanked Chile.", 19, false, &doc, &err), CHY_OK);
    assert_int_equal(chy_relate(doc, (chy_span){0, 4}, (chy_span){13, 20}, &relation, &err),
                     CHY_ERROR_ARGUMENT);
    assert_int_equal(chy_relate(doc, (chy_span){0, 0}, (chy_span){13, 13}, &relation, &err),
                     CHY_ERROR_ARGUMENT);
    assert_int_equal(chy_relate(doc, (chy_span){0, 0}, (chy_span){13, 18}, &relation, &err),
                     CHY_OK);
    assert_int_equal(chy_relate(doc, (chy_span){0, 4}, (chy_span){13, 18}, &relation, &err),
                     CHY_OK);
    assert_int_equal(relation.type, CHY_SUPPORT);
    chy_doc_free(doc);
}

static void damaged_parts_are_named(void **state) {
    (void)state;
    static const char nonsense[64] = "nonsense";
    chy_coder *other = NULL;
    chy_error err;
    chy_coder_parts parts = data.parts;
    parts.learned = nonsense;
    parts.learned_size = sizeof nonsense;
    assert_int_equal(chy_coder_open(&parts, &other, &err), CHY_ERROR_LEARNED);
    parts = data.parts;
    parts.facts = nonsense;
    parts.facts_size = sizeof nonsense;
    assert_int_equal(chy_coder_open(&parts, &other, &err), CHY_ERROR_FACTS);
    parts = data.parts;
    const chy_grammar_source wrong = {"mine.grammar", "type CONSULT\nrulle x\n", 21};
    parts.grammar = &wrong;
    parts.grammar_count = 1;
    assert_int_equal(chy_coder_open(&parts, &other, &err), CHY_ERROR_GRAMMAR);
    assert_string_equal(err.source, "mine.grammar");
    assert_int_equal(err.line, 2);
    assert_null(other);
}

static void freeing_nothing_is_allowed(void **state) {
    (void)state;
    chy_coder_free(NULL);
    chy_workspace_free(NULL);
    chy_doc_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_gives_a_sound_record),
        cmocka_unit_test(a_speaker_stands_in_one_sentence),
        cmocka_unit_test(nothing_is_a_record_too),
        cmocka_unit_test(bad_text_is_named_with_its_byte),
        cmocka_unit_test(dates_and_languages_are_checked),
        cmocka_unit_test(a_text_over_the_limit_is_refused),
        cmocka_unit_test(offsets_are_code_points_of_the_text_as_given),
        cmocka_unit_test(a_title_is_read_as_the_headline),
        cmocka_unit_test(a_long_sentence_is_cut_and_the_record_says_so),
        cmocka_unit_test(given_words_are_kept),
        cmocka_unit_test(a_refusing_sink_is_an_error),
        cmocka_unit_test(spans_outside_the_text_relate_nothing),
        cmocka_unit_test(damaged_parts_are_named),
        cmocka_unit_test(freeing_nothing_is_allowed),
    };
    chy_error err;
    setup_open(&data);
    coder = setup_coder(&data, CHY_ISA_BEST);
    if (chy_workspace_new(coder, &workspace, &err) != CHY_OK) {
        return 1;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    chy_workspace_free(workspace);
    chy_coder_free(coder);
    setup_close(&data);
    return failed;
}
