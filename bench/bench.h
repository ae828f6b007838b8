/* What the measurements share. */
#ifndef CHY_BENCH_H
#define CHY_BENCH_H

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "nn/kernels.h"

/* Seconds of the processor's time: other programs on the machine matter little. */
static inline double bench_now(void) {
    return (double)clock() / CLOCKS_PER_SEC;
}

/* Zeros, aligned for the widest vectors. */
static inline void *bench_memory(size_t size) {
    void *result = aligned_alloc(64, chy_round_up(size, 64));
    if (result == NULL) abort();
    memset(result, 0, size);
    return result;
}

static inline int bench_by_size(const void *a, const void *b) {
    double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

static inline double bench_median(double *times, size_t count) {
    qsort(times, count, sizeof times[0], bench_by_size);
    return times[count / 2];
}

#endif
