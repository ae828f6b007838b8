#include "syntax/lemma.h"

#include <string.h>

#include "utf8proc.h"

enum { MOST_DROPPED = 100000 };

static bool is_kind(char c) {
    return c == 'l' || c == '=' || c == 't' || c == '!';
}

bool chy_lemma_rule_read(chy_slice text, chy_lemma_rule *rule) {
    if (text.size < 4 || !is_kind(text.data[0]) || text.data[1] != ';') return false;
    *rule = (chy_lemma_rule){.kind = text.data[0]};
    size_t at = 2;
    for (; at < text.size && text.data[at] >= '0' && text.data[at] <= '9'; at++) {
        rule->drop = rule->drop * 10 + (uint32_t)(text.data[at] - '0');
        if (rule->drop > MOST_DROPPED) return false;
    }
    if (at == 2 || at >= text.size || text.data[at] != ';') return false;
    rule->suffix = (chy_slice){.data = text.data + at + 1, .size = text.size - at - 1};
    return true;
}

/* Writes `form` with the case that `kind` asks for. No change of case makes a character more than
 * twice as long. Returns the bytes written. */
static size_t change_case(char kind, const char *form, size_t size, char *out) {
    const utf8proc_uint8_t *data = (const utf8proc_uint8_t *)form;
    size_t written = 0;
    for (size_t at = 0; at < size;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t length = utf8proc_iterate(data + at, (utf8proc_ssize_t)(size - at), &code);
        if (length <= 0) { /* never in valid UTF-8 */
            out[written++] = form[at++];
            continue;
        }
        code = kind == 't' && at == 0 ? utf8proc_toupper(code) : utf8proc_tolower(code);
        utf8proc_uint8_t bytes[4];
        size_t count = (size_t)utf8proc_encode_char(code, bytes);
        memcpy(out + written, bytes, count);
        written += count;
        at += (size_t)length;
    }
    return written;
}

static size_t change_ascii_case(char kind, const char *form, size_t size, char *out) {
    for (size_t i = 0; i < size; i++)
        out[i] = chy_ascii_lower(form[i]);
    if (kind == 't' && out[0] >= 'a' && out[0] <= 'z') out[0] = (char)(out[0] - 'a' + 'A');
    return size;
}

static bool is_ascii(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] >= 0x80) return false;
    return true;
}

/* The bytes left of `text` without its last `drop` code points. */
static size_t drop_end(const char *text, size_t size, uint32_t drop) {
    while (drop > 0 && size > 0) {
        size--;
        if ((text[size] & 0xc0) != 0x80) drop--;
    }
    return size;
}

const char *chy_lemma_apply(const chy_lemma_rule *rule, const char *form, chy_arena *arena) {
    const size_t size = strlen(form);
    if (rule->kind == '!')
        return rule->suffix.size == 0
                   ? form
                   : chy_arena_string(arena, rule->suffix.data, rule->suffix.size);
    if (size == 0 || (rule->kind == '=' && rule->drop == 0 && rule->suffix.size == 0)) return form;
    char *lemma = chy_arena_alloc(arena, 2 * size + rule->suffix.size + 1, 1);
    if (lemma == NULL) return NULL;
    size_t count = size;
    if (rule->kind == '=')
        memcpy(lemma, form, size);
    else if (is_ascii(form, size))
        count = change_ascii_case(rule->kind, form, size, lemma);
    else
        count = change_case(rule->kind, form, size, lemma);
    count = drop_end(lemma, count, rule->drop);
    if (rule->suffix.size > 0) memcpy(lemma + count, rule->suffix.data, rule->suffix.size);
    count += rule->suffix.size;
    lemma[count] = '\0';
    return count == 0 ? form : lemma;
}
