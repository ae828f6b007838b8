#include "record/explain.h"

#include <string.h>

#define NOTE_AT 4u

static bool known(const char *string) {
    return string != NULL && string[0] != '\0';
}

static bool inside(chy_span span, chy_span outer) {
    return span.start >= outer.start && span.start < outer.end;
}

static void heading(chy_page *page, const char *title) {
    chy_page_begin(page, 2, 2);
    chy_page_styled(page, CHY_STYLE_FAINT, title);
    chy_page_end(page);
}

static void write_title(chy_page *page, const chy_record *record, uint32_t index) {
    const chy_sentence *sentence = &record->content->sentences[index];
    chy_page_begin(page, 0, 2);
    chy_page_style(page, CHY_STYLE_BOLD);
    chy_page_text(page, sentence->part == CHY_PART_HEADLINE ? "Headline " : "Sentence ");
    chy_page_uint(page, (uint64_t)index + 1);
    chy_page_style(page, CHY_STYLE_PLAIN);
    chy_page_text(page, " ");
    chy_page_slice(page, chy_text_slice(record->text, sentence->span));
    chy_page_end(page);
}

/* ---- Mentions and times ----------------------------------------------------------------- */

static void write_mention(chy_page *page, const chy_record *record, const chy_mention *mention) {
    static const char *const kinds[] = {"name", "description", "pronoun"};
    chy_page_begin(page, NOTE_AT, NOTE_AT + 4);
    chy_page_quote(page, record, mention->span);
    chy_page_style(page, CHY_STYLE_FAINT);
    chy_page_text(page, " ");
    chy_page_text(page, kinds[mention->kind < 3 ? mention->kind : 0]);
    if (mention->reading != CHY_READING_NONE) {
        chy_page_text(page,
                      mention->reading == CHY_READING_LITERAL ? ", the place" : ", who sits there");
    }
    chy_page_text(page, " \xE2\x86\x92 e");
    chy_page_uint(page, (uint64_t)mention->entity + 1);
    chy_page_style(page, CHY_STYLE_PLAIN);
    chy_page_text(page, " ");
    chy_page_entity(page, record, mention->entity);
    chy_page_end(page);
}

/* Mentions and times stand in text order; `*next` is the first that was not written yet. */
static void write_mentions(chy_page *page, const chy_record *record, const chy_sentence *sentence,
                           explain_state *state) {
    const chy_doc_content *content = record->content;
    uint32_t end = sentence->first_word + sentence->word_count;
    bool any = false;
    while (state->mention < content->mention_count &&
           content->mentions[state->mention].first_word < end) {
        if (!any) {
            heading(page, "mentions");
            any = true;
        }
        write_mention(page, record, &content->mentions[state->mention++]);
    }
    any = false;
    while (state->time < content->time_count && content->times[state->time].first_word < end) {
        const chy_time *time = &content->times[state->time++];
        if (!any) {
            heading(page, "times");
            any = true;
        }
        chy_page_begin(page, NOTE_AT, NOTE_AT + 4);
        chy_page_quote(page, record, time->span);
        chy_page_text(page, " ");
        chy_page_text(page, time->value);
        chy_page_styled(page, CHY_STYLE_FAINT, time->anchored ? " from the report's date" : "");
        chy_page_end(page);
    }
}

/* ---- Clauses ---------------------------------------------------------------------------- */

static const char *tense_name(uint8_t tense) {
    static const char *const names[] = {"", "past", "present", "future"};
    return names[tense < 4 ? tense : 0];
}

static const char *modality_name(uint8_t modality) {
    static const char *const names[] = {"", "possible", "necessary", "conditional", "intended"};
    return names[modality < 5 ? modality : 0];
}

static const char *link_name(uint8_t link) {
    static const char *const names[] = {"",          "complement", "relative", "adverbial",
                                        "condition", "purpose",    "conjunct", "argument"};
    return names[link < 8 ? link : 0];
}

static void add_trait(chy_page *page, const char *trait) {
    if (known(trait)) {
        chy_page_text(page, " ");
        chy_page_text(page, trait);
    }
}

static void write_traits(chy_page *page, const chy_record *record, const chy_clause *clause) {
    static const char *const kinds[] = {"verb", "noun", "adjective"};
    chy_page_style(page, CHY_STYLE_FAINT);
    add_trait(page, kinds[clause->kind < 3 ? clause->kind : 0]);
    if (clause->light != NULL) {
        add_trait(page, "with");
        add_trait(page, clause->light);
    }
    add_trait(page, tense_name(clause->tense));
    add_trait(page, modality_name(clause->modality));
    add_trait(page, clause->negated ? "negated" : "");
    add_trait(page, clause->passive ? "passive" : "");
    add_trait(page, clause->question ? "question" : "");
    add_trait(page, clause->imperative ? "imperative" : "");
    if (clause->parent != CHY_NONE && clause->link != CHY_LINK_NONE) {
        add_trait(page, link_name(clause->link));
        add_trait(page, "of");
        add_trait(page, record->clauses->clauses[clause->parent].lemma);
    }
    chy_page_style(page, CHY_STYLE_PLAIN);
}

static void write_argument(chy_page *page, const chy_record *record, const chy_argument *argument) {
    bool oblique = argument->role == CHY_ROLE_OBLIQUE && known(argument->preposition);
    chy_page_begin(page, NOTE_AT + 4, NOTE_AT + 6);
    chy_page_style(page, CHY_STYLE_FAINT);
    chy_page_text(page, oblique ? argument->preposition : chy_role_name((chy_role)argument->role));
    chy_page_style(page, CHY_STYLE_PLAIN);
    chy_page_tab(page, NOTE_AT + 16);
    if (argument->word != CHY_NONE) {
        uint32_t mention = record->mention_of_head[argument->word];
        if (mention != CHY_NONE) {
            const chy_mention *m = &record->content->mentions[mention];
            chy_page_slice(page, chy_text_slice(record->text, m->span));
            chy_page_style(page, CHY_STYLE_FAINT);
            chy_page_text(page, " e");
            chy_page_uint(page, (uint64_t)m->entity + 1);
        } else {
            chy_page_text(page, record->content->words[argument->word].form);
        }
    }
    chy_page_style(page, CHY_STYLE_FAINT);
    chy_page_text(page, argument->clause != CHY_NONE ? " (a clause)" : "");
    chy_page_text(page, argument->inherited ? " (from elsewhere)" : "");
    chy_page_end(page);
}

/* What became of the clause: the events read from it, else the rules that came near. */
static void write_outcome(chy_page *page, const chy_record *record, uint32_t index,
                          explain_state *state) {
    const chy_clause *clause = &record->clauses->clauses[index];
    for (uint32_t at = state->event_of_word[clause->word]; at != CHY_NONE;
         at = state->links[at].next) {
        const explain_link *link = &state->links[at];
        chy_page_begin(page, NOTE_AT + 4, NOTE_AT + 6);
        chy_page_style(page, CHY_STYLE_GOOD);
        chy_page_text(page, "\xE2\x87\x92 ev");
        chy_page_uint(page, (uint64_t)link->event + 1);
        const chy_event *event = &record->content->events[link->event];
        chy_page_text(page, " ");
        chy_page_text(page, chy_event_type_name((chy_event_type)event->type));
        chy_page_style(page, CHY_STYLE_PLAIN);
        chy_page_text(page, " by rule ");
        chy_page_text(page, event->evidence[link->evidence].rule);
        chy_page_text(page, ", ");
        chy_page_text(page, chy_event_status_name((chy_event_status)event->status));
        chy_page_end(page);
    }
    for (uint32_t at = state->miss_of_clause[index]; at != CHY_NONE; at = state->miss_next[at]) {
        chy_page_begin(page, NOTE_AT + 4, NOTE_AT + 6);
        chy_page_style(page, CHY_STYLE_BAD);
        chy_page_text(page, "\xE2\x9C\x97 ");
        const chy_near_miss *miss = &record->near_misses[at];
        chy_page_text(page, miss->rule);
        chy_page_style(page, CHY_STYLE_PLAIN);
        chy_page_text(page, ": ");
        if (miss->winner != NULL) {
            chy_page_text(page, miss->winner);
            chy_page_text(page, " goes before it");
        } else {
            chy_page_text(page, miss->reason);
        }
        if (miss->words != NULL) {
            chy_page_text(page, ", line ");
            chy_page_uint(page, miss->line);
            chy_page_text(page, ": ");
            chy_page_text(page, miss->words);
        }
        chy_page_end(page);
    }
}

static void write_clauses(chy_page *page, const chy_record *record, uint32_t sentence,
                          explain_state *state) {
    bool any = false;
    while (state->clause < record->clauses->clause_count &&
           record->clauses->clauses[state->clause].sentence <= sentence) {
        uint32_t index = state->clause++;
        const chy_clause *clause = &record->clauses->clauses[index];
        if (!any) {
            heading(page, "clauses");
            any = true;
        }
        chy_page_begin(page, NOTE_AT, NOTE_AT + 4);
        chy_page_styled(page, CHY_STYLE_TYPE, clause->lemma);
        write_traits(page, record, clause);
        chy_page_end(page);
        for (uint32_t i = 0; i < clause->argument_count; i++) {
            write_argument(page, record, &record->clauses->arguments[clause->first_argument + i]);
        }
        write_outcome(page, record, index, state);
    }
}

/* ---- Statements and entities ------------------------------------------------------------ */

static void write_statements(chy_page *page, const chy_record *record, const chy_sentence *sentence,
                             explain_state *state) {
    const chy_doc_content *content = record->content;
    bool any = false;
    while (state->statement < content->statement_count) {
        const chy_statement *statement = &content->statements[state->statement];
        chy_span first = statement->content_count > 0 ? statement->contents[0]
                         : statement->cue_count > 0   ? statement->cues[0]
                                                      : statement->speaker_span;
        if (first.start >= sentence->span.end && !inside(first, sentence->span)) {
            break;
        }
        if (!any) {
            heading(page, "statements");
            any = true;
        }
        chy_page_begin(page, NOTE_AT, NOTE_AT + 4);
        chy_page_text(page, "s");
        chy_page_uint(page, (uint64_t)state->statement + 1);
        chy_page_text(page, " ");
        if (statement->speaker != CHY_NONE) {
            chy_page_entity(page, record, statement->speaker);
        } else {
            chy_page_styled(page, CHY_STYLE_FAINT, "(not named)");
        }
        chy_page_text(page, " ");
        chy_page_styled(page, CHY_STYLE_TYPE,
                        chy_statement_kind_name((chy_statement_kind)statement->kind));
        for (uint32_t i = 0; i < statement->content_count; i++) {
            chy_page_text(page, i == 0 ? ": " : " \xE2\x80\xA6 ");
            chy_page_slice(page, chy_text_slice(record->text, statement->contents[i]));
        }
        chy_page_end(page);
        state->statement++;
    }
}

/* The row of a table that gave an entity its code: what stands there, and from when to when. */
static void write_coding(chy_page *page, const chy_coding *coding) {
    if (coding == NULL) {
        return;
    }
    chy_page_text(page, " (");
    chy_page_text(page, coding->form);
    if (known(coding->code)) {
        chy_page_text(page, " [");
        chy_page_text(page, coding->code);
        chy_page_text(page, "]");
    }
    if (known(coding->from) || known(coding->to)) {
        chy_page_text(page, " ");
        chy_page_text(page, coding->from);
        chy_page_text(page, "..");
        chy_page_text(page, coding->to);
    }
    chy_page_text(page, ")");
}

static void write_entities(chy_page *page, const chy_record *record) {
    const chy_doc_content *content = record->content;
    chy_page_begin(page, 0, 0);
    chy_page_styled(page, CHY_STYLE_BOLD, "Entities");
    chy_page_end(page);
    for (uint32_t i = 0; i < content->entity_count; i++) {
        const chy_entity *entity = &content->entities[i];
        chy_page_begin(page, 2, 8);
        chy_page_text(page, "e");
        chy_page_uint(page, (uint64_t)i + 1);
        chy_page_tab(page, 8);
        chy_page_entity(page, record, i);
        chy_page_text(page, " ");
        chy_page_text(page, chy_entity_kind_name((chy_entity_kind)entity->kind));
        chy_page_text(page, " ");
        chy_page_codes(page, entity);
        chy_page_style(page, CHY_STYLE_FAINT);
        chy_page_text(page, " ");
        chy_page_uint(page, entity->mention_count);
        chy_page_text(page, entity->mention_count == 1 ? " mention" : " mentions");
        if (known(entity->evidence)) {
            chy_page_text(page, ", known from ");
            chy_page_text(page, entity->evidence);
            write_coding(page, entity->coding);
        }
        if (known(entity->role)) {
            chy_page_text(page, ", called ");
            chy_page_text(page, entity->role);
        }
        chy_page_end(page);
    }
}

/* ---- What stands where ------------------------------------------------------------------ */

/* Lists, by clause and by word, of what came of them; newest first, so filled from the end. */
static bool link_outcomes(const chy_record *record, chy_arena *arena, explain_state *state) {
    const chy_doc_content *content = record->content;
    size_t evidence = 0;
    for (uint32_t i = 0; i < content->event_count; i++) {
        evidence += content->events[i].evidence_count;
    }
    uint32_t clauses = record->clauses->clause_count;
    state->event_of_word =
        chy_arena_alloc(arena, (size_t)content->word_count + 1, sizeof(uint32_t));
    state->links = chy_arena_alloc(arena, evidence, sizeof *state->links);
    state->miss_of_clause = chy_arena_alloc(arena, (size_t)clauses + 1, sizeof(uint32_t));
    state->miss_next = chy_arena_alloc(arena, record->near_miss_count, sizeof(uint32_t));
    if (state->event_of_word == NULL || state->links == NULL || state->miss_of_clause == NULL ||
        state->miss_next == NULL) {
        return false;
    }
    memset(state->event_of_word, 0xFF, ((size_t)content->word_count + 1) * sizeof(uint32_t));
    memset(state->miss_of_clause, 0xFF, ((size_t)clauses + 1) * sizeof(uint32_t));
    uint32_t used = 0;
    for (uint32_t i = content->event_count; i-- > 0;) {
        for (uint32_t k = content->events[i].evidence_count; k-- > 0;) {
            uint32_t word = content->events[i].evidence[k].clause_word;
            if (word < content->word_count) {
                state->links[used] = (explain_link){i, k, state->event_of_word[word]};
                state->event_of_word[word] = used++;
            }
        }
    }
    for (uint32_t i = record->near_miss_count; i-- > 0;) {
        uint32_t clause = record->near_misses[i].clause;
        if (clause < clauses) {
            state->miss_next[i] = state->miss_of_clause[clause];
            state->miss_of_clause[clause] = i;
        }
    }
    return true;
}

chy_status chy_record_explain(const chy_record *record, uint32_t width, bool colour, chy_out *out,
                              chy_error *err) {
    const chy_doc_content *content = record->content;
    explain_state state = {0};
    chy_page page;
    chy_arena *arena = chy_arena_new();
    if (arena == NULL || !link_outcomes(record, arena, &state)) {
        chy_arena_free(arena);
        return chy_fail_memory(err);
    }
    chy_page_start(&page, out, width, colour);
    if (known(content->report.id)) {
        chy_page_begin(&page, 0, 2);
        chy_page_styled(&page, CHY_STYLE_FAINT, "Report ");
        chy_page_text(&page, content->report.id);
        chy_page_end(&page);
        chy_page_blank_line(&page);
    }
    for (uint32_t i = 0; i < content->sentence_count; i++) {
        const chy_sentence *sentence = &content->sentences[i];
        write_title(&page, record, i);
        chy_explain_tree(&page, content, sentence);
        write_mentions(&page, record, sentence, &state);
        write_clauses(&page, record, i, &state);
        write_statements(&page, record, sentence, &state);
        chy_page_blank_line(&page);
    }
    write_entities(&page, record);
    chy_arena_free(arena);
    return CHY_OK;
}
