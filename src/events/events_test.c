#include "events/scene.h"

static const char consult[] = "shared set embeds-future: agree, plan\n"
                              "shared set lasting: last\n"
                              "type CONSULT\n"
                              "becomes REJECT, mode meet, cameo 125 when future and negated\n"
                              "becomes AGREE, cameo 036 when future\n"
                              "rule meet\n"
                              "  verb meet\n"
                              "  noun talk\n"
                              "  recipient object | with\n"
                              "  mutual\n"
                              "  mode phone, cameo 041 when by has phone\n"
                              "rule visit\n"
                              "  verb visit\n"
                              "  mode visit\n"
                              "  place object\n"
                              "type ASSAULT\n"
                              "  absorbs MOBILIZE\n"
                              "rule bomb\n"
                              "  verb bomb\n"
                              "  noun bombing\n"
                              "rule kill\n"
                              "  verb kill\n"
                              "  count dead from object\n"
                              "type ACCUSE\n"
                              "rule condemn\n"
                              "  verb condemn\n"
                              "type MOBILIZE\n"
                              "rule deploy\n"
                              "  verb deploy\n"
                              "type REQUEST\n"
                              "  absorbs complement|object\n"
                              "rule demand\n"
                              "  verb demand\n"
                              "  mode meet when complement codes CONSULT\n"
                              "type SANCTION\n"
                              "rule convict\n"
                              "  verb convict\n"
                              "  also COERCE, mode arrest, cameo 173 when to has prison\n"
                              "rule jail\n"
                              "  verb convict if to none\n";

/* "Peru met Chile ." */
static const char met[] = "1 Peru Peru NNP 2 nsubj B-LOC\n2 met meet VBD 0 root\n"
                          "3 Chile Chile NNP 2 obj B-LOC\n4 . . . 2 punct\n";

static void two_meet(scene *s) {
    scene_open(s, met);
    scene_party(s, 1, CHY_ENTITY_COUNTRY, "PER");
    scene_party(s, 3, CHY_ENTITY_COUNTRY, "CHL");
    scene_clause(s, 2, "meet", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_argument(s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
}

static void both_sides_of_a_meeting_are_actors(void **state) {
    (void)state;
    scene s;
    two_meet(&s);
    scene_read(&s, consult);
    assert_int_equal(s.events.event_count, 1);
    const chy_event *event = &s.events.events[0];
    assert_int_equal(event->type, CHY_CONSULT);
    assert_int_equal(event->status, CHY_ASSERTED);
    assert_int_equal(event->actor_count, 2);
    assert_int_equal(event->recipient_count, 0);
    assert_int_equal(event->mode_count, 0);
    assert_string_equal(event->cameo, "040");
    assert_string_equal(event->date, "2024-03-15");
    assert_string_equal(event->date_evidence, "published");
    assert_true(event->complete);
    assert_string_equal(event->evidence[0].rule, "CONSULT/meet");
    assert_int_equal(event->evidence[0].argument_count, 2);
    scene_close(&s);
}

static void the_future_of_a_meeting_is_an_agreement(void **state) {
    (void)state;
    scene s;
    two_meet(&s);
    s.clauses[0].tense = CHY_TENSE_FUTURE;
    scene_read(&s, consult);
    assert_int_equal(s.events.events[0].type, CHY_AGREE);
    assert_int_equal(s.events.events[0].status, CHY_ASSERTED);
    assert_string_equal(s.events.events[0].cameo, "036");
    scene_close(&s);
    two_meet(&s);
    s.clauses[0].tense = CHY_TENSE_FUTURE;
    s.clauses[0].negated = true;
    scene_read(&s, consult);
    assert_int_equal(s.events.events[0].type, CHY_REJECT);
    assert_int_equal(s.events.events[0].status, CHY_ASSERTED);
    assert_string_equal(s.events.events[0].modes[0], "meet");
    scene_close(&s);
}

static void status_comes_from_the_clause(void **state) {
    (void)state;
    scene s;
    two_meet(&s);
    s.clauses[0].negated = true;
    scene_read(&s, consult);
    assert_int_equal(s.events.events[0].type, CHY_CONSULT);
    assert_int_equal(s.events.events[0].status, CHY_NEGATED);
    scene_close(&s);
    two_meet(&s);
    s.clauses[0].modality = CHY_MODALITY_POSSIBLE;
    scene_read(&s, consult);
    assert_int_equal(s.events.events[0].status, CHY_HYPOTHETICAL);
    scene_close(&s);
}

/* "Peru condemned Chilean bombing ." */
static const char condemned[] = "1 Peru Peru NNP 2 nsubj B-LOC\n2 condemned condemn VBD 0 root\n"
                                "3 Chilean Chilean JJ 4 amod B-OTH\n"
                                "4 bombing bombing NN 2 obj\n5 . . . 2 punct\n";

static void a_slot_falls_back_to_who_stands_inside(void **state) {
    (void)state;
    scene s;
    scene_open(&s, condemned);
    scene_party(&s, 1, CHY_ENTITY_COUNTRY, "PER");
    uint32_t chile = scene_party(&s, 3, CHY_ENTITY_COUNTRY, "CHL");
    scene_clause(&s, 2, "condemn", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_argument(&s, CHY_ROLE_OBJECT, "", 4, 1);
    scene_clause(&s, 4, "bombing", CHY_CLAUSE_NOUN, 0, CHY_LINK_ARGUMENT);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 3, CHY_NONE);
    scene_read(&s, consult);
    assert_int_equal(s.events.event_count, 2);
    assert_int_equal(s.events.events[0].type, CHY_ACCUSE);
    assert_int_equal(s.events.events[0].recipients[0].entity, chile);
    assert_int_equal(s.events.events[1].type, CHY_ASSAULT);
    assert_int_equal(s.events.events[1].status, CHY_ASSERTED);
    scene_close(&s);
}

/* "Peru demanded to meet Chile ." */
static const char demanded[] = "1 Peru Peru NNP 2 nsubj B-LOC\n2 demanded demand VBD 0 root\n"
                               "3 to to TO 4 mark\n4 meet meet VB 2 xcomp\n"
                               "5 Chile Chile NNP 4 obj B-LOC\n6 . . . 2 punct\n";

static void what_is_demanded_is_no_event_but_gives_the_mode(void **state) {
    (void)state;
    scene s;
    scene_open(&s, demanded);
    scene_party(&s, 1, CHY_ENTITY_COUNTRY, "PER");
    scene_party(&s, 5, CHY_ENTITY_COUNTRY, "CHL");
    scene_clause(&s, 2, "demand", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_argument(&s, CHY_ROLE_COMPLEMENT, "", 4, 1);
    scene_clause(&s, 4, "meet", CHY_CLAUSE_VERB, 0, CHY_LINK_COMPLEMENT);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_argument(&s, CHY_ROLE_OBJECT, "", 5, CHY_NONE);
    scene_read(&s, consult);
    assert_int_equal(s.events.event_count, 1);
    assert_int_equal(s.events.events[0].type, CHY_REQUEST);
    assert_int_equal(s.events.events[0].mode_count, 1);
    assert_string_equal(s.events.events[0].modes[0], "meet");
    scene_close(&s);
}

/* "Peru met Chile . The talks lasted two hours ." */
static const char lasted[] = "1 Peru Peru NNP 2 nsubj B-LOC\n2 met meet VBD 0 root\n"
                             "3 Chile Chile NNP 2 obj B-LOC\n4 . . . 2 punct\n\n"
                             "1 The the DT 2 det\n2 talks talk NNS 3 nsubj\n"
                             "3 lasted last VBD 0 root\n4 two two CD 5 nummod\n"
                             "5 hours hour NNS 3 obj\n6 . . . 3 punct\n";

static void the_talks_take_up_the_meeting(void **state) {
    (void)state;
    scene s;
    scene_open(&s, lasted);
    scene_party(&s, 1, CHY_ENTITY_COUNTRY, "PER");
    scene_party(&s, 3, CHY_ENTITY_COUNTRY, "CHL");
    scene_clause(&s, 2, "meet", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_argument(&s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
    scene_clause(&s, 6, "talk", CHY_CLAUSE_NOUN, 2, CHY_LINK_ARGUMENT);
    scene_clause(&s, 7, "last", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 6, 1);
    s.times[0] = (chy_time){{0, 0}, 7, 9, CHY_TIME_DURATION, "PT2H", false};
    s.found.time_count = 1;
    scene_read(&s, consult);
    assert_int_equal(s.events.event_count, 1);
    assert_int_equal(s.events.events[0].evidence_count, 2);
    assert_string_equal(s.events.events[0].duration, "PT2H");
    scene_close(&s);
}

/* "Peru convicted Rojas to prison ." */
static const char convicted[] = "1 Peru Peru NNP 2 nsubj B-LOC\n2 convicted convict VBD 0 root\n"
                                "3 Rojas Rojas NNP 2 obj B-PER\n4 to to IN 5 case\n"
                                "5 prison prison NN 2 obl\n6 . . . 2 punct\n";

static void also_makes_a_second_event_and_none_asks_for_absence(void **state) {
    (void)state;
    for (int with_prison = 0; with_prison < 2; with_prison++) {
        scene s;
        scene_open(&s, convicted);
        scene_party(&s, 1, CHY_ENTITY_COUNTRY, "PER");
        scene_party(&s, 3, CHY_ENTITY_PERSON, "PER");
        scene_clause(&s, 2, "convict", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
        scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
        scene_argument(&s, CHY_ROLE_OBJECT, "", 3, CHY_NONE);
        if (with_prison) scene_argument(&s, CHY_ROLE_OBLIQUE, "to", 5, CHY_NONE);
        scene_read(&s, consult);
        assert_int_equal(s.events.event_count, with_prison ? 2 : 1);
        assert_string_equal(s.events.events[0].evidence[0].rule,
                            with_prison ? "SANCTION/convict" : "SANCTION/jail");
        if (with_prison) assert_int_equal(s.events.events[1].type, CHY_COERCE);
        scene_close(&s);
    }
}

/* "Troops deployed and killed 12 rebels ." */
static const char killed[] = "1 Troops troops NNS 2 nsubj\n2 deployed deploy VBD 0 root\n"
                             "3 and and CC 4 cc\n4 bombed bomb VBD 2 conj\n"
                             "5 and and CC 6 cc\n6 killed kill VBD 2 conj\n"
                             "7 12 12 CD 8 nummod\n8 rebels rebel NNS 6 obj\n9 . . . 2 punct\n";

static void types_are_absorbed_and_numbers_counted(void **state) {
    (void)state;
    scene s;
    scene_open(&s, killed);
    scene_party(&s, 1, CHY_ENTITY_GROUP, "");
    scene_party(&s, 8, CHY_ENTITY_GROUP, "");
    scene_clause(&s, 2, "deploy", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_clause(&s, 4, "bomb", CHY_CLAUSE_VERB, 0, CHY_LINK_CONJUNCT);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_clause(&s, 6, "kill", CHY_CLAUSE_VERB, 1, CHY_LINK_ADVERBIAL);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_argument(&s, CHY_ROLE_OBJECT, "", 8, CHY_NONE);
    scene_read(&s, consult);
    assert_int_equal(s.events.event_count, 1);
    assert_int_equal(s.events.events[0].type, CHY_ASSAULT);
    assert_int_equal(s.events.events[0].evidence_count, 2);
    assert_int_equal(s.events.events[0].count_count, 1);
    assert_int_equal((int)s.events.events[0].counts[0].value, 12);
    scene_close(&s);
}

static void a_near_miss_says_why(void **state) {
    (void)state;
    scene s;
    scene_open(&s, met);
    scene_clause(&s, 2, "meet", CHY_CLAUSE_VERB, CHY_NONE, CHY_LINK_NONE);
    scene_argument(&s, CHY_ROLE_SUBJECT, "", 1, CHY_NONE);
    scene_read(&s, consult);
    assert_int_equal(s.events.event_count, 0);
    assert_int_equal(s.events.near_miss_count, 1);
    assert_string_equal(s.events.near_misses[0].rule, "CONSULT/meet");
    assert_string_equal(s.events.near_misses[0].reason,
                        "no party fills the actor or the recipient");
    scene_close(&s);
}

static void a_report_is_by_whom_it_is_said(void **state) {
    (void)state;
    scene s;
    two_meet(&s);
    s.said.statement_count = 2;
    s.statements[0].parent = CHY_NONE;
    s.statements[0].cue_word = CHY_NONE;
    s.statements[1].parent = 0;
    s.statements[1].cue_word = CHY_NONE;
    s.statement_of_word[1] = 1;
    scene_read(&s, consult);
    assert_int_equal(s.events.events[0].reported_by_count, 2);
    assert_int_equal(s.events.events[0].reported_by[0], 1);
    assert_int_equal(s.events.events[0].reported_by[1], 0);
    scene_close(&s);
}

static void two_marked_parties_are_related(void **state) {
    (void)state;
    scene s;
    chy_relation relation;
    chy_error err;
    two_meet(&s);
    scene_read(&s, consult);
    chy_span peru = s.fixture.words[0].span;
    chy_span chile = s.fixture.words[2].span;
    assert_int_equal(chy_events_relate(&s.input, &s.found, &s.read, &s.said, s.grammar, &s.events,
                                       peru, chile, s.arena, &relation, &err),
                     CHY_OK);
    assert_int_equal(relation.type, CHY_CONSULT);
    assert_int_equal(relation.quad, 1);
    relation.type = CHY_EVENT_TYPE_COUNT;
    assert_int_equal(chy_events_relate(&s.input, &s.found, &s.read, &s.said, s.grammar, &s.events,
                                       (chy_span){0, 0}, chile, s.arena, &relation, &err),
                     CHY_OK);
    assert_int_equal(relation.type, CHY_CONSULT);
    scene_close(&s);
    /* Without mentions no event is made, but the predicate between them still tells. */
    two_meet(&s);
    s.found.mention_count = 0;
    s.mention_of_head[0] = CHY_NONE;
    s.mention_of_head[2] = CHY_NONE;
    scene_read(&s, consult);
    assert_int_equal(s.events.event_count, 0);
    assert_int_equal(chy_events_relate(&s.input, &s.found, &s.read, &s.said, s.grammar, &s.events,
                                       peru, chile, s.arena, &relation, &err),
                     CHY_OK);
    assert_int_equal(relation.type, CHY_CONSULT);
    assert_true(relation.confidence < 0.5);
    chy_span nowhere = {900, 901};
    assert_int_equal(chy_events_relate(&s.input, &s.found, &s.read, &s.said, s.grammar, &s.events,
                                       nowhere, chile, s.arena, &relation, &err),
                     CHY_OK);
    assert_int_equal(relation.type, CHY_EVENT_TYPE_COUNT);
    scene_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_sides_of_a_meeting_are_actors),
        cmocka_unit_test(the_future_of_a_meeting_is_an_agreement),
        cmocka_unit_test(status_comes_from_the_clause),
        cmocka_unit_test(a_slot_falls_back_to_who_stands_inside),
        cmocka_unit_test(what_is_demanded_is_no_event_but_gives_the_mode),
        cmocka_unit_test(the_talks_take_up_the_meeting),
        cmocka_unit_test(also_makes_a_second_event_and_none_asks_for_absence),
        cmocka_unit_test(types_are_absorbed_and_numbers_counted),
        cmocka_unit_test(a_near_miss_says_why),
        cmocka_unit_test(a_report_is_by_whom_it_is_said),
        cmocka_unit_test(two_marked_parties_are_related),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
