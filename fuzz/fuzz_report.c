/* Any bytes as a report, through the whole way and out in every format: the promises of the record
 * hold, and nothing crashes. The coder is opened once from the files of the build tree. */
#include "check_doc.h"
#include "setup.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_TITLE 256

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static setup_data files;
static chy_coder *coder;
static chy_workspace *workspace;

static bool count_bytes(void *context, const char *data, size_t size) {
    (void)data;
    *(size_t *)context += size;
    return true;
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc;
    (void)argv;
    setup_open(&files);
    coder = setup_coder(&files, CHY_ISA_BEST);
    return chy_workspace_new(coder, &workspace, NULL) == CHY_OK ? 0 : 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) {
        return 0;
    }
    /* The first byte chooses how the rest is read; its third bit, that the first line is the title.
     */
    chy_report report = {.text = (const char *)data + 1,
                         .text_size = size - 1,
                         .lenient = (data[0] & 1) != 0,
                         .published = (data[0] & 2) != 0 ? "2025-03-04" : NULL};
    char title[LONGEST_TITLE + 1] = "";
    const char *line = memchr(report.text, '\n', report.text_size);
    if ((data[0] & 4) != 0 && line != NULL && line - report.text <= LONGEST_TITLE) {
        memcpy(title, report.text, (size_t)(line - report.text));
        report.title = title;
        report.text_size -= (size_t)(line + 1 - report.text);
        report.text = line + 1;
    }
    chy_doc *doc = NULL;
    chy_error err;
    if (chy_code(coder, workspace, &report, CHY_DEPTH_RECORD, &doc, &err) != CHY_OK) {
        if (err.message[0] == '\0') {
            abort();
        }
        return 0;
    }
    if (check_doc(chy_doc_view(doc)) != NULL) {
        abort();
    }
    size_t written = 0;
    const chy_write_options options = {.text = true, .colour = true};
    for (chy_format format = CHY_FORMAT_JSON; format <= CHY_FORMAT_CONLLU; format++) {
        if (chy_write(doc, format, &options, count_bytes, &written, &err) != CHY_OK) {
            abort();
        }
    }
    chy_doc_free(doc);
    return 0;
}
