/* Matrices of the learned file, bound and packed. */
#ifndef CHY_NN_LINEAR_H
#define CHY_NN_LINEAR_H

#include "nn/kernels.h"
#include "nn/learned.h"

/* Most inputs of a matrix: the sums of its products then fit an int32 and a row's sum a float. */
#define CHY_LINEAR_COLUMNS 16384u

/* Binds and packs q(name, rows, columns), that is the tensors `name`.weight, .scale and .bias.
 * Memory comes from `arena`. CHY_ERROR_LEARNED names the tensor that is missing or different, or
 * says that `columns` is no multiple of 16; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_linear_open(const chy_learned *learned, const chy_kernels *kernels,
                                        const char *name, size_t rows, size_t columns,
                                        chy_arena *arena, chy_linear *linear, chy_error *err);

/* Binds `name`.gain and .bias, used in place. */
CHY_MUST_USE chy_status chy_norm_open(const chy_learned *learned, const char *name, size_t width,
                                      chy_norm *norm, chy_error *err);

/* Room for `rows` quantised rows of `columns`. False when there is no memory. */
bool chy_quantised_new(const chy_kernels *kernels, size_t rows, size_t columns, chy_arena *arena,
                       chy_quantised *quantised);

#endif
