/* Lemmas by edit rules (docs/learned-file.md). */
#ifndef CHY_SYNTAX_LEMMA_H
#define CHY_SYNTAX_LEMMA_H

#include "base/base.h"

typedef struct chy_lemma_rule {
    char kind; /* 'l' lower-case, '=' keep, 't' lower-case but the first upper, '!' whole word */
    uint32_t drop; /* code points to take off the end */
    chy_slice suffix;
} chy_lemma_rule;

/* Reads "k;n;suffix"; the suffix stays where it is. False where it is no rule. */
bool chy_lemma_rule_read(chy_slice text, chy_lemma_rule *rule);

/* The lemma of a form (valid UTF-8), NUL-terminated in `arena`; the form itself where the rule
 * changes nothing or would leave nothing. NULL when there is no memory. */
const char *chy_lemma_apply(const chy_lemma_rule *rule, const char *form, chy_arena *arena);

#endif
