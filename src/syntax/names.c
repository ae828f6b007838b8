#include "syntax/names.h"

#include <math.h>
#include <string.h>

struct chy_name_scratch {
    uint8_t (*before)[CHY_NAME_CLASSES]; /* [limit] the best class before each class of a word */
};

chy_name_scratch *chy_name_scratch_new(size_t limit, chy_arena *arena) {
    chy_name_scratch *scratch = chy_arena_alloc(arena, 1, sizeof *scratch);
    if (scratch == NULL) return NULL;
    scratch->before = chy_arena_alloc(arena, limit, sizeof *scratch->before);
    return scratch->before == NULL ? NULL : scratch;
}

/* A score that can be added and compared, also where a hostile model gives none. */
static double score_of(float score) {
    return (double)score > -1e30 ? (double)score : -1e30;
}

static bool is_inside(uint32_t tag) {
    return tag != CHY_NAME_O &&
           tag % 2 == 0; /* B- tags are odd, the I- of the same kind one more */
}

static bool may_follow(uint32_t tag, uint32_t before) {
    return !is_inside(tag) || before == tag || before + 1 == tag;
}

void chy_name_decode(chy_name_scratch *scratch, const float *scores, size_t stride, size_t count,
                     const uint32_t *tags, size_t class_count, uint32_t *classes) {
    double best[CHY_NAME_CLASSES], next[CHY_NAME_CLASSES] = {0};
    for (size_t c = 0; c < class_count; c++)
        best[c] = is_inside(tags[c]) ? -(double)INFINITY : score_of(scores[c]);
    for (size_t word = 1; word < count; word++) {
        for (size_t c = 0; c < class_count; c++) {
            size_t from = CHY_NAME_CLASSES;
            for (size_t b = 0; b < class_count; b++)
                if (may_follow(tags[c], tags[b]) &&
                    (from == CHY_NAME_CLASSES || best[b] > best[from]))
                    from = b;
            scratch->before[word][c] = (uint8_t)from;
            next[c] = from == CHY_NAME_CLASSES ? -(double)INFINITY
                                               : best[from] + score_of(scores[word * stride + c]);
        }
        memcpy(best, next, sizeof best);
    }
    uint32_t last = 0;
    for (uint32_t c = 1; c < class_count; c++)
        if (best[c] > best[last]) last = c;
    for (size_t word = count; word-- > 0;) {
        classes[word] = last;
        if (word > 0) last = scratch->before[word][last];
    }
}
