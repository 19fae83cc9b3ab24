/* body.h: the text of a minute, with the headings that run into its paragraphs. */
#ifndef MB_READER_MINUTES_BODY_H
#define MB_READER_MINUTES_BODY_H

#include "reader/reports/headings.h"

/* Whether the text is a heading that names who asked a question: "Ann Lee, Marl Ramblers - Bus stops". */
bool mb_names_asker(const mb_reader *reader, mb_slice text, mb_slice *asker);

/* Reads the lines from behind the heading up to `end` into blocks. */
void mb_read_item_lines(mb_reader *reader, const mb_heading *heading, uint32_t end, mb_list *blocks);

/* The number of the agenda item that the text names in brackets and nothing else: 3 of "(Item 3)". NOTHING where it names
 * none. */
mb_slice mb_item_reference(const mb_dialect *dialect, mb_slice text);

/* The same for a bracket at a title's end: 3 of "Apologies (Agenda item 3)", which loses it, and a colon or a dash that led to
 * the text. */
mb_slice mb_take_item_reference(const mb_dialect *dialect, mb_slice *title);

#endif
