#include "record/party.h"

#include <string.h>

#define LABEL_AT 4u
#define TEXT_AT  14u

static bool known(const char *string) {
    return string != NULL && string[0] != '\0';
}

static void heading(chy_page *page, const char *title, uint32_t count) {
    chy_page_blank_line(page);
    chy_page_begin(page, 0, 0);
    chy_page_styled(page, CHY_STYLE_BOLD, title);
    chy_page_text(page, " ");
    chy_page_style(page, CHY_STYLE_FAINT);
    chy_page_uint(page, count);
    chy_page_end(page);
}

/* ---- The report ------------------------------------------------------------------------- */

/* Its title, else its headline, else the first words. */
static void write_title(chy_page *page, const chy_record *record) {
    const chy_doc_content *content = record->content;
    chy_page_begin(page, 0, 0);
    chy_page_style(page, CHY_STYLE_BOLD);
    if (known(content->report.title)) {
        chy_page_text(page, content->report.title);
    } else if (content->sentence_count > 0 && content->sentences[0].part == CHY_PART_HEADLINE) {
        chy_page_slice(page, chy_text_slice(record->text, content->sentences[0].span));
    } else {
        chy_page_text(page, known(content->report.id) ? content->report.id : "a report");
    }
    chy_page_end(page);
}

static void add_fact(chy_page *page, const char *label, const char *value, bool *any) {
    if (known(value)) {
        chy_page_text(page, *any ? " \xC2\xB7 " : "");
        chy_page_text(page, label);
        chy_page_text(page, value);
        *any = true;
    }
}

/* Whether the title had to be the report's id. */
static bool titled_by_id(const chy_doc_content *content) {
    bool headline = content->sentence_count > 0 && content->sentences[0].part == CHY_PART_HEADLINE;
    return !known(content->report.title) && !headline;
}

static void write_source(chy_page *page, const chy_record *record) {
    const chy_report *report = &record->content->report;
    bool any = false;
    bool by_id = titled_by_id(record->content);
    if ((by_id || !known(report->id)) && !known(report->publisher) && !known(report->published) &&
        !known(record->content->dateline.text)) {
        return; /* no empty line */
    }
    chy_page_begin(page, 0, 0);
    chy_page_style(page, CHY_STYLE_FAINT);
    add_fact(page, "", by_id ? "" : report->id, &any);
    add_fact(page, "", report->publisher, &any);
    add_fact(page, "published ", report->published, &any);
    add_fact(page, "", record->content->dateline.text, &any);
    chy_page_end(page);
}

/* ---- Events ----------------------------------------------------------------------------- */

static void write_event_title(chy_page *page, const chy_event *event, uint32_t index) {
    chy_page_begin(page, 0, TEXT_AT);
    chy_page_tab(page, 1);
    chy_page_uint(page, (uint64_t)index + 1);
    chy_page_tab(page, LABEL_AT);
    chy_page_styled(page, event->quad <= 2 ? CHY_STYLE_GOOD : CHY_STYLE_BAD,
                    chy_event_type_name((chy_event_type)event->type));
    for (uint32_t i = 0; i < event->mode_count; i++) {
        chy_page_text(page, i > 0 ? ", " : " ");
        chy_page_styled(page, CHY_STYLE_BOLD, event->modes[i]);
    }
    if (event->status != CHY_ASSERTED) {
        chy_page_text(page, "  ");
        chy_page_styled(page, CHY_STYLE_TRIGGER,
                        chy_event_status_name((chy_event_status)event->status));
    }
    chy_page_end(page);
}

static void write_where(chy_page *page, const chy_record *record, const chy_event *event) {
    if (event->place == CHY_NONE) {
        return;
    }
    const chy_entity *entity = &record->content->entities[event->place];
    chy_page_label(page, LABEL_AT, TEXT_AT, "where");
    chy_page_text(page, entity->name);
    if (known(entity->country) && strcmp(entity->country, entity->name) != 0) {
        chy_page_text(page, ", ");
        chy_page_text(page, entity->country);
    }
    if (known(event->place_evidence) && strcmp(event->place_evidence, "clause") != 0) {
        chy_page_style(page, CHY_STYLE_FAINT);
        chy_page_text(page, " (from the ");
        chy_page_text(page, event->place_evidence);
        chy_page_text(page, ")");
    }
    chy_page_end(page);
}

static void write_when(chy_page *page, const chy_event *event) {
    bool dated = known(event->date);
    bool lasted = known(event->duration);
    if (!dated && !lasted) {
        return;
    }
    chy_page_label(page, LABEL_AT, TEXT_AT, "when");
    if (dated) {
        chy_page_text(page, event->date);
        if (known(event->date_evidence) && (strcmp(event->date_evidence, "dateline") == 0 ||
                                            strcmp(event->date_evidence, "published") == 0)) {
            chy_page_style(page, CHY_STYLE_FAINT);
            chy_page_text(page, event->date_evidence[0] == 'd' ? " (from the dateline)"
                                                               : " (when it was published)");
            chy_page_style(page, CHY_STYLE_PLAIN);
        }
    }
    if (lasted) {
        chy_page_text(page, dated ? ", for " : "for ");
        chy_page_duration(page, event->duration);
    }
    chy_page_end(page);
}

static void write_topics(chy_page *page, const chy_record *record, const chy_event *event) {
    if (event->topic_count == 0) {
        return;
    }
    chy_page_label(page, LABEL_AT, TEXT_AT, "about");
    for (uint32_t i = 0; i < event->topic_count; i++) {
        chy_page_text(page, i > 0 ? "; " : "");
        chy_page_slice(page, chy_text_slice(record->text, event->topics[i].span));
    }
    chy_page_end(page);
}

static void write_counts(chy_page *page, const chy_event *event) {
    if (event->count_count == 0) {
        return;
    }
    chy_page_label(page, LABEL_AT, TEXT_AT, "counts");
    for (uint32_t i = 0; i < event->count_count; i++) {
        const chy_count *count = &event->counts[i];
        chy_page_text(page, i > 0 ? "; " : "");
        chy_page_decimal(page, count->value, 2);
        if (known(count->unit)) {
            chy_page_text(page, " ");
            chy_page_text(page, count->unit);
        } else {
            chy_page_text(page, " ");
            chy_page_text(page, chy_count_kind_name((chy_count_kind)count->kind));
        }
    }
    chy_page_end(page);
}

static void write_contexts(chy_page *page, const chy_event *event) {
    if (event->context_count == 0) {
        return;
    }
    chy_page_label(page, LABEL_AT, TEXT_AT, "context");
    for (uint32_t i = 0; i < event->context_count; i++) {
        bool again = false;
        for (uint32_t k = 0; k < i; k++) {
            again = again || strcmp(event->contexts[i].name, event->contexts[k].name) == 0;
        }
        if (!again) {
            chy_page_text(page, i > 0 ? ", " : "");
            chy_page_text(page, event->contexts[i].name);
        }
    }
    chy_page_end(page);
}

static void write_reporters(chy_page *page, const chy_record *record, const chy_event *event) {
    if (event->reported_by_count == 0) {
        return;
    }
    chy_page_label(page, LABEL_AT, TEXT_AT, "says who");
    for (uint32_t i = 0; i < event->reported_by_count; i++) {
        const chy_statement *statement = &record->content->statements[event->reported_by[i]];
        chy_page_text(page, i > 0 ? "; " : "");
        if (statement->speaker != CHY_NONE) {
            chy_page_entity(page, record, statement->speaker);
        } else {
            chy_page_text(page, "someone the report does not name");
        }
        chy_page_style(page, CHY_STYLE_FAINT);
        chy_page_text(page, " (s");
        chy_page_uint(page, (uint64_t)event->reported_by[i] + 1);
        chy_page_text(page, ")");
        chy_page_style(page, CHY_STYLE_PLAIN);
    }
    chy_page_end(page);
}

/* The quad is PLOVER's, and CAMEO's beside it where that differs. */
static void write_codes(chy_page *page, const chy_record *record, const chy_event *event) {
    chy_cameo cameo = {"", event->goldstein, event->quad};
    chy_page_label(page, LABEL_AT, TEXT_AT, "codes");
    chy_page_text(page, "quad ");
    chy_page_uint(page, event->quad);
    if (known(event->cameo)) {
        chy_page_text(page, ", CAMEO ");
        chy_page_text(page, event->cameo);
        if (record->lexicon != NULL && chy_lexicon_cameo(record->lexicon, event->cameo, &cameo)) {
            chy_page_text(page, " ");
            chy_page_text(page, cameo.name);
        }
        if (cameo.quad != event->quad) {
            chy_page_text(page, " (quad ");
            chy_page_uint(page, cameo.quad);
            chy_page_text(page, ")");
        }
        chy_page_text(page, ", Goldstein ");
        chy_page_decimal(page, event->goldstein, 1);
    }
    chy_page_style(page, CHY_STYLE_FAINT);
    chy_page_text(page, ", confidence ");
    chy_page_decimal(page, event->confidence, 2);
    chy_page_end(page);
}

/* The rules of the tellings from `index` on that stand in the same sentence; they follow each
 * other. */
static void write_rules(chy_page *page, const chy_event *event, uint32_t index) {
    chy_span sentence = event->evidence[index].sentence;
    chy_page_style(page, CHY_STYLE_FAINT);
    for (uint32_t i = index;
         i < event->evidence_count && event->evidence[i].sentence.start == sentence.start; i++) {
        if (i > index && strcmp(event->evidence[i].rule, event->evidence[i - 1].rule) == 0) {
            continue;
        }
        chy_page_text(page, i > index ? ", " : " ");
        chy_page_text(page, event->evidence[i].rule);
    }
}

static bool shown_before(const chy_event *event, uint32_t index) {
    return index > 0 &&
           event->evidence[index - 1].sentence.start == event->evidence[index].sentence.start;
}

/* The sentence once, the trigger of its first telling picked out, and the rules that read it. */
static void write_evidence(chy_page *page, const chy_record *record, const chy_event *event,
                           uint32_t index) {
    const chy_evidence *evidence = &event->evidence[index];
    chy_span before = {evidence->sentence.start, evidence->trigger.start};
    chy_span after = {evidence->trigger.end, evidence->sentence.end};
    chy_page_label(page, LABEL_AT, TEXT_AT, "read in");
    chy_page_text(page, "\xE2\x80\x9C");
    if (before.end >= before.start && after.end >= after.start) {
        chy_page_slice(page, chy_text_slice(record->text, before));
        chy_page_style(page, CHY_STYLE_TRIGGER);
        chy_page_slice(page, chy_text_slice(record->text, evidence->trigger));
        chy_page_style(page, CHY_STYLE_PLAIN);
        chy_page_slice(page, chy_text_slice(record->text, after));
    } else {
        chy_page_slice(page, chy_text_slice(record->text, evidence->sentence));
    }
    chy_page_text(page, "\xE2\x80\x9D");
    write_rules(page, event, index);
    chy_page_end(page);
}

static void write_event(chy_page *page, const chy_record *record, uint32_t index) {
    const chy_event *event = &record->content->events[index];
    chy_page_blank_line(page);
    write_event_title(page, event, index);
    chy_page_label(page, LABEL_AT, TEXT_AT, "who");
    if (event->actor_count > 0) {
        chy_page_parties(page, record, event->actors, event->actor_count);
    } else {
        chy_page_styled(page, CHY_STYLE_FAINT, "not said");
    }
    chy_page_end(page);
    if (event->recipient_count > 0) {
        chy_page_label(page, LABEL_AT, TEXT_AT, "to whom");
        chy_page_parties(page, record, event->recipients, event->recipient_count);
        chy_page_end(page);
    }
    write_where(page, record, event);
    write_when(page, event);
    write_topics(page, record, event);
    write_counts(page, event);
    write_contexts(page, event);
    write_reporters(page, record, event);
    write_codes(page, record, event);
    for (uint32_t i = 0; i < event->evidence_count; i++) {
        if (!shown_before(event, i)) {
            write_evidence(page, record, event, i);
        }
    }
}

/* ---- Statements ------------------------------------------------------------------------- */

/* Mentions of a speaker among which the one that it is shown by is looked for. */
#define MENTIONS_LOOKED 64u

/* Whether the words that an entity is shown by are of several: "officials", "the Houthis". A name
 * of a country or body with a plural in it, "United States", is of one. */
static bool is_plural(const chy_doc_content *content, const chy_entity *entity) {
    bool group = entity->kind == CHY_ENTITY_GROUP || entity->kind == CHY_ENTITY_ARMED_GROUP;
    const chy_mention *shown = NULL;
    for (uint32_t i = 0; i < entity->mention_count && i < MENTIONS_LOOKED; i++) {
        const chy_mention *mention = &content->mentions[entity->mentions[i]];
        bool better = shown == NULL || mention->kind < shown->kind;
        if (better && mention->kind != CHY_MENTION_PRONOUN) {
            shown = mention;
        }
    }
    if (shown == NULL) {
        return false;
    }
    const chy_word *head = &content->words[shown->head_word];
    bool common = shown->kind != CHY_MENTION_NAME || head->upos == CHY_UPOS_NOUN;
    return (group || common) && (head->feat_bits & CHY_FEAT_PLURAL) != 0;
}

/* "says", "promises": what one speaker does; several say, promise. */
static const char *verb_of(uint8_t kind, bool plural) {
    static const char *const verbs[CHY_STATEMENT_KIND_COUNT] = {
        "says",    "promises", "demands", "denies",   "praises",
        "accuses", "asks",     "warns",   "believes", "announces"};
    if (plural || kind >= CHY_STATEMENT_KIND_COUNT) {
        return chy_statement_kind_name((chy_statement_kind)kind);
    }
    return verbs[kind];
}

static const char *before_addressee(uint8_t kind) {
    if (kind == CHY_STATEMENT_ASK || kind == CHY_STATEMENT_WARN) {
        return " ";
    }
    return kind == CHY_STATEMENT_DEMAND ? " of " : " to ";
}

static void write_statement_title(chy_page *page, const chy_record *record,
                                  const chy_statement *statement, uint32_t index) {
    chy_page_begin(page, 0, TEXT_AT);
    chy_page_tab(page, 1);
    chy_page_text(page, "s");
    chy_page_uint(page, (uint64_t)index + 1);
    chy_page_tab(page, LABEL_AT + 1);
    bool plural = false;
    if (statement->speaker != CHY_NONE) {
        plural = is_plural(record->content, &record->content->entities[statement->speaker]);
        chy_page_entity(page, record, statement->speaker);
    } else {
        chy_page_styled(page, CHY_STYLE_FAINT, "(not named)");
    }
    chy_page_text(page, " ");
    chy_page_styled(page, CHY_STYLE_TYPE, verb_of(statement->kind, plural));
    if (statement->addressee != CHY_NONE) {
        chy_page_text(page, before_addressee(statement->kind));
        chy_page_entity(page, record, statement->addressee);
    }
    if (statement->parent != CHY_NONE) {
        chy_page_style(page, CHY_STYLE_FAINT);
        chy_page_text(page, " (inside s");
        chy_page_uint(page, (uint64_t)statement->parent + 1);
        chy_page_text(page, ")");
    }
    chy_page_end(page);
}

static void write_statement(chy_page *page, const chy_record *record, uint32_t index) {
    const chy_statement *statement = &record->content->statements[index];
    write_statement_title(page, record, statement, index);
    chy_page_begin(page, LABEL_AT + 3, LABEL_AT + 3);
    for (uint32_t i = 0; i < statement->content_count; i++) {
        chy_page_text(page, i > 0 ? " \xE2\x80\xA6 " : "");
        chy_page_slice(page, chy_text_slice(record->text, statement->contents[i]));
    }
    if (statement->directness == CHY_DIRECT) {
        chy_page_styled(page, CHY_STYLE_FAINT, "  (quoted)");
    }
    if (statement->origin.end > statement->origin.start) {
        chy_page_style(page, CHY_STYLE_FAINT);
        chy_page_text(page, "  (words of ");
        chy_page_slice(page, chy_text_slice(record->text, statement->origin));
        chy_page_text(page, ")");
    }
    chy_page_end(page);
}

/* ---- Parties ---------------------------------------------------------------------------- */

static bool is_party(const chy_doc_content *content, uint32_t entity) {
    for (uint32_t i = 0; i < content->entities[entity].mention_count; i++) {
        if (content->mentions[content->entities[entity].mentions[i]].kind == CHY_MENTION_NAME) {
            return true;
        }
    }
    return false;
}

static void write_entity(chy_page *page, const chy_record *record, uint32_t index) {
    const chy_entity *entity = &record->content->entities[index];
    chy_page_begin(page, 1, 30);
    chy_page_entity(page, record, index);
    chy_page_tab(page, 30);
    chy_page_text(page, chy_entity_kind_name((chy_entity_kind)entity->kind));
    chy_page_text(page, " ");
    chy_page_codes(page, entity);
    /* What the words call it is left out where an office says the same. */
    if (known(entity->role) &&
        (entity->office_count == 0 || strcmp(entity->offices[0].title, entity->role) != 0)) {
        chy_page_text(page, " ");
        chy_page_text(page, entity->role);
    }
    for (uint32_t i = 0; i < entity->office_count; i++) {
        const chy_office *office = &entity->offices[i];
        chy_page_style(page, CHY_STYLE_FAINT);
        chy_page_text(page, i > 0 ? "; " : " ");
        chy_page_text(page, office->title);
        if (known(office->country)) {
            chy_page_text(page, " of ");
            chy_page_text(page, office->country);
        }
        if (known(office->from)) {
            chy_page_text(page, " since ");
            chy_page_text(page, office->from);
        }
        chy_page_style(page, CHY_STYLE_PLAIN);
    }
    chy_page_end(page);
}

static void write_parties(chy_page *page, const chy_record *record) {
    const chy_doc_content *content = record->content;
    uint32_t count = 0;
    for (uint32_t i = 0; i < content->entity_count; i++) {
        count += is_party(content, i);
    }
    if (count == 0) {
        return;
    }
    heading(page, "Names", count);
    for (uint32_t i = 0; i < content->entity_count; i++) {
        if (is_party(content, i)) {
            write_entity(page, record, i);
        }
    }
}

void chy_record_show(const chy_record *record, uint32_t width, bool colour, chy_out *out) {
    const chy_doc_content *content = record->content;
    chy_page page;
    chy_page_start(&page, out, width, colour);
    write_title(&page, record);
    write_source(&page, record);
    heading(&page, "Events", content->event_count);
    for (uint32_t i = 0; i < content->event_count; i++) {
        write_event(&page, record, i);
    }
    heading(&page, "Statements", content->statement_count);
    for (uint32_t i = 0; i < content->statement_count; i++) {
        write_statement(&page, record, i);
    }
    write_parties(&page, record);
    for (uint32_t i = 0; i < content->warning_count; i++) {
        chy_page_blank_line(&page);
        chy_page_begin(&page, 0, 2);
        chy_page_styled(&page, CHY_STYLE_TRIGGER, content->warnings[i]);
        chy_page_end(&page);
    }
    chy_page_blank_line(&page);
}
