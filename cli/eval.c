#include "eval.h"

static const char *const names[EVAL_MEASURE_COUNT] = {
    "Sentences", "Words", "UPOS",  "XPOS",      "UFeats",    "Lemmas",
    "UAS",       "LAS",   "Names", "Names PER", "Names ORG", "Names LOC"};

/* Hundredths, whatever the locale. */
static void print_number(double value, int width) {
    long scaled = (long)(value * 100 + (value < 0 ? -0.5 : 0.5));
    char digits[32];
    (void)snprintf(digits, sizeof digits, "%s%ld.%02ld", scaled < 0 ? "-" : "",
                   scaled < 0 ? -scaled / 100 : scaled / 100,
                   scaled < 0 ? -scaled % 100 : scaled % 100);
    printf("%*s", width, digits);
}

static double share(uint32_t part, uint32_t whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
}

static void print_table(const eval_score *scores, const eval_score *other) {
    printf("%-10s%10s%10s%10s", "measure", "precision", "recall", "F1");
    if (other != NULL) {
        printf("%10s%10s", "compared", "change");
    }
    printf("\n");
    for (int i = 0; i < EVAL_MEASURE_COUNT; i++) {
        if (scores[i].gold == 0) {
            continue; /* the gold file has none of it */
        }
        printf("%-10s", names[i]);
        print_number(share(scores[i].correct, scores[i].system), 10);
        print_number(share(scores[i].correct, scores[i].gold), 10);
        print_number(chy_eval_f1(&scores[i]), 10);
        if (other != NULL) {
            print_number(chy_eval_f1(&other[i]), 10);
            print_number(chy_eval_f1(&scores[i]) - chy_eval_f1(&other[i]), 10);
        }
        printf("\n");
    }
}

static void print_json(const char *path, const eval_score *scores) {
    chy_cli_buffer name = {0};
    chy_cli_buffer_json(&name, path);
    printf("{\"file\":%.*s", (int)name.size, name.data);
    chy_cli_buffer_free(&name);
    for (int i = 0; i < EVAL_MEASURE_COUNT; i++) {
        printf(",\"%s\":{\"gold\":%u,\"system\":%u,\"correct\":%u,\"f1\":", names[i],
               scores[i].gold, scores[i].system, scores[i].correct);
        print_number(chy_eval_f1(&scores[i]), 0);
        printf("}");
    }
    printf("}\n");
}

static int run_eval(const chy_cli_verb *verb, const chy_cli_settings *settings) {
    if (settings->file_count != 2) {
        chy_cli_say("eval wants a gold file and a file to score; `chancery %s --help` says more.",
                    verb->name);
        return CHY_EXIT_USAGE;
    }
    const char *paths[3] = {settings->files[0], settings->files[1], settings->compare};
    eval_file files[3] = {0};
    eval_score scores[2][EVAL_MEASURE_COUNT];
    int count = settings->compare != NULL ? 3 : 2;
    bool good = true;
    for (int i = 0; good && i < count; i++) {
        good = chy_eval_read(paths[i], &files[i]);
    }
    for (int i = 1; good && i < count; i++) {
        good = chy_eval_score(&files[0], &files[i], scores[i - 1]);
    }
    if (good && settings->json) {
        for (int i = 1; i < count; i++) {
            print_json(paths[i], scores[i - 1]);
        }
    } else if (good) {
        print_table(scores[0], count == 3 ? scores[1] : NULL);
    }
    for (int i = 0; i < count; i++) {
        chy_eval_free(&files[i]);
    }
    return good ? CHY_EXIT_DONE : CHY_EXIT_UNREADABLE;
}

const chy_cli_verb chy_cli_eval = {
    .name = "eval",
    .arguments = "[options] GOLD FILE",
    .summary = "scores CoNLL-U against a gold file",
    .about =
        "Scores a CoNLL-U file against a gold one as the CoNLL 2018 shared task does: sentences,\n"
        "words, tags, features, lemmas, UAS and LAS; and names (NER= in MISC) by exact span and\n"
        "kind. Both must hold the same text, white space aside; where they differ the first words\n"
        "that do are named. A HEAD of _ is left out of UAS and LAS. Names are PER, ORG and LOC.\n"
        "Empty nodes and enhanced dependencies are not scored. With --compare the scores of a\n"
        "second file stand beside the first's.\n",
    .example = "chancery eval tests/cli/gold.conllu tests/cli/gold.conllu",
    .options = CHY_OPTIONS_OF_ALL | CHY_BIT(CHY_OPTION_COMPARE) | CHY_BIT(CHY_OPTION_JSON),
    .run = run_eval,
};
