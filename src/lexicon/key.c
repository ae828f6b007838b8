#include "lexicon/key.h"

#include "lexicon/lexicon.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

void chy_key_begin(chy_key_writer *writer, char *key, size_t capacity) {
    *writer = (chy_key_writer){.key = key, .capacity = capacity};
}

void chy_key_blank(chy_key_writer *writer) {
    writer->blank = true;
}

static void put_bytes(chy_key_writer *writer, const char *bytes, size_t size) {
    size_t blank = writer->blank && writer->size > 0;
    if (writer->full || size + blank > writer->capacity - writer->size) {
        writer->full = true;
        return;
    }
    if (blank) writer->key[writer->size++] = ' ';
    writer->blank = false;
    memcpy(writer->key + writer->size, bytes, size);
    writer->size += size;
}

static void put_byte(chy_key_writer *writer, char byte) {
    put_bytes(writer, &byte, 1);
}

/* Letters that Unicode does not decompose, and marks that writers use for one another. NULL: none.
 */
static const char *plain_form(utf8proc_int32_t c) {
    switch (c) {
    case 0x00F8:
        return "o"; /* o with stroke */
    case 0x0142:
        return "l";
    case 0x0111:
    case 0x00F0:
        return "d";
    case 0x0127:
        return "h";
    case 0x0131:
        return "i"; /* dotless i */
    case 0x0167:
        return "t";
    case 0x00E6:
        return "ae";
    case 0x0153:
        return "oe";
    case 0x00DF:
        return "ss";
    case 0x00FE:
        return "th";
    case 0x0259:
        return "a"; /* Azerbaijani schwa, which English writes a */
    case 0x0060:
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BE:
    case 0x02BF:
    case 0x02C8:
    case 0x055A:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
        return "'";
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
        return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return "-";
    default:
        return NULL;
    }
}

static void put_code_point(chy_key_writer *writer, utf8proc_int32_t c) {
    const char *plain = plain_form(c);
    if (plain) {
        put_bytes(writer, plain, strlen(plain));
        return;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char(c, bytes);
    if (size > 0) put_bytes(writer, (const char *)bytes, (size_t)size);
}

/* A character beyond ASCII: quotes and dashes first, since NFKD would make a blank of an acute. */
static void append_wide(chy_key_writer *writer, utf8proc_int32_t c) {
    if (plain_form(c)) {
        put_code_point(writer, c);
        return;
    }
    utf8proc_category_t category = utf8proc_category(c);
    if (category == UTF8PROC_CATEGORY_CF) return;
    if (category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
        category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_CC) {
        chy_key_blank(writer);
        return;
    }
    utf8proc_int32_t parts[32]; /* the longest decomposition in Unicode has 18 */
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(c, parts, 32,
                                (utf8proc_option_t)(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                    UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK),
                                &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 32; i++) {
        if (parts[i] == ' ') {
            chy_key_blank(writer);
        } else {
            put_code_point(writer, parts[i]);
        }
    }
}

void chy_key_append(chy_key_writer *writer, chy_slice text) {
    size_t at = 0;
    while (at < text.size && !writer->full) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte >= 0x80) {
            utf8proc_int32_t c = -1;
            utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text.data + at,
                                                     (utf8proc_ssize_t)(text.size - at), &c);
            if (size < 1 || c < 0) {
                put_byte(writer, '?');
                at++;
            } else {
                append_wide(writer, c);
                at += (size_t)size;
            }
            continue;
        }
        if (byte <= ' ' || byte == 0x7F) {
            chy_key_blank(writer);
        } else if (byte == '`') {
            put_byte(writer, '\'');
        } else {
            put_byte(writer, chy_ascii_lower(text.data[at]));
        }
        at++;
    }
}

size_t chy_lexicon_key(chy_slice phrase, char *key, size_t capacity) {
    chy_key_writer writer;
    chy_key_begin(&writer, key, capacity);
    chy_key_append(&writer, phrase);
    if (writer.full) return 0;
    if (writer.size > 4 && memcmp(key, "the ", 4) == 0) {
        writer.size -= 4;
        memmove(key, key + 4, writer.size);
    }
    return writer.size;
}

static const char *const code_prefixes[] = {"iso:", "capital:"};

size_t chy_code_key(bool capital, const char *letters, char form[CHY_CODE_KEY_BYTES]) {
    return (size_t)snprintf(form, CHY_CODE_KEY_BYTES, "%s%.3s", code_prefixes[capital], letters);
}

bool chy_fact_by_code(const chy_fact *fact) {
    for (size_t i = 0; i < CHY_COUNT_OF(code_prefixes); i++)
        if (strncmp(fact->surface, code_prefixes[i], strlen(code_prefixes[i])) == 0) return true;
    return false;
}
