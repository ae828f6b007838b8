/* A user's own tables, as chancery.h states them: they win over ours and over the words, on the
 * report's day, where the words are a name. */
#include "check_doc.h"
#include "setup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

static const char actors[] = "TOMAS_NETO_\n"
                             "+FOREIGN_MINISTER_NETO_\n"
                             "\t[AGOELI <20200101]\n"
                             "\t[AGOGOV 20200101-20240101]\n"
                             "\t[AGOOPP >20240101]\n"
                             "MAY_ [GBRGOV 20160713-20190724]\n"
                             "WILL_ [USAELI]\n"
                             "TURKEY_ [TUR]\n"
                             "JORDAN_ [JOR]\n"
                             "RED_DUNE_FRONT_ [MLIREB]\n"
                             "SANDERLING_ [PERCRM]\n"
                             "KREMLIN_WATCH_ [NGO]\n"
                             "ASUNCION_HERALD_ [---]\n"
                             "BAD LINE\n";
static const char agents[] = "RIVER_WARDEN [~MIL]\nTRUCE_MONITOR [IGO~]\n";
static const char people[] =
    "# kind: person\n"
    "name\taliases\tcountry\tsectors\trole\tfrom\tto\n"
    "Lucia Benitez\tL. Benitez\tPRY\tJUD\tchief justice\t2021-02-03\t2023\n";

static const char towns[] = "# kind: place\n"
                            "name\tcountry\tlatitude\tlongitude\tfeature\tpopulation\n"
                            "Lima\tKEN\t1.5\t36.5\tPPL\t200\n"
                            "Zorvograd\tKAZ\t50.5\t70.5\tPPL\t90000\n";

static size_t problems;

static void hear(void *context, const chy_error *problem, bool doubt) {
    assert_ptr_equal(context, &problems);
    assert_string_equal(problem->source, "my/test.actors.txt");
    assert_int_equal(problem->line, 14);
    assert_false(doubt);
    problems++;
}

static setup_data data;
static chy_coder *coder;
static chy_workspace *workspace;

static int open_coder(void **state) {
    (void)state;
    static const chy_facts_source tables[] = {
        {"my/test.actors.txt", actors, sizeof actors - 1, CHY_FACTS_FORM_SNIFF, false},
        {"my/list", agents, sizeof agents - 1, CHY_FACTS_FORM_AGENTS, false},
        {"my/people.tsv", people, sizeof people - 1, CHY_FACTS_FORM_SNIFF, false},
        {"my/towns.tsv", towns, sizeof towns - 1, CHY_FACTS_FORM_SNIFF, false}};
    chy_error err;
    setup_open(&data);
    data.parts.tables = tables;
    data.parts.table_count = 4;
    data.parts.report = hear;
    data.parts.report_context = &problems;
    coder = setup_coder(&data, CHY_ISA_BEST);
    return chy_workspace_new(coder, &workspace, &err) == CHY_OK ? 0 : -1;
}

static int close_coder(void **state) {
    (void)state;
    chy_workspace_free(workspace);
    chy_coder_free(coder);
    setup_close(&data);
    return 0;
}

static chy_doc *read(const char *text, const char *published) {
    const chy_report report = {.text = text, .text_size = strlen(text), .published = published};
    chy_doc *doc = NULL;
    chy_error err;
    if (chy_code(coder, workspace, &report, CHY_DEPTH_RECORD, &doc, &err) != CHY_OK)
        fail_msg("%s", err.message);
    assert_null(check_doc(chy_doc_view(doc)));
    return doc;
}

/* The entity that a mention with these words belongs to; NULL: none. */
static const chy_entity *find(const chy_doc *doc, const char *name) {
    const chy_doc_content *content = chy_doc_view(doc);
    for (uint32_t i = 0; i < content->mention_count; i++) {
        const chy_mention *mention = &content->mentions[i];
        char words[256] = "";
        for (uint32_t w = mention->first_word; w < mention->end_word; w++)
            (void)snprintf(words + strlen(words), sizeof words - strlen(words), "%s%s",
                           w > mention->first_word ? " " : "", content->words[w].form);
        if (strcmp(words, name) == 0) return &content->entities[mention->entity];
    }
    return NULL;
}

static void expect(const char *text, const char *published, const char *name, const char *country,
                   uint32_t sectors, const char *evidence) {
    chy_doc *doc = read(text, published);
    const chy_entity *entity = find(doc, name);
    if (!entity) {
        fail_msg("%s: no %s", text, name);
        return;
    }
    if (strcmp(entity->country, country) != 0 || entity->sectors != sectors ||
        (evidence && strcmp(entity->evidence, evidence) != 0))
        fail_msg("%s: %s is %s %x from %s", text, name, entity->country, entity->sectors,
                 entity->evidence);
    chy_doc_free(doc);
}

static void the_day_picks_the_code(void **state) {
    (void)state;
    static const char text[] = "Tomas Neto met reporters in Luanda on Friday.";
    static const char from[] = "table:test.actors";
    assert_int_equal(problems, 1);
    expect(text, "2019-12-31", "Tomas Neto", "AGO", SECTOR(ELI), from);
    expect(text, "2020-01-01", "Tomas Neto", "AGO", SECTOR(GOV), from);
    expect(text, "2023-12-31", "Tomas Neto", "AGO", SECTOR(GOV), from);
    expect(text, "2024-01-01", "Tomas Neto", "AGO", SECTOR(OPP), from);
    chy_doc *doc = read(text, "2022-05-06");
    const chy_coding *coding = find(doc, "Tomas Neto")->coding;
    assert_non_null(coding);
    assert_string_equal(coding->form, "Tomas Neto");
    assert_string_equal(coding->code, "AGOGOV");
    assert_string_equal(coding->from, "2020-01-01");
    assert_string_equal(coding->to, "2023-12-31");
    assert_string_equal(coding->source, "table:test.actors");
    chy_doc_free(doc);
    /* No day, no dated code. */
    doc = read(text, NULL);
    assert_null(find(doc, "Tomas Neto")->coding);
    chy_doc_free(doc);
}

static void theirs_win(void **state) {
    (void)state;
    /* Over the words. */
    expect("Angolan opposition leader Tomas Neto met reporters on Friday.", "2022-05-06",
           "Tomas Neto", "AGO", SECTOR(GOV), "table:test.actors");
    /* With a title in the phrase. */
    expect("Foreign Minister Neto left for talks on Friday.", "2022-05-06", "Neto", "AGO",
           SECTOR(GOV), "table:test.actors");
    expect("Judges cheered Lucia Benitez after the vote.", "2022-05-06", "Lucia Benitez", "PRY",
           SECTOR(JUD), "table:people");
    expect("Fighters of the Red Dune Front attacked a village in Mali.", "2022-05-06",
           "Red Dune Front", "MLI", SECTOR(REB), "table:test.actors");
    /* A name that only the user knows, an agent, and one that is nobody. */
    expect("Police seized weapons from Sanderling in Quito.", "2022-05-06", "Sanderling", "PER",
           SECTOR(CRM), "table:test.actors");
    expect("A river warden shot two men on Monday.", "2022-05-06", "A river warden", "",
           SECTOR(MIL), "table:list");
    expect("A Kenyan river warden shot two men on Monday.", "2022-05-06", "A Kenyan river warden",
           "KEN", SECTOR(MIL), "table:list");
    expect("Truce monitors met rebels in the capital.", "2022-05-06", "Truce monitors", "IGO",
           SECTOR(IGO), "table:list");
    expect("The minister accused the Asuncion Herald of lies.", "2022-05-06", "Asuncion Herald", "",
           0, "table:test.actors");
}

/* A place of the user's is meant where the words say nothing else. */
static void places_win_too(void **state) {
    (void)state;
    expect("Police seized weapons in Zorvograd on Monday.", NULL, "Zorvograd", "KAZ", 0,
           "table:towns");
    expect("Police seized weapons in Lima on Monday.", NULL, "Lima", "KEN", 0, "table:towns");
    expect("Police seized weapons in Lima, Peru, on Monday.", NULL, "Lima", "PER", 0, NULL);
}

/* A row does not make a name of a common word. */
static void common_words_stay(void **state) {
    (void)state;
    expect("Prime Minister Theresa May met farmers. The talks went well, May said.", "2017-05-06",
           "May", "GBR", SECTOR(GOV), NULL);
    static const char *const none[] = {"The talks may end in May.", "May the talks end well.",
                                       "Will the minister resign? He will.",
                                       "The family ate turkey at noon.",
                                       "Farmers sold a turkey and two geese."};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        chy_doc *doc = read(none[i], "2017-05-06");
        const chy_doc_content *content = chy_doc_view(doc);
        for (uint32_t e = 0; e < content->entity_count; e++)
            if (content->entities[e].coding) fail_msg("%s: %s", none[i], content->entities[e].name);
        chy_doc_free(doc);
    }
    /* The player, and the country. */
    chy_doc *doc =
        read("Michael Jordan scored 40 points. Jordan left the game early.", "2017-05-06");
    const chy_entity *player = find(doc, "Jordan");
    assert_true(player == NULL || strcmp(player->country, "JOR") != 0);
    chy_doc_free(doc);
    expect("Jordan signed a trade accord with Turkey on Monday.", "2017-05-06", "Jordan", "JOR",
           SECTOR(GOV), "table:test.actors");
}

static int holding, others;
static char first_source[64];

static void count_row(void *context, const chy_facts_row *row) {
    (void)context;
    bool holds = row->time != CHY_FACTS_BEFORE && row->time != CHY_FACTS_OVER;
    if (holding + others == 0) (void)snprintf(first_source, sizeof first_source, "%s", row->source);
    holding += holds;
    others += !holds;
}

static void who_answers(void **state) {
    (void)state;
    chy_error err;
    holding = others = 0;
    assert_int_equal(chy_facts_who(coder, "tomas neto", "2022-05-06", count_row, NULL, &err),
                     CHY_OK);
    assert_int_equal(holding, 1);
    assert_int_equal(others, 2);
    holding = others = 0;
    assert_int_equal(chy_facts_who(coder, "Turkey", NULL, count_row, NULL, &err), CHY_OK);
    assert_true(holding > 1);
    assert_string_equal(first_source, "table:test.actors");
    holding = others = 0;
    assert_int_equal(chy_facts_who(coder, "Nobody Atall", NULL, count_row, NULL, &err), CHY_OK);
    assert_int_equal(holding, 0);
    assert_int_equal(chy_facts_who(coder, "Turkey", "2022-02-30", count_row, NULL, &err),
                     CHY_ERROR_ARGUMENT);
}

/* Names of both files and of none; tables that are none do not stop a coder. */
static void anything_opens(void **state) {
    (void)state;
    static const char zeros[64];
    const chy_facts_source tables[] = {{"", "", 0, CHY_FACTS_FORM_SNIFF, false},
                                       {"x", zeros, sizeof zeros, CHY_FACTS_FORM_ACTORS, false},
                                       {"y.tsv", "\xFF\n", 2, CHY_FACTS_FORM_SNIFF, false},
                                       {"z", "[", 1, CHY_FACTS_FORM_AGENTS, false},
                                       {"w", "<Country>", 9, CHY_FACTS_FORM_COUNTRY_INFO, false}};
    chy_coder_parts parts = data.parts;
    parts.tables = tables;
    parts.table_count = 5;
    parts.report = NULL;
    chy_coder *other = NULL;
    chy_error err;
    assert_int_equal(chy_coder_open(&parts, &other, &err), CHY_OK);
    chy_coder_free(other);
    chy_facts_tally tallies[5];
    assert_int_equal(
        chy_facts_check(parts.facts, parts.facts_size, tables, 5, tallies, NULL, NULL, &err),
        CHY_ERROR_FACTS);
    assert_int_equal(tallies[1].form, CHY_FACTS_FORM_ACTORS);
    assert_int_equal(tallies[1].rows, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_day_picks_the_code),
        cmocka_unit_test(theirs_win),
        cmocka_unit_test(places_win_too),
        cmocka_unit_test(common_words_stay),
        cmocka_unit_test(who_answers),
        cmocka_unit_test(anything_opens),
    };
    return cmocka_run_group_tests(tests, open_coder, close_coder);
}
