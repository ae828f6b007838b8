#include "io/reader.h"

#include <string.h>
#include <strings.h>

static const char *const container_names[CHY_IO_CONTAINER_COUNT] = {"sniff", "text", "jsonl",
                                                                    "csv",   "tsv",  "conllu"};

chy_io_container chy_io_container_of(const char *name) {
    for (int i = 1; i < CHY_IO_CONTAINER_COUNT; i++) {
        if (strcmp(container_names[i], name) == 0) {
            return (chy_io_container)i;
        }
    }
    return CHY_IO_CONTAINER_COUNT;
}

static bool ends_with(const char *path, size_t size, const char *ending) {
    size_t length = strlen(ending);
    return size > length && memcmp(path + size - length, ending, length) == 0;
}

/* By the ending of the name, one of gzip left aside; CHY_IO_SNIFF for an ending that says nothing.
 */
static chy_io_container by_name(const char *path) {
    static const struct {
        const char *ending;
        chy_io_container container;
    } endings[] = {{".jsonl", CHY_IO_JSONL}, {".ndjson", CHY_IO_JSONL}, {".csv", CHY_IO_CSV},
                   {".tsv", CHY_IO_TSV},     {".tab", CHY_IO_TSV},      {".conllu", CHY_IO_CONLLU}};
    size_t size = strlen(path);
    if (ends_with(path, size, ".gz")) {
        size -= 3;
    }
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (ends_with(path, size, endings[i].ending)) {
            return endings[i].container;
        }
    }
    return CHY_IO_SNIFF;
}

/* Whether the line, split at `delimiter`, has the name of the text's column, in any case. */
static bool has_column(const char *line, size_t size, char delimiter, const char *name) {
    size_t length = strlen(name);
    size_t at = 0;
    while (at <= size) {
        const char *found = at < size ? memchr(line + at, delimiter, size - at) : NULL;
        const char *start = line + at;
        size_t width = found != NULL ? (size_t)(found - start) : size - at;
        at += width + 1;
        if (width >= 2 && start[0] == '"' && start[width - 1] == '"') {
            start++;
            width -= 2;
        }
        if (width == length && strncasecmp(start, name, length) == 0) {
            return true;
        }
    }
    return false;
}

/* "{" and then a key or "}": news does not begin so. */
static bool looks_like_json(const char *data, size_t size) {
    size_t at = 0;
    while (at < size && strchr(" \t\r\n", data[at]) != NULL) {
        at++;
    }
    if (at == size || data[at++] != '{') {
        return false;
    }
    while (at < size && (data[at] == ' ' || data[at] == '\t')) {
        at++;
    }
    return at < size && (data[at] == '"' || data[at] == '}');
}

static size_t count_char(const char *data, size_t size, char c) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++) {
        count += data[i] == c;
    }
    return count;
}

static bool starts_with(const char *line, size_t size, const char *prefix) {
    size_t length = strlen(prefix);
    return size >= length && memcmp(line, prefix, length) == 0;
}

/* The first line that is no comment has ten columns, the first of them a number. */
static bool looks_like_conllu(const char *data, size_t size) {
    size_t at = 0;
    while (at < size) {
        const char *found = memchr(data + at, '\n', size - at);
        size_t width = found != NULL ? (size_t)(found - data) - at : size - at;
        if (width > 0 && data[at] != '#' && data[at] != '\r') {
            return data[at] >= '0' && data[at] <= '9' && count_char(data + at, width, '\t') == 9;
        }
        bool known = starts_with(data + at, width, "# sent_id") ||
                     starts_with(data + at, width, "# newdoc") ||
                     starts_with(data + at, width, "# newpar") ||
                     starts_with(data + at, width, "# text =");
        if (known || found == NULL) {
            return known;
        }
        at += width + 1;
    }
    return false;
}

static chy_io_container by_content(const chy_io_options *options, const char *data, size_t size) {
    if (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
        data += 3;
        size -= 3;
    }
    if (looks_like_json(data, size)) {
        return CHY_IO_JSONL;
    }
    if (size == 0) {
        return CHY_IO_TEXT;
    }
    if (looks_like_conllu(data, size)) {
        return CHY_IO_CONLLU;
    }
    const char *found = memchr(data, '\n', size);
    size_t width = found != NULL ? (size_t)(found - data) : size;
    if (width > 0 && data[width - 1] == '\r') {
        width--;
    }
    const char *name = options->columns[CHY_IO_FIELD_TEXT];
    name = name != NULL ? name : chy_io_field_name(CHY_IO_FIELD_TEXT);
    if (has_column(data, width, '\t', name)) {
        return CHY_IO_TSV;
    }
    if (has_column(data, width, ',', name) || has_column(data, width, ';', name)) {
        return CHY_IO_CSV;
    }
    return CHY_IO_TEXT;
}

chy_io_container chy_io_sniff(const chy_io_options *options, const char *path, const char *data,
                              size_t size) {
    chy_io_container container = by_name(path);
    if (container == CHY_IO_SNIFF || (options->accepted >> container & 1u) == 0) {
        container = by_content(options, data, size);
    }
    if ((options->accepted >> container & 1u) != 0) {
        return container;
    }
    return CHY_IO_SNIFF;
}

static size_t skip_blank(const char *data, size_t size, size_t at) {
    while (at < size && strchr(" \t\r\n", data[at]) != NULL && data[at] != '\0') {
        at++;
    }
    return at;
}

const char *chy_io_no_text(const char *data, size_t size) {
    if (size >= 2 && (memcmp(data, "\xFF\xFE", 2) == 0 || memcmp(data, "\xFE\xFF", 2) == 0)) {
        return "UTF-16; `iconv -f UTF-16 -t UTF-8` makes UTF-8 of it";
    }
    size_t at = size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    at = skip_blank(data, size, at);
    if (at + 1 >= size) {
        return NULL;
    }
    char next = data[at + 1];
    bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    if (data[at] == '<' && (letter || next == '!' || next == '?')) {
        return "HTML or XML, which is not read; --from text reads it as prose";
    }
    size_t inner = skip_blank(data, size, at + 1);
    char first = ' ';
    if (inner < size) {
        first = data[inner];
    }
    if (data[at] == '[' && (first == '{' || first == ']')) {
        return "a JSON array; `jq -c .[]` makes JSON Lines of it; --from text reads it as prose";
    }
    if (data[at] == '{' && (first == '"' || first == '}')) {
        return "JSON over several lines; `jq -c .` makes JSON Lines of it; --from text reads it as "
               "prose";
    }
    return NULL;
}
