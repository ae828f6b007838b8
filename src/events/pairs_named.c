/* "Two men who had not spoken for years sat down": those who meet are named in the sentences
 * behind, "One was Anna Lind, the Swedish minister. Facing her was Omar Said, her Omani colleague".
 */
#include "events/telling.h"

#include <string.h>

/* Sentences behind in which the two are named. */
#define BEHIND 3u
/* Sentences among which a report opens on those whom it has not named. */
#define OPENING 3u

/* Whether a word of a mention counts it as two. */
static bool is_two(const chy_view *view, const chy_mention *mention) {
    static const char *const counts[] = {"two", "2", "pair", "couple"};
    for (uint32_t w = mention->first_word; w < mention->end_word; w++) {
        if (chy_is_listed(view->input->words[w].lemma, counts, CHY_COUNT_OF(counts))) return true;
    }
    return false;
}

/* The first mention of two who met and are not known, or CHY_NONE. */
static uint32_t unnamed_pair(const chy_view *view, const chy_telling *telling) {
    if (telling->type != CHY_CONSULT || telling->visit || telling->actors.count != 1 ||
        telling->recipients.count > 0)
        return CHY_NONE;
    const chy_entity *entity = &view->mentions->entities[telling->actors.items[0].entity];
    if (entity->kind != CHY_ENTITY_GROUP || entity->member_count > 0 || entity->mention_count == 0)
        return CHY_NONE;
    const chy_mention *first = &view->mentions->mentions[entity->mentions[0]];
    bool opens = view->input->words[first->head_word].sentence < OPENING;
    return opens && is_two(view, first) ? entity->mentions[0] : CHY_NONE;
}

/* Whether a mention names somebody of a state's rank for the first time. */
static bool introduces(const chy_view *view, uint32_t mention) {
    const uint32_t ranks = (uint32_t)1 << CHY_SECTOR_GOV | (uint32_t)1 << CHY_SECTOR_MIL |
                           (uint32_t)1 << CHY_SECTOR_LEG | (uint32_t)1 << CHY_SECTOR_OPP |
                           (uint32_t)1 << CHY_SECTOR_REB;
    const chy_mention *of = &view->mentions->mentions[mention];
    const chy_entity *entity = &view->mentions->entities[of->entity];
    return entity->kind == CHY_ENTITY_PERSON && entity->mentions[0] == mention &&
           chy_view_is_named(view, of->entity) && (entity->sectors & ranks) != 0 &&
           entity->country[0] != '\0';
}

/* The two who come into the report behind a pair; false where they are not of two countries. */
static bool find_named(const chy_view *view, uint32_t pair, chy_fillings *named) {
    const chy_mentions *mentions = view->mentions;
    const chy_word *words = view->input->words;
    uint32_t sentence = words[mentions->mentions[pair].head_word].sentence;
    named->count = 0;
    /* "The two ministers" behind two who are named are those. */
    for (uint32_t m = 0; m < pair; m++) {
        if (introduces(view, m)) return false;
    }
    for (uint32_t m = pair + 1; m < mentions->mention_count && named->count < 2; m++) {
        const chy_mention *mention = &mentions->mentions[m];
        uint32_t behind = words[mention->head_word].sentence;
        if (behind > sentence + BEHIND) break;
        if (behind == sentence || !introduces(view, m)) continue;
        named->items[named->count++] = (chy_filled){mention->entity, m, mention->span, true};
    }
    if (named->count < 2) return false;
    const char *first = mentions->entities[named->items[0].entity].country;
    return strcmp(first, mentions->entities[named->items[1].entity].country) != 0;
}

void chy_tellings_name_pairs(const chy_view *view, chy_tellings *tellings) {
    uint32_t last = CHY_NONE; /* the pair looked for last */
    bool found = false;
    chy_fillings named;
    for (uint32_t t = 0; t < tellings->count; t++) {
        chy_telling *telling = &tellings->items[t];
        uint32_t pair = unnamed_pair(view, telling);
        if (pair == CHY_NONE) continue;
        if (pair != last) found = find_named(view, pair, &named);
        last = pair;
        if (found) telling->actors = named;
    }
}
