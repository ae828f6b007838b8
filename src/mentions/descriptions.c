#include "mentions/epithets.h"
#include "mentions/nouns.h"
#include "mentions/place_words.h"

#include <string.h>

/* How many mentions back a description looks for whom it describes. */
#define WINDOW         200
#define NEAR_SENTENCES 12u

bool chy_nested(const chy_draft *a, const chy_draft *b) {
    return (a->first <= b->first && b->end <= a->end) || (b->first <= a->first && a->end <= b->end);
}

/* The phrase that a description sits in as a modifier: "the ministry's spokesman" is inside "…". */
static bool inside_own_phrase(const chy_casting *c, const chy_draft *draft,
                              const chy_draft *other) {
    uint32_t at = draft->head;
    for (int steps = 0; steps < 12 && at != CHY_NONE; steps++) {
        if (at == other->head) return true;
        at = c->words[at].head;
    }
    at = other->head;
    for (int steps = 0; steps < 12 && at != CHY_NONE; steps++) {
        const chy_word *w = &c->words[at];
        if (at == draft->head) return true;
        /* Only up through the noun phrase. */
        if (w->upos == CHY_UPOS_VERB) return false;
        at = w->head;
    }
    return false;
}

/* Two parties of one verb are two: "the minister met the ambassador". So are conjuncts. */
bool chy_parties_apart(const chy_casting *c, const chy_draft *a, const chy_draft *b) {
    const chy_word *x = &c->words[a->head], *y = &c->words[b->head];
    if (x->head == CHY_NONE || y->head == CHY_NONE) return false;
    if (x->head == y->head && c->words[x->head].upos == CHY_UPOS_VERB) return true;
    return (x->deprel == CHY_DEPREL_CONJ && x->head == b->head) ||
           (y->deprel == CHY_DEPREL_CONJ && y->head == a->head) ||
           (x->deprel == CHY_DEPREL_CONJ && y->deprel == CHY_DEPREL_CONJ && x->head == y->head);
}

/* "Teachers' Federation", "General Confederation of Labour": the name of a union by whatever word.
 */
static bool names_union(const chy_casting *c, const chy_character *character) {
    const chy_draft *name = &c->drafts[character->name_draft];
    for (uint32_t w = name->first; w < name->end; w++)
        if (chy_names_workers(c->words[w].form)) return true;
    return false;
}

static bool body_fits(const chy_casting *c, const chy_draft *draft,
                      const chy_character *character) {
    const chy_profile *says = &draft->says;
    uint8_t kind = character->is.kind;
    if (kind != CHY_ENTITY_ORGANISATION && kind != CHY_ENTITY_ARMED_GROUP) return false;
    if (says->flags & CHY_SAYS_POSSESSED && !says->country[0]) return false;
    /* One of another country must not be taken for a body whose country is not known. */
    if (says->country[0] && !character->is.country[0] &&
        strcmp(says->country, c->main_country) != 0)
        return false;
    /* Tables call many a body an agency: no army and no court is called so. */
    uint32_t never = 1u << CHY_SECTOR_MIL | 1u << CHY_SECTOR_JUD | 1u << CHY_SECTOR_LEG;
    if (strcmp(says->role, "agency") == 0 && character->is.sectors & never) return false;
    for (uint32_t i = 0; i < character->role_count; i++)
        if (chy_role_covers(says->role, character->roles[i])) return true;
    const char *noun = c->words[draft->head].lemma;
    bool bare = draft->head <= draft->first + 1;
    bool firm = bare && strcmp(says->role_class, "company") == 0;
    if (character->name_draft == CHY_NONE)
        return firm && chy_character_has_role(character, says->role_class);
    const chy_draft *name = &c->drafts[character->name_draft];
    for (uint32_t i = name->first; i < name->end; i++)
        if (chy_same_letters(c->words[i].form, noun)) return true;
    bool workers = character->is.sectors & 1u << CHY_SECTOR_LAB || names_union(c, character);
    if (strcmp(noun, "union") == 0 && workers) return true;
    static const char *const trades[] = {"bank", "company", "court", "party", "union"};
    if (bare && chy_is_one_of(says->role_class, trades, CHY_COUNT_OF(trades)) &&
        character->has_row && strcmp(character->row.role, says->role_class) == 0)
        return true;
    if (firm && character->is.sectors == 1u << CHY_SECTOR_BUS) return true;
    static const char *const general[] = {"agency", "alliance",     "bloc",        "body",
                                          "group",  "organisation", "organization"};
    bool armed = kind == CHY_ENTITY_ARMED_GROUP;
    if (says->flags & CHY_SAYS_BODY && chy_is_one_of(noun, general, CHY_COUNT_OF(general))) {
        bool between = character->is.sectors & 1u << CHY_SECTOR_IGO;
        return strcmp(noun, "group") == 0 ? !between : !armed;
    }
    static const char *const bands[] = {"militant", "militia", "movement", "rebel"};
    return armed && chy_is_one_of(noun, bands, CHY_COUNT_OF(bands));
}

static bool is_sovereign(const char *role) {
    static const char *const roles[] = {"emir",  "emperor", "king",      "monarch", "pope",
                                        "queen", "ruler",   "sovereign", "sultan"};
    return chy_is_one_of(role, roles, CHY_COUNT_OF(roles));
}

static bool reigns(const chy_character *character) {
    for (uint32_t i = 0; i < character->role_count; i++)
        if (is_sovereign(character->roles[i])) return true;
    for (uint32_t i = 0; i < character->office_count; i++)
        if (is_sovereign(character->offices[i].role)) return true;
    return false;
}

/* A head of state or government, whom nobody calls "the official" or "the diplomat". */
static bool heads_state(const chy_character *character) {
    return chy_character_has_role(character, "head_of_state") ||
           chy_character_has_role(character, "head_of_government") || reigns(character);
}

/* "Kenya's Amina Yusuf met ... The Kenyan president": who met somebody, and of whom nothing was
 * told but a name and a country, may be its leader. */
static bool may_lead(const chy_casting *c, const chy_draft *draft, const chy_character *character) {
    return chy_role_leads(draft->says.role_class) && draft->says.country[0] &&
           strcmp(draft->says.country, character->is.country) == 0 && character->role_count == 0 &&
           character->office_count == 0 && character->name_draft != CHY_NONE &&
           !(draft->says.flags & CHY_SAYS_FORMER) && chy_meets_somebody(c, character->first_draft);
}

static bool role_fits(const chy_draft *draft, const chy_character *character) {
    const char *general = draft->says.role;
    static const char *const lesser[] = {"diplomat", "official"};
    bool less = chy_is_one_of(general, lesser, CHY_COUNT_OF(lesser));
    if (less && heads_state(character)) return false;
    if (less && chy_character_has_role(character, "spokesperson")) return true;
    if (strcmp(general, "leader") == 0 && heads_state(character)) return true;
    /* "The chief of the navy" is no captain of it. */
    bool of_body = strcmp(general, "chief") == 0 && draft->end > draft->head + 1;
    if (of_body) return chy_character_has_role(character, general);
    /* "The king" is no president; but "the monarch" is the king. */
    if (is_sovereign(general)) return reigns(character);
    static const char *const bare[] = {"boy", "child", "girl", "man", "person", "woman"};
    if (chy_is_one_of(general, bare, CHY_COUNT_OF(bare)))
        return chy_character_has_role(character, general);
    for (uint32_t i = 0; i < character->role_count; i++)
        if (chy_role_covers(general, character->roles[i])) return true;
    /* "The general" of an army chief, both commanders; but ministers and kin are of many kinds. */
    static const char *const many[] = {"family", "minister", "official"};
    const char *class = draft->says.role_class;
    bool broad = class[0] && !strchr(general, ' ') && draft->end - draft->first <= 2 &&
                 strcmp(general, class) != 0 && !chy_is_one_of(class, many, CHY_COUNT_OF(many));
    /* An unnamed diplomat who talks is not the ambassador. */
    bool source = character->name_draft == CHY_NONE && strcmp(character->is.role, class) == 0;
    if (broad && !source && chy_character_has_role(character, class)) return true;
    for (uint32_t i = 0; i < character->office_count; i++)
        if (chy_role_covers(general, character->offices[i].role)) return true;
    /* "The official", "the politician": any holder of a public office. */
    uint32_t state = 1u << CHY_SECTOR_GOV | 1u << CHY_SECTOR_LEG | 1u << CHY_SECTOR_COP |
                     1u << CHY_SECTOR_MIL | 1u << CHY_SECTOR_JUD;
    bool office = character->role_count > 0 || character->office_count > 0;
    return strcmp(general, "official") == 0 && office && character->is.sectors & state;
}

static bool person_fits(const chy_casting *c, const chy_draft *draft,
                        const chy_character *character) {
    bool former = draft->says.flags & CHY_SAYS_FORMER;
    bool was = character->is.flags & CHY_SAYS_FORMER;
    if (former != was && character->role_count > 0) return false;
    /* Someone of another country must not be taken for a countryman whose country is not known. */
    const char *country = chy_country_known(character);
    if (draft->says.country[0] && !country[0] &&
        (strcmp(draft->says.country, c->main_country) != 0 ||
         !chy_character_has_role(character, draft->says.role)))
        return false;
    if (draft->says.country[0] && country[0] && strcmp(draft->says.country, country) != 0)
        return false;
    if (draft->says.flags & CHY_SAYS_POSSESSED && character->is.country[0]) {
        const char *owner = chy_owner_country(c, draft);
        if (owner[0] && strcmp(owner, character->is.country) != 0) return false;
    }
    return role_fits(draft, character) || may_lead(c, draft, character);
}

/* "The rebels" are the armed group just named; "the fighters", "the militants" too. */
static bool band_fits(const chy_casting *c, const chy_draft *draft,
                      const chy_character *character) {
    const chy_profile *says = &draft->says, *is = &character->is;
    uint32_t rebel = 1u << CHY_SECTOR_REB;
    static const char *const bands[] = {"army",   "brigade", "brigades", "command",  "force",
                                        "forces", "front",   "militia",  "movement", "resistance"};
    uint32_t party = 1u << CHY_SECTOR_PTY;
    bool body = is->kind == CHY_ENTITY_ORGANISATION && character->name_draft != CHY_NONE;
    const char *noun = body ? c->words[c->drafts[character->name_draft].end - 1].form : "";
    bool open =
        body && (is->sectors & ~party) == 0 && chy_is_one_of(noun, bands, CHY_COUNT_OF(bands));
    bool band = is->kind == CHY_ENTITY_ARMED_GROUP || (body && is->sectors & rebel) || open;
    bool countries =
        !says->country[0] || !is->country[0] || strcmp(says->country, is->country) == 0;
    return band && says->kind == CHY_ENTITY_GROUP && says->sectors & rebel && countries &&
           !(says->flags & CHY_SAYS_POSSESSED);
}

/* "The attackers" of gunmen or rebels who were told of: armed men by whatever word. */
static bool same_band(const chy_casting *c, const chy_draft *draft,
                      const chy_character *character) {
    bool armed =
        chy_character_has_role(character, "gunman") || chy_character_has_role(character, "rebel");
    if (!armed || strcmp(draft->says.role_class, "gunman") != 0 ||
        draft->says.flags & CHY_SAYS_POSSESSED)
        return false;
    for (uint32_t w = draft->first; w < draft->end; w++)
        if (c->name_of_word[w] != CHY_NONE) return false;
    return true;
}

/* "The men" of two brothers whose names were told. */
static bool same_people(const chy_casting *c, const chy_draft *draft,
                        const chy_character *character) {
    static const char *const bare[] = {"man", "person", "woman"};
    if (!chy_is_one_of(draft->says.role, bare, CHY_COUNT_OF(bare)) || character->member_count == 0)
        return false;
    for (uint32_t i = 0; i < character->member_count; i++)
        if (c->cast[character->members[i]].is.kind != CHY_ENTITY_PERSON) return false;
    return true;
}

/* "The Bangladeshi capital". */
static bool capital_fits(const chy_draft *draft, const chy_character *character) {
    return strcmp(draft->says.role, "capital") == 0 && character->has_row &&
           character->row.kind == CHY_FACT_CAPITAL && draft->says.country[0] &&
           strcmp(draft->says.country, character->row.country) == 0;
}

/* "The island" of a state that is one; "the islands" of one that is several. */
static bool is_island_state(const chy_casting *c, const chy_draft *draft,
                            const chy_character *character) {
    uint32_t first;
    if (strcmp(draft->says.role, "island") != 0 || character->is.kind != CHY_ENTITY_COUNTRY ||
        chy_lexicon_find_code(c->in->lexicon, false, character->is.country, &first) == 0)
        return false;
    chy_fact state;
    chy_lexicon_fact(c->in->lexicon, first, &state);
    return strcmp(state.feature, draft->says.number == 1 ? "ISL" : "ISLS") == 0;
}

/* Whether the words behind a place's name say that it is no town: "the Karrada district". */
static bool names_part(const chy_casting *c, const chy_character *character) {
    static const char *const parts[] = {"county",        "district", "neighborhood",
                                        "neighbourhood", "province", "region",
                                        "state",         "suburb",   "valley"};
    const chy_draft *name = &c->drafts[character->name_draft];
    return name->end < c->word_count &&
           c->words[name->end].sentence == c->words[name->head].sentence &&
           chy_is_one_of(c->words[name->end].lemma, parts, CHY_COUNT_OF(parts));
}

/* Whether a named place is of the kind that "the city", "the island", "the province" tell. */
static bool named_place_fits(const chy_casting *c, const chy_draft *draft,
                             const chy_character *character) {
    static const struct {
        const char *role;
        uint32_t areas;
    } kinds[] = {{"city", CHY_AREA_TOWN},       {"district", CHY_AREA_DISTRICT},
                 {"island", CHY_AREA_ISLAND},   {"province", CHY_AREA_DIVISION},
                 {"region", CHY_AREA_DIVISION}, {"town", CHY_AREA_TOWN},
                 {"village", CHY_AREA_TOWN}};
    if (character->name_draft == CHY_NONE) return false;
    for (size_t i = 0; i < CHY_COUNT_OF(kinds); i++) {
        if (strcmp(draft->says.role, kinds[i].role) != 0) continue;
        bool town = kinds[i].areas == CHY_AREA_TOWN;
        if (!character->has_row || character->row.feature[0] == 0)
            return town && !names_part(c, character);
        return (chy_area_of(&character->row) & kinds[i].areas) != 0 &&
               (town || draft->end - draft->first <= 2);
    }
    return false;
}

static bool place_fits(const chy_casting *c, const chy_draft *draft,
                       const chy_character *character) {
    return character->is.kind == CHY_ENTITY_PLACE &&
           (chy_character_has_role(character, draft->says.role) || capital_fits(draft, character) ||
            named_place_fits(c, draft, character));
}

static bool fits(const chy_casting *c, const chy_draft *draft, const chy_draft *other,
                 const chy_character *character) {
    const chy_profile *says = &draft->says;
    if (band_fits(c, draft, character))
        return !chy_nested(draft, other) && !chy_parties_apart(c, draft, other);
    if (is_island_state(c, draft, character) && !(other->says.flags & CHY_SAYS_ADJECTIVE))
        return !chy_parties_apart(c, draft, other);
    if (!chy_profiles_agree(says, &character->is) || chy_nested(draft, other) ||
        chy_parties_apart(c, draft, other) || inside_own_phrase(c, draft, other))
        return false;
    if (says->flags & CHY_SAYS_COUNTRY)
        return !(says->flags & CHY_SAYS_POSSESSED) && character->is.kind == CHY_ENTITY_COUNTRY &&
               !(other->says.flags & CHY_SAYS_ADJECTIVE);
    if (says->kind == CHY_ENTITY_PLACE) return place_fits(c, draft, character);
    if (says->kind == CHY_ENTITY_PERSON)
        return character->is.kind == CHY_ENTITY_PERSON && person_fits(c, draft, character);
    if (says->kind == CHY_ENTITY_GROUP)
        return character->is.kind == CHY_ENTITY_GROUP && character->role_count > 0 &&
               (chy_role_covers(says->role, character->roles[0]) ||
                same_band(c, draft, character) || same_people(c, draft, character));
    return body_fits(c, draft, character);
}

/* The same body told again without an article: "Kenyan police", "Lagos police". */
static bool same_body(const chy_draft *draft, const chy_character *character) {
    return draft->says.country[0] && character->name_draft == CHY_NONE &&
           strcmp(draft->says.country, character->is.country) == 0 &&
           draft->says.kind == character->is.kind &&
           (draft->says.number == character->is.number || !draft->says.number ||
            !character->is.number) &&
           chy_character_has_role(character, draft->says.role) &&
           character->is.sectors == draft->says.sectors;
}

/* "The country": the one last named, or, in a sentence that names none, that of its subject: "His
 * troops held the bank. But the country's navy". */
static uint32_t find_country_meant(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence, subject = CHY_NONE;
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        uint32_t distance = sentence - c->words[other->head].sentence;
        if (distance > 2 || (subject != CHY_NONE && distance > 0)) break;
        if (other->character == CHY_NONE) continue;
        const chy_character *character = &c->cast[other->character];
        if (fits(c, draft, other, character)) return other->character;
        uint8_t deprel = c->words[other->head].deprel;
        bool acts = deprel == CHY_DEPREL_NSUBJ || deprel == CHY_DEPREL_NSUBJ_PASS;
        const uint32_t political = 1u << CHY_SECTOR_GOV | 1u << CHY_SECTOR_MIL |
                                   1u << CHY_SECTOR_LEG | 1u << CHY_SECTOR_PTY |
                                   1u << CHY_SECTOR_OPP | 1u << CHY_SECTOR_JUD;
        if (acts && distance > 0 && character->is.sectors & political)
            subject = chy_find_country(c, character->is.country);
    }
    return subject;
}

/* "The minister" in the words of a spokesman: the last told of his own side who fits. */
static uint32_t find_own(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t speaker;
    if (draft->says.kind != CHY_ENTITY_PERSON || draft->says.country[0] ||
        draft->says.flags & CHY_SAYS_POSSESSED)
        return CHY_NONE;
    const char *side = chy_speaker_side(c, at, &speaker);
    uint32_t sentence = c->words[draft->head].sentence;
    for (uint32_t back = 1; *side && back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > NEAR_SENTENCES) break;
        if (other->character == CHY_NONE || other->character == speaker) continue;
        const chy_character *character = &c->cast[other->character];
        /* Whose country nobody says is of the report's own. */
        const char *country = character->is.country[0] ? character->is.country : c->home_country;
        if (character->last_draft == at - back && strcmp(country, side) == 0 &&
            fits(c, draft, other, character))
            return other->character;
    }
    return CHY_NONE;
}

/* "The minister, his aide said, was ill. The Peruvian official said": who spoke last, though nobody
 * has told yet of what country. */
static uint32_t find_speaker(const chy_casting *c, uint32_t at) {
    uint32_t speaker = chy_last_speaker(c, at);
    if (speaker == CHY_NONE) return CHY_NONE;
    const chy_draft *draft = &c->drafts[at];
    const chy_character *character = &c->cast[c->drafts[speaker].character];
    const char *stage = chy_country_of_stage(c, speaker, true);
    bool elsewhere = *stage && draft->says.country[0] && strcmp(stage, draft->says.country) != 0;
    bool times = ((draft->says.flags ^ character->is.flags) & CHY_SAYS_FORMER) == 0;
    bool same = times && !elsewhere && draft->says.kind == CHY_ENTITY_PERSON &&
                chy_profiles_agree(&draft->says, &character->is) && role_fits(draft, character);
    return same ? c->drafts[speaker].character : CHY_NONE;
}

uint32_t chy_find_described(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    const chy_profile *says = &draft->says;
    chy_member_list of_other_age;
    uint32_t aged = chy_find_of_age(c, at, &of_other_age);
    if (aged != CHY_NONE) return aged;
    if (chy_age_before(c, draft->head) != CHY_NONE) return chy_find_epithet(c, at, &of_other_age);
    bool definite = says->flags & CHY_SAYS_DEFINITE && !(says->flags & CHY_SAYS_OTHER);
    bool bare = !(says->flags & (CHY_SAYS_DEFINITE | CHY_SAYS_OTHER));
    if ((says->flags & CHY_SAYS_INDEFINITE && says->number == 1) ||
        strcmp(says->role, "people") == 0)
        return CHY_NONE;
    /* A group of known members is found elsewhere. */
    if (says->count > 0 || (says->flags & CHY_SAYS_SIDE && says->number == 2)) return CHY_NONE;
    uint32_t sentence = c->words[draft->head].sentence;
    bool country = says->flags & CHY_SAYS_COUNTRY && says->number == 1 && !says->country[0] &&
                   !(says->flags & CHY_SAYS_POSSESSED);
    uint32_t meant = country && definite ? find_country_meant(c, at) : CHY_NONE;
    if (meant == CHY_NONE && definite) meant = find_speaker(c, at);
    if (meant == CHY_NONE && definite) meant = find_own(c, at);
    if (meant != CHY_NONE) return meant;
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (other->character == CHY_NONE) continue;
        const chy_character *character = &c->cast[other->character];
        /* Only the newest mention of each is looked at. */
        if (character->last_draft != at - back) continue;
        bool near = sentence - c->words[other->head].sentence <= NEAR_SENTENCES;
        if (definite && near && fits(c, draft, other, character)) return other->character;
        if ((bare || definite) && same_body(draft, character) && !chy_nested(draft, other))
            return other->character;
    }
    return chy_find_epithet(c, at, &of_other_age);
}
