/* A report's text: checked once, with the way from bytes to the reader's offsets, its paragraphs,
 * headline and dateline. */
#ifndef CHY_TEXT_TEXT_H
#define CHY_TEXT_TEXT_H

#include "base/base.h"

/* What a gazetteer knows of a name: bits. */
enum {
    CHY_NAMES_TOWN = 1 << 0, /* a town */
    CHY_NAMES_AREA = 1 << 1, /* a country or a first-order division */
    CHY_NAMES_ELSE = 1 << 2  /* no capital, and a given name or an ordinary word as well */
};

/* A gazetteer, which tells the datelines that only it can tell ("Quetta: Two men"). */
typedef struct chy_gazetteer {
    uint32_t (*names)(const void *data, chy_slice name); /* CHY_NAMES_... */
    const void *data;
} chy_gazetteer;

/* A run of text between paragraph breaks, white space at its ends left off. Byte positions in
 * chy_text.data, half-open, never empty. Line breaks inside it are only wrapped lines. */
typedef struct chy_paragraph {
    uint32_t first, end; /* bytes */
    uint32_t body;       /* byte where its sentences begin: after a dateline, else `first` */
    uint8_t part;        /* chy_part */
} chy_paragraph;

/* Lives in the arena given to chy_text_read, and does not change afterwards. A title that does not
 * open the text stands before it in `data`, as headlines do; its offsets go on behind the text's,
 * after one for a break, so that those of the text are what they are without it. */
typedef struct chy_text {
    const char *data;  /* valid UTF-8 without NUL and without the byte-order mark; NUL-terminated */
    size_t size;       /* bytes */
    size_t body;       /* byte where the text begins: after the title and a break, else 0 */
    uint32_t first;    /* offset of data[body]: 1 after a byte-order mark, else 0 */
    uint32_t length;   /* code points of the text without its title, the byte-order mark counted */
    uint32_t end;      /* the last offset: of the title's end, else `length` */
    const char *title; /* valid UTF-8, in `data` or not; NULL where none was given */
    const uint32_t *marks;           /* [size / 64 + 1] code points of data before byte 64 * i */
    const chy_paragraph *paragraphs; /* in text order */
    uint32_t paragraph_count;
    chy_dateline dateline;       /* spans are empty where the caller's dateline is not the text's */
    const char *dateline_place;  /* the dateline's place in words: "Kyiv, Ukraine"; "" for none */
    const char *dateline_agency; /* "" for none */
} chy_text;

/* Checks `report->text` and finds its paragraphs, headline and dateline; everything `text` points
 * to is made in `arena`. A title is left out where words were given, and where the text begins with
 * it, in whatever case and white space: then the text's own are read. Of a dateline the caller gave
 * each part it has takes the place of the text's, which is left out of the sentences all the same.
 * `gazetteer`: NULL for none. CHY_ERROR_TEXT: bytes that are not UTF-8 or a NUL (at their byte;
 * unless `lenient`), or a language other than English. CHY_ERROR_LIMIT: more than
 * CHY_LIMIT_TEXT_BYTES, the title counted. CHY_ERROR_ARGUMENT: no text but a size.
 * CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_text_read(const chy_report *report, const chy_gazetteer *gazetteer,
                                      chy_arena *arena, chy_text *text, chy_error *err);

/* The code-point offset of the character at `byte` of text->data (up to and with text->size). A
 * byte inside a character counts as the character after it. At most 63 bytes are looked at. */
uint32_t chy_text_offset(const chy_text *text, size_t byte);
/* The byte of text->data at which the code point `offset` starts; text->size for offsets past the
 * end. */
size_t chy_text_byte(const chy_text *text, uint32_t offset);
/* The characters of a span; offsets past the end are cut. */
chy_slice chy_text_slice(const chy_text *text, chy_span span);

/* ---- Reading a dateline -------------------------------------------------------------------------
 */

/* The parts of a dateline as half-open byte ranges in the characters they were read from; a part
 * that is not there has first == end. */
typedef struct chy_dateline_parts {
    size_t end;      /* where the sentence begins; 0: there is no dateline */
    size_t text_end; /* where the dateline's own characters end: the separator left off */
    size_t place_first, place_end;
    size_t town_end; /* of the place's first part: "Quito" of "Quito, Ecuador" */
    size_t agency_first, agency_end;
    char date[16]; /* ISO 8601 with "XXXX" for an unknown year, or "" */
} chy_dateline_parts;

/* Reads a dateline at the start of `characters` (UTF-8). `whole`: the characters are nothing but a
 * dateline, as a caller gives one, so that no separator is needed. `gazetteer`: NULL for none.
 * Looks at 160 bytes at most. */
chy_dateline_parts chy_dateline_read(chy_slice characters, bool whole,
                                     const chy_gazetteer *gazetteer);

#endif
