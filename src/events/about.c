/* What an event was about; how many it touched is read in counts.c. */
#include "events/telling.h"

#include "events/plover.h"

#include <string.h>

#define MOST        32u
#define MOST_TOPICS 8u
/* Words behind a matter in which the agenda may stand: "the plight of the fishermen in the strait
 * at the top of the agenda". */
#define AGENDA_WORDS 16u

const char *const chy_topic_prepositions[] = {"on",        "about",      "over",
                                              "regarding", "concerning", NULL};

/* Whether a word can only be what is spoken of: "discussed the border", "the border was discussed",
 * "talked about the road", not "met on the border". */
static bool is_what(const chy_view *view, uint32_t word) {
    static const char *const leads[] = {"about", "concerning", "into", "of", "regarding", "with"};
    for (uint32_t c = view->child[word]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *of = &view->input->words[c];
        if (of->deprel == CHY_DEPREL_CASE && c < word)
            return chy_is_listed(of->lemma, leads, CHY_COUNT_OF(leads));
    }
    uint8_t deprel = view->input->words[word].deprel;
    return deprel == CHY_DEPREL_OBJ || deprel == CHY_DEPREL_NSUBJ_PASS;
}

/* Whether what stands there is no topic: a time, a party of the event, "on the sidelines". */
static bool is_no_topic(const chy_view *view, const chy_telling *telling, uint32_t word) {
    uint32_t end;
    if (view->mentions->time_of_word[word] != CHY_NONE) return true;
    /* "what they talked about", "above all" */
    const chy_word *of = &view->input->words[word];
    if (of->upos == CHY_UPOS_DET || (of->xpos != NULL && of->xpos[0] == 'W')) return true;
    /* "a one-on-one meeting" */
    if (word > 1 && strcmp(view->input->words[word - 1].form, "-") == 0) return true;
    bool what = is_what(view, word);
    const chy_terms *never = &view->grammar->sets[CHY_SET_NEVER_TOPICS];
    if (!what && (chy_view_term_at(view, word, never, &end) ||
                  (word > 0 && chy_view_term_at(view, word - 1, never, &end) && end == word + 1)))
        return true; /* "the sideline", "a video link" */
    uint32_t mention = view->mentions->mention_of_head[word];
    /* "talks on gas, according to the envoy" */
    uint32_t trigger = view->clauses->clauses[telling->clause].word;
    uint32_t statement = view->statements->statement_of_word[trigger];
    if (mention != CHY_NONE && statement != CHY_NONE &&
        view->statements->statements[statement].speaker ==
            view->mentions->mentions[mention].entity) {
        return true;
    }
    for (uint32_t i = 0; mention != CHY_NONE && i < telling->actors.count; i++) {
        if (telling->actors.items[i].mention == mention) return true;
    }
    for (uint32_t i = 0; mention != CHY_NONE && i < telling->recipients.count; i++) {
        if (telling->recipients.items[i].mention == mention) return true;
    }
    return false;
}

/* "the state of the railway | during talks in Nis", "the ports | at the castle in Bojnice": whether
 * a preposition in a topic begins when or where those who met spoke of it. */
static bool begins_circumstance(const chy_view *view, const chy_telling *telling, uint32_t lead) {
    static const char *const leads[] = {"after", "before", "during", "following"};
    const chy_word *of = &view->input->words[lead];
    if (of->deprel != CHY_DEPREL_CASE || of->head == CHY_NONE) return false;
    if (telling->type == CHY_CONSULT && chy_is_at_house(view, of->head)) return true;
    uint32_t clause = view->clauses->clause_of_word[of->head];
    const chy_rule *rule = clause == CHY_NONE ? NULL : view->matches[clause].rule;
    return chy_is_listed(of->lemma, leads, CHY_COUNT_OF(leads)) && rule != NULL &&
           rule->type == CHY_CONSULT;
}

static void cut_circumstances(chy_view *view, const chy_telling *telling, uint32_t head,
                              chy_span *span) {
    const chy_phrase *phrase = chy_view_phrase(view, head);
    for (uint32_t i = 1; i < phrase->count; i++) {
        uint32_t lead = phrase->words[i];
        if (lead <= head || !begins_circumstance(view, telling, lead)) continue;
        span->end = view->input->words[lead - 1].span.end;
        return;
    }
}

static void add_topic(chy_view *view, const chy_telling *telling, uint32_t word, chy_topic *topics,
                      uint32_t *count) {
    if (*count == MOST_TOPICS || is_no_topic(view, telling, word)) return;
    uint32_t mention = view->mentions->mention_of_head[word];
    chy_topic topic = {CHY_NONE, chy_view_phrase_span(view, word)};
    if (mention != CHY_NONE) topic.entity = view->mentions->mentions[mention].entity;
    cut_circumstances(view, telling, word, &topic.span);
    for (uint32_t i = 0; i < *count; i++) {
        if (topics[i].span.start == topic.span.start) return;
    }
    topics[(*count)++] = topic;
}

/* "an exchange of views on trade": what hangs in the phrase of `head`, but not from itself. */
static void add_phrase_topics(chy_view *view, const chy_telling *telling, uint32_t head, bool deep,
                              chy_topic *topics, uint32_t *count) {
    const chy_phrase *phrase = chy_view_phrase(view, head);
    for (uint32_t i = 0; i < phrase->count; i++) {
        const chy_word *of = &view->input->words[phrase->words[i]];
        if (of->deprel != CHY_DEPREL_CASE || of->lemma == NULL || of->head == CHY_NONE) continue;
        for (const char *const *p = chy_topic_prepositions; *p != NULL; p++) {
            if (strcmp(of->lemma, *p) == 0 && of->head != head &&
                (deep || view->input->words[of->head].head == head)) {
                add_topic(view, telling, of->head, topics, count);
            }
        }
    }
}

/* Topics that hang deeper in a noun's own phrase, or from a verb's object that is nobody: "signed a
 * memorandum on fisheries". */
static void add_inner_topics(chy_view *view, const chy_telling *telling, chy_topic *topics,
                             uint32_t *count) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (clause->kind == CHY_CLAUSE_NOUN) {
        add_phrase_topics(view, telling, clause->word, true, topics, count);
        return;
    }
    for (uint32_t i = 0; clause->kind == CHY_CLAUSE_VERB && i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->role == CHY_ROLE_OBJECT && argument->word < view->input->word_count &&
            view->mentions->mention_of_head[argument->word] == CHY_NONE) {
            add_phrase_topics(view, telling, argument->word, false, topics, count);
        }
    }
}

/* Ends the span of a matter that is on the agenda (chy_is_on_agenda) before what leads to the
 * agenda: "trade | high on the agenda", "delays at the port | at the top of the agenda"; of two
 * matters, "trade | and oil", the first keeps its own. */
static void cut_agenda(const chy_view *view, uint32_t head, chy_span *span) {
    static const char *const leads[] = {"at", "atop", "high", "on"};
    const chy_word *words = view->input->words;
    uint32_t last = head;
    for (uint32_t w = head + 1; w < view->input->word_count && w <= head + AGENDA_WORDS; w++) {
        if (chy_same(words[w].lemma, "agenda")) break;
        if (words[w].head == head && words[w].deprel == CHY_DEPREL_CONJ) {
            uint32_t first = view->child[w] < w ? view->child[w] : w; /* "and" */
            last = first > head ? first : w;
            break;
        }
        bool lead = chy_is_listed(words[w].lemma, leads, CHY_COUNT_OF(leads));
        bool goes_on = chy_same(words[w - 1].lemma, "high"); /* "high | on" */
        if (lead && !goes_on) last = w;
    }
    if (last > head) span->end = words[last - 1].span.end;
}

bool chy_is_on_agenda(const chy_view *view, uint32_t word) {
    const chy_word *words = view->input->words;
    for (uint32_t w = word + 1; w < view->input->word_count && w <= word + AGENDA_WORDS; w++) {
        if (words[w].upos == CHY_UPOS_PUNCT || words[w].upos == CHY_UPOS_VERB) return false;
        if (words[w].lemma != NULL && strcmp(words[w].lemma, "agenda") == 0) return true;
    }
    return false;
}

bool chy_is_in_agenda(const chy_view *view, const chy_telling *telling, uint32_t word) {
    static const char *const with[] = {"with", NULL};
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (telling->type != CHY_CONSULT || !chy_is_on_agenda(view, word)) return false;
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->word < word && chy_has_preposition(argument, with) &&
            chy_is_on_agenda(view, argument->word))
            return true;
    }
    return false;
}

/* "met, with trade high on the agenda": the matter, without where it stands there. */
static void add_agenda(chy_view *view, const chy_telling *telling, chy_topic *topics,
                       uint32_t *count) {
    static const char *const with[] = {"with", NULL};
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    for (uint32_t i = 0; telling->type == CHY_CONSULT && i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        uint32_t before = *count;
        if (!chy_has_preposition(argument, with) || !chy_is_on_agenda(view, argument->word))
            continue;
        add_topic(view, telling, argument->word, topics, count);
        if (*count > before) cut_agenda(view, argument->word, &topics[before].span);
    }
}

/* Whether an argument is the telling's noun, or the length in its phrase: "talks of an hour that".
 */
static bool is_its_noun(chy_view *view, const chy_telling *telling, const chy_argument *argument) {
    if (chy_view_argument_clause(view, argument) == telling->clause) return true;
    if (argument->word >= view->input->word_count ||
        view->mentions->time_of_word[argument->word] == CHY_NONE)
        return false;
    const chy_phrase *phrase = chy_view_phrase(view, view->clauses->clauses[telling->clause].word);
    for (uint32_t i = 0; i < phrase->count; i++) {
        if (phrase->words[i] == argument->word) return true;
    }
    return false;
}

/* "Fish dominated the talks": verbs whose subject is the matter and whose object is where it was
 * spoken of. */
static bool is_filled(const chy_clause *said) {
    static const char *const verbs[] = {"dominate", "fill",       "head",    "occupy",
                                        "overrun",  "overshadow", "take_up", "top"};
    return said->kind == CHY_CLAUSE_VERB && chy_is_listed(said->lemma, verbs, CHY_COUNT_OF(verbs));
}

/* Whether the clause is said of the telling's noun: "the talks covered", "talks dominated by". */
static bool is_said_of(chy_view *view, const chy_telling *telling, const chy_clause *said) {
    /* "The talks lasted an hour and centred on fish": what goes on goes on from the noun. */
    if (said->link == CHY_LINK_CONJUNCT && said->parent == telling->clause) return true;
    bool theme = said->passive || is_filled(said);
    for (uint32_t i = 0; i < said->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[said->first_argument + i];
        if (argument->role == (theme ? CHY_ROLE_OBJECT : CHY_ROLE_SUBJECT) &&
            is_its_noun(view, telling, argument)) {
            return true;
        }
    }
    return false;
}

static void add_topics_of(chy_view *view, const chy_telling *telling, const chy_clause *said,
                          chy_topic *topics, uint32_t *count) {
    static const char *const leading[] = {"on", "upon", "around", "with", "about", "to", NULL};
    /* What dominates the talks is the subject, the passive undone. */
    chy_role matter = said->passive || is_filled(said) ? CHY_ROLE_SUBJECT : CHY_ROLE_OBJECT;
    for (uint32_t i = 0; i < said->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[said->first_argument + i];
        bool led = argument->role == matter;
        if (argument->word < view->input->word_count &&
            (led || chy_has_preposition(argument, leading)) &&
            chy_view_argument_clause(view, argument) != telling->clause) {
            add_topic(view, telling, argument->word, topics, count);
        }
    }
}

/* "the talks covered migration", "the call focused on trade", "talks dominated by grain" */
static void add_said_topics(chy_view *view, const chy_telling *telling, chy_topic *topics,
                            uint32_t *count) {
    const chy_clause *clauses = view->clauses->clauses;
    const chy_clause *clause = &clauses[telling->clause];
    if (clause->kind != CHY_CLAUSE_NOUN) return;
    uint32_t first = telling->clause;
    while (first > 0 && clauses[first - 1].sentence == clause->sentence)
        first--;
    for (uint32_t i = first;
         i < view->clauses->clause_count && clauses[i].sentence == clause->sentence; i++) {
        if (i != telling->clause &&
            (chy_view_lemma_in(view, clauses[i].lemma, &view->grammar->sets[CHY_SET_TOPICAL]) ||
             (telling->type == CHY_CONSULT && is_filled(&clauses[i]))) &&
            is_said_of(view, telling, &clauses[i])) {
            add_topics_of(view, telling, &clauses[i], topics, count);
        }
    }
}

/* The arguments of a clause behind "on", "about" and the like. */
static void add_bare_topics(chy_view *view, const chy_telling *telling, uint32_t clause,
                            chy_topic *topics, uint32_t *count) {
    const chy_clause *of = &view->clauses->clauses[clause];
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        if (argument->word < view->input->word_count &&
            chy_has_preposition(argument, chy_topic_prepositions)) {
            add_topic(view, telling, argument->word, topics, count);
        }
    }
}

/* "talked about | reopening the border", "discussed | how to pay for it": a clause that is the
 * matter, hung from the verb or noun of a clause. */
static void add_clausal_topics(chy_view *view, const chy_telling *telling, const chy_clause *clause,
                               uint32_t head, chy_topic *topics, uint32_t *count) {
    const chy_word *words = view->input->words;
    for (uint32_t c = view->child[head]; c != CHY_NONE; c = view->sibling[c]) {
        uint8_t deprel = words[c].deprel;
        bool told = deprel == CHY_DEPREL_CCOMP || deprel == CHY_DEPREL_XCOMP;
        bool clausal = told || deprel == CHY_DEPREL_ADVCL || deprel == CHY_DEPREL_ACL;
        if (!clausal || words[c].upos != CHY_UPOS_VERB || c < head) continue;
        bool matter =
            told && clause->kind == CHY_CLAUSE_VERB && strcmp(clause->lemma, "discuss") == 0;
        for (uint32_t m = view->child[c]; m != CHY_NONE && !matter; m = view->sibling[m]) {
            if (words[m].deprel != CHY_DEPREL_MARK || words[m].lemma == NULL) continue;
            for (const char *const *p = chy_topic_prepositions; *p != NULL && !matter; p++)
                matter = strcmp(words[m].lemma, *p) == 0;
        }
        if (matter) add_topic(view, telling, c, topics, count);
    }
}

/* "met to review the quotas", "called her to talk about fish": what those who meet mean to go
 * through. */
static void add_purposes(chy_view *view, const chy_telling *telling, chy_topic *topics,
                         uint32_t *count) {
    static const char *const verbs[] = {"address", "assess",  "consider", "debate", "discuss",
                                        "examine", "explore", "review",   "tackle"};
    static const char *const talks[] = {"confer", "consult", "speak", "talk"};
    const chy_clause *clauses = view->clauses->clauses;
    uint32_t sentence = clauses[telling->clause].sentence;
    for (uint32_t c = telling->clause + 1;
         telling->type == CHY_CONSULT && c < view->clauses->clause_count &&
         clauses[c].sentence == sentence;
         c++) {
        if (clauses[c].parent != telling->clause ||
            (clauses[c].link != CHY_LINK_PURPOSE && clauses[c].link != CHY_LINK_RELATIVE))
            continue;
        if (chy_is_listed(clauses[c].lemma, talks, CHY_COUNT_OF(talks)))
            add_bare_topics(view, telling, c, topics, count);
        add_clausal_topics(view, telling, &clauses[c], clauses[c].word, topics, count);
        bool goes_through = chy_is_listed(clauses[c].lemma, verbs, CHY_COUNT_OF(verbs));
        for (uint32_t i = 0; goes_through && i < clauses[c].argument_count; i++) {
            const chy_argument *argument = &view->clauses->arguments[clauses[c].first_argument + i];
            if (argument->role == CHY_ROLE_OBJECT && argument->word < view->input->word_count)
                add_topic(view, telling, argument->word, topics, count);
        }
    }
}

/* Whether what stands behind "on" may be what an event was about: "released on bail", "lifted a ban
 * on rice" tell of none. */
static bool has_subject_matter(uint8_t type) {
    return chy_plover_quad(type) != 4 && type != CHY_RETREAT && type != CHY_CONCEDE;
}

static bool find_topics(chy_view *view, chy_telling *telling) {
    const chy_argument *arguments[MOST];
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_positions *positions = &telling->rule->body.topic;
    chy_topic topics[MOST_TOPICS];
    uint32_t count = 0;
    for (uint32_t p = 0; p < positions->count; p++) {
        uint32_t found =
            chy_arguments_at(view, telling->clause, &positions->items[p], arguments, MOST);
        for (uint32_t i = 0; i < found; i++) {
            add_topic(view, telling, arguments[i]->word, topics, &count);
        }
    }
    for (uint32_t next = telling->clause + 1; next < view->clauses->clause_count; next++) {
        if (view->clauses->clauses[next].sentence != clause->sentence) break;
        if (!chy_telling_goes_on(view, telling, next)) continue;
        add_bare_topics(view, telling, next, topics, &count);
    }
    bool usual = positions->count == 0 && has_subject_matter(telling->type);
    if (usual) add_bare_topics(view, telling, telling->clause, topics, &count);
    if (count == 0 && has_subject_matter(telling->type)) {
        add_inner_topics(view, telling, topics, &count);
    }
    if (telling->type == CHY_CONSULT) {
        add_clausal_topics(view, telling, clause, clause->word, topics, &count);
        if (clause->verb != CHY_NONE && clause->verb != clause->word)
            add_clausal_topics(view, telling, clause, clause->verb, topics, &count);
    }
    add_agenda(view, telling, topics, &count);
    add_said_topics(view, telling, topics, &count);
    add_purposes(view, telling, topics, &count);
    if (count == 0) return true;
    chy_topic *kept = chy_arena_alloc(view->arena, count, sizeof *kept);
    if (kept == NULL) return false;
    memcpy(kept, topics, count * sizeof *kept);
    telling->topics = kept;
    telling->topic_count = count;
    return true;
}

bool chy_telling_about(chy_view *view, chy_telling *telling) {
    return find_topics(view, telling) && chy_telling_counts(view, telling);
}
