/* The parsed grammar, as the matcher sees it. docs/grammar.md describes the language. */
#ifndef CHY_EVENTS_GRAMMAR_H
#define CHY_EVENTS_GRAMMAR_H

#include "events/events.h"

#define CHY_GRAMMAR_FILE_BYTES      (1024u * 1024u)
#define CHY_GRAMMAR_LINE_BYTES      4096u
#define CHY_GRAMMAR_RULES           8192u
#define CHY_GRAMMAR_SET_WORDS       4096u
#define CHY_GRAMMAR_WORD_BYTES      64u
#define CHY_GRAMMAR_WORD_PARTS      6u
#define CHY_GRAMMAR_PREDICATE_WORDS 1024u
#define CHY_GRAMMAR_CONDITIONS      32u
#define CHY_GRAMMAR_EXAMPLES        64u
#define CHY_GRAMMAR_POSITIONS       16u
#define CHY_GRAMMAR_TESTS           8u

/* A word of the grammar: its parts as interned lower-case words. "tear gas" has two. */
typedef struct chy_term {
    uint32_t parts[CHY_GRAMMAR_WORD_PARTS];
    uint8_t count;
} chy_term;

/* Terms sorted by their first part. */
typedef struct chy_terms {
    const chy_term *items;
    uint32_t count;
} chy_terms;

/* Where something stands. Roles keep chy_role's numbers. */
typedef enum chy_position_kind {
    CHY_AT_ROLE,        /* `role` */
    CHY_AT_PREPOSITION, /* `preposition`: an interned word */
    CHY_AT_OWNER,       /* only as a step */
    CHY_AT_HOST,        /* the country of the place gone to */
    CHY_AT_PHRASE,
    CHY_AT_ANY,
    CHY_AT_CLAUSE,
    CHY_AT_SENTENCE,
    CHY_AT_PARENT,
    CHY_AT_ACTOR,
    CHY_AT_RECIPIENT,
    CHY_AT_LIGHT,  /* the light verb */
    CHY_AT_WORD,   /* the predicate's own word */
    CHY_AT_NOWHERE /* no step */
} chy_position_kind;

typedef struct chy_position {
    uint8_t kind, role;
    uint8_t step_kind, step_role; /* one step further in; CHY_AT_NOWHERE for none */
    uint32_t preposition, step_preposition;
} chy_position;

typedef struct chy_positions {
    const chy_position *items;
    uint32_t count;
} chy_positions;

/* What may fill a slot: any of these. */
enum {
    CHY_FILL_PARTY = 1 << 0,
    CHY_FILL_ANY = 1 << 1,
    CHY_FILL_KIND = 1 << 2,  /* 1 << (2 + chy_entity_kind) */
    CHY_FILL_CODES = 1 << 10 /* 1 << (10 + index in chy_filler_codes): UNO, EUR, ... */
};
typedef struct chy_filler {
    uint32_t kinds;
    uint32_t sectors; /* 1 << chy_sector */
} chy_filler;

typedef enum chy_test_kind {
    CHY_TEST_HAS,
    CHY_TEST_HEAD,
    CHY_TEST_IS,
    CHY_TEST_CODES,
    CHY_TEST_PRESENT,
    CHY_TEST_NONE,
    CHY_TEST_SEVERAL,
    CHY_TEST_INFINITIVE,
    CHY_TEST_FLAG_THERE,
    CHY_TEST_LIGHT,
    CHY_TEST_PREDICATE, /* `verb ship, send` */
    CHY_TEST_FLAG
} chy_test_kind;

/* Flags of a clause, as the tests name them. */
enum {
    CHY_FLAG_VERB = 1 << 0,
    CHY_FLAG_NOUN = 1 << 1,
    CHY_FLAG_ADJECTIVE = 1 << 2,
    CHY_FLAG_FUTURE = 1 << 3,
    CHY_FLAG_NEGATED = 1 << 4,
    CHY_FLAG_HYPOTHETICAL = 1 << 5,
    CHY_FLAG_PAST = 1 << 6,
    CHY_FLAG_HISTORICAL = 1 << 7,
    CHY_FLAG_POSSIBLE = 1 << 8,
    CHY_FLAG_NECESSARY = 1 << 9,
    CHY_FLAG_CONDITIONAL = 1 << 10,
    CHY_FLAG_PASSIVE = 1 << 11,
    CHY_FLAG_QUESTION = 1 << 12,
    CHY_FLAG_IMPERATIVE = 1 << 13,
    CHY_FLAG_PLURAL = 1 << 14,
    CHY_FLAG_ADNOMINAL = 1 << 15, /* it says which: "the men held in Lima" */
    /* Not of the clause, but of the parties found: */
    CHY_FLAG_DOMESTIC = 1 << 16,
    CHY_FLAG_INTERNATIONAL = 1 << 17
};

typedef struct chy_test {
    uint8_t kind; /* chy_test_kind */
    bool inverted;
    bool starts_group; /* stands after an `or` */
    chy_positions at;
    chy_terms words;   /* HAS, HEAD, LIGHT, PREDICATE */
    chy_filler filler; /* IS */
    uint32_t types;    /* CODES: 1 << chy_event_type */
    chy_terms rules;   /* CODES: full names as one-part terms */
    uint32_t flag;     /* FLAG, FLAG_THERE, and the kind of PREDICATE */
} chy_test;

/* Tests joined by `and`, groups of them by `or`. */
typedef struct chy_condition {
    const chy_test *tests;
    uint32_t count;    /* 0: always holds */
    const char *words; /* as the file has them, for people */
    size_t line;
} chy_condition;

typedef struct chy_conditions {
    const chy_condition *items;
    uint32_t count;
} chy_conditions;

/* What a line gives where its condition holds. */
typedef struct chy_effect {
    uint8_t
        type; /* of becomes and also; CHY_EVENT_TYPE_COUNT: no event; CHY_EFFECT_SAME: as it is */
    uint32_t mode;     /* index among the type's modes, or CHY_NONE */
    const char *cameo; /* or NULL */
    uint32_t context;  /* index, or CHY_NONE */
    chy_condition when;
} chy_effect;
#define CHY_EFFECT_SAME 255u

typedef struct chy_effects {
    const chy_effect *items;
    uint32_t count;
} chy_effects;

/* One line of a slot. */
typedef struct chy_slot_line {
    chy_positions at;
    chy_filler filler;
} chy_slot_line;

typedef struct chy_slot {
    const chy_slot_line *lines;
    uint32_t count;
    bool required;
} chy_slot;

typedef struct chy_count_line {
    uint8_t kind; /* chy_count_kind */
    chy_positions from;
} chy_count_line;

/* The parts of a rule that a type's default lines may give too. */
typedef struct chy_rule_body {
    chy_slot actor, recipient;
    chy_conditions when, unless;
    chy_effects gives, becomes, also;
    chy_positions topic, place, absorbs;
    const chy_count_line *counts;
    uint32_t count_count;
    uint32_t absorbs_types;
    bool absorbs_parent;
    bool absorbs_none; /* takes no defaults either */
    bool mutual;
    bool retells;   /* makes no event: tells more of one of its type that was told before */
    bool encounter; /* only of those whose encounter the report opens with */
    chy_condition mutual_when;
} chy_rule_body;

typedef struct chy_rule {
    const char *name; /* "CONSULT/meet" */
    const char *gloss;
    uint32_t full_name; /* interned; 0: replaced by a rule of a later file, or lost */
    uint8_t type;
    int8_t prefer;
    bool wrong; /* a problem in it was reported */
    uint32_t file;
    size_t line;
    uint32_t first_example, example_count;
    chy_rule_body body; /* with the defaults of its type joined in */
} chy_rule;

/* A predicate entry: "take to street" if ... */
typedef struct chy_predicate {
    uint32_t rule;
    uint8_t kind; /* chy_clause_kind */
    chy_term term;
    const chy_condition *condition; /* of the line, or NULL */
} chy_predicate;

typedef struct chy_context_words {
    uint32_t context;
    chy_term term;
} chy_context_words;

/* `context` is left out beside any of `without`, unless one of `unless` is there (context bits). */
typedef struct chy_context_limit {
    uint32_t context;
    uint64_t without, unless;
} chy_context_limit;

/* Sets that the engine reads. */
typedef enum chy_engine_set {
    CHY_SET_EMBEDS_FACT,
    CHY_SET_EMBEDS_FUTURE,
    CHY_SET_EMBEDS_HYPOTHETICAL,
    CHY_SET_EMBEDS_NEGATED,
    CHY_SET_MODIFIES_FUTURE,
    CHY_SET_MODIFIES_HYPOTHETICAL,
    CHY_SET_HISTORIC_WORDS,
    CHY_SET_LASTING,
    CHY_SET_NEVER_TOPICS,
    CHY_SET_PURPOSE_DONE,
    CHY_SET_PURPOSE_OPEN,
    CHY_SET_TOPICAL,
    CHY_SET_COUNT
} chy_engine_set;

typedef struct chy_words_table chy_words_table;

struct chy_grammar {
    chy_arena *arena;
    chy_words_table *words;
    chy_rule *rules;
    uint32_t rule_count;
    chy_grammar_example *examples;
    uint32_t example_count;
    chy_predicate *predicates;
    uint32_t predicate_count;
    uint32_t *keyed; /* indexes of predicates, in the order of the words they are found by */
    uint32_t *predicates_of;     /* [words + 2] where the predicates of a word begin in `keyed` */
    chy_context_words *contexts; /* in the order of the first part of the term */
    uint32_t context_count;
    uint32_t *contexts_of; /* [words + 2] likewise, in `contexts` */
    chy_context_limit *limits;
    uint32_t limit_count;
    chy_terms sets[CHY_SET_COUNT];
    const chy_lexicon *lexicon;
    char identity[48];
};

/* Countries' codes that stand for no country, as kinds of a filler; ends with NULL. */
extern const char *const chy_filler_codes[];

/* ---- Interned words (words.c) -------------------------------------------------------------------
 */

/* Ids count from 1; 0 is no word of the grammar. Letters A to Z are lowered. */
chy_words_table *chy_words_new(chy_arena *arena);
/* The id of a word, made when it is new; 0 when there is no memory. */
uint32_t chy_words_add(chy_words_table *table, chy_slice word);
/* The id of a word, 0 when the grammar does not have it. `word` may be of any length. */
uint32_t chy_words_find(const chy_words_table *table, chy_slice word);
uint32_t chy_words_count(const chy_words_table *table);
const char *chy_words_get(const chy_words_table *table, uint32_t id);

/* Sorts terms by first part, then the rest, and drops repeats. Returns how many are left. */
uint32_t chy_terms_sort(chy_term *terms, uint32_t count);
/* The first term whose first part is `part`, and through `count` how many have it. */
const chy_term *chy_terms_of(const chy_terms *terms, uint32_t part, uint32_t *count);
/* Whether a one-part term is among them. */
bool chy_terms_have(const chy_terms *terms, uint32_t part);

#endif
