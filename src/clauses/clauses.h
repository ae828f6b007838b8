/* Predicates with their parties in deep roles, constructions undone. Rules of the grammar see only
 * this.
 *
 * One clause a predicate, but for light and phase verbs, which are one clause with the word that
 * carries the sense:
 *
 *   "held talks with", "took part in talks", "talks took place", "talks held in Oslo"  NOUN talk
 *   "began to attack", "has to leave", "is going to meet"      VERB attack, leave, meet
 *   "remains critical of"                                      ADJECTIVE critical
 *   "came under attack": the subject is the noun's OBJECT      NOUN attack
 *
 * A light verb that says something of its own ("imposed sanctions on", "gave support") has a clause
 * VERB impose with the noun as OBJECT, and the noun has one too, ARGUMENT of it, with the same
 * parties (inherited), the verb's tense, and `light` "impose". */
#ifndef CHY_CLAUSES_CLAUSES_H
#define CHY_CLAUSES_CLAUSES_H

#include "mentions/mentions.h"

/* Deep roles. A passive's subject is OBJECT and its by-phrase SUBJECT; a relative clause's gap is
 * filled with the noun it modifies; a controlled verb has its controller as SUBJECT; the parties of
 * a nominal predicate ("Kenya's visit to Uganda", "talks between A and B", "Chinese aid to Laos")
 * have the roles of its verb. */
typedef enum chy_role {
    /* Who does it. */
    CHY_ROLE_SUBJECT,
    /* What or whom it is done to. */
    CHY_ROLE_OBJECT,
    /* The indirect object of "gave Chad aid" (gave aid to Chad has OBLIQUE "to"). */
    CHY_ROLE_RECIPIENT,
    /* With its preposition: "with", "because_of"; "" for bare ones ("met Monday", "drone strike").
     * What hangs on an object is the verb's too, inherited: "signed a deal with Chad". */
    CHY_ROLE_OBLIQUE,
    /* A clause: what is said, asked, promised; of "accused of killing" with preposition "of". */
    CHY_ROLE_COMPLEMENT,
    /* The noun or adjective of a copula or of "as" (then with preposition "as"): "is president",
     * "elected him leader", "described it as illegal". */
    CHY_ROLE_PREDICATE,
    /* A clause: what it is done for, "fired tear gas to disperse them". */
    CHY_ROLE_PURPOSE,
    CHY_ROLE_COUNT
} chy_role;
const char *chy_role_name(chy_role role);

typedef enum chy_clause_kind {
    CHY_CLAUSE_VERB,     /* "met", "was arrested", "has agreed to" */
    CHY_CLAUSE_NOUN,     /* "their meeting", "the arrest of": a nominal event */
    CHY_CLAUSE_ADJECTIVE /* "is ready to", "is critical of" */
} chy_clause_kind;

/* How a clause hangs from its parent. */
typedef enum chy_clause_link {
    CHY_LINK_NONE,       /* the top of a sentence */
    CHY_LINK_COMPLEMENT, /* object clause or infinitive */
    CHY_LINK_RELATIVE,   /* modifies a noun of the parent (also participles: "soldiers guarding it")
                          */
    CHY_LINK_ADVERBIAL,  /* "after meeting", "while" */
    CHY_LINK_CONDITION,  /* "if", "unless", "should" */
    CHY_LINK_PURPOSE,    /* "to", "in order to", "so that" */
    CHY_LINK_CONJUNCT,   /* coordinated with the parent */
    CHY_LINK_ARGUMENT /* a nominal event that is an argument of the parent: "condemned the killing"
                       */
} chy_clause_link;

typedef enum chy_tense {
    CHY_TENSE_NONE,
    CHY_TENSE_PAST,
    CHY_TENSE_PRESENT,
    CHY_TENSE_FUTURE
} chy_tense;
typedef enum chy_modality {
    CHY_MODALITY_NONE,
    CHY_MODALITY_POSSIBLE,    /* may, might, could, can; "is likely to" */
    CHY_MODALITY_NECESSARY,   /* must, should, need to, has to, ought to */
    CHY_MODALITY_CONDITIONAL, /* would */
    CHY_MODALITY_INTENDED     /* plans to, is to, is set to, wants to, is about to, scheduled */
} chy_modality;

typedef struct chy_argument {
    uint8_t role; /* chy_role */
    const char
        *preposition; /* of an OBLIQUE: in lower case, words of one joined by "_"; "" for none */
    uint32_t word;    /* head word of the phrase */
    uint32_t clause;  /* the clause that the argument is, or CHY_NONE */
    bool inherited;   /* not in its own place: by control, relative, conjunction, possessive */
} chy_argument;

typedef struct chy_clause {
    uint32_t word; /* the word that carries the sense: of "held talks", "talks"; of "paid a visit",
                      "visit" */
    uint32_t verb; /* the word that bears tense: of "held talks", "held"; equals word where there is
                      no light verb; CHY_NONE for a bare noun */
    const char *lemma; /* lemma of word, with a verb particle: "call_off", "carry_out" */
    const char *light; /* lemma of the light or phase verb ("hold", "pay"), or NULL */
    uint8_t kind;      /* chy_clause_kind */
    uint8_t link;      /* chy_clause_link */
    /* chy_tense. Perfect "has met" is PAST, as is a headline's present; NONE for infinitives and
     * bare nouns that nothing places in time; "said it would meet" is FUTURE; what is forced,
     * managed or accused of has the tense of its governor. */
    uint8_t tense;
    /* chy_modality. INTENDED (with FUTURE) also below agree, decide, promise, threaten. */
    uint8_t modality;
    /* not, never, no, failed to, without, denied; not what stands further up. */
    bool negated;
    bool passive;
    bool question;
    bool imperative;
    uint32_t parent; /* clause, or CHY_NONE */
    uint32_t sentence;
    uint32_t first_argument,
        argument_count; /* in chy_clauses.arguments; conjuncts each one argument */
} chy_clause;

typedef struct chy_clauses {
    chy_clause *clauses; /* in order of `word` */
    uint32_t clause_count;
    chy_argument *arguments;
    uint32_t argument_count;
    uint32_t *clause_of_word; /* [word_count] the clause whose sense-bearing word or tense-bearing
                                 verb it is, or CHY_NONE */
} chy_clauses;

/* Reads the clauses of a document. CHY_ERROR_MEMORY. */
CHY_MUST_USE chy_status chy_clauses_read(const chy_mentions_input *input,
                                         const chy_mentions *mentions, chy_arena *arena,
                                         chy_clauses *clauses, chy_error *err);

#endif
