/* Quotations that no cue has taken, and words after a colon. */
#include "statements/reader.h"

#include <string.h>

/* "words | spoken by his father": whose the words are, and nothing said here. */
static bool tells_whose(const chy_statement_reader *reader, uint32_t verb) {
    const chy_word *word = &reader->words[verb];
    return word->deprel == CHY_DEPREL_ACL && strcmp(word->xpos, "VBN") == 0 &&
           chy_is_for_words(reader, word->head);
}

/* A cue without content that stands in this sentence and outside [first, end): the nearest one
 * before the words, else the first after them. */
static uint32_t idle_cue(const chy_statement_reader *reader, uint32_t sentence, uint32_t first,
                         uint32_t end) {
    uint32_t before = CHY_NONE;
    uint32_t after = CHY_NONE;
    for (uint32_t c = reader->idle_of[sentence]; c != CHY_NONE; c = reader->idle[c]) {
        uint32_t word = reader->clauses->clauses[c].word;
        if (tells_whose(reader, word)) {
            continue;
        }
        /* The list runs backwards through the sentence. */
        if (word < first && before == CHY_NONE) {
            before = c;
        } else if (word >= end) {
            after = c;
        }
    }
    return before != CHY_NONE ? before : after;
}

static uint32_t statement_of_idle(chy_statement_reader *reader, uint32_t clause, uint32_t first,
                                  uint32_t end) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    uint32_t draft = reader->draft_of_clause[clause];
    if (draft == CHY_NONE) {
        draft = chy_statement_new(reader, chy_cue_of_verb(c->lemma), c->word, clause);
    }
    if (draft != CHY_NONE) {
        chy_content_add(reader, draft, first, end);
        reader->drafts[draft].whole_quote = true;
    }
    return draft;
}

/* A statement of the same sentence whose cue goes with quotations. */
static uint32_t neighbour(const chy_statement_reader *reader, uint32_t sentence, uint32_t first,
                          uint32_t end) {
    uint32_t draft = reader->last_of[sentence];
    if (draft == CHY_NONE) {
        return CHY_NONE;
    }
    const chy_statement_draft *d = &reader->drafts[draft];
    bool outside = d->cue_word == CHY_NONE || d->cue_word < first || d->cue_word >= end;
    bool after_colon = first > 1 && strcmp(reader->words[first - 2].form, ":") == 0;
    bool fits = d->cue != NULL && outside &&
                ((d->cue->takes & CHY_CUE_QUOTE) != 0 || (after_colon && d->cue_word < first));
    return fits ? draft : CHY_NONE;
}

/* Whether nothing but punctuation stands before the word in its sentence. */
static bool begins_sentence(const chy_statement_reader *reader, uint32_t word) {
    uint32_t first = reader->input->sentences[reader->words[word].sentence].first_word;
    while (first < word && chy_is_punctuation(&reader->words[first])) {
        first++;
    }
    return first == word;
}

static bool ends_sentence(const chy_statement_reader *reader, uint32_t end) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[end - 1].sentence];
    while (end < sentence->first_word + sentence->word_count &&
           chy_is_punctuation(&reader->words[end])) {
        end++;
    }
    return end == sentence->first_word + sentence->word_count;
}

static uint32_t paragraph_of(const chy_statement_reader *reader, uint32_t sentence) {
    return reader->input->sentences[sentence].paragraph;
}

/* The last statement made of speech with a speaker, in this paragraph or the one before. */
static uint32_t last_speech(const chy_statement_reader *reader, uint32_t sentence) {
    static const uint32_t window = 6;
    for (uint32_t back = 0; back < window && back <= sentence; back++) {
        uint32_t draft = reader->last_of[sentence - back];
        if (paragraph_of(reader, sentence) - paragraph_of(reader, sentence - back) > 1) {
            break;
        }
        if (draft != CHY_NONE && reader->drafts[draft].whole_quote) {
            return draft;
        }
    }
    return CHY_NONE;
}

/* A quotation of its own, of the speaker of another statement. */
static void speak_on(chy_statement_reader *reader, uint32_t other, const chy_quote *q) {
    uint32_t draft = chy_statement_go_on(reader, other, q->first, q->end);
    if (draft != CHY_NONE) {
        reader->drafts[draft].whole_quote = true;
        reader->last_of[reader->words[q->end - 1].sentence] = draft;
    }
}

/* "..." alone: goes on with the last speaker's words. */
static void continue_speech(chy_statement_reader *reader, const chy_quote *q) {
    uint32_t sentence = reader->words[q->first].sentence;
    uint32_t last = last_speech(reader, sentence);
    if (last == CHY_NONE) {
        return;
    }
    if (paragraph_of(reader, reader->drafts[last].sentence) == paragraph_of(reader, sentence)) {
        chy_content_add(reader, last, q->first, q->end);
        reader->last_of[reader->words[q->end - 1].sentence] = last;
        return;
    }
    speak_on(reader, last, q);
}

/* 'A remark made at the door, "...", was not heard': the quotation after a noun for words that is
 * the subject of what follows. */
static bool attach_to_noun(chy_statement_reader *reader, const chy_quote *q) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[q->first].sentence];
    for (uint32_t i = q->first; i-- > sentence->first_word;) {
        const chy_word *word = &reader->words[i];
        char lower[CHY_STATEMENT_LEMMA];
        bool subject =
            (word->deprel == CHY_DEPREL_NSUBJ || word->deprel == CHY_DEPREL_NSUBJ_PASS) &&
            word->head >= q->end && word->head != CHY_NONE;
        const chy_cue *cue = subject && word->upos == CHY_UPOS_NOUN
                                 ? chy_cue_of_noun(chy_lower_form(word->lemma, lower))
                                 : NULL;
        uint32_t draft = cue == NULL ? CHY_NONE : chy_statement_new(reader, cue, i, CHY_NONE);
        if (draft != CHY_NONE) {
            reader->drafts[draft].speaker_word = chy_child_of(reader, i, CHY_DEPREL_NMOD_POSS);
            chy_content_add(reader, draft, q->first, q->end);
            reader->drafts[draft].whole_quote = true;
        }
        if (subject) {
            return draft != CHY_NONE;
        }
    }
    return false;
}

bool chy_is_title(const chy_statement_reader *reader, const chy_quote *q) {
    static const uint32_t small = 3; /* letters of "and", "the", "of" */
    if (q->first < 2 || begins_sentence(reader, q->first) || q->end - q->first < 2 ||
        chy_is_punctuation(&reader->words[q->end - 1])) {
        return false;
    }
    uint32_t before = q->first - 2;
    before -= before > 0 && strcmp(reader->words[before].form, ",") == 0;
    uint8_t upos = reader->words[before].upos;
    bool led = upos == CHY_UPOS_NOUN || upos == CHY_UPOS_PROPN || upos == CHY_UPOS_ADP;
    for (uint32_t i = q->first; led && i < q->end; i++) {
        const char *form = reader->words[i].form;
        bool capital = form[0] >= 'A' && form[0] <= 'Z';
        led = capital || (i > q->first && strlen(form) <= small);
    }
    return led;
}

/* The subject of the nearest verb above a noun: who uses the words. */
static uint32_t subject_above(const chy_statement_reader *reader, uint32_t noun, uint32_t *clause) {
    uint32_t word = reader->words[noun].head;
    for (uint32_t steps = 0; word != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        uint32_t c = reader->clauses->clause_of_word[word];
        uint32_t a =
            c == CHY_NONE ? CHY_NONE : chy_argument_in(reader, c, CHY_ROLE_SUBJECT, CHY_NONE);
        if (a != CHY_NONE) {
            *clause = c;
            return chy_argument_at(reader, a)->word;
        }
        word = reader->words[word].head;
    }
    return CHY_NONE;
}

/* A statement whose cue is a noun for words, of who uses them. */
static uint32_t words_of_user(chy_statement_reader *reader, uint32_t noun) {
    static const chy_cue words = {"words", CHY_STATEMENT_SAY, CHY_CUE_QUOTE};
    uint32_t clause = CHY_NONE;
    uint32_t user =
        chy_is_called_out(reader, noun) ? CHY_NONE : subject_above(reader, noun, &clause);
    uint32_t draft = chy_statement_new(reader, &words, noun, clause);
    if (draft != CHY_NONE) {
        reader->drafts[draft].speaker_word = user;
    }
    return draft;
}

/* 'a card with the words "..."', 'shouts of "..."', 'a proverb, "..."': the noun for words right
 * before the quotation, or CHY_NONE. A word or two after "the word" are a word, after "the slogan"
 * a slogan. */
static uint32_t noun_before(const chy_statement_reader *reader, const chy_quote *q, bool title) {
    uint32_t sentence = reader->words[q->first].sentence;
    uint32_t low = reader->input->sentences[sentence].first_word;
    if (q->first < low + 2) {
        return CHY_NONE;
    }
    uint32_t noun = q->first - 2;
    bool comma = noun > low && strcmp(reader->words[noun].form, ",") == 0;
    noun -= comma || (noun > low && chy_form_is(&reader->words[noun], "of")) ? 1 : 0;
    char lower[CHY_STATEMENT_LEMMA];
    chy_lower_form(reader->words[noun].lemma, lower);
    bool words = (!comma && chy_cue_word_in(CHY_CUE_BEARERS, lower)) ||
                 (q->end - q->first >= CHY_LEAST_QUOTE && !title && chy_is_for_words(reader, noun));
    return words && reader->words[noun].upos == CHY_UPOS_NOUN ? noun : CHY_NONE;
}

static bool attach_to_words(chy_statement_reader *reader, const chy_quote *q, bool title) {
    uint32_t noun = noun_before(reader, q, title);
    uint32_t draft = noun == CHY_NONE ? CHY_NONE : words_of_user(reader, noun);
    if (draft != CHY_NONE) {
        chy_content_add(reader, draft, q->first, q->end);
        reader->drafts[draft].whole_quote = true;
        reader->last_of[reader->words[q->end - 1].sentence] = draft;
    }
    return draft != CHY_NONE;
}

static void attach_quote(chy_statement_reader *reader, const chy_quote *q) {
    bool title = chy_is_title(reader, q);
    if (attach_to_words(reader, q, title) || title) {
        return;
    }
    uint32_t opens = reader->words[q->first].sentence;
    uint32_t closes = reader->words[q->end - 1].sentence;
    uint32_t idle = idle_cue(reader, opens, q->first, q->end);
    if (idle == CHY_NONE && closes != opens) {
        idle = idle_cue(reader, closes, q->first, q->end);
    }
    if (idle != CHY_NONE) {
        uint32_t draft = statement_of_idle(reader, idle, q->first, q->end);
        if (draft != CHY_NONE) {
            reader->last_of[closes] = draft;
        }
        return;
    }
    bool sentence_alone = begins_sentence(reader, q->first) && ends_sentence(reader, q->end);
    if (q->end - q->first < CHY_LEAST_QUOTE && !sentence_alone) {
        return;
    }
    if (attach_to_noun(reader, q)) {
        return;
    }
    /* "..." he asked: where the sentence was ended by the quotation's own mark. */
    uint32_t next = closes + 1;
    bool ends = q->end + 1 >= reader->word_count || reader->words[q->end + 1].sentence != closes;
    if (ends && next < reader->input->sentence_count && begins_sentence(reader, q->first)) {
        uint32_t cue = idle_cue(reader, next, 0, 0);
        if (cue != CHY_NONE && paragraph_of(reader, next) == paragraph_of(reader, closes) &&
            reader->clauses->clauses[cue].parent == CHY_NONE) {
            reader->last_of[closes] = statement_of_idle(reader, cue, q->first, q->end);
            return;
        }
    }
    uint32_t near = neighbour(reader, opens, q->first, q->end);
    if (near != CHY_NONE) {
        chy_content_add(reader, near, q->first, q->end);
        reader->drafts[near].whole_quote = true;
    } else if (begins_sentence(reader, q->first)) {
        continue_speech(reader, q);
    }
}

static bool begins_paragraph(const chy_statement_reader *reader, uint32_t word) {
    uint32_t sentence = reader->words[word].sentence;
    return begins_sentence(reader, word) &&
           (sentence == 0 || paragraph_of(reader, sentence - 1) != paragraph_of(reader, sentence));
}

/* The statement, last of the sentence where the quotation opens or closes, that holds all of it. */
static uint32_t statement_around(const chy_statement_reader *reader, const chy_quote *q) {
    uint32_t draft = reader->last_of[reader->words[q->first].sentence];
    draft = draft == CHY_NONE ? reader->last_of[reader->words[q->end - 1].sentence] : draft;
    bool holds = draft != CHY_NONE && chy_content_holds(reader, &reader->drafts[draft], q->first);
    return holds ? draft : CHY_NONE;
}

/* '"I have one wish. | "Leave us in peace," she said': a quotation that its paragraph did not close
 * is of whoever speaks the next one. From the last backwards, over any number. */
static void attach_backwards(chy_statement_reader *reader) {
    for (uint32_t i = reader->quote_count; i-- > 1;) {
        const chy_quote *q = &reader->quotes[i - 1];
        const chy_quote *next = &reader->quotes[i];
        uint32_t apart = paragraph_of(reader, reader->words[next->first].sentence) -
                         paragraph_of(reader, reader->words[q->end - 1].sentence);
        uint32_t draft = statement_around(reader, next);
        if (!q->unclosed || reader->covered[q->first] != 0 || apart != 1 || draft == CHY_NONE ||
            !begins_paragraph(reader, q->first) || !begins_paragraph(reader, next->first)) {
            continue;
        }
        speak_on(reader, draft, q);
    }
}

/* ---- Colons ----------------------------------------------------------------------------- */

/* A noun for words ("an old proverb:"), or a cue noun ("the message:"), before the colon; before a
 * quotation also what bears words ("a banner:"). */
static uint32_t words_noun(const chy_statement_reader *reader, uint32_t first, uint32_t colon) {
    bool quoted = colon + 2 < reader->word_count && reader->quote_of_word[colon + 2] != CHY_NONE;
    for (uint32_t i = colon; i-- > first;) {
        char lower[CHY_STATEMENT_LEMMA];
        const chy_word *word = &reader->words[i];
        uint32_t clause = reader->clauses->clause_of_word[i];
        if (clause != CHY_NONE && word->upos == CHY_UPOS_VERB && !tells_whose(reader, i) &&
            chy_cue_of_verb(reader->clauses->clauses[clause].lemma) != NULL) {
            return CHY_NONE; /* "voiced concern and said:" */
        }
        if (word->upos == CHY_UPOS_NOUN &&
            (chy_cue_word_in(CHY_CUE_QUOTATION_NOUNS, chy_lower_form(word->lemma, lower)) ||
             chy_cue_of_noun(lower) != NULL ||
             (quoted && chy_cue_word_in(CHY_CUE_BEARERS, lower)))) {
            return i;
        }
    }
    return CHY_NONE;
}

/* "Minister: we will not yield" of a headline: all before the colon is one name or description. */
static uint32_t sole_mention(const chy_statement_reader *reader, uint32_t first, uint32_t colon) {
    for (uint32_t i = first; i < colon; i++) {
        uint32_t m = reader->mentions->mention_of_head[i];
        if (m != CHY_NONE && reader->mentions->mentions[m].first_word <= first &&
            reader->mentions->mentions[m].end_word >= colon) {
            return i;
        }
    }
    return CHY_NONE;
}

static void mark_whole(chy_statement_reader *reader, uint32_t draft, uint32_t first, uint32_t end) {
    if (draft != CHY_NONE) {
        chy_content_add(reader, draft, first, end);
        reader->drafts[draft].whole_quote = true;
        reader->last_of[reader->words[first].sentence] = draft;
    }
}

/* "a line from an old song": the line. */
static uint32_t outer_noun(const chy_statement_reader *reader, uint32_t noun) {
    for (uint32_t steps = 0; steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        uint32_t of = reader->words[noun].head;
        if (reader->words[noun].deprel != CHY_DEPREL_NMOD || of == CHY_NONE ||
            !chy_is_for_words(reader, of)) {
            break;
        }
        noun = of;
    }
    return noun;
}

/* Whether a noun for words is what its verb uses: "recalled a proverb", and "quoted a verse | from
 * a ballad", where the ballad hangs on the verb. */
static bool is_used(const chy_statement_reader *reader, uint32_t noun) {
    if (reader->words[noun].deprel == CHY_DEPREL_OBJ) {
        return true;
    }
    uint32_t object = chy_child_of(reader, reader->words[noun].head, CHY_DEPREL_OBJ);
    return reader->words[noun].deprel == CHY_DEPREL_OBL && object != CHY_NONE &&
           chy_is_for_words(reader, object);
}

/* 'said the guest left with a proverb: "..."': a quotation inside what is said, and that no
 * statement has for itself. */
static bool is_quoted_apart(const chy_statement_reader *reader, uint32_t first) {
    uint32_t quote = reader->quote_of_word[first];
    uint32_t last = reader->last_of[reader->words[first].sentence];
    bool taken = last != CHY_NONE && reader->drafts[last].first_range != CHY_NONE &&
                 reader->pool[reader->drafts[last].first_range].first == first;
    return quote != CHY_NONE && reader->quotes[quote].first == first && !taken;
}

/* "The envoy was blunter: the talks had failed": how someone was, and then the words. Any mood
 * before a quotation; before other words one that is compared. Who was it, or CHY_NONE. */
static uint32_t mood_of(const chy_statement_reader *reader, uint32_t first, uint32_t colon,
                        uint32_t next) {
    for (uint32_t i = first; i < colon; i++) {
        const chy_word *word = &reader->words[i];
        uint32_t more = chy_child_of(reader, i, CHY_DEPREL_ADVMOD);
        bool compared = strcmp(word->xpos, "JJR") == 0 ||
                        (more != CHY_NONE && (chy_form_is(&reader->words[more], "more") ||
                                              chy_form_is(&reader->words[more], "less")));
        uint32_t subject = chy_child_of(reader, i, CHY_DEPREL_NSUBJ);
        bool was = chy_child_of(reader, i, CHY_DEPREL_COP) != CHY_NONE;
        if (subject == CHY_NONE && strcmp(word->xpos, "VBN") == 0 && compared) {
            subject = chy_child_of(reader, i, CHY_DEPREL_NSUBJ_PASS); /* "was less guarded" */
            was = true;
        }
        bool mood = word->upos == CHY_UPOS_ADJ || strcmp(word->xpos, "VBN") == 0;
        if (mood && was && subject != CHY_NONE && subject < i && chy_acts(reader, subject) &&
            (compared || is_quoted_apart(reader, next))) {
            return subject;
        }
    }
    return CHY_NONE;
}

/* Words after a colon that no cue has taken: those of the cue, noun of words, or party before it.
 */
static void attach_colon(chy_statement_reader *reader, uint32_t colon) {
    uint32_t sentence = reader->words[colon].sentence;
    uint32_t first = reader->input->sentences[sentence].first_word;
    uint32_t end = first + reader->input->sentences[sentence].word_count;
    if (colon + 1 == end) {
        end += reader->input->sentences[sentence + 1].word_count; /* cut at the colon */
    }
    uint32_t idle = idle_cue(reader, sentence, colon, end);
    uint32_t noun = words_noun(reader, first, colon);
    uint32_t next = colon + 1;
    while (next + 1 < end && chy_is_punctuation(&reader->words[next])) {
        next++;
    }
    bool covered = reader->covered[next] != 0;
    noun = noun == CHY_NONE ? CHY_NONE : outer_noun(reader, noun);
    /* "recalled an old proverb: ...": the proverb gives way to its words. */
    uint32_t head = noun == CHY_NONE ? CHY_NONE : reader->words[noun].head;
    uint32_t verb = head == CHY_NONE ? CHY_NONE : reader->clauses->clause_of_word[head];
    uint32_t draft = verb == CHY_NONE ? CHY_NONE : reader->draft_of_clause[verb];
    if (draft != CHY_NONE && reader->drafts[draft].recited &&
        chy_content_holds(reader, &reader->drafts[draft], next)) {
        return;
    }
    if (draft != CHY_NONE && is_used(reader, noun)) {
        chy_content_clear(reader, draft);
        mark_whole(reader, draft, colon + 1, end);
        return;
    }
    if (covered) {
        if (noun != CHY_NONE && chy_is_for_words(reader, noun) && is_quoted_apart(reader, next)) {
            draft = words_of_user(reader, noun);
            mark_whole(reader, draft, next, reader->quotes[reader->quote_of_word[next]].end);
        }
        return;
    }
    if (idle != CHY_NONE) {
        reader->last_of[sentence] = statement_of_idle(reader, idle, colon + 1, end);
        return;
    }
    if (noun != CHY_NONE) {
        mark_whole(reader, words_of_user(reader, noun), colon + 1, end);
        return;
    }
    uint32_t party = sole_mention(reader, first, colon);
    party = party == CHY_NONE ? mood_of(reader, first, colon, next) : party;
    if (party != CHY_NONE) {
        draft = chy_statement_new(reader, NULL, CHY_NONE, CHY_NONE);
        if (draft != CHY_NONE) {
            reader->drafts[draft].speaker_word = party;
        }
        mark_whole(reader, draft, colon + 1, end);
    }
}

static bool is_colon(const chy_statement_reader *reader, uint32_t word) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[word].sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    uint32_t next = reader->words[word].sentence + 1;
    if (word + 1 == end && next < reader->input->sentence_count &&
        reader->input->sentences[next].paragraph == sentence->paragraph) {
        end += reader->input->sentences[next].word_count;
    }
    return strcmp(reader->words[word].form, ":") == 0 && word > sentence->first_word &&
           word + CHY_LEAST_QUOTE < end;
}

void chy_statements_attach(chy_statement_reader *reader) {
    uint32_t quote = 0;
    /* In text order, so that what goes on goes on from the nearest. One colon a sentence is enough.
     */
    uint32_t colon_sentence = CHY_NONE;
    for (uint32_t i = 0; i < reader->word_count && !reader->failed; i++) {
        if (quote < reader->quote_count && reader->quotes[quote].first == i) {
            const chy_quote q = reader->quotes[quote++];
            if (reader->covered[i] == 0) {
                attach_quote(reader, &q);
            }
        }
        if (is_colon(reader, i) && reader->words[i].sentence != colon_sentence &&
            reader->quote_of_word[i] == CHY_NONE) {
            colon_sentence = reader->words[i].sentence;
            attach_colon(reader, i);
        }
    }
    attach_backwards(reader);
}
