/* "That" which opens a clause, where the parser took it for "which", or what it is of for a verb; a
 * saying taken for what somebody says. */
#include "syntax/mend.h"

#include "syntax/labels.h"

/* Whether a word between two others hangs from the later one by this relation. */
static bool has_between(const chy_word *words, uint32_t low, uint32_t head, chy_deprel deprel) {
    for (uint32_t i = low + 1; i < head; i++) {
        if (words[i].head == head && words[i].deprel == (uint8_t)deprel) return true;
    }
    return false;
}

/* Whether a clause of what is said hangs from a verb. */
static bool reports(const chy_word *words, uint32_t first, uint32_t count, uint32_t verb) {
    for (uint32_t i = first; i < first + count; i++) {
        if (words[i].head == verb &&
            (words[i].deprel == CHY_DEPREL_CCOMP || words[i].deprel == CHY_DEPREL_PARATAXIS))
            return true;
    }
    return false;
}

/* "Claims that he fled | were denied", taken for somebody who claims: the second of two clauses
 * that a bare third person reports. CHY_NONE for none; `said` is the first. */
static uint32_t second_reported(const chy_word *words, uint32_t first, uint32_t count,
                                uint32_t noun, uint32_t *said) {
    uint32_t verb = CHY_NONE;
    *said = CHY_NONE;
    for (uint32_t c = first; c < first + count; c++) {
        if (words[c].head != noun) continue;
        if (chy_is_subject(&words[c])) return CHY_NONE;
        if (c < noun || words[c].deprel != CHY_DEPREL_CCOMP) continue;
        if (*said == CHY_NONE)
            *said = c;
        else if (verb == CHY_NONE)
            verb = c;
    }
    return verb;
}

/* "Rumours that he fled | swept the town", taken for one who fled and swept: the finite verb
 * without a subject that hangs from what the noun says. Likewise. */
static uint32_t verb_behind(const chy_word *words, uint32_t first, uint32_t count, uint32_t noun,
                            uint32_t *said) {
    uint32_t verb = CHY_NONE;
    *said = CHY_NONE;
    for (uint32_t c = noun + 1; c < first + count; c++) {
        uint32_t head = words[c].head;
        if (head == noun && words[c].deprel == CHY_DEPREL_ACL && *said == CHY_NONE) *said = c;
        if (verb != CHY_NONE && head == verb &&
            (chy_is_subject(&words[c]) || words[c].deprel == CHY_DEPREL_MARK))
            return CHY_NONE;
        bool hung = words[c].deprel == CHY_DEPREL_XCOMP || words[c].deprel == CHY_DEPREL_CCOMP;
        bool finite = chy_has_xpos(&words[c], "VBD") || chy_has_xpos(&words[c], "VBZ");
        if (*said != CHY_NONE && head == *said && c > *said && hung && finite && verb == CHY_NONE)
            verb = c;
    }
    for (uint32_t c = noun; c < verb && verb != CHY_NONE; c++)
        if (words[c].head == verb) return CHY_NONE;
    return verb;
}

/* A noun that opens its sentence before "that" is the subject of the verb that does something with
 * it. */
static void mend_openings(chy_word *words, uint32_t first, uint32_t count) {
    uint32_t noun = first;
    while (noun < first + count && words[noun].upos == CHY_UPOS_PUNCT)
        noun++;
    if (noun + 1 >= first + count || words[noun].deprel != CHY_DEPREL_ROOT ||
        !chy_same(words[noun + 1].form, "that"))
        return;
    uint32_t said;
    bool third = chy_has_xpos(&words[noun], "VBZ");
    uint32_t verb = third ? second_reported(words, first, count, noun, &said)
                          : verb_behind(words, first, count, noun, &said);
    /* A "that" taken for what is said itself opens nothing. */
    if (verb == CHY_NONE || said == noun + 1 || (!third && words[noun].upos != CHY_UPOS_NOUN))
        return;
    bool passive = false;
    for (uint32_t c = first; c < first + count; c++)
        passive = passive || (words[c].head == verb && words[c].deprel == CHY_DEPREL_AUX_PASS);
    if (third) {
        chy_make_noun(words, first, count, noun);
        chy_word_retag(&words[noun], "NNS", "Number=Plur");
    }
    words[verb].head = CHY_NONE;
    words[verb].deprel = CHY_DEPREL_ROOT;
    words[noun].head = verb;
    words[noun].deprel = passive ? CHY_DEPREL_NSUBJ_PASS : CHY_DEPREL_NSUBJ;
    words[said].deprel = CHY_DEPREL_ACL;
    words[noun + 1].head = said;
    for (uint32_t c = first; c < first + count; c++) {
        if (words[c].head == noun && c > said) words[c].head = verb;
    }
}

/* Whether an article before a noun hangs from it or from its people: "a", or with `the` that. */
static bool has_article(const chy_word *words, uint32_t first, uint32_t noun, bool the) {
    for (uint32_t i = first; i < noun; i++) {
        bool article = (words[i].head == noun || words[i].head == noun - 1) &&
                       words[i].deprel == CHY_DEPREL_DET;
        if (article && (chy_same(words[i].form, "a") || chy_same(words[i].form, "an") ||
                        (the && chy_same(words[i].form, "the"))))
            return true;
    }
    return false;
}

/* "Cited an Omani | saying", taken for an Omani who says something; "cited the Herald saying" is
 * no such. */
static bool is_taken_for_verb(const chy_word *words, uint32_t first, uint32_t count, uint32_t i) {
    static const char *const hearing[] = {"cite", "find", "have", "hear", "keep", "quote", "see"};
    const chy_word *people = &words[i - 1];
    if (words[i].upos != CHY_UPOS_VERB || !chy_same(words[i].form, "saying") ||
        (people->upos != CHY_UPOS_PROPN && people->upos != CHY_UPOS_ADJ))
        return false;
    uint32_t head = people->head == i ? words[i].head : people->head;
    bool party =
        people->head == i || people->deprel == CHY_DEPREL_OBJ || people->deprel == CHY_DEPREL_OBL;
    if (!party || head < first || head + 1 >= i || head >= first + count) return false;
    bool alone = words[i - 2].upos == CHY_UPOS_DET || words[i - 2].upos == CHY_UPOS_ADJ;
    bool the = alone && people->deprel != CHY_DEPREL_OBL &&
               !chy_is_listed(words[head].lemma, hearing, CHY_COUNT_OF(hearing));
    return has_article(words, first, i, the);
}

/* Makes that saying the noun that the people modifies, with all that hangs from either. */
static void mend_sayings(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 2; i < first + count; i++) {
        if (!is_taken_for_verb(words, first, count, i)) continue;
        chy_word *noun = &words[i], *people = &words[i - 1];
        bool party = noun->deprel == CHY_DEPREL_OBJ || noun->deprel == CHY_DEPREL_OBL;
        chy_make_noun(words, first, count, i);
        if (people->head != i) {
            noun->head = people->head;
            noun->deprel = people->deprel;
        } else if (!party) {
            noun->deprel = CHY_DEPREL_OBJ;
        }
        for (uint32_t c = first; c < first + count; c++) {
            if (words[c].head == i - 1) words[c].head = i;
            if (words[c].head == i && words[c].deprel == CHY_DEPREL_CCOMP) {
                bool that = i + 1 < first + count && words[i + 1].head == c;
                words[c].deprel = that ? CHY_DEPREL_ACL : CHY_DEPREL_PARATAXIS;
            }
        }
        people->head = i;
        people->deprel = CHY_DEPREL_AMOD;
        people->upos = CHY_UPOS_ADJ;
    }
}

/* "The ministry posted on X | that they had met", taken for a ministry that they had met: no clause
 * with "that" and a subject of its own reaches over the verb to what stands before it. "The
 * position | that | it is shared": a passive with its subject has no object. */
void chy_that_mend(chy_word *words, uint32_t first, uint32_t count) {
    mend_openings(words, first, count);
    mend_sayings(words, first, count);
    for (uint32_t i = first + 1; i < first + count; i++) {
        chy_word *that = &words[i];
        uint32_t clause = that->head;
        if (clause >= first + count || clause < i || !chy_has_xpos(that, "WDT") ||
            !chy_same(that->form, "that") || words[clause].deprel != CHY_DEPREL_ACL_RELCL)
            continue;
        uint32_t noun = words[clause].head;
        uint32_t verb = noun < first + count ? words[noun].head : CHY_NONE;
        bool over = verb < i && noun < verb && words[verb].upos == CHY_UPOS_VERB &&
                    has_between(words, i, clause, CHY_DEPREL_NSUBJ) &&
                    !reports(words, first, count, verb);
        bool object =
            that->deprel == CHY_DEPREL_OBJ && has_between(words, i, clause, CHY_DEPREL_NSUBJ_PASS);
        if (!over && !object) continue;
        words[clause].head = over ? verb : noun;
        words[clause].deprel = over ? CHY_DEPREL_CCOMP : CHY_DEPREL_ACL;
        that->deprel = CHY_DEPREL_MARK;
        that->upos = CHY_UPOS_SCONJ;
        chy_word_retag(that, "IN", "_");
    }
}
