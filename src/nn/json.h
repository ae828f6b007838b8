/* A reader of the JSON inside a learned file: a cursor and the few forms that occur there. The
 * caller knows what must come next, so nothing recurses and nothing is built. */
#ifndef CHY_NN_JSON_H
#define CHY_NN_JSON_H

#include "base/base.h"

typedef struct chy_json {
    const char *data;
    size_t size;
    size_t at;      /* bytes already read; after a failure, where it happened */
    bool no_memory; /* it failed for lack of memory */
} chy_json;

chy_json chy_json_of(chy_slice text);
/* Skips white space; if `c` comes next, takes it. */
bool chy_json_take(chy_json *json, char c);
/* Whether only white space is left. */
bool chy_json_at_end(chy_json *json);
/* Takes a string. The unescaped characters are NUL-terminated memory of the arena; an escaped NUL,
 * an unpaired surrogate or a bare control character is refused. False also when there is no memory.
 */
bool chy_json_string(chy_json *json, chy_arena *arena, chy_slice *string);
/* Takes a whole number from 0 to SIZE_MAX, written without fraction or exponent. */
bool chy_json_size(chy_json *json, size_t *number);
/* Inside an object or array: after `first` is cleared a comma must stand before the next item. True
 * when an item follows; false at `close` (then taken, and *done set) or at anything else (*done
 * unset). */
bool chy_json_next(chy_json *json, char close, bool *first, bool *done);

#endif
