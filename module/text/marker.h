/* marker.h: what may stand before the text of a paragraph or an item: a bullet, a number, a letter. */
#ifndef MB_TEXT_MARKER_H
#define MB_TEXT_MARKER_H

#include "core/slice.h"

typedef enum mb_marker_form {
    MB_MARKER_NONE,
    MB_MARKER_BULLET, /* • - o ▪ … */
    MB_MARKER_LETTER, /* (a) a) (iv) */
    MB_MARKER_NUMBER, /* 1. 1) (1) */
    MB_MARKER_DECIMAL /* 3.1 3.1.2 */
} mb_marker_form;

typedef struct mb_marker {
    mb_marker_form form;
    mb_slice printed; /* without a full stop behind it: "3.1", "(a)", "1"; of a bullet the bullet */
    mb_slice rest;    /* the text behind it; empty where the marker stands alone */
} mb_marker;

/* The marker that `line` begins with. A number or a letter must be followed by white space or the line's end. Where a
 * bullet stands before another marker ("- 3.1 …", "- (a) …", "- o …") that other one counts. */
mb_marker mb_marker_of(mb_slice line);

/* The bullet that `line` begins with, whatever stands behind it; MB_MARKER_NONE for none. */
mb_marker mb_bullet_of(mb_slice line);

/* Whether the marker doesn't go on with the letters of a list whose last one is `last`: "(i)" behind "(b)" begins a list
 * within it, and "(c)" behind "(ii)" ends one. */
bool mb_begins_nested_letters(mb_slice last, mb_slice marker);

/* Whether the marker is a small Roman number of several letters and no bracket, beyond "iii": "xi." of a sentence may begin a
 * line. */
bool mb_is_high_roman(mb_marker marker);

/* Whether "iv" follows "iii". */
bool mb_follows_roman(mb_slice last, mb_slice marker);

#endif
