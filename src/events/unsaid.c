/* Parties that a telling leaves out because the words before it name them: "The minister refused",
 * "accused the union and threatened to send troops", "the police used water cannon"; and in a
 * report of an encounter, whom those who met promise something. */
#include "events/join.h"

#include "events/plover.h"

#include <string.h>

/* Sentences back that an answer, or what is done to a crowd, may refer to. */
#define BACK 3u
/* Sentences at the head of a report in which it tells of its encounter, and those behind in which
 * what is promised is promised to who was met. */
#define LEDE  4u
#define AFTER 16u

#define GOVERNMENT ((uint32_t)1 << CHY_SECTOR_GOV)

static uint32_t sentence_of(const chy_view *view, const chy_telling *telling) {
    return view->clauses->clauses[telling->clause].sentence;
}

static bool shares_party(const chy_view *view, const chy_fillings *a, const chy_fillings *b) {
    for (uint32_t i = 0; i < a->count; i++)
        if (chy_party_among(view, b, a->items[i].entity)) return true;
    return false;
}

static bool names_state(const chy_view *view, const chy_fillings *parties) {
    for (uint32_t i = 0; i < parties->count; i++)
        if (view->mentions->entities[parties->items[i].entity].country[0] != '\0') return true;
    return false;
}

static bool governs(const chy_view *view, const chy_fillings *parties) {
    for (uint32_t i = 0; i < parties->count; i++)
        if ((view->mentions->entities[parties->items[i].entity].sectors & GOVERNMENT) == 0)
            return false;
    return true;
}

/* Whether one answers for another: "asked the government ... The minister refused". */
static bool answers(const chy_view *view, const chy_fillings *some, const chy_fillings *asked) {
    for (uint32_t i = 0; i < some->count; i++) {
        const chy_entity *one = &view->mentions->entities[some->items[i].entity];
        for (uint32_t k = 0; k < asked->count; k++) {
            const chy_entity *other = &view->mentions->entities[asked->items[k].entity];
            if ((one->sectors & other->sectors & GOVERNMENT) != 0 && one->country[0] != '\0' &&
                strcmp(one->country, other->country) == 0)
                return true;
        }
    }
    return shares_party(view, some, asked);
}

/* ---- Refusals and consent -----------------------------------------------------------------------
 */

/* "refused", "declined the offer", "agreed": an answer that does not say to what. */
static bool is_bare(const chy_view *view, const chy_telling *telling, uint8_t type) {
    static const char *const asked[] = {"appeal", "call", "demand",  "invitation", "it",
                                        "offer",  "plea", "request", "suggestion"};
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (telling->type != type || telling->rule->type != type || telling->actors.count == 0 ||
        telling->recipients.count > 0)
        return false;
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->role == CHY_ROLE_COMPLEMENT || argument->role == CHY_ROLE_PURPOSE)
            return false;
        if (argument->role == CHY_ROLE_OBJECT &&
            !chy_is_listed(view->input->words[argument->word].lemma, asked, CHY_COUNT_OF(asked)))
            return false;
    }
    return true;
}

/* "The minister agreed", and no more. */
static bool is_bare_consent(const chy_view *view, const chy_telling *telling) {
    static const char *const consenting[] = {"acquiesce", "agree",   "assent",
                                             "comply",    "consent", "oblige"};
    static const char *const leading[] = {"by", "for", "in", "on", "to", "with"};
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->role == CHY_ROLE_OBLIQUE &&
            chy_is_listed(argument->preposition, leading, CHY_COUNT_OF(leading)))
            return false;
    }
    return clause->kind == CHY_CLAUSE_VERB &&
           chy_is_listed(clause->lemma, consenting, CHY_COUNT_OF(consenting)) &&
           is_bare(view, telling, CHY_AGREE);
}

/* The last of those before that asked who answers for something, or offered it; CHY_NONE. Who
 * consents may be nobody that was named: "asked for patrols, and her counterpart agreed". */
static uint32_t answered_telling(const chy_view *view, const chy_tellings *tellings,
                                 uint32_t answer, bool consent) {
    const chy_telling *of = &tellings->items[answer];
    for (uint32_t t = answer; t > 0; t--) {
        const chy_telling *asked = &tellings->items[t - 1];
        if (sentence_of(view, of) - sentence_of(view, asked) > BACK) return CHY_NONE;
        bool open = t == answer && !names_state(view, &asked->recipients) &&
                    (!consent || governs(view, &of->actors));
        if ((asked->type == CHY_REQUEST || asked->type == CHY_AGREE) && !asked->dropped &&
            asked->actors.count > 0 && (open || answers(view, &of->actors, &asked->recipients)) &&
            !answers(view, &of->actors, &asked->actors))
            return t - 1;
    }
    return CHY_NONE;
}

/* What it is called to refuse, or to consent to, what was asked or offered. */
static void take_answered(const chy_telling *asked, chy_telling *answer) {
    static const struct {
        const char *asked; /* CAMEO code that the asking or the offer begins with */
        const char *mode, *refused, *granted;
    } codes[] = {{"026", "meet", "125", "036"},   {"106", "meet", "125", "036"},
                 {"036", "meet", "125", "036"},   {"037", "meet", "125", "037"},
                 {"039", "meet", "126", "038"},   {"028", "meet", "126", "038"},
                 {"108", "meet", "126", "038"},   {"033", "assist", "122", "033"},
                 {"023", "assist", "122", "033"}, {"103", "assist", "122", "033"},
                 {"031", "assist", "121", "031"}, {"021", "assist", "121", "031"},
                 {"101", "assist", "121", "031"}, {"022", "assist", "121", "032"},
                 {"102", "assist", "121", "032"}, {"024", "change", "123", "034"},
                 {"104", "change", "123", "034"}, {"025", "yield", "124", "035"},
                 {"105", "yield", "124", "035"}};
    bool refusal = answer->type == CHY_REJECT;
    answer->recipients = asked->actors;
    for (size_t i = 0; i < CHY_COUNT_OF(codes); i++) {
        if (strncmp(asked->cameo, codes[i].asked, 3) != 0) continue;
        answer->cameo = refusal ? codes[i].refused : codes[i].granted;
        uint32_t mode = chy_plover_mode(CHY_REJECT, chy_slice_of(codes[i].mode));
        if (refusal) answer->modes = (uint32_t)1 << mode;
        /* To yield is to concede. */
        if (!refusal && strcmp(codes[i].mode, "yield") == 0) answer->type = CHY_CONCEDE;
        return;
    }
}

/* ---- Threats and crowds -------------------------------------------------------------------------
 */

/* "accused the union of theft and | threatened to send troops": whom it is said to. */
static uint32_t said_beside(const chy_view *view, const chy_tellings *tellings, uint32_t threat) {
    const chy_telling *of = &tellings->items[threat];
    const chy_clause *clause = &view->clauses->clauses[of->clause];
    if (of->type != CHY_THREATEN || of->recipients.count > 0 || clause->link != CHY_LINK_CONJUNCT)
        return CHY_NONE;
    for (uint32_t t = threat; t > 0; t--) {
        const chy_telling *beside = &tellings->items[t - 1];
        if (sentence_of(view, beside) != clause->sentence) return CHY_NONE;
        /* Who voices concern ("110") speaks of others than whom he warns. */
        if (beside->clause == clause->parent && beside->recipients.count > 0 &&
            chy_plover_quad(beside->type) == 3 && strcmp(beside->cameo, "110") != 0 &&
            shares_party(view, &of->actors, &beside->actors))
            return t - 1;
    }
    return CHY_NONE;
}

/* "used water cannon", on nobody who is named. */
static bool is_used_on_crowd(const chy_telling *telling) {
    uint32_t mode = chy_plover_mode(CHY_ASSAULT, chy_slice_of("crowd-control"));
    return telling->type == CHY_ASSAULT && telling->recipients.count == 0 &&
           (telling->modes >> mode & 1u) != 0;
}

/* "Thousands marched. Some threw stones": by nobody who is named. */
static bool is_done_in_crowd(const chy_view *view, const chy_telling *telling) {
    uint32_t mode = chy_plover_mode(CHY_PROTEST, chy_slice_of("riot"));
    return telling->type == CHY_PROTEST && telling->actors.count == 0 &&
           (telling->modes >> mode & 1u) != 0 &&
           view->clauses->clauses[telling->clause].kind == CHY_CLAUSE_VERB;
}

/* "Thousands marched. Police fired tear gas": the protest before whose crowd is meant. */
static uint32_t crowd_before(const chy_view *view, const chy_tellings *tellings, uint32_t index) {
    const chy_telling *of = &tellings->items[index];
    if (!is_used_on_crowd(of) && !is_done_in_crowd(view, of)) return CHY_NONE;
    for (uint32_t t = index; t > 0; t--) {
        const chy_telling *before = &tellings->items[t - 1];
        if (sentence_of(view, of) - sentence_of(view, before) > BACK) return CHY_NONE;
        if (before->type == CHY_PROTEST && before->actors.count > 0 &&
            !shares_party(view, &of->actors, &before->actors))
            return t - 1;
    }
    return CHY_NONE;
}

/* ---- Encounters ---------------------------------------------------------------------------------
 */

/* Those who met, by the two states that they are of; the second side is empty where one phrase
 * stands for both ("the Thai and Lao premiers met"). */
typedef struct encounter {
    uint32_t sentence; /* CHY_NONE: none */
    chy_fillings sides[2];
} encounter;

static const char *country_of(const chy_view *view, const chy_fillings *parties) {
    return view->mentions->entities[parties->items[0].entity].country;
}

/* Puts a party to those of its state; false where that is a third one. */
static bool take_side(const chy_view *view, const chy_filled *party, encounter *met) {
    const char *country = view->mentions->entities[party->entity].country;
    uint32_t s = 0;
    while (s < 2 && met->sides[s].count > 0 &&
           strcmp(country_of(view, &met->sides[s]), country) != 0)
        s++;
    if (s == 2 || strlen(country) != 3) return false;
    chy_fillings *side = &met->sides[s];
    if (side->count < CHY_SLOT_PARTIES) side->items[side->count++] = *party;
    return true;
}

/* False where the parties are of more than two states. "The ministers of Chad and Mali" are both.
 */
static bool take_sides(const chy_view *view, const chy_fillings *parties, encounter *met) {
    for (uint32_t i = 0; i < parties->count; i++) {
        const chy_entity *entity = &view->mentions->entities[parties->items[i].entity];
        bool several = entity->kind == CHY_ENTITY_GROUP && entity->country[0] == '\0';
        if ((entity->sectors & GOVERNMENT) == 0 || (several && entity->member_count == 0))
            return false;
        if (!several && !take_side(view, &parties->items[i], met)) return false;
        for (uint32_t m = 0; several && m < entity->member_count; m++) {
            chy_filled member = {entity->members[m], CHY_NONE, parties->items[i].span, false};
            if (!take_side(view, &member, met)) return false;
        }
    }
    return true;
}

static bool is_joint_party(const chy_view *view, const chy_telling *telling) {
    if (telling->actors.count != 1 || telling->recipients.count > 0) return false;
    const chy_entity *entity = &view->mentions->entities[telling->actors.items[0].entity];
    return entity->country[0] == '\0' && (entity->sectors & GOVERNMENT) != 0 &&
           entity->kind == CHY_ENTITY_GROUP;
}

/* The encounter that a report opens with: of two states, and held. */
static void find_encounter(const chy_view *view, const chy_tellings *tellings, encounter *met) {
    met->sentence = CHY_NONE;
    for (uint32_t t = 0; t < tellings->count; t++) {
        const chy_telling *telling = &tellings->items[t];
        if (sentence_of(view, telling) >= LEDE) return;
        if (telling->type != CHY_CONSULT || telling->status != CHY_ASSERTED || telling->dropped)
            continue;
        met->sides[0].count = met->sides[1].count = 0;
        bool joint = is_joint_party(view, telling);
        if (joint) met->sides[0] = telling->actors;
        if (!joint && (!take_sides(view, &telling->actors, met) ||
                       !take_sides(view, &telling->recipients, met) || met->sides[1].count == 0))
            continue;
        met->sentence = sentence_of(view, telling);
        return;
    }
}

/* "its commitment to dialogue", "will work for peace" (CAMEO 037): said to the world, and to nobody
 * who was met. */
static bool is_said_at_large(const chy_view *view, const chy_telling *telling) {
    static const char *const stances[] = {"commitment", "dedication", "desire",  "determination",
                                          "intention",  "readiness",  "resolve", "willingness"};
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    bool stance = clause->kind == CHY_CLAUSE_NOUN && clause->light == NULL &&
                  chy_is_listed(clause->lemma, stances, CHY_COUNT_OF(stances));
    return telling->type == CHY_AGREE && (stance || strcmp(telling->cameo, "037") == 0);
}

/* Whether a telling is of what one who met says to the other without naming him. */
static bool is_said_to_other(const chy_telling *telling, bool bare_refusal) {
    bool said = telling->type == CHY_AGREE || telling->type == CHY_CONCEDE ||
                telling->type == CHY_REQUEST || telling->type == CHY_THREATEN || bare_refusal;
    return said && telling->actors.count > 0 && telling->recipients.count == 0 &&
           telling->status != CHY_HYPOTHETICAL && telling->status != CHY_HISTORICAL;
}

/* The side that those who act are not of, or NULL. */
static const chy_fillings *other_side(const chy_view *view, const encounter *met,
                                      const chy_telling *telling) {
    uint32_t sentence = sentence_of(view, telling);
    if (met->sentence == CHY_NONE || sentence < met->sentence || sentence - met->sentence > AFTER ||
        met->sides[1].count == 0)
        return NULL;
    for (uint32_t s = 0; s < 2; s++) {
        bool all = true;
        for (uint32_t i = 0; i < telling->actors.count; i++) {
            const chy_entity *actor = &view->mentions->entities[telling->actors.items[i].entity];
            all = all && (actor->sectors & GOVERNMENT) != 0 &&
                  strcmp(actor->country, country_of(view, &met->sides[s])) == 0;
        }
        if (all) return &met->sides[1 - s];
    }
    return NULL;
}

bool chy_is_signed_by_nobody(const chy_view *view, const chy_telling *telling) {
    static const char *const signing[] = {"conclude", "initial", "ink", "seal", "sign"};
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    return telling->rule->type == CHY_SUPPORT && telling->actors.count == 0 &&
           telling->recipients.count == 0 && clause->kind == CHY_CLAUSE_VERB && clause->passive &&
           clause->link != CHY_LINK_RELATIVE && telling->status == CHY_ASSERTED &&
           chy_is_listed(clause->lemma, signing, CHY_COUNT_OF(signing));
}

/* "A treaty is to be signed in May": by those who met; by nobody where none did. */
static void name_signers(const chy_view *view, const encounter *met, chy_telling *telling) {
    uint32_t sentence = sentence_of(view, telling);
    telling->dropped = met->sentence == CHY_NONE || sentence < met->sentence;
    for (uint32_t s = 0; s < 2 && !telling->dropped; s++) {
        for (uint32_t i = 0; i < met->sides[s].count; i++) {
            if (telling->actors.count < CHY_SLOT_PARTIES)
                telling->actors.items[telling->actors.count++] = met->sides[s].items[i];
        }
    }
}

void chy_tellings_name_unsaid(const chy_view *view, chy_tellings *tellings) {
    encounter met;
    find_encounter(view, tellings, &met);
    for (uint32_t t = 0; t < tellings->count; t++) {
        chy_telling *telling = &tellings->items[t];
        if (telling->dropped) continue;
        if (chy_is_signed_by_nobody(view, telling)) name_signers(view, &met, telling);
        bool refusal = is_bare(view, telling, CHY_REJECT);
        bool consent = is_bare_consent(view, telling);
        uint32_t asked =
            refusal || consent ? answered_telling(view, tellings, t, consent) : CHY_NONE;
        /* To agree with what somebody says promises nothing. */
        telling->dropped = telling->dropped || (consent && asked == CHY_NONE);
        uint32_t beside = said_beside(view, tellings, t);
        uint32_t crowd = crowd_before(view, tellings, t);
        if (asked != CHY_NONE) take_answered(&tellings->items[asked], telling);
        if (beside != CHY_NONE) telling->recipients = tellings->items[beside].recipients;
        const chy_fillings *other =
            is_said_to_other(telling, refusal) ? other_side(view, &met, telling) : NULL;
        if (other != NULL && !is_said_at_large(view, telling)) telling->recipients = *other;
        if (other == NULL && telling->rule->body.encounter) telling->dropped = true;
        if (crowd == CHY_NONE) continue;
        chy_fillings *part = telling->type == CHY_PROTEST ? &telling->actors : &telling->recipients;
        *part = tellings->items[crowd].actors;
    }
}
