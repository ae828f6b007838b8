#include "io/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE ((size_t)64 * 1024)

struct chy_io_output {
    int descriptor;
    char *path;      /* NULL: standard output */
    char *temporary; /* NULL: the file is written in place, as it is no regular file */
    int reason;      /* errno of the first failure, 0 for none */
    size_t used;
    char buffer[BUFFER_SIZE];
};

static void free_output(chy_io_output *output) {
    if (output->path != NULL && output->descriptor >= 0) {
        close(output->descriptor);
    }
    free(output->path);
    free(output->temporary);
    free(output);
}

/* "DIR/.NAME.XXXXXX": in the same folder, so that the renaming is one step. */
static char *temporary_name(const char *path) {
    const char *slash = strrchr(path, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    size_t size = strlen(path) + sizeof "..XXXXXX";
    char *name = malloc(size);
    if (name != NULL) {
        (void)snprintf(name, size, "%.*s.%s.XXXXXX", (int)folder, path, path + folder);
    }
    return name;
}

/* A device or pipe is written in place; anything else under a temporary name. */
static bool open_file(chy_io_output *output) {
    struct stat about;
    bool exists = stat(output->path, &about) == 0;
    if (exists && !S_ISREG(about.st_mode)) {
        output->descriptor = open(output->path, O_WRONLY | O_CLOEXEC);
        return output->descriptor >= 0;
    }
    output->temporary = temporary_name(output->path);
    if (output->temporary == NULL) {
        errno = ENOMEM;
        return false;
    }
    output->descriptor = mkstemp(output->temporary);
    if (output->descriptor < 0) {
        free(output->temporary);
        output->temporary = NULL;
        return false;
    }
    mode_t mask = umask(0);
    (void)umask(mask);
    mode_t mode = exists ? about.st_mode & 0777 : 0666 & ~mask;
    (void)fchmod(output->descriptor, mode);
    return true;
}

chy_status chy_io_output_open(const char *path, chy_io_output **output, chy_error *err) {
    bool standard = path == NULL || strcmp(path, "-") == 0;
    *output = NULL;
    chy_io_output *o = calloc(1, sizeof *o);
    if (o != NULL) {
        o->descriptor = standard ? STDOUT_FILENO : -1;
        o->path = standard ? NULL : strdup(path);
    }
    if (o == NULL || (!standard && o->path == NULL)) {
        free(o);
        return chy_io_fail(err, CHY_ERROR_MEMORY, "output", CHY_NOWHERE, CHY_NOWHERE,
                           "There is no memory for the output.");
    }
    if (!standard && !open_file(o)) {
        int reason = errno;
        free_output(o);
        return chy_io_fail(err, CHY_ERROR_OUTPUT, path, CHY_NOWHERE, CHY_NOWHERE,
                           "%s cannot be written: %s.", path, strerror(reason));
    }
    *output = o;
    return CHY_OK;
}

const char *chy_io_output_temporary(const chy_io_output *output) {
    return output->temporary;
}

static bool write_all(chy_io_output *output, const char *data, size_t size) {
    while (size > 0 && output->reason == 0) {
        ssize_t written = write(output->descriptor, data, size);
        if (written >= 0) {
            data += written;
            size -= (size_t)written;
        } else if (errno != EINTR) {
            output->reason = errno;
        }
    }
    return output->reason == 0;
}

bool chy_io_output_flush(chy_io_output *output) {
    bool good = write_all(output, output->buffer, output->used);
    output->used = 0;
    return good;
}

bool chy_io_output_write(void *context, const char *data, size_t size) {
    chy_io_output *output = context;
    if (size > BUFFER_SIZE - output->used && !chy_io_output_flush(output)) {
        return false;
    }
    if (size > BUFFER_SIZE) {
        return write_all(output, data, size);
    }
    if (size > 0) {
        memcpy(output->buffer + output->used, data, size);
        output->used += size;
    }
    return output->reason == 0;
}

chy_status chy_io_output_close(chy_io_output *output, chy_error *err) {
    bool good = chy_io_output_flush(output);
    if (output->path != NULL) {
        if (close(output->descriptor) != 0 && good) {
            output->reason = errno;
        }
        output->descriptor = -1;
        if (output->temporary != NULL && output->reason == 0 &&
            rename(output->temporary, output->path) != 0) {
            output->reason = errno;
        }
        if (output->temporary != NULL && output->reason != 0) {
            (void)unlink(output->temporary);
        }
    }
    int reason = output->reason;
    chy_status status = CHY_OK;
    if (reason != 0) {
        const char *name = output->path != NULL ? output->path : "standard output";
        status = chy_io_fail(err, CHY_ERROR_OUTPUT, name, CHY_NOWHERE, CHY_NOWHERE,
                             "%s cannot be written: %s.", name, strerror(reason));
    }
    free_output(output);
    return status;
}

void chy_io_output_discard(chy_io_output *output) {
    if (output != NULL) {
        if (output->temporary != NULL) {
            (void)unlink(output->temporary);
        }
        free_output(output);
    }
}
