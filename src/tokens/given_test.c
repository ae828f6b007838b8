#include "tokens/tokens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
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

static chy_text read(const char *string) {
    chy_report report = {.text = string, .text_size = strlen(string)};
    chy_text text;
    chy_error err;
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    return text;
}

static void words_are_taken_as_they_are(void **state) {
    (void)state;
    chy_text text = read("Tonga won't sign. It left.\n\nFiji's did.");
    static const chy_given_word given[] = {
        {"Tonga", 0, 5, true},    {"wo", 6, 11, false},    {"n't", 6, 11, false},
        {"sign.", 12, 17, false}, {"It", 18, 20, true},    {"left", 21, 25, false},
        {".", 25, 26, false},     {"Fidji", 28, 34, true}, {"s", 28, 34, false},
        {"did.", 35, 39, false},
    };
    chy_tokens tokens;
    chy_error err;
    assert_int_equal(chy_tokens_given(&text, given, 10, arena, &tokens, &err), CHY_OK);
    assert_int_equal(tokens.word_count, 10);
    assert_int_equal(tokens.sentence_count, 3);
    assert_int_equal(tokens.words[1].multiword, 2);
    assert_int_equal(tokens.words[1].span.end, 8);
    assert_int_equal(tokens.words[2].span.start, 8);
    assert_int_equal(tokens.words[2].span.end, 11);
    assert_false(tokens.words[1].space_after);
    assert_true(tokens.words[2].space_after);
    assert_false(tokens.words[5].space_after);
    assert_true(tokens.words[9].space_after);
    assert_string_equal(tokens.words[7].form,
                        "Fidji"); /* the text has another: both keep the whole */
    assert_int_equal(tokens.words[7].span.end, 34);
    assert_int_equal(tokens.words[8].span.start, 28);
    assert_int_equal(tokens.words[9].sentence, 2);
    assert_int_equal(tokens.words[9].head, CHY_NONE);
    assert_int_equal(tokens.sentences[1].first_word, 4);
    assert_int_equal(tokens.sentences[1].word_count, 3);
    assert_int_equal(tokens.sentences[1].paragraph, 0);
    assert_int_equal(tokens.sentences[2].paragraph, 1);
    assert_int_equal(tokens.sentences[2].span.start, 28);
    assert_int_equal(tokens.sentences[2].span.end, 39);
}

static void long_sentences_are_cut(void **state) {
    (void)state;
    enum { COUNT = 600 };
    char string[2 * COUNT + 1];
    static chy_given_word given[COUNT];
    for (uint32_t i = 0; i < COUNT; i++) {
        string[2 * i] = 'a';
        string[2 * i + 1] = ' ';
        given[i] = (chy_given_word){"a", 2 * i, 2 * i + 1, i == 0};
    }
    string[2 * COUNT] = '\0';
    chy_text text = read(string);
    chy_tokens tokens;
    chy_error err;
    assert_int_equal(chy_tokens_given(&text, given, COUNT, arena, &tokens, &err), CHY_OK);
    assert_int_equal(tokens.sentence_count, 3);
    assert_true(tokens.sentences[0].cut);
    assert_true(tokens.sentences[1].cut);
    assert_false(tokens.sentences[2].cut);
    assert_int_equal(tokens.sentences[1].word_count, CHY_LIMIT_SENTENCE_WORDS);
    assert_int_equal(tokens.sentences[2].word_count, COUNT - 2 * CHY_LIMIT_SENTENCE_WORDS);
}

static void expect_failure(const chy_given_word *given, size_t count, chy_status status,
                           const char *message) {
    chy_text text = read("Nauru voted.");
    chy_tokens tokens;
    chy_error err;
    assert_int_equal(chy_tokens_given(&text, given, count, arena, &tokens, &err), status);
    assert_string_equal(err.message, message);
}

static void bad_words_are_refused(void **state) {
    (void)state;
    chy_given_word given[] = {{"Nauru", 0, 5, false}, {"voted", 6, 11, false}};
    expect_failure(given, 2, CHY_ERROR_ARGUMENT, "given word 0 does not start a sentence");
    given[0].starts_sentence = true;
    given[1].end = 13;
    expect_failure(given, 2, CHY_ERROR_ARGUMENT,
                   "given word 1 has the span 6 to 13, which is not in the text");
    given[1] = (chy_given_word){"voted", 4, 11, false};
    expect_failure(given, 2, CHY_ERROR_ARGUMENT,
                   "given word 1 has the span 4 to 11, which is not after the word before it");
    given[1] = (chy_given_word){"voted", 11, 11, false};
    expect_failure(given, 2, CHY_ERROR_ARGUMENT,
                   "given word 1 has the span 11 to 11, which is not in the text");
    given[1] = (chy_given_word){"", 6, 11, false};
    expect_failure(given, 2, CHY_ERROR_TEXT, "the form of given word 1 is empty");
    given[1].form = NULL;
    expect_failure(given, 2, CHY_ERROR_TEXT, "the form of given word 1 is empty");
    given[1].form = "v\xF8ted";
    expect_failure(given, 2, CHY_ERROR_TEXT, "the form of given word 1 is not UTF-8");
    expect_failure(NULL, 2, CHY_ERROR_ARGUMENT, "2 given words cannot be read");
}

static void no_words_at_all(void **state) {
    (void)state;
    chy_text text = read(" \n");
    chy_tokens tokens;
    chy_error err;
    assert_int_equal(chy_tokens_given(&text, NULL, 0, arena, &tokens, &err), CHY_OK);
    assert_int_equal(tokens.word_count, 0);
    static const chy_given_word space[] = {{" ", 0, 1, true}};
    assert_int_equal(chy_tokens_given(&text, space, 1, arena, &tokens, &err), CHY_OK);
    assert_int_equal(tokens.sentence_count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_taken_as_they_are),
        cmocka_unit_test(long_sentences_are_cut),
        cmocka_unit_test(bad_words_are_refused),
        cmocka_unit_test(no_words_at_all),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
