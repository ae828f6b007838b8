#include "nn/vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "nn/model_file.h"

/* ---- The generator of tests/data/pieces-reference.txt, as its first lines describe it --- */

typedef struct chy_range {
    uint32_t low, high;
} chy_range;

static const char syllables[][8] = {
    "ba",   "be",   "bi",  "bo",  "bu", "ka", "ke", "ki",  "ko",   "ku",  "sha",  "shen",  "shi",
    "chu",  "zha",  "ra",  "re",  "ri", "ro", "ru", "ma",  "me",   "mi",  "mo",   "mu",    "na",
    "ne",   "ni",   "no",  "nu",  "ta", "te", "ti", "to",  "tu",   "al",  "el",   "il",    "ul",
    "an",   "en",   "in",  "on",  "un", "er", "or", "ist", "tion", "ing", "ment", "ville", "burg",
    "stan", "grad", "kov", "son", "qu", "x",  "y",  "z",   "w",    "th",  "str",  "ph"};
static const char suffixes[][4] = {"'s", "-", "ing", "ed", ".", ",", "s", "'"};
static const chy_range latin[] = {{0xC0, 0x24F}, {0x300, 0x36F}, {0x1E00, 0x1EFF}};
static const chy_range scripts[] = {
    {0x391, 0x3A1},     {0x3B1, 0x3C9},     {0x400, 0x45F},   {0x531, 0x556},    {0x5D0, 0x5EA},
    {0x621, 0x652},     {0x904, 0x94D},     {0xE01, 0xE3A},   {0x10D0, 0x10F0},  {0x3041, 0x3096},
    {0x30A1, 0x30FA},   {0xAC00, 0xD7A3},   {0x3400, 0x3410}, {0x4E00, 0x9FA5},  {0xF900, 0xFA2D},
    {0x20000, 0x20010}, {0x1F300, 0x1F5FF}, {0x660, 0x669},   {0x1D400, 0x1D41F}};
static const chy_range symbols[] = {{0x21, 0x2F},     {0x3A, 0x40},     {0x7B, 0x7E},
                                    {0x80, 0xBF},     {0x2000, 0x2027}, {0x202A, 0x205E},
                                    {0x20A0, 0x20BD}, {0x2190, 0x21FF}, {0x3000, 0x303F},
                                    {0x1, 0x1F},      {0xE000, 0xE003}, {0xFFFD, 0xFFFD}};
#define COUNT(table) (sizeof(table) / sizeof(table)[0])

typedef struct chy_maker {
    uint64_t state;
    char word[1024];
    size_t size;
} chy_maker;

static uint32_t below(chy_maker *maker, uint32_t limit) {
    uint64_t x = maker->state;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    maker->state = x;
    return (uint32_t)((x * 2685821657736338717u) >> 32) % limit;
}

static void put(chy_maker *maker, uint32_t code) {
    char *to = maker->word + maker->size;
    if (code < 0x80) {
        to[0] = (char)code;
        maker->size += 1;
    } else if (code < 0x800) {
        to[0] = (char)(0xc0 | code >> 6);
        to[1] = (char)(0x80 | (code & 63));
        maker->size += 2;
    } else if (code < 0x10000) {
        to[0] = (char)(0xe0 | code >> 12);
        to[1] = (char)(0x80 | (code >> 6 & 63));
        to[2] = (char)(0x80 | (code & 63));
        maker->size += 3;
    } else {
        to[0] = (char)(0xf0 | code >> 18);
        to[1] = (char)(0x80 | (code >> 12 & 63));
        to[2] = (char)(0x80 | (code >> 6 & 63));
        to[3] = (char)(0x80 | (code & 63));
        maker->size += 4;
    }
}

static void put_from(chy_maker *maker, const chy_range *ranges, uint32_t count) {
    chy_range range = ranges[below(maker, count)];
    put(maker, range.low + below(maker, range.high - range.low + 1));
}

static void put_text(chy_maker *maker, const char *text) {
    memcpy(maker->word + maker->size, text, strlen(text));
    maker->size += strlen(text);
}

static void make_plain(chy_maker *maker) {
    for (uint32_t left = 1 + below(maker, 5); left > 0; left--)
        put_text(maker, syllables[below(maker, COUNT(syllables))]);
    uint32_t change = below(maker, 4);
    size_t upper = change == 1 ? 1 : change == 2 ? maker->size : 0;
    for (size_t i = 0; i < upper; i++)
        maker->word[i] = (char)(maker->word[i] - 'a' + 'A');
    if (below(maker, 4) == 0) put_text(maker, suffixes[below(maker, COUNT(suffixes))]);
}

static void make_word(chy_maker *maker) {
    static const struct {
        const chy_range *ranges;
        uint32_t count;
    } tables[3] = {{latin, COUNT(latin)}, {scripts, COUNT(scripts)}, {symbols, COUNT(symbols)}};
    maker->size = 0;
    uint32_t kind = below(maker, 8);
    if (kind < 4) {
        make_plain(maker);
    } else if (kind == 4) {
        for (uint32_t left = 1 + below(maker, 8); left > 0; left--)
            if (below(maker, 3) != 0)
                put(maker, '0' + below(maker, 10));
            else
                put_from(maker, symbols, 3);
    } else {
        uint32_t limit = below(maker, 64) == 0 ? 120 : 8;
        for (uint32_t left = 1 + below(maker, limit); left > 0; left--)
            if (below(maker, 4) == 0)
                put(maker, 'a' + below(maker, 26));
            else
                put_from(maker, tables[kind - 5].ranges, tables[kind - 5].count);
    }
}

/* ---- With the model's own vocabulary ---------------------------------------------------- */

typedef struct chy_fixture_model {
    char *bytes;
    chy_arena *arena;
    const chy_vocabulary *vocabulary;
} chy_fixture_model;

static int open_model(void **state) {
    chy_fixture_model *model = calloc(1, sizeof *model);
    assert_non_null(model);
    size_t size;
    model->bytes = file_read(MODEL_FILE, &size);
    model->arena = chy_arena_new();
    const chy_learned *learned;
    size_t count;
    chy_error err;
    assert_int_equal(chy_learned_open(model->bytes, size, model->arena, &learned, &err), CHY_OK);
    assert_int_equal(chy_learned_number(learned, "pieces", 1, 100000, &count, &err), CHY_OK);
    assert_int_equal(chy_vocabulary_open(learned, count, model->arena, &model->vocabulary, &err),
                     CHY_OK);
    *state = model;
    return 0;
}

static int close_model(void **state) {
    chy_fixture_model *model = *state;
    chy_arena_free(model->arena);
    free(model->bytes);
    free(model);
    return 0;
}

static uint64_t hash_bytes(uint64_t hash, const unsigned char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ bytes[i]) * 0x100000001b3u;
    return hash;
}

/* The hash of the pieces of the next 1,000 words. */
static uint64_t hash_block(const chy_vocabulary *vocabulary, chy_maker *maker) {
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < 1000; i++) {
        uint32_t pieces[CHY_PIECES_PER_WORD];
        make_word(maker);
        chy_slice form = {maker->word, maker->size};
        size_t count = chy_vocabulary_cut(vocabulary, form, pieces);
        for (size_t p = 0; p < count; p++) {
            unsigned char bytes[4];
            for (unsigned b = 0; b < 4; b++)
                bytes[b] = (unsigned char)(pieces[p] >> (8 * b));
            hash = hash_bytes(hash, bytes, 4);
        }
        hash = hash_bytes(hash, (const unsigned char *)"\xff", 1);
    }
    return hash;
}

/* 100,000 words get the pieces that the tokenizer of the training side gives them. */
static void same_pieces_as_the_reference(void **state) {
    const chy_fixture_model *model = *state;
    size_t size, blocks = 0;
    char *reference = file_read(CHY_SOURCE_DIR "/tests/data/pieces-reference.txt", &size);
    chy_maker maker = {.state = 20261123};
    for (char *line = reference, *end; *line != '\0'; line = end + 1) {
        end = strchr(line, '\n');
        assert_non_null(end);
        if (*line == '#') continue;
        char *space = strchr(line, ' ');
        assert_non_null(space);
        if (strtoull(space, NULL, 16) != hash_block(model->vocabulary, &maker))
            fail_msg("block %zu has other pieces", blocks);
        blocks++;
    }
    assert_int_equal(blocks, 100);
    free(reference);
}

static size_t cut(const chy_fixture_model *model, const char *form, uint32_t *pieces) {
    return chy_vocabulary_cut(model->vocabulary, chy_slice_of(form), pieces);
}

static void words_are_cut_like_any_others(void **state) {
    const chy_fixture_model *model = *state;
    uint32_t pieces[CHY_PIECES_PER_WORD], other[CHY_PIECES_PER_WORD];
    assert_int_equal(cut(model, "Minister", pieces), 1);
    assert_int_equal(cut(model, "minister", other), 1);
    assert_int_equal(pieces[0], other[0]);
    /* accents and composition do not matter */
    assert_int_equal(cut(model, "S\xc3\xa3o", pieces), cut(model, "Sa\xcc\x83o", other));
    assert_int_equal(pieces[0], other[0]);
    /* nothing is left of it: [UNK] */
    assert_int_equal(cut(model, "", pieces), 1);
    assert_int_equal(cut(model, "\xe2\x80\x8b", other), 1);
    assert_int_equal(pieces[0], other[0]);
    assert_int_equal(cut(model, "\xf0\x9f\x98\x80", other), 1);
    assert_int_equal(pieces[0], other[0]);
}

static void hostile_words_take_no_time(void **state) {
    const chy_fixture_model *model = *state;
    enum { SIZE = 1 << 20 };
    char *text = malloc(SIZE + 1);
    assert_non_null(text);
    uint32_t pieces[CHY_PIECES_PER_WORD];
    static const char fillers[][8] = {"a", "(", "\xcc\x81", "\xe6\xb1\xbd", "un(", "\xff"};
    for (size_t f = 0; f < COUNT(fillers); f++) {
        size_t unit = strlen(fillers[f]);
        for (size_t i = 0; i + unit <= SIZE; i += unit)
            memcpy(text + i, fillers[f], unit);
        chy_slice form = {text, SIZE / unit * unit};
        size_t count = chy_vocabulary_cut(model->vocabulary, form, pieces);
        assert_in_range(count, 1, CHY_PIECES_PER_WORD);
        assert_in_range(chy_word_shape(form), 0, 7);
    }
    /* a hundred code points can still be a word, one more cannot */
    memset(text, 'a', 101);
    assert_true(chy_vocabulary_cut(model->vocabulary, (chy_slice){text, 100}, pieces) > 1);
    assert_int_equal(chy_vocabulary_cut(model->vocabulary, (chy_slice){text, 101}, pieces), 1);
    free(text);
}

static void shapes(void **state) {
    (void)state;
    static const struct {
        const char *form;
        uint8_t shape;
    } forms[] = {{"...", 0},
                 {"", 0},
                 {"$", 0},
                 {"2,500", 1},
                 {"port", 2},
                 {"Lima", 3},
                 {"A", 4},
                 {"\xc3\x89", 4},
                 {"NATO", 5},
                 {"G7", 4},
                 {"A7B", 5},
                 {"iOS", 6},
                 {"McKay", 6},
                 {"O'Neil", 6},
                 {"n't", 2},
                 {"e7", 2},
                 {"\xe6\xb1\xbd", 7},
                 {"\xc3\x9eing", 3},
                 {"\xd9\xa3", 1},
                 {"x\xe6\xb1\xbd", 6}};
    for (size_t i = 0; i < COUNT(forms); i++)
        if (chy_word_shape(chy_slice_of(forms[i].form)) != forms[i].shape)
            fail_msg("\"%s\" should have shape %d", forms[i].form, forms[i].shape);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_pieces_as_the_reference),
        cmocka_unit_test(words_are_cut_like_any_others),
        cmocka_unit_test(hostile_words_take_no_time),
        cmocka_unit_test(shapes),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
