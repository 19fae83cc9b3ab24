/* standard_headings.h: the words over the parts of a report that most councils use, "Purpose of report", "Next steps". */
#ifndef MB_READER_REPORTS_STANDARD_HEADINGS_H
#define MB_READER_REPORTS_STANDARD_HEADINGS_H

#include "reader/reports/section_headings.h"

/* Whether a line is such a heading, whole, without a number. */
bool mb_is_standard_heading(const mb_reader *reader, uint32_t line);

/* Adds those within `lines`, in order, to `headings`, of mb_section_heading. */
void mb_find_standard_headings(mb_reader *reader, mb_line_range lines, mb_list *headings);

/* The same of those alone that stand behind a report's last section: "Appendices", "Background papers". */
void mb_find_closing_headings(mb_reader *reader, mb_line_range lines, mb_list *headings);

#endif
