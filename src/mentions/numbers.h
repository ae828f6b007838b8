/* English numbers in running words: "three dozen", "1.2 million", "at least 40", "two and a half".
 */
#ifndef CHY_MENTIONS_NUMBERS_H
#define CHY_MENTIONS_NUMBERS_H

#include "base/base.h"

typedef struct chy_number {
    double value;     /* the best single figure: "more than 40" 40, "dozens" 24, "20 to 30" 25 */
    double low, high; /* what the words allow; high is INFINITY for "more than 40" */
    uint32_t first_word, end_word; /* with the words that bound it: "at least", "nearly" */
    uint32_t core_word;            /* the first word of the figure itself */
    bool bounded;                  /* a word such as "about" or "more than" stands with it */
    bool vague;                    /* no figure: "dozens", "several", "a few" */
} chy_number;

/* Reads the longest number that starts at words[first], looking no further than `end`. False where
 * none starts there. Ordinals and a lone "a" are not numbers. Hyphens may stand as words of their
 * own
 * ("twenty", "-", "three"), as in UD's English treebanks. A sign of money may stand before the
 * figure: "about $3 million". */
bool chy_number_read(const chy_word *words, uint32_t first, uint32_t end, chy_number *number);

/* The word after a sign of money at words[at] with the letters that stand at it ("$", "US$"), or
 * `at` where there is none before `end`. */
uint32_t chy_money_sign(const chy_word *words, uint32_t at, uint32_t end);

/* The value of an ordinal word ("third", "21st", "21"+"st" is not read), or 0. */
uint32_t chy_ordinal_value(const char *form);

#endif
