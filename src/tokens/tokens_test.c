#include "tokens/pieces.h"
#include "tokens/tokens.h"

#include "text/unicode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The learned file of this checkout, so that what users get is what is tested. */
typedef struct fixture {
    void *bytes;
    chy_arena *arena;
    chy_token_model model;
} fixture;

static fixture f;

static int open_model(void **state) {
    (void)state;
    FILE *file = fopen(CHY_SOURCE_DIR "/models/chancery-en.safetensors", "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        return 1;
    }
    long size = ftell(file);
    rewind(file);
    f.bytes = size > 0 ? malloc((size_t)size) : NULL;
    f.arena = chy_arena_new();
    if (f.bytes == NULL || f.arena == NULL ||
        fread(f.bytes, 1, (size_t)size, file) != (size_t)size) {
        return 1;
    }
    fclose(file);
    const chy_learned *learned;
    chy_error err;
    return chy_learned_open(f.bytes, (size_t)size, f.arena, &learned, &err) != CHY_OK ||
           chy_token_model_bind(learned, &f.model, &err) != CHY_OK;
}

static int close_model(void **state) {
    (void)state;
    chy_arena_free(f.arena);
    free(f.bytes);
    return 0;
}

static chy_tokens split(const char *string, size_t size, const chy_token_model *model,
                        bool keep_dateline, chy_arena *arena, chy_text *text) {
    chy_report report = {.text = string, .text_size = size};
    chy_error err;
    chy_tokens tokens;
    assert_int_equal(chy_text_read(&report, NULL, arena, text, &err), CHY_OK);
    assert_int_equal(chy_tokens_split(text, model, keep_dateline, arena, &tokens, &err), CHY_OK);
    return tokens;
}

static bool is_good(const chy_text *text, const chy_word *w, uint32_t end, uint32_t left) {
    return w->span.start >= end && w->span.end > w->span.start &&
           w->span.end - w->span.start <= CHY_LIMIT_WORD_CODE_POINTS &&
           chy_slice_is(chy_text_slice(text, w->span), w->form) && w->head == CHY_NONE &&
           w->multiword <= left;
}

/* What holds for every text: spans in order, in bounds and not empty, forms that are the text's
 * own. */
static void check(const chy_text *text, const chy_tokens *tokens) {
    uint32_t end = text->first;
    uint32_t word = 0;
    for (uint32_t i = 0; i < tokens->sentence_count; i++) {
        const chy_sentence *s = &tokens->sentences[i];
        bool good = s->first_word == word && s->word_count > 0 &&
                    s->word_count <= CHY_LIMIT_SENTENCE_WORDS &&
                    s->span.start == tokens->words[word].span.start;
        for (uint32_t k = 0; k < s->word_count; k++, word++) {
            const chy_word *w = &tokens->words[word];
            good = good && w->sentence == i && is_good(text, w, end, s->word_count - k);
            end = w->span.end;
        }
        assert_true(good && s->span.end == end);
    }
    assert_int_equal(word, tokens->word_count);
    assert_true(end <= text->length);
}

/* The words with ' ' between them, '~' within a multi-word token, " | " between sentences. */
static void expect(const chy_token_model *model, const char *string, const char *wanted) {
    chy_arena *arena = chy_arena_new();
    chy_text text;
    chy_tokens tokens = split(string, strlen(string), model, false, arena, &text);
    check(&text, &tokens);
    char got[1024];
    size_t used = 0;
    uint32_t in_token = 0;
    for (uint32_t i = 0; i < tokens.word_count; i++) {
        const chy_word *w = &tokens.words[i];
        const char *gap = i == 0                                        ? ""
                          : tokens.words[i - 1].sentence != w->sentence ? " | "
                          : in_token > 0                                ? "~"
                                                                        : " ";
        in_token = w->multiword > 0 ? w->multiword - 1u : in_token > 0 ? in_token - 1 : 0;
        used += (size_t)snprintf(got + used, sizeof got - used, "%s%s", gap, w->form);
    }
    got[used] = '\0';
    assert_string_equal(got, wanted);
    chy_arena_free(arena);
}

static void both(const char *string, const char *wanted) {
    expect(NULL, string, wanted);
    expect(&f.model, string, wanted);
}

static void contractions_are_two_words(void **state) {
    (void)state;
    both("Ghana didn't sign. It couldn't.", "Ghana did~n't sign . | It could~n't .");
    both("Ghana’s envoy won’t go.", "Ghana~’s envoy wo~n’t go .");
    both("Monday's talks ran on, as Tuesday’s had.",
         "Monday~'s talks ran on , as Tuesday~’s had .");
    both("They cannot say who's next.", "They can~not say who~'s next .");
    both("We're sure they'll say I'm late.", "We~'re sure they~'ll say I~'m late .");
    both("The Maldives' reefs are gone.", "The Maldives~' reefs are gone .");
    both("O'Brien met N'Golo Sidibé.", "O'Brien met N'Golo Sidibé .");
    both("NUKU'ALOFA, Sana’a and Ma'rib.", "NUKU'ALOFA , Sana’a and Ma'rib .");
}

static void hyphens_follow_the_treebanks(void **state) {
    (void)state;
    both("A two-year, Beirut-based inquiry.", "A two - year , Beirut - based inquiry .");
    both("A non-binding, pro-union vote.", "A non-binding , pro-union vote .");
    both("Two F-16s of the 1990s fell.", "Two F - 16s of the 1990s fell .");
    both("Call 613-555-0142 now.", "Call 613-555-0142 now .");
}

static void marks_stand_alone(void **state) {
    (void)state;
    both("It cost $5.5 million (or 7%).", "It cost $ 5.5 million ( or 7 % ) .");
    both("They paid €40,000; he said: \"Why?\"", "They paid € 40,000 ; he said : \" Why ? \"");
    both("The border—long shut—opened.", "The border — long shut — opened .");
    both("See http://www.afdb.org/news, please.", "See http://www.afdb.org/news , please .");
    both("It opens at 10:30 today...", "It opens at 10:30 today ...");
}

static void titles_and_months_keep_their_period(void **state) {
    (void)state;
    both("Gen. Okoye met Lt. Col. Park on Jan. 5.", "Gen. Okoye met Lt. Col. Park on Jan. 5 .");
    both("Mr. Costa flew to St. Kitts.", "Mr. Costa flew to St. Kitts .");
    both("He thanked Gen. K. J. Otieno. Dr. Lee left.",
         "He thanked Gen. K. J. Otieno . | Dr. Lee left .");
}

/* What the rules alone cannot tell. */
static void news_is_cut_into_sentences(void **state) {
    (void)state;
    const chy_token_model *m = &f.model;
    expect(m, "U.S. President Ada Bell left at 9 a.m. Monday. Police came.",
           "U.S. President Ada Bell left at 9 a.m. Monday . | Police came .");
    expect(m, "It began at 5 p.m. The army denied it.",
           "It began at 5 p.m. | The army denied it .");
    expect(m, "He joined the U.N. In May he left.", "He joined the U.N. | In May he left .");
    expect(m, "\"We will not sign.\" The envoy left.",
           "\" We will not sign . \" | The envoy left .");
    expect(m, "\"Go home!\" he shouted. \"Why?\" she asked.",
           "\" Go home ! \" he shouted . | \" Why ? \" she asked .");
    expect(m, "“We reject it,” Ms. Awad said. “The people won’t accept it.” He left.",
           "“ We reject it , ” Ms. Awad said . | “ The people wo~n’t accept it . ” | He left .");
    expect(m, "Sen. Diaz (D-Calif.) objected. Acme Corp., a builder, sued.",
           "Sen. Diaz ( D - Calif. ) objected . | Acme Corp. , a builder , sued .");
    expect(m, "It paid Rs. 500 crore to Adm. Kofi Boateng (Ret.), incl. tax.",
           "It paid Rs. 500 crore to Adm. Kofi Boateng ( Ret. ) , incl. tax .");
    expect(m, "K. Michael Moyo chose plan B. The vote (e.g. The Hague's) is near.",
           "K. Michael Moyo chose plan B. | The vote ( e.g. The Hague~'s ) is near .");
    expect(m, "They counted the 1,500 Filipino nurses. About 6,000 Somali families fled.",
           "They counted the 1,500 Filipino nurses . | About 6,000 Somali families fled .");
    expect(m, "NATO Secretary-General Anna Holm came. In 2022 Kenya paid USD 3 million.",
           "NATO Secretary - General Anna Holm came . | In 2022 Kenya paid USD 3 million .");
    expect(m, "Talks began at 5 p.m. Tuesday. The 14th Amendment stands.",
           "Talks began at 5 p.m. Tuesday . | The 14th Amendment stands .");
    expect(m, "Prices rose 3.5 percent vs. 2.1 percent. Art. 5 applies.",
           "Prices rose 3.5 percent vs. 2.1 percent . | Art. 5 applies .");
}

static void possessors_keep_what_they_have(void **state) {
    (void)state;
    const chy_token_model *m = &f.model;
    expect(m, "The Tanners' Congress struck. It won.",
           "The Tanners~' Congress struck . | It won .");
    expect(m, "Leaders of the Farmers' Party met.", "Leaders of the Farmers~' Party met .");
    expect(m, "They saw the Nurses’ Federation.", "They saw the Nurses~’ Federation .");
    expect(m, "It was the miners'. Nobody left.", "It was the miners~' . | Nobody left .");
}

static void figures_keep_what_they_count(void **state) {
    (void)state;
    const chy_token_model *m = &f.model;
    expect(m, "It has 1,200 Kenyan soldiers. It left.",
           "It has 1,200 Kenyan soldiers . | It left .");
    expect(m, "They spoke of about 10,000 Malian pupils.",
           "They spoke of about 10,000 Malian pupils .");
    expect(m, "It killed 1,200. Kenya mourned.", "It killed 1,200 . | Kenya mourned .");
}

static void what_a_phrase_opens_goes_on(void **state) {
    (void)state;
    const chy_token_model *m = &f.model;
    expect(m, "On Friday Holm plans to fly to Dakar.", "On Friday Holm plans to fly to Dakar .");
    expect(m, "They came in May. On Friday they left.",
           "They came in May . | On Friday they left .");
}

static void paragraphs_part_sentences(void **state) {
    (void)state;
    both("Ferry sinks\n\nA ferry sank on Sunday, the coast guard of Vanuatu said in Port Vila.",
         "Ferry sinks | A ferry sank on Sunday , the coast guard of Vanuatu said in Port Vila .");
}

static void a_dateline_stands_in_no_sentence(void **state) {
    (void)state;
    const char *words = "LOMÉ, May 2 (Savoir) -- Togo voted.";
    expect(&f.model, words, "Togo voted .");
    chy_arena *arena = chy_arena_new();
    chy_text text;
    chy_tokens tokens = split(words, strlen(words), &f.model, true, arena, &text);
    check(&text, &tokens);
    assert_string_equal(tokens.words[0].form, "LOMÉ");
    chy_arena_free(arena);
}

static void offsets_are_the_readers(void **state) {
    (void)state;
    const char *words = "\xEF\xBB\xBF\xF0\x9F\x95\x8A Peace,\r\nMali's leader said.\r\n\r\nYes.";
    chy_arena *arena = chy_arena_new();
    chy_text text;
    chy_tokens tokens = split(words, strlen(words), &f.model, false, arena, &text);
    check(&text, &tokens);
    assert_int_equal(tokens.words[0].span.start, 1);
    assert_int_equal(tokens.words[0].span.end, 2);
    assert_string_equal(tokens.words[1].form, "Peace");
    assert_int_equal(tokens.words[1].span.start, 3);
    assert_false(tokens.words[1].space_after);
    assert_string_equal(tokens.words[3].form, "Mali");
    assert_int_equal(tokens.words[3].span.start, 11);
    assert_int_equal(tokens.words[3].multiword, 2);
    assert_string_equal(tokens.words[4].form, "'s");
    assert_int_equal(tokens.words[tokens.word_count - 1].span.end, text.length);
    chy_arena_free(arena);
}

static size_t repeat(const char *unit, size_t size, char *words) {
    size_t used = 0;
    while (used < size) {
        for (const char *c = unit; *c != '\0'; c++) {
            words[used++] = *c;
        }
    }
    return used;
}

static void too_long_is_cut(void **state) {
    (void)state;
    char *words = malloc(40000);
    assert_non_null(words);
    size_t used = repeat("or ", 30000, words);
    chy_arena *arena = chy_arena_new();
    chy_text text;
    chy_tokens tokens = split(words, used, &f.model, false, arena, &text);
    check(&text, &tokens);
    assert_int_equal(tokens.sentence_count, 40);
    assert_true(tokens.sentences[0].cut);
    assert_int_equal(tokens.sentences[0].word_count, CHY_LIMIT_SENTENCE_WORDS);
    assert_false(tokens.sentences[39].cut);
    memset(words, 'x', 1000);
    tokens = split(words, 1000, &f.model, false, arena, &text);
    check(&text, &tokens);
    assert_int_equal(tokens.word_count, 4);
    /* A multi-word token is not parted at the limit. */
    used = repeat("so ", 3, words);
    used += repeat("can't ", 6000, words + used);
    tokens = split(words, used, &f.model, false, arena, &text);
    check(&text, &tokens);
    assert_int_equal(tokens.sentences[0].word_count, CHY_LIMIT_SENTENCE_WORDS - 1);
    chy_arena_free(arena);
    free(words);
}

/* The test's time limit is the proof that time is linear. */
static void hostile_texts(void **state) {
    (void)state;
    enum {
        WHOLE = 8
    }; /* the first ones a megabyte, the others less, for the sake of slow builds */
    static const char *const units[] = {
        "a",
        "(",
        "\"",
        ".",
        "🙂",
        "U.S. ",
        "can't ",
        "@",
        "A",
        "1",
        ")",
        "'",
        "“",
        "’",
        "-",
        "a.",
        "a'",
        "n't",
        "a-",
        "a@b.",
        "http://",
        "www.",
        "\xE2\x80\x8D",
        "e\xCC\x81",
        "\xCC\x81",
        "中",
        " ",
        "\n",
        ". ",
        "\" ",
        "a\n\n",
        "🇰🇪",
        "$",
        "x.org/",
    };
    char *words = malloc(1000016);
    assert_non_null(words);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        chy_arena *arena = chy_arena_new();
        chy_text text;
        size_t size = repeat(units[i], 30000, words);
        chy_tokens tokens = split(words, size, NULL, false, arena, &text);
        check(&text, &tokens);
        tokens = split(words, size, &f.model, false, arena, &text);
        check(&text, &tokens);
        size = repeat(units[i], i < WHOLE ? 1000000 : 30000, words);
        tokens = split(words, size, &f.model, false, arena, &text);
        assert_true(tokens.word_count <= size);
        chy_arena_free(arena);
    }
    free(words);
}

/* Every code point that a text may hold, in runs and between letters. */
static void every_plane(void **state) {
    (void)state;
    char *words = malloc((size_t)0x110000 * 6);
    assert_non_null(words);
    size_t used = 0;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        used += chy_utf8_write(c, words + used);
        if (c % 5 == 0) {
            words[used++] = c % 2 == 0 ? 'a' : ' ';
        }
    }
    chy_arena *arena = chy_arena_new();
    chy_text text;
    chy_tokens tokens = split(words, used, &f.model, false, arena, &text);
    check(&text, &tokens);
    chy_arena_free(arena);
    free(words);
}

static bool of_one_case(const char *string) {
    chy_arena *arena = chy_arena_new();
    assert_non_null(arena);
    chy_report report = {.text = string, .text_size = strlen(string)};
    chy_text text;
    chy_error err;
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    bool result = chy_text_of_one_case(&text);
    chy_arena_free(arena);
    return result;
}

static void texts_of_one_case_are_known(void **state) {
    (void)state;
    assert_true(
        of_one_case("THE FERRY TO ÎLE-À-VACHE SANK ON MONDAY. NINE PEOPLE WERE SAVED BY A BOAT."));
    assert_true(
        of_one_case("the ferry to île-à-vache sank on monday. nine people were saved by a boat."));
    assert_false(
        of_one_case("The ferry to Île-à-Vache sank on Monday. Nine people were saved by a boat."));
    assert_false(of_one_case("THE FERRY TO ÎLE-À-VACHE SANK ON MONDAY. Nine people were saved."));
    assert_false(of_one_case("THE FERRY SANK"));
    assert_false(of_one_case("1999, 2001: 41.5 %"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_of_one_case_are_known),
        cmocka_unit_test(contractions_are_two_words),
        cmocka_unit_test(hyphens_follow_the_treebanks),
        cmocka_unit_test(marks_stand_alone),
        cmocka_unit_test(titles_and_months_keep_their_period),
        cmocka_unit_test(news_is_cut_into_sentences),
        cmocka_unit_test(possessors_keep_what_they_have),
        cmocka_unit_test(figures_keep_what_they_count),
        cmocka_unit_test(what_a_phrase_opens_goes_on),
        cmocka_unit_test(paragraphs_part_sentences),
        cmocka_unit_test(a_dateline_stands_in_no_sentence),
        cmocka_unit_test(offsets_are_the_readers),
        cmocka_unit_test(too_long_is_cut),
        cmocka_unit_test(hostile_texts),
        cmocka_unit_test(every_plane),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
