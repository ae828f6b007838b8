/* What relates two marked parties. An event that has both is taken first. Where none has, the
 * predicate that stands nearest to both in the tree is taken with the rule that names it, whether
 * or not all of the rule's conditions are met: someone who marks two parties knows that something
 * relates them. */
#include "events/plover.h"
#include "events/telling.h"

#include <string.h>

#define CLIMB 256u
/* Half steps by which what another event takes in is farther off. */
#define ABSORBED 6

/* How well an event has the two, from 0 to 4. */
#define HAS_BOTH     4.0
#define HAS_MUTUAL   3.5
#define HAS_REVERSED 2.0
#define HAS_ONE      1.0

typedef struct marked {
    chy_span span;
    uint32_t first, end; /* words */
    uint32_t head;       /* or CHY_NONE where the span holds no word */
} marked;

static marked find_marked(const chy_mentions_input *input, chy_span span) {
    marked of = {span, 0, 0, CHY_NONE};
    uint32_t count = input->word_count;
    uint32_t title = 0; /* words of a title: they stand first, with offsets behind the text's */
    while (title < count && input->words[title].span.start > input->words[count - 1].span.start) {
        title++;
    }
    bool in_title = title > 0 && span.start >= input->words[0].span.start;
    uint32_t low = in_title ? 0 : title;
    uint32_t limit = in_title ? title : count;
    uint32_t high = limit;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (input->words[middle].span.end <= span.start) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    of.first = low;
    of.end = low;
    while (of.end < limit && input->words[of.end].span.start < span.end) {
        of.end++;
    }
    for (uint32_t w = of.first; w < of.end; w++) {
        uint32_t head = input->words[w].head;
        if (input->words[w].upos == CHY_UPOS_PUNCT) continue;
        if (of.head == CHY_NONE || head < of.first || head >= of.end) of.head = w;
        if (head < of.first || head >= of.end) break;
    }
    return of;
}

static bool is_absent(chy_span span) {
    return span.end <= span.start;
}

/* Whether a party is the marked one: its words overlap, or its entity is named by a mention headed
 * there. */
static bool is_marked(const chy_mentions *mentions, const chy_party *party, const marked *of) {
    if (is_absent(of->span)) return false;
    if (party->span.start < of->span.end && of->span.start < party->span.end) return true;
    for (uint32_t w = of->first; w < of->end; w++) {
        uint32_t mention = mentions->mention_of_head[w];
        if (mention == CHY_NONE) continue;
        uint32_t entity = mentions->mentions[mention].entity;
        if (entity == party->entity) return true;
        const chy_entity *group = &mentions->entities[party->entity];
        for (uint32_t m = 0; m < group->member_count; m++) {
            if (group->members[m] == entity) return true;
        }
    }
    return false;
}

static bool among(const chy_mentions *mentions, const chy_party *parties, uint32_t count,
                  const marked *of) {
    for (uint32_t i = 0; i < count; i++) {
        if (is_marked(mentions, &parties[i], of)) return true;
    }
    return false;
}

static double event_score(const chy_mentions *mentions, const chy_event *event, const marked *a,
                          const marked *b) {
    bool a_acts = among(mentions, event->actors, event->actor_count, a);
    bool b_acts = among(mentions, event->actors, event->actor_count, b);
    bool a_receives = among(mentions, event->recipients, event->recipient_count, a);
    bool b_receives = among(mentions, event->recipients, event->recipient_count, b);
    /* In an encounter the second party may be one of the actors. */
    if (is_absent(a->span) && b_acts) return HAS_ONE / 2.0;
    if (a_acts && b_receives) return HAS_BOTH;
    if (a_acts && b_acts) return HAS_MUTUAL;
    if (a_receives && b_acts) return HAS_REVERSED;
    return a_acts || b_receives ? HAS_ONE : 0.0;
}

static void from_event(const chy_event *event, double score, chy_relation *relation) {
    relation->type = event->type;
    relation->mode = event->mode_count > 0 ? event->modes[0] : "";
    relation->quad = event->quad;
    relation->cameo = event->cameo;
    relation->status = event->status;
    relation->confidence = event->confidence * score / HAS_BOTH;
}

/* ---- By the tree --------------------------------------------------------------------------------
 */

/* Steps from `a` up to each of its ancestors, and through them to `b`; CHY_NONE where no tree joins
 * them. */
static uint32_t tree_distance(const chy_word *words, uint32_t count, uint32_t a, uint32_t b) {
    uint32_t above = a;
    uint32_t depth_a = 0;
    uint32_t depth_b = 0;
    for (uint32_t w = a; w < count && depth_a < CLIMB; w = words[w].head) {
        depth_a++;
    }
    for (uint32_t w = b; w < count && depth_b < CLIMB; w = words[w].head) {
        depth_b++;
    }
    uint32_t steps = 0;
    while (above < count && b < count && above != b && steps < 2 * CLIMB) {
        if (depth_a >= depth_b) {
            above = words[above].head;
            depth_a--;
        } else {
            b = words[b].head;
            depth_b--;
        }
        steps++;
    }
    return above < count && above == b ? steps : CHY_NONE;
}

/* How far a word stands from both: 0 next to either; less is nearer. */
static uint32_t cost_of(const chy_view *view, const marked *a, const marked *b, uint32_t word) {
    uint32_t count = view->input->word_count;
    uint32_t to_a = tree_distance(view->input->words, count, a->head, word);
    uint32_t to_b = tree_distance(view->input->words, count, b->head, word);
    if (to_a == CHY_NONE && to_b == CHY_NONE) return CHY_NONE;
    if (to_a == CHY_NONE) to_a = CLIMB;
    if (to_b == CHY_NONE) to_b = CLIMB;
    return to_a + to_b;
}

static bool holds_fill(const chy_fillings *filled, const marked *of) {
    for (uint32_t i = 0; filled != NULL && i < filled->count; i++) {
        chy_span span = filled->items[i].span;
        if (span.start < of->span.end && of->span.start < span.end) return true;
    }
    return false;
}

/* The matched clause nearest to both. Half a step less where the rule is complete, two less for
 * each of the marked that is among its parties. */
static uint32_t nearest_clause(const chy_view *view, const bool *absorbed, const marked *a,
                               const marked *b) {
    uint32_t best = CHY_NONE;
    int64_t best_cost = 0;
    for (uint32_t i = 0; i < view->clauses->clause_count; i++) {
        const chy_clause *clause = &view->clauses->clauses[i];
        const chy_match *match = &view->matches[i];
        bool inside = (clause->word >= a->first && clause->word < a->end) ||
                      (clause->word >= b->first && clause->word < b->end);
        if (match->rule == NULL || match->rule->body.retells || match->rule->body.encounter ||
            inside)
            continue;
        uint32_t steps = cost_of(view, a, b, clause->word);
        if (steps == CHY_NONE) continue;
        int64_t cost = (int64_t)steps * 2 - (match->complete ? 1 : 0);
        if (absorbed[i]) cost += ABSORBED;
        cost -= holds_fill(match->actors, a) ? 4 : holds_fill(match->recipients, a) ? 1 : 0;
        cost -= holds_fill(match->recipients, b) ? 4 : holds_fill(match->actors, b) ? 3 : 0;
        if (best == CHY_NONE || cost < best_cost) {
            best = i;
            best_cost = cost;
        }
    }
    return best;
}

static bool from_clause(chy_view *view, const marked *a, const marked *b, chy_relation *relation) {
    const bool *absorbed = chy_view_absorbed(view);
    if (absorbed == NULL) view->no_memory = true;
    uint32_t clause = absorbed == NULL ? CHY_NONE : nearest_clause(view, absorbed, a, b);
    chy_telling telling;
    if (clause == CHY_NONE) return false;
    /* What is no event for want of a party ("are required") relates the parties that are given. */
    chy_telling_start(view, clause, &telling);
    uint32_t mode = 0;
    while (mode < CHY_MODES_MOST && (telling.modes >> mode & 1u) == 0) {
        mode++;
    }
    relation->type = telling.type;
    relation->mode = mode == CHY_MODES_MOST ? "" : chy_plover_mode_name(telling.type, mode);
    relation->quad = chy_plover_quad(telling.type);
    relation->cameo = telling.cameo;
    relation->status = telling.status;
    relation->confidence = telling.confidence * 0.5;
    return true;
}

static bool kind_fits(uint8_t upos, uint8_t kind) {
    if (upos == CHY_UPOS_VERB) return kind == CHY_CLAUSE_VERB;
    if (upos == CHY_UPOS_NOUN) return kind == CHY_CLAUSE_NOUN;
    return upos == CHY_UPOS_ADJ && kind == CHY_CLAUSE_ADJECTIVE;
}

/* Of the rules that list a word as a predicate by itself, the first of those that ask for least
 * besides. */
static const chy_rule *rule_of_word(const chy_view *view, uint32_t word) {
    const chy_grammar *grammar = view->grammar;
    const chy_rule *best = NULL;
    uint32_t id = view->lemmas[word];
    for (uint32_t i = grammar->predicates_of[id]; id != 0 && i < grammar->predicates_of[id + 1];
         i++) {
        const chy_predicate *predicate = &grammar->predicates[grammar->keyed[i]];
        const chy_rule *rule = &grammar->rules[predicate->rule];
        if (predicate->term.count == 1 && predicate->condition == NULL && !rule->body.retells &&
            kind_fits(view->input->words[word].upos, predicate->kind) &&
            (best == NULL || rule->body.when.count < best->body.when.count)) {
            best = rule;
        }
    }
    return best;
}

/* The word nearest to both that any rule lists, whatever the rule asks for besides. */
static bool from_word(const chy_view *view, const marked *a, const marked *b,
                      chy_relation *relation) {
    const chy_word *words = view->input->words;
    uint32_t in = words[a->head != CHY_NONE ? a->head : b->head].sentence;
    const chy_sentence *sentence = &view->input->sentences[in];
    const chy_rule *best = NULL;
    uint32_t best_cost = CHY_NONE;
    for (uint32_t i = 0; i < sentence->word_count; i++) {
        uint32_t word = sentence->first_word + i;
        if ((word >= a->first && word < a->end) || (word >= b->first && word < b->end)) continue;
        const chy_rule *rule = rule_of_word(view, word);
        uint32_t cost = rule == NULL ? CHY_NONE : cost_of(view, a, b, word);
        if (cost < best_cost) {
            best = rule;
            best_cost = cost;
        }
    }
    if (best == NULL) return false;
    relation->type = best->type;
    relation->quad = chy_plover_quad(best->type);
    relation->cameo = chy_plover_root(best->type);
    relation->status = CHY_ASSERTED;
    relation->confidence = 0.2;
    return true;
}

chy_status chy_events_relate(const chy_mentions_input *input, const chy_mentions *mentions,
                             const chy_clauses *clauses, const chy_statements *statements,
                             const chy_grammar *grammar, const chy_events *events, chy_span actor,
                             chy_span recipient, chy_arena *arena, chy_relation *relation,
                             chy_error *err) {
    marked a = find_marked(input, actor);
    marked b = find_marked(input, recipient);
    const chy_event *best = NULL;
    double best_score = 0.0;
    *relation = (chy_relation){CHY_EVENT_TYPE_COUNT, "", 0, "", CHY_ASSERTED, 0.0};
    for (uint32_t i = 0; i < events->event_count; i++) {
        double score = event_score(mentions, &events->events[i], &a, &b);
        double ranked = score > 0.0 ? score + events->events[i].confidence * 0.4 : 0.0;
        if (ranked > best_score) {
            best = &events->events[i];
            best_score = ranked;
        }
    }
    bool alone = is_absent(actor) || is_absent(recipient);
    if (best != NULL && (alone || best_score >= HAS_REVERSED)) {
        from_event(best, event_score(mentions, best, &a, &b), relation);
        return CHY_OK;
    }
    /* A span that is given but holds no word is an error of the caller's; one left out is not. */
    if (a.head == CHY_NONE && (b.head == CHY_NONE || !is_absent(actor))) return CHY_OK;
    if (b.head == CHY_NONE && !is_absent(recipient)) return CHY_OK;
    chy_view view;
    chy_status status =
        chy_view_read(&view, input, mentions, clauses, statements, grammar, arena, err);
    if (status != CHY_OK) return status;
    bool found = from_clause(&view, &a, &b, relation);
    if (view.no_memory) return chy_fail_memory(err);
    if (found) return CHY_OK;
    if (best != NULL) {
        from_event(best, HAS_ONE, relation);
        return CHY_OK;
    }
    (void)from_word(&view, &a, &b, relation);
    return CHY_OK;
}
