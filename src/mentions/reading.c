#include "mentions/cast.h"
#include "mentions/heads.h"

#include <string.h>

/* How many conjuncts a name is followed up. */
#define CONJUNCTS 64u

/* Verbs and nouns that governments, not towns, are parties to. All sorted. */
static const char *const act_nouns[] = {
    "accord",      "accusation",    "agreement",   "aid",        "alliance",    "ambition",
    "approach",    "aspect",        "assistance",  "attitude",   "backing",     "bid",
    "call",        "campaign",      "claim",       "commitment", "concern",     "condemnation",
    "conflict",    "confrontation", "cooperation", "criticism",  "deal",        "decision",
    "declaration", "demand",        "denial",      "diplomacy",  "dispute",     "effort",
    "exercise",    "feud",          "foe",         "influence",  "initiative",  "intention",
    "interest",    "invasion",      "involvement", "move",       "negotiation", "objection",
    "offer",       "opposition",    "pact",        "partner",    "partnership", "plan",
    "pledge",      "policy",        "position",    "promise",    "proposal",    "protest",
    "reaction",    "refusal",       "rejection",   "relation",   "relations",   "relationship",
    "request",     "response",      "rift",        "rival",      "rivalry",     "role",
    "sanction",    "stance",        "statement",   "strategy",   "support",     "talk",
    "talks",       "tension",       "tensions",    "threat",     "tie",         "ties",
    "treaty",      "trust",         "war",         "warning",    "will",        "willingness"};

/* Verbs whose subject may be a town itself: "Nairobi lies", "Lima hosts". */
static const char *const place_verbs[] = {
    "be",  "become",  "boast",  "border", "contain", "experience", "feature",  "have",
    "lie", "located", "remain", "sit",    "situate", "stand",      "straddle", "suffer"};

/* Verbs whose object is where one goes or what one takes. */
static const char *const reach_verbs[] = {
    "abandon", "approach", "attack",   "besiege", "bomb",     "bombard", "capture",
    "control", "cross",    "depart",   "destroy", "encircle", "enter",   "evacuate",
    "flee",    "hit",      "invade",   "leave",   "liberate", "near",    "occupy",
    "patrol",  "raid",     "reach",    "retake",  "seize",    "shake",   "shell",
    "storm",   "strike",   "surround", "tour",    "visit"};

/* Verbs whose object is what is spoken of. */
static const char *const topic_verbs[] = {"address", "cover",   "debate",
                                          "discuss", "mention", "raise"};

/* Prepositions that place things. */
static const char *const place_cases[] = {"across",  "along",      "around", "at",      "beyond",
                                          "in",      "inside",     "into",   "near",    "outside",
                                          "through", "throughout", "toward", "towards", "within"};

/* Prepositions that follow a word of dealing: "talks with Nairobi", "pressure on Kampala". */
static const char *const party_cases[] = {"against", "between", "by", "for", "with"};

/* Words after which "to", "from", "on" name a party rather than a way: "offer to", "message from".
 */
static const char *const dealing_words[] = {
    "accuse",   "aid",       "apologize", "appeal",   "assurance", "call",   "concession",
    "demand",   "express",   "letter",    "loan",     "message",   "offer",  "pledge",
    "pressure", "proposal",  "request",   "response", "sanction",  "signal", "support",
    "threat",   "ultimatum", "urge",      "warning"};

static const char *lemma_at(const chy_casting *c, uint32_t word) {
    return word == CHY_NONE ? "" : c->words[word].lemma;
}

static bool one_of(const char *lemma, const char *const *list, size_t count) {
    return chy_is_one_of(lemma, list, count);
}

/* The word whose relation says how a name stands: past conjuncts and appositions. */
static uint32_t standing_word(const chy_casting *c, uint32_t word) {
    for (int steps = 0; steps < 8; steps++) {
        const chy_word *w = &c->words[word];
        bool passes = w->deprel == CHY_DEPREL_CONJ && w->head != CHY_NONE;
        if (!passes) break;
        /* "Kampala and Nairobi": the case marker may stand on either. */
        if (chy_tree_case(&c->tree, word)[0]) break;
        word = w->head;
    }
    return word;
}

/* A sea, a mountain, an airport: by GeoNames' feature code neither a division nor a town, no actor.
 */
static bool is_natural(const chy_draft *draft) {
    const char *code =
        draft->has_fact && draft->fact.kind == CHY_FACT_PLACE ? draft->fact.feature : "";
    return *code && strncmp(code, "PPL", 3) != 0 && strncmp(code, "ADM", 3) != 0 &&
           strncmp(code, "PCL", 3) != 0;
}

static chy_reading read_oblique(const chy_casting *c, uint32_t word) {
    const char *preposition = chy_tree_case(&c->tree, word);
    const char *governor = lemma_at(c, c->words[word].head);
    /* "Send aid to Khartoum": the object says what is dealt with. */
    uint32_t object = c->words[word].head == CHY_NONE
                          ? CHY_NONE
                          : chy_tree_child(&c->tree, c->words[word].head, CHY_DEPREL_OBJ);
    const char *thing = lemma_at(c, object);
    bool dealing = one_of(governor, dealing_words, CHY_COUNT_OF(dealing_words)) ||
                   one_of(governor, act_nouns, CHY_COUNT_OF(act_nouns)) ||
                   one_of(thing, dealing_words, CHY_COUNT_OF(dealing_words));
    if (one_of(preposition, place_cases, CHY_COUNT_OF(place_cases))) return CHY_READING_LITERAL;
    if (one_of(preposition, party_cases, CHY_COUNT_OF(party_cases))) {
        bool way = strcmp(preposition, "for") == 0 &&
                   (strcmp(governor, "leave") == 0 || strcmp(governor, "depart") == 0 ||
                    strcmp(governor, "head") == 0);
        return way ? CHY_READING_LITERAL : CHY_READING_METONYMIC;
    }
    if (strcmp(preposition, "to") == 0 || strcmp(preposition, "from") == 0 ||
        strcmp(preposition, "on") == 0 || strcmp(preposition, "of") == 0)
        return dealing ? CHY_READING_METONYMIC : CHY_READING_LITERAL;
    return CHY_READING_LITERAL;
}

/* "In Nairobi", "near Kampala", "reached Kampala", "flew to Lima": where something is or goes. */
static bool is_reached(const chy_casting *c, uint32_t word) {
    static const char *const going[] = {"arrive", "bring", "carry",     "come",   "deliver",
                                        "deploy", "drive", "fly",       "go",     "head",
                                        "march",  "move",  "return",    "sail",   "send",
                                        "ship",   "take",  "transport", "travel", "walk"};
    word = standing_word(c, word);
    const chy_word *w = &c->words[word];
    const char *preposition = chy_tree_case(&c->tree, word), *verb = lemma_at(c, w->head);
    bool object = w->deprel == CHY_DEPREL_OBJ || w->deprel == CHY_DEPREL_NSUBJ_PASS;
    /* But "sent aid to Kampala": who is dealt with. */
    bool way = w->deprel == CHY_DEPREL_OBL && read_oblique(c, word) == CHY_READING_LITERAL &&
               (strcmp(preposition, "to") == 0 || strcmp(preposition, "from") == 0);
    /* "in his hometown of Kara" */
    bool home = w->head != CHY_NONE && strcmp(preposition, "of") == 0 &&
                strcmp(verb, "hometown") == 0 &&
                one_of(chy_tree_case(&c->tree, w->head), place_cases, CHY_COUNT_OF(place_cases));
    /* "On Malaita, villagers protested" */
    bool opens = strcmp(preposition, "on") == 0 && w->deprel == CHY_DEPREL_OBL && word > 0 &&
                 word < w->head && (word < 2 || c->words[word - 2].sentence != w->sentence);
    return home || opens || one_of(preposition, place_cases, CHY_COUNT_OF(place_cases)) ||
           (object && one_of(verb, reach_verbs, CHY_COUNT_OF(reach_verbs))) ||
           (way && one_of(verb, going, CHY_COUNT_OF(going)));
}

static chy_reading read_subject(const chy_casting *c, uint32_t word) {
    uint32_t head = c->words[word].head;
    const char *verb = lemma_at(c, head);
    bool copula = head != CHY_NONE && chy_tree_child(&c->tree, head, CHY_DEPREL_COP) != CHY_NONE;
    if (copula && c->words[head].upos == CHY_UPOS_ADJ) return CHY_READING_METONYMIC;
    uint32_t object = head == CHY_NONE ? CHY_NONE : chy_tree_child(&c->tree, head, CHY_DEPREL_OBJ);
    if (!copula && one_of(lemma_at(c, object), act_nouns, CHY_COUNT_OF(act_nouns)))
        return CHY_READING_METONYMIC;
    if (copula || one_of(verb, place_verbs, CHY_COUNT_OF(place_verbs))) return CHY_READING_LITERAL;
    return CHY_READING_METONYMIC;
}

/* A place's name before a noun: "Nairobi talks" happen there, "the Kampala government" is of it; a
 * nominal act's possessor does it: "Nairobi's decision". */
static chy_reading read_modifier(const chy_casting *c, uint32_t word) {
    const char *noun = lemma_at(c, c->words[word].head);
    bool act = one_of(noun, act_nouns, CHY_COUNT_OF(act_nouns));
    if (c->words[word].deprel == CHY_DEPREL_NMOD_POSS)
        return act ? CHY_READING_METONYMIC : CHY_READING_LITERAL;
    /* "Nairobi - Kampala cooperation": of a pair both act; one alone before talks is the venue. */
    bool pair = chy_tree_child(&c->tree, word, CHY_DEPREL_CONJ) != CHY_NONE ||
                c->words[word].deprel == CHY_DEPREL_CONJ;
    for (uint32_t s = c->tree.first_child[word]; s != CHY_NONE; s = c->tree.next_sibling[s])
        pair = pair || (c->words[s].upos == CHY_UPOS_PROPN && c->name_of_word[s] != CHY_NONE &&
                        c->name_of_word[s] != c->name_of_word[word]);
    bool talks = chy_same(noun, "talk") || chy_same(noun, "agreement") ||
                 chy_same(noun, "accord") || chy_same(noun, "declaration") ||
                 chy_same(noun, "protest");
    return act && (pair || !talks) ? CHY_READING_METONYMIC : CHY_READING_LITERAL;
}

static chy_reading read_place(const chy_casting *c, const chy_draft *draft) {
    uint32_t word = standing_word(c, draft->head);
    const chy_word *w = &c->words[word];
    switch (w->deprel) {
    case CHY_DEPREL_NSUBJ:
        return read_subject(c, word);
    case CHY_DEPREL_OBL_AGENT:
    case CHY_DEPREL_VOCATIVE:
        return CHY_READING_METONYMIC;
    case CHY_DEPREL_NSUBJ_PASS:
    case CHY_DEPREL_OBJ:
    case CHY_DEPREL_IOBJ:
        return one_of(lemma_at(c, w->head), reach_verbs, CHY_COUNT_OF(reach_verbs)) ||
                       one_of(lemma_at(c, w->head), topic_verbs, CHY_COUNT_OF(topic_verbs))
                   ? CHY_READING_LITERAL
                   : CHY_READING_METONYMIC;
    case CHY_DEPREL_OBL:
    case CHY_DEPREL_NMOD:
    case CHY_DEPREL_CONJ:
        return read_oblique(c, word);
    case CHY_DEPREL_NMOD_POSS:
    case CHY_DEPREL_COMPOUND:
    case CHY_DEPREL_AMOD:
        return read_modifier(c, word);
    case CHY_DEPREL_ROOT:
        return draft->says.kind == CHY_ENTITY_COUNTRY ? CHY_READING_METONYMIC : CHY_READING_LITERAL;
    default:
        return CHY_READING_LITERAL;
    }
}

/* A nationality adjective acts where it modifies a thing done: "Kenyan aid", not "the Kenyan
 * president". */
static chy_reading read_adjective(const chy_casting *c, const chy_draft *draft) {
    uint32_t head = c->words[draft->head].head;
    return one_of(lemma_at(c, head), act_nouns, CHY_COUNT_OF(act_nouns)) ? CHY_READING_METONYMIC
                                                                         : CHY_READING_NONE;
}

/* A capital or a seat read as its government is a mention of the country. */
static void take_government(chy_draft *draft) {
    if (draft->reading != CHY_READING_METONYMIC) return;
    if (draft->says.kind == CHY_ENTITY_PLACE && draft->fact.country[0]) {
        draft->says.kind = CHY_ENTITY_COUNTRY;
        draft->says.country = draft->fact.country;
    }
    uint32_t sectors = draft->fact.sectors;
    draft->says.sectors = sectors ? sectors : 1u << CHY_SECTOR_GOV;
}

/* What the head says that looks at the name, at what governs it past conjuncts, at the sentence's
 * root and at what the rules say (docs/learned-file.md); the rules where there is no such head. */
static chy_reading read_learned(const chy_casting *c, uint32_t word, chy_reading rules) {
    uint32_t root = c->word_count + c->words[word].sentence, above = word;
    for (uint32_t steps = 0; c->words[above].deprel == CHY_DEPREL_CONJ && steps < CONJUNCTS;
         steps++)
        above = c->words[above].head;
    above = c->words[above].head == CHY_NONE ? root : c->words[above].head;
    const chy_mentions_watch *watch = c->in->watch;
    if (watch) watch->place(watch->context, word, above, root, rules);
    const chy_mention_heads *heads = c->in->heads;
    if (!heads || !heads->reading_rules) return rules;
    const chy_aspects *aspects = c->in->aspects;
    const float *values = aspects->values + aspects->offset[CHY_ASPECT_READINGS];
    float sum = values[word * aspects->stride] + values[above * aspects->stride + 1];
    sum += values[root * aspects->stride + 2];
    sum += rules == CHY_READING_METONYMIC ? heads->reading_rules[0] : 0.0f;
    return sum > 0.0f ? CHY_READING_METONYMIC : CHY_READING_LITERAL;
}

/* "According to Oslo": who says so. */
static bool is_source(const chy_casting *c, uint32_t word) {
    uint32_t marker = chy_tree_child(&c->tree, standing_word(c, word), CHY_DEPREL_CASE);
    return marker != CHY_NONE && chy_same(c->words[marker].form, "according");
}

/* "Withdrew from Goma": a town that is no seat of government is where one comes from. */
static bool is_left(const chy_casting *c, const chy_draft *draft) {
    uint32_t word = standing_word(c, draft->head);
    bool governs = draft->has_fact &&
                   (draft->fact.kind == CHY_FACT_CAPITAL || draft->fact.kind == CHY_FACT_SEAT);
    return draft->says.kind == CHY_ENTITY_PLACE && !governs &&
           c->words[word].deprel == CHY_DEPREL_OBL &&
           strcmp(chy_tree_case(&c->tree, word), "from") == 0 &&
           read_oblique(c, word) == CHY_READING_LITERAL;
}

void chy_readings_read(chy_casting *c) {
    for (uint32_t i = 0; i < c->draft_count; i++) {
        chy_draft *draft = &c->drafts[i];
        if (draft->kind != CHY_MENTION_NAME) continue;
        if (draft->says.flags & CHY_SAYS_ADJECTIVE) {
            draft->reading = (uint8_t)read_adjective(c, draft);
            take_government(draft);
            continue;
        }
        if (draft->says.kind != CHY_ENTITY_PLACE && draft->says.kind != CHY_ENTITY_COUNTRY)
            continue;
        draft->reading = is_reached(c, draft->head) || is_natural(draft) || is_left(c, draft)
                             ? CHY_READING_LITERAL
                         : is_source(c, draft->head)
                             ? CHY_READING_METONYMIC
                             : (uint8_t)read_learned(c, draft->head, read_place(c, draft));
        /* Only capitals and seats stand for governments; another town that acts stays a town. */
        bool governs = draft->has_fact &&
                       (draft->fact.kind == CHY_FACT_CAPITAL || draft->fact.kind == CHY_FACT_SEAT);
        if (draft->says.kind == CHY_ENTITY_PLACE && !governs) continue;
        /* "Kremlin spokesman", "a source in the Casa Rosada": a seat before a role is who it
         * serves. */
        uint32_t head = c->words[draft->head].head;
        uint32_t noun = head == CHY_NONE ? CHY_NONE : c->draft_of_head[head];
        bool serves = noun != CHY_NONE && c->drafts[noun].kind == CHY_MENTION_DESCRIPTION &&
                      c->drafts[noun].says.flags & (CHY_SAYS_HUMAN | CHY_SAYS_BODY) &&
                      (c->words[draft->head].deprel == CHY_DEPREL_COMPOUND ||
                       c->words[draft->head].deprel == CHY_DEPREL_NMOD_POSS);
        if (serves && draft->has_fact && draft->fact.kind == CHY_FACT_SEAT)
            draft->reading = CHY_READING_METONYMIC;
        take_government(draft);
    }
}
