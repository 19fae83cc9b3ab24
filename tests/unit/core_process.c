/* core_process.c: other programs, with what they read and write, and each way in which they end. */
#include "core_test.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/parallel.h"
#include "core/process.h"

#define CEILING 100000

static mb_process_result ended; /* of the last run */

/* What the shell's words write, given the input. */
static mb_buffer run(const char *words, mb_slice input, unsigned milliseconds)
{
    const char *const arguments[] = {"sh", "-c", words, NULL};
    const mb_process wanted = {arguments, input, milliseconds};
    mb_buffer output = mb_buffer_make(CEILING);
    assert_int_equal(mb_process_run(&wanted, &output, &ended, NULL), 0);
    return output;
}

static void assert_writes(const char *words, const char *expected)
{
    mb_buffer output = run(words, MB_TEXT("some\ninput\n"), 10000);
    assert_int_equal(ended.end, MB_PROCESS_ENDED);
    assert_slice(mb_buffer_slice(&output), expected);
    mb_buffer_free(&output);
}

static void assert_ends(const char *words, unsigned milliseconds, mb_process_end end)
{
    mb_buffer output = run(words, MB_TEXT(""), milliseconds);
    assert_int_equal(ended.end, end);
    mb_buffer_free(&output);
}

static void a_program_gets_its_input_and_gives_its_output(void **state)
{
    (void)state;
    assert_writes("cat; echo done", "some\ninput\ndone\n");
    assert_int_equal(ended.exit_code, 0);
    assert_string_equal(ended.complaint, "");
}

static void a_program_that_leaves_its_input_unread_does_no_harm(void **state)
{
    (void)state;
    assert_writes("exec <&-; echo done", "done\n");
}

static void its_exit_code_and_its_complaint_are_told(void **state)
{
    (void)state;
    assert_writes("echo 'no such page' >&2; exit 3", "");
    assert_int_equal(ended.exit_code, 3);
    assert_string_equal(ended.complaint, "no such page\n");
}

static void of_a_long_complaint_the_beginning_is_kept(void **state)
{
    (void)state;
    assert_writes("yes '0123456' | head -n 50000 >&2; echo done", "done\n");
    assert_int_equal(strlen(ended.complaint), MB_PROCESS_COMPLAINT - 1);
    assert_int_equal(strncmp(ended.complaint, "0123456\n0123456\n", 16), 0);
}

static void a_program_that_is_not_there_is_missing(void **state)
{
    (void)state;
    const char *const arguments[] = {"minutebook-no-such-program", NULL};
    const mb_process wanted = {arguments, MB_TEXT(""), 1000};
    mb_buffer output = mb_buffer_make(CEILING);
    assert_int_equal(mb_process_run(&wanted, &output, &ended, NULL), 0);
    assert_int_equal(ended.end, MB_PROCESS_MISSING);
}

static void a_file_that_is_no_program_is_an_error(void **state)
{
    (void)state;
    const char *const arguments[] = {"/etc/passwd", NULL};
    const mb_process wanted = {arguments, MB_TEXT(""), 1000};
    mb_buffer output = mb_buffer_make(CEILING);
    mb_error error = {0};
    assert_int_equal(mb_process_run(&wanted, &output, &ended, &error), MB_EIO);
    assert_string_equal(error.file, "/etc/passwd");
    assert_string_equal(error.message, "can't be started: permission is denied");
}

static void a_program_that_takes_too_long_is_ended(void **state)
{
    (void)state;
    assert_ends("exec sleep 100", 50, MB_PROCESS_SLOW);
    assert_ends("exec >&- 2>&-; exec sleep 100", 50, MB_PROCESS_SLOW);
    assert_ends("echo x; sleep 100", 50, MB_PROCESS_SLOW);
}

static void a_program_that_writes_too_much_is_ended(void **state)
{
    (void)state;
    assert_ends("exec yes", 10000, MB_PROCESS_TALKATIVE);
}

static void a_crash_is_told_from_an_end(void **state)
{
    (void)state;
    assert_ends("kill -SEGV $$", 10000, MB_PROCESS_CRASHED);
}

static void nothing_that_is_open_here_is_open_there(void **state)
{
    (void)state;
    int leaky = open("/dev/null", O_RDONLY); /* without O_CLOEXEC, as hosts have them */
    assert_true(leaky > 2);
    assert_writes("ls /proc/self/fd | wc -l", "4\n"); /* the three, and ls's own folder */
    close(leaky);
}

static void what_the_host_does_with_signals_does_not_reach_the_program(void **state)
{
    (void)state;
    sigset_t blocked, before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &blocked, &before);
    void (*handler)(int) = signal(SIGPIPE, SIG_IGN);
    assert_ends("kill -PIPE $$; exit 0", 10000, MB_PROCESS_CRASHED);
    assert_ends("kill -TERM $$; exit 0", 10000, MB_PROCESS_CRASHED);
    signal(SIGPIPE, handler);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void a_host_that_ignores_its_children_s_ends_gets_the_output_too(void **state)
{
    (void)state;
    void (*handler)(int) = signal(SIGCHLD, SIG_IGN);
    assert_writes("echo done; exit 3", "done\n");
    assert_int_equal(ended.exit_code, 0);
    assert_ends("exec sleep 100", 50, MB_PROCESS_SLOW);
    signal(SIGCHLD, handler);
}

static void a_host_without_standard_descriptors_gets_the_output_too(void **state)
{
    (void)state;
    int kept[3];
    for (int i = 0; i < 3; i++) {
        kept[i] = fcntl(i, F_DUPFD_CLOEXEC, 10);
        close(i);
    }
    const char *const arguments[] = {"sh", "-c", "cat; echo complaint >&2", NULL};
    const mb_process wanted = {arguments, MB_TEXT("input"), 10000};
    mb_buffer output = mb_buffer_make(CEILING);
    int code = mb_process_run(&wanted, &output, &ended, NULL);
    for (int i = 0; i < 3; i++) {
        dup2(kept[i], i);
        close(kept[i]);
    }
    assert_int_equal(code, 0);
    assert_slice(mb_buffer_slice(&output), "input");
    assert_string_equal(ended.complaint, "complaint\n");
    mb_buffer_free(&output);
}

static int echo_position(void *context, size_t position, mb_error *error)
{
    (void)context;
    char input[20];
    snprintf(input, sizeof input, "%zu", position);
    const char *const arguments[] = {"cat", NULL};
    const mb_process wanted = {arguments, mb_slice_of(input), 60000};
    mb_process_result result;
    mb_buffer output = mb_buffer_make(CEILING);
    int code = mb_process_run(&wanted, &output, &result, error);
    if (!code && !mb_slice_equal(mb_buffer_slice(&output), mb_slice_of(input)))
        code = MB_EIO;
    mb_buffer_free(&output);
    return code;
}

static void threads_run_programs_at_once(void **state)
{
    (void)state;
    const mb_parallel wanted = {.count = 100, .jobs = 8, .work = echo_position};
    assert_int_equal(mb_parallel_do(&wanted, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_program_gets_its_input_and_gives_its_output),
        cmocka_unit_test(a_program_that_leaves_its_input_unread_does_no_harm),
        cmocka_unit_test(its_exit_code_and_its_complaint_are_told),
        cmocka_unit_test(of_a_long_complaint_the_beginning_is_kept),
        cmocka_unit_test(a_program_that_is_not_there_is_missing),
        cmocka_unit_test(a_file_that_is_no_program_is_an_error),
        cmocka_unit_test(a_program_that_takes_too_long_is_ended),
        cmocka_unit_test(a_program_that_writes_too_much_is_ended),
        cmocka_unit_test(a_crash_is_told_from_an_end),
        cmocka_unit_test(nothing_that_is_open_here_is_open_there),
        cmocka_unit_test(what_the_host_does_with_signals_does_not_reach_the_program),
        cmocka_unit_test(a_host_that_ignores_its_children_s_ends_gets_the_output_too),
        cmocka_unit_test(a_host_without_standard_descriptors_gets_the_output_too),
        cmocka_unit_test(threads_run_programs_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
