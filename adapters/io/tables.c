#include "io/io.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool ends_with(const char *name, const char *ending) {
    size_t size = strlen(name), width = strlen(ending);
    return size > width && strcmp(name + size - width, ending) == 0;
}

/* "a/b" or "a/" and "b" joined; NULL: no memory. */
static char *join(const char *folder, const char *name) {
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (path != NULL) {
        (void)snprintf(path, size, "%s%s%s", folder, ends_with(folder, "/") ? "" : "/", name);
    }
    return path;
}

/* Maps one file; takes `path` over. */
static chy_status add_file(chy_io_tables *tables, char *path, chy_error *err) {
    size_t wanted = tables->count + 1;
    chy_facts_source *sources = realloc(tables->sources, wanted * sizeof *sources);
    tables->sources = sources != NULL ? sources : tables->sources;
    chy_io_map *maps = realloc(tables->maps, wanted * sizeof *maps);
    tables->maps = maps != NULL ? maps : tables->maps;
    char **names = realloc(tables->names, wanted * sizeof *names);
    tables->names = names != NULL ? names : tables->names;
    if (sources == NULL || maps == NULL || names == NULL) {
        free(path);
        return chy_io_fail(err, CHY_ERROR_MEMORY, "tables", CHY_NOWHERE, CHY_NOWHERE,
                           "There is no memory for another table.");
    }
    chy_status status = chy_io_map_open(path, &maps[tables->count], err);
    if (status != CHY_OK) {
        free(path);
        return status;
    }
    const chy_io_map *map = &maps[tables->count];
    names[tables->count] = path;
    sources[tables->count] =
        (chy_facts_source){.name = path, .text = map->size > 0 ? map->data : "", .size = map->size};
    tables->count = wanted;
    return CHY_OK;
}

static int compare_names(const void *a, const void *b) {
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(*left, *right);
}

/* The names of a folder's tables, in order of their bytes. False: no memory. */
static bool list(DIR *folder, char ***names, size_t *count) {
    *names = NULL;
    *count = 0;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        bool table = entry->d_name[0] != '.' &&
                     (ends_with(entry->d_name, ".tsv") || ends_with(entry->d_name, ".txt"));
        if (!table) {
            continue;
        }
        char **longer = realloc(*names, (*count + 1) * sizeof **names);
        if (longer == NULL) {
            return false;
        }
        *names = longer;
        longer[*count] = strdup(entry->d_name);
        if (longer[*count] == NULL) {
            return false;
        }
        ++*count;
    }
    if (*count > 1) {
        qsort(*names, *count, sizeof **names, compare_names);
    }
    return true;
}

static chy_status add_folder(chy_io_tables *tables, const char *path, chy_error *err) {
    DIR *folder = opendir(path);
    char **names;
    size_t count;
    if (folder == NULL) {
        return chy_io_fail(err, CHY_ERROR_ARGUMENT, path, CHY_NOWHERE, CHY_NOWHERE,
                           "%s cannot be read: %s.", path, strerror(errno));
    }
    bool listed = list(folder, &names, &count);
    closedir(folder);
    chy_status status = CHY_OK;
    if (!listed) {
        status = chy_io_fail(err, CHY_ERROR_MEMORY, path, CHY_NOWHERE, CHY_NOWHERE,
                             "There is no memory for the names in %s.", path);
    } else if (count == 0) {
        status = chy_io_fail(err, CHY_ERROR_ARGUMENT, path, CHY_NOWHERE, CHY_NOWHERE,
                             "%s holds no table: no name ends in .tsv or .txt.", path);
    }
    for (size_t i = 0; i < count; i++) {
        char *joined = status == CHY_OK ? join(path, names[i]) : NULL;
        if (joined != NULL) {
            status = add_file(tables, joined, err);
        } else if (status == CHY_OK) {
            status = chy_io_fail(err, CHY_ERROR_MEMORY, path, CHY_NOWHERE, CHY_NOWHERE,
                                 "There is no memory for the names in %s.", path);
        }
        free(names[i]);
    }
    free(names);
    return status;
}

chy_status chy_io_tables_add(chy_io_tables *tables, const char *path, chy_error *err) {
    struct stat about;
    if (stat(path, &about) == 0 && S_ISDIR(about.st_mode)) {
        return add_folder(tables, path, err);
    }
    char *copy = strdup(path);
    if (copy == NULL) {
        return chy_io_fail(err, CHY_ERROR_MEMORY, path, CHY_NOWHERE, CHY_NOWHERE,
                           "There is no memory for the name %s.", path);
    }
    chy_status status = add_file(tables, copy, err);
    if (status == CHY_OK) {
        tables->sources[tables->count - 1].required = true;
    }
    return status;
}

void chy_io_tables_close(chy_io_tables *tables) {
    for (size_t i = 0; i < tables->count; i++) {
        chy_io_map_close(&tables->maps[i]);
        free(tables->names[i]);
    }
    free(tables->sources);
    free(tables->maps);
    free(tables->names);
    memset(tables, 0, sizeof *tables);
}
