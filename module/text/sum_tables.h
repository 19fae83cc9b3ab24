/* sum_tables.h: what was paid, line by line.
 *
 *     The following payments were agreed:
 *     Clerk's salary, May £412.50              two columns: what for, and the sum
 *     Felling at the green – £ 180.00
 *     Insurance £1,204.16                                                             */
#ifndef MB_TEXT_SUM_TABLES_H
#define MB_TEXT_SUM_TABLES_H

#include "text/bare_lists.h"

/* Puts a table in place of paragraphs among `blocks` (of mb_read_block) that each end with a sum of money. A lead-in may
 * have the first of them behind its colon. */
void mb_gather_sum_tables(const mb_block_reader *reader, mb_list *blocks);

#endif
