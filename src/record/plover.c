#include "record/tsv.h"

void chy_record_plover_header(chy_out *out) {
    chy_out_string(
        out, "report\tevent\tdate\ttype\tmodes\tcontexts\tquad\tplover_score\tcameo\tstatus\t"
             "actors\tactor_countries\tactor_sectors\trecipients\trecipient_countries\t"
             "recipient_sectors\tplace\tplace_country\tlatitude\tlongitude\tduration\tcounts\t"
             "reported_by\tstart\tend\trule\tconfidence\tsentence\t"
             "place_evidence\tdate_evidence\n");
}

static void write_names(chy_tsv *tsv, const chy_record *record, const chy_sides *parties) {
    chy_tsv_string(tsv, "");
    for (uint32_t i = 0; i < parties->count; i++) {
        chy_tsv_more(tsv, chy_slice_of(i > 0 ? "; " : ""));
        chy_tsv_more(tsv, chy_slice_of(record->content->entities[parties->entities[i]].name));
    }
}

static void write_countries(chy_tsv *tsv, const chy_record *record, const chy_sides *parties) {
    chy_tsv_string(tsv, "");
    for (uint32_t i = 0; i < parties->count; i++) {
        chy_tsv_more(tsv, chy_slice_of(i > 0 ? ";" : ""));
        chy_tsv_more(tsv, chy_slice_of(record->content->entities[parties->entities[i]].country));
    }
}

/* Sectors of one party are joined by "+", parties by ";". */
static void write_sectors(chy_tsv *tsv, const chy_record *record, const chy_sides *parties) {
    chy_tsv_string(tsv, "");
    for (uint32_t i = 0; i < parties->count; i++) {
        uint32_t sectors = record->content->entities[parties->entities[i]].sectors;
        bool any = false;
        chy_tsv_more(tsv, chy_slice_of(i > 0 ? ";" : ""));
        for (uint32_t sector = 0; sector < CHY_SECTOR_COUNT; sector++) {
            if ((sectors >> sector & 1u) != 0) {
                chy_tsv_more(tsv, chy_slice_of(any ? "+" : ""));
                chy_tsv_more(tsv, chy_slice_of(chy_sector_name((chy_sector)sector)));
                any = true;
            }
        }
    }
}

static void write_party_fields(chy_tsv *tsv, const chy_record *record, const chy_party *parties,
                               uint32_t count) {
    chy_sides sides = chy_sides_of(record, parties, count);
    write_names(tsv, record, &sides);
    write_countries(tsv, record, &sides);
    write_sectors(tsv, record, &sides);
}

static void write_modes(chy_tsv *tsv, const chy_event *event) {
    chy_tsv_string(tsv, "");
    for (uint32_t i = 0; i < event->mode_count; i++) {
        chy_tsv_more(tsv, chy_slice_of(i > 0 ? ";" : ""));
        chy_tsv_more(tsv, chy_slice_of(event->modes[i]));
    }
}

static void write_contexts(chy_tsv *tsv, const chy_event *event) {
    chy_tsv_string(tsv, "");
    for (uint32_t i = 0; i < event->context_count; i++) {
        chy_tsv_more(tsv, chy_slice_of(i > 0 ? ";" : ""));
        chy_tsv_more(tsv, chy_slice_of(event->contexts[i].name));
    }
}

static void write_event(const chy_record *record, uint32_t index, chy_out *out) {
    const chy_event *event = &record->content->events[index];
    chy_tsv tsv;
    chy_tsv_start(&tsv, out);
    chy_tsv_string(&tsv, record->content->report.id);
    chy_out_string(out, "\tev");
    chy_out_uint(out, (uint64_t)index + 1);
    chy_tsv_string(&tsv, event->date);
    chy_tsv_string(&tsv, chy_event_type_name((chy_event_type)event->type));
    write_modes(&tsv, event);
    write_contexts(&tsv, event);
    chy_tsv_uint(&tsv, event->quad);
    chy_tsv_decimal(&tsv, event->plover_score, 2);
    chy_tsv_string(&tsv, event->cameo);
    chy_tsv_string(&tsv, chy_event_status_name((chy_event_status)event->status));
    write_party_fields(&tsv, record, event->actors, event->actor_count);
    write_party_fields(&tsv, record, event->recipients, event->recipient_count);
    chy_tsv_place_fields(&tsv, record, event);
    chy_tsv_string(&tsv, event->duration);
    chy_tsv_counts(&tsv, event);
    chy_tsv_reporters(&tsv, record, event);
    chy_tsv_evidence_fields(&tsv, record, event);
    chy_tsv_end(&tsv);
}

void chy_record_plover(const chy_record *record, chy_out *out) {
    for (uint32_t i = 0; i < record->content->event_count; i++) {
        if (chy_event_exported(&record->content->events[i])) {
            write_event(record, i, out);
        }
    }
}
