#include "statements/cues.h"

#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Names of this file's columns, so that a row stays on a line. */
/* clang-format off */
#define SAY        CHY_STATEMENT_SAY
#define PROMISE    CHY_STATEMENT_PROMISE
#define DEMAND     CHY_STATEMENT_DEMAND
#define DENY       CHY_STATEMENT_DENY
#define PRAISE     CHY_STATEMENT_PRAISE
#define ACCUSE     CHY_STATEMENT_ACCUSE
#define ASK        CHY_STATEMENT_ASK
#define WARN       CHY_STATEMENT_WARN
#define BELIEVE    CHY_STATEMENT_BELIEVE
#define ANNOUNCE   CHY_STATEMENT_ANNOUNCE
#define CLAUSE     CHY_CUE_CLAUSE
#define INFINITIVE CHY_CUE_INFINITIVE
#define GERUND     CHY_CUE_GERUND
#define OBJECT     CHY_CUE_OBJECT
#define PHRASE     CHY_CUE_PHRASE
#define ADDRESSEE  CHY_CUE_ADDRESSEE
#define QUOTE      CHY_CUE_QUOTE
#define EVIDENTIAL CHY_CUE_EVIDENTIAL

/* Sorted by lemma (with particle): verbs that report, how they report, and where their content may stand. */
static const chy_cue verb_cues[] = {
    {"accuse", ACCUSE, GERUND | OBJECT},
    {"acknowledge", SAY, CLAUSE | GERUND | OBJECT | QUOTE},
    {"add", SAY, CLAUSE | QUOTE | EVIDENTIAL},
    {"admit", SAY, CLAUSE | INFINITIVE | GERUND | QUOTE},
    {"advise", DEMAND, CLAUSE | INFINITIVE | ADDRESSEE | QUOTE},
    {"advocate", DEMAND, GERUND | OBJECT},
    {"affirm", SAY, CLAUSE | OBJECT | QUOTE},
    {"agree", PROMISE, CLAUSE | INFINITIVE | QUOTE},
    {"alert", WARN, ADDRESSEE},
    {"allege", ACCUSE, CLAUSE | QUOTE | EVIDENTIAL},
    {"announce", ANNOUNCE, CLAUSE | INFINITIVE | OBJECT | QUOTE},
    {"answer", SAY, CLAUSE | QUOTE},
    {"anticipate", BELIEVE, CLAUSE | OBJECT | EVIDENTIAL},
    {"apologise", SAY, PHRASE | QUOTE},
    {"apologize", SAY, PHRASE | QUOTE},
    {"appeal", DEMAND, INFINITIVE | PHRASE},
    {"applaud", PRAISE, OBJECT},
    {"appreciate", PRAISE, OBJECT},
    {"argue", SAY, CLAUSE | QUOTE},
    {"articulate", SAY, OBJECT},
    {"ask", ASK, CLAUSE | INFINITIVE | ADDRESSEE | QUOTE},
    {"assert", SAY, CLAUSE | OBJECT | QUOTE},
    {"assess", BELIEVE, CLAUSE},
    {"assume", BELIEVE, CLAUSE | EVIDENTIAL},
    {"assure", PROMISE, CLAUSE | ADDRESSEE},
    {"attest", SAY, CLAUSE},
    {"beg", DEMAND, INFINITIVE | ADDRESSEE | QUOTE},
    {"believe", BELIEVE, CLAUSE | INFINITIVE | QUOTE | EVIDENTIAL},
    {"bemoan", ACCUSE, OBJECT},
    {"berate", ACCUSE, OBJECT},
    {"beseech", DEMAND, INFINITIVE | ADDRESSEE},
    {"blame", ACCUSE, OBJECT},
    {"blast", ACCUSE, OBJECT},
    {"boast", SAY, CLAUSE | QUOTE},
    {"brag", SAY, CLAUSE | QUOTE},
    {"brand", ACCUSE, OBJECT},
    {"brief", SAY, ADDRESSEE},
    {"call", DEMAND, INFINITIVE | PHRASE},
    {"castigate", ACCUSE, OBJECT},
    {"caution", WARN, CLAUSE | PHRASE | ADDRESSEE | QUOTE},
    {"certify", ANNOUNCE, CLAUSE},
    {"chant", SAY, QUOTE},
    {"characterise", SAY, OBJECT},
    {"characterize", SAY, OBJECT},
    {"charge", ACCUSE, CLAUSE},
    {"chide", ACCUSE, OBJECT},
    {"cite", SAY, OBJECT},
    {"claim", SAY, CLAUSE | INFINITIVE | QUOTE | EVIDENTIAL},
    {"clarify", SAY, CLAUSE | OBJECT | QUOTE},
    {"command", DEMAND, INFINITIVE | ADDRESSEE},
    {"commend", PRAISE, OBJECT},
    {"comment", SAY, CLAUSE | QUOTE},
    {"commit", PROMISE, INFINITIVE},
    {"communicate", SAY, CLAUSE | OBJECT},
    {"complain", ACCUSE, CLAUSE | PHRASE | QUOTE},
    {"compliment", PRAISE, OBJECT},
    {"concede", SAY, CLAUSE | QUOTE},
    {"conclude", SAY, CLAUSE | QUOTE},
    {"concur", SAY, CLAUSE | QUOTE},
    {"condemn", ACCUSE, GERUND | OBJECT},
    {"confess", SAY, CLAUSE | GERUND | QUOTE},
    {"confirm", SAY, CLAUSE | OBJECT | QUOTE | EVIDENTIAL},
    {"congratulate", PRAISE, OBJECT},
    {"consider", BELIEVE, OBJECT | EVIDENTIAL},
    {"contemplate", BELIEVE, OBJECT},
    {"contend", SAY, CLAUSE | QUOTE},
    {"continue", SAY, QUOTE},
    {"contradict", DENY, OBJECT},
    {"convey", SAY, CLAUSE | OBJECT},
    {"counter", SAY, CLAUSE | QUOTE},
    {"criticise", ACCUSE, GERUND | OBJECT},
    {"criticize", ACCUSE, GERUND | OBJECT},
    {"cry", SAY, QUOTE},
    {"declare", ANNOUNCE, CLAUSE | OBJECT | QUOTE | EVIDENTIAL},
    {"decline", DENY, INFINITIVE},
    {"decree", ANNOUNCE, CLAUSE},
    {"decry", ACCUSE, OBJECT},
    {"deem", BELIEVE, OBJECT | EVIDENTIAL},
    {"demand", DEMAND, CLAUSE | INFINITIVE | OBJECT | QUOTE},
    {"denounce", ACCUSE, GERUND | OBJECT},
    {"deny", DENY, CLAUSE | GERUND | OBJECT | QUOTE | EVIDENTIAL},
    {"depict", SAY, OBJECT},
    {"deplore", ACCUSE, GERUND | OBJECT},
    {"deride", ACCUSE, OBJECT},
    {"describe", SAY, OBJECT | EVIDENTIAL},
    {"detail", SAY, OBJECT},
    {"disagree", DENY, QUOTE},
    {"disavow", DENY, OBJECT},
    {"disclaim", DENY, OBJECT},
    {"disclose", SAY, CLAUSE | OBJECT | QUOTE | EVIDENTIAL},
    {"dismiss", DENY, OBJECT},
    {"dispute", DENY, CLAUSE | OBJECT},
    {"divulge", SAY, CLAUSE | OBJECT},
    {"doubt", BELIEVE, CLAUSE | OBJECT},
    {"dub", SAY, OBJECT},
    {"elaborate", SAY, QUOTE},
    {"emphasise", SAY, CLAUSE | OBJECT | QUOTE},
    {"emphasize", SAY, CLAUSE | OBJECT | QUOTE},
    {"encourage", DEMAND, INFINITIVE | ADDRESSEE},
    {"endorse", PRAISE, OBJECT},
    {"enquire", ASK, CLAUSE | QUOTE},
    {"enthuse", PRAISE, QUOTE},
    {"entreat", DEMAND, INFINITIVE | ADDRESSEE},
    {"envision", BELIEVE, CLAUSE | OBJECT},
    {"estimate", BELIEVE, CLAUSE | QUOTE | EVIDENTIAL},
    {"exclaim", SAY, QUOTE},
    {"exhort", DEMAND, INFINITIVE | ADDRESSEE},
    {"expect", BELIEVE, CLAUSE | INFINITIVE | EVIDENTIAL},
    {"explain", SAY, CLAUSE | OBJECT | QUOTE},
    {"express", SAY, OBJECT},
    {"extol", PRAISE, OBJECT},
    {"fault", ACCUSE, OBJECT},
    {"fear", BELIEVE, CLAUSE | OBJECT | QUOTE | EVIDENTIAL},
    {"feel", BELIEVE, CLAUSE},
    {"find", SAY, CLAUSE},
    {"fire_back", SAY, CLAUSE | QUOTE},
    {"forecast", BELIEVE, CLAUSE | OBJECT | EVIDENTIAL},
    {"foresee", BELIEVE, CLAUSE | OBJECT},
    {"forewarn", WARN, CLAUSE | ADDRESSEE},
    {"fume", ACCUSE, QUOTE},
    {"go_on", SAY, QUOTE},
    {"guarantee", PROMISE, CLAUSE | OBJECT},
    {"guess", BELIEVE, CLAUSE},
    {"gush", PRAISE, QUOTE},
    {"hail", PRAISE, OBJECT},
    {"highlight", SAY, CLAUSE | OBJECT | QUOTE},
    {"hint", SAY, CLAUSE | QUOTE},
    {"hit_back", SAY, CLAUSE | QUOTE},
    {"hope", BELIEVE, CLAUSE | INFINITIVE | QUOTE},
    {"imagine", BELIEVE, CLAUSE},
    {"implore", DEMAND, INFINITIVE | ADDRESSEE},
    {"imply", SAY, CLAUSE},
    {"indicate", SAY, CLAUSE | QUOTE},
    {"inform", SAY, CLAUSE | ADDRESSEE},
    {"inquire", ASK, CLAUSE | QUOTE},
    {"insist", SAY, CLAUSE | PHRASE | QUOTE},
    {"instruct", DEMAND, INFINITIVE | ADDRESSEE},
    {"interject", SAY, QUOTE},
    {"interrupt", SAY, QUOTE},
    {"invite", DEMAND, INFINITIVE | ADDRESSEE},
    {"joke", SAY, CLAUSE | QUOTE},
    {"judge", BELIEVE, CLAUSE},
    {"label", SAY, OBJECT},
    {"lambast", ACCUSE, OBJECT},
    {"lambaste", ACCUSE, OBJECT},
    {"lament", ACCUSE, CLAUSE | OBJECT | QUOTE},
    {"laud", PRAISE, OBJECT},
    {"maintain", SAY, CLAUSE | QUOTE},
    {"mention", SAY, CLAUSE | OBJECT},
    {"mock", ACCUSE, OBJECT},
    {"muse", SAY, CLAUSE | QUOTE},
    {"mutter", SAY, QUOTE},
    {"narrate", SAY, CLAUSE | OBJECT},
    {"note", SAY, CLAUSE | OBJECT | QUOTE},
    {"notify", SAY, CLAUSE | ADDRESSEE},
    {"object", ACCUSE, CLAUSE | PHRASE | QUOTE},
    {"observe", SAY, CLAUSE | QUOTE},
    {"offer", PROMISE, INFINITIVE},
    {"opine", SAY, CLAUSE | QUOTE},
    {"order", DEMAND, INFINITIVE | ADDRESSEE},
    {"outline", SAY, OBJECT},
    {"paraphrase", SAY, OBJECT},
    {"plead", DEMAND, INFINITIVE | PHRASE | QUOTE},
    {"pledge", PROMISE, CLAUSE | INFINITIVE | OBJECT | QUOTE},
    {"point", SAY, PHRASE},
    {"point_out", SAY, CLAUSE | QUOTE},
    {"portray", SAY, OBJECT},
    {"posit", SAY, CLAUSE},
    {"post", SAY, CLAUSE | QUOTE},
    {"praise", PRAISE, GERUND | OBJECT},
    {"predict", BELIEVE, CLAUSE | OBJECT | QUOTE | EVIDENTIAL},
    {"press", DEMAND, INFINITIVE | PHRASE},
    {"presume", BELIEVE, CLAUSE | EVIDENTIAL},
    {"proclaim", ANNOUNCE, CLAUSE | OBJECT | QUOTE},
    {"project", BELIEVE, EVIDENTIAL},
    {"promise", PROMISE, CLAUSE | INFINITIVE | OBJECT | ADDRESSEE | QUOTE},
    {"propose", DEMAND, CLAUSE | INFINITIVE | GERUND | OBJECT},
    {"protest", ACCUSE, CLAUSE | QUOTE},
    {"query", ASK, CLAUSE | QUOTE},
    {"question", ASK, CLAUSE | OBJECT},
    {"quip", SAY, QUOTE},
    {"quote", SAY, OBJECT | QUOTE},
    {"rail", ACCUSE, PHRASE},
    {"read", SAY, QUOTE},
    {"reaffirm", SAY, CLAUSE | OBJECT | QUOTE},
    {"reassure", PROMISE, CLAUSE | ADDRESSEE},
    {"rebuke", ACCUSE, OBJECT},
    {"rebut", DENY, OBJECT},
    {"recall", SAY, CLAUSE | OBJECT | QUOTE},
    {"reckon", BELIEVE, CLAUSE | QUOTE},
    {"recollect", SAY, CLAUSE | OBJECT | QUOTE},
    {"recommend", DEMAND, CLAUSE | GERUND | OBJECT},
    {"recount", SAY, CLAUSE | OBJECT | QUOTE},
    {"refuse", DENY, INFINITIVE},
    {"refute", DENY, CLAUSE | OBJECT},
    {"regard", BELIEVE, OBJECT},
    {"regret", ACCUSE, CLAUSE | GERUND | OBJECT},
    {"reiterate", SAY, CLAUSE | OBJECT | QUOTE},
    {"reject", DENY, OBJECT},
    {"relate", SAY, CLAUSE},
    {"relay", SAY, CLAUSE | OBJECT},
    {"remark", SAY, CLAUSE | QUOTE},
    {"remind", SAY, CLAUSE | ADDRESSEE | QUOTE},
    {"repeat", SAY, CLAUSE | OBJECT | QUOTE},
    {"reply", SAY, CLAUSE | QUOTE},
    {"report", SAY, CLAUSE | OBJECT | QUOTE | EVIDENTIAL},
    {"repudiate", DENY, OBJECT},
    {"request", DEMAND, CLAUSE | INFINITIVE | OBJECT | ADDRESSEE},
    {"respond", SAY, CLAUSE | QUOTE},
    {"restate", SAY, CLAUSE | OBJECT | QUOTE},
    {"retort", SAY, CLAUSE | QUOTE},
    {"retweet", SAY, CLAUSE | QUOTE},
    {"reveal", SAY, CLAUSE | QUOTE | EVIDENTIAL},
    {"ridicule", ACCUSE, OBJECT},
    {"rule", ANNOUNCE, CLAUSE},
    {"rule_out", DENY, GERUND | OBJECT},
    {"rumor", SAY, EVIDENTIAL},
    {"rumour", SAY, EVIDENTIAL},
    {"salute", PRAISE, OBJECT},
    {"say", SAY, CLAUSE | QUOTE | EVIDENTIAL},
    {"scold", ACCUSE, OBJECT},
    {"share", SAY, OBJECT},
    {"shoot_back", SAY, CLAUSE | QUOTE},
    {"shout", SAY, CLAUSE | QUOTE},
    {"show", SAY, CLAUSE},
    {"sigh", SAY, QUOTE},
    {"signal", SAY, CLAUSE | QUOTE},
    {"slam", ACCUSE, OBJECT},
    {"snap", SAY, QUOTE},
    {"speak", SAY, PHRASE},
    {"specify", SAY, CLAUSE | QUOTE},
    {"speculate", BELIEVE, CLAUSE | QUOTE},
    {"state", SAY, CLAUSE | QUOTE | EVIDENTIAL},
    {"stipulate", DEMAND, CLAUSE},
    {"stress", SAY, CLAUSE | OBJECT | QUOTE},
    {"suggest", SAY, CLAUSE | QUOTE | EVIDENTIAL},
    {"sum_up", SAY, CLAUSE | QUOTE},
    {"summarise", SAY, CLAUSE | OBJECT},
    {"summarize", SAY, CLAUSE | OBJECT},
    {"suspect", BELIEVE, CLAUSE | EVIDENTIAL},
    {"swear", PROMISE, CLAUSE | INFINITIVE},
    {"talk", SAY, PHRASE},
    {"tell", SAY, CLAUSE | ADDRESSEE | QUOTE | EVIDENTIAL},
    {"term", SAY, OBJECT},
    {"testify", SAY, CLAUSE | QUOTE},
    {"thank", PRAISE, OBJECT},
    {"think", BELIEVE, CLAUSE | QUOTE | EVIDENTIAL},
    {"think_of", BELIEVE, OBJECT},
    {"threaten", WARN, CLAUSE | INFINITIVE},
    {"tweet", SAY, CLAUSE | QUOTE},
    {"underline", SAY, CLAUSE | OBJECT | QUOTE},
    {"underscore", SAY, CLAUSE | OBJECT | QUOTE},
    {"understand", BELIEVE, CLAUSE | EVIDENTIAL},
    {"undertake", PROMISE, INFINITIVE},
    {"unveil", ANNOUNCE, OBJECT},
    {"update", SAY, ADDRESSEE},
    {"urge", DEMAND, CLAUSE | INFINITIVE | OBJECT | ADDRESSEE},
    {"venture", SAY, CLAUSE | QUOTE},
    {"verify", SAY, CLAUSE},
    {"view", BELIEVE, OBJECT},
    {"vilify", ACCUSE, OBJECT},
    {"voice", SAY, OBJECT},
    {"volunteer", PROMISE, CLAUSE | INFINITIVE},
    {"vouch", SAY, PHRASE},
    {"vow", PROMISE, CLAUSE | INFINITIVE | OBJECT | QUOTE},
    {"want", DEMAND, INFINITIVE},
    {"warn", WARN, CLAUSE | INFINITIVE | OBJECT | PHRASE | ADDRESSEE | QUOTE | EVIDENTIAL},
    {"welcome", PRAISE, OBJECT},
    {"whisper", SAY, QUOTE},
    {"wish", BELIEVE, CLAUSE | INFINITIVE},
    {"wonder", ASK, CLAUSE | QUOTE},
    {"worry", BELIEVE, CLAUSE | PHRASE | QUOTE},
    {"write", SAY, CLAUSE | QUOTE},
    {"yell", SAY, QUOTE},
};

/* Sorted: adjectives that report ("is confident that", "was critical of"). */
static const chy_cue adjective_cues[] = {
    {"adamant", SAY, CLAUSE | PHRASE},
    {"afraid", BELIEVE, CLAUSE | PHRASE},
    {"alarmed", BELIEVE, CLAUSE | PHRASE},
    {"angry", ACCUSE, CLAUSE | PHRASE},
    {"anxious", BELIEVE, CLAUSE | PHRASE},
    {"apologetic", SAY, CLAUSE | PHRASE},
    {"appreciative", PRAISE, CLAUSE | PHRASE},
    {"aware", BELIEVE, CLAUSE | PHRASE},
    {"certain", BELIEVE, CLAUSE | PHRASE},
    {"concerned", BELIEVE, CLAUSE | PHRASE},
    {"confident", BELIEVE, CLAUSE | PHRASE},
    {"convinced", BELIEVE, CLAUSE | PHRASE},
    {"critical", ACCUSE, CLAUSE | PHRASE},
    {"dismissive", DENY, CLAUSE | PHRASE},
    {"doubtful", BELIEVE, CLAUSE | PHRASE},
    {"enthusiastic", PRAISE, CLAUSE | PHRASE},
    {"fearful", BELIEVE, CLAUSE | PHRASE},
    {"furious", ACCUSE, CLAUSE | PHRASE},
    {"grateful", PRAISE, CLAUSE | PHRASE},
    {"hopeful", BELIEVE, CLAUSE | PHRASE},
    {"insistent", SAY, CLAUSE | PHRASE},
    {"optimistic", BELIEVE, CLAUSE | PHRASE},
    {"outraged", ACCUSE, CLAUSE | PHRASE},
    {"pessimistic", BELIEVE, CLAUSE | PHRASE},
    {"proud", PRAISE, CLAUSE | PHRASE},
    {"sceptical", BELIEVE, CLAUSE | PHRASE},
    {"skeptical", BELIEVE, CLAUSE | PHRASE},
    {"sure", BELIEVE, CLAUSE | PHRASE},
    {"suspicious", BELIEVE, CLAUSE | PHRASE},
    {"thankful", PRAISE, CLAUSE | PHRASE},
    {"uncertain", BELIEVE, CLAUSE | PHRASE},
    {"unconvinced", BELIEVE, CLAUSE | PHRASE},
    {"unsure", BELIEVE, CLAUSE | PHRASE},
    {"wary", BELIEVE, CLAUSE | PHRASE},
    {"worried", BELIEVE, CLAUSE | PHRASE},
};

/* Sorted: nouns that report ("the claim that", "a warning about"). */
static const chy_cue noun_cues[] = {
    {"accusation", ACCUSE, CLAUSE},
    {"acknowledgement", SAY, CLAUSE},
    {"acknowledgment", SAY, CLAUSE},
    {"admission", SAY, CLAUSE},
    {"alert", WARN, CLAUSE},
    {"allegation", ACCUSE, CLAUSE},
    {"announcement", ANNOUNCE, CLAUSE},
    {"answer", SAY, CLAUSE},
    {"appeal", DEMAND, CLAUSE},
    {"argument", SAY, CLAUSE},
    {"assertion", SAY, CLAUSE},
    {"assessment", BELIEVE, CLAUSE},
    {"assumption", BELIEVE, CLAUSE},
    {"assurance", PROMISE, CLAUSE},
    {"belief", BELIEVE, CLAUSE},
    {"call", DEMAND, CLAUSE},
    {"caution", WARN, CLAUSE},
    {"charge", ACCUSE, CLAUSE},
    {"claim", SAY, CLAUSE},
    {"comment", SAY, CLAUSE},
    {"commitment", PROMISE, CLAUSE},
    {"complaint", ACCUSE, CLAUSE},
    {"concern", BELIEVE, CLAUSE},
    {"condemnation", ACCUSE, CLAUSE},
    {"confession", SAY, CLAUSE},
    {"confidence", BELIEVE, CLAUSE},
    {"confirmation", SAY, CLAUSE},
    {"contention", SAY, CLAUSE},
    {"conviction", BELIEVE, CLAUSE},
    {"criticism", ACCUSE, CLAUSE},
    {"declaration", ANNOUNCE, CLAUSE},
    {"demand", DEMAND, CLAUSE},
    {"denial", DENY, CLAUSE},
    {"denunciation", ACCUSE, CLAUSE},
    {"disclosure", SAY, CLAUSE},
    {"doubt", BELIEVE, CLAUSE},
    {"estimate", BELIEVE, CLAUSE},
    {"exhortation", DEMAND, CLAUSE},
    {"expectation", BELIEVE, CLAUSE},
    {"explanation", SAY, CLAUSE},
    {"fear", BELIEVE, CLAUSE},
    {"feeling", BELIEVE, CLAUSE},
    {"forecast", BELIEVE, CLAUSE},
    {"guarantee", PROMISE, CLAUSE},
    {"hint", SAY, CLAUSE},
    {"hope", BELIEVE, CLAUSE},
    {"impression", SAY, CLAUSE},
    {"inquiry", ASK, CLAUSE},
    {"insistence", SAY, CLAUSE},
    {"judgement", BELIEVE, CLAUSE},
    {"judgment", BELIEVE, CLAUSE},
    {"message", SAY, CLAUSE},
    {"news", SAY, CLAUSE},
    {"objection", ACCUSE, CLAUSE},
    {"offer", PROMISE, CLAUSE},
    {"opinion", BELIEVE, CLAUSE},
    {"plea", DEMAND, CLAUSE},
    {"pledge", PROMISE, CLAUSE},
    {"praise", PRAISE, CLAUSE},
    {"prediction", BELIEVE, CLAUSE},
    {"proclamation", ANNOUNCE, CLAUSE},
    {"promise", PROMISE, CLAUSE},
    {"proposal", DEMAND, CLAUSE},
    {"question", ASK, CLAUSE},
    {"rebuttal", DENY, CLAUSE},
    {"recommendation", DEMAND, CLAUSE},
    {"refusal", DENY, CLAUSE},
    {"rejection", DENY, CLAUSE},
    {"remark", SAY, CLAUSE},
    {"reminder", SAY, CLAUSE},
    {"reply", SAY, CLAUSE},
    {"report", SAY, CLAUSE},
    {"request", DEMAND, CLAUSE},
    {"response", SAY, CLAUSE},
    {"revelation", SAY, CLAUSE},
    {"rumor", SAY, CLAUSE},
    {"rumour", SAY, CLAUSE},
    {"signal", SAY, CLAUSE},
    {"speculation", BELIEVE, CLAUSE},
    {"statement", SAY, CLAUSE},
    {"suggestion", SAY, CLAUSE},
    {"suspicion", BELIEVE, CLAUSE},
    {"testimony", SAY, CLAUSE},
    {"threat", WARN, CLAUSE},
    {"ultimatum", WARN, CLAUSE},
    {"understanding", BELIEVE, CLAUSE},
    {"undertaking", PROMISE, CLAUSE},
    {"view", BELIEVE, CLAUSE},
    {"vow", PROMISE, CLAUSE},
    {"warning", WARN, CLAUSE},
    {"word", SAY, CLAUSE},
    {"worry", BELIEVE, CLAUSE},
};

/* Sorted: adverbs that lay a clause on words of others, unnamed. */
static const char *const evidential_adverbs[] = {
    "allegedly", "apparently", "ostensibly", "purportedly", "reportedly", "reputedly",
    "supposedly",
};

/* Sorted: nouns for words that someone else said or wrote first. */
static const char *const quotation_nouns[] = {
    "adage", "aphorism", "catchphrase", "chant", "chorus", "dictum", "expression", "line",
    "lyric", "mantra", "maxim", "message", "motto", "passage", "phrase", "poem", "principle",
    "proverb", "quotation", "quote", "refrain", "rhyme", "saying", "sentence", "slogan", "song",
    "stanza", "verse", "word",
};

/* Sorted: quotation nouns that are themselves where the words come from. */
static const char *const self_origins[] = {
    "adage", "aphorism", "chorus", "dictum", "maxim", "motto", "poem", "proverb", "rhyme",
    "saying", "slogan", "song",
};

/* Sorted: verbs whose object is where the words come from. */
static const char *const citing_verbs[] = {
    "cite", "echo", "invoke", "paraphrase", "quote", "recall", "recite", "reference", "repeat",
};

/* Sorted: "in her view", "in the words of". */
static const char *const view_nouns[] = {
    "account", "assessment", "estimate", "estimation", "eye", "judgement", "judgment", "opinion",
    "reading", "telling", "view", "word",
};
/* clang-format on */

static const chy_cue *find(const chy_cue *table, size_t count, const char *lemma) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(table[middle].lemma, lemma);
        if (order == 0) {
            return &table[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

const chy_cue *chy_cue_of_verb(const char *lemma) {
    return find(verb_cues, COUNT_OF(verb_cues), lemma);
}

const chy_cue *chy_cue_of_adjective(const char *lemma) {
    return find(adjective_cues, COUNT_OF(adjective_cues), lemma);
}

const chy_cue *chy_cue_of_noun(const char *lemma) {
    return find(noun_cues, COUNT_OF(noun_cues), lemma);
}

static bool holds(const char *const *list, size_t count, const char *lemma) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i], lemma) == 0) {
            return true;
        }
    }
    return false;
}

bool chy_cue_word_in(chy_cue_list list, const char *lemma) {
    switch (list) {
    case CHY_CUE_EVIDENTIAL_ADVERBS:
        return holds(evidential_adverbs, COUNT_OF(evidential_adverbs), lemma);
    case CHY_CUE_QUOTATION_NOUNS:
        return holds(quotation_nouns, COUNT_OF(quotation_nouns), lemma);
    case CHY_CUE_SELF_ORIGINS:
        return holds(self_origins, COUNT_OF(self_origins), lemma);
    case CHY_CUE_CITING_VERBS:
        return holds(citing_verbs, COUNT_OF(citing_verbs), lemma);
    case CHY_CUE_VIEW_NOUNS:
        return holds(view_nouns, COUNT_OF(view_nouns), lemma);
    }
    return false;
}

const chy_cue *chy_cue_verbs(size_t *count) {
    *count = COUNT_OF(verb_cues);
    return verb_cues;
}

const chy_cue *chy_cue_adjectives(size_t *count) {
    *count = COUNT_OF(adjective_cues);
    return adjective_cues;
}

const chy_cue *chy_cue_nouns(size_t *count) {
    *count = COUNT_OF(noun_cues);
    return noun_cues;
}
