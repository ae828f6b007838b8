/* Where words come from, as a noun for them or a verb that cites them tells. */
#include "statements/reader.h"

#include <string.h>

bool chy_names_words(const chy_statement_reader *reader, uint32_t word) {
    return reader->words[word].upos == CHY_UPOS_NOUN && chy_is_for_words(reader, word);
}

void chy_origin_set(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t word) {
    uint32_t first;
    uint32_t end;
    chy_noun_phrase(reader, word, &first, &end);
    /* "the poet Rumi": the name right behind belongs to it. */
    uint32_t mention = end < reader->word_count ? reader->mentions->mention_of_head[end] : CHY_NONE;
    bool named = mention != CHY_NONE && chy_entity_at(reader, word) != CHY_NONE &&
                 chy_entity_at(reader, end) == chy_entity_at(reader, word);
    bool apposed = end < reader->word_count && reader->words[end].head == word &&
                   reader->words[end].deprel == CHY_DEPREL_APPOS;
    if (named || apposed) {
        uint32_t of_name;
        chy_noun_phrase(reader, end, &of_name, &end);
    }
    uint32_t whole = reader->mentions->mention_of_head[word];
    if (whole != CHY_NONE && reader->mentions->mentions[whole].kind == CHY_MENTION_NAME) {
        uint32_t begins = reader->mentions->mentions[whole].first_word;
        first = begins < first ? begins : first;
    }
    draft->origin_first = first;
    draft->origin_end = end;
}

/* Who is named below a verb with one of some prepositions, or CHY_NONE. */
static uint32_t named_below(const chy_statement_reader *reader, uint32_t verb,
                            const char *const *prepositions, size_t count) {
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t preposition = chy_child_of(reader, c, CHY_DEPREL_CASE);
        if (preposition != CHY_NONE &&
            chy_form_in(&reader->words[preposition], prepositions, count)) {
            return c;
        }
    }
    return CHY_NONE;
}

/* Whether a verb says whose words are: "attribute them | to X". */
static bool gives_words(const char *verb) {
    static const char *const verbs[] = {"ascribe", "attribute", "credit"};
    return chy_is_listed(verb, verbs, CHY_COUNT_OF(verbs));
}

/* Whether a verb has one who made the words ("written | by X"); whether it takes them from one, or
 * from what they stood in ("borrowed | from X"). */
static bool makes_words(const char *verb) {
    static const char *const verbs[] = {"coin",  "compose", "pen",   "say",  "sing",
                                        "speak", "use",     "utter", "write"};
    return chy_is_listed(verb, verbs, CHY_COUNT_OF(verbs));
}

static bool takes_words(const char *verb) {
    static const char *const verbs[] = {"borrow",   "come",  "date", "derive",    "draw",
                                        "know",     "learn", "lift", "originate", "quote",
                                        "remember", "sing",  "stem", "take",      "use"};
    return chy_is_listed(verb, verbs, CHY_COUNT_OF(verbs));
}

/* "words | attributed to X", "a verse | written by X", "a line that he liked to | quote from X",
 * "words that | X wrote": who is named with what is told of the noun, or CHY_NONE. */
static uint32_t author_below(const chy_statement_reader *reader, uint32_t noun) {
    static const char *const to[] = {"to"};
    static const char *const from[] = {"from"};
    static const char *const by[] = {"by"};
    uint32_t verb = chy_child_of(reader, noun, CHY_DEPREL_ACL);
    bool participle = verb != CHY_NONE && strcmp(reader->words[verb].xpos, "VBN") == 0;
    if (!participle) {
        verb = chy_child_of(reader, noun, CHY_DEPREL_ACL_RELCL);
        uint32_t below = verb == CHY_NONE ? CHY_NONE : chy_child_of(reader, verb, CHY_DEPREL_XCOMP);
        verb = below == CHY_NONE ? verb : below;
    }
    if (verb == CHY_NONE) {
        return CHY_NONE;
    }
    char lower[CHY_STATEMENT_LEMMA];
    chy_lower_form(reader->words[verb].lemma, lower);
    if (gives_words(lower)) {
        return named_below(reader, verb, to, CHY_COUNT_OF(to));
    }
    uint32_t whom =
        takes_words(lower) ? named_below(reader, verb, from, CHY_COUNT_OF(from)) : CHY_NONE;
    if (whom != CHY_NONE || !makes_words(lower)) {
        return whom;
    }
    if (participle) {
        return named_below(reader, verb, by, CHY_COUNT_OF(by));
    }
    uint32_t maker = chy_child_of(reader, verb, CHY_DEPREL_NSUBJ);
    bool named = maker != CHY_NONE && reader->words[maker].upos != CHY_UPOS_PRON;
    return named ? maker : CHY_NONE;
}

bool chy_origin_of_predicate(chy_statement_reader *reader, chy_statement_draft *draft,
                             uint32_t root) {
    static const char *const from[] = {"from"};
    static const char *const by[] = {"by"};
    static const char *const of[] = {"by", "from", "of"};
    char lower[CHY_STATEMENT_LEMMA];
    chy_lower_form(reader->words[root].lemma, lower);
    uint32_t found = CHY_NONE;
    if (reader->words[root].upos != CHY_UPOS_VERB) {
        uint32_t marker = chy_child_of(reader, root, CHY_DEPREL_CASE);
        bool marked =
            marker != CHY_NONE && chy_form_in(&reader->words[marker], of, CHY_COUNT_OF(of));
        found = marked ? root : named_below(reader, root, of, CHY_COUNT_OF(of));
    } else if (chy_child_of(reader, root, CHY_DEPREL_OBJ) == CHY_NONE) {
        found = takes_words(lower) ? named_below(reader, root, from, CHY_COUNT_OF(from)) : CHY_NONE;
        found = found == CHY_NONE && makes_words(lower)
                    ? named_below(reader, root, by, CHY_COUNT_OF(by))
                    : found;
    }
    if (found == CHY_NONE) {
        return false;
    }
    chy_origin_set(reader, draft, found);
    return true;
}

/* "a line from a song of the forties", "the words of Rumi"; "an old proverb" by itself. */
bool chy_origin_of_noun(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t noun) {
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t preposition = reader->words[c].deprel == CHY_DEPREL_NMOD
                                   ? chy_child_of(reader, c, CHY_DEPREL_CASE)
                                   : CHY_NONE;
        if (preposition == CHY_NONE) {
            continue;
        }
        const chy_word *p = &reader->words[preposition];
        bool of = chy_form_is(p, "of") &&
                  (reader->words[c].upos == CHY_UPOS_PROPN || chy_names_words(reader, c) ||
                   reader->mentions->mention_of_head[c] != CHY_NONE);
        if (chy_form_is(p, "from") || chy_form_is(p, "by") || chy_form_is(p, "in") || of) {
            chy_origin_set(reader, draft, c);
            return true;
        }
    }
    uint32_t author = author_below(reader, noun);
    if (author != CHY_NONE) {
        chy_origin_set(reader, draft, author);
        return true;
    }
    uint32_t owner = chy_child_of(reader, noun, CHY_DEPREL_NMOD_POSS);
    char lower[CHY_STATEMENT_LEMMA];
    if (owner != CHY_NONE && reader->words[owner].upos == CHY_UPOS_PROPN) {
        chy_origin_set(reader, draft, owner);
        return true;
    }
    if (chy_cue_word_in(CHY_CUE_SELF_ORIGINS, chy_lower_form(reader->words[noun].lemma, lower))) {
        chy_origin_set(reader, draft, noun);
        return true;
    }
    return false;
}

/* "attributed the phrase to X", where the parser may have hung X on the phrase: X, or CHY_NONE. */
static uint32_t given_to(const chy_statement_reader *reader, uint32_t clause, uint32_t noun) {
    static const char *const to[] = {"to"};
    const chy_clause *c = &reader->clauses->clauses[clause];
    if (!gives_words(c->lemma)) {
        return CHY_NONE;
    }
    uint32_t whom = named_below(reader, c->word, to, CHY_COUNT_OF(to));
    return whom == CHY_NONE ? named_below(reader, noun, to, CHY_COUNT_OF(to)) : whom;
}

bool chy_cites(const chy_statement_reader *reader, uint32_t clause) {
    static const char *const with_words[] = {"adapt", "sing", "take", "use"};
    const char *lemma = reader->clauses->clauses[clause].lemma;
    uint32_t object = chy_argument_in(reader, clause, CHY_ROLE_OBJECT, CHY_NONE);
    bool words =
        object != CHY_NONE && chy_names_words(reader, chy_argument_at(reader, object)->word);
    return chy_cue_word_in(CHY_CUE_CITING_VERBS, lemma) ||
           (words &&
            (gives_words(lemma) || chy_is_listed(lemma, with_words, CHY_COUNT_OF(with_words))));
}

/* "recalled a line from a song": the noun for words that a clause uses, and where they are from. */
bool chy_origin_of_user(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t clause) {
    uint32_t object = chy_argument_in(reader, clause, CHY_ROLE_OBJECT, CHY_NONE);
    uint32_t noun = object == CHY_NONE ? CHY_NONE : chy_argument_at(reader, object)->word;
    if (noun == CHY_NONE || !chy_names_words(reader, noun)) {
        return false;
    }
    uint32_t whom = given_to(reader, clause, noun);
    if (whom != CHY_NONE) {
        chy_origin_set(reader, draft, whom);
        return true;
    }
    if (chy_origin_of_noun(reader, draft, noun)) {
        return true;
    }
    /* The parser may have hung the song on the verb. */
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, CHY_NONE);
    for (; a != CHY_NONE; a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, a)) {
        const char *preposition = chy_argument_at(reader, a)->preposition;
        if (strcmp(preposition, "from") == 0 || strcmp(preposition, "by") == 0) {
            chy_origin_set(reader, draft, chy_argument_at(reader, a)->word);
            return true;
        }
    }
    return false;
}

/* "..., citing a treaty of 1975", "..., borrowing from the Bible". */
static bool origin_of_participle(chy_statement_reader *reader, chy_statement_draft *draft,
                                 uint32_t clause) {
    uint32_t object = chy_argument_in(reader, clause, CHY_ROLE_OBJECT, CHY_NONE);
    object =
        object == CHY_NONE ? chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, CHY_NONE) : object;
    if (object == CHY_NONE) {
        return false;
    }
    uint32_t noun = chy_argument_at(reader, object)->word;
    if (!chy_names_words(reader, noun) ||
        (!chy_origin_of_user(reader, draft, clause) && !chy_origin_of_noun(reader, draft, noun))) {
        chy_origin_set(reader, draft, noun);
    }
    return true;
}

/* "quoting his father", "to borrow from Rumi" below a word: the clause, or CHY_NONE. */
static uint32_t citing_below(const chy_statement_reader *reader, uint32_t word, chy_deprel deprel) {
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t clause = reader->clauses->clause_of_word[c];
        bool hangs = reader->words[c].deprel == (uint8_t)deprel &&
                     (strcmp(reader->words[c].xpos, "VBG") == 0 || chy_is_infinitive(reader, c));
        if (hangs && clause != CHY_NONE && chy_cites(reader, clause)) {
            return clause;
        }
    }
    return CHY_NONE;
}

/* The participle may hang on the cue or its subject, or have been found beside it. */
bool chy_origin_of_citing(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t word) {
    if (draft->citing != CHY_NONE) {
        return origin_of_participle(reader, draft, draft->citing);
    }
    uint32_t clause = citing_below(reader, word, CHY_DEPREL_ADVCL);
    uint32_t subject = clause == CHY_NONE ? chy_child_of(reader, word, CHY_DEPREL_NSUBJ) : CHY_NONE;
    clause = subject == CHY_NONE ? clause : citing_below(reader, subject, CHY_DEPREL_ACL);
    return clause != CHY_NONE && origin_of_participle(reader, draft, clause);
}

/* "left with an old proverb", "turned to a poem by Rumi", "drew on Rumi". */
bool chy_origin_of_phrase(chy_statement_reader *reader, chy_statement_draft *draft,
                          uint32_t clause) {
    static const char *const verbs[] = {"answer", "begin",   "close", "conclude", "draw",
                                        "end",    "finish",  "leave", "open",     "part",
                                        "reach",  "respond", "start", "turn"};
    const char *verb = reader->clauses->clauses[clause].lemma;
    if (!chy_is_listed(verb, verbs, CHY_COUNT_OF(verbs))) {
        return false;
    }
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, CHY_NONE);
    for (; a != CHY_NONE; a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, a)) {
        uint32_t word = chy_argument_at(reader, a)->word;
        if (chy_argument_at(reader, a)->inherited) {
            continue;
        }
        if (chy_names_words(reader, word) && chy_origin_of_noun(reader, draft, word)) {
            return true;
        }
        if (strcmp(verb, "draw") == 0 &&
            (strcmp(chy_argument_at(reader, a)->preposition, "on") == 0 ||
             strcmp(chy_argument_at(reader, a)->preposition, "from") == 0)) {
            chy_origin_set(reader, draft, word);
            return true;
        }
    }
    return false;
}

/* "quoted an old film", "quoted from the Bible": what is quoted is itself the origin. */
bool chy_origin_of_quoted(chy_statement_reader *reader, chy_statement_draft *draft,
                          uint32_t clause) {
    static const char *const verbs[] = {"borrow", "paraphrase", "quote", "recite"};
    uint32_t object = chy_argument_in(reader, clause, CHY_ROLE_OBJECT, CHY_NONE);
    if (object == CHY_NONE ||
        !chy_is_listed(reader->clauses->clauses[clause].lemma, verbs, CHY_COUNT_OF(verbs))) {
        return false;
    }
    chy_origin_set(reader, draft, chy_argument_at(reader, object)->word);
    return true;
}
