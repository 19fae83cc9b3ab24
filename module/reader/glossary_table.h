/* glossary_table.h: a glossary whose columns nothing keeps apart is a table of its terms. */
#ifndef MB_READER_GLOSSARY_TABLE_H
#define MB_READER_GLOSSARY_TABLE_H

#include "reader/reading.h"

/* Puts a table in place of the blocks of a paper's section that were read from `lines`: `header` and the pack's glossary
 * from entry `first` on. `heads` are lines that repeat the header: they are set aside. Changes nothing where the
 * entries don't hold every word of the blocks. */
void mb_make_glossary_table(mb_reader *reader, mb_line_range lines, const mb_strings *header, const mb_list *heads,
                            uint32_t first);

#endif
