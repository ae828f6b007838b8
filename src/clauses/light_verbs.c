/* Light and phase verbs: which nouns they are one clause with. */
#include "clauses/noun_classes.h"

#include "base/base.h"

#include <string.h>

/* Names of this file's columns, so that a row stays on a line. */
/* clang-format off */
#define DO       CHY_LIGHT_DO
#define GET      CHY_LIGHT_GET
#define OCCUR    CHY_LIGHT_OCCUR

/* Sorted by lemma; several rows a verb. The preposition is that of the noun, "" where the noun is the
 * object (or, with OCCUR, the subject). "take part in" stands under "take", "is on a visit" under "be".
 * The last column: the verb keeps a clause of its own, for it says something too ("imposed sanctions"). */
static const chy_light_verb light_verbs[] = {
    {"affirm", "", RESOLVE, DO, true},
    {"arrive", "for", MOVE | MEET, DO, false},
    {"arrive", "on", MOVE, DO, false},
    {"attend", "", MEET | PROTEST | LAW, DO, true},
    {"attract", "", STANCE, GET, true},
    {"be", "at", VIOLENCE, DO, false},
    {"be", "in", MEET, DO, false},
    {"be", "on", MOVE | PROTEST, DO, false},
    {"be", "under", VIOLENCE | STANCE | COERCE | LAW, GET, false},
    {"be", "", ANY, OCCUR, false},
    {"begin", "", ANY, DO, false},
    {"begin", "", ANY, OCCUR, false},
    {"break", "", VIOLENCE, OCCUR, false},
    {"break_out", "", ANY, OCCUR, false},
    {"bring", "", LAW, DO, true},
    {"carry_out", "", ANY, DO, false},
    {"clinch", "", DEAL, DO, true},
    {"come", "for", MOVE, DO, false},
    {"come", "to", DEAL, DO, false},
    {"come", "under", VIOLENCE | STANCE | COERCE | LAW, GET, false},
    {"come", "", ANY, OCCUR, false},
    {"commit", "", VIOLENCE, DO, true},
    {"complete", "", MOVE | FORCE | DEAL, DO, true},
    {"conclude", "", DEAL | MEET | MOVE, DO, true},
    {"conclude", "", MEET | MOVE, OCCUR, false},
    {"conduct", "", ANY, DO, false},
    {"confirm", "", RESOLVE, DO, true},
    {"continue", "", ANY, DO, false},
    {"continue", "with", ANY, DO, false},
    {"continue", "", ANY, OCCUR, false},
    {"convene", "", MEET, DO, true},
    {"convey", "", STANCE | SPEECH, DO, true},
    {"cross", "for", MOVE, DO, false},
    {"cut", "", DEAL, DO, true},
    {"declare", "", RESOLVE, DO, true},
    {"deliver", "", GIVE | SPEECH, DO, true},
    {"depart", "for", MOVE, DO, false},
    {"depart", "on", MOVE, DO, false},
    {"draw", "", STANCE, GET, true},
    {"embark", "on", MOVE | VIOLENCE | COERCE, DO, false},
    {"emphasise", "", RESOLVE, DO, true},
    {"emphasize", "", RESOLVE, DO, true},
    {"end", "", MEET | MOVE | PROTEST, OCCUR, false},
    {"enforce", "", COERCE, DO, true},
    {"engage", "in", ANY, DO, false},
    {"ensue", "", ANY, OCCUR, false},
    {"enter", "", MEET | DEAL, DO, true},
    {"enter", "into", MEET | DEAL, DO, true},
    {"erupt", "", ANY, OCCUR, false},
    {"escalate", "", VIOLENCE | COERCE, DO, true},
    {"escalate", "", VIOLENCE | PROTEST, OCCUR, false},
    {"execute", "", VIOLENCE | FORCE, DO, true},
    {"exert", "", STANCE, DO, true},
    {"express", "", STANCE | RESOLVE, DO, true},
    {"extend", "", GIVE | STANCE | SPEECH, DO, true},
    {"extract", "", RESOLVE, GET, true},
    {"face", "", VIOLENCE | COERCE | STANCE | LAW | PROTEST, GET, true},
    {"file", "", LAW | SPEECH, DO, true},
    {"finish", "", MOVE | MEET | FORCE, DO, false},
    {"flare", "", VIOLENCE | PROTEST, OCCUR, false},
    {"flare_up", "", VIOLENCE | PROTEST, OCCUR, false},
    {"fly", "for", MOVE, DO, false},
    {"fly", "on", MOVE, DO, false},
    {"fly_in", "for", MOVE, DO, false},
    {"fly_in", "on", MOVE, DO, false},
    {"forge", "", DEAL, DO, true},
    {"gain", "", RESOLVE, GET, true},
    {"gather", "for", MEET | PROTEST, DO, false},
    {"get", "", GIVE | STANCE | LAW, GET, true},
    {"give", "", GIVE | STANCE | SPEECH | RESOLVE, DO, true},
    {"go", "on", PROTEST | MOVE, DO, false},
    {"go", "to", VIOLENCE, DO, false},
    {"go_ahead", "", ANY, OCCUR, false},
    {"go_on", "", ANY, OCCUR, false},
    {"grant", "", GIVE | LAW | STANCE | RESOLVE | SPEECH, DO, true},
    {"happen", "", ANY, OCCUR, false},
    {"have", "", MEET, DO, false},
    {"hold", "", MEET | PROTEST | LAW | FORCE | MOVE, DO, false},
    {"host", "", MEET, DO, true},
    {"impose", "", COERCE, DO, true},
    {"initiate", "", ANY, DO, false},
    {"intensify", "", VIOLENCE | COERCE | STANCE, DO, true},
    {"intensify", "", VIOLENCE | PROTEST | COERCE, OCCUR, false},
    {"issue", "", SPEECH | RESOLVE | COERCE | LAW | STANCE, DO, true},
    {"join", "", MEET | PROTEST | FORCE | VIOLENCE, DO, true},
    {"join", "in", MEET | PROTEST | FORCE | VIOLENCE, DO, true},
    {"kick_off", "", ANY, DO, false},
    {"land", "for", MOVE, DO, false},
    {"land", "on", MOVE, DO, false},
    {"last", "", ANY, OCCUR, false},
    {"launch", "", VIOLENCE | PROTEST | LAW | MEET | COERCE | STANCE | SPEECH, DO, false},
    {"lead", "", PROTEST | VIOLENCE | MEET, DO, true},
    {"leave", "for", MOVE, DO, false},
    {"leave", "on", MOVE, DO, false},
    {"lend", "", STANCE | GIVE, DO, true},
    {"level", "", SPEECH | STANCE | LAW, DO, true},
    {"levy", "", COERCE, DO, true},
    {"lodge", "", PROTEST | SPEECH | STANCE, DO, true},
    {"make", "", MOVE | SPEECH | DEAL | RESOLVE | STANCE | GIVE, DO, false},
    {"meet", "for", MEET, DO, false},
    {"mount", "", VIOLENCE | PROTEST | STANCE | COERCE, DO, false},
    {"obtain", "", RESOLVE, GET, true},
    {"occur", "", ANY, OCCUR, false},
    {"offer", "", SPEECH, DO, true},
    {"open", "", MEET | LAW, DO, true},
    {"open", "", MEET | LAW, OCCUR, false},
    {"organise", "", PROTEST | MEET | FORCE | LAW, DO, true},
    {"organize", "", PROTEST | MEET | FORCE | LAW, DO, true},
    {"participate", "in", MEET | PROTEST | FORCE | VIOLENCE | LAW | MOVE, DO, false},
    {"pay", "", MOVE | STANCE, DO, false},
    {"perform", "", ANY, DO, false},
    {"perpetrate", "", VIOLENCE, DO, true},
    {"place", "under", COERCE | STANCE, DO, true},
    {"press", "", LAW, DO, true},
    {"proceed", "", ANY, OCCUR, false},
    {"provide", "", GIVE | STANCE | SPEECH, DO, true},
    {"put", "", STANCE, DO, true},
    {"put", "on", LAW, DO, true},
    {"put", "under", COERCE | STANCE | VIOLENCE, DO, true},
    {"rage", "", VIOLENCE, OCCUR, false},
    {"raise", "", STANCE, DO, true},
    {"reach", "", DEAL, DO, true},
    {"reaffirm", "", RESOLVE, DO, true},
    {"receive", "", GIVE | STANCE | MOVE | SPEECH | LAW, GET, true},
    {"reiterate", "", RESOLVE, DO, true},
    {"remain", "in", MEET, DO, false},
    {"renew", "", VIOLENCE | STANCE | MEET | SPEECH | RESOLVE, DO, true},
    {"restart", "", ANY, DO, false},
    {"restate", "", RESOLVE, DO, true},
    {"resume", "", ANY, DO, false},
    {"resume", "", ANY, OCCUR, false},
    {"secure", "", RESOLVE, GET, true},
    {"send", "", GIVE | SPEECH, DO, true},
    {"set_off", "for", MOVE, DO, false},
    {"set_off", "on", MOVE, DO, false},
    {"set_out", "for", MOVE, DO, false},
    {"set_out", "on", MOVE, DO, false},
    {"show", "", STANCE | RESOLVE, DO, true},
    {"signal", "", RESOLVE, DO, true},
    {"sit_down", "for", MEET, DO, false},
    {"slap", "", COERCE, DO, true},
    {"stage", "", VIOLENCE | PROTEST | FORCE | MEET, DO, false},
    {"stand", "", LAW, GET, false},
    {"start", "", ANY, DO, false},
    {"start", "", ANY, OCCUR, false},
    {"step_up", "", VIOLENCE | COERCE | STANCE, DO, true},
    {"stress", "", RESOLVE, DO, true},
    {"strike", "", DEAL, DO, true},
    {"suffer", "", VIOLENCE | COERCE | STANCE, GET, false},
    {"supply", "", GIVE, DO, true},
    {"sustain", "", VIOLENCE, GET, false},
    {"take", "", RESOLVE | VIOLENCE | MOVE, DO, false},
    {"take", "in", MEET | PROTEST | FORCE | VIOLENCE | LAW | MOVE, DO, false},
    {"take_place", "", ANY, OCCUR, false},
    {"touch_down", "for", MOVE, DO, false},
    {"touch_down", "on", MOVE, DO, false},
    {"travel", "for", MOVE, DO, false},
    {"travel", "on", MOVE, DO, false},
    {"undergo", "", VIOLENCE | COERCE | LAW, GET, false},
    {"underline", "", RESOLVE, DO, true},
    {"underscore", "", RESOLVE, DO, true},
    {"undertake", "", ANY, DO, false},
    {"unfold", "", ANY, OCCUR, false},
    {"unleash", "", VIOLENCE, DO, true},
    {"voice", "", STANCE | RESOLVE, DO, true},
    {"wage", "", VIOLENCE, DO, false},
    {"win", "", STANCE | GIVE | RESOLVE, GET, true},
    {"wind_up", "", MEET | MOVE, DO, false},
    {"wrap_up", "", MEET | MOVE, DO, false},
};
/* clang-format on */

const chy_light_verb *chy_light_verb_find(const char *lemma, const char *preposition,
                                          uint16_t noun_class, unsigned ways) {
    size_t low = 0;
    size_t high = CHY_COUNT_OF(light_verbs);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(light_verbs[middle].lemma, lemma) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; low < CHY_COUNT_OF(light_verbs) && strcmp(light_verbs[low].lemma, lemma) == 0; low++) {
        const chy_light_verb *row = &light_verbs[low];
        if ((row->nouns & noun_class) != 0 && (ways >> row->way & 1u) != 0 &&
            strcmp(row->preposition, preposition) == 0) {
            return row;
        }
    }
    return NULL;
}

const chy_light_verb *chy_light_verb_table(size_t *count) {
    *count = CHY_COUNT_OF(light_verbs);
    return light_verbs;
}
