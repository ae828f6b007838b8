/* What joining the tellings of one event shares: when parties are the same, and when a headline
 * tells what the report does. */
#ifndef CHY_EVENTS_JOIN_H
#define CHY_EVENTS_JOIN_H

#include "events/telling.h"

/* Events looked back at for each telling: keeps the whole linear. */
#define CHY_JOIN_WINDOW 48u
/* Sentences back that "the talks" may refer to. */
#define CHY_NEAR_SENTENCES 6u

/* Why a telling is of an event. */
typedef enum chy_joint {
    CHY_JOINT_NONE,
    CHY_JOINT_HEADLINE, /* it is the body's, the event a headline's */
    CHY_JOINT_ATTACK,   /* an attack told again */
    CHY_JOINT_TOLD,     /* told again otherwise */
    CHY_JOINT_TAKEN_UP  /* "the talks", what retells: the reasons above are not looked at */
} chy_joint;

/* Whether a type is done with words: its events are the same only where their content is. */
bool chy_is_verbal(uint8_t type);
/* Whether an event of the type and modes is a visit; whether it carries people off, so that what
 * else is done in the same raid is another deed. Each is the first mode of its type. */
bool chy_is_visit(uint8_t type, uint32_t modes);
bool chy_is_abduction(uint8_t type, uint32_t modes);
/* Whether a country or place is among parties. */
bool chy_has_ground(const chy_view *view, const chy_fillings *parties);
/* Whether an event is a visit to a country or place: who sits there is met besides. */
bool chy_is_journey(const chy_view *view, const chy_gathered *event);
/* Whether an entity of one of the sectors (bits) is of a state, and no state itself. */
bool chy_acts_for_state(const chy_entity *other, const chy_entity *state, uint32_t sectors);
/* Whether two entities may be the same party: one is the other, its member, or its state. */
bool chy_party_same(const chy_view *view, uint32_t a, uint32_t b);
/* Whether `entity` tells better who `held` is: its members, or whom a headline's words stand for.
 */
bool chy_party_names(const chy_view *view, uint32_t held, uint32_t entity);
bool chy_party_among(const chy_view *view, const chy_fillings *parties, uint32_t entity);
/* Whether each of `a` is among `b` or `more` (which may be NULL). */
bool chy_parties_covered(const chy_view *view, const chy_fillings *a, const chy_fillings *b,
                         const chy_fillings *more);
/* Whether one covers the other. */
bool chy_parties_agree(const chy_view *view, const chy_fillings *a, const chy_fillings *b);
/* Whether all of them are pronouns of whom no name or description is known. */
bool chy_is_open(const chy_view *view, const chy_fillings *parties);
/* Whether actors agree with actors and recipients with recipients, and one side of both is known.
 */
bool chy_sides_agree(const chy_view *view, const chy_gathered *event, const chy_telling *telling);

bool chy_dates_clash(const chy_gathered *event, const chy_telling *telling);
bool chy_places_clash(const chy_view *view, const chy_gathered *event, const chy_telling *telling);
/* Whether an event and a telling are of one type and status, at no other time or place. */
bool chy_may_be_same(const chy_view *view, const chy_gathered *event, const chy_telling *telling);
/* Whether a sentence sets what it tells apart: "in a separate attack". */
bool chy_sets_apart(const chy_view *view, uint32_t sentence);
/* Whether a clause itself is set apart: "met separately", "held separate talks". */
bool chy_is_told_apart(const chy_view *view, uint32_t clause);
/* Whether a noun's article or possessor says that it is known: "the attack", "this visit". */
bool chy_points_back(const chy_view *view, uint32_t word);

/* Whether the telling is the event's attack told again: its toll, a claim to it, "the assault on
 * the base": attacks.c. */
bool chy_is_attack_again(const chy_view *view, const chy_tellings *tellings,
                         const chy_gathering *gathering, const chy_gathered *event,
                         const chy_telling *telling);
/* Whether it tells how many an attack killed or hurt. */
bool chy_is_toll_count(const chy_telling *telling);
/* Whether it is a claim to the event's attack. */
bool chy_is_claimed(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                    const chy_telling *telling);

/* Whether a resignation is one told before: again.c. */
bool chy_is_same_resignation(const chy_view *view, const chy_tellings *tellings,
                             const chy_gathered *event, const chy_telling *telling);
/* Whether the telling is the event's deed told again in other words: a protest, a verdict, a
 * signing: again.c. */
bool chy_is_deed_again(const chy_view *view, const chy_tellings *tellings,
                       const chy_gathered *event, const chy_telling *telling);
/* Whether all of them are "the protesters", of a protest told before. */
bool chy_are_the_protesters(const chy_view *view, const chy_fillings *parties);
/* Whether a telling has the parties of a meeting, in which sides do not matter: accounts.c. */
bool chy_is_same_meeting(const chy_view *view, const chy_gathered *event,
                         const chy_telling *telling);
/* "The men", "the officers", said of nobody else than those who met just before. */
bool chy_are_just_people(const chy_view *view, const chy_gathered *event,
                         const chy_telling *telling);
/* "received the premier. The two leaders discussed it for an hour": whether a telling is of the
 * talks of those who visit and are visited: accounts.c. */
bool chy_is_after_welcome(const chy_view *view, const chy_tellings *tellings,
                          const chy_gathered *event, const chy_telling *telling);
/* "held talks with the premier. The king received her at the palace": whether a welcome is the one
 * to a meeting told before: accounts.c. */
bool chy_is_welcome_to(const chy_view *view, const chy_tellings *tellings,
                       const chy_gathered *event, const chy_telling *telling);
/* "its mediation with Qatar": whether it tells of a part that nobody had in the event: accounts.c.
 */
bool chy_adds_mediator(const chy_gathered *event, const chy_telling *telling);
/* Whether the telling, of a rule that retells, tells more of the event: accounts.c. */
bool chy_is_account(const chy_view *view, const chy_gathered *event, const chy_telling *telling);

/* "received the envoy for talks", "will visit Chad for talks with him": the talks are what is come
 * for. */
bool chy_is_on_visit(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                     const chy_telling *telling);
/* "received the premier, who is in Accra on a visit": the guest's one stay. */
bool chy_is_same_stay(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                      const chy_telling *telling);
/* "flew in for a visit. She called on the king", "received her. She is in Oman on a visit": a stay,
 * and whom a guest calls on in its days. */
bool chy_is_call_on_stay(const chy_view *view, const chy_gathered *event,
                         const chy_telling *telling);
/* Whether a stay is told beside what was done on it, and its land is not named: "met him during a
 * visit to the archipelago", "on his first trip to the country". */
bool chy_is_stay_beside(const chy_view *view, const chy_telling *telling);
/* "The visiting minister | praised the nurses": the visit told before, or the meeting with him in a
 * sentence before, for which he came. */
bool chy_is_of_guest(const chy_view *view, const chy_gathered *event, const chy_telling *telling);

/* Joins a telling to an event: its parties, modes, place and day: gathered.c. */
void chy_event_take(const chy_view *view, chy_tellings *tellings, uint32_t index,
                    chy_gathering *gathering, uint32_t to, chy_joint joint);
/* Begins an event with a telling. False: no memory: gathered.c. */
bool chy_event_begin(chy_view *view, chy_tellings *tellings, uint32_t index,
                     chy_gathering *gathering);

/* Whether a sentence is the report's headline or a heading inside it. */
bool chy_in_heading(const chy_view *view, uint32_t sentence);
/* Whether the telling is the body's, and the event so far only a headline's words for the same:
 * headlines.c. */
bool chy_is_headlined(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                      const chy_telling *telling);
/* Whether a party of a headline may be one of the body: a description, or a state for its men. */
bool chy_party_headlined(const chy_view *view, uint32_t headline, uint32_t body);

/* Whether one is a state and the other of it: of an attack, whom it befell there. */
bool chy_party_hit(const chy_view *view, uint32_t a, uint32_t b);

#endif
