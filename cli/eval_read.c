#include "eval.h"

#include <stdlib.h>
#include <string.h>

/* The sentence being read. */
typedef struct reading {
    eval_file *file;
    uint32_t line;
    uint32_t first_word; /* of the sentence */
    uint32_t range_left; /* words left of a multi-word token */
    uint32_t range_start, range_end;
} reading;

static bool room(void **items, size_t item, size_t needed, size_t *capacity) {
    if (needed <= *capacity) {
        return true;
    }
    size_t wider = needed * 2 > 1024 ? needed * 2 : 1024;
    void *moved = realloc(*items, wider * item);
    if (moved == NULL) {
        chy_cli_say("there is no memory for the file.");
        return false;
    }
    *items = moved;
    *capacity = wider;
    return true;
}

static bool refuse(const reading *r, const char *why) {
    chy_cli_say("%s:%u: %s", r->file->path, r->line, why);
    return false;
}

size_t chy_eval_space(const char *at, size_t left) {
    const unsigned char *c = (const unsigned char *)at;
    if (c[0] == ' ') {
        return 1;
    }
    if (left >= 2 && c[0] == 0xC2 && c[1] == 0xA0) {
        return 2; /* U+00A0 */
    }
    if (left < 3) {
        return 0;
    }
    uint32_t three = (uint32_t)c[0] << 16 | (uint32_t)c[1] << 8 | c[2];
    bool space = three == 0xE19A80u ||                         /* U+1680 */
                 (three >= 0xE28080u && three <= 0xE2808Au) || /* U+2000 to U+200A */
                 three == 0xE280AFu || three == 0xE2819Fu ||   /* U+202F, U+205F */
                 three == 0xE38080u;                           /* U+3000 */
    return space ? 3 : 0;
}

/* The characters of a token, white space left out. */
static bool add_characters(const reading *r, eval_text form) {
    eval_file *file = r->file;
    void *data = file->characters;
    bool good = room(&data, 1, file->character_size + form.size, &file->character_capacity);
    file->characters = data;
    const size_t before = file->character_size;
    for (size_t i = 0; good && i < form.size;) {
        size_t space = chy_eval_space(form.data + i, form.size - i);
        if (space == 0) {
            file->characters[file->character_size++] = form.data[i];
            file->length += ((unsigned char)form.data[i] & 0xC0u) != 0x80u;
        }
        i += space > 0 ? space : 1;
    }
    return good && (file->character_size > before || refuse(r, "the FORM is empty."));
}

static bool number(eval_text text, uint32_t *value) {
    *value = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || *value > 1000000) {
            return false;
        }
        *value = *value * 10 + (uint32_t)(text.data[i] - '0');
    }
    return text.size > 0;
}

/* The value of NER= in MISC; empty for none. */
static eval_text name_of(eval_text misc) {
    for (size_t at = 0; at < misc.size;) {
        const char *bar = memchr(misc.data + at, '|', misc.size - at);
        size_t end = bar != NULL ? (size_t)(bar - misc.data) : misc.size;
        if (end - at > 4 && memcmp(misc.data + at, "NER=", 4) == 0) {
            return (eval_text){misc.data + at + 4, end - at - 4};
        }
        at = end + 1;
    }
    return (eval_text){"", 0};
}

static bool add_word(reading *r, const eval_text fields[10]) {
    eval_file *file = r->file;
    eval_word word = {.form = fields[1],
                      .lemma = fields[2],
                      .upos = fields[3],
                      .xpos = fields[4],
                      .feats = fields[5],
                      .deprel = fields[7],
                      .name = name_of(fields[9]),
                      .sentence = file->sentence_count,
                      .line = r->line};
    uint32_t id;
    if (!number(fields[0], &id) || id != file->word_count - r->first_word + 1) {
        return refuse(r, "the ID does not follow the one before.");
    }
    /* Heads are numbers in the sentence until it ends; a file of words alone has "_". */
    word.has_head = number(fields[6], &word.head);
    if (!word.has_head && !(fields[6].size == 1 && fields[6].data[0] == '_')) {
        return refuse(r, "the HEAD is no number.");
    }
    if (r->range_left > 0) {
        r->range_left--;
        word.multiword = true;
        word.start = r->range_start;
        word.end = r->range_end;
    } else {
        word.start = file->length;
        if (!add_characters(r, fields[1])) {
            return false;
        }
        word.end = file->length;
    }
    void *words = file->words;
    bool good = room(&words, sizeof word, (size_t)file->word_count + 1, &file->word_capacity);
    file->words = words;
    if (good) {
        file->words[file->word_count++] = word;
    }
    return good;
}

static bool add_range(reading *r, const eval_text fields[10], size_t dash) {
    uint32_t first;
    uint32_t last;
    eval_text left = {fields[0].data, dash};
    eval_text right = {fields[0].data + dash + 1, fields[0].size - dash - 1};
    if (!number(left, &first) || !number(right, &last) || last < first || r->range_left > 0 ||
        first != r->file->word_count - r->first_word + 1) {
        return refuse(r, "the ID of this multi-word token is not the range of the words after it.");
    }
    r->range_left = last - first + 1;
    r->range_start = r->file->length;
    bool good = add_characters(r, fields[1]);
    r->range_end = r->file->length;
    return good;
}

static bool end_sentence(reading *r) {
    eval_file *file = r->file;
    uint32_t count = file->word_count - r->first_word;
    if (count == 0) {
        return true;
    }
    if (r->range_left > 0) {
        return refuse(r, "the sentence ends inside a multi-word token.");
    }
    for (uint32_t i = r->first_word; i < file->word_count; i++) {
        uint32_t head = file->words[i].head;
        if (head > count) {
            r->line = file->words[i].line;
            return refuse(r, "the HEAD is no word of the sentence.");
        }
        file->words[i].head = head == 0 ? CHY_NONE : r->first_word + head - 1;
    }
    void *sentences = file->sentences;
    bool good = room(&sentences, sizeof *file->sentences, (size_t)file->sentence_count + 1,
                     &file->sentence_capacity);
    file->sentences = sentences;
    if (good) {
        file->sentences[file->sentence_count++] =
            (eval_span){file->words[r->first_word].start, file->length, {"", 0}};
    }
    r->first_word = file->word_count;
    return good;
}

static bool read_line(reading *r, const char *line, size_t size) {
    eval_text fields[10];
    size_t at = 0;
    if (size == 0) {
        return end_sentence(r);
    }
    if (line[0] == '#') {
        return true;
    }
    for (size_t i = 0; i < 10; i++) {
        const char *tab = at <= size ? memchr(line + at, '\t', size - at) : NULL;
        if (at > size) {
            return refuse(r, "this line has fewer than ten columns.");
        }
        fields[i] = (eval_text){line + at, tab != NULL ? (size_t)(tab - line) - at : size - at};
        at += fields[i].size + 1;
    }
    const char *dash = memchr(fields[0].data, '-', fields[0].size);
    if (memchr(fields[0].data, '.', fields[0].size) != NULL) {
        return true;
    }
    return dash != NULL ? add_range(r, fields, (size_t)(dash - fields[0].data))
                        : add_word(r, fields);
}

static bool same(eval_text a, eval_text b) {
    return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

static bool begins(eval_text tag, char letter) {
    return tag.size > 2 && tag.data[0] == letter && tag.data[1] == '-';
}

/* Names from B- and I- tags: spans of the characters. */
static bool find_names(eval_file *file) {
    for (uint32_t i = 0; i < file->word_count;) {
        eval_text tag = file->words[i].name;
        if (!begins(tag, 'B') && !begins(tag, 'I')) {
            i++;
            continue;
        }
        eval_span name = {file->words[i].start, file->words[i].end, {tag.data + 2, tag.size - 2}};
        uint32_t sentence = file->words[i].sentence;
        for (i++; i < file->word_count && begins(file->words[i].name, 'I') &&
                  file->words[i].sentence == sentence &&
                  same((eval_text){file->words[i].name.data + 2, file->words[i].name.size - 2},
                       name.kind);
             i++) {
            name.end = file->words[i].end;
        }
        void *names = file->names;
        bool good = room(&names, sizeof name, (size_t)file->name_count + 1, &file->name_capacity);
        file->names = names;
        if (!good) {
            return false;
        }
        file->names[file->name_count++] = name;
    }
    return true;
}

/* The whole file in memory. */
static bool read_all(const char *path, eval_file *file) {
    chy_io_stream *stream = NULL;
    chy_error err;
    bool end = false;
    if (chy_io_stream_open(path, &stream, &err) != CHY_OK) {
        chy_cli_say("%s: %s", path, err.message);
        return false;
    }
    while (!end) {
        if (!chy_io_stream_fill(stream, &end, &err) && err.code != CHY_OK) {
            chy_cli_say("%s: %s", path, err.message);
            chy_io_stream_close(stream);
            return false;
        }
    }
    const char *window = chy_io_stream_window(stream, &file->size);
    file->data = malloc(file->size + 1);
    if (file->data != NULL && file->size > 0) {
        memcpy(file->data, window, file->size);
    }
    chy_io_stream_close(stream);
    return file->data != NULL;
}

bool chy_eval_read(const char *path, eval_file *file) {
    memset(file, 0, sizeof *file);
    file->path = path;
    if (!read_all(path, file)) {
        return false;
    }
    reading r = {.file = file};
    size_t at = 0;
    while (at < file->size) {
        const char *found = memchr(file->data + at, '\n', file->size - at);
        size_t end = found != NULL ? (size_t)(found - file->data) : file->size;
        size_t size = end - at;
        size -= size > 0 && file->data[end - 1] == '\r';
        r.line++;
        if (!read_line(&r, file->data + at, size)) {
            return false;
        }
        at = end + 1;
    }
    if (!end_sentence(&r) || !find_names(file)) {
        return false;
    }
    if (file->word_count == 0) {
        chy_cli_say("%s holds no CoNLL-U.", path);
        return false;
    }
    return true;
}

void chy_eval_free(eval_file *file) {
    free(file->data);
    free(file->words);
    free(file->sentences);
    free(file->names);
    free(file->characters);
    memset(file, 0, sizeof *file);
}
