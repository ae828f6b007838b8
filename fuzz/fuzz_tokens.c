/* Any text into words and sentences, with weights taken from the text itself, so that every mix of
 * decisions occurs: spans ordered, in bounds, not empty, forms the text's own. The first byte
 * chooses whether there is a model, the second and third its weights. */
#include "tokens/tokens.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int8_t tables[2][CHY_TOKEN_TABLE_SIZE];

static void require(bool condition) {
    if (!condition) {
        abort();
    }
}

static void fill_tables(uint8_t step, uint8_t seed) {
    uint32_t value = (uint32_t)seed * 257 + 1;
    for (size_t i = 0; i < CHY_TOKEN_TABLE_SIZE; i += 1 + step % 7u) {
        value = value * 1664525u + 1013904223u;
        tables[0][i] = (int8_t)((value >> 24) - 128);
        tables[1][i] = (int8_t)((value >> 16 & 0xFF) - 128);
    }
}

static void check(const chy_text *text, const chy_tokens *tokens) {
    uint32_t end = text->first;
    uint32_t word = 0;
    for (uint32_t i = 0; i < tokens->sentence_count; i++) {
        const chy_sentence *s = &tokens->sentences[i];
        require(s->first_word == word && s->word_count > 0);
        require(s->word_count <= CHY_LIMIT_SENTENCE_WORDS);
        require(s->paragraph < text->paragraph_count);
        require(s->span.start == tokens->words[word].span.start);
        for (uint32_t k = 0; k < s->word_count; k++, word++) {
            const chy_word *w = &tokens->words[word];
            require(w->span.start >= end && w->span.start < w->span.end);
            require(w->span.end - w->span.start <= CHY_LIMIT_WORD_CODE_POINTS);
            require(w->sentence == i && k + w->multiword <= s->word_count);
            require(chy_slice_is(chy_text_slice(text, w->span), w->form));
            end = w->span.end;
        }
        require(s->span.end == end);
    }
    require(word == tokens->word_count && end <= text->length);
}

/* The words found, given back as a caller's own, must be taken as they are. */
static void check_given(const chy_text *text, const chy_tokens *tokens, chy_arena *arena) {
    chy_given_word *given = chy_arena_alloc(arena, tokens->word_count, sizeof *given);
    if (given == NULL) {
        return;
    }
    for (uint32_t i = 0; i < tokens->word_count; i++) {
        const chy_word *w = &tokens->words[i];
        given[i] = (chy_given_word){w->form, w->span.start, w->span.end,
                                    tokens->sentences[w->sentence].first_word == i};
    }
    chy_tokens again;
    chy_error err;
    require(chy_tokens_given(text, given, tokens->word_count, arena, &again, &err) == CHY_OK);
    require(again.word_count == tokens->word_count);
    require(again.sentence_count == tokens->sentence_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 3) {
        return 0;
    }
    chy_arena *arena = chy_arena_new();
    if (arena == NULL) {
        return 0;
    }
    fill_tables(data[1], data[2]);
    chy_token_model model = {tables[0], tables[1], tables[1]};
    chy_report report = {.text = (const char *)data + 3, .text_size = size - 3, .lenient = true};
    chy_text text;
    chy_tokens tokens;
    chy_error err;
    require(chy_text_read(&report, NULL, arena, &text, &err) == CHY_OK);
    require(chy_tokens_split(&text, data[0] & 1 ? &model : NULL, data[0] & 2, arena, &tokens,
                             &err) == CHY_OK);
    check(&text, &tokens);
    check_given(&text, &tokens, arena);
    chy_arena_free(arena);
    return 0;
}
