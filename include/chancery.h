/* chancery: reads news reports and writes the record: who did what to whom, when, where, and on
 * whose word.
 *
 * The simple way through:
 *
 *     chy_coder *coder;            // everything loaded; open once, share between threads
 *     chy_workspace *workspace;    // one thread's scratch
 *     chy_doc *doc;                // one report and everything read from it
 *     chy_coder_open(&parts, &coder, &error);
 *     chy_workspace_new(coder, &workspace, &error);
 *     chy_code(coder, workspace, &report, CHY_DEPTH_RECORD, &doc, &error);
 *     for (size_t i = 0; i < chy_doc_view(doc)->event_count; i++) ...
 *     chy_write(doc, CHY_FORMAT_JSON, &write_options, sink, context, &error);
 *     chy_doc_free(doc);
 *
 * The library reads no file, clock, environment or locale, starts no thread, never prints, exits or
 * aborts. Strings are UTF-8 and NUL-terminated. Offsets are half-open and count Unicode code points
 * of the report's text as given. Indexes count from 0; CHY_NONE stands for "no such thing".
 *
 * Arrays come as a pointer and a count beside it, named alike (`actors` [actor_count]); the pointer
 * of an empty one may be NULL. No string in a result is NULL unless its comment says so. Functions
 * that free take NULL. The name of a value outside its enumeration is "", of an entity's kind
 * "other", of an event's type "NONE": what a relation without a type has. Parameters `err` may be
 * NULL. */
#ifndef CHANCERY_H
#define CHANCERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CHY_VERSION "0.1.0"
/* An index that points at nothing. */
#define CHY_NONE UINT32_MAX
/* A byte position or line that is not known. */
#define CHY_NOWHERE SIZE_MAX

#if defined(__GNUC__)
#define CHY_MUST_USE __attribute__((warn_unused_result))
#else
#define CHY_MUST_USE
#endif

/* ---- Status and errors ------------------------------------------------------------------ */

/* Any call that returns one may also return CHY_ERROR_MEMORY. */
typedef enum chy_status {
    CHY_OK = 0,
    CHY_ERROR_MEMORY,   /* no memory */
    CHY_ERROR_ARGUMENT, /* the caller broke a rule stated here */
    CHY_ERROR_TEXT,     /* the report cannot be read: bad UTF-8, a NUL, a bad date */
    CHY_ERROR_LIMIT,    /* a stated limit is passed */
    CHY_ERROR_LEARNED,  /* the learned file is not one, or is damaged */
    CHY_ERROR_FACTS,    /* the facts file, or a facts table */
    CHY_ERROR_GRAMMAR,  /* a grammar file */
    CHY_ERROR_OUTPUT    /* the sink refused */
} chy_status;

/* Owned by the caller, written only on failure. */
typedef struct chy_error {
    chy_status code;
    /* Where in the input, in bytes from 0; CHY_NOWHERE if it has no place. */
    size_t byte;
    size_t line;   /* from 1; CHY_NOWHERE if it has none */
    size_t column; /* code points from 1; CHY_NOWHERE if it has none */
    /* What was being read: "text", a file's name, a section of the learned file. */
    char source[96];
    char message[320]; /* one sentence for a person */
} chy_error;

/* ---- Limits ----------------------------------------------------------------------------- */

#define CHY_LIMIT_TEXT_BYTES       (16u * 1024 * 1024) /* a longer report is refused */
#define CHY_LIMIT_SENTENCE_WORDS   256u /* a longer sentence is cut there, and the record says so */
#define CHY_LIMIT_SENTENCE_PIECES  510u /* likewise, in word pieces without [CLS] and [SEP] */
#define CHY_LIMIT_WORD_CODE_POINTS 256u /* a longer word is cut into words of this length */
/* Rows of a user's tables, each counted once for each of its forms: some 800 MB at most. */
#define CHY_LIMIT_TABLE_ROWS 1000000u

/* ---- Opening a coder -------------------------------------------------------------------- */

/* Everything loaded. Immutable; any number of threads may share it. */
typedef struct chy_coder chy_coder;
/* One thread's scratch memory: bounded by the encoder's window, not by the report. */
typedef struct chy_workspace chy_workspace;
/* One report and everything read from it, in one arena. One thread at a time. It borrows names from
 * its coder, which must outlive it. */
typedef struct chy_doc chy_doc;

/* The instruction set of the matrix products. All give the same bytes. */
typedef enum chy_isa {
    CHY_ISA_BEST = 0,
    CHY_ISA_PORTABLE,
    CHY_ISA_AVX2,
    CHY_ISA_AVX512_VNNI
} chy_isa;

/* One grammar file: its name, for messages and for the record, and its text. */
typedef struct chy_grammar_source {
    const char *name;
    const char *text;
    size_t size; /* bytes */
} chy_grammar_source;

/* What a user's table of facts is written in. docs/facts.md describes them. */
typedef enum chy_facts_form {
    CHY_FACTS_FORM_SNIFF = 0, /* by the ending of its name, else by its first lines */
    CHY_FACTS_FORM_TSV,       /* as in facts/ */
    CHY_FACTS_FORM_ACTORS,    /* actors of PETRARCH and TABARI */
    CHY_FACTS_FORM_AGENTS,    /* agents of PETRARCH */
    CHY_FACTS_FORM_COUNTRY_INFO,
    CHY_FACTS_FORM_OTHER, /* verbs, issues, discards and the like: not read */
    CHY_FACTS_FORM_COUNT
} chy_facts_form;
const char *chy_facts_form_name(chy_facts_form form); /* "actors" */

/* A table of the user's own. `name` is for messages and, without folders and its last ending, for
 * the record: "lists/ours.tsv" is "table:ours". */
typedef struct chy_facts_source {
    const char *name;
    const char *text; /* UTF-8 */
    size_t size;      /* bytes */
    chy_facts_form form;
    bool required; /* that it holds no row of use is an error: it was asked for by its own name */
} chy_facts_source;

/* Hears of a line of a user's table, with its place: `doubt` is false where it cannot be used, true
 * where it is taken and looks wrong. One bad line never ends the run. */
typedef void chy_facts_report(void *context, const chy_error *problem, bool doubt);

/* What a coder is made of. All is borrowed and must outlive the coder (mapped files). */
typedef struct chy_coder_parts {
    const void *learned; /* models/chancery-en.safetensors; at an address divisible by 4 */
    size_t learned_size; /* bytes */
    const void *facts;   /* the compiled facts file, at any address */
    size_t facts_size;   /* bytes */
    const chy_grammar_source *grammar; /* [grammar_count] later files win over earlier ones */
    size_t grammar_count;
    chy_isa isa; /* CHY_ISA_BEST: what the processor has */
    /* The user's own tables, which win over the facts; earlier ones over later. Compiled when the
     * coder is opened, and not needed afterwards. */
    const chy_facts_source *tables; /* [table_count] */
    size_t table_count;
    chy_facts_report *report; /* called while the coder is opened, for lines of tables; or NULL */
    void *report_context;
} chy_coder_parts;

/* Opens a coder: the caller's, to be freed by chy_coder_free after its documents and workspaces;
 * NULL on failure. CHY_ERROR_LEARNED, _FACTS, _GRAMMAR: the part that cannot be loaded, with the
 * place; CHY_ERROR_ARGUMENT: an instruction set this processor lacks, or no learned file or one at
 * an odd address; CHY_ERROR_LIMIT: the tables have more than CHY_LIMIT_TABLE_ROWS. */
CHY_MUST_USE chy_status chy_coder_open(const chy_coder_parts *parts, chy_coder **coder,
                                       chy_error *err);
void chy_coder_free(chy_coder *coder);

/* What made a record: shown by `chancery version` and in every record's `coder`. */
typedef struct chy_identity {
    const char *version; /* CHY_VERSION */
    /* e.g. "en-2026.11.1 3f2a...": version and 16 hexadecimal digits of its hash. */
    const char *model;
    const char *facts;           /* likewise */
    const char *grammar;         /* likewise */
    const char *instruction_set; /* "portable", "avx2", "avx512vnni" */
} chy_identity;
/* Lives as long as the coder. */
const chy_identity *chy_coder_identity(const chy_coder *coder);

/* Makes a workspace for this coder, to be used by one thread at a time and for any number of
 * reports. It is the caller's; NULL on failure. */
CHY_MUST_USE chy_status chy_workspace_new(const chy_coder *coder, chy_workspace **workspace,
                                          chy_error *err);
void chy_workspace_free(chy_workspace *workspace);
/* Bytes the workspace holds. */
size_t chy_workspace_size(const chy_workspace *workspace);

/* The stages of the way from text to record. */
typedef enum chy_stage {
    CHY_STAGE_TEXT,
    CHY_STAGE_TOKENS,
    CHY_STAGE_SYNTAX,
    CHY_STAGE_MENTIONS,
    CHY_STAGE_CLAUSES,
    CHY_STAGE_STATEMENTS,
    CHY_STAGE_EVENTS,
    CHY_STAGE_COUNT
} chy_stage;
const char *chy_stage_name(chy_stage stage); /* "syntax" */

/* Called by chy_code when a stage has ended, so that a caller with a clock can measure. */
typedef void chy_stage_hook(void *context, chy_stage stage);
/* Sets the workspace's hook; NULL for none. It is called on the thread of chy_code. */
void chy_workspace_watch(chy_workspace *workspace, chy_stage_hook *hook, void *context);

/* ---- A report in ------------------------------------------------------------------------ */

/* A word that the caller insists on (CoNLL-U input). */
typedef struct chy_given_word {
    const char *form; /* UTF-8, not empty */
    /* Code points of the text; words of one multi-word token may share a span. */
    uint32_t start, end;
    bool starts_sentence; /* the first one must */
} chy_given_word;

/* A report. Strings but `text` may be NULL where unknown. Borrowed during the call alone. */
typedef struct chy_report {
    const char *text; /* UTF-8; may begin with a byte-order mark; may hold CRLF */
    size_t text_size; /* bytes, at most CHY_LIMIT_TEXT_BYTES */
    const char *id;   /* anything that names the report */
    /* UTF-8; read as the headline unless the text begins with it or words are given. */
    const char *title;
    const char *url;
    const char *publisher;
    /* ISO 8601 date or date-time; relative dates are anchored to it. */
    const char *published;
    /* As `published`, of a report whose day is known only roughly, as the day it was fetched: read
     * where `published` is NULL or empty and no dateline has a whole date. */
    const char *published_else;
    /* BCP 47; only English ("en...") is read, others are CHY_ERROR_TEXT. */
    const char *language;
    /* What it says (place, date, agency) goes before what the dateline found in the text says. */
    const char *dateline;
    bool lenient; /* replace bytes that are not UTF-8 by U+FFFD rather than fail */
    const chy_given_word *given_words; /* [given_word_count] NULL: find sentences and words */
    size_t given_word_count;
} chy_report;

/* Whether a date or date-time may stand in chy_report.published: ISO 8601, a day that the calendar
 * has ("2024-05-06" or "20240506"), with or without a time of day and its zone. */
bool chy_published_valid(const char *published);

/* How far to read. To CHY_DEPTH_SYNTAX a dateline's words are words too, as in UD. */
typedef enum chy_depth {
    CHY_DEPTH_RECORD = 0, /* everything */
    CHY_DEPTH_SYNTAX /* words, tags, trees and name tags alone, as `chancery parse` prints them */
} chy_depth;

/* Reads a report. On success `*doc` is the caller's, to be freed by chy_doc_free; on failure it is
 * NULL. CHY_ERROR_TEXT: bad UTF-8 or a NUL, with its byte, line and column, or in title or
 * dateline; a language that is not read; a wrong `published` or `published_else`. CHY_ERROR_LIMIT:
 * text and title have more than CHY_LIMIT_TEXT_BYTES. CHY_ERROR_ARGUMENT: a size without text;
 * given words outside the text, out of order, or the first of which starts no sentence. */
CHY_MUST_USE chy_status chy_code(const chy_coder *coder, chy_workspace *workspace,
                                 const chy_report *report, chy_depth depth, chy_doc **doc,
                                 chy_error *err);
void chy_doc_free(chy_doc *doc);

/* ---- The words -------------------------------------------------------------------------- */

/* Offsets count a byte-order mark as one, CRLF as two. Those of a title go on behind the text: they
 * start at text_length + 1, though its words stand first. */
typedef struct chy_span {
    uint32_t start, end;
} chy_span;

/* Universal parts of speech (universaldependencies.org/u/pos). */
typedef enum chy_upos {
    CHY_UPOS_ADJ,
    CHY_UPOS_ADP,
    CHY_UPOS_ADV,
    CHY_UPOS_AUX,
    CHY_UPOS_CCONJ,
    CHY_UPOS_DET,
    CHY_UPOS_INTJ,
    CHY_UPOS_NOUN,
    CHY_UPOS_NUM,
    CHY_UPOS_PART,
    CHY_UPOS_PRON,
    CHY_UPOS_PROPN,
    CHY_UPOS_PUNCT,
    CHY_UPOS_SCONJ,
    CHY_UPOS_SYM,
    CHY_UPOS_VERB,
    CHY_UPOS_X,
    CHY_UPOS_COUNT
} chy_upos;
const char *chy_upos_name(chy_upos upos);

/* Universal relations with the subtypes English treebanks use (universaldependencies.org/en/dep) */
typedef enum chy_deprel {
    CHY_DEPREL_ACL,
    CHY_DEPREL_ACL_RELCL,
    CHY_DEPREL_ADVCL,
    CHY_DEPREL_ADVCL_RELCL,
    CHY_DEPREL_ADVMOD,
    CHY_DEPREL_AMOD,
    CHY_DEPREL_APPOS,
    CHY_DEPREL_AUX,
    CHY_DEPREL_AUX_PASS,
    CHY_DEPREL_CASE,
    CHY_DEPREL_CC,
    CHY_DEPREL_CC_PRECONJ,
    CHY_DEPREL_CCOMP,
    CHY_DEPREL_COMPOUND,
    CHY_DEPREL_COMPOUND_PRT,
    CHY_DEPREL_CONJ,
    CHY_DEPREL_COP,
    CHY_DEPREL_CSUBJ,
    CHY_DEPREL_CSUBJ_OUTER,
    CHY_DEPREL_CSUBJ_PASS,
    CHY_DEPREL_DEP,
    CHY_DEPREL_DET,
    CHY_DEPREL_DET_PREDET,
    CHY_DEPREL_DISCOURSE,
    CHY_DEPREL_DISLOCATED,
    CHY_DEPREL_EXPL,
    CHY_DEPREL_FIXED,
    CHY_DEPREL_FLAT,
    CHY_DEPREL_GOESWITH,
    CHY_DEPREL_IOBJ,
    CHY_DEPREL_LIST,
    CHY_DEPREL_MARK,
    CHY_DEPREL_NMOD,
    CHY_DEPREL_NMOD_DESC,
    CHY_DEPREL_NMOD_POSS,
    CHY_DEPREL_NMOD_UNMARKED,
    CHY_DEPREL_NSUBJ,
    CHY_DEPREL_NSUBJ_OUTER,
    CHY_DEPREL_NSUBJ_PASS,
    CHY_DEPREL_NUMMOD,
    CHY_DEPREL_OBJ,
    CHY_DEPREL_OBL,
    CHY_DEPREL_OBL_AGENT,
    CHY_DEPREL_OBL_UNMARKED,
    CHY_DEPREL_ORPHAN,
    CHY_DEPREL_PARATAXIS,
    CHY_DEPREL_PUNCT,
    CHY_DEPREL_REPARANDUM,
    CHY_DEPREL_ROOT,
    CHY_DEPREL_VOCATIVE,
    CHY_DEPREL_XCOMP,
    CHY_DEPREL_COUNT
} chy_deprel;
const char *chy_deprel_name(chy_deprel deprel); /* "nsubj:pass" */

/* Morphological features the coder itself looks at, as bits. */
enum {
    CHY_FEAT_PLURAL = 1 << 0,        /* Number=Plur */
    CHY_FEAT_SINGULAR = 1 << 1,      /* Number=Sing */
    CHY_FEAT_PAST = 1 << 2,          /* Tense=Past */
    CHY_FEAT_PRESENT = 1 << 3,       /* Tense=Pres */
    CHY_FEAT_FINITE = 1 << 4,        /* VerbForm=Fin */
    CHY_FEAT_INFINITIVE = 1 << 5,    /* VerbForm=Inf */
    CHY_FEAT_PARTICIPLE = 1 << 6,    /* VerbForm=Part */
    CHY_FEAT_GERUND = 1 << 7,        /* VerbForm=Ger */
    CHY_FEAT_PASSIVE = 1 << 8,       /* Voice=Pass */
    CHY_FEAT_IMPERATIVE = 1 << 9,    /* Mood=Imp */
    CHY_FEAT_NEGATIVE = 1 << 10,     /* Polarity=Neg or PronType=Neg */
    CHY_FEAT_POSSESSIVE = 1 << 11,   /* Poss=Yes */
    CHY_FEAT_REFLEXIVE = 1 << 12,    /* Reflex=Yes */
    CHY_FEAT_RELATIVE = 1 << 13,     /* PronType=Rel */
    CHY_FEAT_DEFINITE = 1 << 14,     /* Definite=Def */
    CHY_FEAT_FIRST = 1 << 15,        /* Person=1 */
    CHY_FEAT_SECOND = 1 << 16,       /* Person=2 */
    CHY_FEAT_THIRD = 1 << 17,        /* Person=3 */
    CHY_FEAT_MASCULINE = 1 << 18,    /* Gender=Masc */
    CHY_FEAT_FEMININE = 1 << 19,     /* Gender=Fem */
    CHY_FEAT_NEUTER = 1 << 20,       /* Gender=Neut */
    CHY_FEAT_INTERROGATIVE = 1 << 21 /* PronType=Int */
};

/* A syntactic word. Words of all sentences stand in one array, in text order. */
typedef struct chy_word {
    /* Of its characters; words of one multi-word token share its characters out. */
    chy_span span;
    /* As UD writes it; the text's own characters but for given words. */
    const char *form;
    const char *lemma;
    const char *xpos;   /* Penn tag */
    const char *feats;  /* "Number=Sing|Person=3", "_" for none */
    uint32_t feat_bits; /* CHY_FEAT_... */
    /* Index of the head word in the document's words; CHY_NONE for a root. */
    uint32_t head;
    uint32_t sentence; /* index of its sentence */
    uint8_t upos;      /* chy_upos */
    uint8_t deprel;    /* chy_deprel */
    uint8_t name_tag;  /* chy_name_tag */
    bool space_after;  /* false: the next word follows without white space */
    /* > 0 on the first word of a multi-word token: how many words it has. */
    uint8_t multiword;
} chy_word;

/* What the tagger took a word for, as the first (B) or a further (I) word of a name. */
typedef enum chy_name_tag {
    CHY_NAME_O = 0,
    CHY_NAME_B_PER,
    CHY_NAME_I_PER,
    CHY_NAME_B_ORG,
    CHY_NAME_I_ORG,
    CHY_NAME_B_LOC,
    CHY_NAME_I_LOC,
    CHY_NAME_B_OTH,
    CHY_NAME_I_OTH
} chy_name_tag;
const char *chy_name_tag_name(chy_name_tag tag);

typedef enum chy_part { CHY_PART_BODY = 0, CHY_PART_HEADLINE } chy_part;

typedef struct chy_sentence {
    chy_span span;
    uint32_t first_word, word_count; /* words [first_word, first_word + word_count) */
    uint32_t paragraph;              /* from 0 */
    uint8_t part;                    /* chy_part */
    bool cut;                        /* ended at a limit, not at its own end */
} chy_sentence;

/* "BEIJING, May 16 (Agency) --": not part of any sentence. Spans of what was given beside the text,
 * not found in it, are empty. */
typedef struct chy_dateline {
    chy_span span;  /* empty where there is none */
    chy_span place; /* empty where it names none */
    chy_span agency;
    /* ISO 8601, possibly without the year ("--05-16" as XXXX-05-16); NULL: none. */
    const char *date;
    const char *text; /* its characters; "" where there is none */
} chy_dateline;

/* ---- Who -------------------------------------------------------------------------------- */

typedef enum chy_entity_kind {
    CHY_ENTITY_PERSON,
    CHY_ENTITY_ORGANISATION,
    CHY_ENTITY_COUNTRY,
    CHY_ENTITY_PLACE,
    CHY_ENTITY_ARMED_GROUP,
    CHY_ENTITY_GROUP, /* a people, "residents", "the two presidents", "the West" */
    CHY_ENTITY_OTHER, /* other names: a song, a law, a ship */
    CHY_ENTITY_KIND_COUNT
} chy_entity_kind;
const char *chy_entity_kind_name(chy_entity_kind kind);

/* PLOVER's sectors, most frequent first, as bits (1 << sector). */
typedef enum chy_sector {
    CHY_SECTOR_GOV,
    CHY_SECTOR_MIL,
    CHY_SECTOR_REB,
    CHY_SECTOR_COP,
    CHY_SECTOR_JUD,
    CHY_SECTOR_LEG,
    CHY_SECTOR_PTY,
    CHY_SECTOR_OPP,
    CHY_SECTOR_SPY,
    CHY_SECTOR_PRM,
    CHY_SECTOR_UAF,
    CHY_SECTOR_UNK,
    CHY_SECTOR_CVL,
    CHY_SECTOR_AGR,
    CHY_SECTOR_BUS,
    CHY_SECTOR_CRM,
    CHY_SECTOR_EDU,
    CHY_SECTOR_ELI,
    CHY_SECTOR_JRN,
    CHY_SECTOR_LAB,
    CHY_SECTOR_MED,
    CHY_SECTOR_REF,
    CHY_SECTOR_PRE,
    CHY_SECTOR_REL,
    CHY_SECTOR_SOC,
    CHY_SECTOR_IGO,
    CHY_SECTOR_NGO,
    CHY_SECTOR_COUNT
} chy_sector;
const char *chy_sector_name(chy_sector sector);

/* An office held on the report's date. */
typedef struct chy_office {
    const char *title;   /* "foreign minister" */
    const char *country; /* alpha-3 or organisation's code; "" unknown */
    const char *from;    /* ISO 8601 date, month or year, or "" */
    const char *to;      /* likewise; "" open or unknown */
    const char *source;  /* "table:offices", "words" */
} chy_office;

/* Where, in GeoNames terms. */
typedef struct chy_place {
    const char *name;
    const char *country;        /* alpha-3 or "" */
    const char *admin1;         /* name of the first-order division, or "" */
    double latitude, longitude; /* degrees north and east (WGS 84); NaN where not known */
    const char *geonames;       /* id or "" */
    const char *feature;        /* GeoNames feature code, e.g. "PPLC", or "" */
} chy_place;

/* The row of a table that an entity's country and sectors come from. */
typedef struct chy_coding {
    const char *form; /* the name as the table writes it: "Vladimir Putin" */
    const char *code; /* the code of a user's dictionary: "RUSGOV"; "" for other tables */
    const char *from; /* ISO 8601 date, year or "" */
    const char *to;
    const char *source; /* "table:offices" */
} chy_coding;

typedef enum chy_mention_kind {
    CHY_MENTION_NAME,
    CHY_MENTION_DESCRIPTION,
    CHY_MENTION_PRONOUN
} chy_mention_kind;
typedef enum chy_reading {
    CHY_READING_NONE,
    CHY_READING_LITERAL,
    CHY_READING_METONYMIC
} chy_reading;

/* Words that stand for an entity. */
typedef struct chy_mention {
    chy_span span;
    uint32_t first_word, end_word; /* words [first_word, end_word) */
    uint32_t head_word;
    uint32_t entity; /* index */
    uint8_t kind;    /* chy_mention_kind */
    uint8_t reading; /* chy_reading: where the words name a place */
} chy_mention;

/* Who or what mentions stand for: one of them, or several that speak of the same. */
typedef struct chy_entity {
    uint8_t kind;        /* chy_entity_kind */
    const char *name;    /* its fullest name, or the words that describe it */
    const char *country; /* ISO 3166-1 alpha-3, or IGO UNO EUR NGO ISM IMG MNC, or "" */
    uint32_t sectors;    /* bits 1 << chy_sector */
    const char *role;    /* what the words call it: "spokesman", "" if nothing */
    const chy_office *offices;
    uint32_t office_count;
    const char *wikidata; /* "Q..." or "" */
    const char *geonames; /* or "" */
    /* Of a place or country, kept also where it acts; NULL otherwise. */
    const chy_place *place;
    const uint32_t *mentions; /* indexes, in text order */
    uint32_t mention_count;
    /* Entities, where it is a group whose members are named, or a party of several nations: then
     * each nation's share ("Chadian troops"), which has no mention of its own. */
    const uint32_t *members;
    uint32_t member_count;
    /* Where country and sector come from: "table:offices", "words", "coreference", "context"
     * (the country that the report is about or comes from), "". */
    const char *evidence;
    const chy_coding *coding; /* where that is a table; NULL otherwise */
} chy_entity;

/* ---- When ------------------------------------------------------------------------------- */

typedef enum chy_time_type {
    CHY_TIME_DATE,
    CHY_TIME_TIME,
    CHY_TIME_DURATION,
    CHY_TIME_SET
} chy_time_type;

/* An expression of time. */
typedef struct chy_time {
    chy_span span;
    uint32_t first_word, end_word; /* words [first_word, end_word) */
    uint8_t type;                  /* chy_time_type */
    /* TIMEX3 value: "2026-05-16", "PT2H30M", "P1W", "2026-W20", "1940" as "194X" for a decade. */
    const char *value;
    bool anchored; /* relative in the text, resolved against the report's date */
} chy_time;

/* ---- On whose word ---------------------------------------------------------------------- */

typedef enum chy_statement_kind {
    CHY_STATEMENT_SAY,
    CHY_STATEMENT_PROMISE,
    CHY_STATEMENT_DEMAND,
    CHY_STATEMENT_DENY,
    CHY_STATEMENT_PRAISE,
    CHY_STATEMENT_ACCUSE,
    CHY_STATEMENT_ASK,
    CHY_STATEMENT_WARN,
    CHY_STATEMENT_BELIEVE,
    CHY_STATEMENT_ANNOUNCE,
    CHY_STATEMENT_KIND_COUNT
} chy_statement_kind;
const char *chy_statement_kind_name(chy_statement_kind kind);

typedef enum chy_directness { CHY_INDIRECT, CHY_DIRECT, CHY_MIXED } chy_directness;

/* Words that the report lays in somebody's mouth; docs/record.md says which. */
typedef struct chy_statement {
    uint32_t speaker;         /* entity; CHY_NONE where the text names none */
    chy_span speaker_span;    /* "her aide, Anna Lund"; empty where it names none */
    uint32_t speaker_mention; /* or CHY_NONE */
    uint32_t addressee;       /* entity or CHY_NONE */
    const chy_span *cues; /* the words that report: "said", "according to"; none where it goes on */
    uint32_t cue_count;
    const chy_span *contents; /* in text order */
    uint32_t content_count;
    uint8_t directness; /* chy_directness */
    uint8_t kind;       /* chy_statement_kind */
    /* Where its words are themselves quoted from; empty where nothing says. */
    chy_span origin;
    uint32_t parent;   /* the statement it stands inside, or CHY_NONE */
    uint32_t cue_word; /* head word of the (first) cue, or CHY_NONE */
} chy_statement;

/* ---- What ------------------------------------------------------------------------------- */

typedef enum chy_event_type {
    CHY_AGREE,
    CHY_CONSULT,
    CHY_SUPPORT,
    CHY_CONCEDE,
    CHY_COOPERATE,
    CHY_AID,
    CHY_RETREAT,
    CHY_REQUEST,
    CHY_ACCUSE,
    CHY_REJECT,
    CHY_THREATEN,
    CHY_PROTEST,
    CHY_SANCTION,
    CHY_MOBILIZE,
    CHY_COERCE,
    CHY_ASSAULT,
    CHY_EVENT_TYPE_COUNT
} chy_event_type;
const char *chy_event_type_name(chy_event_type type); /* "CONSULT" */

typedef enum chy_event_status {
    CHY_ASSERTED,
    CHY_FUTURE,
    CHY_HYPOTHETICAL,
    CHY_NEGATED,
    CHY_HISTORICAL,
    CHY_EVENT_STATUS_COUNT
} chy_event_status;
const char *chy_event_status_name(chy_event_status status);

/* A party to an event. */
typedef struct chy_party {
    uint32_t entity;
    uint32_t mention; /* the mention read, or CHY_NONE where it was inferred */
    chy_span span;    /* its words */
} chy_party;

/* What a meeting or statement was about. */
typedef struct chy_topic {
    uint32_t entity; /* or CHY_NONE */
    chy_span span;
} chy_topic;

typedef struct chy_context {
    const char *name; /* PLOVER's: "military" */
    chy_span span;    /* the words that gave it */
} chy_context;

typedef enum chy_count_kind {
    CHY_COUNT_DEAD,
    CHY_COUNT_INJURED,
    CHY_COUNT_ARRESTED,
    CHY_COUNT_DISPLACED,
    CHY_COUNT_PARTICIPANTS,
    CHY_COUNT_MONEY,
    CHY_COUNT_KIND_COUNT
} chy_count_kind;
const char *chy_count_kind_name(chy_count_kind kind);

/* How many people, or how much money. */
typedef struct chy_count {
    uint8_t kind; /* chy_count_kind */
    /* What the words say, and the least and most that they allow: "at least 40" is 40, 40,
     * infinity. */
    double value, low, high;
    const char *unit; /* ISO 4217 for money, "" otherwise */
    chy_span span;
    uint32_t reported_by; /* statement or CHY_NONE */
} chy_count;

/* The words one telling of an event was read from. */
typedef struct chy_evidence {
    chy_span sentence;
    chy_span trigger;          /* the predicate's words, in the sentence */
    const chy_span *arguments; /* the parties' words */
    uint32_t argument_count;
    const char *rule;     /* "CONSULT/meet" */
    uint32_t clause_word; /* word index of the trigger's head */
} chy_evidence;

/* Who did what to whom, however often the report tells it. */
typedef struct chy_event {
    uint8_t type;   /* chy_event_type */
    uint8_t status; /* chy_event_status */
    uint8_t quad;   /* 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict */
    bool complete;  /* has an actor, and a recipient where the type requires one */
    bool mutual;    /* its actors act on each other: "clashed", "met" */
    const char *const *modes; /* PLOVER's: "visit" */
    uint32_t mode_count;
    const char *cameo;   /* "040", or "" */
    double goldstein;    /* of the CAMEO code: -10 to 10, from conflict to cooperation */
    double plover_score; /* of the strongest mode, else of the type; likewise */
    const chy_party *actors;
    uint32_t actor_count;
    const chy_party *recipients;
    uint32_t recipient_count;
    uint32_t place;             /* entity or CHY_NONE */
    const char *place_evidence; /* "clause", "sentence", "context", "dateline", "" */
    const char *date;           /* ISO 8601 value or "" */
    /* "day", "week", "month", "season", "quarter", "half-year", "year", "decade", "century",
     * "range", "" */
    const char *date_precision;
    /* Empty where the date is the dateline's or the publication's. */
    chy_span date_span;
    /* "clause", "sentence", "context", "dateline", "published", "" */
    const char *date_evidence;
    const char *duration;        /* ISO 8601 or "" */
    const uint32_t *reported_by; /* indexes of statements */
    uint32_t reported_by_count;
    const chy_topic *topics;
    uint32_t topic_count;
    const chy_context *contexts;
    uint32_t context_count;
    const chy_count *counts;
    uint32_t count_count;
    const chy_evidence *evidence; /* at least one */
    uint32_t evidence_count;
    double confidence; /* 0 to 1, not calibrated */
} chy_event;

/* Everything read from a report. Arrays belong to the document. */
typedef struct chy_doc_content {
    /* As given but without a byte-order mark, bad bytes replaced; UTF-8. Without the title. */
    const char *text;
    size_t text_size;     /* bytes */
    uint32_t text_length; /* code points, the byte-order mark counted */
    chy_report report;    /* its strings copied; text and given_words NULL */
    chy_dateline dateline;
    const chy_word *words;
    uint32_t word_count;
    const chy_sentence *sentences;
    uint32_t sentence_count;
    const chy_mention *mentions;
    uint32_t mention_count;
    const chy_entity *entities;
    uint32_t entity_count;
    const chy_time *times;
    uint32_t time_count;
    const chy_statement *statements;
    uint32_t statement_count;
    const chy_event *events;
    uint32_t event_count;
    /* What a reader should know: "sentence 3 was cut at 256 words". */
    const char *const *warnings;
    uint32_t warning_count;
} chy_doc_content;
/* Lives as long as the document. */
const chy_doc_content *chy_doc_view(const chy_doc *doc);

/* ---- The record out --------------------------------------------------------------------- */

typedef enum chy_format {
    CHY_FORMAT_JSON,   /* one object on one line, as docs/record.schema.json describes */
    CHY_FORMAT_PRETTY, /* the same, indented */
    CHY_FORMAT_SHOW,   /* for people */
    /* For people: tree, mentions, clauses, matches, why each event was or was not coded. */
    CHY_FORMAT_EXPLAIN,
    CHY_FORMAT_CAMEO,  /* TSV, an event a line */
    CHY_FORMAT_PLOVER, /* TSV, an event a line */
    CHY_FORMAT_CONLLU
} chy_format;

typedef struct chy_write_options {
    bool text;      /* JSON: with the report's text */
    bool colour;    /* show, explain: ANSI colours */
    uint32_t width; /* show, explain: columns, at least 40; 0 for 80 */
} chy_write_options;

/* Receives output in pieces of `size` bytes, on the caller's thread; returns false to stop. */
typedef bool chy_sink(void *context, const char *data, size_t size);

/* Writes the record. `options` NULL: all false and 0. CHY_ERROR_ARGUMENT: a format that needs the
 * whole record, of a document read to CHY_DEPTH_SYNTAX; CHY_ERROR_OUTPUT when the sink refused. */
CHY_MUST_USE chy_status chy_write(const chy_doc *doc, chy_format format,
                                  const chy_write_options *options, chy_sink *sink, void *context,
                                  chy_error *err);
/* Writes the header line of a TSV format; nothing for the others. CHY_ERROR_OUTPUT. */
CHY_MUST_USE chy_status chy_write_header(chy_format format, chy_sink *sink, void *context,
                                         chy_error *err);

/* ---- What stands between two marked parties --------------------------------------------- */

typedef struct chy_relation {
    uint8_t type;      /* chy_event_type; CHY_EVENT_TYPE_COUNT: nothing relates them */
    const char *mode;  /* "" for none */
    uint8_t quad;      /* 0 where type is none */
    const char *cameo; /* "" for none */
    uint8_t status;    /* chy_event_status */
    double confidence; /* 0 to 1, not calibrated */
} chy_relation;

/* The event by which the words of span `actor` act on those of span `recipient` in a document coded
 * to CHY_DEPTH_RECORD. One of the two spans may be empty: then the other alone decides.
 * CHY_ERROR_ARGUMENT: a span outside text and title, both empty, or a document read to a smaller
 * depth. */
CHY_MUST_USE chy_status chy_relate(const chy_doc *doc, chy_span actor, chy_span recipient,
                                   chy_relation *relation, chy_error *err);

/* ---- Facts ------------------------------------------------------------------------------ */

/* Kinds of rows: 0 "country", ... CHY_FACTS_KINDS - 1 "actor". */
#define CHY_FACTS_KINDS 15u
const char *chy_facts_kind_name(unsigned kind);

/* What was read of a table. */
typedef struct chy_facts_tally {
    chy_facts_form form; /* what it was read as */
    uint32_t rows;
    uint32_t forms; /* names and nouns, each counted once for each of its rows */
    uint32_t by_kind[CHY_FACTS_KINDS];
} chy_facts_tally;

/* Reads tables as a coder would, over the compiled facts file `facts`, and reports what is wrong
 * with them: lines that cannot be used, and as doubts what is unknown to chancery, can hardly be
 * found in a text, stands twice, or has two codes for the same days. `tallies` [table_count] may be
 * NULL. CHY_ERROR_FACTS: a line or table cannot be used, or `facts` is none; CHY_ERROR_LIMIT as for
 * chy_coder_open. */
CHY_MUST_USE chy_status chy_facts_check(const void *facts, size_t facts_size,
                                        const chy_facts_source *tables, size_t table_count,
                                        chy_facts_tally *tallies, chy_facts_report *report,
                                        void *context, chy_error *err);

/* How a row stands to a day. */
typedef enum chy_facts_time {
    CHY_FACTS_ALWAYS, /* it has no dates, or no day was asked for */
    CHY_FACTS_BEFORE, /* not yet begun */
    CHY_FACTS_HELD,
    CHY_FACTS_LIKELY, /* no end is known, and the day is after the row was last seen to be true */
    CHY_FACTS_OVER
} chy_facts_time;

/* A row that a name leads to. Strings live until the sink returns. */
typedef struct chy_facts_row {
    const char *kind;    /* "person" */
    const char *form;    /* the name as the table writes it */
    const char *name;    /* the row's first name */
    const char *country; /* as in chy_entity */
    uint32_t sectors;
    const char *role; /* "foreign minister", or the code of a dictionary: "RUSGOV" */
    const char *from; /* ISO 8601, "" unknown */
    const char *to;
    const char *wikidata; /* or "" */
    const char *geonames;
    const char *source; /* "table:offices" */
    bool own;           /* of the user's tables */
    chy_facts_time time;
} chy_facts_row;
typedef void chy_facts_row_sink(void *context, const chy_facts_row *row);

/* Calls `sink` for the rows of a name of a country, body, group, person or place: without regard to
 * case and accents, forms written just so first, the user's before ours. `date` (ISO 8601 day, or
 * NULL) decides `time`. Returns CHY_OK also where there is none; CHY_ERROR_ARGUMENT: a wrong date.
 */
CHY_MUST_USE chy_status chy_facts_who(const chy_coder *coder, const char *name, const char *date,
                                      chy_facts_row_sink *sink, void *context, chy_error *err);
typedef void chy_facts_name_sink(void *context, const char *name);
/* Calls `sink` for names that differ from this one by a letter or few, the nearest first, at most
 * eight. */
void chy_facts_near(const chy_coder *coder, const char *name, chy_facts_name_sink *sink,
                    void *context);

/* ---- Grammar ---------------------------------------------------------------------------- */

/* Hears of what is wrong in a grammar file; `problem` lives until it returns. */
typedef void chy_grammar_report(void *context, const chy_error *problem);

/* Checks one grammar file: its form, and (when `coder` is not NULL) that its examples are coded as
 * they say and its counter-examples are not. It takes the place of the coder's file of its name,
 * folders left out, and may use the shared sets of the others. Calls `report` (NULL: nothing) once
 * for each mistake, with line and column. CHY_ERROR_GRAMMAR where there was one. */
CHY_MUST_USE chy_status chy_grammar_check(const chy_coder *coder, const chy_grammar_source *source,
                                          chy_grammar_report *report, void *context,
                                          chy_error *err);

#ifdef __cplusplus
}
#endif
#endif
