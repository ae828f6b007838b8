/* Whom an age or a former calling tells: "the 58-year-old", "the 66-year-old former pilot". */
#include "mentions/epithets.h"
#include "mentions/nouns.h"

#include <string.h>

/* How many mentions back one is looked for who was said to be so old. */
#define WINDOW 200u
/* Sentences back that somebody is looked for of whom no such thing was said. */
#define NEAR_SENTENCES 4u

/* Whether a word is the "old" of "58-year-old". */
static bool ends_age(const chy_casting *c, uint32_t word) {
    static const char *const old[] = {"old", "olds"};
    return word >= 4 && chy_is_one_of(c->words[word].form, old, CHY_COUNT_OF(old)) &&
           strcmp(c->words[word - 1].form, "-") == 0 && chy_same(c->words[word - 2].form, "year");
}

uint32_t chy_age_before(const chy_casting *c, uint32_t head) {
    bool age = ends_age(c, head) && chy_tree_child(&c->tree, head, CHY_DEPREL_DET) != CHY_NONE;
    return age ? head - 4 : CHY_NONE;
}

/* The number of the age that a mention says: "Ana Ruiz, 58, ...", "a 58-year-old judge"; CHY_NONE
 * where it says none. */
static uint32_t age_said(const chy_casting *c, const chy_draft *draft) {
    if (draft->kind == CHY_MENTION_NAME) {
        uint32_t age = draft->end + 1;
        bool said = age < c->word_count && strcmp(c->words[draft->end].form, ",") == 0 &&
                    c->words[age].upos == CHY_UPOS_NUM;
        return said ? age : CHY_NONE;
    }
    for (uint32_t w = draft->head + 1; w-- > draft->first + 4;)
        if (ends_age(c, w)) return w - 4;
    return CHY_NONE;
}

static bool is_person(const chy_draft *draft) {
    return draft->character != CHY_NONE && draft->kind != CHY_MENTION_PRONOUN &&
           draft->says.kind == CHY_ENTITY_PERSON;
}

/* Who was said to be so old; `others` are those said to be of another age. */
static uint32_t find_stated(const chy_casting *c, uint32_t at, uint32_t age,
                            chy_member_list *others) {
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        uint32_t stated = is_person(other) ? age_said(c, other) : CHY_NONE;
        if (stated == CHY_NONE || chy_nested(&c->drafts[at], other)) continue;
        if (strcmp(c->words[stated].form, c->words[age].form) == 0) return other->character;
        chy_member_insert(others, other->character);
    }
    return CHY_NONE;
}

/* Whether a description points at somebody told before, by an age or a calling and nothing else. */
static bool points_back(const chy_casting *c, const chy_draft *draft) {
    const uint32_t barred = CHY_SAYS_OTHER | CHY_SAYS_POSSESSED | CHY_SAYS_TITLE;
    bool alone = draft->end <= draft->core_end || chy_age_before(c, draft->head) != CHY_NONE;
    return draft->says.kind == CHY_ENTITY_PERSON && draft->says.number == 1 &&
           draft->says.flags & CHY_SAYS_DEFINITE && !(draft->says.flags & barred) && alone;
}

uint32_t chy_find_of_age(const chy_casting *c, uint32_t at, chy_member_list *others) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t age = draft->says.flags & CHY_SAYS_DEFINITE ? age_said(c, draft) : CHY_NONE;
    others->count = 0;
    return age == CHY_NONE ? CHY_NONE : find_stated(c, at, age, others);
}

/* Whether a calling that is over can be that of a character: not of whoever has it now. */
static bool may_have_been(const chy_draft *draft, const chy_character *character) {
    bool was = character->is.flags & CHY_SAYS_FORMER;
    if (!(draft->says.flags & CHY_SAYS_FORMER) || was) return true;
    for (uint32_t i = 0; i < character->role_count; i++)
        if (chy_role_covers(draft->says.role, character->roles[i])) return false;
    return true;
}

/* Of whom no office of today was told, so that a former one is news of them. */
static bool is_open(const chy_character *character) {
    return character->role_count == 0 || character->is.flags & CHY_SAYS_FORMER;
}

/* Those who an age or calling may tell of, and the best of them: who was named as a subject, else
 * named, else told of last. */
typedef struct choice {
    uint32_t best, best_open;
    int most, most_open;
    bool several; /* named ones */
    uint32_t named;
} choice;

static void count_named(const chy_draft *other, choice *among) {
    if (other->kind != CHY_MENTION_NAME) return;
    among->several =
        among->several || (among->named != CHY_NONE && among->named != other->character);
    among->named = other->character;
}

static void weigh(const chy_casting *c, const chy_draft *other, choice *among) {
    bool named = other->kind == CHY_MENTION_NAME;
    int points = (named ? 2 : 0) + (c->words[other->head].deprel == CHY_DEPREL_NSUBJ ? 1 : 0);
    if (points > among->most) {
        among->most = points;
        among->best = other->character;
    }
    if (is_open(&c->cast[other->character]) && points > among->most_open) {
        among->most_open = points;
        among->best_open = other->character;
    }
}

uint32_t chy_find_epithet(const chy_casting *c, uint32_t at, const chy_member_list *others) {
    const chy_draft *draft = &c->drafts[at];
    if (!points_back(c, draft)) return CHY_NONE;
    uint32_t age = age_said(c, draft), sentence = c->words[draft->head].sentence;
    if (age == CHY_NONE && !(draft->says.flags & CHY_SAYS_FORMER)) return CHY_NONE;
    choice among = {CHY_NONE, CHY_NONE, -1, -1, false, CHY_NONE};
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > NEAR_SENTENCES) break;
        if (!is_person(other) || chy_nested(draft, other) || chy_parties_apart(c, draft, other) ||
            chy_member_listed(others, other->character) ||
            !chy_profiles_agree(&draft->says, &c->cast[other->character].is))
            continue;
        count_named(other, &among);
        if (may_have_been(draft, &c->cast[other->character])) weigh(c, other, &among);
    }
    if (age != CHY_NONE) return among.best;
    /* Without an age: one of no known office, else the only one named. */
    bool only = among.named != CHY_NONE && !among.several && among.named == among.best;
    return among.most_open >= 2 ? among.best_open : only ? among.named : CHY_NONE;
}
