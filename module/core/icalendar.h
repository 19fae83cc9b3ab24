/* icalendar.h: the lines of iCalendar (RFC 5545). */
#ifndef MB_CORE_ICALENDAR_H
#define MB_CORE_ICALENDAR_H

#include "core/buffer.h"

/* Writes `text` as the value of a property whose type is TEXT (section 3.3.11): a line break becomes \n; control
 * characters but the tab become U+FFFD. */
void mb_calendar_escape(mb_buffer *out, mb_slice text);

/* Ends each line with CR LF, folds those of more than 75 octets, never within a character (section 3.1), and leaves out
 * empty ones. */
void mb_calendar_finish(mb_buffer *out, mb_slice file);

#endif
