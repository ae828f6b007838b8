/* Whom a pronoun cannot mean by what its verb says: things decide nothing, and who holds captives
 * is not who is freed. */
#include "mentions/pairs.h"

#include <string.h>

/* Sentences, and mentions, back that a deed still says who did it. */
#define DEED_SENTENCES 3u
#define DEED_MENTIONS  80u

static bool is_verb(const chy_casting *c, uint32_t word) {
    return word != CHY_NONE && c->words[word].upos == CHY_UPOS_VERB;
}

/* Verbs whose subject wills what it does. Sorted. Not those that reports and laws do too, as "say",
 * "warn" and "require". */
static bool wants_will(const char *lemma) {
    static const char *const verbs[] = {
        "abduct",  "accuse", "agree",     "apologise", "apologize", "arrest",     "ask",
        "attend",  "beg",    "believe",   "boycott",   "chant",     "complain",   "decide",
        "decline", "demand", "deny",      "detain",    "disagree",  "drink",      "eat",
        "fear",    "flee",   "gather",    "hope",      "insist",    "intend",     "invite",
        "kidnap",  "kiss",   "laugh",     "loot",      "march",     "negotiate",  "pledge",
        "pray",    "prefer", "promise",   "protest",   "refuse",    "resign",     "shout",
        "sleep",   "smile",  "speak",     "steal",     "surrender", "sympathise", "sympathize",
        "talk",    "think",  "volunteer", "vote",      "vow",       "want",       "wed",
        "weep",    "wish"};
    return chy_is_one_of(lemma, verbs, CHY_COUNT_OF(verbs));
}

/* Verbs that take their object captive, and those that only those in somebody's power undergo. */
static bool takes_captive(const char *lemma) {
    static const char *const verbs[] = {"abduct",   "arrest", "capture", "detain", "hold",
                                        "imprison", "jail",   "kidnap",  "seize"};
    return chy_is_one_of(lemma, verbs, CHY_COUNT_OF(verbs));
}

static bool befalls_captive(const char *lemma) {
    static const char *const verbs[] = {"accuse",   "acquit",      "charge",    "convict", "deport",
                                        "free",     "interrogate", "prosecute", "release", "remand",
                                        "sentence", "suspect",     "torture"};
    return takes_captive(lemma) || chy_is_one_of(lemma, verbs, CHY_COUNT_OF(verbs));
}

/* Verbs whose object can only be somebody. */
static bool wants_somebody(const char *lemma) {
    static const char *const verbs[] = {"abduct",   "arrest", "befriend", "behead", "congratulate",
                                        "deport",   "detain", "imprison", "jail",   "kidnap",
                                        "massacre", "murder", "persuade", "thank",  "torture"};
    return chy_is_one_of(lemma, verbs, CHY_COUNT_OF(verbs));
}

static bool is_thing(const chy_casting *c, const chy_draft *draft) {
    const chy_character *character =
        draft->character == CHY_NONE ? NULL : &c->cast[draft->character];
    if (!character) return draft->says.flags & CHY_SAYS_THING;
    return character->is.kind == CHY_ENTITY_OTHER && character->name_draft == CHY_NONE;
}

/* "Bar them from entering". */
static bool keeps_from_doing(const chy_casting *c, uint32_t verb) {
    static const char *const verbs[] = {"ban",     "bar",      "discourage", "dissuade",
                                        "prevent", "prohibit", "stop"};
    if (!chy_is_one_of(c->words[verb].lemma, verbs, CHY_COUNT_OF(verbs))) return false;
    for (uint32_t w = c->tree.first_child[verb]; w != CHY_NONE; w = c->tree.next_sibling[w]) {
        if (c->words[w].upos != CHY_UPOS_VERB) continue;
        for (uint32_t m = c->tree.first_child[w]; m != CHY_NONE; m = c->tree.next_sibling[m])
            if (strcmp(c->words[m].form, "from") == 0)
                return strcmp(c->words[w].form, "being") != 0;
    }
    return false;
}

/* Whether the verb of a pronoun asks for somebody, and the earlier mention is a thing. */
static bool thing_cannot(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    uint32_t verb = chy_governor(c, pronoun->head);
    if (!is_verb(c, verb) || !is_thing(c, other)) return false;
    const char *lemma = c->words[verb].lemma;
    switch (c->words[pronoun->head].deprel) {
    case CHY_DEPREL_NSUBJ:
        return wants_will(lemma);
    case CHY_DEPREL_OBJ:
        return wants_somebody(lemma) || keeps_from_doing(c, verb);
    case CHY_DEPREL_NSUBJ_PASS:
        return wants_somebody(lemma);
    default:
        return false;
    }
}

/* What is drafted, imposed or lifted is nobody. */
static bool somebody_cannot(const chy_casting *c, const chy_draft *pronoun,
                            const chy_draft *other) {
    static const char *const verbs[] = {"coordinate", "design", "draft",   "enact",
                                        "implement",  "impose", "publish", "ratify"};
    uint32_t verb = chy_governor(c, pronoun->head);
    const chy_character *character =
        other->character == CHY_NONE ? NULL : &c->cast[other->character];
    uint8_t kind = character ? character->is.kind : other->says.kind;
    bool human = kind == CHY_ENTITY_PERSON ||
                 (kind == CHY_ENTITY_GROUP && other->says.flags & CHY_SAYS_HUMAN);
    return human && is_verb(c, verb) && c->words[pronoun->head].deprel == CHY_DEPREL_NSUBJ_PASS &&
           chy_is_one_of(c->words[verb].lemma, verbs, CHY_COUNT_OF(verbs));
}

/* Verbs that end somebody's power over another, or a life. */
static bool lets_go(const char *lemma) {
    static const char *const verbs[] = {"deport", "expel",   "extradite", "free",
                                        "kill",   "release", "rescue",    "shoot"};
    return chy_is_one_of(lemma, verbs, CHY_COUNT_OF(verbs));
}

/* What is done to captives rather than to whoever took them. */
static bool moves(const char *lemma) {
    static const char *const verbs[] = {"bring", "bury", "drive",    "execute",  "fly",      "hand",
                                        "hang",  "move", "question", "transfer", "transport"};
    return chy_is_one_of(lemma, verbs, CHY_COUNT_OF(verbs));
}

/* Whether two parties are of one force: "the rebels" and "the fighters", police and their
 * spokesman. */
static bool same_side(const chy_casting *c, const chy_draft *a, const chy_draft *b) {
    const uint32_t forces = 1u << CHY_SECTOR_MIL | 1u << CHY_SECTOR_COP | 1u << CHY_SECTOR_REB |
                            1u << CHY_SECTOR_UAF | 1u << CHY_SECTOR_GOV;
    const chy_profile *x = chy_known_of(c, a), *y = chy_known_of(c, b);
    bool countries = !x->country[0] || !y->country[0] || strcmp(x->country, y->country) == 0;
    return countries && x->sectors & y->sectors & forces;
}

/* Whether a verb takes people or lets them go: "held six men", not "released figures". */
static bool has_power(const chy_casting *c, uint32_t verb) {
    if (!takes_captive(c->words[verb].lemma) && !lets_go(c->words[verb].lemma)) return false;
    uint32_t object = chy_tree_child(&c->tree, verb, CHY_DEPREL_OBJ);
    uint32_t draft = object == CHY_NONE ? CHY_NONE : c->draft_of_head[object];
    return draft != CHY_NONE && chy_known_of(c, &c->drafts[draft])->flags & CHY_SAYS_HUMAN;
}

/* The same, or a verb beside it does: "stopped a ship and detained its crew". */
static bool shows_power(const chy_casting *c, uint32_t verb) {
    if (has_power(c, verb)) return true;
    for (uint32_t w = c->tree.first_child[verb]; w != CHY_NONE; w = c->tree.next_sibling[w])
        if (c->words[w].deprel == CHY_DEPREL_CONJ && is_verb(c, w) && has_power(c, w) &&
            chy_tree_child(&c->tree, w, CHY_DEPREL_NSUBJ) == CHY_NONE)
            return true;
    return false;
}

/* Whether whom a mention means took or let go somebody not long before a pronoun. */
static bool has_held(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    uint32_t sentence = c->words[pronoun->head].sentence;
    uint32_t at = (uint32_t)(pronoun - c->drafts);
    for (uint32_t back = 1; back <= DEED_MENTIONS && back <= at; back++) {
        const chy_draft *draft = &c->drafts[at - back];
        const chy_word *word = &c->words[draft->head];
        if (sentence - word->sentence > DEED_SENTENCES) return false;
        bool same = draft == other ||
                    (draft->character != CHY_NONE && draft->character == other->character);
        uint32_t deed = chy_governor(c, draft->head);
        if (same && word->deprel == CHY_DEPREL_NSUBJ && is_verb(c, deed) && shows_power(c, deed))
            return true;
    }
    return false;
}

/* "Officers held six men. They were freed", "Troops flew them north", "They had hidden, an officer
 * said": whoever takes or lets go somebody is not who undergoes it, whom the same side acts upon,
 * nor whom it tells of. */
static bool captor_freed(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    const chy_word *late = &c->words[pronoun->head];
    uint32_t verb = chy_governor(c, pronoun->head);
    if (!is_verb(c, verb) || pronoun < other) return false;
    bool passive = late->deprel == CHY_DEPREL_NSUBJ_PASS, object = late->deprel == CHY_DEPREL_OBJ;
    const char *lemma = c->words[verb].lemma;
    bool barred = (passive || object) && (befalls_captive(lemma) || moves(lemma));
    if (!barred && object) {
        uint32_t subject = chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ);
        uint32_t agent = subject == CHY_NONE ? CHY_NONE : c->draft_of_head[subject];
        barred = agent != CHY_NONE && same_side(c, &c->drafts[agent], other);
    }
    if (!barred && pronoun->says.number == 2) {
        uint32_t speaker = chy_speaker_over(c, pronoun->head);
        barred = speaker != CHY_NONE && c->drafts[speaker].head > pronoun->head &&
                 same_side(c, &c->drafts[speaker], other);
    }
    return barred && has_held(c, pronoun, other);
}

/* "They" is no one person whose name or sex is known. */
static bool is_one_person(const chy_casting *c, const chy_draft *other) {
    const chy_character *character =
        other->character == CHY_NONE ? NULL : &c->cast[other->character];
    const chy_profile *is = character ? &character->is : &other->says;
    bool known = is->gender || (character && character->name_draft != CHY_NONE);
    return is->kind == CHY_ENTITY_PERSON && is->number == 1 && known;
}

/* '"A classroom is no field," said its envoy': whose the speaker is, the words that are quoted need
 * not say. */
static bool owns_speaker(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    const chy_word *word = &c->words[pronoun->head];
    if (word->deprel != CHY_DEPREL_NMOD_POSS || word->head == CHY_NONE) return false;
    const chy_word *owned = &c->words[word->head];
    return owned->deprel == CHY_DEPREL_NSUBJ && !c->quoted[pronoun->head] &&
           c->quoted[other->head] && word->sentence == c->words[other->head].sentence &&
           (is_thing(c, other) || other->says.flags & CHY_SAYS_INDEFINITE);
}

/* "| Its | own". */
static bool is_before_own(const chy_casting *c, const chy_draft *pronoun) {
    uint32_t next = pronoun->head + 1;
    return next < c->word_count && strcmp(c->words[next].form, "own") == 0;
}

/* "Rosa, who was her deputy", "he is his brother": whom the sentence says somebody to be is not his
 * own. */
static bool owns_predicate(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    const chy_word *word = &c->words[pronoun->head];
    uint32_t noun = word->deprel == CHY_DEPREL_NMOD_POSS ? word->head : CHY_NONE;
    if (noun == CHY_NONE || chy_tree_child(&c->tree, noun, CHY_DEPREL_COP) == CHY_NONE ||
        is_before_own(c, pronoun))
        return false;
    uint32_t subject = chy_tree_child(&c->tree, noun, CHY_DEPREL_NSUBJ);
    if (subject == CHY_NONE) return false;
    bool relative = c->words[subject].feat_bits & CHY_FEAT_RELATIVE &&
                    c->words[noun].deprel == CHY_DEPREL_ACL_RELCL;
    uint32_t who = relative ? c->words[noun].head : subject;
    uint32_t draft =
        c->draft_of_head[who] != CHY_NONE ? c->draft_of_head[who] : c->name_of_word[who];
    bool same = draft != CHY_NONE && other->character != CHY_NONE &&
                c->drafts[draft].character == other->character;
    return same || other->head == who;
}

/* Whether a mention means the subject of a verb, or of the one that it stands beside. */
static bool does(const chy_casting *c, uint32_t verb, const chy_draft *other) {
    uint32_t subject = chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ);
    if (subject == CHY_NONE && c->words[verb].deprel == CHY_DEPREL_CONJ)
        subject = chy_tree_child(&c->tree, c->words[verb].head, CHY_DEPREL_NSUBJ);
    uint32_t agent = subject == CHY_NONE ? CHY_NONE : c->draft_of_head[subject];
    if (agent == CHY_NONE) return false;
    return &c->drafts[agent] == other ||
           (other->character != CHY_NONE && other->character == c->drafts[agent].character);
}

/* Verbs that nobody does to one of one's own. */
static bool harms(const char *lemma) {
    static const char *const verbs[] = {"abduct", "arrest", "assassinate", "behead",  "bomb",
                                        "deport", "detain", "expel",       "jail",    "kidnap",
                                        "kill",   "murder", "shoot",       "torture", "wound"};
    return chy_is_one_of(lemma, verbs, CHY_COUNT_OF(verbs));
}

/* "The army killed | its | leader", "she jailed his aide": whose somebody is to whom harm is done
 * is not who does it, but for "its own". */
static bool harms_own(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    const chy_word *word = &c->words[pronoun->head];
    uint32_t noun = word->deprel == CHY_DEPREL_NMOD_POSS ? word->head : CHY_NONE;
    if (noun == CHY_NONE || c->words[noun].deprel != CHY_DEPREL_OBJ ||
        c->draft_of_head[noun] == CHY_NONE || is_before_own(c, pronoun))
        return false;
    uint32_t verb = c->words[noun].head;
    return harms(c->words[verb].lemma) && does(c, verb, other) &&
           c->drafts[c->draft_of_head[noun]].says.flags & CHY_SAYS_HUMAN;
}

/* "Parents begged the gang to release | them |": who asks for others to be let go is not held. */
static bool asks_for_self(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    static const char *const free[] = {"free", "release"};
    static const char *const held[] = {"captive", "detainee", "hostage", "prisoner"};
    const chy_word *word = &c->words[pronoun->head];
    if (word->deprel != CHY_DEPREL_OBJ || c->words[word->head].deprel != CHY_DEPREL_XCOMP ||
        !chy_is_one_of(c->words[word->head].lemma, free, CHY_COUNT_OF(free)))
        return false;
    return does(c, c->words[word->head].head, other) &&
           !chy_is_one_of(chy_known_of(c, other)->role, held, CHY_COUNT_OF(held));
}

/* "The union warned the government. | Its | president": governments and forces have none. */
static bool has_no_president(const chy_casting *c, const chy_draft *pronoun,
                             const chy_draft *other) {
    static const char *const heads[] = {"chairman", "chairperson", "chairwoman", "president"};
    static const char *const without[] = {"army",     "authority", "government",
                                          "military", "ministry",  "police"};
    const chy_word *word = &c->words[pronoun->head];
    uint32_t owned = word->deprel == CHY_DEPREL_NMOD_POSS ? c->draft_of_head[word->head] : CHY_NONE;
    const char *role = chy_known_of(c, other)->role, *last = strrchr(role, ' ');
    return owned != CHY_NONE && pronoun->says.gender == 'n' &&
           chy_is_one_of(c->drafts[owned].says.role, heads, CHY_COUNT_OF(heads)) &&
           chy_is_one_of(last ? last + 1 : role, without, CHY_COUNT_OF(without));
}

/* "A team of experts will come, | it | announced", "The strike goes on, | it | said": a thing, or
 * who is only now told of, does not tell of itself. */
static bool is_told_by_itself(const chy_casting *c, const chy_draft *pronoun,
                              const chy_draft *other) {
    uint32_t verb = c->words[pronoun->head].head, told = c->words[other->head].head;
    if (pronoun->says.gender != 'n' || !is_verb(c, verb) || !chy_is_voice(c, verb) ||
        c->words[pronoun->head].deprel != CHY_DEPREL_NSUBJ || told == CHY_NONE ||
        c->words[other->head].deprel != CHY_DEPREL_NSUBJ || other->head > pronoun->head ||
        (c->words[told].head != verb && c->words[verb].head != told))
        return false;
    uint32_t article = chy_tree_child(&c->tree, other->head, CHY_DEPREL_DET);
    bool fresh = article != CHY_NONE &&
                 (chy_same(c->words[article].form, "a") || chy_same(c->words[article].form, "an"));
    return fresh || is_thing(c, other);
}

/* '"| He | gave me his word," X said': nobody speaks so of himself. */
static bool is_speakers_own(const chy_casting *c, const chy_draft *pronoun,
                            const chy_draft *other) {
    bool somebody = pronoun->says.gender == 'm' || pronoun->says.gender == 'f';
    return pronoun->kind == CHY_MENTION_PRONOUN && somebody && chy_is_quoter(c, pronoun, other);
}

bool chy_verb_bars(const chy_casting *c, uint32_t pronoun, uint32_t earlier) {
    const chy_draft *x = &c->drafts[pronoun], *y = &c->drafts[earlier];
    if (x->says.flags & CHY_SAYS_THING) return false;
    if (x->says.number == 2 && is_one_person(c, y)) return true;
    return thing_cannot(c, x, y) || somebody_cannot(c, x, y) || captor_freed(c, x, y) ||
           owns_speaker(c, x, y) || owns_predicate(c, x, y) || harms_own(c, x, y) ||
           asks_for_self(c, x, y) || has_no_president(c, x, y) || is_speakers_own(c, x, y) ||
           is_told_by_itself(c, x, y);
}
