#include "syntax/syntax.h"

#include <string.h>

#include "syntax/irregular.h"
#include "syntax/mend.h"
#include "syntax/model.h"
#include "syntax/name_kinds.h"
#include "syntax/names.h"
#include "syntax/regular.h"
#include "syntax/tree.h"

#define TAG_ROWS 64u /* words whose tags are scored at once */

struct chy_syntax_workspace {
    chy_arena *arena;
    chy_batch *batch;
    chy_tree_scratch *tree;
    chy_name_scratch *names;
    chy_slice *forms;      /* [positions] of the sentence being added */
    size_t *members;       /* [positions] sentences in the batch */
    uint32_t *heads;       /* [positions] of one sentence */
    float *tag_scores;     /* [TAG_ROWS, tag classes] */
    float *first, *second; /* [positions, widest hidden layer] */
    float *transposed;     /* [arc_width, positions] heads of one sentence */
    float *arcs;           /* [positions, positions] */
    float *label_scores;   /* [positions, deprel or name classes] */
    chy_quantised hidden_arc, hidden_relation, hidden_name;
};

/* What one call of chy_syntax_read works on. */
typedef struct chy_reading_state {
    const chy_syntax_model *model;
    chy_syntax_workspace *workspace;
    chy_word *words;
    const chy_sentence *sentences;
    chy_arena *arena;
    float *vectors;                 /* or NULL */
    float *aspects;                 /* or NULL */
    float (*kinds)[CHY_NAME_KINDS]; /* [word_count] of words inside names */
    size_t word_count;
    chy_error *err;
} chy_reading_state;

/* ---- The workspace ------------------------------------------------------------------------------
 */

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

static bool fill_workspace(const chy_syntax_model *model, chy_syntax_workspace *workspace) {
    chy_arena *arena = workspace->arena;
    const chy_kernels *kernels = chy_encoder_kernels(model->encoder);
    const size_t limit = chy_round_up(chy_encoder_positions(model->encoder), CHY_LANES);
    const size_t hidden =
        larger(model->arc_width, larger(model->relation_width, model->name_width));
    const size_t labels = chy_round_up(larger(model->deprels.count, model->names.count), CHY_LANES);
    const size_t tags = chy_round_up(model->tag.rows, CHY_LANES);
    workspace->batch = chy_batch_new(model->encoder, arena);
    workspace->tree = chy_tree_scratch_new(limit, arena);
    workspace->names = chy_name_scratch_new(limit, arena);
    workspace->forms = chy_arena_alloc(arena, limit, sizeof *workspace->forms);
    workspace->members = chy_arena_alloc(arena, limit, sizeof *workspace->members);
    workspace->heads = chy_arena_alloc(arena, limit, sizeof *workspace->heads);
    workspace->tag_scores = chy_arena_alloc(arena, TAG_ROWS, tags * sizeof(float));
    workspace->first = chy_arena_alloc(arena, limit, hidden * sizeof(float));
    workspace->second = chy_arena_alloc(arena, limit, hidden * sizeof(float));
    workspace->transposed = chy_arena_alloc(arena, model->arc_width, limit * sizeof(float));
    workspace->arcs = chy_arena_alloc(arena, limit, limit * sizeof(float));
    workspace->label_scores = chy_arena_alloc(arena, limit, labels * sizeof(float));
    return workspace->batch != NULL && workspace->tree != NULL && workspace->names != NULL &&
           workspace->forms != NULL && workspace->members != NULL && workspace->heads != NULL &&
           workspace->tag_scores != NULL && workspace->first != NULL && workspace->second != NULL &&
           workspace->transposed != NULL && workspace->arcs != NULL &&
           workspace->label_scores != NULL &&
           chy_quantised_new(kernels, limit, model->arc_width, arena, &workspace->hidden_arc) &&
           chy_quantised_new(kernels, limit, model->relation_width, arena,
                             &workspace->hidden_relation) &&
           chy_quantised_new(kernels, limit, model->name_width, arena, &workspace->hidden_name);
}

chy_status chy_syntax_workspace_new(const chy_syntax_model *model, chy_syntax_workspace **workspace,
                                    chy_error *err) {
    *workspace = NULL;
    chy_arena *arena = chy_arena_new();
    if (arena == NULL) return chy_fail_memory(err);
    chy_syntax_workspace *made = chy_arena_alloc(arena, 1, sizeof *made);
    if (made != NULL) {
        made->arena = arena;
        if (fill_workspace(model, made)) {
            *workspace = made;
            return CHY_OK;
        }
    }
    chy_arena_free(arena);
    return chy_fail_memory(err);
}

void chy_syntax_workspace_free(chy_syntax_workspace *workspace) {
    if (workspace != NULL) chy_arena_free(workspace->arena);
}

size_t chy_syntax_workspace_size(const chy_syntax_workspace *workspace) {
    return chy_arena_size(workspace->arena);
}

/* ---- Tags and lemmas ----------------------------------------------------------------------------
 */

/* The first of the largest, passing over `without`. */
static size_t best_class(const float *scores, size_t count, size_t without) {
    size_t best = without == 0 ? 1 : 0;
    for (size_t i = best + 1; i < count; i++)
        if (scores[i] > scores[best] && i != without) best = i;
    return best;
}

/* The word at `row` of the batch, whose rows are the words of its sentences in order. */
static chy_word *word_at(const chy_reading_state *state, size_t member, size_t place) {
    const chy_syntax_workspace *workspace = state->workspace;
    return state->words + state->sentences[workspace->members[member]].first_word + place;
}

static bool set_tags(const chy_reading_state *state, const float *scores, chy_word *word) {
    const chy_syntax_model *model = state->model;
    size_t classes[CHY_TAG_KINDS];
    for (size_t kind = 0; kind < CHY_TAG_KINDS; kind++) {
        classes[kind] = best_class(scores, model->tags[kind].count, SIZE_MAX);
        scores += model->tags[kind].count;
    }
    word->upos = (uint8_t)model->tags[CHY_TAG_UPOS].codes[classes[CHY_TAG_UPOS]];
    word->xpos = model->tags[CHY_TAG_XPOS].names[classes[CHY_TAG_XPOS]].data;
    word->feats = model->tags[CHY_TAG_FEATS].names[classes[CHY_TAG_FEATS]].data;
    word->feat_bits = model->tags[CHY_TAG_FEATS].codes[classes[CHY_TAG_FEATS]];
    size_t size = strlen(word->form);
    bool third = strcmp(word->xpos, "VBZ") == 0 && word->form[size - 1] != 's'; /* "forgave" */
    bool past = third || strcmp(word->xpos, "VBD") == 0 || strcmp(word->xpos, "VBN") == 0;
    /* A past form that cannot be anything else is one, whatever the tag ("overthrew" as VBP). */
    bool base = strcmp(word->xpos, "VBP") == 0 || strcmp(word->xpos, "VB") == 0;
    past = past || (base && !chy_irregular_base(word->form));
    char spelled[CHY_REGULAR_LONGEST];
    word->lemma = past ? chy_irregular_lemma(word->form) : NULL;
    if (word->lemma == NULL && (word->upos == CHY_UPOS_VERB || word->upos == CHY_UPOS_NOUN) &&
        chy_regular_lemma(word->form, word->xpos, spelled)) {
        word->lemma = chy_arena_string(state->arena, spelled, strlen(spelled));
    } else if (word->lemma == NULL) {
        word->lemma =
            chy_lemma_apply(&model->lemma_rules[classes[CHY_TAG_LEMMA]], word->form, state->arena);
    }
    return word->lemma != NULL;
}

static bool read_tags(const chy_reading_state *state) {
    const chy_syntax_model *model = state->model;
    chy_syntax_workspace *workspace = state->workspace;
    const chy_kernels *kernels = chy_encoder_kernels(model->encoder);
    const size_t words = chy_batch_words(workspace->batch);
    const size_t stride = chy_round_up(model->tag.rows, CHY_LANES);
    size_t member = 0;
    for (size_t row = 0; row < words; row++) {
        if (row % TAG_ROWS == 0)
            kernels->multiply(&model->tag, chy_batch_quantised(workspace->batch), row,
                              words - row < TAG_ROWS ? words - row : TAG_ROWS,
                              workspace->tag_scores, stride);
        while (row >= chy_batch_first_word(workspace->batch, member) +
                          chy_batch_word_count(workspace->batch, member))
            member++;
        size_t place = row - chy_batch_first_word(workspace->batch, member);
        if (!set_tags(state, workspace->tag_scores + row % TAG_ROWS * stride,
                      word_at(state, member, place)))
            return false;
    }
    return true;
}

/* ---- Trees --------------------------------------------------------------------------------------
 */

/* Scores of all arcs of a sentence: workspace->first has the dependents through the bilinear form,
 * workspace->second the heads. Returns the stride of workspace->arcs. */
static size_t score_arcs(const chy_reading_state *state, size_t member) {
    const chy_syntax_model *model = state->model;
    chy_syntax_workspace *workspace = state->workspace;
    const size_t width = model->arc_width;
    const size_t first = chy_batch_first_word(workspace->batch, member);
    const size_t count = chy_batch_word_count(workspace->batch, member);
    const size_t stride = chy_round_up(count + 1, CHY_LANES);
    for (size_t head = 0; head < stride; head++) {
        size_t row = head == 0 ? chy_batch_words(workspace->batch) + member : first + head - 1;
        for (size_t c = 0; c < width; c++)
            workspace->transposed[c * stride + head] =
                head <= count ? workspace->second[row * width + c] : 0.0f;
    }
    chy_encoder_kernels(model->encoder)
        ->product(workspace->first + first * width, width, count, workspace->transposed, stride,
                  width, stride, workspace->arcs, stride);
    return stride;
}

static void read_heads(const chy_reading_state *state) {
    const chy_syntax_model *model = state->model;
    chy_syntax_workspace *workspace = state->workspace;
    const chy_kernels *kernels = chy_encoder_kernels(model->encoder);
    const chy_quantised *vectors = chy_batch_quantised(workspace->batch);
    const size_t words = chy_batch_words(workspace->batch);
    const size_t rows = words + chy_batch_sentences(workspace->batch);
    const size_t width = model->arc_width;
    kernels->multiply(&model->arc_dependent, vectors, 0, words, workspace->second, width);
    kernels->gelu_quantise(workspace->second, width, words, &workspace->hidden_arc, 0);
    kernels->multiply(&model->arc_bilinear, &workspace->hidden_arc, 0, words, workspace->first,
                      width);
    kernels->multiply(&model->arc_head, vectors, 0, rows, workspace->second, width);
    kernels->gelu(workspace->second, rows * width);
    for (size_t member = 0; member < chy_batch_sentences(workspace->batch); member++) {
        size_t count = chy_batch_word_count(workspace->batch, member);
        size_t stride = score_arcs(state, member);
        chy_tree_decode(workspace->tree, workspace->arcs, stride, count, workspace->heads);
        uint32_t offset = state->sentences[workspace->members[member]].first_word;
        for (size_t place = 0; place < count; place++) {
            uint32_t head = workspace->heads[place];
            word_at(state, member, place)->head = head == 0 ? CHY_NONE : offset + head - 1;
        }
    }
}

static void read_relations(const chy_reading_state *state) {
    const chy_syntax_model *model = state->model;
    chy_syntax_workspace *workspace = state->workspace;
    const chy_kernels *kernels = chy_encoder_kernels(model->encoder);
    const chy_quantised *vectors = chy_batch_quantised(workspace->batch);
    const size_t words = chy_batch_words(workspace->batch);
    const size_t sentences = chy_batch_sentences(workspace->batch);
    const size_t width = model->relation_width;
    const size_t stride = chy_round_up(model->relation_label.rows, CHY_LANES);
    kernels->multiply(&model->relation_dependent, vectors, 0, words, workspace->first, width);
    kernels->multiply(&model->relation_head, vectors, 0, words + sentences, workspace->second,
                      width);
    for (size_t member = 0; member < sentences; member++) {
        size_t first = chy_batch_first_word(workspace->batch, member);
        uint32_t offset = state->sentences[workspace->members[member]].first_word;
        for (size_t place = 0; place < chy_batch_word_count(workspace->batch, member); place++) {
            uint32_t head = word_at(state, member, place)->head;
            size_t row = head == CHY_NONE ? words + member : first + (head - offset);
            kernels->add(workspace->first + (first + place) * width,
                         workspace->second + row * width, width);
        }
    }
    kernels->gelu_quantise(workspace->first, width, words, &workspace->hidden_relation, 0);
    kernels->multiply(&model->relation_label, &workspace->hidden_relation, 0, words,
                      workspace->label_scores, stride);
    for (size_t member = 0; member < sentences; member++)
        for (size_t place = 0; place < chy_batch_word_count(workspace->batch, member); place++) {
            size_t row = chy_batch_first_word(workspace->batch, member) + place;
            chy_word *word = word_at(state, member, place);
            size_t best = model->root_deprel;
            if (word->head != CHY_NONE)
                best = best_class(workspace->label_scores + row * stride, model->deprels.count,
                                  model->root_deprel);
            word->deprel = (uint8_t)model->deprels.codes[best];
        }
    for (size_t member = 0; member < sentences; member++) {
        uint32_t offset = state->sentences[workspace->members[member]].first_word;
        chy_tree_mend(state->words, offset,
                      (uint32_t)chy_batch_word_count(workspace->batch, member));
    }
}

/* ---- Names --------------------------------------------------------------------------------------
 */

static void read_names(const chy_reading_state *state) {
    const chy_syntax_model *model = state->model;
    chy_syntax_workspace *workspace = state->workspace;
    const chy_kernels *kernels = chy_encoder_kernels(model->encoder);
    const size_t words = chy_batch_words(workspace->batch);
    const size_t width = model->name_width;
    const size_t stride = chy_round_up(model->name_label.rows, CHY_LANES);
    kernels->multiply(&model->name_hidden, chy_batch_quantised(workspace->batch), 0, words,
                      workspace->first, width);
    kernels->gelu_quantise(workspace->first, width, words, &workspace->hidden_name, 0);
    kernels->multiply(&model->name_label, &workspace->hidden_name, 0, words,
                      workspace->label_scores, stride);
    for (size_t member = 0; member < chy_batch_sentences(workspace->batch); member++) {
        size_t first = chy_batch_first_word(workspace->batch, member);
        size_t count = chy_batch_word_count(workspace->batch, member);
        chy_name_decode(workspace->names, workspace->label_scores + first * stride, stride, count,
                        model->names.codes, model->names.count, workspace->heads);
        for (size_t place = 0; place < count; place++) {
            chy_word *word = word_at(state, member, place);
            word->name_tag = (uint8_t)model->names.codes[workspace->heads[place]];
            if (word->name_tag != CHY_NAME_O)
                chy_name_kind_scores(workspace->label_scores + (first + place) * stride,
                                     model->names.codes, model->names.count,
                                     word->name_tag % 2 == 1, state->kinds[word - state->words]);
        }
    }
}

/* ---- Reading ------------------------------------------------------------------------------------
 */

static void keep_vectors(const chy_reading_state *state) {
    const chy_batch *batch = state->workspace->batch;
    const size_t width = chy_syntax_width(state->model);
    for (size_t member = 0; member < chy_batch_sentences(batch); member++) {
        size_t to = state->sentences[state->workspace->members[member]].first_word;
        memcpy(state->vectors + to * width,
               chy_batch_vectors(batch) + chy_batch_first_word(batch, member) * width,
               chy_batch_word_count(batch, member) * width * sizeof(float));
        memcpy(state->vectors + (state->word_count + state->workspace->members[member]) * width,
               chy_batch_vectors(batch) + (chy_batch_words(batch) + member) * width,
               width * sizeof(float));
    }
}

static void keep_aspects(const chy_reading_state *state) {
    const chy_batch *batch = state->workspace->batch;
    const chy_aspect_heads *heads = &state->model->aspects;
    const chy_kernels *kernels = chy_encoder_kernels(state->model->encoder);
    const chy_quantised *vectors = chy_batch_quantised(batch);
    for (size_t member = 0; member < chy_batch_sentences(batch); member++) {
        size_t number = state->workspace->members[member];
        size_t word = state->sentences[number].first_word, root = state->word_count + number;
        chy_aspect_rows(heads, kernels, vectors, chy_batch_first_word(batch, member),
                        chy_batch_word_count(batch, member),
                        state->aspects + word * heads->shape.stride);
        chy_aspect_rows(heads, kernels, vectors, chy_batch_words(batch) + member, 1,
                        state->aspects + root * heads->shape.stride);
    }
}

/* Reads the sentences of the batch and empties it. */
static chy_status read_batch(const chy_reading_state *state) {
    chy_syntax_workspace *workspace = state->workspace;
    chy_batch_run(state->model->encoder, workspace->batch);
    if (state->vectors != NULL) keep_vectors(state);
    if (state->aspects != NULL) keep_aspects(state);
    if (!read_tags(state)) return chy_fail_memory(state->err);
    read_heads(state);
    read_relations(state);
    read_names(state);
    chy_batch_clear(workspace->batch);
    return CHY_OK;
}

static chy_status add_sentence(const chy_reading_state *state, size_t number) {
    chy_syntax_workspace *workspace = state->workspace;
    const chy_sentence *sentence = &state->sentences[number];
    const size_t limit = chy_encoder_positions(state->model->encoder) - 2;
    if (sentence->word_count > limit)
        return chy_fail(state->err, CHY_ERROR_LIMIT, "text", CHY_NOWHERE, CHY_NOWHERE,
                        "sentence %zu has %u words; at most %zu can be read", number + 1,
                        sentence->word_count, limit);
    for (size_t i = 0; i < sentence->word_count; i++)
        workspace->forms[i] = chy_slice_of(state->words[sentence->first_word + i].form);
    const chy_encoder *encoder = state->model->encoder;
    if (chy_batch_add(encoder, workspace->batch, workspace->forms, sentence->word_count) ==
        CHY_BATCH_FULL) {
        chy_status status = read_batch(state);
        if (status != CHY_OK) return status;
        (void)chy_batch_add(encoder, workspace->batch, workspace->forms, sentence->word_count);
    }
    workspace->members[chy_batch_sentences(workspace->batch) - 1] = number;
    return CHY_OK;
}

static chy_status read_sentences(const chy_reading_state *state, size_t sentence_count) {
    chy_batch_clear(state->workspace->batch);
    for (size_t i = 0; i < sentence_count; i++) {
        if (state->sentences[i].word_count == 0) continue;
        chy_status status = add_sentence(state, i);
        if (status != CHY_OK) return status;
    }
    return chy_batch_sentences(state->workspace->batch) > 0 ? read_batch(state) : CHY_OK;
}

/* Reads all sentences, then has the names of the whole report agree. */
static chy_status read_report(chy_reading_state *state, size_t sentence_count) {
    chy_arena *scratch = chy_arena_new();
    if (scratch == NULL) return chy_fail_memory(state->err);
    chy_status status = CHY_OK;
    state->kinds = chy_arena_alloc(scratch, state->word_count, sizeof *state->kinds);
    if (state->kinds == NULL) status = chy_fail_memory(state->err);
    if (status == CHY_OK) status = read_sentences(state, sentence_count);
    if (status == CHY_OK && !chy_names_agree(state->words, state->word_count,
                                             (const float(*)[CHY_NAME_KINDS])state->kinds, scratch))
        status = chy_fail_memory(state->err);
    chy_arena_free(scratch);
    return status;
}

chy_status chy_syntax_read(const chy_syntax_model *model, chy_syntax_workspace *workspace,
                           chy_word *words, size_t word_count, const chy_sentence *sentences,
                           size_t sentence_count, chy_arena *arena, const float **vectors,
                           chy_aspects *aspects, chy_error *err) {
    chy_reading_state state = {.model = model,
                               .workspace = workspace,
                               .words = words,
                               .sentences = sentences,
                               .arena = arena,
                               .word_count = word_count,
                               .err = err};
    if (vectors != NULL) {
        size_t row = chy_syntax_width(model) * sizeof(float);
        *vectors = state.vectors = chy_arena_alloc(arena, word_count + sentence_count, row);
        if (state.vectors == NULL) return chy_fail_memory(err);
    }
    if (aspects != NULL) *aspects = model->aspects.shape;
    if (aspects != NULL && aspects->stride > 0) {
        aspects->values = state.aspects =
            chy_arena_alloc(arena, word_count + sentence_count, aspects->stride * sizeof(float));
        if (state.aspects == NULL) return chy_fail_memory(err);
    }
    return read_report(&state, sentence_count);
}
