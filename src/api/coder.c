#include "api/doc.h"

#include "lexicon/builder.h"

#include <stdlib.h>
#include <string.h>

/* Keeps the list of grammar files, which chy_grammar_check reads again; their texts stay the
 * caller's. */
static bool keep_sources(chy_coder *coder, const chy_coder_parts *parts) {
    coder->sources = chy_arena_alloc(coder->arena, parts->grammar_count, sizeof *coder->sources);
    if (coder->sources == NULL) {
        return false;
    }
    if (parts->grammar_count > 0) {
        memcpy(coder->sources, parts->grammar, parts->grammar_count * sizeof *coder->sources);
    }
    coder->source_count = parts->grammar_count;
    return true;
}

static chy_status read_table(chy_facts_builder *builder, const chy_facts_source *table,
                             chy_error *err) {
    uint32_t before = chy_facts_builder_counts(builder).records;
    chy_status status = chy_facts_builder_read(builder, table, NULL, err);
    if (status == CHY_OK && table->required &&
        chy_facts_builder_counts(builder).records == before) {
        return chy_fail(err, CHY_ERROR_FACTS, table->name, CHY_NOWHERE, CHY_NOWHERE,
                        "This holds no row of facts that can be used.");
    }
    return status;
}

/* Reads the tables and lays what they compile to over the facts; what the builder used on the way
 * is freed with it. */
static chy_status compile_tables(chy_coder *coder, const chy_coder_parts *parts,
                                 chy_facts_builder *builder, chy_error *err) {
    const void *data = NULL;
    size_t size = 0;
    chy_facts_builder_over(builder, coder->lexicon, parts->report, parts->report_context);
    chy_status status = CHY_OK;
    for (size_t i = 0; status == CHY_OK && i < parts->table_count; i++) {
        status = read_table(builder, &parts->tables[i], err);
    }
    if (status == CHY_OK) {
        status = chy_facts_builder_finish(builder, &data, &size, err);
    }
    if (status != CHY_OK) {
        return status;
    }
    void *kept = chy_arena_alloc(coder->arena, size, 1);
    if (kept == NULL) {
        return chy_fail_memory(err);
    }
    memcpy(kept, data, size);
    return chy_lexicon_cover(coder->lexicon, kept, size, err);
}

static chy_status cover_facts(chy_coder *coder, const chy_coder_parts *parts, chy_error *err) {
    if (parts->table_count == 0) {
        return CHY_OK;
    }
    chy_facts_builder *builder = chy_facts_builder_new();
    chy_status status =
        builder == NULL ? chy_fail_memory(err) : compile_tables(coder, parts, builder, err);
    chy_facts_builder_free(builder);
    return status;
}

static chy_status open_parts(chy_coder *coder, const chy_coder_parts *parts, chy_error *err) {
    chy_status status =
        chy_learned_open(parts->learned, parts->learned_size, coder->arena, &coder->learned, err);
    /* A learned file without the tokeniser's weights is read by the tokeniser's rules alone. */
    coder->tokens_learned =
        status == CHY_OK && chy_learned_has(coder->learned, "tokens.word.weight");
    if (coder->tokens_learned) {
        status = chy_token_model_bind(coder->learned, &coder->tokens, err);
    }
    if (status == CHY_OK) {
        status = chy_syntax_open(coder->learned, parts->isa, coder->arena, &coder->syntax, err);
    }
    if (status == CHY_OK) {
        status = chy_mention_heads_open(coder->learned, coder->arena, &coder->mentions, err);
    }
    if (status == CHY_OK) {
        status = chy_lexicon_open(parts->facts, parts->facts_size, &coder->lexicon, err);
    }
    if (status == CHY_OK) {
        status = cover_facts(coder, parts, err);
    }
    if (status == CHY_OK) {
        status = chy_grammar_open(parts->grammar, parts->grammar_count, false, coder->lexicon,
                                  &coder->grammar, err);
    }
    return status;
}

chy_status chy_coder_open(const chy_coder_parts *parts, chy_coder **coder, chy_error *err) {
    *coder = NULL;
    chy_coder *c = calloc(1, sizeof *c);
    if (c == NULL) {
        return chy_fail_memory(err);
    }
    chy_status status;
    c->arena = chy_arena_new();
    if (c->arena == NULL || !keep_sources(c, parts)) {
        status = chy_fail_memory(err);
    } else {
        status = open_parts(c, parts, err);
    }
    if (status != CHY_OK) {
        chy_coder_free(c);
        return status;
    }
    c->identity = (chy_identity){
        .version = CHY_VERSION,
        .model = chy_learned_identity(c->learned),
        .facts = chy_lexicon_identity(c->lexicon),
        .grammar = chy_grammar_identity(c->grammar),
        .instruction_set = chy_syntax_instruction_set(c->syntax),
    };
    *coder = c;
    return CHY_OK;
}

void chy_coder_free(chy_coder *coder) {
    if (coder != NULL) {
        chy_grammar_free(coder->grammar);
        chy_lexicon_free(coder->lexicon);
        chy_arena_free(coder->arena);
        free(coder);
    }
}

const chy_identity *chy_coder_identity(const chy_coder *coder) {
    return &coder->identity;
}

chy_status chy_workspace_new(const chy_coder *coder, chy_workspace **workspace, chy_error *err) {
    *workspace = NULL;
    chy_workspace *w = calloc(1, sizeof *w);
    if (w == NULL) {
        return chy_fail_memory(err);
    }
    chy_status status = chy_syntax_workspace_new(coder->syntax, &w->syntax, err);
    if (status != CHY_OK) {
        chy_workspace_free(w);
        return status;
    }
    *workspace = w;
    return CHY_OK;
}

void chy_workspace_free(chy_workspace *workspace) {
    if (workspace != NULL) {
        chy_syntax_workspace_free(workspace->syntax);
        free(workspace);
    }
}

size_t chy_workspace_size(const chy_workspace *workspace) {
    return sizeof *workspace + chy_syntax_workspace_size(workspace->syntax);
}

void chy_workspace_watch(chy_workspace *workspace, chy_stage_hook *hook, void *context) {
    workspace->hook = hook;
    workspace->hook_context = context;
}

const char *chy_stage_name(chy_stage stage) {
    static const char *const names[CHY_STAGE_COUNT] = {
        "text", "tokens", "syntax", "mentions", "clauses", "statements", "events"};
    return (unsigned)stage < CHY_STAGE_COUNT ? names[stage] : "";
}
