/* What `show` and `explain` say of parties and times, for people. */
#ifndef CHY_RECORD_PARTY_H
#define CHY_RECORD_PARTY_H

#include "record/page.h"
#include "record/record.h"

/* "William Ruto" */
void chy_page_entity(chy_page *page, const chy_record *record, uint32_t entity);
/* "KEN GOV", "UKR GOV+MIL", "" */
void chy_page_codes(chy_page *page, const chy_entity *entity);
/* Names with codes, ", " between. */
void chy_page_parties(chy_page *page, const chy_record *record, const chy_party *parties,
                      uint32_t count);
/* "PT2H30M" as "2 hours 30 minutes"; what is no duration as it stands. */
void chy_page_duration(chy_page *page, const char *value);
/* The characters of a span in typographic quotation marks. */
void chy_page_quote(chy_page *page, const chy_record *record, chy_span span);
/* A number with at most `decimals` decimals. */
void chy_page_decimal(chy_page *page, double value, unsigned decimals);

#endif
