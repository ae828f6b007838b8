/* The document as the matcher sees it, and what it found on each clause. */
#ifndef CHY_EVENTS_MATCH_H
#define CHY_EVENTS_MATCH_H

#include "events/grammar.h"

/* Words of a phrase that are looked at; more than any real phrase has. */
#define CHY_PHRASE_WORDS 64u
/* Parties of one slot of one clause, at most. */
#define CHY_SLOT_PARTIES 16u

typedef struct chy_phrase {
    const uint32_t *words; /* in text order */
    uint32_t count;
    bool read;
} chy_phrase;

/* A party found for a slot. */
typedef struct chy_filled {
    uint32_t entity;
    uint32_t mention; /* CHY_NONE where it was inferred */
    chy_span span;
    bool direct; /* the head of the slot's place, not an owner inside it */
} chy_filled;

typedef struct chy_fillings {
    chy_filled items[CHY_SLOT_PARTIES];
    uint32_t count;
} chy_fillings;

/* The best rule of a clause. */
typedef struct chy_match {
    const chy_rule *rule; /* NULL: none */
    int score;
    chy_fillings *actors, *recipients; /* NULL where the rule is NULL */
    bool complete;  /* its parties are there; a match without them serves `relate` alone */
    uint32_t whole; /* the clause of the attack or protest whose toll it tells, or CHY_NONE */
} chy_match;

typedef struct chy_view {
    const chy_mentions_input *input;
    const chy_mentions *mentions;
    const chy_clauses *clauses;
    const chy_statements *statements;
    const chy_grammar *grammar;
    chy_arena *arena;
    uint32_t *lemmas, *forms;  /* [word_count] words of the grammar, or 0 */
    uint32_t *child, *sibling; /* [word_count] first child, next sibling, or CHY_NONE */
    chy_phrase *phrases;       /* [word_count] by head */
    uint32_t *prepositions;    /* [argument_count] words of the grammar, or 0 */
    uint8_t *roles;            /* [argument_count] chy_role, some put right; CHY_ROLE_COUNT: none */
    uint32_t *states;          /* entities that are countries, one of each code */
    uint32_t state_count;
    uint32_t *stands_for; /* [word_count] the word; of a pronoun, the noun before that it means */
    uint8_t *told_as;     /* [entity_count] bits 1 << chy_mention_kind of an entity's mentions */
    uint32_t *flags;      /* [clause_count] CHY_FLAG_... */
    uint32_t *order;      /* clauses, parents before children */
    chy_match *matches;   /* [clause_count] */
    chy_near_miss *near;  /* why candidates failed */
    uint32_t near_count, near_capacity;
    bool no_memory;
} chy_view;

/* Prepares the view: words, children, order of clauses, flags. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_view_make(chy_view *view, chy_error *err);

/* The words of the phrase that `head` heads: without its conjuncts, clauses and appositions. */
const chy_phrase *chy_view_phrase(chy_view *view, uint32_t head);
/* From the first to the last word of the phrase, in code points. */
chy_span chy_view_phrase_span(chy_view *view, uint32_t head);
/* Whether a word is this word of the grammar, by lemma or by form. */
bool chy_view_is(const chy_view *view, uint32_t word, uint32_t id);
/* Whether a term of `terms` begins at the word: its other parts follow in the text, hyphens left
 * out.
 * `*end` is one past its last word. */
bool chy_view_term_at(const chy_view *view, uint32_t word, const chy_terms *terms, uint32_t *end);
/* Whether a lemma such as "call_off" is among the terms. */
bool chy_view_lemma_in(const chy_view *view, const char *lemma, const chy_terms *terms);
/* The argument's own clause, or that of its head word. CHY_NONE for none. */
uint32_t chy_view_argument_clause(const chy_view *view, const chy_argument *argument);
/* Walks from a word to the clause it belongs to; CHY_NONE for none. */
uint32_t chy_view_clause_above(const chy_view *view, uint32_t word);

/* Reads the flags of all clauses: status.c. */
void chy_view_flags(chy_view *view);
/* Whether a day, week or month (a TIMEX3 value) lies wholly after the report's day. */
bool chy_is_to_come(const chy_view *view, const char *value);
/* Whether a clause says when what a noun tells of is to be: "his trip, planned for May". */
bool chy_is_plan_of(const chy_view *view, uint32_t plan, uint32_t noun);
/* "help during the earthquake of May 2023": whether a time is that of a noun that is no event here:
 * when.c. */
bool chy_time_is_of_noun(const chy_view *view, const chy_time *time);
/* "not ready to touch | or meet them": whether a clause stands with the one before it below the
 * same predicate: status.c. */
bool chy_shares_governor(const chy_view *view, uint32_t clause);
/* The status that flags amount to. */
uint8_t chy_status_of(uint32_t flags);

/* Collects the arguments of a clause that stand at a position. At most `most`. */
uint32_t chy_arguments_at(const chy_view *view, uint32_t clause, const chy_position *position,
                          const chy_argument **arguments, uint32_t most);
/* Fills a slot, with none of `taken` (NULL: with any). Where it is the recipients' of `rule` (else
 * NULL), not with who suffers the deed that is blamed, or what is only promised: slots.c. */
void chy_slot_fill(chy_view *view, uint32_t clause, const chy_slot *slot, const chy_rule *rule,
                   const chy_fillings *taken, chy_fillings *filled);
/* Whether a name is among an entity's mentions. */
bool chy_view_is_named(const chy_view *view, uint32_t entity);
/* The country entity in which a place lies, or CHY_NONE. */
uint32_t chy_view_state_of(const chy_view *view, uint32_t place);
/* Whether an entity is of a kind that the filler asks for. */
bool chy_filler_fits(const chy_view *view, const chy_filler *filler, uint32_t entity);
/* The mention of a word that may fill a slot, with the speaker for a quoted "we"; false for none.
 */
bool chy_slot_party(const chy_view *view, uint32_t word, chy_filled *party);

/* Whether a word is what the deed of a clause (CHY_NONE: of none) is done to. */
bool chy_is_object_of(const chy_view *view, uint32_t clause, uint32_t word);

/* Whether the condition holds: conditions.c. `actors` and `recipients` are those found. */
bool chy_condition_holds(chy_view *view, uint32_t clause, const chy_condition *condition,
                         const chy_fillings *actors, const chy_fillings *recipients);

/* Matches all clauses: match.c. */
void chy_match_clauses(chy_view *view);
/* Whether a clause tells of an attack by somebody: tolls.c. */
bool chy_match_is_attack(const chy_match *match);
/* Gives what a participle tells of the dead and hurt to the attack further up that it is the toll
 * of: tolls.c. */
void chy_match_tolls(chy_view *view);

/* Makes a view and matches its clauses: events.c. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_view_read(chy_view *view, const chy_mentions_input *input,
                                      const chy_mentions *mentions, const chy_clauses *clauses,
                                      const chy_statements *statements, const chy_grammar *grammar,
                                      chy_arena *arena, chy_error *err);

#endif
