#include "mentions/cast.h"
#include "mentions/nouns.h"

#include <string.h>

/* Tenures of one name that are looked at. */
#define MOST_ROWS 48
/* How many years before an office the table's row still tells who somebody is. */
#define YEARS_BEFORE 10
/* A row of the user's tables before any of ours. */
#define OWN_WEIGHT 16

/* The name as one phrase, for the table's keys. */
static size_t name_phrase(const chy_casting *c, const chy_draft *draft, char *out, size_t size) {
    size_t used = 0;
    for (uint32_t i = draft->first; i < draft->end; i++) {
        size_t length = c->forms[i].size;
        bool blank = i > draft->first && c->words[i - 1].space_after;
        if (used + length + blank >= size) return 0;
        if (blank) out[used++] = ' ';
        memcpy(out + used, c->forms[i].data, length);
        used += length;
    }
    return used;
}

static bool same_person(const chy_fact *a, const chy_fact *b) {
    return a->wikidata[0] && b->wikidata[0] ? strcmp(a->wikidata, b->wikidata) == 0
                                            : strcmp(a->name, b->name) == 0;
}

/* Whether a row goes with what the words say of the person. */
static bool row_agrees(const chy_character *character, const chy_fact *fact) {
    if (character->is.country[0] && strcmp(character->is.country, fact->country) != 0) return false;
    return !character->is.gender || !fact->gender || character->is.gender == fact->gender;
}

static bool role_agrees(const chy_character *character, const chy_fact *fact) {
    for (uint32_t i = 0; i < character->role_count; i++)
        if (chy_role_covers(character->roles[i], fact->role) ||
            chy_role_covers(fact->role, character->roles[i]))
            return true;
    return false;
}

/* How strongly a row speaks for its person on the report's day. */
static int row_weight(const chy_casting *c, const chy_character *character, const chy_fact *fact) {
    if (!row_agrees(character, fact)) return 0;
    int weight = role_agrees(character, fact) ? 4 : 0;
    if (fact->own) weight += OWN_WEIGHT;
    if (c->reference_number == 0) return weight + 1;
    switch (chy_fact_tenure(fact, c->reference_number)) {
    case CHY_TENURE_HELD:
        return weight + 6;
    case CHY_TENURE_LIKELY:
        return weight + 5;
    case CHY_TENURE_AFTER:
        return weight + 2;
    case CHY_TENURE_UNKNOWN:
        return weight + 1;
    case CHY_TENURE_BEFORE:
        /* Whoever takes an office within some years is of its country before. */
        return fact->from / 10000 - c->reference_number / 10000 <= YEARS_BEFORE ? weight + 1 : 0;
    }
    return 0;
}

static bool holds_now(const chy_casting *c, const chy_character *character, const chy_fact *fact) {
    /* With no date only what the words themselves name is taken. */
    if (c->reference_number == 0) return role_agrees(character, fact);
    chy_tenure tenure = chy_fact_tenure(fact, c->reference_number);
    return tenure == CHY_TENURE_HELD || tenure == CHY_TENURE_LIKELY;
}

static void add_office(chy_character *character, const chy_fact *fact) {
    for (uint32_t i = 0; i < character->office_count; i++)
        if (strcmp(character->offices[i].role, fact->role) == 0 &&
            strcmp(character->offices[i].country, fact->country) == 0)
            return;
    if (character->office_count < CHY_OFFICES_KEPT)
        character->offices[character->office_count++] = *fact;
}

/* A tenure with no known end is over where the person began a later one since it was last seen. */
static bool superseded(const chy_casting *c, const chy_fact *rows, uint32_t count,
                       const chy_fact *fact) {
    if (c->reference_number == 0 || chy_fact_tenure(fact, c->reference_number) != CHY_TENURE_LIKELY)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (&rows[i] != fact && same_person(&rows[i], fact) && rows[i].from > fact->as_of &&
            rows[i].from <= c->reference_number)
            return true;
    return false;
}

/* With no date: of the rows whose office the words name, the one that runs on, or the latest. */
static const chy_fact *undated_office(const chy_character *character, const chy_fact *rows,
                                      uint32_t count, const chy_fact *person) {
    const chy_fact *best = NULL;
    for (uint32_t i = 0; i < count; i++) {
        const chy_fact *fact = &rows[i];
        if (!same_person(fact, person) || !row_agrees(character, fact) ||
            !role_agrees(character, fact))
            continue;
        bool exact = chy_character_has_role(character, fact->role);
        bool best_exact = best && chy_character_has_role(character, best->role);
        bool later = best && (best->to == 0) == (fact->to == 0) ? fact->from > best->from
                                                                : best && fact->to == 0;
        if (!best || (exact && !best_exact) || (exact == best_exact && later)) best = fact;
    }
    return best;
}

/* The country of a person who holds offices in several: the one that the report is about. */
static const char *home_of(const chy_casting *c, const chy_fact *rows, uint32_t count,
                           const chy_fact *person) {
    for (uint32_t i = 0; i < count; i++)
        if (same_person(&rows[i], person) && strcmp(rows[i].country, c->main_country) == 0)
            return c->main_country;
    return person->country;
}

/* Takes from the rows of the person chosen. */
static void take_person(const chy_casting *c, chy_character *character, const chy_fact *rows,
                        uint32_t count, const chy_fact *person) {
    bool former = character->is.flags & CHY_SAYS_FORMER && !character->by_calling;
    uint32_t sectors = 0;
    bool past = false;
    const chy_fact *undated =
        c->reference_number == 0 ? undated_office(character, rows, count, person) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        const chy_fact *fact = &rows[i];
        if (!same_person(fact, person) || !row_agrees(character, fact)) continue;
        if (c->reference_number == 0 && fact != undated) continue;
        if (holds_now(c, character, fact) && !superseded(c, rows, count, fact)) {
            if (!former) add_office(character, fact);
            sectors |= fact->sectors;
        } else if (c->reference_number &&
                   chy_fact_tenure(fact, c->reference_number) == CHY_TENURE_AFTER) {
            past = true;
        }
    }
    character->row = *person;
    character->has_row = true;
    if (!character->is.gender) character->is.gender = person->gender;
    if (!character->is.country[0]) character->is.country = home_of(c, rows, count, person);
    if (character->by_calling && character->office_count > 0) {
        character->is.flags &= ~(uint32_t)CHY_SAYS_FORMER;
        character->is.sectors = sectors;
        character->words_sectors = character->by_calling = false;
    }
    bool office = false;
    for (uint32_t i = 0; i < character->office_count; i++)
        office = office || role_agrees(character, &character->offices[i]);
    if (!character->is.sectors && (character->role_count == 0 || office)) {
        if (character->office_count > 0)
            character->is.sectors = sectors;
        else if (past)
            character->is.sectors = 1u << CHY_SECTOR_ELI;
    }
}

/* How many mentions on the full name of a surname is looked for. */
#define FULL_NAME_WINDOW 200

/* The person's full name where a mention is a part of it: the character's, or one that the
 * report tells later ("Harris ..., Kamala Harris"); NULL where there is none. */
static const chy_draft *full_name(const chy_casting *c, const chy_character *character,
                                  const chy_draft *draft) {
    if (character->name_draft != CHY_NONE) {
        const chy_draft *name = &c->drafts[character->name_draft];
        if (name->end - name->first > draft->end - draft->first) return name;
    }
    if (draft->end - draft->first > 1) return NULL;
    uint32_t at = (uint32_t)(draft - c->drafts);
    for (uint32_t i = at + 1; i < c->draft_count && i - at < FULL_NAME_WINDOW; i++) {
        const chy_draft *other = &c->drafts[i];
        if (other->kind == CHY_MENTION_NAME && other->says.kind == CHY_ENTITY_PERSON &&
            other->end - other->first > 1 &&
            strcmp(c->words[other->end - 1].form, c->words[draft->first].form) == 0)
            return other;
    }
    return NULL;
}

static bool has_word(const char *name, const char *word) {
    size_t size = strlen(word);
    for (const char *at = name; at; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (strncmp(at, word, size) == 0 && (at[size] == ' ' || at[size] == '\0')) return true;
    }
    return false;
}

/* Whether the row of a surname of `words` words can be of the one with this full name: they share a
 * word before it. */
static bool bears(const chy_casting *c, const chy_fact *fact, const chy_draft *name,
                  uint32_t words) {
    for (uint32_t w = name->first; w + words < name->end; w++)
        if (has_word(fact->name, c->words[w].form)) return true;
    return false;
}

/* The rows of persons of a phrase that can be of the character: of one whose name is told in
 * `full`, those that share a word before the surname. Returns how many. */
static uint32_t person_rows(const chy_casting *c, const chy_character *character, chy_slice phrase,
                            const chy_draft *full, uint32_t words, chy_fact *kept) {
    uint32_t first, rows = 0, count = 0;
    if (phrase.size > 0) rows = chy_lexicon_find(c->in->lexicon, phrase, &first);
    for (uint32_t i = 0; i < rows && count < MOST_ROWS; i++) {
        chy_lexicon_fact(c->in->lexicon, first + i, &kept[count]);
        count += kept[count].kind == CHY_FACT_PERSON &&
                 (!kept[count].part || role_agrees(character, &kept[count])) &&
                 (!full || bears(c, &kept[count], full, words));
    }
    return count;
}

void chy_actor_learn_name(chy_casting *c, chy_character *character, const chy_draft *draft) {
    char phrase[CHY_LEXICON_KEY_BYTES];
    if (character->is.kind != CHY_ENTITY_PERSON || character->office_count > 0 ||
        (character->has_row && character->row.kind == CHY_FACT_PERSON))
        return;
    size_t size = name_phrase(c, draft, phrase, sizeof phrase);
    bool one_word = draft->end - draft->first == 1;
    const chy_draft *full = full_name(c, character, draft);
    chy_fact kept[MOST_ROWS];
    uint32_t count =
        person_rows(c, character, (chy_slice){phrase, size}, full, draft->end - draft->first, kept);
    /* "Ana Ruiz" of whom the table has the surname, and the whole name "Ana Ruiz de Leon". */
    if (count == 0 && !one_word && !full) {
        one_word = true;
        count = person_rows(c, character, c->forms[draft->end - 1], draft, 1, kept);
        uint32_t longer = 0;
        for (uint32_t i = 0; i < count; i++)
            if (strncmp(kept[i].name, phrase, size) == 0 && kept[i].name[size] == ' ')
                kept[longer++] = kept[i];
        count = longer;
    }
    int best = 0;
    uint32_t chosen = 0;
    bool several = false;
    for (uint32_t i = 0; i < count; i++) {
        int weight = row_weight(c, character, &kept[i]);
        if (weight > best) {
            /* A rival of equal standing leaves the name open; a stronger one settles it. */
            several = false;
            best = weight;
            chosen = i;
        } else if (weight == best && weight > 0 && !same_person(&kept[i], &kept[chosen])) {
            several = true;
        }
    }
    /* A surname alone is too little for a table that knows but a few of its bearers. */
    if (best > 0 && !several && (!one_word || best >= 5))
        take_person(c, character, kept, count, &kept[chosen]);
}

bool chy_name_may_be_of(const chy_casting *c, const chy_draft *draft, const char *country) {
    char phrase[CHY_LEXICON_KEY_BYTES];
    size_t size = name_phrase(c, draft, phrase, sizeof phrase);
    uint32_t first, rows = 0;
    if (size > 0 && country[0])
        rows = chy_lexicon_find(c->in->lexicon, (chy_slice){phrase, size}, &first);
    bool known = false;
    for (uint32_t i = 0; i < rows && i < MOST_ROWS; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, first + i, &fact);
        if (fact.kind != CHY_FACT_PERSON || fact.part) continue;
        if (strcmp(fact.country, country) == 0) return true;
        known = true;
    }
    return !known;
}

const char *chy_leader_country(const chy_casting *c, const chy_draft *draft) {
    static const char *const leaders[] = {"chancellor", "king", "president", "prime minister",
                                          "taoiseach"};
    char phrase[CHY_LEXICON_KEY_BYTES];
    size_t size = name_phrase(c, draft, phrase, sizeof phrase);
    uint32_t first, rows = 0;
    if (size > 0 && c->reference_number > 0)
        rows = chy_lexicon_find(c->in->lexicon, (chy_slice){phrase, size}, &first);
    const char *country = "";
    for (uint32_t i = 0; i < rows && i < MOST_ROWS; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, first + i, &fact);
        chy_tenure tenure = chy_fact_tenure(&fact, c->reference_number);
        bool leads = fact.kind == CHY_FACT_PERSON &&
                     chy_is_one_of(fact.role, leaders, CHY_COUNT_OF(leaders)) &&
                     (tenure == CHY_TENURE_HELD || tenure == CHY_TENURE_LIKELY);
        /* Two leaders of that name leave it open. */
        if (leads && country[0] && strcmp(country, fact.country) != 0) return "";
        if (leads) country = fact.country;
    }
    return country;
}
