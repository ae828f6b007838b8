/* From matches to tellings. */
#include "events/join.h"

#include "events/plover.h"

#include <string.h>

/* Givers whose verb is left out, of one verb. */
#define GAPPED 8u

bool chy_has_preposition(const chy_argument *argument, const char *const *prepositions) {
    if (argument->role != CHY_ROLE_OBLIQUE || argument->preposition == NULL) return false;
    for (; *prepositions != NULL; prepositions++) {
        if (strcmp(argument->preposition, *prepositions) == 0) return true;
    }
    return false;
}

/* ---- Type, mode, code ---------------------------------------------------------------------------
 */

/* How fine a CAMEO code is: its digits, those of a root's own code ("040") counted as the root. */
static size_t fineness(const char *cameo) {
    size_t digits = strlen(cameo);
    return digits == 3 && cameo[2] == '0' ? 2 : digits;
}

static bool holds(chy_view *view, const chy_telling *telling, const chy_condition *condition) {
    return chy_condition_holds(view, telling->clause, condition, &telling->actors,
                               &telling->recipients);
}

static void take_gifts(chy_view *view, chy_telling *telling) {
    const chy_effects *gives = &telling->rule->body.gives;
    telling->cameo = NULL;
    for (uint32_t i = 0; i < gives->count; i++) {
        const chy_effect *effect = &gives->items[i];
        if (!holds(view, telling, &effect->when)) continue;
        if (effect->mode != CHY_NONE) telling->modes |= (uint32_t)1 << effect->mode;
        if (effect->context != CHY_NONE) telling->contexts |= (uint64_t)1 << effect->context;
        if (effect->cameo != NULL &&
            (telling->cameo == NULL || fineness(effect->cameo) > fineness(telling->cameo))) {
            telling->cameo = effect->cameo;
        }
    }
    if (telling->cameo == NULL) telling->cameo = chy_plover_root(telling->type);
}

/* The flags that a condition asks for: what becomes of them is the new event, so they no longer say
 * anything of it. */
static uint32_t asked_flags(const chy_condition *condition) {
    uint32_t flags = 0;
    for (uint32_t i = 0; i < condition->count; i++) {
        const chy_test *test = &condition->tests[i];
        if (test->kind == CHY_TEST_FLAG && !test->inverted) flags |= test->flag;
    }
    return flags;
}

static void take_effect(chy_telling *telling, const chy_effect *effect) {
    telling->type = effect->type;
    telling->modes = effect->mode == CHY_NONE ? 0 : (uint32_t)1 << effect->mode;
    telling->cameo = effect->cameo == NULL ? chy_plover_root(effect->type) : effect->cameo;
    if (effect->context != CHY_NONE) telling->contexts |= (uint64_t)1 << effect->context;
}

static void become(chy_view *view, chy_telling *telling) {
    const chy_effects *becomes = &telling->rule->body.becomes;
    uint32_t flags = view->flags[telling->clause];
    telling->status = chy_status_of(flags);
    for (uint32_t i = 0; i < becomes->count; i++) {
        const chy_effect *effect = &becomes->items[i];
        if (!holds(view, telling, &effect->when)) continue;
        if (effect->type == CHY_EFFECT_SAME) return;
        if (effect->type == CHY_EVENT_TYPE_COUNT) {
            telling->dropped = true;
            return;
        }
        take_effect(telling, effect);
        telling->status = chy_status_of(flags & ~asked_flags(&effect->when));
        return;
    }
}

/* How sure the telling is, from 0 to 1: the more of its rule's conditions held and the better its
 * parties are named, the surer. The weights are ours, set by hand until scores are learned. */
static double confidence_of(const chy_view *view, const chy_telling *telling, int score) {
    int counted = score < 0 ? 0 : score > 6 ? 6 : score;
    double confidence = 0.5 + 0.07 * counted;
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (telling->actors.count == 0) {
        confidence *= 0.6;
    } else if (!telling->actors.items[0].direct) {
        confidence *= 0.85;
    }
    if (telling->recipients.count > 0 && !telling->recipients.items[0].direct) confidence *= 0.9;
    if (telling->recipients.count == 0 && chy_plover_needs_recipient(telling->type)) {
        confidence *= 0.7;
    }
    if (clause->link == CHY_LINK_PURPOSE) confidence *= 0.8;
    if (telling->status == CHY_HYPOTHETICAL) confidence *= 0.9;
    return confidence > 0.97 ? 0.97 : confidence;
}

static bool add_telling(chy_view *view, chy_tellings *tellings, const chy_telling *telling) {
    void *items = tellings->items;
    if (!chy_arena_room(view->arena, &items, sizeof *telling, tellings->count,
                        &tellings->capacity)) {
        return false;
    }
    tellings->items = items;
    tellings->items[tellings->count++] = *telling;
    return true;
}

void chy_telling_start(chy_view *view, uint32_t clause, chy_telling *telling) {
    const chy_match *match = &view->matches[clause];
    memset(telling, 0, sizeof *telling);
    telling->clause = clause;
    telling->rule = match->rule;
    telling->type = match->rule->type;
    telling->place = CHY_NONE;
    telling->event = CHY_NONE;
    telling->actors = *match->actors;
    telling->recipients = *match->recipients;
    telling->generic = telling->actors.count == 0 && telling->recipients.count == 0;
    take_gifts(view, telling);
    telling->visit = telling->type == CHY_CONSULT && (telling->modes & 1u) != 0;
    become(view, telling);
    telling->confidence = confidence_of(view, telling, match->score - match->rule->prefer);
}

/* "A curfew was imposed", "two soldiers were killed": a deed though nobody is named for it. */
static bool is_done_by_nobody(const chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    bool patient = false;
    if (clause->kind != CHY_CLAUSE_VERB || !clause->passive || clause->tense != CHY_TENSE_PAST ||
        clause->link == CHY_LINK_RELATIVE || telling->status != CHY_ASSERTED ||
        chy_plover_quad(telling->type) != 4 || telling->rule->body.actor.required ||
        telling->rule->body.recipient.required) {
        return false;
    }
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->role == CHY_ROLE_SUBJECT) return false;
        patient = patient || (argument->role == CHY_ROLE_OBJECT && !argument->inherited);
    }
    return patient;
}

/* Adds a telling and those of the same verb that is left out behind it. */
static bool add_with_gapped(chy_view *view, const chy_telling *telling, chy_tellings *tellings) {
    chy_telling last = *telling, next;
    for (uint32_t i = 0; i < GAPPED && chy_telling_gapped(view, &last, &next); i++) {
        if (!add_telling(view, tellings, &last)) return false;
        last = next;
    }
    return add_telling(view, tellings, &last);
}

static bool tell(chy_view *view, uint32_t clause, chy_tellings *tellings) {
    const chy_match *match = &view->matches[clause];
    chy_telling telling;
    chy_telling_start(view, clause, &telling);
    uint32_t whole = match->whole;
    if (whole != CHY_NONE && view->matches[whole].rule->type == CHY_PROTEST) {
        chy_telling protest;
        chy_telling_start(view, whole, &protest);
        telling.type = protest.type;
        telling.modes = protest.modes;
        telling.cameo = protest.cameo;
        telling.recipients = protest.recipients;
    }
    /* A noun without parties ("the talks") takes up an event told before; a verb without is
     * nothing, unless it is a passive that nobody is named for. */
    bool by_nobody = telling.generic &&
                     (is_done_by_nobody(view, &telling) || chy_is_signed_by_nobody(view, &telling));
    if (by_nobody) telling.generic = false;
    bool met = chy_telling_take_up(view, &telling);
    bool retells = telling.rule->body.retells;
    if (telling.generic && !met && !retells &&
        view->clauses->clauses[clause].kind != CHY_CLAUSE_NOUN) {
        return true;
    }
    if (!match->complete && !telling.generic && !by_nobody) return true;
    if (telling.dropped || chy_is_nothing_done(view, &telling)) return true;
    /* What they will or may go through is no account of what they did. */
    if (retells && (telling.type != telling.rule->type || telling.status != CHY_ASSERTED))
        return true;
    /* "the besieged town": what something is like, not what is told. */
    bool attribute =
        view->input->words[view->clauses->clauses[clause].word].deprel == CHY_DEPREL_AMOD;
    if (attribute && telling.actors.count == 0 && telling.count_count == 0) return true;
    telling.passing = (attribute && telling.visit) || chy_is_stay_beside(view, &telling);
    telling.reason = chy_is_reason(view, &telling);
    chy_telling_where_when(view, &telling);
    if (!chy_telling_about(view, &telling)) return false;
    if (!add_with_gapped(view, &telling, tellings)) return false;
    for (uint32_t i = 0; i < telling.rule->body.also.count && !telling.generic; i++) {
        const chy_effect *effect = &telling.rule->body.also.items[i];
        chy_telling second = telling;
        if (!holds(view, &telling, &effect->when)) continue;
        take_effect(&second, effect);
        if (!add_telling(view, tellings, &second)) return false;
    }
    return true;
}

/* ---- Types absorbed in the same sentence --------------------------------------------------------
 */

static bool share_actor(const chy_telling *a, const chy_telling *b) {
    if (a->actors.count == 0 || b->actors.count == 0) return true;
    for (uint32_t i = 0; i < a->actors.count; i++) {
        for (uint32_t k = 0; k < b->actors.count; k++) {
            if (a->actors.items[i].entity == b->actors.items[k].entity) return true;
        }
    }
    return false;
}

/* Drops what one telling absorbs among those of its sentence, [start, end). */
static void absorb_among(chy_tellings *tellings, uint32_t by, uint32_t start, uint32_t end) {
    const chy_telling *of = &tellings->items[by];
    uint32_t types = of->rule->body.absorbs_types;
    if (types == 0 || of->dropped || of->generic) return;
    for (uint32_t i = start; i < end; i++) {
        chy_telling *other = &tellings->items[i];
        if (i != by && (types >> other->type & 1u) != 0 && share_actor(of, other)) {
            other->dropped = true;
        }
    }
}

static void absorb_types(const chy_view *view, chy_tellings *tellings) {
    const chy_clause *clauses = view->clauses->clauses;
    uint32_t end;
    for (uint32_t start = 0; start < tellings->count; start = end) {
        uint32_t sentence = clauses[tellings->items[start].clause].sentence;
        end = start;
        while (end < tellings->count && clauses[tellings->items[end].clause].sentence == sentence) {
            end++;
        }
        for (uint32_t i = start; i < end; i++) {
            absorb_among(tellings, i, start, end);
        }
    }
}

bool chy_tellings_make(chy_view *view, chy_tellings *tellings) {
    bool *absorbed = chy_view_absorbed(view);
    if (absorbed == NULL) return false;
    for (uint32_t i = 0; i < view->clauses->clause_count; i++) {
        if (view->matches[i].rule == NULL || absorbed[i]) continue;
        if (!tell(view, i, tellings)) return false;
    }
    absorb_types(view, tellings);
    chy_tellings_name_pairs(view, tellings);
    chy_tellings_name_unsaid(view, tellings);
    chy_tellings_take_opening(view, tellings);
    chy_tellings_carry_places(view, tellings);
    chy_tellings_carry_days(view, tellings);
    chy_tellings_take_dateline(view, tellings);
    chy_tellings_carry_lengths(view, tellings);
    return !view->no_memory;
}
