#include "lexicon/lexicon.h"

#include <string.h>

#define MOST_STEPS 3u /* letters that two near names differ by */
#define MOST_BYTES 96u

/* Steps of one letter (put in, left out, another, or two changed about) from `a` to `b`; more than
 * `most` counts as most + 1. Bytes stand for letters: keys have few beyond ASCII. */
static uint32_t distance(chy_slice a, chy_slice b, uint32_t most) {
    uint32_t rows[3][MOST_BYTES + 1];
    uint32_t *before = rows[0], *last = rows[1], *row = rows[2];
    memset(rows, 0, sizeof rows);
    for (uint32_t j = 0; j <= b.size; j++)
        last[j] = j;
    for (uint32_t i = 1; i <= a.size; i++) {
        uint32_t least = row[0] = i;
        for (uint32_t j = 1; j <= b.size; j++) {
            uint32_t best = last[j - 1] + (a.data[i - 1] != b.data[j - 1]);
            if (last[j] + 1 < best) best = last[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            bool changed =
                i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1];
            if (changed && before[j - 2] + 1 < best) best = before[j - 2] + 1;
            row[j] = best;
            if (best < least) least = best;
        }
        if (least > most) return most + 1;
        uint32_t *spare = before;
        before = last;
        last = row;
        row = spare;
    }
    return last[b.size];
}

/* Whether a key ends with the words asked for: "montenegro", "luis montenegro". */
static bool ends_with(chy_slice key, chy_slice wanted) {
    if (key.size <= wanted.size) return false;
    size_t at = key.size - wanted.size;
    bool whole = key.data[at - 1] == ' ' || key.data[at - 1] == '-';
    return whole && memcmp(key.data + at, wanted.data, wanted.size) == 0;
}

/* The first row of the phrase that has one of the kinds; UINT32_MAX: none. */
static uint32_t row_of_kind(const chy_lexicon *lexicon, uint32_t first, uint32_t rows,
                            uint32_t kinds) {
    for (uint32_t i = 0; i < rows; i++) {
        chy_fact fact;
        chy_lexicon_fact(lexicon, first + i, &fact);
        if (kinds >> fact.kind & 1u) return first + i;
    }
    return UINT32_MAX;
}

uint32_t chy_lexicon_near(const chy_lexicon *lexicon, chy_slice phrase, uint32_t kinds,
                          uint32_t rows[CHY_LEXICON_NEAR]) {
    char bytes[CHY_LEXICON_KEY_BYTES];
    chy_slice wanted = {bytes, chy_lexicon_key(phrase, bytes, sizeof bytes)}, key;
    if (wanted.size < 3 || wanted.size > MOST_BYTES) return 0;
    uint32_t most = wanted.size < 6 ? 1 : wanted.size < 12 ? 2 : MOST_STEPS;
    uint32_t found = 0, steps[CHY_LEXICON_NEAR], first, count;
    for (uint32_t i = 0; chy_lexicon_key_at(lexicon, i, &key, &first, &count); i++) {
        size_t gap = key.size > wanted.size ? key.size - wanted.size : wanted.size - key.size;
        bool longer = ends_with(key, wanted);
        if ((gap > most && !longer) || key.size > MOST_BYTES || count == 0) continue;
        uint32_t step = longer ? most : distance(wanted, key, most);
        if (step > most || (found == CHY_LEXICON_NEAR && step >= steps[found - 1])) continue;
        uint32_t row = row_of_kind(lexicon, first, count, kinds);
        if (row == UINT32_MAX) continue;
        uint32_t at = found < CHY_LEXICON_NEAR ? found++ : found - 1;
        for (; at > 0 && steps[at - 1] > step; at--) {
            steps[at] = steps[at - 1];
            rows[at] = rows[at - 1];
        }
        steps[at] = step;
        rows[at] = row;
    }
    return found;
}
