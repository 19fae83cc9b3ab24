/* error.h: fills the mb_error that a caller passes: what happened, where, what to do. */
#ifndef MB_CORE_ERROR_H
#define MB_CORE_ERROR_H

#include <minutebook.h>
#include <stdbool.h>

#if defined(__GNUC__)
#define MB_PRINTF(at, first) __attribute__((format(printf, at, first)))
#else
#define MB_PRINTF(at, first)
#endif

/* A place in a file; line and column count from 1, 0 where unknown; `file` NULL where there is none. */
typedef struct mb_where {
    const char *file;
    uint32_t line, column;
} mb_where;

/* Describes a failure in `error` (nothing where it is NULL) and returns `code`, so that a check reads
 * `return mb_fail(error, MB_EIO, ...)`. Text that doesn't fit is cut at a character's end. */
int mb_fail(mb_error *error, int code, const char *format, ...) MB_PRINTF(3, 4);
int mb_fail_at(mb_error *error, int code, mb_where where, const char *format, ...) MB_PRINTF(4, 5);

/* Adds what the reader of the message can do about it. */
void mb_advise(mb_error *error, const char *format, ...) MB_PRINTF(2, 3);

/* Adds for which page it was. */
void mb_name_route(mb_error *error, const char *route);

/* Who is told of every mistake, where work goes on after the first. */
typedef struct mb_problems {
    void (*tell)(void *context, const mb_error *error); /* NULL: nobody, and work ends with the first */
    void *context;
    uint32_t told;
} mb_problems;

/* Nobody reads on beyond these. */
#define MB_MOST_PROBLEMS 20

/* Whether work goes on after a mistake; `problems` may be NULL. */
static inline bool mb_tells_all(const mb_problems *problems)
{
    return problems && problems->tell;
}

/* Tells of a mistake, up to MB_MOST_PROBLEMS. */
void mb_tell_problem(mb_problems *problems, const mb_error *error);

/* Takes one of several mistakes: tells of it; the first is kept in `first` (which may be NULL) and its code in `code`, 0
 * until then. Whether to look for others. */
bool mb_take_mistake(mb_problems *problems, const mb_error *mistake, int *code, mb_error *first);

/* Says that memory or the arena's ceiling ran out while `doing` something; returns `code`. */
int mb_fail_exhausted(mb_error *error, int code, const char *doing);

#endif
