/* Any bytes as a report's text: read or refused, never a crash; offsets go there and back. The
 * first byte chooses lenient reading and whether the rest is also the caller's dateline. */
#include "text/text.h"

#include <stdlib.h>
#include <string.h>

/* A gazetteer that knows something of most names. */
static uint32_t know(const void *data, chy_slice name) {
    (void)data;
    return (uint32_t)name.size & (CHY_NAMES_TOWN | CHY_NAMES_AREA);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition) {
    if (!condition) {
        abort();
    }
}

static void check_spans(const chy_text *text) {
    const chy_span spans[] = {text->dateline.span, text->dateline.place, text->dateline.agency};
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        require(spans[i].start <= spans[i].end && spans[i].end <= text->length);
    }
    uint32_t end = 0;
    for (uint32_t i = 0; i < text->paragraph_count; i++) {
        const chy_paragraph *p = &text->paragraphs[i];
        require(p->first >= end && p->first < p->end && p->end <= text->size);
        require(p->body >= p->first && p->body <= p->end);
        end = p->end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 1) {
        return 0;
    }
    char *dateline = malloc(size);
    chy_arena *arena = chy_arena_new();
    if (dateline == NULL || arena == NULL) {
        return 0;
    }
    memcpy(dateline, data + 1, size - 1);
    dateline[size - 1] = '\0';
    chy_report report = {.text = (const char *)data + 1, .text_size = size - 1};
    report.lenient = data[0] & 1;
    chy_gazetteer gazetteer = {know, NULL};
    chy_text text;
    chy_error err;
    chy_status status = chy_text_read(&report, &gazetteer, arena, &text, &err);
    require(status == CHY_OK || (status == CHY_ERROR_TEXT && err.byte < size - 1));
    require(status == CHY_OK || !report.lenient);
    if (status == CHY_OK) {
        check_spans(&text);
        for (uint32_t i = text.first; i <= text.length; i++) {
            require(chy_text_offset(&text, chy_text_byte(&text, i)) == i);
        }
        report.dateline = data[0] & 2 ? dateline : NULL;
        require(chy_text_read(&report, &gazetteer, arena, &text, &err) == CHY_OK);
        check_spans(&text);
    }
    chy_arena_free(arena);
    free(dateline);
    return 0;
}
