/* Facts: the first byte says whether the rest is a table to compile or a compiled file to open.
 * Whatever opens must answer look-ups with strings that end and rows in range. */
#include "lexicon/builder.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_rows(const chy_lexicon *lexicon, uint32_t first, uint32_t rows) {
    for (uint32_t i = 0; i < rows && i < 1000; i++) {
        chy_fact fact;
        chy_lexicon_fact(lexicon, first + i, &fact);
        if (fact.kind >= CHY_FACT_KIND_COUNT || strlen(fact.name) > UINT32_MAX) abort();
        if (strlen(fact.surface) + strlen(fact.source) > UINT32_MAX) abort();
        (void)chy_fact_tenure(&fact, 20240305);
    }
}

/* Looks up pieces of the input, and runs of them. */
static void look_up(const chy_lexicon *lexicon, const uint8_t *data, size_t size) {
    chy_slice forms[CHY_LEXICON_LONGEST];
    bool space_after[CHY_LEXICON_LONGEST];
    for (uint32_t i = 0; i < CHY_LEXICON_LONGEST; i++) {
        size_t start = size * i / CHY_LEXICON_LONGEST;
        size_t length = (size - start) / 3 % 40;
        forms[i] = (chy_slice){(const char *)data + start, length};
        space_after[i] = i % 3 != 0;
        uint32_t first = 0;
        uint32_t rows = chy_lexicon_find(lexicon, forms[i], &first);
        read_rows(lexicon, first, rows);
    }
    uint32_t first = 0, rows = 0;
    uint32_t words =
        chy_lexicon_match(lexicon, forms, space_after, CHY_LEXICON_LONGEST, &first, &rows);
    if (words > CHY_LEXICON_LONGEST || (words > 0) != (rows > 0)) abort();
    read_rows(lexicon, first, rows);
    chy_cameo code;
    (void)chy_lexicon_cameo(lexicon, "190", &code);
}

static void open_compiled(const void *compiled, size_t compiled_size, const uint8_t *data,
                          size_t size, bool must_open) {
    chy_lexicon *lexicon = NULL;
    chy_error error;
    chy_status status = chy_lexicon_open(compiled, compiled_size, &lexicon, &error);
    if (status == CHY_OK) look_up(lexicon, data, size);
    if (must_open && status != CHY_OK) abort();
    chy_lexicon_free(lexicon);
}

static void compile(const uint8_t *data, size_t size) {
    chy_facts_builder *builder = chy_facts_builder_new();
    if (!builder) return;
    chy_error error;
    const void *compiled = NULL;
    size_t compiled_size = 0;
    if (chy_facts_builder_add(builder, "fuzz", (chy_slice){(const char *)data, size}, &error) ==
            CHY_OK &&
        chy_facts_builder_finish(builder, &compiled, &compiled_size, &error) == CHY_OK) {
        open_compiled(compiled, compiled_size, data, size, true);
    }
    chy_facts_builder_free(builder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) return 0;
    if (data[0] % 2 == 0) {
        compile(data + 1, size - 1);
    } else {
        open_compiled(data + 1, size - 1, data + 1, size - 1, false);
    }
    return 0;
}
