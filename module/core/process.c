/* process.c: posix_spawn, two pipes and a deadline. */
#include "core/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/file.h"

/* A program that has closed its output is about to end; nothing tells when, so it is looked after that often. */
#define LOOK_AGAIN_NANOSECONDS 500000

/* Descriptors of this side and of the program's; -1 where there is none. */
typedef struct channels {
    int input;
    int output[2], complaint[2]; /* read from [0], write to [1] */
} channels;

static void close_one(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static void close_channels(channels *c)
{
    close_one(&c->input);
    for (int end = 0; end < 2; end++) {
        close_one(&c->output[end]);
        close_one(&c->complaint[end]);
    }
}

/* Moves a descriptor behind the three standard ones, which it takes in a host that has closed them: there it would be
 * overwritten when the program's own three are laid out. */
static bool move_up(int *descriptor)
{
    if (*descriptor > STDERR_FILENO)
        return true;
    int moved = fcntl(*descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    close_one(descriptor);
    *descriptor = moved;
    return moved >= 0;
}

static bool open_pipe(int ends[2])
{
    if (pipe2(ends, O_CLOEXEC) != 0) {
        ends[0] = ends[1] = -1;
        return false;
    }
    return move_up(&ends[0]) && move_up(&ends[1]);
}

/* A file in memory rather than a pipe: nobody has to feed it, and a program that ends early raises no SIGPIPE here. */
static bool open_input(mb_slice input, int *descriptor)
{
    *descriptor = memfd_create("minutebook", MFD_CLOEXEC);
    if (*descriptor < 0 || !move_up(descriptor))
        return false;
    for (size_t done = 0; done < input.size;) {
        ssize_t more = write(*descriptor, input.data + done, input.size - done);
        if (more < 0 && errno != EINTR)
            return false;
        done += more > 0 ? (size_t)more : 0;
    }
    return lseek(*descriptor, 0, SEEK_SET) == 0;
}

static bool open_channels(channels *c, mb_slice input)
{
    *c = (channels){-1, {-1, -1}, {-1, -1}};
    return open_input(input, &c->input) && open_pipe(c->output) && open_pipe(c->complaint);
}

/* The program begins with its three standard descriptors and no other, no signal blocked, and SIGPIPE as it is usual:
 * hosts ignore it or block signals for reasons of their own. */
static int lay_out(const channels *c, posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes)
{
    sigset_t none, pipe_only;
    sigemptyset(&none);
    sigemptyset(&pipe_only);
    sigaddset(&pipe_only, SIGPIPE);
    int failed = posix_spawn_file_actions_adddup2(actions, c->input, STDIN_FILENO);
    if (!failed)
        failed = posix_spawn_file_actions_adddup2(actions, c->output[1], STDOUT_FILENO);
    if (!failed)
        failed = posix_spawn_file_actions_adddup2(actions, c->complaint[1], STDERR_FILENO);
    if (!failed)
        failed = posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
    if (!failed)
        failed = posix_spawnattr_setsigmask(attributes, &none);
    if (!failed)
        failed = posix_spawnattr_setsigdefault(attributes, &pipe_only);
    if (!failed)
        failed = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    return failed;
}

/* 0 and the child, or an errno. */
static int start(const mb_process *wanted, const channels *c, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failed = posix_spawn_file_actions_init(&actions);
    if (failed)
        return failed;
    failed = posix_spawnattr_init(&attributes);
    if (!failed) {
        failed = lay_out(c, &actions, &attributes);
        if (!failed)
            failed = posix_spawnp(child, wanted->arguments[0], &actions, &attributes,
                                  (char *const *)(uintptr_t)wanted->arguments, environ);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

static int64_t milliseconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads once; closes the descriptor at its end. */
static mb_slice read_some(int *descriptor, char *room, size_t size)
{
    ssize_t got = read(*descriptor, room, size);
    if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN))
        close_one(descriptor);
    return (mb_slice){room, got > 0 ? (size_t)got : 0};
}

static void keep_beginning(char *kept, size_t capacity, mb_slice more)
{
    size_t size = strlen(kept);
    more = mb_slice_first(more, capacity - 1 - size);
    memcpy(kept + size, more.data, more.size);
    kept[size + more.size] = '\0';
}

/* Takes what the program writes until it closes both pipes; otherwise says why it has to be ended. */
static mb_process_end listen_to(channels *c, int64_t deadline, mb_buffer *output, mb_process_result *result)
{
    char room[1 << 16];
    while (c->output[0] >= 0 || c->complaint[0] >= 0) {
        int64_t left = deadline - milliseconds_now();
        if (left <= 0)
            return MB_PROCESS_SLOW;
        struct pollfd ready[2] = {{c->output[0], POLLIN, 0}, {c->complaint[0], POLLIN, 0}};
        if (poll(ready, 2, left < INT32_MAX ? (int)left : INT32_MAX) < 0)
            continue;
        if (ready[0].revents)
            mb_buffer_add(output, read_some(&c->output[0], room, sizeof room));
        if (ready[1].revents)
            keep_beginning(result->complaint, sizeof result->complaint, read_some(&c->complaint[0], room, sizeof room));
        if (output->failed)
            return MB_PROCESS_TALKATIVE;
    }
    return MB_PROCESS_ENDED;
}

static bool has_ended(pid_t child, int options, int *status)
{
    pid_t ended;
    do
        ended = waitpid(child, status, options);
    while (ended < 0 && errno == EINTR);
    return ended != 0; /* below 0: the host has waited for it, or ignores SIGCHLD */
}

static void wait_for(pid_t child, int64_t deadline, mb_process_result *result)
{
    int status = 0;
    while (result->end == MB_PROCESS_ENDED && !has_ended(child, WNOHANG, &status)) {
        nanosleep(&(struct timespec){0, LOOK_AGAIN_NANOSECONDS}, NULL);
        if (milliseconds_now() >= deadline)
            result->end = MB_PROCESS_SLOW;
    }
    if (result->end == MB_PROCESS_ENDED) {
        result->end = WIFSIGNALED(status) ? MB_PROCESS_CRASHED : MB_PROCESS_ENDED;
        result->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        return;
    }
    kill(child, SIGKILL);
    has_ended(child, 0, &status);
}

static int fail_to_start(const char *program, mb_error *error)
{
    return mb_fail_errno(error, program, "can't be started");
}

int mb_process_run(const mb_process *wanted, mb_buffer *output, mb_process_result *result, mb_error *error)
{
    *result = (mb_process_result){.end = MB_PROCESS_ENDED};
    int64_t deadline = milliseconds_now() + wanted->milliseconds;
    channels c;
    if (!open_channels(&c, wanted->input)) {
        int code = fail_to_start(wanted->arguments[0], error);
        close_channels(&c);
        return code;
    }
    int code = 0;
    pid_t child;
    errno = start(wanted, &c, &child);
    if (errno == ENOENT) {
        result->end = MB_PROCESS_MISSING;
    } else if (errno) {
        code = fail_to_start(wanted->arguments[0], error);
    } else {
        close_one(&c.input);
        close_one(&c.output[1]);
        close_one(&c.complaint[1]);
        result->end = listen_to(&c, deadline, output, result);
        wait_for(child, deadline, result);
    }
    close_channels(&c);
    return code;
}
