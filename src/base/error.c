#include "base/base.h"

#include <stdio.h>
#include <string.h>

chy_status chy_fail(chy_error *err, chy_status code, const char *source, size_t byte, size_t line,
                    const char *format, ...) {
    if (err == NULL) {
        return code;
    }
    /* The arguments may point into `err` itself (a message passed on with more words around it). */
    char message[sizeof err->message];
    va_list arguments;
    va_start(arguments, format);
    /* The analyser takes a started list for an unstarted one when it reads several files in a run.
     */
    int written = vsnprintf(message, sizeof message, format, // NOLINT(clang-analyzer-valist.*)
                            arguments);
    va_end(arguments);
    if (written < 0) {
        message[0] = '\0';
    }
    char name[sizeof err->source];
    (void)snprintf(name, sizeof name, "%s", source == NULL ? "" : source);
    err->code = code;
    err->byte = byte;
    err->line = line;
    err->column = CHY_NOWHERE;
    memcpy(err->source, name, sizeof name);
    memcpy(err->message, message, sizeof message);
    return code;
}

chy_status chy_fail_memory(chy_error *err) {
    return chy_fail(err, CHY_ERROR_MEMORY, "memory", CHY_NOWHERE, CHY_NOWHERE,
                    "the system has no memory left for this report");
}
