/* The state of reading mentions: drafts of mentions, and the characters that they turn out to be.
 * Inside the module. */
#ifndef CHY_MENTIONS_CAST_H
#define CHY_MENTIONS_CAST_H

#include "mentions/mentions.h"
#include "mentions/times.h"
#include "mentions/words.h"

/* What the words of a mention say, beside names and codes. */
enum {
    CHY_SAYS_FORMER = 1 << 0,        /* former, ex-, late, then */
    CHY_SAYS_ACTING = 1 << 1,        /* acting, interim */
    CHY_SAYS_DESIGNATE = 1 << 2,     /* -designate, -elect, incoming */
    CHY_SAYS_SELF_DECLARED = 1 << 3, /* self-declared, self-styled */
    CHY_SAYS_DEFINITE = 1 << 4,      /* the, this, that, a possessor */
    CHY_SAYS_INDEFINITE = 1 << 5,    /* a, an, another, some, no article in the plural */
    CHY_SAYS_HUMAN = 1 << 6,         /* a person or persons */
    CHY_SAYS_BODY = 1 << 7,          /* an organisation's common noun */
    CHY_SAYS_COUNTRY = 1 << 8,       /* "the country", "both nations" */
    CHY_SAYS_PLACE = 1 << 9,         /* "the city" */
    CHY_SAYS_SIDE = 1 << 10,         /* "both sides", "the parties": any kind of party */
    CHY_SAYS_PEOPLE = 1 << 11,       /* residents, civilians */
    CHY_SAYS_TITLE = 1 << 12,        /* stands before the name it belongs to */
    CHY_SAYS_ADJECTIVE = 1 << 13,    /* a nationality adjective: "Kenyan" */
    CHY_SAYS_OTHER = 1 << 14,        /* "another", "other": not one already named */
    CHY_SAYS_PREDICATE = 1 << 15,    /* "is a lawmaker" */
    CHY_SAYS_POSSESSED = 1 << 16,    /* has a possessor: "Peru's minister", "his minister" */
    CHY_SAYS_COORDINATED = 1 << 17,  /* a group made of conjuncts: "Chad and Niger" */
    CHY_SAYS_MIXED = 1 << 19,        /* of several countries: "Chadian and Sudanese officials" */
    CHY_SAYS_THING = 1 << 20,        /* no party: kept only where it is told again */
    CHY_SAYS_LOOSE = 1 << 18 /* a role so general that it names anyone: "leader", "official" */
};

/* What a mention says of who it is; also what is known of a character. */
typedef struct chy_profile {
    uint8_t kind;   /* chy_entity_kind, CHY_ENTITY_KIND_COUNT unknown */
    uint8_t number; /* 0 unknown, 1 one, 2 several */
    char gender;    /* 'm', 'f', 'n', 0 unknown */
    uint8_t count;  /* "two presidents": 2; 0 not said */
    uint32_t flags; /* CHY_SAYS_... */
    uint32_t sectors;
    const char *country;
    const char *role;       /* "foreign minister" */
    const char *role_class; /* of the lexicon */
    const char *table;      /* "table:agents" where the role is of a table of the user's, or NULL */
} chy_profile;

/* What the mentions joined by syntax say together, kept at their first. */
typedef struct chy_unit_says {
    const char *country;
    char gender;
    uint32_t name; /* a person's name among them, or CHY_NONE */
} chy_unit_says;

typedef struct chy_draft {
    uint32_t first, end, head;     /* words */
    uint32_t core_first, core_end; /* of a description: its role phrase, "Secretary of State" */
    uint8_t kind;                  /* chy_mention_kind */
    uint8_t reading;               /* chy_reading */
    uint8_t name_type; /* chy_name_tag of the tagger's B-tag, O where the lexicon found it */
    char given; /* the gender that a name of one word suggests: "Maria" or, perhaps, a surname */
    bool has_fact;
    bool nested;   /* a name inside a larger name */
    bool of_scene; /* its country is the one that its sentence is set in */
    bool dropped;  /* part of an office ("Secretary of State"): no mention */
    chy_profile says;
    chy_fact fact; /* the best row of its name */
    bool coded;    /* a row of the user's tables codes it on the report's day: */
    chy_fact code;
    uint32_t unit; /* parent in the union of mentions joined by syntax */
    chy_unit_says unit_says;
    uint32_t next; /* the next one of its character, in text order; CHY_NONE at the end */
    uint32_t character;
} chy_draft;

#define CHY_ROLES_KEPT   6
#define CHY_OFFICES_KEPT 8
#define CHY_MEMBERS_MOST 16

/* Somebody or something spoken of: what becomes an entity. */
typedef struct chy_character {
    chy_profile is;
    uint32_t first_draft, last_draft; /* chained by chy_draft.next */
    uint32_t name_draft;              /* the fullest name, or CHY_NONE */
    const char *other_country;        /* of its counterpart, and so not its own; "" unknown */
    const char *presumed_country; /* of one in power whom no words give one (leaders.c), or "" */
    const char *roles[CHY_ROLES_KEPT];
    uint32_t role_count;
    chy_fact row; /* the lexicon's row of the name: body, country, place or person */
    bool has_row;
    uint32_t code_draft; /* whose code wins over words and tables, or CHY_NONE */
    chy_fact offices[CHY_OFFICES_KEPT];
    uint32_t office_count;
    bool by_calling;   /* the sectors are those of "a lawyer", which an office takes the place of */
    bool from_context; /* the country is the one that the whole report is about */
    bool words_country, words_sectors; /* the words gave them, not a table */
    const char *agent_table;           /* of the user's, that has the noun that gave sectors */
    uint32_t told;                     /* how often it was mentioned so far */
    uint32_t recent_word;              /* head of the last mention */
    uint32_t recent_sentence;
    uint32_t members[CHY_MEMBERS_MOST];
    uint32_t member_count;
    bool joint_speaker; /* a group that speaks, told by its members alone: "Chad and Niger said" */
    /* Of a nation's share in a joint party ("Indian and Pakistani troops"), which no words name by
     * themselves: the party's words and those of the nation. CHY_NONE otherwise. */
    uint32_t joint_draft, nation_draft;
} chy_character;

/* Countries of one report that are told apart. */
#define CHY_COUNTRIES_MOST 24u

/* How often the names of a report speak of a country. */
typedef struct chy_country_count {
    const char *code;
    uint32_t names;
    uint32_t grounds; /* of them those that no state abroad would have: places, peoples, bodies */
} chy_country_count;

/* The countries whose own a report's parties may be, "" for none. */
typedef struct chy_report_countries {
    const char *state;    /* of "the army", "the minister" */
    const char *officers; /* of named holders of an office alone, where two countries are told of */
    const char *people;   /* of police, courts, unions, protesters, gunmen */
    const char *local;    /* the dateline's, where it is told of: of what opens a sentence */
    const char *silent;   /* the same, told of often: where a paragraph names no country */
    const char *most;     /* in which far most of the places lie that it names */
} chy_report_countries;

/* A place of the dateline: two are told of "KYIV/WARSAW". */
typedef struct chy_dateline_town {
    chy_slice words; /* with what it lies in: "Quito, Ecuador"; empty where there are none */
    chy_fact row;    /* what they mean, where has_row */
    bool has_row;
    const char *country; /* where it lies, "" unknown */
} chy_dateline_town;

typedef struct chy_casting {
    const chy_mentions_input *in;
    const chy_word *words;
    uint32_t word_count;
    chy_arena *arena;   /* of the result */
    chy_arena *scratch; /* freed when the stage ends */
    chy_error *err;
    chy_tree tree;
    chy_times times;
    chy_date reference;
    int32_t reference_number; /* yyyymmdd, 0 unknown */
    chy_slice *forms;         /* [word_count] */
    chy_slice *bare_forms;    /* [word_count] as looked up: "minister" of "ex-minister" */
    bool *space_after;        /* [word_count] */
    uint32_t *match_length, *match_first,
        *match_rows;           /* [word_count] the lexicon's longest match */
    const char *main_country;  /* that the report is about where it is about one, "" otherwise */
    const char *home_country;  /* whose capital the report is datelined from, "" otherwise */
    chy_report_countries told; /* context.c */
    chy_country_count countries[CHY_COUNTRIES_MOST];
    uint32_t country_count;
    chy_dateline_town datelines[2];
    const char *dateline_country; /* where they lie, "" unknown or in two */
    chy_draft *drafts;
    uint32_t draft_count, draft_capacity;
    uint32_t *draft_of_head; /* [word_count] the outermost draft with that head, or CHY_NONE */
    uint32_t *name_of_word;  /* [word_count] the outermost name that holds the word, or CHY_NONE */
    chy_character *cast;
    uint32_t cast_count, cast_capacity;
    const char **scenes; /* [sentence_count] scenes.c: where each is set, "" at home */
    bool *quoted;        /* [word_count] between quotation marks; NULL without a ranker */
    uint32_t *quoter;    /* [sentence_count] the draft that says what it quotes, or CHY_NONE */
    struct chy_stance *stances; /* [draft_count] pairs.h */
    uint32_t *same_before;      /* [draft_count] the last draft before with the same head noun */
    uint32_t *awaited;     /* [draft_count] the draft ahead that a pronoun means, or CHY_NONE */
    uint32_t first_person; /* character of the first person named, CHY_NONE before */
    uint32_t *token_heads; /* hash of name tokens -> character */
    uint32_t token_mask;
    struct chy_token_link *token_links;
    uint32_t token_count, token_capacity;
} chy_casting;

/* Kinds of rows as a mask. */
#define CHY_ROW(kind) (1u << (kind))
#define CHY_ROWS_NAMES                                                                             \
    (CHY_ROW(CHY_FACT_COUNTRY) | CHY_ROW(CHY_FACT_DEMONYM) | CHY_ROW(CHY_FACT_CAPITAL) |           \
     CHY_ROW(CHY_FACT_SEAT) | CHY_ROW(CHY_FACT_ORGANISATION) | CHY_ROW(CHY_FACT_ARMED_GROUP) |     \
     CHY_ROW(CHY_FACT_GROUP) | CHY_ROW(CHY_FACT_PERSON) | CHY_ROW(CHY_FACT_PLACE) |                \
     CHY_ROW(CHY_FACT_ACTOR))
#define CHY_ROWS_BODIES (CHY_ROW(CHY_FACT_ORGANISATION) | CHY_ROW(CHY_FACT_ARMED_GROUP))
#define CHY_ROWS_ROLES  (CHY_ROW(CHY_FACT_ROLE) | CHY_ROW(CHY_FACT_ORG_NOUN))

/* lookup.c: the lexicon at each word. */
CHY_MUST_USE chy_status chy_lookup_prepare(chy_casting *c);
/* The best row of the longest phrase at words[at, end) that has one of the kinds and the capitals
 * that the row asks for. Returns the phrase's length in words, 0 where there is none. */
uint32_t chy_lookup(const chy_casting *c, uint32_t at, uint32_t end, uint32_t kinds,
                    chy_fact *fact);
/* The best row of exactly words[first, end). */
bool chy_lookup_exact(const chy_casting *c, uint32_t first, uint32_t end, uint32_t kinds,
                      chy_fact *fact);

/* links.c: whether a name is one word of capitals in brackets right behind other words: "(GWU)". */
bool chy_is_bracketed_letters(const chy_casting *c, const chy_draft *draft);
/* bodies.c: names that several bodies share ("the Foreign Office", "RSF") are settled by the
 * countries that the report names. After chy_draft_names. */
void chy_settle_bodies(chy_casting *c);
/* Those that stand at a country are its own: "the Security Council of Chad". Once drafts are
 * sorted.
 */
void chy_settle_owned(const chy_casting *c);

/* The country of the words that a name is in apposition to, "Malawi's main party, | the Reform
 * Alliance |"; "" where there is none. */
const char *chy_country_apposed(const chy_casting *c, const chy_draft *draft);

/* surnames.c: a lone word that the tagger took for a place or body, and that ends a person's name
 * elsewhere in the report, is that person: "supporters of Asante". */
CHY_MUST_USE chy_status chy_settle_surnames(chy_casting *c);

/* names.c, roles.c, drafts.c: drafts of mentions. Each appends to c->drafts. */
CHY_MUST_USE chy_status chy_draft_names(chy_casting *c);
CHY_MUST_USE chy_status chy_draft_roles(chy_casting *c);
CHY_MUST_USE chy_status chy_draft_pronouns(chy_casting *c);
/* Whether a noun under this relation is part of another noun's phrase, no party of its own. */
bool chy_is_modifier(uint8_t deprel);
/* Where a phrase that hangs from a head begins, by the tree in `first`: behind the verb of its
 * sentence where the parser hung that in it. */
uint32_t chy_phrase_start(const chy_casting *c, uint32_t first, uint32_t head);
/* What the article, possessor and number before a description's head say. */
void chy_determiner_read(const chy_casting *c, chy_draft *draft);
/* The figure of a word, from two to twenty; 0 for other words. */
uint8_t chy_figure_at(const chy_casting *c, uint32_t at);
/* How many a description counts, "the two leaders", "nine sailors", "the nine"; 0 where it does
 * not.
 */
uint32_t chy_count_said(const chy_casting *c, const chy_draft *draft);
/* drafts.c: a new zeroed draft of words [first, end), or NULL when there is no memory. */
chy_draft *chy_draft_add(chy_casting *c, uint32_t first, uint32_t end, chy_mention_kind kind);
/* Sorts the drafts into text order and fills draft_of_head and name_of_word. */
CHY_MUST_USE chy_status chy_drafts_sort(chy_casting *c);

/* codes.c: the codes of the user's tables for names, and for descriptions with a name in them. */
void chy_codes_read(chy_casting *c);
/* Whether a draft's code is rather the character's than the one it has. */
bool chy_code_better(const chy_casting *c, const chy_character *character, uint32_t draft);
/* Gives the character the country and sectors of its code, if it has one. */
void chy_code_apply(const chy_casting *c, chy_character *character);

/* profile.c: country, sectors and flags of descriptions from the words around their heads. */
void chy_profile_read(chy_casting *c);
/* Whether an office is the post of a private body of these sectors: a union's president. */
bool chy_leads_private(const chy_profile *says, uint32_t sectors);

/* nations.c: gives those whose nation a predicate says that country. Once profiles are read. */
void chy_nations_read(chy_casting *c);

/* reading.c: whether a place's name stands for its government. */
void chy_readings_read(chy_casting *c);

/* things.c: nouns that are no parties, "I", "we", "you": drafts that stand in none of the tables by
 * word, so that no rule but the ranker sees them. None without a ranker. */
CHY_MUST_USE chy_status chy_things_draft(chy_casting *c);

/* ranker.c: the learned choice among earlier mentions. */
/* Whether there is a ranker. */
bool chy_ranks(const chy_casting *c);
/* Whether there is one, or a program that trains one looks on. */
bool chy_compares(const chy_casting *c);
CHY_MUST_USE chy_status chy_ranker_prepare(chy_casting *c);
/* The earlier draft that a draft goes on from, or the subject ahead that a pronoun means; CHY_NONE.
 */
uint32_t chy_rank(const chy_casting *c, uint32_t draft);
/* Whether the heads of two mentions are the same noun. */
bool chy_same_head(const chy_casting *c, const chy_draft *a, const chy_draft *b);
/* The character of an earlier draft, made where it has none yet. CHY_NONE: no memory. */
uint32_t chy_character_of(chy_casting *c, uint32_t draft);

/* links.c: titles, appositions, copulas and relative pronouns join drafts into units. */
void chy_links_read(chy_casting *c);
/* Whether the clause of a predicate denies it or leaves it open: "is not", "may be Dutch". */
bool chy_is_undecided(const chy_casting *c, uint32_t predicate);
uint32_t chy_unit(const chy_casting *c, uint32_t draft);

/* resolve.c: drafts become characters. */
CHY_MUST_USE chy_status chy_resolve(chy_casting *c);
chy_character *chy_character_add(chy_casting *c, uint32_t *index);
/* Gives a draft to a character, which learns what the draft says. */
void chy_character_take(chy_casting *c, uint32_t character, uint32_t draft);
/* What is known so far of whom a mention means: of its character, else what its own words say. */
const chy_profile *chy_known_of(const chy_casting *c, const chy_draft *draft);
/* The role, and its class, that words tell a character by. */
void chy_character_learn_role(chy_character *character, const chy_profile *says);
bool chy_profiles_agree(const chy_profile *a, const chy_profile *b);
bool chy_character_has_role(const chy_character *character, const char *role);
/* Whether a general word ("leader") can name one who has a role or an office of the character. */
bool chy_character_covered(const chy_character *character, const char *general);
/* "The finance minister" is no minister of another matter, president or prime minister told before,
 * unless words or tables say so. */
bool chy_offices_apart(const chy_profile *says, const chy_character *character);

/* unnamed.c: "The governor said ... Governor Ode", "a lawmaker ... the deputy, Ana Ruiz": who was
 * told before by an office alone and is named by a unit of mentions; or CHY_NONE. `presumed`: the
 * country of one in power, "" unknown. */
uint32_t chy_find_unnamed(const chy_casting *c, const uint32_t *next_in_unit, uint32_t root,
                          const chy_draft *name, const char *presumed);

/* servants.c: the plural office that a person's name stands at, "ministers | A | and B", "the
 * ministers, A and | B |"; or CHY_NONE. */
uint32_t chy_plural_office(const chy_casting *c, uint32_t draft);
/* What a draft with a character tells of another's: of whom it possesses, who leads it
 * by a verb alone, who is of it, whose plural office it is apposed to, whom it sent. */
void chy_learn_possessor(chy_casting *c, uint32_t draft);
void chy_learn_led(chy_casting *c, uint32_t draft);
void chy_learn_membership(chy_casting *c, uint32_t draft);
void chy_learn_apposed(chy_casting *c, uint32_t draft);
void chy_learn_senders(chy_casting *c, uint32_t draft);

/* context.c: what the report as a whole says of a party's country. */
/* Those who may be of any country, wherever they are spoken of: envoys, tourists, hostages. */
bool chy_is_outsider(const chy_profile *says);
/* Which countries the report is about and comes from; once places are resolved. */
void chy_context_read(chy_casting *c);
/* Gives characters of the state and of the land that have no country the report's own. */
void chy_context_learn(chy_casting *c);

/* The country whose officers the report tells of, else whose capital it is told from; or "". */
const char *chy_home_of_officers(const chy_casting *c);
/* The country of an officer of whom nothing else is known, `self` or nobody told of yet (CHY_NONE):
 * the one whose officers the report tells of, or, of the first person, that it is told from; or "".
 */
const char *chy_country_of_officers(const chy_casting *c, uint32_t self);

/* leaders.c: whether an office is one of state, in which one meets the like from elsewhere. */
bool chy_holds_power(const chy_profile *office);
/* Whether a mention is a party of an encounter: "| A | met B", "talks with | B |". */
bool chy_meets_somebody(const chy_casting *c, uint32_t draft);
/* The country of a character, or what it is presumed to be; "" unknown. */
const char *chy_country_known(const chy_character *character);
/* The country of somebody in power of whom no words tell one: `name` is the first draft of the
 * name, `self` the character, CHY_NONE before there is one; or "". */
const char *chy_country_of_leader(const chy_casting *c, uint32_t name, const chy_profile *office,
                                  uint32_t self);

/* stage.c: the country whose capital a named person speaks in, before the verb; of one who
 * `travels` only where the sentence tells of no other, of others than the dateline's; or "". */
const char *chy_country_of_stage(const chy_casting *c, uint32_t draft, bool travels);
/* The country in which all places of a mention's sentence lie, or, where it names none, of the one
 * before; or "". */
const char *chy_country_of_ground(const chy_casting *c, uint32_t draft);
/* The country in which lie far more of the places that a report names than in any other; or "". */
const char *chy_country_of_most(const chy_casting *c);
/* "Fishermen on the island of | Rote |", of a party in a place that no table knows: the country of
 * most of the others; or "". */
const char *chy_country_of_unknown(const chy_casting *c, const chy_draft *draft);
/* scenes.c: where sentences are set, "In Madrid, police ... The opposition", other than at home,
 * and the country of "the government", "the opposition" there. After chy_context_read. */
CHY_MUST_USE chy_status chy_scenes_read(chy_casting *c);
/* The country in which the sentence of a mention is set, where parties of these sectors are of it;
 * or "". */
const char *chy_country_of_scene(const chy_casting *c, uint32_t draft, uint32_t sectors);
/* Whether its sentence tells what soldiers of others than `home` do, and not of home. */
bool chy_is_foreign_act(const chy_casting *c, uint32_t draft, const char *home);
/* "The Chadian account was drier. Spokesman X said", "Lima struck another note": the country whose
 * account the sentence before announces, or that acts in it; or "". */
const char *chy_country_of_account(const chy_casting *c, uint32_t draft);
/* "For the Chadian side, X said": the country of the side, or "". */
const char *chy_country_of_side(const chy_casting *c, uint32_t draft);

/* towns.c: the country of the town by which a body is called, "Leeds | Police": `home` where it has
 * such a town too; "" for other parties, and where several countries have one. */
const char *chy_country_by_town(const chy_casting *c, const chy_character *character,
                                const char *home);
/* "The capital" that no name is given for: of the one country that is near, else of the report's
 * own. "The city" of a report that names none before: the dateline's. */
void chy_learn_capital(const chy_casting *c, chy_character *character);
void chy_learn_city(const chy_casting *c, chy_character *character);

/* names_match.c. */
/* Whether every word of the shorter name stands in the longer one, in order. An initial stands for
 * its name. */
bool chy_names_contained(const chy_casting *c, const chy_draft *a, const chy_draft *b);
/* The character of a country's code, and the one that a name belongs to; CHY_NONE: none yet. */
uint32_t chy_find_country(const chy_casting *c, const char *code);
/* The same, made where no words have named it yet: "the two nations" of two presidents. CHY_NONE:
 * no memory. */
uint32_t chy_country_of(chy_casting *c, const char *code);
uint32_t chy_find_named(const chy_casting *c, const chy_draft *draft);
/* "The Council" of the Council of Ministers that was named before: whatever other body the tables
 * know best by the short name. */
uint32_t chy_find_whole_name(const chy_casting *c, uint32_t draft);
/* "Army: four dead ... The Malian army said": the body that was told by its bare noun. */
uint32_t chy_find_headed(const chy_casting *c, uint32_t draft);
CHY_MUST_USE bool chy_index_name(chy_casting *c, uint32_t character, const chy_draft *draft);

/* descriptions.c, pronouns.c, groups.c: the character that words other than names refer to, or
 * CHY_NONE. */
uint32_t chy_find_described(const chy_casting *c, uint32_t draft);
/* Whether one mention stands inside the other; whether both are parties of one verb, or conjuncts.
 */
bool chy_nested(const chy_draft *a, const chy_draft *b);
bool chy_parties_apart(const chy_casting *c, const chy_draft *a, const chy_draft *b);
/* reciprocals.c: 1 where a mention arrives or is received, -1 where it receives, 0 otherwise. */
int chy_guest_or_host(const chy_casting *c, const chy_draft *draft);
/* "His guest", "the visitor". */
uint32_t chy_find_reciprocal(const chy_casting *c, uint32_t draft);
/* standpoint.c: who is spoken of by a mention that may not have been resolved yet, or CHY_NONE. */
uint32_t chy_character_told(const chy_casting *c, uint32_t draft);
/* standpoint.c: the draft of whoever says a word: X of '"The minister is ill," X said', "X said
 * that the minister was ill"; or CHY_NONE. */
uint32_t chy_speaker_over(const chy_casting *c, uint32_t word);
/* speakers.c: the mention of whoever spoke last, where the draft is the subject of another verb of
 * speech: "X's aide said ... The talks, | he | said"; CHY_NONE where somebody of the other sex did,
 * or somebody has acted since. */
uint32_t chy_last_speaker(const chy_casting *c, uint32_t draft);
/* Finds who says what is quoted in each sentence, after `quoted`. */
CHY_MUST_USE chy_status chy_quoters_read(chy_casting *c);
/* Whether a mention is that of who says the words that a pronoun stands in. */
bool chy_is_quoter(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other);
/* Whether a verb is one of speech: "say", "warn". */
bool chy_is_voice(const chy_casting *c, uint32_t verb);
/* "A spokesman for the ministry said. | Bo Lind | said the talks were over": the unnamed spokesman
 * who spoke last and is named, without any title, as he goes on; CHY_NONE for other names. */
uint32_t chy_find_spokesman_named(const chy_casting *c, uint32_t name);
/* Whether a mention is the subject of a verb that says, promises, demands, or follows "according
 * to". */
bool chy_voices(const chy_casting *c, const chy_draft *draft);
/* "The guild said that the army had shot two. | It | demanded": the mention of the body that spoke
 * in the sentence before, where "it" asks, blames or adds; CHY_NONE. */
uint32_t chy_last_claimant(const chy_casting *c, uint32_t draft);
/* standpoint.c: the country of whoever says the words that a description stands in, "" unknown; and
 * who that is, CHY_NONE where nobody told before. */
const char *chy_speaker_side(const chy_casting *c, uint32_t draft, uint32_t *speaker);
/* The country of the possessor of "its ambassador", "" unknown. */
const char *chy_owner_country(const chy_casting *c, const chy_draft *draft);
/* "Its neighbour", "their neighbour": the country that is meant, or CHY_NONE. */
uint32_t chy_find_neighbour(const chy_casting *c, uint32_t draft);
/* "The Finn": the last named person of the country that a people's name says. */
uint32_t chy_find_countryman(const chy_casting *c, uint32_t draft);
/* The draft that a pronoun means: an earlier one, or a subject ahead of it. */
uint32_t chy_find_pronoun(const chy_casting *c, uint32_t draft, int *points);
/* "Before | his | return the minister": the drafts of the subjects that follow what a pronoun
 * stands in, the nearest first, other pronouns left out. Returns how many, at most `most`. */
#define CHY_SUBJECTS_AHEAD 4u
uint32_t chy_subjects_ahead(const chy_casting *c, uint32_t pronoun, uint32_t *drafts,
                            uint32_t most);
/* Whether the grammar keeps a pronoun and a mention apart: "the minister met him". */
bool chy_bound(const chy_casting *c, const chy_draft *pronoun, const chy_draft *other);
/* How well a mention stands as the antecedent of a pronoun `distance` sentences later. */
int chy_antecedent_points(const chy_casting *c, uint32_t pronoun, uint32_t other,
                          uint32_t distance);
/* A group of named members for "the two presidents", "both sides", "they"; CHY_NONE where the text
 * does not name them. For a pronoun only a coordination with more than `points` is taken, or, where
 * what it was taken for is one person `alone`, the parties of the last act. May add a character. */
CHY_MUST_USE chy_status chy_find_group(chy_casting *c, uint32_t draft, int points, bool alone,
                                       uint32_t *character);
/* Makes the groups that speak: "Chad and Niger said". After all mentions found their characters. */
CHY_MUST_USE chy_status chy_join_speakers(chy_casting *c);

/* "Both presidents smiled", whom the report names only then: gives such groups their members. */
void chy_groups_ahead(chy_casting *c);

/* joint.c: parties of several nations. */
/* Gives a character told by "Indian and Pakistani troops" a member for each nation. */
CHY_MUST_USE chy_status chy_joint_members(chy_casting *c, uint32_t character, uint32_t draft);
/* "The two nations' leaders": gives a group the shares of the countries that its owner is. */
CHY_MUST_USE chy_status chy_joint_owned(chy_casting *c, uint32_t draft, uint32_t owner);
/* A person who is named takes the place of the share that the office was told by: "the ministers of
 * Chad and Niger met ... Chadian minister X". */
void chy_joint_name(chy_casting *c, uint32_t person);
/* Whether a character is the share of one nation, that no words name by itself. */
bool chy_is_share(const chy_character *character);
/* "Indian troops", "foreign minister of Japan"; NULL: no memory. */
const char *chy_share_name(const chy_casting *c, const chy_character *share);
/* The words [first, end) with the blanks of the text; NULL: no memory. */
const char *chy_phrase_of(const chy_casting *c, uint32_t first, uint32_t end);
/* Whether a role is that of a head of state or government, a minister or another leader. */
bool chy_role_leads(const char *role_class);

/* offices.c, places.c, actors.c: what tables know of a character, and the entities written. */
/* The country that one of this name leads on the report's day ("the Okello government"), or "". */
const char *chy_leader_country(const chy_casting *c, const chy_draft *draft);
/* False where the tables know people of this name, none of them of the country. */
bool chy_name_may_be_of(const chy_casting *c, const chy_draft *draft, const char *country);
void chy_actor_learn_name(chy_casting *c, chy_character *character, const chy_draft *draft);
CHY_MUST_USE chy_status chy_actors_write(chy_casting *c, chy_mentions *mentions);
/* Which of the places of a name is meant, once all names are known. */
CHY_MUST_USE chy_status chy_places_resolve(chy_casting *c);

#endif
