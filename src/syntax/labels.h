/* The labels of the learned file as the codes of chancery.h. */
#ifndef CHY_SYNTAX_LABELS_H
#define CHY_SYNTAX_LABELS_H

#include "nn/learned.h"

#define CHY_LABELS_LIMIT 4096u /* of one kind */

/* One kind of label, in class order. */
typedef struct chy_labels {
    const chy_slice *names; /* NUL-terminated */
    const uint32_t *codes;  /* what each stands for */
    size_t count;
} chy_labels;

/* What a label's text stands for; false where it is unknown. */
typedef bool chy_label_reader(chy_slice name, uint32_t *code);

chy_label_reader chy_upos_read;     /* chy_upos */
chy_label_reader chy_deprel_read;   /* chy_deprel */
chy_label_reader chy_name_tag_read; /* chy_name_tag */
chy_label_reader chy_feats_read;    /* CHY_FEAT_ bits; knows every "Name=Value|..." and "_" */
chy_label_reader chy_xpos_read;     /* always 0 */

/* Reads the labels of metadata `key` into `arena`. CHY_ERROR_LEARNED names a label that `reader`
 * does not know; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_labels_open(const chy_learned *learned, const char *key,
                                        chy_label_reader *reader, chy_arena *arena,
                                        chy_labels *labels, chy_error *err);

#endif
