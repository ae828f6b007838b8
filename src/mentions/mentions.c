#include "mentions/mentions.h"

#include "mentions/cast.h"

#include <math.h>
#include <string.h>

bool chy_entity_speaks(const chy_entity *entity) {
    static const char *const roles[] = {"communications director",
                                        "head of communications",
                                        "head of press",
                                        "press officer",
                                        "press secretary",
                                        "spokesman",
                                        "spokesperson",
                                        "spokeswoman"};
    const char *last = strrchr(entity->role, ' ');
    return chy_is_one_of(entity->role, roles, CHY_COUNT_OF(roles)) ||
           (last && chy_is_one_of(last + 1, roles, CHY_COUNT_OF(roles)));
}

bool chy_entity_acts(const chy_entity *entity) {
    switch (entity->kind) {
    case CHY_ENTITY_PERSON:
    case CHY_ENTITY_ORGANISATION:
    case CHY_ENTITY_COUNTRY:
    case CHY_ENTITY_ARMED_GROUP:
    case CHY_ENTITY_GROUP:
        return true;
    default:
        return false;
    }
}

/* The report's day: when it was published, else the dateline's date. */
static void read_reference(chy_casting *c) {
    const chy_mentions_input *in = c->in;
    bool known = (in->report && chy_date_read(in->report->published, &c->reference)) ||
                 (in->dateline && chy_date_read(in->dateline->date, &c->reference));
    if (!known) c->reference = (chy_date){0};
    c->reference_number = chy_date_number(c->reference);
}

/* The words of the dateline's places, and the country whose capital they name. */
static void read_home(chy_casting *c) {
    c->home_country = "";
    if (!c->in->dateline_place) return;
    chy_slice words = chy_slice_of(c->in->dateline_place);
    const char *slash = words.size > 0 ? memchr(words.data, '/', words.size) : NULL;
    if (slash) {
        chy_slice rest = {slash + 1, (size_t)(words.data + words.size - slash) - 1};
        const char *next = rest.size > 0 ? memchr(rest.data, '/', rest.size) : NULL;
        if (next) rest.size = (size_t)(next - rest.data);
        c->datelines[1].words = rest;
        words.size = (size_t)(slash - words.data);
    }
    c->datelines[0].words = words;
    if (slash) return;
    uint32_t first, rows = chy_lexicon_find(c->in->lexicon, words, &first);
    for (uint32_t i = 0; i < rows; i++) {
        chy_fact fact;
        chy_lexicon_fact(c->in->lexicon, first + i, &fact);
        if (fact.kind == CHY_FACT_CAPITAL) c->home_country = fact.country;
    }
}

/* Fills an entity of a dateline's place. False: no memory. */
static bool write_dateline_town(const chy_casting *c, const chy_dateline_town *town,
                                chy_entity *entity) {
    bool found = town->has_row;
    const chy_fact *best = &town->row;
    chy_place *place = chy_arena_alloc(c->arena, 1, sizeof *place);
    char *text = chy_arena_string(c->arena, town->words.data, town->words.size);
    if (!place || !text) return false;
    *place = (chy_place){found ? best->name : text,
                         town->country,
                         found ? best->admin1 : "",
                         found ? best->latitude : (double)NAN,
                         found ? best->longitude : (double)NAN,
                         found ? best->geonames : "",
                         found ? best->feature : ""};
    *entity = (chy_entity){.kind = CHY_ENTITY_PLACE,
                           .name = place->name,
                           .country = place->country,
                           .role = "",
                           .wikidata = found ? best->wikidata : "",
                           .geonames = place->geonames,
                           .place = place,
                           .evidence = found ? best->source : ""};
    return true;
}

/* A place of the dateline stands outside the sentences: it has an entity of its own, without
 * mentions, but for a place of that name in the story. */
static chy_status read_dateline_town(const chy_casting *c, const chy_dateline_town *town,
                                     chy_mentions *mentions, uint32_t *at) {
    if (town->words.size == 0) return CHY_OK;
    for (uint32_t i = 0; i < mentions->entity_count; i++) {
        const chy_entity *entity = &mentions->entities[i];
        if (entity->kind == CHY_ENTITY_PLACE && town->has_row &&
            strcmp(entity->place->name, town->row.name) == 0) {
            *at = i;
            return CHY_OK;
        }
    }
    chy_entity *entities =
        chy_arena_alloc(c->arena, (size_t)mentions->entity_count + 1, sizeof *entities);
    if (!entities || !write_dateline_town(c, town, &entities[mentions->entity_count]))
        return chy_fail_memory(c->err);
    if (mentions->entity_count > 0)
        memcpy(entities, mentions->entities, mentions->entity_count * sizeof *entities);
    mentions->entities = entities;
    *at = mentions->entity_count++;
    return CHY_OK;
}

static chy_status read_times(chy_casting *c) {
    chy_times_input input = {.tree = &c->tree,
                             .sentences = c->in->sentences,
                             .sentence_count = c->in->sentence_count,
                             .reference = c->reference,
                             .country = c->home_country,
                             .lexicon = c->in->lexicon};
    /* A dateline without a year still tells which day "yesterday" was. */
    if (input.reference.year == 0 && c->in->dateline)
        (void)chy_date_read_open(c->in->dateline->date, &input.reference);
    return chy_times_read(&input, c->arena, &c->times, c->err);
}

static chy_status prepare(chy_casting *c) {
    size_t n = c->word_count;
    c->draft_of_head = chy_arena_alloc(c->scratch, n * 2, sizeof *c->draft_of_head);
    if (!c->draft_of_head) return chy_fail_memory(c->err);
    c->name_of_word = c->draft_of_head + n;
    for (size_t i = 0; i < n * 2; i++)
        c->draft_of_head[i] = CHY_NONE;
    chy_status status = chy_tree_build(c->words, c->word_count, c->scratch, &c->tree, c->err);
    if (status == CHY_OK) status = read_times(c);
    return status == CHY_OK ? chy_lookup_prepare(c) : status;
}

/* Names first: roles look at the names around them. */
static chy_status draft_all(chy_casting *c) {
    chy_status status = chy_draft_names(c);
    if (status == CHY_OK) status = chy_drafts_sort(c);
    if (status == CHY_OK) status = chy_draft_roles(c);
    if (status == CHY_OK) status = chy_draft_pronouns(c);
    return status == CHY_OK ? chy_drafts_sort(c) : status;
}

static chy_status resolve_all(chy_casting *c) {
    size_t slots = 64;
    while (slots < (size_t)c->draft_count * 4)
        slots *= 2;
    c->token_mask = (uint32_t)slots - 1;
    c->token_heads = chy_arena_alloc(c->scratch, slots, sizeof *c->token_heads);
    if (!c->token_heads) return chy_fail_memory(c->err);
    for (size_t i = 0; i < slots; i++)
        c->token_heads[i] = CHY_NONE;
    chy_status status = chy_places_resolve(c);
    if (status != CHY_OK) return status;
    chy_readings_read(c);
    chy_codes_read(c);
    chy_settle_owned(c);
    chy_profile_read(c);
    chy_nations_read(c);
    status = chy_things_draft(c);
    if (status == CHY_OK) status = chy_ranker_prepare(c);
    if (status != CHY_OK) return status;
    chy_links_read(c);
    return chy_resolve(c);
}

static chy_status read_mentions(chy_casting *c, chy_mentions *mentions) {
    chy_status status = prepare(c);
    if (status == CHY_OK) status = draft_all(c);
    if (status == CHY_OK) status = resolve_all(c);
    if (status != CHY_OK) return status;
    mentions->times = c->times.times;
    mentions->time_count = c->times.count;
    mentions->time_of_word = c->times.of_word;
    mentions->reference_date = c->reference_number;
    mentions->mention_of_head =
        chy_arena_alloc(c->arena, c->word_count, sizeof *mentions->mention_of_head);
    if (!mentions->mention_of_head) return chy_fail_memory(c->err);
    for (uint32_t i = 0; i < c->word_count; i++)
        mentions->mention_of_head[i] = CHY_NONE;
    status = chy_actors_write(c, mentions);
    if (status == CHY_OK)
        status = read_dateline_town(c, &c->datelines[0], mentions, &mentions->dateline_place);
    return status == CHY_OK
               ? read_dateline_town(c, &c->datelines[1], mentions, &mentions->dateline_other)
               : status;
}

chy_status chy_mentions_read(const chy_mentions_input *input, chy_arena *arena,
                             chy_mentions *mentions, chy_error *err) {
    *mentions = (chy_mentions){.dateline_place = CHY_NONE, .dateline_other = CHY_NONE};
    chy_casting c = {.in = input,
                     .words = input->words,
                     .word_count = input->word_count,
                     .arena = arena,
                     .scratch = chy_arena_new(),
                     .first_person = CHY_NONE,
                     .err = err};
    if (!c.scratch) return chy_fail_memory(err);
    read_reference(&c);
    read_home(&c);
    chy_status status = read_mentions(&c, mentions);
    chy_arena_free(c.scratch);
    return status;
}
