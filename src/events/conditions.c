/* Whether a rule's conditions hold on a clause. */
#include "events/match.h"

#include <string.h>

#define MOST 32u

typedef struct subject_of_test {
    chy_view *view;
    uint32_t clause;
    const chy_fillings *actors, *recipients;
} subject_of_test;

static bool phrase_has(chy_view *view, uint32_t head, const chy_terms *words) {
    const chy_phrase *phrase = chy_view_phrase(view, head);
    uint32_t end;
    for (uint32_t i = 0; i < phrase->count; i++) {
        if (chy_view_term_at(view, phrase->words[i], words, &end)) return true;
    }
    return false;
}

static bool mention_has(const chy_view *view, const chy_filled *party, const chy_terms *words) {
    uint32_t end;
    if (party->mention == CHY_NONE) return false;
    const chy_mention *mention = &view->mentions->mentions[party->mention];
    for (uint32_t w = mention->first_word; w < mention->end_word; w++) {
        if (chy_view_term_at(view, w, words, &end)) return true;
    }
    return false;
}

/* The words before and after the predicate that belong to its own phrase, without it. */
static bool own_phrase_has(const subject_of_test *of, const chy_terms *words) {
    chy_view *view = of->view;
    const chy_clause *clause = &view->clauses->clauses[of->clause];
    uint32_t end;
    if (clause->kind == CHY_CLAUSE_NOUN) {
        const chy_phrase *phrase = chy_view_phrase(view, clause->word);
        for (uint32_t i = 0; i < phrase->count; i++) {
            if (chy_view_term_at(view, phrase->words[i], words, &end) &&
                !(phrase->words[i] == clause->word && end == clause->word + 1)) {
                return true;
            }
        }
    }
    uint32_t bearer = clause->kind == CHY_CLAUSE_NOUN ? clause->verb : clause->word;
    if (bearer >= view->input->word_count) return false;
    for (uint32_t child = view->child[bearer]; child != CHY_NONE; child = view->sibling[child]) {
        uint8_t deprel = view->input->words[child].deprel;
        bool near = deprel == CHY_DEPREL_ADVMOD || deprel == CHY_DEPREL_COMPOUND_PRT ||
                    deprel == CHY_DEPREL_AUX || deprel == CHY_DEPREL_AMOD ||
                    deprel == CHY_DEPREL_COMPOUND || deprel == CHY_DEPREL_OBL_UNMARKED;
        if (near && chy_view_term_at(view, child, words, &end)) return true;
    }
    return false;
}

/* Whether a term ends with the word: "ethnic cleansing". */
static bool own_word_in(const chy_view *view, uint32_t word, const chy_terms *words) {
    uint32_t end;
    for (uint32_t back = 0; back <= 2 && back <= word; back++) {
        if (chy_view_term_at(view, word - back, words, &end) && end == word + 1) return true;
    }
    return false;
}

static bool sentence_has(const subject_of_test *of, const chy_terms *words) {
    const chy_view *view = of->view;
    const chy_sentence *sentence =
        &view->input->sentences[view->clauses->clauses[of->clause].sentence];
    uint32_t end;
    for (uint32_t i = 0; i < sentence->word_count; i++) {
        if (chy_view_term_at(view, sentence->first_word + i, words, &end)) return true;
    }
    return false;
}

static bool parties_have(const subject_of_test *of, const chy_fillings *parties,
                         const chy_terms *words) {
    for (uint32_t i = 0; parties != NULL && i < parties->count; i++) {
        if (mention_has(of->view, &parties->items[i], words)) return true;
    }
    return false;
}

static bool head_in(const chy_view *view, uint32_t word, const chy_terms *words) {
    uint32_t end;
    if (chy_view_term_at(view, word, words, &end)) return true;
    /* The head of a compound: "chemical weapons" ends in its head. */
    for (uint32_t child = view->child[word]; child != CHY_NONE; child = view->sibling[child]) {
        if (child < word && chy_view_term_at(view, child, words, &end) && end == word + 1) {
            return true;
        }
    }
    return false;
}

/* Of a pronoun, its own words ("it") or those that it stands for. */
static bool argument_has(chy_view *view, const chy_argument *argument, const chy_test *test) {
    uint32_t clause = chy_view_argument_clause(view, argument);
    uint32_t noun = view->stands_for[argument->word];
    if (clause != CHY_NONE &&
        chy_view_lemma_in(view, view->clauses->clauses[clause].lemma, &test->words)) {
        return true;
    }
    for (uint32_t word = argument->word;; word = noun) {
        if (head_in(view, word, &test->words)) return true;
        if (test->kind != CHY_TEST_HEAD && phrase_has(view, word, &test->words)) return true;
        if (word == noun) return false;
    }
}

static bool test_words(const subject_of_test *of, const chy_test *test,
                       const chy_position *position) {
    chy_view *view = of->view;
    const chy_clause *clause = &view->clauses->clauses[of->clause];
    const chy_argument *arguments[MOST];
    chy_position any = {CHY_AT_ANY, 0, CHY_AT_NOWHERE, 0, 0, 0};
    switch (position->kind) {
    case CHY_AT_PHRASE:
        return own_phrase_has(of, &test->words);
    case CHY_AT_SENTENCE:
        return sentence_has(of, &test->words);
    case CHY_AT_PARENT:
        return clause->parent < view->clauses->clause_count &&
               chy_view_lemma_in(view, view->clauses->clauses[clause->parent].lemma, &test->words);
    case CHY_AT_LIGHT:
        return clause->light != NULL && chy_view_lemma_in(view, clause->light, &test->words);
    case CHY_AT_WORD:
        return chy_view_lemma_in(view, clause->lemma, &test->words) ||
               own_word_in(view, clause->word, &test->words);
    case CHY_AT_ACTOR:
        return parties_have(of, of->actors, &test->words);
    case CHY_AT_RECIPIENT:
        return parties_have(of, of->recipients, &test->words);
    case CHY_AT_CLAUSE:
        if (own_phrase_has(of, &test->words)) return true;
        position = &any;
        break;
    default:
        break;
    }
    uint32_t count = chy_arguments_at(view, of->clause, position, arguments, MOST);
    for (uint32_t i = 0; i < count; i++) {
        if (argument_has(view, arguments[i], test)) return true;
    }
    return false;
}

static const chy_fillings *parties_at(const subject_of_test *of, const chy_position *position) {
    if (position->kind == CHY_AT_ACTOR) return of->actors;
    return position->kind == CHY_AT_RECIPIENT ? of->recipients : NULL;
}

static bool test_kinds(const subject_of_test *of, const chy_test *test,
                       const chy_position *position) {
    const chy_view *view = of->view;
    const chy_argument *arguments[MOST];
    const chy_fillings *parties = parties_at(of, position);
    chy_filled party;
    for (uint32_t i = 0; parties != NULL && i < parties->count; i++) {
        if (chy_filler_fits(view, &test->filler, parties->items[i].entity)) return true;
    }
    if (parties != NULL) return false;
    uint32_t count = chy_arguments_at(view, of->clause, position, arguments, MOST);
    for (uint32_t i = 0; i < count; i++) {
        if (chy_slot_party(view, arguments[i]->word, &party) &&
            chy_filler_fits(view, &test->filler, party.entity)) {
            return true;
        }
    }
    return false;
}

static bool is_coded(const chy_view *view, const chy_test *test, uint32_t clause) {
    const chy_rule *rule = view->matches[clause].rule;
    return rule != NULL && !rule->body.retells && !rule->body.encounter &&
           ((test->types >> rule->type & 1u) != 0 || chy_terms_have(&test->rules, rule->full_name));
}

/* "freed the men | who had been kidnapped": what was done to whom the word stands for. */
static bool is_suffered(const chy_view *view, const chy_test *test, uint32_t word) {
    for (uint32_t c = view->child[word]; c != CHY_NONE; c = view->sibling[c]) {
        uint8_t deprel = view->input->words[c].deprel;
        uint32_t clause = view->clauses->clause_of_word[c];
        if ((deprel == CHY_DEPREL_ACL || deprel == CHY_DEPREL_ACL_RELCL) && clause != CHY_NONE &&
            chy_is_object_of(view, clause, word) && is_coded(view, test, clause))
            return true;
    }
    return false;
}

static bool test_codes(const subject_of_test *of, const chy_test *test,
                       const chy_position *position) {
    const chy_view *view = of->view;
    const chy_argument *arguments[MOST];
    uint32_t count = chy_arguments_at(view, of->clause, position, arguments, MOST);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t inner = chy_view_argument_clause(view, arguments[i]);
        if (inner == of->clause) continue;
        if (inner != CHY_NONE ? is_coded(view, test, inner)
                              : is_suffered(view, test, arguments[i]->word))
            return true;
    }
    return false;
}

/* "the men", "the two", "the pair" */
static bool is_plural(const chy_view *view, uint32_t word) {
    static const char *const several[] = {"both", "couple", "duo", "pair", "quartet", "trio"};
    const chy_word *of = &view->input->words[word];
    if ((of->feat_bits & CHY_FEAT_PLURAL) != 0) return true;
    if (chy_is_listed(of->lemma, several, CHY_COUNT_OF(several))) return true;
    return of->upos == CHY_UPOS_NUM && of->lemma != NULL && strcmp(of->lemma, "one") != 0;
}

static bool test_several(const subject_of_test *of, const chy_position *position) {
    const chy_view *view = of->view;
    const chy_argument *arguments[MOST];
    const chy_fillings *parties = parties_at(of, position);
    if (parties != NULL) {
        if (parties->count != 1) return parties->count > 1;
        uint32_t mention = parties->items[0].mention;
        return mention != CHY_NONE && is_plural(view, view->mentions->mentions[mention].head_word);
    }
    uint32_t count = chy_arguments_at(view, of->clause, position, arguments, MOST);
    return count > 1 || (count == 1 && is_plural(view, arguments[0]->word));
}

static bool test_present(const subject_of_test *of, const chy_position *position) {
    const chy_argument *arguments[MOST];
    const chy_fillings *parties = parties_at(of, position);
    if (position->kind == CHY_AT_ACTOR || position->kind == CHY_AT_RECIPIENT) {
        return parties != NULL && parties->count > 0;
    }
    if (position->kind == CHY_AT_LIGHT) {
        return of->view->clauses->clauses[of->clause].light != NULL;
    }
    if (position->kind == CHY_AT_PARENT) {
        return of->view->clauses->clauses[of->clause].parent != CHY_NONE;
    }
    return chy_arguments_at(of->view, of->clause, position, arguments, MOST) > 0;
}

/* "to leave": the clause that stands there is led by "to". */
static bool test_infinitive(const subject_of_test *of, const chy_position *position) {
    const chy_view *view = of->view;
    const chy_argument *arguments[MOST];
    uint32_t count = chy_arguments_at(view, of->clause, position, arguments, MOST);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t inner = chy_view_argument_clause(view, arguments[i]);
        uint32_t verb = inner == CHY_NONE ? arguments[i]->word : view->clauses->clauses[inner].verb;
        if (verb >= view->input->word_count) continue;
        /* "said that Chad is to train them" is no infinitive. */
        if (inner != CHY_NONE && view->clauses->clauses[inner].tense == CHY_TENSE_FUTURE &&
            view->input->words[verb].deprel == CHY_DEPREL_CCOMP) {
            continue;
        }
        for (uint32_t child = view->child[verb]; child != CHY_NONE; child = view->sibling[child]) {
            if (view->input->words[child].deprel == CHY_DEPREL_MARK &&
                strcmp(view->input->words[child].lemma, "to") == 0) {
                return true;
            }
        }
    }
    return false;
}

/* "said that they **left**", "promised **not** to leave": a flag of the clause there. */
static bool test_flag_there(const subject_of_test *of, const chy_test *test,
                            const chy_position *position) {
    const chy_argument *arguments[MOST];
    uint32_t count = chy_arguments_at(of->view, of->clause, position, arguments, MOST);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t inner = chy_view_argument_clause(of->view, arguments[i]);
        if (inner != CHY_NONE && (of->view->flags[inner] & test->flag) != 0) return true;
    }
    return false;
}

static bool at_one_place(const subject_of_test *of, const chy_test *test,
                         const chy_position *position) {
    switch ((chy_test_kind)test->kind) {
    case CHY_TEST_HAS:
    case CHY_TEST_HEAD:
        return test_words(of, test, position);
    case CHY_TEST_IS:
        return test_kinds(of, test, position);
    case CHY_TEST_CODES:
        return test_codes(of, test, position);
    case CHY_TEST_PRESENT:
    case CHY_TEST_NONE:
        return test_present(of, position);
    case CHY_TEST_SEVERAL:
        return test_several(of, position);
    case CHY_TEST_INFINITIVE:
        return test_infinitive(of, position);
    case CHY_TEST_FLAG_THERE:
        return test_flag_there(of, test, position);
    case CHY_TEST_LIGHT:
    case CHY_TEST_PREDICATE:
    case CHY_TEST_FLAG:
        break;
    }
    return false;
}

/* Whether an actor and a recipient are of one country. */
static bool is_domestic(const subject_of_test *of) {
    const chy_entity *entities = of->view->mentions->entities;
    for (uint32_t i = 0; of->actors != NULL && i < of->actors->count; i++) {
        const char *country = entities[of->actors->items[i].entity].country;
        for (uint32_t k = 0; of->recipients != NULL && k < of->recipients->count; k++) {
            const char *other = entities[of->recipients->items[k].entity].country;
            if (country != NULL && other != NULL && country[0] != '\0' &&
                strcmp(country, other) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* Whether the officials of two states are among the parties, by name or as members of a group. */
static bool is_international(const subject_of_test *of) {
    const uint32_t officials = (uint32_t)1 << CHY_SECTOR_GOV | (uint32_t)1 << CHY_SECTOR_IGO;
    const chy_entity *entities = of->view->mentions->entities;
    const chy_fillings *sides[] = {of->actors, of->recipients};
    const char *first = NULL;
    for (size_t s = 0; s < CHY_COUNT_OF(sides); s++) {
        for (uint32_t i = 0; sides[s] != NULL && i < sides[s]->count; i++) {
            const chy_entity *party = &entities[sides[s]->items[i].entity];
            for (uint32_t m = 0; m < (party->member_count > 0 ? party->member_count : 1); m++) {
                const chy_entity *one =
                    party->member_count > 0 ? &entities[party->members[m]] : party;
                if (one->country == NULL || one->country[0] == '\0' ||
                    (one->sectors & officials) == 0)
                    continue;
                if (first != NULL && strcmp(first, one->country) != 0) return true;
                first = one->country;
            }
        }
    }
    return false;
}

/* Whether a flag holds of the clause, or of the parties found. */
static bool test_flag(const subject_of_test *of, uint32_t flag) {
    if (flag == CHY_FLAG_DOMESTIC) return is_domestic(of);
    if (flag == CHY_FLAG_INTERNATIONAL) return is_international(of);
    return (of->view->flags[of->clause] & flag) != 0;
}

static bool test_holds(const subject_of_test *of, const chy_test *test) {
    chy_view *view = of->view;
    bool holds = false;
    if (test->kind == CHY_TEST_FLAG) {
        holds = test_flag(of, test->flag);
    } else if (test->kind == CHY_TEST_PREDICATE) {
        const chy_clause *clause = &view->clauses->clauses[of->clause];
        holds = (view->flags[of->clause] & test->flag) != 0 &&
                (chy_view_lemma_in(view, clause->lemma, &test->words) ||
                 own_word_in(view, clause->word, &test->words));
    } else if (test->kind == CHY_TEST_LIGHT) {
        const char *light = view->clauses->clauses[of->clause].light;
        holds = light != NULL && chy_view_lemma_in(view, light, &test->words);
    } else {
        for (uint32_t i = 0; i < test->at.count && !holds; i++) {
            holds = at_one_place(of, test, &test->at.items[i]);
        }
        if (test->kind == CHY_TEST_NONE) holds = !holds;
    }
    return holds != test->inverted;
}

bool chy_condition_holds(chy_view *view, uint32_t clause, const chy_condition *condition,
                         const chy_fillings *actors, const chy_fillings *recipients) {
    subject_of_test of = {view, clause, actors, recipients};
    bool holds = true;
    for (uint32_t i = 0; i < condition->count; i++) {
        const chy_test *test = &condition->tests[i];
        if (test->starts_group) {
            if (holds) return true;
            holds = true;
        }
        holds = holds && test_holds(&of, test);
    }
    return holds;
}
