/* "The talks, X said on Monday, were short": a reporting verb that stands beside what is said, with
 * its speaker, set off by commas or quotation marks. Where the words stand says more here than the
 * tree, in which the speaker often hangs on what is said. */
#include "statements/reader.h"

#include <string.h>

static const chy_word *word_at(const chy_statement_reader *reader, uint32_t word) {
    return &reader->words[word];
}

/* The hyphens of "two-hour": no mark that parts phrases. */
static bool is_inner_hyphen(const chy_statement_reader *reader, uint32_t word) {
    return chy_form_is(word_at(reader, word), "-") && word > 0 && word + 1 < reader->word_count &&
           word_at(reader, word - 1)->span.end == word_at(reader, word)->span.start &&
           word_at(reader, word + 1)->span.start == word_at(reader, word)->span.end;
}

/* Whether a phrase ends before this word: a comma, a bracket, a quotation mark, words in one. */
static bool breaks(const chy_statement_reader *reader, uint32_t word, uint32_t level) {
    return reader->quote_of_word[word] != level ||
           (chy_is_punctuation(word_at(reader, word)) && !is_inner_hyphen(reader, word));
}

bool chy_is_finite(const chy_word *word) {
    static const char *const tags[] = {"VBD", "VBZ", "VBP", "MD"};
    bool verb = word->upos == CHY_UPOS_VERB || word->upos == CHY_UPOS_AUX;
    return verb && chy_is_listed(word->xpos, tags, CHY_COUNT_OF(tags));
}

static bool is_nominal(const chy_word *word) {
    return word->upos == CHY_UPOS_NOUN || word->upos == CHY_UPOS_PROPN ||
           (word->upos == CHY_UPOS_PRON && word->xpos[0] != 'W') ||
           ((word->upos == CHY_UPOS_NUM || word->upos == CHY_UPOS_DET ||
             word->upos == CHY_UPOS_ADJ) &&
            word->deprel == CHY_DEPREL_NSUBJ);
}

static bool is_relative(const chy_word *word) {
    return word->xpos[0] == 'W';
}

/* Whether words [first, end) are a noun phrase, with adverbs and auxiliaries but no verb. */
static bool is_phrase(const chy_statement_reader *reader, uint32_t first, uint32_t end) {
    bool nominal = false;
    for (uint32_t i = first; i < end; i++) {
        const chy_word *word = word_at(reader, i);
        bool modifies = word->deprel == CHY_DEPREL_AMOD || word->deprel == CHY_DEPREL_COMPOUND ||
                        word->deprel == CHY_DEPREL_ACL;
        bool clause = (word->upos == CHY_UPOS_VERB && !modifies) ||
                      (word->upos == CHY_UPOS_SCONJ && i > first) || is_relative(word);
        bool opens = i == first && (word->upos == CHY_UPOS_CCONJ || word->upos == CHY_UPOS_SCONJ ||
                                    word->upos == CHY_UPOS_ADP);
        if (clause || (opens && !chy_form_is(word, "as"))) {
            return false;
        }
        nominal = nominal || is_nominal(word);
    }
    return nominal;
}

/* The first word of the phrase, apposition or relative clause that ends at `end`. */
static uint32_t segment_start(const chy_statement_reader *reader, uint32_t low, uint32_t end,
                              uint32_t level) {
    while (end > low && !breaks(reader, end - 1, level)) {
        end--;
    }
    return end;
}

static uint32_t segment_end(const chy_statement_reader *reader, uint32_t first, uint32_t high,
                            uint32_t level) {
    while (first < high && !breaks(reader, first, level)) {
        first++;
    }
    return first;
}

static bool is_comma(const chy_word *word) {
    static const char *const commas[] = {",", "-", "--", "–", "—"};
    return chy_form_in(word, commas, CHY_COUNT_OF(commas));
}

/* "..., the leader, Anna Venter, who lost, said": from the first of these phrases. `verb` follows a
 * comma. Returns `verb` where no subject stands there. */
static uint32_t subject_before_comma(const chy_statement_reader *reader, uint32_t low,
                                     uint32_t verb, uint32_t level) {
    static const uint32_t most = 4;
    uint32_t end = verb;
    for (uint32_t i = 0; i < most; i++) {
        if (end <= low + 1 || !is_comma(word_at(reader, end - 1)) ||
            reader->quote_of_word[end - 1] != level) {
            break;
        }
        uint32_t first = segment_start(reader, low, end - 1, level);
        bool relative = first < end - 1 && is_relative(word_at(reader, first));
        if (first == end - 1 || (!relative && !is_phrase(reader, first, end - 1))) {
            break;
        }
        bool edge = first > low && reader->quote_of_word[first - 1] == level &&
                    is_comma(word_at(reader, first - 1));
        end = first;
        if (i > 0 && !relative && !edge) {
            return end;
        }
    }
    return end;
}

/* Whether a subject stands right of the verb: "..., said Osei". */
static bool is_inverted(const chy_statement_reader *reader, const chy_frame *frame, uint32_t verb,
                        const chy_cue *cue) {
    /* Who is told stands after these, never who tells. */
    static const char *const upright[] = {"assure", "inform", "notify", "remind", "tell"};
    if (chy_is_listed(cue->lemma, upright, CHY_COUNT_OF(upright))) {
        return false;
    }
    uint32_t end = segment_end(reader, verb + 1, frame->high, frame->level);
    bool quoted =
        frame->first > frame->low && reader->quote_of_word[frame->first - 1] == CHY_NONE &&
        frame->first > frame->low + 1 && reader->quote_of_word[frame->first - 2] != frame->level;
    for (uint32_t i = verb + 1; i < end; i++) {
        const chy_word *word = word_at(reader, i);
        if (word->upos == CHY_UPOS_ADP || word->upos == CHY_UPOS_SCONJ ||
            word->upos == CHY_UPOS_VERB || word->upos == CHY_UPOS_PART) {
            return false;
        }
        if ((is_nominal(word) || word->upos == CHY_UPOS_NUM) &&
            (word->head == CHY_NONE || word->head <= verb || word->head >= end ||
             word->deprel == CHY_DEPREL_NSUBJ)) {
            bool object = word->deprel == CHY_DEPREL_OBJ && (cue->takes & CHY_CUE_OBJECT) != 0;
            bool reports = chy_carries_words(cue) && (cue->takes & CHY_CUE_CLAUSE) != 0;
            return quoted || !object || (reports && chy_acts(reader, i));
        }
    }
    return false;
}

/* 'The memo, dated 3 May, says the wall "will not hold"': what stands between the verb and a
 * quotation, without a comma, goes on into it, where the verb has its subject. */
static bool tells_quoted(const chy_statement_reader *reader, const chy_frame *frame,
                         uint32_t verb) {
    uint32_t subject = chy_child_of(reader, verb, CHY_DEPREL_NSUBJ);
    uint32_t end = segment_end(reader, verb + 1, frame->high, frame->level);
    uint32_t quote = end + 1 < frame->high ? reader->quote_of_word[end + 1] : CHY_NONE;
    return subject != CHY_NONE && subject < verb &&
           reader->quote_of_word[subject] == frame->level && quote != CHY_NONE &&
           reader->quotes[quote].first == end + 1;
}

/* "asked for help", "complained about the noise". */
static bool is_content_phrase(const chy_statement_reader *reader, uint32_t word) {
    static const char *const prepositions[] = {"for", "about", "against"};
    uint32_t preposition = chy_child_of(reader, word, CHY_DEPREL_CASE);
    return preposition != CHY_NONE &&
           chy_form_in(word_at(reader, preposition), prepositions, CHY_COUNT_OF(prepositions));
}

/* Whether what is said, or a thing, follows the verb before the next comma. */
static bool has_complement(const chy_statement_reader *reader, uint32_t verb, uint32_t end,
                           const chy_cue *cue, bool inverted) {
    static const char *const opens[] = {"that", "whether", "to", "if"};
    bool under = false; /* below "after", "when", "who" */
    for (uint32_t i = verb + 1; i < end; i++) {
        const chy_word *word = word_at(reader, i);
        bool child = word->head == verb;
        bool bare = chy_child_of(reader, i, CHY_DEPREL_CASE) == CHY_NONE;
        bool object = child && bare && !chy_form_is(word, "it") && /* "rumour had it" */
                      (word->deprel == CHY_DEPREL_OBJ || word->deprel == CHY_DEPREL_XCOMP);
        bool phrase = child && word->deprel == CHY_DEPREL_OBL &&
                      (cue->takes & CHY_CUE_PHRASE) != 0 && (cue->takes & CHY_CUE_CLAUSE) != 0 &&
                      is_content_phrase(reader, i);
        if (phrase || (object && !inverted && (cue->takes & CHY_CUE_ADDRESSEE) == 0)) {
            return true;
        }
        if (!under && word->upos != CHY_UPOS_ADP && word->upos != CHY_UPOS_DET &&
            chy_form_in(word, opens, CHY_COUNT_OF(opens))) {
            return true;
        }
        under = under || word->upos == CHY_UPOS_SCONJ || is_relative(word);
        if (chy_is_finite(word) && !under) {
            return true;
        }
    }
    return false;
}

/* After "said Osei": over ", who leads the union" and ", a student of law". */
static uint32_t trail_end(const chy_statement_reader *reader, const chy_frame *frame,
                          uint32_t end) {
    while (end < frame->high && reader->quote_of_word[end] == frame->level &&
           is_comma(word_at(reader, end))) {
        uint32_t next = segment_end(reader, end + 1, frame->high, frame->level);
        bool opens_quote = next < frame->high && next == end + 1;
        bool belongs = next > end + 1 &&
                       (is_relative(word_at(reader, end + 1)) || is_phrase(reader, end + 1, next) ||
                        word_at(reader, end + 1)->upos == CHY_UPOS_ADP);
        if (opens_quote || !belongs) {
            break;
        }
        end = next;
    }
    return end;
}

/* The word that names the speaker between `first` and `end`: what the tree holds for the verb's
 * subject, else the first noun that hangs outside. */
static uint32_t speaker_in(const chy_statement_reader *reader, uint32_t first, uint32_t end,
                           uint32_t verb) {
    uint32_t outside = CHY_NONE;
    for (uint32_t i = first; i < end; i++) {
        const chy_word *word = word_at(reader, i);
        bool out = word->head == CHY_NONE || word->head < first || word->head >= end;
        bool names = is_nominal(word) || (word->upos == CHY_UPOS_NUM && out);
        if (!names || reader->mentions->time_of_word[i] != CHY_NONE ||
            chy_child_of(reader, i, CHY_DEPREL_CASE) != CHY_NONE) {
            continue;
        }
        if (word->head == verb && word->deprel == CHY_DEPREL_NSUBJ) {
            if (outside == CHY_NONE || reader->mentions->mention_of_head[outside] == CHY_NONE) {
                return i;
            }
        }
        if (out && outside == CHY_NONE) {
            outside = i;
        }
    }
    return outside;
}

/* "was quoted as saying": the words before the verb begin before "quoted". */
static uint32_t frame_verb(const chy_statement_reader *reader, uint32_t verb) {
    uint32_t head = word_at(reader, verb)->head;
    bool as = verb > 0 && chy_form_is(word_at(reader, verb - 1), "as");
    bool quoted = as && head != CHY_NONE && head + 2 == verb &&
                  strcmp(word_at(reader, head)->xpos, "VBN") == 0;
    return quoted ? head : verb;
}

static bool find_first(const chy_statement_reader *reader, chy_frame *frame, uint32_t verb,
                       const chy_cue *cue) {
    uint32_t front = frame_verb(reader, verb);
    frame->first = segment_start(reader, frame->low, front, frame->level);
    if (frame->first < front) {
        return is_phrase(reader, frame->first, front) &&
               (front != verb || chy_is_finite(word_at(reader, verb)) ||
                word_at(reader, verb - 1)->upos == CHY_UPOS_AUX ||
                word_at(reader, verb - 1)->upos == CHY_UPOS_ADV);
    }
    if (!chy_is_finite(word_at(reader, verb))) {
        return false;
    }
    uint32_t subject = subject_before_comma(reader, frame->low, verb, frame->level);
    bool transitive = (cue->takes & (CHY_CUE_OBJECT | CHY_CUE_ADDRESSEE)) != 0;
    frame->inverted = (subject == verb || !transitive) && is_inverted(reader, frame, verb, cue) &&
                      !tells_quoted(reader, frame, verb);
    frame->first = frame->inverted ? verb : subject;
    return frame->inverted || frame->first < verb;
}

bool chy_frame_find(const chy_statement_reader *reader, const chy_clause *clause,
                    const chy_cue *cue, chy_frame *frame) {
    uint32_t verb = clause->verb;
    if (clause->kind != CHY_CLAUSE_VERB || verb == CHY_NONE) {
        return false;
    }
    const chy_sentence *sentence = &reader->input->sentences[clause->sentence];
    *frame = (chy_frame){.low = sentence->first_word,
                         .high = sentence->first_word + sentence->word_count,
                         .level = reader->quote_of_word[verb],
                         .speaker = CHY_NONE};
    if (frame->level != CHY_NONE) {
        const chy_quote *q = &reader->quotes[frame->level];
        frame->low = q->first > frame->low ? q->first : frame->low;
        frame->high = q->end < frame->high ? q->end : frame->high;
    }
    if ((cue->takes & (CHY_CUE_QUOTE | CHY_CUE_CLAUSE)) == 0 ||
        word_at(reader, verb)->deprel == CHY_DEPREL_AMOD || !find_first(reader, frame, verb, cue)) {
        return false;
    }
    uint32_t end = segment_end(reader, verb + 1, frame->high, frame->level);
    if (has_complement(reader, verb, end, cue, frame->inverted)) {
        return false;
    }
    uint32_t head = word_at(reader, verb)->head;
    bool of_segment = word_at(reader, verb)->deprel == CHY_DEPREL_ACL_RELCL && head != CHY_NONE &&
                      head >= frame->first && head < verb;
    if (of_segment) {
        return false;
    }
    frame->end = frame->inverted ? trail_end(reader, frame, end) : end;
    frame->speaker = frame->inverted
                         ? speaker_in(reader, verb + 1, end, verb)
                         : speaker_in(reader, frame->first, frame_verb(reader, verb), verb);
    return frame->speaker != CHY_NONE;
}
