/* parts.h: a report that is too long for one page is shown in parts, each some of its sections. */
#ifndef MB_PUBLISH_PARTS_H
#define MB_PUBLISH_PARTS_H

#include "model/model.h"

/* The text of a part, in bytes: what people wait for on a telephone, and what they print at once. */
#define MB_PART_BYTES 100000

/* Sections `first` to `last` of a report, counted from 1; both 0 where it has none. */
typedef struct mb_report_part {
    uint32_t first, last;
} mb_report_part;

/* Adds the parts of a report (mb_report_part) to `out`: one, where its text is short enough. A part begins with a section
 * of the first level where it can; a section is never cut. */
void mb_report_parts(mb_arena *arena, const mb_site_report *report, mb_list *out);

#endif
