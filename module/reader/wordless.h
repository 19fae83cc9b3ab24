/* wordless.h: the pages of a pack that have no text: pictures, scans, drawings. */
#ifndef MB_READER_WORDLESS_H
#define MB_READER_WORDLESS_H

#include "reader/reading.h"

/* Adds ranges of sheets (mb_pages) that have no word but a running head or a page number. A page that says that it is
 * blank is none of them. */
void mb_find_wordless(const mb_reader *reader, mb_list *out);

#endif
