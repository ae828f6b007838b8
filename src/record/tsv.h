/* Tab-separated fields. */
#ifndef CHY_RECORD_TSV_H
#define CHY_RECORD_TSV_H

#include "record/record.h"

/* Fields of a line in order; each writes the tab before it but for the first. Tabs, line ends and
 * other control characters inside become blanks. */
typedef struct chy_tsv {
    chy_out *out;
    bool first;
} chy_tsv;

void chy_tsv_start(chy_tsv *tsv, chy_out *out);
void chy_tsv_string(chy_tsv *tsv, const char *value);
/* More characters of the field last begun. */
void chy_tsv_more(chy_tsv *tsv, chy_slice value);
void chy_tsv_uint(chy_tsv *tsv, uint64_t value);
/* Empty where the value is not finite. */
void chy_tsv_decimal(chy_tsv *tsv, double value, unsigned decimals);
void chy_tsv_end(chy_tsv *tsv);

/* Those who acted, or were acted on: parties, and for a group of several its members. An entity
 * stands there once; what is beyond the room is left out. */
#define CHY_SIDES_MOST 32
typedef struct chy_sides {
    uint32_t entities[CHY_SIDES_MOST];
    uint32_t count;
} chy_sides;
chy_sides chy_sides_of(const chy_record *record, const chy_party *parties, uint32_t count);

/* Columns both tables have: place, country, latitude, longitude. */
void chy_tsv_place_fields(chy_tsv *tsv, const chy_record *record, const chy_event *event);
/* "dead=12;injured=30" */
void chy_tsv_counts(chy_tsv *tsv, const chy_event *event);
/* Names of who reported it, "; " between them. */
void chy_tsv_reporters(chy_tsv *tsv, const chy_record *record, const chy_event *event);
/* The columns that end a line of both tables: start, end, rule, confidence, sentence. */
void chy_tsv_evidence_fields(chy_tsv *tsv, const chy_record *record, const chy_event *event);

#endif
