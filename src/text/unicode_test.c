#include "text/unicode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Bytes, and how far the first code point or bad part reaches; bad parts after Unicode 15, table
 * 3-8. */
typedef struct example {
    const char *bytes;
    size_t size;
    uint32_t code_point;
    uint32_t length;
} example;

static void utf8_is_read_strictly(void **state) {
    (void)state;
    static const example examples[] = {
        {"A", 1, 'A', 1},
        {"\xC3\xA9", 2, 0xE9, 2},
        {"\xE2\x80\x94", 3, 0x2014, 3},
        {"\xF0\x9F\x95\x8A", 4, 0x1F54A, 4},
        {"\xF4\x8F\xBF\xBF", 4, 0x10FFFF, 4},
        {"\xEE\x80\x80", 3, 0xE000, 3},
        {"\xED\x9F\xBF", 3, 0xD7FF, 3},
        {"\xC0\xAF", 2, UINT32_MAX, 1},         /* overlong */
        {"\xC1\x81", 2, UINT32_MAX, 1},         /* overlong */
        {"\xE0\x80\xAF", 3, UINT32_MAX, 1},     /* overlong */
        {"\xF0\x80\x80\xAF", 4, UINT32_MAX, 1}, /* overlong */
        {"\xED\xA0\x80", 3, UINT32_MAX, 1},     /* surrogate */
        {"\xF4\x90\x80\x80", 4, UINT32_MAX, 1}, /* past U+10FFFF */
        {"\xF5\x80\x80\x80", 4, UINT32_MAX, 1},
        {"\xFF", 1, UINT32_MAX, 1},
        {"\x80", 1, UINT32_MAX, 1},
        {"\xE2\x80", 2, UINT32_MAX, 2}, /* cut at the end */
        {"\xE2\x80"
         "A",
         3, UINT32_MAX, 2},
        {"\xF0\x9F\x95"
         "A",
         4, UINT32_MAX, 3},
        {"\xE1\x80\xE2\xF0", 4, UINT32_MAX, 2},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        uint32_t length = 0;
        const example *e = &examples[i];
        assert_int_equal(chy_utf8_read(e->bytes, e->size, &length), e->code_point);
        assert_int_equal(length, e->length);
    }
}

static void every_code_point_is_written_and_read_back(void **state) {
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        char bytes[4];
        uint32_t length = 0;
        uint32_t size = chy_utf8_write(c, bytes);
        assert_int_equal(chy_utf8_read(bytes, size, &length), c);
        assert_int_equal(length, size);
        assert_int_equal(chy_utf8_next(bytes, &length), c);
        assert_int_equal(length, size);
    }
}

static void classes(void **state) {
    (void)state;
    assert_int_equal(chy_class_of(' '), CHY_CLASS_SPACE);
    assert_int_equal(chy_class_of(0xA0), CHY_CLASS_SPACE);
    assert_int_equal(chy_class_of(0xFEFF), CHY_CLASS_SPACE);
    assert_int_equal(chy_class_of('a'), CHY_CLASS_LOWER);
    assert_int_equal(chy_class_of(0xD8), CHY_CLASS_UPPER);
    assert_int_equal(chy_class_of(0x0301), CHY_CLASS_LETTER);
    assert_int_equal(chy_class_of(0x0645), CHY_CLASS_LETTER);
    assert_int_equal(chy_class_of(0x4E2D), CHY_CLASS_CJK);
    assert_int_equal(chy_class_of('7'), CHY_CLASS_DIGIT);
    assert_int_equal(chy_class_of(0xBD), CHY_CLASS_NUMBER);
    assert_int_equal(chy_class_of(0x2014), CHY_CLASS_PUNCT);
    assert_int_equal(chy_class_of('$'), CHY_CLASS_SYMBOL);
    assert_int_equal(chy_class_of(0x1F54A), CHY_CLASS_SYMBOL);
    assert_int_equal(chy_class_of(0xE000), CHY_CLASS_OTHER);
}

static void lower_case(void **state) {
    (void)state;
    assert_int_equal(chy_lower('Q'), 'q');
    assert_int_equal(chy_lower(0x0416), 0x0436);
    assert_int_equal(chy_lower('1'), '1');
}

/* A family is one character, two flags are two. */
static void characters_of_several_code_points(void **state) {
    (void)state;
    int32_t s = 0;
    assert_true(chy_same_character(0x1F468, 0x200D, &s));
    assert_true(chy_same_character(0x200D, 0x1F469, &s));
    s = 0;
    assert_true(chy_same_character(0x1F1F0, 0x1F1EA, &s));
    assert_false(chy_same_character(0x1F1EA, 0x1F1FA, &s));
    s = 0;
    assert_true(chy_same_character('e', 0x0301, &s));
    s = 0;
    assert_false(chy_same_character('e', 'f', &s));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_read_strictly),
        cmocka_unit_test(every_code_point_is_written_and_read_back),
        cmocka_unit_test(classes),
        cmocka_unit_test(lower_case),
        cmocka_unit_test(characters_of_several_code_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
