#include "events/scene.h"

static const char grammar[] = "type REQUEST\n"
                              "rule ask\n"
                              "  verb ask\n"
                              "  mode meet\n"
                              "  cameo 026\n"
                              "type CONSULT\n"
                              "rule meet\n"
                              "  verb meet\n"
                              "  cameo 040\n"
                              "type AGREE\n"
                              "rule promise\n"
                              "  verb promise, agree\n"
                              "  cameo 030\n"
                              "type SUPPORT\n"
                              "rule sign\n"
                              "  verb sign\n"
                              "  cameo 057\n"
                              "type REJECT\n"
                              "rule refuse\n"
                              "  verb refuse\n"
                              "  cameo 120\n"
                              "type ACCUSE\n"
                              "rule blame\n"
                              "  verb blame\n"
                              "  mode allege\n"
                              "  cameo 112\n"
                              "type THREATEN\n"
                              "rule warn\n"
                              "  verb warn\n"
                              "  cameo 130\n"
                              "type PROTEST\n"
                              "rule march\n"
                              "  verb march\n"
                              "  mode demo\n"
                              "  cameo 141\n"
                              "rule stone\n"
                              "  verb stone\n"
                              "  mode riot\n"
                              "  cameo 145\n"
                              "type ASSAULT\n"
                              "rule gas\n"
                              "  verb gas\n"
                              "  mode crowd-control\n"
                              "  cameo 175\n";

#define GOV ((uint32_t)1 << CHY_SECTOR_GOV)

/* "Nurses asked Peru. Minister refused ..." */
static void who_refuses_refuses_what_was_asked(void **state) {
    (void)state;
    static const struct {
        const char *country;
        bool of_something;
        bool named;
    } cases[] = {{"PER", false, true}, {"CHL", false, false}, {"PER", true, false}};
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        scene s;
        scene_open(&s, "1 Nurses nurse NNS 2 nsubj\n2 asked ask VBD 0 root\n"
                       "3 Peru Peru NNP 2 obj B-LOC\n4 . . . 2 punct\n\n"
                       "1 Minister minister NN 2 nsubj\n2 refused refuse VBD 0 root\n"
                       "3 fish fish NN 2 obj\n4 . . . 2 punct\n");
        uint32_t nurses = scene_party(&s, 1, CHY_ENTITY_GROUP, "PER");
        uint32_t peru = scene_party(&s, 3, CHY_ENTITY_COUNTRY, "PER");
        uint32_t minister = scene_party(&s, 5, CHY_ENTITY_PERSON, cases[i].country);
        s.entities[peru].sectors = GOV;
        s.entities[minister].sectors = GOV;
        scene_clause(&s, 2, "ask", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
        scene_clause(&s, 6, "refuse", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 5, CHY_NONE);
        if (cases[i].of_something) scene_argument(&s, CHY_ROLE_OBJECT, "", 7, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, 2);
        const chy_event *refusal = &s.events.events[1];
        assert_int_equal(refusal->recipient_count, cases[i].named ? 1 : 0);
        assert_string_equal(refusal->cameo, cases[i].named ? "125" : "120");
        if (cases[i].named) {
            assert_int_equal(refusal->recipients[0].entity, nurses);
            assert_string_equal(refusal->modes[0], "meet");
        }
        scene_close(&s);
    }
}

/* "Ruiz blamed miners and warned" */
static void who_blames_and_warns_warns_the_same(void **state) {
    (void)state;
    static const chy_clause_link links[] = {CHY_LINK_CONJUNCT, CHY_LINK_ADVERBIAL};
    for (size_t i = 0; i < CHY_COUNT_OF(links); i++) {
        scene s;
        scene_open(&s, "1 Ruiz Ruiz NNP 2 nsubj B-PER\n2 blamed blame VBD 0 root\n"
                       "3 miners miner NNS 2 obj\n4 and and CC 5 cc\n5 warned warn VBD 2 conj\n"
                       "6 . . . 2 punct\n");
        scene_party(&s, 1, CHY_ENTITY_PERSON, "PER");
        uint32_t miners = scene_party(&s, 3, CHY_ENTITY_GROUP, "PER");
        uint32_t blame = scene_clause(&s, 2, "blame", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
        scene_clause(&s, 5, "warn", CHY_CLAUSE_VERB, blame, links[i]);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, 2);
        const chy_event *threat = &s.events.events[1];
        assert_int_equal(threat->recipient_count, i == 0 ? 1 : 0);
        if (i == 0) assert_int_equal(threat->recipients[0].entity, miners);
        scene_close(&s);
    }
}

/* "Miners marched. Some stoned police. Police gassed." */
static void what_a_crowd_does_and_suffers_is_the_protest_before_s(void **state) {
    (void)state;
    scene s;
    scene_open(&s, "1 Miners miner NNS 2 nsubj\n2 marched march VBD 0 root\n3 . . . 2 punct\n\n"
                   "1 Some some DT 2 nsubj\n2 stoned stone VBD 0 root\n3 police police NNS 2 obj\n"
                   "4 . . . 2 punct\n\n"
                   "1 Police police NNS 2 nsubj\n2 gassed gas VBD 0 root\n3 . . . 2 punct\n");
    uint32_t miners = scene_party(&s, 1, CHY_ENTITY_GROUP, "PER");
    uint32_t police = scene_party(&s, 6, CHY_ENTITY_GROUP, "PER");
    scene_party(&s, 8, CHY_ENTITY_GROUP, "PER");
    s.mentions[s.mention_of_head[7]].entity = police;
    scene_clause(&s, 2, "march", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_clause(&s, 5, "stone", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 4, CHY_NONE);
    scene_argument(&s, CHY_ROLE_OBJECT, "", 6, CHY_NONE);
    scene_clause(&s, 9, "gas", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 8, CHY_NONE);
    scene_read(&s, grammar);
    assert_int_equal(s.events.event_count, 3);
    assert_int_equal(s.events.events[1].actor_count, 1);
    assert_int_equal(s.events.events[1].actors[0].entity, miners);
    assert_int_equal(s.events.events[2].recipient_count, 1);
    assert_int_equal(s.events.events[2].recipients[0].entity, miners);
    scene_close(&s);
}

/* "Ruiz met Lund. Ruiz promised." */
static void who_met_promises_the_other_side(void **state) {
    (void)state;
    static const struct {
        const char *host, *guest;
        uint32_t sectors;
        bool named;
    } cases[] = {{"PER", "NOR", GOV, true}, {"PER", "PER", GOV, false}, {"PER", "NOR", 0, false}};
    for (size_t i = 0; i < CHY_COUNT_OF(cases); i++) {
        scene s;
        scene_open(&s, "1 Ruiz Ruiz NNP 2 nsubj B-PER\n2 met meet VBD 0 root\n"
                       "3 Lund Lund NNP 2 obj B-PER\n4 . . . 2 punct\n\n"
                       "1 Ruiz Ruiz NNP 2 nsubj B-PER\n2 promised promise VBD 0 root\n"
                       "3 . . . 2 punct\n");
        uint32_t host = scene_party(&s, 1, CHY_ENTITY_PERSON, cases[i].host);
        uint32_t guest = scene_party(&s, 3, CHY_ENTITY_PERSON, cases[i].guest);
        scene_party(&s, 5, CHY_ENTITY_PERSON, cases[i].host);
        s.mentions[s.mention_of_head[4]].entity = host;
        s.entities[host].sectors = GOV;
        s.entities[guest].sectors = cases[i].sectors;
        scene_clause(&s, 2, "meet", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
        scene_clause(&s, 6, "promise", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 5, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, 2);
        const chy_event *promise = &s.events.events[1];
        assert_int_equal(promise->recipient_count, cases[i].named ? 1 : 0);
        if (cases[i].named) assert_int_equal(promise->recipients[0].entity, guest);
        scene_close(&s);
    }
}

/* "Minister asked Peru. Peru agreed": a promise of what was asked; alone none. */
static void who_agrees_grants_what_was_asked(void **state) {
    (void)state;
    for (uint32_t asked = 0; asked < 2; asked++) {
        scene s;
        scene_open(&s, "1 Minister minister NN 2 nsubj\n2 asked ask VBD 0 root\n"
                       "3 Peru Peru NNP 2 obj B-LOC\n4 . . . 2 punct\n\n"
                       "1 Peru Peru NNP 2 nsubj B-LOC\n2 agreed agree VBD 0 root\n"
                       "3 . . . 2 punct\n");
        uint32_t minister = scene_party(&s, 1, CHY_ENTITY_PERSON, "CHL");
        uint32_t peru = scene_party(&s, 3, CHY_ENTITY_COUNTRY, "PER");
        scene_party(&s, 5, CHY_ENTITY_COUNTRY, "PER");
        s.mentions[s.mention_of_head[4]].entity = peru;
        if (asked == 1) {
            scene_clause(&s, 2, "ask", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
            scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
            scene_argument(&s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
        }
        scene_clause(&s, 6, "agree", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 5, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, asked == 1 ? 2 : 0);
        if (asked == 1) {
            assert_string_equal(s.events.events[1].cameo, "036");
            assert_int_equal(s.events.events[1].recipients[0].entity, minister);
        }
        scene_close(&s);
    }
}

/* "Oman met Peru. Treaty was signed": by those who met; where none did, by nobody. */
static void who_met_signs_what_nobody_is_named_for(void **state) {
    (void)state;
    for (uint32_t met = 0; met < 2; met++) {
        scene s;
        scene_open(&s, "1 Oman Oman NNP 2 nsubj B-LOC\n2 met meet VBD 0 root\n"
                       "3 Peru Peru NNP 2 obj B-LOC\n4 . . . 2 punct\n\n"
                       "1 Treaty treaty NN 3 nsubj:pass\n2 was be VBD 3 aux:pass\n"
                       "3 signed sign VBN 0 root\n4 . . . 3 punct\n");
        uint32_t oman = scene_party(&s, 1, CHY_ENTITY_COUNTRY, "OMN");
        uint32_t peru = scene_party(&s, 3, CHY_ENTITY_COUNTRY, "PER");
        s.entities[oman].sectors = s.entities[peru].sectors = GOV;
        if (met == 1) {
            scene_clause(&s, 2, "meet", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
            scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
            scene_argument(&s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
        }
        uint32_t signing = scene_clause(&s, 7, "sign", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        s.clauses[signing].passive = true;
        scene_argument(&s, CHY_ROLE_OBJECT, "", 5, CHY_NONE);
        scene_read(&s, grammar);
        assert_int_equal(s.events.event_count, met == 1 ? 2 : 0);
        if (met == 1) assert_int_equal(s.events.events[1].actor_count, 2);
        scene_close(&s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_refuses_refuses_what_was_asked),
        cmocka_unit_test(who_blames_and_warns_warns_the_same),
        cmocka_unit_test(who_met_promises_the_other_side),
        cmocka_unit_test(who_agrees_grants_what_was_asked),
        cmocka_unit_test(who_met_signs_what_nobody_is_named_for),
        cmocka_unit_test(what_a_crowd_does_and_suffers_is_the_protest_before_s),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
