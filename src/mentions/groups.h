/* Who the members are of "the two presidents", "both sides", "the brothers". Inside the module. */
#ifndef CHY_MENTIONS_GROUPS_H
#define CHY_MENTIONS_GROUPS_H

#include "mentions/cast.h"

/* How many mentions and sentences back the members of a group are looked for. */
#define CHY_GROUP_WINDOW    120u
#define CHY_GROUP_SENTENCES 5u

typedef struct chy_member_list {
    uint32_t members[CHY_MEMBERS_MOST];
    uint32_t count;
} chy_member_list;

/* What a plural wants its members to be. */
typedef enum chy_group_kind {
    CHY_GROUP_SIDES,     /* "both sides", "the two armies": whoever dealt with each other */
    CHY_GROUP_COUNTRIES, /* "both governments", "the neighbours" */
    CHY_GROUP_PERSONS,   /* "the two men", "the ministers" */
    CHY_GROUP_BODIES     /* "both unions": bodies of that kind */
} chy_group_kind;

bool chy_member_listed(const chy_member_list *list, uint32_t character);
/* In order of index, so that equal groups compare equal. */
void chy_member_insert(chy_member_list *list, uint32_t character);

chy_group_kind chy_group_kind_of(const chy_draft *draft);
/* How many sentences back the members of this plural may be told. */
uint32_t chy_group_reach(const chy_draft *draft);
/* "The two men", "the pair": words that say of their members only that they are people. */
bool chy_says_people_alone(const chy_draft *draft);
/* A paper or agency, which is told of what two sides do. */
bool chy_is_press(const chy_character *character);
/* Holds an office in which one meets the like: no spokesman. */
bool chy_leads(const chy_character *character);
/* Whether a character can be one of the persons that a plural names. */
bool chy_person_belongs(const chy_draft *draft, const chy_character *character);

/* sides.c: those who, by what the report says of the clause, speak or act upon the group: "the
 * minister asked both sides". */
void chy_agents_of(const chy_casting *c, uint32_t draft, chy_member_list *agents);
/* sides.c: the two parties of the last act or coordination that had two of the kind wanted, which
 * are none of the agents. */
void chy_collect_pair(const chy_casting *c, uint32_t draft, chy_group_kind wanted,
                      const chy_member_list *agents, chy_member_list *list);
/* sides.c: the last two leaders of two states who dealt with each other, however far back. */
void chy_collect_leaders(const chy_casting *c, uint32_t draft, chy_member_list *list);
/* sides.c: the members of the last party of several nations, where no other that would do stands
 * nearer. */
void chy_collect_joint(const chy_casting *c, uint32_t draft, chy_member_list *list);

#endif
