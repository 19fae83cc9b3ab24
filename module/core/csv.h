/* csv.h: comma-separated values (RFC 4180), in UTF-8, that a spreadsheet takes for nothing but text and numbers. */
#ifndef MB_CORE_CSV_H
#define MB_CORE_CSV_H

#include "core/buffer.h"

/* Writes `text` as one field, in quotes where it needs them. A spreadsheet would calculate what begins with =, +, - or
 * @, be it behind white space or as wide characters: such text, and text that begins with a tab or a line break, gets
 * an apostrophe in front. Line breaks become LF; other control characters become U+FFFD. */
void mb_csv_escape(mb_buffer *out, mb_slice text);

/* Ends the lines of a file as RFC 4180 wants them, with CR LF, but for the breaks within quotes. A byte order mark tells
 * spreadsheets that it is UTF-8. */
void mb_csv_finish(mb_buffer *out, mb_slice file);

#endif
