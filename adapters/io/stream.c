#include "io/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define PACKED_SIZE ((size_t)64 * 1024)
#define FIRST_SIZE  ((size_t)128 * 1024)

struct chy_io_stream {
    int descriptor;
    const char *source;
    bool probed; /* it is known whether the input is gzip */
    bool packed;
    bool member_open; /* inside a gzip member */
    bool input_end;
    z_stream inflater;
    unsigned char *raw; /* packed bytes; [PACKED_SIZE] */
    size_t raw_start, raw_end;
    char *window;
    size_t start, end, capacity;
    size_t line;
    uint64_t position, size;
};

chy_status chy_io_stream_open(const char *path, chy_io_stream **stream, chy_error *err) {
    bool standard = strcmp(path, "-") == 0;
    const char *source = standard ? "stdin" : path;
    *stream = NULL;
    int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    if (descriptor < 0 || fstat(descriptor, &about) != 0 || S_ISDIR(about.st_mode)) {
        int reason = descriptor < 0 ? errno : EISDIR;
        if (descriptor > STDIN_FILENO) {
            close(descriptor);
        }
        return chy_io_fail(err, CHY_ERROR_ARGUMENT, source, CHY_NOWHERE, CHY_NOWHERE,
                           "This cannot be read: %s%s.", strerror(reason),
                           reason == EISDIR ? "; name its files, as in FOLDER/*.txt" : "");
    }
    chy_io_stream *s = calloc(1, sizeof *s);
    if (s != NULL) {
        s->descriptor = descriptor;
        s->source = source;
        s->line = 1;
        s->size = S_ISREG(about.st_mode) && about.st_size > 0 ? (uint64_t)about.st_size : 0;
        s->raw = malloc(PACKED_SIZE);
        s->window = malloc(FIRST_SIZE);
        s->capacity = FIRST_SIZE;
    }
    if (s == NULL || s->raw == NULL || s->window == NULL) {
        chy_io_stream_close(s);
        return chy_io_fail(err, CHY_ERROR_MEMORY, source, CHY_NOWHERE, CHY_NOWHERE,
                           "There is no memory to read it.");
    }
    *stream = s;
    return CHY_OK;
}

void chy_io_stream_close(chy_io_stream *stream) {
    if (stream == NULL) {
        return;
    }
    if (stream->packed) {
        inflateEnd(&stream->inflater);
    }
    if (stream->descriptor > STDIN_FILENO) {
        close(stream->descriptor);
    }
    free(stream->raw);
    free(stream->window);
    free(stream);
}

const char *chy_io_stream_window(const chy_io_stream *stream, size_t *size) {
    *size = stream->end - stream->start;
    return stream->window + stream->start;
}

size_t chy_io_stream_line(const chy_io_stream *stream) {
    return stream->line;
}

uint64_t chy_io_stream_position(const chy_io_stream *stream, uint64_t *size) {
    *size = stream->size;
    return stream->position;
}

void chy_io_stream_consume(chy_io_stream *stream, size_t size) {
    const char *at = stream->window + stream->start;
    const char *end = at + size;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        stream->line++;
        at++;
    }
    stream->start += size;
    if (stream->start == stream->end) {
        stream->start = 0;
        stream->end = 0;
    }
}

/* Makes room for at least a quarter of the window: moves what is left to the front or doubles it,
 * so that the work stays linear in what is read. */
static bool make_room(chy_io_stream *s, chy_error *err) {
    if (s->start > 0 && s->end - s->start <= s->capacity / 2) {
        memmove(s->window, s->window + s->start, s->end - s->start);
        s->end -= s->start;
        s->start = 0;
    }
    if (s->capacity - s->end >= s->capacity / 4) {
        return true;
    }
    char *wider = realloc(s->window, s->capacity * 2);
    if (wider == NULL) {
        (void)chy_io_fail(err, CHY_ERROR_MEMORY, s->source, CHY_NOWHERE, s->line,
                          "There is no memory to read it.");
        return false;
    }
    s->window = wider;
    s->capacity *= 2;
    return true;
}

/* read(2). False on an error or a signal. */
static bool read_some(chy_io_stream *s, void *data, size_t size, size_t *got, chy_error *err) {
    ssize_t n = read(s->descriptor, data, size);
    if (n < 0) {
        if (errno == EINTR) {
            err->code = CHY_OK;
        } else {
            (void)chy_io_fail(err, CHY_ERROR_ARGUMENT, s->source, CHY_NOWHERE, CHY_NOWHERE,
                              "This cannot be read: %s.", strerror(errno));
        }
        return false;
    }
    *got = (size_t)n;
    s->position += (size_t)n;
    s->input_end = n == 0;
    return true;
}

static bool damaged(chy_io_stream *s, chy_error *err) {
    (void)chy_io_fail(err, CHY_ERROR_TEXT, s->source, (size_t)s->position, CHY_NOWHERE,
                      "This is gzip that is damaged or cut off near byte %llu.",
                      (unsigned long long)s->position);
    return false;
}

/* Unpacks into the window; several members one after another are one stream. */
static bool fill_packed(chy_io_stream *s, bool *end, chy_error *err) {
    size_t before = s->end;
    while (s->end == before) {
        if (s->raw_start == s->raw_end && !s->input_end) {
            s->raw_start = 0;
            s->raw_end = 0;
            if (!read_some(s, s->raw, PACKED_SIZE, &s->raw_end, err)) {
                return false;
            }
        }
        if (s->raw_start == s->raw_end) {
            *end = true;
            return s->member_open ? damaged(s, err) : true;
        }
        if (!s->member_open) {
            inflateReset(&s->inflater);
            s->member_open = true;
        }
        size_t room = s->capacity - s->end;
        s->inflater.next_in = s->raw + s->raw_start;
        s->inflater.avail_in = (uInt)(s->raw_end - s->raw_start);
        s->inflater.next_out = (unsigned char *)s->window + s->end;
        s->inflater.avail_out = room > PACKED_SIZE ? (uInt)PACKED_SIZE : (uInt)room;
        size_t offered = s->inflater.avail_out;
        int state = inflate(&s->inflater, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) {
            return damaged(s, err);
        }
        s->raw_start = s->raw_end - s->inflater.avail_in;
        s->end += offered - s->inflater.avail_out;
        if (state == Z_STREAM_END) {
            s->member_open = false;
        }
    }
    return true;
}

/* Reads the first bytes, to see whether they are gzip's. */
static bool probe(chy_io_stream *s, chy_error *err) {
    while (s->raw_end < 2 && !s->input_end) {
        size_t got = 0;
        if (!read_some(s, s->raw + s->raw_end, PACKED_SIZE - s->raw_end, &got, err)) {
            return false;
        }
        s->raw_end += got;
    }
    s->probed = true;
    if (s->raw_end >= 2 && s->raw[0] == 0x1F && s->raw[1] == 0x8B) {
        if (inflateInit2(&s->inflater, 15 + 16) != Z_OK) {
            (void)chy_io_fail(err, CHY_ERROR_MEMORY, s->source, CHY_NOWHERE, CHY_NOWHERE,
                              "There is no memory to unpack it.");
            return false;
        }
        s->packed = true;
    }
    return true;
}

bool chy_io_stream_fill(chy_io_stream *s, bool *end, chy_error *err) {
    *end = false;
    if ((!s->probed && !probe(s, err)) || !make_room(s, err)) {
        return false;
    }
    if (s->packed) {
        return fill_packed(s, end, err);
    }
    if (s->raw_end > 0) {
        memcpy(s->window + s->end, s->raw, s->raw_end); /* the window holds more than the probe */
        s->end += s->raw_end;
        s->raw_end = 0;
        return true;
    }
    size_t got = 0;
    if (!s->input_end && !read_some(s, s->window + s->end, s->capacity - s->end, &got, err)) {
        return false;
    }
    s->end += got;
    *end = got == 0;
    return true;
}
