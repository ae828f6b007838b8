#include "api/doc.h"

#include "mentions/calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More cut sentences than this are only counted: a hostile text has thousands. */
#define CUTS_NAMED 20u

static void stage_done(const chy_workspace *workspace, chy_stage stage) {
    if (workspace->hook != NULL) {
        workspace->hook(workspace->hook_context, stage);
    }
}

/* ---- What the document keeps of the caller's report ------------------------------------- */

static void keep(chy_arena *arena, const char **string) {
    if (*string != NULL) {
        *string = chy_arena_string(arena, *string, strlen(*string));
    }
}

static bool is_given(const char *string) {
    return string != NULL && string[0] != '\0';
}

static bool keep_report(chy_doc *doc, const chy_report *report) {
    chy_report *kept = &doc->content.report;
    const char *const *given[] = {&report->id, &report->url, &report->publisher, &report->language,
                                  &report->dateline};
    const char **copies[] = {&kept->id, &kept->url, &kept->publisher, &kept->language,
                             &kept->dateline};
    *kept = *report;
    kept->title = NULL; /* chy_text_read copies it */
    kept->published_else = NULL;
    kept->text = NULL;
    kept->given_words = NULL;
    for (size_t i = 0; i < sizeof copies / sizeof copies[0]; i++) {
        keep(doc->arena, copies[i]);
        if (*given[i] != NULL && *copies[i] == NULL) {
            return false;
        }
    }
    return true;
}

/* The day of publication: the report's own, else where its dateline has no whole date the other. */
static bool keep_published(chy_doc *doc, const chy_report *report) {
    chy_report *kept = &doc->content.report;
    chy_date day;
    const char *from = is_given(report->published) ? report->published : NULL;
    if (from == NULL && !chy_date_read(doc->text.dateline.date, &day)) {
        from = is_given(report->published_else) ? report->published_else : report->published;
    }
    kept->published = from == NULL ? NULL : chy_published_extended(from, doc->arena);
    return from == NULL || kept->published != NULL;
}

static chy_status check_report(const chy_report *report, chy_error *err) {
    const char *const dates[] = {report->published, report->published_else};
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        if (is_given(dates[i]) && !chy_published_valid(dates[i])) {
            return chy_fail(
                err, CHY_ERROR_TEXT, "published", CHY_NOWHERE, CHY_NOWHERE,
                "The date \"%.40s\" is not an ISO 8601 day such as 2024-03-31, 20240331 "
                "or 2024-03-31T08:30:00Z; a month or year alone does not say what \"on "
                "Tuesday\" is.",
                dates[i]);
        }
    }
    return CHY_OK;
}

/* ---- What a reader of the record should know -------------------------------------------- */

static const char *cut_message(chy_arena *arena, uint32_t sentence, uint32_t words) {
    char line[96];
    int length =
        snprintf(line, sizeof line, "Sentence %u was cut after %u words.", sentence + 1, words);
    return length > 0 ? chy_arena_string(arena, line, (size_t)length) : NULL;
}

static bool add_warnings(chy_doc *doc) {
    uint32_t cuts = 0;
    for (uint32_t i = 0; i < doc->tokens.sentence_count; i++) {
        cuts += doc->tokens.sentences[i].cut;
    }
    uint32_t named = cuts < CUTS_NAMED ? cuts : CUTS_NAMED;
    const char **warnings = chy_arena_alloc(doc->arena, (size_t)named + 1, sizeof *warnings);
    if (warnings == NULL) {
        return false;
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < doc->tokens.sentence_count && count < named; i++) {
        const chy_sentence *sentence = &doc->tokens.sentences[i];
        if (sentence->cut) {
            warnings[count] = cut_message(doc->arena, i, sentence->word_count);
            if (warnings[count++] == NULL) {
                return false;
            }
        }
    }
    if (cuts > named) {
        char line[96];
        int length = snprintf(line, sizeof line, "%u more sentences were cut.", cuts - named);
        warnings[count] = chy_arena_string(doc->arena, line, length > 0 ? (size_t)length : 0);
        if (warnings[count++] == NULL) {
            return false;
        }
    }
    doc->content.warnings = warnings;
    doc->content.warning_count = count;
    return true;
}

/* ---- The stages ------------------------------------------------------------------------- */

static chy_status read_words(const chy_coder *coder, chy_workspace *workspace,
                             const chy_report *report, chy_depth depth, chy_doc *doc,
                             chy_error *err) {
    chy_gazetteer gazetteer = chy_gazetteer_of(coder->lexicon);
    chy_status status = chy_text_read(report, &gazetteer, doc->arena, &doc->text, err);
    if (status != CHY_OK) {
        return status;
    }
    doc->content.report.title = doc->text.title;
    if (!keep_published(doc, report)) {
        return chy_fail_memory(err);
    }
    stage_done(workspace, CHY_STAGE_TEXT);
    if (report->given_words != NULL && report->given_word_count > 0) {
        status = chy_tokens_given(&doc->text, report->given_words, report->given_word_count,
                                  doc->arena, &doc->tokens, err);
    } else {
        const chy_token_model *model = coder->tokens_learned ? &coder->tokens : NULL;
        status = chy_tokens_split(&doc->text, model, depth == CHY_DEPTH_SYNTAX, doc->arena,
                                  &doc->tokens, err);
    }
    if (status != CHY_OK) {
        return status;
    }
    stage_done(workspace, CHY_STAGE_TOKENS);
    status = chy_syntax_read(coder->syntax, workspace->syntax, doc->tokens.words,
                             doc->tokens.word_count, doc->tokens.sentences,
                             doc->tokens.sentence_count, doc->arena, NULL, &doc->aspects, err);
    if (status == CHY_OK) {
        stage_done(workspace, CHY_STAGE_SYNTAX);
    }
    return status;
}

static chy_status read_record(const chy_coder *coder, const chy_workspace *workspace, chy_doc *doc,
                              chy_error *err) {
    doc->input = (chy_mentions_input){
        .lexicon = coder->lexicon,
        .text = doc->text.data,
        .report = &doc->content.report,
        .dateline = &doc->text.dateline,
        .dateline_place = doc->text.dateline_place,
        .words = doc->tokens.words,
        .word_count = doc->tokens.word_count,
        .sentences = doc->tokens.sentences,
        .sentence_count = doc->tokens.sentence_count,
        .heads = coder->mentions,
        .aspects = &doc->aspects,
    };
    const chy_mentions_input *input = &doc->input;
    chy_status status = chy_mentions_read(input, doc->arena, &doc->mentions, err);
    if (status == CHY_OK) {
        stage_done(workspace, CHY_STAGE_MENTIONS);
        status = chy_clauses_read(input, &doc->mentions, doc->arena, &doc->clauses, err);
    }
    if (status == CHY_OK) {
        stage_done(workspace, CHY_STAGE_CLAUSES);
        status = chy_statements_read(input, &doc->mentions, &doc->clauses, doc->arena,
                                     &doc->statements, err);
    }
    if (status == CHY_OK) {
        stage_done(workspace, CHY_STAGE_STATEMENTS);
        status = chy_events_read(input, &doc->mentions, &doc->clauses, &doc->statements,
                                 coder->grammar, doc->arena, &doc->events, err);
    }
    if (status == CHY_OK) {
        stage_done(workspace, CHY_STAGE_EVENTS);
    }
    return status;
}

static void fill_content(chy_doc *doc) {
    chy_doc_content *content = &doc->content;
    content->text = doc->text.data + doc->text.body;
    content->text_size = doc->text.size - doc->text.body;
    content->text_length = doc->text.length;
    content->dateline = doc->text.dateline;
    content->words = doc->tokens.words;
    content->word_count = doc->tokens.word_count;
    content->sentences = doc->tokens.sentences;
    content->sentence_count = doc->tokens.sentence_count;
    content->mentions = doc->mentions.mentions;
    content->mention_count = doc->mentions.mention_count;
    content->entities = doc->mentions.entities;
    content->entity_count = doc->mentions.entity_count;
    content->times = doc->mentions.times;
    content->time_count = doc->mentions.time_count;
    content->statements = doc->statements.statements;
    content->statement_count = doc->statements.statement_count;
    content->events = doc->events.events;
    content->event_count = doc->events.event_count;
}

static chy_status read_doc(const chy_coder *coder, chy_workspace *workspace,
                           const chy_report *report, chy_depth depth, chy_doc *doc,
                           chy_error *err) {
    chy_status status = check_report(report, err);
    if (status != CHY_OK) {
        return status;
    }
    if (!keep_report(doc, report)) {
        return chy_fail_memory(err);
    }
    status = read_words(coder, workspace, report, depth, doc, err);
    if (status == CHY_OK && depth == CHY_DEPTH_RECORD) {
        uint8_t digest[CHY_SHA256_BYTES];
        chy_sha256(report->text, report->text_size, digest);
        chy_sha256_text(digest, 64, doc->sha256);
        doc->recorded = true;
        status = read_record(coder, workspace, doc, err);
    }
    if (status == CHY_OK && !add_warnings(doc)) {
        status = chy_fail_memory(err);
    }
    fill_content(doc);
    return status;
}

chy_status chy_code(const chy_coder *coder, chy_workspace *workspace, const chy_report *report,
                    chy_depth depth, chy_doc **doc, chy_error *err) {
    *doc = NULL;
    chy_doc *d = calloc(1, sizeof *d);
    if (d == NULL) {
        return chy_fail_memory(err);
    }
    d->coder = coder;
    d->arena = chy_arena_new();
    chy_status status =
        d->arena == NULL ? chy_fail_memory(err) : read_doc(coder, workspace, report, depth, d, err);
    if (status != CHY_OK) {
        chy_doc_free(d);
        return status;
    }
    *doc = d;
    return CHY_OK;
}

void chy_doc_free(chy_doc *doc) {
    if (doc != NULL) {
        chy_arena_free(doc->arena);
        free(doc);
    }
}

const chy_doc_content *chy_doc_view(const chy_doc *doc) {
    return &doc->content;
}
