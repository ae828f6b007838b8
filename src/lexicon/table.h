/* Facts tables as people write them: tab-separated UTF-8 with a header line. docs/facts.md
 * describes them. */
#ifndef CHY_LEXICON_TABLE_H
#define CHY_LEXICON_TABLE_H

#include "lexicon/lexicon.h"

/* A longer line, or a cell with more forms, is an error. */
#define CHY_TABLE_LINE_BYTES 65536u
#define CHY_TABLE_FORMS      256u

typedef enum chy_table_column {
    CHY_COLUMN_NAME,
    CHY_COLUMN_ALIASES,   /* other forms of the same number and case, separated by | */
    CHY_COLUMN_PARTS,     /* parts of a name that may stand for it: a surname */
    CHY_COLUMN_PLURAL,    /* plural forms */
    CHY_COLUMN_ADJECTIVE, /* adjective forms */
    CHY_COLUMN_KIND,
    CHY_COLUMN_COUNTRY,
    CHY_COLUMN_SECTORS,
    CHY_COLUMN_ROLE,
    CHY_COLUMN_FROM,
    CHY_COLUMN_TO,
    CHY_COLUMN_AS_OF,
    CHY_COLUMN_WIKIDATA,
    CHY_COLUMN_GEONAMES,
    CHY_COLUMN_LATITUDE,
    CHY_COLUMN_LONGITUDE,
    CHY_COLUMN_FEATURE,
    CHY_COLUMN_ADMIN1,
    CHY_COLUMN_POPULATION,
    CHY_COLUMN_CITY,
    CHY_COLUMN_GENDER,
    CHY_COLUMN_DAY, /* of a holiday */
    CHY_COLUMN_SOURCE,
    CHY_COLUMN_CODE,
    CHY_COLUMN_GOLDSTEIN,
    CHY_COLUMN_QUAD,
    CHY_COLUMN_COUNT
} chy_table_column;

/* What a whole table holds, beside the kinds of chy_fact_kind. */
enum {
    CHY_TABLE_CAMEO = CHY_FACT_KIND_COUNT, /* code, name, goldstein, quad */
    CHY_TABLE_COMMON, /* words that are not names when written without capitals */
    CHY_TABLE_KIND_COUNT
};

/* A table being read. Text and name are borrowed. */
typedef struct chy_table {
    const char *name; /* for messages */
    chy_slice text;
    size_t at;     /* bytes read */
    size_t line;   /* number of the line read last, from 1 */
    size_t begin;  /* byte where that line begins */
    uint32_t kind; /* of the rows that give none; CHY_TABLE_KIND_COUNT: no default */
    int32_t as_of; /* of the rows that give none */
    uint32_t column_count;
    uint8_t columns[CHY_COLUMN_COUNT]; /* chy_table_column of each cell */
} chy_table;

/* A row: cells as they stand, empty where the table lacks the column, and those with a value read.
 */
typedef struct chy_table_row {
    chy_slice cells[CHY_COLUMN_COUNT];
    uint32_t kind;
    uint32_t sectors;
    int32_t from, to, as_of;
    int32_t latitude, longitude; /* degrees times CHY_FACTS_DEGREE, or CHY_FACTS_NOWHERE */
    uint32_t population;
    int32_t goldstein; /* tenths */
    uint32_t quad;
    char gender;
} chy_table_row;

/* Reads the directives (`# kind: armed_group`) and the header line. CHY_ERROR_FACTS with file and
 * line. */
CHY_MUST_USE chy_status chy_table_open(chy_table *table, const char *name, chy_slice text,
                                       chy_error *err);
/* The next row; `*found` is false at the end. CHY_ERROR_FACTS names the line and the cell. */
CHY_MUST_USE chy_status chy_table_next(chy_table *table, chy_table_row *row, bool *found,
                                       chy_error *err);
/* Whether a line is UTF-8 without NUL. */
bool chy_table_utf8(chy_slice text);
/* Code points from `begin` to `at` in a line, from 1. */
size_t chy_table_column_at(const char *begin, const char *at);
/* CHY_ERROR_FACTS at the line read last, with the column where `value` is a part of it. */
chy_status chy_table_fail(const chy_table *table, chy_slice value, const char *what,
                          chy_error *err);

/* Cuts the next form off a cell of forms separated by |, blanks around it dropped. False at its
 * end. */
bool chy_table_form(chy_slice *cell, chy_slice *form);

/* "armed_group" for CHY_FACT_ARMED_GROUP, and so on for CHY_TABLE_... too. */
const char *chy_table_kind_name(uint32_t kind);

#endif
