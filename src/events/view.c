#include "events/match.h"

#include <string.h>

/* Steps up the tree that are taken at most: deeper trees than any sentence has. */
#define CLIMB 256u
/* Countries of one report that are told apart: more than there are. */
#define STATES 300u

static uint32_t find_word(const chy_view *view, const char *word) {
    return chy_words_find(view->grammar->words, chy_slice_of(word));
}

/* The word of the grammar that an inflected form may come from, where its lemma is not known there:
 * lemmas are learned and now and then wrong ("impos"). Only what rules list as a predicate counts.
 */
static uint32_t uninflected(const chy_view *view, const char *form) {
    static const struct {
        const char *ending;
        const char *instead;
    } endings[] = {{"ied", "y"}, {"ed", ""}, {"ed", "e"}, {"ies", "y"},
                   {"es", ""},   {"s", ""},  {"ing", ""}, {"ing", "e"}};
    char buffer[CHY_GRAMMAR_WORD_BYTES + 4];
    size_t size = strlen(form);
    if (size > CHY_GRAMMAR_WORD_BYTES) return 0;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t cut = strlen(endings[i].ending);
        if (size < cut + 2 || strcmp(form + size - cut, endings[i].ending) != 0) continue;
        size_t stem = size - cut;
        size_t more = strlen(endings[i].instead);
        memcpy(buffer, form, stem);
        memcpy(buffer + stem, endings[i].instead, more);
        for (int doubled = 0; doubled < 2; doubled++) {
            uint32_t id = chy_words_find(view->grammar->words, (chy_slice){buffer, stem + more});
            bool listed =
                id != 0 && view->grammar->predicates_of[id] != view->grammar->predicates_of[id + 1];
            if (listed) return id;
            /* "planned", "stopped" */
            if (more > 0 || buffer[stem - 1] != buffer[stem - 2]) break;
            stem--;
        }
    }
    return 0;
}

static bool link_words(chy_view *view) {
    const chy_word *words = view->input->words;
    uint32_t count = view->input->word_count;
    view->lemmas = chy_arena_alloc(view->arena, count, sizeof *view->lemmas);
    view->forms = chy_arena_alloc(view->arena, count, sizeof *view->forms);
    view->child = chy_arena_alloc(view->arena, count, sizeof *view->child);
    view->sibling = chy_arena_alloc(view->arena, count, sizeof *view->sibling);
    view->phrases = chy_arena_alloc(view->arena, count, sizeof *view->phrases);
    if (view->lemmas == NULL || view->forms == NULL || view->child == NULL ||
        view->sibling == NULL || view->phrases == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        view->child[i] = CHY_NONE;
        view->sibling[i] = CHY_NONE;
        view->lemmas[i] = words[i].lemma == NULL ? 0 : find_word(view, words[i].lemma);
        view->forms[i] = find_word(view, words[i].form);
        if (view->lemmas[i] == 0 && words[i].upos == CHY_UPOS_VERB) {
            view->lemmas[i] = uninflected(view, words[i].form);
        }
    }
    for (uint32_t i = count; i > 0; i--) {
        uint32_t head = words[i - 1].head;
        if (head >= count || head == i - 1) continue;
        view->sibling[i - 1] = view->child[head];
        view->child[head] = i - 1;
    }
    return true;
}

/* Orders clauses so that a parent stands before its children: by depth, counted. */
static bool order_clauses(chy_view *view) {
    const chy_clauses *clauses = view->clauses;
    uint32_t count = clauses->clause_count;
    uint32_t *depth = chy_arena_alloc(view->arena, count, sizeof *depth);
    uint32_t *start = chy_arena_alloc(view->arena, (size_t)count + CLIMB + 2, sizeof *start);
    view->order = chy_arena_alloc(view->arena, count, sizeof *view->order);
    if (depth == NULL || start == NULL || view->order == NULL) return false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t above = clauses->clauses[i].parent;
        while (above < count && depth[i] < CLIMB) {
            depth[i]++;
            above = clauses->clauses[above].parent;
        }
        start[depth[i] + 1]++;
    }
    for (uint32_t d = 1; d <= CLIMB + 1; d++) {
        start[d] += start[d - 1];
    }
    for (uint32_t i = 0; i < count; i++) {
        view->order[start[depth[i]]++] = i;
    }
    return true;
}

/* Trees now and then have two subjects, one on each side of the verb: the second is its object, and
 * what is controlled is its doing alone ("accused Chad of arming rebels"). */
static void mend_clause(chy_view *view, uint32_t clause) {
    const chy_clauses *clauses = view->clauses;
    const chy_clause *of = &clauses->clauses[clause];
    uint32_t before = CHY_NONE;
    uint32_t after = CHY_NONE;
    for (uint32_t i = of->first_argument; i < of->first_argument + of->argument_count; i++) {
        const chy_argument *argument = &clauses->arguments[i];
        if (argument->role != CHY_ROLE_SUBJECT || argument->word >= view->input->word_count) {
            continue;
        }
        const chy_word *word = &view->input->words[argument->word];
        if (word->head != of->word || word->deprel != CHY_DEPREL_NSUBJ) continue;
        if (argument->word < of->word) before = i;
        if (argument->word > of->word) after = i;
    }
    if (before == CHY_NONE || after == CHY_NONE || of->kind != CHY_CLAUSE_VERB) return;
    view->roles[after] = CHY_ROLE_OBJECT;
    uint32_t first = clauses->arguments[before].word;
    uint32_t second = clauses->arguments[after].word;
    for (uint32_t i = of->first_argument; i < of->first_argument + of->argument_count; i++) {
        uint32_t inner = clauses->arguments[i].clause;
        if (inner >= clauses->clause_count || inner == clause) continue;
        const chy_clause *below = &clauses->clauses[inner];
        uint32_t drop = CHY_NONE;
        bool both = false;
        for (uint32_t k = 0; k < below->argument_count; k++) {
            const chy_argument *argument = &clauses->arguments[below->first_argument + k];
            if (argument->role != CHY_ROLE_SUBJECT) continue;
            if (argument->word == first) drop = below->first_argument + k;
            both = both || argument->word == second;
        }
        if (both && drop != CHY_NONE) view->roles[drop] = CHY_ROLE_COUNT;
    }
}

/* "promised to send doctors | and to train nurses": the second is another promise, which rules read
 * by itself. */
static void part_promises(chy_view *view, uint32_t clause) {
    const chy_clauses *clauses = view->clauses;
    const chy_clause *of = &clauses->clauses[clause];
    const chy_terms *sets = view->grammar->sets;
    if (!chy_view_lemma_in(view, of->lemma, &sets[CHY_SET_EMBEDS_FUTURE]) ||
        chy_view_lemma_in(view, of->lemma, &sets[CHY_SET_EMBEDS_HYPOTHETICAL]))
        return;
    for (uint32_t i = of->first_argument; i < of->first_argument + of->argument_count; i++) {
        const chy_argument *argument = &clauses->arguments[i];
        uint32_t inner = chy_view_argument_clause(view, argument);
        if (argument->role == CHY_ROLE_COMPLEMENT && inner != CHY_NONE &&
            chy_shares_governor(view, inner))
            view->roles[i] = CHY_ROLE_COUNT;
    }
}

static bool find_states(chy_view *view) {
    const chy_mentions *mentions = view->mentions;
    view->states = chy_arena_alloc(view->arena, STATES, sizeof *view->states);
    if (view->states == NULL) return false;
    for (uint32_t i = 0; i < mentions->entity_count && view->state_count < STATES; i++) {
        const chy_entity *entity = &mentions->entities[i];
        if (entity->kind != CHY_ENTITY_COUNTRY || entity->country[0] == '\0') continue;
        bool there = false;
        for (uint32_t k = 0; k < view->state_count && !there; k++) {
            there = strcmp(mentions->entities[view->states[k]].country, entity->country) == 0;
        }
        if (!there) view->states[view->state_count++] = i;
    }
    return true;
}

/* Gathered once: some entities have as many mentions as the report has sentences. */
static bool find_told(chy_view *view) {
    const chy_mentions *mentions = view->mentions;
    view->told_as = chy_arena_alloc(view->arena, mentions->entity_count, sizeof *view->told_as);
    if (view->told_as == NULL) return false;
    for (uint32_t i = 0; i < mentions->mention_count; i++) {
        const chy_mention *mention = &mentions->mentions[i];
        if (mention->entity >= mentions->entity_count) continue;
        view->told_as[mention->entity] |= (uint8_t)(1u << mention->kind);
    }
    return true;
}

/* "freed the hostages ... They were freed": a pronoun as the words that the report last used. */
static bool find_nouns(chy_view *view) {
    const chy_mentions *mentions = view->mentions;
    uint32_t count = view->input->word_count;
    uint32_t *last = chy_arena_alloc(view->arena, mentions->entity_count, sizeof *last);
    view->stands_for = chy_arena_alloc(view->arena, count, sizeof *view->stands_for);
    if (last == NULL || view->stands_for == NULL) return false;
    for (uint32_t i = 0; i < count; i++)
        view->stands_for[i] = i;
    for (uint32_t i = 0; i < mentions->entity_count; i++)
        last[i] = CHY_NONE;
    for (uint32_t i = 0; i < mentions->mention_count; i++) {
        const chy_mention *mention = &mentions->mentions[i];
        if (mention->entity >= mentions->entity_count) continue;
        uint32_t *noun = &last[mention->entity];
        if (mention->kind != CHY_MENTION_PRONOUN) {
            *noun = mention->head_word;
        } else if (*noun != CHY_NONE) {
            view->stands_for[mention->head_word] = *noun;
        }
    }
    return true;
}

bool chy_view_is_named(const chy_view *view, uint32_t entity) {
    return (view->told_as[entity] & 1u << CHY_MENTION_NAME) != 0;
}

uint32_t chy_view_state_of(const chy_view *view, uint32_t place) {
    const chy_entity *of = &view->mentions->entities[place];
    if (of->kind == CHY_ENTITY_COUNTRY) return place;
    const char *country = of->place == NULL ? of->country : of->place->country;
    for (uint32_t i = 0; i < view->state_count && country != NULL; i++) {
        if (strcmp(view->mentions->entities[view->states[i]].country, country) == 0) {
            return view->states[i];
        }
    }
    return CHY_NONE;
}

chy_status chy_view_make(chy_view *view, chy_error *err) {
    const chy_clauses *clauses = view->clauses;
    if (!link_words(view) || !order_clauses(view)) return chy_fail_memory(err);
    view->prepositions =
        chy_arena_alloc(view->arena, clauses->argument_count, sizeof *view->prepositions);
    view->roles = chy_arena_alloc(view->arena, clauses->argument_count, sizeof *view->roles);
    view->flags = chy_arena_alloc(view->arena, clauses->clause_count, sizeof *view->flags);
    view->matches = chy_arena_alloc(view->arena, clauses->clause_count, sizeof *view->matches);
    if (view->prepositions == NULL || view->roles == NULL || view->flags == NULL ||
        view->matches == NULL || !find_states(view) || !find_told(view) || !find_nouns(view)) {
        return chy_fail_memory(err);
    }
    for (uint32_t i = 0; i < clauses->argument_count; i++) {
        const char *preposition = clauses->arguments[i].preposition;
        view->prepositions[i] = preposition == NULL ? 0 : find_word(view, preposition);
        view->roles[i] = clauses->arguments[i].role;
    }
    for (uint32_t i = 0; i < clauses->clause_count; i++) {
        mend_clause(view, i);
        part_promises(view, i);
    }
    chy_view_flags(view);
    return view->no_memory ? chy_fail_memory(err) : CHY_OK;
}

/* Whether a child hangs from a phrase's word as part of the phrase. */
static bool in_phrase(const chy_view *view, uint32_t word, bool at_head) {
    const chy_word *words = view->input->words;
    switch (words[word].deprel) {
    case CHY_DEPREL_ACL:
    case CHY_DEPREL_ACL_RELCL:
    case CHY_DEPREL_ADVCL:
    case CHY_DEPREL_ADVCL_RELCL:
    case CHY_DEPREL_CCOMP:
    case CHY_DEPREL_CSUBJ:
    case CHY_DEPREL_CSUBJ_OUTER:
    case CHY_DEPREL_CSUBJ_PASS:
    case CHY_DEPREL_PARATAXIS:
    case CHY_DEPREL_APPOS:
    case CHY_DEPREL_PUNCT:
    case CHY_DEPREL_DISCOURSE:
    case CHY_DEPREL_DISLOCATED:
    case CHY_DEPREL_VOCATIVE:
    case CHY_DEPREL_LIST:
    case CHY_DEPREL_ORPHAN:
    case CHY_DEPREL_REPARANDUM:
        return false;
    case CHY_DEPREL_CC:
    case CHY_DEPREL_CC_PRECONJ:
    case CHY_DEPREL_CONJ:
        return !at_head;
    case CHY_DEPREL_NSUBJ:
    case CHY_DEPREL_NSUBJ_PASS:
    case CHY_DEPREL_NSUBJ_OUTER:
    case CHY_DEPREL_COP:
    case CHY_DEPREL_AUX:
    case CHY_DEPREL_AUX_PASS:
    case CHY_DEPREL_MARK:
        return words[words[word].head].upos == CHY_UPOS_VERB;
    default:
        return true;
    }
}

static void sort_words(uint32_t *words, uint32_t count) {
    for (uint32_t i = 1; i < count; i++) {
        uint32_t word = words[i];
        uint32_t k = i;
        for (; k > 0 && words[k - 1] > word; k--) {
            words[k] = words[k - 1];
        }
        words[k] = word;
    }
}

const chy_phrase *chy_view_phrase(chy_view *view, uint32_t head) {
    chy_phrase *phrase = &view->phrases[head];
    uint32_t found[CHY_PHRASE_WORDS];
    uint32_t count = 0;
    if (phrase->read) return phrase;
    found[count++] = head;
    for (uint32_t next = 0; next < count; next++) {
        for (uint32_t child = view->child[found[next]];
             child != CHY_NONE && count < CHY_PHRASE_WORDS; child = view->sibling[child]) {
            if (in_phrase(view, child, next == 0)) found[count++] = child;
        }
    }
    sort_words(found, count);
    uint32_t *words = chy_arena_alloc(view->arena, count, sizeof *words);
    if (words == NULL) {
        view->no_memory = true;
        return phrase;
    }
    memcpy(words, found, count * sizeof *words);
    *phrase = (chy_phrase){words, count, true};
    return phrase;
}

chy_span chy_view_phrase_span(chy_view *view, uint32_t head) {
    const chy_phrase *phrase = chy_view_phrase(view, head);
    const chy_word *words = view->input->words;
    if (phrase->count == 0) return words[head].span;
    uint32_t first = 0;
    /* A preposition in front is not part of what it leads to, nor is what stands before that:
     * "mainly on buses". */
    while (first + 1 < phrase->count && (words[phrase->words[first]].deprel == CHY_DEPREL_CASE ||
                                         words[phrase->words[first]].deprel == CHY_DEPREL_MARK ||
                                         (words[phrase->words[first]].deprel == CHY_DEPREL_ADVMOD &&
                                          words[phrase->words[first + 1]].upos == CHY_UPOS_ADP))) {
        first++;
    }
    return (chy_span){words[phrase->words[first]].span.start,
                      words[phrase->words[phrase->count - 1]].span.end};
}

bool chy_view_is(const chy_view *view, uint32_t word, uint32_t id) {
    return id != 0 && (view->lemmas[word] == id || view->forms[word] == id);
}

static bool is_hyphen(const chy_word *word) {
    return strcmp(word->form, "-") == 0 || strcmp(word->form, "\xE2\x80\x91") == 0;
}

static bool follows(const chy_view *view, uint32_t word, const chy_term *term, uint32_t *end) {
    const chy_word *words = view->input->words;
    uint32_t at = word + 1;
    for (uint32_t i = 1; i < term->count; i++) {
        if (at < view->input->word_count && is_hyphen(&words[at])) at++;
        if (at >= view->input->word_count || words[at].sentence != words[word].sentence ||
            !chy_view_is(view, at, term->parts[i])) {
            return false;
        }
        at++;
    }
    *end = at;
    return true;
}

static bool term_of(const chy_view *view, uint32_t word, uint32_t id, const chy_terms *terms,
                    uint32_t *end) {
    uint32_t count;
    const chy_term *term = chy_terms_of(terms, id, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (follows(view, word, &term[i], end)) return true;
    }
    return false;
}

bool chy_view_term_at(const chy_view *view, uint32_t word, const chy_terms *terms, uint32_t *end) {
    uint32_t lemma = view->lemmas[word];
    uint32_t form = view->forms[word];
    return term_of(view, word, lemma, terms, end) ||
           (form != lemma && term_of(view, word, form, terms, end));
}

bool chy_view_lemma_in(const chy_view *view, const char *lemma, const chy_terms *terms) {
    uint32_t parts[CHY_GRAMMAR_WORD_PARTS];
    uint32_t count = 0;
    uint32_t of_first;
    const char *from = lemma;
    while (count < CHY_GRAMMAR_WORD_PARTS) {
        const char *bar = strchr(from, '_');
        size_t size = bar == NULL ? strlen(from) : (size_t)(bar - from);
        parts[count++] = chy_words_find(view->grammar->words, (chy_slice){from, size});
        if (bar == NULL) break;
        from = bar + 1;
    }
    const chy_term *term = chy_terms_of(terms, parts[0], &of_first);
    for (uint32_t i = 0; i < of_first; i++) {
        if (term[i].count == count && memcmp(term[i].parts, parts, count * sizeof parts[0]) == 0) {
            return true;
        }
    }
    return false;
}

uint32_t chy_view_argument_clause(const chy_view *view, const chy_argument *argument) {
    if (argument->clause < view->clauses->clause_count) return argument->clause;
    if (argument->word >= view->input->word_count) return CHY_NONE;
    return view->clauses->clause_of_word[argument->word];
}

/* "will be | the king's guest | in May": the clause of the copula that a predicate has, or
 * CHY_NONE. What hangs from a verb as an oblique is no predicate: "was on Monday | rammed". */
static uint32_t copula_clause(const chy_view *view, uint32_t predicate) {
    if (view->input->words[predicate].deprel == CHY_DEPREL_OBL) return CHY_NONE;
    for (uint32_t c = view->child[predicate]; c != CHY_NONE; c = view->sibling[c]) {
        if (view->input->words[c].deprel == CHY_DEPREL_COP) return view->clauses->clause_of_word[c];
    }
    return CHY_NONE;
}

uint32_t chy_view_clause_above(const chy_view *view, uint32_t word) {
    const chy_word *words = view->input->words;
    for (uint32_t i = 0; i < CLIMB && word < view->input->word_count; i++) {
        uint32_t clause = view->clauses->clause_of_word[word];
        if (clause == CHY_NONE) clause = copula_clause(view, word);
        if (clause != CHY_NONE) return clause;
        word = words[word].head;
    }
    return CHY_NONE;
}
