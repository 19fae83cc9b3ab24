/* glossary.h: the terms that papers define, from tables and runs of terms and meanings. */
#ifndef MB_READER_GLOSSARY_GLOSSARY_H
#define MB_READER_GLOSSARY_GLOSSARY_H

#include "reader/reading.h"

/* Whether the text is the head of a glossary's columns: "Term Meaning", with a tab or a space between. */
bool mb_is_glossary_head(const mb_reader *reader, mb_slice text);

/* Whether the names of a glossary's columns stand one below the other from `line` on. */
bool mb_is_split_glossary_head(const mb_reader *reader, uint32_t line, uint32_t end);

/* Adds to the pack's glossary what `lines` define: under the heads of a term's and a meaning's column, cells by tabs or
 * a line after the other; under the heading of a glossary, or in a run of explained abbreviations, lines with a dash
 * or a colon between. */
void mb_read_glossary(mb_reader *reader, mb_line_range lines);

/* Leaves of the terms that the pack defines several times only the first. */
void mb_drop_repeated_terms(mb_reader *reader);

#endif
