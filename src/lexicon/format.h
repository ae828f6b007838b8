/* clang-format off */
/* The compiled facts file: little-endian, any alignment, read in place.
 *
 *     header    8 bytes magic, u32 version, u32 number of sections, then for each section u32 offset, u32 size
 *     STRINGS   NUL-terminated strings; the first is empty, the last byte is NUL
 *     KEYS      20 bytes a key: u32 string, u32 length, u32 first entry, u32 entries, u32 hash
 *     SLOTS     u32 each, a power of two of them: open addressing by hash; key index + 1, 0 for a free slot
 *     FILTER    a Bloom filter of every prefix of a key that ends where a run of letters and digits ends
 *     ENTRIES   12 bytes: u32 record, u32 surface string, u32 flags
 *     RECORDS   72 bytes: see chy_record_field
 *     CAMEO     16 bytes: u32 code string, u32 name string, i32 Goldstein value in tenths, u32 quad; sorted
 *     IDENTITY  one NUL-terminated string */
/* clang-format on */
#ifndef CHY_LEXICON_FORMAT_H
#define CHY_LEXICON_FORMAT_H

#include "base/base.h"

#define CHY_FACTS_MAGIC   "chyfacts"
#define CHY_FACTS_VERSION 1u

typedef enum chy_facts_section {
    CHY_FACTS_STRINGS,
    CHY_FACTS_KEYS,
    CHY_FACTS_SLOTS,
    CHY_FACTS_FILTER,
    CHY_FACTS_ENTRIES,
    CHY_FACTS_RECORDS,
    CHY_FACTS_CAMEO,
    CHY_FACTS_IDENTITY,
    CHY_FACTS_SECTION_COUNT
} chy_facts_section;

#define CHY_FACTS_HEADER_BYTES (16u + 8u * CHY_FACTS_SECTION_COUNT)
#define CHY_FACTS_KEY_BYTES    20u
#define CHY_FACTS_ENTRY_BYTES  12u
#define CHY_FACTS_CAMEO_BYTES  16u

/* The u32 fields of a record, in order. Those up to _STRINGS are string offsets. */
typedef enum chy_record_field {
    CHY_RECORD_NAME,
    CHY_RECORD_COUNTRY,
    CHY_RECORD_ROLE,
    CHY_RECORD_WIKIDATA,
    CHY_RECORD_GEONAMES,
    CHY_RECORD_FEATURE,
    CHY_RECORD_ADMIN1,
    CHY_RECORD_CITY,
    CHY_RECORD_SOURCE,
    CHY_RECORD_SECTORS,
    CHY_RECORD_FROM,
    CHY_RECORD_TO,
    CHY_RECORD_AS_OF,
    CHY_RECORD_LATITUDE, /* degrees times 100,000; CHY_FACTS_NOWHERE unknown */
    CHY_RECORD_LONGITUDE,
    CHY_RECORD_POPULATION,
    CHY_RECORD_KIND,   /* chy_fact_kind */
    CHY_RECORD_GENDER, /* 'm', 'f' or 0 */
    CHY_RECORD_FIELD_COUNT
} chy_record_field;
#define CHY_FACTS_RECORD_BYTES (4u * CHY_RECORD_FIELD_COUNT)
#define CHY_FACTS_NOWHERE      INT32_MIN
#define CHY_FACTS_DEGREE       100000

enum {
    CHY_ENTRY_PLURAL = 1,
    CHY_ENTRY_ADJECTIVE = 2,
    CHY_ENTRY_COMMON = 4,
    CHY_ENTRY_PART = 8,
    CHY_ENTRY_BELOW = 16 /* of a file that covers another: the field `record` is an entry there */
};

static inline uint32_t chy_load32(const unsigned char *bytes) {
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

static inline void chy_store32(unsigned char *bytes, uint32_t value) {
    bytes[0] = (unsigned char)value;
    bytes[1] = (unsigned char)(value >> 8);
    bytes[2] = (unsigned char)(value >> 16);
    bytes[3] = (unsigned char)(value >> 24);
}

/* FNV-1a a byte at a time, so that the hashes of all prefixes of a phrase cost one pass. */
#define CHY_KEY_HASH_START 14695981039346656037u
static inline uint64_t chy_key_hash_step(uint64_t hash, char byte) {
    return (hash ^ (unsigned char)byte) * 1099511628211u;
}

/* Where a hash falls in a table of a power of two: FNV's low bits alone are poor. */
static inline uint32_t chy_key_slot(uint64_t hash, uint32_t mask) {
    return (uint32_t)(hash ^ hash >> 29 ^ hash >> 47) & mask;
}

/* The two bits of a prefix in a filter of `mask + 1` bits. */
static inline uint32_t chy_filter_bit(uint64_t hash, uint32_t mask, unsigned which) {
    uint64_t mixed = hash * 0x9E3779B97F4A7C15u;
    return (uint32_t)(which ? mixed >> 32 : mixed >> 7) & mask;
}

/* Whether a byte of a key belongs to a run of letters and digits. */
static inline bool chy_key_run_byte(char byte) {
    unsigned char c = (unsigned char)byte;
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

#endif
