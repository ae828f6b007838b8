/* Tables of a user's own, in every form, over a small lexicon of ours. */
#include "lexicon/builder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

static const char ours[] = "# kind: role\n"
                           "name\taliases\tplural\tsectors\trole\tkind\tcountry\n"
                           "foreign minister\t\tforeign ministers\tGOV\tminister\trole\t\n"
                           "minister\t\tministers\tGOV\tminister\trole\t\n"
                           "police\t\t\tCOP\tpolice\torg_noun\t\n"
                           "Turkey\t\t\tGOV\tstate\tcountry\tTUR\n"
                           "River Front\tRF\t\tPTY\tparty\torganisation\tKEN\n";

/* What a report says, line by line. */
typedef struct told {
    char lines[64][512];
    int count;
} told;

typedef struct world {
    chy_facts_builder *below_builder, *builder;
    chy_lexicon *lexicon;
    told told;
} world;

static void hear(void *context, const chy_error *problem, bool doubt) {
    told *t = context;
    assert_true(t->count < 64);
    (void)snprintf(t->lines[t->count++], sizeof t->lines[0], "%s %s:%d:%d: %s",
                   doubt ? "doubt" : "error", problem->source,
                   problem->line == CHY_NOWHERE ? -1 : (int)problem->line,
                   problem->column == CHY_NOWHERE ? -1 : (int)problem->column, problem->message);
}

static void begin(world *w) {
    const void *data = NULL;
    size_t size = 0;
    memset(w, 0, sizeof *w);
    w->below_builder = chy_facts_builder_new();
    assert_int_equal(chy_facts_builder_add(w->below_builder, "ours", chy_slice_of(ours), NULL),
                     CHY_OK);
    assert_int_equal(chy_facts_builder_finish(w->below_builder, &data, &size, NULL), CHY_OK);
    assert_int_equal(chy_lexicon_open(data, size, &w->lexicon, NULL), CHY_OK);
    w->builder = chy_facts_builder_new();
    chy_facts_builder_over(w->builder, w->lexicon, hear, &w->told);
}

static void add(world *w, const char *name, const char *text) {
    const chy_facts_source source = {name, text, strlen(text), CHY_FACTS_FORM_SNIFF, false};
    assert_int_equal(chy_facts_builder_read(w->builder, &source, NULL, NULL), CHY_OK);
}

static void cover(world *w) {
    const void *data = NULL;
    size_t size = 0;
    assert_int_equal(chy_facts_builder_finish(w->builder, &data, &size, NULL), CHY_OK);
    assert_int_equal(chy_lexicon_cover(w->lexicon, data, size, NULL), CHY_OK);
}

static void end(world *w) {
    chy_lexicon_free(w->lexicon);
    chy_facts_builder_free(w->builder);
    chy_facts_builder_free(w->below_builder);
}

/* The nth row of a phrase. */
static chy_fact row_of(const world *w, const char *phrase, uint32_t nth) {
    uint32_t first;
    uint32_t rows = chy_lexicon_find(w->lexicon, chy_slice_of(phrase), &first);
    if (nth >= rows) fail_msg("%s has %u rows", phrase, (unsigned)rows);
    chy_fact fact;
    chy_lexicon_fact(w->lexicon, first + nth, &fact);
    return fact;
}

static uint32_t rows_of(const world *w, const char *phrase) {
    uint32_t first;
    return chy_lexicon_find(w->lexicon, chy_slice_of(phrase), &first);
}

static void expect_told(const world *w, int at, const char *line) {
    if (at >= w->told.count) fail_msg("nothing told at %d, not %s", at, line);
    if (strstr(w->told.lines[at], line) == NULL) fail_msg("%s, not %s", w->told.lines[at], line);
}

static void reads_actors(void **state) {
    (void)state;
    world w;
    begin(&w);
    add(&w, "lists/test.actors.txt",
        "# a remark\n"
        "<!-- over\n two [XXX] lines --> \n"
        "IVO_STARK_  # of the north\n"
        "+STARK_\n"
        "+ivo_de_Stark\n"
        "\t[KENELI 700101-991231]\n"
        "\t[KENGOV 991231-20080507] # president\n"
        "[KENELI >20080507]\n"
        "[KEN]\n"
        "RIVER_FRONT_ [KENREB <20050101][KENPTY > 20050101] ; abc 1/2/03\n"
        "HIGH_HOUSE<!-- so --> [---]\n"
        "LAST_ACTOR [IGOUNO]");
    cover(&w);
    assert_int_equal(w.told.count, 0);
    assert_int_equal(rows_of(&w, "Ivo Stark"), 4);
    chy_fact fact = row_of(&w, "STARK", 1);
    assert_int_equal(fact.kind, CHY_FACT_ACTOR);
    assert_true(fact.own);
    assert_string_equal(fact.surface, "Stark");
    assert_string_equal(fact.name, "Ivo Stark");
    assert_string_equal(fact.role, "KENGOV");
    assert_string_equal(fact.country, "KEN");
    assert_int_equal(fact.sectors, SECTOR(GOV));
    assert_string_equal(fact.source, "table:test.actors");
    /* a <= day < b, and the first that holds counts. */
    assert_int_equal(chy_fact_tenure(&fact, 19991230), CHY_TENURE_BEFORE);
    assert_int_equal(chy_fact_tenure(&fact, 19991231), CHY_TENURE_HELD);
    assert_int_equal(chy_fact_tenure(&fact, 20080506), CHY_TENURE_HELD);
    assert_int_equal(chy_fact_tenure(&fact, 20080507), CHY_TENURE_AFTER);
    assert_string_equal(row_of(&w, "ivo de Stark", 0).surface, "ivo de Stark");
    assert_int_equal(row_of(&w, "Stark", 2).from, 20080507);
    assert_int_equal(row_of(&w, "Stark", 3).from, 0);
    /* Ours stays, before the codes. */
    assert_int_equal(rows_of(&w, "River Front"), 3);
    assert_false(row_of(&w, "River Front", 0).own);
    assert_string_equal(row_of(&w, "River Front", 0).role, "party");
    assert_int_equal(row_of(&w, "River Front", 1).to, 20041231);
    assert_int_equal(row_of(&w, "River Front", 2).from, 20050101);
    assert_string_equal(row_of(&w, "High House", 0).role, "---");
    /* The last of a file is not lost, even without a line end. */
    assert_string_equal(row_of(&w, "last actor", 0).country, "UNO");
    assert_int_equal(rows_of(&w, "Turkey"), 1);
    end(&w);
}

static void names_wrong_actors(void **state) {
    (void)state;
    world w;
    begin(&w);
    add(&w, "bad.actors.txt",
        "+NOBODY_\n"
        "\t[KENGOV]\n"
        "NO_CODE_\n"
        "ONE_ [KENGOV 2004017-20061201][KENGOV]\n"
        "TWO_ [KEN\n"
        "THREE_ [+++]\n"
        "\xFF\xFE [KEN]\n"
        "FOUR_ [ELF]\n"
        "FIVE_ [KENGOV 20100101-20090101][KENGOV 20101301-20110101][KEN/UGA]\n"
        "<NOUN>\n"
        "SIX_ [UGA]\n");
    cover(&w);
    expect_told(&w, 0, "error bad.actors.txt:1:1: A synonym has no phrase before it");
    expect_told(&w, 1, "error bad.actors.txt:2:2: A code has no phrase before it");
    expect_told(&w, 2,
                "error bad.actors.txt:3:-1: An actor has no code that can be used: 'No Code'");
    expect_told(&w, 3, "error bad.actors.txt:4:7: A code has a date that is neither");
    expect_told(&w, 4, "error bad.actors.txt:5:6: A bracket is not closed");
    expect_told(&w, 5, "error bad.actors.txt:5:-1: An actor has no code");
    expect_told(&w, 6, "error bad.actors.txt:6:9: This is no code of an actor: '+++'");
    expect_told(&w, 7, "error bad.actors.txt:7:-1: A line is not UTF-8");
    expect_told(&w, 8, "error bad.actors.txt:6:-1: An actor has no code");
    expect_told(&w, 9, "doubt bad.actors.txt:8:8: A code says nothing to chancery: 'ELF'");
    expect_told(&w, 10, "error bad.actors.txt:9:8: A code has a date");
    expect_told(&w, 11, "error bad.actors.txt:9:34: A code has a date");
    expect_told(&w, 12, "doubt bad.actors.txt:9:60: Of codes with a bar between the first");
    expect_told(&w, 13, "doubt bad.actors.txt:10:1: A block's mark is not read");
    assert_int_equal(w.told.count, 14);
    /* The rest is used. */
    assert_string_equal(row_of(&w, "one", 0).role, "KENGOV");
    assert_string_equal(row_of(&w, "five", 0).country, "KEN");
    assert_string_equal(row_of(&w, "six", 0).country, "UGA");
    end(&w);
}

static void reads_agents(void **state) {
    (void)state;
    world w;
    begin(&w);
    add(&w, "test.agents.txt",
        "!PERSON! = MAN, WOMEN, PERSON\n"
        "FOREIGN_MINISTER [~GOVMIL]\n"
        "DEPUTY_MINISTER [ ~GOV ] # head known\n"
        "RIVER_POLICE {} [~COP]\n"
        "GOOSE_HERD {GEESE_HERDERS} [~AGR]\n"
        "LADY [~ELI]\n"
        "BOSS [~BUS]\n"
        "FISHER!PERSON!_OF_THE_NORTH [~AGR]\n"
        "TRUCE_MONITOR [IGO~]\n"
        "NO_CODE_HERE\n"
        "TREE!NYMPH! [~CVL]\n"
        "DREAMER [~DEV]\n"
        "SAILOR [USAMIL]\n");
    cover(&w);
    chy_fact fact = row_of(&w, "foreign minister", 0);
    assert_true(fact.own);
    assert_int_equal(fact.kind, CHY_FACT_ROLE);
    assert_int_equal(fact.sectors, SECTOR(GOV) | SECTOR(MIL));
    assert_string_equal(fact.role, "minister");
    assert_false(row_of(&w, "foreign minister", 1).own);
    assert_true(row_of(&w, "foreign ministers", 0).plural);
    assert_string_equal(row_of(&w, "deputy minister", 0).role, "minister");
    assert_int_equal(row_of(&w, "river police", 0).kind, CHY_FACT_ORG_NOUN);
    assert_int_equal(rows_of(&w, "river polices"), 0);
    assert_true(row_of(&w, "geese herders", 0).plural);
    assert_int_equal(rows_of(&w, "goose herds"), 0);
    assert_true(row_of(&w, "ladies", 0).plural);
    assert_true(row_of(&w, "bosses", 0).plural);
    assert_int_equal(row_of(&w, "fisherwomen of the north", 0).sectors, SECTOR(AGR));
    assert_int_equal(rows_of(&w, "fishermans of the north"), 0);
    assert_string_equal(row_of(&w, "truce monitor", 0).country, "IGO");
    expect_told(&w, 0, "error test.agents.txt:10:1: An agent has no code in brackets");
    expect_told(&w, 1, "error test.agents.txt:11:1: A mark stands for no set of words above");
    expect_told(&w, 2, "doubt test.agents.txt:12:1: A code says nothing to chancery");
    expect_told(&w, 3, "error test.agents.txt:13:9: An agent has a code other than ~CODE or CODE~");
    assert_int_equal(w.told.count, 4);
    end(&w);
}

static void reads_country_info(void **state) {
    (void)state;
    world w;
    begin(&w);
    add(&w, "CountryInfo.txt",
        "<!-- <Country> in a remark -->\n"
        "<Country>\n<CountryCode>KEN</CountryCode>\n<CountryName>KENYA</CountryName>\n"
        "<COW-Alpha>KEN</COW-Alpha>\n<Nationality>\n\tKENYAN_\n</Nationality>\n"
        "<Capital>\n\tNAIROBI_ # the capital\n</Capital>\n"
        "<Leaders>\n<Presidents>\n\t{ADA_OKELLO_} {ADA_BETH_OKELLO_}\t[19990101 - 20020101] "
        "[B:19440101]\n"
        "\tIVO_STARK_ [>20020101]\n\tBAD_DATE_ [soon] [UGAMIL 19800101 - "
        "19810101]\n</Presidents>\n</Leaders>\n"
        "<Government>\n\tMIA_OTIENO_\t[KENGOVAGR 20030101 - 20041231][D:20100304][KENGOV "
        ">20050101]\t"
        "# Minister of Farms & Minister of Roads\n</Government>\n</Country>\n");
    cover(&w);
    expect_told(&w, 0,
                "error CountryInfo.txt:16:13: A tenure has no dates that can be read: 'soon'");
    assert_int_equal(w.told.count, 1);
    assert_string_equal(row_of(&w, "Kenya", 0).country, "KEN");
    assert_string_equal(row_of(&w, "Kenyan", 0).role, "KEN");
    assert_string_equal(row_of(&w, "Nairobi", 0).role, "KEN");
    chy_fact fact = row_of(&w, "Ada Beth Okello", 0);
    assert_int_equal(fact.kind, CHY_FACT_PERSON);
    assert_string_equal(fact.name, "Ada Okello");
    assert_string_equal(fact.role, "president");
    assert_int_equal(fact.from, 19990101);
    assert_int_equal(fact.to, 20011231);
    assert_string_equal(row_of(&w, "Bad Date", 0).country, "UGA");
    assert_string_equal(row_of(&w, "Mia Otieno", 0).role, "minister of farms");
    assert_int_equal(row_of(&w, "Mia Otieno", 0).sectors, SECTOR(GOV) | SECTOR(AGR));
    assert_string_equal(row_of(&w, "Mia Otieno", 1).role, "minister of roads");
    end(&w);
}

static void reads_our_own_layout(void **state) {
    (void)state;
    world w;
    begin(&w);
    add(&w, "mine.tsv",
        "# kind: organisation\n"
        "name\taliases\tcountry\tsectors\n"
        "River Front\tRF|R.F.\tUGA\tOPP\n"
        "Bad Sector\t\tUGA\tXYZ\n"
        "Bad Bytes \xC3\t\t\t\n"
        "Too\tmany\tKEN\tGOV\tnow\n"
        "Lake Front\t\tUGA\tPTY\n");
    add(&w, "broken.tsv", "# kind: organisation\ncountry\nKEN\n");
    add(&w, "notes.txt", "We met on Monday.\nIt rained.\n");
    add(&w, "CAMEO.verbs.txt", "--- MEET [040] ---\n");
    add(&w, "codes.tsv", "# kind: cameo\nname\tcode\ntalk\t040\n");
    cover(&w);
    expect_told(&w, 0, "error mine.tsv:4:17: There is no such sector: 'XYZ'");
    expect_told(&w, 1, "error mine.tsv:5:-1: A line is not UTF-8");
    expect_told(&w, 2, "error mine.tsv:6:18: A row has more cells than the header: 'now'");
    expect_told(&w, 3, "error broken.tsv:2:-1: A column is missing: 'name'");
    expect_told(&w, 4, "error notes.txt:-1:-1: This is no table of facts");
    expect_told(&w, 5, "doubt CAMEO.verbs.txt:-1:-1: This holds neither names nor agents");
    expect_told(&w, 6, "error codes.tsv:3:1: A table of your own cannot hold CAMEO codes");
    assert_int_equal(w.told.count, 7);
    /* The user's comes first, and the longest run is found in either file. */
    assert_int_equal(rows_of(&w, "river front"), 2);
    assert_string_equal(row_of(&w, "river front", 0).country, "UGA");
    assert_string_equal(row_of(&w, "river front", 1).country, "KEN");
    const chy_slice words[] = {chy_slice_of("Lake"), chy_slice_of("Front"), chy_slice_of("met")};
    const bool spaces[] = {true, true, false};
    uint32_t first, rows;
    assert_int_equal(chy_lexicon_match(w.lexicon, words, spaces, 3, &first, &rows), 2);
    assert_non_null(strchr(chy_lexicon_identity(w.lexicon), '+'));
    end(&w);
}

static void doubts_strange_names(void **state) {
    (void)state;
    world w;
    begin(&w);
    char text[4096] = "# kind: person\nname\tcountry\n";
    for (int i = 0; i < 200; i++)
        (void)snprintf(text + strlen(text), sizeof text - strlen(text), "name%d ", i);
    (void)snprintf(text + strlen(text), sizeof text - strlen(text),
                   "\tKEN\n"
                   "one two three four five six seven eight nine ten eleven\tKEN\n"
                   "\xD0\x90"
                   "na Lopez\tPER\n" /* a Cyrillic A */
                   "\xE2\x80\x8F"
                   "Noor\xE2\x80\x8F Haddad\tLBN\n" /* right-to-left marks */
                   "Jose\xCC\x81 Nun\xCC\x83"
                   "ez\tPER\n"); /* combining marks */
    add(&w, "strange.tsv", text);
    cover(&w);
    expect_told(&w, 0, "error strange.tsv:3:1: A form is too long to be found");
    expect_told(&w, 1, "doubt strange.tsv:4:1: A form has more words than are looked up together");
    expect_told(&w, 2, "doubt strange.tsv:5:1: A form mixes letters of two alphabets");
    assert_int_equal(w.told.count, 3);
    assert_int_equal(rows_of(&w, "Ana Lopez"), 0);
    assert_string_equal(row_of(&w, "Noor Haddad", 0).country, "LBN");
    assert_string_equal(row_of(&w,
                               "Jos\xC3\xA9 N\xC3\xBA\xC3\xB1"
                               "ez",
                               0)
                            .country,
                        "PER");
    assert_string_equal(row_of(&w, "JOSE NUNEZ", 0).country, "PER");
    end(&w);
}

static void reports_conflicts(void **state) {
    (void)state;
    world w;
    begin(&w);
    add(&w, "one/a.actors.txt",
        "IVO_STARK_ [KENGOV 20000101-20050101][KENELI >20050101]\nRED_HAND_ [KENREB]\n"
        "PLAIN_ [KEN][KENGOV 20000101-20010101]\n");
    add(&w, "one/b.actors.txt",
        "IVO_STARK_ [UGAGOV 20040101-20060101]\nRED_HAND_ [KENREB]\nFAR_ [KENREB]\n");
    cover(&w);
    assert_int_equal(w.told.count, 0);
    chy_facts_builder_conflicts(w.builder);
    expect_told(&w, 0,
                "doubt one/b.actors.txt:1:-1: 'Ivo Stark' has code UGAGOV, and for the same "
                "days KENELI in a.actors, line 1, which counts");
    expect_told(&w, 1,
                "doubt one/b.actors.txt:2:-1: 'Red Hand' stands in a.actors, line 2, with the "
                "same code");
    assert_int_equal(w.told.count, 2);
    end(&w);
}

/* Ten million rows are refused with a reason, and so is a line without end. */
static void bounds_tables(void **state) {
    (void)state;
    world w;
    begin(&w);
    size_t rows = 10000000, used = 0;
    char *text = malloc(64 + rows * 6);
    assert_non_null(text);
    used += (size_t)sprintf(text, "# kind: person\nname\n");
    for (size_t i = 0; i < rows; i++) {
        text[used] = text[used + 1] = 'a';
        text[used + 2] = (char)('a' + i % 26);
        text[used + 3] = (char)('a' + i / 26 % 26);
        text[used + 4] = '\n';
        used += 5;
    }
    chy_error err;
    const chy_facts_source source = {"many.tsv", text, used, CHY_FACTS_FORM_SNIFF, false};
    assert_int_equal(chy_facts_builder_read(w.builder, &source, NULL, &err), CHY_ERROR_LIMIT);
    assert_string_equal(err.source, "many.tsv");
    assert_int_equal(err.line, CHY_LIMIT_TABLE_ROWS + 3);
    free(text);
    end(&w);
    begin(&w);
    char *line = malloc(200001);
    assert_non_null(line);
    memset(line, 'A', 200000);
    line[200000] = '\0';
    static const char after[] = " [KEN]\nB [UGA]\n";
    (void)snprintf(line + 100000, sizeof after, "%s", after);
    add(&w, "long.actors.txt", line);
    free(line);
    cover(&w);
    expect_told(&w, 0, "error long.actors.txt:1:1: A line has more than 65536 bytes");
    assert_string_equal(row_of(&w, "b", 0).country, "UGA");
    end(&w);
}

/* What a file is, by its name or its first lines. */
static void tells_forms(void **state) {
    (void)state;
    static const struct {
        const char *name, *text;
        chy_facts_form form;
    } files[] = {
        {"a.tsv", "", CHY_FACTS_FORM_TSV},
        {"a.txt", "# kind: person\nname\tcountry\nAda\tKEN\n", CHY_FACTS_FORM_TSV},
        {"a.txt", "# kind: person\nname\n", CHY_FACTS_FORM_TSV},
        {"x/y.actors.txt", "", CHY_FACTS_FORM_ACTORS},
        {"a.txt", "# x\n\nIVO_STARK_\n\t[KENGOV]\n", CHY_FACTS_FORM_ACTORS},
        {"a.txt", "LADY {} [~ELI]\n", CHY_FACTS_FORM_AGENTS},
        {"a.txt", "MONITOR [IGO~]", CHY_FACTS_FORM_AGENTS},
        {"CountryInfo.txt", "", CHY_FACTS_FORM_COUNTRY_INFO},
        {"a.txt", "<Country>\n<CountryCode>KEN</CountryCode>\n", CHY_FACTS_FORM_COUNTRY_INFO},
        {"a.verbs.txt", "", CHY_FACTS_FORM_OTHER},
        {"actors.d/a.txt", "--- MEET [040] ---\n", CHY_FACTS_FORM_OTHER},
        {"a.txt", "Dear all,\n", CHY_FACTS_FORM_SNIFF},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        world w;
        begin(&w);
        chy_facts_form form;
        const chy_facts_source source = {files[i].name, files[i].text, strlen(files[i].text),
                                         CHY_FACTS_FORM_SNIFF, false};
        assert_int_equal(chy_facts_builder_read(w.builder, &source, &form, NULL), CHY_OK);
        if (form != files[i].form) fail_msg("%s is %s", files[i].name, chy_facts_form_name(form));
        end(&w);
    }
}

static void finds_near_names(void **state) {
    (void)state;
    world w;
    begin(&w);
    add(&w, "a.actors.txt", "IVO_STARK_ [KENGOV]\nIVA_STORK_ [KENGOV]\nMIA_OTIENO_ [KENGOV]\n");
    cover(&w);
    uint32_t rows[CHY_LEXICON_NEAR];
    uint32_t kinds = 1u << CHY_FACT_ACTOR;
    assert_int_equal(chy_lexicon_near(w.lexicon, chy_slice_of("Ivo Strak"), kinds, rows), 1);
    chy_fact fact;
    chy_lexicon_fact(w.lexicon, rows[0], &fact);
    assert_string_equal(fact.surface, "Ivo Stark");
    assert_int_equal(chy_lexicon_near(w.lexicon, chy_slice_of("ivo stork"), kinds, rows), 2);
    assert_int_equal(chy_lexicon_near(w.lexicon, chy_slice_of("Otto"), kinds, rows), 0);
    assert_int_equal(
        chy_lexicon_near(w.lexicon, chy_slice_of("Ivo Stark"), 1u << CHY_FACT_PLACE, rows), 0);
    end(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_actors),         cmocka_unit_test(names_wrong_actors),
        cmocka_unit_test(reads_agents),         cmocka_unit_test(reads_country_info),
        cmocka_unit_test(reads_our_own_layout), cmocka_unit_test(doubts_strange_names),
        cmocka_unit_test(reports_conflicts),    cmocka_unit_test(bounds_tables),
        cmocka_unit_test(finds_near_names),     cmocka_unit_test(tells_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
