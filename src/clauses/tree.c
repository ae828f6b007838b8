#include "clauses/reader.h"

#include <string.h>

static uint32_t *filled(chy_arena *arena, uint32_t count, uint32_t value) {
    uint32_t *items = chy_arena_alloc(arena, count, sizeof *items);
    for (uint32_t i = 0; items != NULL && i < count; i++) {
        items[i] = value;
    }
    return items;
}

/* Breadth first from the roots. A word in a cycle is never reached; the trees we are given have
 * none. */
static void order_words(chy_clause_reader *reader) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < reader->word_count; i++) {
        if (reader->words[i].head == CHY_NONE) {
            reader->order[count++] = i;
        }
    }
    for (uint32_t at = 0; at < count; at++) {
        uint32_t child = reader->first_child[reader->order[at]];
        for (; child != CHY_NONE; child = reader->next_sibling[child]) {
            reader->order[count++] = child;
        }
    }
    reader->order_count = count;
}

bool chy_clause_tree(chy_clause_reader *reader) {
    uint32_t count = reader->word_count;
    reader->first_child = filled(reader->scratch, count, CHY_NONE);
    reader->next_sibling = filled(reader->scratch, count, CHY_NONE);
    reader->order = filled(reader->scratch, count, 0);
    if (reader->first_child == NULL || reader->next_sibling == NULL || reader->order == NULL) {
        return false;
    }
    /* From the last word back, so that each list comes out in text order. */
    for (uint32_t i = count; i-- > 0;) {
        uint32_t head = reader->words[i].head;
        if (head != CHY_NONE) {
            reader->next_sibling[i] = reader->first_child[head];
            reader->first_child[head] = i;
        }
    }
    order_words(reader);
    return true;
}

uint32_t chy_clause_child(const chy_clause_reader *reader, uint32_t word, chy_deprel deprel) {
    uint32_t child = reader->first_child[word];
    while (child != CHY_NONE && reader->words[child].deprel != (uint8_t)deprel) {
        child = reader->next_sibling[child];
    }
    return child;
}

bool chy_clause_lemma_is(const chy_word *word, const char *lemma) {
    return chy_same(word->lemma, lemma);
}

bool chy_clause_lemma_in(const chy_word *word, const char *const *lemmas, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (chy_clause_lemma_is(word, lemmas[i])) {
            return true;
        }
    }
    return false;
}

bool chy_clause_form_is(const chy_word *word, const char *form) {
    return chy_same(word->form, form);
}

bool chy_clause_xpos_is(const chy_word *word, const char *xpos) {
    return strcmp(word->xpos, xpos) == 0;
}

bool chy_clause_verbal(const chy_word *word) {
    if (word->upos == CHY_UPOS_VERB && chy_clause_xpos_is(word, "JJ")) {
        return false; /* the tags disagree: "remains committed" */
    }
    return word->upos == CHY_UPOS_VERB ||
           (word->upos == CHY_UPOS_AUX && word->deprel != CHY_DEPREL_AUX &&
            word->deprel != CHY_DEPREL_AUX_PASS && word->deprel != CHY_DEPREL_COP);
}

bool chy_clause_adjectival(const chy_word *word) {
    return word->upos == CHY_UPOS_ADJ ||
           (word->upos == CHY_UPOS_VERB && chy_clause_xpos_is(word, "JJ"));
}

bool chy_clause_nominal(const chy_word *word) {
    return word->upos == CHY_UPOS_NOUN || word->upos == CHY_UPOS_PROPN ||
           word->upos == CHY_UPOS_PRON || word->upos == CHY_UPOS_NUM ||
           word->upos == CHY_UPOS_DET || word->upos == CHY_UPOS_SYM || word->upos == CHY_UPOS_X;
}

void chy_clause_lower(const char *text, char lower[CHY_CLAUSE_LEMMA]) {
    (void)chy_lower_string(text, lower, CHY_CLAUSE_LEMMA);
}

/* Appends a word's form to a preposition of at most `CHY_CLAUSE_LEMMA` bytes. */
static void append_form(char *joined, size_t *size, const char *form) {
    if (*size > 0 && *size + 1 < CHY_CLAUSE_LEMMA) {
        joined[(*size)++] = '_';
    }
    for (; *form != '\0' && *size + 1 < CHY_CLAUSE_LEMMA; form++) {
        joined[(*size)++] = chy_ascii_lower(*form);
    }
    joined[*size] = '\0';
}

/* "with | the Togolese leader | Paul Ekue": the parser may hang the preposition on the name. */
static uint32_t bearer_of_case(const chy_clause_reader *reader, uint32_t word) {
    uint32_t name = chy_clause_child(reader, word, CHY_DEPREL_APPOS);
    uint32_t preposition =
        name == CHY_NONE ? CHY_NONE : chy_clause_child(reader, name, CHY_DEPREL_CASE);
    bool before = preposition != CHY_NONE && preposition < word && name > word;
    return before && chy_clause_child(reader, word, CHY_DEPREL_CASE) == CHY_NONE ? name : word;
}

/* "marched | down | the avenue": a particle right before a phrase that has no preposition leads it.
 */
static bool leads(const chy_clause_reader *reader, uint32_t particle, uint32_t word) {
    static const char *const moves[] = {"march",  "walk", "run",    "drive", "ride",
                                        "parade", "pour", "head",   "move",  "stream",
                                        "rush",   "file", "travel", "go"};
    if (reader->words[word].deprel != CHY_DEPREL_OBL || word < particle ||
        reader->words[word].head != reader->words[particle].head ||
        reader->mentions->time_of_word[word] != CHY_NONE ||
        chy_clause_child(reader, word, CHY_DEPREL_CASE) != CHY_NONE ||
        !chy_clause_lemma_in(&reader->words[reader->words[word].head], moves,
                             CHY_COUNT_OF(moves))) {
        return false;
    }
    for (uint32_t w = particle + 1; w < word; w++) {
        uint32_t head = reader->words[w].head;
        if (head == CHY_NONE || head <= particle || head > word) {
            return false;
        }
    }
    return true;
}

const char *chy_clause_preposition(chy_clause_reader *reader, uint32_t word, chy_deprel deprel) {
    word = deprel == CHY_DEPREL_CASE ? bearer_of_case(reader, word) : word;
    char joined[CHY_CLAUSE_LEMMA] = "";
    size_t size = 0;
    const char *only = "";
    uint32_t parts = 0;
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (reader->words[c].deprel != (uint8_t)deprel ||
            chy_clause_xpos_is(&reader->words[c], "POS")) {
            continue;
        }
        append_form(joined, &size, reader->words[c].form);
        only = reader->words[c].form;
        parts++;
        for (uint32_t f = reader->first_child[c]; f != CHY_NONE; f = reader->next_sibling[f]) {
            if (reader->words[f].deprel == CHY_DEPREL_FIXED) {
                append_form(joined, &size, reader->words[f].form);
                parts++;
            }
        }
    }
    uint32_t verb = reader->words[word].head;
    uint32_t particle = parts == 0 && deprel == CHY_DEPREL_CASE && verb != CHY_NONE
                            ? chy_clause_child(reader, verb, CHY_DEPREL_COMPOUND_PRT)
                            : CHY_NONE;
    if (particle != CHY_NONE && leads(reader, particle, word)) {
        only = reader->words[particle].form;
        append_form(joined, &size, only);
        parts++;
    }
    if (parts == 0 || (parts == 1 && strcmp(only, joined) == 0)) {
        return only;
    }
    const char *copy = chy_arena_string(reader->arena, joined, size);
    if (copy == NULL) {
        reader->failed = true;
        return "";
    }
    return copy;
}

uint32_t chy_clause_particle(const chy_clause_reader *reader, uint32_t verb) {
    uint32_t particle = chy_clause_child(reader, verb, CHY_DEPREL_COMPOUND_PRT);
    const chy_word *next = verb + 1 < reader->word_count ? &reader->words[verb + 1] : NULL;
    /* "went on to say", hung as an adverb. */
    if (particle == CHY_NONE && next != NULL && next->head == verb &&
        next->deprel == CHY_DEPREL_ADVMOD && chy_clause_form_is(next, "on") &&
        chy_clause_lemma_is(&reader->words[verb], "go")) {
        return verb + 1;
    }
    if (particle == CHY_NONE) {
        return CHY_NONE;
    }
    uint32_t next_child = reader->next_sibling[particle];
    if (next_child != CHY_NONE && leads(reader, particle, next_child)) {
        return CHY_NONE;
    }
    if (!chy_clause_lemma_is(&reader->words[verb], "call")) {
        return particle;
    }
    const chy_word *word = &reader->words[particle];
    bool preposition = chy_clause_form_is(word, "on") || chy_clause_form_is(word, "upon") ||
                       chy_clause_form_is(word, "for");
    return preposition ? CHY_NONE : particle;
}

bool chy_clause_marked(const chy_clause_reader *reader, uint32_t word, const char *form) {
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (reader->words[c].deprel == CHY_DEPREL_MARK &&
            chy_clause_form_is(&reader->words[c], form)) {
            return true;
        }
    }
    return false;
}

bool chy_clause_relative_pronoun(const chy_word *word) {
    if ((word->feat_bits & CHY_FEAT_RELATIVE) != 0) {
        return word->upos == CHY_UPOS_PRON || word->upos == CHY_UPOS_DET;
    }
    return chy_clause_xpos_is(word, "WP") || chy_clause_xpos_is(word, "WDT") ||
           chy_clause_xpos_is(word, "WP$");
}

/* Climbs to the relative clause the pronoun stands in. A tree of one sentence is shallow and
 * bounded by CHY_LIMIT_SENTENCE_WORDS, so the climb is too. */
uint32_t chy_clause_antecedent(const chy_clause_reader *reader, uint32_t pronoun) {
    uint32_t word = pronoun;
    for (uint32_t steps = 0; word != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (reader->words[word].deprel == CHY_DEPREL_ACL_RELCL) {
            return reader->words[word].head;
        }
        word = reader->words[word].head;
    }
    return CHY_NONE;
}

bool chy_clause_headline(const chy_clause_reader *reader, uint32_t word) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[word].sentence];
    return sentence->part == CHY_PART_HEADLINE;
}

bool chy_clause_acts(const chy_clause_reader *reader, uint32_t word) {
    uint32_t mention = reader->mentions->mention_of_head[word];
    if (mention == CHY_NONE) {
        return false;
    }
    uint32_t entity = reader->mentions->mentions[mention].entity;
    return entity != CHY_NONE && chy_entity_acts(&reader->mentions->entities[entity]);
}
