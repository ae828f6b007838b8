/* What speaks for and against two tellings being of one event: time, place, and the words around.
 */
#include "events/join.h"

#include <string.h>

bool chy_is_stated(const char *evidence) {
    return evidence != NULL &&
           (strcmp(evidence, "clause") == 0 || strcmp(evidence, "sentence") == 0);
}

bool chy_is_by_default(const char *evidence) {
    return strcmp(evidence, "dateline") == 0 || strcmp(evidence, "published") == 0;
}

bool chy_dates_clash(const chy_gathered *event, const chy_telling *telling) {
    if (!chy_is_stated(event->date_evidence) || !chy_is_stated(telling->date_evidence))
        return false;
    size_t a = strlen(event->date);
    size_t b = strlen(telling->date);
    return strncmp(event->date, telling->date, a < b ? a : b) != 0;
}

bool chy_places_clash(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    if (strcmp(event->place_evidence, "clause") != 0 ||
        strcmp(telling->place_evidence, "clause") != 0 || event->place == telling->place) {
        return false;
    }
    const chy_place *a = view->mentions->entities[event->place].place;
    const chy_place *b = view->mentions->entities[telling->place].place;
    bool countries = a != NULL && b != NULL && a->country[0] != '\0' && b->country[0] != '\0';
    return countries && strcmp(a->country, b->country) != 0;
}

bool chy_may_be_same(const chy_view *view, const chy_gathered *event, const chy_telling *telling) {
    return event->type == telling->type && event->status == telling->status &&
           !chy_dates_clash(event, telling) && !chy_places_clash(view, event, telling);
}

static bool is_apart(const char *lemma) {
    static const char *const apart[] = {"separate", "separately", "another", "elsewhere", "second"};
    return chy_is_listed(lemma, apart, CHY_COUNT_OF(apart));
}

bool chy_sets_apart(const chy_view *view, uint32_t sentence) {
    const chy_sentence *of = &view->input->sentences[sentence];
    for (uint32_t w = of->first_word; w < of->first_word + of->word_count; w++) {
        if (is_apart(view->input->words[w].lemma)) return true;
    }
    return false;
}

bool chy_is_told_apart(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    const uint32_t heads[] = {of->word, of->verb};
    for (size_t i = 0; i < CHY_COUNT_OF(heads); i++) {
        if (heads[i] == CHY_NONE) continue;
        for (uint32_t c = view->child[heads[i]]; c != CHY_NONE; c = view->sibling[c])
            if (is_apart(view->input->words[c].lemma)) return true;
    }
    return false;
}

/* "the attack", "this visit", "its talks" */
bool chy_points_back(const chy_view *view, uint32_t word) {
    static const char *const definite[] = {"the", "this", "that", "these"};
    for (uint32_t child = view->child[word]; child != CHY_NONE; child = view->sibling[child]) {
        const chy_word *of = &view->input->words[child];
        bool article = of->deprel == CHY_DEPREL_DET &&
                       chy_is_listed(of->lemma, definite, CHY_COUNT_OF(definite));
        if (article || of->deprel == CHY_DEPREL_NMOD_POSS) return true;
    }
    return false;
}
