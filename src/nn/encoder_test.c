#include "nn/encoder.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "nn/learned_sample.h"
#include "nn/model_file.h"

enum { SETS = 3, MOST_WORDS = 64, MOST_FIELDS = 256 };
static const chy_isa sets[SETS] = {CHY_ISA_PORTABLE, CHY_ISA_AVX2, CHY_ISA_AVX512_VNNI};

typedef struct chy_opened {
    chy_arena *arena;
    const chy_encoder *encoder;
    chy_batch *batch;
} chy_opened;

/* Opens an encoder; false where the processor lacks the instruction set. */
static bool open_encoder(const char *bytes, size_t size, chy_isa isa, chy_opened *opened) {
    chy_kernels kernels;
    if (chy_kernels_choose(isa, &kernels, NULL) != CHY_OK) return false;
    chy_error err = {0};
    const chy_learned *learned;
    opened->arena = chy_arena_new();
    if (chy_learned_open(bytes, size, opened->arena, &learned, &err) != CHY_OK ||
        chy_encoder_open(learned, isa, opened->arena, &opened->encoder, &err) != CHY_OK)
        fail_msg("%s", err.message);
    opened->batch = chy_batch_new(opened->encoder, opened->arena);
    assert_non_null(opened->batch);
    return true;
}

/* ---- Against the vectors of the training side ------------------------------------------- */

/* Parts the line at tabs or blanks, in place; fields that it does not have are empty. */
static size_t split(char *line, char mark, char **fields) {
    size_t count = 0;
    char *empty = line + strlen(line);
    for (char *at = line; at != NULL && count < MOST_FIELDS; count++) {
        fields[count] = at;
        at = strchr(at, mark);
        if (at != NULL) *at++ = '\0';
    }
    for (size_t i = count; i < MOST_FIELDS; i++)
        fields[i] = empty;
    return count;
}

/* How far numbers are from the reference's. */
typedef struct chy_distance {
    double largest, squares;
    size_t count;
} chy_distance;

static void compare(char *numbers, const float *found, chy_distance *distance) {
    char *fields[MOST_FIELDS] = {NULL};
    size_t count = split(numbers, ' ', fields);
    assert_int_equal(count, 64);
    for (size_t i = 0; i < count; i++) {
        double difference = fabs(strtod(fields[i], NULL) - (double)found[i]);
        distance->largest = difference > distance->largest ? difference : distance->largest;
        distance->squares += difference * difference;
        distance->count++;
    }
}

/* The numbers of a vector are about 1 each. Where a float sum in another order makes one value
 * round to the other whole number, all numbers of later layers move a little. */
static void assert_close(const char *what, size_t number, const chy_distance *distance,
                         double largest, double usual) {
    double mean = sqrt(distance->squares / (double)distance->count);
    if (distance->count == 0 || !(distance->largest < largest) || !(mean < usual))
        fail_msg("%s %zu differs by %f, usually by %f", what, number, distance->largest, mean);
}

/* One sentence of the reference: its forms, then what they must give. */
typedef struct chy_check {
    const chy_opened *opened;
    chy_slice forms[MOST_WORDS];
    size_t wanted, count, layer;
    chy_distance rows[16], vectors;
} chy_check;

static void run_to(chy_check *check, size_t layer) {
    chy_batch_clear(check->opened->batch);
    assert_int_equal(
        chy_batch_add(check->opened->encoder, check->opened->batch, check->forms, check->count),
        CHY_BATCH_ADDED);
    chy_batch_run_layers(check->opened->encoder, check->opened->batch, layer);
    check->layer = layer;
}

static void take_line(chy_check *check, char *line) {
    char *fields[MOST_FIELDS] = {NULL};
    size_t count = split(line, '\t', fields);
    const size_t width = chy_encoder_width(check->opened->encoder);
    if (strcmp(fields[0], "sentence") == 0) {
        check->count = 0;
        check->wanted = strtoul(fields[1], NULL, 10);
        assert_in_range(check->wanted, 1, MOST_WORDS);
    } else if (strcmp(fields[0], "word") == 0) {
        assert_int_equal(count, 4);
        check->forms[check->count] = chy_slice_of(fields[1]);
        assert_int_equal(chy_word_shape(check->forms[check->count]), strtoul(fields[2], NULL, 10));
        if (++check->count == check->wanted) run_to(check, 0);
    } else if (strcmp(fields[0], "row") == 0) {
        size_t layer = strtoul(fields[1], NULL, 10), piece = strtoul(fields[2], NULL, 10);
        if (layer != check->layer) run_to(check, layer);
        const float *row = chy_batch_piece_vectors(check->opened->batch) + piece * width;
        compare(fields[3], row, &check->rows[layer]);
    } else if (strcmp(fields[0], "vector") == 0) {
        size_t word = strtoul(fields[1], NULL, 10);
        size_t row = word == 0 ? check->count : word - 1;
        compare(fields[2], chy_batch_vectors(check->opened->batch) + row * width, &check->vectors);
    }
}

static void rows_are_those_of_the_reference(void **state) {
    (void)state;
    size_t size, reference_size;
    char *bytes = file_read(MODEL_FILE, &size);
    for (size_t set = 0; set < SETS; set++) {
        chy_opened opened = {0};
        if (!open_encoder(bytes, size, sets[set], &opened)) continue;
        char *reference =
            file_read(CHY_SOURCE_DIR "/tests/data/encoder-reference.txt", &reference_size);
        chy_check check = {.opened = &opened};
        for (char *line = reference; *line != '\0';) {
            char *end = strchr(line, '\n');
            assert_non_null(end);
            *end = '\0';
            if (*line != '#') take_line(&check, line);
            line = end + 1;
        }
        /* nothing has been rounded to int8 before the first layer */
        assert_close("layer", 0, &check.rows[0], 1e-4, 1e-5);
        for (size_t layer = 1; layer <= chy_encoder_layers(opened.encoder); layer++)
            assert_close("layer", layer, &check.rows[layer], 0.5, 0.08);
        assert_close("vector", 0, &check.vectors, 0.5, 0.08);
        free(reference);
        chy_arena_free(opened.arena);
    }
    free(bytes);
}

/* ---- Batches and instruction sets ------------------------------------------------------- */

/* Sentence number `n` of an endless supply. */
static size_t make_sentence(size_t n, chy_slice *forms) {
    static const char words[][8] = {"the", "Talks", ".",    "talking", "a",  "Bee",
                                    "\"",  "xyz",   "Oslo", "tea",     "no", "7"};
    size_t count = 1 + n * 7 % 9;
    for (size_t i = 0; i < count; i++)
        forms[i] = chy_slice_of(words[(n * 5 + i * i + i) % 12]);
    return count;
}

/* The vectors of `count` sentences, each encoded alone or all in as few batches as may be. */
static float *encode_all(const chy_opened *opened, size_t count, bool alone, size_t *floats) {
    const size_t width = chy_encoder_width(opened->encoder);
    float *out = calloc(count * 10 * width, sizeof *out);
    assert_non_null(out);
    *floats = 0;
    chy_batch_clear(opened->batch);
    for (size_t n = 0; n <= count; n++) {
        chy_slice forms[9];
        size_t words = make_sentence(n, forms);
        bool full = n < count &&
                    chy_batch_add(opened->encoder, opened->batch, forms, words) == CHY_BATCH_FULL;
        if (full || alone || n == count) {
            chy_batch_run(opened->encoder, opened->batch);
            size_t more = chy_batch_words(opened->batch) * width;
            memcpy(out + *floats, chy_batch_vectors(opened->batch), more * sizeof *out);
            *floats += more;
            chy_batch_clear(opened->batch);
        }
        if (full)
            assert_int_equal(chy_batch_add(opened->encoder, opened->batch, forms, words),
                             CHY_BATCH_ADDED);
    }
    return out;
}

/* The same bytes from every instruction set, and whatever else is in the batch. */
static void vectors_depend_on_the_sentence_alone(void **state) {
    (void)state;
    chy_sample *sample = sample_new();
    enum { SENTENCES = 60 };
    float *first = NULL;
    size_t first_floats = 0;
    for (size_t set = 0; set < SETS; set++) {
        chy_opened opened = {0};
        if (!open_encoder(sample->bytes, sample->size, sets[set], &opened)) continue;
        for (int alone = 0; alone < 2; alone++) {
            size_t floats;
            float *vectors = encode_all(&opened, SENTENCES, alone == 1, &floats);
            if (first == NULL) {
                first = vectors;
                first_floats = floats;
                assert_true(floats > SENTENCES * SAMPLE_WIDTH);
                continue;
            }
            assert_int_equal(floats, first_floats);
            assert_memory_equal(vectors, first, floats * sizeof *first);
            free(vectors);
        }
        chy_arena_free(opened.arena);
    }
    free(first);
    sample_free(sample);
}

static void long_sentences_keep_their_words(void **state) {
    (void)state;
    chy_sample *sample = sample_new();
    chy_opened opened = {0};
    assert_true(open_encoder(sample->bytes, sample->size, CHY_ISA_BEST, &opened));
    chy_slice forms[SAMPLE_POSITIONS];
    for (size_t i = 0; i < SAMPLE_POSITIONS; i++)
        forms[i] = chy_slice_of(i % 2 == 0 ? "a-b-c-d-e" : "b");
    chy_batch_clear(opened.batch);
    const size_t most = SAMPLE_POSITIONS - 2;
    assert_int_equal(chy_batch_add(opened.encoder, opened.batch, forms, most + 1),
                     CHY_BATCH_TOO_LONG);
    assert_int_equal(chy_batch_add(opened.encoder, opened.batch, forms, most), CHY_BATCH_ADDED);
    assert_int_equal(chy_batch_pieces(opened.batch), SAMPLE_POSITIONS);
    assert_int_equal(chy_batch_words(opened.batch), most);
    chy_batch_run(opened.encoder, opened.batch);
    /* four words of nine pieces and four of one: at most four pieces each */
    chy_batch_clear(opened.batch);
    assert_int_equal(chy_batch_add(opened.encoder, opened.batch, forms, 8), CHY_BATCH_ADDED);
    assert_int_equal(chy_batch_pieces(opened.batch), 2 + 4 * 4 + 4);
    chy_arena_free(opened.arena);
    sample_free(sample);
}

static void damage_is_named(void **state) {
    (void)state;
    static const struct {
        const char *from, *to, *message;
    } changes[] = {
        {"layers\\\": 2", "layers\\\": 3", "layer.2.attention_in.weight"},
        {"width\\\": 32", "width\\\": 48", "does not give"},
        {"attention_heads\\\": 2", "attention_heads\\\": 1", ""},
        {"positions\\\": 24", "positions\\\": 25", "embedding.position"},
        {"feedforward\\\": 64", "feedforward\\\": 72", "feedforward_in.weight"},
        {"pieces\\\": 40", "pieces\\\": 41", "40 pieces"},
        {"shapes\\\": 8", "shapes\\\": 9", "shapes"},
        {"[UNK]", "[UNX]", "[UNK]"},
        {"##ing", "##s", "twice"},
        {"layer.1.feedforward_norm.gain", "layer.1.feedforward_norm.pain", "norm.gain"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        chy_sample *sample = sample_new();
        if (sample == NULL || !sample_replace(sample, changes[i].from, changes[i].to))
            fail_msg("no %s", changes[i].from);
        chy_arena *arena = chy_arena_new();
        const chy_learned *learned;
        const chy_encoder *encoder;
        chy_error err = {0};
        assert_int_equal(chy_learned_open(sample->bytes, sample->size, arena, &learned, &err),
                         CHY_OK);
        chy_status status = chy_encoder_open(learned, CHY_ISA_BEST, arena, &encoder, &err);
        bool fine = changes[i].message[0] == '\0';
        if (fine ? status != CHY_OK
                 : status != CHY_ERROR_LEARNED || strstr(err.message, changes[i].message) == NULL)
            fail_msg("%s: status %d, \"%s\"", changes[i].to, (int)status, err.message);
        chy_arena_free(arena);
        sample_free(sample);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_those_of_the_reference),
        cmocka_unit_test(vectors_depend_on_the_sentence_alone),
        cmocka_unit_test(long_sentences_keep_their_words),
        cmocka_unit_test(damage_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
