#include "syntax/tree.h"

/* Scores are whole multiples of 2^-20, so that sums and differences are exact. An arc from the root
 * is lowered by more than all other arcs together can gain: then the best tree has only one. */
static const double score_limit = 1e4;
static const double score_unit = 1048576.0;
static const int64_t root_penalty = (int64_t)1 << 50;
static const int64_t no_arc = INT64_MIN / 4;

/* A node is a word (its number), the root (0), or a contracted cycle (numbers after the words).
 * Each node that is not inside another has a slot in the matrices; a cycle takes over the slot of
 * one member. */
typedef struct chy_node {
    uint32_t slot;
    uint32_t parent; /* the cycle it is in, or CHY_NONE */
    uint32_t arc;    /* the arc chosen to enter it: head << 16 | dependent, both words */
    int64_t weight;  /* of that arc, as it stood when chosen */
} chy_node;

struct chy_tree_scratch {
    size_t limit;
    size_t size;      /* slots: words and root */
    int64_t *weights; /* [size, size]: best arc from slot to slot */
    uint32_t *arcs;   /* [size, size]: which arc of words that is */
    chy_node *nodes;  /* [2 * limit + 1] */
    size_t node_count;
    uint32_t *owners; /* [size] the node of a slot, CHY_NONE when it was given up */
    uint32_t *path;   /* nodes, each entered from the next */
    size_t path_count;
    uint8_t *states; /* [2 * limit + 1] */
};

enum { UNSEEN, ON_PATH, REACHED };

chy_tree_scratch *chy_tree_scratch_new(size_t limit, chy_arena *arena) {
    size_t slots;
    if (limit >= UINT16_MAX || !chy_multiply(limit + 1, limit + 1, &slots)) return NULL;
    chy_tree_scratch *scratch = chy_arena_alloc(arena, 1, sizeof *scratch);
    if (scratch == NULL) return NULL;
    scratch->limit = limit;
    scratch->weights = chy_arena_alloc(arena, slots, sizeof *scratch->weights);
    scratch->arcs = chy_arena_alloc(arena, slots, sizeof *scratch->arcs);
    scratch->nodes = chy_arena_alloc(arena, 2 * limit + 1, sizeof *scratch->nodes);
    scratch->owners = chy_arena_alloc(arena, limit + 1, sizeof *scratch->owners);
    scratch->path = chy_arena_alloc(arena, limit + 1, sizeof *scratch->path);
    scratch->states = chy_arena_alloc(arena, 2 * limit + 1, sizeof *scratch->states);
    bool made = scratch->weights != NULL && scratch->arcs != NULL && scratch->nodes != NULL &&
                scratch->owners != NULL && scratch->path != NULL && scratch->states != NULL;
    return made ? scratch : NULL;
}

static int64_t whole_score(float score) {
    double value = (double)score;
    if (!(value > -score_limit)) /* also what is not a number */
        value = -score_limit;
    if (value > score_limit) value = score_limit;
    return (int64_t)(value * score_unit);
}

static void start(chy_tree_scratch *scratch, const float *scores, size_t stride, size_t count) {
    const size_t size = count + 1;
    scratch->size = size;
    scratch->node_count = size;
    scratch->path_count = 0;
    for (size_t h = 0; h < size; h++)
        for (size_t d = 0; d < size; d++) {
            int64_t weight = no_arc;
            if (d > 0 && d != h)
                weight = whole_score(scores[(d - 1) * stride + h]) - (h == 0 ? root_penalty : 0);
            scratch->weights[h * size + d] = weight;
            scratch->arcs[h * size + d] = (uint32_t)(h << 16 | d);
        }
    for (size_t i = 0; i < size; i++) {
        scratch->nodes[i] = (chy_node){.slot = (uint32_t)i, .parent = CHY_NONE};
        scratch->owners[i] = (uint32_t)i;
        scratch->states[i] = UNSEEN;
    }
    scratch->states[0] = REACHED;
}

/* Chooses the best arc into a node; returns the node it comes from. */
static uint32_t enter_node(chy_tree_scratch *scratch, chy_node *node) {
    uint32_t best = 0;
    node->weight = INT64_MIN;
    for (uint32_t slot = 0; slot < scratch->size; slot++) {
        if (scratch->owners[slot] == CHY_NONE || slot == node->slot) continue;
        int64_t weight = scratch->weights[slot * scratch->size + node->slot];
        if (weight > node->weight) {
            node->weight = weight;
            best = slot;
        }
    }
    node->arc = scratch->arcs[best * scratch->size + node->slot];
    return scratch->owners[best];
}

/* Lets arc `from` -> `to` stand for itself or for `weight`, whichever is better. */
static void keep_better(chy_tree_scratch *scratch, size_t from, size_t to, int64_t weight,
                        uint32_t arc) {
    size_t place = from * scratch->size + to;
    if (weight > scratch->weights[place]) {
        scratch->weights[place] = weight;
        scratch->arcs[place] = arc;
    }
}

/* Draws the end of the path, from node `first` on, into one new node at the end of the path. Arcs
 * into the cycle count by what they gain over the arc of the cycle that they replace. */
static void contract(chy_tree_scratch *scratch, uint32_t first) {
    const size_t size = scratch->size;
    const uint32_t made = (uint32_t)scratch->node_count++;
    const size_t slot = scratch->nodes[first].slot;
    for (size_t other = 0; other < size; other++) /* before other members are taken in */
        if (scratch->owners[other] != CHY_NONE && other != slot)
            scratch->weights[other * size + slot] -= scratch->nodes[first].weight;
    uint32_t member;
    do {
        member = scratch->path[--scratch->path_count];
        chy_node *node = &scratch->nodes[member];
        node->parent = made;
        if (member == first) break;
        for (size_t other = 0; other < size; other++) {
            if (scratch->owners[other] == CHY_NONE || other == node->slot || other == slot)
                continue;
            size_t in = other * size + node->slot, out = node->slot * size + other;
            keep_better(scratch, other, slot, scratch->weights[in] - node->weight,
                        scratch->arcs[in]);
            keep_better(scratch, slot, other, scratch->weights[out], scratch->arcs[out]);
        }
        scratch->owners[node->slot] = CHY_NONE;
    } while (true);
    scratch->owners[slot] = made;
    scratch->nodes[made] = (chy_node){.slot = (uint32_t)slot, .parent = CHY_NONE};
    scratch->states[made] = ON_PATH;
    scratch->path[scratch->path_count++] = made;
}

/* Follows best arcs backwards from a word until something that the root reaches. */
static void connect(chy_tree_scratch *scratch, uint32_t word) {
    scratch->path_count = 0;
    scratch->path[scratch->path_count++] = word;
    scratch->states[word] = ON_PATH;
    for (;;) {
        uint32_t last = scratch->path[scratch->path_count - 1];
        uint32_t from = enter_node(scratch, &scratch->nodes[last]);
        if (scratch->states[from] == REACHED) break;
        if (scratch->states[from] == ON_PATH) {
            contract(scratch, from);
        } else {
            scratch->states[from] = ON_PATH;
            scratch->path[scratch->path_count++] = from;
        }
    }
    for (size_t i = 0; i < scratch->path_count; i++)
        scratch->states[scratch->path[i]] = REACHED;
}

void chy_tree_decode(chy_tree_scratch *scratch, const float *scores, size_t stride, size_t count,
                     uint32_t *heads) {
    start(scratch, scores, stride, count);
    for (uint32_t word = 1; word <= count; word++)
        if (scratch->states[word] == UNSEEN) connect(scratch, word);
    /* Open the cycles, the last made first: the arc into a cycle replaces that of the member it
     * enters. */
    chy_node *nodes = scratch->nodes;
    for (size_t made = scratch->node_count; made-- > count + 1;) {
        uint32_t inside = nodes[made].arc & 0xffff;
        while (nodes[inside].parent != made)
            inside = nodes[inside].parent;
        nodes[inside].arc = nodes[made].arc;
    }
    for (size_t word = 1; word <= count; word++)
        heads[word - 1] = nodes[word].arc >> 16;
}
