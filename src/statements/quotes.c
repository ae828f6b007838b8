/* Pairs of quotation marks of all kinds. */
#include "statements/reader.h"

#include <string.h>

typedef enum mark_kind {
    MARK_NONE,
    MARK_OPEN,         /* “ « „ `` */
    MARK_CLOSE,        /* ” » '' */
    MARK_STRAIGHT,     /* " */
    MARK_OPEN_SINGLE,  /* ‘ */
    MARK_CLOSE_SINGLE, /* ’ */
    MARK_SINGLE        /* ' */
} mark_kind;

static mark_kind kind_of(const chy_word *word) {
    static const struct {
        const char *form;
        mark_kind kind;
    } marks[] = {{"\"", MARK_STRAIGHT},   {"“", MARK_OPEN},         {"”", MARK_CLOSE},
                 {"„", MARK_OPEN},        {"‟", MARK_CLOSE},        {"«", MARK_OPEN},
                 {"»", MARK_CLOSE},       {"``", MARK_OPEN},        {"''", MARK_CLOSE},
                 {"‘", MARK_OPEN_SINGLE}, {"’", MARK_CLOSE_SINGLE}, {"'", MARK_SINGLE},
                 {"＂", MARK_STRAIGHT},   {"「", MARK_OPEN},        {"」", MARK_CLOSE}};
    /* A possessive's apostrophe ("ministers' talks") is no mark. */
    if (word->deprel == CHY_DEPREL_CASE || strcmp(word->xpos, "POS") == 0) {
        return MARK_NONE;
    }
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (strcmp(word->form, marks[i].form) == 0) {
            return marks[i].kind;
        }
    }
    return MARK_NONE;
}

typedef struct open_mark {
    uint32_t word;
    mark_kind kind;
} open_mark;

typedef struct scan {
    chy_statement_reader *reader;
    open_mark *open; /* a stack */
    uint32_t depth;
    uint32_t *close_of; /* [word_count] for an opening word its closing one, or CHY_NONE */
} scan;

static bool space_before(const chy_statement_reader *reader, uint32_t word) {
    return word == 0 || reader->words[word - 1].space_after ||
           reader->words[word - 1].sentence != reader->words[word].sentence;
}

static void push(scan *s, uint32_t word, mark_kind kind) {
    s->open[s->depth++] = (open_mark){word, kind};
}

/* Closes the nearest open mark of one of two kinds, and forgets what stands open inside it. A level
 * is pushed once and popped once, so that the scan stays linear but for marks that close nothing;
 * those look at most two levels deep. */
static bool close_mark(scan *s, uint32_t word, mark_kind a, mark_kind b) {
    for (uint32_t back = 1; back <= 3 && back <= s->depth; back++) {
        open_mark top = s->open[s->depth - back];
        if (top.kind == a || top.kind == b) {
            s->close_of[top.word] = word;
            s->depth -= back;
            return true;
        }
    }
    return false;
}

/* A paragraph has ended: what stands open ends with it, as where a quotation runs over paragraphs.
 * A lone single mark was an apostrophe. */
static void end_paragraph(scan *s, uint32_t end) {
    for (uint32_t i = 0; i < s->depth; i++) {
        if (s->open[i].kind == MARK_OPEN || s->open[i].kind == MARK_STRAIGHT) {
            s->close_of[s->open[i].word] = end;
        }
    }
    s->depth = 0;
}

static void read_mark(scan *s, uint32_t word) {
    const chy_statement_reader *reader = s->reader;
    bool before = space_before(reader, word);
    bool after = reader->words[word].space_after;
    switch (kind_of(&reader->words[word])) {
    case MARK_OPEN:
        push(s, word, MARK_OPEN);
        break;
    case MARK_CLOSE:
        (void)close_mark(s, word, MARK_OPEN, MARK_STRAIGHT);
        break;
    case MARK_STRAIGHT:
        if (!close_mark(s, word, MARK_STRAIGHT, MARK_STRAIGHT) && !(after && !before)) {
            push(s, word, MARK_STRAIGHT);
        }
        break;
    case MARK_OPEN_SINGLE:
        push(s, word, MARK_OPEN_SINGLE);
        break;
    case MARK_CLOSE_SINGLE:
        (void)close_mark(s, word, MARK_OPEN_SINGLE, MARK_SINGLE);
        break;
    case MARK_SINGLE:
        if (!close_mark(s, word, MARK_SINGLE, MARK_OPEN_SINGLE) && before && !after) {
            push(s, word, MARK_SINGLE);
        }
        break;
    case MARK_NONE:
        break;
    }
}

static uint32_t paragraph_of(const chy_statement_reader *reader, uint32_t word) {
    return reader->input->sentences[reader->words[word].sentence].paragraph;
}

static bool keep_outermost(scan *s) {
    chy_statement_reader *reader = s->reader;
    reader->quotes = chy_arena_alloc(reader->scratch, reader->word_count, sizeof *reader->quotes);
    if (reader->quotes == NULL) {
        return false;
    }
    uint32_t until = 0;
    uint32_t until_inner = 0;
    for (uint32_t i = 0; i < reader->word_count; i++) {
        uint32_t close = s->close_of[i];
        if (close != CHY_NONE && i < until && i >= until_inner && close > i + 1) {
            memset(reader->quoted_within + i + 1, 1, close - i - 1);
            until_inner = close;
        }
        if (close == CHY_NONE || i < until || close <= i + 1) {
            continue;
        }
        for (uint32_t w = i + 1; w < close; w++) {
            reader->quote_of_word[w] = reader->quote_count;
        }
        bool unclosed =
            close >= reader->word_count || paragraph_of(reader, close) != paragraph_of(reader, i);
        reader->quotes[reader->quote_count++] =
            (chy_quote){.first = i + 1, .end = close, .unclosed = unclosed};
        until = close;
    }
    return true;
}

bool chy_quotes_find(chy_statement_reader *reader) {
    uint32_t count = reader->word_count;
    scan s = {.reader = reader};
    s.open = chy_arena_alloc(reader->scratch, count, sizeof *s.open);
    s.close_of = chy_arena_alloc(reader->scratch, count, sizeof *s.close_of);
    reader->quote_of_word = chy_arena_alloc(reader->scratch, count, sizeof *reader->quote_of_word);
    reader->quoted_within = chy_arena_alloc(reader->scratch, count, sizeof *reader->quoted_within);
    if (s.open == NULL || s.close_of == NULL || reader->quote_of_word == NULL ||
        reader->quoted_within == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        reader->quoted_within[i] = 0;
        s.close_of[i] = CHY_NONE;
        reader->quote_of_word[i] = CHY_NONE;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0 && paragraph_of(reader, i) != paragraph_of(reader, i - 1)) {
            end_paragraph(&s, i);
        }
        read_mark(&s, i);
    }
    end_paragraph(&s, count);
    return keep_outermost(&s);
}
