#include "cli.h"

#include <stdlib.h>
#include <string.h>

/* Marks of the two parties: <s>actor</s>, <t>recipient</t>. */
typedef struct marked {
    char *text; /* without the marks */
    size_t size;
    chy_span actor, recipient;
} marked;

static const char *const marks[4] = {"<s>", "</s>", "<t>", "</t>"};

static int mark_at(const char *text, size_t left) {
    for (int i = 0; i < 4; i++) {
        size_t size = strlen(marks[i]);
        if (left >= size && memcmp(text, marks[i], size) == 0) {
            return i;
        }
    }
    return -1;
}

/* White space at the ends of a marked party is none of its words. */
static chy_span trim(const char *text, size_t start_byte, size_t end_byte, uint32_t start,
                     uint32_t end) {
    while (start_byte < end_byte && text[start_byte] == ' ') {
        start_byte++;
        start++;
    }
    while (end_byte > start_byte && text[end_byte - 1] == ' ') {
        end_byte--;
        end--;
    }
    return (chy_span){start, end};
}

/* Strips the marks and finds the spans in code points. False: `reason` says what is wrong. */
static bool strip(const char *text, size_t size, marked *m, const char **reason) {
    size_t bytes[4] = {CHY_NOWHERE, CHY_NOWHERE, CHY_NOWHERE, CHY_NOWHERE};
    uint32_t points[4] = {0};
    uint32_t point = 0;
    m->text = malloc(size + 1);
    m->size = 0;
    *reason = "There is no memory.";
    if (m->text == NULL) {
        return false;
    }
    for (size_t at = 0; at < size;) {
        int mark = text[at] == '<' ? mark_at(text + at, size - at) : -1;
        if (mark >= 0) {
            if (bytes[mark] != CHY_NOWHERE) {
                *reason = "The text has more than one pair of <s>...</s> or <t>...</t>.";
                return false;
            }
            bytes[mark] = m->size;
            points[mark] = point;
            at += strlen(marks[mark]);
            continue;
        }
        point += ((unsigned char)text[at] & 0xC0u) != 0x80u;
        m->text[m->size++] = text[at++];
    }
    m->text[m->size] = '\0';
    bool halves = (bytes[0] == CHY_NOWHERE) != (bytes[1] == CHY_NOWHERE) ||
                  (bytes[2] == CHY_NOWHERE) != (bytes[3] == CHY_NOWHERE);
    if (halves || (bytes[0] == CHY_NOWHERE && bytes[2] == CHY_NOWHERE)) {
        *reason = "The text needs <s>...</s> round the actor and <t>...</t> round the recipient.";
        return false;
    }
    /* A report may name one party alone: the other's span stays empty. */
    if (bytes[0] != CHY_NOWHERE) {
        m->actor = trim(m->text, bytes[0], bytes[1], points[0], points[1]);
    }
    if (bytes[2] != CHY_NOWHERE) {
        m->recipient = trim(m->text, bytes[2], bytes[3], points[2], points[3]);
    }
    *reason = "The words between <s>...</s> or <t>...</t> are empty.";
    return (bytes[0] == CHY_NOWHERE || m->actor.end > m->actor.start) &&
           (bytes[2] == CHY_NOWHERE || m->recipient.end > m->recipient.start);
}

static void add_field(chy_cli_buffer *out, const char *value) {
    for (const char *at = value; *at != '\0'; at++) {
        (void)chy_cli_buffer_write(out, (unsigned char)*at < 0x20 ? " " : at, 1);
    }
}

/* A probability with four decimals at most, as in the tables of `code`, whatever the locale. */
static void add_probability(chy_cli_buffer *out, double value) {
    char digits[16];
    unsigned scaled = value <= 0 ? 0 : value >= 1 ? 10000 : (unsigned)(value * 10000 + 0.5);
    int size = snprintf(digits, sizeof digits, "%u.%04u", scaled / 10000, scaled % 10000);
    while (size > 0 && digits[size - 1] == '0') {
        digits[--size] = '\0';
    }
    if (size > 0 && digits[size - 1] == '.') {
        digits[size - 1] = '\0';
    }
    chy_cli_buffer_text(out, digits);
}

static void write_relation(const chy_io_item *item, const chy_relation *relation,
                           chy_cli_buffer *out) {
    bool none = relation->type == CHY_EVENT_TYPE_COUNT;
    char quad[8];
    (void)snprintf(quad, sizeof quad, "%u", none ? 0U : (unsigned)relation->quad);
    add_field(out, item->report.id);
    chy_cli_buffer_text(out, "\t");
    chy_cli_buffer_text(out, none ? "NONE" : chy_event_type_name((chy_event_type)relation->type));
    chy_cli_buffer_text(out, "\t");
    add_field(out, relation->mode);
    chy_cli_buffer_text(out, "\t");
    chy_cli_buffer_text(out, quad);
    chy_cli_buffer_text(out, "\t");
    add_field(out, relation->cameo);
    chy_cli_buffer_text(out, "\t");
    chy_cli_buffer_text(out, none ? "" : chy_event_status_name((chy_event_status)relation->status));
    chy_cli_buffer_text(out, "\t");
    add_probability(out, relation->confidence);
    chy_cli_buffer_text(out, "\n");
}

static chy_status process(const void *context, const chy_coder *coder, chy_workspace *workspace,
                          const chy_io_item *item, chy_cli_buffer *out, chy_error *err) {
    (void)context;
    marked m = {0};
    const char *reason;
    chy_status status;
    chy_doc *doc = NULL;
    if (!strip(item->report.text, item->report.text_size, &m, &reason)) {
        status =
            chy_io_fail(err, CHY_ERROR_TEXT, item->source, CHY_NOWHERE, item->line, "%s", reason);
    } else {
        chy_relation relation;
        chy_report report = item->report;
        report.text = m.text;
        report.text_size = m.size;
        status = chy_code(coder, workspace, &report, CHY_DEPTH_RECORD, &doc, err);
        if (status == CHY_OK) {
            status = chy_relate(doc, m.actor, m.recipient, &relation, err);
        }
        if (status == CHY_OK) {
            write_relation(item, &relation, out);
        }
    }
    chy_doc_free(doc);
    free(m.text);
    return status;
}

static int run_relate(const chy_cli_verb *verb, const chy_cli_settings *settings) {
    if (chy_cli_no_input(verb, settings)) {
        return CHY_EXIT_USAGE;
    }
    chy_cli_job job = {.settings = settings,
                       .process = process,
                       .header = "id\ttype\tmode\tquad\tcameo\tstatus\tconfidence\n"};
    return chy_cli_run(&job);
}

const chy_cli_verb chy_cli_relate = {
    .name = "relate",
    .arguments = "[options] [FILE...]",
    .summary = "says what one marked party does to another",
    .about =
        "Reads TSV with a header and the columns id and text (CSV and JSON Lines too), in which\n"
        "<s>...</s> marks the actor and <t>...</t> the recipient; a row may mark one of them "
        "alone,\n"
        "and its answer has less confidence. Writes TSV: id type mode quad cameo\n"
        "status confidence; type is NONE where nothing relates the two.\n",
    .example = "printf 'id\\ttext\\n1\\t<s>Peru</s> thanked <t>Chile</t>.\\n' | chancery relate",
    .accepted = 1u << CHY_IO_TSV | 1u << CHY_IO_CSV | 1u << CHY_IO_JSONL,
    .options = CHY_OPTIONS_OF_CODER | CHY_OPTIONS_OF_INPUT | CHY_OPTIONS_OF_MANY,
    .run = run_relate,
};
