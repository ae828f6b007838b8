#include "mentions/place_rows.h"

#include <math.h>
#include <string.h>

/* Names of one country, and of no other, that outweigh a little namesake far off. */
#define FAR_WITNESSES 3
/* Mentions on each side that are asked. */
#define FAR_REACH 500u

typedef struct placing {
    chy_casting *c;
    chy_witness *witnesses; /* [draft_count] */
    uint32_t *slots;        /* of names: the draft that decided, or CHY_NONE */
    uint32_t mask;
    uint32_t dateline_first; /* rows of the dateline's name in the lexicon */
} placing;

static uint64_t hash_of_name(const chy_casting *c, const chy_draft *draft) {
    uint64_t hash = 0;
    for (uint32_t w = draft->first; w < draft->end; w++)
        hash = hash * 31 + chy_hash(c->forms[w].data, c->forms[w].size);
    return hash;
}

/* The slot of a place's name in a table of drafts by name. */
static uint32_t *place_slot(const placing *p, const chy_draft *draft) {
    const chy_casting *c = p->c;
    for (uint32_t at = (uint32_t)(hash_of_name(c, draft) >> 20) & p->mask;;
         at = (at + 1) & p->mask) {
        if (p->slots[at] == CHY_NONE) return &p->slots[at];
        const chy_draft *other = &c->drafts[p->slots[at]];
        bool same = other->end - other->first == draft->end - draft->first;
        for (uint32_t w = 0; same && w < draft->end - draft->first; w++)
            same = chy_slice_equal(c->forms[other->first + w], c->forms[draft->first + w]);
        if (same) return &p->slots[at];
    }
}

static uint32_t rows_of_words(const chy_casting *c, uint32_t from, uint32_t end, uint32_t *first) {
    if (from + 1 < end && chy_same(c->words[from].form, "the")) from++;
    uint32_t rows, length = end - from;
    if (length == 0 || length > CHY_LEXICON_LONGEST) return 0;
    bool whole = chy_lexicon_match(c->in->lexicon, c->forms + from, c->space_after + from, length,
                                   first, &rows) == length;
    return whole ? rows : 0;
}

static bool has_candidate(const chy_casting *c, uint32_t first, uint32_t rows) {
    for (uint32_t i = 0; i < rows && i < CHY_PLACE_ROWS; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, first + i, &fact);
        if (chy_place_candidate(&fact)) return true;
    }
    return false;
}

static bool is_place(const chy_draft *draft) {
    return draft->kind == CHY_MENTION_NAME && draft->says.kind == CHY_ENTITY_PLACE;
}

/* "Houston, TX": whether a place and a comma stand before it. */
static bool follows_place(const chy_casting *c, const chy_draft *draft) {
    uint32_t first = draft->first;
    if (first < 2 || strcmp(c->words[first - 1].form, ",") != 0) return false;
    uint32_t name = c->name_of_word[first - 2];
    return name != CHY_NONE && c->words[first - 2].sentence == c->words[first].sentence &&
           is_place(&c->drafts[name]);
}

/* What is asked of a draft: its rows, whole or without the words that say what it is, and what
 * stands around. */
static chy_place_question question_of(const placing *p, uint32_t at, uint32_t *container) {
    const chy_casting *c = p->c;
    const chy_draft *draft = &c->drafts[at];
    chy_place_words said = chy_place_words_of(c, draft);
    chy_place_question q = {
        .at = at, .name = hash_of_name(c, draft), .area = said.area, .outer_country = ""};
    q.rows = rows_of_words(c, draft->first, draft->end, &q.first);
    if (!has_candidate(c, q.first, q.rows)) {
        q.rows = rows_of_words(c, said.first, said.end, &q.first);
        if (!has_candidate(c, q.first, q.rows)) q.rows = 0;
    }
    q.follows_place = follows_place(c, draft);
    *container = said.container;
    q.contained = said.container != CHY_NONE;
    if (!q.contained) return q;
    const chy_draft *outer = &c->drafts[said.container];
    if (outer->says.kind == CHY_ENTITY_COUNTRY) q.outer_country = outer->says.country;
    q.outer_rows = rows_of_words(c, outer->first, outer->end, &q.outer_first);
    return q;
}

/* A country's own name, which a town or a division may bear too. */
static bool is_country(const chy_draft *draft) {
    return draft->kind == CHY_MENTION_NAME && draft->has_fact &&
           draft->fact.kind == CHY_FACT_COUNTRY;
}

/* Whether nothing but one country bears a name. */
static bool is_plain_country(const placing *p, const chy_draft *draft,
                             const chy_place_question *q) {
    return is_country(draft) && (q->rows < 2 || !has_candidate(p->c, q->first + 1, q->rows - 1));
}

static void take_place(chy_draft *draft, const chy_fact *fact) {
    draft->fact = *fact;
    draft->has_fact = true;
    draft->says.country = fact->country;
    draft->says.kind = fact->kind == CHY_FACT_COUNTRY ? CHY_ENTITY_COUNTRY : CHY_ENTITY_PLACE;
    if (fact->kind == CHY_FACT_GROUP) {
        draft->says.kind = CHY_ENTITY_GROUP;
        draft->says.number = 2;
        draft->says.sectors = fact->sectors;
        draft->says.role_class = fact->role;
    }
}

/* A town that no table knows still lies where the words say: "Ica, Peru". */
static void take_container(chy_draft *draft, const char *country, double latitude,
                           double longitude) {
    chy_fact fact = {.kind = CHY_FACT_PLACE,
                     .name = "",
                     .country = country,
                     .surface = "",
                     .role = "",
                     .wikidata = "",
                     .geonames = "",
                     .latitude = latitude,
                     .longitude = longitude,
                     .feature = "",
                     .admin1 = "",
                     .city = "",
                     .source = "words"};
    take_place(draft, &fact);
}

/* "Bradford, Ontario", "Santa Isabel in the Solomon Islands": the country of the division, or of
 * all of what a little place lies in, where no row of its name lies in that country; "" otherwise.
 */
static const char *country_without(const placing *p, const chy_draft *draft, uint32_t container,
                                   const chy_place_question *q, bool little) {
    const chy_casting *c = p->c;
    const char *country = "", *state = "";
    if (container == CHY_NONE) return "";
    uint32_t above = c->words[c->drafts[container].head].head;
    bool hung = above >= draft->first && above < draft->end;
    bool behind =
        draft->end < c->drafts[container].first && strcmp(c->words[draft->end].form, "in") == 0;
    if (!hung && !(little && behind)) return "";
    for (uint32_t i = 0; i < q->outer_rows && i < CHY_PLACE_ROWS; i++) {
        chy_fact outer, fact;
        chy_lexicon_fact(c->in->lexicon, q->outer_first + i, &outer);
        bool division = strcmp(outer.feature, "ADM1") == 0;
        if (!division && outer.kind != CHY_FACT_COUNTRY) continue;
        if (division && hung && !country[0]) country = outer.country;
        if (!division && little) state = outer.country;
        for (uint32_t k = 0; k < q->rows && k < CHY_PLACE_ROWS; k++) {
            chy_lexicon_fact(c->in->lexicon, q->first + k, &fact);
            if (strcmp(fact.country, outer.country) == 0) return "";
        }
    }
    return country[0] ? country : state;
}

/* "the Koulouba Palace in Niamey": what the words say that a seat lies in, where no seat of its
 * name lies there; "" otherwise. */
static const char *country_of_seat(const placing *p, uint32_t container,
                                   const chy_place_question *q) {
    const chy_casting *c = p->c;
    if (container == CHY_NONE) return "";
    const chy_draft *outer = &c->drafts[container];
    uint8_t deprel = c->words[outer->head].deprel;
    bool hung = deprel == CHY_DEPREL_NMOD || deprel == CHY_DEPREL_OBL;
    if (!hung || outer->first == 0 || !chy_same(c->words[outer->first - 1].form, "in")) return "";
    for (uint32_t i = 0; i < q->rows && i < CHY_PLACE_ROWS; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, q->first + i, &fact);
        if (strcmp(fact.country, outer->says.country) == 0) return "";
    }
    return outer->says.country;
}

/* "Macon, Georgia": where the place lies in the division of that name, so does the container. */
static void settle_container(placing *p, uint32_t container, const chy_place_question *q,
                             const chy_fact *inner) {
    chy_draft *draft = &p->c->drafts[container];
    bool country = is_country(draft) && strcmp(draft->fact.country, inner->country) != 0;
    if (!country && !is_place(draft)) return;
    for (uint32_t i = 0; i < q->outer_rows && i < CHY_PLACE_ROWS; i++) {
        chy_fact outer;
        chy_lexicon_fact(p->c->in->lexicon, q->outer_first + i, &outer);
        if (outer.kind != CHY_FACT_PLACE || strcmp(outer.feature, "ADM1") != 0 ||
            strcmp(outer.country, inner->country) != 0 || strcmp(outer.name, inner->admin1) != 0)
            continue;
        uint32_t *slot = place_slot(p, draft);
        take_place(draft, &outer);
        if (*slot == CHY_NONE) *slot = container;
        return;
    }
}

/* Whether a name is somebody's or something's before it is a little town's: "Robinson", "Arab". */
static bool is_another_name(const placing *p, const chy_place_question *q) {
    uint32_t others = CHY_ROW(CHY_FACT_DEMONYM) | CHY_ROW(CHY_FACT_ORGANISATION) |
                      CHY_ROW(CHY_FACT_ARMED_GROUP) | CHY_ROW(CHY_FACT_GROUP) |
                      CHY_ROW(CHY_FACT_PERSON) | CHY_ROW(CHY_FACT_GIVEN_NAME);
    for (uint32_t i = 0; i < q->rows && i < CHY_PLACE_ROWS; i++) {
        chy_fact fact;
        chy_lexicon_fact(p->c->in->lexicon, q->first + i, &fact);
        if (others & CHY_ROW(fact.kind)) return true;
    }
    return false;
}

/* "ENA" is not the town of Ena. */
static bool is_acronym(const chy_casting *c, const chy_draft *draft) {
    const char *form = c->words[draft->first].form;
    return draft->end - draft->first == 1 && strlen(form) <= 4 && chy_all_capitals(form);
}

static bool is_little_town(const chy_fact *fact) {
    return chy_area_of(fact) == CHY_AREA_TOWN && fact->kind == CHY_FACT_PLACE &&
           fact->population < CHY_LITTLE_TOWN;
}

/* Whether nothing but its name speaks for a little town: no preposition, no container, no kind. */
static bool is_shadow(const placing *p, const chy_draft *draft, const chy_place_question *q,
                      const chy_fact *best) {
    static const char *const places[] = {"at",   "from",    "in",      "inside", "into",
                                         "near", "outside", "through", "to"};
    const char *preposition = chy_tree_case(&p->c->tree, draft->head);
    if (!is_little_town(best) || q->contained || q->area) return false;
    bool located = chy_is_one_of(preposition, places, CHY_COUNT_OF(places));
    return is_acronym(p->c, draft) || (!located && is_another_name(p, q));
}

/* A name that no place is meant by after all. */
static void drop_place(chy_draft *draft) {
    bool tagged = draft->name_type == CHY_NAME_B_LOC || draft->name_type == CHY_NAME_I_LOC;
    draft->has_fact = false;
    draft->says.country = draft->says.role_class = "";
    if (!tagged) draft->says.kind = CHY_ENTITY_OTHER;
}

/* "Marburg virus", "Hong Kong flu": what a place gave its name to is not there. */
static bool names_disease(const chy_casting *c, const chy_draft *draft) {
    static const char *const diseases[] = {"disease",  "ebolavirus", "encephalitis", "fever",
                                           "flu",      "hantavirus", "influenza",    "strain",
                                           "syndrome", "virus"};
    if (draft->end >= c->word_count || (!is_place(draft) && !is_country(draft))) return false;
    const chy_word *next = &c->words[draft->end];
    return next->sentence == c->words[draft->first].sentence &&
           c->words[draft->head].head == draft->end &&
           c->words[draft->head].deprel == CHY_DEPREL_COMPOUND &&
           chy_is_one_of(next->lemma, diseases, CHY_COUNT_OF(diseases));
}

/* The first look at a name: what its own words say, and whether it is sure by itself. */
static void place_alone(placing *p, uint32_t at) {
    chy_draft *draft = &p->c->drafts[at];
    bool demonym =
        draft->kind == CHY_MENTION_NAME && draft->has_fact && draft->fact.kind == CHY_FACT_DEMONYM;
    if (!demonym && !is_place(draft) && !is_country(draft)) return;
    uint32_t container;
    chy_place_question q = question_of(p, at, &container);
    if (demonym || is_plain_country(p, draft, &q)) {
        p->witnesses[at] = chy_place_witness(&draft->fact, q.name);
        return;
    }
    chy_fact best;
    double margin;
    if (!chy_place_choose(p->c, NULL, &q, &best, &margin)) {
        const char *country = container != CHY_NONE ? p->c->drafts[container].says.country : "";
        if (!draft->has_fact && country[0])
            take_container(draft, country, (double)NAN, (double)NAN);
        return;
    }
    if (is_shadow(p, draft, &q, &best)) return;
    bool small = best.kind == CHY_FACT_PLACE && best.population < CHY_LITTLE_TOWN;
    const char *elsewhere = best.kind == CHY_FACT_SEAT ? country_of_seat(p, container, &q)
                            : is_country(draft)        ? ""
                                                : country_without(p, draft, container, &q, small);
    if (elsewhere[0]) {
        uint32_t *slot = place_slot(p, draft);
        bool seat = best.kind == CHY_FACT_SEAT && p->c->drafts[container].has_fact;
        const chy_fact *town = seat ? &p->c->drafts[container].fact : NULL;
        take_container(draft, elsewhere, town ? town->latitude : (double)NAN,
                       town ? town->longitude : (double)NAN);
        if (*slot == CHY_NONE) *slot = at;
        return;
    }
    bool decided = (q.contained || q.area) && margin >= CHY_PLACE_SAID - 2 * CHY_PLACE_SURE;
    if (margin < CHY_PLACE_SURE || (is_country(draft) && !decided)) return;
    p->witnesses[at] = chy_place_witness(&best, q.name);
    p->witnesses[at].doubtful = !decided && is_little_town(&best) && !best.own;
    if (!decided) return;
    uint32_t *slot = place_slot(p, draft);
    take_place(draft, &best);
    if (container != CHY_NONE) settle_container(p, container, &q, &best);
    if (*slot == CHY_NONE) *slot = at;
}

/* Whether all the sure names around, three at least, lie in one country, and a little town far off:
 * a village of its name there is meant, that no table knows. Another that is little and far off may
 * be such a village too, and says nothing. */
static bool is_far_namesake(const placing *p, const chy_place_question *q, const chy_fact *best) {
    const chy_casting *c = p->c;
    bool little = is_little_town(best) && !best->own;
    const char *country = c->dateline_country;
    uint32_t heard = 0;
    uint32_t first = q->at > FAR_REACH ? q->at - FAR_REACH : 0;
    for (uint32_t i = first; little && i < c->draft_count && i <= q->at + FAR_REACH; i++) {
        const chy_witness *w = &p->witnesses[i];
        if (!w->country || !w->country[0] || w->name == q->name) continue;
        bool near = chy_place_is_near(best, w);
        if (!near && w->doubtful && strcmp(w->country, country) != 0) continue;
        if (!country[0]) country = w->country;
        if (near || strcmp(w->country, country) != 0) return false;
        heard++;
    }
    return heard >= FAR_WITNESSES && strcmp(country, best->country) != 0;
}

/* The second look, with the witnesses of the first. */
static void place_witnessed(placing *p, uint32_t at) {
    chy_draft *draft = &p->c->drafts[at];
    if (!is_place(draft) && !is_country(draft)) return;
    uint32_t *slot = place_slot(p, draft), container;
    if (*slot == at) return;
    chy_place_question q = question_of(p, at, &container);
    bool told = q.contained || q.area;
    if (*slot != CHY_NONE && !told) {
        const chy_draft *other = &p->c->drafts[*slot];
        if (other->has_fact) take_place(draft, &other->fact);
        return;
    }
    const chy_dateline_town *dateline = &p->c->datelines[0];
    if (dateline->has_row && is_place(draft) && !told && q.rows > 0 &&
        q.first == p->dateline_first) {
        take_place(draft, &dateline->row);
        return;
    }
    chy_fact best;
    double margin;
    if (is_plain_country(p, draft, &q) || !chy_place_choose(p->c, p->witnesses, &q, &best, &margin))
        return;
    if (is_shadow(p, draft, &q, &best)) {
        drop_place(draft);
        return;
    }
    if (!told && is_place(draft) && is_far_namesake(p, &q, &best)) {
        take_container(draft, "", (double)NAN, (double)NAN);
        return;
    }
    take_place(draft, &best);
    if (*slot == CHY_NONE) *slot = at;
}

/* A place of the dateline, "San Jose, California", with the witnesses of the whole beginning. */
static void place_dateline_town(placing *p, chy_dateline_town *town, uint32_t *rows_first) {
    chy_casting *c = p->c;
    chy_slice name = town->words, outer = {"", 0};
    const char *comma = name.size > 0 ? memchr(name.data, ',', name.size) : NULL;
    if (comma) {
        outer = (chy_slice){comma + 1, (size_t)(name.data + name.size - comma) - 1};
        name.size = (size_t)(comma - name.data);
    }
    chy_place_question q = {.area = CHY_AREA_TOWN, .contained = comma != NULL, .outer_country = ""};
    q.rows = name.size > 0 ? chy_lexicon_find(c->in->lexicon, name, &q.first) : 0;
    if (comma) q.outer_rows = chy_lexicon_find(c->in->lexicon, outer, &q.outer_first);
    double margin;
    *rows_first = q.rows > 0 ? q.first : CHY_NONE;
    town->has_row = chy_place_choose(c, p->witnesses, &q, &town->row, &margin);
    town->country = town->has_row ? town->row.country : "";
    /* "MASNAA, Lebanon": a town that no table knows. */
    for (uint32_t i = 0; !town->has_row && i < q.outer_rows; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, q.outer_first + i, &fact);
        if (fact.kind == CHY_FACT_COUNTRY) town->country = fact.country;
    }
}

static void place_dateline(placing *p) {
    chy_casting *c = p->c;
    uint32_t other;
    c->dateline_country = "";
    place_dateline_town(p, &c->datelines[0], &p->dateline_first);
    place_dateline_town(p, &c->datelines[1], &other);
    bool apart = c->datelines[1].words.size > 0 &&
                 strcmp(c->datelines[0].country, c->datelines[1].country) != 0;
    c->dateline_country = apart ? "" : c->datelines[0].country;
}

chy_status chy_places_resolve(chy_casting *c) {
    uint32_t size = 64;
    while (size < c->draft_count * 2)
        size *= 2;
    placing p = {.c = c, .mask = size - 1};
    p.slots = chy_arena_alloc(c->scratch, size, sizeof *p.slots);
    p.witnesses = chy_arena_alloc(c->scratch, (size_t)c->draft_count + 1, sizeof *p.witnesses);
    if (!p.slots || !p.witnesses) return chy_fail_memory(c->err);
    for (uint32_t i = 0; i < size; i++)
        p.slots[i] = CHY_NONE;
    for (uint32_t i = 0; i < c->draft_count; i++)
        p.witnesses[i] = (chy_witness){.country = NULL};
    for (uint32_t i = 0; i < c->draft_count; i++) {
        if (!names_disease(c, &c->drafts[i])) continue;
        c->drafts[i].has_fact = false;
        c->drafts[i].says.country = c->drafts[i].says.role_class = "";
        c->drafts[i].says.kind = CHY_ENTITY_OTHER;
    }
    /* One name means one place throughout; the mention that says where it lies decides. */
    for (uint32_t i = 0; i < c->draft_count; i++)
        place_alone(&p, i);
    place_dateline(&p);
    for (uint32_t i = 0; i < c->draft_count; i++)
        place_witnessed(&p, i);
    return CHY_OK;
}
