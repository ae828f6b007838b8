/* Who did what to whom: the grammar matched on clauses, and the events that come of it. */
#ifndef CHY_EVENTS_EVENTS_H
#define CHY_EVENTS_EVENTS_H

#include "statements/statements.h"

typedef struct chy_grammar chy_grammar;

/* Parses grammar files; later files win over earlier ones where they name the same rule. With
 * `strict`, a rule without an example or without a counter-example is an error. CHY_ERROR_GRAMMAR
 * with name, line and column. */
CHY_MUST_USE chy_status chy_grammar_open(const chy_grammar_source *sources, size_t source_count,
                                         bool strict, const chy_lexicon *lexicon,
                                         chy_grammar **grammar, chy_error *err);
/* The same, and calls `report` for each problem, not for the first alone. */
CHY_MUST_USE chy_status chy_grammar_open_reporting(const chy_grammar_source *sources,
                                                   size_t source_count, bool strict,
                                                   const chy_lexicon *lexicon,
                                                   chy_grammar_report *report, void *context,
                                                   chy_grammar **grammar, chy_error *err);
void chy_grammar_free(chy_grammar *grammar);
/* Its identity for the record: number of rules and hash. */
const char *chy_grammar_identity(const chy_grammar *grammar);

/* One example of a rule, for the tests and for `chancery grammar check`. */
typedef struct chy_grammar_example {
    const char *rule; /* "CONSULT/meet" */
    const char *sentence;
    const char *expected; /* as written in the file; "" for a counter-example */
    bool counter;
    size_t line, column; /* of the sentence */
} chy_grammar_example;
size_t chy_grammar_example_count(const chy_grammar *grammar);
void chy_grammar_example_get(const chy_grammar *grammar, size_t index,
                             chy_grammar_example *example);

#define CHY_NO_PREFER 10 /* `prefer` takes -9 to 9 */

/* Why a rule that named a clause's predicate did not make an event: for `explain`. */
typedef struct chy_near_miss {
    uint32_t clause;
    const char *rule;
    const char *reason; /* "no party as subject" */
    const char *words;  /* of the condition that decided, as its file has them; or NULL */
    size_t line;        /* where it stands; 0 where there is none */
    bool lost;          /* the rule held, and another one went before it: */
    const char *winner; /* that one */
    int prefer;         /* with which the rule would go first; CHY_NO_PREFER where none helps */
    int score;          /* what the rule scored without its `prefer` */
} chy_near_miss;

typedef struct chy_events {
    chy_event *events; /* in order of their first evidence */
    uint32_t event_count;
    chy_near_miss *near_misses;
    uint32_t near_miss_count;
} chy_events;

/* Matches the grammar, decides status, place, date, contexts, counts, topics, reported_by, and
 * joins tellings of the same event. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_events_read(const chy_mentions_input *input,
                                        const chy_mentions *mentions, const chy_clauses *clauses,
                                        const chy_statements *statements,
                                        const chy_grammar *grammar, chy_arena *arena,
                                        chy_events *events, chy_error *err);

/* The event by which the words of span `actor` act on those of span `recipient`: an event of
 * `events` that has both, else the rule whose predicate stands nearest to both in the tree, its
 * conditions met or not. Scratch memory comes from `arena`. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_events_relate(const chy_mentions_input *input,
                                          const chy_mentions *mentions, const chy_clauses *clauses,
                                          const chy_statements *statements,
                                          const chy_grammar *grammar, const chy_events *events,
                                          chy_span actor, chy_span recipient, chy_arena *arena,
                                          chy_relation *relation, chy_error *err);

/* Whether a rule is among those that an event is told by. */
bool chy_event_made_by(const chy_event *event, const char *rule);
/* Whether a coded document holds what an example says. On false, `problem` (of `size` bytes) says
 * in a sentence what was found instead. Fields that are not known are a problem too. */
bool chy_grammar_example_holds(const chy_grammar_example *example, const chy_doc_content *content,
                               char *problem, size_t size);

#endif
