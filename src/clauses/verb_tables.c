#include "clauses/tables.h"

#include "base/base.h"

#include <string.h>

/* Names of this file's columns, so that a row stays on a line. */
/* clang-format off */
#define MEET     CHY_NOUN_MEET
#define MOVE     CHY_NOUN_MOVE
#define SPEECH   CHY_NOUN_SPEECH
#define DEAL     CHY_NOUN_DEAL
#define GIVE     CHY_NOUN_GIVE
#define STANCE   CHY_NOUN_STANCE
#define VIOLENCE CHY_NOUN_VIOLENCE
#define COERCE   CHY_NOUN_COERCE
#define PROTEST  CHY_NOUN_PROTEST
#define FORCE    CHY_NOUN_FORCE
#define LAW      CHY_NOUN_LAW
#define RESOLVE  CHY_NOUN_RESOLVE
#define ANY      CHY_NOUN_ANY
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
    {"face", "", VIOLENCE | COERCE | STANCE | LAW | PROTEST, GET, true},
    {"file", "", LAW | SPEECH, DO, true},
    {"finish", "", MOVE | MEET | FORCE, DO, false},
    {"flare", "", VIOLENCE | PROTEST, OCCUR, false},
    {"flare_up", "", VIOLENCE | PROTEST, OCCUR, false},
    {"fly", "for", MOVE, DO, false},
    {"fly_in", "for", MOVE, DO, false},
    {"forge", "", DEAL, DO, true},
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
    {"last", "", ANY, OCCUR, false},
    {"launch", "", VIOLENCE | PROTEST | LAW | MEET | COERCE | STANCE | SPEECH, DO, false},
    {"lead", "", PROTEST | VIOLENCE | MEET, DO, true},
    {"lend", "", STANCE | GIVE, DO, true},
    {"level", "", SPEECH | STANCE | LAW, DO, true},
    {"levy", "", COERCE, DO, true},
    {"lodge", "", PROTEST | SPEECH | STANCE, DO, true},
    {"make", "", MOVE | SPEECH | DEAL | RESOLVE | STANCE | GIVE, DO, false},
    {"meet", "for", MEET, DO, false},
    {"mount", "", VIOLENCE | PROTEST | STANCE | COERCE, DO, false},
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
    {"send", "", GIVE | SPEECH, DO, true},
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
    {"travel", "for", MOVE, DO, false},
    {"undergo", "", VIOLENCE | COERCE | LAW, GET, false},
    {"underline", "", RESOLVE, DO, true},
    {"underscore", "", RESOLVE, DO, true},
    {"undertake", "", ANY, DO, false},
    {"unfold", "", ANY, OCCUR, false},
    {"unleash", "", VIOLENCE, DO, true},
    {"voice", "", STANCE | RESOLVE, DO, true},
    {"wage", "", VIOLENCE, DO, false},
    {"win", "", STANCE | GIVE, GET, true},
    {"wind_up", "", MEET | MOVE, DO, false},
    {"wrap_up", "", MEET | MOVE, DO, false},
};

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

/* Sorted: nouns that hold others by "of". */
static const char *const container_nouns[] = {
    "array", "assortment", "band", "batch", "bout", "bulk", "bunch", "chain", "couple", "crowd",
    "dozen", "fraction", "group", "half", "handful", "hundred", "kind", "lot", "majority", "mass",
    "million", "minority", "number", "pair", "percent", "proportion", "quarter", "range", "round",
    "score", "series", "set", "sort", "spate", "stream", "string", "succession", "tenth", "third",
    "thousand", "total", "type", "variety", "wave",
};

/* Sorted: common nouns that act when they stand before an event. */
static const char *const acting_nouns[] = {
    "activist", "army", "authority", "bandit", "cabinet", "cartel", "coalition", "coastguard",
    "commando", "contractor", "cop", "court", "crowd", "custom", "delegation", "doctor", "driver",
    "employee", "extremist", "faction", "farmer", "fisherman", "gang", "government", "guard",
    "guerrilla", "gunman", "inmate", "insurgent", "jihadist", "junta", "lawyer", "leader",
    "leadership", "loyalist", "marine", "mercenary", "migrant", "militant", "military", "militia",
    "miner", "minister", "mob", "navy", "nurse", "officer", "official", "opposition",
    "paramilitary", "parliament", "party", "peacekeeper", "pirate", "police", "policeman",
    "prosecutor", "protester", "rebel", "refugee", "regime", "resident", "secessionist",
    "security", "separatist", "settler", "soldier", "staff", "student", "supporter",
    "sympathiser", "teacher", "terrorist", "troop", "trucker", "union", "vigilante", "villager",
    "voter", "warship", "woman", "worker", "worshipper", "youth",
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

static bool holds(const char *const *table, size_t count, const char *lemma) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(table[middle], lemma);
        if (order == 0) {
            return true;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return false;
}

bool chy_claiming_verb(const char *lemma) {
    static const char *const verbs[] = {"accept", "admit", "assume", "claim", "take"};
    return chy_is_listed(lemma, verbs, CHY_COUNT_OF(verbs));
}

bool chy_container_noun(const char *lemma) {
    return holds(container_nouns, CHY_COUNT_OF(container_nouns), lemma);
}

bool chy_acting_noun(const char *lemma) {
    return holds(acting_nouns, CHY_COUNT_OF(acting_nouns), lemma);
}

const chy_light_verb *chy_light_verb_table(size_t *count) {
    *count = CHY_COUNT_OF(light_verbs);
    return light_verbs;
}

const chy_verb_trait *chy_verb_trait_table(size_t *count) {
    *count = CHY_COUNT_OF(verb_traits);
    return verb_traits;
}

const char *const *chy_container_noun_table(size_t *count) {
    *count = CHY_COUNT_OF(container_nouns);
    return container_nouns;
}

const char *const *chy_acting_noun_table(size_t *count) {
    *count = CHY_COUNT_OF(acting_nouns);
    return acting_nouns;
}
