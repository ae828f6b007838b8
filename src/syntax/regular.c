#include "syntax/regular.h"

#include "base/base.h"

#include <string.h>

/* Stems that end in a mute "e" although their last letters do not show it. */
static const char *const with_e[] = {
    "ach",      "adher",    "appetit",  "aton",      "aw",      "awak",     "bath",     "becom",
    "besieg",   "blasphem", "breath",   "cach",      "chast",   "cloth",    "coher",    "com",
    "compet",   "complet",  "condon",   "contraven", "conven",  "creat",    "cring",    "delet",
    "delineat", "deplet",   "dethron",  "dy",        "dynamit", "elop",     "excit",    "exhal",
    "expedit",  "extradit", "ey",       "finit",     "fring",   "hast",     "hing",     "ignit",
    "impal",    "imping",   "incit",    "infring",   "inhal",   "interfer", "interven", "invit",
    "loath",    "nauseat",  "overcom",  "ow",        "past",    "permeat",  "persever", "postpon",
    "procreat", "recit",    "reconven", "recreat",   "reunit",  "rever",    "rewrit",   "scath",
    "seeth",    "sooth",    "swath",    "syring",    "tast",    "telephon", "twing",    "underwrit",
    "unit",     "wast",     "welcom",   "wreath",    "writh"};

/* Stems that end as they stand, although their last letters look as if they had lost an "e". */
static const char *const without_e[] = {
    "abandon", "altar",    "anchor", "armor",   "author",  "ballot",  "bang",    "bedevil",
    "bias",    "boycott",  "bus",    "canvas",  "catalog", "censor",  "chorus",  "clamor",
    "clang",   "collar",   "color",  "combat",  "council", "debut",   "defang",  "dialog",
    "doctor",  "endeavor", "error",  "factor",  "favor",   "flavor",  "focus",   "format",
    "gang",    "gas",      "hang",   "harbor",  "honor",   "humor",   "imperil", "labor",
    "margin",  "mentor",   "mirror", "monitor", "mortar",  "motor",   "murmur",  "neighbor",
    "orphan",  "outrun",   "parlor", "pencil",  "peril",   "pillar",  "pilot",   "pivot",
    "refocus", "reformat", "rumor",  "savor",   "sponsor", "stencil", "sugar",   "syndic",
    "tailor",  "tremor",   "tutor",  "vapor",   "vector",  "victim"};

/* Stems whose doubled last consonant is their own. */
static const char *const doubled[] = {
    "add",      "appall",    "boycott",   "distill",   "ebb",      "egg",     "enroll",
    "enthrall", "err",       "forestall", "fulfill",   "install",  "instill", "odd",
    "purr",     "recall",    "reinstall", "stonewall", "overkill", "refill",  "befall",
    "misspell", "waterfall", "whirr",     "backfill",  "shrill"};

/* Endings of stems, and whether an "e" is lost behind them. The longest that fits decides. */
static const struct {
    const char *ending;
    bool e;
} endings[] = {
    {"b", true},    {"mb", false},  {"rb", false}, {"lb", false}, {"c", true},   {"d", true},
    {"nd", false},  {"rd", false},  {"ld", false}, {"wd", false}, {"g", true},   {"ing", false},
    {"ong", false}, {"k", true},    {"ck", false}, {"lk", false}, {"nk", false}, {"rk", false},
    {"sk", false},  {"wk", false},  {"l", true},   {"rl", false}, {"wl", false}, {"al", false},
    {"el", false},  {"m", true},    {"lm", false}, {"rm", false}, {"sm", false}, {"em", false},
    {"om", false},  {"thm", false}, {"n", true},   {"wn", false}, {"rn", false}, {"gn", false},
    {"mn", false},  {"an", false},  {"en", false}, {"on", false}, {"p", true},   {"lp", false},
    {"mp", false},  {"rp", false},  {"sp", false}, {"ep", false}, {"ip", false}, {"op", false},
    {"up", false},  {"wp", false},  {"r", true},   {"er", false}, {"s", true},   {"t", true},
    {"bt", false},  {"ct", false},  {"ft", false}, {"ht", false}, {"lt", false}, {"nt", false},
    {"pt", false},  {"rt", false},  {"st", false}, {"xt", false}, {"et", false}, {"it", false},
    {"u", true},    {"v", true},    {"z", true},   {"tz", false}, {"ltz", false}};

/* Two vowels before a last consonant are long by themselves ("claim", "load"), but for these. */
static const char *const split_vowels[] = {"iat", "uat", "uad",  "uid", "uir", "uit", "uot",
                                           "uak", "uar", "ueat", "iag", "eol", "eag", "ieg"};

static bool ends_with(const char *stem, size_t size, const char *ending) {
    size_t length = strlen(ending);
    return length <= size && memcmp(stem + size - length, ending, length) == 0;
}

static bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* Runs of vowels; "y" counts where it stands for one. */
static unsigned syllables(const char *stem, size_t size) {
    unsigned count = 0;
    for (size_t i = 0; i < size; i++) {
        bool vowel = is_vowel(stem[i]) || (stem[i] == 'y' && i > 0);
        bool before = i > 0 && (is_vowel(stem[i - 1]) || (stem[i - 1] == 'y' && i > 1));
        bool mute = stem[i] == 'u' && i > 0 && stem[i - 1] == 'q';
        before = before && !(i > 1 && stem[i - 1] == 'u' && stem[i - 2] == 'q');
        count += vowel && !before && !mute;
    }
    return count;
}

/* "hoped": one vowel before one consonant in a short word would be doubled without the "e". */
static bool short_stem(const char *stem, size_t size) {
    static const char doubling[] = "bdgklmnprt";
    bool single = size >= 2 && strchr(doubling, stem[size - 1]) != NULL &&
                  (is_vowel(stem[size - 2]) || stem[size - 2] == 'y') &&
                  (size < 3 || !is_vowel(stem[size - 3]) ||
                   (size > 3 && stem[size - 3] == 'u' && stem[size - 4] == 'q'));
    return single && syllables(stem, size) == 1;
}

static bool long_vowels(const char *stem, size_t size) {
    static const char consonants[] = "bdfklmnprt";
    if (size < 3 || strchr(consonants, stem[size - 1]) == NULL || !is_vowel(stem[size - 2]) ||
        !is_vowel(stem[size - 3]) || (size > 3 && stem[size - 3] == 'u' && stem[size - 4] == 'q')) {
        return false;
    }
    for (size_t i = 0; i < CHY_COUNT_OF(split_vowels); i++) {
        if (ends_with(stem, size, split_vowels[i])) {
            /* "recruit", "suit" are whole; "uit" is here for "quit". */
            return strcmp(split_vowels[i], "uit") == 0;
        }
    }
    return true;
}

/* Whether the stem of "-ed" or "-ing" has lost an "e". */
static bool lost_e(const char *stem, size_t size) {
    if (chy_is_listed(stem, with_e, CHY_COUNT_OF(with_e))) {
        return true;
    }
    bool twice = size > 1 && stem[size - 1] == stem[size - 2]; /* "passed", "called" */
    if (twice || chy_is_listed(stem, without_e, CHY_COUNT_OF(without_e)) ||
        long_vowels(stem, size)) {
        return false;
    }
    if (short_stem(stem, size)) {
        return true;
    }
    size_t best = 0;
    bool e = false;
    for (size_t i = 0; i < CHY_COUNT_OF(endings); i++) {
        size_t length = strlen(endings[i].ending);
        if (length > best && ends_with(stem, size, endings[i].ending)) {
            best = length;
            e = endings[i].e;
        }
    }
    return e;
}

/* "planned", "cancelled"; not "called", "passed", "added". */
static bool was_doubled(const char *stem, size_t size) {
    if (size < 3 || stem[size - 1] != stem[size - 2] || is_vowel(stem[size - 1]) ||
        strchr("sfz", stem[size - 1]) != NULL ||
        chy_is_listed(stem, doubled, CHY_COUNT_OF(doubled))) {
        return false;
    }
    return stem[size - 1] != 'l' || syllables(stem, size) > 1;
}

/* Makes the lemma of a stem in place. */
static void restore(char *stem, size_t size) {
    static const char *const with_k[] = {"panick",  "mimick",  "traffick",
                                         "picnick", "frolick", "politick"};
    if (was_doubled(stem, size) || chy_is_listed(stem, with_k, CHY_COUNT_OF(with_k))) {
        stem[size - 1] = '\0';
    } else if (lost_e(stem, size)) {
        stem[size] = 'e';
        stem[size + 1] = '\0';
    }
}

static bool of_past(char *form, size_t size) {
    if (!ends_with(form, size, "ed")) {
        return size > 2; /* "they mend it": a base form that was taken for a past */
    }
    if (size < 4) {
        return false;
    }
    if (ends_with(form, size, "ied")) {
        bool brief = size == 4; /* "died" */
        form[size - (brief ? 1 : 3)] = brief ? '\0' : 'y';
        form[size - (brief ? 1 : 2)] = '\0';
        return true;
    }
    bool ee = ends_with(form, size, "eed"); /* "agreed" */
    if (!ee && syllables(form, size - 2) == 0) {
        return false; /* "fled" */
    }
    form[size - (ee ? 1 : 2)] = '\0';
    if (!ee) {
        restore(form, size - 2);
    }
    return true;
}

static bool of_gerund(char *form, size_t size) {
    if (size < 5 || !ends_with(form, size, "ing")) {
        return false;
    }
    size -= 3;
    form[size] = '\0';
    if (size == 2 && form[1] == 'y') {
        form[1] = 'i'; /* "dying" */
        form[2] = 'e';
        form[3] = '\0';
        return true;
    }
    if (syllables(form, size) == 0 && !ends_with(form, size, "y")) {
        return false; /* "bring" */
    }
    if (!ends_with(form, size, "be") && !ends_with(form, size, "ee")) {
        restore(form, size);
    }
    return true;
}

static bool of_third_person(char *form, size_t size) {
    if (size < 4 || form[size - 1] != 's' || form[size - 2] == 's') { /* "has" */
        return false;
    }
    if (ends_with(form, size, "ies") && size > 4) {
        form[size - 3] = 'y';
        form[size - 2] = '\0';
        return true;
    }
    static const char *const with_es[] = {"sses", "shes", "ches", "xes", "zzes", "oes"};
    bool es = false;
    for (size_t i = 0; i < CHY_COUNT_OF(with_es); i++) {
        es = es || ends_with(form, size, with_es[i]);
    }
    if (ends_with(form, size, "ses")) {
        char stem[CHY_REGULAR_LONGEST];
        memcpy(stem, form, size - 2);
        stem[size - 2] = '\0';
        es = es || chy_is_listed(stem, without_e, CHY_COUNT_OF(without_e)); /* "focuses" */
    }
    form[size - (es ? 2 : 1)] = '\0';
    return true;
}

/* Plurals whose "-ie-" is their own, and words in "-ies" that are no plurals of their stem. */
static const char *const with_ie[] = {
    "aunties",     "birdies", "bookies",  "boogies",    "brownies", "budgies",  "calories",
    "collies",     "cookies", "cowries",  "eighties",   "eyries",   "fifties",  "foodies",
    "forties",     "genies",  "goalies",  "groupies",   "hippies",  "hoodies",  "junkies",
    "kiddies",     "lassies", "magpies",  "menageries", "movies",   "neckties", "newbies",
    "nineties",    "panties", "pinkies",  "pixies",     "prairies", "quickies", "rookies",
    "rotisseries", "selfies", "series",   "seventies",  "sixties",  "sorties",  "species",
    "subspecies",  "talkies", "thirties", "townies",    "twenties", "walkies",  "yuppies",
    "zombies"};

/* "clashes", "boxes", "ferries": where plurals hide their stem. Others are left to what was
 * learned. */
static bool of_plural(char *form, size_t size) {
    static const char *const with_es[] = {"sses", "shes", "ches", "xes", "zzes"};
    static const char *const apart[] = {"aches",  "axes",    "caches",     "glasses",   "headaches",
                                        "niches", "psyches", "sunglasses", "toothaches"};
    if (chy_is_listed(form, apart, CHY_COUNT_OF(apart))) {
        return false;
    }
    if (size > 4 && ends_with(form, size, "ies") && !is_vowel(form[size - 4]) &&
        !chy_is_listed(form, with_ie, CHY_COUNT_OF(with_ie))) {
        form[size - 3] = 'y';
        form[size - 2] = '\0';
        return true;
    }
    for (size_t i = 0; i < CHY_COUNT_OF(with_es); i++) {
        if (size > strlen(with_es[i]) && ends_with(form, size, with_es[i])) {
            form[size - 2] = '\0';
            return true;
        }
    }
    return false;
}

bool chy_regular_lemma(const char *form, const char *xpos, char lemma[CHY_REGULAR_LONGEST]) {
    size_t size = 0;
    for (; form[size] != '\0'; size++) {
        /* Room for an "e". */
        if (size + 2 >= CHY_REGULAR_LONGEST) {
            return false;
        }
        lemma[size] = chy_ascii_lower(form[size]);
        if (lemma[size] < 'a' || lemma[size] > 'z') {
            return false;
        }
    }
    lemma[size] = '\0';
    if (strcmp(xpos, "VBD") == 0 || strcmp(xpos, "VBN") == 0) {
        return of_past(lemma, size);
    }
    if (strcmp(xpos, "VBG") == 0) {
        return of_gerund(lemma, size);
    }
    if (strcmp(xpos, "VB") == 0 || strcmp(xpos, "VBP") == 0) {
        return size > 2 && strcmp(lemma, "are") != 0; /* "ration" is its own lemma */
    }
    if (strcmp(xpos, "NNS") == 0) {
        return of_plural(lemma, size);
    }
    return strcmp(xpos, "VBZ") == 0 && of_third_person(lemma, size);
}
