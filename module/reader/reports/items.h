/* items.h: which agenda item a paper belongs to. */
#ifndef MB_READER_REPORTS_ITEMS_H
#define MB_READER_REPORTS_ITEMS_H

#include "reader/documents.h"
#include "reader/reading.h"

/* Ties the report, the last of the pack so far, to its agenda item: by the stamp on its first page, by the page
 * numbers printed in it, by its title, by the report that it is attached to, or by the order of the papers. Where
 * only the order tells, a note says so. */
void mb_tie_report(mb_reader *reader, const mb_document *document, mb_report *report);

/* The agenda item with whose number the document is stamped, or NULL. */
const mb_agenda_item *mb_stamped_item(mb_reader *reader, const mb_document *document);

/* Whether two titles have most of their words in common. */
bool mb_is_alike(mb_reader *reader, mb_slice a, mb_slice b);

#endif
