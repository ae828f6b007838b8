/* Datelines: "ACCRA, May 16 (Agency) --", "Accra, Ghana —", "Accra, 3 June 2024:", "ACCRA, May 16.
 * /AGENCY/." */
#include "text/text.h"

#include "text/unicode.h"

#include <stdio.h>
#include <string.h>

#define DATELINE_MAX    ((size_t)160) /* bytes looked at */
#define AGENCY_MAX      ((size_t)60)  /* bytes between its brackets */
#define PLACE_PARTS_MAX 3u
#define PLACE_WORDS_MAX 4u /* in a part */

typedef struct reader {
    const char *data;
    size_t size;
    size_t at;
} reader;

typedef struct word {
    size_t first, end;
    uint32_t letters, capitals;
    bool upper; /* starts with a capital */
} word;

typedef struct found {
    chy_dateline_parts parts;
    uint32_t place_parts;
    uint32_t place_words; /* of the first part */
    bool capitals;        /* the first part is written in capitals */
    bool slashed;         /* the agency stands between slashes */
    bool has_date, has_agency;
} found;

typedef enum separator {
    SEPARATOR_NONE,
    SEPARATOR_DASH,
    SEPARATOR_HYPHEN,
    SEPARATOR_COLON
} separator;

/* Words that open a paragraph as a place would, and are none. Lower case. */
static const char *const NOT_PLACES[] = {
    "about",      "abstract",     "ah",          "also",         "analysis",
    "and",        "announcement", "answer",      "bcc",          "best",
    "body",       "breaking",     "but",         "by",           "caption",
    "caution",    "cc",           "comment",     "conclusion",   "contact",
    "correction", "date",         "dear",        "details",      "disclaimer",
    "editorial",  "email",        "example",     "exclusive",    "faq",
    "fax",        "finally",      "first",       "from",         "fw",
    "fwd",        "fyi",          "great",       "hello",        "here",
    "however",    "important",    "info",        "introduction", "location",
    "message",    "more",         "news",        "next",         "no",
    "note",       "notes",        "notice",      "now",          "oh",
    "okay",       "opinion",      "overall",     "part",         "phone",
    "photo",      "photos",       "please note", "please",       "press release",
    "price",      "question",     "quote",       "re",           "read",
    "related",    "reminder",     "result",      "results",      "review",
    "second",     "sent",         "since",       "so",           "sorry",
    "source",     "sources",      "still",       "subject",      "summary",
    "tel",        "thank you",    "thanks",      "then",         "there",
    "third",      "time",         "tip",         "title",        "to",
    "today",      "tomorrow",     "update",      "updated",      "url",
    "video",      "warning",      "watch",       "website",      "welcome",
    "well",       "why",          "wow",         "yes",          "yesterday",
};

static const char *const MONTHS[12] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};

static const char *const WEEKDAYS[7] = {"monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday"};

/* Small words inside place names. */
static const char *const PARTICLES[] = {"al",  "da", "de", "del", "des", "di", "do",
                                        "du",  "el", "es", "la",  "las", "le", "les",
                                        "los", "of", "on", "the", "upon"};

static uint32_t peek(const reader *r, size_t at, uint32_t *size) {
    *size = 0;
    return at < r->size ? chy_utf8_next(r->data + at, size) : 0;
}

static bool at_letter(const reader *r, size_t at) {
    uint32_t size;
    uint32_t c = peek(r, at, &size);
    chy_class class = size == 0 ? CHY_CLASS_SPACE : chy_class_of(c);
    return class == CHY_CLASS_LOWER || class == CHY_CLASS_UPPER || class == CHY_CLASS_LETTER;
}

static bool skip_space(reader *r) {
    size_t start = r->at;
    uint32_t size;
    uint32_t c = peek(r, r->at, &size);
    while (size > 0 && chy_class_of(c) == CHY_CLASS_SPACE) {
        r->at += size;
        c = peek(r, r->at, &size);
    }
    return r->at > start;
}

static bool skip_char(reader *r, char c) {
    if (r->at < r->size && r->data[r->at] == c) {
        r->at++;
        return true;
    }
    return false;
}

/* Lower-cases ASCII into `out`; empty when it does not fit. */
static void lower_ascii(const reader *r, size_t first, size_t end, char *out, size_t room) {
    size_t size = end - first < room ? end - first : 0;
    for (size_t i = 0; i < size; i++) {
        char c = r->data[first + i];
        out[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    out[size] = '\0';
}

static bool listed(const char *text, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i], text) == 0) {
            return true;
        }
    }
    return false;
}

/* Letters with single hyphens, apostrophes and periods between them ("Port-au-Prince", "U.N"). */
static bool read_word(reader *r, word *w) {
    memset(w, 0, sizeof *w);
    w->first = r->at;
    while (at_letter(r, r->at)) {
        uint32_t size;
        chy_class class = chy_class_of(peek(r, r->at, &size));
        w->upper = w->upper || (w->letters == 0 && class == CHY_CLASS_UPPER);
        w->letters++;
        w->capitals += class == CHY_CLASS_UPPER;
        r->at += size;
        uint32_t c = peek(r, r->at, &size);
        bool joins = c == '-' || c == '\'' || c == '.' || c == 0x2019;
        if (joins && at_letter(r, r->at + size)) {
            r->at += size;
        }
    }
    w->end = r->at;
    return w->letters > 0;
}

/* The period of "Conn.", "D.C." or "St." that belongs to a place: what follows shows it. */
static void take_period(reader *r, word *w) {
    if (r->at + 1 >= r->size || r->data[r->at] != '.' || w->letters > 6) {
        return;
    }
    char lower[8];
    lower_ascii(r, w->first, w->end, lower, sizeof lower);
    reader next = {r->data, r->size, r->at + 1};
    bool saint = strcmp(lower, "st") == 0 || strcmp(lower, "mt") == 0 || strcmp(lower, "ft") == 0;
    bool spaced = skip_space(&next);
    uint32_t size;
    uint32_t c = peek(&next, next.at, &size);
    bool ends_place = c == ',' || c == '(' || c == 0x2014 || c == 0x2013 || (spaced && c == '-');
    if (ends_place || (saint && spaced && at_letter(&next, next.at))) {
        r->at++;
        w->end = r->at;
    }
}

static bool read_number(reader *r, uint32_t digits_max, uint32_t *value) {
    size_t at = r->at;
    uint32_t number = 0;
    while (at < r->size && r->data[at] >= '0' && r->data[at] <= '9' && at - r->at < digits_max) {
        number = number * 10 + (uint32_t)(r->data[at] - '0');
        at++;
    }
    bool more = at < r->size && r->data[at] >= '0' && r->data[at] <= '9';
    if (at == r->at || more) {
        return false;
    }
    r->at = at;
    *value = number;
    return true;
}

/* 1 to 12 for "May", "Sept.", "JANUARY"; 0 otherwise. The period is taken. */
static uint32_t read_month(reader *r) {
    reader start = *r;
    word w;
    if (!read_word(r, &w) || !w.upper || w.letters < 3) {
        *r = start;
        return 0;
    }
    char lower[16];
    lower_ascii(r, w.first, w.end, lower, sizeof lower);
    size_t size = strlen(lower);
    for (uint32_t i = 0; i < 12; i++) {
        bool whole = strcmp(lower, MONTHS[i]) == 0;
        bool cut = (size == 3 || (size == 4 && (i == 8 || i == 5 || i == 6))) &&
                   strncmp(lower, MONTHS[i], size) == 0;
        if (whole || cut) {
            (void)(!whole && skip_char(r, '.'));
            return i + 1;
        }
    }
    *r = start;
    return 0;
}

static bool read_weekday(reader *r) {
    reader start = *r;
    word w;
    if (read_word(r, &w) && w.upper) {
        char lower[16];
        lower_ascii(r, w.first, w.end, lower, sizeof lower);
        if (listed(lower, WEEKDAYS, 7)) {
            return true;
        }
    }
    *r = start;
    return false;
}

static bool read_day(reader *r, uint32_t *day) {
    reader start = *r;
    if (read_number(r, 2, day) && *day >= 1 && *day <= 31) {
        static const char *const endings[] = {"st", "nd", "rd", "th"};
        for (size_t i = 0; i < 4; i++) {
            if (r->at + 2 <= r->size && memcmp(r->data + r->at, endings[i], 2) == 0) {
                r->at += 2;
                break;
            }
        }
        if (!at_letter(r, r->at)) {
            return true;
        }
    }
    *r = start;
    return false;
}

/* ", 2024" or " 2024"; 0 when no year follows. */
static uint32_t read_year(reader *r) {
    reader start = *r;
    (void)skip_char(r, ',');
    uint32_t year;
    if (skip_space(r) && read_number(r, 4, &year) && year >= 1700 && year <= 2199) {
        return year;
    }
    *r = start;
    return 0;
}

static bool read_iso_date(reader *r, char *date) {
    reader start = *r;
    uint32_t year;
    uint32_t month;
    uint32_t day;
    if (read_number(r, 4, &year) && year >= 1700 && year <= 2199 && skip_char(r, '-') &&
        read_number(r, 2, &month) && month >= 1 && month <= 12 && skip_char(r, '-') &&
        read_number(r, 2, &day) && day >= 1 && day <= 31) {
        (void)snprintf(date, 16, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
        return true;
    }
    *r = start;
    return false;
}

/* "May 16", "16 May 2024", "Wednesday, May 16, 2024", "2024-05-16", "Wednesday". A weekday alone is
 * a date without a value. */
static bool read_date(reader *r, char *date) {
    reader start = *r;
    bool weekday = read_weekday(r);
    reader after_weekday = *r;
    if (weekday) {
        (void)skip_char(r, ',');
        (void)skip_space(r);
    }
    if (read_iso_date(r, date)) {
        return true;
    }
    uint32_t day = 0;
    uint32_t month = read_month(r);
    bool complete = false;
    if (month > 0) {
        complete = skip_space(r) && read_day(r, &day);
    } else if (read_day(r, &day)) {
        complete = skip_space(r) && (month = read_month(r)) > 0;
    }
    if (!complete) {
        *r = weekday ? after_weekday : start;
        return weekday;
    }
    uint32_t year = read_year(r);
    if (year > 0) {
        (void)snprintf(date, 16, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
    } else {
        (void)snprintf(date, 16, "XXXX-%02u-%02u", month % 100, day % 100);
    }
    return true;
}

/* "Rio de Janeiro", "ST. JOHN'S": capitalised words, small words between them. */
static bool read_place_part(reader *r, found *f) {
    size_t first = r->at;
    size_t end = 0;
    uint32_t words = 0;
    uint32_t letters = 0;
    bool capitals = true;
    while (words < PLACE_WORDS_MAX) {
        reader start = *r;
        word w;
        char date[16];
        if (read_date(r, date) || !read_word(r, &w)) {
            *r = start;
            break;
        }
        char lower[16];
        lower_ascii(r, w.first, w.end, lower, sizeof lower);
        bool particle = words > 0 && listed(lower, PARTICLES, sizeof PARTICLES / sizeof *PARTICLES);
        if (!w.upper && !particle) {
            *r = start;
            break;
        }
        take_period(r, &w);
        letters += w.letters;
        capitals = capitals && w.capitals == w.letters;
        words++;
        end = w.upper ? w.end : end;
        if (!skip_space(r)) {
            break;
        }
    }
    if (end == 0 || letters < 2) {
        r->at = first;
        return false;
    }
    r->at = end;
    if (f->place_parts == 0) {
        f->parts.place_first = first;
        f->place_words = words;
        f->capitals = capitals && letters >= 3;
    }
    f->parts.place_end = end;
    f->place_parts++;
    return true;
}

/* "(Reuters)", "/TASS/". */
static bool read_agency(reader *r, found *f) {
    char open = r->at < r->size ? r->data[r->at] : '\0';
    if (f->has_agency || (open != '(' && open != '/')) {
        return false;
    }
    size_t first = r->at + 1;
    const char *close = NULL;
    if (first < r->size && at_letter(r, first)) {
        size_t room = r->size - first < AGENCY_MAX ? r->size - first : AGENCY_MAX;
        close = memchr(r->data + first, open == '(' ? ')' : '/', room);
    }
    if (close == NULL || (size_t)(close - r->data) - first < 2) {
        return false;
    }
    f->parts.agency_first = first;
    f->parts.agency_end = (size_t)(close - r->data);
    f->has_agency = true;
    f->slashed = open == '/';
    r->at = f->parts.agency_end + 1;
    return true;
}

/* What stands between the dateline and its sentence; `*r` is left at the sentence. */
static separator read_separator(reader *r, const found *f) {
    bool spaced = skip_space(r);
    uint32_t size;
    uint32_t c = peek(r, r->at, &size);
    separator kind = SEPARATOR_NONE;
    if (c == 0x2014 || (c == '-' && r->at + 1 < r->size && r->data[r->at + 1] == '-')) {
        while (c == '-' || c == 0x2014) {
            r->at += size;
            c = peek(r, r->at, &size);
        }
        kind = SEPARATOR_DASH;
    } else if ((c == '-' || c == 0x2013) && spaced) {
        r->at += size;
        kind = skip_space(r) ? SEPARATOR_HYPHEN : SEPARATOR_NONE;
    } else if ((c == ':' && !spaced) || (c == '.' && f->slashed)) {
        r->at += size;
        kind = skip_space(r) ? SEPARATOR_COLON : SEPARATOR_NONE;
    }
    (void)skip_space(r);
    return kind;
}

static bool is_no_place(const reader *r, const found *f) {
    char lower[32];
    lower_ascii(r, f->parts.place_first, f->parts.place_end, lower, sizeof lower);
    return listed(lower, NOT_PLACES, sizeof NOT_PLACES / sizeof *NOT_PLACES);
}

/* A sentence follows: a capital, a digit or a quotation mark. */
static bool at_sentence(const reader *r) {
    uint32_t size;
    uint32_t c = peek(r, r->at, &size);
    chy_class class = size == 0 ? CHY_CLASS_SPACE : chy_class_of(c);
    return class == CHY_CLASS_UPPER || class == CHY_CLASS_DIGIT || class == CHY_CLASS_LETTER ||
           c == '"' || c == '\'' || c == 0x201C || c == 0x2018;
}

/* Whether what was read is enough to be sure. The looser the separator, the more it takes. */
static bool is_dateline(const reader *r, const found *f, separator kind) {
    bool place = f->place_parts > 0;
    bool told = f->has_agency || f->has_date;
    if (place && is_no_place(r, f)) {
        return false;
    }
    if (!place) {
        /* "(Reuters) -"; a date alone is the start of many a sentence. */
        return f->has_agency && (kind == SEPARATOR_DASH || kind == SEPARATOR_HYPHEN);
    }
    bool short_capitals = f->capitals && f->place_words <= 3;
    size_t letters = f->parts.place_end - f->parts.place_first;
    switch (kind) {
    case SEPARATOR_DASH:
        return told || short_capitals ||
               (at_sentence(r) && f->place_words <= 3 && (f->place_parts > 1 || letters >= 4));
    case SEPARATOR_HYPHEN:
        return told || (short_capitals && at_sentence(r));
    case SEPARATOR_COLON:
        return told || (short_capitals && letters >= 4 && at_sentence(r));
    case SEPARATOR_NONE:
        return f->has_agency && (f->capitals || f->has_date) && at_sentence(r);
    }
    return false;
}

static void read_items(reader *r, found *f) {
    for (uint32_t i = 0; i < 8; i++) {
        reader before = *r;
        (void)skip_space(r);
        bool more = read_agency(r, f);
        if (!more && !f->has_date && read_date(r, f->parts.date)) {
            f->has_date = true;
            more = true;
        }
        if (!more && !f->has_date && !f->has_agency && f->place_parts < PLACE_PARTS_MAX) {
            more = read_place_part(r, f);
        }
        if (!more) {
            *r = before;
            return;
        }
        f->parts.text_end = r->at;
        if (!skip_char(r, ',') && r->at + 2 < r->size && r->data[r->at] == '.' &&
            r->data[r->at + 2] == '/') {
            r->at++;
        }
        /* "ACCRA/LOME (Agency)" */
        if (f->place_parts > 0 && !f->has_date && at_letter(r, r->at + 1)) {
            (void)skip_char(r, '/');
        }
    }
}

chy_dateline_parts chy_dateline_read(chy_slice characters, bool whole) {
    size_t size = characters.size < DATELINE_MAX ? characters.size : DATELINE_MAX;
    /* Not inside a character. */
    while (size < characters.size && size > 0 &&
           ((unsigned char)characters.data[size] & 0xC0) == 0x80) {
        size--;
    }
    reader r = {characters.data, size, 0};
    found f;
    memset(&f, 0, sizeof f);
    read_items(&r, &f);
    bool any = f.place_parts > 0 || f.has_agency || f.has_date;
    if (whole) {
        f.parts.end = any ? characters.size : 0;
        return f.parts;
    }
    separator kind = read_separator(&r, &f);
    if (!any || r.at >= size || !is_dateline(&r, &f, kind)) {
        memset(&f.parts, 0, sizeof f.parts);
        return f.parts;
    }
    f.parts.end = r.at;
    return f.parts;
}
