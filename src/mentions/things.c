#include "mentions/cast.h"

static bool is_thing(const chy_casting *c, uint32_t word) {
    const chy_word *w = &c->words[word];
    return (w->upos == CHY_UPOS_NOUN || w->upos == CHY_UPOS_PROPN) && !chy_is_modifier(w->deprel) &&
           w->deprel != CHY_DEPREL_NMOD_DESC && c->name_of_word[word] == CHY_NONE &&
           c->draft_of_head[word] == CHY_NONE && c->times.of_word[word] == CHY_NONE;
}

/* "I", "our", "you". */
static bool is_speaker(const chy_word *word) {
    return (word->upos == CHY_UPOS_PRON || word->upos == CHY_UPOS_DET) &&
           word->feat_bits & (CHY_FEAT_FIRST | CHY_FEAT_SECOND);
}

chy_status chy_things_draft(chy_casting *c) {
    if (!chy_compares(c)) return CHY_OK;
    for (uint32_t i = 0; i < c->word_count; i++) {
        const chy_word *word = &c->words[i];
        bool thing = is_thing(c, i), speaker = is_speaker(word);
        if (!thing && !speaker) continue;
        uint32_t first = speaker ? i : c->tree.left[i], end = speaker ? i + 1 : c->tree.right[i];
        chy_draft *draft =
            chy_draft_add(c, first, end, speaker ? CHY_MENTION_PRONOUN : CHY_MENTION_DESCRIPTION);
        if (!draft) return chy_fail_memory(c->err);
        draft->head = i;
        draft->core_end = i + 1;
        draft->says.kind = CHY_ENTITY_OTHER;
        draft->says.number = word->feat_bits & CHY_FEAT_PLURAL     ? 2
                             : word->feat_bits & CHY_FEAT_SINGULAR ? 1
                                                                   : 0;
        draft->says.flags = CHY_SAYS_THING;
        if (thing) chy_determiner_read(c, draft);
    }
    return chy_drafts_sort(c);
}
