#include "clauses/clauses.h"
#include "clauses/tables.h"
#include "support/conllu_fixture.h"
#include "support/tagged_mentions.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Fixtures: tests/clauses/NAME.conllu, each sentence with its tree and, in comments, the clauses
 * that must be read from it, all of them and in order:
 *
 *   # frame = talk(subject=ministers, with=envoy) past light:hold
 *
 * A role's name or an oblique's preposition ("unmarked" for none), then the word; tense, modality,
 * negation and passive; light:VERB; link:LINK below another clause. CHY_FRAMES=show prints what is
 * read instead. */
#define LINE 1024

static const char *const tenses[] = {"", " past", " present", " future"};
static const char *const modalities[] = {"", " possible", " necessary", " conditional",
                                         " intended"};
static const char *const links[] = {"",
                                    " link:complement",
                                    " link:relative",
                                    " link:adverbial",
                                    " link:condition",
                                    " link:purpose",
                                    " link:conjunct",
                                    " link:argument"};

static void add(char *line, const char *text) {
    size_t used = strlen(line);
    snprintf(line + used, LINE - used, "%s", text);
}

static void write_frame(const chy_fixture *fixture, const chy_clauses *clauses, uint32_t index,
                        char *line) {
    const chy_clause *clause = &clauses->clauses[index];
    line[0] = '\0';
    add(line, clause->lemma);
    add(line, "(");
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &clauses->arguments[clause->first_argument + i];
        add(line, i == 0 ? "" : ", ");
        bool oblique = argument->role == CHY_ROLE_OBLIQUE;
        const char *name = oblique ? argument->preposition : chy_role_name(argument->role);
        add(line, name[0] == '\0' ? "unmarked" : name);
        add(line, "=");
        add(line, fixture->words[argument->word].form);
    }
    add(line, ")");
    add(line, tenses[clause->tense]);
    add(line, modalities[clause->modality]);
    add(line, clause->negated ? " negated" : "");
    add(line, clause->passive ? " passive" : "");
    add(line, clause->question ? " question" : "");
    add(line, clause->imperative ? " imperative" : "");
    if (clause->light != NULL) {
        add(line, " light:");
        add(line, clause->light);
    }
    add(line, links[clause->link]);
}

/* The next line from `*at` on that begins with "# frame = ". */
static bool next_frame(const char **at, const char *end, char *line) {
    while (*at < end) {
        const char *newline = memchr(*at, '\n', (size_t)(end - *at));
        const char *stop = newline == NULL ? end : newline;
        size_t size = (size_t)(stop - *at);
        const char *start = *at;
        *at = newline == NULL ? end : newline + 1;
        static const char mark[] = "# frame = ";
        if (size >= sizeof mark - 1 && memcmp(start, mark, sizeof mark - 1) == 0) {
            size -= sizeof mark - 1;
            assert_true(size < LINE);
            memcpy(line, start + sizeof mark - 1, size);
            line[size] = '\0';
            return true;
        }
    }
    return false;
}

/* Checks one block (one sentence). Returns the number of differences. */
static int check_block(const char *file, const char *source, size_t size) {
    chy_arena *arena = chy_arena_new();
    assert_non_null(arena);
    chy_fixture fixture;
    chy_mentions mentions;
    chy_clauses clauses;
    chy_error err = {0};
    if (chy_fixture_read(source, size, arena, &fixture, &err) != CHY_OK) {
        fail_msg("%s: %s\n%.*s", file, err.message, (int)size, source);
    }
    assert_true(chy_tagged_mentions(&fixture, arena, &mentions));
    chy_mentions_input input = {.text = fixture.text,
                                .words = fixture.words,
                                .word_count = fixture.word_count,
                                .sentences = fixture.sentences,
                                .sentence_count = fixture.sentence_count};
    assert_int_equal(chy_clauses_read(&input, &mentions, arena, &clauses, &err), CHY_OK);
    int differences = 0;
    const char *at = source;
    char expected[LINE];
    char found[LINE];
    const char *show = getenv("CHY_FRAMES");
    for (uint32_t i = 0; show != NULL && i < clauses.clause_count; i++) {
        write_frame(&fixture, &clauses, i, found);
        printf("# frame = %s\n", found);
    }
    if (show != NULL) {
        printf("# text = %s\n\n", fixture.text);
    }
    for (uint32_t i = 0; show == NULL; i++) {
        bool more = next_frame(&at, source + size, expected);
        bool any = i < clauses.clause_count;
        if (!more && !any) {
            break;
        }
        found[0] = '\0';
        if (any) {
            write_frame(&fixture, &clauses, i, found);
        }
        if (!more || strcmp(found, expected) != 0) {
            print_error("%s: %s\n  expected: %s\n  found:    %s\n", file, fixture.text,
                        more ? expected : "(nothing)", any ? found : "(nothing)");
            differences++;
        }
    }
    chy_arena_free(arena);
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

static int check_file(const char *path, int *sentences) {
    size_t size;
    char *source = read_file(path, &size);
    int differences = 0;
    const char *at = source;
    while (at < source + size) {
        const char *blank = strstr(at, "\n\n");
        const char *end = blank == NULL ? source + size : blank + 1;
        /* A block of comments alone is no sentence. */
        bool words = at[0] != '#' && at[0] != '\n';
        for (const char *p = at; p + 1 < end; p++) {
            words = words || (p[0] == '\n' && p[1] != '#' && p[1] != '\n');
        }
        if (words) {
            differences += check_block(path, at, (size_t)(end - at));
            (*sentences)++;
        }
        at = blank == NULL ? source + size : blank + 2;
    }
    free(source);
    return differences;
}

static void fixtures_give_their_frames(void **state) {
    (void)state;
    const char *folder = CHY_SOURCE_DIR "/tests/clauses";
    DIR *listing = opendir(folder);
    assert_non_null(listing);
    int differences = 0;
    int sentences = 0;
    for (struct dirent *entry = readdir(listing); entry != NULL; entry = readdir(listing)) {
        size_t length = strlen(entry->d_name);
        if (length > 7 && strcmp(entry->d_name + length - 7, ".conllu") == 0) {
            char path[1024];
            snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
            differences += check_file(path, &sentences);
        }
    }
    closedir(listing);
    assert_int_equal(differences, 0);
    assert_true(sentences >= 150);
}

static void tables_are_sorted(void **state) {
    (void)state;
    size_t count;
    const chy_event_noun *nouns = chy_event_noun_table(&count);
    for (size_t i = 1; i < count; i++) {
        assert_true(strcmp(nouns[i - 1].lemma, nouns[i].lemma) < 0);
    }
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(chy_event_noun_find(nouns[i].lemma), &nouns[i]);
        assert_non_null(memchr("so-", nouns[i].of, 3));
        assert_non_null(memchr("so", nouns[i].possessor, 2));
        assert_non_null(memchr("so", nouns[i].compound, 2));
    }
    const chy_light_verb *lights = chy_light_verb_table(&count);
    for (size_t i = 1; i < count; i++) {
        assert_true(strcmp(lights[i - 1].lemma, lights[i].lemma) <= 0);
    }
    const chy_verb_trait *traits = chy_verb_trait_table(&count);
    for (size_t i = 1; i < count; i++) {
        assert_true(strcmp(traits[i - 1].lemma, traits[i].lemma) < 0);
    }
    const char *const *containers = chy_container_noun_table(&count);
    for (size_t i = 1; i < count; i++) {
        assert_true(strcmp(containers[i - 1], containers[i]) < 0);
    }
    const char *const *acting = chy_acting_noun_table(&count);
    for (size_t i = 1; i < count; i++) {
        assert_true(strcmp(acting[i - 1], acting[i]) < 0);
    }
}

static void nothing_gives_nothing(void **state) {
    (void)state;
    chy_arena *arena = chy_arena_new();
    chy_mentions mentions = {0};
    chy_mentions_input input = {.text = ""};
    chy_clauses clauses;
    assert_int_equal(chy_clauses_read(&input, &mentions, arena, &clauses, NULL), CHY_OK);
    assert_int_equal(clauses.clause_count, 0);
    chy_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(tables_are_sorted),
                                       cmocka_unit_test(nothing_gives_nothing),
                                       cmocka_unit_test(fixtures_give_their_frames)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
