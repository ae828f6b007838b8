/* Facts: the tables of facts/, compiled to one read-only file and looked up in place. */
#ifndef CHY_LEXICON_LEXICON_H
#define CHY_LEXICON_LEXICON_H

#include "base/base.h"

typedef struct chy_lexicon chy_lexicon;

/* What a row is about. One phrase may have several rows of several kinds ("Georgia", "Washington").
 */
typedef enum chy_fact_kind {
    CHY_FACT_COUNTRY,      /* a country's names: "Kenya", "the Republic of Kenya" */
    CHY_FACT_DEMONYM,      /* adjective or people of a country: "Kenyan", "Kenyans", "French" */
    CHY_FACT_CAPITAL,      /* a capital, that may stand for its government: "Nairobi" */
    CHY_FACT_SEAT,         /* a seat of government or body: "Casa Rosada", "Pentagon" */
    CHY_FACT_PLACE,        /* any other place: city, region, river, with coordinates */
    CHY_FACT_ORGANISATION, /* intergovernmental bodies, parliaments, parties, news agencies */
    CHY_FACT_ARMED_GROUP,  /* rebels, militias, terrorist and criminal bands by name */
    CHY_FACT_GROUP,        /* ethnic and religious groups, vague regions ("the West") */
    CHY_FACT_PERSON,       /* someone who holds or held an office: one row a tenure */
    CHY_FACT_ROLE, /* a role noun or title: "lawmaker" LEG, "gunman" UAF, "foreign minister" GOV */
    CHY_FACT_ORG_NOUN,   /* a common noun for a body: "ministry" GOV, "parliament" LEG, "police" COP
                          */
    CHY_FACT_GIVEN_NAME, /* a first name, with its gender */
    CHY_FACT_HOLIDAY,    /* a day of the year by name: "Good Friday", "Republic Day" of a country */
    CHY_FACT_CURRENCY,   /* the noun of a currency, of one country or where none is named */
    CHY_FACT_ACTOR, /* of a user's dictionary: a name of any kind, with a code of CAMEO's scheme */
    CHY_FACT_KIND_COUNT
} chy_fact_kind;

/* One row as reached from one phrase. Strings are NUL-terminated, "" where unknown, and point into
 * the mapped file. */
typedef struct chy_fact {
    uint8_t kind;   /* chy_fact_kind */
    bool plural;    /* the matched form is a plural ("gunmen", "Kenyans") */
    bool adjective; /* the matched form is an adjective ("Kenyan", "presidential") */
    bool common;    /* without capitals the form is an ordinary word ("may", "will", "turkey"), or
                       it is a short acronym: take the row only where the text has the capitals */
    bool part;      /* the form is a part of the name that may stand for it ("Lula"): take the row
                       only behind a title, beside its country or after the full name */
    bool own;       /* of a table of the user's, which wins over ours */
    char gender;    /* 'm', 'f', or 0 where unknown or either: of persons and given names */
    /* The form with the table's own capitals and accents: "Côte d'Ivoire", "US". */
    const char *surface;
    const char *name;    /* canonical, or a lemma: "Kenya", "foreign minister", "Sergey Lavrov" */
    const char *country; /* alpha-3, or IGO UNO EUR NGO IMG ISM MNC, or "" */
    /* The office of a PERSON ("foreign minister"); the class of a ROLE ("minister",
     * "spokesperson"), ORG_NOUN, ORGANISATION, GROUP or COUNTRY: docs/facts.md; as its table writes
     * it the code of an ACTOR, "RUSGOV", the day of a HOLIDAY, "easter-2", and the ISO 4217 code of
     * a CURRENCY, or "". */
    const char *role;
    uint32_t sectors; /* bits 1 << chy_sector */
    int32_t from, to; /* yyyymmdd with 00 for an unknown month or day; 0 unknown */
    int32_t as_of;    /* yyyymmdd on which the row was last seen to be true; 0 unknown */
    const char *wikidata;
    const char *geonames;
    double latitude, longitude; /* degrees; NaN where unknown */
    const char *feature;        /* GeoNames feature code */
    const char *admin1;         /* of a place: the name of its first-order division */
    const char *city;           /* of a seat: the city it stands in */
    uint32_t population;
    const char *source; /* "table:offices" and so on: the table's file name without ending */
} chy_fact;

/* The longest key, in bytes: a longer phrase has no rows. */
#define CHY_LEXICON_KEY_BYTES 256

/* Rows of one phrase that are ever given. Ours have 52 at most ("Santa Cruz"); a user's table that
 * repeats a name without end must not make every mention of it cost as much. */
#define CHY_LEXICON_ROWS 1024u

/* Reads a compiled facts file in memory, borrowed until chy_lexicon_free. Checks the header and
 * that every section lies inside the file; single offsets are checked where they are followed, so
 * that opening does not read the whole file and a damaged one gives empty strings, never a bad
 * read. Any alignment will do. CHY_ERROR_FACTS names what is wrong; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_lexicon_open(const void *data, size_t size, chy_lexicon **lexicon,
                                         chy_error *err);
void chy_lexicon_free(chy_lexicon *lexicon);
/* Lays a second compiled file over the first: a user's own tables, made by a builder that was given
 * this lexicon (chy_facts_builder_over). Rows of its phrases come before those of the same phrase
 * below, but for ACTOR rows, which come last. Once, before the lexicon is shared. */
CHY_MUST_USE chy_status chy_lexicon_cover(chy_lexicon *lexicon, const void *data, size_t size,
                                          chy_error *err);
/* Whether tables of the user's cover it. */
bool chy_lexicon_covered(const chy_lexicon *lexicon);
/* Its identity for the record: the latest date in it and 16 hexadecimal digits of its hash. */
const char *chy_lexicon_identity(const chy_lexicon *lexicon);

/* A key is how phrases are compared: NFKD without marks, case folded, letters with strokes made
 * plain (ø o, ł l, ß ss), typographic quotes and dashes made ASCII, invisible format characters
 * dropped, inner runs of white space one blank, a leading "the " dropped. Writes at most `capacity`
 * bytes, with no NUL, and returns the length, or 0 when it does not fit or nothing is left. */
size_t chy_lexicon_key(chy_slice phrase, char *key, size_t capacity);

/* The rows whose key equals that of `phrase`: the count returned, and in `*first` the index of the
 * first for chy_lexicon_fact. They stand in the order of chy_fact_kind, and within a kind of the
 * tables. Forms that differ only in case or accents share a key: compare `surface` where it
 * matters. */
uint32_t chy_lexicon_find(const chy_lexicon *lexicon, chy_slice phrase, uint32_t *first);
/* The same for a key as chy_lexicon_key writes it. */
uint32_t chy_lexicon_find_key(const chy_lexicon *lexicon, chy_slice key, uint32_t *first);
/* The same for a state by its code (alpha-3), or for its capital. */
uint32_t chy_lexicon_find_code(const chy_lexicon *lexicon, bool capital, const char *code,
                               uint32_t *first);
/* Row `index` as returned by chy_lexicon_find. An index out of range gives an empty fact. */
void chy_lexicon_fact(const chy_lexicon *lexicon, uint32_t index, chy_fact *fact);

/* The keys of all phrases one after another, for slow searches: false behind the last index. The
 * rows are as from chy_lexicon_find; a phrase of a covering file comes again at the place of ours.
 */
bool chy_lexicon_key_at(const chy_lexicon *lexicon, uint32_t index, chy_slice *key, uint32_t *first,
                        uint32_t *rows);
/* Indexes, for chy_lexicon_fact, of one row each of phrases near this one that have a row of one of
 * the kinds (bits 1 << chy_fact_kind): the nearest first. Returns how many. */
#define CHY_LEXICON_NEAR 8
uint32_t chy_lexicon_near(const chy_lexicon *lexicon, chy_slice phrase, uint32_t kinds,
                          uint32_t rows[CHY_LEXICON_NEAR]);

/* The longest run words[0..n) with rows, 1 <= n <= count: `forms` are the words' forms,
 * `space_after` whether a blank follows each. Returns n, 0 when none; `*first` and `*rows` as from
 * chy_lexicon_find. Looks at CHY_LEXICON_LONGEST words at most. A run never starts at the word
 * "the": it is found from the next word ("The Hague" at "Hague"). */
#define CHY_LEXICON_LONGEST 10
uint32_t chy_lexicon_match(const chy_lexicon *lexicon, const chy_slice *forms,
                           const bool *space_after, uint32_t count, uint32_t *first,
                           uint32_t *rows);

/* Whether a row's country is a state's: not "", nor what stands in the place of one (IGO UNO EUR
 * NGO IMG ISM MNC). */
bool chy_code_is_state(const char *code);

/* How a tenure stands to a day. */
typedef enum chy_tenure {
    CHY_TENURE_UNKNOWN, /* no dates: the row is not a tenure */
    CHY_TENURE_BEFORE,  /* not yet begun */
    CHY_TENURE_HELD,    /* the dates say that it was held */
    CHY_TENURE_LIKELY,  /* no end known, and the day is after the row was last seen to be true */
    CHY_TENURE_AFTER    /* over, or last seen that long ago: the person is a former holder */
} chy_tenure;
/* `date` is yyyymmdd. Unknown months and days of the row count as the whole year or month. */
chy_tenure chy_fact_tenure(const chy_fact *fact, int32_t date);

/* CAMEO codes: name, Goldstein value, quad class (1 to 4). False for an unknown code. */
typedef struct chy_cameo {
    const char *name;
    double goldstein;
    uint8_t quad;
} chy_cameo;
bool chy_lexicon_cameo(const chy_lexicon *lexicon, const char *code, chy_cameo *cameo);

/* Whether the row was found by chy_lexicon_find_code. */
bool chy_fact_by_code(const chy_fact *fact);

#endif
