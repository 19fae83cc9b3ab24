/* text.h: what is said of an agenda item below its title, or in brackets behind it: who presents it, how long it
 * takes, when, on which pages. */
#ifndef MB_READER_AGENDA_TEXT_H
#define MB_READER_AGENDA_TEXT_H

#include "reader/reading.h"

/* Whether the line begins such a text, or what is to be done: "Presented by …", "(15 mins)", "To consider …". */
bool mb_begins_item_text(const mb_reader *reader, uint32_t line);

/* Whether the text, in brackets or behind a word for pages, is what mb_read_item_details reads. */
bool mb_are_item_details(const mb_reader *reader, mb_slice text);

/* Reads a text that holds times, minutes, pages and "to follow" and nothing else: "at 3.00 pm, 30 minutes". False, and
 * the item stays as it is, where it holds anything else. */
bool mb_read_item_details(mb_reader *reader, mb_slice text, mb_agenda_item *item);

/* Adds those whom the text names: "Ann Lee, Head of Roads, and Councillor Bob Hay". */
void mb_read_presenters(mb_reader *reader, mb_slice text, mb_agenda_item *item);

/* Draws the same from the item's blocks; what its heading told stays. */
void mb_read_item_text(mb_reader *reader, mb_agenda_item *item);

#endif
