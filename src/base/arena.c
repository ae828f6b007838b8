#include "base/base.h"

#include <stdlib.h>
#include <string.h>

/* First block's bytes; blocks double up to the ceiling, so that a short report stays small and a
 * long one takes few trips to malloc. */
#define FIRST_BLOCK     ((size_t)32 * 1024)
#define BLOCK_CEILING   ((size_t)1024 * 1024)
#define SMALL_ALIGNMENT ((size_t)16)
#define LARGE_ALIGNMENT ((size_t)64)
#define LARGE_FROM      ((size_t)4096)

typedef struct block {
    struct block *next;
    size_t capacity; /* bytes after this header */
    size_t used;
} block;

struct chy_arena {
    block *blocks; /* the newest first; only it is handed out from */
    size_t held;
};

static char *block_data(block *b) {
    return (char *)(b + 1);
}

chy_arena *chy_arena_new(void) {
    chy_arena *arena = malloc(sizeof *arena);
    if (arena == NULL) {
        return NULL;
    }
    arena->blocks = NULL;
    arena->held = sizeof *arena;
    return arena;
}

static void free_blocks(block *b) {
    while (b != NULL) {
        block *next = b->next;
        free(b);
        b = next;
    }
}

void chy_arena_free(chy_arena *arena) {
    if (arena != NULL) {
        free_blocks(arena->blocks);
        free(arena);
    }
}

void chy_arena_reset(chy_arena *arena) {
    block *largest = arena->blocks;
    for (block *b = arena->blocks; b != NULL; b = b->next) {
        if (b->capacity > largest->capacity) {
            largest = b;
        }
    }
    block *b = arena->blocks;
    while (b != NULL) {
        block *next = b->next;
        if (b != largest) {
            arena->held -= sizeof *b + b->capacity;
            free(b);
        }
        b = next;
    }
    arena->blocks = largest;
    if (largest != NULL) {
        largest->next = NULL;
        largest->used = 0;
    }
}

size_t chy_arena_size(const chy_arena *arena) {
    return arena->held;
}

/* Bytes to skip so that the block's free part starts at a multiple of `alignment`. */
static size_t padding(block *b, size_t alignment) {
    uintptr_t at = (uintptr_t)(block_data(b) + b->used);
    return (size_t)((alignment - at % alignment) % alignment);
}

static bool fits(block *b, size_t size, size_t alignment) {
    size_t skip = padding(b, alignment);
    size_t left = b->capacity - b->used;
    return skip <= left && size <= left - skip;
}

/* Puts a block with room for `size` bytes at any alignment in front. */
static bool add_block(chy_arena *arena, size_t size) {
    size_t capacity = arena->blocks == NULL ? FIRST_BLOCK : arena->blocks->capacity * 2;
    size_t wanted;
    size_t total;
    if (capacity > BLOCK_CEILING) {
        capacity = BLOCK_CEILING;
    }
    if (!chy_add(size, LARGE_ALIGNMENT, &wanted)) {
        return false;
    }
    if (capacity < wanted) {
        capacity = wanted;
    }
    if (!chy_add(capacity, sizeof(block), &total)) {
        return false;
    }
    block *b = malloc(total);
    if (b == NULL) {
        return false;
    }
    b->next = arena->blocks;
    b->capacity = capacity;
    b->used = 0;
    arena->blocks = b;
    arena->held += total;
    return true;
}

void *chy_arena_alloc(chy_arena *arena, size_t count, size_t size) {
    size_t bytes;
    if (!chy_multiply(count, size, &bytes)) {
        return NULL;
    }
    size_t alignment = bytes >= LARGE_FROM ? LARGE_ALIGNMENT : SMALL_ALIGNMENT;
    if (bytes == 0) {
        bytes = 1;
    }
    if (arena->blocks == NULL || !fits(arena->blocks, bytes, alignment)) {
        if (!add_block(arena, bytes)) {
            return NULL;
        }
    }
    block *b = arena->blocks;
    b->used += padding(b, alignment);
    void *data = block_data(b) + b->used;
    b->used += bytes;
    memset(data, 0, bytes);
    return data;
}

char *chy_arena_string(chy_arena *arena, const char *data, size_t size) {
    size_t bytes;
    if (!chy_add(size, 1, &bytes)) {
        return NULL;
    }
    char *copy = chy_arena_alloc(arena, bytes, 1);
    if (copy != NULL && size > 0) {
        memcpy(copy, data, size);
    }
    return copy;
}

bool chy_arena_room(chy_arena *arena, void **items, size_t item_size, uint32_t count,
                    uint32_t *capacity) {
    if (count < *capacity) {
        return true;
    }
    if (*capacity > UINT32_MAX / 2) {
        return false;
    }
    uint32_t wider = *capacity < 8 ? 16 : *capacity * 2;
    void *moved = chy_arena_alloc(arena, wider, item_size);
    if (moved == NULL) {
        return false;
    }
    if (count > 0) {
        memcpy(moved, *items, (size_t)count * item_size);
    }
    *items = moved;
    *capacity = wider;
    return true;
}
