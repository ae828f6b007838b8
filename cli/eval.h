/* Scores of CoNLL-U against gold, as the CoNLL 2018 shared task defines them, and of names. */
#ifndef CHY_CLI_EVAL_H
#define CHY_CLI_EVAL_H

#include "cli.h"

/* Characters of the file, not NUL-terminated. */
typedef struct eval_text {
    const char *data;
    size_t size;
} eval_text;

typedef struct eval_word {
    uint32_t start, end; /* of the file's characters without white space */
    eval_text form, lemma, upos, xpos, feats, deprel, name;
    uint32_t head;     /* index of the word, CHY_NONE for a root */
    uint32_t sentence; /* its number */
    uint32_t line;     /* of the file, from 1 */
    bool has_head;     /* false: the column is "_" */
    bool multiword;    /* part of a multi-word token, whose characters `start` and `end` are */
} eval_word;

typedef struct eval_span {
    uint32_t start, end;
    eval_text kind;
} eval_span;

typedef struct eval_file {
    const char *path;
    char *data; /* owned; the words point into it */
    size_t size;
    eval_word *words;
    uint32_t word_count;
    size_t word_capacity;
    eval_span *sentences;
    uint32_t sentence_count;
    size_t sentence_capacity;
    eval_span *names;
    uint32_t name_count;
    size_t name_capacity;
    char *characters; /* without white space */
    size_t character_size, character_capacity;
    uint32_t length; /* code points of it */
} eval_file;

/* The bytes of the white space at `at` that Unicode calls a space separator; 0 for none. Tokens are
 * compared without it. */
size_t chy_eval_space(const char *at, size_t left);

/* Reads a file, or standard input for "-". False: it has said why. */
bool chy_eval_read(const char *path, eval_file *file);
void chy_eval_free(eval_file *file);

typedef enum eval_measure {
    EVAL_SENTENCES,
    EVAL_WORDS,
    EVAL_UPOS,
    EVAL_XPOS,
    EVAL_FEATS,
    EVAL_LEMMAS,
    EVAL_UAS,
    EVAL_LAS,
    EVAL_NAMES,
    EVAL_PER,
    EVAL_ORG,
    EVAL_LOC,
    EVAL_MEASURE_COUNT
} eval_measure;

typedef struct eval_score {
    uint32_t gold, system, correct;
} eval_score;

/* False: the two files hold different characters, or there is no memory; it has said so. */
bool chy_eval_score(const eval_file *gold, const eval_file *system,
                    eval_score scores[EVAL_MEASURE_COUNT]);
double chy_eval_f1(const eval_score *score);

#endif
