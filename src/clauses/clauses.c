/* Reads clauses: the tree made walkable, the predicates found, their parties gathered. */
#include "clauses/reader.h"

const char *chy_role_name(chy_role role) {
    static const char *const names[] = {"subject",    "object",    "recipient", "oblique",
                                        "complement", "predicate", "purpose"};
    return role < CHY_ROLE_COUNT ? names[role] : "";
}

static uint32_t *none_each(chy_arena *arena, uint32_t count) {
    uint32_t *items = chy_arena_alloc(arena, count, sizeof *items);
    for (uint32_t i = 0; items != NULL && i < count; i++) {
        items[i] = CHY_NONE;
    }
    return items;
}

static bool make_room(chy_clause_reader *reader) {
    uint32_t count = reader->word_count;
    reader->noun = chy_arena_alloc(reader->scratch, count, sizeof(void *));
    reader->trait = chy_arena_alloc(reader->scratch, count, sizeof(void *));
    reader->light = chy_arena_alloc(reader->scratch, count, sizeof(void *));
    reader->kept_row = chy_arena_alloc(reader->scratch, count, sizeof(void *));
    reader->kept_by = none_each(reader->scratch, count);
    reader->goes_to = none_each(reader->scratch, count);
    reader->came_from = none_each(reader->scratch, count);
    reader->verbal = none_each(reader->scratch, count);
    reader->nominal = none_each(reader->scratch, count);
    reader->top_draft = none_each(reader->scratch, count);
    return reader->noun != NULL && reader->trait != NULL && reader->light != NULL &&
           reader->kept_row != NULL && reader->kept_by != NULL && reader->goes_to != NULL &&
           reader->came_from != NULL && reader->verbal != NULL && reader->nominal != NULL &&
           reader->top_draft != NULL;
}

static void read_drafts(chy_clause_reader *reader) {
    chy_clause_fold(reader);
    chy_clause_find(reader);
    for (uint32_t i = 0; i < reader->draft_count && !reader->failed; i++) {
        chy_clause_group(reader, i);
        chy_clause_own_arguments(reader, i);
        chy_clause_link_find(reader, i);
    }
    if (reader->failed) {
        return;
    }
    chy_clause_inherit(reader);
    for (uint32_t i = 0; i < reader->order_count; i++) {
        uint32_t draft = reader->top_draft[reader->order[i]];
        for (; draft != CHY_NONE; draft = reader->drafts[draft].next_at_top) {
            chy_clause_group_inherit(reader, draft);
        }
    }
}

/* The clause that an argument is; `number` maps drafts to clauses. */
static uint32_t clause_of_argument(const chy_clause_reader *reader, const chy_argument *argument,
                                   uint32_t draft, const uint32_t *number) {
    uint32_t verbal = reader->verbal[argument->word];
    uint32_t nominal = reader->nominal[argument->word];
    bool clause = argument->role == CHY_ROLE_COMPLEMENT || argument->role == CHY_ROLE_PURPOSE;
    uint32_t first = clause ? verbal : nominal;
    uint32_t second = clause ? nominal : verbal;
    uint32_t found = first != CHY_NONE && first != draft ? first : second;
    return found == CHY_NONE || found == draft ? CHY_NONE : number[found];
}

static void write_clause(const chy_clause_reader *reader, uint32_t draft, const uint32_t *number,
                         chy_clauses *clauses) {
    const chy_draft *d = &reader->drafts[draft];
    chy_clause *clause = &clauses->clauses[number[draft]];
    *clause = d->clause;
    clause->parent = d->clause.parent == CHY_NONE ? CHY_NONE : number[d->clause.parent];
    clause->first_argument = clauses->argument_count;
    for (uint32_t a = d->first_argument; a != CHY_NONE; a = reader->pool[a].next) {
        chy_argument *argument = &clauses->arguments[clauses->argument_count++];
        *argument = reader->pool[a].argument;
        argument->clause = clause_of_argument(reader, argument, draft, number);
    }
    clause->argument_count = clauses->argument_count - clause->first_argument;
}

static bool write_clauses(const chy_clause_reader *reader, chy_arena *arena, chy_clauses *clauses) {
    uint32_t *at_word = none_each(reader->scratch, reader->word_count);
    uint32_t *number = none_each(reader->scratch, reader->draft_count);
    clauses->clauses = chy_arena_alloc(arena, reader->draft_count, sizeof *clauses->clauses);
    clauses->arguments = chy_arena_alloc(arena, reader->pool_count, sizeof *clauses->arguments);
    clauses->clause_of_word = none_each(arena, reader->word_count);
    if (at_word == NULL || number == NULL || clauses->clauses == NULL ||
        clauses->arguments == NULL || clauses->clause_of_word == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < reader->draft_count; i++) {
        at_word[reader->drafts[i].clause.word] = i;
    }
    for (uint32_t i = 0; i < reader->word_count; i++) {
        if (at_word[i] != CHY_NONE) {
            number[at_word[i]] = clauses->clause_count;
            clauses->clause_of_word[i] = clauses->clause_count++;
        }
    }
    for (uint32_t i = 0; i < reader->word_count; i++) {
        if (at_word[i] != CHY_NONE) {
            write_clause(reader, at_word[i], number, clauses);
        }
    }
    for (uint32_t i = 0; i < clauses->clause_count; i++) {
        uint32_t verb = clauses->clauses[i].verb;
        if (verb != CHY_NONE && clauses->clause_of_word[verb] == CHY_NONE) {
            clauses->clause_of_word[verb] = i;
        }
    }
    return true;
}

chy_status chy_clauses_read(const chy_mentions_input *input, const chy_mentions *mentions,
                            chy_arena *arena, chy_clauses *clauses, chy_error *err) {
    *clauses = (chy_clauses){0};
    chy_clause_reader reader = {.input = input,
                                .mentions = mentions,
                                .words = input->words,
                                .word_count = input->word_count,
                                .arena = arena,
                                .scratch = chy_arena_new()};
    if (reader.scratch == NULL) {
        return chy_fail_memory(err);
    }
    bool done = chy_clause_tree(&reader) && make_room(&reader);
    if (done) {
        read_drafts(&reader);
        done = !reader.failed && write_clauses(&reader, arena, clauses);
    }
    chy_arena_free(reader.scratch);
    return done ? CHY_OK : chy_fail_memory(err);
}
