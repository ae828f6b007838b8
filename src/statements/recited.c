/* "Recalled a Zulu proverb: ...", "invoked a maxim according to which ...": words that someone says
 * after another, the noun that names them, and where they are from. Read off the words as they
 * stand, since a noun between a verb and words that are not its speaker's parses in many ways. */
#include "statements/reader.h"

#include <string.h>

/* Words from the verb to the noun, and from the noun to the words. */
#define NOUN_REACH  10u
#define WORDS_REACH 14u

/* What follows a verb: the noun for words, where its phrase begins, whose they are, what is said.
 */
typedef struct recital {
    uint32_t verb, noun;
    uint32_t first, end;             /* the noun's phrase */
    uint32_t of_first, of_end;       /* "by | the poet X |"; equal: none */
    uint32_t said, said_end;         /* content */
    uint32_t inner_first, inner_end; /* "that | says that |": no saying of its own */
    bool quoted;
} recital;

static uint32_t sentence_end(const chy_statement_reader *reader, uint32_t word) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[word].sentence];
    return sentence->first_word + sentence->word_count;
}

/* Verbs that bring words of others up. */
static bool recites(const chy_statement_reader *reader, uint32_t verb) {
    static const char *const verbs[] = {
        "adapt", "adduce",   "adopt",    "allude", "answer", "apply",   "appeal", "begin",
        "close", "conclude", "draw",     "employ", "end",    "evoke",   "finish", "harken",
        "hark",  "leave",    "mention",  "offer",  "open",   "point",   "quip",   "reach",
        "read",  "refer",    "remember", "remind", "resort", "respond", "revive", "share",
        "speak", "start",    "summon",   "tell",   "turn",   "use"};
    char lower[CHY_STATEMENT_LEMMA];
    chy_lower_form(reader->words[verb].lemma, lower);
    return chy_cue_word_in(CHY_CUE_CITING_VERBS, lower) ||
           chy_is_listed(lower, verbs, CHY_COUNT_OF(verbs));
}

static bool is_comma(const chy_statement_reader *reader, uint32_t word) {
    return strcmp(reader->words[word].form, ",") == 0;
}

/* "A line from | a song": the first noun for words behind the verb, with nothing told between. */
static uint32_t noun_behind(const chy_statement_reader *reader, uint32_t verb) {
    uint32_t end = sentence_end(reader, verb);
    end = end - verb > NOUN_REACH ? verb + NOUN_REACH : end;
    for (uint32_t i = verb + 1; i < end; i++) {
        const chy_word *word = &reader->words[i];
        bool nominal = word->upos == CHY_UPOS_NOUN || word->upos == CHY_UPOS_ADJ;
        if (nominal && chy_is_for_words(reader, i)) {
            return i;
        }
        if (chy_is_punctuation(word) || word->upos == CHY_UPOS_VERB ||
            reader->quote_of_word[i] != reader->quote_of_word[verb]) {
            return CHY_NONE;
        }
    }
    return CHY_NONE;
}

/* Where the phrase of a noun begins: behind the verb or the preposition before it. */
static uint32_t phrase_first(const chy_statement_reader *reader, uint32_t verb, uint32_t noun) {
    uint32_t first = noun;
    while (first > verb + 1) {
        const chy_word *word = &reader->words[first - 1];
        bool of = word->upos == CHY_UPOS_DET || word->upos == CHY_UPOS_ADJ ||
                  word->upos == CHY_UPOS_NOUN || word->upos == CHY_UPOS_PROPN ||
                  word->upos == CHY_UPOS_NUM || strcmp(word->xpos, "POS") == 0 ||
                  strcmp(word->xpos, "PRP$") == 0 || strcmp(word->xpos, "VBN") == 0;
        if (!of) {
            break;
        }
        first--;
        if (word->upos == CHY_UPOS_DET || strcmp(word->xpos, "PRP$") == 0) {
            break;
        }
    }
    return first;
}

/* The quotation that opens at a word, as its mark or its first; or CHY_NONE. */
static uint32_t quote_at(const chy_statement_reader *reader, uint32_t word, uint32_t level) {
    uint32_t inner = word + 1 < reader->word_count ? reader->quote_of_word[word + 1] : CHY_NONE;
    bool opens = inner != CHY_NONE && inner != level && reader->quotes[inner].first == word + 1;
    return opens ? inner : CHY_NONE;
}

/* Verbs of what words themselves say. */
static bool says(const chy_word *word) {
    static const char *const verbs[] = {
        "advise", "assert",   "caution", "claim",   "counsel",  "declare", "go",     "have", "hold",
        "insist", "maintain", "note",    "observe", "proclaim", "read",    "remind", "run",  "say",
        "state",  "suggest",  "teach",   "tell",    "urge",     "warn",    "write"};
    char lower[CHY_STATEMENT_LEMMA];
    return (word->upos == CHY_UPOS_VERB || word->upos == CHY_UPOS_AUX) &&
           chy_is_listed(chy_lower_form(word->lemma, lower), verbs, CHY_COUNT_OF(verbs));
}

/* Behind "says", "has it", "reminds us that": where what they say begins, or CHY_NONE. */
static uint32_t behind_says(const chy_statement_reader *reader, uint32_t verb, uint32_t end) {
    static const char *const whom[] = {"it", "man", "men", "one", "people", "them", "us"};
    static const char *const moving[] = {"go", "have", "note", "read", "run"};
    char lower[CHY_STATEMENT_LEMMA];
    bool moves = chy_is_listed(chy_lower_form(reader->words[verb].lemma, lower), moving,
                               CHY_COUNT_OF(moving));
    uint32_t at = verb + 1;
    bool told = at < end && chy_form_in(&reader->words[at], whom, CHY_COUNT_OF(whom));
    at += told ? 1 : 0;
    bool that = at < end && chy_form_is(&reader->words[at], "that");
    bool marked = at < end && chy_is_punctuation(&reader->words[at]);
    return at + 1 < end && (that || told || marked || !moves) ? at + that : CHY_NONE;
}

/* "According to | which |", "in which it is said that", "which teaches that", "who wrote that",
 * "that has it that", "saying that", "to the effect that", "namely that", and "that" before a
 * clause of its own: where what is said begins, or CHY_NONE. */
static uint32_t opened_at(const chy_statement_reader *reader, const recital *r, uint32_t at,
                          uint32_t end) {
    const chy_word *word = &reader->words[at];
    static const char *const relatives[] = {"that", "which", "who"};
    if (chy_form_is(word, "namely")) {
        return at + 1 + chy_form_is(&reader->words[at + 1], "that");
    }
    if (at + 3 < end && chy_form_is(word, "to") && chy_form_is(word + 2, "effect") &&
        chy_form_is(word + 3, "that")) {
        return at + 4;
    }
    if (at + 2 < end && chy_form_is(word, "according") && chy_form_is(word + 2, "which")) {
        return at + 3;
    }
    bool within = at + 3 < end && chy_form_is(word, "in") && chy_form_is(word + 1, "which");
    if (within && chy_form_is(word + 2, "it")) {
        uint32_t verb = at + 3;
        while (verb + 1 < end && !says(&reader->words[verb]) && verb < at + 6) {
            verb++;
        }
        return says(&reader->words[verb]) ? behind_says(reader, verb, end) : CHY_NONE;
    }
    if (strcmp(word->xpos, "VBG") == 0 && says(word)) {
        return behind_says(reader, at, end);
    }
    if (!chy_form_in(word, relatives, CHY_COUNT_OF(relatives))) {
        return CHY_NONE;
    }
    uint32_t verb = at + 1;
    while (verb + 1 < end && reader->words[verb].upos == CHY_UPOS_ADV) {
        verb++;
    }
    if (says(&reader->words[verb])) {
        return behind_says(reader, verb, end);
    }
    char lower[CHY_STATEMENT_LEMMA];
    bool clause =
        strcmp(word->xpos, "IN") == 0 &&
        chy_cue_word_in(CHY_CUE_SELF_ORIGINS, chy_lower_form(reader->words[r->noun].lemma, lower));
    return clause ? at + 1 : CHY_NONE;
}

/* ", and said that", "and he observed": where the report goes on with what its speaker did, or the
 * end. */
static uint32_t end_of_clause(const chy_statement_reader *reader, uint32_t at, uint32_t end) {
    for (uint32_t i = at + 1; i + 1 < end; i++) {
        const chy_word *word = &reader->words[i];
        if (strcmp(word->form, ";") == 0) {
            return i;
        }
        if (word->upos != CHY_UPOS_CCONJ) {
            continue;
        }
        uint32_t next = i + 1;
        while (next + 1 < end && (reader->words[next].upos == CHY_UPOS_ADV ||
                                  reader->words[next].upos == CHY_UPOS_PRON)) {
            next++;
        }
        if (strcmp(reader->words[next].xpos, "VBD") == 0) {
            return is_comma(reader, i - 1) ? i - 1 : i;
        }
    }
    return end;
}

/* Takes a quotation that opens at `at`: what is said, or the title of a work. */
static bool take_quote(const chy_statement_reader *reader, recital *r, uint32_t quote) {
    const chy_quote *q = &reader->quotes[quote];
    if (chy_is_title(reader, q) || q->end - q->first < CHY_LEAST_QUOTE) {
        return false;
    }
    r->said = q->first;
    r->said_end = q->end;
    r->quoted = true;
    return true;
}

static bool take_clause(const chy_statement_reader *reader, recital *r, uint32_t from, uint32_t at,
                        uint32_t end) {
    uint32_t level = reader->quote_of_word[r->verb];
    uint32_t next = chy_is_punctuation(&reader->words[at]) ? at + 1 : at;
    uint32_t quote = quote_at(reader, at, level);
    quote = quote == CHY_NONE ? quote_at(reader, next, level) : quote;
    r->inner_first = from;
    r->inner_end = at;
    if (quote != CHY_NONE) {
        return take_quote(reader, r, quote);
    }
    r->said = at;
    r->said_end = end_of_clause(reader, at, end);
    return true;
}

/* "A line | by | X", "attributed | to | X", "a line | in | a song": whether whose the words are
 * follows. */
static bool leads_to_owner(const chy_statement_reader *reader, const recital *r, uint32_t at) {
    static const char *const whose[] = {"by", "from", "of"};
    const chy_word *word = &reader->words[at];
    char lower[CHY_STATEMENT_LEMMA];
    bool self =
        chy_cue_word_in(CHY_CUE_SELF_ORIGINS, chy_lower_form(reader->words[r->noun].lemma, lower));
    if (chy_form_is(word, "in")) {
        return !self;
    }
    if (chy_form_is(word, "to")) {
        return strcmp(reader->words[at - 1].xpos, "VBN") == 0;
    }
    return chy_form_in(word, whose, CHY_COUNT_OF(whose));
}

/* Goes from the noun to what is said; what stands between tells whose it is. */
static bool find_words(const chy_statement_reader *reader, recital *r) {
    uint32_t level = reader->quote_of_word[r->verb];
    uint32_t end = sentence_end(reader, r->noun);
    uint32_t stop = end - r->noun > WORDS_REACH ? r->noun + WORDS_REACH : end;
    bool within = true; /* the phrase of the noun or of whose it is */
    for (uint32_t i = r->noun + 1; i + 1 < stop; i++) {
        const chy_word *word = &reader->words[i];
        uint32_t quote = quote_at(reader, i, level);
        if (quote != CHY_NONE && take_quote(reader, r, quote)) {
            return true;
        }
        if (quote != CHY_NONE) { /* "the poem | "Song of the Shore"" */
            i = reader->quotes[quote].end;
            r->end = within ? i + 1 : r->end;
            stop = i + WORDS_REACH < end ? i + WORDS_REACH : end;
            continue;
        }
        if (strcmp(word->form, ":") == 0) {
            quote = quote_at(reader, i + 1, level);
            r->said = i + 1;
            r->said_end = end;
            r->quoted = true;
            return quote == CHY_NONE || take_quote(reader, r, quote);
        }
        uint32_t opened = opened_at(reader, r, i, end);
        if (opened != CHY_NONE && opened + 1 < end) {
            return take_clause(reader, r, i, opened, end);
        }
        bool leads = leads_to_owner(reader, r, i);
        bool told = strcmp(word->xpos, "VBN") == 0;
        bool joins = !reader->words[i - 1].space_after && !word->space_after; /* "Gabre-Medhin" */
        bool breaks = (chy_is_punctuation(word) && !joins) || word->upos == CHY_UPOS_CCONJ ||
                      (word->upos == CHY_UPOS_ADP && !leads);
        if (chy_is_finite(word) || word->upos == CHY_UPOS_SCONJ) {
            return false;
        }
        within = within && !breaks;
        if (within && leads && r->of_first == r->of_end) {
            r->of_first = r->of_end = i + 1;
        } else if (within && !told && r->of_first > 0) {
            r->of_end = i + 1;
        }
    }
    return false;
}

/* "The words of X", "a line from a song"; "a Zulu proverb", "the poem "The Shore"", "Rumi's line".
 */
static void set_origin(const chy_statement_reader *reader, const recital *r,
                       chy_statement_draft *draft) {
    char lower[CHY_STATEMENT_LEMMA];
    uint32_t owner = chy_child_of(reader, r->noun, CHY_DEPREL_NMOD_POSS);
    bool self =
        chy_cue_word_in(CHY_CUE_SELF_ORIGINS, chy_lower_form(reader->words[r->noun].lemma, lower));
    bool owned = owner != CHY_NONE && owner >= r->first && owner < r->noun &&
                 reader->words[owner].upos == CHY_UPOS_PROPN;
    bool named = false;
    for (uint32_t i = r->of_first; i < r->of_end; i++) {
        named = named || reader->words[i].upos == CHY_UPOS_PROPN || chy_names_words(reader, i) ||
                (reader->mentions->mention_of_head[i] != CHY_NONE &&
                 reader->words[i].upos != CHY_UPOS_PRON);
    }
    bool of = r->of_first > 0 && chy_form_is(&reader->words[r->of_first - 1], "of");
    if (r->of_first < r->of_end && (named || !of)) {
        draft->origin_first = r->of_first;
        draft->origin_end = r->of_end;
    } else if (owned) {
        draft->origin_first = r->first;
        draft->origin_end = owner + 1;
    } else if (self) {
        draft->origin_first = r->first;
        draft->origin_end = r->of_end > r->end ? r->of_end : r->end;
    }
}

bool chy_statement_of_recital(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    recital r = {.verb = c->word, .noun = CHY_NONE};
    if (c->kind != CHY_CLAUSE_VERB || c->passive || !recites(reader, r.verb)) {
        return false;
    }
    r.noun = noun_behind(reader, r.verb);
    if (r.noun == CHY_NONE) {
        return false;
    }
    r.first = phrase_first(reader, r.verb, r.noun);
    r.end = r.noun + 1;
    if (!find_words(reader, &r)) {
        return false;
    }
    bool reports = chy_cue_of_verb(c->lemma) != NULL;
    uint32_t draft = chy_statement_new(reader, cue, reports ? r.verb : r.noun, clause);
    if (draft == CHY_NONE) {
        return true;
    }
    chy_content_add(reader, draft, r.said, r.said_end);
    reader->drafts[draft].whole_quote = r.quoted;
    reader->drafts[draft].recited = true;
    reader->drafts[draft].statement.kind = CHY_STATEMENT_SAY; /* "offered a proverb" */
    set_origin(reader, &r, &reader->drafts[draft]);
    for (uint32_t i = r.inner_first; i < r.inner_end; i++) {
        uint32_t inner = reader->clauses->clause_of_word[i];
        if (inner != CHY_NONE && reader->draft_of_clause[inner] == CHY_NONE) {
            reader->draft_of_clause[inner] =
                draft; /* "which | says | that": no saying of its own */
        }
    }
    return true;
}

bool chy_is_recited_before(const chy_statement_reader *reader, uint32_t clause, uint32_t word) {
    const chy_statement_draft *last =
        reader->draft_count == 0 ? NULL : &reader->drafts[reader->draft_count - 1];
    return last != NULL && last->recited && word < reader->clauses->clauses[clause].word &&
           chy_content_holds(reader, last, word);
}

/* ---- "quoted X as saying" ---------------------------------------------------------------- */

/* "quoted the minister as | saying"; CHY_NONE where nothing such hangs from the verb. */
static uint32_t saying_below(const chy_statement_reader *reader, uint32_t clause) {
    uint32_t verb = reader->clauses->clauses[clause].word;
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t mark = chy_child_of(reader, c, CHY_DEPREL_MARK);
        if (mark != CHY_NONE && chy_form_is(&reader->words[mark], "as") &&
            strcmp(reader->words[c].xpos, "VBG") == 0) {
            return c;
        }
    }
    return CHY_NONE;
}

/* '"The road is open," the agency quoted the mayor as saying': the mayor's, and the quotation
 * alone.
 */
static bool quote_before(chy_statement_reader *reader, const chy_clause *c, uint32_t who,
                         uint32_t said) {
    uint32_t first = reader->input->sentences[c->sentence].first_word;
    uint32_t quote = first + 1 < c->word ? reader->quote_of_word[first + 1] : CHY_NONE;
    uint32_t saying = reader->clauses->clause_of_word[said];
    const chy_cue *cue =
        saying == CHY_NONE ? NULL : chy_cue_of_verb(reader->clauses->clauses[saying].lemma);
    if (quote == CHY_NONE || reader->quotes[quote].end >= c->word || cue == NULL ||
        reader->quote_of_word[c->word] != CHY_NONE) {
        return false;
    }
    uint32_t draft = chy_statement_new(reader, cue, said, saying);
    if (draft != CHY_NONE) {
        reader->drafts[draft].speaker_word = who;
        reader->drafts[draft].whole_quote = true;
        chy_content_add(reader, draft, reader->quotes[quote].first, reader->quotes[quote].end);
    }
    return true;
}

/* "quoted the minister as saying": all of that is the words of who quotes. */
static void quote_as_saying(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue,
                            uint32_t saying) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    if (c->passive || chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, CHY_NONE) == CHY_NONE) {
        return; /* "was quoted as saying": the saying alone */
    }
    uint32_t first = UINT32_MAX;
    uint32_t end = 0;
    uint32_t object = chy_argument_in(reader, clause, CHY_ROLE_OBJECT, CHY_NONE);
    if (object == CHY_NONE ||
        quote_before(reader, c, chy_argument_at(reader, object)->word, saying)) {
        return;
    }
    chy_widen(reader, chy_argument_at(reader, object)->word, &first, &end);
    chy_widen(reader, saying, &first, &end);
    uint32_t draft = chy_statement_new(reader, cue, c->word, clause);
    if (draft != CHY_NONE) {
        chy_content_add(reader, draft, first, end);
        chy_origin_set(reader, &reader->drafts[draft], chy_argument_at(reader, object)->word);
    }
}

bool chy_statement_of_quoted(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    bool quotes = strcmp(cue->lemma, "quote") == 0;
    uint32_t saying = quotes ? saying_below(reader, clause) : CHY_NONE;
    if (saying != CHY_NONE) {
        quote_as_saying(reader, clause, cue, saying);
    }
    return saying != CHY_NONE;
}
