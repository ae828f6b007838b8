/* Short names of the classes of nominal events, so that a row of a table stays on a line. Inside
 * the tables alone. */
#ifndef CHY_CLAUSES_NOUN_CLASSES_H
#define CHY_CLAUSES_NOUN_CLASSES_H

#include "clauses/tables.h"

/* clang-format off */
#define MEET     CHY_NOUN_MEET
#define MOVE     CHY_NOUN_MOVE
#define SPEECH   CHY_NOUN_SPEECH
#define DEAL     CHY_NOUN_DEAL
#define GIVE     CHY_NOUN_GIVE
#define STANCE   CHY_NOUN_STANCE
#define VIOLENCE CHY_NOUN_VIOLENCE
#define COERCE   CHY_NOUN_COERCE
#define PROTEST  CHY_NOUN_PROTEST
#define FORCE    CHY_NOUN_FORCE
#define LAW      CHY_NOUN_LAW
#define RESOLVE  CHY_NOUN_RESOLVE
#define ANY      CHY_NOUN_ANY
/* clang-format on */

#endif
