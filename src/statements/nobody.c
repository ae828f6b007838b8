/* News on nobody's word: "it emerged that", "word went round that", "the rumour was that". The tree
 * often hangs what is said on the last noun before "that" ("went round the camp that"), so that
 * word is looked for, and what is said is what it opens. */
#include "statements/reader.h"

#include <string.h>

/* Words between the verb and "that". */
#define NEWS_REACH 24u

/* A verb's lemma and the forms that follow it, adverbs between them passed over. */
/* clang-format off */
/* After "it". */
static const char *const known[] = {
    "be common knowledge", "be general knowledge", "be known", "be no secret", "be open secret",
    "be public knowledge", "become common knowledge", "become known", "become public", "come out",
    "come to attention", "come to ears", "come to knowledge", "come to light", "come to notice",
    "do rounds", "emerge", "filter back", "filter down", "filter out", "filter through",
    "get about", "get abroad", "get around", "get out", "get round", "leak", "make rounds",
    "ooze out", "seep out", "slip out", "surface", "transpire", "trickle down", "trickle out",
    "trickle through",
};

/* After "it was", besides the verbs that report. */
static const char *const told[] = {
    "bandy", "breathe", "bruit", "circulate", "float", "gather", "give out", "give to understand",
    "gossip", "hear", "know", "leak", "learn", "let drop", "let fall", "let known", "let slip",
    "make clear", "make known", "make plain", "make public", "moot", "murmur", "mutter", "narrate",
    "noise", "put about", "put around", "put out", "put round", "recount", "relate", "rumor",
    "rumour", "spread", "whisper",
};

/* After who "was": to whom somebody unnamed gave the news. */
static const char *const heard[] = {
    "give to believe", "give to understand", "lead to believe", "lead to understand", "let know",
    "make to understand",
};

/* After who gives the news without standing for it. */
static const char *const spread[] = {
    "give it out", "give out", "give it to be understood", "give to understand",
    "have it put about", "let be known", "let be understood", "let drop", "let fall",
    "let it be known", "let it be said", "let it be understood", "let it drop", "let it out",
    "let it slip", "let on", "let slip", "make it known", "make it public", "put about",
    "put it about", "put it around", "put it out", "put it round", "put out",
};

/* After a noun for news: what it does where nobody is named who told it. */
static const char *const going[] = {
    "abound", "appear", "arise", "arrive", "be abroad", "be afoot", "be around", "be everywhere",
    "be in air", "be in circulation", "be rampant", "be rife", "be widespread", "break", "build",
    "buzz", "circulate", "come", "do rounds", "drift", "echo", "emerge", "filter", "float", "flow",
    "fly", "get about", "get abroad", "get around", "get out", "get round", "go", "grow", "have it",
    "heighten", "intensify", "leak", "linger", "make its way", "make rounds", "mount", "multiply",
    "pass", "persist", "race", "reach", "resurface", "rise", "run", "seep", "slip out", "spread",
    "spring", "start", "surface", "surge", "sweep", "swell", "swirl", "travel", "trickle",
};
/* clang-format on */

static bool is_form(const chy_word *word, const char *form, size_t size) {
    char lower[CHY_STATEMENT_LEMMA];
    chy_lower_form(word->form, lower);
    return strncmp(lower, form, size) == 0 && lower[size] == '\0';
}

static uint32_t sentence_end(const chy_statement_reader *reader, uint32_t word) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[word].sentence];
    return sentence->first_word + sentence->word_count;
}

/* Where the phrase that a verb, of this lemma, and what follows it make ends, or CHY_NONE;
 * articles, possessives and adverbs are passed over. */
static uint32_t phrase_end(const chy_statement_reader *reader, uint32_t verb, const char *lemma,
                           const char *phrase) {
    size_t size = strcspn(phrase, " ");
    if (strncmp(lemma, phrase, size) != 0 || lemma[size] != '\0') {
        return CHY_NONE;
    }
    uint32_t end = sentence_end(reader, verb);
    uint32_t at = verb + 1;
    while (phrase[size] == ' ') {
        phrase += size + 1;
        size = strcspn(phrase, " ");
        while (at < end && !is_form(&reader->words[at], phrase, size) &&
               (reader->words[at].upos == CHY_UPOS_ADV || reader->words[at].upos == CHY_UPOS_DET ||
                reader->words[at].deprel == CHY_DEPREL_NMOD_POSS)) {
            at++;
        }
        if (at >= end || !is_form(&reader->words[at], phrase, size)) {
            return CHY_NONE;
        }
        at++;
    }
    return at;
}

static uint32_t one_end(const chy_statement_reader *reader, uint32_t verb,
                        const char *const *phrases, size_t count) {
    char lemma[CHY_STATEMENT_LEMMA];
    chy_lower_form(reader->words[verb].lemma, lemma);
    uint32_t end = CHY_NONE;
    for (size_t i = 0; i < count && end == CHY_NONE; i++) {
        end = phrase_end(reader, verb, lemma, phrases[i]);
    }
    return end;
}

/* "rumour | has it". */
static bool has_it(const chy_statement_reader *reader, uint32_t verb) {
    static const char *const phrase[] = {"have it"};
    return one_end(reader, verb, phrase, CHY_COUNT_OF(phrase)) != CHY_NONE;
}

/* "not", "never", "may", "if" before word `end`: it is not given at all. */
static bool is_withheld(const chy_statement_reader *reader, uint32_t subject, uint32_t head,
                        uint32_t end) {
    static const char *const words[] = {"if",     "may",    "might", "could", "must", "n't",
                                        "nobody", "never",  "no",    "not",   "can",  "should",
                                        "shall",  "unless", "will",  "wo"};
    for (uint32_t i = head < subject ? head : subject; i < end; i++) {
        if (chy_form_in(&reader->words[i], words, CHY_COUNT_OF(words)) &&
            reader->words[i].head == head) {
            return true;
        }
    }
    uint32_t mark = chy_child_of(reader, head, CHY_DEPREL_MARK);
    mark = mark < end ? mark : CHY_NONE;
    uint32_t det = chy_child_of(reader, subject, CHY_DEPREL_DET);
    return (mark != CHY_NONE && chy_form_in(&reader->words[mark], words, CHY_COUNT_OF(words))) ||
           (det != CHY_NONE && chy_form_in(&reader->words[det], words, CHY_COUNT_OF(words)));
}

/* Whether a predicate has a subject of its own after the word: "that | he left", not "that left".
 */
static bool has_subject(const chy_statement_reader *reader, uint32_t head, uint32_t after) {
    for (uint32_t c = reader->first_child[head]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint8_t rel = reader->words[c].deprel;
        if (c > after && (rel == CHY_DEPREL_NSUBJ || rel == CHY_DEPREL_NSUBJ_PASS ||
                          rel == CHY_DEPREL_CSUBJ || rel == CHY_DEPREL_EXPL)) {
            return true;
        }
    }
    return false;
}

/* The first "that" after a word which opens a clause, or CHY_NONE. */
static uint32_t that_after(const chy_statement_reader *reader, uint32_t word) {
    uint32_t end = sentence_end(reader, word);
    uint32_t stop = end - word > NEWS_REACH ? word + NEWS_REACH : end;
    for (uint32_t i = word + 1; i < stop; i++) {
        uint32_t head = reader->words[i].head;
        if (chy_form_is(&reader->words[i], "that") && head != CHY_NONE && head > i &&
            reader->words[i].deprel != CHY_DEPREL_DET &&
            reader->quote_of_word[i] == reader->quote_of_word[word] &&
            has_subject(reader, head, i)) {
            return i;
        }
    }
    return CHY_NONE;
}

/* A statement of what stands at and below `said`, from word `from` on. */
static uint32_t add_news(chy_statement_reader *reader, const chy_cue *cue, uint32_t cue_word,
                         uint32_t said, uint32_t from) {
    uint32_t draft = chy_statement_new(reader, cue, cue_word, CHY_NONE);
    if (draft == CHY_NONE) {
        return CHY_NONE;
    }
    chy_subtree(reader, said, CHY_NONE);
    for (uint32_t i = reader->input->sentences[reader->words[said].sentence].first_word; i < from;
         i++) {
        reader->mark[i] = 0;
    }
    chy_leave_reporters(reader, said);
    chy_content_add_marked(reader, draft, said);
    chy_content_take_quote(reader, draft, said);
    return draft;
}

/* "The envoys, it emerged, had met", "as rumour has it, they met": the news stands around the verb.
 * The statement, or CHY_NONE. */
static uint32_t news_around(chy_statement_reader *reader, const chy_cue *cue, uint32_t verb) {
    uint32_t clause = reader->clauses->clause_of_word[verb];
    uint32_t draft = reader->draft_count;
    uint32_t end = sentence_end(reader, verb);
    uint32_t next = verb + 1;
    while (next < end &&
           (reader->words[next].upos == CHY_UPOS_ADV || chy_form_is(&reader->words[next], "it") ||
            reader->mentions->time_of_word[next] != CHY_NONE)) {
        next++;
    }
    bool bare = next < end && chy_is_punctuation(&reader->words[next]);
    if (bare && clause != CHY_NONE && chy_statement_of_frame(reader, clause, cue)) {
        reader->drafts[draft].clause = CHY_NONE;
        reader->drafts[draft].speaker_word = CHY_NONE;
        return draft;
    }
    uint32_t as = chy_child_of(reader, verb, CHY_DEPREL_MARK);
    uint32_t said = reader->words[verb].head;
    if (as == CHY_NONE || said == CHY_NONE || !chy_form_is(&reader->words[as], "as") ||
        reader->words[verb].deprel != CHY_DEPREL_ADVCL) {
        return CHY_NONE;
    }
    draft = chy_statement_new(reader, cue, verb, CHY_NONE);
    if (draft != CHY_NONE) {
        chy_subtree(reader, said, verb);
        chy_content_add_marked(reader, draft, said);
    }
    return draft;
}

/* The clause without "that" of "it emerged they had met", or CHY_NONE. */
static uint32_t bare_clause(const chy_statement_reader *reader, uint32_t head) {
    uint32_t below = chy_child_of(reader, head, CHY_DEPREL_XCOMP);
    uint32_t said = chy_child_of(reader, head, CHY_DEPREL_CCOMP);
    if (said == CHY_NONE && below != CHY_NONE) {
        said = chy_child_of(reader, below, CHY_DEPREL_CCOMP);
    }
    bool has_own = said != CHY_NONE && said > head && has_subject(reader, said, head);
    return has_own ? said : CHY_NONE;
}

static const chy_cue news = {"emerge", CHY_STATEMENT_SAY, CHY_CUE_CLAUSE | CHY_CUE_QUOTE};

/* Whether "it" stands in "let it be known", "put it about". */
static bool is_spread(const chy_statement_reader *reader, uint32_t it) {
    return it > 0 && one_end(reader, it - 1, spread, CHY_COUNT_OF(spread)) != CHY_NONE;
}

/* The words of the cue are [verb, end). */
static void set_cue(chy_statement_reader *reader, uint32_t draft, uint32_t verb, uint32_t end) {
    if (draft != CHY_NONE) {
        reader->drafts[draft].cue_first = verb;
        reader->drafts[draft].cue_end = end;
    }
}

/* "was let slip by the palace": who is named with "by", on either verb. */
static uint32_t agent_of(const chy_statement_reader *reader, uint32_t head) {
    uint32_t agent = chy_child_of(reader, head, CHY_DEPREL_OBL_AGENT);
    uint32_t below = chy_child_of(reader, head, CHY_DEPREL_XCOMP);
    uint32_t other = below == CHY_NONE ? CHY_NONE : chy_child_of(reader, below, CHY_DEPREL_OBL);
    uint32_t by = other == CHY_NONE ? CHY_NONE : chy_child_of(reader, other, CHY_DEPREL_CASE);
    bool found = agent == CHY_NONE && by != CHY_NONE && chy_form_is(&reader->words[by], "by");
    return found ? other : agent;
}

void chy_statement_of_news(chy_statement_reader *reader, uint32_t it) {
    uint32_t head = reader->words[it].head;
    if (head == CHY_NONE || head < it || head - it > NEWS_REACH || is_spread(reader, it)) {
        return;
    }
    uint32_t copula = chy_child_of(reader, head, CHY_DEPREL_COP);
    uint32_t verb = copula == CHY_NONE ? head : copula;
    bool passive = chy_child_of(reader, head, CHY_DEPREL_AUX_PASS) != CHY_NONE;
    uint32_t end = passive ? one_end(reader, verb, told, CHY_COUNT_OF(told))
                           : one_end(reader, verb, known, CHY_COUNT_OF(known));
    char lower[CHY_STATEMENT_LEMMA];
    const chy_cue *cue =
        passive ? chy_cue_of_verb(chy_lower_form(reader->words[head].lemma, lower)) : NULL;
    bool reports = cue != NULL && (cue->takes & CHY_CUE_CLAUSE) != 0;
    uint32_t clause = reader->clauses->clause_of_word[head];
    bool done = clause != CHY_NONE && reader->draft_of_clause[clause] != CHY_NONE;
    /* Before the noun of "it is no secret". */
    uint32_t stop = copula == CHY_NONE ? head : copula + 1;
    if ((end == CHY_NONE && !reports) || done || verb < it || is_withheld(reader, it, head, stop)) {
        return;
    }
    cue = reports ? cue : &news;
    uint32_t that = that_after(reader, verb);
    uint32_t said = that == CHY_NONE ? bare_clause(reader, head) : reader->words[that].head;
    uint32_t draft = said == CHY_NONE
                         ? news_around(reader, cue, head)
                         : add_news(reader, cue, head, said, (that == CHY_NONE ? verb : that) + 1);
    set_cue(reader, draft, verb, end == CHY_NONE ? verb + 1 : end);
    if (draft != CHY_NONE && passive) {
        reader->drafts[draft].speaker_word = agent_of(reader, head);
    }
}

/* "The delegation was given to understand that": of nobody, or of who is named with "by", to the
 * subject. */
static void statement_heard(chy_statement_reader *reader, uint32_t verb, uint32_t subject) {
    uint32_t end = one_end(reader, verb, heard, CHY_COUNT_OF(heard));
    uint32_t that = end == CHY_NONE ? CHY_NONE : that_after(reader, verb);
    if (that == CHY_NONE || is_withheld(reader, subject, verb, verb)) {
        return;
    }
    uint32_t draft = add_news(reader, &news, verb, reader->words[that].head, that + 1);
    uint32_t inner = reader->clauses->clause_of_word[end - 1];
    if (inner != CHY_NONE && reader->draft_of_clause[inner] != CHY_NONE) {
        chy_content_clear(reader, reader->draft_of_clause[inner]); /* "led to believe" */
    }
    set_cue(reader, draft, verb, end);
    if (draft != CHY_NONE) {
        reader->drafts[draft].speaker_word = agent_of(reader, verb);
        reader->drafts[draft].statement.addressee = chy_entity_at(reader, subject);
    }
}

void chy_statement_of_spreader(chy_statement_reader *reader, uint32_t verb) {
    uint32_t clause = reader->clauses->clause_of_word[verb];
    if (clause == CHY_NONE || reader->draft_of_clause[clause] != CHY_NONE) {
        return;
    }
    uint32_t told_to = chy_child_of(reader, verb, CHY_DEPREL_NSUBJ_PASS);
    if (told_to != CHY_NONE && told_to < verb) {
        statement_heard(reader, verb, told_to);
        return;
    }
    uint32_t subject = chy_child_of(reader, verb, CHY_DEPREL_NSUBJ);
    uint32_t end = subject == CHY_NONE || subject > verb
                       ? CHY_NONE
                       : one_end(reader, verb, spread, CHY_COUNT_OF(spread));
    uint32_t that = end == CHY_NONE ? CHY_NONE : that_after(reader, verb);
    if (that == CHY_NONE || is_withheld(reader, subject, verb, verb)) {
        return;
    }
    /* "let it be understood that": what is understood is said already, of nobody. */
    uint32_t below = chy_child_of(reader, verb, CHY_DEPREL_XCOMP);
    uint32_t inner = below == CHY_NONE ? CHY_NONE : reader->clauses->clause_of_word[below];
    uint32_t draft = inner == CHY_NONE ? CHY_NONE : reader->draft_of_clause[inner];
    if (draft == CHY_NONE) {
        draft = add_news(reader, &news, verb, reader->words[that].head, that + 1);
    }
    set_cue(reader, draft, verb, end);
    if (draft != CHY_NONE) {
        reader->drafts[draft].speaker_word = subject;
        reader->drafts[draft].statement.kind = news.kind;
    }
}

/* Who is named with a noun for news: "word came from the ministry", "the envoy's message was". */
static uint32_t teller(const chy_statement_reader *reader, uint32_t noun, uint32_t verb) {
    static const char *const prepositions[] = {"by", "from"};
    uint32_t owner = chy_child_of(reader, noun, CHY_DEPREL_NMOD_POSS);
    if (owner != CHY_NONE) {
        return owner;
    }
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t above = i == 0 ? noun : verb;
        for (uint32_t c = reader->first_child[above]; c != CHY_NONE; c = reader->next_sibling[c]) {
            uint32_t of = chy_child_of(reader, c, CHY_DEPREL_CASE);
            if (of != CHY_NONE && chy_acts(reader, c) &&
                chy_form_in(&reader->words[of], prepositions, CHY_COUNT_OF(prepositions))) {
                return c;
            }
        }
    }
    return CHY_NONE;
}

/* The verb of a noun for news, which is its subject; also "messages circulated", where the tree has
 * a participle; or CHY_NONE. */
static uint32_t verb_of_news(const chy_statement_reader *reader, uint32_t noun) {
    uint8_t rel = reader->words[noun].deprel;
    if (rel == CHY_DEPREL_NSUBJ || rel == CHY_DEPREL_NSUBJ_PASS || rel == CHY_DEPREL_NSUBJ_OUTER) {
        return reader->words[noun].head;
    }
    uint32_t participle = chy_child_of(reader, noun, CHY_DEPREL_ACL);
    uint32_t head = reader->words[noun].head;
    if (noun + 1 < sentence_end(reader, noun) && has_it(reader, noun + 1)) {
        return noun + 1; /* "The fleet, rumour had it, had sailed" */
    }
    return head == CHY_NONE && participle != CHY_NONE && participle > noun ? participle : CHY_NONE;
}

/* "The rumour was | that", "there was talk in town | that", "word spread | that". */
static uint32_t that_of_news(const chy_statement_reader *reader, uint32_t noun, uint32_t verb) {
    uint32_t there = chy_child_of(reader, verb, CHY_DEPREL_EXPL);
    uint32_t that = that_after(reader, noun);
    if (there != CHY_NONE && there < verb && chy_form_is(&reader->words[there], "there")) {
        return that;
    }
    uint32_t copula = chy_child_of(reader, verb, CHY_DEPREL_COP);
    uint32_t bears = copula != CHY_NONE && copula < verb ? copula : verb;
    if (verb > noun && verb < that &&
        one_end(reader, bears, going, CHY_COUNT_OF(going)) != CHY_NONE) {
        return that_after(reader, verb);
    }
    uint32_t last = that == CHY_NONE ? noun : that - 1;
    while (last > noun && reader->words[last].upos == CHY_UPOS_ADV) {
        last--;
    }
    char lower[CHY_STATEMENT_LEMMA];
    bool equals =
        last > noun && strcmp(chy_lower_form(reader->words[last].lemma, lower), "be") == 0;
    return equals ? that : CHY_NONE;
}

/* "A note was passed, | saying that": whether a verb behind the noun says what "that" opens. */
static bool is_told(const chy_statement_reader *reader, uint32_t noun, uint32_t that) {
    uint32_t verb = reader->words[reader->words[that].head].head;
    bool between = verb != CHY_NONE && verb > noun && verb < that;
    uint32_t clause = between ? reader->clauses->clause_of_word[verb] : CHY_NONE;
    return clause != CHY_NONE && reader->draft_of_clause[clause] != CHY_NONE;
}

/* "There was talk | of a merger": what the news is of, where no clause says it. */
static uint32_t matter_of_news(const chy_statement_reader *reader, uint32_t noun, uint32_t verb) {
    static const char *const leads[] = {"about", "concerning", "of", "regarding"};
    uint32_t there = chy_child_of(reader, verb, CHY_DEPREL_EXPL);
    uint32_t none = chy_child_of(reader, noun, CHY_DEPREL_DET);
    if (there == CHY_NONE || there > noun || !chy_form_is(&reader->words[there], "there") ||
        (none != CHY_NONE && chy_form_is(&reader->words[none], "no"))) {
        return CHY_NONE;
    }
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t of = c > noun ? chy_child_of(reader, c, CHY_DEPREL_CASE) : CHY_NONE;
        if (of != CHY_NONE && chy_form_in(&reader->words[of], leads, CHY_COUNT_OF(leads))) {
            return c;
        }
    }
    return CHY_NONE;
}

bool chy_statement_of_news_noun(chy_statement_reader *reader, uint32_t noun, const chy_cue *cue) {
    uint32_t verb = verb_of_news(reader, noun);
    if (verb == CHY_NONE || (verb > noun ? verb - noun : noun - verb) > NEWS_REACH) {
        return false;
    }
    uint32_t that = that_of_news(reader, noun, verb);
    uint32_t draft = CHY_NONE;
    if (that != CHY_NONE && is_told(reader, noun, that)) {
        return true;
    }
    if (that != CHY_NONE && !is_withheld(reader, noun, verb, that)) {
        draft = add_news(reader, cue, noun, reader->words[that].head, that + 1);
    } else if (has_it(reader, verb)) {
        draft = news_around(reader, cue, verb);
        if (draft != CHY_NONE) {
            reader->drafts[draft].cue_word = noun;
        }
    } else if (that == CHY_NONE) {
        uint32_t matter = matter_of_news(reader, noun, verb);
        draft = matter == CHY_NONE ? CHY_NONE : chy_statement_new(reader, cue, noun, CHY_NONE);
        if (draft != CHY_NONE) {
            uint32_t first = UINT32_MAX;
            uint32_t end = 0;
            chy_widen(reader, matter, &first, &end);
            chy_content_add(reader, draft, chy_without_case(reader, first, end), end);
        }
    }
    if (draft == CHY_NONE) {
        return false;
    }
    reader->drafts[draft].speaker_word = teller(reader, noun, verb);
    return true;
}

bool chy_is_background(const chy_statement_reader *reader, uint32_t noun, const chy_cue *cue) {
    static const char *const prepositions[] = {"about",   "after",     "amid", "amidst", "at", "by",
                                               "despite", "following", "over", "since",  "to"};
    const chy_word *word = &reader->words[noun];
    uint32_t of =
        word->deprel == CHY_DEPREL_OBL ? chy_child_of(reader, noun, CHY_DEPREL_CASE) : CHY_NONE;
    if (of == CHY_NONE) {
        return false;
    }
    bool held = cue->kind == CHY_STATEMENT_BELIEVE || cue->kind == CHY_STATEMENT_PROMISE;
    bool on = chy_form_is(&reader->words[of], "on") && (!held || strcmp(word->xpos, "NNS") == 0);
    return on || chy_form_in(&reader->words[of], prepositions, CHY_COUNT_OF(prepositions));
}

bool chy_is_called_out(const chy_statement_reader *reader, uint32_t noun) {
    static const char *const calls[] = {"boo", "chant", "cheer", "cry", "jeer", "shout"};
    static const char *const meanwhile[] = {"amid", "amidst", "by", "over", "to"};
    char lower[CHY_STATEMENT_LEMMA];
    uint32_t of = chy_child_of(reader, noun, CHY_DEPREL_CASE);
    return of != CHY_NONE && chy_form_in(&reader->words[of], meanwhile, CHY_COUNT_OF(meanwhile)) &&
           chy_is_listed(chy_lower_form(reader->words[noun].lemma, lower), calls,
                         CHY_COUNT_OF(calls));
}
