/* How long an event lasted, as the words of its own sentence say; lengths.c has clauses and
 * sentences that say it by themselves. */
#include "events/telling.h"

#include <string.h>

/* Words between "the duration" and how long it was. */
#define LENGTH_WORDS 10u

/* "after two days", "in the past week": not how long it lasted. */
static const char *const not_lasting[] = {"after", "within", "before", "since", "until", "in",
                                          "past",  "ago",    "by",     "from",  NULL};

static bool may_last(uint8_t type) {
    return type == CHY_CONSULT || type == CHY_PROTEST || type == CHY_COOPERATE ||
           type == CHY_MOBILIZE || type == CHY_ASSAULT || type == CHY_AID || type == CHY_COERCE;
}

static bool is_led_away(const chy_view *view, const chy_time *time) {
    if (time->type == CHY_TIME_TIME) return false; /* "from ten until noon" */
    static const char *const distances[] = {"after", "before", "ago", "earlier", "later", "since"};
    const chy_word *words = view->input->words;
    uint32_t head = chy_time_head(view, time);
    bool next = time->end_word < view->input->word_count && words[head].deprel != CHY_DEPREL_OBJ &&
                !chy_is_led_by(view, head, "for") && !chy_is_led_by(view, head, "of");
    /* "a week after the attack" */
    for (size_t i = 0; next && i < sizeof distances / sizeof distances[0]; i++) {
        const char *lemma = words[time->end_word].lemma;
        if (lemma != NULL && strcmp(lemma, distances[i]) == 0) return true;
    }
    for (uint32_t child = view->child[head]; child != CHY_NONE; child = view->sibling[child]) {
        if (words[child].deprel != CHY_DEPREL_CASE && words[child].deprel != CHY_DEPREL_MARK &&
            words[child].deprel != CHY_DEPREL_ADVMOD && words[child].deprel != CHY_DEPREL_AMOD) {
            continue;
        }
        /* "for the past three weeks" */
        bool past = strcmp(words[child].form, "past") == 0 && chy_is_led_by(view, head, "for");
        for (const char *const *p = not_lasting; !past && *p != NULL; p++) {
            if (words[child].lemma != NULL && strcmp(words[child].lemma, *p) == 0) return true;
        }
    }
    return false;
}

/* "after a two-week break", "a five-year plan": the length of another thing that is named. */
static bool is_of_another(const chy_view *view, uint32_t length, uint32_t clause) {
    const chy_word *word = &view->input->words[length];
    bool modifies = word->deprel == CHY_DEPREL_AMOD || word->deprel == CHY_DEPREL_COMPOUND ||
                    word->deprel == CHY_DEPREL_NUMMOD;
    if (!modifies || word->head >= view->input->word_count) return false;
    return view->clauses->clauses[clause].word != word->head &&
           view->clauses->clauses[clause].verb != word->head;
}

/* "after three days of talks" */
static bool is_measure(const chy_view *view, uint32_t length, uint32_t noun) {
    return view->input->words[noun].head == length && chy_is_led_by(view, noun, "of");
}

/* "was to last an hour", "could last for days": no length of what has been. */
static bool is_only_planned(const chy_clause *clause) {
    return clause->negated || clause->tense == CHY_TENSE_FUTURE ||
           clause->modality != CHY_MODALITY_NONE;
}

/* "the talks lasted two hours", "they spent an hour in talks", "talks on fish, which lasted ..." */
static bool lasts_it(const chy_view *view, const chy_telling *telling, uint32_t of) {
    const chy_clause *above = &view->clauses->clauses[of];
    uint32_t clause = telling->clause;
    if (telling->status == CHY_ASSERTED && is_only_planned(above)) return false;
    if (!chy_view_lemma_in(view, above->lemma, &view->grammar->sets[CHY_SET_LASTING])) {
        return false;
    }
    for (uint32_t i = 0; i < above->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[above->first_argument + i];
        if (chy_view_argument_clause(view, argument) == clause) return true;
    }
    return view->clauses->clauses[clause].parent == of ||
           (above->link == CHY_LINK_RELATIVE && above->parent == clause);
}

/* "held talks, the duration of which was two hours" */
static bool is_its_length(const chy_view *view, const chy_telling *telling, const chy_time *time) {
    uint32_t first = view->clauses->clauses[telling->clause].word;
    uint32_t back =
        time->first_word > first + LENGTH_WORDS ? time->first_word - LENGTH_WORDS : first;
    for (uint32_t w = back; w < time->first_word; w++) {
        const char *lemma = view->input->words[w].lemma;
        if (lemma != NULL && (strcmp(lemma, "duration") == 0 || strcmp(lemma, "length") == 0)) {
            return telling->type == CHY_CONSULT;
        }
    }
    return false;
}

bool chy_telling_goes_on(const chy_view *view, const chy_telling *telling, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    const chy_match *match = &view->matches[clause];
    return of->link == CHY_LINK_CONJUNCT && of->parent == telling->clause && match->rule != NULL &&
           !match->complete && match->rule->type == telling->type;
}

const char *chy_clause_length(chy_view *view, uint32_t clause) {
    const chy_mentions *mentions = view->mentions;
    uint32_t of = view->clauses->clauses[clause].sentence;
    const chy_sentence *sentence = &view->input->sentences[of];
    uint32_t end = sentence->first_word + sentence->word_count;
    for (uint32_t i = chy_first_time(mentions, sentence->first_word);
         i < mentions->time_count && mentions->times[i].first_word < end; i++) {
        const chy_time *time = &mentions->times[i];
        uint32_t head = chy_time_head(view, time);
        if (chy_time_lasts(view, i) && chy_view_clause_above(view, head) == clause &&
            !is_led_away(view, time) && !is_of_another(view, head, clause)) {
            return chy_time_length(view, i);
        }
    }
    return NULL;
}

/* "After four hours | behind closed doors": a length that is told with where those who met sat. */
static bool is_of_sitting(const chy_view *view, uint32_t length) {
    static const char *const sites[] = {"door", "room", "table"};
    for (uint32_t c = view->child[length]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *word = &view->input->words[c];
        bool there = chy_is_led_by(view, c, "behind") || chy_is_led_by(view, c, "in") ||
                     chy_is_led_by(view, c, "at");
        if (word->deprel == CHY_DEPREL_NMOD && there &&
            chy_is_listed(word->lemma, sites, CHY_COUNT_OF(sites)))
            return true;
    }
    return false;
}

const char *chy_sitting_length(chy_view *view, uint32_t clause) {
    const chy_mentions *mentions = view->mentions;
    uint32_t of = view->clauses->clauses[clause].sentence;
    const chy_sentence *sentence = &view->input->sentences[of];
    uint32_t end = sentence->first_word + sentence->word_count;
    for (uint32_t i = chy_first_time(mentions, sentence->first_word);
         i < mentions->time_count && mentions->times[i].first_word < end; i++) {
        uint32_t head = chy_time_head(view, &mentions->times[i]);
        if (mentions->times[i].type == CHY_TIME_DURATION && is_of_sitting(view, head) &&
            chy_view_clause_above(view, head) == clause)
            return chy_time_length(view, i);
    }
    return NULL;
}

/* "closed the crossing for two days", not "sentenced him to two years"; "trained them for a month",
 * not "gave them food for a month", "flour will feed them for a month". */
static bool is_kept_up(const chy_view *view, const chy_telling *telling, const chy_time *time) {
    static const char *const terms[] = {"imprison", "jail", "sentence"};
    const char *lemma = view->clauses->clauses[telling->clause].lemma;
    static const char *const gifts[] = {"deliver", "donate", "give",   "invest",
                                        "provide", "send",   "supply", "support"};
    if (telling->rule->type == CHY_AID || telling->rule->type == CHY_COOPERATE)
        return telling->actors.count > 0 && !chy_is_listed(lemma, gifts, CHY_COUNT_OF(gifts));
    if (telling->type != CHY_COERCE) return true;
    return !chy_is_listed(lemma, terms, CHY_COUNT_OF(terms)) &&
           chy_is_led_by(view, chy_time_head(view, time), "for");
}

void chy_telling_duration(chy_view *view, chy_telling *telling) {
    const chy_mentions *mentions = view->mentions;
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentence = &view->input->sentences[clause->sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    telling->duration = "";
    /* "will train them over the next two years" is AGREE. */
    if (!may_last(telling->type) && !may_last(telling->rule->type)) return;
    for (uint32_t i = chy_first_time(mentions, sentence->first_word);
         i < mentions->time_count && mentions->times[i].first_word < end; i++) {
        const chy_time *time = &mentions->times[i];
        if (!chy_time_lasts(view, i) || !is_kept_up(view, telling, time)) continue;
        uint32_t head = chy_time_head(view, time);
        uint32_t of = chy_view_clause_above(view, head);
        bool measure = is_measure(view, head, clause->word);
        if (!measure && (of == CHY_NONE || is_led_away(view, time) ||
                         is_of_another(view, head, telling->clause))) {
            continue;
        }
        if (measure || of == telling->clause || chy_telling_goes_on(view, telling, of) ||
            lasts_it(view, telling, of) || is_its_length(view, telling, time)) {
            const char *length = chy_time_length(view, i);
            if (length != NULL) telling->duration = length;
            return;
        }
    }
}
