/* The dateline of a text: which paragraph it opens. */
#include "text/paragraphs.h"

#include <string.h>

#define PARAGRAPHS_LOOKED 5u
#define FULL_PARAGRAPH    ((size_t)200) /* bytes; past one this long no dateline is looked for */
#define HEADING_BLANKS    8u            /* in a heading of place and date */

static char *copy_part(chy_arena *arena, const char *data, size_t first, size_t end) {
    return chy_arena_string(arena, data + first, end - first);
}

/* Sets the words of the parts that are there and leaves the others. False: no memory. */
static bool set_words(chy_text *text, const char *data, size_t size,
                      const chy_dateline_parts *parts, chy_arena *arena) {
    text->dateline.text = chy_arena_string(arena, data, size);
    if (parts->place_end > parts->place_first) {
        text->dateline_place = copy_part(arena, data, parts->place_first, parts->place_end);
    }
    if (parts->agency_end > parts->agency_first) {
        text->dateline_agency = copy_part(arena, data, parts->agency_first, parts->agency_end);
    }
    bool dated = parts->date[0] != '\0';
    if (dated) {
        text->dateline.date = chy_arena_string(arena, parts->date, strlen(parts->date));
    }
    return text->dateline.text != NULL && text->dateline_place != NULL &&
           text->dateline_agency != NULL && (!dated || text->dateline.date != NULL);
}

static chy_span span_of(const chy_text *text, size_t base, size_t first, size_t end) {
    if (first == end) {
        return (chy_span){0, 0};
    }
    return (chy_span){chy_text_offset(text, base + first), chy_text_offset(text, base + end)};
}

static bool take(chy_text *text, chy_paragraph *p, const chy_dateline_parts *parts,
                 chy_arena *arena) {
    text->dateline.span = span_of(text, p->first, 0, parts->text_end);
    text->dateline.place = span_of(text, p->first, parts->place_first, parts->place_end);
    text->dateline.agency = span_of(text, p->first, parts->agency_first, parts->agency_end);
    p->body = p->first + (uint32_t)parts->end;
    return set_words(text, text->data + p->first, parts->text_end, parts, arena);
}

/* "Friday, March 4, 2016": a paragraph that is a date and nothing else. */
static bool is_date_alone(const chy_dateline_parts *parts, chy_slice words) {
    return parts->end > 0 && parts->text_end == words.size && parts->date[0] != '\0' &&
           parts->place_first == parts->place_end && parts->agency_first == parts->agency_end;
}

static uint32_t count_blanks(chy_slice words) {
    uint32_t count = 0;
    for (size_t i = 0; i < words.size; i++)
        count += words.data[i] == ' ';
    return count;
}

/* "Vilnius, 17 March 2025": a place and a date with its year, and nothing else. "17 March 2025 -
 * Vilnius" where the gazetteer knows the town. */
static bool is_heading(const chy_dateline_parts *parts, chy_slice words,
                       const chy_gazetteer *gazetteer) {
    chy_slice town = {words.data + parts->place_first, parts->town_end - parts->place_first};
    bool placed =
        parts->place_first == 0 || (chy_gazetteer_names(gazetteer, town) & CHY_NAMES_TOWN) != 0;
    return parts->end > 0 && parts->text_end == words.size && parts->date[0] >= '0' &&
           parts->date[0] <= '9' && parts->place_end > 0 && placed &&
           parts->agency_first == parts->agency_end && count_blanks(words) <= HEADING_BLANKS;
}

/* "Novi Sad, Serbia", "Quetta": a town and nothing else. */
static bool is_town_alone(const chy_dateline_parts *parts, chy_slice words,
                          const chy_gazetteer *gazetteer) {
    if (parts->end == 0 || parts->place_first != 0 || parts->place_end != words.size) return false;
    uint32_t town = chy_gazetteer_names(gazetteer, (chy_slice){words.data, parts->town_end});
    if ((town & CHY_NAMES_TOWN) == 0) return false;
    size_t rest = parts->town_end;
    while (rest < words.size && (words.data[rest] == ',' || words.data[rest] == ' '))
        rest++;
    chy_slice area = {words.data + rest, words.size - rest};
    if (area.size == 0) return (town & CHY_NAMES_ELSE) == 0;
    return (chy_gazetteer_names(gazetteer, area) & CHY_NAMES_AREA) != 0;
}

/* "By Ana Ruiz in Quito": the town behind the last "in" of a line that names its writer. */
static bool read_byline(chy_slice words, const chy_gazetteer *gazetteer,
                        chy_dateline_parts *parts) {
    if (words.size < 3 ||
        (strncmp(words.data, "By ", 3) != 0 && strncmp(words.data, "BY ", 3) != 0))
        return false;
    for (size_t at = words.size - 1; at >= 7; at--) {
        if (strncmp(words.data + at - 4, " in ", 4) != 0) continue;
        chy_slice place = {words.data + at, words.size - at};
        *parts = chy_dateline_read(place, true, gazetteer);
        if (!is_town_alone(parts, place, gazetteer)) return false;
        parts->place_first += at;
        parts->town_end += at;
        parts->place_end += at;
        parts->text_end += at;
        return true;
    }
    return false;
}

/* Whether a line says where the report is from: with a date, or a town that the gazetteer knows. */
static bool read_heading(chy_slice words, const chy_gazetteer *gazetteer,
                         chy_dateline_parts *parts) {
    if (read_byline(words, gazetteer, parts)) return true;
    *parts = chy_dateline_read(words, true, gazetteer);
    return is_heading(parts, words, gazetteer) || is_town_alone(parts, words, gazetteer);
}

/* Such a line among those of a paragraph at the top of a release. Its paragraph keeps its body
 * unless it is that line alone. False: no memory. */
static bool take_heading(chy_text *text, chy_paragraph *p, const chy_gazetteer *gazetteer,
                         chy_arena *arena, bool *found) {
    size_t first = p->first;
    while (first < p->end && !*found) {
        const char *data = text->data + first;
        const char *stop = memchr(data, '\n', p->end - first);
        size_t size = stop == NULL ? p->end - first : (size_t)(stop - data);
        size_t next = first + size + 1;
        while (size > 0 && (data[size - 1] == ' ' || data[size - 1] == '\r'))
            size--;
        chy_dateline_parts parts;
        if (read_heading((chy_slice){data, size}, gazetteer, &parts)) {
            chy_paragraph line = {.first = (uint32_t)first, .end = (uint32_t)(first + size)};
            if (!take(text, &line, &parts, arena)) return false;
            bool alone = first == p->first && next >= p->end;
            if (alone) {
                p->body = p->end;
                p->part = CHY_PART_BODY;
            }
            *found = true;
        }
        first = next;
    }
    return true;
}

/* A title beside the text holds none. False: no memory. */
static bool find(chy_text *text, chy_paragraph *all, const chy_gazetteer *gazetteer,
                 chy_arena *arena) {
    uint32_t title = text->body > 0 ? 1 : 0;
    chy_paragraph *paragraphs = all + title;
    uint32_t count = text->paragraph_count - title;
    count = count < PARAGRAPHS_LOOKED ? count : PARAGRAPHS_LOOKED;
    for (uint32_t i = 0; i < count; i++) {
        chy_paragraph *p = &paragraphs[i];
        chy_slice words = {text->data + p->first, p->end - p->first};
        chy_dateline_parts parts = chy_dateline_read(words, false, gazetteer);
        if (parts.end > 0 && p->part == CHY_PART_BODY) {
            return take(text, p, &parts, arena);
        }
        if (words.size > FULL_PARAGRAPH) {
            break;
        }
    }
    for (uint32_t i = 0; i < count && i < 3 && count > 1; i++) {
        chy_paragraph *p = &paragraphs[i];
        chy_slice words = {text->data + p->first, p->end - p->first};
        chy_dateline_parts parts = chy_dateline_read(words, true, gazetteer);
        if (is_date_alone(&parts, words)) {
            return take(text, p, &parts, arena);
        }
    }
    bool found = false;
    for (uint32_t i = 0; i < count && count > 1 && !found; i++) {
        if (paragraphs[i].end - paragraphs[i].first > FULL_PARAGRAPH) break;
        if (!take_heading(text, &paragraphs[i], gazetteer, arena, &found)) return false;
    }
    return true;
}

/* What a dateline that was given with the report says goes before what the text's says; the parts
 * it leaves out stay those of the text. False: no memory. */
static bool take_given(chy_text *text, const char *given, const chy_gazetteer *gazetteer,
                       chy_arena *arena) {
    chy_slice words = chy_slice_of(given);
    chy_dateline_parts parts = chy_dateline_read(words, true, gazetteer);
    if (parts.end == 0) { /* "nairobi": given as a dateline, it is a place */
        parts.place_end = words.size;
    }
    text->dateline.span = (chy_span){0, 0};
    if (parts.place_end > parts.place_first) {
        text->dateline.place = (chy_span){0, 0};
    }
    if (parts.agency_end > parts.agency_first) {
        text->dateline.agency = (chy_span){0, 0};
    }
    return set_words(text, words.data, words.size, &parts, arena);
}

bool chy_dateline_find(chy_text *text, chy_paragraph *paragraphs, const char *given,
                       const chy_gazetteer *gazetteer, chy_arena *arena) {
    text->dateline.text = "";
    text->dateline_place = "";
    text->dateline_agency = "";
    if (!find(text, paragraphs, gazetteer, arena)) {
        return false;
    }
    if (given == NULL || given[0] == '\0' || strcmp(given, text->dateline.text) == 0) {
        return true;
    }
    return take_given(text, given, gazetteer, arena);
}
