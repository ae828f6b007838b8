/* Where and when an event was. */
#include "events/telling.h"

#include "events/plover.h"

#include <string.h>

#define MOST 32u
#define FAR  2u
/* Words between "the duration" and how long it was. */
#define LENGTH_WORDS 10u

static const char *const locatives[] = {"in",       "at",      "near",       "inside",   "outside",
                                        "around",   "across",  "throughout", "within",   "along",
                                        "off",      "on",      "outside_of", "close_to", "north_of",
                                        "south_of", "east_of", "west_of",    NULL};
/* "after two days", "in the past week": not how long it lasted. */
static const char *const not_lasting[] = {"after", "within", "before", "since", "until", "in",
                                          "past",  "ago",    "by",     "from",  NULL};

/* ---- Where --------------------------------------------------------------------------------------
 */

/* A place named by a word, or CHY_NONE: not one that stands for a government. */
static uint32_t place_at(const chy_view *view, uint32_t word) {
    uint32_t mention = view->mentions->mention_of_head[word];
    if (mention == CHY_NONE) return CHY_NONE;
    const chy_mention *of = &view->mentions->mentions[mention];
    if (of->reading == CHY_READING_METONYMIC || of->entity >= view->mentions->entity_count) {
        return CHY_NONE;
    }
    const chy_entity *entity = &view->mentions->entities[of->entity];
    bool place = entity->kind == CHY_ENTITY_PLACE || entity->kind == CHY_ENTITY_COUNTRY;
    return place ? of->entity : CHY_NONE;
}

/* A country gives way to a place in it. */
static void take_place(const chy_view *view, uint32_t found, uint32_t *place) {
    if (found == CHY_NONE) return;
    const chy_entity *entities = view->mentions->entities;
    if (*place == CHY_NONE ||
        (entities[*place].kind == CHY_ENTITY_COUNTRY && entities[found].kind == CHY_ENTITY_PLACE)) {
        *place = found;
    }
}

/* Whether a preposition leads the word's phrase. */
static bool is_led_by(const chy_view *view, uint32_t word, const char *preposition) {
    for (uint32_t child = view->child[word]; child != CHY_NONE; child = view->sibling[child]) {
        if (view->input->words[child].deprel == CHY_DEPREL_CASE &&
            strcmp(view->input->words[child].lemma, preposition) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether a locative preposition leads the word's phrase. */
static bool is_located(const chy_view *view, uint32_t word) {
    for (const char *const *l = locatives; *l != NULL; l++) {
        if (is_led_by(view, word, *l)) return true;
    }
    return false;
}

/* The place that heads a phrase, or stands in it with a preposition of its own: "at a ceremony in
 * Lagos", "in the city of Lagos", but not "in the Lagos affair". */
static void take_phrase_places(chy_view *view, uint32_t head, uint32_t *place) {
    const chy_phrase *phrase = chy_view_phrase(view, head);
    take_place(view, place_at(view, head), place);
    for (uint32_t i = 0; i < phrase->count; i++) {
        uint32_t word = phrase->words[i];
        bool of = is_led_by(view, word, "of") && view->input->words[word].head == head;
        if (of || is_located(view, word)) take_place(view, place_at(view, word), place);
    }
}

static bool is_report(const chy_view *view, uint32_t clause) {
    return chy_view_lemma_in(view, view->clauses->clauses[clause].lemma,
                             &view->grammar->sets[CHY_SET_EMBEDS_FACT]);
}

/* Whether an argument says what the event was about, not where or with whom. */
static bool is_content(const chy_telling *telling, const chy_argument *argument) {
    static const char *const topical[] = {"on", "about", "over", "regarding", "concerning", NULL};
    const chy_positions *topic = &telling->rule->body.topic;
    if (chy_plover_quad(telling->type) == 4 || argument->inherited) return false;
    if (argument->role == CHY_ROLE_COMPLEMENT) return true;
    if (chy_has_preposition(argument, topical)) return true;
    for (uint32_t p = 0; p < topic->count; p++) {
        const chy_position *at = &topic->items[p];
        if (at->kind == CHY_AT_ROLE && at->role == CHY_ROLE_OBJECT &&
            argument->role == CHY_ROLE_OBJECT) {
            return true;
        }
    }
    return false;
}

static const chy_argument *argument_at(const chy_view *view, const chy_clause *clause,
                                       uint32_t word) {
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->word == word) return argument;
    }
    return NULL;
}

/* Whether a place belongs to something else than the event: to what was talked about ("discussed
 * the war in Yemen"), or to who tells of it ("officials in Lima said"). A town that follows what is
 * no event of its own is the event's all the same: "discussed the border in Lima". */
static bool is_of_another(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_word *words = view->input->words;
    uint32_t place = place_at(view, word);
    bool town = place != CHY_NONE && view->mentions->entities[place].kind == CHY_ENTITY_PLACE;
    uint32_t at = word;
    uint32_t below = word;
    for (uint32_t steps = 0; at != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (at == clause->word || at == clause->verb) return false;
        const chy_argument *argument = argument_at(view, clause, at);
        if (argument != NULL && is_content(telling, argument)) {
            bool plain = argument->role != CHY_ROLE_COMPLEMENT &&
                         chy_view_argument_clause(view, argument) == CHY_NONE &&
                         words[word].head == at;
            return !(town && plain && at != word);
        }
        uint32_t of = view->clauses->clause_of_word[at];
        bool says = of != CHY_NONE && of != telling->clause && is_report(view, of);
        if (says) return at != word && words[below].deprel != CHY_DEPREL_CCOMP;
        below = at;
        at = words[at].head;
    }
    return false;
}

static uint32_t clause_place(chy_view *view, const chy_telling *telling) {
    const chy_argument *arguments[MOST];
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_positions *positions = &telling->rule->body.place;
    uint32_t place = CHY_NONE;
    for (uint32_t p = 0; p < positions->count; p++) {
        uint32_t count =
            chy_arguments_at(view, telling->clause, &positions->items[p], arguments, MOST);
        for (uint32_t i = 0; i < count; i++) {
            take_phrase_places(view, arguments[i]->word, &place);
        }
    }
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->word < view->input->word_count && chy_has_preposition(argument, locatives) &&
            !is_of_another(view, telling, argument->word)) {
            take_phrase_places(view, argument->word, &place);
        }
    }
    return place;
}

/* The place that stands nearest to the trigger in its sentence, places before countries. */
static uint32_t sentence_place(const chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentence = &view->input->sentences[clause->sentence];
    uint32_t best = CHY_NONE;
    uint32_t best_distance = 0;
    for (uint32_t i = 0; i < sentence->word_count; i++) {
        uint32_t word = sentence->first_word + i;
        uint32_t found = place_at(view, word);
        if (found == CHY_NONE || !is_located(view, word)) continue;
        if (is_of_another(view, telling, word)) continue;
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
    telling->place = sentence_place(view, telling);
    if (telling->place != CHY_NONE) {
        telling->place_evidence = "sentence";
        return;
    }
    bool here = telling->status == CHY_ASSERTED && !telling->generic;
    if (here && view->mentions->dateline_place < view->mentions->entity_count) {
        telling->place = view->mentions->dateline_place;
        telling->place_evidence = "dateline";
    }
}

/* ---- When ---------------------------------------------------------------------------------------
 */

/* The shape of a TIMEX3 value, digits and X alike. */
static const char *precision_of(const char *value, size_t *length) {
    size_t size = strcspn(value, "T");
    *length = size;
    if (size == 10 && value[4] == '-') return "day";
    if (size >= 8 && value[4] == '-' && value[5] == 'W') return "week";
    if (size == 7 && value[4] == '-') return "month";
    return size == 4 ? "year" : "";
}

static bool is_calendar(const char *value) {
    size_t size = strlen(value);
    return size >= 4 && (value[0] == 'X' || (value[0] >= '0' && value[0] <= '9'));
}

/* The first time of a sentence: times stand in text order. */
static uint32_t first_time(const chy_mentions *mentions, uint32_t first_word) {
    uint32_t low = 0;
    uint32_t high = mentions->time_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->times[middle].first_word < first_word) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The word by which a time hangs in the tree. */
static uint32_t time_head(const chy_view *view, const chy_time *time) {
    for (uint32_t w = time->first_word; w < time->end_word; w++) {
        uint32_t head = view->input->words[w].head;
        if (head < time->first_word || head >= time->end_word) return w;
    }
    return time->first_word;
}

/* How near a time stands to a telling: 0 its own, 1 that of the clause it hangs from, FAR
 * otherwise; the time of who reports it is not its own. */
static uint32_t time_distance(const chy_view *view, const chy_telling *telling,
                              const chy_time *time) {
    const chy_clause *clauses = view->clauses->clauses;
    const chy_clause *clause = &clauses[telling->clause];
    uint32_t of = chy_view_clause_above(view, time_head(view, time));
    if (of == telling->clause) return 0;
    if (of == CHY_NONE || clause->parent != of) return FAR;
    bool reports =
        chy_view_lemma_in(view, clauses[of].lemma, &view->grammar->sets[CHY_SET_EMBEDS_FACT]);
    return reports && clause->link != CHY_LINK_CONJUNCT ? FAR : 1;
}

/* Whether a day lies after the report's. */
static bool is_to_come(const chy_view *view, const char *value) {
    int32_t day = 0;
    if (strlen(value) < 10 || view->mentions->reference_date <= 0) return false;
    for (size_t i = 0; i < 10; i++) {
        if (i == 4 || i == 7) continue;
        if (value[i] < '0' || value[i] > '9') return false;
        day = day * 10 + (value[i] - '0');
    }
    return day > view->mentions->reference_date;
}

static void take_date(chy_view *view, chy_telling *telling, const chy_time *time,
                      uint32_t distance) {
    size_t length;
    telling->date_precision = precision_of(time->value, &length);
    const char *date = chy_arena_string(view->arena, time->value, length);
    if (date == NULL) {
        view->no_memory = true;
        return;
    }
    telling->date = date;
    telling->date_span = time->span;
    telling->date_evidence = distance == 0 ? "clause" : "sentence";
}

/* The date of the report itself: of the dateline where it is whole, else of publication. */
static void take_report_date(chy_view *view, chy_telling *telling) {
    const chy_dateline *dateline = view->input->dateline;
    const char *published = view->input->report->published;
    const char *date = dateline == NULL ? NULL : dateline->date;
    telling->date_evidence = "dateline";
    if (date == NULL || strlen(date) < 10 || date[0] == 'X') {
        date = published;
        telling->date_evidence = "published";
    }
    if (date == NULL || strlen(date) < 10) {
        telling->date_evidence = "";
        return;
    }
    const char *copy = chy_arena_string(view->arena, date, 10);
    if (copy == NULL) {
        view->no_memory = true;
        return;
    }
    telling->date = copy;
    telling->date_precision = "day";
}

static void find_date(chy_view *view, chy_telling *telling) {
    const chy_mentions *mentions = view->mentions;
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentence = &view->input->sentences[clause->sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    const chy_time *best = NULL;
    uint32_t best_distance = FAR;
    bool past = telling->type == telling->rule->type && telling->status == CHY_ASSERTED &&
                clause->tense == CHY_TENSE_PAST;
    telling->date = "";
    telling->date_precision = "";
    telling->date_evidence = "";
    for (uint32_t i = first_time(mentions, sentence->first_word);
         i < mentions->time_count && mentions->times[i].first_word < end; i++) {
        const chy_time *time = &mentions->times[i];
        bool dates = time->type == CHY_TIME_DATE || time->type == CHY_TIME_TIME;
        if (!dates || time->value == NULL || !is_calendar(time->value)) continue;
        if (past && is_to_come(view, time->value)) continue;
        uint32_t distance = time_distance(view, telling, time);
        if (distance < best_distance) {
            best = time;
            best_distance = distance;
        }
    }
    if (best != NULL) {
        take_date(view, telling, best, best_distance);
    } else if (telling->status == CHY_ASSERTED && !telling->generic) {
        take_report_date(view, telling);
    }
}

/* ---- How long -----------------------------------------------------------------------------------
 */

static bool may_last(uint8_t type) {
    return type == CHY_CONSULT || type == CHY_PROTEST || type == CHY_COOPERATE ||
           type == CHY_MOBILIZE || type == CHY_ASSAULT;
}

static bool is_led_away(const chy_view *view, const chy_time *time) {
    const chy_word *words = view->input->words;
    for (uint32_t child = view->child[time_head(view, time)]; child != CHY_NONE;
         child = view->sibling[child]) {
        if (words[child].deprel != CHY_DEPREL_CASE && words[child].deprel != CHY_DEPREL_MARK &&
            words[child].deprel != CHY_DEPREL_ADVMOD && words[child].deprel != CHY_DEPREL_AMOD) {
            continue;
        }
        for (const char *const *p = not_lasting; *p != NULL; p++) {
            if (words[child].lemma != NULL && strcmp(words[child].lemma, *p) == 0) return true;
        }
    }
    return false;
}

/* "after three days of talks" */
static bool is_measure(const chy_view *view, uint32_t length, uint32_t noun) {
    return view->input->words[noun].head == length && is_led_by(view, noun, "of");
}

/* "the talks lasted two hours", "they spent an hour in talks", "talks on fish, which lasted ..." */
static bool lasts_it(const chy_view *view, uint32_t of, uint32_t clause) {
    const chy_clause *above = &view->clauses->clauses[of];
    if (!chy_view_lemma_in(view, above->lemma, &view->grammar->sets[CHY_SET_LASTING])) {
        return false;
    }
    for (uint32_t i = 0; i < above->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[above->first_argument + i];
        if (chy_view_argument_clause(view, argument) == clause) return true;
    }
    return view->clauses->clauses[clause].parent == of ||
           (above->link == CHY_LINK_RELATIVE && above->parent == clause);
}

/* "held talks, the duration of which was two hours" */
static bool is_its_length(const chy_view *view, const chy_telling *telling, const chy_time *time) {
    uint32_t first = view->clauses->clauses[telling->clause].word;
    uint32_t back =
        time->first_word > first + LENGTH_WORDS ? time->first_word - LENGTH_WORDS : first;
    for (uint32_t w = back; w < time->first_word; w++) {
        const char *lemma = view->input->words[w].lemma;
        if (lemma != NULL && (strcmp(lemma, "duration") == 0 || strcmp(lemma, "length") == 0)) {
            return telling->type == CHY_CONSULT;
        }
    }
    return false;
}

static void find_duration(const chy_view *view, chy_telling *telling) {
    const chy_mentions *mentions = view->mentions;
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentence = &view->input->sentences[clause->sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    telling->duration = "";
    if (!may_last(telling->type)) return;
    for (uint32_t i = first_time(mentions, sentence->first_word);
         i < mentions->time_count && mentions->times[i].first_word < end; i++) {
        const chy_time *time = &mentions->times[i];
        if (time->type != CHY_TIME_DURATION || time->value == NULL) continue;
        uint32_t head = time_head(view, time);
        uint32_t of = chy_view_clause_above(view, head);
        bool measure = is_measure(view, head, clause->word);
        if (!measure && (of == CHY_NONE || is_led_away(view, time))) continue;
        if (measure || of == telling->clause || lasts_it(view, of, telling->clause) ||
            is_its_length(view, telling, time)) {
            telling->duration = time->value;
            return;
        }
    }
}

void chy_telling_where_when(chy_view *view, chy_telling *telling) {
    find_place(view, telling);
    find_date(view, telling);
    find_duration(view, telling);
}
