#include "record/record.h"

/* Names of the public header's numbers, as the record writes them. */

const char *chy_statement_kind_name(chy_statement_kind kind) {
    static const char *const names[CHY_STATEMENT_KIND_COUNT] = {
        "say",    "promise", "demand", "deny",    "praise",
        "accuse", "ask",     "warn",   "believe", "announce"};
    return (unsigned)kind < CHY_STATEMENT_KIND_COUNT ? names[kind] : "";
}
