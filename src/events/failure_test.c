/* Memory may run out at any allocation: each is failed in turn until all goes well. */
#include "events/scene.h"

#include <stdio.h>
#include <stdlib.h>

/* Names that the linker's --wrap asks for. NOLINTBEGIN(readability-identifier-naming) */
void *__wrap_malloc(size_t size);
void *__real_malloc(size_t size);
/* NOLINTEND(readability-identifier-naming) */

static size_t left = SIZE_MAX;

void *__wrap_malloc(size_t size) {
    if (left == 0) return NULL;
    left -= left == SIZE_MAX ? 0 : 1;
    return __real_malloc(size);
}

static const char grammar_text[] = "shared set arms: rifle, machine gun\n"
                                   "context military: army, @arms\n"
                                   "context crime: gang\n"
                                   "context crime without military\n"
                                   "type AID\n"
                                   "becomes AGREE, cameo 033 when future\n"
                                   "rule give\n"
                                   "  verb give, hand over if object has @arms\n"
                                   "  actor subject is country required\n"
                                   "  recipient to\n"
                                   "  cameo 072 when object has @arms\n"
                                   "  yes \"Peru gave rifles to Chile.\" actor=Peru\n"
                                   "  no \"Peru gave up.\"\n";

static const char tree[] = "1 Peru Peru NNP 2 nsubj B-LOC\n2 gave give VBD 0 root\n"
                           "3 rifles rifle NNS 2 obj\n4 to to IN 5 case\n"
                           "5 Chile Chile NNP 2 obl B-LOC\n6 . . . 2 punct\n";

static void the_grammar_survives_no_memory(void **state) {
    (void)state;
    /* Long enough for several blocks of the arena. */
    size_t size = sizeof grammar_text - 1;
    size_t many = 4000;
    char *text = malloc(size + many * 32);
    assert_non_null(text);
    memcpy(text, grammar_text, size);
    for (size_t i = 0; i < many; i++) {
        int written = snprintf(text + size, 32, "verb word%zu\n", i);
        assert_true(written > 0);
        size += (size_t)written;
    }
    chy_grammar_source source = {"test.grammar", text, size};
    chy_status status = CHY_ERROR_MEMORY;
    for (size_t n = 0; status == CHY_ERROR_MEMORY; n++) {
        chy_grammar *grammar = NULL;
        chy_error err;
        left = n;
        status = chy_grammar_open(&source, 1, true, NULL, &grammar, &err);
        left = SIZE_MAX;
        if (status == CHY_OK) {
            assert_true(n > 4);
            chy_grammar_free(grammar);
        } else {
            assert_int_equal(status, CHY_ERROR_MEMORY);
            assert_null(grammar);
        }
    }
    free(text);
}

static void reading_survives_no_memory(void **state) {
    (void)state;
    chy_status status = CHY_ERROR_MEMORY;
    for (size_t n = 0; status == CHY_ERROR_MEMORY; n++) {
        scene s;
        chy_error err;
        scene_open(&s, tree);
        scene_party(&s, 1, CHY_ENTITY_COUNTRY, "PER");
        scene_party(&s, 5, CHY_ENTITY_COUNTRY, "CHL");
        scene_clause(&s, 2, "give", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBLIQUE, "to", 5, CHY_NONE);
        scene_read(&s, grammar_text);
        chy_arena *arena = chy_arena_new();
        assert_non_null(arena);
        left = n;
        status = chy_events_read(&s.input, &s.found, &s.read, &s.said, s.grammar, arena, &s.events,
                                 &err);
        left = SIZE_MAX;
        if (status == CHY_OK) {
            assert_int_equal(s.events.event_count, 1);
            assert_string_equal(s.events.events[0].cameo, "072");
        } else {
            assert_int_equal(status, CHY_ERROR_MEMORY);
        }
        chy_arena_free(arena);
        scene_close(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_grammar_survives_no_memory),
        cmocka_unit_test(reading_survives_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
