/* Dictionaries of PETRARCH, PETRARCH2 and TABARI, line by line. Inside the module. */
#ifndef CHY_LEXICON_DICTIONARY_H
#define CHY_LEXICON_DICTIONARY_H

#include "lexicon/actor_code.h"
#include "lexicon/build.h"

/* More synonyms of one actor, codes of one, or members of a substitution set are an error. */
#define CHY_DICTIONARY_FORMS 4096u
#define CHY_DICTIONARY_CODES 256u

/* From when to when a code holds: yyyymmdd, both days included, 0 open. */
typedef struct chy_code_dates {
    int32_t from, to;
} chy_code_dates;

/* A code in brackets as a dictionary gives it. */
typedef struct chy_dated_code {
    chy_slice letters; /* "RUSGOV" */
    chy_code_dates dates;
    size_t line;
} chy_dated_code;

/* A dictionary being read. */
typedef struct chy_dictionary {
    chy_facts_builder *builder;
    const char *name;
    uint32_t source; /* interned "table:..." */
    chy_slice text;
    size_t at, line, begin; /* of the line read last: as in chy_table */
    uint32_t line_reports;  /* on that line so far */
    bool in_comment;        /* between <!-- and --> */
    bool keeps_remarks;     /* what stands behind # belongs to the line */
    char *buffer;           /* [CHY_TABLE_LINE_BYTES] a line without its comments */
    /* The actor being gathered; phrases live in the text or in the builder's arena. */
    chy_slice *forms;
    uint32_t form_count, form_room;
    chy_dated_code *codes;
    uint32_t code_count, code_room;
} chy_dictionary;

/* False when there is no memory. */
bool chy_dictionary_open(chy_dictionary *d, chy_facts_builder *builder, const char *name,
                         chy_slice text, uint32_t source);
/* The next line that holds something, trimmed, comments cut off. False at the end. Lines that are
 * too long or not UTF-8 are reported and left out. */
bool chy_dictionary_line(chy_dictionary *d, chy_slice *line);
/* Reports the line read last; `at` is the part of it that is meant. */
void chy_dictionary_report(chy_dictionary *d, bool doubt, chy_slice at, const char *what);

/* "HAMAS_GUNMEN_" as a person writes it, "Hamas Gunmen", in the builder's arena; a phrase with
 * small letters keeps its own. `capitals` false: all small, for agents. False: no memory. */
bool chy_dictionary_phrase(chy_dictionary *d, chy_slice raw, bool capitals, chy_slice *phrase);
/* Adds a form to the actor being gathered; reports doubts. False: no memory. */
bool chy_dictionary_form(chy_dictionary *d, chy_slice raw);
/* Cuts the next "[...]" off `rest` and reads it into the codes of the actor being gathered. Text
 * before it is skipped. `*found` is false where there is none. False: no memory. */
bool chy_dictionary_code(chy_dictionary *d, chy_slice *rest, bool *found);
/* "20040309-20080507", "<991231", "> 20080508". False where it is no restriction. */
bool chy_dictionary_dates(chy_slice text, chy_code_dates *dates);
/* A record for each code of the actor gathered, with all of its forms; then forgets them. */
CHY_MUST_USE chy_status chy_dictionary_flush(chy_dictionary *d, chy_error *err);

/* The readers. CHY_ERROR_LIMIT, CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_actors_read(chy_dictionary *d, chy_error *err);
CHY_MUST_USE chy_status chy_agents_read(chy_dictionary *d, chy_error *err);
CHY_MUST_USE chy_status chy_country_info_read(chy_dictionary *d, chy_error *err);

/* Blanks and tabs at both ends dropped. */
chy_slice chy_trim(chy_slice text);

#endif
