#include "mentions/money.h"

#include "mentions/words.h"

#include <string.h>

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

/* Currencies by name, ISO 4217: those with a word before them first, "" where it takes one. */
static const struct {
    const char *before;
    const char *noun;
    const char *unit;
} names[] = {
    {"US", "dollar", "USD"},
    {"American", "dollar", "USD"},
    {"Australian", "dollar", "AUD"},
    {"Canadian", "dollar", "CAD"},
    {"Singapore", "dollar", "SGD"},
    {"Jamaican", "dollar", "JMD"},
    {"Namibian", "dollar", "NAD"},
    {"Fijian", "dollar", "FJD"},
    {"Taiwan", "dollar", "TWD"},
    {"Egyptian", "pound", "EGP"},
    {"Syrian", "pound", "SYP"},
    {"Lebanese", "pound", "LBP"},
    {"Sudanese", "pound", "SDG"},
    {"CFA", "franc", "XOF"},
    {"Swiss", "franc", "CHF"},
    {"Congolese", "franc", "CDF"},
    {"Rwandan", "franc", "RWF"},
    {"Kenyan", "shilling", "KES"},
    {"Kenya", "shilling", "KES"},
    {"Ugandan", "shilling", "UGX"},
    {"Tanzanian", "shilling", "TZS"},
    {"Somali", "shilling", "SOS"},
    {"Pakistani", "rupee", "PKR"},
    {"Nepalese", "rupee", "NPR"},
    {"Nepali", "rupee", "NPR"},
    {"Indian", "rupee", "INR"},
    {"Mexican", "peso", "MXN"},
    {"Argentine", "peso", "ARS"},
    {"Chilean", "peso", "CLP"},
    {"Colombian", "peso", "COP"},
    {"Philippine", "peso", "PHP"},
    {"Cuban", "peso", "CUP"},
    {"Norwegian", "krone", "NOK"},
    {"Danish", "krone", "DKK"},
    {"Swedish", "krona", "SEK"},
    {"Swedish", "kronor", "SEK"},
    {"Turkish", "lira", "TRY"},
    {"Saudi", "riyal", "SAR"},
    {"Qatari", "riyal", "QAR"},
    {"Iranian", "rial", "IRR"},
    {"Kuwaiti", "dinar", "KWD"},
    {"Iraqi", "dinar", "IQD"},
    {"Libyan", "dinar", "LYD"},
    {"Serbian", "dinar", "RSD"},
    {"Brazilian", "real", "BRL"},
    {"Brazilian", "reais", "BRL"},
    {"Czech", "crown", "CZK"},
    {"Belarusian", "ruble", "BYN"},
    {"Belarusian", "rouble", "BYN"},
    {NULL, "dollar", "USD"},
    {NULL, "euro", "EUR"},
    {NULL, "pound", "GBP"},
    {NULL, "yen", "JPY"},
    {NULL, "yuan", "CNY"},
    {NULL, "rupee", ""},
    {NULL, "ruble", "RUB"},
    {NULL, "rouble", "RUB"},
    {NULL, "naira", "NGN"},
    {NULL, "rand", "ZAR"},
    {NULL, "hryvnia", "UAH"},
    {NULL, "zloty", "PLN"},
    {NULL, "won", "KRW"},
    {NULL, "shekel", "ILS"},
    {NULL, "baht", "THB"},
    {NULL, "taka", "BDT"},
    {NULL, "rupiah", "IDR"},
    {NULL, "dirham", "AED"},
    {NULL, "birr", "ETB"},
    {NULL, "forint", "HUF"},
    {NULL, "tenge", "KZT"},
    {NULL, "dong", "VND"},
    {NULL, "kwacha", ""},
    {NULL, "cedi", "GHS"},
    {NULL, "ringgit", "MYR"},
    {NULL, "peso", ""},
    {NULL, "franc", ""},
    {NULL, "shilling", ""},
    {NULL, "lira", "TRY"},
    {NULL, "krone", ""},
    {NULL, "krona", "SEK"},
    {NULL, "kronor", "SEK"},
    {NULL, "dinar", ""},
    {NULL, "riyal", ""},
    {NULL, "rial", ""},
    {NULL, "crown", ""},
    {NULL, "kina", "PGK"},
    {NULL, "kyat", "MMK"},
    {NULL, "lari", "GEL"},
    {NULL, "lempira", "HNL"},
    {NULL, "lev", "BGN"},
    {NULL, "leva", "BGN"},
    {NULL, "manat", ""},
    {NULL, "som", ""},
};

static bool is_word(const chy_word *word, const char *noun) {
    return strcmp(word->form, noun) == 0 || (word->lemma != NULL && strcmp(word->lemma, noun) == 0);
}

bool chy_is_currency(const char *lemma) {
    for (size_t i = 0; i < CHY_COUNT_OF(names); i++)
        if (chy_same(lemma, names[i].noun)) return true;
    return false;
}

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

/* The currency named at words[at]; `*after` is the word behind it. NULL: none. */
static const char *named_unit(const chy_word *words, uint32_t at, uint32_t end, uint32_t *after) {
    /* "500 pounds of rice" */
    for (size_t i = 0; at < end && i < sizeof names / sizeof names[0]; i++) {
        uint32_t noun = names[i].before == NULL ? at : at + 1;
        if (noun >= end || words[noun].upos == CHY_UPOS_VERB) continue;
        if (names[i].before != NULL && strcmp(words[at].form, names[i].before) != 0) continue;
        if (!is_word(&words[noun], names[i].noun)) continue;
        bool weight = strcmp(names[i].noun, "pound") == 0 && noun + 1 < end &&
                      strcmp(words[noun + 1].form, "of") == 0;
        if (weight) return NULL;
        *after = noun + 1;
        return names[i].unit;
    }
    return NULL;
}

bool chy_money_read(const chy_word *words, uint32_t first, uint32_t end, chy_money *money) {
    if (!chy_number_read(words, first, end, &money->number)) return false;
    uint32_t after = money->number.end_word;
    money->first_word = first;
    money->end_word = after;
    money->unit = sign_unit(words, first, after);
    if (money->unit != NULL) return true;
    if (after < end && strcmp(words[after].form, "-") == 0) after++;  /* "a 5-million-euro loan" */
    if (after < end && strcmp(words[after].form, "of") == 0) after++; /* "millions of dollars" */
    money->unit = named_unit(words, after, end, &money->end_word);
    return money->unit != NULL;
}
