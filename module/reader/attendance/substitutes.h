/* substitutes.h: who came instead of whom, as told among the apologies. */
#ifndef MB_READER_ATTENDANCE_SUBSTITUTES_H
#define MB_READER_ATTENDANCE_SUBSTITUTES_H

#include "reader/people/names.h"

/* Reads the substitutes that a sentence tells of into `item`, and returns the sentence without what it says of them.
 * `first` is the first of the item's apologies that the same paragraph told of: of those a substitute is one's. */
mb_slice mb_read_substitutes(mb_reader *reader, mb_slice sentence, mb_place place, uint32_t first,
                             mb_minute_item *item);

/* Reads one in the brackets behind an absent member's name: "Mr Lee (Ms Hay attended as substitute)". */
void mb_read_substitute_remark(mb_reader *reader, const mb_name *absent, mb_place place, mb_minute_item *item);

/* Gives absent members their full names where a substitute's sentence had the surname only. */
void mb_name_substituted(mb_minute_item *item);

#endif
