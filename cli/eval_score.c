#include "eval.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Gold words times system words of one run of multi-word tokens; real ones have a few words. */
#define RUN_LIMIT ((size_t)1 << 22)
/* Features of a word that are compared one by one. */
#define FEATURE_LIMIT 64u

static bool same(eval_text a, eval_text b) {
    return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

/* The next character in lower case, white space passed over; -1 at the end. */
static utf8proc_int32_t next_lower(eval_text text, size_t *at) {
    while (*at < text.size) {
        size_t space = chy_eval_space(text.data + *at, text.size - *at);
        if (space == 0) {
            break;
        }
        *at += space;
    }
    if (*at >= text.size) {
        return -1;
    }
    utf8proc_int32_t c = 0;
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text.data + *at,
                                             (utf8proc_ssize_t)(text.size - *at), &c);
    if (size <= 0) {
        return (unsigned char)text.data[(*at)++]; /* not UTF-8: as it stands */
    }
    *at += (size_t)size;
    return utf8proc_tolower(c);
}

static bool same_form(const eval_word *a, const eval_word *b) {
    size_t at_a = 0;
    size_t at_b = 0;
    for (;;) {
        utf8proc_int32_t one = next_lower(a->form, &at_a);
        if (one != next_lower(b->form, &at_b)) {
            return false;
        }
        if (one < 0) {
            return true;
        }
    }
}

/* ---- Alignment
 * -------------------------------------------------------------------------------------- */

/* Words [first, end) of a file. */
typedef struct run {
    const eval_file *file;
    uint32_t first, end;
} run;

static bool is_beyond(const run *r, uint32_t end) {
    if (r->end >= r->file->word_count) {
        return true;
    }
    const eval_word *word = &r->file->words[r->end];
    return word->multiword ? word->start >= end : word->end > end;
}

/* Takes one more word into the run; where the multi-word tokens so far end. */
static uint32_t take_word(run *r, uint32_t end) {
    const eval_word *word = &r->file->words[r->end++];
    return word->multiword && word->end > end ? word->end : end;
}

static uint32_t start_of(const run *r) {
    return r->end < r->file->word_count ? r->file->words[r->end].start : UINT32_MAX;
}

/* Widens both runs, empty so far and at a multi-word token on one side, to the fewest words that
 * hold all multi-word tokens that they touch. A word that starts before the token is not of it. */
static void find_run(run *gold, run *system) {
    const eval_word *a = &gold->file->words[gold->first];
    const eval_word *b = &system->file->words[system->first];
    uint32_t end = a->multiword ? a->end : b->end;
    if (a->multiword) {
        system->first += !b->multiword && b->start < a->start;
    } else {
        gold->first += a->start < b->start;
    }
    gold->end = gold->first;
    system->end = system->first;
    while (!is_beyond(gold, end) || !is_beyond(system, end)) {
        bool from_gold = gold->end < gold->file->word_count && start_of(gold) <= start_of(system);
        end = take_word(from_gold ? gold : system, end);
    }
}

/* The longest common subsequence of forms; `lengths` has (gold words + 1) * (system words + 1). */
static void align_run(const run *gold, const run *system, uint32_t *lengths, uint32_t *system_of) {
    const uint32_t gold_count = gold->end - gold->first;
    const uint32_t system_count = system->end - system->first;
    const size_t row = (size_t)system_count + 1;
    const eval_word *a = gold->file->words + gold->first;
    const eval_word *b = system->file->words + system->first;
    memset(lengths, 0, ((size_t)gold_count + 1) * row * sizeof *lengths);
    for (uint32_t g = gold_count; g-- > 0;) {
        for (uint32_t s = system_count; s-- > 0;) {
            uint32_t *here = &lengths[g * row + s];
            uint32_t skip = here[row] > here[1] ? here[row] : here[1];
            bool longer = same_form(&a[g], &b[s]) && here[row + 1] + 1 > skip;
            *here = longer ? here[row + 1] + 1 : skip;
        }
    }
    uint32_t g = 0;
    uint32_t s = 0;
    while (g < gold_count && s < system_count) {
        const uint32_t *here = &lengths[g * row + s];
        if (same_form(&a[g], &b[s])) {
            system_of[gold->first + g++] = system->first + s++;
        } else if (here[0] == here[row]) {
            g++;
        } else {
            s++;
        }
    }
}

/* A run of multi-word tokens; false: there is no memory, or it is absurdly long. */
static bool align_tokens(run *gold, run *system, uint32_t *system_of) {
    find_run(gold, system);
    size_t cells =
        ((size_t)gold->end - gold->first + 1) * ((size_t)system->end - system->first + 1);
    if (cells > RUN_LIMIT) {
        chy_cli_say("%s:%u: multi-word tokens of too many words to align.", gold->file->path,
                    gold->file->words[gold->first].line);
        return false;
    }
    uint32_t *lengths = malloc(cells * sizeof *lengths);
    if (lengths == NULL) {
        chy_cli_say("there is no memory to align the words.");
        return false;
    }
    align_run(gold, system, lengths, system_of);
    free(lengths);
    return true;
}

/* Fills system_of[gold word] with the system's word, or CHY_NONE. */
static bool align(const eval_file *gold, const eval_file *system, uint32_t *system_of) {
    uint32_t g = 0;
    uint32_t s = 0;
    memset(system_of, 0xFF, gold->word_count * sizeof *system_of);
    while (g < gold->word_count && s < system->word_count) {
        const eval_word *a = &gold->words[g];
        const eval_word *b = &system->words[s];
        if (a->multiword || b->multiword) {
            run gold_run = {gold, g, g};
            run system_run = {system, s, s};
            if (!align_tokens(&gold_run, &system_run, system_of)) {
                return false;
            }
            g = gold_run.end;
            s = system_run.end;
        } else if (a->start == b->start && a->end == b->end) {
            system_of[g++] = s++;
        } else if (a->start <= b->start) {
            g++;
        } else {
            s++;
        }
    }
    return true;
}

/* ---- Comparing
 * ---------------------------------------------------------------------------------------- */

/* The features the shared task compares. */
static bool universal(const char *feature, size_t size) {
    static const char *const names[] = {
        "PronType", "NumType", "Poss",  "Reflex",   "Foreign",  "Abbr",     "Gender",
        "Animacy",  "Number",  "Case",  "Definite", "Degree",   "VerbForm", "Mood",
        "Tense",    "Aspect",  "Voice", "Evident",  "Polarity", "Person",   "Polite"};
    const char *equals = memchr(feature, '=', size);
    size_t length = equals != NULL ? (size_t)(equals - feature) : size;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strlen(names[i]) == length && memcmp(names[i], feature, length) == 0) {
            return true;
        }
    }
    return false;
}

static int by_content(const void *a, const void *b) {
    const eval_text *one = a;
    const eval_text *other = b;
    int order = memcmp(one->data, other->data, one->size < other->size ? one->size : other->size);
    return order != 0 ? order : (one->size > other->size) - (one->size < other->size);
}

/* The universal features of a word, sorted; their number, FEATURE_LIMIT at most. */
static size_t read_features(eval_text feats, eval_text features[FEATURE_LIMIT]) {
    size_t count = 0;
    for (size_t at = 0; at < feats.size && count < FEATURE_LIMIT;) {
        const char *bar = memchr(feats.data + at, '|', feats.size - at);
        size_t end = bar != NULL ? (size_t)(bar - feats.data) : feats.size;
        if (universal(feats.data + at, end - at)) {
            features[count++] = (eval_text){feats.data + at, end - at};
        }
        at = end + 1;
    }
    qsort(features, count, sizeof *features, by_content);
    return count;
}

static bool same_features(eval_text a, eval_text b) {
    eval_text ours[FEATURE_LIMIT];
    eval_text theirs[FEATURE_LIMIT];
    if (same(a, b)) {
        return true;
    }
    size_t count = read_features(a, ours);
    if (count != read_features(b, theirs)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!same(ours[i], theirs[i])) {
            return false;
        }
    }
    return true;
}

/* "nsubj" of "nsubj:pass". */
static eval_text main_relation(eval_text deprel) {
    const char *colon = memchr(deprel.data, ':', deprel.size);
    return colon != NULL ? (eval_text){deprel.data, (size_t)(colon - deprel.data)} : deprel;
}

/* Words that have a head, or are a root. */
static uint32_t headed(const eval_file *file) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < file->word_count; i++) {
        count += file->words[i].has_head;
    }
    return count;
}

static void compare_words(const eval_file *gold, const eval_file *system, const uint32_t *system_of,
                          eval_score *scores) {
    for (int measure = EVAL_WORDS; measure <= EVAL_LAS; measure++) {
        bool of_tree = measure == EVAL_UAS || measure == EVAL_LAS;
        scores[measure].gold = of_tree ? headed(gold) : gold->word_count;
        scores[measure].system = of_tree ? headed(system) : system->word_count;
    }
    for (uint32_t i = 0; i < gold->word_count; i++) {
        if (system_of[i] == CHY_NONE) {
            continue;
        }
        const eval_word *a = &gold->words[i];
        const eval_word *b = &system->words[system_of[i]];
        bool lemma = same(a->lemma, b->lemma) || (a->lemma.size == 1 && a->lemma.data[0] == '_');
        bool head = a->head == CHY_NONE ? b->head == CHY_NONE
                                        : b->head != CHY_NONE && system_of[a->head] == b->head;
        head = head && a->has_head && b->has_head;
        scores[EVAL_WORDS].correct++;
        scores[EVAL_UPOS].correct += same(a->upos, b->upos);
        scores[EVAL_XPOS].correct += same(a->xpos, b->xpos);
        scores[EVAL_FEATS].correct += same_features(a->feats, b->feats);
        scores[EVAL_LEMMAS].correct += lemma;
        scores[EVAL_UAS].correct += head;
        scores[EVAL_LAS].correct +=
            head && same(main_relation(a->deprel), main_relation(b->deprel));
    }
}

static int kind_measure(eval_text kind) {
    static const struct {
        const char *name;
        int measure;
    } kinds[] = {{"PER", EVAL_PER}, {"ORG", EVAL_ORG}, {"LOC", EVAL_LOC}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (kind.size == 3 && memcmp(kind.data, kinds[i].name, 3) == 0) {
            return kinds[i].measure;
        }
    }
    return EVAL_MEASURE_COUNT;
}

/* PER, ORG and LOC; other kinds are left out, since not every gold file has them. */
static void compare_names(const eval_file *gold, const eval_file *system, eval_score *scores) {
    for (uint32_t i = 0; i < gold->name_count; i++) {
        int measure = kind_measure(gold->names[i].kind);
        if (measure < EVAL_MEASURE_COUNT) {
            scores[measure].gold++;
            scores[EVAL_NAMES].gold++;
        }
    }
    uint32_t at = 0;
    for (uint32_t i = 0; i < system->name_count; i++) {
        const eval_span *name = &system->names[i];
        int measure = kind_measure(name->kind);
        if (measure == EVAL_MEASURE_COUNT) {
            continue;
        }
        scores[measure].system++;
        scores[EVAL_NAMES].system++;
        while (at < gold->name_count && gold->names[at].start < name->start) {
            at++;
        }
        if (at < gold->name_count && gold->names[at].start == name->start &&
            gold->names[at].end == name->end && same(gold->names[at].kind, name->kind)) {
            scores[measure].correct++;
            scores[EVAL_NAMES].correct++;
        }
    }
}

static void compare_sentences(const eval_file *gold, const eval_file *system, eval_score *score) {
    uint32_t at = 0;
    score->gold = gold->sentence_count;
    score->system = system->sentence_count;
    for (uint32_t i = 0; i < system->sentence_count; i++) {
        while (at < gold->sentence_count &&
               gold->sentences[at].start < system->sentences[i].start) {
            at++;
        }
        score->correct += at < gold->sentence_count &&
                          gold->sentences[at].start == system->sentences[i].start &&
                          gold->sentences[at].end == system->sentences[i].end;
    }
}

/* The word that has the character `at`, or the last one. */
static const eval_word *word_with(const eval_file *file, uint32_t at) {
    uint32_t i = 0;
    while (i + 1 < file->word_count && file->words[i].end <= at) {
        i++;
    }
    return &file->words[i];
}

static void say_difference(const eval_file *gold, const eval_file *system) {
    uint32_t at = 0;
    for (size_t i = 0; i < gold->character_size && i < system->character_size &&
                       gold->characters[i] == system->characters[i];
         i++) {
        at += ((unsigned char)gold->characters[i] & 0xC0u) != 0x80u;
    }
    const eval_word *a = word_with(gold, at);
    const eval_word *b = word_with(system, at);
    chy_cli_say("the files hold different texts: \"%.*s\" at %s:%u, \"%.*s\" at %s:%u.",
                (int)(a->form.size < 80 ? a->form.size : 80), a->form.data, gold->path, a->line,
                (int)(b->form.size < 80 ? b->form.size : 80), b->form.data, system->path, b->line);
}

bool chy_eval_score(const eval_file *gold, const eval_file *system,
                    eval_score scores[EVAL_MEASURE_COUNT]) {
    memset(scores, 0, EVAL_MEASURE_COUNT * sizeof *scores);
    if (gold->character_size != system->character_size ||
        memcmp(gold->characters, system->characters, gold->character_size) != 0) {
        say_difference(gold, system);
        return false;
    }
    uint32_t *system_of = malloc((size_t)gold->word_count * sizeof *system_of);
    if (system_of == NULL) {
        chy_cli_say("there is no memory to align the words.");
        return false;
    }
    if (!align(gold, system, system_of)) {
        free(system_of);
        return false;
    }
    compare_words(gold, system, system_of, scores);
    compare_names(gold, system, scores);
    compare_sentences(gold, system, &scores[EVAL_SENTENCES]);
    free(system_of);
    return true;
}

double chy_eval_f1(const eval_score *score) {
    uint32_t both = score->gold + score->system;
    return both == 0 ? 0 : 200.0 * score->correct / both;
}
