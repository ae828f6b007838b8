/* Addresses of the web and of mail are one word each. */
#include "tokens/atoms.h"

#include "text/unicode.h"

#include <string.h>

static bool is_wordlike(uint16_t kind) {
    return kind >= CHY_KIND_LOWER && kind <= CHY_KIND_DIGIT_5;
}

static bool is_host_mark(uint16_t kind) {
    return kind == '.' || kind == '-' || kind == '_';
}

static bool spells(const chy_text *text, const chy_atom *a, const char *word) {
    size_t size = strlen(word);
    if (a->end - a->first != size) {
        return false;
    }
    for (size_t i = 0; i < size; i++) {
        if (chy_lower((unsigned char)text->data[a->first + i]) != (unsigned char)word[i]) {
            return false;
        }
    }
    return true;
}

static bool is_top_domain(const chy_text *text, const chy_atom *a) {
    static const char *const domains[] = {"com",  "org", "net", "gov", "edu", "int", "mil",
                                          "info", "uk",  "eu",  "io",  "ly",  "me",  "tv"};
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++) {
        if (spells(text, a, domains[i])) {
            return true;
        }
    }
    return false;
}

/* First of the atoms before `k`, not before `floor`, that a host or mailbox name runs through. */
static uint32_t name_start(const chy_atoms *atoms, uint32_t floor, uint32_t k) {
    while (k > floor &&
           (is_wordlike(atoms->items[k - 1].kind) || is_host_mark(atoms->items[k - 1].kind) ||
            atoms->items[k - 1].kind == '+')) {
        k--;
    }
    return k;
}

/* Whether an address's characteristic part stands at `k` of the chunk [floor, end); its first atom.
 */
static bool is_web(const chy_text *text, const chy_atoms *atoms, uint32_t floor, uint32_t k,
                   uint32_t end, uint32_t *start) {
    const chy_atom *a = atoms->items;
    if (k + 3 < end && a[k].kind == ':' && a[k + 1].kind == '/' && a[k + 2].kind == '/') {
        *start = k > floor && is_wordlike(a[k - 1].kind) ? k - 1 : k;
        return *start < k;
    }
    if (k + 2 < end && a[k + 1].kind == '.' && spells(text, &a[k], "www")) {
        *start = k;
        return true;
    }
    if (k > floor && k + 2 < end && a[k].kind == '.' && a[k + 2].kind == '/' &&
        is_wordlike(a[k - 1].kind) && is_top_domain(text, &a[k + 1])) {
        *start = name_start(atoms, floor, k);
        return true;
    }
    return false;
}

/* Where an address of the web ends: before closing marks, and at quotes or angle brackets. */
static uint32_t web_end(const chy_atoms *atoms, uint32_t k, uint32_t end) {
    const chy_atom *a = atoms->items;
    uint32_t open = 0;
    uint32_t last = k;
    for (; k < end; k++) {
        uint16_t kind = a[k].kind;
        if (kind == '<' || kind == '>' || kind == '"' || kind >= CHY_KIND_RUN + '<' ||
            (kind >= CHY_KIND_QUOTE_OPEN && kind < CHY_KIND_RUN)) {
            break;
        }
        open += kind == '(';
        if (kind == ')' && open == 0) {
            break;
        }
        open -= kind == ')';
        if (kind < 0x80 && kind > ' ' && strchr(".,;:!?'([{]}*", kind) != NULL) {
            continue;
        }
        last = k + 1;
    }
    return last;
}

static bool is_mail(const chy_atoms *atoms, uint32_t floor, uint32_t k, uint32_t end) {
    const chy_atom *a = atoms->items;
    return a[k].kind == '@' && k > floor && is_wordlike(a[k - 1].kind) && k + 3 < end &&
           is_wordlike(a[k + 1].kind) && is_host_mark(a[k + 2].kind) && is_wordlike(a[k + 3].kind);
}

static uint32_t mail_end(const chy_atoms *atoms, uint32_t k, uint32_t end) {
    uint32_t last = k;
    for (; k < end && (is_wordlike(atoms->items[k].kind) || is_host_mark(atoms->items[k].kind));
         k++) {
        last = is_wordlike(atoms->items[k].kind) ? k + 1 : last;
    }
    return last;
}

static void join(chy_atoms *atoms, uint32_t start, uint32_t end) {
    for (uint32_t i = start + 1; i < end; i++) {
        atoms->items[i].joined = true;
    }
}

static void join_in_chunk(const chy_text *text, chy_atoms *atoms, uint32_t first, uint32_t end) {
    uint32_t floor = first;
    for (uint32_t k = first; k < end; k++) {
        uint32_t start = k;
        uint32_t stop = k;
        if (is_web(text, atoms, floor, k, end, &start)) {
            stop = web_end(atoms, k, end);
        } else if (is_mail(atoms, floor, k, end)) {
            start = name_start(atoms, floor, k);
            stop = mail_end(atoms, k + 1, end);
        }
        if (stop > k) {
            join(atoms, start, stop);
            floor = stop;
            k = stop - 1;
        }
    }
}

void chy_links_join(const chy_text *text, chy_atoms *atoms) {
    for (uint32_t first = 0; first < atoms->count;) {
        uint32_t end = first + 1;
        while (end < atoms->count && !atoms->items[end].space_before) {
            end++;
        }
        if (end - first >= 4) {
            join_in_chunk(text, atoms, first, end);
        }
        first = end;
    }
}
