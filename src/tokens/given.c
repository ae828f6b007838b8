/* Words that the caller insists on. */
#include "tokens/tokens.h"

#include "text/unicode.h"

#include <string.h>

static chy_status check_form(const chy_given_word *given, uint32_t index, chy_error *err) {
    chy_slice form = chy_slice_of(given->form);
    bool valid = form.size > 0;
    for (size_t at = 0; valid && at < form.size;) {
        uint32_t length;
        valid = chy_utf8_read(form.data + at, form.size - at, &length) != UINT32_MAX;
        at += length;
    }
    if (valid) {
        return CHY_OK;
    }
    return chy_fail(err, CHY_ERROR_TEXT, "given words", CHY_NOWHERE, CHY_NOWHERE,
                    "the form of given word %u is %s", index,
                    form.size == 0 ? "empty" : "not UTF-8");
}

static bool same_span(const chy_given_word *a, const chy_given_word *b) {
    return a->start == b->start && a->end == b->end;
}

static chy_status check(const chy_text *text, const chy_given_word *given, size_t count,
                        chy_error *err) {
    if (count >= UINT32_MAX || (count > 0 && given == NULL)) {
        return chy_fail(err, CHY_ERROR_ARGUMENT, "given words", CHY_NOWHERE, CHY_NOWHERE,
                        "%zu given words cannot be read", count);
    }
    if (count > 0 && !given[0].starts_sentence) {
        return chy_fail(err, CHY_ERROR_ARGUMENT, "given words", CHY_NOWHERE, CHY_NOWHERE,
                        "given word 0 does not start a sentence");
    }
    for (size_t i = 0; i < count; i++) {
        const chy_given_word *g = &given[i];
        bool bounds = g->start < g->end && g->start >= text->first && g->end <= text->length;
        bool again = i > 0 && same_span(&given[i - 1], g) && !g->starts_sentence;
        if (!bounds || (i > 0 && g->start < given[i - 1].end && !again)) {
            return chy_fail(err, CHY_ERROR_ARGUMENT, "given words", CHY_NOWHERE, CHY_NOWHERE,
                            "given word %zu has the span %u to %u, which is %s", i, g->start,
                            g->end, bounds ? "not after the word before it" : "not in the text");
        }
        chy_status status = check_form(g, (uint32_t)i, err);
        if (status != CHY_OK) {
            return status;
        }
    }
    return CHY_OK;
}

/* Words of the multi-word token that starts at `i`. */
static uint32_t token_size(const chy_given_word *given, size_t count, size_t i) {
    uint32_t size = 1;
    while (i + size < count && same_span(&given[i], &given[i + size]) &&
           !given[i + size].starts_sentence && size < UINT8_MAX) {
        size++;
    }
    return size;
}

static uint32_t code_points(const char *form) {
    uint32_t count = 0;
    for (; *form != '\0'; form++) {
        count += ((unsigned char)*form & 0xC0) != 0x80;
    }
    return count;
}

/* Shares the token's characters out among its words when their forms spell it. */
static void share(const chy_text *text, chy_word *words, uint32_t size) {
    chy_span whole = words[0].span;
    chy_slice left = chy_text_slice(text, whole);
    for (uint32_t i = 0; i < size; i++) {
        size_t length = strlen(words[i].form);
        if (length > left.size || memcmp(left.data, words[i].form, length) != 0) {
            return;
        }
        left.data += length;
        left.size -= length;
    }
    if (left.size > 0) {
        return;
    }
    uint32_t start = whole.start;
    for (uint32_t i = 0; i < size; i++) {
        words[i].span.start = start;
        start += code_points(words[i].form);
        words[i].span.end = start;
    }
}

static uint32_t paragraph_of(const chy_text *text, uint32_t *at, uint32_t offset) {
    size_t byte = chy_text_byte(text, offset);
    while (*at + 1 < text->paragraph_count && text->paragraphs[*at + 1].first <= byte) {
        ++*at;
    }
    return *at;
}

static bool fill_words(const chy_text *text, const chy_given_word *given, size_t count,
                       chy_arena *arena, chy_tokens *tokens) {
    for (size_t i = 0; i < count; i++) {
        chy_word *word = &tokens->words[i];
        word->span = (chy_span){given[i].start, given[i].end};
        word->form = chy_arena_string(arena, given[i].form, strlen(given[i].form));
        word->head = CHY_NONE;
        word->space_after = i + 1 == count || given[i + 1].start > given[i].end;
        if (word->form == NULL) {
            return false;
        }
    }
    for (size_t i = 0; i < count;) {
        uint32_t size = token_size(given, count, i);
        if (size > 1) {
            tokens->words[i].multiword = (uint8_t)size;
            share(text, &tokens->words[i], size);
            for (size_t k = i; k + 1 < i + size; k++) {
                tokens->words[k].space_after = false;
            }
        }
        i += size;
    }
    return true;
}

static void fill_sentences(const chy_text *text, const chy_given_word *given, size_t count,
                           chy_tokens *tokens) {
    uint32_t paragraph = 0;
    for (size_t i = 0; i < count; i++) {
        chy_sentence *s = &tokens->sentences[tokens->sentence_count - (tokens->sentence_count > 0)];
        bool full = tokens->sentence_count > 0 && s->word_count == CHY_LIMIT_SENTENCE_WORDS;
        if (given[i].starts_sentence || full) {
            s->cut = full && !given[i].starts_sentence;
            s = &tokens->sentences[tokens->sentence_count++];
            s->first_word = (uint32_t)i;
            s->span.start = tokens->words[i].span.start;
            s->paragraph = paragraph_of(text, &paragraph, given[i].start);
            s->part = s->paragraph < text->paragraph_count ? text->paragraphs[s->paragraph].part
                                                           : CHY_PART_BODY;
        }
        s->word_count++;
        s->span.end = tokens->words[i].span.end;
        tokens->words[i].sentence = tokens->sentence_count - 1;
    }
}

chy_status chy_tokens_given(const chy_text *text, const chy_given_word *given, size_t count,
                            chy_arena *arena, chy_tokens *tokens, chy_error *err) {
    memset(tokens, 0, sizeof *tokens);
    chy_status status = check(text, given, count, err);
    if (status != CHY_OK) {
        return status;
    }
    size_t sentences = 0;
    size_t run = 0;
    for (size_t i = 0; i < count; i++) {
        run = given[i].starts_sentence || run == CHY_LIMIT_SENTENCE_WORDS ? 0 : run;
        sentences += run == 0;
        run++;
    }
    tokens->words = chy_arena_alloc(arena, count, sizeof(chy_word));
    tokens->sentences = chy_arena_alloc(arena, sentences, sizeof(chy_sentence));
    if (tokens->words == NULL || tokens->sentences == NULL ||
        !fill_words(text, given, count, arena, tokens)) {
        return chy_fail_memory(err);
    }
    tokens->word_count = (uint32_t)count;
    fill_sentences(text, given, count, tokens);
    return CHY_OK;
}
