/* When "would" is a future seen from the past, and no condition. */
#include "clauses/reader.h"

uint32_t chy_clause_outer_copula(const chy_clause_reader *reader, uint32_t verb) {
    uint32_t mark = chy_clause_child(reader, verb, CHY_DEPREL_MARK);
    uint32_t copula = chy_clause_child(reader, verb, CHY_DEPREL_COP);
    bool that = mark != CHY_NONE && chy_clause_form_is(&reader->words[mark], "that");
    return copula != CHY_NONE && that && copula < mark && mark < verb ? copula : CHY_NONE;
}

/* A "would" on no condition is a future seen from the past. */
static void look_ahead(const chy_clause_reader *reader, chy_draft *draft) {
    if (draft->clause.modality != CHY_MODALITY_CONDITIONAL) {
        return;
    }
    for (uint32_t c = reader->first_child[draft->main]; c != CHY_NONE;
         c = reader->next_sibling[c]) {
        if (reader->words[c].deprel == CHY_DEPREL_ADVCL && chy_clause_marked(reader, c, "if")) {
            return;
        }
    }
    draft->clause.tense = CHY_TENSE_FUTURE;
    draft->clause.modality = CHY_MODALITY_NONE;
}

/* "said that it would" */
void chy_clause_would_reported(const chy_clause_reader *reader, chy_draft *draft,
                               const chy_draft *above) {
    if (above->trait != NULL && (above->trait->traits & CHY_TRAIT_REPORT) != 0) {
        look_ahead(reader, draft);
    }
}

/* "a bridge that the two countries would build": what others are to do with a thing that was told
 * of. */
void chy_clause_would_related(const chy_clause_reader *reader, chy_draft *draft,
                              const chy_draft *above) {
    uint32_t subject = draft->main == CHY_NONE
                           ? CHY_NONE
                           : chy_clause_child(reader, draft->main, CHY_DEPREL_NSUBJ);
    bool told = above->clause.tense == CHY_TENSE_PAST || above->clause.tense == CHY_TENSE_PRESENT;
    if (told && above->clause.modality == CHY_MODALITY_NONE && !draft->clause.negated &&
        subject != CHY_NONE && chy_clause_acts(reader, subject)) {
        look_ahead(reader, draft);
    }
}

/* "said that it had sent some and would send more": the report is above the first of them. */
void chy_clause_would_coordinated(const chy_clause_reader *reader, chy_draft *draft,
                                  const chy_draft *first) {
    for (uint32_t steps = 0; first->clause.parent != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS;
         steps++) {
        const chy_draft *above = &reader->drafts[first->clause.parent];
        if (first->clause.link == CHY_LINK_COMPLEMENT) {
            chy_clause_would_reported(reader, draft, above);
        }
        if (first->clause.link != CHY_LINK_CONJUNCT) {
            return;
        }
        first = above;
    }
}

/* "Kenya, he added, would send": the report stands beside what is said. */
static void read_framed_would(const chy_clause_reader *reader, chy_draft *draft) {
    for (uint32_t c = draft->main == CHY_NONE ? CHY_NONE : reader->first_child[draft->main];
         c != CHY_NONE; c = reader->next_sibling[c]) {
        bool bare = reader->words[c].deprel == CHY_DEPREL_ADVCL &&
                    chy_clause_child(reader, c, CHY_DEPREL_MARK) == CHY_NONE;
        bool beside = (bare || reader->words[c].deprel == CHY_DEPREL_PARATAXIS) &&
                      chy_clause_xpos_is(&reader->words[c], "VBD");
        if (beside && reader->verbal[c] != CHY_NONE) {
            chy_clause_would_reported(reader, draft, &reader->drafts[reader->verbal[c]]);
        }
    }
}

/* "The rumour was that Chad would send": what is told or agreed of the time to come. */
static void read_told_would(const chy_clause_reader *reader, chy_draft *draft) {
    static const char *const told[] = {"agreement", "answer", "message", "news",  "plan",
                                       "promise",   "reply",  "report",  "rumor", "rumour",
                                       "story",     "talk",   "upshot",  "word"};
    if (draft->main == CHY_NONE || chy_clause_outer_copula(reader, draft->main) == CHY_NONE) {
        return;
    }
    uint32_t outer = chy_clause_child(reader, draft->main, CHY_DEPREL_NSUBJ_OUTER);
    uint32_t what = outer == CHY_NONE ? reader->words[draft->main].head : outer;
    if (what != CHY_NONE && chy_clause_lemma_in(&reader->words[what], told, CHY_COUNT_OF(told))) {
        look_ahead(reader, draft);
    }
}

void chy_clause_would_beside(const chy_clause_reader *reader, chy_draft *draft) {
    read_framed_would(reader, draft);
    read_told_would(reader, draft);
}
