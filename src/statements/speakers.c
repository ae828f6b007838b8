/* Who speaks, and to whom. */
#include "statements/reader.h"

#include <string.h>

/* Speakers joined to one another. */
#define JOINT_MOST 8u

/* "Asked whether he would go, the minister": the minister is who was asked. */
static bool is_asked(const chy_statement_reader *reader, const chy_statement_draft *draft) {
    const chy_clause *clause = &reader->clauses->clauses[draft->clause];
    return clause->verb != CHY_NONE && draft->cue != NULL &&
           (draft->cue->takes & CHY_CUE_ADDRESSEE) != 0 && !clause->passive &&
           strncmp(reader->words[clause->verb].xpos, "VB", 2) == 0 &&
           strcmp(reader->words[clause->verb].xpos, "VBG") != 0 &&
           reader->words[clause->verb].deprel == CHY_DEPREL_ADVCL &&
           chy_child_of(reader, clause->verb, CHY_DEPREL_MARK) == CHY_NONE &&
           chy_child_of(reader, clause->verb, CHY_DEPREL_NSUBJ) == CHY_NONE &&
           chy_child_of(reader, clause->verb, CHY_DEPREL_AUX) == CHY_NONE;
}

static uint32_t subject_word(const chy_statement_reader *reader, const chy_statement_draft *draft) {
    if (draft->speaker_word != CHY_NONE || draft->clause == CHY_NONE) {
        return draft->speaker_word;
    }
    uint32_t a = chy_argument_in(reader, draft->clause, CHY_ROLE_SUBJECT, CHY_NONE);
    uint32_t word = a == CHY_NONE ? CHY_NONE : chy_argument_at(reader, a)->word;
    /* '"It is late," Lund said, and called for a delay': who said it, not what is spoken of. */
    uint32_t framed = reader->frame_draft[draft->sentence];
    if (word != CHY_NONE && draft->cue_word != CHY_NONE && framed != CHY_NONE &&
        reader->quote_of_word[word] != CHY_NONE &&
        reader->quote_of_word[draft->cue_word] == CHY_NONE &&
        reader->drafts[framed].cue_word < draft->cue_word) {
        return reader->drafts[framed].speaker_word;
    }
    /* "The office repeated its demand that": the office, rather than "its". */
    uint32_t carrier = draft->second_cue == CHY_NONE
                           ? CHY_NONE
                           : reader->clauses->clause_of_word[draft->second_cue];
    uint32_t voice = carrier == CHY_NONE
                         ? CHY_NONE
                         : chy_argument_in(reader, carrier, CHY_ROLE_SUBJECT, CHY_NONE);
    if (voice != CHY_NONE && carrier != draft->clause) {
        word = chy_argument_at(reader, voice)->word;
    }
    /* "..., said its leader, adding that": who says adds. */
    uint32_t parent = reader->clauses->clauses[draft->clause].parent;
    bool beside = reader->clauses->clauses[draft->clause].link == CHY_LINK_ADVERBIAL;
    if (word == CHY_NONE && beside && parent != CHY_NONE &&
        reader->draft_of_clause[parent] != CHY_NONE) {
        return reader->drafts[reader->draft_of_clause[parent]].speaker_word;
    }
    /* "Sand's warning was echoed by doctors": Sand's. */
    bool noun = draft->cue_word != CHY_NONE &&
                reader->clauses->clauses[draft->clause].kind == CHY_CLAUSE_NOUN;
    uint32_t owner = noun ? chy_child_of(reader, draft->cue_word, CHY_DEPREL_NMOD_POSS) : CHY_NONE;
    if (owner != CHY_NONE && (draft->second_cue == CHY_NONE ||
                              reader->words[draft->cue_word].deprel == CHY_DEPREL_NSUBJ_PASS)) {
        word = owner;
    }
    bool expletive = word != CHY_NONE && reader->words[word].deprel == CHY_DEPREL_EXPL;
    return expletive || is_asked(reader, draft) ? CHY_NONE : word;
}

static void read_addressee(const chy_statement_reader *reader, chy_statement_draft *draft) {
    if (draft->clause == CHY_NONE || draft->cue == NULL) {
        return;
    }
    bool object = (draft->cue->takes & CHY_CUE_ADDRESSEE) != 0;
    uint32_t a =
        object ? chy_argument_in(reader, draft->clause, CHY_ROLE_OBJECT, CHY_NONE) : CHY_NONE;
    if (object && a == CHY_NONE) {
        a = chy_argument_in(reader, draft->clause, CHY_ROLE_RECIPIENT, CHY_NONE);
    }
    if (a == CHY_NONE && is_asked(reader, draft)) {
        a = chy_argument_in(reader, draft->clause, CHY_ROLE_SUBJECT, CHY_NONE);
    }
    for (uint32_t o = chy_argument_in(reader, draft->clause, CHY_ROLE_OBLIQUE, CHY_NONE);
         a == CHY_NONE && o != CHY_NONE;
         o = chy_argument_in(reader, draft->clause, CHY_ROLE_OBLIQUE, o)) {
        const char *preposition = chy_argument_at(reader, o)->preposition;
        bool call_on = strcmp(draft->cue->lemma, "call") == 0 &&
                       (strcmp(preposition, "on") == 0 || strcmp(preposition, "upon") == 0);
        uint32_t entity = chy_entity_at(reader, chy_argument_at(reader, o)->word);
        if ((strcmp(preposition, "to") == 0 || call_on) && entity != CHY_NONE &&
            chy_entity_acts(&reader->mentions->entities[entity])) {
            a = o;
        }
    }
    if (a != CHY_NONE) {
        draft->statement.addressee = chy_entity_at(reader, chy_argument_at(reader, a)->word);
    }
}

/* "the law says", "signs that", "this suggests": nobody speaks. */
static bool is_mute(const chy_statement_reader *reader, const chy_statement_draft *draft,
                    uint32_t word) {
    static const char *const pointing[] = {"this", "that", "these", "those"};
    char lower[CHY_STATEMENT_LEMMA];
    if (draft->whole_quote) {
        return false;
    }
    const chy_word *speaker = &reader->words[word];
    chy_lower_form(speaker->lemma, lower);
    bool points = speaker->deprel == CHY_DEPREL_NSUBJ && speaker->xpos[0] == 'D' &&
                  chy_is_listed(lower, pointing, CHY_COUNT_OF(pointing));
    bool numbered = word + 1 < reader->word_count && reader->words[word + 1].head == word &&
                    reader->words[word + 1].upos == CHY_UPOS_NUM && !chy_acts(reader, word);
    return points || /* "Article 19" */
           (speaker->upos == CHY_UPOS_NOUN &&
            (numbered || chy_cue_word_in(CHY_CUE_MUTE_NOUNS, lower)));
}

/* "One, a rice grower, said", "a third, Noor, asked", "another, the driver, said": what stands for
 * a word that is no noun; "the nurses' federation FENF": the name of one that is no party. */
static uint32_t named_beside(const chy_statement_reader *reader, uint32_t word) {
    static const char *const nouns[] = {"fifth", "fourth", "other", "second", "third"};
    uint8_t upos = reader->words[word].upos;
    uint32_t name = chy_child_of(reader, word, CHY_DEPREL_APPOS);
    if (name != CHY_NONE) {
        return name;
    }
    if (upos != CHY_UPOS_NUM && upos != CHY_UPOS_ADJ && upos != CHY_UPOS_DET &&
        !chy_form_in(&reader->words[word], nouns, CHY_COUNT_OF(nouns))) {
        return CHY_NONE;
    }
    if (word + 2 >= reader->word_count || strcmp(reader->words[word + 1].form, ",") != 0) {
        return CHY_NONE;
    }
    const chy_sentence *sentence = &reader->input->sentences[reader->words[word].sentence];
    uint32_t end = sentence->first_word + sentence->word_count;
    for (uint32_t i = word + 2; i < end && !chy_is_punctuation(&reader->words[i]); i++) {
        bool subject = reader->words[i].head == reader->words[word].head &&
                       reader->words[i].deprel == CHY_DEPREL_NSUBJ;
        if (subject) {
            return i;
        }
    }
    return CHY_NONE;
}

/* "Her press secretary, Mark Oram, said": with the name that stands beside the description. */
static chy_span speaker_span(const chy_statement_reader *reader, const chy_mention *mention) {
    uint32_t name = mention->end_word;
    uint32_t in = reader->words[mention->head_word].sentence;
    const chy_sentence *sentence = &reader->input->sentences[in];
    uint32_t end = sentence->first_word + sentence->word_count;
    if (mention->kind != CHY_MENTION_DESCRIPTION || name + 1 >= end) {
        return mention->span;
    }
    name += strcmp(reader->words[name].form, ",") == 0;
    for (uint32_t i = name; i < end && reader->words[i].upos != CHY_UPOS_VERB &&
                            !chy_is_punctuation(&reader->words[i]);
         i++) {
        uint32_t other = reader->mentions->mention_of_head[i];
        const chy_mention *beside =
            other == CHY_NONE ? mention : &reader->mentions->mentions[other];
        if (beside->first_word >= name && beside->entity == mention->entity &&
            beside->kind == CHY_MENTION_NAME) {
            return (chy_span){mention->span.start, beside->span.end};
        }
    }
    return mention->span;
}

static uint32_t least_of(const uint32_t *entities, uint32_t count) {
    uint32_t least = CHY_NONE;
    for (uint32_t i = 0; i < count; i++) {
        least = entities[i] < least ? entities[i] : least;
    }
    return least;
}

bool chy_groups_list(chy_statement_reader *reader) {
    uint32_t count = reader->mentions->entity_count;
    reader->group_of = chy_arena_alloc(reader->scratch, count, sizeof(uint32_t));
    reader->next_group = chy_arena_alloc(reader->scratch, count, sizeof(uint32_t));
    if (reader->group_of == NULL || reader->next_group == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        reader->group_of[i] = CHY_NONE;
    }
    for (uint32_t i = 0; i < count; i++) {
        const chy_entity *group = &reader->mentions->entities[i];
        uint32_t least = least_of(group->members, group->member_count);
        if (least != CHY_NONE) {
            reader->next_group[i] = reader->group_of[least];
            reader->group_of[least] = i;
        }
    }
    return true;
}

static bool has_members(const chy_entity *group, const uint32_t *members, uint32_t count) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < count && group->member_count == count; i++) {
        for (uint32_t m = 0; m < count; m++) {
            found += group->members[m] == members[i];
        }
    }
    return found == count;
}

/* "Chad and Niger said": the group of both, and the word that the last of them ends before;
 * CHY_NONE where one speaks alone. */
static uint32_t joint_speaker(const chy_statement_reader *reader, uint32_t word, uint32_t *end) {
    uint32_t with[JOINT_MOST] = {chy_entity_at(reader, word)};
    uint32_t count = 1;
    for (uint32_t c = reader->first_child[word]; c != CHY_NONE && count < JOINT_MOST;
         c = reader->next_sibling[c]) {
        uint32_t mention = reader->mentions->mention_of_head[c];
        if (reader->words[c].deprel == CHY_DEPREL_CONJ && mention != CHY_NONE) {
            with[count++] = reader->mentions->mentions[mention].entity;
            *end = reader->mentions->mentions[mention].end_word;
        }
    }
    uint32_t least = count > 1 ? least_of(with, count) : CHY_NONE;
    uint32_t group = least == CHY_NONE ? CHY_NONE : reader->group_of[least];
    while (group != CHY_NONE && !has_members(&reader->mentions->entities[group], with, count)) {
        group = reader->next_group[group];
    }
    return group;
}

static uint32_t phrase_start(const chy_statement_reader *reader, uint32_t word) {
    uint32_t first;
    uint32_t end;
    chy_noun_phrase(reader, word, &first, &end);
    return reader->words[first].span.start;
}

/* "The minister's spokesman, | Anna Lund, said", where the two were not taken for one: the name
 * behind the description, else the mention itself. */
static uint32_t name_behind(const chy_statement_reader *reader, uint32_t mention) {
    const chy_mention *told = &reader->mentions->mentions[mention];
    uint32_t name = chy_child_of(reader, told->head_word, CHY_DEPREL_APPOS);
    uint32_t other = name == CHY_NONE ? CHY_NONE : reader->mentions->mention_of_head[name];
    if (told->kind != CHY_MENTION_DESCRIPTION || other == CHY_NONE ||
        reader->mentions->mentions[other].kind != CHY_MENTION_NAME ||
        reader->mentions->entities[told->entity].kind != CHY_ENTITY_PERSON ||
        reader->mentions->entities[told->entity].mention_count > 1 ||
        reader->mentions->entities[reader->mentions->mentions[other].entity].kind !=
            CHY_ENTITY_PERSON) {
        return mention;
    }
    return other;
}

/* The mention of who says what the word, a cue's subject, is said to say; or CHY_NONE. */
static uint32_t mention_of_speaker(const chy_statement_reader *reader,
                                   const chy_statement_draft *draft, uint32_t word) {
    const uint32_t *mention_of = reader->mentions->mention_of_head;
    uint32_t author = chy_author_of_paper(reader, word);
    if (author != CHY_NONE && mention_of[author] != CHY_NONE) {
        return mention_of[author];
    }
    if (mention_of[word] != CHY_NONE || author != CHY_NONE) {
        return mention_of[word] == CHY_NONE ? CHY_NONE : name_behind(reader, mention_of[word]);
    }
    uint32_t other = chy_reader_of_paper(reader, word);
    other = other == CHY_NONE ? named_beside(reader, word) : other;
    bool said = other != CHY_NONE && chy_content_holds(reader, draft, other); /* "the slogan X" */
    return other == CHY_NONE || said ? CHY_NONE : mention_of[other];
}

/* Names the speaker by a mention, of the subject `word` or of whose paper that is. */
static void name_speaker(const chy_statement_reader *reader, chy_statement_draft *draft,
                         uint32_t word, uint32_t named) {
    const chy_mention *mention = &reader->mentions->mentions[named];
    chy_statement *statement = &draft->statement;
    statement->speaker = mention->entity;
    statement->speaker_mention = named;
    if (statement->addressee == mention->entity) { /* "promised the mayor" */
        statement->addressee = CHY_NONE;
    }
    bool there = reader->words[mention->head_word].sentence == reader->words[word].sentence;
    statement->speaker_span =
        there ? speaker_span(reader, mention) : reader->words[word].span; /* "it" of a paper */
    uint32_t the = chy_child_of(reader, word, CHY_DEPREL_DET);
    if (the != CHY_NONE && the + 1 == mention->first_word && mention->head_word == word &&
        reader->mentions->entities[mention->entity].kind == CHY_ENTITY_PERSON) {
        statement->speaker_span.start = reader->words[the].span.start; /* "the | Belgian" */
    }
    if (reader->words[word].upos == CHY_UPOS_NOUN &&
        chy_child_of(reader, word, CHY_DEPREL_APPOS) == mention->head_word) {
        statement->speaker_span.start = phrase_start(reader, word);
    }
    uint32_t end;
    uint32_t group = joint_speaker(reader, mention->head_word, &end);
    if (group != CHY_NONE) {
        statement->speaker = group;
        statement->speaker_span.end = reader->words[end - 1].span.end;
    }
}

/* "Lund told them that they agreed and, | she said |, were friends": by herself. The statement
 * around which she says it, whose words are no words of hers twice; or CHY_NONE. */
static uint32_t told_by_same(const chy_statement_reader *reader, uint32_t draft) {
    const chy_statement_draft *d = &reader->drafts[draft];
    bool framed = reader->frame_draft[d->sentence] == draft && d->statement.speaker != CHY_NONE &&
                  reader->words[d->speaker_word].upos == CHY_UPOS_PRON;
    for (uint32_t i = draft; framed && i-- > 0 && reader->drafts[i].sentence == d->sentence;) {
        const chy_statement_draft *other = &reader->drafts[i];
        if (other->cue_word != CHY_NONE && other->statement.speaker == d->statement.speaker &&
            reader->words[other->speaker_word].upos != CHY_UPOS_PRON &&
            reader->quote_of_word[other->cue_word] == CHY_NONE &&
            chy_content_holds(reader, d, other->cue_word)) {
            return i;
        }
    }
    return CHY_NONE;
}

/* Leaves of what is said in a frame only what a statement around it neither says nor is told in. */
static void leave_told(chy_statement_reader *reader, uint32_t draft, uint32_t around) {
    uint32_t range = reader->drafts[draft].first_range;
    uint32_t cue = reader->drafts[around].cue_word;
    chy_content_clear(reader, draft);
    for (; range != CHY_NONE; range = reader->pool[range].next) {
        const chy_range r = reader->pool[range];
        bool told = r.first <= cue && cue < r.end;
        if (!told && !chy_content_holds(reader, &reader->drafts[around], r.first)) {
            chy_content_add(reader, draft, r.first, r.end);
        }
    }
}

void chy_statement_speaker(chy_statement_reader *reader, uint32_t draft) {
    chy_statement_draft *d = &reader->drafts[draft];
    read_addressee(reader, d);
    uint32_t word = subject_word(reader, d);
    if (word == CHY_NONE || chy_content_holds(reader, d, word)) {
        return;
    }
    if (is_mute(reader, d, word)) {
        chy_content_clear(reader, draft);
        return;
    }
    d->speaker_word = word;
    uint32_t named = mention_of_speaker(reader, d, word);
    if (named != CHY_NONE) {
        name_speaker(reader, d, word, named);
        uint32_t around = told_by_same(reader, draft);
        if (around != CHY_NONE) {
            leave_told(reader, draft, around);
        }
        return;
    }
    /* Unknown to the mentions: its words alone. */
    uint32_t first;
    uint32_t end;
    chy_noun_phrase(reader, word, &first, &end);
    d->statement.speaker_span = (chy_span){.start = reader->words[first].span.start,
                                           .end = reader->words[end - 1].span.end};
}
