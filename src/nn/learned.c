#include "nn/learned.h"

#include <math.h>
#include <string.h>

#include "base/sha256.h"
#include "nn/json.h"

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the learned file is little-endian and is read in place"
#endif

#define SOURCE "learned file"

typedef struct chy_tensor {
    chy_slice name;
    chy_tensor_type type;
    size_t rank;
    size_t shape[CHY_LEARNED_RANK];
    size_t start, end; /* bytes of the data section, then of the file */
    const void *data;
} chy_tensor;

typedef struct chy_entry {
    chy_slice key, value;
} chy_entry;

typedef struct chy_number {
    chy_slice key;
    size_t value;
} chy_number;

struct chy_learned {
    const uint8_t *bytes;
    size_t size;
    chy_tensor *tensors;
    size_t tensor_count;
    chy_entry *entries; /* of the metadata */
    size_t entry_count;
    chy_number *numbers; /* the hyper-parameters */
    size_t number_count;
    char identity[96];
};

/* What opening needs besides its result. */
typedef struct chy_opening {
    chy_learned *learned;
    chy_arena *arena;
    chy_json json;
    chy_error *err;
} chy_opening;

/* Failure at the cursor; the header starts 8 bytes into the file. */
static chy_status fail_here(chy_opening *opening, const char *message) {
    if (opening->json.no_memory) return chy_fail_memory(opening->err);
    return chy_fail(opening->err, CHY_ERROR_LEARNED, SOURCE, 8 + opening->json.at, CHY_NOWHERE,
                    "%s", message);
}

static int shown(chy_slice name) {
    return name.size < 80 ? (int)name.size : 80;
}

/* ---- The header ---------------------------------------------------------------------------------
 */

static chy_status read_metadata(chy_opening *opening) {
    chy_learned *learned = opening->learned;
    chy_json *json = &opening->json;
    if (learned->entries != NULL)
        return fail_here(opening, "the header has two __metadata__ objects");
    learned->entries = chy_arena_alloc(opening->arena, CHY_LEARNED_ENTRIES, sizeof(chy_entry));
    if (learned->entries == NULL) return chy_fail_memory(opening->err);
    if (!chy_json_take(json, '{')) return fail_here(opening, "__metadata__ is not an object");
    bool first = true, done;
    while (chy_json_next(json, '}', &first, &done)) {
        if (learned->entry_count == CHY_LEARNED_ENTRIES)
            return fail_here(opening, "__metadata__ has more than 256 entries");
        chy_entry *entry = &learned->entries[learned->entry_count];
        if (!chy_json_string(json, opening->arena, &entry->key) || !chy_json_take(json, ':') ||
            !chy_json_string(json, opening->arena, &entry->value))
            return fail_here(opening, "__metadata__ holds something other than strings");
        learned->entry_count++;
    }
    return done ? CHY_OK : fail_here(opening, "__metadata__ does not end");
}

static bool read_sizes(chy_json *json, size_t *sizes, size_t limit, size_t *count) {
    if (!chy_json_take(json, '[')) return false;
    *count = 0;
    bool first = true, done;
    while (chy_json_next(json, ']', &first, &done)) {
        if (*count == limit || !chy_json_size(json, &sizes[*count])) return false;
        ++*count;
    }
    return done;
}

static bool read_type(chy_opening *opening, chy_tensor_type *type) {
    chy_slice text;
    if (!chy_json_string(&opening->json, opening->arena, &text)) return false;
    if (chy_slice_is(text, "F32"))
        *type = CHY_TENSOR_F32;
    else if (chy_slice_is(text, "I8"))
        *type = CHY_TENSOR_I8;
    else if (chy_slice_is(text, "U8"))
        *type = CHY_TENSOR_U8;
    else
        return false;
    return true;
}

static chy_status read_tensor(chy_opening *opening, chy_tensor *tensor) {
    enum { HAS_TYPE = 1, HAS_SHAPE = 2, HAS_OFFSETS = 4 };
    chy_json *json = &opening->json;
    if (!chy_json_take(json, '{'))
        return fail_here(opening, "a tensor's description is not an object");
    unsigned seen = 0;
    bool first = true, done;
    while (chy_json_next(json, '}', &first, &done)) {
        chy_slice key;
        if (!chy_json_string(json, opening->arena, &key) || !chy_json_take(json, ':'))
            return fail_here(opening, "a tensor's description is damaged");
        size_t offsets[2] = {0, 0}, count;
        unsigned field = 0;
        if (chy_slice_is(key, "dtype") && read_type(opening, &tensor->type)) {
            field = HAS_TYPE;
        } else if (chy_slice_is(key, "shape") &&
                   read_sizes(json, tensor->shape, CHY_LEARNED_RANK, &tensor->rank)) {
            field = HAS_SHAPE;
        } else if (chy_slice_is(key, "data_offsets") && read_sizes(json, offsets, 2, &count) &&
                   count == 2) {
            field = HAS_OFFSETS;
            tensor->start = offsets[0];
            tensor->end = offsets[1];
        }
        if (field == 0 || (seen & field) != 0)
            return fail_here(opening,
                             "a tensor's description has an unknown or repeated field, or a "
                             "type, shape or offsets that are not allowed");
        seen |= field;
    }
    if (!done || seen != (HAS_TYPE | HAS_SHAPE | HAS_OFFSETS))
        return fail_here(opening, "a tensor's description is not complete");
    return CHY_OK;
}

static chy_status read_header(chy_opening *opening) {
    chy_learned *learned = opening->learned;
    chy_json *json = &opening->json;
    learned->tensors = chy_arena_alloc(opening->arena, CHY_LEARNED_TENSORS, sizeof(chy_tensor));
    if (learned->tensors == NULL) return chy_fail_memory(opening->err);
    if (!chy_json_take(json, '{')) return fail_here(opening, "the header is not a JSON object");
    bool first = true, done;
    while (chy_json_next(json, '}', &first, &done)) {
        chy_slice name;
        if (!chy_json_string(json, opening->arena, &name) || !chy_json_take(json, ':'))
            return fail_here(opening, "the header is damaged");
        chy_status status;
        if (chy_slice_is(name, "__metadata__")) {
            status = read_metadata(opening);
        } else if (learned->tensor_count == CHY_LEARNED_TENSORS) {
            status = fail_here(opening, "the file has more than 1024 tensors");
        } else {
            chy_tensor *tensor = &learned->tensors[learned->tensor_count++];
            tensor->name = name;
            status = read_tensor(opening, tensor);
        }
        if (status != CHY_OK) return status;
    }
    if (!done || !chy_json_at_end(json))
        return fail_here(opening, "the header does not end where it should");
    return CHY_OK;
}

/* ---- The tensors --------------------------------------------------------------------------------
 */

static chy_status fail_tensor(const chy_opening *opening, const chy_tensor *tensor,
                              const char *problem) {
    return chy_fail(opening->err, CHY_ERROR_LEARNED, SOURCE, CHY_NOWHERE, CHY_NOWHERE,
                    "tensor \"%.*s\" %s", shown(tensor->name), tensor->name.data, problem);
}

static bool tensor_size(const chy_tensor *tensor, size_t *size) {
    size_t bytes = tensor->type == CHY_TENSOR_F32 ? sizeof(float) : 1;
    for (size_t i = 0; i < tensor->rank; i++)
        if (!chy_multiply(bytes, tensor->shape[i], &bytes)) return false;
    *size = bytes;
    return true;
}

static bool all_finite(const float *values, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!isfinite(values[i])) return false;
    return true;
}

/* The format wants every byte to belong to a tensor: "padding.N" fill the gaps before the others.
 */
static bool is_padding(const chy_tensor *tensor) {
    return tensor->type == CHY_TENSOR_U8 && tensor->name.size > 8 &&
           memcmp(tensor->name.data, "padding.", 8) == 0;
}

/* Places a tensor in the file, whose data section starts at byte `base`. */
static chy_status place_tensor(chy_opening *opening, chy_tensor *tensor, size_t base) {
    const chy_learned *learned = opening->learned;
    size_t size;
    if (!tensor_size(tensor, &size) || tensor->start > tensor->end ||
        tensor->end - tensor->start != size)
        return fail_tensor(opening, tensor, "does not fill its bytes");
    if (tensor->end > learned->size - base)
        return fail_tensor(opening, tensor, "ends after the end of the file");
    tensor->start += base;
    tensor->end += base;
    if (!is_padding(tensor) && tensor->start % CHY_LEARNED_ALIGNMENT != 0)
        return fail_tensor(opening, tensor, "does not start at a multiple of 64 bytes");
    tensor->data = learned->bytes + tensor->start;
    if (tensor->type == CHY_TENSOR_F32 && !all_finite(tensor->data, size / sizeof(float)))
        return fail_tensor(opening, tensor, "holds a number that is not finite");
    return CHY_OK;
}

static chy_status place_tensors(chy_opening *opening, size_t base) {
    const chy_learned *learned = opening->learned;
    for (size_t i = 0; i < learned->tensor_count; i++) {
        chy_tensor *tensor = &learned->tensors[i];
        chy_status status = place_tensor(opening, tensor, base);
        if (status != CHY_OK) return status;
        for (size_t j = 0; j < i; j++) {
            const chy_tensor *other = &learned->tensors[j];
            if (chy_slice_equal(tensor->name, other->name))
                return fail_tensor(opening, tensor, "is there twice");
            if (tensor->start < other->end && other->start < tensor->end)
                return fail_tensor(opening, tensor, "overlaps another");
        }
    }
    return CHY_OK;
}

/* ---- Metadata -----------------------------------------------------------------------------------
 */

bool chy_learned_metadata(const chy_learned *learned, const char *key, chy_slice *value) {
    for (size_t i = 0; i < learned->entry_count; i++)
        if (chy_slice_is(learned->entries[i].key, key)) {
            *value = learned->entries[i].value;
            return true;
        }
    return false;
}

static chy_status read_numbers(chy_opening *opening) {
    chy_learned *learned = opening->learned;
    chy_slice text;
    if (!chy_learned_metadata(learned, "hyperparameters", &text))
        return chy_fail(opening->err, CHY_ERROR_LEARNED, SOURCE, CHY_NOWHERE, CHY_NOWHERE,
                        "the metadata has no \"hyperparameters\"");
    enum { LIMIT = 64 };
    learned->numbers = chy_arena_alloc(opening->arena, LIMIT, sizeof(chy_number));
    if (learned->numbers == NULL) return chy_fail_memory(opening->err);
    chy_json json = chy_json_of(text);
    bool first = true, done = false;
    bool good = chy_json_take(&json, '{');
    while (good && chy_json_next(&json, '}', &first, &done)) {
        chy_number *number = &learned->numbers[learned->number_count];
        good = chy_json_string(&json, opening->arena, &number->key) && chy_json_take(&json, ':') &&
               chy_json_size(&json, &number->value) && ++learned->number_count < LIMIT;
    }
    if (json.no_memory) return chy_fail_memory(opening->err);
    if (!good || !done || !chy_json_at_end(&json))
        return chy_fail(opening->err, CHY_ERROR_LEARNED, SOURCE, CHY_NOWHERE, CHY_NOWHERE,
                        "the metadata's \"hyperparameters\" are not an object of at most 63 whole "
                        "numbers");
    return CHY_OK;
}

chy_status chy_learned_number(const chy_learned *learned, const char *key, size_t least,
                              size_t most, size_t *number, chy_error *err) {
    for (size_t i = 0; i < learned->number_count; i++) {
        if (!chy_slice_is(learned->numbers[i].key, key)) continue;
        *number = learned->numbers[i].value;
        if (*number >= least && *number <= most) return CHY_OK;
        return chy_fail(err, CHY_ERROR_LEARNED, SOURCE, CHY_NOWHERE, CHY_NOWHERE,
                        "hyper-parameter \"%s\" is %zu; from %zu to %zu is allowed", key, *number,
                        least, most);
    }
    return chy_fail(err, CHY_ERROR_LEARNED, SOURCE, CHY_NOWHERE, CHY_NOWHERE,
                    "hyper-parameter \"%s\" is missing", key);
}

chy_status chy_learned_lines(const chy_learned *learned, const char *key, size_t limit,
                             chy_arena *arena, chy_slice **lines, size_t *count, chy_error *err) {
    chy_slice text;
    if (!chy_learned_metadata(learned, key, &text))
        return chy_fail(err, CHY_ERROR_LEARNED, SOURCE, CHY_NOWHERE, CHY_NOWHERE,
                        "the metadata has no \"%s\"", key);
    size_t number = 1;
    for (size_t i = 0; i < text.size; i++)
        number += text.data[i] == '\n';
    if (number > limit)
        return chy_fail(err, CHY_ERROR_LEARNED, SOURCE, CHY_NOWHERE, CHY_NOWHERE,
                        "\"%s\" has %zu lines; at most %zu are allowed", key, number, limit);
    char *copy = chy_arena_string(arena, text.data, text.size);
    chy_slice *slices = chy_arena_alloc(arena, number, sizeof *slices);
    if (copy == NULL || slices == NULL) return chy_fail_memory(err);
    size_t start = 0;
    for (size_t line = 0; line < number; line++) {
        const char *end = memchr(copy + start, '\n', text.size - start);
        size_t size = (end == NULL ? text.size : (size_t)(end - copy)) - start;
        if (size == 0)
            return chy_fail(err, CHY_ERROR_LEARNED, SOURCE, CHY_NOWHERE, line + 1,
                            "line %zu of \"%s\" is empty", line + 1, key);
        slices[line] = (chy_slice){.data = copy + start, .size = size};
        copy[start + size] = '\0';
        start += size + 1;
    }
    *lines = slices;
    *count = number;
    return CHY_OK;
}

/* ---- Opening ------------------------------------------------------------------------------------
 */

static chy_status check_format(chy_opening *opening) {
    chy_slice format;
    if (chy_learned_metadata(opening->learned, "format", &format) &&
        chy_slice_is(format, "chancery-learned-1"))
        return CHY_OK;
    return chy_fail(opening->err, CHY_ERROR_LEARNED, SOURCE, CHY_NOWHERE, CHY_NOWHERE,
                    "the metadata's \"format\" is not \"chancery-learned-1\"");
}

static void set_identity(chy_learned *learned) {
    uint8_t digest[CHY_SHA256_BYTES];
    chy_sha256(learned->bytes, learned->size, digest);
    chy_slice version = chy_slice_of("unversioned");
    (void)chy_learned_metadata(learned, "version", &version);
    size_t room = sizeof learned->identity - 18;
    size_t size = version.size < room ? version.size : room;
    memcpy(learned->identity, version.data, size);
    learned->identity[size] = ' ';
    chy_sha256_text(digest, 16, learned->identity + size + 1);
}

static chy_status open_parts(chy_opening *opening) {
    chy_learned *learned = opening->learned;
    uint64_t header = 0;
    if (learned->size >= sizeof header) memcpy(&header, learned->bytes, sizeof header);
    if (learned->size < sizeof header || learned->size > CHY_LEARNED_FILE_BYTES ||
        header > CHY_LEARNED_HEADER_BYTES || header > learned->size - sizeof header)
        return chy_fail(opening->err, CHY_ERROR_LEARNED, SOURCE, 0, CHY_NOWHERE,
                        "this is not a safetensors file of at most 64 MiB with a header of at most "
                        "4 MiB (size %zu)",
                        learned->size);
    opening->json = chy_json_of(
        (chy_slice){.data = (const char *)learned->bytes + sizeof header, .size = (size_t)header});
    chy_status status = read_header(opening);
    if (status == CHY_OK) status = place_tensors(opening, sizeof header + (size_t)header);
    if (status == CHY_OK) status = check_format(opening);
    if (status == CHY_OK) status = read_numbers(opening);
    if (status == CHY_OK) set_identity(learned);
    return status;
}

chy_status chy_learned_open(const void *bytes, size_t size, chy_arena *arena,
                            const chy_learned **learned, chy_error *err) {
    *learned = NULL;
    if (bytes == NULL || (uintptr_t)bytes % sizeof(float) != 0)
        return chy_fail(err, CHY_ERROR_ARGUMENT, SOURCE, CHY_NOWHERE, CHY_NOWHERE,
                        "the learned file must stand in memory aligned to 4 bytes");
    chy_opening opening = {.arena = arena, .err = err};
    opening.learned = chy_arena_alloc(arena, 1, sizeof *opening.learned);
    if (opening.learned == NULL) return chy_fail_memory(err);
    opening.learned->bytes = bytes;
    opening.learned->size = size;
    chy_status status = open_parts(&opening);
    if (status == CHY_OK) *learned = opening.learned;
    return status;
}

const char *chy_learned_identity(const chy_learned *learned) {
    return learned->identity;
}

static const chy_tensor *find(const chy_learned *learned, const char *name) {
    for (size_t i = 0; i < learned->tensor_count; i++)
        if (chy_slice_is(learned->tensors[i].name, name)) return &learned->tensors[i];
    return NULL;
}

bool chy_learned_has(const chy_learned *learned, const char *name) {
    return find(learned, name) != NULL;
}

bool chy_learned_shape(const chy_learned *learned, const char *name, size_t rank, size_t *shape) {
    const chy_tensor *tensor = find(learned, name);
    if (tensor == NULL || tensor->rank != rank) return false;
    memcpy(shape, tensor->shape, rank * sizeof *shape);
    return true;
}

chy_status chy_learned_tensor(const chy_learned *learned, const char *name, chy_tensor_type type,
                              size_t rank, const size_t *shape, const void **data, chy_error *err) {
    const chy_tensor *tensor = find(learned, name);
    if (tensor == NULL)
        return chy_fail(err, CHY_ERROR_LEARNED, SOURCE, CHY_NOWHERE, CHY_NOWHERE,
                        "tensor \"%s\" is missing", name);
    if (tensor->type != type)
        return chy_fail(err, CHY_ERROR_LEARNED, SOURCE, tensor->start, CHY_NOWHERE,
                        "tensor \"%s\" is of the wrong type", name);
    if (tensor->rank != rank || memcmp(tensor->shape, shape, rank * sizeof *shape) != 0)
        return chy_fail(
            err, CHY_ERROR_LEARNED, SOURCE, tensor->start, CHY_NOWHERE,
            "tensor \"%s\" has the wrong shape: %zu dimensions, the first of %zu, where "
            "%zu dimensions, the first of %zu, are wanted",
            name, tensor->rank, tensor->rank > 0 ? tensor->shape[0] : 0, rank,
            rank > 0 ? shape[0] : 0);
    *data = tensor->data;
    return CHY_OK;
}
