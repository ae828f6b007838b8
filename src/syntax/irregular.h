/* Irregular verbs. */
#ifndef CHY_SYNTAX_IRREGULAR_H
#define CHY_SYNTAX_IRREGULAR_H

#include <stdbool.h>

/* The lemma of a past tense or past participle that follows no rule ("fought"), whatever its case;
 * NULL for every other form. */
const char *chy_irregular_lemma(const char *form);

/* Whether such a form, whatever its case, is a base form too ("to found"), so that the tag decides
 * what it is. */
bool chy_irregular_base(const char *form);

#endif
