/* The tables of constructions: nouns that name events, light verbs, and what verbs do to their
 * complements. */
#ifndef CHY_CLAUSES_TABLES_H
#define CHY_CLAUSES_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Classes of nominal events, as bits: a light verb says which it goes with. */
enum {
    CHY_NOUN_MEET = 1 << 0,     /* talks, summit, dinner */
    CHY_NOUN_MOVE = 1 << 1,     /* visit, withdrawal, deployment */
    CHY_NOUN_SPEECH = 1 << 2,   /* statement, warning, call */
    CHY_NOUN_DEAL = 1 << 3,     /* agreement, truce */
    CHY_NOUN_GIVE = 1 << 4,     /* aid, delivery, sale */
    CHY_NOUN_STANCE = 1 << 5,   /* support, criticism, concern */
    CHY_NOUN_VIOLENCE = 1 << 6, /* attack, killing, war */
    CHY_NOUN_COERCE = 1 << 7,   /* arrest, sanction, curfew */
    CHY_NOUN_PROTEST = 1 << 8,  /* rally, strike, riot */
    CHY_NOUN_FORCE = 1 << 9,    /* exercise, mobilisation, test */
    CHY_NOUN_LAW = 1 << 10,     /* trial, investigation, election */
    CHY_NOUN_RESOLVE = 1 << 11, /* decision, plan, threat, promise: takes a clause */
    CHY_NOUN_ANY = 0xFFF
};

/* A noun that names an event, and where its parties stand. */
typedef struct chy_event_noun {
    const char *lemma;
    uint16_t noun_class;
    char of; /* "the arrest of B": 'o' its object, 's' its subject, '-' neither: OBLIQUE "of" */
    char possessor; /* "B's arrest": 'o', "A's attack": 's' */
    char compound;  /* an acting noun before it, "police raid": 's'; "hostage release": 'o' */
} chy_event_noun;

/* How a light verb's subject stands to its noun. */
typedef enum chy_light_way {
    CHY_LIGHT_DO,   /* its subject does it: "held talks" */
    CHY_LIGHT_GET,  /* it is done to its subject: "suffered an attack", "came under fire" */
    CHY_LIGHT_OCCUR /* the noun is its subject: "talks took place" */
} chy_light_way;

typedef struct chy_light_verb {
    const char *lemma;       /* with particle: "carry_out" */
    const char *preposition; /* the noun's own: "take part" has "in"; "" where it is the object */
    uint16_t nouns;          /* CHY_NOUN_... that it goes with */
    uint8_t way;             /* chy_light_way */
    bool kept;               /* the verb has a clause of its own besides: "imposed sanctions" */
} chy_light_verb;

/* What a verb (or adjective) does to its complement and to what it governs. */
enum {
    CHY_TRAIT_SUBJECT_CONTROL = 1 << 0, /* "promised him to leave": the subject leaves */
    CHY_TRAIT_PHASE = 1 << 1,           /* is one clause with its complement: "began to" */
    CHY_TRAIT_MODAL = 1 << 2,           /* likewise, and leaves no trace: "has to", "is going to" */
    CHY_TRAIT_IMPLICATIVE = 1 << 3,     /* what it governs happens when it does: "forced to" */
    CHY_TRAIT_INTENDED = 1 << 4,        /* what it governs is meant to happen: "plans to" */
    CHY_TRAIT_INTENDED_PASSIVE = 1 << 5, /* so in the passive: "is expected to" */
    CHY_TRAIT_NECESSARY = 1 << 6,        /* "needs to" */
    CHY_TRAIT_POSSIBLE = 1 << 7,         /* "is likely to" */
    CHY_TRAIT_NEGATIVE = 1 << 8,     /* what it governs does not happen: "failed to", "denied" */
    CHY_TRAIT_NOUN_CONTROL = 1 << 9, /* its subject does its nominal object: "announced a visit" */
    CHY_TRAIT_LINKING = 1 << 10,     /* is one clause with its adjective: "remains critical of" */
    CHY_TRAIT_INFINITIVE = 1 << 11,  /* an infinitive beside it is its complement, not a purpose */
    CHY_TRAIT_REPORT = 1 << 12,      /* "would" below its past is a future: "said it would" */
    CHY_TRAIT_STATE = 1 << 13        /* its participle with "to" is an adjective: "committed to" */
};

typedef struct chy_verb_trait {
    const char *lemma; /* with particle */
    uint16_t traits;
    const char
        *controller; /* the preposition of the phrase that controls: "call on"; "" otherwise */
} chy_verb_trait;

/* Each returns the row or NULL. The lemma is lower-case. */
const chy_event_noun *chy_event_noun_find(const char *lemma);
/* The row of this verb that takes this class of noun with this preposition, in one of the ways of
 * `ways` (1 << chy_light_way). */
const chy_light_verb *chy_light_verb_find(const char *lemma, const char *preposition,
                                          uint16_t noun_class, unsigned ways);
const chy_verb_trait *chy_verb_trait_find(const char *lemma);
/* Whether a verb may say that a deed was its subject's: "claimed responsibility for the attack". */
bool chy_claiming_verb(const char *lemma);
/* Nouns that hold others: "a series of attacks", "dozens of soldiers". */
bool chy_container_noun(const char *lemma);
/* Common nouns that act when they stand before an event: "police raid", "army offensive". */
bool chy_acting_noun(const char *lemma);

/* The tables themselves, for their tests. */
const chy_event_noun *chy_event_noun_table(size_t *count);
const chy_light_verb *chy_light_verb_table(size_t *count);
const chy_verb_trait *chy_verb_trait_table(size_t *count);
const char *const *chy_container_noun_table(size_t *count);
const char *const *chy_acting_noun_table(size_t *count);

#endif
