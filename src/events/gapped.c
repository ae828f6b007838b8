/* Sums whose verb is left out: "Denmark gave 60 million euros and Iceland 20 million". */
#include "events/telling.h"
#include "mentions/money.h"

#include <string.h>

/* Words of a giver's name up to its head, at most. */
#define NAME_WORDS 16u

/* A party and the sum that it gave, told without a verb. */
typedef struct gap {
    chy_filled party;
    chy_count sum;
    uint32_t end_word;
} gap;

static bool is_form(const chy_view *view, uint32_t word, uint32_t end, const char *form) {
    return word < end && strcmp(view->input->words[word].form, form) == 0;
}

/* The named party that begins at a word; false for none. */
static bool read_party(const chy_view *view, uint32_t word, uint32_t end, chy_filled *party,
                       uint32_t *after) {
    const chy_mentions *mentions = view->mentions;
    for (uint32_t w = word; w < end && w < word + NAME_WORDS; w++) {
        uint32_t at = mentions->mention_of_head[w];
        if (at == CHY_NONE || mentions->mentions[at].first_word != word) continue;
        const chy_mention *mention = &mentions->mentions[at];
        bool acts = mention->entity < mentions->entity_count &&
                    chy_entity_acts(&mentions->entities[mention->entity]);
        if (mention->kind != CHY_MENTION_NAME || !acts) return false;
        *party = (chy_filled){mention->entity, at, mention->span, true};
        *after = mention->end_word;
        return true;
    }
    return false;
}

/* "and Iceland 20 million" at a word, behind a sum of this unit. */
static bool read_gap(const chy_view *view, uint32_t word, uint32_t end, const char *unit,
                     gap *found) {
    const chy_word *words = view->input->words;
    chy_money money;
    if (is_form(view, word, end, ",")) word++;
    if (is_form(view, word, end, "and")) word++;
    uint32_t at;
    if (!read_party(view, word, end, &found->party, &at) || at >= end) return false;
    if (!chy_money_read(view->input->lexicon, words, at, end, &money)) {
        if (!chy_number_read(words, at, end, &money.number)) return false;
        money.unit = unit;
        money.end_word = money.number.end_word;
        bool counts_things = money.end_word < end && (words[money.end_word].upos == CHY_UPOS_NOUN ||
                                                      words[money.end_word].upos == CHY_UPOS_ADJ);
        if (counts_things) return false;
    }
    found->sum = (chy_count){CHY_COUNT_MONEY,
                             money.number.value,
                             money.number.low,
                             money.number.high,
                             money.unit,
                             {words[at].span.start, words[money.end_word - 1].span.end},
                             view->statements->statement_of_word[at]};
    found->end_word = money.end_word;
    return true;
}

static void leave_out(chy_fillings *slot, uint32_t entity) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < slot->count; i++)
        if (slot->items[i].entity != entity) slot->items[kept++] = slot->items[i];
    slot->count = kept;
}

/* The word behind a count's last one in the sentence of a telling. */
static uint32_t word_behind(const chy_view *view, const chy_telling *telling,
                            const chy_count *count) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentence = &view->input->sentences[clause->sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    uint32_t word = sentence->first_word;
    while (word < end && view->input->words[word].span.end <= count->span.end)
        word++;
    return word;
}

/* Keeps of a telling's counts those that end before a place in the text. */
static void keep_counts_before(chy_telling *telling, uint32_t start) {
    uint32_t kept = 0;
    while (kept < telling->count_count && telling->counts[kept].span.end <= start)
        kept++;
    telling->count_count = kept;
}

bool chy_telling_gapped(chy_view *view, chy_telling *telling, chy_telling *next) {
    if (telling->count_count == 0 || telling->actors.count == 0 || telling->generic) return false;
    const chy_count *last = &telling->counts[0];
    if (last->kind != CHY_COUNT_MONEY) return false;
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentence = &view->input->sentences[clause->sentence];
    gap found;
    if (!read_gap(view, word_behind(view, telling, last),
                  sentence->first_word + sentence->word_count, last->unit, &found)) {
        return false;
    }
    chy_count *sum = chy_arena_alloc(view->arena, 1, sizeof *sum);
    if (sum == NULL) {
        view->no_memory = true;
        return false;
    }
    *sum = found.sum;
    leave_out(&telling->recipients, found.party.entity);
    if (telling->actors.count > 1) leave_out(&telling->actors, found.party.entity);
    keep_counts_before(telling, found.sum.span.start);
    *next = *telling;
    next->actors = (chy_fillings){.count = 1};
    next->actors.items[0] = found.party;
    next->counts = sum;
    next->count_count = 1;
    return true;
}
