#include "base/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void alloc_is_zeroed_and_aligned(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    assert_non_null(arena);
    for (size_t i = 1; i < 3000; i += 7) {
        unsigned char *data = chy_arena_alloc(arena, i, 3);
        assert_non_null(data);
        assert_int_equal((uintptr_t)data % (i * 3 >= 4096 ? 64 : 16), 0);
        for (size_t k = 0; k < i * 3; k++) {
            assert_int_equal(data[k], 0);
        }
        memset(data, 0xAB, i * 3);
    }
    chy_arena_free(arena);
}

static void reset_keeps_the_largest_block(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    assert_non_null(chy_arena_alloc(arena, 1, 10));
    assert_non_null(chy_arena_alloc(arena, 1, 5000000));
    assert_non_null(chy_arena_alloc(arena, 1, 2000000));
    size_t before = chy_arena_size(arena);
    chy_arena_reset(arena);
    size_t after = chy_arena_size(arena);
    assert_true(after < before);
    assert_true(after >= 5000000);
    unsigned char *data = chy_arena_alloc(arena, 1, 4000000);
    assert_non_null(data);
    assert_int_equal(chy_arena_size(arena), after);
    chy_arena_reset(arena);
    chy_arena_reset(arena);
    chy_arena_free(arena);
}

static void reset_memory_is_zeroed_again(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    memset(chy_arena_alloc(arena, 1, 1000), 0xFF, 1000);
    chy_arena_reset(arena);
    unsigned char *data = chy_arena_alloc(arena, 1, 1000);
    for (size_t k = 0; k < 1000; k++) {
        assert_int_equal(data[k], 0);
    }
    chy_arena_free(arena);
}

static void impossible_sizes_give_null(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    assert_null(chy_arena_alloc(arena, SIZE_MAX, 2));
    assert_null(chy_arena_alloc(arena, 1, SIZE_MAX));
    assert_null(chy_arena_alloc(arena, 1, SIZE_MAX - 70));
    assert_null(chy_arena_string(arena, "", SIZE_MAX));
    assert_non_null(chy_arena_alloc(arena, 0, 8));
    assert_non_null(chy_arena_alloc(arena, 8, 0));
    chy_arena_free(arena);
    chy_arena_free(NULL);
}

static void a_string_is_copied_with_its_end(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    assert_string_equal(chy_arena_string(arena, "Nairobi", 4), "Nair");
    assert_string_equal(chy_arena_string(arena, NULL, 0), "");
    chy_arena_free(arena);
}

static void an_array_grows_with_its_items(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    void *items = NULL;
    uint32_t capacity = 0;
    for (uint32_t i = 0; i < 10000; i++) {
        assert_true(chy_arena_room(arena, &items, sizeof(uint32_t), i, &capacity));
        assert_true(capacity > i);
        ((uint32_t *)items)[i] = i;
    }
    for (uint32_t i = 0; i < 10000; i++) {
        assert_int_equal(((uint32_t *)items)[i], i);
    }
    uint32_t full = UINT32_MAX;
    assert_false(chy_arena_room(arena, &items, 1, UINT32_MAX, &full));
    chy_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alloc_is_zeroed_and_aligned),
        cmocka_unit_test(reset_keeps_the_largest_block),
        cmocka_unit_test(reset_memory_is_zeroed_again),
        cmocka_unit_test(impossible_sizes_give_null),
        cmocka_unit_test(a_string_is_copied_with_its_end),
        cmocka_unit_test(an_array_grows_with_its_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
