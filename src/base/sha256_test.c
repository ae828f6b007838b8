#include "base/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *data, size_t size, const char *wanted) {
    uint8_t digest[CHY_SHA256_BYTES];
    char text[65];
    chy_sha256(data, size, digest);
    chy_sha256_text(digest, 64, text);
    assert_string_equal(text, wanted);
}

/* FIPS 180-4's own examples. */
static void known_digests(void **state) {
    (void)state;
    check("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56,
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *million = malloc(1000000);
    assert_non_null(million);
    memset(million, 'a', 1000000);
    check(million, 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(million);
}

static void both_forms_agree(void **state) {
    (void)state;
    if (!chy_sha256_has_instructions()) skip();
    uint8_t data[640];
    for (size_t i = 0; i < sizeof data; i++)
        data[i] = (uint8_t)(i * 167 + i / 7);
    for (size_t blocks = 0; blocks <= 10; blocks++) {
        uint32_t plain[8] = {1, 2, 3, 4, 5, 6, 7, 0xffffffff};
        uint32_t fast[8] = {1, 2, 3, 4, 5, 6, 7, 0xffffffff};
        chy_sha256_blocks(plain, data, blocks);
        chy_sha256_blocks_fast(fast, data, blocks);
        assert_memory_equal(plain, fast, sizeof plain);
    }
}

static void prefix_of_the_text(void **state) {
    (void)state;
    uint8_t digest[CHY_SHA256_BYTES];
    char text[65];
    chy_sha256("abc", 3, digest);
    chy_sha256_text(digest, 16, text);
    assert_string_equal(text, "ba7816bf8f01cfea");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_digests),
        cmocka_unit_test(both_forms_agree),
        cmocka_unit_test(prefix_of_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
