#include "record/explain.h"

#define TREE_AT 4u
/* Deeper branches are drawn at this depth: terminals have an end. */
#define DEPTH_SHOWN 24u

typedef struct branches {
    uint32_t first_child[CHY_LIMIT_SENTENCE_WORDS];
    uint32_t next_sibling[CHY_LIMIT_SENTENCE_WORDS];
    uint32_t head[CHY_LIMIT_SENTENCE_WORDS];
    uint32_t root;
} branches;

static void find_branches(branches *b, const chy_word *words, uint32_t first, uint32_t count) {
    b->root = CHY_NONE;
    for (uint32_t i = 0; i < count; i++) {
        b->first_child[i] = CHY_NONE;
        b->next_sibling[i] = CHY_NONE;
        uint32_t head = words[first + i].head;
        b->head[i] =
            head == CHY_NONE || head < first || head - first >= count ? CHY_NONE : head - first;
    }
    for (uint32_t i = count; i-- > 0;) {
        uint32_t *list = b->head[i] == CHY_NONE ? &b->root : &b->first_child[b->head[i]];
        b->next_sibling[i] = *list;
        *list = i;
    }
}

/* The bars of the branches that go on below this line, and the knot of this one. */
static void draw_bars(chy_page *page, const branches *b, uint32_t node) {
    bool goes_on[DEPTH_SHOWN];
    uint32_t depth = 0;
    for (uint32_t at = node; b->head[at] != CHY_NONE && depth < DEPTH_SHOWN; at = b->head[at]) {
        goes_on[depth++] = b->next_sibling[at] != CHY_NONE;
    }
    chy_out_repeat(page->out, ' ', TREE_AT);
    for (uint32_t i = depth; i-- > 0;) {
        if (i > 0) {
            chy_out_string(page->out, goes_on[i] ? "\xE2\x94\x82  " : "   ");
        } else {
            chy_out_string(page->out,
                           goes_on[i] ? "\xE2\x94\x9C\xE2\x94\x80 " : "\xE2\x94\x94\xE2\x94\x80 ");
        }
    }
    chy_page_begin(page, 0, TREE_AT);
    page->column = TREE_AT + depth * 3;
}

static void draw_word(chy_page *page, const chy_word *word) {
    chy_page_styled(page, CHY_STYLE_BOLD, word->form);
    chy_page_text(page, " ");
    chy_page_style(page, CHY_STYLE_FAINT);
    chy_page_text(page, word->head == CHY_NONE ? "root"
                        : word->deprel < CHY_DEPREL_COUNT
                            ? chy_deprel_name((chy_deprel)word->deprel)
                            : "dep");
    chy_page_text(page, " ");
    chy_page_text(page, word->upos < CHY_UPOS_COUNT ? chy_upos_name((chy_upos)word->upos) : "X");
    if (word->name_tag != CHY_NAME_O) {
        chy_page_text(page, " ");
        chy_page_text(page, chy_name_tag_name((chy_name_tag)word->name_tag));
    }
    chy_page_end(page);
}

void chy_explain_tree(chy_page *page, const chy_doc_content *content,
                      const chy_sentence *sentence) {
    branches b;
    uint32_t count = sentence->word_count;
    if (count > CHY_LIMIT_SENTENCE_WORDS) {
        count = CHY_LIMIT_SENTENCE_WORDS;
    }
    find_branches(&b, content->words, sentence->first_word, count);
    uint32_t at = b.root;
    for (uint32_t drawn = 0; at != CHY_NONE && drawn < count; drawn++) {
        draw_bars(page, &b, at);
        draw_word(page, &content->words[sentence->first_word + at]);
        if (b.first_child[at] != CHY_NONE) {
            at = b.first_child[at];
            continue;
        }
        while (at != CHY_NONE && b.next_sibling[at] == CHY_NONE) {
            at = b.head[at];
        }
        at = at == CHY_NONE ? CHY_NONE : b.next_sibling[at];
    }
}
