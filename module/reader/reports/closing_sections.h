/* closing_sections.h: what a report's last sections tell of it: background papers, appendices, whom to ask. */
#ifndef MB_READER_REPORTS_CLOSING_SECTIONS_H
#define MB_READER_REPORTS_CLOSING_SECTIONS_H

#include "reader/reading.h"

/* Takes from the sections what neither the report's head nor the box at its foot has told. */
void mb_read_closing_sections(mb_reader *reader, mb_report *report);

#endif
