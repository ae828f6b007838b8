/* Statements whose cue is a verb. */
#include "statements/statements_draft.h"

#include <string.h>

uint32_t chy_argument_in(const chy_statement_reader *reader, uint32_t clause, chy_role role,
                         uint32_t after) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    uint32_t i = after == CHY_NONE ? c->first_argument : after + 1;
    for (; i < c->first_argument + c->argument_count; i++) {
        if (reader->clauses->arguments[i].role == (uint8_t)role) {
            return i;
        }
    }
    return CHY_NONE;
}

static uint32_t first_in(const chy_statement_reader *reader, uint32_t clause, chy_role role) {
    return chy_argument_in(reader, clause, role, CHY_NONE);
}

static const chy_argument *argument(const chy_statement_reader *reader, uint32_t index) {
    return &reader->clauses->arguments[index];
}

static bool is_infinitive(const chy_statement_reader *reader, uint32_t word) {
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (reader->words[c].deprel == CHY_DEPREL_MARK && chy_form_is(&reader->words[c], "to")) {
            return true;
        }
    }
    return false;
}

/* "said", "says": a tense of its own, whatever governs it; nor has a participle ("adding that") the
 * future of the clause it hangs from. */
static bool has_own_tense(const chy_statement_reader *reader, const chy_clause *clause) {
    if (clause->verb == CHY_NONE) {
        return false;
    }
    const char *xpos = reader->words[clause->verb].xpos;
    bool bare = strcmp(xpos, "VBD") == 0 || strcmp(xpos, "VBZ") == 0 || strcmp(xpos, "VBP") == 0;
    return (bare && chy_child_of(reader, clause->verb, CHY_DEPREL_AUX) == CHY_NONE) ||
           chy_speaker_of_frame_before(reader, clause) != CHY_NONE;
}

/* "neither confirmed nor denied". */
static bool is_one_of_neither(const chy_statement_reader *reader, uint32_t verb) {
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (chy_form_is(&reader->words[c], "neither") || chy_form_is(&reader->words[c], "nor")) {
            return true;
        }
    }
    return false;
}

/* Words that are not said: not yet, not at all, perhaps. */
static bool is_said(const chy_statement_reader *reader, const chy_clause *clause,
                    const chy_cue *cue) {
    bool doubt = cue->kind == CHY_STATEMENT_BELIEVE || cue->kind == CHY_STATEMENT_DENY;
    if (clause->imperative || (clause->negated && !doubt) || clause->link == CHY_LINK_CONDITION ||
        is_one_of_neither(reader, clause->word)) {
        return false;
    }
    if (has_own_tense(reader, clause)) {
        return true;
    }
    if (clause->tense == CHY_TENSE_FUTURE || clause->modality == CHY_MODALITY_INTENDED ||
        clause->modality == CHY_MODALITY_POSSIBLE || clause->modality == CHY_MODALITY_CONDITIONAL ||
        clause->modality == CHY_MODALITY_NECESSARY) {
        return false;
    }
    bool asked_for = clause->link == CHY_LINK_COMPLEMENT && clause->tense == CHY_TENSE_NONE &&
                     is_infinitive(reader, clause->verb);
    bool aim = clause->link == CHY_LINK_PURPOSE && is_infinitive(reader, clause->verb);
    return !asked_for && !aim;
}

/* "said in a statement that": the tree often hangs what is said on the statement. */
static uint32_t clause_in_phrase(const chy_statement_reader *reader, uint32_t clause) {
    uint32_t verb = reader->clauses->clauses[clause].verb;
    for (uint32_t c = verb == CHY_NONE ? CHY_NONE : reader->first_child[verb]; c != CHY_NONE;
         c = reader->next_sibling[c]) {
        if (reader->words[c].deprel != CHY_DEPREL_OBL || c < verb) {
            continue;
        }
        for (uint32_t w = reader->first_child[c]; w != CHY_NONE; w = reader->next_sibling[w]) {
            uint32_t mark = chy_child_of(reader, w, CHY_DEPREL_MARK);
            bool hung = reader->words[w].deprel == CHY_DEPREL_ACL ||
                        reader->words[w].deprel == CHY_DEPREL_CCOMP;
            if (hung && mark != CHY_NONE && chy_form_is(&reader->words[mark], "that")) {
                return w;
            }
        }
    }
    return CHY_NONE;
}

/* The clause, infinitive or gerund that is said. */
static uint32_t said_clause(const chy_statement_reader *reader, uint32_t clause,
                            const chy_cue *cue) {
    for (uint32_t a = first_in(reader, clause, CHY_ROLE_COMPLEMENT); a != CHY_NONE;
         a = chy_argument_in(reader, clause, CHY_ROLE_COMPLEMENT, a)) {
        uint32_t word = argument(reader, a)->word;
        bool infinitive = is_infinitive(reader, word);
        bool gerund = strcmp(reader->words[word].xpos, "VBG") == 0 &&
                      reader->words[word].deprel != CHY_DEPREL_CCOMP;
        uint8_t wanted = infinitive ? CHY_CUE_INFINITIVE : gerund ? CHY_CUE_GERUND : CHY_CUE_CLAUSE;
        bool passive = infinitive && (cue->takes & CHY_CUE_EVIDENTIAL) != 0 &&
                       reader->clauses->clauses[clause].passive;
        bool quoted =
            (cue->takes & CHY_CUE_QUOTE) != 0 && reader->words[word].deprel == CHY_DEPREL_CCOMP;
        if ((cue->takes & wanted) != 0 || passive || quoted) {
            return word;
        }
    }
    return (cue->takes & CHY_CUE_CLAUSE) == 0 ? CHY_NONE : clause_in_phrase(reader, clause);
}

/* "..., she said, ...": the cue hangs on what is said; "as she said"; or what is said hangs on it
 * beside it. */
static uint32_t beside(const chy_statement_reader *reader, const chy_clause *clause,
                       uint32_t *without) {
    uint32_t verb = clause->verb;
    const chy_word *word = &reader->words[verb];
    *without = CHY_NONE;
    if (word->head == CHY_NONE) {
        for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
            bool after = c > verb && reader->words[c].deprel == CHY_DEPREL_PARATAXIS;
            if (after || (reader->words[c].deprel == CHY_DEPREL_PARATAXIS && c < verb)) {
                return c;
            }
        }
        return CHY_NONE;
    }
    bool as = false;
    if (word->deprel == CHY_DEPREL_ADVCL) {
        uint32_t mark = chy_child_of(reader, verb, CHY_DEPREL_MARK);
        as = mark != CHY_NONE && chy_form_is(&reader->words[mark], "as");
    }
    if (word->deprel == CHY_DEPREL_PARATAXIS || as) {
        *without = verb;
        return word->head;
    }
    return CHY_NONE;
}

/* Contents of "praised the army for its courage", "described them as fair", "called for calm". */
static bool object_preposition(const char *preposition, const chy_cue *cue, bool has_object) {
    static const char *const of_object[] = {"for", "as", "of", "over", "about", "on", "against"};
    static const char *const of_phrase[] = {"for", "of", "about", "against"};
    static const struct {
        const char *lemma, *preposition;
    } own[] = {{"insist", "on"}, {"object", "to"}, {"point", "to"},    {"refer", "to"},
               {"allude", "to"}, {"hint", "at"},   {"lash_out", "at"}, {"hit_out", "at"}};
    const char *const *list = has_object ? of_object : of_phrase;
    size_t count = has_object ? sizeof of_object / sizeof of_object[0]
                              : sizeof of_phrase / sizeof of_phrase[0];
    for (size_t i = 0; !has_object && i < sizeof own / sizeof own[0]; i++) {
        if (strcmp(cue->lemma, own[i].lemma) == 0) {
            return strcmp(preposition, own[i].preposition) == 0;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(preposition, list[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void widen(chy_statement_reader *reader, uint32_t word, uint32_t *first, uint32_t *end) {
    chy_subtree(reader, word, CHY_NONE);
    const chy_sentence *sentence = &reader->input->sentences[reader->words[word].sentence];
    for (uint32_t i = sentence->first_word; i < sentence->first_word + sentence->word_count; i++) {
        if (reader->mark[i] == reader->stamp) {
            *first = i < *first ? i : *first;
            *end = i + 1 > *end ? i + 1 : *end;
        }
    }
}

bool chy_carries_words(const chy_cue *cue) {
    return cue->kind == CHY_STATEMENT_SAY || cue->kind == CHY_STATEMENT_ANNOUNCE;
}

/* "shared his impressions", not "shares an interest". */
static bool shares_words(const chy_statement_reader *reader, uint32_t noun) {
    static const char *const words[] = {"assessment", "experience", "feeling", "idea",
                                        "impression", "memory",     "message", "news",
                                        "opinion",    "plan",       "story",   "thought",
                                        "view",       "reflection", "insight", "recollection"};
    char lower[CHY_STATEMENT_LEMMA];
    chy_lower_form(reader->words[noun].lemma, lower);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(lower, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* 'called it "harsh"', where the tree makes one phrase of both. */
static bool quote_in_object(const chy_statement_reader *reader, uint32_t object) {
    for (uint32_t c = reader->first_child[object]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (c > object && reader->quote_of_word[c] != reader->quote_of_word[object] &&
            reader->words[c].deprel == CHY_DEPREL_APPOS) {
            return true;
        }
    }
    return false;
}

/* 'described it as badly kept', 'called it "a farce"': over "as" with its words, and over a
 * quotation that stands next. */
static void widen_over(chy_statement_reader *reader, uint32_t verb, uint32_t *end) {
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t mark = chy_child_of(reader, c, CHY_DEPREL_MARK);
        uint32_t first = UINT32_MAX;
        if (c > verb && mark == *end && chy_form_is(&reader->words[mark], "as")) {
            widen(reader, c, &first, end);
        }
    }
    if (*end + 1 < reader->word_count && reader->quote_of_word[*end] == CHY_NONE) {
        uint32_t quote = reader->quote_of_word[*end + 1];
        if (quote != CHY_NONE && reader->quotes[quote].first == *end + 1) {
            *end = reader->quotes[quote].end + 1;
        }
    }
}

static bool acts(const chy_statement_reader *reader, uint32_t word) {
    uint32_t mention = reader->mentions->mention_of_head[word];
    return mention != CHY_NONE &&
           chy_entity_acts(&reader->mentions->entities[reader->mentions->mentions[mention].entity]);
}

/* Words from the object to the end of what belongs to it. */
static bool object_content(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue,
                           uint32_t *first, uint32_t *end) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    uint32_t object = CHY_NONE;
    *first = UINT32_MAX;
    *end = 0;
    for (uint32_t i = c->first_argument; i < c->first_argument + c->argument_count; i++) {
        const chy_argument *a = argument(reader, i);
        bool named = strcmp(cue->lemma, "call") == 0 &&
                     (first_in(reader, clause, CHY_ROLE_PREDICATE) != CHY_NONE ||
                      quote_in_object(reader, a->word));
        bool takes = named || (cue->takes & CHY_CUE_OBJECT) != 0;
        if (a->role == CHY_ROLE_OBJECT && (a->inherited || !takes)) {
            continue;
        }
        if (a->role == CHY_ROLE_OBJECT) {
            if (cue->kind == CHY_STATEMENT_WARN && acts(reader, a->word)) {
                return false; /* "threatened the crew": them, not with words */
            }
            if (strcmp(cue->lemma, "share") == 0 && !shares_words(reader, a->word)) {
                return false;
            }
            object = a->word;
            if (a->clause != CHY_NONE && chy_carries_words(cue) &&
                chy_noun_has_content(reader, a->clause)) {
                return false;
            }
        }
        bool phrase = a->role == CHY_ROLE_OBLIQUE && !a->inherited &&
                      object_preposition(a->preposition, cue, object != CHY_NONE) &&
                      (object != CHY_NONE || (cue->takes & CHY_CUE_PHRASE) != 0) &&
                      reader->mentions->time_of_word[a->word] == CHY_NONE;
        bool with_object =
            object != CHY_NONE && (a->role == CHY_ROLE_PREDICATE || a->role == CHY_ROLE_COMPLEMENT);
        if (a->role == CHY_ROLE_OBJECT || phrase || with_object) {
            widen(reader, a->word, first, end);
        }
    }
    if (object != CHY_NONE) {
        widen_over(reader, c->verb, end);
    }
    return *first < *end;
}

/* The word a preposition is of is content, the preposition is not. */
static uint32_t without_case(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    return first + 1 < end && reader->words[first].deprel == CHY_DEPREL_CASE ? first + 1 : first;
}

/* "is said to have left": what is said begins with the subject. */
static void add_raised_subject(chy_statement_reader *reader, uint32_t draft, uint32_t clause) {
    uint32_t object = first_in(reader, clause, CHY_ROLE_OBJECT);
    if (object == CHY_NONE || argument(reader, object)->inherited) {
        return;
    }
    uint32_t word = argument(reader, object)->word;
    chy_subtree(reader, word, CHY_NONE);
    chy_content_add_marked(reader, draft, word);
}

/* "told to leave" asks; it does not tell. */
static uint8_t kind_of(const chy_statement_reader *reader, const chy_cue *cue, uint32_t said) {
    bool infinitive = said != CHY_NONE && is_infinitive(reader, said) &&
                      reader->words[said].deprel != CHY_DEPREL_CCOMP;
    if (said == CHY_NONE && strcmp(cue->lemma, "call") == 0) {
        return CHY_STATEMENT_SAY; /* "called it a farce" */
    }
    if (infinitive && (cue->kind == CHY_STATEMENT_ASK || strcmp(cue->lemma, "tell") == 0)) {
        return CHY_STATEMENT_DEMAND;
    }
    return cue->kind;
}

static bool quotes_as_saying(const chy_statement_reader *reader, uint32_t clause) {
    uint32_t verb = reader->clauses->clauses[clause].word;
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t mark = chy_child_of(reader, c, CHY_DEPREL_MARK);
        if (mark != CHY_NONE && chy_form_is(&reader->words[mark], "as") &&
            strcmp(reader->words[c].xpos, "VBG") == 0) {
            return true;
        }
    }
    return false;
}

/* "quoted the minister as saying": all of that is the words of who quotes. */
static void quote_as_saying(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    if (c->passive || first_in(reader, clause, CHY_ROLE_SUBJECT) == CHY_NONE) {
        return; /* "was quoted as saying": the saying alone */
    }
    uint32_t first = UINT32_MAX;
    uint32_t end = 0;
    uint32_t object = first_in(reader, clause, CHY_ROLE_OBJECT);
    uint32_t said = first_in(reader, clause, CHY_ROLE_COMPLEMENT);
    if (object == CHY_NONE || said == CHY_NONE) {
        return;
    }
    widen(reader, argument(reader, object)->word, &first, &end);
    widen(reader, argument(reader, said)->word, &first, &end);
    uint32_t draft = chy_statement_new(reader, cue, c->word, clause);
    if (draft != CHY_NONE) {
        chy_content_add(reader, draft, first, end);
    }
}

/* "a message was conveyed": the noun is the cue. */
static bool names_words(const chy_statement_reader *reader, uint32_t noun) {
    char lower[CHY_STATEMENT_LEMMA];
    return chy_cue_of_noun(chy_lower_form(reader->words[noun].lemma, lower)) != NULL;
}

/* "the plan was described as rash by the union": the subject, and what follows. */
static void passive_content(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    uint32_t object = first_in(reader, clause, CHY_ROLE_OBJECT);
    if (object == CHY_NONE || argument(reader, object)->inherited ||
        (cue->kind == CHY_STATEMENT_WARN && acts(reader, argument(reader, object)->word)) ||
        names_words(reader, argument(reader, object)->word)) {
        return;
    }
    uint32_t draft = chy_statement_new(reader, cue, c->word, clause);
    if (draft == CHY_NONE) {
        return;
    }
    uint32_t subject = argument(reader, object)->word;
    chy_subtree(reader, subject, CHY_NONE);
    chy_content_add_marked(reader, draft, subject);
    uint32_t first = UINT32_MAX;
    uint32_t end = 0;
    for (uint32_t i = c->first_argument; i < c->first_argument + c->argument_count; i++) {
        const chy_argument *a = argument(reader, i);
        bool phrase = a->role == CHY_ROLE_OBLIQUE && !a->inherited &&
                      object_preposition(a->preposition, cue, true) &&
                      reader->mentions->time_of_word[a->word] == CHY_NONE;
        if (a->word > c->word &&
            (phrase || a->role == CHY_ROLE_PREDICATE || a->role == CHY_ROLE_COMPLEMENT)) {
            widen(reader, a->word, &first, &end);
        }
    }
    if (first < end) {
        chy_content_add(reader, draft, first, end);
    }
}

static void set_idle(chy_statement_reader *reader, uint32_t clause) {
    uint32_t sentence = reader->clauses->clauses[clause].sentence;
    reader->idle[clause] = reader->idle_of[sentence];
    reader->idle_of[sentence] = clause;
}

/* "citing a treaty of 1975" beside a cue says where its words come from; it is no statement. */
static bool cites_for_parent(const chy_statement_reader *reader, const chy_clause *clause) {
    return clause->link == CHY_LINK_ADVERBIAL && clause->parent != CHY_NONE &&
           chy_cue_word_in(CHY_CUE_CITING_VERBS, clause->lemma) &&
           chy_cue_of_verb(reader->clauses->clauses[clause->parent].lemma) != NULL;
}

/* "declined to comment": nothing was said. */
static bool says_nothing(const chy_statement_reader *reader, const chy_cue *cue, uint32_t said) {
    static const char *const nothing[] = {"comment", "say",      "answer",    "speak",
                                          "discuss", "respond",  "elaborate", "reply",
                                          "name",    "identify", "quote"};
    char lower[CHY_STATEMENT_LEMMA];
    bool refuses = strcmp(cue->lemma, "decline") == 0 || strcmp(cue->lemma, "refuse") == 0 ||
                   strcmp(cue->lemma, "ask") == 0 || strcmp(cue->lemma, "request") == 0;
    if (!refuses || said == CHY_NONE || !is_infinitive(reader, said)) {
        return false;
    }
    chy_lower_form(reader->words[said].lemma, lower);
    for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
        if (strcmp(lower, nothing[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* "appealed for money to feed people": the money, before the infinitive. */
static uint32_t for_phrase(const chy_statement_reader *reader, uint32_t clause, const chy_cue *cue,
                           uint32_t said) {
    if ((cue->takes & CHY_CUE_PHRASE) == 0 || !is_infinitive(reader, said)) {
        return CHY_NONE;
    }
    for (uint32_t a = first_in(reader, clause, CHY_ROLE_OBLIQUE); a != CHY_NONE;
         a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, a)) {
        const chy_argument *phrase = argument(reader, a);
        if (strcmp(phrase->preposition, "for") == 0 && !phrase->inherited && phrase->word < said &&
            reader->mentions->time_of_word[phrase->word] == CHY_NONE) {
            return phrase->word;
        }
    }
    return CHY_NONE;
}

/* Gives the statements of such a participle, made since `from`, to the reporter. */
static void speak_for_reporter(chy_statement_reader *reader, const chy_clause *clause,
                               uint32_t from) {
    uint32_t above = chy_reporter_above(reader, clause);
    uint32_t subject = above == CHY_NONE ? CHY_NONE : first_in(reader, above, CHY_ROLE_SUBJECT);
    uint32_t speaker = subject == CHY_NONE ? chy_speaker_of_frame_before(reader, clause)
                                           : argument(reader, subject)->word;
    for (uint32_t i = from; speaker != CHY_NONE && i < reader->draft_count; i++) {
        reader->drafts[i].speaker_word = speaker;
    }
}

static void add_words(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    uint32_t without = CHY_NONE;
    uint32_t said = said_clause(reader, clause, cue);
    bool apart = false;
    /* "accused them of leaving" is about them; "denied leaving" is not about anyone. */
    if (said != CHY_NONE && (cue->takes & CHY_CUE_GERUND) != 0 &&
        (cue->takes & CHY_CUE_OBJECT) != 0 && reader->words[said].deprel != CHY_DEPREL_CCOMP &&
        first_in(reader, clause, CHY_ROLE_OBJECT) != CHY_NONE) {
        said = CHY_NONE;
    }
    if (says_nothing(reader, cue, said)) {
        return;
    }
    if (said == CHY_NONE && (cue->takes & CHY_CUE_QUOTE) != 0) {
        said = beside(reader, c, &without);
        apart = said != CHY_NONE;
    }
    if (said != CHY_NONE) {
        uint32_t draft = chy_statement_new(reader, cue, c->word, clause);
        if (draft == CHY_NONE) {
            return;
        }
        bool raised = c->passive && !apart && is_infinitive(reader, said);
        bool asked = (cue->takes & CHY_CUE_ADDRESSEE) != 0 || cue->kind == CHY_STATEMENT_DEMAND;
        if (raised && !asked) {
            add_raised_subject(reader, draft, clause);
        }
        reader->drafts[draft].statement.kind = kind_of(reader, cue, said);
        chy_subtree(reader, said, without);
        chy_leave_reporters(reader, said);
        if (said > c->verb) {
            chy_leave_time(reader, c);
        }
        if (without != CHY_NONE || said < c->verb) {
            chy_leave_trail(reader, c, said);
            if (first_in(reader, clause, CHY_ROLE_SUBJECT) == CHY_NONE) {
                reader->drafts[draft].speaker_word = chy_trail_speaker(reader, c);
            }
        }
        uint32_t phrase = for_phrase(reader, clause, cue, said);
        if (phrase != CHY_NONE) {
            uint32_t from = UINT32_MAX;
            uint32_t to = 0;
            widen(reader, phrase, &from, &to);
            widen(reader, said, &from, &to);
            chy_content_add(reader, draft, without_case(reader, from, to), to);
            return;
        }
        chy_content_add_marked(reader, draft, said);
        chy_content_take_quote(reader, draft, said);
        return;
    }
    uint32_t first;
    uint32_t end;
    if (c->passive && (cue->takes & CHY_CUE_OBJECT) != 0) {
        passive_content(reader, clause, cue);
        return;
    }
    if ((cue->takes & (CHY_CUE_OBJECT | CHY_CUE_PHRASE)) != 0 && !c->passive &&
        object_content(reader, clause, cue, &first, &end)) {
        uint32_t draft = chy_statement_new(reader, cue, c->word, clause);
        if (draft != CHY_NONE) {
            bool object = first_in(reader, clause, CHY_ROLE_OBJECT) != CHY_NONE;
            if (object) {
                reader->drafts[draft].statement.kind = kind_of(reader, cue, CHY_NONE);
            } else if (strcmp(cue->lemma, "ask") == 0 &&
                       chy_form_is(&reader->words[first], "for")) {
                reader->drafts[draft].statement.kind = CHY_STATEMENT_DEMAND;
            }
            chy_content_add(reader, draft, without_case(reader, first, end), end);
        }
        return;
    }
    if ((cue->takes & CHY_CUE_QUOTE) != 0) {
        set_idle(reader, clause);
    }
}

void chy_statements_of_verbs(chy_statement_reader *reader) {
    for (uint32_t i = 0; i < reader->clauses->clause_count && !reader->failed; i++) {
        const chy_clause *clause = &reader->clauses->clauses[i];
        if (clause->kind == CHY_CLAUSE_NOUN) {
            chy_statement_of_noun(reader, i);
            continue;
        }
        const chy_cue *cue = clause->kind == CHY_CLAUSE_VERB ? chy_cue_of_verb(clause->lemma)
                                                             : chy_cue_of_adjective(clause->lemma);
        bool thought_by_none = cue != NULL && cue->kind == CHY_STATEMENT_BELIEVE &&
                               !clause->passive &&
                               first_in(reader, i, CHY_ROLE_SUBJECT) == CHY_NONE;
        if (cue == NULL || !is_said(reader, clause, cue) || cites_for_parent(reader, clause) ||
            thought_by_none) {
            continue;
        }
        bool as_saying = strcmp(clause->lemma, "quote") == 0 && quotes_as_saying(reader, i);
        uint32_t from = reader->draft_count;
        if (as_saying) {
            quote_as_saying(reader, i, cue);
        } else if (!chy_statement_of_frame(reader, i, cue)) {
            add_words(reader, i, cue);
        }
        speak_for_reporter(reader, clause, from);
    }
}
