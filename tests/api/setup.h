/* What the tests of the library share: the data files of the build tree and output in memory. */
#ifndef CHY_TESTS_API_SETUP_H
#define CHY_TESTS_API_SETUP_H

#include "chancery.h"
#include "io/io.h"

/* The files of share/chancery, mapped; parts point into them. */
typedef struct setup_data {
    chy_io_map learned, facts;
    chy_io_map grammar[64];
    char names[64][64];
    chy_grammar_source sources[64];
    chy_coder_parts parts;
} setup_data;

void setup_open(setup_data *data);
void setup_close(setup_data *data);
/* Opens a coder and fails the test if that cannot be done. */
chy_coder *setup_coder(setup_data *data, chy_isa isa);

/* Growing bytes; memory comes from the C library directly and is no part of what is tested. */
typedef struct setup_bytes {
    char *data;
    size_t size, capacity;
} setup_bytes;
bool setup_collect(void *context, const char *data, size_t size);

/* A report about countries, made up for the tests: quotations, names, numbers, a dateline. */
extern const char setup_report[];

#endif
