/* inline_parts.h: the parts of a decision that stand in one paragraph: "(1) that …; (2) that …". */
#ifndef MB_READER_MINUTES_INLINE_PARTS_H
#define MB_READER_MINUTES_INLINE_PARTS_H

#include "core/slice.h"

typedef struct mb_inline_part {
    mb_slice number; /* "1", "a", without brackets */
    mb_slice text;
    unsigned ordinal; /* 1 for "1", "a" and "i" */
} mb_inline_part;

/* The part that begins at `*at`, behind which `*at` moves: the first one where `before` is 0, else the one behind `before`. */
bool mb_next_inline_part(mb_slice text, size_t *at, unsigned before, mb_inline_part *part);

/* The place of "b", "ii" or "2" in its list, where the one before it has the place `before`; 0 where it does not follow. */
unsigned mb_following_ordinal(mb_slice number, unsigned before);

#endif
