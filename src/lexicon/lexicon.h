/* Facts: the tables of facts/, compiled to one read-only file and looked up in place. */
#ifndef CHY_LEXICON_LEXICON_H
#define CHY_LEXICON_LEXICON_H

#include "base/base.h"

typedef struct chy_lexicon chy_lexicon;

/* What a row is about. One phrase may have several rows of several kinds ("Georgia", "Washington"). */
typedef enum chy_fact_kind {
    CHY_FACT_COUNTRY,      /* a country's names: "Kenya", "the Republic of Kenya" */
    CHY_FACT_DEMONYM,      /* adjective or people of a country: "Kenyan", "Kenyans", "French" */
    CHY_FACT_CAPITAL,      /* a capital, that may stand for its government: "Nairobi" */
    CHY_FACT_SEAT,         /* a seat of government or body: "Kremlin", "White House", "Zhongnanhai", "Pentagon" */
    CHY_FACT_PLACE,        /* any other place: city, region, river, with coordinates */
    CHY_FACT_ORGANISATION, /* intergovernmental bodies, ministries, parties, companies, agencies */
    CHY_FACT_ARMED_GROUP,
    CHY_FACT_GROUP,        /* ethnic and religious groups, vague regions ("the West") */
    CHY_FACT_PERSON,       /* someone who holds or held an office: one row a tenure */
    CHY_FACT_ROLE,         /* a role noun or title: "lawmaker" LEG, "gunman" UAF, "foreign minister" GOV */
    CHY_FACT_ORG_NOUN,     /* a common noun for a body: "ministry" GOV, "parliament" LEG, "army" MIL, "police" COP */
    CHY_FACT_GIVEN_NAME,   /* a first name, with gender in `role`: "m", "f" or "" */
    CHY_FACT_KIND_COUNT
} chy_fact_kind;

/* One row. Strings are NUL-terminated, "" where unknown, and point into the mapped file. */
typedef struct chy_fact {
    uint8_t kind;          /* chy_fact_kind */
    bool plural;           /* the matched form is a plural ("gunmen", "Kenyans") */
    bool adjective;        /* the matched form is an adjective ("Kenyan", "presidential") */
    const char *name;      /* the canonical name or lemma: "Kenya", "foreign minister", "Sergey Lavrov" */
    const char *country;   /* alpha-3, or IGO UNO EUR NGO IMG MNC, or "" */
    const char *role;      /* office title of a PERSON; role of a ROLE: "minister"; kind of body of an ORG_NOUN */
    uint32_t sectors;      /* bits 1 << chy_sector */
    int32_t from, to;      /* tenure, yyyymmdd with 00 for unknown month or day; 0 unknown; to = 99991231 still in office */
    int32_t as_of;         /* yyyymmdd on which the row was last seen to be true; 0 unknown */
    const char *wikidata;
    const char *geonames;
    double latitude, longitude; /* NaN where unknown */
    const char *feature;   /* GeoNames feature code */
    const char *admin1;
    uint32_t population;
    const char *source;    /* "table:offices" and so on: the table's file name without ending */
} chy_fact;

/* Reads a compiled facts file in memory, borrowed until chy_lexicon_free, and checks all of its bounds.
 * CHY_ERROR_FACTS names what is wrong; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_lexicon_open(const void *data, size_t size, chy_lexicon **lexicon, chy_error *err);
void chy_lexicon_free(chy_lexicon *lexicon);
/* Its identity for the record: date and hash. */
const char *chy_lexicon_identity(const chy_lexicon *lexicon);

/* A key is how phrases are compared: NFD without marks, lower case, typographic quotes and dashes made
 * ASCII, inner runs of white space one blank, a leading "the " dropped. Writes at most `capacity` bytes and returns
 * the length, or 0 when it does not fit or nothing is left. */
size_t chy_lexicon_key(chy_slice phrase, char *key, size_t capacity);

/* The rows whose key equals that of `phrase`: `*first` and the count returned, for chy_lexicon_fact.
 * Rows of one phrase stand in the order: exact-case rows are not told apart here (the caller compares names). */
uint32_t chy_lexicon_find(const chy_lexicon *lexicon, chy_slice phrase, uint32_t *first);
/* Row `index` as returned by chy_lexicon_find. */
void chy_lexicon_fact(const chy_lexicon *lexicon, uint32_t index, chy_fact *fact);

/* The longest run words[0..n) with rows, 1 <= n <= count: `forms` are the words' forms, `space_after` whether
 * a blank follows each. Returns n, 0 when none; `*first` and `*rows` as from chy_lexicon_find. Tries the longest
 * first, and at most CHY_LEXICON_LONGEST words. */
#define CHY_LEXICON_LONGEST 10
uint32_t chy_lexicon_match(const chy_lexicon *lexicon, const chy_slice *forms, const bool *space_after, uint32_t count,
                           uint32_t *first, uint32_t *rows);

/* CAMEO codes: name, Goldstein value, quad class (1 to 4). False for an unknown code. */
typedef struct chy_cameo {
    const char *name;
    double goldstein;
    uint8_t quad;
} chy_cameo;
bool chy_lexicon_cameo(const chy_lexicon *lexicon, const char *code, chy_cameo *cameo);

#endif
