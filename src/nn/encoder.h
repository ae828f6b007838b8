/* The encoder: sentences of words to one vector a word (docs/learned-file.md). Sentences are
 * encoded in batches, so that the weights are fetched once for many rows; what a word's vector
 * becomes does not depend on what else is in its batch. */
#ifndef CHY_NN_ENCODER_H
#define CHY_NN_ENCODER_H

#include "nn/linear.h"
#include "nn/vocabulary.h"

/* Everything the encoder has learned, packed for one instruction set; immutable. */
typedef struct chy_encoder chy_encoder;
/* One thread's scratch: the sentences being encoded and their vectors. */
typedef struct chy_batch chy_batch;

/* Binds the encoder's tensors. What is made lives in `arena`; the learned file must outlive it.
 * CHY_ERROR_LEARNED, CHY_ERROR_ARGUMENT (no such instruction set here), CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_encoder_open(const chy_learned *learned, chy_isa isa, chy_arena *arena,
                                         const chy_encoder **encoder, chy_error *err);
const chy_kernels *chy_encoder_kernels(const chy_encoder *encoder);
/* Floats of a vector. */
size_t chy_encoder_width(const chy_encoder *encoder);
/* Most pieces of one sentence and of one batch, [CLS] and [SEP] counted. */
size_t chy_encoder_positions(const chy_encoder *encoder);

/* Scratch for one thread, in `arena`: about 7 MB at 512 positions and width 384. NULL when there is
 * no memory. */
chy_batch *chy_batch_new(const chy_encoder *encoder, chy_arena *arena);
void chy_batch_clear(chy_batch *batch);

typedef enum chy_batch_answer {
    CHY_BATCH_ADDED,
    CHY_BATCH_FULL,    /* run and clear it, then add again */
    CHY_BATCH_TOO_LONG /* no batch can hold so many words */
} chy_batch_answer;

/* Adds a sentence of `count` > 0 words. Where its pieces pass the limit of a sentence, words keep
 * fewer of them: all words at most k, with the largest k that fits, so that every word still has
 * its first. */
chy_batch_answer chy_batch_add(const chy_encoder *encoder, chy_batch *batch, const chy_slice *forms,
                               size_t count);

/* Encodes the sentences of the batch. */
void chy_batch_run(const chy_encoder *encoder, chy_batch *batch);
/* The same with the first `layers` layers alone, at most all: what tests compare layer by layer. */
void chy_batch_run_layers(const chy_encoder *encoder, chy_batch *batch, size_t layers);
/* All layers. */
size_t chy_encoder_layers(const chy_encoder *encoder);

/* The result: words of all sentences one after the other, then one root vector for each sentence.
 */
size_t chy_batch_sentences(const chy_batch *batch);
size_t chy_batch_words(const chy_batch *batch);
/* The first word and number of words of a sentence. */
size_t chy_batch_first_word(const chy_batch *batch, size_t sentence);
size_t chy_batch_word_count(const chy_batch *batch, size_t sentence);
/* [chy_batch_words + chy_batch_sentences, width], as floats and quantised. */
const float *chy_batch_vectors(const chy_batch *batch);
const chy_quantised *chy_batch_quantised(const chy_batch *batch);
/* The last layer's vectors of the pieces, [CLS] and [SEP] among them, sentence after sentence. */
const float *chy_batch_piece_vectors(const chy_batch *batch);
size_t chy_batch_pieces(const chy_batch *batch);

#endif
