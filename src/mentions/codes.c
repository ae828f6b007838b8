/* Codes that a user's own tables give: they win over the words and over our tables, but only where
 * the words are a name, and on the report's day. */
#include "mentions/cast.h"

#include <string.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

/* Words before a name that a dictionary may have taken into its phrase: "Foreign Minister". */
#define MOST_TITLE_WORDS 6u

/* Kinds whose rows code a party. Peoples, roles and places of the user's are read as ours are. */
#define CODING_KINDS                                                                               \
    (CHY_ROW(CHY_FACT_ORGANISATION) | CHY_ROW(CHY_FACT_ARMED_GROUP) | CHY_ROW(CHY_FACT_GROUP) |    \
     CHY_ROW(CHY_FACT_PERSON) | CHY_ROW(CHY_FACT_ACTOR))

/* A state's code alone, which says nothing of a sector. */
static bool is_bare(const chy_fact *code) {
    return code->country[0] && code->sectors == 0;
}

static bool is_null(const chy_fact *code) {
    return code->kind == CHY_FACT_ACTOR && strcmp(code->role, "---") == 0;
}

/* The kind of party that a code by itself speaks for. */
static uint8_t code_kind(const chy_fact *code) {
    if (code->sectors & (SECTOR(REB) | SECTOR(UAF) | SECTOR(PRM) | SECTOR(CRM)))
        return CHY_ENTITY_ARMED_GROUP;
    return is_bare(code) ? CHY_ENTITY_COUNTRY : CHY_ENTITY_ORGANISATION;
}

/* The user's row of exactly words [first, end) that holds on the report's day: the first one with
 * dates, else the first without. */
static bool find_code(const chy_casting *c, uint32_t first, uint32_t end, chy_fact *code) {
    uint32_t row, rows;
    uint32_t length = end - first;
    if (length == 0 || length > CHY_LEXICON_LONGEST ||
        chy_lexicon_match(c->in->lexicon, c->forms + first, c->space_after + first, length, &row,
                          &rows) != length)
        return false;
    bool found = false;
    for (uint32_t i = 0; i < rows; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, row + i, &fact);
        bool says = fact.country[0] || fact.sectors || is_null(&fact);
        if (!fact.own || fact.part || !says || !(CODING_KINDS & CHY_ROW(fact.kind))) continue;
        chy_tenure tenure = chy_fact_tenure(&fact, c->reference_number);
        bool dated = tenure != CHY_TENURE_UNKNOWN;
        if (dated && c->reference_number > 0 &&
            (tenure == CHY_TENURE_HELD || tenure == CHY_TENURE_LIKELY)) {
            *code = fact;
            return true;
        }
        if (!dated && !found) {
            *code = fact;
            found = true;
        }
    }
    return found;
}

/* "Foreign Minister Sergey Lavrov", where the dictionary has the title in its phrase. */
static bool find_titled(const chy_casting *c, const chy_draft *draft, chy_fact *code) {
    uint32_t begin = c->in->sentences[c->words[draft->first].sentence].first_word;
    uint32_t first = draft->first;
    while (first > begin && draft->first - first < MOST_TITLE_WORDS) {
        uint8_t upos = c->words[first - 1].upos;
        if (upos != CHY_UPOS_NOUN && upos != CHY_UPOS_PROPN && upos != CHY_UPOS_ADJ) break;
        first--;
    }
    for (; first <= draft->first; first++)
        if (find_code(c, first, draft->end, code)) return true;
    return false;
}

static bool has_capital(const chy_casting *c, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++)
        if (chy_capitalised(c->words[i].form)) return true;
    return false;
}

/* A description whose words, but for the article, a dictionary has: "the United Nations chief". */
static bool find_described(const chy_casting *c, const chy_draft *draft, chy_fact *code) {
    uint32_t first = draft->first;
    while (first < draft->head && c->words[first].upos == CHY_UPOS_DET)
        first++;
    /* Nouns without a name are an agent's business. */
    if (!has_capital(c, first, draft->end)) return false;
    if (draft->core_end > first && find_code(c, first, draft->core_end, code)) return true;
    return find_code(c, first, draft->end, code);
}

/* Whether a code found by a name's words is meant for what the name stands for here. */
static bool suits(const chy_casting *c, const chy_draft *draft, const chy_fact *code) {
    const chy_word *word = &c->words[draft->first];
    bool one_word = draft->end - draft->first == 1;
    if (one_word && word->upos != CHY_UPOS_PROPN && word->name_tag == CHY_NAME_O) return false;
    /* "Jordan" the player, "Chad" the brother: a state's code is not a person's. */
    if (one_word && draft->says.kind == CHY_ENTITY_PERSON && is_bare(code) &&
        code->kind == CHY_FACT_ACTOR)
        return false;
    /* Where a place lies is for places.c to tell, by what stands around it. */
    return draft->says.kind != CHY_ENTITY_PLACE;
}

/* A body of the user's that the tagger takes for a place where our tables know none, or that bears
 * the name of a town of ours where the tagger saw no place. */
static void take_from_place(chy_draft *draft, const chy_fact *code) {
    bool tagged = draft->name_type == CHY_NAME_B_LOC || draft->name_type == CHY_NAME_I_LOC;
    bool known = draft->has_fact && strcmp(draft->fact.source, "words") != 0;
    bool place = known && (tagged || draft->fact.kind != CHY_FACT_PLACE);
    if (draft->says.kind != CHY_ENTITY_PLACE || place || is_bare(code)) return;
    draft->says.kind = code_kind(code);
    draft->has_fact = false;
    draft->reading = CHY_READING_NONE;
}

void chy_codes_read(chy_casting *c) {
    if (!chy_lexicon_covered(c->in->lexicon)) return;
    for (uint32_t i = 0; i < c->draft_count; i++) {
        chy_draft *draft = &c->drafts[i];
        bool name = draft->kind == CHY_MENTION_NAME;
        bool found =
            name ? find_titled(c, draft, &draft->code)
                 : draft->kind == CHY_MENTION_DESCRIPTION && find_described(c, draft, &draft->code);
        if (found && name) take_from_place(draft, &draft->code);
        if (!found || (name && !suits(c, draft, &draft->code))) continue;
        draft->coded = true;
        if (!name) continue;
        if (draft->says.kind == CHY_ENTITY_OTHER) draft->says.kind = code_kind(&draft->code);
        bool nobody = is_null(&draft->code);
        if (draft->code.country[0] || nobody) draft->says.country = draft->code.country;
        if (draft->code.sectors || nobody) draft->says.sectors = draft->code.sectors;
    }
}

bool chy_code_better(const chy_casting *c, const chy_character *character, uint32_t draft) {
    if (character->code_draft == CHY_NONE) return true;
    return c->drafts[character->code_draft].kind != CHY_MENTION_NAME &&
           c->drafts[draft].kind == CHY_MENTION_NAME;
}

void chy_code_apply(const chy_casting *c, chy_character *character) {
    if (character->code_draft == CHY_NONE) return;
    const chy_fact *code = &c->drafts[character->code_draft].code;
    bool nobody = is_null(code);
    if (code->country[0] || nobody) character->is.country = code->country;
    if (code->sectors || nobody) character->is.sectors = code->sectors;
}
