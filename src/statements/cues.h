/* The words that report: verbs, nouns, adverbs. */
#ifndef CHY_STATEMENTS_CUES_H
#define CHY_STATEMENTS_CUES_H

#include "chancery.h"

/* Where a cue's content may stand. */
enum {
    CHY_CUE_CLAUSE = 1 << 0,     /* "said (that) it rained", "asked whether" */
    CHY_CUE_INFINITIVE = 1 << 1, /* "promised to leave", "urged them to leave" */
    CHY_CUE_GERUND = 1 << 2,     /* "denied having left", "accused them of leaving" */
    CHY_CUE_OBJECT = 1 << 3,     /* "praised the army", "described it as illegal" */
    CHY_CUE_PHRASE = 1 << 4,     /* "called for restraint", "spoke of a turning point" */
    CHY_CUE_ADDRESSEE = 1 << 5,  /* its object is who is spoken to: "told parliament that" */
    CHY_CUE_QUOTE = 1 << 6, /* goes with quotation marks, or stands in the middle: ", she said," */
    CHY_CUE_EVIDENTIAL = 1 << 7 /* "is said to have left": nobody's word */
};

typedef struct chy_cue {
    const char *lemma;
    uint8_t kind;  /* chy_statement_kind */
    uint8_t takes; /* CHY_CUE_... */
} chy_cue;

/* Word lists. */
typedef enum chy_cue_list {
    CHY_CUE_EVIDENTIAL_ADVERBS, /* "reportedly" */
    CHY_CUE_QUOTATION_NOUNS,    /* "line", "proverb" */
    CHY_CUE_BEARERS,            /* "banner", "chant": words stand on them, or are them */
    CHY_CUE_PAPERS,             /* "memo", "filing" */
    CHY_CUE_SELF_ORIGINS,       /* "proverb" */
    CHY_CUE_CITING_VERBS,       /* "quote" */
    CHY_CUE_VIEW_NOUNS,         /* "view": "in his view" */
    CHY_CUE_MUTE_NOUNS          /* "law": what it says is nobody's word */
} chy_cue_list;

/* The row of a verb (lemma with particle), adjective or noun, or NULL. */
const chy_cue *chy_cue_of_verb(const char *lemma);
const chy_cue *chy_cue_of_adjective(const char *lemma);
const chy_cue *chy_cue_of_noun(const char *lemma);
/* The row of a noun that reports, or that is itself nobody's word ("gossip"), or NULL. */
const chy_cue *chy_cue_of_news(const char *lemma);
bool chy_cue_word_in(chy_cue_list list, const char *lemma);

/* The tables, sorted by lemma; a verb's with its particle (cue_verbs.c). */
const chy_cue *chy_cue_verbs(size_t *count);
const chy_cue *chy_cue_adjectives(size_t *count);
const chy_cue *chy_cue_nouns(size_t *count);
const chy_cue *chy_cue_hearsay(size_t *count);

#endif
