/* Atoms: the smallest pieces a word can be made of, runs of letters, of digits, of one mark. */
#ifndef CHY_TOKENS_ATOMS_H
#define CHY_TOKENS_ATOMS_H

#include "text/text.h"

/* What an atom or word looks like. Marks have their ASCII character, or one of the kinds from
 * CHY_KIND_QUOTE_OPEN. */
enum {
    CHY_KIND_NONE = 0, /* before the first, after the last */
    CHY_KIND_LOWER,
    CHY_KIND_CAPITAL,     /* Nairobi */
    CHY_KIND_CAPITALS,    /* OPEC */
    CHY_KIND_ONE_CAPITAL, /* J */
    CHY_KIND_ONE_LOWER,   /* a */
    CHY_KIND_MIXED,       /* iPhone, McKay */
    CHY_KIND_LETTER,      /* scripts without case */
    CHY_KIND_CJK,
    CHY_KIND_DIGIT_1, /* of one digit, two, three, four, more */
    CHY_KIND_DIGIT_2,
    CHY_KIND_DIGIT_3,
    CHY_KIND_DIGIT_4,
    CHY_KIND_DIGIT_5,
    CHY_KIND_NUMBER, /* Roman numerals, fractions, superscripts */
    CHY_KIND_OTHER,
    CHY_KIND_LINK,         /* an address of the web or of mail */
    CHY_KIND_ABBREVIATION, /* letters that end in a period */
    CHY_KIND_COMPOUND,     /* any other word of several atoms */
    CHY_KIND_FIGURE,       /* 3,000 or 2.5 */
    CHY_KIND_QUOTE_OPEN = 128,
    CHY_KIND_QUOTE_CLOSE,
    CHY_KIND_SINGLE_OPEN,
    CHY_KIND_SINGLE_CLOSE,
    CHY_KIND_EN_DASH,
    CHY_KIND_EM_DASH,
    CHY_KIND_ELLIPSIS,
    CHY_KIND_BULLET,
    CHY_KIND_PUNCT,
    CHY_KIND_CURRENCY,
    CHY_KIND_SYMBOL,
    CHY_KIND_RUN = 256 /* added for two or more of the same mark */
};

/* Abbreviations by what may follow them (abbreviations.c). */
typedef enum chy_abbreviation {
    CHY_ABBREVIATION_NONE,
    CHY_ABBREVIATION_TITLE,   /* Gen. Mr. St.: a name follows */
    CHY_ABBREVIATION_MONTH,   /* Jan. Mon. */
    CHY_ABBREVIATION_NUMBER,  /* No. Art. pp.: a number follows */
    CHY_ABBREVIATION_COMPANY, /* Inc. Ltd. Jr. */
    CHY_ABBREVIATION_SURE,    /* etc. vs. approx.: nothing else is spelled so */
    CHY_ABBREVIATION_OTHER    /* Calif. Ill. ret. */
} chy_abbreviation;

/* The class of a lower-cased word of ASCII letters, its period left off. */
chy_abbreviation chy_abbreviation_of(const char *word, size_t size);

typedef struct chy_atom {
    uint32_t first, end; /* bytes */
    uint32_t hash;       /* of the lower-cased characters; long numbers by their length */
    uint32_t head, tail; /* of the first three and last three */
    uint32_t length;     /* code points */
    uint16_t kind;
    uint8_t abbreviation;
    bool space_before;
    bool joined; /* inside a link: no word ends before it */
} chy_atom;

typedef struct chy_atoms {
    chy_atom *items;
    uint32_t count, capacity;
} chy_atoms;

/* The atoms of bytes `first` to `end`, added to `atoms`, which grows in `arena`. False: no memory.
 */
bool chy_atoms_read(const chy_text *text, uint32_t first, uint32_t end, chy_arena *arena,
                    chy_atoms *atoms);

/* The hash of a lower-case ASCII word, as atoms and pieces of one atom have it. */
uint32_t chy_atom_hash(const char *word);

/* Marks the atoms inside links as joined. */
void chy_links_join(const chy_text *text, chy_atoms *atoms);

#endif
