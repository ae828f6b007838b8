/* Text for people: wrapped lines with a hanging indent, labels, colour. Works as a stream, a word
 * at a time. */
#ifndef CHY_RECORD_PAGE_H
#define CHY_RECORD_PAGE_H

#include "record/out.h"

typedef enum chy_style {
    CHY_STYLE_PLAIN,
    CHY_STYLE_BOLD,
    CHY_STYLE_FAINT,
    CHY_STYLE_NAME,    /* who */
    CHY_STYLE_TYPE,    /* what */
    CHY_STYLE_GOOD,    /* cooperation */
    CHY_STYLE_BAD,     /* conflict */
    CHY_STYLE_TRIGGER, /* the words an event was read from */
    CHY_STYLE_COUNT
} chy_style;

/* A longer word is broken where it stands. */
#define CHY_PAGE_WORD 256u

typedef struct chy_page {
    chy_out *out;
    uint32_t width;
    bool colour;
    uint32_t indent; /* of the lines after the first */
    uint32_t column; /* where the line stands */
    bool blank_due;  /* white space was read after the last word */
    bool line_empty; /* nothing but indentation on the line */
    uint8_t style;   /* chy_style of the characters to come */
    uint8_t shown;   /* chy_style in force on the terminal */
    uint32_t word_width;
    size_t word_size;
    char word[CHY_PAGE_WORD + 64];
} chy_page;

/* `width` 0: 80; less than 40 is 40. */
void chy_page_start(chy_page *page, chy_out *out, uint32_t width, bool colour);
void chy_page_style(chy_page *page, chy_style style);
/* Characters, white space between words free. Control characters are white space. */
void chy_page_text(chy_page *page, const char *string);
void chy_page_slice(chy_page *page, chy_slice slice);
void chy_page_uint(chy_page *page, uint64_t value);
/* In one style, plain afterwards. */
void chy_page_styled(chy_page *page, chy_style style, const char *string);
/* Ends the word and the line. */
void chy_page_end(chy_page *page);
void chy_page_blank_line(chy_page *page);
/* Begins a line at column `at`; later lines of it stand at `indent`. */
void chy_page_begin(chy_page *page, uint32_t at, uint32_t indent);
/* Moves on to `column`, or by one blank where the line is already there. */
void chy_page_tab(chy_page *page, uint32_t column);
/* "  Label    ": begins a line whose text stands at column `indent`. */
void chy_page_label(chy_page *page, uint32_t at, uint32_t indent, const char *label);

#endif
