/* For tests and fuzzing: a learned file of a few kilobytes with random weights, whole in every
 * part. */
#ifndef CHY_NN_LEARNED_SAMPLE_H
#define CHY_NN_LEARNED_SAMPLE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nn/learned.h"

enum {
    SAMPLE_LAYERS = 2,
    SAMPLE_WIDTH = 32,
    SAMPLE_FEEDFORWARD = 64,
    SAMPLE_POSITIONS = 24,
    SAMPLE_PIECES = 40,
    SAMPLE_HIDDEN = 16,
    SAMPLE_FILE_BYTES = 96 * 1024
};

/* The vocabulary: three special pieces, a mark, a to z alone, and pieces that go on. */
static const char sample_vocabulary[] =
    "[PAD]\\n[UNK]\\n[CLS]\\n[SEP]\\n.\\n\\\"\\nthe\\ntalk\\n##s\\n##"
    "ing\\na\\nb\\nc\\nd\\ne\\nf\\ng\\nh\\ni\\nj\\n"
    "k\\nl\\nm\\nn\\no\\np\\nq\\nr\\ns\\nt\\nu\\nv\\nw\\nx\\ny\\nz\\n##a\\n##e\\n##o\\n##\\u00df";

typedef struct chy_sample {
    char *bytes; /* SAMPLE_FILE_BYTES of room */
    size_t size; /* of the file */
    char header[16384];
    size_t header_size;
    size_t data_size;
    unsigned char data[SAMPLE_FILE_BYTES - 16384];
    uint32_t seed;
} chy_sample;

static uint32_t sample_random(chy_sample *sample) {
    sample->seed = sample->seed * 1664525u + 1013904223u;
    return sample->seed >> 8;
}

/* Adds a tensor of small random numbers; `columns` 0 for one dimension. */
static void sample_tensor(chy_sample *sample, const char *name, const char *suffix, bool floats,
                          size_t rows, size_t columns) {
    size_t count = rows * (columns == 0 ? 1 : columns);
    size_t size = count * (floats ? sizeof(float) : 1);
    size_t start = sample->data_size;
    char shape[32];
    if (columns == 0)
        (void)snprintf(shape, sizeof shape, "%zu", rows);
    else
        (void)snprintf(shape, sizeof shape, "%zu,%zu", rows, columns);
    sample->header_size += (size_t)snprintf(
        sample->header + sample->header_size, sizeof sample->header - sample->header_size,
        ",\"%s%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%zu,%zu]}", name, suffix,
        floats ? "F32" : "I8", shape, start, start + size);
    for (size_t i = 0; i < count; i++) {
        uint32_t random = sample_random(sample);
        float value = ((float)(random % 2001) - 1000.0f) / 20000.0f;
        if (floats)
            memcpy(sample->data + start + i * sizeof value, &value, sizeof value);
        else
            sample->data[start + i] = (unsigned char)(random % 255 - 127);
    }
    sample->data_size = (start + size + 63) / 64 * 64;
}

static void sample_matrix(chy_sample *sample, const char *name, size_t rows, size_t columns) {
    sample_tensor(sample, name, ".weight", false, rows, columns);
    sample_tensor(sample, name, ".scale", true, rows, 0);
    sample_tensor(sample, name, ".bias", true, rows, 0);
}

static void sample_norm(chy_sample *sample, const char *name) {
    sample_tensor(sample, name, ".gain", true, SAMPLE_WIDTH, 0);
    sample_tensor(sample, name, ".bias", true, SAMPLE_WIDTH, 0);
}

static void sample_metadata(chy_sample *sample) {
    sample->header_size = (size_t)snprintf(
        sample->header, sizeof sample->header,
        "{\"__metadata__\":{\"format\":\"chancery-learned-1\",\"version\":\"en-sample\","
        "\"hyperparameters\":\"{\\\"layers\\\": %d, \\\"width\\\": %d, \\\"attention_heads\\\": 2, "
        "\\\"feedforward\\\": %d, \\\"positions\\\": %d, \\\"pieces\\\": %d, \\\"shapes\\\": 8, "
        "\\\"arc_width\\\": %d, \\\"relation_width\\\": %d, \\\"name_width\\\": %d}\","
        "\"vocabulary\":\"%s\",\"labels.upos\":\"NOUN\\nVERB\\nPUNCT\","
        "\"labels.xpos\":\"NN\\nVBD\",\"labels.feats\":\"_\\nNumber=Plur|Person=3\","
        "\"labels.lemma\":\"l;0;\\n=;0;\\nl;1;y\\nt;0;\\n!;0;be\","
        "\"labels.deprel\":\"root\\nnsubj\\nobj\\npunct\","
        "\"labels.names\":\"O\\nB-PER\\nI-PER\\nB-LOC\\nI-LOC\"}",
        SAMPLE_LAYERS, SAMPLE_WIDTH, SAMPLE_FEEDFORWARD, SAMPLE_POSITIONS, SAMPLE_PIECES,
        SAMPLE_HIDDEN, SAMPLE_HIDDEN, SAMPLE_HIDDEN, sample_vocabulary);
}

static void sample_tensors(chy_sample *sample) {
    const size_t width = SAMPLE_WIDTH;
    sample_tensor(sample, "embedding.piece", ".weight", false, SAMPLE_PIECES, width);
    sample_tensor(sample, "embedding.piece", ".scale", true, SAMPLE_PIECES, 0);
    sample_tensor(sample, "embedding", ".position", true, SAMPLE_POSITIONS, width);
    sample_tensor(sample, "embedding", ".shape", true, 8, width);
    sample_norm(sample, "embedding.norm");
    for (int layer = 0; layer < SAMPLE_LAYERS; layer++) {
        char name[64];
        (void)snprintf(name, sizeof name, "layer.%d.attention_in", layer);
        sample_matrix(sample, name, 3 * width, width);
        (void)snprintf(name, sizeof name, "layer.%d.attention_out", layer);
        sample_matrix(sample, name, width, width);
        (void)snprintf(name, sizeof name, "layer.%d.attention_norm", layer);
        sample_norm(sample, name);
        (void)snprintf(name, sizeof name, "layer.%d.feedforward_in", layer);
        sample_matrix(sample, name, SAMPLE_FEEDFORWARD, width);
        (void)snprintf(name, sizeof name, "layer.%d.feedforward_out", layer);
        sample_matrix(sample, name, width, SAMPLE_FEEDFORWARD);
        (void)snprintf(name, sizeof name, "layer.%d.feedforward_norm", layer);
        sample_norm(sample, name);
    }
    sample_matrix(sample, "tags", 3 + 2 + 2 + 5, width);
    sample_matrix(sample, "arc.dependent", SAMPLE_HIDDEN, width);
    sample_matrix(sample, "arc.head", SAMPLE_HIDDEN, width);
    sample_matrix(sample, "arc.bilinear", SAMPLE_HIDDEN, SAMPLE_HIDDEN);
    sample_matrix(sample, "relation.dependent", SAMPLE_HIDDEN, width);
    sample_matrix(sample, "relation.head", SAMPLE_HIDDEN, width);
    sample_matrix(sample, "relation.label", 4, SAMPLE_HIDDEN);
    sample_matrix(sample, "names.hidden", SAMPLE_HIDDEN, width);
    sample_matrix(sample, "names.label", 5, SAMPLE_HIDDEN);
    sample_matrix(sample, "readings", 3, width);
    sample_tensor(sample, "readings", ".rules", true, 1, 0);
}

/* Puts header and data together, after the header was changed or not. */
static void sample_assemble(chy_sample *sample) {
    while ((8 + sample->header_size) % 64 != 0)
        sample->header[sample->header_size++] = ' ';
    uint64_t header = sample->header_size;
    memcpy(sample->bytes, &header, sizeof header);
    memcpy(sample->bytes + 8, sample->header, sample->header_size);
    memcpy(sample->bytes + 8 + sample->header_size, sample->data, sample->data_size);
    sample->size = 8 + sample->header_size + sample->data_size;
}

/* A new sample, to be given to sample_free. NULL when there is no memory. */
static chy_sample *sample_new(void) {
    chy_sample *sample = calloc(1, sizeof *sample);
    if (sample == NULL) return NULL;
    sample->bytes = calloc(1, SAMPLE_FILE_BYTES);
    if (sample->bytes == NULL) {
        free(sample);
        return NULL;
    }
    sample->seed = 20261123;
    sample_metadata(sample);
    sample_tensors(sample);
    sample->header[sample->header_size++] = '}';
    sample_assemble(sample);
    return sample;
}

/* Replaces the first `from` in the header by `to`. False where there is none. */
static inline bool sample_replace(chy_sample *sample, const char *from, const char *to) {
    char *place = sample->bytes == NULL ? NULL : strstr(sample->header, from);
    if (place == NULL) return false;
    const size_t before = (size_t)(place - sample->header), from_size = strlen(from);
    const size_t to_size = strlen(to), rest = sample->header_size - before - from_size;
    memmove(place + to_size, place + from_size, rest);
    for (size_t i = 0; i < to_size; i++)
        place[i] = to[i];
    sample->header_size = before + to_size + rest;
    sample_assemble(sample);
    return true;
}

static void sample_free(chy_sample *sample) {
    if (sample != NULL) free(sample->bytes);
    free(sample);
}

#endif
