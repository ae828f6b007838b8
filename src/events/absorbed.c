/* Which clauses the event of another clause takes in. */
#include "events/join.h"

#include "events/plover.h"

#include <string.h>

/* Arguments that are looked at for one place. */
#define MOST 32u

/* "agreed to share the water | after a meeting of their ministers": it has been, whatever is agreed
 * or promised behind it. */
static bool has_been(const chy_view *view, uint32_t clause) {
    static const char *const leads[] = {"after", "following"};
    const chy_clause *of = &view->clauses->clauses[clause];
    uint32_t word = of->word;
    /* "after | two hours | of talks" */
    uint32_t measure = view->input->words[word].head;
    if (measure != CHY_NONE && view->mentions->time_of_word[measure] != CHY_NONE) word = measure;
    for (size_t i = 0; of->kind == CHY_CLAUSE_NOUN && i < CHY_COUNT_OF(leads); i++) {
        if (chy_is_led_by(view, word, leads[i])) return true;
    }
    return false;
}

static void absorb_word(chy_view *view, uint32_t clause, uint32_t word, bool *absorbed) {
    const chy_phrase *phrase = chy_view_phrase(view, word);
    for (uint32_t i = 0; i < phrase->count; i++) {
        uint32_t inner = view->clauses->clause_of_word[phrase->words[i]];
        if (inner != CHY_NONE && inner != clause && !has_been(view, inner)) absorbed[inner] = true;
    }
}

/* "a visit to Fiji | that will take her to Suva": a deed of its own, of which the clause tells
 * more.
 */
static bool told_before(const chy_view *view, uint32_t clause, uint32_t inner) {
    const chy_clause *of = &view->clauses->clauses[clause];
    return inner != CHY_NONE && of->link == CHY_LINK_RELATIVE && of->parent == inner &&
           view->matches[inner].rule != NULL && view->matches[inner].complete;
}

/* Marks what the rule of a clause takes in, before its own children are looked at. */
static void absorb_from(chy_view *view, uint32_t clause, bool *absorbed) {
    const chy_argument *arguments[MOST];
    const chy_match *match = &view->matches[clause];
    if (match->rule == NULL || !match->complete) return;
    const chy_rule_body *body = &match->rule->body;
    for (uint32_t p = 0; p < body->absorbs.count; p++) {
        uint32_t count = chy_arguments_at(view, clause, &body->absorbs.items[p], arguments, MOST);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t inner = chy_view_argument_clause(view, arguments[i]);
            if (told_before(view, clause, inner)) continue;
            if (inner != CHY_NONE && inner != clause) absorbed[inner] = true;
            absorb_word(view, clause, arguments[i]->word, absorbed);
        }
    }
    uint32_t parent = view->clauses->clauses[clause].parent;
    if (body->absorbs_parent && parent < view->clauses->clause_count) absorbed[parent] = true;
}

/* "vetoed a resolution | calling for a truce": what a text asks for that is turned down. */
static bool is_in_refused_text(const chy_view *view, uint32_t clause) {
    const chy_clause *clauses = view->clauses->clauses;
    const chy_clause *of = &clauses[clause];
    const chy_rule *rule = view->matches[clause].rule;
    if (of->link != CHY_LINK_RELATIVE || rule == NULL || rule->type != CHY_REQUEST ||
        of->parent >= view->clauses->clause_count ||
        (view->input->words[of->word].feat_bits & CHY_FEAT_FINITE) != 0) {
        return false;
    }
    uint32_t above = of->parent;
    if (clauses[above].kind == CHY_CLAUSE_NOUN && clauses[above].link == CHY_LINK_ARGUMENT)
        above = clauses[above].parent;
    return above < view->clauses->clause_count && view->matches[above].rule != NULL &&
           view->matches[above].complete && view->matches[above].rule->type == CHY_REJECT;
}

/* "ordered | an inquiry": the noun by which the rule of the verb above knows the one deed, where
 * joining would not bring them together. */
static bool is_noun_of_deed(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    const chy_match *own = &view->matches[clause];
    if (of->kind != CHY_CLAUSE_NOUN || of->link != CHY_LINK_ARGUMENT || own->rule == NULL ||
        of->parent >= view->clauses->clause_count) {
        return false;
    }
    const chy_clause *parent = &view->clauses->clauses[of->parent];
    const chy_match *above = &view->matches[of->parent];
    if (own->rule != above->rule || !above->complete ||
        !chy_parties_covered(view, own->recipients, above->recipients, above->actors)) {
        return false;
    }
    bool alike = chy_status_of(view->flags[clause]) == chy_status_of(view->flags[of->parent]);
    if (alike && !chy_is_verbal(own->rule->type)) return false;
    for (uint32_t i = 0; i < parent->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[parent->first_argument + i];
        if (argument->role == CHY_ROLE_OBJECT && chy_view_argument_clause(view, argument) == clause)
            return true;
    }
    return false;
}

/* "promised to send doctors | and to train nurses": another promise, told by what is promised. */
static bool is_further_promise(const chy_view *view, uint32_t index) {
    const chy_clause *clauses = view->clauses->clauses;
    const chy_match *own = &view->matches[index];
    if (own->rule == NULL || !own->complete || chy_plover_quad(own->rule->type) > 2 ||
        !chy_shares_governor(view, index))
        return false;
    uint32_t governor = clauses[clauses[index].parent].parent;
    const chy_match *above =
        governor < view->clauses->clause_count ? &view->matches[governor] : NULL;
    return above != NULL && above->rule != NULL && above->complete &&
           above->rule->type == CHY_AGREE;
}

/* What hangs from an absorbed clause is absorbed too, unless it tells more of a noun in it. */
bool *chy_view_absorbed(chy_view *view) {
    uint32_t count = view->clauses->clause_count;
    bool *absorbed = chy_arena_alloc(view->arena, count, sizeof *absorbed);
    for (uint32_t i = 0; absorbed != NULL && i < count; i++) {
        uint32_t at = view->order[i];
        const chy_clause *clause = &view->clauses->clauses[at];
        bool hangs = clause->link != CHY_LINK_RELATIVE && clause->link != CHY_LINK_NONE &&
                     !has_been(view, at);
        if (hangs && clause->parent < count && absorbed[clause->parent])
            absorbed[at] = !is_further_promise(view, at);
        if (is_in_refused_text(view, at)) absorbed[at] = true;
        if (!absorbed[at]) absorb_from(view, at, absorbed);
    }
    for (uint32_t i = 0; absorbed != NULL && i < count; i++)
        absorbed[i] = absorbed[i] || is_noun_of_deed(view, i) ||
                      chy_is_told_with_promise(view, i) || chy_is_named_again(view, i);
    return absorbed;
}
