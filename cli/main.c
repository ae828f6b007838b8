#include "cli.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static const chy_cli_verb *const verbs[] = {&chy_cli_code,    &chy_cli_parse,   &chy_cli_relate,
                                            &chy_cli_explain, &chy_cli_eval,    &chy_cli_bench,
                                            &chy_cli_facts,   &chy_cli_grammar, &chy_cli_version};
#define VERB_COUNT (sizeof verbs / sizeof verbs[0])

static void help(FILE *to) {
    fputs("chancery reads news reports and writes the record: who did what to whom, when, where,\n"
          "and on whose word.\n\n"
          "usage: chancery VERB [options] [FILE...]\n\n",
          to);
    for (size_t i = 0; i < VERB_COUNT; i++) {
        fprintf(to, "  %-9s %s\n", verbs[i]->name, verbs[i]->summary);
    }
    fprintf(to, "  %-9s %s\n", "help", "says more of a verb: `chancery help code`");
    fputs(
        "\nA file \"-\", or no file, is standard input. `chancery VERB --help` says more.\n"
        "Exit status: 0 done, 1 nothing found or a check failed, 2 usage, 3 some reports failed,\n"
        "4 input unreadable, 5 output failed, 6 learned file, facts or grammar, 130 interrupted.\n",
        to);
}

static const chy_cli_verb *verb_of(const char *name) {
    for (size_t i = 0; i < VERB_COUNT; i++) {
        if (strcmp(verbs[i]->name, name) == 0) {
            return verbs[i];
        }
    }
    return NULL;
}

static int unknown(const char *name) {
    const char *names[VERB_COUNT];
    for (size_t i = 0; i < VERB_COUNT; i++) {
        names[i] = verbs[i]->name;
    }
    const char *near = chy_cli_nearest(name, names, VERB_COUNT);
    if (near != NULL) {
        chy_cli_say("there is no verb \"%s\"; did you mean \"%s\"?", name, near);
    } else {
        chy_cli_say("there is no verb \"%s\"; `chancery help` lists them.", name);
    }
    return CHY_EXIT_USAGE;
}

static int run_verb(const chy_cli_verb *verb, int argc, char **argv) {
    chy_cli_settings settings;
    int status;
    chy_isa isa;
    if (chy_cli_options_read(verb, argc, argv, &settings, &status)) {
        status = chy_cli_isa(&isa) ? verb->run(verb, &settings) : CHY_EXIT_USAGE;
    }
    chy_cli_settings_free(&settings);
    return status;
}

/* What was printed with stdio has to have arrived. */
static int finish(int status) {
    if (fflush(stdout) != 0 || ferror(stdout)) {
        chy_cli_say("standard output cannot be written.");
        return CHY_EXIT_OUTPUT;
    }
    return status;
}

int main(int argc, char **argv) {
    (void)signal(SIGPIPE, SIG_IGN); /* a closed pipe is an output that failed */
    if (argc < 2) {
        help(stderr);
        return CHY_EXIT_USAGE;
    }
    const char *name = argv[1];
    if (strcmp(name, "help") == 0 || strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        if (argc < 3) {
            help(stdout);
            return finish(CHY_EXIT_DONE);
        }
        const chy_cli_verb *asked = verb_of(argv[2]);
        if (asked == NULL) {
            return unknown(argv[2]);
        }
        chy_cli_help(asked, stdout);
        return finish(CHY_EXIT_DONE);
    }
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
        name = "version";
    }
    const chy_cli_verb *verb = verb_of(name);
    return verb == NULL ? unknown(name) : finish(run_verb(verb, argc - 1, argv + 1));
}
