#include "events/parse.h"
#include "events/plover.h"

#include <string.h>

/* Prepositions that may name a place: sorted, words joined by "_". */
static const char *const prepositions[] = {
    "aboard",
    "about",
    "above",
    "according_to",
    "across",
    "after",
    "against",
    "ahead_of",
    "along",
    "alongside",
    "amid",
    "amidst",
    "among",
    "amongst",
    "around",
    "as",
    "as_part_of",
    "aside_from",
    "at",
    "atop",
    "away_from",
    "because_of",
    "before",
    "behalf",
    "behind",
    "below",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "by",
    "by_means_of",
    "close_to",
    "concerning",
    "despite",
    "down",
    "due_to",
    "during",
    "except",
    "following",
    "for",
    "from",
    "in",
    "in_addition_to",
    "in_connection_with",
    "in_exchange_for",
    "in_favor_of",
    "in_favour_of",
    "in_front_of",
    "in_protest_at",
    "in_protest_of",
    "in_response_to",
    "in_return_for",
    "in_support_of",
    "inside",
    "instead_of",
    "into",
    "involving",
    "like",
    "near",
    "of",
    "off",
    "on",
    "on_behalf_of",
    "onto",
    "opposite",
    "out",
    "out_of",
    "outside",
    "over",
    "past",
    "per",
    "regarding",
    "since",
    "through",
    "that",
    "throughout",
    "to",
    "together",
    "together_with",
    "toward",
    "towards",
    "under",
    "until",
    "using",
    "unto",
    "up",
    "upon",
    "versus",
    "via",
    "with",
    "with_regard_to",
    "within",
    "without",
};

typedef struct named {
    const char *name;
    uint32_t value;
} named;

static const named roles[] = {
    {"subject", CHY_ROLE_SUBJECT},
    {"object", CHY_ROLE_OBJECT},
    {"indirect", CHY_ROLE_RECIPIENT},
    {"complement", CHY_ROLE_COMPLEMENT},
    {"predicate", CHY_ROLE_PREDICATE},
    {"purpose", CHY_ROLE_PURPOSE},
    {NULL, 0},
};
static const named test_places[] = {
    {"phrase", CHY_AT_PHRASE},       {"any", CHY_AT_ANY},
    {"clause", CHY_AT_CLAUSE},       {"sentence", CHY_AT_SENTENCE},
    {"parent", CHY_AT_PARENT},       {"actor", CHY_AT_ACTOR},
    {"recipient", CHY_AT_RECIPIENT}, {"light", CHY_AT_LIGHT},
    {"word", CHY_AT_WORD},           {NULL, 0},
};
static const named flags[] = {
    {"verb", CHY_FLAG_VERB},
    {"noun", CHY_FLAG_NOUN},
    {"adjective", CHY_FLAG_ADJECTIVE},
    {"future", CHY_FLAG_FUTURE},
    {"negated", CHY_FLAG_NEGATED},
    {"hypothetical", CHY_FLAG_HYPOTHETICAL},
    {"past", CHY_FLAG_PAST},
    {"historical", CHY_FLAG_HISTORICAL},
    {"possible", CHY_FLAG_POSSIBLE},
    {"necessary", CHY_FLAG_NECESSARY},
    {"conditional", CHY_FLAG_CONDITIONAL},
    {"passive", CHY_FLAG_PASSIVE},
    {"question", CHY_FLAG_QUESTION},
    {"imperative", CHY_FLAG_IMPERATIVE},
    {"plural", CHY_FLAG_PLURAL},
    {"adnominal", CHY_FLAG_ADNOMINAL},
    {"domestic", CHY_FLAG_DOMESTIC},
    {"international", CHY_FLAG_INTERNATIONAL},
    {NULL, 0},
};
/* Those that may be asked of the clause that stands in a place. */
static const named flags_there[] = {
    {"past", CHY_FLAG_PAST},
    {"future", CHY_FLAG_FUTURE},
    {"negated", CHY_FLAG_NEGATED},
    {"question", CHY_FLAG_QUESTION},
    {NULL, 0},
};
static const named kinds[] = {
    {"party", CHY_FILL_PARTY},
    {"any", CHY_FILL_ANY},
    {"person", CHY_FILL_KIND << CHY_ENTITY_PERSON},
    {"organisation", CHY_FILL_KIND << CHY_ENTITY_ORGANISATION},
    {"organization", CHY_FILL_KIND << CHY_ENTITY_ORGANISATION},
    {"country", CHY_FILL_KIND << CHY_ENTITY_COUNTRY},
    {"place", CHY_FILL_KIND << CHY_ENTITY_PLACE},
    {"armed", CHY_FILL_KIND << CHY_ENTITY_ARMED_GROUP},
    {"group", CHY_FILL_KIND << CHY_ENTITY_GROUP},
    {"other", CHY_FILL_KIND << CHY_ENTITY_OTHER},
    {"UNO", CHY_FILL_CODES << 0},
    {"EUR", CHY_FILL_CODES << 1},
    {"MNC", CHY_FILL_CODES << 2},
    {"IMG", CHY_FILL_CODES << 3},
    {"ISM", CHY_FILL_CODES << 4},
    {NULL, 0},
};

const char *const chy_filler_codes[] = {"UNO", "EUR", "MNC", "IMG", "ISM", NULL};

static bool find_named(const named *table, chy_slice name, uint32_t *value) {
    for (; table->name != NULL; table++) {
        if (chy_slice_is(name, table->name)) {
            *value = table->value;
            return true;
        }
    }
    return false;
}

static bool is_preposition(chy_slice name) {
    for (size_t i = 0; i < sizeof prepositions / sizeof prepositions[0]; i++) {
        if (chy_slice_is(name, prepositions[i])) return true;
    }
    return false;
}

/* Reads a role, a preposition or `host`; `owner` too in a step. */
static bool read_plain(chy_parser *parser, chy_slice name, bool step, uint8_t *kind, uint8_t *role,
                       uint32_t *preposition) {
    uint32_t value;
    if (find_named(roles, name, &value)) {
        *kind = CHY_AT_ROLE;
        *role = (uint8_t)value;
        return true;
    }
    if (chy_slice_is(name, "host")) {
        *kind = CHY_AT_HOST;
        return true;
    }
    if (step && chy_slice_is(name, "owner")) {
        *kind = CHY_AT_OWNER;
        return true;
    }
    if (!is_preposition(name)) return false;
    *kind = CHY_AT_PREPOSITION;
    *preposition = chy_words_add(parser->grammar->words, name);
    return *preposition != 0 || chy_parse_no_memory(parser);
}

static bool read_position(chy_parser *parser, bool in_slot, chy_position *position) {
    const chy_token *token = chy_parse_peek(parser);
    uint32_t value;
    memset(position, 0, sizeof *position);
    position->step_kind = CHY_AT_NOWHERE;
    if (token == NULL || token->kind != CHY_TOKEN_WORD) {
        return chy_parse_problem(parser, token, "a role or a preposition is missing here");
    }
    const char *dot = memchr(token->text.data, '.', token->text.size);
    chy_slice name = token->text;
    if (dot != NULL) name.size = (size_t)(dot - name.data);
    parser->at++;
    if (dot == NULL && !in_slot && find_named(test_places, name, &value)) {
        position->kind = (uint8_t)value;
        return true;
    }
    bool known =
        read_plain(parser, name, false, &position->kind, &position->role, &position->preposition);
    if (known && dot != NULL) {
        name = (chy_slice){dot + 1, token->text.size - name.size - 1};
        known = read_plain(parser, name, true, &position->step_kind, &position->step_role,
                           &position->step_preposition);
    }
    if (known) return true;
    return !parser->no_memory &&
           chy_parse_problem(parser, token,
                             "\"%.*s\" is neither a role nor a preposition; roles are subject, "
                             "object, indirect, complement, predicate, purpose",
                             (int)name.size, name.data);
}

bool chy_parse_positions(chy_parser *parser, bool in_slot, chy_positions *positions) {
    chy_position found[CHY_GRAMMAR_POSITIONS];
    uint32_t count = 0;
    do {
        if (count == CHY_GRAMMAR_POSITIONS) {
            return chy_parse_problem(parser, chy_parse_peek(parser), "more than %u places",
                                     CHY_GRAMMAR_POSITIONS);
        }
        if (!read_position(parser, in_slot, &found[count++])) return false;
    } while (chy_parse_accept_kind(parser, CHY_TOKEN_BAR) ||
             chy_parse_accept_kind(parser, CHY_TOKEN_COMMA));
    chy_position *items = chy_arena_alloc(parser->arena, count, sizeof *items);
    if (items == NULL) return chy_parse_no_memory(parser);
    memcpy(items, found, count * sizeof *items);
    *positions = (chy_positions){items, count};
    return true;
}

static bool filler_bits(chy_slice name, chy_filler *filler) {
    uint32_t value = 0;
    uint8_t sector = chy_plover_sector(name);
    if (sector < CHY_SECTOR_COUNT) {
        filler->sectors |= (uint32_t)1 << sector;
        return true;
    }
    if (!find_named(kinds, name, &value)) return false;
    filler->kinds |= value;
    /* Armed are also those who are told only by what they do: rebels, gunmen, attackers. */
    if (value == CHY_FILL_KIND << CHY_ENTITY_ARMED_GROUP) {
        filler->sectors |= 1u << CHY_SECTOR_REB | 1u << CHY_SECTOR_UAF;
    }
    return true;
}

bool chy_parse_filler(chy_parser *parser, bool in_slot, chy_filler *filler) {
    bool first = true;
    do {
        const chy_token *token = chy_parse_peek(parser);
        if (token == NULL || token->kind != CHY_TOKEN_WORD) {
            return chy_parse_problem(parser, token, "a kind or a sector is missing here");
        }
        if (!filler_bits(token->text, filler)) {
            /* The next place of the slot: "object is party | to". */
            if (in_slot && !first) return true;
            return chy_parse_problem(parser, token, "\"%.*s\" is neither a kind nor a sector",
                                     (int)token->text.size, token->text.data);
        }
        first = false;
        parser->at++;
    } while (chy_parse_accept_kind(parser, CHY_TOKEN_BAR) ||
             chy_parse_accept_kind(parser, CHY_TOKEN_COMMA));
    return true;
}

/* `codes AID|CONSULT/visit` */
static bool read_types(chy_parser *parser, chy_test *test) {
    chy_term names[CHY_GRAMMAR_POSITIONS];
    uint32_t count = 0;
    do {
        const chy_token *token = chy_parse_peek(parser);
        if (token == NULL || token->kind != CHY_TOKEN_WORD) {
            return chy_parse_problem(parser, token, "a type or the name of a rule is missing here");
        }
        const char *slash = memchr(token->text.data, '/', token->text.size);
        chy_slice name = token->text;
        if (slash != NULL) name.size = (size_t)(slash - name.data);
        uint8_t type = chy_plover_type(name);
        if (type == CHY_EVENT_TYPE_COUNT) {
            return chy_parse_problem(parser, token, "there is no type \"%.*s\"", (int)name.size,
                                     name.data);
        }
        if (slash == NULL) {
            test->types |= (uint32_t)1 << type;
        } else if (count == CHY_GRAMMAR_POSITIONS) {
            return chy_parse_problem(parser, token, "more than %u rules", CHY_GRAMMAR_POSITIONS);
        } else if (!chy_parse_term(parser, token->text, &names[count++])) {
            return false;
        }
        parser->at++;
    } while (chy_parse_accept_kind(parser, CHY_TOKEN_BAR) ||
             chy_parse_accept_kind(parser, CHY_TOKEN_COMMA));
    if (count == 0) return true;
    chy_term *items = chy_arena_alloc(parser->arena, count, sizeof *items);
    if (items == NULL) return chy_parse_no_memory(parser);
    memcpy(items, names, count * sizeof *items);
    test->rules = (chy_terms){items, chy_terms_sort(items, count)};
    return true;
}

/* What follows the places of a test. */
static bool read_relation(chy_parser *parser, chy_test *test) {
    const chy_token *token = chy_parse_peek(parser);
    if (chy_parse_accept(parser, "has")) {
        test->kind = CHY_TEST_HAS;
        return chy_parse_terms(parser, true, &test->words);
    }
    if (chy_parse_accept(parser, "head")) {
        test->kind = CHY_TEST_HEAD;
        return chy_parse_terms(parser, true, &test->words);
    }
    if (chy_parse_accept(parser, "is")) {
        test->kind = CHY_TEST_IS;
        if (chy_parse_accept(parser, "not")) test->inverted = !test->inverted;
        return chy_parse_filler(parser, false, &test->filler);
    }
    if (chy_parse_accept(parser, "codes")) {
        test->kind = CHY_TEST_CODES;
        return read_types(parser, test);
    }
    if (chy_parse_accept(parser, "present")) {
        test->kind = CHY_TEST_PRESENT;
        return true;
    }
    if (chy_parse_accept(parser, "none")) {
        test->kind = CHY_TEST_NONE;
        return true;
    }
    if (chy_parse_accept(parser, "infinitive")) {
        test->kind = CHY_TEST_INFINITIVE;
        return true;
    }
    if (token != NULL && find_named(flags_there, token->text, &test->flag)) {
        test->kind = CHY_TEST_FLAG_THERE;
        parser->at++;
        return true;
    }
    if (chy_parse_accept(parser, "several")) {
        test->kind = CHY_TEST_SEVERAL;
        return true;
    }
    return chy_parse_problem(
        parser, token,
        "expected has, head, is, codes, present, none, several, infinitive, past, "
        "future, negated or question");
}

static bool at_word_list(const chy_parser *parser) {
    const chy_token *token = chy_parse_peek(parser);
    if (token == NULL || token->kind != CHY_TOKEN_WORD) return false;
    return !chy_slice_is(token->text, "and") && !chy_slice_is(token->text, "or");
}

static bool read_test(chy_parser *parser, chy_test *test) {
    memset(test, 0, sizeof *test);
    test->inverted = chy_parse_accept(parser, "not");
    const chy_token *token = chy_parse_peek(parser);
    if (token != NULL && find_named(flags, token->text, &test->flag)) {
        uint32_t predicates = CHY_FLAG_VERB | CHY_FLAG_NOUN | CHY_FLAG_ADJECTIVE;
        parser->at++;
        test->kind = CHY_TEST_FLAG;
        if ((test->flag & predicates) == 0 || !at_word_list(parser)) return true;
        test->kind = CHY_TEST_PREDICATE;
        return chy_parse_terms(parser, true, &test->words);
    }
    bool light = token != NULL && chy_slice_is(token->text, "light");
    const chy_token *next =
        parser->at + 1 < parser->token_count ? &parser->tokens[parser->at + 1] : NULL;
    bool place = next == NULL || next->kind == CHY_TOKEN_BAR || chy_slice_is(next->text, "has") ||
                 chy_slice_is(next->text, "none") || chy_slice_is(next->text, "present");
    if (light && !place) {
        parser->at++;
        test->kind = CHY_TEST_LIGHT;
        return chy_parse_terms(parser, true, &test->words);
    }
    return chy_parse_positions(parser, false, &test->at) && read_relation(parser, test);
}

/* The tokens from `first` to the one that is next, as a person wrote them. NULL: no memory. */
static const char *words_of(chy_parser *parser, uint32_t first) {
    size_t size = 1;
    for (uint32_t i = first; i < parser->at; i++)
        size += parser->tokens[i].text.size + 3;
    char *words = chy_arena_alloc(parser->arena, size, 1);
    size_t used = 0;
    for (uint32_t i = first; words != NULL && i < parser->at; i++) {
        const chy_token *token = &parser->tokens[i];
        bool quoted = token->kind == CHY_TOKEN_STRING;
        if (i > first && token->kind != CHY_TOKEN_COMMA) words[used++] = ' ';
        if (quoted) words[used++] = '"';
        memcpy(words + used, token->text.data, token->text.size);
        used += token->text.size;
        if (quoted) words[used++] = '"';
    }
    if (words != NULL) words[used] = '\0';
    return words;
}

bool chy_parse_condition(chy_parser *parser, chy_condition *condition) {
    chy_test found[CHY_GRAMMAR_TESTS];
    uint32_t count = 0;
    uint32_t first = parser->at;
    bool more = true;
    bool starts_group = false;
    while (more) {
        if (count == CHY_GRAMMAR_TESTS) {
            return chy_parse_problem(parser, chy_parse_peek(parser),
                                     "more than %u tests in one condition", CHY_GRAMMAR_TESTS);
        }
        if (!read_test(parser, &found[count])) return false;
        found[count++].starts_group = starts_group;
        starts_group = chy_parse_accept(parser, "or");
        more = starts_group || chy_parse_accept(parser, "and");
    }
    chy_test *tests = chy_arena_alloc(parser->arena, count, sizeof *tests);
    const char *words = words_of(parser, first);
    if (tests == NULL || words == NULL) return chy_parse_no_memory(parser);
    memcpy(tests, found, count * sizeof *tests);
    *condition = (chy_condition){tests, count, words, parser->tokens[first].line};
    return true;
}
