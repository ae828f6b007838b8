/* Which words carry a clause, and the drafts made of them. */
#include "clauses/reader.h"

#include <string.h>

static bool has_child(const chy_clause_reader *reader, uint32_t word, chy_deprel deprel) {
    return chy_clause_child(reader, word, deprel) != CHY_NONE;
}

/* "Asked whether he would go, the minister declined": no past tense, having no subject. */
static bool leads_its_clause(const chy_clause_reader *reader, uint32_t verb) {
    const chy_word *word = &reader->words[verb];
    return word->deprel == CHY_DEPREL_ADVCL && word->head != CHY_NONE && word->head > verb &&
           chy_clause_xpos_is(word, "VBD") && !has_child(reader, verb, CHY_DEPREL_NSUBJ) &&
           !has_child(reader, verb, CHY_DEPREL_MARK);
}

/* A past participle with no auxiliary of its own. */
static bool bare_participle(const chy_clause_reader *reader, uint32_t verb) {
    bool participle = chy_clause_xpos_is(&reader->words[verb], "VBN");
    return (participle || leads_its_clause(reader, verb)) &&
           !has_child(reader, verb, CHY_DEPREL_AUX);
}

/* "called on the premier to reopen talks": no fragment of a headline goes on like this. */
static bool asks(const chy_clause_reader *reader, uint32_t verb) {
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint8_t rel = reader->words[c].deprel;
        if ((rel == CHY_DEPREL_ADVCL || rel == CHY_DEPREL_XCOMP) &&
            chy_clause_marked(reader, c, "to")) {
            return true;
        }
    }
    return false;
}

/* "Oman mediated": a past tense that tagger and parser both took for a passive without its
 * auxiliary. */
static bool mistaken_passive(const chy_clause_reader *reader, uint32_t verb) {
    uint8_t rel = reader->words[verb].deprel;
    return (rel == CHY_DEPREL_ROOT || rel == CHY_DEPREL_CCOMP) && bare_participle(reader, verb) &&
           !chy_clause_headline(reader, verb) && !has_child(reader, verb, CHY_DEPREL_AUX_PASS) &&
           !has_child(reader, verb, CHY_DEPREL_OBL_AGENT) &&
           has_child(reader, verb, CHY_DEPREL_NSUBJ_PASS) &&
           ((reader->words[verb].feat_bits & CHY_FEAT_PASSIVE) == 0 || asks(reader, verb));
}

/* "Rwanda deported 300 refugees": a parser's passive with neither auxiliary nor agent, but with an
 * object after it. */
static bool mistaken_active(const chy_clause_reader *reader, uint32_t verb) {
    uint32_t subject = chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ_PASS);
    uint32_t object = chy_clause_child(reader, verb, CHY_DEPREL_OBJ);
    uint32_t agent = chy_clause_child(reader, verb, CHY_DEPREL_OBL_AGENT);
    if (agent != CHY_NONE && !has_child(reader, agent, CHY_DEPREL_CASE)) {
        object = agent; /* "handed over two soldiers" */
    } else if (agent != CHY_NONE) {
        return false;
    }
    bool finite = chy_clause_xpos_is(&reader->words[verb], "VBD") ||
                  reader->words[verb].deprel == CHY_DEPREL_ROOT ||
                  reader->words[verb].deprel == CHY_DEPREL_CCOMP;
    return finite && object != CHY_NONE && object > verb && !chy_clause_headline(reader, verb) &&
           (subject != CHY_NONE || object == agent) && !has_child(reader, verb, CHY_DEPREL_AUX) &&
           !has_child(reader, verb, CHY_DEPREL_AUX_PASS);
}

/* "is committed to peace", "are determined to stay": a state of mind, done by nobody. */
static bool state_participle(const chy_clause_reader *reader, uint32_t verb) {
    const chy_verb_trait *trait = reader->trait[verb];
    if (trait == NULL || (trait->traits & CHY_TRAIT_STATE) == 0 ||
        !chy_clause_xpos_is(&reader->words[verb], "VBN") ||
        has_child(reader, verb, CHY_DEPREL_OBL_AGENT)) {
        return false;
    }
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t to = chy_clause_child(reader, c, CHY_DEPREL_CASE);
        bool led = to != CHY_NONE && chy_clause_form_is(&reader->words[to], "to");
        if (c > verb && (led || chy_clause_marked(reader, c, "to"))) {
            return true;
        }
    }
    return false;
}

/* "is alarmed at the plan", "was outraged by it": a participle that says how somebody feels, which
 * taggers call a verb or an adjective, and whose lemma is then anything. */
static bool is_feeling(const chy_clause_reader *reader, uint32_t word) {
    static const char *const feelings[] = {
        "alarmed",      "angered",   "annoyed",   "appalled",  "concerned",  "delighted",
        "disappointed", "disgusted", "dismayed",  "disturbed", "encouraged", "enraged",
        "frustrated",   "heartened", "horrified", "incensed",  "infuriated", "irritated",
        "outraged",     "overjoyed", "perturbed", "pleased",   "satisfied",  "shocked",
        "surprised",    "thrilled",  "troubled",  "worried"};
    bool state = reader->words[word].upos == CHY_UPOS_ADJ ||
                 (bare_participle(reader, word) && has_child(reader, word, CHY_DEPREL_AUX_PASS));
    for (size_t i = 0; state && i < sizeof feelings / sizeof feelings[0]; i++) {
        if (chy_clause_form_is(&reader->words[word], feelings[i])) {
            return true;
        }
    }
    return false;
}

/* "was summoned and handed a note": a conjunct that tagger and parser took for a past tense, as if
 * the one summoned had handed it over. */
static bool is_handed(const chy_clause_reader *reader, uint32_t verb) {
    static const char *const gifts[] = {"hand", "serve", "award", "grant", "deny", "offer"};
    const chy_word *word = &reader->words[verb];
    if (word->deprel != CHY_DEPREL_CONJ || !chy_clause_xpos_is(word, "VBD") ||
        !has_child(reader, verb, CHY_DEPREL_OBJ) || has_child(reader, verb, CHY_DEPREL_IOBJ) ||
        has_child(reader, verb, CHY_DEPREL_COMPOUND_PRT) ||
        has_child(reader, verb, CHY_DEPREL_NSUBJ) ||
        !has_child(reader, word->head, CHY_DEPREL_AUX_PASS)) {
        return false;
    }
    return chy_clause_lemma_in(word, gifts, CHY_COUNT_OF(gifts));
}

/* "Four rebels were killed and two soldiers wounded": a second passive that shares the auxiliary;
 * not "and two soldiers fled". */
static bool shares_passive(const chy_clause_reader *reader, uint32_t verb) {
    static const char *const suffered[] = {
        "abduct", "arrest",  "beat",  "behead", "bomb",  "burn",   "destroy", "detain",
        "free",   "hang",    "hurt",  "injure", "jail",  "kidnap", "kill",    "maim",
        "raze",   "release", "shoot", "stab",   "torch", "wound"};
    const chy_word *word = &reader->words[verb];
    if (word->deprel != CHY_DEPREL_CONJ || has_child(reader, verb, CHY_DEPREL_OBJ) ||
        has_child(reader, verb, CHY_DEPREL_AUX) || !has_child(reader, verb, CHY_DEPREL_NSUBJ) ||
        !has_child(reader, word->head, CHY_DEPREL_AUX_PASS)) {
        return false;
    }
    return chy_clause_xpos_is(word, "VBN") ||
           (chy_clause_xpos_is(word, "VBD") &&
            chy_clause_lemma_in(word, suffered, CHY_COUNT_OF(suffered)));
}

bool chy_clause_passive(const chy_clause_reader *reader, uint32_t verb) {
    if (shares_passive(reader, verb)) {
        return true;
    }
    if (mistaken_passive(reader, verb) || mistaken_active(reader, verb) ||
        state_participle(reader, verb) || is_feeling(reader, verb)) {
        return false;
    }
    for (uint32_t steps = 0; steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        if (has_child(reader, verb, CHY_DEPREL_AUX_PASS) ||
            has_child(reader, verb, CHY_DEPREL_NSUBJ_PASS) ||
            has_child(reader, verb, CHY_DEPREL_CSUBJ_PASS) ||
            has_child(reader, verb, CHY_DEPREL_OBL_AGENT)) {
            return true;
        }
        if (!bare_participle(reader, verb) && !is_handed(reader, verb)) {
            return false;
        }
        /* Participles that modify are passive, as are the fragments of headlines ("3 killed in
         * raid"); a conjunct is what its head is ("was arrested and jailed", "has met and
         * thanked"). */
        if (reader->words[verb].deprel != CHY_DEPREL_CONJ) {
            if (has_child(reader, verb, CHY_DEPREL_NSUBJ) && !chy_clause_headline(reader, verb)) {
                return false; /* a past tense taken for a participle */
            }
            return !has_child(reader, verb, CHY_DEPREL_OBJ) ||
                   reader->words[verb].deprel == CHY_DEPREL_ACL;
        }
        if (has_child(reader, verb, CHY_DEPREL_NSUBJ)) {
            return false;
        }
        verb = reader->words[verb].head;
    }
    return false;
}

static bool takes_arguments(const chy_clause_reader *reader, uint32_t adjective) {
    return has_child(reader, adjective, CHY_DEPREL_OBL) ||
           has_child(reader, adjective, CHY_DEPREL_XCOMP) ||
           has_child(reader, adjective, CHY_DEPREL_CCOMP) ||
           has_child(reader, adjective, CHY_DEPREL_ADVCL);
}

/* Words that look like verbs and are prepositions, parts of names and so on ("according to"). */
static bool stands_as_verb(const chy_word *word) {
    switch (word->deprel) {
    case CHY_DEPREL_COMPOUND:
    case CHY_DEPREL_FIXED:
    case CHY_DEPREL_CASE:
    case CHY_DEPREL_MARK:
    case CHY_DEPREL_FLAT:
    case CHY_DEPREL_GOESWITH:
    case CHY_DEPREL_DET:
    case CHY_DEPREL_CC:
    case CHY_DEPREL_ADVMOD:
    case CHY_DEPREL_DISCOURSE:
    case CHY_DEPREL_PUNCT:
        return false;
    case CHY_DEPREL_AMOD:
        return chy_clause_verbal(word) && word->name_tag == CHY_NAME_O; /* "United States" */
    default:
        return chy_clause_verbal(word);
    }
}

static bool stands_as_adjective(const chy_clause_reader *reader, uint32_t i) {
    if (is_feeling(reader, i) && has_child(reader, i, CHY_DEPREL_AUX_PASS)) {
        return true;
    }
    if (!chy_clause_adjectival(&reader->words[i])) {
        return false;
    }
    if (has_child(reader, i, CHY_DEPREL_COP) || reader->came_from[i] != CHY_NONE) {
        return true;
    }
    switch (reader->words[i].deprel) {
    case CHY_DEPREL_ROOT:
    case CHY_DEPREL_CCOMP:
    case CHY_DEPREL_ADVCL:
    case CHY_DEPREL_ACL_RELCL:
    case CHY_DEPREL_ACL:
    case CHY_DEPREL_PARATAXIS:
        return true;
    case CHY_DEPREL_AMOD:
    case CHY_DEPREL_XCOMP:
    case CHY_DEPREL_CONJ:
        return takes_arguments(reader, i);
    default:
        return false;
    }
}

static uint32_t new_draft(chy_clause_reader *reader, uint32_t word, uint32_t node, uint8_t kind) {
    void *items = reader->drafts;
    if (reader->failed || !chy_arena_room(reader->scratch, &items, sizeof *reader->drafts,
                                          reader->draft_count, &reader->draft_capacity)) {
        reader->failed = true;
        return CHY_NONE;
    }
    reader->drafts = items;
    chy_draft *draft = &reader->drafts[reader->draft_count];
    *draft = (chy_draft){.top = node,
                         .main = CHY_NONE,
                         .node = node,
                         .first_argument = CHY_NONE,
                         .last_argument = CHY_NONE,
                         .next_at_top = CHY_NONE,
                         .surface = CHY_ROLE_COUNT};
    draft->clause.word = word;
    draft->clause.verb = CHY_NONE;
    draft->clause.kind = kind;
    draft->clause.parent = CHY_NONE;
    draft->clause.sentence = reader->words[word].sentence;
    return reader->draft_count++;
}

/* "call_off"; otherwise the word's lemma in lower case. */
static const char *sense_lemma(chy_clause_reader *reader, uint32_t word) {
    const char *lemma =
        is_feeling(reader, word) ? reader->words[word].form : reader->words[word].lemma;
    char joined[CHY_CLAUSE_LEMMA * 2];
    char lower[CHY_CLAUSE_LEMMA];
    chy_clause_lower(lemma, joined);
    uint32_t particle =
        chy_clause_verbal(&reader->words[word]) ? chy_clause_particle(reader, word) : CHY_NONE;
    if (particle == CHY_NONE && strcmp(joined, lemma) == 0) {
        return lemma;
    }
    size_t size = strlen(joined);
    if (particle != CHY_NONE) {
        chy_clause_lower(reader->words[particle].form, lower);
        joined[size] = '_';
        memcpy(joined + size + 1, lower, strlen(lower) + 1);
        size += 1 + strlen(lower);
    }
    const char *copy = chy_arena_string(reader->arena, joined, size);
    if (copy == NULL) {
        reader->failed = true;
        return lemma;
    }
    return copy;
}

/* What the light or phase verb above a node is called, or NULL where it leaves no trace. */
static const char *light_name(const chy_clause_reader *reader, uint32_t from) {
    const chy_light_verb *row = reader->light[from];
    if (row != NULL) {
        bool part = strcmp(row->lemma, "take") == 0 && strcmp(row->preposition, "in") == 0;
        return part ? "take_part" : row->lemma;
    }
    const chy_verb_trait *trait = reader->trait[from];
    bool traced = trait != NULL && (trait->traits & (CHY_TRAIT_PHASE | CHY_TRAIT_LINKING)) != 0;
    return traced ? trait->lemma : NULL;
}

/* Takes the nodes above the sense into the draft. */
static void take_nodes(chy_clause_reader *reader, uint32_t index) {
    chy_draft *draft = &reader->drafts[index];
    uint32_t below = draft->node;
    bool climbing = true; /* until a node hangs below the noun that it modifies */
    for (uint32_t at = reader->came_from[below]; at != CHY_NONE; at = reader->came_from[at]) {
        if (chy_clause_verbal(&reader->words[at])) {
            reader->verbal[at] = index;
            draft->main = at;
            if (draft->clause.light == NULL) {
                draft->clause.light = light_name(reader, at);
            }
            if (reader->light[at] != NULL && reader->light[at]->way == CHY_LIGHT_GET) {
                draft->inverted = true;
            }
        } else {
            reader->nominal[at] = index;
        }
        climbing = climbing && reader->words[at].head != below;
        if (climbing) {
            draft->top = at;
        }
        below = at;
    }
    if (draft->main != CHY_NONE) {
        draft->clause.verb = draft->main;
    }
}

static void find_verb(chy_clause_reader *reader, uint32_t i) {
    uint32_t index = new_draft(reader, i, i, CHY_CLAUSE_VERB);
    if (index == CHY_NONE) {
        return;
    }
    reader->verbal[i] = index;
    reader->drafts[index].main = i;
    reader->drafts[index].clause.verb = i;
    reader->drafts[index].clause.lemma = sense_lemma(reader, i);
    reader->drafts[index].trait = reader->trait[i];
    take_nodes(reader, index);
}

static void find_adjective(chy_clause_reader *reader, uint32_t i) {
    uint32_t index = new_draft(reader, i, i, CHY_CLAUSE_ADJECTIVE);
    if (index == CHY_NONE) {
        return;
    }
    reader->verbal[i] = index;
    chy_draft *draft = &reader->drafts[index];
    draft->main = i;
    uint32_t copula = chy_clause_child(reader, i, CHY_DEPREL_COP);
    if (copula == CHY_NONE) {
        copula = chy_clause_child(reader, i, CHY_DEPREL_AUX_PASS);
    }
    draft->clause.verb = copula == CHY_NONE ? i : copula;
    draft->clause.lemma = sense_lemma(reader, i);
    draft->trait = reader->trait[i];
    if (reader->came_from[i] != CHY_NONE) {
        take_nodes(reader, index);
    }
}

/* "is president": the copula carries the clause, its predicate is the node. */
static void find_copula(chy_clause_reader *reader, uint32_t i, uint32_t copula) {
    uint32_t index = new_draft(reader, copula, i, CHY_CLAUSE_VERB);
    if (index == CHY_NONE) {
        return;
    }
    reader->verbal[i] = index;
    chy_draft *draft = &reader->drafts[index];
    draft->main = i;
    draft->copular = true;
    draft->clause.verb = copula;
    draft->clause.lemma = "be";
    char lemma[CHY_CLAUSE_LEMMA];
    chy_clause_lower(reader->words[i].lemma, lemma);
    draft->trait = chy_verb_trait_find(lemma); /* "is about to" */
}

static void find_noun(chy_clause_reader *reader, uint32_t i) {
    uint32_t index = new_draft(reader, i, i, CHY_CLAUSE_NOUN);
    if (index == CHY_NONE) {
        return;
    }
    reader->nominal[i] = index;
    chy_draft *draft = &reader->drafts[index];
    draft->noun = reader->noun[i];
    draft->clause.lemma = draft->noun->lemma;
    const chy_light_verb *row = reader->light[i];
    if (row != NULL) {
        /* "was under attack": the noun is its own verbal node. */
        reader->verbal[i] = index;
        draft->main = i;
        draft->clause.verb = chy_clause_child(reader, i, CHY_DEPREL_COP);
        draft->clause.light = "be";
        draft->inverted = row->way == CHY_LIGHT_GET;
        return;
    }
    take_nodes(reader, index);
    if (reader->kept_by[i] != CHY_NONE) {
        draft->clause.light = reader->kept_row[i]->lemma;
        draft->clause.verb = reader->kept_by[i];
    }
}

/* Lists the drafts by their top, the syntactic one (a copula) before the nominal one of the same
 * word. */
static void list_by_top(chy_clause_reader *reader) {
    for (uint32_t i = reader->draft_count; i-- > 0;) {
        chy_draft *draft = &reader->drafts[i];
        draft->next_at_top = reader->top_draft[draft->top];
        reader->top_draft[draft->top] = i;
    }
}

void chy_clause_find(chy_clause_reader *reader) {
    for (uint32_t i = 0; i < reader->word_count && !reader->failed; i++) {
        const chy_word *word = &reader->words[i];
        if (reader->goes_to[i] != CHY_NONE) {
            continue;
        }
        uint32_t copula = chy_clause_child(reader, i, CHY_DEPREL_COP);
        if (stands_as_verb(word) && reader->noun[i] == NULL && !is_feeling(reader, i)) {
            find_verb(reader, i);
        } else if (stands_as_adjective(reader, i)) {
            find_adjective(reader, i);
        } else if (copula != CHY_NONE && reader->light[i] == NULL) {
            find_copula(reader, i, copula);
        }
        if (reader->noun[i] != NULL) {
            find_noun(reader, i);
        }
    }
    list_by_top(reader);
}
