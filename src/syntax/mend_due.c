/* "is due to meet", "is due in Suva": what is about to be done, where the parser took "due to" for
 * a cause, or "due in" for a preposition. */
#include "syntax/labels.h"
#include "syntax/mend.h"

/* Whether a noun behind "due to" is one that is about to be done, and no reason: somebody is named
 * for it, or it goes on ("due to start on Friday", not "due to talk of a strike"). */
static bool is_about_to(const chy_word *words, uint32_t first, uint32_t count, uint32_t verb) {
    static const char *const verbs[] = {"address", "debate", "end",    "finish", "host", "march",
                                        "meet",    "report", "return", "start",  "stop", "talk",
                                        "tour",    "travel", "visit",  "vote"};
    bool told = false;
    for (uint32_t i = 0; i < count; i++) {
        const chy_word *word = &words[first + i];
        if (word->head != first + verb) continue;
        bool follows = word->deprel == CHY_DEPREL_NMOD || word->deprel == CHY_DEPREL_OBL ||
                       word->deprel == CHY_DEPREL_OBJ;
        told = told || (i < verb && word->deprel == CHY_DEPREL_NSUBJ &&
                        (word->upos == CHY_UPOS_PROPN || word->upos == CHY_UPOS_PRON));
        told = told || (i > verb && follows && !chy_same(words[first + verb + 1].form, "of"));
    }
    return told && chy_is_listed(words[first + verb].form, verbs, CHY_COUNT_OF(verbs));
}

/* "The premier is due to | visit", "talks due to | start on Friday": an infinitive that was taken
 * for the noun of its form. */
static void mend_infinitives(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = 2; i < count; i++) {
        chy_word *verb = &words[first + i], *due = &words[first + i - 2];
        if (verb->upos != CHY_UPOS_NOUN || due->head != first + i ||
            due->deprel != CHY_DEPREL_CASE || !chy_same(due->form, "due") ||
            verb[-1].deprel != CHY_DEPREL_FIXED || !is_about_to(words, first, count, i))
            continue;
        due->deprel = CHY_DEPREL_MARK;
        verb->upos = CHY_UPOS_VERB;
        chy_word_retag(verb, "VB", "VerbForm=Inf");
        if (verb->deprel == CHY_DEPREL_NMOD) verb->deprel = CHY_DEPREL_ACL;
        for (uint32_t w = first + i + 1; w < first + count; w++)
            if (words[w].head == first + i && words[w].deprel == CHY_DEPREL_NMOD)
                words[w].deprel = CHY_DEPREL_OBL;
    }
}

/* The verb of "is | due | to meet", on either side of "due" in the tree; CHY_NONE for none: "was
 * due to rain". */
static uint32_t verb_due(const chy_word *words, uint32_t first, uint32_t count, uint32_t due) {
    uint32_t end = first + count, verb = due + 2;
    uint32_t before = due > first && words[due - 1].upos == CHY_UPOS_ADV ? due - 1 : due;
    if (verb >= end || before == first || !chy_same(words[due].form, "due") ||
        !chy_same(words[due + 1].form, "to") || !chy_same(words[before - 1].lemma, "be"))
        return CHY_NONE;
    while (verb < end && (words[verb].upos == CHY_UPOS_ADV || words[verb].upos == CHY_UPOS_AUX))
        verb++;
    uint32_t to = words[due + 1].head; /* of neither, it might stand above both */
    bool joined = verb < end && (words[due].head == verb || words[verb].head == due) &&
                  (to == due || to == verb);
    return joined && words[verb].upos == CHY_UPOS_VERB ? verb : CHY_NONE;
}

/* "She is | due | to meet him", with "due to" taken for "because of": "due" is what she is, and the
 * verb its infinitive. */
static void mend_copulas(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t due = first + 1; due + 2 < first + count; due++) {
        uint32_t verb = verb_due(words, first, count, due);
        if (verb == CHY_NONE) continue;
        chy_word *of = &words[due];
        if (of->head == verb) {
            of->head = words[verb].head;
            of->deprel = words[verb].deprel;
            of->upos = CHY_UPOS_ADJ;
            chy_word_retag(of, "JJ", "Degree=Pos");
        }
        for (uint32_t i = first; i < due; i++) {
            if (words[i].head == verb) words[i].head = due;
            if (words[i].head != due) continue;
            if (words[i].deprel == CHY_DEPREL_NSUBJ_PASS) words[i].deprel = CHY_DEPREL_NSUBJ;
            if (words[i].deprel == CHY_DEPREL_AUX_PASS) words[i].deprel = CHY_DEPREL_COP;
        }
        words[verb].head = due;
        words[verb].deprel = CHY_DEPREL_XCOMP;
        words[due + 1].head = verb;
        words[due + 1].deprel = CHY_DEPREL_MARK;
        words[due + 1].upos = CHY_UPOS_PART;
    }
}

/* Whether a word belongs to the phrase of a place that it hangs from. */
static bool is_of_place(const chy_word *word) {
    switch (word->deprel) {
    case CHY_DEPREL_AMOD:
    case CHY_DEPREL_CASE:
    case CHY_DEPREL_COMPOUND:
    case CHY_DEPREL_DET:
    case CHY_DEPREL_FLAT:
    case CHY_DEPREL_NMOD:
    case CHY_DEPREL_NMOD_POSS:
    case CHY_DEPREL_NMOD_UNMARKED:
        return true;
    default:
        return false;
    }
}

/* "She is | due | in Suva on Friday", with "due in" taken for the preposition of the place: "due"
 * is what she is, and all but the place's own words is of it. */
static void mend_places(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t due = first + 1; due + 2 < first + count; due++) {
        chy_word *of = &words[due];
        uint32_t place = of->head;
        bool leads = chy_same(words[due + 1].form, "in") || chy_same(words[due + 1].form, "at");
        if (!leads || !chy_same(of->form, "due") || !chy_same(words[due - 1].lemma, "be") ||
            of->deprel != CHY_DEPREL_CASE || place == CHY_NONE || place <= due ||
            words[due - 1].head != place ||
            (words[due + 1].head != due && words[due + 1].head != place))
            continue;
        of->head = words[place].head;
        of->deprel = words[place].deprel;
        of->upos = CHY_UPOS_ADJ;
        chy_word_retag(of, "JJ", "Degree=Pos");
        for (uint32_t i = first; i < first + count; i++) {
            if (words[i].head != place || (i > due && is_of_place(&words[i]))) continue;
            words[i].head = due;
        }
        words[due + 1].head = place;
        words[due + 1].deprel = CHY_DEPREL_CASE;
        words[place].head = due;
        words[place].deprel = CHY_DEPREL_OBL;
    }
}

void chy_due_mend(chy_word *words, uint32_t first, uint32_t count) {
    mend_infinitives(words, first, count);
    mend_copulas(words, first, count);
    mend_places(words, first, count);
}
