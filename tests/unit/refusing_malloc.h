/* refusing_malloc.h: for one program: a malloc that counts what is held and refuses the request it is told to. What
 * libraries ask for comes through it too. */
#ifndef MB_TESTS_REFUSING_MALLOC_H
#define MB_TESTS_REFUSING_MALLOC_H

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED
#endif

#ifdef SANITIZED
#define REAL(name) __interceptor_##name
#else
#define REAL(name) __libc_##name
#endif
void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t count, size_t size);
void *REAL(realloc)(void *old, size_t size);
void REAL(free)(void *old);

static long requests, refused = -1, refusals = 1; /* refuses so many requests from that number on */
static long held;

static bool is_refused(void)
{
    long request = requests++;
    if (refused < 0 || request < refused || request - refused >= refusals)
        return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    void *new = is_refused() ? NULL : REAL(malloc)(size);
    held += new != NULL;
    return new;
}

void *calloc(size_t count, size_t size)
{
    void *new = is_refused() ? NULL : REAL(calloc)(count, size);
    held += new != NULL;
    return new;
}

void *realloc(void *old, size_t size)
{
    void *new = is_refused() ? NULL : REAL(realloc)(old, size);
    held += new && !old;
    return new;
}

void free(void *old)
{
    held -= old != NULL;
    REAL(free)(old);
}

/* ASan's strdup does not come through here; it finds what leaks at the end instead. */
static void assert_given_back(long before)
{
#ifdef SANITIZED
    (void)before;
#else
    assert_int_equal(held, before);
#endif
}

#endif
