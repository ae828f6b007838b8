/* How a report opens: a first sentence that tells of no event may set the scene of the meeting told
 * next: "What was said in Fez on Tuesday depends on whom one asks." */
#include "events/telling.h"

#include "events/plover.h"
#include "mentions/calendar.h"

#include <string.h>

/* Days before the report's that its news is still of. */
#define NEWS_DAYS 6

typedef struct opening {
    uint32_t sentence;
    uint32_t place;       /* a town that it names alone, or CHY_NONE */
    const chy_time *time; /* a day of the news that it names alone, or NULL */
} opening;

/* The first sentence of the text, or CHY_NONE. */
static uint32_t first_sentence(const chy_view *view) {
    for (uint32_t s = 0; s < view->input->sentence_count; s++)
        if (view->input->sentences[s].part == CHY_PART_BODY) return s;
    return CHY_NONE;
}

/* Whether somebody does something by the end of a sentence. */
static bool is_told_by(const chy_view *view, const chy_tellings *tellings, uint32_t sentence) {
    for (uint32_t t = 0; t < tellings->count; t++) {
        const chy_telling *telling = &tellings->items[t];
        if (view->clauses->clauses[telling->clause].sentence > sentence) return false;
        if (telling->actors.count + telling->recipients.count > 0) return true;
    }
    return false;
}

/* Whether a time is a day of the report's own news on which something was. */
static bool is_day_of_news(const chy_view *view, const chy_time *time) {
    int32_t today = view->mentions->reference_date;
    chy_date date;
    if ((time->type != CHY_TIME_DATE && time->type != CHY_TIME_TIME) || time->value == NULL ||
        strlen(time->value) < 10 || today <= 0 || !chy_date_read(time->value, &date))
        return false;
    const chy_clause *clauses = view->clauses->clauses;
    uint32_t of = chy_view_clause_above(view, chy_time_head(view, time));
    /* "Nothing was told of the encounter of Thursday" */
    if (of != CHY_NONE && clauses[of].kind == CHY_CLAUSE_NOUN && clauses[of].parent != CHY_NONE)
        of = clauses[of].parent;
    int32_t back = chy_date_days(chy_date_of_number(today)) - chy_date_days(date);
    return of != CHY_NONE && clauses[of].tense == CHY_TENSE_PAST && back >= 0 &&
           back <= NEWS_DAYS && !chy_time_only_bounds(view, time);
}

static opening read_opening(chy_view *view, uint32_t sentence) {
    const chy_sentence *of = &view->input->sentences[sentence];
    const chy_mentions *mentions = view->mentions;
    uint32_t end = of->first_word + of->word_count, days = 0;
    opening found = {sentence, CHY_NONE, NULL};
    for (uint32_t i = chy_first_time(mentions, of->first_word);
         i < mentions->time_count && mentions->times[i].first_word < end; i++) {
        if (mentions->times[i].type == CHY_TIME_DURATION) continue;
        found.time = &mentions->times[i];
        days++;
    }
    if (days != 1 || !is_day_of_news(view, found.time)) found.time = NULL;
    for (uint32_t w = of->first_word; w < end; w++)
        chy_take_located(view, w, &found.place);
    if (found.place != CHY_NONE && mentions->entities[found.place].kind != CHY_ENTITY_PLACE)
        found.place = CHY_NONE;
    return found;
}

/* Whether a telling is of those who met on the scene that was set. */
static bool is_on_scene(const chy_view *view, const chy_telling *telling) {
    return telling->type == CHY_CONSULT && telling->status == CHY_ASSERTED &&
           view->clauses->clauses[telling->clause].tense == CHY_TENSE_PAST &&
           !chy_is_perfect(view, telling->clause) &&
           !chy_is_by_phone(telling->type, telling->modes);
}

void chy_tellings_take_opening(chy_view *view, chy_tellings *tellings) {
    const chy_sentence *sentences = view->input->sentences;
    uint32_t first = first_sentence(view);
    if (first == CHY_NONE || first + 1 == view->input->sentence_count ||
        is_told_by(view, tellings, first))
        return;
    opening scene = read_opening(view, first);
    uint32_t paragraph = sentences[first + 1].paragraph;
    for (uint32_t t = 0; t < tellings->count; t++) {
        chy_telling *telling = &tellings->items[t];
        uint32_t of = view->clauses->clauses[telling->clause].sentence;
        if (sentences[of].paragraph > paragraph) break;
        if (of <= first || !is_on_scene(view, telling)) continue;
        if (telling->place == CHY_NONE && scene.place != CHY_NONE) {
            telling->place = scene.place;
            telling->place_evidence = "context";
        }
        if (scene.time != NULL && chy_is_by_default(telling->date_evidence))
            chy_telling_take_day(view, telling, scene.time);
    }
}
