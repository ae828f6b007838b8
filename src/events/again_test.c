#include "events/scene.h"

#include <stdio.h>

static const char grammar[] = "type PROTEST\n"
                              "rule march\n"
                              "  verb march, join\n"
                              "  noun march\n"
                              "  mode demo\n"
                              "  cameo 141\n"
                              "type SANCTION\n"
                              "rule convict\n"
                              "  verb convict\n"
                              "  mode convict\n"
                              "  cameo 116\n"
                              "type SUPPORT\n"
                              "rule sign\n"
                              "  verb sign\n"
                              "  cameo 057\n"
                              "type CONSULT\n"
                              "rule meet\n"
                              "  verb meet\n"
                              "  cameo 040\n"
                              "rule visit\n"
                              "  noun visit\n"
                              "  recipient to\n"
                              "  mode visit\n"
                              "  cameo 042\n";

static void the_protesters_are_those_of_the_protest_before(void **state) {
    (void)state;
    static const struct {
        const char *article, *noun;
        uint32_t events;
    } cases[] = {{"the", "protester", 1},
                 {"the", "marcher", 1},
                 {"some", "protester", 2},
                 {"the", "miner", 2}};
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        scene s;
        char tree[512];
        snprintf(tree, sizeof tree,
                 "1 Nurses nurse NNS 2 nsubj\n2 marched march VBD 0 root\n3 . . . 2 punct\n\n"
                 "1 %s %s DT 2 det\n2 %ss %s NNS 3 nsubj\n3 marched march VBD 0 root\n"
                 "4 . . . 3 punct\n",
                 cases[i].article, cases[i].article, cases[i].noun, cases[i].noun);
        scene_open(&s, tree);
        scene_party(&s, 1, CHY_ENTITY_GROUP, "");
        scene_party(&s, 5, CHY_ENTITY_GROUP, "");
        scene_clause(&s, 2, "march", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        scene_clause(&s, 6, "march", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 5, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, cases[i].events);
        assert_int_equal(s.events.events[0].actor_count, 1);
        assert_int_equal(s.events.events[0].evidence_count, 3 - cases[i].events);
        scene_close(&s);
    }
}

/* "Nurses marched. Miners joined the march." */
static void who_joins_a_protest_is_of_it(void **state) {
    (void)state;
    static const char *const articles[] = {"the", "a"};
    for (size_t i = 0; i < CHY_COUNT_OF(articles); i++) {
        scene s;
        char tree[512];
        snprintf(tree, sizeof tree,
                 "1 Nurses nurse NNS 2 nsubj\n2 marched march VBD 0 root\n3 . . . 2 punct\n\n"
                 "1 Miners miner NNS 2 nsubj\n2 joined join VBD 0 root\n3 %s %s DT 4 det\n"
                 "4 march march NN 2 obj\n5 . . . 2 punct\n",
                 articles[i], articles[i]);
        scene_open(&s, tree);
        scene_party(&s, 1, CHY_ENTITY_GROUP, "");
        scene_party(&s, 4, CHY_ENTITY_GROUP, "");
        scene_clause(&s, 2, "march", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        uint32_t join = scene_clause(&s, 5, "join", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 4, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBJECT, "", 7, CHY_NONE);
        scene_clause(&s, 7, "march", CHY_CLAUSE_NOUN, join, CHY_LINK_ARGUMENT);
        scene_read(&s, grammar);
        assert_int_equal(s.events.events[0].actor_count, i == 0 ? 2 : 1);
        scene_close(&s);
    }
}

static void a_judge_gives_the_verdict_of_a_court(void **state) {
    (void)state;
    static const struct {
        chy_sector sector;
        uint32_t events, actors;
    } cases[] = {{CHY_SECTOR_JUD, 1, 2}, {CHY_SECTOR_MIL, 2, 1}};
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        scene s;
        scene_open(&s, "1 Court court NN 2 nsubj\n2 convicted convict VBD 0 root\n"
                       "3 Ana Ana NNP 2 obj B-PER\n4 . . . 2 punct\n\n"
                       "1 Ruiz Ruiz NNP 2 nsubj B-PER\n2 convicted convict VBD 0 root\n"
                       "3 Ana Ana NNP 2 obj B-PER\n4 . . . 2 punct\n");
        uint32_t court = scene_party(&s, 1, CHY_ENTITY_ORGANISATION, "PER");
        uint32_t convict = scene_party(&s, 3, CHY_ENTITY_PERSON, "PER");
        uint32_t judge = scene_party(&s, 5, CHY_ENTITY_PERSON, "PER");
        (void)scene_party(&s, 7, CHY_ENTITY_PERSON, "PER");
        s.mentions[s.mention_of_head[6]].entity = convict;
        s.entities[court].sectors = (uint32_t)1 << CHY_SECTOR_JUD;
        s.entities[judge].sectors = (uint32_t)1 << cases[i].sector;
        for (uint32_t verb = 2; verb <= 6; verb += 4) {
            scene_clause(&s, verb, "convict", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
            scene_argument(&s, CHY_ROLE_SUBJECT, "", verb - 1, CHY_NONE);
            scene_argument(&s, CHY_ROLE_OBJECT, "", verb + 1, CHY_NONE);
        }
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, cases[i].events);
        assert_int_equal(s.events.events[0].actor_count, cases[i].actors);
        scene_close(&s);
    }
}

static void who_signs_the_deal_signs_the_one_told_before(void **state) {
    (void)state;
    static const char *const articles[] = {"the", "a"};
    for (size_t i = 0; i < CHY_COUNT_OF(articles); i++) {
        scene s;
        char tree[512];
        snprintf(tree, sizeof tree,
                 "1 Peru Peru NNP 2 nsubj B-LOC\n2 signed sign VBD 0 root\n3 truce truce NN 2 obj\n"
                 "4 . . . 2 punct\n\n1 Ali Ali NNP 2 nsubj B-PER\n2 signed sign VBD 0 root\n"
                 "3 %s %s DT 4 det\n4 deal deal NN 2 obj\n5 . . . 2 punct\n",
                 articles[i], articles[i]);
        scene_open(&s, tree);
        scene_party(&s, 1, CHY_ENTITY_COUNTRY, "PER");
        scene_party(&s, 5, CHY_ENTITY_PERSON, "CHL");
        scene_clause(&s, 2, "sign", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
        scene_clause(&s, 6, "sign", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 5, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBJECT, "", 8, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, i == 0 ? 1 : 2);
        scene_close(&s);
    }
}

/* "Guest met host on visit to islands": one encounter; "to Fiji", the visit as well. */
static void a_stay_in_a_land_not_named_is_of_the_meeting(void **state) {
    (void)state;
    static const struct {
        const char *land, *tag;
        uint32_t events;
    } cases[] = {{"islands", "NNS", 1}, {"Fiji", "NNP", 2}};
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        scene s;
        char tree[512];
        snprintf(tree, sizeof tree,
                 "1 Guest guest NN 2 nsubj\n2 met meet VBD 0 root\n3 host host NN 2 obj\n"
                 "4 on on IN 5 case\n5 visit visit NN 2 obl\n6 to to IN 7 case\n"
                 "7 %s %s %s 5 nmod\n8 . . . 2 punct\n",
                 cases[i].land, cases[i].land, cases[i].tag);
        scene_open(&s, tree);
        scene_party(&s, 1, CHY_ENTITY_PERSON, "TON");
        scene_party(&s, 3, CHY_ENTITY_PERSON, "FJI");
        scene_party(&s, 7, CHY_ENTITY_COUNTRY, "FJI");
        uint32_t met = scene_clause(&s, 2, "meet", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
        scene_clause(&s, 5, "visit", CHY_CLAUSE_NOUN, met, CHY_LINK_ARGUMENT);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBLIQUE, "to", 7, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, cases[i].events);
        assert_string_equal(s.events.events[0].cameo, "040");
        scene_close(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_protesters_are_those_of_the_protest_before),
        cmocka_unit_test(who_joins_a_protest_is_of_it),
        cmocka_unit_test(a_judge_gives_the_verdict_of_a_court),
        cmocka_unit_test(who_signs_the_deal_signs_the_one_told_before),
        cmocka_unit_test(a_stay_in_a_land_not_named_is_of_the_meeting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
