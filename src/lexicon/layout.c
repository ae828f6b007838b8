#include "lexicon/build.h"

#include <stdio.h>
#include <string.h>

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

/* What the lexicon below knows of each key: those rows stay, behind the user's, and so does that a
 * key is an ordinary word. */
static void look_below(chy_facts_builder *builder) {
    for (uint32_t i = 0; builder->below && i < builder->key_count; i++) {
        build_key *key = &builder->keys[i];
        chy_slice text = {builder->strings + key->string, key->size};
        key->below_rows =
            key->entries > 0 ? chy_lexicon_find_key(builder->below, text, &key->below_first) : 0;
        for (uint32_t j = 0; j < key->below_rows && !key->common; j++) {
            chy_fact fact;
            chy_lexicon_fact(builder->below, key->below_first + j, &fact);
            key->common = fact.common;
        }
    }
}

/* Entries of the file: those of the builder and the links to rows below. */
static uint64_t count_entries(const chy_facts_builder *builder) {
    uint64_t entries = builder->entry_count;
    for (uint32_t i = 0; i < builder->key_count; i++)
        entries += builder->keys[i].below_rows;
    return entries;
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
        [CHY_FACTS_ENTRIES] = count_entries(builder) * CHY_FACTS_ENTRY_BYTES,
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
        chy_store32(out + 12, key->entries + key->below_rows);
        chy_store32(out + 16, (uint32_t)(key->hash >> 32));
        first += key->entries + key->below_rows;
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

static uint32_t kind_of(const chy_facts_builder *builder, const build_entry *entry) {
    return builder->records[entry->record].fields[CHY_RECORD_KIND];
}

static unsigned char *write_entry(const chy_facts_builder *builder, const build_entry *entry,
                                  unsigned char *out) {
    bool common = builder->keys[entry->key].common && !is_noun_kind(kind_of(builder, entry));
    chy_store32(out, entry->record);
    chy_store32(out + 4, entry->surface);
    chy_store32(out + 8, entry->flags | (common ? CHY_ENTRY_COMMON : 0u));
    return out + CHY_FACTS_ENTRY_BYTES;
}

/* Key by key: rows of kinds, links to the rows below, and last the codes of actors. */
static void write_entries(const chy_facts_builder *builder, unsigned char *out) {
    const build_entry *at = builder->sorted;
    for (uint32_t i = 0; i < builder->key_count; i++) {
        const build_key *key = &builder->keys[i];
        const build_entry *end = at + key->entries;
        for (; at < end && kind_of(builder, at) != CHY_FACT_ACTOR; at++)
            out = write_entry(builder, at, out);
        for (uint32_t j = 0; j < key->below_rows; j++, out += CHY_FACTS_ENTRY_BYTES) {
            chy_store32(out, key->below_first + j);
            chy_store32(out + 8, CHY_ENTRY_BELOW);
        }
        for (; at < end; at++)
            out = write_entry(builder, at, out);
    }
}

static void write_rows(const chy_facts_builder *builder, const file_layout *layout,
                       unsigned char *file) {
    write_entries(builder, file + layout->offsets[CHY_FACTS_ENTRIES]);
    unsigned char *out = file + layout->offsets[CHY_FACTS_RECORDS];
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
    uint32_t date = (uint32_t)builder->latest;
    (void)snprintf((char *)file + layout->offsets[CHY_FACTS_IDENTITY], IDENTITY_BYTES + 1,
                   "%04u-%02u-%02u %016llx", (unsigned)(date / 10000 % 10000),
                   (unsigned)(date / 100 % 100), (unsigned)(date % 100), (unsigned long long)hash);
}

chy_status chy_facts_builder_finish(chy_facts_builder *builder, const void **data, size_t *size,
                                    chy_error *err) {
    file_layout layout;
    look_below(builder);
    if (!plan_layout(builder, IDENTITY_BYTES, &layout)) {
        return chy_fail(err, CHY_ERROR_LIMIT, "facts", CHY_NOWHERE, CHY_NOWHERE,
                        "The compiled facts would pass 4 GB with %u rows.",
                        (unsigned)builder->record_count);
    }
    unsigned char *file = chy_arena_alloc(builder->arena, layout.total, 1);
    if (!file || !sort_entries(builder)) return chy_fail_memory(err);
    for (size_t i = 0; i < 8; i++)
        file[i] = (unsigned char)CHY_FACTS_MAGIC[i];
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
