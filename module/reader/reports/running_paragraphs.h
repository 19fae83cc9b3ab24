/* running_paragraphs.h: paragraphs that a report numbers from its first to its last, under headings that have no number.
 *
 *     Background               Executive Summary:
 *     3.                       1. The Council runs nine ferries.
 *     The pier is old.         2. Two are older than the pier.
 *     Options                  Consultation:
 *     4.                       3. Passengers were asked in May.                                          */
#ifndef MB_READER_REPORTS_RUNNING_PARAGRAPHS_H
#define MB_READER_REPORTS_RUNNING_PARAGRAPHS_H

#include "reader/reports/section_headings.h"

typedef struct mb_running_paragraph {
    uint32_t line; /* where its number stands */
    mb_item_number number;
    uint32_t head; /* the line of the heading right above it, or UINT32_MAX */
} mb_running_paragraph;

/* Adds the running paragraphs within `lines`, in order, to `running`; none where the paper doesn't number so. */
void mb_find_running_paragraphs(mb_reader *reader, mb_line_range lines, mb_list *running);

/* Adds the headings that stand right above running paragraphs to `headings`, of mb_section_heading. */
void mb_add_running_headings(mb_reader *reader, const mb_list *running, mb_list *headings);

#endif
