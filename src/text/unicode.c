#include "text/unicode.h"

#include <utf8proc.h>

static bool is_cjk(uint32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

static chy_class class_of_category(utf8proc_category_t category) {
    switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return CHY_CLASS_UPPER;
    case UTF8PROC_CATEGORY_LL:
        return CHY_CLASS_LOWER;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return CHY_CLASS_LETTER;
    case UTF8PROC_CATEGORY_ND:
        return CHY_CLASS_DIGIT;
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return CHY_CLASS_NUMBER;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
        return CHY_CLASS_PUNCT;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
        return CHY_CLASS_SYMBOL;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
        return CHY_CLASS_SPACE;
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
        return CHY_CLASS_OTHER;
    }
    return CHY_CLASS_OTHER;
}

static chy_class class_of_ascii(uint32_t c) {
    if (c >= 'a' && c <= 'z') {
        return CHY_CLASS_LOWER;
    }
    if (c >= 'A' && c <= 'Z') {
        return CHY_CLASS_UPPER;
    }
    if (c >= '0' && c <= '9') {
        return CHY_CLASS_DIGIT;
    }
    if (c <= ' ' || c == 0x7F) {
        return CHY_CLASS_SPACE;
    }
    switch (c) {
    case '$':
    case '+':
    case '<':
    case '=':
    case '>':
    case '^':
    case '`':
    case '|':
    case '~':
        return CHY_CLASS_SYMBOL;
    default:
        return CHY_CLASS_PUNCT;
    }
}

chy_class chy_class_of(uint32_t code_point) {
    if (code_point < 0x80) {
        return class_of_ascii(code_point);
    }
    if (code_point == 0x200B || code_point == 0xFEFF) {
        return CHY_CLASS_SPACE;
    }
    if (is_cjk(code_point)) {
        return CHY_CLASS_CJK;
    }
    return class_of_category(utf8proc_category((utf8proc_int32_t)code_point));
}

/* What a lead byte promises: how many bytes follow it, and the range of the first of them. The
 * narrowed ranges keep out overlongs (E0, F0), surrogates (ED) and code points past U+10FFFF (F4).
 */
typedef struct lead {
    uint32_t following;
    unsigned char low, high;
} lead;

static lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) {
        return (lead){1, 0x80, 0xBF};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        unsigned char low = byte == 0xE0 ? 0xA0 : 0x80;
        unsigned char high = byte == 0xED ? 0x9F : 0xBF;
        return (lead){2, low, high};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        unsigned char low = byte == 0xF0 ? 0x90 : 0x80;
        unsigned char high = byte == 0xF4 ? 0x8F : 0xBF;
        return (lead){3, low, high};
    }
    return (lead){0, 0, 0};
}

uint32_t chy_utf8_read(const char *data, size_t size, uint32_t *length) {
    unsigned char first = (unsigned char)data[0];
    *length = 1;
    if (first < 0x80) {
        return first;
    }
    lead l = lead_of(first);
    if (l.following == 0) {
        return UINT32_MAX;
    }
    uint32_t code_point = first & (0x3Fu >> l.following);
    for (uint32_t i = 1; i <= l.following; i++) {
        unsigned char byte = i < size ? (unsigned char)data[i] : 0;
        unsigned char low = i == 1 ? l.low : 0x80;
        unsigned char high = i == 1 ? l.high : 0xBF;
        if (byte < low || byte > high) {
            *length = i;
            return UINT32_MAX;
        }
        code_point = code_point << 6 | (byte & 0x3Fu);
    }
    *length = l.following + 1;
    return code_point;
}

uint32_t chy_utf8_next(const char *data, uint32_t *length) {
    const unsigned char *b = (const unsigned char *)data;
    if (b[0] < 0x80) {
        *length = 1;
        return b[0];
    }
    if (b[0] < 0xE0) {
        *length = 2;
        return (b[0] & 0x1Fu) << 6 | (b[1] & 0x3Fu);
    }
    if (b[0] < 0xF0) {
        *length = 3;
        return (b[0] & 0x0Fu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
    }
    *length = 4;
    return (b[0] & 0x07u) << 18 | (b[1] & 0x3Fu) << 12 | (b[2] & 0x3Fu) << 6 | (b[3] & 0x3Fu);
}

uint32_t chy_utf8_write(uint32_t code_point, char *out) {
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    uint32_t following = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
    static const unsigned char marks[] = {0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(unsigned char)(marks[following] | code_point >> (6 * following));
    for (uint32_t i = 1; i <= following; i++) {
        out[i] = (char)(unsigned char)(0x80u | (code_point >> (6 * (following - i)) & 0x3Fu));
    }
    return following + 1;
}

uint32_t chy_lower(uint32_t code_point) {
    if (code_point < 0x80) {
        return code_point >= 'A' && code_point <= 'Z' ? code_point + 32 : code_point;
    }
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

bool chy_same_character(uint32_t left, uint32_t right, int32_t *state) {
    utf8proc_int32_t kept = *state;
    bool apart =
        utf8proc_grapheme_break_stateful((utf8proc_int32_t)left, (utf8proc_int32_t)right, &kept);
    *state = kept;
    return !apart;
}
