/* The learned file is hostile: read whatever is given as one, or a sound one with bytes changed,
 * and if it opens, read words with it.
 *
 * Input: first byte 0: the rest is the file. Else the rest is changes to a sound file of a few
 * kilobytes, four bytes each: three of position (little-endian, modulo the size) and the new byte.
 */
#include <stdlib.h>
#include <string.h>

#include "nn/learned_sample.h"
#include "syntax/syntax.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_words(const chy_syntax_model *model, chy_arena *arena) {
    static const char forms[][12] = {"The", "talks", "a-b-c-d-e", "\xc3\xa9t\xc3\xa9", "."};
    chy_syntax_workspace *workspace;
    if (chy_syntax_workspace_new(model, &workspace, NULL) != CHY_OK) return;
    chy_word words[10] = {0};
    for (size_t i = 0; i < 10; i++)
        words[i].form = forms[i % 5];
    const chy_sentence sentences[3] = {{.first_word = 0, .word_count = 7},
                                       {.first_word = 7, .word_count = 1},
                                       {.first_word = 8, .word_count = 2}};
    chy_status status =
        chy_syntax_read(model, workspace, words, 10, sentences, 3, arena, NULL, NULL, NULL);
    if (status == CHY_OK)
        for (size_t i = 0; i < 10; i++)
            if (words[i].lemma == NULL || (words[i].head != CHY_NONE && words[i].head >= 10))
                abort();
    chy_syntax_workspace_free(workspace);
}

static void read_file(const void *bytes, size_t size) {
    chy_arena *arena = chy_arena_new();
    if (arena == NULL) return;
    const chy_learned *learned;
    const chy_syntax_model *model;
    chy_error err;
    if (chy_learned_open(bytes, size, arena, &learned, &err) == CHY_OK &&
        chy_syntax_open(learned, CHY_ISA_BEST, arena, &model, &err) == CHY_OK)
        read_words(model, arena);
    chy_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    if (data[0] == 0) {
        char *copy = malloc(size);
        if (copy == NULL) return 0;
        memcpy(copy, data + 1, size - 1);
        read_file(copy, size - 1);
        free(copy);
        return 0;
    }
    chy_sample *sample = sample_new();
    if (sample == NULL) return 0;
    for (size_t i = 1; i + 4 <= size; i += 4) {
        size_t place = (size_t)data[i] | (size_t)data[i + 1] << 8 | (size_t)data[i + 2] << 16;
        sample->bytes[place % sample->size] = (char)data[i + 3];
    }
    read_file(sample->bytes, sample->size);
    sample_free(sample);
    return 0;
}
