#include "api/doc.h"

/* How well a party fits the words asked about. */
typedef enum fit {
    FIT_NONE,
    FIT_ENTITY, /* another mention of the same entity has these words */
    FIT_WORDS   /* these words are the party's own */
} fit;

static bool overlaps(chy_span a, chy_span b) {
    return a.start < b.end && b.start < a.end;
}

static fit entity_fits(const chy_doc_content *content, uint32_t index, chy_span span) {
    const chy_entity *entity = &content->entities[index];
    for (uint32_t i = 0; i < entity->mention_count; i++) {
        if (overlaps(content->mentions[entity->mentions[i]].span, span)) {
            return FIT_ENTITY;
        }
    }
    for (uint32_t i = 0; i < entity->member_count; i++) {
        const chy_entity *member = &content->entities[entity->members[i]];
        for (uint32_t k = 0; k < member->mention_count; k++) {
            if (overlaps(content->mentions[member->mentions[k]].span, span)) {
                return FIT_ENTITY;
            }
        }
    }
    return FIT_NONE;
}

static fit parties_fit(const chy_doc_content *content, const chy_party *parties, uint32_t count,
                       chy_span span) {
    fit best = FIT_NONE;
    for (uint32_t i = 0; i < count && best < FIT_WORDS; i++) {
        if (overlaps(parties[i].span, span)) {
            return FIT_WORDS;
        }
        fit found = entity_fits(content, parties[i].entity, span);
        best = found > best ? found : best;
    }
    return best;
}

static bool in_evidence(const chy_event *event, chy_span span) {
    for (uint32_t i = 0; i < event->evidence_count; i++) {
        if (overlaps(event->evidence[i].sentence, span)) {
            return true;
        }
    }
    return false;
}

/* Types that two sides do together, so that who stands first says little. */
static bool both_ways(const chy_event *event) {
    return event->type == CHY_CONSULT || event->type == CHY_COOPERATE || event->type == CHY_AGREE ||
           event->type == CHY_SUPPORT;
}

/* How strongly the event relates the two: 0 not at all; otherwise 1 to 8, and what it leaves of the
 * event's own confidence. */
static unsigned strength(const chy_doc_content *content, const chy_event *event, chy_span actor,
                         chy_span recipient, double *share) {
    fit acts = parties_fit(content, event->actors, event->actor_count, actor);
    fit receives = parties_fit(content, event->recipients, event->recipient_count, recipient);
    *share = 1;
    if (acts != FIT_NONE && receives != FIT_NONE) {
        return 4u + (unsigned)acts + (unsigned)receives;
    }
    fit other = parties_fit(content, event->actors, event->actor_count, recipient);
    *share = 0.9;
    if (acts == FIT_WORDS && other == FIT_WORDS) {
        return 5;
    }
    fit reverse = parties_fit(content, event->recipients, event->recipient_count, actor);
    *share = 0.7;
    if (other != FIT_NONE && reverse != FIT_NONE && both_ways(event)) {
        return 4;
    }
    *share = 0.5;
    if (acts != FIT_NONE && event->recipient_count == 0 && in_evidence(event, recipient)) {
        return 1u + (unsigned)acts;
    }
    return 0;
}

chy_status chy_relate(const chy_doc *doc, chy_span actor, chy_span recipient,
                      chy_relation *relation, chy_error *err) {
    const chy_doc_content *content = &doc->content;
    *relation = (chy_relation){.type = CHY_EVENT_TYPE_COUNT, .mode = "", .cameo = ""};
    if (!doc->recorded || actor.end <= actor.start || recipient.end <= recipient.start ||
        actor.end > content->text_length || recipient.end > content->text_length) {
        return chy_fail(err, CHY_ERROR_ARGUMENT, "relate", CHY_NOWHERE, CHY_NOWHERE,
                        "Both spans must be inside a document that was read whole.");
    }
    const chy_event *best = NULL;
    unsigned best_strength = 0;
    double best_confidence = 0;
    for (uint32_t i = 0; i < content->event_count; i++) {
        const chy_event *event = &content->events[i];
        double share;
        unsigned found = strength(content, event, actor, recipient, &share);
        double confidence = event->confidence * share;
        if (found > best_strength ||
            (found > 0 && found == best_strength && confidence > best_confidence)) {
            best = event;
            best_strength = found;
            best_confidence = confidence;
        }
    }
    if (best != NULL) {
        relation->type = best->type;
        relation->mode = best->mode_count > 0 ? best->modes[0] : "";
        relation->quad = best->quad;
        relation->cameo = best->cameo != NULL ? best->cameo : "";
        relation->status = best->status;
        relation->confidence = best_confidence;
    }
    return CHY_OK;
}
