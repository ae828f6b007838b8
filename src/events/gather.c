/* Writing the joined events out. */
#include "events/contexts.h"
#include "events/join.h"
#include "events/plover.h"
#include "mentions/numbers.h"

#include <math.h>
#include <string.h>

#define MOST_CONTEXTS   40u
#define MOST_LIST       64u
#define STATEMENT_DEPTH 16u

typedef struct writer {
    chy_view *view;
    const chy_tellings *tellings;
    const chy_gathering *gathering;
    chy_context_hits hits;
} writer;

/* A copy in the arena; NULL (and noted) when there is no memory. */
static void *keep(writer *w, const void *items, uint32_t count, size_t size) {
    void *copy = chy_arena_alloc(w->view->arena, count, size);
    if (copy == NULL) {
        w->view->no_memory = true;
    } else if (count > 0) {
        memcpy(copy, items, (size_t)count * size);
    }
    return copy;
}

static const chy_telling *telling_at(const writer *w, uint32_t index) {
    return &w->tellings->items[index];
}

static void write_parties(writer *w, const chy_fillings *from, const chy_party **parties,
                          uint32_t *count) {
    chy_party found[CHY_SLOT_PARTIES];
    for (uint32_t i = 0; i < from->count; i++) {
        found[i] = (chy_party){from->items[i].entity, from->items[i].mention, from->items[i].span};
    }
    *parties = keep(w, found, from->count, sizeof found[0]);
    *count = from->count;
}

static void write_modes(writer *w, chy_event *event, uint32_t modes) {
    const char *found[CHY_MODES_MOST];
    uint32_t count = 0;
    for (uint32_t i = 0; i < CHY_MODES_MOST; i++) {
        if ((modes >> i & 1u) != 0) found[count++] = chy_plover_mode_name(event->type, i);
    }
    event->modes = keep(w, found, count, sizeof found[0]);
    event->mode_count = count;
    event->plover_score = chy_plover_score(event->type, modes);
}

/* The finest code of all tellings; the first of equals. */
static void write_cameo(const writer *w, chy_event *event, uint32_t first) {
    size_t best = 0;
    chy_cameo row;
    event->cameo = telling_at(w, first)->cameo;
    for (uint32_t t = first; t != CHY_NONE; t = w->gathering->next_of[t]) {
        const chy_telling *telling = telling_at(w, t);
        const char *code = telling->cameo;
        size_t digits = strlen(code);
        size_t fine = digits == 3 && code[2] == '0' ? 2 : digits;
        /* A stay told beside the talks makes them no visit. */
        bool tells = telling->type == event->type && (t == first || !telling->passing);
        if (tells && fine > best) {
            event->cameo = code;
            best = fine;
        }
    }
    event->goldstein = 0.0;
    const chy_lexicon *lexicon = w->view->input->lexicon;
    if (lexicon != NULL && chy_lexicon_cameo(lexicon, event->cameo, &row)) {
        event->goldstein = row.goldstein;
    }
}

static void write_when(const writer *w, chy_event *event, const chy_gathered *from) {
    bool placed = !chy_is_by_phone(from->type, from->modes);
    event->place = placed ? from->place : CHY_NONE;
    event->place_evidence = placed ? from->place_evidence : "";
    event->date = from->date;
    event->date_evidence = from->date_evidence;
    event->date_precision = "";
    event->duration = "";
    for (uint32_t t = from->first_telling; t != CHY_NONE; t = w->gathering->next_of[t]) {
        const chy_telling *telling = telling_at(w, t);
        if (telling->date == from->date && event->date_precision[0] == '\0') {
            event->date_precision = telling->date_precision;
            event->date_span = telling->date_span;
        }
        /* "met him during a three-day stay": no talks of three days. */
        bool stay = telling->passing && !chy_is_visit(from->type, from->modes);
        if (event->duration[0] == '\0' && (!stay || t == from->first_telling))
            event->duration = telling->duration;
    }
}

static bool same_topic(const chy_topic *a, const chy_topic *b) {
    return a->span.start == b->span.start || (a->entity != CHY_NONE && a->entity == b->entity);
}

/* Whether two counts are on one word: of one speaker, or one of them the report's own. */
static bool same_teller(const writer *w, const chy_count *a, const chy_count *b) {
    const chy_statement *statements = w->view->statements->statements;
    return a->reported_by == CHY_NONE || b->reported_by == CHY_NONE ||
           a->reported_by == b->reported_by ||
           (statements[a->reported_by].speaker != CHY_NONE &&
            statements[a->reported_by].speaker == statements[b->reported_by].speaker);
}

static bool same_unit(const chy_count *a, const chy_count *b) {
    return a->unit == b->unit ||
           (a->unit != NULL && b->unit != NULL && strcmp(a->unit, b->unit) == 0);
}

static bool allows(const chy_count *count, double value) {
    return count->low <= value && value <= count->high;
}

/* Whether a later telling tells a count again: "12", "at least 12"; "thousands", "about 5,000". */
static bool same_count(const writer *w, const chy_count *a, const chy_count *b) {
    return a->kind == b->kind && same_unit(a, b) && same_teller(w, a, b) &&
           (allows(a, b->value) || allows(b, a->value));
}

/* Adds a count of a telling to the `before` of earlier ones and to its own, of which only the same
 * number is one. Told again, the narrower stays, of equally wide ones the later, with whoever
 * reported either. */
static void add_count(const writer *w, chy_event *event, chy_count *counts, uint32_t before,
                      const chy_count *count) {
    for (uint32_t k = 0; k < event->count_count; k++) {
        bool other = k >= before && fabs(counts[k].value - count->value) > 0.0;
        if (other || !same_count(w, &counts[k], count)) continue;
        uint32_t teller = counts[k].reported_by;
        if (count->high - count->low <= counts[k].high - counts[k].low) counts[k] = *count;
        if (counts[k].reported_by == CHY_NONE) counts[k].reported_by = teller;
        return;
    }
    if (event->count_count < MOST_LIST) counts[event->count_count++] = *count;
}

static void write_about(writer *w, chy_event *event, uint32_t first) {
    chy_topic topics[MOST_LIST] = {{0}};
    chy_count counts[MOST_LIST] = {{0}};
    for (uint32_t t = first; t != CHY_NONE; t = w->gathering->next_of[t]) {
        const chy_telling *telling = telling_at(w, t);
        for (uint32_t i = 0; i < telling->topic_count; i++) {
            bool there = event->topic_count == MOST_LIST;
            for (uint32_t k = 0; k < event->topic_count && !there; k++) {
                there = same_topic(&topics[k], &telling->topics[i]);
            }
            if (!there) topics[event->topic_count++] = telling->topics[i];
        }
        uint32_t before = event->count_count;
        for (uint32_t i = 0; i < telling->count_count; i++) {
            add_count(w, event, counts, before, &telling->counts[i]);
        }
    }
    event->topics = keep(w, topics, event->topic_count, sizeof topics[0]);
    event->counts = keep(w, counts, event->count_count, sizeof counts[0]);
}

static void write_contexts(writer *w, chy_event *event, uint32_t first) {
    const chy_view *view = w->view;
    chy_context_hit found[MOST_CONTEXTS];
    chy_context contexts[MOST_CONTEXTS];
    uint64_t bits = 0;
    uint32_t count = 0;
    for (uint32_t t = first; t != CHY_NONE; t = w->gathering->next_of[t]) {
        const chy_telling *telling = telling_at(w, t);
        const chy_clause *clause = &view->clauses->clauses[telling->clause];
        for (uint32_t c = 0; c < chy_plover_context_count() && count < MOST_CONTEXTS; c++) {
            uint64_t bit = (uint64_t)1 << c;
            if ((telling->contexts & bit) == 0 || (bits & bit) != 0) continue;
            bits |= bit;
            found[count++] = (chy_context_hit){c, view->input->words[clause->word].span};
        }
        chy_context_hits_take(&w->hits, clause->sentence, &bits, found, &count, MOST_CONTEXTS);
    }
    const chy_sentence *sentences = view->input->sentences;
    uint32_t own = view->clauses->clauses[telling_at(w, first)->clause].sentence;
    uint32_t neighbours[2] = {own == 0 ? own : own - 1, own + 1};
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t s = neighbours[i];
        if (s < view->input->sentence_count && sentences[s].paragraph == sentences[own].paragraph) {
            chy_context_hits_take(&w->hits, s, &bits, found, &count, MOST_CONTEXTS);
        }
    }
    count = chy_context_limit_apply(view, bits, found, count);
    for (uint32_t i = 0; i < count; i++) {
        contexts[i] = (chy_context){chy_plover_context_name(found[i].context), found[i].span};
    }
    event->contexts = keep(w, contexts, count, sizeof contexts[0]);
    event->context_count = count;
}

/* Whether a noun that takes up talks is what somebody tells of: "said that the talks were cordial",
 * "described the encounter as warm"; not who praises them, or says what comes after them. */
static bool is_recounted(const writer *w, const chy_telling *telling) {
    const chy_statements *statements = w->view->statements;
    uint32_t word = w->view->clauses->clauses[telling->clause].word;
    uint32_t of = statements->statement_of_word[word];
    if (of >= statements->statement_count || statements->statements[of].kind != CHY_STATEMENT_SAY)
        return false;
    uint8_t deprel = w->view->input->words[word].deprel;
    if (deprel == CHY_DEPREL_NSUBJ || deprel == CHY_DEPREL_NSUBJ_PASS) return true;
    chy_span phrase = chy_view_phrase_span(w->view, word);
    const chy_statement *statement = &statements->statements[of];
    return statement->content_count > 0 && statement->contents[0].start == phrase.start;
}

/* Whether a telling names nobody and only takes up what was told before, when others than it tell
 * the event: who condemns "the attack" does not report it. Who says how long the talks were, of
 * what or of what kind, does. */
static bool only_takes_up(const writer *w, uint32_t first, uint32_t t) {
    const chy_telling *telling = telling_at(w, t);
    bool tells = telling->rule->type == CHY_CONSULT &&
                 (telling->duration[0] != '\0' || telling->topic_count > 0 ||
                  telling->rule->body.retells || is_recounted(w, telling));
    return t != first && telling->generic && !tells;
}

static void write_reported_by(writer *w, chy_event *event, uint32_t first) {
    const chy_statements *statements = w->view->statements;
    uint32_t found[MOST_LIST];
    uint32_t count = 0;
    for (uint32_t t = first; t != CHY_NONE; t = w->gathering->next_of[t]) {
        if (only_takes_up(w, first, t)) continue;
        uint32_t word = w->view->clauses->clauses[telling_at(w, t)->clause].word;
        uint32_t statement = statements->statement_of_word[word];
        for (uint32_t d = 0; d < STATEMENT_DEPTH && statement < statements->statement_count; d++) {
            bool there = count == MOST_LIST || statements->statements[statement].cue_word == word;
            for (uint32_t k = 0; k < count && !there; k++) {
                there = found[k] == statement;
            }
            if (!there) found[count++] = statement;
            statement = statements->statements[statement].parent;
        }
    }
    event->reported_by = keep(w, found, count, sizeof found[0]);
    event->reported_by_count = count;
}

static uint32_t add_spans(const chy_fillings *from, chy_span *spans, uint32_t count) {
    for (uint32_t i = 0; i < from->count && count < MOST_LIST; i++) {
        if (from->items[i].mention != CHY_NONE) spans[count++] = from->items[i].span;
    }
    return count;
}

static void write_evidence(writer *w, chy_event *event, uint32_t first) {
    const chy_mentions_input *input = w->view->input;
    uint32_t count = 0;
    for (uint32_t t = first; t != CHY_NONE; t = w->gathering->next_of[t]) {
        count++;
    }
    chy_evidence *evidence = chy_arena_alloc(w->view->arena, count, sizeof *evidence);
    if (evidence == NULL) {
        w->view->no_memory = true;
        return;
    }
    event->evidence = evidence;
    for (uint32_t t = first; t != CHY_NONE; t = w->gathering->next_of[t]) {
        const chy_telling *telling = telling_at(w, t);
        const chy_clause *clause = &w->view->clauses->clauses[telling->clause];
        chy_evidence *of = &evidence[event->evidence_count++];
        chy_span spans[MOST_LIST];
        uint32_t span_count = add_spans(&telling->actors, spans, 0);
        span_count = add_spans(&telling->recipients, spans, span_count);
        of->sentence = input->sentences[clause->sentence].span;
        of->trigger = input->words[clause->word].span;
        of->arguments = keep(w, spans, span_count, sizeof spans[0]);
        of->argument_count = span_count;
        of->rule = telling->rule->name;
        of->clause_word = clause->word;
    }
}

/* How many sides a party is: the members of a group, or the countries that its words name. */
static uint32_t sides_of(const writer *w, const chy_filled *party) {
    const chy_mentions *mentions = w->view->mentions;
    const chy_entity *entity = &mentions->entities[party->entity];
    uint32_t named = 0;
    if (entity->kind != CHY_ENTITY_GROUP || party->mention == CHY_NONE) return 1;
    const chy_mention *mention = &mentions->mentions[party->mention];
    for (uint32_t i = mention->first_word; i < mention->end_word; i++) {
        uint32_t inner = mentions->mention_of_head[i];
        if (inner == CHY_NONE || mentions->mentions[inner].entity == party->entity) continue;
        uint8_t kind = mentions->entities[mentions->mentions[inner].entity].kind;
        named += kind == CHY_ENTITY_COUNTRY;
    }
    uint32_t sides = named > entity->member_count ? named : entity->member_count;
    chy_number number; /* "the leaders of the three countries" */
    for (uint32_t i = mention->first_word; i < mention->end_word && sides < 3; i++) {
        if (mentions->time_of_word[i] == CHY_NONE &&
            chy_number_read(w->view->input->words, i, mention->end_word, &number) &&
            number.value >= 3.0 && number.value < 100.0) {
            sides = (uint32_t)number.value;
        }
    }
    return sides > 1 ? sides : 1;
}

/* Three sides or more that meet, none of them the guest of another. */
static uint32_t meeting_modes(const writer *w, const chy_gathered *from) {
    uint32_t sides = 0;
    if (from->type != CHY_CONSULT || from->modes != 0) return from->modes;
    for (uint32_t i = 0; i < from->actors.count; i++) {
        sides += sides_of(w, &from->actors.items[i]);
    }
    uint32_t mode = chy_plover_mode(CHY_CONSULT, chy_slice_of("multilateral"));
    return sides >= 3 && mode != CHY_NONE ? (uint32_t)1 << mode : 0;
}

static void write_event(writer *w, const chy_gathered *from, chy_event *event) {
    uint32_t first = from->first_telling;
    event->type = from->type;
    event->status = from->status;
    event->quad = chy_plover_quad(from->type);
    event->confidence = from->confidence;
    write_parties(w, &from->actors, &event->actors, &event->actor_count);
    write_parties(w, &from->recipients, &event->recipients, &event->recipient_count);
    event->complete = event->actor_count > 0 &&
                      (event->recipient_count > 0 || !chy_plover_needs_recipient(from->type));
    event->mutual = w->tellings->items[from->told_by].rule->body.mutual;
    write_modes(w, event, meeting_modes(w, from));
    write_cameo(w, event, first);
    write_when(w, event, from);
    write_about(w, event, first);
    write_contexts(w, event, first);
    write_reported_by(w, event, first);
    write_evidence(w, event, first);
}

bool chy_events_write(chy_view *view, const chy_tellings *tellings, const chy_gathering *gathering,
                      chy_events *events) {
    writer w = {view, tellings, gathering, {NULL, 0, 0, NULL}};
    if (!chy_context_hits_read(view, &w.hits)) return false;
    events->events = chy_arena_alloc(view->arena, gathering->count, sizeof *events->events);
    if (events->events == NULL) return false;
    events->event_count = gathering->count;
    for (uint32_t i = 0; i < gathering->count && !view->no_memory; i++) {
        write_event(&w, &gathering->items[i], &events->events[i]);
    }
    return !view->no_memory;
}
