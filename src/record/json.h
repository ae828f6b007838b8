/* A JSON writer: commas, indentation and escapes. The caller opens and closes in order. */
#ifndef CHY_RECORD_JSON_H
#define CHY_RECORD_JSON_H

#include "record/out.h"

typedef struct chy_json {
    chy_out *out;
    bool pretty;    /* indented by two blanks; else one line */
    bool first;     /* nothing was written yet in the innermost object or array */
    bool flat;      /* inside an object that stays on its line */
    uint32_t depth; /* open objects and arrays */
} chy_json;

void chy_json_start(chy_json *json, chy_out *out, bool pretty);

/* Each writes a member with `key`, or an item of an array where `key` is NULL. */
void chy_json_open_object(chy_json *json, const char *key);
void chy_json_close_object(chy_json *json);
/* An object that also the indented form keeps on one line. Holds no other one of its kind. */
void chy_json_open_flat(chy_json *json, const char *key);
void chy_json_close_flat(chy_json *json);
void chy_json_open_array(chy_json *json, const char *key);
void chy_json_close_array(chy_json *json);
/* NULL is written as null. Bytes that are no UTF-8 are written as U+FFFD. */
void chy_json_string(chy_json *json, const char *key, const char *value);
void chy_json_slice(chy_json *json, const char *key, chy_slice value);
/* The same with U+FEFF in front where `marked`. */
void chy_json_text(chy_json *json, const char *key, bool marked, chy_slice value);
/* As chy_json_string, with null also for "". */
void chy_json_known(chy_json *json, const char *key, const char *value);
void chy_json_uint(chy_json *json, const char *key, uint64_t value);
/* null where the value is not finite. */
void chy_json_decimal(chy_json *json, const char *key, double value, unsigned decimals);
void chy_json_bool(chy_json *json, const char *key, bool value);
void chy_json_null(chy_json *json, const char *key);
/* "e3" for prefix "e" and index 2; null for CHY_NONE. */
void chy_json_id(chy_json *json, const char *key, const char *prefix, uint32_t index);

#endif
