/* A JSON writer: commas, indentation and escapes. The caller opens and closes in order. */
#ifndef CHY_RECORD_JSON_H
#define CHY_RECORD_JSON_H

#include "record/out.h"

typedef struct chy_json_writer {
    chy_out *out;
    bool pretty;    /* indented by two blanks; else one line */
    bool first;     /* nothing was written yet in the innermost object or array */
    bool flat;      /* inside an object that stays on its line */
    uint32_t depth; /* open objects and arrays */
} chy_json_writer;

void chy_put_start(chy_json_writer *json, chy_out *out, bool pretty);

/* Each writes a member with `key`, or an item of an array where `key` is NULL. */
void chy_put_open_object(chy_json_writer *json, const char *key);
void chy_put_close_object(chy_json_writer *json);
/* An object that also the indented form keeps on one line. Holds no other one of its kind. */
void chy_put_open_flat(chy_json_writer *json, const char *key);
void chy_put_close_flat(chy_json_writer *json);
void chy_put_open_array(chy_json_writer *json, const char *key);
void chy_put_close_array(chy_json_writer *json);
/* NULL is written as null. Bytes that are no UTF-8 are written as U+FFFD. */
void chy_put_string(chy_json_writer *json, const char *key, const char *value);
void chy_put_slice(chy_json_writer *json, const char *key, chy_slice value);
/* The same with U+FEFF in front where `marked`. */
void chy_put_text(chy_json_writer *json, const char *key, bool marked, chy_slice value);
/* As chy_put_string, with null also for "". */
void chy_put_known(chy_json_writer *json, const char *key, const char *value);
void chy_put_uint(chy_json_writer *json, const char *key, uint64_t value);
/* null where the value is not finite. */
void chy_put_decimal(chy_json_writer *json, const char *key, double value, unsigned decimals);
void chy_put_bool(chy_json_writer *json, const char *key, bool value);
void chy_put_null(chy_json_writer *json, const char *key);
/* "e3" for prefix "e" and index 2; null for CHY_NONE. */
void chy_put_id(chy_json_writer *json, const char *key, const char *prefix, uint32_t index);

#endif
