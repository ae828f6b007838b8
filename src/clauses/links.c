/* How clauses hang on one another. */
#include "clauses/reader.h"

#include <string.h>

static bool says_what_for(const char *marker) {
    static const char *const markers[] = {"to", "in_order_to", "so_that", "in_order_that",
                                          "so_as_to"};
    return chy_is_listed(marker, markers, CHY_COUNT_OF(markers));
}

static chy_clause_link adverbial_link(chy_clause_reader *reader, uint32_t top, uint32_t head) {
    static const char *const conditions[] = {"if",       "unless",        "should",     "in_case",
                                             "provided", "provided_that", "as_long_as", "even_if",
                                             "only_if",  "lest"};
    const char *marker = chy_clause_marker(reader, top);
    if (chy_is_listed(marker, conditions, CHY_COUNT_OF(conditions))) {
        return CHY_LINK_CONDITION;
    }
    if (chy_clause_marked(reader, top, "if")) {
        return CHY_LINK_CONDITION;
    }
    if (chy_clause_infinitive_complement(reader, head, top) ||
        chy_clause_gerund_complement(reader, head, top, marker)) {
        return CHY_LINK_COMPLEMENT;
    }
    return says_what_for(marker) ? CHY_LINK_PURPOSE : CHY_LINK_ADVERBIAL;
}

static chy_clause_link modifier_link(chy_clause_reader *reader, uint32_t top, uint32_t noun) {
    if (chy_clause_complement_on_object(reader, top)) {
        return CHY_LINK_COMPLEMENT;
    }
    bool marked = chy_clause_child(reader, top, CHY_DEPREL_MARK) != CHY_NONE;
    if (marked && chy_clause_event_noun(reader, noun) != CHY_NONE) {
        return CHY_LINK_COMPLEMENT;
    }
    bool infinitive = chy_clause_marked(reader, top, "to");
    return infinitive && !chy_clause_infinitive_subject(reader, noun) ? CHY_LINK_PURPOSE
                                                                      : CHY_LINK_RELATIVE;
}

static chy_clause_link link_of(chy_clause_reader *reader, const chy_draft *draft, uint32_t head) {
    uint32_t top = draft->top;
    switch (reader->words[top].deprel) {
    case CHY_DEPREL_CCOMP:
    case CHY_DEPREL_XCOMP:
    case CHY_DEPREL_CSUBJ:
    case CHY_DEPREL_CSUBJ_PASS:
    case CHY_DEPREL_CSUBJ_OUTER:
        return CHY_LINK_COMPLEMENT;
    case CHY_DEPREL_ADVCL:
        return adverbial_link(reader, top, head);
    case CHY_DEPREL_ACL:
        return modifier_link(reader, top, head);
    case CHY_DEPREL_ACL_RELCL:
    case CHY_DEPREL_ADVCL_RELCL:
    case CHY_DEPREL_AMOD:
        return CHY_LINK_RELATIVE;
    case CHY_DEPREL_CONJ:
        if (reader->verbal[head] != CHY_NONE || reader->nominal[head] != CHY_NONE) {
            return CHY_LINK_CONJUNCT;
        }
        return draft->clause.kind == CHY_CLAUSE_NOUN ? CHY_LINK_ARGUMENT : CHY_LINK_NONE;
    default:
        return draft->clause.kind == CHY_CLAUSE_NOUN ? CHY_LINK_ARGUMENT : CHY_LINK_NONE;
    }
}

/* The nearest draft at or above a word that is not `draft` itself. A climb is bounded by the
 * sentence. */
static uint32_t draft_above(const chy_clause_reader *reader, uint32_t word, uint32_t draft,
                            bool noun_first) {
    for (uint32_t steps = 0; word != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        uint32_t first = noun_first ? reader->nominal[word] : reader->verbal[word];
        uint32_t second = noun_first ? reader->verbal[word] : reader->nominal[word];
        if (first != CHY_NONE && first != draft) {
            return first;
        }
        if (second != CHY_NONE && second != draft) {
            return second;
        }
        word = reader->words[word].head;
    }
    return CHY_NONE;
}

void chy_clause_link_find(chy_clause_reader *reader, uint32_t draft) {
    chy_draft *d = &reader->drafts[draft];
    /* "this was an attack": the noun hangs on its own copula. */
    uint32_t copula = reader->verbal[d->top];
    if (d->clause.kind == CHY_CLAUSE_NOUN && copula != CHY_NONE && copula != draft) {
        d->clause.parent = copula;
        d->clause.link = CHY_LINK_ARGUMENT;
        return;
    }
    uint32_t top = d->top;
    uint32_t head = reader->words[top].head;
    if (head == CHY_NONE) {
        return;
    }
    chy_clause_link link = link_of(reader, d, head);
    if (link == CHY_LINK_NONE) {
        return;
    }
    uint8_t rel = reader->words[top].deprel;
    bool noun_first = rel == CHY_DEPREL_NMOD || rel == CHY_DEPREL_NMOD_POSS ||
                      rel == CHY_DEPREL_ACL || rel == CHY_DEPREL_ACL_RELCL ||
                      rel == CHY_DEPREL_AMOD ||
                      (rel == CHY_DEPREL_CONJ && d->clause.kind == CHY_CLAUSE_NOUN);
    d->clause.parent = draft_above(reader, head, draft, noun_first);
    d->clause.link = d->clause.parent == CHY_NONE ? (uint8_t)CHY_LINK_NONE : (uint8_t)link;
    if (d->clause.link == CHY_LINK_PURPOSE) {
        chy_clause_add_one(reader, d->clause.parent, CHY_ROLE_PURPOSE, "", top, false);
    }
}
