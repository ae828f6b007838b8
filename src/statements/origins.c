/* Where words come from that are themselves quoted; which words "this line" means. */
#include "statements/reader.h"

#include <string.h>

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
        bool object = (cites && chy_origin_of_user(reader, d, clause)) ||
                      chy_origin_of_quoted(reader, d, clause);
        if (!object && !chy_origin_of_phrase(reader, d, clause)) {
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
    static const char *const verbs[] = {"advise", "go",  "have",  "hold", "put",
                                        "run",    "say", "teach", "tell", "warn"};
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

/* The first comma of what is said, or its end. */
static uint32_t first_comma(const chy_statement_reader *reader, const chy_range *range) {
    uint32_t comma = range->first;
    while (comma < range->end && strcmp(reader->words[comma].form, ",") != 0) {
        comma++;
    }
    return comma;
}

/* '"As the poet wrote, ...," she said', '"As an old saying has it, ...,"': who or what is quoted
 * within. */
static void origin_after_as(chy_statement_reader *reader, chy_statement_draft *draft) {
    const chy_range *range = &reader->pool[draft->first_range];
    uint32_t comma = first_comma(reader, range);
    uint32_t found = CHY_NONE;
    for (uint32_t w = range->first + 1; w < comma; w++) {
        uint32_t clause = reader->clauses->clause_of_word[w];
        uint32_t inner = clause == CHY_NONE ? CHY_NONE : reader->draft_of_clause[clause];
        uint32_t who = inner == CHY_NONE ? CHY_NONE : reader->drafts[inner].speaker_word;
        bool pronoun = who != CHY_NONE && reader->words[who].upos == CHY_UPOS_PRON;
        if (found == CHY_NONE && who != CHY_NONE && !pronoun) {
            found = who;
        }
        if (chy_names_words(reader, w) && reader->words[w].deprel == CHY_DEPREL_NSUBJ) {
            found = w;
        }
    }
    for (uint32_t i = range->first + 2; found == CHY_NONE && i < comma; i++) {
        if (goes_as(reader, i)) {
            draft->origin_first = range->first + 1;
            draft->origin_end = i + 1;
            leave_saying(reader, draft, comma);
            return;
        }
    }
    bool quoted = draft->whole_quote || (found != CHY_NONE && !chy_names_words(reader, found)) ||
                  (comma + 2 < range->end && reader->quote_of_word[comma + 2] != CHY_NONE &&
                   reader->quotes[reader->quote_of_word[comma + 2]].first == comma + 2);
    if (found != CHY_NONE && quoted) {
        chy_origin_set(reader, draft, found);
        if (chy_names_words(reader, found)) {
            leave_saying(reader, draft, comma);
        }
    }
}

/* Leaves out what stands in the first range before a word; at its end all of it. */
static void leave_front(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t at) {
    chy_range *range = &reader->pool[draft->first_range];
    while (at < range->end && chy_is_punctuation(&reader->words[at])) {
        at++;
    }
    if (at < range->end) {
        draft->size -= at - range->first;
        range->first = at;
    } else if (range->next != CHY_NONE) {
        draft->size -= range->end - range->first;
        draft->first_range = range->next;
        range = &reader->pool[range->next];
        bool that = chy_form_is(&reader->words[range->first], "that");
        range->first += that && range->first + 1 < range->end ? 1 : 0;
    }
}

/* "According to | an old proverb |, ..., she said": said after it, and only what follows. */
static bool origin_according(chy_statement_reader *reader, chy_statement_draft *draft) {
    const chy_range *range = &reader->pool[draft->first_range];
    uint32_t comma = first_comma(reader, range);
    for (uint32_t w = range->first + 2; comma < range->end && w < comma; w++) {
        if (chy_names_words(reader, w) && chy_origin_of_noun(reader, draft, w)) {
            leave_front(reader, draft, comma);
            return true;
        }
    }
    return false;
}

/* '"In the words of the poet, ...," she said', '"To quote my aunt, ...," she said': who is named
 * before the first comma. */
static bool origin_opening(chy_statement_reader *reader, chy_statement_draft *draft) {
    const chy_range *range = &reader->pool[draft->first_range];
    bool in = chy_form_is(&reader->words[range->first], "in");
    if (chy_form_is(&reader->words[range->first], "according")) {
        return origin_according(reader, draft);
    }
    if (!in && !chy_form_is(&reader->words[range->first], "to")) {
        return false;
    }
    uint32_t comma = first_comma(reader, range);
    for (uint32_t w = range->first + 1; w < comma; w++) {
        bool cites = !in && chy_cue_word_in(CHY_CUE_CITING_VERBS, reader->words[w].lemma);
        uint32_t of = cites ? chy_child_of(reader, w, CHY_DEPREL_OBJ) : CHY_NONE;
        if (in && strcmp(reader->words[w].lemma, "word") == 0) {
            of = chy_child_of(reader, w, CHY_DEPREL_NMOD);
            of = of == CHY_NONE ? chy_child_of(reader, w, CHY_DEPREL_NMOD_POSS) : of;
        }
        if (of != CHY_NONE && of < comma && reader->words[of].upos != CHY_UPOS_PRON) {
            chy_origin_set(reader, draft, of);
            leave_saying(reader, draft, comma);
            return true;
        }
    }
    return false;
}

/* "A proverb | teaches | that ..., she said": what the proverb says is told once. */
static void leave_inner(chy_statement_reader *reader, const chy_statement_draft *draft,
                        uint32_t verb) {
    uint32_t clause = reader->clauses->clause_of_word[verb];
    uint32_t inner = clause == CHY_NONE ? CHY_NONE : reader->draft_of_clause[clause];
    if (inner != CHY_NONE && draft != &reader->drafts[inner]) {
        chy_content_clear(reader, inner);
    }
}

/* "An old saying | has it that ..., she said", "There is | an adage |, she said, that ...". */
static void origin_as_subject(chy_statement_reader *reader, chy_statement_draft *draft) {
    static const uint32_t reach = 8; /* words before the verb */
    static const char *const behind[] = {"it", "us", "that"};
    const chy_range range = reader->pool[draft->first_range];
    bool there = chy_form_is(&reader->words[range.first], "there");
    uint32_t first = range.first + (there ? 2 : 0);
    for (uint32_t w = first; w < range.end && w - first < reach; w++) {
        bool found = there && chy_names_words(reader, w) &&
                     (w + 1 == range.end || chy_form_is(&reader->words[w + 1], "that"));
        if (found || goes_as(reader, w)) {
            uint32_t at = w + (found ? 1 : 2);
            while (at + 1 < range.end &&
                   chy_form_in(&reader->words[at], behind, CHY_COUNT_OF(behind))) {
                at++;
            }
            draft->origin_first = first;
            draft->origin_end = w + 1;
            leave_front(reader, draft, at);
            leave_inner(reader, draft, w + 1);
            return;
        }
        if (reader->words[w].upos == CHY_UPOS_VERB || chy_is_punctuation(&reader->words[w])) {
            return;
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
        bool names = chy_names_words(reader, words);
        bool cites = from && draft->cue != NULL && strcmp(draft->cue->lemma, "quote") == 0;
        bool uses = names && (from || strcmp(preposition, "of") == 0);
        if ((cites || uses) && !chy_content_holds(reader, draft, words)) {
            if (!names || !chy_origin_of_noun(reader, draft, words)) {
                chy_origin_set(reader, draft, words);
            }
            return true;
        }
        if (strcmp(preposition, "in") != 0 || !names) {
            continue;
        }
        for (uint32_t c = reader->first_child[words]; c != CHY_NONE; c = reader->next_sibling[c]) {
            if (reader->words[c].deprel == CHY_DEPREL_NMOD && chy_names_words(reader, c)) {
                chy_origin_set(reader, draft, c);
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
        if (chy_names_words(reader, i) && chy_child_of(reader, i, CHY_DEPREL_CASE) == CHY_NONE) {
            uint32_t first;
            uint32_t stop;
            chy_noun_phrase(reader, i, &first, &stop);
            return first > 0 && strcmp(reader->words[first - 1].form, ",") == 0 &&
                   chy_origin_of_noun(reader, draft, i);
        }
    }
    return false;
}

/* "quoted her uncle: ...", "quoted the Bible": what the cue itself is of, but not what it says. */
static bool origin_of_cue(chy_statement_reader *reader, chy_statement_draft *draft) {
    uint32_t object = chy_argument_in(reader, draft->clause, CHY_ROLE_OBJECT, CHY_NONE);
    return object != CHY_NONE &&
           !chy_content_holds(reader, draft, chy_argument_at(reader, object)->word) &&
           chy_origin_of_quoted(reader, draft, draft->clause);
}

/* 'quoted Article 4, | which says that "..."': the words are those of what is quoted, and who
 * quotes says them. */
void chy_statement_cited(chy_statement_reader *reader, uint32_t draft) {
    chy_statement_draft *d = &reader->drafts[draft];
    uint32_t a = d->clause == CHY_NONE
                     ? CHY_NONE
                     : chy_argument_in(reader, d->clause, CHY_ROLE_OBJECT, CHY_NONE);
    uint32_t object = a == CHY_NONE ? CHY_NONE : chy_argument_at(reader, a)->word;
    if (d->cue == NULL || object == CHY_NONE || chy_acts(reader, object) || d->recited ||
        !chy_cue_word_in(CHY_CUE_CITING_VERBS, d->cue->lemma)) {
        return;
    }
    uint32_t verb = chy_child_of(reader, object, CHY_DEPREL_ACL_RELCL);
    uint32_t clause = verb == CHY_NONE ? CHY_NONE : reader->clauses->clause_of_word[verb];
    uint32_t inner = clause == CHY_NONE ? CHY_NONE : reader->draft_of_clause[clause];
    if (inner == CHY_NONE || reader->drafts[inner].first_range == CHY_NONE) {
        return;
    }
    chy_origin_set(reader, d, object);
    chy_content_copy(reader, draft, inner);
    chy_content_clear(reader, inner);
}

static bool demonstrative(const chy_statement_reader *reader, uint32_t noun) {
    static const char *const pointing[] = {"that", "the", "these", "this", "those"};
    uint32_t determiner = chy_child_of(reader, noun, CHY_DEPREL_DET);
    return determiner != CHY_NONE &&
           chy_form_in(&reader->words[determiner], pointing, CHY_COUNT_OF(pointing));
}

/* The word that rules a sentence of the report's own, or CHY_NONE. */
static uint32_t root_of(const chy_statement_reader *reader, const chy_sentence *sentence) {
    for (uint32_t i = sentence->first_word; i < sentence->first_word + sentence->word_count; i++) {
        if (reader->quote_of_word[i] != CHY_NONE) {
            return CHY_NONE;
        }
        if (reader->words[i].head == CHY_NONE) {
            return i;
        }
    }
    return CHY_NONE;
}

/* '"...," she said. The line comes from an old song.', '... He was quoting his father.': told in
 * the sentence behind. */
static void origin_after(chy_statement_reader *reader, chy_statement_draft *draft) {
    uint32_t last = reader->words[reader->pool[draft->last_range].end - 1].sentence;
    uint32_t next = (last > draft->sentence ? last : draft->sentence) + 1;
    if (!draft->whole_quote || next >= reader->input->sentence_count ||
        reader->input->sentences[next].paragraph != reader->input->sentences[next - 1].paragraph) {
        return;
    }
    uint32_t root = root_of(reader, &reader->input->sentences[next]);
    uint32_t subject = root == CHY_NONE ? CHY_NONE : chy_child_of(reader, root, CHY_DEPREL_NSUBJ);
    if (subject == CHY_NONE && root != CHY_NONE) {
        subject = chy_child_of(reader, root, CHY_DEPREL_NSUBJ_PASS);
    }
    if (subject == CHY_NONE) {
        return;
    }
    bool words = chy_names_words(reader, subject) && demonstrative(reader, subject);
    if (words || (chy_form_is(&reader->words[subject], "it") && chy_names_words(reader, root))) {
        (void)(chy_origin_of_predicate(reader, draft, root) ||
               (chy_names_words(reader, root) && chy_origin_of_noun(reader, draft, root)));
        return;
    }
    uint32_t clause = reader->clauses->clause_of_word[root];
    bool cites = clause != CHY_NONE && chy_cites(reader, clause) &&
                 chy_entity_at(reader, subject) == draft->statement.speaker;
    if (cites && draft->statement.speaker != CHY_NONE &&
        !chy_origin_of_user(reader, draft, clause) && chy_origin_of_quoted(reader, draft, clause) &&
        reader->draft_of_clause[clause] != CHY_NONE) {
        chy_content_clear(reader, reader->draft_of_clause[clause]);
    }
}

void chy_statement_origin(chy_statement_reader *reader, uint32_t draft) {
    chy_statement_draft *d = &reader->drafts[draft];
    if (d->origin_first < d->origin_end) {
        uint32_t whom = d->statement.addressee; /* "reminded his host of a verse by | X |" */
        for (uint32_t w = d->origin_first; whom != CHY_NONE && w < d->origin_end; w++) {
            d->statement.addressee =
                chy_entity_at(reader, w) == whom ? CHY_NONE : d->statement.addressee;
        }
        return;
    }
    if (d->cue_word == CHY_NONE || d->first_range == CHY_NONE || origin_opening(reader, d) ||
        chy_origin_of_citing(reader, d, d->cue_word)) {
        return;
    }
    if (chy_names_words(reader, d->cue_word)) {
        char lower[CHY_STATEMENT_LEMMA];
        bool news =
            !d->whole_quote && /* "the word in the bazaars is that" */
            chy_cue_of_news(chy_lower_form(reader->words[d->cue_word].lemma, lower)) != NULL;
        if (!news) {
            (void)chy_origin_of_noun(reader, d, d->cue_word);
        }
        if (d->speaker_word >= d->origin_first && d->speaker_word < d->origin_end) {
            d->origin_end = d->origin_first; /* "in the words of one diplomat": his own */
        }
        return;
    }
    if (d->clause != CHY_NONE && chy_origin_of_user(reader, d, d->clause)) {
        return;
    }
    if (d->clause != CHY_NONE && d->whole_quote &&
        (origin_of_cue(reader, d) || origin_of_words(reader, d, d->clause) ||
         origin_behind(reader, d))) {
        return;
    }
    origin_before(reader, draft);
    if (d->origin_first < d->origin_end) {
        return;
    }
    if (chy_form_is(&reader->words[reader->pool[d->first_range].first], "as")) {
        origin_after_as(reader, d);
    } else {
        origin_as_subject(reader, d);
    }
    if (d->origin_first == d->origin_end) {
        origin_after(reader, d);
    }
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
    if (object == CHY_NONE || d->whole_quote || d->recited || !quotes ||
        !chy_names_words(reader, chy_argument_at(reader, object)->word) ||
        !demonstrative(reader, chy_argument_at(reader, object)->word)) {
        return;
    }
    uint32_t best = CHY_NONE;
    for (uint32_t back = 1; best == CHY_NONE && back <= BACK_SENTENCES && back <= d->sentence;
         back++) {
        best = reader->whole_of[d->sentence - back];
    }
    if (best != CHY_NONE) {
        chy_content_copy(reader, draft, best);
        d->whole_quote = true;
    }
}
