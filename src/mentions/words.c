#include "mentions/words.h"

bool chy_capitalised(const char *form) {
    unsigned char a = (unsigned char)form[0];
    if (a < 0x80) return a >= 'A' && a <= 'Z';
    unsigned char b = (unsigned char)form[1];
    if (a == 0xC3) /* U+00C0 to U+00DE */
        return b >= 0x80 && b <= 0x9E;
    if (a == 0xC4 || a == 0xC5) /* Latin Extended-A alternates, with two shifts of the parity */
        return (b & 1u) == ((a == 0xC4 && b >= 0xB9) || (a == 0xC5 && (b <= 0x88 || b >= 0xB9)));
    if (a == 0xCE) /* Greek capitals */
        return b >= 0x86 && b <= 0xAB;
    return a == 0xD0 && b <= 0xAF; /* Cyrillic capitals */
}

bool chy_all_capitals(const char *form) {
    size_t letters = 0;
    for (const char *c = form; *c; c++) {
        if (*c >= 'A' && *c <= 'Z')
            letters++;
        else if (*c != '.' && *c != '-' && (*c < '0' || *c > '9'))
            return false;
    }
    return letters >= 2;
}

/* Relations that end a noun phrase as a party's name: what follows says more about it. */
static bool leaves_phrase(const chy_word *word) {
    switch (word->deprel) {
    case CHY_DEPREL_AMOD:
    case CHY_DEPREL_COMPOUND:
    case CHY_DEPREL_COMPOUND_PRT:
    case CHY_DEPREL_DET:
    case CHY_DEPREL_DET_PREDET:
    case CHY_DEPREL_FIXED:
    case CHY_DEPREL_FLAT:
    case CHY_DEPREL_GOESWITH:
    case CHY_DEPREL_NMOD:
    case CHY_DEPREL_NMOD_DESC:
    case CHY_DEPREL_NMOD_POSS:
    case CHY_DEPREL_NMOD_UNMARKED:
    case CHY_DEPREL_NUMMOD:
    case CHY_DEPREL_ADVMOD:
        return false;
    default:
        return true;
    }
}

/* A phrase inside a larger one keeps its coordination and its preposition: "the ministry of trade
 * and industry". Only the top word of a phrase drops them. So each word has two extents, an outer
 * and an inner one. Both stop at the first child that begins something else. */
static bool leaves_inner_phrase(const chy_word *word) {
    return leaves_phrase(word) && word->deprel != CHY_DEPREL_CONJ &&
           word->deprel != CHY_DEPREL_CC && word->deprel != CHY_DEPREL_CC_PRECONJ &&
           word->deprel != CHY_DEPREL_CASE;
}

/* The extents of a word from those of its children, which `children` has room for. */
static void measure(const chy_tree *tree, uint32_t *inner_left, uint32_t *inner_right,
                    uint32_t word, uint32_t *children) {
    uint32_t count = 0, before = 0;
    for (uint32_t c = tree->first_child[word]; c != CHY_NONE; c = tree->next_sibling[c]) {
        children[count++] = c;
        before += c < word;
    }
    bool outer = true;
    for (uint32_t i = before; i-- > 0;) {
        const chy_word *child = &tree->words[children[i]];
        if (child->deprel == CHY_DEPREL_PUNCT) continue;
        if (leaves_inner_phrase(child)) break;
        /* An adverb next to the noun is the clause's: "later the minister"; behind an article or a
         * possessor the phrase's: "the then minister". */
        uint8_t opens = i > 0 ? tree->words[children[i - 1]].deprel : CHY_DEPREL_ROOT;
        bool within = opens == CHY_DEPREL_DET || opens == CHY_DEPREL_NMOD_POSS;
        outer = outer && !leaves_phrase(child) && (child->deprel != CHY_DEPREL_ADVMOD || within);
        if (inner_left[children[i]] < inner_left[word]) inner_left[word] = inner_left[children[i]];
        if (outer) tree->left[word] = inner_left[word];
    }
    outer = true;
    for (uint32_t i = before; i < count; i++) {
        const chy_word *child = &tree->words[children[i]];
        if (child->deprel == CHY_DEPREL_PUNCT) continue;
        if (leaves_inner_phrase(child) || child->deprel == CHY_DEPREL_ADVMOD) break;
        /* The possessive mark belongs to the phrase inside a larger one alone. */
        outer = outer && !leaves_phrase(child);
        if (inner_right[children[i]] > inner_right[word])
            inner_right[word] = inner_right[children[i]];
        if (outer) tree->right[word] = inner_right[word];
    }
}

/* Words in an order in which children come before their heads. */
static uint32_t order_upwards(const chy_tree *tree, uint32_t *order) {
    uint32_t filled = 0;
    for (uint32_t i = 0; i < tree->word_count; i++)
        if (tree->words[i].head == CHY_NONE) order[filled++] = i;
    for (uint32_t i = 0; i < filled; i++)
        for (uint32_t c = tree->first_child[order[i]]; c != CHY_NONE; c = tree->next_sibling[c])
            order[filled++] = c;
    for (uint32_t i = 0, j = filled; i + 1 < j; i++) {
        uint32_t swap = order[i];
        order[i] = order[--j];
        order[j] = swap;
    }
    return filled;
}

chy_status chy_tree_build(const chy_word *words, uint32_t word_count, chy_arena *arena,
                          chy_tree *tree, chy_error *err) {
    uint32_t *memory = chy_arena_alloc(arena, (size_t)word_count * 8 + 8, sizeof *memory);
    if (!memory) return chy_fail_memory(err);
    *tree = (chy_tree){.words = words, .word_count = word_count};
    tree->first_child = memory;
    tree->next_sibling = memory + word_count;
    tree->left = memory + (size_t)word_count * 2;
    tree->right = memory + (size_t)word_count * 3;
    uint32_t *inner_left = memory + (size_t)word_count * 4;
    uint32_t *inner_right = memory + (size_t)word_count * 5;
    uint32_t *order = memory + (size_t)word_count * 6;
    uint32_t *children = memory + (size_t)word_count * 7;
    for (uint32_t i = 0; i < word_count; i++) {
        tree->first_child[i] = tree->next_sibling[i] = CHY_NONE;
        tree->left[i] = inner_left[i] = i;
        tree->right[i] = inner_right[i] = i + 1;
    }
    for (uint32_t i = word_count; i-- > 0;) {
        uint32_t head = words[i].head;
        if (head == CHY_NONE) continue;
        tree->next_sibling[i] = tree->first_child[head];
        tree->first_child[head] = i;
    }
    tree->order = order;
    tree->ordered = order_upwards(tree, order);
    for (uint32_t i = 0; i < tree->ordered; i++)
        measure(tree, inner_left, inner_right, order[i], children);
    return CHY_OK;
}

uint32_t chy_tree_child(const chy_tree *tree, uint32_t word, chy_deprel deprel) {
    for (uint32_t c = tree->first_child[word]; c != CHY_NONE; c = tree->next_sibling[c])
        if (tree->words[c].deprel == (uint8_t)deprel) return c;
    return CHY_NONE;
}

const char *chy_tree_case(const chy_tree *tree, uint32_t word) {
    uint32_t child = chy_tree_child(tree, word, CHY_DEPREL_CASE);
    return child == CHY_NONE || child > word ? "" : tree->words[child].lemma;
}

uint32_t chy_span_head(const chy_word *words, uint32_t first, uint32_t end) {
    uint32_t found = CHY_NONE, named = CHY_NONE;
    for (uint32_t i = first; i < end; i++) {
        if (words[i].head != CHY_NONE && words[i].head >= first && words[i].head < end) continue;
        found = i;
        /* Of several, one that is no bracket, comma or possessive mark. */
        if (words[i].upos != CHY_UPOS_PUNCT && words[i].upos != CHY_UPOS_PART) named = i;
    }
    return named != CHY_NONE ? named : found != CHY_NONE ? found : end - 1;
}
