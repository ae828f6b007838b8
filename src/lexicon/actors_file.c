/* Actors of PETRARCH and TABARI:
 *
 *     BASE_PHRASE_ [CODE date][CODE date]      or the codes on lines of their own
 *     +SYNONYM_
 *         [CODE date]
 *
 * The codes belong to all phrases from the base on. */
#include "lexicon/dictionary.h"

#include <string.h>

/* The phrase of a line, up to its codes. */
static chy_slice phrase_of(chy_slice line) {
    const char *open = memchr(line.data, '[', line.size);
    return chy_trim((chy_slice){line.data, open ? (size_t)(open - line.data) : line.size});
}

static chy_status read_codes(chy_dictionary *d, chy_slice line, chy_error *err) {
    for (bool found = true; found;) {
        if (!chy_dictionary_code(d, &line, &found)) return chy_fail_memory(err);
    }
    return CHY_OK;
}

/* Ends the actor gathered so far; one without a code names nobody. */
static chy_status end_actor(chy_dictionary *d, size_t base_line, chy_error *err) {
    if (d->form_count > 0 && d->code_count == 0 && d->builder->report) {
        chy_error problem;
        int shown = d->forms[0].size > 60 ? 60 : (int)d->forms[0].size;
        (void)chy_fail(&problem, CHY_ERROR_FACTS, d->name, CHY_NOWHERE, base_line,
                       "An actor has no code that can be used: '%.*s'.", shown, d->forms[0].data);
        d->builder->report(d->builder->report_context, &problem, false);
    }
    return chy_dictionary_flush(d, err);
}

chy_status chy_actors_read(chy_dictionary *d, chy_error *err) {
    chy_slice line;
    size_t base_line = 0;
    chy_status status = CHY_OK;
    while (status == CHY_OK && chy_dictionary_line(d, &line)) {
        char first = line.data[0];
        if (first == '<') {
            chy_dictionary_report(d, true, line, "A block's mark is not read");
            continue;
        }
        if (first != '[' && first != '+') {
            status = end_actor(d, base_line, err);
            base_line = d->line;
        }
        if (first == '+' && d->form_count == 0) {
            chy_dictionary_report(d, false, line, "A synonym has no phrase before it");
            continue;
        }
        if (first == '[' && d->form_count == 0) {
            chy_dictionary_report(d, false, line, "A code has no phrase before it");
            continue;
        }
        chy_slice phrase = phrase_of(line);
        if (first == '+') {
            phrase.data++;
            phrase.size--;
        }
        if (status == CHY_OK && first != '[' && !chy_dictionary_form(d, phrase))
            status = chy_fail_memory(err);
        if (status == CHY_OK) status = read_codes(d, line, err);
    }
    return status == CHY_OK ? end_actor(d, base_line, err) : status;
}
