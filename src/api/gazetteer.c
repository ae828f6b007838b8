/* What the facts know of the names that datelines are written with. */
#include "api/doc.h"

#include <string.h>

static uint32_t names(const void *lexicon, chy_slice name) {
    uint32_t first, bits = 0;
    uint32_t rows = chy_lexicon_find(lexicon, name, &first);
    bool capital = false, other = false;
    for (uint32_t i = 0; i < rows; i++) {
        chy_fact fact;
        chy_lexicon_fact(lexicon, first + i, &fact);
        if (fact.part) continue;
        bool town = fact.kind == CHY_FACT_PLACE && fact.feature[0] == 'P';
        bool division = fact.kind == CHY_FACT_PLACE && strcmp(fact.feature, "ADM1") == 0;
        capital = capital || fact.kind == CHY_FACT_CAPITAL;
        other = other || fact.common || fact.kind == CHY_FACT_GIVEN_NAME;
        if (town || capital) bits |= CHY_NAMES_TOWN;
        if (division || fact.kind == CHY_FACT_COUNTRY) bits |= CHY_NAMES_AREA;
    }
    return other && !capital ? bits | CHY_NAMES_ELSE : bits;
}

chy_gazetteer chy_gazetteer_of(const chy_lexicon *lexicon) {
    return (chy_gazetteer){names, lexicon};
}
