/* What a decoded tree can be known to have wrong. */
#ifndef CHY_SYNTAX_MEND_H
#define CHY_SYNTAX_MEND_H

#include "base/base.h"

/* Mends the tree of words[first, first + count), at most CHY_LIMIT_SENTENCE_WORDS: heads and
 * relations are labelled one by one, so that a verb may have come by two subjects. Where the
 * clause it reports stands between them and has none, the first is that clause's ("Lula met Modi,
 * the palace said"); where one stands on each side of a verb without an object, the second is its
 * object, or an oblique where a preposition leads it. A finite verb does not stand beside a noun
 * or an infinitive ("rejected the demand and accused"), nor after a comma beside a reported
 * passive ("argued that a precedent had been set, and called for talks"): it hangs from the finite
 * verb above. A coordinator between two modifiers of one noun that hangs from the noun joins them
 * ("U.S. and Chinese officials"). Two before a noun of which the first was taken for the party
 * both modify it ("Thai and Malay guards", "Kenya and Ethiopia's ministers"). Two subjects side by
 * side are one ("the drivers' union SMAQ said", "Burkina Faso left"). What stands before a past
 * without a subject, taken for an apposition in the phrase in front, is its subject ("according to
 * Colonel X, the spokesman, the minister received Y"). One with a title of his own is not in
 * apposition to another ("his counterpart X and President Y"). "Visiting" before a guest who is
 * met or meets is said of the guest ("talks with visiting premier X"). Who stands behind a comma
 * before a verb of saying without a subject says it, and is no object of what is said ("they read
 * maps, an aide said"), nor in apposition to it ("they spoke about maps, an aide told the Herald",
 * where the Herald may have been taken for who tells); nor has he the adjective behind what is
 * told ("they stood ready, an aide said"). No phrase before the "that" of a clause is of that
 * clause ("said on Sunday that rebels had attacked"), and no such clause is a relative of what
 * stands before the verb ("the ministry posted on X that they had met"). "Claims that he fled were
 * denied" has a noun for its subject, "cited a Swahili saying" one for its object. The subject of a
 * past without an auxiliary acts. "Read" and "put" tagged as infinitives behind a quotation or
 * their subject have a tense, and "a note, slipped under the door, said" tells of the note by a
 * participle; "is due to visit Lima", "talks due to start on Friday" tell what is to be done, not a
 * reason: their tags are mended too. */
void chy_tree_mend(chy_word *words, uint32_t first, uint32_t count);

/* Whether a word has that tag of the Penn Treebank; gives it another, with its features. */
bool chy_has_xpos(const chy_word *word, const char *xpos);
/* Whether a verb says what somebody calls a thing: "called the talks frank". */
bool chy_names_so(const chy_word *verb);
void chy_word_retag(chy_word *word, const char *xpos, const char *feats);
/* Whether a verb has a tense of its own, no auxiliary's: "met", "meets". */
bool chy_has_tense(const chy_word *word);
/* Whether a word is the subject of a verb, or of a passive. */
bool chy_is_subject(const chy_word *word);
/* Makes a noun of words[i] taken for a verb, its phrases with it. */
void chy_make_noun(chy_word *words, uint32_t first, uint32_t count, uint32_t i);

/* Each mends some of these: what noun phrases have wrong; a past whose subject hangs elsewhere; "is
 * due to meet" taken for a cause; "that" taken for "which", and what stands before it taken for a
 * verb. */
void chy_nouns_mend(chy_word *words, uint32_t first, uint32_t count);
void chy_subjects_mend(chy_word *words, uint32_t first, uint32_t count);
void chy_due_mend(chy_word *words, uint32_t first, uint32_t count);
void chy_that_mend(chy_word *words, uint32_t first, uint32_t count);

#endif
