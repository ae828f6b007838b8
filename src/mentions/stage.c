/* Where somebody speaks, and for which side: "In Riga, the spokeswoman Ana Ozola gave another
 * account", "for the Chadian side, X said". */
#include "mentions/cast.h"

#include <string.h>

/* The head of the phrase that a mention and its titles are part of. */
static uint32_t phrase_head(const chy_casting *c, uint32_t draft) {
    uint32_t head = c->drafts[draft].head;
    while (c->words[head].deprel == CHY_DEPREL_FLAT || c->words[head].deprel == CHY_DEPREL_APPOS ||
           chy_is_modifier(c->words[head].deprel) || c->words[head].deprel == CHY_DEPREL_NMOD_DESC)
        head = c->words[head].head;
    return head;
}

/* Whether the phrase is the subject or the agent of a verb; somebody is told of, and no more, in
 * other places. */
static bool takes_part(const chy_casting *c, uint32_t head) {
    uint8_t deprel = c->words[head].deprel;
    return deprel == CHY_DEPREL_NSUBJ || deprel == CHY_DEPREL_OBL_AGENT ||
           (deprel == CHY_DEPREL_OBL && strcmp(chy_tree_case(&c->tree, head), "by") == 0);
}

static uint32_t first_draft_of_sentence(const chy_casting *c, uint32_t draft) {
    uint32_t sentence = c->words[c->drafts[draft].head].sentence;
    while (draft > 0 && c->words[c->drafts[draft - 1].head].sentence == sentence)
        draft--;
    return draft;
}

static bool is_account(const chy_casting *c, uint32_t noun) {
    static const char *const accounts[] = {"account", "communique", "communiqué", "reading",
                                           "readout", "statement",  "version",    "view"};
    return chy_is_one_of(c->words[noun].lemma, accounts, CHY_COUNT_OF(accounts));
}

/* "In Riga", "speaking from Riga", "Riga's account, given by": a capital as a stage. */
static bool is_stage(const chy_casting *c, const chy_draft *name) {
    static const char *const at[] = {"at", "from", "in"};
    if (name->kind != CHY_MENTION_NAME || !name->has_fact || name->fact.kind != CHY_FACT_CAPITAL)
        return false;
    const chy_word *word = &c->words[name->head];
    if (word->deprel == CHY_DEPREL_NMOD_POSS && word->head != CHY_NONE)
        return is_account(c, word->head);
    return chy_is_one_of(chy_tree_case(&c->tree, name->head), at, CHY_COUNT_OF(at));
}

/* "said | in Riga | that", "the spokeswoman, speaking | in Riga |, said". */
static bool is_beside_speech(const chy_casting *c, uint32_t head, uint32_t place) {
    static const char *const verbs[] = {"say", "speak", "state", "tell"};
    uint32_t verb = c->words[place].deprel == CHY_DEPREL_OBL ? c->words[place].head : CHY_NONE;
    return verb != CHY_NONE && (verb == c->words[head].head || c->words[verb].head == head) &&
           chy_is_one_of(c->words[verb].lemma, verbs, CHY_COUNT_OF(verbs));
}

const char *chy_country_of_stage(const chy_casting *c, uint32_t draft, bool travels) {
    uint32_t head = phrase_head(c, draft);
    if (!takes_part(c, head)) return "";
    uint32_t sentence = c->words[head].sentence;
    uint32_t first = first_draft_of_sentence(c, draft);
    const char *found = "";
    for (uint32_t i = first; i < draft; i++)
        if (is_stage(c, &c->drafts[i])) found = c->drafts[i].says.country;
    for (uint32_t i = draft + 1; !*found && i < c->draft_count; i++) {
        if (c->words[c->drafts[i].head].sentence != sentence) break;
        if (is_beside_speech(c, head, c->drafts[i].head) && is_stage(c, &c->drafts[i]))
            found = c->drafts[i].says.country;
    }
    /* What else the sentence tells of may be no third country's; a minister, who travels, speaks of
     * his own alone. */
    for (uint32_t i = first; *found && i < c->draft_count; i++) {
        const chy_draft *other = &c->drafts[i];
        if (c->words[other->head].sentence != sentence) break;
        if (other->kind != CHY_MENTION_NAME || !chy_code_is_state(other->says.country) ||
            strcmp(other->says.country, found) == 0)
            continue;
        if (travels || strcmp(other->says.country, c->dateline_country) != 0) return "";
    }
    bool home = strcmp(found, c->dateline_country) == 0;
    return home && !travels ? "" : found;
}

const char *chy_country_of_ground(const chy_casting *c, uint32_t draft) {
    uint32_t sentence = c->words[c->drafts[draft].head].sentence;
    uint32_t paragraph = c->in->sentences[sentence].paragraph;
    for (uint32_t back = 0; back < 2 && back <= sentence; back++) {
        if (c->in->sentences[sentence - back].paragraph != paragraph) return "";
        const char *found = "";
        uint32_t i = draft;
        while (i > 0 && c->words[c->drafts[i - 1].head].sentence + back >= sentence)
            i--;
        for (; i < c->draft_count && c->words[c->drafts[i].head].sentence + back <= sentence; i++) {
            const chy_draft *place = &c->drafts[i];
            if (place->kind != CHY_MENTION_NAME || place->says.kind != CHY_ENTITY_PLACE ||
                place->says.flags & CHY_SAYS_ADJECTIVE || place->reading == CHY_READING_METONYMIC ||
                !chy_code_is_state(place->says.country))
                continue;
            if (*found && strcmp(found, place->says.country) != 0) return "";
            found = place->says.country;
        }
        if (*found) return found;
    }
    return "";
}

const char *chy_country_of_most(const chy_casting *c) {
    uint32_t places[CHY_COUNTRIES_MOST] = {0}, most = 0, second = 0;
    const char *best = "";
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        bool place = draft->kind == CHY_MENTION_NAME && draft->says.kind == CHY_ENTITY_PLACE &&
                     draft->reading == CHY_READING_LITERAL;
        for (uint32_t k = 0; place && k < c->country_count; k++)
            places[k] += strcmp(c->countries[k].code, draft->says.country) == 0;
    }
    for (uint32_t k = 0; k < c->country_count; k++) {
        if (places[k] > most) best = c->countries[k].code;
        second = places[k] > most ? most : places[k] > second ? places[k] : second;
        most = places[k] > most ? places[k] : most;
    }
    return most >= 2 && most >= 2 * second ? best : "";
}

const char *chy_country_of_unknown(const chy_casting *c, const chy_draft *draft) {
    for (uint32_t w = draft->head + 1; w < draft->end; w++) {
        uint32_t name = c->name_of_word[w];
        if (name != CHY_NONE && c->drafts[name].says.kind == CHY_ENTITY_PLACE)
            return c->drafts[name].says.country[0] ? "" : c->told.most;
    }
    return "";
}

bool chy_is_foreign_act(const chy_casting *c, uint32_t draft, const char *home) {
    uint32_t sentence = c->words[c->drafts[draft].head].sentence;
    bool foreign = false;
    for (uint32_t i = first_draft_of_sentence(c, draft);
         i < c->draft_count && c->words[c->drafts[i].head].sentence == sentence; i++) {
        const chy_draft *other = &c->drafts[i];
        const chy_profile *is = chy_known_of(c, other);
        if (!chy_code_is_state(is->country) || i == draft) continue;
        if (strcmp(is->country, home) == 0 && other->kind == CHY_MENTION_NAME) return false;
        foreign = foreign || (is->sectors & 1u << CHY_SECTOR_MIL && strcmp(is->country, home) != 0);
    }
    return foreign;
}

const char *chy_country_of_side(const chy_casting *c, uint32_t draft) {
    static const char *const of[] = {"for", "from", "on"};
    static const char *const sides[] = {"delegation", "part", "side"};
    uint32_t head = phrase_head(c, draft);
    if (!takes_part(c, head)) return "";
    for (uint32_t i = first_draft_of_sentence(c, draft); i < draft; i++) {
        const chy_draft *name = &c->drafts[i];
        uint32_t noun = c->words[name->head].head;
        bool adjective = name->kind == CHY_MENTION_NAME && name->says.flags & CHY_SAYS_ADJECTIVE;
        if (adjective && noun != CHY_NONE && noun > name->head && noun < head &&
            c->words[noun].deprel == CHY_DEPREL_OBL &&
            chy_is_one_of(c->words[noun].lemma, sides, CHY_COUNT_OF(sides)) &&
            chy_is_one_of(chy_tree_case(&c->tree, noun), of, CHY_COUNT_OF(of)))
            return name->says.country;
    }
    return "";
}

const char *chy_country_of_account(const chy_casting *c, uint32_t draft) {
    uint32_t sentence = c->words[c->drafts[draft].head].sentence;
    if (sentence == 0 ||
        c->in->sentences[sentence].paragraph != c->in->sentences[sentence - 1].paragraph)
        return "";
    const char *found = "";
    uint32_t i = first_draft_of_sentence(c, draft);
    while (i-- > 0 && c->words[c->drafts[i].head].sentence + 1 == sentence) {
        const chy_draft *name = &c->drafts[i];
        uint32_t word = name->head;
        if (name->kind != CHY_MENTION_NAME || name->says.kind != CHY_ENTITY_COUNTRY) continue;
        bool told = c->words[word].deprel == CHY_DEPREL_AMOD ||
                    c->words[word].deprel == CHY_DEPREL_NMOD_POSS;
        if (told && is_account(c, c->words[word].head)) word = c->words[word].head;
        if (c->words[word].deprel == CHY_DEPREL_NSUBJ) found = name->says.country;
    }
    return found;
}
