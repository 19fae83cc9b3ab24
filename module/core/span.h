/* span.h: skips the bytes of a text that stand for themselves.
 *
 * Eight bytes are looked up at a time: most of a text is such bytes, and to branch for each took three times as long. */
#ifndef MB_CORE_SPAN_H
#define MB_CORE_SPAN_H

/* A table that is not 0 where a byte ends the run. */
typedef unsigned char mb_ends[256];

/* The first byte from `at` on that ends the run, or `end`. */
static inline const char *mb_span(const mb_ends ends, const char *at, const char *end)
{
    for (; end - at >= 8; at += 8) {
        const unsigned char *c = (const unsigned char *)at;
        if (ends[c[0]] | ends[c[1]] | ends[c[2]] | ends[c[3]] | ends[c[4]] | ends[c[5]] | ends[c[6]] | ends[c[7]])
            break;
    }
    while (at < end && !ends[(unsigned char)*at])
        at++;
    return at;
}

#endif
