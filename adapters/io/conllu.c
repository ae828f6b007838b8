#include "io/reader.h"

#include <stdlib.h>
#include <string.h>

/* A document of CoNLL-U ends at "# newdoc" or when its text has grown to this: sentences are read
 * one by one, so that the cut changes nothing but their numbers. */
#define DOCUMENT_SIZE ((size_t)4 * 1024 * 1024)

/* The document being put together. */
typedef struct builder {
    char *text;
    size_t size, capacity;
    uint32_t length; /* code points of text */
    char *forms;     /* one after another, each with a NUL */
    size_t form_size, form_capacity;
    chy_given_word *words; /* form: offset in forms until the end */
    size_t *form_at;
    size_t count, capacity_words;
    uint32_t range_words; /* words left of the multi-word token read last */
    uint32_t range_start, range_end;
    bool range_space;
    bool sentence_open;
    bool glued; /* no white space comes before the next token */
} builder;

static bool grow(void **data, size_t item, size_t needed, size_t *capacity) {
    if (needed <= *capacity) {
        return true;
    }
    size_t wider = *capacity < 256 ? 256 : *capacity;
    while (wider < needed) {
        wider *= 2;
    }
    void *moved = realloc(*data, wider * item);
    if (moved == NULL) {
        return false;
    }
    *data = moved;
    *capacity = wider;
    return true;
}

static bool add_text(builder *b, const char *data, size_t size) {
    void *text = b->text;
    bool good = grow(&text, 1, b->size + size + 1, &b->capacity);
    b->text = text;
    if (!good) {
        return false;
    }
    memcpy(b->text + b->size, data, size);
    b->size += size;
    for (size_t i = 0; i < size; i++) {
        b->length += ((unsigned char)data[i] & 0xC0u) != 0x80u;
    }
    return true;
}

static bool add_word(builder *b, const char *form, size_t size, uint32_t start, uint32_t end) {
    void *forms = b->forms;
    bool good = grow(&forms, 1, b->form_size + size + 1, &b->form_capacity);
    b->forms = forms;
    if (good && b->count == b->capacity_words) {
        size_t capacity = b->capacity_words;
        void *words = b->words;
        void *at = b->form_at;
        good = grow(&words, sizeof *b->words, b->count + 1, &capacity);
        capacity = b->capacity_words;
        good = grow(&at, sizeof *b->form_at, b->count + 1, &capacity) && good;
        b->words = words;
        b->form_at = at;
        b->capacity_words = good ? capacity : b->capacity_words;
    }
    if (!good) {
        return false;
    }
    memcpy(b->forms + b->form_size, form, size);
    b->forms[b->form_size + size] = '\0';
    b->form_at[b->count] = b->form_size;
    b->form_size += size + 1;
    b->words[b->count++] = (chy_given_word){NULL, start, end, !b->sentence_open};
    b->sentence_open = true;
    return true;
}

/* The fields of a line that are used: id, form and whether white space follows. */
typedef struct token {
    const char *id, *form;
    size_t id_size, form_size;
    bool space_after;
} token;

static bool has_member(const char *misc, size_t size, const char *member) {
    size_t length = strlen(member);
    for (size_t at = 0; at + length <= size; at++) {
        if (memcmp(misc + at, member, length) == 0) {
            return true;
        }
        const char *bar = memchr(misc + at, '|', size - at);
        if (bar == NULL) {
            break;
        }
        at = (size_t)(bar - misc);
    }
    return false;
}

static bool read_token(const char *line, size_t size, token *t) {
    const char *fields[10];
    size_t sizes[10];
    size_t at = 0;
    for (size_t i = 0; i < 10; i++) {
        if (at > size) {
            return false;
        }
        const char *tab = memchr(line + at, '\t', size - at);
        fields[i] = line + at;
        sizes[i] = tab != NULL ? (size_t)(tab - fields[i]) : size - at;
        at += sizes[i] + 1;
    }
    *t = (token){fields[0], fields[1], sizes[0], sizes[1],
                 !has_member(fields[9], sizes[9], "SpaceAfter=No")};
    return sizes[0] > 0 && sizes[1] > 0 && at == size + 1;
}

static bool number(const char *data, size_t size, uint32_t *value) {
    *value = 0;
    for (size_t i = 0; i < size; i++) {
        if (data[i] < '0' || data[i] > '9' || *value > 100000) {
            return false;
        }
        *value = *value * 10 + (uint32_t)(data[i] - '0');
    }
    return size > 0;
}

static bool begin_token(builder *b, const char *form, size_t size, uint32_t *start, uint32_t *end) {
    if (b->count > 0 && !b->glued && !add_text(b, " ", 1)) {
        return false;
    }
    *start = b->length;
    bool good = add_text(b, form, size);
    *end = b->length;
    return good;
}

/* Adds one line's token. False: `*broken` or no memory. */
static bool add_token(builder *b, const token *t, bool *broken) {
    const char *dash = memchr(t->id, '-', t->id_size);
    uint32_t first;
    uint32_t last;
    if (memchr(t->id, '.', t->id_size) != NULL) {
        return true; /* an empty node of the enhanced graph */
    }
    if (dash != NULL) {
        size_t before = (size_t)(dash - t->id);
        *broken = !number(t->id, before, &first) ||
                  !number(dash + 1, t->id_size - before - 1, &last) || last < first ||
                  b->range_words > 0;
        if (*broken) {
            return false;
        }
        b->range_words = last - first + 1;
        b->range_space = t->space_after;
        return begin_token(b, t->form, t->form_size, &b->range_start, &b->range_end);
    }
    *broken = !number(t->id, t->id_size, &first);
    if (*broken) {
        return false;
    }
    if (b->range_words > 0) {
        b->range_words--;
        b->glued = !b->range_space;
        return add_word(b, t->form, t->form_size, b->range_start, b->range_end);
    }
    uint32_t start;
    uint32_t end;
    bool good = begin_token(b, t->form, t->form_size, &start, &end) &&
                add_word(b, t->form, t->form_size, start, end);
    b->glued = !t->space_after;
    return good;
}

static void free_builder(builder *b) {
    free(b->text);
    free(b->forms);
    free(b->words);
    free(b->form_at);
}

/* Moves what was built into the item. */
static bool hand_over(builder *b, chy_io_item *item) {
    if (!add_text(b, "", 0)) {
        return false;
    }
    b->text[b->size] = '\0';
    for (size_t i = 0; i < b->count; i++) {
        b->words[i].form = b->forms + b->form_at[i];
    }
    free(item->fields[CHY_IO_FIELD_TEXT]);
    item->fields[CHY_IO_FIELD_TEXT] = b->text;
    item->report.text_size = b->size;
    item->report.given_word_count = b->count;
    item->words = b->words;
    item->forms = b->forms;
    free(b->form_at);
    return true;
}

static bool starts_with(const char *line, size_t size, const char *prefix) {
    size_t length = strlen(prefix);
    return size >= length && memcmp(line, prefix, length) == 0;
}

/* A comment. `*stop`: it begins the next document and stays in the window. */
static bool take_comment(builder *b, chy_io_item *item, const char *line, size_t size, bool *stop) {
    bool newdoc = starts_with(line, size, "# newdoc");
    *stop = newdoc && b->count > 0;
    if (*stop) {
        return true;
    }
    if (newdoc) {
        const char *equals = memchr(line, '=', size);
        const char *id = equals != NULL ? equals + 1 : line + size;
        while (id < line + size && *id == ' ') {
            id++;
        }
        return chy_io_item_set(item, CHY_IO_FIELD_ID, id, (size_t)(line + size - id));
    }
    if (starts_with(line, size, "# newpar") && b->count > 0 && !b->sentence_open) {
        b->glued = true;
        return add_text(b, "\n\n", 2);
    }
    return true;
}

/* One line without its end. */
static chy_io_result take_line(chy_io_reader *reader, builder *b, chy_io_item *item,
                               const char *line, size_t size, bool *stop, chy_error *err) {
    bool broken = false;
    bool good = true;
    if (size == 0) {
        *stop = b->sentence_open && b->size > DOCUMENT_SIZE;
        b->sentence_open = false;
        b->range_words = 0;
        return CHY_IO_ITEM;
    }
    if (line[0] == '#') {
        good = take_comment(b, item, line, size, stop);
    } else {
        token t;
        broken = !read_token(line, size, &t);
        good = !broken && add_token(b, &t, &broken);
    }
    if (broken) {
        size_t number_of_line = chy_io_stream_line(reader->stream);
        (void)chy_io_fail(err, CHY_ERROR_TEXT, reader->source, CHY_NOWHERE, number_of_line,
                          "Line %zu is not CoNLL-U: it needs ten columns, an id and a form.",
                          number_of_line);
        return CHY_IO_UNREADABLE;
    }
    return good ? CHY_IO_ITEM : chy_io_no_memory(reader, err);
}

chy_io_result chy_io_next_conllu(chy_io_reader *reader, chy_io_item *item, chy_error *err) {
    builder b = {0};
    bool stop = false;
    chy_io_result result = CHY_IO_ITEM;
    while (!stop && result == CHY_IO_ITEM) {
        size_t size = chy_io_next_line(reader, &result, err);
        if (result != CHY_IO_ITEM) {
            break;
        }
        size_t have;
        const char *line = chy_io_stream_window(reader->stream, &have);
        size_t trimmed = size;
        while (trimmed > 0 && (line[trimmed - 1] == '\n' || line[trimmed - 1] == '\r')) {
            trimmed--;
        }
        result = take_line(reader, &b, item, line, trimmed, &stop, err);
        bool keep = stop && trimmed > 0;
        if (!keep) {
            chy_io_stream_consume(reader->stream, size);
        }
    }
    bool whole = result == CHY_IO_ITEM || result == CHY_IO_END;
    if (whole && b.count > 0) {
        if (hand_over(&b, item)) {
            return CHY_IO_ITEM;
        }
        result = chy_io_no_memory(reader, err);
    }
    free_builder(&b);
    if (result == CHY_IO_REJECTED) {
        (void)chy_io_fail(err, CHY_ERROR_LIMIT, reader->source, CHY_NOWHERE, item->line,
                          "A line is too long.");
        return CHY_IO_UNREADABLE;
    }
    return result;
}
