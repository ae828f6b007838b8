/* Regular verbs: what spelling alone says of a lemma. */
#ifndef CHY_SYNTAX_INFLECTION_H
#define CHY_SYNTAX_INFLECTION_H

#include "base/base.h"

/* The lemma of a regular past, participle or gerund (Penn tags VBD, VBN, VBG): `learned`, or where
 * English spelling knows better ("impos", "submitt", "awarde") what it says, made in `arena`. Other
 * words keep what was learned. NULL when there is no memory. */
const char *chy_inflection_mend(const char *form, const char *xpos, const char *learned,
                                chy_arena *arena);

#endif
