/* The project's own tables: that they compile, that a desk officer's questions get the right
 * answers. */
#include "lexicon/builder.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FOLDER      CHY_SOURCE_DIR "/facts"
#define MOST_TABLES 100

static chy_facts_builder *builder;
static chy_lexicon *lexicon;

static int by_name(const void *a, const void *b) {
    return strcmp(a, b);
}

static void add_table(const char *name) {
    char path[512];
    (void)snprintf(path, sizeof path, FOLDER "/%s", name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, size, file), size);
    (void)fclose(file);
    char stem[80];
    (void)snprintf(stem, sizeof stem, "%.*s", (int)(strlen(name) - 4), name);
    chy_error error = {.message = "", .line = 0};
    chy_status status = chy_facts_builder_add(builder, stem, (chy_slice){text, size}, &error);
    if (status != CHY_OK) fail_msg("%s:%zu: %s", name, error.line, error.message);
    free(text);
}

static int compile_tables(void **state) {
    (void)state;
    builder = chy_facts_builder_new();
    DIR *folder = opendir(FOLDER);
    if (!builder || !folder) return -1;
    static char names[MOST_TABLES][80];
    size_t count = 0;
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        size_t length = strlen(entry->d_name);
        if (length < 5 || strcmp(entry->d_name + length - 4, ".tsv") != 0) continue;
        if (length >= sizeof *names || count == MOST_TABLES) return -1;
        memcpy(names[count++], entry->d_name, length + 1);
    }
    (void)closedir(folder);
    qsort(names, count, sizeof *names, by_name);
    for (size_t i = 0; i < count; i++)
        add_table(names[i]);
    const void *data = NULL;
    size_t size = 0;
    if (chy_facts_builder_finish(builder, &data, &size, NULL) != CHY_OK) return -1;
    assert_true(size < 40u * 1024 * 1024);
    return chy_lexicon_open(data, size, &lexicon, NULL) == CHY_OK ? 0 : -1;
}

static int free_tables(void **state) {
    (void)state;
    chy_lexicon_free(lexicon);
    chy_facts_builder_free(builder);
    return 0;
}

/* Whether a phrase has a row of this kind, country and sectors ("" and 0: any); `fact` is the first
 * such. */
static bool has(const char *phrase, chy_fact_kind kind, const char *country, uint32_t sectors,
                chy_fact *fact) {
    uint32_t first = 0;
    uint32_t rows = chy_lexicon_find(lexicon, (chy_slice){phrase, strlen(phrase)}, &first);
    chy_lexicon_fact(lexicon, UINT32_MAX, fact);
    for (uint32_t i = 0; i < rows; i++) {
        chy_lexicon_fact(lexicon, first + i, fact);
        if (fact->kind == kind && (!*country || strcmp(fact->country, country) == 0) &&
            (fact->sectors & sectors) == sectors) {
            return true;
        }
    }
    return false;
}

#define BIT(sector) (1u << CHY_SECTOR_##sector)

static void knows_countries(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"Bolivia", "BOL"},          {"Burma", "MMR"},       {"Swaziland", "SWZ"},
        {"Ivory Coast", "CIV"},      {"Czechia", "CZE"},     {"U.S.", "USA"},
        {"Holy See", "VAT"},         {"Hong Kong", "HKG"},   {"Kosovo", "KOS"},
        {"Greenland", "DNK"},        {"Puerto Rico", "USA"}, {"Macau", "CHN"},
        {"Palestine", "PSE"},        {"Antarctica", "ATA"},  {"South Sudan", "SSD"},
        {"North Macedonia", "MKD"},  {"Türkiye", "TUR"},     {"Zaire", "COD"},
        {"Papua New Guinea", "PNG"}, {"Timor-Leste", "TLS"}, {"the Gambia", "GMB"}};
    chy_fact fact;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (!has(cases[i][0], CHY_FACT_COUNTRY, cases[i][1], 0, &fact)) fail_msg("%s", cases[i][0]);
    }
    assert_true(has("Transnistria", CHY_FACT_COUNTRY, "MDA", BIT(PRE), &fact));
    assert_true(has("Western Sahara", CHY_FACT_COUNTRY, "MAR", BIT(PRE), &fact));
    assert_true(has("Filipinos", CHY_FACT_DEMONYM, "PHL", 0, &fact) && fact.plural);
    assert_true(has("Ghanaian", CHY_FACT_DEMONYM, "GHA", 0, &fact));
    assert_true(has("Lima", CHY_FACT_CAPITAL, "PER", BIT(GOV), &fact));
    assert_true(has("Casa Rosada", CHY_FACT_SEAT, "ARG", BIT(GOV), &fact));
    assert_string_equal(fact.city, "Buenos Aires");
}

static void knows_bodies(void **state) {
    (void)state;
    chy_fact fact;
    assert_true(has("ECOWAS", CHY_FACT_ORGANISATION, "IGO", 0, &fact));
    assert_true(has("World Food Programme", CHY_FACT_ORGANISATION, "UNO", 0, &fact));
    assert_true(has("European Commission", CHY_FACT_ORGANISATION, "EUR", 0, &fact));
    assert_true(has("Riksdag", CHY_FACT_ORGANISATION, "SWE", BIT(LEG), &fact));
    assert_true(has("Tuareg", CHY_FACT_GROUP, "MLI", 0, &fact));
    assert_true(has("Abu Sayyaf", CHY_FACT_ARMED_GROUP, "PHL", BIT(REB), &fact));
    assert_true(has("finance ministry", CHY_FACT_ORG_NOUN, "", BIT(GOV), &fact));
    assert_true(has("ministry of defence", CHY_FACT_ORG_NOUN, "", BIT(MIL), &fact));
    assert_true(has("coast guard", CHY_FACT_ORG_NOUN, "", 0, &fact));
    assert_true(has("Senate", CHY_FACT_ORGANISATION, "USA", 0, &fact) && fact.part);
}

static void knows_roles(void **state) {
    (void)state;
    chy_fact fact;
    assert_true(has("lawmakers", CHY_FACT_ROLE, "", BIT(LEG), &fact) && fact.plural);
    assert_true(has("gunmen", CHY_FACT_ROLE, "", BIT(UAF), &fact));
    assert_true(has("midwives", CHY_FACT_ROLE, "", BIT(MED), &fact));
    assert_true(has("attorneys general", CHY_FACT_ROLE, "", BIT(GOV), &fact));
    assert_true(has("deputy energy minister", CHY_FACT_ROLE, "", BIT(GOV), &fact));
    assert_true(has("spokeswoman", CHY_FACT_ROLE, "", 0, &fact));
    assert_string_equal(fact.role, "spokesperson");
    assert_int_equal(fact.sectors, 0);
    assert_true(chy_facts_builder_counts(builder).by_kind[CHY_FACT_ROLE] >= 1500);
}

static void knows_people_on_a_date(void **state) {
    (void)state;
    chy_fact fact;
    assert_true(has("Dilma Rousseff", CHY_FACT_PERSON, "BRA", BIT(GOV), &fact));
    uint32_t first = 0;
    uint32_t rows = chy_lexicon_find(lexicon, (chy_slice){"Juan Manuel Santos", 18}, &first);
    bool held = false;
    for (uint32_t i = 0; i < rows; i++) {
        chy_lexicon_fact(lexicon, first + i, &fact);
        bool president = strcmp(fact.role, "president") == 0;
        held = held || (president && chy_fact_tenure(&fact, 20150615) == CHY_TENURE_HELD);
        if (president) assert_int_equal(chy_fact_tenure(&fact, 20210615), CHY_TENURE_AFTER);
    }
    assert_true(held);
    assert_true(has("Grace", CHY_FACT_GIVEN_NAME, "", 0, &fact));
    assert_int_equal(fact.gender, 'f');
    assert_true(fact.common);
}

static void knows_places(void **state) {
    (void)state;
    chy_fact fact;
    assert_true(has("Kharkov", CHY_FACT_PLACE, "UKR", 0, &fact));
    assert_true(has("Cuzco", CHY_FACT_PLACE, "PER", 0, &fact) && fact.population > 100000);
    assert_string_equal(fact.name, "Cusco");
    assert_string_equal(fact.feature, "PPLA");
    assert_true(has("South China Sea", CHY_FACT_PLACE, "", 0, &fact));
    assert_true(has("Cabo Delgado", CHY_FACT_PLACE, "MOZ", 0, &fact));
}

static void knows_holidays(void **state) {
    (void)state;
    chy_fact fact;
    assert_true(has("Victory Day", CHY_FACT_HOLIDAY, "RUS", 0, &fact));
    assert_string_equal(fact.role, "05-09");
    assert_true(has("Good Friday", CHY_FACT_HOLIDAY, "", 0, &fact));
    assert_string_equal(fact.role, "easter-2");
    assert_true(has("Diwali", CHY_FACT_HOLIDAY, "", 0, &fact));
    assert_true(chy_facts_builder_counts(builder).by_kind[CHY_FACT_HOLIDAY] >= 1300);
}

static void knows_currencies(void **state) {
    (void)state;
    chy_fact fact;
    assert_true(has("shilling", CHY_FACT_CURRENCY, "KEN", 0, &fact));
    assert_string_equal(fact.role, "KES");
    assert_true(has("dollar", CHY_FACT_CURRENCY, "", 0, &fact));
    assert_string_equal(fact.role, "USD");
    assert_true(has("kronor", CHY_FACT_CURRENCY, "SWE", 0, &fact));
}

static void finds_states_by_code(void **state) {
    (void)state;
    chy_fact fact;
    uint32_t first;
    assert_int_equal(chy_lexicon_find_code(lexicon, false, "KEN", &first), 1);
    chy_lexicon_fact(lexicon, first, &fact);
    assert_string_equal(fact.name, "Kenya");
    assert_true(chy_fact_by_code(&fact));
    assert_true(chy_lexicon_find_code(lexicon, true, "KEN", &first) > 0);
    chy_lexicon_fact(lexicon, first, &fact);
    assert_string_equal(fact.name, "Nairobi");
    assert_true(chy_fact_by_code(&fact));
    assert_int_equal(chy_lexicon_find_code(lexicon, true, "IGO", &first), 0);
    assert_true(has("Nairobi", CHY_FACT_CAPITAL, "KEN", 0, &fact));
    assert_false(chy_fact_by_code(&fact));
}

/* Every row can be read and says something sensible. */
static void holds_sensible_rows(void **state) {
    (void)state;
    uint32_t entries = chy_facts_builder_counts(builder).entries;
    for (uint32_t i = 0; i < entries; i++) {
        chy_fact fact;
        chy_lexicon_fact(lexicon, i, &fact);
        size_t country = strlen(fact.country);
        if ((country != 0 && country != 3) || !*fact.name || !*fact.surface || !*fact.source) {
            fail_msg("%s (%s) in %s", fact.name, fact.country, fact.source);
        }
        if (fact.kind == CHY_FACT_PERSON && (!*fact.role || fact.from == 0 || !country)) {
            fail_msg("%s in %s holds no office", fact.name, fact.source);
        }
        if (fact.latitude < -90 || fact.latitude > 90 || fact.longitude < -180 ||
            fact.longitude > 180) {
            fail_msg("%s in %s lies nowhere", fact.name, fact.source);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_countries),     cmocka_unit_test(knows_bodies),
        cmocka_unit_test(knows_roles),         cmocka_unit_test(knows_people_on_a_date),
        cmocka_unit_test(knows_places),        cmocka_unit_test(knows_holidays),
        cmocka_unit_test(knows_currencies),    cmocka_unit_test(finds_states_by_code),
        cmocka_unit_test(holds_sensible_rows),
    };
    return cmocka_run_group_tests(tests, compile_tables, free_tables);
}
