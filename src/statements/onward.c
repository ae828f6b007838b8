/* Speech that goes on without a cue: "The minister said the talks had failed. The road would stay
 * shut until June." */
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
