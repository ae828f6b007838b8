#include "tokens/atoms.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The atoms of a text with '|' between them and ' ' where space stands; '+' where a link joins
 * them. */
static void expect(const char *string, const char *wanted) {
    chy_arena *arena = chy_arena_new();
    chy_report report = {.text = string, .text_size = strlen(string)};
    chy_text text;
    chy_error err;
    assert_int_equal(chy_text_read(&report, NULL, arena, &text, &err), CHY_OK);
    chy_atoms atoms = {NULL, 0, 0};
    assert_true(chy_atoms_read(&text, 0, (uint32_t)text.size, arena, &atoms));
    chy_links_join(&text, &atoms);
    char got[512];
    size_t used = 0;
    for (uint32_t i = 0; i < atoms.count; i++) {
        const chy_atom *a = &atoms.items[i];
        if (i > 0) {
            const char *gap = a->space_before ? " " : a->joined ? "+" : "|";
            got[used++] = gap[0];
        }
        memcpy(got + used, text.data + a->first, a->end - a->first);
        used += a->end - a->first;
    }
    got[used] = '\0';
    assert_string_equal(got, wanted);
    chy_arena_free(arena);
}

static void letters_digits_and_marks(void **state) {
    (void)state;
    expect("Peru's 12km-long", "Peru|'|s 12|km|-|long");
    expect("wait... (no)", "wait|... (|no|)");
    expect("(($5,000))", "(|(|$|5|,|000|)|)");
    expect("don't DON\xE2\x80\x99T isn't n't cant",
           "do|n|'|t DO|N|\xE2\x80\x99|T is|n|'|t n|'|t ca|nt");
    expect("cannot gonna Cannot", "can|not gon|na Can|not");
    expect("\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2\xE4\xB8\xAD\xE6\x96\x87",
           "\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2|\xE4\xB8\xAD\xE6\x96\x87");
}

static void what_one_sees_as_one_stays_one(void **state) {
    (void)state;
    expect("cafe\xCC\x81s", "cafe\xCC\x81s");
    expect("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9",
           "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9");
    expect("\xF0\x9F\x87\xB0\xF0\x9F\x87\xAA\xF0\x9F\x87\xBA\xF0\x9F\x87\xAC",
           "\xF0\x9F\x87\xB0\xF0\x9F\x87\xAA|\xF0\x9F\x87\xBA\xF0\x9F\x87\xAC");
}

static void links_are_joined(void **state) {
    (void)state;
    expect("(http://a.tg/b-c?d=1).", "(|http+:+/+/+a+.+tg+/+b+-+c+?+d+=+1|)|.");
    expect("www.oau.tg, x", "www+.+oau+.+tg|, x");
    expect("press.desk@gov.bw.", "press+.+desk+@+gov+.+bw|.");
    expect("a@b x@y@z.tg", "a|@|b x|@|y+@+z+.+tg");
    expect("see gov.uk/help now", "see gov+.+uk+/+help now");
    expect("http://", "http|:|/|/");
    expect("://x.y", ":|/|/|x|.|y");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_digits_and_marks),
        cmocka_unit_test(what_one_sees_as_one_stays_one),
        cmocka_unit_test(links_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
