/* Common nouns that name a party or a place whatever the tables say. Inside the module. */
#ifndef CHY_MENTIONS_NOUNS_H
#define CHY_MENTIONS_NOUNS_H

#include "base/base.h"

typedef struct chy_noun {
    const char *lemma;
    uint32_t flags; /* CHY_SAYS_...; 0: not one of these nouns */
    char gender;
    uint32_t sectors;
} chy_noun;

/* Of a lemma in lower case. */
chy_noun chy_noun_of(const char *lemma);

/* Whether a general word for a person ("diplomat", "leader") can name one who is called by `role`
 * ("foreign minister"): the same role, or one that the general word covers. */
bool chy_role_covers(const char *general, const char *role);
/* Whether a general word names holders of any role at all: "official", "leader", "man". */
bool chy_role_is_loose(const char *role);

/* Whether a word names one who holds the office of whoever has him: "his counterpart". */
bool chy_role_is_equal(const char *role);

/* Whether a word of a body's name says that it is one of those who work: "teachers", "labour". */
bool chy_names_workers(const char *form);

#endif
