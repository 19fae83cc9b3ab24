/* enlarge.h: much text of the same kind as a little. */
#ifndef MB_BENCH_ENLARGE_H
#define MB_BENCH_ENLARGE_H

#include <stddef.h>

/* Fills `out` with `size` bytes: copies of `text`, one after the other, whose words differ from copy to copy. What a
 * copy says twice it still says twice, so that its running heads stay running heads; but no copy repeats another,
 * which a reader might notice and profit from. Headings in capitals and numbers stay as they are. */
void enlarge(const char *text, size_t text_size, char *out, size_t size);

#endif
