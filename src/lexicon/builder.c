#include "lexicon/builder.h"

#include "lexicon/build.h"
#include "lexicon/key.h"
#include "lexicon/table.h"

#include <stdio.h>
#include <string.h>

static uint64_t hash_bytes(const char *bytes, size_t size) {
    uint64_t hash = CHY_KEY_HASH_START;
    for (size_t i = 0; i < size; i++)
        hash = chy_key_hash_step(hash, bytes[i]);
    return hash;
}

static uint64_t string_hash(const chy_facts_builder *builder, uint32_t index) {
    const char *string = builder->strings + builder->string_offsets[index];
    return hash_bytes(string, strlen(string));
}

static uint64_t key_hash(const chy_facts_builder *builder, uint32_t index) {
    return builder->keys[index].hash;
}

/* Makes room in a table for one more; `hash_of` tells the hash of what is in it. */
static bool table_room(chy_facts_builder *builder, hash_table *table,
                       uint64_t (*hash_of)(const chy_facts_builder *, uint32_t)) {
    if (table->slots && table->count < table->mask / 2) return true;
    if (table->mask >= UINT32_MAX / 4) return false;
    uint32_t size = table->slots ? (table->mask + 1) * 2 : 4096;
    uint32_t *slots = chy_arena_alloc(builder->arena, size, sizeof *slots);
    if (!slots) return false;
    for (uint32_t i = 0; i < table->count; i++) {
        uint32_t slot = chy_key_slot(hash_of(builder, i), size - 1);
        while (slots[slot])
            slot = (slot + 1) & (size - 1);
        slots[slot] = i + 1;
    }
    table->slots = slots;
    table->mask = size - 1;
    return true;
}

/* Appends bytes and a NUL to the strings. */
static bool append_string(chy_facts_builder *builder, chy_slice text, uint32_t *offset) {
    size_t need = (size_t)builder->string_bytes + text.size + 1;
    if (need > UINT32_MAX / 2) return false;
    if (need > builder->string_capacity) {
        size_t capacity = builder->string_capacity ? (size_t)builder->string_capacity * 2 : 65536;
        while (capacity < need)
            capacity *= 2;
        char *strings = chy_arena_alloc(builder->arena, capacity, 1);
        if (!strings) return false;
        if (builder->string_bytes) memcpy(strings, builder->strings, builder->string_bytes);
        builder->strings = strings;
        builder->string_capacity = (uint32_t)capacity;
    }
    *offset = builder->string_bytes;
    if (text.size > 0) memcpy(builder->strings + *offset, text.data, text.size);
    builder->strings[*offset + text.size] = 0;
    builder->string_bytes = (uint32_t)need;
    return true;
}

bool chy_build_intern(chy_facts_builder *builder, chy_slice text, uint32_t *offset) {
    if (!table_room(builder, &builder->string_table, string_hash)) return false;
    hash_table *table = &builder->string_table;
    uint32_t slot = chy_key_slot(hash_bytes(text.data, text.size), table->mask);
    for (; table->slots[slot]; slot = (slot + 1) & table->mask) {
        *offset = builder->string_offsets[table->slots[slot] - 1];
        const char *string = builder->strings + *offset;
        if (strlen(string) == text.size &&
            (text.size == 0 || !memcmp(string, text.data, text.size))) {
            return true;
        }
    }
    if (!chy_arena_room(builder->arena, (void **)&builder->string_offsets, sizeof(uint32_t),
                        builder->string_count, &builder->string_room) ||
        !append_string(builder, text, offset)) {
        return false;
    }
    builder->string_offsets[builder->string_count++] = *offset;
    table->slots[slot] = ++table->count;
    return true;
}

chy_facts_builder *chy_facts_builder_new(void) {
    chy_arena *arena = chy_arena_new();
    chy_facts_builder *builder = arena ? chy_arena_alloc(arena, 1, sizeof *builder) : NULL;
    uint32_t offset = 0;
    if (builder) builder->arena = arena;
    if (!builder || !chy_build_intern(builder, (chy_slice){"", 0}, &offset)) {
        chy_arena_free(arena);
        return NULL;
    }
    return builder;
}

void chy_facts_builder_free(chy_facts_builder *builder) {
    if (builder) chy_arena_free(builder->arena);
}

/* The index of the key of a phrase; `*usable` is false where it has none. */
static bool key_of(chy_facts_builder *builder, chy_slice phrase, uint32_t *index, bool *usable) {
    char text[CHY_LEXICON_KEY_BYTES];
    size_t size = chy_lexicon_key(phrase, text, sizeof text);
    *usable = size > 0;
    if (!*usable) return true;
    if (!table_room(builder, &builder->key_table, key_hash)) return false;
    hash_table *table = &builder->key_table;
    uint64_t hash = hash_bytes(text, size);
    uint32_t slot = chy_key_slot(hash, table->mask);
    for (; table->slots[slot]; slot = (slot + 1) & table->mask) {
        *index = table->slots[slot] - 1;
        const build_key *key = &builder->keys[*index];
        if (key->hash == hash && key->size == size &&
            memcmp(builder->strings + key->string, text, size) == 0) {
            return true;
        }
    }
    build_key key = {.size = (uint32_t)size, .hash = hash};
    if (!chy_arena_room(builder->arena, (void **)&builder->keys, sizeof key, builder->key_count,
                        &builder->key_room) ||
        !chy_build_intern(builder, (chy_slice){text, size}, &key.string)) {
        return false;
    }
    *index = builder->key_count;
    builder->keys[builder->key_count++] = key;
    table->slots[slot] = ++table->count;
    return true;
}

/* Whether a name without small letters is so short that a word in capitals, or an ordinary word,
 * may look the same: "US", "ICE", "AU". */
static bool short_acronym(chy_slice form) {
    if (form.size > 4) return false;
    for (size_t i = 0; i < form.size; i++) {
        if (form.data[i] < 'A' || form.data[i] > 'Z') return false;
    }
    return true;
}

bool chy_build_form(chy_facts_builder *builder, chy_slice form, uint32_t flags, bool *usable) {
    build_entry entry = {.record = builder->record_count - 1, .flags = flags};
    if (!key_of(builder, form, &entry.key, usable)) return false;
    if (!*usable) return true;
    build_key *key = &builder->keys[entry.key];
    if (key->last_record != builder->record_count) key->last_flags = 0;
    key->last_record = builder->record_count;
    if (key->last_flags >> flags & 1u) return true;
    key->last_flags |= 1u << flags;
    if (short_acronym(form)) entry.flags |= CHY_ENTRY_COMMON;
    if (!chy_build_intern(builder, form, &entry.surface) ||
        !chy_arena_room(builder->arena, (void **)&builder->entries, sizeof entry,
                        builder->entry_count, &builder->entry_room)) {
        return false;
    }
    builder->entries[builder->entry_count++] = entry;
    builder->keys[entry.key].entries++;
    return true;
}

/* The forms of a cell. */
static chy_status add_forms(chy_facts_builder *builder, const chy_table *table, chy_slice cell,
                            uint32_t flags, chy_error *err) {
    chy_slice form, whole = cell;
    for (uint32_t count = 0; chy_table_form(&cell, &form); count++) {
        bool usable;
        if (count == CHY_TABLE_FORMS) return chy_table_fail(table, whole, "Too many forms", err);
        if (!chy_build_form(builder, form, flags, &usable)) return chy_fail_memory(err);
        const char *doubt = builder->report ? chy_form_doubt(form, &usable) : NULL;
        chy_error problem;
        if (doubt && chy_table_fail(table, form, doubt, &problem) != CHY_OK)
            builder->report(builder->report_context, &problem, usable);
    }
    return CHY_OK;
}

/* The row of a state and that of its capital by the code. */
static bool add_country_code(chy_facts_builder *builder, const chy_table_row *row) {
    chy_slice code = row->cells[CHY_COLUMN_COUNTRY];
    bool state =
        row->kind == CHY_FACT_COUNTRY && chy_slice_is(row->cells[CHY_COLUMN_ROLE], "state");
    if (code.size != 3 || (!state && row->kind != CHY_FACT_CAPITAL)) return true;
    char form[CHY_CODE_KEY_BYTES];
    size_t size = chy_code_key(!state, code.data, form);
    bool usable;
    return chy_build_form(builder, (chy_slice){form, size}, 0, &usable);
}

/* The string cells of a record, in the order of chy_record_field. */
static const uint8_t record_columns[CHY_RECORD_SOURCE] = {
    CHY_COLUMN_NAME,     CHY_COLUMN_COUNTRY, CHY_COLUMN_ROLE,   CHY_COLUMN_WIKIDATA,
    CHY_COLUMN_GEONAMES, CHY_COLUMN_FEATURE, CHY_COLUMN_ADMIN1, CHY_COLUMN_CITY};

bool chy_build_record(chy_facts_builder *builder, const chy_table_row *row, uint32_t source,
                      size_t line) {
    build_record record = {.line = (uint32_t)line, .file = builder->file_count};
    for (uint32_t i = 0; i < CHY_RECORD_SOURCE; i++) {
        bool day = row->kind == CHY_FACT_HOLIDAY && i == CHY_RECORD_ROLE;
        chy_slice cell = row->cells[day ? CHY_COLUMN_DAY : record_columns[i]];
        if (!chy_build_intern(builder, cell, &record.fields[i])) return false;
    }
    record.fields[CHY_RECORD_SOURCE] = source;
    record.fields[CHY_RECORD_SECTORS] = row->sectors;
    record.fields[CHY_RECORD_FROM] = (uint32_t)row->from;
    record.fields[CHY_RECORD_TO] = (uint32_t)row->to;
    record.fields[CHY_RECORD_AS_OF] = (uint32_t)row->as_of;
    record.fields[CHY_RECORD_LATITUDE] = (uint32_t)row->latitude;
    record.fields[CHY_RECORD_LONGITUDE] = (uint32_t)row->longitude;
    record.fields[CHY_RECORD_POPULATION] = row->population;
    record.fields[CHY_RECORD_KIND] = row->kind;
    record.fields[CHY_RECORD_GENDER] = (unsigned char)row->gender;
    if (!chy_arena_room(builder->arena, (void **)&builder->records, sizeof record,
                        builder->record_count, &builder->record_room)) {
        return false;
    }
    builder->records[builder->record_count++] = record;
    if (row->as_of > builder->latest) builder->latest = row->as_of;
    return true;
}

static chy_status add_cameo(chy_facts_builder *builder, const chy_table *table,
                            const chy_table_row *row, chy_error *err) {
    build_cameo cameo = {.goldstein = row->goldstein, .quad = row->quad};
    if (row->cells[CHY_COLUMN_CODE].size == 0) {
        return chy_table_fail(table, row->cells[CHY_COLUMN_NAME], "A row has no code", err);
    }
    if (!chy_build_intern(builder, row->cells[CHY_COLUMN_CODE], &cameo.code) ||
        !chy_build_intern(builder, row->cells[CHY_COLUMN_NAME], &cameo.name) ||
        !chy_arena_room(builder->arena, (void **)&builder->cameo, sizeof cameo,
                        builder->cameo_count, &builder->cameo_room)) {
        return chy_fail_memory(err);
    }
    if (builder->cameo_count > 0) {
        const char *before = builder->strings + builder->cameo[builder->cameo_count - 1].code;
        if (strcmp(before, builder->strings + cameo.code) >= 0) {
            return chy_table_fail(table, row->cells[CHY_COLUMN_CODE], "Codes are not sorted", err);
        }
    }
    builder->cameo[builder->cameo_count++] = cameo;
    return CHY_OK;
}

chy_status chy_build_row(chy_facts_builder *builder, const chy_table *table,
                         const chy_table_row *row, uint32_t source, chy_error *err) {
    if (row->kind == CHY_TABLE_CAMEO && builder->below)
        return chy_table_fail(table, row->cells[CHY_COLUMN_NAME],
                              "A table of your own cannot hold CAMEO codes", err);
    if (row->kind == CHY_TABLE_CAMEO) return add_cameo(builder, table, row, err);
    if (row->kind == CHY_TABLE_COMMON) {
        uint32_t key = 0;
        bool usable;
        if (!key_of(builder, row->cells[CHY_COLUMN_NAME], &key, &usable)) {
            return chy_fail_memory(err);
        }
        if (usable) builder->keys[key].common = true;
        return CHY_OK;
    }
    if (!chy_build_record(builder, row, source, table->line)) return chy_fail_memory(err);
    chy_status status = add_forms(builder, table, row->cells[CHY_COLUMN_NAME], 0, err);
    if (status == CHY_OK) {
        status = add_forms(builder, table, row->cells[CHY_COLUMN_ALIASES], 0, err);
    }
    if (status == CHY_OK) {
        status = add_forms(builder, table, row->cells[CHY_COLUMN_PARTS], CHY_ENTRY_PART, err);
    }
    if (status == CHY_OK) {
        status = add_forms(builder, table, row->cells[CHY_COLUMN_PLURAL], CHY_ENTRY_PLURAL, err);
    }
    if (status == CHY_OK) {
        status =
            add_forms(builder, table, row->cells[CHY_COLUMN_ADJECTIVE], CHY_ENTRY_ADJECTIVE, err);
    }
    if (status == CHY_OK && !add_country_code(builder, row)) return chy_fail_memory(err);
    return status;
}

chy_status chy_facts_builder_add(chy_facts_builder *builder, const char *name, chy_slice text,
                                 chy_error *err) {
    char label[96];
    int length = snprintf(label, sizeof label, "table:%s", name);
    if (length < 0 || (size_t)length >= sizeof label) {
        return chy_fail(err, CHY_ERROR_ARGUMENT, "facts", CHY_NOWHERE, CHY_NOWHERE,
                        "The name of a facts table has more than %zu bytes.", sizeof label - 7);
    }
    uint32_t source = 0;
    if (!chy_build_intern(builder, (chy_slice){label, (size_t)length}, &source))
        return chy_fail_memory(err);
    chy_table table;
    chy_status status = chy_table_open(&table, name, text, err);
    bool found = status == CHY_OK;
    while (found) {
        chy_table_row row;
        status = chy_table_next(&table, &row, &found, err);
        if (status == CHY_OK && found) status = chy_build_row(builder, &table, &row, source, err);
        if (status != CHY_OK) return status;
    }
    return status;
}
