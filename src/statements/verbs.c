/* Statements whose cue is a verb. */
#include "statements/reader.h"

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

bool chy_is_infinitive(const chy_statement_reader *reader, uint32_t word) {
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
           chy_framed_before(reader, clause) != CHY_NONE;
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

/* "went on to say", "continued to insist": who goes on says it. */
static bool is_gone_on(const chy_statement_reader *reader, const chy_clause *clause) {
    static const char *const verbs[] = {"begin", "continue", "go_on", "proceed"};
    const chy_clause *above =
        clause->parent == CHY_NONE ? NULL : &reader->clauses->clauses[clause->parent];
    return above != NULL && chy_is_listed(above->lemma, verbs, CHY_COUNT_OF(verbs)) &&
           !above->negated && has_own_tense(reader, above);
}

/* Whether it is denied that something is said; not where only what is quoted denies: 'read "No
 * water, no votes"'. */
static bool is_negated(const chy_statement_reader *reader, const chy_clause *clause) {
    static const char *const words[] = {"n't", "never", "neither", "no", "nobody", "none", "not"};
    static const uint32_t reach = 6; /* words before the verb */
    uint32_t first = clause->word + 2;
    uint32_t quote =
        clause->negated && first < reader->word_count ? reader->quote_of_word[first] : CHY_NONE;
    if (quote == CHY_NONE || reader->quotes[quote].first != first) {
        return clause->negated;
    }
    for (uint32_t i = clause->word; i > 0 && clause->word - i < reach; i--) {
        if (chy_form_in(&reader->words[i - 1], words, CHY_COUNT_OF(words))) {
            return true;
        }
    }
    return false;
}

/* Words that are not said: not yet, not at all, perhaps. */
static bool is_said(const chy_statement_reader *reader, const chy_clause *clause,
                    const chy_cue *cue) {
    uint32_t index = (uint32_t)(clause - reader->clauses->clauses);
    if (!chy_is_phrased(reader, index, cue)) {
        return false;
    }
    bool doubt = cue->kind == CHY_STATEMENT_BELIEVE || cue->kind == CHY_STATEMENT_DENY;
    if (clause->imperative || (!doubt && is_negated(reader, clause)) ||
        clause->link == CHY_LINK_CONDITION || is_one_of_neither(reader, clause->word)) {
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
                     chy_is_infinitive(reader, clause->verb);
    bool aim = clause->link == CHY_LINK_PURPOSE && chy_is_infinitive(reader, clause->verb);
    return (!asked_for && !aim) || is_gone_on(reader, clause);
}

/* "said in a statement that": the tree often hangs what is said on the statement. "On condition
 * that he was not named, that": only the second is said. */
static uint32_t clause_in_phrase(const chy_statement_reader *reader, uint32_t clause) {
    uint32_t verb = reader->clauses->clauses[clause].verb;
    for (uint32_t c = verb == CHY_NONE ? CHY_NONE : reader->first_child[verb]; c != CHY_NONE;
         c = reader->next_sibling[c]) {
        if (reader->words[c].deprel != CHY_DEPREL_OBL || c < verb) {
            continue;
        }
        uint32_t conditions = strcmp(reader->words[c].lemma, "condition") == 0 ? 1 : 0;
        for (uint32_t w = reader->first_child[c]; w != CHY_NONE; w = reader->next_sibling[w]) {
            uint32_t mark = chy_child_of(reader, w, CHY_DEPREL_MARK);
            bool hung = reader->words[w].deprel == CHY_DEPREL_ACL ||
                        reader->words[w].deprel == CHY_DEPREL_ACL_RELCL ||
                        reader->words[w].deprel == CHY_DEPREL_CCOMP;
            if (hung && mark != CHY_NONE && chy_form_is(&reader->words[mark], "that") &&
                conditions-- == 0) {
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
        uint32_t word = chy_argument_at(reader, a)->word;
        if (chy_is_recited_before(reader, clause, word)) {
            continue;
        }
        bool infinitive = chy_is_infinitive(reader, word);
        bool gerund = strcmp(reader->words[word].xpos, "VBG") == 0 &&
                      reader->words[word].deprel != CHY_DEPREL_CCOMP;
        uint8_t wanted = infinitive ? CHY_CUE_INFINITIVE : gerund ? CHY_CUE_GERUND : CHY_CUE_CLAUSE;
        bool passive = infinitive && (cue->takes & CHY_CUE_EVIDENTIAL) != 0 &&
                       reader->clauses->clauses[clause].passive;
        bool quoted =
            (cue->takes & CHY_CUE_QUOTE) != 0 && reader->words[word].deprel == CHY_DEPREL_CCOMP;
        bool secondary = wanted == CHY_CUE_CLAUSE && reader->words[word].deprel == CHY_DEPREL_XCOMP;
        if (((cue->takes & wanted) != 0 && !secondary) || passive || quoted) {
            return word;
        }
    }
    return (cue->takes & CHY_CUE_CLAUSE) == 0 ? CHY_NONE : clause_in_phrase(reader, clause);
}

/* "demanded an inquiry; he also asked": what begins behind a semicolon is another sentence. */
static bool is_parted(const chy_statement_reader *reader, uint32_t clause) {
    for (uint32_t c = reader->first_child[clause]; c != CHY_NONE && c < clause;
         c = reader->next_sibling[c]) {
        if (strcmp(reader->words[c].form, ";") == 0) {
            return true;
        }
    }
    return false;
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
            if (reader->words[c].deprel == CHY_DEPREL_PARATAXIS && !is_parted(reader, c)) {
                return c;
            }
        }
        return CHY_NONE;
    }
    bool as = false;
    if (word->deprel == CHY_DEPREL_ADVCL) {
        uint32_t mark = chy_child_of(reader, verb, CHY_DEPREL_MARK);
        /* "As he told it"; not "as they sang a song", "as the verdict was read". */
        uint32_t object = chy_child_of(reader, verb, CHY_DEPREL_OBJ);
        uint32_t thing = chy_child_of(reader, verb, CHY_DEPREL_NSUBJ_PASS);
        bool alone = (object == CHY_NONE || chy_form_is(&reader->words[object], "it")) &&
                     (thing == CHY_NONE || chy_form_is(&reader->words[thing], "it"));
        as = mark != CHY_NONE && chy_form_is(&reader->words[mark], "as") && alone;
    }
    /* "17:42 - Minister confirms": a time is nothing said. */
    bool said = word->head != CHY_NONE && reader->words[word->head].upos != CHY_UPOS_NUM &&
                reader->mentions->time_of_word[word->head] == CHY_NONE;
    if ((word->deprel == CHY_DEPREL_PARATAXIS || as) && said) {
        *without = verb;
        return word->head;
    }
    return CHY_NONE;
}

/* "is said to have left": what is said begins with the subject. */
static void add_raised_subject(chy_statement_reader *reader, uint32_t draft, uint32_t clause) {
    uint32_t object = first_in(reader, clause, CHY_ROLE_OBJECT);
    if (object == CHY_NONE || chy_argument_at(reader, object)->inherited) {
        return;
    }
    uint32_t word = chy_argument_at(reader, object)->word;
    chy_subtree(reader, word, CHY_NONE);
    chy_content_add_marked(reader, draft, word);
}

static void set_idle(chy_statement_reader *reader, uint32_t clause) {
    uint32_t sentence = reader->clauses->clauses[clause].sentence;
    reader->idle[clause] = reader->idle_of[sentence];
    reader->idle_of[sentence] = clause;
}

/* "citing a treaty of 1975" beside a cue says where its words come from; it is no statement. */
static bool cites_for_another(chy_statement_reader *reader, uint32_t clause) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    if (!chy_cites(reader, clause)) {
        return false;
    }
    uint32_t framed = chy_framed_before(reader, c);
    if (framed != CHY_NONE) {
        reader->drafts[framed].citing = clause;
        return true;
    }
    if (c->link == CHY_LINK_ADVERBIAL && c->parent != CHY_NONE &&
        chy_child_of(reader, c->word, CHY_DEPREL_NSUBJ) == CHY_NONE) {
        return chy_cue_of_verb(reader->clauses->clauses[c->parent].lemma) != NULL;
    }
    /* "The minister, quoting his father, said": hung on the minister. */
    const chy_word *verb = &reader->words[c->word];
    bool beside = c->word > 0 && strcmp(verb->xpos, "VBG") == 0 && verb->deprel == CHY_DEPREL_ACL &&
                  verb->head != CHY_NONE && reader->words[verb->head].deprel == CHY_DEPREL_NSUBJ &&
                  chy_is_punctuation(&reader->words[c->word - 1]);
    uint32_t said =
        beside ? reader->clauses->clause_of_word[reader->words[verb->head].head] : CHY_NONE;
    return said != CHY_NONE && chy_cue_of_verb(reader->clauses->clauses[said].lemma) != NULL;
}

/* "appealed for money to feed people": the money, before the infinitive. */
static uint32_t for_phrase(const chy_statement_reader *reader, uint32_t clause, const chy_cue *cue,
                           uint32_t said) {
    if ((cue->takes & CHY_CUE_PHRASE) == 0 || !chy_is_infinitive(reader, said)) {
        return CHY_NONE;
    }
    for (uint32_t a = first_in(reader, clause, CHY_ROLE_OBLIQUE); a != CHY_NONE;
         a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, a)) {
        const chy_argument *phrase = chy_argument_at(reader, a);
        if (strcmp(phrase->preposition, "for") == 0 && !phrase->inherited && phrase->word < said &&
            reader->mentions->time_of_word[phrase->word] == CHY_NONE) {
            return phrase->word;
        }
    }
    return CHY_NONE;
}

/* "said it had warned them that the wood was rotten", where the tree hangs both on "said". */
static void add_second_clause(chy_statement_reader *reader, uint32_t draft, uint32_t clause,
                              uint32_t said) {
    uint32_t verb = reader->clauses->clauses[clause].verb;
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (c > said && said > verb && reader->words[c].deprel == CHY_DEPREL_CCOMP &&
            reader->words[said].deprel == CHY_DEPREL_CCOMP && reader->covered[c] == 0) {
            chy_subtree(reader, c, CHY_NONE);
            chy_content_add_marked(reader, draft, c);
        }
    }
}

/* Gives the statements of such a participle, made since `from`, to the reporter. */
static void speak_for_reporter(chy_statement_reader *reader, const chy_clause *clause,
                               uint32_t from) {
    uint32_t above = chy_reporter_above(reader, clause);
    uint32_t subject = above == CHY_NONE ? CHY_NONE : first_in(reader, above, CHY_ROLE_SUBJECT);
    uint32_t framed = chy_framed_before(reader, clause);
    uint32_t speaker = subject != CHY_NONE  ? chy_argument_at(reader, subject)->word
                       : framed != CHY_NONE ? reader->drafts[framed].speaker_word
                                            : CHY_NONE;
    for (uint32_t i = from; speaker != CHY_NONE && i < reader->draft_count; i++) {
        reader->drafts[i].speaker_word = speaker;
    }
}

/* A statement whose content is a clause. `without` is what does not belong to it, or CHY_NONE;
 * `apart` where it stands beside the cue. */
static void add_clause(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue,
                       uint32_t said, uint32_t without, bool apart) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    uint32_t draft = chy_statement_new(reader, cue, c->word, clause);
    if (draft == CHY_NONE) {
        return;
    }
    bool raised = c->passive && !apart && chy_is_infinitive(reader, said);
    bool asked = (cue->takes & CHY_CUE_ADDRESSEE) != 0 || cue->kind == CHY_STATEMENT_DEMAND;
    if (raised && !asked) {
        add_raised_subject(reader, draft, clause);
    }
    reader->drafts[draft].statement.kind = chy_kind_said(reader, cue, said);
    uint32_t phrase = for_phrase(reader, clause, cue, said);
    if (phrase != CHY_NONE) {
        uint32_t first = UINT32_MAX;
        uint32_t end = 0;
        chy_widen(reader, phrase, &first, &end);
        chy_widen(reader, said, &first, &end);
        chy_content_add(reader, draft, chy_without_case(reader, first, end), end);
        return;
    }
    chy_subtree(reader, said, without);
    chy_leave_reporters(reader, said);
    if (said > c->verb) {
        chy_leave_time(reader, c);
        chy_leave_subject(reader, c, said);
    }
    if (without != CHY_NONE || said < c->verb) {
        chy_leave_trail(reader, c, said);
        if (first_in(reader, clause, CHY_ROLE_SUBJECT) == CHY_NONE) {
            reader->drafts[draft].speaker_word = chy_trail_speaker(reader, c);
        }
    }
    chy_content_add_marked(reader, draft, said);
    chy_content_take_quote(reader, draft, said);
    add_second_clause(reader, draft, clause, said);
}

/* A statement whose content is an object or a phrase; false where there is none. */
static bool add_object(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    uint32_t first;
    uint32_t end;
    if (c->passive && (cue->takes & CHY_CUE_OBJECT) != 0) {
        chy_statement_of_passive(reader, clause, cue);
        return true;
    }
    bool takes = (cue->takes & (CHY_CUE_OBJECT | CHY_CUE_PHRASE)) != 0;
    bool verse = !takes && (cue->takes & CHY_CUE_QUOTE) != 0;
    if (c->passive || !((takes && chy_object_content(reader, clause, cue, &first, &end)) ||
                        (verse && chy_verse_content(reader, clause, &first, &end)))) {
        return chy_statement_of_next_quote(reader, clause, cue);
    }
    uint32_t draft = chy_statement_new(reader, cue, c->word, clause);
    if (draft == CHY_NONE) {
        return true;
    }
    if (first_in(reader, clause, CHY_ROLE_OBJECT) != CHY_NONE) {
        reader->drafts[draft].statement.kind = chy_kind_said(reader, cue, CHY_NONE);
    } else if (strcmp(cue->lemma, "ask") == 0 && chy_form_is(&reader->words[first], "for")) {
        reader->drafts[draft].statement.kind = CHY_STATEMENT_DEMAND;
    }
    uint32_t quote = reader->quote_of_word[first];
    chy_content_add(reader, draft, chy_without_case(reader, first, end), end);
    reader->drafts[draft].whole_quote = quote != CHY_NONE && reader->quotes[quote].first == first &&
                                        reader->quotes[quote].end == end;
    return true;
}

static void add_words(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    uint32_t without = CHY_NONE;
    uint32_t said = said_clause(reader, clause, cue);
    bool apart = false;
    bool told = (cue->takes & CHY_CUE_ADDRESSEE) != 0;
    /* "accused them of leaving" is about them; "denied leaving" is not about anyone, and "warned
     * them against leaving" is said to them. */
    if (said != CHY_NONE && (cue->takes & CHY_CUE_GERUND) != 0 &&
        (cue->takes & CHY_CUE_OBJECT) != 0 && !told &&
        reader->words[said].deprel != CHY_DEPREL_CCOMP &&
        first_in(reader, clause, CHY_ROLE_OBJECT) != CHY_NONE) {
        said = CHY_NONE;
    }
    if (chy_says_nothing(reader, cue, said)) {
        return;
    }
    if (said == CHY_NONE && (cue->takes & CHY_CUE_QUOTE) != 0) {
        said = beside(reader, &reader->clauses->clauses[clause], &without);
        apart = said != CHY_NONE;
    }
    if (said != CHY_NONE) {
        add_clause(reader, clause, cue, said, without, apart);
    } else if (!add_object(reader, clause, cue) && (cue->takes & CHY_CUE_QUOTE) != 0) {
        set_idle(reader, clause);
    }
}

/* '"A long day" was how she summed it up': how it was said, and the words stand before. */
static bool tells_how(const chy_statement_reader *reader, uint32_t clause) {
    uint32_t verb = reader->clauses->clauses[clause].verb;
    uint32_t head = verb == CHY_NONE ? CHY_NONE : reader->words[verb].head;
    return head != CHY_NONE && head < verb && chy_form_is(&reader->words[head], "how") &&
           reader->quote_of_word[verb] == CHY_NONE;
}

/* '"Do not bury us," the letter ends', '"I won," the boxer grinned': any verb with a quotation
 * before it for what it says, and a subject of its own, reports. */
static const chy_cue *cue_of_manner(const chy_statement_reader *reader, const chy_clause *clause) {
    static const chy_cue manner = {"say", CHY_STATEMENT_SAY, CHY_CUE_QUOTE};
    uint32_t verb = clause->verb;
    if (clause->kind != CHY_CLAUSE_VERB || verb == CHY_NONE ||
        !chy_is_finite(&reader->words[verb])) {
        return NULL;
    }
    uint32_t said = chy_child_of(reader, verb, CHY_DEPREL_CCOMP);
    uint32_t subject = chy_child_of(reader, verb, CHY_DEPREL_NSUBJ);
    uint32_t quote = said == CHY_NONE ? CHY_NONE : reader->quote_of_word[said];
    bool before = quote != CHY_NONE && subject != CHY_NONE && reader->quotes[quote].end < subject &&
                  reader->quotes[quote].end < verb;
    return before ? &manner : NULL;
}

/* "turned to a proverb: ...", "recalled a maxim that ...": whether words of another are said. */
static bool recites(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    static const chy_cue cites = {"cite", CHY_STATEMENT_SAY, CHY_CUE_OBJECT};
    cue = cue == NULL ? &cites : cue;
    return is_said(reader, &reader->clauses->clauses[clause], cue) &&
           chy_statement_of_recital(reader, clause, cue);
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
        cue = cue == NULL ? cue_of_manner(reader, clause) : cue;
        if (reader->draft_of_clause[i] == CHY_NONE && !cites_for_another(reader, i) &&
            recites(reader, i, cue)) {
            continue;
        }
        if (reader->draft_of_clause[i] != CHY_NONE || cites_for_another(reader, i) || cue == NULL ||
            !is_said(reader, clause, cue) || chy_is_nobodys(reader, i, cue) ||
            chy_is_deed(reader, i, cue)) {
            continue;
        }
        uint32_t from = reader->draft_count;
        bool quoted = chy_statement_of_quoted(reader, i, cue);
        if (!quoted && tells_how(reader, i) && (cue->takes & CHY_CUE_QUOTE) != 0) {
            set_idle(reader, i);
        } else if (!quoted && !chy_statement_of_frame(reader, i, cue)) {
            add_words(reader, i, cue);
        }
        speak_for_reporter(reader, clause, from);
    }
}
