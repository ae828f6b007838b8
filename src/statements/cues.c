#include "base/base.h"
#include "statements/cue_columns.h"

#include <string.h>

/* clang-format off */
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
    {"categorical", SAY, CLAUSE},
    {"certain", BELIEVE, CLAUSE | PHRASE},
    {"clear", SAY, CLAUSE},
    {"concerned", BELIEVE, CLAUSE | PHRASE},
    {"confident", BELIEVE, CLAUSE | PHRASE},
    {"convinced", BELIEVE, CLAUSE | PHRASE},
    {"critical", ACCUSE, CLAUSE | PHRASE},
    {"delighted", PRAISE, CLAUSE | PHRASE},
    {"disappointed", ACCUSE, CLAUSE | PHRASE},
    {"dismissive", DENY, CLAUSE | PHRASE},
    {"doubtful", BELIEVE, CLAUSE | PHRASE},
    {"emphatic", SAY, CLAUSE},
    {"enthusiastic", PRAISE, CLAUSE | PHRASE},
    {"fearful", BELIEVE, CLAUSE | PHRASE},
    {"firm", SAY, CLAUSE},
    {"frustrated", ACCUSE, CLAUSE | PHRASE},
    {"furious", ACCUSE, CLAUSE | PHRASE},
    {"glad", PRAISE, CLAUSE | PHRASE},
    {"grateful", PRAISE, CLAUSE | PHRASE},
    {"hopeful", BELIEVE, CLAUSE | PHRASE},
    {"insistent", SAY, CLAUSE | PHRASE},
    {"optimistic", BELIEVE, CLAUSE | PHRASE},
    {"outraged", ACCUSE, CLAUSE | PHRASE},
    {"pessimistic", BELIEVE, CLAUSE | PHRASE},
    {"pleased", PRAISE, CLAUSE | PHRASE},
    {"proud", PRAISE, CLAUSE | PHRASE},
    {"saddened", SAY, CLAUSE | PHRASE},
    {"sceptical", BELIEVE, CLAUSE | PHRASE},
    {"skeptical", BELIEVE, CLAUSE | PHRASE},
    {"sorry", SAY, CLAUSE | PHRASE},
    {"supportive", PRAISE, CLAUSE | PHRASE},
    {"sure", BELIEVE, CLAUSE | PHRASE},
    {"suspicious", BELIEVE, CLAUSE | PHRASE},
    {"thankful", PRAISE, CLAUSE | PHRASE},
    {"uncertain", BELIEVE, CLAUSE | PHRASE},
    {"unconvinced", BELIEVE, CLAUSE | PHRASE},
    {"unhappy", ACCUSE, CLAUSE | PHRASE},
    {"unsure", BELIEVE, CLAUSE | PHRASE},
    {"upset", ACCUSE, CLAUSE | PHRASE},
    {"vocal", SAY, PHRASE},
    {"wary", BELIEVE, CLAUSE | PHRASE},
    {"worried", BELIEVE, CLAUSE | PHRASE},
};

/* Sorted: nouns that report ("the claim that", "a warning about"). */
static const chy_cue noun_cues[] = {
    {"account", SAY, CLAUSE},
    {"accusation", ACCUSE, CLAUSE},
    {"acknowledgement", SAY, CLAUSE},
    {"acknowledgment", SAY, CLAUSE},
    {"admission", SAY, CLAUSE},
    {"admonition", SAY, CLAUSE},
    {"advice", DEMAND, CLAUSE},
    {"advisory", WARN, CLAUSE},
    {"affirmation", SAY, CLAUSE},
    {"alert", WARN, CLAUSE},
    {"allegation", ACCUSE, CLAUSE},
    {"anger", ACCUSE, CLAUSE},
    {"announcement", ANNOUNCE, CLAUSE},
    {"answer", SAY, CLAUSE},
    {"appeal", DEMAND, CLAUSE},
    {"argument", SAY, CLAUSE},
    {"assertion", SAY, CLAUSE},
    {"assessment", BELIEVE, CLAUSE},
    {"assumption", BELIEVE, CLAUSE},
    {"assurance", PROMISE, CLAUSE},
    {"belief", BELIEVE, CLAUSE},
    {"boast", SAY, CLAUSE},
    {"briefing", SAY, CLAUSE},
    {"call", DEMAND, CLAUSE},
    {"caution", WARN, CLAUSE},
    {"charge", ACCUSE, CLAUSE},
    {"claim", SAY, CLAUSE},
    {"clarification", SAY, CLAUSE},
    {"command", DEMAND, CLAUSE},
    {"comment", SAY, CLAUSE},
    {"commitment", PROMISE, CLAUSE},
    {"complaint", ACCUSE, CLAUSE},
    {"concern", BELIEVE, CLAUSE},
    {"conclusion", BELIEVE, CLAUSE},
    {"condemnation", ACCUSE, CLAUSE},
    {"confession", SAY, CLAUSE},
    {"confidence", BELIEVE, CLAUSE},
    {"confirmation", SAY, CLAUSE},
    {"consensus", BELIEVE, CLAUSE},
    {"contention", SAY, CLAUSE},
    {"conviction", BELIEVE, CLAUSE},
    {"criticism", ACCUSE, CLAUSE},
    {"declaration", ANNOUNCE, CLAUSE},
    {"demand", DEMAND, CLAUSE},
    {"denial", DENY, CLAUSE},
    {"denunciation", ACCUSE, CLAUSE},
    {"directive", DEMAND, CLAUSE},
    {"disclosure", SAY, CLAUSE},
    {"doubt", BELIEVE, CLAUSE},
    {"estimate", BELIEVE, CLAUSE},
    {"exhortation", DEMAND, CLAUSE},
    {"expectation", BELIEVE, CLAUSE},
    {"explanation", SAY, CLAUSE},
    {"fear", BELIEVE, CLAUSE},
    {"feeling", BELIEVE, CLAUSE},
    {"finding", SAY, CLAUSE},
    {"forecast", BELIEVE, CLAUSE},
    {"gist", SAY, CLAUSE},
    {"gossip", SAY, CLAUSE},
    {"gratitude", PRAISE, CLAUSE},
    {"guarantee", PROMISE, CLAUSE},
    {"hint", SAY, CLAUSE},
    {"hope", BELIEVE, CLAUSE},
    {"impression", SAY, CLAUSE},
    {"inquiry", ASK, CLAUSE},
    {"insinuation", SAY, CLAUSE},
    {"insistence", SAY, CLAUSE},
    {"instruction", DEMAND, CLAUSE},
    {"invitation", DEMAND, CLAUSE},
    {"judgement", BELIEVE, CLAUSE},
    {"judgment", BELIEVE, CLAUSE},
    {"letter", SAY, CLAUSE},
    {"message", SAY, CLAUSE},
    {"motion", DEMAND, CLAUSE},
    {"news", SAY, CLAUSE},
    {"note", SAY, CLAUSE},
    {"notice", SAY, CLAUSE},
    {"notion", BELIEVE, CLAUSE},
    {"objection", ACCUSE, CLAUSE},
    {"offer", PROMISE, CLAUSE},
    {"opinion", BELIEVE, CLAUSE},
    {"order", DEMAND, CLAUSE},
    {"petition", DEMAND, CLAUSE},
    {"plea", DEMAND, CLAUSE},
    {"pledge", PROMISE, CLAUSE},
    {"praise", PRAISE, CLAUSE},
    {"prediction", BELIEVE, CLAUSE},
    {"proclamation", ANNOUNCE, CLAUSE},
    {"promise", PROMISE, CLAUSE},
    {"prophecy", BELIEVE, CLAUSE},
    {"proposal", DEMAND, CLAUSE},
    {"question", ASK, CLAUSE},
    {"rebuttal", DENY, CLAUSE},
    {"recommendation", DEMAND, CLAUSE},
    {"refusal", DENY, CLAUSE},
    {"regret", ACCUSE, CLAUSE},
    {"reiteration", SAY, CLAUSE},
    {"rejection", DENY, CLAUSE},
    {"remark", SAY, CLAUSE},
    {"reminder", SAY, CLAUSE},
    {"reply", SAY, CLAUSE},
    {"report", SAY, CLAUSE},
    {"reproach", ACCUSE, CLAUSE},
    {"request", DEMAND, CLAUSE},
    {"response", SAY, CLAUSE},
    {"retort", SAY, CLAUSE},
    {"revelation", SAY, CLAUSE},
    {"ruling", ANNOUNCE, CLAUSE},
    {"rumor", SAY, CLAUSE},
    {"rumour", SAY, CLAUSE},
    {"satisfaction", PRAISE, CLAUSE},
    {"signal", SAY, CLAUSE},
    {"speculation", BELIEVE, CLAUSE},
    {"statement", SAY, CLAUSE},
    {"suggestion", SAY, CLAUSE},
    {"suspicion", BELIEVE, CLAUSE},
    {"testimony", SAY, CLAUSE},
    {"theory", BELIEVE, CLAUSE},
    {"threat", WARN, CLAUSE},
    {"tweet", SAY, CLAUSE},
    {"ultimatum", WARN, CLAUSE},
    {"understanding", BELIEVE, CLAUSE},
    {"undertaking", PROMISE, CLAUSE},
    {"verdict", ANNOUNCE, CLAUSE},
    {"view", BELIEVE, CLAUSE},
    {"vow", PROMISE, CLAUSE},
    {"warning", WARN, CLAUSE},
    {"whisper", SAY, CLAUSE},
    {"wish", BELIEVE, CLAUSE},
    {"word", SAY, CLAUSE},
    {"worry", BELIEVE, CLAUSE},
};

/* Sorted: nouns for what goes from mouth to mouth ("talk that", "the gossip was that"). */
static const chy_cue hearsay_cues[] = {
    {"buzz", SAY, CLAUSE},
    {"chatter", SAY, CLAUSE},
    {"grapevine", SAY, CLAUSE},
    {"hearsay", SAY, CLAUSE},
    {"legend", SAY, CLAUSE},
    {"line", SAY, CLAUSE},
    {"lore", SAY, CLAUSE},
    {"murmur", SAY, CLAUSE},
    {"murmuring", SAY, CLAUSE},
    {"muttering", SAY, CLAUSE},
    {"position", SAY, CLAUSE},
    {"reading", SAY, CLAUSE},
    {"rumbling", SAY, CLAUSE},
    {"scuttlebutt", SAY, CLAUSE},
    {"stance", SAY, CLAUSE},
    {"story", SAY, CLAUSE},
    {"tale", SAY, CLAUSE},
    {"talk", SAY, CLAUSE},
    {"tip", SAY, CLAUSE},
    {"tip-off", SAY, CLAUSE},
    {"version", SAY, CLAUSE},
    {"whispering", SAY, CLAUSE},
};

/* Sorted: adverbs that lay a clause on words of others, unnamed. */
static const char *const evidential_adverbs[] = {
    "allegedly", "apparently", "ostensibly", "purportedly", "reportedly", "reputedly",
    "supposedly",
};

/* Sorted: nouns for words that someone else said or wrote first. */
static const char *const quotation_nouns[] = {
    "adage", "anthem", "aphorism", "ballad", "calypso", "carol", "catchphrase", "chant", "chorus",
    "couplet", "dictum", "expression", "fable", "hymn", "limerick", "line", "lullaby", "lyric",
    "mantra", "maxim", "message", "motto", "ode", "parable", "passage", "phrase", "poem",
    "principle", "proverb", "psalm", "quotation", "quote", "refrain", "rhyme", "riddle", "saying",
    "sentence", "shanty", "slogan", "song", "sonnet", "stanza", "tune", "verse", "word",
};

/* Sorted: nouns for what bears words that nobody speaks, and for what a crowd calls out. */
static const char *const bearers[] = {
    "banner", "billboard", "board", "cable", "caption", "card", "chant", "communique",
    "communiqué", "cry", "dispatch", "e-mail", "email", "epitaph", "fax", "flier", "flyer",
    "graffiti", "graffito", "gravestone", "handbill", "headline", "headstone", "inscription",
    "leaflet", "legend", "memo", "motto", "notice", "pamphlet", "placard", "plaque", "poster",
    "shout", "sign", "signboard", "slogan", "sticker", "streamer", "t-shirt", "tablet", "telegram",
    "text", "tombstone", "wreath",
};

/* Sorted: what words are given in, besides the nouns that report. */
static const char *const papers[] = {
    "article", "blog", "bulletin", "cable", "channel", "circular", "column", "communique",
    "communiqué", "data", "detail", "diary", "dispatch", "document", "editorial", "email", "feed",
    "figure", "filing", "flier", "flyer", "information", "leaflet", "memo", "memoir", "minutes",
    "page", "pamphlet", "post", "posting", "protocol", "readout", "record", "release", "site",
    "speech", "summary", "transcript", "video", "website",
};

/* Sorted: quotation nouns that are themselves where the words come from. */
static const char *const self_origins[] = {
    "adage", "anthem", "aphorism", "ballad", "calypso", "carol", "chorus", "dictum", "fable",
    "hymn", "limerick", "lullaby", "maxim", "motto", "ode", "parable", "poem", "proverb", "psalm",
    "rhyme", "riddle", "saying", "shanty", "slogan", "song", "sonnet", "tune",
};

/* Sorted: verbs whose object is where the words come from. */
static const char *const citing_verbs[] = {
    "borrow", "cite", "echo", "invoke", "paraphrase", "quote", "recall", "recite", "reference", "repeat",
};

/* Sorted: "in her view", "in the words of". */
static const char *const view_nouns[] = {
    "account", "assessment", "estimate", "estimation", "eye", "judgement", "judgment", "opinion",
    "reading", "telling", "view", "word",
};

/* Sorted: subjects of "say", "show", "suggest" that do not speak. */
static const char *const mute_nouns[] = {
    "charter", "clause", "constitution", "convention", "evidence", "experience", "fact", "history",
    "law", "logic", "paragraph", "preamble", "precedent", "provision", "regulation", "rule", "sign",
    "silence", "statute", "tradition", "treaty",
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
    size_t count;
    const chy_cue *verbs = chy_cue_verbs(&count);
    return find(verbs, count, lemma);
}

const chy_cue *chy_cue_of_adjective(const char *lemma) {
    return find(adjective_cues, CHY_COUNT_OF(adjective_cues), lemma);
}

const chy_cue *chy_cue_of_noun(const char *lemma) {
    return find(noun_cues, CHY_COUNT_OF(noun_cues), lemma);
}

const chy_cue *chy_cue_of_news(const char *lemma) {
    const chy_cue *cue = chy_cue_of_noun(lemma);
    return cue != NULL ? cue : find(hearsay_cues, CHY_COUNT_OF(hearsay_cues), lemma);
}

bool chy_cue_word_in(chy_cue_list list, const char *lemma) {
    switch (list) {
    case CHY_CUE_EVIDENTIAL_ADVERBS:
        return chy_is_one_of(lemma, evidential_adverbs, CHY_COUNT_OF(evidential_adverbs));
    case CHY_CUE_QUOTATION_NOUNS:
        return chy_is_one_of(lemma, quotation_nouns, CHY_COUNT_OF(quotation_nouns));
    case CHY_CUE_BEARERS:
        return chy_is_one_of(lemma, bearers, CHY_COUNT_OF(bearers));
    case CHY_CUE_PAPERS:
        return chy_is_one_of(lemma, papers, CHY_COUNT_OF(papers));
    case CHY_CUE_SELF_ORIGINS:
        return chy_is_one_of(lemma, self_origins, CHY_COUNT_OF(self_origins));
    case CHY_CUE_CITING_VERBS:
        return chy_is_one_of(lemma, citing_verbs, CHY_COUNT_OF(citing_verbs));
    case CHY_CUE_VIEW_NOUNS:
        return chy_is_one_of(lemma, view_nouns, CHY_COUNT_OF(view_nouns));
    case CHY_CUE_MUTE_NOUNS:
        return chy_is_one_of(lemma, mute_nouns, CHY_COUNT_OF(mute_nouns));
    }
    return false;
}

const chy_cue *chy_cue_adjectives(size_t *count) {
    *count = CHY_COUNT_OF(adjective_cues);
    return adjective_cues;
}

const chy_cue *chy_cue_nouns(size_t *count) {
    *count = CHY_COUNT_OF(noun_cues);
    return noun_cues;
}

const chy_cue *chy_cue_hearsay(size_t *count) {
    *count = CHY_COUNT_OF(hearsay_cues);
    return hearsay_cues;
}
