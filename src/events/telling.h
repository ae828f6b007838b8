/* One telling of an event: a clause that a rule matched, with what was read around it. Tellings of
 * the same event are joined afterwards. */
#ifndef CHY_EVENTS_TELLING_H
#define CHY_EVENTS_TELLING_H

#include "events/match.h"

typedef struct chy_telling {
    uint32_t clause;
    const chy_rule *rule;
    uint8_t type;   /* after `becomes` */
    uint8_t status; /* chy_event_status */
    bool generic;   /* names no party: "the talks" */
    bool soft;      /* names one that only stands near: "after the talks the minister ..." */
    bool dropped;
    bool visit;        /* a visit, whatever it becomes */
    bool passing;      /* told in passing: "the visiting minister" */
    bool reason;       /* what somebody is thanked or blamed for */
    bool elsewhere;    /* its sentence opens with a place that it is not said to be at */
    uint32_t modes;    /* bits, of `type` */
    uint64_t contexts; /* bits, given by the rule */
    const char *cameo;
    chy_fillings actors, recipients;
    uint32_t place;
    const char *place_evidence;
    const char *date, *date_precision, *date_evidence;
    chy_span date_span;
    const char *duration;
    const chy_topic *topics;
    uint32_t topic_count;
    const chy_count *counts;
    uint32_t count_count;
    double confidence;
    uint32_t event; /* the event it is joined to */
} chy_telling;

typedef struct chy_tellings {
    chy_telling *items; /* in order of clause, that is of the trigger word */
    uint32_t count, capacity;
} chy_tellings;

/* An event under way: what its tellings share. */
typedef struct chy_gathered {
    uint32_t first_telling; /* the one it began with; the next by `next_of` */
    uint32_t last_telling;
    uint32_t told_by; /* the first that is no headline's, or the first */
    uint8_t type, status;
    uint32_t modes;
    chy_fillings actors, recipients;
    uint32_t place;
    const char *place_evidence;
    const char *date, *date_evidence;
    uint32_t sentence; /* of its last telling */
    double confidence;
} chy_gathered;

typedef struct chy_gathering {
    chy_gathered *items;
    uint32_t count, capacity;
    uint32_t *next_of; /* [telling count] the next telling of the same event, or CHY_NONE */
} chy_gathering;

/* absorbed.c: [clause_count] whether the event of another clause takes a clause in; NULL when there
 * is no memory. */
bool *chy_view_absorbed(chy_view *view);
/* What a clause's match says by itself: type, modes, code, status, parties, confidence. The clause
 * must have a rule. `dropped`: the rule says that it is no event. */
void chy_telling_start(chy_view *view, uint32_t clause, chy_telling *telling);
/* Whether a telling is of nothing that has been done, or will be: background.c. */
bool chy_is_nothing_done(const chy_view *view, const chy_telling *telling);
/* "thanked Chad | for freeing two men": whether it is what somebody is thanked or blamed for, which
 * was done some day before: background.c. */
bool chy_is_reason(const chy_view *view, const chy_telling *telling);
/* Marks a telling `soft`, or `generic` and without its parties, where those whom it names need not
 * be all who met: accounts.c. Returns whether "they" or "we" stand for those who met. */
bool chy_telling_take_up(const chy_view *view, chy_telling *telling);
/* Makes tellings of the matches: type, modes, code, status; what is absorbed is left out. False
 * when there is no memory. */
bool chy_tellings_make(chy_view *view, chy_tellings *tellings);
/* Adds place, date and duration: where_when.c. */
void chy_telling_where_when(chy_view *view, chy_telling *telling);
/* Gives tellings without a place of their own that of the sentences before in their paragraph,
 * where those set a scene: scenes.c. */
void chy_tellings_carry_places(chy_view *view, chy_tellings *tellings);
/* Gives one of the tellings [first, end) of a sentence the place or day of the deed by which it is
 * told, as what is done during a raid: beside.c. */
void chy_telling_stand_beside(const chy_view *view, chy_tellings *tellings, uint32_t first,
                              uint32_t end, uint32_t index);
/* Whether a telling has a day that words tell of it or of what it belongs to; gives another that
 * day: scenes.c. */
bool chy_is_day(const chy_telling *telling);
void chy_telling_share_day(chy_telling *telling, const chy_telling *dated);
/* Gives those that no words date the day of what was done before them in their paragraph, else that
 * of the report's news: scenes.c. */
void chy_tellings_carry_days(const chy_view *view, chy_tellings *tellings);
/* Gives the meeting told next the day and the town of a first sentence that tells of no event:
 * openings.c. */
void chy_tellings_take_opening(chy_view *view, chy_tellings *tellings);
/* Gives those that nothing places the dateline's place, where they are there: datelines.c. */
void chy_tellings_take_dateline(chy_view *view, chy_tellings *tellings);
/* Whether an event is talks by telephone, which are in no one place. */
bool chy_is_by_phone(uint8_t type, uint32_t modes);
/* Gives the meeting of two who are not known those whom the next sentences name: pairs_named.c. */
void chy_tellings_name_pairs(const chy_view *view, chy_tellings *tellings);
/* Whether a paper is signed, or is to be, and nobody is named for it: unsaid.c. */
bool chy_is_signed_by_nobody(const chy_view *view, const chy_telling *telling);
/* Gives tellings the parties that they leave out and the words before name: unsaid.c. */
void chy_tellings_name_unsaid(const chy_view *view, chy_tellings *tellings);
/* Gives tellings the length that a clause of its own tells: lengths.c. */
void chy_tellings_carry_lengths(chy_view *view, chy_tellings *tellings);
/* Whether a time tells how long something lasted, by itself or with the next one ("from ten until
 * noon"): lengths.c. */
bool chy_time_lasts(const chy_view *view, uint32_t time);
/* The length that such a time tells (TIMEX3 value); NULL: no memory: lengths.c. */
const char *chy_time_length(chy_view *view, uint32_t time);
/* How long what a clause tells lasted, by its own words (TIMEX3 value), or NULL: durations.c. */
const char *chy_clause_length(chy_view *view, uint32_t clause);
/* The length of a sitting that a clause tells of in passing, or NULL: durations.c. */
const char *chy_sitting_length(chy_view *view, uint32_t clause);
/* The place, better than `*place`, of a phrase that a locative preposition leads: where_when.c. */
void chy_take_located(chy_view *view, uint32_t word, uint32_t *place);
/* The same, of one that "to" or "for" may lead as well: where_when.c. */
void chy_take_reached(chy_view *view, uint32_t word, uint32_t *place);
/* Whether a subject hangs from a verb: scenes.c. */
bool chy_has_subject(const chy_view *view, uint32_t verb);
/* Where the verb before in its sentence took those who act, or CHY_NONE: scenes.c. */
uint32_t chy_reached_place(chy_view *view, const chy_telling *telling);
/* Dates a telling by how many days it lies from another deed, whose day stands in the same
 * sentence; `first`: the first time of that sentence. False where no such thing is told: apart.c.
 */
bool chy_take_apart(chy_view *view, chy_telling *telling, uint32_t first);
/* Dates a telling that no words date by the day on which somebody told of it: "said on Friday that
 * they had met", "announced on Friday that Chad would send". False where none is told: apart.c. */
bool chy_take_told(chy_view *view, chy_telling *telling, uint32_t first);
/* Dates a telling by a day told outside its sentence: apart.c. */
void chy_telling_take_day(chy_view *view, chy_telling *telling, const chy_time *time);
/* Whether a "where" hangs from a clause's word: to_come.c. */
bool chy_opens_with_where(const chy_view *view, uint32_t clause);
/* Whether a clause tells again of the meeting to come that one above it promises: "accepted an
 * invitation to Lima, where he is expected in May": to_come.c. */
bool chy_is_told_with_promise(const chy_view *view, uint32_t clause);
/* "will fly to Accra, his third trip to Ghana": whether a noun only says again of a journey to come
 * which one it is: to_come.c. */
bool chy_is_named_again(const chy_view *view, uint32_t clause);
/* Whether a clause is of the meeting to come that a telling promises, and so says when that is:
 * to_come.c. */
bool chy_is_of_promised(const chy_view *view, const chy_telling *telling, uint32_t clause);
/* Whether something else than the telling was at the place that a word names: elsewhere.c. */
bool chy_is_elsewhere(chy_view *view, const chy_telling *telling, uint32_t word);
/* Whether an argument says what an event of the rule was about, not where or with whom:
 * elsewhere.c. */
bool chy_is_content(const chy_view *view, const chy_rule *rule, uint8_t type,
                    const chy_argument *argument);
/* Whether a word stands below another in the tree, or is it: elsewhere.c. */
bool chy_is_below(const chy_view *view, uint32_t word, uint32_t above);
/* A place named by a word, or CHY_NONE: not one that stands for a government: where_when.c. */
uint32_t chy_place_at(const chy_view *view, uint32_t word);
/* "at Rameswaram harbour": whether what stands before such a noun is where it is: where_when.c. */
bool chy_is_site(const chy_view *view, uint32_t word);
/* Whether a word is a house in which one meets, "villa", "Castle"; and with "at" before it. */
bool chy_is_house(const chy_view *view, uint32_t word);
bool chy_is_at_house(const chy_view *view, uint32_t word);
/* How long it lasted: durations.c. */
void chy_telling_duration(chy_view *view, chy_telling *telling);
/* The first time of the sentence that begins with a word; the word by which a time hangs in the
 * tree: when.c. */
uint32_t chy_first_time(const chy_mentions *mentions, uint32_t first_word);
uint32_t chy_time_head(const chy_view *view, const chy_time *time);
/* "since 2014", "ahead of Sunday", "as of Monday": whether a time is near what happened, and not
 * when it did: when.c. */
bool chy_time_only_bounds(const chy_view *view, const chy_time *time);
/* The date and duration alone: when.c. */
void chy_telling_when(chy_view *view, chy_telling *telling);
/* Whether an auxiliary "had" hangs from a verb: when.c. */
bool chy_is_pluperfect(const chy_view *view, uint32_t verb);
/* Whether a clause goes back behind what the report tells: "had signed a treaty": when.c. */
bool chy_is_told_back(const chy_view *view, uint32_t clause);
/* Whether it is told from today or from further back: "has offered", "had signed": when.c. */
bool chy_is_perfect(const chy_view *view, uint32_t clause);
/* Adds topics and counts: about.c. */
bool chy_telling_about(chy_view *view, chy_telling *telling);
/* The counts alone: counts.c. */
bool chy_telling_counts(chy_view *view, chy_telling *telling);
/* "gave 60 million euros and Iceland 20 million": the telling of the sum behind that of another,
 * which gives up what belongs to it. False: none, or no memory: gapped.c. */
bool chy_telling_gapped(chy_view *view, chy_telling *telling, chy_telling *next);
/* Joins tellings of the same event: join.c. */
bool chy_tellings_join(chy_view *view, chy_tellings *tellings, chy_gathering *gathering);
/* Writes the events out, with contexts and reported_by: gather.c. */
bool chy_events_write(chy_view *view, const chy_tellings *tellings, const chy_gathering *gathering,
                      chy_events *events);

/* Whether a clause that is coordinated with a telling's and names no parties of its own tells more
 * of it: "met, and they talked for two hours". */
bool chy_telling_goes_on(const chy_view *view, const chy_telling *telling, uint32_t clause);
/* Whether a phrase says that it was spoken of: "with trade high on the agenda". */
bool chy_is_on_agenda(const chy_view *view, uint32_t word);
/* "met in Accra, with delays at Aflao at the top of the agenda": whether a word stands in what
 * those who met had on it. */
bool chy_is_in_agenda(const chy_view *view, const chy_telling *telling, uint32_t word);
/* Whether an argument's preposition is among those (NULL ends the list). */
bool chy_has_preposition(const chy_argument *argument, const char *const *prepositions);
/* What stands before a topic, "about": NULL ends the list: about.c. */
extern const char *const chy_topic_prepositions[];
/* Whether a date or a place was read from the clause or its sentence: clashes.c. */
bool chy_is_stated(const char *evidence);
/* Whether it is the report's own date, for want of another: clashes.c. */
bool chy_is_by_default(const char *evidence);
/* Whether a preposition leads the word's phrase. */
bool chy_is_led_by(const chy_view *view, uint32_t word, const char *preposition);

#endif
