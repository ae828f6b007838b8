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

/* A party with the number of the first of the event's parties that is written with its code. */
typedef struct party {
    uint32_t entity; /* or CHY_NONE */
    char code[CHY_CAMEO_ACTOR];
    uint32_t same;
} party;

typedef struct dyad {
    uint8_t source, target; /* parties */
    bool back;              /* what the other side does by it, under another code */
} dyad;

/* Who acted on whom in an event. */
typedef struct dyads {
    const chy_record *record;
    uint32_t event;
    party parties[2 * CHY_SIDES_MOST];
    uint32_t party_count;
    dyad items[2 * CHY_SIDES_MOST * CHY_SIDES_MOST];
    uint32_t count;
} dyads;

static uint8_t party_of(dyads *d, uint32_t entity) {
    for (uint32_t i = 0; i < d->party_count; i++) {
        if (d->parties[i].entity == entity) {
            return (uint8_t)i;
        }
    }
    party *added = &d->parties[d->party_count];
    *added = (party){entity, "---", 0};
    if (entity != CHY_NONE) {
        chy_cameo_actor(&d->record->content->entities[entity], added->code);
    }
    while (strcmp(d->parties[added->same].code, added->code) != 0) {
        added->same++;
    }
    return (uint8_t)d->party_count++;
}

static void add_dyad(dyads *d, uint32_t source, uint32_t target, bool back) {
    uint8_t from = party_of(d, source);
    d->items[d->count++] = (dyad){from, party_of(d, target), back};
}

/* Whether two are written with the same codes. */
static bool is_same(const dyads *d, const dyad *one, const dyad *other) {
    return d->parties[one->source].same == d->parties[other->source].same &&
           d->parties[one->target].same == d->parties[other->target].same &&
           one->back == other->back;
}

/* The names of the sources, or of the targets, of all dyads with the codes of this one. */
static void write_names(chy_tsv *tsv, const dyads *d, const dyad *of, bool targets) {
    uint64_t written = 0;
    chy_tsv_string(tsv, "");
    for (uint32_t i = 0; i < d->count; i++) {
        uint8_t at = targets ? d->items[i].target : d->items[i].source;
        uint32_t entity = d->parties[at].entity;
        if (entity == CHY_NONE || (written >> at & 1u) != 0 || !is_same(d, &d->items[i], of)) {
            continue;
        }
        chy_tsv_more(tsv, chy_slice_of(written != 0 ? "; " : ""));
        chy_tsv_more(tsv, chy_slice_of(d->record->content->entities[entity].name));
        written |= (uint64_t)1 << at;
    }
}

static void write_line(const dyads *d, const dyad *of, chy_out *out) {
    const chy_event *event = &d->record->content->events[d->event];
    const char *code = of->back ? reciprocal(event->cameo) : event->cameo;
    chy_cameo cameo = {"", event->goldstein, event->quad};
    if (d->record->lexicon != NULL && !chy_lexicon_cameo(d->record->lexicon, code, &cameo)) {
        cameo = (chy_cameo){"", event->goldstein, event->quad};
    }
    chy_tsv tsv;
    chy_tsv_start(&tsv, out);
    chy_tsv_string(&tsv, d->record->content->report.id);
    chy_out_string(out, "\tev");
    chy_out_uint(out, (uint64_t)d->event + 1);
    chy_tsv_string(&tsv, event->date);
    chy_tsv_string(&tsv, d->parties[of->source].code);
    chy_tsv_string(&tsv, d->parties[of->target].code);
    chy_tsv_string(&tsv, code);
    chy_tsv_string(&tsv, cameo.name);
    chy_tsv_uint(&tsv, cameo.quad);
    chy_tsv_decimal(&tsv, cameo.goldstein, 2);
    chy_tsv_string(&tsv, chy_event_status_name((chy_event_status)event->status));
    write_names(&tsv, d, of, false);
    write_names(&tsv, d, of, true);
    chy_tsv_place_fields(&tsv, d->record, event);
    chy_tsv_counts(&tsv, event);
    chy_tsv_reporters(&tsv, d->record, event);
    chy_tsv_evidence_fields(&tsv, d->record, event);
    chy_tsv_end(&tsv);
}

/* A line for each pair of codes, where first met. */
static void write_dyads(const dyads *d, chy_out *out) {
    uint64_t seen[2][2 * CHY_SIDES_MOST] = {{0}};
    for (uint32_t i = 0; i < d->count; i++) {
        const dyad *of = &d->items[i];
        uint64_t *targets = &seen[of->back][d->parties[of->source].same];
        uint64_t target = (uint64_t)1 << d->parties[of->target].same;
        if ((*targets & target) == 0) {
            *targets |= target;
            write_line(d, of, out);
        }
    }
}

/* Parties of one side who all act on each other: each ordered pair. */
static void find_mutual(dyads *d, const chy_sides *actors) {
    for (uint32_t i = 0; i < actors->count; i++) {
        for (uint32_t k = 0; k < actors->count; k++) {
            if (i != k) {
                add_dyad(d, actors->entities[i], actors->entities[k], false);
            }
        }
    }
}

static void find_pairs(dyads *d, const chy_sides *actors, const chy_sides *recipients) {
    const char *code = d->record->content->events[d->event].cameo;
    const char *back = reciprocal(code);
    for (uint32_t i = 0; i < actors->count; i++) {
        for (uint32_t k = 0; k < recipients->count; k++) {
            add_dyad(d, actors->entities[i], recipients->entities[k], false);
            if (back != NULL) {
                add_dyad(d, recipients->entities[k], actors->entities[i], strcmp(back, code) != 0);
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
        dyads d;
        d.record = record;
        d.event = i;
        d.party_count = d.count = 0;
        if (recipients.count > 0) {
            find_pairs(&d, &actors, &recipients);
        } else if (actors.count > 1 && acts_together(event)) {
            find_mutual(&d, &actors);
        } else {
            for (uint32_t k = 0; k < actors.count; k++) {
                add_dyad(&d, actors.entities[k], CHY_NONE, false);
            }
        }
        write_dyads(&d, out);
    }
}
