#include "syntax/labels.h"

#include <string.h>

/* Names in the order of the enumerations, as characters rather than pointers, which would have to
 * be relocated when a library is loaded. */
static const char upos_names[CHY_UPOS_COUNT][8] = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

static const char deprel_names[CHY_DEPREL_COUNT][16] = {
    "acl",         "acl:relcl",    "advcl",        "advcl:relcl", "advmod",     "amod",
    "appos",       "aux",          "aux:pass",     "case",        "cc",         "cc:preconj",
    "ccomp",       "compound",     "compound:prt", "conj",        "cop",        "csubj",
    "csubj:outer", "csubj:pass",   "dep",          "det",         "det:predet", "discourse",
    "dislocated",  "expl",         "fixed",        "flat",        "goeswith",   "iobj",
    "list",        "mark",         "nmod",         "nmod:desc",   "nmod:poss",  "nmod:unmarked",
    "nsubj",       "nsubj:outer",  "nsubj:pass",   "nummod",      "obj",        "obl",
    "obl:agent",   "obl:unmarked", "orphan",       "parataxis",   "punct",      "reparandum",
    "root",        "vocative",     "xcomp"};

enum { NAME_TAGS = CHY_NAME_I_OTH + 1 };
static const char name_tag_names[NAME_TAGS][8] = {"O",     "B-PER", "I-PER", "B-ORG", "I-ORG",
                                                  "B-LOC", "I-LOC", "B-OTH", "I-OTH"};

/* Features and the bit of each. */
typedef struct chy_feature {
    char text[16];
    uint32_t bit;
} chy_feature;

static const chy_feature features[] = {
    {"Number=Plur", CHY_FEAT_PLURAL},
    {"Number=Sing", CHY_FEAT_SINGULAR},
    {"Tense=Past", CHY_FEAT_PAST},
    {"Tense=Pres", CHY_FEAT_PRESENT},
    {"VerbForm=Fin", CHY_FEAT_FINITE},
    {"VerbForm=Inf", CHY_FEAT_INFINITIVE},
    {"VerbForm=Part", CHY_FEAT_PARTICIPLE},
    {"VerbForm=Ger", CHY_FEAT_GERUND},
    {"Voice=Pass", CHY_FEAT_PASSIVE},
    {"Mood=Imp", CHY_FEAT_IMPERATIVE},
    {"Polarity=Neg", CHY_FEAT_NEGATIVE},
    {"PronType=Neg", CHY_FEAT_NEGATIVE},
    {"Poss=Yes", CHY_FEAT_POSSESSIVE},
    {"Reflex=Yes", CHY_FEAT_REFLEXIVE},
    {"PronType=Rel", CHY_FEAT_RELATIVE},
    {"Definite=Def", CHY_FEAT_DEFINITE},
    {"Person=1", CHY_FEAT_FIRST},
    {"Person=2", CHY_FEAT_SECOND},
    {"Person=3", CHY_FEAT_THIRD},
    {"Gender=Masc", CHY_FEAT_MASCULINE},
    {"Gender=Fem", CHY_FEAT_FEMININE},
    {"Gender=Neut", CHY_FEAT_NEUTER},
    {"PronType=Int", CHY_FEAT_INTERROGATIVE},
};

const char *chy_upos_name(chy_upos upos) {
    return (size_t)upos < CHY_UPOS_COUNT ? upos_names[upos] : "";
}

const char *chy_deprel_name(chy_deprel deprel) {
    return (size_t)deprel < CHY_DEPREL_COUNT ? deprel_names[deprel] : "";
}

const char *chy_name_tag_name(chy_name_tag tag) {
    return (size_t)tag < NAME_TAGS ? name_tag_names[tag] : "";
}

bool chy_upos_read(chy_slice name, uint32_t *code) {
    for (*code = 0; *code < CHY_UPOS_COUNT; ++*code)
        if (chy_slice_is(name, upos_names[*code])) return true;
    return false;
}

bool chy_deprel_read(chy_slice name, uint32_t *code) {
    for (*code = 0; *code < CHY_DEPREL_COUNT; ++*code)
        if (chy_slice_is(name, deprel_names[*code])) return true;
    return false;
}

bool chy_name_tag_read(chy_slice name, uint32_t *code) {
    for (*code = 0; *code < NAME_TAGS; ++*code)
        if (chy_slice_is(name, name_tag_names[*code])) return true;
    return false;
}

bool chy_xpos_read(chy_slice name, uint32_t *code) {
    (void)name;
    *code = 0;
    return true;
}

/* The bit of one "Name=Value"; 0 for those the coder does not look at. */
static uint32_t feature_bit(chy_slice feature) {
    for (size_t i = 0; i < sizeof features / sizeof features[0]; i++)
        if (chy_slice_is(feature, features[i].text)) return features[i].bit;
    return 0;
}

bool chy_feats_read(chy_slice name, uint32_t *code) {
    *code = 0;
    if (chy_slice_is(name, "_")) return true;
    for (size_t start = 0; start <= name.size;) {
        const char *bar = memchr(name.data + start, '|', name.size - start);
        size_t end = bar == NULL ? name.size : (size_t)(bar - name.data);
        chy_slice feature = {.data = name.data + start, .size = end - start};
        if (memchr(feature.data, '=', feature.size) == NULL) return false;
        *code |= feature_bit(feature);
        start = end + 1;
    }
    return true;
}

chy_status chy_labels_open(const chy_learned *learned, const char *key, chy_label_reader *reader,
                           chy_arena *arena, chy_labels *labels, chy_error *err) {
    chy_slice *names;
    size_t count;
    chy_status status =
        chy_learned_lines(learned, key, CHY_LABELS_LIMIT, arena, &names, &count, err);
    if (status != CHY_OK) return status;
    uint32_t *codes = chy_arena_alloc(arena, count, sizeof *codes);
    if (codes == NULL) return chy_fail_memory(err);
    for (size_t i = 0; i < count; i++)
        if (!reader(names[i], &codes[i]))
            return chy_fail(err, CHY_ERROR_LEARNED, "learned file", CHY_NOWHERE, i + 1,
                            "label \"%.100s\" of \"%s\" is not one this version knows",
                            names[i].data, key);
    *labels = (chy_labels){.names = names, .codes = codes, .count = count};
    return CHY_OK;
}
