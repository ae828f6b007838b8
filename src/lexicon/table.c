#include "lexicon/table.h"

#include "lexicon/actor_code.h"
#include "lexicon/format.h"
#include "lexicon/holiday.h"

#include <string.h>
#include <utf8proc.h>

static const char *const kind_names[CHY_TABLE_KIND_COUNT] = {
    "country",     "demonym",  "capital", "seat",  "place",    "organisation",
    "armed_group", "group",    "person",  "role",  "org_noun", "given_name",
    "holiday",     "currency", "actor",   "cameo", "common"};

static const char *const column_names[CHY_COLUMN_COUNT] = {
    "name",     "aliases",   "parts",   "plural",    "adjective",  "kind",     "country",
    "sectors",  "role",      "from",    "to",        "as_of",      "wikidata", "geonames",
    "latitude", "longitude", "feature", "admin1",    "population", "city",     "gender",
    "day",      "source",    "code",    "goldstein", "quad"};

/* In the order of chy_sector. */
static const char *const sector_names[CHY_SECTOR_COUNT] = {
    "GOV", "MIL", "REB", "COP", "JUD", "LEG", "PTY", "OPP", "SPY",
    "PRM", "UAF", "UNK", "CVL", "AGR", "BUS", "CRM", "EDU", "ELI",
    "JRN", "LAB", "MED", "REF", "PRE", "REL", "SOC", "IGO", "NGO"};

const char *chy_table_kind_name(uint32_t kind) {
    return kind < CHY_TABLE_KIND_COUNT ? kind_names[kind] : "";
}

/* The index of a name in a list of names, or `count`. */
static uint32_t index_of(const char *const *names, uint32_t count, chy_slice name) {
    for (uint32_t i = 0; i < count; i++) {
        if (chy_slice_is(name, names[i])) return i;
    }
    return count;
}

chy_status chy_table_fail(const chy_table *table, chy_slice value, const char *what,
                          chy_error *err) {
    int shown = value.size > 60 ? 60 : (int)value.size;
    (void)chy_fail(err, CHY_ERROR_FACTS, table->name, table->begin, table->line, "%s: '%.*s'.",
                   what, shown, shown > 0 ? value.data : "");
    const char *begin = table->text.data + table->begin;
    bool within =
        value.size > 0 && value.data >= begin && value.data < table->text.data + table->at;
    if (err && within) err->column = chy_table_column_at(begin, value.data);
    return CHY_ERROR_FACTS;
}

size_t chy_table_column_at(const char *begin, const char *at) {
    size_t column = 1;
    for (; begin < at; begin++)
        column += ((unsigned char)*begin & 0xC0u) != 0x80u;
    return column;
}

static chy_slice trim(chy_slice text) {
    while (text.size > 0 && text.data[0] == ' ') {
        text.data++;
        text.size--;
    }
    while (text.size > 0 && text.data[text.size - 1] == ' ')
        text.size--;
    return text;
}

bool chy_table_form(chy_slice *cell, chy_slice *form) {
    while (cell->size > 0) {
        const char *bar = memchr(cell->data, '|', cell->size);
        size_t size = bar ? (size_t)(bar - cell->data) : cell->size;
        *form = trim((chy_slice){cell->data, size});
        size_t used = bar ? size + 1 : size;
        cell->data += used;
        cell->size -= used;
        if (form->size > 0) return true;
    }
    return false;
}

bool chy_table_utf8(chy_slice text) {
    size_t at = 0;
    while (at < text.size) {
        if ((unsigned char)text.data[at] < 0x80) {
            if (text.data[at++] == 0) return false;
            continue;
        }
        utf8proc_int32_t c = -1;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text.data + at,
                                                 (utf8proc_ssize_t)(text.size - at), &c);
        if (size < 1) return false;
        at += (size_t)size;
    }
    return true;
}

/* The next line, without its end. `*found` is false at the end of the text. */
static chy_status next_line(chy_table *table, chy_slice *line, bool *found, chy_error *err) {
    *found = table->at < table->text.size;
    if (!*found) return CHY_OK;
    const char *start = table->text.data + table->at;
    size_t left = table->text.size - table->at;
    const char *end = memchr(start, '\n', left);
    size_t size = end ? (size_t)(end - start) : left;
    table->begin = table->at;
    table->line++;
    table->at += end ? size + 1 : size;
    if (size > 0 && start[size - 1] == '\r') size--;
    *line = (chy_slice){start, size};
    if (size > CHY_TABLE_LINE_BYTES) {
        return chy_fail(err, CHY_ERROR_FACTS, table->name, table->begin, table->line,
                        "A line has %zu bytes, more than %u.", size, CHY_TABLE_LINE_BYTES);
    }
    if (!chy_table_utf8(*line)) {
        return chy_fail(err, CHY_ERROR_FACTS, table->name, table->begin, table->line,
                        "A line is not UTF-8 or holds a NUL.");
    }
    return CHY_OK;
}

/* Digits of `text` from `*at` on, up to `most`, as a number; false if there is none. */
static bool read_digits(chy_slice text, size_t *at, size_t most, uint32_t *value) {
    size_t start = *at;
    *value = 0;
    while (*at < text.size && *at - start < most && text.data[*at] >= '0' &&
           text.data[*at] <= '9') {
        *value = *value * 10 + (uint32_t)(text.data[(*at)++] - '0');
    }
    return *at > start;
}

/* YYYY, YYYY-MM or YYYY-MM-DD as yyyymmdd. */
static bool read_date(chy_slice text, int32_t *date) {
    uint32_t parts[3] = {0};
    size_t at = 0;
    for (uint32_t i = 0; i < 3 && (i == 0 || at < text.size); i++) {
        if (i > 0 && text.data[at++] != '-') return false;
        size_t start = at, width = i == 0 ? 4 : 2;
        if (!read_digits(text, &at, width, &parts[i]) || at - start != width) return false;
    }
    *date = (int32_t)(parts[0] * 10000 + parts[1] * 100 + parts[2]);
    return at == text.size && parts[1] <= 12 && parts[2] <= 31;
}

/* A decimal number times 10^digits; further decimals are dropped. */
static bool read_decimal(chy_slice text, uint32_t digits, int32_t *value) {
    size_t at = 0;
    bool negative = text.size > 0 && text.data[0] == '-';
    if (negative) at++;
    uint32_t whole = 0;
    if (!read_digits(text, &at, 4, &whole)) return false;
    int32_t result = (int32_t)whole;
    if (at < text.size && text.data[at] == '.') at++;
    for (uint32_t i = 0; i < digits; i++) {
        int32_t digit = 0;
        if (at < text.size && text.data[at] >= '0' && text.data[at] <= '9') {
            digit = text.data[at++] - '0';
        }
        result = result * 10 + digit;
    }
    uint32_t rest = 0;
    (void)read_digits(text, &at, 30, &rest);
    *value = negative ? -result : result;
    return at == text.size;
}

static bool read_sectors(chy_slice text, uint32_t *sectors) {
    size_t at = 0;
    while (at < text.size) {
        if (text.data[at] == ' ' || text.data[at] == '|') {
            at++;
            continue;
        }
        size_t size = text.size - at < 3 ? text.size - at : 3;
        uint32_t sector =
            index_of(sector_names, CHY_SECTOR_COUNT, (chy_slice){text.data + at, size});
        at += size;
        if (sector == CHY_SECTOR_COUNT) return false;
        if (at < text.size && text.data[at] != ' ' && text.data[at] != '|') return false;
        *sectors |= 1u << sector;
    }
    return true;
}

static chy_status read_directive(chy_table *table, chy_slice line, chy_error *err) {
    const char *colon = memchr(line.data, ':', line.size);
    if (!colon) return CHY_OK;
    size_t key_size = (size_t)(colon - line.data);
    chy_slice key = trim((chy_slice){line.data + 1, key_size - 1});
    chy_slice value = trim((chy_slice){colon + 1, line.size - key_size - 1});
    if (chy_slice_is(key, "kind")) {
        table->kind = index_of(kind_names, CHY_TABLE_KIND_COUNT, value);
        if (table->kind == CHY_TABLE_KIND_COUNT) {
            return chy_table_fail(table, value, "There is no kind of facts", err);
        }
    } else if (chy_slice_is(key, "as_of") && !read_date(value, &table->as_of)) {
        return chy_table_fail(table, value, "as_of is not a date YYYY, YYYY-MM or YYYY-MM-DD", err);
    }
    return CHY_OK;
}

/* Cuts the next cell off a line; false after the last. */
static bool next_cell(chy_slice *line, bool *done, chy_slice *cell) {
    if (*done) return false;
    const char *tab = line->size > 0 ? memchr(line->data, '\t', line->size) : NULL;
    size_t size = tab ? (size_t)(tab - line->data) : line->size;
    *cell = trim((chy_slice){line->data, size});
    *done = tab == NULL;
    size_t used = tab ? size + 1 : size;
    line->data += used;
    line->size -= used;
    return true;
}

static chy_status read_columns(chy_table *table, chy_slice line, chy_error *err) {
    bool done = false;
    uint32_t seen = 0;
    chy_slice cell;
    while (next_cell(&line, &done, &cell)) {
        uint32_t column = index_of(column_names, CHY_COLUMN_COUNT, cell);
        if (column == CHY_COLUMN_COUNT)
            return chy_table_fail(table, cell, "There is no column", err);
        if (seen & 1u << column) return chy_table_fail(table, cell, "A column stands twice", err);
        seen |= 1u << column;
        table->columns[table->column_count++] = (uint8_t)column;
    }
    if (!(seen & 1u << CHY_COLUMN_NAME)) {
        return chy_table_fail(table, (chy_slice){"name", 4}, "A column is missing", err);
    }
    if (table->kind == CHY_TABLE_KIND_COUNT && !(seen & 1u << CHY_COLUMN_KIND)) {
        return chy_table_fail(table, (chy_slice){"# kind:", 7}, "Neither a kind column nor", err);
    }
    return CHY_OK;
}

chy_status chy_table_open(chy_table *table, const char *name, chy_slice text, chy_error *err) {
    *table = (chy_table){.name = name, .text = text, .kind = CHY_TABLE_KIND_COUNT};
    if (text.size >= 3 && memcmp(text.data, "\xEF\xBB\xBF", 3) == 0) table->at = 3;
    for (;;) {
        chy_slice line;
        bool found;
        chy_status status = next_line(table, &line, &found, err);
        if (status != CHY_OK) return status;
        if (!found)
            return chy_table_fail(table, (chy_slice){"", 0}, "There is no header line", err);
        if (trim(line).size == 0) continue;
        if (line.data[0] != '#') return read_columns(table, line, err);
        status = read_directive(table, line, err);
        if (status != CHY_OK) return status;
    }
}

/* A cell that has a value, and what is wrong with it: NULL if nothing is. */
static const char *read_value(chy_table_row *row, uint32_t column, chy_slice cell) {
    size_t at = 0;
    chy_holiday holiday;
    switch (column) {
    case CHY_COLUMN_KIND:
        row->kind = index_of(kind_names, CHY_FACT_KIND_COUNT, cell);
        return row->kind < CHY_FACT_KIND_COUNT ? NULL : "There is no kind of facts";
    case CHY_COLUMN_COUNTRY:
        return chy_actor_code_state(cell) ? NULL : "This is no country's code such as KEN";
    case CHY_COLUMN_SECTORS:
        return read_sectors(cell, &row->sectors) ? NULL : "There is no such sector";
    case CHY_COLUMN_FROM:
        return read_date(cell, &row->from) ? NULL : "from is not a date";
    case CHY_COLUMN_TO:
        return read_date(cell, &row->to) ? NULL : "to is not a date";
    case CHY_COLUMN_AS_OF:
        return read_date(cell, &row->as_of) ? NULL : "as_of is not a date";
    case CHY_COLUMN_LATITUDE:
        return read_decimal(cell, 5, &row->latitude) ? NULL : "latitude is not a number";
    case CHY_COLUMN_LONGITUDE:
        return read_decimal(cell, 5, &row->longitude) ? NULL : "longitude is not a number";
    case CHY_COLUMN_POPULATION:
        return read_digits(cell, &at, 9, &row->population) && at == cell.size
                   ? NULL
                   : "population is not a number of up to 9 digits";
    case CHY_COLUMN_GOLDSTEIN:
        return read_decimal(cell, 1, &row->goldstein) ? NULL : "goldstein is not a number";
    case CHY_COLUMN_QUAD:
        return read_digits(cell, &at, 1, &row->quad) && at == cell.size ? NULL
                                                                        : "quad is not 0 to 4";
    case CHY_COLUMN_GENDER:
        row->gender = cell.data[0];
        return cell.size == 1 && (row->gender == 'm' || row->gender == 'f')
                   ? NULL
                   : "gender is neither m nor f nor empty";
    case CHY_COLUMN_DAY:
        return chy_holiday_read(cell, &holiday)
                   ? NULL
                   : "day is none such as 12-25, easter-2 or last Monday of May";
    default:
        return NULL;
    }
}

static chy_status read_row(const chy_table *table, chy_slice line, chy_table_row *row,
                           chy_error *err) {
    *row = (chy_table_row){.kind = table->kind,
                           .as_of = table->as_of,
                           .latitude = CHY_FACTS_NOWHERE,
                           .longitude = CHY_FACTS_NOWHERE};
    bool done = false;
    uint32_t count = 0;
    chy_slice cell;
    while (next_cell(&line, &done, &cell)) {
        if (count == table->column_count) {
            return chy_table_fail(table, cell, "A row has more cells than the header", err);
        }
        uint32_t column = table->columns[count++];
        row->cells[column] = cell;
        const char *wrong = cell.size > 0 ? read_value(row, column, cell) : NULL;
        if (wrong) return chy_table_fail(table, cell, wrong, err);
    }
    if (row->cells[CHY_COLUMN_NAME].size == 0) {
        return chy_table_fail(table, (chy_slice){"", 0}, "A row has no name", err);
    }
    if (row->kind == CHY_TABLE_KIND_COUNT) {
        return chy_table_fail(table, row->cells[CHY_COLUMN_NAME], "A row has no kind", err);
    }
    if ((row->kind == CHY_FACT_HOLIDAY) != (row->cells[CHY_COLUMN_DAY].size > 0)) {
        return chy_table_fail(table, row->cells[CHY_COLUMN_NAME],
                              "A holiday has a day, and no other row", err);
    }
    if (row->from != 0 && row->to != 0 && row->from / 10000 > row->to / 10000) {
        return chy_table_fail(table, row->cells[CHY_COLUMN_FROM],
                              "A row ends before it begins, from", err);
    }
    return CHY_OK;
}

chy_status chy_table_next(chy_table *table, chy_table_row *row, bool *found, chy_error *err) {
    for (;;) {
        chy_slice line;
        chy_status status = next_line(table, &line, found, err);
        if (status != CHY_OK || !*found) return status;
        if (line.size == 0 || line.data[0] == '#') continue;
        return read_row(table, line, row, err);
    }
}
