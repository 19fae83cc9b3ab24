/* dump.h: text that was dumped with a PDF's tags is told as other text is: a paragraph on one line, a table's row with
 * its cells apart by tabs.
 *
 *     ⇥TR                                 (set aside)
 *     ⇥TD                                 (set aside)
 *     ⇥Lime Grove                         Lime Grove ⇥ £3,100
 *     ⇥TD                                 (set aside)
 *     ⇥£3,100
 *
 *     ⇥• the limes, of which eleven       • the limes, of which eleven are ill
 *     are ill
 *     ⇥• the limes, of which eleven       (set aside: such dumps print an item or a cell twice)
 *     are ill
 *
 * A tab begins a paragraph, and its wraps have none. Every line keeps its number: a paragraph stands on its first line,
 * a row on that of its first words, and the others are blank. */
#ifndef MB_TEXT_DUMP_H
#define MB_TEXT_DUMP_H

#include "text/text.h"

/* Whether the line is nothing but a tag's name. */
bool mb_is_tag(mb_slice line);

#endif
