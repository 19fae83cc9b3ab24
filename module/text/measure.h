/* measure.h: how wide a line was on paper.
 *
 * Whether a line was broken by the page's edge or by its author shows only in its width: where the next line's first
 * word would still have fitted, the author ended the line. Councils print in proportional type, so characters are
 * weighed by the widths of Helvetica, on which Arial is modelled. */
#ifndef MB_TEXT_MEASURE_H
#define MB_TEXT_MEASURE_H

#include "core/slice.h"

/* In thousandths of the type's size. */
#define MB_SPACE_WIDTH 278
unsigned mb_width(mb_slice text);

/* The first word of a text. */
mb_slice mb_first_word(mb_slice text);

#endif
