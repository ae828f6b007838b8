#include "lexicon/builder.h"

#include "lexicon/format.h"
#include "lexicon/table.h"

#include <stdio.h>
#include <string.h>

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

/* The offset of a string, each stored once. */
static bool intern(chy_facts_builder *builder, chy_slice text, uint32_t *offset) {
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
    if (!builder || !intern(builder, (chy_slice){"", 0}, &offset)) {
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
        !intern(builder, (chy_slice){text, size}, &key.string)) {
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

/* One form of the row being added, whose record is the newest. */
static bool add_form(chy_facts_builder *builder, chy_slice form, uint32_t flags) {
    build_entry entry = {.record = builder->record_count - 1, .flags = flags};
    bool usable;
    if (!key_of(builder, form, &entry.key, &usable)) return false;
    if (!usable) return true;
    for (uint32_t i = builder->first_entry; i < builder->entry_count; i++) {
        const build_entry *other = &builder->entries[i];
        if (other->key == entry.key && (other->flags & ~(uint32_t)CHY_ENTRY_COMMON) == flags) {
            return true;
        }
    }
    if (short_acronym(form)) entry.flags |= CHY_ENTRY_COMMON;
    if (!intern(builder, form, &entry.surface) ||
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
        if (count == CHY_TABLE_FORMS) return chy_table_fail(table, whole, "Too many forms", err);
        if (!add_form(builder, form, flags)) return chy_fail_memory(err);
    }
    return CHY_OK;
}

/* "iso:KEN": the row of a country by its code, under a key that no text has. */
static bool add_country_code(chy_facts_builder *builder, const chy_table_row *row) {
    chy_slice code = row->cells[CHY_COLUMN_COUNTRY];
    char form[12] = "iso:";
    if (row->kind != CHY_FACT_COUNTRY || code.size != 3 ||
        !chy_slice_is(row->cells[CHY_COLUMN_ROLE], "state")) {
        return true;
    }
    memcpy(form + 4, code.data, code.size);
    return add_form(builder, (chy_slice){form, 7}, 0);
}

/* The string cells of a record, in the order of chy_record_field. */
static const uint8_t record_columns[CHY_RECORD_SOURCE] = {
    CHY_COLUMN_NAME,     CHY_COLUMN_COUNTRY, CHY_COLUMN_ROLE,   CHY_COLUMN_WIKIDATA,
    CHY_COLUMN_GEONAMES, CHY_COLUMN_FEATURE, CHY_COLUMN_ADMIN1, CHY_COLUMN_CITY};

static bool add_record(chy_facts_builder *builder, const chy_table_row *row, uint32_t source) {
    build_record record = {{0}};
    for (uint32_t i = 0; i < CHY_RECORD_SOURCE; i++) {
        if (!intern(builder, row->cells[record_columns[i]], &record.fields[i])) return false;
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
    builder->first_entry = builder->entry_count;
    if (row->as_of > builder->latest) builder->latest = row->as_of;
    return true;
}

static chy_status add_cameo(chy_facts_builder *builder, const chy_table *table,
                            const chy_table_row *row, chy_error *err) {
    build_cameo cameo = {.goldstein = row->goldstein, .quad = row->quad};
    if (row->cells[CHY_COLUMN_CODE].size == 0) {
        return chy_table_fail(table, row->cells[CHY_COLUMN_NAME], "A row has no code", err);
    }
    if (!intern(builder, row->cells[CHY_COLUMN_CODE], &cameo.code) ||
        !intern(builder, row->cells[CHY_COLUMN_NAME], &cameo.name) ||
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

static chy_status add_row(chy_facts_builder *builder, const chy_table *table,
                          const chy_table_row *row, uint32_t source, chy_error *err) {
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
    if (!add_record(builder, row, source)) return chy_fail_memory(err);
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
    if (!intern(builder, (chy_slice){label, (size_t)length}, &source)) return chy_fail_memory(err);
    chy_table table;
    chy_status status = chy_table_open(&table, name, text, err);
    bool found = status == CHY_OK;
    while (found) {
        chy_table_row row;
        status = chy_table_next(&table, &row, &found, err);
        if (status == CHY_OK && found) status = add_row(builder, &table, &row, source, err);
        if (status != CHY_OK) return status;
    }
    return status;
}

/* ---- Laying out the file
 * ------------------------------------------------------------------------- */

/* Stable counting sort of entries by kind, then by key. */
static bool sort_entries(chy_facts_builder *builder) {
    uint32_t count = builder->entry_count;
    build_entry *by_kind = chy_arena_alloc(builder->arena, count, sizeof *by_kind);
    build_entry *sorted = chy_arena_alloc(builder->arena, count, sizeof *sorted);
    uint32_t *starts =
        chy_arena_alloc(builder->arena, (size_t)builder->key_count + 1, sizeof *starts);
    if (!by_kind || !sorted || !starts) return false;
    uint32_t kinds[CHY_FACT_KIND_COUNT + 1] = {0};
    for (uint32_t i = 0; i < count; i++) {
        kinds[builder->records[builder->entries[i].record].fields[CHY_RECORD_KIND] + 1]++;
    }
    for (uint32_t i = 0; i < CHY_FACT_KIND_COUNT; i++)
        kinds[i + 1] += kinds[i];
    for (uint32_t i = 0; i < count; i++) {
        uint32_t kind = builder->records[builder->entries[i].record].fields[CHY_RECORD_KIND];
        by_kind[kinds[kind]++] = builder->entries[i];
    }
    for (uint32_t i = 0; i < builder->key_count; i++) {
        starts[i + 1] = starts[i] + builder->keys[i].entries;
    }
    for (uint32_t i = 0; i < count; i++)
        sorted[starts[by_kind[i].key]++] = by_kind[i];
    builder->sorted = sorted;
    return true;
}

typedef struct file_layout {
    uint32_t offsets[CHY_FACTS_SECTION_COUNT], sizes[CHY_FACTS_SECTION_COUNT];
    size_t total;
} file_layout;

static uint32_t power_at_least(uint64_t n) {
    uint32_t power = 8;
    while (power < n && power < 1u << 30)
        power *= 2;
    return power;
}

/* How many prefixes the filter will hold: one for each run of letters and digits. */
static uint64_t count_prefixes(const chy_facts_builder *builder) {
    uint64_t prefixes = 0;
    for (uint32_t i = 0; i < builder->key_count; i++) {
        const build_key *key = &builder->keys[i];
        const char *text = builder->strings + key->string;
        for (uint32_t j = 0; j < key->size; j++) {
            if (chy_key_run_byte(text[j]) &&
                (j + 1 == key->size || !chy_key_run_byte(text[j + 1]))) {
                prefixes++;
            }
        }
    }
    return prefixes;
}

static bool plan_layout(const chy_facts_builder *builder, size_t identity, file_layout *layout) {
    uint64_t sizes[CHY_FACTS_SECTION_COUNT] = {
        [CHY_FACTS_STRINGS] = builder->string_bytes,
        [CHY_FACTS_KEYS] = (uint64_t)builder->key_count * CHY_FACTS_KEY_BYTES,
        [CHY_FACTS_SLOTS] = 4 * (uint64_t)power_at_least((uint64_t)builder->key_count * 3 / 2 + 1),
        /* About 10 bits for each prefix: one miss in thirty passes. */
        [CHY_FACTS_FILTER] = power_at_least(count_prefixes(builder) * 10 / 8),
        [CHY_FACTS_ENTRIES] = (uint64_t)builder->entry_count * CHY_FACTS_ENTRY_BYTES,
        [CHY_FACTS_RECORDS] = (uint64_t)builder->record_count * CHY_FACTS_RECORD_BYTES,
        [CHY_FACTS_CAMEO] = (uint64_t)builder->cameo_count * CHY_FACTS_CAMEO_BYTES,
        [CHY_FACTS_IDENTITY] = identity + 1};
    uint64_t at = CHY_FACTS_HEADER_BYTES;
    for (uint32_t i = 0; i < CHY_FACTS_SECTION_COUNT; i++) {
        at = (at + 7) / 8 * 8;
        if (at + sizes[i] > UINT32_MAX) return false;
        layout->offsets[i] = (uint32_t)at;
        layout->sizes[i] = (uint32_t)sizes[i];
        at += sizes[i];
    }
    layout->total = (size_t)at;
    return true;
}

static void write_filter(const build_key *key, const char *text, unsigned char *bits,
                         uint32_t mask) {
    uint64_t hash = CHY_KEY_HASH_START;
    for (uint32_t j = 0; j < key->size; j++) {
        hash = chy_key_hash_step(hash, text[j]);
        if (!chy_key_run_byte(text[j]) || (j + 1 < key->size && chy_key_run_byte(text[j + 1]))) {
            continue;
        }
        for (unsigned which = 0; which < 2; which++) {
            uint32_t bit = chy_filter_bit(hash, mask, which);
            bits[bit / 8] = (unsigned char)(bits[bit / 8] | 1u << (bit % 8));
        }
    }
}

static void write_keys(const chy_facts_builder *builder, const file_layout *layout,
                       unsigned char *file) {
    unsigned char *keys = file + layout->offsets[CHY_FACTS_KEYS];
    unsigned char *slots = file + layout->offsets[CHY_FACTS_SLOTS];
    unsigned char *filter = file + layout->offsets[CHY_FACTS_FILTER];
    uint32_t mask = layout->sizes[CHY_FACTS_SLOTS] / 4 - 1, first = 0;
    for (uint32_t i = 0; i < builder->key_count; i++) {
        const build_key *key = &builder->keys[i];
        unsigned char *out = keys + (size_t)i * CHY_FACTS_KEY_BYTES;
        chy_store32(out, key->string);
        chy_store32(out + 4, key->size);
        chy_store32(out + 8, first);
        chy_store32(out + 12, key->entries);
        chy_store32(out + 16, (uint32_t)(key->hash >> 32));
        first += key->entries;
        if (key->entries == 0) continue; /* a common word that names nothing */
        uint32_t slot = chy_key_slot(key->hash, mask);
        while (chy_load32(slots + 4 * (size_t)slot))
            slot = (slot + 1) & mask;
        chy_store32(slots + 4 * (size_t)slot, i + 1);
        write_filter(key, builder->strings + key->string, filter,
                     layout->sizes[CHY_FACTS_FILTER] * 8 - 1);
    }
}

/* Roles and common nouns for bodies are ordinary words, so that "common" says nothing of them. */
static bool is_noun_kind(uint32_t kind) {
    return kind == CHY_FACT_ROLE || kind == CHY_FACT_ORG_NOUN;
}

static void write_rows(const chy_facts_builder *builder, const file_layout *layout,
                       unsigned char *file) {
    unsigned char *out = file + layout->offsets[CHY_FACTS_ENTRIES];
    for (uint32_t i = 0; i < builder->entry_count; i++, out += CHY_FACTS_ENTRY_BYTES) {
        const build_entry *entry = &builder->sorted[i];
        uint32_t kind = builder->records[entry->record].fields[CHY_RECORD_KIND];
        bool common = builder->keys[entry->key].common && !is_noun_kind(kind);
        chy_store32(out, entry->record);
        chy_store32(out + 4, entry->surface);
        chy_store32(out + 8, entry->flags | (common ? CHY_ENTRY_COMMON : 0u));
    }
    out = file + layout->offsets[CHY_FACTS_RECORDS];
    for (uint32_t i = 0; i < builder->record_count; i++) {
        for (uint32_t j = 0; j < CHY_RECORD_FIELD_COUNT; j++, out += 4) {
            chy_store32(out, builder->records[i].fields[j]);
        }
    }
    out = file + layout->offsets[CHY_FACTS_CAMEO];
    for (uint32_t i = 0; i < builder->cameo_count; i++, out += CHY_FACTS_CAMEO_BYTES) {
        chy_store32(out, builder->cameo[i].code);
        chy_store32(out + 4, builder->cameo[i].name);
        chy_store32(out + 8, (uint32_t)builder->cameo[i].goldstein);
        chy_store32(out + 12, builder->cameo[i].quad);
    }
}

#define IDENTITY_BYTES 27 /* "2026-11-23 0123456789abcdef" */

static void write_identity(const chy_facts_builder *builder, const file_layout *layout,
                           unsigned char *file) {
    uint64_t hash = chy_hash(file, layout->offsets[CHY_FACTS_IDENTITY]);
    char text[IDENTITY_BYTES + 16];
    int32_t date = builder->latest;
    (void)snprintf(text, sizeof text, "%04d-%02d-%02d %016llx", (int)(date / 10000 % 10000),
                   (int)(date / 100 % 100), (int)(date % 100), (unsigned long long)hash);
    memcpy(file + layout->offsets[CHY_FACTS_IDENTITY], text, IDENTITY_BYTES);
}

chy_status chy_facts_builder_finish(chy_facts_builder *builder, const void **data, size_t *size,
                                    chy_error *err) {
    file_layout layout;
    if (!plan_layout(builder, IDENTITY_BYTES, &layout)) {
        return chy_fail(err, CHY_ERROR_LIMIT, "facts", CHY_NOWHERE, CHY_NOWHERE,
                        "The compiled facts would pass 4 GB with %u rows.",
                        (unsigned)builder->record_count);
    }
    unsigned char *file = chy_arena_alloc(builder->arena, layout.total, 1);
    if (!file || !sort_entries(builder)) return chy_fail_memory(err);
    memcpy(file, CHY_FACTS_MAGIC, 8);
    chy_store32(file + 8, CHY_FACTS_VERSION);
    chy_store32(file + 12, CHY_FACTS_SECTION_COUNT);
    for (size_t i = 0; i < CHY_FACTS_SECTION_COUNT; i++) {
        chy_store32(file + 16 + 8 * i, layout.offsets[i]);
        chy_store32(file + 20 + 8 * i, layout.sizes[i]);
    }
    memcpy(file + layout.offsets[CHY_FACTS_STRINGS], builder->strings, builder->string_bytes);
    write_keys(builder, &layout, file);
    write_rows(builder, &layout, file);
    write_identity(builder, &layout, file);
    *data = file;
    *size = layout.total;
    return CHY_OK;
}

chy_facts_counts chy_facts_builder_counts(const chy_facts_builder *builder) {
    chy_facts_counts counts = {.records = builder->record_count, .entries = builder->entry_count};
    for (uint32_t i = 0; i < builder->key_count; i++)
        counts.keys += builder->keys[i].entries > 0;
    for (uint32_t i = 0; i < builder->record_count; i++) {
        counts.by_kind[builder->records[i].fields[CHY_RECORD_KIND]]++;
    }
    return counts;
}

void chy_facts_builder_overlaps(const chy_facts_builder *builder, chy_facts_overlap *report,
                                void *context) {
    uint32_t first = 0;
    for (uint32_t i = 0; i < builder->key_count; i++) {
        uint32_t end = first + builder->keys[i].entries, tables = 0, previous = 0;
        char line[512] = "";
        size_t used = 0;
        for (uint32_t j = first; j < end; j++) {
            const build_entry *entry = &builder->sorted[j];
            uint32_t source = builder->records[entry->record].fields[CHY_RECORD_SOURCE];
            const char *table = builder->strings + source + strlen("table:");
            if (source == previous || used + strlen(table) + 2 > sizeof line) continue;
            used +=
                (size_t)snprintf(line + used, sizeof line - used, "%s%s", used ? " " : "", table);
            previous = source;
            tables++;
        }
        if (tables > 1) report(context, builder->strings + builder->keys[i].string, line);
        first = end;
    }
}
