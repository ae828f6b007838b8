#include "setup.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

const char setup_report[] =
    "Paraguay and Angola sign fishing accord\n\n"
    "ASUNCION, June 3 (River News) -- Paraguayan President Lucia Benitez met Angolan Foreign "
    "Minister Tomas Neto in Asuncion on Tuesday and signed an accord on river fishing, her "
    "spokesman Hugo Sosa said. \xE2\x80\x9CWe will send engineers to Luanda next "
    "month,\xE2\x80\x9D "
    "Neto told reporters after the talks, which lasted two and a half hours.\n\n"
    "Police arrested 12 protesters outside the ministry. The opposition accused the government of "
    "hiding the accord's terms, but Sosa said nothing had been hidden.\n";

static void map(const char *name, chy_io_map *to) {
    char path[512];
    chy_error err;
    (void)snprintf(path, sizeof path, "%s/share/chancery/%s", CHY_BINARY_DIR, name);
    if (chy_io_map_open(path, to, &err) != CHY_OK) {
        fail_msg("%s", err.message);
    }
}

static int compare_names(const void *a, const void *b) {
    return strcmp(a, b);
}

void setup_open(setup_data *data) {
    memset(data, 0, sizeof *data);
    map("chancery-en.safetensors", &data->learned);
    map("chancery.facts", &data->facts);
    DIR *folder = opendir(CHY_SOURCE_DIR "/grammar");
    assert_non_null(folder);
    size_t count = 0;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        size_t size = strlen(entry->d_name);
        if (size > 8 && size < 60 && strcmp(entry->d_name + size - 8, ".grammar") == 0) {
            assert_true(count < 64);
            memcpy(data->names[count++], entry->d_name, size + 1);
        }
    }
    closedir(folder);
    qsort(data->names, count, sizeof data->names[0], compare_names);
    for (size_t i = 0; i < count; i++) {
        char name[80];
        (void)snprintf(name, sizeof name, "grammar/%s", data->names[i]);
        map(name, &data->grammar[i]);
        data->sources[i] =
            (chy_grammar_source){data->names[i], data->grammar[i].data, data->grammar[i].size};
    }
    data->parts = (chy_coder_parts){.learned = data->learned.data,
                                    .learned_size = data->learned.size,
                                    .facts = data->facts.data,
                                    .facts_size = data->facts.size,
                                    .grammar = data->sources,
                                    .grammar_count = count,
                                    .isa = CHY_ISA_BEST};
}

void setup_close(setup_data *data) {
    chy_io_map_close(&data->learned);
    chy_io_map_close(&data->facts);
    for (size_t i = 0; i < 64; i++) {
        chy_io_map_close(&data->grammar[i]);
    }
}

chy_coder *setup_coder(setup_data *data, chy_isa isa) {
    chy_coder *coder = NULL;
    chy_error err;
    data->parts.isa = isa;
    if (chy_coder_open(&data->parts, &coder, &err) != CHY_OK) {
        fail_msg("%s: %s", err.source, err.message);
    }
    return coder;
}

bool setup_collect(void *context, const char *data, size_t size) {
    setup_bytes *bytes = context;
    if (size > bytes->capacity - bytes->size) {
        size_t wider = (bytes->size + size) * 2;
        char *moved = realloc(bytes->data, wider);
        if (moved == NULL) {
            return false;
        }
        bytes->data = moved;
        bytes->capacity = wider;
    }
    memcpy(bytes->data + bytes->size, data, size);
    bytes->size += size;
    return true;
}
