#include "record/tsv.h"

#include <math.h>

/* A reporter is named once among so many neighbours; looking further back would make a hostile
 * report's table quadratic. */
#define REPEATS_SEEN 16u

void chy_tsv_start(chy_tsv *tsv, chy_out *out) {
    tsv->out = out;
    tsv->first = true;
}

static void begin(chy_tsv *tsv) {
    if (!tsv->first) {
        chy_out_char(tsv->out, '\t');
    }
    tsv->first = false;
}

void chy_tsv_more(chy_tsv *tsv, chy_slice value) {
    size_t done = 0;
    for (size_t i = 0; i < value.size; i++) {
        unsigned char c = (unsigned char)value.data[i];
        if (c < 0x20 || c == 0x7F) {
            chy_out_bytes(tsv->out, value.data + done, i - done);
            chy_out_char(tsv->out, ' ');
            done = i + 1;
        }
    }
    if (value.size > done) {
        chy_out_bytes(tsv->out, value.data + done, value.size - done);
    }
}

static void put_slice(chy_tsv *tsv, chy_slice value) {
    begin(tsv);
    chy_tsv_more(tsv, value);
}

void chy_tsv_string(chy_tsv *tsv, const char *value) {
    put_slice(tsv, chy_slice_of(value));
}

void chy_tsv_uint(chy_tsv *tsv, uint64_t value) {
    begin(tsv);
    chy_out_uint(tsv->out, value);
}

void chy_tsv_decimal(chy_tsv *tsv, double value, unsigned decimals) {
    begin(tsv);
    if (isfinite(value)) {
        chy_out_decimal(tsv->out, value, decimals);
    }
}

void chy_tsv_end(chy_tsv *tsv) {
    chy_out_char(tsv->out, '\n');
    tsv->first = true;
}

static void add_side(chy_sides *sides, uint32_t entity) {
    for (uint32_t i = 0; i < sides->count; i++) {
        if (sides->entities[i] == entity) {
            return;
        }
    }
    if (sides->count < CHY_SIDES_MOST) {
        sides->entities[sides->count++] = entity;
    }
}

chy_sides chy_sides_of(const chy_record *record, const chy_party *parties, uint32_t count) {
    chy_sides sides;
    sides.count = 0;
    for (uint32_t i = 0; i < count; i++) {
        const chy_entity *entity = &record->content->entities[parties[i].entity];
        if (entity->member_count < 2) {
            add_side(&sides, parties[i].entity);
            continue;
        }
        for (uint32_t k = 0; k < entity->member_count; k++) {
            add_side(&sides, entity->members[k]);
        }
    }
    return sides;
}

/* The words of the event's first telling: its sentence. */
static chy_slice sentence_of(const chy_record *record, const chy_event *event) {
    chy_slice none = {"", 0};
    return event->evidence_count == 0 ? none
                                      : chy_text_slice(record->text, event->evidence[0].sentence);
}

/* The place of an event, or NULL. */
static const chy_place *place_of(const chy_record *record, const chy_event *event) {
    return event->place == CHY_NONE ? NULL : record->content->entities[event->place].place;
}

void chy_tsv_place_fields(chy_tsv *tsv, const chy_record *record, const chy_event *event) {
    const chy_place *place = place_of(record, event);
    if (place != NULL) {
        chy_tsv_string(tsv, place->name);
        chy_tsv_string(tsv, place->country);
        chy_tsv_decimal(tsv, place->latitude, 5);
        chy_tsv_decimal(tsv, place->longitude, 5);
        return;
    }
    const chy_entity *entity =
        event->place == CHY_NONE ? NULL : &record->content->entities[event->place];
    chy_tsv_string(tsv, entity != NULL ? entity->name : "");
    chy_tsv_string(tsv, entity != NULL ? entity->country : "");
    chy_tsv_string(tsv, "");
    chy_tsv_string(tsv, "");
}

void chy_tsv_counts(chy_tsv *tsv, const chy_event *event) {
    begin(tsv);
    for (uint32_t i = 0; i < event->count_count; i++) {
        const chy_count *count = &event->counts[i];
        chy_tsv_more(tsv, chy_slice_of(i > 0 ? ";" : ""));
        chy_tsv_more(tsv, chy_slice_of(chy_count_kind_name((chy_count_kind)count->kind)));
        chy_out_char(tsv->out, '=');
        chy_out_decimal(tsv->out, count->value, 3);
        if (count->unit != NULL && count->unit[0] != '\0') {
            chy_out_char(tsv->out, ' ');
            chy_tsv_more(tsv, chy_slice_of(count->unit));
        }
    }
}

void chy_tsv_reporters(chy_tsv *tsv, const chy_record *record, const chy_event *event) {
    begin(tsv);
    bool any = false;
    for (uint32_t i = 0; i < event->reported_by_count; i++) {
        uint32_t speaker = record->content->statements[event->reported_by[i]].speaker;
        bool again = false;
        for (uint32_t k = i < REPEATS_SEEN ? 0 : i - REPEATS_SEEN; k < i; k++) {
            again = again || record->content->statements[event->reported_by[k]].speaker == speaker;
        }
        if (speaker != CHY_NONE && !again) {
            chy_tsv_more(tsv, chy_slice_of(any ? "; " : ""));
            chy_tsv_more(tsv, chy_slice_of(record->content->entities[speaker].name));
            any = true;
        }
    }
}

void chy_tsv_evidence_fields(chy_tsv *tsv, const chy_record *record, const chy_event *event) {
    chy_slice sentence = sentence_of(record, event);
    if (event->evidence_count > 0) {
        chy_tsv_uint(tsv, event->evidence[0].sentence.start);
        chy_tsv_uint(tsv, event->evidence[0].sentence.end);
        chy_tsv_string(tsv, event->evidence[0].rule);
    } else {
        chy_tsv_string(tsv, "");
        chy_tsv_string(tsv, "");
        chy_tsv_string(tsv, "");
    }
    chy_tsv_decimal(tsv, event->confidence, 4);
    put_slice(tsv, sentence);
    chy_tsv_string(tsv, event->place_evidence != NULL ? event->place_evidence : "");
    chy_tsv_string(tsv, event->date_evidence != NULL ? event->date_evidence : "");
}
