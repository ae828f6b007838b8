/* CountryInfo.txt of the Event Data Project: for each country between <Country> tags its names,
 * peoples, cities and regions, a phrase a line; its leaders, under tags that name the office, with
 * [date - date]; and its governments, NAME_ [CODE date - date][..] # office & office. {A} {B} are
 * names of one person. Dates of birth and death, [B:..] and [D:..], are not read. */
#include "lexicon/dictionary.h"

#include <string.h>

typedef enum info_section {
    SECTION_NONE,
    SECTION_NAMES,
    SECTION_LEADERS,
    SECTION_GOVERNMENT
} info_section;

typedef struct country_info {
    chy_dictionary *d;
    char code[4]; /* of the country, "" before it is known */
    info_section section;
    char office[96]; /* of the leaders that follow */
} country_info;

/* "<Tag>rest" or "</Tag>": the tag without brackets and what stands behind it. */
static bool read_tag(chy_slice line, chy_slice *tag, chy_slice *rest) {
    const char *end = line.data[0] == '<' ? memchr(line.data, '>', line.size) : NULL;
    if (!end) return false;
    *tag = (chy_slice){line.data + 1, (size_t)(end - line.data) - 1};
    *rest = (chy_slice){end + 1, line.size - (size_t)(end - line.data) - 1};
    return true;
}

/* The text before "</". */
static chy_slice before_end_tag(chy_slice text) {
    for (size_t i = 0; i + 1 < text.size; i++) {
        if (text.data[i] == '<' && text.data[i + 1] == '/')
            return chy_trim((chy_slice){text.data, i});
    }
    return chy_trim(text);
}

static chy_slice cut_at(chy_slice text, char mark) {
    const char *at = text.size > 0 ? memchr(text.data, mark, text.size) : NULL;
    return chy_trim((chy_slice){text.data, at ? (size_t)(at - text.data) : text.size});
}

/* "Presidents of the council" is the office "president of the council", "Kings" is "king". */
static void set_office(country_info *info, chy_slice tag) {
    size_t used = 0, plural = tag.size;
    for (size_t i = 0; i + 4 <= tag.size; i++) {
        if (memcmp(tag.data + i, " of ", 4) == 0) {
            plural = i;
            break;
        }
    }
    for (size_t i = 0; i < tag.size && used + 1 < sizeof info->office; i++) {
        char c = tag.data[i];
        bool drop = i + 1 == plural && c == 's' && i > 1 && tag.data[i - 1] != 's';
        if (!drop) info->office[used++] = chy_ascii_lower(c);
    }
    info->office[used] = '\0';
}

/* Names of the country and of what lies in it carry its code. */
static chy_status end_names(country_info *info, chy_error *err) {
    chy_dictionary *d = info->d;
    if (d->form_count > 0 && info->code[0]) {
        if (!chy_arena_room(d->builder->arena, (void **)&d->codes, sizeof *d->codes, d->code_count,
                            &d->code_room))
            return chy_fail_memory(err);
        char *letters = chy_arena_string(d->builder->arena, info->code, 3);
        if (!letters) return chy_fail_memory(err);
        d->codes[d->code_count++] = (chy_dated_code){.letters = {letters, 3}, .line = d->line};
    }
    return chy_dictionary_flush(d, err);
}

/* The names before the first bracket: one, or several in braces. */
static bool read_names(country_info *info, chy_slice line) {
    chy_slice names = cut_at(cut_at(line, '#'), '[');
    if (names.size > 0 && names.data[0] != '{') return chy_dictionary_form(info->d, names);
    while (names.size > 0) {
        const char *open = memchr(names.data, '{', names.size);
        const char *close =
            open ? memchr(open, '}', names.size - (size_t)(open - names.data)) : NULL;
        if (!close) break;
        if (!chy_dictionary_form(info->d, (chy_slice){open + 1, (size_t)(close - open) - 1}))
            return false;
        names.size -= (size_t)(close - names.data) + 1;
        names.data = close + 1;
    }
    return true;
}

/* The next bracket's inside; false where there is none. */
static bool next_bracket(chy_slice *rest, chy_slice *inner) {
    const char *open = rest->size > 0 ? memchr(rest->data, '[', rest->size) : NULL;
    size_t left = open ? rest->size - (size_t)(open - rest->data) : 0;
    const char *close = open ? memchr(open, ']', left) : NULL;
    if (!close) return false;
    *inner = chy_trim((chy_slice){open + 1, (size_t)(close - open) - 1});
    *rest = (chy_slice){close + 1, left - (size_t)(close - open) - 1};
    return true;
}

/* A tenure of the person whose names were gathered. */
static chy_status add_tenure(country_info *info, const char *country, uint32_t sectors,
                             chy_slice office, chy_code_dates dates, chy_error *err) {
    chy_dictionary *d = info->d;
    chy_slice role;
    if (d->form_count == 0) return CHY_OK;
    if (!chy_dictionary_phrase(d, office, false, &role)) return chy_fail_memory(err);
    chy_table_row row = {.kind = CHY_FACT_PERSON,
                         .sectors = sectors,
                         .from = dates.from,
                         .to = dates.to,
                         .latitude = CHY_FACTS_NOWHERE,
                         .longitude = CHY_FACTS_NOWHERE};
    row.cells[CHY_COLUMN_NAME] = d->forms[0];
    row.cells[CHY_COLUMN_COUNTRY] = chy_slice_of(country);
    row.cells[CHY_COLUMN_ROLE] = role;
    if (!chy_build_record(d->builder, &row, d->source, d->line)) return chy_fail_memory(err);
    for (uint32_t i = 0; i < d->form_count; i++) {
        bool usable;
        if (!chy_build_form(d->builder, d->forms[i], 0, &usable)) return chy_fail_memory(err);
    }
    return chy_build_limit(d->builder, d->name, d->line, err);
}

/* What stands behind # in a line: offices, which & divides. */
static chy_slice offices_of(chy_slice line) {
    const char *mark = memchr(line.data, '#', line.size);
    return mark ? (chy_slice){mark + 1, line.size - (size_t)(mark - line.data) - 1}
                : (chy_slice){"", 0};
}

/* Cuts the next office off `rest`; the last one stays, for all tenures that follow. */
static chy_slice next_office(chy_slice *rest) {
    chy_slice office = cut_at(cut_at(*rest, '&'), '"');
    const char *divider = rest->size > 0 ? memchr(rest->data, '&', rest->size) : NULL;
    if (divider) {
        rest->size -= (size_t)(divider - rest->data) + 1;
        rest->data = divider + 1;
    }
    return office;
}

/* A bracket's code, where it has one, and its dates. Leaders are the government of their country
 * where the bracket says nothing else. */
static bool read_bracket(const country_info *info, chy_slice inner, chy_actor_code *code,
                         chy_code_dates *dates) {
    size_t size = 0;
    while (size < inner.size && !strchr(" \t<>", inner.data[size]))
        size++;
    bool dated = size == 0 || (inner.data[0] >= '0' && inner.data[0] <= '9');
    *code = (chy_actor_code){.sectors = 1u << CHY_SECTOR_GOV};
    memcpy(code->country, info->code, sizeof code->country);
    if (inner.size == 0 || (dated && info->section == SECTION_GOVERNMENT)) return false;
    if (dated) return chy_dictionary_dates(inner, dates);
    return chy_actor_code_read((chy_slice){inner.data, size}, false, code) && code->known &&
           chy_dictionary_dates((chy_slice){inner.data + size, inner.size - size}, dates);
}

/* A person's line: names, and a tenure for each bracket that is none of birth or death. */
static chy_status read_person(country_info *info, chy_slice line, chy_error *err) {
    chy_slice rest = cut_at(line, '#'), offices = offices_of(line), inner;
    chy_status status = CHY_OK;
    if (!read_names(info, line)) return chy_fail_memory(err);
    while (status == CHY_OK && next_bracket(&rest, &inner)) {
        chy_actor_code code;
        chy_code_dates dates;
        if (inner.size > 1 && inner.data[1] == ':') continue; /* [B:19521007] */
        chy_slice office =
            info->section == SECTION_LEADERS ? chy_slice_of(info->office) : next_office(&offices);
        if (read_bracket(info, inner, &code, &dates))
            status = add_tenure(info, code.country, code.sectors, office, dates, err);
        else
            chy_dictionary_report(info->d, false, inner, "A tenure has no dates that can be read");
    }
    info->d->form_count = 0;
    return status;
}

/* What a tag opens or ends. Tags of one line hold their value. */
static chy_status take_tag(country_info *info, chy_slice tag, chy_slice rest, chy_error *err) {
    static const char *const lists[] = {"Nationality", "Capital", "MajorCities", "Regions",
                                        "GeogFeatures"};
    if (tag.size > 0 && tag.data[0] == '/') {
        bool section = chy_slice_is(tag, "/Leaders") || chy_slice_is(tag, "/Government");
        if (section || info->section == SECTION_NAMES) info->section = SECTION_NONE;
        return chy_slice_is(tag, "/Country") ? end_names(info, err) : CHY_OK;
    }
    if (chy_slice_is(tag, "Country")) {
        info->code[0] = '\0';
        info->section = SECTION_NONE;
        info->d->form_count = 0;
    } else if (chy_slice_is(tag, "CountryCode")) {
        chy_actor_code code;
        chy_slice text = before_end_tag(rest);
        bool good = chy_actor_code_read(text, false, &code) && code.country[0];
        if (!good) chy_dictionary_report(info->d, false, text, "This is no code of a country");
        memcpy(info->code, good ? code.country : "", good ? 4 : 1);
    } else if (chy_slice_is(tag, "CountryName")) {
        return chy_dictionary_form(info->d, before_end_tag(rest)) ? CHY_OK : chy_fail_memory(err);
    } else if (chy_slice_is(tag, "Leaders") || chy_slice_is(tag, "Government")) {
        chy_status status = end_names(info, err);
        info->section = tag.data[0] == 'L' ? SECTION_LEADERS : SECTION_GOVERNMENT;
        return status;
    } else if (info->section == SECTION_LEADERS) {
        set_office(info, tag);
    }
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (chy_slice_is(tag, lists[i])) info->section = SECTION_NAMES;
    }
    return CHY_OK;
}

chy_status chy_country_info_read(chy_dictionary *d, chy_error *err) {
    country_info info = {.d = d};
    chy_slice line, tag, rest;
    chy_status status = CHY_OK;
    d->keeps_remarks = true;
    while (status == CHY_OK && chy_dictionary_line(d, &line)) {
        if (read_tag(line, &tag, &rest)) {
            status = take_tag(&info, tag, rest, err);
        } else if (!info.code[0] || info.section == SECTION_NONE) {
            continue;
        } else if (info.section == SECTION_NAMES) {
            chy_slice name = cut_at(line, '#');
            if (name.size > 0 && !chy_dictionary_form(d, name)) status = chy_fail_memory(err);
        } else {
            status = read_person(&info, line, err);
        }
    }
    return status == CHY_OK ? end_names(&info, err) : status;
}
