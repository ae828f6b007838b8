#include "syntax/mend.h"

#include "syntax/labels.h"

#include <string.h>

/* What hangs from a word: the first and the last plain subject, the first of a passive, a reported
 * clause, an object, an auxiliary or "to". */
typedef struct dependents {
    uint32_t first_subject, last_subject, undergoer, reported, mark, object;
    bool helped;
} dependents;

static void gather(const chy_word *words, uint32_t first, uint32_t count, dependents *of) {
    for (uint32_t i = 0; i < count; i++) {
        of[i] = (dependents){CHY_NONE, CHY_NONE, CHY_NONE, CHY_NONE, CHY_NONE, CHY_NONE, false};
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t head = words[first + i].head;
        if (head < first || head >= first + count) continue;
        dependents *at = &of[head - first];
        switch (words[first + i].deprel) {
        case CHY_DEPREL_NSUBJ:
            if (at->first_subject == CHY_NONE) at->first_subject = i;
            at->last_subject = i;
            break;
        case CHY_DEPREL_NSUBJ_PASS:
            if (at->undergoer == CHY_NONE) at->undergoer = i;
            break;
        case CHY_DEPREL_CCOMP:
        case CHY_DEPREL_PARATAXIS:
            if (at->reported == CHY_NONE) at->reported = i;
            break;
        case CHY_DEPREL_OBJ:
        case CHY_DEPREL_IOBJ:
            if (at->object == CHY_NONE) at->object = i;
            break;
        case CHY_DEPREL_MARK:
            if (at->mark == CHY_NONE) at->mark = i;
            at->helped = true;
            break;
        case CHY_DEPREL_AUX:
        case CHY_DEPREL_AUX_PASS:
            at->helped = true;
            break;
        default:
            break;
        }
    }
}

static bool is_comma(const chy_word *word) {
    return chy_same(word->form, ",");
}

/* "said | on Sunday in Goma | that rebels had attacked": nothing that stands between a verb and the
 * word that opens its clause is of that clause. */
static void mend_marked(chy_word *words, uint32_t first, uint32_t count, const dependents *of) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t clause = words[first + i].head - first;
        if (clause >= count || words[first + clause].deprel != CHY_DEPREL_CCOMP) continue;
        uint32_t mark = of[clause].mark, verb = words[first + clause].head - first;
        bool phrase = words[first + i].deprel == CHY_DEPREL_OBL ||
                      words[first + i].deprel == CHY_DEPREL_OBL_UNMARKED;
        if (phrase && mark != CHY_NONE && verb < i && i < mark && mark < clause)
            words[first + i].head = first + verb;
    }
}

void chy_word_retag(chy_word *word, const char *xpos, const char *feats) {
    word->xpos = xpos;
    word->feats = feats;
    (void)chy_feats_read(chy_slice_of(feats), &word->feat_bits);
}

/* "News | spread that he had fled", taken for a spread of news. */
static bool is_taken_for_noun(const chy_word *words, uint32_t first, uint32_t count, uint32_t i) {
    return i > 0 && i + 1 < count && chy_has_xpos(&words[first + i], "NN") &&
           words[first + i].deprel == CHY_DEPREL_ROOT &&
           words[first + i - 1].upos == CHY_UPOS_NOUN && words[first + i - 1].head == first + i &&
           words[first + i - 1].deprel == CHY_DEPREL_COMPOUND &&
           chy_same(words[first + i + 1].form, "that");
}

/* '"...," | read a card', "the envoy | put it": a verb whose past is as its base is neither an
 * infinitive nor a command behind words that are quoted, or behind its subject. */
static void mend_tenses(chy_word *words, uint32_t first, uint32_t count, const dependents *of) {
    static const char *const verbs[] = {"bid",  "cast", "cut",   "hit",    "hurt",  "let",
                                        "put",  "quit", "read",  "set",    "shed",  "shut",
                                        "slit", "spit", "split", "spread", "thrust"};
    for (uint32_t i = 1; i < count; i++) {
        chy_word *verb = &words[first + i];
        bool main = verb->deprel == CHY_DEPREL_ROOT || verb->deprel == CHY_DEPREL_PARATAXIS;
        bool noun = is_taken_for_noun(words, first, count, i);
        if (!(chy_has_xpos(verb, "VB") || noun) || !main || of[i].helped ||
            !chy_is_listed(verb->lemma, verbs, CHY_COUNT_OF(verbs)))
            continue;
        if (noun) {
            verb->upos = CHY_UPOS_VERB;
            verb[-1].deprel = CHY_DEPREL_NSUBJ;
        }
        bool quoted = i > 1 && ((chy_has_xpos(verb - 1, "''") && is_comma(verb - 2)) ||
                                (chy_has_xpos(verb - 2, "''") && is_comma(verb - 1)));
        /* "The note | read: ...", taken for what somebody is to read. */
        bool taken = of[i].first_subject == CHY_NONE && of[i].object < i &&
                     words[first + of[i].object].upos == CHY_UPOS_NOUN;
        if (taken) words[first + of[i].object].deprel = CHY_DEPREL_NSUBJ;
        if (of[i].first_subject < i || taken || quoted || noun)
            chy_word_retag(verb, "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin");
    }
}

/* "..., the two governments | announced": the subject of a past with no auxiliary, but for a
 * headline's, acts. */
static void mend_voices(chy_word *words, uint32_t first, uint32_t count, const dependents *of) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t head = words[first + i].head - first;
        if (words[first + i].deprel == CHY_DEPREL_NSUBJ_PASS && head < count && !of[head].helped &&
            words[first + head].deprel != CHY_DEPREL_ROOT &&
            chy_has_xpos(&words[first + head], "VBD"))
            words[first + i].deprel = CHY_DEPREL_NSUBJ;
    }
}

/* "A note, | slipped under the door, said that": between the commas behind a subject a past without
 * a subject of its own is said of it, not by it. */
static void mend_participles(chy_word *words, uint32_t first, uint32_t count,
                             const dependents *of) {
    for (uint32_t i = 2; i + 1 < count; i++) {
        chy_word *verb = &words[first + i];
        uint32_t head = verb->head - first;
        if (verb->upos != CHY_UPOS_VERB || verb->deprel != CHY_DEPREL_CCOMP || head >= count ||
            head <= i || !(chy_has_xpos(verb, "VBD") || chy_has_xpos(verb, "VBN")) ||
            of[i].helped || of[i].first_subject != CHY_NONE || of[head].first_subject >= i ||
            !is_comma(&words[first + i - 1]) || !is_comma(&words[first + head - 1]))
            continue;
        verb->head = first + of[head].first_subject;
        verb->deprel = CHY_DEPREL_ACL;
        chy_word_retag(verb, "VBN", "Tense=Past|VerbForm=Part");
    }
}

/* Whether a word of this relation before another hangs from it: the preposition in "with | the
 * envoy", "and" before a verb. */
static bool has_before(const chy_word *words, uint32_t first, uint32_t word, uint8_t deprel) {
    for (uint32_t i = first; i < word; i++) {
        if (words[i].head == word && words[i].deprel == deprel) return true;
    }
    return false;
}

/* Each on both sides of a verb, or before a reported clause: whose subject is whose. */
static void mend_subjects(chy_word *words, uint32_t first, uint32_t count, const dependents *of) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t a = of[i].first_subject;
        uint32_t b = of[i].last_subject;
        uint32_t told = of[i].reported;
        if (a == b || words[first + i].upos != CHY_UPOS_VERB) continue;
        if (told != CHY_NONE && a < told && told < i && told < b &&
            of[told].first_subject == CHY_NONE) {
            words[first + a].head = first + told;
        } else if (a < i && b > i) {
            if (has_before(words, first, first + b, CHY_DEPREL_CASE))
                words[first + b].deprel = CHY_DEPREL_OBL;
            else if (of[i].object == CHY_NONE)
                words[first + b].deprel = CHY_DEPREL_OBJ;
        }
    }
}

/* Whether a word hangs, as its object or as a second subject, from what is told, or from a verb
 * beside that: "they met, and two men were held, | an aide, Y, said". */
static bool is_told_of(const chy_word *words, uint32_t first, uint32_t count, const dependents *of,
                       uint32_t told, uint32_t word) {
    uint32_t verb = words[first + word].head - first;
    if (verb >= count || verb >= word) return false;
    bool subject = of[verb].first_subject < verb || of[verb].undergoer < verb;
    while (verb > told && verb < count && words[first + verb].deprel == CHY_DEPREL_CONJ) {
        verb = words[first + verb].head - first;
        subject = subject || (verb < count && of[verb].first_subject < verb);
    }
    uint8_t deprel = words[first + word].deprel;
    return verb == told && subject &&
           (deprel == CHY_DEPREL_OBJ || deprel == CHY_DEPREL_NSUBJ ||
            deprel == CHY_DEPREL_NSUBJ_PASS);
}

/* Whether a word is another or hangs from it, over however many words between. */
static bool is_under(const chy_word *words, uint32_t word, uint32_t above) {
    for (uint32_t steps = 0; word != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (word == above) return true;
        word = words[word].head;
    }
    return false;
}

/* "The talks dealt with gas, | his aide, Y, | told": whether a word stands beside a noun of what is
 * told, and all from it to the verb is of it. */
static bool is_apposed(const chy_word *words, uint32_t first, uint32_t told, uint32_t word,
                       uint32_t verb) {
    uint32_t noun = words[first + word].head;
    if (words[first + word].deprel != CHY_DEPREL_APPOS || noun <= first + told ||
        !is_under(words, noun, first + told))
        return false;
    for (uint32_t i = word + 1; i < verb; i++) {
        if (words[first + i].upos != CHY_UPOS_PUNCT && !is_under(words, first + i, first + word))
            return false;
    }
    return true;
}

/* "..., an aide, Y, | told | the Herald": the subject right behind such a verb without an object is
 * who is told, or CHY_NONE. */
static uint32_t hearer_behind(const chy_word *words, uint32_t first, uint32_t verb,
                              const dependents *of) {
    uint32_t subject = of[verb].first_subject;
    bool tells = words[first + verb].lemma != NULL && chy_same(words[first + verb].lemma, "tell");
    bool behind = subject != CHY_NONE && subject > verb && of[verb].object == CHY_NONE;
    return tells && behind ? subject : CHY_NONE;
}

/* "They pored over maps, an aide, Y, | said": who stands behind a comma before a verb of saying
 * that has no subject, and hangs from what is said as its object or as a second subject, says it.
 */
static void mend_tellers(chy_word *words, uint32_t first, uint32_t count, const dependents *of) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t told = of[i].reported;
        uint32_t hearer = hearer_behind(words, first, i, of);
        if (told == CHY_NONE || told > i || words[first + i].upos != CHY_UPOS_VERB ||
            (of[i].first_subject != CHY_NONE && hearer == CHY_NONE))
            continue;
        for (uint32_t w = told + 2; w < i; w++) {
            uint32_t comma = w - 1;
            while (comma > told && words[first + comma].upos != CHY_UPOS_PUNCT &&
                   is_under(words, first + comma, first + w))
                comma--;
            bool tells = is_told_of(words, first, count, of, told, w) ||
                         is_apposed(words, first, told, w, i);
            if (!tells || words[first + comma].upos != CHY_UPOS_PUNCT) continue;
            words[first + w].head = first + i;
            words[first + w].deprel = CHY_DEPREL_NSUBJ;
            if (hearer != CHY_NONE) words[first + hearer].deprel = CHY_DEPREL_IOBJ;
            break;
        }
    }
}

/* "The army stood | ready to fight, the spokesman said": the adjective right behind the verb that
 * is told is of that verb, not of who tells it. */
static void mend_states(chy_word *words, uint32_t first, uint32_t count, const dependents *of) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t told = of[i].reported;
        if (words[first + i].upos != CHY_UPOS_VERB || told >= i ||
            words[first + told].upos != CHY_UPOS_VERB || of[told].first_subject >= told)
            continue;
        uint32_t state = told + 1;
        while (state < i && words[first + state].upos == CHY_UPOS_ADV)
            state++;
        chy_word *word = &words[first + state];
        if (word->head != first + i || word->upos != CHY_UPOS_ADJ ||
            (word->deprel != CHY_DEPREL_XCOMP && word->deprel != CHY_DEPREL_CCOMP))
            continue;
        word->head = first + told;
        word->deprel = CHY_DEPREL_XCOMP;
    }
}

bool chy_has_tense(const chy_word *word) {
    return word->upos == CHY_UPOS_VERB && (chy_has_xpos(word, "VBD") || chy_has_xpos(word, "VBZ"));
}

/* "They went after | the envoy, Y, | spoke": before a finite verb that has no subject, and hangs as
 * a clause, the noun behind a word that may open one is that subject. */
static void mend_openers(chy_word *words, uint32_t first, uint32_t count, const dependents *of) {
    static const char *const openers[] = {"after", "before", "since", "until"};
    for (uint32_t i = 0; i < count; i++) {
        chy_word *opener = &words[first + i];
        uint32_t noun = opener->head - first;
        uint32_t verb = noun < count ? words[first + noun].head - first : count;
        if (opener->deprel != CHY_DEPREL_CASE || verb >= count || i > noun || noun > verb ||
            words[first + noun].deprel != CHY_DEPREL_OBL || !chy_has_tense(&words[first + verb]) ||
            words[first + verb].deprel != CHY_DEPREL_ADVCL || of[verb].helped ||
            of[verb].first_subject != CHY_NONE || of[verb].undergoer != CHY_NONE ||
            !chy_is_one_of(opener->form, openers, CHY_COUNT_OF(openers)))
            continue;
        opener->head = first + verb;
        opener->deprel = CHY_DEPREL_MARK;
        words[first + noun].deprel = CHY_DEPREL_NSUBJ;
    }
}

/* Whether a comma and a conjunction stand right before a word that hangs beside another: ", and |
 * called". */
static bool follows_comma(const chy_word *words, uint32_t first, uint32_t word) {
    return word >= first + 3 && words[word - 1].deprel == CHY_DEPREL_CC &&
           words[word - 1].head == word && words[word - 2].deprel == CHY_DEPREL_PUNCT;
}

/* The nearest verb above a word that is finite, or CHY_NONE. */
static uint32_t finite_above(const chy_word *words, uint32_t first, uint32_t count, uint32_t word) {
    for (uint32_t steps = 0; steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        word = words[word].head;
        if (word < first || word >= first + count) return CHY_NONE;
        if (chy_has_tense(&words[word])) return word;
    }
    return CHY_NONE;
}

/* Whether a reported clause is a passive, and the verb beside it has no subject of its own: "argued
 * that a precedent had been set, and | called for talks". */
static bool is_told_passive(const chy_word *words, uint32_t first, uint32_t count, uint32_t told,
                            uint32_t verb) {
    bool passive = false;
    bool own = false;
    for (uint32_t c = first; c < first + count; c++) {
        passive = passive || (words[c].head == told && words[c].deprel == CHY_DEPREL_AUX_PASS);
        own = own ||
              (words[c].head == verb && c < verb &&
               (words[c].deprel == CHY_DEPREL_NSUBJ || words[c].deprel == CHY_DEPREL_NSUBJ_PASS ||
                words[c].deprel == CHY_DEPREL_AUX_PASS));
    }
    return words[told].deprel == CHY_DEPREL_CCOMP && passive && !own;
}

/* "Talks would go on, the office said | in a statement": behind the verb of saying it is said of
 * that, not of what is told. */
static void mend_crossing(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 2; i < first + count; i++) {
        uint32_t told = words[i].head;
        bool phrase =
            words[i].deprel == CHY_DEPREL_OBL || words[i].deprel == CHY_DEPREL_OBL_UNMARKED;
        if (!phrase || told < first || told >= i || words[told].deprel != CHY_DEPREL_CCOMP)
            continue;
        uint32_t saying = words[told].head;
        if (saying > told && saying < i) words[i].head = saying;
    }
}

/* A finite verb goes neither with a noun ("rejected the demand and | accused") nor with an
 * infinitive ("vowed to stay and | praised"); a participle behind a comma stands around one
 * ("imposed sanctions, | freezing assets"). */
static void mend_conjuncts(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i < first + count; i++) {
        uint32_t beside = words[i].head;
        bool verb = words[i].upos == CHY_UPOS_VERB && words[i].deprel == CHY_DEPREL_CONJ;
        if (!verb || beside < first || beside >= i) continue;
        if (chy_has_xpos(&words[i], "VBG") && chy_has_tense(&words[beside]) &&
            is_comma(&words[i - 1]) && !has_before(words, first, i, CHY_DEPREL_CC))
            words[i].deprel = CHY_DEPREL_ADVCL;
        bool noun = words[beside].upos == CHY_UPOS_NOUN || words[beside].upos == CHY_UPOS_PROPN;
        bool unlike = chy_has_tense(&words[i]) && (noun || chy_has_xpos(&words[beside], "VB"));
        bool told = (words[i].feat_bits & CHY_FEAT_FINITE) != 0 && follows_comma(words, first, i) &&
                    is_told_passive(words, first, count, beside, i);
        uint32_t above =
            unlike || told ? finite_above(words, first, count, beside) : (uint32_t)CHY_NONE;
        if (above != CHY_NONE && above < i) words[i].head = above;
    }
}

/* Verbs whose object is a guest. */
static bool takes_guest(const chy_word *word) {
    static const char *const verbs[] = {"assure", "brief",   "greet", "host",  "inform",
                                        "meet",   "receive", "tell",  "thank", "welcome"};
    return word->upos == CHY_UPOS_VERB && chy_is_listed(word->lemma, verbs, CHY_COUNT_OF(verbs));
}

/* The object of "visiting", CHY_NONE where it has none. */
static uint32_t guest_of(const chy_word *words, uint32_t end, uint32_t visiting) {
    for (uint32_t i = visiting + 1; i < end; i++) {
        if (words[i].head == visiting && words[i].deprel == CHY_DEPREL_OBJ) return i;
    }
    return CHY_NONE;
}

/* "Visiting premier X | met Y": a clause right before a verb that lacks a subject, with no comma
 * between them. */
static bool stands_for_subject(const chy_word *words, uint32_t first, uint32_t count,
                               uint32_t visiting) {
    uint32_t verb = words[visiting].head;
    if (words[visiting].deprel != CHY_DEPREL_ADVCL || verb <= visiting || verb >= first + count ||
        words[verb].upos != CHY_UPOS_VERB)
        return false;
    for (uint32_t i = first; i < first + count; i++) {
        bool subject =
            words[i].deprel == CHY_DEPREL_NSUBJ || words[i].deprel == CHY_DEPREL_NSUBJ_PASS;
        bool comma = i > visiting && i < verb && words[i].upos == CHY_UPOS_PUNCT;
        if (comma || (subject && words[i].head == verb)) return false;
    }
    return true;
}

/* What a guest that "visiting" takes for its object is: the object of a verb of meeting, the noun
 * behind "with", who acts beside another one or alone; CHY_DEPREL_COUNT where somebody does visit.
 */
static uint8_t guest_relation(const chy_word *words, uint32_t first, uint32_t count, uint32_t i) {
    const chy_word *visiting = &words[i], *above = &words[visiting->head];
    const chy_word *before = i > first ? visiting - 1 : visiting;
    bool clause = visiting->deprel == CHY_DEPREL_ADVCL || visiting->deprel == CHY_DEPREL_ACL ||
                  visiting->deprel == CHY_DEPREL_XCOMP;
    bool noun = above->upos == CHY_UPOS_NOUN || above->upos == CHY_UPOS_PROPN;
    bool joined = visiting->deprel == CHY_DEPREL_CONJ ||
                  (clause && before->deprel == CHY_DEPREL_CC && before->head == i);
    if (joined && noun && visiting->head < i) return CHY_DEPREL_CONJ;
    if (clause && before->head == i && before->deprel == CHY_DEPREL_MARK && before->lemma != NULL &&
        strcmp(before->lemma, "with") == 0)
        return noun ? CHY_DEPREL_NMOD : CHY_DEPREL_OBL;
    if (clause && above == before && takes_guest(before)) return CHY_DEPREL_OBJ;
    return stands_for_subject(words, first, count, i) ? CHY_DEPREL_NSUBJ : CHY_DEPREL_COUNT;
}

/* "met visiting premier X", "talks with visiting premier X", "he and visiting premier X met": it is
 * said of the premier, and taken for "by visiting him". */
static void mend_visiting(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i + 1 < first + count; i++) {
        chy_word *visiting = &words[i];
        if (!chy_has_xpos(visiting, "VBG") || visiting->lemma == NULL ||
            strcmp(visiting->lemma, "visit") != 0 || visiting->head == CHY_NONE)
            continue;
        uint32_t guest = guest_of(words, first + count, i);
        uint8_t relation = guest_relation(words, first, count, i);
        if (guest == CHY_NONE || relation == CHY_DEPREL_COUNT) continue;
        words[guest].head = visiting->head;
        words[guest].deprel = relation;
        visiting->head = guest;
        visiting->deprel = CHY_DEPREL_AMOD;
        for (uint32_t c = first; c < first + count; c++) {
            if (words[c].head == i) words[c].head = guest;
        }
        if (relation == CHY_DEPREL_NMOD || relation == CHY_DEPREL_OBL)
            words[i - 1].deprel = CHY_DEPREL_CASE;
    }
}

/* The parts of a name hang from its first word: "Maria da | Silva" from "Maria", not from "da", nor
 * from a word behind it; "In | Port Vila", "Idris Abdoulaye and | Ana Cruz": what stands before a
 * name, beside it or in apposition to it hangs from its first word, not from a later one. */
static void mend_flat(chy_word *words, uint32_t first, uint32_t count) {
    for (uint32_t i = first + 1; i < first + count; i++) {
        if (words[i].deprel != CHY_DEPREL_FLAT) continue;
        uint32_t before = words[i].head > i ? i - 1 : words[i].head;
        if (words[before].deprel == CHY_DEPREL_FLAT && !is_under(words, before, i))
            words[i].head = words[before].head;
    }
    for (uint32_t i = first; i < first + count; i++) {
        uint32_t part = words[i].head;
        if (part == CHY_NONE || words[part].deprel != CHY_DEPREL_FLAT) continue;
        uint32_t name = words[part].head;
        bool whole = i < name || words[i].deprel == CHY_DEPREL_CONJ ||
                     words[i].deprel == CHY_DEPREL_APPOS || words[i].deprel == CHY_DEPREL_ACL_RELCL;
        if (name != CHY_NONE && whole && name < part) words[i].head = name;
    }
}

void chy_tree_mend(chy_word *words, uint32_t first, uint32_t count) {
    dependents of[CHY_LIMIT_SENTENCE_WORDS];
    if (count > CHY_LIMIT_SENTENCE_WORDS) return;
    mend_flat(words, first, count);
    chy_nouns_mend(words, first, count);
    chy_subjects_mend(words, first, count);
    chy_due_mend(words, first, count);
    chy_that_mend(words, first, count);
    gather(words, first, count, of);
    mend_marked(words, first, count, of);
    mend_voices(words, first, count, of);
    mend_tenses(words, first, count, of);
    mend_participles(words, first, count, of);
    mend_subjects(words, first, count, of);
    mend_tellers(words, first, count, of);
    mend_states(words, first, count, of);
    mend_openers(words, first, count, of);
    mend_crossing(words, first, count);
    mend_conjuncts(words, first, count);
    mend_visiting(words, first, count);
}
