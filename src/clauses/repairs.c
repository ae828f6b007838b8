/* Slips of the parser that are seen from the words around: subjects and complements that hang
 * elsewhere. */
#include "clauses/reader.h"

/* "freed two soldiers and Chad | released": a finite verb right behind a last conjunct, with no
 * subject of its own, has it as its subject, whatever the parser says. */
bool chy_clause_stolen_subject(const chy_clause_reader *reader, uint32_t conjunct) {
    uint32_t verb = conjunct + 1;
    if (verb >= reader->word_count || reader->words[conjunct].deprel != CHY_DEPREL_CONJ ||
        !chy_clause_verbal(&reader->words[verb]) ||
        chy_clause_child(reader, conjunct, CHY_DEPREL_CC) == CHY_NONE ||
        reader->words[verb].sentence != reader->words[conjunct].sentence) {
        return false;
    }
    const chy_word *of = &reader->words[verb];
    bool finite = chy_clause_xpos_is(of, "VBD") || chy_clause_xpos_is(of, "VBZ");
    bool apart = of->deprel == CHY_DEPREL_CCOMP || of->deprel == CHY_DEPREL_ROOT ||
                 of->deprel == CHY_DEPREL_PARATAXIS;
    return finite && apart && reader->words[conjunct].head < verb &&
           chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ) == CHY_NONE &&
           chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ_PASS) == CHY_NONE;
}

/* "were killed and | ten | injured": the number is the second verb's subject. */
static bool is_gapped_number(const chy_clause_reader *reader, uint32_t verb) {
    const chy_word *number = &reader->words[verb - 1];
    return reader->words[verb].deprel == CHY_DEPREL_CONJ && number->upos == CHY_UPOS_NUM &&
           number->sentence == reader->words[verb].sentence && number->head != verb &&
           chy_clause_xpos_is(&reader->words[verb], "VBN") &&
           chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ) == CHY_NONE &&
           chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ_PASS) == CHY_NONE;
}

/* "the Omani minister | received | her Thai guest", "the premier is | due | in Suva": where the
 * parser hung the words before an active verb or an adjective on what stands after it, they are its
 * subject. */
static uint32_t subject_below(const chy_clause_reader *reader, uint32_t verb) {
    const chy_word *of = &reader->words[verb];
    if (of->deprel != CHY_DEPREL_ROOT || (!chy_clause_verbal(of) && !chy_clause_adjectival(of))) {
        return CHY_NONE;
    }
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t before = reader->first_child[c];
        bool nominal =
            reader->words[c].deprel == CHY_DEPREL_OBJ || reader->words[c].deprel == CHY_DEPREL_OBL;
        if (c > verb && nominal && before != CHY_NONE && before < verb &&
            chy_clause_acts(reader, before)) {
            return before;
        }
    }
    return CHY_NONE;
}

/* "Her press officer | said | the pair talked": of two subjects hung on what is said, the one
 * before the verb of saying is that verb's. */
bool chy_clause_foreign_subject(const chy_clause_reader *reader, uint32_t subject) {
    uint32_t said = reader->words[subject].head;
    if (reader->words[subject].deprel != CHY_DEPREL_NSUBJ || said == CHY_NONE ||
        reader->words[said].deprel != CHY_DEPREL_CCOMP) {
        return false;
    }
    uint32_t verb = reader->words[said].head;
    if (verb == CHY_NONE || subject > verb || verb > said ||
        chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ) != CHY_NONE) {
        return false;
    }
    bool second = false;
    for (uint32_t c = reader->first_child[said]; c != CHY_NONE; c = reader->next_sibling[c]) {
        second = second || (c > verb && reader->words[c].deprel == CHY_DEPREL_NSUBJ);
    }
    return second;
}

static uint32_t subject_of_said(const chy_clause_reader *reader, uint32_t verb) {
    uint32_t said = chy_clause_child(reader, verb, CHY_DEPREL_CCOMP);
    uint32_t first = said == CHY_NONE ? CHY_NONE : reader->first_child[said];
    return first != CHY_NONE && chy_clause_foreign_subject(reader, first) ? first : CHY_NONE;
}

uint32_t chy_clause_lost_subject(const chy_clause_reader *reader, uint32_t verb) {
    if (verb > 0 &&
        (chy_clause_stolen_subject(reader, verb - 1) || is_gapped_number(reader, verb))) {
        return verb - 1;
    }
    uint32_t subject = subject_below(reader, verb);
    return subject == CHY_NONE ? subject_of_said(reader, verb) : subject;
}

bool chy_clause_complement_on_object(const chy_clause_reader *reader, uint32_t gerund) {
    uint32_t object = reader->words[gerund].head;
    if (reader->words[gerund].deprel != CHY_DEPREL_ACL || object == CHY_NONE ||
        reader->words[object].deprel != CHY_DEPREL_OBJ || gerund < object ||
        reader->words[object].head == CHY_NONE) {
        return false;
    }
    const chy_verb_trait *trait = reader->trait[reader->words[object].head];
    if (trait != NULL && chy_clause_marked(reader, gerund, "to")) {
        return (trait->traits & CHY_TRAIT_INFINITIVE) != 0 && chy_clause_acts(reader, object) &&
               reader->noun[object] == NULL;
    }
    if (!chy_clause_xpos_is(&reader->words[gerund], "VBG")) {
        return false;
    }
    bool marked =
        chy_clause_marked(reader, gerund, "of") || chy_clause_marked(reader, gerund, "for") ||
        chy_clause_marked(reader, gerund, "with") || chy_clause_marked(reader, gerund, "from");
    return marked && trait != NULL &&
           (trait->traits & (CHY_TRAIT_IMPLICATIVE | CHY_TRAIT_NEGATIVE)) != 0;
}
