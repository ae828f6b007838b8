#include "tokens/tokens.h"

#include "tokens/decide.h"
#include "tokens/pieces.h"

#include <string.h>

/* The arrays of a document while they grow. */
typedef struct writer {
    const chy_text *text;
    chy_arena *arena;
    chy_tokens *tokens;
    uint32_t word_capacity, sentence_capacity;
    size_t byte;     /* where the running offset stands */
    uint32_t offset; /* its code point */
    bool one_case;
} writer;

/* The offset of a byte at or after the last one asked for: the text is walked through once. */
static uint32_t offset_of(writer *w, size_t byte) {
    while (w->byte < byte) {
        w->offset += ((unsigned char)w->text->data[w->byte] & 0xC0) != 0x80;
        w->byte++;
        w->offset = w->byte == w->text->body ? w->text->first : w->offset;
    }
    return w->offset;
}

static chy_word *add_word(writer *w) {
    void *words = w->tokens->words;
    if (!chy_arena_room(w->arena, &words, sizeof(chy_word), w->tokens->word_count,
                        &w->word_capacity)) {
        return NULL;
    }
    w->tokens->words = words;
    chy_word *word = &w->tokens->words[w->tokens->word_count++];
    memset(word, 0, sizeof *word);
    word->head = CHY_NONE;
    return word;
}

static chy_sentence *add_sentence(writer *w) {
    void *sentences = w->tokens->sentences;
    if (!chy_arena_room(w->arena, &sentences, sizeof(chy_sentence), w->tokens->sentence_count,
                        &w->sentence_capacity)) {
        return NULL;
    }
    w->tokens->sentences = sentences;
    chy_sentence *sentence = &w->tokens->sentences[w->tokens->sentence_count++];
    memset(sentence, 0, sizeof *sentence);
    return sentence;
}

static bool write_word(writer *w, const chy_piece *piece, bool space_after) {
    chy_word *word = add_word(w);
    if (word == NULL) {
        return false;
    }
    uint32_t start = offset_of(w, piece->first);
    word->span = (chy_span){start, offset_of(w, piece->end)};
    word->form =
        chy_arena_string(w->arena, w->text->data + piece->first, piece->end - piece->first);
    word->sentence = w->tokens->sentence_count - 1;
    word->space_after = space_after;
    return word->form != NULL;
}

/* The pieces of the multi-word token that starts at `i`; 1 for a plain word. */
static uint32_t token_size(const chy_pieces *pieces, uint32_t i) {
    uint32_t size = 1;
    while (pieces->items[i + size - 1].continues && i + size < pieces->count && size < UINT8_MAX) {
        size++;
    }
    return size;
}

/* A sentence of pieces [first, end), of at most CHY_LIMIT_SENTENCE_WORDS. */
static bool write_sentence(writer *w, const chy_pieces *pieces, uint32_t first, uint32_t end,
                           uint32_t paragraph, uint8_t part) {
    chy_sentence *sentence = add_sentence(w);
    if (sentence == NULL) {
        return false;
    }
    sentence->first_word = w->tokens->word_count;
    sentence->word_count = end - first;
    sentence->paragraph = paragraph;
    sentence->part = part;
    sentence->cut = !pieces->items[end - 1].ends_sentence;
    uint32_t in_token = 0;
    for (uint32_t i = first; i < end; i++) {
        bool last = i + 1 == pieces->count;
        if (!write_word(w, &pieces->items[i], last || pieces->items[i + 1].space_before)) {
            return false;
        }
        if (in_token > 0) {
            in_token--;
            continue;
        }
        uint32_t size = token_size(pieces, i);
        size = size < end - i ? size : end - i;
        in_token = size - 1;
        if (size > 1) {
            w->tokens->words[w->tokens->word_count - 1].multiword = (uint8_t)size;
        }
    }
    const chy_word *words = w->tokens->words + sentence->first_word;
    sentence->span = (chy_span){words[0].span.start, words[end - first - 1].span.end};
    return true;
}

static bool write_paragraph(writer *w, const chy_pieces *pieces, uint32_t paragraph, uint8_t part) {
    uint32_t first = 0;
    for (uint32_t i = 0; i < pieces->count; i++) {
        uint32_t size = i + 1 - first;
        bool full = size == CHY_LIMIT_SENTENCE_WORDS;
        /* A multi-word token is not parted. */
        bool near = size + 4 > CHY_LIMIT_SENTENCE_WORDS && !pieces->items[i].continues &&
                    i + 1 < pieces->count &&
                    token_size(pieces, i + 1) + size > CHY_LIMIT_SENTENCE_WORDS;
        if (pieces->items[i].ends_sentence || full || near) {
            if (!write_sentence(w, pieces, first, i + 1, paragraph, part)) {
                return false;
            }
            first = i + 1;
        }
    }
    return true;
}

static bool split_paragraph(writer *w, uint32_t index, const chy_decider *decider,
                            bool keep_dateline, chy_arena *scratch) {
    const chy_paragraph *p = &w->text->paragraphs[index];
    chy_atoms atoms = {NULL, 0, 0};
    chy_pieces pieces = {NULL, 0, 0, w->one_case};
    uint32_t first = keep_dateline ? p->first : p->body;
    if (!chy_atoms_read(w->text, first, p->end, scratch, &atoms)) {
        return false;
    }
    chy_links_join(w->text, &atoms);
    if (!chy_pieces_find(w->text, &atoms, decider, scratch, &pieces)) {
        return false;
    }
    chy_sentences_find(&pieces, decider);
    return write_paragraph(w, &pieces, index, p->part);
}

chy_status chy_tokens_split_by(const chy_text *text, const chy_decider *decider, bool keep_dateline,
                               chy_arena *arena, chy_tokens *tokens, chy_error *err) {
    memset(tokens, 0, sizeof *tokens);
    writer w = {text, arena, tokens, 0, 0, 0, 0, chy_text_of_one_case(text)};
    w.offset = chy_text_offset(text, 0);
    chy_arena *scratch = chy_arena_new();
    if (scratch == NULL) {
        return chy_fail_memory(err);
    }
    chy_status status = CHY_OK;
    for (uint32_t i = 0; i < text->paragraph_count && status == CHY_OK; i++) {
        chy_arena_reset(scratch);
        if (!split_paragraph(&w, i, decider, keep_dateline, scratch)) {
            status = chy_fail_memory(err);
        }
    }
    chy_arena_free(scratch);
    return status;
}

chy_status chy_tokens_split(const chy_text *text, const chy_token_model *model, bool keep_dateline,
                            chy_arena *arena, chy_tokens *tokens, chy_error *err) {
    chy_decider decider = chy_decider_of(model);
    return chy_tokens_split_by(text, &decider, keep_dateline, arena, tokens, err);
}
