#include "text/unicode.h"
#include "tokens/pieces.h"

#include <string.h>

/* The place between two pieces, and the sentence so far. */
typedef struct place {
    const chy_piece *pieces;
    uint32_t count;
    uint32_t at;          /* between at - 1 and at */
    uint32_t sentence;    /* first piece of the sentence so far */
    uint32_t stops;       /* periods, question and exclamation marks of the sentence so far */
    uint32_t total_stops; /* of the paragraph */
    uint32_t brackets;    /* open, at most 3 */
    uint32_t mark;        /* the last piece before `at` that is a mark, or the sentence's first */
    uint32_t next_mark;   /* the first piece from `at` on that is a mark, or `count` */
    uint32_t next_stop;   /* likewise a stop */
    uint16_t last_end; /* kind of the piece that ended the sentence before; NONE at the paragraph's
                          start */
    bool quote_open;   /* of double quotation marks */
} place;

/* A text is of one case when it has so many letters of that case for each of the other. */
#define CASE_RATIO   100u
#define CASE_LETTERS 40u /* in a shorter text there are too few to tell */

bool chy_text_of_one_case(const chy_text *text) {
    uint32_t capitals = 0;
    uint32_t small = 0;
    uint32_t size = 1;
    for (size_t at = text->body; at < text->size; at += size) {
        chy_class class = chy_class_of(chy_utf8_next(text->data + at, &size));
        capitals += class == CHY_CLASS_UPPER;
        small += class == CHY_CLASS_LOWER;
    }
    uint32_t more = capitals > small ? capitals : small;
    uint32_t fewer = capitals > small ? small : capitals;
    return more >= CASE_LETTERS && more / CASE_RATIO >= fewer;
}

static const chy_piece nothing = {0, 0, 0, 0, 0, CHY_KIND_NONE, 0, true, false, false};

static const chy_piece *piece_at(const place *p, uint32_t i) {
    return i < p->count ? &p->pieces[i]
                        : &nothing; /* before the first: the index wraps, past count */
}

static uint16_t plain(uint16_t kind) {
    return kind >= CHY_KIND_RUN ? (uint16_t)(kind - CHY_KIND_RUN) : kind;
}

static bool is_stop(const chy_piece *a) {
    uint16_t kind = plain(a->kind);
    return kind == '.' || kind == '?' || kind == '!' || kind == CHY_KIND_ELLIPSIS;
}

static bool is_closer(const chy_piece *a) {
    uint16_t kind = plain(a->kind);
    return kind == '"' || kind == '\'' || kind == ')' || kind == ']' ||
           kind == CHY_KIND_QUOTE_CLOSE || kind == CHY_KIND_SINGLE_CLOSE;
}

static bool is_opener(const chy_piece *a) {
    return a->kind == '"' || a->kind == '\'' || a->kind == '(' || a->kind == '[' ||
           a->kind == CHY_KIND_QUOTE_OPEN || a->kind == CHY_KIND_SINGLE_OPEN;
}

static bool is_mark(uint16_t kind) {
    return kind > CHY_KIND_FIGURE;
}

static bool is_lower(const chy_piece *a) {
    return a->kind == CHY_KIND_LOWER || a->kind == CHY_KIND_ONE_LOWER;
}

/* Lengths in ever wider steps. */
static uint32_t bucket(uint32_t n) {
    static const uint32_t steps[] = {1, 2, 3, 5, 8, 12, 20, 40};
    uint32_t i = 0;
    while (i < sizeof steps / sizeof *steps && n > steps[i]) {
        i++;
    }
    return i;
}

static void features_of_sentence(const place *p, chy_token_features *f) {
    const chy_piece *l = piece_at(p, p->at - 1);
    const chy_piece *ll = piece_at(p, p->at - 2);
    const chy_piece *lll = piece_at(p, p->at - 3);
    const chy_piece *r = piece_at(p, p->at);
    const chy_piece *rr = piece_at(p, p->at + 1);
    const chy_piece *rrr = piece_at(p, p->at + 2);
    const chy_piece *first = piece_at(p, p->sentence);
    uint32_t length = bucket(p->at - p->sentence);
    uint32_t left = bucket(p->count - p->at);
    uint32_t space = r->space_before;
    uint32_t stops = p->stops < 3 ? p->stops : 3;
    uint32_t state = (uint32_t)p->quote_open | p->brackets << 1;
    uint32_t kinds = (uint32_t)l->kind << 16 | r->kind;
    f->count = 0;
    chy_feature_add(f, 100, 0, 0, 0);
    chy_feature_add(f, 101, l->hash, 0, space);
    chy_feature_add(f, 102, r->hash, 0, space);
    chy_feature_add(f, 103, kinds, space, 0);
    chy_feature_add(f, 104, l->hash, r->hash, 0);
    chy_feature_add(f, 105, l->hash, r->kind, space);
    chy_feature_add(f, 106, l->kind, r->hash, space);
    chy_feature_add(f, 107, ll->kind, kinds, 0);
    chy_feature_add(f, 108, ll->hash, l->hash, 0);
    chy_feature_add(f, 109, ll->hash, l->hash, r->kind);
    chy_feature_add(f, 110, kinds, rr->kind, 0);
    chy_feature_add(f, 111, r->hash, rr->hash, l->kind);
    chy_feature_add(f, 112, l->hash, r->hash, rr->kind);
    chy_feature_add(f, 113, lll->kind, ll->kind, kinds);
    chy_feature_add(f, 114, kinds, rr->kind, rrr->kind);
    chy_feature_add(f, 115, ll->kind, kinds, rr->kind);
    chy_feature_add(f, 116, length, kinds, 0);
    chy_feature_add(f, 117, length, l->hash, stops);
    chy_feature_add(f, 118, left, kinds, 0);
    chy_feature_add(f, 119, left, length, l->kind);
    chy_feature_add(f, 120, state, kinds, 0);
    chy_feature_add(f, 121, state, l->hash, r->hash);
    chy_feature_add(f, 122, state, ll->hash, kinds);
    chy_feature_add(f, 123, l->abbreviation, kinds, 0);
    chy_feature_add(f, 124, l->abbreviation, r->hash, 0);
    chy_feature_add(f, 125, l->length, kinds, 0);
    chy_feature_add(f, 126, first->hash, kinds, length);
    chy_feature_add(f, 127, first->kind, kinds, length);
    chy_feature_add(f, 128, p->last_end, kinds, 0);
    chy_feature_add(f, 129, p->last_end, kinds, length);
    chy_feature_add(f, 130, stops, kinds, length);
    chy_feature_add(f, 131, stops, l->kind, r->hash);
    chy_feature_add(f, 132, ll->hash, l->kind, r->hash);
    chy_feature_add(f, 133, ll->kind, l->kind, r->hash);
    chy_feature_add(f, 134, l->tail, l->kind, r->kind);
    chy_feature_add(f, 135, first->hash, l->kind, (uint32_t)left << 4 | stops);
    chy_feature_add(f, 136, p->last_end, first->kind, (uint32_t)l->kind << 16 | r->kind);
    chy_feature_add(f, 137, lll->hash, ll->hash, l->hash);
    chy_feature_add(f, 138, r->hash, rr->hash, rrr->hash);
    uint32_t to_stop = bucket(p->next_stop - p->at);
    uint32_t to_mark = bucket(p->next_mark - p->at);
    uint32_t next_mark = piece_at(p, p->next_mark)->kind;
    chy_feature_add(f, 139, kinds, to_stop, 0);
    chy_feature_add(f, 140, kinds, to_mark, next_mark);
    chy_feature_add(f, 141, kinds, bucket(p->at - p->mark), stops);
    chy_feature_add(f, 142, l->hash, to_mark, next_mark);
    chy_feature_add(f, 143, kinds, rr->hash, 0);
    uint32_t last = piece_at(p, p->count - 1)->kind;
    uint32_t total = bucket(p->total_stops);
    chy_feature_add(f, 145, kinds, last, total);
    chy_feature_add(f, 146, l->hash, last, r->kind);
    chy_feature_add(f, 147, l->kind, r->hash, (uint32_t)last << 4 | to_stop);
    chy_feature_add(f, 144, l->kind, (uint32_t)r->kind << 16 | rr->kind, rrr->hash);
}

/* What the rules say without a model: a stop, what closes after it, and no small letter next. */
static bool ends_by_rule(const place *p) {
    const chy_piece *r = piece_at(p, p->at);
    uint32_t i = p->at - 1;
    for (uint32_t k = 0; k < 3 && i > p->sentence && is_closer(&p->pieces[i]); k++) {
        i--;
    }
    const chy_piece *stop = &p->pieces[i];
    if (!r->space_before && is_closer(r)) {
        return false;
    }
    if (!r->space_before && r->kind != CHY_KIND_CAPITAL) {
        return false;
    }
    if (stop->kind == CHY_KIND_ABBREVIATION) {
        bool name_next = r->kind == CHY_KIND_CAPITAL && stop->abbreviation == 0;
        return name_next && stop->length > 4;
    }
    bool opens = is_opener(r) && r->space_before;
    bool dash = is_mark(r->kind) && !opens;
    return is_stop(stop) && !is_lower(r) && !(dash && i + 1 == p->at);
}

static bool is_one_of(const chy_piece *a, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (a->hash == chy_atom_hash(words[i])) {
            return true;
        }
    }
    return false;
}

/* Small words that open a sentence, and seldom a name. */
static bool is_starter(const chy_piece *a) {
    static const char *const starters[] = {
        "a",    "about",  "after",   "all",       "an",   "at",      "both",  "but",
        "by",   "during", "earlier", "he",        "his",  "however", "if",    "in",
        "it",   "its",    "many",    "meanwhile", "no",   "on",      "one",   "several",
        "she",  "since",  "some",    "that",      "the",  "their",   "there", "these",
        "they", "this",   "those",   "we",        "when", "while",   "with",
    };
    return is_one_of(a, starters, sizeof starters / sizeof *starters);
}

/* Whether the paragraph ends as prose does: a heading or a signature has no stop. */
static bool is_prose(const place *p) {
    uint32_t last = p->count - 1;
    while (last > 0 && is_closer(&p->pieces[last])) {
        last--;
    }
    return is_stop(&p->pieces[last]);
}

/* Pieces of the phrase that opens a sentence: "On 5 May 2024". */
#define OPENING 4u

/* "On Friday | Holm": what a short phrase opens goes on. */
static bool is_opened(const place *p) {
    static const char *const opening[] = {"after", "at", "before", "by",   "during",
                                          "for",   "in", "on",     "since"};
    return p->at - p->sentence <= OPENING && p->mark == p->sentence &&
           is_one_of(&p->pieces[p->sentence], opening, sizeof opening / sizeof *opening);
}

/* "the 1,200 | Filipino nurses", "a NATO | Summit": a figure or an acronym behind a small word is
 * of what follows; so is a word that would be a sentence by itself in prose ("NATO | Secretary").
 */
static bool is_of_next(const place *p) {
    const chy_piece *l = &p->pieces[p->at - 1];
    const chy_piece *ll = piece_at(p, p->at - 2);
    bool acronym = l->kind == CHY_KIND_CAPITALS;
    if (p->at == p->sentence + 1 && (acronym || l->kind == CHY_KIND_CAPITAL)) {
        return is_prose(p);
    }
    bool digits = l->kind >= CHY_KIND_DIGIT_1 && l->kind <= CHY_KIND_NUMBER;
    bool figure = digits || l->kind == CHY_KIND_FIGURE || l->kind == CHY_KIND_MIXED;
    return (acronym || figure) && (is_lower(ll) || is_starter(ll));
}

/* Places a sentence may end at. Between two words with no mark and no capital it never does: the
 * treebanks have a few hundred such ends, but nothing to find them by. */
static bool may_end(const place *p) {
    const chy_piece *l = &p->pieces[p->at - 1];
    const chy_piece *r = &p->pieces[p->at];
    if (l->continues || (!r->space_before && !is_mark(l->kind))) {
        return false;
    }
    return is_mark(l->kind) || (!is_lower(r) && !is_of_next(p) && !is_opened(p));
}

/* "K." */
static bool is_initial(const chy_piece *a) {
    return a->kind == CHY_KIND_ABBREVIATION && a->length == 2;
}

/* "e.g.", "i.e." */
static bool is_example(const chy_piece *a) {
    static const char *const e_g[] = {"e", ".", "g", "."};
    static const char *const i_e[] = {"i", ".", "e", "."};
    return a->hash == chy_piece_hash(e_g, 4) || a->hash == chy_piece_hash(i_e, 4);
}

/* "5 p.m. | Tuesday". */
static bool is_hour_of_day(const chy_piece *hour, const chy_piece *day) {
    static const char *const a_m[] = {"a", ".", "m", "."};
    static const char *const p_m[] = {"p", ".", "m", "."};
    static const char *const days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
    return hour->kind == CHY_KIND_ABBREVIATION &&
           (hour->hash == chy_piece_hash(a_m, 4) || hour->hash == chy_piece_hash(p_m, 4)) &&
           is_one_of(day, days, sizeof days / sizeof *days);
}

/* "The dockers' | Congress": the mark of a possessor, with a word behind it. */
static bool is_possessive(const chy_piece *before, const chy_piece *mark) {
    return before->continues && (mark->kind == '\'' || mark->kind == CHY_KIND_SINGLE_CLOSE);
}

/* A title or an initial with its name is never parted, whatever the model says, nor a month from
 * its day, an hour from its day, a possessor from what it has: in a news report such a cut costs a
 * person or a date. */
static bool holds_together(const place *p) {
    const chy_piece *l = &p->pieces[p->at - 1];
    const chy_piece *r = &p->pieces[p->at];
    const chy_piece *ll = piece_at(p, p->at - 2);
    if (is_initial(l) && !is_mark(r->kind) && !is_lower(r)) {
        bool named = ll->abbreviation == CHY_ABBREVIATION_TITLE || is_initial(ll) ||
                     ll->kind == CHY_KIND_NONE || is_mark(ll->kind);
        return named || is_initial(r);
    }
    if ((l->kind == CHY_KIND_ABBREVIATION && l->length == 4 && is_example(l)) ||
        (is_possessive(ll, l) && !is_mark(r->kind)) || is_hour_of_day(l, r)) {
        return true;
    }
    bool digits = r->kind >= CHY_KIND_DIGIT_1 && r->kind <= CHY_KIND_DIGIT_2;
    switch (l->abbreviation) {
    case CHY_ABBREVIATION_TITLE:
        return !is_mark(r->kind) && !is_lower(r);
    case CHY_ABBREVIATION_MONTH:
    case CHY_ABBREVIATION_NUMBER:
        return digits;
    default:
        return false;
    }
}

/* "the U.N. The", "5 p.m. They": after an abbreviation of several letters a capitalised small word
 * starts a sentence, whatever the model says. Such words seldom go on with a name ("U.S. The
 * Hague"). */
static bool must_end(const place *p) {
    const chy_piece *l = &p->pieces[p->at - 1];
    const chy_piece *r = &p->pieces[p->at];
    bool open =
        l->abbreviation == CHY_ABBREVIATION_TITLE || l->abbreviation == CHY_ABBREVIATION_NUMBER;
    bool capital = r->kind == CHY_KIND_CAPITAL || r->kind == CHY_KIND_ONE_CAPITAL;
    return l->kind == CHY_KIND_ABBREVIATION && !open && capital && r->space_before && is_starter(r);
}

static void read_on(place *p) {
    const chy_piece *l = &p->pieces[p->at - 1];
    if (is_stop(l)) {
        p->stops++;
    }
    if (l->kind == '(' || l->kind == '[') {
        p->brackets += p->brackets < 3;
    } else if ((l->kind == ')' || l->kind == ']') && p->brackets > 0) {
        p->brackets--;
    } else if (l->kind == CHY_KIND_QUOTE_OPEN) {
        p->quote_open = true;
    } else if (l->kind == CHY_KIND_QUOTE_CLOSE) {
        p->quote_open = false;
    } else if (l->kind == '"') {
        p->quote_open = !p->quote_open;
    }
    if (is_mark(l->kind)) {
        p->mark = p->at - 1;
    }
    while (p->next_mark < p->count &&
           (p->next_mark < p->at || !is_mark(p->pieces[p->next_mark].kind))) {
        p->next_mark++;
    }
    while (p->next_stop < p->count &&
           (p->next_stop < p->at || !is_stop(&p->pieces[p->next_stop]))) {
        p->next_stop++;
    }
}

void chy_sentences_find(chy_pieces *pieces, const chy_decider *decider) {
    chy_token_features features;
    const chy_decision decision =
        pieces->one_case ? CHY_DECISION_SENTENCE_ONE_CASE : CHY_DECISION_SENTENCE;
    place p;
    memset(&p, 0, sizeof p);
    p.pieces = pieces->items;
    p.count = pieces->count;
    for (uint32_t i = 0; i < p.count; i++) {
        p.total_stops += is_stop(&p.pieces[i]);
    }
    for (p.at = 1; p.at < p.count; p.at++) {
        read_on(&p);
        if (!may_end(&p) || holds_together(&p)) {
            continue;
        }
        bool ends = must_end(&p);
        if (!ends) {
            features_of_sentence(&p, &features);
            ends = decider->decide(decider->context, decision, p.pieces[p.at - 1].end, &features,
                                   ends_by_rule(&p));
        }
        if (ends) {
            pieces->items[p.at - 1].ends_sentence = true;
            p.last_end = p.pieces[p.at - 1].kind;
            p.sentence = p.at;
            p.mark = p.at;
            p.stops = 0;
        }
    }
    if (p.count > 0) {
        pieces->items[p.count - 1].ends_sentence = true;
    }
}
