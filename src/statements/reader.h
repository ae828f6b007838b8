/* What the files of this module share: quotations, subtrees, statements in the making. */
#ifndef CHY_STATEMENTS_READER_H
#define CHY_STATEMENTS_READER_H

#include "statements/cues.h"
#include "statements/statements.h"

/* Words [first, end), in a list that a statement's content is. */
typedef struct chy_range {
    uint32_t first, end;
    uint32_t next; /* in the pool, or CHY_NONE */
} chy_range;

/* The words between an outermost pair of quotation marks: [first, end). */
typedef struct chy_quote {
    uint32_t first, end;
    bool unclosed; /* ended by its paragraph: what is quoted goes on in the next */
} chy_quote;

typedef struct chy_statement_draft {
    chy_statement statement;     /* its spans are written at the end */
    const chy_cue *cue;          /* or NULL */
    uint32_t cue_word;           /* or CHY_NONE */
    uint32_t second_cue;         /* "expressed ... hope": the other word, or CHY_NONE */
    uint32_t cue_first, cue_end; /* a cue of several words ("according to"); first == end: none */
    uint32_t clause;             /* of the cue, or CHY_NONE */
    uint32_t citing;             /* the clause "quoting a proverb" beside it, or CHY_NONE */
    uint32_t speaker_word;       /* head of the words that name the speaker, or CHY_NONE */
    uint32_t first_range, last_range;
    uint32_t origin_first, origin_end; /* words; first == end: none */
    uint32_t sentence;                 /* of the cue, or of the content where there is none */
    uint32_t size;                     /* words of content */
    bool whole_quote;                  /* the content is a quotation, or follows a colon */
    bool recited;                      /* said after another: recited.c found its words */
    bool idle;                         /* adds nothing to the statement around it */
} chy_statement_draft;

/* Words [first, end) about the saying, set off from what is said: ", X said on Monday,". */
typedef struct chy_frame {
    uint32_t low, high; /* of the sentence, or of the quotation the frame stands in */
    uint32_t first, end;
    uint32_t level;   /* quote_of_word of its words */
    uint32_t speaker; /* a word, or CHY_NONE */
    bool inverted;    /* "said X" */
} chy_frame;

typedef struct chy_statement_reader {
    const chy_mentions_input *input;
    const chy_mentions *mentions;
    const chy_clauses *clauses;
    const chy_word *words;
    uint32_t word_count;
    chy_arena *arena;
    chy_arena *scratch;

    uint32_t *first_child, *next_sibling; /* [word_count] */
    uint32_t *mark, *stack;               /* [word_count] */
    uint32_t stamp;                       /* what `mark` holds for the subtree last gathered */
    uint8_t *covered;                     /* [word_count] whether the word is in some content */

    chy_quote *quotes;
    uint32_t quote_count;
    uint32_t *quote_of_word; /* [word_count] or CHY_NONE */
    uint8_t *quoted_within; /* [word_count] whether the word is in a quotation inside a quotation */

    chy_statement_draft *drafts;
    uint32_t draft_count, draft_capacity;
    uint32_t verb_drafts; /* of these the first ones, in order of their sentences */
    uint32_t *idle;       /* [clause_count] the next cue without content in the same sentence */
    uint32_t *idle_of;    /* [sentence_count] the first such clause, or CHY_NONE */
    uint32_t
        *last_of; /* [sentence_count] the statement that a quotation may go on from, or CHY_NONE */
    uint32_t *whole_of; /* [sentence_count] its last statement whose content is a quotation, or
                           CHY_NONE */
    uint32_t *draft_of_clause; /* [clause_count] or CHY_NONE */
    uint32_t *frame_first;     /* [sentence_count] of the last frame outside quotation marks, or */
    uint32_t *frame_end;       /* CHY_NONE */
    uint32_t *frame_draft;     /* [sentence_count] and its statement */
    uint32_t *group_of;   /* [entity_count] the last group whose least member it is, or CHY_NONE */
    uint32_t *next_group; /* [entity_count] of a group, the one before with the same, or CHY_NONE */
    chy_range *pool;
    uint32_t pool_count, pool_capacity;
    bool failed;
} chy_statement_reader;

/* Words that a quotation without a cue must have to be more than a "so-called" word. */
#define CHY_LEAST_QUOTE 3u

/* ---- quotes.c --------------------------------------------------------------------------- */
/* Finds the outermost quotations. False when there is no memory. */
bool chy_quotes_find(chy_statement_reader *reader);

/* ---- content.c -------------------------------------------------------------------------- */
bool chy_statement_tree(chy_statement_reader *reader);
/* Marks the words at and below `head` with a new stamp, but not those at and below `without` (or
 * CHY_NONE). */
void chy_subtree(chy_statement_reader *reader, uint32_t head, uint32_t without);
/* The words of a noun phrase without its relative clauses, appositions and conjuncts. */
void chy_noun_phrase(const chy_statement_reader *reader, uint32_t head, uint32_t *first,
                     uint32_t *end);
/* Adds the runs of marked words of the head's sentence as content; drops "that" and outer
 * punctuation. */
void chy_content_add_marked(chy_statement_reader *reader, uint32_t draft, uint32_t head);
/* Adds words [first, end) as content, trimmed of outer punctuation. */
void chy_content_add(chy_statement_reader *reader, uint32_t draft, uint32_t first, uint32_t end);
bool chy_content_holds(const chy_statement_reader *reader, const chy_statement_draft *draft,
                       uint32_t word);
void chy_content_clear(chy_statement_reader *reader, uint32_t draft);
/* Gives a statement the content of another in place of its own. */
void chy_content_copy(chy_statement_reader *reader, uint32_t draft, uint32_t from);
/* Leaves out all from word `at` on. */
void chy_content_cut(chy_statement_reader *reader, uint32_t draft, uint32_t at);
/* Where content is a quotation, takes all of it, over several sentences. */
void chy_content_take_quote(chy_statement_reader *reader, uint32_t draft, uint32_t head);
/* A new statement, or CHY_NONE when there is no memory. */
uint32_t chy_statement_new(chy_statement_reader *reader, const chy_cue *cue, uint32_t cue_word,
                           uint32_t clause);
/* A statement of words [first, end), of the speaker of another, or CHY_NONE when there is no
 * memory. */
uint32_t chy_statement_go_on(chy_statement_reader *reader, uint32_t other, uint32_t first,
                             uint32_t end);
/* The word's lemma in lower case; an over-long one gives "". */
#define CHY_STATEMENT_LEMMA 40
const char *chy_lower_form(const char *text, char lower[CHY_STATEMENT_LEMMA]);
bool chy_form_is(const chy_word *word, const char *form);
bool chy_form_in(const chy_word *word, const char *const *forms, size_t count);
/* Whether a word is a noun for words that someone else said or wrote first: "proverb". */
bool chy_is_for_words(const chy_statement_reader *reader, uint32_t word);
const chy_argument *chy_argument_at(const chy_statement_reader *reader, uint32_t index);
/* The entity of a mention's head word, or CHY_NONE. */
uint32_t chy_entity_at(const chy_statement_reader *reader, uint32_t word);
uint32_t chy_child_of(const chy_statement_reader *reader, uint32_t word, chy_deprel deprel);
bool chy_is_punctuation(const chy_word *word);

/* ---- verbs.c, noun_cues.c, phrases.c: statements from cues ------------------------------ */
void chy_statements_of_verbs(chy_statement_reader *reader);
void chy_statement_of_noun(chy_statement_reader *reader, uint32_t clause);
/* "the rumour that the mine would close": a noun whose clause, if it has one, has no content. */
void chy_statement_of_noun_that(chy_statement_reader *reader, uint32_t noun, const chy_cue *cue);
void chy_statements_of_phrases(chy_statement_reader *reader);
/* The first argument of a clause in a role, or CHY_NONE; `after` continues the search. */
uint32_t chy_argument_in(const chy_statement_reader *reader, uint32_t clause, chy_role role,
                         uint32_t after);
bool chy_is_infinitive(const chy_statement_reader *reader, uint32_t word);
/* Whether a noun clause is a cue with content of its own, so that the verb above it is part of the
 * cue. */
bool chy_noun_has_content(const chy_statement_reader *reader, uint32_t clause);

/* ---- frames.c: "..., X said, ..." ------------------------------------------------------- */
/* Whether the word is a verb that bears tense. */
bool chy_is_finite(const chy_word *word);
/* Whether the clause's verb stands in a frame, with what belongs to it. */
bool chy_frame_find(const chy_statement_reader *reader, const chy_clause *clause,
                    const chy_cue *cue, chy_frame *frame);

/* ---- framed.c: what is said around a frame ---------------------------------------------- */
/* Makes the statement of a cue that stands in a frame; false where it does not. */
bool chy_statement_of_frame(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue);
/* "Her aides had warned her, | she joked, | that": leaves frames out of what is said around them.
 */
void chy_statements_leave_frames(chy_statement_reader *reader);
/* 'The chief quoted a proverb, she said: "..."': the proverb is the chief's, all of it hers. After
 * all contents are found. */
void chy_statements_broken_into(chy_statement_reader *reader);
/* "..., she said, adding that": the statement whose frame stands before such a participle, or
 * CHY_NONE. */
uint32_t chy_framed_before(const chy_statement_reader *reader, const chy_clause *clause);

/* Whether a verb of this kind lends its voice to a noun ("voiced the fear that"), not "denied the
 * claim that". */
bool chy_carries_words(const chy_cue *cue);

/* ---- nobody.c: what is given on nobody's word ------------------------------------------- */
/* "it emerged that", "it was put about by the palace that": the statement of such an "it". */
void chy_statement_of_news(chy_statement_reader *reader, uint32_t it);
/* "The palace let it be known that": the same news, of who spreads it. */
void chy_statement_of_spreader(chy_statement_reader *reader, uint32_t verb);
/* "word went round that", "the rumour was that": what a noun for news says beyond its verb. False
 * where it says nothing. */
bool chy_statement_of_news_noun(chy_statement_reader *reader, uint32_t noun, const chy_cue *cue);
/* Whether a noun that reports is what others tell while something is done ("fell amid rumours
 * that"), not what its subject holds or says ("on the assumption that", "in a statement that"). */
bool chy_is_background(const chy_statement_reader *reader, uint32_t noun, const chy_cue *cue);
/* "left to | shouts of", "amid chants of": what others call out meanwhile. */
bool chy_is_called_out(const chy_statement_reader *reader, uint32_t noun);

/* ---- objects.c: content that is an object or a phrase ----------------------------------- */
/* Widens [first, end) over the words at and below `word`. */
void chy_widen(chy_statement_reader *reader, uint32_t word, uint32_t *first, uint32_t *end);
/* Words [first, end) of the object and what belongs to it; false where there are none. */
bool chy_object_content(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue,
                        uint32_t *first, uint32_t *end);
/* "posted a couplet by the poet Hafez": words [first, end) of another that are passed on. */
bool chy_verse_content(chy_statement_reader *reader, uint32_t clause, uint32_t *first,
                       uint32_t *end);
/* The first of [first, end) that is content: the word a preposition is of, not the preposition. */
uint32_t chy_without_case(const chy_statement_reader *reader, uint32_t first, uint32_t end);
/* "the plan was described as rash". */
void chy_statement_of_passive(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue);
/* 'what it called "a spy ring"'. False where no quotation stands next to the verb. */
bool chy_statement_of_next_quote(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue);
/* Whether the word heads the mention of someone who acts. */
bool chy_acts(const chy_statement_reader *reader, uint32_t word);
/* The kind of a statement whose content has the head `said`, or CHY_NONE for an object. */
uint8_t chy_kind_said(const chy_statement_reader *reader, const chy_cue *cue, uint32_t said);

/* ---- deeds.c: verbs that report or do, and who gives a noun its words ------------------- */
bool chy_is_deed(const chy_statement_reader *reader, uint32_t clause, const chy_cue *cue);
/* Whether a verb that reports in one phrase alone stands in it: "put it", "the headline ran". */
bool chy_is_phrased(const chy_statement_reader *reader, uint32_t clause, const chy_cue *cue);
/* "declined to comment": no words; `said`: the infinitive, or CHY_NONE. */
bool chy_says_nothing(const chy_statement_reader *reader, const chy_cue *cue, uint32_t said);
/* "alleged ties", "is expected to rule", "wants to leave" (to want them to leave is a demand). */
bool chy_is_nobodys(const chy_statement_reader *reader, uint32_t clause, const chy_cue *cue);
/* Whether the verb's subject is given the words of someone else: "accepted an invitation to". */
bool chy_is_receiver(const chy_statement_reader *reader, uint32_t verb);
/* The subject that says the words of a noun, "ended the visit with a pledge to", or CHY_NONE. */
uint32_t chy_giver_of(const chy_statement_reader *reader, uint32_t noun);

/* ---- margins.c: where what is said ends ------------------------------------------------- */
/* Each takes words out of the subtree last marked. */
void chy_leave_trail(chy_statement_reader *reader, const chy_clause *clause, uint32_t said);
void chy_leave_time(chy_statement_reader *reader, const chy_clause *clause);
void chy_leave_reporters(chy_statement_reader *reader, uint32_t said);
/* "her aide, Anna Lund, | said | they talked": a subject of the cue that hangs on what is said. */
void chy_leave_subject(chy_statement_reader *reader, const chy_clause *clause, uint32_t said);
/* A speaker after the cue that is not its subject in the tree, or CHY_NONE. */
uint32_t chy_trail_speaker(const chy_statement_reader *reader, const chy_clause *clause);
/* The cue clause whose content a reporting participle was hung on, or CHY_NONE. */
uint32_t chy_reporter_above(const chy_statement_reader *reader, const chy_clause *clause);

/* ---- attach.c: quotations without a cue, words after a colon ---------------------------- */
void chy_statements_attach(chy_statement_reader *reader);
/* 'her memoir, "Salt and Iron",', 'at the premiere of "The Last Ferry"': a title, all of whose
 * longer words have capitals, behind the noun or preposition that it belongs to. */
bool chy_is_title(const chy_statement_reader *reader, const chy_quote *q);

/* ---- onward.c: speech of or behind the sentence before ---------------------------------- */
/* "This was disclosed by the envoy", "the news came from her": who told the sentence before. */
void chy_statement_of_told(chy_statement_reader *reader, uint32_t verb);
void chy_statements_go_on(chy_statement_reader *reader);

/* ---- speakers.c: who speaks, and to whom ------------------------------------------------ */
/* Lists the groups by their members. False when there is no memory. */
bool chy_groups_list(chy_statement_reader *reader);
void chy_statement_speaker(chy_statement_reader *reader, uint32_t draft);

/* ---- sources.c: what a noun for words, or a verb that cites, says of them --------------- */
/* Whether a word is a noun that stands for words which someone else said or wrote first. */
bool chy_names_words(const chy_statement_reader *reader, uint32_t word);
/* The phrase of a word as the origin. */
void chy_origin_set(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t word);
/* Whether a clause says where words come from: "quoting his father", "using a line of Rumi's". */
bool chy_cites(const chy_statement_reader *reader, uint32_t clause);
/* Each sets the origin and is true where it finds one: "a line from a song", "an old proverb"; */
bool chy_origin_of_noun(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t noun);
/* a clause that uses such a noun, "recalled a line from a song"; */
bool chy_origin_of_user(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t clause);
/* a clause that quotes what the words are of, "quoted an old film"; */
bool chy_origin_of_quoted(chy_statement_reader *reader, chy_statement_draft *draft,
                          uint32_t clause);
/* a clause whose phrase they are, "left with an old proverb", "drew on Rumi"; */
bool chy_origin_of_phrase(chy_statement_reader *reader, chy_statement_draft *draft,
                          uint32_t clause);
/* the root of a sentence about the words, "the line is | from a song", "was coined | by him"; */
bool chy_origin_of_predicate(chy_statement_reader *reader, chy_statement_draft *draft,
                             uint32_t root);
/* what hangs on the cue or its subject, "..., quoting his father". */
bool chy_origin_of_citing(chy_statement_reader *reader, chy_statement_draft *draft, uint32_t word);

/* ---- recited.c: words said after another ------------------------------------------------ */
/* "Recalled a Zulu proverb: ...", "turned to a maxim that has it that ...": the statement of a verb
 * that brings up a noun for words, with their origin. False where it does not. */
bool chy_statement_of_recital(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue);
/* "recalled a maxim, namely that | peace is justice |, and | said | that": whether the words of the
 * last recital, before a verb, were taken for what the verb says. */
bool chy_is_recited_before(const chy_statement_reader *reader, uint32_t clause, uint32_t word);
/* "quoted the minister as saying": false where it does not. */
bool chy_statement_of_quoted(chy_statement_reader *reader, uint32_t clause, const chy_cue *cue);

/* ---- papers.c: whose a paper's words are ------------------------------------------------ */
/* "A note by X said", "the ministry's website", "it" of such a note: the word that names whose the
 * paper is that is said to speak, or CHY_NONE. */
uint32_t chy_author_of_paper(const chy_statement_reader *reader, uint32_t word);
/* "read a statement declaring that": who read it, or CHY_NONE. */
uint32_t chy_reader_of_paper(const chy_statement_reader *reader, uint32_t word);
/* "..., the statement said": who said something in a statement shortly before. After all speakers.
 */
void chy_statement_paper(chy_statement_reader *reader, uint32_t draft);

/* ---- origins.c: where the words come from ----------------------------------------------- */
/* 'quoted Article 4, which says that "..."': gives who quotes the words. Before the speakers. */
void chy_statement_cited(chy_statement_reader *reader, uint32_t draft);
/* After the speakers of all statements. */
void chy_statement_origin(chy_statement_reader *reader, uint32_t draft);
/* "recalled this line": gives the words that stand further up. */
void chy_statement_anaphor(chy_statement_reader *reader, uint32_t draft);

#endif
