#include "mentions/place_words.h"

#include <string.h>

/* How far a phrase is shortened when its longest match does not suit. */
#define SHORTEST_TRIES 6

/* The form that tables know: "ex-minister" is a minister, but "ex-Soviet" no Soviet. */
static chy_slice bare_form(chy_slice form) {
    bool former = form.size > 3 && (form.data[0] == 'e' || form.data[0] == 'E') &&
                  form.data[1] == 'x' && form.data[2] == '-' && form.data[3] >= 'a' &&
                  form.data[3] <= 'z';
    return former ? (chy_slice){form.data + 3, form.size - 3} : form;
}

chy_status chy_lookup_prepare(chy_casting *c) {
    size_t n = c->word_count;
    c->forms = chy_arena_alloc(c->scratch, n * 2, sizeof *c->forms);
    c->space_after = chy_arena_alloc(c->scratch, n, sizeof *c->space_after);
    c->match_length = chy_arena_alloc(c->scratch, n * 3, sizeof *c->match_length);
    if (!c->forms || !c->space_after || !c->match_length) return chy_fail_memory(c->err);
    c->bare_forms = c->forms + n;
    c->match_first = c->match_length + n;
    c->match_rows = c->match_first + n;
    for (size_t i = 0; i < n; i++) {
        c->forms[i] = chy_slice_of(c->words[i].form);
        c->bare_forms[i] = bare_form(c->forms[i]);
        c->space_after[i] = c->words[i].space_after;
    }
    for (uint32_t s = 0; s < c->in->sentence_count; s++) {
        uint32_t first = c->in->sentences[s].first_word;
        uint32_t end = first + c->in->sentences[s].word_count;
        for (uint32_t i = first; i < end; i++)
            c->match_length[i] =
                chy_lexicon_match(c->in->lexicon, c->bare_forms + i, c->space_after + i, end - i,
                                  &c->match_first[i], &c->match_rows[i]);
    }
    return CHY_OK;
}

/* Whether the words have the capitals that a row of theirs asks for. */
static bool capitals_suit(const chy_casting *c, uint32_t first, uint32_t end,
                          const chy_fact *fact) {
    if (!(CHY_ROWS_NAMES & CHY_ROW(fact->kind))) return true;
    bool any = false;
    for (uint32_t i = first; i < end; i++)
        any = any || chy_capitalised(c->words[i].form);
    /* A surface without capitals ("al-qaeda" is one with) is a common noun of its table. */
    if (!any) return false;
    /* One word of a user's table, in whatever letters it stands there, asks for a name in the text:
     * not "may", "will", nor the bird turkey. */
    const chy_word *word = &c->words[first];
    if (fact->own && end - first == 1 && word->upos != CHY_UPOS_PROPN &&
        word->name_tag == CHY_NAME_O)
        return false;
    /* "Houston, TX", but not "a CT scan" or "PA systems". */
    if (chy_is_postal_code(fact) &&
        (first == 0 || strcmp(c->words[first - 1].form, ",") != 0 || word->name_tag == CHY_NAME_O))
        return false;
    if (!fact->common) return true;
    if (end - first == 1 && chy_all_capitals(fact->surface))
        return strcmp(fact->surface, c->words[first].form) == 0;
    if (!chy_capitalised(c->words[first].form)) return false;
    bool opens = first == c->in->sentences[c->words[first].sentence].first_word;
    return end - first > 1 || !opens || c->words[first].upos == CHY_UPOS_PROPN ||
           c->words[first].name_tag != CHY_NAME_O;
}

static bool pick_row(const chy_casting *c, uint32_t first, uint32_t end, uint32_t row,
                     uint32_t rows, uint32_t kinds, chy_fact *fact) {
    for (uint32_t i = 0; i < rows; i++) {
        chy_lexicon_fact(c->in->lexicon, row + i, fact);
        if ((kinds & CHY_ROW(fact->kind)) && capitals_suit(c, first, end, fact)) return true;
    }
    return false;
}

uint32_t chy_lookup(const chy_casting *c, uint32_t at, uint32_t end, uint32_t kinds,
                    chy_fact *fact) {
    uint32_t length = c->match_length[at], first = c->match_first[at], rows = c->match_rows[at];
    if (length > end - at)
        length = chy_lexicon_match(c->in->lexicon, c->bare_forms + at, c->space_after + at,
                                   end - at, &first, &rows);
    for (int tries = 0; length > 0 && tries < SHORTEST_TRIES; tries++) {
        if (pick_row(c, at, at + length, first, rows, kinds, fact)) return length;
        if (length == 1) return 0;
        length = chy_lexicon_match(c->in->lexicon, c->bare_forms + at, c->space_after + at,
                                   length - 1, &first, &rows);
    }
    return 0;
}

bool chy_lookup_exact(const chy_casting *c, uint32_t first, uint32_t end, uint32_t kinds,
                      chy_fact *fact) {
    if (end <= first || end - first > CHY_LEXICON_LONGEST) return false;
    return chy_lookup(c, first, end, kinds, fact) == end - first;
}
