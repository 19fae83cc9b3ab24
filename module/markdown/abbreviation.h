/* abbreviation.h: the terms that a page explains, found wherever its text uses them. */
#ifndef MB_MARKDOWN_ABBREVIATION_H
#define MB_MARKDOWN_ABBREVIATION_H

#include "markdown/page.h"

typedef struct mb_md_abbreviation {
    mb_slice term, meaning;
} mb_md_abbreviation;

typedef struct mb_md_abbreviations {
    mb_md_abbreviation *items; /* in the order of their terms' bytes, each term once */
    uint32_t count;
    bool begins[256]; /* whether a term begins with this byte */
} mb_md_abbreviations;

/* Collects the definitions that cmark sees as lines of their own; NULL where there are none. */
mb_md_abbreviations *mb_md_abbreviations_of(mb_md_page *page);

/* The first term in `text` at or after `at`, as a whole word, and where it stands; the longest where several begin
 * there. NULL where there is none. */
const mb_md_abbreviation *mb_md_abbreviation_next(const mb_md_abbreviations *known, mb_slice text, size_t at,
                                                  size_t *found);

#endif
