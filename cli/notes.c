/* What the user should know of reports that were coded: no words, an id that stood before, words of
 * another language. */
#include "run.h"

#include <stdlib.h>
#include <string.h>

/* Ids that are remembered; of reports beyond them none is looked up. */
#define MOST_IDS (1u << 22)
/* Words that begin with a small letter: as many are looked at, and as many are needed to judge. */
#define MOST_WORDS  400
#define LEAST_WORDS 40
/* Of those words this share at least are function_words in English. The least met was 0.26, in 885
 * texts of 40 words or more (Wikinews, UD EWT train); Dutch and Danish have up to 0.17. */
#define LEAST_SHARE   0.2
#define LONGEST_WORD  8
#define FIRST_ID_ROOM 1024

static const char *const function_words[] = {
    "a",     "after", "all",    "also",  "an",    "and",  "are",  "as",    "at",   "be",   "been",
    "but",   "by",    "can",    "could", "did",   "do",   "for",  "from",  "had",  "has",  "have",
    "he",    "her",   "his",    "i",     "if",    "in",   "into", "is",    "it",   "its",  "more",
    "new",   "no",    "not",    "of",    "on",    "one",  "or",   "other", "out",  "over", "said",
    "says",  "she",   "should", "so",    "than",  "that", "the",  "their", "them", "then", "there",
    "they",  "this",  "to",     "two",   "up",    "was",  "we",   "were",  "what", "when", "where",
    "which", "who",   "will",   "with",  "would", "you",  "your"};

/* ---- Language --------------------------------------------------------------------------- */

static int compare_words(const void *a, const void *b) {
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static bool is_function_word(const char *word, size_t size) {
    char copy[LONGEST_WORD];
    const char *key = copy;
    if (size >= sizeof copy) {
        return false;
    }
    memcpy(copy, word, size);
    copy[size] = '\0';
    return bsearch(&key, function_words, sizeof function_words / sizeof function_words[0],
                   sizeof function_words[0], compare_words) != NULL;
}

/* The bytes of a letter at `at`; 0 for what is none. Signs beyond ASCII (U+0080 to U+00BF, U+2000
 * to U+303F) are none. */
static size_t letter(const char *at, size_t left) {
    unsigned char c = (unsigned char)*at;
    unsigned char next = left > 1 ? (unsigned char)at[1] : 0;
    if (c < 0x80) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    bool sign = c == 0xC2 || c == 0xE2 || (c == 0xE3 && next == 0x80);
    size_t size = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    return sign || size > left ? 0 : size;
}

/* Whether a text of some length looks like another language than English. Names and headlines have
 * few small words, and are too little to tell. */
static bool is_foreign(const char *text, size_t size) {
    unsigned words = 0, known = 0;
    for (size_t i = 0; i < size && words < MOST_WORDS;) {
        size_t start = i;
        for (size_t step; i < size && (step = letter(text + i, size - i)) > 0;) {
            i += step;
        }
        if (i == start) {
            i++;
            continue;
        }
        if (text[start] < 'A' || text[start] > 'Z') {
            words++;
            known += is_function_word(text + start, i - start);
        }
    }
    return words >= LEAST_WORDS && known < LEAST_SHARE * words;
}

/* ---- Ids -------------------------------------------------------------------------------- */

static uint64_t hash_of(const char *id) {
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (; *id != '\0'; id++) {
        hash = (hash ^ (unsigned char)*id) * 1099511628211u;
    }
    return hash != 0 ? hash : 1;
}

static void put(uint64_t *table, size_t room, uint64_t hash) {
    size_t at = (size_t)hash & (room - 1);
    while (table[at] != 0) {
        at = (at + 1) & (room - 1);
    }
    table[at] = hash;
}

/* Doubles the table, which stays half empty. False: no memory, or as many as are kept. */
static bool grow(chy_run_notes *notes) {
    size_t room = notes->id_room == 0 ? FIRST_ID_ROOM : notes->id_room * 2;
    uint64_t *table = room / 2 <= MOST_IDS ? calloc(room, sizeof *table) : NULL;
    if (table == NULL) {
        return false;
    }
    for (size_t i = 0; i < notes->id_room; i++) {
        if (notes->ids[i] != 0) {
            put(table, room, notes->ids[i]);
        }
    }
    free(notes->ids);
    notes->ids = table;
    notes->id_room = room;
    return true;
}

/* Whether a report of this id came before; else it is remembered. */
static bool came_before(chy_run_notes *notes, const char *id) {
    uint64_t hash = hash_of(id);
    if (notes->id_room > 0) {
        size_t at = (size_t)hash & (notes->id_room - 1);
        for (; notes->ids[at] != 0; at = (at + 1) & (notes->id_room - 1)) {
            if (notes->ids[at] == hash) {
                return true;
            }
        }
    }
    if ((notes->id_count + 1) * 2 <= notes->id_room || grow(notes)) {
        put(notes->ids, notes->id_room, hash);
        notes->id_count++;
    }
    return false;
}

/* ---- Notes ------------------------------------------------------------------------------ */

/* Whether a report has neither a title nor anything but white space in its text. */
static bool is_blank(const chy_report *report) {
    for (size_t i = 0; i < report->text_size; i++) {
        if (report->text[i] == '\0' || strchr(" \t\r\n\f\v", report->text[i]) == NULL) {
            return false;
        }
    }
    return report->title == NULL;
}

void chy_run_note(run *r, const chy_io_item *item) {
    chy_run_notes *notes = &r->notes;
    const chy_report *report = &item->report;
    /* A report without words has a record without events; that may not be what was meant. */
    if (is_blank(report) && notes->blank++ < CHY_RUN_SAID) {
        chy_run_say(r, item, "this report has no text.");
    }
    if (report->id != NULL && came_before(notes, report->id) && notes->doubled++ == 0) {
        chy_run_say(r, item, "a report of this id came before; tables tell reports apart by it.");
    }
    if (report->language == NULL && is_foreign(report->text, report->text_size) &&
        notes->foreign++ == 0) {
        chy_run_say(r, item, "this does not look like English, the one language that is read.");
    }
}

void chy_run_end_notes(run *r) {
    chy_run_notes *notes = &r->notes;
    if (notes->blank > CHY_RUN_SAID) {
        chy_cli_say("%zu more reports have no text.", notes->blank - CHY_RUN_SAID);
    }
    if (notes->doubled > 1) {
        chy_cli_say("%zu reports in all have an id that came before.", notes->doubled);
    }
    if (notes->foreign > 1) {
        chy_cli_say("%zu reports in all do not look like English.", notes->foreign);
    }
    free(notes->ids);
    *notes = (chy_run_notes){0};
}
