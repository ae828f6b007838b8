#include "mentions/heads.h"
#include "mentions/pairs.h"

#include <limits.h>
#include <string.h>

/* How many earlier mentions one is compared with at most, and how far back they are looked for. */
#define CANDIDATES         48u
#define PRONOUN_MENTIONS   80u
#define PRONOUN_SENTENCES  3u
#define SPEAKER_MENTIONS   120u
#define SPEAKER_CANDIDATES 4u
#define NOUN_MENTIONS      24u
#define NOUN_SENTENCES     2u
#define SAME_HEADS         8u
#define SAME_SENTENCES     60u

typedef struct candidate_list {
    uint32_t drafts[CANDIDATES];
    uint32_t characters[CANDIDATES]; /* whom they belong to, so far as is known; CHY_NONE */
    uint32_t count;
} candidate_list;

bool chy_ranks(const chy_casting *c) {
    return c->in->heads && c->in->heads->pair_width > 0;
}

bool chy_compares(const chy_casting *c) {
    return chy_ranks(c) || (c->in->watch && c->in->watch->pair);
}

bool chy_same_head(const chy_casting *c, const chy_draft *a, const chy_draft *b) {
    return chy_same_letters(c->words[a->head].lemma, c->words[b->head].lemma);
}

static uint32_t hash_of(const char *lemma) {
    uint32_t hash = 2166136261u;
    for (; *lemma; lemma++)
        hash = (hash ^ (unsigned char)chy_ascii_lower(*lemma)) * 16777619u;
    return hash;
}

/* Links each noun to the last one before with the same head; two lemmas in one slot only break a
 * link. */
static chy_status link_heads(chy_casting *c) {
    size_t slots = 64;
    while (slots < (size_t)c->draft_count * 2)
        slots *= 2;
    uint32_t *last = chy_arena_alloc(c->scratch, slots, sizeof *last);
    c->same_before = chy_arena_alloc(c->scratch, c->draft_count, sizeof *c->same_before);
    if (!last || !c->same_before) return chy_fail_memory(c->err);
    for (size_t i = 0; i < slots; i++)
        last[i] = CHY_NONE;
    for (uint32_t i = 0; i < c->draft_count; i++) {
        const chy_draft *draft = &c->drafts[i];
        c->same_before[i] = CHY_NONE;
        if (draft->kind == CHY_MENTION_PRONOUN) continue;
        uint32_t *slot = &last[hash_of(c->words[draft->head].lemma) & (slots - 1)];
        if (*slot != CHY_NONE && chy_same_head(c, draft, &c->drafts[*slot]))
            c->same_before[i] = *slot;
        *slot = i;
    }
    return CHY_OK;
}

chy_status chy_ranker_prepare(chy_casting *c) {
    if (!chy_compares(c)) return CHY_OK;
    c->quoted = chy_arena_alloc(c->scratch, c->word_count, sizeof *c->quoted);
    if (!c->quoted) return chy_fail_memory(c->err);
    bool inside = false;
    for (uint32_t i = 0; i < c->word_count; i++) {
        const char *form = c->words[i].form;
        bool fresh = i > 0 && c->words[i].sentence != c->words[i - 1].sentence &&
                     c->in->sentences[c->words[i].sentence].paragraph !=
                         c->in->sentences[c->words[i - 1].sentence].paragraph;
        if (fresh) inside = false;
        if (strcmp(form, "\"") == 0)
            inside = !inside;
        else if (strcmp(form, "\xe2\x80\x9c") == 0)
            inside = true;
        else if (strcmp(form, "\xe2\x80\x9d") == 0)
            inside = false;
        c->quoted[i] = inside;
    }
    chy_status status = chy_quoters_read(c);
    if (status != CHY_OK) return status;
    return chy_stances_read(c) ? link_heads(c) : chy_fail_memory(c->err);
}

/* ---- Candidates -------------------------------------------------------------------------------
 */

static void add(const chy_casting *c, uint32_t at, uint32_t earlier, candidate_list *list) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->drafts[i] == earlier) return;
    const chy_draft *draft = &c->drafts[earlier];
    uint32_t character = earlier < at                      ? draft->character
                         : draft->kind == CHY_MENTION_NAME ? chy_find_named(c, draft)
                                                           : CHY_NONE;
    if (list->count == CANDIDATES || !chy_pair_possible(c, at, earlier, character)) return;
    list->characters[list->count] = character;
    list->drafts[list->count++] = earlier;
}

/* A headline tells no story of its own. */
static bool is_headline(const chy_casting *c, const chy_draft *draft) {
    return c->in->sentences[c->words[draft->head].sentence].part == CHY_PART_HEADLINE;
}

static void gather(const chy_casting *c, uint32_t at, candidate_list *list) {
    const chy_draft *draft = &c->drafts[at];
    uint32_t sentence = c->words[draft->head].sentence;
    bool pronoun = draft->kind == CHY_MENTION_PRONOUN;
    bool speaker = pronoun && draft->says.flags & CHY_SAYS_THING;
    uint32_t before = pronoun ? CHY_NONE : c->same_before[at];
    for (uint32_t i = 0; i < SAME_HEADS && before != CHY_NONE; i++) {
        if (sentence - c->words[c->drafts[before].head].sentence > SAME_SENTENCES) break;
        add(c, at, before, list);
        before = c->same_before[before];
    }
    bool known = draft->says.flags & (CHY_SAYS_DEFINITE | CHY_SAYS_POSSESSED);
    if (!pronoun && !known) return;
    uint32_t mentions = speaker ? SPEAKER_MENTIONS : pronoun ? PRONOUN_MENTIONS : NOUN_MENTIONS;
    uint32_t sentences = speaker ? SAME_SENTENCES : pronoun ? PRONOUN_SENTENCES : NOUN_SENTENCES;
    for (uint32_t back = 1; back <= mentions && back <= at; back++) {
        const chy_draft *other = &c->drafts[at - back];
        if (sentence - c->words[other->head].sentence > sentences) break;
        if (pronoun && is_headline(c, other) && !is_headline(c, draft)) break;
        add(c, at, at - back, list);
        if (speaker && list->count == SPEAKER_CANDIDATES) break;
    }
    if (!pronoun || speaker || c->words[draft->head].feat_bits & CHY_FEAT_RELATIVE) return;
    uint32_t ahead[CHY_SUBJECTS_AHEAD];
    uint32_t count = chy_subjects_ahead(c, at, ahead, CHY_SUBJECTS_AHEAD);
    for (uint32_t i = 0; i < count; i++)
        add(c, at, ahead[i], list);
}

/* ---- Choosing ---------------------------------------------------------------------------------
 */

float chy_pair_score(const chy_mention_heads *heads, const float *later, const float *earlier,
                     const uint16_t *marks, float bias) {
    const size_t width = heads->pair_width;
    float hidden[CHY_COREFERENCE_MOST];
    for (size_t i = 0; i < width; i++)
        hidden[i] = later[i] + earlier[i];
    for (size_t mark = 0; mark < CHY_PAIR_MARKS; mark++) {
        const float *row = heads->pair_table + marks[mark] * width;
        for (size_t i = 0; i < width; i++)
            hidden[i] += row[i];
    }
    float sum = bias;
    for (size_t i = 0; i < width; i++)
        sum += hidden[i] > 0 ? hidden[i] * heads->pair_score[i] : 0.0f;
    return sum;
}

static float score(const chy_casting *c, const chy_pair *pair, const uint16_t *marks) {
    const chy_mention_heads *heads = c->in->heads;
    const chy_aspects *aspects = c->in->aspects;
    const float *values = aspects->values + aspects->offset[CHY_ASPECT_COREFERENCE];
    const float *later = values + c->drafts[pair->later].head * aspects->stride;
    const float *earlier = values + c->drafts[pair->earlier].head * aspects->stride;
    bool thing = c->drafts[pair->later].says.flags & CHY_SAYS_THING;
    return chy_pair_score(heads, later, earlier + heads->pair_width, marks,
                          heads->pair_bias[thing ? 1 : 0]);
}

static void tell(const chy_casting *c, const chy_pair *pair, const uint16_t *marks) {
    const chy_mentions_watch *watch = c->in->watch;
    if (!watch || !watch->pair) return;
    const chy_draft *x = &c->drafts[pair->later], *y = &c->drafts[pair->earlier];
    watch->pair(watch->context, (const uint32_t[3]){x->first, x->end, x->head},
                (const uint32_t[3]){y->first, y->end, y->head}, marks, CHY_PAIR_MARKS);
}

static uint32_t told_of(const chy_casting *c, uint32_t character) {
    return character == CHY_NONE ? 0 : c->cast[character].told;
}

/* What stands out among the candidates of a mention. */
typedef struct best_of {
    uint32_t told;
    int points;
} best_of;

static int points_of(const chy_casting *c, uint32_t at, uint32_t earlier) {
    if (c->drafts[at].kind != CHY_MENTION_PRONOUN) return 0;
    uint32_t distance =
        c->words[c->drafts[at].head].sentence - c->words[c->drafts[earlier].head].sentence;
    return chy_antecedent_points(c, at, earlier, distance);
}

static best_of compare(const chy_casting *c, uint32_t at, const candidate_list *list) {
    best_of best = {.told = 1, .points = INT_MIN};
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t told = told_of(c, list->characters[i]);
        int points = points_of(c, at, list->drafts[i]);
        best.told = told > best.told ? told : best.told;
        best.points = points > best.points ? points : best.points;
    }
    return best;
}

uint32_t chy_rank(const chy_casting *c, uint32_t at) {
    if (!chy_compares(c)) return CHY_NONE;
    candidate_list list = {.count = 0};
    gather(c, at, &list);
    best_of best = compare(c, at, &list);
    chy_pair pair = {.later = at, .first_subject = true};
    uint32_t chosen = CHY_NONE;
    float most = 0;
    for (uint32_t i = 0; i < list.count; i++) {
        if (list.drafts[i] > at) pair.rivals = 0, pair.first_subject = true;
        pair.earlier = list.drafts[i];
        pair.character = list.characters[i];
        pair.most_told = told_of(c, pair.character) == best.told;
        pair.favoured = points_of(c, at, pair.earlier) == best.points;
        uint16_t marks[CHY_PAIR_MARKS];
        chy_pair_marks(c, &pair, marks);
        tell(c, &pair, marks);
        float found = chy_ranks(c) ? score(c, &pair, marks) : 0;
        if (found > most) {
            most = found;
            chosen = pair.earlier;
        }
        pair.rivals++;
        uint8_t deprel = c->words[c->drafts[pair.earlier].head].deprel;
        if (deprel == CHY_DEPREL_NSUBJ || deprel == CHY_DEPREL_NSUBJ_PASS)
            pair.first_subject = false;
    }
    return chosen;
}

uint32_t chy_character_of(chy_casting *c, uint32_t at) {
    if (c->drafts[at].character != CHY_NONE) return c->drafts[at].character;
    uint32_t index;
    chy_character *character = chy_character_add(c, &index);
    if (!character) return CHY_NONE;
    const chy_profile *says = &c->drafts[at].says;
    character->is.kind = CHY_ENTITY_OTHER;
    character->is.number = says->number;
    character->is.gender = says->gender;
    chy_character_take(c, index, at);
    return index;
}
