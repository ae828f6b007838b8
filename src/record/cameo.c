#include "record/tsv.h"

#include <string.h>

bool chy_event_exported(const chy_event *event) {
    if (event->actor_count == 0) {
        return false;
    }
    switch ((chy_event_status)event->status) {
    case CHY_ASSERTED:
    case CHY_HISTORICAL:
        return true;
    case CHY_FUTURE:
        return event->type == CHY_AGREE || event->type == CHY_CONCEDE ||
               event->type == CHY_THREATEN || event->type == CHY_REQUEST ||
               event->type == CHY_REJECT || event->type == CHY_ACCUSE;
    case CHY_HYPOTHETICAL:
    case CHY_NEGATED:
    case CHY_EVENT_STATUS_COUNT:
    default:
        return false;
    }
}

/* What both sides do by doing it: the code of the other direction, or NULL. As CAMEO's coders write
 * them. */
static const char *reciprocal(const char *code) {
    static const char *const pairs[][2] = {{"040", "040"}, {"041", "041"},  {"042", "043"},
                                           {"043", "042"}, {"044", "044"},  {"046", "046"},
                                           {"057", "057"}, {"0311", "0311"}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (strcmp(pairs[i][0], code) == 0) {
            return pairs[i][1];
        }
    }
    return NULL;
}

void chy_record_cameo_header(chy_out *out) {
    chy_out_string(out,
                   "report\tevent\tdate\tsource\ttarget\tcameo\tname\tquad\tgoldstein\tstatus\t"
                   "source_name\ttarget_name\tplace\tplace_country\tlatitude\tlongitude\t"
                   "counts\treported_by\tstart\tend\trule\tconfidence\tsentence\t"
                   "place_evidence\tdate_evidence\n");
}

typedef struct line {
    const chy_record *record;
    uint32_t event;
    uint32_t source, target; /* entities; target may be CHY_NONE */
    const char *code;
} line;

static void write_actor(chy_tsv *tsv, const chy_record *record, uint32_t entity) {
    char code[CHY_CAMEO_ACTOR] = "---";
    if (entity != CHY_NONE) {
        chy_cameo_actor(&record->content->entities[entity], code);
    }
    chy_tsv_string(tsv, code);
}

static const char *name_of(const chy_record *record, uint32_t entity) {
    return entity == CHY_NONE ? "" : record->content->entities[entity].name;
}

static void write_line(const line *l, chy_out *out) {
    const chy_event *event = &l->record->content->events[l->event];
    const char *id = l->record->content->report.id;
    chy_cameo cameo = {"", event->goldstein, event->quad};
    if (l->record->lexicon != NULL && !chy_lexicon_cameo(l->record->lexicon, l->code, &cameo)) {
        cameo = (chy_cameo){"", event->goldstein, event->quad};
    }
    chy_tsv tsv;
    chy_tsv_start(&tsv, out);
    chy_tsv_string(&tsv, id);
    chy_out_string(out, "\tev");
    chy_out_uint(out, (uint64_t)l->event + 1);
    chy_tsv_string(&tsv, event->date);
    write_actor(&tsv, l->record, l->source);
    write_actor(&tsv, l->record, l->target);
    chy_tsv_string(&tsv, l->code);
    chy_tsv_string(&tsv, cameo.name);
    chy_tsv_uint(&tsv, cameo.quad);
    chy_tsv_decimal(&tsv, cameo.goldstein, 2);
    chy_tsv_string(&tsv, chy_event_status_name((chy_event_status)event->status));
    chy_tsv_string(&tsv, name_of(l->record, l->source));
    chy_tsv_string(&tsv, name_of(l->record, l->target));
    chy_tsv_place_fields(&tsv, l->record, event);
    chy_tsv_counts(&tsv, event);
    chy_tsv_reporters(&tsv, l->record, event);
    chy_tsv_evidence_fields(&tsv, l->record, event);
    chy_tsv_end(&tsv);
}

/* Parties of one side who all act on each other: a line for each ordered pair. */
static void write_mutual(const chy_record *record, uint32_t index, const chy_sides *actors,
                         chy_out *out) {
    const char *code = record->content->events[index].cameo;
    for (uint32_t i = 0; i < actors->count; i++) {
        for (uint32_t k = 0; k < actors->count; k++) {
            if (i != k) {
                line l = {record, index, actors->entities[i], actors->entities[k], code};
                write_line(&l, out);
            }
        }
    }
}

static void write_dyads(const chy_record *record, uint32_t index, const chy_sides *actors,
                        const chy_sides *recipients, chy_out *out) {
    const char *code = record->content->events[index].cameo;
    const char *back = reciprocal(code);
    for (uint32_t i = 0; i < actors->count; i++) {
        for (uint32_t k = 0; k < recipients->count; k++) {
            line l = {record, index, actors->entities[i], recipients->entities[k], code};
            write_line(&l, out);
            if (back != NULL) {
                line reverse = {record, index, l.target, l.source, back};
                write_line(&reverse, out);
            }
        }
    }
}

/* Types whose actors, where nobody else is named, acted on each other; others do where the words
 * say so: two that fought, not two that attacked. */
static bool acts_together(const chy_event *event) {
    return event->mutual || event->type == CHY_CONSULT || event->type == CHY_COOPERATE ||
           event->type == CHY_AGREE || event->type == CHY_SUPPORT;
}

void chy_record_cameo(const chy_record *record, chy_out *out) {
    for (uint32_t i = 0; i < record->content->event_count; i++) {
        const chy_event *event = &record->content->events[i];
        if (!chy_event_exported(event) || event->cameo == NULL || event->cameo[0] == '\0') {
            continue;
        }
        chy_sides actors = chy_sides_of(record, event->actors, event->actor_count);
        chy_sides recipients = chy_sides_of(record, event->recipients, event->recipient_count);
        if (recipients.count > 0) {
            write_dyads(record, i, &actors, &recipients, out);
        } else if (actors.count > 1 && acts_together(event)) {
            write_mutual(record, i, &actors, out);
        } else {
            for (uint32_t k = 0; k < actors.count; k++) {
                line l = {record, i, actors.entities[k], CHY_NONE, event->cameo};
                write_line(&l, out);
            }
        }
    }
}
