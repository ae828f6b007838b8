#include "mentions/times.h"

#include "mentions/time_scan.h"

#include <string.h>

const char *chy_time_form(const chy_word *word) {
    static const char *const edges[] = {"mid-", "early-", "late-"};
    const char *form = word->form;
    for (size_t i = 0; i < CHY_COUNT_OF(edges); i++) {
        size_t n = 0;
        while (edges[i][n] && (form[n] | 0x20) == (edges[i][n] | 0x20))
            n++;
        if (edges[i][n] == '\0' && form[n] && form[n - 1] == '-') return form + n;
    }
    return form;
}

bool chy_time_is(const chy_time_scan *scan, uint32_t at, const char *form) {
    return at < scan->end && chy_same(scan->words[at].form, form);
}

bool chy_time_is_in(const chy_time_scan *scan, uint32_t at, const char *const *sorted,
                    size_t count) {
    return at < scan->end && chy_is_one_of(scan->words[at].form, sorted, count);
}

bool chy_time_is_dash(const chy_time_scan *scan, uint32_t at) {
    return chy_time_is(scan, at, "-") || chy_time_is(scan, at, "\xE2\x80\x93") ||
           chy_time_is(scan, at, "\xE2\x80\x94") || chy_time_is(scan, at, "\xE2\x80\x91");
}

bool chy_time_has(const chy_time_scan *scan, uint32_t at, chy_term_class class) {
    if (at >= scan->end || scan->terms[at].class != class) return false;
    /* "may", "march", "sat": a name only where the tagger says so, or written as one with its stop.
     */
    bool named = class == CHY_TERM_MONTH || class == CHY_TERM_WEEKDAY || class == CHY_TERM_SEASON;
    return !scan->terms[at].common || !named || scan->words[at].upos == CHY_UPOS_PROPN ||
           (class == CHY_TERM_SEASON && scan->words[at].upos == CHY_UPOS_NOUN);
}

char chy_time_unit(const chy_time_scan *scan, uint32_t at) {
    bool unit = chy_time_has(scan, at, CHY_TERM_UNIT) && !scan->terms[at].plural;
    return (char)(unit ? scan->terms[at].value : 0);
}

char chy_time_units(const chy_time_scan *scan, uint32_t at) {
    bool unit = chy_time_has(scan, at, CHY_TERM_UNIT) && scan->terms[at].plural;
    return (char)(unit ? scan->terms[at].value : 0);
}

char chy_time_any_unit(const chy_time_scan *scan, uint32_t at) {
    bool unit = chy_time_has(scan, at, CHY_TERM_UNIT);
    return (char)(unit ? scan->terms[at].value : 0);
}

bool chy_time_is_fiscal(const chy_time_scan *scan, uint32_t at) {
    return chy_time_is(scan, at, "fiscal") || chy_time_is(scan, at, "financial");
}

bool chy_time_day_told(const chy_time_scan *scan) {
    return scan->last.day > 0 && scan->day_sentence == scan->sentence;
}

bool chy_time_modifies(const chy_time_scan *scan, uint32_t at) {
    if (at >= scan->end) return false;
    const chy_word *word = &scan->words[at];
    if (word->head == CHY_NONE || word->head <= at || word->head >= scan->end) return false;
    uint8_t upos = scan->words[word->head].upos;
    bool noun = upos == CHY_UPOS_NOUN || upos == CHY_UPOS_PROPN;
    if (word->deprel == CHY_DEPREL_NUMMOD)
        return noun || (at + 1 < scan->end && scan->words[at + 1].upos == CHY_UPOS_NOUN);
    return noun && (word->deprel == CHY_DEPREL_COMPOUND || word->deprel == CHY_DEPREL_AMOD);
}

/* "Was forced to leave", "managed to reach": an infinitive of what did happen, where its governor
 * is past. */
static bool is_brought_about(const chy_time_scan *scan, uint32_t verb) {
    static const char *const governors[] = {"begin", "cease",  "compel", "fail",   "force", "have",
                                            "help",  "manage", "oblige", "refuse", "start", "use"};
    const chy_word *word = &scan->words[verb];
    return word->deprel == CHY_DEPREL_XCOMP && word->head != CHY_NONE &&
           chy_is_one_of(scan->words[word->head].lemma, governors, CHY_COUNT_OF(governors));
}

/* What an auxiliary, or the verb itself, says of a clause's time. */
static int verb_direction(const chy_time_scan *scan, uint32_t verb) {
    const chy_word *word = &scan->words[verb];
    bool past = false, present = false;
    bool participle = word->feat_bits & CHY_FEAT_PAST && !(word->feat_bits & CHY_FEAT_FINITE);
    static const char *const ahead[] = {"due", "expect", "plan", "schedule", "set", "slate"};
    bool modifier = participle && word->deprel == CHY_DEPREL_ACL;
    if (chy_is_one_of(word->lemma, ahead, CHY_COUNT_OF(ahead)) &&
        (modifier || chy_tree_child(scan->tree, verb, CHY_DEPREL_AUX_PASS) != CHY_NONE))
        return 2;
    for (uint32_t c = scan->tree->first_child[verb]; c != CHY_NONE;
         c = scan->tree->next_sibling[c]) {
        const chy_word *child = &scan->words[c];
        if (child->deprel == CHY_DEPREL_MARK && chy_same(child->form, "to"))
            return is_brought_about(scan, verb) ? 0 : 2;
        /* "talks due to begin on Friday": the parser takes "due to" for one marker */
        if (child->deprel == CHY_DEPREL_MARK && chy_same(child->form, "due")) return 2;
        if (child->deprel != CHY_DEPREL_AUX && child->deprel != CHY_DEPREL_AUX_PASS &&
            child->deprel != CHY_DEPREL_COP)
            continue;
        if (chy_same(child->lemma, "will") || chy_same(child->lemma, "shall") ||
            chy_same(child->lemma, "would") || chy_same(child->lemma, "may") ||
            chy_same(child->lemma, "might") || chy_same(child->lemma, "should"))
            return 2;
        past = past || child->feat_bits & CHY_FEAT_PAST || chy_same(child->lemma, "have");
        present = present || child->feat_bits & CHY_FEAT_PRESENT;
    }
    if (past || (word->feat_bits & CHY_FEAT_PAST && word->feat_bits & CHY_FEAT_FINITE)) return -1;
    /* "Talks held on Monday will go on." */
    if (modifier && !present) return -1;
    return present || (word->feat_bits & CHY_FEAT_PRESENT && word->feat_bits & CHY_FEAT_FINITE) ? 1
                                                                                                : 0;
}

/* "Postponed until Friday", "called a strike for Monday", "invited to a Friday dinner": what is put
 * on a day to come. */
static bool is_set_for(const chy_time_scan *scan, uint32_t at) {
    static const char *const verbs[] = {
        "adjourn", "call",  "convene",    "defer",    "delay",    "extend", "give",
        "invite",  "move",  "pencil",     "plan",     "postpone", "push",   "put",
        "remand",  "renew", "reschedule", "schedule", "set",      "summon", "suspend"};
    static const char *const leads[] = {"for", "till", "to", "until"};
    static const char *const nouns[] = {"invitation", "summons"};
    static const char *const edges[] = {"a", "an", "early", "late", "mid", "the"};
    uint32_t lead = at;
    if (lead > scan->start && chy_time_is_in(scan, lead - 1, edges, CHY_COUNT_OF(edges))) lead--;
    if (lead == scan->start || !chy_time_is_in(scan, lead - 1, leads, CHY_COUNT_OF(leads)) ||
        chy_time_is(scan, at + 1, "'s"))
        return false;
    for (int steps = 0; steps < 3; steps++) {
        at = scan->words[at].head;
        if (at == CHY_NONE) return false;
        if (chy_is_one_of(scan->words[at].lemma, nouns, CHY_COUNT_OF(nouns))) return true;
        if (scan->words[at].upos == CHY_UPOS_VERB)
            return chy_is_one_of(scan->words[at].lemma, verbs, CHY_COUNT_OF(verbs));
    }
    return false;
}

/* Words between "invited" and the day of what it is to. */
#define INVITATION_WORDS 24u

/* "Invited them to talks on Friday", "invited her to Lima in May": the time, told behind what
 * somebody is invited to, is of that. Of a place alone, weekdays may still be of the invitation. */
static bool is_of_invitation(const chy_time_scan *scan, uint32_t verb, uint32_t at) {
    static const char *const verbs[] = {"invite", "summon"};
    if (!chy_is_one_of(scan->words[verb].lemma, verbs, CHY_COUNT_OF(verbs))) return false;
    if (at > verb + INVITATION_WORDS) return false;
    for (uint32_t w = verb + 1; w < at; w++) {
        bool leads = chy_time_is(scan, w, "to") || chy_time_is(scan, w, "for");
        uint32_t noun = scan->words[w].head;
        if (!leads || scan->words[w].deprel != CHY_DEPREL_CASE || noun >= at) continue;
        if (scan->words[noun].upos == CHY_UPOS_NOUN) return true;
        if (scan->words[noun].upos == CHY_UPOS_PROPN)
            return !chy_time_has(scan, at, CHY_TERM_WEEKDAY);
    }
    return false;
}

/* "Announced elections in July", "promised an answer by Friday": the time, told behind what is put
 * forward, may be of that and lie ahead. */
static bool may_be_of_plan(const chy_time_scan *scan, uint32_t verb, uint32_t at) {
    static const char *const verbs[] = {"announce", "cancel",  "offer",   "plan",
                                        "postpone", "promise", "propose", "suggest"};
    if (!chy_is_one_of(scan->words[verb].lemma, verbs, CHY_COUNT_OF(verbs))) return false;
    for (uint32_t c = scan->tree->first_child[verb]; c != CHY_NONE; c = scan->tree->next_sibling[c])
        if (scan->words[c].deprel == CHY_DEPREL_OBJ && c > verb && c < at) return true;
    return false;
}

/* "Agreed on a visit in July", "accepted an invitation for May": the meeting that is arranged lies
 * ahead. Weekdays may still be of the arrangement. */
static bool is_of_arranged(const chy_time_scan *scan, uint32_t verb, uint32_t at) {
    static const char *const verbs[] = {"accept", "agree", "arrange", "plan", "promise"};
    static const char *const nouns[] = {"invitation", "journey", "meeting", "summit",
                                        "talk",       "tour",    "trip",    "visit"};
    if (!chy_is_one_of(scan->words[verb].lemma, verbs, CHY_COUNT_OF(verbs)) ||
        chy_time_has(scan, at, CHY_TERM_WEEKDAY))
        return false;
    for (uint32_t c = scan->tree->first_child[verb]; c != CHY_NONE;
         c = scan->tree->next_sibling[c]) {
        bool behind = c > verb && c < at;
        uint8_t deprel = scan->words[c].deprel;
        if (behind && (deprel == CHY_DEPREL_OBJ || deprel == CHY_DEPREL_OBL) &&
            chy_is_one_of(scan->words[c].lemma, nouns, CHY_COUNT_OF(nouns)))
            return true;
    }
    return false;
}

int chy_time_direction(const chy_time_scan *scan, uint32_t at) {
    if (is_set_for(scan, at)) return 2;
    /* "Threatened to dismiss those who did not return by Friday": a limit that is set lies ahead.
     */
    bool limit = at > scan->start && chy_time_is(scan, at - 1, "by");
    uint32_t time = at;
    int nearest = 0;
    /* A participle or a noun says nothing itself: its own clause does. The steps are bounded by the
     * depth of a tree that a reader can follow. */
    for (int steps = 0; steps < 8; steps++) {
        at = scan->words[at].head;
        if (at == CHY_NONE) return nearest;
        if (is_of_invitation(scan, at, time) || is_of_arranged(scan, at, time)) return 2;
        /* "A deadline of Friday" */
        if (chy_time_is(scan, at, "deadline") && time > at) return 2;
        int direction = verb_direction(scan, at);
        if (direction < 0 && may_be_of_plan(scan, at, time)) {
            if (limit) return 2;
            /* Weekdays look back. */
            if (!chy_time_has(scan, time, CHY_TERM_WEEKDAY)) return 0;
        }
        if (nearest == 0) nearest = direction;
        if (direction != 0 && (!limit || direction > 1)) return direction;
    }
    return nearest;
}

chy_date chy_time_day_of_hour(const chy_time_scan *scan, uint32_t at) {
    if (chy_time_day_told(scan)) return scan->last;
    bool before = scan->past.year > 0 && scan->day_sentence + 1 == scan->sentence &&
                  chy_date_days(scan->last) == chy_date_days(scan->past);
    return before && chy_time_direction(scan, at) < 0 ? scan->past : scan->reference;
}

/* The longest expression at a word. */
static bool read_core(const chy_time_scan *scan, uint32_t at, chy_time_draft *best) {
    static bool (*const readers[])(const chy_time_scan *, uint32_t, chy_time_draft *) = {
        chy_time_read_clock,    chy_time_read_calendar, chy_time_read_years,
        chy_time_read_period,   chy_time_read_relative, chy_time_read_reference,
        chy_time_read_definite, chy_time_read_part,     chy_time_read_set,
        chy_time_read_duration};
    best->end = at;
    for (size_t i = 0; i < CHY_COUNT_OF(readers); i++) {
        chy_time_draft draft = {.end = at};
        if (readers[i](scan, at, &draft) && draft.end > best->end) *best = draft;
    }
    return best->end > at;
}

/* "early", "the end of", "mid-", "later": they narrow what follows without changing its value. */
static uint32_t skip_edge(const chy_time_scan *scan, uint32_t at) {
    bool relative = chy_time_has(scan, at, CHY_TERM_AGO) || chy_time_has(scan, at, CHY_TERM_LATER);
    if (relative) {
        uint32_t next = at + 1;
        if (chy_time_is(scan, next, "on")) next++;
        /* "earlier in the day" */
        if (chy_time_is(scan, next, "in") && chy_time_is(scan, next + 1, "the") &&
            chy_time_unit(scan, next + 2))
            return next + 2;
        bool follows = chy_time_is(scan, next, "that") || chy_time_has(scan, next, CHY_TERM_THIS) ||
                       chy_time_has(scan, next, CHY_TERM_LAST) ||
                       chy_time_has(scan, next, CHY_TERM_DAY) ||
                       chy_time_has(scan, next, CHY_TERM_WEEKDAY);
        return follows ? next : at;
    }
    if (!chy_time_has(scan, at, CHY_TERM_EDGE) || scan->words[at].upos == CHY_UPOS_VERB) return at;
    /* "late on Tuesday", but not "the start on Tuesday". */
    bool adverb = chy_time_is(scan, at, "early") || chy_time_is(scan, at, "late");
    at++;
    while (chy_time_is(scan, at, "of") || chy_time_is(scan, at, "-") ||
           (adverb && (chy_time_is(scan, at, "in") || chy_time_is(scan, at, "on"))) ||
           chy_time_is(scan, at, "the"))
        at++;
    return at;
}

/* "The end of the year": of the report's. */
static bool read_edge_unit(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    if (!chy_time_has(scan, at, CHY_TERM_UNIT) || scan->terms[at].plural ||
        scan->reference.year == 0)
        return false;
    char unit = (char)scan->terms[at].value;
    if (unit != 'Y' && unit != 'M') return false;
    draft->date = scan->reference;
    draft->date.day = 0;
    draft->date.month = unit == 'M' ? draft->date.month : 0;
    draft->anchored = true;
    chy_time_put_date(draft, at + 1);
    return true;
}

static bool read_expression(const chy_time_scan *scan, uint32_t at, chy_time_draft *draft) {
    uint32_t start = at;
    if (chy_time_is(scan, at, "the")) start++;
    if (chy_time_is(scan, start, "very") && chy_time_has(scan, start + 1, CHY_TERM_EDGE)) start++;
    uint32_t core = skip_edge(scan, start);
    if (core > start + 1 && core < scan->end && read_edge_unit(scan, core, draft)) return true;
    if (core < scan->end && read_core(scan, core, draft))
        return core == start || draft->type == CHY_TIME_DATE || draft->type == CHY_TIME_TIME;
    return start != at && core == start && read_core(scan, at, draft);
}

/* Where the tokeniser has left "Monday's" whole. */
static bool is_whole_genitive(const chy_word *word) {
    size_t size = strlen(word->form);
    return size > 3 && strcmp(word->form + size - 2, "'s") == 0;
}

/* "The annual talks", "the current crisis", "the three-day visit": the article is the noun's. */
static uint32_t first_of(const chy_time_scan *scan, uint32_t at, const chy_time_draft *draft) {
    bool calendar = draft->value[0] == 'X' || (draft->value[0] >= '0' && draft->value[0] <= '9');
    if (!chy_time_is(scan, at, "the") || at + 1 >= draft->end) return at;
    /* "The 1991 war", "the recently formed body". */
    bool one = at + 2 == draft->end;
    bool adverb = one && scan->words[at + 1].upos == CHY_UPOS_ADV;
    return adverb || ((one || !calendar) && chy_time_modifies(scan, draft->end - 1)) ? at + 1 : at;
}

static bool keep(const chy_time_scan *scan, chy_arena *arena, uint32_t first,
                 const chy_time_draft *draft, chy_times *times, uint32_t *capacity) {
    void *items = times->times;
    if (!chy_arena_room(arena, &items, sizeof(chy_time), times->count, capacity)) return false;
    times->times = items;
    const char *value = chy_arena_string(arena, draft->value, strlen(draft->value));
    if (!value) return false;
    const chy_word *last = &scan->words[draft->end - 1];
    times->times[times->count] = (chy_time){
        .span = {scan->words[first].span.start, last->span.end - (is_whole_genitive(last) ? 2 : 0)},
        .first_word = first,
        .end_word = draft->end,
        .type = draft->type,
        .value = value,
        .anchored = draft->anchored,
    };
    for (uint32_t i = first; i < draft->end; i++)
        times->of_word[i] = times->count;
    times->count++;
    return true;
}

/* The tokeniser may leave "Monday's" whole. */
static chy_term term_of_word(const chy_word *word) {
    const char *form = chy_time_form(word);
    chy_term term = chy_term_of(form);
    size_t size = strlen(form);
    char stem[16];
    if (term.class != CHY_TERM_NONE || size < 3 || size - 2 >= sizeof stem ||
        strcmp(form + size - 2, "'s") != 0)
        return term;
    memcpy(stem, form, size - 2);
    stem[size - 2] = '\0';
    return chy_term_of(stem);
}

/* The day of the report; one without a year stands in a year of its own. */
static void set_reference(chy_time_scan *scan, chy_date reference) {
    bool open = reference.year == 0 && reference.month > 0 && reference.day > 0;
    if (open) reference.year = CHY_TIME_OPEN_YEAR;
    scan->reference = chy_date_valid(reference) ? reference : (chy_date){0};
    scan->reference_days = scan->reference.year > 0 ? chy_date_days(scan->reference) : 0;
}

/* What later expressions are counted from. */
static void remember(chy_time_scan *scan, uint32_t first, const chy_time_draft *draft) {
    if (draft->unit) scan->last_unit = draft->unit;
    if (draft->type == CHY_TIME_DATE && draft->week != 0) scan->last_week = draft->week;
    if (draft->date.year <= 0 || draft->type == CHY_TIME_SET) return;
    scan->last = draft->date;
    scan->last_week = 0;
    if (draft->date.day > 0 && chy_date_days(draft->date) <= scan->reference_days)
        scan->past = draft->date;
    if (draft->date.year >= CHY_TIME_OPEN_YEAR - 1) return;
    if (draft->date.day > 0) scan->day_sentence = scan->sentence;
    if (!draft->anchored) scan->named_year = draft->date.year;
    if (draft->date.month == 0) return;
    /* What has gone on "since May 2003" is told of today. */
    if (first > scan->start && chy_time_is(scan, first - 1, "since")) return;
    if (!draft->anchored || draft->date.year == scan->told_year) {
        scan->told_year = draft->date.year;
        scan->told_sentence = scan->sentence;
    }
}

chy_status chy_times_read(const chy_times_input *input, chy_arena *arena, chy_times *times,
                          chy_error *err) {
    const chy_tree *tree = input->tree;
    *times = (chy_times){0};
    times->of_word = chy_arena_alloc(arena, tree->word_count, sizeof *times->of_word);
    chy_term *terms = chy_arena_alloc(arena, tree->word_count, sizeof *terms);
    if (!times->of_word || !terms) return chy_fail_memory(err);
    for (uint32_t i = 0; i < tree->word_count; i++) {
        times->of_word[i] = CHY_NONE;
        terms[i] = term_of_word(&tree->words[i]);
    }
    chy_time_scan scan = {.tree = tree,
                          .words = tree->words,
                          .terms = terms,
                          .lexicon = input->lexicon,
                          .country = input->country};
    set_reference(&scan, input->reference);
    uint32_t capacity = 0;
    for (uint32_t s = 0; s < input->sentence_count; s++) {
        scan.sentence = s;
        scan.start = input->sentences[s].first_word;
        scan.end = scan.start + input->sentences[s].word_count;
        scan.last_unit = 0;
        for (uint32_t at = scan.start; at < scan.end;) {
            chy_time_draft draft = {.end = at};
            if (!read_expression(&scan, at, &draft)) {
                at++;
                continue;
            }
            uint32_t first = first_of(&scan, at, &draft);
            if (!draft.silent && !keep(&scan, arena, first, &draft, times, &capacity))
                return chy_fail_memory(err);
            if (!draft.silent) remember(&scan, first, &draft);
            scan.last_end = draft.end;
            at = draft.end;
        }
    }
    return CHY_OK;
}
