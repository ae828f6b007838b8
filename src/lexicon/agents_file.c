/* Agents of PETRARCH:
 *
 *     !MARK! = A, B, C               a set of words, put in for !MARK! below
 *     PHRASE {PLURAL} [~CODE]        {} no plural; without braces one is made
 *     PRE!MARK!_POST [CODE~]         one phrase for each word of the set, and no plurals
 *
 * A phrase is a role or a common noun for a body as our own tables have it, else a role. */
#include "lexicon/dictionary.h"

#include <string.h>

#define MOST_SETS 256u

typedef struct word_set {
    chy_slice mark;  /* "!PERSON!" */
    chy_slice words; /* "MAN, MEN, WOMAN" */
} word_set;

typedef struct agents {
    chy_dictionary *d;
    word_set sets[MOST_SETS];
    uint32_t set_count;
} agents;

/* A line taken apart. */
typedef struct agent_line {
    chy_slice phrase;
    bool braces;
    chy_slice plural; /* between the braces */
    chy_actor_code code;
    bool before; /* CODE~: it stands before the code of whom the agent is of */
} agent_line;

static chy_status add_set(agents *a, chy_slice line, const char *equals, chy_error *err) {
    chy_slice mark = chy_trim((chy_slice){line.data, (size_t)(equals - line.data)});
    chy_slice words = {equals + 1, line.size - (size_t)(equals - line.data) - 1};
    if (mark.size < 3 || mark.data[mark.size - 1] != '!' || a->set_count == MOST_SETS) {
        chy_dictionary_report(a->d, false, line,
                              a->set_count == MOST_SETS ? "There are too many sets of words"
                                                        : "A set of words has no mark like !NAME!");
        return CHY_OK;
    }
    char *kept = chy_arena_string(a->d->builder->arena, words.data, words.size);
    char *kept_mark = chy_arena_string(a->d->builder->arena, mark.data, mark.size);
    if (!kept || !kept_mark) return chy_fail_memory(err);
    a->sets[a->set_count++] = (word_set){{kept_mark, mark.size}, {kept, words.size}};
    return CHY_OK;
}

/* Takes a line apart; false where something is wrong with it, which is reported. */
static bool split_line(agents *a, chy_slice line, agent_line *out) {
    const char *open = memchr(line.data, '[', line.size);
    const char *close = open ? memchr(open, ']', line.size - (size_t)(open - line.data)) : NULL;
    *out = (agent_line){0};
    if (!close) {
        chy_dictionary_report(a->d, false, line, "An agent has no code in brackets");
        return false;
    }
    chy_slice code = chy_trim((chy_slice){open + 1, (size_t)(close - open) - 1});
    out->phrase = chy_trim((chy_slice){line.data, (size_t)(open - line.data)});
    const char *brace = memchr(out->phrase.data, '{', out->phrase.size);
    if (brace) {
        size_t left = out->phrase.size - (size_t)(brace - out->phrase.data);
        const char *end = memchr(brace, '}', left);
        if (!end) {
            chy_dictionary_report(a->d, false, out->phrase, "A brace is not closed");
            return false;
        }
        out->braces = true;
        out->plural = chy_trim((chy_slice){brace + 1, (size_t)(end - brace) - 1});
        out->phrase = chy_trim((chy_slice){out->phrase.data, (size_t)(brace - out->phrase.data)});
    }
    bool behind = code.size > 0 && code.data[0] == '~';
    out->before = !behind && code.size > 0 && code.data[code.size - 1] == '~';
    chy_slice letters = chy_trim((chy_slice){code.data + behind, code.size - behind - out->before});
    if ((!behind && !out->before) || !chy_actor_code_read(letters, behind, &out->code) ||
        out->code.null) {
        chy_dictionary_report(a->d, false, code, "An agent has a code other than ~CODE or CODE~");
        return false;
    }
    if (out->phrase.size == 0) chy_dictionary_report(a->d, false, line, "A phrase is empty");
    return out->phrase.size > 0;
}

/* A role or a body, and its class, by what our own tables know of the phrase or its last word. */
static bool known_noun(const chy_lexicon *below, chy_slice phrase, chy_fact *fact) {
    uint32_t first = 0, rows = below ? chy_lexicon_find(below, phrase, &first) : 0;
    for (uint32_t i = 0; i < rows; i++) {
        chy_lexicon_fact(below, first + i, fact);
        if (fact->kind == CHY_FACT_ROLE || fact->kind == CHY_FACT_ORG_NOUN) return true;
    }
    return false;
}

static bool is_letter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* The plural that is made where none is given: Y to IES, S to SES, else S. */
static chy_slice make_plural(chy_slice phrase, char *out) {
    memcpy(out, phrase.data, phrase.size);
    size_t size = phrase.size;
    char last = out[size - 1];
    if (last == 'y') {
        out[size - 1] = 'i';
        out[size++] = 'e';
        out[size++] = 's';
        return (chy_slice){out, size};
    }
    if (last == 's') out[size++] = 'e';
    out[size++] = 's';
    return (chy_slice){out, size};
}

/* One phrase with its plural. */
static chy_status add_agent(agents *a, chy_slice raw, const agent_line *line, bool plurals,
                            chy_error *err) {
    chy_dictionary *d = a->d;
    chy_slice phrase, plural = {0};
    if (!chy_dictionary_phrase(d, raw, false, &phrase)) return chy_fail_memory(err);
    if (phrase.size == 0) return CHY_OK;
    bool usable;
    const char *doubt = chy_form_doubt(phrase, &usable);
    if (doubt) chy_dictionary_report(d, usable, raw, doubt);
    chy_fact fact = {.kind = CHY_FACT_ROLE, .name = "", .role = "other"};
    bool whole = known_noun(d->builder->below, phrase, &fact);
    size_t last = phrase.size;
    while (last > 0 && phrase.data[last - 1] != ' ')
        last--;
    if (!whole &&
        !known_noun(d->builder->below, (chy_slice){phrase.data + last, phrase.size - last}, &fact))
        fact = (chy_fact){.kind = CHY_FACT_ROLE, .name = "", .role = "other"};
    chy_table_row row = {.kind = fact.kind,
                         .sectors = line->code.sectors,
                         .latitude = CHY_FACTS_NOWHERE,
                         .longitude = CHY_FACTS_NOWHERE};
    row.cells[CHY_COLUMN_NAME] = whole ? chy_slice_of(fact.name) : phrase;
    row.cells[CHY_COLUMN_COUNTRY] = chy_slice_of(line->code.country);
    row.cells[CHY_COLUMN_ROLE] = chy_slice_of(fact.role);
    if (!chy_build_record(d->builder, &row, d->source, d->line) ||
        !chy_build_form(d->builder, phrase, 0, &usable))
        return chy_fail_memory(err);
    char made[CHY_LEXICON_KEY_BYTES + 4];
    if (line->braces && line->plural.size > 0) {
        if (!chy_dictionary_phrase(d, line->plural, false, &plural)) return chy_fail_memory(err);
    } else if (plurals && !line->braces && phrase.size <= CHY_LEXICON_KEY_BYTES &&
               is_letter(phrase.data[phrase.size - 1])) {
        plural = make_plural(phrase, made);
    }
    if (plural.size > 0 && !chy_build_form(d->builder, plural, CHY_ENTRY_PLURAL, &usable))
        return chy_fail_memory(err);
    return chy_build_limit(d->builder, d->name, d->line, err);
}

/* One phrase for each word of the set whose mark stands in the line. */
static chy_status add_marked(agents *a, const agent_line *line, chy_error *err) {
    const char *start = memchr(line->phrase.data, '!', line->phrase.size);
    size_t left = line->phrase.size - (size_t)(start - line->phrase.data);
    const char *end = left > 1 ? memchr(start + 1, '!', left - 1) : NULL;
    chy_slice mark = {start, end ? (size_t)(end - start) + 1 : 0};
    const word_set *set = NULL;
    for (uint32_t i = 0; i < a->set_count && end; i++)
        set = chy_slice_equal(a->sets[i].mark, mark) ? &a->sets[i] : set;
    if (!set) {
        chy_dictionary_report(a->d, false, line->phrase, "A mark stands for no set of words above");
        return CHY_OK;
    }
    size_t before = (size_t)(start - line->phrase.data), after = before + mark.size;
    chy_slice rest = set->words;
    chy_status status = CHY_OK;
    for (uint32_t count = 0; status == CHY_OK && rest.size > 0 && count < CHY_DICTIONARY_FORMS;
         count++) {
        const char *comma = memchr(rest.data, ',', rest.size);
        size_t size = comma ? (size_t)(comma - rest.data) : rest.size;
        chy_slice word = chy_trim((chy_slice){rest.data, size});
        rest.data += size + (comma != NULL);
        rest.size -= size + (comma != NULL);
        size_t total = line->phrase.size - mark.size + word.size;
        if (total > CHY_LEXICON_KEY_BYTES) {
            chy_dictionary_report(a->d, false, line->phrase, "A form is too long to be found");
            return CHY_OK;
        }
        char *phrase = chy_arena_alloc(a->d->builder->arena, total + 1, 1);
        if (!phrase) return chy_fail_memory(err);
        memcpy(phrase, line->phrase.data, before);
        memcpy(phrase + before, word.data, word.size);
        memcpy(phrase + before + word.size, line->phrase.data + after, line->phrase.size - after);
        status = add_agent(a, (chy_slice){phrase, total}, line, false, err);
    }
    return status;
}

chy_status chy_agents_read(chy_dictionary *d, chy_error *err) {
    agents *a = chy_arena_alloc(d->builder->arena, 1, sizeof *a);
    if (!a) return chy_fail_memory(err);
    a->d = d;
    chy_slice line;
    chy_status status = CHY_OK;
    while (status == CHY_OK && chy_dictionary_line(d, &line)) {
        agent_line parts;
        const char *equals = line.data[0] == '!' ? memchr(line.data, '=', line.size) : NULL;
        if (equals) {
            status = add_set(a, line, equals, err);
            continue;
        }
        if (!split_line(a, line, &parts)) continue;
        if (parts.code.sectors == 0 && !parts.code.country[0]) {
            chy_dictionary_report(d, true, line, "A code says nothing to chancery");
            continue;
        }
        status = memchr(parts.phrase.data, '!', parts.phrase.size)
                     ? add_marked(a, &parts, err)
                     : add_agent(a, parts.phrase, &parts, true, err);
    }
    return status;
}
