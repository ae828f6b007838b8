#include "events/grammar.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST 256u

struct chy_words_table {
    chy_arena *arena;
    const char **words; /* by id - 1 */
    uint32_t count, capacity;
    uint32_t *slots; /* ids, open addressing; a power of two */
    uint32_t slot_count;
};

chy_words_table *chy_words_new(chy_arena *arena) {
    chy_words_table *table = chy_arena_alloc(arena, 1, sizeof *table);
    if (table == NULL) return NULL;
    table->arena = arena;
    table->slot_count = 1024;
    table->slots = chy_arena_alloc(arena, table->slot_count, sizeof *table->slots);
    return table->slots == NULL ? NULL : table;
}

/* Lowers A to Z; false when the word is longer than any word of the grammar can be. */
static bool lower(chy_slice word, char *buffer) {
    if (word.size == 0 || word.size > LONGEST) return false;
    for (size_t i = 0; i < word.size; i++)
        buffer[i] = chy_ascii_lower(word.data[i]);
    return true;
}

/* The slot that holds the word, or the empty one where it belongs. */
static uint32_t find_slot(const chy_words_table *table, const char *word, size_t size) {
    uint32_t mask = table->slot_count - 1;
    uint32_t slot = (uint32_t)chy_hash(word, size) & mask;
    while (table->slots[slot] != 0) {
        const char *other = table->words[table->slots[slot] - 1];
        if (strlen(other) == size && memcmp(other, word, size) == 0) break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static bool widen(chy_words_table *table) {
    uint32_t wider = table->slot_count * 2;
    uint32_t *slots = chy_arena_alloc(table->arena, wider, sizeof *slots);
    if (slots == NULL) return false;
    table->slots = slots;
    table->slot_count = wider;
    for (uint32_t id = 1; id <= table->count; id++) {
        const char *word = table->words[id - 1];
        table->slots[find_slot(table, word, strlen(word))] = id;
    }
    return true;
}

uint32_t chy_words_find(const chy_words_table *table, chy_slice word) {
    char buffer[LONGEST];
    if (!lower(word, buffer)) return 0;
    return table->slots[find_slot(table, buffer, word.size)];
}

uint32_t chy_words_add(chy_words_table *table, chy_slice word) {
    char buffer[LONGEST];
    if (!lower(word, buffer)) return 0;
    uint32_t slot = find_slot(table, buffer, word.size);
    if (table->slots[slot] != 0) return table->slots[slot];
    void *words = table->words;
    if (!chy_arena_room(table->arena, &words, sizeof *table->words, table->count,
                        &table->capacity)) {
        return 0;
    }
    table->words = words;
    const char *copy = chy_arena_string(table->arena, buffer, word.size);
    if (copy == NULL) return 0;
    if (table->count * 2 >= table->slot_count) {
        if (!widen(table)) return 0;
        slot = find_slot(table, buffer, word.size);
    }
    table->words[table->count++] = copy;
    table->slots[slot] = table->count;
    return table->count;
}

uint32_t chy_words_count(const chy_words_table *table) {
    return table->count;
}

const char *chy_words_get(const chy_words_table *table, uint32_t id) {
    return id == 0 || id > table->count ? "" : table->words[id - 1];
}

static int compare_terms(const void *a, const void *b) {
    const chy_term *x = a;
    const chy_term *y = b;
    for (uint32_t i = 0; i < CHY_GRAMMAR_WORD_PARTS; i++) {
        if (x->parts[i] != y->parts[i]) return x->parts[i] < y->parts[i] ? -1 : 1;
    }
    return 0;
}

uint32_t chy_terms_sort(chy_term *terms, uint32_t count) {
    uint32_t kept = 0;
    if (count > 1) qsort(terms, count, sizeof *terms, compare_terms);
    for (uint32_t i = 0; i < count; i++) {
        if (kept == 0 || compare_terms(&terms[kept - 1], &terms[i]) != 0) terms[kept++] = terms[i];
    }
    return kept;
}

const chy_term *chy_terms_of(const chy_terms *terms, uint32_t part, uint32_t *count) {
    uint32_t low = 0;
    uint32_t high = terms->count;
    *count = 0;
    if (part == 0) return NULL;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (terms->items[middle].parts[0] < part) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    while (low + *count < terms->count && terms->items[low + *count].parts[0] == part) {
        ++*count;
    }
    return *count == 0 ? NULL : &terms->items[low];
}

bool chy_terms_have(const chy_terms *terms, uint32_t part) {
    uint32_t count;
    const chy_term *first = chy_terms_of(terms, part, &count);
    return first != NULL && first->count == 1;
}
