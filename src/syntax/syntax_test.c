#include "syntax/mend.h"
#include "syntax/syntax.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "nn/learned_sample.h"
#include "nn/model_file.h"

enum { SETS = 3, MOST_WORDS = 4096, MOST_SENTENCES = 1024 };
static const chy_isa sets[SETS] = {CHY_ISA_PORTABLE, CHY_ISA_AVX2, CHY_ISA_AVX512_VNNI};

typedef struct chy_opened {
    chy_arena *arena;
    const chy_syntax_model *model;
    chy_syntax_workspace *workspace;
} chy_opened;

static bool open_model(const char *bytes, size_t size, chy_isa isa, chy_opened *opened) {
    chy_kernels kernels;
    if (chy_kernels_choose(isa, &kernels, NULL) != CHY_OK) return false;
    chy_error err = {0};
    const chy_learned *learned;
    opened->arena = chy_arena_new();
    if (chy_learned_open(bytes, size, opened->arena, &learned, &err) != CHY_OK ||
        chy_syntax_open(learned, isa, opened->arena, &opened->model, &err) != CHY_OK ||
        chy_syntax_workspace_new(opened->model, &opened->workspace, &err) != CHY_OK)
        fail_msg("%s", err.message);
    return true;
}

static void close_model(const chy_opened *opened) {
    chy_syntax_workspace_free(opened->workspace);
    chy_arena_free(opened->arena);
}

/* A text of words and sentences. */
typedef struct chy_text_words {
    chy_word words[MOST_WORDS];
    chy_sentence sentences[MOST_SENTENCES];
    size_t word_count, sentence_count;
} chy_text_words;

static void add_sentence(chy_text_words *text) {
    assert_in_range(text->sentence_count, 0, MOST_SENTENCES - 1);
    text->sentences[text->sentence_count++] =
        (chy_sentence){.first_word = (uint32_t)text->word_count};
}

static void add_word(chy_text_words *text, const char *form) {
    assert_in_range(text->word_count, 0, MOST_WORDS - 1);
    text->words[text->word_count++] =
        (chy_word){.form = form, .sentence = (uint32_t)text->sentence_count - 1};
    text->sentences[text->sentence_count - 1].word_count++;
}

/* What syntax.h promises of every result. */
static void check_promises(const chy_text_words *text) {
    for (size_t s = 0; s < text->sentence_count; s++) {
        const chy_sentence *sentence = &text->sentences[s];
        const uint32_t first = sentence->first_word, end = first + sentence->word_count;
        size_t roots = 0;
        for (uint32_t i = first; i < end; i++) {
            const chy_word *word = &text->words[i];
            assert_non_null(word->lemma);
            assert_non_null(word->xpos);
            assert_non_null(word->feats);
            assert_true(word->upos < CHY_UPOS_COUNT && word->deprel < CHY_DEPREL_COUNT);
            assert_true((word->head == CHY_NONE) == (word->deprel == CHY_DEPREL_ROOT));
            roots += word->head == CHY_NONE;
            uint32_t before = i > first ? text->words[i - 1].name_tag : CHY_NAME_O;
            if (word->name_tag != CHY_NAME_O && word->name_tag % 2 == 0)
                assert_true(before == word->name_tag || before + 1 == word->name_tag);
            uint32_t at = i, steps = 0;
            for (; at != CHY_NONE; at = text->words[at].head) {
                assert_in_range(at, first, end - 1);
                assert_true(++steps <= sentence->word_count);
            }
        }
        assert_int_equal(roots, sentence->word_count > 0 ? 1 : 0);
    }
}

/* ---- The model that is shipped ---------------------------------------------------------- */

enum { MOST_FIELDS = 512 };

static size_t split(char *line, char **fields) {
    size_t count = 0;
    for (char *at = line; at != NULL && count < MOST_FIELDS; count++) {
        fields[count] = at;
        at = strchr(at, '\t');
        if (at != NULL) *at++ = '\0';
    }
    return count;
}

/* Fills the text with the sentences of the reference, and `tags` with its lines of labels. */
static void read_reference(char *reference, chy_text_words *text, char *(*tags)[9]) {
    size_t tag_count = 0;
    for (char *line = reference; *line != '\0';) {
        char *end = strchr(line, '\n');
        assert_non_null(end);
        *end = '\0';
        char *fields[MOST_FIELDS] = {NULL};
        size_t count = *line == '#' ? 0 : split(line, fields);
        if (count > 0 && strcmp(fields[0], "sentence") == 0)
            add_sentence(text);
        else if (count > 0 && strcmp(fields[0], "word") == 0)
            add_word(text, fields[1]);
        else if (count == 9 && strcmp(fields[0], "tags") == 0)
            memcpy(tags[tag_count++], fields, sizeof *tags);
        line = end + 1;
    }
    assert_int_equal(tag_count, text->word_count);
}

/* The reference's trees, mended as chancery mends its own. */
static void read_trees(const chy_text_words *text, char *(*tags)[9], chy_word *trees) {
    for (size_t i = 0; i < text->word_count; i++) {
        const uint32_t first = text->sentences[text->words[i].sentence].first_word;
        const uint32_t head = (uint32_t)strtoul(tags[i][6], NULL, 10);
        trees[i] = (chy_word){.head = head == 0 ? CHY_NONE : first + head - 1};
        while (strcmp(chy_upos_name((chy_upos)trees[i].upos), tags[i][2]) != 0)
            trees[i].upos++;
        while (strcmp(chy_deprel_name((chy_deprel)trees[i].deprel), tags[i][7]) != 0)
            trees[i].deprel++;
    }
    for (size_t i = 0; i < text->sentence_count; i++)
        chy_tree_mend(trees, text->sentences[i].first_word, text->sentences[i].word_count);
}

/* Checks the labels of a word; returns whether its place in the tree is another. */
static bool check_word(const chy_text_words *text, size_t i, const chy_word *tree,
                       char *const *tags) {
    const chy_word *word = &text->words[i];
    assert_string_equal(chy_upos_name((chy_upos)word->upos), tags[2]);
    assert_string_equal(word->xpos, tags[3]);
    assert_string_equal(word->feats, tags[4]);
    assert_string_equal(chy_name_tag_name((chy_name_tag)word->name_tag), tags[8]);
    return word->head != tree->head || word->deprel != tree->deprel;
}

static void labels_are_those_of_the_reference(void **state) {
    (void)state;
    size_t size, reference_size;
    char *bytes = file_read(MODEL_FILE, &size);
    char *reference =
        file_read(CHY_SOURCE_DIR "/tests/data/encoder-reference.txt", &reference_size);
    chy_text_words *text = calloc(1, sizeof *text);
    char *(*tags)[9] = calloc(MOST_WORDS, sizeof *tags);
    chy_word *trees = calloc(MOST_WORDS, sizeof *trees);
    assert_non_null(text);
    assert_non_null(tags);
    assert_non_null(trees);
    read_reference(reference, text, tags);
    read_trees(text, tags, trees);
    for (size_t set = 0; set < SETS; set++) {
        chy_opened opened = {0};
        if (!open_model(bytes, size, sets[set], &opened)) continue;
        chy_arena *arena = chy_arena_new();
        chy_error err = {0};
        const float *vectors = NULL;
        assert_int_equal(chy_syntax_read(opened.model, opened.workspace, text->words,
                                         text->word_count, text->sentences, text->sentence_count,
                                         arena, &vectors, NULL, &err),
                         CHY_OK);
        check_promises(text);
        size_t elsewhere = 0;
        for (size_t i = 0; i < text->word_count; i++)
            elsewhere += check_word(text, i, &trees[i], tags[i]);
        /* A rounding in the encoder may tip two heads that score alike, in one word of a hundred.
         */
        assert_true(elsewhere * 50 <= text->word_count);
        chy_arena_free(arena);
        close_model(&opened);
    }
    free(text);
    free(trees);
    free(tags);
    free(reference);
    free(bytes);
}

/* ---- A small model with random weights -------------------------------------------------- */

static void fill_text(chy_text_words *text) {
    static const char words[][8] = {"the", "Talks", ".",    "talking", "a",  "Bee",
                                    "\"",  "xyz",   "Oslo", "tea",     "no", "7"};
    for (size_t s = 0; s < 200; s++) {
        add_sentence(text);
        for (size_t i = 0; i < s * 11 % 17; i++) /* some sentences are empty */
            add_word(text, words[(s * 5 + i * i + i) % 12]);
    }
}

static uint64_t hash_results(const chy_text_words *text, const float *vectors, size_t width) {
    uint64_t hash = chy_hash(vectors, text->word_count * width * sizeof *vectors);
    for (size_t i = 0; i < text->word_count; i++) {
        const chy_word *word = &text->words[i];
        const uint32_t numbers[6] = {word->head,   word->feat_bits, word->upos,
                                     word->deprel, word->name_tag,  0};
        hash = hash * 31 + chy_hash(numbers, sizeof numbers);
        hash = hash * 31 + chy_hash(word->lemma, strlen(word->lemma));
        hash = hash * 31 + chy_hash(word->xpos, strlen(word->xpos));
    }
    return hash;
}

/* A float tensor of the sample. */
static const void *tensor_of(const chy_learned *learned, const char *name, chy_tensor_type type,
                             size_t rows, size_t columns) {
    const size_t shape[2] = {rows, columns};
    const void *data = NULL;
    assert_int_equal(chy_learned_tensor(learned, name, type, columns ? 2 : 1, shape, &data, NULL),
                     CHY_OK);
    return data;
}

/* The readings' aspects are the product of the vectors that docs/learned-file.md lays down, within
 * what quantising the vectors may move. */
static void check_aspects(const chy_text_words *text, const chy_sample *sample,
                          const float *vectors, const chy_aspects *aspects) {
    chy_arena *arena = chy_arena_new();
    const chy_learned *learned;
    assert_int_equal(chy_learned_open(sample->bytes, sample->size, arena, &learned, NULL), CHY_OK);
    const int8_t *weight =
        tensor_of(learned, "readings.weight", CHY_TENSOR_I8, CHY_READING_ROWS, SAMPLE_WIDTH);
    const float *scale = tensor_of(learned, "readings.scale", CHY_TENSOR_F32, CHY_READING_ROWS, 0);
    const float *bias = tensor_of(learned, "readings.bias", CHY_TENSOR_F32, CHY_READING_ROWS, 0);
    assert_int_equal(aspects->count[CHY_ASPECT_READINGS], CHY_READING_ROWS);
    float most = 0;
    for (size_t row = 0; row < text->word_count + text->sentence_count; row++)
        for (size_t r = 0; r < CHY_READING_ROWS; r++) {
            float sum = 0, size = 0;
            for (size_t c = 0; c < SAMPLE_WIDTH; c++) {
                float part = vectors[row * SAMPLE_WIDTH + c] * (float)weight[r * SAMPLE_WIDTH + c];
                sum += part;
                size += fabsf(part);
            }
            bool empty = size == 0;
            float got =
                aspects->values[row * aspects->stride + aspects->offset[CHY_ASPECT_READINGS] + r];
            float wanted = empty ? 0 : sum * scale[r] + bias[r];
            assert_true(fabsf(got - wanted) <= 0.02f * size * fabsf(scale[r]) + 1e-6f);
            most = fabsf(got) > most ? fabsf(got) : most;
        }
    assert_true(most > 0);
    chy_arena_free(arena);
}

static void reverse_sentences(chy_text_words *text) {
    for (size_t a = 0, b = text->sentence_count; a + 1 < b; a++) {
        chy_sentence kept = text->sentences[a];
        text->sentences[a] = text->sentences[--b];
        text->sentences[b] = kept;
    }
}

static void all_sets_give_the_same_bytes(void **state) {
    (void)state;
    chy_sample *sample = sample_new();
    chy_text_words *text = calloc(1, sizeof *text);
    assert_non_null(text);
    fill_text(text);
    uint64_t first = 0;
    for (size_t set = 0; set < SETS; set++) {
        chy_opened opened = {0};
        if (!open_model(sample->bytes, sample->size, sets[set], &opened)) continue;
        const size_t before = chy_syntax_workspace_size(opened.workspace);
        chy_arena *arena = chy_arena_new();
        const float *vectors = NULL;
        chy_aspects aspects;
        assert_int_equal(chy_syntax_read(opened.model, opened.workspace, text->words,
                                         text->word_count, text->sentences, text->sentence_count,
                                         arena, &vectors, &aspects, NULL),
                         CHY_OK);
        check_promises(text);
        check_aspects(text, sample, vectors, &aspects);
        uint64_t hash = hash_results(text, vectors, chy_syntax_width(opened.model));
        size_t rows = text->word_count + text->sentence_count;
        hash ^= chy_hash(aspects.values, rows * aspects.stride * sizeof(float));
        if (set == 0) first = hash;
        assert_true(hash == first);
        /* the last sentence first, so that others share a batch */
        reverse_sentences(text);
        assert_int_equal(chy_syntax_read(opened.model, opened.workspace, text->words,
                                         text->word_count, text->sentences, text->sentence_count,
                                         arena, NULL, NULL, NULL),
                         CHY_OK);
        reverse_sentences(text);
        hash = hash_results(text, vectors, chy_syntax_width(opened.model));
        hash ^= chy_hash(aspects.values, rows * aspects.stride * sizeof(float));
        assert_true(hash == first);
        assert_int_equal(chy_syntax_workspace_size(opened.workspace), before);
        chy_arena_free(arena);
        close_model(&opened);
    }
    free(text);
    sample_free(sample);
}

static void long_sentences(void **state) {
    (void)state;
    chy_sample *sample = sample_new();
    chy_text_words *text = calloc(1, sizeof *text);
    assert_non_null(text);
    chy_opened opened = {0};
    assert_true(open_model(sample->bytes, sample->size, CHY_ISA_BEST, &opened));
    chy_arena *arena = chy_arena_new();
    add_sentence(text);
    for (size_t i = 0; i < SAMPLE_POSITIONS - 2; i++)
        add_word(text, "a-b-c-d");
    assert_int_equal(chy_syntax_read(opened.model, opened.workspace, text->words, text->word_count,
                                     text->sentences, 1, arena, NULL, NULL, NULL),
                     CHY_OK);
    check_promises(text);
    add_word(text, "a");
    chy_error err;
    assert_int_equal(chy_syntax_read(opened.model, opened.workspace, text->words, text->word_count,
                                     text->sentences, 1, arena, NULL, NULL, &err),
                     CHY_ERROR_LIMIT);
    assert_string_equal(err.message, "sentence 1 has 23 words; at most 22 can be read");
    chy_arena_free(arena);
    close_model(&opened);
    free(text);
    sample_free(sample);
}

static void damage_is_named(void **state) {
    (void)state;
    static const struct {
        const char *from, *to, *message;
    } changes[] = {
        {"NOUN\\nVERB", "NOUN\\nVERBS", "label \"VERBS\" of \"labels.upos\""},
        {"root\\nnsubj", "roof\\nnsubj", "label \"roof\""},
        {"root\\nnsubj", "dep\\nnsubj", "\"root\""},
        {"O\\nB-PER", "O\\nB-GPE", "label \"B-GPE\""},
        {"O\\nB-PER", "I-OTH\\nB-PER", "\"O\""},
        {"l;1;y", "l;1y", "label \"l;1y\""},
        {"Number=Plur", "Numbers", "label \"Numbers"},
        {"NN\\nVBD", "NN\\n\\nVBD", "is empty"},
        {"NN\\nVBD", "NN\\nVBD\\nIN", "tags.weight"},
        {"arc_width\\\": 16", "arc_width\\\": 32", "arc.dependent.weight"},
        {"arc_width\\\": 16", "arc_width\\\": 17", "multiples of 16"},
        {"name_width", "nane_width", "name_width"},
        {"\"names.hidden.scale", "\"names.hidden.whale", "names.hidden.scale"},
        {"\"readings.scale", "\"readings.whale", "readings.scale"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        chy_sample *sample = sample_new();
        if (sample == NULL || !sample_replace(sample, changes[i].from, changes[i].to))
            fail_msg("no %s", changes[i].from);
        chy_arena *arena = chy_arena_new();
        const chy_learned *learned;
        const chy_syntax_model *model;
        chy_error err = {0};
        assert_int_equal(chy_learned_open(sample->bytes, sample->size, arena, &learned, &err),
                         CHY_OK);
        chy_status status = chy_syntax_open(learned, CHY_ISA_BEST, arena, &model, &err);
        if (status != CHY_ERROR_LEARNED || strstr(err.message, changes[i].message) == NULL)
            fail_msg("%s: status %d, \"%s\"", changes[i].to, (int)status, err.message);
        chy_arena_free(arena);
        sample_free(sample);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_those_of_the_reference),
        cmocka_unit_test(all_sets_give_the_same_bytes),
        cmocka_unit_test(long_sentences),
        cmocka_unit_test(damage_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
