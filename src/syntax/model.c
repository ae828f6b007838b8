#include "syntax/model.h"

#include "syntax/names.h"

static bool lemma_read(chy_slice name, uint32_t *code) {
    chy_lemma_rule rule;
    *code = 0;
    return chy_lemma_rule_read(name, &rule);
}

static chy_status open_labels(const chy_learned *learned, chy_arena *arena, chy_syntax_model *model,
                              chy_error *err) {
    const struct {
        const char *key;
        chy_label_reader *reader;
        chy_labels *labels;
    } kinds[6] = {
        {"labels.upos", chy_upos_read, &model->tags[CHY_TAG_UPOS]},
        {"labels.xpos", chy_xpos_read, &model->tags[CHY_TAG_XPOS]},
        {"labels.feats", chy_feats_read, &model->tags[CHY_TAG_FEATS]},
        {"labels.lemma", lemma_read, &model->tags[CHY_TAG_LEMMA]},
        {"labels.deprel", chy_deprel_read, &model->deprels},
        {"labels.names", chy_name_tag_read, &model->names},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        chy_status status =
            chy_labels_open(learned, kinds[i].key, kinds[i].reader, arena, kinds[i].labels, err);
        if (status != CHY_OK) return status;
    }
    size_t count = model->tags[CHY_TAG_LEMMA].count;
    chy_lemma_rule *rules = chy_arena_alloc(arena, count, sizeof *rules);
    if (rules == NULL) return chy_fail_memory(err);
    for (size_t i = 0; i < count; i++)
        if (!chy_lemma_rule_read(model->tags[CHY_TAG_LEMMA].names[i], &rules[i]))
            return CHY_ERROR_LEARNED; /* cannot be: the reader has seen it */
    model->lemma_rules = rules;
    return CHY_OK;
}

/* `root` must be there to be given, and something else for all other words; O to begin with. */
static chy_status check_labels(chy_syntax_model *model, chy_error *err) {
    const chy_labels *deprels = &model->deprels;
    model->root_deprel = deprels->count;
    for (size_t i = 0; i < deprels->count; i++)
        if (deprels->codes[i] == CHY_DEPREL_ROOT) model->root_deprel = i;
    bool outside = false;
    for (size_t i = 0; i < model->names.count; i++)
        outside = outside || model->names.codes[i] == CHY_NAME_O;
    if (model->root_deprel == deprels->count || deprels->count < 2 || !outside ||
        model->names.count > CHY_NAME_CLASSES)
        return chy_fail(err, CHY_ERROR_LEARNED, "learned file", CHY_NOWHERE, CHY_NOWHERE,
                        "the labels want \"root\" and another relation, and \"O\" among at most %u "
                        "name tags",
                        CHY_NAME_CLASSES);
    return CHY_OK;
}

static chy_status open_widths(const chy_learned *learned, chy_syntax_model *model, chy_error *err) {
    enum { MOST_HIDDEN = 4096 };
    chy_status status =
        chy_learned_number(learned, "arc_width", CHY_LANES, MOST_HIDDEN, &model->arc_width, err);
    if (status == CHY_OK)
        status = chy_learned_number(learned, "relation_width", CHY_LANES, MOST_HIDDEN,
                                    &model->relation_width, err);
    if (status == CHY_OK)
        status = chy_learned_number(learned, "name_width", CHY_LANES, MOST_HIDDEN,
                                    &model->name_width, err);
    if (status == CHY_OK &&
        (model->arc_width % CHY_LANES != 0 || model->relation_width % CHY_LANES != 0 ||
         model->name_width % CHY_LANES != 0))
        status = chy_fail(err, CHY_ERROR_LEARNED, "learned file", CHY_NOWHERE, CHY_NOWHERE,
                          "the hidden widths %zu, %zu and %zu are not all multiples of 16",
                          model->arc_width, model->relation_width, model->name_width);
    return status;
}

static chy_status open_heads(const chy_learned *learned, chy_arena *arena, chy_syntax_model *model,
                             chy_error *err) {
    const size_t width = chy_encoder_width(model->encoder);
    const chy_kernels *kernels = chy_encoder_kernels(model->encoder);
    size_t tags = 0;
    for (size_t kind = 0; kind < CHY_TAG_KINDS; kind++)
        tags += model->tags[kind].count;
    const struct {
        const char *name;
        size_t rows, columns;
        chy_linear *linear;
    } parts[9] = {
        {"tags", tags, width, &model->tag},
        {"arc.dependent", model->arc_width, width, &model->arc_dependent},
        {"arc.head", model->arc_width, width, &model->arc_head},
        {"arc.bilinear", model->arc_width, model->arc_width, &model->arc_bilinear},
        {"relation.dependent", model->relation_width, width, &model->relation_dependent},
        {"relation.head", model->relation_width, width, &model->relation_head},
        {"relation.label", model->deprels.count, model->relation_width, &model->relation_label},
        {"names.hidden", model->name_width, width, &model->name_hidden},
        {"names.label", model->names.count, model->name_width, &model->name_label},
    };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        chy_status status = chy_linear_open(learned, kernels, parts[i].name, parts[i].rows,
                                            parts[i].columns, arena, parts[i].linear, err);
        if (status != CHY_OK) return status;
    }
    return chy_aspect_heads_open(learned, kernels, width, arena, &model->aspects, err);
}

chy_status chy_syntax_open(const chy_learned *learned, chy_isa isa, chy_arena *arena,
                           const chy_syntax_model **model, chy_error *err) {
    *model = NULL;
    chy_syntax_model *made = chy_arena_alloc(arena, 1, sizeof *made);
    if (made == NULL) return chy_fail_memory(err);
    chy_status status = chy_encoder_open(learned, isa, arena, &made->encoder, err);
    if (status == CHY_OK) status = open_labels(learned, arena, made, err);
    if (status == CHY_OK) status = check_labels(made, err);
    if (status == CHY_OK) status = open_widths(learned, made, err);
    if (status == CHY_OK) status = open_heads(learned, arena, made, err);
    if (status == CHY_OK) *model = made;
    return status;
}

const char *chy_syntax_instruction_set(const chy_syntax_model *model) {
    return chy_encoder_kernels(model->encoder)->name;
}

size_t chy_syntax_width(const chy_syntax_model *model) {
    return chy_encoder_width(model->encoder);
}
