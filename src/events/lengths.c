/* How long an event lasted where a clause of its own says so: "The meeting lasted two hours", "it
 * went on for an hour", "They sat for an hour" before those who met are named. */
#include "events/telling.h"

#include "clauses/tables.h"
#include "mentions/calendar.h"

#include <stdio.h>
#include <string.h>

/* Tellings looked at on each side of a clause that says how long one lasted. */
#define LOOKED 48u

#define DAY_MINUTES 1440

/* The minutes of a day at which a time stands, -1 for none: "2024-05-06T14:30". */
static int minutes_of(const chy_time *time) {
    const char *clock = time->value == NULL ? NULL : strchr(time->value, 'T');
    int digits[4];
    if (time->type != CHY_TIME_TIME || clock == NULL || strlen(clock) < 6 || clock[3] != ':')
        return -1;
    for (int i = 0; i < 4; i++) {
        digits[i] = clock[i < 2 ? i + 1 : i + 2] - '0';
        if (digits[i] < 0 || digits[i] > 9) return -1;
    }
    return (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3];
}

static bool is_between(const chy_view *view, const chy_time *first, const chy_time *last) {
    static const char *const leads[] = {"between", "from"};
    static const char *const ends[] = {"and", "till", "to", "until"};
    const chy_word *words = view->input->words;
    uint32_t at = first->first_word;
    return at > 0 && last->first_word == first->end_word + 1 &&
           chy_is_listed(words[at - 1].lemma, leads, CHY_COUNT_OF(leads)) &&
           chy_is_listed(words[first->end_word].lemma, ends, CHY_COUNT_OF(ends));
}

/* The minutes from a time to the next one where the two bound a stretch, "from ten until noon", at
 * most over one night; 0 for none. */
static int stretch_minutes(const chy_view *view, uint32_t time) {
    const chy_mentions *mentions = view->mentions;
    const chy_time *of = &mentions->times[time];
    chy_date first, last;
    if (time + 1 >= mentions->time_count || !is_between(view, of, of + 1)) return 0;
    int from = minutes_of(of), to = minutes_of(of + 1);
    if (from < 0 || to < 0) return 0;
    bool dated = chy_date_read(of->value, &first) && chy_date_read(of[1].value, &last);
    if (dated && chy_date_days(last) - chy_date_days(first) > 1) return 0;
    return (to - from + DAY_MINUTES) % DAY_MINUTES;
}

bool chy_time_lasts(const chy_view *view, uint32_t time) {
    const chy_time *of = &view->mentions->times[time];
    if (of->type == CHY_TIME_DURATION) return of->value != NULL;
    return stretch_minutes(view, time) > 0;
}

const char *chy_time_length(chy_view *view, uint32_t time) {
    const chy_time *of = &view->mentions->times[time];
    if (of->type == CHY_TIME_DURATION) return of->value;
    enum { BYTES = 16 };
    char value[BYTES];
    int length = stretch_minutes(view, time), size;
    if (length % 60 == 0)
        size = snprintf(value, BYTES, "PT%dH", length / 60);
    else if (length < 60)
        size = snprintf(value, BYTES, "PT%dM", length);
    else
        size = snprintf(value, BYTES, "PT%dH%dM", length / 60, length % 60);
    const char *kept = chy_arena_string(view->arena, value, (size_t)size);
    if (kept == NULL) view->no_memory = true;
    return kept;
}

/* The type that a noun of what lasts speaks of, not of a state like war; CHY_EVENT_TYPE_COUNT for
 * none. */
static uint8_t type_of_noun(const char *lemma) {
    static const char *const visits[] = {"journey", "stay", "tour", "trip", "visit"};
    static const char *const fights[] = {"attack", "battle",   "clash",    "fighting",
                                         "raid",   "shelling", "shooting", "siege"};
    const chy_event_noun *noun = lemma == NULL ? NULL : chy_event_noun_find(lemma);
    if (noun == NULL) return CHY_EVENT_TYPE_COUNT;
    if ((noun->noun_class & CHY_NOUN_MEET) != 0) return CHY_CONSULT;
    if (chy_is_listed(lemma, visits, CHY_COUNT_OF(visits))) return CHY_CONSULT;
    if (chy_is_listed(lemma, fights, CHY_COUNT_OF(fights))) return CHY_ASSAULT;
    bool crowd = (noun->noun_class & CHY_NOUN_PROTEST) != 0 || strcmp(lemma, "blockade") == 0;
    return crowd ? CHY_PROTEST : CHY_EVENT_TYPE_COUNT;
}

static bool is_lasting(const char *lemma) {
    static const char *const verbs[] = {"last",       "go_on",    "drag_on",
                                        "stretch_on", "continue", "occupy"};
    return chy_is_listed(lemma, verbs, CHY_COUNT_OF(verbs));
}

/* "It took them an hour", but not "to reach the palace"; "they sat for an hour". */
static bool is_length_of_talks(const chy_view *view, const chy_clause *clause) {
    static const char *const verbs[] = {"confer", "sit", "speak", "talk"};
    if (clause->verb == CHY_NONE || strcmp(clause->lemma, "take") != 0)
        return chy_is_listed(clause->lemma, verbs, CHY_COUNT_OF(verbs));
    for (uint32_t c = view->child[clause->verb]; c != CHY_NONE; c = view->sibling[c]) {
        uint8_t deprel = view->input->words[c].deprel;
        if (deprel == CHY_DEPREL_XCOMP || deprel == CHY_DEPREL_ADVCL ||
            deprel == CHY_DEPREL_CSUBJ || deprel == CHY_DEPREL_CCOMP)
            return false;
    }
    return true;
}

static bool is_pronoun(const chy_view *view, uint32_t word) {
    static const char *const pronouns[] = {"it", "they", "this"};
    const chy_word *of = &view->input->words[word];
    return of->upos == CHY_UPOS_PRON && chy_is_listed(of->lemma, pronouns, CHY_COUNT_OF(pronouns));
}

/* The word that says what lasted: "the meeting", "it"; CHY_NONE where the clause says no such
 * thing. */
static uint32_t subject_of(const chy_view *view, const chy_clause *clause) {
    if (clause->negated || clause->tense == CHY_TENSE_FUTURE) return CHY_NONE;
    if (clause->kind == CHY_CLAUSE_NOUN) {
        return is_lasting(clause->light) ? clause->word : CHY_NONE;
    }
    bool lasting = is_lasting(clause->lemma);
    if (!lasting && !is_length_of_talks(view, clause)) return CHY_NONE;
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->role != CHY_ROLE_SUBJECT || argument->word >= view->input->word_count)
            continue;
        return lasting || is_pronoun(view, argument->word) ? argument->word : CHY_NONE;
    }
    return CHY_NONE;
}

/* The type of event that a subject speaks of, a talk for "it" among words of one; false for a
 * subject that is no event. `*any`: a pronoun, which may speak of another type too. */
static bool read_subject(const chy_view *view, uint32_t word, uint8_t *type, bool *any) {
    *any = is_pronoun(view, word);
    *type = *any ? CHY_CONSULT : type_of_noun(view->input->words[word].lemma);
    return *any || *type != CHY_EVENT_TYPE_COUNT;
}

/* Whether two sentences are of one paragraph, and for a pronoun next to each other. */
static bool is_near(const chy_view *view, uint32_t sentence, uint32_t other, bool any) {
    const chy_sentence *sentences = view->input->sentences;
    uint32_t apart = sentence > other ? sentence - other : other - sentence;
    return sentences[sentence].paragraph == sentences[other].paragraph && (!any || apart <= 1);
}

static bool may_take(const chy_telling *telling, uint8_t type, bool any) {
    bool suits = telling->type == type ||
                 (any && (telling->type == CHY_ASSAULT || telling->type == CHY_PROTEST));
    return suits && telling->status == CHY_ASSERTED && telling->duration[0] == 0;
}

/* The telling that a clause says the length of: the last one before it, else the first behind it
 * in the next sentence, of the next paragraph where the report opens with the clause. `next`: the
 * first telling behind the clause. NULL: none. */
static chy_telling *telling_of(const chy_view *view, chy_tellings *tellings, uint32_t next,
                               uint32_t clause, uint8_t type, bool any) {
    const chy_clause *clauses = view->clauses->clauses;
    uint32_t sentence = clauses[clause].sentence;
    for (uint32_t back = 1; back <= LOOKED && back <= next; back++) {
        chy_telling *telling = &tellings->items[next - back];
        if (!is_near(view, sentence, clauses[telling->clause].sentence, any)) break;
        bool parties = telling->actors.count + telling->recipients.count > 0;
        if (parties && (telling->type == type || may_take(telling, type, any))) {
            return may_take(telling, type, any) ? telling : NULL;
        }
    }
    for (uint32_t i = next; i < tellings->count && i < next + LOOKED; i++) {
        chy_telling *telling = &tellings->items[i];
        uint32_t other = clauses[telling->clause].sentence;
        if (other > sentence + 1 || (next > 0 && !is_near(view, sentence, other, any))) break;
        if (telling->actors.count + telling->recipients.count == 0) continue;
        return other == sentence + 1 && may_take(telling, type, false) ? telling : NULL;
    }
    return NULL;
}

static void give_length(const chy_view *view, chy_tellings *tellings, uint32_t next,
                        uint32_t clause, uint8_t type, bool any, const char *length) {
    chy_telling *telling =
        length == NULL ? NULL : telling_of(view, tellings, next, clause, type, any);
    if (telling != NULL) telling->duration = length;
}

void chy_tellings_carry_lengths(chy_view *view, chy_tellings *tellings) {
    uint32_t next = 0; /* tellings stand in the order of their clauses */
    for (uint32_t c = 0; c < view->clauses->clause_count; c++) {
        uint8_t type;
        bool any;
        while (next < tellings->count && tellings->items[next].clause < c)
            next++;
        give_length(view, tellings, next, c, CHY_CONSULT, false, chy_sitting_length(view, c));
        /* "They sat for an hour", which opens the report, tells of nobody yet. */
        bool told = next < tellings->count && tellings->items[next].clause == c &&
                    (next > 0 || tellings->items[next].actors.count > 0);
        uint32_t subject = told ? CHY_NONE : subject_of(view, &view->clauses->clauses[c]);
        if (subject == CHY_NONE || !read_subject(view, subject, &type, &any)) continue;
        give_length(view, tellings, next, c, type, any, chy_clause_length(view, c));
    }
}
