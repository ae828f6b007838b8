/* Where what is said ends and the words about the saying begin. */
#include "statements/reader.h"

#include <string.h>

/* "..., the envoy said on Monday in Oslo": what follows the cue without a comma is of the cue,
 * wherever the parser hung it. After a quotation all that follows is, but for more quotations. */
void chy_leave_trail(chy_statement_reader *reader, const chy_clause *clause, uint32_t said) {
    const chy_sentence *sentence = &reader->input->sentences[clause->sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    uint32_t at = clause->verb + 1;
    bool quoted = said < clause->verb && reader->quote_of_word[said] != CHY_NONE &&
                  reader->quote_of_word[said] != reader->quote_of_word[clause->verb];
    for (; at < end && (quoted || !chy_is_punctuation(&reader->words[at])); at++) {
        if (!quoted || reader->quote_of_word[at] == CHY_NONE) {
            reader->mark[at] = 0;
        }
    }
}

/* "said on Friday it would": when it was said is not what was said, though the parser may think so.
 */
void chy_leave_time(chy_statement_reader *reader, const chy_clause *clause) {
    const uint32_t *time = reader->mentions->time_of_word;
    uint32_t at = clause->verb + 1;
    while (at + 1 < reader->word_count && reader->words[at].sentence == clause->sentence) {
        /* "said Thursday's vote", "said Monday meetings": the time is of the noun. */
        uint32_t head = reader->words[at].head;
        bool of_noun = time[at] != CHY_NONE && head != CHY_NONE && head > at &&
                       reader->words[head].upos != CHY_UPOS_VERB && time[head] == CHY_NONE;
        if (of_noun) {
            return;
        }
        bool preposition = reader->words[at].upos == CHY_UPOS_ADP && time[at] == CHY_NONE &&
                           time[at + 1] != CHY_NONE &&
                           reader->words[at + 1].sentence == clause->sentence;
        if (time[at] == CHY_NONE && !preposition) {
            return;
        }
        reader->mark[at++] = 0;
    }
}

/* "..." asked a fisherman: a subject after its verb that the parser hung elsewhere. */
uint32_t chy_trail_speaker(const chy_statement_reader *reader, const chy_clause *clause) {
    const chy_sentence *sentence = &reader->input->sentences[clause->sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    uint32_t stop = clause->verb + 1;
    while (stop < end && !chy_is_punctuation(&reader->words[stop])) {
        stop++;
    }
    for (uint32_t at = clause->verb + 1; at < stop && !clause->passive; at++) {
        const chy_word *word = &reader->words[at];
        bool inside = word->head != CHY_NONE && word->head > clause->verb && word->head < stop;
        bool name = word->upos == CHY_UPOS_NOUN || word->upos == CHY_UPOS_PROPN ||
                    word->upos == CHY_UPOS_PRON;
        bool phrase = chy_child_of(reader, at, CHY_DEPREL_CASE) != CHY_NONE;
        if (name && !inside) {
            return phrase || reader->mentions->time_of_word[at] != CHY_NONE ? CHY_NONE : at;
        }
    }
    return CHY_NONE;
}

static bool is_marked(const chy_statement_reader *reader, uint32_t word, const char *const *marks,
                      size_t count) {
    uint32_t mark = chy_child_of(reader, word, CHY_DEPREL_MARK);
    return mark != CHY_NONE && chy_form_in(&reader->words[mark], marks, count);
}

/* "said the vote was fair, although they criticised", "said X, while Y denied it", "..., with the
 * papers claiming": another report beside the first. */
static bool reports_beside(const chy_statement_reader *reader, uint32_t word) {
    static const char *const marks[] = {"although", "though", "while", "whereas", "with"};
    const chy_word *w = &reader->words[word];
    uint32_t clause = reader->clauses->clause_of_word[word];
    const chy_cue *cue =
        clause == CHY_NONE || reader->clauses->clauses[clause].kind != CHY_CLAUSE_VERB
            ? NULL
            : chy_cue_of_verb(reader->clauses->clauses[clause].lemma);
    return cue != NULL && cue->kind != CHY_STATEMENT_BELIEVE && w->deprel == CHY_DEPREL_ADVCL &&
           chy_child_of(reader, word, CHY_DEPREL_NSUBJ) != CHY_NONE &&
           is_marked(reader, word, marks, CHY_COUNT_OF(marks));
}

/* 'said that it "stands by them" and promised to help', "said it was worried and promised": a bare
 * past of saying, joined to what has another tense or an auxiliary, is the cue's fellow though the
 * tree joins it to what is said. */
static bool reports_jointly(const chy_statement_reader *reader, uint32_t word) {
    const chy_word *w = &reader->words[word];
    uint32_t clause = reader->clauses->clause_of_word[word];
    if (w->deprel != CHY_DEPREL_CONJ || w->head == CHY_NONE || clause == CHY_NONE ||
        reader->words[w->head].deprel != CHY_DEPREL_CCOMP || strcmp(w->xpos, "VBD") != 0 ||
        chy_child_of(reader, word, CHY_DEPREL_NSUBJ) != CHY_NONE ||
        chy_child_of(reader, word, CHY_DEPREL_AUX) != CHY_NONE ||
        chy_child_of(reader, word, CHY_DEPREL_AUX_PASS) != CHY_NONE ||
        chy_cue_of_verb(reader->clauses->clauses[clause].lemma) == NULL) {
        return false;
    }
    uint32_t said = w->head;
    if (reader->words[said].head == CHY_NONE) {
        return false;
    }
    bool helped = chy_child_of(reader, said, CHY_DEPREL_AUX) != CHY_NONE ||
                  chy_child_of(reader, said, CHY_DEPREL_AUX_PASS) != CHY_NONE ||
                  chy_child_of(reader, said, CHY_DEPREL_COP) != CHY_NONE;
    return strcmp(reader->words[reader->words[said].head].xpos, "VBD") == 0 &&
           (helped || strcmp(reader->words[said].xpos, "VBD") != 0);
}

/* Whether a word is a participle that reports, set off by a comma: "..., adding that". */
static bool reports_after_comma(const chy_statement_reader *reader, uint32_t word) {
    const chy_word *w = &reader->words[word];
    uint32_t clause = reader->clauses->clause_of_word[word];
    bool hung =
        w->deprel == CHY_DEPREL_ADVCL || w->deprel == CHY_DEPREL_PARATAXIS ||
        (w->deprel == CHY_DEPREL_CONJ && chy_child_of(reader, word, CHY_DEPREL_CC) == CHY_NONE);
    if (!hung || strcmp(w->xpos, "VBG") != 0 || clause == CHY_NONE || word == 0 ||
        !chy_is_punctuation(&reader->words[word - 1]) ||
        chy_child_of(reader, word, CHY_DEPREL_MARK) != CHY_NONE) {
        return false;
    }
    const chy_cue *cue = chy_cue_of_verb(reader->clauses->clauses[clause].lemma);
    return cue != NULL && (cue->takes & CHY_CUE_QUOTE) != 0;
}

static void leave_below(chy_statement_reader *reader, uint32_t head) {
    uint32_t depth = 0;
    reader->stack[depth++] = head;
    while (depth > 0) {
        uint32_t word = reader->stack[--depth];
        reader->mark[word] = 0;
        for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
            reader->stack[depth++] = c;
        }
    }
}

void chy_leave_subject(chy_statement_reader *reader, const chy_clause *clause, uint32_t said) {
    uint32_t first = reader->first_child[said];
    bool two = false;
    for (uint32_t c = first; c != CHY_NONE; c = reader->next_sibling[c]) {
        two = two || (c > clause->verb && reader->words[c].deprel == CHY_DEPREL_NSUBJ);
    }
    if (two && first < clause->verb && reader->words[first].deprel == CHY_DEPREL_NSUBJ &&
        chy_child_of(reader, clause->verb, CHY_DEPREL_NSUBJ) == CHY_NONE) {
        leave_below(reader, first);
    }
}

/* "said that A had left, adding that B stayed": who adds is who said, though the parser hangs it on
 * A's leaving. */
void chy_leave_reporters(chy_statement_reader *reader, uint32_t said) {
    for (uint32_t c = reader->first_child[said]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (c < said || (!reports_after_comma(reader, c) && !reports_beside(reader, c) &&
                         !reports_jointly(reader, c))) {
            continue;
        }
        leave_below(reader, c);
    }
}

/* The clause that reports what such a participle was hung on, or CHY_NONE. */
uint32_t chy_reporter_above(const chy_statement_reader *reader, const chy_clause *clause) {
    uint32_t head = reader->words[clause->verb].head;
    if (clause->verb == CHY_NONE ||
        (!reports_after_comma(reader, clause->verb) && !reports_jointly(reader, clause->verb)) ||
        head == CHY_NONE || head > clause->verb || reader->words[head].deprel != CHY_DEPREL_CCOMP) {
        return CHY_NONE;
    }
    uint32_t above = reader->clauses->clause_of_word[reader->words[head].head];
    bool reports =
        above != CHY_NONE && chy_cue_of_verb(reader->clauses->clauses[above].lemma) != NULL;
    return reports ? above : CHY_NONE;
}
