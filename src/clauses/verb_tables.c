#include "clauses/tables.h"

#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

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
 * object (or, with OCCUR, the subject). "take part in" stands under "take", "is on a visit" under "be". */
static const chy_light_verb light_verbs[] = {
    {"arrive", "for", MOVE | MEET, DO},
    {"arrive", "on", MOVE, DO},
    {"attend", "", MEET | PROTEST | LAW, DO},
    {"attract", "", STANCE, GET},
    {"be", "at", VIOLENCE, DO},
    {"be", "in", MEET, DO},
    {"be", "on", MOVE | PROTEST, DO},
    {"be", "under", VIOLENCE | STANCE | COERCE | LAW, GET},
    {"be", "", ANY, OCCUR},
    {"begin", "", ANY, DO},
    {"begin", "", ANY, OCCUR},
    {"break", "", VIOLENCE, OCCUR},
    {"break_out", "", ANY, OCCUR},
    {"bring", "", LAW, DO},
    {"carry_out", "", ANY, DO},
    {"clinch", "", DEAL, DO},
    {"come", "to", DEAL, DO},
    {"come", "under", VIOLENCE | STANCE | COERCE | LAW, GET},
    {"come", "", ANY, OCCUR},
    {"commit", "", VIOLENCE, DO},
    {"complete", "", MOVE | FORCE | DEAL, DO},
    {"conclude", "", DEAL | MEET, DO},
    {"conclude", "", MEET | MOVE, OCCUR},
    {"conduct", "", ANY, DO},
    {"continue", "", ANY, DO},
    {"continue", "with", ANY, DO},
    {"continue", "", ANY, OCCUR},
    {"convene", "", MEET, DO},
    {"convey", "", STANCE | SPEECH, DO},
    {"cut", "", DEAL, DO},
    {"deliver", "", GIVE | SPEECH, DO},
    {"draw", "", STANCE, GET},
    {"embark", "on", MOVE | VIOLENCE | COERCE, DO},
    {"end", "", MEET | MOVE | PROTEST, OCCUR},
    {"enforce", "", COERCE, DO},
    {"engage", "in", ANY, DO},
    {"ensue", "", ANY, OCCUR},
    {"enter", "", MEET | DEAL, DO},
    {"enter", "into", MEET | DEAL, DO},
    {"erupt", "", ANY, OCCUR},
    {"escalate", "", VIOLENCE | COERCE, DO},
    {"escalate", "", VIOLENCE | PROTEST, OCCUR},
    {"execute", "", VIOLENCE | FORCE, DO},
    {"exert", "", STANCE, DO},
    {"express", "", STANCE | RESOLVE, DO},
    {"extend", "", GIVE | STANCE | SPEECH, DO},
    {"face", "", VIOLENCE | COERCE | STANCE | LAW | PROTEST, GET},
    {"file", "", LAW | SPEECH, DO},
    {"finish", "", MOVE | MEET | FORCE, DO},
    {"flare", "", VIOLENCE | PROTEST, OCCUR},
    {"flare_up", "", VIOLENCE | PROTEST, OCCUR},
    {"forge", "", DEAL, DO},
    {"gather", "for", MEET | PROTEST, DO},
    {"get", "", GIVE | STANCE | LAW, GET},
    {"give", "", GIVE | STANCE | SPEECH | RESOLVE, DO},
    {"go", "on", PROTEST | MOVE, DO},
    {"go", "to", VIOLENCE, DO},
    {"go_ahead", "", ANY, OCCUR},
    {"go_on", "", ANY, OCCUR},
    {"grant", "", GIVE | LAW | STANCE | RESOLVE | SPEECH, DO},
    {"happen", "", ANY, OCCUR},
    {"have", "", MEET, DO},
    {"hold", "", MEET | PROTEST | LAW | FORCE | MOVE, DO},
    {"host", "", MEET, DO},
    {"impose", "", COERCE, DO},
    {"initiate", "", ANY, DO},
    {"intensify", "", VIOLENCE | COERCE | STANCE, DO},
    {"intensify", "", VIOLENCE | PROTEST | COERCE, OCCUR},
    {"issue", "", SPEECH | RESOLVE | COERCE | LAW | STANCE, DO},
    {"join", "", MEET | PROTEST | FORCE | VIOLENCE, DO},
    {"join", "in", MEET | PROTEST | FORCE | VIOLENCE, DO},
    {"kick_off", "", ANY, DO},
    {"last", "", ANY, OCCUR},
    {"launch", "", VIOLENCE | PROTEST | LAW | MEET | COERCE | STANCE | SPEECH, DO},
    {"lead", "", PROTEST | VIOLENCE | MEET, DO},
    {"lend", "", STANCE | GIVE, DO},
    {"level", "", SPEECH | STANCE | LAW, DO},
    {"levy", "", COERCE, DO},
    {"lodge", "", PROTEST | SPEECH | STANCE, DO},
    {"make", "", MOVE | SPEECH | DEAL | RESOLVE | STANCE | GIVE, DO},
    {"meet", "for", MEET, DO},
    {"mount", "", VIOLENCE | PROTEST | STANCE | COERCE, DO},
    {"occur", "", ANY, OCCUR},
    {"offer", "", SPEECH, DO},
    {"open", "", MEET | LAW, DO},
    {"open", "", MEET | LAW, OCCUR},
    {"organise", "", PROTEST | MEET | FORCE | LAW, DO},
    {"organize", "", PROTEST | MEET | FORCE | LAW, DO},
    {"participate", "in", MEET | PROTEST | FORCE | VIOLENCE | LAW | MOVE, DO},
    {"pay", "", MOVE | STANCE, DO},
    {"perform", "", ANY, DO},
    {"perpetrate", "", VIOLENCE, DO},
    {"place", "under", COERCE | STANCE, DO},
    {"press", "", LAW, DO},
    {"proceed", "", ANY, OCCUR},
    {"provide", "", GIVE | STANCE | SPEECH, DO},
    {"put", "", STANCE, DO},
    {"put", "on", LAW, DO},
    {"put", "under", COERCE | STANCE | VIOLENCE, DO},
    {"rage", "", VIOLENCE, OCCUR},
    {"raise", "", STANCE, DO},
    {"reach", "", DEAL, DO},
    {"receive", "", GIVE | STANCE | MOVE | SPEECH | LAW, GET},
    {"remain", "in", MEET, DO},
    {"renew", "", VIOLENCE | STANCE | MEET | SPEECH, DO},
    {"restart", "", ANY, DO},
    {"resume", "", ANY, DO},
    {"resume", "", ANY, OCCUR},
    {"send", "", GIVE | SPEECH, DO},
    {"show", "", STANCE | RESOLVE, DO},
    {"sit_down", "for", MEET, DO},
    {"slap", "", COERCE, DO},
    {"stage", "", VIOLENCE | PROTEST | FORCE | MEET, DO},
    {"stand", "", LAW, GET},
    {"start", "", ANY, DO},
    {"start", "", ANY, OCCUR},
    {"step_up", "", VIOLENCE | COERCE | STANCE, DO},
    {"strike", "", DEAL, DO},
    {"suffer", "", VIOLENCE | COERCE | STANCE, GET},
    {"supply", "", GIVE, DO},
    {"sustain", "", VIOLENCE, GET},
    {"take", "", RESOLVE | VIOLENCE | MOVE, DO},
    {"take", "in", MEET | PROTEST | FORCE | VIOLENCE | LAW | MOVE, DO},
    {"take_place", "", ANY, OCCUR},
    {"undergo", "", VIOLENCE | COERCE | LAW, GET},
    {"undertake", "", ANY, DO},
    {"unfold", "", ANY, OCCUR},
    {"unleash", "", VIOLENCE, DO},
    {"voice", "", STANCE | RESOLVE, DO},
    {"wage", "", VIOLENCE, DO},
    {"win", "", STANCE | GIVE, GET},
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
    {"delay", NOUN_CONTROL, ""},
    {"demand", INFINITIVE | REPORT, ""},
    {"deny", NEGATIVE | REPORT, ""},
    {"deter", NEGATIVE, ""},
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
    {"prepare", INTENDED | NOUN_CONTROL | INFINITIVE, ""},
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
    {"resolve", INTENDED | INFINITIVE, ""},
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
    size_t high = COUNT_OF(light_verbs);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(light_verbs[middle].lemma, lemma) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; low < COUNT_OF(light_verbs) && strcmp(light_verbs[low].lemma, lemma) == 0; low++) {
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
    size_t high = COUNT_OF(verb_traits);
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

bool chy_container_noun(const char *lemma) {
    return holds(container_nouns, COUNT_OF(container_nouns), lemma);
}

bool chy_acting_noun(const char *lemma) {
    return holds(acting_nouns, COUNT_OF(acting_nouns), lemma);
}

const chy_light_verb *chy_light_verb_table(size_t *count) {
    *count = COUNT_OF(light_verbs);
    return light_verbs;
}

const chy_verb_trait *chy_verb_trait_table(size_t *count) {
    *count = COUNT_OF(verb_traits);
    return verb_traits;
}

const char *const *chy_container_noun_table(size_t *count) {
    *count = COUNT_OF(container_nouns);
    return container_nouns;
}

const char *const *chy_acting_noun_table(size_t *count) {
    *count = COUNT_OF(acting_nouns);
    return acting_nouns;
}
