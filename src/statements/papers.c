/* Whose the words of a paper are: "a statement from the ministry said". */
#include "statements/reader.h"

#include <string.h>

/* Who makes what a noun of words says, by its clause; or CHY_NONE. */
static uint32_t author_of(const chy_statement_reader *reader, uint32_t word) {
    uint32_t clause = reader->clauses->clause_of_word[word];
    if (clause == CHY_NONE || reader->clauses->clauses[clause].kind != CHY_CLAUSE_NOUN) {
        return CHY_NONE;
    }
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, CHY_NONE);
    return a == CHY_NONE ? CHY_NONE : chy_argument_at(reader, a)->word;
}

/* Whether words are given in what has this lemma: a report, or a noun that reports. */
static bool is_paper(const char *lemma) {
    return chy_cue_of_noun(lemma) != NULL || chy_cue_word_in(CHY_CUE_PAPERS, lemma);
}

/* Whether a word below a noun for a paper says whose that is: "X's", "| from | X", or what it
 * stands in, "| on | the ministry's page". */
static bool tells_owner(const chy_statement_reader *reader, uint32_t word) {
    static const char *const giving[] = {"by", "from", "of"};
    static const char *const bearing[] = {"at", "by", "from", "in", "of", "on"};
    char lower[CHY_STATEMENT_LEMMA];
    const chy_word *w = &reader->words[word];
    uint32_t entity = chy_entity_at(reader, word);
    if (w->deprel != CHY_DEPREL_NMOD) {
        return w->deprel == CHY_DEPREL_NMOD_POSS && chy_acts(reader, word);
    }
    uint32_t of = chy_child_of(reader, word, CHY_DEPREL_CASE);
    bool media = entity != CHY_NONE &&
                 (reader->mentions->entities[entity].sectors & 1u << CHY_SECTOR_JRN) != 0;
    bool paper = media || is_paper(chy_lower_form(w->lemma, lower));
    bool gives = of != CHY_NONE && chy_acts(reader, word) &&
                 chy_form_in(&reader->words[of], giving, CHY_COUNT_OF(giving));
    return gives || (of != CHY_NONE && paper &&
                     chy_form_in(&reader->words[of], bearing, CHY_COUNT_OF(bearing)));
}

/* Below a noun: who "issued | by | X", or owns it so; else who stands before it, "an | army |
 * note", though not where it was put, "a | Facebook | post". CHY_NONE where nothing tells. */
static uint32_t paper_below(const chy_statement_reader *reader, uint32_t noun) {
    uint32_t before = CHY_NONE;
    bool post = strcmp(reader->words[noun].lemma, "post") == 0;
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        const chy_word *word = &reader->words[c];
        uint32_t agent = word->deprel == CHY_DEPREL_ACL && strcmp(word->xpos, "VBN") == 0
                             ? chy_child_of(reader, c, CHY_DEPREL_OBL_AGENT)
                             : CHY_NONE;
        if (agent != CHY_NONE && chy_acts(reader, agent)) {
            return agent;
        }
        if (tells_owner(reader, c)) {
            return c;
        }
        bool sends = word->deprel == CHY_DEPREL_COMPOUND && !post && chy_acts(reader, c);
        before = sends ? c : before;
    }
    return before;
}

/* "The mayor's tweet read", "a post on the ministry's page said", "a leaflet handed out by the
 * union said": whose paper it is, or CHY_NONE. */
static uint32_t owner_of_paper(const chy_statement_reader *reader, uint32_t word) {
    static const uint32_t most = 3; /* papers in one another */
    char lower[CHY_STATEMENT_LEMMA];
    for (uint32_t i = 0; i < most && word != CHY_NONE; i++) {
        if (!is_paper(chy_lower_form(reader->words[word].lemma, lower))) {
            return i > 0 ? word : CHY_NONE;
        }
        word = paper_below(reader, word);
    }
    return CHY_NONE;
}

/* The paper that a pronoun means, "a readout said ... The two, | it | said", or the word itself. */
static uint32_t paper_meant(const chy_statement_reader *reader, uint32_t word) {
    uint32_t entity = chy_entity_at(reader, word);
    if (reader->words[word].upos != CHY_UPOS_PRON || entity == CHY_NONE ||
        reader->mentions->entities[entity].mention_count == 0) {
        return word;
    }
    uint32_t first = reader->mentions->entities[entity].mentions[0];
    return reader->mentions->mentions[first].head_word;
}

uint32_t chy_author_of_paper(const chy_statement_reader *reader, uint32_t word) {
    uint32_t mention = reader->mentions->mention_of_head[word];
    bool name = mention != CHY_NONE && reader->mentions->mentions[mention].kind == CHY_MENTION_NAME;
    uint32_t author = author_of(reader, word);
    return author != CHY_NONE || name ? author : owner_of_paper(reader, paper_meant(reader, word));
}

uint32_t chy_reader_of_paper(const chy_statement_reader *reader, uint32_t word) {
    bool acts = chy_acts(reader, word);
    return acts || reader->words[word].upos != CHY_UPOS_NOUN ? CHY_NONE
                                                             : chy_giver_of(reader, word);
}

/* Sentences back in which "the statement" may have been told of. */
#define PAPER_SENTENCES 4u

/* "said | in a statement |", "| a statement | by the union said", "according to | a statement |":
 * whether the statement is in, or from, a paper of this lemma. */
static bool tells_paper(const chy_statement_reader *reader, const chy_statement_draft *draft,
                        const char *lemma) {
    char other[CHY_STATEMENT_LEMMA];
    uint32_t word = draft->speaker_word;
    if (word != CHY_NONE && strcmp(chy_lower_form(reader->words[word].lemma, other), lemma) == 0) {
        return true;
    }
    uint32_t a = draft->clause == CHY_NONE
                     ? CHY_NONE
                     : chy_argument_in(reader, draft->clause, CHY_ROLE_OBLIQUE, CHY_NONE);
    for (; a != CHY_NONE; a = chy_argument_in(reader, draft->clause, CHY_ROLE_OBLIQUE, a)) {
        word = chy_argument_at(reader, a)->word;
        if (strcmp(chy_lower_form(reader->words[word].lemma, other), lemma) == 0) {
            return true;
        }
    }
    return false;
}

/* "..., | the | statement said": a paper told of before, whose lemma that is. */
static bool is_paper_told(const chy_statement_reader *reader, uint32_t word,
                          char lemma[CHY_STATEMENT_LEMMA]) {
    uint32_t the = chy_child_of(reader, word, CHY_DEPREL_DET);
    return reader->words[word].upos == CHY_UPOS_NOUN && the != CHY_NONE &&
           chy_form_is(&reader->words[the], "the") &&
           chy_child_of(reader, word, CHY_DEPREL_COMPOUND) == CHY_NONE &&
           is_paper(chy_lower_form(reader->words[word].lemma, lemma));
}

void chy_statement_paper(chy_statement_reader *reader, uint32_t draft) {
    chy_statement_draft *d = &reader->drafts[draft];
    char lemma[CHY_STATEMENT_LEMMA];
    if (d->statement.speaker != CHY_NONE || d->speaker_word == CHY_NONE ||
        !is_paper_told(reader, d->speaker_word, lemma)) {
        return;
    }
    uint32_t sentence = reader->words[d->speaker_word].sentence;
    for (uint32_t back = 1; back <= PAPER_SENTENCES && back <= sentence; back++) {
        uint32_t other = reader->last_of[sentence - back];
        if (other != CHY_NONE && reader->drafts[other].statement.speaker != CHY_NONE &&
            tells_paper(reader, &reader->drafts[other], lemma)) {
            d->statement.speaker = reader->drafts[other].statement.speaker;
            return;
        }
    }
}
