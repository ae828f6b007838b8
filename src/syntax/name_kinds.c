#include "syntax/name_kinds.h"

#include <stdlib.h>
#include <string.h>

#define LOWEST (-1e30f)

typedef struct chy_told_name {
    chy_word *words;
    uint32_t count;
    double scores[CHY_NAME_KINDS]; /* means over its words */
} chy_told_name;

typedef struct chy_told_names {
    chy_told_name *items; /* sorted by words, those of the same words in the text's order */
    size_t count;
    chy_told_name *people; /* of two words or more, sorted by the last */
    size_t people_count;
} chy_told_names;

static uint32_t kind_of(uint32_t tag) {
    return (tag - CHY_NAME_B_PER) / 2;
}

void chy_name_kind_scores(const float *scores, const uint32_t *tags, size_t class_count, bool first,
                          float kinds[CHY_NAME_KINDS]) {
    for (size_t kind = 0; kind < CHY_NAME_KINDS; kind++)
        kinds[kind] = LOWEST;
    for (size_t c = 0; c < class_count; c++) {
        bool begins = tags[c] % 2 == 1;
        /* Compared so that no score of a hostile file, infinite or none, comes through. */
        if (tags[c] != CHY_NAME_O && begins == first && scores[c] > LOWEST && scores[c] < -LOWEST)
            kinds[kind_of(tags[c])] = scores[c];
    }
}

static const chy_word *last_word(const chy_told_name *name) {
    return &name->words[name->count - 1];
}

static int by_place(const chy_told_name *a, const chy_told_name *b) {
    return a->words < b->words ? -1 : a->words > b->words;
}

static int by_words(const chy_told_name *a, const chy_told_name *b) {
    for (uint32_t i = 0; i < a->count && i < b->count; i++) {
        int order = strcmp(a->words[i].form, b->words[i].form);
        if (order != 0) return order;
    }
    return a->count < b->count ? -1 : a->count > b->count;
}

static int by_words_and_place(const void *a, const void *b) {
    int order = by_words(a, b);
    return order != 0 ? order : by_place(a, b);
}

static int by_last_word_and_place(const void *a, const void *b) {
    int order = strcmp(last_word(a)->form, last_word(b)->form);
    return order != 0 ? order : by_place(a, b);
}

static void collect(chy_word *words, size_t count, const float (*scores)[CHY_NAME_KINDS],
                    chy_told_names *names) {
    for (size_t first = 0; first < count; first++) {
        if (words[first].name_tag % 2 == 0) continue;
        chy_told_name name = {.words = &words[first]};
        do {
            for (size_t kind = 0; kind < CHY_NAME_KINDS; kind++)
                name.scores[kind] += (double)scores[first + name.count][kind];
            name.count++;
        } while (first + name.count < count &&
                 words[first + name.count].name_tag == words[first].name_tag + 1);
        for (size_t kind = 0; kind < CHY_NAME_KINDS; kind++)
            name.scores[kind] /= name.count;
        if (name.count > 1 && words[first].name_tag == CHY_NAME_B_PER)
            names->people[names->people_count++] = name;
        names->items[names->count++] = name;
    }
}

static void add_scores(double sum[CHY_NAME_KINDS], const double scores[CHY_NAME_KINDS],
                       double share) {
    for (size_t kind = 0; kind < CHY_NAME_KINDS; kind++)
        sum[kind] += share * scores[kind];
}

/* Adds the mean of the longer names of people that end in `form`. */
static void add_people(const chy_told_names *names, const char *form, double sum[CHY_NAME_KINDS]) {
    size_t low = 0, high = names->people_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(last_word(&names->people[middle])->form, form) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    double total[CHY_NAME_KINDS] = {0};
    size_t end = low;
    for (; end < names->people_count && strcmp(last_word(&names->people[end])->form, form) == 0;
         end++)
        add_scores(total, names->people[end].scores, 1.0);
    if (end > low) add_scores(sum, total, 1.0 / (double)(end - low));
}

static void rename_kind(chy_told_name *name, const double scores[CHY_NAME_KINDS]) {
    uint32_t best = 0;
    for (uint32_t kind = 1; kind < CHY_NAME_KINDS; kind++)
        if (scores[kind] > scores[best]) best = kind;
    for (uint32_t i = 0; i < name->count; i++)
        name->words[i].name_tag = (uint8_t)(CHY_NAME_B_PER + 2 * best + (i > 0));
}

/* Decides the names [first, end), which have the same words. */
static void decide(const chy_told_names *names, size_t first, size_t end) {
    double total[CHY_NAME_KINDS] = {0}, people[CHY_NAME_KINDS] = {0};
    for (size_t i = first; i < end; i++)
        add_scores(total, names->items[i].scores, 1.0);
    if (names->items[first].count == 1) add_people(names, names->items[first].words->form, people);
    for (size_t i = first; i < end; i++) {
        double sum[CHY_NAME_KINDS];
        memcpy(sum, people, sizeof sum);
        add_scores(sum, names->items[i].scores, 1.0);
        if (end - first > 1) {
            double share = 1.0 / (double)(end - first - 1);
            add_scores(sum, total, share);
            add_scores(sum, names->items[i].scores, -share);
        }
        rename_kind(&names->items[i], sum);
    }
}

bool chy_names_agree(chy_word *words, size_t count, const float (*scores)[CHY_NAME_KINDS],
                     chy_arena *scratch) {
    size_t begins = 0;
    for (size_t i = 0; i < count; i++)
        begins += words[i].name_tag % 2 == 1;
    if (begins == 0) return true;
    chy_told_names names = {.items = chy_arena_alloc(scratch, begins, sizeof *names.items),
                            .people = chy_arena_alloc(scratch, begins, sizeof *names.people)};
    if (names.items == NULL || names.people == NULL) return false;
    collect(words, count, scores, &names);
    qsort(names.items, names.count, sizeof *names.items, by_words_and_place);
    if (names.people_count > 1)
        qsort(names.people, names.people_count, sizeof *names.people, by_last_word_and_place);
    for (size_t first = 0, end; first < names.count; first = end) {
        for (end = first + 1;
             end < names.count && by_words(&names.items[first], &names.items[end]) == 0; end++) {
        }
        decide(&names, first, end);
    }
    return true;
}
