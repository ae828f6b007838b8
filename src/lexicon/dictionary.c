#include "lexicon/dictionary.h"

#include <string.h>

/* What is wrong with one line is told so often: to find the column costs a walk along the line. */
#define MOST_LINE_REPORTS 16u

chy_slice chy_trim(chy_slice text) {
    while (text.size > 0 && (text.data[0] == ' ' || text.data[0] == '\t')) {
        text.data++;
        text.size--;
    }
    while (text.size > 0 && (text.data[text.size - 1] == ' ' || text.data[text.size - 1] == '\t'))
        text.size--;
    return text;
}

bool chy_dictionary_open(chy_dictionary *d, chy_facts_builder *builder, const char *name,
                         chy_slice text, uint32_t source) {
    *d = (chy_dictionary){.builder = builder, .name = name, .text = text, .source = source};
    if (text.size >= 3 && memcmp(text.data, "\xEF\xBB\xBF", 3) == 0) d->at = 3;
    d->buffer = chy_arena_alloc(builder->arena, CHY_TABLE_LINE_BYTES, 1);
    return d->buffer != NULL;
}

void chy_dictionary_report(chy_dictionary *d, bool doubt, chy_slice at, const char *what) {
    if (!d->builder->report || d->line_reports == MOST_LINE_REPORTS) return;
    d->line_reports++;
    chy_error problem;
    int shown = at.size > 60 ? 60 : (int)at.size;
    (void)chy_fail(&problem, CHY_ERROR_FACTS, d->name, d->begin, d->line, "%s: '%.*s'.", what,
                   shown, shown > 0 ? at.data : "");
    const char *begin = d->text.data + d->begin;
    if (at.size > 0 && at.data >= begin && at.data < d->text.data + d->at)
        problem.column = chy_table_column_at(begin, at.data);
    d->builder->report(d->builder->report_context, &problem, doubt);
}

/* ---- Lines ---- */

/* The line without what stands between <!-- and -->, which may begin or end on other lines. */
static chy_slice strip_comments(chy_dictionary *d, chy_slice line) {
    size_t used = 0;
    bool touched = d->in_comment;
    for (size_t at = 0; at < line.size;) {
        size_t left = line.size - at;
        if (d->in_comment && left >= 3 && memcmp(line.data + at, "-->", 3) == 0) {
            d->in_comment = false;
            at += 3;
        } else if (!d->in_comment && left >= 4 && memcmp(line.data + at, "<!--", 4) == 0) {
            d->in_comment = touched = true;
            at += 4;
        } else {
            if (!d->in_comment) d->buffer[used++] = line.data[at];
            at++;
        }
    }
    return touched ? (chy_slice){d->buffer, used} : line;
}

/* Cuts off what stands behind #, or behind ; where TABARI writes its remarks: after the codes. */
static chy_slice cut_remark(chy_slice line) {
    size_t size = 0;
    bool coded = false;
    while (size < line.size && line.data[size] != '#' &&
           !(line.data[size] == ';' && (coded || size == 0))) {
        coded = coded || line.data[size] == ']';
        size++;
    }
    return (chy_slice){line.data, size};
}

bool chy_dictionary_line(chy_dictionary *d, chy_slice *line) {
    while (d->at < d->text.size) {
        const char *start = d->text.data + d->at;
        const char *end = memchr(start, '\n', d->text.size - d->at);
        size_t size = end ? (size_t)(end - start) : d->text.size - d->at;
        d->begin = d->at;
        d->line++;
        d->line_reports = 0;
        d->at += end ? size + 1 : size;
        if (size > 0 && start[size - 1] == '\r') size--;
        chy_slice whole = {start, size};
        if (size > CHY_TABLE_LINE_BYTES) {
            chy_dictionary_report(d, false, whole, "A line has more than 65536 bytes");
            continue;
        }
        if (!chy_table_utf8(whole)) {
            chy_dictionary_report(d, false, (chy_slice){0}, "A line is not UTF-8 or holds a NUL");
            continue;
        }
        *line = strip_comments(d, whole);
        if (!d->keeps_remarks || (line->size > 0 && line->data[0] == '#'))
            *line = cut_remark(*line);
        *line = chy_trim(*line);
        bool marker = line->size >= 2 && memcmp(line->data, "<!", 2) == 0;
        if (line->size > 0 && !marker) return true;
    }
    return false;
}

/* ---- Phrases ---- */

static bool has_small(chy_slice raw) {
    for (size_t i = 0; i < raw.size; i++) {
        if (raw.data[i] >= 'a' && raw.data[i] <= 'z') return true;
    }
    return false;
}

bool chy_dictionary_phrase(chy_dictionary *d, chy_slice raw, bool capitals, chy_slice *phrase) {
    char *out = chy_arena_string(d->builder->arena, raw.data, raw.size);
    if (!out) return false;
    bool keep = capitals && has_small(raw), inside = false;
    for (size_t i = 0; i < raw.size; i++) {
        char c = out[i];
        if (c == '_' || c == '\t') c = ' ';
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' ||
                      (unsigned char)c >= 0x80;
        if (!keep && (inside || !capitals)) c = chy_ascii_lower(c);
        out[i] = c;
        inside = letter;
    }
    *phrase = chy_trim((chy_slice){out, raw.size});
    return true;
}

bool chy_dictionary_form(chy_dictionary *d, chy_slice raw) {
    chy_slice form;
    if (!chy_dictionary_phrase(d, chy_trim(raw), true, &form)) return false;
    if (form.size == 0 || d->form_count >= CHY_DICTIONARY_FORMS) {
        chy_dictionary_report(d, false, raw,
                              form.size == 0 ? "A phrase is empty" : "An actor has too many forms");
        return true;
    }
    bool usable;
    const char *doubt = chy_form_doubt(form, &usable);
    if (doubt) chy_dictionary_report(d, usable, raw, doubt);
    if (!chy_arena_room(d->builder->arena, (void **)&d->forms, sizeof *d->forms, d->form_count,
                        &d->form_room)) {
        return false;
    }
    d->forms[d->form_count++] = form;
    return true;
}

/* ---- Codes ---- */

/* The day before; a date that is none ("20090231") stands as it is between its neighbours. */
static int32_t day_before(int32_t date) {
    if (date % 100 > 1) return date - 1;
    int32_t month = date / 100;
    return month % 100 > 1 ? (month - 1) * 100 + 31 : (date / 10000 - 1) * 10000 + 1231;
}

/* YYMMDD (00 to 30 are this century's) or YYYYMMDD, of which further digits are dropped. */
static bool read_date(chy_slice text, int32_t *date) {
    size_t digits = 0;
    int32_t value = 0;
    while (digits < text.size && text.data[digits] >= '0' && text.data[digits] <= '9') {
        if (digits < 8) value = value * 10 + (text.data[digits] - '0');
        digits++;
    }
    if (digits != text.size || digits < 6 || digits == 7) return false;
    if (digits == 6) value += value / 10000 <= 30 ? 20000000 : 19000000;
    *date = value;
    return value / 100 % 100 <= 12 && value % 100 <= 31;
}

bool chy_dictionary_dates(chy_slice text, chy_code_dates *dates) {
    *dates = (chy_code_dates){0};
    text = chy_trim(text);
    if (text.size == 0) return true;
    chy_slice rest = chy_trim((chy_slice){text.data + 1, text.size - 1});
    int32_t day;
    if (text.data[0] == '<' || text.data[0] == '>') {
        if (!read_date(rest, &day)) return false;
        if (text.data[0] == '<')
            dates->to = day_before(day);
        else
            dates->from = day;
        return true;
    }
    const char *dash = memchr(text.data, '-', text.size);
    if (!dash) return false;
    size_t before = (size_t)(dash - text.data);
    if (!read_date(chy_trim((chy_slice){text.data, before}), &dates->from) ||
        !read_date(chy_trim((chy_slice){dash + 1, text.size - before - 1}), &day)) {
        return false;
    }
    dates->to = day_before(day);
    return dates->from <= dates->to;
}

/* A code's letters and the restriction behind them. */
static bool add_code(chy_dictionary *d, chy_slice inner) {
    inner = chy_trim(inner);
    size_t size = 0;
    while (size < inner.size && !strchr(" \t<>/", inner.data[size]))
        size++;
    chy_dated_code code = {.letters = {inner.data, size}, .line = d->line};
    chy_slice rest = {inner.data + size, inner.size - size};
    if (rest.size > 0 && rest.data[0] == '/') {
        chy_dictionary_report(d, true, inner, "Of codes with a bar between the first one is taken");
        while (rest.size > 0 && rest.data[0] != ' ' && rest.data[0] != '<' && rest.data[0] != '>') {
            rest.data++;
            rest.size--;
        }
    }
    chy_actor_code read;
    if (!chy_actor_code_read(code.letters, false, &read)) {
        chy_dictionary_report(d, false, inner, "This is no code of an actor");
        return true;
    }
    if (!chy_dictionary_dates(rest, &code.dates)) {
        chy_dictionary_report(
            d, false, inner,
            "A code has a date that is neither YYMMDD nor YYYYMMDD, nor <, > or - "
            "between two in order");
        return true;
    }
    if (!read.known) chy_dictionary_report(d, true, inner, "A code says nothing to chancery");
    /* The line may stand in the buffer, which the next one takes. */
    char *kept = chy_arena_string(d->builder->arena, code.letters.data, code.letters.size);
    if (!kept) return false;
    code.letters.data = kept;
    if (d->code_count >= CHY_DICTIONARY_CODES) {
        chy_dictionary_report(d, false, inner, "An actor has too many codes");
        return true;
    }
    if (!chy_arena_room(d->builder->arena, (void **)&d->codes, sizeof code, d->code_count,
                        &d->code_room)) {
        return false;
    }
    d->codes[d->code_count++] = code;
    return true;
}

bool chy_dictionary_code(chy_dictionary *d, chy_slice *rest, bool *found) {
    const char *open = rest->size > 0 ? memchr(rest->data, '[', rest->size) : NULL;
    *found = open != NULL;
    if (!open) return true;
    size_t left = rest->size - (size_t)(open - rest->data);
    const char *close = memchr(open, ']', left);
    if (!close) {
        chy_dictionary_report(d, false, (chy_slice){open, left}, "A bracket is not closed");
        *rest = (chy_slice){open + left, 0};
        return true;
    }
    chy_slice inner = {open + 1, (size_t)(close - open) - 1};
    *rest = (chy_slice){close + 1, left - (size_t)(close - open) - 1};
    return add_code(d, inner);
}

/* A record for one code with all forms of the actor. */
static bool add_coded(chy_dictionary *d, const chy_dated_code *code) {
    chy_actor_code read;
    chy_table_row row = {.kind = CHY_FACT_ACTOR,
                         .from = code->dates.from,
                         .to = code->dates.to,
                         .latitude = CHY_FACTS_NOWHERE,
                         .longitude = CHY_FACTS_NOWHERE};
    (void)chy_actor_code_read(code->letters, false, &read);
    row.cells[CHY_COLUMN_NAME] = d->forms[0];
    row.cells[CHY_COLUMN_COUNTRY] = chy_slice_of(read.country);
    row.cells[CHY_COLUMN_ROLE] = code->letters;
    row.sectors = read.sectors;
    if (!chy_build_record(d->builder, &row, d->source, code->line)) return false;
    for (uint32_t i = 0; i < d->form_count; i++) {
        bool usable;
        if (!chy_build_form(d->builder, d->forms[i], 0, &usable)) return false;
    }
    return true;
}

chy_status chy_dictionary_flush(chy_dictionary *d, chy_error *err) {
    for (uint32_t i = 0; d->form_count > 0 && i < d->code_count; i++) {
        if (!add_coded(d, &d->codes[i])) return chy_fail_memory(err);
        chy_status status = chy_build_limit(d->builder, d->name, d->line, err);
        if (status != CHY_OK) return status;
    }
    d->form_count = d->code_count = 0;
    return CHY_OK;
}
