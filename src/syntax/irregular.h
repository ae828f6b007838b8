/* Irregular verbs. */
#ifndef CHY_SYNTAX_IRREGULAR_H
#define CHY_SYNTAX_IRREGULAR_H

/* The lemma of a past tense or past participle that follows no rule ("fought"), whatever its case;
 * NULL for every other form. */
const char *chy_irregular_lemma(const char *form);

#endif
