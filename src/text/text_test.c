#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static chy_arena *arena;

static int open_arena(void **state) {
    (void)state;
    arena = chy_arena_new();
    return arena == NULL;
}

static int close_arena(void **state) {
    (void)state;
    chy_arena_free(arena);
    return 0;
}

static chy_status read(const char *bytes, size_t size, bool lenient, chy_text *text,
                       chy_error *err) {
    chy_report report = {.text = bytes, .text_size = size, .lenient = lenient};
    return chy_text_read(&report, NULL, arena, text, err);
}

static chy_text good(const char *string) {
    chy_text text;
    chy_error err;
    assert_int_equal(read(string, strlen(string), false, &text, &err), CHY_OK);
    return text;
}

static void bad_bytes_have_a_place(void **state) {
    (void)state;
    chy_text text;
    chy_error err;
    assert_int_equal(read("Lom\xC3\xA9\n\xC3\xA9t\xE9!", 11, false, &text, &err), CHY_ERROR_TEXT);
    assert_int_equal(err.byte, 9);
    assert_int_equal(err.line, 2);
    assert_int_equal(err.column, 3);
    assert_string_equal(err.source, "text");
    assert_string_equal(err.message, "the text has a byte (0xE9) that is not UTF-8 at byte 9");
    assert_int_equal(read("a\0b", 3, false, &text, &err), CHY_ERROR_TEXT);
    assert_int_equal(err.byte, 1);
    assert_string_equal(err.message, "the text has a NUL (0x00) at byte 1");
    assert_int_equal(read("a\xFF", 2, false, &text, NULL), CHY_ERROR_TEXT);
}

static void lenient_text_keeps_its_offsets(void **state) {
    (void)state;
    chy_text text;
    chy_error err;
    assert_int_equal(read("a\xFF\xE2\x80z\0y", 7, true, &text, &err), CHY_OK);
    assert_string_equal(text.data, "a\xEF\xBF\xBD\xEF\xBF\xBDz\xEF\xBF\xBDy");
    assert_int_equal(text.length, 6);
    assert_int_equal(read("\xFF\xFF\xFF\xFF", 4, true, &text, &err), CHY_OK);
    assert_int_equal(text.size, 12);
}

static void limits_and_arguments(void **state) {
    (void)state;
    chy_text text;
    chy_error err;
    chy_report report = {.text = "x", .text_size = (size_t)CHY_LIMIT_TEXT_BYTES + 1};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_ERROR_LIMIT);
    report = (chy_report){.text = NULL, .text_size = 1};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_ERROR_ARGUMENT);
    report = (chy_report){.text = NULL, .text_size = 0};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    assert_int_equal(text.paragraph_count, 0);
    assert_string_equal(text.data, "");
    static const char *const read_ones[] = {"en", "EN", "en-GB", "en_US", ""};
    for (size_t i = 0; i < sizeof read_ones / sizeof *read_ones; i++) {
        report = (chy_report){.text = "x", .text_size = 1, .language = read_ones[i]};
        assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    }
    static const char *const others[] = {"fr", "enm", "e", "ru-RU"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        report = (chy_report){.text = "x", .text_size = 1, .language = others[i]};
        assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_ERROR_TEXT);
    }
}

static void offsets_count_code_points(void **state) {
    (void)state;
    chy_text text = good("\xEF\xBB\xBFMal\xC3\xA9 \xF0\x9F\x95\x8A peace");
    assert_int_equal(text.first, 1);
    assert_int_equal(text.length, 13);
    assert_int_equal(text.data[0], 'M');
    assert_int_equal(chy_text_offset(&text, 0), 1);
    assert_int_equal(chy_text_offset(&text, 6), 6);
    assert_int_equal(chy_text_offset(&text, 10), 7);
    assert_int_equal(chy_text_offset(&text, text.size), 13);
    assert_int_equal(chy_text_byte(&text, 0), 0);
    assert_int_equal(chy_text_byte(&text, 7), 10);
    assert_int_equal(chy_text_byte(&text, 99), text.size);
    assert_true(chy_slice_is(chy_text_slice(&text, (chy_span){6, 7}), "\xF0\x9F\x95\x8A"));
    assert_true(chy_slice_is(chy_text_slice(&text, (chy_span){8, 90}), "peace"));
    assert_int_equal(chy_text_slice(&text, (chy_span){9, 3}).size, 0);
}

/* Every character of a text of all widths, past many marks, there and back. */
static void offsets_go_there_and_back(void **state) {
    (void)state;
    static const char *const widths[] = {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x95\x8A"};
    char bytes[4 * 1000 + 1];
    size_t starts[1001];
    size_t size = 0;
    for (size_t i = 0; i < 1000; i++) {
        starts[i] = size;
        const char *c = widths[(i * 7 + i / 13) % 4];
        memcpy(bytes + size, c, strlen(c));
        size += strlen(c);
    }
    starts[1000] = size;
    bytes[size] = '\0';
    chy_text text = good(bytes);
    assert_int_equal(text.length, 1000);
    for (uint32_t i = 0; i <= 1000; i++) {
        assert_int_equal(chy_text_offset(&text, starts[i]), i);
        assert_int_equal(chy_text_byte(&text, i), starts[i]);
    }
}

static chy_text titled(const char *title, const char *string) {
    chy_text text;
    chy_error err;
    chy_report report = {.text = string, .text_size = strlen(string), .title = title};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    return text;
}

/* A title stands before the text, its offsets behind the text's, which stay as they are. */
static void a_title_goes_on_behind_the_text(void **state) {
    (void)state;
    chy_text text = titled("Lom\xC3\xA9 talks", "\xEF\xBB\xBFMal\xC3\xA9 spoke.");
    assert_string_equal(text.data, "Lom\xC3\xA9 talks\n\nMal\xC3\xA9 spoke.");
    assert_int_equal(text.length, 12);
    assert_int_equal(text.end, 23);
    assert_int_equal(chy_text_offset(&text, text.body), 1);
    assert_int_equal(chy_text_offset(&text, text.size), 12);
    assert_int_equal(chy_text_offset(&text, 0), 13);
    assert_int_equal(chy_text_offset(&text, 6), 18);
    assert_true(chy_slice_is(chy_text_slice(&text, (chy_span){1, 5}), "Mal\xC3\xA9"));
    assert_true(chy_slice_is(chy_text_slice(&text, (chy_span){6, 12}), "spoke."));
    assert_true(chy_slice_is(chy_text_slice(&text, (chy_span){13, 17}), "Lom\xC3\xA9"));
    assert_true(chy_slice_is(chy_text_slice(&text, (chy_span){18, 23}), "talks"));
    assert_true(chy_slice_is(chy_text_slice(&text, (chy_span){18, 99}), "talks"));
    text = titled("Lom\xC3\xA9 talks", "");
    assert_int_equal(text.length, 0);
    assert_true(chy_slice_is(chy_text_slice(&text, (chy_span){1, 5}), "Lom\xC3\xA9"));
}

static void a_title_that_opens_the_text_is_not_read_twice(void **state) {
    (void)state;
    assert_int_equal(
        titled("Per\xC3\xBA  thanks Chile ", " PER\xC3\x9A THANKS\nCHILE\n\nRain fell.").body, 0);
    assert_int_equal(titled("Peru thanks Chile", "Peru thanks Chile: rain fell.").body, 0);
    assert_int_equal(titled(" \n", "Rain fell.").body, 0);
    assert_int_equal(titled("", "Rain fell.").body, 0);
    assert_int_equal(titled("\xC2\xA0\xE3\x80\x80", "Rain fell.").body, 0); /* blanks too */
    assert_int_equal(titled("Peru", "Peruvians sang.").body, 6);
    assert_int_equal(titled("Peru thanks", "Peruthanks.").body, 13);
    assert_int_equal(titled("Peru thanks Chile", "Peru thanks").body, 19);
}

static void a_title_has_limits(void **state) {
    (void)state;
    static const chy_given_word words[] = {{"Rain", 0, 4, true}};
    chy_text text;
    chy_error err;
    chy_report report = {.text = "Rain", .text_size = 4, .title = "Per\xFA"};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_ERROR_TEXT);
    assert_string_equal(err.message, "the title given with the report is not UTF-8");
    report.lenient = true;
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    assert_string_equal(text.title, "Per\xEF\xBF\xBD");
    assert_int_equal(text.end, 9);
    report = (chy_report){.text = "Rain",
                          .text_size = 4,
                          .title = "Peru",
                          .given_words = words,
                          .given_word_count = 1};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    assert_int_equal(text.body, 0);
    char *most = calloc(CHY_LIMIT_TEXT_BYTES, 1);
    assert_non_null(most);
    memset(most, ' ', CHY_LIMIT_TEXT_BYTES - 5);
    report = (chy_report){.text = most, .text_size = CHY_LIMIT_TEXT_BYTES - 5, .title = "Peru"};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_ERROR_LIMIT);
    assert_string_equal(err.source, "title");
    free(most);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_bytes_have_a_place),
        cmocka_unit_test(lenient_text_keeps_its_offsets),
        cmocka_unit_test(limits_and_arguments),
        cmocka_unit_test(offsets_count_code_points),
        cmocka_unit_test(offsets_go_there_and_back),
        cmocka_unit_test(a_title_goes_on_behind_the_text),
        cmocka_unit_test(a_title_that_opens_the_text_is_not_read_twice),
        cmocka_unit_test(a_title_has_limits),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
