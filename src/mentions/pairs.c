#include "mentions/pairs.h"

#include <string.h>

/* How many words of a phrase are compared. */
#define PHRASE 12u

enum { PRONOUN_LATER, SPEAKER_LATER, NOUN_LATER, LATER_GROUPS };

enum { DISTANCES = 8, STEPS = 10, TELLINGS = 5, RIVALS = 4, CLAUSES = 7, VERBS = 6 };
enum { KINDS = CHY_ENTITY_KIND_COUNT + 1, SUITED = 5, PHRASES_AHEAD = 7 };
/* How the two hang from the word that holds both. */
enum { EDGES = 11, EDGES_EARLIER = 8, PATH_STEPS = 12 };
enum { PLACES = 4, JOINED = 3 };

/* The number of values of each mark. */
static const uint16_t mark_sizes[CHY_PAIR_MARKS] = {CHY_WORD_LATER_KINDS,
                                                    CHY_WORD_KINDS,
                                                    CHY_WORD_LATER_KINDS *CHY_WORD_KINDS,
                                                    DISTANCES *LATER_GROUPS,
                                                    STEPS *LATER_GROUPS,
                                                    CHY_STANDS,
                                                    CHY_STANDS,
                                                    CHY_STANDS *CHY_STANDS * 3,
                                                    3 * 3 * LATER_GROUPS,
                                                    4 * 6,
                                                    KINDS *SUITED,
                                                    2 * LATER_GROUPS,
                                                    4 * LATER_GROUPS,
                                                    TELLINGS *LATER_GROUPS,
                                                    4 * LATER_GROUPS,
                                                    VERBS * 2 * 3,
                                                    4 * 2,
                                                    4,
                                                    RIVALS *LATER_GROUPS,
                                                    2 * LATER_GROUPS,
                                                    CHY_DEPTHS * 2,
                                                    CLAUSES * 2 * 2,
                                                    4 * LATER_GROUPS,
                                                    PHRASES_AHEAD,
                                                    1 + EDGES *EDGES_EARLIER,
                                                    JOINED * 2 * LATER_GROUPS,
                                                    PLACES *CHY_STANDS};

uint32_t chy_pair_rows(void) {
    uint32_t rows = 0;
    for (uint32_t i = 0; i < CHY_PAIR_MARKS; i++)
        rows += mark_sizes[i];
    return rows;
}

/* ---- One mention ------------------------------------------------------------------------------
 */

static uint32_t group_of(chy_word_kind later) {
    if (later >= CHY_WORD_DEFINITE) return NOUN_LATER;
    return later >= CHY_WORD_I && later <= CHY_WORD_YOUR ? SPEAKER_LATER : PRONOUN_LATER;
}

static uint32_t gender_value(char gender) {
    return gender == 'm' ? 1 : gender == 'f' ? 2 : gender == 'n' ? 3 : 0;
}

/* Known, or 4 and 5 where a name only suggests it. */
static uint32_t gender_of(const chy_draft *draft, char known) {
    if (known || !draft->given) return gender_value(known);
    return draft->given == 'm' ? 4 : 5;
}

/* ---- Two mentions -----------------------------------------------------------------------------
 */

static uint32_t bucket(uint32_t value, const uint32_t *limits, uint32_t count) {
    uint32_t i = 0;
    while (i < count && value > limits[i])
        i++;
    return i;
}

/* 0 another head, 1 the same, the later one's modifiers all stand in the earlier one, 2 not. */
static uint32_t likeness(const chy_casting *c, const chy_draft *later, const chy_draft *earlier) {
    if (!chy_same_head(c, later, earlier)) return 0;
    for (uint32_t w = later->first; w < later->end; w++) {
        uint8_t upos = c->words[w].upos;
        bool tells = upos == CHY_UPOS_NOUN || upos == CHY_UPOS_PROPN || upos == CHY_UPOS_ADJ ||
                     upos == CHY_UPOS_NUM;
        bool found = !tells || w == later->head;
        for (uint32_t e = earlier->first; !found && e < earlier->end && e < earlier->first + PHRASE;
             e++)
            found = strcmp(c->words[e].lemma, c->words[w].lemma) == 0;
        if (!found) return 2;
        if (w > later->first + PHRASE) break;
    }
    bool same = later->end - later->first == earlier->end - earlier->first;
    return same ? 1 : 3;
}

/* 0 apart, 1 verbs of one lemma, 2 the same verb, 3 the earlier one's verb stands right above, 4
 * below, 5 both hang from one verb. */
static uint32_t verbs_of(const chy_casting *c, const chy_stance *later, const chy_stance *earlier) {
    uint32_t x = later->clause, y = earlier->clause;
    if (x == CHY_NONE || y == CHY_NONE) return 0;
    if (x == y) return 2;
    if (later->above == y) return 3;
    if (earlier->above == x) return 4;
    if (later->above != CHY_NONE && later->above == earlier->above) return 5;
    return strcmp(c->words[x].lemma, c->words[y].lemma) == 0;
}

/* "Ana (Rosa Quispe)". */
static bool in_brackets(const chy_casting *c, const chy_draft *draft) {
    return draft->first > 0 && strcmp(c->words[draft->first - 1].form, "(") == 0;
}

/* How the clause of the later mention hangs. */
static uint32_t clause_of(const chy_casting *c, uint32_t governor) {
    if (governor == CHY_NONE) return 0;
    switch (c->words[governor].deprel) {
    case CHY_DEPREL_ROOT:
        return 1;
    case CHY_DEPREL_CONJ:
        return 2;
    case CHY_DEPREL_ADVCL:
        return 3;
    case CHY_DEPREL_CCOMP:
    case CHY_DEPREL_XCOMP:
        return 4;
    case CHY_DEPREL_ACL_RELCL:
    case CHY_DEPREL_ACL:
        return 5;
    default:
        return 6;
    }
}

/* What a pronoun stands in that precedes a subject: a clause, a phrase, or else. */
static uint32_t phrase_ahead(const chy_casting *c, const chy_draft *pronoun) {
    uint32_t word = pronoun->head;
    for (int steps = 0; steps < 12 && c->words[word].head != CHY_NONE; steps++) {
        if (c->words[word].deprel == CHY_DEPREL_ADVCL) return 0;
        if (c->words[word].deprel == CHY_DEPREL_OBL && c->words[word].head > word) return 1;
        word = c->words[word].head;
    }
    return 2;
}

/* What kind of relation a phrase stands in. */
static uint32_t edge_of(uint8_t deprel) {
    switch (deprel) {
    case CHY_DEPREL_NSUBJ:
    case CHY_DEPREL_NSUBJ_PASS:
    case CHY_DEPREL_NSUBJ_OUTER:
        return 1;
    case CHY_DEPREL_OBJ:
    case CHY_DEPREL_IOBJ:
        return 2;
    case CHY_DEPREL_OBL:
    case CHY_DEPREL_OBL_AGENT:
        return 3;
    case CHY_DEPREL_NMOD:
    case CHY_DEPREL_NMOD_POSS:
    case CHY_DEPREL_COMPOUND:
        return 4;
    case CHY_DEPREL_CONJ:
        return 5;
    case CHY_DEPREL_ACL:
    case CHY_DEPREL_ACL_RELCL:
        return 6;
    case CHY_DEPREL_ADVCL:
        return 7;
    case CHY_DEPREL_CCOMP:
        return 8;
    case CHY_DEPREL_XCOMP:
        return 9;
    default:
        return 10;
    }
}

/* How two words of a sentence hang from the nearest word that holds both, 0 being that word itself:
 * "Ana and | her | husband" is a conjunct of Ana. 0 where they stand in two sentences, or deep. */
static uint32_t path_of(const chy_casting *c, uint32_t later, uint32_t earlier) {
    uint32_t above[PATH_STEPS], count = 0, word = earlier;
    for (; word != CHY_NONE && count < PATH_STEPS; word = c->words[word].head)
        above[count++] = word;
    uint32_t edge = 0;
    word = later;
    for (uint32_t steps = 0; word != CHY_NONE && steps < PATH_STEPS; steps++) {
        for (uint32_t i = 0; i < count; i++) {
            if (above[i] != word) continue;
            uint32_t other = i == 0 ? 0 : edge_of(c->words[above[i - 1]].deprel);
            return 1 + edge * EDGES_EARLIER + (other < 6 ? other : other < 10 ? 6 : 7);
        }
        edge = edge_of(c->words[word].deprel);
        word = c->words[word].head;
    }
    return 0;
}

/* 0 alone, 1 the first of several joined by "and", 2 one of the others. */
static uint32_t joined_of(const chy_casting *c, uint32_t word) {
    if (c->words[word].deprel == CHY_DEPREL_CONJ) return 2;
    return chy_tree_child(&c->tree, word, CHY_DEPREL_CONJ) != CHY_NONE;
}

/* How far into its sentence a mention stands: first, early, or further on. */
static uint32_t place_of(const chy_casting *c, const chy_draft *draft) {
    static const uint32_t words[PLACES - 1] = {0, 4, 11};
    uint32_t sentence = c->words[draft->head].sentence;
    return bucket(draft->head - c->in->sentences[sentence].first_word, words, CHY_COUNT_OF(words));
}

/* Whom a pronoun suits: the other side of the kind of a character. */
static uint32_t suited(chy_word_kind later) {
    if (later <= CHY_WORD_HERS) return 0;
    if (later <= CHY_WORD_ITS) return 1;
    if (later <= CHY_WORD_THEIR) return 2;
    return later < CHY_WORD_DEFINITE ? 3 : 4;
}

void chy_pair_marks(const chy_casting *c, const chy_pair *pair, uint16_t marks[CHY_PAIR_MARKS]) {
    static const uint32_t sentences[] = {0, 1, 2, 3, 5, 8, 15},
                          mentions[] = {1, 2, 3, 5, 8, 12, 20, 35, 60}, told[] = {0, 1, 2, 4},
                          rivals[] = {0, 1, 3};
    const chy_draft *later = &c->drafts[pair->later], *earlier = &c->drafts[pair->earlier];
    const chy_word *late = &c->words[later->head], *early = &c->words[earlier->head];
    const chy_character *character = pair->character == CHY_NONE ? NULL : &c->cast[pair->character];
    const chy_profile *is = character ? &character->is : &earlier->says;
    bool ahead = pair->earlier > pair->later;
    const chy_stance *x = &c->stances[pair->later], *y = &c->stances[pair->earlier];
    chy_word_kind kind = x->kind, other = y->kind;
    uint32_t group = group_of(kind), distance = late->sentence - early->sentence;
    bool near = distance == 0;
    chy_stand stands = x->stand, stood = y->stand;
    bool newest = character && character->last_draft == pair->earlier;
    bool named = character && character->name_draft != CHY_NONE;
    bool opens = early->sentence < c->in->sentence_count &&
                 earlier->first == c->in->sentences[early->sentence].first_word;
    uint32_t values[CHY_PAIR_MARKS] = {
        kind,
        other,
        kind * CHY_WORD_KINDS + other,
        bucket(distance, sentences, CHY_COUNT_OF(sentences)) * LATER_GROUPS + group,
        bucket(ahead ? pair->earlier - pair->later : pair->later - pair->earlier, mentions,
               CHY_COUNT_OF(mentions)) *
                LATER_GROUPS +
            group,
        stands,
        stood,
        (stands * CHY_STANDS + stood) * 3 + (distance < 2 ? distance : 2),
        (later->says.number * 3u + is->number) * LATER_GROUPS + group,
        gender_value(later->says.gender) * 6 + gender_of(earlier, is->gender),
        is->kind * SUITED + suited(kind),
        chy_same_head(c, later, earlier) * LATER_GROUPS + group,
        likeness(c, later, earlier) * LATER_GROUPS + group,
        bucket(character ? character->told : 0, told, CHY_COUNT_OF(told)) * LATER_GROUPS + group,
        (newest * 2u + named) * LATER_GROUPS + group,
        (verbs_of(c, x, y) * 2 + (stood <= CHY_STAND_PASSIVE_SUBJECT)) * 3 +
            (stands <= CHY_STAND_PASSIVE_SUBJECT ? 0
             : stands == CHY_STAND_POSSESSOR     ? 1
                                                 : 2),
        (c->quoted[later->head] * 2u + c->quoted[earlier->head]) * 2 + in_brackets(c, earlier),
        opens * 2u + (early->sentence < c->in->sentence_count &&
                      c->in->sentences[early->sentence].part == CHY_PART_HEADLINE),
        bucket(pair->rivals, rivals, CHY_COUNT_OF(rivals)) * LATER_GROUPS + group,
        (pair->first_subject * 2u + pair->favoured) * LATER_GROUPS + group,
        y->depth * 2u + near,
        (clause_of(c, x->clause) * 2 + near) * 2 + (stood <= CHY_STAND_PASSIVE_SUBJECT),
        (pair->most_told * 2u + (character && pair->character == c->first_person)) * LATER_GROUPS +
            group,
        ahead ? 1 + phrase_ahead(c, later) * 2 + (character != NULL) : 0,
        near ? path_of(c, later->head, earlier->head) : 0,
        (joined_of(c, earlier->head) * 2 + near) * LATER_GROUPS + group,
        place_of(c, later) * CHY_STANDS + stood};
    uint32_t row = 0;
    for (uint32_t i = 0; i < CHY_PAIR_MARKS; i++) {
        marks[i] = (uint16_t)(row + values[i]);
        row += mark_sizes[i];
    }
}

/* ---- What cannot be ---------------------------------------------------------------------------
 */

/* `sure`: a table or a noun, not the tagger alone, says what kind of party the earlier one is. */
static bool kinds_possible(chy_word_kind kind, chy_word_kind other, const chy_profile *is,
                           bool sure) {
    if (kind >= CHY_WORD_I && kind <= CHY_WORD_YOUR)
        return other >= CHY_WORD_I && other <= CHY_WORD_YOUR &&
               (other - CHY_WORD_I) / 2 == (kind - CHY_WORD_I) / 2;
    if (other >= CHY_WORD_I && other <= CHY_WORD_YOUR) return false;
    if (kind >= CHY_WORD_DEFINITE) return other != CHY_WORD_ADJECTIVE;
    if (other == CHY_WORD_ADJECTIVE) return false;
    bool nobody = is->kind == CHY_ENTITY_PLACE || is->kind == CHY_ENTITY_COUNTRY ||
                  is->kind == CHY_ENTITY_ORGANISATION || is->kind == CHY_ENTITY_ARMED_GROUP ||
                  is->kind == CHY_ENTITY_GROUP;
    if (kind <= CHY_WORD_HERS) return (!nobody || !sure) && is->number != 2;
    if (kind <= CHY_WORD_ITS) return is->kind != CHY_ENTITY_PERSON && is->number != 2;
    return true;
}

/* "Her bridesmaid" is not she: whom the phrase around a possessive pronoun means is not its owner.
 */
static bool owns_itself(const chy_casting *c, uint32_t pronoun, uint32_t character) {
    const chy_draft *draft = &c->drafts[pronoun];
    uint32_t owned = c->words[draft->head].deprel == CHY_DEPREL_NMOD_POSS
                         ? c->words[draft->head].head
                         : CHY_NONE;
    uint32_t outer = owned == CHY_NONE ? CHY_NONE : c->draft_of_head[owned];
    return outer != CHY_NONE && character != CHY_NONE && c->drafts[outer].character == character;
}

/* '"The mayor is ill," | she | said', "the mayor, | she | said, was ill": who speaks is not whom
 * the words name. */
static bool names_speaker(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    uint32_t verb = c->words[pronoun->head].head;
    bool subject = c->words[pronoun->head].deprel == CHY_DEPREL_NSUBJ &&
                   (pronoun->says.gender == 'm' || pronoun->says.gender == 'f');
    if (!subject) return false;
    const chy_word *of = &c->words[other->head];
    if (c->words[verb].deprel == CHY_DEPREL_PARATAXIS && of->deprel == CHY_DEPREL_NSUBJ &&
        of->head == c->words[verb].head)
        return true;
    return !c->quoted[pronoun->head] && c->quoted[other->head] &&
           c->words[pronoun->head].sentence == c->words[other->head].sentence &&
           other->kind != CHY_MENTION_PRONOUN;
}

bool chy_pair_possible(const chy_casting *c, uint32_t later, uint32_t earlier, uint32_t character) {
    const chy_draft *x = &c->drafts[later], *y = &c->drafts[earlier];
    const chy_profile *is = character == CHY_NONE ? &y->says : &c->cast[character].is;
    chy_word_kind kind = c->stances[later].kind;
    bool sure = y->kind != CHY_MENTION_NAME || y->has_fact ||
                (character != CHY_NONE && c->cast[character].has_row);
    if (y->says.flags & CHY_SAYS_TITLE || !kinds_possible(kind, c->stances[earlier].kind, is, sure))
        return false;
    bool genders = !x->says.gender || !is->gender || x->says.gender == is->gender;
    if (kind < CHY_WORD_DEFINITE)
        return genders && !chy_bound(c, x, y) && !owns_itself(c, later, character) &&
               !names_speaker(c, x, y) && !chy_verb_bars(c, later, earlier);
    bool numbers = !x->says.number || !is->number || x->says.number == is->number;
    bool counts = !x->says.count || !y->says.count || x->says.count == y->says.count;
    if (!genders || !numbers || !counts || chy_nested(x, y) || y->kind == CHY_MENTION_PRONOUN)
        return false;
    if (x->says.flags & CHY_SAYS_THING) {
        chy_word_kind named = c->stances[earlier].kind;
        bool person = character != CHY_NONE && is->kind == CHY_ENTITY_PERSON &&
                      c->cast[character].name_draft != CHY_NONE;
        return (named != CHY_WORD_PERSON_NAME && named != CHY_WORD_PLACE_NAME && !person) ||
               chy_same_head(c, x, y);
    }
    /* Parties whose roles agree have been joined by rules: whom the text gives another role, or
     * whose country is not the one named, is somebody else. */
    bool country = !x->says.country[0] || strcmp(x->says.country, is->country) == 0;
    bool other = character != CHY_NONE && c->cast[character].role_count > 0;
    /* "Her mother" is nobody who was only named. */
    bool owned = x->says.flags & CHY_SAYS_POSSESSED && x->says.kind == CHY_ENTITY_PERSON;
    if (owned && y->kind == CHY_MENTION_NAME && !chy_same_head(c, x, y)) return false;
    if (other && chy_offices_apart(&x->says, &c->cast[character])) return false;
    return country && chy_profiles_agree(&x->says, is) && (chy_same_head(c, x, y) || !other);
}
