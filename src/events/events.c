#include "events/events.h"

#include "events/match.h"
#include "events/telling.h"

#include <string.h>

/* Which rule went before one that held, and the `prefer` that would turn it: a point more, since a
 * tie goes by the place in the files. */
static void tell_winner(chy_near_miss *miss, const chy_match *match) {
    int prefer = match->score - miss->score + 1;
    miss->winner = match->rule->name;
    miss->prefer = prefer > -CHY_NO_PREFER && prefer < CHY_NO_PREFER ? prefer : CHY_NO_PREFER;
}

/* Of a clause that a rule matched, the rules that did not hold are no news; those that held and
 * lost are. */
static void take_near_misses(chy_view *view, chy_events *events) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < view->near_count; i++) {
        const chy_match *match = &view->matches[view->near[i].clause];
        bool unmatched = match->rule == NULL || !match->complete;
        bool lost =
            !unmatched && view->near[i].lost && strcmp(match->rule->name, view->near[i].rule) != 0;
        if (lost) tell_winner(&view->near[i], match);
        if (unmatched || lost) view->near[kept++] = view->near[i];
    }
    events->near_misses = view->near;
    events->near_miss_count = kept;
}

static void start_view(chy_view *view, const chy_mentions_input *input,
                       const chy_mentions *mentions, const chy_clauses *clauses,
                       const chy_statements *statements, const chy_grammar *grammar,
                       chy_arena *arena) {
    memset(view, 0, sizeof *view);
    view->input = input;
    view->mentions = mentions;
    view->clauses = clauses;
    view->statements = statements;
    view->grammar = grammar;
    view->arena = arena;
}

chy_status chy_view_read(chy_view *view, const chy_mentions_input *input,
                         const chy_mentions *mentions, const chy_clauses *clauses,
                         const chy_statements *statements, const chy_grammar *grammar,
                         chy_arena *arena, chy_error *err) {
    start_view(view, input, mentions, clauses, statements, grammar, arena);
    chy_status status = chy_view_make(view, err);
    if (status != CHY_OK) return status;
    chy_match_clauses(view);
    return view->no_memory ? chy_fail_memory(err) : CHY_OK;
}

chy_status chy_events_read(const chy_mentions_input *input, const chy_mentions *mentions,
                           const chy_clauses *clauses, const chy_statements *statements,
                           const chy_grammar *grammar, chy_arena *arena, chy_events *events,
                           chy_error *err) {
    chy_view view;
    chy_tellings tellings = {NULL, 0, 0};
    chy_gathering gathering = {NULL, 0, 0, NULL};
    memset(events, 0, sizeof *events);
    chy_status status =
        chy_view_read(&view, input, mentions, clauses, statements, grammar, arena, err);
    if (status != CHY_OK) return status;
    if (!chy_tellings_make(&view, &tellings) || !chy_tellings_join(&view, &tellings, &gathering) ||
        !chy_events_write(&view, &tellings, &gathering, events)) {
        return chy_fail_memory(err);
    }
    take_near_misses(&view, events);
    return CHY_OK;
}
