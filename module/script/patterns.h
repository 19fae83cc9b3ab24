/* patterns.h: Lua's patterns (manual, 6.4.1), matched by a machine of our own, which counts its steps.
 *
 * A pattern such as "a-b-c-d-$" on a long text takes hours, and no hook can stop a C function. So each look at a
 * character is a step of the page. What matches, what is captured and what is wrong with a pattern is as in Lua's own. */
#ifndef MB_SCRIPT_PATTERNS_H
#define MB_SCRIPT_PATTERNS_H

#include "script/rendering.h"

/* As many as Lua takes. */
#define MB_PATTERN_CAPTURES 32

/* Choices that are open at a time; Lua's own refuses the 200th too ("pattern too complex"). */
#define MB_PATTERN_CHOICES 199

/* Instead of a capture's size: its closing parenthesis is still to come; it is a position: (). */
enum { MB_CAPTURE_OPEN = -1, MB_CAPTURE_POSITION = -2 };

typedef struct mb_capture {
    const char *start;
    ptrdiff_t size;
} mb_capture;

typedef struct mb_matching {
    lua_State *L;
    mb_slice subject, pattern;
    uint64_t steps; /* that the page doesn't know of yet */
    int count;
    mb_capture captures[MB_PATTERN_CAPTURES];
} mb_matching;

/* The end of the match that begins right at `at`, or NULL. Raises an error for a malformed pattern as soon as the match
 * comes to its mistake. */
const char *mb_match_at(mb_matching *matching, const char *at);

/* Tells the page of the steps. */
void mb_match_count(mb_matching *matching);

#endif
