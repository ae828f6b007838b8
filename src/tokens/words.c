#include "tokens/pieces.h"

#include "text/unicode.h"

#include <string.h>

/* ---- Where a word ends: what is looked at -------------------------------------------------------
 */

/* The place between two atoms of a chunk, and the word so far. */
typedef struct place {
    const chy_atom *atoms;
    uint32_t chunk, end; /* the chunk's atoms */
    uint32_t count;      /* the paragraph's atoms */
    uint32_t at;         /* between at - 1 and at */
    uint32_t word;       /* first atom of the word so far */
    uint32_t word_hash;
    bool split_before; /* the place before was decided to end a word */
    bool has_period;   /* the word so far */
    bool initials;     /* the word so far is single letters with periods */
    bool quote_open;   /* a single quotation mark waits to be closed */
} place;

static const chy_atom nothing = {0, 0, 0, 0, 0, 0, CHY_KIND_NONE, 0, true, false};

static const chy_atom *atom_at(const place *p, uint32_t i) {
    return i >= p->chunk && i < p->end ? &p->atoms[i] : &nothing;
}

static const chy_atom *after_chunk(const place *p) {
    return p->end < p->count ? &p->atoms[p->end] : &nothing;
}

static uint32_t least(uint32_t a, uint32_t b) {
    return a < b ? a : b;
}

static void features_of_word(const place *p, chy_token_features *f) {
    const chy_atom *l = &p->atoms[p->at - 1];
    const chy_atom *r = &p->atoms[p->at];
    const chy_atom *ll = p->at >= p->chunk + 2 ? &p->atoms[p->at - 2] : &nothing;
    const chy_atom *rr = atom_at(p, p->at + 1);
    const chy_atom *rrr = atom_at(p, p->at + 2);
    const chy_atom *next = after_chunk(p);
    uint32_t left = least(p->end - p->at, 4);
    uint32_t from_start = least(p->at - p->chunk, 3);
    uint32_t in_word = least(p->at - p->word, 3) | (uint32_t)p->split_before << 4;
    f->count = 0;
    chy_feature_add(f, 0, 0, 0, 0);
    chy_feature_add(f, 1, l->hash, r->hash, 0);
    chy_feature_add(f, 2, l->kind, r->kind, 0);
    chy_feature_add(f, 3, l->hash, r->kind, 0);
    chy_feature_add(f, 4, l->kind, r->hash, 0);
    chy_feature_add(f, 5, ll->kind, l->kind, (uint32_t)r->kind << 16 | rr->kind);
    chy_feature_add(f, 6, ll->hash, l->hash, r->hash);
    chy_feature_add(f, 7, l->hash, r->hash, rr->hash);
    chy_feature_add(f, 8, p->word_hash, r->hash, 0);
    chy_feature_add(f, 9, p->word_hash, r->kind, rr->kind);
    chy_feature_add(f, 10, r->kind, rr->kind, (uint32_t)rrr->kind << 8 | left);
    chy_feature_add(f, 11, l->kind, r->kind, (uint32_t)next->kind << 8 | left);
    chy_feature_add(f, 12, l->hash, r->kind, (uint32_t)next->kind << 8 | left);
    chy_feature_add(f, 13, p->word_hash, r->kind, next->hash);
    chy_feature_add(f, 14, l->abbreviation, r->kind, (uint32_t)next->kind << 8 | left);
    chy_feature_add(f, 15, l->tail, r->kind, rr->kind);
    chy_feature_add(f, 16, l->head, r->kind, rr->kind);
    chy_feature_add(f, 17, in_word, l->kind, r->kind);
    chy_feature_add(f, 18, in_word, l->kind, ll->hash);
    chy_feature_add(f, 19, in_word, l->kind, (uint32_t)ll->kind << 16 | r->kind);
    chy_feature_add(f, 20, l->kind, r->hash, rr->kind);
    chy_feature_add(f, 21, l->kind, r->hash, rr->hash);
    chy_feature_add(f, 22, from_start, l->kind, (uint32_t)r->kind << 8 | left);
    chy_feature_add(f, 23, l->length, r->kind, rr->kind);
    chy_feature_add(f, 24, r->length, l->kind, r->kind);
    chy_feature_add(f, 25, p->quote_open, l->hash, (uint32_t)r->kind << 8 | left);
    chy_feature_add(f, 26, p->has_period, (uint32_t)l->kind << 16 | r->kind, left);
    chy_feature_add(f, 27, r->kind, next->hash, (uint32_t)l->kind << 8 | left);
    chy_feature_add(f, 28, ll->kind, l->kind, (uint32_t)r->kind << 16 | p->split_before);
    chy_feature_add(f, 29, p->atoms[p->chunk].kind, (uint32_t)l->kind << 16 | r->kind, from_start);
}

/* ---- Where a word ends: the rules ---------------------------------------------------------------
 */

static bool is_letters(const chy_atom *a) {
    return a->kind >= CHY_KIND_LOWER && a->kind <= CHY_KIND_CJK;
}

static bool is_digits(const chy_atom *a) {
    return a->kind >= CHY_KIND_DIGIT_1 && a->kind <= CHY_KIND_DIGIT_5;
}

static bool is_mark(const chy_atom *a) {
    return !is_letters(a) && !is_digits(a) && a->kind != CHY_KIND_NONE;
}

static bool is_apostrophe(const chy_atom *a) {
    return a->kind == '\'' || a->kind == CHY_KIND_SINGLE_CLOSE || a->kind == '`';
}

static bool is_hyphen(const chy_atom *a) {
    return a->kind == '-';
}

static bool spelled(const chy_text *text, const chy_atom *a, const char *const *list,
                    size_t count) {
    char lower[12];
    size_t size = a->end - a->first;
    if (size >= sizeof lower) {
        return false;
    }
    for (size_t i = 0; i < size; i++) {
        lower[i] = (char)chy_lower((unsigned char)text->data[a->first + i]);
    }
    lower[size] = '\0';
    for (size_t i = 0; i < count; i++) {
        if (strcmp(lower, list[i]) == 0) {
            return true;
        }
    }
    return false;
}

#define SPELLED(text, atom, list) spelled(text, atom, list, sizeof(list) / sizeof *(list))

/* "'s", "'ll" after a word. */
static bool is_clitic(const chy_text *text, const chy_atom *a, const chy_atom *after) {
    static const char *const clitics[] = {"s", "d", "m", "ll", "re", "ve", "t"};
    bool ends = after->kind == CHY_KIND_NONE || (!is_letters(after) && !is_digits(after));
    return ends && SPELLED(text, a, clitics);
}

/* Whether the atom at `i` is the "n" of "n't", which atoms.c parts from its verb. */
static bool is_negation(const chy_text *text, const place *p, uint32_t i) {
    static const char *const n[] = {"n"};
    static const char *const t[] = {"t"};
    return is_apostrophe(atom_at(p, i + 1)) && SPELLED(text, atom_at(p, i), n) &&
           SPELLED(text, atom_at(p, i + 2), t);
}

/* Prefixes and suffixes that UD leaves with their word across a hyphen. */
static bool is_affix(const chy_text *text, const chy_atom *a, bool before) {
    static const char *const prefixes[] = {
        "anti",  "co",    "counter", "cross", "de",    "e",     "eco",    "ex",    "extra",
        "inter", "intra", "macro",   "mega",  "meta",  "micro", "mid",    "mini",  "multi",
        "neo",   "non",   "over",    "post",  "pre",   "pro",   "pseudo", "quasi", "re",
        "semi",  "sub",   "super",   "trans", "ultra", "un",    "under",  "vice"};
    static const char *const suffixes[] = {"esque", "fold", "o", "ish", "wise"};
    return before ? SPELLED(text, a, prefixes) : SPELLED(text, a, suffixes);
}

/* A hyphen between `l` and `r`: true where it stays inside the word. */
static bool keeps_hyphen(const chy_text *text, const chy_atom *l, const chy_atom *r) {
    if (is_digits(l) && is_digits(r)) {
        return l->length >= 3 && r->length >= 3; /* telephone numbers */
    }
    return is_letters(l) && is_letters(r) && (is_affix(text, l, true) || is_affix(text, r, false));
}

static bool ends_at_period(const place *p, const chy_atom *l, const chy_atom *rr) {
    if (rr->kind != CHY_KIND_NONE) {
        /* "U.S", "3.5", "example.com" run on; "end.Next" and "end.)" do not. */
        bool runs_on = (is_letters(rr) || is_digits(rr)) &&
                       !(l->kind == CHY_KIND_LOWER && rr->kind == CHY_KIND_CAPITAL);
        bool closes = !is_letters(rr) && !is_digits(rr);
        return !(runs_on || (closes && (p->has_period || l->abbreviation != 0)));
    }
    bool initial = l->kind == CHY_KIND_ONE_CAPITAL;
    return !(p->has_period || initial || l->abbreviation != CHY_ABBREVIATION_NONE);
}

static bool after_mark(const chy_text *text, const place *p, const chy_atom *l, const chy_atom *r) {
    const chy_atom *ll = p->at >= p->chunk + 2 ? &p->atoms[p->at - 2] : &nothing;
    if (p->split_before) {
        /* The mark began a word of its own, unless it is an apostrophe before its clitic. */
        bool clitic =
            is_apostrophe(l) && is_letters(ll) && is_clitic(text, r, atom_at(p, p->at + 1));
        bool figure = (l->kind == '.' || l->kind == '#') && is_digits(r);
        return !(clitic || figure);
    }
    return !(is_letters(r) || is_digits(r));
}

static bool before_mark(const chy_text *text, const place *p, const chy_atom *l,
                        const chy_atom *r) {
    const chy_atom *rr = atom_at(p, p->at + 1);
    bool word_after = is_letters(rr) || is_digits(rr);
    if (r->kind == '.') {
        return ends_at_period(p, l, rr);
    }
    if (r->kind == ',' || r->kind == ':' || r->kind == '/') {
        return !(is_digits(l) && is_digits(rr));
    }
    if (is_hyphen(r)) {
        return !keeps_hyphen(text, l, rr);
    }
    if (is_apostrophe(r)) {
        return !(is_negation(text, p, p->at - 1) ||
                 (word_after && !is_clitic(text, rr, atom_at(p, p->at + 2))));
    }
    return !(word_after && (r->kind == '&' || r->kind == '@' || r->kind == '_'));
}

/* What the rules say without a model. */
static bool ends_by_rule(const chy_text *text, const place *p) {
    const chy_atom *l = &p->atoms[p->at - 1];
    const chy_atom *r = &p->atoms[p->at];
    bool l_word = is_letters(l) || is_digits(l);
    bool r_word = is_letters(r) || is_digits(r);
    if (is_letters(l) && is_letters(r)) {
        return r->length > 1 || l->length == 1 || is_negation(text, p, p->at);
    }
    if (l_word && r_word) {
        static const char *const units[] = {"am", "pm", "bn", "km", "kg", "m", "cm", "mm", "mph"};
        return is_digits(l) && SPELLED(text, r, units);
    }
    if (l_word) {
        return before_mark(text, p, l, r);
    }
    return !r_word || after_mark(text, p, l, r);
}

/* ---- Pieces -------------------------------------------------------------------------------------
 */

/* Single quotation marks count as double ones, where they are no apostrophes. */
static uint16_t kind_of_piece(const chy_atom *first, const chy_atom *last, bool quote_open) {
    if (first == last) {
        bool closes = first->kind == CHY_KIND_SINGLE_CLOSE && quote_open;
        return first->kind == CHY_KIND_SINGLE_OPEN ? CHY_KIND_QUOTE_OPEN
               : closes                            ? CHY_KIND_QUOTE_CLOSE
                                                   : first->kind;
    }
    if (last->joined) {
        return CHY_KIND_LINK;
    }
    if (is_letters(first) && last->kind == '.') {
        return CHY_KIND_ABBREVIATION;
    }
    return is_digits(first) && is_digits(last) ? CHY_KIND_FIGURE : CHY_KIND_COMPOUND;
}

static bool add_piece(chy_pieces *pieces, const chy_piece *piece, chy_arena *arena) {
    void *items = pieces->items;
    if (!chy_arena_room(arena, &items, sizeof *piece, pieces->count, &pieces->capacity)) {
        return false;
    }
    pieces->items = items;
    pieces->items[pieces->count++] = *piece;
    return true;
}

/* Adds a word that is too long in cuts of the limit. */
static bool add_cut(const chy_text *text, chy_pieces *pieces, chy_piece piece, chy_arena *arena) {
    uint32_t end = piece.end;
    uint32_t left = piece.length;
    while (left > CHY_LIMIT_WORD_CODE_POINTS) {
        uint32_t at = piece.first;
        for (uint32_t i = 0; i < CHY_LIMIT_WORD_CODE_POINTS; i++) {
            uint32_t size;
            (void)chy_utf8_next(text->data + at, &size);
            at += size;
        }
        chy_piece cut = piece;
        cut.end = at;
        cut.length = CHY_LIMIT_WORD_CODE_POINTS;
        cut.continues = false;
        if (!add_piece(pieces, &cut, arena)) {
            return false;
        }
        piece.first = at;
        piece.space_before = false;
        left -= CHY_LIMIT_WORD_CODE_POINTS;
    }
    piece.end = end;
    piece.length = left;
    return add_piece(pieces, &piece, arena);
}

/* Whether what follows the word of atoms [first, at) is a part of the same multi-word token: "n't",
 * "'s", "na" or the apostrophe of a possessive. */
static bool is_multiword(const chy_text *text, const place *p) {
    const chy_atom *l = &p->atoms[p->at - 1];
    const chy_atom *r = &p->atoms[p->at];
    if (is_letters(l) && is_letters(r)) {
        return l->kind != CHY_KIND_CJK && r->kind != CHY_KIND_CJK;
    }
    if (!is_apostrophe(r) || !(is_letters(l) || is_digits(l) || l->kind == '.')) {
        return false;
    }
    const chy_atom *rr = atom_at(p, p->at + 1);
    if (is_letters(rr)) {
        return is_clitic(text, rr, atom_at(p, p->at + 2));
    }
    char last = text->data[l->end - 1];
    return !p->quote_open && (last == 's' || last == 'S');
}

static void note_quote(place *p, const chy_atom *a) {
    if (a->kind == CHY_KIND_SINGLE_OPEN || (a->kind == '\'' && a->space_before)) {
        p->quote_open = true;
    } else if (is_apostrophe(a)) {
        p->quote_open = false;
    }
}

static bool is_one_letter(const chy_atom *a) {
    return a->kind == CHY_KIND_ONE_CAPITAL || a->kind == CHY_KIND_ONE_LOWER;
}

static void start_word(place *p) {
    p->word = p->at;
    p->word_hash = p->atoms[p->at].hash;
    p->has_period = false;
    p->initials = is_one_letter(&p->atoms[p->at]);
}

static uint32_t hash_on(uint32_t word_hash, uint32_t atom_hash) {
    return (word_hash ^ atom_hash) * UINT32_C(0x01000193);
}

uint32_t chy_piece_hash(const char *const *atoms, size_t count) {
    uint32_t hash = chy_atom_hash(atoms[0]);
    for (size_t i = 1; i < count; i++) {
        hash = hash_on(hash, chy_atom_hash(atoms[i]));
    }
    return hash;
}

static void lengthen_word(place *p) {
    const chy_atom *a = &p->atoms[p->at];
    p->word_hash = hash_on(p->word_hash, a->hash);
    p->has_period = p->has_period || a->kind == '.';
    p->initials = p->initials && (a->kind == '.' || is_one_letter(a));
}

/* Adds the word [p->word, p->at). */
static bool end_word(const chy_text *text, place *p, bool continues, chy_arena *arena,
                     chy_pieces *pieces) {
    const chy_atom *first = &p->atoms[p->word];
    const chy_atom *last = &p->atoms[p->at - 1];
    chy_piece piece = {first->first,
                       last->end,
                       p->word_hash,
                       last->tail,
                       0,
                       kind_of_piece(first, last, p->quote_open),
                       0,
                       first->space_before,
                       continues,
                       false};
    for (uint32_t i = p->word; i < p->at; i++) {
        piece.length += p->atoms[i].length;
    }
    if (piece.kind == CHY_KIND_ABBREVIATION && p->at - p->word == 2) {
        piece.abbreviation = first->abbreviation;
    }
    note_quote(p, first);
    return add_cut(text, pieces, piece, arena);
}

static bool is_capital(const chy_atom *a) {
    return a->kind == CHY_KIND_CAPITAL || a->kind == CHY_KIND_ONE_CAPITAL ||
           a->kind == CHY_KIND_MIXED || a->kind == CHY_KIND_CAPITALS;
}

/* "K." in "Gen. K. Mensah" or "K. J. Mensah": the period after the one capital `l` at the chunk's
 * end. */
static bool is_initial(const place *p) {
    const chy_atom *next = after_chunk(p);
    const chy_atom *period = p->end + 1 < p->count ? &p->atoms[p->end + 1] : &nothing;
    bool initial_next =
        next->kind == CHY_KIND_ONE_CAPITAL && period->kind == '.' && !period->space_before;
    bool title_before = p->word == p->chunk && p->chunk >= 2 &&
                        p->atoms[p->chunk - 1].kind == '.' &&
                        p->atoms[p->chunk - 2].abbreviation == CHY_ABBREVIATION_TITLE;
    bool initial_before =
        p->word == p->chunk && p->chunk >= 2 && p->atoms[p->chunk - 1].kind == '.' &&
        !p->atoms[p->chunk - 1].space_before && p->atoms[p->chunk - 2].kind == CHY_KIND_ONE_CAPITAL;
    /* "K. Mensah said": nothing, or a mark, stands before it. */
    bool starts = p->word > p->chunk || p->chunk == 0 || is_mark(&p->atoms[p->chunk - 1]);
    return initial_next || ((title_before || initial_before || starts) && is_capital(next));
}

/* Periods that stay with their word, whatever the model says: titles before names, months before
 * days, initials, "p.m." These are the mistakes that cost a news report most. */
static bool keeps_period(const place *p) {
    const chy_atom *l = &p->atoms[p->at - 1];
    const chy_atom *after = atom_at(p, p->at + 1);
    const chy_atom *next = after_chunk(p);
    if (p->atoms[p->at].kind != '.') {
        return false;
    }
    if (p->has_period) {
        return p->initials;
    }
    if (p->at - p->word != 1) {
        return false;
    }
    if (after->kind == ',' || after->kind == ')') {
        return l->abbreviation != CHY_ABBREVIATION_NONE && l->kind == CHY_KIND_CAPITAL;
    }
    if (after->kind != CHY_KIND_NONE) {
        return false;
    }
    if (l->kind == CHY_KIND_ONE_CAPITAL) {
        return is_initial(p);
    }
    bool lower = next->kind == CHY_KIND_LOWER || next->kind == CHY_KIND_ONE_LOWER;
    if (lower && l->abbreviation != CHY_ABBREVIATION_NONE &&
        (l->kind == CHY_KIND_CAPITAL || l->abbreviation == CHY_ABBREVIATION_SURE)) {
        return true;
    }
    switch (l->abbreviation) {
    case CHY_ABBREVIATION_TITLE:
        return is_capital(next) && (l->kind == CHY_KIND_CAPITAL || l->kind == CHY_KIND_CAPITALS);
    case CHY_ABBREVIATION_MONTH:
        return l->kind == CHY_KIND_CAPITAL &&
               (next->kind == CHY_KIND_DIGIT_1 || next->kind == CHY_KIND_DIGIT_2);
    case CHY_ABBREVIATION_NUMBER:
        return is_digits(next);
    default:
        return false;
    }
}

/* An apostrophe inside a name or word, "N'Djamena", "Sana'a", "o'clock": before it or after it. */
static bool is_inner_apostrophe(const chy_text *text, const place *p) {
    static const char *const others[] = {"all"}; /* "y'all" is two words */
    uint32_t mark = is_apostrophe(&p->atoms[p->at]) ? p->at : p->at - 1;
    if (mark == p->chunk || !is_apostrophe(&p->atoms[mark]) || p->quote_open ||
        (mark < p->at && p->split_before)) {
        return false;
    }
    const chy_atom *l = &p->atoms[mark - 1];
    const chy_atom *r = atom_at(p, mark + 1);
    return is_letters(l) && is_letters(r) && p->atoms[mark].length == 1 &&
           !is_clitic(text, r, atom_at(p, mark + 2)) && !SPELLED(text, r, others);
}

/* "the 1990s", "F-16s". */
static bool is_plural_figure(const place *p) {
    const chy_atom *l = &p->atoms[p->at - 1];
    const chy_atom *r = &p->atoms[p->at];
    const chy_atom *after = atom_at(p, p->at + 1);
    return is_digits(l) && r->kind == CHY_KIND_ONE_LOWER && r->hash == chy_atom_hash("s") &&
           !is_letters(after) && !is_digits(after);
}

/* Places where no word ends, whatever the model says. */
static bool runs_on(const chy_text *text, const place *p) {
    return p->atoms[p->at].joined || keeps_period(p) || is_plural_figure(p) ||
           is_inner_apostrophe(text, p);
}

/* "Monday's": a word ends before the clitic of a possessor, whatever the model says. */
static bool parts_possessor(const chy_text *text, const place *p) {
    const chy_atom *s = atom_at(p, p->at + 1);
    return is_apostrophe(&p->atoms[p->at]) && is_letters(&p->atoms[p->at - 1]) &&
           s->hash == chy_atom_hash("s") && is_clitic(text, s, atom_at(p, p->at + 2));
}

bool chy_pieces_find(const chy_text *text, const chy_atoms *atoms, const chy_decider *decider,
                     chy_arena *arena, chy_pieces *pieces) {
    place p;
    chy_token_features features;
    memset(&p, 0, sizeof p);
    p.atoms = atoms->items;
    p.count = atoms->count;
    while (p.end < atoms->count) {
        p.chunk = p.end;
        p.end = p.chunk + 1;
        while (p.end < atoms->count && !atoms->items[p.end].space_before) {
            p.end++;
        }
        p.at = p.chunk;
        p.split_before = true;
        start_word(&p);
        for (p.at = p.chunk + 1; p.at < p.end; p.at++) {
            bool ends = false;
            if (!runs_on(text, &p)) {
                features_of_word(&p, &features);
                bool ruled = ends_by_rule(text, &p);
                ends = decider->decide(decider->context, CHY_DECISION_WORD,
                                       atoms->items[p.at].first, &features, ruled) ||
                       parts_possessor(text, &p);
            }
            p.split_before = ends;
            if (!ends) {
                lengthen_word(&p);
                continue;
            }
            if (!end_word(text, &p, is_multiword(text, &p), arena, pieces)) {
                return false;
            }
            start_word(&p);
        }
        if (!end_word(text, &p, false, arena, pieces)) {
            return false;
        }
    }
    return true;
}
