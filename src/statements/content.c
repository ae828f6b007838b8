/* Subtrees, and the ranges of words that content is. */
#include "statements/reader.h"

#include <string.h>

bool chy_statement_tree(chy_statement_reader *reader) {
    uint32_t count = reader->word_count;
    reader->first_child = chy_arena_alloc(reader->scratch, count, sizeof(uint32_t));
    reader->next_sibling = chy_arena_alloc(reader->scratch, count, sizeof(uint32_t));
    reader->mark = chy_arena_alloc(reader->scratch, count, sizeof(uint32_t));
    reader->stack = chy_arena_alloc(reader->scratch, count, sizeof(uint32_t));
    reader->covered = chy_arena_alloc(reader->scratch, count, sizeof(uint8_t));
    if (reader->first_child == NULL || reader->next_sibling == NULL || reader->mark == NULL ||
        reader->stack == NULL || reader->covered == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        reader->first_child[i] = CHY_NONE;
        reader->next_sibling[i] = CHY_NONE;
    }
    for (uint32_t i = count; i-- > 0;) {
        uint32_t head = reader->words[i].head;
        if (head != CHY_NONE) {
            reader->next_sibling[i] = reader->first_child[head];
            reader->first_child[head] = i;
        }
    }
    return true;
}

const char *chy_lower_form(const char *text, char lower[CHY_STATEMENT_LEMMA]) {
    (void)chy_lower_string(text, lower, CHY_STATEMENT_LEMMA);
    return lower;
}

bool chy_form_is(const chy_word *word, const char *form) {
    return chy_same(word->form, form);
}

bool chy_form_in(const chy_word *word, const char *const *forms, size_t count) {
    char lower[CHY_STATEMENT_LEMMA];
    return chy_is_listed(chy_lower_form(word->form, lower), forms, count);
}

bool chy_is_for_words(const chy_statement_reader *reader, uint32_t word) {
    char lower[CHY_STATEMENT_LEMMA];
    return chy_cue_word_in(CHY_CUE_QUOTATION_NOUNS,
                           chy_lower_form(reader->words[word].lemma, lower));
}

const chy_argument *chy_argument_at(const chy_statement_reader *reader, uint32_t index) {
    return &reader->clauses->arguments[index];
}

uint32_t chy_entity_at(const chy_statement_reader *reader, uint32_t word) {
    uint32_t mention = reader->mentions->mention_of_head[word];
    return mention == CHY_NONE ? CHY_NONE : reader->mentions->mentions[mention].entity;
}

uint32_t chy_child_of(const chy_statement_reader *reader, uint32_t word, chy_deprel deprel) {
    uint32_t child = reader->first_child[word];
    while (child != CHY_NONE && reader->words[child].deprel != (uint8_t)deprel) {
        child = reader->next_sibling[child];
    }
    return child;
}

bool chy_is_punctuation(const chy_word *word) {
    return word->upos == CHY_UPOS_PUNCT || word->deprel == CHY_DEPREL_PUNCT;
}

void chy_subtree(chy_statement_reader *reader, uint32_t head, uint32_t without) {
    uint32_t depth = 0;
    reader->stamp++;
    reader->stack[depth++] = head;
    while (depth > 0) {
        uint32_t word = reader->stack[--depth];
        if (word == without) {
            continue;
        }
        reader->mark[word] = reader->stamp;
        for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
            reader->stack[depth++] = c;
        }
    }
}

/* What follows a noun without being of its name or description. */
static bool hangs_loose(const chy_word *word) {
    return word->deprel == CHY_DEPREL_ACL_RELCL || word->deprel == CHY_DEPREL_ACL ||
           word->deprel == CHY_DEPREL_CONJ || word->deprel == CHY_DEPREL_CC ||
           word->deprel == CHY_DEPREL_APPOS || word->deprel == CHY_DEPREL_PUNCT ||
           word->deprel == CHY_DEPREL_PARATAXIS || word->deprel == CHY_DEPREL_CASE ||
           word->deprel == CHY_DEPREL_ADVCL || word->deprel == CHY_DEPREL_COP ||
           word->deprel == CHY_DEPREL_NSUBJ;
}

void chy_noun_phrase(const chy_statement_reader *reader, uint32_t head, uint32_t *first,
                     uint32_t *end) {
    *first = head;
    *end = head + 1;
    uint32_t depth = 0;
    reader->stack[depth++] = head;
    while (depth > 0) {
        uint32_t word = reader->stack[--depth];
        *first = word < *first ? word : *first;
        *end = word + 1 > *end ? word + 1 : *end;
        for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
            if (word != head || !hangs_loose(&reader->words[c])) {
                reader->stack[depth++] = c;
            }
        }
    }
}

uint32_t chy_statement_new(chy_statement_reader *reader, const chy_cue *cue, uint32_t cue_word,
                           uint32_t clause) {
    void *items = reader->drafts;
    if (reader->failed || !chy_arena_room(reader->scratch, &items, sizeof *reader->drafts,
                                          reader->draft_count, &reader->draft_capacity)) {
        reader->failed = true;
        return CHY_NONE;
    }
    reader->drafts = items;
    chy_statement_draft *draft = &reader->drafts[reader->draft_count];
    *draft = (chy_statement_draft){.cue = cue,
                                   .cue_word = cue_word,
                                   .second_cue = CHY_NONE,
                                   .clause = clause,
                                   .citing = CHY_NONE,
                                   .speaker_word = CHY_NONE,
                                   .first_range = CHY_NONE,
                                   .last_range = CHY_NONE};
    draft->statement = (chy_statement){.speaker = CHY_NONE,
                                       .speaker_mention = CHY_NONE,
                                       .addressee = CHY_NONE,
                                       .parent = CHY_NONE,
                                       .cue_word = cue_word,
                                       .kind = cue == NULL ? CHY_STATEMENT_SAY : cue->kind};
    draft->sentence = cue_word == CHY_NONE ? 0 : reader->words[cue_word].sentence;
    if (clause != CHY_NONE && reader->draft_of_clause[clause] == CHY_NONE) {
        reader->draft_of_clause[clause] = reader->draft_count;
    }
    return reader->draft_count++;
}

/* Whether the punctuation at `mark` opens or closes a quotation that lies whole within [first,
 * end). */
static bool holds_quote(const chy_statement_reader *reader, uint32_t first, uint32_t end,
                        uint32_t mark) {
    uint32_t inside = mark == first ? first + 1 : mark - 1;
    uint32_t quote = inside < end ? reader->quote_of_word[inside] : CHY_NONE;
    if (quote == CHY_NONE || reader->quote_of_word[mark] != CHY_NONE) {
        return false;
    }
    return reader->quotes[quote].first > first && reader->quotes[quote].end < end;
}

static void trim_outer(const chy_statement_reader *reader, uint32_t *first, uint32_t *end) {
    while (*first < *end && chy_is_punctuation(&reader->words[*first]) &&
           !holds_quote(reader, *first, *end, *first)) {
        (*first)++;
    }
    while (*first < *end && chy_is_punctuation(&reader->words[*end - 1]) &&
           !holds_quote(reader, *first, *end, *end - 1)) {
        (*end)--;
    }
}

/* 'He used to say: 'Wait." | '": the end of a quotation inside, all of which stands in [first, end)
 * but its last marks; else `end`. */
static uint32_t end_of_inner(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    uint32_t low = end;
    while (low > first && reader->quoted_within[low - 1] != 0) {
        low--;
    }
    if (low == first || low == end) {
        return end;
    }
    uint32_t high = end;
    while (high < reader->word_count && reader->quoted_within[high] != 0) {
        if (!chy_is_punctuation(&reader->words[high])) {
            return end;
        }
        high++;
    }
    return high < reader->word_count && chy_is_punctuation(&reader->words[high]) ? high + 1 : end;
}

/* Leaves out outer punctuation, but not one mark of a pair whose other mark stays ('he called it "a
 * farce"'). */
static void trim(const chy_statement_reader *reader, uint32_t *first, uint32_t *end) {
    trim_outer(reader, first, end);
    /* A range that is one quotation needs no marks. */
    if (*end - *first > 2 && reader->quote_of_word[*first] == CHY_NONE) {
        uint32_t quote = reader->quote_of_word[*first + 1];
        if (quote != CHY_NONE && reader->quotes[quote].first == *first + 1 &&
            reader->quotes[quote].end + 1 == *end) {
            (*first)++;
            (*end)--;
            trim_outer(reader, first, end);
        }
    }
    *end = *first < *end ? end_of_inner(reader, *first, *end) : *end;
}

/* "and", "in which": a piece of these alone is none. */
static bool only_links(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        const chy_word *word = &reader->words[i];
        bool links = word->upos == CHY_UPOS_CCONJ || word->upos == CHY_UPOS_ADP ||
                     (word->xpos[0] == 'W' && reader->quote_of_word[i] == CHY_NONE);
        if (!links) {
            return false;
        }
    }
    return true;
}

/* Whether nothing but "that" stands between two pieces. */
static bool goes_on(const chy_statement_reader *reader, uint32_t end, uint32_t first) {
    return end == first || (end + 1 == first && reader->words[end].deprel == CHY_DEPREL_MARK &&
                            chy_form_is(&reader->words[end], "that"));
}

/* "that" before a clause, though the parser may take it for "which": "posted on X | that | the men
 * had met". */
static bool opens_clause(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    const chy_word *that = &reader->words[first];
    if (first >= end || !chy_form_is(that, "that")) {
        return false;
    }
    uint8_t next = first + 1 < end ? reader->words[first + 1].upos : (uint8_t)CHY_UPOS_X;
    bool named = next == CHY_UPOS_DET || next == CHY_UPOS_PRON || next == CHY_UPOS_PROPN ||
                 next == CHY_UPOS_NOUN;
    return that->deprel == CHY_DEPREL_MARK || strcmp(that->xpos, "IN") == 0 ||
           (strcmp(that->xpos, "WDT") == 0 && named);
}

void chy_content_add(chy_statement_reader *reader, uint32_t draft, uint32_t first, uint32_t end) {
    if (first >= end) {
        return;
    }
    trim(reader, &first, &end);
    static const char *const limits[] = {"also", "just", "merely", "only", "simply"};
    bool only = first < end && chy_form_in(&reader->words[first], limits, CHY_COUNT_OF(limits));
    if (reader->drafts[draft].first_range == CHY_NONE &&
        opens_clause(reader, only ? first + 1 : first, end)) {
        first += only ? 2 : 1;
        trim(reader, &first, &end);
    }
    void *items = reader->pool;
    if (first >= end || only_links(reader, first, end) || reader->failed) {
        return;
    }
    if (!chy_arena_room(reader->scratch, &items, sizeof *reader->pool, reader->pool_count,
                        &reader->pool_capacity)) {
        reader->failed = true;
        return;
    }
    reader->pool = items;
    chy_statement_draft *d = &reader->drafts[draft];
    if (d->last_range != CHY_NONE && goes_on(reader, reader->pool[d->last_range].end, first)) {
        d->size += end - reader->pool[d->last_range].end;
        reader->pool[d->last_range].end = end;
        memset(reader->covered + first, 1, end - first);
        return;
    }
    uint32_t index = reader->pool_count++;
    reader->pool[index] = (chy_range){.first = first, .end = end, .next = CHY_NONE};
    if (d->last_range == CHY_NONE) {
        d->first_range = index;
    } else {
        reader->pool[d->last_range].next = index;
    }
    d->last_range = index;
    d->size += end - first;
    if (d->cue_word == CHY_NONE && d->first_range == index) {
        d->sentence = reader->words[first].sentence;
    }
    memset(reader->covered + first, 1, end - first);
}

bool chy_content_holds(const chy_statement_reader *reader, const chy_statement_draft *draft,
                       uint32_t word) {
    for (uint32_t r = draft->first_range; r != CHY_NONE; r = reader->pool[r].next) {
        if (word >= reader->pool[r].first && word < reader->pool[r].end) {
            return true;
        }
    }
    return false;
}

void chy_content_clear(chy_statement_reader *reader, uint32_t draft) {
    reader->drafts[draft].first_range = CHY_NONE;
    reader->drafts[draft].last_range = CHY_NONE;
    reader->drafts[draft].size = 0;
}

void chy_content_copy(chy_statement_reader *reader, uint32_t draft, uint32_t from) {
    uint32_t range = reader->drafts[from].first_range;
    chy_content_clear(reader, draft);
    for (; range != CHY_NONE; range = reader->pool[range].next) {
        const chy_range r = reader->pool[range];
        chy_content_add(reader, draft, r.first, r.end);
    }
    reader->drafts[draft].whole_quote = reader->drafts[from].whole_quote;
}

void chy_content_cut(chy_statement_reader *reader, uint32_t draft, uint32_t at) {
    uint32_t range = reader->drafts[draft].first_range;
    chy_content_clear(reader, draft);
    for (; range != CHY_NONE; range = reader->pool[range].next) {
        const chy_range r = reader->pool[range];
        chy_content_add(reader, draft, r.first, r.end < at ? r.end : at);
    }
}

void chy_content_add_marked(chy_statement_reader *reader, uint32_t draft, uint32_t head) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[head].sentence];
    uint32_t at = sentence->first_word;
    uint32_t stop = at + sentence->word_count;
    bool begun = false;
    while (at < stop) {
        while (at < stop && reader->mark[at] != reader->stamp) {
            at++;
        }
        uint32_t first = at;
        uint32_t end = at;
        /* Punctuation that hangs elsewhere does not break a run. */
        for (; at < stop &&
               (reader->mark[at] == reader->stamp || chy_is_punctuation(&reader->words[at]));
             at++) {
            end = at + 1;
        }
        if (first < end) {
            bool that = !begun && opens_clause(reader, first, end);
            chy_content_add(reader, draft, that ? first + 1 : first, end);
            begun = true;
        }
    }
}

void chy_content_take_quote(chy_statement_reader *reader, uint32_t draft, uint32_t head) {
    uint32_t quote = reader->quote_of_word[head];
    if (quote == CHY_NONE) {
        return;
    }
    const chy_quote q = reader->quotes[quote];
    uint32_t cue = reader->drafts[draft].cue_word;
    if (cue != CHY_NONE && cue >= q.first && cue < q.end) {
        return;
    }
    /* Runs outside the quotation stay; those inside give way to the whole of it. 'Her note, since
     * lost, said only: "..."': what stands before the colon is of the saying. */
    bool colon = q.first > 1 && strcmp(reader->words[q.first - 2].form, ":") == 0;
    uint32_t range = reader->drafts[draft].first_range;
    chy_content_clear(reader, draft);
    bool taken = false;
    for (; range != CHY_NONE; range = reader->pool[range].next) {
        const chy_range r = reader->pool[range];
        bool apart = r.end <= q.first || r.first >= q.end;
        if (apart && !(colon && r.end < q.first)) {
            chy_content_add(reader, draft, r.first, r.end);
        } else if (!apart && !taken) {
            uint32_t first = r.first < q.first && !colon ? r.first : q.first;
            uint32_t end = r.end > q.end ? r.end : q.end;
            chy_content_add(reader, draft, first, end);
            taken = true;
        }
    }
    reader->drafts[draft].whole_quote = true;
}

uint32_t chy_statement_go_on(chy_statement_reader *reader, uint32_t other, uint32_t first,
                             uint32_t end) {
    uint32_t draft = chy_statement_new(reader, NULL, CHY_NONE, CHY_NONE);
    if (draft == CHY_NONE) {
        return CHY_NONE;
    }
    const chy_statement_draft *from = &reader->drafts[other];
    reader->drafts[draft].clause = from->clause;
    reader->drafts[draft].speaker_word = from->speaker_word;
    chy_content_add(reader, draft, first, end);
    return draft;
}
