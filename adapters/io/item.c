#include "io/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const field_names[CHY_IO_FIELD_COUNT] = {
    "text", "id", "title", "published", "publisher", "url", "dateline", "language"};

const char *chy_io_field_name(chy_io_field field) {
    return field < CHY_IO_FIELD_COUNT ? field_names[field] : "";
}

const char *chy_io_column(const chy_io_options *options, chy_io_field field) {
    const char *name = options->columns[field];
    return name != NULL ? name : chy_io_field_name(field);
}

chy_io_field chy_io_field_of(const char *name, size_t size) {
    for (int i = 0; i < CHY_IO_FIELD_COUNT; i++) {
        if (strlen(field_names[i]) == size && memcmp(field_names[i], name, size) == 0) {
            return (chy_io_field)i;
        }
    }
    return CHY_IO_FIELD_COUNT;
}

char *chy_io_copy(const char *data, size_t size) {
    char *copy = malloc(size + 1);
    if (copy != NULL) {
        if (size > 0) {
            memcpy(copy, data, size);
        }
        copy[size] = '\0';
    }
    return copy;
}

bool chy_io_item_set(chy_io_item *item, chy_io_field field, const char *data, size_t size) {
    char *copy = chy_io_copy(data, size);
    if (copy == NULL) {
        return false;
    }
    free(item->fields[field]);
    item->fields[field] = copy;
    if (field == CHY_IO_FIELD_TEXT) {
        item->report.text_size = size;
    }
    return true;
}

void chy_io_item_free(chy_io_item *item) {
    for (int i = 0; i < CHY_IO_FIELD_COUNT; i++) {
        free(item->fields[i]);
    }
    free(item->words);
    free(item->forms);
    memset(item, 0, sizeof *item);
}

chy_io_result chy_io_no_memory(const chy_io_reader *reader, chy_error *err) {
    (void)chy_io_fail(err, CHY_ERROR_MEMORY, reader->source, CHY_NOWHERE, CHY_NOWHERE,
                      "There is no memory to read it.");
    return CHY_IO_UNREADABLE;
}

/* A report without a name of its own is called by its place: "reports.jsonl:12". */
static bool set_default_id(const chy_io_reader *reader, chy_io_item *item) {
    size_t size = strlen(reader->source) + 32;
    char *id = malloc(size);
    if (id == NULL) {
        return false;
    }
    if (item->line == CHY_NOWHERE) {
        (void)snprintf(id, size, "%s", reader->source);
    } else {
        (void)snprintf(id, size, "%s:%zu", reader->source, item->line);
    }
    free(item->fields[CHY_IO_FIELD_ID]);
    item->fields[CHY_IO_FIELD_ID] = id;
    return true;
}

static const char *known(const char *field) {
    return field != NULL && field[0] != '\0' ? field : NULL;
}

chy_io_result chy_io_item_finish(const chy_io_reader *reader, chy_io_item *item, chy_error *err) {
    if (known(item->fields[CHY_IO_FIELD_ID]) == NULL && !set_default_id(reader, item)) {
        return chy_io_no_memory(reader, err);
    }
    chy_report *report = &item->report;
    report->text = item->fields[CHY_IO_FIELD_TEXT] != NULL ? item->fields[CHY_IO_FIELD_TEXT] : "";
    report->id = item->fields[CHY_IO_FIELD_ID];
    report->title = known(item->fields[CHY_IO_FIELD_TITLE]);
    report->published = known(item->fields[CHY_IO_FIELD_PUBLISHED]);
    report->published_else = reader->options->published;
    report->publisher = known(item->fields[CHY_IO_FIELD_PUBLISHER]);
    report->url = known(item->fields[CHY_IO_FIELD_URL]);
    report->dateline = known(item->fields[CHY_IO_FIELD_DATELINE]);
    report->language = known(item->fields[CHY_IO_FIELD_LANGUAGE]);
    report->lenient = reader->options->lenient;
    report->given_words = item->words;
    return CHY_IO_ITEM;
}
