#include "cli.h"

#include <stdlib.h>
#include <string.h>

/* ---- Check ------------------------------------------------------------------------------ */

/* What a check has found so far. */
typedef struct found {
    size_t errors, doubts;
} found;

static void report(void *context, const chy_error *problem, bool doubt) {
    found *f = context;
    f->errors += !doubt;
    f->doubts += doubt;
    printf("%s:", problem->source);
    if (problem->line != CHY_NOWHERE) {
        printf("%zu:", problem->line);
    }
    if (problem->line != CHY_NOWHERE && problem->column != CHY_NOWHERE) {
        printf("%zu:", problem->column);
    }
    printf(" %s: %s\n", doubt ? "doubt" : "error", problem->message);
}

static void say_tally(const char *name, const chy_facts_tally *tally) {
    if (tally->rows == 0) {
        printf("%s: read as %s, no rows\n", name, chy_facts_form_name(tally->form));
        return;
    }
    printf("%s: read as %s, %u row%s, %u form%s:", name, chy_facts_form_name(tally->form),
           (unsigned)tally->rows, tally->rows == 1 ? "" : "s", (unsigned)tally->forms,
           tally->forms == 1 ? "" : "s");
    const char *between = "";
    for (unsigned i = 0; i < CHY_FACTS_KINDS; i++) {
        if (tally->by_kind[i] > 0) {
            printf("%s %u %s", between, (unsigned)tally->by_kind[i], chy_facts_kind_name(i));
            between = ",";
        }
    }
    printf("\n");
}

static int check_tables(const chy_io_map *facts, const chy_io_tables *tables) {
    chy_error err;
    found f = {0, 0};
    chy_facts_tally *tallies = calloc(tables->count, sizeof *tallies);
    if (tallies == NULL) {
        chy_cli_say("there is no memory.");
        return CHY_EXIT_DATA;
    }
    chy_status status = chy_facts_check(facts->data, facts->size, tables->sources, tables->count,
                                        tallies, report, &f, &err);
    bool whole = status == CHY_OK || (status == CHY_ERROR_FACTS && f.errors > 0);
    for (size_t i = 0; whole && i < tables->count; i++) {
        say_tally(tables->sources[i].name, &tallies[i]);
    }
    free(tallies);
    if (!whole) {
        chy_cli_say_error(&err);
        return status == CHY_ERROR_LIMIT ? CHY_EXIT_NOTHING : CHY_EXIT_DATA;
    }
    printf("%zu error%s, %zu doubt%s\n", f.errors, f.errors == 1 ? "" : "s", f.doubts,
           f.doubts == 1 ? "" : "s");
    return f.errors > 0 ? CHY_EXIT_NOTHING : CHY_EXIT_DONE;
}

static int run_check(const chy_cli_settings *settings) {
    chy_io_tables tables = {0};
    chy_io_map facts;
    if (!chy_cli_facts_open(settings, &facts)) {
        return CHY_EXIT_DATA;
    }
    int status = CHY_EXIT_DONE;
    for (size_t i = 1; status == CHY_EXIT_DONE && i < settings->file_count; i++) {
        if (!chy_cli_tables_add(&tables, settings->files[i])) {
            status = CHY_EXIT_UNREADABLE;
        }
    }
    if (status == CHY_EXIT_DONE) {
        status = check_tables(&facts, &tables);
    }
    chy_io_tables_close(&tables);
    chy_io_map_close(&facts);
    return status;
}

/* ---- Who -------------------------------------------------------------------------------- */

/* What was told of a name. */
typedef struct telling {
    const char *day; /* or NULL */
    size_t told;
    size_t others; /* rows that do not hold on the day */
    bool holding;  /* which of the two are printed now */
} telling;

static void say_codes(const chy_facts_row *row) {
    printf("  %s", row->country[0] != '\0' ? row->country : "-");
    for (unsigned i = 0; i < CHY_SECTOR_COUNT; i++) {
        if ((row->sectors >> i & 1u) != 0) {
            printf(" %s", chy_sector_name((chy_sector)i));
        }
    }
}

static void say_row(void *context, const chy_facts_row *row) {
    telling *t = context;
    bool holds = row->time != CHY_FACTS_BEFORE && row->time != CHY_FACTS_OVER;
    if (holds != t->holding) {
        t->others += !holds;
        return;
    }
    t->told++;
    printf("%s", row->form);
    if (strcmp(row->form, row->name) != 0) {
        printf(" (%s)", row->name);
    }
    printf("  %s", row->kind);
    say_codes(row);
    if (row->role[0] != '\0') {
        printf("  %s", row->role);
    }
    if (row->from[0] != '\0' || row->to[0] != '\0') {
        printf("  %s..%s", row->from, row->to);
    }
    if (row->time == CHY_FACTS_LIKELY) {
        printf("  no end known");
    } else if (row->time == CHY_FACTS_BEFORE) {
        printf("  not yet");
    } else if (row->time == CHY_FACTS_OVER) {
        printf("  over");
    }
    if (row->wikidata[0] != '\0') {
        printf("  wikidata %s", row->wikidata);
    }
    if (row->geonames[0] != '\0') {
        printf("  geonames %s", row->geonames);
    }
    printf("  from %s%s\n", row->source, row->own ? " (yours)" : "");
}

static void say_near(void *context, const char *name) {
    bool *any = context;
    fprintf(stderr, "%s%s", *any ? ", " : "chancery: near it: ", name);
    *any = true;
}

static int say_none(const chy_coder *coder, const char *name) {
    bool any = false;
    bool small = name[0] >= 'a' && name[0] <= 'z' &&
                 name[strcspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] == '\0';
    chy_cli_say("no table knows \"%s\"%s.", name,
                small ? " as a name; what role nouns such as \"minister\" say is not told here"
                      : "");
    chy_facts_near(coder, name, say_near, &any);
    if (any) {
        fputc('\n', stderr);
    }
    return CHY_EXIT_NOTHING;
}

static int tell(const chy_cli_settings *settings, const chy_coder *coder, const char *name) {
    chy_error err;
    telling t = {.day = settings->on, .holding = true};
    if (chy_facts_who(coder, name, settings->on, say_row, &t, &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
        return CHY_EXIT_USAGE;
    }
    if (t.told == 0 && t.others == 0) {
        return say_none(coder, name);
    }
    if (t.told == 0) {
        printf("on %s no row of \"%s\" holds; at other times:\n", settings->on, name);
        t.holding = false;
        if (chy_facts_who(coder, name, settings->on, say_row, &t, &err) != CHY_OK) {
            return CHY_EXIT_USAGE;
        }
    }
    return CHY_EXIT_DONE;
}

static int run_who(const chy_cli_settings *settings) {
    chy_cli_coder coder;
    if (!chy_cli_coder_open(settings, &coder)) {
        return CHY_EXIT_DATA;
    }
    int worst = CHY_EXIT_DONE;
    for (size_t i = 1; i < settings->file_count; i++) {
        int status = tell(settings, coder.coder, settings->files[i]);
        worst = status > worst ? status : worst;
    }
    chy_cli_coder_close(&coder);
    return worst;
}

static int run_facts(const chy_cli_verb *verb, const chy_cli_settings *settings) {
    bool check = settings->file_count > 1 && strcmp(settings->files[0], "check") == 0;
    bool who = settings->file_count > 1 && strcmp(settings->files[0], "who") == 0;
    if (!check && !who) {
        chy_cli_say("facts wants: check PATH... or who NAME...; `chancery %s --help` says more.",
                    verb->name);
        return CHY_EXIT_USAGE;
    }
    return check ? run_check(settings) : run_who(settings);
}

const chy_cli_verb chy_cli_facts = {
    .name = "facts",
    .arguments = "check PATH... | who [options] NAME...",
    .summary = "checks tables of your own, and says who a name is on a day",
    .about =
        "check  reads tables as --facts does (a folder's .tsv and .txt, or files: our layout,\n"
        "       dictionaries of PETRARCH and TABARI, CountryInfo), names by file, line and column\n"
        "       what cannot be used (error) or looks wrong (doubt), and says what was read.\n"
        "       Exit status 1 where there is an error.\n"
        "who    says who or what a name is on a day: office, country, sectors, identifiers, and\n"
        "       from which table. Names alone: not what a role noun such as \"minister\" says. "
        "Exit\n"
        "       status 1, with names near it, where no table knows it.\n",
    .example = "chancery facts who \"Sergei Lavrov\" --on 2012-05-01",
    .options = CHY_OPTIONS_OF_CODER | CHY_BIT(CHY_OPTION_ON),
    .run = run_facts,
};
