/* What the words around a place's name say of it: what it is, what it lies in. Inside the module.
 */
#ifndef CHY_MENTIONS_PLACE_WORDS_H
#define CHY_MENTIONS_PLACE_WORDS_H

#include "mentions/cast.h"

/* What a place is, as far as a word can say it. */
enum {
    CHY_AREA_COUNTRY = 1 << 0,
    CHY_AREA_DIVISION = 1 << 1, /* state, province, region */
    CHY_AREA_DISTRICT = 1 << 2, /* county, district */
    CHY_AREA_TOWN = 1 << 3,
    CHY_AREA_RIVER = 1 << 4,
    CHY_AREA_LAKE = 1 << 5,
    CHY_AREA_SEA = 1 << 6,
    CHY_AREA_ISLAND = 1 << 7,
    CHY_AREA_HEIGHT = 1 << 8, /* mountain, valley, desert */
    CHY_AREA_OTHER = 1 << 9
};

/* Fewer people than this make a town that its name alone does not tell. */
#define CHY_LITTLE_TOWN 100000

/* What a row of places is: one of CHY_AREA_. */
uint32_t chy_area_of(const chy_fact *fact);
/* Whether a row's form is the postal code of an American state: "TX". */
bool chy_is_postal_code(const chy_fact *fact);

/* What a common noun for places says: "province", "river". 0: it is none. */
uint32_t chy_area_word(const chy_word *word);

typedef struct chy_place_words {
    uint32_t container;  /* the draft of a place that it is said to lie in, or CHY_NONE */
    uint32_t area;       /* a mask of CHY_AREA_ that it is said to be, 0 unsaid */
    uint32_t first, end; /* the words of its name without those that say what it is */
} chy_place_words;

chy_place_words chy_place_words_of(const chy_casting *c, const chy_draft *draft);

#endif
