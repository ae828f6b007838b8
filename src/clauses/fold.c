/* Which words are one clause: light and phase verbs go to the word that carries the sense. */
#include "clauses/reader.h"

#include <string.h>

/* "fled fighting between the army and rebels" */
static bool has_sides(const chy_clause_reader *reader, uint32_t word) {
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t preposition = chy_clause_child(reader, c, CHY_DEPREL_CASE);
        if (preposition != CHY_NONE && chy_clause_form_is(&reader->words[preposition], "between")) {
            return chy_clause_child(reader, word, CHY_DEPREL_AUX) == CHY_NONE;
        }
    }
    return false;
}

/* Whether a word that looks like an event noun is one here, and not a part of a name or of a
 * compound. */
static bool is_event_position(const chy_clause_reader *reader, uint32_t at) {
    const chy_word *word = &reader->words[at];
    if (word->deprel == CHY_DEPREL_COMPOUND || word->deprel == CHY_DEPREL_FLAT ||
        word->deprel == CHY_DEPREL_FIXED || word->deprel == CHY_DEPREL_NMOD_DESC ||
        word->deprel == CHY_DEPREL_CASE || word->deprel == CHY_DEPREL_ADVMOD) {
        return false;
    }
    /* Tags of the others are a tagger's slips: "an offensive", "the shelling". */
    bool slip = word->upos == CHY_UPOS_ADJ || chy_clause_xpos_is(word, "VBG");
    bool sides = chy_clause_xpos_is(word, "VBG") && has_sides(reader, at);
    bool noun_place = word->deprel == CHY_DEPREL_OBJ || word->deprel == CHY_DEPREL_NSUBJ ||
                      word->deprel == CHY_DEPREL_NSUBJ_PASS || word->deprel == CHY_DEPREL_OBL ||
                      word->deprel == CHY_DEPREL_NMOD;
    /* "in March 2023" is no march. */
    bool dates = reader->mentions->time_of_word[at] != CHY_NONE;
    return word->upos == CHY_UPOS_NOUN || (slip && noun_place) || sides ||
           (word->upos == CHY_UPOS_PROPN && word->name_tag == CHY_NAME_O && !dates);
}

/* The lemma of a verb with its particle ("call_off"). */
static void verb_lemma(const chy_clause_reader *reader, uint32_t verb,
                       char lemma[CHY_CLAUSE_LEMMA]) {
    chy_clause_lower(reader->words[verb].lemma, lemma);
    uint32_t particle = chy_clause_particle(reader, verb);
    if (particle == CHY_NONE) {
        return;
    }
    char lower[CHY_CLAUSE_LEMMA];
    chy_clause_lower(reader->words[particle].form, lower);
    size_t size = strlen(lemma);
    size_t more = strlen(lower);
    if (size + more + 2 <= CHY_CLAUSE_LEMMA) {
        lemma[size] = '_';
        memcpy(lemma + size + 1, lower, more + 1);
    }
}

uint32_t chy_clause_event_noun(const chy_clause_reader *reader, uint32_t word) {
    /* A container of a container is rare; two steps are enough. */
    for (uint32_t steps = 0; steps < 3 && word != CHY_NONE; steps++) {
        if (reader->noun[word] != NULL) {
            return word;
        }
        word = reader->goes_to[word];
    }
    return CHY_NONE;
}

/* Nouns of deeds that are also nouns of those who do them. */
static bool names_party(const char *lemma) {
    static const char *const nouns[] = {"alliance", "audience",    "coalition",
                                        "command",  "mission",     "opposition",
                                        "patrol",   "partnership", "resistance"};
    return chy_is_listed(lemma, nouns, CHY_COUNT_OF(nouns));
}

/* "the audience lasted an hour": who listens does not last. */
static bool lasts(const chy_clause_reader *reader, uint32_t word) {
    const chy_word *of = &reader->words[word];
    if (of->deprel != CHY_DEPREL_NSUBJ || of->head == CHY_NONE) {
        return false;
    }
    char lemma[CHY_CLAUSE_LEMMA];
    verb_lemma(reader, of->head, lemma);
    return strcmp(lemma, "last") == 0 || strcmp(lemma, "go_on") == 0;
}

/* "There was talk of a merger", "amid talk that they would leave": gossip, and no talks. */
static bool is_gossip(const chy_clause_reader *reader, uint32_t word, const char *lemma) {
    if (strcmp(lemma, "talk") != 0 || !chy_clause_xpos_is(&reader->words[word], "NN")) {
        return false;
    }
    bool told = false;
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint8_t rel = reader->words[c].deprel;
        if (rel == CHY_DEPREL_DET || rel == CHY_DEPREL_NMOD_POSS || rel == CHY_DEPREL_COMPOUND) {
            return false;
        }
        uint32_t of =
            rel == CHY_DEPREL_NMOD ? chy_clause_child(reader, c, CHY_DEPREL_CASE) : CHY_NONE;
        told = told || rel == CHY_DEPREL_ACL || rel == CHY_DEPREL_ACL_RELCL ||
               (of != CHY_NONE && chy_clause_form_is(&reader->words[of], "of"));
    }
    return told;
}

/* "an audience with the king": who listens has nobody to be with. */
static bool is_audience_with(const chy_clause_reader *reader, uint32_t word, const char *lemma) {
    if (strcmp(lemma, "audience") != 0) {
        return false;
    }
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t led = chy_clause_child(reader, c, CHY_DEPREL_CASE);
        bool with = led != CHY_NONE && (chy_clause_form_is(&reader->words[led], "with") ||
                                        chy_clause_form_is(&reader->words[led], "for"));
        if (with && chy_clause_acts(reader, c)) {
            return true;
        }
    }
    return false;
}

/* "the minister in charge of roads" accuses nobody. */
static bool is_in_charge(const chy_clause_reader *reader, uint32_t word, const char *lemma) {
    return word > 0 && strcmp(lemma, "charge") == 0 &&
           chy_clause_form_is(&reader->words[word - 1], "in");
}

static void fill_rows(chy_clause_reader *reader) {
    for (uint32_t i = 0; i < reader->word_count; i++) {
        const chy_word *word = &reader->words[i];
        char lemma[CHY_CLAUSE_LEMMA];
        if (is_event_position(reader, i)) {
            /* "the opposition" is a party, not what it does. */
            bool gerund = chy_clause_xpos_is(word, "VBG");
            chy_clause_lower(gerund ? word->form : word->lemma, lemma);
            bool party = names_party(lemma) && chy_clause_acts(reader, i) && !lasts(reader, i) &&
                         !is_audience_with(reader, i, lemma);
            bool none = party || is_gossip(reader, i, lemma) || is_in_charge(reader, i, lemma);
            reader->noun[i] = none ? NULL : chy_event_noun_find(lemma);
        } else if (chy_clause_verbal(word)) {
            verb_lemma(reader, i, lemma);
            reader->trait[i] = chy_verb_trait_find(lemma);
        } else if (chy_clause_adjectival(word)) {
            chy_clause_lower(word->lemma, lemma);
            reader->trait[i] = chy_verb_trait_find(lemma);
        }
    }
}

static void go(chy_clause_reader *reader, uint32_t from, uint32_t to, const chy_light_verb *row) {
    if (row != NULL && row->kept) {
        uint32_t noun = chy_clause_event_noun(reader, to);
        if (reader->kept_by[noun] == CHY_NONE) {
            reader->kept_by[noun] = from;
            reader->kept_row[noun] = row;
        }
        return;
    }
    if (reader->goes_to[from] == CHY_NONE && reader->came_from[to] == CHY_NONE && from != to) {
        reader->goes_to[from] = to;
        reader->came_from[to] = from;
        reader->light[from] = row;
    }
}

/* "a series of attacks": the container goes to what it holds. */
static void fold_containers(chy_clause_reader *reader) {
    for (uint32_t i = 0; i < reader->word_count; i++) {
        const chy_word *word = &reader->words[i];
        uint32_t head = word->head;
        if (reader->noun[i] == NULL || word->deprel != CHY_DEPREL_NMOD || head == CHY_NONE ||
            reader->noun[head] != NULL || !is_event_position(reader, head)) {
            continue;
        }
        char lemma[CHY_CLAUSE_LEMMA];
        chy_clause_lower(reader->words[head].lemma, lemma);
        uint32_t preposition = chy_clause_child(reader, i, CHY_DEPREL_CASE);
        bool measure = reader->mentions->time_of_word[head] != CHY_NONE; /* "two days of talks" */
        if ((measure || chy_container_noun(lemma)) && preposition != CHY_NONE &&
            chy_clause_form_is(&reader->words[preposition], "of")) {
            go(reader, head, i, NULL);
        }
    }
}

/* A nominal event that an argument's word is, free to be a light verb's noun; CHY_NONE if none. */
static uint32_t free_event(const chy_clause_reader *reader, uint32_t word) {
    uint32_t noun = word == CHY_NONE ? CHY_NONE : chy_clause_event_noun(reader, word);
    if (noun == CHY_NONE || reader->came_from[word] != CHY_NONE ||
        reader->kept_by[noun] != CHY_NONE) {
        return CHY_NONE;
    }
    return noun;
}

/* "took place": an occurrence; "took part in": the noun stands after "in". */
static bool object_is(const chy_clause_reader *reader, uint32_t verb, const char *lemma) {
    uint32_t object = chy_clause_child(reader, verb, CHY_DEPREL_OBJ);
    return object != CHY_NONE && chy_clause_lemma_is(&reader->words[object], lemma);
}

#define WAY(way)   (1u << (way))
#define WAYS_PARTY (WAY(CHY_LIGHT_DO) | WAY(CHY_LIGHT_GET))

/* The noun under a preposition that makes a light verb, among the children of a word. */
static bool fold_prepositional(chy_clause_reader *reader, uint32_t verb, const char *lemma,
                               uint32_t above, chy_deprel deprel) {
    for (uint32_t c = reader->first_child[above]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t noun =
            reader->words[c].deprel == (uint8_t)deprel ? free_event(reader, c) : CHY_NONE;
        if (noun == CHY_NONE) {
            continue;
        }
        const char *preposition = chy_clause_preposition(reader, c, CHY_DEPREL_CASE);
        const chy_light_verb *row =
            chy_light_verb_find(lemma, preposition, reader->noun[noun]->noun_class, WAYS_PARTY);
        if (row != NULL && preposition[0] != '\0') {
            go(reader, verb, c, row);
            return true;
        }
    }
    return false;
}

/* "took part in talks", "came under attack", "put him under arrest". */
static void fold_oblique(chy_clause_reader *reader, uint32_t verb, const char *lemma) {
    uint32_t object = chy_clause_child(reader, verb, CHY_DEPREL_OBJ);
    bool part = object_is(reader, verb, "part");
    bool takes_object = strcmp(lemma, "put") == 0 || strcmp(lemma, "place") == 0;
    if ((strcmp(lemma, "take") == 0 && !part) || (object != CHY_NONE && !part && !takes_object)) {
        return;
    }
    if (!fold_prepositional(reader, verb, lemma, verb, CHY_DEPREL_OBL) && part) {
        (void)fold_prepositional(reader, verb, lemma, object, CHY_DEPREL_NMOD);
    }
}

/* The noun as subject of a verb of occurrence: "talks took place", "clashes broke out". */
static void fold_occurrence(chy_clause_reader *reader, uint32_t verb, const char *lemma) {
    uint32_t subject = chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ);
    uint32_t noun = free_event(reader, subject);
    if (noun == CHY_NONE) {
        return;
    }
    bool place = strcmp(lemma, "take") == 0 && object_is(reader, verb, "place");
    bool there =
        strcmp(lemma, "be") == 0 && chy_clause_child(reader, verb, CHY_DEPREL_EXPL) != CHY_NONE;
    if (strcmp(lemma, "be") == 0 && !there) {
        return;
    }
    if (!place && chy_clause_child(reader, verb, CHY_DEPREL_OBJ) != CHY_NONE) {
        return;
    }
    const chy_light_verb *row = chy_light_verb_find(
        place ? "take_place" : lemma, "", reader->noun[noun]->noun_class, WAY(CHY_LIGHT_OCCUR));
    if (row != NULL) {
        go(reader, verb, subject, row);
    }
}

/* "held talks", "talks were held": the noun as object, or as subject of the passive. */
static bool fold_object(chy_clause_reader *reader, uint32_t verb, const char *lemma) {
    bool passive = chy_clause_passive(reader, verb);
    uint32_t place = chy_clause_child(reader, verb, CHY_DEPREL_OBJ);
    if (place == CHY_NONE && passive) {
        place = chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ_PASS);
    }
    if (place == CHY_NONE && passive) {
        place = chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ);
    }
    uint32_t noun = free_event(reader, place);
    if (noun == CHY_NONE) {
        return false;
    }
    const chy_light_verb *row =
        chy_light_verb_find(lemma, "", reader->noun[noun]->noun_class, WAYS_PARTY);
    if (row == NULL) {
        return false;
    }
    go(reader, verb, place, row);
    return true;
}

/* "was under attack", "are in talks": a copula, the noun itself bears its clause. Nothing goes
 * anywhere, but the row is kept with the noun. */
static void fold_copula(chy_clause_reader *reader, uint32_t noun) {
    if (reader->noun[noun] == NULL || chy_clause_child(reader, noun, CHY_DEPREL_COP) == CHY_NONE) {
        return;
    }
    const char *preposition = chy_clause_preposition(reader, noun, CHY_DEPREL_CASE);
    if (preposition[0] != '\0') {
        reader->light[noun] =
            chy_light_verb_find("be", preposition, reader->noun[noun]->noun_class, WAYS_PARTY);
    }
}

/* "began to attack", "has to leave", "remains critical of": the complement carries the sense. */
static void fold_phase(chy_clause_reader *reader, uint32_t verb) {
    const chy_verb_trait *trait = reader->trait[verb];
    if (trait == NULL || reader->goes_to[verb] != CHY_NONE) {
        return;
    }
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        const chy_word *word = &reader->words[c];
        if (word->deprel != CHY_DEPREL_XCOMP) {
            continue;
        }
        bool to = chy_clause_marked(reader, c, "to");
        bool phase = (trait->traits & CHY_TRAIT_PHASE) != 0 && chy_clause_verbal(word);
        bool modal = (trait->traits & CHY_TRAIT_MODAL) != 0 && chy_clause_verbal(word) && to;
        /* "is going to", never "went to". */
        if (modal && chy_clause_lemma_is(&reader->words[verb], "go")) {
            modal = chy_clause_xpos_is(&reader->words[verb], "VBG");
        }
        bool linking = (trait->traits & (CHY_TRAIT_LINKING | CHY_TRAIT_PHASE)) != 0 &&
                       chy_clause_adjectival(word) &&
                       chy_clause_child(reader, verb, CHY_DEPREL_OBJ) == CHY_NONE;
        if (phase || modal || linking) {
            go(reader, verb, c, NULL);
            return;
        }
    }
    /* "remains | ready for talks, he said": side by side under the verb of saying. */
    uint32_t next = verb + 1;
    if ((trait->traits & CHY_TRAIT_LINKING) != 0 && next < reader->word_count &&
        reader->words[next].sentence == reader->words[verb].sentence &&
        chy_clause_adjectival(&reader->words[next]) &&
        reader->words[next].deprel == CHY_DEPREL_CCOMP &&
        reader->words[next].head == reader->words[verb].head &&
        chy_clause_child(reader, verb, CHY_DEPREL_OBJ) == CHY_NONE) {
        go(reader, verb, next, NULL);
    }
}

/* "talks held in Geneva", "the attack that rebels carried out": the verb modifies its own noun. */
static void fold_modifier(chy_clause_reader *reader, uint32_t verb, const char *lemma) {
    const chy_word *word = &reader->words[verb];
    uint32_t noun = word->head;
    bool reduced = word->deprel == CHY_DEPREL_ACL && chy_clause_xpos_is(word, "VBN");
    bool relative = word->deprel == CHY_DEPREL_ACL_RELCL;
    if (noun == CHY_NONE || reader->noun[noun] == NULL || reader->came_from[noun] != CHY_NONE ||
        reader->kept_by[noun] != CHY_NONE || (!reduced && !relative) ||
        chy_clause_child(reader, noun, CHY_DEPREL_COP) != CHY_NONE) {
        return;
    }
    uint32_t object = chy_clause_child(reader, verb, CHY_DEPREL_OBJ);
    if (relative) {
        uint32_t subject = chy_clause_passive(reader, verb)
                               ? chy_clause_child(reader, verb, CHY_DEPREL_NSUBJ_PASS)
                               : object;
        bool gap = subject == CHY_NONE && object == CHY_NONE;
        if (!gap &&
            (subject == CHY_NONE || !chy_clause_relative_pronoun(&reader->words[subject]))) {
            return;
        }
    } else if (object != CHY_NONE) {
        return;
    }
    const chy_light_verb *row =
        chy_light_verb_find(lemma, "", reader->noun[noun]->noun_class, WAY(CHY_LIGHT_DO));
    if (row != NULL) {
        go(reader, verb, noun, row);
    }
}

void chy_clause_fold(chy_clause_reader *reader) {
    fill_rows(reader);
    fold_containers(reader);
    char lemma[CHY_CLAUSE_LEMMA];
    for (uint32_t i = 0; i < reader->word_count; i++) {
        if (reader->noun[i] != NULL) {
            fold_copula(reader, i);
        }
        if (!chy_clause_verbal(&reader->words[i]) || reader->words[i].deprel == CHY_DEPREL_AMOD) {
            continue;
        }
        verb_lemma(reader, i, lemma);
        fold_phase(reader, i);
        if (reader->goes_to[i] == CHY_NONE && !fold_object(reader, i, lemma)) {
            fold_oblique(reader, i, lemma);
        }
        if (reader->goes_to[i] == CHY_NONE) {
            fold_occurrence(reader, i, lemma);
        }
    }
    /* A noun that is already some verb's own is not its modifier's. */
    for (uint32_t i = 0; i < reader->word_count; i++) {
        if (chy_clause_verbal(&reader->words[i]) && reader->goes_to[i] == CHY_NONE) {
            verb_lemma(reader, i, lemma);
            fold_modifier(reader, i, lemma);
        }
    }
}
