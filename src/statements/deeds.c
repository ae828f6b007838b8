/* Verbs that report or do: "rejected the charge" is said, "rejected the bill" is done. */
#include "statements/reader.h"

#include <string.h>

static bool lemma_in(const chy_statement_reader *reader, uint32_t word, const char *const *list,
                     size_t count) {
    char lower[CHY_STATEMENT_LEMMA];
    return chy_is_listed(chy_lower_form(reader->words[word].lemma, lower), list, count);
}

/* "refused to sell", but "refused to admit that", "refused to rule out". */
static bool refuses_deed(const chy_statement_reader *reader, uint32_t clause) {
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_COMPLEMENT, CHY_NONE);
    for (; a != CHY_NONE; a = chy_argument_in(reader, clause, CHY_ROLE_COMPLEMENT, a)) {
        uint32_t word = chy_argument_at(reader, a)->word;
        uint32_t inner = reader->clauses->clause_of_word[word];
        if (chy_is_infinitive(reader, word) && inner != CHY_NONE) {
            return chy_cue_of_verb(reader->clauses->clauses[inner].lemma) == NULL;
        }
    }
    return false;
}

/* "dismissed the critics as dreamers": words all the same. */
static bool has_predicate(const chy_statement_reader *reader, uint32_t clause) {
    return chy_argument_in(reader, clause, CHY_ROLE_PREDICATE, CHY_NONE) != CHY_NONE ||
           chy_argument_in(reader, clause, CHY_ROLE_COMPLEMENT, CHY_NONE) != CHY_NONE;
}

/* "The two ministers met in Riga. They | talked about gas": whether the sentence before tells that
 * these met. */
static bool have_met(const chy_statement_reader *reader, uint32_t sentence, uint32_t entity) {
    static const char *const meeting[] = {"confer",   "gather", "meet", "sit",
                                          "sit_down", "speak",  "talk"};
    const chy_sentence *before = &reader->input->sentences[sentence == 0 ? 0 : sentence - 1];
    uint32_t end = sentence == 0 ? 0 : before->first_word + before->word_count;
    for (uint32_t w = before->first_word; w < end; w++) {
        uint32_t clause = reader->clauses->clause_of_word[w];
        if (clause == CHY_NONE || !chy_is_listed(reader->clauses->clauses[clause].lemma, meeting,
                                                 CHY_COUNT_OF(meeting))) {
            continue;
        }
        uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, CHY_NONE);
        if (a != CHY_NONE && chy_entity_at(reader, chy_argument_at(reader, a)->word) == entity) {
            return true;
        }
    }
    return false;
}

/* "talked for an hour about gas", "the two spoke about gas": with each other, and not to us. */
static bool talks_together(const chy_statement_reader *reader, uint32_t clause) {
    for (uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, CHY_NONE); a != CHY_NONE;
         a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, a)) {
        const chy_argument *o = chy_argument_at(reader, a);
        uint32_t time = reader->mentions->time_of_word[o->word];
        bool lasted = strcmp(o->preposition, "for") == 0 && time != CHY_NONE &&
                      reader->mentions->times[time].type == CHY_TIME_DURATION;
        /* "In an interview with the radio, she spoke of exile": to us. */
        bool with = strcmp(o->preposition, "with") == 0 && !o->inherited;
        if (lasted || (with && chy_acts(reader, o->word))) {
            return true;
        }
    }
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, CHY_NONE);
    uint32_t subject = a == CHY_NONE ? CHY_NONE : chy_argument_at(reader, a)->word;
    uint32_t entity = subject == CHY_NONE ? CHY_NONE : chy_entity_at(reader, subject);
    uint32_t sentence = reader->clauses->clauses[clause].sentence;
    bool several = entity != CHY_NONE && (reader->mentions->entities[entity].member_count > 1 ||
                                          have_met(reader, sentence, entity));
    return several || (subject != CHY_NONE &&
                       chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, a) != CHY_NONE);
}

/* "denied bail to", "denied the inspectors access", "was denied entry": who may grant does not. */
static bool denies_grant(const chy_statement_reader *reader, uint32_t clause) {
    static const char *const grants[] = {"access",      "admission", "asylum",   "bail",
                                         "citizenship", "entry",     "licence",  "license",
                                         "parole",      "passage",   "passport", "permission",
                                         "permit",      "refuge",    "visa"};
    const chy_clause *c = &reader->clauses->clauses[clause];
    for (uint32_t i = c->first_argument; i < c->first_argument + c->argument_count; i++) {
        const chy_argument *a = chy_argument_at(reader, i);
        bool granted = a->role == CHY_ROLE_OBJECT || a->role == CHY_ROLE_COMPLEMENT ||
                       a->role == CHY_ROLE_PREDICATE;
        if (a->role == CHY_ROLE_RECIPIENT ||
            (granted && lemma_in(reader, a->word, grants, CHY_COUNT_OF(grants)))) {
            return true;
        }
    }
    return false;
}

/* "welcomed the envoy at the airport", "was welcomed by his counterpart": a guest is received; what
 * he brings is praised. */
static bool receives_guest(const chy_statement_reader *reader, uint32_t clause) {
    static const char *const guests[] = {"delegation", "guest", "team", "visitor"};
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_OBJECT, CHY_NONE);
    uint32_t object = a == CHY_NONE ? CHY_NONE : chy_argument_at(reader, a)->word;
    uint32_t entity = object == CHY_NONE ? CHY_NONE : chy_entity_at(reader, object);
    return (entity != CHY_NONE && reader->mentions->entities[entity].kind == CHY_ENTITY_PERSON) ||
           (object != CHY_NONE && lemma_in(reader, object, guests, CHY_COUNT_OF(guests)));
}

bool chy_is_deed(const chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    static const char *const refusing[] = {"decline", "refuse"};
    static const char *const removing[] = {"dismiss", "recall"};
    /* What is put to a vote, a court or an office, which grants it or not. */
    static const char *const papers[] = {"amendment",  "appeal",   "application", "bid",
                                         "bill",       "budget",   "lawsuit",     "motion",
                                         "nomination", "petition", "request",     "suit"};
    if (chy_is_listed(cue->lemma, refusing, CHY_COUNT_OF(refusing))) {
        return refuses_deed(reader, clause);
    }
    if (strcmp(cue->lemma, "speak") == 0 || strcmp(cue->lemma, "talk") == 0) {
        return talks_together(reader, clause);
    }
    if (strcmp(cue->lemma, "welcome") == 0) {
        return receives_guest(reader, clause);
    }
    if (strcmp(cue->lemma, "deny") == 0 && denies_grant(reader, clause)) {
        return true;
    }
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_OBJECT, CHY_NONE);
    if (a == CHY_NONE || has_predicate(reader, clause)) {
        return false;
    }
    uint32_t object = chy_argument_at(reader, a)->word;
    if (chy_is_listed(cue->lemma, removing, CHY_COUNT_OF(removing)) && chy_acts(reader, object)) {
        return true;
    }
    static const char *const denying[] = {"deny", "dismiss", "reject"};
    return chy_is_listed(cue->lemma, denying, CHY_COUNT_OF(denying)) &&
           lemma_in(reader, object, papers, CHY_COUNT_OF(papers));
}

bool chy_says_nothing(const chy_statement_reader *reader, const chy_cue *cue, uint32_t said) {
    static const char *const nothing[] = {"comment", "say",      "answer",    "speak",
                                          "discuss", "respond",  "elaborate", "reply",
                                          "name",    "identify", "quote"};
    char lower[CHY_STATEMENT_LEMMA];
    bool refuses = strcmp(cue->lemma, "decline") == 0 || strcmp(cue->lemma, "refuse") == 0 ||
                   strcmp(cue->lemma, "ask") == 0 || strcmp(cue->lemma, "request") == 0;
    /* "declined to say what was agreed": that he will not. */
    bool what = said != CHY_NONE && cue->kind == CHY_STATEMENT_DENY &&
                chy_child_of(reader, said, CHY_DEPREL_CCOMP) != CHY_NONE;
    if (!refuses || what || said == CHY_NONE || !chy_is_infinitive(reader, said)) {
        return false;
    }
    return chy_is_listed(chy_lower_form(reader->words[said].lemma, lower), nothing,
                         CHY_COUNT_OF(nothing));
}

bool chy_is_nobodys(const chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    bool modifies = c->kind == CHY_CLAUSE_VERB && reader->words[c->word].deprel == CHY_DEPREL_AMOD;
    bool wish = strcmp(cue->lemma, "want") == 0 &&
                chy_argument_in(reader, clause, CHY_ROLE_OBJECT, CHY_NONE) == CHY_NONE;
    bool thought = cue->kind == CHY_STATEMENT_BELIEVE &&
                   !(c->passive && (cue->takes & CHY_CUE_EVIDENTIAL) != 0) &&
                   chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, CHY_NONE) == CHY_NONE;
    /* "thank God" */
    bool exclaims = cue->kind == CHY_STATEMENT_PRAISE && !c->passive &&
                    strncmp(reader->words[c->word].xpos, "VBP", 3) == 0 &&
                    chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, CHY_NONE) == CHY_NONE;
    return modifies || wish || thought || exclaims;
}

/* "accepted an invitation to", "turned down a request for": the words of someone else. */
bool chy_is_receiver(const chy_statement_reader *reader, uint32_t verb) {
    static const char *const receiving[] = {"accept", "decline",   "get",    "hear",
                                            "obtain", "receive",   "refuse", "reject",
                                            "secure", "turn_down", "win"};
    uint32_t clause = verb == CHY_NONE ? CHY_NONE : reader->clauses->clause_of_word[verb];
    return clause != CHY_NONE && !reader->clauses->clauses[clause].passive &&
           chy_is_listed(reader->clauses->clauses[clause].lemma, receiving,
                         CHY_COUNT_OF(receiving));
}

/* "gave an undertaking that", "ended the visit with a pledge to": who does that to a noun of words,
 * or with it, says them. The subject, or CHY_NONE. */
uint32_t chy_giver_of(const chy_statement_reader *reader, uint32_t noun) {
    static const char *const giving[] = {
        "adopt",    "announce", "brandish",   "broadcast", "carry", "circulate", "defend",
        "deliver",  "display",  "distribute", "extend",    "file",  "give",      "hand_out",
        "hoist",    "hold",     "hold_up",    "issue",     "leave", "maintain",  "make",
        "offer",    "post",     "present",    "publish",   "put",   "raise",     "read",
        "read_out", "release",  "repeat",     "send",      "sign",  "submit",    "table",
        "take",     "unfurl",   "wave",       "wear",      "write"};
    const chy_word *word = &reader->words[noun];
    uint32_t with = chy_child_of(reader, noun, CHY_DEPREL_CASE);
    bool object = word->deprel == CHY_DEPREL_OBJ;
    bool by_it = word->deprel == CHY_DEPREL_OBL && with != CHY_NONE &&
                 chy_form_is(&reader->words[with], "with");
    uint32_t clause = object || by_it ? reader->clauses->clause_of_word[word->head] : CHY_NONE;
    if (clause == CHY_NONE || reader->clauses->clauses[clause].passive ||
        (object &&
         !chy_is_listed(reader->clauses->clauses[clause].lemma, giving, CHY_COUNT_OF(giving)))) {
        return CHY_NONE;
    }
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, CHY_NONE);
    return a == CHY_NONE ? CHY_NONE : chy_argument_at(reader, a)->word;
}

/* "As she put it": of what is put, only "it" is words, and that not when it is put about. */
static bool puts_it(const chy_statement_reader *reader, const chy_clause *clause) {
    static const char *const ways[] = {"about", "around", "out", "round"};
    const chy_sentence *sentence = &reader->input->sentences[clause->sentence];
    uint32_t object = chy_child_of(reader, clause->word, CHY_DEPREL_OBJ);
    return object != CHY_NONE && chy_form_is(&reader->words[object], "it") &&
           (object + 1 == sentence->first_word + sentence->word_count ||
            !chy_form_in(&reader->words[object + 1], ways, CHY_COUNT_OF(ways)));
}

/* "The headline ran", not "The minister ran". */
static bool runs(const chy_statement_reader *reader, uint32_t clause) {
    char lower[CHY_STATEMENT_LEMMA];
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, CHY_NONE);
    uint32_t subject = a == CHY_NONE ? CHY_NONE : chy_argument_at(reader, a)->word;
    return subject != CHY_NONE &&
           (chy_is_for_words(reader, subject) ||
            chy_cue_word_in(CHY_CUE_BEARERS, chy_lower_form(reader->words[subject].lemma, lower)) ||
            chy_cue_of_news(lower) != NULL);
}

bool chy_is_phrased(const chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    if (strcmp(cue->lemma, "put") == 0) {
        return puts_it(reader, &reader->clauses->clauses[clause]);
    }
    return strcmp(cue->lemma, "run") != 0 || runs(reader, clause);
}
