/* Bodies that are called by a town: "Leeds University", "Boston Police". */
#include "mentions/place_words.h"

#include <string.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

/* Towns smaller than this give few bodies their names that are told of abroad. */
#define LEAST_PEOPLE 100000u
/* How many times as many people live in a town as in a namesake that is then not thought of. */
#define MANY_TIMES 5u
/* Rows of one name that are looked at. */
#define MOST_ROWS 64u

/* The rows of the longest town's name that a name begins with and goes on behind; 0: none. */
static uint32_t town_rows(const chy_casting *c, const chy_draft *name, uint32_t *first) {
    const uint32_t towns = CHY_ROW(CHY_FACT_PLACE) | CHY_ROW(CHY_FACT_CAPITAL);
    chy_fact fact;
    uint32_t rows = 0;
    uint32_t length = chy_lookup(c, name->first, name->end - 1, towns, &fact);
    /* "Charlotte Perez Hospital" */
    bool given = length == 1 && chy_lookup_exact(c, name->first, name->first + 1,
                                                 CHY_ROW(CHY_FACT_GIVEN_NAME), &fact);
    if (length == 0 || given) return 0;
    (void)chy_lexicon_match(c->in->lexicon, c->bare_forms + name->first,
                            c->space_after + name->first, length, first, &rows);
    return rows < MOST_ROWS ? rows : MOST_ROWS;
}

const char *chy_country_of_town(const chy_casting *c, const chy_draft *name, const char *home) {
    static const char *const saints[] = {"saint", "san", "santa", "santo",
                                         "sao",   "st",  "st.",   "são"};
    if (name->end - name->first < 2 ||
        chy_is_one_of(c->words[name->first].form, saints, CHY_COUNT_OF(saints)))
        return "";
    const char *country = "";
    uint32_t first, most = 0, next = 0, at_home = 0;
    uint32_t rows = town_rows(c, name, &first);
    for (uint32_t i = 0; i < rows; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, first + i, &fact);
        bool place = fact.kind == CHY_FACT_PLACE || fact.kind == CHY_FACT_CAPITAL;
        if (!place || fact.part || chy_area_of(&fact) != CHY_AREA_TOWN) continue;
        if (strcmp(fact.country, home) == 0 && fact.population > at_home) at_home = fact.population;
        uint32_t *rival = strcmp(fact.country, country) == 0 ? NULL : &next;
        if (fact.population > most) {
            if (rival) next = most;
            most = fact.population;
            country = fact.country;
        } else if (rival && fact.population > next) {
            next = fact.population;
        }
    }
    if (at_home > 0 && most / MANY_TIMES <= at_home) return home;
    return most >= LEAST_PEOPLE && next <= most / MANY_TIMES ? country : "";
}
