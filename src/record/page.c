#include "record/page.h"

#include <string.h>

static const char *const codes[CHY_STYLE_COUNT] = {
    "\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[1;34m", "\x1b[32m", "\x1b[31m", "\x1b[1;33m",
};

void chy_page_start(chy_page *page, chy_out *out, uint32_t width, bool colour) {
    memset(page, 0, sizeof *page);
    page->out = out;
    page->width = width == 0 ? 80 : width < 40 ? 40 : width;
    page->colour = colour;
    page->line_empty = true;
}

/* Columns a code point takes on a terminal: none for marks and joiners, two for the wide ranges. */
static uint32_t columns_of(uint32_t code) {
    if ((code >= 0x300 && code <= 0x36F) || (code >= 0x200B && code <= 0x200F) ||
        (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF) {
        return 0;
    }
    bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
                (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
                (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
                (code >= 0x1F300 && code <= 0x1FAFF) || (code >= 0x20000 && code <= 0x3FFFD);
    return wide ? 2 : 1;
}

static void put_code(chy_page *page, uint8_t style) {
    if (page->colour && page->shown != style) {
        size_t size = strlen(codes[style]);
        const char *reset = page->shown != CHY_STYLE_PLAIN ? codes[CHY_STYLE_PLAIN] : "";
        size_t reset_size = style != CHY_STYLE_PLAIN ? strlen(reset) : 0;
        if (page->word_size + size + reset_size <= sizeof page->word) {
            memcpy(page->word + page->word_size, reset, reset_size);
            memcpy(page->word + page->word_size + reset_size, codes[style], size);
            page->word_size += size + reset_size;
            page->shown = style;
        }
    }
}

static void new_line(chy_page *page) {
    chy_out_char(page->out, '\n');
    chy_out_repeat(page->out, ' ', page->indent);
    page->column = page->indent;
    page->line_empty = true;
}

static void flush_word(chy_page *page) {
    if (page->word_width > 0) {
        uint32_t blank = page->blank_due && !page->line_empty ? 1 : 0;
        if (!page->line_empty && page->column + blank + page->word_width > page->width) {
            new_line(page);
        } else {
            chy_out_repeat(page->out, ' ', blank);
            page->column += blank;
        }
        page->column += page->word_width;
        page->line_empty = false;
        page->blank_due = false;
    }
    chy_out_bytes(page->out, page->word, page->word_size);
    page->word_size = 0;
    page->word_width = 0;
}

void chy_page_style(chy_page *page, chy_style style) {
    page->style = (uint8_t)style;
    if (style == CHY_STYLE_PLAIN) {
        put_code(page, CHY_STYLE_PLAIN);
    }
}

static bool is_space(uint32_t code) {
    return code <= 0x20 || (code >= 0x7F && code <= 0xA0) || code == 0x2028 || code == 0x2029 ||
           code == 0x3000;
}

void chy_page_slice(chy_page *page, chy_slice slice) {
    for (size_t at = 0; at < slice.size;) {
        size_t length;
        uint32_t code = chy_out_decode(slice.data + at, slice.size - at, &length);
        if (is_space(code)) {
            flush_word(page);
            page->blank_due = true;
        } else {
            uint32_t columns = columns_of(code);
            if (page->word_size + length > CHY_PAGE_WORD ||
                page->word_width + columns > page->width - page->indent) {
                flush_word(page);
            }
            put_code(page, page->style);
            memcpy(page->word + page->word_size, slice.data + at, length);
            page->word_size += length;
            page->word_width += columns;
        }
        at += length;
    }
}

void chy_page_text(chy_page *page, const char *string) {
    chy_page_slice(page, chy_slice_of(string));
}

void chy_page_uint(chy_page *page, uint64_t value) {
    char digits[21];
    size_t first = sizeof digits;
    do {
        digits[--first] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    chy_page_slice(page, (chy_slice){digits + first, sizeof digits - first});
}

void chy_page_styled(chy_page *page, chy_style style, const char *string) {
    chy_page_style(page, style);
    chy_page_text(page, string);
    chy_page_style(page, CHY_STYLE_PLAIN);
}

void chy_page_end(chy_page *page) {
    chy_page_style(page, CHY_STYLE_PLAIN);
    flush_word(page);
    chy_out_char(page->out, '\n');
    page->column = 0;
    page->blank_due = false;
    page->line_empty = true;
}

void chy_page_blank_line(chy_page *page) {
    chy_out_char(page->out, '\n');
}

void chy_page_begin(chy_page *page, uint32_t at, uint32_t indent) {
    page->indent = indent < page->width / 2 ? indent : page->width / 2;
    chy_out_repeat(page->out, ' ', at);
    page->column = at;
    page->line_empty = true;
    page->blank_due = false;
}

void chy_page_tab(chy_page *page, uint32_t column) {
    flush_word(page);
    uint32_t blanks = page->column < column ? column - page->column : 1;
    chy_out_repeat(page->out, ' ', blanks);
    page->column += blanks;
    page->line_empty = true; /* the next word needs no blank before it */
    page->blank_due = false;
}

void chy_page_label(chy_page *page, uint32_t at, uint32_t indent, const char *label) {
    chy_page_begin(page, at, indent);
    chy_page_styled(page, CHY_STYLE_FAINT, label);
    chy_page_tab(page, indent);
}
