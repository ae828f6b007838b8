/* Tense, modality, negation, from the verb group and from what governs it. */
#include "clauses/reader.h"

#include <string.h>

static bool is_one_of(const chy_word *word, const char *const *forms, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (chy_clause_form_is(word, forms[i]) || chy_clause_lemma_is(word, forms[i])) {
            return true;
        }
    }
    return false;
}
#define ONE_OF(word, list) is_one_of((word), (list), sizeof(list) / sizeof((list)[0]))

static bool is_auxiliary(const chy_word *word) {
    return word->deprel == CHY_DEPREL_AUX || word->deprel == CHY_DEPREL_AUX_PASS ||
           word->deprel == CHY_DEPREL_COP;
}

static void read_modal(chy_clause *clause, const chy_word *modal) {
    static const char *const future[] = {"will", "'ll", "wo", "shall", "’ll"};
    static const char *const would[] = {"would", "'d", "’d"};
    static const char *const possible[] = {"may", "might", "could", "can", "ca"};
    if (ONE_OF(modal, future)) {
        clause->tense = CHY_TENSE_FUTURE;
    } else if (ONE_OF(modal, would)) {
        clause->modality = CHY_MODALITY_CONDITIONAL;
    } else if (ONE_OF(modal, possible)) {
        clause->modality = CHY_MODALITY_POSSIBLE;
    } else {
        clause->modality = CHY_MODALITY_NECESSARY;
    }
}

/* The first auxiliary is the finite one. A "have" after it makes a past. */
static bool read_auxiliaries(const chy_clause_reader *reader, uint32_t node, chy_clause *clause) {
    bool any = false;
    bool future = false;
    uint32_t outer = chy_clause_outer_copula(reader, node);
    for (uint32_t c = reader->first_child[node]; c != CHY_NONE; c = reader->next_sibling[c]) {
        const chy_word *word = &reader->words[c];
        if (!is_auxiliary(word) || c == outer) {
            continue;
        }
        bool have = chy_clause_lemma_is(word, "have");
        if (any) {
            clause->tense = have && !future ? (uint8_t)CHY_TENSE_PAST : clause->tense;
            continue;
        }
        any = true;
        if (chy_clause_xpos_is(word, "MD")) {
            read_modal(clause, word);
            future = clause->tense == CHY_TENSE_FUTURE;
        } else if (chy_clause_xpos_is(word, "VBD") || have) {
            clause->tense = CHY_TENSE_PAST;
        } else if ((chy_clause_xpos_is(word, "VBZ") || chy_clause_xpos_is(word, "VBP")) &&
                   !(word->deprel == CHY_DEPREL_XCOMP ||
                     (word->deprel == CHY_DEPREL_CCOMP && chy_clause_xpos_is(word, "VBP") &&
                      chy_clause_child(reader, node, CHY_DEPREL_NSUBJ) == CHY_NONE))) {
            clause->tense = CHY_TENSE_PRESENT;
        }
        /* "is to visit" */
        bool finite = clause->tense == CHY_TENSE_PAST || clause->tense == CHY_TENSE_PRESENT;
        if (finite && chy_clause_lemma_is(word, "be") && chy_clause_marked(reader, node, "to")) {
            clause->tense = CHY_TENSE_FUTURE;
            clause->modality = CHY_MODALITY_INTENDED;
            future = true;
        }
    }
    return any;
}

/* "overthrew", tagged as a present: but the present of a plural is the lemma itself. */
static bool is_no_present(const chy_word *word) {
    static const char *const irregular[] = {"be", "have", "do"};
    char form[CHY_CLAUSE_LEMMA];
    char lemma[CHY_CLAUSE_LEMMA];
    if (!chy_clause_xpos_is(word, "VBP") || word->lemma == NULL ||
        strchr(word->form, '\'') != NULL) {
        return false;
    }
    if (chy_clause_lemma_in(word, irregular, CHY_COUNT_OF(irregular))) {
        return false;
    }
    chy_clause_lower(word->form, form);
    chy_clause_lower(word->lemma, lemma);
    size_t size = strlen(form);
    bool third = size > 0 && form[size - 1] == 's';
    return !third && strcmp(form, lemma) != 0;
}

/* "The rebels let them pass": a past that looks like a present, which reports tell others in. */
static bool may_be_past(const chy_clause_reader *reader, uint32_t node) {
    static const char *const alike[] = {"cut", "hit", "let", "put", "quit", "set", "shut", "split"};
    static const char *const speakers[] = {"i", "we", "you"};
    const chy_word *word = &reader->words[node];
    uint32_t subject = chy_clause_child(reader, node, CHY_DEPREL_NSUBJ);
    return chy_clause_xpos_is(word, "VBP") && subject != CHY_NONE &&
           chy_clause_lemma_in(word, alike, CHY_COUNT_OF(alike)) &&
           !chy_clause_lemma_in(&reader->words[subject], speakers, CHY_COUNT_OF(speakers));
}

static void read_form(const chy_clause_reader *reader, uint32_t node, chy_clause *clause) {
    const chy_word *word = &reader->words[node];
    bool headline = chy_clause_headline(reader, node);
    bool to = chy_clause_marked(reader, node, "to");
    if (chy_clause_xpos_is(word, "VBD") || chy_clause_xpos_is(word, "VBN") || is_no_present(word) ||
        may_be_past(reader, node)) {
        clause->tense = CHY_TENSE_PAST;
    } else if (chy_clause_xpos_is(word, "VBZ") || chy_clause_xpos_is(word, "VBP")) {
        /* Headlines tell the past in the present. */
        clause->tense = headline ? CHY_TENSE_PAST : CHY_TENSE_PRESENT;
    } else if (headline && chy_clause_xpos_is(word, "VB")) {
        bool top = word->deprel == CHY_DEPREL_ROOT || word->deprel == CHY_DEPREL_PARATAXIS ||
                   (word->deprel == CHY_DEPREL_ACL && word->head != CHY_NONE &&
                    reader->words[word->head].head == CHY_NONE);
        if (to && top) {
            clause->tense = CHY_TENSE_FUTURE;
            clause->modality = CHY_MODALITY_INTENDED;
        } else if (!to && chy_clause_child(reader, node, CHY_DEPREL_NSUBJ) != CHY_NONE) {
            clause->tense = CHY_TENSE_PAST;
        }
    }
}

/* "not only" says that it did. */
static bool is_negator(const chy_clause_reader *reader, uint32_t child) {
    static const char *const negators[] = {"not", "n't", "n’t", "never", "nor", "no", "neither"};
    static const char *const more[] = {"only", "just", "merely", "simply"};
    const chy_word *word = &reader->words[child];
    if (word->deprel == CHY_DEPREL_CC) {
        return chy_clause_form_is(word, "nor");
    }
    bool negative = (word->deprel == CHY_DEPREL_ADVMOD || word->deprel == CHY_DEPREL_AUX) &&
                    ONE_OF(word, negators);
    bool only = child + 1 < reader->word_count && ONE_OF(&reader->words[child + 1], more);
    return negative && !only;
}

/* "no soldiers", "nobody": a party that there was none of. */
static bool is_none(const chy_clause_reader *reader, uint32_t word) {
    static const char *const none[] = {"nobody", "nothing", "none", "neither"};
    if (ONE_OF(&reader->words[word], none)) {
        return true;
    }
    static const char *const no[] = {"no", "neither"};
    uint32_t determiner = chy_clause_child(reader, word, CHY_DEPREL_DET);
    return determiner != CHY_NONE && ONE_OF(&reader->words[determiner], no);
}

/* "spared no effort", "left no stone unturned": all was done. */
static bool is_utmost(const chy_clause_reader *reader, uint32_t object) {
    static const char *const efforts[] = {"effort", "pain", "expense", "stone"};
    const chy_word *verb = &reader->words[reader->words[object].head];
    bool spares = chy_clause_lemma_is(verb, "spare") || chy_clause_lemma_is(verb, "leave");
    return spares && chy_clause_lemma_in(&reader->words[object], efforts, CHY_COUNT_OF(efforts));
}

static bool is_negated(chy_clause_reader *reader, uint32_t node) {
    for (uint32_t c = reader->first_child[node]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (is_negator(reader, c)) {
            return true;
        }
        /* "no longer", "never again" */
        const chy_word *before = c > 0 ? &reader->words[c - 1] : NULL;
        if (reader->words[c].deprel == CHY_DEPREL_ADVMOD && before != NULL &&
            ((chy_clause_form_is(&reader->words[c], "longer") &&
              chy_clause_form_is(before, "no")) ||
             (chy_clause_form_is(&reader->words[c], "again") &&
              chy_clause_form_is(before, "never")))) {
            return true;
        }
        uint8_t rel = reader->words[c].deprel;
        bool party =
            rel == CHY_DEPREL_NSUBJ || rel == CHY_DEPREL_NSUBJ_PASS || rel == CHY_DEPREL_OBJ;
        if (party && is_none(reader, c) && !is_utmost(reader, c)) {
            return true;
        }
    }
    /* "instead of fighting" */
    const char *marker = chy_clause_preposition(reader, node, CHY_DEPREL_MARK);
    const char *before = chy_clause_preposition(reader, node, CHY_DEPREL_CASE);
    return chy_clause_marked(reader, node, "without") || strcmp(marker, "instead_of") == 0 ||
           strcmp(before, "instead_of") == 0 || strcmp(marker, "rather_than") == 0 ||
           strcmp(before, "rather_than") == 0;
}

static bool is_question(const chy_clause_reader *reader, uint32_t top) {
    const chy_word *word = &reader->words[top];
    if (chy_clause_marked(reader, top, "whether") ||
        (word->deprel == CHY_DEPREL_CCOMP && chy_clause_marked(reader, top, "if"))) {
        return true;
    }
    if (word->deprel != CHY_DEPREL_ROOT && word->deprel != CHY_DEPREL_PARATAXIS) {
        return false;
    }
    /* The mark stands last, or before closing quotation marks and brackets. */
    const chy_sentence *sentence = &reader->input->sentences[word->sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    for (uint32_t back = 1; back <= 3 && back <= sentence->word_count; back++) {
        const chy_word *last = &reader->words[end - back];
        if (chy_clause_form_is(last, "?")) {
            return true;
        }
        if (last->upos != CHY_UPOS_PUNCT) {
            break;
        }
    }
    return false;
}

static bool is_imperative(const chy_clause_reader *reader, uint32_t node) {
    const chy_word *word = &reader->words[node];
    uint32_t subject = chy_clause_child(reader, node, CHY_DEPREL_NSUBJ);
    if ((word->feat_bits & CHY_FEAT_IMPERATIVE) != 0) {
        return subject == CHY_NONE || subject > node; /* not "the sign | read" */
    }
    return chy_clause_xpos_is(word, "VB") && word->deprel == CHY_DEPREL_ROOT &&
           !chy_clause_headline(reader, node) && subject == CHY_NONE &&
           chy_clause_child(reader, node, CHY_DEPREL_AUX) == CHY_NONE &&
           chy_clause_child(reader, node, CHY_DEPREL_MARK) == CHY_NONE;
}

/* What a noun's modifiers say of its time: "planned visit", "last year's attack". */
static void read_noun(const chy_clause_reader *reader, uint32_t noun, chy_clause *clause) {
    static const char *const coming[] = {"planned",  "upcoming",  "forthcoming", "scheduled",
                                         "proposed", "impending", "expected",    "future",
                                         "next",     "imminent",  "threatened",  "intended"};
    static const char *const possible[] = {"possible", "potential", "likely", "hypothetical"};
    static const char *const past[] = {"previous", "past", "earlier", "last", "recent"};
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        const chy_word *word = &reader->words[c];
        if (word->deprel == CHY_DEPREL_DET && chy_clause_form_is(word, "no")) {
            clause->negated = true;
        }
        if (word->deprel == CHY_DEPREL_CASE && chy_clause_form_is(word, "without")) {
            clause->negated = true;
        }
        if (word->deprel != CHY_DEPREL_AMOD || clause->verb != CHY_NONE) {
            continue;
        }
        if (ONE_OF(word, coming)) {
            clause->tense = CHY_TENSE_FUTURE;
            clause->modality = CHY_MODALITY_INTENDED;
        } else if (ONE_OF(word, possible)) {
            clause->modality = CHY_MODALITY_POSSIBLE;
        } else if (ONE_OF(word, past)) {
            clause->tense = CHY_TENSE_PAST;
        }
    }
}

static bool has_have(const chy_clause_reader *reader, uint32_t verb) {
    uint32_t auxiliary = chy_clause_child(reader, verb, CHY_DEPREL_AUX);
    return auxiliary != CHY_NONE && chy_clause_lemma_is(&reader->words[auxiliary], "have");
}

/* What the nodes above the sense add: "has to", "is going to", "seems to". */
static void read_nodes(chy_clause_reader *reader, const chy_draft *draft, chy_clause *clause) {
    for (uint32_t at = draft->main; at != CHY_NONE; at = reader->goes_to[at]) {
        bool verb = chy_clause_verbal(&reader->words[at]);
        if (verb || at == draft->main) {
            clause->negated = clause->negated || is_negated(reader, at);
        }
        const chy_verb_trait *trait = reader->trait[at];
        if (at != draft->main && verb && has_have(reader, at)) {
            clause->tense = CHY_TENSE_PAST; /* "seems to have left" */
        }
        if (trait == NULL || at == draft->node || !verb || reader->light[at] != NULL) {
            continue;
        }
        if ((trait->traits & CHY_TRAIT_MODAL) != 0 && (trait->traits & CHY_TRAIT_INTENDED) != 0) {
            clause->tense = CHY_TENSE_FUTURE;
            clause->modality = CHY_MODALITY_INTENDED;
        } else if ((trait->traits & CHY_TRAIT_NECESSARY) != 0) {
            clause->modality = CHY_MODALITY_NECESSARY;
        } else if ((trait->traits & CHY_TRAIT_POSSIBLE) != 0) {
            clause->modality = CHY_MODALITY_POSSIBLE;
        }
    }
}

void chy_clause_group(chy_clause_reader *reader, uint32_t draft) {
    const chy_draft d = reader->drafts[draft];
    chy_clause *clause = &reader->drafts[draft].clause;
    if (d.main != CHY_NONE) {
        if (!read_auxiliaries(reader, d.main, clause)) {
            read_form(reader, d.main, clause);
        }
        read_nodes(reader, &d, clause);
        clause->passive = chy_clause_verbal(&reader->words[d.main]) && !d.copular &&
                          chy_clause_passive(reader, d.main);
        clause->imperative = is_imperative(reader, d.main);
    }
    if (d.clause.kind == CHY_CLAUSE_NOUN) {
        read_noun(reader, d.node, clause);
    }
    clause->question = is_question(reader, d.top);
}

/* Whether the clause's own group says nothing of time: an infinitive, a gerund. */
static bool is_open(const chy_clause_reader *reader, const chy_draft *draft) {
    return draft->clause.tense == CHY_TENSE_NONE && draft->clause.modality == CHY_MODALITY_NONE &&
           (draft->main == CHY_NONE ||
            chy_clause_child(reader, draft->main, CHY_DEPREL_AUX) == CHY_NONE);
}

static void govern(chy_clause_reader *reader, chy_draft *draft, const chy_draft *above) {
    uint16_t traits = above->trait == NULL ? 0 : above->trait->traits;
    bool open = is_open(reader, draft);
    chy_clause *clause = &draft->clause;
    bool intended = (traits & CHY_TRAIT_INTENDED) != 0 ||
                    ((traits & CHY_TRAIT_INTENDED_PASSIVE) != 0 && above->clause.passive);
    if (above->noun != NULL && (above->noun->noun_class & CHY_NOUN_RESOLVE) != 0) {
        intended = true;
    }
    if (open && (traits & CHY_TRAIT_IMPLICATIVE) != 0) {
        clause->tense = above->clause.tense;
        clause->modality = above->clause.modality;
    } else if (open && intended) {
        clause->tense = CHY_TENSE_FUTURE;
        clause->modality = CHY_MODALITY_INTENDED;
    } else if (open && (traits & CHY_TRAIT_NECESSARY) != 0) {
        clause->modality = CHY_MODALITY_NECESSARY;
    } else if (open && (traits & CHY_TRAIT_POSSIBLE) != 0) {
        clause->modality = CHY_MODALITY_POSSIBLE;
    }
    if (open && (traits & CHY_TRAIT_NEGATIVE) != 0) {
        clause->negated = true;
        clause->tense = above->clause.tense;
    }
    if (clause->tense != CHY_TENSE_NONE &&
        chy_clause_lemma_is(&reader->words[above->node], "deny")) {
        clause->negated = true;
    }
}

static void take_time(chy_draft *draft, const chy_draft *from) {
    draft->clause.tense = from->clause.tense;
    draft->clause.modality = from->clause.modality;
}

/* "met and discussed", "will sing and dance": what the first of them says of time is the other's.
 */
static void read_coordinated(const chy_clause_reader *reader, chy_draft *draft,
                             const chy_draft *above, bool bare) {
    if (!bare && is_open(reader, draft) && above->main != CHY_NONE) {
        take_time(draft, above);
        draft->clause.negated = draft->clause.negated || above->clause.negated;
    } else if (draft->clause.modality == CHY_MODALITY_CONDITIONAL &&
               above->clause.tense == CHY_TENSE_FUTURE) {
        draft->clause.tense = CHY_TENSE_FUTURE;
        draft->clause.modality = CHY_MODALITY_NONE;
    } else {
        chy_clause_would_coordinated(reader, draft, above);
    }
}

/* "is a visit", "announced a visit": the time of a bare noun under the verb that tells of it. */
static void read_told_noun(const chy_clause_reader *reader, chy_draft *draft,
                           const chy_draft *above) {
    uint8_t rel = reader->words[draft->top].deprel;
    if (above->copular && reader->words[draft->node].head != CHY_NONE &&
        above->node == draft->node) {
        take_time(draft, above);
        draft->clause.negated = above->clause.negated;
    } else if (is_open(reader, draft) && above->trait != NULL &&
               (rel == CHY_DEPREL_OBJ || rel == CHY_DEPREL_NSUBJ_PASS) &&
               (above->trait->traits & CHY_TRAIT_NOUN_CONTROL) != 0 &&
               (above->trait->traits & CHY_TRAIT_INTENDED) != 0) {
        draft->clause.tense = CHY_TENSE_FUTURE;
        draft->clause.modality = CHY_MODALITY_INTENDED;
    }
}

void chy_clause_group_inherit(chy_clause_reader *reader, uint32_t draft) {
    chy_draft *d = &reader->drafts[draft];
    chy_clause_would_beside(reader, d);
    if (d->clause.parent == CHY_NONE) {
        return;
    }
    const chy_draft *above = &reader->drafts[d->clause.parent];
    bool bare = d->clause.kind == CHY_CLAUSE_NOUN && d->main == CHY_NONE;
    if (bare && reader->kept_by[d->node] != CHY_NONE &&
        reader->verbal[reader->kept_by[d->node]] != CHY_NONE) {
        const chy_draft *verb = &reader->drafts[reader->verbal[reader->kept_by[d->node]]];
        take_time(d, verb);
        d->clause.negated = d->clause.negated || verb->clause.negated;
        d->clause.passive = verb->clause.passive;
        return;
    }
    bool gerund = d->main != CHY_NONE && chy_clause_xpos_is(&reader->words[d->main], "VBG");
    switch ((chy_clause_link)d->clause.link) {
    case CHY_LINK_COMPLEMENT:
        govern(reader, d, above);
        chy_clause_would_reported(reader, d, above);
        break;
    case CHY_LINK_CONJUNCT:
        read_coordinated(reader, d, above, bare);
        break;
    case CHY_LINK_RELATIVE:
        chy_clause_would_related(reader, d, above);
        /* fall through */
    case CHY_LINK_ADVERBIAL:
        if (gerund && is_open(reader, d)) {
            take_time(d, above);
        }
        break;
    case CHY_LINK_ARGUMENT:
        if (bare) {
            read_told_noun(reader, d, above);
        }
        break;
    case CHY_LINK_NONE:
    case CHY_LINK_CONDITION:
    case CHY_LINK_PURPOSE:
        break;
    }
}
