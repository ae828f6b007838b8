/* Pieces: the words of a paragraph before they are cut into sentences. */
#ifndef CHY_TOKENS_PIECES_H
#define CHY_TOKENS_PIECES_H

#include "tokens/atoms.h"
#include "tokens/decide.h"

typedef struct chy_piece {
    uint32_t first, end; /* bytes */
    uint32_t hash, tail; /* of lower-cased characters */
    uint32_t length;     /* code points */
    uint16_t kind;
    uint8_t abbreviation; /* of an abbreviation with its period */
    bool space_before;
    bool continues; /* the next piece belongs to the same multi-word token */
    bool ends_sentence;
} chy_piece;

typedef struct chy_pieces {
    chy_piece *items;
    uint32_t count, capacity;
    bool one_case; /* chy_text_of_one_case of the text that they are of */
} chy_pieces;

/* Whether almost all letters of a text are capitals, or almost none: its sentences then start by
 * other signs. */
bool chy_text_of_one_case(const chy_text *text);

/* The hash of a piece of these atoms, each a lower-case ASCII word or a mark. */
uint32_t chy_piece_hash(const char *const *atoms, size_t count);

/* Cuts the atoms of a paragraph into words. False: no memory. */
bool chy_pieces_find(const chy_text *text, const chy_atoms *atoms, const chy_decider *decider,
                     chy_arena *arena, chy_pieces *pieces);

/* Marks the pieces that end sentences; the last one always does. */
void chy_sentences_find(chy_pieces *pieces, const chy_decider *decider);

#endif
