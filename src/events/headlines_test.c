#include "events/scene.h"

#include <stdio.h>

static const char grammar[] = "type ASSAULT\n"
                              "rule kill\n"
                              "  verb kill\n"
                              "  cameo 190\n"
                              "rule abduct\n"
                              "  verb abduct\n"
                              "  mode abduct\n"
                              "  cameo 181\n";

#define MIL ((uint32_t)1 << CHY_SECTOR_MIL)
#define REB ((uint32_t)1 << CHY_SECTOR_REB)
#define BUS ((uint32_t)1 << CHY_SECTOR_BUS)

typedef struct party {
    chy_entity_kind kind;
    const char *country;
    uint32_t sectors;
} party;

static void add_party(scene *s, uint32_t word, const party *of) {
    uint32_t entity = scene_party(s, word, of->kind, of->country);
    s->entities[entity].sectors = of->sectors;
    uint32_t *mentions = chy_arena_alloc(s->arena, 1, sizeof *mentions);
    assert_non_null(mentions);
    mentions[0] = s->mention_of_head[word - 1];
    s->entities[entity].mentions = mentions;
    s->entities[entity].mention_count = 1;
    s->mentions[mentions[0]].kind = CHY_MENTION_DESCRIPTION;
}

static const party army = {CHY_ENTITY_ORGANISATION, "PER", MIL};
static const party soldiers = {CHY_ENTITY_GROUP, "PER", MIL};
static const party foreigners = {CHY_ENTITY_GROUP, "CHL", MIL};
static const party rebels = {CHY_ENTITY_GROUP, "PER", REB};
static const party state = {CHY_ENTITY_COUNTRY, "PER", 0};
static const party firms = {CHY_ENTITY_ORGANISATION, "PER", BUS};

/* A headline "Army kills men", and below it "Soldiers VERB people". */
static void a_headline_is_of_what_is_told_below(void **unused) {
    (void)unused;
    static const struct {
        const party *actor, *hit, *doer, *people;
        const char *verb;
        uint32_t events, recipients;
    } cases[] = {
        {&army, &rebels, &soldiers, &rebels, "kill", 1, 1},   /* an army and its soldiers */
        {&army, &rebels, &foreigners, &rebels, "kill", 2, 1}, /* soldiers of another state */
        {&army, &state, &soldiers, &rebels, "kill", 1, 1},    /* whom it befell in the state */
        {&army, &rebels, &soldiers, &rebels, "abduct", 2, 1}, /* carried off, not killed */
        {&army, &firms, &soldiers, &firms, "kill", 1, 1},     /* firms, then companies */
        {&army, &firms, &soldiers, &army, "kill", 2, 1},      /* no firm */
    };
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        scene s;
        char tree[512];
        snprintf(tree, sizeof tree,
                 "1 Army army NN 2 nsubj\n2 kills kill VBZ 0 root\n3 men man NNS 2 obj\n\n"
                 "1 Soldiers soldier NNS 2 nsubj\n2 %sed %s VBD 0 root\n3 people person NNS 2 obj\n"
                 "4 . . . 2 punct\n",
                 cases[i].verb, cases[i].verb);
        scene_open(&s, tree);
        s.fixture.sentences[0].part = CHY_PART_HEADLINE;
        add_party(&s, 1, cases[i].actor);
        add_party(&s, 3, cases[i].hit);
        add_party(&s, 4, cases[i].doer);
        add_party(&s, 6, cases[i].people);
        for (uint32_t verb = 2; verb <= 5; verb += 3) {
            scene_clause(&s, verb, verb == 2 ? "kill" : cases[i].verb, CHY_CLAUSE_VERB, CHY_NONE,
                         CHY_LINK_NONE);
            scene_argument(&s, CHY_ROLE_SUBJECT, "", verb - 1, CHY_NONE);
            scene_argument(&s, CHY_ROLE_OBJECT, "", verb + 1, CHY_NONE);
        }
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, cases[i].events);
        assert_int_equal(s.events.events[0].recipient_count, cases[i].recipients);
        scene_close(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_headline_is_of_what_is_told_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
