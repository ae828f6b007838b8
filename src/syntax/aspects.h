/* Aspects: a few numbers that the learned file's heads for later stages make of each word's vector,
 * so that those stages need not keep the vectors themselves. */
#ifndef CHY_SYNTAX_ASPECTS_H
#define CHY_SYNTAX_ASPECTS_H

#include "nn/encoder.h"

/* The heads that look at words one by one. A learned file may lack any of them. */
typedef enum chy_aspect {
    CHY_ASPECT_READINGS, /* "readings": CHY_READING_ROWS of a place's name, its governor, a root */
    CHY_ASPECT_COREFERENCE, /* "coreference.words": the later mention's, then the earlier one's */
    CHY_ASPECT_COUNT
} chy_aspect;

enum { CHY_READING_ROWS = 3, CHY_COREFERENCE_MOST = 128 };

/* Of one document. */
typedef struct chy_aspects {
    /* [words + sentences, stride]: the words, then the roots of the sentences; NULL for none. */
    const float *values;
    size_t stride;                   /* floats from one row to the next */
    size_t offset[CHY_ASPECT_COUNT]; /* where a aspect begins in a row */
    size_t count[CHY_ASPECT_COUNT];  /* its floats, 0 where the learned file lacks the head */
} chy_aspects;

/* The heads bound to the learned file. */
typedef struct chy_aspect_heads {
    chy_linear linear[CHY_ASPECT_COUNT];
    chy_aspects shape; /* without values */
} chy_aspect_heads;

/* Binds those heads that the file has. CHY_ERROR_LEARNED, CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_aspect_heads_open(const chy_learned *learned,
                                              const chy_kernels *kernels, size_t width,
                                              chy_arena *arena, chy_aspect_heads *heads,
                                              chy_error *err);

/* Rows [first, first + count) of `vectors` to rows of `values`, heads->shape.stride apart. */
void chy_aspect_rows(const chy_aspect_heads *heads, const chy_kernels *kernels,
                     const chy_quantised *vectors, size_t first, size_t count, float *values);

#endif
