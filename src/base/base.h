/* What every other module needs: slices, the arena, errors, checked arithmetic. */
#ifndef CHY_BASE_BASE_H
#define CHY_BASE_BASE_H

#include "chancery.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Items of an array. */
#define CHY_COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Bytes owned by someone else. Not NUL-terminated. `data` may be NULL only where `size` is 0. */
typedef struct chy_slice {
    const char *data;
    size_t size;
} chy_slice;

/* A slice of a NUL-terminated string; of NULL, the empty slice. */
chy_slice chy_slice_of(const char *string);
bool chy_slice_equal(chy_slice a, chy_slice b);
/* Whether `slice` holds exactly the characters of `string`. */
bool chy_slice_is(chy_slice slice, const char *string);
/* Whether a string is one of `list` [count]; NULL is none. */
bool chy_is_listed(const char *string, const char *const *list, size_t count);
/* Whether a string is one of the small words of a sorted list, but for ASCII capitals in it. */
bool chy_is_one_of(const char *string, const char *const *sorted, size_t count);

/* A character with the case of ASCII letters taken off. */
static inline char chy_ascii_lower(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}
/* Copies a string with its ASCII letters small. False, and "", where it does not fit in `room`
 * bytes with its NUL. */
bool chy_lower_string(const char *string, char *lower, size_t room);
/* Whether `string` is the word `lower` but for ASCII capitals. Either may be NULL: then false. */
bool chy_same(const char *string, const char *lower);
/* Whether two strings are the same but for ASCII capitals in either. */
bool chy_same_letters(const char *a, const char *b);

/* An arena hands out memory that is freed all at once. Used by one thread at a time. */
typedef struct chy_arena chy_arena;

/* A new empty arena, or NULL when there is no memory. */
chy_arena *chy_arena_new(void);
void chy_arena_free(chy_arena *arena);
/* Forgets everything handed out and keeps the largest block for reuse. */
void chy_arena_reset(chy_arena *arena);
/* Bytes held from the system. */
size_t chy_arena_size(const chy_arena *arena);

/* `count` zeroed items of `size` bytes, aligned to 64 bytes when count * size >= 4096, else to 16.
 * NULL when there is no memory or the product overflows. A count of 0 gives a valid pointer. */
void *chy_arena_alloc(chy_arena *arena, size_t count, size_t size);
/* A NUL-terminated copy of `size` bytes, or NULL when there is no memory. */
char *chy_arena_string(chy_arena *arena, const char *data, size_t size);

/* Makes room for one more item in a growing array that lives in the arena: `*items` holds `count`
 * items of `item_size` bytes and has room for `*capacity`. The array is moved when it grows
 * (twofold). False when there is no memory; the array is then as it was. */
bool chy_arena_room(chy_arena *arena, void **items, size_t item_size, uint32_t count,
                    uint32_t *capacity);

/* Fills `err` (if not NULL) and returns `code`. `source` says what was being read: "text", a facts
 * file's name, "learned file". Byte and line count from 0 and 1; CHY_NOWHERE where there is none.
 * The message is one sentence that names the value and the limit. */
chy_status chy_fail(chy_error *err, chy_status code, const char *source, size_t byte, size_t line,
                    const char *format, ...) __attribute__((format(printf, 6, 7)));
/* chy_fail for lack of memory. */
chy_status chy_fail_memory(chy_error *err);

/* a * b and a + b, false on overflow (the result is then untouched). */
bool chy_multiply(size_t a, size_t b, size_t *result);
bool chy_add(size_t a, size_t b, size_t *result);

/* FNV-1a, 64 bits. */
uint64_t chy_hash(const void *data, size_t size);

#endif
