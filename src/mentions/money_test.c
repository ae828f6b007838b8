#include "lexicon/builder.h"
#include "mentions/money.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const tables[] = {"# kind: currency\n"
                                     "name\tplural\tcountry\trole\n"
                                     "CFA franc\tCFA francs\t\tXOF\n"
                                     "crown\t\t\t\n"
                                     "crown\t\tCZE\tCZK\n"
                                     "dollar\t\t\tUSD\n"
                                     "dollar\t\tNZL\tNZD\n"
                                     "euro\t\t\tEUR\n"
                                     "lari\t\t\tGEL\n"
                                     "peso\t\t\t\n"
                                     "pound\t\t\tGBP\n"
                                     "pound\t\tEGY\tEGP\n"
                                     "real\treais\tBRA\tBRL\n",
                                     "# kind: demonym\n"
                                     "name\tcountry\n"
                                     "Brazilian\tBRA\n"
                                     "Egyptian\tEGY\n"
                                     "Kenyan\tKEN\n",
                                     "# kind: country\n"
                                     "name\tcountry\n"
                                     "New Zealand\tNZL\n"};

typedef struct world {
    chy_facts_builder *builder;
    chy_lexicon *lexicon;
} world;

static int open_tables(void **state) {
    world *w = calloc(1, sizeof *w);
    if (!w) return -1;
    *state = w;
    w->builder = chy_facts_builder_new();
    for (size_t i = 0; i < CHY_COUNT_OF(tables); i++) {
        chy_slice text = chy_slice_of(tables[i]);
        if (chy_facts_builder_add(w->builder, "money", text, NULL) != CHY_OK) return -1;
    }
    const void *data;
    size_t size;
    return chy_facts_builder_finish(w->builder, &data, &size, NULL) == CHY_OK &&
                   chy_lexicon_open(data, size, &w->lexicon, NULL) == CHY_OK
               ? 0
               : -1;
}

static int close_tables(void **state) {
    world *w = *state;
    chy_lexicon_free(w->lexicon);
    chy_facts_builder_free(w->builder);
    free(w);
    return 0;
}

#define MOST 16u

/* Words parted by blanks; a "+" at the end of one glues it to the next. */
static uint32_t read_words(char *text, chy_word *words) {
    uint32_t count = 0;
    for (char *at = text, *next; at && *at && count < MOST; at = next) {
        next = strchr(at, ' ');
        if (next) *next++ = '\0';
        size_t size = strlen(at);
        bool glued = at[size - 1] == '+';
        if (glued) at[size - 1] = '\0';
        words[count++] = (chy_word){.form = at, .lemma = at, .space_after = !glued};
    }
    return count;
}

static void sums_are_read(void **state) {
    const world *w = *state;
    static const struct {
        const char *text;
        double value, low;
        const char *unit;
    } sums[] = {
        {"$+ 6.5+ bn", 6.5e9, 6.5e9, "USD"},
        {"US+ $+ 8 million", 8e6, 8e6, "USD"},
        {"A+ $+ 30 million", 3e7, 3e7, "AUD"},
        {"more than \xE2\x82\xAC+ 20 million", 2e7, 2e7, "EUR"},
        {"3.5 billion euro", 3.5e9, 3.5e9, "EUR"},
        {"between 200 and 300 million dollar", 2.5e8, 2e8, "USD"},
        {"$+ 20 to $+ 30 million", 2.5e7, 2e7, "USD"},
        {"193 million CFA franc", 1.93e8, 1.93e8, "XOF"},
        {"40,000 peso", 4e4, 4e4, ""},
        {"5+ - million - euro", 0, 0, NULL},
        {"5 million+ -+ euro", 5e6, 5e6, "EUR"},
        {"500 pound of rice", 0, 0, NULL},
        {"500 pound", 500, 500, "GBP"},
        {"500 people", 0, 0, NULL},
        {"40 million lari", 4e7, 4e7, "GEL"},
        {"40 million Brazilian real", 4e7, 4e7, "BRL"},
        {"3 real", 0, 0, NULL},
        {"900 crown", 900, 900, ""},
        {"30 reais", 0, 0, NULL},
        {"30 Brazilian reais", 30, 30, "BRL"},
        {"30 million New Zealand dollar", 3e7, 3e7, "NZD"},
        {"30 million Egyptian pound", 3e7, 3e7, "EGP"},
        {"30 million Kenyan pound", 3e7, 3e7, ""},
        {"30 million Kenyan lari", 3e7, 3e7, "GEL"},
        {"30 Kenyan officials", 0, 0, NULL},
        {"US officials", 0, 0, NULL},
    };
    for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++) {
        char text[128];
        chy_word words[MOST];
        chy_money money;
        assert_true(strlen(sums[i].text) < sizeof text);
        memcpy(text, sums[i].text, strlen(sums[i].text) + 1);
        uint32_t count = read_words(text, words);
        bool read = chy_money_read(w->lexicon, words, 0, count, &money);
        if (read != (sums[i].unit != NULL)) fail_msg("%s: %d", sums[i].text, read);
        if (!read) continue;
        bool right = money.number.value > sums[i].value * 0.999999 &&
                     money.number.value < sums[i].value * 1.000001 &&
                     money.number.low > sums[i].low * 0.999999 &&
                     money.number.low < sums[i].low * 1.000001;
        if (!right || money.end_word != count || strcmp(money.unit, sums[i].unit) != 0)
            fail_msg("%s: %g %s, %u words", sums[i].text, money.number.value, money.unit,
                     money.end_word);
    }
}

static void currencies_are_known_by_their_noun(void **state) {
    const world *w = *state;
    assert_true(chy_is_currency(w->lexicon, "pound"));
    assert_true(chy_is_currency(w->lexicon, "lari"));
    assert_true(chy_is_currency(w->lexicon, "real"));
    assert_false(chy_is_currency(w->lexicon, "Kenyan"));
    assert_false(chy_is_currency(w->lexicon, ""));
}

int main(void) {
    const struct CMUnitTest units[] = {cmocka_unit_test(sums_are_read),
                                       cmocka_unit_test(currencies_are_known_by_their_noun)};
    return cmocka_run_group_tests(units, open_tables, close_tables);
}
