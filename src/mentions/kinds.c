#include "mentions/mentions.h"

const char *chy_entity_kind_name(chy_entity_kind kind) {
    static const char *const names[] = {"person",      "organisation", "country", "place",
                                        "armed_group", "group",        "other"};
    return kind < CHY_ENTITY_KIND_COUNT ? names[kind] : "other";
}

const char *chy_sector_name(chy_sector sector) {
    static const char *const names[] = {"GOV", "MIL", "REB", "COP", "JUD", "LEG", "PTY",
                                        "OPP", "SPY", "PRM", "UAF", "UNK", "CVL", "AGR",
                                        "BUS", "CRM", "EDU", "ELI", "JRN", "LAB", "MED",
                                        "REF", "PRE", "REL", "SOC", "IGO", "NGO"};
    return sector < CHY_SECTOR_COUNT ? names[sector] : "";
}
