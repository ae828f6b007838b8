/* How many an event touched: the dead, the marchers, sums of money. */
#include "events/plover.h"
#include "events/telling.h"
#include "mentions/money.h"

#include <string.h>

#define MOST        32u
#define MOST_COUNTS 8u
/* Words between a sum and the clause that it hangs from. */
#define MONEY_STEPS 12u
/* Words of a number with those that bound it: "no fewer than one hundred and forty - two". */
#define FIGURE_WORDS 9u

typedef struct found_counts {
    chy_count items[MOST_COUNTS];
    uint32_t count;
} found_counts;

/* ---- People ------------------------------------------------------------------------------------
 */

/* "a policeman", "one man": one person. */
static bool is_single(const chy_view *view, uint32_t head) {
    const chy_word *words = view->input->words;
    if ((words[head].feat_bits & CHY_FEAT_PLURAL) != 0 || words[head].upos != CHY_UPOS_NOUN) {
        return false;
    }
    uint32_t mention = view->mentions->mention_of_head[head];
    if (mention == CHY_NONE) return false;
    uint32_t entity = view->mentions->mentions[mention].entity;
    if (entity >= view->mentions->entity_count ||
        view->mentions->entities[entity].kind != CHY_ENTITY_PERSON) {
        return false;
    }
    for (uint32_t child = view->child[head]; child != CHY_NONE; child = view->sibling[child]) {
        bool article = words[child].deprel == CHY_DEPREL_DET &&
                       (words[child].feat_bits & CHY_FEAT_DEFINITE) == 0;
        if (article && words[child].lemma != NULL && strcmp(words[child].lemma, "a") == 0) {
            return true;
        }
    }
    return false;
}

static bool is_form(const chy_word *words, uint32_t at, uint32_t end, const char *form) {
    return at < end && strcmp(words[at].form, form) == 0;
}

/* A number that the hyphen behind it makes part of a word: "5-year-old", but not "5,000-strong". */
static bool is_compounded(const chy_word *words, const chy_number *number, uint32_t end) {
    return is_form(words, number->end_word, end, "-") &&
           !is_form(words, number->end_word + 1, end, "strong");
}

/* "Ana Ruiz, 61, who was arrested": an age behind a name. */
static bool is_age(const chy_view *view, uint32_t word) {
    const chy_word *words = view->input->words;
    uint32_t head = words[word].head;
    return head != CHY_NONE && head < word && words[head].upos == CHY_UPOS_PROPN &&
           words[word].deprel != CHY_DEPREL_NUMMOD;
}

/* The number that says how many are in the phrase: not an age, a date, a sum or a part of a name.
 */
static bool phrase_number(const chy_view *view, const chy_phrase *phrase, chy_number *number) {
    const chy_word *words = view->input->words;
    if (phrase->count == 0) return false;
    uint32_t end = phrase->words[phrase->count - 1] + 1;
    chy_money money;
    for (uint32_t i = 0; i < phrase->count; i++) {
        uint32_t word = phrase->words[i];
        if (view->mentions->time_of_word[word] != CHY_NONE) continue;
        if (!chy_number_read(words, word, end, number)) continue;
        if (chy_money_read(view->input->lexicon, words, word, end, &money)) {
            while (i + 1 < phrase->count && phrase->words[i + 1] < money.end_word)
                i++;
            continue;
        }
        if (!is_compounded(words, number, end) && !is_age(view, word)) return true;
    }
    return false;
}

/* "six of them", "dozens of farmers": the word that counts those behind "of"; else the word. */
static uint32_t counting_word(const chy_view *view, uint32_t word) {
    const chy_word *words = view->input->words;
    uint32_t head = words[word].head;
    chy_number number;
    bool part = head != CHY_NONE && head < word && words[word].deprel == CHY_DEPREL_NMOD &&
                chy_is_led_by(view, word, "of");
    return part && chy_number_read(words, head, head + 1, &number) ? head : word;
}

/* A number once: the same words may be an argument and stand before a fate. */
static void add_number(const chy_view *view, uint8_t kind, uint32_t word, const chy_number *number,
                       found_counts *counts) {
    const chy_word *words = view->input->words;
    chy_span span = {words[number->first_word].span.start, words[number->end_word - 1].span.end};
    for (uint32_t i = 0; i < counts->count; i++) {
        if (counts->items[i].kind == kind && counts->items[i].span.end == span.end) return;
    }
    if (counts->count == MOST_COUNTS) return;
    counts->items[counts->count++] = (chy_count){kind,
                                                 number->value,
                                                 number->low,
                                                 number->high,
                                                 "",
                                                 span,
                                                 view->statements->statement_of_word[word]};
}

static void add_people(chy_view *view, uint8_t kind, uint32_t word, found_counts *counts) {
    chy_number number;
    if (phrase_number(view, chy_view_phrase(view, counting_word(view, word)), &number)) {
        add_number(view, kind, word, &number, counts);
    } else if (is_single(view, word) && counts->count < MOST_COUNTS) {
        counts->items[counts->count++] = (chy_count){kind,
                                                     1.0,
                                                     1.0,
                                                     1.0,
                                                     "",
                                                     chy_view_phrase_span(view, word),
                                                     view->statements->statement_of_word[word]};
    }
}

/* Whether a word hangs below another, or is what that one is coordinated with. */
static bool hangs_from(const chy_view *view, uint32_t word, uint32_t above) {
    const chy_word *words = view->input->words;
    if (words[above].deprel == CHY_DEPREL_CONJ && words[above].head == word) return true;
    for (uint32_t at = word, steps = 0; at != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS;
         at = words[at].head, steps++) {
        if (at == above) return true;
    }
    return false;
}

/* The number right before words[at], or before the one noun and the auxiliaries in front of it:
 * "22 | injured", "two passengers | died", "dozens were | hurt". */
static bool number_before(const chy_view *view, uint32_t first, uint32_t at, chy_number *number) {
    const chy_word *words = view->input->words;
    while (at > first && words[at - 1].upos == CHY_UPOS_AUX)
        at--;
    uint32_t nouns =
        at > first && (words[at - 1].upos == CHY_UPOS_NOUN || words[at - 1].upos == CHY_UPOS_ADJ);
    for (uint32_t skip = 0; skip <= nouns; skip++) {
        uint32_t end = at - skip;
        uint32_t start = end > first + FIGURE_WORDS ? end - FIGURE_WORDS : first;
        for (; start < end; start++) {
            bool read = view->mentions->time_of_word[start] == CHY_NONE &&
                        chy_number_read(words, start, end, number);
            if (read && number->end_word == end) return true;
        }
    }
    return false;
}

/* "nine were killed and 22 injured", "leaving two dead": words of a fate with a number before them,
 * which the tree may not give a clause. */
static void add_fates(const chy_view *view, uint32_t clause, found_counts *counts) {
    static const struct {
        const char *form;
        uint8_t kind;
    } fates[] = {{"injured", CHY_COUNT_INJURED}, {"wounded", CHY_COUNT_INJURED},
                 {"hurt", CHY_COUNT_INJURED},    {"killed", CHY_COUNT_DEAD},
                 {"dead", CHY_COUNT_DEAD},       {"died", CHY_COUNT_DEAD},
                 {"perished", CHY_COUNT_DEAD}};
    const chy_word *words = view->input->words;
    const chy_clause *of = &view->clauses->clauses[clause];
    const chy_sentence *sentence = &view->input->sentences[of->sentence];
    chy_number number;
    for (uint32_t i = 1; i < sentence->word_count && counts->count < MOST_COUNTS; i++) {
        uint32_t w = sentence->first_word + i;
        for (size_t f = 0; f < sizeof fates / sizeof fates[0]; f++) {
            if (strcmp(words[w].form, fates[f].form) != 0) continue;
            if (!number_before(view, sentence->first_word, w, &number)) continue;
            if (!hangs_from(view, w, of->word)) continue;
            add_number(view, fates[f].kind, w, &number, counts);
        }
    }
}

/* ---- Money -------------------------------------------------------------------------------------
 */

/* Types in which money is given, owed, asked for or taken. */
static bool may_cost(uint8_t type) {
    switch (type) {
    case CHY_AGREE:
    case CHY_SUPPORT:
    case CHY_CONCEDE:
    case CHY_COOPERATE:
    case CHY_AID:
    case CHY_RETREAT:
    case CHY_REQUEST:
    case CHY_REJECT:
    case CHY_THREATEN:
    case CHY_SANCTION:
    case CHY_COERCE:
        return true;
    default:
        return false;
    }
}

/* Whether a sum stands in the clause of an event: in its own words or in those of a noun that is
 * its argument ("signed a $2bn contract"), and of a noun in its verb's ("gave 2 million in aid").
 */
static bool is_of_clause(const chy_view *view, const chy_money *money, uint32_t clause) {
    const chy_clause *clauses = view->clauses->clauses;
    uint32_t head = money->first_word;
    for (uint32_t w = money->first_word; w < money->end_word; w++) {
        uint32_t above = view->input->words[w].head;
        if (above == CHY_NONE || above < money->first_word || above >= money->end_word) head = w;
    }
    uint32_t of = chy_view_clause_above(view, head);
    for (uint32_t steps = 0; of != CHY_NONE && steps < MONEY_STEPS; steps++) {
        if (of == clause) return true;
        bool noun = clauses[of].link == CHY_LINK_ARGUMENT && clauses[of].kind == CHY_CLAUSE_NOUN;
        /* "urged donors to find $40 million" */
        bool asked = clauses[of].link == CHY_LINK_COMPLEMENT && view->matches[of].rule == NULL;
        if (!noun && !asked) break;
        of = clauses[of].parent;
    }
    return of != CHY_NONE && clauses[clause].link == CHY_LINK_ARGUMENT &&
           clauses[clause].kind == CHY_CLAUSE_NOUN && clauses[clause].parent == of;
}

static void add_money(const chy_view *view, const chy_telling *telling, found_counts *counts) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentence = &view->input->sentences[clause->sentence];
    const chy_word *words = view->input->words;
    uint32_t end = sentence->first_word + sentence->word_count;
    chy_money money;
    for (uint32_t w = sentence->first_word; w < end && counts->count < MOST_COUNTS;) {
        if (!chy_money_read(view->input->lexicon, words, w, end, &money)) {
            w++;
            continue;
        }
        w = money.end_word;
        if (!is_of_clause(view, &money, telling->clause)) continue;
        counts->items[counts->count++] =
            (chy_count){CHY_COUNT_MONEY,
                        money.number.value,
                        money.number.low,
                        money.number.high,
                        money.unit,
                        {words[money.first_word].span.start, words[money.end_word - 1].span.end},
                        view->statements->statement_of_word[money.first_word]};
    }
}

/* ---- All --------------------------------------------------------------------------------------
 */

/* Whether sums belong to an event: by its type, or because its rule counts them. */
static bool counts_money(const chy_telling *telling) {
    const chy_rule_body *body = &telling->rule->body;
    for (uint32_t l = 0; l < body->count_count; l++) {
        if (body->counts[l].kind == CHY_COUNT_MONEY) return true;
    }
    return may_cost(telling->type);
}

static void add_told(chy_view *view, const chy_telling *telling, found_counts *counts) {
    const chy_argument *arguments[MOST];
    const chy_rule_body *body = &telling->rule->body;
    for (uint32_t l = 0; l < body->count_count; l++) {
        const chy_count_line *line = &body->counts[l];
        if (line->kind == CHY_COUNT_MONEY) continue;
        for (uint32_t p = 0; p < line->from.count; p++) {
            if (line->from.items[p].kind == CHY_AT_PHRASE) {
                add_people(view, line->kind, view->clauses->clauses[telling->clause].word, counts);
                continue;
            }
            uint32_t found =
                chy_arguments_at(view, telling->clause, &line->from.items[p], arguments, MOST);
            for (uint32_t i = 0; i < found; i++) {
                add_people(view, line->kind, arguments[i]->word, counts);
            }
        }
    }
}

bool chy_telling_counts(chy_view *view, chy_telling *telling) {
    found_counts counts = {.count = 0};
    add_told(view, telling, &counts);
    if (telling->type == CHY_ASSAULT) add_fates(view, telling->clause, &counts);
    if (counts_money(telling)) add_money(view, telling, &counts);
    if (counts.count == 0) return true;
    chy_count *kept = chy_arena_alloc(view->arena, counts.count, sizeof *kept);
    if (kept == NULL) return false;
    memcpy(kept, counts.items, counts.count * sizeof *kept);
    telling->counts = kept;
    telling->count_count = counts.count;
    return true;
}
