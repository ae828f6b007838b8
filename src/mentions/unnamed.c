/* Who was told by an office alone and is named now, "The governor said ... Governor Ode", and the
 * capital that was told by its country's name. */
#include "mentions/cast.h"
#include "mentions/nouns.h"

#include <string.h>

/* How far back one is looked for whom the report first tells by an office alone. */
#define UNNAMED_WINDOW    80u
#define UNNAMED_SENTENCES 12u

/* Whether a country is that of whoever an office tells: the minister of elsewhere is not ours; an
 * envoy is always from elsewhere. A headline tells where the report comes from. Of one in power the
 * country is presumed. */
static bool is_ours(const chy_casting *c, const chy_profile *office, const char *country,
                    const char *presumed, bool headline) {
    if (*presumed && country[0]) return strcmp(country, presumed) == 0;
    const char *told = country[0] ? country : office->country;
    bool here = *told && strcmp(told, c->dateline_country) == 0;
    bool home = strcmp(told, c->main_country) == 0 ? here || !c->dateline_country[0]
                                                   : here && (headline || !c->main_country[0]);
    return strcmp(country, office->country) == 0 || home ||
           strcmp(office->role_class, "diplomat") == 0 || strcmp(office->role, "ambassador") == 0;
}

static bool in_headline(const chy_casting *c, const chy_draft *draft) {
    return c->in->sentences[c->words[draft->head].sentence].part == CHY_PART_HEADLINE;
}

/* Whether a mention tells of one by an office alone who has not been named since. */
static bool waits_for_name(const chy_casting *c, const chy_draft *other) {
    if (other->character == CHY_NONE || other->kind != CHY_MENTION_DESCRIPTION) return false;
    const chy_character *character = &c->cast[other->character];
    return character->name_draft == CHY_NONE && character->is.kind == CHY_ENTITY_PERSON &&
           character->is.number == 1;
}

/* Whether the office that a name stands at is the one by which alone another mention told. */
static bool is_unnamed(const chy_casting *c, const chy_draft *office, const chy_draft *other,
                       const chy_draft *name, const char *presumed) {
    if (!waits_for_name(c, other)) return false;
    const chy_character *character = &c->cast[other->character];
    if (!chy_profiles_agree(&office->says, &character->is) ||
        (character->is.flags ^ office->says.flags) & CHY_SAYS_FORMER)
        return false;
    /* One of the two must point: "the". */
    bool headline = in_headline(c, other);
    bool pointed = headline || (office->says.flags | other->says.flags) & CHY_SAYS_DEFINITE;
    /* Headlines are short: "Chadian leader" of the president, "minister" of a minister of trade;
     * but a party's leader is another. And "the top diplomat" is nobody but a minister. */
    bool general = (headline && other->says.sectors & office->says.sectors) ||
                   strchr(other->says.role, ' ') != NULL;
    bool same = chy_character_has_role(character, office->says.role) ||
                chy_role_covers(office->says.role, other->says.role) ||
                (general && chy_role_covers(other->says.role, office->says.role));
    bool within = other->first <= office->first && office->end <= other->end;
    return pointed && same && !within &&
           is_ours(c, &office->says, character->is.country, presumed, headline) &&
           chy_name_may_be_of(c, name, character->is.country);
}

/* "Chad's minister ... her Chadian colleague, X": the leader of that country who was told by an
 * office alone; or CHY_NONE. */
static uint32_t find_equal(const chy_casting *c, uint32_t at, const chy_draft *name) {
    const chy_profile *says = &c->drafts[at].says;
    if (!says->country[0] || !chy_role_is_equal(says->role)) return CHY_NONE;
    uint32_t sentence = c->words[c->drafts[at].head].sentence;
    for (uint32_t back = 1; back <= UNNAMED_WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > UNNAMED_SENTENCES) break;
        if (waits_for_name(c, other) && chy_holds_power(&c->cast[other->character].is) &&
            strcmp(c->cast[other->character].is.country, says->country) == 0 &&
            chy_name_may_be_of(c, name, says->country))
            return other->character;
    }
    return CHY_NONE;
}

/* "Chadian leader" of a headline, whom the report names without an office: the one of that name who
 * leads the country; or CHY_NONE. */
static uint32_t find_headed(const chy_casting *c, const chy_draft *name) {
    uint32_t limit = c->draft_count < UNNAMED_WINDOW ? c->draft_count : UNNAMED_WINDOW;
    for (uint32_t i = 0; i < limit && in_headline(c, &c->drafts[i]); i++) {
        const chy_draft *other = &c->drafts[i];
        if (!waits_for_name(c, other) || in_headline(c, name)) continue;
        const chy_character *character = &c->cast[other->character];
        bool state = character->is.sectors & 1u << CHY_SECTOR_GOV;
        bool leads = (state && strcmp(character->is.role, "leader") == 0) ||
                     chy_character_has_role(character, "head_of_state") ||
                     chy_character_has_role(character, "head_of_government");
        if (leads && character->is.country[0] && !(character->is.flags & CHY_SAYS_FORMER) &&
            strcmp(chy_leader_country(c, name), character->is.country) == 0)
            return other->character;
    }
    return CHY_NONE;
}

/* "Kyrgyz capital without power ... Bishkek": the capital that was told by its country's name. */
static uint32_t find_capital(const chy_casting *c, const chy_draft *name) {
    if (!name->has_fact || name->fact.kind != CHY_FACT_CAPITAL) return CHY_NONE;
    uint32_t at = (uint32_t)(name - c->drafts);
    for (uint32_t back = 1; back <= UNNAMED_WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (other->character == CHY_NONE || other->kind != CHY_MENTION_DESCRIPTION) continue;
        const chy_character *character = &c->cast[other->character];
        if (character->is.kind == CHY_ENTITY_PLACE && character->name_draft == CHY_NONE &&
            strcmp(character->is.role, "capital") == 0 &&
            strcmp(character->is.country, name->fact.country) == 0)
            return other->character;
    }
    return CHY_NONE;
}

uint32_t chy_find_unnamed(const chy_casting *c, const uint32_t *next_in_unit, uint32_t root,
                          const chy_draft *name, const char *presumed) {
    if (name->says.kind == CHY_ENTITY_PLACE) return find_capital(c, name);
    if (name->says.kind != CHY_ENTITY_PERSON) return CHY_NONE;
    for (uint32_t i = root; i != CHY_NONE; i = next_in_unit[i]) {
        const chy_draft *office = &c->drafts[i];
        uint32_t equal = find_equal(c, i, name);
        if (equal != CHY_NONE) return equal;
        if (office->kind != CHY_MENTION_DESCRIPTION || !office->says.role_class[0] ||
            office->says.flags & (CHY_SAYS_INDEFINITE | CHY_SAYS_OTHER | CHY_SAYS_POSSESSED))
            continue;
        uint32_t sentence = c->words[office->head].sentence;
        for (uint32_t back = 1; back <= UNNAMED_WINDOW && back <= i; back++) {
            const chy_draft *other = &c->drafts[i - back];
            if (sentence - c->words[other->head].sentence > UNNAMED_SENTENCES) break;
            if (is_unnamed(c, office, other, name, presumed)) return other->character;
        }
    }
    return find_headed(c, name);
}
