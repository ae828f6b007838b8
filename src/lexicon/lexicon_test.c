#include "lexicon/lexicon.h"

#include "lexicon/builder.h"
#include "lexicon/format.h"

#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char countries[] =
    "# kind: country\n"
    "# source: a test\n"
    "# as_of: 2024-03-05\n"
    "name\taliases\tcountry\tsectors\tlatitude\tlongitude\twikidata\n"
    "Georgia\tRepublic of Georgia\tGEO\tGOV\t42\t43.5\tQ230\n"
    "Côte d'Ivoire\tIvory Coast\tCIV\tGOV\t8\t-5\tQ1008\n"
    "Turkey\tTürkiye\tTUR\tGOV\t39\t35.25\t\n"
    "United States\tUS|U.S.|the United States of America\tUSA\tGOV\t\t\t\n";
static const char places[] =
    "# kind: place\n"
    "name\taliases\tcountry\tlatitude\tlongitude\tfeature\tadmin1\tpopulation\n"
    "Georgia\t\tUSA\t32.75042\t-83.50018\tADM1\t\t9687653\n"
    "Łódź\t\tPOL\t51.77\t19.47\tPPLA\tŁódź Voivodeship\t768755\n"
    "Bac Lieu\t\tVNM\t9.294\t105.728\tPPLA\t\t107911\n";
static const char people[] =
    "# kind: person\n"
    "name\taliases\tparts\tcountry\tsectors\trole\tfrom\tto\tas_of\tgender\n"
    "Ana Beltrán\t\tBeltrán\tPER\tGOV\tforeign minister\t2009-03-04\t2012-07\t\tf\n"
    "Ana Beltrán\t\tBeltrán\tPER\tGOV\tpresident\t2016\t\t2021-05-06\tf\n";
static const char roles[] =
    "# kind: role\n"
    "name\taliases\tplural\tsectors\trole\n"
    "gunman\t\tgunmen\tUAF\tgunman\n"
    "defence minister\tdefense minister\tdefence ministers\tGOV MIL\tminister\n"
    "turkey\t\tturkeys\t\tbird\n";
static const char demonyms[] = "# kind: demonym\n"
                               "name\tplural\tadjective\tcountry\n"
                               "Dane\tDanes\tDanish\tDNK\n"
                               "Swiss\tSwiss\tSwiss\tCHE\n";
static const char cameo[] = "# kind: cameo\n"
                            "code\tname\tgoldstein\tquad\n"
                            "040\tconsult\t1.0\t1\n"
                            "190\tuse conventional force\t-10.0\t4\n";
static const char common[] = "# kind: common\nname\nturkey\nmay\n";

typedef struct fixture {
    chy_facts_builder *builder;
    chy_lexicon *lexicon;
    const unsigned char *data;
    size_t size;
} fixture;

static chy_slice text(const char *string) {
    return (chy_slice){string, strlen(string)};
}

static void add(chy_facts_builder *builder, const char *name, const char *table) {
    chy_error error = {.message = ""};
    chy_status status = chy_facts_builder_add(builder, name, text(table), &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, CHY_OK);
}

static void build(fixture *f) {
    f->builder = chy_facts_builder_new();
    assert_non_null(f->builder);
    add(f->builder, "cameo", cameo);
    add(f->builder, "common_words", common);
    add(f->builder, "countries", countries);
    add(f->builder, "demonyms", demonyms);
    add(f->builder, "offices", people);
    add(f->builder, "places", places);
    add(f->builder, "roles", roles);
    const void *data = NULL;
    assert_int_equal(chy_facts_builder_finish(f->builder, &data, &f->size, NULL), CHY_OK);
    f->data = data;
}

static int set_up(void **state) {
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    build(f);
    chy_error error;
    assert_int_equal(chy_lexicon_open(f->data, f->size, &f->lexicon, &error), CHY_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state) {
    fixture *f = *state;
    chy_lexicon_free(f->lexicon);
    chy_facts_builder_free(f->builder);
    free(f);
    return 0;
}

/* Looks up a phrase; the number of rows, the first of them in `fact`. */
static uint32_t look_up(const fixture *f, const char *phrase, chy_fact *fact) {
    uint32_t first = 0;
    uint32_t rows = chy_lexicon_find(f->lexicon, text(phrase), &first);
    chy_lexicon_fact(f->lexicon, rows > 0 ? first : UINT32_MAX, fact);
    return rows;
}

static void finds_in_order_of_kind(void **state) {
    const fixture *f = *state;
    uint32_t first = 0;
    assert_int_equal(chy_lexicon_find(f->lexicon, text("Georgia"), &first), 2);
    chy_fact fact;
    chy_lexicon_fact(f->lexicon, first, &fact);
    assert_int_equal(fact.kind, CHY_FACT_COUNTRY);
    assert_string_equal(fact.country, "GEO");
    assert_string_equal(fact.wikidata, "Q230");
    assert_string_equal(fact.source, "table:countries");
    assert_int_equal(fact.sectors, 1u << CHY_SECTOR_GOV);
    assert_int_equal(fact.as_of, 20240305);
    chy_lexicon_fact(f->lexicon, first + 1, &fact);
    assert_int_equal(fact.kind, CHY_FACT_PLACE);
    assert_string_equal(fact.country, "USA");
    assert_true(fabs(fact.latitude - 32.75042) < 1e-6);
    assert_true(fabs(fact.longitude + 83.50018) < 1e-6);
    assert_int_equal(fact.population, 9687653);
}

static void folds_case_accents_and_marks(void **state) {
    const fixture *f = *state;
    chy_fact fact;
    assert_int_equal(look_up(f, "COTE D'IVOIRE", &fact), 1);
    assert_string_equal(fact.name, "Côte d'Ivoire");
    /* Decomposed, with a typographic apostrophe, a right-to-left mark and odd blanks. */
    assert_int_equal(look_up(f, "Co\xCC\x82te\xC2\xA0 d\xE2\x80\x99Ivoire\xE2\x80\x8F", &fact), 1);
    assert_int_equal(look_up(f, "the Ivory  Coast", &fact), 1);
    assert_string_equal(fact.surface, "Ivory Coast");
    assert_int_equal(look_up(f, "lodz", &fact), 1);
    assert_string_equal(fact.admin1, "Łódź Voivodeship");
    assert_int_equal(look_up(f, "Bạc Liêu", &fact), 1);
    assert_int_equal(look_up(f, "nowhere at all", &fact), 0);
    assert_int_equal(look_up(f, "", &fact), 0);
    assert_int_equal(look_up(f, "\xFF\xFE", &fact), 0);
}

static void tells_plural_and_adjective(void **state) {
    const fixture *f = *state;
    chy_fact fact;
    assert_int_equal(look_up(f, "gunmen", &fact), 1);
    assert_true(fact.plural);
    assert_string_equal(fact.name, "gunman");
    assert_int_equal(fact.sectors, 1u << CHY_SECTOR_UAF);
    assert_int_equal(look_up(f, "gunman", &fact), 1);
    assert_false(fact.plural);
    assert_int_equal(look_up(f, "Danish", &fact), 1);
    assert_true(fact.adjective);
    assert_string_equal(fact.country, "DNK");
    assert_int_equal(look_up(f, "Swiss", &fact), 3); /* noun, plural, adjective */
}

static void demands_capitals_of_common_words(void **state) {
    const fixture *f = *state;
    uint32_t first = 0;
    chy_fact fact;
    assert_int_equal(chy_lexicon_find(f->lexicon, text("turkey"), &first), 2);
    chy_lexicon_fact(f->lexicon, first, &fact);
    assert_int_equal(fact.kind, CHY_FACT_COUNTRY);
    assert_true(fact.common);
    assert_string_equal(fact.surface, "Turkey");
    chy_lexicon_fact(f->lexicon, first + 1, &fact);
    assert_int_equal(fact.kind, CHY_FACT_ROLE);
    assert_false(fact.common);
    assert_int_equal(look_up(f, "us", &fact), 1); /* a short acronym */
    assert_true(fact.common);
    assert_string_equal(fact.surface, "US");
    assert_int_equal(look_up(f, "Georgia", &fact), 2);
    assert_false(fact.common);
    assert_int_equal(look_up(f, "may", &fact), 0);
}

static void dates_tenures(void **state) {
    const fixture *f = *state;
    uint32_t first = 0;
    chy_fact minister, president;
    assert_int_equal(chy_lexicon_find(f->lexicon, text("Beltran"), &first), 2);
    chy_lexicon_fact(f->lexicon, first, &minister);
    chy_lexicon_fact(f->lexicon, first + 1, &president);
    assert_true(minister.part);
    assert_int_equal(minister.gender, 'f');
    assert_string_equal(minister.role, "foreign minister");
    assert_int_equal(chy_fact_tenure(&minister, 20090303), CHY_TENURE_BEFORE);
    assert_int_equal(chy_fact_tenure(&minister, 20090304), CHY_TENURE_HELD);
    assert_int_equal(chy_fact_tenure(&minister, 20120731), CHY_TENURE_HELD);
    assert_int_equal(chy_fact_tenure(&minister, 20120801), CHY_TENURE_AFTER);
    assert_int_equal(chy_fact_tenure(&president, 20151231), CHY_TENURE_BEFORE);
    assert_int_equal(chy_fact_tenure(&president, 20160101), CHY_TENURE_HELD);
    assert_int_equal(chy_fact_tenure(&president, 20210506), CHY_TENURE_HELD);
    assert_int_equal(chy_fact_tenure(&president, 20210507), CHY_TENURE_LIKELY);
    assert_int_equal(chy_fact_tenure(&president, 20291231), CHY_TENURE_LIKELY);
    assert_int_equal(chy_fact_tenure(&president, 20300101), CHY_TENURE_AFTER);
    assert_int_equal(look_up(f, "Ana Beltrán", &minister), 2);
    assert_false(minister.part);
}

/* Matches words given with blanks between them; a word that begins with ~ follows without one. */
static uint32_t match(const fixture *f, const char *phrase, uint32_t *rows, uint32_t *first) {
    char copy[512];
    chy_slice forms[40];
    bool space_after[40];
    uint32_t count = 0;
    (void)snprintf(copy, sizeof copy, "%s", phrase);
    for (char *word = strtok(copy, " "); word && count < 40; word = strtok(NULL, " ")) {
        bool joined = word[0] == '~';
        if (joined && count > 0) space_after[count - 1] = false;
        forms[count] = text(word + joined);
        space_after[count++] = true;
    }
    return chy_lexicon_match(f->lexicon, forms, space_after, count, first, rows);
}

static void matches_the_longest_run(void **state) {
    const fixture *f = *state;
    uint32_t rows = 0, first = 0;
    assert_int_equal(match(f, "United States of America said", &rows, &first), 4);
    assert_int_equal(match(f, "United States said", &rows, &first), 2);
    assert_int_equal(match(f, "United front", &rows, &first), 0);
    assert_int_equal(match(f, "Côte d~'Ivoire won", &rows, &first), 0);
    assert_int_equal(match(f, "Côte d ~'Ivoire won", &rows, &first), 3);
    assert_int_equal(match(f, "U ~.S ~. troops", &rows, &first), 3);
    assert_int_equal(match(f, "U.S. troops", &rows, &first), 1);
    assert_int_equal(match(f, "Defense ministers of", &rows, &first), 0);
    assert_int_equal(match(f, "Defence ministers of", &rows, &first), 2);
    assert_int_equal(rows, 1);
    assert_int_equal(match(f, "the United States", &rows, &first), 0);
    assert_int_equal(match(f, ". Georgia", &rows, &first), 0);
    assert_int_equal(match(f, "gun ~men fled", &rows, &first), 2);
    assert_int_equal(match(f, "a b c d e f g h i j k l", &rows, &first), 0);
}

static void knows_cameo(void **state) {
    const fixture *f = *state;
    chy_cameo code;
    assert_true(chy_lexicon_cameo(f->lexicon, "190", &code));
    assert_string_equal(code.name, "use conventional force");
    assert_true(fabs(code.goldstein + 10.0) < 1e-9);
    assert_int_equal(code.quad, 4);
    assert_true(chy_lexicon_cameo(f->lexicon, "040", &code));
    assert_false(chy_lexicon_cameo(f->lexicon, "04", &code));
    assert_false(chy_lexicon_cameo(f->lexicon, "", &code));
}

static void gives_the_same_bytes(void **state) {
    const fixture *f = *state;
    fixture again = {.builder = NULL};
    build(&again);
    assert_int_equal(again.size, f->size);
    assert_memory_equal(again.data, f->data, f->size);
    chy_facts_builder_free(again.builder);
    assert_memory_equal(chy_lexicon_identity(f->lexicon), "2024-03-05 ", 11);
    assert_int_equal(strlen(chy_lexicon_identity(f->lexicon)), 27);
}

/* Reads all that a lexicon can tell, whatever it says. */
static void exercise(const chy_lexicon *lexicon) {
    static const char *const phrases[] = {"Georgia",     "gunmen", "us",
                                          "Ana Beltrán", "turkey", "Lodz"};
    chy_fact fact;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        uint32_t first = 0;
        uint32_t rows = chy_lexicon_find(lexicon, text(phrases[i]), &first);
        for (uint32_t j = 0; j < rows && j < 100; j++) {
            chy_lexicon_fact(lexicon, first + j, &fact);
            assert_true(strlen(fact.name) + strlen(fact.surface) < 100000);
            assert_true(fact.kind < CHY_FACT_KIND_COUNT);
        }
    }
    chy_lexicon_fact(lexicon, UINT32_MAX, &fact);
    chy_cameo code;
    (void)chy_lexicon_cameo(lexicon, "190", &code);
    assert_true(strlen(chy_lexicon_identity(lexicon)) < 100000);
}

static void survives_damage(void **state) {
    const fixture *f = *state;
    unsigned char *copy = malloc(f->size);
    assert_non_null(copy);
    static const unsigned char values[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
    for (size_t at = 0; at < f->size; at++) {
        memcpy(copy, f->data, f->size);
        copy[at] = values[at % sizeof values];
        chy_lexicon *lexicon = NULL;
        chy_error error;
        if (chy_lexicon_open(copy, f->size, &lexicon, &error) == CHY_OK) exercise(lexicon);
        chy_lexicon_free(lexicon);
    }
    for (size_t size = 0; size < f->size; size += 7) {
        chy_lexicon *lexicon = NULL;
        chy_error error;
        assert_int_equal(chy_lexicon_open(f->data, size, &lexicon, &error), CHY_ERROR_FACTS);
        assert_null(lexicon);
    }
    free(copy);
}

static void expect_error(const char *table, size_t line) {
    chy_facts_builder *builder = chy_facts_builder_new();
    chy_error error = {.line = 0};
    assert_int_equal(chy_facts_builder_add(builder, "bad", text(table), &error), CHY_ERROR_FACTS);
    assert_int_equal(error.line, line);
    assert_string_equal(error.source, "bad");
    chy_facts_builder_free(builder);
}

static void names_the_line_of_an_error(void **state) {
    (void)state;
    expect_error("", 0);
    expect_error("# kind: unicorn\nname\n", 1);
    expect_error("# kind: place\nname\tcolour\n", 2);
    expect_error("# kind: place\nname\tname\n", 2);
    expect_error("# kind: place\ncountry\n", 2);
    expect_error("name\nKano\n", 1);
    expect_error("# kind: place\nname\nKano\n\nJos\tNGA\n", 5);
    expect_error("# kind: place\nname\tlatitude\nKano\tnorth\n", 3);
    expect_error("# kind: place\nname\tsectors\nKano\tGOVMIL\n", 3);
    expect_error("# kind: place\nname\tsectors\nKano\tXYZ\n", 3);
    expect_error("# kind: place\nname\tcountry\nKano\tNGA\nTamale\tGhana\n", 4);
    expect_error("# kind: place\nname\tcountry\nTamale\tgha\n", 3);
    expect_error("# kind: place\nname\tcountry\nTamale\tXXX\n", 3);
    expect_error("# kind: holiday\nname\tday\nMay Day\t05-32\n", 3);
    expect_error("# kind: holiday\nname\tday\nMay Day\t\n", 3);
    expect_error("# kind: place\nname\tday\nKano\t05-01\n", 3);
    expect_error("# kind: person\nname\tfrom\tto\nAna\t2012\t2011\n", 3);
    expect_error("# kind: person\nname\tfrom\nAna\t2012-13\n", 3);
    expect_error("# kind: person\nname\tfrom\nAna\t12-01-2012\n", 3);
    expect_error("# kind: person\nname\tgender\nAna\tx\n", 3);
    expect_error("# kind: place\nname\n\xC3(\n", 3);
    expect_error("# kind: cameo\ncode\tname\n05\ta\n04\tb\n", 4);
}

static void reports_overlaps(void *context, const char *key, const char *tables) {
    char *found = context;
    (void)snprintf(found + strlen(found), 200 - strlen(found), "%s: %s; ", key, tables);
}

static void tells_overlaps(void **state) {
    const fixture *f = *state;
    char found[200] = "";
    chy_facts_builder_overlaps(f->builder, reports_overlaps, found);
    assert_string_equal(found, "turkey: countries roles; georgia: countries places; ");
    chy_facts_counts counts = chy_facts_builder_counts(f->builder);
    assert_int_equal(counts.records, 14);
    assert_int_equal(counts.by_kind[CHY_FACT_PERSON], 2);
}

/* A long line of one table's rows: linear, and no limit but memory. */
static void takes_many_rows(void **state) {
    (void)state;
    enum { ROWS = 200000, ROW_BYTES = 24 };
    char *table = malloc(64 + (size_t)ROWS * ROW_BYTES);
    assert_non_null(table);
    size_t used = (size_t)sprintf(table, "# kind: place\nname\tcountry\n");
    for (int i = 0; i < ROWS; i++)
        used += (size_t)sprintf(table + used, "town %d\tKEN\n", i);
    chy_facts_builder *builder = chy_facts_builder_new();
    assert_int_equal(chy_facts_builder_add(builder, "towns", (chy_slice){table, used}, NULL),
                     CHY_OK);
    const void *data = NULL;
    size_t size = 0;
    assert_int_equal(chy_facts_builder_finish(builder, &data, &size, NULL), CHY_OK);
    chy_lexicon *lexicon = NULL;
    assert_int_equal(chy_lexicon_open(data, size, &lexicon, NULL), CHY_OK);
    uint32_t first = 0;
    for (int i = 0; i < ROWS; i += 97) {
        char name[32];
        (void)snprintf(name, sizeof name, "Town %d", i);
        assert_int_equal(chy_lexicon_find(lexicon, text(name), &first), 1);
    }
    chy_lexicon_free(lexicon);
    chy_facts_builder_free(builder);
    free(table);
}

static void bounds_keys(void **state) {
    (void)state;
    char long_name[1000], key[CHY_LEXICON_KEY_BYTES];
    memset(long_name, 'x', sizeof long_name);
    assert_int_equal(chy_lexicon_key((chy_slice){long_name, 1000}, key, sizeof key), 0);
    assert_int_equal(chy_lexicon_key((chy_slice){long_name, 256}, key, sizeof key), 256);
    assert_int_equal(chy_lexicon_key(text("the "), key, sizeof key), 3);
    assert_int_equal(chy_lexicon_key(text(" \t\n"), key, sizeof key), 0);
    size_t size = chy_lexicon_key(text("  The  \xC3\x85NGSTR\xC3\x96M\xE2\x80\x94\xEF\xBC\xA1 "),
                                  key, sizeof key);
    assert_int_equal(size, 10);
    assert_memory_equal(key, "angstrom-a", size);
}

/* A name that a table repeats without end costs no more than a name of many. */
static void bounds_rows(void **state) {
    (void)state;
    enum { REPEATED = 3000 };
    static const char header[] = "# kind: group\nname\n";
    static const char row[] = "Reed Folk\n";
    char *table = malloc(sizeof header + REPEATED * sizeof row);
    assert_non_null(table);
    size_t used = (size_t)snprintf(table, sizeof header, "%s", header);
    for (unsigned i = 0; i < REPEATED; i++)
        used += (size_t)snprintf(table + used, sizeof row, "%s", row);
    chy_facts_builder *builder = chy_facts_builder_new();
    chy_slice whole = {table, used};
    const void *data = NULL;
    size_t size = 0;
    chy_lexicon *lexicon = NULL;
    assert_int_equal(chy_facts_builder_add(builder, "groups", whole, NULL), CHY_OK);
    assert_int_equal(chy_facts_builder_finish(builder, &data, &size, NULL), CHY_OK);
    assert_int_equal(chy_lexicon_open(data, size, &lexicon, NULL), CHY_OK);
    uint32_t first = 0;
    assert_int_equal(chy_lexicon_find(lexicon, text("Reed Folk"), &first), CHY_LEXICON_ROWS);
    chy_lexicon_free(lexicon);
    chy_facts_builder_free(builder);
    free(table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_in_order_of_kind, set_up, tear_down),
        cmocka_unit_test_setup_teardown(folds_case_accents_and_marks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_plural_and_adjective, set_up, tear_down),
        cmocka_unit_test_setup_teardown(demands_capitals_of_common_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(dates_tenures, set_up, tear_down),
        cmocka_unit_test_setup_teardown(matches_the_longest_run, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_cameo, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(survives_damage, set_up, tear_down),
        cmocka_unit_test(names_the_line_of_an_error),
        cmocka_unit_test_setup_teardown(tells_overlaps, set_up, tear_down),
        cmocka_unit_test(takes_many_rows),
        cmocka_unit_test(bounds_keys),
        cmocka_unit_test(bounds_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
