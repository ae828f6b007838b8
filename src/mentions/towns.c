/* Towns that stand for more: "the capital" and "the city" that nobody names, bodies that are called
 * by one ("Leeds University", "Boston Police"). */
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

static const char *country_of_town(const chy_casting *c, const chy_draft *name, const char *home) {
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

/* "Boston Police" of a report from Tashkent are of the town's country. */
const char *chy_country_by_town(const chy_casting *c, const chy_character *character,
                                const char *home) {
    const uint32_t local = SECTOR(COP) | SECTOR(EDU) | SECTOR(GOV) | SECTOR(JUD) | SECTOR(MED);
    bool body = character->is.kind == CHY_ENTITY_ORGANISATION && !character->is.country[0] &&
                character->name_draft != CHY_NONE && !character->has_row && character->is.sectors &&
                !(character->is.sectors & ~local);
    return body ? country_of_town(c, &c->drafts[character->name_draft], home) : "";
}

/* "warned in Moscow that": where somebody speaks, of what may be anywhere. */
static bool is_of_speech(const chy_casting *c, uint32_t head) {
    uint32_t verb = c->words[head].deprel == CHY_DEPREL_OBL ? c->words[head].head : CHY_NONE;
    return verb != CHY_NONE && (c->words[verb].deprel == CHY_DEPREL_PARATAXIS ||
                                chy_tree_child(&c->tree, verb, CHY_DEPREL_CCOMP) != CHY_NONE ||
                                chy_tree_child(&c->tree, verb, CHY_DEPREL_XCOMP) != CHY_NONE);
}

/* The country whose places alone are named before a mention in its sentence or the one before,
 * other than as where somebody spoke in the paragraph before; where none are, the report's own, or
 * that from whose capital it tells of it, if its paragraph speaks of no other there; else "". */
static const char *country_before(const chy_casting *c, uint32_t draft) {
    uint32_t sentence = c->words[c->drafts[draft].head].sentence;
    uint32_t paragraph = c->in->sentences[sentence].paragraph;
    const char *found = "", *own = *c->home_country ? c->told.local : "";
    if (*c->told.state) own = c->told.state;
    for (uint32_t i = draft; i-- > 0;) {
        const chy_draft *before = &c->drafts[i];
        const char *country = before->says.country;
        uint32_t of = c->words[before->head].sentence;
        if (of + 1 < sentence) break;
        if (before->kind != CHY_MENTION_NAME || !chy_code_is_state(country)) continue;
        bool above = c->in->sentences[of].paragraph != paragraph;
        if (!above && strcmp(country, own) != 0) own = "";
        bool place =
            before->says.kind == CHY_ENTITY_PLACE || before->says.kind == CHY_ENTITY_COUNTRY;
        bool literal = place && !(before->says.flags & CHY_SAYS_ADJECTIVE) &&
                       before->reading != CHY_READING_METONYMIC;
        if (!literal || (above && is_of_speech(c, before->head))) continue;
        if (*found && strcmp(found, country) != 0) return "";
        found = country;
    }
    return *found ? found : own;
}

/* "The capital" that no name is given for: of the one country that is near, else of the report's
 * own. */
void chy_learn_capital(const chy_casting *c, chy_character *character) {
    chy_profile *is = &character->is;
    if (is->kind != CHY_ENTITY_PLACE || character->name_draft != CHY_NONE || character->has_row ||
        strcmp(is->role, "capital") != 0 ||
        !(is->country[0] || c->drafts[character->first_draft].says.flags & CHY_SAYS_DEFINITE))
        return;
    const char *country = is->country;
    if (!*country) country = country_before(c, character->first_draft);
    if (!chy_code_is_state(country)) return;
    uint32_t first;
    uint32_t rows = chy_lexicon_find_code(c->in->lexicon, true, country, &first);
    if (rows == 0) return;
    /* Not the seat of a part of it: Tbilisi, and not Sukhumi. */
    for (uint32_t i = rows; i-- > 0;) {
        chy_lexicon_fact(c->in->lexicon, first + i, &character->row);
        if (strcmp(character->row.feature, "PPLC") == 0) break;
    }
    character->has_row = true;
    character->from_context = !*is->country;
    is->country = character->row.country;
}

/* "The city" of a report that names none before: the dateline's. */
void chy_learn_city(const chy_casting *c, chy_character *character) {
    static const char *const towns[] = {"city", "town"};
    const chy_dateline_town *dateline = &c->datelines[0];
    chy_profile *is = &character->is;
    const chy_draft *first = &c->drafts[character->first_draft];
    if (is->kind != CHY_ENTITY_PLACE || character->name_draft != CHY_NONE || character->has_row ||
        is->country[0] || !chy_is_one_of(is->role, towns, CHY_COUNT_OF(towns)) ||
        !(first->says.flags & CHY_SAYS_DEFINITE) || first->end - first->first > 2 ||
        !dateline->has_row || c->datelines[1].words.size > 0)
        return;
    character->row = dateline->row;
    character->has_row = true;
    character->from_context = true;
    is->country = character->row.country;
}
