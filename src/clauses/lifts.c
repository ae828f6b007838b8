/* Parties of a verb that the parser hangs on another of its parties. */
#include "clauses/reader.h"

#include <string.h>

/* "signed a deal with Chad": what the object's phrase names is a party of the verb too. */
static void lift_from_object(chy_clause_reader *reader, uint32_t draft) {
    uint32_t a = reader->drafts[draft].first_argument;
    for (; a != CHY_NONE; a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        if (argument.role != CHY_ROLE_OBJECT || argument.inherited) {
            continue;
        }
        for (uint32_t c = reader->first_child[argument.word]; c != CHY_NONE;
             c = reader->next_sibling[c]) {
            if (chy_clause_complement_on_object(reader, c)) {
                const char *marker = chy_clause_preposition(reader, c, CHY_DEPREL_MARK);
                bool to = strcmp(marker, "to") == 0;
                chy_clause_add(reader, draft, CHY_ROLE_COMPLEMENT, to ? "" : marker, c, false);
            }
            /* "accepted an invitation to visit" */
            if (reader->words[c].deprel == CHY_DEPREL_ACL && chy_clause_marked(reader, c, "to") &&
                chy_clause_lemma_is(&reader->words[argument.word], "invitation")) {
                chy_clause_add(reader, draft, CHY_ROLE_COMPLEMENT, "", c, true);
            }
            if (reader->words[c].deprel != CHY_DEPREL_NMOD) {
                continue;
            }
            const char *preposition = chy_clause_preposition(reader, c, CHY_DEPREL_CASE);
            uint32_t verb = reader->drafts[draft].main;
            bool agent = strcmp(preposition, "by") == 0 && verb < c &&
                         chy_clause_passive(reader, verb) && !reader->drafts[draft].copular &&
                         chy_clause_verbal(&reader->words[verb]) &&
                         reader->mentions->time_of_word[c] == CHY_NONE;
            if (agent) {
                chy_clause_add(reader, draft, CHY_ROLE_SUBJECT, "", c, true);
            } else if (preposition[0] != '\0' && strcmp(preposition, "of") != 0) {
                chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, preposition, c, true);
            }
        }
    }
}

/* "appealed to donors for food", "in cooperation with them": the parser may hang the second
 * phrase on the noun of the first. */
static void lift_from_noun(chy_clause_reader *reader, uint32_t draft, uint32_t noun) {
    static const char *const lifted[] = {"about", "against", "for",
                                         "on",    "over",    "with"};        /* sorted */
    static const char *const whither[] = {"at", "from", "in", "into", "to"}; /* sorted */
    /* "is expected at the weekend | in Lima": nothing is in a time but another */
    bool time = reader->mentions->time_of_word[noun] != CHY_NONE;
    for (uint32_t c = reader->first_child[noun]; c != CHY_NONE; c = reader->next_sibling[c]) {
        if (reader->words[c].deprel != CHY_DEPREL_NMOD) {
            continue;
        }
        const char *preposition = chy_clause_preposition(reader, c, CHY_DEPREL_CASE);
        bool place = time && reader->mentions->time_of_word[c] == CHY_NONE &&
                     chy_is_one_of(preposition, whither, CHY_COUNT_OF(whither));
        if (place || chy_is_one_of(preposition, lifted, CHY_COUNT_OF(lifted))) {
            chy_clause_add(reader, draft, CHY_ROLE_OBLIQUE, preposition, c, true);
        }
    }
}

static void lift_from_phrase(chy_clause_reader *reader, uint32_t draft) {
    uint32_t a = reader->drafts[draft].first_argument;
    for (; a != CHY_NONE; a = reader->pool[a].next) {
        const chy_argument argument = reader->pool[a].argument;
        bool addressed =
            strcmp(argument.preposition, "to") == 0 || strcmp(argument.preposition, "with") == 0 ||
            strcmp(argument.preposition, "in") == 0 || strcmp(argument.preposition, "on") == 0;
        /* "talked for two hours | about the dam" */
        addressed = addressed || reader->mentions->time_of_word[argument.word] != CHY_NONE;
        if (argument.role == CHY_ROLE_OBLIQUE && !argument.inherited && addressed) {
            lift_from_noun(reader, draft, argument.word);
        }
    }
}

void chy_clause_lift(chy_clause_reader *reader, uint32_t draft) {
    lift_from_object(reader, draft);
    lift_from_phrase(reader, draft);
}
