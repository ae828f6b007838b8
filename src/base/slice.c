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

static int compare_small(const char *form, const char *word) {
    while (*form && chy_ascii_lower(*form) == *word) {
        form++;
        word++;
    }
    return (int)(unsigned char)chy_ascii_lower(*form) - (int)(unsigned char)*word;
}

bool chy_is_one_of(const char *form, const char *const *sorted, size_t count) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_small(form, sorted[middle]);
        if (order == 0) return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

bool chy_lower_string(const char *string, char *lower, size_t room) {
    size_t size = 0;
    for (; string[size] != '\0' && size + 1 < room; size++) {
        lower[size] = chy_ascii_lower(string[size]);
    }
    bool whole = string[size] == '\0';
    lower[whole ? size : 0] = '\0';
    return whole;
}

bool chy_same(const char *string, const char *lower) {
    if (string == NULL || lower == NULL) {
        return false;
    }
    while (*string != '\0' && chy_ascii_lower(*string) == *lower) {
        string++;
        lower++;
    }
    return *string == '\0' && *lower == '\0';
}

bool chy_same_letters(const char *a, const char *b) {
    while (*a != '\0' && chy_ascii_lower(*a) == chy_ascii_lower(*b)) {
        a++;
        b++;
    }
    return chy_ascii_lower(*a) == chy_ascii_lower(*b);
}
