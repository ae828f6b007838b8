#include "nn/encoder.h"

#include <stdio.h>
#include <string.h>

/* Rows that go through the feed-forward part together: few enough for their 1536 values to stay in
 * the second-level cache, a multiple of the kernels' tiles. */
#define BLOCK_ROWS 96u

/* Pieces of several sentences together; a longer sentence goes alone. More would not make better
 * use of the weights, and would drive the attention's rows out of the second-level cache. */
#define BATCH_PIECES 256u

typedef struct chy_layer {
    chy_linear attention_in, attention_out, feedforward_in, feedforward_out;
    chy_norm attention_norm, feedforward_norm;
} chy_layer;

struct chy_encoder {
    chy_kernels kernels;
    const chy_vocabulary *vocabulary;
    size_t layer_count, width, heads, feedforward, positions, piece_count;
    const int8_t *pieces;     /* [piece_count, width] */
    const float *piece_scale; /* [piece_count] */
    const float *position;    /* [positions, width] */
    const float *shape;       /* [8, width] */
    chy_norm norm;
    chy_layer *layers;
};

typedef struct chy_batch_sentence {
    size_t first_piece, piece_count; /* with [CLS] and [SEP] */
    size_t first_word, word_count;
} chy_batch_sentence;

struct chy_batch {
    chy_batch_sentence *sentences;
    size_t sentence_count, piece_count, word_count;
    uint32_t *pieces;                     /* [positions] */
    uint8_t *shapes;                      /* [positions] */
    uint32_t *word_sizes;                 /* [positions] pieces of each word */
    uint32_t (*cut)[CHY_PIECES_PER_WORD]; /* of the sentence being added */
    uint32_t *cut_sizes;
    float *x;            /* [positions, width] */
    float *attention_in; /* [positions, 3 * width] */
    float *attended;     /* [positions, width] */
    float *hidden;       /* [BLOCK_ROWS, feedforward] */
    float *added;        /* [BLOCK_ROWS, width] */
    float *attention_scratch;
    float *vectors; /* [positions, width] words, then roots */
    chy_quantised x_quantised, block_quantised, hidden_quantised, vectors_quantised;
};

enum { SHAPE_COUNT = 8, MOST_LAYERS = 48, MOST_WIDTH = 4096, MOST_POSITIONS = 512 };

/* ---- Opening ------------------------------------------------------------------------------------
 */

static chy_status read_sizes(const chy_learned *learned, chy_encoder *encoder, chy_error *err) {
    size_t shapes;
    const struct {
        const char *name;
        size_t least, most, *to;
    } sizes[7] = {
        {"layers", 1, MOST_LAYERS, &encoder->layer_count},
        {"width", CHY_LANES, MOST_WIDTH, &encoder->width},
        {"attention_heads", 1, 64, &encoder->heads},
        {"feedforward", CHY_LANES, CHY_LINEAR_COLUMNS, &encoder->feedforward},
        {"positions", 4, MOST_POSITIONS, &encoder->positions},
        {"pieces", 4, CHY_VOCABULARY_LIMIT, &encoder->piece_count},
        {"shapes", SHAPE_COUNT, SHAPE_COUNT, &shapes},
    };
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        chy_status status = chy_learned_number(learned, sizes[i].name, sizes[i].least,
                                               sizes[i].most, sizes[i].to, err);
        if (status != CHY_OK) return status;
    }
    if (encoder->width % (encoder->heads * CHY_LANES) != 0)
        return chy_fail(err, CHY_ERROR_LEARNED, "learned file", CHY_NOWHERE, CHY_NOWHERE,
                        "a width of %zu does not give %zu attention heads a multiple of 16 each",
                        encoder->width, encoder->heads);
    return CHY_OK;
}

static chy_status bind_embedding(const chy_learned *learned, chy_encoder *encoder, chy_error *err) {
    const size_t width = encoder->width;
    const size_t pieces[2] = {encoder->piece_count, width};
    const size_t positions[2] = {encoder->positions, width};
    const size_t shapes[2] = {SHAPE_COUNT, width};
    const void *data[4] = {NULL};
    chy_status status = chy_learned_tensor(learned, "embedding.piece.weight", CHY_TENSOR_I8, 2,
                                           pieces, &data[0], err);
    if (status == CHY_OK)
        status = chy_learned_tensor(learned, "embedding.piece.scale", CHY_TENSOR_F32, 1, pieces,
                                    &data[1], err);
    if (status == CHY_OK)
        status = chy_learned_tensor(learned, "embedding.position", CHY_TENSOR_F32, 2, positions,
                                    &data[2], err);
    if (status == CHY_OK)
        status = chy_learned_tensor(learned, "embedding.shape", CHY_TENSOR_F32, 2, shapes, &data[3],
                                    err);
    if (status != CHY_OK) return status;
    encoder->pieces = data[0];
    encoder->piece_scale = data[1];
    encoder->position = data[2];
    encoder->shape = data[3];
    return chy_norm_open(learned, "embedding.norm", width, &encoder->norm, err);
}

static chy_status bind_layer(const chy_learned *learned, chy_encoder *encoder, size_t number,
                             chy_arena *arena, chy_error *err) {
    chy_layer *layer = &encoder->layers[number];
    const size_t width = encoder->width;
    const struct {
        const char *name;
        size_t rows, columns;
        chy_linear *to;
    } parts[4] = {
        {"attention_in", 3 * width, width, &layer->attention_in},
        {"attention_out", width, width, &layer->attention_out},
        {"feedforward_in", encoder->feedforward, width, &layer->feedforward_in},
        {"feedforward_out", width, encoder->feedforward, &layer->feedforward_out},
    };
    char name[64];
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        (void)snprintf(name, sizeof name, "layer.%zu.%s", number, parts[i].name);
        chy_status status = chy_linear_open(learned, &encoder->kernels, name, parts[i].rows,
                                            parts[i].columns, arena, parts[i].to, err);
        if (status != CHY_OK) return status;
    }
    (void)snprintf(name, sizeof name, "layer.%zu.attention_norm", number);
    chy_status status = chy_norm_open(learned, name, width, &layer->attention_norm, err);
    if (status != CHY_OK) return status;
    (void)snprintf(name, sizeof name, "layer.%zu.feedforward_norm", number);
    return chy_norm_open(learned, name, width, &layer->feedforward_norm, err);
}

chy_status chy_encoder_open(const chy_learned *learned, chy_isa isa, chy_arena *arena,
                            const chy_encoder **encoder, chy_error *err) {
    *encoder = NULL;
    chy_encoder *made = chy_arena_alloc(arena, 1, sizeof *made);
    if (made == NULL) return chy_fail_memory(err);
    chy_status status = chy_kernels_choose(isa, &made->kernels, err);
    if (status == CHY_OK) status = read_sizes(learned, made, err);
    if (status == CHY_OK)
        status = chy_vocabulary_open(learned, made->piece_count, arena, &made->vocabulary, err);
    if (status == CHY_OK) status = bind_embedding(learned, made, err);
    if (status != CHY_OK) return status;
    made->layers = chy_arena_alloc(arena, made->layer_count, sizeof *made->layers);
    if (made->layers == NULL) return chy_fail_memory(err);
    for (size_t i = 0; i < made->layer_count; i++) {
        status = bind_layer(learned, made, i, arena, err);
        if (status != CHY_OK) return status;
    }
    *encoder = made;
    return CHY_OK;
}

const chy_kernels *chy_encoder_kernels(const chy_encoder *encoder) {
    return &encoder->kernels;
}

size_t chy_encoder_width(const chy_encoder *encoder) {
    return encoder->width;
}

size_t chy_encoder_layers(const chy_encoder *encoder) {
    return encoder->layer_count;
}

size_t chy_encoder_positions(const chy_encoder *encoder) {
    return encoder->positions;
}

/* ---- The batch ----------------------------------------------------------------------------------
 */

chy_batch *chy_batch_new(const chy_encoder *encoder, chy_arena *arena) {
    const size_t limit = encoder->positions;
    const size_t width = encoder->width;
    const chy_kernels *kernels = &encoder->kernels;
    chy_batch *batch = chy_arena_alloc(arena, 1, sizeof *batch);
    if (batch == NULL) return NULL;
    batch->sentences = chy_arena_alloc(arena, limit, sizeof *batch->sentences);
    batch->pieces = chy_arena_alloc(arena, limit, sizeof *batch->pieces);
    batch->shapes = chy_arena_alloc(arena, limit, sizeof *batch->shapes);
    batch->word_sizes = chy_arena_alloc(arena, limit, sizeof *batch->word_sizes);
    batch->cut = chy_arena_alloc(arena, limit, sizeof *batch->cut);
    batch->cut_sizes = chy_arena_alloc(arena, limit, sizeof *batch->cut_sizes);
    batch->x = chy_arena_alloc(arena, limit, width * sizeof(float));
    batch->attention_in = chy_arena_alloc(arena, limit, 3 * width * sizeof(float));
    batch->attended = chy_arena_alloc(arena, limit, width * sizeof(float));
    batch->hidden = chy_arena_alloc(arena, BLOCK_ROWS, encoder->feedforward * sizeof(float));
    batch->added = chy_arena_alloc(arena, BLOCK_ROWS, width * sizeof(float));
    batch->vectors = chy_arena_alloc(arena, limit, width * sizeof(float));
    batch->attention_scratch =
        chy_arena_alloc(arena, chy_attention_scratch(limit, width / encoder->heads), sizeof(float));
    bool made = batch->sentences != NULL && batch->pieces != NULL && batch->shapes != NULL &&
                batch->word_sizes != NULL && batch->cut != NULL && batch->cut_sizes != NULL &&
                batch->x != NULL && batch->attention_in != NULL && batch->attended != NULL &&
                batch->hidden != NULL && batch->added != NULL && batch->vectors != NULL &&
                batch->attention_scratch != NULL &&
                chy_quantised_new(kernels, limit, width, arena, &batch->x_quantised) &&
                chy_quantised_new(kernels, BLOCK_ROWS, width, arena, &batch->block_quantised) &&
                chy_quantised_new(kernels, BLOCK_ROWS, encoder->feedforward, arena,
                                  &batch->hidden_quantised) &&
                chy_quantised_new(kernels, limit, width, arena, &batch->vectors_quantised);
    return made ? batch : NULL;
}

void chy_batch_clear(chy_batch *batch) {
    batch->sentence_count = 0;
    batch->piece_count = 0;
    batch->word_count = 0;
}

/* The most pieces a word may keep for all to fit into `room`, which holds at least one for each
 * word. */
static uint32_t most_pieces(const uint32_t *sizes, size_t count, size_t room) {
    uint32_t most = CHY_PIECES_PER_WORD;
    for (; most > 1; most--) {
        size_t total = 0;
        for (size_t i = 0; i < count; i++)
            total += sizes[i] < most ? sizes[i] : most;
        if (total <= room) break;
    }
    return most;
}

static void add_piece(chy_batch *batch, uint32_t piece, uint8_t shape) {
    batch->pieces[batch->piece_count] = piece;
    batch->shapes[batch->piece_count++] = shape;
}

chy_batch_answer chy_batch_add(const chy_encoder *encoder, chy_batch *batch, const chy_slice *forms,
                               size_t count) {
    const size_t room = encoder->positions - 2;
    if (count > room) return CHY_BATCH_TOO_LONG;
    for (size_t i = 0; i < count; i++)
        batch->cut_sizes[i] =
            (uint32_t)chy_vocabulary_cut(encoder->vocabulary, forms[i], batch->cut[i]);
    const uint32_t most = most_pieces(batch->cut_sizes, count, room);
    size_t total = 2;
    for (size_t i = 0; i < count; i++) {
        if (batch->cut_sizes[i] > most) batch->cut_sizes[i] = most;
        total += batch->cut_sizes[i];
    }
    if (total > encoder->positions - batch->piece_count) return CHY_BATCH_FULL;
    batch->sentences[batch->sentence_count++] = (chy_batch_sentence){
        .first_piece = batch->piece_count,
        .piece_count = total,
        .first_word = batch->word_count,
        .word_count = count,
    };
    add_piece(batch, chy_vocabulary_cls(encoder->vocabulary), 0);
    for (size_t i = 0; i < count; i++) {
        uint8_t shape = chy_word_shape(forms[i]);
        for (size_t j = 0; j < batch->cut_sizes[i]; j++)
            add_piece(batch, batch->cut[i][j], shape);
        batch->word_sizes[batch->word_count++] = batch->cut_sizes[i];
    }
    add_piece(batch, chy_vocabulary_sep(encoder->vocabulary), 0);
    return CHY_BATCH_ADDED;
}

/* ---- Running ------------------------------------------------------------------------------------
 */

static void embed_pieces(const chy_encoder *encoder, chy_batch *batch) {
    const chy_kernels *kernels = &encoder->kernels;
    const size_t width = encoder->width;
    for (size_t s = 0; s < batch->sentence_count; s++) {
        const chy_batch_sentence *sentence = &batch->sentences[s];
        for (size_t i = 0; i < sentence->piece_count; i++) {
            size_t row = sentence->first_piece + i;
            size_t piece = batch->pieces[row];
            kernels->embed(encoder->pieces + piece * width, encoder->piece_scale[piece],
                           encoder->position + i * width,
                           encoder->shape + batch->shapes[row] * width, &encoder->norm, width,
                           batch->x + row * width);
        }
    }
    kernels->quantise(batch->x, width, batch->piece_count, &batch->x_quantised, 0);
}

static void attend(const chy_encoder *encoder, const chy_layer *layer, chy_batch *batch) {
    const chy_kernels *kernels = &encoder->kernels;
    const size_t width = encoder->width;
    kernels->multiply(&layer->attention_in, &batch->x_quantised, 0, batch->piece_count,
                      batch->attention_in, 3 * width);
    for (size_t s = 0; s < batch->sentence_count; s++) {
        const chy_batch_sentence *sentence = &batch->sentences[s];
        const chy_attention attention = {
            .in = batch->attention_in + sentence->first_piece * 3 * width,
            .out = batch->attended + sentence->first_piece * width,
            .length = sentence->piece_count,
            .heads = encoder->heads,
            .head_size = width / encoder->heads,
            .scratch = batch->attention_scratch,
        };
        kernels->attend(&attention);
    }
}

/* What follows attention, for `count` rows from `first`. */
static void finish_layer(const chy_encoder *encoder, const chy_layer *layer, chy_batch *batch,
                         size_t first, size_t count) {
    const chy_kernels *kernels = &encoder->kernels;
    const size_t width = encoder->width;
    float *x = batch->x + first * width;
    kernels->quantise(batch->attended + first * width, width, count, &batch->block_quantised, 0);
    kernels->multiply(&layer->attention_out, &batch->block_quantised, 0, count, batch->added,
                      width);
    kernels->add_norm(x, batch->added, count, &layer->attention_norm, &batch->block_quantised, 0);
    kernels->multiply(&layer->feedforward_in, &batch->block_quantised, 0, count, batch->hidden,
                      encoder->feedforward);
    kernels->gelu_quantise(batch->hidden, encoder->feedforward, count, &batch->hidden_quantised, 0);
    kernels->multiply(&layer->feedforward_out, &batch->hidden_quantised, 0, count, batch->added,
                      width);
    kernels->add_norm(x, batch->added, count, &layer->feedforward_norm, &batch->x_quantised, first);
}

/* The mean of the pieces of each word, and the roots. */
static void gather_vectors(const chy_encoder *encoder, chy_batch *batch) {
    const size_t width = encoder->width;
    for (size_t s = 0; s < batch->sentence_count; s++) {
        const chy_batch_sentence *sentence = &batch->sentences[s];
        const float *from = batch->x + sentence->first_piece * width;
        memcpy(batch->vectors + (batch->word_count + s) * width, from, width * sizeof *from);
        for (size_t w = 0; w < sentence->word_count; w++) {
            float *to = batch->vectors + (sentence->first_word + w) * width;
            const uint32_t size = batch->word_sizes[sentence->first_word + w];
            from += width;
            memcpy(to, from, width * sizeof *from);
            for (uint32_t piece = 1; piece < size; piece++) {
                from += width;
                encoder->kernels.add(to, from, width);
            }
            for (size_t c = 0; size > 1 && c < width; c++)
                to[c] /= (float)size;
        }
    }
}

void chy_batch_run(const chy_encoder *encoder, chy_batch *batch) {
    chy_batch_run_layers(encoder, batch, encoder->layer_count);
}

void chy_batch_run_layers(const chy_encoder *encoder, chy_batch *batch, size_t layers) {
    if (batch->sentence_count == 0) return;
    embed_pieces(encoder, batch);
    for (size_t i = 0; i < layers && i < encoder->layer_count; i++) {
        attend(encoder, &encoder->layers[i], batch);
        for (size_t first = 0; first < batch->piece_count; first += BLOCK_ROWS) {
            size_t left = batch->piece_count - first;
            finish_layer(encoder, &encoder->layers[i], batch, first,
                         left < BLOCK_ROWS ? left : BLOCK_ROWS);
        }
    }
    gather_vectors(encoder, batch);
    encoder->kernels.quantise(batch->vectors, encoder->width,
                              batch->word_count + batch->sentence_count, &batch->vectors_quantised,
                              0);
}

/* ---- Results ------------------------------------------------------------------------------------
 */

size_t chy_batch_sentences(const chy_batch *batch) {
    return batch->sentence_count;
}

size_t chy_batch_words(const chy_batch *batch) {
    return batch->word_count;
}

size_t chy_batch_first_word(const chy_batch *batch, size_t sentence) {
    return batch->sentences[sentence].first_word;
}

size_t chy_batch_word_count(const chy_batch *batch, size_t sentence) {
    return batch->sentences[sentence].word_count;
}

const float *chy_batch_vectors(const chy_batch *batch) {
    return batch->vectors;
}

const chy_quantised *chy_batch_quantised(const chy_batch *batch) {
    return &batch->vectors_quantised;
}

const float *chy_batch_piece_vectors(const chy_batch *batch) {
    return batch->x;
}

size_t chy_batch_pieces(const chy_batch *batch) {
    return batch->piece_count;
}
