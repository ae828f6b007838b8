#include "base/base.h"

bool chy_multiply(size_t a, size_t b, size_t *result) {
    if (a != 0 && b > SIZE_MAX / a) {
        return false;
    }
    *result = a * b;
    return true;
}

bool chy_add(size_t a, size_t b, size_t *result) {
    if (b > SIZE_MAX - a) {
        return false;
    }
    *result = a + b;
    return true;
}

/* Offset basis and prime: the FNV draft, http://www.isthe.com/chongo/tech/comp/fnv/. */
uint64_t chy_hash(const void *data, size_t size) {
    const unsigned char *bytes = data;
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < size; i++) {
        hash = (hash ^ bytes[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}
