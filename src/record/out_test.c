#include "record/json.h"
#include "record/page.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct text {
    char data[65536];
    size_t size;
} text;

static text got;

static bool collect(void *context, const char *data, size_t size) {
    text *t = context;
    assert_true(size < sizeof t->data - t->size);
    memcpy(t->data + t->size, data, size);
    t->size += size;
    t->data[t->size] = '\0';
    return true;
}

static bool refuse(void *context, const char *data, size_t size) {
    (void)context;
    (void)data;
    (void)size;
    return false;
}

static const char *decimal(double value, unsigned decimals) {
    chy_out out;
    got.size = 0;
    chy_out_start(&out, collect, &got);
    chy_out_decimal(&out, value, decimals);
    assert_int_equal(chy_out_finish(&out, NULL), CHY_OK);
    return got.data;
}

static void numbers_are_short_and_rounded(void **state) {
    (void)state;
    assert_string_equal(decimal(4, 2), "4");
    assert_string_equal(decimal(-3.5, 2), "-3.5");
    assert_string_equal(decimal(0.125, 2), "0.13");
    assert_string_equal(decimal(-0.001, 2), "0");
    assert_string_equal(decimal(0.9996, 3), "1");
    assert_string_equal(decimal(12.05, 4), "12.05");
    assert_string_equal(decimal(1e12, 6), "1000000000000");
    assert_string_equal(decimal(1e300, 2) + 299, "60");
    assert_string_equal(decimal((double)NAN, 2), "null");
    assert_string_equal(decimal(-(double)INFINITY, 2), "null");
}

static void strings_are_escaped_and_made_valid(void **state) {
    (void)state;
    static const struct {
        const char *given, *expected;
    } cases[] = {
        {"plain \xC3\xA9 \xF0\x9F\x98\x80", "\"plain \xC3\xA9 \xF0\x9F\x98\x80\""},
        {"a\"b\\c\n\r\t\x01\x7F", "\"a\\\"b\\\\c\\n\\r\\t\\u0001\\u007f\""},
        {"\xFFx", "\"\xEF\xBF\xBDx\""},
        {"\xC0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xF4\x90\x80\x80z", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\""},
        {"end\xE2\x82", "\"end\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xEF\xBF\xBD", "\"\xEF\xBF\xBD\""},
        {"", "\"\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        chy_out out;
        chy_json_writer json;
        got.size = 0;
        chy_out_start(&out, collect, &got);
        chy_put_start(&json, &out, false);
        chy_put_string(&json, NULL, cases[i].given);
        assert_int_equal(chy_out_finish(&out, NULL), CHY_OK);
        assert_string_equal(got.data, cases[i].expected);
    }
}

static void write_sample(bool pretty) {
    chy_out out;
    chy_json_writer json;
    got.size = 0;
    chy_out_start(&out, collect, &got);
    chy_put_start(&json, &out, pretty);
    chy_put_open_object(&json, NULL);
    chy_put_open_array(&json, "empty");
    chy_put_close_array(&json);
    chy_put_open_array(&json, "list");
    chy_put_uint(&json, NULL, 7);
    chy_put_id(&json, NULL, "e", 2);
    chy_put_id(&json, NULL, "e", CHY_NONE);
    chy_put_close_array(&json);
    chy_put_open_flat(&json, "span");
    chy_put_uint(&json, "start", 1);
    chy_put_uint(&json, "end", 2);
    chy_put_close_flat(&json);
    chy_put_bool(&json, "yes", true);
    chy_put_known(&json, "none", "");
    chy_put_close_object(&json);
    assert_int_equal(chy_out_finish(&out, NULL), CHY_OK);
}

static void both_forms_are_json(void **state) {
    (void)state;
    write_sample(false);
    assert_string_equal(got.data, "{\"empty\":[],\"list\":[7,\"e3\",null],"
                                  "\"span\":{\"start\":1,\"end\":2},\"yes\":true,\"none\":null}");
    write_sample(true);
    assert_string_equal(got.data, "{\n  \"empty\": [],\n  \"list\": [\n    7,\n    \"e3\",\n"
                                  "    null\n  ],\n  \"span\": {\"start\": 1, \"end\": 2},\n"
                                  "  \"yes\": true,\n  \"none\": null\n}");
}

static void a_sink_that_refuses_is_an_error(void **state) {
    (void)state;
    chy_out out;
    chy_error err;
    chy_out_start(&out, refuse, NULL);
    for (int i = 0; i < 10000; i++) {
        chy_out_string(&out, "words ");
    }
    assert_int_equal(chy_out_finish(&out, &err), CHY_ERROR_OUTPUT);
    assert_int_equal(err.code, CHY_ERROR_OUTPUT);
}

static void long_text_is_wrapped(void **state) {
    (void)state;
    chy_out out;
    chy_page page;
    got.size = 0;
    chy_out_start(&out, collect, &got);
    chy_page_start(&page, &out, 40, false);
    chy_page_label(&page, 2, 8, "label");
    for (int i = 0; i < 30; i++) {
        chy_page_text(&page, "w\xC3\xB6rter \n and\x1B[31m ");
    }
    for (int i = 0; i < 500; i++) {
        chy_page_text(&page, "x");
    }
    chy_page_end(&page);
    assert_int_equal(chy_out_finish(&out, NULL), CHY_OK);
    assert_null(strchr(got.data, '\x1B'));
    size_t columns = 0;
    for (size_t i = 0; i < got.size; i++) {
        columns =
            got.data[i] == '\n' ? 0 : columns + (((unsigned char)got.data[i] & 0xC0u) != 0x80u);
        assert_true(columns <= 40);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_short_and_rounded),
        cmocka_unit_test(strings_are_escaped_and_made_valid),
        cmocka_unit_test(both_forms_are_json),
        cmocka_unit_test(a_sink_that_refuses_is_an_error),
        cmocka_unit_test(long_text_is_wrapped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
