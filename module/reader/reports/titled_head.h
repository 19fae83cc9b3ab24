/* titled_head.h: the head of a report that has no labels: body, date, who reports, and the title that the agenda gives.
 *
 *     Policy Committee
 *     12 July 2025
 *     Report of the Director of Place
 *     Ferry fares                       as in "7. FERRY FARES" on the agenda
 *     Purpose of the report                                                  */
#ifndef MB_READER_REPORTS_TITLED_HEAD_H
#define MB_READER_REPORTS_TITLED_HEAD_H

#include "reader/documents.h"
#include "reader/reading.h"

/* The lines of the title in such a head; empty, at `lines.first`, where the document has none. */
mb_line_range mb_find_head_title(mb_reader *reader, const mb_document *document, mb_line_range lines);

/* The first of the lines that hold the title, or nearly; empty, at `lines.first`, where none does. */
mb_line_range mb_find_line_titled(mb_reader *reader, mb_slice title, mb_line_range lines);

#endif
