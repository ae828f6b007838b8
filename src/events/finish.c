/* What is done once all files are read: defaults joined in, predicates and contexts made findable.
 */
#include "events/parse.h"
#include "events/plover.h"

#include <stdio.h>
#include <string.h>

/* `own` followed by `more`, `size` bytes an item. */
static bool join(chy_arena *arena, const void **own, uint32_t *count, const void *more,
                 uint32_t more_count, size_t size) {
    if (more_count == 0) return true;
    char *items = chy_arena_alloc(arena, (size_t)*count + more_count, size);
    if (items == NULL) return false;
    if (*count > 0) memcpy(items, *own, (size_t)*count * size);
    memcpy(items + (size_t)*count * size, more, (size_t)more_count * size);
    *own = items;
    *count += more_count;
    return true;
}

#define JOIN(list)                                                                                 \
    do {                                                                                           \
        const void *items = body->list.items;                                                      \
        if (!join(arena, &items, &body->list.count, from->list.items, from->list.count,            \
                  sizeof *from->list.items)) {                                                     \
            return false;                                                                          \
        }                                                                                          \
        body->list.items = items;                                                                  \
    } while (false)

/* Lines that all hold are added; slots, topic and place only where the rule has none. */
static bool take_defaults(chy_arena *arena, chy_rule_body *body, const chy_rule_body *from) {
    JOIN(when);
    JOIN(unless);
    JOIN(gives);
    JOIN(becomes);
    JOIN(also);
    if (!body->absorbs_none) {
        JOIN(absorbs);
        body->absorbs_types |= from->absorbs_types;
        body->absorbs_parent = body->absorbs_parent || from->absorbs_parent;
    }
    if (body->actor.count == 0) body->actor = from->actor;
    if (body->recipient.count == 0) body->recipient = from->recipient;
    if (body->topic.count == 0) body->topic = from->topic;
    if (body->place.count == 0) body->place = from->place;
    if (body->count_count == 0) {
        body->counts = from->counts;
        body->count_count = from->count_count;
    }
    if (from->mutual && !body->mutual) {
        body->mutual = true;
        body->mutual_when = from->mutual_when;
    }
    return true;
}

/* A slot of one line at the given places. */
static bool make_slot(chy_parser *parser, const uint8_t *roles, uint32_t role_count,
                      const char *const *prepositions, uint32_t preposition_count, chy_slot *slot) {
    chy_position *items =
        chy_arena_alloc(parser->arena, (size_t)role_count + preposition_count, sizeof *items);
    chy_slot_line *line = chy_arena_alloc(parser->arena, 1, sizeof *line);
    if (items == NULL || line == NULL) return false;
    for (uint32_t i = 0; i < role_count + preposition_count; i++) {
        items[i].step_kind = CHY_AT_NOWHERE;
        items[i].kind = i < role_count ? CHY_AT_ROLE : CHY_AT_PREPOSITION;
        if (i < role_count) {
            items[i].role = roles[i];
            continue;
        }
        items[i].preposition =
            chy_words_add(parser->grammar->words, chy_slice_of(prepositions[i - role_count]));
        if (items[i].preposition == 0) return false;
    }
    line->at = (chy_positions){items, role_count + preposition_count};
    line->filler.kinds = CHY_FILL_PARTY;
    *slot = (chy_slot){line, 1, false};
    return true;
}

static bool finish_rules(chy_parser *parser) {
    static const uint8_t actor_roles[] = {CHY_ROLE_SUBJECT};
    static const uint8_t recipient_roles[] = {CHY_ROLE_RECIPIENT, CHY_ROLE_OBJECT};
    static const char *const recipient_prepositions[] = {"to", "with", "against"};
    chy_slot actor;
    chy_slot recipient;
    if (!make_slot(parser, actor_roles, 1, NULL, 0, &actor) ||
        !make_slot(parser, recipient_roles, 2, recipient_prepositions, 3, &recipient)) {
        return false;
    }
    for (uint32_t i = 0; i < parser->grammar->rule_count; i++) {
        chy_rule *rule = &parser->grammar->rules[i];
        for (uint32_t k = parser->defaults_count; k > 0; k--) {
            const chy_defaults *defaults = &parser->defaults[k - 1];
            if (defaults->type == rule->type &&
                !take_defaults(parser->arena, &rule->body, &defaults->body)) {
                return false;
            }
        }
        if (rule->body.actor.count == 0) rule->body.actor = actor;
        if (rule->body.recipient.count == 0) rule->body.recipient = recipient;
    }
    return true;
}

/* The words a predicate is found by: of an entry of several, its first and last, and for a verb
 * also the lemma that verb and particle make ("call_off"). None: no memory. */
static uint32_t predicate_keys(chy_words_table *words, const chy_predicate *predicate,
                               uint32_t keys[3]) {
    const chy_term *term = &predicate->term;
    uint32_t count = 0;
    keys[count++] = term->parts[0];
    if (term->count == 1) return count;
    if (term->parts[term->count - 1] != keys[0]) keys[count++] = term->parts[term->count - 1];
    if (predicate->kind == CHY_CLAUSE_NOUN) return count;
    char joined[CHY_GRAMMAR_WORD_BYTES * 2 + 2];
    int size = snprintf(joined, sizeof joined, "%s_%s", chy_words_get(words, term->parts[0]),
                        chy_words_get(words, term->parts[1]));
    if (size > 0 && (size_t)size < sizeof joined) {
        keys[count] = chy_words_add(words, (chy_slice){joined, (size_t)size});
        if (keys[count++] == 0) return 0;
    }
    return count;
}

/* Counts the predicates of each word, or, given where the next one goes, puts them there. */
static void file_predicates(chy_grammar *grammar, uint32_t *next) {
    uint32_t keys[3];
    for (uint32_t i = 0; i < grammar->predicate_count; i++) {
        if (grammar->rules[grammar->predicates[i].rule].full_name == 0) continue;
        uint32_t count = predicate_keys(grammar->words, &grammar->predicates[i], keys);
        for (uint32_t k = 0; k < count; k++) {
            if (next == NULL) {
                grammar->predicates_of[keys[k] + 1]++;
            } else {
                grammar->keyed[next[keys[k]]++] = i;
            }
        }
    }
}

static bool index_predicates(chy_grammar *grammar) {
    uint32_t keys[3];
    uint32_t total = 0;
    for (uint32_t i = 0; i < grammar->predicate_count; i++) {
        uint32_t count = predicate_keys(grammar->words, &grammar->predicates[i], keys);
        if (count == 0) return false;
        total += count;
    }
    size_t words = (size_t)chy_words_count(grammar->words) + 2;
    grammar->keyed = chy_arena_alloc(grammar->arena, (size_t)total + 1, sizeof *grammar->keyed);
    grammar->predicates_of = chy_arena_alloc(grammar->arena, words, sizeof(uint32_t));
    uint32_t *next = chy_arena_alloc(grammar->arena, words, sizeof(uint32_t));
    if (grammar->keyed == NULL || grammar->predicates_of == NULL || next == NULL) return false;
    file_predicates(grammar, NULL);
    for (size_t w = 1; w < words; w++) {
        grammar->predicates_of[w] += grammar->predicates_of[w - 1];
        next[w] = grammar->predicates_of[w];
    }
    file_predicates(grammar, next);
    return true;
}

static bool index_contexts(chy_grammar *grammar) {
    size_t words = (size_t)chy_words_count(grammar->words) + 2;
    size_t count = (size_t)grammar->context_count + 1;
    chy_context_words *sorted = chy_arena_alloc(grammar->arena, count, sizeof *sorted);
    uint32_t *next = chy_arena_alloc(grammar->arena, words, sizeof *next);
    grammar->contexts_of = chy_arena_alloc(grammar->arena, words, sizeof(uint32_t));
    if (sorted == NULL || next == NULL || grammar->contexts_of == NULL) return false;
    for (uint32_t i = 0; i < grammar->context_count; i++) {
        grammar->contexts_of[grammar->contexts[i].term.parts[0] + 1]++;
    }
    for (size_t w = 1; w < words; w++) {
        grammar->contexts_of[w] += grammar->contexts_of[w - 1];
        next[w] = grammar->contexts_of[w];
    }
    for (uint32_t i = 0; i < grammar->context_count; i++) {
        sorted[next[grammar->contexts[i].term.parts[0]]++] = grammar->contexts[i];
    }
    grammar->contexts = sorted;
    return true;
}

/* Examples of replaced rules are not run. */
static void drop_examples(chy_grammar *grammar) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < grammar->rule_count; i++) {
        chy_rule *rule = &grammar->rules[i];
        uint32_t first = kept;
        if (rule->full_name == 0) continue;
        for (uint32_t k = 0; k < rule->example_count; k++) {
            grammar->examples[kept++] = grammar->examples[rule->first_example + k];
        }
        rule->first_example = first;
    }
    grammar->example_count = kept;
}

chy_status chy_grammar_finish(chy_parser *parser, chy_error *err) {
    static const char *const names[CHY_SET_COUNT] = {
        [CHY_SET_EMBEDS_FACT] = "embeds-fact",
        [CHY_SET_EMBEDS_FUTURE] = "embeds-future",
        [CHY_SET_EMBEDS_HYPOTHETICAL] = "embeds-hypothetical",
        [CHY_SET_EMBEDS_NEGATED] = "embeds-negated",
        [CHY_SET_MODIFIES_FUTURE] = "modifies-future",
        [CHY_SET_MODIFIES_HYPOTHETICAL] = "modifies-hypothetical",
        [CHY_SET_HISTORIC_WORDS] = "historic-words",
        [CHY_SET_LASTING] = "lasting",
        [CHY_SET_NEVER_TOPICS] = "never-topics",
        [CHY_SET_PURPOSE_DONE] = "purpose-done",
        [CHY_SET_PURPOSE_OPEN] = "purpose-open",
        [CHY_SET_TOPICAL] = "topical",
    };
    chy_grammar *grammar = parser->grammar;
    parser->file = CHY_NONE;
    for (uint32_t i = 0; i < CHY_SET_COUNT; i++) {
        const chy_set *set = chy_parse_set(parser, chy_slice_of(names[i]));
        if (set != NULL) grammar->sets[i] = set->terms;
    }
    if (!finish_rules(parser) || !index_predicates(grammar) || !index_contexts(grammar)) {
        return chy_fail_memory(err);
    }
    drop_examples(grammar);
    return CHY_OK;
}
