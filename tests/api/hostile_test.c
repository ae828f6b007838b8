/* Texts that nobody wrote to inform: 1 MB of one character, 100,000 nested quotations, a sentence
 * of 10,000 words, every plane of Unicode. Each must be read in time linear in its size and give a
 * sound document.
 *
 *     api_hostile_test KIND BYTES     one of them; without arguments all of them, small */
#include "check_doc.h"
#include "setup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

/* Far below what any processor does (the encoder alone: some 5,000 words a second in portable C),
 * far above what anything quadratic would. */
#define WORDS_PER_SECOND 800.0
#define SECONDS_FREE     10.0
/* Of each kind where none is asked for. Under AddressSanitizer words take far longer. */
#if defined(__SANITIZE_ADDRESS__)
#define USUAL_BYTES 2000
#else
#define USUAL_BYTES 20000
#endif

typedef struct kind {
    const char *name;
    const char *repeated; /* NULL: every plane of Unicode */
} kind;

static const kind kinds[] = {
    {"letter", "a"},
    {"word", "war "},
    {"bracket", "("},
    {"quotation-mark", "\""},
    {"nested-quotations", "She said \xE2\x80\x9C"},
    {"straight-quotations", "He said \""},
    {"said", "he said she said "},
    {"long-sentence", "the minister met the envoy and "},
    {"countries", "Kenya, "},
    {"conjunction", "Chad and Niger and "},
    {"of", "the war of the "},
    {"numbers", "one hundred and "},
    {"names", "Mr. Jan Kowalski of Chad met. "},
    {"short-sentences", "A b.\n\n"},
    {"unnamed", "A minister spoke. "},
    {"pronouns", "They attacked them. "},
    {"lengths", "Chad met Peru in May. The meeting lasted two hours. "},
    {"claims", "Gunmen attacked the camp. The gunmen claimed responsibility for the attack. "},
    {"scenes", "France met Italy in Split. Spain praised Chile. "},
    {"papers", "\"We will all go,\" the statement said. "},
    {"line-ends", "\n"},
    {"emoji", "\xF0\x9F\x98\x80"},
    {"digits", "1"},
    {"dashes", "-"},
    {"planes", NULL},
};
#define KIND_COUNT (sizeof kinds / sizeof kinds[0])

static setup_data data;
static chy_coder *coder;
static const kind *asked;
static size_t asked_bytes;

static size_t encode(uint32_t code, char *to) {
    if (code < 0x80) {
        to[0] = (char)code;
        return 1;
    }
    size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size; i-- > 1;) {
        to[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    to[0] = (char)(first[size] | code);
    return size;
}

/* About `bytes` bytes of the kind. */
static char *make_text(const kind *k, size_t bytes, size_t *size) {
    char *text = malloc(bytes + 16);
    assert_non_null(text);
    *size = 0;
    if (k->repeated != NULL) {
        size_t width = strlen(k->repeated);
        while (*size + width <= bytes) {
            memcpy(text + *size, k->repeated, width);
            *size += width;
        }
        return text;
    }
    uint32_t step = (uint32_t)(0x110000u * 4u / bytes) + 1;
    for (uint32_t code = 1; code < 0x110000 && *size + 4 <= bytes; code += step) {
        if (code < 0xD800 || code > 0xDFFF) {
            *size += encode(code, text + *size);
        }
    }
    return text;
}

static double now(void) {
    struct timespec t;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool discard(void *context, const char *bytes, size_t size) {
    (void)bytes;
    *(size_t *)context += size;
    return true;
}

static void read_kind(const kind *k, size_t bytes) {
    chy_report report = {.id = k->name, .published = "2026-03-10"};
    char *text = make_text(k, bytes, &report.text_size);
    chy_workspace *workspace = NULL;
    chy_doc *doc = NULL;
    chy_error err;
    size_t written = 0;
    report.text = text;
    assert_int_equal(chy_workspace_new(coder, &workspace, &err), CHY_OK);
    double before = now();
    chy_status status = chy_code(coder, workspace, &report, CHY_DEPTH_RECORD, &doc, &err);
    if (status != CHY_OK) {
        fail_msg("%s: %s", k->name, err.message);
    }
    for (int format = CHY_FORMAT_JSON; format <= CHY_FORMAT_CONLLU; format++) {
        assert_int_equal(chy_write(doc, (chy_format)format, NULL, discard, &written, &err), CHY_OK);
    }
    double seconds = now() - before;
    const chy_doc_content *content = chy_doc_view(doc);
    const char *problem = check_doc(content);
    print_message("%-20s %8zu bytes %8u words %8zu bytes out %6.1f s\n", k->name, report.text_size,
                  content->word_count, written, seconds);
    if (problem != NULL) {
        fail_msg("%s: %s is wrong", k->name, problem);
    }
    assert_true(seconds < SECONDS_FREE + content->word_count / WORDS_PER_SECOND);
    chy_doc_free(doc);
    chy_workspace_free(workspace);
    free(text);
}

static void hostile_texts_are_read(void **state) {
    (void)state;
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (asked == NULL || asked == &kinds[i]) {
            read_kind(&kinds[i], asked_bytes);
        }
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(hostile_texts_are_read)};
    asked_bytes = argc > 2 ? strtoul(argv[2], NULL, 10) : USUAL_BYTES;
    for (size_t i = 0; argc > 1 && i < KIND_COUNT; i++) {
        asked = strcmp(argv[1], kinds[i].name) == 0 ? &kinds[i] : asked;
    }
    if (argc > 1 && asked == NULL) {
        print_error("there is no kind %s\n", argv[1]);
        return 2;
    }
    setup_open(&data);
    coder = setup_coder(&data, CHY_ISA_BEST);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    chy_coder_free(coder);
    setup_close(&data);
    return failed;
}
