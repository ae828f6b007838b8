#include "mentions/money.h"

#include "lexicon/lexicon.h"
#include "mentions/words.h"

#include <string.h>

/* The longest country before a currency: "Trinidad and Tobago dollars". */
#define COUNTRY_WORDS 3u
#define PHRASE_BYTES  64u

/* Signs, and the letters that may stand at them. A bare "$" is taken as the United States'. */
static const struct {
    const char *letters;
    const char *sign;
    const char *unit;
} signs[] = {{"US", "$", "USD"},
             {"A", "$", "AUD"},
             {"AU", "$", "AUD"},
             {"C", "$", "CAD"},
             {"CA", "$", "CAD"},
             {"HK", "$", "HKD"},
             {"NZ", "$", "NZD"},
             {"R", "$", "BRL"},
             {"S", "$", "SGD"},
             {NULL, "$", "USD"},
             {NULL, "US$", "USD"},
             {NULL, "\xE2\x82\xAC", "EUR"},
             {NULL, "\xC2\xA3", "GBP"},
             {NULL, "\xC2\xA5", "JPY"},
             {NULL, "\xE2\x82\xB9", "INR"},
             {NULL, "\xE2\x82\xA6", "NGN"},
             {NULL, "\xE2\x82\xBA", "TRY"},
             {NULL, "\xE2\x82\xAA", "ILS"}};

/* The unit that a sign among words [first, end) gives, or NULL. */
static const char *sign_unit(const chy_word *words, uint32_t first, uint32_t end) {
    for (uint32_t w = first; w < end; w++) {
        for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
            if (strcmp(words[w].form, signs[i].sign) != 0) continue;
            const char *letters = signs[i].letters;
            if (letters == NULL) return signs[i].unit;
            bool there = w > first && !words[w - 1].space_after;
            if (there && strcmp(words[w - 1].form, letters) == 0) return signs[i].unit;
        }
    }
    return NULL;
}

/* The row of a currency's noun and a country, else of none named; false where it is no currency.
 * Where others share the noun, a country that has no such currency leaves the unit open. */
static bool currency_of(const chy_lexicon *lexicon, chy_slice noun, const char *country,
                        const char **unit) {
    uint32_t first, rows = lexicon ? chy_lexicon_find(lexicon, noun, &first) : 0;
    bool found = false, shared = false, own = false;
    for (uint32_t i = 0; i < rows && !own; i++) {
        chy_fact fact;
        chy_lexicon_fact(lexicon, first + i, &fact);
        if (fact.kind != CHY_FACT_CURRENCY) continue;
        own = *country && strcmp(fact.country, country) == 0;
        shared = shared || *fact.country;
        if (!own && *fact.country) continue;
        *unit = fact.role;
        found = true;
    }
    if (found && !own && shared && *country) *unit = "";
    return found;
}

/* The words [first, end) as one phrase, "" where it is too long. */
static chy_slice phrase_of(const chy_word *words, uint32_t first, uint32_t end, char *text,
                           size_t size) {
    size_t used = 0;
    for (uint32_t w = first; w < end; w++) {
        size_t length = strlen(words[w].form);
        if (used + length + 1 > size) return (chy_slice){"", 0};
        if (w > first) text[used++] = ' ';
        memcpy(text + used, words[w].form, length);
        used += length;
    }
    return (chy_slice){text, used};
}

/* The country that words name, "" where they name none. */
static const char *country_named(const chy_lexicon *lexicon, const chy_word *words, uint32_t first,
                                 uint32_t end) {
    char text[PHRASE_BYTES];
    uint32_t at, rows = 0;
    if (chy_capitalised(words[first].form))
        rows = chy_lexicon_find(lexicon, phrase_of(words, first, end, text, sizeof text), &at);
    for (uint32_t i = 0; i < rows; i++) {
        chy_fact fact;
        chy_lexicon_fact(lexicon, at + i, &fact);
        if (fact.kind == CHY_FACT_COUNTRY || fact.kind == CHY_FACT_DEMONYM) return fact.country;
    }
    return "";
}

/* How many words at words[at] are a currency's noun, "shillings", "CFA francs"; 0: none. */
static uint32_t noun_length(const chy_lexicon *lexicon, const chy_word *words, uint32_t at,
                            uint32_t end, const char *country, const char **unit) {
    char text[PHRASE_BYTES];
    if (words[at].upos == CHY_UPOS_VERB) return 0;
    for (uint32_t length = at + 1 < end ? 2 : 1; length > 0; length--)
        if (currency_of(lexicon, phrase_of(words, at, at + length, text, sizeof text), country,
                        unit))
            return length;
    bool lemma = words[at].lemma != NULL &&
                 currency_of(lexicon, chy_slice_of(words[at].lemma), country, unit);
    return lemma ? 1 : 0;
}

/* The currency named at words[at]; `*after` is the word behind it. NULL: none. */
static const char *named_unit(const chy_lexicon *lexicon, const chy_word *words, uint32_t at,
                              uint32_t end, uint32_t *after) {
    const char *unit = NULL;
    for (uint32_t noun = at; noun < end && noun <= at + COUNTRY_WORDS; noun++) {
        const char *country = noun > at ? country_named(lexicon, words, at, noun) : "";
        if (noun > at && !*country) continue;
        uint32_t length = noun_length(lexicon, words, noun, end, country, &unit);
        if (length == 0) continue;
        *after = noun + length;
        /* "500 pounds of rice" */
        bool weight = chy_same(words[noun].lemma, "pound") && *after < end &&
                      strcmp(words[*after].form, "of") == 0;
        return weight ? NULL : unit;
    }
    return NULL;
}

bool chy_is_currency(const chy_lexicon *lexicon, const char *lemma) {
    uint32_t first, rows = chy_lexicon_find(lexicon, chy_slice_of(lemma), &first);
    chy_fact fact = {.kind = CHY_FACT_KIND_COUNT};
    for (uint32_t i = 0; i < rows && fact.kind != CHY_FACT_CURRENCY; i++)
        chy_lexicon_fact(lexicon, first + i, &fact);
    return fact.kind == CHY_FACT_CURRENCY;
}

bool chy_money_read(const chy_lexicon *lexicon, const chy_word *words, uint32_t first, uint32_t end,
                    chy_money *money) {
    if (!chy_number_read(words, first, end, &money->number)) return false;
    uint32_t after = money->number.end_word;
    money->first_word = first;
    money->end_word = after;
    money->unit = sign_unit(words, first, after);
    if (money->unit != NULL) return true;
    if (after < end && strcmp(words[after].form, "-") == 0) after++;  /* "a 5-million-euro loan" */
    if (after < end && strcmp(words[after].form, "of") == 0) after++; /* "millions of dollars" */
    money->unit = named_unit(lexicon, words, after, end, &money->end_word);
    return money->unit != NULL;
}
