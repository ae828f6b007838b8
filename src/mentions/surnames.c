/* Surnames that the tagger took for something else, or for no name, where they stand alone. */
#include "mentions/cast.h"

#include <string.h>

/* The words that end a person's name of several words, as a set of hashes. */
typedef struct surname_set {
    uint64_t *slots;
    uint64_t mask;
} surname_set;

static uint64_t *surname_slot(const surname_set *set, const char *form) {
    uint64_t hash = chy_hash(form, strlen(form)) | 1;
    uint64_t at = hash >> 7 & set->mask;
    while (set->slots[at] != 0 && set->slots[at] != hash)
        at = (at + 1) & set->mask;
    return &set->slots[at];
}

/* A word that no name holds and that stands alone as one: "| Son | promised". */
static bool is_lone(const chy_casting *c, uint32_t at) {
    const chy_word *word = &c->words[at];
    bool noun = word->upos == CHY_UPOS_PROPN ||
                (word->upos == CHY_UPOS_NOUN && word->feat_bits & CHY_FEAT_SINGULAR);
    bool beside = at + 1 < c->word_count && c->words[at + 1].sentence == word->sentence &&
                  chy_capitalised(c->words[at + 1].form);
    return noun && chy_capitalised(word->form) && !beside && c->times.of_word[at] == CHY_NONE &&
           c->tree.left[at] == at;
}

/* Gives such a word that ends a person's name elsewhere a draft of its own. */
static chy_status add_lone(chy_casting *c, const surname_set *set, uint32_t from, uint32_t end) {
    for (uint32_t w = from; w < end; w++) {
        if (!is_lone(c, w) || *surname_slot(set, c->words[w].form) == 0) continue;
        chy_draft *draft = chy_draft_add(c, w, w + 1, CHY_MENTION_NAME);
        if (!draft) return chy_fail_memory(c->err);
        draft->name_type = CHY_NAME_B_PER;
        draft->says.kind = CHY_ENTITY_PERSON;
        draft->says.flags = CHY_SAYS_HUMAN;
        draft->says.number = 1;
    }
    return CHY_OK;
}

chy_status chy_settle_surnames(chy_casting *c) {
    size_t size = 64;
    while (size < (size_t)c->draft_count * 2)
        size *= 2;
    surname_set set = {chy_arena_alloc(c->scratch, size, sizeof(uint64_t)), size - 1};
    if (!set.slots) return chy_fail_memory(c->err);
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        const char *last = c->words[draft->end - 1].form;
        if (draft->says.kind == CHY_ENTITY_PERSON && draft->end - draft->first > 1)
            *surname_slot(&set, last) = chy_hash(last, strlen(last)) | 1;
    }
    for (uint32_t i = 0; i < c->draft_count; i++) {
        chy_draft *draft = &c->drafts[i];
        bool open = draft->says.kind == CHY_ENTITY_PLACE ||
                    draft->says.kind == CHY_ENTITY_ORGANISATION ||
                    draft->says.kind == CHY_ENTITY_OTHER || draft->says.kind == CHY_ENTITY_GROUP;
        /* Towns and peoples are what surnames are taken from. */
        bool known = draft->has_fact && draft->fact.kind != CHY_FACT_PLACE &&
                     draft->fact.kind != CHY_FACT_GROUP;
        /* "Michael Jordan ... Jordan": the tagger too sees a person, though a state has the name.
         */
        bool tagged = draft->name_type == CHY_NAME_B_PER || draft->name_type == CHY_NAME_I_PER;
        bool state = tagged && draft->says.kind == CHY_ENTITY_COUNTRY;
        if ((!state && (!open || known)) || draft->end - draft->first != 1 ||
            *surname_slot(&set, c->words[draft->first].form) == 0)
            continue;
        draft->has_fact = false;
        draft->says.kind = CHY_ENTITY_PERSON;
        draft->says.flags |= CHY_SAYS_HUMAN;
        draft->says.country = draft->says.role_class = "";
        draft->says.number = 1;
    }
    uint32_t names = c->draft_count, from = 0;
    for (uint32_t i = 0; i <= names; i++) {
        uint32_t end = i < names ? c->drafts[i].first : c->word_count;
        chy_status status = add_lone(c, &set, from, end);
        if (status != CHY_OK) return status;
        if (i < names && c->drafts[i].end > from) from = c->drafts[i].end;
    }
    return CHY_OK;
}
