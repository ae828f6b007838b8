/* Nouns that hold others, and nouns that act where they stand before an event. */
#include "clauses/tables.h"

#include "base/base.h"

/* clang-format off */
/* Sorted: nouns that hold others by "of". */
static const char *const container_nouns[] = {
    "array", "assortment", "band", "batch", "bout", "bulk", "bunch", "chain", "couple", "crowd",
    "dozen", "fraction", "group", "half", "handful", "hundred", "kind", "lot", "majority", "mass",
    "million", "minority", "number", "pair", "percent", "proportion", "quarter", "range", "round",
    "score", "series", "set", "sort", "spate", "stream", "string", "succession", "tenth", "third",
    "thousand", "total", "type", "variety", "wave",
};

/* Sorted: common nouns that act when they stand before an event. */
static const char *const acting_nouns[] = {
    "activist", "army", "authority", "bandit", "cabinet", "cartel", "coalition", "coastguard",
    "commando", "contractor", "cop", "court", "crowd", "custom", "delegation", "doctor", "driver",
    "employee", "extremist", "faction", "farmer", "fisherman", "gang", "government", "guard",
    "guerrilla", "gunman", "inmate", "insurgent", "jihadist", "junta", "lawyer", "leader",
    "leadership", "loyalist", "marine", "mercenary", "migrant", "militant", "military", "militia",
    "miner", "minister", "mob", "navy", "nurse", "officer", "official", "opposition",
    "paramilitary", "parliament", "party", "peacekeeper", "pirate", "police", "policeman",
    "prosecutor", "protester", "rebel", "refugee", "regime", "resident", "secessionist",
    "security", "separatist", "settler", "soldier", "staff", "student", "supporter",
    "sympathiser", "teacher", "terrorist", "troop", "trucker", "union", "vigilante", "villager",
    "voter", "warship", "woman", "worker", "worshipper", "youth",
};
/* clang-format on */

bool chy_container_noun(const char *lemma) {
    return chy_is_one_of(lemma, container_nouns, CHY_COUNT_OF(container_nouns));
}

bool chy_acting_noun(const char *lemma) {
    return chy_is_one_of(lemma, acting_nouns, CHY_COUNT_OF(acting_nouns));
}

const char *const *chy_container_noun_table(size_t *count) {
    *count = CHY_COUNT_OF(container_nouns);
    return container_nouns;
}

const char *const *chy_acting_noun_table(size_t *count) {
    *count = CHY_COUNT_OF(acting_nouns);
    return acting_nouns;
}
