/* Where words come from that are themselves quoted; which words "this line" means. */
#include "statements/reader.h"

#include <string.h>

static bool quotation_noun(const chy_statement_reader *reader, uint32_t word) {
    return reader->words[word].upos == CHY_UPOS_NOUN && chy_is_for_words(reader, word);
}

static void set_origin(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t word) {
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

/* "words | attributed to X", "a verse | written by X", "a line that he liked to | quote from X":
 * who is named with what is told of the noun, or CHY_NONE. */
static uint32_t author_below(const chy_statement_reader *reader, uint32_t noun) {
    static const char *const given[] = {"ascribe", "attribute", "credit"};
    static const char *const taken[] = {"borrow", "coin", "compose", "draw",     "know", "learn",
                                        "lift",   "pen",  "quote",   "remember", "sing", "speak",
                                        "take",   "use",  "utter",   "write"};
    static const char *const to[] = {"to"};
    static const char *const from[] = {"from", "by"}; /* "by" of a participle alone */
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
    if (participle && chy_is_listed(lower, given, CHY_COUNT_OF(given))) {
        return named_below(reader, verb, to, CHY_COUNT_OF(to));
    }
    return chy_is_listed(lower, taken, CHY_COUNT_OF(taken))
               ? named_below(reader, verb, from, participle ? CHY_COUNT_OF(from) : 1)
               : CHY_NONE;
}

/* "a line from a song of the forties", "the words of Rumi"; "an old proverb" by itself. */
static bool origin_of_noun(chy_statement_reader *reader, chy_statement_draft *draft,
                           uint32_t noun) {
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t preposition = reader->words[c].deprel == CHY_DEPREL_NMOD
                                   ? chy_child_of(reader, c, CHY_DEPREL_CASE)
                                   : CHY_NONE;
        if (preposition == CHY_NONE) {
            continue;
        }
        const chy_word *p = &reader->words[preposition];
        bool of = chy_form_is(p, "of") && (reader->words[c].upos == CHY_UPOS_PROPN ||
                                           reader->mentions->mention_of_head[c] != CHY_NONE);
        if (chy_form_is(p, "from") || chy_form_is(p, "by") || chy_form_is(p, "in") || of) {
            set_origin(reader, draft, c);
            return true;
        }
    }
    uint32_t author = author_below(reader, noun);
    if (author != CHY_NONE) {
        set_origin(reader, draft, author);
        return true;
    }
    uint32_t owner = chy_child_of(reader, noun, CHY_DEPREL_NMOD_POSS);
    char lower[CHY_STATEMENT_LEMMA];
    if (owner != CHY_NONE && reader->words[owner].upos == CHY_UPOS_PROPN) {
        set_origin(reader, draft, owner);
        return true;
    }
    if (chy_cue_word_in(CHY_CUE_SELF_ORIGINS, chy_lower_form(reader->words[noun].lemma, lower))) {
        set_origin(reader, draft, noun);
        return true;
    }
    return false;
}

/* "recalled a line from a song": the noun for words that a clause uses, and where they are from. */
static bool origin_of_user(chy_statement_reader *reader, chy_statement_draft *draft,
                           uint32_t clause) {
    uint32_t object = chy_argument_in(reader, clause, CHY_ROLE_OBJECT, CHY_NONE);
    if (object == CHY_NONE || !quotation_noun(reader, chy_argument_at(reader, object)->word)) {
        return false;
    }
    if (origin_of_noun(reader, draft, chy_argument_at(reader, object)->word)) {
        return true;
    }
    /* The parser may have hung the song on the verb. */
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, CHY_NONE);
    for (; a != CHY_NONE; a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, a)) {
        const char *preposition = chy_argument_at(reader, a)->preposition;
        if (strcmp(preposition, "from") == 0 || strcmp(preposition, "by") == 0) {
            set_origin(reader, draft, chy_argument_at(reader, a)->word);
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
    if (!quotation_noun(reader, noun) ||
        (!origin_of_user(reader, draft, clause) && !origin_of_noun(reader, draft, noun))) {
        set_origin(reader, draft, noun);
    }
    return true;
}

/* "quoting his father", "to borrow from Rumi" below a word: the clause, or CHY_NONE. */
static uint32_t citing_below(const chy_statement_reader *reader, uint32_t word, chy_deprel deprel) {
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE; c = reader->next_sibling[c]) {
        uint32_t clause = reader->clauses->clause_of_word[c];
        bool hangs = reader->words[c].deprel == (uint8_t)deprel &&
                     (strcmp(reader->words[c].xpos, "VBG") == 0 || chy_is_infinitive(reader, c));
        if (hangs && clause != CHY_NONE &&
            chy_cue_word_in(CHY_CUE_CITING_VERBS, reader->clauses->clauses[clause].lemma)) {
            return clause;
        }
    }
    return CHY_NONE;
}

/* The participle may hang on the cue or its subject, or have been found beside it. */
static bool origin_of_citing(chy_statement_reader *reader, chy_statement_draft *draft,
                             uint32_t word) {
    if (draft->citing != CHY_NONE) {
        return origin_of_participle(reader, draft, draft->citing);
    }
    uint32_t clause = citing_below(reader, word, CHY_DEPREL_ADVCL);
    uint32_t subject = clause == CHY_NONE ? chy_child_of(reader, word, CHY_DEPREL_NSUBJ) : CHY_NONE;
    clause = subject == CHY_NONE ? clause : citing_below(reader, subject, CHY_DEPREL_ACL);
    return clause != CHY_NONE && origin_of_participle(reader, draft, clause);
}

/* "left with an old proverb", "turned to a poem by Rumi", "drew on Rumi". */
static bool origin_of_phrase(chy_statement_reader *reader, chy_statement_draft *draft,
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
        if (quotation_noun(reader, word) && origin_of_noun(reader, draft, word)) {
            return true;
        }
        if (strcmp(verb, "draw") == 0 &&
            (strcmp(chy_argument_at(reader, a)->preposition, "on") == 0 ||
             strcmp(chy_argument_at(reader, a)->preposition, "from") == 0)) {
            set_origin(reader, draft, word);
            return true;
        }
    }
    return false;
}

/* "quoted an old film", "quoted from the Bible": what is quoted is itself the origin. */
static bool origin_of_quoted(chy_statement_reader *reader, chy_statement_draft *draft,
                             uint32_t clause) {
    static const char *const verbs[] = {"borrow", "paraphrase", "quote", "recite"};
    uint32_t object = chy_argument_in(reader, clause, CHY_ROLE_OBJECT, CHY_NONE);
    if (object == CHY_NONE ||
        !chy_is_listed(reader->clauses->clauses[clause].lemma, verbs, CHY_COUNT_OF(verbs))) {
        return false;
    }
    set_origin(reader, draft, chy_argument_at(reader, object)->word);
    return true;
}

/* The subject of a clause of the report's own, or CHY_NONE. */
static uint32_t user_of(const chy_statement_reader *reader, uint32_t clause) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_SUBJECT, CHY_NONE);
    bool own = c->kind == CHY_CLAUSE_VERB && reader->quote_of_word[c->word] == CHY_NONE;
    return own && a != CHY_NONE ? chy_argument_at(reader, a)->word : CHY_NONE;
}

/* "The Chadian guest" may be whoever of Chad speaks next. */
static bool is_described(const chy_statement_reader *reader, uint32_t user, uint32_t speaker) {
    const chy_entity *described = &reader->mentions->entities[chy_entity_at(reader, user)];
    const chy_entity *named = &reader->mentions->entities[speaker];
    const chy_mention *mention =
        &reader->mentions->mentions[reader->mentions->mention_of_head[user]];
    return mention->kind == CHY_MENTION_DESCRIPTION && described->mention_count == 1 &&
           described->kind == CHY_ENTITY_PERSON && named->kind == CHY_ENTITY_PERSON &&
           described->country[0] != '\0' && strcmp(described->country, named->country) == 0;
}

/* Whether the words that a clause says the origin of are this statement's: its subject speaks; or
 * "he", said to be whose words they are ("borrowed a line from Rumi"), is the subject. */
static bool is_of_user(const chy_statement_reader *reader, chy_statement_draft *draft,
                       uint32_t user) {
    uint32_t who = chy_entity_at(reader, user);
    if (who == CHY_NONE || draft->statement.speaker == CHY_NONE) {
        return false;
    }
    if (who == draft->statement.speaker || is_described(reader, user, draft->statement.speaker)) {
        return true;
    }
    bool pronoun = reader->words[draft->speaker_word].upos == CHY_UPOS_PRON;
    bool taken = false;
    for (uint32_t w = draft->origin_first; pronoun && w < draft->origin_end && !taken; w++) {
        taken = chy_entity_at(reader, w) == draft->statement.speaker;
    }
    if (taken) {
        draft->statement.speaker = who;
        draft->statement.speaker_mention = reader->mentions->mention_of_head[draft->speaker_word];
    }
    return taken;
}

/* 'The guest borrowed a line from an old song. "...," he said': told in the sentence before. What
 * the clause itself was a statement of gives way to the words. */
static void origin_before(chy_statement_reader *reader, uint32_t draft) {
    chy_statement_draft *d = &reader->drafts[draft];
    uint32_t first = reader->pool[d->first_range].first;
    uint32_t sentence = reader->words[first].sentence;
    if (!d->whole_quote || sentence == 0 || reader->whole_of[sentence - 1] != CHY_NONE) {
        return;
    }
    const chy_sentence *before = &reader->input->sentences[sentence - 1];
    const chy_sentence *own = &reader->input->sentences[sentence];
    if (own->paragraph - before->paragraph > 1 || first > own->first_word + 1) {
        return;
    }
    for (uint32_t w = before->first_word; w < before->first_word + before->word_count; w++) {
        uint32_t clause = reader->clauses->clause_of_word[w];
        uint32_t user = clause == CHY_NONE ? CHY_NONE : user_of(reader, clause);
        if (user == CHY_NONE) {
            continue;
        }
        bool cites = chy_cue_word_in(CHY_CUE_CITING_VERBS, reader->clauses->clauses[clause].lemma);
        bool object =
            (cites && origin_of_user(reader, d, clause)) || origin_of_quoted(reader, d, clause);
        if (!object && !origin_of_phrase(reader, d, clause)) {
            continue;
        }
        if (!is_of_user(reader, d, user)) {
            d->origin_end = d->origin_first;
            continue;
        }
        if (object && reader->draft_of_clause[clause] != CHY_NONE) {
            chy_content_clear(reader, reader->draft_of_clause[clause]);
        }
        return;
    }
}

/* "as the old saying | goes": a noun by its form and its verb, though the parser knows the word for
 * a participle. */
static bool goes_as(const chy_statement_reader *reader, uint32_t noun) {
    static const char *const verbs[] = {"go", "have", "run"};
    char lower[CHY_STATEMENT_LEMMA];
    bool names =
        chy_cue_word_in(CHY_CUE_SELF_ORIGINS, chy_lower_form(reader->words[noun].form, lower));
    return names && noun + 1 < reader->word_count && chy_is_finite(&reader->words[noun + 1]) &&
           chy_is_listed(chy_lower_form(reader->words[noun + 1].lemma, lower), verbs,
                         CHY_COUNT_OF(verbs));
}

/* 'As the saying goes, "...," she said': where only what follows is quoted, only that is said. */
static void leave_saying(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t comma) {
    chy_range *range = &reader->pool[draft->first_range];
    uint32_t first = comma + 2;
    uint32_t quote = first < range->end ? reader->quote_of_word[first] : CHY_NONE;
    if (quote != CHY_NONE && reader->quotes[quote].first == first) {
        uint32_t end =
            reader->quotes[quote].end < range->end ? reader->quotes[quote].end : range->end;
        while (end > first + 1 && chy_is_punctuation(&reader->words[end - 1])) {
            end--;
        }
        draft->size -= range->end - range->first - (end - first);
        range->first = first;
        range->end = end;
    }
}

/* '"As the poet wrote, ...," she said', '"As an old saying has it, ...,"': who or what is quoted
 * within. */
static void origin_within(chy_statement_reader *reader, chy_statement_draft *draft) {
    const chy_range *range = &reader->pool[draft->first_range];
    if (!chy_form_is(&reader->words[range->first], "as")) {
        return;
    }
    uint32_t found = CHY_NONE;
    uint32_t w = range->first + 1;
    for (; w < range->end && strcmp(reader->words[w].form, ",") != 0; w++) {
        uint32_t clause = reader->clauses->clause_of_word[w];
        uint32_t inner = clause == CHY_NONE ? CHY_NONE : reader->draft_of_clause[clause];
        uint32_t who = inner == CHY_NONE ? CHY_NONE : reader->drafts[inner].speaker_word;
        bool pronoun = who != CHY_NONE && reader->words[who].upos == CHY_UPOS_PRON;
        if (found == CHY_NONE && who != CHY_NONE && !pronoun) {
            found = who;
        }
        if (quotation_noun(reader, w) && reader->words[w].deprel == CHY_DEPREL_NSUBJ) {
            found = w;
        }
    }
    for (uint32_t i = range->first + 2; found == CHY_NONE && i < w; i++) {
        if (goes_as(reader, i)) {
            draft->origin_first = range->first + 1;
            draft->origin_end = i + 1;
            leave_saying(reader, draft, w);
            return;
        }
    }
    bool quoted = draft->whole_quote || (found != CHY_NONE && !quotation_noun(reader, found)) ||
                  (w + 2 < range->end && reader->quote_of_word[w + 2] != CHY_NONE &&
                   reader->quotes[reader->quote_of_word[w + 2]].first == w + 2);
    if (found != CHY_NONE && quoted) {
        set_origin(reader, draft, found);
        if (quotation_noun(reader, found)) {
            leave_saying(reader, draft, w);
        }
    }
}

/* 'In the words of the old song, "...," she said': a song of nobody's that the mentions know; and
 * "quoted from an old song: ...", "reminded them of a saying: ...". */
static bool origin_of_words(chy_statement_reader *reader, chy_statement_draft *draft,
                            uint32_t clause) {
    uint32_t a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, CHY_NONE);
    for (; a != CHY_NONE; a = chy_argument_in(reader, clause, CHY_ROLE_OBLIQUE, a)) {
        uint32_t words = chy_argument_at(reader, a)->word;
        const char *preposition = chy_argument_at(reader, a)->preposition;
        bool from = strcmp(preposition, "from") == 0;
        bool names = quotation_noun(reader, words);
        bool cites = from && draft->cue != NULL && strcmp(draft->cue->lemma, "quote") == 0;
        bool uses = names && (from || strcmp(preposition, "of") == 0);
        if ((cites || uses) && !chy_content_holds(reader, draft, words)) {
            if (!names || !origin_of_noun(reader, draft, words)) {
                set_origin(reader, draft, words);
            }
            return true;
        }
        if (strcmp(preposition, "in") != 0 || !names) {
            continue;
        }
        for (uint32_t c = reader->first_child[words]; c != CHY_NONE; c = reader->next_sibling[c]) {
            if (reader->words[c].deprel == CHY_DEPREL_NMOD && quotation_noun(reader, c)) {
                set_origin(reader, draft, c);
                return true;
            }
        }
    }
    return false;
}

/* '"...," she said, a line from an old song': what stands beside the frame, behind a comma. */
static bool origin_behind(chy_statement_reader *reader, chy_statement_draft *draft) {
    const chy_sentence *sentence = &reader->input->sentences[draft->sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    for (uint32_t i = draft->cue_word + 1; i < end; i++) {
        if (reader->quote_of_word[i] != CHY_NONE || chy_content_holds(reader, draft, i)) {
            return false;
        }
        if (quotation_noun(reader, i) && chy_child_of(reader, i, CHY_DEPREL_CASE) == CHY_NONE) {
            uint32_t first;
            uint32_t stop;
            chy_noun_phrase(reader, i, &first, &stop);
            return first > 0 && strcmp(reader->words[first - 1].form, ",") == 0 &&
                   origin_of_noun(reader, draft, i);
        }
    }
    return false;
}

/* "quoted her uncle: ...", "quoted the Bible": what the cue itself is of, but not what it says. */
static bool origin_of_cue(chy_statement_reader *reader, chy_statement_draft *draft) {
    uint32_t object = chy_argument_in(reader, draft->clause, CHY_ROLE_OBJECT, CHY_NONE);
    return object != CHY_NONE &&
           !chy_content_holds(reader, draft, chy_argument_at(reader, object)->word) &&
           origin_of_quoted(reader, draft, draft->clause);
}

void chy_statement_origin(chy_statement_reader *reader, uint32_t draft) {
    chy_statement_draft *d = &reader->drafts[draft];
    if (d->cue_word == CHY_NONE || d->first_range == CHY_NONE || d->origin_first < d->origin_end ||
        origin_of_citing(reader, d, d->cue_word)) {
        return;
    }
    if (quotation_noun(reader, d->cue_word)) {
        (void)origin_of_noun(reader, d, d->cue_word);
        return;
    }
    if (d->clause != CHY_NONE && origin_of_user(reader, d, d->clause)) {
        return;
    }
    if (d->clause != CHY_NONE && d->whole_quote &&
        (origin_of_cue(reader, d) || origin_of_words(reader, d, d->clause) ||
         origin_behind(reader, d))) {
        return;
    }
    origin_before(reader, draft);
    if (d->origin_first == d->origin_end) {
        origin_within(reader, d);
    }
}

static bool demonstrative(const chy_statement_reader *reader, uint32_t noun) {
    uint32_t determiner = chy_child_of(reader, noun, CHY_DEPREL_DET);
    return determiner != CHY_NONE && (chy_form_is(&reader->words[determiner], "this") ||
                                      chy_form_is(&reader->words[determiner], "that") ||
                                      chy_form_is(&reader->words[determiner], "these") ||
                                      chy_form_is(&reader->words[determiner], "those") ||
                                      chy_form_is(&reader->words[determiner], "the"));
}

/* Sentences looked back over for the words that "this line" means. */
#define BACK_SENTENCES 3u

void chy_statement_anaphor(chy_statement_reader *reader, uint32_t draft) {
    chy_statement_draft *d = &reader->drafts[draft];
    uint32_t object = d->clause == CHY_NONE
                          ? CHY_NONE
                          : chy_argument_in(reader, d->clause, CHY_ROLE_OBJECT, CHY_NONE);
    bool quotes = d->cue != NULL && ((d->cue->takes & CHY_CUE_QUOTE) != 0 ||
                                     chy_cue_word_in(CHY_CUE_CITING_VERBS, d->cue->lemma));
    if (object == CHY_NONE || d->whole_quote || !quotes ||
        !quotation_noun(reader, chy_argument_at(reader, object)->word) ||
        !demonstrative(reader, chy_argument_at(reader, object)->word)) {
        return;
    }
    const chy_statement_draft *best = NULL;
    for (uint32_t back = 1; best == NULL && back <= BACK_SENTENCES && back <= d->sentence; back++) {
        uint32_t other = reader->whole_of[d->sentence - back];
        best = other == CHY_NONE ? NULL : &reader->drafts[other];
    }
    if (best == NULL) {
        return;
    }
    uint32_t range = best->first_range;
    chy_content_clear(reader, draft);
    for (; range != CHY_NONE; range = reader->pool[range].next) {
        const chy_range r = reader->pool[range];
        chy_content_add(reader, draft, r.first, r.end);
    }
    d->whole_quote = true;
}
