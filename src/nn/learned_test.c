#include "nn/learned.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "nn/learned_sample.h"

/* Opens a copy of exactly `size` bytes, so that a sanitizer sees reads beyond it. */
static chy_status open_copy(const char *bytes, size_t size, chy_error *err) {
    char *copy = malloc(size == 0 ? 1 : size);
    if (copy == NULL) return CHY_ERROR_MEMORY;
    memcpy(copy, bytes, size);
    chy_arena *arena = chy_arena_new();
    const chy_learned *learned;
    chy_status status = chy_learned_open(copy, size, arena, &learned, err);
    assert_true((status == CHY_OK) == (learned != NULL));
    chy_arena_free(arena);
    free(copy);
    return status;
}

/* Opens the sample with `from` in its header replaced by `to`. */
static chy_status open_changed(const char *from, const char *to, chy_error *err) {
    chy_sample *sample = sample_new();
    assert_non_null(sample);
    assert_true(sample_replace(sample, from, to));
    chy_status status = open_copy(sample->bytes, sample->size, err);
    sample_free(sample);
    return status;
}

static void a_whole_file_opens(void **state) {
    (void)state;
    chy_sample *sample = sample_new();
    chy_arena *arena = chy_arena_new();
    const chy_learned *learned;
    chy_error err;
    assert_int_equal(chy_learned_open(sample->bytes, sample->size, arena, &learned, &err), CHY_OK);
    assert_int_equal(strlen(chy_learned_identity(learned)), strlen("en-sample ") + 16);
    size_t number;
    assert_int_equal(chy_learned_number(learned, "width", 16, 64, &number, &err), CHY_OK);
    assert_int_equal(number, SAMPLE_WIDTH);
    assert_int_equal(chy_learned_number(learned, "width", 1, 31, &number, &err), CHY_ERROR_LEARNED);
    assert_non_null(strstr(err.message, "\"width\" is 32"));
    assert_int_equal(chy_learned_number(learned, "height", 1, 31, &number, &err),
                     CHY_ERROR_LEARNED);
    chy_slice *lines;
    size_t count;
    assert_int_equal(chy_learned_lines(learned, "vocabulary", 100, arena, &lines, &count, &err),
                     CHY_OK);
    assert_int_equal(count, SAMPLE_PIECES);
    assert_string_equal(lines[5].data, "\"");
    assert_string_equal(lines[SAMPLE_PIECES - 1].data, "##\xc3\x9f");
    assert_int_equal(chy_learned_lines(learned, "vocabulary", 39, arena, &lines, &count, &err),
                     CHY_ERROR_LEARNED);
    chy_arena_free(arena);
    sample_free(sample);
}

static void tensors_are_checked_by_type_and_shape(void **state) {
    (void)state;
    chy_sample *sample = sample_new();
    chy_arena *arena = chy_arena_new();
    const chy_learned *learned;
    chy_error err;
    assert_int_equal(chy_learned_open(sample->bytes, sample->size, arena, &learned, &err), CHY_OK);
    const void *data;
    const size_t right[2] = {4, SAMPLE_HIDDEN}, wrong[2] = {5, SAMPLE_HIDDEN};
    const char *name = "relation.label.weight";
    assert_int_equal(chy_learned_tensor(learned, name, CHY_TENSOR_I8, 2, right, &data, &err),
                     CHY_OK);
    assert_int_equal((uintptr_t)((const char *)data - sample->bytes) % 64, 0);
    assert_int_equal(chy_learned_tensor(learned, name, CHY_TENSOR_I8, 2, wrong, &data, &err),
                     CHY_ERROR_LEARNED);
    assert_int_equal(chy_learned_tensor(learned, name, CHY_TENSOR_F32, 2, right, &data, &err),
                     CHY_ERROR_LEARNED);
    assert_int_equal(chy_learned_tensor(learned, name, CHY_TENSOR_I8, 1, right, &data, &err),
                     CHY_ERROR_LEARNED);
    assert_int_equal(chy_learned_tensor(learned, "nothing", CHY_TENSOR_I8, 2, right, &data, &err),
                     CHY_ERROR_LEARNED);
    assert_string_equal(err.message, "tensor \"nothing\" is missing");
    size_t shape[2];
    assert_true(chy_learned_shape(learned, name, 2, shape));
    assert_int_equal(shape[0], 4);
    assert_false(chy_learned_shape(learned, name, 1, shape));
    assert_true(chy_learned_has(learned, name));
    assert_false(chy_learned_has(learned, "nothing"));
    chy_arena_free(arena);
    sample_free(sample);
}

static void every_truncation_fails(void **state) {
    (void)state;
    chy_sample *sample = sample_new();
    chy_error err;
    for (size_t size = 0; size < 8 + sample->header_size; size++)
        assert_int_equal(open_copy(sample->bytes, size, &err), CHY_ERROR_LEARNED);
    for (size_t size = 8 + sample->header_size; size < sample->size - 64; size += 997)
        assert_int_equal(open_copy(sample->bytes, size, &err), CHY_ERROR_LEARNED);
    /* Behind the header's back: a shorter header length, with all bytes there. */
    for (uint64_t header = 0; header < sample->header_size - 64; header += 3) {
        memcpy(sample->bytes, &header, sizeof header);
        assert_int_equal(open_copy(sample->bytes, sample->size, &err), CHY_ERROR_LEARNED);
    }
    sample_free(sample);
}

/* Any one byte of the header may be anything: it opens or fails, and reads nothing out of bounds.
 */
static void flipped_bytes_are_harmless(void **state) {
    (void)state;
    chy_sample *sample = sample_new();
    chy_error err;
    static const char changes[] = {0, '"', '0', '9', '{', ',', '\\', (char)0xff};
    for (size_t i = 0; i < 8 + sample->header_size; i++)
        for (size_t c = 0; c < sizeof changes; c += 1 + i % 3) {
            char before = sample->bytes[i];
            sample->bytes[i] = changes[c];
            chy_status status = open_copy(sample->bytes, sample->size, &err);
            assert_true(status == CHY_OK || status == CHY_ERROR_LEARNED);
            sample->bytes[i] = before;
        }
    sample_free(sample);
}

static void damage_is_named(void **state) {
    (void)state;
    static const struct {
        const char *from, *to, *message;
    } changes[] = {
        {"chancery-learned-1", "chancery-learned-9", "\"format\""},
        {"\"tags.bias\"", "\"tags.scale\"", "\"tags.scale\" is there twice"},
        {"\"data_offsets\":[0,1280]", "\"data_offsets\":[64,1344]", "overlaps another"},
        {"\"data_offsets\":[0,1280]", "\"data_offsets\":[0,1281]", "does not fill its bytes"},
        {"\"data_offsets\":[0,1280]", "\"data_offsets\":[1280,0]", "does not fill its bytes"},
        {"\"data_offsets\":[0,1280]", "\"data_offsets\":[1,1281]", "a multiple of 64"},
        {"\"data_offsets\":[0,1280]", "\"data_offsets\":[999936,1001216]", "the end of the file"},
        {"\"data_offsets\":[0,1280]", "\"data_offsets\":[0]", "offsets that are not allowed"},
        {"\"data_offsets\":[0,1280]", "\"data_offsets\":[0,99999999999999999999]", "not allowed"},
        {"\"shape\":[40,32]", "\"shape\":[-40,32]", "not allowed"},
        {"\"shape\":[40,32]", "\"shape\":[40,32,1,1,1]", "not allowed"},
        {"\"shape\":[40,32]", "\"shape\":[4294967296,4294967297,4294967297]", "does not fill"},
        {"\"dtype\":\"I8\",", "", "not complete"},
        {"\"dtype\":\"I8\"", "\"dtype\":\"F64\"", "not allowed"},
        {"\"dtype\":\"I8\"", "\"shape\":[40,32]", "repeated"},
        {"{\\\"layers\\\": 2", "{\\\"layers\\\": 2.5", "hyperparameters"},
        {"{\\\"layers\\\": 2", "{\\\"layers\\\": -2", "hyperparameters"},
        {"\"hyperparameters\"", "\"hyperparameter\"", "hyperparameters"},
        {"\"version\":\"en-sample\"", "\"version\":7", "other than strings"},
        {"\"version\":\"en-sample\"", "\"version\":{\"a\":{}}", "other than strings"},
        {"en-sample", "\\ud800", "other than strings"},
        {"en-sample", "\\u0000", "other than strings"},
        {"en-sample", "\n", "other than strings"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        chy_error err = {0};
        chy_status status = open_changed(changes[i].from, changes[i].to, &err);
        if (status != CHY_ERROR_LEARNED || strstr(err.message, changes[i].message) == NULL)
            fail_msg("%s: status %d, \"%s\"", changes[i].to, (int)status, err.message);
    }
}

static void numbers_that_are_not_finite_are_refused(void **state) {
    (void)state;
    chy_sample *sample = sample_new();
    chy_error err;
    const uint32_t infinite = 0x7f800000u;
    memcpy(sample->bytes + 8 + sample->header_size + 1280, &infinite, sizeof infinite);
    assert_int_equal(open_copy(sample->bytes, sample->size, &err), CHY_ERROR_LEARNED);
    assert_non_null(strstr(err.message, "\"embedding.piece.scale\" holds a number"));
    sample_free(sample);
}

static void misaligned_memory_is_the_callers_fault(void **state) {
    (void)state;
    chy_sample *sample = sample_new();
    chy_arena *arena = chy_arena_new();
    const chy_learned *learned;
    chy_error err;
    assert_int_equal(chy_learned_open(sample->bytes + 1, 8, arena, &learned, &err),
                     CHY_ERROR_ARGUMENT);
    assert_int_equal(chy_learned_open(NULL, 0, arena, &learned, NULL), CHY_ERROR_ARGUMENT);
    chy_arena_free(arena);
    sample_free(sample);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_file_opens),
        cmocka_unit_test(tensors_are_checked_by_type_and_shape),
        cmocka_unit_test(every_truncation_fails),
        cmocka_unit_test(flipped_bytes_are_harmless),
        cmocka_unit_test(damage_is_named),
        cmocka_unit_test(numbers_that_are_not_finite_are_refused),
        cmocka_unit_test(misaligned_memory_is_the_callers_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
