#include "record/json.h"
#include "record/record.h"

/* Decimals: a hundred-thousandth of a degree is a metre; probabilities are not known better than
 * this. */
#define DEGREE_DECIMALS      5
#define SCORE_DECIMALS       2
#define PROBABILITY_DECIMALS 4
#define COUNT_DECIMALS       3

static bool empty(chy_span span) {
    return span.end <= span.start;
}

static void write_span(chy_json_writer *json, const char *key, chy_span span) {
    if (empty(span)) {
        chy_put_null(json, key);
        return;
    }
    chy_put_open_flat(json, key);
    chy_put_uint(json, "start", span.start);
    chy_put_uint(json, "end", span.end);
    chy_put_close_flat(json);
}

static void write_spans(chy_json_writer *json, const char *key, const chy_span *spans,
                        uint32_t count) {
    chy_put_open_array(json, key);
    for (uint32_t i = 0; i < count; i++) {
        if (!empty(spans[i])) {
            write_span(json, NULL, spans[i]);
        }
    }
    chy_put_close_array(json);
}

static void write_dateline(const chy_record *record, chy_json_writer *json) {
    const chy_dateline *dateline = &record->content->dateline;
    const char *text = dateline->text;
    chy_put_known(json, "dateline", text);
    if (text == NULL || text[0] == '\0') {
        chy_put_null(json, "dateline_parts");
        return;
    }
    chy_put_open_object(json, "dateline_parts");
    write_span(json, "span", dateline->span);
    chy_put_known(json, "place", record->text->dateline_place);
    write_span(json, "place_span", dateline->place);
    chy_put_known(json, "date", dateline->date);
    chy_put_known(json, "agency", record->text->dateline_agency);
    chy_put_close_object(json);
}

/* The text as given: with the byte-order mark, so that offsets fit what is written. */
static void write_text(const chy_record *record, chy_json_writer *json) {
    chy_slice text = {record->content->text, record->content->text_size};
    chy_put_text(json, "text", record->text->first > 0, text);
}

static void write_report(const chy_record *record, bool with_text, chy_json_writer *json) {
    const chy_report *report = &record->content->report;
    const char *language = report->language;
    chy_put_open_object(json, "report");
    chy_put_known(json, "id", report->id);
    chy_put_known(json, "title", report->title);
    chy_put_known(json, "url", report->url);
    chy_put_known(json, "publisher", report->publisher);
    chy_put_known(json, "published", report->published);
    chy_put_string(json, "language", language != NULL && language[0] != '\0' ? language : "en");
    write_dateline(record, json);
    if (with_text) {
        write_text(record, json);
    }
    chy_put_uint(json, "length", record->content->text_length);
    chy_put_string(json, "sha256", record->sha256);
    chy_put_close_object(json);
}

static void write_sectors(chy_json_writer *json, uint32_t sectors) {
    chy_put_open_array(json, "sectors");
    for (uint32_t sector = 0; sector < CHY_SECTOR_COUNT; sector++) {
        if ((sectors >> sector & 1u) != 0) {
            chy_put_string(json, NULL, chy_sector_name((chy_sector)sector));
        }
    }
    chy_put_close_array(json);
}

static void write_offices(chy_json_writer *json, const chy_entity *entity) {
    chy_put_open_array(json, "offices");
    for (uint32_t i = 0; i < entity->office_count; i++) {
        const chy_office *office = &entity->offices[i];
        chy_put_open_object(json, NULL);
        chy_put_string(json, "title", office->title);
        chy_put_known(json, "country", office->country);
        chy_put_known(json, "from", office->from);
        chy_put_known(json, "to", office->to);
        chy_put_known(json, "source", office->source);
        chy_put_close_object(json);
    }
    chy_put_close_array(json);
}

static void write_place(chy_json_writer *json, const chy_place *place) {
    if (place == NULL) {
        chy_put_null(json, "place");
        return;
    }
    chy_put_open_object(json, "place");
    chy_put_string(json, "name", place->name);
    chy_put_known(json, "country", place->country);
    chy_put_known(json, "admin1", place->admin1);
    chy_put_decimal(json, "latitude", place->latitude, DEGREE_DECIMALS);
    chy_put_decimal(json, "longitude", place->longitude, DEGREE_DECIMALS);
    chy_put_known(json, "geonames", place->geonames);
    chy_put_known(json, "feature", place->feature);
    chy_put_close_object(json);
}

static void write_ids(chy_json_writer *json, const chy_entity *entity) {
    chy_put_open_object(json, "ids");
    if (entity->wikidata != NULL && entity->wikidata[0] != '\0') {
        chy_put_string(json, "wikidata", entity->wikidata);
    }
    if (entity->geonames != NULL && entity->geonames[0] != '\0') {
        chy_put_string(json, "geonames", entity->geonames);
    }
    chy_put_close_object(json);
}

/* The row of a user's dictionary that coded the entity; left out where there was none. */
static void write_coding(chy_json_writer *json, const chy_coding *coding) {
    if (coding == NULL || coding->code == NULL || coding->code[0] == '\0') {
        return;
    }
    chy_put_open_object(json, "coding");
    chy_put_string(json, "form", coding->form);
    chy_put_string(json, "code", coding->code);
    chy_put_known(json, "from", coding->from);
    chy_put_known(json, "to", coding->to);
    chy_put_close_object(json);
}

static const char *mention_kind_name(uint8_t kind) {
    static const char *const names[] = {"name", "description", "pronoun"};
    return kind < 3 ? names[kind] : "name";
}

static void write_mentions(const chy_record *record, chy_json_writer *json,
                           const chy_entity *entity) {
    chy_put_open_array(json, "mentions");
    for (uint32_t i = 0; i < entity->mention_count; i++) {
        const chy_mention *mention = &record->content->mentions[entity->mentions[i]];
        chy_put_open_flat(json, NULL);
        chy_put_uint(json, "start", mention->span.start);
        chy_put_uint(json, "end", mention->span.end);
        chy_put_string(json, "kind", mention_kind_name(mention->kind));
        if (mention->reading != CHY_READING_NONE) {
            chy_put_string(json, "reading",
                           mention->reading == CHY_READING_LITERAL ? "literal" : "metonymic");
        }
        chy_put_close_flat(json);
    }
    chy_put_close_array(json);
}

static void write_entity(const chy_record *record, chy_json_writer *json, uint32_t index) {
    const chy_entity *entity = &record->content->entities[index];
    chy_put_open_object(json, NULL);
    chy_put_id(json, "id", "e", index);
    chy_put_string(json, "kind", chy_entity_kind_name((chy_entity_kind)entity->kind));
    chy_put_string(json, "name", entity->name);
    chy_put_known(json, "country", entity->country);
    write_sectors(json, entity->sectors);
    chy_put_known(json, "role", entity->role);
    write_offices(json, entity);
    write_ids(json, entity);
    write_place(json, entity->place);
    chy_put_open_array(json, "members");
    for (uint32_t i = 0; i < entity->member_count; i++) {
        chy_put_id(json, NULL, "e", entity->members[i]);
    }
    chy_put_close_array(json);
    chy_put_known(json, "evidence", entity->evidence);
    write_coding(json, entity->coding);
    write_mentions(record, json, entity);
    chy_put_close_object(json);
}

static void write_time(chy_json_writer *json, uint32_t index, const chy_time *time) {
    static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};
    chy_put_open_flat(json, NULL);
    chy_put_id(json, "id", "t", index);
    chy_put_uint(json, "start", time->span.start);
    chy_put_uint(json, "end", time->span.end);
    chy_put_string(json, "type", types[time->type < 4 ? time->type : 0]);
    chy_put_string(json, "value", time->value);
    chy_put_bool(json, "anchored", time->anchored);
    chy_put_close_flat(json);
}

static void write_parties(chy_json_writer *json, const char *key, const chy_party *parties,
                          uint32_t count) {
    chy_put_open_array(json, key);
    for (uint32_t i = 0; i < count; i++) {
        chy_put_open_object(json, NULL);
        chy_put_id(json, "entity", "e", parties[i].entity);
        write_span(json, "span", parties[i].span);
        chy_put_close_object(json);
    }
    chy_put_close_array(json);
}

static void write_date(chy_json_writer *json, const chy_event *event) {
    if (event->date == NULL || event->date[0] == '\0') {
        chy_put_null(json, "date");
        return;
    }
    chy_put_open_object(json, "date");
    chy_put_string(json, "value", event->date);
    chy_put_known(json, "precision", event->date_precision);
    write_span(json, "span", event->date_span);
    chy_put_known(json, "evidence", event->date_evidence);
    chy_put_close_object(json);
}

static void write_statement_ids(chy_json_writer *json, const char *key, const uint32_t *ids,
                                uint32_t count) {
    chy_put_open_array(json, key);
    for (uint32_t i = 0; i < count; i++) {
        chy_put_id(json, NULL, "s", ids[i]);
    }
    chy_put_close_array(json);
}

static void write_topics(chy_json_writer *json, const chy_event *event) {
    chy_put_open_array(json, "topics");
    for (uint32_t i = 0; i < event->topic_count; i++) {
        chy_put_open_object(json, NULL);
        chy_put_id(json, "entity", "e", event->topics[i].entity);
        write_span(json, "span", event->topics[i].span);
        chy_put_close_object(json);
    }
    chy_put_close_array(json);
}

static void write_contexts(chy_json_writer *json, const chy_event *event) {
    chy_put_open_array(json, "contexts");
    for (uint32_t i = 0; i < event->context_count; i++) {
        chy_put_open_object(json, NULL);
        chy_put_string(json, "name", event->contexts[i].name);
        write_span(json, "span", event->contexts[i].span);
        chy_put_close_object(json);
    }
    chy_put_close_array(json);
}

static void write_counts(chy_json_writer *json, const chy_event *event) {
    chy_put_open_array(json, "counts");
    for (uint32_t i = 0; i < event->count_count; i++) {
        const chy_count *count = &event->counts[i];
        chy_put_open_object(json, NULL);
        chy_put_string(json, "kind", chy_count_kind_name((chy_count_kind)count->kind));
        chy_put_decimal(json, "value", count->value, COUNT_DECIMALS);
        chy_put_decimal(json, "low", count->low, COUNT_DECIMALS);
        chy_put_decimal(json, "high", count->high, COUNT_DECIMALS);
        chy_put_known(json, "unit", count->unit);
        write_span(json, "span", count->span);
        chy_put_id(json, "reported_by", "s", count->reported_by);
        chy_put_close_object(json);
    }
    chy_put_close_array(json);
}

static void write_evidence(chy_json_writer *json, const chy_event *event) {
    chy_put_open_array(json, "evidence");
    for (uint32_t i = 0; i < event->evidence_count; i++) {
        const chy_evidence *evidence = &event->evidence[i];
        chy_put_open_object(json, NULL);
        write_span(json, "sentence", evidence->sentence);
        write_span(json, "trigger", evidence->trigger);
        write_spans(json, "arguments", evidence->arguments, evidence->argument_count);
        chy_put_string(json, "rule", evidence->rule);
        chy_put_close_object(json);
    }
    chy_put_close_array(json);
}

static void write_event(const chy_record *record, chy_json_writer *json, uint32_t index) {
    const chy_event *event = &record->content->events[index];
    chy_put_open_object(json, NULL);
    chy_put_id(json, "id", "ev", index);
    chy_put_string(json, "type", chy_event_type_name((chy_event_type)event->type));
    chy_put_open_array(json, "modes");
    for (uint32_t i = 0; i < event->mode_count; i++) {
        chy_put_string(json, NULL, event->modes[i]);
    }
    chy_put_close_array(json);
    write_contexts(json, event);
    chy_put_known(json, "cameo", event->cameo);
    chy_put_uint(json, "quad", event->quad);
    chy_put_decimal(json, "goldstein", event->goldstein, SCORE_DECIMALS);
    chy_put_decimal(json, "plover_score", event->plover_score, SCORE_DECIMALS);
    chy_put_bool(json, "complete", event->complete);
    write_parties(json, "actors", event->actors, event->actor_count);
    write_parties(json, "recipients", event->recipients, event->recipient_count);
    chy_put_id(json, "place", "e", event->place);
    chy_put_known(json, "place_evidence", event->place_evidence);
    write_date(json, event);
    chy_put_known(json, "duration", event->duration);
    chy_put_string(json, "status", chy_event_status_name((chy_event_status)event->status));
    write_statement_ids(json, "reported_by", event->reported_by, event->reported_by_count);
    write_topics(json, event);
    write_counts(json, event);
    write_evidence(json, event);
    chy_put_decimal(json, "confidence", event->confidence, PROBABILITY_DECIMALS);
    chy_put_close_object(json);
}

static void write_statement(const chy_record *record, chy_json_writer *json, uint32_t index) {
    const chy_statement *statement = &record->content->statements[index];
    chy_put_open_object(json, NULL);
    chy_put_id(json, "id", "s", index);
    chy_put_string(json, "kind", chy_statement_kind_name((chy_statement_kind)statement->kind));
    chy_put_id(json, "speaker", "e", statement->speaker);
    write_spans(json, "speaker_span", &statement->speaker_span, 1);
    chy_put_id(json, "addressee", "e", statement->addressee);
    write_spans(json, "cue", statement->cues, statement->cue_count);
    write_spans(json, "content", statement->contents, statement->content_count);
    if (statement->directness == CHY_MIXED) {
        chy_put_string(json, "direct", "mixed");
    } else {
        chy_put_bool(json, "direct", statement->directness == CHY_DIRECT);
    }
    write_span(json, "origin", statement->origin);
    chy_put_id(json, "parent", "s", statement->parent);
    chy_put_close_object(json);
}

static void write_coder(const chy_record *record, chy_json_writer *json) {
    const chy_report *report = &record->content->report;
    chy_put_open_object(json, "coder");
    chy_put_string(json, "name", "chancery");
    chy_put_string(json, "version", record->coder->version);
    chy_put_string(json, "model", record->coder->model);
    chy_put_string(json, "facts", record->coder->facts);
    chy_put_string(json, "grammar", record->coder->grammar);
    chy_put_open_object(json, "options");
    chy_put_bool(json, "lenient", report->lenient);
    chy_put_bool(json, "given_words", report->given_word_count > 0);
    chy_put_close_object(json);
    chy_put_close_object(json);
}

void chy_record_json(const chy_record *record, bool pretty, bool with_text, chy_out *out) {
    const chy_doc_content *content = record->content;
    chy_json_writer json;
    chy_put_start(&json, out, pretty);
    chy_put_open_object(&json, NULL);
    write_report(record, with_text, &json);
    chy_put_open_array(&json, "entities");
    for (uint32_t i = 0; i < content->entity_count; i++) {
        write_entity(record, &json, i);
    }
    chy_put_close_array(&json);
    chy_put_open_array(&json, "times");
    for (uint32_t i = 0; i < content->time_count; i++) {
        write_time(&json, i, &content->times[i]);
    }
    chy_put_close_array(&json);
    chy_put_open_array(&json, "events");
    for (uint32_t i = 0; i < content->event_count; i++) {
        write_event(record, &json, i);
    }
    chy_put_close_array(&json);
    chy_put_open_array(&json, "statements");
    for (uint32_t i = 0; i < content->statement_count; i++) {
        write_statement(record, &json, i);
    }
    chy_put_close_array(&json);
    chy_put_open_array(&json, "warnings");
    for (uint32_t i = 0; i < content->warning_count; i++) {
        chy_put_string(&json, NULL, content->warnings[i]);
    }
    chy_put_close_array(&json);
    write_coder(record, &json);
    chy_put_close_object(&json);
    chy_out_char(out, '\n');
}
