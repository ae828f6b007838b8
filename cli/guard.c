#include "cli.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

/* What Ctrl-C has to clear away. Written by the main thread before and after an output is open; the
 * handler reads it and leaves at once, so that a long report in work holds nobody up. */
static const char *volatile temporary[2];
static volatile sig_atomic_t progress;
static volatile sig_atomic_t guarded;

static void on_signal(int number) {
    (void)number;
    for (int i = 0; i < 2; i++) {
        if (temporary[i] != NULL) {
            (void)unlink(temporary[i]);
        }
    }
    if (progress) {
        ssize_t ignored = write(STDERR_FILENO, "\n", 1);
        (void)ignored;
    }
    _exit(CHY_EXIT_INTERRUPTED);
}

void chy_cli_guard(int place, const chy_io_output *output) {
    if (!guarded) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_handler = on_signal;
        (void)sigemptyset(&action.sa_mask);
        (void)sigaction(SIGINT, &action, NULL);
        (void)sigaction(SIGTERM, &action, NULL);
        guarded = 1;
    }
    temporary[place] = output != NULL ? chy_io_output_temporary(output) : NULL;
}

void chy_cli_progress_shown(bool shown) {
    progress = shown;
}
