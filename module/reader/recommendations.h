/* recommendations.h: what a report asks the committee to do. */
#ifndef MB_READER_RECOMMENDATIONS_H
#define MB_READER_RECOMMENDATIONS_H

#include "reader/reading.h"

/* Draws the report's recommendations from the sections that hold them: numbered paragraphs, else the items of lists,
 * else the paragraph itself. */
void mb_read_recommendations(mb_reader *reader, mb_report *report);

#endif
