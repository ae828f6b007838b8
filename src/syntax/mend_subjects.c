/* Verbs whose subject the tree hung elsewhere before them; what else clauses have wrong, in mend.c.
 */
#include "syntax/mend.h"

#include "syntax/labels.h"

/* Whether a word is a subject, be it that of a clause around another. */
static bool is_subject(const chy_word *word) {
    return chy_is_subject(word) || word->deprel == CHY_DEPREL_NSUBJ_OUTER;
}

/* Whether a past lacks a subject, and is neither a passive nor beside another verb. */
static bool lacks_subject(const chy_word *words, uint32_t first, uint32_t count, uint32_t verb) {
    bool top = words[verb].deprel == CHY_DEPREL_ROOT || words[verb].deprel == CHY_DEPREL_CCOMP;
    if (words[verb].upos != CHY_UPOS_VERB || !top || !chy_has_xpos(&words[verb], "VBD"))
        return false;
    for (uint32_t c = first; c < first + count; c++) {
        uint8_t deprel = words[c].deprel;
        if (words[c].head == verb && (is_subject(&words[c]) || deprel == CHY_DEPREL_CC ||
                                      deprel == CHY_DEPREL_CSUBJ || deprel == CHY_DEPREL_AUX_PASS))
            return false;
    }
    return true;
}

/* Whether a word has a subject behind another. */
static bool has_subject_behind(const chy_word *words, uint32_t first, uint32_t count, uint32_t word,
                               uint32_t behind) {
    for (uint32_t c = behind + 1; c < first + count; c++)
        if (words[c].head == word && is_subject(&words[c])) return true;
    return false;
}

static bool has_child_before(const chy_word *words, uint32_t first, uint32_t word, uint8_t deprel) {
    for (uint32_t c = first; c < word; c++)
        if (words[c].head == word && words[c].deprel == deprel) return true;
    return false;
}

/* "The ministers of Fiji and Tonga, | X and Y, met": behind two states that "and" joins, two names
 * that "and" joins again are no more states, but who the ministers are. */
static void mend_office_holders(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t state = first + 2; state + 3 < first + count; state++) {
        uint32_t noun = words[state].head;
        if (words[state].deprel != CHY_DEPREL_NMOD || noun >= state ||
            !chy_has_xpos(&words[noun], "NNS") ||
            !has_child_before(words, first, state, CHY_DEPREL_CASE))
            continue;
        uint32_t joined[3] = {CHY_NONE, CHY_NONE, CHY_NONE}, found = 0;
        for (uint32_t c = state + 1; c < first + count && found < CHY_COUNT_OF(joined); c++)
            if (words[c].head == state && words[c].deprel == CHY_DEPREL_CONJ) joined[found++] = c;
        if (found < CHY_COUNT_OF(joined) ||
            !has_child_before(words, first, joined[0], CHY_DEPREL_CC) ||
            has_child_before(words, first, joined[1], CHY_DEPREL_CC) ||
            !has_child_before(words, first, joined[1], CHY_DEPREL_PUNCT) ||
            !has_child_before(words, first, joined[2], CHY_DEPREL_CC))
            continue;
        words[joined[1]].head = noun;
        words[joined[1]].deprel = CHY_DEPREL_APPOS;
        words[joined[2]].head = joined[1];
    }
}

/* "a meeting between A and B, | which took place in Lima": of the meeting, not of B. */
static void mend_took_place(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t place = first + 2; place < first + count; place++) {
        uint32_t took = words[place].head;
        if (!chy_same(words[place].form, "place") || words[place].deprel != CHY_DEPREL_OBJ ||
            took < first || took >= place || !chy_same(words[took].lemma, "take") ||
            words[took].deprel != CHY_DEPREL_ACL_RELCL)
            continue;
        uint32_t noun = words[took].head;
        while (noun != CHY_NONE && noun < took && words[noun].upos == CHY_UPOS_PROPN)
            noun = words[noun].head;
        if (noun != CHY_NONE && noun < took && words[noun].upos == CHY_UPOS_NOUN)
            words[took].head = noun;
    }
}

/* Whether a word is taken for who acts in a passive without "by", or, behind "described as frank,",
 * for who is so described by that name. */
static bool is_misplaced(const chy_word *words, uint32_t first, uint32_t word) {
    uint32_t head = words[word].head;
    if (head >= word || has_child_before(words, first, word, CHY_DEPREL_CASE)) return false;
    if (words[word].deprel == CHY_DEPREL_OBL_AGENT) return true;
    bool as = false;
    for (uint32_t c = first; c < head; c++)
        as = as || (words[c].head == head && chy_same(words[c].form, "as"));
    if (!as || words[word].deprel != CHY_DEPREL_APPOS) return false;
    return words[head].form[0] >= 'a' && words[head].form[0] <= 'z';
}

/* "In a mood described as sober, | the premier and the envoy, Y, met": nobody acts in a passive
 * without "by"; who is taken for that acts in the clause behind, and the name behind him is his, or
 * that of who stands beside him. */
static void mend_agents(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t agent = first + 2; agent < first + count; agent++) {
        if (!is_misplaced(words, first, agent)) continue;
        uint32_t above = words[agent].head, verb = above;
        while (verb < agent)
            verb = words[verb].head;
        if (verb >= first + count || !chy_has_tense(&words[verb])) continue;
        uint32_t last = agent, name = CHY_NONE;
        for (uint32_t c = agent + 1; c < verb; c++) {
            bool beside = words[c].deprel == CHY_DEPREL_CONJ;
            if (beside && words[c].head == above) words[c].head = agent;
            if (beside && words[c].head == agent) last = c;
            if (words[c].head == verb && is_subject(&words[c])) name = c;
        }
        words[agent].head = verb;
        words[agent].deprel = CHY_DEPREL_NSUBJ;
        if (name == CHY_NONE || words[name].upos != CHY_UPOS_PROPN) continue;
        words[name].head = last;
        words[name].deprel = CHY_DEPREL_APPOS;
    }
}

/* "called the talks | frank": said of the talks by the verb, not along with them. */
static void mend_naming(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 2; i < first + count; i++) {
        uint32_t noun = words[i].head;
        if (words[i].deprel != CHY_DEPREL_AMOD || words[i].upos != CHY_UPOS_ADJ || noun >= i ||
            noun < first || words[noun].deprel != CHY_DEPREL_OBJ)
            continue;
        uint32_t verb = words[noun].head;
        if (verb >= noun || !chy_names_so(&words[verb])) continue;
        words[i].head = verb;
        words[i].deprel = CHY_DEPREL_XCOMP;
    }
}

/* "According to Colonel X, the spokesman, the minister, Y, | received Z", "A member, Y, | said, 'We
 * met'": a past without a subject has for it what stands before it and is taken for an apposition
 * in the phrase in front, or for a second subject of what is said. */
void chy_subjects_mend(chy_word *words, uint32_t first, uint32_t count) {
    mend_office_holders(words, first, count);
    mend_took_place(words, first, count);
    mend_agents(words, first, count);
    mend_naming(words, first, count);
    for (uint32_t verb = first + 2; verb < first + count; verb++) {
        if (!lacks_subject(words, first, count, verb)) continue;
        uint32_t at = verb - 1;
        while (at > first && words[at].upos == CHY_UPOS_PUNCT)
            at--;
        uint32_t apposed = CHY_NONE, top = at;
        bool acts = false; /* before the verb, by another one */
        for (; at < verb; at = words[at].head) {
            if (words[at].deprel == CHY_DEPREL_APPOS) apposed = at;
            acts = acts || is_subject(&words[at]);
            top = at;
        }
        bool told = at != verb && at < first + count && words[at].head == verb &&
                    is_subject(&words[top]) && has_subject_behind(words, first, count, at, verb);
        uint32_t subject = told ? top : at == verb && !acts ? apposed : (uint32_t)CHY_NONE;
        if (subject == CHY_NONE) continue;
        words[subject].head = verb;
        words[subject].deprel = CHY_DEPREL_NSUBJ;
    }
}
