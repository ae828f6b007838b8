#include "cli.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define LONGEST_WORD 32u

void chy_cli_say(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("chancery: ", stderr);
    (void)vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Letters to insert, drop or change to make one word of the other. */
static size_t distance(const char *a, const char *b) {
    size_t row[LONGEST_WORD + 1];
    size_t width = smaller(strlen(b), LONGEST_WORD);
    for (size_t i = 0; i <= width; i++) {
        row[i] = i;
    }
    for (size_t i = 0; a[i] != '\0' && i < LONGEST_WORD; i++) {
        size_t corner = row[0];
        row[0] = i + 1;
        for (size_t k = 0; k < width; k++) {
            size_t change = corner + (a[i] == b[k] ? 0 : 1);
            corner = row[k + 1];
            row[k + 1] = smaller(change, smaller(row[k], corner) + 1);
        }
    }
    return row[width];
}

const char *chy_cli_nearest(const char *word, const char *const *words, size_t count) {
    const char *best = NULL;
    size_t least = strlen(word) / 3 + 2;
    for (size_t i = 0; i < count; i++) {
        size_t found = distance(word, words[i]);
        if (found < least) {
            least = found;
            best = words[i];
        }
    }
    return best;
}

bool chy_cli_colour(int descriptor) {
    const char *none = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    return isatty(descriptor) && (none == NULL || none[0] == '\0') &&
           (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

unsigned chy_cli_width(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

double chy_cli_now(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

bool chy_cli_buffer_write(void *context, const char *data, size_t size) {
    chy_cli_buffer *buffer = context;
    if (size > buffer->capacity - buffer->size) {
        size_t wider = buffer->capacity < 4096 ? 4096 : buffer->capacity;
        while (wider - buffer->size < size && wider <= SIZE_MAX / 2) {
            wider *= 2;
        }
        char *moved = realloc(buffer->data, wider);
        if (moved == NULL) {
            buffer->no_memory = true;
            return false;
        }
        buffer->data = moved;
        buffer->capacity = wider;
    }
    if (size > 0) {
        memcpy(buffer->data + buffer->size, data, size);
        buffer->size += size;
    }
    return true;
}

void chy_cli_buffer_free(chy_cli_buffer *buffer) {
    free(buffer->data);
    memset(buffer, 0, sizeof *buffer);
}

void chy_cli_buffer_text(chy_cli_buffer *buffer, const char *string) {
    (void)chy_cli_buffer_write(buffer, string, strlen(string));
}

/* Length of the UTF-8 character at `at`, 0 where the bytes are none. Overlong forms and surrogates
 * are none. */
static size_t character(const unsigned char *at) {
    if (at[0] < 0x80) {
        return 1;
    }
    size_t size = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
    if (at[0] < 0xC2 || at[0] > 0xF4) {
        return 0;
    }
    for (size_t i = 1; i < size; i++) {
        if ((at[i] & 0xC0u) != 0x80u) {
            return 0;
        }
    }
    bool wrong = (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] > 0x9F) ||
                 (at[0] == 0xF0 && at[1] < 0x90) || (at[0] == 0xF4 && at[1] > 0x8F);
    return wrong ? 0 : size;
}

void chy_cli_buffer_json(chy_cli_buffer *buffer, const char *string) {
    if (string == NULL) {
        chy_cli_buffer_text(buffer, "null");
        return;
    }
    chy_cli_buffer_text(buffer, "\"");
    const unsigned char *at = (const unsigned char *)string;
    while (*at != '\0') {
        size_t size = character(at);
        char escaped[8];
        if (size == 0) {
            chy_cli_buffer_text(buffer, "\xEF\xBF\xBD");
            size = 1;
        } else if (*at < 0x20 || *at == '"' || *at == '\\' || *at == 0x7F) {
            (void)snprintf(escaped, sizeof escaped, "\\u%04x", *at);
            chy_cli_buffer_text(buffer, escaped);
        } else {
            (void)chy_cli_buffer_write(buffer, (const char *)at, size);
        }
        at += size;
    }
    chy_cli_buffer_text(buffer, "\"");
}
