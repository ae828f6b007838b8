/* What training/heads.py learns from: the words of reports as chancery reads them.
 *
 *     mention_samples LEARNED FACTS VECTORS <REPORTS >SAMPLES
 *
 * REPORTS: a report a line, with line feeds as \n, tabs as \t and backslashes as \\. VECTORS
 * receives the encoder's vectors as float32: for each report a row for each word, then one for
 * each sentence's root. SAMPLES, separated by tabs; words are rows of the report, spans are code
 * points:
 *
 *     report words sentences width rows-of-marks
 *     place start end word governor root acts-by-rules
 *     pair start end head start end head mark...       a later mention, an earlier one
 *     mention start end entity is-pronoun              what became of them
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/doc.h"
#include "mentions/pairs.h"

typedef struct sampler {
    chy_coder *coder;
    chy_syntax_workspace *workspace;
    FILE *vectors;
    const chy_word *words; /* of the report being read */
} sampler;

static void *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    char *bytes = NULL;
    if (fseek(file, 0, SEEK_END) == 0) {
        long length = ftell(file);
        rewind(file);
        if (length > 0) bytes = malloc((size_t)length);
        *size = bytes ? fread(bytes, 1, (size_t)length, file) : 0;
    }
    (void)fclose(file);
    return bytes;
}

/* One line of standard input without its line feed; NULL at the end. The caller frees it. */
static char *read_line(size_t *size) {
    size_t capacity = 1 << 16;
    char *line = malloc(capacity);
    *size = 0;
    int byte = getchar();
    if (byte == EOF) {
        free(line);
        return NULL;
    }
    for (; line && byte != EOF && byte != '\n'; byte = getchar()) {
        if (byte == '\\') {
            byte = getchar();
            byte = byte == 'n' ? '\n' : byte == 't' ? '\t' : byte;
        }
        if (*size + 1 == capacity) {
            char *more = realloc(line, capacity *= 2);
            if (!more) free(line);
            line = more;
        }
        if (line) line[(*size)++] = (char)byte;
    }
    return line;
}

static void write_place(void *context, uint32_t word, uint32_t governor, uint32_t root,
                        chy_reading rules) {
    const sampler *s = context;
    printf("place\t%" PRIu32 "\t%" PRIu32 "\t%" PRIu32 "\t%" PRIu32 "\t%" PRIu32 "\t%d\n",
           s->words[word].span.start, s->words[word].span.end, word, governor, root,
           rules == CHY_READING_METONYMIC);
}

static void write_pair(void *context, const uint32_t later[3], const uint32_t earlier[3],
                       const uint16_t *marks, size_t mark_count) {
    const sampler *s = context;
    const uint32_t *const sides[2] = {later, earlier};
    (void)fputs("pair", stdout);
    for (size_t i = 0; i < 2; i++)
        printf("\t%" PRIu32 "\t%" PRIu32 "\t%" PRIu32, s->words[sides[i][0]].span.start,
               s->words[sides[i][1] - 1].span.end, sides[i][2]);
    for (size_t i = 0; i < mark_count; i++)
        printf("\t%d", marks[i]);
    (void)putchar('\n');
}

static void write_mentions(const chy_mentions *mentions) {
    for (uint32_t i = 0; i < mentions->mention_count; i++) {
        const chy_mention *mention = &mentions->mentions[i];
        printf("mention\t%" PRIu32 "\t%" PRIu32 "\t%" PRIu32 "\t%d\n", mention->span.start,
               mention->span.end, mention->entity, mention->kind == CHY_MENTION_PRONOUN);
    }
}

static bool write_vectors(const sampler *s, const float *vectors, const chy_tokens *tokens) {
    size_t width = chy_syntax_width(s->coder->syntax);
    size_t rows = (size_t)tokens->word_count + tokens->sentence_count;
    printf("report\t%" PRIu32 "\t%" PRIu32 "\t%zu\t%" PRIu32 "\n", tokens->word_count,
           tokens->sentence_count, width, chy_pair_rows());
    return fwrite(vectors, width * sizeof *vectors, rows, s->vectors) == rows;
}

static chy_status read_report(sampler *s, const chy_report *report, chy_arena *arena,
                              chy_error *err) {
    chy_text text;
    chy_tokens tokens;
    chy_aspects aspects;
    const float *vectors = NULL;
    chy_gazetteer gazetteer = chy_gazetteer_of(s->coder->lexicon);
    chy_status status = chy_text_read(report, &gazetteer, arena, &text, err);
    if (status == CHY_OK)
        status = chy_tokens_split(&text, &s->coder->tokens, false, arena, &tokens, err);
    if (status == CHY_OK)
        status = chy_syntax_read(s->coder->syntax, s->workspace, tokens.words, tokens.word_count,
                                 tokens.sentences, tokens.sentence_count, arena, &vectors, &aspects,
                                 err);
    if (status != CHY_OK) return status;
    if (!write_vectors(s, vectors, &tokens)) return CHY_ERROR_ARGUMENT;
    s->words = tokens.words;
    chy_mentions_watch watch = {.context = s, .place = write_place, .pair = write_pair};
    chy_mentions_input input = {.lexicon = s->coder->lexicon,
                                .text = text.data,
                                .report = report,
                                .dateline = &text.dateline,
                                .words = tokens.words,
                                .word_count = tokens.word_count,
                                .sentences = tokens.sentences,
                                .sentence_count = tokens.sentence_count,
                                .heads = s->coder->mentions,
                                .aspects = &aspects,
                                .watch = &watch};
    chy_mentions mentions;
    status = chy_mentions_read(&input, arena, &mentions, err);
    if (status == CHY_OK) write_mentions(&mentions);
    return status;
}

static int run(sampler *s, const chy_coder_parts *parts) {
    chy_error err = {.message = ""};
    bool done = chy_coder_open(parts, &s->coder, &err) == CHY_OK &&
                chy_syntax_workspace_new(s->coder->syntax, &s->workspace, &err) == CHY_OK;
    size_t size;
    for (char *line = done ? read_line(&size) : NULL; line; line = read_line(&size)) {
        chy_arena *arena = chy_arena_new();
        chy_report report = {.text = line, .text_size = size};
        done = done && arena && read_report(s, &report, arena, &err) == CHY_OK;
        chy_arena_free(arena);
        free(line);
    }
    chy_syntax_workspace_free(s->workspace);
    chy_coder_free(s->coder);
    if (!done) (void)fprintf(stderr, "mention_samples: %s\n", err.message);
    return done ? 0 : 1;
}

int main(int argc, char **argv) {
    if (argc != 4) {
        (void)fputs("usage: mention_samples LEARNED FACTS VECTORS <REPORTS >SAMPLES\n", stderr);
        return 2;
    }
    chy_coder_parts parts = {.isa = CHY_ISA_BEST};
    void *learned = read_file(argv[1], &parts.learned_size);
    void *facts = read_file(argv[2], &parts.facts_size);
    parts.learned = learned;
    parts.facts = facts;
    sampler s = {.vectors = fopen(argv[3], "wb")};
    int code = 1;
    if (learned && facts && s.vectors)
        code = run(&s, &parts);
    else
        (void)fputs("mention_samples: a file cannot be opened\n", stderr);
    if (s.vectors && fclose(s.vectors) != 0) code = 1;
    free(learned);
    free(facts);
    return code;
}
