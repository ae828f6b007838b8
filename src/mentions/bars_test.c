#include "mentions/pairs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define MOST 8

typedef struct node {
    const char *form, *lemma;
    uint8_t upos, deprel;
    uint32_t head, sentence;
} node;

/* Whether the pronoun at words[pronoun] is barred from meaning the mention at words[earlier]. */
static bool bars(const node *nodes, uint32_t count, uint32_t earlier, chy_profile earlier_says,
                 uint32_t pronoun, chy_profile pronoun_says) {
    /* Behind the last word stands one that must not be read. */
    chy_word words[MOST + 1] = {{.form = NULL}};
    uint32_t none[MOST];
    bool quoted[MOST] = {false};
    chy_arena *arena = chy_arena_new();
    assert_non_null(arena);
    for (uint32_t i = 0; i < count; i++) {
        words[i] = (chy_word){.form = nodes[i].form,
                              .lemma = nodes[i].lemma,
                              .upos = nodes[i].upos,
                              .deprel = nodes[i].deprel,
                              .head = nodes[i].head,
                              .sentence = nodes[i].sentence};
        none[i] = CHY_NONE;
    }
    chy_draft drafts[] = {
        {.first = earlier, .end = earlier + 1, .head = earlier, .says = earlier_says},
        {.first = pronoun, .end = pronoun + 1, .head = pronoun, .says = pronoun_says}};
    for (size_t i = 0; i < CHY_COUNT_OF(drafts); i++) {
        drafts[i].character = CHY_NONE;
        drafts[i].says.country = drafts[i].says.role = drafts[i].says.role_class = "";
    }
    drafts[1].kind = CHY_MENTION_PRONOUN;
    chy_casting c = {.words = words,
                     .word_count = count,
                     .drafts = drafts,
                     .draft_count = CHY_COUNT_OF(drafts),
                     .draft_of_head = none,
                     .name_of_word = none,
                     .quoted = quoted};
    assert_int_equal(chy_tree_build(words, count, arena, &c.tree, NULL), CHY_OK);
    bool barred = chy_verb_bars(&c, 1, 0);
    chy_arena_free(arena);
    return barred;
}

static const chy_profile person = {.kind = CHY_ENTITY_PERSON, .number = 1};
static const chy_profile people = {.kind = CHY_ENTITY_GROUP, .number = 2};
static const chy_profile thing = {.kind = CHY_ENTITY_OTHER, .number = 1, .flags = CHY_SAYS_THING};
static const chy_profile unsaid = {.kind = CHY_ENTITY_KIND_COUNT};

static void whom_one_is_said_to_be_is_not_ones_own(void **state) {
    (void)state;
    node words[] = {{"Rosa", "Rosa", CHY_UPOS_PROPN, CHY_DEPREL_NSUBJ, 2, 0},
                    {"is", "be", CHY_UPOS_AUX, CHY_DEPREL_COP, 2, 0},
                    {"deputy", "deputy", CHY_UPOS_NOUN, CHY_DEPREL_ROOT, CHY_NONE, 0},
                    {"her", "her", CHY_UPOS_PRON, CHY_DEPREL_NMOD_POSS, 2, 0}};
    assert_true(bars(words, 4, 0, person, 3, unsaid));
    words[1].deprel = CHY_DEPREL_AUX;
    assert_false(bars(words, 4, 0, person, 3, unsaid));
}

static void things_will_nothing(void **state) {
    (void)state;
    node words[] = {{"Reform", "reform", CHY_UPOS_NOUN, CHY_DEPREL_NSUBJ, 1, 0},
                    {"failed", "fail", CHY_UPOS_VERB, CHY_DEPREL_ROOT, CHY_NONE, 0},
                    {"It", "it", CHY_UPOS_PRON, CHY_DEPREL_NSUBJ, 3, 1},
                    {"complained", "complain", CHY_UPOS_VERB, CHY_DEPREL_ROOT, CHY_NONE, 1}};
    assert_true(bars(words, 4, 0, thing, 2, unsaid));
    words[3].lemma = "help";
    assert_false(bars(words, 4, 0, thing, 2, unsaid));
}

static void captors_are_not_freed(void **state) {
    (void)state;
    node words[] = {{"Officers", "officer", CHY_UPOS_NOUN, CHY_DEPREL_NSUBJ, 1, 0},
                    {"held", "hold", CHY_UPOS_VERB, CHY_DEPREL_ROOT, CHY_NONE, 0},
                    {"men", "man", CHY_UPOS_NOUN, CHY_DEPREL_OBJ, 1, 0},
                    {"They", "they", CHY_UPOS_PRON, CHY_DEPREL_NSUBJ_PASS, 5, 1},
                    {"were", "be", CHY_UPOS_AUX, CHY_DEPREL_AUX_PASS, 5, 1},
                    {"freed", "free", CHY_UPOS_VERB, CHY_DEPREL_ROOT, CHY_NONE, 1}};
    assert_true(bars(words, 6, 0, people, 3, unsaid));
    assert_false(bars(words, 6, 2, people, 3, unsaid));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(whom_one_is_said_to_be_is_not_ones_own),
                                       cmocka_unit_test(things_will_nothing),
                                       cmocka_unit_test(captors_are_not_freed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
