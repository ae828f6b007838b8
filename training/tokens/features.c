/* What train.py and evaluate.py ask of the tokeniser, so that features are made in one place.
 *
 *     features split [MODEL] < documents    "start end sentence" of each word, in code points
 *     features teach [MODEL] < documents    each decision met when the gold answers are given;
 *                                           with a MODEL, its own answers about sentences
 *
 * A document is a line "BYTES WORDS SENTENCES", its text, and as 32-bit numbers the bytes at which
 * its gold words and then its gold sentences end. MODEL is the three tables: word, sentence, one
 * case. `teach` writes 32-bit numbers: decision, gold answer, rule's answer, document, byte,
 * feature count, features. */
#include "tokens/decide.h"
#include "tokens/tokens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct document {
    char *text;
    size_t size;
    uint32_t words, sentences;
    uint32_t *ends; /* [words + sentences] */
} document;

typedef struct teacher {
    const bool *ends[3]; /* by decision, by byte */
    uint32_t document;
    const chy_decider *model; /* NULL: the gold answers decide */
} teacher;

static bool read_document(document *d) {
    char line[100];
    if (fgets(line, sizeof line, stdin) == NULL) {
        return false;
    }
    char *at = line;
    d->size = strtoul(at, &at, 10);
    d->words = (uint32_t)strtoul(at, &at, 10);
    d->sentences = (uint32_t)strtoul(at, &at, 10);
    size_t count = (size_t)d->words + d->sentences;
    d->text = malloc(d->size + 1);
    d->ends = malloc((count + 1) * sizeof *d->ends);
    return d->text != NULL && d->ends != NULL && fread(d->text, 1, d->size, stdin) == d->size &&
           fread(d->ends, sizeof *d->ends, count, stdin) == count;
}

static bool teach(void *context, chy_decision decision, uint32_t byte,
                  const chy_token_features *features, bool by_rule) {
    const teacher *t = context;
    bool answer = t->ends[decision][byte];
    uint32_t head[6] = {decision, answer, by_rule, t->document, byte, features->count};
    fwrite(head, sizeof *head, 6, stdout);
    fwrite(features->items, sizeof *features->items, CHY_TOKEN_FEATURES, stdout);
    if (decision != CHY_DECISION_WORD && t->model != NULL) {
        return t->model->decide(t->model->context, decision, byte, features, by_rule);
    }
    return answer;
}

static chy_status run(const document *d, const chy_token_model *model, bool teaching,
                      uint32_t index, chy_error *err) {
    bool *ends = calloc(2 * (d->size + 1), sizeof *ends);
    chy_arena *arena = chy_arena_new();
    if (ends == NULL || arena == NULL) {
        exit(1);
    }
    for (uint32_t i = 0; i < d->words + d->sentences; i++) {
        ends[(i < d->words ? 0 : d->size + 1) + d->ends[i]] = true;
    }
    chy_decider decider = chy_decider_of(model);
    chy_decider model_decider = decider;
    teacher t = {{ends, ends + d->size + 1, ends + d->size + 1},
                 index,
                 model == NULL ? NULL : &model_decider};
    if (teaching) {
        decider = (chy_decider){teach, &t};
    }
    chy_report report = {.text = d->text, .text_size = d->size};
    chy_text text;
    chy_tokens tokens = {0};
    chy_status status = chy_text_read(&report, arena, &text, err);
    if (status == CHY_OK) {
        status = chy_tokens_split_by(&text, &decider, true, arena, &tokens, err);
    }
    for (uint32_t i = 0; i < tokens.word_count && !teaching; i++) {
        const chy_word *w = &tokens.words[i];
        printf("%u %u %u %u\n", w->span.start, w->span.end, w->sentence, w->multiword);
    }
    if (!teaching) {
        printf("-\n");
    }
    chy_arena_free(arena);
    free(ends);
    return status;
}

int main(int argc, char **argv) {
    static int8_t tables[3 * CHY_TOKEN_TABLE_SIZE];
    chy_token_model model = {tables, tables + CHY_TOKEN_TABLE_SIZE,
                             tables + 2 * CHY_TOKEN_TABLE_SIZE};
    bool teaching = argc > 1 && strcmp(argv[1], "teach") == 0;
    bool learned = argc > 2;
    if (learned) {
        FILE *file = fopen(argv[2], "rb");
        if (file == NULL || fread(tables, 1, sizeof tables, file) != sizeof tables) {
            fprintf(stderr, "features: %s cannot be read\n", argv[2]);
            return 1;
        }
        fclose(file);
    }
    document d = {0};
    for (uint32_t i = 0; read_document(&d); i++) {
        chy_error err;
        if (run(&d, learned ? &model : NULL, teaching, i, &err) != CHY_OK) {
            fprintf(stderr, "features: document %u: %s\n", i, err.message);
            return 1;
        }
        free(d.text);
        free(d.ends);
        d = (document){0};
    }
    free(d.text);
    free(d.ends);
    return 0;
}
