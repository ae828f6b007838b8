/* Datelines: "ACCRA, May 16 (Agency) --", "Accra, Ghana —", "Accra, 3 June 2024:", "ACCRA, May 16.
 * /AGENCY/.", "ACCRA, 16 May. The vote", "ACCRA | 16 May 2024", "ACCRA. 16 May 2024. AGENCY -", and
 * with a gazetteer "Accra: The vote" and, on a line of its own, "16 May 2024 - Accra, Ghana". */
#include "text/paragraphs.h"
#include "text/reader.h"
#include "text/text.h"
#include "text/unicode.h"

#include <string.h>

#define DATELINE_MAX    ((size_t)160) /* bytes looked at */
#define AGENCY_MAX      ((size_t)60)  /* bytes between its brackets */
#define PLACE_PARTS_MAX 3u
#define PLACE_WORDS_MAX 4u /* in a part */

typedef struct found {
    chy_dateline_parts parts;
    uint32_t place_parts;
    uint32_t place_words; /* of the first part */
    bool capitals;        /* the first part is written in capitals */
    bool slashed;         /* the agency stands between slashes */
    bool has_date, has_agency;
    bool agency_capital; /* it starts with one */
    bool known;          /* the gazetteer knows the first part as a town */
    bool town;           /* and as nothing else */
    bool leading;        /* the date stands before the place */
} found;

typedef enum separator {
    SEPARATOR_NONE,
    SEPARATOR_DASH,
    SEPARATOR_HYPHEN,
    SEPARATOR_COLON,
    SEPARATOR_PERIOD
} separator;

/* Words that open a paragraph as a place would, and are none. Lower case. */
static const char *const not_places[] = {
    "about",      "abstract",
    "ah",         "alert",
    "also",       "analysis",
    "and",        "announcement",
    "answer",     "as it happened",
    "bcc",        "best",
    "body",       "breaking",
    "but",        "by",
    "caption",    "caution",
    "cc",         "column",
    "comment",    "conclusion",
    "contact",    "corrected",
    "correction", "date",
    "dear",       "details",
    "developing", "disclaimer",
    "editorial",  "email",
    "example",    "exclusive",
    "explainer",  "factbox",
    "faq",        "fax",
    "feature",    "finally",
    "first",      "flash",
    "focus",      "from",
    "fw",         "fwd",
    "fyi",        "great",
    "hello",      "here",
    "however",    "important",
    "in brief",   "in pictures",
    "info",       "insight",
    "interview",  "introduction",
    "just in",    "live",
    "live blog",  "live updates",
    "liveblog",   "location",
    "message",    "more",
    "news",       "next",
    "no",         "note",
    "notes",      "notice",
    "now",        "obituary",
    "oh",         "okay",
    "opinion",    "overall",
    "part",       "phone",
    "photo",      "photos",
    "please",     "please note",
    "podcast",    "press release",
    "price",      "profile",
    "question",   "quote",
    "re",         "read",
    "recap",      "related",
    "reminder",   "result",
    "results",    "review",
    "second",     "sent",
    "since",      "so",
    "sorry",      "source",
    "sources",    "special report",
    "still",      "subject",
    "summary",    "tel",
    "thank you",  "thanks",
    "then",       "there",
    "third",      "time",
    "timeline",   "tip",
    "title",      "to",
    "today",      "tomorrow",
    "update",     "updated",
    "urgent",     "url",
    "video",      "warning",
    "watch",      "website",
    "welcome",    "well",
    "why",        "wow",
    "wrap",       "wrapup",
    "yes",        "yesterday",
};

/* Small words inside place names. */
static const char *const particles[] = {"al",  "da", "de", "del", "des", "di", "do",
                                        "du",  "el", "es", "la",  "las", "le", "les",
                                        "los", "of", "on", "the", "upon"};

/* The period of "Conn.", "D.C." or "St." that belongs to a place: what follows shows it. */
static void take_period(chy_reader *r, chy_reader_letters *w) {
    if (r->at + 1 >= r->size || r->data[r->at] != '.' || w->letters > 6) {
        return;
    }
    char lower[8];
    chy_reader_lower(r, w->first, w->end, lower, sizeof lower);
    chy_reader next = {r->data, r->size, r->at + 1};
    bool saint = strcmp(lower, "st") == 0 || strcmp(lower, "mt") == 0 || strcmp(lower, "ft") == 0;
    bool spaced = chy_reader_skip_space(&next);
    uint32_t size;
    uint32_t c = chy_reader_peek(&next, next.at, &size);
    bool ends_place = c == ',' || c == '(' || c == 0x2014 || c == 0x2013 || (spaced && c == '-');
    if (ends_place || (saint && spaced && chy_reader_at_letter(&next, next.at))) {
        r->at++;
        w->end = r->at;
    }
}

/* "Rio de Janeiro", "ST. JOHN'S": capitalised words, small words between them. */
static bool read_place_part(chy_reader *r, found *f) {
    size_t first = r->at;
    size_t end = 0;
    uint32_t words = 0;
    uint32_t letters = 0;
    bool capitals = true;
    while (words < PLACE_WORDS_MAX) {
        chy_reader start = *r;
        chy_reader_letters w;
        char date[16];
        if (chy_reader_date(r, date) || !chy_reader_word(r, &w)) {
            *r = start;
            break;
        }
        char lower[16];
        chy_reader_lower(r, w.first, w.end, lower, sizeof lower);
        bool particle =
            words > 0 && chy_is_listed(lower, particles, sizeof particles / sizeof *particles);
        if (!w.upper && !particle) {
            *r = start;
            break;
        }
        take_period(r, &w);
        letters += w.letters;
        capitals = capitals && w.capitals == w.letters;
        words += !particle;
        end = w.upper ? w.end : end;
        if (!chy_reader_skip_space(r)) {
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
        f->parts.town_end = end;
        f->place_words = words;
        f->capitals = capitals && letters >= 3;
    }
    f->parts.place_end = end;
    f->place_parts++;
    return true;
}

/* "(Reuters)", "/TASS/". */
static bool read_agency(chy_reader *r, found *f) {
    if (r->at == r->size) {
        return false;
    }
    char open = r->data[r->at];
    if (f->has_agency || (open != '(' && open != '/')) {
        return false;
    }
    size_t first = r->at + 1;
    const char *close = NULL;
    if (first < r->size && chy_reader_at_letter(r, first)) {
        size_t room = r->size - first < AGENCY_MAX ? r->size - first : AGENCY_MAX;
        close = memchr(r->data + first, open == '(' ? ')' : '/', room);
    }
    if (close == NULL || (size_t)(close - r->data) - first < 2) {
        return false;
    }
    f->parts.agency_first = first;
    f->parts.agency_end = (size_t)(close - r->data);
    f->has_agency = true;
    uint32_t size;
    f->agency_capital = chy_class_of(chy_reader_peek(r, first, &size)) == CHY_CLASS_UPPER;
    f->slashed = open == '/';
    r->at = f->parts.agency_end + 1;
    return true;
}

/* "ACCRA, 16 May 2024, AGENCY -": right before what ends a dateline an agency needs no brackets. */
static bool read_plain_agency(chy_reader *r, found *f) {
    chy_reader start = *r;
    chy_reader_letters w;
    (void)(chy_reader_skip(r, '.') && chy_reader_skip_space(r));
    bool capitals = chy_reader_word(r, &w) && w.letters >= 3 && w.capitals == w.letters;
    chy_reader behind = *r;
    (void)chy_reader_skip_space(&behind);
    uint32_t size;
    uint32_t c = chy_reader_peek(&behind, behind.at, &size);
    if (f->has_agency || !capitals || (c != '-' && c != 0x2013 && c != 0x2014)) {
        *r = start;
        return false;
    }
    f->parts.agency_first = w.first;
    f->parts.agency_end = w.end;
    f->has_agency = f->agency_capital = true;
    return true;
}

/* The point, bar or hyphen of "ACCRA. 16 May 2024", "ACCRA | 16 May 2024", "ACCRA - 16 May 2024",
 * where a date with its year follows, and of "16 May 2024 - Accra", where a word does. */
static bool skip_joint(chy_reader *r, bool to_date) {
    chy_reader next = *r;
    bool spaced = chy_reader_skip_space(&next);
    uint32_t size;
    uint32_t c = chy_reader_peek(&next, next.at, &size);
    bool joint = spaced ? c == '|' || c == '-' || c == 0x2013 || c == 0x2014 : c == '.';
    next.at += size;
    if (!joint || !chy_reader_skip_space(&next)) {
        return false;
    }
    chy_reader words = next;
    char date[16] = "";
    bool dated = chy_reader_date(&words, date) && date[0] >= '0' && date[0] <= '9';
    if (to_date ? !dated : !chy_reader_at_letter(&next, next.at)) {
        return false;
    }
    *r = next;
    return true;
}

/* What stands between the dateline and its sentence; `*r` is left at the sentence. */
static separator read_separator(chy_reader *r, const found *f) {
    bool spaced = chy_reader_skip_space(r);
    uint32_t size;
    uint32_t c = chy_reader_peek(r, r->at, &size);
    separator kind = SEPARATOR_NONE;
    if (c == 0x2014 || (c == '-' && r->at + 1 < r->size && r->data[r->at + 1] == '-')) {
        while (c == '-' || c == 0x2014) {
            r->at += size;
            c = chy_reader_peek(r, r->at, &size);
        }
        kind = SEPARATOR_DASH;
    } else if (spaced && (c == '-' || c == 0x2013 || (c == '|' && f->has_date))) {
        r->at += size;
        kind = chy_reader_skip_space(r) ? SEPARATOR_HYPHEN : SEPARATOR_NONE;
    } else if ((c == ':' && !spaced) || (c == '.' && f->slashed)) {
        r->at += size;
        kind = chy_reader_skip_space(r) ? SEPARATOR_COLON : SEPARATOR_NONE;
    } else if (c == '.' && !spaced && (f->has_date || f->has_agency)) {
        r->at += size;
        kind = chy_reader_skip_space(r) ? SEPARATOR_PERIOD : SEPARATOR_NONE;
    }
    (void)chy_reader_skip_space(r);
    return kind;
}

/* Words that begin a sentence, never a place. */
static const char *const openers[] = {
    "a",   "after", "an",   "as",    "at",    "before", "despite", "during", "for",  "he",
    "her", "his",   "if",   "in",    "it",    "its",    "last",    "late",   "most", "my",
    "of",  "on",    "our",  "she",   "some",  "that",   "their",   "these",  "they", "this",
    "we",  "what",  "when", "where", "while", "who",    "with",    "you",    "your",
};

static bool is_no_place(const chy_reader *r, const found *f) {
    char lower[32];
    size_t end = f->parts.place_first;
    while (end < f->parts.place_end && r->data[end] != ' ') {
        end++;
    }
    chy_reader_lower(r, f->parts.place_first, end, lower, sizeof lower);
    if (chy_is_listed(lower, openers, sizeof openers / sizeof *openers)) {
        return true;
    }
    chy_reader_lower(r, f->parts.place_first, f->parts.place_end, lower, sizeof lower);
    return chy_is_listed(lower, not_places, sizeof not_places / sizeof *not_places);
}

/* A sentence follows: a capital, a digit or a quotation mark. */
static bool at_sentence(const chy_reader *r) {
    uint32_t size;
    uint32_t c = chy_reader_peek(r, r->at, &size);
    chy_class class = size == 0 ? CHY_CLASS_SPACE : chy_class_of(c);
    return class == CHY_CLASS_UPPER || class == CHY_CLASS_DIGIT || class == CHY_CLASS_LETTER ||
           c == '"' || c == '\'' || c == 0x201C || c == 0x2018;
}

/* Whether what was read is enough to be sure. The looser the separator, the more it takes. */
static bool is_dateline(const chy_reader *r, const found *f, separator kind) {
    bool place = f->place_parts > 0;
    bool told = f->has_agency || f->has_date;
    bool undated = f->parts.date[0] < '0' || f->parts.date[0] > '9'; /* or without its year */
    if (f->leading && (kind == SEPARATOR_NONE || undated || !f->known || !at_sentence(r))) {
        return false;
    }
    if (place && is_no_place(r, f)) {
        return false;
    }
    if (!place) {
        /* "(Reuters) -"; a date alone is the start of many a sentence. */
        return f->has_agency && (kind == SEPARATOR_DASH || kind == SEPARATOR_HYPHEN);
    }
    bool short_capitals = f->capitals && f->place_words <= 2;
    size_t letters = f->parts.place_end - f->parts.place_first;
    switch (kind) {
    case SEPARATOR_DASH:
        return told || short_capitals ||
               (at_sentence(r) && f->place_words <= 3 && (f->place_parts > 1 || letters >= 4));
    case SEPARATOR_HYPHEN:
        return told || (short_capitals && at_sentence(r));
    case SEPARATOR_COLON:
        return told || ((short_capitals || f->town) && letters >= 4 && at_sentence(r));
    case SEPARATOR_PERIOD:
        return (f->capitals || f->town) && at_sentence(r);
    case SEPARATOR_NONE:
        return f->has_agency && (f->capitals || (f->has_date && f->agency_capital)) &&
               at_sentence(r);
    }
    return false;
}

/* The next agency, date or part of the place. */
static bool read_item(chy_reader *r, found *f) {
    (void)chy_reader_skip_space(r);
    if (read_agency(r, f)) {
        return true;
    }
    if (!f->has_date && chy_reader_date(r, f->parts.date)) {
        f->has_date = true;
        return true;
    }
    if (f->place_parts > 0 && f->has_date && !f->leading) {
        return read_plain_agency(r, f);
    }
    return (!f->has_date || f->leading) && !f->has_agency && f->place_parts < PLACE_PARTS_MAX &&
           read_place_part(r, f);
}

static void read_items(chy_reader *r, found *f) {
    for (uint32_t i = 0; i < 8; i++) {
        chy_reader before = *r;
        if (!read_item(r, f)) {
            *r = before;
            return;
        }
        f->parts.text_end = r->at;
        if (f->place_parts > 0 && !f->has_date && skip_joint(r, true)) {
            continue;
        }
        if (f->place_parts == 0 && f->has_date && skip_joint(r, false)) {
            f->leading = true;
            continue;
        }
        if (!chy_reader_skip(r, ',') && r->at + 2 < r->size && r->data[r->at] == '.' &&
            r->data[r->at + 2] == '/') {
            r->at++;
        }
        /* "ACCRA/LOME (Agency)" */
        if (f->place_parts > 0 && !f->has_date && chy_reader_at_letter(r, r->at + 1)) {
            (void)chy_reader_skip(r, '/');
        }
    }
}

uint32_t chy_gazetteer_names(const chy_gazetteer *gazetteer, chy_slice name) {
    return gazetteer == NULL ? 0 : gazetteer->names(gazetteer->data, name);
}

chy_dateline_parts chy_dateline_read(chy_slice characters, bool whole,
                                     const chy_gazetteer *gazetteer) {
    size_t size = characters.size < DATELINE_MAX ? characters.size : DATELINE_MAX;
    /* Not inside a character. */
    while (size < characters.size && size > 0 &&
           ((unsigned char)characters.data[size] & 0xC0) == 0x80) {
        size--;
    }
    chy_reader r = {characters.data, size, 0};
    found f;
    memset(&f, 0, sizeof f);
    read_items(&r, &f);
    bool any = f.place_parts > 0 || f.has_agency || f.has_date;
    if (whole) {
        f.parts.end = any ? characters.size : 0;
        return f.parts;
    }
    separator kind = read_separator(&r, &f);
    size_t first = f.parts.place_first;
    /* Before a colon or a period, or behind its date, a town's name must be known. */
    chy_slice town = {r.data + first, f.parts.town_end - first};
    bool asked = kind == SEPARATOR_COLON || kind == SEPARATOR_PERIOD || f.leading;
    uint32_t names = asked ? chy_gazetteer_names(gazetteer, town) : 0;
    f.known = (names & CHY_NAMES_TOWN) != 0;
    f.town = (names & CHY_NAMES_TOWN) != 0 && (names & CHY_NAMES_ELSE) == 0;
    if (!any || r.at >= size || !is_dateline(&r, &f, kind)) {
        memset(&f.parts, 0, sizeof f.parts);
        return f.parts;
    }
    f.parts.end = r.at;
    return f.parts;
}
