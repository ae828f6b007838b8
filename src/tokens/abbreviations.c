/* Abbreviations that end in a period, by what may follow. Written for news; each list is sorted. */
#include "tokens/atoms.h"

#include <string.h>

static const char *const titles[] = {
    "adm",   "amb", "atty",   "brig", "bro", "capt", "cdr",  "cmdr", "col",  "comdr", "cpl",
    "det",   "dr",  "ens",    "fr",   "ft",  "gen",  "gens", "gov",  "govs", "hon",   "insp",
    "lt",    "maj", "messrs", "mr",   "mrs", "ms",   "msgr", "mt",   "mts",  "pres",  "prof",
    "profs", "pvt", "rep",    "reps", "rev", "sen",  "sens", "sgt",  "sr",   "st",    "supt",
};

static const char *const months[] = {
    "apr", "aug", "dec", "feb",  "fri", "jan",  "jul",   "jun", "mon",  "nov",
    "oct", "sat", "sep", "sept", "sun", "thur", "thurs", "tue", "tues", "wed",
};

static const char *const numbered[] = {
    "art", "arts", "ch", "chap", "fig", "figs", "nos", "nr", "op", "pp", "rs", "sec", "vol", "vols",
};

static const char *const companies[] = {
    "assn", "bros", "co", "corp", "cos", "esq", "inc", "jr", "llc", "ltd", "plc",
};

/* Small ones that are no English word besides. */
static const char *const sure[] = {
    "approx", "cf", "dept", "etc", "excl", "govt", "incl", "intl", "viz", "vs",
};

static const char *const others[] = {
    "al",   "ala",  "ariz", "ark",  "ave",  "blvd", "calif", "colo", "conn", "ct",   "del",  "dist",
    "div",  "ed",   "eds",  "est",  "ext",  "fla",  "ga",    "ill",  "ind",  "kan",  "kans", "ky",
    "md",   "mich", "minn", "miss", "mont", "neb",  "nev",   "okla", "ore",  "penn", "rd",   "ret",
    "retd", "tel",  "tenn", "tex",  "univ", "va",   "vt",    "wash", "wis",  "wyo",
};

/* The longest word of the lists. */
#define LONGEST ((size_t)6)

static bool listed(const char *word, size_t size, const char *const *list, size_t count) {
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strncmp(list[middle], word, size);
        if (order == 0 && list[middle][size] == '\0') {
            return true;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return false;
}

#define LISTED(word, size, list) listed(word, size, list, sizeof(list) / sizeof *(list))

chy_abbreviation chy_abbreviation_of(const char *word, size_t size) {
    if (size == 0 || size > LONGEST) {
        return CHY_ABBREVIATION_NONE;
    }
    if (LISTED(word, size, titles)) {
        return CHY_ABBREVIATION_TITLE;
    }
    if (LISTED(word, size, months)) {
        return CHY_ABBREVIATION_MONTH;
    }
    if (LISTED(word, size, numbered)) {
        return CHY_ABBREVIATION_NUMBER;
    }
    if (LISTED(word, size, companies)) {
        return CHY_ABBREVIATION_COMPANY;
    }
    if (LISTED(word, size, sure)) {
        return CHY_ABBREVIATION_SURE;
    }
    return LISTED(word, size, others) ? CHY_ABBREVIATION_OTHER : CHY_ABBREVIATION_NONE;
}
