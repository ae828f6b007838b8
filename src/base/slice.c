#include "base/base.h"

#include <string.h>

chy_slice chy_slice_of(const char *string) {
    return (chy_slice){string, string == NULL ? 0 : strlen(string)};
}

bool chy_slice_equal(chy_slice a, chy_slice b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool chy_slice_is(chy_slice slice, const char *string) {
    return chy_slice_equal(slice, chy_slice_of(string));
}

bool chy_is_listed(const char *string, const char *const *list, size_t count) {
    for (size_t i = 0; string != NULL && i < count; i++) {
        if (strcmp(string, list[i]) == 0) {
            return true;
        }
    }
    return false;
}
