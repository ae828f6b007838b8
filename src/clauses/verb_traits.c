/* What verbs and adjectives make of the clause below them. */
#include "clauses/tables.h"

#include "base/base.h"

#include <string.h>

/* Names of this file's columns, so that a row stays on a line. */
/* clang-format off */
#define SUBJECT_CONTROL  CHY_TRAIT_SUBJECT_CONTROL
#define PHASE            CHY_TRAIT_PHASE
#define MODAL            CHY_TRAIT_MODAL
#define IMPLICATIVE      CHY_TRAIT_IMPLICATIVE
#define INTENDED         CHY_TRAIT_INTENDED
#define INTENDED_PASSIVE CHY_TRAIT_INTENDED_PASSIVE
#define NECESSARY        CHY_TRAIT_NECESSARY
#define POSSIBLE         CHY_TRAIT_POSSIBLE
#define NEGATIVE         CHY_TRAIT_NEGATIVE
#define NOUN_CONTROL     CHY_TRAIT_NOUN_CONTROL
#define LINKING          CHY_TRAIT_LINKING
#define INFINITIVE       CHY_TRAIT_INFINITIVE
#define REPORT           CHY_TRAIT_REPORT
#define STATE            CHY_TRAIT_STATE

/* Sorted by lemma: verbs, and adjectives that take an infinitive. The last column is the preposition of the
 * phrase that does what the complement says ("called on them to leave"). */
static const chy_verb_trait verb_traits[] = {
    {"abandon", NOUN_CONTROL, ""},
    {"able", POSSIBLE, ""},
    {"about", INTENDED, ""},
    {"accuse", IMPLICATIVE | REPORT, ""},
    {"acknowledge", REPORT, ""},
    {"add", REPORT, ""},
    {"admit", IMPLICATIVE | REPORT, ""},
    {"advise", INFINITIVE, ""},
    {"agree", INTENDED | INFINITIVE | REPORT, ""},
    {"aim", INTENDED | INFINITIVE, ""},
    {"allege", REPORT, ""},
    {"allow", POSSIBLE | INFINITIVE, ""},
    {"announce", INTENDED | NOUN_CONTROL | REPORT, ""},
    {"apologise", IMPLICATIVE, ""},
    {"apologize", IMPLICATIVE, ""},
    {"appeal", INFINITIVE, "to"},
    {"appear", PHASE | POSSIBLE | LINKING, ""},
    {"appoint", INFINITIVE, ""},
    {"approve", NOUN_CONTROL, ""},
    {"argue", REPORT, ""},
    {"arrange", INTENDED | NOUN_CONTROL | INFINITIVE, ""},
    {"arrest", IMPLICATIVE, ""},
    {"ask", INFINITIVE | REPORT, ""},
    {"assert", REPORT, ""},
    {"assure", REPORT, ""},
    {"attempt", INTENDED | NOUN_CONTROL | INFINITIVE, ""},
    {"authorise", POSSIBLE | INFINITIVE, ""},
    {"authorize", POSSIBLE | INFINITIVE, ""},
    {"avoid", NEGATIVE, ""},
    {"ban", NEGATIVE, ""},
    {"bar", NEGATIVE, ""},
    {"become", LINKING, ""},
    {"beg", INFINITIVE, ""},
    {"begin", PHASE, ""},
    {"believe", INFINITIVE | REPORT, ""},
    {"blame", IMPLICATIVE, ""},
    {"block", NEGATIVE, ""},
    {"bound", INTENDED, ""},
    {"call", INFINITIVE, "on"},
    {"call_off", NOUN_CONTROL, ""},
    {"cancel", NOUN_CONTROL, ""},
    {"catch", IMPLICATIVE, ""},
    {"cause", IMPLICATIVE | INFINITIVE, ""},
    {"cease", NOUN_CONTROL | INFINITIVE, ""},
    {"certain", INTENDED, ""},
    {"challenge", INFINITIVE, ""},
    {"charge", IMPLICATIVE | REPORT, ""},
    {"choose", INTENDED | INFINITIVE, ""},
    {"claim", INFINITIVE | REPORT, ""},
    {"command", INFINITIVE, ""},
    {"commence", PHASE, ""},
    {"commit", INTENDED | INFINITIVE | STATE, ""},
    {"committed", INTENDED, ""},
    {"compel", IMPLICATIVE | INFINITIVE, ""},
    {"conclude", REPORT, ""},
    {"condemn", IMPLICATIVE, ""},
    {"confess", IMPLICATIVE | REPORT, ""},
    {"confirm", REPORT, ""},
    {"consider", INTENDED | NOUN_CONTROL, ""},
    {"continue", PHASE, ""},
    {"convict", IMPLICATIVE, ""},
    {"convince", INFINITIVE, ""},
    {"criticise", IMPLICATIVE, ""},
    {"criticize", IMPLICATIVE, ""},
    {"cut_short", NOUN_CONTROL, ""},
    {"dare", IMPLICATIVE | INFINITIVE, ""},
    {"decide", INTENDED | INFINITIVE | REPORT, ""},
    {"declare", NOUN_CONTROL | REPORT, ""},
    {"decline", NEGATIVE | INFINITIVE, ""},
    {"dedicate", INTENDED | STATE, ""},
    {"dedicated", INTENDED, ""},
    {"delay", NOUN_CONTROL, ""},
    {"demand", INFINITIVE | REPORT, ""},
    {"deny", NEGATIVE | REPORT, ""},
    {"deter", NEGATIVE, ""},
    {"determine", INTENDED | INFINITIVE | STATE, ""},
    {"determined", INTENDED, ""},
    {"direct", INFINITIVE, ""},
    {"disclose", REPORT, ""},
    {"discourage", NEGATIVE, ""},
    {"dissuade", NEGATIVE, ""},
    {"due", INTENDED, ""},
    {"eager", INTENDED, ""},
    {"elect", INFINITIVE, ""},
    {"emphasise", REPORT, ""},
    {"emphasize", REPORT, ""},
    {"enable", POSSIBLE | INFINITIVE, ""},
    {"encourage", INFINITIVE, ""},
    {"end", NOUN_CONTROL, ""},
    {"ensure", REPORT, ""},
    {"entreat", INFINITIVE, ""},
    {"estimate", REPORT, ""},
    {"expect", INTENDED_PASSIVE | INFINITIVE | REPORT, ""},
    {"explain", REPORT, ""},
    {"fail", NEGATIVE | INFINITIVE, ""},
    {"fear", REPORT, ""},
    {"feel", LINKING, ""},
    {"find", IMPLICATIVE | REPORT, ""},
    {"finish", IMPLICATIVE, ""},
    {"forbid", NEGATIVE | INFINITIVE, ""},
    {"force", IMPLICATIVE | INFINITIVE, ""},
    {"forget", NEGATIVE | INFINITIVE, ""},
    {"free", POSSIBLE, ""},
    {"go", MODAL | INTENDED, ""},
    {"grow", LINKING, ""},
    {"halt", NOUN_CONTROL, ""},
    {"happen", IMPLICATIVE, ""},
    {"have", MODAL | NECESSARY, ""},
    {"hear", IMPLICATIVE, ""},
    {"help", IMPLICATIVE | INFINITIVE, ""},
    {"hope", INTENDED | INFINITIVE | REPORT, ""},
    {"implore", INFINITIVE, ""},
    {"indicate", REPORT, ""},
    {"inform", REPORT, ""},
    {"insist", REPORT, ""},
    {"instruct", INFINITIVE, ""},
    {"intend", INTENDED | NOUN_CONTROL | INFINITIVE, ""},
    {"invite", INFINITIVE, ""},
    {"jail", IMPLICATIVE, ""},
    {"keen", INTENDED, ""},
    {"keep", PHASE, ""},
    {"know", REPORT, ""},
    {"lead", IMPLICATIVE | INFINITIVE, ""},
    {"let", IMPLICATIVE, ""},
    {"likely", POSSIBLE, ""},
    {"lobby", INFINITIVE, ""},
    {"look", LINKING, ""},
    {"maintain", REPORT, ""},
    {"make", IMPLICATIVE, ""},
    {"manage", IMPLICATIVE | INFINITIVE, ""},
    {"mull", INTENDED | NOUN_CONTROL, ""},
    {"need", NECESSARY | INFINITIVE, ""},
    {"neglect", NEGATIVE | INFINITIVE, ""},
    {"negotiate", NOUN_CONTROL, ""},
    {"note", REPORT, ""},
    {"oblige", IMPLICATIVE | INFINITIVE, ""},
    {"offer", INTENDED | NOUN_CONTROL | INFINITIVE, ""},
    {"order", NOUN_CONTROL | INFINITIVE, ""},
    {"permit", POSSIBLE | INFINITIVE, ""},
    {"persuade", INFINITIVE, ""},
    {"plan", INTENDED | NOUN_CONTROL | INFINITIVE, ""},
    {"plead", INFINITIVE, "with"},
    {"pledge", SUBJECT_CONTROL | INTENDED | NOUN_CONTROL | INFINITIVE | REPORT, ""},
    {"poised", INTENDED, ""},
    {"postpone", NOUN_CONTROL, ""},
    {"praise", IMPLICATIVE, ""},
    {"predict", REPORT, ""},
    {"prepare", INTENDED | NOUN_CONTROL | INFINITIVE | STATE, ""},
    {"prepared", INTENDED, ""},
    {"press", INFINITIVE, ""},
    {"pressure", INFINITIVE, ""},
    {"prevent", NEGATIVE, ""},
    {"proceed", PHASE, ""},
    {"prohibit", NEGATIVE, ""},
    {"promise", SUBJECT_CONTROL | INTENDED | NOUN_CONTROL | INFINITIVE | REPORT, ""},
    {"propose", INTENDED | NOUN_CONTROL | INFINITIVE, ""},
    {"prove", IMPLICATIVE | LINKING, ""},
    {"pursue", NOUN_CONTROL, ""},
    {"push", INFINITIVE, ""},
    {"ready", INTENDED, ""},
    {"refrain", NEGATIVE, ""},
    {"refuse", NEGATIVE | INFINITIVE, ""},
    {"regret", IMPLICATIVE, ""},
    {"reiterate", REPORT, ""},
    {"reluctant", NEGATIVE, ""},
    {"remain", LINKING, ""},
    {"remind", INFINITIVE | REPORT, ""},
    {"report", REPORT, ""},
    {"request", INFINITIVE, ""},
    {"require", INFINITIVE, ""},
    {"resolve", INTENDED | INFINITIVE | STATE, ""},
    {"resume", PHASE, ""},
    {"reveal", REPORT, ""},
    {"say", REPORT, ""},
    {"schedule", INTENDED_PASSIVE | NOUN_CONTROL | INFINITIVE, ""},
    {"scrap", NOUN_CONTROL, ""},
    {"see", IMPLICATIVE, ""},
    {"seek", INTENDED | INFINITIVE, ""},
    {"seem", PHASE | POSSIBLE | LINKING, ""},
    {"set", INTENDED | INTENDED_PASSIVE | INFINITIVE, ""},
    {"sign", NOUN_CONTROL, ""},
    {"signal", REPORT, ""},
    {"slate", INTENDED_PASSIVE | INFINITIVE, ""},
    {"sound", LINKING, ""},
    {"spend", IMPLICATIVE, ""},
    {"stand", LINKING, ""},
    {"start", PHASE, ""},
    {"state", REPORT, ""},
    {"stay", LINKING, ""},
    {"stop", NOUN_CONTROL, ""},
    {"stress", REPORT, ""},
    {"succeed", IMPLICATIVE, ""},
    {"suggest", REPORT, ""},
    {"summon", INFINITIVE, ""},
    {"suppose", INTENDED_PASSIVE | INFINITIVE, ""},
    {"sure", INTENDED, ""},
    {"suspend", NOUN_CONTROL, ""},
    {"swear", INTENDED | INFINITIVE | REPORT, ""},
    {"telephone", SUBJECT_CONTROL, ""},
    {"tell", INFINITIVE | REPORT, ""},
    {"thank", IMPLICATIVE, ""},
    {"think", REPORT, ""},
    {"threaten", SUBJECT_CONTROL | INTENDED | NOUN_CONTROL | INFINITIVE, ""},
    {"tip", INTENDED_PASSIVE | INFINITIVE, ""},
    {"try", INTENDED | INFINITIVE, ""},
    {"turn", LINKING, ""},
    {"unable", NEGATIVE, ""},
    {"undertake", INTENDED | INFINITIVE, ""},
    {"unlikely", POSSIBLE | NEGATIVE, ""},
    {"unwilling", NEGATIVE, ""},
    {"urge", INFINITIVE, ""},
    {"use", MODAL, ""},
    {"volunteer", INTENDED | INFINITIVE, ""},
    {"vow", SUBJECT_CONTROL | INTENDED | NOUN_CONTROL | INFINITIVE | REPORT, ""},
    {"wait", INFINITIVE, "for"},
    {"want", INTENDED | INFINITIVE, ""},
    {"warn", INFINITIVE | REPORT, ""},
    {"watch", IMPLICATIVE, ""},
    {"willing", INTENDED, ""},
    {"wish", INTENDED | INFINITIVE, ""},
    {"write", REPORT, ""},
};
/* clang-format on */

const chy_verb_trait *chy_verb_trait_find(const char *lemma) {
    size_t low = 0;
    size_t high = CHY_COUNT_OF(verb_traits);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(verb_traits[middle].lemma, lemma);
        if (order == 0) {
            return &verb_traits[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

bool chy_claiming_verb(const char *lemma) {
    static const char *const verbs[] = {"accept", "admit", "assume", "claim", "take"};
    return chy_is_listed(lemma, verbs, CHY_COUNT_OF(verbs));
}

const chy_verb_trait *chy_verb_trait_table(size_t *count) {
    *count = CHY_COUNT_OF(verb_traits);
    return verb_traits;
}
