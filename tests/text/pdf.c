/* pdf.c: an extractor that doesn't behave: what is said of it, and what is kept. */
#include "text_of.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "core/file.h"
#include "text/pdf.h"

#define FOLDER  "/tmp/minutebook-pdf-XXXXXX"
#define CEILING 100000

static char folder[] = FOLDER;

static int make_folder(void **state)
{
    strcpy(folder, FOLDER);
    return open_text(state) || !mkdtemp(folder);
}

static int remove_folder(void **state)
{
    char command[100];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return close_text(state) || system(command);
}

static mb_slice text, damage;
static mb_error error;

/* Reads a PDF through a program that does what the shell's words say. */
static int read_through(const char *words)
{
    const char *extractor = mb_path_join(text_arena, folder, "extractor");
    mb_slice program = mb_arena_printf(text_arena, "#!/bin/sh\n%s\n", words);
    assert_int_equal(mb_file_write(extractor, program, NULL), 0);
    assert_int_equal(chmod(extractor, 0700), 0);
    const mb_pdf pdf = {.bytes = MB_TEXT("%PDF-1.4"),
                        .sha256 = MB_TEXT("0123"),
                        .file = "pack.pdf",
                        .cache = mb_path_join(text_arena, folder, "cache"),
                        .extractor = extractor,
                        .milliseconds = 1000,
                        .ceiling = CEILING};
    return mb_pdf_read(text_arena, text_scratch, &pdf, &text, &damage, &error);
}

static void assert_fails(const char *words, int code, const char *message)
{
    assert_int_equal(read_through(words), code);
    assert_string_equal(error.file, "pack.pdf");
    assert_true(mb_slice_starts(mb_slice_of(error.message), mb_slice_of(message)));
    assert_true(error.advice[0] != '\0');
    assert_false(mb_is_folder(mb_path_join(text_arena, folder, "cache")));
}

static void a_pdf_is_known_by_its_mark(void **state)
{
    (void)state;
    assert_true(mb_is_pdf(MB_TEXT("%PDF-1.7\n")));
    assert_true(mb_is_pdf(MB_TEXT("\xEF\xBB\xBF\r\n%PDF-1.7\n")));
    assert_false(mb_is_pdf(MB_TEXT("")));
    assert_false(mb_is_pdf(MB_TEXT("<html>")));
}

static void an_extractor_that_never_ends_is_slow(void **state)
{
    (void)state;
    assert_fails("exec sleep 100", MB_ELIMIT, "can't be read: its text wasn't extracted within the time allowed");
}

static void a_text_that_never_ends_is_too_large(void **state)
{
    (void)state;
    assert_fails("exec yes", MB_ELIMIT, "can't be read: its text is larger than a pack may be");
}

static void a_crash_of_the_extractor_is_damage(void **state)
{
    (void)state;
    assert_fails("echo half; kill -SEGV $$", MB_EIO, "can't be read: it is damaged or cut short");
}

static void an_extractor_that_says_no_is_obeyed(void **state)
{
    (void)state;
    assert_fails("echo 'Permission Error: Copying of text is not allowed' >&2; exit 3", MB_EIO,
                 "can't be read: its author forbids to copy text from it");
}

static void warnings_are_no_damage_and_errors_are(void **state)
{
    (void)state;
    assert_int_equal(read_through("printf 'one\\n\\f'; echo 'Syntax Warning: a font' >&2"), 0);
    assert_slice(text, "one\n\f");
    assert_slice(damage, "");
}

static void what_was_read_is_read_from_the_cache_with_its_damage(void **state)
{
    (void)state;
    const char *words = "printf 'one\\n\\f'; printf 'Syntax Warning: a font\\nSyntax Error: a page\\nmore\\n' >&2";
    const char *const extractors[] = {words, "exit 1"};
    for (size_t i = 0; i < COUNT_OF(extractors); i++) {
        assert_int_equal(read_through(extractors[i]), 0);
        assert_slice(text, "one\n\f");
        assert_slice(damage, "Syntax Error: a page");
    }
}

#define alone(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        alone(a_pdf_is_known_by_its_mark),
        alone(an_extractor_that_never_ends_is_slow),
        alone(a_text_that_never_ends_is_too_large),
        alone(a_crash_of_the_extractor_is_damage),
        alone(an_extractor_that_says_no_is_obeyed),
        alone(warnings_are_no_damage_and_errors_are),
        alone(what_was_read_is_read_from_the_cache_with_its_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
