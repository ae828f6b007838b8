/* The learned file (docs/learned-file.md): a safetensors file read in place from memory, every
 * offset, count and product checked before use. */
#ifndef CHY_NN_LEARNED_H
#define CHY_NN_LEARNED_H

#include "base/base.h"

#define CHY_LEARNED_FILE_BYTES   ((size_t)64 * 1024 * 1024)
#define CHY_LEARNED_HEADER_BYTES ((size_t)4 * 1024 * 1024)
#define CHY_LEARNED_TENSORS      1024u
#define CHY_LEARNED_ENTRIES      256u /* of the metadata */
#define CHY_LEARNED_RANK         4u
#define CHY_LEARNED_ALIGNMENT    64u

typedef enum chy_tensor_type { CHY_TENSOR_F32, CHY_TENSOR_I8, CHY_TENSOR_U8 } chy_tensor_type;

typedef struct chy_learned chy_learned;

/* Checks the whole file and gives access to it. `bytes` (aligned to at least 4 bytes) is borrowed
 * and must outlive the result, which lives in `arena`. CHY_ERROR_LEARNED: what is wrong and at
 * which byte; CHY_ERROR_ARGUMENT: misaligned memory; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_learned_open(const void *bytes, size_t size, chy_arena *arena,
                                         const chy_learned **learned, chy_error *err);

/* The file's version and the first 16 hexadecimal digits of its SHA-256: "en-2026.11.1 3f2a...". */
const char *chy_learned_identity(const chy_learned *learned);

/* The data of the tensor `name`, which must have this type and shape `[rank]`. Every float of an
 * F32 tensor has been found finite. CHY_ERROR_LEARNED names what is missing or different. */
CHY_MUST_USE chy_status chy_learned_tensor(const chy_learned *learned, const char *name,
                                           chy_tensor_type type, size_t rank, const size_t *shape,
                                           const void **data, chy_error *err);
/* Whether there is a tensor of that name. */
bool chy_learned_has(const chy_learned *learned, const char *name);
/* The shape of the tensor `name`: false if there is none of that rank. */
bool chy_learned_shape(const chy_learned *learned, const char *name, size_t rank, size_t *shape);

/* The metadata string of that key, NUL-terminated. False if there is none. */
bool chy_learned_metadata(const chy_learned *learned, const char *key, chy_slice *value);
/* A whole number of the `hyperparameters`, from `least` to `most`. CHY_ERROR_LEARNED otherwise. */
CHY_MUST_USE chy_status chy_learned_number(const chy_learned *learned, const char *key,
                                           size_t least, size_t most, size_t *number,
                                           chy_error *err);
/* The lines of the metadata string `key`, from 1 to `limit` of them: NUL-terminated strings in
 * class order, in `arena`. CHY_ERROR_LEARNED where it is missing, has an empty line or too many. */
CHY_MUST_USE chy_status chy_learned_lines(const chy_learned *learned, const char *key, size_t limit,
                                          chy_arena *arena, chy_slice **lines, size_t *count,
                                          chy_error *err);

#endif
