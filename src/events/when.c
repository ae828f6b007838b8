/* When an event was. */
#include "events/telling.h"

#include <stdio.h>
#include <string.h>

#define FAR 2u
/* Conjuncts and relative clauses between a clause and the first of them. */
#define CONJUNCTS 4u

/* The shape of a TIMEX3 value without its time of day, digits and X alike. */
static const char *precision_of(const char *value, size_t size) {
    if (memchr(value, '/', size) != NULL) return "range";
    if (size >= 2 && (strncmp(value, "FY", 2) == 0 || strncmp(value, "BC", 2) == 0)) return "year";
    if (size == 10 && value[4] == '-') return "day";
    if (size >= 8 && value[4] == '-' && value[5] == 'W') return "week";
    if (size == 7 && value[4] == '-') {
        if (value[5] == 'Q') return "quarter";
        if (value[5] == 'H') return "half-year";
        return value[5] >= 'A' && value[5] != 'X' ? "season" : "month";
    }
    if (size != 4) return "";
    bool open = value[0] == 'X' || value[3] != 'X';
    return open ? "year" : value[2] == 'X' ? "century" : "decade";
}

static bool is_calendar(const char *value) {
    if (strncmp(value, "FY", 2) == 0 || strncmp(value, "BC", 2) == 0) return true;
    return strlen(value) >= 4 && (value[0] == 'X' || (value[0] >= '0' && value[0] <= '9'));
}

/* Times stand in text order. */
uint32_t chy_first_time(const chy_mentions *mentions, uint32_t first_word) {
    uint32_t low = 0;
    uint32_t high = mentions->time_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->times[middle].first_word < first_word) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

uint32_t chy_time_head(const chy_view *view, const chy_time *time) {
    for (uint32_t w = time->first_word; w < time->end_word; w++) {
        uint32_t head = view->input->words[w].head;
        if (head < time->first_word || head >= time->end_word) return w;
    }
    return time->first_word;
}

/* "On Saturday, the army said, its jets bombed": a time before reporting words that commas set off
 * is that of what they report. */
static bool is_set_off(const chy_view *view, uint32_t report, uint32_t time) {
    const chy_word *words = view->input->words;
    uint32_t verb = view->clauses->clauses[report].word;
    uint32_t subject = verb;
    for (uint32_t c = view->child[verb]; c != CHY_NONE; c = view->sibling[c]) {
        if (words[c].deprel == CHY_DEPREL_NSUBJ) subject = c;
    }
    return time < subject && subject < verb && verb + 1 < view->input->word_count &&
           strcmp(words[verb + 1].form, ",") == 0;
}

/* "killed five in a raid on Sunday", "speaking in Lima on Monday, he accused": clauses below one
 * that say when it was; "held after a walkout last month" was in that month too. */
static bool dates_above(const chy_view *view, uint32_t of, uint32_t clause, const chy_time *time) {
    static const char *const within[] = {"in", "during", "at", NULL};
    static const char *const around[] = {"after", "before", "following", NULL};
    bool coarse = strcmp(precision_of(time->value, strcspn(time->value, "T")), "day") != 0;
    const chy_clause *below = &view->clauses->clauses[of];
    const chy_clause *above = &view->clauses->clauses[clause];
    if (below->parent != clause) return false;
    /* "a call that lasted an hour on Friday" */
    if (below->link == CHY_LINK_RELATIVE)
        return chy_view_lemma_in(view, below->lemma, &view->grammar->sets[CHY_SET_LASTING]);
    if (below->link == CHY_LINK_ADVERBIAL) {
        bool participle = (view->input->words[below->word].feat_bits & CHY_FEAT_FINITE) == 0;
        for (uint32_t c = view->child[below->word]; c != CHY_NONE; c = view->sibling[c]) {
            participle = participle && view->input->words[c].deprel != CHY_DEPREL_MARK;
        }
        return participle && below->word < above->word;
    }
    for (uint32_t i = 0; below->link == CHY_LINK_ARGUMENT && i < above->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[above->first_argument + i];
        if (argument->word == below->word && (chy_has_preposition(argument, within) ||
                                              (coarse && chy_has_preposition(argument, around))))
            return true;
    }
    return false;
}

bool chy_is_perfect(const chy_view *view, uint32_t clause) {
    uint32_t verb = view->clauses->clauses[clause].verb;
    if (verb == CHY_NONE) return false;
    if (chy_is_told_back(view, clause)) return true;
    for (uint32_t c = view->child[verb]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *aux = &view->input->words[c];
        bool have = strcmp(aux->form, "has") == 0 || strcmp(aux->form, "have") == 0;
        if (aux->deprel == CHY_DEPREL_AUX && have) return true;
    }
    return false;
}

/* "Peru left on Friday, and Chile has offered to": a subject of its own and what is so today. */
static bool starts_anew(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    if (of->link != CHY_LINK_CONJUNCT || of->verb == CHY_NONE) return false;
    bool subject = false;
    for (uint32_t c = view->child[of->verb]; c != CHY_NONE; c = view->sibling[c])
        subject = subject || view->input->words[c].deprel == CHY_DEPREL_NSUBJ;
    return subject && chy_is_perfect(view, clause);
}

/* "His trip follows | her visit to Accra | in 2023": a time right behind another deed that hangs
 * from the same verb is that deed's alone. */
static bool is_of_other_deed(const chy_view *view, uint32_t clause, const chy_time *time) {
    const chy_clause *clauses = view->clauses->clauses;
    if (time->first_word < 2 || clauses[clause].kind != CHY_CLAUSE_NOUN) return false;
    uint32_t word = time->first_word - 1;
    if (view->input->words[word].upos == CHY_UPOS_ADP) word--;
    uint32_t other = chy_view_clause_above(view, word);
    return other != CHY_NONE && other != clause && clauses[other].kind == CHY_CLAUSE_NOUN &&
           clauses[other].link == CHY_LINK_ARGUMENT && clauses[other].word > clauses[clause].word &&
           clauses[other].parent == clauses[clause].parent;
}

/* "condemned the severing of a cable | in January": what is judged, where a month or year stands
 * right behind it that the tree hangs from the verb; CHY_NONE for none. */
static uint32_t judged_before(const chy_view *view, uint32_t clause, const chy_time *time) {
    static const char *const judging[] = {"condemn", "criticise", "criticize", "decry",  "denounce",
                                          "deplore", "lament",    "mourn",     "praise", "protest"};
    const chy_clause *of = &view->clauses->clauses[clause];
    const char *day = precision_of(time->value, strcspn(time->value, "T"));
    if (!chy_is_listed(of->lemma, judging, CHY_COUNT_OF(judging)) || strcmp(day, "day") == 0)
        return CHY_NONE;
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        if (argument->role != CHY_ROLE_OBJECT || argument->word < of->word ||
            argument->word > time->first_word)
            continue;
        for (uint32_t c = view->child[argument->word]; c != CHY_NONE; c = view->sibling[c])
            if (c > argument->word && chy_is_led_by(view, c, "of")) return argument->word;
    }
    return CHY_NONE;
}

/* "appealed against the verdict | on Friday": a day right behind a noun that tells no event is of
 * what was done that day, though the tree hangs it from the noun. */
static bool is_beside_noun(const chy_view *view, uint32_t noun, uint32_t clause,
                           const chy_time *time) {
    const chy_clause *of = &view->clauses->clauses[noun];
    bool day = strcmp(precision_of(time->value, strcspn(time->value, "T")), "day") == 0;
    return day && of->kind == CHY_CLAUSE_NOUN && of->parent == clause &&
           of->link == CHY_LINK_ARGUMENT && view->matches[noun].rule == NULL &&
           of->word > view->clauses->clauses[clause].word;
}

/* "On Monday she is due to go to Lima, | where she will open": the clause that tells of the journey
 * which a "where" goes on from, and on which the journey's day hangs; else the clause itself. */
static uint32_t journey_of(const chy_view *view, uint32_t clause) {
    const chy_clause *clauses = view->clauses->clauses;
    const chy_clause *of = &clauses[clause];
    bool hangs = of->link == CHY_LINK_RELATIVE && of->parent != CHY_NONE &&
                 chy_opens_with_where(view, clause);
    return hangs && clauses[of->parent].link == CHY_LINK_COMPLEMENT ? of->parent : clause;
}

/* "agreed to meet | in May", "accepted an invitation to visit Peru | in May"; what was agreed on is
 * to come, and so is a day that hangs from "agreed": "agreed on a visit | in May". */
static bool is_of_promised(const chy_view *view, const chy_telling *telling, const chy_time *time) {
    uint32_t of = chy_view_clause_above(view, chy_time_head(view, time));
    bool meeting = telling->type == CHY_AGREE && strcmp(telling->cameo, "036") == 0;
    return of != CHY_NONE &&
           (chy_is_of_promised(view, telling, of) || (meeting && of == telling->clause));
}

/* How near a time stands to a telling: 0 its own, 1 that of the clause it hangs from or of one that
 * hangs from it, FAR otherwise; the time of who reports it is not its own. */
static uint32_t time_distance(const chy_view *view, const chy_telling *telling,
                              const chy_time *time) {
    const chy_clause *clauses = view->clauses->clauses;
    uint32_t head = chy_time_head(view, time);
    uint32_t of = chy_view_clause_above(view, head);
    if (of == CHY_NONE) return FAR;
    uint32_t judged = judged_before(view, of, time);
    if (judged != CHY_NONE) return view->clauses->clauses[telling->clause].word == judged ? 1 : FAR;
    if (of == telling->clause) return 0;
    if (dates_above(view, of, telling->clause, time) ||
        is_beside_noun(view, of, telling->clause, time) || is_of_promised(view, telling, time) ||
        chy_is_plan_of(view, of, telling->clause))
        return 1;
    uint32_t at = telling->clause;
    if (starts_anew(view, at) && clauses[of].word < head) return FAR;
    for (uint32_t steps = 0; steps < CONJUNCTS && clauses[at].link == CHY_LINK_CONJUNCT &&
                             clauses[at].parent != of && clauses[at].parent != CHY_NONE;
         steps++) {
        at = clauses[at].parent;
    }
    if (clauses[at].parent != of) at = journey_of(view, at);
    if (clauses[at].parent != of || is_of_other_deed(view, at, time)) return FAR;
    bool reports =
        chy_view_lemma_in(view, clauses[of].lemma, &view->grammar->sets[CHY_SET_EMBEDS_FACT]);
    bool apart = reports && clauses[at].link != CHY_LINK_CONJUNCT && !is_set_off(view, of, head);
    return apart ? FAR : 1;
}

bool chy_time_is_of_noun(const chy_view *view, const chy_time *time) {
    uint32_t head = chy_time_head(view, time);
    uint32_t noun = view->input->words[head].head;
    return noun != CHY_NONE && view->input->words[head].deprel == CHY_DEPREL_NMOD &&
           view->clauses->clause_of_word[noun] == CHY_NONE && chy_is_led_by(view, head, "of");
}

static bool is_word(const chy_view *view, uint32_t word, const char *form) {
    const char *lemma = word < view->input->word_count ? view->input->words[word].lemma : NULL;
    return lemma != NULL && strcmp(lemma, form) == 0;
}

static bool is_plain_date(const chy_time *time) {
    return time->type == CHY_TIME_DATE && time->value != NULL && is_calendar(time->value) &&
           strchr(time->value, '/') == NULL;
}

/* Whether two dates are the ends of one stretch: "from 3 May to 5 June", "between 2010 and 2014".
 */
static bool makes_range(const chy_view *view, const chy_time *first, const chy_time *last) {
    if (!is_plain_date(first) || !is_plain_date(last)) return false;
    if (last->first_word != first->end_word + 1 || first->first_word == 0) return false;
    uint32_t join = first->end_word, lead = first->first_word - 1;
    bool from =
        is_word(view, lead, "from") && (is_word(view, join, "to") || is_word(view, join, "until") ||
                                        is_word(view, join, "through"));
    bool between = is_word(view, lead, "between") && is_word(view, join, "and");
    bool dash = is_word(view, join, "-") || is_word(view, join, "\xE2\x80\x93");
    bool alike = strlen(first->value) == strlen(last->value) && first->value[0] != 'X';
    return alike && (from || between || dash) && strcmp(first->value, last->value) < 0;
}

/* The other end of a date's stretch; NULL where it has none. */
static const chy_time *range_partner(const chy_view *view, const chy_time *time, bool *before) {
    const chy_mentions *mentions = view->mentions;
    uint32_t index = (uint32_t)(time - mentions->times);
    *before = false;
    if (index + 1 < mentions->time_count && makes_range(view, time, time + 1)) return time + 1;
    *before = true;
    return index > 0 && makes_range(view, time - 1, time) ? time - 1 : NULL;
}

static void take_date(chy_view *view, chy_telling *telling, const chy_time *time,
                      uint32_t distance) {
    bool before;
    const chy_time *partner = range_partner(view, time, &before);
    const chy_time *first = before && partner != NULL ? partner : time;
    const chy_time *last = !before && partner != NULL ? partner : time;
    char value[64];
    size_t size = strcspn(first->value, "T");
    if (partner != NULL)
        size = (size_t)snprintf(value, sizeof value, "%s/%s", first->value, last->value);
    if (partner != NULL && size >= sizeof value) return;
    const char *date = chy_arena_string(view->arena, partner != NULL ? value : first->value, size);
    if (date == NULL) {
        view->no_memory = true;
        return;
    }
    telling->date = date;
    telling->date_precision = precision_of(date, size);
    telling->date_span = (chy_span){first->span.start, last->span.end};
    telling->date_evidence = distance == 0 ? "clause" : "sentence";
}

/* Months from which on a dateline's day lies nearer in the year before or after. */
#define HALF_A_YEAR 6

/* A dateline's "XXXX-12-31" in the year that is nearest to the day of publication. */
static void set_year(char date[11], const char *published) {
    int year = 0;
    for (size_t i = 0; i < 4; i++) {
        if (published[i] < '0' || published[i] > '9') return;
        year = year * 10 + (published[i] - '0');
    }
    int month = (date[5] - '0') * 10 + (date[6] - '0');
    int gap = month - ((published[5] - '0') * 10 + (published[6] - '0'));
    year += gap > HALF_A_YEAR ? -1 : gap < -HALF_A_YEAR ? 1 : 0;
    for (size_t i = 4; i-- > 0; year /= 10)
        date[i] = (char)('0' + year % 10);
}

/* The date of the report itself: of the dateline, in the year of publication where it names none,
 * else of publication. */
static void take_report_date(chy_view *view, chy_telling *telling) {
    const chy_dateline *dateline = view->input->dateline;
    const char *published = view->input->report->published;
    bool is_published = published != NULL && strlen(published) >= 10;
    const char *date = dateline == NULL ? NULL : dateline->date;
    telling->date_evidence = "dateline";
    if (date == NULL || strlen(date) < 10) {
        date = is_published ? published : NULL;
        telling->date_evidence = date == NULL ? "" : "published";
    }
    if (date == NULL) return;
    char *copy = chy_arena_string(view->arena, date, 10);
    if (copy == NULL) {
        view->no_memory = true;
        return;
    }
    if (copy[0] == 'X' && is_published) set_year(copy, published);
    telling->date = copy;
    telling->date_precision = "day";
}

bool chy_time_only_bounds(const chy_view *view, const chy_time *time) {
    static const char *const bounds[] = {"after", "before", "by",    "since",
                                         "till",  "until",  "ahead", "following"};
    uint32_t head = chy_time_head(view, time);
    /* "Shortly after 02:00 on Friday", "before dawn on Friday" were on Friday. */
    static const char *const hours[] = {"dawn",    "daybreak", "dusk",  "nightfall",
                                        "sundown", "sunrise",  "sunset"};
    const char *clock = time->type == CHY_TIME_TIME ? strchr(time->value, 'T') : NULL;
    if (clock != NULL && clock[1] >= '0' && clock[1] <= '9') return false;
    const char *hour = view->input->words[time->first_word].lemma;
    bool around = time->first_word > 0 && (is_word(view, time->first_word - 1, "before") ||
                                           is_word(view, time->first_word - 1, "after"));
    if (clock != NULL && around && chy_is_listed(hour, hours, CHY_COUNT_OF(hours))) return false;
    if (time->first_word > 1 && is_word(view, time->first_word - 1, "of") &&
        is_word(view, time->first_word - 2, "as"))
        return true;
    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        if (chy_is_led_by(view, head, bounds[i])) return true;
        if (time->first_word > 0 && is_word(view, time->first_word - 1, bounds[i])) return true;
    }
    return false;
}

bool chy_is_pluperfect(const chy_view *view, uint32_t verb) {
    for (uint32_t c = view->child[verb]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *aux = &view->input->words[c];
        if (aux->deprel == CHY_DEPREL_AUX && strcmp(aux->form, "had") == 0) return true;
    }
    return false;
}

/* "had expelled an envoy | and closed a crossing", "had been stopped by men | who demanded money":
 * whether a verb in the past shares the time of the clause that it hangs from. */
static bool shares_time(const chy_view *view, const chy_clause *clause) {
    bool joined = clause->link == CHY_LINK_CONJUNCT;
    if (!joined && clause->link != CHY_LINK_RELATIVE) return false;
    for (uint32_t c = view->child[clause->verb]; c != CHY_NONE; c = view->sibling[c]) {
        uint8_t deprel = view->input->words[c].deprel;
        if (deprel == CHY_DEPREL_AUX || (joined && deprel == CHY_DEPREL_NSUBJ)) return false;
    }
    return clause->tense == CHY_TENSE_PAST;
}

/* "will free workers | held in Irbid": what has been when the rest is still to come. */
static bool is_before_plan(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    if (of->verb == CHY_NONE || view->input->words[of->verb].deprel != CHY_DEPREL_ACL ||
        of->tense != CHY_TENSE_PAST || of->parent == CHY_NONE)
        return false;
    const chy_clause *above = &view->clauses->clauses[of->parent];
    return above->tense == CHY_TENSE_FUTURE || above->modality == CHY_MODALITY_INTENDED;
}

bool chy_is_told_back(const chy_view *view, uint32_t clause) {
    if (is_before_plan(view, clause)) return true;
    uint32_t at = clause;
    for (uint32_t steps = 0; steps < CONJUNCTS && at < view->clauses->clause_count; steps++) {
        const chy_clause *of = &view->clauses->clauses[at];
        /* "She said that he had resigned": news told in the past. */
        if (of->verb == CHY_NONE || of->link == CHY_LINK_COMPLEMENT ||
            view->statements->statement_of_word[of->word] != CHY_NONE)
            return false;
        if (chy_is_pluperfect(view, of->verb)) return true;
        if (!shares_time(view, of)) return false;
        at = of->parent;
    }
    return false;
}

/* "a plan for 2025-2026", "the budget for March": what a thing is for. */
static bool is_of_aim(const chy_view *view, const chy_time *time) {
    bool before;
    const chy_time *partner = range_partner(view, time, &before);
    const chy_time *first = before && partner != NULL ? partner : time;
    uint32_t head = chy_time_head(view, first);
    bool day = strcmp(precision_of(first->value, strcspn(first->value, "T")), "day") == 0;
    uint8_t deprel = view->input->words[head].deprel;
    return !day && chy_is_led_by(view, head, "for") &&
           (deprel == CHY_DEPREL_NMOD || partner != NULL);
}

/* "from ten until noon": hours of a stretch that name no day stand on the report's, whenever it
 * was. */
static bool is_of_stretch(const chy_view *view, uint32_t time) {
    const chy_time *of = &view->mentions->times[time];
    char today[9];
    int32_t day = view->mentions->reference_date;
    bool stretch = of->type == CHY_TIME_TIME &&
                   (chy_time_lasts(view, time) ||
                    (time > 0 && of[-1].type == CHY_TIME_TIME && chy_time_lasts(view, time - 1)));
    if (!stretch || day <= 0 || strlen(of->value) < 10) return false;
    (void)snprintf(today, sizeof today, "%08d", (int)(day % 100000000));
    return strncmp(of->value, today, 4) == 0 && strncmp(of->value + 5, today + 4, 2) == 0 &&
           strncmp(of->value + 8, today + 6, 2) == 0;
}

static bool has_figure(const chy_view *view, const chy_time *time) {
    for (uint32_t w = time->first_word; w < time->end_word; w++) {
        char first = view->input->words[w].form[0];
        if (first >= '0' && first <= '9') return true;
    }
    return false;
}

/* "Two weeks earlier, on 2 June", "the following day, 12 June": the same day told by its date. */
static bool is_in_other_words(const chy_view *view, const chy_time *first, const chy_time *time) {
    return time->first_word <= first->end_word + 2 && is_word(view, first->end_word, ",") &&
           !has_figure(view, first) && has_figure(view, time);
}

static void find_date(chy_view *view, chy_telling *telling) {
    const chy_mentions *mentions = view->mentions;
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_sentence *sentence = &view->input->sentences[clause->sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    const chy_time *best = NULL;
    uint32_t best_distance = FAR;
    bool past = telling->type == telling->rule->type && telling->status == CHY_ASSERTED &&
                clause->tense == CHY_TENSE_PAST;
    telling->date = "";
    telling->date_precision = "";
    telling->date_evidence = "";
    uint32_t first = chy_first_time(mentions, sentence->first_word);
    if (chy_take_apart(view, telling, first)) return;
    for (uint32_t i = first; i < mentions->time_count && mentions->times[i].first_word < end; i++) {
        const chy_time *time = &mentions->times[i];
        bool dates = time->type == CHY_TIME_DATE || time->type == CHY_TIME_TIME;
        if (!dates || time->value == NULL || !is_calendar(time->value)) continue;
        if (is_of_stretch(view, i)) continue;
        if (past && chy_is_to_come(view, time->value) && !is_of_promised(view, telling, time))
            continue;
        if (chy_time_only_bounds(view, time) || chy_time_is_of_noun(view, time)) continue;
        if (is_of_aim(view, time)) continue;
        uint32_t distance = time_distance(view, telling, time);
        if (distance < best_distance ||
            (distance == best_distance && best != NULL && is_in_other_words(view, best, time))) {
            best = time;
            best_distance = distance;
        }
    }
    if (best != NULL) {
        take_date(view, telling, best, best_distance);
    } else if (telling->status == CHY_ASSERTED && !telling->generic && !telling->reason &&
               !chy_is_told_back(view, telling->clause)) {
        if (!chy_take_told(view, telling, first)) take_report_date(view, telling);
    }
}

void chy_telling_when(chy_view *view, chy_telling *telling) {
    find_date(view, telling);
    chy_telling_duration(view, telling);
}
