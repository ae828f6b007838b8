#include "lexicon/build.h"

#include <string.h>

/* Earlier rows of a phrase that a row is compared with. */
#define MOST_COMPARED 32u

static const uint32_t *fields_of(const chy_facts_builder *builder, const build_entry *entry) {
    return builder->records[entry->record].fields;
}

/* Whether two tenures share a day; a code without dates stands behind those with dates. */
static bool same_days(const uint32_t *a, const uint32_t *b) {
    bool a_dated = a[CHY_RECORD_FROM] || a[CHY_RECORD_TO];
    bool b_dated = b[CHY_RECORD_FROM] || b[CHY_RECORD_TO];
    if (a_dated != b_dated) return false;
    uint32_t a_to = a[CHY_RECORD_TO] ? a[CHY_RECORD_TO] : UINT32_MAX;
    uint32_t b_to = b[CHY_RECORD_TO] ? b[CHY_RECORD_TO] : UINT32_MAX;
    return a[CHY_RECORD_FROM] <= b_to && b[CHY_RECORD_FROM] <= a_to;
}

static bool same_code(const uint32_t *a, const uint32_t *b) {
    return a[CHY_RECORD_COUNTRY] == b[CHY_RECORD_COUNTRY] &&
           a[CHY_RECORD_SECTORS] == b[CHY_RECORD_SECTORS] &&
           (a[CHY_RECORD_KIND] != CHY_FACT_ACTOR || a[CHY_RECORD_ROLE] == b[CHY_RECORD_ROLE]);
}

/* Kinds of which one phrase means one party. A name may be borne by two persons, and several
 * places; one person may hold two offices. */
static bool one_party(uint32_t kind) {
    return kind == CHY_FACT_ACTOR || kind == CHY_FACT_ORGANISATION || kind == CHY_FACT_ROLE ||
           kind == CHY_FACT_ARMED_GROUP || kind == CHY_FACT_GROUP || kind == CHY_FACT_COUNTRY ||
           kind == CHY_FACT_ORG_NOUN;
}

static const char *code_of(const chy_facts_builder *builder, const uint32_t *fields) {
    uint32_t kind = fields[CHY_RECORD_KIND];
    uint32_t at = fields[kind == CHY_FACT_ACTOR ? CHY_RECORD_ROLE : CHY_RECORD_COUNTRY];
    return at > 0 ? builder->strings + at : "none";
}

static void report_pair(const chy_facts_builder *builder, const build_entry *first,
                        const build_entry *second) {
    const uint32_t *a = fields_of(builder, first), *b = fields_of(builder, second);
    const char *table = builder->files[builder->records[second->record].file - 1];
    const char *other = builder->strings + a[CHY_RECORD_SOURCE] + strlen("table:");
    const char *form = builder->strings + second->surface;
    unsigned line = (unsigned)builder->records[first->record].line;
    chy_error problem;
    if (same_code(a, b)) {
        (void)chy_fail(&problem, CHY_ERROR_FACTS, table, CHY_NOWHERE,
                       builder->records[second->record].line,
                       "'%.60s' stands in %.60s, line %u, with the same code.", form, other, line);
    } else {
        (void)chy_fail(
            &problem, CHY_ERROR_FACTS, table, CHY_NOWHERE, builder->records[second->record].line,
            "'%.60s' has code %.24s, and for the same days %.24s in %.60s, line %u, which "
            "counts.",
            form, code_of(builder, b), code_of(builder, a), other, line);
    }
    builder->report(builder->report_context, &problem, true);
}

void chy_facts_builder_conflicts(const chy_facts_builder *builder) {
    const build_entry *at = builder->sorted;
    for (uint32_t i = 0; builder->report && i < builder->key_count; i++) {
        const build_entry *start = at, *end = at + builder->keys[i].entries;
        for (; at < end; at++) {
            uint32_t kind = fields_of(builder, at)[CHY_RECORD_KIND];
            uint32_t compared = 0;
            for (const build_entry *other = at; one_party(kind) && other > start;) {
                other--;
                bool clash = fields_of(builder, other)[CHY_RECORD_KIND] == kind &&
                             other->flags == at->flags && other->record != at->record &&
                             same_days(fields_of(builder, other), fields_of(builder, at));
                if (clash) report_pair(builder, other, at);
                if (clash || ++compared == MOST_COMPARED) break;
            }
        }
    }
}
