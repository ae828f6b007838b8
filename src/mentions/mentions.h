/* Who, where and when: mentions and the entities they belong to, and time expressions. */
#ifndef CHY_MENTIONS_MENTIONS_H
#define CHY_MENTIONS_MENTIONS_H

#include "base/base.h"
#include "lexicon/lexicon.h"
#include "syntax/aspects.h"

/* What a program that trains the learned heads is told while mentions are read. */
typedef struct chy_mentions_watch {
    void *context;
    /* A place's name: its head word, the rows of `aspects` of what governs it and of the root, what
     * the rules say. */
    void (*place)(void *context, uint32_t word, uint32_t governor, uint32_t root,
                  chy_reading rules);
    /* A mention and an earlier one that it may go on from, nearest first, with the rows of
     * "coreference.pairs" that hold of them; words [first, end). */
    void (*pair)(void *context, const uint32_t later[3], const uint32_t earlier[3],
                 const uint16_t *marks, size_t mark_count);
} chy_mentions_watch;

/* What it has learned beside the aspects of the words; immutable. */
typedef struct chy_mention_heads chy_mention_heads;

/* Binds those heads that the learned file has; it must outlive the result, which lives in `arena`.
 * CHY_ERROR_LEARNED names the tensor that is missing or different; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_mention_heads_open(const chy_learned *learned, chy_arena *arena,
                                               const chy_mention_heads **heads, chy_error *err);

/* What this stage reads. Words are tagged and parsed; nothing is changed. */
typedef struct chy_mentions_input {
    const chy_lexicon *lexicon;
    const char *text; /* the document's text */
    const chy_report *report;
    const chy_dateline *dateline;
    const char *dateline_place; /* its place in words; NULL or "" for none */
    const chy_word *words;
    uint32_t word_count;
    const chy_sentence *sentences;
    uint32_t sentence_count;
    const chy_mention_heads *heads; /* NULL: rules alone decide, and `aspects` is not looked at */
    const chy_aspects *aspects;
    const chy_mentions_watch *watch; /* NULL but in training */
} chy_mentions_input;

/* What it finds. Arrays live in the arena. */
typedef struct chy_mentions {
    chy_mention
        *mentions; /* in order of first_word, then of end_word descending: an outer one first */
    uint32_t mention_count;
    chy_entity *entities; /* in order of first mention */
    uint32_t entity_count;
    chy_time *times; /* in text order */
    uint32_t time_count;
    /* [word_count] the outermost mention whose head is the word, or CHY_NONE. */
    uint32_t *mention_of_head;
    /* [word_count] the time expression the word stands in, or CHY_NONE. */
    uint32_t *time_of_word;
    uint32_t dateline_place; /* entity of the dateline's place, or CHY_NONE */
    int32_t reference_date;  /* yyyymmdd of the report (published, else dateline), 0 unknown */
    uint32_t dateline_other; /* entity of its second place: "KYIV/WARSAW"; or CHY_NONE */
} chy_mentions;

/* Finds mentions, joins them into entities, decides who and where they are, reads times.
 *
 * Every noun phrase that a party, speaker, topic or place of an event could be is a mention: names,
 * nationality adjectives that act ("Chadian" in "Chadian aid": its own mention inside the larger
 * one), descriptions whose head noun the lexicon knows as a role, body or group, or that corefer
 * with one, and personal, possessive and relative pronouns that refer to one. A title ("Chadian
 * President") and the name behind it are two mentions of one entity, and so are appositions and
 * predicates. A capital or seat read as its government is a mention of the country's entity; read
 * as a place it is one of a place entity. "Both sides", "the two presidents" and "they" for a
 * coordination are a group entity with its members. The evidence of an entity's country may be
 * "context": the country that the report is about or comes from, for its army, police, ministers,
 * unions, protesters; or that of the place where they act.
 *
 * mention_of_head has one exception to its rule: where the parser made "Casa Rosada" in "Casa
 * Rosada spokeswoman Ana Ferreyra said" a subject of its own, its head leads to the person.
 * CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_mentions_read(const chy_mentions_input *input, chy_arena *arena,
                                          chy_mentions *mentions, chy_error *err);

/* Whether an entity speaks for others: a spokesman, press secretary and the like. */
bool chy_entity_speaks(const chy_entity *entity);

/* Whether an entity can act in the grammar's sense: a country, person, organisation, armed group or
 * group; a place only where a mention of it is read as its government. */
bool chy_entity_acts(const chy_entity *entity);

#endif
