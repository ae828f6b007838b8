#include "syntax/mend.h"

/* What hangs from a word: the first and the last plain subject, a reported clause, an object. */
typedef struct dependents {
    uint32_t first_subject, last_subject, reported;
    bool object;
} dependents;

static void gather(const chy_word *words, uint32_t first, uint32_t count, dependents *of) {
    for (uint32_t i = 0; i < count; i++) {
        of[i] = (dependents){CHY_NONE, CHY_NONE, CHY_NONE, false};
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t head = words[first + i].head;
        if (head < first || head >= first + count) continue;
        dependents *at = &of[head - first];
        switch (words[first + i].deprel) {
        case CHY_DEPREL_NSUBJ:
            if (at->first_subject == CHY_NONE) at->first_subject = i;
            at->last_subject = i;
            break;
        case CHY_DEPREL_CCOMP:
        case CHY_DEPREL_PARATAXIS:
            if (at->reported == CHY_NONE) at->reported = i;
            break;
        case CHY_DEPREL_OBJ:
        case CHY_DEPREL_IOBJ:
            at->object = true;
            break;
        default:
            break;
        }
    }
}

void chy_tree_mend(chy_word *words, uint32_t first, uint32_t count) {
    dependents of[CHY_LIMIT_SENTENCE_WORDS];
    if (count > CHY_LIMIT_SENTENCE_WORDS) return;
    gather(words, first, count, of);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t a = of[i].first_subject;
        uint32_t b = of[i].last_subject;
        uint32_t told = of[i].reported;
        if (a == b || words[first + i].upos != CHY_UPOS_VERB) continue;
        if (told != CHY_NONE && a < told && told < i && told < b &&
            of[told].first_subject == CHY_NONE) {
            words[first + a].head = first + told;
        } else if (a < i && b > i && !of[i].object) {
            words[first + b].deprel = CHY_DEPREL_OBJ;
        }
    }
}
