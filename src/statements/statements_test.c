#include "statements/cues.h"
#include "statements/statements.h"
#include "support/conllu_fixture.h"
#include "support/tagged_mentions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Fixtures: tests/statements/core.conllu, blocks of sentences parted by a line "# ----", each with
 * the statements that must be read from it, all of them and in order:
 *
 *   # statement = say [minister] cue [said] content [rain would come] indirect
 *
 * Kind, speaker's words, cues, contents, directness; to [addressee's name], origin [words], in N
 * (its parent). CHY_FRAMES=show prints what is read instead. The trees of parsed.conllu and
 * whose.conllu are the parser's own, slips and all: statements must come out of them too. */
#define LINE 2048

static const char *const kinds[] = {"say",    "promise", "demand", "deny",    "praise",
                                    "accuse", "ask",     "warn",   "believe", "announce"};
static const char *const directness[] = {"indirect", "direct", "mixed"};

static void add(char *line, const char *text, size_t size) {
    size_t used = strlen(line);
    if (used + size + 1 < LINE) {
        memcpy(line + used, text, size);
        line[used + size] = '\0';
    }
}

static void add_string(char *line, const char *text) {
    add(line, text, strlen(text));
}

/* The fixtures are ASCII but for quotation marks; offsets count code points. */
static void add_span(char *line, const char *text, chy_span span) {
    uint32_t at = 0;
    for (const char *p = text; *p != '\0'; p++) {
        bool first = ((unsigned char)*p & 0xC0) != 0x80;
        at += first ? 1 : 0;
        if (at > span.start && at <= span.end) {
            add(line, p, 1);
        }
    }
}

static void add_spans(char *line, const char *text, const char *name, const chy_span *spans,
                      uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        add_string(line, name);
        add_string(line, " [");
        add_span(line, text, spans[i]);
        add_string(line, "]");
    }
}

static void write_statement(const chy_fixture *fixture, const chy_mentions *mentions,
                            const chy_statement *statement, char *line) {
    line[0] = '\0';
    add_string(line, kinds[statement->kind]);
    if (statement->speaker_span.start < statement->speaker_span.end) {
        add_spans(line, fixture->text, "", &statement->speaker_span, 1);
    }
    if (statement->addressee != CHY_NONE) {
        add_string(line, " to [");
        add_string(line, mentions->entities[statement->addressee].name);
        add_string(line, "]");
    }
    add_spans(line, fixture->text, " cue", statement->cues, statement->cue_count);
    add_spans(line, fixture->text, " content", statement->contents, statement->content_count);
    if (statement->origin.start < statement->origin.end) {
        add_spans(line, fixture->text, " origin", &statement->origin, 1);
    }
    add_string(line, " ");
    add_string(line, directness[statement->directness]);
    if (statement->parent != CHY_NONE) {
        char number[16];
        snprintf(number, sizeof number, " in %u", statement->parent);
        add_string(line, number);
    }
}

typedef struct reading {
    chy_arena *arena;
    chy_fixture fixture;
    chy_mentions mentions;
    chy_clauses clauses;
    chy_statements statements;
} reading;

static void read_block(const char *source, size_t size, reading *r) {
    chy_error err = {0};
    r->arena = chy_arena_new();
    assert_non_null(r->arena);
    if (chy_fixture_read(source, size, r->arena, &r->fixture, &err) != CHY_OK) {
        fail_msg("%s\n%.*s", err.message, (int)size, source);
    }
    assert_true(chy_tagged_mentions(&r->fixture, r->arena, &r->mentions));
    chy_mentions_input input = {.text = r->fixture.text,
                                .words = r->fixture.words,
                                .word_count = r->fixture.word_count,
                                .sentences = r->fixture.sentences,
                                .sentence_count = r->fixture.sentence_count};
    assert_int_equal(chy_clauses_read(&input, &r->mentions, r->arena, &r->clauses, &err), CHY_OK);
    assert_int_equal(
        chy_statements_read(&input, &r->mentions, &r->clauses, r->arena, &r->statements, &err),
        CHY_OK);
}

/* The next line of a block that begins with the mark, or false. */
static bool next_line(const char **at, const char *end, char *line) {
    static const char mark[] = "# statement = ";
    while (*at < end) {
        const char *newline = memchr(*at, '\n', (size_t)(end - *at));
        const char *stop = newline == NULL ? end : newline;
        size_t size = (size_t)(stop - *at);
        const char *start = *at;
        *at = newline == NULL ? end : newline + 1;
        if (size >= sizeof mark - 1 && memcmp(start, mark, sizeof mark - 1) == 0) {
            line[0] = '\0';
            add(line, start + sizeof mark - 1, size - (sizeof mark - 1));
            return true;
        }
    }
    return false;
}

static int check_block(const char *source, size_t size) {
    reading r;
    read_block(source, size, &r);
    char expected[LINE];
    char found[LINE];
    int differences = 0;
    const char *at = source;
    const char *show = getenv("CHY_FRAMES");
    for (uint32_t i = 0; show != NULL && i < r.statements.statement_count; i++) {
        write_statement(&r.fixture, &r.mentions, &r.statements.statements[i], found);
        printf("# statement = %s\n", found);
    }
    if (show != NULL) {
        printf("# text = %s\n\n", r.fixture.text);
    }
    for (uint32_t i = 0; show == NULL; i++) {
        bool more = next_line(&at, source + size, expected);
        bool any = i < r.statements.statement_count;
        if (!more && !any) {
            break;
        }
        found[0] = '\0';
        if (any) {
            write_statement(&r.fixture, &r.mentions, &r.statements.statements[i], found);
        }
        if (!more || strcmp(found, expected) != 0) {
            print_error("%s\n  expected: %s\n  found:    %s\n", r.fixture.text,
                        more ? expected : "(nothing)", any ? found : "(nothing)");
            differences++;
        }
    }
    chy_arena_free(r.arena);
    return differences;
}

static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long end = ftell(file);
    assert_true(end >= 0);
    rewind(file);
    char *data = malloc((size_t)end + 1);
    assert_non_null(data);
    *size = fread(data, 1, (size_t)end, file);
    data[*size] = '\0';
    fclose(file);
    return data;
}

static int check_file(const char *path) {
    size_t size;
    char *source = read_file(path, &size);
    int differences = 0;
    const char *at = source;
    while (at < source + size) {
        const char *line = strstr(at, "\n# ----\n");
        const char *end = line == NULL ? source + size : line + 1;
        differences += check_block(at, (size_t)(end - at));
        at = line == NULL ? source + size : line + 8;
    }
    free(source);
    return differences;
}

static void fixtures_give_their_statements(void **state) {
    (void)state;
    int differences = check_file(CHY_SOURCE_DIR "/tests/statements/core.conllu");
    differences += check_file(CHY_SOURCE_DIR "/tests/statements/parsed.conllu");
    differences += check_file(CHY_SOURCE_DIR "/tests/statements/nobody.conllu");
    differences += check_file(CHY_SOURCE_DIR "/tests/statements/whose.conllu");
    assert_int_equal(differences, 0);
}

static void cues_are_sorted(void **state) {
    (void)state;
    size_t count;
    const chy_cue *verbs = chy_cue_verbs(&count);
    for (size_t i = 1; i < count; i++) {
        assert_true(strcmp(verbs[i - 1].lemma, verbs[i].lemma) < 0);
    }
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(chy_cue_of_verb(verbs[i].lemma), &verbs[i]);
        assert_true(verbs[i].takes != 0);
    }
    const chy_cue *adjectives = chy_cue_adjectives(&count);
    for (size_t i = 1; i < count; i++) {
        assert_true(strcmp(adjectives[i - 1].lemma, adjectives[i].lemma) < 0);
    }
    const chy_cue *nouns = chy_cue_nouns(&count);
    for (size_t i = 1; i < count; i++) {
        assert_true(strcmp(nouns[i - 1].lemma, nouns[i].lemma) < 0);
    }
    const chy_cue *hearsay = chy_cue_hearsay(&count);
    for (size_t i = 0; i < count; i++) {
        assert_true(i == 0 || strcmp(hearsay[i - 1].lemma, hearsay[i].lemma) < 0);
        assert_ptr_equal(chy_cue_of_news(hearsay[i].lemma), &hearsay[i]);
    }
}

/* ---- Trees no parser would give --------------------------------------------------------- */

static uint32_t next_random(uint64_t *state, uint32_t below) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33) % below;
}

/* A sentence of up to 40 words with a random tree over words that this stage and the one before
 * know. */
static void random_sentence(uint64_t *state, chy_word *words, uint32_t first, uint32_t count,
                            uint32_t sentence) {
    static const struct {
        const char *lemma, *xpos;
        uint8_t upos;
    } vocabulary[] = {{"say", "VBD", CHY_UPOS_VERB},       {"begin", "VBD", CHY_UPOS_VERB},
                      {"hold", "VBN", CHY_UPOS_VERB},      {"talk", "NNS", CHY_UPOS_NOUN},
                      {"attack", "NN", CHY_UPOS_NOUN},     {"quote", "VBG", CHY_UPOS_VERB},
                      {"line", "NN", CHY_UPOS_NOUN},       {"impose", "VBD", CHY_UPOS_VERB},
                      {"sanction", "NNS", CHY_UPOS_NOUN},  {"who", "WP", CHY_UPOS_PRON},
                      {"be", "VBD", CHY_UPOS_AUX},         {"to", "TO", CHY_UPOS_PART},
                      {"by", "IN", CHY_UPOS_ADP},          {"critical", "JJ", CHY_UPOS_ADJ},
                      {"\"", "``", CHY_UPOS_PUNCT},        {":", ":", CHY_UPOS_PUNCT},
                      {"according", "VBG", CHY_UPOS_VERB}, {"view", "NN", CHY_UPOS_NOUN},
                      {"take", "VB", CHY_UPOS_VERB},       {"part", "NN", CHY_UPOS_NOUN},
                      {"series", "NN", CHY_UPOS_NOUN},     {"have", "VBZ", CHY_UPOS_AUX},
                      {"reportedly", "RB", CHY_UPOS_ADV},  {"Kenya", "NNP", CHY_UPOS_PROPN}};
    uint32_t root = next_random(state, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t pick = next_random(state, sizeof vocabulary / sizeof vocabulary[0]);
        /* Heads form a tree: each word hangs on one nearer the root. */
        uint32_t head = i < root   ? i + 1 + next_random(state, root - i)
                        : i > root ? root + next_random(state, i - root)
                                   : 0;
        words[first + i] = (chy_word){
            .span = {(first + i) * 2, (first + i) * 2 + 1},
            .form = vocabulary[pick].lemma,
            .lemma = vocabulary[pick].lemma,
            .xpos = vocabulary[pick].xpos,
            .feats = "_",
            .upos = vocabulary[pick].upos,
            .head = i == root ? CHY_NONE : first + head,
            .sentence = sentence,
            .deprel = (uint8_t)(i == root ? CHY_DEPREL_ROOT : next_random(state, CHY_DEPREL_ROOT)),
            .space_after = next_random(state, 2) == 0};
    }
}

static void check_clauses(const reading *r) {
    for (uint32_t i = 0; r->fixture.words != NULL && i < r->clauses.clause_count; i++) {
        const chy_clause *clause = &r->clauses.clauses[i];
        assert_true(clause->word < r->fixture.word_count);
        assert_true(i == 0 || r->clauses.clauses[i - 1].word < clause->word);
        assert_true(clause->parent == CHY_NONE ||
                    (clause->parent < r->clauses.clause_count && clause->parent != i));
        assert_true(clause->first_argument + clause->argument_count <= r->clauses.argument_count);
        for (uint32_t a = 0; a < clause->argument_count; a++) {
            const chy_argument *argument = &r->clauses.arguments[clause->first_argument + a];
            assert_true(argument->word < r->fixture.word_count);
            assert_true(argument->clause == CHY_NONE || argument->clause < r->clauses.clause_count);
            assert_true(argument->clause != i);
            assert_non_null(argument->preposition);
        }
    }
}

static void check_statements(const reading *r) {
    for (uint32_t i = 0; i < r->statements.statement_count; i++) {
        const chy_statement *statement = &r->statements.statements[i];
        assert_true(statement->content_count > 0);
        for (uint32_t c = 0; c < statement->content_count; c++) {
            chy_span span = statement->contents[c];
            assert_true(span.start < span.end);
            assert_true(c == 0 || statement->contents[c - 1].start <= span.start);
        }
        /* Parents lead to the top. */
        uint32_t parent = statement->parent;
        for (uint32_t steps = 0; parent != CHY_NONE; steps++) {
            assert_true(parent < r->statements.statement_count);
            assert_true(steps <= r->statements.statement_count);
            parent = r->statements.statements[parent].parent;
        }
    }
}

static void any_tree_is_read(void **state) {
    (void)state;
    uint64_t seed = 20;
    for (uint32_t round = 0; round < 3000; round++) {
        reading r = {.arena = chy_arena_new()};
        uint32_t sentences = 1 + next_random(&seed, 4);
        chy_word *words = chy_arena_alloc(r.arena, 160, sizeof *words);
        chy_sentence *list = chy_arena_alloc(r.arena, sentences, sizeof *list);
        uint32_t count = 0;
        for (uint32_t s = 0; s < sentences; s++) {
            uint32_t size = 1 + next_random(&seed, 40);
            random_sentence(&seed, words, count, size, s);
            list[s] = (chy_sentence){.first_word = count,
                                     .word_count = size,
                                     .paragraph = s / 2,
                                     .part = (uint8_t)next_random(&seed, 2)};
            count += size;
        }
        r.fixture = (chy_fixture){.text = "",
                                  .words = words,
                                  .word_count = count,
                                  .sentences = list,
                                  .sentence_count = sentences};
        assert_true(chy_tagged_mentions(&r.fixture, r.arena, &r.mentions));
        chy_mentions_input input = {.text = "",
                                    .words = words,
                                    .word_count = count,
                                    .sentences = list,
                                    .sentence_count = sentences};
        assert_int_equal(chy_clauses_read(&input, &r.mentions, r.arena, &r.clauses, NULL), CHY_OK);
        check_clauses(&r);
        assert_int_equal(
            chy_statements_read(&input, &r.mentions, &r.clauses, r.arena, &r.statements, NULL),
            CHY_OK);
        check_statements(&r);
        chy_arena_free(r.arena);
    }
}

/* A document of `count` words of one form, in sentences of 200 words. */
static void read_repeated(const char *form, uint32_t count, const char *form_after, reading *r) {
    r->arena = chy_arena_new();
    assert_non_null(r->arena);
    uint32_t sentences = (count + 199) / 200;
    chy_word *words = chy_arena_alloc(r->arena, count, sizeof *words);
    chy_sentence *list = chy_arena_alloc(r->arena, sentences, sizeof *list);
    assert_non_null(words);
    assert_non_null(list);
    for (uint32_t i = 0; i < count; i++) {
        const char *text = i < count / 2 ? form : form_after;
        words[i] = (chy_word){.span = {i, i + 1},
                              .form = text,
                              .lemma = text,
                              .xpos = "``",
                              .feats = "_",
                              .head = i % 200 == 0 ? CHY_NONE : i - 1,
                              .sentence = i / 200,
                              .upos = CHY_UPOS_PUNCT,
                              .deprel = i % 200 == 0 ? CHY_DEPREL_ROOT : CHY_DEPREL_PUNCT};
    }
    for (uint32_t s = 0; s < sentences; s++) {
        uint32_t end = (s + 1) * 200 < count ? (s + 1) * 200 : count;
        list[s] = (chy_sentence){.first_word = s * 200, .word_count = end - s * 200};
    }
    r->fixture = (chy_fixture){.text = "",
                               .words = words,
                               .word_count = count,
                               .sentences = list,
                               .sentence_count = sentences};
    assert_true(chy_tagged_mentions(&r->fixture, r->arena, &r->mentions));
    chy_mentions_input input = {.text = "",
                                .words = words,
                                .word_count = count,
                                .sentences = list,
                                .sentence_count = sentences};
    assert_int_equal(chy_clauses_read(&input, &r->mentions, r->arena, &r->clauses, NULL), CHY_OK);
    assert_int_equal(
        chy_statements_read(&input, &r->mentions, &r->clauses, r->arena, &r->statements, NULL),
        CHY_OK);
    chy_arena_free(r->arena);
}

/* These end at once or, were anything quadratic, not within ctest's limit. */
static void nested_quotes_take_linear_time(void **state) {
    (void)state;
    reading r;
    read_repeated("“", 400000, "”", &r);
    read_repeated("\"", 400000, "\"", &r);
    read_repeated("'", 400000, "'", &r);
    read_repeated("‘", 400000, "’", &r);
    read_repeated(":", 400000, ":", &r);
    read_repeated("said", 400000, "said", &r);
    read_repeated("according", 400000, "to", &r);
}

static void nothing_gives_nothing(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_mentions mentions = {0};
    chy_clauses clauses = {0};
    chy_mentions_input input = {.text = ""};
    chy_statements statements;
    assert_int_equal(chy_statements_read(&input, &mentions, &clauses, arena, &statements, NULL),
                     CHY_OK);
    assert_int_equal(statements.statement_count, 0);
    chy_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cues_are_sorted), cmocka_unit_test(nothing_gives_nothing),
        cmocka_unit_test(any_tree_is_read), cmocka_unit_test(nested_quotes_take_linear_time),
        cmocka_unit_test(fixtures_give_their_statements)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
