/* Codes of actors in CAMEO's scheme, as the dictionaries of the field write them. Inside the
 * module. */
#ifndef CHY_LEXICON_ACTOR_CODE_H
#define CHY_LEXICON_ACTOR_CODE_H

#include "base/base.h"

/* What a code says in our terms. */
typedef struct chy_actor_code {
    char country[4];  /* alpha-3, or IGO UNO EUR NGO IMG ISM MNC, or "" */
    uint32_t sectors; /* bits 1 << chy_sector */
    bool null;        /* "---": no actor at all */
    bool known;       /* its first three letters mean something here */
} chy_actor_code;

/* Reads "RUSGOV", "IGOUNO", "MNCUSA", "---": groups of three letters or digits, the first one a
 * state or a kind of body, later ones sectors; of an agent ("~GOVMIL") all are sectors. False where
 * it is not made of letters and digits, or has fewer than three. */
bool chy_actor_code_read(chy_slice text, bool agent, chy_actor_code *code);

/* Whether these are the three letters of a state (ISO 3166-1 alpha-3 as the tables have it, KOS) or
 * of what stands in the place of one: IGO UNO EUR NGO IMG ISM MNC. */
bool chy_actor_code_state(chy_slice letters);

#endif
