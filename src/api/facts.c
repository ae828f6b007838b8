#include "api/doc.h"

#include "lexicon/builder.h"
#include "lexicon/table.h"
#include "mentions/calendar.h"

#include <stdio.h>
#include <string.h>

_Static_assert(CHY_FACTS_KINDS == CHY_FACT_KIND_COUNT, "chancery.h counts the kinds of rows");

const char *chy_facts_kind_name(unsigned kind) {
    return kind < CHY_FACTS_KINDS ? chy_table_kind_name(kind) : "";
}

/* ---- Check ------------------------------------------------------------------------------ */

/* The caller's report, and how many lines could not be used. */
typedef struct checking {
    chy_facts_report *report;
    void *context;
    size_t errors;
} checking;

static void pass_on(void *context, const chy_error *problem, bool doubt) {
    checking *c = context;
    c->errors += !doubt;
    if (c->report != NULL) {
        c->report(c->context, problem, doubt);
    }
}

static chy_facts_tally difference(chy_facts_counts before, chy_facts_counts after,
                                  chy_facts_form form) {
    chy_facts_tally tally = {.form = form,
                             .rows = after.records - before.records,
                             .forms = after.entries - before.entries};
    for (size_t i = 0; i < CHY_FACTS_KINDS; i++) {
        tally.by_kind[i] = after.by_kind[i] - before.by_kind[i];
    }
    return tally;
}

static chy_status read_tables(chy_facts_builder *builder, const chy_facts_source *tables,
                              size_t table_count, chy_facts_tally *tallies, chy_error *err) {
    const void *data;
    size_t size;
    chy_facts_counts before = chy_facts_builder_counts(builder);
    for (size_t i = 0; i < table_count; i++) {
        chy_facts_form form;
        chy_status status = chy_facts_builder_read(builder, &tables[i], &form, err);
        if (status != CHY_OK) {
            return status;
        }
        chy_facts_counts after = chy_facts_builder_counts(builder);
        if (tallies != NULL) {
            tallies[i] = difference(before, after, form);
        }
        before = after;
    }
    chy_status status = chy_facts_builder_finish(builder, &data, &size, err);
    if (status == CHY_OK) {
        chy_facts_builder_conflicts(builder);
    }
    return status;
}

chy_status chy_facts_check(const void *facts, size_t facts_size, const chy_facts_source *tables,
                           size_t table_count, chy_facts_tally *tallies, chy_facts_report *report,
                           void *context, chy_error *err) {
    chy_lexicon *lexicon;
    checking c = {report, context, 0};
    chy_status status = chy_lexicon_open(facts, facts_size, &lexicon, err);
    if (status != CHY_OK) {
        return status;
    }
    chy_facts_builder *builder = chy_facts_builder_new();
    if (builder == NULL) {
        status = chy_fail_memory(err);
    } else {
        chy_facts_builder_over(builder, lexicon, pass_on, &c);
        status = read_tables(builder, tables, table_count, tallies, err);
    }
    chy_facts_builder_free(builder);
    chy_lexicon_free(lexicon);
    if (status == CHY_OK && c.errors > 0) {
        return chy_fail(err, CHY_ERROR_FACTS, "facts", CHY_NOWHERE, CHY_NOWHERE,
                        "%zu lines or tables cannot be used.", c.errors);
    }
    return status;
}

/* ---- Who -------------------------------------------------------------------------------- */

/* Kinds that a name can be of. */
#define NAMES                                                                                      \
    (1u << CHY_FACT_COUNTRY | 1u << CHY_FACT_CAPITAL | 1u << CHY_FACT_SEAT |                       \
     1u << CHY_FACT_PLACE | 1u << CHY_FACT_ORGANISATION | 1u << CHY_FACT_ARMED_GROUP |             \
     1u << CHY_FACT_GROUP | 1u << CHY_FACT_PERSON | 1u << CHY_FACT_ACTOR)

typedef struct asking {
    int32_t day; /* yyyymmdd, 0 for none */
    const char *name;
    chy_facts_row_sink *sink;
    void *context;
} asking;

static chy_facts_time time_of(const chy_fact *fact, int32_t day) {
    if (day == 0) {
        return CHY_FACTS_ALWAYS;
    }
    switch (chy_fact_tenure(fact, day)) {
    case CHY_TENURE_BEFORE:
        return CHY_FACTS_BEFORE;
    case CHY_TENURE_HELD:
        return CHY_FACTS_HELD;
    case CHY_TENURE_LIKELY:
        /* A dictionary's open end is meant to be open. */
        return fact->own && fact->as_of == 0 ? CHY_FACTS_HELD : CHY_FACTS_LIKELY;
    case CHY_TENURE_AFTER:
        return CHY_FACTS_OVER;
    case CHY_TENURE_UNKNOWN:
        break;
    }
    return CHY_FACTS_ALWAYS;
}

static void tell(const asking *a, const chy_fact *fact) {
    char from[CHY_DATE_BYTES], to[CHY_DATE_BYTES];
    const chy_facts_row row = {.kind = chy_table_kind_name(fact->kind),
                               .form = fact->surface,
                               .name = fact->name,
                               .country = fact->country,
                               .sectors = fact->sectors,
                               .role = fact->role,
                               .from = chy_date_write(fact->from, from),
                               .to = chy_date_write(fact->to, to),
                               .wikidata = fact->wikidata,
                               .geonames = fact->geonames,
                               .source = fact->source,
                               .own = fact->own,
                               .time = time_of(fact, a->day)};
    a->sink(a->context, &row);
}

/* Rows of the user's or of ours, written just so or not. */
static void tell_rows(const chy_coder *coder, const asking *a, uint32_t first, uint32_t rows,
                      bool own, bool exact) {
    for (uint32_t i = 0; i < rows; i++) {
        chy_fact fact;
        chy_lexicon_fact(coder->lexicon, first + i, &fact);
        bool named = (NAMES >> fact.kind & 1u) != 0 && !chy_fact_by_code(&fact);
        if (named && fact.own == own && exact == (strcmp(fact.surface, a->name) == 0)) {
            tell(a, &fact);
        }
    }
}

/* "2024-05-06" or "20240506", with or without a time of day. */
static bool read_day(const char *date, chy_date *day) {
    char extended[sizeof "2024-05-06"];
    if (!chy_published_valid(date)) {
        return false;
    }
    size_t dash = date[4] == '-';
    (void)snprintf(extended, sizeof extended, "%.4s-%.2s-%.2s", date, date + 4 + dash,
                   date + 6 + 2 * dash);
    return chy_date_read(extended, day);
}

chy_status chy_facts_who(const chy_coder *coder, const char *name, const char *date,
                         chy_facts_row_sink *sink, void *context, chy_error *err) {
    chy_date day = {0};
    if (date != NULL && !read_day(date, &day)) {
        return chy_fail(err, CHY_ERROR_ARGUMENT, "date", CHY_NOWHERE, CHY_NOWHERE,
                        "\"%.40s\" is no day such as 2024-03-31.", date);
    }
    const asking a = {chy_date_number(day), name, sink, context};
    uint32_t first;
    uint32_t rows = chy_lexicon_find(coder->lexicon, chy_slice_of(name), &first);
    for (int exact = 1; exact >= 0; exact--) {
        tell_rows(coder, &a, first, rows, true, exact != 0);
        tell_rows(coder, &a, first, rows, false, exact != 0);
    }
    return CHY_OK;
}

void chy_facts_near(const chy_coder *coder, const char *name, chy_facts_name_sink *sink,
                    void *context) {
    uint32_t rows[CHY_LEXICON_NEAR];
    uint32_t count = chy_lexicon_near(coder->lexicon, chy_slice_of(name), NAMES, rows);
    for (uint32_t i = 0; i < count; i++) {
        chy_fact fact;
        chy_lexicon_fact(coder->lexicon, rows[i], &fact);
        bool again = chy_fact_by_code(&fact);
        for (uint32_t j = 0; j < i; j++) {
            chy_fact other;
            chy_lexicon_fact(coder->lexicon, rows[j], &other);
            again = again || strcmp(other.surface, fact.surface) == 0;
        }
        if (!again) {
            sink(context, fact.surface);
        }
    }
}
