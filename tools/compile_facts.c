/* compile_facts [--report FILE] OUTPUT TABLE.tsv...: compiles facts tables for the build. A table's
 * name is its file name without ending. With --report, writes to FILE the rows by kind and every
 * phrase that several tables share, and says how many there are. */
#include "lexicon/builder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_NAME 80

static const char *const kind_names[CHY_FACT_KIND_COUNT] = {
    "countries",       "demonyms",     "capitals", "seats",          "places",
    "organisations",   "armed groups", "groups",   "persons",        "roles",
    "nouns of bodies", "given names",  "holidays", "codes of actors"};

/* The whole file, NUL-terminated, or NULL; the caller frees it. */
static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    char *text = NULL;
    if (fseek(file, 0, SEEK_END) == 0) {
        long length = ftell(file);
        rewind(file);
        if (length >= 0) text = malloc((size_t)length + 1);
        if (text) {
            *size = fread(text, 1, (size_t)length, file);
            text[*size] = 0;
            if (*size != (size_t)length) {
                free(text);
                text = NULL;
            }
        }
    }
    (void)fclose(file);
    return text;
}

/* "offices" of "facts/offices.tsv". */
static bool table_name(const char *path, char name[LONGEST_NAME]) {
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    size_t length = strcspn(base, ".");
    if (length == 0 || length >= LONGEST_NAME) return false;
    memcpy(name, base, length);
    name[length] = 0;
    return true;
}

static bool add_table(chy_facts_builder *builder, const char *path) {
    char name[LONGEST_NAME];
    size_t size = 0;
    char *text = table_name(path, name) ? read_file(path, &size) : NULL;
    if (!text) {
        (void)fprintf(stderr, "compile_facts: %s cannot be read\n", path);
        return false;
    }
    chy_error error = {.code = CHY_OK};
    chy_status status = chy_facts_builder_add(builder, name, (chy_slice){text, size}, &error);
    if (status != CHY_OK) {
        (void)fprintf(stderr, "%s:%zu: %s\n", path, error.line == CHY_NOWHERE ? 0 : error.line,
                      error.message);
    }
    free(text);
    return status == CHY_OK;
}

static bool write_file(const char *path, const void *data, size_t size) {
    FILE *file = fopen(path, "wb");
    if (!file) return false;
    bool written = fwrite(data, 1, size, file) == size;
    return fclose(file) == 0 && written;
}

typedef struct overlap_report {
    FILE *file;
    unsigned overlaps;
} overlap_report;

static void write_overlap(void *context, const char *key, const char *tables) {
    overlap_report *to = context;
    (void)fprintf(to->file, "%s\t%s\n", key, tables);
    to->overlaps++;
}

static bool write_report(const chy_facts_builder *builder, const char *path) {
    overlap_report to = {fopen(path, "wb"), 0};
    if (!to.file) return false;
    chy_facts_counts counts = chy_facts_builder_counts(builder);
    for (int i = 0; i < CHY_FACT_KIND_COUNT; i++) {
        (void)fprintf(to.file, "# %s: %u\n", kind_names[i], (unsigned)counts.by_kind[i]);
    }
    (void)fprintf(to.file, "# %u rows, %u phrases, %u pairs of both\n", (unsigned)counts.records,
                  (unsigned)counts.keys, (unsigned)counts.entries);
    chy_facts_builder_overlaps(builder, write_overlap, &to);
    (void)printf("facts: %u rows, %u phrases that several tables share: %s\n",
                 (unsigned)counts.records, to.overlaps, path);
    return fclose(to.file) == 0;
}

static int compile(const char *output, char **tables, int count, const char *report) {
    chy_facts_builder *builder = chy_facts_builder_new();
    bool good = builder != NULL;
    for (int i = 0; good && i < count; i++)
        good = add_table(builder, tables[i]);
    const void *data = NULL;
    size_t size = 0;
    chy_error error = {.code = CHY_OK};
    if (good && chy_facts_builder_finish(builder, &data, &size, &error) != CHY_OK) {
        (void)fprintf(stderr, "compile_facts: %s\n", error.message);
        good = false;
    }
    if (good && !write_file(output, data, size)) {
        (void)fprintf(stderr, "compile_facts: %s cannot be written\n", output);
        good = false;
    }
    if (good && report && !write_report(builder, report)) {
        (void)fprintf(stderr, "compile_facts: %s cannot be written\n", report);
        good = false;
    }
    chy_facts_builder_free(builder);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv) {
    bool report = argc > 1 && strcmp(argv[1], "--report") == 0;
    int first = report ? 3 : 1;
    if (argc < first + 2) {
        (void)fprintf(stderr, "usage: compile_facts [--report FILE] OUTPUT TABLE.tsv...\n");
        return 2;
    }
    return compile(argv[first], argv + first + 1, argc - first - 1, report ? argv[2] : NULL);
}
