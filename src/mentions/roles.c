#include "mentions/epithets.h"
#include "mentions/nouns.h"
#include "mentions/numbers.h"

#include <stdio.h>
#include <string.h>

/* Up to how many "the four leaders" are looked for one by one. */
#define COUNTED_MOST 4

/* The row of the longest role or body phrase whose head is each word. */
typedef struct role_match {
    uint32_t first, end;
    uint32_t covered; /* the length of the longest phrase that the word is part of */
    chy_fact fact;
} role_match;

bool chy_is_modifier(uint8_t deprel) {
    switch (deprel) {
    case CHY_DEPREL_COMPOUND:
    case CHY_DEPREL_AMOD:
    case CHY_DEPREL_FLAT:
    case CHY_DEPREL_FIXED:
    case CHY_DEPREL_GOESWITH:
    case CHY_DEPREL_NUMMOD:
    case CHY_DEPREL_ADVMOD:
    case CHY_DEPREL_DET:
    case CHY_DEPREL_CASE:
        return true;
    default:
        return false;
    }
}

/* A title before a name, whichever relation the parser gave it. */
static bool is_title(const chy_casting *c, uint32_t word) {
    const chy_word *w = &c->words[word];
    if (w->deprel != CHY_DEPREL_NMOD_DESC && w->deprel != CHY_DEPREL_COMPOUND) return false;
    uint32_t name = w->head == CHY_NONE ? CHY_NONE : c->name_of_word[w->head];
    return name != CHY_NONE && w->head > word && c->drafts[name].says.kind == CHY_ENTITY_PERSON;
}

uint8_t chy_figure_at(const chy_casting *c, uint32_t at) {
    chy_number number;
    if (!chy_number_read(c->words, at, at + 1, &number) || number.vague) return 0;
    uint8_t value = number.value >= 2 && number.value <= 20 ? (uint8_t)number.value : 0;
    return value == number.value ? value : 0;
}

uint32_t chy_count_said(const chy_casting *c, const chy_draft *draft) {
    uint32_t figure = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_NUMMOD);
    return draft->says.count > 0 || figure == CHY_NONE ? draft->says.count
                                                       : chy_figure_at(c, figure);
}

void chy_determiner_read(const chy_casting *c, chy_draft *draft) {
    static const char *const definite[] = {"both", "that", "the", "these", "this", "those"};
    /* Those who fight are not those who met about it. */
    static const char *const at_odds[] = {"belligerent", "feuding", "opposing", "rival", "warring"};
    bool any = false;
    for (uint32_t w = draft->first; w < draft->head; w++) {
        const chy_word *word = &c->words[w];
        if (word->head != draft->head) continue;
        if (word->deprel == CHY_DEPREL_NMOD_POSS) {
            draft->says.flags |= CHY_SAYS_DEFINITE | CHY_SAYS_POSSESSED;
            any = true;
        } else if (word->deprel == CHY_DEPREL_DET || word->deprel == CHY_DEPREL_DET_PREDET) {
            bool known = chy_is_one_of(word->form, definite, CHY_COUNT_OF(definite)) ||
                         c->words[draft->head].upos == CHY_UPOS_NUM;
            draft->says.flags |= known ? CHY_SAYS_DEFINITE : CHY_SAYS_INDEFINITE;
            if (chy_same(word->form, "both")) draft->says.count = 2;
            if (chy_same(word->form, "another")) draft->says.flags |= CHY_SAYS_OTHER;
            any = true;
        } else if (word->deprel == CHY_DEPREL_NUMMOD) {
            uint8_t count = chy_figure_at(c, w);
            if (count > 0 && count <= COUNTED_MOST) draft->says.count = count;
        } else if (chy_same(word->lemma, "other") ||
                   chy_is_one_of(word->form, at_odds, CHY_COUNT_OF(at_odds))) {
            draft->says.flags |= CHY_SAYS_OTHER;
        }
    }
    /* "Both | of his neighbours". */
    const chy_word *noun = &c->words[draft->head];
    if (noun->deprel == CHY_DEPREL_NMOD && noun->head != CHY_NONE &&
        chy_same(c->words[noun->head].form, "both"))
        draft->says.count = 2;
    if (draft->says.flags & CHY_SAYS_DEFINITE) draft->says.flags &= ~(uint32_t)CHY_SAYS_INDEFINITE;
    if (draft->says.count > 1) draft->says.number = 2;
    if (!any && draft->says.number == 2) draft->says.flags |= CHY_SAYS_INDEFINITE;
}

static void read_kind(chy_draft *draft, const chy_fact *fact, const chy_noun *noun) {
    chy_profile *says = &draft->says;
    bool many = says->number == 2;
    says->flags |= noun->flags;
    /* "Leader" names anyone, "Senate minority leader" a lawmaker. */
    if (fact && fact->sectors && !chy_role_is_loose(fact->name))
        says->flags &= ~(uint32_t)CHY_SAYS_LOOSE;
    if (noun->flags & CHY_SAYS_COUNTRY) {
        says->kind = many ? CHY_ENTITY_GROUP : CHY_ENTITY_COUNTRY;
        says->sectors = 0;
        says->role_class = "";
    } else if (noun->flags & CHY_SAYS_PLACE) {
        says->kind = CHY_ENTITY_PLACE;
        says->sectors = 0;
    } else if (noun->flags & CHY_SAYS_SIDE && !many && noun->flags == CHY_SAYS_SIDE) {
        says->kind = CHY_ENTITY_ORGANISATION;
        says->sectors = 1u << CHY_SECTOR_GOV;
    } else if (noun->flags & CHY_SAYS_SIDE && (many || !(noun->flags & CHY_SAYS_BODY))) {
        says->kind = CHY_ENTITY_GROUP;
        says->number = 2;
    } else if (fact && fact->kind == CHY_FACT_ORG_NOUN) {
        uint32_t armed = 1u << CHY_SECTOR_REB | 1u << CHY_SECTOR_UAF | 1u << CHY_SECTOR_PRM;
        says->kind =
            (uint8_t)(fact->sectors & armed ? CHY_ENTITY_ARMED_GROUP : CHY_ENTITY_ORGANISATION);
        says->flags |= CHY_SAYS_BODY;
        says->gender = 'n';
    } else if (fact || noun->flags & CHY_SAYS_HUMAN) {
        says->kind = many ? CHY_ENTITY_GROUP : CHY_ENTITY_PERSON;
        says->flags |= CHY_SAYS_HUMAN;
    } else {
        says->kind = CHY_ENTITY_ORGANISATION;
    }
    if (noun->gender) says->gender = noun->gender;
}

/* Nouns that are titles only as titles: "Count", "Major", "Private"; else a charge, a study, a
 * page. */
static bool only_as_title(const chy_casting *c, uint32_t head) {
    static const char *const titles[] = {"count", "exchange", "guide",   "major",
                                         "minor", "page",     "private", "star"};
    return chy_is_one_of(c->words[head].lemma, titles, CHY_COUNT_OF(titles)) &&
           !chy_capitalised(c->words[head].form);
}

/* "500 houses in the village", "the house was on fire": but "the House", "both houses of
 * parliament" sit. */
static bool is_dwelling(const chy_casting *c, uint32_t head, const role_match *match) {
    static const char *const sit[] = {"assembly", "congress", "legislature", "parliament"};
    uint32_t of = chy_tree_child(&c->tree, head, CHY_DEPREL_NMOD);
    bool sits = of != CHY_NONE && strcmp(chy_tree_case(&c->tree, of), "of") == 0 &&
                chy_is_one_of(c->words[of].form, sit, CHY_COUNT_OF(sit));
    return chy_same(c->words[head].lemma, "house") && match->end - match->first <= 1 &&
           !chy_capitalised(c->words[head].form) && !sits;
}

/* "The bank of the river" lends no money. */
static bool is_of_water(const chy_casting *c, uint32_t head) {
    static const char *const waters[] = {"canal", "creek", "lake", "pond", "river", "stream"};
    if (!chy_same(c->words[head].lemma, "bank")) return false;
    uint32_t of = chy_tree_child(&c->tree, head, CHY_DEPREL_NMOD);
    return of != CHY_NONE && chy_is_one_of(c->words[of].lemma, waters, CHY_COUNT_OF(waters));
}

/* "Came from the front", "at the front": where two armies fight, and no party. */
static bool is_battle_line(const chy_casting *c, uint32_t head) {
    static const char *const at[] = {"along", "at", "from", "on", "to"};
    return strcmp(c->words[head].form, "front") == 0 &&
           chy_is_one_of(chy_tree_case(&c->tree, head), at, CHY_COUNT_OF(at)) &&
           chy_tree_child(&c->tree, head, CHY_DEPREL_AMOD) == CHY_NONE &&
           chy_tree_child(&c->tree, head, CHY_DEPREL_COMPOUND) == CHY_NONE;
}

/* "In the defence of the city": but "the defence", which says or does something, is an accused's.
 */
static bool is_duty(const chy_casting *c, uint32_t head) {
    uint32_t det = chy_tree_child(&c->tree, head, CHY_DEPREL_DET);
    bool the = det != CHY_NONE && chy_same(c->words[det].form, "the");
    bool of = chy_tree_child(&c->tree, head, CHY_DEPREL_NMOD) != CHY_NONE;
    return (chy_same(c->words[head].lemma, "defence") ||
            chy_same(c->words[head].lemma, "defense")) &&
           (!the || of || c->words[head].deprel != CHY_DEPREL_NSUBJ);
}

/* "State" is a country only in the plural ("member states"); "no group" is nobody. */
static bool names_no_one(const chy_casting *c, uint32_t head, const chy_noun *noun) {
    const chy_word *word = &c->words[head];
    uint32_t det = chy_tree_child(&c->tree, head, CHY_DEPREL_DET);
    if (det != CHY_NONE &&
        (chy_same(c->words[det].form, "no") || chy_same(c->words[det].form, "neither")))
        return true;
    /* "On its side"; but "the Kenyan side" is a party. */
    uint32_t adjective = chy_tree_child(&c->tree, head, CHY_DEPREL_AMOD);
    if (adjective == CHY_NONE) adjective = chy_tree_child(&c->tree, head, CHY_DEPREL_COMPOUND);
    bool party = adjective != CHY_NONE && c->name_of_word[adjective] != CHY_NONE;
    if (chy_same(word->lemma, "side") && !(word->feat_bits & CHY_FEAT_PLURAL) && !party)
        return true;
    if (only_as_title(c, head)) return true;
    if (is_of_water(c, head)) return true;
    /* "The minister's office" acts, "the office said" so; "took office" names nobody. */
    bool speaks =
        det != CHY_NONE && word->deprel == CHY_DEPREL_NSUBJ && chy_is_voice(c, word->head);
    if (chy_same(word->lemma, "office") && !speaks &&
        chy_tree_child(&c->tree, head, CHY_DEPREL_NMOD_POSS) == CHY_NONE)
        return true;
    bool indefinite = det != CHY_NONE &&
                      (chy_same(c->words[det].form, "a") || chy_same(c->words[det].form, "an"));
    bool country = noun->flags & CHY_SAYS_COUNTRY;
    return country && !(word->feat_bits & CHY_FEAT_PLURAL) &&
           (indefinite || chy_same(word->lemma, "state"));
}

/* "Deputy" and the like before an office make another one of it: "deputy chief minister". */
static const char *with_deputy(const chy_casting *c, uint32_t first, const char *role) {
    static const char *const deputies[] = {"assistant", "associate", "deputy", "under", "vice"};
    uint32_t sentence = c->in->sentences[c->words[first].sentence].first_word;
    if (first == sentence) return role;
    const char *before = c->words[first - 1].form;
    if (!chy_is_one_of(before, deputies, CHY_COUNT_OF(deputies))) return role;
    char text[128];
    int size = snprintf(text, sizeof text, "%s %s", before, role);
    if (size < 0 || (size_t)size >= sizeof text) return role;
    for (char *at = text; *at; at++)
        *at = chy_ascii_lower(*at);
    return chy_arena_string(c->arena, text, (size_t)size);
}

/* Names that are words of an office ("Secretary of State", "Labour Minister") are none. */
static void drop_inside(const chy_casting *c, const role_match *match) {
    for (uint32_t w = match->first; w < match->end; w++) {
        uint32_t name = c->name_of_word[w];
        if (name == CHY_NONE) continue;
        chy_draft *draft = &c->drafts[name];
        bool office = match->fact.sectors & 1u << CHY_SECTOR_GOV;
        bool party = draft->has_fact && strcmp(draft->fact.role, "party") == 0;
        if (draft->first >= match->first && draft->end <= match->end &&
            (!draft->has_fact || (party && office)))
            draft->dropped = true;
    }
}

uint32_t chy_phrase_start(const chy_casting *c, uint32_t first, uint32_t head) {
    for (uint32_t w = first; w < head; w++)
        if (c->words[w].head == CHY_NONE) first = w + 1;
    return first;
}

/* The words [first, end) of the phrase that a description is, and where its role's end. */
static void find_phrase(const chy_casting *c, uint32_t head, const role_match *match,
                        chy_draft *phrase) {
    uint32_t first = chy_phrase_start(c, c->tree.left[head], head), end = c->tree.right[head];
    if (match->end > match->first) {
        first = match->first < first ? match->first : first;
        end = match->end > end ? match->end : end;
    }
    /* "Organization | of Turkic States' fund": a body's name before the noun is whole, however the
     * parser hung it. */
    uint32_t before = c->name_of_word[first];
    if (before != CHY_NONE && c->drafts[before].first < first && c->drafts[before].end <= head)
        first = c->drafts[before].first;
    uint32_t age = chy_age_before(c, head); /* "the 58-year-old", however it is hung */
    if (age != CHY_NONE && age - 1 < first) first = age - 1;
    /* "A court in Peru on Friday": the day belongs to the clause. */
    for (uint32_t w = head + 1; w < end; w++)
        if (c->times.of_word[w] != CHY_NONE) {
            end = c->words[w - 1].upos == CHY_UPOS_ADP && w - 1 > head ? w - 1 : w;
            break;
        }
    phrase->first = first;
    phrase->core_first = match->end > match->first ? match->first : head;
    phrase->core_end = match->end > head + 1 ? match->end : head + 1;
    /* A title's phrase ends before the name that it stands at. */
    phrase->end = is_title(c, head) ? phrase->core_end : end;
}

/* What the tables' row of the role says, or the noun where there is none. False: no memory. */
static bool read_role(const chy_casting *c, const role_match *match, const chy_noun *noun,
                      chy_profile *says) {
    const chy_fact *fact = match->end > match->first ? &match->fact : NULL;
    says->role = fact ? with_deputy(c, match->first, fact->name) : noun->lemma;
    says->role_class = fact ? fact->role : "";
    says->sectors = fact && fact->sectors ? fact->sectors : noun->sectors;
    if (!fact) return says->role != NULL;
    drop_inside(c, match);
    if (fact->gender) says->gender = fact->gender;
    if (fact->country[0]) says->country = fact->country;
    /* "The UN refugee agency": a body that a table knows by a noun. */
    chy_fact known;
    if (fact->kind == CHY_FACT_ORG_NOUN &&
        chy_lookup_exact(c, match->first, match->end, CHY_ROW(CHY_FACT_ORGANISATION), &known))
        says->country = known.country;
    if (fact->own) says->table = fact->source;
    if (chy_role_is_loose(fact->name)) says->flags |= CHY_SAYS_LOOSE;
    return says->role != NULL;
}

static chy_status add_description(chy_casting *c, uint32_t head, const role_match *match,
                                  chy_noun noun) {
    chy_draft phrase;
    find_phrase(c, head, match, &phrase);
    chy_draft *draft = chy_draft_add(c, phrase.first, phrase.end, CHY_MENTION_DESCRIPTION);
    if (!draft) return chy_fail_memory(c->err);
    draft->head = head;
    draft->core_first = phrase.core_first;
    draft->core_end = phrase.core_end;
    const chy_fact *fact = match->end > match->first ? &match->fact : NULL;
    const chy_word *word = &c->words[head];
    bool plural = word->feat_bits & CHY_FEAT_PLURAL || (fact && fact->plural);
    bool body = fact && fact->kind == CHY_FACT_ORG_NOUN;
    /* "police said", "the military have": bodies are one or several as it pleases. */
    draft->says.number = (uint8_t)(plural ? (body && !fact->plural ? 0 : 2) : 1);
    if (!read_role(c, match, &noun, &draft->says)) return chy_fail_memory(c->err);
    if (is_title(c, head)) draft->says.flags |= CHY_SAYS_TITLE;
    /* "The three": the number is all that is said. */
    draft->says.count = word->upos == CHY_UPOS_NUM ? chy_figure_at(c, head) : 0;
    if (draft->says.count > 0) draft->says.number = 2;
    read_kind(draft, fact, &noun);
    chy_determiner_read(c, draft);
    /* "Both capitals promised": governments, not towns. */
    bool acts = word->deprel == CHY_DEPREL_NSUBJ && draft->says.count == 2;
    if (acts && noun.lemma && strcmp(noun.lemma, "capital") == 0) {
        draft->says.kind = CHY_ENTITY_GROUP;
        draft->says.flags = (draft->says.flags & ~(uint32_t)CHY_SAYS_PLACE) | CHY_SAYS_COUNTRY;
    }
    return CHY_OK;
}

/* "European | Union officials": a phrase that begins inside a body's name and says another sector
 * than the table does of it, is none. */
static bool splits_name(const chy_casting *c, uint32_t at, const chy_fact *fact) {
    uint32_t name = c->name_of_word[at];
    if (name == CHY_NONE) return false;
    const chy_draft *draft = &c->drafts[name];
    return draft->has_fact && draft->first < at && draft->says.sectors && fact->sectors &&
           !(draft->says.sectors & fact->sectors);
}

/* Finds the longest role phrase of a sentence for each head. */
static void match_roles(const chy_casting *c, uint32_t first, uint32_t end, role_match *matches) {
    for (uint32_t i = first; i < end; i++)
        matches[i - first].first = matches[i - first].end = matches[i - first].covered = 0;
    for (uint32_t i = first; i < end; i++) {
        if (c->match_length[i] == 0) continue;
        /* "Attorney general's office", and in it "attorney general". */
        uint32_t limit = end;
        for (int tries = 0; tries < 3 && limit > i; tries++) {
            chy_fact fact;
            uint32_t length =
                chy_lookup(c, i, limit, CHY_ROWS_ROLES | CHY_ROW(CHY_FACT_GROUP), &fact);
            if (length == 0 || splits_name(c, i, &fact)) break;
            uint32_t head = chy_span_head(c->words, i, i + length);
            role_match *match = &matches[head - first];
            if (match->end - match->first < length) {
                match->first = i;
                match->end = i + length;
                match->fact = fact;
            }
            for (uint32_t w = i; w < i + length; w++)
                if (matches[w - first].covered < length) matches[w - first].covered = length;
            limit = i + length - 1;
        }
    }
}

/* "A | party | statement": whose paper it is. "Press" and "media" tell who reads it. */
static bool is_sender(const chy_casting *c, uint32_t word) {
    static const char *const papers[] = {"bulletin",  "communique", "document", "memo",
                                         "note",      "post",       "readout",  "report",
                                         "statement", "tweet",      "website"};
    static const char *const readers[] = {"media", "mission", "news", "press"};
    const chy_word *w = &c->words[word];
    return w->deprel == CHY_DEPREL_COMPOUND && w->head == word + 1 && w->upos == CHY_UPOS_NOUN &&
           chy_is_one_of(c->words[w->head].lemma, papers, CHY_COUNT_OF(papers)) &&
           !chy_is_one_of(w->lemma, readers, CHY_COUNT_OF(readers));
}

/* Whether a word can head a description. "The wounded" and "the opposition" too. */
static bool can_head(const chy_casting *c, uint32_t word) {
    const chy_word *w = &c->words[word];
    if (c->name_of_word[word] != CHY_NONE || c->times.of_word[word] != CHY_NONE) return false;
    if (chy_is_modifier(w->deprel) && !is_title(c, word) && !is_sender(c, word)) return false;
    if (w->upos == CHY_UPOS_NOUN || w->upos == CHY_UPOS_PROPN) return true;
    return w->upos == CHY_UPOS_ADJ && chy_tree_child(&c->tree, word, CHY_DEPREL_DET) != CHY_NONE;
}

static bool is_crowd(const char *form) {
    static const char *const crowds[] = {"dozens", "hundreds", "others",
                                         "scores", "tens",     "thousands"};
    return chy_is_one_of(form, crowds, CHY_COUNT_OF(crowds));
}

/* "Hundreds marched", "tens of thousands were displaced": people, where nothing is counted. */
static bool stands_for_people(const chy_casting *c, uint32_t at) {
    const chy_word *word = &c->words[at];
    bool party = word->deprel == CHY_DEPREL_NSUBJ || word->deprel == CHY_DEPREL_NSUBJ_PASS ||
                 (word->deprel == CHY_DEPREL_OBJ && strcmp(word->form, "others") == 0);
    if (!party || !is_crowd(word->form)) return false;
    uint32_t of = chy_tree_child(&c->tree, at, CHY_DEPREL_NMOD);
    return of == CHY_NONE || is_crowd(c->words[of].form);
}

/* "The two", "all nine" that stand as parties. */
static bool is_number_party(const chy_casting *c, uint32_t at) {
    const chy_word *word = &c->words[at];
    uint32_t article = chy_tree_child(&c->tree, at, CHY_DEPREL_DET);
    return word->upos == CHY_UPOS_NUM && chy_figure_at(c, at) > 0 && article != CHY_NONE &&
           (chy_same(c->words[article].form, "the") || chy_same(c->words[article].form, "all")) &&
           !chy_is_modifier(word->deprel) &&
           chy_tree_child(&c->tree, at, CHY_DEPREL_NMOD) == CHY_NONE &&
           c->times.of_word[at] == CHY_NONE;
}

/* The noun at a word; the tagger's lemma of a plural may be no word ("countrie"), then the form
 * tells. */
static chy_noun noun_at(const chy_casting *c, uint32_t at) {
    const chy_word *word = &c->words[at];
    if (stands_for_people(c, at)) return chy_noun_of("people");
    if (chy_age_before(c, at) != CHY_NONE) return (chy_noun){"person", CHY_SAYS_HUMAN, 0, 0};
    if (is_number_party(c, at))
        return chy_figure_at(c, at) == 2 ? chy_noun_of("pair")
                                         : (chy_noun){.lemma = "people", .flags = CHY_SAYS_HUMAN};
    chy_noun noun = chy_noun_of(word->lemma);
    char lemma[24];
    size_t size = strlen(word->form);
    if (noun.flags != 0 || !(word->feat_bits & CHY_FEAT_PLURAL) || size < 4 ||
        word->form[size - 1] != 's' || !chy_lower_string(word->form, lemma, sizeof lemma))
        return noun;
    lemma[size - 1] = '\0';
    if (strcmp(lemma + size - 3, "ie") == 0) {
        lemma[size - 3] = 'y';
        lemma[size - 2] = '\0';
    }
    return chy_noun_of(lemma);
}

chy_status chy_draft_roles(chy_casting *c) {
    uint32_t longest = 0;
    for (uint32_t s = 0; s < c->in->sentence_count; s++)
        if (c->in->sentences[s].word_count > longest) longest = c->in->sentences[s].word_count;
    role_match *matches = chy_arena_alloc(c->scratch, longest, sizeof *matches);
    if (!matches) return chy_fail_memory(c->err);
    for (uint32_t s = 0; s < c->in->sentence_count; s++) {
        uint32_t first = c->in->sentences[s].first_word;
        uint32_t end = first + c->in->sentences[s].word_count;
        match_roles(c, first, end, matches);
        for (uint32_t head = first; head < end; head++) {
            if (!can_head(c, head) && !is_number_party(c, head)) continue;
            const role_match *match = &matches[head - first];
            /* The "Secretary" of a "Secretary General". */
            if (match->covered > match->end - match->first && is_title(c, head)) continue;
            chy_noun noun = noun_at(c, head);
            /* The table's lemma where the tagger's is no word. */
            if (noun.flags == 0 && match->end == match->first + 1)
                noun = chy_noun_of(match->fact.name);
            if ((match->end == match->first && noun.flags == 0) || names_no_one(c, head, &noun) ||
                is_dwelling(c, head, match) || is_battle_line(c, head) ||
                (match->end <= match->first + 1 && is_duty(c, head)))
                continue;
            chy_status status = add_description(c, head, match, noun);
            if (status != CHY_OK) return status;
        }
    }
    return CHY_OK;
}
