/* A user's tables: the first byte says in what form the rest is read. Whatever is read must
 * compile, cover a lexicon, and answer look-ups of its own words with rows in range; problems must
 * name lines that the input has. */
#include "lexicon/builder.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char ours[] =
    "# kind: role\nname\tsectors\trole\nminister\tGOV\tminister\npolice\tCOP\tpolice\n";

static void hear(void *context, const chy_error *problem, bool doubt) {
    (void)doubt;
    size_t lines = *(const size_t *)context;
    if (problem->line != CHY_NOWHERE && (problem->line > lines || problem->column == 0)) abort();
    if (strlen(problem->message) == 0) abort();
}

static void look_up(const chy_lexicon *lexicon, const uint8_t *data, size_t size) {
    for (size_t start = 0; start < size; start += 1 + size / 40) {
        uint32_t first = 0;
        chy_slice phrase = {(const char *)data + start, (size - start) % 30};
        uint32_t rows = chy_lexicon_find(lexicon, phrase, &first);
        for (uint32_t i = 0; i < rows; i++) {
            chy_fact fact;
            chy_lexicon_fact(lexicon, first + i, &fact);
            if (fact.kind >= CHY_FACT_KIND_COUNT || strlen(fact.source) < 6) abort();
        }
    }
    uint32_t near[CHY_LEXICON_NEAR];
    chy_slice name = {(const char *)data, size < 60 ? size : 60};
    if (chy_lexicon_near(lexicon, name, UINT32_MAX, near) > CHY_LEXICON_NEAR) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    size_t lines = 1;
    for (size_t i = 1; i < size; i++)
        lines += data[i] == '\n';
    chy_facts_builder *below = chy_facts_builder_new(), *builder = chy_facts_builder_new();
    const void *bytes = NULL;
    size_t byte_count = 0;
    chy_lexicon *lexicon = NULL;
    chy_error err;
    if (!below || !builder || chy_facts_builder_add(below, "ours", chy_slice_of(ours), &err) ||
        chy_facts_builder_finish(below, &bytes, &byte_count, &err) ||
        chy_lexicon_open(bytes, byte_count, &lexicon, &err))
        abort();
    chy_facts_builder_over(builder, lexicon, hear, &lines);
    const chy_facts_source source = {.name = "fuzz",
                                     .text = (const char *)data + 1,
                                     .size = size - 1,
                                     .form = (chy_facts_form)(data[0] % CHY_FACTS_FORM_COUNT)};
    if (chy_facts_builder_read(builder, &source, NULL, &err) == CHY_OK) {
        if (chy_facts_builder_finish(builder, &bytes, &byte_count, &err)) abort();
        chy_facts_builder_conflicts(builder);
        if (chy_lexicon_cover(lexicon, bytes, byte_count, &err)) abort();
        look_up(lexicon, data + 1, size - 1);
    }
    chy_lexicon_free(lexicon);
    chy_facts_builder_free(builder);
    chy_facts_builder_free(below);
    return 0;
}
