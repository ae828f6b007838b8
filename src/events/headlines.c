/* A headline tells in other words what the report below it does: "MOLDOVA EXPELS THREE RUSSIANS",
 * then "Chisinau has ordered three diplomats to leave". The report's words decide the event. */
#include "events/join.h"

#include <string.h>

/* Sentences below a headline in which its news is told. */
#define BELOW 4u
/* Words of a line that may be a heading inside a report. */
#define HEADING_WORDS 16u

bool chy_in_heading(const chy_view *view, uint32_t sentence) {
    const chy_sentence *of = &view->input->sentences[sentence];
    if (of->part == CHY_PART_HEADLINE) return true;
    bool ends = sentence + 1 >= view->input->sentence_count || of->word_count == 0;
    if (ends || of->word_count > HEADING_WORDS) return false;
    return view->input->words[of->first_word + of->word_count - 1].upos != CHY_UPOS_PUNCT;
}

/* How much of a code says something: "040" is its root's. */
static size_t told(const char *cameo) {
    size_t digits = strlen(cameo);
    return digits == 3 && cameo[2] == '0' ? 2 : digits;
}

static bool leads(const char *cameo, const char *with) {
    return strncmp(cameo, with, strlen(with)) == 0;
}

/* Whether a headline's code says less of what the other does, or what news of it may turn out as.
 */
static bool codes_agree(const char *headline, const char *body) {
    static const char *const turns[][2] = {
        {"174", "161"},                 /* expels: envoys */
        {"173", "116"},                 /* jails: convicted */
        {"07", "033"},                  /* gives: will give */
        {"07", "084"},                  /* frees: rescued, or let go */
        {"07", "035"},  {"084", "035"}, /* frees: will let go */
        {"057", "03"},                  /* a deal: signed, or agreed to */
        {"057", "06"},  {"087", "035"}, /* withdraws: will withdraw */
        {"04", "036"},                  /* meets: is to meet */
    };
    size_t a = told(headline);
    size_t b = told(body);
    if (strncmp(headline, body, a < b ? a : b) == 0) return true;
    for (size_t i = 0; i < sizeof turns / sizeof turns[0]; i++) {
        if ((leads(headline, turns[i][0]) && leads(body, turns[i][1])) ||
            (leads(headline, turns[i][1]) && leads(body, turns[i][0]))) {
            return true;
        }
    }
    return false;
}

/* Whether both are of one deed by type, mode and code. */
static bool deeds_agree(const chy_gathered *event, const chy_telling *first,
                        const chy_telling *telling) {
    bool modes = event->modes == 0 || telling->modes == 0 || (event->modes & telling->modes) != 0;
    if (event->type != telling->type) return codes_agree(first->cameo, telling->cameo);
    /* "kidnap 30 pupils", and below "stormed the school and abducted 30 pupils" */
    if (chy_is_abduction(event->type, event->modes) !=
        chy_is_abduction(telling->type, telling->modes)) {
        return false;
    }
    if (event->type == CHY_ASSAULT || event->type == CHY_CONSULT || first->rule == telling->rule) {
        return true;
    }
    return modes && codes_agree(first->cameo, telling->cameo);
}

/* A state, and what acts for it: its government, army, police, courts. */
static bool is_of_state(const chy_entity *state, const chy_entity *other) {
    uint32_t organs = (uint32_t)1 << CHY_SECTOR_GOV | (uint32_t)1 << CHY_SECTOR_MIL |
                      (uint32_t)1 << CHY_SECTOR_COP | (uint32_t)1 << CHY_SECTOR_JUD |
                      (uint32_t)1 << CHY_SECTOR_LEG | (uint32_t)1 << CHY_SECTOR_SPY;
    return chy_acts_for_state(other, state, organs);
}

/* Whether a state of the one is behind a member of the other: "Ghana and Togo", "the presidents of
 * Ghana and Togo". */
static bool is_behind_member(const chy_view *view, const chy_entity *state,
                             const chy_entity *group) {
    for (uint32_t i = 0; i < group->member_count; i++) {
        if (is_of_state(state, &view->mentions->entities[group->members[i]])) return true;
    }
    return false;
}

bool chy_party_headlined(const chy_view *view, uint32_t headline, uint32_t body) {
    const chy_mentions *mentions = view->mentions;
    const chy_entity *a = &mentions->entities[headline];
    const chy_entity *b = &mentions->entities[body];
    if (chy_party_same(view, headline, body) || is_of_state(a, b) || is_of_state(b, a)) return true;
    if (is_behind_member(view, a, b) || is_behind_member(view, b, a)) return true;
    if (a->mention_count == 0 || b->mention_count == 0) return false;
    const chy_mention *first = &mentions->mentions[a->mentions[0]];
    const chy_mention *other = &mentions->mentions[b->mentions[0]];
    uint32_t sentence = view->input->words[first->head_word].sentence;
    bool people = a->kind == CHY_ENTITY_PERSON || a->kind == CHY_ENTITY_GROUP ||
                  a->kind == CHY_ENTITY_ARMED_GROUP;
    bool others = b->kind == CHY_ENTITY_PERSON || b->kind == CHY_ENTITY_GROUP ||
                  b->kind == CHY_ENTITY_ARMED_GROUP || b->kind == CHY_ENTITY_ORGANISATION;
    bool described = first->kind == CHY_MENTION_DESCRIPTION || a->kind == CHY_ENTITY_GROUP;
    if (!described || !chy_in_heading(view, sentence)) return false;
    bool countries = a->country[0] != '\0' && b->country[0] != '\0';
    /* "Sudanese gold firms", then "three gold companies in Sudan" */
    if (a->kind == CHY_ENTITY_ORGANISATION && b->kind == a->kind)
        return countries && strcmp(a->country, b->country) == 0 && (a->sectors & b->sectors) != 0;
    if (!people || !others) return false;
    if (countries) return strcmp(a->country, b->country) == 0;
    if (a->sectors != 0 && b->sectors != 0) return (a->sectors & b->sectors) != 0;
    return a->sectors == 0 || strcmp(view->input->words[first->head_word].lemma,
                                     view->input->words[other->head_word].lemma) == 0;
}

/* "raid on hideout in Uganda", then "stormed a farm near Gulu": a state, and whom it befell there.
 */
static bool is_hit_in_state(const chy_entity *state, const chy_entity *other) {
    return state->kind == CHY_ENTITY_COUNTRY && state->country[0] != '\0' &&
           strcmp(state->country, other->country) == 0;
}

bool chy_party_hit(const chy_view *view, uint32_t a, uint32_t b) {
    const chy_entity *entities = view->mentions->entities;
    return is_hit_in_state(&entities[a], &entities[b]) ||
           is_hit_in_state(&entities[b], &entities[a]);
}

/* Whether one of `body` may be the party `a` of a headline; of those who are hit (`hit`) a state
 * may stand for any of its people. `swapped`: `a` is the body's and they the headline's. */
static bool is_headlined_by(const chy_view *view, uint32_t a, const chy_fillings *body, bool hit,
                            bool swapped) {
    for (uint32_t i = 0; i < body->count; i++) {
        uint32_t b = body->items[i].entity;
        bool same = swapped ? chy_party_headlined(view, b, a) : chy_party_headlined(view, a, b);
        if (same || (hit && chy_party_hit(view, a, b))) return true;
    }
    return false;
}

static bool all_headlined(const chy_view *view, const chy_fillings *headline,
                          const chy_fillings *body, bool hit, bool swapped) {
    for (uint32_t i = 0; i < headline->count; i++) {
        if (!is_headlined_by(view, headline->items[i].entity, body, hit, swapped)) return false;
    }
    return true;
}

static bool sides_headlined(const chy_view *view, const chy_fillings *headline,
                            const chy_fillings *body, bool hit) {
    return all_headlined(view, headline, body, hit, false) ||
           all_headlined(view, body, headline, hit, true);
}

/* Whether a heading stands between two sentences. */
static bool is_parted(const chy_view *view, uint32_t first, uint32_t last) {
    for (uint32_t s = first + 1; s < last; s++) {
        if (chy_in_heading(view, s)) return true;
    }
    return false;
}

bool chy_is_headlined(const chy_view *view, const chy_tellings *tellings, const chy_gathered *event,
                      const chy_telling *telling) {
    const chy_clause *clauses = view->clauses->clauses;
    uint32_t sentence = clauses[telling->clause].sentence;
    uint32_t last = clauses[tellings->items[event->last_telling].clause].sentence;
    if (!chy_in_heading(view, last) || chy_in_heading(view, sentence) || sentence - last > BELOW ||
        is_parted(view, last, sentence) || event->status != telling->status ||
        (clauses[telling->clause].link == CHY_LINK_RELATIVE &&
         chy_is_perfect(view, telling->clause)) ||
        !deeds_agree(event, &tellings->items[event->first_telling], telling)) {
        return false;
    }
    bool actors = event->actors.count > 0 && telling->actors.count > 0;
    bool recipients = event->recipients.count > 0 && telling->recipients.count > 0;
    bool hit = event->type == CHY_ASSAULT && telling->type == CHY_ASSAULT;
    if (!sides_headlined(view, &event->actors, &telling->actors, false) ||
        !sides_headlined(view, &event->recipients, &telling->recipients, hit)) {
        return false;
    }
    /* One side alone is little for two that do not share a type. */
    return event->type == telling->type ? actors || recipients : actors && recipients;
}
