/* Surnames that the tagger took for something else where they stand alone. */
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
    return CHY_OK;
}
