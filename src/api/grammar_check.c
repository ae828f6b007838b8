#include "api/doc.h"
#include "events/grammar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PROBLEM_SIZE 256

/* What is passed through the parser's report to the caller's. */
typedef struct problems {
    chy_grammar_report *report;
    void *context;
    size_t count;
} problems;

static void pass_on(void *context, const chy_error *problem) {
    problems *p = context;
    p->count++;
    if (p->report != NULL) {
        p->report(p->context, problem);
    }
}

/* "grammar/CONSULT.grammar" is our "CONSULT.grammar": a file under check takes the place of the one
 * of its name. */
static bool same_file(const char *path, const char *name) {
    const char *slash = strrchr(path, '/');
    const char *other = strrchr(name, '/');
    return strcmp(slash != NULL ? slash + 1 : path, other != NULL ? other + 1 : name) == 0;
}

/* The coder's files without the one of the same name, and the checked one last. NULL: no memory. */
static chy_grammar_source *gather(const chy_coder *coder, const chy_grammar_source *source,
                                  size_t *count) {
    size_t known = coder != NULL ? coder->source_count : 0;
    chy_grammar_source *sources = malloc((known + 1) * sizeof *sources);
    *count = 0;
    if (sources == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < known; i++) {
        if (!same_file(source->name, coder->sources[i].name)) {
            sources[(*count)++] = coder->sources[i];
        }
    }
    sources[(*count)++] = *source;
    return sources;
}

static void say(problems *p, const char *file, const chy_grammar_example *example,
                const char *problem) {
    chy_error err;
    (void)chy_fail(&err, CHY_ERROR_GRAMMAR, file, CHY_NOWHERE, example->line, "%s: \"%.120s\": %s",
                   example->rule, example->sentence, problem);
    err.column = example->column;
    pass_on(p, &err);
}

static bool is_made(const chy_doc *doc, const char *rule) {
    for (uint32_t i = 0; i < doc->content.event_count; i++) {
        if (chy_event_made_by(&doc->content.events[i], rule)) {
            return true;
        }
    }
    return false;
}

static const chy_near_miss *miss_of(const chy_doc *doc, const char *rule) {
    for (uint32_t i = 0; i < doc->events.near_miss_count; i++) {
        if (strcmp(doc->events.near_misses[i].rule, rule) == 0) {
            return &doc->events.near_misses[i];
        }
    }
    return NULL;
}

/* Which rule went first, and what would turn it. */
static void add_winner(const chy_near_miss *miss, char *out, size_t size) {
    char prefer[16] = "no `prefer`";
    if (miss->prefer != CHY_NO_PREFER) {
        (void)snprintf(prefer, sizeof prefer, "`prefer %d`", miss->prefer);
    }
    (void)snprintf(out, size, "; %s goes before it, and %s would turn that", miss->winner, prefer);
}

/* The word of the sentence that a rule names as its verb, but not by its lemma; NULL for none. */
static const chy_word *named_by_form(const chy_doc *doc, const chy_grammar *grammar,
                                     const char *rule) {
    for (uint32_t i = 0; i < grammar->predicate_count; i++) {
        const chy_predicate *predicate = &grammar->predicates[i];
        if (strcmp(grammar->rules[predicate->rule].name, rule) != 0) {
            continue;
        }
        const char *named = chy_words_get(grammar->words, predicate->term.parts[0]);
        for (uint32_t w = 0; w < doc->content.word_count; w++) {
            const chy_word *word = &doc->content.words[w];
            if (chy_same(word->form, named) && !chy_same(word->lemma, named)) {
                return word;
            }
        }
    }
    return NULL;
}

/* What the rule's silence came from: a predicate that is no lemma, the rules that made the events
 * there are, else why it missed. */
static void add_reason(const chy_doc *doc, const chy_grammar *grammar,
                       const chy_grammar_example *example, char *problem, size_t size) {
    size_t used = strlen(problem);
    const char *between = "; made are ";
    if (example->counter || is_made(doc, example->rule)) {
        return;
    }
    const chy_word *word = named_by_form(doc, grammar, example->rule);
    if (word != NULL) {
        (void)snprintf(problem + used, size - used,
                       "; predicates are lemmas, and \"%.40s\" is a form of \"%.40s\"", word->form,
                       word->lemma);
        return;
    }
    const chy_near_miss *miss = miss_of(doc, example->rule);
    if (miss != NULL && miss->winner != NULL) {
        add_winner(miss, problem + used, size - used);
        return;
    }
    for (uint32_t i = 0; i < doc->content.event_count && used < size; i++) {
        const chy_event *event = &doc->content.events[i];
        int more = snprintf(problem + used, size - used, "%s%s", between,
                            event->evidence_count > 0 ? event->evidence[0].rule : "?");
        used += more > 0 ? (size_t)more : 0;
        between = ", ";
    }
    if (miss != NULL && used < size) {
        (void)snprintf(problem + used, size - used, "; %s%s%s", miss->reason,
                       miss->words != NULL ? ": " : "", miss->words != NULL ? miss->words : "");
    }
}

/* Codes one example's sentence and compares. */
static chy_status check_example(const chy_coder *coder, chy_workspace *workspace, const char *file,
                                const chy_grammar_example *example, problems *p, chy_error *err) {
    char problem[PROBLEM_SIZE] = "";
    chy_doc *doc = NULL;
    const chy_report report = {.text = example->sentence, .text_size = strlen(example->sentence)};
    chy_status status = chy_code(coder, workspace, &report, CHY_DEPTH_RECORD, &doc, err);
    if (status == CHY_ERROR_TEXT) {
        say(p, file, example, err->message);
        return CHY_OK;
    }
    if (status == CHY_OK &&
        !chy_grammar_example_holds(example, &doc->content, problem, sizeof problem)) {
        add_reason(doc, coder->grammar, example, problem, sizeof problem);
        say(p, file, example, problem);
    }
    chy_doc_free(doc);
    return status;
}

/* Runs the examples of the rules that stand in the last file of the grammar. */
static chy_status check_examples(const chy_coder *coder, chy_grammar *grammar,
                                 const chy_grammar_source *source, uint32_t file, problems *p,
                                 chy_error *err) {
    chy_coder with = *coder; /* the same but for the grammar; it owns nothing */
    chy_workspace *workspace = NULL;
    with.grammar = grammar;
    chy_status status = chy_workspace_new(&with, &workspace, err);
    for (uint32_t i = 0; status == CHY_OK && i < grammar->rule_count; i++) {
        const chy_rule *rule = &grammar->rules[i];
        for (uint32_t k = 0; status == CHY_OK && rule->file == file && k < rule->example_count;
             k++) {
            status = check_example(&with, workspace, source->name,
                                   &grammar->examples[rule->first_example + k], p, err);
        }
    }
    chy_workspace_free(workspace);
    return status;
}

/* Remarks and empty lines alone: a slip, since files of shared sets or contexts hold those. */
static bool blank(const chy_grammar_source *source) {
    bool remark = false;
    for (size_t i = 0; i < source->size; i++) {
        char c = source->text[i];
        remark = c != '\n' && (remark || c == '#');
        if (!remark && c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            return false;
        }
    }
    return true;
}

chy_status chy_grammar_check(const chy_coder *coder, const chy_grammar_source *source,
                             chy_grammar_report *report, void *context, chy_error *err) {
    problems p = {report, context, 0};
    chy_grammar *grammar = NULL;
    size_t count;
    chy_grammar_source *sources = gather(coder, source, &count);
    if (sources == NULL) {
        return chy_fail_memory(err);
    }
    chy_status status = chy_grammar_open_reporting(
        sources, count, true, coder != NULL ? coder->lexicon : NULL, pass_on, &p, &grammar, err);
    if (status == CHY_OK && blank(source)) {
        chy_error nothing;
        (void)chy_fail(&nothing, CHY_ERROR_GRAMMAR, source->name, CHY_NOWHERE, CHY_NOWHERE,
                       "This holds no rules.");
        pass_on(&p, &nothing);
    }
    if (status == CHY_OK && coder != NULL) {
        status = check_examples(coder, grammar, source, (uint32_t)(count - 1), &p, err);
    }
    chy_grammar_free(grammar);
    free(sources);
    if (status == CHY_OK && p.count > 0) {
        status = chy_fail(err, CHY_ERROR_GRAMMAR, source->name, CHY_NOWHERE, CHY_NOWHERE,
                          "%zu problems were found.", p.count);
    }
    return status;
}
