// test_source.c - texts, lines and positions.
#include "harness/unit.h"

#include "base/embedded.h"
#include "base/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void assert_position(const Source *s, uint32_t offset, uint32_t line, uint32_t column)
{
    Position p = source_position(s, offset);
    assert_int_equal(p.line, line);
    assert_int_equal(p.column, column);
}

static void empty_text_has_one_empty_line(void **state)
{
    (void)state;
    Source *s = source_from("x.go", (Str){0});
    assert_int_equal(s->len, 0);
    assert_int_equal(s->text[0], 0);
    assert_position(s, 0, 1, 1);
    assert_str(source_line(s, 1), "");
    assert_str(source_line(s, 0), "");
    assert_str(source_line(s, 2), "");
    source_free(s);
    source_free(NULL);
}

static void no_final_newline(void **state)
{
    (void)state;
    Source *s = source_from("x.go", STR("a\nbc"));
    assert_position(s, 0, 1, 1);
    assert_position(s, 1, 1, 2); // the line end belongs to its line
    assert_position(s, 2, 2, 1);
    assert_position(s, 4, 2, 3); // the end of the text
    assert_str(source_line(s, 1), "a");
    assert_str(source_line(s, 2), "bc");
    assert_str(source_line(s, 3), "");
    source_free(s);
}

static void final_newline_opens_an_empty_line(void **state)
{
    (void)state;
    Source *s = source_from("x.go", STR("a\n\n"));
    assert_position(s, 2, 2, 1);
    assert_position(s, 3, 3, 1);
    assert_str(source_line(s, 2), "");
    assert_str(source_line(s, 3), "");
    source_free(s);
}

static void crlf_is_cut_from_lines_but_counted_in_offsets(void **state)
{
    (void)state;
    Source *s = source_from("x.go", STR("ab\r\nc\r\n\rd\r"));
    assert_position(s, 3, 1, 4);
    assert_position(s, 4, 2, 1);
    assert_position(s, 7, 3, 1);
    assert_str(source_line(s, 1), "ab");
    assert_str(source_line(s, 2), "c");
    assert_str(source_line(s, 3), "\rd");
    source_free(s);
}

static void columns_are_bytes(void **state)
{
    (void)state;
    Source *s = source_from("x.go", STR("\xe4\xb8\x96x\0y\n"));
    assert_position(s, 3, 1, 4);
    assert_position(s, 5, 1, 6);
    assert_int_equal(source_line(s, 1).len, 6);
    source_free(s);
}

static void spans_give_their_bytes(void **state)
{
    (void)state;
    char text[] = "go f()";
    Source *s = source_from("x.go", str_of(text));
    text[0] = '?'; // the source has its own copy
    assert_str(source_str(s, (Span){0, 2}), "go");
    assert_str(source_str(s, (Span){6, 6}), "");
    source_free(s);
}

static void many_lines(void **state)
{
    (void)state;
    StrBuf b = {0};
    for (int i = 0; i < 50000; i++)
        strbuf_adds(&b, "ab\n");
    Source *s = source_from("x.go", strbuf_view(&b));
    for (uint32_t i = 0; i < 50000; i += 123) {
        assert_position(s, i * 3, i + 1, 1);
        assert_position(s, i * 3 + 2, i + 1, 3);
    }
    source_free(s);
    strbuf_free(&b);
}

static char *write_temporary(const char *text, size_t len)
{
    char *path = strdup("/tmp/curfew-test-XXXXXX"); // freed by the caller;
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, len), (ssize_t)len);
    close(fd);
    return path;
}

static void reading_a_file(void **state)
{
    (void)state;
    const char text[] = "package p\n\0\xff";
    char *path = write_temporary(text, sizeof text - 1);
    const char *error = NULL;
    Source *s = source_read(path, &error);
    assert_non_null(s);
    assert_string_equal(s->path, path);
    assert_int_equal(s->len, sizeof text - 1);
    assert_memory_equal(s->text, text, sizeof text);
    source_free(s);
    unlink(path);
    free(path);
}

static void reading_what_is_no_file_gives_a_reason(void **state)
{
    (void)state;
    const char *error = NULL;
    assert_null(source_read("/nonexistent/x.go", &error));
    assert_string_equal(error, "No such file or directory");
    error = NULL;
    assert_null(source_read("/", &error));
    assert_string_equal(error, "is a directory");
}

// A pipe has no size and gives its bytes in pieces.
static void reading_standard_input(void **state)
{
    (void)state;
    enum { SIZE = 60000 }; // more than the first buffer, less than a pipe holds
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    char *text = malloc(SIZE);
    assert_non_null(text);
    memset(text, 'x', SIZE);
    text[SIZE / 2] = '\n';
    assert_int_equal(write(ends[1], text, SIZE), SIZE);
    close(ends[1]);
    int saved = dup(STDIN_FILENO);
    dup2(ends[0], STDIN_FILENO);
    const char *error = NULL;
    Source *s = source_read_stdin("-", &error);
    dup2(saved, STDIN_FILENO);
    close(saved);
    close(ends[0]);
    assert_non_null(s);
    assert_int_equal(s->len, SIZE);
    assert_memory_equal(s->text, text, SIZE);
    assert_position(s, SIZE, 2, SIZE / 2);
    source_free(s);
    free(text);
}

static void assert_sorted(const EmbeddedFile *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_true(files[i].name[0] != 0);
        assert_int_equal(files[i].data[files[i].len], 0);
        assert_true(i == 0 || strcmp(files[i - 1].name, files[i].name) < 0);
    }
}

// Byte for byte, so that neither a stale nor a mangled copy is built in.
static void assert_same_as_file(const EmbeddedFile *file, const char *folder, const char *suffix)
{
    Arena a = {0};
    const char *error = NULL;
    Source *s = source_read(arena_printf(&a, "%s/%s%s", folder, file->name, suffix), &error);
    assert_non_null(s);
    assert_int_equal(s->len, file->len);
    assert_memory_equal(s->text, file->data, file->len);
    source_free(s);
    arena_free(&a);
}

static void embedded_files_are_the_files(void **state)
{
    (void)state;
    assert_true(embedded_models_count > 0);
    assert_true(embedded_rules_count > 0);
    assert_sorted(embedded_models, embedded_models_count);
    assert_sorted(embedded_rules, embedded_rules_count);
    for (size_t i = 0; i < embedded_models_count; i++)
        assert_same_as_file(&embedded_models[i], "models", ".go");
    for (size_t i = 0; i < embedded_rules_count; i++)
        assert_same_as_file(&embedded_rules[i], "docs/rules", ".md");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_text_has_one_empty_line),
        cmocka_unit_test(no_final_newline),
        cmocka_unit_test(final_newline_opens_an_empty_line),
        cmocka_unit_test(crlf_is_cut_from_lines_but_counted_in_offsets),
        cmocka_unit_test(columns_are_bytes),
        cmocka_unit_test(spans_give_their_bytes),
        cmocka_unit_test(many_lines),
        cmocka_unit_test(reading_a_file),
        cmocka_unit_test(reading_what_is_no_file_gives_a_reason),
        cmocka_unit_test(reading_standard_input),
        cmocka_unit_test(embedded_files_are_the_files),
    };
    return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
