#include "cli.h"

#include <stdlib.h>
#include <string.h>

/* Seconds by stage, and what they were spent on. */
typedef struct figures {
    double stages[CHY_STAGE_COUNT];
    double write;
    double last; /* when the stage before ended */
    size_t reports, words, sentences, bytes, events;
} figures;

static void stage_ended(void *context, chy_stage stage) {
    figures *f = context;
    double now = chy_cli_now();
    f->stages[stage] += now - f->last;
    f->last = now;
}

static bool count_bytes(void *context, const char *data, size_t size) {
    (void)data;
    *(size_t *)context += size;
    return true;
}

/* Lines of /proc/self/status such as "VmRSS:     5120 kB", in MB; 0 where there is no such file. */
static double memory(const char *name) {
    char line[128];
    double found = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        size_t size = strlen(name);
        if (strncmp(line, name, size) == 0 && line[size] == ':') {
            found = (double)strtoul(line + size + 1, NULL, 10) / 1024;
        }
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return found;
}

static bool bench_item(const chy_coder *coder, chy_workspace *workspace, const chy_io_item *item,
                       figures *f) {
    chy_doc *doc = NULL;
    chy_error err;
    size_t written = 0;
    f->last = chy_cli_now();
    if (chy_code(coder, workspace, &item->report, CHY_DEPTH_RECORD, &doc, &err) != CHY_OK) {
        chy_cli_say("%s: %s", item->source, err.message);
        return false;
    }
    double before = chy_cli_now();
    bool good = chy_write(doc, CHY_FORMAT_JSON, NULL, count_bytes, &written, &err) == CHY_OK;
    f->write += chy_cli_now() - before;
    const chy_doc_content *content = chy_doc_view(doc);
    f->reports++;
    f->words += content->word_count;
    f->sentences += content->sentence_count;
    f->bytes += content->text_size;
    f->events += content->event_count;
    chy_doc_free(doc);
    return good;
}

static bool bench_input(const chy_cli_settings *settings, const chy_coder *coder,
                        chy_workspace *workspace, figures *f) {
    chy_io_reader *reader = NULL;
    chy_io_item item;
    chy_error err;
    const char *const *paths = (const char *const *)settings->files;
    if (chy_io_reader_new(paths, settings->file_count, &settings->input, &reader, &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
        return false;
    }
    bool good = true;
    chy_io_result result = CHY_IO_ITEM;
    while (good && (result = chy_io_reader_next(reader, &item, &err)) == CHY_IO_ITEM) {
        good = bench_item(coder, workspace, &item, f);
        chy_io_item_free(&item);
    }
    if (good && result != CHY_IO_END) {
        chy_cli_say_error(&err);
        chy_io_item_free(&item);
        good = false;
    }
    chy_io_reader_free(reader);
    return good;
}

static double total(const figures *f) {
    double sum = f->write;
    for (int i = 0; i < CHY_STAGE_COUNT; i++) {
        sum += f->stages[i];
    }
    return sum;
}

static double rate(size_t count, double seconds) {
    return seconds > 0 ? (double)count / seconds : 0;
}

/* What was measured beside the stages. */
typedef struct surroundings {
    double start_up; /* seconds to open the coder */
    size_t workspace;
    const char *instruction_set;
} surroundings;

static void print_count(size_t count, const char *noun) {
    printf("%zu %s%s, ", count, noun, count == 1 ? "" : "s");
}

static void print_text(const figures *best, const surroundings *s) {
    double all = total(best);
    print_count(best->reports, "report");
    print_count(best->sentences, "sentence");
    print_count(best->words, "word");
    print_count(best->bytes, "byte");
    printf("%zu event%s; one thread, %s\n\n", best->events, best->events == 1 ? "" : "s",
           s->instruction_set);
    printf("%-12s %12s %8s\n", "stage", "words/s", "share");
    for (int i = 0; i < CHY_STAGE_COUNT; i++) {
        printf("%-12s %12.0f %7.1f%%\n", chy_stage_name((chy_stage)i),
               rate(best->words, best->stages[i]), all > 0 ? 100 * best->stages[i] / all : 0);
    }
    printf("%-12s %12.0f %7.1f%%\n", "record", rate(best->words, best->write),
           all > 0 ? 100 * best->write / all : 0);
    printf("%-12s %12.0f\n\n", "all", rate(best->words, all));
    printf("start-up     %10.1f ms\n", s->start_up * 1000);
    printf("workspace    %10.1f MB\n", (double)s->workspace / 1048576);
    printf("resident     %10.1f MB (peak %.1f MB)\n", memory("VmRSS"), memory("VmHWM"));
}

static void print_json(const figures *best, const surroundings *s) {
    printf("{\"version\":\"%s\",\"instruction_set\":\"%s\",\"reports\":%zu,\"sentences\":%zu,"
           "\"words\":%zu,\"bytes\":%zu,\"events\":%zu,\"words_per_second\":{",
           CHY_VERSION, s->instruction_set, best->reports, best->sentences, best->words,
           best->bytes, best->events);
    for (int i = 0; i < CHY_STAGE_COUNT; i++) {
        printf("\"%s\":%.0f,", chy_stage_name((chy_stage)i), rate(best->words, best->stages[i]));
    }
    printf("\"record\":%.0f,\"all\":%.0f},\"start_up_ms\":%.1f,\"workspace_mb\":%.1f,"
           "\"resident_mb\":%.1f,\"peak_mb\":%.1f}\n",
           rate(best->words, best->write), rate(best->words, total(best)), s->start_up * 1000,
           (double)s->workspace / 1048576, memory("VmRSS"), memory("VmHWM"));
}

static int run_bench(const chy_cli_verb *verb, const chy_cli_settings *settings) {
    if (chy_cli_no_input(verb, settings)) {
        return CHY_EXIT_USAGE;
    }
    chy_cli_coder coder;
    chy_workspace *workspace = NULL;
    chy_error err;
    figures best = {0};
    double before = chy_cli_now();
    if (!chy_cli_coder_open(settings, &coder)) {
        return CHY_EXIT_DATA;
    }
    surroundings s = {.start_up = chy_cli_now() - before,
                      .instruction_set = chy_coder_identity(coder.coder)->instruction_set};
    int status = CHY_EXIT_UNREADABLE;
    if (chy_workspace_new(coder.coder, &workspace, &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
    } else {
        unsigned repeat = settings->file_count > 0 ? settings->repeat : 1;
        status = CHY_EXIT_DONE;
        for (unsigned i = 0; i < repeat && status == CHY_EXIT_DONE; i++) {
            figures f = {0};
            chy_workspace_watch(workspace, stage_ended, &f);
            if (!bench_input(settings, coder.coder, workspace, &f)) {
                status = CHY_EXIT_UNREADABLE;
            } else if (i == 0 || total(&f) < total(&best)) {
                best = f;
            }
        }
        s.workspace = chy_workspace_size(workspace);
    }
    if (status == CHY_EXIT_DONE && best.words == 0) {
        chy_cli_say("the input has no words to measure.");
        status = CHY_EXIT_NOTHING;
    }
    if (status == CHY_EXIT_DONE && settings->json) {
        print_json(&best, &s);
    } else if (status == CHY_EXIT_DONE) {
        print_text(&best, &s);
    }
    chy_workspace_free(workspace);
    chy_cli_coder_close(&coder);
    return status;
}

const chy_cli_verb chy_cli_bench = {
    .name = "bench",
    .arguments = "[options] [FILE...]",
    .summary = "measures words a second by stage, start-up and memory",
    .about =
        "Reads reports on one thread and prints words a second by stage, the time to open the\n"
        "data files and memory. Of several rounds the fastest counts. CHANCERY_ISA=portable,\n"
        "avx2 or avx512vnni chooses the instruction set; all give the same bytes.\n",
    .example = "chancery bench examples/summit.txt",
    .accepted = 1u << CHY_IO_TEXT | 1u << CHY_IO_JSONL | 1u << CHY_IO_CSV | 1u << CHY_IO_TSV,
    .options = CHY_OPTIONS_OF_CODER | CHY_OPTIONS_OF_INPUT | CHY_BIT(CHY_OPTION_JSON) |
               CHY_BIT(CHY_OPTION_REPEAT),
    .run = run_bench,
};
