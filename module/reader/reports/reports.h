/* reports.h: reads a paper that is neither agenda nor minutes: its head, its sections. */
#ifndef MB_READER_REPORTS_REPORTS_H
#define MB_READER_REPORTS_REPORTS_H

#include "reader/documents.h"
#include "reader/reading.h"

/* Adds the paper to the pack's reports. What stands before its first numbered heading is front matter; a paper without
 * such headings is one section. A document without text adds nothing. */
void mb_read_report(mb_reader *reader, const mb_document *document);

#endif
