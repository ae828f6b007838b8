/* For tests: a document made by hand. Trees come from a fixture, parties, clauses and arguments are
 * added one by one, so that these tests stand on nothing but events itself. */
#ifndef CHY_EVENTS_SCENE_H
#define CHY_EVENTS_SCENE_H

#include "events/events.h"
#include "support/conllu_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SCENE_MOST 64

typedef struct scene {
    chy_arena *arena;
    chy_fixture fixture;
    chy_mention mentions[SCENE_MOST];
    chy_entity entities[SCENE_MOST];
    chy_time times[SCENE_MOST];
    uint32_t mention_of_head[SCENE_MOST];
    uint32_t time_of_word[SCENE_MOST];
    chy_clause clauses[SCENE_MOST];
    chy_argument arguments[SCENE_MOST];
    uint32_t clause_of_word[SCENE_MOST];
    chy_statement statements[4];
    uint32_t statement_of_word[SCENE_MOST];
    chy_report report;
    chy_dateline dateline;
    chy_mentions found;
    chy_clauses read;
    chy_statements said;
    chy_mentions_input input;
    chy_grammar *grammar;
    chy_events events;
} scene;

/* Opens a scene of sentences written as compact fixture lines. */
static inline void scene_open(scene *s, const char *tree) {
    chy_error err = {0};
    memset(s, 0, sizeof *s);
    s->arena = chy_arena_new();
    assert_non_null(s->arena);
    if (chy_fixture_read(tree, strlen(tree), s->arena, &s->fixture, &err) != CHY_OK) {
        fail_msg("%zu: %s", err.line, err.message);
    }
    assert_true(s->fixture.word_count <= SCENE_MOST);
    for (size_t i = 0; i < SCENE_MOST; i++) {
        s->mention_of_head[i] = CHY_NONE;
        s->time_of_word[i] = CHY_NONE;
        s->clause_of_word[i] = CHY_NONE;
        s->statement_of_word[i] = CHY_NONE;
    }
    s->found = (chy_mentions){
        s->mentions,     0,        s->entities, 0,       s->times, 0, s->mention_of_head,
        s->time_of_word, CHY_NONE, 20240315,    CHY_NONE};
    s->read = (chy_clauses){s->clauses, 0, s->arguments, 0, s->clause_of_word};
    s->said = (chy_statements){s->statements, 0, s->statement_of_word};
    s->report.published = "2024-03-15";
    s->input = (chy_mentions_input){.text = s->fixture.text,
                                    .report = &s->report,
                                    .dateline = &s->dateline,
                                    .words = s->fixture.words,
                                    .word_count = s->fixture.word_count,
                                    .sentences = s->fixture.sentences,
                                    .sentence_count = s->fixture.sentence_count};
}

/* Words are counted from 1, as in the fixture; over sentences, all in a row. */
static inline uint32_t scene_party(scene *s, uint32_t word, chy_entity_kind kind,
                                   const char *country) {
    uint32_t entity = s->found.entity_count++;
    uint32_t mention = s->found.mention_count++;
    s->entities[entity] = (chy_entity){.kind = (uint8_t)kind,
                                       .name = s->fixture.words[word - 1].form,
                                       .country = country,
                                       .role = "",
                                       .wikidata = "",
                                       .geonames = "",
                                       .evidence = ""};
    s->mentions[mention] =
        (chy_mention){s->fixture.words[word - 1].span, word - 1, word, word - 1, entity, 0, 0};
    s->mention_of_head[word - 1] = mention;
    return entity;
}

static inline uint32_t scene_clause(scene *s, uint32_t word, const char *lemma,
                                    chy_clause_kind kind, uint32_t parent, chy_clause_link link) {
    uint32_t index = s->read.clause_count++;
    s->clauses[index] = (chy_clause){.word = word - 1,
                                     .verb = kind == CHY_CLAUSE_NOUN ? CHY_NONE : word - 1,
                                     .lemma = lemma,
                                     .kind = (uint8_t)kind,
                                     .link = (uint8_t)link,
                                     .tense = CHY_TENSE_PAST,
                                     .parent = parent,
                                     .sentence = s->fixture.words[word - 1].sentence,
                                     .first_argument = s->read.argument_count};
    s->clause_of_word[word - 1] = index;
    return index;
}

/* To the clause added last. */
static inline void scene_argument(scene *s, chy_role role, const char *preposition, uint32_t word,
                                  uint32_t clause) {
    chy_clause *of = &s->clauses[s->read.clause_count - 1];
    s->arguments[s->read.argument_count++] =
        (chy_argument){(uint8_t)role, preposition, word - 1, clause, false};
    of->argument_count++;
}

static inline void scene_read(scene *s, const char *grammar) {
    chy_grammar_source source = {"test.grammar", grammar, strlen(grammar)};
    chy_error err = {0};
    if (chy_grammar_open(&source, 1, false, NULL, &s->grammar, &err) != CHY_OK) {
        fail_msg("%zu:%zu: %s", err.line, err.column, err.message);
    }
    assert_int_equal(chy_events_read(&s->input, &s->found, &s->read, &s->said, s->grammar, s->arena,
                                     &s->events, &err),
                     CHY_OK);
}

static inline void scene_close(scene *s) {
    chy_grammar_free(s->grammar);
    chy_arena_free(s->arena);
}

#endif
