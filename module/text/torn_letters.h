/* torn_letters.h: lists of several items whose markers extraction printed first, and their texts behind the last of them.
 *
 *     7.              7. Planning
 *     Planning        (a) A barn         Each item's number and title stand between its own markers and those of the
 *     (a)             (b) A wall         item before; the texts of all stand below the number of the item behind them.
 *     (b)             8. Money           They are told on the lines of their markers.
 *     8.              (a) To pay
 *     Money           (b) To note
 *     (a)             9. Any other
 *     (b)             business
 *     9.
 *     A barn
 *     A wall
 *
 *     To pay
 *     To note
 *
 *     Any other
 *     business                                                                                                      */
#ifndef MB_TEXT_TORN_LETTERS_H
#define MB_TEXT_TORN_LETTERS_H

#include "text/layout.h"

/* A marker on a line of its own, and the lines of its text further down. */
typedef struct mb_torn_letter {
    uint32_t marker;
    mb_line_range text;
} mb_torn_letter;

/* Finds such markers (of mb_torn_letter). */
void mb_find_torn_letters(mb_arena *scratch, const mb_text *text, mb_list *letters);

/* Gives the lines their pieces: a marker's line gets its text, too. */
void mb_lay_out_torn_letters(mb_arena *scratch, const mb_text *text, const mb_list *letters, mb_layout_line *lines);

#endif
