/* Who goes on speaking: "Ana Ruiz's spokesman said ... The talks, | he | said, were over". */
#include "mentions/cast.h"

#include <string.h>

/* How many mentions, and sentences, back whoever spoke last is looked for. */
#define WINDOW         40u
#define NEAR_SENTENCES 2u

/* Whether a word rules its sentence or stands beside what does. */
static bool is_outermost(const chy_casting *c, uint32_t word) {
    uint8_t deprel = c->words[word].deprel;
    return deprel == CHY_DEPREL_ROOT || deprel == CHY_DEPREL_PARATAXIS || deprel == CHY_DEPREL_CONJ;
}

/* The outermost verb whose subject a mention is, by the tree or because it stands before a verb
 * that has none: '"We lost," Ana's aide, | Bo Lind |, told reporters'; CHY_NONE for others. */
static uint32_t verb_over(const chy_casting *c, const chy_draft *draft) {
    const chy_word *word = &c->words[draft->head];
    uint32_t next = draft->end;
    if (next < c->word_count && strcmp(c->words[next].form, ",") == 0) next++;
    bool hung = word->deprel == CHY_DEPREL_NSUBJ;
    uint32_t verb = hung ? word->head : next;
    if (verb >= c->word_count || c->words[verb].upos != CHY_UPOS_VERB || !is_outermost(c, verb) ||
        c->words[verb].sentence != word->sentence)
        return CHY_NONE;
    bool bare = chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ) == CHY_NONE &&
                c->words[verb].feat_bits & CHY_FEAT_PAST;
    return hung || bare ? verb : CHY_NONE;
}

bool chy_is_voice(const chy_casting *c, uint32_t verb) {
    static const char *const verbs[] = {"add",    "announce", "argue",   "claim", "confirm",
                                        "deny",   "disclose", "explain", "hint",  "indicate",
                                        "insist", "note",     "remark",  "say",   "state",
                                        "stress", "suggest",  "tell",    "warn"};
    return chy_is_one_of(c->words[verb].lemma, verbs, CHY_COUNT_OF(verbs));
}

/* "| X | said", and not within the words of another. */
static bool speaks(const chy_casting *c, const chy_draft *draft) {
    uint32_t verb = verb_over(c, draft);
    return verb != CHY_NONE && !c->quoted[verb] && chy_is_voice(c, verb);
}

/* "According to | X |". */
static bool is_source(const chy_casting *c, const chy_draft *draft) {
    uint32_t marker = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_CASE);
    return c->words[draft->head].deprel == CHY_DEPREL_OBL && marker != CHY_NONE &&
           chy_same(c->words[marker].form, "according");
}

/* "A note from | X | said", "a paper signed by | X | said": the paper; else the word itself. */
static uint32_t paper_of(const chy_casting *c, uint32_t word) {
    static const char *const from[] = {"by", "from"};
    const chy_word *w = &c->words[word];
    if (w->deprel == CHY_DEPREL_OBL_AGENT && c->words[w->head].deprel == CHY_DEPREL_ACL)
        return c->words[w->head].head;
    bool of = w->deprel == CHY_DEPREL_NMOD &&
              chy_is_one_of(chy_tree_case(&c->tree, word), from, CHY_COUNT_OF(from));
    return of ? w->head : word;
}

bool chy_voices(const chy_casting *c, const chy_draft *draft) {
    static const char *const verbs[] = {"accuse",  "acknowledge", "agree",  "believe",  "call",
                                        "condemn", "declare",     "demand", "describe", "express",
                                        "pledge",  "promise",     "reject", "urge",     "vow"};
    uint32_t word = paper_of(c, draft->head);
    uint32_t verb = c->words[word].head;
    bool subject = c->words[word].deprel == CHY_DEPREL_NSUBJ && verb != CHY_NONE;
    return is_source(c, draft) ||
           (subject && (chy_is_voice(c, verb) ||
                        chy_is_one_of(c->words[verb].lemma, verbs, CHY_COUNT_OF(verbs))));
}

static bool is_person(const chy_casting *c, const chy_draft *draft) {
    return draft->character != CHY_NONE && c->cast[draft->character].is.kind == CHY_ENTITY_PERSON &&
           c->cast[draft->character].is.number != 2;
}

/* A body or country that speaks for itself, but for those that report what others do. */
static bool is_party(const chy_casting *c, const chy_draft *draft) {
    const chy_profile *is = chy_known_of(c, draft);
    bool body = is->kind == CHY_ENTITY_ORGANISATION || is->kind == CHY_ENTITY_ARMED_GROUP ||
                is->kind == CHY_ENTITY_COUNTRY;
    return body && draft->character != CHY_NONE && !(is->sectors & 1u << CHY_SECTOR_JRN);
}

/* Whether nothing that is known of a speaker's sex speaks against a mention. */
static bool sexes_agree(const chy_casting *c, const chy_draft *mention, const chy_draft *speaker) {
    char known = c->cast[speaker->character].is.gender;
    uint32_t name = c->cast[speaker->character].name_draft;
    if (!known && name != CHY_NONE) known = c->drafts[name].given;
    return !mention->says.gender || !known || mention->says.gender == known;
}

/* "| The minister | was careful". */
static bool is_something(const chy_casting *c, const chy_draft *draft) {
    const chy_word *word = &c->words[draft->head];
    return word->deprel == CHY_DEPREL_NSUBJ && is_outermost(c, word->head) &&
           chy_tree_child(&c->tree, word->head, CHY_DEPREL_COP) != CHY_NONE;
}

uint32_t chy_last_speaker(const chy_casting *c, uint32_t at) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence, verb = verb_over(c, draft);
    if (!c->quoted || c->quoted[draft->head] || !speaks(c, draft)) return CHY_NONE;
    uint32_t acts_in = CHY_NONE; /* the sentence in which somebody else does something */
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        uint32_t there = c->words[other->head].sentence;
        bool headline =
            there < c->in->sentence_count && c->in->sentences[there].part == CHY_PART_HEADLINE;
        if (sentence - there > NEAR_SENTENCES || headline) break;
        if (acts_in != CHY_NONE && there != acts_in) break;
        uint32_t deed = verb_over(c, other);
        if (!is_person(c, other) || c->quoted[other->head] || (deed != CHY_NONE && deed == verb))
            continue;
        bool told = is_source(c, other) || (acts_in == CHY_NONE && speaks(c, other));
        if (told) return sexes_agree(c, draft, other) ? at - back : CHY_NONE;
        if (deed != CHY_NONE || is_something(c, other)) acts_in = there;
    }
    return CHY_NONE;
}

uint32_t chy_last_claimant(const chy_casting *c, uint32_t at) {
    static const char *const verbs[] = {"accuse",  "add",    "appeal",  "ask",  "blame", "call",
                                        "condemn", "demand", "request", "urge", "want"};
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence, verb = verb_over(c, draft);
    if (!c->quoted || verb == CHY_NONE || c->quoted[verb] || sentence == 0 ||
        !chy_is_one_of(c->words[verb].lemma, verbs, CHY_COUNT_OF(verbs)))
        return CHY_NONE;
    for (uint32_t back = 1; back <= WINDOW && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        uint32_t there = c->words[other->head].sentence;
        if (there + 1 < sentence || c->in->sentences[there].part == CHY_PART_HEADLINE) break;
        if (there + 1 == sentence && is_party(c, other) && !c->quoted[other->head] &&
            chy_voices(c, other))
            return at - back;
    }
    return CHY_NONE;
}

/* Whether nothing stands beside a name, in front or behind, that tells who it is: no title, no
 * apposition, no "of the union", no "who was there". */
static bool is_bare(const chy_casting *c, const chy_draft *name) {
    for (uint32_t w = c->tree.first_child[name->head]; w != CHY_NONE; w = c->tree.next_sibling[w])
        if (c->words[w].deprel != CHY_DEPREL_FLAT && c->words[w].deprel != CHY_DEPREL_PUNCT)
            return false;
    return name->end < c->word_count && strcmp(c->words[name->end].form, ",") != 0;
}

uint32_t chy_find_spokesman_named(const chy_casting *c, uint32_t at) {
    const chy_draft *name = &c->drafts[at];
    bool person = name->kind == CHY_MENTION_NAME && name->says.kind == CHY_ENTITY_PERSON &&
                  !name->nested && name->end - name->first > 1;
    if (!person || chy_unit(c, at) != at || !is_bare(c, name)) return CHY_NONE;
    uint32_t draft = chy_last_speaker(c, at);
    if (draft == CHY_NONE) return CHY_NONE;
    uint32_t speaker = c->drafts[draft].character;
    const chy_character *character = &c->cast[speaker];
    bool unnamed = character->name_draft == CHY_NONE && character->told == 1 &&
                   chy_character_has_role(character, "spokesperson");
    return unnamed && c->words[name->head].sentence == c->words[c->drafts[draft].head].sentence + 1
               ? speaker
               : CHY_NONE;
}

/* "..., | X | said": the subject of a verb of speech, outside quotation marks. */
static uint32_t quoter_at(const chy_casting *c, uint32_t verb) {
    if (c->quoted[verb] || c->words[verb].upos != CHY_UPOS_VERB || !chy_is_voice(c, verb))
        return CHY_NONE;
    uint32_t subject = chy_tree_child(&c->tree, verb, CHY_DEPREL_NSUBJ);
    return subject == CHY_NONE || c->quoted[subject] ? CHY_NONE : c->draft_of_head[subject];
}

chy_status chy_quoters_read(chy_casting *c) {
    c->quoter = chy_arena_alloc(c->scratch, c->in->sentence_count, sizeof *c->quoter);
    if (!c->quoter) return chy_fail_memory(c->err);
    for (uint32_t s = 0; s < c->in->sentence_count; s++) {
        const chy_sentence *sentence = &c->in->sentences[s];
        bool quotes = false;
        uint32_t found = CHY_NONE;
        for (uint32_t i = 0; i < sentence->word_count; i++) {
            uint32_t word = sentence->first_word + i;
            quotes = quotes || c->quoted[word];
            if (found == CHY_NONE) found = quoter_at(c, word);
        }
        bool goes_on = found == CHY_NONE && s > 0 && sentence->paragraph == sentence[-1].paragraph;
        c->quoter[s] = !quotes ? CHY_NONE : goes_on ? c->quoter[s - 1] : found;
    }
    return CHY_OK;
}

bool chy_is_quoter(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other) {
    uint32_t by = c->quoter ? c->quoter[c->words[pronoun->head].sentence] : CHY_NONE;
    if (by == CHY_NONE || !c->quoted[pronoun->head]) return false;
    const chy_draft *speaker = &c->drafts[by];
    return other == speaker ||
           (other->character != CHY_NONE && other->character == speaker->character);
}
