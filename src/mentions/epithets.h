/* Whom an age or a former calling tells. Inside the module. */
#ifndef CHY_MENTIONS_EPITHETS_H
#define CHY_MENTIONS_EPITHETS_H

#include "mentions/groups.h"

/* The number of "the 58-year-old", whose head "old" is; CHY_NONE where it is none. */
uint32_t chy_age_before(const chy_casting *c, uint32_t head);
/* Who was said to be as old as a description says, "the 58-year-old lawyer"; CHY_NONE: nobody, and
 * `others` are those said to be of another age. */
uint32_t chy_find_of_age(const chy_casting *c, uint32_t draft, chy_member_list *others);
/* Whom an age or a former calling tells that nobody was told by before: "Ana Ruiz was elected. The
 * former judge". None of the others. */
uint32_t chy_find_epithet(const chy_casting *c, uint32_t draft, const chy_member_list *others);

#endif
