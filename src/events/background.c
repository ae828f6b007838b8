/* Clauses that a rule codes and that tell no event all the same: aims, habits, what anybody may do,
 * what a thing is called, what was spoken of. */
#include "events/join.h"

#include <string.h>

/* "blocked the road to demand water": what a protest or a gift is for is no second event. */
static bool is_only_an_aim(const chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (clause->link != CHY_LINK_PURPOSE || clause->parent >= view->clauses->clause_count) {
        return false;
    }
    const chy_match *above = &view->matches[clause->parent];
    /* "lined the street to cheer the guest": an aim alone promises nothing. */
    bool told = above->rule != NULL && above->complete && above->rule->type != CHY_CONSULT;
    bool to_come = (view->flags[telling->clause] & CHY_FLAG_FUTURE) != 0;
    bool promised = telling->rule->type == CHY_AGREE && telling->status != CHY_ASSERTED;
    if (telling->type == CHY_AGREE && (told || (to_come && !promised))) return true;
    /* "sent soldiers to rescue them" is the one gift. */
    if (above->rule != NULL && above->complete && above->rule->type == CHY_AID &&
        telling->rule->type == CHY_AID) {
        return true;
    }
    return above->rule != NULL && above->complete && above->rule->type == CHY_PROTEST &&
           (telling->type == CHY_REQUEST || telling->type == CHY_PROTEST ||
            telling->type == CHY_ACCUSE || telling->type == CHY_REJECT);
}

/* "those who bomb markets", "whoever attacks us": what anybody may do, and nobody is said to have
 * done. */
static bool is_of_anybody(const chy_view *view, uint32_t clause) {
    static const char *const anybody[] = {"that",     "anyone",    "anybody", "whoever",
                                          "everyone", "everybody", "he",      "they"};
    const chy_clause *of = &view->clauses->clauses[clause];
    const chy_word *words = view->input->words;
    if (of->verb == CHY_NONE || of->tense == CHY_TENSE_PAST) return false;
    for (uint32_t c = view->child[of->verb]; c != CHY_NONE; c = view->sibling[c]) {
        bool whoever = words[c].deprel == CHY_DEPREL_NSUBJ && words[c].lemma != NULL &&
                       strcmp(words[c].lemma, "whoever") == 0;
        if (whoever) return true;
    }
    uint32_t head = words[of->verb].head;
    return of->link == CHY_LINK_RELATIVE && head != CHY_NONE && words[head].upos == CHY_UPOS_PRON &&
           chy_is_listed(words[head].lemma, anybody, CHY_COUNT_OF(anybody));
}

/* "condemned the pledge as a surrender": what somebody calls a thing has not been done. */
static bool is_what_called(const chy_view *view, const chy_clause *clause) {
    return clause->kind == CHY_CLAUSE_NOUN && clause->link == CHY_LINK_ARGUMENT &&
           clause->light == NULL && chy_is_led_by(view, clause->word, "as");
}

/* Whether a noun stands in the object of the clause above it. */
static bool is_under_object(const chy_view *view, const chy_clause *clause) {
    const chy_clause *above = &view->clauses->clauses[clause->parent];
    for (uint32_t word = clause->word, steps = 0;
         word != CHY_NONE && word != above->word && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (view->input->words[word].deprel == CHY_DEPREL_OBJ &&
            view->input->words[word].head == above->word)
            return true;
        word = view->input->words[word].head;
    }
    return false;
}

/* "The release of two men topped the agenda": what those who met spoke of has not been done. */
static bool is_spoken_of(const chy_view *view, const chy_clause *clause) {
    if (clause->kind != CHY_CLAUSE_NOUN || clause->light != NULL ||
        clause->link != CHY_LINK_ARGUMENT || clause->parent >= view->clauses->clause_count)
        return false;
    const chy_rule *above = view->matches[clause->parent].rule;
    if (above == NULL || above->type != CHY_CONSULT) return false;
    bool object = false;
    for (uint32_t p = 0; p < above->body.topic.count; p++)
        object = object || (above->body.topic.items[p].kind == CHY_AT_ROLE &&
                            above->body.topic.items[p].role == CHY_ROLE_OBJECT);
    return above->body.retells || (object && is_under_object(view, clause));
}

/* "the agency, which negotiates for Malta", "a firm that ships arms": what somebody or something
 * always does, told to say who it is. */
static bool is_habit(const chy_view *view, const chy_telling *telling) {
    static const char *const pronouns[] = {"that", "which", "who"};
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_word *words = view->input->words;
    if (clause->link != CHY_LINK_RELATIVE || clause->kind != CHY_CLAUSE_VERB ||
        clause->tense != CHY_TENSE_PRESENT || clause->passive || clause->verb == CHY_NONE ||
        telling->status != CHY_ASSERTED || chy_in_heading(view, clause->sentence) ||
        (words[clause->verb].feat_bits & CHY_FEAT_FINITE) == 0)
        return false;
    bool whose = false;
    for (uint32_t c = view->child[clause->verb]; c != CHY_NONE; c = view->sibling[c]) {
        if (words[c].deprel == CHY_DEPREL_AUX || words[c].deprel == CHY_DEPREL_COP) return false;
        whose = whose || (words[c].deprel == CHY_DEPREL_NSUBJ &&
                          chy_is_listed(words[c].lemma, pronouns, CHY_COUNT_OF(pronouns)));
    }
    return whose;
}

/* "the number of villagers killed this year": a tally of many deeds. */
static bool is_in_tally(const chy_view *view, uint32_t clause) {
    static const char *const tallies[] = {"number", "toll", "total", "tally", "count"};
    const chy_clause *of = &view->clauses->clauses[clause];
    const chy_word *words = view->input->words;
    if (of->verb == CHY_NONE || words[of->verb].deprel != CHY_DEPREL_ACL) return false;
    uint32_t counted = words[of->verb].head;
    if (counted == CHY_NONE) return false;
    uint32_t head = words[counted].deprel == CHY_DEPREL_NMOD ? words[counted].head : counted;
    return head != CHY_NONE && chy_is_listed(words[head].lemma, tallies, CHY_COUNT_OF(tallies));
}

bool chy_is_reason(const chy_view *view, const chy_telling *telling) {
    static const char *const judging[] = {
        "acclaim",  "admonish", "applaud",   "apologise",    "apologize", "blame",     "castigate",
        "chide",    "commend",  "condemn",   "congratulate", "credit",    "criticise", "criticize",
        "denounce", "fault",    "forgive",   "hail",         "honor",     "honour",    "laud",
        "praise",   "rebuke",   "reprimand", "reproach",     "salute",    "scold",     "thank"};
    const chy_clause *clauses = view->clauses->clauses;
    const chy_clause *of = &clauses[telling->clause];
    return of->kind == CHY_CLAUSE_VERB && of->link == CHY_LINK_COMPLEMENT &&
           telling->status == CHY_ASSERTED && of->parent < view->clauses->clause_count &&
           (view->input->words[of->word].feat_bits & CHY_FEAT_FINITE) == 0 &&
           clauses[of->parent].kind == CHY_CLAUSE_VERB &&
           chy_is_listed(clauses[of->parent].lemma, judging, CHY_COUNT_OF(judging));
}

/* "quoted a line from a song: Troy fell at dawn": what words of another day tell is no news. */
static bool is_recited(const chy_view *view, uint32_t clause) {
    uint32_t said = view->statements->statement_of_word[view->clauses->clauses[clause].word];
    return said != CHY_NONE && view->statements->statements[said].origin.end >
                                   view->statements->statements[said].origin.start;
}

bool chy_is_nothing_done(const chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    return is_only_an_aim(view, telling) || is_recited(view, telling->clause) ||
           is_of_anybody(view, telling->clause) || is_in_tally(view, telling->clause) ||
           is_habit(view, telling) || is_what_called(view, clause) ||
           (telling->type != CHY_CONSULT && is_spoken_of(view, clause));
}
