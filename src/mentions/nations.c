/* Of which nation words tell that somebody is: "the four, who are Dutch", "the sailors, all of them
 * Ukrainians, sailed", "all nine were Kenyan citizens". */
#include "mentions/cast.h"

#include <string.h>

/* Whether a mention says a nation of people: "Malaysians", "Dutch", "Kenyan citizens". */
static bool says_nation(const chy_draft *draft) {
    bool people = draft->kind == CHY_MENTION_NAME
                      ? draft->has_fact && draft->fact.kind == CHY_FACT_DEMONYM
                      : draft->kind == CHY_MENTION_DESCRIPTION &&
                            draft->says.flags & CHY_SAYS_HUMAN && draft->says.number == 2;
    return people && chy_code_is_state(draft->says.country);
}

/* Whether a subject tells of those that a description tells of, or of the most of them: "all | of
 * the sailors", "seven of them" of eight. */
static bool is_most(const chy_casting *c, uint32_t subject, const chy_draft *of) {
    static const char *const most[] = {"all", "both", "most"};
    uint32_t figure = chy_figure_at(c, subject);
    if (figure == 0) return chy_is_one_of(c->words[subject].form, most, CHY_COUNT_OF(most));
    return 2 * figure > chy_count_said(c, of) && chy_count_said(c, of) > 0;
}

/* The subject of a nation, or, of "eight men, | seven | of them Dutch", the apposition before it.
 */
static uint32_t counted_before(const chy_casting *c, uint32_t nation) {
    uint32_t subject = chy_tree_child(&c->tree, nation, CHY_DEPREL_NSUBJ);
    if (subject != CHY_NONE || c->words[nation].deprel != CHY_DEPREL_APPOS) return subject;
    for (uint32_t w = c->tree.first_child[c->words[nation].head]; w != CHY_NONE && w < nation;
         w = c->tree.next_sibling[w])
        if (c->words[w].deprel == CHY_DEPREL_APPOS) subject = w;
    return subject;
}

/* Whose nation a mention says, as the predicate of a clause or of one without a verb behind whom it
 * tells of; CHY_NONE: nobody's. */
static uint32_t subject_of(const chy_casting *c, const chy_draft *nation) {
    uint32_t subject = counted_before(c, nation->head), of;
    if (subject == CHY_NONE || chy_is_undecided(c, nation->head)) return CHY_NONE;
    if (chy_tree_child(&c->tree, nation->head, CHY_DEPREL_COP) != CHY_NONE) {
        if (c->draft_of_head[subject] != CHY_NONE) return c->draft_of_head[subject];
        if (c->name_of_word[subject] != CHY_NONE) return c->name_of_word[subject];
        of = chy_tree_child(&c->tree, subject, CHY_DEPREL_NMOD);
    } else {
        of = c->words[nation->head].deprel == CHY_DEPREL_APPOS ? c->words[nation->head].head
                                                               : CHY_NONE;
    }
    of = of == CHY_NONE ? CHY_NONE : c->draft_of_head[of];
    return of != CHY_NONE && is_most(c, subject, &c->drafts[of]) ? of : CHY_NONE;
}

void chy_nations_read(chy_casting *c) {
    for (uint32_t i = 0; i < c->draft_count; i++) {
        uint32_t of = says_nation(&c->drafts[i]) ? subject_of(c, &c->drafts[i]) : CHY_NONE;
        if (of == CHY_NONE || of == i) continue;
        chy_profile *says = &c->drafts[of].says;
        bool people = c->drafts[of].kind == CHY_MENTION_PRONOUN
                          ? says->number != 1 || says->gender != 'n'
                          : (says->flags & CHY_SAYS_HUMAN) != 0;
        if (people && !says->country[0]) says->country = c->drafts[i].says.country;
    }
}
