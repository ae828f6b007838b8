#include "text/text.h"

#include "text/paragraphs.h"
#include "text/reader.h"
#include "text/unicode.h"

#include <string.h>

#define MARK_BYTES  ((size_t)64)
#define BREAK_BYTES ((size_t)2) /* between a title and the text */

/* A byte that starts a character. */
static bool starts_character(char byte) {
    return ((unsigned char)byte & 0xC0) != 0x80;
}

static chy_status check_report(const chy_report *report, chy_error *err) {
    if (report->text == NULL && report->text_size > 0) {
        return chy_fail(err, CHY_ERROR_ARGUMENT, "text", CHY_NOWHERE, CHY_NOWHERE,
                        "the report has a size of %zu bytes but no text", report->text_size);
    }
    if (report->text_size > CHY_LIMIT_TEXT_BYTES) {
        return chy_fail(err, CHY_ERROR_LIMIT, "text", CHY_NOWHERE, CHY_NOWHERE,
                        "the report has %zu bytes, the limit is %u", report->text_size,
                        CHY_LIMIT_TEXT_BYTES);
    }
    const char *language = report->language;
    if (language == NULL || language[0] == '\0') {
        return CHY_OK;
    }
    bool english = (language[0] == 'e' || language[0] == 'E') &&
                   (language[1] == 'n' || language[1] == 'N') &&
                   (language[2] == '\0' || language[2] == '-' || language[2] == '_');
    if (!english) {
        return chy_fail(err, CHY_ERROR_TEXT, "text", CHY_NOWHERE, CHY_NOWHERE,
                        "the report's language is %.40s, only English (en) is read", language);
    }
    return CHY_OK;
}

static size_t line_at(const char *data, size_t byte) {
    size_t line = 1;
    for (size_t i = 0; i < byte; i++) {
        line += data[i] == '\n';
    }
    return line;
}

static chy_status fail_at(const char *data, size_t byte, chy_error *err) {
    unsigned bad = (unsigned char)data[byte];
    chy_status status =
        chy_fail(err, CHY_ERROR_TEXT, "text", byte, line_at(data, byte),
                 bad == 0 ? "the text has a NUL (0x%02X) at byte %zu"
                          : "the text has a byte (0x%02X) that is not UTF-8 at byte %zu",
                 bad, byte);
    if (err != NULL) {
        size_t start = byte;
        size_t column = 1;
        while (start > 0 && data[start - 1] != '\n') {
            start--;
            column += starts_character(data[start]);
        }
        err->column = column;
    }
    return status;
}

/* Copies what is valid; each maximal bad part becomes U+FFFD when `lenient`. `out` has room for
 * three bytes for each of `data`, or for one each when the text is strict. */
static chy_status copy_valid(const char *data, size_t size, size_t skip, bool lenient, char *out,
                             size_t *out_size, chy_error *err) {
    size_t used = 0;
    size_t at = skip;
    while (at < size) {
        uint32_t length;
        uint32_t code_point = chy_utf8_read(data + at, size - at, &length);
        if (code_point == UINT32_MAX || code_point == 0) {
            if (!lenient) {
                return fail_at(data, at, err);
            }
            used += chy_utf8_write(0xFFFD, out + used);
        } else {
            memcpy(out + used, data + at, length);
            used += length;
        }
        at += length;
    }
    *out_size = used;
    return CHY_OK;
}

/* Bytes the copy needs at most. */
static size_t copy_room(const char *data, size_t size, bool lenient) {
    if (!lenient) {
        return size + 1;
    }
    size_t extra = 0;
    size_t at = 0;
    while (at < size) {
        uint32_t length;
        uint32_t code_point = chy_utf8_read(data + at, size - at, &length);
        if ((code_point == UINT32_MAX || code_point == 0) && length < 3) {
            extra += 3 - length;
        }
        at += length;
    }
    return size + extra + 1;
}

/* Code points of data before `byte`. */
static uint32_t points_before(const chy_text *text, size_t byte) {
    uint32_t count = text->marks[byte / MARK_BYTES];
    for (size_t i = byte - byte % MARK_BYTES; i < byte; i++) {
        count += starts_character(text->data[i]);
    }
    return count;
}

static bool set_marks(chy_text *text, chy_arena *arena) {
    size_t count = text->size / MARK_BYTES + 1;
    uint32_t *marks = chy_arena_alloc(arena, count, sizeof *marks);
    if (marks == NULL) {
        return false;
    }
    uint32_t code_points = 0;
    for (size_t i = 0; i < text->size; i++) {
        if (i % MARK_BYTES == 0) {
            marks[i / MARK_BYTES] = code_points;
        }
        code_points += starts_character(text->data[i]);
    }
    if (text->size % MARK_BYTES == 0) {
        marks[count - 1] = code_points;
    }
    text->marks = marks;
    text->length = text->first + code_points - points_before(text, text->body);
    text->end = text->length;
    if (text->body > 0) {
        text->end += 1 + points_before(text, text->body - BREAK_BYTES);
    }
    return true;
}

/* A string given beside the text, checked as the text is; NULL where there is none. */
static chy_status read_beside(const chy_report *report, const char *string, const char *name,
                              chy_arena *arena, const char **valid, chy_error *err) {
    *valid = NULL;
    if (string == NULL) {
        return CHY_OK;
    }
    size_t size = strlen(string);
    char *copy = chy_arena_alloc(arena, copy_room(string, size, report->lenient), 1);
    if (copy == NULL) {
        return chy_fail_memory(err);
    }
    size_t used = 0;
    chy_status status = copy_valid(string, size, 0, report->lenient, copy, &used, err);
    if (status != CHY_OK) {
        return chy_fail(err, status, name, CHY_NOWHERE, CHY_NOWHERE,
                        "the %s given with the report is not UTF-8", name);
    }
    copy[used] = '\0';
    *valid = copy;
    return CHY_OK;
}

/* Whether the title has words that the text does not begin with. */
static bool adds_words(const chy_report *report, const char *title, const char *data) {
    if (title == NULL || report->given_words != NULL) {
        return false;
    }
    chy_reader r = {title, strlen(title), 0};
    (void)chy_reader_skip_space(&r);
    return r.at < r.size && chy_title_end(data, title) == 0;
}

/* Fills data, size, body and first. */
static chy_status copy_text(const chy_report *report, chy_arena *arena, chy_text *text,
                            chy_error *err) {
    const char *title = text->title;
    const char *data = report->text == NULL ? "" : report->text;
    size_t skip = report->text_size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    size_t room = copy_room(data, report->text_size, report->lenient);
    size_t before = title == NULL ? 0 : strlen(title) + BREAK_BYTES;
    char *copy = chy_arena_alloc(arena, before + room, 1);
    if (copy == NULL) {
        return chy_fail_memory(err);
    }
    text->data = copy + before;
    text->first = skip > 0 ? 1 : 0;
    chy_status status =
        copy_valid(data, report->text_size, skip, report->lenient, copy + before, &text->size, err);
    if (status != CHY_OK) {
        return status;
    }
    copy[before + text->size] = '\0';
    if (!adds_words(report, title, text->data)) {
        return CHY_OK;
    }
    if (before > CHY_LIMIT_TEXT_BYTES - report->text_size) {
        return chy_fail(err, CHY_ERROR_LIMIT, "title", CHY_NOWHERE, CHY_NOWHERE,
                        "the report and its title have %zu bytes, the limit is %u",
                        report->text_size + before, CHY_LIMIT_TEXT_BYTES);
    }
    memcpy(copy, title, before - BREAK_BYTES);
    memcpy(copy + before - BREAK_BYTES, "\n\n", BREAK_BYTES);
    text->data = copy;
    text->size += before;
    text->body = before;
    return CHY_OK;
}

chy_status chy_text_read(const chy_report *report, const chy_gazetteer *gazetteer, chy_arena *arena,
                         chy_text *text, chy_error *err) {
    memset(text, 0, sizeof *text);
    chy_status status = check_report(report, err);
    if (status != CHY_OK) {
        return status;
    }
    const char *dateline;
    status = read_beside(report, report->title, "title", arena, &text->title, err);
    if (status == CHY_OK) {
        status = read_beside(report, report->dateline, "dateline", arena, &dateline, err);
    }
    if (status == CHY_OK) {
        status = copy_text(report, arena, text, err);
    }
    if (status != CHY_OK) {
        return status;
    }
    if (!set_marks(text, arena)) {
        return chy_fail_memory(err);
    }
    chy_paragraph *paragraphs = chy_paragraphs_find(text, text->title, arena);
    if (paragraphs == NULL || !chy_dateline_find(text, paragraphs, dateline, gazetteer, arena)) {
        return chy_fail_memory(err);
    }
    return CHY_OK;
}

uint32_t chy_text_offset(const chy_text *text, size_t byte) {
    if (byte >= text->size) {
        return text->length;
    }
    uint32_t before = points_before(text, byte);
    return byte < text->body ? text->length + 1 + before
                             : text->first + before - points_before(text, text->body);
}

size_t chy_text_byte(const chy_text *text, uint32_t offset) {
    uint32_t target; /* code points of data before it */
    if (text->body > 0 && offset > text->length) {
        if (offset >= text->end) {
            return text->body - BREAK_BYTES;
        }
        target = offset - text->length - 1;
    } else {
        if (offset >= text->length) {
            return text->size;
        }
        target = points_before(text, text->body);
        target += offset > text->first ? offset - text->first : 0;
    }
    size_t low = 0;
    size_t high = text->size / MARK_BYTES;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        if (text->marks[middle] <= target) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    size_t byte = low * MARK_BYTES;
    uint32_t left = target - text->marks[low];
    while (byte < text->size && (left > 0 || !starts_character(text->data[byte]))) {
        left -= starts_character(text->data[byte]);
        byte++;
    }
    return byte;
}

chy_slice chy_text_slice(const chy_text *text, chy_span span) {
    size_t first = chy_text_byte(text, span.start);
    size_t end = chy_text_byte(text, span.end);
    return (chy_slice){text->data + first, end > first ? end - first : 0};
}
