#include "cli.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LEARNED_NAME "chancery-en.safetensors"
#define FACTS_NAME   "chancery.facts"
#define PATH_SIZE    4096

/* ---- Where the data files are ----------------------------------------------------------- */

static bool holds_data(const char *folder) {
    char path[PATH_SIZE];
    int length = snprintf(path, sizeof path, "%s/%s", folder, LEARNED_NAME);
    return length > 0 && (size_t)length < sizeof path && access(path, R_OK) == 0;
}

/* "../share/chancery" from the folder of the executable: right in a build tree and wherever an
 * installed one is moved to. */
static bool beside_executable(char *folder, size_t size) {
    char path[PATH_SIZE];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0) {
        return false;
    }
    path[length] = '\0';
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(path, '/');
        if (slash == NULL) {
            return false;
        }
        *slash = '\0';
    }
    int written = snprintf(folder, size, "%s/share/chancery", path);
    return written > 0 && (size_t)written < size && holds_data(folder);
}

static bool find_folder(const chy_cli_settings *settings, char *folder, size_t size) {
    static const char *const usual[] = {"/usr/local/share/chancery", "/usr/share/chancery"};
    const char *named = settings->data != NULL ? settings->data : getenv("CHANCERY_DATA_DIR");
    if (named != NULL && named[0] != '\0') {
        (void)snprintf(folder, size, "%s", named);
        return true;
    }
    if (beside_executable(folder, size)) {
        return true;
    }
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++) {
        (void)snprintf(folder, size, "%s", usual[i]);
        if (holds_data(folder)) {
            return true;
        }
    }
    (void)snprintf(folder, size, "../share/chancery");
    return false;
}

/* The file that was named, else the one of the folder; false when its name is too long. */
static bool path_of(const char *given, const char *folder, const char *name, char path[PATH_SIZE]) {
    int length = given != NULL ? snprintf(path, PATH_SIZE, "%s", given)
                               : snprintf(path, PATH_SIZE, "%s/%s", folder, name);
    return length >= 0 && length < PATH_SIZE;
}

static bool map_file(const char *given, const char *folder, const char *name, chy_io_map *map) {
    char path[PATH_SIZE];
    chy_error err;
    if (!path_of(given, folder, name, path)) {
        chy_cli_say("the name of the data folder is too long.");
        return false;
    }
    if (chy_io_map_open(path, map, &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
        return false;
    }
    return true;
}

/* ---- Grammar ---------------------------------------------------------------------------- */

static bool is_grammar(const char *name) {
    static const char ending[] = ".grammar";
    size_t size = strlen(name);
    return name[0] != '.' && size >= sizeof ending &&
           strcmp(name + size - (sizeof ending - 1), ending) == 0;
}

/* Shared sets first, since other files use them; the rest by name, whatever the locale. */
static int compare_names(const void *a, const void *b) {
    const char *const *left = a;
    const char *const *right = b;
    bool left_sets = strcmp(*left, "sets.grammar") == 0;
    bool right_sets = strcmp(*right, "sets.grammar") == 0;
    if (left_sets != right_sets) {
        return left_sets ? -1 : 1;
    }
    return strcmp(*left, *right);
}

static bool add_name(chy_cli_coder *coder, const char *name) {
    char **names = realloc(coder->names, (coder->source_count + 1) * sizeof *names);
    if (names == NULL) {
        return false;
    }
    coder->names = names;
    names[coder->source_count] = strdup(name);
    return names[coder->source_count++] != NULL;
}

/* The names of the folder's grammar files, in order. */
static bool list_folder(const char *folder, chy_cli_coder *coder) {
    DIR *open_folder = opendir(folder);
    if (open_folder == NULL) {
        chy_cli_say("%s, the folder of the grammar, cannot be read.", folder);
        return false;
    }
    bool good = true;
    for (const struct dirent *entry; good && (entry = readdir(open_folder)) != NULL;) {
        if (is_grammar(entry->d_name)) {
            good = add_name(coder, entry->d_name);
        }
    }
    closedir(open_folder);
    if (coder->source_count > 0) {
        qsort(coder->names, coder->source_count, sizeof *coder->names, compare_names);
    }
    return good;
}

static bool map_grammar(const chy_cli_settings *settings, const char *folder,
                        chy_cli_coder *coder) {
    char grammar_folder[PATH_SIZE + 16];
    (void)snprintf(grammar_folder, sizeof grammar_folder, "%s/grammar", folder);
    if (!list_folder(grammar_folder, coder)) {
        return false;
    }
    size_t own = coder->source_count; /* from here on the user's */
    for (size_t i = 0; i < settings->grammar_count; i++) {
        if (!add_name(coder, settings->grammars[i])) {
            return false;
        }
    }
    coder->grammar = calloc(coder->source_count + 1, sizeof *coder->grammar);
    coder->sources = calloc(coder->source_count + 1, sizeof *coder->sources);
    if (coder->grammar == NULL || coder->sources == NULL) {
        return false;
    }
    for (size_t i = 0; i < coder->source_count; i++) {
        const char *given = i < own ? NULL : coder->names[i];
        if (!map_file(given, grammar_folder, coder->names[i], &coder->grammar[i])) {
            return false;
        }
        coder->sources[i] = (chy_grammar_source){
            coder->names[i], coder->grammar[i].size > 0 ? coder->grammar[i].data : "",
            coder->grammar[i].size};
    }
    return true;
}

/* ---- Opening ---------------------------------------------------------------------------- */

bool chy_cli_isa(chy_isa *isa) {
    static const struct {
        const char *name;
        chy_isa isa;
    } sets[] = {{"portable", CHY_ISA_PORTABLE},
                {"avx2", CHY_ISA_AVX2},
                {"avx512vnni", CHY_ISA_AVX512_VNNI}};
    const char *given = getenv("CHANCERY_ISA");
    *isa = CHY_ISA_BEST;
    if (given == NULL || given[0] == '\0') {
        return true;
    }
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
        if (strcmp(sets[i].name, given) == 0) {
            *isa = sets[i].isa;
            return true;
        }
    }
    chy_cli_say("CHANCERY_ISA is \"%s\"; it may be portable, avx2 or avx512vnni.", given);
    return false;
}

void chy_cli_say_error(const chy_error *err) {
    if (err->line != CHY_NOWHERE && err->column != CHY_NOWHERE) {
        chy_cli_say("%s:%zu:%zu: %s", err->source, err->line, err->column, err->message);
    } else if (err->line != CHY_NOWHERE) {
        chy_cli_say("%s:%zu: %s", err->source, err->line, err->message);
    } else {
        chy_cli_say("%s: %s", err->source, err->message);
    }
}

/* The last compiled file among --facts, or the data folder's. */
static const char *compiled_facts(const chy_cli_settings *settings) {
    const char *compiled = NULL;
    for (size_t i = 0; i < settings->facts_count; i++) {
        if (chy_cli_is_compiled(settings->facts[i])) {
            compiled = settings->facts[i];
        }
    }
    return compiled;
}

static bool map_facts(const chy_cli_settings *settings, const char *folder, chy_io_map *facts) {
    return map_file(compiled_facts(settings), folder, FACTS_NAME, facts);
}

bool chy_cli_facts_open(const chy_cli_settings *settings, chy_io_map *facts) {
    char folder[PATH_SIZE];
    (void)find_folder(settings, folder, sizeof folder);
    return map_facts(settings, folder, facts);
}

/* The other paths of --facts. */
static bool map_tables(const chy_cli_settings *settings, chy_io_tables *tables) {
    for (size_t i = 0; i < settings->facts_count; i++) {
        if (!chy_cli_is_compiled(settings->facts[i]) &&
            !chy_cli_tables_add(tables, settings->facts[i])) {
            return false;
        }
    }
    return true;
}

/* Why a coder cannot be opened; the library does not know the names of the two files it was given.
 */
static void say_unopened(const chy_cli_settings *settings, const char *folder,
                         const chy_error *err) {
    char path[PATH_SIZE];
    bool learned = err->code == CHY_ERROR_LEARNED;
    bool facts = err->code == CHY_ERROR_FACTS && strcmp(err->source, "facts file") == 0;
    if (learned && path_of(settings->model, folder, LEARNED_NAME, path)) {
        chy_cli_say("%s, the learned file: %s", path, err->message);
    } else if (facts && path_of(compiled_facts(settings), folder, FACTS_NAME, path)) {
        chy_cli_say("%s, the facts: %s", path, err->message);
    } else {
        chy_cli_say_error(err);
    }
}

bool chy_cli_coder_open(const chy_cli_settings *settings, chy_cli_coder *coder) {
    char folder[PATH_SIZE];
    chy_coder_parts parts = {0};
    chy_error err;
    memset(coder, 0, sizeof *coder);
    bool found = find_folder(settings, folder, sizeof folder);
    if (!found && settings->model == NULL) {
        chy_cli_say(
            "the data files are not in ../share/chancery from the executable; --data DIR or "
            "CHANCERY_DATA_DIR names their folder.");
        return false;
    }
    if (!chy_cli_isa(&parts.isa) ||
        !map_file(settings->model, folder, LEARNED_NAME, &coder->learned) ||
        !map_facts(settings, folder, &coder->facts) || !map_tables(settings, &coder->tables) ||
        !map_grammar(settings, folder, coder)) {
        chy_cli_coder_close(coder);
        return false;
    }
    parts.learned = coder->learned.data;
    parts.learned_size = coder->learned.size;
    parts.facts = coder->facts.data;
    parts.facts_size = coder->facts.size;
    parts.grammar = coder->sources;
    parts.grammar_count = coder->source_count;
    size_t unusable = 0;
    parts.tables = coder->tables.sources;
    parts.table_count = coder->tables.count;
    parts.report = chy_cli_tables_report;
    parts.report_context = &unusable;
    chy_status status = chy_coder_open(&parts, &coder->coder, &err);
    chy_cli_tables_end(unusable);
    if (status != CHY_OK) {
        say_unopened(settings, folder, &err);
        chy_cli_coder_close(coder);
        return false;
    }
    return true;
}

void chy_cli_coder_close(chy_cli_coder *coder) {
    chy_coder_free(coder->coder);
    chy_io_map_close(&coder->learned);
    chy_io_map_close(&coder->facts);
    chy_io_tables_close(&coder->tables);
    for (size_t i = 0; i < coder->source_count; i++) {
        if (coder->grammar != NULL) {
            chy_io_map_close(&coder->grammar[i]);
        }
        free(coder->names[i]);
    }
    free(coder->grammar);
    free(coder->sources);
    free(coder->names);
    memset(coder, 0, sizeof *coder);
}
