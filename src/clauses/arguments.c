/* The parties of verbs, adjectives and copulas in their own places, the passive undone. */
#include "clauses/reader.h"

#include <string.h>

void chy_clause_add_one(chy_clause_reader *reader, uint32_t draft, chy_role role,
                        const char *preposition, uint32_t word, bool inherited) {
    chy_draft *d = &reader->drafts[draft];
    for (uint32_t a = d->first_argument; a != CHY_NONE; a = reader->pool[a].next) {
        if (reader->pool[a].argument.word == word &&
            (role != CHY_ROLE_OBLIQUE || reader->pool[a].argument.role == (uint8_t)role)) {
            return;
        }
    }
    void *items = reader->pool;
    if (reader->failed || !chy_arena_room(reader->scratch, &items, sizeof *reader->pool,
                                          reader->pool_count, &reader->pool_capacity)) {
        reader->failed = true;
        return;
    }
    reader->pool = items;
    uint32_t index = reader->pool_count++;
    reader->pool[index] = (chy_draft_argument){.argument = {.role = (uint8_t)role,
                                                            .preposition = preposition,
                                                            .word = word,
                                                            .clause = CHY_NONE,
                                                            .inherited = inherited},
                                               .next = CHY_NONE};
    if (d->last_argument == CHY_NONE) {
        d->first_argument = index;
    } else {
        reader->pool[d->last_argument].next = index;
    }
    d->last_argument = index;
}

bool chy_clause_has(const chy_clause_reader *reader, uint32_t draft, chy_role role) {
    uint32_t a = reader->drafts[draft].first_argument;
    while (a != CHY_NONE && reader->pool[a].argument.role != (uint8_t)role) {
        a = reader->pool[a].next;
    }
    return a != CHY_NONE;
}

/* "many of them", "the eldest of them", but not "proud of them". */
static bool is_quantity(const chy_word *word) {
    static const char *const adjectives[] = {"few",  "least", "less", "little", "many",
                                             "more", "most",  "much", "several"};
    return word->upos == CHY_UPOS_NUM || word->upos == CHY_UPOS_DET ||
           word->upos == CHY_UPOS_PRON ||
           (word->upos == CHY_UPOS_ADJ &&
            (chy_clause_xpos_is(word, "JJS") ||
             chy_clause_lemma_in(word, adjectives, CHY_COUNT_OF(adjectives))));
}

/* "dozens of soldiers" stands for the soldiers, where no mention is headed by the dozens. */
static uint32_t through_container(const chy_clause_reader *reader, uint32_t word) {
    if (reader->mentions->mention_of_head[word] != CHY_NONE) {
        return word;
    }
    char lemma[CHY_CLAUSE_LEMMA];
    chy_clause_lower(reader->words[word].lemma, lemma);
    if (!is_quantity(&reader->words[word]) && !chy_container_noun(lemma)) {
        return word;
    }
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        bool below = reader->words[c].deprel == CHY_DEPREL_NMOD ||
                     reader->words[c].deprel == CHY_DEPREL_OBL; /* "most of them" */
        uint32_t preposition = below ? chy_clause_child(reader, c, CHY_DEPREL_CASE) : CHY_NONE;
        if (preposition != CHY_NONE && chy_clause_form_is(&reader->words[preposition], "of")) {
            return c;
        }
    }
    return word;
}

/* "A and B, who met": whether the clause is said of all the conjuncts. */
static bool plural_clause(const chy_clause_reader *reader, uint32_t noun) {
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (reader->words[c].deprel != CHY_DEPREL_ACL_RELCL) {
            continue;
        }
        if (chy_clause_xpos_is(&reader->words[c], "VBP")) {
            return true;
        }
        for (uint32_t a = reader->first_child[c]; a != CHY_NONE; a = reader->next_sibling[a]) {
            if (chy_clause_form_is(&reader->words[a], "were") ||
                chy_clause_form_is(&reader->words[a], "are") ||
                chy_clause_form_is(&reader->words[a], "have")) {
                return true;
            }
        }
    }
    return false;
}

/* The phrase and its conjuncts. A conjunct with a preposition of its own keeps it. */
static void add_conjuncts(chy_clause_reader *reader, uint32_t draft, chy_role role,
                          const char *preposition, uint32_t word, bool inherited, uint32_t before) {
    bool clause = chy_clause_verbal(&reader->words[word]);
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (reader->words[c].deprel != CHY_DEPREL_CONJ || c >= before ||
            clause != chy_clause_verbal(&reader->words[c]) ||
            chy_clause_stolen_subject(reader, c)) {
            continue;
        }
        const char *own =
            role == CHY_ROLE_OBLIQUE ? chy_clause_preposition(reader, c, CHY_DEPREL_CASE) : "";
        chy_clause_add_one(reader, draft, role, own[0] == '\0' ? preposition : own,
                           through_container(reader, c), inherited);
    }
    /* Headlines put a comma for "and": "Peru, Chile sign pact". */
    if (!chy_clause_headline(reader, word) || !chy_clause_acts(reader, word)) {
        return;
    }
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        bool listed = reader->words[c].deprel == CHY_DEPREL_APPOS ||
                      reader->words[c].deprel == CHY_DEPREL_NMOD_UNMARKED ||
                      reader->words[c].deprel == CHY_DEPREL_LIST;
        if (listed && reader->words[c].upos == CHY_UPOS_PROPN && chy_clause_acts(reader, c)) {
            chy_clause_add_one(reader, draft, role, preposition, c, inherited);
        }
    }
}

void chy_clause_add(chy_clause_reader *reader, uint32_t draft, chy_role role,
                    const char *preposition, uint32_t word, bool inherited) {
    uint32_t before = UINT32_MAX;
    word = through_container(reader, word);
    if (chy_clause_relative_pronoun(&reader->words[word])) {
        uint32_t noun = chy_clause_antecedent(reader, word);
        if (noun != CHY_NONE) {
            before = word;
            word = noun;
            inherited = true;
            if (reader->words[word].deprel == CHY_DEPREL_CONJ && plural_clause(reader, word)) {
                word = reader->words[word].head;
            }
            word = through_container(reader, word);
        }
    }
    chy_clause_add_one(reader, draft, role, preposition, word, inherited);
    add_conjuncts(reader, draft, role, preposition, word, inherited, before);
}

/* Whether a second "subject" stands after the verb: a parser's slip for an object ("persuaded them
 * to go"). */
static bool late_subject(const chy_clause_reader *reader, uint32_t verb, uint32_t child) {
    if (child < verb) {
        return false;
    }
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE && c < verb;
         c = reader->next_sibling[c]) {
        if (reader->words[c].deprel == CHY_DEPREL_NSUBJ ||
            reader->words[c].deprel == CHY_DEPREL_NSUBJ_PASS) {
            return true;
        }
    }
    return false;
}

static void add_surface(chy_clause_reader *reader, uint32_t draft, chy_role role, uint32_t word) {
    chy_clause_add(reader, draft, role, "", word, false);
    reader->drafts[draft].surface = (uint8_t)role;
}

/* The role of a surface subject. "was given aid": the receiver; "suffered an attack": the attacked.
 */
static chy_role surface_role(const chy_clause_reader *reader, const chy_draft *draft,
                             uint32_t verb) {
    if (draft->inverted) {
        return CHY_ROLE_OBJECT;
    }
    if (draft->copular || !chy_clause_verbal(&reader->words[verb]) ||
        !chy_clause_passive(reader, verb)) {
        return CHY_ROLE_SUBJECT;
    }
    bool object = chy_clause_child(reader, verb, CHY_DEPREL_OBJ) != CHY_NONE;
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        object = object || (reader->words[c].deprel == CHY_DEPREL_NSUBJ_PASS &&
                            late_subject(reader, verb, c));
    }
    return object ? CHY_ROLE_RECIPIENT : CHY_ROLE_OBJECT;
}

const char *chy_clause_marker(chy_clause_reader *reader, uint32_t word) {
    const char *marker = chy_clause_preposition(reader, word, CHY_DEPREL_MARK);
    return marker[0] != '\0' ? marker : chy_clause_preposition(reader, word, CHY_DEPREL_CASE);
}

bool chy_clause_complement_marker(const char *marker) {
    static const char *const markers[] = {"about", "against", "as",   "at", "for", "from",
                                          "into",  "of",      "over", "to", "with"}; /* sorted */
    return chy_is_one_of(marker, markers, CHY_COUNT_OF(markers));
}

/* "helping", "having helped", "being paid": a gerund, or what stands below one that is an
 * auxiliary. */
static bool is_gerund(const chy_clause_reader *reader, uint32_t verb) {
    if (chy_clause_xpos_is(&reader->words[verb], "VBG")) {
        return true;
    }
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint8_t rel = reader->words[c].deprel;
        bool auxiliary = rel == CHY_DEPREL_AUX || rel == CHY_DEPREL_AUX_PASS;
        if (auxiliary && c < verb && chy_clause_xpos_is(&reader->words[c], "VBG")) {
            return true;
        }
    }
    return false;
}

bool chy_clause_gerund_complement(const chy_clause_reader *reader, uint32_t verb, uint32_t gerund,
                                  const char *marker) {
    bool as = strcmp(marker, "as") == 0 && !chy_clause_verbal(&reader->words[gerund]);
    return gerund > verb &&
           (as || (is_gerund(reader, gerund) && chy_clause_complement_marker(marker)));
}

bool chy_clause_infinitive_complement(const chy_clause_reader *reader, uint32_t verb,
                                      uint32_t infinitive) {
    const chy_verb_trait *trait = reader->trait[verb];
    if (!chy_clause_marked(reader, infinitive, "to") || infinitive < verb) {
        return false;
    }
    if (reader->words[verb].upos == CHY_UPOS_ADJ) {
        return true;
    }
    return trait != NULL && (trait->traits & CHY_TRAIT_INFINITIVE) != 0 &&
           chy_clause_child(reader, verb, CHY_DEPREL_XCOMP) == CHY_NONE &&
           chy_clause_child(reader, verb, CHY_DEPREL_CCOMP) == CHY_NONE;
}

static void add_adverbial(chy_clause_reader *reader, uint32_t draft, uint32_t verb,
                          uint32_t child) {
    if (chy_clause_infinitive_complement(reader, verb, child)) {
        chy_clause_add(reader, draft, CHY_ROLE_COMPLEMENT, "", child, false);
        return;
    }
    const char *marker = chy_clause_marker(reader, child);
    if (child > verb && strcmp(marker, "as") == 0 && !chy_clause_verbal(&reader->words[child])) {
        chy_clause_add(reader, draft, CHY_ROLE_PREDICATE, marker, child, false);
    } else if (chy_clause_gerund_complement(reader, verb, child, marker)) {
        chy_clause_add(reader, draft, CHY_ROLE_COMPLEMENT, marker, child, false);
    }
}

static void add_oblique(chy_clause_reader *reader, uint32_t draft, uint32_t verb, uint32_t child) {
    const chy_draft *d = &reader->drafts[draft];
    const chy_word *word = &reader->words[child];
    if (word->upos == CHY_UPOS_ADP) {
        return; /* a stranded preposition: inherit.c finds its noun */
    }
    const char *preposition = chy_clause_preposition(reader, child, CHY_DEPREL_CASE);
    bool by = strcmp(preposition, "by") == 0;
    bool time = reader->mentions->time_of_word[child] != CHY_NONE;
    if (word->deprel == CHY_DEPREL_OBL_AGENT && preposition[0] == '\0' &&
        !chy_clause_passive(reader, verb)) {
        chy_clause_add(reader, draft, CHY_ROLE_OBJECT, "", child, false);
        return;
    }
    /* "voted down | the offer", hung as if it had a preposition */
    if (preposition[0] == '\0' && !time && child > verb &&
        chy_clause_particle(reader, verb) != CHY_NONE &&
        chy_clause_child(reader, verb, CHY_DEPREL_OBJ) == CHY_NONE &&
        !chy_clause_passive(reader, verb)) {
        chy_clause_add(reader, draft, CHY_ROLE_OBJECT, "", child, false);
        return;
    }
    bool agent = (word->deprel == CHY_DEPREL_OBL_AGENT && (by || preposition[0] == '\0') &&
                  d->clause.kind != CHY_CLAUSE_ADJECTIVE) ||
                 (by && !time && chy_clause_verbal(&reader->words[verb]) &&
                  chy_clause_passive(reader, verb));
    bool source = d->inverted && !time && (by || strcmp(preposition, "from") == 0);
    bool sides = d->clause.kind == CHY_CLAUSE_NOUN && !time &&
                 (strcmp(preposition, "between") == 0 || strcmp(preposition, "among") == 0);
    if (agent || source || sides) {
        chy_clause_add(reader, draft, CHY_ROLE_SUBJECT, "", child, false);
    } else if (strcmp(preposition, "as") == 0) {
        chy_clause_add(reader, draft, CHY_ROLE_PREDICATE, preposition, child, false);
    } else {
        chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, preposition, child, false);
    }
}

/* "elected him leader", "found them guilty": a predicate, unless it is a clause with parts of its
 * own. */
static void add_open_complement(chy_clause_reader *reader, uint32_t draft, uint32_t verb,
                                uint32_t child) {
    bool clause = reader->verbal[child] != CHY_NONE || chy_clause_verbal(&reader->words[child]);
    chy_role role = clause ? CHY_ROLE_COMPLEMENT : CHY_ROLE_PREDICATE;
    const chy_verb_trait *trait = reader->trait[verb];
    bool linking = trait != NULL && (trait->traits & CHY_TRAIT_LINKING) != 0;
    if (!clause && !linking && chy_clause_nominal(&reader->words[child]) &&
        !chy_clause_passive(reader, verb) &&
        chy_clause_child(reader, verb, CHY_DEPREL_OBJ) == CHY_NONE) {
        role = CHY_ROLE_OBJECT; /* "appointed an envoy": nothing that the predicate is said of */
    }
    chy_clause_add(reader, draft, role, "", child, false);
}

/* Whether an object stands in the place of a complement ("gave Chad a warning": rarely tagged so).
 */
static bool late_object(const chy_clause_reader *reader, uint32_t verb) {
    uint32_t open = chy_clause_child(reader, verb, CHY_DEPREL_XCOMP);
    return open != CHY_NONE && chy_clause_nominal(&reader->words[open]);
}

/* "called on both generals": where the parser took the preposition for a particle. */
static bool called_on(const chy_clause_reader *reader, uint32_t verb, uint32_t child) {
    uint32_t particle = chy_clause_child(reader, verb, CHY_DEPREL_COMPOUND_PRT);
    return particle != CHY_NONE && chy_clause_particle(reader, verb) == CHY_NONE &&
           !chy_clause_form_is(&reader->words[particle], "for") && child > particle &&
           chy_clause_child(reader, child, CHY_DEPREL_CASE) == CHY_NONE;
}

static void add_child(chy_clause_reader *reader, uint32_t draft, uint32_t verb, uint32_t child) {
    uint8_t rel = reader->words[child].deprel;
    bool nominal = rel == CHY_DEPREL_OBJ || rel == CHY_DEPREL_OBL || rel == CHY_DEPREL_OBL_AGENT;
    if (nominal && called_on(reader, verb, child)) {
        chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, "on", child, false);
        return;
    }
    switch (rel) {
    case CHY_DEPREL_NSUBJ_OUTER:
    case CHY_DEPREL_CSUBJ_OUTER:
        /* "| The word was that they had met": they did */
        if (chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ) != CHY_NONE ||
            chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ_PASS) != CHY_NONE) {
            break;
        }
        /* fall through */
    case CHY_DEPREL_NSUBJ:
    case CHY_DEPREL_NSUBJ_PASS:
    case CHY_DEPREL_CSUBJ:
    case CHY_DEPREL_CSUBJ_PASS:
        if (chy_clause_foreign_subject(reader, child)) {
            break;
        }
        if (late_subject(reader, verb, child)) {
            chy_clause_add(reader, draft, CHY_ROLE_OBJECT, "", child, false);
            break;
        }
        add_surface(reader, draft, surface_role(reader, &reader->drafts[draft], verb), child);
        break;
    case CHY_DEPREL_OBJ:
        if (chy_clause_child(reader, child, CHY_DEPREL_CASE) != CHY_NONE) {
            add_oblique(reader, draft, verb, child); /* a preposition's noun is no object */
            break;
        }
        chy_clause_add(reader, draft, CHY_ROLE_OBJECT, "", child, false);
        break;
    case CHY_DEPREL_IOBJ:
        /* "asked them to leave", "told them that": the one object there is. */
        chy_clause_add(reader, draft,
                       chy_clause_child(reader, verb, CHY_DEPREL_OBJ) == CHY_NONE &&
                               !late_object(reader, verb)
                           ? CHY_ROLE_OBJECT
                           : CHY_ROLE_RECIPIENT,
                       "", child, false);
        break;
    case CHY_DEPREL_OBL:
    case CHY_DEPREL_OBL_AGENT:
        add_oblique(reader, draft, verb, child);
        break;
    case CHY_DEPREL_ADVMOD:
        /* "stayed away | from the talks" */
        for (uint32_t c = reader->first_child[child]; c != CHY_NONE; c = reader->next_sibling[c]) {
            if (reader->words[c].deprel == CHY_DEPREL_OBL) {
                add_oblique(reader, draft, verb, c);
            }
        }
        break;
    case CHY_DEPREL_OBL_UNMARKED:
        chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, "", child, false);
        break;
    case CHY_DEPREL_XCOMP:
        add_open_complement(reader, draft, verb, child);
        break;
    case CHY_DEPREL_CCOMP:
        chy_clause_add(reader, draft, CHY_ROLE_COMPLEMENT, "", child, false);
        break;
    case CHY_DEPREL_ADVCL:
        add_adverbial(reader, draft, verb, child);
        break;
    default:
        break;
    }
}

/* "is president", "is in Geneva". */
static void add_copula_predicate(chy_clause_reader *reader, uint32_t draft, uint32_t node) {
    const char *preposition = chy_clause_preposition(reader, node, CHY_DEPREL_CASE);
    if (preposition[0] == '\0') {
        chy_clause_add_one(reader, draft, CHY_ROLE_PREDICATE, preposition, node, false);
    } else {
        chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, preposition, node, false);
    }
}

static void find_lost_subject(chy_clause_reader *reader, uint32_t draft) {
    const chy_draft *d = &reader->drafts[draft];
    uint32_t verb = d->main;
    bool lost = d->surface == CHY_ROLE_COUNT && verb != CHY_NONE && !d->copular;
    uint32_t subject = lost ? chy_clause_lost_subject(reader, verb) : CHY_NONE;
    if (subject != CHY_NONE) {
        add_surface(reader, draft, surface_role(reader, d, verb), subject);
    }
}

void chy_clause_own_arguments(chy_clause_reader *reader, uint32_t draft) {
    const chy_draft d = reader->drafts[draft];
    /* From the highest node down: of "began to hold talks", began, hold, talks. */
    for (uint32_t at = d.main; at != CHY_NONE; at = reader->goes_to[at]) {
        if (reader->verbal[at] != draft) {
            break;
        }
        for (uint32_t c = reader->first_child[at]; c != CHY_NONE; c = reader->next_sibling[c]) {
            bool own_node = reader->verbal[c] == draft || reader->nominal[c] == draft;
            bool gap =
                reader->words[at].head == d.node && chy_clause_relative_pronoun(&reader->words[c]);
            bool part = d.clause.light != NULL && reader->words[c].deprel == CHY_DEPREL_OBJ &&
                        (strcmp(d.clause.light, "take_part") == 0 ||
                         strcmp(d.clause.light, "take_place") == 0);
            if (!own_node && !gap && !part) {
                add_child(reader, draft, at, c);
            }
        }
    }
    find_lost_subject(reader, draft);
    if (d.copular) {
        add_copula_predicate(reader, draft, d.node);
    }
    if (d.clause.kind == CHY_CLAUSE_VERB) {
        chy_clause_lift(reader, draft);
    }
    if (d.clause.kind == CHY_CLAUSE_NOUN) {
        chy_clause_nominal_arguments(reader, draft, d.node);
        uint32_t above = reader->came_from[d.node];
        if (above != CHY_NONE && reader->nominal[above] == draft) {
            chy_clause_nominal_arguments(reader, draft, above);
        }
    }
}
