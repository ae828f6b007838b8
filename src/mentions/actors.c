#include "mentions/cast.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *copy_text(const chy_casting *c, const char *text) {
    return *text ? chy_arena_string(c->arena, text, strlen(text)) : "";
}

const char *chy_phrase_of(const chy_casting *c, uint32_t first, uint32_t end) {
    size_t size = 1;
    for (uint32_t i = first; i < end; i++)
        size += c->forms[i].size + 1;
    char *out = chy_arena_alloc(c->arena, size, 1);
    if (!out) return NULL;
    size_t used = 0;
    for (uint32_t i = first; i < end; i++) {
        memcpy(out + used, c->forms[i].data, c->forms[i].size);
        used += c->forms[i].size;
        if (i + 1 < end && c->words[i].space_after) out[used++] = ' ';
    }
    out[used] = '\0';
    return out;
}

static const char *iso_date(const chy_casting *c, int32_t date) {
    char text[CHY_DATE_BYTES];
    return copy_text(c, chy_date_write(date, text));
}

static bool ends_with(const char *text, const char *end) {
    size_t size = strlen(text), length = strlen(end);
    return size >= length && strcmp(text + size - length, end) == 0;
}

/* A role that says by itself that its holder stands in for another. */
static bool is_acting(const char *role) {
    return strncmp(role, "acting ", 7) == 0 || strncmp(role, "caretaker ", 10) == 0 ||
           strncmp(role, "interim ", 8) == 0;
}

static const char *role_phrase(const chy_casting *c, const chy_profile *is) {
    char text[160];
    const char *before = is->flags & CHY_SAYS_FORMER          ? "former "
                         : is->flags & CHY_SAYS_ACTING        ? "acting "
                         : is->flags & CHY_SAYS_SELF_DECLARED ? "self-declared "
                                                              : "";
    const char *after = is->flags & CHY_SAYS_DESIGNATE ? "-designate" : "";
    /* A row may have the word in its own name: "acting president". */
    if (strncmp(is->role, before, strlen(before)) == 0 ||
        (is->flags & CHY_SAYS_ACTING && is_acting(is->role)))
        before = "";
    if (ends_with(is->role, "-designate") || ends_with(is->role, "-elect")) after = "";
    if (!is->role[0] ||
        snprintf(text, sizeof text, "%s%s%s", before, is->role, after) >= (int)sizeof text)
        return copy_text(c, is->role);
    return copy_text(c, text);
}

/* Offices of the table, and the one that the words name where the table has it not. */
static bool write_offices(const chy_casting *c, const chy_character *character,
                          chy_entity *entity) {
    uint32_t state = 1u << CHY_SECTOR_GOV | 1u << CHY_SECTOR_LEG | 1u << CHY_SECTOR_JUD |
                     1u << CHY_SECTOR_MIL | 1u << CHY_SECTOR_COP | 1u << CHY_SECTOR_IGO;
    const chy_profile *is = &character->is;
    bool named = is->kind == CHY_ENTITY_PERSON && is->role[0] && is->country[0] &&
                 is->sectors & state && character->name_draft != CHY_NONE &&
                 !(is->flags & (CHY_SAYS_FORMER | CHY_SAYS_DESIGNATE | CHY_SAYS_LOOSE));
    for (uint32_t i = 0; i < character->office_count; i++)
        named = named && strcmp(character->offices[i].role, is->role) != 0;
    chy_office *offices =
        chy_arena_alloc(c->arena, character->office_count + (size_t)named, sizeof *offices);
    if (!offices) return false;
    for (uint32_t i = 0; i < character->office_count; i++) {
        const chy_fact *row = &character->offices[i];
        offices[i] = (chy_office){row->role, row->country, iso_date(c, row->from),
                                  iso_date(c, row->to), row->source};
        if (!offices[i].from || !offices[i].to) return false;
    }
    entity->office_count = character->office_count;
    if (named)
        offices[entity->office_count++] =
            (chy_office){entity->role, entity->country, "", "", "words"};
    entity->offices = offices;
    return true;
}

static bool write_place(const chy_casting *c, const chy_character *character, chy_entity *entity) {
    bool country = entity->kind == CHY_ENTITY_COUNTRY;
    /* A continent acts like a group, and lies somewhere. */
    bool region = entity->kind == CHY_ENTITY_GROUP && character->has_row &&
                  character->row.kind == CHY_FACT_GROUP && !isnan(character->row.latitude);
    if (!country && !region && entity->kind != CHY_ENTITY_PLACE) return true;
    chy_place *place = chy_arena_alloc(c->arena, 1, sizeof *place);
    if (!place) return false;
    *place = (chy_place){.name = entity->name,
                         .country = entity->country,
                         .admin1 = "",
                         .latitude = (double)NAN,
                         .longitude = (double)NAN,
                         .geonames = "",
                         .feature = ""};
    const chy_fact *row = &character->row;
    bool suits = character->has_row && (!country || row->kind == CHY_FACT_COUNTRY);
    if (suits) {
        place->name = row->name[0] ? row->name : entity->name;
        place->admin1 = row->admin1[0] ? row->admin1 : row->city;
        place->latitude = row->latitude;
        place->longitude = row->longitude;
        place->geonames = row->geonames;
        place->feature = country ? "PCLI" : row->feature;
    }
    entity->place = place;
    return true;
}

/* The row that country and sectors come from; NULL where it is no table's. */
static const chy_fact *row_of_code(const chy_casting *c, const chy_character *character) {
    if (character->code_draft != CHY_NONE) return &c->drafts[character->code_draft].code;
    if ((!character->is.country[0] && !character->is.sectors) || character->from_context ||
        character->words_country || character->words_sectors)
        return NULL;
    if (character->office_count > 0) return &character->offices[0];
    return character->has_row ? &character->row : NULL;
}

static bool write_coding(const chy_casting *c, const chy_character *character, chy_entity *entity) {
    const chy_fact *row = row_of_code(c, character);
    if (!row || strncmp(row->source, "table:", 6) != 0) return true;
    chy_coding *coding = chy_arena_alloc(c->arena, 1, sizeof *coding);
    if (!coding) return false;
    /* A country named by its people alone was found by its code. */
    *coding = (chy_coding){.form = chy_fact_by_code(row) ? row->name : row->surface,
                           .code = row->kind == CHY_FACT_ACTOR ? row->role : "",
                           .from = iso_date(c, row->from),
                           .to = iso_date(c, row->to),
                           .source = row->source};
    entity->coding = coding;
    return coding->from && coding->to;
}

static const char *evidence_of(const chy_casting *c, const chy_character *character) {
    if (character->code_draft != CHY_NONE) return c->drafts[character->code_draft].code.source;
    if (!character->is.country[0] && !character->is.sectors) return "";
    if (character->from_context) return "context";
    if (character->words_sectors && character->agent_table) return character->agent_table;
    if (character->words_country || character->words_sectors) return "words";
    if (character->office_count > 0) return character->offices[0].source;
    if (character->has_row) return character->row.source;
    return character->member_count > 0 ? "coreference" : "words";
}

/* The country's own row where only its people or its capital is named. */
static void complete_country(const chy_casting *c, chy_character *character) {
    if (character->is.kind != CHY_ENTITY_COUNTRY || !character->is.country[0] ||
        (character->has_row && character->row.kind == CHY_FACT_COUNTRY))
        return;
    uint32_t first;
    if (chy_lexicon_find_code(c->in->lexicon, false, character->is.country, &first) == 0) return;
    chy_lexicon_fact(c->in->lexicon, first, &character->row);
    character->has_row = true;
}

/* "Chad and Niger", of a group that no words or only pronouns name. */
static const char *joined_names(const chy_casting *c, const chy_character *group) {
    char text[512];
    size_t used = 0;
    for (uint32_t i = 0; i < group->member_count; i++) {
        const chy_character *member = &c->cast[group->members[i]];
        uint32_t at = member->name_draft == CHY_NONE ? member->first_draft : member->name_draft;
        if (at == CHY_NONE || chy_is_share(member)) return NULL;
        const chy_draft *name = &c->drafts[at];
        const char *words = chy_phrase_of(c, name->first, name->end);
        const char *between = i == 0 ? "" : i + 1 == group->member_count ? " and " : ", ";
        if (!words) return NULL;
        int size = snprintf(text + used, sizeof text - used, "%s%s", between, words);
        if (size < 0 || (size_t)size >= sizeof text - used) return NULL;
        used += (size_t)size;
    }
    return chy_arena_string(c->arena, text, used);
}

static const char *entity_name(const chy_casting *c, const chy_character *character) {
    bool country_row = character->has_row && character->row.kind == CHY_FACT_COUNTRY;
    if (character->is.kind == CHY_ENTITY_COUNTRY && country_row && character->row.name[0])
        return character->row.name;
    /* "the capital" */
    if (character->is.kind == CHY_ENTITY_PLACE && character->name_draft == CHY_NONE &&
        character->has_row)
        return character->row.name;
    if (character->name_draft != CHY_NONE) {
        const chy_draft *name = &c->drafts[character->name_draft];
        return chy_phrase_of(c, name->first, name->end);
    }
    if (chy_is_share(character)) return chy_share_name(c, character);
    if (character->first_draft == CHY_NONE) return joined_names(c, character);
    const chy_draft *first = &c->drafts[character->first_draft];
    /* Its longest description; a pronoun only where there is nothing else. */
    for (uint32_t i = character->first_draft; i != CHY_NONE; i = c->drafts[i].next) {
        const chy_draft *draft = &c->drafts[i];
        bool better = draft->kind == CHY_MENTION_DESCRIPTION &&
                      (first->kind != CHY_MENTION_DESCRIPTION ||
                       draft->end - draft->first > first->end - first->first);
        first = better ? draft : first;
    }
    const char *joined = first->kind == CHY_MENTION_PRONOUN && character->member_count > 0
                             ? joined_names(c, character)
                             : NULL;
    return joined ? joined : chy_phrase_of(c, first->first, first->end);
}

/* Officials of a body of states are of no government. */
static uint32_t sectors_of(const chy_profile *is) {
    uint32_t government = 1u << CHY_SECTOR_GOV;
    bool between = strcmp(is->country, "EUR") == 0 || strcmp(is->country, "IGO") == 0 ||
                   strcmp(is->country, "UNO") == 0;
    return between && is->sectors & government ? (is->sectors & ~government) | 1u << CHY_SECTOR_IGO
                                               : is->sectors;
}

static bool write_entity(const chy_casting *c, const chy_character *character, chy_entity *entity) {
    const chy_profile *is = &character->is;
    *entity = (chy_entity){
        .kind = is->kind == CHY_ENTITY_KIND_COUNT ? (uint8_t)CHY_ENTITY_OTHER : is->kind,
        .country = is->country,
        .sectors = sectors_of(is),
        .wikidata = character->has_row ? character->row.wikidata : "",
        .geonames = character->has_row ? character->row.geonames : "",
        .evidence = evidence_of(c, character),
    };
    entity->name = entity_name(c, character);
    entity->role = role_phrase(c, is);
    return entity->name && entity->role && write_offices(c, character, entity) &&
           write_place(c, character, entity) && write_coding(c, character, entity);
}

static bool write_mentions_of(const chy_casting *c, const chy_character *character,
                              const uint32_t *mention_of_draft, chy_entity *entity) {
    uint32_t count = 0;
    for (uint32_t i = character->first_draft; i != CHY_NONE; i = c->drafts[i].next)
        count++;
    uint32_t *list = chy_arena_alloc(c->arena, count, sizeof *list);
    if (!list) return false;
    count = 0;
    for (uint32_t i = character->first_draft; i != CHY_NONE; i = c->drafts[i].next)
        list[count++] = mention_of_draft[i];
    entity->mentions = list;
    entity->mention_count = count;
    return true;
}

static bool write_members(const chy_casting *c, const chy_character *character,
                          const uint32_t *entity_of, chy_entity *entity) {
    if (character->member_count == 0) return true;
    uint32_t *members = chy_arena_alloc(c->arena, character->member_count, sizeof *members);
    if (!members) return false;
    for (uint32_t i = 0; i < character->member_count; i++)
        if (entity_of[character->members[i]] != CHY_NONE)
            members[entity->member_count++] = entity_of[character->members[i]];
    entity->members = members;
    return true;
}

/* Mentions that found a character, in order; the others are dropped. */
static bool write_mentions(const chy_casting *c, const uint32_t *entity_of,
                           uint32_t *mention_of_draft, chy_mentions *mentions) {
    mentions->mentions = chy_arena_alloc(c->arena, c->draft_count, sizeof(chy_mention));
    if (!mentions->mentions) return false;
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        mention_of_draft[i] = CHY_NONE;
        if (draft->character == CHY_NONE) continue;
        mention_of_draft[i] = mentions->mention_count;
        mentions->mentions[mentions->mention_count++] = (chy_mention){
            .span = {c->words[draft->first].span.start, c->words[draft->end - 1].span.end},
            .first_word = draft->first,
            .end_word = draft->end,
            .head_word = draft->head,
            .entity = entity_of[draft->character],
            .kind = draft->kind,
            .reading = draft->reading,
        };
    }
    return true;
}

/* "Casa Rosada spokeswoman Ana Ferreyra said": where the parser made the seat the subject beside
 * her, the words still are one party, and the person is whom they name. */
static void join_titles(const chy_casting *c, const uint32_t *mention_of_draft,
                        chy_mentions *mentions) {
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *title = &c->drafts[i];
        if (title->kind != CHY_MENTION_DESCRIPTION || title->first == 0 ||
            title->character == CHY_NONE || title->core_end >= c->word_count)
            continue;
        uint32_t before = c->name_of_word[title->first - 1];
        uint32_t person = c->name_of_word[title->core_end];
        if (before == CHY_NONE || person == CHY_NONE || before == person ||
            c->drafts[before].end != title->first || c->drafts[person].first != title->core_end ||
            c->drafts[person].character != title->character)
            continue;
        const chy_word *x = &c->words[c->drafts[before].head];
        const chy_word *y = &c->words[c->drafts[person].head];
        if (x->head == y->head && x->deprel == y->deprel && x->head != CHY_NONE)
            mentions->mention_of_head[c->drafts[before].head] = mention_of_draft[person];
    }
}

/* Whether a name stands in apposition right behind a noun: "their biggest outfit, the Red Front",
 * "co-star Ana Ruiz". */
static bool follows_noun(const chy_casting *c, const chy_draft *name) {
    const chy_word *word = &c->words[name->head];
    if (word->deprel != CHY_DEPREL_APPOS || word->head >= name->first) return false;
    const chy_word *noun = &c->words[word->head];
    uint32_t before = name->first - 1;
    if (before == word->head) return noun->feat_bits & CHY_FEAT_SINGULAR;
    if (c->words[before].upos == CHY_UPOS_DET) before--;
    return noun->upos == CHY_UPOS_NOUN && before == word->head + 1 &&
           strcmp(c->words[before].form, ",") == 0;
}

/* A name stands for the noun that it is in apposition to, where that is no mention. */
static void take_apposed(const chy_casting *c, const uint32_t *mention_of_draft,
                         chy_mentions *mentions) {
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *name = &c->drafts[i];
        bool party = name->says.kind == CHY_ENTITY_PERSON ||
                     name->says.kind == CHY_ENTITY_ORGANISATION ||
                     name->says.kind == CHY_ENTITY_ARMED_GROUP;
        uint32_t noun = c->words[name->head].head;
        if (name->kind == CHY_MENTION_NAME && party && follows_noun(c, name) &&
            mentions->mention_of_head[noun] == CHY_NONE)
            mentions->mention_of_head[noun] = mention_of_draft[i];
    }
}

/* The shares of a joint party, and countries that no words name, follow it. */
static void number_character(const chy_casting *c, uint32_t at, uint32_t *entity_of,
                             chy_mentions *mentions) {
    const chy_character *character = &c->cast[at];
    entity_of[at] = mentions->entity_count++;
    for (uint32_t i = 0; i < character->member_count; i++) {
        uint32_t member = character->members[i];
        const chy_character *told = &c->cast[member];
        bool unnamed = chy_is_share(told) || told->first_draft == CHY_NONE;
        if (unnamed && entity_of[member] == CHY_NONE) entity_of[member] = mentions->entity_count++;
    }
}

chy_status chy_actors_write(chy_casting *c, chy_mentions *mentions) {
    uint32_t *entity_of = chy_arena_alloc(c->scratch, c->cast_count, sizeof *entity_of);
    uint32_t *mention_of_draft = chy_arena_alloc(c->scratch, c->draft_count, sizeof *entity_of);
    mentions->entities = chy_arena_alloc(c->arena, c->cast_count, sizeof(chy_entity));
    if (!entity_of || !mention_of_draft || !mentions->entities) return chy_fail_memory(c->err);
    for (uint32_t i = 0; i < c->cast_count; i++)
        entity_of[i] = CHY_NONE;
    for (uint32_t i = 0; i < c->draft_count; i++) {
        uint32_t character = c->drafts[i].character;
        if (character != CHY_NONE && entity_of[character] == CHY_NONE)
            number_character(c, character, entity_of, mentions);
    }
    for (uint32_t i = 0; i < c->cast_count; i++)
        if (c->cast[i].joint_speaker && entity_of[i] == CHY_NONE)
            number_character(c, i, entity_of, mentions);
    if (!write_mentions(c, entity_of, mention_of_draft, mentions)) return chy_fail_memory(c->err);
    for (uint32_t i = 0; i < c->cast_count; i++) {
        chy_character *character = &c->cast[i];
        if (entity_of[i] == CHY_NONE) continue;
        complete_country(c, character);
        chy_entity *entity = &mentions->entities[entity_of[i]];
        if (!write_entity(c, character, entity) ||
            !write_mentions_of(c, character, mention_of_draft, entity) ||
            !write_members(c, character, entity_of, entity))
            return chy_fail_memory(c->err);
    }
    for (uint32_t i = 0; i < c->draft_count; i++) {
        uint32_t head = c->drafts[i].head;
        bool thing = c->drafts[i].says.flags & CHY_SAYS_THING;
        if (!thing && mentions->mention_of_head[head] == CHY_NONE)
            mentions->mention_of_head[head] = mention_of_draft[i];
    }
    join_titles(c, mention_of_draft, mentions);
    take_apposed(c, mention_of_draft, mentions);
    return CHY_OK;
}
