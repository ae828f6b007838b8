#include "events/plover.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Roots of the conversion table (Open Event Data Alliance, September 2021) and where this project's
 * ontology takes another type than the table. */
typedef struct row {
    const char *cameo;
    uint8_t type;
} row;

static const row rows[] = {
    {"030", CHY_AGREE},    {"036", CHY_AGREE},    {"040", CHY_CONSULT},   {"043", CHY_CONSULT},
    {"051", CHY_SUPPORT},  {"057", CHY_SUPPORT},  {"055", CHY_CONCEDE},   {"061", CHY_COOPERATE},
    {"070", CHY_AID},      {"075", CHY_AID},      {"080", CHY_CONCEDE},   {"0831", CHY_CONCEDE},
    {"0841", CHY_RETREAT}, {"085", CHY_RETREAT},  {"0814", CHY_RETREAT},  {"0874", CHY_RETREAT},
    {"090", CHY_ACCUSE},   {"1121", CHY_ACCUSE},  {"100", CHY_REQUEST},   {"0234", CHY_REQUEST},
    {"125", CHY_REJECT},   {"129", CHY_REJECT},   {"1381", CHY_THREATEN}, {"141", CHY_PROTEST},
    {"154", CHY_MOBILIZE}, {"163", CHY_SANCTION}, {"166", CHY_SANCTION},  {"116", CHY_SANCTION},
    {"1711", CHY_COERCE},  {"191", CHY_COERCE},   {"192", CHY_COERCE},    {"1712", CHY_ASSAULT},
    {"175", CHY_ASSAULT},  {"180", CHY_ASSAULT},  {"195", CHY_ASSAULT},   {"2042", CHY_ASSAULT},
};

static void codes_stand_beside_their_types(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_true(chy_plover_allows(rows[i].type, rows[i].cameo));
    }
    assert_false(chy_plover_allows(CHY_COERCE, "1712"));
    assert_false(chy_plover_allows(CHY_COERCE, "175"));
    assert_false(chy_plover_allows(CHY_ASSAULT, "191"));
    assert_false(chy_plover_allows(CHY_AID, "010"));
    assert_false(chy_plover_allows(CHY_AGREE, "040"));
}

static void every_type_is_whole(void **state) {
    (void)state;
    for (uint32_t t = 0; t < CHY_EVENT_TYPE_COUNT; t++) {
        uint8_t type = (uint8_t)t;
        const char *name = chy_event_type_name((chy_event_type)type);
        assert_int_equal(chy_plover_type(chy_slice_of(name)), type);
        assert_in_range(chy_plover_quad(type), 1, 4);
        assert_true(chy_plover_allows(type, chy_plover_root(type)));
    }
    assert_int_equal(chy_plover_type(chy_slice_of("NONE")), CHY_EVENT_TYPE_COUNT);
    assert_int_equal(chy_plover_context_count(), 37);
}

static void near(double a, double b) {
    assert_true(a - b < 1e-9 && b - a < 1e-9);
}

static void the_strongest_mode_gives_the_score(void **state) {
    (void)state;
    uint32_t beat = (uint32_t)1 << chy_plover_mode(CHY_ASSAULT, chy_slice_of("beat"));
    uint32_t drone = (uint32_t)1 << chy_plover_mode(CHY_ASSAULT, chy_slice_of("drone"));
    uint32_t phone = (uint32_t)1 << chy_plover_mode(CHY_CONSULT, chy_slice_of("phone"));
    near(chy_plover_score(CHY_ASSAULT, 0), -9.0);
    near(chy_plover_score(CHY_ASSAULT, beat), -7.5);
    near(chy_plover_score(CHY_ASSAULT, beat | drone), -9.5);
    near(chy_plover_score(CHY_CONSULT, phone), 1.5);
    near(chy_plover_score(CHY_ACCUSE, 0), -2.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_stand_beside_their_types),
        cmocka_unit_test(every_type_is_whole),
        cmocka_unit_test(the_strongest_mode_gives_the_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
