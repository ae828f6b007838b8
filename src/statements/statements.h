/* On whose word: statements with their speakers, cues and contents. */
#ifndef CHY_STATEMENTS_STATEMENTS_H
#define CHY_STATEMENTS_STATEMENTS_H

#include "clauses/clauses.h"

typedef struct chy_statements {
    chy_statement *statements; /* in order of their first character */
    uint32_t statement_count;
    /* [word_count] the innermost statement whose content holds the word, or CHY_NONE. */
    uint32_t *statement_of_word;
} chy_statements;

/* Finds statements. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_statements_read(const chy_mentions_input *input,
                                            const chy_mentions *mentions,
                                            const chy_clauses *clauses, chy_arena *arena,
                                            chy_statements *statements, chy_error *err);

#endif
