#include "mentions/cast.h"

#include <string.h>

/* How many mentions on a body's short name is looked for. */
#define SETTLE_WINDOW 200
/* How many countries are counted; a report that names more is of none. */
#define COUNTRIES_MOST 64
/* How many letters an acronym has at most that bodies of several countries share. */
#define LETTERS_MOST 5

/* "The Pakistani Foreign Office", then "the Foreign Office": the same one, though the table knows
 * another country's best by that name. */
static void settle_repeated(const chy_casting *c) {
    for (uint32_t i = 0; i + 1 < c->draft_count; i++) {
        const chy_draft *full = &c->drafts[i], *nation = &c->drafts[i + 1];
        if (!nation->nested || nation->first != full->first || nation->end >= full->end ||
            full->has_fact || full->says.kind != CHY_ENTITY_ORGANISATION)
            continue;
        uint32_t core = nation->end, length = full->end - core;
        uint32_t limit = i + SETTLE_WINDOW < c->draft_count ? i + SETTLE_WINDOW : c->draft_count;
        for (uint32_t k = i + 2; k < limit; k++) {
            chy_draft *other = &c->drafts[k];
            bool same = other->kind == CHY_MENTION_NAME && other->has_fact &&
                        other->fact.kind == CHY_FACT_ORGANISATION &&
                        other->end - other->first == length;
            for (uint32_t w = 0; same && w < length; w++)
                same = chy_slice_equal(c->forms[core + w], c->forms[other->first + w]);
            if (same) {
                other->has_fact = false;
                other->says.country = nation->says.country;
            }
        }
    }
}

static bool is_body(const chy_fact *fact) {
    return (CHY_ROWS_BODIES & CHY_ROW(fact->kind)) && !fact->part;
}

/* How often names other than bodies, and a dateline from a capital, speak of each country. */
typedef struct country_counts {
    const char *countries[COUNTRIES_MOST];
    uint32_t counts[COUNTRIES_MOST];
    uint32_t size;
} country_counts;

static uint32_t *count_of(country_counts *named, const char *country) {
    for (uint32_t i = 0; i < named->size; i++)
        if (strcmp(named->countries[i], country) == 0) return &named->counts[i];
    return NULL;
}

static void count_one(country_counts *named, const char *country) {
    uint32_t *count = count_of(named, country);
    if (!count && named->size < COUNTRIES_MOST) {
        named->countries[named->size] = country;
        count = &named->counts[named->size++];
    }
    if (count) ++*count;
}

static void count_countries(const chy_casting *c, country_counts *named) {
    /* "ISLAMABAD - The Foreign Office said". */
    if (c->home_country[0]) count_one(named, c->home_country);
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        bool body = draft->has_fact && is_body(&draft->fact);
        chy_fact nation; /* of "the Sudanese army" the first word */
        if (!draft->says.country[0] ||
            (body &&
             !chy_lookup_exact(c, draft->first, draft->first + 1,
                               CHY_ROW(CHY_FACT_DEMONYM) | CHY_ROW(CHY_FACT_COUNTRY), &nation)))
            continue;
        count_one(named, draft->says.country);
    }
}

static void take_fact(chy_draft *draft, const chy_fact *fact) {
    draft->fact = *fact;
    draft->has_fact = true;
    draft->says.country = fact->country;
    draft->says.sectors = fact->sectors;
    draft->says.role_class = fact->role;
    draft->says.kind = (uint8_t)(fact->kind == CHY_FACT_ARMED_GROUP ? CHY_ENTITY_ARMED_GROUP
                                                                    : CHY_ENTITY_ORGANISATION);
}

/* "RSF" in a report about Sudan is its Rapid Support Forces: of the bodies of one name the one
 * whose country the report names most often; the table's first where it names none. */
static void settle_namesake(const chy_casting *c, country_counts *named, chy_draft *draft) {
    const uint32_t *own = count_of(named, draft->fact.country);
    uint32_t at = draft->first, most = own ? *own : 0;
    for (uint32_t i = 0; i < c->match_rows[at]; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, c->match_first[at] + i, &fact);
        bool written =
            !chy_all_capitals(fact.surface) || strcmp(fact.surface, c->words[at].form) == 0;
        if (!is_body(&fact) || !written || strcmp(fact.country, draft->fact.country) == 0) continue;
        const uint32_t *count = count_of(named, fact.country);
        if (!count || *count <= most) continue;
        most = *count;
        take_fact(draft, &fact);
    }
}

/* How well a body's tenure fits the report's day: a party in government or in opposition. */
static int tenure_weight(const chy_casting *c, const chy_fact *fact) {
    if (c->reference_number == 0) return fact->to == 0 ? 1 : 0;
    chy_tenure tenure = chy_fact_tenure(fact, c->reference_number);
    return tenure == CHY_TENURE_HELD ? 2 : tenure == CHY_TENURE_LIKELY ? 1 : 0;
}

/* Of the rows of one body the one for the report's day. */
static void settle_tenure(const chy_casting *c, chy_draft *draft) {
    uint32_t at = draft->first;
    int most = tenure_weight(c, &draft->fact);
    for (uint32_t i = 0; draft->fact.from && i < c->match_rows[at]; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, c->match_first[at] + i, &fact);
        if (fact.kind != draft->fact.kind || strcmp(fact.name, draft->fact.name) != 0 ||
            strcmp(fact.country, draft->fact.country) != 0 || tenure_weight(c, &fact) <= most)
            continue;
        most = tenure_weight(c, &fact);
        draft->fact = fact;
        draft->says.sectors = fact.sectors;
    }
}

/* "The General Workers' Union (GWU)": in this report the letters mean that body, whatever other the
 * table knows by them. */
static void settle_introduced(const chy_casting *c) {
    for (uint32_t i = 1; i < c->draft_count; i++) {
        const chy_draft *letters = &c->drafts[i];
        if (!chy_is_bracketed_letters(c, letters) || !letters->has_fact) continue;
        /* Nested names follow the one they stand in. */
        uint32_t before = i - 1;
        while (before > 0 && c->drafts[before].nested)
            before--;
        const chy_draft *whole = &c->drafts[before];
        bool body =
            whole->end + 1 == letters->first && (whole->says.kind == CHY_ENTITY_ORGANISATION ||
                                                 whole->says.kind == CHY_ENTITY_ARMED_GROUP);
        if (!body || (whole->has_fact && strcmp(whole->fact.name, letters->fact.name) == 0))
            continue;
        uint32_t limit = i + SETTLE_WINDOW < c->draft_count ? i + SETTLE_WINDOW : c->draft_count;
        for (uint32_t k = i; k < limit; k++) {
            chy_draft *other = &c->drafts[k];
            if (other->end - other->first != 1 || other->kind != CHY_MENTION_NAME ||
                !chy_slice_equal(c->forms[other->first], c->forms[letters->first]))
                continue;
            other->has_fact = false;
            other->says.kind = whole->says.kind;
            other->says.country = whole->says.country;
            other->says.sectors = whole->says.sectors;
        }
    }
}

/* Whether a body is a union or a party of one country. */
static bool is_domestic(const chy_fact *fact) {
    const uint32_t domestic = 1u << CHY_SECTOR_LAB | 1u << CHY_SECTOR_PTY | 1u << CHY_SECTOR_OPP;
    return fact->country[0] && fact->sectors && !(fact->sectors & ~domestic);
}

/* "CGT" in a report about Argentina is no French union, where nothing else there is of France. */
static void settle_letters(const chy_casting *c, country_counts *named, chy_draft *draft) {
    const char *form = c->words[draft->first].form;
    if (draft->end - draft->first != 1 || !chy_all_capitals(form) || strlen(form) > LETTERS_MOST ||
        !is_domestic(&draft->fact) || count_of(named, draft->fact.country))
        return;
    for (uint32_t i = 0; i < named->size; i++)
        if (named->counts[i] > 1) {
            draft->has_fact = false;
            draft->says.country = "";
            return;
        }
}

/* "Congress" in a report of India is the party that tables know it for a part of the name of: of a
 * body of the country that the report names most often. */
static void settle_part(const chy_casting *c, country_counts *named, chy_draft *draft) {
    uint32_t at = draft->first;
    bool bare = draft->kind == CHY_MENTION_NAME && !draft->has_fact && !draft->nested &&
                draft->says.kind == CHY_ENTITY_ORGANISATION &&
                draft->end - draft->first == c->match_length[at];
    for (uint32_t i = 0; bare && i < c->match_rows[at]; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, c->match_first[at] + i, &fact);
        if (!(CHY_ROWS_BODIES & CHY_ROW(fact.kind)) || !fact.part ||
            strcmp(fact.surface, c->words[at].form) != 0)
            continue;
        const uint32_t *count = count_of(named, fact.country);
        bool most = count != NULL;
        for (uint32_t k = 0; most && k < named->size; k++)
            most = named->counts[k] <= *count;
        if (!most) continue;
        take_fact(draft, &fact);
        settle_tenure(c, draft);
        return;
    }
}

void chy_settle_bodies(chy_casting *c) {
    country_counts named = {.size = 0};
    settle_repeated(c);
    count_countries(c, &named);
    for (uint32_t i = 0; i < c->draft_count; i++) {
        chy_draft *draft = &c->drafts[i];
        if (draft->has_fact && is_body(&draft->fact) && c->match_rows[draft->first] > 1 &&
            draft->end - draft->first == c->match_length[draft->first]) {
            settle_namesake(c, &named, draft);
            settle_tenure(c, draft);
        }
        if (draft->has_fact && is_body(&draft->fact)) settle_letters(c, &named, draft);
        settle_part(c, &named, draft);
    }
    settle_introduced(c);
}

/* The country behind "of", or before "'s", that a name stands at; "" where there is none. */
static const char *country_at(const chy_casting *c, const chy_draft *draft) {
    uint32_t sentence = c->words[draft->first].sentence, behind = draft->end + 1;
    uint32_t before = draft->first < 2 ? CHY_NONE : draft->first - 2;
    bool of = behind < c->word_count && strcmp(c->words[draft->end].form, "of") == 0;
    bool owned = before != CHY_NONE && strcmp(c->words[before + 1].form, "'s") == 0;
    behind += of && behind + 1 < c->word_count && chy_same(c->words[behind].form, "the");
    const uint32_t at[] = {of ? behind : CHY_NONE, owned ? before : CHY_NONE};
    for (size_t i = 0; i < CHY_COUNT_OF(at); i++) {
        uint32_t name = at[i] == CHY_NONE || c->words[at[i]].sentence != sentence
                            ? CHY_NONE
                            : c->name_of_word[at[i]];
        if (name != CHY_NONE && c->drafts[name].says.kind == CHY_ENTITY_COUNTRY)
            return c->drafts[name].says.country;
    }
    return "";
}

const char *chy_country_apposed(const chy_casting *c, const chy_draft *draft) {
    const chy_word *word = &c->words[draft->head];
    uint32_t noun =
        word->deprel == CHY_DEPREL_APPOS && word->head < draft->first ? word->head : CHY_NONE;
    for (uint32_t w = noun == CHY_NONE ? CHY_NONE : c->tree.first_child[noun];
         w != CHY_NONE && w < noun; w = c->tree.next_sibling[w]) {
        uint32_t name = c->name_of_word[w];
        bool nation = name != CHY_NONE && c->drafts[name].says.kind == CHY_ENTITY_COUNTRY;
        if (nation) return c->drafts[name].says.country;
    }
    return "";
}

/* "The Security Council of Chad" is not the one that the table knows best by the noun alone, nor
 * "Chad's Democratic Alliance" another country's party of that name, wherever else it is named. */
static void settle_of_country(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    chy_fact noun;
    if (!draft->has_fact || !is_body(&draft->fact)) return;
    const chy_fact fact = draft->fact;
    bool domestic = is_domestic(&fact);
    const char *country = country_at(c, draft);
    if (!country[0] && domestic) country = chy_country_apposed(c, draft);
    if (!country[0] || strcmp(country, fact.country) == 0) return;
    if (!domestic &&
        !chy_lookup_exact(c, draft->first, draft->end, CHY_ROW(CHY_FACT_ORG_NOUN), &noun))
        return;
    for (uint32_t i = domestic ? 0 : at; i < (domestic ? c->draft_count : at + 1); i++) {
        chy_draft *same = &c->drafts[i];
        if (!same->has_fact || strcmp(same->fact.name, fact.name) != 0 ||
            strcmp(same->fact.country, fact.country) != 0)
            continue;
        const char *own = i == at ? country : country_at(c, same);
        if (own[0] && strcmp(own, country) != 0) continue;
        same->has_fact = false;
        same->says.country = country;
        if (!domestic) same->says.sectors = 0;
        same->says.kind = CHY_ENTITY_ORGANISATION;
    }
}

void chy_settle_owned(const chy_casting *c) {
    for (uint32_t i = 0; i < c->draft_count; i++)
        settle_of_country(c, i);
}
