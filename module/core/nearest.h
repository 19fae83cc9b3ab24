/* nearest.h: what a misspelt name was probably meant to be. */
#ifndef MB_CORE_NEAREST_H
#define MB_CORE_NEAREST_H

#include "core/slice.h"

/* The name among `count` candidates that is nearest to `word` by edit distance (transpositions count once), or NULL
 * where none is near enough to suggest: a third of the word's length, at least one edit. `name(context, i)` gives
 * candidate i. */
const char *mb_nearest(mb_slice word, size_t count, const char *(*name)(const void *context, size_t i),
                       const void *context);

#endif
