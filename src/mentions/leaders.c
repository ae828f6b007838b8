/* Of which state a holder of an office is whom no words and no table give one: "Prime Minister X
 * received President Y", in a report that tells of another state beside its own. */
#include "mentions/groups.h"
#include "mentions/nouns.h"
#include "mentions/pairs.h"

#include <string.h>

/* How many mentions before and behind a name others of the same person are looked for, how many
 * around one stand in its sentence, and how many characters back hold an office. */
#define WINDOW     160u
#define AROUND     24u
#define CHARACTERS 96u
/* How far above an encounter the one stands who has it: "told them after a | meeting | with". */
#define STEPS 4

/* Whom the country is looked for of. */
typedef struct leader {
    uint32_t name;             /* the draft of a name */
    const chy_profile *office; /* what the words say that the person is */
    uint32_t self;             /* the person's character, CHY_NONE before there is one */
} leader;

bool chy_holds_power(const chy_profile *office) {
    const uint32_t passing = CHY_SAYS_FORMER | CHY_SAYS_SELF_DECLARED | CHY_SAYS_LOOSE;
    bool high = chy_role_leads(office->role_class) && strcmp(office->role_class, "leader") != 0;
    return high && office->sectors & 1u << CHY_SECTOR_GOV && !(office->flags & passing);
}

static bool is_head(const char *role_class) {
    return strcmp(role_class, "head_of_state") == 0 ||
           strcmp(role_class, "head_of_government") == 0;
}

/* Whether two offices are one that a state gives to no more than one at a time. */
static bool are_one_office(const chy_profile *a, const char *role, const char *role_class) {
    static const char *const parts[] = {"assistant ", "co-", "deputy ", "first ", "second "};
    for (size_t i = 0; i < CHY_COUNT_OF(parts); i++)
        if (strncmp(a->role, parts[i], strlen(parts[i])) == 0 ||
            strncmp(role, parts[i], strlen(parts[i])) == 0)
            return false;
    return (is_head(a->role_class) && strcmp(a->role_class, role_class) == 0) ||
           (strcmp(a->role, role) == 0 && strcmp(role, "minister") != 0);
}

const char *chy_country_known(const chy_character *character) {
    return character->is.country[0] ? character->is.country : character->presumed_country;
}

/* Whether a mention is of the person: by the name of the unit that it is joined to, or, once all
 * are known, a pronoun. */
static bool is_of(const chy_casting *c, const leader *who, uint32_t at) {
    uint32_t name = c->drafts[chy_unit(c, at)].unit_says.name;
    if (who->self != CHY_NONE && c->drafts[at].character == who->self) return true;
    return name != CHY_NONE && chy_names_contained(c, &c->drafts[name], &c->drafts[who->name]);
}

/* The country of a mention's person, of whom nobody may have told before; "" unknown. */
static const char *country_of(const chy_casting *c, uint32_t at) {
    uint32_t told = chy_character_told(c, at);
    if (told != CHY_NONE) return chy_country_known(&c->cast[told]);
    const chy_unit_says *says = &c->drafts[chy_unit(c, at)].unit_says;
    if (says->country[0] || says->name == CHY_NONE) return says->country;
    return chy_leader_country(c, &c->drafts[says->name]);
}

/* ---- Encounters --------------------------------------------------------------------------------
 */

/* Where a mention stands, past its titles and past who stands beside it. */
static uint32_t place_of(const chy_casting *c, uint32_t at) {
    uint32_t word = c->drafts[at].head;
    for (int steps = 0; steps < 8 && c->words[word].head != CHY_NONE; steps++) {
        uint8_t deprel = c->words[word].deprel;
        bool passes = deprel == CHY_DEPREL_APPOS || deprel == CHY_DEPREL_FLAT ||
                      deprel == CHY_DEPREL_NMOD_DESC || deprel == CHY_DEPREL_CONJ;
        if (!passes) break;
        word = c->words[word].head;
    }
    return word;
}

static bool is_subject(uint8_t deprel) {
    return deprel == CHY_DEPREL_NSUBJ || deprel == CHY_DEPREL_NSUBJ_PASS;
}

/* The word for an encounter that a word is a party of: "talks | between A and B", "A received B";
 * CHY_NONE for others. */
static uint32_t encounter_of(const chy_casting *c, uint32_t word) {
    static const char *const acts[] = {
        "call",        "confer",    "consultation", "conversation", "discuss", "discussion",
        "greet",       "host",      "invite",       "meet",         "meeting", "negotiate",
        "negotiation", "phone",     "receive",      "speak",        "summit",  "talk",
        "talks",       "telephone", "visit",        "welcome"};
    static const char *const with[] = {"between", "by", "with"};
    uint32_t act = c->words[word].head;
    if (act == CHY_NONE || !chy_is_one_of(c->words[act].lemma, acts, CHY_COUNT_OF(acts)))
        return CHY_NONE;
    switch (c->words[word].deprel) {
    case CHY_DEPREL_NSUBJ:
    case CHY_DEPREL_NSUBJ_PASS:
    case CHY_DEPREL_OBJ:
    case CHY_DEPREL_OBL_AGENT:
    case CHY_DEPREL_NMOD_POSS:
        return act;
    case CHY_DEPREL_OBL:
    case CHY_DEPREL_NMOD:
        return chy_is_one_of(chy_tree_case(&c->tree, word), with, CHY_COUNT_OF(with)) ? act
                                                                                      : CHY_NONE;
    default:
        return CHY_NONE;
    }
}

/* Whether a word is the subject of the first verb above an act that has one. */
static bool has_encounter(const chy_casting *c, uint32_t subject, uint32_t act) {
    if (!is_subject(c->words[subject].deprel)) return false;
    for (int steps = 0; steps < STEPS && act != CHY_NONE; steps++) {
        if (c->words[subject].head == act) return true;
        if (chy_tree_child(&c->tree, act, CHY_DEPREL_NSUBJ) != CHY_NONE) return false;
        act = c->words[act].head;
    }
    return false;
}

/* Whether two words are the parties of one encounter. */
static bool meet(const chy_casting *c, uint32_t x, uint32_t y) {
    uint32_t of_x = encounter_of(c, x), of_y = encounter_of(c, y);
    if (of_x != CHY_NONE && of_x == of_y) return true;
    return (of_y != CHY_NONE && has_encounter(c, x, of_y)) ||
           (of_x != CHY_NONE && has_encounter(c, y, of_x));
}

bool chy_meets_somebody(const chy_casting *c, uint32_t draft) {
    return encounter_of(c, place_of(c, draft)) != CHY_NONE;
}

/* ---- What the person's mentions say ------------------------------------------------------------
 */

#define MOST_BARRED 6u

/* Of which countries somebody is not, or is. */
typedef struct signs {
    const char *home;                /* the country that the report is told from, "" unknown */
    const char *host_in;             /* where the person receives others, "" unknown */
    const char *speaks_for;          /* whose deeds the person promises, "" unknown */
    const char *barred[MOST_BARRED]; /* of those met, and visited */
    uint32_t barred_count;
    uint32_t met;  /* how many are met at most in one sentence */
    bool met_head; /* one of them heads a state or government */
    bool guest;    /* at home, or of one who holds the same office for it */
    bool swapped;  /* whoever is met is rather the one of the report's own country */
} signs;

static bool is_barred(const signs *s, const char *country) {
    for (uint32_t i = 0; i < s->barred_count; i++)
        if (strcmp(s->barred[i], country) == 0) return true;
    return false;
}

static void bar(signs *s, const char *country) {
    if (country[0] && !is_barred(s, country) && s->barred_count < MOST_BARRED)
        s->barred[s->barred_count++] = country;
}

/* Whoever comes to the report's own country is of another. */
static void bar_guest(signs *s, const char *place) {
    if (!place[0] || strcmp(place, s->home) != 0) return;
    bar(s, place);
    s->guest = true;
}

/* The country of a place that a word names; "" for others. */
static const char *place_named(const chy_casting *c, uint32_t word) {
    uint32_t name = c->name_of_word[word];
    if (name == CHY_NONE || c->drafts[name].says.flags & CHY_SAYS_ADJECTIVE) return "";
    const chy_profile *says = &c->drafts[name].says;
    bool place = says->kind == CHY_ENTITY_PLACE || says->kind == CHY_ENTITY_COUNTRY;
    return place && c->drafts[name].has_fact ? says->country : "";
}

/* The country of a place at a word: "visited | Ecuador |", "a trip | to Quito |", "received her |
 * at the palace in Quito |"; "" for none. */
static const char *place_at(const chy_casting *c, uint32_t word) {
    static const char *const at[] = {"at", "in", "to"};
    for (uint32_t w = c->tree.first_child[word]; w != CHY_NONE; w = c->tree.next_sibling[w]) {
        if (c->words[w].deprel != CHY_DEPREL_OBJ &&
            !chy_is_one_of(chy_tree_case(&c->tree, w), at, CHY_COUNT_OF(at)))
            continue;
        uint32_t inner = chy_tree_child(&c->tree, w, CHY_DEPREL_NMOD);
        bool in = inner != CHY_NONE && c->words[w].deprel == CHY_DEPREL_OBL &&
                  strcmp(chy_tree_case(&c->tree, inner), "in") == 0;
        const char *country = in ? place_named(c, inner) : "";
        if (!*country) country = place_named(c, w);
        if (*country) return country;
    }
    return "";
}

/* Whether somebody comes or receives, and where. */
static void read_travel(const chy_casting *c, uint32_t at, signs *s) {
    static const char *const trips[] = {"trip", "visit"};
    int stands = chy_guest_or_host(c, &c->drafts[at]);
    uint32_t word = place_of(c, at), verb = c->words[word].head;
    if (verb == CHY_NONE) return;
    const char *place = place_at(c, verb);
    if (stands < 0 && !s->host_in[0]) s->host_in = place;
    if (stands > 0) bar_guest(s, place);
    /* Whoever is received comes from elsewhere, though nobody says where to. */
    uint8_t deprel = c->words[word].deprel;
    bool received = stands > 0 && (deprel == CHY_DEPREL_OBJ || deprel == CHY_DEPREL_NSUBJ_PASS);
    if (received && !*place) bar(s, s->home);
    for (uint32_t w = c->tree.first_child[verb]; is_subject(c->words[word].deprel) && w != CHY_NONE;
         w = c->tree.next_sibling[w])
        if (chy_is_one_of(c->words[w].lemma, trips, CHY_COUNT_OF(trips)))
            bar_guest(s, place_at(c, w));
}

/* "X said | Chad | would pay": the country that a speaker makes promises for, "" for none. */
static const char *promised_for(const chy_casting *c, uint32_t at) {
    static const char *const will[] = {"will", "would"};
    uint32_t word = place_of(c, at), verb = c->words[word].head;
    if (verb == CHY_NONE || c->words[word].deprel != CHY_DEPREL_NSUBJ) return "";
    uint32_t content = chy_tree_child(&c->tree, verb, CHY_DEPREL_CCOMP);
    if (content == CHY_NONE && c->words[verb].deprel == CHY_DEPREL_PARATAXIS)
        content = c->words[verb].head;
    if (content == CHY_NONE) return "";
    uint32_t subject = chy_tree_child(&c->tree, content, CHY_DEPREL_NSUBJ);
    uint32_t modal = chy_tree_child(&c->tree, content, CHY_DEPREL_AUX);
    uint32_t name = subject == CHY_NONE ? CHY_NONE : c->name_of_word[subject];
    bool promises = name != CHY_NONE && c->drafts[name].says.kind == CHY_ENTITY_COUNTRY &&
                    modal != CHY_NONE &&
                    chy_is_one_of(c->words[modal].form, will, CHY_COUNT_OF(will));
    return promises ? c->drafts[name].says.country : "";
}

/* The first country that the mentions of somebody promise for. */
static const char *speaks_for(const chy_casting *c, const leader *who) {
    for (uint32_t i = who->name; i < c->draft_count && i <= who->name + WINDOW; i++) {
        const char *country = is_of(c, who, i) ? promised_for(c, i) : "";
        if (country[0]) return country;
    }
    return "";
}

/* Whether a mention of somebody else is told, in its unit or by one plural, "foreign ministers X
 * and Y", to hold the office too. */
static bool holds_same(const chy_casting *c, const leader *who, uint32_t at) {
    uint32_t root = chy_unit(c, at), plural = chy_plural_office(c, at);
    if (plural != CHY_NONE && plural == chy_plural_office(c, who->name)) {
        const chy_profile *says = &c->drafts[plural].says;
        return are_one_office(says, says->role, says->role_class);
    }
    for (uint32_t i = root; i <= at + 1 && i < c->draft_count; i++) {
        const chy_profile *says = &c->drafts[i].says;
        if (chy_unit(c, i) == root && says->role[0] &&
            are_one_office(who->office, says->role, says->role_class))
            return true;
    }
    return false;
}

/* Whether a mention is of one who is known, or said in its unit, to head a state or government. */
static bool is_of_head(const chy_casting *c, uint32_t at) {
    uint32_t root = chy_unit(c, at), told = chy_character_told(c, at);
    if (told != CHY_NONE && is_head(c->cast[told].is.role_class)) return true;
    for (uint32_t i = root; i <= at + 1 && i < c->draft_count; i++)
        if (chy_unit(c, i) == root && is_head(c->drafts[i].says.role_class)) return true;
    return false;
}

/* "X met Y. Y said that | the report's own country | would pay": whoever is told first may come
 * from abroad. */
static bool is_swapped(const chy_casting *c, uint32_t partner, const signs *s) {
    const leader met = {.name = partner, .self = c->drafts[partner].character};
    const char *other = speaks_for(c, &met);
    if (strcmp(s->speaks_for, s->home) == 0) return false;
    return strcmp(other, s->home) == 0 || (s->speaks_for[0] && strcmp(s->speaks_for, other) != 0);
}

/* Whether a mention is of one person, who is not the one looked for. */
static bool is_somebody_else(const chy_casting *c, const leader *who, uint32_t at) {
    const chy_draft *other = &c->drafts[at];
    bool open = other->kind == CHY_MENTION_PRONOUN && other->character == CHY_NONE;
    return !open && chy_known_of(c, other)->kind == CHY_ENTITY_PERSON &&
           !(other->says.flags & CHY_SAYS_TITLE) && !is_of(c, who, at);
}

/* What those who are met in the sentence of a mention tell. */
static void read_meeting(const chy_casting *c, const leader *who, uint32_t at, signs *s) {
    uint32_t sentence = c->words[c->drafts[at].head].sentence, place = place_of(c, at), met = 0;
    for (uint32_t i = at > AROUND ? at - AROUND : 0; i < c->draft_count && i <= at + AROUND; i++) {
        const chy_draft *other = &c->drafts[i];
        if (c->words[other->head].sentence > sentence) break;
        if (c->words[other->head].sentence < sentence || !is_somebody_else(c, who, i)) continue;
        bool same = holds_same(c, who, i), beside = place_of(c, i) == place;
        if (!beside && !meet(c, place, place_of(c, i))) continue;
        const char *country = country_of(c, i);
        bar(s, country);
        s->guest = s->guest || (same && country[0] && strcmp(country, s->home) == 0);
        s->met_head = s->met_head || is_of_head(c, i);
        /* A president may stand beside a minister of hers. */
        met += same || !beside;
        bool open = !country[0] && other->kind == CHY_MENTION_NAME && s->home[0];
        if (open && at == who->name && is_swapped(c, i, s)) s->swapped = s->guest = true;
    }
    s->met = met > s->met ? met : s->met;
}

static void read_signs(const chy_casting *c, const leader *who, signs *s) {
    *s = (signs){.home = chy_home_of_officers(c), .host_in = ""};
    s->speaks_for = speaks_for(c, who);
    for (uint32_t i = who->name; i < c->draft_count && i <= who->name + WINDOW; i++) {
        if (!is_of(c, who, i)) continue;
        read_travel(c, i, s);
        read_meeting(c, who, i, s);
    }
}

/* ---- Which country -----------------------------------------------------------------------------
 */

/* Whether a character is named, holds the office by the words or by the tables, and holds it for a
 * country. */
static bool holds(const chy_character *other, const chy_profile *office, const char *country) {
    if (other->is.kind != CHY_ENTITY_PERSON || other->name_draft == CHY_NONE ||
        !(other->is.sectors & 1u << CHY_SECTOR_GOV) || other->is.flags & CHY_SAYS_FORMER ||
        strcmp(chy_country_known(other), country) != 0)
        return false;
    if (are_one_office(office, other->is.role, other->is.role_class)) return true;
    for (uint32_t k = 0; k < other->office_count; k++)
        if (strcmp(other->offices[k].role, office->role) == 0) return true;
    return false;
}

/* Whether somebody else holds the office for a country. Where two do, the report tells of those who
 * held it one after the other. */
static bool is_taken(const chy_casting *c, const leader *who, const char *country) {
    uint32_t last = c->cast_count > CHARACTERS ? c->cast_count - CHARACTERS : 0, holders = 0;
    for (uint32_t i = last; i < c->cast_count; i++)
        holders += i != who->self && holds(&c->cast[i], who->office, country);
    return holders == 1;
}

/* Whether a description may be of the person: no other's name goes with it. */
static bool is_unnamed(const chy_casting *c, const leader *who, uint32_t at) {
    uint32_t character = c->drafts[at].character;
    bool named = character != CHY_NONE && character != who->self &&
                 c->cast[character].name_draft != CHY_NONE;
    return !named && c->drafts[chy_unit(c, at)].unit_says.name == CHY_NONE;
}

/* What speaks for a country: an unnamed holder of such an office, or a guest, of it; its promises;
 * "Japan and Chile". Against it, that another is named who holds the office for it. */
enum { BESIDE_HOME = 2, GUEST = 3, SPOKEN_FOR = 3, SAME_OFFICE = 4, ANOTHER = -1000 };

/* How much a mention speaks for the country that it names as that of the person. */
static int points_of(const chy_casting *c, const leader *who, uint32_t at, const char *home) {
    static const char *const visitors[] = {"counterpart", "guest", "visitor"};
    const chy_draft *draft = &c->drafts[at];
    const chy_profile *says = &draft->says;
    /* "The presidents of Chad and Niger". */
    uint32_t noun = c->words[draft->head].head;
    if (c->words[draft->head].deprel == CHY_DEPREL_CONJ) noun = c->words[noun].head;
    uint32_t joint = noun == CHY_NONE ? CHY_NONE : c->draft_of_head[noun];
    if (joint != CHY_NONE && c->drafts[joint].says.flags & CHY_SAYS_MIXED &&
        chy_role_covers(c->drafts[joint].says.role, who->office->role))
        return SAME_OFFICE;
    if (draft->kind == CHY_MENTION_DESCRIPTION) {
        bool unnamed = says->kind == CHY_ENTITY_PERSON && says->number == 1 &&
                       !(says->flags & CHY_SAYS_FORMER) && is_unnamed(c, who, at);
        bool guest = chy_is_one_of(says->role, visitors, CHY_COUNT_OF(visitors));
        if (unnamed && chy_role_covers(says->role, who->office->role)) return SAME_OFFICE;
        /* "X, Chad's president": not that of another president. */
        bool other = !unnamed && !is_of(c, who, at) && says->kind == CHY_ENTITY_PERSON &&
                     are_one_office(who->office, says->role, says->role_class);
        if (other) return ANOTHER;
        return unnamed && guest ? GUEST : 0;
    }
    /* "Japan and Chile", of which one is the report's own. */
    const chy_word *word = &c->words[draft->head];
    uint32_t beside = word->deprel == CHY_DEPREL_CONJ
                          ? word->head
                          : chy_tree_child(&c->tree, draft->head, CHY_DEPREL_CONJ);
    uint32_t other = beside == CHY_NONE ? CHY_NONE : c->name_of_word[beside];
    bool pair = draft->kind == CHY_MENTION_NAME && says->kind == CHY_ENTITY_COUNTRY &&
                other != CHY_NONE && c->drafts[other].says.kind == CHY_ENTITY_COUNTRY;
    return pair && strcmp(c->drafts[other].says.country, home) == 0 ? BESIDE_HOME : 0;
}

/* The country, of those that the report tells of, which most speaks for, with `least` points or
 * more; of two with as many the one told of more often, as a state abroad where points are wanted.
 * "" for none. */
static const char *country_told(const chy_casting *c, const leader *who, const signs *s,
                                int least) {
    int points[CHY_COUNTRIES_MOST] = {0}, most = 0;
    uint32_t most_told = 0;
    uint32_t from = who->name > WINDOW ? who->name - WINDOW : 0;
    for (uint32_t i = from; i < c->draft_count && i <= who->name + WINDOW; i++) {
        const char *country = c->drafts[i].says.country;
        int more = country[0] ? points_of(c, who, i, s->home) : 0;
        for (uint32_t k = 0; more != 0 && k < c->country_count; k++)
            if (strcmp(c->countries[k].code, country) == 0) points[k] += more;
    }
    const char *best = "";
    for (uint32_t k = 0; k < c->country_count; k++) {
        const char *code = c->countries[k].code;
        uint32_t told = c->countries[k].names - (least > 0 ? c->countries[k].grounds : 0);
        if (strcmp(code, s->speaks_for) == 0) points[k] += SPOKEN_FOR;
        bool less = points[k] < most || (points[k] == most && told < most_told);
        if (less || points[k] < least || (points[k] == 0 && told == 0) ||
            strcmp(code, s->home) == 0 || is_barred(s, code) ||
            !chy_name_may_be_of(c, &c->drafts[who->name], code) || is_taken(c, who, code))
            continue;
        best = points[k] == most && told == most_told ? "" : code;
        most = points[k];
        most_told = told;
    }
    return best;
}

/* How much must speak for another country. Two heads who meet are of two countries wherever it is
 * that both countries are told of; presidents meet their own ministers too. */
static int points_wanted(const leader *who, const signs *s) {
    if (s->guest) return 0;
    return s->met_head && is_head(who->office->role_class) ? BESIDE_HOME : GUEST;
}

const char *chy_country_of_leader(const chy_casting *c, uint32_t name, const chy_profile *office,
                                  uint32_t self) {
    const leader who = {name, office, self};
    signs s;
    read_signs(c, &who, &s);
    if (s.host_in[0]) return s.host_in;
    const char *presumed = self == CHY_NONE ? "" : c->cast[self].presumed_country;
    if (*presumed && strcmp(presumed, s.home) != 0 && is_barred(&s, s.home)) return presumed;
    bool own = *chy_country_of_officers(c, self);
    bool taken = s.home[0] && is_taken(c, &who, s.home);
    bool kept = !taken && !is_barred(&s, s.home) && !s.swapped &&
                chy_name_may_be_of(c, &c->drafts[name], s.home);
    if (kept && (own || (*s.home && strcmp(s.speaks_for, s.home) == 0))) return s.home;
    /* Of three or more who meet nobody says who is whose. */
    bool apart = own || s.met == 1 || taken;
    const char *told = country_told(c, &who, &s, apart ? points_wanted(&who, &s) : SAME_OFFICE);
    /* Ministers meet their own president too. */
    return told[0] || s.guest || !own ? told : s.home;
}
