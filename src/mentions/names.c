#include "mentions/numbers.h"
#include "mentions/place_words.h"

#include <string.h>

static uint8_t kind_of_tag(uint8_t tag) {
    switch (tag) {
    case CHY_NAME_B_PER:
    case CHY_NAME_I_PER:
        return CHY_ENTITY_PERSON;
    case CHY_NAME_B_ORG:
    case CHY_NAME_I_ORG:
        return CHY_ENTITY_ORGANISATION;
    case CHY_NAME_B_LOC:
    case CHY_NAME_I_LOC:
        return CHY_ENTITY_PLACE;
    default:
        return CHY_ENTITY_OTHER;
    }
}

static bool begins_name(const chy_word *word) {
    return word->name_tag != CHY_NAME_O && word->name_tag % 2 == 1;
}

/* The tagger's name at a word: words of one type up to the next beginning. */
static uint32_t tagged_end(const chy_casting *c, uint32_t at, uint32_t end) {
    uint8_t tag = c->words[at].name_tag;
    if (tag == CHY_NAME_O) return at;
    uint8_t inside = (uint8_t)(begins_name(&c->words[at]) ? tag + 1 : tag);
    uint32_t i = at + 1;
    while (i < end && c->words[i].name_tag == inside)
        i++;
    /* "Said | al-Balushi": a particle goes on with the name that it stands behind. */
    static const char *const particles[] = {"al", "bin", "bint", "el", "ibn"};
    bool goes_on = i < end && i > at && kind_of_tag(tag) == CHY_ENTITY_PERSON &&
                   kind_of_tag(c->words[i].name_tag) == CHY_ENTITY_PERSON &&
                   chy_is_one_of(c->words[i].form, particles, CHY_COUNT_OF(particles));
    while (goes_on && i < end && (c->words[i].name_tag == inside || c->words[i].name_tag == tag))
        i++;
    /* "Gyu- | hee": a person's name that breaks off at a hyphen goes on behind it. */
    bool broken = i > at + 1 && strcmp(c->words[i - 1].form, "-") == 0 &&
                  kind_of_tag(tag) == CHY_ENTITY_PERSON && !c->words[i - 1].space_after;
    return broken && i < end ? i + 1 : i;
}

/* Whether a word can stand in a name by its tag. */
static bool is_namelike(const chy_word *word) {
    return word->upos == CHY_UPOS_PROPN ||
           (chy_capitalised(word->form) &&
            (word->upos == CHY_UPOS_ADJ || word->upos == CHY_UPOS_NOUN ||
             word->upos == CHY_UPOS_X));
}

/* Whether rows found where the tagger saw no name may make one. */
static bool accept_untagged(const chy_casting *c, uint32_t at, uint32_t length,
                            const chy_fact *fact) {
    const chy_word *word = &c->words[at];
    if (length > 1) {
        /* Several words: all but small ones have capitals. */
        for (uint32_t i = at; i < at + length; i++)
            if (!chy_capitalised(c->words[i].form) && c->words[i].upos != CHY_UPOS_ADP &&
                c->words[i].upos != CHY_UPOS_DET && c->words[i].upos != CHY_UPOS_CCONJ &&
                c->words[i].upos != CHY_UPOS_PUNCT && c->words[i].upos != CHY_UPOS_PART)
                return false;
        return fact->kind != CHY_FACT_PLACE || is_namelike(word);
    }
    if (!is_namelike(word)) return false;
    if (fact->kind == CHY_FACT_PERSON) return false;
    if (fact->kind == CHY_FACT_ACTOR) return word->upos == CHY_UPOS_PROPN;
    if (fact->kind == CHY_FACT_PLACE)
        return word->upos == CHY_UPOS_PROPN && chy_tree_case(&c->tree, at)[0] != '\0';
    return true;
}

/* The kind of entity that a row stands for, before its reading is known. */
static uint8_t kind_of_fact(const chy_fact *fact) {
    switch (fact->kind) {
    case CHY_FACT_COUNTRY:
    case CHY_FACT_DEMONYM:
        return CHY_ENTITY_COUNTRY;
    case CHY_FACT_CAPITAL:
    case CHY_FACT_SEAT:
    case CHY_FACT_PLACE:
        return CHY_ENTITY_PLACE;
    case CHY_FACT_ORGANISATION:
        return CHY_ENTITY_ORGANISATION;
    case CHY_FACT_ARMED_GROUP:
        return CHY_ENTITY_ARMED_GROUP;
    case CHY_FACT_GROUP:
        return CHY_ENTITY_GROUP;
    case CHY_FACT_PERSON:
        return CHY_ENTITY_PERSON;
    default:
        return CHY_ENTITY_OTHER;
    }
}

/* "The Angolan said": one of the people, as their plural has an ending of its own; "the Dutch",
 * "the Chinese", "the Swiss" may be all of them. */
static bool is_one_of_people(const chy_casting *c, uint32_t head, uint32_t det) {
    static const char *const both[] = {"ch", "ese", "ish", "s"};
    const chy_word *word = &c->words[head];
    if (det == CHY_NONE || !chy_same(c->words[det].form, "the") ||
        (word->deprel != CHY_DEPREL_NSUBJ && word->deprel != CHY_DEPREL_NSUBJ_PASS &&
         word->deprel != CHY_DEPREL_OBJ))
        return false;
    for (size_t i = 0; i < CHY_COUNT_OF(both); i++) {
        size_t size = strlen(word->form), length = strlen(both[i]);
        if (size >= length && strcmp(word->form + size - length, both[i]) == 0) return false;
    }
    return true;
}

/* A nationality word: an adjective ("Kenyan"), one of the people ("a Kenyan"), or the people. */
static void read_demonym(const chy_casting *c, chy_draft *draft) {
    const chy_word *head = &c->words[draft->head];
    /* "Serbian and | Kosovar negotiators". */
    const chy_word *first = head;
    for (int steps = 0; steps < 6 && first->deprel == CHY_DEPREL_CONJ; steps++)
        first = &c->words[first->head];
    bool modifier = first->deprel == CHY_DEPREL_AMOD || first->deprel == CHY_DEPREL_COMPOUND ||
                    first->deprel == CHY_DEPREL_NMOD_DESC;
    draft->says.country = draft->fact.country;
    uint32_t det = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_DET);
    bool indefinite = det != CHY_NONE &&
                      (chy_same(c->words[det].form, "a") || chy_same(c->words[det].form, "an"));
    bool one = indefinite || is_one_of_people(c, draft->head, det);
    if (modifier || (head->upos == CHY_UPOS_ADJ && !one)) {
        draft->says.kind = CHY_ENTITY_COUNTRY;
        draft->says.flags |= CHY_SAYS_ADJECTIVE;
        return;
    }
    /* "In Russian", "speaks French": the language. */
    const char *preposition = chy_tree_case(&c->tree, draft->head);
    bool bare = det == CHY_NONE && head->feat_bits & CHY_FEAT_SINGULAR && !draft->fact.plural;
    if (bare && (head->deprel == CHY_DEPREL_OBJ || strcmp(preposition, "in") == 0 ||
                 strcmp(preposition, "into") == 0)) {
        draft->dropped = true;
        return;
    }
    draft->says.flags |= CHY_SAYS_HUMAN;
    draft->says.sectors = 1u << CHY_SECTOR_CVL;
    if (one || (head->feat_bits & CHY_FEAT_SINGULAR && !draft->fact.adjective)) {
        draft->says.kind = CHY_ENTITY_PERSON;
        draft->says.number = 1;
        draft->says.flags |= indefinite ? CHY_SAYS_INDEFINITE : 0;
    } else {
        draft->says.kind = CHY_ENTITY_GROUP;
        draft->says.number = 2;
    }
}

/* What a name says by itself. */
static void read_name(const chy_casting *c, chy_draft *draft) {
    uint8_t tagged = kind_of_tag(draft->name_type);
    draft->says.number = 1;
    draft->says.kind = draft->has_fact ? kind_of_fact(&draft->fact) : tagged;
    bool untagged = draft->name_type == CHY_NAME_O;
    /* The tagger's person wins over a place or country of one word: "Chad", "Jordan", "Florence".
     */
    if (draft->has_fact && !untagged && tagged == CHY_ENTITY_PERSON &&
        draft->says.kind != CHY_ENTITY_PERSON &&
        (draft->fact.kind == CHY_FACT_PLACE || draft->fact.kind == CHY_FACT_CAPITAL ||
         draft->end - draft->first == 1)) {
        uint32_t title = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_NMOD_DESC);
        /* "Lagos police": a name before a noun is a place's. */
        bool before_noun = c->words[draft->head].deprel == CHY_DEPREL_COMPOUND;
        if ((draft->fact.kind == CHY_FACT_PLACE && !before_noun) || title != CHY_NONE) {
            draft->says.kind = CHY_ENTITY_PERSON;
            draft->has_fact = false;
        }
    }
    /* A body that is named like a town ("Barcelona", tagged as a club) is no place; a capital or a
     * province may be. */
    if (draft->has_fact && tagged == CHY_ENTITY_ORGANISATION && !untagged &&
        draft->fact.kind == CHY_FACT_PLACE && draft->fact.feature[0] == 'P') {
        draft->says.kind = CHY_ENTITY_ORGANISATION;
        draft->has_fact = false;
    }
    if (draft->has_fact && draft->fact.kind == CHY_FACT_DEMONYM) {
        read_demonym(c, draft);
        return;
    }
    if (draft->has_fact) {
        draft->says.country = draft->fact.country;
        if (draft->fact.kind == CHY_FACT_ORGANISATION || draft->fact.kind == CHY_FACT_ARMED_GROUP ||
            draft->fact.kind == CHY_FACT_GROUP)
            draft->says.sectors = draft->fact.sectors;
        draft->says.role_class = draft->fact.role;
    }
    if (draft->says.kind == CHY_ENTITY_PERSON) {
        draft->says.flags |= CHY_SAYS_HUMAN;
        draft->says.country = "";
        draft->says.role_class = "";
    }
    if (draft->says.kind == CHY_ENTITY_GROUP) draft->says.number = 2;
}

/* Small words that a surname begins with: "el-Sisi", "Von der Leyen", "bin Salman". "Al" with a
 * capital is one only before a hyphen. */
static bool begins_surname(const chy_casting *c, uint32_t at) {
    static const char *const particles[] = {"al",  "bin", "bint", "da",  "das", "de", "del", "den",
                                            "der", "di",  "do",   "dos", "du",  "el", "ibn", "la",
                                            "le",  "os",  "ould", "ter", "van", "von"};
    const char *form = c->words[at].form;
    bool article = chy_same(form, "al") || chy_same(form, "el");
    if (article && chy_capitalised(form))
        return at + 1 < c->word_count && strcmp(c->words[at + 1].form, "-") == 0;
    return chy_is_one_of(form, particles, CHY_COUNT_OF(particles));
}

/* A person's gender from the tables' row of the whole name, else from the first word of it that is
 * a given name; a surname, and the last of several words, tells none: "Mwenya | Joy". */
static void read_given_name(const chy_casting *c, chy_draft *draft) {
    if (draft->says.kind != CHY_ENTITY_PERSON) return;
    chy_fact given;
    if (chy_lookup_exact(c, draft->first, draft->end, CHY_ROW(CHY_FACT_PERSON), &given) &&
        !given.part)
        draft->given = given.gender;
    uint32_t end = draft->end - draft->first > 1 ? draft->end - 1 : draft->end;
    for (uint32_t i = draft->first; i < end && !draft->given && !begins_surname(c, i); i++)
        if (chy_lookup_exact(c, i, i + 1, CHY_ROW(CHY_FACT_GIVEN_NAME), &given))
            draft->given = given.gender;
    if (draft->end - draft->first > 1 && !draft->says.gender) draft->says.gender = draft->given;
}

static chy_status add_name(chy_casting *c, uint32_t first, uint32_t end, uint8_t type,
                           const chy_fact *fact, bool nested) {
    chy_draft *draft = chy_draft_add(c, first, end, CHY_MENTION_NAME);
    if (!draft) return chy_fail_memory(c->err);
    draft->name_type = type;
    draft->nested = nested;
    if (fact && fact->kind != CHY_FACT_ACTOR) {
        draft->fact = *fact;
        draft->has_fact = true;
    }
    read_name(c, draft);
    read_given_name(c, draft);
    return CHY_OK;
}

/* Names of countries and peoples inside a body's name: "the Kenyan Ministry of Foreign Affairs". */
static chy_status add_nested(chy_casting *c, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end;) {
        chy_fact fact;
        uint32_t length = chy_lookup(c, i, end,
                                     CHY_ROW(CHY_FACT_COUNTRY) | CHY_ROW(CHY_FACT_DEMONYM) |
                                         CHY_ROW(CHY_FACT_CAPITAL) | CHY_ROW(CHY_FACT_SEAT) |
                                         CHY_ROW(CHY_FACT_PLACE),
                                     &fact);
        /* "New South Wales" whole, not Wales; but a single word is seldom a town inside a name. */
        if (length == 1 && fact.kind == CHY_FACT_PLACE) length = 0;
        if (length == 0 || length == end - first || !accept_untagged(c, i, length, &fact)) {
            i++;
            continue;
        }
        chy_status status = add_name(c, i, i + length, CHY_NAME_O, &fact, true);
        if (status != CHY_OK) return status;
        i += length;
    }
    return CHY_OK;
}

/* Drops words before a person's name that are its title or article, inside the tagger's span. */
static uint32_t skip_titles(const chy_casting *c, uint32_t first, uint32_t end) {
    while (first + 1 < end) {
        const chy_word *word = &c->words[first];
        chy_fact fact;
        uint32_t length =
            chy_lookup(c, first, end, CHY_ROWS_ROLES | CHY_ROW(CHY_FACT_DEMONYM), &fact);
        if (word->upos == CHY_UPOS_DET) length = 1;
        /* "Prince", "King" and the like are names too where they are flat parts of one. */
        if (length == 0 || first + length >= end || word->deprel == CHY_DEPREL_FLAT) break;
        /* "Duma Boko": a body is nobody's title. */
        if (fact.kind == CHY_FACT_ORG_NOUN) break;
        first += length;
    }
    return first;
}

/* "Taxpayers Party chairman": the party is the name's, though "party chairman" is an office. */
static bool ends_in_party(const chy_casting *c, uint32_t at, uint32_t end) {
    return at + 1 == end && strcmp(c->words[at].form, "Party") == 0 && end < c->word_count &&
           !chy_capitalised(c->words[end].form);
}

/* Where an office begins inside a tagged name and runs on behind it ("Bulgarian Defence |
 * Minister"), the name ends before the office. */
static uint32_t before_office(const chy_casting *c, uint32_t first, uint32_t end, uint32_t limit,
                              uint8_t type) {
    if (kind_of_tag(type) == CHY_ENTITY_PERSON) return end;
    for (uint32_t w = first + 1; w < end; w++) {
        chy_fact fact;
        uint32_t length =
            c->match_length[w] == 0 ? 0 : chy_lookup(c, w, limit, CHY_ROWS_ROLES, &fact);
        if (w + length > end) return ends_in_party(c, w, end) ? end : w;
    }
    return end;
}

/* The tagger's name that is none: without a capital, or the beginning of an office ("Labour
 * Minister"). */
static bool worth_a_name(const chy_casting *c, uint32_t first, uint32_t end, uint8_t type) {
    bool capital = false;
    for (uint32_t i = first; i < end; i++)
        capital = capital || chy_capitalised(c->words[i].form);
    if (!capital && kind_of_tag(type) != CHY_ENTITY_OTHER) return false;
    chy_fact fact;
    uint32_t limit = c->in->sentences[c->words[first].sentence].first_word +
                     c->in->sentences[c->words[first].sentence].word_count;
    uint32_t length = chy_lookup(c, first, limit, CHY_ROWS_ROLES, &fact);
    bool body = fact.kind == CHY_FACT_ORG_NOUN && kind_of_tag(type) == CHY_ENTITY_PERSON;
    if (first + length == end && (fact.kind == CHY_FACT_ROLE || body))
        return chy_lookup_exact(c, first, end, CHY_ROWS_NAMES, &fact);
    return first + length <= end || kind_of_tag(type) == CHY_ENTITY_PERSON;
}

/* Whether a phrase of a dictionary makes a name here: not where the tagger begins another one
 * inside it, nor with a title before it ("President X"), nor with more words than a person's name.
 */
static bool coded_phrase_stands(const chy_casting *c, uint32_t at, uint32_t length) {
    bool person = kind_of_tag(c->words[at].name_tag) == CHY_ENTITY_PERSON;
    for (uint32_t w = at + 1; w < at + length; w++)
        if (begins_name(&c->words[w]) || (person && c->words[w].name_tag == CHY_NAME_O))
            return false;
    chy_fact role;
    uint32_t title = chy_lookup(c, at, at + length, CHY_ROWS_ROLES, &role);
    return title == 0 || title == length;
}

/* "Iranian and | Iraqi forces": the forces of both, not the body that the table knows by the later
 * words. */
static bool shares_noun(const chy_casting *c, uint32_t at, uint32_t length) {
    const chy_word *word = &c->words[at];
    if (word->deprel != CHY_DEPREL_CONJ || word->head >= at) return false;
    uint32_t noun = c->words[word->head].head;
    return noun != CHY_NONE && noun > at && noun < at + length;
}

/* The best row at a word. What the tagger takes for a body is not looked for among towns ("Hamas"
 * is one of Hamm's names), if it is one of the bodies. */
static uint32_t lookup_name(const chy_casting *c, uint32_t at, uint32_t limit, uint8_t type,
                            chy_fact *fact) {
    uint32_t length = chy_lookup(c, at, limit, CHY_ROWS_NAMES, fact);
    if (length > 0 && fact->kind == CHY_FACT_ACTOR && !coded_phrase_stands(c, at, length))
        length = chy_lookup(c, at, limit, CHY_ROWS_NAMES & ~CHY_ROW(CHY_FACT_ACTOR), fact);
    if (length > 0 && fact->kind == CHY_FACT_ORGANISATION && shares_noun(c, at, length))
        length = chy_lookup(c, at, at + 1, CHY_ROWS_NAMES, fact);
    /* And where the tagger sees no name a town is unlikelier still: "Wagner mercenaries". */
    bool body = type == CHY_NAME_O || kind_of_tag(type) == CHY_ENTITY_ORGANISATION;
    chy_fact other;
    if (body && length > 0 && fact->kind == CHY_FACT_PLACE &&
        chy_lookup_exact(c, at, at + length, CHY_ROWS_BODIES, &other))
        *fact = other;
    return length;
}

/* "The Hague": the length of a name that has its article, or 0. */
static uint32_t with_article(const chy_casting *c, uint32_t at, uint32_t limit, chy_fact *fact) {
    if (at + 1 >= limit || strcmp(c->words[at].form, "The") != 0) return 0;
    uint32_t length =
        chy_lookup(c, at + 1, limit, CHY_ROW(CHY_FACT_PLACE) | CHY_ROW(CHY_FACT_CAPITAL), fact);
    return length > 0 && strncmp(fact->name, "The ", 4) == 0 ? length + 1 : 0;
}

/* "US$40", "$US 40": money, not the country that prints it. */
static bool is_money(const chy_casting *c, uint32_t at, uint32_t limit) {
    const chy_word *word = &c->words[at];
    if (!chy_all_capitals(word->form)) return false;
    if (at + 1 < limit && !word->space_after && word[1].form[0] == '$') return true;
    return at > 0 && !word[-1].space_after && strcmp(word[-1].form, "$") == 0;
}

/* Where the tagger's name begins and ends without what it took in before and behind it: "the",
 * small words ("rebel People's Front"), an office. */
static uint32_t trim_tagged(const chy_casting *c, uint32_t *at, uint32_t tagged, uint32_t limit) {
    uint8_t type = c->words[*at].name_tag;
    bool named = kind_of_tag(type) != CHY_ENTITY_OTHER;
    while (*at + 1 < tagged) {
        const chy_word *word = &c->words[*at];
        bool small = named && word->upos != CHY_UPOS_PROPN && !chy_capitalised(word->form) &&
                     chy_capitalised(word[1].form);
        if (word->upos != CHY_UPOS_DET && !small) break;
        ++*at;
    }
    tagged = before_office(c, *at, tagged, limit, type);
    while (tagged > *at + 1 && (c->words[tagged - 1].upos == CHY_UPOS_ADP ||
                                c->words[tagged - 1].upos == CHY_UPOS_DET ||
                                c->words[tagged - 1].upos == CHY_UPOS_CCONJ))
        tagged--;
    return tagged;
}

/* The name at a word from tagger and lexicon together. `*end` is the word after it. */
static chy_status read_at(chy_casting *c, uint32_t at, uint32_t limit, uint32_t *end) {
    uint32_t tagged = tagged_end(c, at, limit);
    uint8_t type = c->words[at].name_tag;
    chy_fact fact;
    *end = at + 1;
    if (is_money(c, at, limit)) return CHY_OK;
    uint32_t article = with_article(c, at, limit, &fact);
    if (article > 0) {
        *end = at + article;
        return add_name(c, at, *end, CHY_NAME_O, &fact, false);
    }
    tagged = trim_tagged(c, &at, tagged, limit);
    *end = tagged > at ? tagged : at + 1;
    uint32_t length = lookup_name(c, at, limit, type, &fact);
    if (length > 0 && fact.part) length = 0;
    /* "Nyanza province": what a place is, in small letters, is no part of its name. */
    if (length > 1 && fact.kind == CHY_FACT_PLACE && chy_area_word(&c->words[at + length - 1]) &&
        !chy_capitalised(c->words[at + length - 1].form))
        length--;
    if (tagged > at && !worth_a_name(c, at, tagged, type)) return CHY_OK;
    bool person = tagged > at && kind_of_tag(type) == CHY_ENTITY_PERSON;
    if (tagged <= at) {
        /* Where the longest is none ("Wagner mercenaries" with a small letter), a shorter one may
         * be. */
        while (length > 1 && !accept_untagged(c, at, length, &fact))
            length = lookup_name(c, at, at + length - 1, type, &fact);
        if (length == 0 || !accept_untagged(c, at, length, &fact)) return CHY_OK;
        /* A match may run on into a tagged name: take its whole end. */
        uint32_t last = at + length;
        *end = last;
        return add_name(c, at, last, CHY_NAME_O, &fact, false);
    }
    if (person) {
        uint32_t first = skip_titles(c, at, tagged);
        length = first != at ? lookup_name(c, first, limit, type, &fact) : length;
        bool whole = length > 0 && first + length >= tagged;
        *end = whole ? first + length : tagged;
        return add_name(c, first, *end, type, whole ? &fact : NULL, false);
    }
    if (length > 0 && at + length >= tagged) {
        *end = at + length;
        chy_status status = add_name(c, at, *end, type, &fact, false);
        bool body = fact.kind == CHY_FACT_ORGANISATION || fact.kind == CHY_FACT_ARMED_GROUP;
        /* "The Los Angeles Times" is not about Los Angeles. */
        body = body && !(fact.sectors & 1u << CHY_SECTOR_JRN);
        return status == CHY_OK && length > 2 && body ? add_nested(c, at, *end) : status;
    }
    /* The lexicon knows a part: a nationality before a body's name, or a name that the tagger ran
     * on. */
    chy_status status = add_name(c, at, tagged, type, NULL, false);
    return status == CHY_OK ? add_nested(c, at, tagged) : status;
}

chy_status chy_draft_names(chy_casting *c) {
    for (uint32_t s = 0; s < c->in->sentence_count; s++) {
        uint32_t first = c->in->sentences[s].first_word;
        uint32_t limit = first + c->in->sentences[s].word_count;
        for (uint32_t at = first; at < limit;) {
            uint32_t end;
            /* Inside a date ("May 16") there are no names, nor in "US$8 million". */
            uint32_t sign = chy_money_sign(c->words, at, limit);
            if (c->times.of_word[at] != CHY_NONE || sign > at) {
                at = sign > at ? sign : at + 1;
                continue;
            }
            chy_status status = read_at(c, at, limit, &end);
            if (status != CHY_OK) return status;
            at = end;
        }
    }
    chy_settle_bodies(c);
    return chy_settle_surnames(c);
}
