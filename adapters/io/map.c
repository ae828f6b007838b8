#include "io/io.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static chy_status unreadable(const char *path, int reason, chy_error *err) {
    return chy_io_fail(err, CHY_ERROR_ARGUMENT, path, CHY_NOWHERE, CHY_NOWHERE,
                       "%s cannot be read: %s.", path, strerror(reason));
}

chy_status chy_io_map_open(const char *path, chy_io_map *map, chy_error *err) {
    map->data = NULL;
    map->size = 0;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return unreadable(path, errno, err);
    }
    struct stat about;
    if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) {
        close(descriptor);
        return unreadable(path, EISDIR, err);
    }
    if (about.st_size > 0) {
        void *data = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (data == MAP_FAILED) {
            int reason = errno;
            close(descriptor);
            return unreadable(path, reason, err);
        }
        map->data = data;
        map->size = (size_t)about.st_size;
    }
    close(descriptor);
    return CHY_OK;
}

void chy_io_map_close(chy_io_map *map) {
    if (map->data != NULL) {
        /* munmap takes no pointer to const; nothing is written. */
        union {
            const char *readable;
            void *mapped;
        } data = {map->data};
        munmap(data.mapped, map->size);
    }
    map->data = NULL;
    map->size = 0;
}
