/* Where an event was, as its own sentence says: scenes.c has what goes on from the sentence before,
 * datelines.c what is where the report was written, when.c when it was. */
#include "events/telling.h"

#include "events/plover.h"

#include <math.h>
#include <string.h>

#define MOST 32u
/* More than the longest word for a house, with its end. */
#define HOUSE_BYTES 16u
/* Words between a place and the "where" behind it. */
#define WHERE_WORDS 3u

/* Where those were who withdraw. */
static const char *const origins[] = {"from", "out_of", NULL};
/* Where aid and forces go. */
static const char *const goals[] = {"to", "into", "toward", "towards", NULL};
static const char *const locatives[] = {
    "in",         "at",       "near",    "inside",  "outside", "around",     "across",
    "throughout", "within",   "along",   "off",     "on",      "outside_of", "close_to",
    "north_of",   "south_of", "east_of", "west_of", "through", "behind",     NULL};

/* A place named by a word, or CHY_NONE: not one that stands for a government. */
uint32_t chy_place_at(const chy_view *view, uint32_t word) {
    uint32_t mention = view->mentions->mention_of_head[word];
    if (mention == CHY_NONE) return CHY_NONE;
    const chy_mention *of = &view->mentions->mentions[mention];
    if (of->reading == CHY_READING_METONYMIC || of->entity >= view->mentions->entity_count) {
        return CHY_NONE;
    }
    const chy_entity *entity = &view->mentions->entities[of->entity];
    bool place = entity->kind == CHY_ENTITY_PLACE || entity->place != NULL;
    return place ? of->entity : CHY_NONE;
}

/* How closely an entity says where: a continent, a country, "three villages", a place on the map.
 */
static int closeness(const chy_entity *entity) {
    if (entity->kind == CHY_ENTITY_COUNTRY) return 1;
    if (entity->kind != CHY_ENTITY_PLACE) return 0;
    return entity->place != NULL && !isnan(entity->place->latitude) ? 3 : 2;
}

/* A country gives way to a place in it, "three villages" to Darfur, and "his hometown" to its name.
 */
static void take_place(const chy_view *view, uint32_t found, uint32_t *place) {
    if (found == CHY_NONE) return;
    const chy_entity *entities = view->mentions->entities;
    int closer =
        *place == CHY_NONE ? 1 : closeness(&entities[found]) - closeness(&entities[*place]);
    bool names = closer == 0 && chy_view_is_named(view, found) && !chy_view_is_named(view, *place);
    if (closer > 0 || names) *place = found;
}

bool chy_is_led_by(const chy_view *view, uint32_t word, const char *preposition) {
    for (uint32_t child = view->child[word]; child != CHY_NONE; child = view->sibling[child]) {
        const chy_word *of = &view->input->words[child];
        bool led = strcmp(of->lemma, preposition) == 0 || chy_same(of->form, preposition);
        if (of->deprel == CHY_DEPREL_CASE && led) return true; /* "following", of "follow" */
    }
    return false;
}

/* Whether a locative preposition leads the word's phrase. */
static bool is_located(const chy_view *view, uint32_t word) {
    for (const char *const *l = locatives; *l != NULL; l++) {
        if (chy_is_led_by(view, word, *l)) return true;
    }
    return false;
}

/* "at Rameswaram harbour", "at Merowe air base": what stands before such a noun is where it is. */
bool chy_is_site(const chy_view *view, uint32_t word) {
    static const char *const sites[] = {
        "airport",   "archipelago", "area",     "barracks", "base",     "bridge",   "camp",
        "canal",     "checkpoint",  "church",   "city",     "coast",    "county",   "crossing",
        "dam",       "desert",      "district", "forest",   "harbor",   "harbour",  "hometown",
        "hospital",  "island",      "market",   "mine",     "mosque",   "palace",   "peninsula",
        "plant",     "plateau",     "port",     "prison",   "province", "refinery", "region",
        "reservoir", "shore",       "square",   "stadium",  "state",    "station",  "suburb",
        "town",      "university",  "valley",   "village"};
    return chy_is_listed(view->input->words[word].lemma, sites, CHY_COUNT_OF(sites));
}

bool chy_is_house(const chy_view *view, uint32_t word) {
    static const char *const houses[] = {"building",  "castle", "chateau", "guesthouse", "hall",
                                         "hotel",     "lodge",  "manor",   "mansion",    "palace",
                                         "residence", "venue",  "villa"};
    char lower[HOUSE_BYTES];
    const char *lemma = view->input->words[word].lemma;
    if (lemma == NULL || !chy_lower_string(lemma, lower, sizeof lower)) return false;
    return chy_is_listed(lower, houses, CHY_COUNT_OF(houses));
}

bool chy_is_at_house(const chy_view *view, uint32_t word) {
    return chy_is_house(view, word) && chy_is_led_by(view, word, "at");
}

/* "soldiers in Zamfara state" */
static bool is_in_site(const chy_view *view, uint32_t word) {
    uint32_t head = view->input->words[word].head;
    return head != CHY_NONE && word < head && chy_is_site(view, head) && is_located(view, head);
}

/* "burned tyres in the town of Kara" */
static bool is_of_site(const chy_view *view, uint32_t word) {
    uint32_t head = view->input->words[word].head;
    return head != CHY_NONE && chy_is_led_by(view, word, "of") && chy_is_site(view, head) &&
           is_located(view, head);
}

static bool is_way(const chy_view *view, uint32_t word) {
    static const char *const ways[] = {"road", "highway", "route", "motorway", "railway"};
    return chy_is_listed(view->input->words[word].lemma, ways, CHY_COUNT_OF(ways));
}

/* "the road from Jinja to Mbale", "the highway into Mbale": the places that a way runs between,
 * though the tree may hang them from the verb. */
static bool is_end_of_way(const chy_view *view, uint32_t word) {
    static const char *const ends[] = {"between", "from", "into", "out", "to"};
    uint32_t head = view->input->words[word].head;
    bool led = false;
    for (size_t i = 0; i < CHY_COUNT_OF(ends); i++)
        led = led || chy_is_led_by(view, word, ends[i]);
    if (!led || head == CHY_NONE) return false;
    bool way = is_way(view, head);
    for (uint32_t c = view->child[head]; c != CHY_NONE; c = view->sibling[c])
        way = way || (view->input->words[c].deprel == CHY_DEPREL_OBJ && is_way(view, c));
    return way;
}

/* The place that heads a phrase, or stands in it with a preposition of its own: "at a ceremony in
 * Lagos", "in the city of Lagos", but not "in the Lagos affair". */
static void take_phrase_places(chy_view *view, uint32_t head, uint32_t *place) {
    const chy_phrase *phrase = chy_view_phrase(view, head);
    take_place(view, chy_place_at(view, head), place);
    for (uint32_t i = 0; i < phrase->count; i++) {
        uint32_t word = phrase->words[i];
        bool of = chy_is_led_by(view, word, "of") && view->input->words[word].head == head;
        bool before =
            view->input->words[word].head == head && word < head && chy_is_site(view, head);
        bool end = view->input->words[word].head == head && is_end_of_way(view, word);
        if (of || before || end || is_located(view, word) || is_of_site(view, word))
            take_place(view, chy_place_at(view, word), place);
    }
}

/* "will fly to Manila, where he is to meet": the place before the "where" that begins the clause.
 */
static uint32_t where_place(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    const chy_word *words = view->input->words;
    for (uint32_t c = view->child[of->word]; c != CHY_NONE; c = view->sibling[c]) {
        if (words[c].lemma == NULL || strcmp(words[c].lemma, "where") != 0) continue;
        for (uint32_t back = 1; back <= WHERE_WORDS && back <= c; back++) {
            uint32_t word = c - back;
            if (words[word].sentence != words[c].sentence) break;
            uint32_t place = chy_place_at(view, word);
            if (place != CHY_NONE) return place;
        }
    }
    return CHY_NONE;
}

void chy_take_reached(chy_view *view, uint32_t word, uint32_t *place) {
    if (chy_is_led_by(view, word, "to") || chy_is_led_by(view, word, "for") ||
        is_located(view, word))
        take_phrase_places(view, word, place);
}

void chy_take_located(chy_view *view, uint32_t word, uint32_t *place) {
    if (is_located(view, word)) take_phrase_places(view, word, place);
}

/* The places of the arguments of an event's clause that one of the prepositions leads. */
static void take_argument_places(chy_view *view, const chy_telling *telling,
                                 const char *const *prepositions, uint32_t *place) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->word < view->input->word_count &&
            chy_has_preposition(argument, prepositions) &&
            !chy_is_elsewhere(view, telling, argument->word)) {
            take_phrase_places(view, argument->word, place);
        }
    }
}

/* "blocked the road from Rosario to Cordoba", of which the tree may hang the ends from the verb. */
static void take_way(chy_view *view, const chy_telling *telling, uint32_t *place) {
    const chy_clause *of = &view->clauses->clauses[telling->clause];
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        if (argument->role != CHY_ROLE_OBJECT || argument->word >= view->input->word_count ||
            !is_way(view, argument->word) ||
            chy_is_content(view, telling->rule, telling->type, argument))
            continue;
        take_phrase_places(view, argument->word, place);
        take_argument_places(view, telling, goals, place);
        take_argument_places(view, telling, origins, place);
    }
}

/* "evacuated 900 residents of Batken", "residents of Batken blocked the road": where those live to
 * whom it was done, or who did it where they live. */
static void take_home(chy_view *view, uint32_t clause, uint32_t *place) {
    static const char *const dwellers[] = {"inhabitant", "local",  "resident", "villager",
                                           "civilian",   "family", "farmer",   "people"};
    static const size_t settled = 4; /* the first of them stay where they live */
    const chy_clause *of = &view->clauses->clauses[clause];
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        bool does = argument->role == CHY_ROLE_SUBJECT;
        if ((!does && argument->role != CHY_ROLE_OBJECT) ||
            argument->word >= view->input->word_count)
            continue;
        bool dwells = chy_is_listed(view->input->words[argument->word].lemma, dwellers,
                                    does ? settled : CHY_COUNT_OF(dwellers));
        uint32_t child = dwells ? view->child[argument->word] : CHY_NONE;
        for (; child != CHY_NONE; child = view->sibling[child]) {
            if (chy_is_led_by(view, child, "of") || chy_is_led_by(view, child, "from"))
                take_phrase_places(view, child, place);
        }
    }
}

/* "talks, which took place | at the palace": what the relative of a noun says of its place. */
static void take_relative_places(chy_view *view, const chy_telling *telling, uint32_t *place) {
    static const char *const verbs[] = {"happen", "occur", "take"};
    const chy_clause *clauses = view->clauses->clauses;
    if (clauses[telling->clause].kind != CHY_CLAUSE_NOUN) return;
    for (uint32_t c = telling->clause + 1; c < view->clauses->clause_count &&
                                           clauses[c].sentence == clauses[telling->clause].sentence;
         c++) {
        if (clauses[c].parent != telling->clause || clauses[c].link != CHY_LINK_RELATIVE ||
            !chy_is_listed(clauses[c].lemma, verbs, CHY_COUNT_OF(verbs)))
            continue;
        for (uint32_t i = 0; i < clauses[c].argument_count; i++) {
            const chy_argument *argument = &view->clauses->arguments[clauses[c].first_argument + i];
            if (argument->word < view->input->word_count &&
                chy_has_preposition(argument, locatives))
                take_phrase_places(view, argument->word, place);
        }
    }
}

static uint32_t clause_place(chy_view *view, const chy_telling *telling) {
    const chy_argument *arguments[MOST];
    const chy_positions *positions = &telling->rule->body.place;
    uint32_t place = CHY_NONE;
    for (uint32_t p = 0; p < positions->count; p++) {
        uint32_t count =
            chy_arguments_at(view, telling->clause, &positions->items[p], arguments, MOST);
        for (uint32_t i = 0; i < count; i++) {
            take_phrase_places(view, arguments[i]->word, &place);
        }
    }
    take_argument_places(view, telling, locatives, &place);
    if (place == CHY_NONE) take_relative_places(view, telling, &place);
    if (place == CHY_NONE) place = where_place(view, telling->clause);
    if (place == CHY_NONE) take_way(view, telling, &place);
    bool goes = telling->type == CHY_AID || telling->type == CHY_MOBILIZE;
    if (place == CHY_NONE && goes) take_argument_places(view, telling, goals, &place);
    bool leaves = telling->type == CHY_RETREAT;
    if (place == CHY_NONE && leaves) take_argument_places(view, telling, origins, &place);
    bool deed = chy_plover_quad(telling->type) == 4 || telling->type == CHY_AID;
    if (place == CHY_NONE && deed) take_home(view, telling->clause, &place);
    return place;
}

/* "the area", "the borders": no place to go by but for the clause that names it. */
static bool is_vague(const chy_view *view, uint32_t place) {
    return !chy_view_is_named(view, place) && closeness(&view->mentions->entities[place]) < 3;
}

/* "the first talks since the rebels took Goma", "met two days after the rebels took Goma": where
 * something else was. */
static bool is_of_another_day(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_word *words = view->input->words;
    uint32_t of = chy_view_clause_above(view, word);
    if (of == CHY_NONE || of == telling->clause) return false;
    uint32_t verb = view->clauses->clauses[of].word;
    if (chy_is_below(view, view->clauses->clauses[telling->clause].word, verb)) return false;
    const char *mark = "";
    bool measured = false;
    for (uint32_t w = verb; w > 0 && words[w - 1].sentence == words[verb].sentence;) {
        w--;
        if (words[w].head == verb && words[w].deprel == CHY_DEPREL_MARK) mark = words[w].lemma;
        /* "two weeks after": of the verb, or of the conjunction */
        measured =
            measured || (words[w].deprel == CHY_DEPREL_OBL_UNMARKED && words[w].head != CHY_NONE &&
                         (words[w].head == verb || words[words[w].head].head == verb));
    }
    if (strcmp(mark, "since") == 0) return true;
    bool ordered = strcmp(mark, "after") == 0 || strcmp(mark, "before") == 0;
    return ordered && measured && chy_plover_quad(telling->type) != 4;
}

/* The place that stands nearest to the trigger in its sentence, places before countries. */
static uint32_t sentence_place(chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentence = &view->input->sentences[clause->sentence];
    uint32_t best = CHY_NONE;
    uint32_t best_distance = 0;
    for (uint32_t i = 0; i < sentence->word_count; i++) {
        uint32_t word = sentence->first_word + i;
        uint32_t found = chy_place_at(view, word);
        if (found == CHY_NONE) continue;
        /* "Families left Maiduguri after the attack": what one leaves or reaches is where one was.
         */
        bool reached = view->input->words[word].deprel == CHY_DEPREL_OBJ &&
                       view->mentions->entities[found].kind == CHY_ENTITY_PLACE;
        bool way = chy_plover_quad(telling->type) == 4 && is_end_of_way(view, word);
        if (!reached && !way && !is_located(view, word) && !is_in_site(view, word) &&
            !is_of_site(view, word))
            continue;
        if (is_vague(view, found) || chy_is_elsewhere(view, telling, word)) continue;
        if (is_of_another_day(view, telling, word)) continue;
        uint32_t distance = word > clause->word ? word - clause->word : clause->word - word;
        if (view->mentions->entities[found].kind == CHY_ENTITY_COUNTRY) {
            distance += CHY_LIMIT_SENTENCE_WORDS;
        }
        if (best == CHY_NONE || distance < best_distance) {
            best = found;
            best_distance = distance;
        }
    }
    return best;
}

static void find_place(chy_view *view, chy_telling *telling) {
    telling->place_evidence = "";
    telling->place = clause_place(view, telling);
    if (telling->place != CHY_NONE) {
        telling->place_evidence = "clause";
        return;
    }
    telling->place = chy_reached_place(view, telling);
    if (telling->place == CHY_NONE) telling->place = sentence_place(view, telling);
    if (telling->place != CHY_NONE) telling->place_evidence = "sentence";
}

void chy_telling_where_when(chy_view *view, chy_telling *telling) {
    find_place(view, telling);
    chy_telling_when(view, telling);
}
