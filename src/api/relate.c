#include "api/doc.h"

static bool in_text(const chy_doc *doc, chy_span span) {
    return span.start <= span.end && span.end <= doc->text.end;
}

chy_status chy_relate(const chy_doc *doc, chy_span actor, chy_span recipient,
                      chy_relation *relation, chy_error *err) {
    *relation = (chy_relation){.type = CHY_EVENT_TYPE_COUNT, .mode = "", .cameo = ""};
    bool neither = actor.start == actor.end && recipient.start == recipient.end;
    if (!doc->recorded || neither || !in_text(doc, actor) || !in_text(doc, recipient)) {
        return chy_fail(err, CHY_ERROR_ARGUMENT, "relate", CHY_NOWHERE, CHY_NOWHERE,
                        "The spans must lie inside a document that was read whole, and one of "
                        "them must hold words.");
    }
    chy_arena *scratch = chy_arena_new();
    if (scratch == NULL) {
        return chy_fail_memory(err);
    }
    chy_status status = chy_events_relate(&doc->input, &doc->mentions, &doc->clauses,
                                          &doc->statements, doc->coder->grammar, &doc->events,
                                          actor, recipient, scratch, relation, err);
    chy_arena_free(scratch);
    return status;
}
