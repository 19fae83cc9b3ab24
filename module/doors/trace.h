/* trace.h: what a page was made of, as JSON. */
#ifndef MB_DOORS_TRACE_H
#define MB_DOORS_TRACE_H

#include "publish/publish.h"

/* A page's Markdown, escaped, and what it was made of. */
#define MB_TRACE_CEILING (8 * MB_PAGE_CEILING)

/* See MB_PAGE_TRACE. What mb_page_html returns. */
int mb_write_trace(const mb_publication *publication, const mb_page *page, const mb_finding *findings, size_t count,
                   mb_buffer *out, mb_error *error);

#endif
