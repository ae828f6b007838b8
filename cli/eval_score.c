#include "eval.h"

#include <stdlib.h>
#include <string.h>

/* Words of one run of multi-word tokens; longer ones are aligned by their characters alone. */
#define RUN_LIMIT 64u

static bool same(eval_text a, eval_text b) {
    return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static bool same_form(const eval_word *a, const eval_word *b) {
    if (a->form.size != b->form.size) {
        return false;
    }
    for (size_t i = 0; i < a->form.size; i++) {
        if (lower(a->form.data[i]) != lower(b->form.data[i])) {
            return false;
        }
    }
    return true;
}

/* ---- Alignment
 * -------------------------------------------------------------------------------------- */

/* The end of the run of words from `at` that reach no further than the characters of multi-word
 * tokens on either side. */
static void find_run(const eval_file *gold, const eval_file *system, uint32_t *gold_end,
                     uint32_t *system_end) {
    uint32_t end = 0;
    if (gold->words[*gold_end].multiword) {
        end = gold->words[*gold_end].end;
    }
    if (system->words[*system_end].multiword && system->words[*system_end].end > end) {
        end = system->words[*system_end].end;
    }
    for (;;) {
        bool gold_inside = *gold_end < gold->word_count && gold->words[*gold_end].start < end;
        bool system_inside =
            *system_end < system->word_count && system->words[*system_end].start < end;
        if (gold_inside) {
            const eval_word *word = &gold->words[(*gold_end)++];
            end = word->multiword && word->end > end ? word->end : end;
        } else if (system_inside) {
            const eval_word *word = &system->words[(*system_end)++];
            end = word->multiword && word->end > end ? word->end : end;
        } else {
            return;
        }
    }
}

/* The longest common subsequence of forms. */
static void align_run(const eval_file *gold, uint32_t gold_first, uint32_t gold_count,
                      const eval_file *system, uint32_t system_first, uint32_t system_count,
                      uint32_t *system_of) {
    static uint8_t length[RUN_LIMIT + 1][RUN_LIMIT + 1];
    if (gold_count > RUN_LIMIT || system_count > RUN_LIMIT) {
        return;
    }
    memset(length, 0, sizeof length);
    for (uint32_t g = gold_count; g-- > 0;) {
        for (uint32_t s = system_count; s-- > 0;) {
            uint8_t skip =
                length[g + 1][s] > length[g][s + 1] ? length[g + 1][s] : length[g][s + 1];
            bool equal = same_form(&gold->words[gold_first + g], &system->words[system_first + s]);
            uint8_t take = (uint8_t)(length[g + 1][s + 1] + 1);
            length[g][s] = equal && take > skip ? take : skip;
        }
    }
    uint32_t g = 0;
    uint32_t s = 0;
    while (g < gold_count && s < system_count) {
        if (same_form(&gold->words[gold_first + g], &system->words[system_first + s]) &&
            length[g][s] == length[g + 1][s + 1] + 1) {
            system_of[gold_first + g++] = system_first + s++;
        } else if (length[g][s] == length[g + 1][s]) {
            g++;
        } else {
            s++;
        }
    }
}

/* Fills system_of[gold word] with the system's word, or CHY_NONE. */
static void align(const eval_file *gold, const eval_file *system, uint32_t *system_of) {
    uint32_t g = 0;
    uint32_t s = 0;
    memset(system_of, 0xFF, gold->word_count * sizeof *system_of);
    while (g < gold->word_count && s < system->word_count) {
        const eval_word *a = &gold->words[g];
        const eval_word *b = &system->words[s];
        if (a->multiword || b->multiword) {
            uint32_t gold_end = g;
            uint32_t system_end = s;
            find_run(gold, system, &gold_end, &system_end);
            align_run(gold, g, gold_end - g, system, s, system_end - s, system_of);
            g = gold_end;
            s = system_end;
        } else if (a->start == b->start && a->end == b->end) {
            system_of[g++] = s++;
        } else if (a->start <= b->start) {
            g++;
        } else {
            s++;
        }
    }
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

/* The next universal feature at or after `*at`; false when there is none. */
static bool next_feature(eval_text feats, size_t *at, eval_text *feature) {
    while (*at < feats.size) {
        const char *bar = memchr(feats.data + *at, '|', feats.size - *at);
        size_t end = bar != NULL ? (size_t)(bar - feats.data) : feats.size;
        *feature = (eval_text){feats.data + *at, end - *at};
        *at = end + 1;
        if (universal(feature->data, feature->size)) {
            return true;
        }
    }
    return false;
}

/* Features stand in the order of the alphabet in both files. */
static bool same_features(eval_text a, eval_text b) {
    size_t at_a = 0;
    size_t at_b = 0;
    eval_text one = {"", 0};
    eval_text other = {"", 0};
    for (;;) {
        bool more_a = next_feature(a, &at_a, &one);
        bool more_b = next_feature(b, &at_b, &other);
        if (!more_a || !more_b) {
            return more_a == more_b;
        }
        if (!same(one, other)) {
            return false;
        }
    }
}

/* "nsubj" of "nsubj:pass". */
static eval_text main_relation(eval_text deprel) {
    const char *colon = memchr(deprel.data, ':', deprel.size);
    return colon != NULL ? (eval_text){deprel.data, (size_t)(colon - deprel.data)} : deprel;
}

static void compare_words(const eval_file *gold, const eval_file *system, const uint32_t *system_of,
                          eval_score *scores) {
    for (int measure = EVAL_WORDS; measure <= EVAL_LAS; measure++) {
        scores[measure].gold = gold->word_count;
        scores[measure].system = system->word_count;
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

bool chy_eval_score(const eval_file *gold, const eval_file *system,
                    eval_score scores[EVAL_MEASURE_COUNT]) {
    memset(scores, 0, EVAL_MEASURE_COUNT * sizeof *scores);
    if (gold->character_size != system->character_size ||
        memcmp(gold->characters, system->characters, gold->character_size) != 0) {
        size_t at = 0;
        while (at < gold->character_size && at < system->character_size &&
               gold->characters[at] == system->characters[at]) {
            at++;
        }
        chy_cli_say("%s and %s hold different texts from byte %zu of their characters on.",
                    gold->path, system->path, at);
        return false;
    }
    uint32_t *system_of = malloc((size_t)gold->word_count * sizeof *system_of);
    if (system_of == NULL) {
        chy_cli_say("there is no memory to align the words.");
        return false;
    }
    align(gold, system, system_of);
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
