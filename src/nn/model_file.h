/* For tests: files of the project read whole, among them the model that is shipped. */
#ifndef CHY_NN_MODEL_FILE_H
#define CHY_NN_MODEL_FILE_H

#include <stdio.h>
#include <stdlib.h>

#include "base/base.h"

#define MODEL_FILE CHY_SOURCE_DIR "/models/chancery-en.safetensors"

/* The file's bytes, NUL-terminated, to be freed; aborts the test program when it cannot be read. */
static char *file_read(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        fprintf(stderr, "cannot read %s\n", path);
        abort();
    }
    long length = ftell(file);
    rewind(file);
    char *bytes = length < 0 ? NULL : malloc((size_t)length + 1);
    if (bytes == NULL || fread(bytes, 1, (size_t)length, file) != (size_t)length) {
        fprintf(stderr, "cannot read %s\n", path);
        abort();
    }
    (void)fclose(file);
    bytes[length] = '\0';
    *size = (size_t)length;
    return bytes;
}

#endif
