/* What is said around a frame: "The talks, X said on Monday, were short". */
#include "statements/reader.h"

#include <string.h>

static uint32_t first_word_in(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    while (first < end && chy_is_punctuation(&reader->words[first])) {
        first++;
    }
    return first < end ? first : CHY_NONE;
}

static uint32_t last_word_in(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    while (end > first && chy_is_punctuation(&reader->words[end - 1])) {
        end--;
    }
    return end > first ? end - 1 : CHY_NONE;
}

static bool quoted_at(const chy_statement_reader *reader, uint32_t word, uint32_t level) {
    return word != CHY_NONE && reader->quote_of_word[word] != level &&
           reader->quote_of_word[word] != CHY_NONE;
}

/* Where what is said begins: after an earlier frame, a semicolon, a noun for words with its colon
 * ("another account: ..."). */
static uint32_t left_limit(const chy_statement_reader *reader, const chy_frame *frame) {
    uint32_t sentence = reader->words[frame->low].sentence;
    uint32_t before = reader->frame_end[sentence];
    uint32_t low = frame->low;
    if (frame->level == CHY_NONE && before != CHY_NONE && before < frame->first) {
        low = before;
    }
    bool names_words = false;
    for (uint32_t i = low; i < frame->first; i++) {
        const chy_word *word = &reader->words[i];
        char lower[CHY_STATEMENT_LEMMA];
        if (reader->quote_of_word[i] != frame->level) {
            continue;
        }
        names_words =
            names_words || (word->upos == CHY_UPOS_NOUN &&
                            (chy_cue_of_noun(chy_lower_form(word->lemma, lower)) != NULL ||
                             chy_cue_word_in(CHY_CUE_VIEW_NOUNS, lower)));
        bool colon = strcmp(word->form, ":") == 0 && names_words;
        if (strcmp(word->form, ";") == 0 || colon) {
            low = i + 1;
        }
    }
    return low;
}

/* Whether words [first, end) hold a predicate that is not merely "after he left". */
static bool holds_predicate(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    bool under = false;
    for (uint32_t i = first; i < end; i++) {
        const chy_word *word = &reader->words[i];
        bool marks = word->upos == CHY_UPOS_SCONJ || word->xpos[0] == 'W';
        under = (under || marks) && strcmp(word->form, ",") != 0;
        if (chy_is_finite(word)) {
            bool auxiliary =
                word->upos == CHY_UPOS_AUX && i + 1 < end && word->head > i && word->head < end;
            if (!under) {
                return true;
            }
            under = auxiliary && reader->words[word->head].upos == CHY_UPOS_VERB &&
                    chy_is_finite(&reader->words[word->head]);
        }
    }
    return false;
}

/* "Discussions centred on gas, X said", where the verb is taken for a participle: a noun phrase
 * with a verb in it, and not "In Oslo" or "Asked about it". */
static bool tells(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    const chy_word *opens = &reader->words[first];
    bool nominal = opens->upos == CHY_UPOS_NOUN || opens->upos == CHY_UPOS_PROPN ||
                   opens->upos == CHY_UPOS_DET || opens->upos == CHY_UPOS_ADJ;
    for (uint32_t i = first; nominal && i < end; i++) {
        if (reader->words[i].upos == CHY_UPOS_VERB && strcmp(reader->words[i].xpos, "VBN") == 0) {
            return true;
        }
    }
    return false;
}

/* "17:42 -", "Tuesday,": times and numbers alone. */
static bool is_time_alone(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        const chy_word *word = &reader->words[i];
        if (!chy_is_punctuation(word) && word->upos != CHY_UPOS_NUM &&
            reader->mentions->time_of_word[i] == CHY_NONE) {
            return false;
        }
    }
    return true;
}

/* What follows a frame and is not said: "adding that", "citing X", "according to Y". */
static bool tells_more(const chy_statement_reader *reader, uint32_t word) {
    const chy_word *w = &reader->words[word];
    return strcmp(w->xpos, "VBG") == 0 || chy_form_is(w, "according");
}

/* "They talked for an hour, he said, | and agreed to share the water": a promise, without a subject
 * of its own, of several who act in what stands before the frame. */
static bool promises_on(const chy_statement_reader *reader, const chy_frame *frame, uint32_t verb,
                        const chy_cue *cue) {
    const chy_word *word = &reader->words[verb];
    if (cue->kind != CHY_STATEMENT_PROMISE || word->deprel != CHY_DEPREL_CONJ ||
        word->head == CHY_NONE || word->head >= frame->first ||
        chy_child_of(reader, verb, CHY_DEPREL_NSUBJ) != CHY_NONE) {
        return false;
    }
    uint32_t subject = chy_child_of(reader, word->head, CHY_DEPREL_NSUBJ);
    return subject != CHY_NONE && (reader->words[subject].feat_bits & CHY_FEAT_PLURAL) != 0 &&
           (reader->words[subject].upos == CHY_UPOS_PRON || chy_acts(reader, subject));
}

/* ", and he warned that": another report begins. */
static bool reports_anew(const chy_statement_reader *reader, const chy_frame *frame,
                         uint32_t first) {
    if (reader->words[first].upos != CHY_UPOS_CCONJ) {
        return false;
    }
    for (uint32_t i = first; i < frame->high; i++) {
        uint32_t clause = reader->clauses->clause_of_word[i];
        if (reader->quote_of_word[i] != frame->level) {
            return false;
        }
        if (clause != CHY_NONE && reader->clauses->clauses[clause].kind == CHY_CLAUSE_VERB) {
            const chy_cue *cue = chy_cue_of_verb(reader->clauses->clauses[clause].lemma);
            /* ", and it has vowed to": what the state or those spoken of do is said as well. */
            bool it = first + 1 < i && (chy_form_is(&reader->words[first + 1], "it") ||
                                        chy_form_is(&reader->words[first + 1], "they"));
            return cue != NULL && !(it && cue->kind == CHY_STATEMENT_PROMISE) &&
                   !promises_on(reader, frame, i, cue);
        }
    }
    return false;
}

/* Whether an unquoted beginning before '..., he said, "..."' is itself said: "The vote", not "In
 * Oslo" or "Asked about it"; the quotation goes on with its sentence. */
static bool begins_quoted(const chy_statement_reader *reader, uint32_t word, uint32_t next) {
    const chy_word *w = &reader->words[word];
    char first = reader->words[next].form[0];
    if (first >= 'A' && first <= 'Z') {
        return false;
    }
    return w->upos == CHY_UPOS_NOUN || w->upos == CHY_UPOS_PROPN || w->upos == CHY_UPOS_DET ||
           w->upos == CHY_UPOS_ADJ || w->upos == CHY_UPOS_NUM ||
           (w->upos == CHY_UPOS_PRON && w->xpos[0] != 'W');
}

typedef struct sides {
    uint32_t left, left_end;   /* what is said before the frame; equal: nothing */
    uint32_t right, right_end; /* and after it */
    bool quoted;
} sides;

/* False where nothing is said on either side, or only the tree can tell. */
static bool find_sides(const chy_statement_reader *reader, const chy_frame *frame, sides *s) {
    uint32_t low = left_limit(reader, frame);
    uint32_t first = first_word_in(reader, low, frame->first);
    uint32_t last = last_word_in(reader, low, frame->first);
    uint32_t next = first_word_in(reader, frame->end, frame->high);
    bool left_quoted = quoted_at(reader, last, frame->level);
    bool right_quoted = quoted_at(reader, next, frame->level);
    *s = (sides){.quoted = left_quoted || right_quoted};
    if (first == CHY_NONE || (!left_quoted && is_time_alone(reader, first, frame->first))) {
        return false;
    }
    bool predicate = holds_predicate(reader, first, frame->first);
    bool relative = reader->words[last].xpos[0] == 'W';
    bool opens_relative = next != CHY_NONE && reader->words[next].xpos[0] == 'W';
    if (!s->quoted && !predicate &&
        (opens_relative || chy_form_is(&reader->words[first], "according"))) {
        return false;
    }
    bool take_left = !relative;
    if (right_quoted && !left_quoted && !begins_quoted(reader, first, next)) {
        return false;
    }
    bool take_right = next != CHY_NONE && (s->quoted ? right_quoted : true);
    if (take_right && !s->quoted) {
        take_right = !tells_more(reader, next) && !reports_anew(reader, frame, next);
    }
    if (take_left && !take_right && !s->quoted) {
        take_left = predicate || (next == CHY_NONE && tells(reader, first, frame->first));
    }
    if (take_left) {
        s->left = low;
        s->left_end = frame->first;
    }
    if (take_right) {
        s->right = frame->end;
        s->right_end = s->quoted ? reader->quotes[reader->quote_of_word[next]].end : frame->high;
    }
    return take_left || take_right;
}

/* Reports inside what is said end where the frame begins, wherever the tree ends them. */
static void cut_before(chy_statement_reader *reader, const chy_frame *frame, uint32_t from) {
    for (uint32_t i = from; i-- > 0;) {
        const chy_statement_draft *d = &reader->drafts[i];
        if (d->cue_word == CHY_NONE || d->cue_word < frame->low) {
            return;
        }
        if (d->cue_word < frame->first && reader->quote_of_word[d->cue_word] == frame->level) {
            chy_content_cut(reader, i, frame->first);
        }
    }
}

bool chy_statement_of_frame(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue) {
    const chy_clause *c = &reader->clauses->clauses[clause];
    chy_frame frame;
    sides s;
    if (!chy_frame_find(reader, c, cue, &frame) || !find_sides(reader, &frame, &s)) {
        return false;
    }
    /* "The road, it was said, is shut". */
    bool nobodys = c->passive && chy_form_is(&reader->words[frame.speaker], "it");
    if (!s.quoted && ((cue->takes & CHY_CUE_CLAUSE) == 0 || (c->passive && !nobodys))) {
        return false;
    }
    uint32_t draft = chy_statement_new(reader, cue, c->word, clause);
    if (draft == CHY_NONE) {
        return true;
    }
    reader->drafts[draft].speaker_word = nobodys ? CHY_NONE : frame.speaker;
    if (s.right == s.right_end) {
        cut_before(reader, &frame, draft);
    }
    if (s.left < s.left_end) {
        chy_content_add(reader, draft, s.left, s.left_end);
        uint32_t last = last_word_in(reader, s.left, s.left_end);
        if (quoted_at(reader, last, frame.level)) {
            chy_content_take_quote(reader, draft, last);
        }
    }
    if (s.right < s.right_end) {
        chy_content_add(reader, draft, s.right, s.right_end);
        reader->drafts[draft].whole_quote = reader->drafts[draft].whole_quote || s.quoted;
    }
    if (frame.level == CHY_NONE) {
        reader->frame_first[c->sentence] = frame.first;
        reader->frame_end[c->sentence] = frame.end;
        reader->frame_draft[c->sentence] = draft;
    }
    return true;
}

void chy_statements_leave_frames(chy_statement_reader *reader) {
    for (uint32_t i = 0; i < reader->verb_drafts && !reader->failed; i++) {
        const chy_statement_draft *d = &reader->drafts[i];
        uint32_t framed = reader->frame_draft[d->sentence];
        uint32_t first = reader->frame_first[d->sentence];
        uint32_t end = reader->frame_end[d->sentence];
        if (framed == CHY_NONE || framed == i || d->cue_word >= first ||
            reader->quote_of_word[d->cue_word] != CHY_NONE ||
            !chy_content_holds(reader, d, first)) {
            continue;
        }
        uint32_t range = d->first_range;
        chy_content_clear(reader, i);
        for (; range != CHY_NONE; range = reader->pool[range].next) {
            const chy_range r = reader->pool[range];
            bool around = r.first <= first && first < r.end;
            chy_content_add(reader, i, r.first, around ? first : r.end);
            if (around) {
                chy_content_add(reader, i, end, r.end);
            }
        }
    }
}

uint32_t chy_framed_before(const chy_statement_reader *reader, const chy_clause *clause) {
    uint32_t end = reader->frame_end[clause->sentence];
    uint32_t verb = clause->verb;
    if (end == CHY_NONE || verb == CHY_NONE || verb == 0 || end > verb ||
        reader->quote_of_word[verb] != CHY_NONE) {
        return CHY_NONE;
    }
    bool participle = strcmp(reader->words[verb].xpos, "VBG") == 0 &&
                      chy_is_punctuation(&reader->words[verb - 1]);
    return participle ? reader->frame_draft[clause->sentence] : CHY_NONE;
}

/* Whether the words from the verb of one statement to that of another hold "..., she": another
 * speaker set off by a comma. */
static bool breaks_in(const chy_statement_reader *reader, uint32_t from, uint32_t verb,
                      uint32_t *comma) {
    *comma = CHY_NONE;
    for (uint32_t i = from; i < verb; i++) {
        *comma = strcmp(reader->words[i].form, ",") == 0 ? i : *comma;
    }
    uint32_t subject = chy_child_of(reader, verb, CHY_DEPREL_NSUBJ);
    return *comma != CHY_NONE && subject != CHY_NONE && subject > *comma && subject < verb &&
           verb + 1 < reader->word_count && strcmp(reader->words[verb + 1].form, ":") == 0;
}

void chy_statements_broken_into(chy_statement_reader *reader) {
    for (uint32_t i = 1; i < reader->verb_drafts && !reader->failed; i++) {
        uint32_t inner = i - 1;
        const chy_statement_draft told = reader->drafts[i];
        const chy_statement_draft said = reader->drafts[inner];
        uint32_t comma;
        if (told.first_range == CHY_NONE || said.cue == NULL || told.sentence != said.sentence ||
            !told.whole_quote || told.cue_word < said.cue_word ||
            !chy_cue_word_in(CHY_CUE_CITING_VERBS, said.cue->lemma) ||
            !breaks_in(reader, said.cue_word, told.cue_word, &comma)) {
            continue;
        }
        const chy_range words = reader->pool[told.first_range];
        chy_content_clear(reader, inner);
        chy_content_add(reader, inner, words.first, words.end);
        reader->drafts[inner].whole_quote = true;
        chy_content_clear(reader, i);
        chy_content_add(reader, i, reader->input->sentences[said.sentence].first_word, comma);
        chy_content_add(reader, i, words.first, words.end);
    }
}
