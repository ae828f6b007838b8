#include "events/events.h"
#include "events/grammar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static chy_status open_one(const char *text, bool strict, chy_grammar **grammar, chy_error *err) {
    chy_grammar_source source = {"test.grammar", text, strlen(text)};
    return chy_grammar_open(&source, 1, strict, NULL, grammar, err);
}

typedef struct wrong {
    const char *text;
    size_t line, column;
    const char *message;
} wrong;

#define ROLES                                                                                      \
    "a role nor a preposition; roles are subject, object, indirect, complement, predicate, "       \
    "purpose"

static const wrong wrongs[] = {
    {"rule meet", 1, 1, "a rule stands after a \"type\" line"},
    {"type CONSULTS", 1, 6, "there is no type \"CONSULTS\""},
    {"type", 1, 5, "the type is missing here"},
    {"type CONSULT AID", 1, 14, "\"AID\" is left over here"},
    {"type AID\nrule Give", 2, 6, "the name of a rule is of small letters, digits and hyphens"},
    {"type AID\nrule give", 2, 1, "rule AID/give has no predicate"},
    {"type AID\nrule a\nverb x\nrule a\nverb y", 4, 6, "rule AID/a stands on line 2 already"},
    {"type AID\nrule a\nverb @arms", 3, 6, "there is no set \"arms\""},
    {"type AID\nrule a\nverb give,", 3, 11, "a word or a set is missing here"},
    {"type AID\nrule a\nverb give @x", 3, 11, "a set stands alone, between commas"},
    {"type AID\nrule a\nverb a b c d e f g", 3, 18, "a word has at most 64 bytes and 6 parts"},
    {"type AID\nrule a\nactor subjct", 3, 7, "\"subjct\" is neither " ROLES},
    {"type AID\nrule a\nactor object.subjct", 3, 7, "\"subjct\" is neither " ROLES},
    {"type AID\nrule a\nactor phrase", 3, 7, "\"phrase\" is neither " ROLES},
    {"type AID\nrule a\nverb give\nyes \"Peru gave.\" actor=Peru, mode=x type=AID", 4, 37,
     "a comma is missing before this field"},
    {"type AID\nrule a\nactor subject is wizard", 3, 18,
     "\"wizard\" is neither a kind nor a sector"},
    {"type AID\nrule a\nactor subject is", 3, 17, "a kind or a sector is missing here"},
    {"type AID\nrule a\nwhen object", 3, 12,
     "expected has, head, is, codes, present, none, several, infinitive, past, "
     "future, negated or question"},
    {"type AID\nrule a\nwhen complement codes GIFT", 3, 23, "there is no type \"GIFT\""},
    {"type AID\nrule a\nmode visit", 3, 6, "AID has no mode \"visit\""},
    {"type CONSULT\nrule a\nmode visit, name x", 3, 13, "expected mode, cameo or context"},
    {"type AID\nrule a\ncameo 04x", 3, 7, "\"04x\" is not a CAMEO code"},
    {"type AID\nrule a\ncameo 041", 3, 7, "CAMEO 041 does not belong to AID"},
    {"type AID\nrule a\ncontext weather", 3, 9, "there is no context \"weather\""},
    {"type AID\nrule a\nbecomes GIFT", 3, 9, "there is no type \"GIFT\""},
    {"type AID\nrule a\nbecomes AGREE, mode visit", 3, 21, "AGREE has no mode \"visit\""},
    {"type AID\nrule a\nalso none", 3, 6, "there is no type \"none\""},
    {"type AID\nrule a\ncount sheep from object", 3, 7, "there is no kind of count \"sheep\""},
    {"type AID\nrule a\ncount dead object", 3, 12, "expected \"from\""},
    {"type AID\nrule a\nprefer 10", 3, 8, "a number from -9 to 9 is expected"},
    {"type AID\nrule a\nyes actor=x", 3, 5, "a sentence in quotation marks is missing here"},
    {"type AID\nrule a\nyes \"Kenya gave", 3, 5, "the quotation mark is not closed"},
    {"type AID\nrule a\nno \"Kenya gave.\" actor=x", 3, 5, "a counter-example has no fields"},
    {"type AID\nrule a\nverbs give", 3, 1, "\"verbs\" begins no line that is known here"},
    {"rule a\nbecomes AGREE\ncameo 073", 1, 1, "a rule stands after a \"type\" line"},
    {"verb give", 1, 1, "expected type, set, shared set or context"},
    {"shared sat x: y", 1, 8, "expected \"set\""},
    {"set", 1, 4, "the name of the set is missing"},
    {"context weather: rain", 1, 9, "the name of a context is expected"},
    {"context crime without weather", 1, 23, "there is no context \"weather\""},
    {"type AID\xFF", 1, 9, "the line is not UTF-8 text"},
};

static void problems_have_line_and_column(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof wrongs / sizeof wrongs[0]; i++) {
        chy_grammar *grammar = NULL;
        chy_error err;
        memset(&err, 0, sizeof err);
        assert_int_equal(open_one(wrongs[i].text, false, &grammar, &err), CHY_ERROR_GRAMMAR);
        assert_null(grammar);
        if (strcmp(err.message, wrongs[i].message) != 0 || err.line != wrongs[i].line ||
            err.column != wrongs[i].column) {
            print_error("%s\n-> %zu:%zu %s\n", wrongs[i].text, err.line, err.column, err.message);
        }
        assert_string_equal(err.message, wrongs[i].message);
        assert_int_equal(err.line, wrongs[i].line);
        assert_int_equal(err.column, wrongs[i].column);
        assert_string_equal(err.source, "test.grammar");
    }
}

/* Writes "LINE:COLUMN " for each problem after the last. */
static void note_problem(void *context, const chy_error *problem) {
    char *places = context;
    size_t size = strlen(places);
    assert_string_equal(problem->source, "test.grammar");
    (void)snprintf(places + size, 128 - size, "%zu:%zu ", problem->line, problem->column);
}

/* A text and the places of its mistakes. A mistake in a line that others hang on (a type, a rule, a
 * set, a sentence over two lines) is told once, and what stands after it is still read. */
static const char *const mistakes[][2] = {
    {"type AID\nrule a\nverb give\nmode x\ncameo 1\nactor y\nfoo\n", "4:6 5:7 6:7 7:1 "},
    {"type AIDS\nbecomes GIFT\nrule a\nverb give\nmode assist\ncameo 070\nrule a\nverb b\n",
     "1:6 2:9 "},
    {"tpye AID\nmode assist\nrule a\nverb give\nactor y\ntype AID\nmode x\n", "1:1 5:7 7:6 "},
    {"rule a\nverb give\ngloss gives\nyes \"Kenya gave Chad grain.\"\nrule b\nverb c\n", "1:1 "},
    {"verb give\nrule b\nverb c\ncontext crime when object has gun\ncontext weather\n", "1:1 5:9 "},
    {"sett a: b\nsett b: c\ncontext crime: theft, robbery\n", "1:1 2:1 "},
    {"type AID\nrul a\nverb give\nprefer 1\nrule b\nverbs c\nverb d\nprefer x\n", "2:1 6:1 8:8 "},
    {"type AID\nrule Give\nverb give\nno \"Kenya gave up.\"\nprefer x\n", "2:6 5:8 "},
    {"type AID\nrule a\nverb give\nrule a\nverb send\nprefer x\n", "4:6 6:8 "},
    {"set arms: gun, @knives\ntype AID\nrule a\nverb @arms\nrule b\nverb @arms, @knives\n",
     "1:16 "},
    {"type AID\nrule a\nverb @arms\nrule b\nverb @arms\nverb @guns\n", "3:6 6:6 "},
    {"set arms: gun, \"knife\nset arms\ntype AID\nrule a\nverb give, @arms\n", "2:9 1:16 "},
    {"type AID\nrule a\nverb give\nyes \"Kenya gave\n  actor=Kenya,\n  recipient=Chad\nno x\n",
     "4:5 7:4 "},
    {"type AID\nrule a\nverb \"give, send,\n  hand over\n", "3:6 "},
    {"type AID\nrule a\nverb give\nyes \"Per\xFA gave.\"\n  actor=Kenya\n# Per\xFA\nprefer x\n",
     "4:9 6:6 7:8 "},
    {"type A\xFF\nrule a\nverb give\nmode assist\nrule b \"\nverb c\n", "1:7 5:8 "},
    {"type AID\nrule a\nverb give\nrule b\nactor subject\nrule c\nactor y\n", "7:7 4:1 "},
};

static void each_mistake_is_told_once(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
        chy_grammar_source source = {"test.grammar", mistakes[i][0], strlen(mistakes[i][0])};
        char places[128] = "";
        chy_grammar *grammar = NULL;
        chy_error err;
        chy_status status = chy_grammar_open_reporting(&source, 1, false, NULL, note_problem,
                                                       places, &grammar, &err);
        if (strcmp(places, mistakes[i][1]) != 0) print_error("%s\n", mistakes[i][0]);
        assert_int_equal(status, CHY_ERROR_GRAMMAR);
        assert_string_equal(places, mistakes[i][1]);
    }
}

static void strict_wants_both_kinds_of_examples(void **state) {
    (void)state;
    chy_grammar *grammar;
    chy_error err;
    static const char yes[] = "type AID\nrule a\nverb give\nyes \"Kenya gave Chad grain.\"\n";
    static const char no[] = "type AID\nrule a\nverb give\nno \"Kenya gave a concert.\"\n";
    assert_int_equal(open_one(yes, true, &grammar, &err), CHY_ERROR_GRAMMAR);
    assert_string_equal(err.message, "rule AID/a has no counter-example");
    assert_int_equal(open_one(no, true, &grammar, &err), CHY_ERROR_GRAMMAR);
    assert_string_equal(err.message, "rule AID/a has no example");
    assert_int_equal(open_one(yes, false, &grammar, &err), CHY_OK);
    chy_grammar_free(grammar);
}

static const char whole[] = "# a comment\n"
                            "shared set arms: rifle, machine gun\n"
                            "type AID\n"
                            "becomes REJECT, mode assist, cameo 122 when future and negated\n"
                            "absorbs complement|for\n"
                            "set gifts: @arms, grain,   # goes on\n"
                            "    anti-tank missile\n"
                            "rule give\n"
                            "  gloss gives something, for nothing\n"
                            "  verb give, hand over\n"
                            "  verb ship\n"
                            "    if object has @gifts and not to none\n"
                            "  actor subject | by is country|GOV | for required\n"
                            "  recipient indirect | to\n"
                            "  cameo 0\x37\x32 when object has @arms or object has gun\n"
                            "  count money from object\n"
                            "  prefer -2\n"
                            "  yes \"Kenya gave \\\"old\\\" rifles to Chad.\"\n"
                            "      actor=Kenya, recipient=Chad,\n"
                            "      cameo=072\n"
                            "  no \"Kenya gave a concert.\"\n";

static void a_whole_file_is_read(void **state) {
    (void)state;
    chy_grammar *grammar;
    chy_error err;
    chy_grammar_example example;
    assert_int_equal(open_one(whole, true, &grammar, &err), CHY_OK);
    assert_int_equal(grammar->rule_count, 1);
    const chy_rule *rule = &grammar->rules[0];
    assert_string_equal(rule->name, "AID/give");
    assert_string_equal(rule->gloss, "gives something, for nothing");
    assert_int_equal(rule->prefer, -2);
    assert_int_equal(rule->body.actor.count, 2);
    assert_true(rule->body.actor.required);
    assert_int_equal(rule->body.actor.lines[0].at.count, 2);
    assert_int_equal(rule->body.actor.lines[1].at.count, 1);
    assert_int_equal(rule->body.becomes.count, 1);
    assert_int_equal(rule->body.becomes.items[0].type, CHY_REJECT);
    assert_int_equal(rule->body.absorbs.count, 2);
    assert_int_equal(rule->body.gives.count, 1);
    assert_int_equal(rule->body.gives.items[0].when.count, 2);
    assert_true(rule->body.gives.items[0].when.tests[1].starts_group);
    assert_int_equal(grammar->predicate_count, 3);
    assert_int_equal(chy_grammar_example_count(grammar), 2);
    chy_grammar_example_get(grammar, 0, &example);
    assert_string_equal(example.sentence, "Kenya gave \"old\" rifles to Chad.");
    assert_string_equal(example.expected, "actor=Kenya, recipient=Chad, cameo=072");
    assert_false(example.counter);
    assert_int_equal(example.line, 18);
    assert_non_null(strstr(chy_grammar_identity(grammar), "1 rules "));
    chy_grammar_free(grammar);
    chy_grammar_free(NULL);
}

static void a_later_file_replaces_a_rule(void **state) {
    (void)state;
    static const char ours[] = "type AID\nrule give\nverb give\nno \"A gave B up.\"\n"
                               "rule lend\nverb lend\nno \"It lends charm.\"\n";
    static const char theirs[] = "type AID\nrule give\nverb donate\nyes \"A donated B to C.\"\n";
    chy_grammar_source sources[2] = {{"ours", ours, sizeof ours - 1},
                                     {"theirs", theirs, sizeof theirs - 1}};
    chy_grammar *grammar;
    chy_grammar_example example;
    chy_error err;
    assert_int_equal(chy_grammar_open(sources, 2, false, NULL, &grammar, &err), CHY_OK);
    assert_non_null(strstr(chy_grammar_identity(grammar), "2 rules "));
    assert_int_equal(chy_grammar_example_count(grammar), 2);
    chy_grammar_example_get(grammar, 1, &example);
    assert_string_equal(example.rule, "AID/give");
    assert_string_equal(example.sentence, "A donated B to C.");
    uint32_t id = chy_words_find(grammar->words, chy_slice_of("give"));
    assert_true(id != 0);
    assert_int_equal(grammar->predicates_of[id], grammar->predicates_of[id + 1]);
    chy_grammar_free(grammar);
}

static void limits_are_kept(void **state) {
    (void)state;
    size_t size = 2u * 1024 * 1024;
    char *text = calloc(size, 1);
    chy_grammar *grammar;
    chy_error err;
    assert_non_null(text);
    memset(text, 'a', CHY_GRAMMAR_LINE_BYTES + 1);
    assert_int_equal(open_one(text, false, &grammar, &err), CHY_ERROR_GRAMMAR);
    assert_non_null(strstr(err.message, "4097 bytes"));
    memset(text, '\n', size - 1);
    assert_int_equal(open_one(text, false, &grammar, &err), CHY_ERROR_GRAMMAR);
    assert_non_null(strstr(err.message, "at most 1048576"));
    free(text);
}

/* A grammar may begin anywhere in memory and end without a line break: every prefix is read or
 * refused. */
static void every_prefix_is_read_or_refused(void **state) {
    (void)state;
    for (size_t size = 0; size < sizeof whole; size++) {
        char *copy = malloc(size + 1);
        chy_grammar *grammar = NULL;
        chy_error err;
        assert_non_null(copy);
        memcpy(copy, whole, size);
        chy_grammar_source source = {"test.grammar", copy, size};
        if (chy_grammar_open(&source, 1, false, NULL, &grammar, &err) == CHY_OK) {
            chy_grammar_free(grammar);
        }
        free(copy);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(problems_have_line_and_column),
        cmocka_unit_test(each_mistake_is_told_once),
        cmocka_unit_test(strict_wants_both_kinds_of_examples),
        cmocka_unit_test(a_whole_file_is_read),
        cmocka_unit_test(a_later_file_replaces_a_rule),
        cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(every_prefix_is_read_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
