/* "praised the army for its courage", "described them as fair", "called for calm": content that is
 * an object or a phrase. */
#include "statements/reader.h"

#include <string.h>

static uint32_t first_in(const chy_statement_reader *reader, uint32_t clause, chy_role role) {
    return chy_argument_in(reader, clause, role, CHY_NONE);
}

/* Contents of "praised the army for its courage", "described them as fair", "called for calm". */
static bool object_preposition(const char *preposition, const chy_cue *cue, bool has_object) {
    static const char *const of_object[] = {"for", "as", "of", "over", "about", "on", "against"};
    static const char *const of_phrase[] = {"for", "of", "about", "against"};
    /* "expressed his grief at the news" */
    if (has_object && strcmp(cue->lemma, "express") == 0 && strcmp(preposition, "at") == 0) {
        return true;
    }
    static const struct {
        const char *lemma, *preposition;
    } own[] = {{"insist", "on"}, {"object", "to"}, {"point", "to"},    {"refer", "to"},
               {"allude", "to"}, {"hint", "at"},   {"lash_out", "at"}, {"hit_out", "at"}};
    if (strcmp(cue->lemma, "speak") == 0 && strcmp(preposition, "for") == 0) {
        return false; /* "speaks for the ministry" */
    }
    if (has_object) {
        return chy_is_listed(preposition, of_object, CHY_COUNT_OF(of_object));
    }
    for (size_t i = 0; i < CHY_COUNT_OF(own); i++) {
        if (strcmp(cue->lemma, own[i].lemma) == 0) {
            return strcmp(preposition, own[i].preposition) == 0;
        }
    }
    return chy_is_listed(preposition, of_phrase, CHY_COUNT_OF(of_phrase));
}

void chy_widen(chy_statement_reader *reader, uint32_t word, uint32_t *first, uint32_t *end) {
    chy_subtree(reader, word, CHY_NONE);
    const chy_sentence *sentence = &reader->input->sentences[reader->words[word].sentence];
    for (uint32_t i = sentence->first_word; i < sentence->first_word + sentence->word_count; i++) {
        if (reader->mark[i] == reader->stamp) {
            *first = i < *first ? i : *first;
            *end = i + 1 > *end ? i + 1 : *end;
        }
    }
}

bool chy_carries_words(const chy_cue *cue) {
    return cue->kind == CHY_STATEMENT_SAY || cue->kind == CHY_STATEMENT_ANNOUNCE;
}

/* "shared her memories", not "shares a border". */
static bool shares_words(const chy_statement_reader *reader, uint32_t noun) {
    static const char *const words[] = {
        "assessment", "concern",   "experience", "feeling", "hope",    "idea", "impression",
        "insight",    "memory",    "message",    "news",    "opinion", "plan", "recollection",
        "reflection", "sentiment", "story",      "thought", "view"};
    char lower[CHY_STATEMENT_LEMMA];
    return chy_is_listed(chy_lower_form(reader->words[noun].lemma, lower), words,
                         CHY_COUNT_OF(words));
}

/* "called it a farce", but not "called the police", "dubbed the film". */
static bool gives_name(const chy_cue *cue) {
    static const char *const verbs[] = {"brand", "call", "dub", "label", "term"};
    return chy_is_listed(cue->lemma, verbs, CHY_COUNT_OF(verbs));
}

/* 'called it | "a joke"': the quotation of its level that ends what ends at `end`, or follows it;
 * with `phrases` also behind these, 'called the report by the paper | "a joke"'. Or CHY_NONE. */
static uint32_t quote_after(const chy_statement_reader *reader, uint32_t level, uint32_t end,
                            bool phrases) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[end - 1].sentence];
    uint32_t stop = sentence->first_word + sentence->word_count;
    end -= chy_is_punctuation(&reader->words[end - 1]) ? 1 : 0;
    if (reader->quote_of_word[end - 1] != level) {
        return reader->quote_of_word[end - 1];
    }
    while (phrases && end < stop && !chy_is_punctuation(&reader->words[end]) &&
           !chy_is_finite(&reader->words[end])) {
        end++;
    }
    uint32_t quote = end + 1 < stop ? reader->quote_of_word[end + 1] : CHY_NONE;
    bool opens = quote != CHY_NONE && reader->quotes[quote].first == end + 1;
    return opens && reader->quote_of_word[end] == level ? quote : CHY_NONE;
}

/* "called it useful", 'called the idea "mad"': what the object is called. */
static bool is_called(chy_statement_reader *reader, uint32_t clause, uint32_t object) {
    if (first_in(reader, clause, CHY_ROLE_PREDICATE) != CHY_NONE) {
        return true;
    }
    for (uint32_t a = first_in(reader, clause, CHY_ROLE_COMPLEMENT); a != CHY_NONE;
         a = chy_argument_in(reader, clause, CHY_ROLE_COMPLEMENT, a)) {
        if (reader->words[chy_argument_at(reader, a)->word].upos == CHY_UPOS_ADJ) {
            return true;
        }
    }
    uint32_t first = UINT32_MAX;
    uint32_t end = 0;
    chy_widen(reader, object, &first, &end);
    return quote_after(reader, reader->quote_of_word[object], end, true) != CHY_NONE;
}

/* 'described it as badly kept', 'called it "a farce"': over "as" with its words, and over a
 * quotation that stands next. */
static void widen_over(chy_statement_reader *reader, uint32_t verb, bool names, uint32_t *end) {
    for (uint32_t c = reader->first_child[verb]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t mark = chy_child_of(reader, c, CHY_DEPREL_MARK);
        mark = mark == CHY_NONE ? chy_child_of(reader, c, CHY_DEPREL_CASE) : mark;
        uint32_t first = UINT32_MAX;
        if (c > verb && mark != CHY_NONE && mark == *end &&
            chy_form_is(&reader->words[mark], "as")) {
            chy_widen(reader, c, &first, end);
        }
    }
    uint32_t quote = quote_after(reader, reader->quote_of_word[verb], *end, names);
    uint32_t stop = quote == CHY_NONE
                        ? 0
                        : reader->quotes[quote].end + (reader->quotes[quote].unclosed ? 0 : 1);
    *end = stop > *end ? stop : *end;
}

bool chy_acts(const chy_statement_reader *reader, uint32_t word) {
    uint32_t entity = chy_entity_at(reader, word);
    return entity != CHY_NONE && chy_entity_acts(&reader->mentions->entities[entity]);
}

/* 'quoted her father, a baker: "Bread first"', where the quotation was hung on the verb: it alone
 * is said. */
static void leave_cited(const chy_statement_reader *reader, uint32_t *first, uint32_t *end) {
    for (uint32_t i = *first; i + 2 < *end; i++) {
        uint32_t quote = reader->quote_of_word[i + 2];
        if (strcmp(reader->words[i].form, ":") == 0 && quote != CHY_NONE &&
            reader->quotes[quote].first == i + 2) {
            *first = i + 2;
            *end = reader->quotes[quote].end;
            return;
        }
    }
}

/* Words from the object to the end of what belongs to it. */
bool chy_object_content(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue,
                        uint32_t *first, uint32_t *end) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    uint32_t object = CHY_NONE;
    bool judged = false;
    *first = UINT32_MAX;
    *end = 0;
    for (uint32_t i = c->first_argument; i < c->first_argument + c->argument_count; i++) {
        const chy_argument *a = chy_argument_at(reader, i);
        bool names = gives_name(cue);
        bool takes = a->role == CHY_ROLE_OBJECT && (names ? is_called(reader, clause, a->word)
                                                          : (cue->takes & CHY_CUE_OBJECT) != 0);
        if (a->role == CHY_ROLE_OBJECT && (a->inherited || !takes)) {
            continue;
        }
        if (a->role == CHY_ROLE_OBJECT) {
            if (cue->kind == CHY_STATEMENT_WARN && chy_acts(reader, a->word)) {
                return false; /* "threatened the crew": them, not with words */
            }
            if (strcmp(cue->lemma, "share") == 0 && !shares_words(reader, a->word)) {
                return false;
            }
            object = a->word;
            if (a->clause != CHY_NONE && chy_carries_words(cue) &&
                chy_noun_has_content(reader, a->clause)) {
                return false;
            }
        }
        bool phrase = a->role == CHY_ROLE_OBLIQUE && !a->inherited &&
                      object_preposition(a->preposition, cue, object != CHY_NONE) &&
                      (object != CHY_NONE || (cue->takes & CHY_CUE_PHRASE) != 0) &&
                      reader->mentions->time_of_word[a->word] == CHY_NONE;
        bool with_object =
            object != CHY_NONE && (a->role == CHY_ROLE_PREDICATE || a->role == CHY_ROLE_COMPLEMENT);
        judged = judged || phrase || with_object;
        if (a->role == CHY_ROLE_OBJECT || phrase || with_object) {
            chy_widen(reader, a->word, first, end);
        }
    }
    /* "considered the border": gone through, not taken for something. */
    if (strcmp(cue->lemma, "consider") == 0 && !judged) return false;
    if (object != CHY_NONE || (strcmp(cue->lemma, "refer") == 0 && *first < *end)) {
        widen_over(reader, c->verb, gives_name(cue), end);
    }
    if (object != CHY_NONE && chy_cue_word_in(CHY_CUE_CITING_VERBS, cue->lemma)) {
        leave_cited(reader, first, end);
    }
    return *first < *end;
}

bool chy_verse_content(chy_statement_reader *reader, uint32_t clause, uint32_t *first,
                       uint32_t *end) {
    uint32_t object = first_in(reader, clause, CHY_ROLE_OBJECT);
    uint32_t noun = object == CHY_NONE ? CHY_NONE : chy_argument_at(reader, object)->word;
    *first = UINT32_MAX;
    *end = 0;
    if (noun == CHY_NONE || !chy_is_for_words(reader, noun)) {
        return false;
    }
    chy_widen(reader, noun, first, end);
    for (uint32_t i = noun + 1; i <= *end && i < reader->word_count; i++) {
        if (reader->words[i].deprel == CHY_DEPREL_CASE && chy_form_is(&reader->words[i], "by")) {
            chy_widen(reader, reader->words[i].head, first, end);
            return true;
        }
    }
    return false;
}

/* The word a preposition is of is content, the preposition is not. */
uint32_t chy_without_case(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    while (first + 1 < end && reader->words[first].deprel == CHY_DEPREL_CASE)
        first++;
    return first;
}

/* "a warning was issued": the noun is the cue. */
static bool names_words(const chy_statement_reader *reader, uint32_t noun) {
    char lower[CHY_STATEMENT_LEMMA];
    return chy_cue_of_noun(chy_lower_form(reader->words[noun].lemma, lower)) != NULL;
}

/* "the plan was described as rash by the union": the subject, and what follows. */
void chy_statement_of_passive(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    uint32_t object = first_in(reader, clause, CHY_ROLE_OBJECT);
    if (object == CHY_NONE || chy_argument_at(reader, object)->inherited ||
        (strcmp(cue->lemma, "share") == 0 &&
         !shares_words(reader, chy_argument_at(reader, object)->word)) ||
        (cue->kind == CHY_STATEMENT_WARN &&
         chy_acts(reader, chy_argument_at(reader, object)->word)) ||
        (chy_carries_words(cue) && names_words(reader, chy_argument_at(reader, object)->word))) {
        return;
    }
    uint32_t draft = chy_statement_new(reader, cue, c->word, clause);
    if (draft == CHY_NONE) {
        return;
    }
    uint32_t subject = chy_argument_at(reader, object)->word;
    chy_subtree(reader, subject, CHY_NONE);
    chy_content_add_marked(reader, draft, subject);
    uint32_t first = UINT32_MAX;
    uint32_t end = 0;
    for (uint32_t i = c->first_argument; i < c->first_argument + c->argument_count; i++) {
        const chy_argument *a = chy_argument_at(reader, i);
        bool phrase = a->role == CHY_ROLE_OBLIQUE && !a->inherited &&
                      object_preposition(a->preposition, cue, true) &&
                      reader->mentions->time_of_word[a->word] == CHY_NONE;
        if (a->word > c->word &&
            (phrase || a->role == CHY_ROLE_PREDICATE || a->role == CHY_ROLE_COMPLEMENT)) {
            chy_widen(reader, a->word, &first, &end);
        }
    }
    if (first < end) {
        chy_content_add(reader, draft, first, end);
    }
}

/* "told to leave" asks; it does not tell. */
uint8_t chy_kind_said(const chy_statement_reader *reader, const chy_cue *cue, uint32_t said) {
    bool infinitive = said != CHY_NONE && chy_is_infinitive(reader, said) &&
                      reader->words[said].deprel != CHY_DEPREL_CCOMP;
    if (said == CHY_NONE && strcmp(cue->lemma, "call") == 0) {
        return CHY_STATEMENT_SAY; /* "called it a farce" */
    }
    if (infinitive && (cue->kind == CHY_STATEMENT_ASK || strcmp(cue->lemma, "tell") == 0)) {
        return CHY_STATEMENT_DEMAND;
    }
    return cue->kind;
}

/* 'what it called "a spy ring"': the quotation next to the verb. */
bool chy_statement_of_next_quote(chy_statement_reader *reader, uint32_t clause,
                                 const chy_cue *cue) {
    uint32_t mark = reader->clauses->clauses[clause].word + 1;
    bool names = (cue->takes & CHY_CUE_OBJECT) != 0 || gives_name(cue);
    uint32_t quote =
        names && mark + 1 < reader->word_count ? reader->quote_of_word[mark + 1] : CHY_NONE;
    if (quote == CHY_NONE || reader->quotes[quote].first != mark + 1) {
        return false;
    }
    uint32_t draft = chy_statement_new(reader, cue, mark - 1, clause);
    if (draft != CHY_NONE) {
        reader->drafts[draft].statement.kind = chy_kind_said(reader, cue, CHY_NONE);
        chy_content_add(reader, draft, reader->quotes[quote].first, reader->quotes[quote].end);
    }
    return true;
}
