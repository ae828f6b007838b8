/* Whether a coded document holds what an example of the grammar says. */
#include "events/events.h"

#include "events/plover.h"

#include <stdio.h>
#include <string.h>

static chy_slice trim(chy_slice text) {
    while (text.size > 0 && text.data[0] == ' ') {
        text.data++;
        text.size--;
    }
    while (text.size > 0 && text.data[text.size - 1] == ' ') {
        text.size--;
    }
    return text;
}

/* Takes the part before the first `mark` off `rest`. */
static chy_slice take_part(chy_slice *rest, char mark) {
    const char *at = rest->size == 0 ? NULL : memchr(rest->data, mark, rest->size);
    chy_slice part = *rest;
    if (at == NULL) {
        rest->size = 0;
    } else {
        part.size = (size_t)(at - rest->data);
        rest->size -= part.size + 1;
        rest->data = at + 1;
    }
    return trim(part);
}

/* The characters of a span: examples are short, so that counting from the start will do. */
static chy_slice span_text(const chy_doc_content *content, chy_span span) {
    size_t from = content->text_size;
    size_t to = content->text_size;
    uint32_t offset = 0;
    for (size_t i = 0; i <= content->text_size; i++) {
        bool starts = i == content->text_size || ((unsigned char)content->text[i] & 0xC0) != 0x80;
        if (!starts) continue;
        if (offset == span.start) from = i;
        if (offset == span.end) to = i;
        offset++;
    }
    return (chy_slice){content->text + from, to > from ? to - from : 0};
}

static bool holds_words(chy_slice text, chy_slice words) {
    for (size_t i = 0; words.size > 0 && i + words.size <= text.size; i++) {
        if (memcmp(text.data + i, words.data, words.size) == 0) return true;
    }
    return false;
}

static bool entity_holds(const chy_doc_content *content, uint32_t entity, chy_span span,
                         chy_slice words) {
    if (holds_words(span_text(content, span), words)) return true;
    return entity < content->entity_count && content->entities[entity].name != NULL &&
           holds_words(chy_slice_of(content->entities[entity].name), words);
}

/* Whether the parties are those listed, and no others. */
static bool parties_are(const chy_doc_content *content, const chy_party *parties, uint32_t count,
                        chy_slice listed) {
    uint32_t number = 0;
    if (chy_slice_is(listed, "none")) return count == 0;
    while (listed.size > 0) {
        chy_slice words = take_part(&listed, '+');
        bool found = false;
        number++;
        for (uint32_t i = 0; i < count && !found; i++) {
            found = entity_holds(content, parties[i].entity, parties[i].span, words);
        }
        if (!found) return false;
    }
    return number == count;
}

static bool modes_are(const chy_event *event, chy_slice listed) {
    uint32_t number = 0;
    if (chy_slice_is(listed, "none")) return event->mode_count == 0;
    while (listed.size > 0) {
        chy_slice name = take_part(&listed, '+');
        bool found = false;
        number++;
        for (uint32_t i = 0; i < event->mode_count && !found; i++) {
            found = chy_slice_is(name, event->modes[i]);
        }
        if (!found) return false;
    }
    return number == event->mode_count;
}

static bool has_topic(const chy_doc_content *content, const chy_event *event, chy_slice words) {
    if (chy_slice_is(words, "none")) return event->topic_count == 0;
    for (uint32_t i = 0; i < event->topic_count; i++) {
        if (entity_holds(content, event->topics[i].entity, event->topics[i].span, words)) {
            return true;
        }
    }
    return false;
}

static bool has_context(const chy_event *event, chy_slice name) {
    if (chy_slice_is(name, "none")) return event->context_count == 0;
    for (uint32_t i = 0; i < event->context_count; i++) {
        if (chy_slice_is(name, event->contexts[i].name)) return true;
    }
    return false;
}

/* `dead:12`, or `dead` alone. */
static bool has_count(const chy_event *event, chy_slice wanted) {
    chy_slice kind = take_part(&wanted, ':');
    double value = 0.0;
    for (size_t i = 0; i < wanted.size; i++) {
        if (wanted.data[i] < '0' || wanted.data[i] > '9') return false;
        value = value * 10.0 + (wanted.data[i] - '0');
    }
    for (uint32_t i = 0; i < event->count_count; i++) {
        const chy_count *count = &event->counts[i];
        bool equal = wanted.size == 0 || (count->value >= value && count->value <= value);
        if (equal && chy_slice_is(kind, chy_count_kind_name((chy_count_kind)count->kind))) {
            return true;
        }
    }
    return false;
}

/* Whether the event is as the field says; `*known` is false where there is no such field. */
static bool field_holds(const chy_doc_content *content, const chy_event *event, chy_slice field,
                        chy_slice value, bool *known) {
    *known = true;
    if (chy_slice_is(field, "actor")) {
        return parties_are(content, event->actors, event->actor_count, value);
    }
    if (chy_slice_is(field, "recipient")) {
        return parties_are(content, event->recipients, event->recipient_count, value);
    }
    if (chy_slice_is(field, "type")) {
        return chy_slice_is(value, chy_event_type_name((chy_event_type)event->type));
    }
    if (chy_slice_is(field, "status")) {
        return chy_slice_is(value, chy_event_status_name((chy_event_status)event->status));
    }
    if (chy_slice_is(field, "mode")) return modes_are(event, value);
    if (chy_slice_is(field, "cameo")) return chy_slice_is(value, event->cameo);
    if (chy_slice_is(field, "topic")) return has_topic(content, event, value);
    if (chy_slice_is(field, "context")) return has_context(event, value);
    if (chy_slice_is(field, "count")) return has_count(event, value);
    if (chy_slice_is(field, "duration")) return chy_slice_is(value, event->duration);
    if (chy_slice_is(field, "place")) {
        if (chy_slice_is(value, "none")) return event->place == CHY_NONE;
        return entity_holds(content, event->place, (chy_span){0, 0}, value);
    }
    *known = false;
    return false;
}

bool chy_event_made_by(const chy_event *event, const char *rule) {
    for (uint32_t i = 0; i < event->evidence_count; i++) {
        if (strcmp(event->evidence[i].rule, rule) == 0) return true;
    }
    return false;
}

static void describe_parties(const chy_doc_content *content, const chy_party *parties,
                             uint32_t count, char *out, size_t size) {
    size_t at = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < count && at + 1 < size; i++) {
        chy_slice words = span_text(content, parties[i].span);
        int written = snprintf(out + at, size - at, "%s%.*s", i == 0 ? "" : "+",
                               words.size > 40 ? 40 : (int)words.size, words.data);
        if (written < 0) return;
        at += (size_t)written;
    }
    if (count == 0) (void)snprintf(out, size, "none");
}

/* Says which field does not hold and what the event is. */
static void describe(const chy_doc_content *content, const chy_event *event, chy_slice field,
                     chy_slice value, char *problem, size_t size) {
    char actors[80];
    char recipients[80];
    describe_parties(content, event->actors, event->actor_count, actors, sizeof actors);
    describe_parties(content, event->recipients, event->recipient_count, recipients,
                     sizeof recipients);
    (void)snprintf(problem, size,
                   "%.*s is not %.*s: type=%s, actor=%s, recipient=%s, mode=%s, cameo=%s, "
                   "status=%s",
                   (int)field.size, field.data, (int)value.size, value.data,
                   chy_event_type_name((chy_event_type)event->type), actors, recipients,
                   event->mode_count == 0 ? "none" : event->modes[0], event->cameo,
                   chy_event_status_name((chy_event_status)event->status));
}

static bool event_holds(const chy_doc_content *content, const chy_event *event,
                        const char *expected, char *problem, size_t size) {
    chy_slice rest = chy_slice_of(expected);
    while (rest.size > 0) {
        bool known;
        chy_slice value = take_part(&rest, ',');
        chy_slice field = take_part(&value, '=');
        if (field.size == 0) continue;
        bool holds = field_holds(content, event, field, value, &known);
        if (!known) {
            (void)snprintf(problem, size, "there is no field \"%.*s\"", (int)field.size,
                           field.data);
            return false;
        }
        if (!holds) {
            describe(content, event, field, value, problem, size);
            return false;
        }
    }
    return true;
}

bool chy_grammar_example_holds(const chy_grammar_example *example, const chy_doc_content *content,
                               char *problem, size_t size) {
    bool made = false;
    (void)snprintf(problem, size, "no event is made by %s", example->rule);
    for (uint32_t i = 0; i < content->event_count; i++) {
        const chy_event *event = &content->events[i];
        if (!chy_event_made_by(event, example->rule)) continue;
        made = true;
        if (example->counter) {
            describe(content, event, chy_slice_of("the rule"), chy_slice_of("silent"), problem,
                     size);
            return false;
        }
        if (event_holds(content, event, example->expected, problem, size)) return true;
    }
    return example->counter && !made;
}
