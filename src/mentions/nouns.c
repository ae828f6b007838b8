#include "mentions/nouns.h"

#include "mentions/cast.h"

#include <string.h>

#define CVL (1u << CHY_SECTOR_CVL)

/* Sorted by lemma. */
static const struct {
    const char *lemma;
    struct {
        uint32_t flags;
        char gender;
        uint32_t sectors;
    } noun;
} nouns[] = {
    {"agency", {CHY_SAYS_BODY, 'n', 0}},
    {"alliance", {CHY_SAYS_BODY, 'n', 0}},
    {"area", {CHY_SAYS_PLACE, 'n', 0}},
    {"bloc", {CHY_SAYS_BODY, 'n', 0}},
    {"body", {CHY_SAYS_BODY, 'n', 0}},
    {"border", {CHY_SAYS_PLACE, 'n', 0}},
    {"boy", {CHY_SAYS_HUMAN, 'm', CVL}},
    {"brother", {CHY_SAYS_HUMAN, 'm', 0}},
    {"capital", {CHY_SAYS_PLACE, 'n', 0}},
    {"child", {CHY_SAYS_HUMAN, 0, CVL}},
    {"citizen", {CHY_SAYS_HUMAN | CHY_SAYS_PEOPLE, 0, CVL}},
    {"city", {CHY_SAYS_PLACE, 'n', 0}},
    {"civilian", {CHY_SAYS_HUMAN | CHY_SAYS_PEOPLE, 0, CVL}},
    {"company", {CHY_SAYS_BODY, 'n', 1u << CHY_SECTOR_BUS}},
    {"council", {CHY_SAYS_BODY, 'n', 0}},
    {"country", {CHY_SAYS_COUNTRY, 'n', 0}},
    {"daughter", {CHY_SAYS_HUMAN, 'f', 0}},
    {"delegation", {CHY_SAYS_BODY, 'n', 0}},
    {"district", {CHY_SAYS_PLACE, 'n', 0}},
    {"duo", {CHY_SAYS_HUMAN | CHY_SAYS_SIDE, 0, 0}},
    {"emirate", {CHY_SAYS_COUNTRY, 'n', 0}},
    {"family", {CHY_SAYS_HUMAN, 0, CVL}},
    {"father", {CHY_SAYS_HUMAN, 'm', 0}},
    {"girl", {CHY_SAYS_HUMAN, 'f', CVL}},
    {"government", {CHY_SAYS_BODY, 'n', 1u << CHY_SECTOR_GOV}},
    {"group", {CHY_SAYS_BODY, 'n', 0}},
    {"husband", {CHY_SAYS_HUMAN, 'm', 0}},
    {"island", {CHY_SAYS_PLACE, 'n', 0}},
    {"kingdom", {CHY_SAYS_COUNTRY, 'n', 0}},
    {"leader", {CHY_SAYS_HUMAN | CHY_SAYS_LOOSE, 0, 0}},
    {"man", {CHY_SAYS_HUMAN, 'm', CVL}},
    {"mother", {CHY_SAYS_HUMAN, 'f', 0}},
    {"movement", {CHY_SAYS_BODY, 'n', 0}},
    {"nation", {CHY_SAYS_COUNTRY, 'n', 0}},
    {"neighbor", {CHY_SAYS_COUNTRY, 'n', 0}},
    {"neighbour", {CHY_SAYS_COUNTRY, 'n', 0}},
    {"office", {CHY_SAYS_BODY, 'n', 0}},
    {"official", {CHY_SAYS_HUMAN | CHY_SAYS_LOOSE, 0, 0}},
    {"organisation", {CHY_SAYS_BODY, 'n', 0}},
    {"organization", {CHY_SAYS_BODY, 'n', 0}},
    {"pair", {CHY_SAYS_HUMAN | CHY_SAYS_SIDE, 0, 0}},
    {"party", {CHY_SAYS_BODY | CHY_SAYS_SIDE, 'n', 0}},
    {"people", {CHY_SAYS_HUMAN | CHY_SAYS_PEOPLE, 0, CVL}},
    {"person", {CHY_SAYS_HUMAN | CHY_SAYS_PEOPLE, 0, CVL}},
    {"province", {CHY_SAYS_PLACE, 'n', 0}},
    {"region", {CHY_SAYS_PLACE, 'n', 0}},
    {"republic", {CHY_SAYS_COUNTRY, 'n', 0}},
    {"resident", {CHY_SAYS_HUMAN | CHY_SAYS_PEOPLE, 0, CVL}},
    {"side", {CHY_SAYS_SIDE, 'n', 0}},
    {"sister", {CHY_SAYS_HUMAN, 'f', 0}},
    {"son", {CHY_SAYS_HUMAN, 'm', 0}},
    {"state", {CHY_SAYS_COUNTRY, 'n', 0}},
    {"sultanate", {CHY_SAYS_COUNTRY, 'n', 0}},
    {"territory", {CHY_SAYS_PLACE, 'n', 0}},
    {"town", {CHY_SAYS_PLACE, 'n', 0}},
    {"victim", {CHY_SAYS_HUMAN | CHY_SAYS_PEOPLE, 0, CVL}},
    {"village", {CHY_SAYS_PLACE, 'n', 0}},
    {"villager", {CHY_SAYS_HUMAN | CHY_SAYS_PEOPLE, 0, CVL}},
    {"wife", {CHY_SAYS_HUMAN, 'f', 0}},
    {"woman", {CHY_SAYS_HUMAN, 'f', CVL}},
};

chy_noun chy_noun_of(const char *lemma) {
    size_t low = 0, high = CHY_COUNT_OF(nouns);
    while (lemma && low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(lemma, nouns[middle].lemma);
        if (order == 0)
            return (chy_noun){nouns[middle].lemma, nouns[middle].noun.flags,
                              nouns[middle].noun.gender, nouns[middle].noun.sectors};
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return (chy_noun){0};
}

/* What a general word covers, by the last word of the role. */
static const struct {
    const char *general;
    const char *roles[16];
} covers[] = {
    {"leader",
     {"president", "minister", "premier", "chancellor", "king", "queen", "emir", "sultan",
      "chairman", "chairwoman", "chief", "head", "ruler", "commander", "chairperson", NULL}},
    {"diplomat",
     {"ambassador", "envoy", "spokesperson", "spokesman", "spokeswoman", "representative", "consul",
      "negotiator", "secretary", "charge", "attache", "minister", "official", NULL}},
    {"chief diplomat",
     {"foreign minister", "foreign secretary", "high representative", "minister of foreign affairs",
      "secretary of state", "top diplomat", NULL}},
    {"top diplomat",
     {"chief diplomat", "foreign minister", "foreign secretary", "high representative",
      "minister of foreign affairs", "secretary of state", NULL}},
    {"head of state", {"president", "king", "queen", "emir", "sultan", NULL}},
    {"head of government", {"prime minister", "premier", "chancellor", NULL}},
    {"representative",
     {"spokesperson", "spokesman", "spokeswoman", "envoy", "ambassador", "delegate", "lawmaker",
      NULL}},
    {"spokesperson", {"representative", "spokesman", "spokeswoman", "secretary", NULL}},
    {"spokesman", {"spokesperson", "representative", "secretary", NULL}},
    {"spokeswoman", {"spokesperson", "representative", "secretary", NULL}},
    {"envoy", {"ambassador", "representative", "negotiator", NULL}},
    {"mediator", {"envoy", "ambassador", NULL}},
    {"premier", {"prime minister", NULL}},
    {"politician",
     {"president", "minister", "lawmaker", "senator", "governor", "mayor", "leader", "premier",
      "chairman", "deputy", NULL}},
    {"lawmaker", {"senator", "deputy", "congressman", "congresswoman", "legislator", NULL}},
    {"soldier", {"general", "colonel", "commander", "sergeant", "captain", "major", NULL}},
    {"officer", {"general", "colonel", "commander", "captain", "major", "lieutenant", NULL}},
    {"commander", {"general", "colonel", "chief", "admiral", NULL}},
    {"dignitary", {"president", "minister", "king", "queen", "premier", NULL}},
    {"statesman", {"president", "minister", "king", "premier", "chancellor", NULL}},
    {"stateswoman", {"president", "minister", "queen", "premier", "chancellor", NULL}},
    {"head", {"chief", "director", "president", "chairman", NULL}},
    {"chief", {"head", "director", "commander", "commissioner", NULL}},
    {"counterpart", {NULL}},
    {"child", {"schoolchild", "pupil", "schoolgirl", "schoolboy", NULL}},
    {"pupil", {"schoolchild", "schoolgirl", "schoolboy", NULL}},
    {"girl", {"schoolgirl", NULL}},
    {"boy", {"schoolboy", NULL}},
    {"captive", {"hostage", NULL}},
    {"victim", {"hostage", NULL}},
};

static const char *last_word(const char *phrase) {
    const char *blank = strrchr(phrase, ' ');
    return blank ? blank + 1 : phrase;
}

bool chy_role_is_loose(const char *role) {
    static const char *const loose[] = {"counterpart", "figure",    "guest",    "host",
                                        "leader",      "man",       "official", "person",
                                        "politician",  "statesman", "woman"};
    return chy_is_one_of(role, loose, CHY_COUNT_OF(loose));
}

bool chy_role_is_equal(const char *role) {
    return strcmp(role, "colleague") == 0 || strcmp(role, "counterpart") == 0;
}

bool chy_role_covers(const char *general, const char *role) {
    if (!*general || !*role) return false;
    if (strcmp(general, role) == 0) return true;
    /* "the minister" for a foreign minister; not "the president" for a vice president. */
    const char *last = last_word(role);
    bool deputy = strncmp(role, "vice", 4) == 0 || strncmp(role, "deputy", 6) == 0 ||
                  strncmp(role, "assistant", 9) == 0;
    if (strcmp(general, last) == 0 && !deputy) return true;
    for (size_t i = 0; i < CHY_COUNT_OF(covers); i++) {
        if (strcmp(covers[i].general, general) != 0) continue;
        for (size_t r = 0; r < 16 && covers[i].roles[r]; r++)
            if (strcmp(covers[i].roles[r], last) == 0 || strcmp(covers[i].roles[r], role) == 0)
                return true;
    }
    return false;
}

bool chy_names_workers(const char *form) {
    static const char *const trades[] = {"doctors", "employees",  "labor",    "labour", "miners",
                                         "nurses",  "physicians", "teachers", "worker", "workers"};
    return chy_is_one_of(form, trades, CHY_COUNT_OF(trades));
}
