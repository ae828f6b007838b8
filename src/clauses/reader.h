/* What the files of this module share: the tree made walkable, the tables, and clauses in the
 * making. */
#ifndef CHY_CLAUSES_READER_H
#define CHY_CLAUSES_READER_H

#include "clauses/clauses.h"
#include "clauses/tables.h"

/* An argument of a draft, in a list. */
typedef struct chy_draft_argument {
    chy_argument argument; /* its clause is found at the end */
    uint32_t next;         /* in the reader's pool, or CHY_NONE */
} chy_draft_argument;

/* A clause in the making. Its words in the tree are its nodes: of "began to hold talks", began,
 * hold and talks. Each node goes to the next one down and the last one carries the sense. */
typedef struct chy_draft {
    chy_clause clause;
    uint32_t top;  /* the node that hangs on a word outside */
    uint32_t main; /* the highest verbal node, CHY_NONE for a bare noun */
    uint32_t node; /* the node that carries the sense: a copula's predicate, else clause.word */
    uint32_t first_argument, last_argument; /* in the pool, or CHY_NONE */
    uint32_t next_at_top;                   /* another draft with the same top, or CHY_NONE */
    const chy_event_noun *noun;             /* of a nominal event, or NULL */
    const chy_verb_trait *trait;            /* of a verb, or NULL */
    uint8_t surface; /* the role in which its surface subject stands; CHY_ROLE_COUNT: it has none */
    bool inverted;   /* its light verb's subject is the noun's object: "suffered an attack" */
    bool copular;    /* a "be" with a predicate */
} chy_draft;

typedef struct chy_clause_reader {
    const chy_mentions_input *input;
    const chy_mentions *mentions;
    const chy_word *words;
    uint32_t word_count;
    chy_arena *arena;   /* of the results */
    chy_arena *scratch; /* freed at the end */

    uint32_t *first_child;  /* [word_count] or CHY_NONE; children stand in text order */
    uint32_t *next_sibling; /* [word_count] */
    uint32_t *order;        /* [word_count] words, every head before its children */
    uint32_t order_count;

    const chy_event_noun **noun;  /* [word_count] the row of a word that is a nominal event */
    const chy_verb_trait **trait; /* [word_count] the row of a verb */
    uint32_t *goes_to;            /* [word_count] the node below in the same clause */
    uint32_t *came_from;          /* [word_count] the node that goes to it */
    const chy_light_verb **light; /* [word_count] the row by which a light verb went to its noun */
    uint32_t *kept_by; /* [word_count] the light verb, with a clause of its own, of a noun */
    const chy_light_verb **kept_row; /* [word_count] the row by which that verb is light */
    uint32_t *verbal, *nominal;      /* [word_count] the draft of which the word is such a node */
    uint32_t *top_draft;             /* [word_count] the first draft with this top */

    chy_draft *drafts;
    uint32_t draft_count, draft_capacity;
    chy_draft_argument *pool;
    uint32_t pool_count, pool_capacity;
    bool failed; /* memory ran out: everything after is idle */
} chy_clause_reader;

/* ---- tree.c ----------------------------------------------------------------------------- */

/* Links children and orders the words. False when there is no memory. */
bool chy_clause_tree(chy_clause_reader *reader);
/* The first child with this relation, or CHY_NONE. */
uint32_t chy_clause_child(const chy_clause_reader *reader, uint32_t word, chy_deprel deprel);
/* Whether the word's lemma, case aside, is `lemma`. */
bool chy_clause_lemma_is(const chy_word *word, const char *lemma);
bool chy_clause_lemma_in(const chy_word *word, const char *const *lemmas, size_t count);
/* Whether the word's characters, case aside, are `form`. */
bool chy_clause_form_is(const chy_word *word, const char *form);
bool chy_clause_xpos_is(const chy_word *word, const char *xpos);
bool chy_clause_verbal(const chy_word *word); /* VERB, or AUX that stands for one */
bool chy_clause_adjectival(const chy_word *word);
bool chy_clause_nominal(const chy_word *word); /* NOUN, PROPN, PRON, NUM, and the like */
/* Lower-case ASCII copy of a lemma; an over-long one gives "". */
#define CHY_CLAUSE_LEMMA 40
void chy_clause_lower(const char *text, char lower[CHY_CLAUSE_LEMMA]);
/* The preposition of a noun or the marker of a clause: its case (or mark) children joined by "_",
 * "" for none. Lives in the text or in the results' arena. */
const char *chy_clause_preposition(chy_clause_reader *reader, uint32_t word, chy_deprel deprel);
/* A verb's particle, or CHY_NONE; the "on" of "call on" is a preposition, whatever the parser says,
 * and so is the "down" of "marched down the avenue". */
uint32_t chy_clause_particle(const chy_clause_reader *reader, uint32_t verb);
/* Whether the clause has a marker of this form: "to", "without", "if". */
bool chy_clause_marked(const chy_clause_reader *reader, uint32_t word, const char *form);
/* Whether the word is a relative pronoun, and the noun that its clause modifies (CHY_NONE: none).
 */
bool chy_clause_relative_pronoun(const chy_word *word);
uint32_t chy_clause_antecedent(const chy_clause_reader *reader, uint32_t pronoun);
/* Whether the word stands in the headline. */
bool chy_clause_headline(const chy_clause_reader *reader, uint32_t word);
/* Whether a mention headed by the word acts in the grammar's sense. */
bool chy_clause_acts(const chy_clause_reader *reader, uint32_t word);

/* ---- find.c, fold.c: which words are predicates, and which belong to one clause --------- */
void chy_clause_fold(chy_clause_reader *reader);
void chy_clause_find(chy_clause_reader *reader);
/* Whether a noun word is a nominal event, or a container ("round of talks") of one; that one's
 * word. */
uint32_t chy_clause_event_noun(const chy_clause_reader *reader, uint32_t word);
/* Whether a verb stands in the passive. */
bool chy_clause_passive(const chy_clause_reader *reader, uint32_t verb);

/* ---- arguments.c, nominals.c: the parties in their own places --------------------------- */
void chy_clause_own_arguments(chy_clause_reader *reader, uint32_t draft);
void chy_clause_nominal_arguments(chy_clause_reader *reader, uint32_t draft, uint32_t noun);
/* Adds an argument and its conjuncts; a relative pronoun gives way to its noun. */
void chy_clause_add(chy_clause_reader *reader, uint32_t draft, chy_role role,
                    const char *preposition, uint32_t word, bool inherited);
/* Adds one argument alone, unless it is there already. */
void chy_clause_add_one(chy_clause_reader *reader, uint32_t draft, chy_role role,
                        const char *preposition, uint32_t word, bool inherited);
bool chy_clause_has(const chy_clause_reader *reader, uint32_t draft, chy_role role);
/* Whether a gerund with this marker is a complement of its verb: "accused of killing". */
bool chy_clause_complement_marker(const char *marker);
/* The marker of an adverbial clause, or the preposition that a parser may give in its place. */
const char *chy_clause_marker(chy_clause_reader *reader, uint32_t word);
/* Whether an adverbial gerund is one, or an adjective after "as": "described it as unjust". */
bool chy_clause_gerund_complement(const chy_clause_reader *reader, uint32_t verb, uint32_t gerund,
                                  const char *marker);
/* Whether an adverbial infinitive is a complement all the same: "called on them to leave". */
bool chy_clause_infinitive_complement(const chy_clause_reader *reader, uint32_t verb,
                                      uint32_t infinitive);

/* ---- repairs.c: slips of the parser --------------------------------------------------------- */

/* "freed two soldiers and Chad | released a third": whether a conjunct is the next verb's subject.
 */
bool chy_clause_stolen_subject(const chy_clause_reader *reader, uint32_t conjunct);
/* Whether a subject hangs on what is said in place of the verb of saying: "her aide | said | they
 * talked". */
bool chy_clause_foreign_subject(const chy_clause_reader *reader, uint32_t subject);
/* The subject of a verb that the parser gave none, or CHY_NONE. */
uint32_t chy_clause_lost_subject(const chy_clause_reader *reader, uint32_t verb);
/* Whether a gerund or infinitive that hangs on its verb's object is the verb's complement: "accused
 * | the police of torturing them", "wants | the alliance to guard it". */
bool chy_clause_complement_on_object(const chy_clause_reader *reader, uint32_t clause);

/* ---- would.c --------------------------------------------------------------------------------- */

/* The copula of "the word | was | that he would go", which tells what the verb with the "that"
 * says; CHY_NONE for none. */
uint32_t chy_clause_outer_copula(const chy_clause_reader *reader, uint32_t verb);
/* Each makes a clause's "would" a future, where it is one seen from the past: below `above`, which
 * may report it; in a relative clause below it; coordinated with `first`; beside a report or told
 * by a noun ("Kenya, he added, would send", "the rumour was that Chad would send"). */
void chy_clause_would_reported(const chy_clause_reader *reader, chy_draft *draft,
                               const chy_draft *above);
void chy_clause_would_related(const chy_clause_reader *reader, chy_draft *draft,
                              const chy_draft *above);
void chy_clause_would_coordinated(const chy_clause_reader *reader, chy_draft *draft,
                                  const chy_draft *first);
void chy_clause_would_beside(const chy_clause_reader *reader, chy_draft *draft);

/* ---- lifts.c --------------------------------------------------------------------------------- */

/* Adds what hangs on the verb's object, or on a phrase of its own, and is its own as well. */
void chy_clause_lift(chy_clause_reader *reader, uint32_t draft);

/* ---- inherit.c: the parties that stand elsewhere ---------------------------------------- */
/* Whether a noun does what its infinitive says: "the first leader to visit", not "money to buy
 * arms". */
bool chy_clause_infinitive_subject(const chy_clause_reader *reader, uint32_t noun);
void chy_clause_inherit(chy_clause_reader *reader);

/* ---- noun_parties.c: those of a nominal event that stand with the verb above it ----------- */

/* "In a meeting with A, B said"; "B announced a visit": who the subject of a bare noun is. */
void chy_clause_bare_noun(chy_clause_reader *reader, uint32_t draft);
/* "imposed sanctions on Iran": the parties of a light verb that has a clause of its own. */
void chy_clause_share_light(chy_clause_reader *reader, uint32_t draft);
/* Copies the arguments of one role as another role. */
void chy_clause_copy(chy_clause_reader *reader, uint32_t from, chy_role role, uint32_t to,
                     chy_role as);

/* ---- group.c: tense, modality, negation ------------------------------------------------- */
void chy_clause_group(chy_clause_reader *reader, uint32_t draft);
/* What a clause has from the one it hangs on; parents first. */
void chy_clause_group_inherit(chy_clause_reader *reader, uint32_t draft);

/* ---- links.c ---------------------------------------------------------------------------- */
/* The draft that a draft hangs on, and how. */
void chy_clause_link_find(chy_clause_reader *reader, uint32_t draft);

#endif
