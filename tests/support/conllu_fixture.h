/* Sentences for tests, with their trees and name tags written out: what syntax would have found.
 *
 * A fixture is text of one line a word, an empty line between sentences. A line is either
 *
 *   full CoNLL-U   ten columns parted by tabs; `NER=B-PER` and `SpaceAfter=No` in MISC are read,
 * and so are lines of multi-word tokens ("3-4"); empty nodes ("3.1") are skipped compact        ID
 * FORM LEMMA XPOS HEAD DEPREL [MISC], parted by blanks; the universal tag and the features are
 * those that the Penn tag and the relation imply. MISC is a name tag
 *                  ("B-PER"), "-" for no blank after the word, or both ("B-PER-").
 *
 * Comments: `# newpar` begins a paragraph, `# headline` marks the next sentence as the headline,
 * others are ignored. The text is made from the forms. */
#ifndef CHY_TESTS_CONLLU_FIXTURE_H
#define CHY_TESTS_CONLLU_FIXTURE_H

#include "base/base.h"

typedef struct chy_fixture {
    const char *text; /* UTF-8; sentences parted by a blank, paragraphs by an empty line */
    size_t text_size; /* bytes */
    chy_word *words;
    uint32_t word_count;
    chy_sentence *sentences;
    uint32_t sentence_count;
} chy_fixture;

/* Reads `size` bytes. All that the fixture points to lives in the arena. CHY_ERROR_TEXT with the
 * line for what cannot be read: a wrong number of columns, an unknown tag or relation, a head out
 * of range; CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_fixture_read(const char *source, size_t size, chy_arena *arena,
                                         chy_fixture *fixture, chy_error *err);

#endif
