/* The best rule for each clause. */
#include "events/match.h"

#include <limits.h>
#include <string.h>

#define LEMMA_PARTS CHY_GRAMMAR_WORD_PARTS
/* Near misses kept for one clause and for the document. */
#define NEAR_OF_CLAUSE 3u
#define NEAR_MOST      4096u
#define MOST           32u

typedef struct lemma_parts {
    uint32_t ids[LEMMA_PARTS];
    uint32_t count;
} lemma_parts;

static lemma_parts split_lemma(const chy_view *view, const char *lemma) {
    lemma_parts parts = {{0}, 0};
    while (lemma != NULL && parts.count < LEMMA_PARTS) {
        const char *bar = strchr(lemma, '_');
        size_t size = bar == NULL ? strlen(lemma) : (size_t)(bar - lemma);
        parts.ids[parts.count++] = chy_words_find(view->grammar->words, (chy_slice){lemma, size});
        lemma = bar == NULL ? NULL : bar + 1;
    }
    return parts;
}

/* ---- Whether the predicate is the clause's ------------------------------------------------------
 */

static bool near_verb(const chy_view *view, uint32_t word, uint32_t id) {
    for (uint32_t child = view->child[word]; child != CHY_NONE; child = view->sibling[child]) {
        uint8_t deprel = view->input->words[child].deprel;
        bool near = deprel == CHY_DEPREL_ADVMOD || deprel == CHY_DEPREL_COMPOUND_PRT;
        if (near && chy_view_is(view, child, id)) return true;
    }
    return false;
}

/* Whether a further part of an entry stands with the clause: as a preposition, as a particle, or in
 * the phrase of an argument. */
static bool stands_with(chy_view *view, const chy_clause *clause, uint32_t id) {
    if (near_verb(view, clause->word, id)) return true;
    if (clause->verb < view->input->word_count && near_verb(view, clause->verb, id)) return true;
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        uint32_t index = clause->first_argument + i;
        const chy_argument *argument = &view->clauses->arguments[index];
        if (argument->inherited && argument->role == CHY_ROLE_SUBJECT) continue;
        if (view->prepositions[index] == id) return true;
        if (argument->word >= view->input->word_count || argument->role == CHY_ROLE_SUBJECT ||
            argument->role == CHY_ROLE_PURPOSE) {
            continue;
        }
        const chy_phrase *phrase = chy_view_phrase(view, argument->word);
        for (uint32_t w = 0; w < phrase->count; w++) {
            const chy_word *of = &view->input->words[phrase->words[w]];
            /* "for its step, which he called wrong": who calls does not call for it. */
            bool foreign =
                argument->inherited && of->deprel == CHY_DEPREL_CASE && of->head == argument->word;
            if (!foreign && chy_view_is(view, phrase->words[w], id)) return true;
        }
    }
    return false;
}

static bool verb_fits(chy_view *view, const chy_clause *clause, const lemma_parts *lemma,
                      const chy_term *term) {
    if (lemma->count > term->count) return false;
    for (uint32_t i = 0; i < lemma->count; i++) {
        if (lemma->ids[i] != term->parts[i]) return false;
    }
    for (uint32_t i = lemma->count; i < term->count; i++) {
        if (!stands_with(view, clause, term->parts[i])) return false;
    }
    return true;
}

/* "open fire" where the clause is "fire" with the light verb "open". */
static bool light_fits(chy_view *view, const chy_clause *clause, const lemma_parts *lemma,
                       const chy_term *term) {
    if (term->count < 2 || lemma->count != 1 || clause->light == NULL) return false;
    lemma_parts light = split_lemma(view, clause->light);
    uint32_t last = term->count - 1u;
    if (light.ids[0] != term->parts[0] || lemma->ids[0] != term->parts[last]) return false;
    for (uint32_t i = 1; i < last; i++) {
        bool of_light = i < light.count && light.ids[i] == term->parts[i];
        if (!of_light && !stands_with(view, clause, term->parts[i])) return false;
    }
    return true;
}

static bool is_skipped(const chy_word *word) {
    return strcmp(word->form, "-") == 0 || word->upos == CHY_UPOS_DET;
}

/* The other parts stand before the noun ("hunger strike"), or after it ("exchange of views"). */
static bool noun_fits(const chy_view *view, const chy_clause *clause, const lemma_parts *lemma,
                      const chy_term *term) {
    const chy_word *words = view->input->words;
    uint32_t sentence = words[clause->word].sentence;
    uint32_t last = term->count - 1u;
    if (lemma->count != 1) return false;
    if (term->count == 1) return lemma->ids[0] == term->parts[0];
    uint32_t at = clause->word;
    uint32_t i = last;
    if (lemma->ids[0] == term->parts[last]) {
        while (i > 0) {
            if (at == 0 || words[at - 1].sentence != sentence) break;
            at--;
            if (strcmp(words[at].form, "-") == 0) continue;
            if (!chy_view_is(view, at, term->parts[i - 1])) break;
            i--;
        }
        if (i == 0) return true;
    }
    if (lemma->ids[0] != term->parts[0]) return false;
    at = clause->word;
    for (i = 1; i < term->count; i++) {
        do {
            at++;
        } while (at < view->input->word_count && is_skipped(&words[at]));
        if (at >= view->input->word_count || words[at].sentence != sentence ||
            !chy_view_is(view, at, term->parts[i])) {
            return false;
        }
    }
    return true;
}

static bool predicate_fits(chy_view *view, const chy_clause *clause, const lemma_parts *lemma,
                           const chy_predicate *predicate) {
    if (predicate->kind == clause->kind) {
        return clause->kind == CHY_CLAUSE_NOUN ? noun_fits(view, clause, lemma, &predicate->term)
                                               : verb_fits(view, clause, lemma, &predicate->term);
    }
    return predicate->kind == CHY_CLAUSE_VERB && clause->kind == CHY_CLAUSE_NOUN &&
           light_fits(view, clause, lemma, &predicate->term);
}

/* ---- Whether the rule holds ---------------------------------------------------------------------
 */

static void add_near(chy_view *view, const chy_near_miss *miss) {
    uint32_t already = 0;
    if (view->near_count >= NEAR_MOST) return;
    for (uint32_t i = view->near_count; i > 0 && view->near[i - 1].clause == miss->clause; i--) {
        if (strcmp(view->near[i - 1].rule, miss->rule) == 0) return;
        already++;
    }
    if (already >= NEAR_OF_CLAUSE) return;
    void *items = view->near;
    if (!chy_arena_room(view->arena, &items, sizeof *view->near, view->near_count,
                        &view->near_capacity)) {
        view->no_memory = true;
        return;
    }
    view->near = items;
    view->near[view->near_count++] = *miss;
}

typedef struct trial {
    chy_fillings actors, recipients;
    int score;
    bool complete;
    const chy_condition *failed; /* the condition for which the rule does not hold, or NULL */
} trial;

/* How many tests the shortest way to fulfil a condition has. */
static int condition_weight(const chy_condition *condition) {
    int weight = INT_MAX;
    int group = 0;
    for (uint32_t i = 0; i < condition->count; i++) {
        if (condition->tests[i].starts_group) {
            weight = group < weight ? group : weight;
            group = 0;
        }
        group++;
    }
    return group < weight ? group : weight;
}

/* Tries a rule; NULL, or why it does not hold. */
static const char *try_rule(chy_view *view, uint32_t clause, const chy_predicate *predicate,
                            trial *result) {
    const chy_rule *rule = &view->grammar->rules[predicate->rule];
    const chy_rule_body *body = &rule->body;
    int score = predicate->term.count + rule->prefer;
    chy_slot_fill(view, clause, &body->actor, NULL, NULL, &result->actors);
    /* Nobody is the recipient of their own deed. */
    chy_slot_fill(view, clause, &body->recipient, rule, &result->actors, &result->recipients);
    if (predicate->condition != NULL) {
        if (!chy_condition_holds(view, clause, predicate->condition, &result->actors,
                                 &result->recipients)) {
            result->failed = predicate->condition;
            return "the \"if\" of its predicate does not hold";
        }
        score += condition_weight(predicate->condition);
    }
    for (uint32_t i = 0; i < body->when.count; i++) {
        if (!chy_condition_holds(view, clause, &body->when.items[i], &result->actors,
                                 &result->recipients)) {
            result->failed = &body->when.items[i];
            return "a \"when\" does not hold";
        }
        score += condition_weight(&body->when.items[i]);
    }
    for (uint32_t i = 0; i < body->unless.count; i++) {
        if (chy_condition_holds(view, clause, &body->unless.items[i], &result->actors,
                                &result->recipients)) {
            result->failed = &body->unless.items[i];
            return "an \"unless\" holds";
        }
    }
    score += (result->actors.count > 0 ? 1 : 0) + (result->recipients.count > 0 ? 1 : 0);
    result->score = score;
    bool lacks_actor = body->actor.required && result->actors.count == 0;
    bool lacks_recipient = body->recipient.required && result->recipients.count == 0;
    bool lacks_all = result->actors.count == 0 && result->recipients.count == 0;
    result->complete = !lacks_actor && !lacks_recipient && !lacks_all;
    if (lacks_actor) return "no party fills the actor";
    if (lacks_recipient) return "no party fills the recipient";
    return lacks_all ? "no party fills the actor or the recipient" : NULL;
}

static bool is_better(const chy_match *best, const trial *result, const chy_rule *rule) {
    if (best->rule == NULL) return true;
    if (best->complete != result->complete) return result->complete;
    /* What tells of an event by itself goes before what only tells more of one. */
    if (best->rule->body.retells != rule->body.retells) return best->rule->body.retells;
    if (best->score != result->score) return result->score > best->score;
    return rule->file > best->rule->file ||
           (rule->file == best->rule->file && rule->line < best->rule->line);
}

static void keep(chy_view *view, chy_match *best, const chy_rule *rule, const trial *result) {
    if (best->rule == NULL) {
        best->actors = chy_arena_alloc(view->arena, 1, sizeof *best->actors);
        best->recipients = chy_arena_alloc(view->arena, 1, sizeof *best->recipients);
        if (best->actors == NULL || best->recipients == NULL) {
            view->no_memory = true;
            return;
        }
    }
    best->rule = rule;
    best->score = result->score;
    best->complete = result->complete;
    *best->actors = result->actors;
    *best->recipients = result->recipients;
}

/* A rule that holds with that score, and another one goes before it. */
static void add_lost(chy_view *view, uint32_t clause, const chy_rule *rule, int score,
                     const chy_rule *winner) {
    if (rule != winner) {
        add_near(view, &(chy_near_miss){.clause = clause,
                                        .rule = rule->name,
                                        .reason = "another rule goes before it",
                                        .lost = true,
                                        .score = score - rule->prefer});
    }
}

static void add_failed(chy_view *view, uint32_t clause, const chy_rule *rule, const char *reason,
                       const trial *result) {
    const chy_condition *failed = result->failed;
    add_near(view, &(chy_near_miss){.clause = clause,
                                    .rule = rule->name,
                                    .reason = reason,
                                    .words = failed != NULL ? failed->words : NULL,
                                    .line = failed != NULL ? failed->line : 0});
}

static void try_candidates(chy_view *view, uint32_t clause, const lemma_parts *lemma, uint32_t key,
                           chy_match *best) {
    const chy_grammar *grammar = view->grammar;
    const chy_clause *of = &view->clauses->clauses[clause];
    trial result;
    for (uint32_t i = grammar->predicates_of[key]; i < grammar->predicates_of[key + 1]; i++) {
        const chy_predicate *predicate = &grammar->predicates[grammar->keyed[i]];
        const chy_rule *rule = &grammar->rules[predicate->rule];
        if (!predicate_fits(view, of, lemma, predicate)) continue;
        result.complete = false;
        result.score = INT_MIN;
        result.failed = NULL;
        const char *reason = try_rule(view, clause, predicate, &result);
        if (reason != NULL) add_failed(view, clause, rule, reason, &result);
        /* All holds but the parties: kept where nothing better comes. */
        bool holds = reason == NULL || result.score != INT_MIN;
        if (holds && !view->no_memory && is_better(best, &result, rule)) {
            if (best->rule != NULL && best->complete)
                add_lost(view, clause, best->rule, best->score, rule);
            keep(view, best, rule, &result);
        } else if (reason == NULL) {
            add_lost(view, clause, rule, result.score, best->rule);
        }
    }
}

/* Both sides of a mutual deed are actors. */
static void make_mutual(chy_view *view, uint32_t clause, chy_match *match) {
    const chy_rule_body *body = &match->rule->body;
    if (!body->mutual ||
        !chy_condition_holds(view, clause, &body->mutual_when, match->actors, match->recipients)) {
        return;
    }
    for (uint32_t i = 0; i < match->recipients->count; i++) {
        if (match->actors->count == CHY_SLOT_PARTIES) break;
        match->actors->items[match->actors->count++] = match->recipients->items[i];
    }
    match->recipients->count = 0;
}

void chy_match_clauses(chy_view *view) {
    for (uint32_t i = view->clauses->clause_count; i > 0 && !view->no_memory; i--) {
        uint32_t clause = view->order[i - 1];
        const chy_clause *of = &view->clauses->clauses[clause];
        chy_match *best = &view->matches[clause];
        best->whole = CHY_NONE;
        lemma_parts lemma = split_lemma(view, of->lemma);
        uint32_t joined = chy_words_find(view->grammar->words, chy_slice_of(of->lemma));
        if (lemma.ids[0] == 0 && lemma.count > 0) {
            lemma.ids[0] = view->lemmas[of->word];
            if (lemma.count == 1) joined = lemma.ids[0];
        }
        if (joined != 0) try_candidates(view, clause, &lemma, joined, best);
        if (lemma.count > 1 && lemma.ids[0] != 0) {
            try_candidates(view, clause, &lemma, lemma.ids[0], best);
        }
        if (best->rule != NULL && !view->no_memory) make_mutual(view, clause, best);
    }
    chy_match_tolls(view);
}
