/* minutes.h: reads the record of a meeting: head, attendance, items, end. */
#ifndef MB_READER_MINUTES_MINUTES_H
#define MB_READER_MINUTES_MINUTES_H

#include "reader/documents.h"

/* Reads the minutes in the document into `meeting`, with `meeting->minutes` made. */
void mb_read_minutes(mb_reader *reader, const mb_document *document, mb_meeting *meeting);

#endif
