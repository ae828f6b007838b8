/* Any bytes as a grammar file: read or refused with a place, never a crash. */
#include "events/events.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    /* Two files, so that sets and rules of one meet those of the other. */
    size_t half = size / 2;
    chy_grammar_source sources[2] = {{"one", (const char *)data, half},
                                     {"two", (const char *)data + half, size - half}};
    chy_grammar *grammar = NULL;
    chy_error err;
    for (size_t count = 1; count <= 2; count++) {
        sources[0].size = count == 1 ? size : half;
        if (chy_grammar_open(sources, count, false, NULL, &grammar, &err) == CHY_OK) {
            chy_grammar_example example;
            for (size_t i = 0; i < chy_grammar_example_count(grammar); i++) {
                chy_grammar_example_get(grammar, i, &example);
                if (example.sentence == NULL || example.expected == NULL) abort();
            }
            chy_grammar_free(grammar);
        } else if (err.message[0] == '\0') {
            abort();
        }
    }
    return 0;
}
