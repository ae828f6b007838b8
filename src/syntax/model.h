/* The heads of the learned file that tags, trees and names are read with. Inside the module. */
#ifndef CHY_SYNTAX_MODEL_H
#define CHY_SYNTAX_MODEL_H

#include "syntax/aspects.h"
#include "syntax/labels.h"
#include "syntax/lemma.h"
#include "syntax/syntax.h"

/* The tags of a word that one head scores together, in the order of its rows. */
enum { CHY_TAG_UPOS, CHY_TAG_XPOS, CHY_TAG_FEATS, CHY_TAG_LEMMA, CHY_TAG_KINDS };

struct chy_syntax_model {
    const chy_encoder *encoder;
    chy_labels tags[CHY_TAG_KINDS];
    const chy_lemma_rule *lemma_rules;
    chy_labels deprels, names;
    size_t root_deprel; /* class */
    size_t arc_width, relation_width, name_width;
    chy_linear tag, arc_dependent, arc_head, arc_bilinear;
    chy_linear relation_dependent, relation_head, relation_label, name_hidden, name_label;
    chy_aspect_heads aspects;
};

#endif
