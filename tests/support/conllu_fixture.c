#include "support/conllu_fixture.h"

#include <string.h>

#include "syntax/labels.h"

/* What a Penn tag implies, for the compact form. */
static const struct {
    const char *xpos;
    uint8_t upos;
    const char *feats;
} penn_tags[] = {{"NN", CHY_UPOS_NOUN, "Number=Sing"},
                 {"NNS", CHY_UPOS_NOUN, "Number=Plur"},
                 {"NNP", CHY_UPOS_PROPN, "Number=Sing"},
                 {"NNPS", CHY_UPOS_PROPN, "Number=Plur"},
                 {"VB", CHY_UPOS_VERB, "VerbForm=Inf"},
                 {"VBD", CHY_UPOS_VERB, "Mood=Ind|Tense=Past|VerbForm=Fin"},
                 {"VBP", CHY_UPOS_VERB, "Mood=Ind|Tense=Pres|VerbForm=Fin"},
                 {"VBZ", CHY_UPOS_VERB, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
                 {"VBG", CHY_UPOS_VERB, "VerbForm=Ger"},
                 {"VBN", CHY_UPOS_VERB, "Tense=Past|VerbForm=Part"},
                 {"MD", CHY_UPOS_AUX, "VerbForm=Fin"},
                 {"JJ", CHY_UPOS_ADJ, "Degree=Pos"},
                 {"JJR", CHY_UPOS_ADJ, "Degree=Cmp"},
                 {"JJS", CHY_UPOS_ADJ, "Degree=Sup"},
                 {"RB", CHY_UPOS_ADV, "_"},
                 {"RBR", CHY_UPOS_ADV, "Degree=Cmp"},
                 {"RBS", CHY_UPOS_ADV, "Degree=Sup"},
                 {"RP", CHY_UPOS_ADP, "_"},
                 {"IN", CHY_UPOS_ADP, "_"},
                 {"TO", CHY_UPOS_ADP, "_"},
                 {"POS", CHY_UPOS_PART, "_"},
                 {"CC", CHY_UPOS_CCONJ, "_"},
                 {"CD", CHY_UPOS_NUM, "NumForm=Word|NumType=Card"},
                 {"DT", CHY_UPOS_DET, "_"},
                 {"PDT", CHY_UPOS_DET, "_"},
                 {"EX", CHY_UPOS_PRON, "_"},
                 {"PRP", CHY_UPOS_PRON, "_"},
                 {"PRP$", CHY_UPOS_PRON, "_"},
                 {"WP", CHY_UPOS_PRON, "PronType=Int"},
                 {"WP$", CHY_UPOS_PRON, "Poss=Yes|PronType=Int"},
                 {"WDT", CHY_UPOS_PRON, "PronType=Int"},
                 {"WRB", CHY_UPOS_ADV, "PronType=Int"},
                 {"UH", CHY_UPOS_INTJ, "_"},
                 {"FW", CHY_UPOS_X, "_"},
                 {"SYM", CHY_UPOS_SYM, "_"},
                 {"$", CHY_UPOS_SYM, "_"}};

/* Features of single words, for the compact form: keyed by the lower-case lemma-like form. */
static const struct {
    const char *form;
    const char *feats;
} word_features[] = {{"the", "Definite=Def|PronType=Art"},
                     {"a", "Definite=Ind|PronType=Art"},
                     {"an", "Definite=Ind|PronType=Art"},
                     {"this", "Number=Sing|PronType=Dem"},
                     {"that", "Number=Sing|PronType=Dem"},
                     {"these", "Number=Plur|PronType=Dem"},
                     {"those", "Number=Plur|PronType=Dem"},
                     {"no", "PronType=Neg"},
                     {"not", "Polarity=Neg"},
                     {"n't", "Polarity=Neg"},
                     {"never", "Polarity=Neg"},
                     {"i", "Case=Nom|Number=Sing|Person=1|PronType=Prs"},
                     {"me", "Case=Acc|Number=Sing|Person=1|PronType=Prs"},
                     {"my", "Number=Sing|Person=1|Poss=Yes|PronType=Prs"},
                     {"we", "Case=Nom|Number=Plur|Person=1|PronType=Prs"},
                     {"us", "Case=Acc|Number=Plur|Person=1|PronType=Prs"},
                     {"our", "Number=Plur|Person=1|Poss=Yes|PronType=Prs"},
                     {"you", "Person=2|PronType=Prs"},
                     {"your", "Person=2|Poss=Yes|PronType=Prs"},
                     {"he", "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
                     {"him", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
                     {"his", "Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
                     {"himself", "Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"},
                     {"she", "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs"},
                     {"her", "Gender=Fem|Number=Sing|Person=3|PronType=Prs"},
                     {"herself", "Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"},
                     {"it", "Gender=Neut|Number=Sing|Person=3|PronType=Prs"},
                     {"its", "Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
                     {"itself", "Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"},
                     {"they", "Case=Nom|Number=Plur|Person=3|PronType=Prs"},
                     {"them", "Case=Acc|Number=Plur|Person=3|PronType=Prs"},
                     {"their", "Number=Plur|Person=3|Poss=Yes|PronType=Prs"},
                     {"themselves", "Number=Plur|Person=3|PronType=Prs|Reflex=Yes"}};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define CONLLU_COLUMNS  10
#define COMPACT_COLUMNS 6

/* The reader's state. Heads are numbers within the sentence until it ends. */
typedef struct reader {
    chy_arena *arena;
    chy_error *err;
    size_t line;
    chy_word *words;
    uint32_t word_count, word_capacity;
    chy_sentence *sentences;
    uint32_t sentence_count, sentence_capacity;
    char *text;
    size_t text_size, text_capacity;
    uint32_t position; /* code points of text */
    uint32_t sentence_first;
    bool in_sentence, compact, space_before, headline, new_paragraph;
    uint32_t paragraph;
    uint32_t multiword_left; /* words of a multi-word token still to come */
    uint32_t multiword_total;
    uint32_t multiword_start, multiword_end;
    bool multiword_space;
} reader;

static chy_status fail(const reader *r, const char *what, chy_slice value) {
    return chy_fail(r->err, CHY_ERROR_TEXT, "fixture", CHY_NOWHERE, r->line, "%s: '%.*s'.", what,
                    (int)value.size, value.data ? value.data : "");
}

/* Reads a label into the byte that a word keeps of it. */
static bool read_label(chy_label_reader *label, chy_slice name, uint8_t *index) {
    uint32_t code;
    if (!label(name, &code)) return false;
    *index = (uint8_t)code;
    return true;
}

static bool read_number(chy_slice digits, uint32_t *number) {
    if (digits.size == 0 || digits.size > 8) return false;
    uint32_t value = 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9') return false;
        value = value * 10 + (uint32_t)(digits.data[i] - '0');
    }
    *number = value;
    return true;
}

static uint32_t code_points(chy_slice s) {
    uint32_t count = 0;
    for (size_t i = 0; i < s.size; i++)
        count += ((unsigned char)s.data[i] & 0xC0u) != 0x80u;
    return count;
}

static bool append_text(reader *r, const char *data, size_t size) {
    if (r->text_size + size + 1 > r->text_capacity) {
        size_t capacity = (r->text_size + size + 1) * 2;
        char *text = chy_arena_alloc(r->arena, capacity, 1);
        if (!text) return false;
        if (r->text_size) memcpy(text, r->text, r->text_size);
        r->text = text;
        r->text_capacity = capacity;
    }
    memcpy(r->text + r->text_size, data, size);
    r->text_size += size;
    r->text[r->text_size] = '\0';
    r->position += code_points((chy_slice){data, size});
    return true;
}

static const char *copy(const reader *r, chy_slice s) {
    return chy_arena_string(r->arena, s.data, s.size);
}

static bool begin_sentence(reader *r) {
    void *items = r->sentences;
    if (!chy_arena_room(r->arena, &items, sizeof(chy_sentence), r->sentence_count,
                        &r->sentence_capacity))
        return false;
    r->sentences = items;
    const char *gap = r->sentence_count == 0 ? "" : r->new_paragraph ? "\n\n" : " ";
    if (!append_text(r, gap, strlen(gap))) return false;
    if (r->new_paragraph && r->sentence_count > 0) r->paragraph++;
    r->sentence_first = r->word_count;
    r->sentences[r->sentence_count] = (chy_sentence){
        .span = {r->position, r->position},
        .first_word = r->word_count,
        .paragraph = r->paragraph,
        .part = (uint8_t)(r->headline ? CHY_PART_HEADLINE : CHY_PART_BODY),
    };
    r->in_sentence = true;
    r->headline = r->new_paragraph = r->space_before = false;
    return true;
}

/* Gives a word its characters: its own form, or its share of a multi-word token's. */
static bool place_word(reader *r, chy_word *word, chy_slice form, bool space_after) {
    if (r->multiword_left > 0) {
        uint32_t rest = r->multiword_end - r->multiword_start;
        uint32_t share = code_points(form);
        if (r->multiword_left == 1 || share > rest) share = rest;
        word->span = (chy_span){r->multiword_start, r->multiword_start + share};
        word->multiword =
            (uint8_t)(r->multiword_left == r->multiword_total ? r->multiword_total : 0);
        r->multiword_start += share;
        r->multiword_left--;
        word->space_after = r->multiword_left == 0 && r->multiword_space;
        return true;
    }
    if (r->space_before && !append_text(r, " ", 1)) return false;
    word->span.start = r->position;
    if (!append_text(r, form.data, form.size)) return false;
    word->span.end = r->position;
    word->space_after = space_after;
    r->space_before = space_after;
    return true;
}

static chy_status add_word(reader *r, chy_word *word, chy_slice form, bool space_after) {
    if (!r->in_sentence && !begin_sentence(r)) return chy_fail_memory(r->err);
    void *items = r->words;
    if (!chy_arena_room(r->arena, &items, sizeof(chy_word), r->word_count, &r->word_capacity) ||
        !place_word(r, word, form, space_after))
        return chy_fail_memory(r->err);
    r->words = items;
    word->sentence = r->sentence_count;
    word->form = copy(r, form);
    if (!word->form || !word->lemma || !word->xpos || !word->feats) return chy_fail_memory(r->err);
    r->words[r->word_count++] = *word;
    return CHY_OK;
}

/* "NER=B-PER|SpaceAfter=No" */
static chy_status read_misc(const reader *r, chy_slice misc, chy_word *word, bool *space_after) {
    while (misc.size > 0) {
        const char *bar = memchr(misc.data, '|', misc.size);
        chy_slice item = {misc.data, bar ? (size_t)(bar - misc.data) : misc.size};
        if (chy_slice_is(item, "SpaceAfter=No")) *space_after = false;
        if (item.size > 4 && memcmp(item.data, "NER=", 4) == 0 &&
            !read_label(chy_name_tag_read, (chy_slice){item.data + 4, item.size - 4},
                        &word->name_tag))
            return fail(r, "Unknown name tag", item);
        size_t size = item.size + (bar ? 1 : 0);
        misc.data += size;
        misc.size -= size;
    }
    return CHY_OK;
}

static chy_status read_relation(const reader *r, chy_slice head, chy_slice deprel, chy_word *word) {
    if (!read_number(head, &word->head)) return fail(r, "A head must be a number", head);
    if (!read_label(chy_deprel_read, deprel, &word->deprel))
        return fail(r, "Unknown relation", deprel);
    return CHY_OK;
}

static chy_status read_multiword(reader *r, const chy_slice *column) {
    const char *dash = memchr(column[0].data, '-', column[0].size);
    size_t left = (size_t)(dash - column[0].data);
    uint32_t first, last;
    if (!read_number((chy_slice){column[0].data, left}, &first) ||
        !read_number((chy_slice){dash + 1, column[0].size - left - 1}, &last) || last <= first ||
        last - first > 200)
        return fail(r, "Bad multi-word token", column[0]);
    if (!r->in_sentence && !begin_sentence(r)) return chy_fail_memory(r->err);
    if (r->space_before && !append_text(r, " ", 1)) return chy_fail_memory(r->err);
    chy_word token = {.name_tag = CHY_NAME_O};
    r->multiword_space = true;
    chy_status status = read_misc(r, column[9], &token, &r->multiword_space);
    if (status != CHY_OK) return status;
    r->multiword_start = r->position;
    if (!append_text(r, column[1].data, column[1].size)) return chy_fail_memory(r->err);
    r->multiword_end = r->position;
    r->multiword_left = r->multiword_total = last - first + 1;
    r->space_before = r->multiword_space;
    return CHY_OK;
}

static chy_status read_conllu_line(reader *r, const chy_slice *column) {
    if (memchr(column[0].data, '-', column[0].size)) return read_multiword(r, column);
    if (memchr(column[0].data, '.', column[0].size)) return CHY_OK;
    chy_word word = {.name_tag = CHY_NAME_O};
    bool space_after = true;
    if (!read_label(chy_upos_read, column[3], &word.upos)) return fail(r, "Unknown tag", column[3]);
    chy_status status = read_relation(r, column[6], column[7], &word);
    if (status == CHY_OK) status = read_misc(r, column[9], &word, &space_after);
    if (status != CHY_OK) return status;
    word.lemma = copy(r, column[2]);
    word.xpos = copy(r, column[4]);
    word.feats = copy(r, column[5]);
    chy_feats_read(column[5], &word.feat_bits);
    return add_word(r, &word, column[1], space_after);
}

/* The universal tag and features that the Penn tag, the relation and the word imply. */
static void imply_tags(chy_word *word, chy_slice xpos, chy_slice form) {
    word->upos = CHY_UPOS_PUNCT;
    word->feats = "_";
    for (size_t i = 0; i < COUNT_OF(penn_tags); i++)
        if (chy_slice_is(xpos, penn_tags[i].xpos)) {
            word->upos = penn_tags[i].upos;
            word->feats = penn_tags[i].feats;
        }
    char lower[16] = "";
    if (form.size < sizeof lower)
        for (size_t i = 0; i < form.size; i++)
            lower[i] = (char)(form.data[i] >= 'A' && form.data[i] <= 'Z' ? form.data[i] + 32
                                                                         : form.data[i]);
    bool closed =
        word->upos == CHY_UPOS_DET || word->upos == CHY_UPOS_PRON || word->upos == CHY_UPOS_ADV;
    for (size_t i = 0; closed && xpos.data[0] != 'W' && i < COUNT_OF(word_features); i++)
        if (strcmp(lower, word_features[i].form) == 0) word->feats = word_features[i].feats;
    bool auxiliary = word->deprel == CHY_DEPREL_AUX || word->deprel == CHY_DEPREL_AUX_PASS ||
                     word->deprel == CHY_DEPREL_COP;
    if (word->upos == CHY_UPOS_VERB && auxiliary) word->upos = CHY_UPOS_AUX;
    if (word->upos == CHY_UPOS_ADP && word->deprel == CHY_DEPREL_MARK)
        word->upos = (uint8_t)(chy_slice_is(xpos, "TO") ? CHY_UPOS_PART : CHY_UPOS_SCONJ);
    if (strcmp(lower, "not") == 0 || strcmp(lower, "n't") == 0) word->upos = CHY_UPOS_PART;
    if (word->upos == CHY_UPOS_DET && word->deprel != CHY_DEPREL_DET &&
        word->deprel != CHY_DEPREL_DET_PREDET)
        word->upos = CHY_UPOS_PRON;
}

static chy_status read_compact_line(reader *r, const chy_slice *column, size_t columns) {
    chy_word word = {.name_tag = CHY_NAME_O};
    chy_status status = read_relation(r, column[4], column[5], &word);
    if (status != CHY_OK) return status;
    chy_slice misc = columns > COMPACT_COLUMNS ? column[6] : (chy_slice){"", 0};
    bool space_after = true;
    if (misc.size > 0 && misc.data[misc.size - 1] == '-') {
        space_after = false;
        misc.size--;
    }
    if (misc.size > 0 && !read_label(chy_name_tag_read, misc, &word.name_tag))
        return fail(r, "Unknown name tag", misc);
    word.lemma = copy(r, column[2]);
    word.xpos = copy(r, column[3]);
    imply_tags(&word, column[3], column[1]);
    chy_feats_read(chy_slice_of(word.feats), &word.feat_bits);
    uint32_t number;
    uint32_t expected = r->in_sentence ? r->word_count - r->sentence_first + 1 : 1;
    if (!read_number(column[0], &number) || number != expected)
        return fail(r, "Words must be numbered from 1", column[0]);
    r->compact = true;
    return add_word(r, &word, column[1], space_after);
}

/* What a compact word's features take from its neighbours: the passive voice of participles, the
 * relative reading of "who" and "which", the imperative of a bare root. */
static void imply_from_tree(reader *r, uint32_t first) {
    for (uint32_t i = first; i < r->word_count; i++) {
        chy_word *word = &r->words[i];
        chy_word *head = word->head == CHY_NONE ? NULL : &r->words[word->head];
        bool passive = word->deprel == CHY_DEPREL_AUX_PASS ||
                       word->deprel == CHY_DEPREL_NSUBJ_PASS ||
                       word->deprel == CHY_DEPREL_CSUBJ_PASS;
        if (head && passive && head->feat_bits & CHY_FEAT_PARTICIPLE) {
            head->feats = "Tense=Past|VerbForm=Part|Voice=Pass";
            head->feat_bits |= CHY_FEAT_PASSIVE;
        }
        if (strcmp(word->xpos, "VBN") == 0 && word->deprel == CHY_DEPREL_ACL) {
            word->feats = "Tense=Past|VerbForm=Part|Voice=Pass";
            word->feat_bits |= CHY_FEAT_PASSIVE;
        }
        bool progressive = word->deprel == CHY_DEPREL_AUX && head && strcmp(head->xpos, "VBG") == 0;
        if (progressive || (strcmp(word->xpos, "VBG") == 0 && word->deprel == CHY_DEPREL_ACL)) {
            chy_word *participle = progressive ? head : word;
            participle->feats = "Tense=Pres|VerbForm=Part";
            participle->feat_bits = CHY_FEAT_PRESENT | CHY_FEAT_PARTICIPLE;
        }
        if (word->xpos[0] != 'W') continue;
        for (const chy_word *up = head; up; up = up->head == CHY_NONE ? NULL : &r->words[up->head])
            if (up->deprel == CHY_DEPREL_ACL_RELCL && up != word) {
                word->feats =
                    strcmp(word->xpos, "WP$") == 0 ? "Poss=Yes|PronType=Rel" : "PronType=Rel";
                chy_feats_read(chy_slice_of(word->feats), &word->feat_bits);
                break;
            }
    }
}

static chy_status end_sentence(reader *r) {
    if (!r->in_sentence) return CHY_OK;
    uint32_t first = r->sentence_first, count = r->word_count - first;
    for (uint32_t i = first; i < r->word_count; i++) {
        chy_word *word = &r->words[i];
        if (word->head > count || word->head == i - first + 1)
            return fail(r, "Head out of range of", chy_slice_of(word->form));
        word->head = word->head == 0 ? CHY_NONE : first + word->head - 1;
    }
    /* Every word must reach a root: a wrong number in a hand-made tree is found here. */
    for (uint32_t i = first; i < r->word_count; i++) {
        uint32_t steps = 0, at = i;
        while (at != CHY_NONE && steps++ <= count)
            at = r->words[at].head;
        if (at != CHY_NONE)
            return fail(r, "Heads go in a circle at", chy_slice_of(r->words[i].form));
    }
    if (r->compact) imply_from_tree(r, first);
    chy_sentence *sentence = &r->sentences[r->sentence_count++];
    sentence->word_count = count;
    sentence->span.end = r->position;
    r->in_sentence = r->compact = false;
    return CHY_OK;
}

static size_t split(chy_slice line, bool tabs, chy_slice *columns) {
    size_t count = 0, i = 0;
    while (i <= line.size && count < CONLLU_COLUMNS) {
        while (!tabs && i < line.size && line.data[i] == ' ')
            i++;
        if (!tabs && i == line.size) break;
        size_t start = i;
        while (i < line.size && line.data[i] != (tabs ? '\t' : ' '))
            i++;
        columns[count++] = (chy_slice){line.data + start, i - start};
        i++;
    }
    return count;
}

static chy_status read_line(reader *r, chy_slice line) {
    if (line.size == 0) return end_sentence(r);
    if (line.data[0] == '#' && (line.size == 1 || line.data[1] == ' ')) {
        if (line.size >= 8 && memcmp(line.data, "# newpar", 8) == 0) r->new_paragraph = true;
        if (chy_slice_is(line, "# headline")) r->headline = true;
        return CHY_OK;
    }
    chy_slice columns[CONLLU_COLUMNS];
    bool tabs = memchr(line.data, '\t', line.size) != NULL;
    size_t count = split(line, tabs, columns);
    if (tabs && count == CONLLU_COLUMNS) return read_conllu_line(r, columns);
    if (!tabs && (count == COMPACT_COLUMNS || count == COMPACT_COLUMNS + 1))
        return read_compact_line(r, columns, count);
    return fail(r, "A line needs ten columns, or six or seven in the compact form", line);
}

chy_status chy_fixture_read(const char *source, size_t size, chy_arena *arena, chy_fixture *fixture,
                            chy_error *err) {
    reader r = {.arena = arena, .err = err};
    if (!append_text(&r, "", 0)) return chy_fail_memory(err);
    for (size_t start = 0; start < size;) {
        const char *newline = memchr(source + start, '\n', size - start);
        size_t end = newline ? (size_t)(newline - source) : size;
        r.line++;
        chy_status status = read_line(&r, (chy_slice){source + start, end - start});
        if (status != CHY_OK) return status;
        start = end + 1;
    }
    chy_status status = end_sentence(&r);
    if (status != CHY_OK) return status;
    *fixture = (chy_fixture){.text = r.text,
                             .text_size = r.text_size,
                             .words = r.words,
                             .word_count = r.word_count,
                             .sentences = r.sentences,
                             .sentence_count = r.sentence_count};
    return CHY_OK;
}
