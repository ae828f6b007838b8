/* Short names of a cue's columns, for its tables alone, so that a row stays on a line. */
#ifndef CHY_STATEMENTS_CUE_COLUMNS_H
#define CHY_STATEMENTS_CUE_COLUMNS_H

#include "statements/cues.h"

/* clang-format off */
#define SAY        CHY_STATEMENT_SAY
#define PROMISE    CHY_STATEMENT_PROMISE
#define DEMAND     CHY_STATEMENT_DEMAND
#define DENY       CHY_STATEMENT_DENY
#define PRAISE     CHY_STATEMENT_PRAISE
#define ACCUSE     CHY_STATEMENT_ACCUSE
#define ASK        CHY_STATEMENT_ASK
#define WARN       CHY_STATEMENT_WARN
#define BELIEVE    CHY_STATEMENT_BELIEVE
#define ANNOUNCE   CHY_STATEMENT_ANNOUNCE
#define CLAUSE     CHY_CUE_CLAUSE
#define INFINITIVE CHY_CUE_INFINITIVE
#define GERUND     CHY_CUE_GERUND
#define OBJECT     CHY_CUE_OBJECT
#define PHRASE     CHY_CUE_PHRASE
#define ADDRESSEE  CHY_CUE_ADDRESSEE
#define QUOTE      CHY_CUE_QUOTE
#define EVIDENTIAL CHY_CUE_EVIDENTIAL
/* clang-format on */

#endif
