#include "lexicon/actor_code.h"
#include "lexicon/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

static void expect(const char *text, bool agent, const char *country, uint32_t sectors) {
    chy_actor_code code;
    if (!chy_actor_code_read(chy_slice_of(text), agent, &code)) fail_msg("%s is no code", text);
    if (strcmp(code.country, country) != 0) fail_msg("%s: country %s", text, code.country);
    if (code.sectors != sectors) fail_msg("%s: sectors %x, not %x", text, code.sectors, sectors);
    assert_true(code.known);
}

static void reads_states_and_their_sectors(void **state) {
    (void)state;
    expect("RUS", false, "RUS", 0);
    expect("RUSGOV", false, "RUS", SECTOR(GOV));
    expect("usamil", false, "USA", SECTOR(MIL));
    expect("AFGGOVAGR", false, "AFG", SECTOR(GOV) | SECTOR(AGR));
    expect("ZWE", false, "ZWE", 0);
    expect("AFGGOVDEV", false, "AFG", SECTOR(GOV));
    /* Dependencies and former codes. */
    expect("BMUGOV", false, "GBR", SECTOR(GOV));
    expect("USRGOV", false, "RUS", SECTOR(GOV));
    expect("KSV", false, "KOS", 0);
    expect("ZARMIL", false, "COD", SECTOR(MIL));
}

static void reads_bodies(void **state) {
    (void)state;
    expect("IGOUNO", false, "UNO", SECTOR(IGO));
    expect("UNO", false, "UNO", SECTOR(IGO));
    expect("IGOEUREEC", false, "EUR", SECTOR(IGO));
    expect("IGONAT", false, "IGO", SECTOR(IGO));
    expect("NGOHRI", false, "NGO", SECTOR(NGO) | SECTOR(SOC));
    expect("NGM", false, "NGO", SECTOR(NGO));
    expect("MNCJPN", false, "JPN", SECTOR(BUS));
    expect("MNC", false, "MNC", SECTOR(BUS));
    expect("IMGMUSALQ", false, "IMG", SECTOR(REB) | SECTOR(REL));
    expect("INT", false, "", 0);
}

/* CAMEO's press is MED and its health HLH; ours are JRN and MED. */
static void changes_what_letters_mean(void **state) {
    (void)state;
    expect("KENMED", false, "KEN", SECTOR(JRN));
    expect("KENHLH", false, "KEN", SECTOR(MED));
    expect("KENINS", false, "KEN", SECTOR(REB));
}

static void knows_believers(void **state) {
    (void)state;
    expect("MUSGOV", false, "MUS", SECTOR(GOV));
    expect("MUS", false, "MUS", 0);
    expect("MUSMAY010", false, "", SECTOR(REL));
    expect("MUSUAF", true, "", SECTOR(REL) | SECTOR(UAF));
    expect("CHRCTH", false, "", SECTOR(REL));
    expect("GOVMIL", true, "", SECTOR(GOV) | SECTOR(MIL));
}

static void says_what_it_does_not_know(void **state) {
    (void)state;
    chy_actor_code code;
    assert_true(chy_actor_code_read(chy_slice_of("ELF"), false, &code));
    assert_false(code.known);
    assert_string_equal(code.country, "");
    assert_true(chy_actor_code_read(chy_slice_of("---"), false, &code));
    assert_true(code.null);
    static const char *const wrong[] = {
        "",        "RU",      "+++",           "###",
        "RUS GOV", "RUS-GOV", "R\xC3\xBCSGOV", "RUSGOVMILCOPJUDLEGPTYOPPSPY"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(chy_actor_code_read(chy_slice_of(wrong[i]), false, &code));
}

static void knows_states(void **state) {
    (void)state;
    static const char *const known[] = {"AFG", "GHA", "KOS", "ZWE", "EUR", "UNO", "MNC"};
    static const char *const unknown[] = {"", "GH", "Gha", "GHAN", "XXX", "USR", "GOV", "EURX"};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        assert_true(chy_actor_code_state(chy_slice_of(known[i])));
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
        assert_false(chy_actor_code_state(chy_slice_of(unknown[i])));
}

static void bodies_are_no_states(void **state) {
    (void)state;
    assert_true(chy_code_is_state("KEN"));
    assert_true(chy_code_is_state("XKX"));
    assert_false(chy_code_is_state("IGO"));
    assert_false(chy_code_is_state("EUR"));
    assert_false(chy_code_is_state(""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_states_and_their_sectors), cmocka_unit_test(reads_bodies),
        cmocka_unit_test(changes_what_letters_mean),      cmocka_unit_test(knows_believers),
        cmocka_unit_test(says_what_it_does_not_know),     cmocka_unit_test(knows_states),
        cmocka_unit_test(bodies_are_no_states),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
