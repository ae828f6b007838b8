/* Statements whose cue is a noun: "a warning about the dam", "the claim that". */
#include "statements/reader.h"

#include <string.h>

static const char *const about[] = {"about", "regarding", "concerning", "on", "over"};

/* "a warning about the dam", where a verb carries the noun: "issued a warning about". */
static uint32_t about_phrase(const chy_statement_reader *reader, uint32_t clause) {
    /* "remarks made on the occasion" */
    static const char *const when[] = {"anniversary", "day",      "eve",
                                       "margin",      "occasion", "sideline"};
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, CHY_NONE);
    for (; a != CHY_NONE; a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, a)) {
        uint32_t word = chy_argument_at(reader, a)->word;
        if (reader->mentions->time_of_word[word] != CHY_NONE ||
            chy_is_listed(reader->words[word].lemma, when, CHY_COUNT_OF(when))) {
            continue;
        }
        if (chy_is_listed(chy_argument_at(reader, a)->preposition, about, CHY_COUNT_OF(about))) {
            return chy_argument_at(reader, a)->word;
        }
    }
    return CHY_NONE;
}

/* "a note of apology was handed over", "closed with a pledge of $2 million". */
static uint32_t of_phrase(const chy_statement_reader *reader, const chy_clause *clause) {
    static const char *const papers[] = {"letter", "message", "note", "offer",
                                         "pledge", "promise", "word"};
    bool paper = chy_is_listed(clause->lemma, papers, CHY_COUNT_OF(papers));
    for (uint32_t c = reader->first_child[clause->word]; paper && c != CHY_NONE;
         c = reader->next_sibling[c]) {
        uint32_t of = reader->words[c].deprel == CHY_DEPREL_NMOD
                          ? chy_child_of(reader, c, CHY_DEPREL_CASE)
                          : CHY_NONE;
        if (of != CHY_NONE && chy_form_is(&reader->words[of], "of") &&
            reader->mentions->mention_of_head[c] == CHY_NONE) {
            return c;
        }
    }
    return CHY_NONE;
}

/* "A request was | transmitted": verbs that hand on words, whoever's. */
static bool hands_on(const chy_word *verb) {
    static const char *const verbs[] = {"convey", "deliver", "extend", "forward", "give",    "hand",
                                        "issue",  "leave",   "make",   "pass",    "present", "put",
                                        "relay",  "send",    "submit", "transmit"};
    return chy_is_listed(verb->lemma, verbs, CHY_COUNT_OF(verbs));
}

/* "A proposal was transmitted | regarding the border", of a noun that is no clause: what of, or
 * CHY_NONE. */
static uint32_t matter_handed_on(const chy_statement_reader *reader, uint32_t noun) {
    uint32_t verb =
        reader->words[noun].deprel == CHY_DEPREL_NSUBJ_PASS ? reader->words[noun].head : CHY_NONE;
    uint32_t above = verb == CHY_NONE ? CHY_NONE : reader->clauses->clause_of_word[verb];
    bool told = above != CHY_NONE && (reader->draft_of_clause[above] != CHY_NONE ||
                                      reader->clauses->clauses[above].negated);
    if (verb == CHY_NONE || told || !hands_on(&reader->words[verb])) {
        return CHY_NONE;
    }
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t lead = c > verb && reader->words[c].deprel == CHY_DEPREL_OBL
                            ? chy_child_of(reader, c, CHY_DEPREL_CASE)
                            : CHY_NONE;
        if (lead != CHY_NONE && reader->mentions->time_of_word[c] == CHY_NONE &&
            chy_form_in(&reader->words[lead], about, CHY_COUNT_OF(about))) {
            return c;
        }
    }
    return CHY_NONE;
}

/* The verb of which the noun is object or passive subject: "expressed hope that". */
static uint32_t verb_above(const chy_statement_reader *reader, const chy_clause *clause) {
    if (clause->verb != CHY_NONE) {
        return clause->verb;
    }
    const chy_word *word = &reader->words[clause->word];
    bool object = word->deprel == CHY_DEPREL_OBJ || word->deprel == CHY_DEPREL_NSUBJ_PASS;
    uint32_t above = object ? reader->clauses->clause_of_word[word->head] : CHY_NONE;
    const chy_cue *cue =
        above == CHY_NONE ? NULL : chy_cue_of_verb(reader->clauses->clauses[above].lemma);
    bool handed = above != CHY_NONE && word->deprel == CHY_DEPREL_NSUBJ_PASS &&
                  hands_on(&reader->words[word->head]);
    return handed || (cue != NULL && chy_carries_words(cue)) ? word->head : CHY_NONE;
}

/* "An appeal was conveyed to both sides | to keep calm": what is asked, where it hangs from the
 * verb. */
static uint32_t infinitive_below(const chy_statement_reader *reader, uint32_t verb) {
    for (uint32_t c = verb == CHY_NONE ? CHY_NONE : reader->first_child[verb]; c != CHY_NONE;
         c = reader->next_sibling[c]) {
        uint32_t mark = chy_child_of(reader, c, CHY_DEPREL_MARK);
        if (c > verb && reader->words[c].upos == CHY_UPOS_VERB && mark != CHY_NONE &&
            chy_form_is(&reader->words[mark], "to")) {
            return c;
        }
    }
    return CHY_NONE;
}

bool chy_noun_has_content(const chy_statement_reader *reader, uint32_t clause) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    return c->kind == CHY_CLAUSE_NOUN && chy_cue_of_noun(c->lemma) != NULL &&
           (chy_argument_in(reader, clause, CHY_ROLE_COMPLEMENT, CHY_NONE) != CHY_NONE ||
            (verb_above(reader, c) != CHY_NONE &&
             (about_phrase(reader, clause) != CHY_NONE || of_phrase(reader, c) != CHY_NONE)));
}

/* The phrase that a noun of words says: of a verb that carries it, or of who gives a promise. */
static uint32_t phrase_said(const chy_statement_reader *reader, uint32_t clause, const chy_cue *cue,
                            uint32_t verb) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    bool promise = cue->kind == CHY_STATEMENT_PROMISE;
    bool given = promise && chy_giver_of(reader, c->word) != CHY_NONE;
    if (verb == CHY_NONE && !given) {
        return CHY_NONE;
    }
    uint32_t word = about_phrase(reader, clause);
    bool owned = chy_child_of(reader, c->word, CHY_DEPREL_NMOD_POSS) != CHY_NONE;
    return word != CHY_NONE || (promise && !given && !owned) ? word : of_phrase(reader, c);
}

/* "The board's claim that it won | is a joke", where the parser found no verb for the claim: where
 * a second verb with a tense, and with no link to the first, begins; else CHY_NONE. */
static uint32_t verb_of_noun(const chy_statement_reader *reader, uint32_t noun, uint32_t said) {
    if (reader->words[noun].head != CHY_NONE) {
        return CHY_NONE;
    }
    const chy_sentence *sentence = &reader->input->sentences[reader->words[noun].sentence];
    bool open = true; /* to a verb */
    for (uint32_t i = noun + 1; i < sentence->first_word + sentence->word_count; i++) {
        const chy_word *word = &reader->words[i];
        bool links = word->upos == CHY_UPOS_CCONJ || word->xpos[0] == 'W' ||
                     chy_is_punctuation(word) ||
                     (word->upos == CHY_UPOS_SCONJ && !chy_form_is(word, "with"));
        open = open || links;
        if (chy_is_finite(word)) {
            if (!open && i > said) {
                return i;
            }
            open = false;
        }
    }
    return CHY_NONE;
}

/* The head of what a noun of words says, a clause or a phrase, or CHY_NONE. */
static uint32_t content_of_noun(const chy_statement_reader *reader, uint32_t clause,
                                const chy_cue *cue, uint32_t verb, bool *phrase) {
    uint32_t said = chy_argument_in(reader, clause, CHY_ROLE_COMPLEMENT, CHY_NONE);
    if (said == CHY_NONE) {
        uint32_t matter = phrase_said(reader, clause, cue, verb);
        uint32_t noun = reader->clauses->clauses[clause].word;
        bool asked = cue->kind == CHY_STATEMENT_DEMAND || cue->kind == CHY_STATEMENT_PROMISE ||
                     cue->kind == CHY_STATEMENT_WARN;
        bool passive = reader->words[noun].deprel == CHY_DEPREL_NSUBJ_PASS;
        *phrase = matter != CHY_NONE || !asked || !passive;
        return *phrase ? matter : infinitive_below(reader, verb);
    }
    uint32_t word = chy_argument_at(reader, said)->word;
    /* "that it was at risk" is a clause. */
    *phrase = chy_child_of(reader, word, CHY_DEPREL_CASE) != CHY_NONE &&
              chy_child_of(reader, word, CHY_DEPREL_COP) == CHY_NONE;
    return word;
}

/* The phrase of a word, without what leads to it, as content. */
static void add_phrase(chy_statement_reader *reader, uint32_t draft, uint32_t word) {
    uint32_t first = UINT32_MAX;
    uint32_t end = 0;
    chy_widen(reader, word, &first, &end);
    chy_content_add(reader, draft, chy_without_case(reader, first, end), end);
}

void chy_statement_of_noun(chy_statement_reader *reader, uint32_t clause) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    const chy_cue *cue = chy_cue_of_noun(c->lemma);
    if (cue == NULL || c->negated || c->tense == CHY_TENSE_FUTURE ||
        c->modality != CHY_MODALITY_NONE) {
        return;
    }
    uint32_t verb = verb_above(reader, c);
    bool phrase = false;
    uint32_t word = content_of_noun(reader, clause, cue, verb, &phrase);
    uint32_t head =
        reader->words[c->word].deprel == CHY_DEPREL_OBL ? reader->words[c->word].head : CHY_NONE;
    uint32_t sayer = head == CHY_NONE ? CHY_NONE : reader->clauses->clause_of_word[head];
    bool taken = sayer != CHY_NONE &&
                 reader->draft_of_clause[sayer] != CHY_NONE; /* "said in a statement that" */
    bool received = reader->words[c->word].deprel == CHY_DEPREL_OBJ &&
                    chy_is_receiver(reader, reader->words[c->word].head);
    uint32_t owner = chy_child_of(reader, c->word, CHY_DEPREL_NMOD_POSS);
    if (word == CHY_NONE || taken || (received && owner == CHY_NONE)) {
        return;
    }
    uint32_t draft = chy_statement_new(reader, cue, c->word, clause);
    if (draft == CHY_NONE) {
        return;
    }
    reader->drafts[draft].second_cue = verb;
    uint32_t subject = chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, CHY_NONE);
    if (subject != CHY_NONE && chy_argument_at(reader, subject)->inherited &&
        chy_is_background(reader, c->word, cue)) {
        reader->drafts[draft].clause = CHY_NONE; /* what fell "on reports that" tells nothing */
        subject = CHY_NONE;
    }
    /* "a promise of $2 million to": the money says nothing. */
    bool spoken = subject != CHY_NONE && chy_acts(reader, chy_argument_at(reader, subject)->word);
    reader->drafts[draft].speaker_word = received  ? owner
                                         : !spoken ? chy_giver_of(reader, c->word)
                                                   : CHY_NONE;
    if (phrase) {
        add_phrase(reader, draft, word);
        return;
    }
    chy_subtree(reader, word, CHY_NONE);
    chy_content_add_marked(reader, draft, word);
    chy_content_take_quote(reader, draft, word);
    uint32_t verb_after = verb_of_noun(reader, c->word, word);
    if (verb_after != CHY_NONE) {
        chy_content_cut(reader, draft, verb_after);
    }
}

/* The clause that "that" opens below a noun: "the rumour that the mine would close". */
static uint32_t clause_with_that(const chy_statement_reader *reader, uint32_t noun) {
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        bool hung = reader->words[c].deprel == CHY_DEPREL_ACL ||
                    reader->words[c].deprel == CHY_DEPREL_ACL_RELCL;
        uint32_t first = c > noun && hung ? reader->first_child[c] : CHY_NONE;
        if (first != CHY_NONE && strcmp(reader->words[first].xpos, "IN") == 0 &&
            chy_form_is(&reader->words[first], "that")) {
            return c;
        }
    }
    return CHY_NONE;
}

/* "Word was sent that", "left a note that", "a hope was voiced that": the clause may hang on the
 * noun's verb. */
static uint32_t clause_of_verb_above(const chy_statement_reader *reader, uint32_t noun) {
    const chy_word *word = &reader->words[noun];
    bool party = word->deprel == CHY_DEPREL_NSUBJ_PASS || word->deprel == CHY_DEPREL_OBJ;
    uint32_t clause = party ? reader->clauses->clause_of_word[word->head] : CHY_NONE;
    if (clause == CHY_NONE || reader->draft_of_clause[clause] != CHY_NONE) {
        return CHY_NONE;
    }
    for (uint32_t c = reader->first_child[word->head]; c != CHY_NONE; c = reader->next_sibling[c]) {
        /* "A promise was made behind the scenes | that": hung on the last noun. */
        uint32_t below = c > noun && reader->words[c].deprel == CHY_DEPREL_OBL
                             ? clause_with_that(reader, c)
                             : CHY_NONE;
        if (below != CHY_NONE) {
            return below;
        }
        uint32_t mark = chy_child_of(reader, c, CHY_DEPREL_MARK);
        bool hung = reader->words[c].deprel == CHY_DEPREL_CCOMP ||
                    (reader->words[c].deprel == CHY_DEPREL_ADVCL && mark == word->head + 1);
        if (c > noun && hung && mark != CHY_NONE && chy_form_is(&reader->words[mark], "that")) {
            return c;
        }
    }
    return CHY_NONE;
}

/* "the claim by the rebels that", not "the claim in the papers that". */
static bool names_teller(const chy_statement_reader *reader, uint32_t word) {
    static const char *const prepositions[] = {"by", "from", "of"};
    uint32_t of = chy_child_of(reader, word, CHY_DEPREL_CASE);
    return of != CHY_NONE &&
           chy_form_in(&reader->words[of], prepositions, CHY_COUNT_OF(prepositions));
}

/* "A message had been delivered | to the effect that they should go": the clause, or CHY_NONE. */
static uint32_t clause_of_effect(const chy_statement_reader *reader, uint32_t noun) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[noun].sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    for (uint32_t w = noun + 1; w + 4 < end; w++) {
        if (chy_form_is(&reader->words[w], "to") && chy_form_is(&reader->words[w + 1], "the") &&
            chy_form_is(&reader->words[w + 2], "effect") &&
            chy_form_is(&reader->words[w + 3], "that")) {
            uint32_t said = reader->words[w + 3].head;
            return said != CHY_NONE && said > w + 3 && said < end ? said : CHY_NONE;
        }
        char lower[CHY_STATEMENT_LEMMA];
        if (reader->words[w].upos == CHY_UPOS_NOUN &&
            chy_cue_of_news(chy_lower_form(reader->words[w].lemma, lower)) != NULL) {
            return CHY_NONE; /* "the note told of | a message | to the effect that" */
        }
    }
    return CHY_NONE;
}

/* "the rumour that the mine would close", "the claim by the rebels that": where the noun's clause,
 * if it has one, knows nothing of what is said. */
void chy_statement_of_noun_that(chy_statement_reader *reader, uint32_t noun, const chy_cue *cue) {
    uint32_t clause = reader->clauses->clause_of_word[noun];
    bool done = clause != CHY_NONE && reader->draft_of_clause[clause] != CHY_NONE;
    bool phrase = reader->words[noun].deprel == CHY_DEPREL_OBL;
    if (done || (phrase && !chy_is_background(reader, noun, cue))) {
        return;
    }
    uint32_t speaker = chy_child_of(reader, noun, CHY_DEPREL_NMOD_POSS);
    speaker = speaker == CHY_NONE ? chy_giver_of(reader, noun) : speaker;
    uint32_t said = clause_with_that(reader, noun);
    for (uint32_t c = reader->first_child[noun]; said == CHY_NONE && c != CHY_NONE;
         c = reader->next_sibling[c]) {
        if (c > noun && reader->words[c].deprel == CHY_DEPREL_NMOD) {
            said = clause_with_that(reader, c);
            speaker = said == CHY_NONE || !names_teller(reader, c) ? speaker : c;
        }
    }
    if (said == CHY_NONE && chy_statement_of_news_noun(reader, noun, cue)) {
        return;
    }
    uint32_t of_verb = said == CHY_NONE ? clause_of_verb_above(reader, noun) : CHY_NONE;
    if (of_verb != CHY_NONE) {
        uint32_t above = reader->clauses->clause_of_word[reader->words[noun].head];
        uint32_t sender = chy_argument_in(reader, above, CHY_ROLE_SUBJECT, CHY_NONE);
        said = of_verb;
        speaker = sender == CHY_NONE ? speaker : chy_argument_at(reader, sender)->word;
    }
    if (said == CHY_NONE) {
        said = clause_of_effect(reader, noun);
    }
    uint32_t matter = said == CHY_NONE ? matter_handed_on(reader, noun) : CHY_NONE;
    uint32_t agent = matter == CHY_NONE
                         ? CHY_NONE
                         : chy_child_of(reader, reader->words[noun].head, CHY_DEPREL_OBL_AGENT);
    speaker = agent == CHY_NONE ? speaker : agent;
    uint32_t draft = said == CHY_NONE && matter == CHY_NONE
                         ? CHY_NONE
                         : chy_statement_new(reader, cue, noun, CHY_NONE);
    if (draft == CHY_NONE) {
        return;
    }
    reader->drafts[draft].speaker_word = speaker;
    if (matter != CHY_NONE) {
        add_phrase(reader, draft, matter);
        return;
    }
    chy_subtree(reader, said, CHY_NONE);
    chy_content_add_marked(reader, draft, said);
}
