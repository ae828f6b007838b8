/* Joining the tellings of one event. Two tellings are of one event when they are of one type and
 * status, their parties agree, and neither time nor place speaks against it; for what is done with
 * words, when the content is the same as well. */
#include "events/join.h"

#include <string.h>

/* Sentences back of a deed whose doer only one of its tellings names. */
#define HALF_SENTENCES 3u

bool chy_is_verbal(uint8_t type) {
    return type == CHY_AGREE || type == CHY_REQUEST || type == CHY_ACCUSE || type == CHY_REJECT ||
           type == CHY_THREATEN || type == CHY_CONCEDE || type == CHY_SUPPORT;
}

/* What a clause is about, for comparison: the lemma of its complement, its object, or of what is
 * asked for. */
static const char *content_of(const chy_view *view, uint32_t clause) {
    static const char *const asked[] = {"for", NULL};
    const chy_clause *of = &view->clauses->clauses[clause];
    const char *object = "";
    const char *wanted = "";
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        if (argument->word >= view->input->word_count) continue;
        uint32_t inner = chy_view_argument_clause(view, argument);
        const char *lemma = view->input->words[argument->word].lemma;
        if (lemma == NULL) continue;
        if (argument->role == CHY_ROLE_COMPLEMENT) {
            return inner == CHY_NONE ? lemma : view->clauses->clauses[inner].lemma;
        }
        if (argument->role == CHY_ROLE_OBJECT && object[0] == '\0') object = lemma;
        if (chy_has_preposition(argument, asked)) wanted = lemma;
    }
    return object[0] != '\0' ? object : wanted;
}

/* "hit the fort in reprisal for the murder of two men", "met after the attack": another deed, for
 * or after which the clause's own was done. */
static bool stands_apart(const chy_view *view, const chy_clause *part) {
    static const char *const apart[] = {"for",    "after", "following", "over",
                                        "before", "since", "despite"};
    for (size_t i = 0; part->kind == CHY_CLAUSE_NOUN && i < sizeof apart / sizeof apart[0]; i++) {
        if (chy_is_led_by(view, part->word, apart[i])) return true;
    }
    return false;
}

/* Whether a clause tells more of the deed of the other: "bombed the camp, killing 20". */
static bool is_part_of(const chy_view *view, uint32_t part, uint32_t whole) {
    const chy_clause *clause = &view->clauses->clauses[part];
    if (whole != CHY_NONE && view->matches[part].whole == whole) return true;
    /* "..., killing 20 and wounding 9" */
    if (clause->link == CHY_LINK_CONJUNCT && clause->parent < view->clauses->clause_count) {
        const chy_clause *first = &view->clauses->clauses[clause->parent];
        if (first->link == CHY_LINK_ADVERBIAL &&
            (first->parent == whole || clause->parent == whole)) {
            return true;
        }
    }
    return clause->parent == whole && !stands_apart(view, clause) &&
           (clause->link == CHY_LINK_ADVERBIAL || clause->link == CHY_LINK_ARGUMENT ||
            clause->link == CHY_LINK_PURPOSE || clause->link == CHY_LINK_COMPLEMENT);
}

static bool is_close(const chy_view *view, uint32_t a, uint32_t b) {
    return is_part_of(view, a, b) || is_part_of(view, b, a);
}

/* A part of the deed may touch others than the whole does. */
static bool same_actors_in_part(const chy_view *view, const chy_tellings *tellings,
                                const chy_gathered *event, const chy_telling *telling) {
    uint32_t last = tellings->items[event->last_telling].clause;
    uint32_t first = tellings->items[event->first_telling].clause;
    bool close = is_close(view, last, telling->clause) || is_close(view, first, telling->clause) ||
                 (is_part_of(view, telling->clause, view->clauses->clauses[last].parent) &&
                  is_part_of(view, last, view->clauses->clauses[last].parent));
    return close && !chy_is_verbal(telling->type) && telling->type != CHY_CONSULT &&
           chy_parties_agree(view, &event->actors, &telling->actors);
}

/* "shot and wounded a guard", "threw stones and burned cars": told in one breath. */
static bool is_same_stroke(const chy_view *view, const chy_telling *last,
                           const chy_telling *telling) {
    const chy_clause *clauses = view->clauses->clauses;
    const chy_clause *clause = &clauses[telling->clause];
    bool beside =
        clause->link == CHY_LINK_CONJUNCT &&
        (clause->parent == last->clause || clause->parent == clauses[last->clause].parent);
    /* "convicted the mayor of murder and sentenced him to 30 years" */
    bool verdict = telling->type == CHY_SANCTION && telling->modes != 0 &&
                   telling->modes == last->modes && strcmp(telling->cameo, "116") == 0 &&
                   strcmp(last->cameo, "116") == 0;
    /* "summoned the envoy and handed him a note" */
    bool protest = telling->type == CHY_ACCUSE && strcmp(telling->cameo, "114") == 0 &&
                   strcmp(last->cameo, "114") == 0;
    return beside && (telling->type == CHY_PROTEST || verdict || protest ||
                      (telling->type == CHY_ASSAULT && telling->recipients.count > 0 &&
                       last->recipients.count > 0));
}

static bool same_deed(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                      const chy_telling *telling) {
    const chy_telling *last = &tellings->items[event->last_telling];
    const chy_telling *first = &tellings->items[event->told_by];
    const chy_clause *clauses = view->clauses->clauses;
    if (telling->type == CHY_CONSULT) return true;
    if (chy_is_verbal(telling->type)) {
        const char *a = content_of(view, first->clause);
        const char *b = content_of(view, telling->clause);
        bool content = a[0] == '\0' || b[0] == '\0' || strcmp(a, b) == 0;
        if (is_same_stroke(view, last, telling)) return true;
        return first->rule == telling->rule && content && strcmp(first->cameo, telling->cameo) == 0;
    }
    return first->rule == telling->rule || last->rule == telling->rule ||
           is_same_stroke(view, last, telling) ||
           clauses[telling->clause].kind == CHY_CLAUSE_NOUN ||
           clauses[first->clause].kind == CHY_CLAUSE_NOUN ||
           is_close(view, last->clause, telling->clause);
}

bool chy_is_visit(uint8_t type, uint32_t modes) {
    return type == CHY_CONSULT && (modes & 1u) != 0;
}

bool chy_is_abduction(uint8_t type, uint32_t modes) {
    return type == CHY_ASSAULT && (modes & 1u) != 0;
}

/* "briefed him | on his talks in Tehran": what a meeting is about is not the meeting. */
static bool is_spoken_of(const chy_view *view, const chy_tellings *tellings,
                         const chy_gathered *event, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (clause->parent != tellings->items[event->last_telling].clause) return false;
    for (const char *const *p = chy_topic_prepositions; *p != NULL; p++) {
        if (chy_is_led_by(view, clause->word, *p)) return true;
    }
    return false;
}

/* "a raid in Uganda", by nobody, and long after who has fought that state: little speaks for one
 * deed. */
static bool is_half_known(const chy_view *view, const chy_gathered *event,
                          const chy_telling *telling) {
    uint32_t apart = view->clauses->clauses[telling->clause].sentence - event->sentence;
    if ((event->actors.count == 0) == (telling->actors.count == 0) || apart <= HALF_SENTENCES)
        return false;
    for (uint32_t i = 0; i < telling->recipients.count; i++) {
        uint32_t entity = telling->recipients.items[i].entity;
        if (view->mentions->entities[entity].kind == CHY_ENTITY_COUNTRY) continue;
        for (uint32_t k = 0; k < event->recipients.count; k++)
            if (event->recipients.items[k].entity == entity) return false;
    }
    return true;
}

/* Whether a telling, neither headlined nor an attack told again, is of an event of its type. */
static bool same_event(const chy_view *view, const chy_tellings *tellings,
                       const chy_gathered *event, const chy_telling *telling) {
    if (chy_is_visit(event->type, event->modes) != chy_is_visit(telling->type, telling->modes) ||
        chy_is_call_on_stay(view, event, telling) || chy_adds_mediator(event, telling)) {
        return false;
    }
    /* "gathered at the court and jeered the judges": one protest, at both; "attacked a market and
     * killed four people". */
    if ((telling->type == CHY_PROTEST || chy_is_toll_count(telling)) && telling->actors.count > 0 &&
        event->actors.count > 0 &&
        is_same_stroke(view, &tellings->items[event->last_telling], telling) &&
        chy_parties_agree(view, &event->actors, &telling->actors)) {
        return true;
    }
    bool parties = telling->type == CHY_CONSULT && !chy_is_visit(telling->type, telling->modes)
                       ? chy_is_same_meeting(view, event, telling)
                       : chy_sides_agree(view, event, telling);
    if (same_actors_in_part(view, tellings, event, telling)) return true;
    if (is_half_known(view, event, telling)) return false;
    return parties && !chy_dates_clash(event, telling) && !chy_places_clash(view, event, telling) &&
           same_deed(view, tellings, event, telling);
}

/* Why a telling is of an event, or that it is not. */
static chy_joint joint_of(const chy_view *view, const chy_tellings *tellings,
                          const chy_gathering *gathering, const chy_gathered *event,
                          const chy_telling *telling) {
    if (chy_is_headlined(view, tellings, event, telling)) return CHY_JOINT_HEADLINE;
    if (chy_is_same_resignation(view, tellings, event, telling)) return CHY_JOINT_TOLD;
    if (event->type != telling->type || event->status != telling->status ||
        chy_is_abduction(event->type, event->modes) !=
            chy_is_abduction(telling->type, telling->modes) ||
        is_spoken_of(view, tellings, event, telling)) {
        return CHY_JOINT_NONE;
    }
    if (chy_is_on_visit(view, tellings, event, telling) ||
        chy_is_same_stay(view, tellings, event, telling)) {
        return CHY_JOINT_TOLD;
    }
    if (chy_is_attack_again(view, tellings, gathering, event, telling)) return CHY_JOINT_ATTACK;
    bool told = chy_is_deed_again(view, tellings, event, telling) ||
                chy_is_after_welcome(view, tellings, event, telling) ||
                chy_is_welcome_to(view, tellings, event, telling) ||
                same_event(view, tellings, event, telling);
    return told ? CHY_JOINT_TOLD : CHY_JOINT_NONE;
}

/* Whether a noun points back: "the attack", "this visit", "talks". */
static bool points_back(const chy_view *view, const chy_telling *telling) {
    if (telling->rule->type == CHY_CONSULT) return true;
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    uint32_t word = clause->word;
    /* "the sanctions were announced" */
    for (uint32_t i = 0; clause->passive && i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->role == CHY_ROLE_OBJECT) word = argument->word;
    }
    return chy_points_back(view, word);
}

/* A guest was received, or called on somebody: "the audience" and "the talks" that follow were
 * theirs. */
static bool is_reception(const chy_view *view, const chy_tellings *tellings,
                         const chy_gathered *event) {
    return event->actors.count > 0 && event->recipients.count > 0 &&
           (strcmp(tellings->items[event->told_by].cameo, "043") == 0 ||
            (chy_is_visit(event->type, event->modes) && !chy_is_journey(view, event)));
}

/* Whether "the talks" can be the event: told a few sentences before, of the same kind. */
static bool takes_up(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                     const chy_telling *telling) {
    uint8_t type = telling->rule->type;
    bool free = type == CHY_CONSULT || type == CHY_ASSAULT || type == CHY_PROTEST;
    if (!free && tellings->items[event->first_telling].rule != telling->rule) return false;
    if (is_spoken_of(view, tellings, event, telling)) return false;
    uint32_t sentence = view->clauses->clauses[telling->clause].sentence;
    /* "The next round of talks will be held in May" is none that was held. */
    bool held = telling->type == telling->rule->type || telling->status != CHY_ASSERTED;
    /* "Talks had been broken off in 2019" are none of today's. */
    bool old = telling->status == CHY_HISTORICAL && event->status != CHY_HISTORICAL;
    return event->type == telling->rule->type && held && !old &&
           !chy_adds_mediator(event, telling) && points_back(view, telling) &&
           sentence - event->sentence <= CHY_NEAR_SENTENCES &&
           chy_is_abduction(event->type, event->modes) ==
               chy_is_abduction(telling->type, telling->modes) &&
           (chy_is_visit(event->type, event->modes) ==
                chy_is_visit(telling->type, telling->modes) ||
            (telling->generic && sentence == event->sentence) ||
            ((telling->generic || telling->soft) && is_reception(view, tellings, event))) &&
           !chy_dates_clash(event, telling);
}

/* ---- Joining ------------------------------------------------------------------------------------
 */

/* Whether and how a telling tells the event: names it, takes it up, or tells it again. */
static chy_joint tells(const chy_view *view, const chy_tellings *tellings,
                       const chy_gathering *gathering, const chy_gathered *event,
                       const chy_telling *telling) {
    if (telling->rule->body.retells || telling->passing) {
        bool told = telling->rule->body.retells ? chy_is_account(view, event, telling)
                                                : chy_is_of_guest(view, event, telling);
        return told ? CHY_JOINT_TAKEN_UP : CHY_JOINT_NONE;
    }
    bool empty = telling->actors.count == 0 && telling->recipients.count == 0;
    bool back = telling->generic || telling->soft || empty;
    if (back && takes_up(view, tellings, event, telling)) return CHY_JOINT_TAKEN_UP;
    return !back || (empty && !telling->generic)
               ? joint_of(view, tellings, gathering, event, telling)
               : CHY_JOINT_NONE;
}

/* Joins a telling to the last event that it tells, or begins one. False: no memory. */
static bool place_telling(chy_view *view, chy_tellings *tellings, uint32_t index,
                          chy_gathering *gathering) {
    chy_telling *telling = &tellings->items[index];
    bool joined = telling->dropped;
    gathering->next_of[index] = CHY_NONE;
    uint32_t oldest = gathering->count > CHY_JOIN_WINDOW ? gathering->count - CHY_JOIN_WINDOW : 0;
    for (uint32_t e = gathering->count; e > oldest && !joined; e--) {
        chy_joint joint = tells(view, tellings, gathering, &gathering->items[e - 1], telling);
        joined = joint != CHY_JOINT_NONE;
        if (joined) chy_event_take(view, tellings, index, gathering, e - 1, joint);
    }
    /* What nobody tells but who is thankful for it, on no day that is known, is no news. */
    if (!joined && telling->reason && telling->date[0] == '\0') telling->status = CHY_HISTORICAL;
    bool begins = !joined && !telling->generic && !telling->rule->body.retells;
    return !begins || chy_event_begin(view, tellings, index, gathering);
}

static bool retells(const chy_telling *telling) {
    return telling->rule->body.retells || telling->passing;
}

bool chy_tellings_join(chy_view *view, chy_tellings *tellings, chy_gathering *gathering) {
    const chy_clause *clauses = view->clauses->clauses;
    gathering->next_of = chy_arena_alloc(view->arena, tellings->count, sizeof *gathering->next_of);
    if (gathering->next_of == NULL) return false;
    uint32_t end;
    for (uint32_t start = 0; start < tellings->count; start = end) {
        uint32_t sentence = clauses[tellings->items[start].clause].sentence;
        end = start;
        while (end < tellings->count && clauses[tellings->items[end].clause].sentence == sentence)
            end++;
        /* "Rice topped the agenda when the two met", "The visiting premier met the king": what
         * retells comes after what it retells. */
        for (uint32_t i = start; i < end; i++) {
            if (retells(&tellings->items[i])) continue;
            if (!place_telling(view, tellings, i, gathering)) return false;
        }
        for (uint32_t i = start; i < end; i++) {
            if (!retells(&tellings->items[i])) continue;
            if (!place_telling(view, tellings, i, gathering)) return false;
        }
    }
    return true;
}
