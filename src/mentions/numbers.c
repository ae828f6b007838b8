#include "mentions/numbers.h"
#include "mentions/words.h"

#include <math.h>
#include <string.h>

typedef struct number_word {
    const char *word;
    double value;
} number_word;

static const number_word small_numbers[] = {
    {"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
    {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
    {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
    {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},
    {"seventy", 70}, {"eighty", 80},  {"ninety", 90}};

static const number_word scales[] = {{"dozen", 12},      {"score", 20},    {"hundred", 100},
                                     {"thousand", 1e3},  {"million", 1e6}, {"billion", 1e9},
                                     {"trillion", 1e12}, {"m", 1e6},       {"mn", 1e6},
                                     {"mln", 1e6},       {"bn", 1e9},      {"k", 1e3}};

/* "dozens", "hundreds of thousands": from the scale to just below ten of it, a word of the trade
 * rather than of arithmetic, so the single figure is twice the scale. */
static const number_word vague_scales[] = {{"dozens", 12},    {"scores", 20},     {"tens", 10},
                                           {"hundreds", 100}, {"thousands", 1e3}, {"millions", 1e6},
                                           {"billions", 1e9}};

static const struct {
    const char *word;
    double value, low, high;
} vague_words[] = {{"couple", 2, 2, 3},  {"few", 3, 2, 9},  {"several", 3, 3, 9},
                   {"handful", 4, 3, 9}, {"both", 2, 2, 2}, {"pair", 2, 2, 2}};

typedef enum bound_kind {
    BOUND_NONE,
    BOUND_ABOUT,
    BOUND_LEAST,
    BOUND_MORE,
    BOUND_MOST,
    BOUND_LESS
} bound_kind;

/* Phrases before a number, longest first where one begins another. */
static const struct {
    const char *words[3];
    bound_kind bound;
} bounds[] = {
    {{"at", "least", NULL}, BOUND_LEAST},         {{"no", "fewer", "than"}, BOUND_LEAST},
    {{"no", "less", "than"}, BOUND_LEAST},        {{"not", "less", "than"}, BOUND_LEAST},
    {{"no", "more", "than"}, BOUND_MOST},         {{"not", "more", "than"}, BOUND_MOST},
    {{"more", "than", NULL}, BOUND_MORE},         {{"greater", "than", NULL}, BOUND_MORE},
    {{"less", "than", NULL}, BOUND_LESS},         {{"fewer", "than", NULL}, BOUND_LESS},
    {{"at", "most", NULL}, BOUND_MOST},           {{"up", "to", NULL}, BOUND_MOST},
    {{"as", "many", "as"}, BOUND_MOST},           {{"as", "much", "as"}, BOUND_MOST},
    {{"upwards", "of", NULL}, BOUND_LEAST},       {{"in", "excess", "of"}, BOUND_MORE},
    {{"close", "to", NULL}, BOUND_ABOUT},         {{"well", "over", NULL}, BOUND_MORE},
    {{"over", NULL, NULL}, BOUND_MORE},           {{"above", NULL, NULL}, BOUND_MORE},
    {{"under", NULL, NULL}, BOUND_LESS},          {{"below", NULL, NULL}, BOUND_LESS},
    {{"about", NULL, NULL}, BOUND_ABOUT},         {{"around", NULL, NULL}, BOUND_ABOUT},
    {{"approximately", NULL, NULL}, BOUND_ABOUT}, {{"roughly", NULL, NULL}, BOUND_ABOUT},
    {{"some", NULL, NULL}, BOUND_ABOUT},          {{"nearly", NULL, NULL}, BOUND_ABOUT},
    {{"almost", NULL, NULL}, BOUND_ABOUT},        {{"an", "estimated", NULL}, BOUND_ABOUT},
    {{"estimated", NULL, NULL}, BOUND_ABOUT},     {{"exactly", NULL, NULL}, BOUND_NONE},
    {{"only", NULL, NULL}, BOUND_NONE},           {{"just", NULL, NULL}, BOUND_NONE}};

static double lookup(const number_word *table, size_t count, const char *form, double missing) {
    for (size_t i = 0; i < count; i++)
        if (chy_same(form, table[i].word)) return table[i].value;
    return missing;
}

/* "1,200", "1.2", "40". Also "40%"-less plain digits; anything else is not a figure. */
static bool read_digits(const char *form, double *value) {
    double whole = 0, part = 0, unit = 1;
    bool fraction = false, digits = false;
    for (const char *c = form; *c; c++) {
        if (c - form > 20) return false;
        if (*c >= '0' && *c <= '9') {
            digits = true;
            if (fraction)
                part += (*c - '0') * (unit /= 10);
            else
                whole = whole * 10 + (*c - '0');
        } else if (*c == '.' && !fraction && digits && c[1]) {
            fraction = true;
        } else if (*c != ',' || fraction || !digits || !c[1] || !c[2] || !c[3] || c[1] == ',') {
            return false;
        }
    }
    *value = whole + part;
    return digits;
}

static bool is_hyphen(const char *form) {
    return strcmp(form, "-") == 0 || strcmp(form, "\xE2\x80\x91") == 0 ||
           strcmp(form, "\xE2\x80\x90") == 0;
}

/* "twenty-three" as one word. */
static double read_hyphenated(const char *form) {
    const char *dash = strchr(form, '-');
    if (!dash || dash - form > 10) return -1;
    char tens[12];
    memcpy(tens, form, (size_t)(dash - form));
    tens[dash - form] = '\0';
    double high = lookup(small_numbers, CHY_COUNT_OF(small_numbers), tens, -1);
    double low = lookup(small_numbers, CHY_COUNT_OF(small_numbers), dash + 1, -1);
    return high >= 20 && low >= 1 && low < 10 ? high + low : -1;
}

/* One term: digits, a small number word, "twenty - three". Returns the word after it, or `at`. */
static uint32_t read_term(const chy_word *words, uint32_t at, uint32_t end, double *value) {
    const char *form = words[at].form;
    if (read_digits(form, value)) return at + 1;
    *value = read_hyphenated(form);
    if (*value >= 0) return at + 1;
    *value = lookup(small_numbers, CHY_COUNT_OF(small_numbers), form, -1);
    if (*value < 0) return at;
    uint32_t next = at + 1;
    if (*value >= 20 && next < end) {
        uint32_t unit = is_hyphen(words[next].form) ? next + 1 : next;
        double low = unit < end
                         ? lookup(small_numbers, CHY_COUNT_OF(small_numbers), words[unit].form, -1)
                         : -1;
        if (low >= 1 && low < 10) {
            *value += low;
            return unit + 1;
        }
    }
    return next;
}

/* "a half", "half", "a quarter" after "and". */
static uint32_t read_fraction(const chy_word *words, uint32_t at, uint32_t end, double *value) {
    if (at < end && (chy_same(words[at].form, "a") || chy_same(words[at].form, "one"))) at++;
    if (at < end && chy_same(words[at].form, "half")) {
        *value += 0.5;
        return at + 1;
    }
    if (at < end && chy_same(words[at].form, "quarter")) {
        *value += 0.25;
        return at + 1;
    }
    return 0;
}

/* A sum of scaled terms: "one million two hundred thousand and five", "2.5 million". Returns the
 * word after it, or `first` where there is no figure. */
static uint32_t read_figure(const chy_word *words, uint32_t first, uint32_t end, double *value) {
    double total = 0, group = 0;
    uint32_t at = first;
    bool any = false;
    if (at + 1 < end && (chy_same(words[at].form, "a") || chy_same(words[at].form, "an")) &&
        lookup(scales, CHY_COUNT_OF(scales) - 4, words[at + 1].form, 0) > 0) {
        group = 1;
        at++;
        any = true;
    } else if (at + 2 < end && chy_same(words[at].form, "half") &&
               chy_same(words[at + 1].form, "a") &&
               lookup(scales, CHY_COUNT_OF(scales) - 4, words[at + 2].form, 0) > 0) {
        group = 0.5;
        at += 2;
        any = true;
    }
    while (at < end) {
        double scale = any ? lookup(scales, CHY_COUNT_OF(scales), words[at].form, 0) : 0;
        if (scale >= 1000) {
            total += group * scale;
            group = 0;
            at++;
            continue;
        }
        if (scale > 0) {
            group *= scale;
            at++;
            continue;
        }
        if (any && chy_same(words[at].form, "and") && at + 1 < end) {
            double more = 0;
            uint32_t after = read_fraction(words, at + 1, end, &more);
            if (after) {
                group += more;
                at = after;
                continue;
            }
        }
        bool joined = any && chy_same(words[at].form, "and") && group >= 100;
        uint32_t start = joined ? at + 1 : at;
        double term = 0;
        uint32_t after = start < end ? read_term(words, start, end, &term) : start;
        /* "2014 500 people" are two numbers: a term may follow only a larger round one. */
        bool fits = !any || (group >= 100 && term < 100) || (group == 0 && term < 1000);
        if (after == start || !fits) break;
        group += term;
        at = after;
        any = true;
    }
    if (!any) return first;
    *value = total + group;
    return at;
}

static bool read_vague(const chy_word *words, uint32_t first, uint32_t end, chy_number *number) {
    uint32_t at = first;
    bool article = chy_same(words[at].form, "a") || chy_same(words[at].form, "the");
    if (article && at + 1 < end) at++;
    for (size_t i = 0; i < CHY_COUNT_OF(vague_words); i++) {
        if (!chy_same(words[at].form, vague_words[i].word)) continue;
        number->value = vague_words[i].value;
        number->low = vague_words[i].low;
        number->high = vague_words[i].high;
        at++;
        if (at < end && chy_same(words[at].form, "of") && i != 1 && i != 2) at++;
        double scale = at < end ? lookup(scales, CHY_COUNT_OF(scales) - 4, words[at].form, 0) : 0;
        if (scale > 0) {
            number->value *= scale;
            number->low *= scale;
            number->high *= scale;
            at++;
        }
        number->end_word = at;
        return true;
    }
    double scale = lookup(vague_scales, CHY_COUNT_OF(vague_scales), words[at].form, 0);
    if (scale == 0 || (article && at > first)) return false;
    at++;
    while (at + 1 < end && chy_same(words[at].form, "of")) {
        double next = lookup(vague_scales, CHY_COUNT_OF(vague_scales), words[at + 1].form, 0);
        if (next == 0) break;
        scale *= next;
        at += 2;
    }
    number->value = number->low = scale * 2;
    number->high = scale * 10 - 1;
    number->end_word = at;
    return true;
}

static bool is_money_sign(const char *form) {
    static const char *const signs[] = {"$",
                                        "\xC2\xA3",
                                        "\xC2\xA5",
                                        "\xE2\x82\xA6",
                                        "\xE2\x82\xAA",
                                        "\xE2\x82\xAC",
                                        "\xE2\x82\xB9",
                                        "\xE2\x82\xBA"};
    return strcmp(form, "US$") == 0 || chy_is_one_of(form, signs, CHY_COUNT_OF(signs));
}

uint32_t chy_money_sign(const chy_word *words, uint32_t at, uint32_t end) {
    static const char *const letters[] = {"a", "au", "c", "ca", "hk", "nz", "r", "s", "us"};
    uint32_t sign = at;
    if (at + 1 < end && !words[at].space_after &&
        chy_is_one_of(words[at].form, letters, CHY_COUNT_OF(letters)))
        sign = at + 1;
    return sign < end && is_money_sign(words[sign].form) ? sign + 1 : at;
}

static bound_kind read_bound(const chy_word *words, uint32_t *at, uint32_t end) {
    for (size_t i = 0; i < CHY_COUNT_OF(bounds); i++) {
        uint32_t n = 0;
        while (n < 3 && bounds[i].words[n] && *at + n < end &&
               chy_same(words[*at + n].form, bounds[i].words[n]))
            n++;
        if (n == 3 || !bounds[i].words[n]) {
            *at += n;
            return bounds[i].bound;
        }
    }
    return BOUND_NONE;
}

static void apply_bound(chy_number *number, bound_kind bound) {
    double value = number->value;
    number->bounded = bound != BOUND_NONE;
    switch (bound) {
    case BOUND_NONE:
        break;
    case BOUND_ABOUT:
        number->low = floor(value * 0.9);
        number->high = ceil(value * 1.1);
        break;
    case BOUND_LEAST:
    case BOUND_MORE:
        number->low = value;
        number->high = (double)INFINITY;
        break;
    case BOUND_MOST:
    case BOUND_LESS:
        number->low = 0;
        number->high = value;
        break;
    }
}

/* "20 to 30", "between 20 and 30", "20 - 30", "20 or 30". */
static void read_range(const chy_word *words, uint32_t end, bool between, chy_number *number) {
    uint32_t at = number->end_word;
    if (at + 1 >= end) return;
    const char *form = words[at].form;
    bool dash = is_hyphen(form) || strcmp(form, "\xE2\x80\x93") == 0;
    bool joins =
        between ? chy_same(form, "and") : chy_same(form, "to") || chy_same(form, "or") || dash;
    double high;
    if (!joins) return;
    uint32_t start = chy_money_sign(words, at + 1, end);
    uint32_t after = read_figure(words, start, end, &high);
    if (after == start || high <= number->low) return;
    /* "10 to 12 million": the scale belongs to both. */
    if (high >= 1000 && number->high < 1000 && after > start + 1) {
        double bare;
        if (read_term(words, start, end, &bare) && bare > number->low && bare > 0)
            number->low *= high / bare;
    }
    number->high = high;
    number->value = (number->low + high) / 2;
    number->bounded = true;
    number->end_word = after;
}

bool chy_number_read(const chy_word *words, uint32_t first, uint32_t end, chy_number *number) {
    if (first >= end) return false;
    *number = (chy_number){.first_word = first};
    uint32_t at = first;
    bool between = chy_same(words[at].form, "between") || chy_same(words[at].form, "from");
    if (between) at++;
    bound_kind bound = at < end ? read_bound(words, &at, end) : BOUND_NONE;
    at = chy_money_sign(words, at, end);
    if (at >= end) return false;
    number->core_word = at;
    number->end_word = read_figure(words, at, end, &number->value);
    if (number->end_word == at) {
        if (between || !read_vague(words, at, end, number)) return false;
        number->vague = true;
        number->bounded = bound != BOUND_NONE;
        return true;
    }
    number->low = number->high = number->value;
    apply_bound(number, bound);
    if (bound == BOUND_NONE || bound == BOUND_ABOUT) {
        uint32_t before = number->end_word;
        read_range(words, end, between, number);
        if (between && number->end_word == before) return false;
    } else if (between) {
        return false;
    }
    return true;
}

uint32_t chy_ordinal_value(const char *form) {
    static const char *const ordinals[] = {"first",       "second",     "third",      "fourth",
                                           "fifth",       "sixth",      "seventh",    "eighth",
                                           "ninth",       "tenth",      "eleventh",   "twelfth",
                                           "thirteenth",  "fourteenth", "fifteenth",  "sixteenth",
                                           "seventeenth", "eighteenth", "nineteenth", "twentieth"};
    for (uint32_t i = 0; i < CHY_COUNT_OF(ordinals); i++)
        if (chy_same(form, ordinals[i])) return i + 1;
    if (chy_same(form, "thirtieth")) return 30;
    size_t digits = strspn(form, "0123456789");
    if (digits == 0 || digits > 4) return 0;
    const char *suffix = form + digits;
    if (!chy_same(suffix, "st") && !chy_same(suffix, "nd") && !chy_same(suffix, "rd") &&
        !chy_same(suffix, "th"))
        return 0;
    uint32_t value = 0;
    for (size_t i = 0; i < digits; i++)
        value = value * 10 + (uint32_t)(form[i] - '0');
    return value;
}
