#include "events/contexts.h"

#include "events/plover.h"

static bool term_follows(const chy_view *view, uint32_t word, const chy_term *term, uint32_t *end) {
    chy_terms one = {term, 1};
    return chy_view_term_at(view, word, &one, end);
}

static bool add_hit(chy_view *view, chy_context_hits *hits, uint32_t context, uint32_t first,
                    uint32_t end) {
    const chy_word *words = view->input->words;
    void *items = hits->items;
    if (!chy_arena_room(view->arena, &items, sizeof *hits->items, hits->count, &hits->capacity)) {
        return false;
    }
    hits->items = items;
    hits->items[hits->count++] =
        (chy_context_hit){context, {words[first].span.start, words[end - 1].span.end}};
    return true;
}

static bool read_word(chy_view *view, chy_context_hits *hits, uint32_t word, uint32_t id,
                      uint64_t *seen) {
    const chy_grammar *grammar = view->grammar;
    uint32_t end;
    for (uint32_t i = grammar->contexts_of[id]; id != 0 && i < grammar->contexts_of[id + 1]; i++) {
        const chy_context_words *row = &grammar->contexts[i];
        uint64_t bit = (uint64_t)1 << row->context;
        if ((*seen & bit) != 0 || !term_follows(view, word, &row->term, &end)) continue;
        *seen |= bit;
        if (!add_hit(view, hits, row->context, word, end)) return false;
    }
    return true;
}

bool chy_context_hits_read(chy_view *view, chy_context_hits *hits) {
    uint32_t count = view->input->sentence_count;
    hits->first = chy_arena_alloc(view->arena, (size_t)count + 1, sizeof *hits->first);
    if (hits->first == NULL) return false;
    for (uint32_t s = 0; s < count; s++) {
        const chy_sentence *sentence = &view->input->sentences[s];
        uint64_t seen = 0;
        hits->first[s] = hits->count;
        for (uint32_t i = 0; i < sentence->word_count; i++) {
            uint32_t word = sentence->first_word + i;
            if (!read_word(view, hits, word, view->lemmas[word], &seen) ||
                !read_word(view, hits, word, view->forms[word], &seen)) {
                return false;
            }
        }
    }
    hits->first[count] = hits->count;
    return true;
}

void chy_context_hits_take(const chy_context_hits *hits, uint32_t sentence, uint64_t *bits,
                           chy_context_hit *found, uint32_t *count, uint32_t most) {
    for (uint32_t i = hits->first[sentence]; i < hits->first[sentence + 1]; i++) {
        uint64_t bit = (uint64_t)1 << hits->items[i].context;
        if ((*bits & bit) != 0 || *count == most) continue;
        *bits |= bit;
        found[(*count)++] = hits->items[i];
    }
}

uint32_t chy_context_limit_apply(const chy_view *view, uint64_t bits, chy_context_hit *found,
                                 uint32_t count) {
    const chy_grammar *grammar = view->grammar;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool drop = false;
        for (uint32_t l = 0; l < grammar->limit_count; l++) {
            const chy_context_limit *limit = &grammar->limits[l];
            drop = drop || (limit->context == found[i].context && (bits & limit->without) != 0 &&
                            (bits & limit->unless) == 0);
        }
        if (!drop) found[kept++] = found[i];
    }
    return kept;
}
