/* Where sentences are set: "In Madrid the opposition was not pleased. Lawmakers accused the
 * government", in a report from elsewhere, tells of Spain. */
#include "mentions/cast.h"

#include <string.h>

#define SECTOR(name) (1u << CHY_SECTOR_##name)

/* How many sentences behind the one that names the place are set there. */
#define SCENE_SENTENCES 4u

/* How many words may stand before the place that opens a sentence: "Back at home in". */
#define OPENING_WORDS 5u

/* Whether a mention names a place, or tells one: "Madrid", "the Spanish capital". */
static bool is_place(const chy_draft *draft) {
    const chy_profile *says = &draft->says;
    if (!chy_code_is_state(says->country) || says->flags & CHY_SAYS_ADJECTIVE) return false;
    if (draft->kind == CHY_MENTION_DESCRIPTION)
        return says->kind == CHY_ENTITY_PLACE && strcmp(says->role, "capital") == 0;
    bool named = says->kind == CHY_ENTITY_PLACE || says->kind == CHY_ENTITY_COUNTRY;
    return draft->kind == CHY_MENTION_NAME && named && draft->reading != CHY_READING_METONYMIC;
}

/* "| In Madrid |, police", "Back | in Madrid |": whether a place stands before the subject and is
 * where the whole sentence is set. */
static bool opens(const chy_casting *c, const chy_draft *place) {
    static const char *const in[] = {"across", "in", "inside", "throughout"};
    uint32_t word = place->head, first = c->in->sentences[c->words[word].sentence].first_word;
    if (word - first > OPENING_WORDS || (c->quoted && c->quoted[word]) ||
        !chy_is_one_of(chy_tree_case(&c->tree, word), in, CHY_COUNT_OF(in)))
        return false;
    uint32_t head = c->words[word].deprel == CHY_DEPREL_NMOD ? CHY_NONE : c->words[word].head;
    /* "Back in Madrid" may hang from "back". */
    if (head != CHY_NONE && c->words[head].upos == CHY_UPOS_ADV) head = c->words[head].head;
    if (head == CHY_NONE) return false;
    uint32_t subject = chy_tree_child(&c->tree, head, CHY_DEPREL_NSUBJ);
    if (subject == CHY_NONE) subject = chy_tree_child(&c->tree, head, CHY_DEPREL_NSUBJ_PASS);
    return subject != CHY_NONE && subject > place->head;
}

/* Whether somebody of another state is the subject of a sentence, so that it goes on elsewhere:
 * "| Niger | said", "| the Chadian minister | left". */
static bool turns_away(const chy_casting *c, const chy_draft *draft, const char *scene) {
    uint8_t deprel = c->words[draft->head].deprel;
    bool subject = deprel == CHY_DEPREL_NSUBJ || deprel == CHY_DEPREL_NSUBJ_PASS;
    return subject && chy_code_is_state(draft->says.country) &&
           strcmp(draft->says.country, scene) != 0;
}

/* The country of a place that opens a sentence of which drafts[i] is the first mention; "" where
 * none does. `*away`: whether the sentence leaves the scene before. */
static const char *scene_opened(const chy_casting *c, uint32_t i, const char *scene, bool *away) {
    uint32_t sentence = c->words[c->drafts[i].head].sentence;
    *away = false;
    for (; i < c->draft_count && c->words[c->drafts[i].head].sentence == sentence; i++) {
        const chy_draft *draft = &c->drafts[i];
        if (is_place(draft) && opens(c, draft)) return draft->says.country;
        *away = *away || turns_away(c, draft, scene);
    }
    return "";
}

static void read_scenes(chy_casting *c) {
    const char *scene = "";
    uint32_t set_in = 0, paragraph = CHY_NONE, draft = 0;
    for (uint32_t s = 0; s < c->in->sentence_count; s++) {
        if (c->in->sentences[s].paragraph != paragraph || s > set_in + SCENE_SENTENCES) scene = "";
        paragraph = c->in->sentences[s].paragraph;
        while (draft < c->draft_count && c->words[c->drafts[draft].head].sentence < s)
            draft++;
        bool here = draft < c->draft_count && c->words[c->drafts[draft].head].sentence == s;
        bool away = false;
        const char *opened = here ? scene_opened(c, draft, scene, &away) : "";
        if (*opened || away) {
            scene = opened;
            set_in = s;
        }
        c->scenes[s] = strcmp(scene, c->dateline_country) == 0 ? "" : scene;
    }
}

/* Whether a report tells of a country more than where a scene of it is set: deeds of states are
 * told in seats of many, "In Brussels, lawmakers". */
static bool is_told_of(const chy_casting *c, const char *country) {
    for (uint32_t k = 0; k < c->country_count; k++)
        if (strcmp(c->countries[k].code, country) == 0) return c->countries[k].names > 1;
    return false;
}

const char *chy_country_of_scene(const chy_casting *c, uint32_t draft, uint32_t sectors) {
    const uint32_t power = SECTOR(GOV) | SECTOR(JUD) | SECTOR(LEG);
    const uint32_t people = SECTOR(AGR) | SECTOR(COP) | SECTOR(CVL) | SECTOR(EDU) | SECTOR(LAB) |
                            SECTOR(MED) | SECTOR(OPP) | SECTOR(PTY) | SECTOR(REL) | SECTOR(SOC);
    const char *scene = c->scenes[c->words[c->drafts[draft].head].sentence];
    if (!*scene || !(sectors & (power | people)) || sectors & ~(power | people)) return "";
    return sectors & power && !is_told_of(c, scene) ? "" : scene;
}

/* "The government", "the opposition", "police": bodies of which every country has its own. */
static bool is_own_body(const chy_draft *draft) {
    static const char *const classes[] = {"government", "legislature", "ministry", "opposition",
                                          "police"};
    const uint32_t barred = CHY_SAYS_POSSESSED | CHY_SAYS_MIXED | CHY_SAYS_SIDE | CHY_SAYS_OTHER;
    const chy_profile *says = &draft->says;
    return draft->kind == CHY_MENTION_DESCRIPTION && !says->country[0] && says->count == 0 &&
           !(says->flags & barred) &&
           chy_is_one_of(says->role_class, classes, CHY_COUNT_OF(classes));
}

chy_status chy_scenes_read(chy_casting *c) {
    c->scenes = chy_arena_alloc(c->scratch, c->in->sentence_count, sizeof *c->scenes);
    if (!c->scenes) return chy_fail_memory(c->err);
    read_scenes(c);
    for (uint32_t i = 0; i < c->draft_count; i++) {
        chy_draft *draft = &c->drafts[i];
        const char *scene =
            is_own_body(draft) ? chy_country_of_scene(c, i, draft->says.sectors) : "";
        if (!*scene) continue;
        draft->says.country = scene;
        draft->of_scene = true;
    }
    return CHY_OK;
}
