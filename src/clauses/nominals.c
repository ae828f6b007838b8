/* The parties of nominal events: possessors, of-phrases, acting modifiers. */
#include "clauses/reader.h"

#include <string.h>

static chy_role role_of(char letter) {
    return letter == 's' ? CHY_ROLE_SUBJECT : CHY_ROLE_OBJECT;
}

static bool has_child_case(chy_clause_reader *reader, uint32_t noun, const char *form) {
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t preposition = reader->words[c].deprel == CHY_DEPREL_NMOD
                                   ? chy_clause_child(reader, c, CHY_DEPREL_CASE)
                                   : CHY_NONE;
        if (preposition != CHY_NONE && chy_clause_form_is(&reader->words[preposition], form)) {
            return true;
        }
    }
    return false;
}

/* "Kenya's arrest of B", "B's arrest": a possessor acts where the object has a place of its own. */
static void add_possessor(chy_clause_reader *reader, uint32_t draft, uint32_t noun,
                          uint32_t child) {
    const chy_draft *d = &reader->drafts[draft];
    chy_role role = role_of(d->noun->possessor);
    if (role == CHY_ROLE_OBJECT && d->noun->of == 'o' && has_child_case(reader, noun, "of")) {
        role = CHY_ROLE_SUBJECT;
    }
    if (reader->mentions->time_of_word[child] != CHY_NONE) {
        chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, "", child, false); /* "Monday's attack" */
        return;
    }
    /* "A began its attack": the possessor is the subject said again. */
    if (role == CHY_ROLE_SUBJECT && d->surface == CHY_ROLE_SUBJECT &&
        reader->words[child].upos == CHY_UPOS_PRON) {
        return;
    }
    chy_clause_add(reader, draft, role, "", child, false);
}

/* Whether what stands under "from" is who does it: "support from A", "a call from A". */
static bool from_subject(const chy_event_noun *row) {
    uint16_t voiced = CHY_NOUN_SPEECH | CHY_NOUN_STANCE | CHY_NOUN_RESOLVE;
    bool gives = (row->noun_class & CHY_NOUN_GIVE) != 0 && row->of != 'o';
    return ((row->noun_class & voiced) != 0 || gives) && (row->noun_class & CHY_NOUN_MOVE) == 0;
}

/* Whether a word names nobody who could act: "a discussion of | tuna", not "of ministers". */
static bool is_matter(const chy_clause_reader *reader, uint32_t word) {
    uint32_t mention = reader->mentions->mention_of_head[word];
    if (mention == CHY_NONE) return true;
    uint32_t entity = reader->mentions->mentions[mention].entity;
    return reader->mentions->entities[entity].kind == CHY_ENTITY_OTHER;
}

/* "is on the first visit | by a Malian premier": whose first it is says of what kind the subject
 * is. */
static bool is_of_kind(const chy_clause_reader *reader, uint32_t draft, uint32_t child) {
    uint32_t article = chy_clause_child(reader, child, CHY_DEPREL_DET);
    bool indefinite = article != CHY_NONE && (chy_clause_lemma_is(&reader->words[article], "a") ||
                                              chy_clause_lemma_is(&reader->words[article], "an"));
    return indefinite && reader->drafts[draft].main != CHY_NONE &&
           chy_clause_has(reader, draft, CHY_ROLE_SUBJECT);
}

static void add_phrase(chy_clause_reader *reader, uint32_t draft, uint32_t child) {
    const chy_draft *d = &reader->drafts[draft];
    const char *preposition = chy_clause_preposition(reader, child, CHY_DEPREL_CASE);
    bool time = reader->mentions->time_of_word[child] != CHY_NONE;
    bool of = !time && strcmp(preposition, "of") == 0;
    if (of && (d->noun->noun_class & (CHY_NOUN_RESOLVE | CHY_NOUN_SPEECH)) != 0 &&
        chy_clause_event_noun(reader, child) != CHY_NONE) {
        chy_clause_add(reader, draft, CHY_ROLE_COMPLEMENT, "of", child,
                       false); /* "threat of war" */
    } else if (of && d->noun->of != '-') {
        bool matter = (d->noun->noun_class & CHY_NOUN_MEET) != 0 && is_matter(reader, child);
        chy_clause_add(reader, draft, matter ? CHY_ROLE_OBJECT : role_of(d->noun->of), "", child,
                       false);
    } else if (strcmp(preposition, "by") == 0 && is_of_kind(reader, draft, child)) {
        return;
    } else if (!time && (strcmp(preposition, "by") == 0 || strcmp(preposition, "between") == 0 ||
                         strcmp(preposition, "among") == 0 ||
                         (strcmp(preposition, "from") == 0 && from_subject(d->noun)))) {
        chy_clause_add(reader, draft, CHY_ROLE_SUBJECT, "", child, false);
    } else {
        chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, preposition, child, false);
    }
}

/* A nationality, by its capital letter; a mention that acts; or a noun that acts before an event.
 */
static bool acting_modifier(const chy_clause_reader *reader, uint32_t word) {
    const chy_word *w = &reader->words[word];
    uint32_t mention = reader->mentions->mention_of_head[word];
    if (mention != CHY_NONE) {
        uint32_t entity = reader->mentions->mentions[mention].entity;
        return entity != CHY_NONE && reader->mentions->entities[entity].kind != CHY_ENTITY_PLACE &&
               reader->mentions->entities[entity].kind != CHY_ENTITY_OTHER;
    }
    if (w->upos == CHY_UPOS_PROPN || w->upos == CHY_UPOS_ADJ) {
        bool capital = w->form[0] >= 'A' && w->form[0] <= 'Z';
        const chy_sentence *sentence = &reader->input->sentences[w->sentence];
        bool first = word == sentence->first_word || chy_clause_headline(reader, word);
        bool name = w->name_tag != CHY_NAME_O && w->name_tag != CHY_NAME_B_LOC &&
                    w->name_tag != CHY_NAME_I_LOC;
        return name || (capital && !first && w->upos == CHY_UPOS_ADJ) ||
               (capital && w->upos == CHY_UPOS_PROPN && w->name_tag == CHY_NAME_O && !first);
    }
    char lemma[CHY_CLAUSE_LEMMA];
    chy_clause_lower(w->lemma, lemma);
    return w->upos == CHY_UPOS_NOUN && chy_acting_noun(lemma);
}

static void add_pair(chy_clause_reader *reader, uint32_t draft, uint32_t child, chy_role role) {
    /* "US-Kenya talks": the first name hangs on the second, or both on the noun. */
    for (uint32_t c = reader->first_child[child]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint8_t rel = reader->words[c].deprel;
        if ((rel == CHY_DEPREL_COMPOUND || rel == CHY_DEPREL_CONJ ||
             rel == CHY_DEPREL_OBL_UNMARKED || rel == CHY_DEPREL_NMOD_UNMARKED) &&
            (reader->words[c].upos == CHY_UPOS_PROPN || rel == CHY_DEPREL_CONJ) &&
            reader->mentions->time_of_word[c] == CHY_NONE) {
            bool apart = reader->next_sibling[c] != CHY_NONE || rel == CHY_DEPREL_CONJ;
            if (apart && acting_modifier(reader, c)) {
                chy_clause_add_one(reader, draft, role, "", c, false);
            }
        }
    }
    chy_clause_add_one(reader, draft, role, "", child, false);
}

/* "Israeli strike", "police raid", "hostage release", "drone strike", "Monday talks". */
static void add_modifier(chy_clause_reader *reader, uint32_t draft, uint32_t child) {
    const chy_draft *d = &reader->drafts[draft];
    const chy_word *word = &reader->words[child];
    bool adjective = word->upos == CHY_UPOS_ADJ;
    if (acting_modifier(reader, child) && reader->mentions->time_of_word[child] == CHY_NONE) {
        /* An adjective of nationality acts ("Chinese aid") unless someone else is said to. */
        chy_role role = adjective ? CHY_ROLE_SUBJECT : role_of(d->noun->compound);
        add_pair(reader, draft, child, role);
        return;
    }
    if (adjective || word->upos == CHY_UPOS_VERB) {
        return;
    }
    bool object = d->noun->compound == 'o' && word->upos == CHY_UPOS_NOUN &&
                  reader->mentions->time_of_word[child] == CHY_NONE;
    chy_clause_add(reader, draft, object ? CHY_ROLE_OBJECT : CHY_ROLE_OBLIQUE, "", child, false);
}

/* "talks involving A and B": the parties stand in a participle. */
static void add_involved(chy_clause_reader *reader, uint32_t draft, uint32_t participle) {
    if (!chy_clause_lemma_is(&reader->words[participle], "involve")) {
        return;
    }
    uint32_t object = chy_clause_child(reader, participle, CHY_DEPREL_OBJ);
    if (object != CHY_NONE && chy_clause_has(reader, draft, CHY_ROLE_SUBJECT)) {
        chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, "involving", object, true);
    } else if (object != CHY_NONE) {
        chy_clause_add(reader, draft, CHY_ROLE_SUBJECT, "", object, true);
    }
}

/* "a decision to withdraw", "the claim that": what is decided or claimed. */
static void add_content(chy_clause_reader *reader, uint32_t draft, uint32_t child) {
    bool infinitive = chy_clause_marked(reader, child, "to") &&
                      (reader->drafts[draft].noun->noun_class &
                       (CHY_NOUN_RESOLVE | CHY_NOUN_DEAL | CHY_NOUN_SPEECH)) != 0;
    bool that = chy_clause_marked(reader, child, "that");
    const char *marker = chy_clause_preposition(reader, child, CHY_DEPREL_MARK);
    bool gerund = chy_clause_xpos_is(&reader->words[child], "VBG") && marker[0] != '\0' &&
                  chy_clause_complement_marker(marker);
    if (infinitive || that || gerund) {
        chy_clause_add(reader, draft, CHY_ROLE_COMPLEMENT, gerund ? marker : "", child, false);
    }
}

/* The preposition of a noun's phrase that hangs from another noun; "" for none. */
static const char *phrase_preposition(chy_clause_reader *reader, uint32_t word) {
    return reader->words[word].deprel == CHY_DEPREL_NMOD
               ? chy_clause_preposition(reader, word, CHY_DEPREL_CASE)
               : "";
}

/* "the exchange of prisoners between A and B", "the arrest of two men by the army": the parser may
 * hang the parties on the object. */
static void lift_from_object(chy_clause_reader *reader, uint32_t draft) {
    uint32_t a = reader->drafts[draft].first_argument;
    for (; a != CHY_NONE; a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        bool place = argument.role == CHY_ROLE_OBLIQUE; /* "took place in Lima between" */
        if ((argument.role != CHY_ROLE_OBJECT && !place) || argument.inherited) {
            continue;
        }
        for (uint32_t c = reader->first_child[argument.word]; c != CHY_NONE;
             c = reader->next_sibling[c]) {
            const char *preposition = phrase_preposition(reader, c);
            if (strcmp(preposition, "between") == 0 || (!place && strcmp(preposition, "by") == 0)) {
                chy_clause_add(reader, draft, CHY_ROLE_SUBJECT, "", c, true);
            }
        }
    }
}

/* "a visit by the president to Peru": the parser may hang where to on who goes. */
static void lift_from_goer(chy_clause_reader *reader, uint32_t draft) {
    uint32_t a = reader->drafts[draft].first_argument;
    for (; a != CHY_NONE; a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        if (argument.role != CHY_ROLE_SUBJECT || argument.inherited ||
            argument.word < reader->drafts[draft].node) {
            continue;
        }
        for (uint32_t c = reader->first_child[argument.word]; c != CHY_NONE;
             c = reader->next_sibling[c]) {
            if (strcmp(phrase_preposition(reader, c), "to") == 0) {
                chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, "to", c, true);
            }
        }
    }
}

/* "a discussion on prices with the emir": the parser may hang who is met on what it was about. */
static void lift_from_topic(chy_clause_reader *reader, uint32_t draft) {
    static const char *const topical[] = {"on", "about", "over", "regarding", "concerning"};
    uint32_t a = reader->drafts[draft].first_argument;
    for (; a != CHY_NONE; a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        bool topic = false;
        for (size_t i = 0; i < sizeof topical / sizeof topical[0]; i++) {
            topic = topic || strcmp(argument.preposition, topical[i]) == 0;
        }
        if (!topic || argument.role != CHY_ROLE_OBLIQUE || argument.inherited) {
            continue;
        }
        for (uint32_t c = reader->first_child[argument.word]; c != CHY_NONE;
             c = reader->next_sibling[c]) {
            const char *preposition = phrase_preposition(reader, c);
            if (!chy_clause_acts(reader, c)) {
                continue;
            }
            if (strcmp(preposition, "with") == 0) {
                chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, "with", c, true);
            } else if (strcmp(preposition, "between") == 0) {
                chy_clause_add(reader, draft, CHY_ROLE_SUBJECT, "", c, true);
            }
        }
    }
}

/* "The visit to Peru is the premier's third": whose third it is made it. */
static void add_maker(chy_clause_reader *reader, uint32_t draft, uint32_t noun) {
    uint32_t ordinal = reader->words[noun].head;
    if (reader->words[noun].deprel != CHY_DEPREL_NSUBJ || ordinal == CHY_NONE ||
        reader->words[ordinal].upos != CHY_UPOS_ADJ ||
        chy_clause_child(reader, ordinal, CHY_DEPREL_COP) == CHY_NONE ||
        chy_clause_has(reader, draft, CHY_ROLE_SUBJECT)) {
        return;
    }
    uint32_t maker = chy_clause_child(reader, ordinal, CHY_DEPREL_NMOD_POSS);
    if (maker != CHY_NONE) {
        add_possessor(reader, draft, noun, maker);
    }
}

void chy_clause_nominal_arguments(chy_clause_reader *reader, uint32_t draft, uint32_t noun) {
    bool container = noun != reader->drafts[draft].node;
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (reader->nominal[c] == draft || reader->verbal[c] == draft) {
            continue;
        }
        switch (reader->words[c].deprel) {
        case CHY_DEPREL_NMOD_POSS:
            add_possessor(reader, draft, noun, c);
            break;
        case CHY_DEPREL_OBJ: /* of a gerund taken for a noun: "the shelling" */
            chy_clause_add(reader, draft, CHY_ROLE_OBJECT, "", c, false);
            break;
        case CHY_DEPREL_OBL:
        case CHY_DEPREL_NMOD:
            if (!container || reader->nominal[c] != draft) {
                add_phrase(reader, draft, c);
            }
            break;
        case CHY_DEPREL_AMOD:
        case CHY_DEPREL_COMPOUND:
        case CHY_DEPREL_NMOD_DESC:
            add_modifier(reader, draft, c);
            break;
        case CHY_DEPREL_NMOD_UNMARKED:
            chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, "", c, false);
            break;
        case CHY_DEPREL_ACL:
            if (chy_clause_xpos_is(&reader->words[c], "VBG") &&
                chy_clause_child(reader, c, CHY_DEPREL_MARK) == CHY_NONE) {
                add_involved(reader, draft, c);
            } else {
                add_content(reader, draft, c);
            }
            break;
        default:
            break;
        }
    }
    add_maker(reader, draft, noun);
    lift_from_object(reader, draft);
    if ((reader->drafts[draft].noun->noun_class & CHY_NOUN_MEET) != 0) {
        lift_from_topic(reader, draft);
    }
    if ((reader->drafts[draft].noun->noun_class & CHY_NOUN_MOVE) != 0) {
        lift_from_goer(reader, draft);
    }
}
