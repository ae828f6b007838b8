#include "events/parse.h"

#include <string.h>

/* A growing list of terms of one set or line. */
typedef struct term_list {
    chy_term *items;
    uint32_t count, capacity;
} term_list;

static bool add_term(chy_parser *parser, term_list *list, const chy_term *term) {
    if (list->count >= CHY_GRAMMAR_SET_WORDS) {
        return chy_parse_problem(parser, chy_parse_peek(parser), "more than %u words in one list",
                                 CHY_GRAMMAR_SET_WORDS);
    }
    void *items = list->items;
    bool added =
        chy_parse_append(parser, &items, &list->count, &list->capacity, term, sizeof *term);
    list->items = items;
    return added;
}

static bool too_long(chy_parser *parser, const chy_token *token) {
    return chy_parse_problem(parser, token, "a word has at most %u bytes and %u parts",
                             CHY_GRAMMAR_WORD_BYTES, CHY_GRAMMAR_WORD_PARTS);
}

/* Adds the parts of `word`, cut at hyphens and underscores when `cut`. */
static bool add_parts(chy_parser *parser, const chy_token *token, bool cut, chy_term *term) {
    chy_slice word = token->text;
    size_t from = 0;
    if (word.size > CHY_GRAMMAR_WORD_BYTES) return too_long(parser, token);
    for (size_t i = 0; i <= word.size; i++) {
        bool ends = i == word.size || (cut && (word.data[i] == '-' || word.data[i] == '_'));
        if (!ends) continue;
        if (i > from) {
            if (term->count == CHY_GRAMMAR_WORD_PARTS) return too_long(parser, token);
            uint32_t id =
                chy_words_add(parser->grammar->words, (chy_slice){word.data + from, i - from});
            if (id == 0) return chy_parse_no_memory(parser);
            term->parts[term->count++] = id;
        }
        from = i + 1;
    }
    return true;
}

/* Whether the token ends an item of a list. */
static bool ends_item(const chy_token *token, bool stops) {
    if (token == NULL || token->kind != CHY_TOKEN_WORD) return true;
    if (!stops) return false;
    return chy_slice_is(token->text, "and") || chy_slice_is(token->text, "or") ||
           chy_slice_is(token->text, "if") || chy_slice_is(token->text, "when");
}

/* Adds an item of the list as it is written, and cut at its hyphens where it has any: the words of
 * a text may keep a hyphen or be split at it. */
static bool read_item(chy_parser *parser, bool stops, term_list *list) {
    uint32_t from = parser->at;
    chy_term whole = {{0}, 0};
    chy_term cut = {{0}, 0};
    const chy_token *token = chy_parse_peek(parser);
    while (!ends_item(token, stops)) {
        if (token->text.data[0] == '@') {
            return chy_parse_problem(parser, token, "a set stands alone, between commas");
        }
        if (!add_parts(parser, token, false, &whole) || !add_parts(parser, token, true, &cut)) {
            return false;
        }
        parser->at++;
        token = chy_parse_peek(parser);
    }
    if (parser->at == from) {
        return chy_parse_problem(parser, token, "a word or a set is missing here");
    }
    if (!add_term(parser, list, &whole)) return false;
    bool same = whole.count == cut.count && whole.parts[0] == cut.parts[0];
    return cut.count == 0 || same || add_term(parser, list, &cut);
}

const chy_set *chy_parse_set(const chy_parser *parser, chy_slice name) {
    uint32_t id = chy_words_find(parser->grammar->words, name);
    const chy_set *shared = NULL;
    for (uint32_t i = parser->set_count; id != 0 && i > 0; i--) {
        const chy_set *set = &parser->sets[i - 1];
        if (set->name != id) continue;
        if (set->file == parser->file) return set;
        if (set->file == CHY_NONE && shared == NULL) shared = set;
    }
    return shared;
}

static bool add_set(chy_parser *parser, const chy_set *set) {
    void *sets = parser->sets;
    bool added = chy_parse_append(parser, &sets, &parser->set_count, &parser->set_capacity, set,
                                  sizeof *set);
    parser->sets = sets;
    return added;
}

/* Reports a set that is not there, once for a file. */
static bool no_set(chy_parser *parser, const chy_token *token, chy_slice name) {
    chy_set set = {chy_words_add(parser->grammar->words, name), parser->file, {NULL, 0}, true};
    if (set.name != 0 && !add_set(parser, &set)) return false;
    return chy_parse_problem(parser, token, "there is no set \"%.*s\"", (int)name.size, name.data);
}

static bool read_set_name(chy_parser *parser, term_list *list) {
    const chy_token *token = chy_parse_peek(parser);
    chy_slice name = {token->text.data + 1, token->text.size - 1};
    const chy_set *set = chy_parse_set(parser, name);
    if (set == NULL) return no_set(parser, token, name);
    if (set->wrong && parser->rule != CHY_NONE) parser->grammar->rules[parser->rule].wrong = true;
    for (uint32_t i = 0; i < set->terms.count; i++) {
        if (!add_term(parser, list, &set->terms.items[i])) return false;
    }
    parser->at++;
    return true;
}

bool chy_parse_terms(chy_parser *parser, bool stops, chy_terms *terms) {
    term_list list = {NULL, 0, 0};
    do {
        const chy_token *token = chy_parse_peek(parser);
        bool name = token != NULL && token->kind == CHY_TOKEN_WORD && token->text.data[0] == '@';
        if (!(name ? read_set_name(parser, &list) : read_item(parser, stops, &list))) return false;
    } while (chy_parse_accept_kind(parser, CHY_TOKEN_COMMA) ||
             chy_parse_accept_kind(parser, CHY_TOKEN_BAR));
    terms->items = list.items;
    terms->count = chy_terms_sort(list.items, list.count);
    return true;
}

bool chy_parse_term(chy_parser *parser, chy_slice word, chy_term *term) {
    chy_token token = {CHY_TOKEN_WORD, word, 0, 0, 0};
    memset(term, 0, sizeof *term);
    return add_parts(parser, &token, false, term);
}

bool chy_parse_set_line(chy_parser *parser, bool shared) {
    const chy_token *token = chy_parse_peek(parser);
    chy_set set = {0, shared ? CHY_NONE : parser->file, {NULL, 0}, false};
    if (token == NULL || token->kind != CHY_TOKEN_WORD) {
        return !parser->spoilt &&
               chy_parse_problem(parser, token, "the name of the set is missing");
    }
    set.name = chy_words_add(parser->grammar->words, token->text);
    if (set.name == 0) {
        return token->text.size > CHY_GRAMMAR_WORD_BYTES ? too_long(parser, token)
                                                         : chy_parse_no_memory(parser);
    }
    parser->at++;
    set.wrong =
        parser->spoilt || !chy_parse_terms(parser, false, &set.terms) || !chy_parse_end(parser);
    return add_set(parser, &set) && !set.wrong;
}
