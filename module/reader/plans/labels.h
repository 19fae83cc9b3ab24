/* labels.h: work plans whose entries are blocks of labelled lines, one below the other.
 *
 *     Decision: Award of the boats contract      ─► title
 *     Decision maker: Harbour Committee
 *     Date of decision: 9 June 2026              ─► date
 *     Contact officer: Ann Lee, 01632 960112     ─► author                                    */
#ifndef MB_READER_PLANS_LABELS_H
#define MB_READER_PLANS_LABELS_H

#include "reader/reading.h"

/* Whether the line is the title of such an entry. */
bool mb_is_labelled_plan_title(const mb_reader *reader, uint32_t line);

/* Reads the blocks in `lines` into the pack's forward plan, where there are several. */
void mb_read_plan_labels(mb_reader *reader, mb_line_range lines);

#endif
