#include "events/scene.h"

#include <stdio.h>

static const char grammar[] = "type CONSULT\n"
                              "rule meet\n"
                              "  verb meet\n"
                              "  noun encounter\n"
                              "  mutual\n"
                              "rule host\n"
                              "  verb receive\n"
                              "  actor object\n"
                              "  recipient subject\n"
                              "  mode visit\n"
                              "  cameo 043\n"
                              "rule talk\n"
                              "  verb talk\n"
                              "  mutual\n"
                              "rule go-through\n"
                              "  verb review\n"
                              "  actor subject\n"
                              "  recipient indirect\n"
                              "  retells\n";

/* "Ana met Luis." and a second sentence; its words are counted from 5. */
static void open_meeting(scene *s, const char *second) {
    char tree[512];
    snprintf(tree, sizeof tree,
             "1 Ana Ana NNP 2 nsubj B-PER\n2 met meet VBD 0 root\n3 Luis Luis NNP 2 obj B-PER\n"
             "4 . . . 2 punct\n\n%s",
             second);
    scene_open(s, tree);
    scene_party(s, 1, CHY_ENTITY_PERSON, "PER");
    scene_party(s, 3, CHY_ENTITY_PERSON, "ZMB");
    scene_clause(s, 2, "meet", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_argument(s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
}

/* "Luis received Ana": the talks told before; of somebody else it is another visit. */
static void a_welcome_told_after_the_talks_is_of_them(void **state) {
    (void)state;
    for (uint32_t other = 0; other < 2; other++) {
        scene s;
        open_meeting(&s, "1 Luis Luis NNP 2 nsubj B-PER\n2 received receive VBD 0 root\n"
                         "3 Ana Ana NNP 2 obj B-PER\n4 . . . 2 punct\n");
        (void)scene_party(&s, 5, CHY_ENTITY_PERSON, "ZMB");
        (void)scene_party(&s, 7, CHY_ENTITY_PERSON, "PER");
        s.mentions[2].entity = 1;
        if (!other) s.mentions[3].entity = 0;
        scene_clause(&s, 6, "receive", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 5, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBJECT, "", 7, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, other ? 2 : 1);
        assert_int_equal(s.events.events[0].mode_count, other ? 0 : 1);
        if (!other) {
            assert_int_equal(s.events.events[0].actor_count, 1);
            assert_int_equal(s.events.events[0].actors[0].entity, 0);
            assert_int_equal(s.events.events[0].recipients[0].entity, 1);
        }
        scene_close(&s);
    }
}

/* "The men talked": those who met, who are named already. */
static void the_men_are_those_who_met(void **state) {
    (void)state;
    static const struct {
        const char *article, *noun, *country;
        uint32_t events;
    } cases[] = {{"the", "man", "", 1},
                 {"the", "officer", "", 1},
                 {"some", "man", "", 2},
                 {"the", "miner", "", 2},
                 {"the", "officer", "PER", 2}};
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        scene s;
        char second[256];
        snprintf(second, sizeof second,
                 "1 %s %s DT 2 det\n2 %ss %s NNS 3 nsubj\n3 talked talk VBD 0 root\n"
                 "4 . . . 3 punct\n",
                 cases[i].article, cases[i].article, cases[i].noun, cases[i].noun);
        open_meeting(&s, second);
        uint32_t men = scene_party(&s, 6, CHY_ENTITY_GROUP, cases[i].country);
        s.entities[men].sectors = (uint32_t)1 << CHY_SECTOR_COP;
        scene_clause(&s, 7, "talk", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 6, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, cases[i].events);
        assert_int_equal(s.events.events[0].actor_count, 2);
        scene_close(&s);
    }
}

/* "They reviewed it", of two or taken for one of them, and not what a third reviewed. */
static void they_who_go_through_a_matter_met(void **state) {
    (void)state;
    static const struct {
        const char *pronoun, *xpos;
        uint32_t tellings;
    } cases[] = {{"they", "PRP", 2}, {"we", "PRP", 2}, {"she", "PRP", 1}};
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        scene s;
        char second[256];
        snprintf(second, sizeof second,
                 "1 %s %s %s 2 nsubj\n2 reviewed review VBD 0 root\n3 . . . 2 punct\n",
                 cases[i].pronoun, cases[i].pronoun, cases[i].xpos);
        open_meeting(&s, second);
        (void)scene_party(&s, 5, CHY_ENTITY_PERSON, "PER");
        s.mentions[2].entity = 0;
        scene_clause(&s, 6, "review", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 5, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, 1);
        assert_int_equal(s.events.events[0].evidence_count, cases[i].tellings);
        scene_close(&s);
    }
}

/* "It was an encounter between friends": no meeting of friends; of those who are named it is. */
static void of_what_kind_a_meeting_was_tells_no_other(void **state) {
    (void)state;
    static const chy_mention_kind kinds[] = {CHY_MENTION_DESCRIPTION, CHY_MENTION_NAME};
    for (uint32_t i = 0; i < CHY_COUNT_OF(kinds); i++) {
        scene s;
        open_meeting(&s, "1 It it PRP 4 nsubj\n2 was be VBD 4 cop\n3 an a DT 4 det\n"
                         "4 encounter encounter NN 0 root\n5 between between IN 6 case\n"
                         "6 friends friend NNS 4 nmod\n7 . . . 4 punct\n");
        (void)scene_party(&s, 10, CHY_ENTITY_GROUP, "");
        s.mentions[2].kind = (uint8_t)kinds[i];
        uint32_t be = scene_clause(&s, 6, "be", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_PREDICATE, "", 8, be + 1);
        scene_clause(&s, 8, "encounter", CHY_CLAUSE_NOUN, be, CHY_LINK_ARGUMENT);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 10, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, 1 + i);
        assert_int_equal(s.events.events[0].evidence_count, 2 - i);
        scene_close(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_welcome_told_after_the_talks_is_of_them),
        cmocka_unit_test(the_men_are_those_who_met),
        cmocka_unit_test(they_who_go_through_a_matter_met),
        cmocka_unit_test(of_what_kind_a_meeting_was_tells_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
