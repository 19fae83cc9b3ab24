/* work_plan.h: reads the rows of a work plan (a forward plan, a work programme) into the pack's forward_plan. */
#ifndef MB_READER_PLANS_WORK_PLAN_H
#define MB_READER_PLANS_WORK_PLAN_H

#include "reader/reading.h"

/* Adds an entry for each row of the work plans in `lines`: tables that have a title's column and two others of a plan,
 * and columns that extraction printed one after the other. */
void mb_read_work_plan(mb_reader *reader, mb_line_range lines);

/* Whether the heads of a plan's columns begin on `line`, each on lines of its own. */
bool mb_begins_work_plan(const mb_reader *reader, uint32_t line, uint32_t end);

#endif
