#include "syntax/mend.h"

#include "syntax/labels.h"

#include <string.h>

/* What noun phrases have wrong; what clauses have, in mend.c. */

bool chy_has_xpos(const chy_word *word, const char *xpos) {
    return word->xpos != NULL && strcmp(word->xpos, xpos) == 0;
}

static bool is_modifier(const chy_word *word) {
    return word->deprel == CHY_DEPREL_AMOD || word->deprel == CHY_DEPREL_COMPOUND;
}

/* "U.S. and Chinese officials": a coordinator hung from the noun behind two of its modifiers joins
 * them. */
static void mend_modifiers(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 1; i + 2 < first + count; i++) {
        chy_word *before = &words[i - 1], *behind = &words[i + 1];
        uint32_t noun = words[i].head;
        if (words[i].deprel != CHY_DEPREL_CC || noun <= i + 1 || noun >= first + count ||
            words[noun].deprel == CHY_DEPREL_CONJ || before->head != noun || behind->head != noun ||
            !is_modifier(before) || !is_modifier(behind))
            continue;
        words[i].head = i + 1;
        behind->head = i - 1;
        behind->deprel = CHY_DEPREL_CONJ;
    }
}

/* Whether a word is part of the name of one that modifies a noun: "South | Korean", "Sierra |
 * Leone", and of one that possesses it "the | Gambia". */
static bool is_of_name(const chy_word *word, chy_deprel modifier) {
    return word->deprel == CHY_DEPREL_COMPOUND || word->deprel == CHY_DEPREL_FLAT ||
           (modifier == CHY_DEPREL_NMOD_POSS &&
            (word->deprel == CHY_DEPREL_DET || word->deprel == CHY_DEPREL_AMOD));
}

/* Gives a noun the place that the first of two words joined before it was taken for, with all that
 * hangs there but its name, and makes that one its modifier. */
static void put_noun_first(chy_word *words, uint32_t first, uint32_t count, uint32_t one,
                           uint32_t second, uint32_t noun, chy_deprel modifier) {
    words[noun].head = words[one].head;
    words[noun].deprel = words[one].deprel;
    for (uint32_t c = first; c < first + count; c++) {
        bool name = c < second && is_of_name(&words[c], modifier);
        if (words[c].head == one && c != second && !name) words[c].head = noun;
    }
    words[one].head = noun;
    words[one].deprel = (uint8_t)modifier;
    words[second - 1].head = second;
}

/* "Thai and Malay border guards": the first nation taken for the party, with the second and the
 * noun both beside it, is one of the noun's two modifiers. */
static void mend_nations(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i + 3 < first + count; i++) {
        chy_word *nation = &words[i], *link = &words[i + 1], *other = &words[i + 2];
        if (nation->upos != CHY_UPOS_PROPN || link->deprel != CHY_DEPREL_CC ||
            !(other->upos == CHY_UPOS_ADJ || chy_has_xpos(other, "JJ")) || other->head != i ||
            other->deprel != CHY_DEPREL_CONJ)
            continue;
        uint32_t noun = i + 3;
        while (noun + 1 < first + count && words[noun].deprel == CHY_DEPREL_COMPOUND)
            noun++;
        if (words[noun].head != i || words[noun].deprel != CHY_DEPREL_CONJ ||
            words[noun].upos != CHY_UPOS_NOUN)
            continue;
        put_noun_first(words, first, count, i, i + 2, noun, CHY_DEPREL_AMOD);
        nation->upos = other->upos = CHY_UPOS_ADJ;
    }
}

/* "His counterpart Petr and Slovak President | Peter": one with a title of his own stands beside
 * the counterpart, not in apposition to him. */
static void mend_apposed(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 1; i < first + count; i++) {
        if (words[i].deprel != CHY_DEPREL_NMOD_DESC) continue;
        chy_word *titled = words[i].head < first + count ? &words[words[i].head] : NULL;
        if (titled == NULL || words[i].head <= i || titled->deprel != CHY_DEPREL_CONJ) continue;
        uint32_t name = titled->head;
        if (name < first || name >= i || words[name].deprel != CHY_DEPREL_APPOS) continue;
        uint32_t noun = words[name].head;
        if (noun >= first && noun < name && chy_has_xpos(&words[noun], "NN")) titled->head = noun;
    }
}

/* Whether a noun has an article or an owner of its own. */
static bool has_own(const chy_word *words, uint32_t first, uint32_t noun) {
    for (uint32_t i = first; i < noun; i++) {
        bool own = words[i].deprel == CHY_DEPREL_DET || words[i].deprel == CHY_DEPREL_NMOD_POSS;
        if (own && words[i].head == noun) return true;
    }
    return false;
}

/* "The president and the premier, | Luis Vega": of two with articles or owners of their own the one
 * right before is named. */
static void mend_named_last(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t name = first + 3; name < first + count; name++) {
        uint32_t one = words[name].head, last = CHY_NONE;
        if (words[name].deprel != CHY_DEPREL_APPOS || words[name].upos != CHY_UPOS_PROPN ||
            one < first || one >= name || !chy_has_xpos(&words[one], "NN"))
            continue;
        for (uint32_t c = one + 1; c < name; c++) {
            if (words[c].head == one && words[c].deprel == CHY_DEPREL_CONJ) last = c;
        }
        if (last != CHY_NONE && chy_has_xpos(&words[last], "NN") && has_own(words, first, one) &&
            has_own(words, first, last))
            words[name].head = last;
    }
}

/* "The meeting between A and her counterpart": what is between A and another is no second meeting;
 * the one who stands alone behind "between" has beside him who hangs beside the noun. */
static void mend_between(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 1; i < first + count; i++) {
        uint32_t party = words[i].head, noun;
        if (words[i].deprel != CHY_DEPREL_CASE || words[i].lemma == NULL ||
            strcmp(words[i].lemma, "between") != 0 || party <= i || party >= first + count ||
            words[party].deprel != CHY_DEPREL_NMOD || chy_has_xpos(&words[party], "NNS"))
            continue;
        noun = words[party].head;
        uint32_t other = CHY_NONE;
        for (uint32_t c = party + 1; c < first + count; c++) {
            if (words[c].deprel != CHY_DEPREL_CONJ) continue;
            if (words[c].head == party) break;
            if (words[c].head != noun || noun >= party) continue;
            other = c;
            break;
        }
        if (other != CHY_NONE) words[other].head = party;
    }
}

/* The plural noun behind a possessor, past its modifiers: "Ethiopia's foreign | ministers";
 * CHY_NONE where something else stands there. `mark`: the word "'s". */
static uint32_t owned_plural(const chy_word *words, uint32_t end, uint32_t mark) {
    for (uint32_t i = mark + 1; i < end; i++) {
        if (chy_has_xpos(&words[i], "NNS") && words[i].deprel == CHY_DEPREL_CONJ) return i;
        if (!is_modifier(&words[i]) && words[i].deprel != CHY_DEPREL_NUMMOD) return CHY_NONE;
    }
    return CHY_NONE;
}

/* "Kenya and Ethiopia's foreign ministers met", taken for Kenya and some ministers: both possess
 * them. */
static void mend_possessors(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t mark = first + 3; mark + 1 < first + count; mark++) {
        uint32_t last = mark - 1, one = words[last].head;
        if (words[mark].deprel != CHY_DEPREL_CASE || words[mark].head != last ||
            !chy_has_xpos(&words[mark], "POS") || words[last].deprel != CHY_DEPREL_CONJ ||
            one < first || one >= last || words[last - 1].deprel != CHY_DEPREL_CC)
            continue;
        uint32_t owned = owned_plural(words, first + count, mark);
        if (owned == CHY_NONE || (words[owned].head != one && words[owned].head != last)) continue;
        put_noun_first(words, first, count, one, last, owned, CHY_DEPREL_NMOD_POSS);
    }
}

bool chy_is_subject(const chy_word *word) {
    return word->deprel == CHY_DEPREL_NSUBJ || word->deprel == CHY_DEPREL_NSUBJ_PASS;
}

/* "between Burkina | Faso and Ghana": two names side by side in one relation, of which only the
 * first has a preposition, are one. */
static void mend_halves(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i + 1 < first + count; i++) {
        chy_word *one = &words[i], *name = &words[i + 1];
        bool phrase = one->deprel == CHY_DEPREL_OBL || one->deprel == CHY_DEPREL_NMOD;
        if (!phrase || name->deprel != one->deprel || name->head != one->head || one->head > i ||
            one->upos != CHY_UPOS_PROPN || name->upos != CHY_UPOS_PROPN)
            continue;
        for (uint32_t c = first; c < first + count; c++)
            if (words[c].head == i) words[c].head = i + 1;
        one->head = i + 1;
        one->deprel = CHY_DEPREL_COMPOUND;
    }
}

/* "The drivers' union | SMAQ said", "Burkina | Faso left": two side by side that a verb behind them
 * has both for its subject are one; the name of a noun is in apposition to it, "Presidents | Lula
 * and Petro" are titled. */
static void mend_names(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i + 1 < first + count; i++) {
        chy_word *one = &words[i], *name = &words[i + 1];
        if (name->upos != CHY_UPOS_PROPN || name->head <= i + 1 || one->head != name->head ||
            !chy_is_subject(one) || !chy_is_subject(name))
            continue;
        bool titles = chy_has_xpos(one, "NNS");
        bool noun = one->upos == CHY_UPOS_NOUN && !titles;
        if (!noun && !titles && one->upos != CHY_UPOS_PROPN) continue;
        for (uint32_t c = first; c < first + count; c++) {
            if (noun && words[c].head == i + 1 && words[c].deprel == CHY_DEPREL_CONJ)
                words[c].head = i;
            else if (!noun && words[c].head == i)
                words[c].head = i + 1;
        }
        (noun ? name : one)->head = noun ? i : i + 1;
        (noun ? name : one)->deprel = noun     ? CHY_DEPREL_APPOS
                                      : titles ? CHY_DEPREL_NMOD_DESC
                                               : CHY_DEPREL_COMPOUND;
    }
}

/* "Ana Cruz and Peru's | Luis Vega met", with Peru beside the two: it possesses the next that
 * stands there, past what modifies that. */
static void mend_owners(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t mark = first + 1; mark + 1 < first + count; mark++) {
        uint32_t owner = mark - 1, owned = mark + 1;
        if (!chy_has_xpos(&words[mark], "POS") || words[mark].head != owner ||
            words[owner].deprel != CHY_DEPREL_CONJ)
            continue;
        while (owned < first + count && words[owned].head > owned &&
               (is_modifier(&words[owned]) || words[owned].deprel == CHY_DEPREL_NMOD_DESC))
            owned++;
        if (owned == first + count || words[owned].deprel != CHY_DEPREL_CONJ ||
            words[owned].head != words[owner].head)
            continue;
        for (uint32_t c = first; c < owner; c++) {
            if (words[c].head == owner && words[c].deprel == CHY_DEPREL_CC) words[c].head = owned;
        }
        words[owner].head = owned;
        words[owner].deprel = CHY_DEPREL_NMOD_POSS;
    }
}

/* Whether a title stands before a name that it hangs from; `*title`: the last such one. */
static bool has_title(const chy_word *words, uint32_t first, uint32_t name, uint32_t *title) {
    bool found = false;
    for (uint32_t i = first; i < name; i++) {
        if (words[i].head != name || words[i].deprel != CHY_DEPREL_NMOD_DESC) continue;
        *title = i;
        found = true;
    }
    return found;
}

/* "President Ana Cruz, Premier | Luis Vega and the envoy met": of several with titles of their own
 * the second is no apposition to the first, and his title is his. */
static void mend_listed(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t name = first + 2; name < first + count; name++) {
        uint32_t one = words[name].head, title = CHY_NONE, own = name - 1;
        if (words[name].deprel != CHY_DEPREL_APPOS || words[name].upos != CHY_UPOS_PROPN ||
            one < first || one >= name || words[one].upos != CHY_UPOS_PROPN ||
            words[own].deprel != CHY_DEPREL_NMOD_DESC ||
            (words[own].head != one && words[own].head != name) || own < one ||
            !has_title(words, first, one, &title) || title > one)
            continue;
        bool others = false;
        for (uint32_t c = name + 1; c < first + count; c++) {
            others = others || ((words[c].head == one || words[c].head == name) &&
                                words[c].deprel == CHY_DEPREL_CONJ);
        }
        if (!others) continue;
        words[name].deprel = CHY_DEPREL_CONJ;
        words[own].head = name;
        for (uint32_t c = name + 1; c < first + count; c++) {
            if (words[c].head == name && words[c].deprel == CHY_DEPREL_CONJ) words[c].head = one;
        }
    }
}

/* Whether a verb has an object; whether a mark stands between it and a word behind it; whether a
 * preposition before that word hangs from it. */
typedef struct behind_verb {
    bool object, mark, preposition;
} behind_verb;

static behind_verb look_behind(const chy_word *words, uint32_t first, uint32_t count, uint32_t verb,
                               uint32_t word) {
    behind_verb found = {false, false, false};
    for (uint32_t c = first; c < first + count; c++) {
        found.object = found.object || (words[c].head == verb && words[c].deprel == CHY_DEPREL_OBJ);
        found.mark = found.mark || (c > verb && c < word && words[c].upos == CHY_UPOS_PUNCT);
        found.preposition = found.preposition || (c > verb && c < word && words[c].head == word &&
                                                  words[c].deprel == CHY_DEPREL_CASE);
    }
    return found;
}

/* "Premier X received | the president of Y", "X met | with the premier of Y": no apposition reaches
 * over the verb whose subject it is said of. */
static void mend_across(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 2; i < first + count; i++) {
        uint32_t subject = words[i].head;
        bool apposed =
            words[i].deprel == CHY_DEPREL_APPOS || words[i].deprel == CHY_DEPREL_NMOD_DESC;
        if (!apposed || subject < first || subject >= i || !chy_is_subject(&words[subject]))
            continue;
        uint32_t verb = words[subject].head;
        if (verb <= subject || verb >= i || words[verb].upos != CHY_UPOS_VERB) continue;
        behind_verb found = look_behind(words, first, count, verb, i);
        if (found.mark || (found.object && !found.preposition)) continue;
        words[i].head = verb;
        words[i].deprel = found.preposition ? CHY_DEPREL_OBL : CHY_DEPREL_OBJ;
    }
}

/* "South Africa | 's foreign ministry": the mark is of the possessor, not of what he has. */
static void mend_marks(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 1; i < first + count; i++) {
        uint32_t owned = words[i].head, owner = i - 1;
        if (!chy_has_xpos(&words[i], "POS") || owned == CHY_NONE || owned <= i) continue;
        if (words[owner].deprel == CHY_DEPREL_FLAT) owner = words[owner].head;
        if (owner < i && words[owner].head == owned) words[i].head = owner;
    }
}

/* "called | on Kenya's President X": a preposition is of whom the title names, not of the title. */
static void mend_titles(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i < first + count; i++) {
        uint32_t title = words[i].head;
        if (words[i].deprel == CHY_DEPREL_CASE && title != CHY_NONE && title > i &&
            words[title].deprel == CHY_DEPREL_NMOD_DESC && words[title].head > title)
            words[i].head = words[title].head;
    }
}

/* The noun that a verb of naming gives to "what": "what her office called useful | talks", "what he
 * described as a | meeting"; CHY_NONE for none. */
static uint32_t name_of_what(const chy_word *words, uint32_t end, uint32_t naming) {
    for (uint32_t i = naming + 1; i < end; i++) {
        uint8_t deprel = words[i].deprel;
        bool name = deprel == CHY_DEPREL_XCOMP || deprel == CHY_DEPREL_OBJ;
        for (uint32_t c = naming + 1; c < i && deprel == CHY_DEPREL_OBL; c++)
            name = name || (words[c].head == i && chy_same(words[c].form, "as"));
        if (words[i].head == naming && words[i].upos == CHY_UPOS_NOUN && name) return i;
    }
    return CHY_NONE;
}

bool chy_names_so(const chy_word *verb) {
    static const char *const verbs[] = {"brand", "call",     "characterise", "characterize",
                                        "deem",  "describe", "label",        "term"};
    return chy_is_listed(verb->lemma, verbs, CHY_COUNT_OF(verbs));
}

/* "held | what he called useful talks": the talks are what was held, and he calls them so. */
static void mend_what(chy_word *words, uint32_t first, uint32_t count) {
    uint32_t end = first + count;
    for (uint32_t naming = first + 2; naming < end; naming++) {
        uint32_t what = words[naming].head;
        if (words[naming].deprel != CHY_DEPREL_ACL_RELCL || what < first || what >= naming ||
            !chy_same(words[what].form, "what") || words[what].head == CHY_NONE ||
            !chy_names_so(&words[naming]))
            continue;
        uint32_t noun = name_of_what(words, end, naming);
        if (noun == CHY_NONE) continue;
        for (uint32_t c = first; c < end; c++) {
            if (words[c].head == what && c != naming) words[c].head = noun;
            if (words[c].head == noun && c > naming && chy_same(words[c].form, "as")) {
                words[c].head = naming;
                words[c].deprel = CHY_DEPREL_ADVMOD;
                words[c].upos = CHY_UPOS_ADV;
            }
            if (c > noun && words[c].head == naming && words[c].deprel == CHY_DEPREL_OBL) {
                words[c].head = noun;
                words[c].deprel = CHY_DEPREL_NMOD;
            }
        }
        words[noun].head = words[what].head;
        words[noun].deprel = words[what].deprel;
        words[naming].head = noun;
        words[what].head = naming;
        words[what].deprel = CHY_DEPREL_OBJ;
    }
}

/* "spoke at length | with the king", "examined in detail | by the king": what stands behind the
 * manner of a deed is of the deed. */
static void mend_manners(chy_word *words, uint32_t first, uint32_t count) {
    static const char *const manners[] = {"depth",  "detail", "earnest", "full",
                                          "length", "person", "private", "public"};
    for (uint32_t i = first + 1; i < first + count; i++) {
        uint32_t manner = words[i].head;
        if (words[i].deprel != CHY_DEPREL_NMOD || manner == CHY_NONE || manner >= i ||
            words[manner].deprel != CHY_DEPREL_OBL || words[manner].head == CHY_NONE ||
            manner == first || words[manner - 1].deprel != CHY_DEPREL_CASE ||
            words[manner - 1].head != manner ||
            !chy_is_listed(words[manner].lemma, manners, CHY_COUNT_OF(manners)))
            continue;
        bool by = false, passive = false;
        for (uint32_t c = first; c < i; c++) {
            by = by || (words[c].head == i && c > manner && chy_same(words[c].form, "by"));
            passive = passive || (words[c].head == words[manner].head &&
                                  words[c].deprel == CHY_DEPREL_NSUBJ_PASS);
        }
        words[i].head = words[manner].head;
        words[i].deprel = by && passive ? CHY_DEPREL_OBL_AGENT : CHY_DEPREL_OBL;
    }
}

/* Makes a noun of a word taken for a verb, its phrases with it. */
void chy_make_noun(chy_word *words, uint32_t first, uint32_t count, uint32_t i) {
    words[i].upos = CHY_UPOS_NOUN;
    if (chy_has_xpos(&words[i], "VBG")) words[i].lemma = words[i].form;
    chy_word_retag(&words[i], "NN", "Number=Sing");
    for (uint32_t c = i + 1; c < first + count; c++)
        if (words[c].head == i && words[c].deprel == CHY_DEPREL_OBL)
            words[c].deprel = CHY_DEPREL_NMOD;
}

/* "| Talk in town was that": a verb in its base form that is a subject is a noun. */
static void mend_subject_nouns(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i < first + count; i++) {
        bool base = chy_has_xpos(&words[i], "VB") || chy_has_xpos(&words[i], "VBP");
        if (words[i].upos != CHY_UPOS_VERB || !chy_is_subject(&words[i]) || !base) continue;
        bool own = false;
        for (uint32_t c = first; c < first + count && !own; c++)
            own = words[c].head == i &&
                  (chy_is_subject(&words[c]) || words[c].deprel == CHY_DEPREL_OBJ ||
                   words[c].deprel == CHY_DEPREL_MARK);
        if (!own) chy_make_noun(words, first, count, i);
    }
}

/* "There has been | whispering about it", taken for what somebody has been doing. */
static void mend_there(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 2; i < first + count; i++) {
        chy_word *noun = &words[i], *be = &words[i - 1];
        bool there = false;
        for (uint32_t c = first; c + 1 < i && !there; c++)
            there = words[c].head == i && words[c].deprel == CHY_DEPREL_EXPL &&
                    chy_has_xpos(&words[c], "EX");
        if (!there || noun->upos != CHY_UPOS_VERB || !chy_has_xpos(noun, "VBG") || be->head != i ||
            !chy_same(be->lemma, "be"))
            continue;
        be->head = noun->head;
        be->deprel = noun->deprel;
        noun->head = i - 1;
        noun->deprel = CHY_DEPREL_NSUBJ;
        be->upos = CHY_UPOS_VERB;
        chy_make_noun(words, first, count, i);
        for (uint32_t c = first; c < first + count; c++) {
            bool mark = words[c].deprel == CHY_DEPREL_PUNCT;
            if (words[c].head == i && (c < i || mark)) words[c].head = i - 1;
        }
    }
}

void chy_nouns_mend(chy_word *words, uint32_t first, uint32_t count) {
    mend_marks(words, first, count);
    mend_titles(words, first, count);
    mend_manners(words, first, count);
    mend_subject_nouns(words, first, count);
    mend_there(words, first, count);
    mend_what(words, first, count);
    mend_modifiers(words, first, count);
    mend_possessors(words, first, count);
    mend_halves(words, first, count);
    mend_owners(words, first, count);
    mend_listed(words, first, count);
    mend_names(words, first, count);
    mend_between(words, first, count);
    mend_apposed(words, first, count);
    mend_named_last(words, first, count);
    mend_across(words, first, count);
    mend_nations(words, first, count);
}
