/* Reading grammar files: lines of tokens, words, conditions, rules. */
#ifndef CHY_EVENTS_PARSE_H
#define CHY_EVENTS_PARSE_H

#include "events/grammar.h"

typedef enum chy_token_kind {
    CHY_TOKEN_WORD,
    CHY_TOKEN_STRING, /* between quotation marks, these left out; may hold \" */
    CHY_TOKEN_COMMA,
    CHY_TOKEN_BAR
} chy_token_kind;

typedef struct chy_token {
    uint8_t kind;
    chy_slice text;
    size_t byte, line, column;
} chy_token;

typedef struct chy_set {
    uint32_t name; /* interned */
    uint32_t file; /* CHY_NONE: shared */
    chy_terms terms;
    bool wrong; /* a problem was reported for its words: what it holds is not known */
} chy_set;

/* The type after a `type` line that was not understood: modes and codes of any type pass, so that
 * one mistake is told once. */
#define CHY_TYPE_UNKNOWN (CHY_EVENT_TYPE_COUNT + 1)

/* The default lines of a type, in the order of the files. */
typedef struct chy_defaults {
    uint8_t type;
    uint32_t file;
    chy_rule_body body;
} chy_defaults;

typedef struct chy_parser {
    chy_grammar *grammar;
    chy_arena *arena;
    const chy_grammar_source *source;
    uint32_t file;
    bool strict;
    /* The logical line being read. */
    chy_token *tokens;
    uint32_t token_count, token_capacity, at;
    bool spoilt;       /* it could not be cut into words rightly: only its first word is good */
    size_t byte, line; /* where the next physical line begins */
    /* What has been read. */
    chy_set *sets;
    uint32_t set_count, set_capacity;
    chy_defaults *defaults;
    uint32_t defaults_count, defaults_capacity;
    uint32_t rule_capacity, example_capacity, predicate_capacity, context_capacity, limit_capacity;
    uint8_t type;  /* of the `type` line, CHY_EVENT_TYPE_COUNT before it, or CHY_TYPE_UNKNOWN */
    uint32_t rule; /* the rule being read, or CHY_NONE */
    uint32_t lost; /* the rule that takes the lines after a bad `type` or `rule`, or CHY_NONE */
    bool no_memory;
    /* Problems. */
    chy_grammar_report *report;
    void *report_context;
    chy_error first;
    uint32_t problem_count;
} chy_parser;

/* Reports a problem at a token (NULL: at the end of the line) and returns false. */
bool chy_parse_problem(chy_parser *parser, const chy_token *token, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Notes that memory ran out and returns false. */
bool chy_parse_no_memory(chy_parser *parser);

/* Reads the next logical line into `tokens`; false at the end of the file. What is wrong with its
 * letters or quotation marks is reported, and the line given as `spoilt`. */
bool chy_parse_line(chy_parser *parser);
/* The token at hand, or NULL at the end of the line. */
const chy_token *chy_parse_peek(const chy_parser *parser);
/* Steps over a word if it is this one. */
bool chy_parse_accept(chy_parser *parser, const char *word);
bool chy_parse_accept_kind(chy_parser *parser, chy_token_kind kind);
/* Whether the line is read to its end; reports what is left over. */
bool chy_parse_end(chy_parser *parser);

/* Reads words and @sets to the end of the line or, with `stops`, to `and`, `if`, `when`. */
bool chy_parse_terms(chy_parser *parser, bool stops, chy_terms *terms);
bool chy_parse_term(chy_parser *parser, chy_slice word, chy_term *term);
/* The set that `name` (without @) stands for in this file; NULL when there is none. */
const chy_set *chy_parse_set(const chy_parser *parser, chy_slice name);
/* `NAME: words` after "set" or "shared set". A set whose words are wrong is known by its name. */
bool chy_parse_set_line(chy_parser *parser, bool shared);

bool chy_parse_positions(chy_parser *parser, bool in_slot, chy_positions *positions);
/* `in_slot`: stops before a place that follows a bar. */
bool chy_parse_filler(chy_parser *parser, bool in_slot, chy_filler *filler);
bool chy_parse_condition(chy_parser *parser, chy_condition *condition);

/* A line inside a rule, or one of a type's default lines. The first word has been looked at only.
 */
bool chy_parse_rule_line(chy_parser *parser, chy_rule_body *body, bool in_rule);

/* Joins defaults into rules, indexes predicates and contexts. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_grammar_finish(chy_parser *parser, chy_error *err);

/* Appends an item to an array in the arena; false (and noted) when memory ran out. */
bool chy_parse_append(chy_parser *parser, void **items, uint32_t *count, uint32_t *capacity,
                      const void *item, size_t size);

#endif
