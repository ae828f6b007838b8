#include "nn/vocabulary.h"

#include <string.h>

#include "utf8proc.h"

/* One slot of the hash table: empty where `id` is CHY_NONE. */
typedef struct chy_slot {
    uint32_t id;
    uint32_t hash; /* upper half, to pass over others without looking at their characters */
} chy_slot;

struct chy_vocabulary {
    const chy_slice *pieces; /* in id order; those that go on a word begin with "##" */
    chy_slot *slots;
    size_t mask;    /* number of slots - 1 */
    size_t longest; /* bytes of the longest piece */
    uint32_t cls, sep, unknown;
};

/* A run of characters without white space or punctuation, normalised. */
typedef struct chy_run {
    char bytes[CHY_RUN_CODE_POINTS * 4];
    size_t size;
    size_t code_points; /* counted on past the limit, where the bytes stop */
} chy_run;

typedef struct chy_cutter {
    const chy_vocabulary *vocabulary;
    chy_run run;
    uint32_t *pieces;
    size_t count;
} chy_cutter;

/* ---- The table ----------------------------------------------------------------------------------
 */

/* FNV-1a, started differently for pieces that begin a run and pieces that go on. */
static uint64_t hash_start(bool goes_on) {
    return goes_on ? 0x9ae16a3b2f90404fu : 0xcbf29ce484222325u;
}

static uint64_t hash_step(uint64_t hash, char c) {
    return (hash ^ (unsigned char)c) * 0x100000001b3u;
}

static uint64_t hash_of(bool goes_on, chy_slice text) {
    uint64_t hash = hash_start(goes_on);
    for (size_t i = 0; i < text.size; i++)
        hash = hash_step(hash, text.data[i]);
    return hash;
}

static bool piece_is(chy_slice piece, bool goes_on, chy_slice text) {
    size_t mark = goes_on ? 2 : 0;
    return piece.size == text.size + mark && memcmp(piece.data, "##", mark) == 0 &&
           memcmp(piece.data + mark, text.data, text.size) == 0;
}

/* The slot that holds this piece, or the empty one where it belongs. */
static chy_slot *find_slot(const chy_vocabulary *vocabulary, bool goes_on, chy_slice text,
                           uint64_t hash) {
    size_t i = (size_t)(hash ^ (hash >> 32)) & vocabulary->mask;
    for (;; i = (i + 1) & vocabulary->mask) {
        chy_slot *slot = &vocabulary->slots[i];
        if (slot->id == CHY_NONE || (slot->hash == (uint32_t)(hash >> 32) &&
                                     piece_is(vocabulary->pieces[slot->id], goes_on, text)))
            return slot;
    }
}

static chy_status fail_piece(chy_error *err, size_t id, const char *problem) {
    return chy_fail(err, CHY_ERROR_LEARNED, "learned file", CHY_NOWHERE, id + 1,
                    "piece %zu of the vocabulary %s", id, problem);
}

static chy_status fill_table(chy_vocabulary *vocabulary, size_t count, chy_error *err) {
    for (size_t id = 0; id < count; id++) {
        chy_slice text = vocabulary->pieces[id];
        if (text.size > CHY_VOCABULARY_PIECE)
            return fail_piece(err, id, "is longer than 128 bytes");
        if (text.size > vocabulary->longest) vocabulary->longest = text.size;
        bool goes_on = text.size > 2 && memcmp(text.data, "##", 2) == 0;
        if (goes_on) text = (chy_slice){.data = text.data + 2, .size = text.size - 2};
        uint64_t hash = hash_of(goes_on, text);
        chy_slot *slot = find_slot(vocabulary, goes_on, text, hash);
        if (slot->id != CHY_NONE) return fail_piece(err, id, "is there twice");
        *slot = (chy_slot){.id = (uint32_t)id, .hash = (uint32_t)(hash >> 32)};
    }
    return CHY_OK;
}

static chy_status find_special(const chy_vocabulary *vocabulary, const char *name, uint32_t *id,
                               chy_error *err) {
    chy_slice text = chy_slice_of(name);
    *id = find_slot(vocabulary, false, text, hash_of(false, text))->id;
    if (*id != CHY_NONE) return CHY_OK;
    return chy_fail(err, CHY_ERROR_LEARNED, "learned file", CHY_NOWHERE, CHY_NOWHERE,
                    "the vocabulary has no piece \"%s\"", name);
}

chy_status chy_vocabulary_open(const chy_learned *learned, size_t count, chy_arena *arena,
                               const chy_vocabulary **vocabulary, chy_error *err) {
    *vocabulary = NULL;
    chy_slice *pieces;
    size_t found;
    chy_status status =
        chy_learned_lines(learned, "vocabulary", CHY_VOCABULARY_LIMIT, arena, &pieces, &found, err);
    if (status != CHY_OK) return status;
    if (found != count)
        return chy_fail(err, CHY_ERROR_LEARNED, "learned file", CHY_NOWHERE, CHY_NOWHERE,
                        "the vocabulary has %zu pieces where the hyper-parameters say %zu", found,
                        count);
    size_t slots = 16;
    while (slots < 2 * count)
        slots *= 2;
    chy_vocabulary *made = chy_arena_alloc(arena, 1, sizeof *made);
    chy_slot *table = chy_arena_alloc(arena, slots, sizeof *table);
    if (made == NULL || table == NULL) return chy_fail_memory(err);
    for (size_t i = 0; i < slots; i++)
        table[i].id = CHY_NONE;
    *made = (chy_vocabulary){.pieces = pieces, .slots = table, .mask = slots - 1};
    status = fill_table(made, count, err);
    if (status == CHY_OK) status = find_special(made, "[CLS]", &made->cls, err);
    if (status == CHY_OK) status = find_special(made, "[SEP]", &made->sep, err);
    if (status == CHY_OK) status = find_special(made, "[UNK]", &made->unknown, err);
    if (status == CHY_OK) *vocabulary = made;
    return status;
}

uint32_t chy_vocabulary_cls(const chy_vocabulary *vocabulary) {
    return vocabulary->cls;
}

uint32_t chy_vocabulary_sep(const chy_vocabulary *vocabulary) {
    return vocabulary->sep;
}

/* ---- Cutting ------------------------------------------------------------------------------------
 */

/* The longest piece at the start of `text`, its bytes in *size; CHY_NONE if there is none. One pass
 * hashes all beginnings up to the longest piece's length, so the time does not depend on the run's.
 */
static uint32_t longest_piece(const chy_vocabulary *vocabulary, bool goes_on, chy_slice text,
                              size_t *size) {
    uint64_t hashes[CHY_VOCABULARY_PIECE];
    size_t limit = text.size < vocabulary->longest ? text.size : vocabulary->longest;
    uint64_t hash = hash_start(goes_on);
    for (size_t i = 0; i < limit; i++) {
        hash = hash_step(hash, text.data[i]);
        hashes[i] = hash;
    }
    for (size_t end = limit; end > 0; end--) {
        if (end < text.size && (text.data[end] & 0xc0) == 0x80) continue; /* inside a code point */
        chy_slice beginning = {.data = text.data, .size = end};
        uint32_t id = find_slot(vocabulary, goes_on, beginning, hashes[end - 1])->id;
        if (id != CHY_NONE) {
            *size = end;
            return id;
        }
    }
    return CHY_NONE;
}

static void keep_piece(chy_cutter *cutter, uint32_t id) {
    if (cutter->count < CHY_PIECES_PER_WORD) cutter->pieces[cutter->count++] = id;
}

/* Cuts the run collected so far and empties it. A run of which any part is unknown is one [UNK]. */
static void end_run(chy_cutter *cutter) {
    chy_run *run = &cutter->run;
    if (run->code_points == 0) return;
    size_t before = cutter->count;
    bool known = run->code_points <= CHY_RUN_CODE_POINTS;
    for (size_t at = 0; known && at < run->size;) {
        chy_slice rest = {.data = run->bytes + at, .size = run->size - at};
        size_t size = 0;
        uint32_t id = longest_piece(cutter->vocabulary, at > 0, rest, &size);
        known = id != CHY_NONE;
        if (known) keep_piece(cutter, id);
        at += size;
    }
    if (!known) {
        cutter->count = before;
        keep_piece(cutter, cutter->vocabulary->unknown);
    }
    run->size = 0;
    run->code_points = 0;
}

static void add_ascii(chy_cutter *cutter, char c) {
    chy_run *run = &cutter->run;
    if (run->code_points++ < CHY_RUN_CODE_POINTS) run->bytes[run->size++] = c;
}

static void add_code_point(chy_cutter *cutter, utf8proc_int32_t code) {
    chy_run *run = &cutter->run;
    if (run->code_points++ >= CHY_RUN_CODE_POINTS) return;
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char(code, bytes);
    memcpy(run->bytes + run->size, bytes, (size_t)size);
    run->size += (size_t)size;
}

static bool is_ascii_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static void take_ascii(chy_cutter *cutter, char c) {
    if (is_ascii_letter_or_digit(c)) {
        add_ascii(cutter, chy_ascii_lower(c));
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        end_run(cutter);
    } else if (c > ' ' && c < 0x7f) {
        end_run(cutter);
        add_ascii(cutter, c);
        end_run(cutter);
    }
}

static bool is_space(utf8proc_category_t category) {
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

static bool is_punctuation(utf8proc_category_t category) {
    return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

/* Control, format, surrogate, private use; code points not assigned are kept, and unknown. */
static bool is_other(utf8proc_category_t category) {
    return category >= UTF8PROC_CATEGORY_CC;
}

/* The blocks that BERT's tokenizer takes for ideographs. */
static bool is_ideograph(utf8proc_int32_t code) {
    static const utf8proc_int32_t ranges[8][2] = {
        {0x4e00, 0x9fff},   {0x3400, 0x4dbf},   {0x20000, 0x2a6df}, {0x2a700, 0x2b73f},
        {0x2b740, 0x2b81f}, {0x2b920, 0x2ceaf}, {0xf900, 0xfaff},   {0x2f800, 0x2fa1f}};
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (code >= ranges[i][0] && code <= ranges[i][1]) return true;
    return false;
}

/* A code point after decomposition. */
static void take_decomposed(chy_cutter *cutter, utf8proc_int32_t code) {
    if (code < 0x80) {
        take_ascii(cutter, (char)code);
        return;
    }
    utf8proc_category_t category = utf8proc_category(code);
    if (category == UTF8PROC_CATEGORY_MN) return;
    bool alone = is_punctuation(category);
    if (alone || is_space(category)) end_run(cutter);
    if (!is_space(category)) add_code_point(cutter, utf8proc_tolower(code));
    if (alone) end_run(cutter);
}

static void take_code_point(chy_cutter *cutter, utf8proc_int32_t code) {
    if (code == 0xfffd || is_other(utf8proc_category(code))) return;
    bool alone = is_ideograph(code);
    utf8proc_int32_t parts[8]; /* no canonical decomposition has more than 4 */
    utf8proc_ssize_t count =
        utf8proc_decompose_char(code, parts, 8, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, NULL);
    if (count < 1 || count > 8) {
        parts[0] = code;
        count = 1;
    }
    if (alone) end_run(cutter);
    for (utf8proc_ssize_t i = 0; i < count; i++)
        take_decomposed(cutter, parts[i]);
    if (alone) end_run(cutter);
}

size_t chy_vocabulary_cut(const chy_vocabulary *vocabulary, chy_slice form,
                          uint32_t pieces[CHY_PIECES_PER_WORD]) {
    chy_cutter cutter;
    cutter.vocabulary = vocabulary;
    cutter.pieces = pieces;
    cutter.count = 0;
    cutter.run.size = 0;
    cutter.run.code_points = 0;
    const utf8proc_uint8_t *data = (const utf8proc_uint8_t *)form.data;
    for (size_t at = 0; at < form.size;) {
        if (data[at] < 0x80) {
            take_ascii(&cutter, form.data[at++]);
            continue;
        }
        utf8proc_int32_t code;
        utf8proc_ssize_t size =
            utf8proc_iterate(data + at, (utf8proc_ssize_t)(form.size - at), &code);
        if (size > 0) take_code_point(&cutter, code);
        at += size > 0 ? (size_t)size : 1;
    }
    end_run(&cutter);
    if (cutter.count == 0) keep_piece(&cutter, vocabulary->unknown);
    return cutter.count;
}

/* ---- Shapes -------------------------------------------------------------------------------------
 */

typedef struct chy_letters {
    size_t letters, upper, lower, digits;
    bool first_upper;
} chy_letters;

static void count_category(chy_letters *letters, utf8proc_category_t category) {
    bool upper = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
    if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) {
        letters->first_upper = letters->first_upper || (letters->letters == 0 && upper);
        letters->letters++;
        letters->upper += upper;
        letters->lower += category == UTF8PROC_CATEGORY_LL;
    }
    letters->digits += category == UTF8PROC_CATEGORY_ND;
}

static utf8proc_category_t ascii_category(uint8_t c) {
    if (c >= 'a' && c <= 'z') return UTF8PROC_CATEGORY_LL;
    if (c >= 'A' && c <= 'Z') return UTF8PROC_CATEGORY_LU;
    return c >= '0' && c <= '9' ? UTF8PROC_CATEGORY_ND : UTF8PROC_CATEGORY_PO;
}

uint8_t chy_word_shape(chy_slice form) {
    chy_letters n = {0};
    const utf8proc_uint8_t *data = (const utf8proc_uint8_t *)form.data;
    for (size_t at = 0; at < form.size;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t size = 1;
        if (data[at] < 0x80) {
            count_category(&n, ascii_category(data[at]));
        } else {
            size = utf8proc_iterate(data + at, (utf8proc_ssize_t)(form.size - at), &code);
            if (size > 0) count_category(&n, utf8proc_category(code));
        }
        at += size > 0 ? (size_t)size : 1;
    }
    if (n.letters == 0) return n.digits > 0 ? 1 : 0;
    if (n.upper == 0 && n.lower == 0) return 7;
    if (n.upper == 0) return n.lower == n.letters ? 2 : 6;
    if (n.letters == 1) return 4;
    if (n.upper == n.letters) return 5;
    return n.first_upper && n.lower == n.letters - 1 ? 3 : 6;
}
