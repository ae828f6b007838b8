#include "tokens/atoms.h"

#include "text/unicode.h"

#include <string.h>

#define HASH_START UINT32_C(0x811C9DC5)

/* The longest word of `cuts`. */
#define CUT_LONGEST ((size_t)8)

/* Words that UD writes as two and that no apostrophe shows, with the length of the first. Those
 * that train of EWT and GUM splits at least as often as not, and "lets", where what follows
 * decides. Not "its": parted where it should not be it costs whose army or embassy it was. */
typedef struct cut {
    const char *word;
    uint8_t at;
} cut;

static const cut cuts[] = {
    {"aint", 2},   {"arent", 3},  {"arnt", 2},     {"cannot", 3}, {"cant", 2},   {"couldnt", 5},
    {"didnt", 3},  {"doesnt", 4}, {"dont", 2},     {"elses", 4},  {"gonna", 3},  {"gotta", 3},
    {"hadnt", 3},  {"hasnt", 3},  {"havent", 4},   {"heres", 4},  {"hes", 2},    {"im", 1},
    {"isnt", 2},   {"itll", 2},   {"ive", 1},      {"lets", 3},   {"lotta", 3},  {"mustnt", 4},
    {"outta", 3},  {"shes", 3},   {"shouldnt", 6}, {"thats", 4},  {"theres", 5}, {"theyll", 4},
    {"theyre", 4}, {"theyve", 4}, {"wanna", 3},    {"wasnt", 3},  {"werent", 4}, {"weve", 2},
    {"whats", 4},  {"wont", 2},   {"wouldnt", 5},  {"youll", 3},  {"youre", 3},  {"youve", 3},
};

static size_t cut_of(const char *word, size_t size) {
    size_t low = 0;
    size_t high = sizeof cuts / sizeof *cuts;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(cuts[middle].word, word);
        if (order == 0) {
            return cuts[middle].at < size ? cuts[middle].at : 0;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return 0;
}

static uint32_t hash_on(uint32_t hash, uint32_t code_point) {
    return (hash ^ code_point) * UINT32_C(16777619);
}

/* What may run on as one atom: letters with letters, digits with digits, a mark with itself. */
typedef enum group { GROUP_LETTERS, GROUP_CJK, GROUP_DIGITS, GROUP_MARK, GROUP_SINGLE } group;

static group group_of(uint32_t c, chy_class class) {
    switch (class) {
    case CHY_CLASS_LOWER:
    case CHY_CLASS_UPPER:
    case CHY_CLASS_LETTER:
        return GROUP_LETTERS;
    case CHY_CLASS_CJK:
        return GROUP_CJK;
    case CHY_CLASS_DIGIT:
        return GROUP_DIGITS;
    case CHY_CLASS_PUNCT:
    case CHY_CLASS_SYMBOL:
        return c < 0x80 && strchr(".-!?=*_~#+<>'`", (char)c) != NULL ? GROUP_MARK : GROUP_SINGLE;
    case CHY_CLASS_NUMBER:
    case CHY_CLASS_OTHER:
    case CHY_CLASS_SPACE:
        return GROUP_SINGLE;
    }
    return GROUP_SINGLE;
}

static uint16_t kind_of_mark(uint32_t c, chy_class class) {
    switch (c) {
    case 0x201C:
    case 0xAB:
    case 0x201E:
        return CHY_KIND_QUOTE_OPEN;
    case 0x201D:
    case 0xBB:
        return CHY_KIND_QUOTE_CLOSE;
    case 0x2018:
        return CHY_KIND_SINGLE_OPEN;
    case 0x2019:
        return CHY_KIND_SINGLE_CLOSE;
    case 0x2013:
        return CHY_KIND_EN_DASH;
    case 0x2014:
    case 0x2015:
        return CHY_KIND_EM_DASH;
    case 0x2026:
        return CHY_KIND_ELLIPSIS;
    case 0x2022:
    case 0xB7:
    case 0x25CF:
    case 0x25E6:
        return CHY_KIND_BULLET;
    case 0xA3:
    case 0xA5:
    case 0x20AC:
    case 0x20B9:
        return CHY_KIND_CURRENCY;
    default:
        break;
    }
    if (c < 0x80) {
        return (uint16_t)c;
    }
    return class == CHY_CLASS_PUNCT    ? CHY_KIND_PUNCT
           : class == CHY_CLASS_SYMBOL ? CHY_KIND_SYMBOL
           : class == CHY_CLASS_NUMBER ? CHY_KIND_NUMBER
                                       : CHY_KIND_OTHER;
}

/* An atom while its characters are read. */
typedef struct maker {
    chy_atom atom;
    group group;
    uint32_t mark;           /* the character a run repeats */
    uint32_t last;           /* the last code point */
    uint32_t uppers, lowers; /* letters by case */
    uint32_t ends[3];        /* the last three, newest first */
    bool first_upper;
    char lower[CUT_LONGEST + 1]; /* of ASCII letters, while they fit */
    bool ascii;
    int32_t state; /* of chy_same_character */
} maker;

static void start(maker *m, uint32_t byte, uint32_t c, chy_class class, bool space_before) {
    memset(m, 0, sizeof *m);
    m->atom.first = byte;
    m->atom.hash = HASH_START;
    m->atom.head = HASH_START;
    m->atom.space_before = space_before;
    m->group = group_of(c, class);
    m->mark = c;
    m->ascii = true;
    m->first_upper = class == CHY_CLASS_UPPER;
    m->atom.kind = m->group == GROUP_MARK || m->group == GROUP_SINGLE ? kind_of_mark(c, class) : 0;
}

/* Quotation marks and apostrophes count as their ASCII forms; their kinds keep the direction. */
static uint32_t plain_quote(uint32_t c) {
    switch (c) {
    case 0x2018:
    case 0x2019:
        return '\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
        return '"';
    default:
        return c;
    }
}

static void add(maker *m, uint32_t c, chy_class class, uint32_t end) {
    uint32_t lower = plain_quote(chy_lower(c));
    m->atom.hash = hash_on(m->atom.hash, lower);
    if (m->atom.length < 3) {
        m->atom.head = hash_on(m->atom.head, lower);
    }
    m->ends[2] = m->ends[1];
    m->ends[1] = m->ends[0];
    m->ends[0] = lower;
    m->uppers += class == CHY_CLASS_UPPER;
    m->lowers += class == CHY_CLASS_LOWER;
    if (m->atom.length < CUT_LONGEST && lower < 0x80) {
        m->lower[m->atom.length] = (char)lower;
    } else {
        m->ascii = false;
    }
    m->atom.length++;
    m->atom.end = end;
    m->last = c;
}

static uint16_t kind_of_letters(const maker *m) {
    uint32_t length = m->atom.length;
    if (m->uppers + m->lowers == 0) {
        return CHY_KIND_LETTER;
    }
    if (m->uppers == 0) {
        return length == 1 ? CHY_KIND_ONE_LOWER : CHY_KIND_LOWER;
    }
    if (m->lowers == 0) {
        return m->uppers == 1 ? CHY_KIND_ONE_CAPITAL : CHY_KIND_CAPITALS;
    }
    return m->first_upper && m->uppers == 1 ? CHY_KIND_CAPITAL : CHY_KIND_MIXED;
}

static bool append(chy_atoms *atoms, const chy_atom *atom, chy_arena *arena) {
    void *items = atoms->items;
    if (!chy_arena_room(arena, &items, sizeof *atom, atoms->count, &atoms->capacity)) {
        return false;
    }
    atoms->items = items;
    atoms->items[atoms->count++] = *atom;
    return true;
}

static uint32_t hash_of(const char *data, size_t size) {
    uint32_t hash = HASH_START;
    for (size_t i = 0; i < size; i++) {
        hash = hash_on(hash, (unsigned char)data[i]);
    }
    return hash;
}

uint32_t chy_atom_hash(const char *word) {
    return hash_of(word, strlen(word));
}

static uint32_t tail_of(const maker *m) {
    uint32_t hash = HASH_START;
    for (uint32_t i = 0; i < 3; i++) {
        hash = hash_on(hash, m->ends[i]);
    }
    return hash;
}

/* Adds the two halves of an atom of ASCII letters cut after `at` of them. */
static bool append_halves(chy_atoms *atoms, const maker *m, size_t at, chy_arena *arena) {
    size_t size = m->atom.length;
    chy_atom left = m->atom;
    left.end = left.first + (uint32_t)at;
    left.length = (uint32_t)at;
    left.hash = hash_of(m->lower, at);
    left.head = hash_of(m->lower, at < 3 ? at : 3);
    left.tail = left.head;
    left.abbreviation = CHY_ABBREVIATION_NONE;
    chy_atom right = left;
    right.first = left.end;
    right.end = m->atom.end;
    right.length = (uint32_t)(size - at);
    right.hash = hash_of(m->lower + at, size - at);
    right.head = hash_of(m->lower + at, size - at < 3 ? size - at : 3);
    right.tail = right.head;
    right.space_before = false;
    if (right.length == 1 && right.kind == CHY_KIND_LOWER) {
        right.kind = CHY_KIND_ONE_LOWER;
    }
    return append(atoms, &left, arena) && append(atoms, &right, arena);
}

static bool finish(chy_atoms *atoms, maker *m, chy_arena *arena) {
    chy_atom *a = &m->atom;
    a->tail = tail_of(m);
    if (m->group == GROUP_LETTERS) {
        a->kind = kind_of_letters(m);
        if (m->ascii) {
            a->abbreviation = (uint8_t)chy_abbreviation_of(m->lower, a->length);
            size_t at = a->length > 1 ? cut_of(m->lower, a->length) : 0;
            if (at > 0) {
                return append_halves(atoms, m, at, arena);
            }
        }
    } else if (m->group == GROUP_CJK) {
        a->kind = CHY_KIND_CJK;
    } else if (m->group == GROUP_DIGITS) {
        uint32_t length = a->length < 5 ? a->length : 5;
        a->kind = (uint16_t)(CHY_KIND_DIGIT_1 + length - 1);
        if (a->length > 2) {
            a->hash = hash_on(HASH_START, a->kind);
            a->head = a->hash;
            a->tail = a->hash;
        }
    } else if (m->group == GROUP_MARK && a->length > 1) {
        a->kind = (uint16_t)(a->kind + CHY_KIND_RUN);
        a->hash = hash_on(HASH_START, m->mark + (a->length > 4 ? 4 : a->length) * 256);
    }
    return append(atoms, a, arena);
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019 || c == '`' || c == 0xB4;
}

/* Whether the "n" at `byte` begins "n't". */
static bool begins_not(const chy_text *text, uint32_t byte, uint32_t end) {
    uint32_t size;
    uint32_t at = byte + 1;
    if (at >= end || !is_apostrophe(chy_utf8_next(text->data + at, &size))) {
        return false;
    }
    at += size;
    if (at >= end || (text->data[at] != 't' && text->data[at] != 'T')) {
        return false;
    }
    at++;
    if (at >= end) {
        return true;
    }
    chy_class class = chy_class_of(chy_utf8_next(text->data + at, &size));
    return class != CHY_CLASS_LOWER && class != CHY_CLASS_UPPER && class != CHY_CLASS_LETTER;
}

static bool runs_on(maker *m, const chy_text *text, uint32_t byte, uint32_t end, uint32_t c,
                    chy_class class) {
    if ((c >= 0x300 || m->last >= 0x300) && chy_same_character(m->last, c, &m->state)) {
        return true;
    }
    group g = group_of(c, class);
    if (g != m->group || g == GROUP_SINGLE || (g == GROUP_MARK && c != m->mark)) {
        return false;
    }
    bool n = c == 'n' || c == 'N';
    return !(n && g == GROUP_LETTERS && begins_not(text, byte, end));
}

bool chy_atoms_read(const chy_text *text, uint32_t first, uint32_t end, chy_arena *arena,
                    chy_atoms *atoms) {
    maker m;
    bool open = false;
    bool space = true;
    for (uint32_t at = first; at < end;) {
        uint32_t size;
        uint32_t c = chy_utf8_next(text->data + at, &size);
        chy_class class = chy_class_of(c);
        bool more = open && class != CHY_CLASS_SPACE && runs_on(&m, text, at, end, c, class);
        if (open && !more) {
            if (!finish(atoms, &m, arena)) {
                return false;
            }
            open = false;
        }
        if (class == CHY_CLASS_SPACE) {
            space = true;
        } else {
            if (!open) {
                start(&m, at, c, class, space);
                open = true;
                space = false;
            }
            add(&m, c, class, at + size);
        }
        at += size;
    }
    return !open || finish(atoms, &m, arena);
}
