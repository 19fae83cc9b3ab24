/* nearest.c: edit distance with transpositions (Damerau-Levenshtein, adjacent letters swapped at most once). */
#include "core/nearest.h"

#include <stdint.h>

/* Names of keys and fields are far shorter; a longer word gets no suggestion, so that the rows fit the stack. */
#define LONGEST_WORD 64

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The distance between two words of at most LONGEST_WORD bytes.
 *
 *     before[j], last[j], row[j]: the distance between the first i-2, i-1, i bytes of `a` and the first j of `b`. */
static size_t distance(mb_slice a, mb_slice b)
{
    size_t rows[3][LONGEST_WORD + 1];
    size_t *before = rows[0], *last = rows[1], *row = rows[2];

    for (size_t j = 0; j <= b.size; j++)
        last[j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            row[j] = least(least(last[j], row[j - 1]) + 1, last[j - 1] + (a.data[i - 1] != b.data[j - 1]));
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
        size_t *spare = before;
        before = last;
        last = row;
        row = spare;
    }
    return last[b.size];
}

const char *mb_nearest(mb_slice word, size_t count, const char *(*name)(const void *context, size_t i),
                       const void *context)
{
    if (word.size == 0 || word.size > LONGEST_WORD)
        return NULL;
    const char *nearest = NULL;
    size_t allowed = word.size < 3 ? 1 : word.size / 3;

    for (size_t i = 0; i < count; i++) {
        mb_slice candidate = mb_slice_of(name(context, i));
        if (candidate.size > LONGEST_WORD)
            continue;
        size_t edits = distance(word, candidate);
        if (edits > allowed || edits >= word.size)
            continue;
        nearest = candidate.data;
        if (edits == 0)
            break;
        allowed = edits - 1;
    }
    return nearest;
}
