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

static chy_text read(const char *string, const char *title) {
    chy_text text;
    chy_error err;
    chy_report report = {.text = string, .text_size = strlen(string), .title = title};
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    return text;
}

static void expect(const chy_text *text, uint32_t i, const char *characters) {
    assert_true(i < text->paragraph_count);
    const chy_paragraph *p = &text->paragraphs[i];
    assert_true(chy_slice_is((chy_slice){text->data + p->first, p->end - p->first}, characters));
}

static void blank_lines_part_paragraphs(void **state) {
    (void)state;
    static const char *const texts[] = {
        "One here.\n\nTwo here.",         "\n\n One here. \n \t \n\n\nTwo here.\n",
        "One here.\r\n\r\nTwo here.",     "One here.\r\rTwo here.",
        "One here.\xE2\x80\xA9Two here.", "One here.\n\xC2\xA0\nTwo here.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        chy_text text = read(texts[i], NULL);
        assert_int_equal(text.paragraph_count, 2);
        expect(&text, 0, "One here.");
        expect(&text, 1, "Two here.");
    }
}

static void nothing_but_space(void **state) {
    (void)state;
    assert_int_equal(read("", NULL).paragraph_count, 0);
    assert_int_equal(read(" \r\n\t\n\n", NULL).paragraph_count, 0);
    assert_int_equal(read("\xEF\xBB\xBF", NULL).paragraph_count, 0);
}

static void wrapped_lines_are_one_paragraph(void **state) {
    (void)state;
    chy_text text =
        read("Farmers in the north of Malawi say that the rains have come late for the\n"
             "third year running and that the price of maize has doubled since April.\n"
             "The ministry disputes this.\n"
             "Traders at the border said on Friday that they had seen no lorries for a\n"
             "week, and that the crossing would stay shut until further notice came.\n",
             NULL);
    assert_int_equal(text.paragraph_count, 2);
    assert_int_equal(text.data[text.paragraphs[1].first + 1], 'r');
}

static void a_long_address_leaves_the_page_its_width(void **state) {
    (void)state;
    chy_text text =
        read("The harbour of Port Louis stayed shut on Wednesday while divers looked\n"
             "for the two Mauritian sailors who had been missing since the storm. A\n"
             "list of the ships is at\n"
             "http://ships.example.org/harbours/port-louis/arrivals-and-departures/list?year=2019&"
             "month=4&sort=tonnage&flag=all&order=descending\n"
             "The Indian Ocean Commission will send a second boat when the Reunion\n"
             "Navy has one to spare.",
             NULL);
    assert_int_equal(text.paragraph_count, 1);
}

static void long_lines_are_paragraphs(void **state) {
    (void)state;
    chy_text text =
        read("The parliament of Estonia adopted the budget for the coming year late on Thursday "
             "after a debate of eleven hours, in which two hundred amendments were voted down.\n"
             "Opposition parties walked out.\n"
             "The president has ten days to sign it, and her office said that she was still "
             "studying its clauses on defence.",
             NULL);
    assert_int_equal(text.paragraph_count, 3);
    expect(&text, 1, "Opposition parties walked out.");
}

static void a_small_letter_goes_on(void **state) {
    (void)state;
    chy_text text = read("The delegation was led by the deputy\nminister for fisheries.", NULL);
    assert_int_equal(text.paragraph_count, 1);
}

static const char *const story =
    "Bolivian miners end blockade\n\nMiners in Bolivia lifted their blockade of the road to the "
    "salt flats on Sunday, their union said.";

static void a_headline_is_known(void **state) {
    (void)state;
    chy_text text = read(story, NULL);
    assert_int_equal(text.paragraphs[0].part, CHY_PART_HEADLINE);
    assert_int_equal(text.paragraphs[1].part, CHY_PART_BODY);
    text = read("It rained in Oslo all day.\n\nThe match between the two clubs was put off, the "
                "league said on Monday.",
                NULL);
    assert_int_equal(text.paragraphs[0].part, CHY_PART_BODY);
    text = read("Dear Sir or Madam,\n\nThe match between the two clubs was put off, the league "
                "said on Monday.",
                NULL);
    assert_int_equal(text.paragraphs[0].part, CHY_PART_BODY);
    text = read("It rained. \n\nOnly a little.", "It rained.");
    assert_int_equal(text.paragraphs[0].part, CHY_PART_HEADLINE);
    text = read("Miners end blockade", NULL);
    assert_int_equal(text.paragraphs[0].part, CHY_PART_BODY);
}

/* Linear time: each of these is a megabyte. */
static void hostile_lines(void **state) {
    (void)state;
    static const char *const units[] = {"\n",           "a\n", "\r",   "a\r\n\r\n",
                                        "\xE2\x80\xA8", "(\n", "a b\n"};
    size_t size = 1000000;
    char *bytes = malloc(size + 8);
    assert_non_null(bytes);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t unit = strlen(units[i]);
        size_t used = 0;
        while (used < size) {
            memcpy(bytes + used, units[i], unit);
            used += unit;
        }
        bytes[used] = '\0';
        chy_text text = read(bytes, NULL);
        assert_true(text.paragraph_count <= size);
        chy_arena_reset(arena);
    }
    free(bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blank_lines_part_paragraphs),
        cmocka_unit_test(nothing_but_space),
        cmocka_unit_test(wrapped_lines_are_one_paragraph),
        cmocka_unit_test(a_long_address_leaves_the_page_its_width),
        cmocka_unit_test(long_lines_are_paragraphs),
        cmocka_unit_test(a_small_letter_goes_on),
        cmocka_unit_test(a_headline_is_known),
        cmocka_unit_test(hostile_lines),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
