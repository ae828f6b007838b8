/* Regular verbs, and plurals in "-es". */
#ifndef CHY_SYNTAX_REGULAR_H
#define CHY_SYNTAX_REGULAR_H

#include <stdbool.h>
#include <stddef.h>

/* The longest form that is looked at, in bytes with the NUL. */
#define CHY_REGULAR_LONGEST 32

/* Writes the lemma of a verb's regular form by English spelling ("carried" carry, "praised" praise,
 * "planning" plan): of a past tense or participle (`xpos` VBD, VBN), a gerund (VBG) or a third
 * person (VBZ), of a base form itself (VB, VBP), whatever its case; of a plural noun (NNS) only
 * after a hiss ("clashes" clash) and in "-ies" ("ferries" ferry). A past without "-ed" is taken for
 * a base form: the irregular ones are asked for first. False for other tags, for forms with
 * anything but letters, and for what has no such ending. Whether a stem lost an "e" is not always
 * seen in its letters: the lists in regular.c hold what the rules would get wrong. */
bool chy_regular_lemma(const char *form, const char *xpos, char lemma[CHY_REGULAR_LONGEST]);

#endif
