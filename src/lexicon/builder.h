/* Makes a compiled facts file from tables: used by the build, and for users' own tables at run
 * time. */
#ifndef CHY_LEXICON_BUILDER_H
#define CHY_LEXICON_BUILDER_H

#include "lexicon/lexicon.h"

typedef struct chy_facts_builder chy_facts_builder;

/* NULL when there is no memory. */
chy_facts_builder *chy_facts_builder_new(void);
void chy_facts_builder_free(chy_facts_builder *builder);

/* Adds a table. `name` is its file name without ending, "offices"; facts found by it say
 * "table:offices". `text` is borrowed during the call. CHY_ERROR_FACTS with file and line, after
 * which the builder can only be freed; CHY_ERROR_LIMIT when the compiled file would pass 4 GB;
 * CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_facts_builder_add(chy_facts_builder *builder, const char *name,
                                              chy_slice text, chy_error *err);
/* Of a user's tables, before the first one: `below` is the lexicon that they will cover. `report`
 * (or NULL) then hears of every line that chy_facts_builder_read cannot use or doubts. */
void chy_facts_builder_over(chy_facts_builder *builder, const chy_lexicon *below,
                            chy_facts_report *report, void *context);
/* Adds a user's table in any form that chy_facts_form names. What cannot be used is reported, the
 * rest is taken. Facts found by it say "table:" and the name without folders and its last ending.
 * `*form` (may be NULL) is what it was read as. CHY_ERROR_LIMIT above CHY_LIMIT_TABLE_ROWS;
 * CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_facts_builder_read(chy_facts_builder *builder,
                                               const chy_facts_source *source, chy_facts_form *form,
                                               chy_error *err);
/* Reports phrases that have the same code twice, or different ones for the same days: after
 * chy_facts_builder_finish. */
void chy_facts_builder_conflicts(const chy_facts_builder *builder);
/* Lays out the file in memory that lives as long as the builder. The same tables in the same order
 * give the same bytes. Call it once. */
CHY_MUST_USE chy_status chy_facts_builder_finish(chy_facts_builder *builder, const void **data,
                                                 size_t *size, chy_error *err);

/* Sizes, for the build's report. */
typedef struct chy_facts_counts {
    uint32_t records, keys, entries;
    uint32_t by_kind[CHY_FACT_KIND_COUNT]; /* records */
} chy_facts_counts;
chy_facts_counts chy_facts_builder_counts(const chy_facts_builder *builder);

/* Calls `report` for each key that rows of several tables share, in the order the keys were first
 * met: the key and the tables, separated by blanks. After chy_facts_builder_finish. */
typedef void chy_facts_overlap(void *context, const char *key, const char *tables);
void chy_facts_builder_overlaps(const chy_facts_builder *builder, chy_facts_overlap *report,
                                void *context);

#endif
