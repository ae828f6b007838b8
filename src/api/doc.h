/* What stands behind the public header's handles. */
#ifndef CHY_API_DOC_H
#define CHY_API_DOC_H

#include "base/sha256.h"
#include "events/events.h"
#include "lexicon/lexicon.h"
#include "nn/learned.h"
#include "record/record.h"
#include "syntax/syntax.h"
#include "text/text.h"
#include "tokens/tokens.h"

struct chy_coder {
    chy_arena *arena; /* of what is made of the learned file */
    const chy_learned *learned;
    chy_token_model tokens;
    bool tokens_learned;
    const chy_syntax_model *syntax;
    const chy_mention_heads *mentions;
    chy_lexicon *lexicon;
    chy_grammar *grammar;
    chy_grammar_source *sources; /* copied; names and texts are the caller's */
    size_t source_count;
    chy_identity identity;
};

struct chy_workspace {
    chy_syntax_workspace *syntax;
    chy_stage_hook *hook;
    void *hook_context;
};

struct chy_doc {
    chy_arena *arena;
    const chy_coder *coder;
    chy_doc_content content;
    chy_text text;
    chy_tokens tokens;
    chy_aspects aspects;
    chy_mentions_input input;
    chy_mentions mentions;
    chy_clauses clauses;
    chy_statements statements;
    chy_events events;
    char sha256[65];
    bool recorded; /* read to CHY_DEPTH_RECORD */
};

/* The places of the facts, for datelines. The lexicon must outlive it. */
chy_gazetteer chy_gazetteer_of(const chy_lexicon *lexicon);

/* A copy in the arena with the day written "2024-05-06", for the stages. NULL: no memory. */
const char *chy_published_extended(const char *published, chy_arena *arena);

#endif
