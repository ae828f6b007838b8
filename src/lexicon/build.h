/* What a facts builder has gathered: filled by builder.c, laid out by layout.c. Inside the module.
 */
#ifndef CHY_LEXICON_BUILD_H
#define CHY_LEXICON_BUILD_H

#include "lexicon/builder.h"
#include "lexicon/format.h"

typedef struct build_key {
    uint32_t string, size;
    uint64_t hash;
    uint32_t entries; /* how many */
    bool common;      /* an ordinary word too */
} build_key;

typedef struct build_entry {
    uint32_t key, record, surface, flags;
} build_entry;

typedef struct build_cameo {
    uint32_t code, name, quad;
    int32_t goldstein;
} build_cameo;

typedef struct build_record {
    uint32_t fields[CHY_RECORD_FIELD_COUNT];
} build_record;

/* Open addressing from a hash to an index + 1. */
typedef struct hash_table {
    uint32_t *slots;
    uint32_t mask, count;
} hash_table;

struct chy_facts_builder {
    chy_arena *arena;
    char *strings;
    uint32_t string_bytes, string_capacity;
    uint32_t *string_offsets; /* of each interned string */
    uint32_t string_count, string_room;
    hash_table string_table, key_table;
    build_key *keys;
    uint32_t key_count, key_room;
    build_entry *entries;
    uint32_t entry_count, entry_room;
    build_record *records;
    uint32_t record_count, record_room;
    build_cameo *cameo;
    uint32_t cameo_count, cameo_room;
    uint32_t first_entry; /* of the row being added */
    int32_t latest;       /* the latest as_of */
    build_entry *sorted;  /* by key, then kind, then as added; after finish */
};

#endif
