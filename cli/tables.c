#include "cli.h"

#include <string.h>

/* Lines of a user's tables that are named before the rest is only counted. */
#define MOST_NAMED 20u

bool chy_cli_is_compiled(const char *path) {
    static const char magic[] = "chyfacts";
    char start[sizeof magic - 1];
    FILE *file = fopen(path, "rb");
    size_t got = file != NULL ? fread(start, 1, sizeof start, file) : 0;
    if (file != NULL) {
        (void)fclose(file);
    }
    return got == sizeof start && memcmp(start, magic, sizeof start) == 0;
}

bool chy_cli_tables_add(chy_io_tables *tables, const char *path) {
    chy_error err;
    if (chy_io_tables_add(tables, path, &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
        return false;
    }
    return true;
}

void chy_cli_tables_report(void *context, const chy_error *problem, bool doubt) {
    size_t *errors = context;
    if (doubt || ++*errors > MOST_NAMED) {
        return;
    }
    char place[128] = "";
    if (problem->line != CHY_NOWHERE && problem->column != CHY_NOWHERE) {
        (void)snprintf(place, sizeof place, ":%zu:%zu", problem->line, problem->column);
    } else if (problem->line != CHY_NOWHERE) {
        (void)snprintf(place, sizeof place, ":%zu", problem->line);
    }
    chy_cli_say("%s%s: %s", problem->source, place, problem->message);
}

void chy_cli_tables_end(size_t errors) {
    if (errors > MOST_NAMED) {
        chy_cli_say(
            "%zu more lines of your tables cannot be used; `chancery facts check` names them.",
            errors - MOST_NAMED);
    }
}
