/* Scenes: what happens in the next sentence of a paragraph is where that before it was, and of its
 * day, unless told otherwise. */
#include "events/join.h"

#include "events/plover.h"
#include "mentions/calendar.h"

#include <string.h>

/* Words among which a sentence's opening names its scene: "In the port of Split on Monday, ...". */
#define OPENING 12u
/* Sentences among which a report's news is dated, and days before it came out that it is of. */
#define LEAD_SENTENCES 5u
#define LEAD_DAYS      2
/* Days before a report that the meeting which it opens with may be of. */
#define MEETING_DAYS 4
/* Tellings of a scene looked back at for its parties. */
#define LOOKED 48u

typedef struct scene {
    uint32_t place;         /* a town, or CHY_NONE */
    uint32_t sentence;      /* the last one that stands in it */
    uint32_t first_telling; /* the first of those in it */
    uint32_t dated;         /* the last of those whose words tell a day, or CHY_NONE */
    bool opened;            /* an opening set it: it holds to the end of the paragraph */
    bool on_ground;         /* something happened there on the ground */
    bool above;             /* it is that of the paragraph before */
    const chy_time *moved;  /* the day on which somebody is only told to have gone there, or NULL */
} scene;

/* What is done on the spot, not said from anywhere. */
static bool is_on_ground(uint8_t type) {
    return type == CHY_ASSAULT || type == CHY_COERCE || type == CHY_PROTEST || type == CHY_MOBILIZE;
}

/* Whether what happens next on the ground is taken to be there, whoever does it: not what is
 * decreed or ordered from elsewhere. */
static bool follows_on(const chy_telling *telling) {
    static const char *const decrees[] = {"curfew",         "martial-law", "censor",
                                          "misinformation", "cyber",       "withhold"};
    if (!is_on_ground(telling->type) || telling->type == CHY_MOBILIZE) return false;
    for (size_t i = 0; telling->type == CHY_COERCE && i < sizeof decrees / sizeof decrees[0]; i++) {
        uint32_t mode = chy_plover_mode(telling->type, chy_slice_of(decrees[i]));
        if (mode != CHY_NONE && (telling->modes >> mode & 1u) != 0) return false;
    }
    return true;
}

/* What is done to people by those who are with them. */
static bool is_done_to(uint8_t type) {
    return is_on_ground(type) || type == CHY_SANCTION;
}

static bool is_place(const chy_view *view, uint32_t place) {
    return place < view->mentions->entity_count &&
           view->mentions->entities[place].kind == CHY_ENTITY_PLACE;
}

static bool is_told(const chy_telling *telling) {
    return telling->place != CHY_NONE;
}

/* "In the city of Split, dockers fought": the town in the phrase that opens a sentence, before its
 * verb and set off by a comma. CHY_NONE: none. */
static uint32_t opening_place(chy_view *view, const chy_sentence *sentence) {
    const chy_word *words = view->input->words;
    uint32_t end = sentence->first_word + sentence->word_count;
    uint32_t most = sentence->first_word + OPENING < end ? sentence->first_word + OPENING : end;
    uint32_t comma = sentence->first_word;
    while (comma < most && strcmp(words[comma].form, ",") != 0 &&
           words[comma].upos != CHY_UPOS_VERB)
        comma++;
    if (comma == most || strcmp(words[comma].form, ",") != 0) return CHY_NONE;
    if (words[sentence->first_word].upos != CHY_UPOS_ADP) return CHY_NONE;
    uint32_t place = CHY_NONE;
    for (uint32_t w = sentence->first_word; w < comma; w++)
        if (words[w].deprel == CHY_DEPREL_OBL) chy_take_located(view, w, &place);
    return is_place(view, place) ? place : CHY_NONE;
}

bool chy_has_subject(const chy_view *view, uint32_t verb) {
    for (uint32_t c = view->child[verb]; c != CHY_NONE; c = view->sibling[c]) {
        uint8_t deprel = view->input->words[c].deprel;
        if (deprel == CHY_DEPREL_NSUBJ || deprel == CHY_DEPREL_NSUBJ_PASS) return true;
    }
    return false;
}

/* "flew to Split, and there he met": somebody else than a pronoun can mean. */
static bool has_own_subject(const chy_view *view, uint32_t verb) {
    for (uint32_t c = view->child[verb]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *word = &view->input->words[c];
        if ((word->deprel == CHY_DEPREL_NSUBJ || word->deprel == CHY_DEPREL_NSUBJ_PASS) &&
            word->upos != CHY_UPOS_PRON)
            return true;
    }
    return false;
}

static bool has_mark(const chy_view *view, uint32_t verb, const char *mark) {
    for (uint32_t c = view->child[verb]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *word = &view->input->words[c];
        if (word->deprel == CHY_DEPREL_MARK && strcmp(word->lemma, mark) == 0) return true;
    }
    return false;
}

static bool is_move(const chy_word *word) {
    static const char *const moves[] = {"arrive", "come",    "depart", "drive",  "fly",  "go",
                                        "head",   "journey", "leave",  "return", "sail", "travel"};
    return word->upos == CHY_UPOS_VERB && chy_is_listed(word->lemma, moves, CHY_COUNT_OF(moves));
}

/* "flew to Split and met fishermen", "to meet fishermen": where the verb before took those who act.
 */
uint32_t chy_reached_place(chy_view *view, const chy_telling *telling) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_word *words = view->input->words;
    uint32_t verb = clause->verb != CHY_NONE ? clause->verb : clause->word;
    bool joined = words[verb].deprel == CHY_DEPREL_CONJ ||
                  (words[verb].deprel == CHY_DEPREL_ADVCL && has_mark(view, verb, "to"));
    uint32_t first = joined ? words[verb].head : CHY_NONE;
    if (first == CHY_NONE || has_own_subject(view, verb)) return CHY_NONE;
    uint32_t place = CHY_NONE;
    for (uint32_t at = verb; place == CHY_NONE && at > first;) {
        at--;
        bool before =
            at == first || (words[at].deprel == CHY_DEPREL_CONJ && words[at].head == first);
        if (!before || !is_move(&words[at])) continue;
        for (uint32_t c = view->child[at]; c != CHY_NONE; c = view->sibling[c]) {
            if (words[c].deprel == CHY_DEPREL_OBL) chy_take_reached(view, c, &place);
        }
    }
    return place;
}

/* Whether an entity, or a member of it, is a party of a telling. A country to which something is
 * done from elsewhere is not there. */
static bool is_party(const chy_view *view, const chy_telling *telling, uint32_t entity) {
    const chy_fillings *slots[] = {&telling->actors, &telling->recipients};
    bool acts =
        view->mentions->entities[entity].kind != CHY_ENTITY_COUNTRY || telling->type == CHY_CONSULT;
    for (size_t s = 0; s < (acts ? 2u : 1u); s++) {
        for (uint32_t i = 0; i < slots[s]->count; i++) {
            uint32_t other = slots[s]->items[i].entity;
            if (other == entity) return true;
            const chy_entity *group = &view->mentions->entities[other];
            for (uint32_t m = 0; m < group->member_count; m++)
                if (group->members[m] == entity) return true;
        }
    }
    return false;
}

static bool is_recipient(const chy_telling *telling, uint32_t entity) {
    for (uint32_t i = 0; i < telling->recipients.count; i++)
        if (telling->recipients.items[i].entity == entity) return true;
    return false;
}

/* "sentenced him in Kara. The judge also fined him": the same is done to the same man. */
static bool shares_victim(const chy_view *view, const chy_telling *one, const chy_telling *other) {
    if (!is_done_to(one->type) || !is_done_to(other->type)) return false;
    for (uint32_t i = 0; i < one->recipients.count; i++) {
        uint32_t entity = one->recipients.items[i].entity;
        uint8_t kind = view->mentions->entities[entity].kind;
        if ((kind == CHY_ENTITY_PERSON || kind == CHY_ENTITY_GROUP) && is_recipient(other, entity))
            return true;
    }
    return false;
}

/* "A court in Kara sentenced two men. The judge also fined them": the same bench. */
static bool is_same_bench(const chy_view *view, const chy_telling *telling,
                          const chy_telling *before) {
    const uint32_t judges = (uint32_t)1 << CHY_SECTOR_JUD;
    if (telling->actors.count != 1 || before->actors.count != 1) return false;
    uint32_t entity = telling->actors.items[0].entity;
    uint32_t other = before->actors.items[0].entity;
    const chy_entity *entities = view->mentions->entities;
    return !chy_view_is_named(view, entity) &&
           (entities[entity].sectors & entities[other].sectors & judges) != 0;
}

/* Whether a telling goes on with those who were at a scene. */
static bool shares_party(const chy_view *view, const chy_tellings *tellings, const scene *at,
                         uint32_t telling) {
    const chy_fillings *actors = &tellings->items[telling].actors;
    uint32_t first = telling > LOOKED ? telling - LOOKED : 0;
    first = at->first_telling > first ? at->first_telling : first;
    for (uint32_t t = first; t < telling; t++) {
        if (tellings->items[t].place != at->place) continue;
        if (shares_victim(view, &tellings->items[telling], &tellings->items[t]) ||
            is_same_bench(view, &tellings->items[telling], &tellings->items[t]))
            return true;
        for (uint32_t i = 0; i < actors->count; i++) {
            const chy_entity *actor = &view->mentions->entities[actors->items[i].entity];
            if (is_party(view, &tellings->items[t], actors->items[i].entity)) return true;
            for (uint32_t m = 0; m < actor->member_count; m++)
                if (is_party(view, &tellings->items[t], actor->members[m])) return true;
        }
    }
    return false;
}

/* "A soldier was stabbed there on Saturday". */
static bool points_there(const chy_view *view, uint32_t clause) {
    const chy_clause *of = &view->clauses->clauses[clause];
    for (uint32_t c = view->child[of->word]; c != CHY_NONE; c = view->sibling[c]) {
        const chy_word *word = &view->input->words[c];
        if (word->deprel == CHY_DEPREL_ADVMOD && chy_same(word->form, "there")) return true;
    }
    return false;
}

/* What is told in the simple past as done: it goes on from what was done before it. */
static bool is_next(const chy_view *view, const chy_telling *telling) {
    uint32_t verb = view->clauses->clauses[telling->clause].verb;
    if (verb != CHY_NONE && chy_is_pluperfect(view, verb)) return false;
    return telling->status == CHY_ASSERTED && !telling->generic &&
           view->clauses->clauses[telling->clause].tense == CHY_TENSE_PAST &&
           !chy_is_perfect(view, telling->clause);
}

/* Whether nobody acts who is named: "Officers", "the attackers". */
static bool is_by_nobody_named(const chy_view *view, const chy_telling *telling) {
    for (uint32_t i = 0; i < telling->actors.count; i++)
        if (chy_view_is_named(view, telling->actors.items[i].entity)) return false;
    return true;
}

/* "Meanwhile, police arrested": what begins so happens in another place. */
static bool turns_away(const chy_view *view, uint32_t clause) {
    static const char *const turns[] = {"elsewhere", "meanwhile", "separately"};
    const chy_sentence *of = &view->input->sentences[view->clauses->clauses[clause].sentence];
    return chy_is_listed(view->input->words[of->first_word].lemma, turns, CHY_COUNT_OF(turns));
}

/* Whether a telling at the head of a paragraph goes on from the end of the one before. What is said
 * is said from anywhere; another day is another scene. */
static bool goes_over(const chy_view *view, const chy_tellings *tellings, const scene *at,
                      uint32_t index) {
    const chy_telling *telling = &tellings->items[index];
    const chy_telling *dated = at->dated == CHY_NONE ? NULL : &tellings->items[at->dated];
    bool own = dated != NULL && chy_is_stated(telling->date_evidence);
    if (own && strcmp(telling->date, dated->date) != 0) return false;
    bool said = telling->type == CHY_ACCUSE || telling->type == CHY_REQUEST ||
                telling->type == CHY_REJECT || telling->type == CHY_THREATEN;
    if (said || !is_next(view, telling) || turns_away(view, telling->clause)) return false;
    bool follows = at->on_ground && follows_on(telling) && is_by_nobody_named(view, telling);
    return follows || shares_party(view, tellings, at, index);
}

/* Whether a telling without a place of its own is at a scene. */
static bool stays(const chy_view *view, const chy_tellings *tellings, const scene *at,
                  uint32_t index) {
    const chy_telling *telling = &tellings->items[index];
    bool happens = is_on_ground(telling->type) || telling->type == CHY_CONSULT;
    if (telling->status != CHY_ASSERTED || telling->generic) return false;
    if (points_there(view, telling->clause)) return true;
    if (at->above) return goes_over(view, tellings, at, index);
    if (at->opened && happens) return true;
    return (at->on_ground && follows_on(telling)) || shares_party(view, tellings, at, index);
}

/* "fired at those who marched in Lima, and detained three": what the same verb's conjunct tells is
 * where that is. CHY_NONE: nothing says so. */
static uint32_t conjunct_of(const chy_view *view, const chy_tellings *tellings, uint32_t first,
                            uint32_t index) {
    const chy_telling *telling = &tellings->items[index];
    const chy_clause *of = &view->clauses->clauses[telling->clause];
    bool joined = of->link == CHY_LINK_CONJUNCT && of->verb != CHY_NONE;
    if (!joined || chy_has_subject(view, of->verb) || !is_done_to(telling->type)) return CHY_NONE;
    for (uint32_t t = first; t < index; t++) {
        const chy_telling *other = &tellings->items[t];
        if (other->clause == of->parent && is_told(other) && is_done_to(other->type) &&
            other->status == telling->status)
            return t;
    }
    return CHY_NONE;
}

bool chy_is_day(const chy_telling *telling) {
    return strcmp(telling->date_precision, "day") == 0 &&
           (chy_is_stated(telling->date_evidence) ||
            strcmp(telling->date_evidence, "context") == 0);
}

void chy_telling_share_day(chy_telling *telling, const chy_telling *dated) {
    telling->date = dated->date;
    telling->date_precision = dated->date_precision;
    telling->date_span = dated->date_span;
    telling->date_evidence = "context";
}

/* What goes on in a scene is of its day too, where the words tell none. */
static void take_day(chy_telling *telling, const chy_telling *dated) {
    if (chy_is_by_default(telling->date_evidence)) chy_telling_share_day(telling, dated);
}

/* Gives the tellings [first, end) of one sentence the scene that they stand in, and takes from them
 * the scene of the next. */
static void play_sentence(chy_view *view, chy_tellings *tellings, uint32_t first, uint32_t end,
                          uint32_t sentence, scene *at) {
    scene before = *at;
    bool near = before.place != CHY_NONE && (before.opened || before.sentence + 1 >= sentence);
    for (uint32_t i = first; i < end; i++) {
        chy_telling *telling = &tellings->items[i];
        chy_telling_stand_beside(view, tellings, first, end, i);
        uint32_t conjunct = is_told(telling) ? CHY_NONE : conjunct_of(view, tellings, first, i);
        if (conjunct != CHY_NONE) {
            telling->place = tellings->items[conjunct].place;
            telling->place_evidence = "sentence";
        } else if (!is_told(telling) && near && stays(view, tellings, &before, i)) {
            telling->place = before.place;
            telling->place_evidence = before.sentence < sentence ? "context" : "sentence";
            if (before.dated != CHY_NONE) take_day(telling, &tellings->items[before.dated]);
            if (before.moved != NULL && chy_is_by_default(telling->date_evidence))
                chy_telling_take_day(view, telling, before.moved);
        }
        telling->elsewhere = before.opened && before.sentence == sentence &&
                             before.place != view->mentions->dateline_place;
        if (!is_told(telling) || !is_place(view, telling->place)) continue;
        /* "He had been to Lima on Friday": those who meet now are no longer there. */
        if (telling->type == CHY_CONSULT && chy_is_told_back(view, telling->clause)) continue;
        if (telling->place != at->place) {
            bool opened = at->opened && at->sentence == sentence && at->place == telling->place;
            *at = (scene){telling->place, sentence, i, CHY_NONE, opened, false, false, NULL};
        }
        if (chy_is_day(telling)) at->dated = i;
        at->sentence = sentence;
        at->above = false;
        at->on_ground = at->on_ground || follows_on(telling) || telling->type == CHY_MOBILIZE;
    }
}

/* "She left for Lima on Monday. There she met": where, and on which day, somebody went in a
 * sentence that tells of nothing else that has a place. */
static void move_on(chy_view *view, const chy_sentence *sentence, uint32_t s, uint32_t next,
                    scene *at) {
    const chy_word *words = view->input->words;
    const chy_mentions *mentions = view->mentions;
    uint32_t end = sentence->first_word + sentence->word_count, goal = CHY_NONE;
    for (uint32_t w = sentence->first_word; w < end; w++) {
        uint32_t verb = words[w].head;
        if (words[w].deprel == CHY_DEPREL_OBL && verb != CHY_NONE && is_move(&words[verb]))
            chy_take_reached(view, w, &goal);
    }
    if (!is_place(view, goal)) return;
    *at = (scene){goal, s, next, CHY_NONE, false, false, false, NULL};
    uint32_t time = chy_first_time(mentions, sentence->first_word);
    if (time < mentions->time_count && mentions->times[time].first_word < end &&
        mentions->times[time].type == CHY_TIME_DATE && mentions->times[time].value != NULL &&
        strlen(mentions->times[time].value) == 10)
        at->moved = &mentions->times[time];
}

void chy_tellings_carry_places(chy_view *view, chy_tellings *tellings) {
    scene at = {.place = CHY_NONE, .dated = CHY_NONE};
    uint32_t next = 0;
    for (uint32_t s = 0; s < view->input->sentence_count && next < tellings->count; s++) {
        const chy_sentence *sentence = &view->input->sentences[s];
        if (s > 0 && sentence->paragraph != view->input->sentences[s - 1].paragraph) {
            at.above = true;
            at.opened = false;
        }
        uint32_t opening = opening_place(view, sentence);
        if (opening != CHY_NONE) at = (scene){opening, s, next, CHY_NONE, true, false, false, NULL};
        uint32_t first = next;
        while (next < tellings->count &&
               view->clauses->clauses[tellings->items[next].clause].sentence == s)
            next++;
        play_sentence(view, tellings, first, next, s, &at);
        if (at.place == CHY_NONE || at.sentence != s) move_on(view, sentence, s, next, &at);
    }
}

/* ---- Days ---------------------------------------------------------------------------------------
 */

/* What is told in the simple past as done on the spot. */
static bool goes_on(const chy_view *view, const chy_telling *telling) {
    return is_on_ground(telling->type) && is_next(view, telling);
}

typedef bool lead_test(const chy_view *view, const chy_telling *telling);

/* The first telling of a report's lead that passes a test and whose day its words tell, where that
 * is up to so many days before the report's; CHY_NONE otherwise. */
static uint32_t lead_of(const chy_view *view, const chy_tellings *tellings, lead_test *passes,
                        int32_t days) {
    int32_t day = view->mentions->reference_date;
    if (day <= 0) return CHY_NONE;
    int32_t reference = chy_date_days(chy_date_of_number(day));
    for (uint32_t t = 0; t < tellings->count; t++) {
        const chy_telling *telling = &tellings->items[t];
        if (view->clauses->clauses[telling->clause].sentence >= LEAD_SENTENCES) break;
        chy_date date;
        if (!passes(view, telling) || !chy_is_day(telling) || !is_next(view, telling) ||
            !chy_date_read(telling->date, &date))
            continue;
        int32_t back = reference - chy_date_days(date);
        return back > 0 && back <= days ? t : CHY_NONE;
    }
    return CHY_NONE;
}

/* "voted, a day after jets bombed": not what was before the news. */
static bool is_news(const chy_view *view, const chy_telling *telling) {
    return view->clauses->clauses[telling->clause].link != CHY_LINK_ADVERBIAL;
}

/* The telling that dates the news of a report that came out a day or two after it: "walked out on
 * Monday" on Tuesday. CHY_NONE where none does, or the report has a day of its own. */
static uint32_t lead_day(const chy_view *view, const chy_tellings *tellings) {
    const chy_dateline *dateline = view->input->dateline;
    bool own = dateline != NULL && dateline->date != NULL && dateline->date[0] != '\0';
    return own ? CHY_NONE : lead_of(view, tellings, is_news, LEAD_DAYS);
}

/* "The premier, who was in Kyiv on Friday, met": not another journey. */
static bool is_meeting(const chy_view *view, const chy_telling *telling) {
    bool aside =
        telling->visit && view->clauses->clauses[telling->clause].link == CHY_LINK_RELATIVE;
    return telling->type == CHY_CONSULT && telling->actors.count > 0 && !aside;
}

/* The meeting that a report of a few days later opens with, and whose day its words tell: what
 * those who met promised, praised or asked for there is of that day, and not of the report's.
 * CHY_NONE where there is none. */
static uint32_t lead_meeting(const chy_view *view, const chy_tellings *tellings) {
    return lead_of(view, tellings, is_meeting, MEETING_DAYS);
}

/* Whether a deed that no words date was done at a meeting, by one who was there. */
static bool is_at_meeting(const chy_view *view, const chy_telling *telling,
                          const chy_telling *meeting) {
    uint8_t type = telling->type;
    bool said = type == CHY_AGREE || type == CHY_SUPPORT || type == CHY_COOPERATE ||
                type == CHY_REQUEST || (type == CHY_CONSULT && !telling->visit);
    if (!said || !is_next(view, telling) || turns_away(view, telling->clause)) return false;
    for (uint32_t i = 0; i < telling->actors.count; i++) {
        uint32_t actor = telling->actors.items[i].entity;
        if (chy_party_among(view, &meeting->actors, actor) ||
            chy_party_among(view, &meeting->recipients, actor))
            return true;
    }
    return false;
}

void chy_tellings_carry_days(const chy_view *view, chy_tellings *tellings) {
    const chy_sentence *sentences = view->input->sentences;
    uint32_t lead = lead_day(view, tellings), day = lead, paragraph = CHY_NONE;
    uint32_t meeting = lead_meeting(view, tellings);
    for (uint32_t t = 0; t < tellings->count; t++) {
        chy_telling *telling = &tellings->items[t];
        uint32_t of = sentences[view->clauses->clauses[telling->clause].sentence].paragraph;
        if (of != paragraph) day = lead;
        paragraph = of;
        if (meeting != CHY_NONE && t > meeting &&
            is_at_meeting(view, telling, &tellings->items[meeting]))
            take_day(telling, &tellings->items[meeting]);
        if (!goes_on(view, telling)) continue;
        if (chy_is_day(telling))
            day = t;
        else if (day != CHY_NONE)
            take_day(telling, &tellings->items[day]);
    }
}
