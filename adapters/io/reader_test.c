#include "io/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include <cmocka.h>

#define ALL_CONTAINERS 0x3Eu

static char path[64];

static const char *write_file(const char *ending, const void *data, size_t size) {
    (void)snprintf(path, sizeof path, "io-reader-test-%ld%s", (long)getpid(), ending);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
    return path;
}

typedef struct expected {
    chy_io_result result;
    const char *text; /* or part of the message */
    const char *id;
    size_t line;
} expected;

static void check_with(const chy_io_options *options, const char *ending, const char *data,
                       const expected *items, size_t count) {
    const char *name = write_file(ending, data, strlen(data));
    chy_io_reader *reader = NULL;
    chy_error err;
    assert_int_equal(chy_io_reader_new(&name, 1, options, &reader, &err), CHY_OK);
    for (size_t i = 0; i < count; i++) {
        chy_io_item item;
        chy_io_result result = chy_io_reader_next(reader, &item, &err);
        assert_int_equal(result, items[i].result);
        if (result == CHY_IO_ITEM) {
            assert_string_equal(item.report.text, items[i].text);
            assert_int_equal(item.report.text_size, strlen(items[i].text));
            if (items[i].id != NULL) {
                assert_string_equal(item.report.id, items[i].id);
            }
        } else if (result != CHY_IO_END) {
            assert_non_null(strstr(err.message, items[i].text));
            assert_int_equal(err.line, items[i].line);
        }
        chy_io_item_free(&item);
    }
    chy_io_reader_free(reader);
    assert_int_equal(unlink(name), 0);
}

static void check(const char *ending, const char *data, const expected *items, size_t count) {
    chy_io_options options = {.accepted = ALL_CONTAINERS};
    check_with(&options, ending, data, items, count);
}

static const expected end = {CHY_IO_END, "", NULL, 0};

static void a_text_file_is_a_report(void **state) {
    (void)state;
    expected items[] = {{CHY_IO_ITEM, "\xEF\xBB\xBFRain fell.\r\nIt stopped.", path, 0}, end};
    check(".txt", "\xEF\xBB\xBFRain fell.\r\nIt stopped.", items, 2);
    expected none[] = {{CHY_IO_ITEM, "", NULL, 0}, end};
    check("", "", none, 2);
}

static void json_lines_name_the_line_that_is_wrong(void **state) {
    (void)state;
    expected items[] = {{CHY_IO_ITEM, "A \"b\"", "7", 0},
                        {CHY_IO_REJECTED, "no field \"text\"", NULL, 3},
                        {CHY_IO_REJECTED, "form feed", NULL, 4},
                        {CHY_IO_REJECTED, "not a string", NULL, 5},
                        {CHY_IO_REJECTED, "JSON object", NULL, 6},
                        {CHY_IO_REJECTED, "not JSON", NULL, 7},
                        {CHY_IO_ITEM, "last", "x", 0},
                        end};
    check("",
          "{\"id\": 7, \"x\": {\"text\": 1, \"y\": [{}]}, \"text\": \"A \\\"b\\\"\"}\n\n"
          "{\"id\": \"no\"}\n\f{\"text\": \"a\"}\n{\"text\": [1]}\n[1]\n{\"text\": \"a\n"
          "{\"text\": \"last\", \"id\": \"x\"}",
          items, 8);
}

static void columns_are_renamed(void **state) {
    (void)state;
    chy_io_options options = {.accepted = ALL_CONTAINERS};
    options.columns[CHY_IO_FIELD_TEXT] = "body";
    expected items[] = {{CHY_IO_ITEM, "one", "a", 0}, end};
    check_with(&options, ".csv", "id,body\na,one\n", items, 2);
    check_with(&options, "", "{\"id\":\"a\",\"text\":\"no\",\"body\":\"one\"}\n", items, 2);
    expected missing[] = {
        {CHY_IO_UNREADABLE, "no column \"body\"; the columns are: id, text.", NULL, 1}, end};
    check_with(&options, ".csv", "id,text\na,one\n", missing, 2);
    expected prose[] = {{CHY_IO_UNREADABLE, "no columns, so none \"body\"", NULL, CHY_NOWHERE},
                        end};
    check_with(&options, ".txt", "Rain fell.", prose, 2);
    /* A field that nothing has is a slip; one that some lines have is not. */
    options.columns[CHY_IO_FIELD_TEXT] = NULL;
    options.columns[CHY_IO_FIELD_PUBLISHED] = "day";
    expected no_day[] = {{CHY_IO_UNREADABLE, "no column \"day\"", NULL, 1}, end};
    check_with(&options, ".csv", "id,text\na,one\n", no_day, 2);
    expected never[] = {{CHY_IO_ITEM, "one", NULL, 0},
                        {CHY_IO_UNREADABLE, "No line has a field \"day\"", NULL, CHY_NOWHERE},
                        end};
    check_with(&options, "", "{\"text\":\"one\"}\n", never, 3);
    expected once[] = {{CHY_IO_ITEM, "one", NULL, 0}, {CHY_IO_ITEM, "two", NULL, 0}, end};
    check_with(&options, "", "{\"text\":\"one\"}\n{\"text\":\"two\",\"day\":\"x\"}\n", once, 3);
}

static void a_header_may_be_in_any_case(void **state) {
    (void)state;
    expected items[] = {{CHY_IO_ITEM, "one", "a", 0}, end};
    check("", "ID,Text,Published\na,one,x\n", items, 2);
    check(".csv", "TEXT,text,Id\nno,one,a\n", items, 2); /* its own name goes first */
    check(".csv", "Id\tText\na\tone\n", items, 2);       /* and a .csv may have tabs */
    expected missing[] = {
        {CHY_IO_UNREADABLE, "no column \"text\"; the columns are: id, body.", NULL, 1}, end};
    check(".csv", "id,body\na,one\n", missing, 2);
}

static void what_is_no_prose_is_refused(void **state) {
    (void)state;
    static const struct {
        const char *data, *message;
    } foreign[] = {{"\xFF\xFEP\x01", "UTF-16"},
                   {"[{\"text\": \"one\"}]", "JSON array"},
                   {"[\n  {\n    \"text\": \"one\"\n  }\n]\n", "JSON array"},
                   {"{\n  \"text\": \"one\"\n}\n", "several lines"},
                   {"\xEF\xBB\xBF<!DOCTYPE html>\n<p>one</p>\n", "HTML"},
                   {"<Sentences>\n<Sentence id=\"1\">\n", "XML"},
                   {"<?xml version=\"1.0\"?>\n", "XML"}};
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++) {
        expected items[] = {{CHY_IO_UNREADABLE, foreign[i].message, NULL, CHY_NOWHERE}, end};
        check(".txt", foreign[i].data, items, 2);
    }
    static const char *const prose[] = {"[Update] Rain fell.", "< 5 mm of rain fell.",
                                        "{Rain} fell.", "[", "<"};
    for (size_t i = 0; i < sizeof prose / sizeof prose[0]; i++) {
        expected items[] = {{CHY_IO_ITEM, prose[i], NULL, 0}, end};
        check(".txt", prose[i], items, 2);
    }
    chy_io_options told = {.from = CHY_IO_TEXT, .accepted = ALL_CONTAINERS};
    expected as_told[] = {{CHY_IO_ITEM, "<p>one</p>", NULL, 0}, end};
    check_with(&told, ".txt", "<p>one</p>", as_told, 2);
    chy_io_options tables = {.accepted = 1u << CHY_IO_TSV | 1u << CHY_IO_JSONL};
    expected none[] = {{CHY_IO_UNREADABLE, "neither JSON Lines nor a table", NULL, CHY_NOWHERE},
                       end};
    check_with(&tables, ".txt", "Rain fell.", none, 2);
}

static void csv_holds_quotes_and_line_ends(void **state) {
    (void)state;
    expected items[] = {{CHY_IO_ITEM, "He said \"no\",\r\nthen left.", "a", 0},
                        {CHY_IO_ITEM, "plain", "b", 0},
                        {CHY_IO_REJECTED, "3 fields", NULL, 6},
                        {CHY_IO_REJECTED, "neither doubled", NULL, 7},
                        {CHY_IO_ITEM, "", "e", 0},
                        end};
    check("",
          "\xEF\xBB\xBFid,text\r\na,\"He said \"\"no\"\",\r\nthen left.\"\r\nb,plain\n\nc,x,y\n"
          "d,\"x\"y\ne,\n",
          items, 6);
    expected semicolon[] = {{CHY_IO_ITEM, "x", "a", 0}, end};
    check(".csv", "id;text\na;x\n", semicolon, 2);
}

static void a_tsv_field_may_begin_with_a_quotation(void **state) {
    (void)state;
    expected items[] = {
        {CHY_IO_ITEM, "\"We go,\" he said.", "a", 0}, {CHY_IO_ITEM, "She said \"no\".", "b", 0},
        {CHY_IO_ITEM, "\"Never closed", "c", 0},      {CHY_IO_ITEM, "\"Nor this", "d", 0},
        {CHY_IO_ITEM, "two\nlines", "e", 0},          end};
    check("",
          "id\ttext\na\t\"We go,\" he said.\nb\t\"She said \"\"no\"\".\"\nc\t\"Never closed\n"
          "d\t\"Nor this\ne\t\"two\nlines\"\n",
          items, 6);
}

static void conllu_gives_words_and_text(void **state) {
    (void)state;
    const char *data = "# newdoc id = d1\n# sent_id = 1\n"
                       "1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n"
                       "2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                       "2\tdoes\t_\t_\t_\t_\t_\t_\t_\t_\n"
                       "3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                       "3.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_\n"
                       "4\train\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                       "5\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
                       "# newpar\n1\tÉ\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
                       "# newdoc id = d2\n1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
    const char *name = write_file(".conllu", data, strlen(data));
    chy_io_options options = {.accepted = ALL_CONTAINERS};
    chy_io_reader *reader = NULL;
    chy_io_item item;
    chy_error err;
    assert_int_equal(chy_io_reader_new(&name, 1, &options, &reader, &err), CHY_OK);
    assert_int_equal(chy_io_reader_next(reader, &item, &err), CHY_IO_ITEM);
    assert_string_equal(item.report.id, "d1");
    assert_string_equal(item.report.text, "It doesn't rain.\n\nÉ");
    assert_int_equal(item.report.given_word_count, 6);
    const chy_given_word *words = item.report.given_words;
    assert_string_equal(words[2].form, "n't");
    assert_int_equal(words[1].start, 3);
    assert_int_equal(words[2].start, 3);
    assert_int_equal(words[2].end, 10);
    assert_int_equal(words[4].start, 15);
    assert_true(words[5].starts_sentence);
    assert_false(words[4].starts_sentence);
    assert_int_equal(words[5].start, 18);
    assert_int_equal(words[5].end, 19);
    chy_io_item_free(&item);
    assert_int_equal(chy_io_reader_next(reader, &item, &err), CHY_IO_ITEM);
    assert_string_equal(item.report.id, "d2");
    chy_io_item_free(&item);
    assert_int_equal(chy_io_reader_next(reader, &item, &err), CHY_IO_END);
    chy_io_reader_free(reader);
    unlink(name);
    expected wrong[] = {{CHY_IO_UNREADABLE, "Line 1 ", NULL, 1}, end};
    check(".conllu", "1\tx\n", wrong, 2);
}

static void gzip_is_unpacked_and_damage_is_named(void **state) {
    (void)state;
    (void)write_file(".jsonl.gz", "", 0);
    gzFile packed = gzopen(path, "wb");
    assert_non_null(packed);
    for (int i = 0; i < 20000; i++) {
        gzprintf(packed, "{\"id\": %d, \"text\": \"Text number %d.\"}\n", i, i);
    }
    assert_int_equal(gzclose(packed), Z_OK);
    const char *name = path;
    chy_io_options options = {.accepted = ALL_CONTAINERS};
    chy_error err;
    for (int cut = 0; cut < 2; cut++) {
        chy_io_reader *reader = NULL;
        chy_io_item item;
        int count = 0;
        chy_io_result result;
        assert_int_equal(chy_io_reader_new(&name, 1, &options, &reader, &err), CHY_OK);
        while ((result = chy_io_reader_next(reader, &item, &err)) == CHY_IO_ITEM) {
            count++;
            chy_io_item_free(&item);
        }
        assert_int_equal(result, cut ? CHY_IO_UNREADABLE : CHY_IO_END);
        assert_true(cut ? count < 20000 : count == 20000);
        chy_io_item_free(&item);
        chy_io_reader_free(reader);
        assert_int_equal(truncate(path, 20000), 0);
    }
    unlink(path);
}

static void a_missing_file_is_named_and_the_next_is_read(void **state) {
    (void)state;
    const char *names[2] = {"no-such-file.txt", write_file(".txt", "Rain.", 5)};
    chy_io_options options = {.accepted = ALL_CONTAINERS};
    chy_io_reader *reader = NULL;
    chy_io_item item;
    chy_error err;
    assert_int_equal(chy_io_reader_new(names, 2, &options, &reader, &err), CHY_OK);
    assert_int_equal(chy_io_reader_next(reader, &item, &err), CHY_IO_UNREADABLE);
    assert_string_equal(err.source, "no-such-file.txt");
    assert_int_equal(chy_io_reader_next(reader, &item, &err), CHY_IO_ITEM);
    assert_string_equal(item.report.text, "Rain.");
    chy_io_item_free(&item);
    assert_int_equal(chy_io_reader_next(reader, &item, &err), CHY_IO_END);
    chy_io_reader_free(reader);
    unlink(names[1]);
}

/* Rows across window ends, and long ones: 5 MB in a field. */
static void long_rows_come_whole(void **state) {
    (void)state;
    size_t size = (size_t)5 * 1024 * 1024;
    char *data = malloc(size + 64);
    assert_non_null(data);
    size_t head = (size_t)sprintf(data, "id,text\na,\"");
    memset(data + head, 'x', size);
    memcpy(data + head + size, (const char[6]){'"', '\n', 'b', ',', 'y', '\n'}, 6);
    const char *name = write_file(".csv", data, head + size + 6);
    chy_io_options options = {.accepted = ALL_CONTAINERS};
    chy_io_reader *reader = NULL;
    chy_io_item item;
    chy_error err;
    assert_int_equal(chy_io_reader_new(&name, 1, &options, &reader, &err), CHY_OK);
    assert_int_equal(chy_io_reader_next(reader, &item, &err), CHY_IO_ITEM);
    assert_int_equal(item.report.text_size, size);
    chy_io_item_free(&item);
    assert_int_equal(chy_io_reader_next(reader, &item, &err), CHY_IO_ITEM);
    assert_string_equal(item.report.text, "y");
    chy_io_item_free(&item);
    chy_io_reader_free(reader);
    free(data);
    unlink(name);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_file_is_a_report),
        cmocka_unit_test(json_lines_name_the_line_that_is_wrong),
        cmocka_unit_test(columns_are_renamed),
        cmocka_unit_test(a_header_may_be_in_any_case),
        cmocka_unit_test(what_is_no_prose_is_refused),
        cmocka_unit_test(csv_holds_quotes_and_line_ends),
        cmocka_unit_test(a_tsv_field_may_begin_with_a_quotation),
        cmocka_unit_test(conllu_gives_words_and_text),
        cmocka_unit_test(gzip_is_unpacked_and_damage_is_named),
        cmocka_unit_test(a_missing_file_is_named_and_the_next_is_read),
        cmocka_unit_test(long_rows_come_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
