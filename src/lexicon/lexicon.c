#include "lexicon/lexicon.h"

#include "lexicon/format.h"
#include "lexicon/key.h"

#include <math.h>
#include <string.h>

typedef struct section {
    const unsigned char *data;
    uint32_t size;
} section;

struct chy_lexicon {
    chy_arena *arena;
    section sections[CHY_FACTS_SECTION_COUNT];
    uint32_t key_count, entry_count, record_count, cameo_count;
    uint32_t slot_mask, filter_mask;
    chy_lexicon *own;     /* that covers this one, or NULL */
    const char *identity; /* of both */
};

static bool power_of_two(uint32_t n) {
    return n > 0 && (n & (n - 1)) == 0;
}

/* Item size of each section; 1 where it is bytes. */
static const uint32_t item_bytes[CHY_FACTS_SECTION_COUNT] = {1,
                                                             CHY_FACTS_KEY_BYTES,
                                                             4,
                                                             1,
                                                             CHY_FACTS_ENTRY_BYTES,
                                                             CHY_FACTS_RECORD_BYTES,
                                                             CHY_FACTS_CAMEO_BYTES,
                                                             1};

static chy_status damaged(size_t byte, const char *what, chy_error *err) {
    return chy_fail(err, CHY_ERROR_FACTS, "facts file", byte, CHY_NOWHERE,
                    "The compiled facts file is damaged: %s.", what);
}

static chy_status read_header(chy_lexicon *lexicon, const unsigned char *data, size_t size,
                              chy_error *err) {
    if (size < CHY_FACTS_HEADER_BYTES || size > UINT32_MAX ||
        memcmp(data, CHY_FACTS_MAGIC, 8) != 0) {
        return chy_fail(err, CHY_ERROR_FACTS, "facts file", 0, CHY_NOWHERE,
                        "This is not a compiled facts file (%zu bytes).", size);
    }
    if (chy_load32(data + 8) != CHY_FACTS_VERSION ||
        chy_load32(data + 12) != CHY_FACTS_SECTION_COUNT) {
        return chy_fail(err, CHY_ERROR_FACTS, "facts file", 8, CHY_NOWHERE,
                        "The facts file has layout version %u, this program reads %u.",
                        (unsigned)chy_load32(data + 8), CHY_FACTS_VERSION);
    }
    for (uint32_t i = 0; i < CHY_FACTS_SECTION_COUNT; i++) {
        size_t at = 16 + 8 * (size_t)i;
        uint32_t offset = chy_load32(data + at), bytes = chy_load32(data + at + 4);
        if (offset > size || bytes > size - offset || bytes % item_bytes[i] != 0) {
            return damaged(at, "a section lies outside of it", err);
        }
        lexicon->sections[i] = (section){data + offset, bytes};
    }
    return CHY_OK;
}

static chy_status check_sections(chy_lexicon *lexicon, chy_error *err) {
    const section *sections = lexicon->sections;
    const section *strings = &sections[CHY_FACTS_STRINGS];
    const section *identity = &sections[CHY_FACTS_IDENTITY];
    if (strings->size == 0 || strings->data[0] != 0 || strings->data[strings->size - 1] != 0 ||
        identity->size == 0 || identity->data[identity->size - 1] != 0) {
        return damaged(16, "its strings do not end", err);
    }
    uint32_t slots = sections[CHY_FACTS_SLOTS].size / 4;
    uint32_t filter_bytes = sections[CHY_FACTS_FILTER].size;
    lexicon->key_count = sections[CHY_FACTS_KEYS].size / CHY_FACTS_KEY_BYTES;
    if (!power_of_two(slots) || !power_of_two(filter_bytes) || filter_bytes > UINT32_MAX / 8 ||
        slots <= lexicon->key_count) {
        return damaged(16, "its hash table has a wrong size", err);
    }
    lexicon->slot_mask = slots - 1;
    lexicon->filter_mask = filter_bytes * 8 - 1;
    lexicon->entry_count = sections[CHY_FACTS_ENTRIES].size / CHY_FACTS_ENTRY_BYTES;
    lexicon->record_count = sections[CHY_FACTS_RECORDS].size / CHY_FACTS_RECORD_BYTES;
    lexicon->cameo_count = sections[CHY_FACTS_CAMEO].size / CHY_FACTS_CAMEO_BYTES;
    return CHY_OK;
}

chy_status chy_lexicon_open(const void *data, size_t size, chy_lexicon **lexicon, chy_error *err) {
    *lexicon = NULL;
    chy_arena *arena = chy_arena_new();
    chy_lexicon *opened = arena ? chy_arena_alloc(arena, 1, sizeof *opened) : NULL;
    if (!opened) {
        chy_arena_free(arena);
        return chy_fail_memory(err);
    }
    opened->arena = arena;
    chy_status status = read_header(opened, data, size, err);
    if (status == CHY_OK) status = check_sections(opened, err);
    if (status != CHY_OK) {
        chy_lexicon_free(opened);
        return status;
    }
    opened->identity = (const char *)opened->sections[CHY_FACTS_IDENTITY].data;
    *lexicon = opened;
    return CHY_OK;
}

/* "2026-11-23 0123456789abcdef" and the hash of the file that covers it, behind a plus. */
static bool join_identities(chy_lexicon *lexicon, const chy_lexicon *own) {
    const char *hash = strrchr(own->identity, ' ');
    size_t below = strlen(lexicon->identity), above = hash ? strlen(hash + 1) : 0;
    char *joined = chy_arena_alloc(lexicon->arena, below + above + 2, 1);
    if (!joined) return false;
    memcpy(joined, lexicon->identity, below);
    joined[below] = '+';
    if (hash) memcpy(joined + below + 1, hash + 1, above);
    lexicon->identity = joined;
    return true;
}

chy_status chy_lexicon_cover(chy_lexicon *lexicon, const void *data, size_t size, chy_error *err) {
    chy_lexicon *own = NULL;
    chy_status status = chy_lexicon_open(data, size, &own, err);
    if (status != CHY_OK || !own) return status;
    if (lexicon->own || own->entry_count > UINT32_MAX - lexicon->entry_count) {
        chy_lexicon_free(own);
        return chy_fail(err, CHY_ERROR_ARGUMENT, "facts", CHY_NOWHERE, CHY_NOWHERE,
                        "Facts can be covered once, by %u rows at most.",
                        (unsigned)(UINT32_MAX - lexicon->entry_count));
    }
    if (!join_identities(lexicon, own)) {
        chy_lexicon_free(own);
        return chy_fail_memory(err);
    }
    lexicon->own = own;
    return CHY_OK;
}

bool chy_lexicon_covered(const chy_lexicon *lexicon) {
    return lexicon->own != NULL;
}

void chy_lexicon_free(chy_lexicon *lexicon) {
    if (!lexicon) return;
    if (lexicon->own) chy_arena_free(lexicon->own->arena);
    chy_arena_free(lexicon->arena);
}

const char *chy_lexicon_identity(const chy_lexicon *lexicon) {
    return lexicon->identity;
}

/* Item `index` of a section; the caller has checked the index. */
static const unsigned char *item(const chy_lexicon *lexicon, chy_facts_section which,
                                 uint32_t index) {
    return lexicon->sections[which].data + (size_t)index * item_bytes[which];
}

/* The string at an offset. Any offset inside is safe, since the section ends with NUL. */
static const char *string_at(const chy_lexicon *lexicon, uint32_t offset) {
    const section *strings = &lexicon->sections[CHY_FACTS_STRINGS];
    return (const char *)strings->data + (offset < strings->size ? offset : 0);
}

/* Whether the key at `index` equals these bytes; fills the rows it has. */
static bool key_equals(const chy_lexicon *lexicon, uint32_t index, const char *key, size_t size,
                       uint64_t hash, uint32_t *first, uint32_t *rows) {
    const unsigned char *entry = item(lexicon, CHY_FACTS_KEYS, index);
    const section *strings = &lexicon->sections[CHY_FACTS_STRINGS];
    uint32_t offset = chy_load32(entry), length = chy_load32(entry + 4);
    if (chy_load32(entry + 16) != (uint32_t)(hash >> 32) || length != size) return false;
    if (offset > strings->size || length > strings->size - offset) return false;
    if (memcmp(strings->data + offset, key, size) != 0) return false;
    *first = chy_load32(entry + 8);
    *rows = chy_load32(entry + 12);
    bool inside = *first <= lexicon->entry_count && *rows <= lexicon->entry_count - *first;
    *rows = *rows < CHY_LEXICON_ROWS ? *rows : CHY_LEXICON_ROWS;
    return inside;
}

static uint32_t find_in_file(const chy_lexicon *lexicon, const char *key, size_t size,
                             uint64_t hash, uint32_t *first) {
    uint32_t slot = chy_key_slot(hash, lexicon->slot_mask);
    /* A damaged table may have no free slot: every slot is tried once at most. */
    for (uint32_t tried = 0; tried <= lexicon->slot_mask; tried++) {
        uint32_t index = chy_load32(item(lexicon, CHY_FACTS_SLOTS, slot));
        if (index == 0) return 0;
        uint32_t rows = 0;
        if (index <= lexicon->key_count &&
            key_equals(lexicon, index - 1, key, size, hash, first, &rows)) {
            return rows;
        }
        slot = (slot + 1) & lexicon->slot_mask;
    }
    return 0;
}

/* The user's rows are numbered behind ours. */
static uint32_t find_key(const chy_lexicon *lexicon, const char *key, size_t size, uint64_t hash,
                         uint32_t *first) {
    uint32_t rows = lexicon->own ? find_in_file(lexicon->own, key, size, hash, first) : 0;
    if (rows > 0) {
        *first += lexicon->entry_count;
        return rows;
    }
    return find_in_file(lexicon, key, size, hash, first);
}

uint32_t chy_lexicon_find_key(const chy_lexicon *lexicon, chy_slice key, uint32_t *first) {
    uint64_t hash = CHY_KEY_HASH_START;
    *first = 0;
    for (size_t i = 0; i < key.size; i++)
        hash = chy_key_hash_step(hash, key.data[i]);
    return key.size > 0 ? find_key(lexicon, key.data, key.size, hash, first) : 0;
}

uint32_t chy_lexicon_find(const chy_lexicon *lexicon, chy_slice phrase, uint32_t *first) {
    char key[CHY_LEXICON_KEY_BYTES];
    size_t size = chy_lexicon_key(phrase, key, sizeof key);
    return chy_lexicon_find_key(lexicon, (chy_slice){key, size}, first);
}

uint32_t chy_lexicon_find_code(const chy_lexicon *lexicon, bool capital, const char *code,
                               uint32_t *first) {
    char form[CHY_CODE_KEY_BYTES];
    size_t size = chy_code_key(capital, code, form);
    return chy_lexicon_find(lexicon, (chy_slice){form, size}, first);
}

bool chy_lexicon_key_at(const chy_lexicon *lexicon, uint32_t index, chy_slice *key, uint32_t *first,
                        uint32_t *rows) {
    const chy_lexicon *file = lexicon;
    *key = (chy_slice){"", 0};
    *first = *rows = 0;
    if (index >= lexicon->key_count) {
        index -= lexicon->key_count;
        file = lexicon->own;
    }
    if (!file || index >= file->key_count) return false;
    const unsigned char *entry = item(file, CHY_FACTS_KEYS, index);
    const section *strings = &file->sections[CHY_FACTS_STRINGS];
    uint32_t offset = chy_load32(entry), size = chy_load32(entry + 4);
    if (offset > strings->size || size > strings->size - offset) return true;
    *key = (chy_slice){(const char *)strings->data + offset, size};
    uint32_t at = chy_load32(entry + 8), count = chy_load32(entry + 12);
    if (at > file->entry_count || count > file->entry_count - at) return true;
    *first = file == lexicon ? at : at + lexicon->entry_count;
    *rows = count;
    return true;
}

static double degrees(uint32_t stored) {
    int32_t value = (int32_t)stored;
    return value == CHY_FACTS_NOWHERE ? (double)NAN : (double)value / CHY_FACTS_DEGREE;
}

static void read_record(const chy_lexicon *lexicon, uint32_t record, chy_fact *fact) {
    uint32_t fields[CHY_RECORD_FIELD_COUNT] = {0};
    fields[CHY_RECORD_LATITUDE] = fields[CHY_RECORD_LONGITUDE] = (uint32_t)CHY_FACTS_NOWHERE;
    if (record < lexicon->record_count) {
        const unsigned char *bytes = item(lexicon, CHY_FACTS_RECORDS, record);
        for (uint32_t i = 0; i < CHY_RECORD_FIELD_COUNT; i++)
            fields[i] = chy_load32(bytes + 4 * i);
    }
    fact->name = string_at(lexicon, fields[CHY_RECORD_NAME]);
    fact->country = string_at(lexicon, fields[CHY_RECORD_COUNTRY]);
    fact->role = string_at(lexicon, fields[CHY_RECORD_ROLE]);
    fact->wikidata = string_at(lexicon, fields[CHY_RECORD_WIKIDATA]);
    fact->geonames = string_at(lexicon, fields[CHY_RECORD_GEONAMES]);
    fact->feature = string_at(lexicon, fields[CHY_RECORD_FEATURE]);
    fact->admin1 = string_at(lexicon, fields[CHY_RECORD_ADMIN1]);
    fact->city = string_at(lexicon, fields[CHY_RECORD_CITY]);
    fact->source = string_at(lexicon, fields[CHY_RECORD_SOURCE]);
    fact->sectors = fields[CHY_RECORD_SECTORS] & ((1u << CHY_SECTOR_COUNT) - 1);
    fact->from = (int32_t)fields[CHY_RECORD_FROM];
    fact->to = (int32_t)fields[CHY_RECORD_TO];
    fact->as_of = (int32_t)fields[CHY_RECORD_AS_OF];
    fact->latitude = degrees(fields[CHY_RECORD_LATITUDE]);
    fact->longitude = degrees(fields[CHY_RECORD_LONGITUDE]);
    fact->population = fields[CHY_RECORD_POPULATION];
    uint32_t kind = fields[CHY_RECORD_KIND], gender = fields[CHY_RECORD_GENDER];
    fact->kind = (uint8_t)(kind < CHY_FACT_KIND_COUNT ? kind : CHY_FACT_PLACE);
    fact->gender = (char)(gender == 'm' || gender == 'f' ? gender : 0);
}

void chy_lexicon_fact(const chy_lexicon *lexicon, uint32_t index, chy_fact *fact) {
    uint32_t record = UINT32_MAX, surface = 0, flags = 0;
    const chy_lexicon *file = lexicon;
    if (index >= lexicon->entry_count && lexicon->own) {
        file = lexicon->own;
        index -= lexicon->entry_count;
    }
    for (int files = 0; files < 2 && index < file->entry_count; files++) {
        const unsigned char *entry = item(file, CHY_FACTS_ENTRIES, index);
        record = chy_load32(entry);
        surface = chy_load32(entry + 4);
        flags = chy_load32(entry + 8);
        if (!(flags & CHY_ENTRY_BELOW) || file == lexicon) break;
        file = lexicon;
        index = record;
        record = UINT32_MAX;
    }
    read_record(file, record, fact);
    fact->own = file != lexicon;
    fact->surface = string_at(file, surface);
    fact->plural = (flags & CHY_ENTRY_PLURAL) != 0;
    fact->adjective = (flags & CHY_ENTRY_ADJECTIVE) != 0;
    fact->part = (flags & CHY_ENTRY_PART) != 0;
    fact->common = (flags & CHY_ENTRY_COMMON) != 0;
}

static bool in_filter(const chy_lexicon *lexicon, uint64_t hash) {
    const unsigned char *bits = lexicon->sections[CHY_FACTS_FILTER].data;
    for (unsigned which = 0; which < 2; which++) {
        uint32_t bit = chy_filter_bit(hash, lexicon->filter_mask, which);
        if (!(bits[bit / 8] >> (bit % 8) & 1)) return false;
    }
    return true;
}

/* Whether the word goes on without a break into the next one, as "can" into "not" of "cannot". */
static bool runs_on(const chy_slice *forms, const bool *space_after, uint32_t at, uint32_t count) {
    if (at + 1 >= count || space_after[at] || forms[at + 1].size == 0) return false;
    unsigned char c = (unsigned char)forms[at + 1].data[0];
    return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The key of growing runs of words, hashed as it grows. */
typedef struct run_state {
    char key[CHY_LEXICON_KEY_BYTES];
    chy_key_writer writer;
    size_t hashed;    /* bytes that are in `hash` */
    uint64_t hash;    /* of key[0..hashed) */
    uint64_t trimmed; /* of the key up to its last letter or digit */
} run_state;

/* Appends a word. False when the key does not fit. */
static bool run_extend(run_state *run, chy_slice form, bool blank_before) {
    if (blank_before) chy_key_blank(&run->writer);
    chy_key_append(&run->writer, form);
    if (run->writer.full) return false;
    for (; run->hashed < run->writer.size; run->hashed++) {
        run->hash = chy_key_hash_step(run->hash, run->key[run->hashed]);
        if (chy_key_run_byte(run->key[run->hashed])) run->trimmed = run->hash;
    }
    return true;
}

uint32_t chy_lexicon_match(const chy_lexicon *lexicon, const chy_slice *forms,
                           const bool *space_after, uint32_t count, uint32_t *first,
                           uint32_t *rows) {
    *first = *rows = 0;
    run_state run;
    chy_key_begin(&run.writer, run.key, sizeof run.key);
    run.hashed = 0;
    run.hash = run.trimmed = CHY_KEY_HASH_START;
    uint64_t hashes[CHY_LEXICON_LONGEST];
    size_t ends[CHY_LEXICON_LONGEST];
    uint32_t words = 0;
    while (words < count && words < CHY_LEXICON_LONGEST) {
        if (!run_extend(&run, forms[words], words > 0 && space_after[words - 1])) break;
        if (words == 0 && (run.hashed == 0 || (run.hashed == 3 && !memcmp(run.key, "the", 3)))) {
            return 0;
        }
        ends[words] = run.hashed;
        hashes[words] = run.hash;
        words++;
        if (run.trimmed != CHY_KEY_HASH_START && !in_filter(lexicon, run.trimmed) &&
            !(lexicon->own && in_filter(lexicon->own, run.trimmed)) &&
            !runs_on(forms, space_after, words - 1, count)) {
            break;
        }
    }
    for (; words > 0; words--) {
        *rows = find_key(lexicon, run.key, ends[words - 1], hashes[words - 1], first);
        if (*rows > 0) return words;
    }
    return 0;
}

/* How many years after the last sight of a holder a tenure of unknown end is still taken to run. */
#define LIKELY_YEARS 8

/* The earliest (00 as it is) and the latest day that a date with unknown parts can mean. */
static int32_t latest_day(int32_t date) {
    if (date % 10000 == 0) return date + 1231;
    return date % 100 == 0 ? date + 31 : date;
}

chy_tenure chy_fact_tenure(const chy_fact *fact, int32_t date) {
    if (fact->from == 0 && fact->to == 0) return CHY_TENURE_UNKNOWN;
    if (fact->from != 0 && date < fact->from) return CHY_TENURE_BEFORE;
    if (fact->to != 0) return date <= latest_day(fact->to) ? CHY_TENURE_HELD : CHY_TENURE_AFTER;
    if (date <= latest_day(fact->as_of)) return CHY_TENURE_HELD;
    bool left = fact->as_of != 0 && date / 10000 - fact->as_of / 10000 > LIKELY_YEARS;
    return left ? CHY_TENURE_AFTER : CHY_TENURE_LIKELY;
}

bool chy_lexicon_cameo(const chy_lexicon *lexicon, const char *code, chy_cameo *cameo) {
    uint32_t low = 0, high = lexicon->cameo_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const unsigned char *row = item(lexicon, CHY_FACTS_CAMEO, middle);
        int order = strcmp(string_at(lexicon, chy_load32(row)), code);
        if (order == 0) {
            cameo->name = string_at(lexicon, chy_load32(row + 4));
            cameo->goldstein = (double)(int32_t)chy_load32(row + 8) / 10.0;
            cameo->quad = (uint8_t)chy_load32(row + 12);
            return true;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return false;
}
