#include "record/party.h"

#include <string.h>

void chy_page_entity(chy_page *page, const chy_record *record, uint32_t entity) {
    chy_page_style(page, CHY_STYLE_NAME);
    chy_page_text(page, record->content->entities[entity].name);
    chy_page_style(page, CHY_STYLE_PLAIN);
}

void chy_page_codes(chy_page *page, const chy_entity *entity) {
    const char *between = "";
    chy_page_style(page, CHY_STYLE_FAINT);
    if (entity->country != NULL && entity->country[0] != '\0') {
        chy_page_text(page, entity->country);
        between = " ";
    }
    for (uint32_t sector = 0; sector < CHY_SECTOR_COUNT; sector++) {
        const char *name = chy_sector_name((chy_sector)sector);
        bool same = entity->country != NULL && strcmp(entity->country, name) == 0;
        if ((entity->sectors >> sector & 1u) != 0 && !same) {
            chy_page_text(page, between);
            chy_page_text(page, name);
            between = "+";
        }
    }
    chy_page_style(page, CHY_STYLE_PLAIN);
}

static bool has_codes(const chy_entity *entity) {
    return entity->sectors != 0 || (entity->country != NULL && entity->country[0] != '\0');
}

/* Members of a group named beside it; more are only counted. */
#define MEMBERS_SHOWN 8u

/* "The three leaders (GOV: Ana Ruiz, Tom Keita)": its codes, and who they are where that is known.
 */
static void write_party(chy_page *page, const chy_record *record, const chy_entity *entity) {
    uint32_t members = entity->member_count < 2 ? 0 : entity->member_count;
    if (!has_codes(entity) && members == 0) {
        return;
    }
    chy_page_text(page, " (");
    chy_page_codes(page, entity);
    for (uint32_t i = 0; i < members && i < MEMBERS_SHOWN; i++) {
        chy_page_text(page, i > 0 ? ", " : has_codes(entity) ? ": " : "");
        chy_page_entity(page, record, entity->members[i]);
    }
    if (members > MEMBERS_SHOWN) {
        chy_page_text(page, " and ");
        chy_page_uint(page, members - MEMBERS_SHOWN);
        chy_page_text(page, " more");
    }
    chy_page_text(page, ")");
}

void chy_page_parties(chy_page *page, const chy_record *record, const chy_party *parties,
                      uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        chy_page_text(page, i > 0 ? ", " : "");
        chy_page_entity(page, record, parties[i].entity);
        write_party(page, record, &record->content->entities[parties[i].entity]);
    }
}

static const char *unit_name(char letter, bool time) {
    switch (letter) {
    case 'Y':
        return "year";
    case 'M':
        return time ? "minute" : "month";
    case 'W':
        return "week";
    case 'D':
        return "day";
    case 'H':
        return "hour";
    case 'S':
        return "second";
    default:
        return NULL;
    }
}

/* Numbers, each with its letter; nothing else. */
static bool is_duration(const char *value) {
    bool time = false;
    if (value[0] != 'P' || value[1] == '\0') {
        return false;
    }
    for (const char *at = value + 1; *at != '\0';) {
        if (*at == 'T' && !time) {
            time = true;
            at++;
            continue;
        }
        size_t digits = strspn(at, "0123456789.");
        if (digits == 0 || unit_name(at[digits], time) == NULL) {
            return false;
        }
        at += digits + 1;
    }
    return true;
}

void chy_page_duration(chy_page *page, const char *value) {
    bool time = false;
    if (!is_duration(value)) {
        chy_page_text(page, value);
        return;
    }
    for (const char *at = value + 1; *at != '\0';) {
        if (*at == 'T') {
            time = true;
            at++;
            continue;
        }
        size_t digits = strspn(at, "0123456789.");
        chy_page_text(page, at == value + 1 || (time && at == value + 2) ? "" : " ");
        chy_page_slice(page, (chy_slice){at, digits});
        chy_page_text(page, " ");
        chy_page_text(page, unit_name(at[digits], time));
        chy_page_text(page, digits == 1 && *at == '1' ? "" : "s");
        at += digits + 1;
    }
}

void chy_page_quote(chy_page *page, const chy_record *record, chy_span span) {
    chy_page_text(page, "\xE2\x80\x9C");
    chy_page_slice(page, chy_text_slice(record->text, span));
    chy_page_text(page, "\xE2\x80\x9D");
}

/* Collects what a number is written as. */
typedef struct digits {
    char data[352];
    size_t size;
} digits;

static bool collect(void *context, const char *data, size_t size) {
    digits *d = context;
    if (size > sizeof d->data - d->size) {
        return false;
    }
    memcpy(d->data + d->size, data, size);
    d->size += size;
    return true;
}

void chy_page_decimal(chy_page *page, double value, unsigned decimals) {
    digits d;
    chy_out out;
    d.size = 0;
    chy_out_start(&out, collect, &d);
    chy_out_decimal(&out, value, decimals);
    if (chy_out_finish(&out, NULL) == CHY_OK) {
        chy_page_slice(page, (chy_slice){d.data, d.size});
    }
}
