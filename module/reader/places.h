/* places.h: on which line an object begins that was read out of a text of several lines. */
#ifndef MB_READER_PLACES_H
#define MB_READER_PLACES_H

#include "reader/reading.h"

/* Those who are read from a list, and what is read from a paragraph, have the place at which the list or the paragraph
 * begins; this gives them that of their own first word. */
void mb_settle_places(mb_reader *reader);

#endif
