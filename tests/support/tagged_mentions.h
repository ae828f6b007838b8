/* Mentions that name tags alone give, for tests of the stages after mentions: each name is a
 * mention of its own entity (a LOC a country), a pronoun that `NAME` forms do not claim is none,
 * and some words are times. */
#ifndef CHY_TESTS_TAGGED_MENTIONS_H
#define CHY_TESTS_TAGGED_MENTIONS_H

#include "mentions/mentions.h"
#include "support/conllu_fixture.h"

#include <string.h>

static bool chy_tagged_time(const char *form) {
    static const char *const times[] = {"Monday",   "Tuesday",  "Wednesday", "Thursday", "Friday",
                                        "Saturday", "Sunday",   "yesterday", "week",     "month",
                                        "January",  "February", "March",     "today",    "year"};
    for (size_t t = 0; t < sizeof times / sizeof times[0]; t++) {
        if (strcmp(form, times[t]) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether the name that a word is of has its head elsewhere. */
static bool chy_tagged_inside(const chy_fixture *fixture, const chy_word *word) {
    return word->head != CHY_NONE && fixture->words[word->head].name_tag != CHY_NAME_O &&
           (word->deprel == CHY_DEPREL_FLAT || word->name_tag % 2 == 0);
}

static bool chy_tagged_mentions(const chy_fixture *fixture, chy_arena *arena,
                                chy_mentions *mentions) {
    uint32_t count = fixture->word_count;
    *mentions = (chy_mentions){.dateline_place = CHY_NONE, .dateline_other = CHY_NONE};
    mentions->mention_of_head = chy_arena_alloc(arena, count, sizeof(uint32_t));
    mentions->time_of_word = chy_arena_alloc(arena, count, sizeof(uint32_t));
    mentions->mentions = chy_arena_alloc(arena, count, sizeof(chy_mention));
    mentions->entities = chy_arena_alloc(arena, count, sizeof(chy_entity));
    if (mentions->mention_of_head == NULL || mentions->time_of_word == NULL ||
        mentions->mentions == NULL || mentions->entities == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        const chy_word *word = &fixture->words[i];
        mentions->mention_of_head[i] = CHY_NONE;
        mentions->time_of_word[i] = chy_tagged_time(word->form) ? 0 : CHY_NONE;
        if (word->name_tag == CHY_NAME_O || chy_tagged_inside(fixture, word)) {
            continue;
        }
        bool person = word->name_tag == CHY_NAME_B_PER || word->name_tag == CHY_NAME_I_PER;
        bool place = word->name_tag == CHY_NAME_B_LOC || word->name_tag == CHY_NAME_I_LOC;
        mentions->mentions[mentions->mention_count] =
            (chy_mention){.span = word->span,
                          .first_word = i,
                          .end_word = i + 1,
                          .head_word = i,
                          .entity = mentions->entity_count};
        mentions->entities[mentions->entity_count++] =
            (chy_entity){.kind = (uint8_t)(person  ? CHY_ENTITY_PERSON
                                           : place ? CHY_ENTITY_COUNTRY
                                                   : CHY_ENTITY_ORGANISATION),
                         .name = word->form,
                         .country = ""};
        mentions->mention_of_head[i] = mentions->mention_count++;
    }
    return true;
}

#endif
