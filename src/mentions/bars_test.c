#include "mentions/pairs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define MOST 8

static const chy_profile person = {.kind = CHY_ENTITY_PERSON, .number = 1};
static const chy_profile people = {.kind = CHY_ENTITY_GROUP, .number = 2, .flags = CHY_SAYS_HUMAN};
static const chy_profile soldiers = {.kind = CHY_ENTITY_GROUP,
                                     .number = 2,
                                     .flags = CHY_SAYS_HUMAN,
                                     .sectors = 1u << CHY_SECTOR_MIL};
static const chy_profile thing = {.kind = CHY_ENTITY_OTHER, .number = 1, .flags = CHY_SAYS_THING};
static const chy_profile unsaid = {.kind = CHY_ENTITY_KIND_COUNT};

typedef struct node {
    const char *form, *lemma;
    uint8_t upos, deprel;
    uint32_t head, sentence;
} node;

/* Whether the pronoun at words[pronoun] is barred from meaning the mention at words[earlier]. Other
 * nouns are soldiers. */
static bool bars(const node *nodes, uint32_t count, uint32_t earlier, chy_profile earlier_says,
                 uint32_t pronoun, chy_profile pronoun_says) {
    /* Behind the last word stands one that must not be read. */
    chy_word words[MOST + 1] = {{.form = NULL}};
    chy_draft drafts[MOST];
    uint32_t none[MOST], draft_of_head[MOST], drafted = 0;
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
        none[i] = draft_of_head[i] = CHY_NONE;
        if (nodes[i].upos == CHY_UPOS_VERB || nodes[i].upos == CHY_UPOS_AUX) continue;
        chy_profile says = i == earlier ? earlier_says : i == pronoun ? pronoun_says : soldiers;
        says.country = says.role = says.role_class = "";
        drafts[drafted] =
            (chy_draft){.first = i, .end = i + 1, .head = i, .says = says, .character = CHY_NONE};
        if (i == pronoun) drafts[drafted].kind = CHY_MENTION_PRONOUN;
        draft_of_head[i] = drafted++;
    }
    chy_casting c = {.words = words,
                     .word_count = count,
                     .drafts = drafts,
                     .draft_count = drafted,
                     .draft_of_head = draft_of_head,
                     .name_of_word = none,
                     .quoted = quoted};
    assert_int_equal(chy_tree_build(words, count, arena, &c.tree, NULL), CHY_OK);
    bool barred = chy_verb_bars(&c, draft_of_head[pronoun], draft_of_head[earlier]);
    chy_arena_free(arena);
    return barred;
}

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
    words[5].lemma = "transfer";
    assert_true(bars(words, 6, 0, people, 3, unsaid));
    words[5].lemma = "see";
    assert_false(bars(words, 6, 0, people, 3, unsaid));
    words[1].lemma = "see", words[5].lemma = "free";
    assert_false(bars(words, 6, 0, people, 3, unsaid));
}

static void captors_do_not_act_upon_themselves(void **state) {
    (void)state;
    node words[] = {{"Troops", "troops", CHY_UPOS_NOUN, CHY_DEPREL_NSUBJ, 1, 0},
                    {"freed", "free", CHY_UPOS_VERB, CHY_DEPREL_ROOT, CHY_NONE, 0},
                    {"men", "man", CHY_UPOS_NOUN, CHY_DEPREL_OBJ, 1, 0},
                    {"Soldiers", "soldier", CHY_UPOS_NOUN, CHY_DEPREL_NSUBJ, 4, 1},
                    {"fed", "feed", CHY_UPOS_VERB, CHY_DEPREL_ROOT, CHY_NONE, 1},
                    {"them", "they", CHY_UPOS_PRON, CHY_DEPREL_OBJ, 4, 1}};
    assert_true(bars(words, 6, 0, soldiers, 5, unsaid));
    assert_false(bars(words, 6, 0, people, 5, unsaid));
    words[1].lemma = "see";
    assert_false(bars(words, 6, 0, soldiers, 5, unsaid));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(whom_one_is_said_to_be_is_not_ones_own),
                                       cmocka_unit_test(things_will_nothing),
                                       cmocka_unit_test(captors_are_not_freed),
                                       cmocka_unit_test(captors_do_not_act_upon_themselves)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
