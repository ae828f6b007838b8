#include "check_doc.h"

/* In the text, or in the title, which goes on behind it after a break. */
static bool inside(const chy_doc_content *content, chy_span span) {
    uint32_t end = content->text_length;
    const char *title = content->report.title;
    if (title != NULL && span.start > content->text_length) {
        end++;
        for (; *title != '\0'; title++) {
            end += ((unsigned char)*title & 0xC0) != 0x80;
        }
    }
    return span.start < span.end && span.end <= end;
}

static bool empty(chy_span span) {
    return span.end <= span.start;
}

static bool index_or_none(uint32_t index, uint32_t count) {
    return index == CHY_NONE || index < count;
}

/* Whether all of the strings are there. */
static bool present(const char *const *strings, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strings[i] == NULL) {
            return false;
        }
    }
    return true;
}
#define PRESENT(...)                                                                               \
    present((const char *const[]){__VA_ARGS__},                                                    \
            sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static const char *check_words(const chy_doc_content *content) {
    uint32_t next = 0;
    for (uint32_t i = 0; i < content->sentence_count; i++) {
        const chy_sentence *s = &content->sentences[i];
        if (!inside(content, s->span) || s->word_count == 0 || s->first_word != next ||
            s->word_count > CHY_LIMIT_SENTENCE_WORDS) {
            return "a sentence";
        }
        next = s->first_word + s->word_count;
        uint32_t roots = 0;
        for (uint32_t k = s->first_word; k < next; k++) {
            const chy_word *word = &content->words[k];
            bool head_here = word->head >= s->first_word && word->head < next && word->head != k;
            roots += word->head == CHY_NONE;
            if (!inside(content, word->span) || word->sentence != i || word->form == NULL ||
                word->form[0] == '\0' || !PRESENT(word->lemma, word->xpos, word->feats) ||
                word->upos >= CHY_UPOS_COUNT || word->deprel >= CHY_DEPREL_COUNT ||
                (word->head != CHY_NONE && !head_here)) {
                return "a word";
            }
            /* The words of a title stand first, their offsets behind the text's. */
            uint32_t before = k > 0 ? content->words[k - 1].span.start : 0;
            bool of_title = k == s->first_word && before > content->text_length;
            if (before > word->span.start && !of_title) {
                return "the order of words";
            }
        }
        if (roots != 1) {
            return "the root of a sentence";
        }
    }
    return next == content->word_count ? NULL : "words outside sentences";
}

static bool entity_strings_good(const chy_entity *e) {
    bool good = PRESENT(e->name, e->country, e->role, e->wikidata, e->geonames, e->evidence);
    for (uint32_t i = 0; i < e->office_count; i++) {
        const chy_office *o = &e->offices[i];
        good = good && PRESENT(o->title, o->country, o->from, o->to, o->source);
    }
    if (e->place != NULL) {
        const chy_place *p = e->place;
        good = good && PRESENT(p->name, p->country, p->admin1, p->geonames, p->feature);
    }
    if (e->coding != NULL) {
        const chy_coding *c = e->coding;
        good = good && PRESENT(c->form, c->code, c->from, c->to, c->source);
    }
    return good;
}

static const char *check_entities(const chy_doc_content *content) {
    for (uint32_t i = 0; i < content->mention_count; i++) {
        const chy_mention *m = &content->mentions[i];
        if (!inside(content, m->span) || m->entity >= content->entity_count ||
            m->first_word >= m->end_word || m->end_word > content->word_count ||
            m->head_word < m->first_word || m->head_word >= m->end_word) {
            return "a mention";
        }
    }
    for (uint32_t i = 0; i < content->entity_count; i++) {
        const chy_entity *e = &content->entities[i];
        if (e->kind >= CHY_ENTITY_KIND_COUNT || !entity_strings_good(e) || e->name[0] == '\0') {
            return "an entity";
        }
        for (uint32_t k = 0; k < e->mention_count; k++) {
            if (e->mentions[k] >= content->mention_count ||
                content->mentions[e->mentions[k]].entity != i) {
                return "an entity's mention";
            }
        }
        for (uint32_t k = 0; k < e->member_count; k++) {
            if (e->members[k] >= content->entity_count) {
                return "an entity's member";
            }
        }
    }
    for (uint32_t i = 0; i < content->time_count; i++) {
        if (!inside(content, content->times[i].span) || content->times[i].value == NULL) {
            return "a time";
        }
    }
    return NULL;
}

/* Whether no sentence begins within a span. */
static bool in_one_sentence(const chy_doc_content *content, chy_span span) {
    for (uint32_t i = 0; i < content->sentence_count; i++) {
        uint32_t start = content->sentences[i].span.start;
        if (start > span.start && start < span.end) {
            return false;
        }
    }
    return true;
}

static const char *check_statements(const chy_doc_content *content) {
    for (uint32_t i = 0; i < content->statement_count; i++) {
        const chy_statement *s = &content->statements[i];
        if (!index_or_none(s->speaker, content->entity_count) ||
            !index_or_none(s->addressee, content->entity_count) ||
            !index_or_none(s->speaker_mention, content->mention_count) ||
            !index_or_none(s->parent, content->statement_count) || s->parent == i ||
            s->speaker_span.start > s->speaker_span.end ||
            (!empty(s->speaker_span) && !inside(content, s->speaker_span)) ||
            !in_one_sentence(content, s->speaker_span)) {
            return "a statement";
        }
        for (uint32_t k = 0; k < s->content_count; k++) {
            if (!inside(content, s->contents[k]) ||
                (k > 0 && s->contents[k - 1].end > s->contents[k].start)) {
                return "a statement's content";
            }
        }
        for (uint32_t k = 0; k < s->cue_count; k++) {
            if (!inside(content, s->cues[k])) {
                return "a statement's cue";
            }
        }
    }
    return NULL;
}

static bool parties_good(const chy_doc_content *content, const chy_party *parties, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (parties[i].entity >= content->entity_count ||
            !index_or_none(parties[i].mention, content->mention_count) ||
            (!empty(parties[i].span) && !inside(content, parties[i].span))) {
            return false;
        }
    }
    return true;
}

static const char *check_evidence(const chy_doc_content *content, const chy_event *event) {
    for (uint32_t i = 0; i < event->evidence_count; i++) {
        const chy_evidence *e = &event->evidence[i];
        if (!inside(content, e->sentence) || !inside(content, e->trigger) || e->rule == NULL ||
            e->trigger.start < e->sentence.start || e->trigger.end > e->sentence.end) {
            return "an event's evidence";
        }
        for (uint32_t k = 0; k < e->argument_count; k++) {
            if (!inside(content, e->arguments[k])) {
                return "an argument of an event's evidence";
            }
        }
    }
    return event->evidence_count > 0 ? NULL : "an event without evidence";
}

static bool event_strings_good(const chy_event *e) {
    bool good = PRESENT(e->cameo, e->place_evidence, e->date, e->date_precision, e->date_evidence,
                        e->duration) &&
                present(e->modes, e->mode_count);
    for (uint32_t i = 0; i < e->count_count; i++) {
        good = good && e->counts[i].unit != NULL;
    }
    for (uint32_t i = 0; i < e->context_count; i++) {
        good = good && e->contexts[i].name != NULL;
    }
    return good;
}

static const char *check_events(const chy_doc_content *content) {
    for (uint32_t i = 0; i < content->event_count; i++) {
        const chy_event *event = &content->events[i];
        if (event->type >= CHY_EVENT_TYPE_COUNT || event->status >= CHY_EVENT_STATUS_COUNT ||
            event->quad < 1 || event->quad > 4 || !(event->confidence >= 0) ||
            event->confidence > 1 || !event_strings_good(event) ||
            !index_or_none(event->place, content->entity_count) ||
            !parties_good(content, event->actors, event->actor_count) ||
            !parties_good(content, event->recipients, event->recipient_count)) {
            return "an event";
        }
        for (uint32_t k = 0; k < event->reported_by_count; k++) {
            if (event->reported_by[k] >= content->statement_count) {
                return "an event's statement";
            }
        }
        const char *problem = check_evidence(content, event);
        if (problem != NULL) {
            return problem;
        }
    }
    return NULL;
}

const char *check_doc(const chy_doc_content *content) {
    const char *problem = check_words(content);
    problem = problem == NULL ? check_entities(content) : problem;
    problem = problem == NULL ? check_statements(content) : problem;
    return problem == NULL ? check_events(content) : problem;
}
