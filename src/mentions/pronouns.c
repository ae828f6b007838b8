#include "mentions/pairs.h"

#include <limits.h>
#include <string.h>

/* How far back a pronoun looks. */
#define WINDOW         80
#define MOST_SENTENCES 3
/* How far up the tree subjects ahead of it are looked for. */
#define STEPS_AHEAD 12

static bool holds(const chy_draft *outer, const chy_draft *inner) {
    return outer->first <= inner->first && inner->end <= outer->end;
}

static bool is_possessive(const chy_casting *c, const chy_draft *pronoun) {
    return c->words[pronoun->head].deprel == CHY_DEPREL_NMOD_POSS ||
           c->words[pronoun->head].feat_bits & CHY_FEAT_POSSESSIVE;
}

static bool is_subject(uint8_t deprel) {
    return deprel == CHY_DEPREL_NSUBJ || deprel == CHY_DEPREL_NSUBJ_PASS ||
           deprel == CHY_DEPREL_NSUBJ_OUTER;
}

/* Standing in a sentence: subjects are spoken of, objects less, the rest hardly. */
static int salience(const chy_casting *c, const chy_draft *draft) {
    uint32_t word = draft->head;
    /* A title carries the relation of its name's phrase, a conjunct that of its first. */
    for (int steps = 0; steps < 4; steps++) {
        uint8_t deprel = c->words[word].deprel;
        bool passes = deprel == CHY_DEPREL_CONJ || deprel == CHY_DEPREL_NMOD_DESC ||
                      deprel == CHY_DEPREL_APPOS || deprel == CHY_DEPREL_FLAT;
        if (!passes || c->words[word].head == CHY_NONE) break;
        word = c->words[word].head;
    }
    switch (c->words[word].deprel) {
    case CHY_DEPREL_NSUBJ:
    case CHY_DEPREL_NSUBJ_OUTER:
        return 8;
    case CHY_DEPREL_NSUBJ_PASS:
        return 7;
    case CHY_DEPREL_OBJ:
    case CHY_DEPREL_OBL_AGENT:
    case CHY_DEPREL_IOBJ:
        return 4;
    case CHY_DEPREL_OBL:
    case CHY_DEPREL_NMOD_POSS:
        return 2;
    default:
        return 1;
    }
}

static bool kind_suits(const chy_draft *pronoun, const chy_character *character,
                       const chy_draft *other) {
    const chy_profile *is = &character->is;
    if (pronoun->says.number == 2) {
        if (is->kind == CHY_ENTITY_GROUP) return true;
        bool body = is->kind == CHY_ENTITY_ORGANISATION || is->kind == CHY_ENTITY_ARMED_GROUP;
        return is->number != 1 ? is->number == 2 || body : body && is->flags & CHY_SAYS_BODY;
    }
    if (is->number == 2) return false;
    if (pronoun->says.gender == 'n')
        return (is->kind == CHY_ENTITY_ORGANISATION || is->kind == CHY_ENTITY_COUNTRY ||
                is->kind == CHY_ENTITY_ARMED_GROUP || is->kind == CHY_ENTITY_PLACE) &&
               !(other->says.flags & CHY_SAYS_ADJECTIVE);
    return is->kind == CHY_ENTITY_PERSON && (!is->gender || is->gender == pronoun->says.gender);
}

/* "It" is more often a thing than a party: it needs a prominent one. */
static bool too_faint(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other,
                      uint32_t distance) {
    if (pronoun->says.gender != 'n') return false;
    int standing = salience(c, other);
    bool possessive = is_possessive(c, pronoun);
    if (possessive) return distance > 0 && standing < 7;
    bool subject = is_subject(c->words[pronoun->head].deprel);
    return standing < 7 || (distance > 0 && !subject) || distance > 1;
}

/* Verbs whose object did what they are about: "congratulated", "thanked". */
static bool judges(const char *lemma) {
    static const char *const verbs[] = {
        "applaud", "blame", "commend", "condemn", "congratulate", "criticise", "criticize",
        "fault",   "honor", "honour",  "praise",  "rebuke",       "reproach",  "thank"};
    return chy_is_one_of(lemma, verbs, CHY_COUNT_OF(verbs));
}

/* "Called on X to leave": verbs whose oblique does what they ask for. */
static uint32_t asked_of(const chy_casting *c, uint32_t verb) {
    static const char *const verbs[] = {"appeal", "call",    "count", "depend",
                                        "plead",  "prevail", "rely",  "shout"};
    if (!chy_is_one_of(c->words[verb].lemma, verbs, CHY_COUNT_OF(verbs))) return CHY_NONE;
    uint32_t asked = chy_tree_child(&c->tree, verb, CHY_DEPREL_OBL);
    static const char *const on[] = {"at", "on", "to", "upon", "with"};
    bool party = asked != CHY_NONE && asked > verb &&
                 chy_is_one_of(chy_tree_case(&c->tree, asked), on, CHY_COUNT_OF(on));
    return party ? asked : CHY_NONE;
}

static bool is_infinitive(const chy_casting *c, uint32_t verb) {
    uint32_t mark = chy_tree_child(&c->tree, verb, CHY_DEPREL_MARK);
    return mark != CHY_NONE && strcmp(c->words[mark].form, "to") == 0;
}

/* Who does a verb that has no subject of its own: the matrix verb's subject, or its object where
 * there is one ("told him to leave"). CHY_NONE where the verb has a subject or none is found. */
static uint32_t implied_subject(const chy_casting *c, uint32_t verb) {
    for (int steps = 0; steps < 6; steps++) {
        if (chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ) != CHY_NONE ||
            chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ_PASS) != CHY_NONE)
            return CHY_NONE;
        const chy_word *w = &c->words[verb];
        bool open = w->deprel == CHY_DEPREL_ADVCL || w->deprel == CHY_DEPREL_XCOMP ||
                    w->deprel == CHY_DEPREL_CONJ;
        if (!open || w->head == CHY_NONE) return CHY_NONE;
        uint32_t object = chy_tree_child(&c->tree, w->head, CHY_DEPREL_OBJ);
        uint32_t told = chy_tree_child(&c->tree, w->head, CHY_DEPREL_IOBJ);
        if (w->deprel == CHY_DEPREL_XCOMP && object != CHY_NONE) return object;
        if (w->deprel == CHY_DEPREL_XCOMP && told != CHY_NONE) return told;
        uint32_t asked = is_infinitive(c, verb) ? asked_of(c, w->head) : CHY_NONE;
        if (asked != CHY_NONE) return asked;
        uint32_t mark = chy_tree_child(&c->tree, verb, CHY_DEPREL_MARK);
        bool said_of = mark != CHY_NONE && !is_infinitive(c, verb) &&
                       (judges(c->words[w->head].lemma) || chy_same(c->words[mark].form, "as"));
        if (object != CHY_NONE && said_of && c->words[verb].upos == CHY_UPOS_VERB) return object;
        uint32_t subject = chy_tree_child(&c->tree, w->head, CHY_DEPREL_NSUBJ);
        if (subject != CHY_NONE) return subject;
        verb = w->head;
    }
    return CHY_NONE;
}

/* "The soldiers whom | they | seized", "the man who shot | him |": the noun of a relative clause is
 * a party of its verb. */
static bool is_gap(const chy_casting *c, uint32_t verb, const chy_draft *other) {
    if (verb == CHY_NONE || c->words[verb].deprel != CHY_DEPREL_ACL_RELCL ||
        c->words[verb].upos != CHY_UPOS_VERB)
        return false;
    uint32_t noun = c->words[verb].head, draft = c->draft_of_head[noun];
    /* "The part which he played" is no person, whatever the parser hung it from. */
    for (uint32_t w = c->tree.first_child[verb]; w != CHY_NONE && w < verb;
         w = c->tree.next_sibling[w])
        if (chy_same(c->words[w].form, "which") && other->says.kind == CHY_ENTITY_PERSON)
            return false;
    bool same = draft != CHY_NONE && other->character != CHY_NONE &&
                c->drafts[draft].character == other->character;
    return same || noun == other->head;
}

/* "Closed the door behind him", "brought the papers with her": where somebody is, or what goes
 * along, is told of the subject without "self". */
static bool is_around(const chy_casting *c, uint32_t pronoun) {
    static const char *const places[] = {"above",  "ahead", "around", "before", "behind",
                                         "beside", "near",  "over",   "under"};
    static const char *const taking[] = {"bring", "carry", "have", "take"};
    const char *preposition = chy_tree_case(&c->tree, pronoun);
    if (c->words[pronoun].deprel != CHY_DEPREL_OBL) return false;
    return chy_is_one_of(preposition, places, CHY_COUNT_OF(places)) ||
           (chy_same(preposition, "with") &&
            chy_is_one_of(c->words[c->words[pronoun].head].lemma, taking, CHY_COUNT_OF(taking)));
}

/* Whether a word heads a mention of whom another mention means. */
static bool means(const chy_casting *c, uint32_t word, const chy_draft *other) {
    uint32_t draft = word == CHY_NONE ? CHY_NONE : c->draft_of_head[word];
    return word == other->head || (draft != CHY_NONE && other->character != CHY_NONE &&
                                   c->drafts[draft].character == other->character);
}

bool chy_bound(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    if (holds(other, pronoun)) return true;
    if (is_possessive(c, pronoun)) return false;
    /* "The minister met him": not the minister. But "the minister defended himself". */
    uint32_t mine = chy_governor(c, pronoun->head), theirs = chy_governor(c, other->head);
    bool same = mine != CHY_NONE && mine == theirs;
    uint32_t implied = mine == CHY_NONE ? CHY_NONE : implied_subject(c, mine);
    same = same || (implied != CHY_NONE && means(c, implied, other)) || is_gap(c, mine, other);
    bool reflexive = c->words[pronoun->head].feat_bits & CHY_FEAT_REFLEXIVE;
    return reflexive ? !same : same && !is_around(c, pronoun->head);
}

/* How well a thing that is no party stands between a pronoun and whoever it might mean: "denied the
 * claims ... called them false". INT_MIN where nothing of the pronoun's number does. */
static int rival_points(const chy_casting *c, const chy_draft *pronoun) {
    int best = INT_MIN;
    bool many = pronoun->says.number == 2;
    uint32_t sentence = c->words[pronoun->head].sentence;
    bool subject = is_subject(c->words[pronoun->head].deprel);
    for (uint32_t back = 1; back <= WINDOW && back <= pronoun->head; back++) {
        uint32_t at = pronoun->head - back;
        const chy_word *word = &c->words[at];
        uint32_t distance = sentence - word->sentence;
        if (distance > 1) break;
        bool plural = word->feat_bits & CHY_FEAT_PLURAL;
        bool party = word->deprel == CHY_DEPREL_OBJ || word->deprel == CHY_DEPREL_NSUBJ_PASS ||
                     word->deprel == CHY_DEPREL_NSUBJ;
        if (word->upos != CHY_UPOS_NOUN || plural != many || !party ||
            c->draft_of_head[at] != CHY_NONE || c->times.of_word[at] != CHY_NONE ||
            word->head == c->words[pronoun->head].head)
            continue;
        int points = (word->deprel == CHY_DEPREL_OBJ ? 4 : 8) - 10 * (int)distance;
        points += subject && is_subject(word->deprel) ? 3 : 0;
        best = points > best ? points : best;
    }
    return best;
}

/* "Congratulated X on her victory", "thanked X for his help". */
static bool owns_deed(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    const chy_word *object = &c->words[other->head];
    if (object->deprel != CHY_DEPREL_OBJ || object->head == CHY_NONE ||
        !judges(c->words[object->head].lemma))
        return false;
    uint32_t word = c->words[pronoun->head].head;
    for (int steps = 0; steps < 6 && word != CHY_NONE; steps++) {
        if (c->words[word].deprel == CHY_DEPREL_OBL) return c->words[word].head == object->head;
        word = c->words[word].head;
    }
    return false;
}

static int score(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other,
                 const chy_character *character, uint32_t distance) {
    int points = salience(c, other) - 10 * (int)distance;
    bool subject = is_subject(c->words[pronoun->head].deprel);
    if (subject && is_subject(c->words[other->head].deprel)) points += 3;
    if (pronoun->says.gender != 'n' && character->is.gender == pronoun->says.gender) points += 3;
    if (character->name_draft != CHY_NONE) points += 1;
    /* Someone mentioned again and again is who a story is about. */
    points += character->told > 1;
    points += character->told > 3;
    points += character->told > 6;
    /* A possessor in the same clause: "the minister and his aides". */
    if (is_possessive(c, pronoun) && distance == 0) points += 2;
    if (is_possessive(c, pronoun) && distance == 0 && owns_deed(c, pronoun, other)) points += 8;
    return points;
}

int chy_antecedent_points(const chy_casting *c, uint32_t pronoun, uint32_t other,
                          uint32_t distance) {
    static const chy_character unknown = {.name_draft = CHY_NONE};
    const chy_draft *draft = &c->drafts[other];
    const chy_character *character =
        draft->character == CHY_NONE ? &unknown : &c->cast[draft->character];
    return score(c, &c->drafts[pronoun], draft, character, distance);
}

uint32_t chy_subjects_ahead(const chy_casting *c, uint32_t pronoun, uint32_t *drafts,
                            uint32_t most) {
    static const chy_deprel subjects[] = {CHY_DEPREL_NSUBJ, CHY_DEPREL_NSUBJ_PASS};
    uint32_t count = 0, word = c->drafts[pronoun].head, from = word;
    for (int steps = 0; steps < STEPS_AHEAD && c->words[word].head != CHY_NONE;
         steps++, word = c->words[word].head) {
        for (size_t i = 0; i < CHY_COUNT_OF(subjects); i++) {
            uint32_t subject = chy_tree_child(&c->tree, c->words[word].head, subjects[i]);
            if (subject == CHY_NONE || subject < from || subject == word) continue;
            uint32_t owner = chy_tree_child(&c->tree, subject, CHY_DEPREL_NMOD_POSS);
            uint32_t heads[] = {subject, owner};
            for (size_t j = 0; j < CHY_COUNT_OF(heads); j++) {
                uint32_t draft = heads[j] == CHY_NONE ? CHY_NONE : c->draft_of_head[heads[j]];
                if (count < most && draft != CHY_NONE &&
                    c->drafts[draft].kind != CHY_MENTION_PRONOUN)
                    drafts[count++] = draft;
            }
        }
    }
    return count;
}

/* By rules alone, the nearest person ahead whom the pronoun suits; or CHY_NONE. */
static uint32_t person_ahead(const chy_casting *c, uint32_t at) {
    const chy_profile *says = &c->drafts[at].says;
    uint32_t drafts[CHY_SUBJECTS_AHEAD];
    uint32_t count = chy_subjects_ahead(c, at, drafts, CHY_SUBJECTS_AHEAD);
    for (uint32_t i = 0; i < count && says->number == 1 && says->gender != 'n'; i++) {
        const chy_profile *subject = &c->drafts[drafts[i]].says;
        if (subject->kind == CHY_ENTITY_PERSON && chy_profiles_agree(says, subject))
            return drafts[i];
    }
    return CHY_NONE;
}

/* "The minister met his counterpart": the subject's. CHY_NONE for other pronouns. */
static uint32_t counterpart_owner(const chy_casting *c, const chy_draft *pronoun) {
    const chy_word *word = &c->words[pronoun->head];
    uint32_t noun = word->deprel == CHY_DEPREL_NMOD_POSS ? word->head : CHY_NONE;
    if (noun == CHY_NONE || strcmp(c->words[noun].lemma, "counterpart") != 0) return CHY_NONE;
    uint32_t verb = chy_governor(c, noun);
    uint32_t subject =
        verb == CHY_NONE ? CHY_NONE : chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ);
    uint32_t draft = subject == CHY_NONE || subject > noun ? CHY_NONE : c->draft_of_head[subject];
    if (draft == CHY_NONE || c->drafts[draft].character == CHY_NONE) return CHY_NONE;
    const chy_profile *is = &c->cast[c->drafts[draft].character].is;
    bool one = is->kind == CHY_ENTITY_PERSON && chy_profiles_agree(&pronoun->says, is);
    return one ? draft : CHY_NONE;
}

/* The several people at a word, "growers", "a crowd of growers"; CHY_NONE for others. */
static uint32_t audience_at(const chy_casting *c, uint32_t word) {
    static const char *const nouns[] = {"audience",  "congregation", "crowd",
                                        "gathering", "group",        "rally"};
    uint32_t draft = word == CHY_NONE ? CHY_NONE : c->draft_of_head[word];
    if (draft == CHY_NONE || c->drafts[draft].kind != CHY_MENTION_DESCRIPTION) return CHY_NONE;
    const chy_profile *says = &c->drafts[draft].says;
    bool many = says->kind == CHY_ENTITY_GROUP && says->flags & CHY_SAYS_HUMAN;
    many = many || chy_is_one_of(c->words[word].lemma, nouns, CHY_COUNT_OF(nouns));
    return many && chy_tree_child(&c->tree, word, CHY_DEPREL_CONJ) == CHY_NONE ? draft : CHY_NONE;
}

/* Whom a verb of speech addresses: "told | growers | that", "speaking to | growers |", "addressed |
 * a crowd |"; CHY_NONE: nobody, or one alone. */
static uint32_t addressed_by(const chy_casting *c, uint32_t verb) {
    static const char *const tell[] = {"address", "assure", "inform", "promise",
                                       "remind",  "tell",   "warn"};
    static const char *const speak[] = {"appeal", "speak", "talk", "write"};
    const char *lemma = c->words[verb].lemma;
    if (chy_is_one_of(lemma, tell, CHY_COUNT_OF(tell))) {
        uint32_t told = audience_at(c, chy_tree_child(&c->tree, verb, CHY_DEPREL_OBJ));
        return told != CHY_NONE ? told
                                : audience_at(c, chy_tree_child(&c->tree, verb, CHY_DEPREL_IOBJ));
    }
    for (uint32_t w = c->tree.first_child[verb];
         chy_is_one_of(lemma, speak, CHY_COUNT_OF(speak)) && w != CHY_NONE;
         w = c->tree.next_sibling[w])
        if (c->words[w].deprel == CHY_DEPREL_OBL && strcmp(chy_tree_case(&c->tree, w), "to") == 0)
            return audience_at(c, w);
    return CHY_NONE;
}

/* "Told growers that she had bought | tanks | and would test them": whether things in between are
 * rather what a plural means. */
static bool has_rival(const chy_casting *c, uint32_t addressed, uint32_t pronoun) {
    for (uint32_t w = c->drafts[addressed].end; w < pronoun; w++)
        if (c->words[w].upos == CHY_UPOS_NOUN && c->words[w].feat_bits & CHY_FEAT_PLURAL &&
            c->words[w].deprel == CHY_DEPREL_OBJ && c->times.of_word[w] == CHY_NONE)
            return true;
    return false;
}

/* "Told growers that he would send | them | seed", "Speaking to growers, she urged | them |": the
 * draft of those spoken to in the clause around "them"; CHY_NONE where there are none. */
static uint32_t find_addressed(const chy_casting *c, const chy_draft *pronoun) {
    const chy_word *word = &c->words[pronoun->head];
    bool object = word->deprel == CHY_DEPREL_OBJ || word->deprel == CHY_DEPREL_IOBJ ||
                  word->deprel == CHY_DEPREL_OBL;
    uint32_t verb = object && pronoun->says.number == 2 ? chy_governor(c, pronoun->head) : CHY_NONE;
    for (int steps = 0; steps < STEPS_AHEAD && verb != CHY_NONE; steps++) {
        for (uint32_t w = c->tree.first_child[verb]; w != CHY_NONE && w < verb;
             w = c->tree.next_sibling[w]) {
            uint32_t before =
                c->words[w].deprel == CHY_DEPREL_ADVCL ? addressed_by(c, w) : CHY_NONE;
            if (before != CHY_NONE && !has_rival(c, before, pronoun->head)) return before;
        }
        const chy_word *clause = &c->words[verb];
        bool told = clause->deprel == CHY_DEPREL_CCOMP && clause->head < verb;
        uint32_t draft = told ? addressed_by(c, clause->head) : CHY_NONE;
        if (draft != CHY_NONE && !has_rival(c, draft, pronoun->head)) return draft;
        bool on = told || clause->deprel == CHY_DEPREL_CONJ;
        verb = on ? clause->head : CHY_NONE;
    }
    return CHY_NONE;
}

uint32_t chy_find_pronoun(const chy_casting *c, uint32_t at, int *points) {
    const chy_draft *pronoun = &c->drafts[at];
    const chy_word *word = &c->words[pronoun->head];
    *points = INT_MIN;
    if (word->feat_bits & CHY_FEAT_RELATIVE) return CHY_NONE;
    uint32_t addressed = find_addressed(c, pronoun);
    if (addressed != CHY_NONE && c->drafts[addressed].character != CHY_NONE) {
        *points = INT_MAX;
        return addressed;
    }
    uint32_t best = counterpart_owner(c, pronoun);
    if (best == CHY_NONE) best = chy_rank(c, at);
    uint32_t speaker = pronoun->says.number != 1     ? CHY_NONE
                       : pronoun->says.gender == 'n' ? chy_last_claimant(c, at)
                                                     : chy_last_speaker(c, at);
    if (speaker != CHY_NONE) best = speaker;
    if (chy_ranks(c) || speaker != CHY_NONE) {
        if (best != CHY_NONE)
            *points = chy_antecedent_points(
                c, at, best, word->sentence - c->words[c->drafts[best].head].sentence);
        return best;
    }
    uint32_t ahead = person_ahead(c, at);
    if (ahead != CHY_NONE) return ahead;
    bool things = pronoun->says.number == 2 || pronoun->says.gender == 'n';
    *points = things && !is_possessive(c, pronoun) ? rival_points(c, pronoun) : INT_MIN;
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        uint32_t distance = word->sentence - c->words[other->head].sentence;
        if (distance > MOST_SENTENCES) break;
        if (other->character == CHY_NONE) continue;
        const chy_character *character = &c->cast[other->character];
        /* A headline tells no story of its own. */
        if (c->in->sentences[c->words[other->head].sentence].part == CHY_PART_HEADLINE &&
            c->in->sentences[word->sentence].part != CHY_PART_HEADLINE)
            break;
        if (!kind_suits(pronoun, character, other) || chy_bound(c, pronoun, other) ||
            too_faint(c, pronoun, other, distance))
            continue;
        int found = score(c, pronoun, other, character, distance);
        if (found > *points) {
            best = at - back;
            *points = found;
        }
    }
    return best;
}
