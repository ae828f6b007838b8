#include "mentions/heads.h"

static chy_status bind(const chy_learned *learned, const char *name, size_t size,
                       const float **values, chy_error *err) {
    const void *data = NULL;
    chy_status status = chy_learned_tensor(learned, name, CHY_TENSOR_F32, 1, &size, &data, err);
    if (status == CHY_OK) *values = data;
    return status;
}

chy_status chy_mention_heads_open(const chy_learned *learned, chy_arena *arena,
                                  const chy_mention_heads **heads, chy_error *err) {
    *heads = NULL;
    chy_mention_heads *made = chy_arena_alloc(arena, 1, sizeof *made);
    if (!made) return chy_fail_memory(err);
    chy_status status = CHY_OK;
    if (chy_learned_has(learned, "readings.weight"))
        status = bind(learned, "readings.rules", 1, &made->reading_rules, err);
    if (status == CHY_OK) *heads = made;
    return status;
}
