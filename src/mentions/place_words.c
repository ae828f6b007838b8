#include "mentions/place_words.h"

#include <string.h>

/* Words between a place and what it lies in: "Ica, in the far south of Peru". */
#define MOST_BETWEEN 4

static const struct {
    const char *word;
    uint32_t area;
} area_words[] = {{"bay", CHY_AREA_SEA},
                  {"canton", CHY_AREA_DIVISION | CHY_AREA_DISTRICT},
                  {"capital", CHY_AREA_TOWN},
                  {"city", CHY_AREA_TOWN},
                  {"county", CHY_AREA_DISTRICT | CHY_AREA_DIVISION},
                  {"department", CHY_AREA_DIVISION | CHY_AREA_DISTRICT},
                  {"desert", CHY_AREA_HEIGHT},
                  {"district", CHY_AREA_DISTRICT | CHY_AREA_DIVISION | CHY_AREA_TOWN},
                  {"emirate", CHY_AREA_DIVISION},
                  {"governorate", CHY_AREA_DIVISION},
                  {"gulf", CHY_AREA_SEA},
                  {"hamlet", CHY_AREA_TOWN},
                  {"island", CHY_AREA_ISLAND},
                  {"islands", CHY_AREA_ISLAND},
                  {"lake", CHY_AREA_LAKE},
                  {"metropolis", CHY_AREA_TOWN},
                  {"mountain", CHY_AREA_HEIGHT},
                  {"mountains", CHY_AREA_HEIGHT},
                  {"municipality", CHY_AREA_DISTRICT | CHY_AREA_TOWN},
                  {"oblast", CHY_AREA_DIVISION},
                  {"port", CHY_AREA_TOWN},
                  {"prefecture", CHY_AREA_DIVISION | CHY_AREA_DISTRICT},
                  {"province", CHY_AREA_DIVISION | CHY_AREA_DISTRICT},
                  {"regency", CHY_AREA_DISTRICT},
                  {"region", CHY_AREA_DIVISION | CHY_AREA_DISTRICT},
                  {"river", CHY_AREA_RIVER},
                  {"sea", CHY_AREA_SEA},
                  {"state", CHY_AREA_DIVISION},
                  {"suburb", CHY_AREA_TOWN},
                  {"territory", CHY_AREA_DIVISION},
                  {"town", CHY_AREA_TOWN},
                  {"township", CHY_AREA_TOWN},
                  {"valley", CHY_AREA_HEIGHT},
                  {"village", CHY_AREA_TOWN}};

uint32_t chy_area_word(const chy_word *word) {
    for (size_t i = 0; i < CHY_COUNT_OF(area_words); i++)
        if (chy_same(word->form, area_words[i].word) || chy_same(word->lemma, area_words[i].word))
            return area_words[i].area;
    return 0;
}

/* "northern", "North", "far": where in it. */
static bool is_side(const char *form) {
    static const char *const sides[] = {
        "central",      "coastal",   "downtown",     "east",         "eastern",   "far",
        "greater",      "inner",     "lower",        "mainland",     "north",     "northeast",
        "northeastern", "northern",  "northwest",    "northwestern", "remote",    "rural",
        "south",        "southeast", "southeastern", "southern",     "southwest", "southwestern",
        "upper",        "west",      "western"};
    return chy_is_one_of(form, sides, CHY_COUNT_OF(sides));
}

uint32_t chy_area_of(const chy_fact *fact) {
    static const struct {
        const char *feature;
        uint32_t area;
    } features[] = {
        {"ADM1", CHY_AREA_DIVISION}, {"ADM1H", CHY_AREA_DIVISION}, {"ADM2", CHY_AREA_DISTRICT},
        {"BAY", CHY_AREA_SEA},       {"CHN", CHY_AREA_SEA},        {"DSRT", CHY_AREA_HEIGHT},
        {"GULF", CHY_AREA_SEA},      {"ISL", CHY_AREA_ISLAND},     {"ISLS", CHY_AREA_ISLAND},
        {"LK", CHY_AREA_LAKE},       {"MT", CHY_AREA_HEIGHT},      {"MTS", CHY_AREA_HEIGHT},
        {"OCN", CHY_AREA_SEA},       {"RGN", CHY_AREA_DIVISION},   {"SEA", CHY_AREA_SEA},
        {"STM", CHY_AREA_RIVER},     {"STRT", CHY_AREA_SEA},       {"VAL", CHY_AREA_HEIGHT}};
    if (fact->kind == CHY_FACT_COUNTRY) return CHY_AREA_COUNTRY;
    if (fact->kind == CHY_FACT_CAPITAL || fact->feature[0] == 'P') return CHY_AREA_TOWN;
    for (size_t i = 0; i < CHY_COUNT_OF(features); i++)
        if (strcmp(fact->feature, features[i].feature) == 0) return features[i].area;
    return CHY_AREA_OTHER;
}

bool chy_is_postal_code(const chy_fact *fact) {
    return strcmp(fact->feature, "ADM1") == 0 && strcmp(fact->country, "USA") == 0 &&
           strlen(fact->surface) == 2 && chy_all_capitals(fact->surface);
}

static bool is_area(const chy_draft *draft) {
    return draft->kind == CHY_MENTION_NAME &&
           (draft->says.kind == CHY_ENTITY_COUNTRY || draft->says.kind == CHY_ENTITY_PLACE);
}

static uint32_t sentence_end(const chy_casting *c, uint32_t word) {
    const chy_sentence *sentence = &c->in->sentences[c->words[word].sentence];
    return sentence->first_word + sentence->word_count;
}

/* The name of a place that begins at a word. Of several the outermost. */
static uint32_t area_at(const chy_casting *c, uint32_t word) {
    uint32_t name = c->name_of_word[word];
    bool begins = name != CHY_NONE && c->drafts[name].first == word && is_area(&c->drafts[name]);
    return begins ? name : CHY_NONE;
}

/* "Ica, Peru", "Ica (Peru)", "Ica in southern Peru", "Ica, in Peru": what follows the name. */
static uint32_t container_after(const chy_casting *c, const chy_draft *draft) {
    uint32_t end = sentence_end(c, draft->first), at = draft->end;
    bool comma = false, in = false;
    /* "The Kasese district of Uganda". */
    if (at + 1 < end && chy_area_word(&c->words[at]) && chy_same(c->words[at + 1].form, "of")) {
        at += 2;
        in = true;
    }
    for (uint32_t steps = 0; steps < MOST_BETWEEN && at < end; steps++, at++) {
        const char *form = c->words[at].form;
        uint32_t name = area_at(c, at);
        if (name != CHY_NONE) {
            /* "Chad, Niger and Mali" is a row of places. */
            bool row = c->words[c->drafts[name].head].deprel == CHY_DEPREL_CONJ;
            bool adjective = c->drafts[name].says.flags & CHY_SAYS_ADJECTIVE;
            return in || (comma && !row && !adjective) ? name : CHY_NONE;
        }
        if (steps == 0 && (strcmp(form, ",") == 0 || strcmp(form, "(") == 0))
            comma = true;
        else if (chy_same(form, "in") && !in)
            in = true;
        else if (!is_side(form) && !chy_same(form, "the"))
            return CHY_NONE;
    }
    return CHY_NONE;
}

/* "Peru's Ica", "the Peruvian city of Ica", "the Peruvian city Ica": what stands before it. */
static uint32_t container_before(const chy_casting *c, const chy_draft *draft) {
    uint32_t at = draft->first;
    if (at == 0 || c->words[at - 1].sentence != c->words[at].sentence) return CHY_NONE;
    at--;
    if (strcmp(c->words[at].form, "'s") == 0) {
        at--;
    } else {
        if (chy_same(c->words[at].form, "of") && at > 0) at--;
        if (chy_area_word(&c->words[at]) == 0 || at == 0) return CHY_NONE;
        at--;
    }
    uint32_t name = c->name_of_word[at];
    bool before = name != CHY_NONE && c->drafts[name].end == at + 1 &&
                  c->words[at].sentence == c->words[draft->first].sentence &&
                  is_area(&c->drafts[name]);
    return before ? name : CHY_NONE;
}

/* What the words say that the place is: "the state of Georgia", "Niger state", "Scott County". */
static uint32_t area_said(const chy_casting *c, const chy_draft *draft) {
    uint32_t first = draft->first, end = sentence_end(c, first);
    uint32_t begin = c->in->sentences[c->words[first].sentence].first_word;
    uint32_t area = draft->end - first > 1 ? chy_area_word(&c->words[draft->end - 1]) : 0;
    if (area == 0 && draft->end < end && c->words[draft->end].upos != CHY_UPOS_VERB)
        area = chy_area_word(&c->words[draft->end]);
    bool of = first > begin + 1 && chy_same(c->words[first - 1].form, "of");
    /* "The Kasese district of Uganda" and "a district of Uganda" are in Uganda; "the Texas town of
     * Marfa" is Marfa. */
    if (of && first > begin + 2) {
        static const char *const some[] = {"a", "an", "another", "any", "each", "every", "one"};
        uint32_t before = c->name_of_word[first - 3];
        bool other = before != CHY_NONE && draft->says.kind == CHY_ENTITY_COUNTRY;
        of = !other && !chy_is_one_of(c->words[first - 3].form, some, CHY_COUNT_OF(some));
    }
    if (area == 0 && of) area = chy_area_word(&c->words[first - 2]);
    return area;
}

chy_place_words chy_place_words_of(const chy_casting *c, const chy_draft *draft) {
    chy_place_words said = {CHY_NONE, area_said(c, draft), draft->first, draft->end};
    said.container = container_after(c, draft);
    if (said.container == CHY_NONE) said.container = container_before(c, draft);
    /* "Kenya's Nyanza Province" as one name: what follows the inner one. */
    uint32_t next = (uint32_t)(draft - c->drafts) + 1;
    if (next < c->draft_count && c->drafts[next].first == said.first && c->drafts[next].nested &&
        is_area(&c->drafts[next]) && c->drafts[next].end + 1 < said.end &&
        strcmp(c->words[c->drafts[next].end].form, "'s") == 0) {
        said.container = next;
        said.first = c->drafts[next].end + 1;
    }
    /* "Nyanza Province", "Lake Edward", "North Dallas": the rest of the name may be known. */
    if (said.end - said.first > 1 && chy_area_word(&c->words[said.end - 1]))
        said.end--;
    else if (said.end - said.first > 1 &&
             (is_side(c->words[said.first].form) || chy_area_word(&c->words[said.first])))
        said.first++;
    return said;
}
