/* Finds statements: quotations, then cues, then what neither has taken; then who says what inside
 * what. */
#include "statements/reader.h"

#include <stdlib.h>
#include <string.h>

static uint32_t *none_each(chy_arena *arena, uint32_t count) {
    uint32_t *items = chy_arena_alloc(arena, count, sizeof *items);
    for (uint32_t i = 0; items != NULL && i < count; i++) {
        items[i] = CHY_NONE;
    }
    return items;
}

static bool make_room(chy_statement_reader *reader) {
    reader->idle = none_each(reader->scratch, reader->clauses->clause_count);
    reader->draft_of_clause = none_each(reader->scratch, reader->clauses->clause_count);
    reader->idle_of = none_each(reader->scratch, reader->input->sentence_count);
    reader->last_of = none_each(reader->scratch, reader->input->sentence_count);
    reader->whole_of = none_each(reader->scratch, reader->input->sentence_count);
    reader->frame_first = none_each(reader->scratch, reader->input->sentence_count);
    reader->frame_end = none_each(reader->scratch, reader->input->sentence_count);
    reader->frame_draft = none_each(reader->scratch, reader->input->sentence_count);
    return reader->idle != NULL && reader->draft_of_clause != NULL && reader->idle_of != NULL &&
           reader->last_of != NULL && reader->whole_of != NULL && reader->frame_first != NULL &&
           reader->frame_end != NULL && reader->frame_draft != NULL;
}

/* The last statement of each sentence, for those that go on from it: of several, the one whose
 * content is a quotation, and of these the first made, which is the outermost. */
static void list_last(chy_statement_reader *reader) {
    for (uint32_t i = reader->draft_count; i-- > 0;) {
        const chy_statement_draft *d = &reader->drafts[i];
        uint32_t *last = &reader->last_of[d->sentence];
        if (*last == CHY_NONE || d->whole_quote || !reader->drafts[*last].whole_quote) {
            *last = i;
        }
    }
}

static void list_whole(chy_statement_reader *reader) {
    for (uint32_t i = 0; i < reader->draft_count; i++) {
        if (reader->drafts[i].whole_quote && reader->drafts[i].first_range != CHY_NONE) {
            reader->whole_of[reader->drafts[i].sentence] = i;
        }
    }
}

/* ---- The order in which statements hold one another ------------------------------------- */

typedef struct sized {
    uint32_t draft;
    uint32_t size;
    uint32_t start; /* character */
} sized;

static int wider_first(const void *a, const void *b) {
    const sized *x = a;
    const sized *y = b;
    if (x->size != y->size) {
        return x->size > y->size ? -1 : 1;
    }
    return x->draft < y->draft ? -1 : x->draft > y->draft;
}

static int earlier_first(const void *a, const void *b) {
    const sized *x = a;
    const sized *y = b;
    if (x->start != y->start) {
        return x->start < y->start ? -1 : 1;
    }
    if (x->size != y->size) {
        return x->size > y->size ? -1 : 1;
    }
    return x->draft < y->draft ? -1 : x->draft > y->draft;
}

static uint32_t first_word_of(const chy_statement_reader *reader,
                              const chy_statement_draft *draft) {
    uint32_t first = draft->cue_word;
    for (uint32_t r = draft->first_range; r != CHY_NONE; r = reader->pool[r].next) {
        first = reader->pool[r].first < first ? reader->pool[r].first : first;
    }
    return first;
}

/* "I believe", "he thinks" in someone's own words add nothing to them. */
static bool thinks_aloud(const chy_statement_reader *reader, const chy_statement_draft *draft) {
    if (draft->statement.kind != CHY_STATEMENT_BELIEVE || draft->statement.parent == CHY_NONE) {
        return false;
    }
    const chy_statement_draft *parent = &reader->drafts[draft->statement.parent];
    uint32_t word = draft->speaker_word;
    bool first_person = word != CHY_NONE && (reader->words[word].feat_bits & CHY_FEAT_FIRST) != 0;
    bool same = draft->statement.speaker != CHY_NONE &&
                draft->statement.speaker == parent->statement.speaker;
    return first_person || same;
}

/* Paints contents, the widest first, so that the innermost shows; a statement's parent is what its
 * cue is painted with before. */
static void nest(chy_statement_reader *reader, sized *order, uint32_t *count,
                 uint32_t *statement_of_word) {
    qsort(order, *count, sizeof *order, wider_first);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < *count; i++) {
        chy_statement_draft *d = &reader->drafts[order[i].draft];
        uint32_t at = d->cue_word == CHY_NONE ? reader->pool[d->first_range].first : d->cue_word;
        d->statement.parent = statement_of_word[at];
        d->idle = thinks_aloud(reader, d);
        for (uint32_t r = d->first_range; r != CHY_NONE && !d->idle; r = reader->pool[r].next) {
            for (uint32_t w = reader->pool[r].first; w < reader->pool[r].end; w++) {
                statement_of_word[w] = order[i].draft;
            }
        }
        if (!d->idle) {
            order[kept++] = order[i];
        }
    }
    *count = kept;
}

/* "I", "we" inside someone's words is that someone. Parents are wider, so they come first. */
static void read_first_person(chy_statement_reader *reader, const sized *order, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        chy_statement_draft *d = &reader->drafts[order[i].draft];
        bool first_person = d->speaker_word != CHY_NONE &&
                            (reader->words[d->speaker_word].feat_bits & CHY_FEAT_FIRST) != 0;
        if (first_person && d->statement.speaker == CHY_NONE && d->statement.parent != CHY_NONE) {
            d->statement.speaker = reader->drafts[d->statement.parent].statement.speaker;
        }
    }
}

/* ---- Out -------------------------------------------------------------------------------- */

static chy_span span_of(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    return (chy_span){.start = reader->words[first].span.start,
                      .end = reader->words[end - 1].span.end};
}

static uint8_t directness_of(const chy_statement_reader *reader, const chy_statement_draft *draft) {
    uint32_t quoted = 0;
    uint32_t words = 0;
    /* Inside a wider quotation of someone else, only marks of its own say something. */
    bool cue_quoted =
        draft->cue_word != CHY_NONE && reader->quote_of_word[draft->cue_word] != CHY_NONE;
    for (uint32_t r = draft->first_range; r != CHY_NONE; r = reader->pool[r].next) {
        for (uint32_t w = reader->pool[r].first; w < reader->pool[r].end; w++) {
            if (!chy_is_punctuation(&reader->words[w])) {
                words++;
                quoted +=
                    cue_quoted ? reader->quoted_within[w] : reader->quote_of_word[w] != CHY_NONE;
            }
        }
    }
    if (quoted == 0) {
        return CHY_INDIRECT;
    }
    return quoted == words ? CHY_DIRECT : CHY_MIXED;
}

static bool write_contents(const chy_statement_reader *reader, const chy_statement_draft *draft,
                           chy_statement *statement) {
    uint32_t count = 0;
    for (uint32_t r = draft->first_range; r != CHY_NONE; r = reader->pool[r].next) {
        count++;
    }
    chy_span *contents = chy_arena_alloc(reader->arena, count, sizeof *contents);
    if (contents == NULL) {
        return false;
    }
    uint32_t at = 0;
    for (uint32_t r = draft->first_range; r != CHY_NONE; r = reader->pool[r].next) {
        chy_span span = span_of(reader, reader->pool[r].first, reader->pool[r].end);
        /* In text order: what is attached later mostly stands later. */
        uint32_t place = at++;
        while (place > 0 && contents[place - 1].start > span.start) {
            contents[place] = contents[place - 1];
            place--;
        }
        contents[place] = span;
    }
    statement->contents = contents;
    statement->content_count = count;
    return true;
}

static bool write_cues(const chy_statement_reader *reader, const chy_statement_draft *draft,
                       chy_statement *statement) {
    chy_span *cues = chy_arena_alloc(reader->arena, 2, sizeof *cues);
    if (cues == NULL) {
        return false;
    }
    uint32_t count = 0;
    if (draft->cue_first < draft->cue_end) {
        cues[count++] = span_of(reader, draft->cue_first, draft->cue_end);
    } else if (draft->cue_word != CHY_NONE) {
        uint32_t cue = draft->cue_word;
        /* "went | on", also hung as an adverb */
        bool particle = draft->cue != NULL && strchr(draft->cue->lemma, '_') != NULL &&
                        cue + 1 < reader->word_count && reader->words[cue + 1].head == cue;
        bool joined = particle || chy_child_of(reader, cue, CHY_DEPREL_COMPOUND_PRT) == cue + 1;
        cues[count++] = span_of(reader, cue, joined ? cue + 2 : cue + 1);
    }
    if (draft->second_cue != CHY_NONE && draft->second_cue != draft->cue_word) {
        cues[count++] = span_of(reader, draft->second_cue, draft->second_cue + 1);
    }
    if (count == 2 && cues[0].start > cues[1].start) {
        chy_span first = cues[1];
        cues[1] = cues[0];
        cues[0] = first;
    }
    statement->cues = cues;
    statement->cue_count = count;
    return true;
}

static bool write_statements(chy_statement_reader *reader, chy_statements *statements) {
    uint32_t count = 0;
    sized *order = chy_arena_alloc(reader->scratch, reader->draft_count, sizeof *order);
    uint32_t *number = none_each(reader->scratch, reader->draft_count);
    statements->statement_of_word = none_each(reader->arena, reader->word_count);
    if (order == NULL || number == NULL || statements->statement_of_word == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < reader->draft_count; i++) {
        const chy_statement_draft *d = &reader->drafts[i];
        if (d->first_range != CHY_NONE) {
            uint32_t start = reader->words[first_word_of(reader, d)].span.start;
            order[count++] = (sized){.draft = i, .size = d->size, .start = start};
        }
    }
    nest(reader, order, &count, statements->statement_of_word);
    read_first_person(reader, order, count);
    qsort(order, count, sizeof *order, earlier_first);
    for (uint32_t i = 0; i < count; i++) {
        number[order[i].draft] = i;
    }
    statements->statements = chy_arena_alloc(reader->arena, count, sizeof *statements->statements);
    if (statements->statements == NULL) {
        return false;
    }
    statements->statement_count = count;
    for (uint32_t i = 0; i < count; i++) {
        const chy_statement_draft *d = &reader->drafts[order[i].draft];
        chy_statement *statement = &statements->statements[i];
        *statement = d->statement;
        statement->parent = statement->parent == CHY_NONE ? CHY_NONE : number[statement->parent];
        statement->directness = directness_of(reader, d);
        if (d->origin_first < d->origin_end) {
            statement->origin = span_of(reader, d->origin_first, d->origin_end);
        }
        if (!write_contents(reader, d, statement) || !write_cues(reader, d, statement)) {
            return false;
        }
    }
    for (uint32_t i = 0; i < reader->word_count; i++) {
        uint32_t draft = statements->statement_of_word[i];
        statements->statement_of_word[i] = draft == CHY_NONE ? CHY_NONE : number[draft];
    }
    return true;
}

static bool read_all(chy_statement_reader *reader, chy_statements *statements) {
    if (!chy_statement_tree(reader) || !make_room(reader) || !chy_groups_list(reader) ||
        !chy_quotes_find(reader)) {
        return false;
    }
    chy_statements_of_verbs(reader);
    reader->verb_drafts = reader->draft_count;
    chy_statements_leave_frames(reader);
    chy_statements_of_phrases(reader);
    list_last(reader);
    chy_statements_attach(reader);
    chy_statements_broken_into(reader);
    chy_statements_go_on(reader);
    list_whole(reader);
    for (uint32_t i = 0; i < reader->draft_count && !reader->failed; i++) {
        chy_statement_cited(reader, i);
        chy_statement_anaphor(reader, i);
        chy_statement_speaker(reader, i);
    }
    for (uint32_t i = 0; i < reader->draft_count && !reader->failed; i++) {
        chy_statement_paper(reader, i);
        chy_statement_origin(reader, i);
    }
    return !reader->failed && write_statements(reader, statements);
}

chy_status chy_statements_read(const chy_mentions_input *input, const chy_mentions *mentions,
                               const chy_clauses *clauses, chy_arena *arena,
                               chy_statements *statements, chy_error *err) {
    *statements = (chy_statements){0};
    chy_statement_reader reader = {.input = input,
                                   .mentions = mentions,
                                   .clauses = clauses,
                                   .words = input->words,
                                   .word_count = input->word_count,
                                   .arena = arena,
                                   .scratch = chy_arena_new()};
    bool done = reader.scratch != NULL && read_all(&reader, statements);
    chy_arena_free(reader.scratch);
    return done ? CHY_OK : chy_fail_memory(err);
}
