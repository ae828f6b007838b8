#include "text/paragraphs.h"

#include "text/unicode.h"

#include <string.h>

/* A line of text that is not blank, white space at its ends left off. */
typedef struct line {
    uint32_t first, end; /* bytes */
    uint32_t length;     /* code points from the line's own start, its indent counted */
    uint32_t first_word; /* code points of its first word */
    bool after_blank;    /* a blank line, or nothing, stands before it */
    bool indented;       /* by two columns or more, or a tab */
} line;

typedef struct lines {
    line *items;
    uint32_t count, capacity;
} lines;

/* Widths hard-wrapped text comes in; lines longer than the upper bound are paragraphs. */
#define WRAP_WIDTH_MIN 50u
#define WRAP_WIDTH_MAX 200u
/* How far short of the width a wrapped line and the next word may stay: some wrappers break early.
 */
#define WRAP_SLACK 12u

#define HEADLINE_MAX       160u /* code points */
#define BODY_PARAGRAPH_MIN 60u  /* bytes */

/* The bytes of the line break at `at`: 0 where there is none. */
static size_t break_size(const chy_text *text, size_t at) {
    const unsigned char *d =
        (const unsigned char *)text->data + at; /* NUL ends it: safe to look on */
    switch (d[0]) {
    case '\n':
    case '\v':
    case '\f':
        return 1;
    case '\r':
        return d[1] == '\n' ? 2 : 1;
    case 0xC2:
        return d[1] == 0x85 ? 2 : 0; /* next line */
    case 0xE2:
        return d[1] == 0x80 && (d[2] == 0xA8 || d[2] == 0xA9) ? 3 : 0; /* U+2028, U+2029 */
    default:
        return 0;
    }
}

static line measure(const chy_text *text, size_t first, size_t end) {
    line l = {(uint32_t)end, (uint32_t)first, 0, 0, false, false};
    uint32_t column = 0;
    uint32_t word = 0;
    bool in_first_word = true;
    for (size_t at = first; at < end;) {
        uint32_t size;
        uint32_t c = chy_utf8_next(text->data + at, &size);
        bool space = chy_class_of(c) == CHY_CLASS_SPACE;
        column++;
        if (!space) {
            if (l.end == first) {
                l.first = (uint32_t)at;
                l.indented = column > 2 || (at > first && text->data[first] == '\t');
            }
            l.end = (uint32_t)(at + size);
            l.length = column;
            word += in_first_word;
        } else if (word > 0) {
            in_first_word = false;
        }
        at += size;
    }
    l.first_word = word;
    return l;
}

static bool add_line(lines *all, const chy_text *text, size_t first, size_t end, bool *blank,
                     chy_arena *arena) {
    line l = measure(text, first, end);
    if (l.first >= l.end) {
        *blank = true;
        return true;
    }
    void *items = all->items;
    if (!chy_arena_room(arena, &items, sizeof(line), all->count, &all->capacity)) {
        return false;
    }
    all->items = items;
    l.after_blank = *blank;
    all->items[all->count++] = l;
    *blank = false;
    return true;
}

static bool read_lines(const chy_text *text, lines *all, chy_arena *arena) {
    bool blank = true;
    size_t first = text->body;
    for (size_t at = text->body; at < text->size;) {
        size_t size = break_size(text, at);
        if (size == 0) {
            at++;
            continue;
        }
        if (!add_line(all, text, first, at, &blank, arena)) {
            return false;
        }
        /* The paragraph separator is one by name. */
        blank = blank || (size == 3 && (unsigned char)text->data[at + 2] == 0xA9);
        at += size;
        first = at;
    }
    return add_line(all, text, first, text->size, &blank, arena);
}

static bool ends_a_sentence(const chy_text *text, uint32_t end) {
    size_t at = end;
    while (at > 0) {
        at--;
        while (at > 0 && ((unsigned char)text->data[at] & 0xC0) == 0x80) {
            at--;
        }
        uint32_t size;
        uint32_t c = chy_utf8_next(text->data + at, &size);
        if (c == '.' || c == '?' || c == '!' || c == 0x2026) {
            return true;
        }
        bool closes = c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D;
        if (!closes || end - at > 8) {
            return false;
        }
    }
    return false;
}

static chy_class class_at(const chy_text *text, uint32_t byte) {
    uint32_t size;
    return chy_class_of(chy_utf8_next(text->data + byte, &size));
}

/* Whether the first word of line `b` would not have fitted on line `a` of a page `width` wide. */
static bool is_full(const line *a, const line *b, uint32_t width) {
    return a->length + 1 + b->first_word > width;
}

/* The page width when the text's lines were wrapped by hand or machine; 0 when its lines are whole
 * paragraphs. A wrapped page's lines break where the next word would not have fitted; an address or
 * a rule of marks longer than the page says nothing of its width. */
static uint32_t wrap_width(const lines *all) {
    uint32_t width = 0;
    uint32_t pairs = 0;
    uint32_t full = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        const line *l = &all->items[i];
        bool several_words = l->first_word < l->length;
        width = several_words && l->length > width ? l->length : width;
    }
    for (uint32_t i = 1; i < all->count; i++) {
        if (!all->items[i].after_blank) {
            pairs++;
            full += is_full(&all->items[i - 1], &all->items[i], width);
        }
    }
    bool wrapped = width >= WRAP_WIDTH_MIN && width <= WRAP_WIDTH_MAX && pairs > 0 &&
                   (uint64_t)full * 10 >= (uint64_t)pairs * 6;
    return wrapped ? width : 0;
}

static bool starts_paragraph(const chy_text *text, const lines *all, uint32_t i, uint32_t width) {
    const line *l = &all->items[i];
    if (i == 0 || l->after_blank) {
        return true;
    }
    const line *before = &all->items[i - 1];
    bool open = !ends_a_sentence(text, before->end);
    if (open && class_at(text, l->first) == CHY_CLASS_LOWER) {
        return false;
    }
    if (width == 0 || (l->indented && !before->indented)) {
        return true;
    }
    return !is_full(before, l, width - WRAP_SLACK);
}

static uint32_t code_points(const chy_text *text, const chy_paragraph *p) {
    return chy_text_offset(text, p->end) - chy_text_offset(text, p->first);
}

static uint32_t word_count(const chy_text *text, const chy_paragraph *p) {
    uint32_t count = 0;
    bool inside = false;
    for (uint32_t at = p->first; at < p->end; at++) {
        bool space = (unsigned char)text->data[at] <= ' ';
        count += !space && !inside;
        inside = !space;
    }
    return count;
}

/* A full paragraph of prose among the few after the first. */
static bool has_body(const chy_text *text, const chy_paragraph *paragraphs, uint32_t count) {
    for (uint32_t i = 1; i < count && i < 5; i++) {
        const chy_paragraph *p = &paragraphs[i];
        if (p->end - p->first >= BODY_PARAGRAPH_MIN && ends_a_sentence(text, p->end)) {
            return true;
        }
    }
    return false;
}

/* The first byte from `at` on that is no white space; NUL ends the string. */
static size_t skip_space(const char *data, size_t at) {
    uint32_t size = 0;
    while (data[at] != '\0' && chy_class_of(chy_utf8_next(data + at, &size)) == CHY_CLASS_SPACE) {
        at += size;
    }
    return at;
}

size_t chy_title_end(const char *data, const char *title) {
    size_t t = skip_space(title, 0);
    size_t d = skip_space(data, 0);
    bool any = title[t] != '\0';
    while (title[t] != '\0') {
        size_t next_t = skip_space(title, t);
        size_t next_d = skip_space(data, d);
        if (title[next_t] == '\0') {
            break;
        }
        uint32_t of_title;
        uint32_t of_text;
        uint32_t left = chy_lower(chy_utf8_next(title + next_t, &of_title));
        uint32_t right = chy_lower(chy_utf8_next(data + next_d, &of_text));
        if ((next_t > t) != (next_d > d) || left != right) {
            return 0;
        }
        t = next_t + of_title;
        d = next_d + of_text;
    }
    uint32_t size;
    chy_class next = chy_class_of(chy_utf8_next(data + d, &size));
    bool inside_word = next <= CHY_CLASS_NUMBER && next != CHY_CLASS_SPACE; /* "Peru", "Peruvian" */
    return any && !inside_word ? d : 0;
}

static bool is_headline(const chy_text *text, const chy_paragraph *paragraphs, uint32_t count,
                        const char *title) {
    const chy_paragraph *p = &paragraphs[0];
    chy_slice words = {text->data + p->first, p->end - p->first};
    if (title != NULL && p->first + chy_title_end(text->data + p->first, title) == p->end) {
        return true;
    }
    /* Bytes first: counting the code points of a very long paragraph is not needed. */
    if (words.size > 4 * HEADLINE_MAX || code_points(text, p) > HEADLINE_MAX) {
        return false;
    }
    char last = words.data[words.size - 1];
    bool stopped =
        last == '.' || last == ':' || last == ',' || last == ';' || last == '?' || last == '!';
    bool quoted_stop = (last == '"' || last == ')') && ends_a_sentence(text, p->end);
    chy_dateline_parts whole = chy_dateline_read(words, true, NULL);
    bool date = whole.text_end == words.size && whole.date[0] != '\0';
    chy_class start = class_at(text, p->first);
    return !stopped && !quoted_stop && !date && start != CHY_CLASS_LOWER &&
           word_count(text, p) >= 3 && has_body(text, paragraphs, count) &&
           chy_dateline_read(words, false, NULL).end == 0;
}

chy_paragraph *chy_paragraphs_find(chy_text *text, const char *title, chy_arena *arena) {
    lines all = {NULL, 0, 0};
    if (!read_lines(text, &all, arena)) {
        return NULL;
    }
    chy_paragraph *found = chy_arena_alloc(arena, (size_t)all.count + 1, sizeof *found);
    if (found == NULL) {
        return NULL;
    }
    uint32_t before = text->body > 0 ? 1 : 0;
    if (before > 0) {
        line l = measure(text, 0, text->body);
        found[0] = (chy_paragraph){l.first, l.end, l.first, CHY_PART_HEADLINE};
    }
    chy_paragraph *paragraphs = found + before;
    uint32_t width = wrap_width(&all);
    uint32_t count = 0;
    for (uint32_t i = 0; i < all.count; i++) {
        const line *l = &all.items[i];
        if (starts_paragraph(text, &all, i, width)) {
            paragraphs[count++] = (chy_paragraph){l->first, l->end, l->first, CHY_PART_BODY};
        } else {
            paragraphs[count - 1].end = l->end;
        }
    }
    if (count > 1 && is_headline(text, paragraphs, count, title)) {
        paragraphs[0].part = CHY_PART_HEADLINE;
    }
    text->paragraphs = found;
    text->paragraph_count = before + count;
    return found;
}
