/* "Police fired at men who blocked the road, wounding three": the parser hangs the wounding on the
 * nearest verb, the blocking. Where that is no attack and one stands further up, the toll is of
 * that. */
#include "events/match.h"

#include <string.h>

/* "..., wounding three", "..., killing four and wounding nine": a participle without a subject of
 * its own, after a comma or coordinated. */
static bool is_result(const chy_view *view, const chy_clause *clause) {
    const chy_word *word = &view->input->words[clause->word];
    const chy_word *before = clause->word == 0 ? NULL : word - 1;
    bool participle = word->xpos != NULL && strcmp(word->xpos, "VBG") == 0;
    if (!participle || before == NULL || before->sentence != word->sentence) return false;
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->role == CHY_ROLE_SUBJECT && !argument->inherited) return false;
    }
    return strcmp(before->form, ",") == 0 || clause->link == CHY_LINK_CONJUNCT;
}

bool chy_match_is_attack(const chy_match *match) {
    return match->rule != NULL && match->complete && match->rule->type == CHY_ASSAULT &&
           match->actors->count > 0;
}

/* The attack above a clause that is none itself. A climb is bounded by the sentence. */
static uint32_t attack_above(const chy_view *view, uint32_t clause) {
    const chy_clause *clauses = view->clauses->clauses;
    uint32_t at = clauses[clause].parent;
    bool below = false; /* in a relative clause or in what is aimed at */
    for (uint32_t i = 0; at < view->clauses->clause_count && i < CHY_LIMIT_SENTENCE_WORDS; i++) {
        if (chy_match_is_attack(&view->matches[at])) return below ? at : CHY_NONE;
        uint8_t link = clauses[at].link;
        below = below || link == CHY_LINK_RELATIVE || link == CHY_LINK_PURPOSE;
        if (link != CHY_LINK_RELATIVE && link != CHY_LINK_PURPOSE && link != CHY_LINK_ADVERBIAL &&
            link != CHY_LINK_CONJUNCT) {
            return CHY_NONE;
        }
        at = clauses[at].parent;
    }
    return CHY_NONE;
}

/* The attack by the same told before it in the sentence: "men who stormed the camp, killing two,".
 */
static uint32_t attack_before(const chy_view *view, uint32_t clause) {
    const chy_clause *clauses = view->clauses->clauses;
    const chy_fillings *actors = view->matches[clause].actors;
    for (uint32_t at = clause; at > 0 && clauses[at - 1].sentence == clauses[clause].sentence;
         at--) {
        if (!chy_match_is_attack(&view->matches[at - 1])) continue;
        const chy_fillings *others = view->matches[at - 1].actors;
        bool same = actors->count > 0 && actors->items[0].entity == others->items[0].entity;
        return same ? at - 1 : CHY_NONE;
    }
    return CHY_NONE;
}

/* Whether those hurt are of the side that attacks: "fired at youths who threw stones, injuring two
 * officers". */
static bool hurts_own(const chy_view *view, const chy_fillings *actors,
                      const chy_fillings *recipients) {
    const chy_entity *entities = view->mentions->entities;
    for (uint32_t i = 0; i < recipients->count; i++) {
        uint32_t hurt = entities[recipients->items[i].entity].sectors;
        for (uint32_t k = 0; k < actors->count; k++) {
            if ((entities[actors->items[k].entity].sectors & hurt) != 0) return true;
        }
    }
    return false;
}

/* "clashed with the police, leaving two dead": the toll of a protest is the protest's. */
static uint32_t protest_above(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    if (of->link != CHY_LINK_ADVERBIAL || of->parent >= view->clauses->clause_count) {
        return CHY_NONE;
    }
    const chy_match *above = &view->matches[of->parent];
    bool protest = above->rule != NULL && above->complete && above->rule->type == CHY_PROTEST &&
                   above->actors->count > 0;
    return protest ? of->parent : CHY_NONE;
}

/* "Youths threw stones at the police, who fired rubber bullets": at the youths. */
static void hit_back(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    chy_match *match = &view->matches[clause];
    if (of->link != CHY_LINK_RELATIVE || of->parent >= view->clauses->clause_count ||
        !chy_match_is_attack(match) || match->recipients->count > 0) {
        return;
    }
    const chy_match *above = &view->matches[of->parent];
    bool struck = above->rule != NULL && above->complete && above->actors->count > 0 &&
                  (above->rule->type == CHY_PROTEST || above->rule->type == CHY_ASSAULT);
    for (uint32_t i = 0; struck && i < above->recipients->count; i++) {
        if (above->recipients->items[i].entity == match->actors->items[0].entity) {
            *match->recipients = *above->actors;
            return;
        }
    }
}

/* "Police fired tear gas when the crowd pushed forward": at the crowd. */
static void hit_crowd(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    if (of->link != CHY_LINK_ADVERBIAL || of->parent >= view->clauses->clause_count) return;
    chy_match *above = &view->matches[of->parent];
    const uint32_t crowds = (uint32_t)1 << CHY_SECTOR_CVL | (uint32_t)1 << CHY_SECTOR_LAB |
                            (uint32_t)1 << CHY_SECTOR_EDU | (uint32_t)1 << CHY_SECTOR_OPP;
    if (!chy_match_is_attack(above) || above->recipients->count > 0) return;
    for (uint32_t i = 0; i < of->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[of->first_argument + i];
        chy_filled party;
        if (argument->role != CHY_ROLE_SUBJECT || argument->inherited ||
            !chy_slot_party(view, argument->word, &party)) {
            continue;
        }
        bool named = party.mention == CHY_NONE ||
                     view->mentions->mentions[party.mention].kind == CHY_MENTION_NAME;
        bool crowd = !named && (view->mentions->entities[party.entity].sectors & crowds) != 0;
        if (crowd && party.entity != above->actors->items[0].entity) {
            party.direct = false;
            above->recipients->items[above->recipients->count++] = party;
        }
        return;
    }
}

void chy_match_tolls(chy_view *view) {
    for (uint32_t i = 0; i < view->clauses->clause_count && !view->no_memory; i++) {
        uint32_t clause = view->order[i];
        chy_match *match = &view->matches[clause];
        hit_back(view, clause);
        hit_crowd(view, clause);
        if (match->rule == NULL || match->rule->type != CHY_ASSAULT ||
            !is_result(view, &view->clauses->clauses[clause])) {
            continue;
        }
        uint32_t whole = attack_above(view, clause);
        if (whole == CHY_NONE) {
            whole = attack_before(view, clause);
            match->whole = whole != CHY_NONE ? whole : protest_above(view, clause);
            continue;
        }
        const chy_match *attack = &view->matches[whole];
        chy_fillings hurt;
        chy_slot_fill(view, clause, &match->rule->body.recipient, NULL, attack->actors, &hurt);
        if (hurts_own(view, attack->actors, &hurt)) {
            match->whole = protest_above(view, clause);
            continue;
        }
        *match->actors = *attack->actors;
        *match->recipients = hurt;
        match->complete = true;
        match->whole = whole;
    }
}
