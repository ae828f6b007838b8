#include "mentions/nouns.h"
#include "mentions/place_words.h"

#include <string.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

/* Sectors that a word before the noun adds to the noun's own: "opposition lawmaker", "rebel
 * soldiers". */
#define ADDING_SECTORS                                                                             \
    (SECTOR(OPP) | SECTOR(PTY) | SECTOR(REB) | SECTOR(PRE) | SECTOR(REL) | SECTOR(LAB) |           \
     SECTOR(REF))

/* What the words around a head add up to. */
typedef struct gathered {
    const char *country;
    uint32_t sectors;
    uint32_t employer; /* of the bodies and bands named: "Red Cross | workers" */
    bool employed;     /* one is named, whether or not its sector is known */
    bool mixed;        /* two countries stand before the noun */
    bool of_people;    /* the country is that of a people named: "Avar leaders" hold no office */
    bool country_near; /* from before the noun or its of-phrase, not from where it happens to be */
} gathered;

static void gather_profile(gathered *sum, const chy_draft *draft, bool near) {
    const chy_profile *says = &draft->says;
    bool person = says->kind == CHY_ENTITY_PERSON || says->flags & CHY_SAYS_PEOPLE;
    sum->mixed = sum->mixed || (near && says->country[0] && sum->country[0] && sum->country_near &&
                                strcmp(says->country, sum->country) != 0);
    if (says->country[0] && (!sum->country[0] || (near && !sum->country_near))) {
        sum->country = says->country;
        sum->country_near = near;
        sum->of_people = draft->has_fact && draft->fact.kind == CHY_FACT_GROUP;
    }
    if (near && !person) sum->sectors |= says->sectors;
    bool body = says->kind == CHY_ENTITY_ORGANISATION || says->kind == CHY_ENTITY_ARMED_GROUP;
    if (near && body && draft->kind == CHY_MENTION_NAME) {
        sum->employer |= says->sectors;
        sum->employed = true;
    }
    if (near && draft->has_fact && draft->fact.kind == CHY_FACT_SEAT)
        sum->sectors |= draft->fact.sectors ? draft->fact.sectors : SECTOR(GOV);
}

/* Words before a head that are no mentions of their own: "army chief", "presidential envoy". */
static void gather_word(const chy_casting *c, uint32_t at, uint32_t end, bool own, gathered *sum) {
    chy_fact fact;
    if (c->match_length[at] == 0) return;
    uint32_t length = chy_lookup(c, at, end, CHY_ROWS_ROLES, &fact);
    /* A "general secretary" commands no troops. */
    bool quality = own && fact.kind == CHY_FACT_ROLE && chy_same(c->words[at].form, "general");
    if (length == 0 || quality || c->words[at].upos == CHY_UPOS_DET) return;
    sum->sectors |= own ? fact.sectors & ~SECTOR(JRN) : fact.sectors;
    if (fact.country[0] && !sum->country[0]) sum->country = fact.country;
}

/* From words[first, head); of the role's own phrase [core, head) the army of an "army spokesman",
 * but not the press of a "press secretary". */
static void gather_before(const chy_casting *c, uint32_t first, uint32_t core, uint32_t head,
                          gathered *sum) {
    for (uint32_t w = first; w < head;) {
        uint32_t name = c->name_of_word[w];
        if (name != CHY_NONE && c->drafts[name].head != head) {
            gathered before = *sum;
            gather_profile(sum, &c->drafts[name], true);
            /* A "Republican president" is not the party's. */
            if (c->words[c->drafts[name].head].upos == CHY_UPOS_ADJ) {
                sum->employer = before.employer;
                sum->employed = before.employed;
            }
            w = c->drafts[name].end > w ? c->drafts[name].end : w + 1;
            continue;
        }
        uint32_t owner = c->draft_of_head[w];
        if (owner != CHY_NONE && c->drafts[owner].kind == CHY_MENTION_DESCRIPTION)
            gather_profile(sum, &c->drafts[owner], true);
        else
            gather_word(c, w, head, w >= core, sum);
        w++;
    }
}

/* "of Peru", "for the ministry", "at the embassy", "in Kampala": which prepositions say whom one is
 * of; an `outsider` is of elsewhere than where he is. */
static int preposition_weight(const char *preposition, bool outsider) {
    static const char *const near[] = {"at", "for", "from", "of", "with"};
    if (chy_is_one_of(preposition, near, CHY_COUNT_OF(near))) return 2;
    if (strcmp(preposition, "in") == 0) return outsider ? 0 : 1;
    return 0;
}

static void gather_after(const chy_casting *c, const chy_draft *draft, uint32_t head,
                         gathered *sum) {
    static const char *const envoys[] = {"ambassador", "consul", "diplomat", "envoy", "negotiator"};
    bool envoy = chy_is_one_of(c->words[draft->head].lemma, envoys, CHY_COUNT_OF(envoys));
    for (uint32_t w = c->tree.first_child[head]; w != CHY_NONE; w = c->tree.next_sibling[w]) {
        if (w < draft->head || c->words[w].deprel != CHY_DEPREL_NMOD) continue;
        const char *preposition = chy_tree_case(&c->tree, w);
        int weight = preposition_weight(preposition, envoy || chy_is_outsider(&draft->says));
        /* "Recalled its ambassador from Peru". */
        bool posted = envoy && draft->says.flags & CHY_SAYS_POSSESSED;
        if (posted && strcmp(preposition, "from") == 0) weight = 0;
        uint32_t inner = c->name_of_word[w] != CHY_NONE ? c->name_of_word[w] : c->draft_of_head[w];
        if (weight > 0 && inner != CHY_NONE) gather_profile(sum, &c->drafts[inner], weight == 2);
        /* "The ambassadors of Poland and Lithuania". */
        for (uint32_t k = c->tree.first_child[w]; k != CHY_NONE; k = c->tree.next_sibling[k]) {
            uint32_t second = c->words[k].deprel == CHY_DEPREL_CONJ ? c->name_of_word[k] : CHY_NONE;
            sum->mixed = sum->mixed || (weight == 2 && second != CHY_NONE && sum->country[0] &&
                                        c->drafts[second].says.country[0] &&
                                        strcmp(c->drafts[second].says.country, sum->country) != 0);
        }
    }
}

/* The word behind a hyphen in "prime minister-designate of Peru", which the parser may take for the
 * noun that the phrase hangs from; else CHY_NONE. */
static uint32_t behind_hyphen(const chy_casting *c, const chy_draft *draft) {
    uint32_t next = draft->head + 2;
    bool apposed = next < c->word_count && c->words[next].head == draft->head &&
                   strcmp(c->words[next - 1].form, "-") == 0;
    return apposed ? next : CHY_NONE;
}

/* "Fought insurgents in Mozambique": the parser may hang the place from the verb, but bands and
 * the people of a place are where they are told to be. */
static const char *place_behind(const chy_casting *c, const chy_draft *draft) {
    uint32_t local = SECTOR(REB) | SECTOR(CRM) | SECTOR(CVL) | SECTOR(UAF) | SECTOR(PRM);
    uint32_t next = draft->head + 1;
    if (!(draft->says.sectors & local) || chy_is_outsider(&draft->says) ||
        next + 1 >= c->word_count || c->words[next].sentence != c->words[draft->head].sentence ||
        strcmp(c->words[next].form, "in") != 0)
        return "";
    uint32_t name = c->name_of_word[next + 1];
    if (name == CHY_NONE || c->words[next].head != c->drafts[name].head) return "";
    uint8_t kind = c->drafts[name].says.kind;
    bool place = kind == CHY_ENTITY_COUNTRY || kind == CHY_ENTITY_PLACE;
    return place ? c->drafts[name].says.country : "";
}

static const struct {
    const char *word;
    uint32_t flag;
} office_words[] = {{"former", CHY_SAYS_FORMER},
                    {"ex", CHY_SAYS_FORMER},
                    {"late", CHY_SAYS_FORMER},
                    {"retired", CHY_SAYS_FORMER},
                    {"ousted", CHY_SAYS_FORMER},
                    {"deposed", CHY_SAYS_FORMER},
                    {"onetime", CHY_SAYS_FORMER},
                    {"acting", CHY_SAYS_ACTING},
                    {"interim", CHY_SAYS_ACTING},
                    {"caretaker", CHY_SAYS_ACTING},
                    {"designate", CHY_SAYS_DESIGNATE},
                    {"elect", CHY_SAYS_DESIGNATE},
                    {"incoming", CHY_SAYS_DESIGNATE},
                    {"declared", CHY_SAYS_SELF_DECLARED},
                    {"proclaimed", CHY_SAYS_SELF_DECLARED},
                    {"styled", CHY_SAYS_SELF_DECLARED}};

static uint32_t office_flag(const char *form) {
    const char *dash = strrchr(form, '-');
    if (strncmp(form, "ex-", 3) == 0 || strncmp(form, "Ex-", 3) == 0) return CHY_SAYS_FORMER;
    for (size_t i = 0; i < CHY_COUNT_OF(office_words); i++)
        if (chy_same(form, office_words[i].word) ||
            (dash && chy_same(dash + 1, office_words[i].word)))
            return office_words[i].flag;
    return 0;
}

/* "former", "acting", "ex - ", " - designate" around a head. */
static uint32_t office_flags(const chy_casting *c, const chy_draft *draft) {
    uint32_t flags = office_flag(c->words[draft->head].form);
    if (strcmp(draft->says.role, "predecessor") == 0) flags |= CHY_SAYS_FORMER;
    const chy_sentence *sentence = &c->in->sentences[c->words[draft->head].sentence];
    uint32_t limit = sentence->first_word + sentence->word_count;
    for (uint32_t w = draft->first; w < draft->head; w++)
        if (c->name_of_word[w] == CHY_NONE) flags |= office_flag(c->words[w].form);
    /* "former President X": the adjective hangs from the name. */
    if (draft->says.flags & CHY_SAYS_TITLE && draft->first > sentence->first_word &&
        c->words[draft->first - 1].head == c->words[draft->head].head)
        flags |= office_flag(c->words[draft->first - 1].form);
    static const char *const once[] = {"formerly", "once", "previously"};
    if (draft->first > sentence->first_word &&
        chy_is_one_of(c->words[draft->first - 1].form, once, CHY_COUNT_OF(once)))
        flags |= CHY_SAYS_FORMER;
    uint32_t next = draft->head + 1;
    if (next < limit && strcmp(c->words[next].form, "-") == 0) next++;
    if (next < limit && c->words[next].head == draft->head)
        flags |= office_flag(c->words[next].form) & CHY_SAYS_DESIGNATE;
    /* "who was minister until 2008": the office is over. */
    uint32_t copula = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_COP);
    if (copula != CHY_NONE && c->words[copula].feat_bits & CHY_FEAT_PAST)
        for (uint32_t w = c->tree.first_child[draft->head]; w != CHY_NONE;
             w = c->tree.next_sibling[w])
            if (strcmp(chy_tree_case(&c->tree, w), "until") == 0) flags |= CHY_SAYS_FORMER;
    return flags;
}

/* Roles that by themselves say nothing of a sector: whom they serve says it. */
static bool serves(const chy_profile *says) {
    return says->sectors == 0 || says->flags & CHY_SAYS_LOOSE;
}

/* Roles that with a country alone are its government's: "Kenyan officials", "Peru's envoy". */
static bool holds_office(const chy_profile *says) {
    static const char *const roles[] = {
        "adviser",   "aide",         "ambassador", "authority", "chief",          "counterpart",
        "delegate",  "delegation",   "diplomat",   "envoy",     "head",           "leader",
        "minister",  "negotiator",   "official",   "president", "representative", "secretary",
        "spokesman", "spokesperson", "spokeswoman"};
    return chy_is_one_of(says->role, roles, CHY_COUNT_OF(roles)) ||
           chy_is_one_of(says->role_class, roles, CHY_COUNT_OF(roles));
}

/* Roles that say only that one belongs to a body, which then says the sector: "Red Cross workers",
 * "Hezbollah fighters". */
static bool belongs(const chy_profile *says) {
    static const char *const roles[] = {"agent",   "employee",  "executive", "fighter",
                                        "member",  "officer",   "operative", "staff",
                                        "staffer", "volunteer", "worker"};
    return chy_is_one_of(says->role, roles, CHY_COUNT_OF(roles));
}

/* Offices of state that are also those of clubs and unions: of a body that is named they are the
 * body's, "president of the Writers' Guild". */
static bool leads_body(const chy_profile *says) {
    static const char *const roles[] = {"general secretary", "president", "treasurer",
                                        "vice president"};
    return chy_is_one_of(says->role, roles, CHY_COUNT_OF(roles));
}

bool chy_leads_private(const chy_profile *says, uint32_t sectors) {
    const uint32_t private = SECTOR(AGR) | SECTOR(BUS) | SECTOR(EDU) | SECTOR(JRN) | SECTOR(LAB) |
                             SECTOR(MED) | SECTOR(PTY) | SECTOR(REL) | SECTOR(SOC);
    return sectors != 0 && !(sectors & ~private) && leads_body(says);
}

/* "The Okello administration": the country of its leader. */
static const char *leader_before(const chy_casting *c, const chy_draft *draft) {
    for (uint32_t w = draft->first; w < draft->head; w++) {
        uint32_t name = c->name_of_word[w];
        bool plain = name != CHY_NONE && c->drafts[name].says.country[0] == '\0';
        if (plain) return chy_leader_country(c, &c->drafts[name]);
    }
    return "";
}

/* "Casa Rosada spokeswoman X": whatever the parser hung it from, the body's or country's name right
 * before the office is whom it serves. */
static uint32_t with_name_before(const chy_casting *c, const chy_draft *draft, uint32_t first) {
    if (first == 0 || c->words[first - 1].sentence != c->words[first].sentence ||
        !(draft->says.flags & CHY_SAYS_HUMAN))
        return first;
    uint32_t name = c->name_of_word[first - 1];
    bool serves_it = name != CHY_NONE && c->drafts[name].end == first &&
                     (c->drafts[name].says.kind == CHY_ENTITY_COUNTRY ||
                      c->drafts[name].says.kind == CHY_ENTITY_ORGANISATION);
    return serves_it ? c->drafts[name].first : first;
}

/* "Drivers on strike", "striking porters". */
static bool on_strike(const chy_casting *c, const chy_draft *draft) {
    for (uint32_t w = c->tree.first_child[draft->head]; w != CHY_NONE;
         w = c->tree.next_sibling[w]) {
        bool strike = strcmp(c->words[w].lemma, "strike") == 0 &&
                      strcmp(chy_tree_case(&c->tree, w), "on") == 0;
        if (strike || (w < draft->head && chy_same(c->words[w].form, "striking"))) return true;
    }
    return false;
}

/* Soldiers of rebels are of no state's forces. */
static void settle_sectors(chy_profile *says, const gathered *sum) {
    if (says->sectors & SECTOR(MIL) && sum->sectors & SECTOR(REB) && !(sum->sectors & SECTOR(MIL)))
        says->sectors = (says->sectors & ~(uint32_t)SECTOR(MIL)) | SECTOR(REB);
}

static void read_description(chy_casting *c, chy_draft *draft) {
    chy_profile *says = &draft->says;
    gathered sum = {.country = ""};
    uint32_t first = draft->first;
    /* "Peru's President X": the possessor hangs from the name that the title stands at. */
    uint32_t name = c->words[draft->head].head;
    if (says->flags & CHY_SAYS_TITLE && name != CHY_NONE && c->tree.left[name] < first)
        first = chy_phrase_start(c, c->tree.left[name], draft->head);
    first = with_name_before(c, draft, first);
    gather_before(c, first, draft->core_first, draft->head, &sum);
    gather_after(c, draft, draft->head, &sum);
    uint32_t designate = behind_hyphen(c, draft);
    if (designate != CHY_NONE) gather_after(c, draft, designate, &sum);
    if (!sum.country[0]) sum.country = place_behind(c, draft);
    static const char *const teams[] = {"administration", "cabinet", "government", "presidency"};
    if (!sum.country[0] && chy_is_one_of(c->words[draft->head].lemma, teams, CHY_COUNT_OF(teams)))
        sum.country = leader_before(c, draft);
    bool place = says->kind == CHY_ENTITY_PLACE || says->flags & CHY_SAYS_COUNTRY;
    /* "The UN mission in Chad" is not Chad's. */
    bool posted = says->sectors & SECTOR(IGO) && !sum.country_near && !place;
    if (!says->country[0] && !posted) says->country = sum.country;
    bool plural = says->number == 2 || c->words[draft->head].feat_bits & CHY_FEAT_PLURAL;
    bool mixed = sum.mixed && plural;
    if (mixed) {
        says->country = "";
        says->flags |= CHY_SAYS_MIXED;
        says->number = 2;
        if (!place) says->kind = CHY_ENTITY_GROUP;
    }
    if (place) return;
    if ((sum.employer && belongs(says)) || (sum.employed && leads_body(says))) {
        says->sectors = sum.employer;
    } else if (chy_leads_private(says, sum.sectors)) {
        says->sectors = sum.sectors;
    } else if (serves(says) && !(says->flags & CHY_SAYS_PEOPLE)) {
        if (sum.sectors)
            says->sectors = sum.sectors;
        else if (says->sectors == 0 && (says->country[0] || mixed) && !sum.of_people &&
                 holds_office(says) && says->kind != CHY_ENTITY_ORGANISATION &&
                 says->kind != CHY_ENTITY_ARMED_GROUP)
            says->sectors = SECTOR(GOV);
    } else {
        says->sectors |= sum.sectors & ADDING_SECTORS;
    }
    if (says->sectors == SECTOR(CVL) && on_strike(c, draft)) says->sectors = SECTOR(LAB);
    settle_sectors(says, &sum);
    says->flags |= office_flags(c, draft);
    /* "Ex-Soviet women" are still women. */
    static const char *const bare[] = {"boy", "child", "girl", "man", "people", "person", "woman"};
    if (chy_is_one_of(says->role, bare, CHY_COUNT_OF(bare)))
        says->flags &= ~(uint32_t)CHY_SAYS_FORMER;
    uint32_t state =
        SECTOR(GOV) | SECTOR(MIL) | SECTOR(LEG) | SECTOR(JUD) | SECTOR(COP) | SECTOR(SPY);
    if (says->flags & CHY_SAYS_FORMER && (says->sectors & state || says->sectors == 0))
        says->sectors = SECTOR(ELI);
}

/* A "Teachers' Congress" makes no laws, and a "Drivers' Union" is one of workers. */
static bool is_of_workers(const chy_casting *c, const chy_draft *draft) {
    static const char *const trade[] = {"trade", "trades"};
    for (uint32_t w = draft->first; w + 1 < draft->end; w++)
        if (chy_names_workers(c->words[w].form) || strcmp(c->words[w + 1].form, "'") == 0 ||
            chy_is_one_of(c->words[w].form, trade, CHY_COUNT_OF(trade)))
            return true;
    return false;
}

/* The sector of a body's noun: "Nile Valley | Water Ministry". Words before the noun say less. */
static void gather_noun(const chy_casting *c, const chy_draft *draft, gathered *sum) {
    bool workers = is_of_workers(c, draft);
    for (uint32_t w = draft->first; w < draft->end; w++) {
        chy_fact fact;
        uint32_t length = c->match_length[w] == 0
                              ? 0
                              : chy_lookup(c, w, draft->end, CHY_ROW(CHY_FACT_ORG_NOUN), &fact);
        /* "The drivers' union | SMAQ". */
        bool lettered = w + 2 == draft->end && chy_all_capitals(c->words[w + 1].form);
        bool noun = length > 1 || w == draft->head || w + 1 == draft->end || lettered;
        /* A "Democratic Union" is no trade union, but "the railway union | UTFL" is. */
        bool states = length == 1 && strcmp(fact.name, "union") == 0 && !workers &&
                      chy_capitalised(c->words[w].form);
        if (length == 0 || !noun || states) continue;
        sum->sectors |=
            fact.sectors == SECTOR(LEG) && workers ? SECTOR(LAB) : fact.sectors & ~SECTOR(UNK);
        w += length - 1;
    }
}

/* What the table says of the body that a longer name ends in: "Lebanese | Red Cross". */
static uint32_t ending_sectors(const chy_casting *c, const chy_draft *draft) {
    chy_fact fact;
    for (uint32_t w = draft->first + 1; w < draft->end; w++)
        if (chy_lookup_exact(c, w, draft->end, CHY_ROWS_BODIES, &fact) && !fact.part)
            return fact.sectors & ~SECTOR(OPP);
    return 0;
}

/* How many mentions around a body its country is looked for in. */
#define TELLS_WINDOW 100u

/* Whether the place in a body's name, "| San Andres | University", tells its country: a small town,
 * of which there may be others, only where others around tell of that country. */
static bool tells_country(const chy_casting *c, uint32_t body, const chy_draft *inner) {
    if (inner->says.kind != CHY_ENTITY_PLACE || !inner->has_fact ||
        inner->fact.kind != CHY_FACT_PLACE || inner->fact.population >= CHY_LITTLE_TOWN ||
        strcmp(inner->says.country, c->dateline_country) == 0)
        return true;
    uint32_t from = body > TELLS_WINDOW ? body - TELLS_WINDOW : 0;
    for (uint32_t i = from; i < c->draft_count && i <= body + TELLS_WINDOW; i++)
        if (!c->drafts[i].nested && i != body && c->drafts[i].kind == CHY_MENTION_NAME &&
            strcmp(c->drafts[i].says.country, inner->says.country) == 0)
            return true;
    return false;
}

/* A body's name without a row: its country from the nationality in or before it, its sector from
 * its noun. */
static void read_body_name(chy_casting *c, chy_draft *draft) {
    chy_profile *says = &draft->says;
    gathered sum = {.country = ""};
    for (uint32_t i = (uint32_t)(draft - c->drafts) + 1; i < c->draft_count; i++) {
        const chy_draft *inner = &c->drafts[i];
        if (inner->first >= draft->end) break;
        if (inner->kind == CHY_MENTION_NAME && inner->nested &&
            tells_country(c, (uint32_t)(draft - c->drafts), inner))
            gather_profile(&sum, inner, true);
    }
    /* A state within a name acts by no government. */
    sum.sectors &= ~(uint32_t)SECTOR(GOV);
    gather_noun(c, draft, &sum);
    uint32_t left = c->tree.left[draft->head];
    if (left < draft->first) gather_before(c, left, draft->first, draft->first, &sum);
    gather_after(c, draft, draft->head, &sum);
    if (!says->country[0]) says->country = sum.country;
    if (!says->country[0]) says->country = chy_country_apposed(c, draft);
    if (says->sectors == 0 && !is_of_workers(c, draft)) says->sectors = ending_sectors(c, draft);
    if (says->sectors == 0) says->sectors = sum.sectors;
    /* A nation's own "security council" is no body of states. */
    if (says->sectors == SECTOR(IGO) && chy_code_is_state(says->country))
        says->sectors = SECTOR(GOV);
}

/* "Kenyan novelist" is the title's; here "the Kenyan Amina Yusuf", "Kenya's Amina Yusuf". And "Mr",
 * "Mrs" for the gender. */
static void read_person_name(chy_casting *c, chy_draft *draft) {
    static const char *const men[] = {"king", "lord", "mr", "mr.", "prince", "sheikh", "sir"};
    static const char *const women[] = {"dame", "lady", "madame", "miss",     "mrs",
                                        "mrs.", "ms",   "ms.",    "princess", "queen"};
    for (uint32_t w = c->tree.first_child[draft->head]; w != CHY_NONE && w < draft->head;
         w = c->tree.next_sibling[w]) {
        const chy_word *word = &c->words[w];
        if (chy_is_one_of(word->form, men, CHY_COUNT_OF(men))) draft->says.gender = 'm';
        if (chy_is_one_of(word->form, women, CHY_COUNT_OF(women))) draft->says.gender = 'f';
        uint32_t name = c->name_of_word[w];
        if (word->deprel == CHY_DEPREL_AMOD && name != CHY_NONE && w < draft->first &&
            c->drafts[name].says.flags & CHY_SAYS_ADJECTIVE)
            draft->says.country = c->drafts[name].says.country;
        if (word->deprel == CHY_DEPREL_NMOD_POSS && name != CHY_NONE && w < draft->first &&
            c->drafts[name].says.kind == CHY_ENTITY_COUNTRY)
            draft->says.country = c->drafts[name].says.country;
    }
}

void chy_profile_read(chy_casting *c) {
    /* Children before heads: a phrase inside another is read first. */
    for (uint32_t i = 0; i < c->tree.ordered; i++) {
        uint32_t at = c->draft_of_head[c->tree.order[i]];
        if (at == CHY_NONE) continue;
        chy_draft *draft = &c->drafts[at];
        if (draft->kind == CHY_MENTION_DESCRIPTION)
            read_description(c, draft);
        else if (draft->kind != CHY_MENTION_NAME)
            continue;
        else if (draft->says.kind == CHY_ENTITY_PERSON)
            read_person_name(c, draft);
        else if (draft->says.kind == CHY_ENTITY_ORGANISATION && !draft->has_fact)
            read_body_name(c, draft);
    }
}
