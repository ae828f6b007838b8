/* Places in an event's sentence that are those of somebody's post, of whom a measure is laid on, of
 * its reason, of a relative clause or of what somebody else did, and not where it was. */
#include "events/telling.h"

#include "events/plover.h"

#include <string.h>

/* "its ambassador in Beirut": where someone is posted, not where something happens to him. */
static bool is_post(const chy_view *view, uint32_t word) {
    static const char *const posted[] = {"ambassador", "envoy",     "consul",         "diplomat",
                                         "embassy",    "consulate", "representative", "mission"};
    const chy_word *words = view->input->words;
    uint32_t head = words[word].head;
    return head != CHY_NONE && words[word].deprel == CHY_DEPREL_NMOD &&
           chy_is_listed(words[head].lemma, posted, CHY_COUNT_OF(posted));
}

/* "sanctions on nine judges in Belarus": who they are laid on, and where those live or act. */
static bool is_of_sanctioned(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_word *words = view->input->words;
    uint32_t above = words[word].deprel == CHY_DEPREL_NMOD ? words[word].head : CHY_NONE;
    for (uint32_t i = 0; telling->type == CHY_SANCTION && i < telling->recipients.count; i++) {
        uint32_t mention = telling->recipients.items[i].mention;
        if (mention == CHY_NONE) continue;
        uint32_t head = view->mentions->mentions[mention].head_word;
        if (head == word || head == above) return true;
    }
    return false;
}

static bool is_headed_by(const chy_view *view, const chy_fillings *parties, uint32_t word) {
    for (uint32_t i = 0; i < parties->count; i++) {
        uint32_t mention = parties->items[i].mention;
        if (mention != CHY_NONE && view->mentions->mentions[mention].head_word == word) return true;
    }
    return false;
}

/* "looted by men who blocked the road at Kara", "dispersed those who marched in Lima": the relative
 * clause on who did it on the spot, or on a crowd to whom it was done, tells what else was done
 * there. */
static bool is_deed_on_spot(const chy_view *view, const chy_telling *telling, uint32_t verb) {
    uint32_t of = view->clauses->clause_of_word[verb];
    const chy_rule *rule = of != CHY_NONE ? view->matches[of].rule : NULL;
    uint32_t who = view->input->words[verb].head;
    if (rule == NULL || chy_plover_quad(telling->type) != 4) return false;
    return (chy_plover_quad(rule->type) == 4 && is_headed_by(view, &telling->actors, who)) ||
           (rule->type == CHY_PROTEST && is_headed_by(view, &telling->recipients, who));
}

/* "jailed over articles about a raid in Kara": where the reason for it was. */
static bool is_in_reason(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (telling->type != CHY_SANCTION && telling->type != CHY_COERCE) return false;
    for (uint32_t at = view->input->words[word].head, steps = 0;
         at != CHY_NONE && at != clause->word && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (at > clause->word && chy_is_led_by(view, at, "over")) return true;
        at = view->input->words[at].head;
    }
    return false;
}

/* Whether a place stands in a relative clause on another noun: "the fishermen who were caught off
 * Alexandria". What is attacked is where it was going or standing. */
static bool is_in_relative(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_word *words = view->input->words;
    if (telling->type == CHY_ASSAULT) return false;
    for (uint32_t at = word, steps = 0; at != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS;
         at = words[at].head, steps++) {
        if (at == clause->word || at == clause->verb) return false;
        if (words[at].deprel == CHY_DEPREL_ACL_RELCL) return !is_deed_on_spot(view, telling, at);
        /* "the sailors | held in Izmir" */
        bool held = words[at].deprel == CHY_DEPREL_ACL && at != word &&
                    view->clauses->clause_of_word[at] != CHY_NONE;
        if (held && telling->type != CHY_CONSULT && chy_plover_quad(telling->type) < 3) return true;
    }
    return false;
}

static bool hangs_below(const chy_view *view, uint32_t word, uint32_t above) {
    for (uint32_t steps = 0; word != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (word == above) return true;
        word = view->input->words[word].head;
    }
    return false;
}

/* "Chad will buy boats, and Togo will train crews in Lome", "Chad trains crews in Sarh and Togo
 * thanked it": what is said, pledged or discussed is not where another, coordinated clause was with
 * a subject of its own. A phrase before both verbs is of both. */
static bool is_of_conjunct(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_word *words = view->input->words;
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    uint32_t verb = clause->verb != CHY_NONE ? clause->verb : words[clause->word].head;
    if (verb == CHY_NONE || chy_plover_quad(telling->type) == 4) return false;
    bool second = words[verb].deprel == CHY_DEPREL_CONJ && chy_has_subject(view, verb);
    for (uint32_t at = words[word].head, steps = 0;
         at != CHY_NONE && at != verb && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (second && at == words[verb].head) return word > at && word < verb;
        if (words[at].deprel == CHY_DEPREL_CONJ && words[at].upos == CHY_UPOS_VERB &&
            chy_has_subject(view, at) && !hangs_below(view, verb, at))
            return true;
        at = words[at].head;
    }
    return false;
}

/* "visited a mine at Arandis before the talks": talks are not where something else was before or
 * after them. */
static bool is_of_other_time(const chy_view *view, const chy_telling *telling, uint32_t word) {
    static const char *const apart[] = {"after", "before", "following", "since", "until"};
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_word *words = view->input->words;
    if (telling->type != CHY_CONSULT || clause->kind != CHY_CLAUSE_NOUN || clause->light != NULL)
        return false;
    uint32_t head = words[clause->word].head;
    bool other = head != CHY_NONE && chy_is_led_by(view, clause->word, "of") &&
                 strcmp(words[head].lemma, "eve") == 0;
    for (size_t i = 0; i < CHY_COUNT_OF(apart); i++)
        other = other || chy_is_led_by(view, clause->word, apart[i]);
    return other && !hangs_below(view, word, clause->word);
}

bool chy_is_of_other_matter(const chy_view *view, const chy_telling *telling, uint32_t word) {
    return is_post(view, word) || is_of_sanctioned(view, telling, word) ||
           is_in_reason(view, telling, word) || is_in_relative(view, telling, word) ||
           is_of_conjunct(view, telling, word) || is_of_other_time(view, telling, word);
}
