/* The list of drafts: one is added, all are put in the order of the text; and those of pronouns. */
#include "mentions/cast.h"

#include <stdlib.h>
#include <string.h>

chy_draft *chy_draft_add(chy_casting *c, uint32_t first, uint32_t end, chy_mention_kind kind) {
    void *items = c->drafts;
    if (!chy_arena_room(c->scratch, &items, sizeof(chy_draft), c->draft_count, &c->draft_capacity))
        return NULL;
    c->drafts = items;
    chy_draft *draft = &c->drafts[c->draft_count];
    *draft = (chy_draft){.first = first,
                         .end = end,
                         .head = chy_span_head(c->words, first, end),
                         .kind = (uint8_t)kind,
                         .unit = c->draft_count,
                         .next = CHY_NONE,
                         .character = CHY_NONE};
    draft->says.kind = CHY_ENTITY_KIND_COUNT;
    draft->says.country = draft->says.role = draft->says.role_class = "";
    c->draft_count++;
    return draft;
}

static int compare_drafts(const void *left, const void *right) {
    const chy_draft *a = left, *b = right;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    if (a->end != b->end) return a->end > b->end ? -1 : 1;
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    /* As they were added: C libraries differ in what qsort makes of equals. */
    return a->unit < b->unit ? -1 : a->unit > b->unit;
}

chy_status chy_drafts_sort(chy_casting *c) {
    if (c->draft_count > 1) qsort(c->drafts, c->draft_count, sizeof *c->drafts, compare_drafts);
    /* The same words twice are one mention. */
    uint32_t kept = 0;
    for (uint32_t i = 0; i < c->draft_count; i++) {
        bool again = kept > 0 && c->drafts[kept - 1].first == c->drafts[i].first &&
                     c->drafts[kept - 1].end == c->drafts[i].end;
        if (!again && !c->drafts[i].dropped) c->drafts[kept++] = c->drafts[i];
    }
    c->draft_count = kept;
    for (uint32_t i = 0; i < c->word_count; i++)
        c->draft_of_head[i] = c->name_of_word[i] = CHY_NONE;
    for (uint32_t i = 0; i < kept; i++) {
        chy_draft *draft = &c->drafts[i];
        draft->unit = i;
        bool thing = draft->says.flags & CHY_SAYS_THING;
        if (!thing && c->draft_of_head[draft->head] == CHY_NONE) c->draft_of_head[draft->head] = i;
        for (uint32_t w = draft->first; draft->kind == CHY_MENTION_NAME && w < draft->end; w++)
            if (c->name_of_word[w] == CHY_NONE) c->name_of_word[w] = i;
    }
    return CHY_OK;
}

/* "It" with no reference: an expletive by its relation, or the subject of a clause whose content
 * follows ("it is likely that", "it is time to"). */
static bool is_pleonastic(const chy_casting *c, uint32_t word) {
    const chy_word *w = &c->words[word];
    if (!chy_same(w->form, "it")) return false;
    if (w->deprel == CHY_DEPREL_EXPL) return true;
    if (w->deprel != CHY_DEPREL_NSUBJ || w->head == CHY_NONE) return false;
    if (chy_tree_child(&c->tree, w->head, CHY_DEPREL_CSUBJ) != CHY_NONE) return true;
    bool copula = chy_tree_child(&c->tree, w->head, CHY_DEPREL_COP) != CHY_NONE;
    /* "said it was ready to talk": only somebody can be so. */
    static const char *const minded[] = {
        "able",      "bound",    "committed", "content",   "determined", "eager",
        "glad",      "happy",    "keen",      "prepared",  "proud",      "ready",
        "reluctant", "resolved", "unable",    "unwilling", "willing"};
    if (chy_is_one_of(c->words[w->head].form, minded, CHY_COUNT_OF(minded))) return false;
    return copula && c->words[w->head].upos == CHY_UPOS_ADJ &&
           (chy_tree_child(&c->tree, w->head, CHY_DEPREL_CCOMP) != CHY_NONE ||
            chy_tree_child(&c->tree, w->head, CHY_DEPREL_XCOMP) != CHY_NONE);
}

chy_status chy_draft_pronouns(chy_casting *c) {
    static const char *const relatives[] = {"that", "which", "who", "whom", "whose"};
    for (uint32_t i = 0; i < c->word_count; i++) {
        const chy_word *w = &c->words[i];
        if (w->upos != CHY_UPOS_PRON && w->upos != CHY_UPOS_DET) continue;
        bool relative = w->feat_bits & CHY_FEAT_RELATIVE &&
                        chy_is_one_of(w->form, relatives, CHY_COUNT_OF(relatives));
        bool personal = w->upos == CHY_UPOS_PRON && w->feat_bits & CHY_FEAT_THIRD &&
                        !chy_same(w->form, "one") && !is_pleonastic(c, i);
        if (!relative && !personal) continue;
        chy_draft *draft = chy_draft_add(c, i, i + 1, CHY_MENTION_PRONOUN);
        if (!draft) return chy_fail_memory(c->err);
        draft->says.gender = (char)(w->feat_bits & CHY_FEAT_MASCULINE  ? 'm'
                                    : w->feat_bits & CHY_FEAT_FEMININE ? 'f'
                                    : w->feat_bits & CHY_FEAT_NEUTER   ? 'n'
                                                                       : '\0');
        draft->says.number = w->feat_bits & CHY_FEAT_PLURAL     ? 2
                             : w->feat_bits & CHY_FEAT_SINGULAR ? 1
                                                                : 0;
    }
    return CHY_OK;
}
