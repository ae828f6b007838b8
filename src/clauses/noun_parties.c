/* The parties of a nominal event that stand with the verb above it. */
#include "clauses/reader.h"

#include <string.h>

/* "broke up a rally by the union": where the parser hung who rallied on the active verb. */
static void take_agent(chy_clause_reader *reader, uint32_t draft, uint32_t from) {
    bool after = reader->drafts[from].main != CHY_NONE &&
                 reader->drafts[draft].node > reader->drafts[from].main;
    if (reader->drafts[from].clause.passive || !after) {
        return;
    }
    for (uint32_t a = reader->drafts[from].first_argument; a != CHY_NONE;
         a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        if (argument.role == CHY_ROLE_OBLIQUE && !argument.inherited &&
            strcmp(argument.preposition, "by") == 0 && argument.word > reader->drafts[draft].node &&
            reader->mentions->time_of_word[argument.word] == CHY_NONE) {
            chy_clause_add_one(reader, draft, CHY_ROLE_SUBJECT, "", argument.word, true);
        }
    }
}

/* Whether the phrase of a bare noun says on what occasion the verb's subject did it; of a meeting
 * also for which and out of which: "flew in for talks", "emerged from a session". */
static bool stands_around(chy_clause_reader *reader, uint32_t draft, uint32_t top) {
    static const char *const during[] = {"in",     "during", "at",       "after",
                                         "before", "on",     "following"};
    static const char *const meeting[] = {"for", "from", "out_of", "with"};
    const chy_draft *d = &reader->drafts[draft];
    const char *preposition = chy_clause_preposition(reader, top, CHY_DEPREL_CASE);
    if (chy_is_listed(preposition, during, CHY_COUNT_OF(during))) {
        return true;
    }
    /* "ended the visit with a promise" */
    bool resolves = (d->noun->noun_class & CHY_NOUN_RESOLVE) != 0;
    if (resolves && strcmp(preposition, "with") == 0) {
        return true;
    }
    bool meets = (d->noun->noun_class & CHY_NOUN_MEET) != 0;
    return meets && chy_is_listed(preposition, meeting, CHY_COUNT_OF(meeting));
}

/* "received the envoy for talks": the verb's object takes part as well. */
static bool brings_together(const chy_clause_reader *reader, uint32_t draft) {
    static const char *const lemmas[] = {"receive", "host", "welcome", "meet",
                                         "join",    "see",  "greet"};
    const chy_draft *d = &reader->drafts[draft];
    return chy_clause_lemma_in(&reader->words[d->clause.word], lemmas, CHY_COUNT_OF(lemmas));
}

/* The noun that says at which point of an event the verb's subject did it: "met him on the second
 * | day | of a visit"; CHY_NONE where there is none. */
static uint32_t point_of(chy_clause_reader *reader, uint32_t draft) {
    static const char *const points[] = {"beginning", "close", "conclusion", "course",
                                         "day",       "end",   "leg",        "outset",
                                         "part",      "start", "stop"};
    uint32_t top = reader->drafts[draft].top;
    uint32_t head = reader->words[top].head;
    bool part = head != CHY_NONE && reader->words[top].deprel == CHY_DEPREL_NMOD &&
                reader->words[head].deprel == CHY_DEPREL_OBL &&
                strcmp(chy_clause_preposition(reader, top, CHY_DEPREL_CASE), "of") == 0;
    return part && chy_clause_lemma_in(&reader->words[head], points, CHY_COUNT_OF(points))
               ? head
               : CHY_NONE;
}

/* The entity of the last argument in a role, of a preposition where one is given; NULL for none. */
static const chy_entity *entity_in(const chy_clause_reader *reader, uint32_t draft, chy_role role,
                                   const char *preposition) {
    const chy_mentions *mentions = reader->mentions;
    const chy_entity *found = NULL;
    for (uint32_t a = reader->drafts[draft].first_argument; a != CHY_NONE;
         a = reader->pool[a].next) {
        const chy_argument *argument = &reader->pool[a].argument;
        uint32_t mention = mentions->mention_of_head[argument->word];
        if (argument->role != (uint8_t)role || strcmp(argument->preposition, preposition) != 0 ||
            mention == CHY_NONE || mentions->mentions[mention].entity == CHY_NONE) {
            continue;
        }
        found = &mentions->entities[mentions->mentions[mention].entity];
    }
    return found;
}

/* "received her | during a visit to Kenya": the role in the verb above of whoever travels. Nobody
 * pays a visit to a country that is his own. */
static chy_role traveller(const chy_clause_reader *reader, uint32_t draft, uint32_t from) {
    static const char *const hosts[] = {"receive", "host", "welcome", "greet"};
    const chy_draft *d = &reader->drafts[draft];
    const chy_entity *met = entity_in(reader, from, CHY_ROLE_OBJECT, "");
    if ((d->noun->noun_class & CHY_NOUN_MOVE) == 0 || met == NULL ||
        (met->kind != CHY_ENTITY_PERSON && met->kind != CHY_ENTITY_GROUP)) {
        return CHY_ROLE_SUBJECT;
    }
    const chy_entity *subject = entity_in(reader, from, CHY_ROLE_SUBJECT, "");
    const chy_entity *goal = entity_in(reader, draft, CHY_ROLE_OBLIQUE, "to");
    bool home = subject != NULL && goal != NULL && goal->country[0] != '\0' &&
                strcmp(subject->country, goal->country) == 0;
    bool hosted = chy_clause_lemma_in(&reader->words[reader->drafts[from].clause.word], hosts,
                                      CHY_COUNT_OF(hosts));
    return hosted || home ? CHY_ROLE_OBJECT : CHY_ROLE_SUBJECT;
}

/* "claimed responsibility for the attack", "claimed the attack": the verb whose subject says that
 * the deed is its own, or CHY_NONE. */
static uint32_t claimed_by(const chy_clause_reader *reader, uint32_t draft) {
    uint32_t top = reader->drafts[draft].top;
    uint32_t noun = reader->words[top].head;
    bool violence = (reader->drafts[draft].noun->noun_class & CHY_NOUN_VIOLENCE) != 0;
    if (noun != CHY_NONE && violence && reader->words[top].deprel == CHY_DEPREL_OBJ &&
        chy_clause_lemma_is(&reader->words[noun], "claim")) {
        return reader->verbal[noun];
    }
    if (noun == CHY_NONE || !chy_clause_lemma_is(&reader->words[noun], "responsibility") ||
        reader->words[noun].deprel != CHY_DEPREL_OBJ) {
        return CHY_NONE;
    }
    uint32_t verb = reader->words[noun].head;
    char lemma[CHY_CLAUSE_LEMMA] = "";
    if (verb != CHY_NONE && reader->words[verb].lemma != NULL) {
        chy_clause_lower(reader->words[verb].lemma, lemma);
    }
    return chy_claiming_verb(lemma) ? reader->verbal[verb] : CHY_NONE;
}

/* "a promise of ten lorries | from Japan": who gives it, in the noun's phrase; CHY_NONE for none.
 */
static uint32_t giver_below(const chy_clause_reader *reader, uint32_t noun) {
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (reader->words[c].deprel != CHY_DEPREL_NMOD) {
            continue;
        }
        uint32_t preposition = chy_clause_child(reader, c, CHY_DEPREL_CASE);
        if (preposition != CHY_NONE && chy_clause_form_is(&reader->words[preposition], "from") &&
            chy_clause_acts(reader, c)) {
            return c;
        }
    }
    return CHY_NONE;
}

/* "came away with a promise of ten lorries from Japan", "received a promise of help from Japan":
 * who promises, where somebody else gets it. */
static uint32_t promiser(const chy_clause_reader *reader, uint32_t draft) {
    const chy_draft *d = &reader->drafts[draft];
    if ((d->noun->noun_class & CHY_NOUN_RESOLVE) == 0) {
        return CHY_NONE;
    }
    uint32_t giver = giver_below(reader, d->node);
    for (uint32_t c = reader->first_child[d->node]; c != CHY_NONE && giver == CHY_NONE;
         c = reader->next_sibling[c]) {
        giver = reader->words[c].deprel == CHY_DEPREL_NMOD ? giver_below(reader, c) : giver;
    }
    return giver;
}

/* "left with a promise of ten lorries": taken along, and given by others; "left with a promise to
 * send ten" may be given. */
static bool takes_along(const chy_clause_reader *reader, uint32_t draft, uint32_t from) {
    static const char *const verbs[] = {"come", "depart", "emerge", "fly", "go", "leave", "return"};
    const chy_draft *d = &reader->drafts[draft];
    uint32_t with = chy_clause_child(reader, d->node, CHY_DEPREL_CASE);
    return (d->noun->noun_class & CHY_NOUN_RESOLVE) != 0 && with != CHY_NONE &&
           chy_clause_form_is(&reader->words[with], "with") &&
           chy_clause_has(reader, draft, CHY_ROLE_OBJECT) &&
           !chy_clause_has(reader, draft, CHY_ROLE_COMPLEMENT) &&
           chy_clause_lemma_in(&reader->words[reader->drafts[from].main], verbs,
                               CHY_COUNT_OF(verbs));
}

void chy_clause_bare_noun(chy_clause_reader *reader, uint32_t draft) {
    const chy_draft *d = &reader->drafts[draft];
    uint32_t top = d->top;
    uint32_t head = reader->words[top].head;
    uint32_t from = head == CHY_NONE ? CHY_NONE : reader->verbal[head];
    uint8_t rel = reader->words[top].deprel;
    if (head != CHY_NONE && from == CHY_NONE && rel == CHY_DEPREL_NMOD &&
        reader->words[head].deprel == CHY_DEPREL_OBJ && chy_clause_acts(reader, head)) {
        from = reader->verbal[reader->words[head].head]; /* "received | the envoy for talks" */
        rel = CHY_DEPREL_OBL;
    }
    uint32_t point = point_of(reader, draft);
    if (point != CHY_NONE) {
        from = reader->verbal[reader->words[point].head];
        rel = CHY_DEPREL_OBL;
    }
    uint32_t claimer = head == CHY_NONE ? CHY_NONE : claimed_by(reader, draft);
    if (claimer != CHY_NONE && !chy_clause_has(reader, draft, CHY_ROLE_SUBJECT)) {
        chy_clause_copy(reader, claimer, CHY_ROLE_SUBJECT, draft, CHY_ROLE_SUBJECT);
        return;
    }
    if (from == CHY_NONE || from == draft || chy_clause_has(reader, draft, CHY_ROLE_SUBJECT)) {
        return;
    }
    const chy_draft *above = &reader->drafts[from];
    take_agent(reader, draft, from);
    if (chy_clause_has(reader, draft, CHY_ROLE_SUBJECT)) {
        return;
    }
    bool controls = above->trait != NULL && (above->trait->traits & CHY_TRAIT_NOUN_CONTROL) != 0;
    if (controls && (rel == CHY_DEPREL_OBJ || rel == CHY_DEPREL_NSUBJ_PASS)) {
        chy_clause_copy(reader, from, CHY_ROLE_SUBJECT, draft, CHY_ROLE_SUBJECT);
    } else if (rel == CHY_DEPREL_OBL &&
               (d->noun->noun_class & (CHY_NOUN_MEET | CHY_NOUN_MOVE | CHY_NOUN_SPEECH)) != 0 &&
               stands_around(reader, draft, point == CHY_NONE ? top : point)) {
        uint32_t giver = promiser(reader, draft);
        if (giver != CHY_NONE || takes_along(reader, draft, from)) {
            if (giver != CHY_NONE) {
                chy_clause_add_one(reader, draft, CHY_ROLE_SUBJECT, "", giver, true);
            }
            chy_clause_copy(reader, from, CHY_ROLE_SUBJECT, draft, CHY_ROLE_RECIPIENT);
            return;
        }
        chy_clause_copy(reader, from, traveller(reader, draft, from), draft, CHY_ROLE_SUBJECT);
        if ((d->noun->noun_class & CHY_NOUN_MEET) != 0 && brings_together(reader, from)) {
            chy_clause_copy(reader, from, CHY_ROLE_OBJECT, draft, CHY_ROLE_SUBJECT);
        }
    }
}

void chy_clause_share_light(chy_clause_reader *reader, uint32_t draft) {
    uint32_t noun = reader->drafts[draft].node;
    uint32_t from = reader->verbal[reader->kept_by[noun]];
    bool inverted = reader->kept_row[noun]->way == CHY_LIGHT_GET;
    if (from == CHY_NONE || from == draft) {
        return;
    }
    if (!chy_clause_has(reader, draft, CHY_ROLE_SUBJECT) && !inverted) {
        chy_clause_copy(reader, from, CHY_ROLE_SUBJECT, draft, CHY_ROLE_SUBJECT);
    }
    uint32_t giver = inverted ? promiser(reader, draft) : CHY_NONE;
    if (giver != CHY_NONE && !chy_clause_has(reader, draft, CHY_ROLE_SUBJECT)) {
        chy_clause_add_one(reader, draft, CHY_ROLE_SUBJECT, "", giver, true);
    }
    /* What is promised is the object, whoever gets it. */
    bool resolves = (reader->drafts[draft].noun->noun_class & CHY_NOUN_RESOLVE) != 0;
    chy_role got = resolves ? CHY_ROLE_RECIPIENT : CHY_ROLE_OBJECT;
    if (inverted && !chy_clause_has(reader, draft, got)) {
        chy_clause_copy(reader, from, CHY_ROLE_SUBJECT, draft, got);
    }
    chy_clause_copy(reader, from, CHY_ROLE_RECIPIENT, draft, CHY_ROLE_RECIPIENT);
    for (uint32_t a = reader->drafts[from].first_argument; a != CHY_NONE;
         a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        if (argument.role != CHY_ROLE_OBLIQUE || argument.inherited || argument.word == noun) {
            continue;
        }
        bool source = inverted && (strcmp(argument.preposition, "from") == 0 ||
                                   strcmp(argument.preposition, "by") == 0);
        chy_clause_add_one(reader, draft, source ? CHY_ROLE_SUBJECT : CHY_ROLE_OBLIQUE,
                           source ? "" : argument.preposition, argument.word, true);
    }
}
