/* The parties that stand elsewhere: by conjunction, control, relative clauses, modifiers. */
#include "clauses/reader.h"

#include <string.h>

void chy_clause_copy(chy_clause_reader *reader, uint32_t from, chy_role role, uint32_t to,
                     chy_role as) {
    uint32_t a = reader->drafts[from].first_argument;
    for (; a != CHY_NONE; a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        if (argument.role == (uint8_t)role && argument.word != reader->drafts[to].node) {
            chy_clause_add_one(reader, to, as, "", argument.word, true);
        }
    }
}

/* The role that a missing surface subject has in this clause. */
static chy_role missing_subject_role(const chy_clause_reader *reader, const chy_draft *draft) {
    if (draft->inverted) {
        return CHY_ROLE_OBJECT;
    }
    bool verb = draft->main != CHY_NONE && chy_clause_verbal(&reader->words[draft->main]) &&
                !draft->copular;
    if (!verb || !chy_clause_passive(reader, draft->main)) {
        return CHY_ROLE_SUBJECT;
    }
    /* "talks held in Geneva" has its object already: whoever held them is not known. */
    if (draft->clause.kind == CHY_CLAUSE_NOUN) {
        return CHY_ROLE_COUNT;
    }
    /* "was summoned and handed a note" */
    bool gift = chy_clause_child(reader, draft->main, CHY_DEPREL_OBJ) != CHY_NONE;
    return gift ? CHY_ROLE_RECIPIENT : CHY_ROLE_OBJECT;
}

static void take_surface(chy_clause_reader *reader, uint32_t to, uint32_t from, chy_role role) {
    chy_role as = missing_subject_role(reader, &reader->drafts[to]);
    if (role == CHY_ROLE_COUNT || as == CHY_ROLE_COUNT || chy_clause_has(reader, to, as)) {
        return;
    }
    chy_clause_copy(reader, from, role, to, as);
    if (chy_clause_has(reader, to, as)) {
        reader->drafts[to].surface = (uint8_t)as;
    }
}

static void take_word(chy_clause_reader *reader, uint32_t to, uint32_t word) {
    chy_role as = missing_subject_role(reader, &reader->drafts[to]);
    if (as == CHY_ROLE_COUNT || chy_clause_has(reader, to, as)) {
        return;
    }
    chy_clause_add(reader, to, as, "", word, true);
    reader->drafts[to].surface = (uint8_t)as;
}

/* The draft whose words a word hangs in, as a clause of its own: verbal first. */
static uint32_t draft_at(const chy_clause_reader *reader, uint32_t word) {
    if (reader->verbal[word] != CHY_NONE) {
        return reader->verbal[word];
    }
    return reader->nominal[word];
}

/* Who does what a verb's complement says. */
static chy_role controller(const chy_clause_reader *reader, uint32_t draft) {
    const chy_draft *d = &reader->drafts[draft];
    bool subject = d->trait != NULL && (d->trait->traits & CHY_TRAIT_SUBJECT_CONTROL) != 0;
    if (!subject && d->clause.kind != CHY_CLAUSE_NOUN) {
        if (chy_clause_has(reader, draft, CHY_ROLE_OBJECT)) {
            return CHY_ROLE_OBJECT;
        }
        if (chy_clause_has(reader, draft, CHY_ROLE_RECIPIENT)) {
            return CHY_ROLE_RECIPIENT;
        }
    }
    return CHY_ROLE_SUBJECT;
}

/* "called on them to leave": the phrase whose preposition the table names. */
static bool oblique_control(chy_clause_reader *reader, uint32_t to, uint32_t from) {
    const chy_draft *parent = &reader->drafts[from];
    const char *named = parent->trait == NULL ? "" : parent->trait->controller;
    if (chy_clause_has(reader, from, CHY_ROLE_OBJECT)) {
        return false;
    }
    for (uint32_t a = parent->first_argument; a != CHY_NONE; a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        bool match = strcmp(argument.preposition, named) == 0 ||
                     strcmp(argument.preposition, "for") == 0 ||
                     (strcmp(named, "on") == 0 && strcmp(argument.preposition, "upon") == 0);
        if (named[0] != '\0' && argument.role == CHY_ROLE_OBLIQUE && match) {
            take_word(reader, to, argument.word);
            return true;
        }
    }
    return false;
}

static void control(chy_clause_reader *reader, uint32_t to, uint32_t from) {
    if (!oblique_control(reader, to, from)) {
        take_surface(reader, to, from, controller(reader, from));
    }
}

/* "met and praised the envoy": what follows the second verb and hangs on the first is shared. */
static void share_tail(chy_clause_reader *reader, uint32_t to, uint32_t from) {
    const chy_draft *second = &reader->drafts[to];
    uint32_t after = second->main;
    if (second->clause.kind != CHY_CLAUSE_VERB || second->copular ||
        chy_clause_child(reader, after, CHY_DEPREL_OBJ) != CHY_NONE ||
        chy_clause_passive(reader, after)) {
        return;
    }
    uint32_t a = reader->drafts[from].first_argument;
    for (; a != CHY_NONE; a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        bool shared = argument.role == CHY_ROLE_OBJECT || argument.role == CHY_ROLE_OBLIQUE;
        if (shared && argument.word > after && !argument.inherited) {
            chy_clause_add_one(reader, to, (chy_role)argument.role, argument.preposition,
                               argument.word, true);
        }
    }
}

/* "tried and convicted the banker": an object that hangs on the second of two verbs side by side.
 */
static void share_object_back(chy_clause_reader *reader, uint32_t to, uint32_t from) {
    const chy_draft *first = &reader->drafts[from];
    const chy_draft *second = &reader->drafts[to];
    bool verbs = first->clause.kind == CHY_CLAUSE_VERB && second->clause.kind == CHY_CLAUSE_VERB &&
                 !first->copular && !second->copular;
    if (verbs && second->main == first->main + 2 && !chy_clause_passive(reader, first->main) &&
        !chy_clause_has(reader, from, CHY_ROLE_OBJECT)) {
        chy_clause_copy(reader, to, CHY_ROLE_OBJECT, from, CHY_ROLE_OBJECT);
    }
}

static void conjoin(chy_clause_reader *reader, uint32_t to, uint32_t head) {
    uint32_t from = draft_at(reader, head);
    chy_draft *d = &reader->drafts[to];
    if (from == CHY_NONE || from == to) {
        return;
    }
    if (d->clause.kind == CHY_CLAUSE_NOUN && d->main == CHY_NONE) {
        from = reader->nominal[head];
        /* "held talks and a dinner": the second noun has the verb of the first. */
        if (from == CHY_NONE || reader->drafts[from].main == CHY_NONE) {
            return;
        }
        d->clause.light = reader->drafts[from].clause.light;
        d->clause.verb = reader->drafts[from].clause.verb;
        d->main = reader->drafts[from].main;
        chy_role role =
            chy_clause_has(reader, to, CHY_ROLE_SUBJECT) ? CHY_ROLE_COUNT : CHY_ROLE_SUBJECT;
        if (role != CHY_ROLE_COUNT) {
            chy_clause_copy(reader, from, role, to, role);
        }
        return;
    }
    if (d->surface == CHY_ROLE_COUNT && !d->clause.imperative) {
        take_surface(reader, to, from, (chy_role)reader->drafts[from].surface);
    }
    share_tail(reader, to, from);
    share_object_back(reader, to, from);
}

/* Nouns that no one relates to: "the day they met". */
static bool is_time_noun(const chy_clause_reader *reader, uint32_t noun) {
    static const char *const lemmas[] = {"day",    "time",   "year", "week",
                                         "moment", "reason", "way",  "month"};
    if (chy_clause_lemma_in(&reader->words[noun], lemmas, CHY_COUNT_OF(lemmas))) {
        return true;
    }
    return reader->mentions->time_of_word[noun] != CHY_NONE;
}

/* "the city where they met": WRB stands for a place or time. */
static bool relative_adverb(chy_clause_reader *reader, uint32_t draft, uint32_t verb,
                            uint32_t noun) {
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (chy_clause_xpos_is(&reader->words[c], "WRB")) {
            bool where = chy_clause_form_is(&reader->words[c], "where");
            chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, where ? "in" : "", noun, true);
            return true;
        }
    }
    return false;
}

/* Whether a relative pronoun of this very clause stands somewhere below the verb. The climb from
 * each pronoun is bounded; here only the words of the relative clause before its verb are looked
 * at. */
static bool has_relative_pronoun(const chy_clause_reader *reader, uint32_t verb, uint32_t noun) {
    for (uint32_t i = noun + 1; i < verb; i++) {
        const chy_word *word = &reader->words[i];
        bool that = chy_clause_form_is(word, "that") && word->upos == CHY_UPOS_PRON &&
                    word->deprel != CHY_DEPREL_DET;
        if ((chy_clause_relative_pronoun(word) || that) &&
            chy_clause_antecedent(reader, i) == noun) {
            return true;
        }
    }
    return false;
}

/* The lowest clause in a chain of complements that lacks an object: "the man they wanted to
 * arrest". */
static void fill_gap(chy_clause_reader *reader, uint32_t verb, uint32_t noun) {
    uint32_t at = verb;
    bool finite = false; /* "the man police say killed him": the gap is a subject */
    for (uint32_t steps = 0; steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        uint32_t next = chy_clause_child(reader, at, CHY_DEPREL_XCOMP);
        bool open = next != CHY_NONE;
        if (!open) {
            next = chy_clause_child(reader, at, CHY_DEPREL_CCOMP);
        }
        if (next == CHY_NONE || reader->verbal[next] == CHY_NONE) {
            break;
        }
        finite = !open;
        at = next;
    }
    uint32_t draft = reader->verbal[at];
    if (at != verb && finite && reader->drafts[draft].surface == CHY_ROLE_COUNT) {
        take_word(reader, draft, noun);
        return;
    }
    for (uint32_t c = reader->first_child[at]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (reader->words[c].upos == CHY_UPOS_ADP &&
            (reader->words[c].deprel == CHY_DEPREL_OBL ||
             reader->words[c].deprel == CHY_DEPREL_ADVMOD)) {
            chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, reader->words[c].form, noun, true);
            return;
        }
    }
    if (!chy_clause_has(reader, draft, CHY_ROLE_OBJECT) && !reader->drafts[draft].copular &&
        reader->drafts[draft].clause.kind == CHY_CLAUSE_VERB) {
        chy_clause_add(reader, draft, CHY_ROLE_OBJECT, "", noun, true);
    }
}

bool chy_clause_infinitive_subject(const chy_clause_reader *reader, uint32_t noun) {
    static const char *const firsts[] = {"first", "second", "third", "last", "only", "latest"};
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        for (size_t i = 0; i < sizeof firsts / sizeof firsts[0]; i++) {
            if (reader->words[c].deprel == CHY_DEPREL_AMOD &&
                chy_clause_form_is(&reader->words[c], firsts[i])) {
                return true;
            }
        }
    }
    return chy_clause_acts(reader, noun);
}

/* "accepted an invitation to visit", "an invitation to the king to visit": who is invited does what
 * the infinitive of the invitation says. */
static void take_guest(chy_clause_reader *reader, uint32_t draft, uint32_t noun) {
    static const char *const takes[] = {"accept",  "await",  "decline", "get",  "have",
                                        "receive", "refuse", "reject",  "take", "turn"};
    uint32_t invitation = reader->nominal[noun];
    uint32_t a = invitation == CHY_NONE ? CHY_NONE : reader->drafts[invitation].first_argument;
    for (; a != CHY_NONE; a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        bool guest = argument.role == CHY_ROLE_OBJECT || argument.role == CHY_ROLE_RECIPIENT ||
                     strcmp(argument.preposition, "to") == 0;
        if (guest && chy_clause_acts(reader, argument.word)) {
            take_word(reader, draft, argument.word);
            return;
        }
    }
    uint32_t verb = reader->words[noun].head;
    if (verb != CHY_NONE && reader->verbal[verb] != CHY_NONE &&
        chy_clause_lemma_in(&reader->words[verb], takes, CHY_COUNT_OF(takes))) {
        take_surface(reader, draft, reader->verbal[verb], CHY_ROLE_SUBJECT);
    }
}

/* A clause whose top modifies a noun. */
static void modify(chy_clause_reader *reader, uint32_t draft, uint32_t noun) {
    chy_draft *d = &reader->drafts[draft];
    uint32_t top = d->top;
    if (reader->words[top].deprel == CHY_DEPREL_ACL_RELCL) {
        if (relative_adverb(reader, draft, top, noun) || has_relative_pronoun(reader, top, noun)) {
            return;
        }
        if (is_time_noun(reader, noun)) {
            chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, "", noun, true);
        } else if (d->surface == CHY_ROLE_COUNT) {
            take_word(reader, draft, noun);
        } else {
            fill_gap(reader, top, noun);
        }
        return;
    }
    if (d->surface != CHY_ROLE_COUNT) {
        return;
    }
    uint32_t event = chy_clause_event_noun(reader, noun);
    bool infinitive = chy_clause_marked(reader, top, "to");
    bool marked = chy_clause_child(reader, top, CHY_DEPREL_MARK) != CHY_NONE;
    /* "emerged from the meeting praising him" */
    bool beside = event != CHY_NONE && reader->nominal[event] != CHY_NONE &&
                  (reader->noun[event]->noun_class & (CHY_NOUN_MEET | CHY_NOUN_MOVE)) != 0 &&
                  chy_clause_xpos_is(&reader->words[top], "VBG") &&
                  !chy_clause_lemma_is(&reader->words[top], "involve") &&
                  chy_clause_has(reader, reader->nominal[event], CHY_ROLE_SUBJECT);
    if (infinitive && chy_clause_lemma_is(&reader->words[noun], "invitation")) {
        take_guest(reader, draft, noun);
        return;
    }
    if (event != CHY_NONE && (marked || beside)) {
        uint32_t from = reader->nominal[event];
        if (from != CHY_NONE) {
            take_surface(reader, draft, from, CHY_ROLE_SUBJECT); /* "A's decision to leave" */
        }
        return;
    }
    if (chy_clause_complement_on_object(reader, top)) {
        take_word(reader, draft, noun);
        return;
    }
    /* "the first leader to visit": a party; "money to buy arms", "the right to vote": not. */
    if (!marked || (infinitive && (chy_clause_infinitive_subject(reader, noun) ||
                                   chy_clause_headline(reader, noun)))) {
        take_word(reader, draft, noun);
    }
}

/* The clause above a gerund or infinitive that has no subject of its own. */
static void adverbial(chy_clause_reader *reader, uint32_t draft, uint32_t head) {
    uint32_t from = draft_at(reader, head);
    const chy_draft *d = &reader->drafts[draft];
    if (from == CHY_NONE || d->surface != CHY_ROLE_COUNT) {
        return;
    }
    uint32_t object = chy_clause_child(reader, head, CHY_DEPREL_OBJ);
    if (object != CHY_NONE && chy_clause_marked(reader, d->top, "to") &&
        chy_clause_lemma_is(&reader->words[object], "invitation")) {
        take_guest(reader, draft, object);
        return;
    }
    const char *marker = chy_clause_marker(reader, d->top);
    bool complement = chy_clause_infinitive_complement(reader, head, d->top) ||
                      chy_clause_gerund_complement(reader, head, d->top, marker);
    if (complement) {
        control(reader, draft, from);
    } else {
        take_surface(reader, draft, from, (chy_role)reader->drafts[from].surface);
    }
}

static void inherit(chy_clause_reader *reader, uint32_t draft) {
    chy_draft *d = &reader->drafts[draft];
    if (d->clause.kind == CHY_CLAUSE_NOUN && reader->kept_by[d->node] != CHY_NONE) {
        chy_clause_share_light(reader, draft);
        return;
    }
    uint32_t head = reader->words[d->top].head;
    if (head == CHY_NONE) {
        return;
    }
    uint32_t from = draft_at(reader, head);
    bool bare = d->clause.kind == CHY_CLAUSE_NOUN && d->main == CHY_NONE;
    switch (reader->words[d->top].deprel) {
    case CHY_DEPREL_CONJ:
        conjoin(reader, draft, head);
        break;
    case CHY_DEPREL_XCOMP:
    case CHY_DEPREL_CCOMP:
        if (from != CHY_NONE && d->surface == CHY_ROLE_COUNT) {
            bool open = reader->words[d->top].deprel == CHY_DEPREL_XCOMP ||
                        chy_clause_xpos_is(&reader->words[d->top], "VBG") ||
                        chy_clause_marked(reader, d->top, "to");
            if (open) {
                control(reader, draft, from);
            }
        }
        break;
    case CHY_DEPREL_ADVCL:
        adverbial(reader, draft, head);
        break;
    case CHY_DEPREL_ACL:
    case CHY_DEPREL_ACL_RELCL:
    case CHY_DEPREL_AMOD:
        if (!bare && reader->nominal[head] != draft) {
            modify(reader, draft, head);
        }
        break;
    default:
        if (bare) {
            chy_clause_bare_noun(reader, draft);
        }
        break;
    }
}

void chy_clause_inherit(chy_clause_reader *reader) {
    for (uint32_t i = 0; i < reader->order_count; i++) {
        uint32_t draft = reader->top_draft[reader->order[i]];
        for (; draft != CHY_NONE; draft = reader->drafts[draft].next_at_top) {
            inherit(reader, draft);
        }
    }
}
