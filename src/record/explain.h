/* The parts of `explain`. */
#ifndef CHY_RECORD_EXPLAIN_H
#define CHY_RECORD_EXPLAIN_H

#include "record/party.h"

/* A telling of an event, in a list of those read from one word. */
typedef struct explain_link {
    uint32_t event, evidence, next;
} explain_link;

/* How far the writing has come, and what came of each clause. */
typedef struct explain_state {
    uint32_t mention, time, clause, statement; /* the first that was not written yet */
    uint32_t *event_of_word;                   /* [word_count] first of `links` */
    explain_link *links;
    uint32_t *miss_of_clause; /* [clause_count] first of the near misses */
    uint32_t *miss_next;      /* [near_miss_count] */
} explain_state;

/* Draws a sentence's tree: each word under its head. */
void chy_explain_tree(chy_page *page, const chy_doc_content *content, const chy_sentence *sentence);

#endif
