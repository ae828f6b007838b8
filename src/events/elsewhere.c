/* Places in an event's sentence where it was not: those of what it was about, of who tells of it,
 * of somebody's post, of whom a measure is laid on, of its reason, of a relative clause, of what
 * somebody else did or what was before or after. */
#include "events/join.h"

#include "events/plover.h"

#include <string.h>

bool chy_is_below(const chy_view *view, uint32_t word, uint32_t above) {
    for (uint32_t at = word, steps = 0; at != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS;
         at = view->input->words[at].head, steps++) {
        if (at == above) return true;
    }
    return false;
}

/* "the Halmahera | Sea", "the | Gulf of Darien": by its name a place is no town. */
static bool is_water(const char *name) {
    static const char *const waters[] = {"Bay",   "Channel", "Gulf", "Lake",
                                         "Ocean", "River",   "Sea",  "Strait"};
    for (size_t i = 0; i < CHY_COUNT_OF(waters); i++) {
        size_t length = strlen(waters[i]), all = strlen(name);
        if (strncmp(name, waters[i], length) == 0 && name[length] == ' ') return true;
        if (all > length && name[all - length - 1] == ' ' &&
            strcmp(name + all - length, waters[i]) == 0)
            return true;
    }
    return false;
}

/* A town, or a place that no table knows; a sea, region or country is as often a topic. */
static bool is_town(const chy_view *view, uint32_t place) {
    if (place == CHY_NONE) return false;
    const chy_entity *entity = &view->mentions->entities[place];
    if (entity->kind != CHY_ENTITY_PLACE || entity->place == NULL) return false;
    const char *feature = entity->place->feature;
    return strncmp(feature, "PPL", 3) == 0 || (feature[0] == 0 && !is_water(entity->name));
}

static bool is_report(const chy_view *view, uint32_t clause) {
    return chy_view_lemma_in(view, view->clauses->clauses[clause].lemma,
                             &view->grammar->sets[CHY_SET_EMBEDS_FACT]);
}

bool chy_is_content(const chy_view *view, const chy_rule *rule, uint8_t type,
                    const chy_argument *argument) {
    const chy_positions *topic = &rule->body.topic;
    uint8_t quad = chy_plover_quad(type);
    /* "met on the shore of a lake" */
    bool where = argument->word < view->input->word_count &&
                 chy_view_lemma_in(view, view->input->words[argument->word].lemma,
                                   &view->grammar->sets[CHY_SET_NEVER_TOPICS]);
    if (quad == 4 || (where && argument->role == CHY_ROLE_OBLIQUE)) return false;
    /* "exchanged views on the war in Yemen" */
    bool hung = type == CHY_CONSULT && argument->role == CHY_ROLE_OBLIQUE;
    if (argument->inherited) return hung && chy_has_preposition(argument, chy_topic_prepositions);
    if (argument->role == CHY_ROLE_COMPLEMENT) return true;
    if (chy_has_preposition(argument, chy_topic_prepositions)) return true;
    /* "condemned attacks in the Gulf of Aden" */
    if (quad == 3 && argument->role == CHY_ROLE_OBJECT) return true;
    for (uint32_t p = 0; p < topic->count; p++) {
        const chy_position *at = &topic->items[p];
        bool party = argument->role == CHY_ROLE_OBJECT || argument->role == CHY_ROLE_SUBJECT;
        if (at->kind == CHY_AT_ROLE && party && at->role == argument->role) return true;
    }
    return false;
}

static const chy_argument *argument_at(const chy_view *view, const chy_clause *clause,
                                       uint32_t word) {
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->word == word) return argument;
    }
    return NULL;
}

/* Whether a word, or one between it and another clause's, heads what that event was about: "met and
 * spent an hour discussing the gas fields of the Aegean". */
static bool is_content_of(const chy_view *view, uint32_t of, uint32_t word) {
    const chy_rule *rule = view->matches[of].rule;
    const chy_clause *clause = &view->clauses->clauses[of];
    const chy_word *words = view->input->words;
    for (uint32_t at = word, steps = 0;
         rule != NULL && at != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (at == clause->word || at == clause->verb) return false;
        const chy_argument *argument = argument_at(view, clause, at);
        if (argument != NULL && chy_is_content(view, rule, rule->type, argument)) return true;
        at = words[at].head;
    }
    return false;
}

/* "met on the island": where, though "talked on Cyprus" is about what. */
static bool is_on_it(const chy_view *view, uint32_t word) {
    uint32_t mention = view->mentions->mention_of_head[word];
    return mention != CHY_NONE && chy_is_led_by(view, word, "on") &&
           view->mentions->mentions[mention].kind == CHY_MENTION_DESCRIPTION;
}

/* Whether the town in a topic may be where those were who spoke of it: "discussed trade in Lima",
 * not "the crossing at Kara", "a dam near Lima", "the prisoners in Lima". */
static bool may_be_of_deed(const chy_view *view, uint8_t type, uint32_t topic, uint32_t place) {
    if (chy_is_site(view, topic)) return false;
    bool in = chy_is_led_by(view, place, "in") || chy_is_led_by(view, place, "at");
    return type != CHY_CONSULT || (in && !chy_points_back(view, topic));
}

/* Whether a place belongs to something else than the event: to what was talked about ("discussed
 * the war in Yemen"), or to who tells of it ("officials in Lima said"). A town that follows what is
 * no event of its own is the event's all the same. */
static bool is_of_another(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_word *words = view->input->words;
    bool town = is_town(view, chy_place_at(view, word));
    uint32_t at = word;
    uint32_t below = word;
    for (uint32_t steps = 0; at != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (at == clause->word || at == clause->verb) return false;
        /* "talks about the ports | at the castle in Bojnice" */
        if (telling->type == CHY_CONSULT && chy_is_at_house(view, at)) return false;
        const chy_argument *argument = argument_at(view, clause, at);
        if (at == word && is_on_it(view, word)) argument = NULL;
        if (argument != NULL && chy_is_content(view, telling->rule, telling->type, argument)) {
            bool near = words[word].head == at || chy_plover_quad(telling->type) == 3;
            bool plain = argument->role != CHY_ROLE_COMPLEMENT && near &&
                         chy_view_argument_clause(view, argument) == CHY_NONE;
            return !(town && plain && at != word && may_be_of_deed(view, telling->type, at, word));
        }
        uint32_t of = view->clauses->clause_of_word[at];
        if (!town && of != CHY_NONE && is_content_of(view, of, word) &&
            !chy_is_below(view, clause->word, below)) {
            return true;
        }
        bool says = of != CHY_NONE && of != telling->clause && is_report(view, of);
        /* "the talks focused on the Sahel", "touched on the sale of gas to Ghana, and she said" */
        bool dwells = of != CHY_NONE && of != telling->clause && of == clause->parent &&
                      chy_view_lemma_in(view, view->clauses->clauses[of].lemma,
                                        &view->grammar->sets[CHY_SET_TOPICAL]);
        bool deep = clause->link == CHY_LINK_CONJUNCT && words[word].head != at;
        if (dwells && (deep || chy_is_led_by(view, word, "on"))) return true;
        if (says) {
            bool told = words[below].deprel == CHY_DEPREL_CCOMP;
            return at != word && !(told && chy_is_below(view, clause->word, below));
        }
        below = at;
        at = words[at].head;
    }
    return false;
}

/* "the situation in Kara": what is told of with where it is. */
static bool is_state_of_things(const chy_view *view, uint32_t word) {
    static const char *const states[] = {"condition", "crisis",   "development", "event",
                                         "fighting",  "incident", "situation",   "tension",
                                         "unrest",    "violence"};
    return chy_points_back(view, word) &&
           chy_is_listed(view->input->words[word].lemma, states, CHY_COUNT_OF(states));
}

/* "discussed security in the Red Sea": a sea, region or country right behind what was talked about
 * belongs to it, whichever of the two the tree hangs it from; a town is where they talked. */
static bool follows_content(chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    uint32_t place = chy_place_at(view, word);
    if (place == CHY_NONE || chy_plover_quad(telling->type) == 4) return false;
    bool town = is_town(view, place) &&
                (chy_is_led_by(view, word, "in") || chy_is_led_by(view, word, "at"));
    for (uint32_t i = 0; i < clause->argument_count; i++) {
        const chy_argument *argument = &view->clauses->arguments[clause->first_argument + i];
        if (argument->word >= view->input->word_count || argument->word >= word ||
            !chy_is_content(view, telling->rule, telling->type, argument) ||
            (town && !is_state_of_things(view, argument->word))) {
            continue;
        }
        const chy_phrase *phrase = chy_view_phrase(view, argument->word);
        const chy_phrase *own = chy_view_phrase(view, word);
        if (phrase->count > 0 && own->count > 0 &&
            phrase->words[phrase->count - 1] + 1 == own->words[0]) {
            return true;
        }
    }
    return false;
}

/* "its ambassador in Beirut": where someone is posted, not where something happens to him. */
static bool is_post(const chy_view *view, uint32_t word) {
    static const char *const posted[] = {"ambassador", "envoy",     "consul",         "diplomat",
                                         "embassy",    "consulate", "representative", "mission"};
    const chy_word *words = view->input->words;
    uint32_t head = words[word].head;
    return head != CHY_NONE && words[word].deprel == CHY_DEPREL_NMOD &&
           chy_is_listed(words[head].lemma, posted, CHY_COUNT_OF(posted));
}

/* "sanctions on nine judges in Belarus": who they are laid on, and where those live or act. */
static bool is_of_sanctioned(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_word *words = view->input->words;
    uint32_t above = words[word].deprel == CHY_DEPREL_NMOD ? words[word].head : CHY_NONE;
    for (uint32_t i = 0; telling->type == CHY_SANCTION && i < telling->recipients.count; i++) {
        uint32_t mention = telling->recipients.items[i].mention;
        if (mention == CHY_NONE) continue;
        uint32_t head = view->mentions->mentions[mention].head_word;
        if (head == word || head == above) return true;
    }
    return false;
}

static bool is_headed_by(const chy_view *view, const chy_fillings *parties, uint32_t word) {
    for (uint32_t i = 0; i < parties->count; i++) {
        uint32_t mention = parties->items[i].mention;
        if (mention != CHY_NONE && view->mentions->mentions[mention].head_word == word) return true;
    }
    return false;
}

/* "looted by men who blocked the road at Kara", "dispersed those who marched in Lima": the relative
 * clause on who did it on the spot, or on a crowd to whom it was done, tells what else was done
 * there. */
static bool is_deed_on_spot(const chy_view *view, const chy_telling *telling, uint32_t verb) {
    uint32_t of = view->clauses->clause_of_word[verb];
    const chy_rule *rule = of != CHY_NONE ? view->matches[of].rule : NULL;
    uint32_t who = view->input->words[verb].head;
    if (rule == NULL || chy_plover_quad(telling->type) != 4) return false;
    return (chy_plover_quad(rule->type) == 4 && is_headed_by(view, &telling->actors, who)) ||
           (rule->type == CHY_PROTEST && is_headed_by(view, &telling->recipients, who));
}

/* "jailed over articles about a raid in Kara": where the reason for it was. */
static bool is_in_reason(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    if (telling->type != CHY_SANCTION && telling->type != CHY_COERCE) return false;
    for (uint32_t at = view->input->words[word].head, steps = 0;
         at != CHY_NONE && at != clause->word && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (at > clause->word && chy_is_led_by(view, at, "over")) return true;
        at = view->input->words[at].head;
    }
    return false;
}

/* Whether a place stands in a relative clause on another noun: "the fishermen who were caught off
 * Alexandria". What is attacked is where it was going or standing. */
static bool is_in_relative(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_word *words = view->input->words;
    if (telling->type == CHY_ASSAULT) return false;
    for (uint32_t at = word, steps = 0; at != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS;
         at = words[at].head, steps++) {
        if (at == clause->word || at == clause->verb) return false;
        if (words[at].deprel == CHY_DEPREL_ACL_RELCL) return !is_deed_on_spot(view, telling, at);
        /* "the sailors | held in Izmir" */
        bool held = words[at].deprel == CHY_DEPREL_ACL && at != word &&
                    view->clauses->clause_of_word[at] != CHY_NONE;
        if (held && telling->type != CHY_CONSULT && chy_plover_quad(telling->type) < 3) return true;
    }
    return false;
}

/* "Chad will buy boats, and Togo will train crews in Lome", "Chad trains crews in Sarh and Togo
 * thanked it": what is said, pledged or discussed is not where another, coordinated clause was with
 * a subject of its own. A phrase before both verbs is of both. */
static bool is_of_conjunct(const chy_view *view, const chy_telling *telling, uint32_t word) {
    const chy_word *words = view->input->words;
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    uint32_t verb = clause->verb != CHY_NONE ? clause->verb : words[clause->word].head;
    if (verb == CHY_NONE || chy_plover_quad(telling->type) == 4) return false;
    bool second = words[verb].deprel == CHY_DEPREL_CONJ && chy_has_subject(view, verb);
    for (uint32_t at = words[word].head, steps = 0;
         at != CHY_NONE && at != verb && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (second && at == words[verb].head) return word > at && word < verb;
        if (words[at].deprel == CHY_DEPREL_CONJ && words[at].upos == CHY_UPOS_VERB &&
            chy_has_subject(view, at) && !chy_is_below(view, verb, at))
            return true;
        at = words[at].head;
    }
    return false;
}

/* "visited a mine at Arandis before the talks": talks are not where something else was before or
 * after them. */
static bool is_of_other_time(const chy_view *view, const chy_telling *telling, uint32_t word) {
    static const char *const apart[] = {"after", "before", "following", "since", "until"};
    const chy_clause *clause = &view->clauses->clauses[telling->clause];
    const chy_word *words = view->input->words;
    if (telling->type != CHY_CONSULT || clause->kind != CHY_CLAUSE_NOUN || clause->light != NULL)
        return false;
    uint32_t head = words[clause->word].head;
    bool other = head != CHY_NONE && chy_is_led_by(view, clause->word, "of") &&
                 strcmp(words[head].lemma, "eve") == 0;
    for (size_t i = 0; i < CHY_COUNT_OF(apart); i++)
        other = other || chy_is_led_by(view, clause->word, apart[i]);
    return other && !chy_is_below(view, word, clause->word);
}

bool chy_is_elsewhere(chy_view *view, const chy_telling *telling, uint32_t word) {
    return is_of_another(view, telling, word) || follows_content(view, telling, word) ||
           is_post(view, word) || is_of_sanctioned(view, telling, word) ||
           is_in_reason(view, telling, word) || is_in_relative(view, telling, word) ||
           is_of_conjunct(view, telling, word) || is_of_other_time(view, telling, word) ||
           chy_is_in_agenda(view, telling, word);
}
