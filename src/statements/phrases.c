/* Statements whose cue is a phrase ("according to"), an adverb ("reportedly"), or what a word that
 * is no clause tells. */
#include "statements/reader.h"

#include <string.h>

/* The word whose clause a phrase such as "according to X" speaks of: at either end of the sentence,
 * all of it; else the nearest verb above. The climb is bounded by the sentence. */
static uint32_t scope_of(chy_statement_reader *reader, uint32_t source) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[source].sentence];
    uint32_t first = sentence->first_word;
    uint32_t last = first + sentence->word_count;
    while (last > first && chy_is_punctuation(&reader->words[last - 1])) {
        last--;
    }
    while (first < last && chy_is_punctuation(&reader->words[first])) {
        first++;
    }
    chy_subtree(reader, source, CHY_NONE);
    bool edge = reader->mark[first] == reader->stamp ||
                (last > first && reader->mark[last - 1] == reader->stamp);
    uint32_t word = reader->words[source].head;
    uint32_t found = word;
    for (uint32_t steps = 0; word != CHY_NONE && steps < CHY_LIMIT_SENTENCE_WORDS; steps++) {
        found = word;
        bool verb = reader->words[word].upos == CHY_UPOS_VERB ||
                    chy_child_of(reader, word, CHY_DEPREL_COP) != CHY_NONE;
        if (verb && !edge) {
            break;
        }
        word = reader->words[word].head;
    }
    return found;
}

/* "..., according to X, the head of Y": what follows is of the source, wherever the parser hung it,
 * up to a clause that goes on with what is said (", and the road was closed"). */
static void leave_source(chy_statement_reader *reader, uint32_t scope, uint32_t cue) {
    const chy_sentence *sentence = &reader->input->sentences[reader->words[scope].sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    for (uint32_t c = reader->first_child[scope]; c != CHY_NONE; c = reader->next_sibling[c]) {
        bool goes_on = c > cue && reader->words[c].deprel == CHY_DEPREL_CONJ &&
                       reader->words[c].upos == CHY_UPOS_VERB;
        if (goes_on) {
            uint32_t coordinator = chy_child_of(reader, c, CHY_DEPREL_CC);
            end = coordinator == CHY_NONE ? c : coordinator;
            break;
        }
    }
    for (uint32_t i = cue; i < end; i++) {
        reader->mark[i] = 0;
    }
}

/* "According to the mayor, Anna Lund, the road": another name for the source is no content, though
 * the parser may hang it there. */
static void leave_apposition(chy_statement_reader *reader, uint32_t source, uint32_t scope) {
    const uint32_t *mention = reader->mentions->mention_of_head;
    const chy_sentence *sentence = &reader->input->sentences[reader->words[source].sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    uint32_t at = source + 1;
    while (at < end && !chy_is_punctuation(&reader->words[at])) {
        at++;
    }
    for (uint32_t i = source; at < scope && i < at; i++) {
        reader->mark[i] = 0;
    }
    uint32_t first = at + 1;
    uint32_t stop = first;
    uint32_t name = CHY_NONE;
    for (; stop < end && !chy_is_punctuation(&reader->words[stop]); stop++) {
        name = name == CHY_NONE && mention[stop] != CHY_NONE ? stop : name;
    }
    bool same = name != CHY_NONE && stop < end && mention[source] != CHY_NONE &&
                reader->mentions->mentions[mention[name]].first_word == first &&
                reader->mentions->mentions[mention[name]].end_word == stop &&
                reader->mentions->mentions[mention[name]].entity ==
                    reader->mentions->mentions[mention[source]].entity;
    for (uint32_t i = first; same && i <= stop; i++) {
        reader->mark[i] = 0;
    }
}

/* The first statement of a verb in this sentence or a later one; they stand in its order. */
static uint32_t first_of_sentence(const chy_statement_reader *reader, uint32_t sentence) {
    uint32_t low = 0;
    uint32_t high = reader->verb_drafts;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (reader->drafts[middle].sentence < sentence) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* "A said that B left, according to C": what A said ends before C. */
static void cut_reports(chy_statement_reader *reader, uint32_t cue) {
    uint32_t sentence = reader->words[cue].sentence;
    if (!chy_is_punctuation(&reader->words[cue - 1])) {
        return;
    }
    for (uint32_t i = first_of_sentence(reader, sentence);
         i < reader->verb_drafts && reader->drafts[i].sentence == sentence; i++) {
        uint32_t word = reader->drafts[i].cue_word;
        if (word < cue && reader->quote_of_word[word] == reader->quote_of_word[cue]) {
            chy_content_cut(reader, i, cue);
        }
    }
}

/* 'In the words of the poet, "...", the envoy said': the quotation after the phrase, where the
 * phrase hangs on another report. */
static uint32_t quote_before_report(const chy_statement_reader *reader, uint32_t cue,
                                    uint32_t scope) {
    for (uint32_t i = cue; i < scope; i++) {
        if (reader->quote_of_word[i] != reader->quote_of_word[cue]) {
            return reader->quote_of_word[i];
        }
    }
    return CHY_NONE;
}

/* '"...," she said, in the poet's words', 'said, in his own words,', 'in the words of the song,
 * ..., she said': where what the cue `scope` says is from. Nothing is said besides. */
static bool is_origin(chy_statement_reader *reader, uint32_t source, uint32_t speaker,
                      uint32_t scope) {
    uint32_t clause = reader->clauses->clause_of_word[scope];
    uint32_t said = clause == CHY_NONE ? CHY_NONE : reader->draft_of_clause[clause];
    if (said == CHY_NONE || !chy_names_words(reader, source)) {
        return false;
    }
    if (reader->words[speaker].upos != CHY_UPOS_PRON && scope < source) {
        chy_origin_set(reader, &reader->drafts[said], speaker);
    }
    return true;
}

static void add_phrase(chy_statement_reader *reader, uint32_t source, uint32_t speaker,
                       uint32_t cue_first, uint32_t cue_end, uint32_t cue_word) {
    static const chy_cue say = {"according to", CHY_STATEMENT_SAY, CHY_CUE_QUOTE};
    uint32_t scope = scope_of(reader, source);
    if (scope == CHY_NONE || scope == source || is_origin(reader, source, speaker, scope)) {
        return;
    }
    uint32_t draft = chy_statement_new(reader, &say, cue_word, CHY_NONE);
    if (draft == CHY_NONE) {
        return;
    }
    reader->drafts[draft].cue_first = cue_first;
    reader->drafts[draft].cue_end = cue_end;
    reader->drafts[draft].speaker_word = speaker;
    uint32_t clause = reader->clauses->clause_of_word[scope];
    uint32_t quote = clause == CHY_NONE || reader->draft_of_clause[clause] == CHY_NONE
                         ? CHY_NONE
                         : quote_before_report(reader, cue_first, scope);
    if (quote != CHY_NONE) {
        chy_content_add(reader, draft, reader->quotes[quote].first, reader->quotes[quote].end);
        return;
    }
    chy_subtree(reader, scope, source);
    if (scope < cue_first) {
        leave_source(reader, scope, cue_first);
        cut_reports(reader, cue_first);
    } else {
        leave_apposition(reader, source, scope);
    }
    chy_content_add_marked(reader, draft, scope);
    chy_content_take_quote(reader, draft, scope);
}

/* 'quoted Article 4, according to | which | all are equal': whoever quotes it says that, and nobody
 * besides. Whether the source is such a "which". */
static bool cites_which(chy_statement_reader *reader, uint32_t source) {
    uint32_t verb = reader->words[source].head;
    if (reader->words[source].xpos[0] != 'W' || verb == CHY_NONE ||
        reader->words[verb].deprel != CHY_DEPREL_ACL_RELCL) {
        return false;
    }
    uint32_t noun = reader->words[verb].head;
    uint32_t above = reader->words[noun].head;
    uint32_t clause = above == CHY_NONE ? CHY_NONE : reader->clauses->clause_of_word[above];
    uint32_t draft = clause == CHY_NONE ? CHY_NONE : reader->draft_of_clause[clause];
    if (draft == CHY_NONE || chy_acts(reader, noun) || reader->drafts[draft].cue == NULL ||
        !chy_cue_word_in(CHY_CUE_CITING_VERBS, reader->drafts[draft].cue->lemma) ||
        !chy_content_holds(reader, &reader->drafts[draft], noun)) {
        return false;
    }
    chy_content_clear(reader, draft);
    chy_subtree(reader, verb, source);
    chy_content_add_marked(reader, draft, verb);
    chy_origin_set(reader, &reader->drafts[draft], noun);
    return true;
}

/* 'invoked a maxim | according to which | ...': the words behind it are said after the maxim. */
static bool is_recited(const chy_statement_reader *reader, uint32_t word) {
    uint32_t sentence = reader->words[word].sentence;
    for (uint32_t i = first_of_sentence(reader, sentence);
         i < reader->verb_drafts && reader->drafts[i].sentence == sentence; i++) {
        const chy_statement_draft *d = &reader->drafts[i];
        if (d->recited && d->first_range != CHY_NONE &&
            reader->pool[d->first_range].first == word + 3) {
            return true;
        }
    }
    return false;
}

/* "according to X"; also "per X", "in accordance" is none. */
static void according_to(chy_statement_reader *reader, uint32_t word) {
    uint32_t source = reader->words[word].head;
    bool marker = reader->words[word].deprel == CHY_DEPREL_CASE ||
                  reader->words[word].deprel == CHY_DEPREL_MARK;
    if (source == CHY_NONE || !marker || word + 1 >= reader->word_count ||
        !chy_form_is(&reader->words[word + 1], "to")) {
        return;
    }
    if (!is_recited(reader, word) && !cites_which(reader, source)) {
        add_phrase(reader, source, source, word, word + 2, word);
    }
}

/* "in her view", "by her account", "in the words of the envoy". */
static void in_view_of(chy_statement_reader *reader, uint32_t word) {
    static const char *const leads[] = {"by", "in"};
    uint32_t in = chy_child_of(reader, word, CHY_DEPREL_CASE);
    if (reader->words[word].deprel != CHY_DEPREL_OBL || in == CHY_NONE ||
        !chy_form_in(&reader->words[in], leads, CHY_COUNT_OF(leads))) {
        return;
    }
    uint32_t owner = chy_child_of(reader, word, CHY_DEPREL_NMOD_POSS);
    for (uint32_t c = reader->first_child[word]; owner == CHY_NONE && c != CHY_NONE;
         c = reader->next_sibling[c]) {
        uint32_t of = reader->words[c].deprel == CHY_DEPREL_NMOD
                          ? chy_child_of(reader, c, CHY_DEPREL_CASE)
                          : CHY_NONE;
        if (of != CHY_NONE && chy_form_is(&reader->words[of], "of")) {
            owner = c;
        }
    }
    if (owner != CHY_NONE && (reader->mentions->mention_of_head[owner] != CHY_NONE ||
                              reader->words[owner].upos == CHY_UPOS_PRON)) {
        add_phrase(reader, word, owner, word, word + 1, word);
    }
}

/* "as follows from a note by the ministry": what is so by somebody's paper. */
static void as_from(chy_statement_reader *reader, uint32_t verb) {
    static const char *const verbs[] = {"appear", "emerge", "follow", "transpire"};
    static const chy_cue say = {"follow", CHY_STATEMENT_SAY, 0};
    uint32_t as = chy_child_of(reader, verb, CHY_DEPREL_MARK);
    uint32_t said = reader->words[verb].head;
    if (reader->words[verb].deprel != CHY_DEPREL_ADVCL || said == CHY_NONE || as == CHY_NONE ||
        !chy_form_is(&reader->words[as], "as") ||
        !chy_is_listed(reader->words[verb].lemma, verbs, CHY_COUNT_OF(verbs))) {
        return;
    }
    uint32_t paper = chy_child_of(reader, verb, CHY_DEPREL_OBL);
    uint32_t from = paper == CHY_NONE ? CHY_NONE : chy_child_of(reader, paper, CHY_DEPREL_CASE);
    bool told = from != CHY_NONE && chy_form_is(&reader->words[from], "from") &&
                chy_author_of_paper(reader, paper) != CHY_NONE;
    uint32_t draft = told ? chy_statement_new(reader, &say, verb, CHY_NONE) : (uint32_t)CHY_NONE;
    if (draft != CHY_NONE) {
        reader->drafts[draft].speaker_word = paper;
        chy_subtree(reader, said, verb);
        chy_content_add_marked(reader, draft, said);
    }
}

/* "reportedly": nobody's word for the clause it stands in. */
static void evidential(chy_statement_reader *reader, uint32_t word) {
    static const chy_cue say = {"reportedly", CHY_STATEMENT_SAY, 0};
    uint32_t head = reader->words[word].head;
    if (reader->words[word].deprel != CHY_DEPREL_ADVMOD || head == CHY_NONE) {
        return;
    }
    uint32_t draft = chy_statement_new(reader, &say, word, CHY_NONE);
    if (draft != CHY_NONE) {
        uint32_t opens = reader->input->sentences[reader->words[word].sentence].first_word;
        /* "Reportedly, the road is shut": outside; within its clause the content goes round it. */
        chy_subtree(reader, head, word == opens ? word : CHY_NONE);
        chy_content_add_marked(reader, draft, head);
    }
}

/* Whether a word is a common noun; one that opens its sentence may be taken for a name. */
static bool is_common_noun(const chy_statement_reader *reader, uint32_t i) {
    const chy_word *word = &reader->words[i];
    bool opens = reader->input->sentences[word->sentence].first_word == i;
    bool longer = i + 1 < reader->word_count && reader->words[i + 1].upos == CHY_UPOS_PROPN;
    return word->upos == CHY_UPOS_NOUN ||
           (word->upos == CHY_UPOS_PROPN && (word->name_tag == CHY_NAME_O || (opens && !longer)));
}

static void of_noun(chy_statement_reader *reader, uint32_t noun) {
    char lower[CHY_STATEMENT_LEMMA];
    size_t size = strlen(chy_lower_form(reader->words[noun].lemma, lower));
    if (size > 1 && lower[size - 1] == 's' && strcmp(reader->words[noun].xpos, "NNPS") == 0) {
        lower[size - 1] = '\0'; /* a name's lemma keeps its ending */
    }
    const chy_cue *cue = chy_cue_of_news(lower);
    if (cue != NULL) {
        chy_statement_of_noun_that(reader, noun, cue);
    }
    if (chy_cue_word_in(CHY_CUE_VIEW_NOUNS, lower)) {
        in_view_of(reader, noun);
    }
}

void chy_statements_of_phrases(chy_statement_reader *reader) {
    for (uint32_t i = 0; i < reader->word_count && !reader->failed; i++) {
        const chy_word *word = &reader->words[i];
        char lower[CHY_STATEMENT_LEMMA];
        if (chy_form_is(word, "according")) {
            according_to(reader, i);
        } else if (chy_form_is(word, "it")) {
            chy_statement_of_news(reader, i);
        } else if (word->upos == CHY_UPOS_VERB) {
            chy_statement_of_spreader(reader, i);
            chy_statement_of_told(reader, i);
            as_from(reader, i);
        } else if (is_common_noun(reader, i)) {
            of_noun(reader, i);
        } else if (word->upos == CHY_UPOS_ADV &&
                   chy_cue_word_in(CHY_CUE_EVIDENTIAL_ADVERBS, chy_lower_form(word->form, lower))) {
            evidential(reader, i);
        }
    }
}
