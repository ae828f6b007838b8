/* The countries of parties that the words give none: "the army", "police", "pensioners" are of the
 * country that the report is about, or that its dateline lies in. */
#include "mentions/cast.h"
#include "mentions/money.h"

#include <string.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

/* How many sentences back the embassy of an ambassador, the minister of a ministry is looked for.
 */
#define OFFICE_SENTENCES 4u

/* How many sentences of a paragraph are looked back over for a country. */
#define AROUND_SENTENCES 24u

/* The lead of a report: within how many sentences it stands, and how many words the first full one
 * and how many sentences a report with a lead have at least. */
#define LEAD_SENTENCES 2u
#define LEAD_WORDS     12u
#define LEAD_REPORT    4u

bool chy_is_outsider(const chy_profile *says) {
    static const char *const outsiders[] = {
        "ambassador",  "analyst",  "athlete",         "diplomat", "envoy",    "expert",
        "foreigner",   "hostage",  "mediator",        "monitor",  "observer", "passenger",
        "peacekeeper", "prisoner", "prisoner of war", "tourist"};
    return chy_is_one_of(says->role, outsiders, CHY_COUNT_OF(outsiders)) ||
           chy_is_one_of(says->role_class, outsiders, CHY_COUNT_OF(outsiders));
}

/* Whether a name speaks of a state that deals with others, which it may do from anywhere: "France
 * condemned", "the Polish ambassador", a statesman. */
static bool is_abroad(const chy_casting *c, const chy_draft *draft) {
    if (draft->says.kind == CHY_ENTITY_PERSON) return true;
    uint32_t head = c->words[draft->head].head;
    uint32_t noun = head == CHY_NONE ? CHY_NONE : c->draft_of_head[head];
    bool official =
        noun != CHY_NONE && c->drafts[noun].kind == CHY_MENTION_DESCRIPTION &&
        (c->drafts[noun].says.sectors & SECTOR(GOV) || chy_is_outsider(&c->drafts[noun].says));
    bool acts = draft->says.kind == CHY_ENTITY_COUNTRY && draft->reading == CHY_READING_METONYMIC;
    return acts || (official && draft->says.flags & CHY_SAYS_ADJECTIVE);
}

/* "30 Kenyan shillings" tell of no country. */
static bool is_of_money(const chy_casting *c, const chy_draft *draft) {
    uint32_t head = c->words[draft->head].head;
    return draft->says.flags & CHY_SAYS_ADJECTIVE && head != CHY_NONE &&
           chy_is_currency(c->in->lexicon, c->words[head].lemma);
}

/* Counts the countries that names speak of; returns the one most named, the first of equals. */
static const chy_country_count *count_countries(chy_casting *c, uint32_t *names) {
    uint32_t best = 0;
    c->country_count = *names = 0;
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        if (draft->kind != CHY_MENTION_NAME || !chy_code_is_state(draft->says.country) ||
            is_of_money(c, draft))
            continue;
        uint32_t k = 0;
        while (k < c->country_count && strcmp(c->countries[k].code, draft->says.country) != 0)
            k++;
        if (k == CHY_COUNTRIES_MOST) continue;
        if (k == c->country_count)
            c->countries[c->country_count++] = (chy_country_count){draft->says.country, 0, 0};
        c->countries[k].grounds += !is_abroad(c, draft);
        (*names)++;
        best = ++c->countries[k].names > c->countries[best].names ? k : best;
    }
    return c->country_count > 0 ? &c->countries[best] : NULL;
}

static chy_country_count count_of(const chy_casting *c, const char *code) {
    for (uint32_t k = 0; k < c->country_count; k++)
        if (strcmp(c->countries[k].code, code) == 0) return c->countries[k];
    return (chy_country_count){"", 0, 0};
}

/* Whether the report may be of another country: more than its state is told of. */
static bool has_other_grounds(const chy_casting *c, const char *code) {
    for (uint32_t k = 0; k < c->country_count; k++)
        if (c->countries[k].grounds > 0 && strcmp(c->countries[k].code, code) != 0) return true;
    return false;
}

/* Without a dateline, the country that alone is told of up to the end of the first full sentence,
 * as more than a state that deals with others. */
static const char *country_of_lead(const chy_casting *c) {
    if (c->datelines[0].words.size > 0 || c->in->sentence_count < LEAD_REPORT) return "";
    uint32_t last = 0;
    while (last < LEAD_SENTENCES && c->in->sentences[last].word_count < LEAD_WORDS)
        last++;
    const char *found = "";
    bool ground = false;
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        if (c->words[draft->head].sentence > last) break;
        if (draft->kind != CHY_MENTION_NAME || !chy_code_is_state(draft->says.country)) continue;
        if (*found && strcmp(found, draft->says.country) != 0) return "";
        found = draft->says.country;
        ground = ground || !is_abroad(c, draft);
    }
    return ground ? found : "";
}

void chy_context_read(chy_casting *c) {
    uint32_t names;
    const chy_country_count *best = count_countries(c, &names);
    const char *home =
        chy_code_is_state(c->dateline_country) ? c->dateline_country : country_of_lead(c);
    /* Six in ten of the names and nationalities that have a country, and at least two. */
    bool main = best && best->names >= 2 && best->names * 10 >= names * 6;
    c->main_country = main ? best->code : "";
    bool abroad = main && *home && strcmp(home, best->code) != 0;
    bool only = best && c->country_count == 1 && best->grounds > 0 && !*home;
    /* Nothing but foreign states is told of another, or no other more often. */
    bool plain = *home && (!best || !has_other_grounds(c, home) ||
                           (best->names >= 2 && strcmp(best->code, home) == 0));
    chy_country_count here = count_of(c, home);
    /* Nothing on the ground there outweighs what is told of home: "QUETTA, Pakistan" and a trip. */
    bool kept = abroad && here.grounds > 0 && here.grounds >= best->grounds;
    /* "TALLINN - Estonia shut two crossings into Russia" is of both. */
    bool both = abroad && here.names > 0 && best->names < 6 * here.names;
    if (kept)
        c->told.state = home;
    else if (both)
        c->told.state = "";
    else if (main && !(abroad && best->grounds == 0))
        c->told.state = best->code;
    else /* Where home is never named, the army of the talks about another may be either's. */
        c->told.state = only ? best->code : plain && !(abroad && here.names == 0) ? home : "";
    /* Told from a seat of others ("NEW YORK - ... gangs in Haiti"): the report is not of home. */
    bool local = best && here.grounds > 0 && here.names * 2 >= best->names;
    c->told.people = *c->told.state ? c->told.state : local || plain ? home : "";
    c->told.officers = *c->told.state ? c->told.state : here.names >= 2 ? home : "";
    c->told.local = here.names > 0 ? home : "";
    c->told.silent = local && here.names >= 2 ? home : "";
}

/* ---- Who takes it ------------------------------------------------------------------------------
 */

/* Sectors of those who hold power, and of the people of a land. */
static uint32_t state_sectors(const chy_character *character) {
    uint32_t state = SECTOR(GOV) | SECTOR(MIL) | SECTOR(LEG) | SECTOR(SPY);
    bool named = character->name_draft != CHY_NONE;
    if (character->is.flags & CHY_SAYS_FORMER) state |= SECTOR(ELI);
    if (named && character->is.kind == CHY_ENTITY_PERSON) state |= SECTOR(PTY) | SECTOR(OPP);
    return state;
}

static const uint32_t people_sectors = SECTOR(COP) | SECTOR(JUD) | SECTOR(OPP) | SECTOR(PTY) |
                                       SECTOR(CVL) | SECTOR(LAB) | SECTOR(EDU) | SECTOR(MED) |
                                       SECTOR(AGR) | SECTOR(CRM) | SECTOR(UAF) | SECTOR(REB) |
                                       SECTOR(PRM) | SECTOR(REL);

/* Whether a character may be of the country that the report is about: one told by an office or a
 * common noun, a named politician, a body that no table knows ("Congress"). */
static bool may_be_of_context(const chy_character *character, uint32_t sectors) {
    bool named = character->name_draft != CHY_NONE;
    bool person = character->is.kind == CHY_ENTITY_PERSON;
    uint32_t foreign = SECTOR(JRN) | SECTOR(REF) | SECTOR(NGO) | SECTOR(IGO);
    bool holder = person && character->is.role[0] && character->office_count == 0;
    bool body = character->is.kind == CHY_ENTITY_ORGANISATION && !character->has_row;
    return !character->is.country[0] && character->code_draft == CHY_NONE &&
           character->first_draft != CHY_NONE && character->member_count == 0 &&
           character->is.sectors & sectors && !(character->is.sectors & foreign) &&
           (!named || holder || body);
}

/* "Youths", "eleven co-defendants": people of whom the words say nothing else. */
static bool are_people(const chy_casting *c, const chy_character *character) {
    return character->is.sectors == 0 && character->is.kind == CHY_ENTITY_GROUP &&
           !character->is.country[0] && character->name_draft == CHY_NONE &&
           character->code_draft == CHY_NONE && character->member_count == 0 &&
           c->drafts[character->first_draft].says.flags & CHY_SAYS_HUMAN;
}

/* The country of the place where a party acts or is dealt with: "In Nairobi, police arrested". */
static const char *country_near(const chy_casting *c, const chy_draft *draft) {
    static const char *const near[] = {"across", "at", "in", "inside", "near", "outside"};
    uint32_t verb = c->words[draft->head].head;
    if (verb == CHY_NONE || c->words[verb].upos != CHY_UPOS_VERB) return "";
    for (uint32_t w = c->tree.first_child[verb]; w != CHY_NONE; w = c->tree.next_sibling[w]) {
        uint32_t name = c->words[w].deprel == CHY_DEPREL_OBL ? c->name_of_word[w] : CHY_NONE;
        if (name == CHY_NONE ||
            !chy_is_one_of(chy_tree_case(&c->tree, w), near, CHY_COUNT_OF(near)))
            continue;
        const chy_profile *says = &c->drafts[name].says;
        bool place = says->kind == CHY_ENTITY_PLACE || says->kind == CHY_ENTITY_COUNTRY;
        if (place && chy_code_is_state(says->country)) return says->country;
    }
    return "";
}

/* The country of a name, by itself or by who it turned out to be. */
static const char *country_of_name(const chy_casting *c, const chy_draft *draft) {
    const char *country = draft->says.country;
    bool person = draft->says.kind == CHY_ENTITY_PERSON && draft->character != CHY_NONE;
    return *country || !person ? country : c->cast[draft->character].is.country;
}

/* The country of all names of one sentence that have one; "" where they are of several, or where
 * all of them may speak of a state abroad that is not the dateline's. `*any`: whether it has any.
 */
static const char *country_of_sentence(const chy_casting *c, uint32_t sentence, uint32_t from,
                                       bool *any) {
    const char *found = "";
    bool ground = false;
    *any = false;
    for (uint32_t i = from; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        if (c->words[draft->head].sentence > sentence) break;
        if (c->words[draft->head].sentence < sentence || draft->kind != CHY_MENTION_NAME) continue;
        const char *country = country_of_name(c, draft);
        if (!chy_code_is_state(country) || is_of_money(c, draft)) continue;
        if (*any && strcmp(country, found) != 0) return "";
        found = country;
        *any = true;
        ground = ground || !is_abroad(c, draft) || strcmp(found, c->dateline_country) == 0;
    }
    return ground ? found : "";
}

/* "The ministry said Moscow had ...": whether a body, or one pointed at, stands before all names of
 * its sentence that have a country. */
static bool stands_first(const chy_casting *c, uint32_t draft) {
    const chy_profile *says = &c->drafts[draft].says;
    if (!(says->flags & CHY_SAYS_DEFINITE) && says->kind != CHY_ENTITY_ORGANISATION) return false;
    uint32_t sentence = c->words[c->drafts[draft].head].sentence;
    for (uint32_t i = draft; i-- > 0 && c->words[c->drafts[i].head].sentence == sentence;)
        if (c->drafts[i].kind == CHY_MENTION_NAME &&
            chy_code_is_state(country_of_name(c, &c->drafts[i])))
            return false;
    return true;
}

/* In a report of several countries the one that a mention's sentence speaks of, or, where it names
 * none, the last sentence before it in the paragraph that does. */
static const char *country_around(const chy_casting *c, uint32_t draft) {
    const chy_profile *says = &c->drafts[draft].says;
    uint32_t head = c->drafts[draft].head;
    uint32_t sentence = c->words[head].sentence;
    /* "both sides", "the three fleets"; "the Council" of who knows whom. */
    const char *form = c->words[head].form;
    bool opens = head == c->in->sentences[sentence].first_word;
    bool titled = !opens && chy_capitalised(form) && !chy_all_capitals(form);
    bool both = says->count > 1 && says->flags & CHY_SAYS_DEFINITE;
    if (titled || both || says->flags & CHY_SAYS_SIDE) return "";
    uint32_t paragraph = c->in->sentences[sentence].paragraph;
    uint32_t from = draft;
    for (uint32_t steps = 0; steps < AROUND_SENTENCES; steps++, sentence--) {
        while (from > 0 && c->words[c->drafts[from - 1].head].sentence >= sentence)
            from--;
        bool any;
        const char *country = country_of_sentence(c, sentence, from, &any);
        bool own = sentence == c->words[head].sentence;
        if (any) return own && *c->told.local && stands_first(c, draft) ? c->told.local : country;
        if (sentence == 0 || c->in->sentences[sentence - 1].paragraph != paragraph)
            return c->told.silent;
    }
    return c->told.silent;
}

/* Those whose work is abroad as well as at home. */
static bool travels(const chy_character *character) {
    static const char *const roles[] = {"commander",     "diplomat",   "head_of_government",
                                        "head_of_state", "legislator", "minister",
                                        "politician",    "soldier",    "vice_president"};
    for (size_t i = 0; i < CHY_COUNT_OF(roles); i++)
        if (chy_character_has_role(character, roles[i]) &&
            !chy_character_has_role(character, "permanent secretary"))
            return true;
    return false;
}

/* The country for which a named person speaks, of the side or of the capital that the words name.
 */
static const char *country_of_speech(const chy_casting *c, const chy_character *character) {
    bool person = character->is.kind == CHY_ENTITY_PERSON && !character->is.country[0] &&
                  character->name_draft != CHY_NONE && character->code_draft == CHY_NONE &&
                  character->office_count == 0;
    if (!person) return "";
    const char *side = chy_country_of_side(c, character->first_draft);
    bool speaks = character->is.sectors & state_sectors(character) ||
                  chy_character_has_role(character, "spokesperson");
    bool holds = character->role_count > 0 && speaks;
    return *side   ? side
           : holds ? chy_country_of_stage(c, character->first_draft, travels(character))
                   : "";
}

const char *chy_home_of_officers(const chy_casting *c) {
    return *c->told.officers ? c->told.officers : c->home_country;
}

const char *chy_country_of_officers(const chy_casting *c, uint32_t self) {
    if (*c->told.officers) return c->told.officers;
    return c->first_person == self && *c->home_country ? c->dateline_country : "";
}

/* The country that the sentence is set in where a party is first told of, "" where it is not of it:
 * those who hold power are named wherever they go. */
static const char *country_of_scene(const chy_casting *c, const chy_character *character) {
    uint32_t sectors = character->is.sectors | (are_people(c, character) ? SECTOR(CVL) : 0);
    bool named_power = character->name_draft != CHY_NONE && character->is.sectors & SECTOR(GOV);
    bool may = may_be_of_context(character, sectors) || are_people(c, character);
    return may && !named_power ? chy_country_of_scene(c, character->first_draft, sectors) : "";
}

/* "The opposition accused | the government |": whose country its opponents at home are of; or "".
 */
static const char *country_of_opponent(const chy_casting *c, const chy_draft *draft) {
    const uint32_t opponents = SECTOR(OPP) | SECTOR(PTY) | SECTOR(LAB);
    uint32_t verb = c->words[draft->head].head;
    if (verb == CHY_NONE || strcmp(draft->says.role, "government") != 0) return "";
    uint32_t subject = chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ);
    uint32_t other = subject == CHY_NONE ? CHY_NONE : c->draft_of_head[subject];
    if (other == CHY_NONE || &c->drafts[other] == draft) return "";
    const chy_profile *is = chy_known_of(c, &c->drafts[other]);
    return is->sectors & opponents ? is->country : "";
}

static const char *country_for(const chy_casting *c, uint32_t index) {
    const chy_character *character = &c->cast[index];
    const chy_draft *first = &c->drafts[character->first_draft];
    bool named = character->name_draft != CHY_NONE;
    bool officer = named && character->is.kind == CHY_ENTITY_PERSON;
    const char *speech = country_of_speech(c, character);
    if (*speech) return speech;
    if (!*character->is.country && chy_character_has_role(character, "spokesperson") &&
        *character->presumed_country)
        return character->presumed_country;
    const char *scene = country_of_scene(c, character);
    if (*scene) return scene;
    if (may_be_of_context(character, state_sectors(character))) {
        const char *opponent = named ? "" : country_of_opponent(c, first);
        if (*opponent) return opponent;
        const char *told = officer ? c->told.officers : c->told.state;
        /* "The presidential spokesman" of a report of two states is of the one it is told from. */
        bool speaker = officer && chy_character_has_role(character, "spokesperson");
        if (speaker && !*told && *c->home_country) return c->told.local;
        if (officer && chy_holds_power(&character->is))
            return chy_country_of_leader(c, character->name_draft, &character->is, index);
        if (officer && !*told) return chy_country_of_officers(c, index);
        return *told || named ? told : country_around(c, character->first_draft);
    }
    if (!may_be_of_context(character, people_sectors) && !are_people(c, character)) return "";
    const char *near = named ? "" : country_near(c, first);
    if (*near) return near;
    const uint32_t keepers = SECTOR(COP) | SECTOR(JUD) | SECTOR(OPP) | SECTOR(PTY);
    if (!(character->is.sectors & keepers) && !*c->main_country) {
        const char *ground = chy_country_of_ground(c, character->first_draft);
        if (*ground) return ground;
        if (chy_is_foreign_act(c, character->first_draft, c->told.people)) return "";
    }
    if (*c->told.people || named) return c->told.people;
    const char *around = country_around(c, character->first_draft);
    return *around ? around : chy_country_of_unknown(c, first);
}

/* The country of the possessor of a description: "his lawyer", "Larbi's brothers". */
static const char *country_of_owner(const chy_casting *c, uint32_t draft) {
    uint32_t owner = chy_tree_child(&c->tree, c->drafts[draft].head, CHY_DEPREL_NMOD_POSS);
    uint32_t of = owner == CHY_NONE ? CHY_NONE : c->draft_of_head[owner];
    uint32_t character = of == CHY_NONE ? CHY_NONE : c->drafts[of].character;
    if (character == CHY_NONE) return "";
    const chy_character *owners = &c->cast[character];
    const char *country = owners->is.country;
    /* "Doctors and nurses ... their union": where all of them are of one. */
    for (uint32_t i = 0; !*owners->is.country && i < owners->member_count; i++) {
        const char *member = c->cast[owners->members[i]].is.country;
        if (i > 0 && strcmp(member, country) != 0) return "";
        country = member;
    }
    return country;
}

/* A character is of the country of whoever has one of two roles and was last told of with one. */
static void learn_from_role(const chy_casting *c, chy_character *character, const char *role,
                            const char *other) {
    uint32_t sentence = c->words[c->drafts[character->first_draft].head].sentence;
    for (uint32_t i = character->first_draft; i-- > 0;) {
        const chy_draft *before = &c->drafts[i];
        if (sentence - c->words[before->head].sentence > OFFICE_SENTENCES) return;
        if (before->character == CHY_NONE) continue;
        const chy_character *told = &c->cast[before->character];
        if (!chy_code_is_state(told->is.country) ||
            !(chy_character_has_role(told, role) || chy_character_has_role(told, other)))
            continue;
        character->is.country = told->is.country;
        character->from_context = true;
        return;
    }
}

/* "Presidential spokesman X" is of the country of the presidents told of before, "government
 * spokesman X" of that of the authorities of the sentence before, where all are of one. */
static void learn_spokesman(const chy_casting *c, chy_character *character) {
    bool presidential = strncmp(character->is.role, "presidential", 12) == 0;
    const char *wanted = presidential ? "head_of_state" : "authority";
    uint32_t reach = presidential ? OFFICE_SENTENCES : 1;
    uint32_t sentence = c->words[c->drafts[character->first_draft].head].sentence;
    const char *found = "";
    for (uint32_t i = character->first_draft; i-- > 0;) {
        const chy_draft *before = &c->drafts[i];
        if (sentence - c->words[before->head].sentence > reach) break;
        if (before->character == CHY_NONE) continue;
        const chy_character *told = &c->cast[before->character];
        bool power = chy_character_has_role(told, wanted) ||
                     (!presidential && chy_character_has_role(told, "government"));
        if (!power || !chy_code_is_state(told->is.country)) continue;
        if (*found && strcmp(found, told->is.country) != 0) return;
        found = told->is.country;
    }
    if (!*found) return;
    character->is.country = found;
    character->from_context = true;
}

/* "The ambassador" after "the Russian embassy", "the ministry" after its minister. */
static void learn_office(const chy_casting *c, chy_character *character) {
    const chy_profile *is = &character->is;
    uint32_t flags = c->drafts[character->first_draft].says.flags;
    if (is->country[0]) return;
    if (is->kind == CHY_ENTITY_PERSON && is->sectors == SECTOR(GOV) &&
        chy_character_has_role(character, "spokesperson") && character->office_count == 0)
        learn_spokesman(c, character);
    if (!(flags & CHY_SAYS_DEFINITE)) return;
    bool ministry = is->kind == CHY_ENTITY_ORGANISATION && character->name_draft == CHY_NONE &&
                    strcmp(is->role, "ministry") == 0 && !(flags & CHY_SAYS_POSSESSED);
    if (is->kind == CHY_ENTITY_PERSON && chy_character_has_role(character, "diplomat"))
        learn_from_role(c, character, "embassy", "embassy");
    else if (ministry)
        learn_from_role(c, character, "ministry", "minister");
}

void chy_context_learn(chy_casting *c) {
    c->told.most = chy_country_of_most(c);
    for (uint32_t i = 0; i < c->cast_count; i++) {
        chy_character *character = &c->cast[i];
        if (character->first_draft == CHY_NONE) continue;
        chy_learn_capital(c, character);
        chy_learn_city(c, character);
        learn_office(c, character);
        const chy_profile *says = &c->drafts[character->first_draft].says;
        /* "The two ministers", "both presidents": of two countries. */
        bool two =
            says->count == 2 && says->flags & CHY_SAYS_DEFINITE && chy_role_leads(says->role_class);
        if (chy_is_outsider(says) || says->flags & CHY_SAYS_MIXED || two) continue;
        const char *country = country_for(c, i);
        const char *town = chy_country_by_town(c, character, country);
        if (*town) {
            character->is.country = town;
            continue;
        }
        if (!*country || strcmp(country, character->other_country) == 0 ||
            (says->flags & CHY_SAYS_POSSESSED &&
             strcmp(country_of_owner(c, character->first_draft), country) != 0))
            continue;
        character->is.country = country;
        character->from_context = true;
        if (character->name_draft != CHY_NONE) chy_joint_name(c, i);
        /* "Spokesman X" of a state's account, with no body named. */
        const chy_draft *title = &c->drafts[character->first_draft];
        if (country == character->presumed_country && !character->is.sectors &&
            title->kind == CHY_MENTION_DESCRIPTION && title->end - title->first == 1)
            character->is.sectors = SECTOR(GOV);
    }
}
