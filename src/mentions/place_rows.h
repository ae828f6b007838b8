/* Which row of a place's name is meant: people, kind, what the words say, what the document's other
 * names say. Inside the module. */
#ifndef CHY_MENTIONS_PLACE_ROWS_H
#define CHY_MENTIONS_PLACE_ROWS_H

#include "mentions/place_words.h"

/* Rows of one name that are looked at: "San Pedro" has hundreds. */
#define CHY_PLACE_ROWS 64
/* As much as a place must be ahead of the next to be sure without witnesses: eighteen times
 * the people. And what the words themselves are worth where they say what or where it is. */
#define CHY_PLACE_SURE 2.5
#define CHY_PLACE_SAID 40.0

/* A name of the document that is sure to be where it is said to be. */
typedef struct chy_witness {
    uint64_t name;              /* hash: a name does not bear witness for itself */
    const char *country;        /* NULL: no witness */
    const char *division;       /* the first-order division that it is or lies in, "" */
    double latitude, longitude; /* of towns and districts; NaN otherwise */
    bool is_division;
    bool doubtful; /* a little town by its name alone, whose namesake may be meant */
} chy_witness;

/* One name to be placed. */
typedef struct chy_place_question {
    uint32_t at;                      /* the draft around which witnesses are heard */
    uint64_t name;                    /* hash of its words */
    uint32_t area;                    /* mask of CHY_AREA_ that the words say, 0 unsaid */
    uint32_t first, rows;             /* its rows in the lexicon */
    bool follows_place;               /* behind a place and a comma, as postal codes stand */
    bool contained;                   /* the words say what it lies in: */
    const char *outer_country;        /* a country, "" unknown */
    uint32_t outer_first, outer_rows; /* rows of that name */
} chy_place_question;

chy_witness chy_place_witness(const chy_fact *fact, uint64_t name);
/* Whether a row lies within a neighbour's reach of a witness. */
bool chy_place_is_near(const chy_fact *fact, const chy_witness *witness);
/* Whether a row may be meant by a name of a place: areas, and continents among the groups. */
bool chy_place_candidate(const chy_fact *fact);
/* The best row of a name; false where it has none. `witnesses` [draft_count], NULL: none are heard.
 * `*margin` is how far the row is ahead of the next that lies elsewhere. */
bool chy_place_choose(const chy_casting *c, const chy_witness *witnesses,
                      const chy_place_question *question, chy_fact *best, double *margin);

#endif
