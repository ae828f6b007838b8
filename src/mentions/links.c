#include "mentions/cast.h"

#include <string.h>

uint32_t chy_unit(const chy_casting *c, uint32_t draft) {
    while (c->drafts[draft].unit != draft) {
        /* Halving the path keeps the walk short. */
        c->drafts[draft].unit = c->drafts[c->drafts[draft].unit].unit;
        draft = c->drafts[draft].unit;
    }
    return draft;
}

static bool is_apposed(uint8_t deprel) {
    return deprel == CHY_DEPREL_APPOS || deprel == CHY_DEPREL_FLAT ||
           deprel == CHY_DEPREL_COMPOUND || deprel == CHY_DEPREL_NMOD_DESC;
}

static bool kinds_agree(uint8_t a, uint8_t b) {
    if (a == b || a == CHY_ENTITY_KIND_COUNT || b == CHY_ENTITY_KIND_COUNT) return true;
    uint32_t pair = 1u << a | 1u << b;
    uint32_t bodies = 1u << CHY_ENTITY_ORGANISATION | 1u << CHY_ENTITY_ARMED_GROUP |
                      1u << CHY_ENTITY_OTHER | 1u << CHY_ENTITY_GROUP;
    return (pair & ~bodies) == 0;
}

bool chy_profiles_agree(const chy_profile *a, const chy_profile *b) {
    bool countries = !a->country[0] || !b->country[0] || strcmp(a->country, b->country) == 0;
    bool genders = !a->gender || !b->gender || a->gender == b->gender;
    bool numbers = !a->number || !b->number || a->number == b->number;
    return countries && genders && numbers && kinds_agree(a->kind, b->kind);
}

/* Whether two persons' names can be one person's. */
static bool names_agree(const chy_casting *c, uint32_t a, uint32_t b) {
    if (a == CHY_NONE || b == CHY_NONE || a == b) return true;
    return chy_names_contained(c, &c->drafts[a], &c->drafts[b]);
}

/* Joins two mentions of one who, unless what their units say of country, gender, number or name
 * differs. The earlier one leads and keeps what both say. */
static void join(const chy_casting *c, uint32_t a, uint32_t b) {
    a = chy_unit(c, a);
    b = chy_unit(c, b);
    if (a == b) return;
    chy_draft *lead = &c->drafts[a < b ? a : b], *other = &c->drafts[a < b ? b : a];
    chy_unit_says *x = &lead->unit_says, *y = &other->unit_says;
    bool countries = !x->country[0] || !y->country[0] || strcmp(x->country, y->country) == 0;
    bool genders = !x->gender || !y->gender || x->gender == y->gender;
    if (!countries || !genders || !names_agree(c, x->name, y->name)) return;
    x->country = x->country[0] ? x->country : y->country;
    if (!x->gender) x->gender = y->gender;
    x->name = x->name != CHY_NONE ? x->name : y->name;
    other->unit = a < b ? a : b;
}

static bool may_join(const chy_casting *c, uint32_t a, uint32_t b) {
    const chy_draft *x = &c->drafts[a], *y = &c->drafts[b];
    if (x->kind == CHY_MENTION_NAME && y->kind == CHY_MENTION_NAME &&
        (x->says.kind == CHY_ENTITY_PLACE || x->says.kind == CHY_ENTITY_COUNTRY ||
         x->says.kind == CHY_ENTITY_PERSON))
        return false;
    return chy_profiles_agree(&x->says, &y->says);
}

bool chy_is_bracketed_letters(const chy_casting *c, const chy_draft *draft) {
    return draft->kind == CHY_MENTION_NAME && draft->end - draft->first == 1 && draft->first > 1 &&
           strcmp(c->words[draft->first - 1].form, "(") == 0 &&
           c->words[draft->first - 2].sentence == c->words[draft->first].sentence &&
           chy_all_capitals(c->words[draft->first].form);
}

/* "The General Workers' Union (GWU)", wherever the parser hung the letters. */
static bool link_letters(const chy_casting *c, uint32_t i) {
    const chy_draft *draft = &c->drafts[i];
    if (!chy_is_bracketed_letters(c, draft)) return false;
    uint32_t before = c->name_of_word[draft->first - 2];
    if (before == CHY_NONE) before = c->draft_of_head[draft->first - 2];
    if (before == CHY_NONE || before == i) return false;
    uint8_t kind = c->drafts[before].says.kind;
    if (kind != CHY_ENTITY_ORGANISATION && kind != CHY_ENTITY_ARMED_GROUP) return false;
    join(c, i, before);
    return true;
}

static bool is_role(const chy_draft *draft) {
    return draft->kind == CHY_MENTION_DESCRIPTION && draft->says.kind == CHY_ENTITY_PERSON;
}

/* The word after "Gen.", "Dr" and the like. */
static uint32_t behind_honorifics(const chy_casting *c, uint32_t at) {
    static const char *const honorifics[] = {"adm.",  "amb.", "capt.", "col.",   "dr",  "dr.",
                                             "gen.",  "h.e.", "hon",   "hon.",   "lt.", "maj.",
                                             "mr",    "mr.",  "mrs",   "mrs.",   "ms",  "ms.",
                                             "prof.", "rev.", "sgt.",  "sheikh", "sir"};
    while (at < c->word_count &&
           chy_is_one_of(c->words[at].form, honorifics, CHY_COUNT_OF(honorifics)))
        at++;
    return at;
}

/* A title belongs to the name right behind it, or to the title between: "army chief General X".
 * Which word the parser hung from which does not matter. */
static bool link_title(const chy_casting *c, uint32_t i) {
    const chy_draft *draft = &c->drafts[i];
    if (!is_role(draft) || draft->says.flags & CHY_SAYS_INDEFINITE) return false;
    uint32_t behind = behind_honorifics(c, draft->core_end);
    for (uint32_t next = i + 1; next < c->draft_count; next++) {
        const chy_draft *other = &c->drafts[next];
        if (other->first < draft->core_end || other->says.flags & CHY_SAYS_THING) continue;
        if (c->words[other->head].sentence != c->words[draft->head].sentence) return false;
        if (other->first == behind && other->kind == CHY_MENTION_NAME &&
            other->says.kind == CHY_ENTITY_PERSON) {
            join(c, i, next);
            return true;
        }
        /* Right behind the office, or behind all of its phrase: "First Minister of Wales X". */
        if (other->first > draft->core_end && other->first < draft->end) continue;
        if (other->first > draft->core_end && other->first > draft->end) return false;
        bool name = other->kind == CHY_MENTION_NAME && other->says.kind == CHY_ENTITY_PERSON;
        if (name || is_role(other)) {
            join(c, i, next);
            return true;
        }
        return false;
    }
    return false;
}

/* Whether a comma, and nothing but an honorific else, stands between two mentions. */
static bool comma_between(const chy_casting *c, const chy_draft *a, const chy_draft *b) {
    return a->end < b->first && strcmp(c->words[a->end].form, ",") == 0 &&
           behind_honorifics(c, a->end + 1) == b->first;
}

/* "Amina Yusuf, the ministry's spokesperson," and "Its leader, Rosa Quispe,": an apposition that
 * the parser took for a second subject, object or conjunct. */
static void link_neighbour(const chy_casting *c, uint32_t i) {
    const chy_draft *draft = &c->drafts[i];
    bool name = draft->kind == CHY_MENTION_NAME && draft->says.kind == CHY_ENTITY_PERSON;
    if (!name && !is_role(draft)) return;
    for (uint32_t next = i + 1; next < c->draft_count && next <= i + 6; next++) {
        const chy_draft *other = &c->drafts[next];
        if (other->first < draft->end || other->says.flags & CHY_SAYS_THING) continue;
        bool pair = name ? is_role(other) && other->says.flags & CHY_SAYS_DEFINITE
                         : other->kind == CHY_MENTION_NAME && other->says.kind == CHY_ENTITY_PERSON;
        const chy_word *x = &c->words[draft->head], *y = &c->words[other->head];
        bool parallel = (x->head == y->head && x->deprel == y->deprel) || y->head == draft->head ||
                        x->head == other->head;
        bool coordinated = chy_tree_child(&c->tree, other->head, CHY_DEPREL_CC) != CHY_NONE;
        if (pair && parallel && !coordinated && comma_between(c, draft, other) &&
            chy_profiles_agree(&draft->says, &other->says))
            join(c, i, next);
        return;
    }
}

/* "A spokesman for Mr Keane, Paul Doyle", "the minister in charge of ports, Ada Obi": the office
 * that the name belongs to which the parser apposed to one within the office's phrase; or CHY_NONE.
 */
static uint32_t holder_above(const chy_casting *c, uint32_t inner) {
    uint32_t word = inner;
    for (int steps = 0; steps < 4; steps++) {
        uint8_t deprel = c->words[word].deprel;
        bool within = deprel == CHY_DEPREL_NMOD || deprel == CHY_DEPREL_NMOD_POSS ||
                      deprel == CHY_DEPREL_CONJ || deprel == CHY_DEPREL_COMPOUND;
        if (!within || c->words[word].head == CHY_NONE) return CHY_NONE;
        word = c->words[word].head;
        uint32_t holder = c->draft_of_head[word];
        if (holder != CHY_NONE && is_role(&c->drafts[holder]))
            return c->drafts[holder].says.number == 1 ? holder : CHY_NONE;
    }
    return CHY_NONE;
}

/* "The sister of the accused, Marta Lopez,": the name is of the relative that the phrase is about,
 * unless it is no name of her sex. */
static uint32_t relative_above(const chy_casting *c, const chy_draft *name, uint32_t inner) {
    uint32_t holder = holder_above(c, inner);
    if (holder == CHY_NONE) return CHY_NONE;
    const chy_profile *says = &c->drafts[holder].says;
    char gender = name->says.gender;
    if (!gender) gender = name->given;
    bool sexes = !says->gender || !gender || says->gender == gender;
    return strcmp(says->role_class, "family") == 0 && sexes ? holder : CHY_NONE;
}

/* Where a name begins with its titles: "| Lieutenant General Ana Ruiz". */
static uint32_t before_titles(const chy_casting *c, const chy_draft *name) {
    uint32_t first = name->first;
    while (first > 0) {
        const chy_word *word = &c->words[first - 1];
        bool title = word->deprel == CHY_DEPREL_NMOD_DESC || word->deprel == CHY_DEPREL_COMPOUND;
        if (!title || word->head < first || word->head > name->head) break;
        first--;
    }
    return first;
}

/* "X met his counterpart, | a spokesman | said", hung as an apposition from X: what begins a clause
 * behind the verb of the noun is none of it. */
static bool is_across(const chy_casting *c, const chy_draft *draft) {
    const chy_word *word = &c->words[draft->head];
    uint32_t verb = c->words[word->head].head;
    uint32_t next = draft->end;
    bool over = word->deprel == CHY_DEPREL_APPOS && verb != CHY_NONE && verb > word->head &&
                verb < draft->first;
    return over && next < c->word_count && c->words[next].upos == CHY_UPOS_VERB &&
           chy_tree_child(&c->tree, next, CHY_DEPREL_NSUBJ) == CHY_NONE;
}

/* What the tree says: appositions, names after their description, short forms in brackets. */
static void link_head(const chy_casting *c, uint32_t i) {
    const chy_draft *draft = &c->drafts[i];
    const chy_word *word = &c->words[draft->head];
    if (word->head == CHY_NONE || link_title(c, i) || link_letters(c, i) || is_across(c, draft))
        return;
    uint32_t other = c->draft_of_head[word->head];
    if (other == CHY_NONE) other = c->name_of_word[word->head];
    if (other == i) return;
    bool named_after = word->deprel == CHY_DEPREL_FLAT && draft->kind == CHY_MENTION_NAME;
    /* "The Minister of Trade, Hon. X": a title, though a comma parts it from its name. */
    bool title = word->deprel == CHY_DEPREL_NMOD_DESC && is_role(draft) && word->head > draft->head;
    bool person = draft->kind == CHY_MENTION_NAME && draft->says.kind == CHY_ENTITY_PERSON;
    uint32_t first = before_titles(c, draft);
    bool apposed = person && word->deprel == CHY_DEPREL_APPOS && first > 0 &&
                   strcmp(c->words[first - 1].form, ",") == 0;
    uint32_t relative = apposed ? relative_above(c, draft, word->head) : CHY_NONE;
    if (relative != CHY_NONE && may_join(c, i, relative)) {
        join(c, i, relative);
        return;
    }
    if ((word->deprel == CHY_DEPREL_APPOS || named_after || title) && other != CHY_NONE &&
        may_join(c, i, other)) {
        join(c, i, other);
        return;
    }
    uint32_t holder = apposed ? holder_above(c, word->head) : CHY_NONE;
    if (holder != CHY_NONE && may_join(c, i, holder)) {
        join(c, i, holder);
        return;
    }
    if (word->deprel == CHY_DEPREL_APPOS && other != CHY_NONE &&
        chy_is_bracketed_letters(c, draft) && c->drafts[other].says.kind != CHY_ENTITY_PLACE &&
        c->drafts[other].says.kind != CHY_ENTITY_COUNTRY)
        join(c, i, other);
}

bool chy_is_undecided(const chy_casting *c, uint32_t predicate) {
    for (uint32_t w = c->tree.first_child[predicate]; w != CHY_NONE; w = c->tree.next_sibling[w])
        if (c->words[w].feat_bits & CHY_FEAT_NEGATIVE ||
            (c->words[w].deprel == CHY_DEPREL_AUX && w < predicate &&
             !chy_same(c->words[w].lemma, "have")))
            return true;
    return false;
}

/* "X is the president of Y", "X, who was a lawmaker": the predicate noun is X; and so is the
 * subject of "the president is X". */
static void link_copula(const chy_casting *c, uint32_t i) {
    chy_draft *draft = &c->drafts[i];
    bool name = draft->kind == CHY_MENTION_NAME && draft->says.kind == CHY_ENTITY_PERSON;
    if (draft->kind != CHY_MENTION_DESCRIPTION && !name) return;
    uint32_t copula = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_COP);
    uint32_t subject = chy_tree_child(&c->tree, draft->head, CHY_DEPREL_NSUBJ);
    if (copula == CHY_NONE || subject == CHY_NONE || chy_is_undecided(c, draft->head)) return;
    if (!name) draft->says.flags |= CHY_SAYS_PREDICATE;
    uint32_t other = c->draft_of_head[subject];
    if (other == CHY_NONE || (name && !is_role(&c->drafts[other])) ||
        (c->drafts[other].kind == CHY_MENTION_PRONOUN &&
         !(c->words[subject].feat_bits & CHY_FEAT_RELATIVE)))
        return;
    if (may_join(c, i, other)) join(c, i, other);
}

/* "The guild, | whose | leader, X, said": the mention that ends right before the comma, wherever
 * the parser hung the clause; or CHY_NONE. */
static uint32_t before_whose(const chy_casting *c, uint32_t whose) {
    if (whose < 2 || c->words[whose].deprel != CHY_DEPREL_NMOD_POSS ||
        strcmp(c->words[whose - 1].form, ",") != 0 ||
        c->words[whose - 2].sentence != c->words[whose].sentence)
        return CHY_NONE;
    uint32_t word = whose - 2;
    if (c->name_of_word[word] != CHY_NONE) return c->name_of_word[word];
    for (int steps = 0; steps < 4 && word != CHY_NONE; steps++) {
        uint32_t draft = c->draft_of_head[word];
        if (draft != CHY_NONE) return c->drafts[draft].end == whose - 1 ? draft : CHY_NONE;
        word = c->words[word].head;
    }
    return CHY_NONE;
}

/* "who", "which": the noun that the clause modifies. */
static void link_relative(const chy_casting *c, uint32_t i) {
    const chy_draft *draft = &c->drafts[i];
    if (draft->kind != CHY_MENTION_PRONOUN ||
        !(c->words[draft->head].feat_bits & CHY_FEAT_RELATIVE))
        return;
    uint32_t at = draft->head, other = CHY_NONE;
    bool clause = false;
    for (int steps = 0; steps < 8 && at != CHY_NONE && !clause; steps++) {
        clause = c->words[at].deprel == CHY_DEPREL_ACL_RELCL;
        uint32_t noun = c->words[at].head;
        if (clause && noun != CHY_NONE)
            other =
                c->draft_of_head[noun] != CHY_NONE ? c->draft_of_head[noun] : c->name_of_word[noun];
        at = noun;
    }
    if (!clause) other = before_whose(c, draft->head);
    if (other != CHY_NONE) join(c, i, other);
}

/* "The Blue Front movement", "the Delta Press news agency": a general noun behind a body's own
 * name. */
static void link_named_body(const chy_casting *c, uint32_t i) {
    static const char *const general[] = {"agency",       "alliance",     "bloc",      "company",
                                          "faction",      "group",        "insurgent", "militant",
                                          "militia",      "movement",     "network",   "newspaper",
                                          "organisation", "organization", "party",     "rebel"};
    const chy_draft *draft = &c->drafts[i];
    if (draft->kind != CHY_MENTION_DESCRIPTION ||
        !chy_is_one_of(c->words[draft->head].lemma, general, CHY_COUNT_OF(general)))
        return;
    for (uint32_t w = draft->first; w < draft->head; w++) {
        uint32_t name = c->name_of_word[w];
        bool body = name != CHY_NONE && c->words[w].head == draft->head &&
                    (c->drafts[name].says.kind == CHY_ENTITY_ORGANISATION ||
                     c->drafts[name].says.kind == CHY_ENTITY_ARMED_GROUP);
        if (body && c->words[w].deprel == CHY_DEPREL_COMPOUND) {
            join(c, i, name);
            return;
        }
    }
}

/* The name right behind a noun for a body, "broadcaster NOS", "the newspaper Denik N", wherever the
 * parser hung either; CHY_NONE where there is none. */
static uint32_t named_behind(const chy_casting *c, uint32_t i) {
    const chy_draft *draft = &c->drafts[i];
    const uint32_t trades = 1u << CHY_SECTOR_JRN | 1u << CHY_SECTOR_BUS | 1u << CHY_SECTOR_LAB;
    bool body = draft->says.kind == CHY_ENTITY_ORGANISATION;
    bool trade = draft->says.kind == CHY_ENTITY_PERSON && draft->says.sectors & trades;
    if (draft->kind != CHY_MENTION_DESCRIPTION || draft->says.number != 1 || !(body || trade) ||
        draft->core_end >= c->word_count)
        return CHY_NONE;
    uint32_t name = c->name_of_word[draft->core_end];
    if (name == CHY_NONE || c->drafts[name].first != draft->core_end) return CHY_NONE;
    const chy_draft *behind = &c->drafts[name];
    bool unknown = behind->says.kind == CHY_ENTITY_PERSON && !behind->has_fact && body;
    bool other = behind->says.kind == CHY_ENTITY_ORGANISATION ||
                 (behind->says.kind == CHY_ENTITY_OTHER && !behind->has_fact);
    const chy_word *x = &c->words[draft->head], *y = &c->words[behind->head];
    bool hung = y->head == draft->head && is_apposed(y->deprel);
    bool before = x->head == behind->head && is_apposed(x->deprel);
    bool beside = x->head == y->head && x->deprel == y->deprel;
    return (unknown || other) && (hung || before || beside) ? name : CHY_NONE;
}

/* Such a name is the body's, and the noun none of a person. */
static void link_named_behind(const chy_casting *c, uint32_t i) {
    uint32_t name = named_behind(c, i);
    if (name == CHY_NONE) return;
    chy_draft *const both[] = {&c->drafts[i], &c->drafts[name]};
    for (size_t k = 0; k < 2; k++) {
        chy_profile *says = &both[k]->says;
        says->kind = CHY_ENTITY_ORGANISATION;
        /* "The port operator X" employs, and works for none. */
        bool employs =
            k == 0 && says->flags & CHY_SAYS_HUMAN && says->sectors == 1u << CHY_SECTOR_LAB;
        if (employs) says->sectors = 1u << CHY_SECTOR_BUS;
        says->flags &= ~(uint32_t)CHY_SAYS_HUMAN;
        says->gender = 'n';
        both[k]->unit_says = (chy_unit_says){says->country, 'n', CHY_NONE};
    }
    join(c, i, name);
}

/* "The town of Malakal" is Malakal. */
static void link_of(const chy_casting *c, uint32_t i) {
    const chy_draft *draft = &c->drafts[i];
    bool noun = draft->kind == CHY_MENTION_DESCRIPTION &&
                draft->says.flags & (CHY_SAYS_PLACE | CHY_SAYS_COUNTRY) && draft->says.number == 1;
    if (!noun || strcmp(draft->says.role, "capital") == 0 ||
        strcmp(draft->says.role, "border") == 0)
        return;
    for (uint32_t w = c->tree.first_child[draft->head]; w != CHY_NONE;
         w = c->tree.next_sibling[w]) {
        uint32_t name = c->name_of_word[w];
        bool place = name != CHY_NONE && (c->drafts[name].says.kind == CHY_ENTITY_PLACE ||
                                          c->drafts[name].says.kind == CHY_ENTITY_COUNTRY);
        if (place && c->words[w].deprel == CHY_DEPREL_NMOD &&
            strcmp(chy_tree_case(&c->tree, w), "of") == 0 &&
            c->drafts[name].says.kind == draft->says.kind)
            join(c, i, name);
    }
}

/* Whether a word stands under a verb of calling where the name does: "known as | Y", "goes by |
 * the name Y", "uses | the name Y", "calls itself | Y". */
static bool is_called_by(const chy_casting *c, uint32_t verb, uint32_t word, bool alias) {
    static const char *const calls[] = {"call", "dub", "name", "nickname", "style"};
    static const char *const takes[] = {"adopt", "take", "use"};
    const char *lemma = c->words[verb].lemma, *preposition = chy_tree_case(&c->tree, word);
    uint8_t deprel = c->words[word].deprel;
    if (strcmp(lemma, "go") == 0) return deprel == CHY_DEPREL_OBL && strcmp(preposition, "by") == 0;
    if (strcmp(lemma, "know") == 0)
        return (deprel == CHY_DEPREL_OBL || deprel == CHY_DEPREL_XCOMP) &&
               strcmp(preposition, "as") == 0;
    if (chy_is_one_of(lemma, takes, CHY_COUNT_OF(takes))) return deprel == CHY_DEPREL_OBJ && alias;
    return chy_is_one_of(lemma, calls, CHY_COUNT_OF(calls)) && deprel == CHY_DEPREL_XCOMP;
}

/* The name that a verb of calling under a noun gives it: "known as Y", "who goes by the name Y";
 * CHY_NONE where there is none. */
static uint32_t name_given(const chy_casting *c, uint32_t verb) {
    static const char *const nouns[] = {"alias", "name", "nickname", "pseudonym"};
    for (uint32_t w = c->tree.first_child[verb]; w != CHY_NONE; w = c->tree.next_sibling[w]) {
        bool alias = chy_is_one_of(c->words[w].lemma, nouns, CHY_COUNT_OF(nouns));
        if (w < verb || !is_called_by(c, verb, w, alias)) continue;
        if (c->name_of_word[w] != CHY_NONE) return c->name_of_word[w];
        for (uint32_t k = c->tree.first_child[w]; alias && k != CHY_NONE;
             k = c->tree.next_sibling[k])
            if (k > w && c->name_of_word[k] != CHY_NONE) return c->name_of_word[k];
    }
    return CHY_NONE;
}

/* What is called so says what the name is of, where no table does. */
static void settle_called(chy_draft *name, const chy_profile *says) {
    bool party = says->kind == CHY_ENTITY_PERSON || says->kind == CHY_ENTITY_ORGANISATION ||
                 says->kind == CHY_ENTITY_ARMED_GROUP;
    if (name->has_fact || !party || name->says.kind == says->kind) return;
    bool person = says->kind == CHY_ENTITY_PERSON;
    name->says.kind = says->kind;
    name->says.gender = says->gender;
    name->says.country = "";
    name->says.flags = person ? CHY_SAYS_HUMAN : 0;
    name->unit_says = (chy_unit_says){"", says->gender, person ? name->unit_says.name : CHY_NONE};
}

/* "The singer, who goes by the name Marta", "a band known as Red Fox", "the
 * Tillers, now known as the Field League". */
static void link_called(const chy_casting *c, uint32_t i) {
    const chy_draft *draft = &c->drafts[i];
    bool body = draft->says.kind == CHY_ENTITY_ORGANISATION ||
                draft->says.kind == CHY_ENTITY_ARMED_GROUP || draft->says.kind == CHY_ENTITY_OTHER;
    if (draft->kind == CHY_MENTION_PRONOUN || (draft->kind == CHY_MENTION_NAME && !body)) return;
    for (uint32_t w = c->tree.first_child[draft->head]; w != CHY_NONE;
         w = c->tree.next_sibling[w]) {
        bool clause =
            c->words[w].deprel == CHY_DEPREL_ACL || c->words[w].deprel == CHY_DEPREL_ACL_RELCL;
        uint32_t subject = clause ? chy_tree_child(&c->tree, w, CHY_DEPREL_NSUBJ) : CHY_NONE;
        bool other = subject != CHY_NONE && !(c->words[subject].feat_bits & CHY_FEAT_RELATIVE);
        uint32_t name = clause && !other ? name_given(c, w) : CHY_NONE;
        if (name == CHY_NONE) continue;
        settle_called(&c->drafts[name], &draft->says);
        if (may_join(c, i, name)) join(c, i, name);
    }
}

void chy_links_read(chy_casting *c) {
    for (uint32_t i = 0; i < c->draft_count; i++) {
        chy_draft *draft = &c->drafts[i];
        bool person = draft->kind == CHY_MENTION_NAME && draft->says.kind == CHY_ENTITY_PERSON;
        draft->unit_says =
            (chy_unit_says){draft->says.country, draft->says.gender, person ? i : CHY_NONE};
    }
    for (uint32_t i = 0; i < c->draft_count; i++)
        if (!(c->drafts[i].says.flags & CHY_SAYS_THING)) link_named_behind(c, i);
    for (uint32_t i = 0; i < c->draft_count; i++) {
        if (c->drafts[i].says.flags & CHY_SAYS_THING) continue;
        link_head(c, i);
        link_neighbour(c, i);
        link_of(c, i);
        link_called(c, i);
        link_named_body(c, i);
        link_copula(c, i);
        link_relative(c, i);
    }
}
