#include "events/parse.h"
#include "events/plover.h"

#include <string.h>

/* A list of a rule grows rarely and stays short: a copy for each new item keeps it const. */
static const void *with_one_more(chy_parser *parser, const void *old, uint32_t count,
                                 const void *item, size_t size) {
    char *items = chy_arena_alloc(parser->arena, (size_t)count + 1, size);
    if (items == NULL) {
        (void)chy_parse_no_memory(parser);
        return NULL;
    }
    if (count > 0) memcpy(items, old, (size_t)count * size);
    memcpy(items + (size_t)count * size, item, size);
    return items;
}

static bool too_many(chy_parser *parser, uint32_t count, const char *what) {
    if (count < CHY_GRAMMAR_CONDITIONS) return false;
    (void)chy_parse_problem(parser, &parser->tokens[0], "a rule has at most %u lines of \"%s\"",
                            CHY_GRAMMAR_CONDITIONS, what);
    return true;
}

static bool add_condition(chy_parser *parser, chy_conditions *list, const char *what) {
    chy_condition condition;
    if (too_many(parser, list->count, what)) return false;
    if (!chy_parse_condition(parser, &condition) || !chy_parse_end(parser)) return false;
    list->items = with_one_more(parser, list->items, list->count, &condition, sizeof condition);
    list->count++;
    return list->items != NULL;
}

/* One run of places and the kinds that may fill them. */
static bool read_slot_line(chy_parser *parser, chy_slot *slot) {
    chy_slot_line line;
    memset(&line, 0, sizeof line);
    if (too_many(parser, slot->count, "actor or recipient")) return false;
    if (!chy_parse_positions(parser, true, &line.at)) return false;
    if (chy_parse_accept(parser, "is") && !chy_parse_filler(parser, true, &line.filler)) {
        return false;
    }
    if (line.filler.kinds == 0 && line.filler.sectors == 0) line.filler.kinds = CHY_FILL_PARTY;
    slot->lines = with_one_more(parser, slot->lines, slot->count, &line, sizeof line);
    slot->count++;
    return slot->lines != NULL;
}

/* `object is party | to | with is country  required` */
static bool read_slot(chy_parser *parser, chy_slot *slot) {
    do {
        if (!read_slot_line(parser, slot)) return false;
        if (chy_parse_accept(parser, "required")) slot->required = true;
    } while (chy_parse_peek(parser) != NULL);
    return true;
}

/* ---- mode, cameo, context, becomes, also --------------------------------------------------------
 */

static const chy_token *read_value(chy_parser *parser, const char *what) {
    const chy_token *token = chy_parse_peek(parser);
    if (token == NULL || token->kind != CHY_TOKEN_WORD) {
        (void)chy_parse_problem(parser, token, "the %s is missing here", what);
        return NULL;
    }
    parser->at++;
    return token;
}

static bool read_mode(chy_parser *parser, uint8_t type, chy_effect *effect) {
    const chy_token *token = read_value(parser, "mode");
    if (token == NULL) return false;
    if (type >= CHY_EVENT_TYPE_COUNT) return true;
    effect->mode = chy_plover_mode(type, token->text);
    return effect->mode != CHY_NONE || chy_parse_problem(parser, token, "%s has no mode \"%.*s\"",
                                                         chy_event_type_name((chy_event_type)type),
                                                         (int)token->text.size, token->text.data);
}

static bool read_cameo(chy_parser *parser, uint8_t type, chy_effect *effect) {
    const chy_token *token = read_value(parser, "CAMEO code");
    chy_cameo row;
    if (token == NULL) return false;
    bool digits = token->text.size >= 2 && token->text.size <= 4;
    for (size_t i = 0; digits && i < token->text.size; i++) {
        digits = token->text.data[i] >= '0' && token->text.data[i] <= '9';
    }
    if (!digits) {
        return chy_parse_problem(parser, token, "\"%.*s\" is not a CAMEO code",
                                 (int)token->text.size, token->text.data);
    }
    char *code = chy_arena_string(parser->arena, token->text.data, token->text.size);
    if (code == NULL) return chy_parse_no_memory(parser);
    const chy_lexicon *lexicon = parser->grammar->lexicon;
    if (lexicon != NULL && !chy_lexicon_cameo(lexicon, code, &row)) {
        return chy_parse_problem(parser, token, "CAMEO has no code %s", code);
    }
    effect->cameo = code;
    return type >= CHY_EVENT_TYPE_COUNT || chy_plover_allows(type, code) ||
           chy_parse_problem(parser, token, "CAMEO %s does not belong to %s", code,
                             chy_event_type_name((chy_event_type)type));
}

static bool read_context(chy_parser *parser, chy_effect *effect) {
    const chy_token *token = read_value(parser, "context");
    if (token == NULL) return false;
    effect->context = chy_plover_context_index(token->text);
    return effect->context != CHY_NONE ||
           chy_parse_problem(parser, token, "there is no context \"%.*s\"", (int)token->text.size,
                             token->text.data);
}

/* Reads `mode M, cameo C, context X when ...`, any of them, to the end of the line. */
static bool read_gifts(chy_parser *parser, uint8_t type, bool first, chy_effect *effect) {
    bool more = first || chy_parse_accept_kind(parser, CHY_TOKEN_COMMA);
    while (more) {
        bool read;
        if (chy_parse_accept(parser, "mode")) {
            read = read_mode(parser, type, effect);
        } else if (chy_parse_accept(parser, "cameo")) {
            read = read_cameo(parser, type, effect);
        } else if (chy_parse_accept(parser, "context")) {
            read = read_context(parser, effect);
        } else {
            read = chy_parse_problem(parser, chy_parse_peek(parser),
                                     "expected mode, cameo or context");
        }
        if (!read) return false;
        more = chy_parse_accept_kind(parser, CHY_TOKEN_COMMA);
    }
    if (chy_parse_accept(parser, "when") && !chy_parse_condition(parser, &effect->when)) {
        return false;
    }
    return chy_parse_end(parser);
}

static bool add_effect(chy_parser *parser, chy_effects *list, const chy_effect *effect) {
    if (too_many(parser, list->count / 2, "mode, cameo, becomes or also")) return false;
    list->items = with_one_more(parser, list->items, list->count, effect, sizeof *effect);
    list->count++;
    return list->items != NULL;
}

static bool read_effect(chy_parser *parser, chy_effects *list) {
    chy_effect effect = {parser->type, CHY_NONE, NULL, CHY_NONE, {.tests = NULL}};
    return read_gifts(parser, parser->type, true, &effect) && add_effect(parser, list, &effect);
}

static bool read_becomes(chy_parser *parser, chy_effects *list, bool also) {
    chy_effect effect = {0, CHY_NONE, NULL, CHY_NONE, {.tests = NULL}};
    const chy_token *token = read_value(parser, "type");
    if (token == NULL) return false;
    effect.type = chy_plover_type(token->text);
    if (!also && chy_slice_is(token->text, "same")) {
        effect.type = CHY_EFFECT_SAME;
    } else if (effect.type == CHY_EVENT_TYPE_COUNT &&
               (also || !chy_slice_is(token->text, "none"))) {
        return chy_parse_problem(parser, token, "there is no type \"%.*s\"", (int)token->text.size,
                                 token->text.data);
    }
    uint8_t type = effect.type >= CHY_EVENT_TYPE_COUNT ? parser->type : effect.type;
    return read_gifts(parser, type, false, &effect) && add_effect(parser, list, &effect);
}

/* ---- The other lines ----------------------------------------------------------------------------
 */

static bool read_absorbs(chy_parser *parser, chy_rule_body *body) {
    do {
        const chy_token *token = chy_parse_peek(parser);
        if (token != NULL && chy_plover_type(token->text) < CHY_EVENT_TYPE_COUNT) {
            body->absorbs_types |= (uint32_t)1 << chy_plover_type(token->text);
            parser->at++;
        } else if (chy_parse_accept(parser, "parent")) {
            body->absorbs_parent = true;
        } else if (chy_parse_accept(parser, "none")) {
            body->absorbs_none = true;
        } else {
            chy_positions more;
            if (!chy_parse_positions(parser, true, &more)) return false;
            for (uint32_t i = 0; i < more.count; i++) {
                body->absorbs.items =
                    with_one_more(parser, body->absorbs.items, body->absorbs.count, &more.items[i],
                                  sizeof more.items[i]);
                if (body->absorbs.items == NULL) return false;
                body->absorbs.count++;
            }
        }
    } while (chy_parse_accept_kind(parser, CHY_TOKEN_COMMA) ||
             chy_parse_accept_kind(parser, CHY_TOKEN_BAR));
    return chy_parse_end(parser);
}

static bool read_count(chy_parser *parser, chy_rule_body *body) {
    const chy_token *token = read_value(parser, "kind of count");
    chy_count_line line;
    if (token == NULL) return false;
    line.kind = chy_plover_count_kind(token->text);
    if (line.kind == CHY_COUNT_KIND_COUNT) {
        return chy_parse_problem(parser, token, "there is no kind of count \"%.*s\"",
                                 (int)token->text.size, token->text.data);
    }
    if (too_many(parser, body->count_count, "count")) return false;
    if (!chy_parse_accept(parser, "from")) {
        return chy_parse_problem(parser, chy_parse_peek(parser), "expected \"from\"");
    }
    if (!chy_parse_positions(parser, false, &line.from)) return false;
    body->counts = with_one_more(parser, body->counts, body->count_count, &line, sizeof line);
    body->count_count++;
    return body->counts != NULL && chy_parse_end(parser);
}

static bool read_predicates(chy_parser *parser, chy_clause_kind kind) {
    chy_grammar *grammar = parser->grammar;
    chy_terms terms;
    chy_condition condition = {.tests = NULL};
    chy_condition *kept = NULL;
    if (!chy_parse_terms(parser, true, &terms)) return false;
    if (chy_parse_accept(parser, "if")) {
        if (!chy_parse_condition(parser, &condition)) return false;
        kept = chy_arena_alloc(parser->arena, 1, sizeof *kept);
        if (kept == NULL) return chy_parse_no_memory(parser);
        *kept = condition;
    }
    if (!chy_parse_end(parser)) return false;
    if (terms.count > CHY_GRAMMAR_PREDICATE_WORDS) {
        return chy_parse_problem(parser, &parser->tokens[0], "more than %u predicates in a line",
                                 CHY_GRAMMAR_PREDICATE_WORDS);
    }
    for (uint32_t i = 0; i < terms.count; i++) {
        chy_predicate predicate = {parser->rule, (uint8_t)kind, terms.items[i], kept};
        void *items = grammar->predicates;
        bool added = chy_parse_append(parser, &items, &grammar->predicate_count,
                                      &parser->predicate_capacity, &predicate, sizeof predicate);
        grammar->predicates = items;
        if (!added) return false;
    }
    return true;
}

static bool read_gloss(chy_parser *parser, chy_rule *rule) {
    const chy_token *first = chy_parse_peek(parser);
    if (first == NULL) return chy_parse_problem(parser, NULL, "the gloss is missing here");
    const chy_token *last = &parser->tokens[parser->token_count - 1];
    size_t size = last->byte + last->text.size - first->byte;
    rule->gloss = chy_arena_string(parser->arena, first->text.data, size);
    return rule->gloss != NULL || chy_parse_no_memory(parser);
}

static bool read_prefer(chy_parser *parser, chy_rule *rule) {
    const chy_token *token = read_value(parser, "number");
    if (token == NULL) return false;
    const char *text = token->text.data;
    bool minus = text[0] == '-';
    size_t at = minus || text[0] == '+' ? 1 : 0;
    if (token->text.size != at + 1 || text[at] < '0' || text[at] > '9') {
        return chy_parse_problem(parser, token, "a number from -9 to 9 is expected");
    }
    rule->prefer = (int8_t)(minus ? -(text[at] - '0') : text[at] - '0');
    return chy_parse_end(parser);
}

/* ---- Examples -----------------------------------------------------------------------------------
 */

/* A copy of a quoted string without its backslashes. */
static const char *unquoted(chy_parser *parser, chy_slice text) {
    char *copy = chy_arena_string(parser->arena, text.data, text.size);
    size_t to = 0;
    if (copy == NULL) {
        (void)chy_parse_no_memory(parser);
        return NULL;
    }
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\\' && i + 1 < text.size) i++;
        copy[to++] = text.data[i];
    }
    copy[to] = '\0';
    return copy;
}

/* The tokens left, written out again: words with a blank between them, commas after. */
static const char *rest_of_line(chy_parser *parser) {
    size_t size = 1;
    for (uint32_t i = parser->at; i < parser->token_count; i++) {
        size += parser->tokens[i].text.size + 1;
    }
    char *rest = chy_arena_alloc(parser->arena, size, 1);
    size_t at = 0;
    if (rest == NULL) {
        (void)chy_parse_no_memory(parser);
        return NULL;
    }
    for (; parser->at < parser->token_count; parser->at++) {
        const chy_token *token = &parser->tokens[parser->at];
        if (at > 0 && token->kind != CHY_TOKEN_COMMA) rest[at++] = ' ';
        memcpy(rest + at, token->text.data, token->text.size);
        at += token->text.size;
    }
    return rest;
}

/* A field that begins without a comma would be taken for words of the field before. */
static bool fields_apart(chy_parser *parser) {
    for (uint32_t i = parser->at + 1; i < parser->token_count; i++) {
        const chy_token *token = &parser->tokens[i];
        if (token->kind == CHY_TOKEN_WORD && token[-1].kind != CHY_TOKEN_COMMA &&
            memchr(token->text.data, '=', token->text.size) != NULL) {
            return chy_parse_problem(parser, token, "a comma is missing before this field");
        }
    }
    return true;
}

static bool read_example(chy_parser *parser, chy_rule *rule, bool counter) {
    chy_grammar *grammar = parser->grammar;
    const chy_token *token = chy_parse_peek(parser);
    if (token == NULL || token->kind != CHY_TOKEN_STRING || token->text.size == 0) {
        return chy_parse_problem(parser, token, "a sentence in quotation marks is missing here");
    }
    if (rule->example_count == CHY_GRAMMAR_EXAMPLES) {
        return chy_parse_problem(parser, token, "a rule has at most %u examples",
                                 CHY_GRAMMAR_EXAMPLES);
    }
    chy_grammar_example example = {
        rule->name, unquoted(parser, token->text), NULL, counter, token->line, token->column};
    parser->at++;
    if (example.sentence == NULL || !fields_apart(parser)) return false;
    example.expected = rest_of_line(parser);
    if (example.expected == NULL) return false;
    if (counter && example.expected[0] != '\0') {
        return chy_parse_problem(parser, token, "a counter-example has no fields");
    }
    if (rule->example_count == 0) rule->first_example = grammar->example_count;
    void *items = grammar->examples;
    bool added = chy_parse_append(parser, &items, &grammar->example_count,
                                  &parser->example_capacity, &example, sizeof example);
    grammar->examples = items;
    rule->example_count += added ? 1 : 0;
    return added;
}

/* ---- All lines ----------------------------------------------------------------------------------
 */

static bool read_rule_only(chy_parser *parser, chy_rule *rule, bool *known) {
    *known = true;
    if (chy_parse_accept(parser, "verb")) return read_predicates(parser, CHY_CLAUSE_VERB);
    if (chy_parse_accept(parser, "noun")) return read_predicates(parser, CHY_CLAUSE_NOUN);
    if (chy_parse_accept(parser, "adjective")) {
        return read_predicates(parser, CHY_CLAUSE_ADJECTIVE);
    }
    if (chy_parse_accept(parser, "gloss")) return read_gloss(parser, rule);
    if (chy_parse_accept(parser, "prefer")) return read_prefer(parser, rule);
    if (chy_parse_accept(parser, "retells")) {
        rule->body.retells = true;
        return chy_parse_end(parser);
    }
    if (chy_parse_accept(parser, "encounter")) {
        rule->body.encounter = true;
        return chy_parse_end(parser);
    }
    if (chy_parse_accept(parser, "yes")) return read_example(parser, rule, false);
    if (chy_parse_accept(parser, "no")) return read_example(parser, rule, true);
    *known = false;
    return false;
}

bool chy_parse_rule_line(chy_parser *parser, chy_rule_body *body, bool in_rule) {
    const chy_token *token = chy_parse_peek(parser);
    if (in_rule) {
        bool known;
        bool read = read_rule_only(parser, &parser->grammar->rules[parser->rule], &known);
        if (known) return read;
    }
    if (chy_slice_is(token->text, "mode") || chy_slice_is(token->text, "cameo") ||
        chy_slice_is(token->text, "context")) {
        return read_effect(parser, &body->gives);
    }
    if (chy_parse_accept(parser, "actor")) return read_slot(parser, &body->actor);
    if (chy_parse_accept(parser, "recipient")) return read_slot(parser, &body->recipient);
    if (chy_parse_accept(parser, "when")) return add_condition(parser, &body->when, "when");
    if (chy_parse_accept(parser, "unless")) return add_condition(parser, &body->unless, "unless");
    if (chy_parse_accept(parser, "becomes")) return read_becomes(parser, &body->becomes, false);
    if (chy_parse_accept(parser, "also")) return read_becomes(parser, &body->also, true);
    if (chy_parse_accept(parser, "absorbs")) return read_absorbs(parser, body);
    if (chy_parse_accept(parser, "count")) return read_count(parser, body);
    if (chy_parse_accept(parser, "topic")) {
        return chy_parse_positions(parser, true, &body->topic) && chy_parse_end(parser);
    }
    if (chy_parse_accept(parser, "place")) {
        return chy_parse_positions(parser, true, &body->place) && chy_parse_end(parser);
    }
    if (chy_parse_accept(parser, "mutual")) {
        body->mutual = true;
        if (chy_parse_accept(parser, "when")) {
            return chy_parse_condition(parser, &body->mutual_when) && chy_parse_end(parser);
        }
        return chy_parse_end(parser);
    }
    return chy_parse_problem(parser, token, "\"%.*s\" begins no line that is known here",
                             (int)token->text.size, token->text.data);
}
