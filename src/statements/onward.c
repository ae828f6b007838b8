/* Speech that goes on without a cue: "The minister said the talks had failed. The road would stay
 * shut until June." And what tells who said the sentence before: "This was disclosed by him." */
#include "statements/reader.h"

#include <string.h>

/* Whether a word is the "would" of the main verb, or of one beside that. */
static bool is_main_would(const chy_statement_reader *reader, uint32_t word, uint32_t root) {
    uint32_t verb = reader->words[word].head;
    return reader->words[word].deprel == CHY_DEPREL_AUX &&
           chy_form_is(&reader->words[word], "would") &&
           (verb == root || (verb != CHY_NONE && reader->words[verb].head == root &&
                             reader->words[verb].deprel == CHY_DEPREL_CONJ));
}

/* Whether a sentence tells of what is to be, as seen by whoever spoke: its main verb with "would",
 * on no condition, in no quotation, of no "I", and with no statement of its own. "Would later" is
 * the report's own looking ahead. */
static bool looks_ahead(const chy_statement_reader *reader, const chy_sentence *sentence) {
    static const char *const not_said[] = {"eventually", "if",     "later",   "neither",
                                           "ultimately", "unless", "whenever"};
    uint32_t root = CHY_NONE;
    uint32_t end = sentence->first_word + sentence->word_count;
    for (uint32_t i = sentence->first_word; i < end; i++) {
        root = reader->words[i].head == CHY_NONE ? i : root;
        if (reader->covered[i] != 0 || reader->quote_of_word[i] != CHY_NONE ||
            (reader->words[i].feat_bits & CHY_FEAT_FIRST) != 0 ||
            strcmp(reader->words[i].form, "?") == 0 ||
            chy_form_in(&reader->words[i], not_said, CHY_COUNT_OF(not_said))) {
            return false;
        }
    }
    for (uint32_t i = sentence->first_word; root != CHY_NONE && i < end; i++) {
        if (is_main_would(reader, i, root)) {
            return true;
        }
    }
    return false;
}

/* Whether a sentence is given in somebody's words, though not as a quotation: its main verb is the
 * cue, in the past, and tells a clause. */
static bool gives_words(const chy_statement_reader *reader, const chy_statement_draft *draft) {
    uint32_t cue = draft->cue_word;
    if (cue == CHY_NONE || draft->clause == CHY_NONE || draft->first_range == CHY_NONE ||
        draft->whole_quote || draft->statement.kind == CHY_STATEMENT_BELIEVE ||
        reader->quote_of_word[cue] != CHY_NONE ||
        reader->quote_of_word[reader->pool[draft->first_range].first] != CHY_NONE ||
        strcmp(reader->words[cue].xpos, "VBD") != 0) {
        return false;
    }
    const chy_word *verb = &reader->words[cue];
    bool root = verb->head == CHY_NONE ||
                (verb->deprel == CHY_DEPREL_CONJ && reader->words[verb->head].head == CHY_NONE);
    return verb->deprel == CHY_DEPREL_PARATAXIS ||
           (root && chy_child_of(reader, cue, CHY_DEPREL_CCOMP) != CHY_NONE);
}

void chy_statements_go_on(chy_statement_reader *reader) {
    uint32_t before = CHY_NONE; /* the statement that the sentence before goes on with */
    for (uint32_t s = 1; s < reader->input->sentence_count && !reader->failed; s++) {
        const chy_sentence *sentence = &reader->input->sentences[s];
        uint32_t last = before == CHY_NONE ? reader->last_of[s - 1] : before;
        before = CHY_NONE;
        if (last == CHY_NONE || sentence->paragraph != sentence[-1].paragraph ||
            reader->last_of[s] != CHY_NONE || !looks_ahead(reader, sentence) ||
            (reader->drafts[last].cue != NULL && !gives_words(reader, &reader->drafts[last]))) {
            continue;
        }
        before = chy_statement_go_on(reader, last, sentence->first_word,
                                     sentence->first_word + sentence->word_count);
    }
}

/* Whether a word stands for what was told before: "this", "the news", not "this plan", "the news
 * that". */
static bool stands_for_news(const chy_statement_reader *reader, uint32_t word) {
    static const char *const pronouns[] = {"it", "that", "this"};
    static const char *const nouns[] = {"announcement", "confirmation", "disclosure",
                                        "information",  "news",         "word"};
    const chy_word *of = &reader->words[word];
    if (chy_form_in(of, pronouns, CHY_COUNT_OF(pronouns))) return of->upos == CHY_UPOS_PRON;
    return chy_is_listed(of->lemma, nouns, CHY_COUNT_OF(nouns)) &&
           chy_child_of(reader, word, CHY_DEPREL_ACL) == CHY_NONE &&
           chy_child_of(reader, word, CHY_DEPREL_ACL_RELCL) == CHY_NONE &&
           chy_child_of(reader, word, CHY_DEPREL_NMOD_POSS) == CHY_NONE;
}

/* Who is named with "by" or "from" behind a verb of news, or CHY_NONE. */
static uint32_t teller_behind(const chy_statement_reader *reader, uint32_t verb, bool passive) {
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t lead = c > verb ? chy_child_of(reader, c, CHY_DEPREL_CASE) : CHY_NONE;
        if (lead != CHY_NONE && chy_form_is(&reader->words[lead], passive ? "by" : "from") &&
            chy_acts(reader, c)) {
            return c;
        }
    }
    return CHY_NONE;
}

/* The cue of a verb that tells what was told before: "was | disclosed", "was | given out", "came";
 * NULL for none, as for what denies or doubts it. */
static const chy_cue *cue_of_telling(const chy_statement_reader *reader, uint32_t verb,
                                     uint32_t subject, bool passive) {
    static const chy_cue given = {"give_out", CHY_STATEMENT_ANNOUNCE, 0};
    static const char *const carried[] = {
        "break", "bring",   "convey", "divulge", "give",    "impart", "issue",  "make",
        "pass",  "publish", "relate", "relay",   "release", "share",  "spread", "volunteer"};
    char lower[CHY_STATEMENT_LEMMA];
    const char *lemma = chy_lower_form(reader->words[verb].lemma, lower);
    const chy_cue *cue = chy_cue_of_verb(lemma);
    bool noun = reader->words[subject].upos == CHY_UPOS_NOUN;
    if (!passive) return noun && strcmp(lemma, "come") == 0 ? &given : NULL;
    if (noun && chy_is_listed(lemma, carried, CHY_COUNT_OF(carried))) return &given;
    bool tells = cue != NULL &&
                 (cue->kind == CHY_STATEMENT_SAY || cue->kind == CHY_STATEMENT_ANNOUNCE) &&
                 (cue->takes & CHY_CUE_CLAUSE) != 0;
    /* "It has been recognised by the court": some thing, not what was told. */
    tells = tells &&
            (cue->kind == CHY_STATEMENT_ANNOUNCE || !chy_form_is(&reader->words[subject], "it"));
    return tells ? cue : NULL;
}

void chy_statement_of_told(chy_statement_reader *reader, uint32_t verb) {
    uint32_t subject = chy_child_of(reader, verb, CHY_DEPREL_NSUBJ_PASS);
    bool passive = subject != CHY_NONE;
    if (!passive) subject = chy_child_of(reader, verb, CHY_DEPREL_NSUBJ);
    uint32_t sentence = reader->words[verb].sentence;
    if (subject == CHY_NONE || subject > verb || sentence == 0 ||
        reader->words[verb].head != CHY_NONE || reader->quote_of_word[verb] != CHY_NONE ||
        !stands_for_news(reader, subject) ||
        chy_child_of(reader, verb, CHY_DEPREL_CCOMP) != CHY_NONE ||
        chy_child_of(reader, verb, CHY_DEPREL_CSUBJ) != CHY_NONE) {
        return;
    }
    const chy_cue *cue = cue_of_telling(reader, verb, subject, passive);
    uint32_t clause = reader->clauses->clause_of_word[verb];
    uint32_t by =
        cue == NULL || clause == CHY_NONE ? CHY_NONE : teller_behind(reader, verb, passive);
    const chy_sentence *before = &reader->input->sentences[sentence - 1];
    uint32_t root = before->first_word;
    while (root < before->first_word + before->word_count && reader->words[root].head != CHY_NONE)
        root++;
    if (by == CHY_NONE || reader->clauses->clauses[clause].negated ||
        root == before->first_word + before->word_count)
        return;
    uint32_t draft = reader->draft_of_clause[clause];
    if (draft == CHY_NONE) {
        draft = chy_statement_new(reader, cue, verb, clause);
        if (draft == CHY_NONE) return;
    }
    chy_content_clear(reader, draft);
    reader->drafts[draft].speaker_word = by;
    chy_subtree(reader, root, CHY_NONE);
    chy_content_add_marked(reader, draft, root);
}
