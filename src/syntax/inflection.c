#include "syntax/inflection.h"

#include <string.h>

#define LONGEST 32u

typedef struct ending {
    const char *end;
    bool after_vowel; /* may a vowel stand before it? */
} ending;

/* Stems that are no word without an e: "impos", "violat", "argu". A stem of more than one syllable
 * would double its last letter ("submitt") if it ended there. */
static const ending wants_e[] = {
    {"v", true},   {"c", true},   {"az", true},   {"ez", true},  {"iz", true},  {"oz", true},
    {"uz", true},  {"yz", true},  {"dg", true},   {"rg", true},  {"lg", true},  {"bl", true},
    {"cl", true},  {"dl", true},  {"fl", true},   {"gl", true},  {"kl", true},  {"pl", true},
    {"tl", true},  {"zl", true},  {"ib", false},  {"ud", false}, {"um", false}, {"ak", false},
    {"ok", false}, {"ik", false}, {"uk", false},  {"ag", false}, {"ur", false}, {"ir", false},
    {"ar", false}, {"rs", true},  {"ns", true},   {"ps", true},  {"as", true},  {"es", true},
    {"is", true},  {"os", true},  {"us", true},   {"ot", false}, {"ut", false}, {"ad", false},
    {"id", false}, {"od", false}, {"ed", false},  {"ap", false}, {"am", false}, {"im", false},
    {"ul", false}, {"at", false}, {"plet", true}, {"yp", true},
};

/* Stems that take no e: "awarde", "festere", "recalle" are no words. */
static const char *const wants_none[] = {
    "ct",  "rd",  "nt",  "pt",  "ld",  "nd",  "lt",  "rt",  "mp",  "lk",   "nk",   "rk",    "sk",
    "ft",  "ck",  "sh",  "ss",  "ear", "ain", "eal", "oin", "er",  "ist",  "est",  "ust",   "ost",
    "en",  "rm",  "rn",  "lm",  "all", "ell", "ill", "oll", "aim", "air",  "aw",   "ew",    "ow",
    "mit", "sit", "dit", "fit", "oad", "ead", "eed", "oom", "eam", "ook",  "oot",  "oat",   "uit",
    "ail", "eil", "oil", "eel", "ool", "eem", "eek", "eep", "eet", "peat", "feat", "treat",
};

/* Stems with an e although they end so. */
static const char *const with_e[] = {
    "adher", "interfer", "persever", "coher", "conven", "interven", "extradit", "expedit",
};

/* Stems that are words as they stand, whatever their ending. */
static const char *const whole[] = {
    "boycott", "butt",   "purr",    "putt",   "focus",  "gas",     "bias",    "canvas",
    "bus",     "pilot",  "pivot",   "riot",   "ballot", "combat",  "format",  "murmur",
    "victim",  "kidnap", "program", "visit",  "profit", "canvass", "worship", "threat",
    "trigger", "chat",   "caucus",  "chorus", "debut",
};

static bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool is_listed(const char *const *list, size_t count, const char *stem) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i], stem) == 0) return true;
    }
    return false;
}

static bool ends_with(const char *stem, size_t size, const char *end) {
    size_t length = strlen(end);
    return size >= length && memcmp(stem + size - length, end, length) == 0;
}

/* "stag", "clos", "quot": consonants, one vowel, one consonant. */
static bool is_short(const char *stem, size_t size) {
    size_t i = 0;
    while (i < size && !is_vowel(stem[i]) && !(stem[i] == 'y' && i > 0)) {
        i++;
    }
    if (i > 0 && i + 1 < size && stem[i - 1] == 'q' && stem[i] == 'u') i++;
    return i + 2 == size && !is_vowel(stem[i + 1]) && strchr("wxy", stem[i + 1]) == NULL;
}

static bool takes_e(const char *stem, size_t size) {
    if (stem[size - 1] == 'u') return stem[size - 2] != 'o';
    for (size_t i = 0; i < sizeof wants_e / sizeof wants_e[0]; i++) {
        size_t length = strlen(wants_e[i].end);
        if (size > length && ends_with(stem, size, wants_e[i].end) &&
            (wants_e[i].after_vowel || !is_vowel(stem[size - length - 1]))) {
            return true;
        }
    }
    return is_short(stem, size);
}

static bool takes_none(const char *stem, size_t size) {
    if (is_listed(with_e, sizeof with_e / sizeof with_e[0], stem)) return false;
    for (size_t i = 0; i < sizeof wants_none / sizeof wants_none[0]; i++) {
        if (ends_with(stem, size, wants_none[i])) return true;
    }
    return false;
}

/* Writes the form without its ending, in lower case; its size, or 0 where it is not regular. */
static size_t stem_of(const char *form, bool gerund, char *stem) {
    size_t size = strlen(form);
    bool vowel = false;
    if (size < 5 || size >= LONGEST) return 0;
    for (size_t i = 0; i < size; i++) {
        char c = form[i] >= 'A' && form[i] <= 'Z' ? (char)(form[i] - 'A' + 'a') : form[i];
        if (c < 'a' || c > 'z') return 0;
        stem[i] = c;
    }
    stem[size] = '\0';
    if (!ends_with(stem, size, gerund ? "ing" : "ed")) return 0;
    size -= gerund ? 3 : 2;
    stem[size] = '\0';
    for (size_t i = 0; i < size; i++) {
        vowel = vowel || is_vowel(stem[i]) || stem[i] == 'y';
    }
    return vowel && size >= 3 ? size : 0;
}

static bool is_doubled(const char *stem, size_t size) {
    return size > 3 && stem[size - 1] == stem[size - 2] &&
           strchr("bdgmnprt", stem[size - 1]) != NULL;
}

const char *chy_inflection_mend(const char *form, const char *xpos, const char *learned,
                                chy_arena *arena) {
    char stem[LONGEST + 2];
    bool gerund = strcmp(xpos, "VBG") == 0;
    if (!gerund && strcmp(xpos, "VBD") != 0 && strcmp(xpos, "VBN") != 0) return learned;
    size_t size = stem_of(form, gerund, stem);
    if (size == 0) return learned;
    if (!gerund && stem[size - 1] == 'i') {
        stem[size - 1] = 'y';
        return chy_arena_string(arena, stem, size);
    }
    bool plain = strcmp(learned, stem) == 0;
    bool with =
        strlen(learned) == size + 1 && learned[size] == 'e' && memcmp(learned, stem, size) == 0;
    if (!plain && !with) return learned;
    if (is_listed(whole, sizeof whole / sizeof whole[0], stem)) {
        return chy_arena_string(arena, stem, size);
    }
    if (is_doubled(stem, size)) return chy_arena_string(arena, stem, size - 1);
    if (with) {
        return takes_none(stem, size) ? chy_arena_string(arena, stem, size) : learned;
    }
    if (!takes_e(stem, size)) return learned;
    stem[size] = 'e';
    return chy_arena_string(arena, stem, size + 1);
}
