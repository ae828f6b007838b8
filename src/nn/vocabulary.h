/* Words to word pieces, as BERT's uncased tokenizer cuts them, and the shapes of words
 * (docs/learned-file.md). */
#ifndef CHY_NN_VOCABULARY_H
#define CHY_NN_VOCABULARY_H

#include "nn/learned.h"

#define CHY_PIECES_PER_WORD  32u  /* later ones are dropped */
#define CHY_RUN_CODE_POINTS  100u /* a longer run of characters is [UNK] */
#define CHY_VOCABULARY_LIMIT 131072u
#define CHY_VOCABULARY_PIECE 128u /* bytes of a piece */

/* The word pieces and a hash table over them; immutable. */
typedef struct chy_vocabulary chy_vocabulary;

/* Reads the vocabulary, of exactly `count` pieces with [CLS], [SEP] and [UNK] among them, into
 * `arena`; it keeps no pointer into the file. CHY_ERROR_LEARNED: it is damaged; CHY_ERROR_MEMORY.
 */
CHY_MUST_USE chy_status chy_vocabulary_open(const chy_learned *learned, size_t count,
                                            chy_arena *arena, const chy_vocabulary **vocabulary,
                                            chy_error *err);

/* The id of a special piece. */
uint32_t chy_vocabulary_cls(const chy_vocabulary *vocabulary);
uint32_t chy_vocabulary_sep(const chy_vocabulary *vocabulary);

/* Cuts a form (valid UTF-8) into 1 to CHY_PIECES_PER_WORD pieces; returns how many. Time is linear
 * in the form's length. */
size_t chy_vocabulary_cut(const chy_vocabulary *vocabulary, chy_slice form,
                          uint32_t pieces[CHY_PIECES_PER_WORD]);

/* The shape of a form (valid UTF-8), 0 to 7. */
uint8_t chy_word_shape(chy_slice form);

#endif
