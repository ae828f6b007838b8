#include "events/parse.h"

#include <stdio.h>
#include <string.h>

bool chy_parse_problem(chy_parser *parser, const chy_token *token, const char *format, ...) {
    chy_error problem = {0};
    char message[sizeof problem.message];
    va_list arguments;
    va_start(arguments, format);
    if (vsnprintf(message, sizeof message, format, arguments) < 0) message[0] = '\0';
    va_end(arguments);
    const chy_token *last =
        parser->token_count == 0 ? NULL : &parser->tokens[parser->token_count - 1];
    size_t byte = parser->byte;
    size_t line = parser->line;
    size_t column = CHY_NOWHERE;
    if (token != NULL) {
        byte = token->byte;
        line = token->line;
        column = token->column;
    } else if (last != NULL) {
        byte = last->byte + last->text.size;
        line = last->line;
        column = last->column + last->text.size;
    }
    (void)chy_fail(&problem, CHY_ERROR_GRAMMAR, parser->source->name, byte, line, "%s", message);
    problem.column = column;
    if (parser->problem_count++ == 0) parser->first = problem;
    if (parser->report != NULL) parser->report(parser->report_context, &problem);
    return false;
}

bool chy_parse_no_memory(chy_parser *parser) {
    parser->no_memory = true;
    return false;
}

bool chy_parse_append(chy_parser *parser, void **items, uint32_t *count, uint32_t *capacity,
                      const void *item, size_t size) {
    if (!chy_arena_room(parser->arena, items, size, *count, capacity)) {
        return chy_parse_no_memory(parser);
    }
    memcpy((char *)*items + (size_t)*count * size, item, size);
    ++*count;
    return true;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/* Ends a word. */
static bool is_mark(char c) {
    return c == ',' || c == '|' || c == '"' || c == '#';
}

static size_t line_end(const chy_grammar_source *source, size_t at) {
    const char *end = memchr(source->text + at, '\n', source->size - at);
    return end == NULL ? source->size : (size_t)(end - source->text);
}

/* Code points from `from` to `to`. */
static size_t code_points(const char *text, size_t from, size_t to) {
    size_t count = 0;
    for (size_t i = from; i < to; i++) {
        count += ((unsigned char)text[i] & 0xC0) != 0x80 ? 1 : 0;
    }
    return count;
}

static bool add_token(chy_parser *parser, chy_token_kind kind, size_t line_start, size_t from,
                      size_t to) {
    const char *text = parser->source->text;
    chy_token token = {(uint8_t)kind, {text + from, to - from}, from, parser->line, 0};
    token.column = code_points(text, line_start, from) + 1;
    void *tokens = parser->tokens;
    bool added = chy_parse_append(parser, &tokens, &parser->token_count, &parser->token_capacity,
                                  &token, sizeof token);
    parser->tokens = tokens;
    return added;
}

/* The end of a quoted string that begins after `from`, or `end` when it is not closed. */
static size_t string_end(const char *text, size_t from, size_t end) {
    while (from < end && text[from] != '"') {
        from += text[from] == '\\' && from + 1 < end ? 2 : 1;
    }
    return from;
}

/* Adds the word at `at` without a colon at its end; steps over it. */
static bool add_word(chy_parser *parser, size_t start, size_t *at, size_t end) {
    const char *text = parser->source->text;
    size_t from = *at;
    while (*at < end && !is_blank(text[*at]) && !is_mark(text[*at])) {
        ++*at;
    }
    size_t to = *at > from + 1 && text[*at - 1] == ':' ? *at - 1 : *at;
    bool colon = to == from + 1 && text[from] == ':';
    return colon || add_token(parser, CHY_TOKEN_WORD, start, from, to);
}

/* Splits the physical line [start, end) into tokens. A quotation mark that is not closed is passed
 * over, its place kept in `*open`. False when there is no memory. */
static bool split_line(chy_parser *parser, size_t start, size_t end, size_t *open) {
    const char *text = parser->source->text;
    size_t at = start;
    bool added = true;
    while (added && at < end && text[at] != '#') {
        if (is_blank(text[at])) {
            at++;
        } else if (text[at] == ',' || text[at] == '|') {
            chy_token_kind kind = text[at] == ',' ? CHY_TOKEN_COMMA : CHY_TOKEN_BAR;
            added = add_token(parser, kind, start, at, at + 1);
            at++;
        } else if (text[at] != '"') {
            added = add_word(parser, start, &at, end);
        } else {
            size_t close = string_end(text, at + 1, end);
            if (close < end) {
                added = add_token(parser, CHY_TOKEN_STRING, start, at + 1, close);
                at = close;
            } else if (*open == CHY_NOWHERE) {
                *open = at;
            }
            at++;
        }
    }
    return added;
}

/* Whether the physical line at `at` goes on the logical line: it begins with `if`, or, after a
 * `yes`, with `field=`. */
static bool goes_on(const chy_parser *parser, size_t at, size_t end) {
    const char *text = parser->source->text;
    while (at < end && is_blank(text[at])) {
        at++;
    }
    size_t from = at;
    while (at < end && !is_blank(text[at]) && text[at] != '=') {
        at++;
    }
    if (at - from == 2 && memcmp(text + from, "if", 2) == 0) return true;
    bool field = at < end && text[at] == '=';
    return field && chy_slice_is(parser->tokens[0].text, "yes");
}

/* Whether bytes are UTF-8 without NUL: the door to the grammar. Overlong forms and surrogates are
 * harmless here, since words are only compared. */
static bool is_text(const char *text, size_t size, size_t *bad) {
    size_t i = 0;
    while (i < size) {
        unsigned char c = (unsigned char)text[i];
        size_t more = c < 0x80 ? 0 : c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
        *bad = i;
        if (c == 0 || (c >= 0x80 && c < 0xC2) || c > 0xF4 || size - i <= more) return false;
        for (size_t k = 1; k <= more; k++) {
            if (((unsigned char)text[i + k] & 0xC0) != 0x80) return false;
        }
        i += more + 1;
    }
    return true;
}

/* Reports what is wrong with the physical line that begins at `start`, at byte `at`. */
static void spoil(chy_parser *parser, size_t start, size_t at, const char *message) {
    const char *text = parser->source->text;
    chy_token here = {CHY_TOKEN_WORD, {text + at, 0}, at, parser->line, 0};
    here.column = code_points(text, start, at) + 1;
    parser->spoilt = true;
    (void)chy_parse_problem(parser, &here, "%s", message);
}

/* Adds the tokens of the physical line [start, end). */
static void read_physical_line(chy_parser *parser, size_t start, size_t end) {
    const chy_grammar_source *source = parser->source;
    char message[64];
    size_t bad = 0;
    size_t open = CHY_NOWHERE;
    if (!split_line(parser, start, end, &open)) return;
    if (end - start > CHY_GRAMMAR_LINE_BYTES) {
        (void)snprintf(message, sizeof message, "the line has %zu bytes, at most %u", end - start,
                       CHY_GRAMMAR_LINE_BYTES);
        spoil(parser, start, start, message);
    } else if (!is_text(source->text + start, end - start, &bad)) {
        spoil(parser, start, start + bad, "the line is not UTF-8 text");
    } else if (open != CHY_NOWHERE) {
        spoil(parser, start, open, "the quotation mark is not closed");
    }
}

bool chy_parse_line(chy_parser *parser) {
    const chy_grammar_source *source = parser->source;
    parser->token_count = 0;
    parser->at = 0;
    parser->spoilt = false;
    while (parser->byte < source->size && !parser->no_memory) {
        size_t start = parser->byte;
        size_t end = line_end(source, start);
        read_physical_line(parser, start, end);
        parser->byte = end < source->size ? end + 1 : end;
        parser->line++;
        if (parser->token_count == 0) {
            parser->spoilt = false; /* a remark */
            continue;
        }
        const chy_token *last = &parser->tokens[parser->token_count - 1];
        bool comma = last->kind == CHY_TOKEN_COMMA ||
                     (last->kind == CHY_TOKEN_WORD &&
                      (chy_slice_is(last->text, "and") || chy_slice_is(last->text, "or")));
        size_t next_end = line_end(source, parser->byte);
        if (!comma && !(parser->byte < source->size && goes_on(parser, parser->byte, next_end))) {
            return true;
        }
    }
    return parser->token_count > 0;
}

const chy_token *chy_parse_peek(const chy_parser *parser) {
    return parser->at < parser->token_count ? &parser->tokens[parser->at] : NULL;
}

bool chy_parse_accept(chy_parser *parser, const char *word) {
    const chy_token *token = chy_parse_peek(parser);
    if (token == NULL || token->kind != CHY_TOKEN_WORD || !chy_slice_is(token->text, word)) {
        return false;
    }
    parser->at++;
    return true;
}

bool chy_parse_accept_kind(chy_parser *parser, chy_token_kind kind) {
    const chy_token *token = chy_parse_peek(parser);
    if (token == NULL || token->kind != kind) return false;
    parser->at++;
    return true;
}

bool chy_parse_end(chy_parser *parser) {
    const chy_token *token = chy_parse_peek(parser);
    if (token == NULL) return true;
    return chy_parse_problem(parser, token, "\"%.*s\" is left over here", (int)token->text.size,
                             token->text.data);
}
