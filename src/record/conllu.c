#include "record/record.h"

#include <string.h>

/* CoNLL-U (universaldependencies.org/format.html): fields hold no tab or line end; anything a text
 * may have inside a word becomes one blank. */
static void write_field(chy_out *out, const char *data, size_t size) {
    if (size == 0) {
        chy_out_char(out, '_');
        return;
    }
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)data[i];
        if (c < 0x20 || c == 0x7F) {
            chy_out_char(out, ' ');
        } else {
            chy_out_bytes(out, data + i, 1);
        }
    }
}

static void write_form(const chy_word *word, chy_out *out) {
    write_field(out, word->form, strlen(word->form));
}

static void write_string_field(chy_out *out, const char *value) {
    chy_out_char(out, '\t');
    write_field(out, value != NULL ? value : "", value != NULL ? strlen(value) : 0);
}

/* The words of the multi-word token that starts at `index`, at least 1, inside its sentence. */
static uint32_t token_words(const chy_doc_content *content, uint32_t index, uint32_t end) {
    uint32_t count = content->words[index].multiword;
    return count < 1 ? 1 : count > end - index ? end - index : count;
}

/* A token's characters: the text's own for a multi-word token, else the word's form. */
static void write_token(const chy_record *record, uint32_t index, uint32_t count, chy_out *out) {
    const chy_word *words = record->content->words + index;
    if (count > 1) {
        chy_span span = {words[0].span.start, words[count - 1].span.end};
        chy_slice slice = chy_text_slice(record->text, span);
        write_field(out, slice.data, slice.size);
    } else {
        write_form(words, out);
    }
}

/* "# text" is put together from the tokens, as the format's validator compares the two. */
static void write_text_line(const chy_record *record, const chy_sentence *sentence, chy_out *out) {
    uint32_t end = sentence->first_word + sentence->word_count;
    chy_out_string(out, "# text = ");
    for (uint32_t i = sentence->first_word; i < end;) {
        uint32_t count = token_words(record->content, i, end);
        write_token(record, i, count, out);
        i += count;
        if (i < end && record->content->words[i - 1].space_after) {
            chy_out_char(out, ' ');
        }
    }
    chy_out_char(out, '\n');
}

static void write_offsets(chy_out *out, uint32_t start, uint32_t end) {
    chy_out_string(out, "Start=");
    chy_out_uint(out, start);
    chy_out_string(out, "|End=");
    chy_out_uint(out, end);
}

static void write_range(const chy_record *record, uint32_t index, uint32_t first, uint32_t count,
                        chy_out *out) {
    const chy_word *words = record->content->words + index;
    chy_out_uint(out, (uint64_t)index - first + 1);
    chy_out_char(out, '-');
    chy_out_uint(out, (uint64_t)index - first + count);
    chy_out_char(out, '\t');
    write_token(record, index, count, out);
    chy_out_string(out, "\t_\t_\t_\t_\t_\t_\t_\t");
    write_offsets(out, words[0].span.start, words[count - 1].span.end);
    chy_out_string(out, words[count - 1].space_after ? "\n" : "|SpaceAfter=No\n");
}

static void write_word(const chy_record *record, uint32_t index, uint32_t first, bool alone,
                       chy_out *out) {
    const chy_word *word = &record->content->words[index];
    chy_out_uint(out, (uint64_t)index - first + 1);
    chy_out_char(out, '\t');
    write_form(word, out);
    write_string_field(out, word->lemma);
    write_string_field(out,
                       word->upos < CHY_UPOS_COUNT ? chy_upos_name((chy_upos)word->upos) : "X");
    write_string_field(out, word->xpos);
    write_string_field(out, word->feats);
    chy_out_char(out, '\t');
    chy_out_uint(out, word->head == CHY_NONE ? 0 : (uint64_t)word->head - first + 1);
    chy_out_char(out, '\t');
    chy_out_string(out, word->head == CHY_NONE ? "root"
                        : word->deprel < CHY_DEPREL_COUNT
                            ? chy_deprel_name((chy_deprel)word->deprel)
                            : "dep");
    chy_out_string(out, "\t_\t");
    write_offsets(out, word->span.start, word->span.end);
    if (word->name_tag != CHY_NAME_O) {
        chy_out_string(out, "|NER=");
        chy_out_string(out, chy_name_tag_name((chy_name_tag)word->name_tag));
    }
    chy_out_string(out, alone && !word->space_after ? "|SpaceAfter=No\n" : "\n");
}

static void write_sentence(const chy_record *record, uint32_t index, chy_out *out) {
    const chy_sentence *sentence = &record->content->sentences[index];
    uint32_t first = sentence->first_word;
    uint32_t end = first + sentence->word_count;
    if (index == 0 || sentence->paragraph != sentence[-1].paragraph) {
        chy_out_string(out, "# newpar\n");
    }
    chy_out_string(out, "# sent_id = ");
    chy_out_uint(out, (uint64_t)index + 1);
    chy_out_char(out, '\n');
    write_text_line(record, sentence, out);
    for (uint32_t i = first; i < end;) {
        uint32_t count = token_words(record->content, i, end);
        if (count > 1) {
            write_range(record, i, first, count, out);
        }
        for (uint32_t k = 0; k < count; k++) {
            write_word(record, i + k, first, count == 1, out);
        }
        i += count;
    }
    chy_out_char(out, '\n');
}

void chy_record_conllu(const chy_record *record, chy_out *out) {
    const char *id = record->content->report.id;
    chy_out_string(out, "# newdoc");
    if (id != NULL && id[0] != '\0') {
        chy_out_string(out, " id = ");
        write_field(out, id, strlen(id));
    }
    chy_out_char(out, '\n');
    for (uint32_t i = 0; i < record->content->sentence_count; i++) {
        write_sentence(record, i, out);
    }
}
