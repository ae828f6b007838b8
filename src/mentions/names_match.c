#include "mentions/cast.h"

#include <string.h>

/* One key of a character's name. Keys are compared by their hash of 64 bits. */
typedef struct chy_token_link {
    uint64_t hash;
    uint32_t character;
    uint32_t next;
} chy_token_link;

/* How many mentions back the whole of a short name is looked for. */
#define WHOLE_WINDOW 200u

/* How many sentences behind a heading's word its body is named. */
#define HEADED_SENTENCES 2u

/* How many who share a key are looked at, the newest first: thousands may be called John. */
#define KEY_SHARERS 256u

/* What a key is made of. */
enum { KEY_COUNTRY = 'C', KEY_WHOLE = 'N', KEY_TOKEN = 'T', KEY_ACRONYM = 'A' };

static uint64_t mix(uint64_t hash, const char *form) {
    for (; *form; form++)
        hash = (hash ^ (unsigned char)chy_ascii_lower(*form)) * 1099511628211u;
    return hash;
}

static uint64_t key_start(int type) {
    return (14695981039346656037u ^ (uint64_t)type) * 1099511628211u;
}

/* The longest word of a name that is compared without its marks. */
#define NAME_WORD 64u

static bool is_plain(const char *form) {
    while (*form && !((unsigned char)*form & 0x80u))
        form++;
    return *form == '\0';
}

/* A word of a person's name as it is compared, "Juppe" for "Juppé": in `key`, or as it is. */
static const char *unmarked(const char *form, char key[NAME_WORD]) {
    size_t size = is_plain(form) ? 0 : chy_lexicon_key(chy_slice_of(form), key, NAME_WORD - 1);
    key[size] = '\0';
    return size > 0 ? key : form;
}

static uint64_t key_of_name(const char *form) {
    char key[NAME_WORD];
    return mix(key_start(KEY_TOKEN), unmarked(form, key));
}

static bool same_name(const char *a, const char *b) {
    char x[NAME_WORD], y[NAME_WORD];
    return chy_same_letters(a, b) ||
           ((!is_plain(a) || !is_plain(b)) && chy_same_letters(unmarked(a, x), unmarked(b, y)));
}

static uint64_t key_of_words(const chy_casting *c, int type, uint32_t first, uint32_t end) {
    uint64_t hash = key_start(type);
    for (uint32_t i = first; i < end; i++)
        if (c->words[i].upos != CHY_UPOS_PUNCT) hash = mix(mix(hash, c->words[i].form), " ");
    return hash;
}

/* "African Union" has the acronym AU. Small words do not count. Returns the number of letters. */
static size_t acronym_of(const chy_casting *c, const chy_draft *draft, char *out, size_t size) {
    size_t letters = 0;
    for (uint32_t i = draft->first; i < draft->end && letters + 1 < size; i++)
        if (c->words[i].form[0] >= 'A' && c->words[i].form[0] <= 'Z')
            out[letters++] = c->words[i].form[0];
    out[letters] = '\0';
    return letters;
}

static bool add_key(chy_casting *c, uint64_t hash, uint32_t character) {
    uint32_t slot = (uint32_t)(hash >> 32) & c->token_mask, sharers = 0;
    for (uint32_t i = c->token_heads[slot]; i != CHY_NONE && sharers < KEY_SHARERS;
         i = c->token_links[i].next) {
        if (c->token_links[i].hash != hash) continue;
        if (c->token_links[i].character == character) return true;
        sharers++;
    }
    void *items = c->token_links;
    if (!chy_arena_room(c->scratch, &items, sizeof(chy_token_link), c->token_count,
                        &c->token_capacity))
        return false;
    c->token_links = items;
    c->token_links[c->token_count] = (chy_token_link){hash, character, c->token_heads[slot]};
    c->token_heads[slot] = c->token_count++;
    return true;
}

/* A country and its government share a key; a breakaway state or a dependency has its own. */
static uint64_t country_key(const chy_draft *draft) {
    const chy_fact *fact = &draft->fact;
    bool own = draft->has_fact && fact->kind == CHY_FACT_COUNTRY && fact->role[0] &&
               strcmp(fact->role, "state") != 0;
    return mix(key_start(KEY_COUNTRY), own ? fact->name : draft->says.country);
}

static bool is_body(uint8_t kind) {
    return kind == CHY_ENTITY_ORGANISATION || kind == CHY_ENTITY_ARMED_GROUP ||
           kind == CHY_ENTITY_GROUP || kind == CHY_ENTITY_OTHER;
}

/* Where a body's name starts without the country before it: "Kenyan | Ministry of Health". */
static uint32_t name_core(const chy_casting *c, const chy_draft *draft) {
    uint32_t at = (uint32_t)(draft - c->drafts) + 1;
    if (at < c->draft_count && c->drafts[at].nested && c->drafts[at].first == draft->first &&
        c->drafts[at].end < draft->end)
        return c->drafts[at].end;
    return draft->first;
}

bool chy_index_name(chy_casting *c, uint32_t character, const chy_draft *draft) {
    if (draft->says.kind == CHY_ENTITY_COUNTRY) return add_key(c, country_key(draft), character);
    if (draft->says.kind == CHY_ENTITY_PERSON) {
        for (uint32_t i = draft->first; i < draft->end; i++)
            if (c->words[i].upos != CHY_UPOS_PUNCT &&
                !add_key(c, key_of_name(c->words[i].form), character))
                return false;
        return true;
    }
    if (!add_key(c, key_of_words(c, KEY_WHOLE, draft->first, draft->end), character)) return false;
    /* A place that no table knows has a row without a name. */
    if (draft->has_fact && draft->fact.name[0] &&
        !add_key(c, mix(mix(key_start(KEY_WHOLE), draft->fact.name), " ="), character))
        return false;
    if (!is_body(draft->says.kind)) return true;
    uint32_t core = name_core(c, draft);
    if (core > draft->first && draft->end - core >= 1 &&
        !add_key(c, key_of_words(c, KEY_WHOLE, core, draft->end), character))
        return false;
    char acronym[12];
    return acronym_of(c, draft, acronym, sizeof acronym) < 2 ||
           add_key(c, mix(key_start(KEY_ACRONYM), acronym), character);
}

static bool is_initial(const char *form) {
    return form[0] && (form[1] == '\0' || (form[1] == '.' && form[2] == '\0'));
}

bool chy_names_contained(const chy_casting *c, const chy_draft *a, const chy_draft *b) {
    const chy_draft *small = a->end - a->first <= b->end - b->first ? a : b;
    const chy_draft *large = small == a ? b : a;
    bool level = a->end - a->first == b->end - b->first;
    uint32_t at = large->first;
    for (uint32_t i = small->first; i < small->end; i++, at++) {
        const char *form = c->words[i].form;
        for (; at < large->end; at++) {
            const char *other = c->words[at].form;
            bool initial = is_initial(form) || (level && is_initial(other));
            if (initial ? other[0] == form[0] : same_name(form, other)) break;
        }
        if (at == large->end) return false;
    }
    return true;
}

static bool person_fits(const chy_casting *c, const chy_draft *draft,
                        const chy_character *character) {
    if (character->is.kind != CHY_ENTITY_PERSON || character->name_draft == CHY_NONE) return false;
    const chy_draft *name = &c->drafts[character->name_draft];
    bool genders =
        !draft->says.gender || !character->is.gender || draft->says.gender == character->is.gender;
    return genders && chy_names_contained(c, draft, name);
}

/* The newest character under a key that fits. */
static uint32_t find_key(const chy_casting *c, uint64_t hash, const chy_draft *draft) {
    uint32_t best = CHY_NONE, rival = CHY_NONE;
    bool person = draft->says.kind == CHY_ENTITY_PERSON;
    uint32_t sharers = 0;
    for (uint32_t i = c->token_heads[(uint32_t)(hash >> 32) & c->token_mask];
         i != CHY_NONE && sharers < KEY_SHARERS; i = c->token_links[i].next) {
        if (c->token_links[i].hash != hash) continue;
        sharers++;
        uint32_t found = c->token_links[i].character;
        const chy_character *character = &c->cast[found];
        bool fits = person ? person_fits(c, draft, character)
                    : is_body(draft->says.kind)
                        ? is_body(character->is.kind) &&
                              (!draft->says.country[0] || !character->is.country[0] ||
                               strcmp(draft->says.country, character->is.country) == 0)
                        : draft->says.kind == character->is.kind;
        if (!fits) continue;
        /* "Shia al-Sudani thanked Mohammed": of two of that name not the one who thanks. */
        bool apart = person && character->last_draft != CHY_NONE &&
                     chy_parties_apart(c, draft, &c->drafts[character->last_draft]);
        uint32_t *newest = apart ? &rival : &best;
        if (*newest == CHY_NONE || character->recent_word > c->cast[*newest].recent_word)
            *newest = found;
    }
    return best == CHY_NONE ? rival : best;
}

uint32_t chy_find_named(const chy_casting *c, const chy_draft *draft) {
    if (draft->says.kind == CHY_ENTITY_COUNTRY) return find_key(c, country_key(draft), draft);
    if (draft->says.kind == CHY_ENTITY_PERSON) {
        uint32_t last = draft->end - 1;
        while (last > draft->first && c->words[last].upos == CHY_UPOS_PUNCT)
            last--;
        /* The surname first; then any word by which alone one was named before. */
        uint32_t found = find_key(c, key_of_name(c->words[last].form), draft);
        for (uint32_t i = draft->first; i < last && found == CHY_NONE; i++)
            if (c->words[i].upos != CHY_UPOS_PUNCT)
                found = find_key(c, key_of_name(c->words[i].form), draft);
        return found;
    }
    uint32_t found = find_key(c, key_of_words(c, KEY_WHOLE, draft->first, draft->end), draft);
    if (found == CHY_NONE && draft->has_fact && draft->fact.name[0])
        found = find_key(c, mix(mix(key_start(KEY_WHOLE), draft->fact.name), " ="), draft);
    uint32_t core = name_core(c, draft);
    if (found == CHY_NONE && core > draft->first && is_body(draft->says.kind))
        found = find_key(c, key_of_words(c, KEY_WHOLE, core, draft->end), draft);
    if (found == CHY_NONE && draft->end - draft->first == 1 && is_body(draft->says.kind) &&
        chy_all_capitals(c->words[draft->first].form))
        found = find_key(c, mix(key_start(KEY_ACRONYM), c->words[draft->first].form), draft);
    return found;
}

uint32_t chy_find_whole_name(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t article = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_DET);
    chy_fact noun;
    if (draft->says.kind == CHY_ENTITY_PERSON || draft->says.kind == CHY_ENTITY_COUNTRY ||
        draft->end - draft->first != 1 || article == CHY_NONE ||
        !chy_same(c->words[article].form, "the") ||
        !chy_lookup_exact(c, draft->first, draft->end, CHY_ROW(CHY_FACT_ORG_NOUN), &noun))
        return CHY_NONE;
    /* Called so before. */
    uint32_t before = find_key(c, key_of_words(c, KEY_WHOLE, draft->first, draft->end), draft);
    const chy_draft *full = before == CHY_NONE || c->cast[before].name_draft == CHY_NONE
                                ? NULL
                                : &c->drafts[c->cast[before].name_draft];
    if (full && full->end - full->first > 1) return before;
    const char *form = c->words[draft->first].form;
    for (uint32_t back = 1; back <= WHOLE_WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        bool longer = other->kind == CHY_MENTION_NAME && other->character != CHY_NONE &&
                      other->says.kind == CHY_ENTITY_ORGANISATION && !other->nested &&
                      other->end - other->first > 1;
        if (longer && (strcmp(c->words[other->first].form, form) == 0 ||
                       strcmp(c->words[other->end - 1].form, form) == 0))
            return other->character;
    }
    return CHY_NONE;
}

uint32_t chy_find_headed(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    chy_fact nation;
    bool body =
        draft->says.kind == CHY_ENTITY_ORGANISATION && draft->end - draft->first == 2 &&
        chy_lookup_exact(c, draft->first, draft->first + 1, CHY_ROW(CHY_FACT_DEMONYM), &nation);
    uint32_t sentence = c->words[draft->head].sentence;
    for (uint32_t back = 1; body && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > HEADED_SENTENCES) break;
        bool bare = other->kind != CHY_MENTION_PRONOUN && other->end - other->first == 1 &&
                    !other->has_fact && other->character != CHY_NONE &&
                    chy_same_letters(c->words[other->head].form, c->words[draft->end - 1].form);
        const chy_character *character = bare ? &c->cast[other->character] : NULL;
        bool unnamed =
            character && (character->name_draft == CHY_NONE || character->name_draft == at - back);
        if (unnamed && !character->is.country[0] && character->is.kind == CHY_ENTITY_ORGANISATION)
            return other->character;
    }
    return CHY_NONE;
}

uint32_t chy_find_country(const chy_casting *c, const char *code) {
    const chy_draft any = {.says = {.kind = CHY_ENTITY_COUNTRY, .country = code}};
    return *code ? find_key(c, country_key(&any), &any) : CHY_NONE;
}

uint32_t chy_country_of(chy_casting *c, const char *code) {
    uint32_t index = chy_find_country(c, code);
    if (index != CHY_NONE) return index;
    chy_character *country = chy_character_add(c, &index);
    if (!country) return CHY_NONE;
    country->is.kind = CHY_ENTITY_COUNTRY;
    country->is.number = 1;
    country->is.gender = 'n';
    country->is.country = code;
    const chy_draft any = {.says = {.kind = CHY_ENTITY_COUNTRY, .country = code}};
    return add_key(c, country_key(&any), index) ? index : CHY_NONE;
}
