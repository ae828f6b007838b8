/* The record: the finished answer, and its writers. Each writer hands its bytes to a sink and keeps
 * no memory of its own beyond what it says. */
#ifndef CHY_RECORD_RECORD_H
#define CHY_RECORD_RECORD_H

#include "events/events.h"
#include "record/out.h"
#include "text/text.h"

/* What a writer sees. All is borrowed. */
typedef struct chy_record {
    const chy_doc_content *content;
    const chy_text *text; /* the way from spans to characters */
    const chy_identity *coder;
    const char *sha256;               /* of the text as given, 64 hexadecimal digits */
    const chy_lexicon *lexicon;       /* names of CAMEO codes */
    const chy_clauses *clauses;       /* explain; NULL: none were read */
    const uint32_t *mention_of_head;  /* explain: [word_count] */
    const chy_near_miss *near_misses; /* explain */
    uint32_t near_miss_count;
} chy_record;

/* The record as docs/record.schema.json describes it, one object followed by a line end. `pretty`:
 * indented. `with_text`: report.text is written. */
void chy_record_json(const chy_record *record, bool pretty, bool with_text, chy_out *out);

/* Tab-separated, an event a line; see docs/record.md for the columns. Only what has happened, or
 * has been promised where the type is a promise, stands in them: chy_event_exported. */
void chy_record_cameo_header(chy_out *out);
void chy_record_cameo(const chy_record *record, chy_out *out);
void chy_record_plover_header(chy_out *out);
void chy_record_plover(const chy_record *record, chy_out *out);

/* CoNLL-U with names and offsets in MISC. */
void chy_record_conllu(const chy_record *record, chy_out *out);

/* For people: what happened, who said so, who they are. `width`: columns, 0 for 80, at least 40. */
void chy_record_show(const chy_record *record, uint32_t width, bool colour, chy_out *out);
/* For people: how it was read. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_record_explain(const chy_record *record, uint32_t width, bool colour,
                                           chy_out *out, chy_error *err);

/* Whether the tables of events hold the event: asserted and historical ones, and future ones of a
 * type that speaks of the future (AGREE, CONCEDE, THREATEN, REQUEST, REJECT, ACCUSE); never one
 * without an actor. */
bool chy_event_exported(const chy_event *event);

/* CAMEO's code of an actor: country, then at most two sectors in CAMEO's names; bodies without a
 * country begin with IGO, NGO, IMG, MNC. "---" where nothing is known. */
#define CHY_CAMEO_ACTOR 16
void chy_cameo_actor(const chy_entity *entity, char code[CHY_CAMEO_ACTOR]);

#endif
