/* What is said of a clause besides its sense: future, negated, hypothetical, historical, ... */
#include "events/telling.h"

#include "clauses/tables.h"
#include "mentions/calendar.h"

#include <stdlib.h>
#include <string.h>

/* A day this many days before the report is history, unless its year is the report's. */
#define HISTORIC_DAYS 200

/* Whether a sentence tells what somebody said. */
static bool reports(const chy_view *view, const chy_sentence *sentence) {
    for (uint32_t i = 0; i < sentence->word_count; i++)
        if (view->statements->statement_of_word[sentence->first_word + i] != CHY_NONE) return true;
    return false;
}

/* "She said Togo had agreed. Benin, for its part, | would send boats": what is reported goes on in
 * a sentence of its own, and its future is seen from the past. */
static bool is_reported_on(const chy_view *view, const chy_clause *clause) {
    static const char *const open[] = {"if", "unless", "otherwise", "were", "prefer", "like"};
    const chy_sentence *sentence = &view->input->sentences[clause->sentence];
    const chy_word *words = view->input->words;
    uint8_t deprel = clause->verb == CHY_NONE ? CHY_DEPREL_DEP : words[clause->verb].deprel;
    if ((deprel != CHY_DEPREL_ROOT && deprel != CHY_DEPREL_PARATAXIS) ||
        clause->tense == CHY_TENSE_PAST || clause->question)
        return false;
    uint32_t said = view->statements->statement_of_word[clause->verb];
    bool goes_on = said == CHY_NONE
                       ? clause->sentence > 0 && sentence->paragraph == sentence[-1].paragraph &&
                             reports(view, &sentence[-1])
                       : view->statements->statements[said].directness == CHY_INDIRECT;
    if (!goes_on) return false;
    for (uint32_t w = sentence->first_word; w < sentence->first_word + sentence->word_count; w++) {
        if (words[w].lemma != NULL && (chy_is_listed(words[w].lemma, open, CHY_COUNT_OF(open)) ||
                                       chy_is_listed(words[w].form, open, CHY_COUNT_OF(open))))
            return false;
    }
    return true;
}

static uint32_t own_flags(const chy_view *view, const chy_clause *clause) {
    static const uint32_t kinds[] = {[CHY_CLAUSE_VERB] = CHY_FLAG_VERB,
                                     [CHY_CLAUSE_NOUN] = CHY_FLAG_NOUN,
                                     [CHY_CLAUSE_ADJECTIVE] = CHY_FLAG_ADJECTIVE};
    uint32_t flags = clause->kind <= CHY_CLAUSE_ADJECTIVE ? kinds[clause->kind] : 0;
    uint32_t bits = view->input->words[clause->word].feat_bits;
    if (clause->tense == CHY_TENSE_PAST) flags |= CHY_FLAG_PAST;
    if (clause->tense == CHY_TENSE_FUTURE) flags |= CHY_FLAG_FUTURE;
    if (clause->modality == CHY_MODALITY_INTENDED) flags |= CHY_FLAG_FUTURE;
    if (clause->modality == CHY_MODALITY_POSSIBLE) {
        flags |= CHY_FLAG_POSSIBLE | CHY_FLAG_HYPOTHETICAL;
    }
    if (clause->modality == CHY_MODALITY_NECESSARY) {
        flags |= CHY_FLAG_NECESSARY | CHY_FLAG_HYPOTHETICAL;
    }
    if (clause->modality == CHY_MODALITY_CONDITIONAL) {
        flags |= is_reported_on(view, clause) ? CHY_FLAG_FUTURE
                                              : CHY_FLAG_CONDITIONAL | CHY_FLAG_HYPOTHETICAL;
    }
    if (clause->link == CHY_LINK_RELATIVE) flags |= CHY_FLAG_ADNOMINAL;
    if (clause->link == CHY_LINK_CONDITION) flags |= CHY_FLAG_HYPOTHETICAL;
    if (clause->negated) flags |= CHY_FLAG_NEGATED;
    if (clause->passive) flags |= CHY_FLAG_PASSIVE;
    if (clause->question) flags |= CHY_FLAG_QUESTION | CHY_FLAG_HYPOTHETICAL;
    if (clause->imperative) flags |= CHY_FLAG_IMPERATIVE | CHY_FLAG_HYPOTHETICAL;
    if ((bits & CHY_FEAT_PLURAL) != 0) flags |= CHY_FLAG_PLURAL;
    return flags;
}

/* Whether one of the words before a noun is in the set: "planned talks", "possible attack". */
static bool modified_by(const chy_view *view, const chy_clause *clause, chy_engine_set set) {
    uint32_t end;
    for (uint32_t child = view->child[clause->word]; child != CHY_NONE;
         child = view->sibling[child]) {
        uint8_t deprel = view->input->words[child].deprel;
        bool modifier = deprel == CHY_DEPREL_AMOD || deprel == CHY_DEPREL_COMPOUND ||
                        deprel == CHY_DEPREL_ADVMOD || deprel == CHY_DEPREL_NMOD_POSS ||
                        deprel == CHY_DEPREL_NMOD_UNMARKED;
        if (modifier && chy_view_term_at(view, child, &view->grammar->sets[set], &end)) {
            return true;
        }
    }
    return false;
}

/* Whether an argument is a clause, or the part of it that is told: "on the last day of a visit". */
static bool tells_clause(const chy_view *view, const chy_argument *argument, uint32_t clause) {
    uint32_t word = view->clauses->clauses[clause].word;
    bool part = argument->role == CHY_ROLE_OBLIQUE &&
                view->input->words[word].head == argument->word && chy_is_led_by(view, word, "of");
    return part || chy_view_argument_clause(view, argument) == clause;
}

/* Whether the clause only stands around its parent: "discussed it during a visit". */
static bool stands_around(const chy_view *view, uint32_t parent, uint32_t clause) {
    static const char *const around[] = {
        "during",  "after", "before",    "at",   "in",     "amid",     "since", "until", "with",
        "through", "while", "following", "from", "amidst", "ahead_of", "by",    NULL};
    const chy_clause *of = &view->clauses->clauses[parent];
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        if (!tells_clause(view, argument, clause)) continue;
        if (argument->role != CHY_ROLE_OBLIQUE || argument->preposition == NULL) return false;
        for (const char *const *p = around; *p != NULL; p++) {
            if (strcmp(argument->preposition, *p) == 0) return true;
        }
        /* "the premier, on a visit to Togo, promised ships" */
        uint32_t noun = view->clauses->clauses[clause].word;
        if (strcmp(argument->preposition, "on") == 0 && of->verb != CHY_NONE && noun < of->verb)
            return true;
        /* "on the last day of a visit", but "agreed on a visit" */
        return argument->word < view->input->word_count && argument->word != noun &&
               chy_view_lemma_in(view, view->input->words[argument->word].lemma,
                                 &view->grammar->sets[CHY_SET_NEVER_TOPICS]);
    }
    return false;
}

/* "rallied for the release of the singer" */
static bool is_wished_for(const chy_view *view, uint32_t parent, uint32_t clause) {
    static const char *const wishing[] = {"rally",    "march", "demonstrate", "protest", "campaign",
                                          "strike",   "pray",  "vote",        "wait",    "fight",
                                          "struggle", "chant", "work",        "strive",  NULL};
    const chy_clause *of = &view->clauses->clauses[parent];
    bool wishes = false;
    for (const char *const *w = wishing; *w != NULL; w++) {
        wishes = wishes || strcmp(of->lemma, *w) == 0;
    }
    for (uint32_t i = 0; wishes && i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        if (chy_view_argument_clause(view, argument) == clause &&
            argument->role == CHY_ROLE_OBLIQUE && strcmp(argument->preposition, "for") == 0) {
            return true;
        }
    }
    return false;
}

/* Whether a word has a determiner of this form. */
static bool has_determiner(const chy_view *view, uint32_t word, const char *form) {
    for (uint32_t child = view->child[word]; child != CHY_NONE; child = view->sibling[child]) {
        const chy_word *of = &view->input->words[child];
        if (of->deprel == CHY_DEPREL_DET && of->lemma != NULL && strcmp(of->lemma, form) == 0) {
            return true;
        }
    }
    return false;
}

/* "will fly to Doha | for talks", "will speak | during a visit": what an event still to come is
 * for, or comes with, is to come as well; "at the talks" may be on. */
static bool comes_with(const chy_view *view, uint32_t parent, uint32_t clause) {
    static const char *const with[] = {"during", "at", "in", "on", NULL};
    const chy_clause *of = &view->clauses->clauses[parent];
    uint32_t word = view->clauses->clauses[clause].word;
    const chy_event_noun *noun = view->clauses->clauses[clause].kind == CHY_CLAUSE_NOUN
                                     ? chy_event_noun_find(view->clauses->clauses[clause].lemma)
                                     : NULL;
    if (noun == NULL) return false;
    bool planned = (noun->noun_class & (CHY_NOUN_MEET | CHY_NOUN_MOVE | CHY_NOUN_PROTEST)) != 0;
    if (strcmp(of->lemma, "be") == 0) return planned; /* "the talks are on Friday" */
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        if (!tells_clause(view, argument, clause)) continue;
        if (argument->role != CHY_ROLE_OBLIQUE || argument->preposition == NULL) return false;
        if (strcmp(argument->preposition, "for") == 0) return planned;
        for (const char *const *p = with; *p != NULL; p++) {
            if (strcmp(argument->preposition, *p) == 0) return has_determiner(view, word, "a");
        }
    }
    return false;
}

/* "came to kill him": a deed for which somebody only comes may fail. */
static bool is_come_for(const chy_view *view, const chy_clause *parent, const chy_clause *clause) {
    static const char *const coming[] = {"come", "go",    "arrive",  "return",     "travel", "fly",
                                         "head", "rush",  "march",   "gather",     "rally",  "walk",
                                         "sail", "drive", "protest", "demonstrate"};
    return chy_is_listed(parent->lemma, coming, CHY_COUNT_OF(coming)) &&
           clause->kind == CHY_CLAUSE_VERB && clause->tense == CHY_TENSE_NONE &&
           chy_view_lemma_in(view, clause->lemma, &view->grammar->sets[CHY_SET_PURPOSE_OPEN]);
}

/* "lifted the ban only to reimpose it": what came of it, not what it was for. */
static bool is_outcome(const chy_view *view, const chy_clause *clause) {
    const chy_word *words = view->input->words;
    for (uint32_t c = view->child[clause->word]; c != CHY_NONE; c = view->sibling[c]) {
        if (words[c].deprel == CHY_DEPREL_MARK && c > 0 && words[c - 1].lemma != NULL)
            return strcmp(words[c - 1].lemma, "only") == 0;
    }
    return false;
}

/* "insisted that they had beaten him": told as fact, where "insisted that he leave" is not. */
static bool is_held_true(const chy_clause *parent, const chy_clause *clause) {
    return clause->link == CHY_LINK_COMPLEMENT && clause->kind == CHY_CLAUSE_VERB &&
           clause->tense == CHY_TENSE_PAST && strcmp(parent->lemma, "insist") == 0;
}

/* "called the encounter | the most useful he had had": the name, where the tree takes it into what
 * is named. */
static bool is_named_behind(const chy_view *view, uint32_t word) {
    const chy_word *words = view->input->words;
    for (uint32_t c = view->child[word]; c != CHY_NONE; c = view->sibling[c])
        if (c > word && words[c].deprel == CHY_DEPREL_AMOD) return true;
    return false;
}

/* "called the expulsion of its envoy a farce": what is given a name is not called for. */
static bool is_called_something(const chy_view *view, const chy_clause *parent, uint32_t index) {
    bool object = false, name = false;
    for (uint32_t i = 0; strcmp(parent->lemma, "call") == 0 && i < parent->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[parent->first_argument + i];
        name = name || argument->role == CHY_ROLE_PREDICATE;
        object = object || (argument->role == CHY_ROLE_OBJECT &&
                            chy_view_argument_clause(view, argument) == index);
    }
    return object && (name || is_named_behind(view, view->clauses->clauses[index].word));
}

/* Whether a relative clause is said of whoever there may be: "would pursue | any group that attacks
 * it", "anyone who attacks it", "those who attack it" as long as it is not past. */
static bool is_of_whoever(const chy_view *view, const chy_clause *clause) {
    static const char *const whoever[] = {"anyone",   "anybody",  "whoever",  "whomever",
                                          "whatever", "everyone", "everybody"};
    const chy_word *words = view->input->words;
    uint32_t verb = clause->verb < view->input->word_count ? clause->verb : clause->word;
    uint32_t noun = words[verb].head;
    if (clause->link != CHY_LINK_RELATIVE || noun >= view->input->word_count ||
        words[noun].lemma == NULL)
        return false;
    bool those = chy_same(words[noun].form, "those");
    return chy_is_listed(words[noun].lemma, whoever, CHY_COUNT_OF(whoever)) ||
           has_determiner(view, noun, "any") || (those && clause->tense != CHY_TENSE_PAST);
}

bool chy_shares_governor(const chy_view *view, uint32_t index) {
    const chy_clause *clause = &view->clauses->clauses[index];
    const chy_word *words = view->input->words;
    if (clause->link != CHY_LINK_CONJUNCT || clause->kind != CHY_CLAUSE_VERB ||
        clause->parent >= view->clauses->clause_count || clause->verb >= view->input->word_count ||
        (words[clause->verb].feat_bits & CHY_FEAT_FINITE) != 0)
        return false;
    for (uint32_t c = view->child[clause->verb]; c != CHY_NONE; c = view->sibling[c])
        if (words[c].deprel == CHY_DEPREL_AUX || words[c].deprel == CHY_DEPREL_NSUBJ) return false;
    uint8_t first = view->clauses->clauses[clause->parent].link;
    return first == CHY_LINK_COMPLEMENT || first == CHY_LINK_PURPOSE;
}

/* Whether a word is a noun for what is told, true or not: "a report", "the rumour". */
static bool is_tale(const chy_view *view, uint32_t word) {
    static const char *const tales[] = {"accusation", "allegation", "charge",      "claim",
                                        "report",     "rumor",      "rumour",      "story",
                                        "suggestion", "suspicion",  "speculation", "news"};
    return word < view->input->word_count &&
           chy_is_listed(view->input->words[word].lemma, tales, CHY_COUNT_OF(tales));
}

/* "contradicted a report that | Norway had threatened it": what is told, where the tree takes it
 * for what only says which. */
static bool is_told_by_noun(const chy_view *view, const chy_clause *clause) {
    const chy_word *words = view->input->words;
    if (clause->link != CHY_LINK_RELATIVE || clause->verb >= view->input->word_count ||
        !is_tale(view, words[clause->verb].head))
        return false;
    for (uint32_t c = view->child[clause->verb]; c != CHY_NONE; c = view->sibling[c])
        if (words[c].deprel == CHY_DEPREL_NSUBJ && words[c].upos != CHY_UPOS_PRON) return true;
    return false;
}

/* "denied", "refused"; "dismissed a report". */
static bool is_denied_by(const chy_view *view, const chy_clause *parent, const chy_clause *clause) {
    if (chy_view_lemma_in(view, parent->lemma, &view->grammar->sets[CHY_SET_EMBEDS_NEGATED]))
        return true;
    uint32_t tale = clause->link == CHY_LINK_ARGUMENT ? clause->word
                    : clause->verb == CHY_NONE        ? CHY_NONE
                                                      : view->input->words[clause->verb].head;
    return strcmp(parent->lemma, "dismiss") == 0 && is_tale(view, tale);
}

/* "decided against | sending ships" */
static bool is_decided_against(const chy_view *view, uint32_t parent, uint32_t clause) {
    static const char *const deciding[] = {"decide", "opt", "vote", "rule", "choose"};
    const chy_clause *of = &view->clauses->clauses[parent];
    if (!chy_is_listed(of->lemma, deciding, CHY_COUNT_OF(deciding))) return false;
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        bool led = argument->preposition != NULL && strcmp(argument->preposition, "against") == 0;
        if (led && chy_view_argument_clause(view, argument) == clause) return true;
    }
    return false;
}

/* What the predicate above makes of the clause. */
static uint32_t inherited_flags(const chy_view *view, uint32_t index) {
    const chy_clause *clause = &view->clauses->clauses[index];
    if (chy_shares_governor(view, index))
        return inherited_flags(view, clause->parent) & ~(uint32_t)CHY_FLAG_FUTURE;
    const chy_terms *sets = view->grammar->sets;
    uint32_t flags = 0;
    if (clause->parent >= view->clauses->clause_count) return 0;
    const chy_clause *parent = &view->clauses->clauses[clause->parent];
    uint32_t above = view->flags[clause->parent];
    bool below = clause->link == CHY_LINK_COMPLEMENT || clause->link == CHY_LINK_ARGUMENT ||
                 clause->link == CHY_LINK_PURPOSE || is_told_by_noun(view, clause);
    uint32_t passed = above & (CHY_FLAG_FUTURE | CHY_FLAG_HYPOTHETICAL);
    if (passed != 0 && is_of_whoever(view, clause)) return CHY_FLAG_HYPOTHETICAL;
    if (clause->link == CHY_LINK_ARGUMENT && passed != 0 &&
        comes_with(view, clause->parent, index)) {
        return passed;
    }
    if (!below || stands_around(view, clause->parent, index)) return 0;
    bool infinite = clause->link == CHY_LINK_PURPOSE || clause->link == CHY_LINK_COMPLEMENT;
    if (infinite && is_come_for(view, parent, clause)) return passed | CHY_FLAG_FUTURE;
    if (is_held_true(parent, clause) || is_called_something(view, parent, index)) return 0;
    if (clause->link == CHY_LINK_PURPOSE) {
        /* "flew to Accra to meet him" met; "hired guards to fight pirates" need not have. */
        bool done = chy_view_lemma_in(view, parent->lemma, &sets[CHY_SET_PURPOSE_DONE]) ||
                    is_outcome(view, clause);
        return done ? passed : passed | CHY_FLAG_FUTURE;
    }
    if (is_denied_by(view, parent, clause)) return passed | CHY_FLAG_NEGATED;
    if (is_decided_against(view, clause->parent, index)) return CHY_FLAG_NEGATED;
    /* "wanted for the murder of a monk": sought for what has been done */
    bool sought = parent->passive && strcmp(parent->lemma, "want") == 0;
    if (!sought && chy_view_lemma_in(view, parent->lemma, &sets[CHY_SET_EMBEDS_FUTURE])) {
        flags |= CHY_FLAG_FUTURE;
    }
    if (chy_view_lemma_in(view, parent->lemma, &sets[CHY_SET_EMBEDS_HYPOTHETICAL])) {
        flags |= CHY_FLAG_HYPOTHETICAL;
    }
    bool fact = chy_view_lemma_in(view, parent->lemma, &sets[CHY_SET_EMBEDS_FACT]);
    if (flags == 0 && fact) {
        /* "rejected reports that Chad had sold arms" */
        return parent->kind == CHY_CLAUSE_NOUN ? above & CHY_FLAG_NEGATED : 0;
    }
    /* A nominal event keeps its own truth below a predicate that is not of these sets ("the talks
     * could fail": the talks are), but not below one that would bring it about ("could hold talks"
     * is light). */
    if (flags == 0 && is_wished_for(view, clause->parent, index)) return CHY_FLAG_HYPOTHETICAL;
    if (flags == 0 && clause->link == CHY_LINK_ARGUMENT) return 0;
    flags |= passed;
    /* "has not decided whether to leave": open, and not denied. */
    if ((above & CHY_FLAG_NEGATED) != 0 && !clause->question) flags |= CHY_FLAG_NEGATED;
    return flags;
}

static int32_t number_at(const char *text, size_t digits) {
    int32_t value = 0;
    for (size_t i = 0; i < digits; i++) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/* Whether a TIMEX3 value lies long before the report. */
static bool is_history(const char *value, int32_t reference) {
    size_t size = strlen(value);
    if (size >= 3 && size <= 4 && value[size - 1] == 'X' && number_at(value, 2) > 0) return true;
    int32_t year = size >= 4 ? number_at(value, 4) : -1;
    if (reference <= 0 || year < 0) return false;
    int32_t now = reference / 10000;
    if (size == 4) return year < now;
    int32_t month = size >= 7 && value[4] == '-' ? number_at(value + 5, 2) : -1;
    if (month < 0) return year < now - 1;
    int32_t days = (now - year) * 365 + (reference / 100 % 100 - month) * 30;
    return days > HISTORIC_DAYS;
}

/* Marks the clauses that a time of long ago belongs to. */
static void mark_history(chy_view *view) {
    const chy_mentions *mentions = view->mentions;
    for (uint32_t i = 0; i < mentions->time_count; i++) {
        const chy_time *time = &mentions->times[i];
        if (time->type != CHY_TIME_DATE || time->value == NULL) continue;
        if (!is_history(time->value, mentions->reference_date)) continue;
        uint32_t clause = chy_view_clause_above(view, time->first_word);
        /* "has mediated since 2012" still does. */
        const char *lead = view->input->words[time->first_word].lemma;
        const char *before =
            time->first_word == 0 ? NULL : view->input->words[time->first_word - 1].lemma;
        bool since = (lead != NULL && strcmp(lead, "since") == 0) ||
                     (before != NULL && strcmp(before, "since") == 0);
        if (since || chy_time_is_of_noun(view, time)) continue;
        if (clause != CHY_NONE) view->flags[clause] |= CHY_FLAG_HISTORICAL;
    }
}

bool chy_is_to_come(const chy_view *view, const char *value) {
    int32_t reference = view->mentions->reference_date;
    size_t size = strlen(value);
    int32_t year = size >= 7 && value[4] == '-' ? number_at(value, 4) : -1;
    if (reference <= 0 || year < 0) return false;
    if (value[5] == 'W') {
        int32_t of;
        int32_t now = chy_date_week(chy_date_days(chy_date_of_number(reference)), &of);
        int32_t week = size >= 8 ? number_at(value + 6, 2) : -1;
        return week > 0 && year * 100 + week > of * 100 + now;
    }
    int32_t month = year * 100 + number_at(value + 5, 2);
    if (month < year * 100 || size == 7) return month > reference / 100;
    int32_t day = size >= 10 && value[7] == '-' ? number_at(value + 8, 2) : -1;
    return day > 0 && month * 100 + day > reference;
}

bool chy_is_plan_of(const chy_view *view, uint32_t plan, uint32_t noun) {
    const chy_clause *clauses = view->clauses->clauses;
    return noun != CHY_NONE && clauses[plan].parent == noun &&
           clauses[plan].link == CHY_LINK_RELATIVE && clauses[noun].kind == CHY_CLAUSE_NOUN &&
           chy_view_lemma_in(view, clauses[plan].lemma,
                             &view->grammar->sets[CHY_SET_EMBEDS_FUTURE]);
}

static bool follows(const chy_view *view, uint32_t first, const char *const *leads) {
    const char *before = first == 0 ? NULL : view->input->words[first - 1].lemma;
    for (; before != NULL && *leads != NULL; leads++) {
        if (strcmp(before, *leads) == 0) return true;
    }
    return false;
}

/* Marks what a day after the report's belongs to: "arrives on Wednesday", "the talks on Friday",
 * "called a strike for Monday"; not "is in Riga until Friday". */
static void mark_scheduled(chy_view *view) {
    static const char *const bounds[] = {"until", "till",  "by",        "before", "to",
                                         "ahead", "after", "following", "of",     NULL};
    static const char *const for_it[] = {"for", NULL};
    const chy_mentions *mentions = view->mentions;
    for (uint32_t i = 0; i < mentions->time_count; i++) {
        const chy_time *time = &mentions->times[i];
        bool dates = time->type == CHY_TIME_DATE || time->type == CHY_TIME_TIME;
        if (!dates || time->value == NULL || !chy_is_to_come(view, time->value)) continue;
        uint32_t clause = chy_view_clause_above(view, time->first_word);
        if (clause == CHY_NONE || follows(view, time->first_word, bounds)) continue;
        const chy_clause *of = &view->clauses->clauses[clause];
        /* "his trip to Oman, planned for May" */
        if (chy_is_plan_of(view, clause, of->parent)) view->flags[of->parent] |= CHY_FLAG_FUTURE;
        if (follows(view, time->first_word, for_it) || of->tense == CHY_TENSE_PRESENT ||
            (of->kind == CHY_CLAUSE_NOUN && of->tense == CHY_TENSE_NONE)) {
            view->flags[clause] |= CHY_FLAG_FUTURE;
        }
    }
}

/* "who | once | opposed the treaty": of old. "Met once" only counts. */
static bool is_of_old(const chy_view *view, const chy_clause *clause) {
    static const char *const old[] = {"once", "formerly"};
    uint32_t verb = clause->verb < view->input->word_count ? clause->verb : clause->word;
    if (clause->tense != CHY_TENSE_PAST || verb == 0) return false;
    const chy_word *before = &view->input->words[verb - 1];
    return before->sentence == view->input->words[verb].sentence && before->lemma != NULL &&
           chy_is_listed(before->lemma, old, CHY_COUNT_OF(old));
}

void chy_view_flags(chy_view *view) {
    mark_history(view);
    mark_scheduled(view);
    for (uint32_t i = 0; i < view->clauses->clause_count; i++) {
        uint32_t at = view->order[i];
        const chy_clause *clause = &view->clauses->clauses[at];
        uint32_t flags = view->flags[at] | own_flags(view, clause);
        if (clause->kind == CHY_CLAUSE_NOUN) {
            if (modified_by(view, clause, CHY_SET_MODIFIES_FUTURE)) flags |= CHY_FLAG_FUTURE;
            if (modified_by(view, clause, CHY_SET_MODIFIES_HYPOTHETICAL)) {
                flags |= CHY_FLAG_HYPOTHETICAL;
            }
        }
        if (modified_by(view, clause, CHY_SET_HISTORIC_WORDS) || is_of_old(view, clause)) {
            flags |= CHY_FLAG_HISTORICAL;
        }
        view->flags[at] = flags | inherited_flags(view, at);
    }
}

uint8_t chy_status_of(uint32_t flags) {
    if ((flags & CHY_FLAG_HYPOTHETICAL) != 0) return CHY_HYPOTHETICAL;
    if ((flags & CHY_FLAG_NEGATED) != 0) return CHY_NEGATED;
    if ((flags & CHY_FLAG_FUTURE) != 0) return CHY_FUTURE;
    if ((flags & CHY_FLAG_HISTORICAL) != 0) return CHY_HISTORICAL;
    return CHY_ASSERTED;
}
