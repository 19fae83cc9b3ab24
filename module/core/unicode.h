/* unicode.h: what needs more than bytes: case, slugs, and whether text is UTF-8 at all. */
#ifndef MB_CORE_UNICODE_H
#define MB_CORE_UNICODE_H

#include "core/arena.h"
#include "core/buffer.h"

/* The offset of the first byte that isn't UTF-8 (overlong forms, surrogates and what lies beyond U+10FFFF aren't), or
 * SIZE_MAX. */
size_t mb_utf8_invalid(mb_slice text);

/* Two texts that differ only in case, or in how an accent is encoded, have the same fold. */
mb_slice mb_fold_case(mb_arena *arena, mb_slice text);

/* "Children, Adults, Health & Wellbeing" is children-adults-health-and-wellbeing: lower case, accents off, & spelt out,
 * apostrophes dropped, one hyphen for each run of anything else. Letters of other scripts stay. */
mb_slice mb_slug(mb_arena *arena, mb_slice text);

/* The same at the end of `out`, for who has no arena. A text is at most MB_SLUG_TEXT bytes long: a title is no book.
 * MB_ELIMIT, MB_ENOMEM, or 0; `out` may have failed, too. */
#define MB_SLUG_TEXT ((size_t)64 << 10)
int mb_write_slug(mb_slice text, mb_buffer *out);

/* A heading printed in capitals, as it would be written: "CHILDREN, ADULTS AND SEND PANEL" is "Children, Adults and
 * SEND Panel" when `keep` (which may be NULL) holds "SEND". Text with a small letter in it was written with care and
 * stays as it is. */
mb_slice mb_proper_case(mb_arena *arena, mb_slice text, const mb_strings *keep);

/* The version of the tables behind all that, which come with the system's library and not with this one. */
mb_slice mb_unicode_version(void);

#endif
