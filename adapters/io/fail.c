#include "io/io.h"

#include <stdarg.h>
#include <stdio.h>

chy_status chy_io_fail(chy_error *err, chy_status code, const char *source, size_t byte,
                       size_t line, const char *format, ...) {
    if (err != NULL) {
        va_list arguments;
        err->code = code;
        err->byte = byte;
        err->line = line;
        err->column = CHY_NOWHERE;
        (void)snprintf(err->source, sizeof err->source, "%s", source);
        va_start(arguments, format);
        (void)vsnprintf(err->message, sizeof err->message, format, arguments);
        va_end(arguments);
    }
    return code;
}
