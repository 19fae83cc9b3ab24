/* recommendations.h: what a report asks the committee to do. */
#ifndef MB_READER_REPORTS_RECOMMENDATIONS_H
#define MB_READER_REPORTS_RECOMMENDATIONS_H

#include "reader/reading.h"

/* Draws the report's recommendations from the sections that hold them: numbered paragraphs, else the items of lists,
 * else the paragraph itself. */
void mb_read_recommendations(mb_reader *reader, mb_report *report);

/* Of papers that were handed in alone, where none has such a section: the lists that the text announces as
 * recommendations. In a meeting's pack a review's own recommendations aren't what its committee is asked to do. */
void mb_read_announced_recommendations(mb_reader *reader);

#endif
