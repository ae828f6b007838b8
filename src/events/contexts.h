/* What sentences are about, by PLOVER's contexts. */
#ifndef CHY_EVENTS_CONTEXTS_H
#define CHY_EVENTS_CONTEXTS_H

#include "events/match.h"

typedef struct chy_context_hit {
    uint32_t context;
    chy_span span;
} chy_context_hit;

typedef struct chy_context_hits {
    chy_context_hit *items; /* in text order, each context once a sentence */
    uint32_t count, capacity;
    uint32_t *first; /* [sentence_count + 1] where a sentence's begin */
} chy_context_hits;

/* Finds the words that give contexts, sentence by sentence. False when there is no memory. */
bool chy_context_hits_read(chy_view *view, chy_context_hits *hits);
/* Adds a sentence's contexts that are not among `bits` yet to `found`, at most `most`. */
void chy_context_hits_take(const chy_context_hits *hits, uint32_t sentence, uint64_t *bits,
                           chy_context_hit *found, uint32_t *count, uint32_t most);
/* Drops contexts that others make needless (`context crime without corruption ...`). */
uint32_t chy_context_limit_apply(const chy_view *view, uint64_t bits, chy_context_hit *found,
                                 uint32_t count);

#endif
