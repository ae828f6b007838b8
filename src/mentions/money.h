/* Sums of money in running words. */
#ifndef CHY_MENTIONS_MONEY_H
#define CHY_MENTIONS_MONEY_H

#include "lexicon/lexicon.h"
#include "mentions/numbers.h"

typedef struct chy_money {
    chy_number number;
    const char *unit;              /* ISO 4217, "" where the words leave it open ("pesos") */
    uint32_t first_word, end_word; /* number, sign and currency */
} chy_money;

/* Reads the sum that starts at words[first], looking no further than `end`: "$6.5bn", "more than
 * US$8 million", "3.5 billion euros", "40 million CFA francs". False where none starts there. */
bool chy_money_read(const chy_lexicon *lexicon, const chy_word *words, uint32_t first, uint32_t end,
                    chy_money *money);

/* Whether a lemma is the noun of a currency: "shilling" of "Kenyan shillings". */
bool chy_is_currency(const chy_lexicon *lexicon, const char *lemma);

#endif
