/* What an event was about; how many it touched is read in counts.c. */
#include "events/telling.h"

#include "events/plover.h"

#include <string.h>

#define MOST        32u
#define MOST_TOPICS 8u

static const char *const topic_prepositions[] = {"on",        "about",      "over",
                                                 "regarding", "concerning", NULL};

/* Whether what stands there is no topic: a time, a party of the event, "on the sidelines". */
static bool is_no_topic(const chy_view *view, const chy_telling *telling, uint32_t word) {
    uint32_t end;
    if (view->mentions->time_of_word[word] != CHY_NONE) return true;
    if (chy_view_term_at(view, word, &view->grammar->sets[CHY_SET_NEVER_TOPICS], &end)) return true;
    uint32_t mention = view->mentions->mention_of_head[word];
    /* "talks on gas, according to the envoy" */
    uint32_t trigger = view->clauses->clauses[telling->clause].word;
    uint32_t statement = view->statements->statement_of_word[trigger];
    if (mention != CHY_NONE && statement != CHY_NONE &&
        view->statements->statements[statement].speaker ==
            view->mentions->mentions[mention].entity) {
        return true;
    }
    for (uint32_t i = 0; mention != CHY_NONE && i < telling->actors.count; i++) {
        if (telling->actors.items[i].mention == mention) return true;
    }
    for (uint32_t i = 0; mention != CHY_NONE && i < telling->recipients.count; i++) {
        if (telling->recipients.items[i].mention == mention) return true;
    }
    return false;
}

static void add_topic(chy_view *view, const chy_telling *telling, uint32_t word, chy_topic *topics,
                      uint32_t *count) {
    if (*count == MOST_TOPICS || is_no_topic(view, telling, word)) return;
    uint32_t mention = view->mentions->mention_of_head[word];
    chy_topic topic = {CHY_NONE, chy_view_phrase_span(view, word)};
    if (mention != CHY_NONE) topic.entity = view->mentions->mentions[mention].entity;
    for (uint32_t i = 0; i < *count; i++) {
        if (topics[i].span.start == topic.span.start) return;
    }
    topics[(*count)++] = topic;
}

/* "an exchange of views on trade": what hangs deeper in the noun's own phrase. */
static void add_inner_topics(chy_view *view, const chy_telling *telling, chy_topic *topics,
                             uint32_t *count) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (clause->kind != CHY_CLAUSE_NOUN) return;
    const chy_phrase *phrase = chy_view_phrase(view, clause->word);
    for (uint32_t i = 0; i < phrase->count; i++) {
        uint32_t word = phrase->words[i];
        const chy_word *of = &view->input->words[word];
        if (of->deprel != CHY_DEPREL_CASE || of->lemma == NULL || of->head == CHY_NONE) continue;
        for (const char *const *p = topic_prepositions; *p != NULL; p++) {
            if (strcmp(of->lemma, *p) == 0 && of->head != clause->word) {
                add_topic(view, telling, of->head, topics, count);
            }
        }
    }
}

/* "the talks covered migration", "the call focused on trade" */
static void add_said_topics(chy_view *view, const chy_telling *telling, chy_topic *topics,
                            uint32_t *count) {
    static const char *const leading[] = {"on", "upon", "around", "with", "about", "to", NULL};
    const chy_clause *clauses = view->clauses->clauses;
    const chy_clause *clause = &clauses[telling->clause];
    if (clause->kind != CHY_CLAUSE_NOUN || clause->parent >= view->clauses->clause_count) return;
    const chy_clause *above = &clauses[clause->parent];
    if (!chy_view_lemma_in(view, above->lemma, &view->grammar->sets[CHY_SET_TOPICAL])) return;
    bool subject = false;
    for (uint32_t i = 0; i < above->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[above->first_argument + i];
        subject = subject || ((argument->role == CHY_ROLE_SUBJECT ||
                               (above->passive && argument->role == CHY_ROLE_OBJECT)) &&
                              chy_view_argument_clause(view, argument) == telling->clause);
    }
    for (uint32_t i = 0; subject && i < above->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[above->first_argument + i];
        if (argument->word < view->input->word_count &&
            (argument->role == CHY_ROLE_OBJECT || chy_has_preposition(argument, leading)) &&
            chy_view_argument_clause(view, argument) != telling->clause) {
            add_topic(view, telling, argument->word, topics, count);
        }
    }
}

/* The arguments of a clause behind "on", "about" and the like. */
static void add_bare_topics(chy_view *view, const chy_telling *telling, uint32_t clause,
                            chy_topic *topics, uint32_t *count) {
    const chy_clause *of = &view->clauses->clauses[clause];
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        if (argument->word < view->input->word_count &&
            chy_has_preposition(argument, topic_prepositions)) {
            add_topic(view, telling, argument->word, topics, count);
        }
    }
}

static bool find_topics(chy_view *view, chy_telling *telling) {
    const chy_argument *arguments[MOST];
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_positions *positions = &telling->rule->body.topic;
    chy_topic topics[MOST_TOPICS];
    uint32_t count = 0;
    for (uint32_t p = 0; p < positions->count; p++) {
        uint32_t found =
            chy_arguments_at(view, telling->clause, &positions->items[p], arguments, MOST);
        for (uint32_t i = 0; i < found; i++) {
            add_topic(view, telling, arguments[i]->word, topics, &count);
        }
    }
    for (uint32_t next = telling->clause + 1; next < view->clauses->clause_count; next++) {
        if (view->clauses->clauses[next].sentence != clause->sentence) break;
        if (!chy_telling_goes_on(view, telling, next)) continue;
        add_bare_topics(view, telling, next, topics, &count);
    }
    bool usual = positions->count == 0 && chy_plover_quad(telling->type) != 4;
    if (usual) add_bare_topics(view, telling, telling->clause, topics, &count);
    if (count == 0 && chy_plover_quad(telling->type) != 4) {
        add_inner_topics(view, telling, topics, &count);
    }
    add_said_topics(view, telling, topics, &count);
    if (count == 0) return true;
    chy_topic *kept = chy_arena_alloc(view->arena, count, sizeof *kept);
    if (kept == NULL) return false;
    memcpy(kept, topics, count * sizeof *kept);
    telling->topics = kept;
    telling->topic_count = count;
    return true;
}

bool chy_telling_about(chy_view *view, chy_telling *telling) {
    return find_topics(view, telling) && chy_telling_counts(view, telling);
}
