/* Words to tags, lemmas, features, trees and name tags: the heads of the learned file on the
 * vectors of the encoder, which sees every word once. */
#ifndef CHY_SYNTAX_SYNTAX_H
#define CHY_SYNTAX_SYNTAX_H

#include "syntax/aspects.h"

/* Encoder and heads, bound to the learned file; immutable, shared by all threads. */
typedef struct chy_syntax_model chy_syntax_model;
/* One thread's scratch. */
typedef struct chy_syntax_workspace chy_syntax_workspace;

/* Binds everything. What is made lives in `arena`; the learned file must outlive it.
 * CHY_ERROR_LEARNED names the tensor, number or label that is wrong; CHY_ERROR_ARGUMENT: `isa` is
 * not to be had here; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_syntax_open(const chy_learned *learned, chy_isa isa, chy_arena *arena,
                                        const chy_syntax_model **model, chy_error *err);
/* "portable", "avx2", "avx512vnni". */
const char *chy_syntax_instruction_set(const chy_syntax_model *model);
/* Floats of a word's vector. */
size_t chy_syntax_width(const chy_syntax_model *model);

CHY_MUST_USE chy_status chy_syntax_workspace_new(const chy_syntax_model *model,
                                                 chy_syntax_workspace **workspace, chy_error *err);
void chy_syntax_workspace_free(chy_syntax_workspace *workspace);
/* Bytes held: the same before and after use, whatever is read. */
size_t chy_syntax_workspace_size(const chy_syntax_workspace *workspace);

/* Fills in upos, xpos, feats, feat_bits, lemma, head, deprel and name_tag of the words of all
 * sentences, from their forms and the sentences' first_word and word_count alone.
 *
 * A name has one kind with its fellows of the whole report (name_kinds.h). What holds of the
 * result: every sentence is one tree with one root; deprel is root there and
 * nowhere else; I- tags follow a B- or I- tag of their kind. A sentence of more than 510 word
 * pieces is read with fewer pieces of its longer words: all keep at most k, with the largest k that
 * fits, at least the first.
 *
 * xpos and feats point into the model, which must outlive the words; lemmas live in `arena` or are
 * the form itself. `vectors`: NULL, or receives [word_count + sentence_count, chy_syntax_width]
 * floats in `arena`, the vector of each word (zeros for a word in no sentence), then that of each
 * root. `aspects`: NULL, or receives the same rows' aspects, likewise in `arena`: at most 1.1 KB a
 * row.
 *
 * CHY_ERROR_LIMIT: a sentence of more than 510 words; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_syntax_read(const chy_syntax_model *model,
                                        chy_syntax_workspace *workspace, chy_word *words,
                                        size_t word_count, const chy_sentence *sentences,
                                        size_t sentence_count, chy_arena *arena,
                                        const float **vectors, chy_aspects *aspects,
                                        chy_error *err);

#endif
