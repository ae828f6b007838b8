#include "events/parse.h"
#include "events/plover.h"

#include <stdio.h>
#include <string.h>

/* ---- Recovery -----------------------------------------------------------------------------------
 * After a bad `type` or `rule` line the lines that belong to it go to a rule without a name, so
 * that they are checked and one mistake is told once. Nothing of a file with a problem is used.
 */

static bool add_rule(chy_parser *parser, const chy_rule *rule) {
    chy_grammar *grammar = parser->grammar;
    void *items = grammar->rules;
    bool added = chy_parse_append(parser, &items, &grammar->rule_count, &parser->rule_capacity,
                                  rule, sizeof *rule);
    grammar->rules = items;
    return added;
}

/* Always false, as the readers of lines are when there was a problem. */
static bool lose_rule(chy_parser *parser) {
    chy_rule rule = {.name = "", .gloss = "", .type = parser->type, .file = parser->file};
    if (parser->lost == CHY_NONE) {
        if (!add_rule(parser, &rule)) return false;
        parser->lost = parser->grammar->rule_count - 1;
    }
    parser->grammar->rules[parser->lost] = rule;
    parser->rule = parser->lost;
    return false;
}

static bool lose_type(chy_parser *parser) {
    parser->type = CHY_TYPE_UNKNOWN;
    return lose_rule(parser);
}

/* A line that could not be cut into words: only what it begins is known. */
static bool pass_over(chy_parser *parser) {
    if (chy_parse_accept(parser, "type")) return lose_type(parser);
    if (chy_parse_accept(parser, "rule")) return lose_rule(parser);
    return false;
}

/* ---- Top-level lines ----------------------------------------------------------------------------
 */

static bool read_type(chy_parser *parser) {
    const chy_token *token = chy_parse_peek(parser);
    uint8_t type = token != NULL ? chy_plover_type(token->text) : CHY_EVENT_TYPE_COUNT;
    if (type == CHY_EVENT_TYPE_COUNT) {
        (void)(token == NULL ? chy_parse_problem(parser, NULL, "the type is missing here")
                             : chy_parse_problem(parser, token, "there is no type \"%.*s\"",
                                                 (int)token->text.size, token->text.data));
        return lose_type(parser);
    }
    parser->rule = CHY_NONE;
    parser->type = type;
    parser->at++;
    chy_defaults defaults;
    memset(&defaults, 0, sizeof defaults);
    defaults.type = type;
    defaults.file = parser->file;
    void *items = parser->defaults;
    bool added = chy_parse_append(parser, &items, &parser->defaults_count,
                                  &parser->defaults_capacity, &defaults, sizeof defaults);
    parser->defaults = items;
    return added && chy_parse_end(parser);
}

static bool is_rule_name(chy_slice name) {
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        if (!fits) return false;
    }
    return name.size > 0 && name.size <= CHY_GRAMMAR_WORD_BYTES;
}

/* A rule of an earlier file by this name gives way; one of this file is a problem. */
static bool replace_rule(chy_parser *parser, const chy_token *token, uint32_t full_name) {
    for (uint32_t i = 0; i < parser->grammar->rule_count; i++) {
        chy_rule *other = &parser->grammar->rules[i];
        if (other->full_name != full_name) continue;
        if (other->file == parser->file) {
            return chy_parse_problem(parser, token, "rule %s stands on line %zu already",
                                     other->name, other->line);
        }
        other->full_name = 0;
    }
    return true;
}

/* A rule of this type by the name at hand. */
static bool start_rule(chy_parser *parser, const chy_token *token) {
    chy_grammar *grammar = parser->grammar;
    char name[CHY_GRAMMAR_WORD_BYTES + 16];
    chy_rule rule = {.gloss = "", .type = parser->type, .file = parser->file, .line = token->line};
    if (grammar->rule_count == CHY_GRAMMAR_RULES) {
        return chy_parse_problem(parser, token, "more than %u rules", CHY_GRAMMAR_RULES);
    }
    int size =
        snprintf(name, sizeof name, "%s/%.*s", chy_event_type_name((chy_event_type)parser->type),
                 (int)token->text.size, token->text.data);
    rule.name = chy_arena_string(parser->arena, name, (size_t)size);
    rule.full_name = chy_words_add(grammar->words, (chy_slice){name, (size_t)size});
    if (rule.name == NULL || rule.full_name == 0) return chy_parse_no_memory(parser);
    if (!replace_rule(parser, token, rule.full_name) || !add_rule(parser, &rule)) return false;
    parser->rule = grammar->rule_count - 1;
    return true;
}

static bool read_rule(chy_parser *parser) {
    const chy_token *token = chy_parse_peek(parser);
    if (parser->type == CHY_EVENT_TYPE_COUNT) {
        (void)chy_parse_problem(parser, &parser->tokens[0], "a rule stands after a \"type\" line");
        return lose_type(parser);
    }
    if (token == NULL || !is_rule_name(token->text)) {
        (void)chy_parse_problem(parser, token,
                                "the name of a rule is of small letters, digits and hyphens");
        return lose_rule(parser);
    }
    if (parser->type == CHY_TYPE_UNKNOWN || !start_rule(parser, token)) return lose_rule(parser);
    parser->at++;
    return chy_parse_end(parser);
}

/* A list of contexts to the end of the line or the word `stop`, as bits. */
static bool read_contexts(chy_parser *parser, const char *stop, uint64_t *bits) {
    const chy_token *token = chy_parse_peek(parser);
    while (token != NULL && !(stop != NULL && chy_slice_is(token->text, stop))) {
        uint32_t context = chy_plover_context_index(token->text);
        if (context == CHY_NONE) {
            return chy_parse_problem(parser, token, "there is no context \"%.*s\"",
                                     (int)token->text.size, token->text.data);
        }
        *bits |= (uint64_t)1 << context;
        parser->at++;
        (void)chy_parse_accept_kind(parser, CHY_TOKEN_COMMA);
        token = chy_parse_peek(parser);
    }
    return true;
}

static bool read_context_words(chy_parser *parser, uint32_t context) {
    chy_grammar *grammar = parser->grammar;
    chy_terms terms;
    if (!chy_parse_terms(parser, false, &terms) || !chy_parse_end(parser)) return false;
    for (uint32_t i = 0; i < terms.count; i++) {
        chy_context_words words = {context, terms.items[i]};
        void *items = grammar->contexts;
        bool added = chy_parse_append(parser, &items, &grammar->context_count,
                                      &parser->context_capacity, &words, sizeof words);
        grammar->contexts = items;
        if (!added) return false;
    }
    return true;
}

/* `context NAME: words` or `context NAME without A, B unless C`. */
static bool read_context_line(chy_parser *parser) {
    chy_grammar *grammar = parser->grammar;
    const chy_token *token = chy_parse_peek(parser);
    chy_context_limit limit = {CHY_NONE, 0, 0};
    if (token != NULL) limit.context = chy_plover_context_index(token->text);
    if (limit.context == CHY_NONE) {
        return chy_parse_problem(parser, token, "the name of a context is expected");
    }
    parser->at++;
    if (parser->type == CHY_TYPE_UNKNOWN) return true; /* of a rule or of the file, who can say */
    if (!chy_parse_accept(parser, "without")) return read_context_words(parser, limit.context);
    if (!read_contexts(parser, "unless", &limit.without)) return false;
    if (chy_parse_accept(parser, "unless") && !read_contexts(parser, NULL, &limit.unless)) {
        return false;
    }
    void *items = grammar->limits;
    bool added = chy_parse_append(parser, &items, &grammar->limit_count, &parser->limit_capacity,
                                  &limit, sizeof limit);
    grammar->limits = items;
    return added;
}

/* One logical line of the last pass; sets were read before. */
static bool read_line(chy_parser *parser) {
    chy_grammar *grammar = parser->grammar;
    bool top = parser->type == CHY_EVENT_TYPE_COUNT;
    if (parser->spoilt) return pass_over(parser);
    if (chy_parse_accept(parser, "set") || chy_parse_accept(parser, "shared")) return true;
    if (chy_parse_accept(parser, "type")) return read_type(parser);
    if (chy_parse_accept(parser, "rule")) return read_rule(parser);
    if ((top || parser->type == CHY_TYPE_UNKNOWN) && chy_parse_accept(parser, "context")) {
        return read_context_line(parser);
    }
    if (parser->rule != CHY_NONE) {
        return chy_parse_rule_line(parser, &grammar->rules[parser->rule].body, true);
    }
    if (!top) {
        chy_rule_body *body = &parser->defaults[parser->defaults_count - 1].body;
        return chy_parse_rule_line(parser, body, false) || lose_rule(parser);
    }
    (void)chy_parse_problem(parser, &parser->tokens[0],
                            "expected type, set, shared set or context");
    return lose_type(parser);
}

/* ---- Files --------------------------------------------------------------------------------------
 */

static void start_file(chy_parser *parser, const chy_grammar_source *source, uint32_t file) {
    parser->source = source;
    parser->file = file;
    parser->byte = 0;
    parser->line = 1;
    parser->type = CHY_EVENT_TYPE_COUNT;
    parser->rule = CHY_NONE;
    parser->lost = CHY_NONE;
}

/* The shared sets of all files come first, then the files' own, then rules: a file may use what a
 * later one shares. Problems of other lines wait for the last pass. */
static void read_sets(chy_parser *parser, bool of_all) {
    chy_grammar_report *report = parser->report;
    bool more = true;
    while (more && !parser->no_memory) {
        chy_error first = parser->first;
        uint32_t problems = parser->problem_count;
        parser->report = NULL;
        more = chy_parse_line(parser);
        parser->report = report;
        parser->first = first;
        parser->problem_count = problems;
        if (!more || parser->token_count == 0) continue;
        bool shared = chy_parse_accept(parser, "shared");
        if (shared != of_all) continue;
        if (chy_parse_accept(parser, "set")) {
            (void)chy_parse_set_line(parser, shared);
        } else if (shared && !parser->spoilt) {
            (void)chy_parse_problem(parser, chy_parse_peek(parser), "expected \"set\"");
        }
    }
}

static void read_rules(chy_parser *parser) {
    while (!parser->no_memory && chy_parse_line(parser)) {
        if (parser->token_count == 0 || read_line(parser) || parser->rule == CHY_NONE) continue;
        parser->grammar->rules[parser->rule].wrong = true;
    }
}

static void check_rules(chy_parser *parser, const chy_grammar_source *sources) {
    chy_grammar *grammar = parser->grammar;
    bool *named = chy_arena_alloc(parser->arena, grammar->rule_count, sizeof *named);
    for (uint32_t k = 0; named != NULL && k < grammar->predicate_count; k++) {
        named[grammar->predicates[k].rule] = true;
    }
    for (uint32_t i = 0; named != NULL && i < grammar->rule_count; i++) {
        const chy_rule *rule = &grammar->rules[i];
        bool yes = false;
        bool no = false;
        chy_token here = {CHY_TOKEN_WORD, {"", 0}, CHY_NOWHERE, rule->line, 1};
        parser->source = &sources[rule->file];
        for (uint32_t k = 0; k < rule->example_count; k++) {
            bool counter = grammar->examples[rule->first_example + k].counter;
            yes = yes || !counter;
            no = no || counter;
        }
        if (rule->full_name == 0 || rule->wrong) continue;
        if (!named[i]) {
            (void)chy_parse_problem(parser, &here, "rule %s has no predicate", rule->name);
        }
        if (parser->strict && (!yes || !no)) {
            (void)chy_parse_problem(parser, &here, "rule %s has no %s", rule->name,
                                    yes ? "counter-example" : "example");
        }
    }
    parser->no_memory = parser->no_memory || named == NULL;
}

static void read_files(chy_parser *parser, const chy_grammar_source *sources, size_t count) {
    for (uint32_t i = 0; i < count && !parser->no_memory; i++) {
        start_file(parser, &sources[i], i);
        if (sources[i].size > CHY_GRAMMAR_FILE_BYTES) {
            (void)chy_parse_problem(parser, NULL, "the file has %zu bytes, at most %u",
                                    sources[i].size, CHY_GRAMMAR_FILE_BYTES);
            return;
        }
        read_sets(parser, true);
    }
    for (uint32_t i = 0; i < count && !parser->no_memory; i++) {
        start_file(parser, &sources[i], i);
        read_sets(parser, false);
    }
    for (uint32_t i = 0; i < count && !parser->no_memory; i++) {
        start_file(parser, &sources[i], i);
        read_rules(parser);
    }
    if (!parser->no_memory) check_rules(parser, sources);
}

static void set_identity(chy_grammar *grammar, const chy_grammar_source *sources, size_t count) {
    uint64_t hash = 0;
    uint32_t rules = 0;
    for (size_t i = 0; i < count; i++) {
        hash = hash * UINT64_C(0x100000001b3) ^ chy_hash(sources[i].text, sources[i].size);
    }
    for (uint32_t i = 0; i < grammar->rule_count; i++) {
        rules += grammar->rules[i].full_name != 0 ? 1 : 0;
    }
    (void)snprintf(grammar->identity, sizeof grammar->identity, "%u rules %016llx", rules,
                   (unsigned long long)hash);
}

chy_status chy_grammar_open_reporting(const chy_grammar_source *sources, size_t source_count,
                                      bool strict, const chy_lexicon *lexicon,
                                      chy_grammar_report *report, void *context,
                                      chy_grammar **grammar, chy_error *err) {
    chy_parser parser;
    *grammar = NULL;
    memset(&parser, 0, sizeof parser);
    chy_arena *arena = chy_arena_new();
    if (arena == NULL) return chy_fail_memory(err);
    parser.grammar = chy_arena_alloc(arena, 1, sizeof *parser.grammar);
    if (parser.grammar == NULL) goto cleanup;
    parser.arena = arena;
    parser.strict = strict;
    parser.report = report;
    parser.report_context = context;
    parser.grammar->arena = arena;
    parser.grammar->lexicon = lexicon;
    parser.grammar->words = chy_words_new(arena);
    if (parser.grammar->words == NULL) goto cleanup;
    read_files(&parser, sources, source_count);
    if (parser.no_memory) goto cleanup;
    if (parser.problem_count > 0) {
        if (err != NULL) *err = parser.first;
        chy_arena_free(arena);
        return CHY_ERROR_GRAMMAR;
    }
    set_identity(parser.grammar, sources, source_count);
    if (chy_grammar_finish(&parser, err) != CHY_OK) goto cleanup;
    *grammar = parser.grammar;
    return CHY_OK;
cleanup:
    chy_arena_free(arena);
    return chy_fail_memory(err);
}

chy_status chy_grammar_open(const chy_grammar_source *sources, size_t source_count, bool strict,
                            const chy_lexicon *lexicon, chy_grammar **grammar, chy_error *err) {
    return chy_grammar_open_reporting(sources, source_count, strict, lexicon, NULL, NULL, grammar,
                                      err);
}

void chy_grammar_free(chy_grammar *grammar) {
    if (grammar != NULL) chy_arena_free(grammar->arena);
}

const char *chy_grammar_identity(const chy_grammar *grammar) {
    return grammar->identity;
}

size_t chy_grammar_example_count(const chy_grammar *grammar) {
    return grammar->example_count;
}

void chy_grammar_example_get(const chy_grammar *grammar, size_t index,
                             chy_grammar_example *example) {
    *example = grammar->examples[index];
}
