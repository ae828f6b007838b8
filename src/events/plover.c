#include "events/plover.h"

#include <math.h>
#include <string.h>

/* PLOVER manual draft 2.0, sections of the types; ACCUSE and SANCTION as the ontology page says. */
typedef struct mode_row {
    const char *name;
    double score;
} mode_row;

typedef struct type_row {
    const char *name;
    uint8_t quad;
    bool recipient;
    double score;
    const char *root;
    const char *codes[9]; /* CAMEO prefixes; a leading "!" takes codes out again */
    mode_row modes[CHY_MODES_MOST];
} type_row;

static const type_row types[CHY_EVENT_TYPE_COUNT] = {
    [CHY_AGREE] = {"AGREE", 1, false, 2.5, "030", {"03"}, {{NULL, 0.0}}},
    [CHY_CONSULT] = {"CONSULT",
                     1,
                     false,
                     2.5,
                     "040",
                     {"04"},
                     {{"visit", 4.0}, {"third-party", 1.0}, {"multilateral", 4.0}, {"phone", 1.5}}},
    [CHY_SUPPORT] = {"SUPPORT", 1, false, 5.0, "050", {"05"}, {{NULL, 0.0}}},
    [CHY_CONCEDE] = {"CONCEDE",
                     1,
                     false,
                     4.5,
                     "080",
                     {"080", "081", "082", "083", "055", "056", "034", "035"},
                     {{NULL, 0.0}}},
    [CHY_COOPERATE] = {"COOPERATE", 2, true, 9.5, "060", {"06"}, {{NULL, 0.0}}},
    [CHY_AID] = {"AID", 2, true, 10.0, "070", {"07"}, {{NULL, 0.0}}},
    [CHY_RETREAT] = {"RETREAT",
                     2,
                     false,
                     6.5,
                     "080",
                     {"080", "083", "0813", "0814", "084", "085", "086", "087"},
                     {{"withdraw", 8.0},
                      {"release", 6.5},
                      {"disarm", 10.0},
                      {"ceasefire", 7.5},
                      {"access", 6.5},
                      {"resign", 4.5}}},
    [CHY_REQUEST] = {"REQUEST",
                     3,
                     false,
                     0.0,
                     "100",
                     {"10", "02"},
                     {{"assist", 0.5}, {"change", -1.0}, {"yield", -1.0}, {"meet", 0.0}}},
    [CHY_ACCUSE] = {"ACCUSE",
                    3,
                    false,
                    -2.0,
                    "110",
                    {"09", "11"},
                    {{"disapprove", -2.0}, {"investigate", -3.5}, {"allege", -3.5}}},
    [CHY_REJECT] = {"REJECT",
                    3,
                    false,
                    -2.0,
                    "120",
                    {"12"},
                    {{"assist", -1.5}, {"change", -2.0}, {"yield", -2.0}, {"meet", -2.0}}},
    [CHY_THREATEN] = {"THREATEN",
                      3,
                      false,
                      -3.5,
                      "130",
                      {"13"},
                      {{"restrict", -3.0},
                       {"arrest", -3.5},
                       {"relations", -3.5},
                       {"expel", -3.5},
                       {"territory", -4.0},
                       {"violence", -3.5}}},
    [CHY_PROTEST] = {"PROTEST",
                     4,
                     false,
                     -5.0,
                     "140",
                     {"14"},
                     {{"demo", -5.0},
                      {"riot", -7.0},
                      {"strike", -5.0},
                      {"hunger", -4.5},
                      {"boycott", -4.5},
                      {"obstruct", -4.5},
                      {"vandalize", -5.0}}},
    [CHY_SANCTION] =
        {"SANCTION",
         4,
         true,
         -6.0,
         "160",
         {"16", "116"},
         {{"convict", -6.0}, {"expel", -5.5}, {"withdraw", -6.0}, {"discontinue", -6.0}}},
    [CHY_MOBILIZE] = {"MOBILIZE",
                      4,
                      false,
                      -5.5,
                      "150",
                      {"15"},
                      {{"troops", -6.5}, {"weapons", -6.5}, {"police", -5.5}, {"militia", -6.0}}},
    [CHY_COERCE] = {"COERCE",
                    4,
                    false,
                    -7.0,
                    "170",
                    {"17", "191", "192", "!1712", "!175"},
                    {{"seize", -7.0},
                     {"restrict", -7.0},
                     {"censor", -6.5},
                     {"curfew", -6.5},
                     {"martial-law", -7.5},
                     {"arrest", -7.0},
                     {"deport", -7.0},
                     {"withhold", -7.0},
                     {"misinformation", -6.5},
                     {"cyber", -7.0}}},
    [CHY_ASSAULT] = {"ASSAULT",
                     4,
                     false,
                     -9.0,
                     "190",
                     {"18", "19", "20", "1712", "175", "!191", "!192"},
                     {{"abduct", -8.5},
                      {"beat", -7.5},
                      {"torture", -8.5},
                      {"sexual", -8.5},
                      {"targeted", -9.5},
                      {"destroy", -8.5},
                      {"primitive", -8.0},
                      {"firearms", -9.0},
                      {"explosives", -9.0},
                      {"suicide-attack", -9.5},
                      {"aerial", -9.5},
                      {"drone", -9.5},
                      {"heavy-weapons", -9.5},
                      {"crowd-control", -7.5},
                      {"unconventional", -10.0}}},
};

static const char *const contexts[] = {
    "military",
    "intelligence",
    "executive",
    "legislative",
    "election",
    "political_institutions",
    "pro_democracy",
    "pro_autocracy",
    "economic",
    "legal",
    "reparations",
    "human_rights",
    "rights_freedoms",
    "repression",
    "human_security",
    "gender",
    "lgbt",
    "religion_ethnicity",
    "inequality",
    "diplomatic",
    "territory",
    "peacekeeping",
    "health",
    "asylum",
    "migration",
    "disasters",
    "natural_resource",
    "environment",
    "technology",
    "terrorism",
    "cbrn",
    "cyber",
    "misinformation",
    "crime",
    "corruption",
    "illegal_drugs",
    "trafficking",
};
#define CONTEXT_COUNT (sizeof contexts / sizeof contexts[0])

static const char *const sectors[CHY_SECTOR_COUNT] = {
    "GOV", "MIL", "REB", "COP", "JUD", "LEG", "PTY", "OPP", "SPY",
    "PRM", "UAF", "UNK", "CVL", "AGR", "BUS", "CRM", "EDU", "ELI",
    "JRN", "LAB", "MED", "REF", "PRE", "REL", "SOC", "IGO", "NGO",
};

static const char *const statuses[CHY_EVENT_STATUS_COUNT] = {"asserted", "future", "hypothetical",
                                                             "negated", "historical"};

static const char *const count_kinds[CHY_COUNT_KIND_COUNT] = {
    "dead", "injured", "arrested", "displaced", "participants", "money"};

const char *chy_event_type_name(chy_event_type type) {
    return (unsigned)type < CHY_EVENT_TYPE_COUNT ? types[type].name : "NONE";
}

const char *chy_event_status_name(chy_event_status status) {
    return (unsigned)status < CHY_EVENT_STATUS_COUNT ? statuses[status] : "";
}

const char *chy_count_kind_name(chy_count_kind kind) {
    return (unsigned)kind < CHY_COUNT_KIND_COUNT ? count_kinds[kind] : "";
}

uint8_t chy_plover_type(chy_slice name) {
    uint8_t type = 0;
    while (type < CHY_EVENT_TYPE_COUNT && !chy_slice_is(name, types[type].name)) {
        type++;
    }
    return type;
}

uint8_t chy_plover_quad(uint8_t type) {
    return types[type].quad;
}

bool chy_plover_needs_recipient(uint8_t type) {
    return types[type].recipient;
}

uint32_t chy_plover_mode(uint8_t type, chy_slice name) {
    for (uint32_t i = 0; i < CHY_MODES_MOST && types[type].modes[i].name != NULL; i++) {
        if (chy_slice_is(name, types[type].modes[i].name)) return i;
    }
    return CHY_NONE;
}

const char *chy_plover_mode_name(uint8_t type, uint32_t mode) {
    return types[type].modes[mode].name;
}

double chy_plover_score(uint8_t type, uint32_t modes) {
    double score = types[type].score;
    bool any = false;
    for (uint32_t i = 0; i < CHY_MODES_MOST && types[type].modes[i].name != NULL; i++) {
        double of_mode = types[type].modes[i].score;
        if ((modes >> i & 1u) != 0 && (!any || fabs(of_mode) > fabs(score))) {
            score = of_mode;
            any = true;
        }
    }
    return score;
}

const char *chy_plover_root(uint8_t type) {
    return types[type].root;
}

bool chy_plover_allows(uint8_t type, const char *cameo) {
    bool allowed = false;
    for (size_t i = 0; i < 9 && types[type].codes[i] != NULL; i++) {
        const char *prefix = types[type].codes[i];
        bool out = prefix[0] == '!';
        prefix += out ? 1 : 0;
        if (strncmp(cameo, prefix, strlen(prefix)) == 0) allowed = !out;
    }
    return allowed;
}

uint32_t chy_plover_context_index(chy_slice name) {
    for (uint32_t i = 0; i < CONTEXT_COUNT; i++) {
        if (chy_slice_is(name, contexts[i])) return i;
    }
    return CHY_NONE;
}

const char *chy_plover_context_name(uint32_t index) {
    return contexts[index];
}

uint32_t chy_plover_context_count(void) {
    return (uint32_t)CONTEXT_COUNT;
}

uint8_t chy_plover_sector(chy_slice name) {
    uint8_t sector = 0;
    while (sector < CHY_SECTOR_COUNT && !chy_slice_is(name, sectors[sector])) {
        sector++;
    }
    return sector;
}

uint8_t chy_plover_count_kind(chy_slice name) {
    uint8_t kind = 0;
    while (kind < CHY_COUNT_KIND_COUNT && !chy_slice_is(name, count_kinds[kind])) {
        kind++;
    }
    return kind;
}
