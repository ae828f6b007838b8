/* What a facts builder has gathered: filled by builder.c, laid out by layout.c. Inside the module.
 */
#ifndef CHY_LEXICON_BUILD_H
#define CHY_LEXICON_BUILD_H

#include "lexicon/builder.h"
#include "lexicon/format.h"
#include "lexicon/table.h"

typedef struct build_key {
    uint32_t string, size;
    uint64_t hash;
    uint32_t entries; /* how many */
    /* Rows of the phrase in the lexicon below: entries there. */
    uint32_t below_first, below_rows;
    uint32_t last_record; /* that has a form of this key: its index + 1 */
    uint32_t last_flags;  /* bits 1 << flags of its forms */
    bool common;          /* an ordinary word too */
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
    uint32_t line, file; /* where it stands: files[file - 1]; not compiled */
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
    int32_t latest;      /* the latest as_of */
    build_entry *sorted; /* by key, then kind, then as added; after finish */
    /* Of a user's tables: what they will cover, and who hears of lines that cannot be used. */
    const chy_lexicon *below;
    chy_facts_report *report;
    void *report_context;
    const char **files; /* names of the tables added by chy_facts_builder_read */
    uint32_t file_count, file_room;
};

/* Offset of a string, each stored once. False when there is no memory. */
bool chy_build_intern(chy_facts_builder *builder, chy_slice text, uint32_t *offset);
/* Starts a record with the cells and values of a row. `source` is an interned "table:...". */
bool chy_build_record(chy_facts_builder *builder, const chy_table_row *row, uint32_t source,
                      size_t line);
/* One form of the newest record. `*usable` is false where the form has no key. */
bool chy_build_form(chy_facts_builder *builder, chy_slice form, uint32_t flags, bool *usable);
/* The row of a table, forms and all. CHY_ERROR_FACTS, CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_build_row(chy_facts_builder *builder, const chy_table *table,
                                      const chy_table_row *row, uint32_t source, chy_error *err);
/* Why a form will hardly be found in a text, or where `*usable` is false never; NULL where nothing
 * speaks against it. */
const char *chy_form_doubt(chy_slice form, bool *usable);
/* CHY_ERROR_LIMIT, with file and line, when a user's tables have become too many. */
CHY_MUST_USE chy_status chy_build_limit(const chy_facts_builder *builder, const char *name,
                                        size_t line, chy_error *err);

#endif
