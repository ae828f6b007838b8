#include "lexicon/dictionary.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#define MOST_STRING_BYTES (256u << 20)

void chy_facts_builder_over(chy_facts_builder *builder, const chy_lexicon *below,
                            chy_facts_report *report, void *context) {
    builder->below = below;
    builder->report = report;
    builder->report_context = context;
}

chy_status chy_build_limit(const chy_facts_builder *builder, const char *name, size_t line,
                           chy_error *err) {
    bool many =
        builder->entry_count > CHY_LIMIT_TABLE_ROWS || builder->record_count > CHY_LIMIT_TABLE_ROWS;
    if (!many && builder->string_bytes <= MOST_STRING_BYTES) return CHY_OK;
    return chy_fail(err, CHY_ERROR_LIMIT, name, CHY_NOWHERE, line,
                    "The tables have more than %u rows, each counted once for each of its forms, "
                    "or more than %u MB of words.",
                    CHY_LIMIT_TABLE_ROWS, MOST_STRING_BYTES >> 20);
}

/* ---- Doubts about forms ---- */

/* 1 Latin, 2 Greek, 4 Cyrillic, 0 anything else. */
static unsigned alphabet(utf8proc_int32_t c) {
    utf8proc_int32_t small = c | 0x20;
    if ((small >= 'a' && small <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
        (c >= 0x1E00 && c <= 0x1EFF)) {
        return 1;
    }
    if (c >= 0x370 && c <= 0x3FF) return 2;
    return c >= 0x400 && c <= 0x52F ? 4 : 0;
}

const char *chy_form_doubt(chy_slice form, bool *usable) {
    char key[CHY_LEXICON_KEY_BYTES];
    size_t size = chy_lexicon_key(form, key, sizeof key);
    *usable = size > 0;
    if (size == 0) return form.size > 16 ? "A form is too long to be found" : "A form is empty";
    uint32_t words = 1;
    for (size_t i = 0; i < size; i++)
        words += key[i] == ' ';
    if (words > CHY_LEXICON_LONGEST) return "A form has more words than are looked up together";
    unsigned seen = 0;
    for (size_t at = 0; at < form.size;) {
        utf8proc_int32_t c = -1;
        utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)form.data + at,
                                                  (utf8proc_ssize_t)(form.size - at), &c);
        if (bytes < 1) return "A form is not UTF-8";
        seen |= alphabet(c);
        at += (size_t)bytes;
    }
    return (seen & (seen - 1)) != 0 ? "A form mixes letters of two alphabets" : NULL;
}

/* ---- What a table is written in ---- */

static bool contains(chy_slice text, const char *part) {
    size_t size = strlen(part);
    for (size_t i = 0; i + size <= text.size; i++) {
        if (memcmp(text.data + i, part, size) == 0) return true;
    }
    return false;
}

static bool ends_with(const char *name, const char *ending) {
    size_t size = strlen(name), width = strlen(ending);
    return size >= width && strcmp(name + size - width, ending) == 0;
}

const char *chy_facts_form_name(chy_facts_form form) {
    static const char *const names[CHY_FACTS_FORM_COUNT] = {
        "unknown", "tsv", "actors", "agents", "CountryInfo", "neither names nor agents"};
    return (unsigned)form < CHY_FACTS_FORM_COUNT ? names[form] : "";
}

static chy_facts_form form_by_name(const char *name) {
    static const struct {
        const char *part;
        chy_facts_form form;
    } parts[] = {{".actors", CHY_FACTS_FORM_ACTORS},
                 {".agents", CHY_FACTS_FORM_AGENTS},
                 {"CountryInfo", CHY_FACTS_FORM_COUNTRY_INFO},
                 {".discard", CHY_FACTS_FORM_OTHER},
                 {".verb", CHY_FACTS_FORM_OTHER},
                 {".issue", CHY_FACTS_FORM_OTHER},
                 {".Issue", CHY_FACTS_FORM_OTHER},
                 {".preposition", CHY_FACTS_FORM_OTHER}};
    if (ends_with(name, ".tsv")) return CHY_FACTS_FORM_TSV;
    const char *slash = strrchr(name, '/');
    chy_slice base = chy_slice_of(slash ? slash + 1 : name);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (contains(base, parts[i].part)) return parts[i].form;
    }
    return CHY_FACTS_FORM_SNIFF;
}

/* Lines that are looked at to tell what a file is. */
#define SNIFFED_LINES 2000

/* What a line speaks for. */
static chy_facts_form form_of_line(chy_slice line) {
    if (contains(line, "<Country>") || contains(line, "<CountryCode>"))
        return CHY_FACTS_FORM_COUNTRY_INFO;
    if (line.size == 0 || line.data[0] == '#' || line.data[0] == '<') return CHY_FACTS_FORM_SNIFF;
    if (line.data[0] == '-' || line.data[0] == '&' || line.data[0] == '~')
        return CHY_FACTS_FORM_OTHER;
    bool code = contains(line, "[");
    if (code && (contains(line, "[~") || contains(line, "~]"))) return CHY_FACTS_FORM_AGENTS;
    if (code) return CHY_FACTS_FORM_ACTORS;
    bool header = contains(line, "\t") || chy_slice_is(line, "name");
    return header && contains(line, "name") ? CHY_FACTS_FORM_TSV : CHY_FACTS_FORM_SNIFF;
}

static chy_facts_form sniff(const chy_facts_source *source) {
    chy_facts_form form = form_by_name(source->name);
    size_t at = 0;
    for (int lines = 0; form == CHY_FACTS_FORM_SNIFF && at < source->size && lines < SNIFFED_LINES;
         lines++) {
        const char *start = source->text + at;
        const char *end = memchr(start, '\n', source->size - at);
        size_t size = end ? (size_t)(end - start) : source->size - at;
        form = form_of_line((chy_slice){start, size < 512 ? size : 512});
        at += size + 1;
    }
    return form;
}

/* ---- Reading ---- */

/* "table:ours" of "lists/ours.tsv". */
static bool intern_label(chy_facts_builder *builder, const char *name, uint32_t *source) {
    const char *slash = strrchr(name, '/');
    const char *base = slash ? slash + 1 : name;
    const char *dot = strrchr(base, '.');
    size_t size = dot && dot > base ? (size_t)(dot - base) : strlen(base);
    char label[96];
    int length = snprintf(label, sizeof label, "table:%.*s", (int)(size < 80 ? size : 80), base);
    return length > 0 && chy_build_intern(builder, (chy_slice){label, (size_t)length}, source);
}

static void report(const chy_facts_builder *builder, const chy_error *problem) {
    if (builder->report) builder->report(builder->report_context, problem, false);
}

/* Verbs, issues and discards lie beside actors and agents: that is no error; anything else is. */
static void report_unread(const chy_facts_builder *builder, const char *name, bool known) {
    chy_error problem;
    (void)chy_fail(&problem, CHY_ERROR_FACTS, name, CHY_NOWHERE, CHY_NOWHERE,
                   known ? "This holds neither names nor agents, and is not read."
                         : "This is no table of facts, and no dictionary of actors or agents.");
    if (builder->report) builder->report(builder->report_context, &problem, known);
}

/* Rows of our own layout; a wrong row is left out, a wrong header ends the table. */
static chy_status read_tsv(chy_facts_builder *builder, const char *name, chy_slice text,
                           uint32_t source, chy_error *err) {
    chy_table table;
    chy_error problem;
    chy_status status = chy_table_open(&table, name, text, &problem);
    if (status != CHY_OK) {
        report(builder, &problem);
        return CHY_OK;
    }
    for (bool found = true; found;) {
        chy_table_row row;
        status = chy_table_next(&table, &row, &found, &problem);
        if (status == CHY_OK && found)
            status = chy_build_row(builder, &table, &row, source, &problem);
        if (status == CHY_ERROR_MEMORY) return chy_fail_memory(err);
        if (status != CHY_OK) report(builder, &problem);
        status = chy_build_limit(builder, name, table.line, err);
        if (status != CHY_OK) return status;
    }
    return CHY_OK;
}

chy_status chy_facts_builder_read(chy_facts_builder *builder, const chy_facts_source *source,
                                  chy_facts_form *form, chy_error *err) {
    chy_facts_form is = source->form == CHY_FACTS_FORM_SNIFF ? sniff(source) : source->form;
    if (form) *form = is;
    uint32_t label = 0;
    const char *name = chy_arena_string(builder->arena, source->name, strlen(source->name));
    if (!name || !intern_label(builder, source->name, &label) ||
        !chy_arena_room(builder->arena, (void **)&builder->files, sizeof *builder->files,
                        builder->file_count, &builder->file_room))
        return chy_fail_memory(err);
    builder->files[builder->file_count++] = name;
    chy_slice text = {source->text, source->size};
    if (text.size > 2 && memcmp(text.data, "\x1F\x8B", 2) == 0) {
        chy_error problem;
        (void)chy_fail(&problem, CHY_ERROR_FACTS, name, CHY_NOWHERE, CHY_NOWHERE,
                       "This is gzip, which tables may not be; unpack it.");
        report(builder, &problem);
        return CHY_OK;
    }
    if (is == CHY_FACTS_FORM_TSV) return read_tsv(builder, source->name, text, label, err);
    if (is == CHY_FACTS_FORM_SNIFF || is >= CHY_FACTS_FORM_OTHER) {
        report_unread(builder, source->name, is == CHY_FACTS_FORM_OTHER);
        return CHY_OK;
    }
    chy_dictionary dictionary;
    if (!chy_dictionary_open(&dictionary, builder, source->name, text, label))
        return chy_fail_memory(err);
    if (is == CHY_FACTS_FORM_AGENTS) return chy_agents_read(&dictionary, err);
    return is == CHY_FACTS_FORM_ACTORS ? chy_actors_read(&dictionary, err)
                                       : chy_country_info_read(&dictionary, err);
}
