/* The learned choice among earlier mentions: its arithmetic against training's, what it may choose,
 * and how long it takes on hostile input. */
#include "mentions/pairs.h"
#include "mentions/test_world.h"

#include <math.h>
#include <time.h>

enum { WIDTH = 8, ROWS = 300, ASPECTS = 2 * WIDTH };

/* ---- The arithmetic -------------------------------------------------------------------------- */

static char *next_field(char **at) {
    char *start = *at;
    *at += strcspn(start, "\t\n");
    if (**at) *(*at)++ = '\0';
    return start;
}

static void read_floats(char *text, float *values, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char *end;
        values[i] = strtof(text, &end);
        assert_ptr_not_equal(text, end);
        text = end;
    }
}

/* tests/data/pairs-reference.txt, written by training/reference.py. */
static void test_scores_of_training(void **state) {
    (void)state;
    FILE *file = fopen(CHY_SOURCE_DIR "/tests/data/pairs-reference.txt", "rb");
    assert_non_null(file);
    static float table[ROWS][WIDTH];
    float units[WIDTH], bias = 0;
    chy_mention_heads heads = {
        .pair_table = table[0], .pair_score = units, .pair_width = WIDTH, .pair_bias = &bias};
    char line[1024];
    size_t rows = 0, pairs = 0;
    while (fgets(line, sizeof line, file)) {
        char *at = line;
        const char *kind = next_field(&at);
        if (strcmp(kind, "row") == 0 && rows < ROWS) {
            read_floats(next_field(&at), table[rows++], WIDTH);
        } else if (strcmp(kind, "score") == 0) {
            read_floats(next_field(&at), units, WIDTH);
            read_floats(next_field(&at), &bias, 1);
        } else if (strcmp(kind, "pair") == 0) {
            float later[WIDTH], earlier[WIDTH], numbers[CHY_PAIR_MARKS], wanted;
            uint16_t marks[CHY_PAIR_MARKS];
            read_floats(next_field(&at), later, WIDTH);
            read_floats(next_field(&at), earlier, WIDTH);
            read_floats(next_field(&at), numbers, CHY_PAIR_MARKS);
            read_floats(next_field(&at), &wanted, 1);
            for (size_t i = 0; i < CHY_PAIR_MARKS; i++)
                marks[i] = (uint16_t)numbers[i];
            float found = chy_pair_score(&heads, later, earlier, marks, bias);
            if (fabsf(found - wanted) > 2e-4f * (1 + fabsf(wanted)))
                fail_msg("pair %zu scores %g, not %g", pairs, (double)found, (double)wanted);
            pairs++;
        }
    }
    (void)fclose(file);
    assert_int_equal(rows, ROWS);
    assert_int_equal(pairs, 20);
}

/* ---- What is chosen -------------------------------------------------------------------------- */

/* A ranker that reads nothing but one number of each word: the earlier one's aspect is the score.
 */
typedef struct plain_ranker {
    float *table;
    float score[WIDTH], bias[2];
    float values[64][ASPECTS];
    chy_mention_heads heads;
    chy_aspects aspects;
} plain_ranker;

static void plain_open(plain_ranker *ranker) {
    memset(ranker, 0, sizeof *ranker);
    ranker->table = calloc((size_t)chy_pair_rows() * WIDTH, sizeof *ranker->table);
    assert_non_null(ranker->table);
    ranker->score[0] = 1;
    ranker->heads = (chy_mention_heads){.pair_table = ranker->table,
                                        .pair_score = ranker->score,
                                        .pair_bias = ranker->bias,
                                        .pair_width = WIDTH};
    ranker->aspects = (chy_aspects){.values = ranker->values[0], .stride = ASPECTS};
    ranker->aspects.count[CHY_ASPECT_COREFERENCE] = ASPECTS;
}

/* The entity of the mention whose head is the word, CHY_NONE where there is none. */
static uint32_t entity_at(const reading *r, uint32_t word) {
    for (uint32_t i = 0; i < r->mentions.mention_count; i++)
        if (r->mentions.mentions[i].head_word == word) return r->mentions.mentions[i].entity;
    return CHY_NONE;
}

static const char sisters[] = "1 Amina Amina NNP 3 nsubj B-PER\n"
                              "2 Yusuf Yusuf NNP 1 flat I-PER\n"
                              "3 met meet VBD 0 root\n"
                              "4 Rosa Rosa NNP 3 obj B-PER\n"
                              "5 Quispe Quispe NNP 4 flat I-PER\n"
                              "\n"
                              "1 She she PRP 2 nsubj\n"
                              "2 bought buy VBD 0 root\n"
                              "3 a a DT 4 det\n"
                              "4 boat boat NN 2 obj\n"
                              "\n"
                              "1 The the DT 2 det\n"
                              "2 boat boat NN 3 nsubj\n"
                              "3 sank sink VBD 0 root\n";

static void test_highest_is_chosen(void **state) {
    for (uint32_t chosen = 0; chosen < 2; chosen++) {
        plain_ranker ranker;
        plain_open(&ranker);
        ranker.bias[0] = -1;
        ranker.values[0][WIDTH] = chosen == 0 ? 3 : 2;
        ranker.values[3][WIDTH] = chosen == 0 ? 2 : 3;
        reading r;
        read_learned(*state, sisters, strlen(sisters), &ranker.heads, &ranker.aspects, &r);
        assert_int_not_equal(entity_at(&r, 0), entity_at(&r, 3));
        assert_int_equal(entity_at(&r, 5), entity_at(&r, chosen == 0 ? 0 : 3));
        chy_arena_free(r.arena);
        free(ranker.table);
    }
}

/* Below 0 nothing is chosen, and a pronoun without antecedent is no mention. */
static void test_none_is_chosen(void **state) {
    plain_ranker ranker;
    plain_open(&ranker);
    ranker.bias[0] = ranker.bias[1] = -4;
    ranker.values[0][WIDTH] = ranker.values[3][WIDTH] = ranker.values[8][WIDTH] = 3;
    reading r;
    read_learned(*state, sisters, strlen(sisters), &ranker.heads, &ranker.aspects, &r);
    assert_int_equal(entity_at(&r, 5), CHY_NONE);
    assert_int_equal(entity_at(&r, 8), CHY_NONE);
    assert_int_equal(r.mentions.entity_count, 2);
    chy_arena_free(r.arena);
    free(ranker.table);
}

/* A thing told twice is an entity of its own, which no word leads to: it is no party. */
static void test_things(void **state) {
    plain_ranker ranker;
    plain_open(&ranker);
    ranker.bias[1] = -1;
    ranker.values[8][WIDTH] = 3;
    reading r;
    read_learned(*state, sisters, strlen(sisters), &ranker.heads, &ranker.aspects, &r);
    uint32_t boat = entity_at(&r, 8);
    assert_int_not_equal(boat, CHY_NONE);
    assert_int_equal(entity_at(&r, 10), boat);
    assert_int_equal(r.mentions.entities[boat].kind, CHY_ENTITY_OTHER);
    assert_int_equal(r.mentions.entities[boat].mention_count, 2);
    assert_int_equal(r.mentions.mention_of_head[8], CHY_NONE);
    assert_int_equal(r.mentions.mention_of_head[10], CHY_NONE);
    chy_arena_free(r.arena);
    free(ranker.table);
}

/* Whatever the score: "she" is no country, and "her" in "her brother" not the brother. */
static void test_what_cannot_be(void **state) {
    static const char source[] = "1 Kenya Kenya NNP 2 nsubj B-LOC\n"
                                 "2 thanked thank VBD 0 root\n"
                                 "3 her she PRP$ 4 nmod:poss\n"
                                 "4 lawmaker lawmaker NN 2 obj\n";
    plain_ranker ranker;
    plain_open(&ranker);
    ranker.bias[0] = ranker.bias[1] = 9;
    reading r;
    read_learned(*state, source, strlen(source), &ranker.heads, &ranker.aspects, &r);
    assert_int_equal(entity_at(&r, 2), CHY_NONE);
    assert_int_not_equal(entity_at(&r, 3), entity_at(&r, 0));
    chy_arena_free(r.arena);
    free(ranker.table);
}

/* "On her return to her farm Rosa wept": whoever stands ahead competes with who was told before,
 * and what goes on from a pronoun that waits for her waits with it. */
static void test_subjects_ahead(void **state) {
    static const char source[] = "1 Amina Amina NNP 2 nsubj B-PER\n"
                                 "2 left leave VBD 0 root\n"
                                 "\n"
                                 "1 On on IN 3 case\n"
                                 "2 her she PRP$ 3 nmod:poss\n"
                                 "3 return return NN 8 obl\n"
                                 "4 to to IN 6 case\n"
                                 "5 her she PRP$ 6 nmod:poss\n"
                                 "6 farm farm NN 3 nmod\n"
                                 "7 Rosa Rosa NNP 8 nsubj B-PER\n"
                                 "8 wept weep VBD 0 root\n";
    enum { AMINA = 0, FIRST = 3, SECOND = 6, ROSA = 8 };
    for (int ahead = 0; ahead < 2; ahead++) {
        plain_ranker ranker;
        plain_open(&ranker);
        ranker.bias[0] = -1;
        ranker.values[AMINA][WIDTH] = 3;
        ranker.values[ROSA][WIDTH] = ahead ? 4 : 2;
        ranker.values[FIRST][WIDTH] = 5;
        reading r;
        read_learned(*state, source, strlen(source), &ranker.heads, &ranker.aspects, &r);
        assert_int_not_equal(entity_at(&r, AMINA), entity_at(&r, ROSA));
        assert_int_equal(entity_at(&r, FIRST), entity_at(&r, ahead ? ROSA : AMINA));
        assert_int_equal(entity_at(&r, SECOND), entity_at(&r, FIRST));
        chy_arena_free(r.arena);
        free(ranker.table);
    }
}

/* ---- Time ------------------------------------------------------------------------------------ */

/* Sixty thousand words in seconds, however many could be the same. */
static void test_pathological(void **state) {
    enum { WORDS = 60000, SENTENCE = 250 };
    static const char *const words[][3] = {{"boat boat NN", "nmod", ""},
                                           {"boats boat NNS", "conj", ""},
                                           {"we we PRP", "nsubj", ""},
                                           {"they they PRP", "dep", ""},
                                           {"minister minister NN", "obl", ""}};
    char *source = malloc(WORDS * 64u);
    float *values = calloc((size_t)WORDS * 2, ASPECTS * sizeof *values);
    assert_non_null(source);
    assert_non_null(values);
    plain_ranker ranker;
    plain_open(&ranker);
    ranker.aspects.values = values;
    ranker.bias[0] = ranker.bias[1] = 1;
    for (size_t kind = 0; kind < sizeof words / sizeof words[0]; kind++) {
        size_t used = 0;
        for (unsigned sentence = 0; sentence < WORDS / SENTENCE; sentence++) {
            for (unsigned word = 1; word <= SENTENCE; word++)
                used +=
                    (size_t)snprintf(source + used, 64, "%u %s %u %s %s\n", word, words[kind][0],
                                     word == 1  ? 0
                                     : kind < 2 ? word - 1
                                                : 1,
                                     word == 1 ? "root" : words[kind][1], words[kind][2]);
            source[used++] = '\n';
        }
        clock_t begin = clock();
        reading r;
        read_learned(*state, source, used, &ranker.heads, &ranker.aspects, &r);
        double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
        if (seconds > 10) fail_msg("kind %zu took %.1f s", kind, seconds);
        chy_arena_free(r.arena);
    }
    free(ranker.table);
    free(values);
    free(source);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scores_of_training), cmocka_unit_test(test_highest_is_chosen),
        cmocka_unit_test(test_none_is_chosen),     cmocka_unit_test(test_things),
        cmocka_unit_test(test_what_cannot_be),     cmocka_unit_test(test_subjects_ahead),
        cmocka_unit_test(test_pathological)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
