/* footnotes.h: notes at the foot of a page, told apart from the text that they stand in.
 *
 *     … against 4.9 in the county.2 Transport is the largest source.
 *     1 Scopes 1 and 2 together with business travel.                  ◄─ a note: nothing but notes up to the page's end,
 *     2 Published about two years later.                                  and its mark stands behind a word above      */
#ifndef MB_READER_REPORTS_FOOTNOTES_H
#define MB_READER_REPORTS_FOOTNOTES_H

#include "reader/reading.h"

/* Takes the notes in `lines` out of the text, so that a paragraph goes on over them to the next page; `notes` gets their
 * blocks. What is hidden must be shown again. */
void mb_hide_footnotes(mb_reader *reader, mb_line_range lines, mb_list *notes);

/* Shows the lines again, and puts the notes among the blocks from `first` on, each behind the text that it stands below. */
void mb_show_footnotes(mb_reader *reader, const mb_list *notes, uint32_t first, mb_list *blocks);

#endif
